// SPDX-License-Identifier: GPL-3.0-or-later

mod intents;
pub mod ledger;
mod levels;
mod listing;
mod markets;
mod matching;
mod orders;
mod random;
mod settlement;
mod sizes;
mod try_state;
