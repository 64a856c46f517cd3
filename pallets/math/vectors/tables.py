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
FINE = 48  # of the other coefficients
INTERVALS = 512  # of width 1/64
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
    """(1 + cos((2j + 1) 18 degrees))/2: the nodes of Chebyshev for five points of [0, 1]."""
    root_five = isqrt(5 << (2 * BITS))
    wide = isqrt((10 * ONE + 2 * root_five) << BITS) // 4
    narrow = isqrt((10 * ONE - 2 * root_five) << BITS) // 4
    return [(ONE + cosine) // 2 for cosine in (wide, narrow, 0, -narrow, -wide)]


def quartic(index, points):
    """Coefficients of the polynomial through cdf((index + u)/64) at the points u."""
    values = [cdf((index * ONE + u) // 64) for u in points]
    # Newton's divided differences ...
    table = values[:]
    for width in range(1, 5):
        for i in range(4, width - 1, -1):
            table[i] = div(table[i] - table[i - 1], points[i] - points[i - width])
    # ... multiplied out.
    coefficients = [table[4]]
    for i in range(3, -1, -1):
        shifted = [0] + coefficients
        scaled = [mul(c, points[i]) for c in coefficients] + [0]
        coefficients = [a - b for a, b in zip(shifted, scaled)]
        coefficients[0] += table[i]
    return [nearest(c, PLACES if power == 0 else FINE) for power, c in enumerate(coefficients)]


def reciprocal(index):
    """1/c for the middle c of [1 + index/128, 1 + (index + 1)/128), and -ln of what was rounded."""
    rounded = nearest(ONE * 256 // (256 + 2 * index + 1), PLACES)
    return rounded, nearest(-ln(rounded << (BITS - PLACES)), PLACES)


def row(numbers):
    return "\t[" + ", ".join(str(n) for n in numbers) + "],"


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
        "/// Φ((n + u)/64) = c₀ + c₁u + … + c₄u⁴ for n = 0, 1, … and u within 0 to 1, to 2^-45: c₀ with",
        "/// 62 binary places, the others with 48.",
        "#[rustfmt::skip]",
        f"pub(crate) static CDF: [[i64; 5]; {INTERVALS}] = [",
        *[row(quartic(n, points)) for n in range(INTERVALS)],
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
