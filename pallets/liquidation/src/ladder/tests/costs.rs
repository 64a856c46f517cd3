// SPDX-License-Identifier: GPL-3.0-or-later

//! What looks weigh, and that who finds no room is found in the next block.

use super::*;
use crate::costs::Charged;
use straddle_traits::Risk;

/// Prices fall, and `count` accounts fail.
fn failing(market: &mut Market, count: u32) -> Vec<MarginAccountId> {
	let all = (1..=count).map(|n| account(n, vec![leg(1.0)], 10.0)).collect();
	market.spot[0] = 80.0;
	measure(6_000, market);
	all
}

/// What the ladder uses of so much.
fn sweep(room: Weight) -> Weight {
	let mut meter = WeightMeter::with_limit(room);
	Liquidation::poll_ladder(&mut MockLedger::session(), &mut Charged::default(), &mut meter);
	assert!(meter.consumed().all_lte(room));
	meter.consumed()
}

/// What has to be there besides: an account may know no price yet, or be filed anew, or its auction end.
fn in_vain() -> Weight {
	let filed = <() as WeightInfo>::ladder_file(4);
	let start = Liquidation::most_start_weight(Size::ONE);
	Liquidation::look_weight(Size::ONE) + start.max(filed) - one()
}

/// What each of so many weighs: valuing it and starting its auction.
fn one() -> Weight {
	each(<() as WeightInfo>::ladder_look) + each(<() as WeightInfo>::start)
}

#[test]
fn what_accounts_share_is_charged_once() {
	let consumed = |count: u32| {
		let mut weight = Weight::zero();
		ladder(|mut market| {
			let all = failing(&mut market, count);
			weight = sweep(BLOCK);
			assert!(all.iter().all(in_auction));
		});
		weight
	};
	let [one_account, two, nine] = [1, 2, 9].map(consumed);
	assert_eq!(two - one_account, one());
	assert_eq!(nine - two, one() * 7);
	assert!((one_account - one()).all_gt(Liquidation::first_weight()));
}

#[test]
fn who_finds_no_room_stays_due() {
	ladder(|mut market| {
		let all = failing(&mut market, 5);
		let mut needed = Weight::zero();
		let _ = frame_support::storage::with_transaction(|| {
			needed = sweep(BLOCK);
			sp_runtime::TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(()))
		});
		looked();
		// Room for two, and to find out that there is none for a third.
		let filed = Rungs::<Test>::iter().count();
		let room = needed - one() * 3 + in_vain();
		sweep(room);
		let found: Vec<_> = all.iter().filter(|account| in_auction(account)).collect();
		assert_eq!((found.len(), looked().len()), (2, 2));
		assert_eq!(Rungs::<Test>::iter().count(), filed - 2);
		assert_eq!(missed(), []);
		sweep(BLOCK);
		assert!(all.iter().all(in_auction));
	});
}

#[test]
fn an_auction_starts_without_room_for_standing_bids_and_they_come_later() {
	ladder(|mut market| {
		let all = failing(&mut market, 1);
		let bidder = crate::mock::bob();
		let underlyings = Covered::truncate_from(vec![BTC]);
		let origin = RuntimeOrigin::signed(who(2));
		let placed = Liquidation::place_backstop(
			origin,
			bidder,
			Default::default(),
			usd(5_000),
			underlyings,
		);
		assert_eq!(placed, Ok(()));
		let mut alone = Weight::zero();
		let _ = frame_support::storage::with_transaction(|| {
			Backstops::<Test>::kill();
			alone = sweep(BLOCK);
			sp_runtime::TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(()))
		});
		// Enough for it, and too little for the bid besides.
		let used = sweep(alone + in_vain() + each(<() as WeightInfo>::backstop));
		let read = each(<() as WeightInfo>::standing);
		assert_eq!((in_auction(&all[0]), used), (true, alone + read));
		assert_eq!(Backstops::<Test>::get().len(), 1);
		assert_eq!(Liquidation::do_try_state(), Ok(()));
	});
}

#[test]
fn a_start_is_charged_the_entries_that_its_orders_left_unread() {
	let charged = |unread| {
		let mut proof = 0;
		ladder(|mut market| {
			let all = failing(&mut market, 1);
			crate::mock::UNREAD.set(unread);
			set_proof(0);
			proof = sweep(BLOCK).proof_size();
			assert!(in_auction(&all[0]));
		});
		proof
	};
	assert_eq!(charged(3) - charged(0), 3 * straddle_traits::WRITTEN_PROOF);
}
