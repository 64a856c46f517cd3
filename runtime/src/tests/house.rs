// SPDX-License-Identifier: GPL-3.0-or-later

//! What no single pallet can promise: that those behind the doors agree.

use super::*;
use crate::{genesis_presets::*, *};
use frame_support::{
	assert_noop, assert_ok,
	traits::{tokens::ConversionToAssetBalance, Hooks},
	weights::WeightMeter,
};
use pallet_options::TimeInForce;
use pallet_price_oracle::FeedKind;
use sp_keyring::Sr25519Keyring::{self, Bob, Dave, Eve};
use sp_runtime::{DispatchError, FixedU128};
use straddle_primitives::*;
use straddle_traits::{Ledger, Prices};

pub(super) const USDT: u128 = 1_000_000;
/// A day after the epoch's expiries began, so that a calendar has something to list.
pub(super) const NOW: Moment = 1_700_000_000_000;

/// Set the time.
pub(super) fn at(now: Moment) {
	pallet_timestamp::Now::<Runtime>::put(now);
	let slot = now / configs::consensus::SLOT_DURATION;
	pallet_aura::CurrentSlot::<Runtime>::put(sp_consensus_aura::Slot::from(slot));
}

/// Every feed answers, and the time is set.
pub(super) fn priced() {
	System::set_block_number(1);
	at(NOW);
	PriceOracle::set_for_benchmark(
		BTC,
		FixedU128::from_u32(60_000),
		FixedU128::from_rational(6, 10),
	);
	PriceOracle::quote_for_benchmark(USDT_FEED, FeedKind::Price, FixedU128::from_u32(1));
	PriceOracle::quote_for_benchmark(DOT_FEED, FeedKind::Price, FixedU128::from_u32(5));
}

pub(super) fn account(who: Sr25519Keyring) -> MarginAccountId {
	MarginAccountId::derive(&System::block_hash(0), &who.to_account_id(), 0)
}

pub(super) fn signed(who: Sr25519Keyring) -> RuntimeOrigin {
	RuntimeOrigin::signed(who.to_account_id())
}

/// A margin account with so many USDT.
pub(super) fn open(who: Sr25519Keyring, usdt: u128) -> MarginAccountId {
	let id = account(who);
	assert_ok!(Margin::create_account(signed(who), 0));
	assert_ok!(Collateral::deposit(signed(who), id.clone(), CASH, usdt * USDT));
	id
}

/// What the registry counted equals what the ledger holds, and the tokens are there.
pub(super) fn assert_agreement() {
	for kind in [CASH, DOT] {
		let counted = pallet_collateral::Credited::<Runtime>::get(kind);
		let booked = if kind == CASH {
			u128::try_from(pallet_margin::Totals::<Runtime>::get().held).expect("not negative")
		} else {
			pallet_margin::LotTotals::<Runtime>::get(kind)
		};
		assert_eq!(counted, booked, "{kind:?}");
		let asset = pallet_collateral::Kinds::<Runtime>::get(kind).expect("listed").asset;
		let clearing = configs::market::ClearingAccount::get();
		assert!(ForeignAssets::balance(asset, &clearing) >= booked, "{kind:?}");
	}
	assert_try_state();
}

#[test]
fn deposits_trades_and_withdrawals_agree_across_the_pallets() {
	development().execute_with(|| {
		priced();
		let maker = open(Bob, 100_000);
		let trader = open(Dave, 20_000);
		assert_ok!(Collateral::deposit(signed(Dave), trader.clone(), DOT, 1_000 * 10_000_000_000));
		assert_agreement();

		Options::on_poll(1, &mut WeightMeter::new());
		let listed = Options::series_of(BTC);
		let series = *listed.iter().find(|one| one.kind == Kind::Call).expect("a call is listed");
		let contract = CONTRACT;
		let place = |who, id: &MarginAccountId, side, how| {
			let price = 5_000 * USDT as Cash;
			Options::place_order(signed(who), id.clone(), series, side, contract, price, how, false)
		};
		assert_ok!(place(Bob, &maker, Side::Buy, TimeInForce::PostOnly));
		assert_agreement();
		assert_ok!(place(Dave, &trader, Side::Sell, TimeInForce::FillOrKill));
		assert_eq!(Margin::positions(&maker), [(series, contract)]);
		assert_eq!(Margin::positions(&trader), [(series, -contract)]);
		assert_agreement();

		// What supports the short cannot leave; what does not, can.
		let out = |amount| {
			Collateral::withdraw(signed(Dave), trader.clone(), CASH, amount, Dave.to_account_id())
		};
		assert_noop!(out(24_000 * USDT), pallet_margin::Error::<Runtime>::WithdrawalTooLarge);
		assert_ok!(out(1_000 * USDT));
		assert_agreement();
	});
}

/// Whoever asks the ledger for the owner is told the new one, and what the account has in other pallets goes
/// with it.
#[test]
fn an_account_with_orders_and_positions_changes_hands_and_is_merged() {
	development().execute_with(|| {
		priced();
		let (maker, given, own) = (open(Bob, 100_000), open(Dave, 20_000), open(Eve, 20_000));
		Options::on_poll(1, &mut WeightMeter::new());
		let listed = Options::series_of(BTC);
		let series = *listed.iter().find(|one| one.kind == Kind::Call).expect("a call is listed");
		let place = |who, id: &MarginAccountId, side, usdt: Cash, how| {
			let price = usdt * USDT as Cash;
			Options::place_order(signed(who), id.clone(), series, side, CONTRACT, price, how, false)
		};
		assert_ok!(place(Bob, &maker, Side::Buy, 5_000, TimeInForce::PostOnly));
		assert_ok!(place(Dave, &given, Side::Sell, 5_000, TimeInForce::FillOrKill));
		assert_ok!(place(Dave, &given, Side::Buy, 1_000, TimeInForce::PostOnly));

		assert_ok!(Margin::offer_ownership(signed(Dave), given.clone(), Eve.to_account_id()));
		assert_ok!(Margin::accept_ownership(signed(Eve), given.clone()));
		assert_agreement();
		let out = |who: Sr25519Keyring| {
			Collateral::withdraw(signed(who), given.clone(), CASH, USDT, who.to_account_id())
		};
		let not_owner = pallet_margin::Error::<Runtime>::NotOwner;
		assert_noop!(out(Dave), not_owner);
		let traded = place(Dave, &given, Side::Buy, 1_000, TimeInForce::PostOnly);
		let may_not = pallet_margin::Error::<Runtime>::MayNotTrade;
		assert_eq!(traded.map_err(|failed| failed.error), Err(may_not.into()));
		assert_ok!(out(Eve));

		// Into her own account: first the order has to go, it stays with its account.
		let account = || pallet_margin::Accounts::<Runtime>::get(&given).expect("it is there");
		assert_eq!(account().orders.len(), 1);
		assert_ok!(Options::cancel_all(signed(Eve), given.clone(), None));
		let (from, to, cash) = (given.clone(), own.clone(), account().cash as u128);
		let (lots, positions) = (account().lots, account().positions.to_vec());
		let positions = positions.try_into().expect("no more than there may be");
		assert_ok!(Margin::move_assets(signed(Eve), from, to, cash, lots, positions, false));
		assert_eq!(Margin::positions(&own), [(series, -CONTRACT)]);
		assert_ok!(Margin::close_account(signed(Eve), given.clone()));
		assert_agreement();
	});
}

#[test]
fn cash_that_was_lent_out_is_paid_back_to_all_alike() {
	development().execute_with(|| {
		priced();
		let (bob, eve, dave) = (open(Bob, 3_000), open(Eve, 1_000), open(Dave, 1));
		assert_ok!(Collateral::deposit(signed(Dave), dave.clone(), DOT, 1_500 * 10_000_000_000));
		let out = |who: Sr25519Keyring, id: &MarginAccountId, usdt| {
			Collateral::withdraw(signed(who), id.clone(), CASH, usdt * USDT, who.to_account_id())
		};
		// Dave borrows all but a tenth of the others' cash.
		assert_ok!(out(Dave, &dave, 3_601));
		assert_noop!(out(Eve, &eve, 1), pallet_margin::Error::<Runtime>::CashReserve);
		for (who, id) in [(Bob, &bob), (Eve, &eve)] {
			let (id, to) = (id.clone(), who.to_account_id());
			assert_ok!(Collateral::request_withdrawal(signed(who), id, 1_000 * USDT, to));
		}
		assert_ok!(Collateral::deposit(signed(Dave), dave.clone(), CASH, 900 * USDT));
		let waits: DispatchError = pallet_collateral::Error::<Runtime>::OthersWait.into();
		assert_noop!(out(Eve, &eve, 1), waits);
		assert_noop!(out(Dave, &dave, 1), waits);
		at(NOW + HOUR_MS);
		Collateral::on_poll(1, &mut WeightMeter::new());
		// 1,300 are held; of the 3,000 that stay a tenth.
		let left = [&bob, &eve].map(|id| Margin::cash(id) / USDT as Cash);
		assert_eq!(left, [2_500, 500]);
		assert_agreement();
		assert_ok!(Collateral::deposit(signed(Dave), dave, CASH, 2_700 * USDT));
		at(NOW + 2 * HOUR_MS);
		Collateral::on_poll(1, &mut WeightMeter::new());
		assert_eq!(Collateral::queued_withdrawal(bob), None);
		assert_eq!(Margin::cash(&eve), 0);
		assert_agreement();
	});
}

#[test]
fn the_largest_account_fits_in_the_queues_part_of_a_block() {
	use pallet_collateral::WeightInfo;
	type Weights = pallet_collateral::SubstrateWeight<Runtime>;
	let largest = Weights::queue_value(pallet_margin::MAX_SERIES);
	let needed = largest.saturating_add(Weights::queue_step());
	assert!(needed.all_lte(configs::system::MAXIMUM_BLOCK_WEIGHT.saturating_div(10)));
}

#[test]
fn tokens_that_arrive_at_a_margin_account_are_swept_in_by_themselves() {
	development().execute_with(|| {
		priced();
		let id = open(Dave, 1_000);
		let dot = configs::xcm::RelayLocation::get();
		let amount = 7 * 10_000_000_000;
		let to = id.address().clone().into();
		assert_ok!(ForeignAssets::transfer(signed(Dave), dot, to, amount));
		assert_eq!(Margin::lots(&id), []);
		Collateral::on_idle(1, configs::system::MAXIMUM_BLOCK_WEIGHT);
		assert_eq!(Margin::lots(&id), [(DOT, amount)]);
		assert_agreement();
	});
}

#[test]
fn a_fee_in_usdt_has_a_price_even_when_the_oracle_is_silent() {
	development().execute_with(|| {
		let price = |asset| configs::assets::AtOraclePrice::to_asset_balance(configs::UNIT, asset);
		let usdt = configs::xcm::UsdtLocation::get;
		assert!(price(usdt()).is_err(), "there never was a price");
		priced();
		// One STRD counts .10 USD, and 5 % are added: .105 USDT.
		assert_eq!(price(usdt()), Ok(105_000));
		at(NOW + DAY_MS);
		assert_eq!(PriceOracle::feed_state(USDT_FEED), PriceState::NoQuorum);
		assert_eq!(price(usdt()), Ok(150_000), "the last price, with half as much again");
		assert!(price(::xcm::latest::Location::here()).is_err(), "STRD is not an asset here");
	});
}

/// With every feed at this price of bitcoin, one block's work of the auctions at `now`.
pub(super) fn auctions_at(now: Moment, btc: u32) {
	at(now);
	let volatility = FixedU128::from_rational(6, 10);
	PriceOracle::set_for_benchmark(BTC, FixedU128::from_u32(btc), volatility);
	PriceOracle::quote_for_benchmark(USDT_FEED, FeedKind::Price, FixedU128::from_u32(1));
	// A block of its own: an author's time counts once in a block.
	let block = System::block_number() + 1;
	System::set_block_number(block);
	Liquidation::on_poll(block, &mut WeightMeter::new());
}

#[test]
fn what_nobody_bids_for_is_the_pools() {
	for mut state in [development(), local()] {
		state.execute_with(|| {
			priced();
			let (maker, trader) = (open(Bob, 100_000), open(Dave, 20_000));
			Options::on_poll(1, &mut WeightMeter::new());
			let listed = Options::series_of(BTC);
			let calls = listed.iter().filter(|one| one.kind == Kind::Call);
			let series = *calls.max_by_key(|one| one.expiry).expect("a call is listed");
			let place = |who, id: &MarginAccountId, side, how| {
				let price = 5_000 * USDT as Cash;
				let id = id.clone();
				Options::place_order(signed(who), id, series, side, CONTRACT, price, how, false)
			};
			assert_ok!(place(Bob, &maker, Side::Buy, TimeInForce::PostOnly));
			assert_ok!(place(Dave, &trader, Side::Sell, TimeInForce::FillOrKill));

			let params = pallet_liquidation::Params::<Runtime>::get();
			let mut now = NOW;
			for _ in 0..=params.fresh_rounds {
				now += params.max_step_ms;
				auctions_at(now, 88_000);
			}
			assert_ok!(Liquidation::flag(signed(Eve), trader.clone(), maker.clone()));
			let take_over = || Liquidation::take_over(signed(Eve), trader.clone()).map(drop);
			let due = now + params.take_over_at();
			while now + params.max_step_ms < due {
				now += params.max_step_ms;
				auctions_at(now, 88_000);
			}
			let early = pallet_liquidation::Error::<Runtime>::TooEarly;
			assert_eq!(take_over().map_err(|e| e.error), Err(early.into()));
			let owner = configs::market::PoolOwner::get();
			let pool = MarginAccountId::derive(&System::block_hash(0), &owner, 0);
			assert_eq!(Margin::owner(&pool), None, "nothing was ever taken over");
			// The block's own work does it.
			auctions_at(due, 88_000);
			assert_eq!(Margin::owner(&pool), Some(owner));
			assert_eq!(Margin::positions(&pool), [(series, -CONTRACT)]);
			assert_eq!(Margin::positions(&trader), []);
			assert_agreement();
		});
	}
}

#[test]
fn nobody_has_a_key_for_the_pools_account() {
	use frame_support::PalletId;
	use sp_runtime::traits::AccountIdConversion;
	let owner = configs::market::PoolOwner::get();
	// "modl", the name, and zeros: no public key that anybody could find.
	assert_eq!(PalletId::try_from_account(&owner).map(|id| id.0), Some(*b"strd/pol"));
	assert!(Sr25519Keyring::iter().all(|key| key.to_account_id() != owner));
	assert_ne!(owner, configs::market::ClearingAccount::get());
	assert_ne!(owner, configs::xcm::TreasuryAccount::get());
}

/// What other pallets' benchmarks are made of can be valued here, on prices that are good for all.
#[cfg(feature = "runtime-benchmarks")]
#[test]
fn full_accounts_of_benchmarks_can_be_valued() {
	use straddle_traits::Risk;
	development().execute_with(|| {
		let account = Margin::open_for_benchmark(&Bob.to_account_id(), 0, 1_000_000_000_000_000);
		Margin::fill_for_benchmark(&account, 0, MAX_POSITIONS, false);
		assert_eq!(Margin::lots(&account).len(), 31);
		let is = Margin::assess(&account, Lens::Latest).expect("everything has a price");
		assert_eq!(is.state_with_orders(), PriceState::Valid);
		assert!(is.maintenance > Money::from_u32(0) && is.initial > is.maintenance);
		assert!(is.lots.initial > Money::from_u32(0));
	});
}
