// SPDX-License-Identifier: GPL-3.0-or-later

mod authors;
mod backstops;
mod bid;
mod clock;
mod flag;
mod invariants;
mod lots;
mod params;
mod properties;
mod take_over;
mod touch;
