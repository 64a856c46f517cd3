// SPDX-License-Identifier: GPL-3.0-or-later

mod addresses;
mod asked;
mod covers;
mod debts;
pub mod doors;
mod doubts;
mod figures;
mod fuzz;
mod heads;
mod hub;
mod interleavings;
mod invariants;
mod kit;
mod orders;
mod owed;
mod pallet;
mod proofs;
mod returned;
mod review;
mod rights;
mod second_review;
mod simulated;
mod table;
mod tries;
mod vault;
mod ways_out;
mod worker;
