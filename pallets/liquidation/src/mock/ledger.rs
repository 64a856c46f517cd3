// SPDX-License-Identifier: GPL-3.0-or-later

//! The ledger: one item in storage, so that it is rolled back like the real one.

use super::*;
use codec::{Decode, Encode};
use frame_support::{
	storage::unhashed,
	weights::{Weight, WeightMeter},
};
use sp_runtime::{DispatchError, DispatchResult, Perbill};
use std::collections::{BTreeMap, BTreeSet};
use straddle_math::fixed::{mul_div, Rounding, WAD};
use straddle_traits::{
	AuctionStatus, Charge, CollateralCredit, DebtInterest, Journal, KindDrivers, Losses,
	OverdueCash, Refused, Rule, Tally, Work,
};

/// Most that an owner may have.
pub const MAX_ACCOUNTS: u32 = 5;

const BOOK_KEY: &[u8] = b"mock/book";

#[derive(Clone, Debug, Decode, Default, Encode, Eq, PartialEq)]
pub struct Known {
	/// Per contract, at the latest prices and at the median of three.
	pub mark: (Money, Money),
	/// Maintenance margin per contract, long or short.
	pub margin: Money,
}

#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
pub struct Holder {
	pub owner: AccountId32,
	pub cash: Cash,
	pub lots: BTreeMap<CollateralId, u128>,
	pub positions: BTreeMap<Series, Quantity>,
	/// Margin of resting orders.
	pub orders: Money,
}

/// The ledger and what it is valued by.
#[derive(Clone, Debug, Decode, Default, Encode, Eq, PartialEq)]
pub struct Book {
	pub accounts: BTreeMap<MarginAccountId, Holder>,
	pub pots: BTreeMap<Pot, Cash>,
	pub series: BTreeMap<Series, Known>,
	/// Price of a million smallest units and its maintenance weight.
	pub lots: BTreeMap<CollateralId, (Money, Perbill)>,
	/// What accounts gained or lost since the last daily mark.
	pub gains: BTreeMap<(UnderlyingId, MarginAccountId), Cash>,
	/// The tally that is open: of what, of how much, and who is not charged yet.
	pub tally: Option<(UnderlyingId, Cash, BTreeMap<MarginAccountId, Cash>)>,
	/// Σ of its gains.
	pub tallied: Cash,
	/// Blocks in which nothing is counted yet.
	pub counting: u32,
	/// Kinds without a usable price.
	pub silent: BTreeSet<CollateralId>,
	/// Accounts with orders on what has no usable price.
	pub silent_orders: BTreeSet<MarginAccountId>,
	/// A kind without which positions need a hundred more.
	pub paired: Option<CollateralId>,
	/// What an account may owe while a cash call is due.
	pub limits: BTreeMap<MarginAccountId, Cash>,
	/// What a unit of debt has paid so far, times 10^18.
	pub debt_index: u128,
}

pub fn book() -> Book {
	unhashed::get_or_default(BOOK_KEY)
}

pub fn change<R>(f: impl FnOnce(&mut Book) -> R) -> R {
	let mut changed = book();
	let result = f(&mut changed);
	unhashed::put(BOOK_KEY, &changed);
	result
}

impl Book {
	/// All cash and what each kind and series sums to: what no call may change.
	pub fn totals(&self) -> (Cash, BTreeMap<CollateralId, u128>, BTreeMap<Series, i128>) {
		let mut cash: Cash = self.pots.values().sum();
		let mut lots = BTreeMap::<_, u128>::new();
		let mut positions = BTreeMap::<_, i128>::new();
		for holder in self.accounts.values() {
			cash += holder.cash;
			holder.lots.iter().for_each(|(kind, n)| *lots.entry(*kind).or_default() += n);
			for (series, n) in &holder.positions {
				*positions.entry(*series).or_default() += i128::from(*n);
			}
		}
		lots.retain(|_, n| *n != 0);
		positions.retain(|_, n| *n != 0);
		(cash, lots, positions)
	}

	fn apply(&mut self, journal: &Journal) -> DispatchResult {
		for entry in &journal.entries {
			let holder = self.accounts.get_mut(&entry.account).ok_or("no such account")?;
			let auctioned = Liquidation::in_auction(&entry.account);
			if auctioned && matches!(entry.rule, Rule::Bid | Rule::Withdraw) {
				return Err("in auction".into());
			}
			if entry.rule == Rule::Credit && (entry.cash < 0 || !entry.positions.is_empty()) {
				return Err("not a credit".into());
			}
			holder.cash += entry.cash;
			for (kind, by) in &entry.lots {
				let lot = holder.lots.entry(*kind).or_default();
				*lot = lot.checked_add_signed(*by).ok_or("lot below zero")?;
			}
			for (series, by) in &entry.positions {
				*holder.positions.entry(*series).or_default() += by;
			}
			holder.lots.retain(|_, n| *n != 0);
			holder.positions.retain(|_, n| *n != 0);
		}
		for (pot, by) in &journal.pots {
			let may_be_short = *pot == Pot::Insolvency;
			let pot = self.pots.entry(*pot).or_default();
			*pot += by;
			if *pot < 0 && !may_be_short {
				return Err("pot below zero".into());
			}
		}
		Ok(())
	}

	fn assess(&self, account: &MarginAccountId, lens: Lens) -> Option<Assessment> {
		let holder = self.accounts.get(account)?;
		let part = |value: Money, quantity: i128, rounding| {
			mul_div(value.into_inner(), quantity, 1_000_000, rounding).unwrap()
		};
		let (mut full, mut kept, mut options, mut margin) = (0, 0, 0, holder.orders.into_inner());
		for (kind, amount) in &holder.lots {
			let (price, weight) = self.lots.get(kind).copied()?;
			let value = part(price, *amount as i128, Rounding::Down);
			full += value;
			kept += mul_div(value, share_to_wad(weight), WAD, Rounding::Down).unwrap();
		}
		let mut state = PriceState::Valid;
		for (series, quantity) in &holder.positions {
			let known = self.known(series);
			let mark = if lens == Lens::Latest { known.mark.0 } else { known.mark.1 };
			options += part(mark, i128::from(*quantity), Rounding::Down);
			margin += part(known.margin, i128::from(*quantity).abs(), Rounding::Up);
			let spot = <MockPrices as straddle_traits::Prices>::spot(series.underlying, lens);
			state = state.worst(spot.state);
		}
		if let Some(kind) = self.paired {
			let covered = holder.lots.get(&kind).copied().unwrap_or_default() as i128;
			margin += (100 * WAD - covered * (WAD / UNIT)).max(0);
		}
		let cash = mul_div(holder.cash, WAD, UNIT, Rounding::Down).unwrap();
		let money = Money::from_inner;
		Some(Assessment {
			cash: money(cash),
			lots: LotCredit {
				full: money(full),
				initial: money(kept),
				maintenance: money(kept),
				state,
			},
			options: money(options),
			initial: money(margin + margin / 4),
			maintenance: money(margin),
			state,
			orders: match self.silent_orders.contains(account) {
				true => PriceState::NoQuorum,
				false => PriceState::Valid,
			},
		})
	}

	/// That an account is valued.
	pub fn note_work(&self, account: &MarginAccountId, session: &mut Work) {
		let Some(holder) = self.accounts.get(account) else { return };
		let expiries: BTreeSet<_> =
			holder.positions.keys().map(|series| (series.underlying, series.expiry)).collect();
		let underlyings: BTreeSet<_> = expiries.iter().map(|(underlying, _)| underlying).collect();
		*session = session.plus(&Work {
			valuations: 1,
			positions: holder.positions.len() as u32,
			expiries: expiries.len() as u32,
			underlyings: underlyings.len() as u32,
			lots: holder.lots.len() as u32,
			orders: u32::from(holder.orders > usd(0)),
			..Work::default()
		});
	}

	/// A series nobody set has a mark of 100 and a margin of 1,000 (benchmarks).
	fn known(&self, series: &Series) -> Known {
		let unset = Known { mark: (usd(100), usd(100)), margin: usd(1_000) };
		self.series.get(series).cloned().unwrap_or(unset)
	}
}

pub struct MockLedger;

impl MockLedger {
	fn holder(account: &MarginAccountId) -> Option<Holder> {
		if let Some(model) = model::get(account) {
			return Some(model.holder());
		}
		book().accounts.remove(account)
	}
}

impl Ledger<AccountId32> for MockLedger {
	fn owner(account: &MarginAccountId) -> Option<AccountId32> {
		Self::holder(account).map(|holder| holder.owner)
	}

	fn get_or_open(owner: &AccountId32, index: u32) -> Result<MarginAccountId, DispatchError> {
		let id = MarginAccountId::derive(&Default::default(), owner, index);
		if Self::owner(&id).is_none() {
			if index >= MAX_ACCOUNTS {
				return Err("too many accounts".into());
			}
			open(&id, owner.clone(), 0);
		}
		Ok(id)
	}

	fn ensure_may_trade(account: &MarginAccountId, who: &AccountId32) -> DispatchResult {
		match Self::owner(account) {
			Some(owner) if owner == *who => Ok(()),
			_ => Err("may not trade".into()),
		}
	}

	fn ensure_may_withdraw(account: &MarginAccountId, who: &AccountId32) -> DispatchResult {
		Self::ensure_may_trade(account, who)
	}

	fn cash(account: &MarginAccountId) -> Cash {
		Self::holder(account).map_or(0, |holder| holder.cash)
	}

	fn lots(account: &MarginAccountId) -> Vec<(CollateralId, u128)> {
		Self::holder(account).map_or(vec![], |holder| holder.lots.into_iter().collect())
	}

	fn positions(account: &MarginAccountId) -> Vec<(Series, Quantity)> {
		Self::holder(account).map_or(vec![], |holder| holder.positions.into_iter().collect())
	}

	fn position(account: &MarginAccountId, series: &Series) -> (Quantity, u32) {
		let held = Self::holder(account).map(|holder| holder.positions).unwrap_or_default();
		(held.get(series).copied().unwrap_or(0), held.len() as u32)
	}

	/// One, if orders need margin.
	fn orders(account: &MarginAccountId) -> Vec<(OrderId, Place)> {
		let need = Self::holder(account).map_or(usd(0), |holder| holder.orders);
		let place = Place { series: call(), side: Side::Buy, price: UNIT };
		(need > usd(0)).then_some((1, place)).into_iter().collect()
	}

	fn all_orders() -> Vec<(MarginAccountId, OrderId, Place)> {
		Vec::new()
	}

	fn pot(pot: Pot) -> Cash {
		book().pots.get(&pot).copied().unwrap_or(0)
	}

	fn payable_cash() -> Cash {
		unimplemented!("liquidation pays nothing out")
	}

	fn withdrawable_cash_in(_: &mut Work, _: &MarginAccountId) -> Cash {
		unimplemented!("liquidation pays nothing out")
	}

	fn holders(
		_: UnderlyingId,
		_: Moment,
		_: Option<&MarginAccountId>,
		_: u32,
	) -> Vec<MarginAccountId> {
		unimplemented!("liquidation never asks who holds an expiry")
	}

	fn book_in(session: &mut Work, journal: Journal) -> Result<(), Refused> {
		journal.ensure_balanced().map_err(|_| DispatchError::Other("not balanced"))?;
		let mut after = book();
		after.apply(&journal)?;
		for (nth, entry) in journal.entries.iter().enumerate() {
			if matches!(entry.rule, Rule::Bid | Rule::Withdraw) {
				let refused =
					|error| Refused { error: DispatchError::Other(error), entry: Some(nth) };
				after.note_work(&entry.account, session);
				let is = after.assess(&entry.account, Lens::Latest);
				let is = is.ok_or(DispatchError::Other("not valued"))?;
				let wanted =
					if entry.rule == Rule::Bid { PriceUse::Bid } else { PriceUse::Withdraw };
				if !is.state_with_orders().allows(wanted) {
					return Err(refused("price unusable"));
				}
				if is.initial_excess().is_negative() {
					return Err(refused("bidder lacks margin"));
				}
			}
		}
		unhashed::put(BOOK_KEY, &after);
		Ok(())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn open_for_benchmark(owner: &AccountId32, index: u32, cash: Cash) -> MarginAccountId {
		let id = MarginAccountId::derive(&Default::default(), owner, index);
		change(|book| book.accounts.insert(id.clone(), Holder::new(owner.clone(), cash)));
		id
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn fill_for_benchmark(account: &MarginAccountId, seed: u32, positions: u32, _: bool) {
		for n in 0..positions {
			let strike = u64::from(seed) * 10_000 + u64::from(n) + 1;
			hold(account, series(BTC, strike), -CONTRACT - 1);
		}
	}
}

impl Risk for MockLedger {
	type Session = Work;

	fn session() -> Work {
		Work::default()
	}

	fn work(session: &Work) -> Work {
		*session
	}

	fn work_weight(work: &Work) -> Weight {
		// About what the real one takes.
		let parts = [
			(350, 0, work.valuations),
			(1, 0, work.positions),
			(14, 0, work.expiries),
			(6, 0, work.underlyings),
			(7, 0, work.orders),
			(16, 0, work.lots),
			(2, 0, work.new_series),
			(10, 0, work.new_expiries),
			(52, 0, work.new_underlyings),
			(114, 2_500, work.new_kinds),
		];
		let weigh = |(micros, proof, count): (u64, u64, u32)| {
			Weight::from_parts(micros * 1_000_000, proof).saturating_mul(count.into())
		};
		parts.into_iter().map(weigh).fold(Weight::zero(), Weight::saturating_add)
	}

	fn assess_in(
		session: &mut Work,
		account: &MarginAccountId,
		lens: Lens,
	) -> Result<Assessment, DispatchError> {
		if let Some(model) = model::get(account) {
			return model.assess(lens).ok_or(DispatchError::Other("not valued"));
		}
		worker::note_valued();
		let book = book();
		book.note_work(account, session);
		book.assess(account, lens).ok_or(DispatchError::Other("not valued"))
	}

	/// As if the lots' weight were one.
	fn assess_unaged(account: &MarginAccountId) -> Result<Assessment, DispatchError> {
		let mut is = Self::assess(account, Lens::Latest)?;
		is.lots.maintenance = is.lots.full;
		Ok(is)
	}

	fn mark_in(
		_: &mut Work,
		series: &Series,
		lens: Lens,
	) -> Result<(Money, PriceState), DispatchError> {
		let known = book().known(series);
		let mark = if lens == Lens::Latest { known.mark.0 } else { known.mark.1 };
		Ok((mark, <MockPrices as straddle_traits::Prices>::spot(series.underlying, lens).state))
	}

	fn cash_unit() -> u128 {
		UNIT.unsigned_abs()
	}

	fn peg() -> Reading {
		let one = FixedU128::from_u32(1);
		Reading { price: one, state: PriceState::Valid, ..Default::default() }
	}
}

/// Gains are set by hand and all counted at once, and cash is scaled at once.
impl Losses for MockLedger {
	fn losses(account: &MarginAccountId) -> Vec<(UnderlyingId, Cash)> {
		let lost = |((underlying, of), gain): (&(UnderlyingId, MarginAccountId), &Cash)| {
			(of == account && *gain < 0).then_some((*underlying, -gain))
		};
		book().gains.iter().filter_map(lost).collect()
	}

	fn open_tally(underlying: UnderlyingId, deficit: Cash) -> DispatchResult {
		change(|book| {
			if book.tally.is_some() {
				return Err("a tally is open".into());
			}
			let gains = book.gains.iter().filter(|((of, _), gain)| *of == underlying && **gain > 0);
			let gains = gains.map(|((_, account), gain)| (account.clone(), *gain));
			let gains = gains.collect::<BTreeMap<_, _>>();
			book.tallied = gains.values().sum();
			book.tally = Some((underlying, deficit, gains));
			Ok(())
		})
	}

	fn count(_: &mut WeightMeter) -> Option<Tally> {
		let waits = change(|book| {
			let waits = book.counting > 0;
			book.counting = book.counting.saturating_sub(1);
			waits
		});
		let (_, _, gains) = book().tally.filter(|_| !waits)?;
		Some(Tally { sum: book().tallied, accounts: gains.len() as u32 })
	}

	fn next_charge() -> Option<Charge> {
		change(|book| {
			let (_, deficit, gains) = book.tally.as_mut()?;
			let (account, gain) = gains.pop_first()?;
			let (most, sum) = ((*deficit).min(book.tallied), book.tallied);
			let amount = mul_div(most, gain, sum, Rounding::Down).unwrap();
			Some(Charge { account, gain, amount })
		})
	}

	fn close_tally() -> DispatchResult {
		change(|book| book.tally = None);
		Ok(())
	}

	fn scale_cash(amount: Cash, pot: Pot) -> Result<Cash, DispatchError> {
		change(|book| {
			let own: Cash = book.accounts.values().map(|holder| holder.cash.max(0)).sum();
			let amount = amount.min(own);
			let mut taken = 0;
			for holder in book.accounts.values_mut().filter(|holder| holder.cash > 0) {
				let kept = mul_div(holder.cash, own - amount, own, Rounding::Down).unwrap();
				taken += holder.cash - kept;
				holder.cash = kept;
			}
			*book.pots.entry(pot).or_default() += amount;
			*book.pots.entry(Pot::Rounding).or_default() += taken - amount;
			Ok(amount)
		})
	}
}

/// What an account gained (negative: lost) since the last daily mark.
pub fn set_gain(underlying: UnderlyingId, account: &MarginAccountId, gain: Cash) {
	change(|book| book.gains.insert((underlying, account.clone()), gain));
}

impl CollateralCredit for MockLedger {
	/// Whether no chain has aged: then lots count in full.
	type Session = bool;

	fn credit_in(
		unaged: &mut bool,
		kind: CollateralId,
		amount: u128,
		_: Lens,
	) -> Result<LotCredit, DispatchError> {
		let (price, weight) = book().lots.get(&kind).copied().ok_or("not listed")?;
		let weight = if *unaged { Perbill::one() } else { weight };
		let full = mul_div(price.into_inner(), amount as i128, 1_000_000, Rounding::Down).unwrap();
		let kept = mul_div(full, share_to_wad(weight), WAD, Rounding::Down).unwrap();
		let [full, kept] = [full, kept].map(Money::from_inner);
		Ok(LotCredit { full, initial: kept, maintenance: kept, state: PriceState::Valid })
	}

	fn ignore_age(unaged: &mut bool) {
		*unaged = true;
	}

	fn units_in(
		_: &mut bool,
		kind: CollateralId,
		amount: u128,
		_: Lens,
	) -> Result<Option<LotUnits>, DispatchError> {
		let units = FixedU128::from_rational(amount, 1_000_000);
		let weight = FixedU128::from_u32(1);
		Ok((!book().silent.contains(&kind)).then_some(LotUnits {
			feed: FeedId(kind.0),
			units_initial: units,
			units_maintenance: units,
			weight_initial: weight,
			weight_maintenance: weight,
		}))
	}

	fn drivers_in(
		_: &mut bool,
		kind: CollateralId,
		_: Moment,
	) -> Result<KindDrivers, DispatchError> {
		let (_, weight) = book().lots.get(&kind).copied().ok_or("not listed")?;
		let weight = FixedU128::from(weight);
		let (feed, state) = (FeedId(kind.0), PriceState::Valid);
		Ok(KindDrivers { feed, state, chain: None, weight, lowest_weight: weight })
	}

	fn cash_unit() -> u128 {
		UNIT.unsigned_abs()
	}

	fn cash_feed() -> Option<FeedId> {
		None
	}

	fn peg() -> Reading {
		<Self as Risk>::peg()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn kinds_for_benchmark() -> Vec<CollateralId> {
		// A benchmark with components begins with an empty state.
		change(|book| *book.lots.entry(WBTC).or_insert((usd(100), Perbill::from_percent(80))));
		vec![WBTC]
	}
}

impl DebtInterest for MockLedger {
	fn debt_index() -> u128 {
		book().debt_index
	}
}

impl OverdueCash for MockLedger {
	fn overdue(account: &MarginAccountId) -> Cash {
		let book = book();
		let Some(limit) = book.limits.get(account) else { return 0 };
		let cash = book.accounts.get(account).map_or(0, |holder| holder.cash);
		(-cash - limit).max(0)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn call_for_benchmark() {
		change(|book| book.limits = book.accounts.keys().map(|of| (of.clone(), 0)).collect());
	}
}

impl Holder {
	pub fn new(owner: AccountId32, cash: Cash) -> Self {
		let (lots, positions, orders) = Default::default();
		Self { owner, cash, lots, positions, orders }
	}
}
