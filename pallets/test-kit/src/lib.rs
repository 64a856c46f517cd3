// SPDX-License-Identifier: GPL-3.0-or-later

#![doc = include_str!("../README.md")]

mod blocks;
mod cases;
mod feeders;
mod mocks;

pub use blocks::*;
pub use cases::*;
pub use feeders::*;
pub use mocks::*;
