// SPDX-License-Identifier: GPL-3.0-or-later

//! A crowded market as its traders meet it: dearer to open in, as cheap to stay and to leave (ADR 42).

use super::{house::*, *};
use crate::{genesis_presets::*, *};
use frame_support::{assert_ok, traits::Hooks, weights::WeightMeter};
use pallet_margin::OpenCaps;
use pallet_options::TimeInForce::{self, *};
use sp_keyring::Sr25519Keyring::{self, Bob, Dave};
use sp_runtime::{DispatchError, FixedU128};
use straddle_primitives::*;
use straddle_traits::{Ledger, Risk};

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
	let (mark, _) = Margin::mark(&series, Lens::Latest)?;
	let tick = 100_000;
	let price = mark.into_inner() / 1_000_000_000_000 / tick * tick;
	let id = account(who);
	// As a transaction would: all of it or nothing.
	frame_support::storage::with_storage_layer(|| {
		Options::place_order(signed(who), id, series, side, CONTRACT, price, how, false)
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
