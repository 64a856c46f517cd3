// SPDX-License-Identifier: GPL-3.0-or-later

//! Fees in margin cash: to the unit, by the rules of withdrawals, and for trading calls alone.

use super::{
	house::{account, assert_agreement, open, priced, signed, NOW, USDT},
	priority::validated,
	*,
};
use crate::{
	configs::{
		fees::{most_weight, MarginCash},
		market::ClearingAccount,
		xcm::UsdtLocation,
	},
	genesis_presets::{BTC, DOT},
	*,
};
use ::xcm::latest::Location;
use codec::Encode;
use frame_support::{
	assert_ok,
	storage::{unhashed, with_transaction, TransactionOutcome},
	traits::{Get, Hooks},
	weights::WeightMeter,
};
use pallet_asset_tx_payment::{ChargeAssetTxPayment, Event};
use pallet_options::{Call, TimeInForce};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve, One, Two};
use sp_runtime::{
	generic::{Era, SignedPayload},
	transaction_validity::{InvalidTransaction, TransactionValidityError},
	DispatchError,
};
use straddle_primitives::*;
use straddle_traits::Ledger;

const REFUSED: TransactionValidityError =
	TransactionValidityError::Invalid(InvalidTransaction::Payment);

/// A transaction as a client makes it, paid in this asset.
fn paid_in(
	who: Sr25519Keyring,
	call: impl Into<RuntimeCall>,
	tip: Balance,
	asset: Option<Location>,
) -> UncheckedExtrinsic {
	let mut extension = tx_extension(System::account_nonce(who.to_account_id()), Era::Immortal);
	extension.0 .8 = Ranked(ChargeAssetTxPayment::from(tip, asset));
	let payload = SignedPayload::new(call.into(), extension).expect("what is implicit is known");
	let signature = payload.using_encoded(|bytes| who.sign(bytes));
	let (call, extension, _) = payload.deconstruct();
	UncheckedExtrinsic::new_signed(call, who.to_account_id().into(), signature.into(), extension)
}

fn by_margin(who: Sr25519Keyring, call: impl Into<RuntimeCall>) -> UncheckedExtrinsic {
	paid_in(who, call, 0, Some(MarginCash::get()))
}

/// Nobody takes it, not the pool and not a block.
fn assert_refused(xt: UncheckedExtrinsic) {
	assert_eq!(validated(xt.clone()), Err(REFUSED));
	// Its author takes back what it did until then.
	let applied = with_transaction(|| {
		let applied = Executive::apply_extrinsic(xt);
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(applied))
	});
	assert_eq!(applied, Ok(Err(REFUSED)));
}

fn usdt(who: &AccountId) -> Balance {
	ForeignAssets::balance(UsdtLocation::get(), who)
}

/// All that a fee moves: an account's cash, what the ledger holds, the clearing account, the author, the signer, the
/// supply.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Books {
	cash: Cash,
	held: Cash,
	clearing: Balance,
	author: Balance,
	signer: Balance,
	supply: Balance,
}

const AUTHOR: Sr25519Keyring = Charlie;

fn books(id: &MarginAccountId, signer: Sr25519Keyring) -> Books {
	Books {
		cash: Margin::cash(id),
		held: pallet_margin::Totals::<Runtime>::get().held,
		clearing: usdt(&ClearingAccount::get()),
		author: usdt(&AUTHOR.to_account_id()),
		signer: usdt(&signer.to_account_id()),
		supply: ForeignAssets::total_supply(UsdtLocation::get()),
	}
}

/// Let `AUTHOR` make this block.
fn authored() {
	let key = frame_support::storage::storage_prefix(b"Authorship", b"Author");
	unhashed::put(&key, &AUTHOR.to_account_id());
}

/// What the last fee was, as its event tells.
fn told(who: Sr25519Keyring) -> Balance {
	let events = System::events().into_iter().rev();
	let mut fees = events.filter_map(|record| match record.event {
		RuntimeEvent::AssetTxPayment(Event::AssetTxFeePaid {
			who: by,
			actual_fee,
			asset_id,
			..
		}) => {
			assert_eq!((by, asset_id), (who.to_account_id(), Some(MarginCash::get())));
			Some(actual_fee)
		},
		_ => None,
	});
	fees.next().expect("a fee was paid")
}

/// Apply what margin cash pays for; the fee went from the account to the author, to the unit, and nowhere else.
fn pay(
	who: Sr25519Keyring,
	id: &MarginAccountId,
	call: impl Into<RuntimeCall>,
) -> (Balance, sp_runtime::DispatchResult) {
	let before = books(id, who);
	let xt = by_margin(who, call);
	assert_ok!(validated(xt.clone()));
	let result = Executive::apply_extrinsic(xt).expect("it is paid");
	let fee = told(who);
	let units = Cash::try_from(fee).expect("small");
	assert_eq!(
		books(id, who),
		Books {
			cash: before.cash - units,
			held: before.held - units,
			clearing: before.clearing - fee,
			author: before.author + fee,
			..before
		}
	);
	assert!(!unhashed::exists(&frame_support::storage::storage_prefix(b"MarginFees", b"Payer")));
	assert_agreement();
	(fee, result)
}

fn cancel_all(account: &MarginAccountId) -> Call<Runtime> {
	Call::cancel_all { account: account.clone(), underlying: None }
}

fn buy(account: &MarginAccountId, series: Series, usdt: u128) -> Call<Runtime> {
	Call::place_order {
		account: account.clone(),
		series,
		side: Side::Buy,
		quantity: CONTRACT,
		limit_price: (usdt * USDT) as Cash,
		time_in_force: TimeInForce::PostOnly,
		reduce_only: false,
	}
}

fn some_call() -> Series {
	Options::on_poll(1, &mut WeightMeter::new());
	let listed = Options::series_of(BTC);
	*listed.iter().find(|one| one.kind == Kind::Call).expect("a call is listed")
}

/// An account of Dave's with a short call: `spare` USDT beyond what has to stay may leave.
fn short_with(spare: u128) -> (MarginAccountId, Series) {
	let (maker, id) = (open(Bob, 100_000), open(Dave, 30_000));
	let series = some_call();
	let price = 5_000 * USDT as Cash;
	let place = |who, id: &MarginAccountId, side, how| {
		Options::place_order(signed(who), id.clone(), series, side, CONTRACT, price, how, false)
	};
	assert_ok!(place(Bob, &maker, Side::Buy, TimeInForce::PostOnly));
	assert_ok!(place(Dave, &id, Side::Sell, TimeInForce::FillOrKill));
	let free = Margin::max_withdrawal(id.clone());
	let amount = u128::try_from(free).expect("positive") - spare;
	let to = Dave.to_account_id();
	assert_ok!(Collateral::withdraw(signed(Dave), id.clone(), CASH, amount, to));
	(id, series)
}

#[test]
fn who_deposited_all_that_he_has_trades_and_cancels() {
	development().execute_with(|| {
		priced();
		authored();
		let id = open(Eve, 1_000);
		let series = some_call();
		// Nothing is left to Eve but what is in the account.
		let rest = usdt(&Eve.to_account_id());
		let strd = Balances::free_balance(Eve.to_account_id());
		let bob: Address = Bob.to_account_id().into();
		assert_ok!(ForeignAssets::transfer(signed(Eve), UsdtLocation::get(), bob.clone(), rest));
		let dot = configs::xcm::RelayLocation::get();
		let dots = ForeignAssets::balance(dot.clone(), Eve.to_account_id());
		if dots > 0 {
			assert_ok!(ForeignAssets::transfer(signed(Eve), dot, bob.clone(), dots));
		}
		assert_ok!(Balances::transfer_allow_death(signed(Eve), bob, strd));
		assert_eq!(System::account(Eve.to_account_id()).data, Default::default());

		for asset in [None, Some(UsdtLocation::get())] {
			assert_refused(paid_in(Eve, buy(&id, series, 100), 0, asset));
		}
		let (placing, result) = pay(Eve, &id, buy(&id, series, 100));
		assert_eq!(result, Ok(()));
		assert_eq!(Options::orders_of(id.clone()).len(), 1);
		let (cancelling, result) = pay(Eve, &id, cancel_all(&id));
		assert_eq!(result, Ok(()));
		assert_eq!(Options::orders_of(id.clone()).len(), 0);
		assert!(cancelling < USDT / 20 && placing < USDT / 20, "{placing} {cancelling}");
		// Nonces went on.
		assert_eq!(System::account_nonce(Eve.to_account_id()), 2);
		let mut calls: Vec<RuntimeCall> =
			vec![buy(&id, series, 100).into(), cancel_all(&id).into()];
		let (_, result) = pay(Eve, &id, pallet_utility::Call::batch_all { calls: calls.clone() });
		assert_eq!(result, Ok(()));
		// Nothing else is paid by it.
		calls.push(frame_system::Call::remark { remark: vec![] }.into());
		assert_refused(by_margin(Eve, pallet_utility::Call::batch_all { calls }));
		assert_refused(by_margin(Eve, pallet_utility::Call::batch_all { calls: vec![] }));
		assert_refused(by_margin(Eve, frame_system::Call::remark { remark: vec![] }));
		assert_refused(by_margin(Eve, pallet_margin::Call::close_account { account: id }));
	});
}

#[test]
fn a_call_that_fails_pays_too_and_what_is_not_needed_comes_back() {
	development().execute_with(|| {
		priced();
		authored();
		let id = open(Eve, 1_000);
		let order = Call::cancel_order { account: id.clone(), order_id: 77 };
		let (fee, result) = pay(Eve, &id, order.clone());
		assert_eq!(result, Err(pallet_options::Error::<Runtime>::OrderNotFound.into()));
		// What it declares is far more.
		use frame_support::dispatch::GetDispatchInfo;
		let xt = by_margin(Eve, order);
		let info = xt.get_dispatch_info();
		assert!(info.extension_weight.all_gte(most_weight()));
		let most = TransactionPayment::compute_fee(xt.encoded_size() as u32, &info, 0);
		use frame_support::traits::tokens::ConversionToAssetBalance;
		let price =
			|fee| configs::assets::AtOraclePrice::to_asset_balance(fee, UsdtLocation::get());
		let most = price(most).expect("it has a price");
		assert!(2 * fee < most, "{fee} {most}");
		// An account with less than that cannot pay, though the fee would be less in the end.
		let cash = |units: u128| {
			let to = Eve.to_account_id();
			let own = u128::try_from(Margin::cash(&id)).expect("positive");
			assert_ok!(Collateral::withdraw(signed(Eve), id.clone(), CASH, own - units, to));
		};
		cash(most);
		let all = by_margin(Eve, Call::cancel_order { account: id.clone(), order_id: 77 });
		assert_ok!(validated(all));
		cash(most - 1);
		assert_refused(by_margin(Eve, Call::cancel_order { account: id.clone(), order_id: 77 }));
	});
}

#[test]
fn only_what_may_be_withdrawn_pays() {
	development().execute_with(|| {
		priced();
		authored();
		let (id, _) = short_with(0);
		let cash = Margin::cash(&id);
		assert!(cash > 5_000 * USDT as Cash);
		assert_refused(by_margin(Dave, cancel_all(&id)));
		// With two dollars more it can.
		assert_ok!(Collateral::deposit(signed(Dave), id.clone(), CASH, 2 * USDT));
		let (fee, result) = pay(Dave, &id, cancel_all(&id));
		assert_eq!(result, Ok(()));
		assert!(fee < USDT);
		// Lots back a debt, but fees borrow nothing.
		let poor = account(Two);
		assert_ok!(Margin::create_account(signed(Two), 0));
		let ten = 10 * 10_000_000_000;
		let two: Address = Two.to_account_id().into();
		let dot = configs::xcm::RelayLocation::get();
		assert_ok!(ForeignAssets::transfer(signed(Bob), dot, two, 2 * ten));
		assert_ok!(Collateral::deposit(signed(Two), poor.clone(), DOT, ten));
		assert!(Margin::max_withdrawal(poor.clone()) > USDT as Cash);
		assert_refused(by_margin(Two, cancel_all(&poor)));
	});
}

#[test]
fn in_auction_or_without_prices_nothing_leaves_as_a_fee() {
	development().execute_with(|| {
		priced();
		authored();
		let (id, _) = short_with(100 * USDT);
		assert_ok!(validated(by_margin(Dave, cancel_all(&id))));
		house::at(NOW + DAY_MS);
		assert_refused(by_margin(Dave, cancel_all(&id)));
		house::at(NOW);
		let auction = pallet_liquidation::Auction {
			started: 0,
			started_at: 0,
			clock: Default::default(),
			resumed_ms: 0,
			state_id: 1,
			flagger: None,
			reward_to: None,
			bounty: 0,
			bids: 0,
			sale: Default::default(),
			passed: None,
			gained: Default::default(),
			left: 0,
			past: Default::default(),
		};
		pallet_liquidation::Auctions::<Runtime>::insert(id.clone(), auction);
		assert_refused(by_margin(Dave, cancel_all(&id)));
	});
}

#[test]
fn a_delegate_pays_for_what_it_trades_and_tips_nobody() {
	development().execute_with(|| {
		priced();
		authored();
		let id = open(Eve, 1_000);
		let series = some_call();
		// A key without any token.
		assert_eq!(System::account(One.to_account_id()).data, Default::default());
		assert_refused(by_margin(One, cancel_all(&id)));
		let one = One.to_account_id();
		assert_ok!(Margin::set_delegate(signed(Eve), id.clone(), one.clone()));
		let (_, result) = pay(One, &id, buy(&id, series, 10));
		assert_eq!(result, Ok(()));
		let (_, result) = pay(One, &id, Call::heartbeat { account: id.clone(), within: Some(10) });
		assert_eq!(result, Ok(()));
		let tipped = |who, tip| paid_in(who, cancel_all(&id), tip, Some(MarginCash::get()));
		assert_refused(tipped(One, 1));
		assert_ok!(validated(tipped(Eve, configs::UNIT)));
		assert_refused(by_margin(Alice, cancel_all(&id)));
		assert_ok!(Margin::remove_delegate(signed(Eve), id.clone(), one.clone()));
		assert_refused(by_margin(One, cancel_all(&id)));
		// A key that never signed is forgotten as it goes.
		let two = Two.to_account_id();
		assert_ok!(Margin::set_delegate(signed(Eve), id.clone(), two.clone()));
		assert!(System::account_exists(&two));
		assert_ok!(Margin::remove_delegate(signed(Eve), id, two.clone()));
		assert!(!System::account_exists(&two));
	});
}

/// A key's nonce goes on when it is removed and set again, and so does an owner's without any token: what they signed
/// is good once.
#[test]
fn what_a_key_signed_is_good_once() {
	development().execute_with(|| {
		priced();
		authored();
		let id = open(Eve, 1_000);
		let series = some_call();
		let one = One.to_account_id();
		assert_ok!(Margin::set_delegate(signed(Eve), id.clone(), one.clone()));
		let sent = by_margin(One, buy(&id, series, 10));
		assert_eq!(Executive::apply_extrinsic(sent.clone()), Ok(Ok(())));
		assert_eq!(Options::orders_of(id.clone()).len(), 1);
		assert_ok!(Margin::remove_delegate(signed(Eve), id.clone(), one.clone()));
		assert_ok!(Margin::set_delegate(signed(Eve), id.clone(), one.clone()));
		let stale = Err(TransactionValidityError::Invalid(InvalidTransaction::Stale));
		assert_eq!(Executive::apply_extrinsic(sent.clone()), stale);
		// With the account, too, that has the same address when it is made again.
		let (fee, result) = pay(One, &id, cancel_all(&id));
		assert_eq!(result, Ok(()));
		// What such a key leaves behind costs more than an account with tokens has to hold.
		use frame_support::traits::tokens::ConversionToAssetBalance;
		let least = configs::EXISTENTIAL_DEPOSIT;
		let least = configs::assets::AtOraclePrice::to_asset_balance(least, UsdtLocation::get());
		assert!(fee > least.expect("it has a price"));
		let own = u128::try_from(Margin::cash(&id)).expect("positive");
		let to = Eve.to_account_id();
		assert_ok!(Collateral::withdraw(signed(Eve), id.clone(), CASH, own, to));
		assert_ok!(Margin::close_account(signed(Eve), id.clone()));
		assert_eq!(System::account_nonce(&one), 2);
		assert_eq!(open(Eve, 1_000), id);
		assert_ok!(Margin::set_delegate(signed(Eve), id.clone(), one));
		assert_eq!(Executive::apply_extrinsic(sent), stale);
		assert_eq!(Options::orders_of(id).len(), 0);
	});
}

#[test]
fn a_tip_goes_with_the_fee_and_other_assets_are_as_before() {
	development().execute_with(|| {
		priced();
		authored();
		let id = open(Eve, 1_000);
		let before = books(&id, Eve);
		let tip = configs::UNIT;
		let xt = paid_in(Eve, cancel_all(&id), tip, Some(MarginCash::get()));
		assert_eq!(Executive::apply_extrinsic(xt), Ok(Ok(())));
		let fee = told(Eve);
		// One STRD counts .10 USD, and 5 % are added.
		assert!(fee > 105_000, "{fee}");
		let after = books(&id, Eve);
		assert_eq!(after.author, before.author + fee);
		assert_eq!(after.cash, before.cash - fee as Cash);
		let xt = paid_in(Eve, cancel_all(&id), 0, Some(UsdtLocation::get()));
		assert_eq!(Executive::apply_extrinsic(xt), Ok(Ok(())));
		let then = books(&id, Eve);
		let paid = after.signer - then.signer;
		assert!(paid > 0 && paid < fee);
		assert_eq!(then, Books { signer: then.signer, author: after.author + paid, ..after });
		assert_agreement();
	});
}
