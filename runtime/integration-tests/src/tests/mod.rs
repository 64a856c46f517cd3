// SPDX-License-Identifier: GPL-3.0-or-later

mod deposits;
mod hostile;
mod net;
mod orders;
mod proofs;
mod whole_way;
