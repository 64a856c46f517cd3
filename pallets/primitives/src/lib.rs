// SPDX-License-Identifier: GPL-3.0-or-later

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod account;
mod price;
mod series;

pub use account::*;
pub use price::*;
pub use series::*;

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
pub use sp_arithmetic::{FixedI128, FixedU128};

/// USD per whole unit of an asset, 18 decimals.
pub type Price = FixedU128;
/// A signed amount of USD or of whole cash units, 18 decimals.
pub type Money = FixedI128;
/// A signed amount in the smallest units of the stablecoin.
pub type Cash = i128;
/// Millionths of a contract; long is positive, short is negative.
pub type Quantity = i64;
/// Unix milliseconds of chain time.
pub type Moment = u64;

/// Millionths in one contract.
pub const CONTRACT: Quantity = 1_000_000;
/// Milliseconds in a minute.
pub const MINUTE_MS: Moment = 60_000;
/// Milliseconds in an hour.
pub const HOUR_MS: Moment = 60 * MINUTE_MS;
/// Milliseconds in a day.
pub const DAY_MS: Moment = 24 * HOUR_MS;

macro_rules! id {
	($(#[$doc:meta])* $name:ident($inner:ty)) => {
		$(#[$doc])*
		#[derive(
			Clone, Copy, Debug, Decode, DecodeWithMemTracking, Default, Deserialize, Encode, Eq,
			Hash, MaxEncodedLen, Ord, PartialEq, PartialOrd, Serialize, TypeInfo,
		)]
		#[serde(transparent)]
		pub struct $name(pub $inner);
	};
}

id!(
	/// A feed of the oracle: one number that the feeders report.
	FeedId(u16)
);
id!(
	/// Something that options are written on.
	UnderlyingId(u16)
);
id!(
	/// A kind of collateral: an asset on one chain, proven in one way.
	CollateralId(u16)
);
id!(
	/// A chain on which collateral lives. Straddle itself is [`SourceId::LOCAL`].
	SourceId(u16)
);

impl SourceId {
	/// Tokens that arrived here by reserve transfer.
	pub const LOCAL: Self = Self(0);
}

/// The kind that stands for the stablecoin: its deposits become cash, never a lot.
pub const CASH: CollateralId = CollateralId(0);
