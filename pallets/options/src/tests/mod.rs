// SPDX-License-Identifier: GPL-3.0-or-later

mod deep;
mod depth;
mod heartbeats;
mod intents;
pub mod ledger;
mod levels;
mod listing;
mod markets;
mod matching;
mod model;
mod orders;
mod quotes;
mod random;
mod reopening;
mod settlement;
mod shares;
mod sizes;
mod terms;
mod try_state;
mod try_state_desks;
mod volumes;
