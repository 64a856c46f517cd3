#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes ../src/tables.rs, the tables of the 64-bit functions. Method: README.md.

Whole numbers only, nothing but Python 3 needed: `python3 tables.py` writes the file, with `--check`
it says whether the file is what it would write.
"""

import sys
from math import isqrt
from pathlib import Path

BITS = 320  # binary places on the way
ONE = 1 << BITS
PLACES = 62  # of constant terms and of the tables of ln and exp
STEP = 256  # intervals of the distribution's table in one
INTERVALS = 1856  # up to 7.25: the tail beyond is below 2^-42
COEFFICIENTS = (62, 48, 50, 50)  # binary places of each
TARGET = Path(__file__).resolve().parent.parent / "src" / "tables.rs"


def mul(a, b):
    return (a * b) >> BITS


def div(a, b):
    return (a << BITS) // b


def nearest(x, places):
    """A number with BITS binary places as one with fewer."""
    return (x + (1 << (BITS - places - 1))) >> (BITS - places)


def exp(x):
    """e^x by Taylor's series of x/2^32, squared 32 times."""
    if x < 0:
        return div(ONE, exp(-x))
    x >>= 32
    term, total, n = ONE, ONE, 1
    while term:
        term = mul(term, x) // n
        total += term
        n += 1
    for _ in range(32):
        total = mul(total, total)
    return total


def artanh(x):
    if x < 0:
        return -artanh(-x)
    square, power, total, odd = mul(x, x), x, 0, 1
    while power:
        total += power // odd
        power = mul(power, square)
        odd += 2
    return total


def ln(x):
    """For x between 1/4 and 4."""
    return 2 * artanh(div(x - ONE, x + ONE))


def pi():
    """Machin: 16 arctan 1/5 - 4 arctan 1/239."""

    def arctan_inverse(n):
        power, total, odd, sign = ONE // n, 0, 1, 1
        while power:
            total += sign * (power // odd)
            power //= n * n
            odd += 2
            sign = -sign
        return total

    return 16 * arctan_inverse(5) - 4 * arctan_inverse(239)


ROOT_TWO_PI = isqrt(2 * pi() << BITS)


def cdf(x):
    """1/2 + phi(x) (x + x^3/3 + x^5/(3 5) + ...): all terms positive."""
    square, term, total, odd = mul(x, x), x, x, 1
    while term:
        odd += 2
        term = mul(term, square) // odd
        total += term
    return ONE // 2 + div(mul(total, exp(-square // 2)), ROOT_TWO_PI)


def nodes():
    """(1 + cos((2j + 1) 22.5 degrees))/2: the nodes of Chebyshev for four points of [0, 1]."""
    root_two = isqrt(2 << (2 * BITS))
    wide = isqrt((2 * ONE + root_two) << BITS) // 2
    narrow = isqrt((2 * ONE - root_two) << BITS) // 2
    return [(ONE + cosine) // 2 for cosine in (wide, narrow, -narrow, -wide)]


def cubic(index, points):
    """Coefficients of the polynomial through cdf((index + u)/STEP) at the points u, with what cutting
    takes in the mean: u is cut to 32 places, the slope to 41. From 7 on the slope is nothing at 41, and
    what was added to it could lift the sum beyond one."""
    values = [cdf((index * ONE + u) // STEP) for u in points]
    # Newton's divided differences ...
    table = values[:]
    for width in range(1, 4):
        for i in range(3, width - 1, -1):
            table[i] = div(table[i] - table[i - 1], points[i] - points[i - width])
    # ... multiplied out.
    c = [table[3]]
    for i in range(2, -1, -1):
        shifted = [0] + c
        scaled = [mul(k, points[i]) for k in c] + [0]
        c = [a - b for a, b in zip(shifted, scaled)]
        c[0] += table[i]
    c[0] += c[1] >> 33
    if index < 7 * STEP:
        c[1] += ONE >> 42
    return [nearest(k, places) for k, places in zip(c, COEFFICIENTS)]


def reciprocal(index):
    """1/c for the middle c of [1 + index/128, 1 + (index + 1)/128), and -ln of what was rounded."""
    rounded = nearest(ONE * 256 // (256 + 2 * index + 1), PLACES)
    return rounded, nearest(-ln(rounded << (BITS - PLACES)), PLACES)


def row(numbers):
    return "\t[" + ", ".join(str(n) for n in numbers) + "],"


def cubics(points, per_line=4):
    rows = [f"cubic({', '.join(str(n) for n in cubic(n, points))})," for n in range(INTERVALS)]
    return ["\t" + " ".join(rows[n : n + per_line]) for n in range(0, INTERVALS, per_line)]


def text():
    points = nodes()
    ln_two = ln(2 * ONE)
    out = [
        "// SPDX-License-Identifier: Apache-2.0",
        "// Written by vectors/tables.py: do not edit.",
        "",
        "//! Tables of the 64-bit functions; what they mean is said where they are used.",
        "",
        "/// ln 2, with 62 binary places.",
        f"pub(crate) const LN_2: i64 = {nearest(ln_two, PLACES)};",
        "",
        "/// 64/ln 2, with 56 binary places.",
        f"pub(crate) const INVERSE_STEP: i64 = {nearest(div(64 * ONE, ln_two), 56)};",
        "",
        "/// c₀ + c₁u + c₂u² + c₃u³: c₀ with 62 binary places, c₁ with 48, the others with 50.",
        "pub(crate) struct Cubic {",
        "\tpub c0: i64,",
        "\tpub c1: i64,",
        "\tpub c2: i32,",
        "\tpub c3: i32,",
        "}",
        "",
        "const fn cubic(c0: i64, c1: i64, c2: i32, c3: i32) -> Cubic {",
        "\tCubic { c0, c1, c2, c3 }",
        "}",
        "",
        "/// Φ((n + u)/256) for n = 0, 1, … and u within 0 to 1, to 2^-44; c₀ and c₁ are larger by what the",
        "/// cuts of `fast::cdf` take in the mean.",
        "#[rustfmt::skip]",
        f"pub(crate) static CDF: [Cubic; {INTERVALS}] = [",
        *cubics(points),
        "];",
        "",
        "/// r next to 1/(1 + (n + ½)/128) and −ln r, with 62 binary places.",
        "#[rustfmt::skip]",
        "pub(crate) static RECIPROCALS: [[i64; 2]; 128] = [",
        *[row(reciprocal(n)) for n in range(128)],
        "];",
        "",
        "/// 2^(n/64), with 62 binary places.",
        "#[rustfmt::skip]",
        "pub(crate) static POWERS: [i64; 64] = [",
        *[f"\t{nearest(exp(ln_two * n // 64), PLACES)}," for n in range(64)],
        "];",
        "",
    ]
    return "\n".join(out)


def main():
    if sys.argv[1:] == ["--check"]:
        sys.exit(0 if TARGET.read_text() == text() else f"{TARGET.name} is not what this script writes")
    TARGET.write_text(text())


if __name__ == "__main__":
    main()
