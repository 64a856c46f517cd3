// SPDX-License-Identifier: GPL-3.0-or-later

mod authors;
mod backstops;
mod bid;
mod clock;
mod clock_model;
mod flag;
mod halts;
mod invariants;
mod levels;
mod loans;
mod loss;
mod lots;
mod node;
mod notices;
mod params;
mod positions_alone;
mod properties;
mod rows;
mod self_dealing;
mod shared_series;
mod states;
mod take_over;
mod touch;
mod weighed;
mod worker_bids;
mod worker_flags;
