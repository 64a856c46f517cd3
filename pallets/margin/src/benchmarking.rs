// SPDX-License-Identifier: GPL-3.0-or-later

//! Benchmarks of the calls, the block work, and what other pallets do through the doors. Accounts
//! are full: every kind of lot, and positions each in an expiry of its own.

#![allow(clippy::arithmetic_side_effects)]

mod sized;

use super::*;
use alloc::{vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::{assert_ok, hypothetically, traits::EnsureOrigin, weights::WeightMeter};
use frame_system::RawOrigin;
use sized::{in_expiries, in_expiry, in_underlyings, with_lots, with_orders, Case};
use straddle_math::{mul_div, Rounding, WAD};
use straddle_traits::{
	benchmarking::{open_market, SPOT},
	Watch,
};

/// Markets and expiries of each: as many as pallet-options lists, and more than an account holds.
const MARKETS: u32 = 32;
const EXPIRIES: u32 = 32;
/// Of each kind of collateral.
const LOT: u128 = 1_000_000;

fn owner(seed: u32) -> AccountId32 {
	account("owner", seed, 0)
}

fn cash<T: Config>(units: i128) -> Cash {
	units.saturating_mul(i128::try_from(T::Collateral::cash_unit()).unwrap_or(i128::MAX))
}

/// The `n`th series of `seed`: calls in one half of the markets, puts in the other.
fn series<T: Config>(seed: u32, n: u32) -> Series {
	let kind = if n.is_multiple_of(2) { Kind::Call } else { Kind::Put };
	let days = u64::from(30 + n / MARKETS % EXPIRIES);
	Series {
		underlying: UnderlyingId((n % MARKETS) as u16),
		expiry: T::Time::now() + days * DAY_MS,
		strike: Strike::usd(u64::from(SPOT + seed)),
		kind,
	}
}

/// [`Ledger::fill_for_benchmark`]. Its owner has another account, so that his list of tails counts.
pub(crate) fn fill<T: Config>(id: &MarginAccountId, seed: u32, positions: u32, long: bool) {
	turn::<T>(id);
	stock::<T>(id, seed, positions, long);
}

/// [`Ledger::turn_for_benchmark`].
pub(crate) fn turn<T: Config>(id: &MarginAccountId) {
	if let Some(owner) = Pallet::<T>::owner(id) {
		Pallet::<T>::open_for_benchmark(&owner, 1_000, 0);
	}
	set_mode::<T>(id, MarginMode::Portfolio);
}

/// [`Ledger::file_for_benchmark`]. Whatever moves them is measured from now on.
pub(crate) fn file<T: Config>(ids: &[MarginAccountId], change: impl FnOnce()) {
	let exposure = |id| <Pallet<T> as Watch>::exposure_in(&mut Pallet::<T>::session(), id);
	let after = hypothetically!({
		change();
		ids.iter().map(exposure).collect::<Vec<_>>()
	});
	for (id, exposure) in ids.iter().zip(after) {
		let exposure = exposure.expect("it can be valued");
		let mut filed = Filed::default();
		T::Ladder::file(id, exposure.as_ref(), &mut filed);
		Accounts::<T>::mutate_extant(id, |account| account.filed = filed);
	}
}

fn set_mode<T: Config>(id: &MarginAccountId, mode: MarginMode) {
	Accounts::<T>::mutate(id, |account| {
		if let Some(account) = account {
			account.mode = mode;
		}
	});
}

/// The same, with no other account.
fn stock<T: Config>(id: &MarginAccountId, seed: u32, positions: u32, long: bool) {
	for market in 0..MARKETS {
		open_market::<T::Prices>(UnderlyingId(market as u16));
	}
	// The dearer rule.
	set_mode::<T>(id, MarginMode::Portfolio);
	let other = Pallet::<T>::open_for_benchmark(&account("other", seed, 0), 0, 0);
	let mut own = Entry::new(id.clone(), Rule::Forced);
	let mut others = Entry::new(other, Rule::Forced);
	for n in 0..positions {
		// One in three is of the other kind, so that each account has naked shorts; not the first in a
		// market.
		let quantity = if (n % 3 == 1) != long { CONTRACT } else { -CONTRACT };
		own.positions.push((series::<T>(seed, n), quantity));
		others.positions.push((series::<T>(seed, n), -quantity));
	}
	let mut journal = Journal::default();
	for kind in T::Collateral::kinds_for_benchmark() {
		own.lots.push((kind, LOT as i128));
		journal.lots_in.push((kind, LOT as i128));
	}
	journal.entries = vec![own, others];
	assert_ok!(Pallet::<T>::book(journal));
}

/// An account with much cash and `s` positions, most of them short.
fn filled<T: Config>(owner: &AccountId32, index: u32, s: u32) -> MarginAccountId {
	let id = Pallet::<T>::open_for_benchmark(owner, index, cash::<T>(1_000_000_000));
	fill::<T>(&id, index, s, false);
	id
}

/// Take cash from an account until it stands between both margins: from then on a trade values it
/// before and after.
fn starve<T: Config>(id: &MarginAccountId) {
	let is = Pallet::<T>::assess(id, Lens::Latest).expect("everything has a price");
	let between = (is.initial.into_inner() - is.maintenance.into_inner()) / 2;
	let spare = is.initial_excess().into_inner() + between;
	let spare = mul_div(spare, cash::<T>(1), WAD, Rounding::Down).expect("fits");
	let entry = Entry::new(id.clone(), Rule::Forced).cash(-spare);
	// Not into the pool: it would cover the account's tails.
	assert_ok!(Pallet::<T>::book(Journal::of(vec![entry]).pot(Pot::Treasury, spare)));
}

/// The only account of its owner, with much cash and `s` positions: it changes, too, when a second one
/// comes or goes.
fn lone<T: Config>(owner: &AccountId32, seed: u32, s: u32) -> MarginAccountId {
	let id = Pallet::<T>::open_for_benchmark(owner, seed, cash::<T>(1_000_000_000));
	stock::<T>(&id, seed, s, false);
	id
}

/// Let so many keys that never signed trade for an account as may: all are forgotten with it.
fn delegate<T: Config>(id: &MarginAccountId) {
	for n in 0..MAX_DELEGATES {
		assert_ok!(Pallet::<T>::do_set_delegate(id.clone(), account("delegate", n, 0)));
	}
}

/// An account with so many positions that borrowed nearly all that is held.
fn indebted<T: Config>(s: u32) -> MarginAccountId {
	let debtor = filled::<T>(&owner(0), 0, s);
	let cash = Pallet::<T>::cash(&debtor).saturating_mul(100);
	let debt = Entry::new(debtor.clone(), Rule::Forced).cash(-cash);
	assert_ok!(Pallet::<T>::book(Journal::of(vec![debt]).pot(Pot::GlobalPool, cash)));
	debtor
}

/// Let utilisation have been above for as long as it takes. The clock of a benchmark may stand at zero.
fn above<T: Config>() -> Moment {
	let (now, rule) = (T::Time::now() + HOUR_MS, CashCallRule::<T>::get());
	let at = now - MINUTE_MS;
	CashCalls::<T>::put(CallWatch { at, above_ms: rule.hold_ms, ..Default::default() });
	now
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn create_account() {
		let who = owner(0);
		lone::<T>(&who, 0, MAX_POSITIONS);
		// Something lies at its address already.
		frame_system::Pallet::<T>::inc_providers(Pallet::<T>::id_of(&who, 7).address());
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), 7);
		assert!(Accounts::<T>::contains_key(Pallet::<T>::id_of(&who, 7)));
	}

	#[benchmark]
	fn close_account() {
		let who = owner(0);
		lone::<T>(&who, 0, MAX_POSITIONS);
		let id = Pallet::<T>::open_for_benchmark(&who, 1, 0);
		delegate::<T>(&id);
		T::OnClosed::fill_for_benchmark(&id);
		#[extrinsic_call]
		_(RawOrigin::Signed(who), id.clone());
		assert!(!Accounts::<T>::contains_key(id));
	}

	#[benchmark]
	fn set_delegate() {
		let id = filled::<T>(&owner(0), 0, MAX_POSITIONS);
		for n in 1..MAX_DELEGATES {
			assert_ok!(Pallet::<T>::do_set_delegate(id.clone(), account("delegate", n, 0)));
		}
		#[extrinsic_call]
		_(RawOrigin::Signed(owner(0)), id.clone(), account("delegate", 0, 0));
		let delegates = Accounts::<T>::get(id).map(|account| account.delegates.len());
		assert_eq!(delegates, Some(MAX_DELEGATES as usize));
	}

	#[benchmark]
	fn remove_delegate() {
		let id = filled::<T>(&owner(0), 0, MAX_POSITIONS);
		delegate::<T>(&id);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner(0)), id.clone(), account("delegate", MAX_DELEGATES - 1, 0));
		let delegates = Accounts::<T>::get(id).map(|account| account.delegates.len());
		assert_eq!(delegates, Some(MAX_DELEGATES as usize - 1));
	}

	#[benchmark]
	fn transfer_cash(s: Linear<1, MAX_POSITIONS>) {
		let from = filled::<T>(&owner(0), 0, s);
		let to = filled::<T>(&owner(0), 1, s);
		let before = Pallet::<T>::cash(&to);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner(0)), from, to.clone(), 5);
		assert_eq!(Pallet::<T>::cash(&to), before + 5);
	}

	#[benchmark]
	fn set_mode(s: Linear<1, MAX_POSITIONS>) {
		let id = filled::<T>(&owner(0), 0, s);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner(0)), id.clone(), MarginMode::Portfolio);
		let mode = Accounts::<T>::get(id).map(|account| account.mode);
		assert_eq!(mode, Some(MarginMode::Portfolio));
	}

	#[benchmark]
	fn offer_ownership() {
		let id = filled::<T>(&owner(0), 0, MAX_POSITIONS);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner(0)), id.clone(), owner(1));
		assert_eq!(Pallet::<T>::offered_to(id), Some(owner(1)));
	}

	#[benchmark]
	fn cancel_offer() {
		let id = filled::<T>(&owner(0), 0, MAX_POSITIONS);
		assert_ok!(Pallet::<T>::do_offer_ownership(&owner(0), id.clone(), owner(1)));
		#[extrinsic_call]
		_(RawOrigin::Signed(owner(0)), id.clone());
		assert_eq!(Pallet::<T>::offered_to(id), None);
	}

	#[benchmark]
	fn accept_ownership(s: Linear<1, MAX_POSITIONS>) {
		let id = lone::<T>(&owner(0), 0, s);
		lone::<T>(&owner(1), 1, MAX_POSITIONS);
		lone::<T>(&owner(0), 2, MAX_POSITIONS);
		delegate::<T>(&id);
		assert_ok!(Pallet::<T>::do_offer_ownership(&owner(0), id.clone(), owner(1)));
		#[extrinsic_call]
		_(RawOrigin::Signed(owner(1)), id.clone());
		assert_eq!(Pallet::<T>::owner(&id), Some(owner(1)));
	}

	/// Longs that close shorts of the taker, who is below his initial margin and stays there: he is valued
	/// before and after. So little of each that the other positions hold him there.
	#[benchmark]
	fn move_assets(s: Linear<1, { MAX_POSITIONS / 2 }>, p: Linear<1, { MAX_POSITIONS / 2 }>) {
		let from = filled::<T>(&owner(0), 0, s);
		let to = filled::<T>(&owner(0), 1, s);
		let moved = (s..s + p).map(|n| (series::<T>(2, n), 1)).collect::<vec::Vec<_>>();
		let mut gives = Entry::new(from.clone(), Rule::Forced);
		let mut takes = Entry::new(to.clone(), Rule::Forced);
		for (series, quantity) in &moved {
			gives.positions.push((*series, *quantity));
			takes.positions.push((*series, -*quantity));
		}
		assert_ok!(Pallet::<T>::book(Journal::of(vec![gives, takes])));
		starve::<T>(&to);
		let lots = Pallet::<T>::lots(&from).into_iter().map(|(kind, amount)| (kind, amount / 2));
		let lots = BoundedVec::truncate_from(lots.collect());
		let positions = BoundedVec::truncate_from(moved);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner(0)), from.clone(), to.clone(), 1, lots, positions, false);
		assert_eq!(Pallet::<T>::positions(&from).len() as u32, s);
		assert_eq!(Pallet::<T>::positions(&to).len() as u32, s);
	}

	/// The account is found below its initial margin.
	#[benchmark]
	fn poke(s: Linear<1, MAX_POSITIONS>) {
		let id = filled::<T>(&owner(0), 0, s);
		starve::<T>(&id);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner(1)), id.clone());
		let standing = Accounts::<T>::get(id).map(|account| account.standing);
		assert_eq!(standing, Some(Standing::BelowInitial));
	}

	#[benchmark]
	fn set_portfolio_params() -> Result<(), BenchmarkError> {
		let origin =
			T::RiskOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		let mut params = PortfolioParams::default();
		for group in 0..MAX_GROUPS {
			let underlyings =
				(0..MAX_GROUPS).map(|n| UnderlyingId((group * MAX_GROUPS + n) as u16));
			let underlyings = BoundedVec::truncate_from(underlyings.collect());
			let weight = FixedU128::from_u32(1);
			assert!(params.groups.try_push(CorrelatedGroup { underlyings, weight }).is_ok());
		}
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, alloc::boxed::Box::new(params.clone()));
		assert_eq!(PortfolioRule::<T>::get(), params);
		Ok(())
	}

	#[benchmark]
	fn set_params() -> Result<(), BenchmarkError> {
		let origin =
			T::RiskOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		let reserve = FixedU128::from_rational(20, 100);
		let params = RiskParams { reserve, ..Default::default() };
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, params);
		assert_eq!(Params::<T>::get(), params);
		Ok(())
	}

	#[benchmark]
	fn accrue() {
		// A debtor, a creditor, and rounding that has to be moved.
		let rich =
			|seed| Pallet::<T>::open_for_benchmark(&owner(seed), 0, cash::<T>(1_000_000_000));
		let (debtor, _creditor) = (rich(0), rich(1));
		let debt = Entry::new(debtor, Rule::Forced).cash(-cash::<T>(1_500_000_000));
		let journal = Journal::of(vec![debt]).pot(Pot::GlobalPool, cash::<T>(1_500_000_000));
		assert_ok!(Pallet::<T>::book(journal));
		// The clock of a benchmark may stand at zero.
		let now = T::Time::now() + HOUR_MS;
		Interest::<T>::mutate(|indexes| indexes.at = now - MINUTE_MS);
		Totals::<T>::mutate(|totals| totals.owed += 7 * cash::SCALE);
		let accrued;
		#[block]
		{
			accrued = CashBook::<T>::open().accrue(now, &Params::<T>::get().curve);
		}
		assert_ok!(accrued);
		assert!(Interest::<T>::get().borrow > 0);
		assert!(Pots::<T>::get(Pot::Rounding) >= 7);
	}

	#[benchmark]
	fn assess(s: Linear<1, MAX_POSITIONS>) {
		let id = filled::<T>(&owner(0), 0, s);
		let assessment;
		#[block]
		{
			assessment = Pallet::<T>::assess(&id, Lens::Latest);
		}
		let margin = assessment.map(|assessment| assessment.initial > Money::from_inner(0));
		assert_eq!(margin, Ok(true));
	}

	/// A trade of two accounts below their initial margins, which both get nearer to it: each is valued
	/// twice.
	#[benchmark]
	fn book(s: Linear<16, { MAX_POSITIONS - 1 }>) {
		let buyer = filled::<T>(&owner(0), 0, s);
		// So that a sale lowers his margin.
		let seller = Pallet::<T>::open_for_benchmark(&owner(1), 1, cash::<T>(1_000_000_000));
		fill::<T>(&seller, 1, s, true);
		let traded = series::<T>(2, s);
		let side = |account: &MarginAccountId, rule, quantity, cash| {
			Entry::new(account.clone(), rule).position(traded, quantity).cash(cash)
		};
		assert_ok!(Pallet::<T>::book(Journal::of(vec![
			side(&buyer, Rule::Forced, -CONTRACT, 0),
			side(&seller, Rule::Forced, CONTRACT, 0),
		])));
		starve::<T>(&buyer);
		starve::<T>(&seller);
		let (mark, _) = Pallet::<T>::mark(&traded, Lens::Latest).expect("it has a price");
		let mark = mul_div(mark.into_inner(), cash::<T>(1), WAD, Rounding::Nearest).expect("fits");
		let rule = Rule::Trade { near_mark: true };
		let journal = Journal::of(vec![
			side(&buyer, rule, CONTRACT, -mark),
			side(&seller, rule, -CONTRACT, mark),
		]);
		let booked;
		#[block]
		{
			booked = Pallet::<T>::book(journal);
		}
		assert_ok!(booked);
		assert_eq!(Pallet::<T>::positions(&buyer).len() as u32, s);
	}

	/// A call is made.
	#[benchmark]
	fn watch_cash() {
		indebted::<T>(1);
		let now = above::<T>();
		let watched;
		#[block]
		{
			watched = Pallet::<T>::watch_cash(now);
		}
		assert_ok!(watched);
		assert!(CashCalls::<T>::get().open.is_some());
	}

	#[benchmark]
	fn clear_limits() {
		for n in 0..CLEARED_PER_BLOCK {
			let limit = CallLimit { call: 1, limit: 1 };
			CallLimits::<T>::insert(MarginAccountId(owner(n)), limit);
		}
		CashCalls::<T>::put(CallWatch { made: 1, uncleared: true, ..Default::default() });
		#[block]
		{
			Pallet::<T>::clear_limits(&mut WeightMeter::new());
		}
		assert_eq!(CallLimits::<T>::iter().count(), 0);
	}

	/// The largest account, without the means.
	#[benchmark]
	fn enforce_cash_call() {
		let debtor = indebted::<T>(MAX_POSITIONS);
		let now = above::<T>();
		assert_ok!(Pallet::<T>::watch_cash(now));
		CashCalls::<T>::mutate(|watch| {
			if let Some(open) = &mut watch.open {
				open.age_ms = open.due_ms;
			}
		});
		let enforced;
		#[block]
		{
			enforced = Pallet::<T>::do_enforce_cash_call(debtor.clone());
		}
		// There may be no means, but something is due.
		assert!(enforced != Err(Error::<T>::NothingDue.into()));
		assert!(Pallet::<T>::call_due(&debtor).is_ok_and(|due| due > 0));
	}

	#[benchmark]
	fn set_cash_call_params() -> Result<(), BenchmarkError> {
		let origin =
			T::RiskOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		let params = CashCallParams { hold_ms: DAY_MS, ..Default::default() };
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, params);
		assert_eq!(CashCallRule::<T>::get(), params);
		Ok(())
	}

	/// Of a market with open interest.
	#[benchmark]
	fn set_open_caps() -> Result<(), BenchmarkError> {
		let origin =
			T::RiskOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		filled::<T>(&owner(0), 0, 1);
		let figure = FixedU128::from_u32;
		let caps = OpenCaps { lower: figure(1), upper: figure(2), growth: figure(4) };
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, UnderlyingId(0), Some(caps));
		let market = OpenMarkets::<T>::get(UnderlyingId(0));
		assert!(market.caps == Some(caps) && market.contracts > 0);
		Ok(())
	}

	#[benchmark]
	fn endow_pool() -> Result<(), BenchmarkError> {
		let origin =
			T::RiskOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		let donor = Pallet::<T>::open_for_benchmark(&owner(0), 0, cash::<T>(2));
		let gift = Entry::new(donor, Rule::Forced).cash(-cash::<T>(2));
		assert_ok!(Pallet::<T>::book(Journal::of(vec![gift]).pot(Pot::Treasury, cash::<T>(2))));
		let amount = cash::<T>(1).unsigned_abs();
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, Pot::GlobalPool, amount);
		assert_eq!(Pots::<T>::get(Pot::GlobalPool), cash::<T>(1));
		Ok(())
	}

	#[benchmark]
	fn turn_day() {
		let day = Interest::<T>::get().day;
		let (now, params) = (T::Time::now() + DAY_MS.saturating_mul(2), Params::<T>::get().day);
		#[block]
		{
			Pallet::<T>::turn_day(now, &params);
		}
		assert!(Interest::<T>::get().day > day);
	}

	/// One series, on a new day.
	#[benchmark]
	fn mark_series() {
		filled::<T>(&owner(0), 0, 1);
		Interest::<T>::mutate(|indexes| indexes.day += 1);
		DaySweep::<T>::put(None::<Series>);
		let day = Interest::<T>::get().day;
		#[block]
		{
			Pallet::<T>::mark_day(&mut WeightMeter::new());
		}
		let marked = OpenInterest::<T>::iter_values()
			.all(|open| open.marked.is_some_and(|marked| marked.day == day));
		assert!(marked && !DaySweep::<T>::exists());
	}

	/// An account that gained, with all positions in the underlying, before it moves.
	#[benchmark]
	fn count_account(p: Linear<1, MAX_POSITIONS>) {
		let id = Pallet::<T>::open_for_benchmark(&owner(0), 0, cash::<T>(1_000_000_000));
		let other = Pallet::<T>::open_for_benchmark(&owner(1), 0, cash::<T>(1_000_000_000));
		let underlying = UnderlyingId(0);
		open_market::<T::Prices>(underlying);
		let mut own = Entry::new(id.clone(), Rule::Forced).cash(1).premium(underlying, 1);
		let mut others = Entry::new(other, Rule::Forced).cash(-1).premium(underlying, -1);
		for n in 0..p {
			let series = Series {
				underlying,
				expiry: T::Time::now() + u64::from(30 + n / 16) * DAY_MS,
				strike: Strike::usd(u64::from(SPOT + n % 16)),
				kind: Kind::Call,
			};
			own.positions.push((series, CONTRACT));
			others.positions.push((series, -CONTRACT));
			// What it was bought for was a gain.
			own.premiums.push((underlying, cash::<T>(2_000)));
		}
		assert_ok!(Pallet::<T>::book(Journal::of(vec![own, others])));
		assert_ok!(<Pallet<T> as straddle_traits::Losses>::open_tally(underlying, 1));
		let entry = Entry::new(id.clone(), Rule::Withdraw);
		let account = Accounts::<T>::get(&id).expect("it is there");
		// The marks are those of the marking.
		assert_ok!(crate::tally::mark_for_benchmark::<T>());
		let pending;
		#[block]
		{
			let mut session = Session::<T>::new();
			pending = crate::tally::witness::<T>(&mut session, underlying, &entry, &account);
		}
		assert_eq!(pending, Ok(1));
		assert!(Gains::<T>::contains_key(id));
	}

	#[benchmark]
	fn clear_rises() {
		filled::<T>(&owner(0), 0, 32);
		let tally = OpenTally {
			underlying: UnderlyingId(0),
			day: 0,
			deficit: 0,
			stage: Stage::Over,
			sum: 0,
			charged: 0,
			accounts: 0,
		};
		Tallies::<T>::put(tally);
		for n in 0..15 {
			Rises::<T>::insert(series::<T>(0, n), Money::default());
		}
		#[block]
		{
			Pallet::<T>::clear_rises(&mut WeightMeter::new());
		}
		assert!(!Tallies::<T>::exists());
	}

	/// The whole list of levels is looked at, and the last position was just settled.
	#[benchmark]
	fn close_books() -> Result<(), BenchmarkError> {
		if T::Restrictions::winding_down_since().is_none() {
			T::Restrictions::wind_down_for_benchmark();
		}
		let caller = whitelisted_caller();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller));
		assert!(Books::<T>::exists());
		Ok(())
	}

	/// A valuation in a trade, by a session that knows the prices. The account has `p` positions in an expiry, by the
	/// standard rule: there each costs most.
	#[benchmark]
	fn value_positions(p: Linear<1, MAX_POSITIONS>) {
		let mut case = Case::<T>::known(in_expiry::<T>(MarginMode::Standard, p));
		#[block]
		{
			case.run();
		}
		case.check(|work| work.positions, 2 * p);
	}

	/// The same of `e` expiries with a position each, by the portfolio rule.
	#[benchmark]
	fn value_expiries(e: Linear<1, EXPIRIES>) {
		let mut case = Case::<T>::known(in_expiries::<T>(e));
		#[block]
		{
			case.run();
		}
		case.check(|work| work.expiries, 2 * e);
	}

	/// The same of `u` underlyings with a position each, by the portfolio rule.
	#[benchmark]
	fn value_underlyings(u: Linear<1, MARKETS>) {
		let mut case = Case::<T>::known(in_underlyings::<T>(u));
		#[block]
		{
			case.run();
		}
		case.check(|work| work.underlyings, 2 * u);
	}

	/// The same of a position and `o` orders, each in another series.
	#[benchmark]
	fn value_orders(o: Linear<1, MAX_ORDERS>) {
		let mut case = Case::<T>::known(with_orders::<T>(o));
		#[block]
		{
			case.run();
		}
		case.check(|work| work.orders, 2 * o);
	}

	/// The same of a position and `l` lots: there is one kind less, since cash is one.
	#[benchmark]
	fn value_lots(l: Linear<1, { MAX_LOTS - 1 }>) {
		let mut case = Case::<T>::known(with_lots::<T>(l));
		#[block]
		{
			case.run();
		}
		case.check(|work| work.lots, 2 * l);
	}

	/// A valuation by a session that knows nothing, with `s` series of an expiry.
	#[benchmark]
	fn learn_series(s: Linear<1, MAX_POSITIONS>) {
		let mut case = Case::<T>::unknown(in_expiry::<T>(MarginMode::Portfolio, s));
		#[block]
		{
			case.run();
		}
		case.check(|work| work.new_series, s);
	}

	/// The same with `e` expiries.
	#[benchmark]
	fn learn_expiries(e: Linear<1, EXPIRIES>) {
		let mut case = Case::<T>::unknown(in_expiries::<T>(e));
		#[block]
		{
			case.run();
		}
		case.check(|work| work.new_expiries, e);
	}

	/// The same with `u` underlyings.
	#[benchmark]
	fn learn_underlyings(u: Linear<1, MARKETS>) {
		let mut case = Case::<T>::unknown(in_underlyings::<T>(u));
		#[block]
		{
			case.run();
		}
		case.check(|work| work.new_underlyings, u);
	}

	/// The same with `k` kinds of lots, of which cash is none.
	#[benchmark]
	fn learn_kinds(k: Linear<1, { MAX_LOTS - 1 }>) {
		let mut case = Case::<T>::unknown(with_lots::<T>(k));
		#[block]
		{
			case.run();
		}
		case.check(|work| work.new_kinds, k);
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
