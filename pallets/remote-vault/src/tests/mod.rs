// SPDX-License-Identifier: GPL-3.0-or-later

mod addresses;
mod figures;
mod fuzz;
mod heads;
mod hub;
mod pallet;
mod proofs;
mod simulated;
mod tries;
mod vault;
mod worker;
