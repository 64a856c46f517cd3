// SPDX-License-Identifier: GPL-3.0-or-later

pub mod doors;
mod orders;
mod pallet;
mod simulated;
mod table;
mod vault;
