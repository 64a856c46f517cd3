// SPDX-License-Identifier: GPL-3.0-or-later

mod bid;
mod clock;
mod flag;
mod invariants;
mod node;
mod notices;
mod params;
mod properties;
mod take_over;
mod touch;
mod worker_bids;
mod worker_flags;
