// SPDX-License-Identifier: GPL-3.0-or-later

//! The risk ladder between the ledger, which knows what an account can bear, and whoever watches what
//! moves (RISK.md 7).

use super::{DispatchError, Risk};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{pallet_prelude::ConstU32, weights::Weight, BoundedVec};
use scale_info::TypeInfo;
use straddle_primitives::*;

/// Most drivers by which one account is filed; one that more could move is looked at every round.
pub const MAX_DRIVERS: u32 = 64;

/// What moves accounts' headroom. Each has an odometer that only rises.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	TypeInfo,
)]
pub enum DriverId {
	/// Spot and forwards of an underlying, in their logarithms.
	Forward(UnderlyingId),
	/// σ√T of the settlement prices of an underlying, at all strikes that are filed.
	Deviation(UnderlyingId),
	/// The price of other collateral, in its logarithm.
	Price(FeedId),
	/// The price of a stablecoin, in its logarithm.
	Stable(FeedId),
	/// The chain factor g of a source.
	Chain(SourceId),
}

/// What an account can bear, at the latest prices. Amounts in USD × 10^18.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Exposure {
	/// H: `equity_MM − MM` less the reserve (a day's interest at the cap and announced ramps) and less
	/// what passing time can take within the horizon.
	pub headroom: i128,
	/// A_d: what the headroom loses for each unit of a driver; sorted, each once, none below zero.
	pub sensitivities: Vec<(DriverId, i128)>,
	/// At which expiries and strikes `Deviation` has to be measured for it, and at which expiries
	/// `Forward`: so the strikes of futures too. Sorted, each once.
	pub strikes: Vec<(UnderlyingId, Moment, Strike)>,
	/// For how long this holds, in milliseconds; 0 if it is to be looked at every round.
	pub horizon_ms: u64,
	/// The worst state among the prices behind it.
	pub state: PriceState,
}

/// Where an account is filed: at which rung of each driver it is due. It lies in the account's own item,
/// so that a trade sees without another read whether a due gets earlier.
#[derive(
	Clone,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct Filed {
	/// By driver, sorted: the rung at which it is due. Empty if it is not filed by drivers.
	pub dues: BoundedVec<(DriverId, u32), ConstU32<MAX_DRIVERS>>,
	/// The rung of time at which it is due; 0 if it is not filed by time.
	pub time: u32,
	/// It is on the list of those that are looked at every round.
	pub hot: bool,
}

impl Filed {
	/// Whether it is filed anywhere.
	pub fn is_filed(&self) -> bool {
		self.hot || self.time > 0 || !self.dues.is_empty()
	}

	/// At how many places it is filed where it was not before.
	pub fn moved(&self, before: &Self) -> u32 {
		let was = |due: &&(DriverId, u32)| before.dues.binary_search(due).is_ok();
		let new = self.dues.iter().filter(|due| !was(due)).count();
		u32::try_from(new)
			.unwrap_or(MAX_DRIVERS)
			.saturating_add((self.time != before.time).into())
			.saturating_add((self.hot != before.hot).into())
	}
}

/// Files accounts. The ledger tells it of every change that may make a due earlier.
pub trait Ladder {
	/// An account stands as `exposure` says, or needs no watching. Files it where it is due earlier than
	/// `filed` says, and keeps `filed` true; a due that got later is left for when it is reached.
	/// Never fails: what cannot be filed is looked at every round.
	fn file(account: &MarginAccountId, exposure: Option<&Exposure>, filed: &mut Filed);

	/// What it weighs that accounts are filed at so many places where they were not before.
	fn weight(_moved: u32) -> Weight {
		Weight::zero()
	}

	/// A rule by which exposures are computed has changed: look at every account again, riskiest first.
	fn refile_all() {}
}

impl Ladder for () {
	fn file(_: &MarginAccountId, _: Option<&Exposure>, _: &mut Filed) {}
}

/// What of a kind of collateral moves what its lots count for in being left alone.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct KindDrivers {
	/// The feed that prices it.
	pub feed: FeedId,
	/// The state of that price: also where it makes the kind count little and stops nothing else.
	pub state: PriceState,
	/// The chain whose factor g counts in it, if there is one.
	pub chain: Option<SourceId>,
	/// Its weight without g.
	pub weight: FixedU128,
	/// The least that weight is within the time asked for, by what is announced; at most `weight`.
	pub lowest_weight: FixedU128,
}

/// What the ledger offers to whoever watches accounts.
pub trait Watch: Risk {
	/// What an account can bear; `None` if it needs no watching: no shorts, no futures, no orders that
	/// could become either, and no debt.
	///
	/// # Errors
	/// As [`Risk::assess_in`].
	fn exposure_in(
		session: &mut Self::Session,
		account: &MarginAccountId,
	) -> Result<Option<Exposure>, DispatchError>;

	/// The same, with the valuation at the latest prices that it follows from, if the ledger can tell.
	///
	/// # Errors
	/// As [`Risk::assess_in`].
	fn watch_in(
		session: &mut Self::Session,
		account: &MarginAccountId,
	) -> Result<Option<(Exposure, Option<Assessment>)>, DispatchError> {
		Ok(Self::exposure_in(session, account)?.map(|exposure| (exposure, None)))
	}

	/// Where an account is filed; nowhere if it does not exist.
	fn filed(account: &MarginAccountId) -> Filed;

	/// Set where an account is filed; nothing if it does not exist.
	fn set_filed(account: &MarginAccountId, filed: Filed);

	/// Accounts in the order of their keys, after `after`.
	fn accounts_after(after: Option<&MarginAccountId>, limit: u32) -> Vec<MarginAccountId>;
}

/// What takes from collateral besides its price.
pub trait Haircuts {
	/// The chain factors g for maintenance: of what lies on the chain, and of what is here and has its
	/// reserve there.
	fn chain_factors(source: SourceId) -> [FixedU128; 2];

	/// Which part of a price counts for maintenance while its state is what it is.
	fn price_share(reading: &Reading) -> FixedU128;
}

impl Haircuts for () {
	fn chain_factors(_: SourceId) -> [FixedU128; 2] {
		[FixedU128::from_u32(1); 2]
	}

	fn price_share(_: &Reading) -> FixedU128 {
		FixedU128::from_u32(1)
	}
}
