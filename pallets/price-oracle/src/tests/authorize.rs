// SPDX-License-Identifier: GPL-3.0-or-later

//! Batches as bytes in a pool: decode, check, validate, apply.

use crate::{mock::*, weights::WeightInfo, *};
use codec::{Decode, Encode};
use frame_support::{
	assert_noop, assert_storage_noop,
	dispatch::{DispatchClass, GetDispatchInfo, Pays},
};
use frame_system::offchain::CreateAuthorizedTransaction;
use sp_core::{Pair, H256};
use sp_runtime::{
	traits::{Applyable, Checkable},
	transaction_validity::{
		InvalidTransaction, TransactionSource, TransactionValidity, TransactionValidityError,
	},
	DispatchError,
};

const SOURCES: [TransactionSource; 3] =
	[TransactionSource::External, TransactionSource::Local, TransactionSource::InBlock];

fn bytes(batch: BatchOf<Test>, signature: crypto::AuthoritySignature) -> Vec<u8> {
	let call = Call::<Test>::report { batch, signature };
	<Test as CreateAuthorizedTransaction<Call<Test>>>::create_authorized_transaction(call.into())
		.encode()
}

fn signed(n: u8, batch: BatchOf<Test>) -> Vec<u8> {
	let signature = sign(n, &batch);
	bytes(batch, signature)
}

fn validate(bytes: &[u8], source: TransactionSource) -> TransactionValidity {
	let transaction = UncheckedExtrinsic::decode(&mut &bytes[..]).unwrap();
	let info = transaction.get_dispatch_info();
	let checked = transaction.check(&frame_system::ChainContext::<Test>::default()).unwrap();
	checked.validate::<Test>(source, &info, bytes.len())
}

fn apply(bytes: &[u8]) -> Result<Result<(), DispatchError>, TransactionValidityError> {
	let transaction = UncheckedExtrinsic::decode(&mut &bytes[..]).unwrap();
	let info = transaction.get_dispatch_info();
	let checked = transaction.check(&frame_system::ChainContext::<Test>::default())?;
	let result = checked.apply::<Test>(&info, bytes.len())?;
	Ok(result.map(|_| ()).map_err(|error| error.error))
}

/// Refused by the pool whatever the source, refused in a block, and nothing is written.
fn assert_refused(bytes: &[u8], reason: InvalidTransaction) {
	for source in SOURCES {
		assert_storage_noop!(assert_eq!(validate(bytes, source), Err(reason.into()), "{source:?}"));
	}
	assert_storage_noop!(assert_eq!(apply(bytes), Err(reason.into())));
}

fn good() -> BatchOf<Test> {
	batch(1, &[(BTC, usd(60_000)), (ETH, usd(3_000))])
}

#[test]
fn a_batch_goes_from_the_pool_into_a_block() {
	ExtBuilder::default().build_and_execute(|| {
		let bytes = signed(1, good());
		for source in SOURCES {
			let valid = validate(&bytes, source).unwrap();
			assert_eq!(valid.priority, BATCH_PRIORITY);
			assert!(valid.longevity >= 3 && valid.propagate && valid.requires.is_empty());
			let tag = ("straddle/price-oracle", (pair(1).public(), current_round())).encode();
			assert_eq!(valid.provides, vec![tag]);
		}
		assert_eq!(apply(&bytes), Ok(Ok(())));
		let stored = Reports::<Test>::get(current_round(), pair(1).public()).unwrap();
		assert_eq!(stored.into_inner(), vec![(BTC, usd(60_000)), (ETH, usd(3_000))]);
		let waiting = Waiting { reports: 1, looked: 0 };
		let pending = Pending::<Test>::get().into_iter().collect::<Vec<_>>();
		assert_eq!(pending, [(current_round(), waiting)]);
		// It only stores: nothing is priced by it.
		assert_eq!(Oracle::feed_state(BTC), PriceState::NonPositive);
	});
}

#[test]
fn a_batch_is_operational_and_not_free_by_declaration() {
	ExtBuilder::default().build_and_execute(|| {
		let transaction = UncheckedExtrinsic::decode(&mut &signed(1, good())[..]).unwrap();
		let info = transaction.get_dispatch_info();
		assert_eq!(info.class, DispatchClass::Operational);
		// Nobody pays for a transaction that nobody signs; who signs this call himself pays for it.
		assert_eq!(info.pays_fee, Pays::Yes);
		assert_eq!(info.call_weight, <() as WeightInfo>::report(2));
		assert_eq!(info.extension_weight, <() as WeightInfo>::authorize_report(2));
	});
}

#[test]
fn a_reserved_weight_covers_the_largest_batch() {
	<Oracle as frame_support::traits::Hooks<u64>>::integrity_test();
}

#[test]
fn wrong_signer() {
	ExtBuilder::default().build_and_execute(|| {
		// Another feeder's key, a stranger's key, and a feeder that there is not.
		assert_refused(&signed(2, good()), InvalidTransaction::BadProof);
		assert_refused(&signed(77, good()), InvalidTransaction::BadProof);
		let nobody = BatchOf::<Test> { feeder: 4, ..good() };
		assert_refused(&signed(4, nobody), InvalidTransaction::BadSigner);
		let nobody = BatchOf::<Test> { feeder: u16::MAX, ..good() };
		assert_refused(&signed(1, nobody), InvalidTransaction::BadSigner);
	});
}

#[test]
fn a_changed_batch_has_no_signature() {
	ExtBuilder::default().build_and_execute(|| {
		let signature = sign(1, &good());
		let changed = batch(1, &[(BTC, usd(60_001)), (ETH, usd(3_000))]);
		assert_refused(&bytes(changed, signature.clone()), InvalidTransaction::BadProof);
		// A signature over the batch alone, without our tag, is not one of ours.
		let bare = pair(1).sign(&good().encode());
		assert_refused(&bytes(good(), bare), InvalidTransaction::BadProof);
		assert!(validate(&bytes(good(), signature), TransactionSource::External).is_ok());
	});
}

#[test]
fn a_feeder_cannot_take_anothers_place() {
	ExtBuilder::default().build_and_execute(|| {
		let batch = BatchOf::<Test> { feeder: 2, ..good() };
		assert_refused(&signed(1, batch), InvalidTransaction::BadProof);
	});
}

#[test]
fn wrong_chain() {
	ExtBuilder::default().build_and_execute(|| {
		let batch = BatchOf::<Test> { genesis: H256::repeat_byte(1), ..good() };
		assert_refused(&signed(1, batch), InvalidTransaction::Custom(rejection::OTHER_CHAIN));
	});
}

#[test]
fn wrong_round() {
	ExtBuilder::default().build_and_execute(|| {
		for _ in 0..5 {
			tick();
		}
		let round = current_round();
		let of = |round| signed(1, BatchOf::<Test> { round, ..good() });
		let closed = InvalidTransaction::Custom(rejection::ROUND_CLOSED);
		assert_refused(&of(round + 1), InvalidTransaction::Future);
		assert_refused(&of(u64::MAX), InvalidTransaction::Future);
		assert_refused(&of(round - 3), closed);
		assert_refused(&of(0), closed);
		// The present round and, for a slot that was missed, the two before it.
		for round in [round, round - 1, round - 2] {
			assert!(validate(&of(round), TransactionSource::External).is_ok(), "{round}");
		}
	});
}

#[test]
fn a_finished_round_takes_no_more() {
	ExtBuilder::default().build_and_execute(|| {
		let late = signed(3, batch(3, &[(BTC, usd(1_000))]));
		for n in 0..3 {
			report(n, &[(BTC, usd(60_000))]);
		}
		assert!(validate(&late, TransactionSource::External).is_ok());
		tick();
		assert_eq!(LastFinished::<Test>::get().unwrap().round, current_round() - 1);
		assert_refused(&late, InvalidTransaction::Custom(rejection::ROUND_CLOSED));
	});
}

#[test]
fn wrong_block() {
	ExtBuilder::default().build_and_execute(|| {
		let at = |at_block| signed(1, BatchOf::<Test> { at_block, ..good() });
		assert_refused(&at(System::block_number() + 1), InvalidTransaction::Future);
		System::set_block_number(100);
		assert_refused(&at(35), InvalidTransaction::AncientBirthBlock);
		assert!(validate(&at(36), TransactionSource::External).is_ok());
	});
}

#[test]
fn replay() {
	ExtBuilder::default().build_and_execute(|| {
		let first = signed(1, good());
		assert_eq!(apply(&first), Ok(Ok(())));
		assert_refused(&first, InvalidTransaction::Stale);
		// Another opinion for the same round is no better.
		let second = signed(1, batch(1, &[(BTC, usd(61_000))]));
		assert_refused(&second, InvalidTransaction::Stale);
	});
}

#[test]
fn wrong_order() {
	ExtBuilder::default().build_and_execute(|| {
		let price = usd(60_000);
		for prices in [vec![], vec![(ETH, price), (BTC, price)], vec![(BTC, price), (BTC, price)]] {
			assert_refused(&signed(1, batch(1, &prices)), InvalidTransaction::Call);
		}
	});
}

#[test]
fn too_many_rounds_waiting() {
	ExtBuilder::default().build_and_execute(|| {
		// Blocks without polls: rounds pile up.
		for _ in 0..MAX_PENDING {
			report(0, &[(BTC, usd(60_000))]);
			Clock::set(now() + ROUND);
		}
		assert_refused(
			&signed(0, batch(0, &[(BTC, usd(1))])),
			InvalidTransaction::ExhaustsResources,
		);
		tick();
		report(0, &[(BTC, usd(60_000))]);
	});
}

#[test]
fn what_is_not_authorized_is_not_a_report() {
	ExtBuilder::default().build_and_execute(|| {
		let signature = sign(1, &good());
		for origin in
			[RuntimeOrigin::root(), RuntimeOrigin::none(), RuntimeOrigin::signed(Guard::get())]
		{
			assert_noop!(
				Oracle::report(origin, good(), signature.clone()),
				DispatchError::BadOrigin
			);
		}
		// A bare transaction has no way to be authorized.
		let call = Call::<Test>::report { batch: good(), signature };
		let bare = UncheckedExtrinsic::new_bare(call.into()).encode();
		for source in SOURCES {
			assert!(validate(&bare, source).is_err());
		}
		// An author may put one into a block all the same: nothing comes of it.
		assert_eq!(apply(&bare), Ok(Err(DispatchError::BadOrigin)));
		assert_eq!(Reports::<Test>::iter().count(), 0);
	});
}

#[test]
fn the_call_checks_again() {
	ExtBuilder::default().build_and_execute(|| {
		let check = |batch: BatchOf<Test>, fault| {
			assert_noop!(dispatch(batch), Error::<Test>::Batch(fault));
		};
		check(BatchOf::<Test> { feeder: 9, ..good() }, BatchFault::NotAFeeder);
		check(BatchOf::<Test> { genesis: H256::zero(), ..good() }, BatchFault::OtherChain);
		check(BatchOf::<Test> { round: current_round() + 1, ..good() }, BatchFault::RoundAhead);
		check(BatchOf::<Test> { round: 1, ..good() }, BatchFault::RoundClosed);
		check(BatchOf::<Test> { at_block: 2, ..good() }, BatchFault::BlockAhead);
		check(batch(1, &[]), BatchFault::Order);
		report(1, &[(BTC, usd(60_000))]);
		check(good(), BatchFault::Reported);
		System::set_block_number(100);
		check(BatchOf::<Test> { at_block: 1, ..good() }, BatchFault::BlockPast);
		for _ in 1..MAX_PENDING {
			Clock::set(now() + ROUND);
			report(0, &[(BTC, usd(60_000))]);
		}
		Clock::set(now() + ROUND);
		check(good(), BatchFault::Backlog);
	});
}

#[test]
fn a_key_that_left_is_no_feeder_and_its_report_does_not_count() {
	ExtBuilder::default().build_and_execute(|| {
		report(0, &[(BTC, usd(50_000))]);
		let old = good();
		Oracle::set_feeders((10..14).map(|n| pair(n).public()));
		assert_refused(&signed(1, old), InvalidTransaction::BadProof);
		for n in 0..3u8 {
			let batch = batch(n, &[(BTC, usd(60_000))]);
			assert_eq!(apply(&signed(10 + n, batch)), Ok(Ok(())));
		}
		tick();
		let reading = Oracle::price(BTC);
		assert_eq!(reading.price, usd(60_000));
		assert_eq!(Quotes::<Test>::get(BTC).unwrap().rounds[0].count, 3);
	});
}

/// What other pallets may do with a feeder's key: ask whose a signature is, and sign with what they hold.
#[test]
fn a_feeders_signature_is_taken_through_the_door() {
	use straddle_traits::FeederKeys;
	ExtBuilder::default().build_and_execute(|| {
		let feeders = Feeders::<Test>::get();
		assert_eq!(usize::from(Oracle::count()), feeders.len());
		for (place, feeder) in feeders.iter().enumerate() {
			assert_eq!(Oracle::account(place as u16), Some(feeder.account.clone()));
		}
		let signature = pair(1).sign(b"a message");
		assert!(Oracle::verify(1, b"a message", &signature));
		assert!(!Oracle::verify(1, b"another", &signature));
		assert!(!Oracle::verify(2, b"a message", &signature));
		let beyond = feeders.len() as u16;
		assert!(!Oracle::verify(beyond, b"a message", &signature));
		assert_eq!(Oracle::account(beyond), None);
	});
}
