// SPDX-License-Identifier: GPL-3.0-or-later

#![doc = include_str!("../README.md")]
#![allow(clippy::arithmetic_side_effects)]

pub mod hosted;
pub mod shuttle;
pub mod source;

#[cfg(test)]
mod tests;
