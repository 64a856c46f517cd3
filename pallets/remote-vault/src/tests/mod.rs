// SPDX-License-Identifier: GPL-3.0-or-later

mod covers;
mod interleavings;
mod invariants;
mod kit;
mod pallet;
mod simulated;
mod vault;
