// SPDX-License-Identifier: GPL-3.0-or-later

//! What each call and each step of block work costs.

#![allow(clippy::arithmetic_side_effects)]

use super::*;
use frame_benchmarking::v2::*;
use frame_system::RawOrigin;
use CancelReason::Requested;
use Side::{Buy, Sell};

const U: UnderlyingId = UnderlyingId(0);
const TICK: Cash = 1;
const PRICE: Cash = 10_000_000;
const CASH: Cash = 1_000_000_000_000_000;

fn market() -> Market {
	Market {
		calendar: Calendar { period_ms: DAY_MS, offset_ms: 8 * HOUR_MS, count: 1 },
		strike_step: StrikeStep::Fixed(Strike::usd(10)),
		strikes_each_side: 20,
		tick: TICK,
		lot: 1,
		minimum: 1,
		fees: Fees {
			taker: Permill::from_parts(300),
			maker: Permill::from_parts(100),
			cap: MAX_FEE_CAP,
		},
		open_interest_cap: u64::MAX,
		state: MarketState::Open,
	}
}

/// A market with one expiry; returns its call at the money.
fn set_up<T: Config>() -> Series {
	T::Prices::set_for_benchmark(U, Price::from_u32(1_000), FixedU128::from_rational(1, 2));
	Pallet::<T>::do_set_market(U, market()).unwrap();
	Markets::<T>::insert(U, market());
	if Expiries::<T>::get(U).is_empty() {
		listing::upkeep::<T>(U, &market(), 0).unwrap();
	}
	let expiry = Expiries::<T>::get(U)[0].at;
	let listing = Listings::<T>::get((U, expiry)).unwrap();
	let strike = listing.strikes[listing.strikes.len() / 2];
	Series { underlying: U, expiry, strike, kind: Kind::Call }
}

fn account_of<T: Config>(n: u32) -> (AccountId32, MarginAccountId) {
	let owner: AccountId32 = account("trader", n, 0);
	let account = T::Ledger::open_for_benchmark(&owner, 0, CASH);
	(owner, account)
}

fn rest<T: Config>(account: &MarginAccountId, series: Series, side: Side, price: Cash) {
	let place = Place { series, side, price };
	let kind = TimeInForce::PostOnly;
	Pallet::<T>::do_place_order(account.clone(), place, CONTRACT, kind, false).unwrap();
}

/// A book of sixteen levels a side away from the top, by others.
fn crowd<T: Config>(series: Series) {
	for n in 0..16u32 {
		let (_, account) = account_of::<T>(1_000 + n);
		rest::<T>(&account, series, Buy, PRICE / 2 - Cash::from(n));
		rest::<T>(&account, series, Sell, PRICE * 2 + Cash::from(n));
	}
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn place_resting() {
		let series = set_up::<T>();
		crowd::<T>(series);
		let (owner, account) = account_of::<T>(0);
		#[extrinsic_call]
		place_order(
			RawOrigin::Signed(owner),
			account.clone(),
			series,
			Buy,
			CONTRACT,
			PRICE,
			TimeInForce::GoodTilCancelled,
			false,
		);
		assert_eq!(OrdersOf::<T>::get(account).len(), 1);
	}

	#[benchmark]
	fn place_matching(n: Linear<1, MAX_MATCHES>) {
		let series = set_up::<T>();
		crowd::<T>(series);
		for maker in 1..=n {
			rest::<T>(&account_of::<T>(maker).1, series, Sell, PRICE);
		}
		let (owner, account) = account_of::<T>(0);
		#[extrinsic_call]
		place_order(
			RawOrigin::Signed(owner),
			account.clone(),
			series,
			Buy,
			CONTRACT * Quantity::from(n),
			PRICE,
			TimeInForce::FillOrKill,
			false,
		);
		let held = T::Ledger::positions(&account);
		assert_eq!(held, [(series, CONTRACT * Quantity::from(n))]);
	}

	#[benchmark]
	fn cancel_order() {
		let series = set_up::<T>();
		crowd::<T>(series);
		let (owner, account) = account_of::<T>(0);
		rest::<T>(&account, series, Buy, PRICE);
		let (id, _) = OrdersOf::<T>::get(&account)[0];
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), account.clone(), id);
		assert!(!OrdersOf::<T>::contains_key(account));
	}

	#[benchmark]
	fn cancel_all(n: Linear<1, MAX_ORDERS>) {
		let series = set_up::<T>();
		crowd::<T>(series);
		let (owner, account) = account_of::<T>(0);
		for level in 0..n {
			rest::<T>(&account, series, Buy, PRICE - Cash::from(level));
		}
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), account.clone(), Some(U));
		assert!(!OrdersOf::<T>::contains_key(account));
	}

	#[benchmark]
	fn set_market() -> Result<(), BenchmarkError> {
		let origin =
			T::RiskOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let market = market();
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, UnderlyingId(9), market);
		assert_eq!(Markets::<T>::get(UnderlyingId(9)), Some(market));
		Ok(())
	}

	#[benchmark]
	fn set_params() -> Result<(), BenchmarkError> {
		let origin =
			T::RiskOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let params = Params { feeders: Permill::zero(), ..Parameters::<T>::get() };
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, params);
		assert_eq!(Parameters::<T>::get(), params);
		Ok(())
	}

	#[benchmark]
	fn restrict_market() -> Result<(), BenchmarkError> {
		let origin =
			T::RestrictOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		set_up::<T>();
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, U, MarketState::Halted);
		assert_eq!(Markets::<T>::get(U).map(|market| market.state), Some(MarketState::Halted));
		Ok(())
	}

	#[benchmark]
	fn relax_market() -> Result<(), BenchmarkError> {
		let origin =
			T::RiskOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		set_up::<T>();
		Pallet::<T>::do_set_state(U, |_| Ok(MarketState::Halted))?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, U, MarketState::Open);
		assert_eq!(Markets::<T>::get(U).map(|market| market.state), Some(MarketState::Open));
		Ok(())
	}

	/// One step: a series whose order goes.
	#[benchmark]
	fn settle() {
		let series = set_up::<T>();
		let listing = Listings::<T>::get((U, series.expiry)).unwrap();
		let future = Series { strike: listing.future, kind: Kind::Future, ..series };
		rest::<T>(&account_of::<T>(0).1, future, Buy, PRICE);
		let mut meter = WeightMeter::new();
		#[block]
		{
			settlement::advance::<T>(U, series.expiry, &mut meter, 1);
		}
		assert!(!Books::<T>::contains_key(future));
	}

	#[benchmark]
	fn visit_market() {
		set_up::<T>();
		#[block]
		{
			tick::poll::<T>(
				0u32.into(),
				&mut WeightMeter::with_limit(T::WeightInfo::visit_market()),
			);
		}
	}

	/// A new expiry with `n` strikes, or as many as that leaves on both sides of one.
	#[benchmark]
	fn list_strikes(n: Linear<3, 41>) {
		T::Prices::set_for_benchmark(U, Price::from_u32(1_000), FixedU128::from_rational(1, 2));
		let market = Market { strikes_each_side: ((n - 1) / 2) as u8, ..market() };
		Markets::<T>::insert(U, market);
		Expiries::<T>::remove(U);
		#[block]
		{
			listing::upkeep::<T>(U, &market, 0).unwrap();
		}
		assert_eq!(Expiries::<T>::decode_len(U), Some(1));
	}

	/// Closing an account with `n` series. The oracle's price cannot be fixed from here, so the
	/// positions go to another account instead of off the books: one account more than a settlement.
	#[benchmark]
	fn settle_account(n: Linear<1, 16>) {
		let series = set_up::<T>();
		let ((_, from), (_, to)) = (account_of::<T>(0), account_of::<T>(1));
		let strikes = Listings::<T>::get((U, series.expiry)).unwrap().strikes;
		for strike in strikes.into_iter().rev().take(n as usize) {
			let series = Series { strike, ..series };
			rest::<T>(&from, series, Sell, PRICE);
			let place = Place { series, side: Buy, price: PRICE };
			let kind = TimeInForce::FillOrKill;
			Pallet::<T>::do_place_order(to.clone(), place, CONTRACT, kind, false).unwrap();
		}
		let price =
			SettlementPrice { underlying: Price::from_u32(1_500), cash: Price::from_u32(1) };
		#[block]
		{
			let (changes, amount) =
				settlement::closing::<T>(U, series.expiry, &from, &price).unwrap();
			let mut out = Entry::new(from.clone(), Rule::Forced).cash(amount);
			let mut other = Entry::new(to, Rule::Forced).cash(-amount);
			other.positions = changes.iter().map(|(series, by)| (*series, -by)).collect();
			out.positions = changes;
			T::Ledger::book(Journal::of(vec![out, other])).unwrap();
		}
		assert!(T::Ledger::positions(&from).is_empty());
	}

	/// Cancelling as the book's owner does it inside other steps.
	#[benchmark]
	fn settle_order() {
		let series = set_up::<T>();
		crowd::<T>(series);
		let (_, account) = account_of::<T>(0);
		rest::<T>(&account, series, Buy, PRICE);
		let (id, place) = OrdersOf::<T>::get(&account)[0];
		#[block]
		{
			let mut book = book::OpenBook::<T>::open(series);
			Pallet::<T>::cancel(&mut book, &place, id, Requested).unwrap();
			book.store();
		}
		assert!(!OrdersOf::<T>::contains_key(account));
	}

	/// The end of an expiry that nobody holds.
	#[benchmark]
	fn settle_turn() {
		let series = set_up::<T>();
		let price =
			SettlementPrice { underlying: Price::from_u32(1_000), cash: Price::from_u32(1) };
		let sweep = Sweep {
			phase: Phase::Creditors,
			cursor: None,
			price: Some(price),
			settled: 0,
			failed: 0,
		};
		Settling::<T>::insert((U, series.expiry), sweep);
		let mut meter = WeightMeter::new();
		#[block]
		{
			settlement::advance::<T>(U, series.expiry, &mut meter, 1);
		}
		assert!(!Listings::<T>::contains_key((U, series.expiry)));
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build(),
		crate::mock::Test
	);
}
