// SPDX-License-Identifier: GPL-3.0-or-later

mod addresses;
mod debts;
mod deposits;
mod edges;
mod heads;
mod hostile;
mod hub;
mod life;
mod net;
mod orders;
mod proofs;
mod published;
mod vault_proofs;
mod whole_way;
