// SPDX-License-Identifier: GPL-3.0-or-later

mod addresses;
mod heads;
mod pallet;
mod simulated;
mod vault;
