// SPDX-License-Identifier: GPL-3.0-or-later

mod adversaries;
mod authorize;
mod book;
mod calls;
mod closing;
mod decimal;
mod health;
mod invariants;
mod node;
mod rounds;
mod sequences;
mod settlements;
mod smiles;
mod states;
mod surfaces;
mod venues;
mod worker;
