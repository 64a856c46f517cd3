// SPDX-License-Identifier: GPL-3.0-or-later

//! Feeders' flags as bytes in a pool: decode, check, validate, apply.

use super::node::*;
use crate::{
	mock::{worker::*, *},
	*,
};
use codec::Encode;
use frame_support::{
	assert_noop, assert_ok, assert_storage_noop,
	dispatch::{DispatchClass, GetDispatchInfo, Pays},
};
use sp_core::H256;
use sp_runtime::{
	transaction_validity::{InvalidTransaction, TransactionSource},
	DispatchError,
};
use straddle_primitives::*;

const SOURCES: [TransactionSource; 3] =
	[TransactionSource::External, TransactionSource::Local, TransactionSource::InBlock];

/// Refused by the pool whatever the source, refused in a block, and nothing is written.
fn assert_refused(bytes: &[u8], reason: InvalidTransaction) {
	for source in SOURCES {
		assert_storage_noop!(assert_eq!(validate(bytes, source), Err(reason.into()), "{source:?}"));
	}
	assert_storage_noop!(assert_eq!(apply(bytes), Err(reason.into())));
}

/// A feeder's word that does not hold: no node's own worker sends it and no block takes it. A pool that hears
/// it from outside does not look.
fn assert_not_flaggable(bytes: &[u8]) {
	let refused = Err(InvalidTransaction::Custom(rejection::NOT_FLAGGABLE).into());
	assert!(validate(bytes, TransactionSource::External).is_ok());
	for source in [TransactionSource::Local, TransactionSource::InBlock] {
		assert_storage_noop!(assert_eq!(validate(bytes, source), refused, "{source:?}"));
	}
	assert_storage_noop!(assert_eq!(apply(bytes).map(|_| ()), refused.map(|_| ())));
}

#[test]
fn a_notice_goes_from_the_pool_into_a_block() {
	ExtBuilder::default().build_and_execute(|| {
		let bytes = signed_notice(notice(1, &alice()));
		for source in SOURCES {
			let valid = validate(&bytes, source).unwrap();
			assert_eq!(valid.priority, NOTICE_PRIORITY);
			assert!(valid.longevity >= 3 && valid.propagate && valid.requires.is_empty());
		}
		assert_eq!(apply(&bytes), Ok(Ok(())));
		let auction = Auctions::<Test>::get(alice()).unwrap();
		assert_eq!((auction.flagger, auction.reward_to), (Some(who(201)), None));
		// Whoever else saw it comes too late.
		assert_refused(&signed_notice(notice(2, &alice())), InvalidTransaction::Stale);
	});
}

#[test]
fn row_27_n_nodes_flags_of_one_account_provide_the_same() {
	ExtBuilder::default().build_and_execute(|| {
		open(&acc(4), who(4), 200 * UNIT);
		hold(&acc(4), call(), 10 * CONTRACT);
		let provides = |feeder, account: &MarginAccountId, reward_to| {
			let notice = Notice { reward_to, ..notice(feeder, account) };
			validate(&signed_notice(notice), TransactionSource::External).unwrap().provides
		};
		let tag = ("straddle/liquidation/notice", alice()).encode();
		for feeder in 0..FEEDERS {
			// And one that bounds how many of one feeder's may wait.
			let own = ("straddle/liquidation/notice", (feeder, 0u8)).encode();
			assert_eq!(provides(feeder, &alice(), None), [tag.clone(), own.clone()]);
			assert_eq!(provides(feeder, &alice(), Some(bob())), [tag.clone(), own.clone()]);
			assert_eq!(provides(feeder, &acc(4), None)[1..], [own]);
			assert_ne!(provides(feeder, &acc(4), None)[0], tag);
		}
		let beyond = Notice { slot: NOTICE_SLOTS, ..notice(1, &alice()) };
		assert_refused(&signed_notice(beyond), InvalidTransaction::Call);
	});
}

/// Free only because nobody signs it as a transaction: who sends the call otherwise pays for it.
#[test]
fn a_notice_is_operational_and_not_free_by_declaration() {
	ExtBuilder::default().build_and_execute(|| {
		let info = decode(&signed_notice(notice(1, &alice()))).get_dispatch_info();
		assert_eq!((info.class, info.pays_fee), (DispatchClass::Operational, Pays::Yes));
		assert_eq!(info.call_weight, Liquidation::most_notice_weight());
		// And a nonce, which is not looked at.
		let authorized = Liquidation::most_authorize_weight();
		assert!(info.extension_weight.all_gte(authorized));
		let signature = MockFeeders::signature(1, &notice(1, &alice()).payload());
		for origin in
			[RuntimeOrigin::root(), RuntimeOrigin::none(), RuntimeOrigin::signed(who(201))]
		{
			assert_noop!(
				Liquidation::flag_as_feeder(origin, notice(1, &alice()), signature)
					.map_err(|error| error.error),
				DispatchError::BadOrigin
			);
		}
	});
}

#[test]
fn what_comes_from_outside_costs_no_valuation() {
	ExtBuilder::default().build_and_execute(|| {
		valued();
		let of = |feeder, account: &MarginAccountId, signer| {
			let notice = notice(feeder, account);
			let signature = MockFeeders::signature(signer, &notice.payload());
			notice_bytes(notice, signature)
		};
		// A feeder that there is not, another's signature, a stranger's.
		for bytes in [of(7, &alice(), 7), of(1, &alice(), 2), of(1, &alice(), 77)] {
			assert_refused(&bytes, InvalidTransaction::BadProof);
		}
		assert_eq!(valued(), 0);
		// Nor does a feeder's that somebody caught and sends again, with whatever nonce.
		assert!(validate(&of(1, &alice(), 1), TransactionSource::External).is_ok());
		assert!(validate(&of(1, &bob(), 1), TransactionSource::External).is_ok());
		assert_eq!(valued(), 0);
		// An author finds out that an account is well at the latest price alone.
		assert!(validate(&of(1, &bob(), 1), TransactionSource::InBlock).is_err());
		assert_eq!(valued(), 1);
	});
}

#[test]
fn a_changed_notice_has_no_signature() {
	ExtBuilder::default().build_and_execute(|| {
		let good = Notice { reward_to: Some(carol()), ..notice(1, &alice()) };
		let signature = MockFeeders::signature(1, &good.payload());
		let theft = Notice { reward_to: Some(bob()), ..good.clone() };
		let other = Notice { feeder: 2, ..good.clone() };
		let later = Notice { at_block: 0, ..good.clone() };
		for changed in [theft, other, later] {
			assert_refused(&notice_bytes(changed, signature), InvalidTransaction::BadProof);
		}
		// A signature over the notice alone, without our tag, is not one of ours.
		let bare = MockFeeders::signature(1, &good.encode());
		assert_refused(&notice_bytes(good.clone(), bare), InvalidTransaction::BadProof);
		assert!(validate(&notice_bytes(good, signature), TransactionSource::External).is_ok());
	});
}

#[test]
fn wrong_chain_and_wrong_block() {
	ExtBuilder::default().build_and_execute(|| {
		let other = Notice { genesis: H256::repeat_byte(1), ..notice(1, &alice()) };
		let reason = InvalidTransaction::Custom(rejection::OTHER_CHAIN);
		assert_refused(&signed_notice(other), reason);
		System::set_block_number(100);
		let at = |at_block| signed_notice(Notice { at_block, ..notice(1, &alice()) });
		assert_refused(&at(101), InvalidTransaction::Future);
		let last = 100 - u64::from(NOTICE_BLOCKS);
		assert_refused(&at(last - 1), InvalidTransaction::AncientBirthBlock);
		assert!(validate(&at(last), TransactionSource::External).is_ok());
	});
}

#[test]
fn what_flag_refuses_is_refused_here() {
	ExtBuilder::default().build_and_execute(|| {
		let of = |account: &MarginAccountId| signed_notice(notice(1, account));
		assert_not_flaggable(&of(&bob()));
		assert_not_flaggable(&of(&acc(99)));
		// A wick.
		mark_median(call(), 100);
		assert_not_flaggable(&of(&alice()));
		mark_median(call(), 70);
		// Prices that allow none.
		round(BTC, PriceState::Stale);
		assert_not_flaggable(&of(&alice()));
		round(BTC, PriceState::Valid);
		let rewarding = |to| signed_notice(Notice { reward_to: Some(to), ..notice(1, &alice()) });
		let bad = InvalidTransaction::Custom(rejection::BAD_REWARD);
		assert_refused(&rewarding(alice()), bad);
		assert_refused(&rewarding(acc(99)), bad);
		assert_ok!(Liquidation::pause(RuntimeOrigin::signed(who(102))));
		assert_refused(&of(&alice()), InvalidTransaction::Custom(rejection::NOT_NOW));
	});
}

/// The example of RISK.md 8, flagged by a feeder that named nobody: the bidder pays 142.857187, and the
/// bounty of 1.190476, which would have been the flagger's, is the treasury's.
#[test]
fn without_an_account_for_rewards_the_treasury_has_the_bounty() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(apply(&signed_notice(notice(1, &alice()))), Ok(Ok(())));
		assert_ok!(bid(&alice(), ALL, Cash::MAX));
		assert_eq!(holder(&bob()).cash, 1_000_000 * UNIT - 142_857_187 - 1_190_476);
		assert_eq!(holder(&alice()).cash, 200 * UNIT + 142_857_187);
		assert_eq!((pot(Pot::Treasury), pot(Pot::Bounties)), (1_190_476, 0));
		assert_eq!(pot(Pot::GlobalPool), 1_000 * UNIT);
		let forfeited = Event::BountyForfeited { account: alice(), amount: 1_190_476 };
		assert!(events().contains(&forfeited));
	});
}

/// An account of which nothing is left but a debt of 50 that an empty pool cannot pay.
#[test]
fn bare_debt_is_noticed_once() {
	ExtBuilder::default().build_and_execute(|| {
		set_pot(Pot::GlobalPool, 20 * UNIT);
		open(&acc(4), who(4), -50 * UNIT);
		assert_eq!(apply(&signed_notice(notice(1, &acc(4)))), Ok(Ok(())));
		assert_eq!(holder(&acc(4)).cash, -30 * UNIT);
		assert_eq!((Deficit::<Test>::get(), AuctionCount::<Test>::get()), (30 * UNIT, 0));
		assert_not_flaggable(&signed_notice(notice(2, &acc(4))));
	});
}

#[test]
fn the_call_checks_again() {
	ExtBuilder::default().build_and_execute(|| {
		let dispatch = |notice: NoticeOf<Test>| {
			let origin = frame_system::RawOrigin::Authorized.into();
			Liquidation::flag_as_feeder(origin, notice, [0; 32]).map_err(|error| error.error)
		};
		assert_noop!(dispatch(notice(FEEDERS, &alice())), Error::<Test>::NotAFeeder);
		assert_noop!(dispatch(notice(1, &bob())), Error::<Test>::NotBelowMaintenance);
		let own = Notice { reward_to: Some(alice()), ..notice(1, &alice()) };
		assert_noop!(dispatch(own), Error::<Test>::RewardToSelf);
		let nobody = Notice { reward_to: Some(acc(99)), ..notice(1, &alice()) };
		assert_noop!(dispatch(nobody), Error::<Test>::NoSuchAccount);
		assert_ok!(dispatch(notice(1, &alice())));
		assert_noop!(dispatch(notice(1, &alice())), Error::<Test>::AlreadyInAuction);
	});
}
