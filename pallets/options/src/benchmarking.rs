// SPDX-License-Identifier: GPL-3.0-or-later

//! What each call and each step of block work costs. Accounts are full but for those that trade (ADR 40), and
//! so are the books and the queues that they meet.

#![allow(clippy::arithmetic_side_effects)]

mod setup;
pub(crate) use setup::*;

use super::*;
use actions::{Met, NewOrder};
use book::OpenBook;
use frame_benchmarking::v2::*;
use frame_support::hypothetically;
use frame_system::RawOrigin;
use intents::{
	benchmarking::{asked, crowd_board, feed, other_quotes, owner_of, parties, partly_filled},
	MAX_ANSWERS, MAX_REQUEST_MS,
};
use straddle_math::{mul_div, Rounding, WAD};
use straddle_traits::Work;
use CancelReason::Requested;
use Side::{Buy, Sell};

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn cancel_order() {
		let (owner, account, _) = resting::<T>();
		let id = last_order::<T>(&account);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), account.clone(), id);
		assert!(T::Ledger::orders(&account).iter().all(|(other, _)| *other != id));
	}

	/// Each in another series.
	#[benchmark]
	fn cancel_all(n: Linear<1, MAX_ORDERS>) {
		let (owner, account) = account_of::<T>(0);
		T::Ledger::fill_for_benchmark(&account, 0, MAX_POSITIONS, false);
		fill::<T>(&account, n);
		assert_eq!(T::Ledger::orders(&account).len() as u32, n);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), account.clone(), Some(U));
		assert!(T::Ledger::orders(&account).is_empty());
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
		assert!(Reopenings::<T>::get(U).is_some_and(|one| one.to == MarketState::Open));
		Ok(())
	}

	/// One step: a series whose order goes.
	#[benchmark]
	fn settle() {
		let series = set_up::<T>();
		let listing = Listings::<T>::get((U, series.expiry)).unwrap();
		let series = Series { strike: listing.future, kind: Kind::Future, ..series };
		let place = Place { series, side: Buy, price: PRICE };
		put::<T>(&account_of::<T>(0).1, core::iter::once(place));
		let mut meter = WeightMeter::new();
		#[block]
		{
			settlement::advance::<T>(U, series.expiry, &mut meter, 1);
		}
		assert!(!Books::<T>::contains_key(series));
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
			listing::upkeep::<T>(U, &market, 0, &mut 0).unwrap();
		}
		assert_eq!(Expiries::<T>::decode_len(U), Some(1));
	}

	/// Closing an account's `n` series of an expiry, among others. The oracle's price cannot be fixed
	/// from here, so the positions go to another account instead of off the books: one account more
	/// than a settlement.
	#[benchmark]
	fn settle_account(n: Linear<1, 64>) {
		let one = set_up::<T>();
		let ((_, from), (_, to)) = (account_of::<T>(0), account_of::<T>(1));
		T::Ledger::fill_for_benchmark(&from, 0, MAX_POSITIONS - n, false);
		let listing = Listings::<T>::get((U, one.expiry)).unwrap();
		let series = listing.series(U, one.expiry).take(n as usize).collect::<Vec<_>>();
		give::<T>(&from, &to, &series);
		let price =
			SettlementPrice { underlying: Price::from_u32(1_500), cash: Price::from_u32(1) };
		#[block]
		{
			let (changes, amount) = settlement::closing::<T>(U, one.expiry, &from, &price).unwrap();
			let mut out = Entry::new(from.clone(), Rule::Forced).cash(amount);
			let mut other = Entry::new(to, Rule::Forced).cash(-amount);
			other.positions = changes.iter().map(|(series, by)| (*series, -by)).collect();
			out.positions = changes;
			T::Ledger::book(Journal::of(vec![out, other])).unwrap();
		}
		assert_eq!(T::Ledger::positions(&from).len() as u32, MAX_POSITIONS - n);
	}

	/// Cancelling as the book's owner does it inside other steps.
	#[benchmark]
	fn settle_order() {
		let (_, account, place) = resting::<T>();
		let id = last_order::<T>(&account);
		#[block]
		{
			let mut book = OpenBook::<T>::open(place.series);
			Pallet::<T>::cancel(&mut book, &Slot::from(&place), id, Requested).unwrap();
			book.store();
		}
		assert!(T::Ledger::orders(&account).iter().all(|(other, _)| *other != id));
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

	/// Quotes in `n` series that replace others, each in a full queue of a full book. Orders of others that go for them
	/// are not among it.
	#[benchmark]
	fn mass_quote(n: Linear<1, MAX_MASS>) {
		let (owner, account, quotes) = quoting::<T>(n);
		let replaced =
			quotes.iter().map(|quote| MakerQuote { quantity: 2 * quote.quantity, ..*quote });
		let replaced = BoundedVec::truncate_from(replaced.collect::<Vec<_>>());
		let first = NextOrderId::<T>::get();
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), account.clone(), U, replaced);
		assert_eq!(NextOrderId::<T>::get(), first + OrderId::from(n));
		assert_eq!(Desks::<T>::get(&account).stands[0].quotes, n);
	}

	/// What a quote that is filled costs besides the trade: its price, and its desk, whose protection acts.
	#[benchmark]
	fn meet_quote() {
		let (_, account, quotes) = quoting::<T>(1);
		let series = quotes[0].series;
		let limits = Limits { blocks: 1, quantity: 1, delta: 1, vega: 1 };
		Pallet::<T>::do_set_protection(account.clone(), U, Some(limits)).unwrap();
		let Quoted { id, slot } = Quotes::<T>::get((&account, U), (series, Buy)).unwrap();
		let order = book::find::<T>(series, &slot, id).unwrap();
		#[block]
		{
			assert_eq!(desk::dead::<T>(&series, &order), None);
			let inputs = pegged::Inputs::read::<T>(series).unwrap();
			assert!(inputs.price(Buy, 500_000, &market()).is_some() || series.kind == Kind::Future);
			let exposure = || inputs.exposure(CONTRACT);
			desk::filled::<T>(&series, &account, CONTRACT, exposure).unwrap();
			desk::quote_gone::<T>(series, Buy, &order).unwrap();
		}
		assert!(Voided::<T>::contains_key(&account));
	}

	/// An account with quotes in every market.
	#[benchmark]
	fn change_desk() {
		let (owner, account) = account_of::<T>(0);
		fill_desk::<T>(&account);
		#[extrinsic_call]
		cancel_quotes(RawOrigin::Signed(owner), account.clone(), None);
		assert!(Desks::<T>::get(&account).stands.iter().all(|stand| stand.voids == 1));
	}

	/// `n` of an account's void quotes, each in a full queue of a full book.
	#[benchmark]
	fn sweep_quotes(n: Linear<1, { tick::SWEPT }>) {
		let (_, account, _) = quoting::<T>(MAX_MASS);
		desk::void_quotes::<T>(&account, None);
		#[block]
		{
			desk::sweep::<T>(&account, n).unwrap();
		}
		assert_eq!(Desks::<T>::get(&account).stands[0].voids, MAX_MASS - n);
	}

	/// An account whose heartbeat is late, with as many orders as a step takes away.
	#[benchmark]
	fn sweep_desk() {
		let (owner, account) = account_of::<T>(0);
		T::Ledger::fill_for_benchmark(&account, 0, MAX_POSITIONS, false);
		let now = frame_system::Pallet::<T>::block_number();
		Pallet::<T>::do_heartbeat(owner, account.clone(), Some(1)).unwrap();
		fill::<T>(&account, tick::SWEPT);
		frame_system::Pallet::<T>::set_block_number(now + 2u32.into());
		DeskCursor::<T>::kill();
		#[block]
		{
			Pallet::<T>::look_at_next_desk().unwrap();
		}
		assert!(T::Ledger::orders(&account).is_empty());
	}

	/// Each filled in part.
	#[benchmark]
	fn cancel_intents(n: Linear<1, MAX_NONCES>) {
		let (owner, account) = filled::<T>(0, FULL, false);
		let nonces = partly_filled::<T>(&account, n);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), account.clone(), nonces);
		assert_eq!(PartialFills::<T>::iter_prefix(&account).count(), 0);
	}

	#[benchmark]
	fn cancel_intents_below() {
		let (owner, account) = filled::<T>(0, FULL, false);
		partly_filled::<T>(&account, MAX_NONCES);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), account.clone(), None);
		assert_eq!(IntentNonces::<T>::get(&account).floor, NONCE_ERA);
	}

	#[benchmark]
	fn prune_intents(n: Linear<1, MAX_NONCES>) {
		let (owner, account) = account_of::<T>(0);
		let nonces = partly_filled::<T>(&account, n);
		crate::intents::nonces::void::<T>(&account);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), account.clone(), nonces);
		assert_eq!(PartialFills::<T>::iter_prefix(&account).count(), 0);
	}

	/// On a full board, with requests that are over and make room.
	#[benchmark]
	fn open_request() {
		let set = parties::<T>(2, MAX_LEGS, FULL);
		crowd_board::<T>();
		let (owner, taker) = owner_of::<T>(&set[0]);
		let legs = set[0].intent.legs.clone();
		let deadline = T::Time::now() + MAX_REQUEST_MS;
		let next = OpenRequests::<T>::get().next;
		feed::<T>(&taker);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), taker, legs, 1, deadline, None);
		assert!(Requests::<T>::contains_key(next));
	}

	/// A request with as many quotes as it may have.
	#[benchmark]
	fn quote_request() {
		let (request, set) = asked::<T>(MAX_LEGS, FULL);
		let IntentFill { intent, authority, .. } = set[1].clone();
		Requests::<T>::mutate_extant(request, |asked| asked.quotes = other_quotes(MAX_ANSWERS));
		feed::<T>(&intent.account);
		let (owner, maker) = owner_of::<T>(&set[1]);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), request, intent, authority);
		assert_eq!(Requests::<T>::get(request).unwrap().quotes[0].maker, maker);
	}

	/// Of one leg, by accounts without anything else.
	#[benchmark]
	fn accept_quote() {
		let (request, set) = asked::<T>(1, 0);
		let [mut taker, maker] = [set[0].clone(), set[1].clone()];
		let (owner, account) = owner_of::<T>(&taker);
		taker.authority = Authority::Submitter;
		let (id, limit) = (Pallet::<T>::intent_message(maker.intent.clone()).1, maker.intent.limit);
		Requests::<T>::mutate_extant(request, |asked| {
			asked.quotes = other_quotes(MAX_ANSWERS - 1);
			let account = maker.intent.account.clone();
			let quote = QuoteRef { maker: account, id, limit, nonce: 500, max_size: 2 };
			asked.quotes.try_push(quote).unwrap();
		});
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), request, taker, maker);
		assert_eq!(T::Ledger::positions(&account).len(), 1);
		assert!(!Requests::<T>::contains_key(request));
	}

	#[benchmark]
	fn close_request() {
		let (request, set) = asked::<T>(MAX_LEGS, FULL);
		Requests::<T>::mutate_extant(request, |asked| asked.quotes = other_quotes(MAX_ANSWERS));
		let (owner, _) = owner_of::<T>(&set[0]);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), request);
		assert!(!Requests::<T>::contains_key(request));
	}

	#[benchmark]
	fn count_volume() {
		let (_, account) = account_of::<T>(0);
		let params = Parameters::<T>::get();
		#[block]
		{
			desk::count_volume::<T>(&params, &account, RICH);
		}
		assert!(Volumes::<T>::get(&account).today > 0);
	}

	/// An order of an account with nothing else that meets nothing and rests among many, with a number of its own and
	/// an end. It sells, so the account is watched for it.
	#[benchmark]
	fn order_resting() {
		let series = set_up::<T>();
		let (owner, account) = small::<T>(0);
		crowd::<T>(series);
		let place = Place { series, side: Sell, price: PRICE };
		queue_up::<T>(place);
		let time_in_force = TimeInForce::GoodTilTime(T::Time::now() + DAY_MS);
		let client = ClientId::default();
		file_for_order::<T>(core::slice::from_ref(&account), || NewOrder {
			account: account.clone(),
			place,
			quantity: CONTRACT,
			time_in_force,
			reduce_only: false,
			client: Some(client),
		});
		#[extrinsic_call]
		place_tagged(
			RawOrigin::Signed(owner),
			account.clone(),
			place,
			CONTRACT,
			time_in_force,
			false,
			client,
		);
		assert_eq!(T::Ledger::orders(&account).len(), 1);
	}

	/// An order that meets `n` makers, each at a price of his own, and opens a position as they do. All have nothing
	/// else and enough cash, so each is valued once a trade.
	#[benchmark]
	fn order_matching(n: Linear<1, MAX_MATCHES>) {
		let series = set_up::<T>();
		let (owner, account) = small::<T>(0);
		crowd::<T>(series);
		let mark = mark_of::<T>(&series);
		let price = |nth: u32| mark + TICK * Cash::from(nth);
		let mut accounts = vec![account.clone()];
		for nth in 1..=n {
			let (_, maker) = small::<T>(nth);
			put::<T>(&maker, core::iter::once(Place { series, side: Sell, price: price(nth) }));
			accounts.push(maker);
		}
		let all = CONTRACT * Quantity::from(n);
		file_for_order::<T>(&accounts, || NewOrder {
			account: account.clone(),
			place: Place { series, side: Buy, price: price(n) },
			quantity: all,
			time_in_force: TimeInForce::FillOrKill,
			reduce_only: false,
			client: None,
		});
		#[extrinsic_call]
		place_order(
			RawOrigin::Signed(owner),
			account.clone(),
			series,
			Buy,
			all,
			price(n),
			TimeInForce::FillOrKill,
			false,
		);
		assert_eq!(T::Ledger::position(&account, &series).0, all);
	}

	/// `n` signed intents of a leg, by accounts with nothing else: one buys what all others sell. Signatures are of
	/// wrapped bytes, so each is tried twice.
	#[benchmark]
	fn settle_set(n: Linear<2, MAX_INTENTS>) {
		let set = parties::<T>(n, 1, 0);
		let caller = RawOrigin::Signed(account("submitter", 0, 0));
		let buyer = set[0].intent.account.clone();
		#[extrinsic_call]
		settle_intents(caller, set);
		assert_eq!(T::Ledger::positions(&buyer).len(), 1);
	}

	/// Two of `l` legs.
	#[benchmark]
	fn settle_legs(l: Linear<1, MAX_LEGS>) {
		let set = parties::<T>(2, l, 0);
		let caller = RawOrigin::Signed(account("submitter", 0, 0));
		let buyer = set[0].intent.account.clone();
		#[extrinsic_call]
		settle_intents(caller, set);
		assert_eq!(T::Ledger::positions(&buyer).len() as u32, l);
	}

	/// One price of two full sides that cross.
	#[benchmark]
	fn uncross_series() {
		let series = crossed::<T>();
		crowd::<T>(series);
		Books::<T>::mutate(series, |book| {
			let level = |price| Level { price, total: CONTRACT, orders: 1 };
			book.bids.try_push(level(RICH)).unwrap();
			book.asks.try_push(level(TICK)).unwrap();
		});
		let found;
		#[block]
		{
			found = reopening::indicative::<T>(&series);
		}
		assert!(found.is_some());
	}

	/// A whole market in which two orders meet, of accounts with nothing else, each valued once.
	#[benchmark]
	fn uncross_pair() {
		let series = crossed::<T>();
		let mut meter = WeightMeter::new();
		#[block]
		{
			reopening::advance::<T>(U, &mut meter);
		}
		assert!(!Reopenings::<T>::contains_key(U));
		assert_eq!(Books::<T>::get(series), Book::default());
	}

	/// The mock's ledger asks for no margin; this one does.
	#[cfg(test)]
	#[test]
	fn benchmarks_run_on_the_real_ledger() {
		for benchmark in <Pallet<crate::tests::ledger::Chain> as Benchmarking>::benchmarks(true) {
			crate::tests::ledger::build().execute_with(|| {
				let name = &benchmark.name;
				let done = Pallet::<crate::tests::ledger::Chain>::test_bench_by_name(name);
				assert!(done.is_ok(), "{}", alloc::string::String::from_utf8_lossy(name));
			});
		}
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build(),
		crate::mock::Test
	);
}
