// SPDX-License-Identifier: GPL-3.0-or-later

//! Feeders' flags and a node's bids on the real chain: what the pool makes of them, and who pays.

use super::{
	house::{account, open, priced, signed as origin_of, USDT},
	priority::{report, signed, validated},
	*,
};
use crate::{genesis_presets::*, priority::*, *};
use frame_support::assert_ok;
use frame_system::offchain::{CreateAuthorizedTransaction, CreateSignedTransaction};
use pallet_liquidation::{
	crypto::{BidderCrypto, BidderId, KEY_TYPE},
	rejection, AllAccounts, Auctions, Call, Hot, Notice, NoticeOf, Rungs,
};
use pallet_price_oracle::crypto::AuthoritySignature;
use sp_core::Pair;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve};
use sp_keystore::{testing::MemoryKeystore, Keystore, KeystoreExt};
use sp_runtime::{
	transaction_validity::{InvalidTransaction, TransactionValidityError},
	DispatchError, Perbill,
};
use straddle_primitives::*;
use straddle_traits::{Entry, Journal, Ledger, Rule, Watch};

/// Dave has 1,000 DOT, 5,000 USD of which 3,750 count, and owes 4,500; Bob's account is well. The ladder has
/// lost sight of all, or it would have been first.
fn chain() -> TestExternalities {
	let mut state = development();
	state.execute_with(|| {
		priced();
		open(Bob, 1_000);
		let debtor = open(Dave, 1_000);
		let dots = 1_000 * 10_000_000_000;
		assert_ok!(Collateral::deposit(origin_of(Dave), debtor.clone(), DOT, dots));
		let by = 5_500 * USDT as Cash;
		let debt = Entry::new(debtor, Rule::Forced).cash(-by);
		assert_ok!(Margin::book(Journal::of(vec![debt]).pot(Pot::GlobalPool, by)));
		let _ = Hot::<Runtime>::clear(u32::MAX, None);
		let _ = Rungs::<Runtime>::clear(u32::MAX, None);
		AllAccounts::<Runtime>::mutate(|pass| pass.done = true);
		for who in [Bob, Dave] {
			Margin::set_filed(&account(who), Default::default());
		}
	});
	state
}

/// What Alice, who is the one feeder, says of an account.
fn notice(account: MarginAccountId) -> NoticeOf<Runtime> {
	let genesis = System::block_hash(0);
	let reward_to = Some(house::account(Bob));
	Notice { feeder: 0, slot: 0, genesis, at_block: System::block_number(), account, reward_to }
}

fn call(notice: NoticeOf<Runtime>, by: Sr25519Keyring) -> RuntimeCall {
	let signature = AuthoritySignature::from(by.pair().sign(&notice.payload()));
	Call::flag_as_feeder { notice, signature }.into()
}

fn authorized(call: RuntimeCall) -> UncheckedExtrinsic {
	<Runtime as CreateAuthorizedTransaction<RuntimeCall>>::create_authorized_transaction(call)
}

fn paid() -> usize {
	let is_fee = |record: &frame_system::EventRecord<RuntimeEvent, Hash>| {
		matches!(record.event, RuntimeEvent::TransactionPayment(_))
	};
	System::read_events_no_consensus().filter(|record| is_fee(record)).count()
}

#[test]
fn row_26_a_feeders_flag_is_free_and_no_tip_passes_it() {
	chain().execute_with(|| {
		let debtor = account(Dave);
		let flag = || authorized(call(notice(debtor.clone()), Alice));
		assert_eq!(validated(flag()), Ok(LIQUIDATION_MAX));
		let transfer: RuntimeCall = pallet_balances::Call::transfer_allow_death {
			dest: Eve.to_account_id().into(),
			value: configs::UNIT,
		}
		.into();
		let all = Balances::free_balance(Charlie.to_account_id()) - 2 * configs::UNIT;
		assert!(validated(signed(Charlie, transfer, all)).expect("valid") <= USER_MAX);
		assert_eq!(Executive::apply_extrinsic(flag()), Ok(Ok(())));
		assert_eq!(paid(), 0);
		let auction = Auctions::<Runtime>::get(&debtor).expect("in auction");
		assert_eq!(auction.flagger, Some(Alice.to_account_id()));
		assert_eq!(auction.reward_to, Some(account(Bob)));
		// What others saw as well.
		let refused = |reason| Err::<u64, _>(TransactionValidityError::Invalid(reason));
		assert_eq!(validated(flag()), refused(InvalidTransaction::Stale));
		// An account that is well is found out by the author, whoever said so; and somebody who is no feeder.
		let well = || authorized(call(Notice { reward_to: None, ..notice(account(Bob)) }, Alice));
		assert_eq!(validated(well()), Ok(LIQUIDATION_MAX));
		let reason = InvalidTransaction::Custom(rejection::NOT_FLAGGABLE);
		assert_eq!(Executive::apply_extrinsic(well()), refused(reason).map(|_| Ok(())));
		let own = authorized(call(notice(account(Bob)), Alice));
		assert_eq!(validated(own), refused(InvalidTransaction::Custom(rejection::BAD_REWARD)));
		let stranger = authorized(call(notice(account(Bob)), Eve));
		assert_eq!(validated(stranger), refused(InvalidTransaction::BadProof));
		assert_try_state();
	});
}

/// What is free is so because nobody signs the transaction: else anyone could fill blocks with it.
#[test]
fn who_signs_such_a_call_himself_pays_for_it_and_ranks_with_users() {
	chain().execute_with(|| {
		for call in [call(notice(account(Dave)), Alice), report().function] {
			let balance = || Balances::free_balance(Eve.to_account_id());
			let before = balance();
			assert!(validated(signed(Eve, call.clone(), 0)).expect("valid") <= USER_MAX);
			let applied = Executive::apply_extrinsic(signed(Eve, call, 0));
			assert_eq!(applied, Ok(Err(DispatchError::BadOrigin)));
			assert!(balance() < before);
		}
	});
}

#[test]
fn a_nodes_bid_is_a_transaction_of_its_key() {
	let mut state = chain();
	let keystore = MemoryKeystore::new();
	let key = keystore.sr25519_generate_new(KEY_TYPE, Some("//Desk")).expect("a key");
	state.register_extension(KeystoreExt::new(keystore));
	state.execute_with(|| {
		let flag = authorized(call(notice(account(Dave)), Alice));
		assert_eq!(Executive::apply_extrinsic(flag), Ok(Ok(())));
		let public = pallet_liquidation::crypto::signer(BidderId::from(key));
		let who = pallet_liquidation::crypto::account(BidderId::from(key));
		let bid = || -> RuntimeCall {
			Call::bid {
				auctioned: account(Dave),
				bidder: account(Bob),
				state_id: 0,
				max_share: Perbill::one(),
				max_payment: 0,
			}
			.into()
		};
		let made = |nonce| {
			<Runtime as CreateSignedTransaction<RuntimeCall>>::create_signed_transaction::<
				BidderCrypto,
			>(bid(), public.clone(), who.clone(), nonce)
			.expect("the key is there")
		};
		// It pays like everybody's.
		let unpaid = validated(made(0));
		assert_eq!(unpaid, Err(TransactionValidityError::Invalid(InvalidTransaction::Payment)));
		assert_ok!(Balances::force_set_balance(
			RuntimeOrigin::root(),
			who.clone().into(),
			100 * configs::UNIT
		));
		assert!(validated(made(0)).expect("valid") >= LIQUIDATION_BASE);
		// The next nonce waits for it.
		assert!(validated(made(1)).is_ok());
		// A key that may not trade for Bob pays, and nothing happens.
		let may_not = pallet_margin::Error::<Runtime>::MayNotTrade;
		assert_eq!(Executive::apply_extrinsic(made(0)), Ok(Err(may_not.into())));
		assert_eq!(System::account_nonce(&who), 1);
		// Valid for as long as the worker waits for it, and no longer.
		let last = made(1);
		System::set_block_number(1 + pallet_liquidation::offchain::bids::BID_BLOCKS);
		let old = Err(TransactionValidityError::Invalid(InvalidTransaction::AncientBirthBlock));
		assert_eq!(validated(last), old);
	});
}

/// The accounts that the worker walks over are all that there are.
#[test]
fn the_ledger_lists_every_account_once() {
	chain().execute_with(|| {
		let mut walked = vec![];
		while let Some(next) = Margin::accounts_after(walked.last(), 1).pop() {
			walked.push(next);
		}
		let mut all = vec![account(Bob), account(Dave)];
		all.sort();
		walked.sort();
		assert_eq!(walked, all);
	});
}
