// SPDX-License-Identifier: GPL-3.0-or-later

//! Tests of the ledger. Every one ends in the invariants.

mod book;
mod calls;
mod cash_call;
mod covers;
mod crowds;
mod exposure;
mod exposure_world;
mod filing;
mod gains;
mod interest;
mod late_claims;
mod moves;
mod orders;
mod ownership;
mod packed;
mod pools;
mod portfolio;
mod properties;
mod restrict;
mod risk;
mod rules;
mod scaling;
mod session;
mod standing;
mod tails;
mod tally;
mod try_state;
mod views;
mod wind_down;
mod work;
