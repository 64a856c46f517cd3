// SPDX-License-Identifier: GPL-3.0-or-later

mod addresses;
mod debts;
mod deposits;
mod heads;
mod hostile;
mod life;
mod net;
mod orders;
mod proofs;
mod vault_proofs;
mod whole_way;
