// SPDX-License-Identifier: GPL-3.0-or-later

//! Bad days on the real runtime, in one process: random portfolios, prices that fall, keepers and
//! liquidators and makers who act by calls as anybody may, and what came of it.
//!
//! All of it follows from one seed: there is no wall clock and no other chance in it.

#![allow(clippy::arithmetic_side_effects)]

pub mod agents;
pub mod checks;
pub mod day;
pub mod makers;
pub mod market;
pub mod plot;
pub mod report;
pub mod rng;
pub mod traders;
pub mod world;

#[cfg(test)]
mod tests;
