// SPDX-License-Identifier: GPL-3.0-or-later

//! How crowded markets are: all contracts that are open in an underlying, and from how many on its positions
//! and orders need more initial margin (DESIGN.md 9, ADR 42). The only place that writes `OpenMarkets`.
//!
//! A journal is judged by the open interest that it leaves: a trade that opens is asked for what it makes the
//! market need. Both the account as it was and as it will be are valued by that, so a trade that
//! reduces is judged as one whatever the other side opens. Maintenance margin, and with it
//! liquidation and the risk ladder, know nothing of it.

use super::*;
use accounts::change;
use alloc::{collections::BTreeMap, vec::Vec};
use serde::{Deserialize, Serialize};
use sp_runtime::ArithmeticError::Overflow;
use straddle_math::open_interest::{self, Caps};

/// What the journal that is booked opens, by underlying and in millionths (negative: closes).
pub(crate) type Opened = BTreeMap<UnderlyingId, i128>;

/// Soft caps of a market's open interest, in USD of notional: contracts × spot price.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Deserialize,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	Serialize,
	TypeInfo,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OpenCaps {
	/// Up to this notional nothing is added to IM.
	pub lower: FixedU128,
	/// From this notional on no more is added; above `lower`, at most 10^15.
	pub upper: FixedU128,
	/// What IM adds from there on, as a share of itself; above zero, at most 9.
	pub growth: FixedU128,
}

impl From<&OpenCaps> for Caps {
	fn from(caps: &OpenCaps) -> Self {
		// What does not fit fails `validate`.
		let wad = |figure: FixedU128| i128::try_from(figure.into_inner()).unwrap_or(i128::MAX);
		Self { lower: wad(caps.lower), upper: wad(caps.upper), growth: wad(caps.growth) }
	}
}

impl OpenCaps {
	/// Whether every figure is inside its bounds.
	pub fn is_valid(&self) -> bool {
		Caps::from(self).validate().is_ok()
	}
}

/// A market's open interest and its soft caps.
#[derive(Clone, Copy, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct OpenMarket {
	/// Σ of the long positions over its series, in millionths; those of an expiry that is being settled
	/// until they are paid.
	pub contracts: u128,
	/// Its caps; none: nothing is added to IM.
	pub caps: Option<OpenCaps>,
}

impl OpenMarket {
	/// What IM adds as a share of itself once so many more are open, at a spot price that is asked for
	/// only if there are caps.
	fn share(&self, more: i128, spot: impl FnOnce() -> i128) -> i128 {
		let Some(caps) = &self.caps else { return 0 };
		let contracts = self.contracts.saturating_add_signed(more);
		Caps::from(caps).share(contracts, spot())
	}
}

/// How crowded a market is: what the view `open_market` answers.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct MarketCrowd {
	/// All open contracts, in millionths.
	pub contracts: u128,
	/// The same × spot price, in USD, rounded up; none without a price.
	pub notional: Option<FixedU128>,
	/// Its caps, if it has any.
	pub caps: Option<OpenCaps>,
	/// What IM adds as a share of itself.
	pub share: FixedU128,
}

/// What a crowded market adds to an account's IM: part of what the view `health` answers.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct CrowdHealth {
	/// Which market.
	pub underlying: UnderlyingId,
	/// What IM adds as a share of itself.
	pub share: FixedU128,
	/// What that is for the positions, in cash units, rounded up. Under the portfolio rule it is the add-on
	/// `Concentration`. The orders' part is in `orders`.
	pub initial: Money,
}

/// What a market adds to an account's IM, in USD.
pub(crate) struct Crowd {
	pub underlying: UnderlyingId,
	/// As a share of IM.
	pub share: i128,
	/// For the positions.
	pub initial: i128,
}

/// The share that IM adds in an underlying, once the journal that is booked is.
pub(crate) fn share<T: Config>(
	underlying: UnderlyingId,
	opened: &Opened,
	spot: impl FnOnce() -> i128,
) -> i128 {
	let more = opened.get(&underlying).copied().unwrap_or_default();
	OpenMarkets::<T>::get(underlying).share(more, spot)
}

/// Count what a journal opened.
///
/// # Errors
/// The sum does not fit.
pub(crate) fn count<T: Config>(opened: Opened) -> DispatchResult {
	for (underlying, by) in opened.into_iter().filter(|(_, by)| *by != 0) {
		edit::<T>(underlying, |market| {
			market.contracts = market.contracts.checked_add_signed(by).ok_or(Overflow)?;
			Ok(())
		})?;
	}
	Ok(())
}

/// Change a market. One of which nothing is to be known is not stored.
fn edit<T: Config>(
	underlying: UnderlyingId,
	change: impl FnOnce(&mut OpenMarket) -> DispatchResult,
) -> DispatchResult {
	OpenMarkets::<T>::try_mutate_exists(underlying, |stored| {
		let mut market = stored.unwrap_or_default();
		change(&mut market)?;
		*stored = (market != OpenMarket::default()).then_some(market);
		Ok(())
	})
}

/// What a journal opens in the markets that are crowded with it; of others nobody's margin depends on
/// it, and it is not counted.
///
/// # Errors
/// A sum does not fit.
pub(crate) fn opened<T: Config>(
	session: &mut Session<T>,
	journal: &Journal,
) -> Result<Opened, DispatchError> {
	let mut opened = Opened::new();
	let judged = |entry: &Entry| matches!(entry.rule, Rule::Trade { .. } | Rule::Withdraw);
	if !journal.entries.iter().any(judged) {
		return Ok(opened);
	}
	// No more can be opened than is bought.
	for (series, by) in journal.entries.iter().flat_map(|entry| &entry.positions) {
		let bought = opened.entry(series.underlying).or_default();
		*bought = bought.saturating_add((*by).max(0).into());
	}
	let most = core::mem::take(&mut opened);
	for underlying in most.keys().copied() {
		let spot = || session.engine(Lens::Latest).spot(underlying);
		if share::<T>(underlying, &most, spot) > 0 {
			opened.insert(underlying, 0);
		}
	}
	if opened.is_empty() {
		return Ok(opened);
	}
	let mut held = BTreeMap::<&MarginAccountId, Vec<(Series, Quantity)>>::new();
	for entry in &journal.entries {
		for (series, by) in &entry.positions {
			let Some(sum) = opened.get_mut(&series.underlying) else { continue };
			let positions = held
				.entry(&entry.account)
				.or_insert_with(|| <Pallet<T> as Ledger<_>>::positions(&entry.account));
			change(positions, *series, |before: Quantity| {
				let after = before.checked_add(*by).ok_or(Overflow)?;
				let longs = i128::from(after.max(0)).saturating_sub(before.max(0).into());
				*sum = sum.checked_add(longs).ok_or(Overflow)?;
				Ok(after)
			})?;
		}
	}
	Ok(opened)
}

/// What a trade opens if its other side holds nothing yet.
pub(crate) fn opened_alone(series: &Series, before: Quantity, by: Quantity) -> Opened {
	let after = before.saturating_add(by);
	let grown = after.unsigned_abs().saturating_sub(before.unsigned_abs());
	// Through zero it opens all that it has afterwards.
	let through = before.signum() == after.signum().saturating_neg();
	let opened = if through { after.unsigned_abs() } else { grown };
	Opened::from([(series.underlying, opened.into())])
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_open_caps(
		underlying: UnderlyingId,
		caps: Option<OpenCaps>,
	) -> DispatchResult {
		ensure!(caps.is_none_or(|caps| caps.is_valid()), Error::<T>::InvalidParams);
		edit::<T>(underlying, |market| {
			market.caps = caps;
			Ok(())
		})?;
		// No account can be flagged for it, so none has to be filed anew.
		Self::deposit_event(Event::OpenCapsSet { underlying, caps });
		Ok(())
	}

	pub(crate) fn view_open_market(underlying: UnderlyingId) -> MarketCrowd {
		let market = OpenMarkets::<T>::get(underlying);
		let spot = Session::<T>::new().engine(Lens::Latest).spot(underlying);
		let fixed = |wad: i128| FixedU128::from_inner(wad.max(0).unsigned_abs());
		let notional = open_interest::notional(market.contracts, spot).ok();
		MarketCrowd {
			contracts: market.contracts,
			notional: notional.filter(|_| spot > 0).map(fixed),
			caps: market.caps,
			share: fixed(market.share(0, || spot)),
		}
	}

	/// `OpenMarkets` has every market's open interest and valid caps.
	#[cfg(any(feature = "try-runtime", test))]
	pub(crate) fn check_open_markets() -> Result<(), sp_runtime::TryRuntimeError> {
		let mut sums = BTreeMap::<UnderlyingId, u128>::new();
		for (series, open) in OpenInterest::<T>::iter() {
			let sum = sums.entry(series.underlying).or_default();
			*sum = sum.saturating_add(open.longs.into());
		}
		sums.retain(|_, sum| *sum > 0);
		for (underlying, market) in OpenMarkets::<T>::iter() {
			let sum = sums.remove(&underlying).unwrap_or_default();
			ensure!(
				sum == market.contracts,
				"3: a market's open interest is not that of its series"
			);
			ensure!(
				market.caps.is_none_or(|caps| caps.is_valid()),
				"caps are outside their bounds"
			);
			ensure!(
				market != OpenMarket::default(),
				"a market of which nothing is known is stored"
			);
		}
		ensure!(sums.is_empty(), "3: open interest of no market");
		Ok(())
	}
}
