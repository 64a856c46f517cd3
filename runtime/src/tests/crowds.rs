// SPDX-License-Identifier: GPL-3.0-or-later

//! A crowded market as its traders meet it: dearer to open in, as cheap to stay and to leave (ADR 42).

use super::{house::*, *};
use crate::{genesis_presets::*, *};
use frame_support::{assert_ok, hypothetically, traits::Hooks, weights::WeightMeter};
use pallet_margin::OpenCaps;
use pallet_options::{
	Market,
	TimeInForce::{self, *},
};
use sp_keyring::Sr25519Keyring::{self, Bob, Dave, Eve, Ferdie};
use sp_runtime::{DispatchError, FixedU128};
use straddle_primitives::*;
use straddle_traits::{Entry, Journal, Ledger, Risk, Rule};

/// From one contract of 60,000 to two, up to three times.
fn caps() -> OpenCaps {
	let usd = FixedU128::from_u32;
	OpenCaps { lower: usd(60_000), upper: usd(120_000), growth: usd(2) }
}

fn set(caps: Option<OpenCaps>) {
	assert_ok!(Margin::set_open_caps(RuntimeOrigin::root(), BTC, caps));
}

fn assess(who: Sr25519Keyring) -> Assessment {
	Margin::assess(&account(who), Lens::Latest).expect("everything has a price")
}

/// A contract at its mark, rounded to ten cents.
fn place(
	who: Sr25519Keyring,
	series: Series,
	side: Side,
	how: TimeInForce,
) -> Result<(), DispatchError> {
	place_some(who, series, side, CONTRACT, how)
}

/// So many millionths of one.
fn place_some(
	who: Sr25519Keyring,
	series: Series,
	side: Side,
	quantity: Quantity,
	how: TimeInForce,
) -> Result<(), DispatchError> {
	let (mark, _) = Margin::mark(&series, Lens::Latest)?;
	let tick = 100_000;
	let price = mark.into_inner() / 1_000_000_000_000 / tick * tick;
	let id = account(who);
	// As a transaction would: all of it or nothing.
	frame_support::storage::with_storage_layer(|| {
		Options::place_order(signed(who), id, series, side, quantity, price, how, false)
			.map(|_| ())
			.map_err(|failed| failed.error)
	})
}

/// Both open, with a call listed that Bob bids for.
fn market() -> Series {
	priced();
	open(Bob, 100_000);
	open(Dave, 20_000);
	Options::on_poll(1, &mut WeightMeter::new());
	let listed = Options::series_of(BTC);
	let series = *listed.iter().find(|one| one.kind == Kind::Call).expect("a call is listed");
	assert_ok!(place(Bob, series, Side::Buy, PostOnly));
	series
}

#[test]
fn a_crowded_market_is_dear_to_open_in_and_free_to_leave() {
	development().execute_with(|| {
		set(Some(caps()));
		let series = market();
		// The first contract reaches the lower cap and costs what it always does.
		assert_ok!(place(Dave, series, Side::Sell, FillOrKill));
		let crowd = Margin::open_market(BTC);
		assert_eq!(crowd.contracts, CONTRACT.unsigned_abs().into());
		assert_eq!(crowd.notional, Some(FixedU128::from_u32(60_000)));
		assert_eq!(crowd.share, FixedU128::from_u32(0));
		let counted: u64 = Options::open_interest(BTC).iter().map(|one| one.open_interest).sum();
		assert_eq!(crowd.contracts, counted.into());
		let first = assess(Dave);
		assert!(first.initial_excess() > Money::from_u32(0));

		// The second would need three times as much of both: in that market he is not sound as he is.
		assert_ok!(place(Bob, series, Side::Buy, PostOnly));
		let refused = pallet_margin::Error::<Runtime>::NotReducing;
		assert_eq!(place(Dave, series, Side::Sell, FillOrKill), Err(refused.into()));
		assert_eq!(assess(Dave), first);
		set(None);
		assert_ok!(place(Dave, series, Side::Sell, FillOrKill));
		let calm = assess(Dave);
		assert!(calm.initial_excess() > Money::from_u32(0));
		let flag = Liquidation::flaggable(account(Dave));
		assert!(flag.is_err());

		// With the caps back he is below IM, and nothing else is different.
		set(Some(caps()));
		let crowded = assess(Dave);
		assert_eq!(crowded.initial.into_inner(), 3 * calm.initial.into_inner());
		assert_eq!(Assessment { initial: calm.initial, ..crowded }, calm);
		assert!(crowded.initial_excess() < Money::from_u32(0));
		assert_eq!(crowded.requirement(), calm.requirement());
		assert_eq!(Liquidation::flaggable(account(Dave)), flag);
		assert_eq!(Margin::max_withdrawal(account(Dave)), 0);
		assert_try_state();

		// He buys one back; then there is one left, and it costs what it always did.
		assert_ok!(place(Bob, series, Side::Sell, PostOnly));
		assert_ok!(place(Dave, series, Side::Buy, FillOrKill));
		assert_eq!(Margin::positions(&account(Dave)), [(series, -CONTRACT)]);
		assert_eq!(assess(Dave).initial, first.initial);
		assert_agreement();
	});
}

/// What a thing is of `of`, rounded up.
fn share_of(of: Money, (by, in_all): (i128, i128)) -> Money {
	Money::from_inner((of.into_inner() * by + in_all - 1) / in_all)
}

/// Cash of an account that goes to the treasury, or into the pool.
fn take(who: Sr25519Keyring, cash: Cash, to: Pot) {
	let entry = Entry::new(account(who), Rule::Forced).cash(-cash);
	assert_ok!(Margin::book(Journal::of(vec![entry]).pot(to, cash)));
}

/// So much of a contract from a seller to a buyer, whose order rests.
fn sell(
	series: Series,
	quantity: Quantity,
	from: Sr25519Keyring,
	to: Sr25519Keyring,
) -> Result<(), DispatchError> {
	place_some(to, series, Side::Buy, quantity, PostOnly)?;
	let sold = place_some(from, series, Side::Sell, quantity, FillOrKill);
	if sold.is_err() {
		assert_ok!(Options::cancel_all(signed(to), account(to), None));
	}
	sold
}

/// An account as it would be if the market were not crowded, and what of its IM grows when it is.
fn calm(who: Sr25519Keyring) -> (Assessment, Money) {
	hypothetically!({
		set(None);
		let health = Margin::health(account(who)).expect("it has a health");
		let grows = health.portfolio.map_or(health.assessment.initial, |reasons| {
			reasons.underlyings.first().map_or(Money::from_u32(0), |one| one.initial.0)
		});
		(health.assessment, grows)
	})
}

/// Two open in turn, by the standard and by the portfolio rule, until nobody may. Each opening is asked for what it makes
/// the market need, to the smallest unit of cash, and no position needs more to stay.
#[test]
fn two_who_open_pay_for_the_crowd_that_they_make_until_nothing_opens() {
	development().execute_with(|| {
		let series = market();
		assert_ok!(Options::cancel_all(signed(Bob), account(Bob), None));
		for (who, more) in [(Bob, 1_000_000), (Dave, 40_000)] {
			assert_ok!(Collateral::deposit(signed(who), account(who), CASH, more * USDT));
		}
		open(Eve, 150_000);
		open(Ferdie, 1_000_000);
		take(Ferdie, 500_000_000_000, Pot::GlobalPool);
		assert_ok!(Margin::set_mode(signed(Eve), account(Eve), MarginMode::Portfolio));
		// From one contract to five, up to five times; never more than three.
		let usd = FixedU128::from_u32;
		let rule = OpenCaps { lower: usd(60_000), upper: usd(300_000), growth: usd(4) };
		let most = |contracts: u64| {
			let market = Options::market(BTC).expect("it is there");
			let open_interest_cap = contracts * CONTRACT.unsigned_abs();
			let market = Market { open_interest_cap, ..market };
			assert_ok!(Options::set_market(RuntimeOrigin::root(), BTC, market));
		};
		most(3);
		set(Some(rule));

		let half = CONTRACT / 2;
		// With so many halves open a position needs so many halves more of itself.
		for (who, other, sold, open, share) in
			[(Dave, Eve, 2, 2, 0), (Eve, Dave, 2, 4, 2), (Dave, Eve, 1, 5, 3), (Eve, Dave, 1, 6, 4)]
		{
			let share = (share, 2);
			let (quantity, stays) = (sold * half, calm(other).0);
			let spare = hypothetically!({
				set(None);
				assert_ok!(sell(series, quantity, who, Bob));
				let (is, grows) = calm(who);
				let spare = is.initial_excess().into_inner() - share_of(grows, share).into_inner();
				spare.div_euclid(1_000_000_000_000)
			});
			assert!(spare > 0, "{who:?}");
			let refused: DispatchError = pallet_margin::Error::<Runtime>::BelowInitialMargin.into();
			hypothetically!({
				take(who, spare + 1, Pot::Treasury);
				assert_eq!(sell(series, quantity, who, Bob), Err(refused));
			});
			hypothetically!({
				take(who, spare, Pot::Treasury);
				assert_ok!(sell(series, quantity, who, Bob));
			});
			assert_ok!(sell(series, quantity, who, Bob));
			let contracts = open as u128 * half.unsigned_abs() as u128;
			assert_eq!(Margin::open_market(BTC).contracts, contracts);
			for who in [Dave, Eve, Bob] {
				let (calm, grows) = calm(who);
				let initial = calm.initial + share_of(grows, share);
				assert_eq!(assess(who), Assessment { initial, ..calm });
			}
			// Whoever did not trade stands as he stood, but for what he needs to open.
			assert_eq!(calm(other).0, stays);
		}
		assert_agreement();

		// What opens is refused, by whomever and however little, and nobody's cash or margin is the reason.
		let full: DispatchError = pallet_options::Error::<Runtime>::OpenInterestCap.into();
		for who in [Dave, Eve, Ferdie] {
			assert!(assess(who).initial_excess() > Money::from_u32(1_000), "{who:?}");
			let before = assess(who);
			assert_eq!(sell(series, half / 5, who, Bob), Err(full));
			assert_eq!(assess(who), before);
		}
		// An order that rests opens nothing yet. What changes hands never does.
		assert_ok!(place_some(Ferdie, series, Side::Buy, half / 5, PostOnly));
		assert_ok!(Options::cancel_all(signed(Ferdie), account(Ferdie), None));
		assert_ok!(sell(series, half, Eve, Dave));
		assert_ok!(sell(series, half, Bob, Ferdie));
		let held = |who| Margin::position(&account(who), &series).0;
		assert_eq!([Dave, Eve, Bob, Ferdie].map(held), [-2, -4, 5, 1].map(|halves| halves * half));
		assert_eq!(Margin::open_market(BTC).contracts, 3 * CONTRACT.unsigned_abs() as u128);

		// Nobody who reduces is refused: not above the hard cap, nor below his initial margin.
		most(1);
		set(Some(OpenCaps { growth: usd(9), upper: usd(60_001), ..rule }));
		for who in [Dave, Eve] {
			let is = assess(who);
			assert!(is.initial_excess() < Money::from_u32(0), "{who:?}");
			assert!(is.maintenance_excess() > Money::from_u32(0), "{who:?}");
			let not_reducing: DispatchError = pallet_margin::Error::<Runtime>::NotReducing.into();
			assert_eq!(sell(series, half, who, Ferdie), Err(not_reducing));
			assert_ok!(place_some(Bob, series, Side::Sell, half, PostOnly));
			assert_ok!(place_some(who, series, Side::Buy, half, FillOrKill));
		}
		assert_eq!([Dave, Eve, Bob, Ferdie].map(held), [-1, -3, 3, 1].map(|halves| halves * half));
		assert_eq!(Margin::open_market(BTC).contracts, 2 * CONTRACT.unsigned_abs() as u128);
		assert_agreement();
	});
}
