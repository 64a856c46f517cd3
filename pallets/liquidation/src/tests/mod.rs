// SPDX-License-Identifier: GPL-3.0-or-later

mod bid;
mod clock;
mod flag;
mod halts;
mod invariants;
mod levels;
mod params;
mod properties;
mod take_over;
mod touch;
