// SPDX-License-Identifier: GPL-3.0-or-later

mod adversaries;
mod authorize;
mod bonds;
mod book;
mod calls;
mod closing;
mod decimal;
mod health;
mod history;
mod invariants;
mod last_resort;
mod market;
mod node;
mod penalties;
mod rounds;
mod seats;
mod sequences;
mod settlements;
mod smile_readings;
mod smiles;
mod states;
mod surface_records;
mod surfaces;
mod venues;
mod worker;
