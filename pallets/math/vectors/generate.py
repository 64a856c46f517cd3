#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the vectors next to this file and ../src/normal_table.rs. Method: README.md.

Usage: pip install mpmath && python3 generate.py
"""

import random
from pathlib import Path

from mpmath import floor, mp, mpf, ncdf, npdf

mp.dps = 80
HERE = Path(__file__).resolve().parent
WAD = 10**18
WAD_MAX = 2**127 - 1
YEAR_MS = 31_536_000_000
MINUTE_MS = 60_000


def nearest(x):
    return int(floor(x + mpf(1) / 2))


def wad(x):
    return nearest(x * WAD)


def log_uniform(rng, low, high):
    return mp.exp(mp.log(mpf(low)) + mpf(rng.random()) * (mp.log(mpf(high)) - mp.log(mpf(low))))


def upper_tail(x):
    return mp.erfc(x / mp.sqrt(2)) / 2


def write_csv(name, head, rows):
    lines = [head] + [",".join(str(cell) for cell in row) for row in rows]
    (HERE / name).write_text("\n".join(lines) + "\n")


# ---- elementary functions ------------------------------------------------------------------

def functions(rng):
    evaluate = {
        "ln": lambda x: wad(mp.log(mpf(x) / WAD)),
        "exp": lambda x: wad(mp.exp(mpf(x) / WAD)),
        "sqrt": lambda x: int(floor(mp.sqrt(mpf(x) / WAD) * WAD)),
        "cdf": lambda x: wad(ncdf(mpf(x) / WAD)),
        "pdf": lambda x: wad(npdf(mpf(x) / WAD)),
    }
    inputs = {name: set() for name in evaluate}
    inputs["ln"] |= {1, 2, WAD - 1, WAD, WAD + 1, 3 * WAD // 2, 2 * WAD // 3, WAD_MAX - 1, WAD_MAX}
    inputs["sqrt"] |= {0, 1, 2, WAD - 1, WAD, 2**68 // WAD, WAD_MAX}
    inputs["exp"] |= {0, 1, -1, -42 * WAD, -43 * WAD + 1, 46 * WAD, 46_570_000_000_000_000_000}
    for x in (0, 1, WAD // 16, WAD // 16 + 1, 9 * WAD, 10 * WAD - 1, 10 * WAD):
        inputs["cdf"] |= {x, -x}
        inputs["pdf"] |= {x}
    while len(inputs["ln"]) < 100:
        inputs["ln"].add(int(log_uniform(rng, 1, WAD_MAX)))
        inputs["ln"].add(WAD + rng.randrange(-WAD // 2, WAD // 2))
    while len(inputs["sqrt"]) < 60:
        inputs["sqrt"].add(int(log_uniform(rng, 1, WAD_MAX)))
    while len(inputs["exp"]) < 120:
        inputs["exp"].add(rng.randrange(-43 * WAD, 46 * WAD))
        inputs["exp"].add(rng.randrange(-2 * WAD, 2 * WAD))
    while len(inputs["cdf"]) < 250:
        inputs["cdf"].add(rng.randrange(-10 * WAD, 10 * WAD))
        inputs["cdf"].add(rng.randrange(-3 * WAD, 3 * WAD))
    while len(inputs["pdf"]) < 80:
        inputs["pdf"].add(rng.randrange(-10 * WAD, 10 * WAD))
    return [(name, x, evaluate[name](x)) for name in evaluate for x in sorted(inputs[name])]


# ---- Black-76 ------------------------------------------------------------------------------

def contract(rng, time_range=(MINUTE_MS, 3 * YEAR_MS), volatility_range=("0.01", 5), width=3):
    forward = log_uniform(rng, "0.01", 10_000_000)
    strike = forward * mp.exp(mpf(rng.uniform(-width, width)))
    volatility = log_uniform(rng, *volatility_range)
    return [int(forward * WAD), int(strike * WAD), int(volatility * WAD),
            int(log_uniform(rng, *time_range))]


def near_the_money(rng):
    """A strike within a few standard deviations of the forward: where the price is all vega."""
    forward, _, volatility, time_ms = contract(rng)
    deviation = mpf(volatility) / WAD * mp.sqrt(mpf(time_ms) / YEAR_MS)
    distance = min(max(deviation * mpf(rng.gauss(0, 1.5)), mpf(-3)), mpf(3))
    return [forward, int(forward * mp.exp(distance)), volatility, time_ms]


def corners():
    for forward in ("0.01", 1, 10_000_000):
        for distance in (-3, 0, mpf("1e-15"), 3):
            for volatility in ("0.01", 5):
                for time_ms in (MINUTE_MS, 3 * YEAR_MS):
                    strike = mpf(forward) * mp.exp(distance)
                    yield [int(mpf(forward) * WAD), int(strike * WAD), wad(mpf(volatility)), time_ms]


def black76(forward, strike, volatility, time_ms):
    f, k, s = (mpf(x) / WAD for x in (forward, strike, volatility))
    t = mpf(time_ms) / YEAR_MS
    v = s * mp.sqrt(t)
    d1 = mp.log(f / k) / v + v / 2
    d2 = d1 - v
    call = f * ncdf(d1) - k * ncdf(d2)
    put = k * ncdf(-d2) - f * ncdf(-d1)
    greeks = (ncdf(d1), npdf(d1) / (f * v), f * npdf(d1) * mp.sqrt(t), -f * npdf(d1) * s / (2 * mp.sqrt(t)))
    return [wad(call), wad(put)], [wad(x) for x in greeks]


# ---- risk arrays -----------------------------------------------------------------------------

DAY_MS = 86_400_000
# (spot, vol) of DESIGN.md 6, in the order of the default grid.
GRID = [(spot, vol) for spot in ("1", ".955", "1.045", ".91", "1.09", ".865", "1.135") for vol in ("none", "up", "down")]
GRID += [(spot, "up") for spot in (".82", "1.18", ".34", ".67", "1.5", "2", "3", "4", "5", "6")]


def option(kind, f, k, s):
    """By its own formula each; k may be zero or less, s zero."""
    if kind == "future":
        return f - k
    if k <= 0:
        return f - k if kind == "call" else mpf(0)
    if s == 0 or f == 0:
        return max(f - k, 0) if kind == "call" else max(k - f, 0)
    d1 = mp.log(f / k) / s + s / 2
    d2 = d1 - s
    return f * ncdf(d1) - k * ncdf(d2) if kind == "call" else k * ncdf(-d2) - f * ncdf(-d1)


def array(kind, forward, strike, deviation, time_ms, window_ms, average, slow):
    """A contract's values in USD in every column, from RISK.md 1 and DESIGN.md 6."""
    f, k, s, average, slow = (mpf(x) / WAD for x in (forward, strike, deviation, average, slow))
    t = mpf(time_ms) / YEAR_MS
    d = mpf(time_ms) / DAY_MS
    if time_ms >= window_ms:
        share, fixed, varies = mpf(1), mpf(0), mpf(time_ms) - 2 * mpf(window_ms) / 3
    else:
        share = mpf(time_ms) / window_ms
        fixed, varies = (1 - share) * average, mpf(time_ms) / 3
    base = s * mp.sqrt(varies / time_ms) if time_ms else mpf(0)
    power = (30 / max(d, 1)) ** (mpf("0.3") if d <= 30 else mpf("0.13"))
    floor_up = mpf("0.4") * mp.sqrt(varies / YEAR_MS)
    cap = max(mpf("0.25") - mpf("0.1") * mp.sqrt(t), 0)
    width = max(mpf("0.01"), 4 * mp.sqrt(t) * mpf("0.6"))

    def tilt(log):
        return 1 + min(max(log * cap / width, -cap), cap)

    inner = (k - fixed) / share if share else mpf(-1)
    log = mp.log(inner / f) if inner > 0 else mpf(0)
    vols = {
        "none": base,
        "up": max(base * (1 + power / 2), floor_up),
        "down": base * max(1 - mpf("0.3") * power, 0),
        "linear": base * tilt(log),
        "absolute": base * tilt(abs(log)),
    }
    reach = mpf("0.045") * min(mpf("0.5") + 2 * t, mpf("2.5"))
    columns = [(mpf(1), "none")]
    columns += [(slow, "none"), (slow * mpf("0.865"), "up"), (slow * mpf("1.135"), "up")]
    columns += [(1 - reach, "none"), (1 + reach, "none"), (mpf(1), "linear"), (mpf(1), "absolute")]
    columns += [(mpf(spot), vol) for spot, vol in GRID]
    return [wad(option(kind, share * f * spot, k - fixed, vols[vol])) for spot, vol in columns]


def arrays(rng):
    half_hour = 1_800_000
    rows = []
    for n in range(240):
        forward, strike, volatility, time_ms = contract(rng, width=1 + n % 3)
        window_ms, average = half_hour, 0
        if n % 4 == 1:
            # Around the window's start and inside it, a strike among what is fixed.
            time_ms = rng.randrange(0, 2 * half_hour)
        if n % 8 == 2:
            window_ms = 0
        if n % 12 == 3:
            # After a crash: far beyond 64 forwards.
            strike = forward * rng.randrange(65, 1_000_000)
        if time_ms < window_ms:
            average = int(mpf(forward) * mp.exp(mpf(rng.uniform(-1, 1)) / 2))
            strike = int(mpf(forward) * mp.exp(mpf(rng.uniform(-1, 1))))
        deviation = wad(mpf(volatility) / WAD * mp.sqrt(mpf(time_ms) / YEAR_MS))
        slow = wad(mpf(rng.uniform(0.3, 3)))
        kind = ("call", "put", "call", "put", "future")[n % 5]
        given = [forward, strike, deviation, time_ms, window_ms, average, slow]
        rows.append([kind] + given + array(kind, *given))
    return rows


# ---- table of the normal distribution ------------------------------------------------------

def table():
    one = 2**96
    rows = []
    for node in range(81):
        x = mpf(node) / 8
        rows.append(f"\t({nearest(upper_tail(x) * one)}, {nearest(npdf(x) * one)}),")
    return "\n".join([
        "// SPDX-License-Identifier: Apache-2.0",
        "// Written by vectors/generate.py: do not edit.",
        "",
        "//! 1 − Φ(x) and φ(x) at x = 0, 1/8, …, 10, times 2^96, rounded to nearest.",
        "",
        "#[rustfmt::skip]",
        "pub(crate) const TAILS: [(u128, u128); 81] = [",
        *rows,
        "];",
        "",
    ])


def main():
    rng = random.Random(20_260_917)
    write_csv("functions.csv", "function,x,value", functions(rng))
    contracts = list(corners())
    contracts += [contract(rng) for _ in range(500)]
    contracts += [near_the_money(rng) for _ in range(650)]
    write_csv("black76.csv", "forward,strike,volatility,time_ms,call,put",
              [c + black76(*c)[0] for c in contracts])
    ordinary = [contract(rng, (3_600_000, YEAR_MS), ("0.1", 2), 1) for _ in range(200)]
    write_csv("greeks.csv", "forward,strike,volatility,time_ms,delta,gamma,vega,theta",
              [c + black76(*c)[1] for c in ordinary])
    head = "kind,forward,strike,deviation,time_ms,window_ms,average,slow"
    write_csv("arrays.csv", head + "".join(f",column{n}" for n in range(39)), arrays(rng))
    (HERE.parent / "src" / "normal_table.rs").write_text(table())


if __name__ == "__main__":
    main()
