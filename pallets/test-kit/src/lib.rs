// SPDX-License-Identifier: GPL-3.0-or-later

#![doc = include_str!("../README.md")]

mod blocks;
mod mocks;

pub use blocks::*;
pub use mocks::*;
