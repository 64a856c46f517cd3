// SPDX-License-Identifier: GPL-3.0-or-later

//! Ways in: what a message brings to a margin account's address is found again, whatever it is.

use super::{
	house::{account, assert_agreement, open, priced, signed, USDT},
	*,
};
use crate::{
	configs::{system::MAXIMUM_BLOCK_WEIGHT, xcm::*},
	genesis_presets::DOT,
	*,
};
use ::xcm::latest::prelude::*;
use frame_support::{assert_noop, assert_ok, traits::Hooks};
use pallet_collateral::{Parked, Pending};
use sp_keyring::Sr25519Keyring::{Bob, Dave, Eve};
use straddle_primitives::{MarginAccountId, CASH};
use straddle_traits::Ledger;
use xcm_executor::XcmExecutor;

const ONE_DOT: u128 = 10_000_000_000;

pub(super) fn usdt(amount: u128) -> Asset {
	(UsdtLocation::get(), amount).into()
}

pub(super) fn dot(amount: u128) -> Asset {
	(RelayLocation::get(), amount).into()
}

/// One of Asset Hub's own assets that nobody listed; the first is known here by now.
pub(super) fn other(id: u128) -> Location {
	Location::new(1, [Parachain(ASSET_HUB), PalletInstance(50), GeneralIndex(id)])
}

/// What a reserve transfer from Asset Hub does here. The first asset pays.
pub(super) fn arrive(assets: &[Asset], to: &AccountId) {
	let fees = assets[0].clone();
	let message = Xcm(vec![
		ReserveAssetDeposited(assets.to_vec().into()),
		ClearOrigin,
		BuyExecution { fees, weight_limit: Unlimited },
		DepositAsset {
			assets: AllCounted(2).into(),
			beneficiary: AccountId32 { network: None, id: to.clone().into() }.into(),
		},
	]);
	let hub = AssetHubLocation::get();
	let mut id = [7; 32];
	let limit = MAXIMUM_BLOCK_WEIGHT;
	let outcome = XcmExecutor::<XcmConfig>::prepare_and_execute(
		hub,
		message,
		&mut id,
		limit,
		Default::default(),
	);
	assert_ok!(outcome.ensure_complete());
}

fn idle() {
	Collateral::on_idle(1, MAXIMUM_BLOCK_WEIGHT);
}

fn pending(id: &MarginAccountId) -> bool {
	Pending::<Runtime>::get().iter().any(|arrival| arrival.account == *id)
}

#[test]
fn a_reserve_transfer_is_a_deposit_though_the_address_is_alive() {
	development().execute_with(|| {
		priced();
		let id = open(Dave, 1_000);
		// Something lies there already, which no sweep takes.
		let strd = configs::UNIT;
		assert_ok!(Balances::transfer_keep_alive(signed(Bob), id.address().clone().into(), strd));
		idle();
		assert!(!pending(&id));
		arrive(&[usdt(500 * USDT)], id.address());
		assert!(pending(&id));
		let fee = 500 * USDT - ForeignAssets::balance(UsdtLocation::get(), id.address());
		assert!(fee > 0 && fee < USDT, "{fee}");
		arrive(&[dot(3 * ONE_DOT)], id.address());
		idle();
		assert_eq!(Margin::cash(&id), (1_500 * USDT - fee) as i128);
		assert!(Margin::lots(&id)[0].1 > 2 * ONE_DOT);
		assert!(!pending(&id));
		assert_agreement();
	});
}

#[test]
fn strd_at_the_address_is_the_owners() {
	development().execute_with(|| {
		priced();
		let id = open(Dave, 1_000);
		let (here, strd) = (Location::here(), 5 * configs::UNIT);
		assert_ok!(Balances::transfer_keep_alive(signed(Bob), id.address().clone().into(), strd));
		let before = Balances::free_balance(Eve.to_account_id());
		let to = Eve.to_account_id();
		let not_his = Collateral::recover(signed(Eve), id.clone(), here.clone(), to.clone());
		assert_noop!(not_his, pallet_margin::Error::<Runtime>::NotOwner);
		assert_ok!(Collateral::recover(signed(Dave), id.clone(), here, to));
		assert_eq!(Balances::free_balance(Eve.to_account_id()), before + strd);
		assert_eq!(Balances::free_balance(id.address()), 0);
		assert_agreement();
	});
}

#[test]
fn an_unknown_asset_and_dust_are_kept_for_the_owner() {
	development().execute_with(|| {
		priced();
		let id = open(Dave, 1_000);
		let unknown = other(77);
		// With an asset that is known: the known one is not held up.
		arrive(&[usdt(5 * USDT), (unknown.clone(), 123u128).into()], id.address());
		assert_eq!(Parked::<Runtime>::get(&id, &unknown), 123);
		idle();
		assert!(Margin::cash(&id) > (1_004 * USDT) as i128);
		let to = Dave.to_account_id();
		let take = |asset| Collateral::recover(signed(Dave), id.clone(), asset, to.clone());
		assert!(take(unknown.clone()).is_err(), "there is no such token yet");
		let owner = TreasuryAccount::get().into();
		let root = RuntimeOrigin::root();
		assert_ok!(ForeignAssets::force_create(root, unknown.clone(), owner, true, 100));
		assert_ok!(take(unknown.clone()));
		assert_eq!(ForeignAssets::balance(unknown.clone(), &to), 123);
		// Known by now, and less of it than an address can hold.
		let supply = ForeignAssets::total_supply(unknown.clone());
		arrive(&[usdt(5 * USDT), (unknown.clone(), 7u128).into()], id.address());
		assert_eq!(Parked::<Runtime>::get(&id, &unknown), 7);
		assert_eq!(ForeignAssets::total_supply(unknown.clone()), supply);
		assert_ok!(take(unknown.clone()));
		assert_eq!(ForeignAssets::balance(unknown.clone(), &to), 130);
		assert_eq!(ForeignAssets::total_supply(unknown), supply + 7);
		assert_agreement();
	});
}

#[test]
fn a_closed_account_finds_what_came_when_it_is_made_again() {
	development().execute_with(|| {
		priced();
		let id = account(Eve);
		arrive(&[usdt(5 * USDT)], id.address());
		assert!(!pending(&id), "there is no such account");
		assert_ok!(Margin::create_account(signed(Eve), 0));
		assert!(pending(&id));
		idle();
		let cash = u128::try_from(Margin::cash(&id)).expect("not negative");
		assert!(cash > 4 * USDT);
		let to = Eve.to_account_id();
		assert_ok!(Collateral::withdraw(signed(Eve), id.clone(), CASH, cash, to));
		assert_ok!(Margin::close_account(signed(Eve), id.clone()));
		arrive(&[dot(2 * ONE_DOT)], id.address());
		idle();
		assert_ok!(Margin::create_account(signed(Eve), 0));
		idle();
		assert_eq!(Margin::lots(&id).len(), 1);
		assert_agreement();
	});
}

#[test]
fn what_finds_no_room_waits_at_the_address() {
	development().execute_with(|| {
		priced();
		let id = open(Dave, 1_000);
		assert_ok!(Collateral::pause(RuntimeOrigin::root(), DOT));
		arrive(&[dot(2 * ONE_DOT)], id.address());
		idle();
		assert_eq!(Margin::lots(&id), []);
		assert_ok!(Collateral::resume(RuntimeOrigin::root(), DOT));
		assert_ok!(Collateral::sweep(signed(Bob), id.clone(), DOT));
		assert_eq!(Margin::lots(&id).len(), 1);
		// A cap that is reached: the owner takes it back.
		assert_ok!(Collateral::set_cap(RuntimeOrigin::root(), DOT, 0));
		arrive(&[dot(2 * ONE_DOT)], id.address());
		idle();
		let (token, to) = (RelayLocation::get(), Dave.to_account_id());
		assert_ok!(Collateral::recover(signed(Dave), id.clone(), token.clone(), to));
		assert_eq!(ForeignAssets::balance(token, id.address()), 0);
		assert_agreement();
	});
}
