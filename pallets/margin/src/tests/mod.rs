// SPDX-License-Identifier: GPL-3.0-or-later

//! Tests of the ledger. Every one ends in the invariants.

mod book;
mod calls;
mod cash_call;
mod interest;
mod moves;
mod ownership;
mod portfolio;
mod properties;
mod restrict;
mod risk;
mod rules;
mod session;
mod standing;
mod try_state;
mod views;
mod wind_down;
