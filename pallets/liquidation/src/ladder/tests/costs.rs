// SPDX-License-Identifier: GPL-3.0-or-later

//! What looks weigh, and that who finds no room is found in the next block.

use super::*;
use crate::costs::Charged;

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
	Liquidation::poll_ladder(&mut (), &mut Charged::default(), &mut meter);
	assert!(meter.consumed().all_lte(room));
	meter.consumed()
}

/// What has to be there besides, since an account may be valued in vain and filed anew, or its auction end.
fn in_vain() -> Weight {
	let filed = <() as WeightInfo>::ladder_file(4);
	let start = <() as WeightInfo>::start(1, 0, 0);
	let in_vain = filed + <() as WeightInfo>::ladder_look(1, 0) * 2;
	in_vain.max(start + <() as WeightInfo>::end()) - start
}

/// What each of so many weighs: valuing it and starting its auction.
fn one() -> Weight {
	<() as WeightInfo>::ladder_look(1, 0) + <() as WeightInfo>::start(1, 0, 0)
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
	let shared = <() as WeightInfo>::visit_base() + <() as WeightInfo>::prices(1, 1, 0);
	assert!((one_account - one()).all_gt(shared));
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
		let underlyings = Watched::truncate_from(vec![BTC]);
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
		let used = sweep(alone + in_vain() + <() as WeightInfo>::backstop(1, 0, 1));
		assert_eq!((in_auction(&all[0]), used), (true, alone));
		assert_eq!(Backstops::<Test>::get().len(), 1);
		assert_eq!(Liquidation::do_try_state(), Ok(()));
	});
}
