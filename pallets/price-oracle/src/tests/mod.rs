// SPDX-License-Identifier: GPL-3.0-or-later

mod adversaries;
mod authorize;
mod calls;
mod closing;
mod decimal;
mod invariants;
mod rounds;
mod sequences;
mod settlements;
mod states;
mod surfaces;
mod venues;
mod worker;
