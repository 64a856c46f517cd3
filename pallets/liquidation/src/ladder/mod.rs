// SPDX-License-Identifier: GPL-3.0-or-later

//! The risk ladder: which accounts have to be looked at in this block (RISK.md 7, ADR 9 and 21).
//!
//! Each thing that moves accounts' headroom has an odometer that only rises (`odometers.rs`). An account
//! is filed on the rail of each of its drivers, at the rung up to which it can bear that driver's moves,
//! and on the rail of time (`filing.rs`). A block looks at the accounts whose rung is reached, lowest
//! first, and at the hot list once a round (`sweep.rs`).

mod filing;
#[cfg(test)]
pub mod model;
mod odometers;
mod refile;
mod sweep;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
mod types;

#[cfg(feature = "runtime-benchmarks")]
pub(crate) use filing::Dues;
#[cfg(feature = "runtime-benchmarks")]
pub(crate) use sweep::Due;
pub use types::*;
