// SPDX-License-Identifier: GPL-3.0-or-later

mod deposits;
mod hostile;
mod net;
mod proofs;
mod vault_proofs;
mod whole_way;
