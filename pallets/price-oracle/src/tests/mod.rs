// SPDX-License-Identifier: GPL-3.0-or-later

mod authorize;
mod bonds;
mod calls;
mod closing;
mod decimal;
mod history;
mod invariants;
mod penalties;
mod rounds;
mod seats;
mod sequences;
mod settlements;
mod states;
mod venues;
mod worker;
