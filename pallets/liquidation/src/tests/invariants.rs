// SPDX-License-Identifier: GPL-3.0-or-later

//! Each invariant broken on purpose.

use crate::{mock::*, *};
use frame_support::assert_ok;
use sp_runtime::{Perbill, TryRuntimeError};
use straddle_primitives::*;

/// Break the state of a sound auction and see the check that fires.
fn breaks(message: &'static str, breaking: impl FnOnce()) {
	ExtBuilder::default().build().execute_with(|| {
		block_after(6_000);
		flagged();
		assert_ok!(Liquidation::do_try_state());
		breaking();
		assert_eq!(Liquidation::do_try_state(), Err(TryRuntimeError::Other(message)));
	});
}

fn change_auction(change: impl FnOnce(&mut Auction)) {
	Auctions::<Test>::mutate(alice(), |auction| change(auction.as_mut().unwrap()));
}

fn ended(ended_at: Moment) -> EndedAuction {
	EndedAuction {
		ended_at,
		biddable_ms: 0,
		state_id: 0,
		sale: Sale::Whole,
		gained: Perbill::zero(),
	}
}

#[test]
fn invariant_7_auctions_are_counted() {
	breaks("invariant 7: auctions are miscounted", || AuctionCount::<Test>::put(2));
	breaks("invariant 7: auctions are miscounted", || Auctions::<Test>::remove(alice()));
}

#[test]
fn invariant_7_records_are_consistent() {
	breaks("invariant 7: an auction of no account", || {
		change(|book| book.accounts.remove(&alice()));
	});
	breaks("invariant 7: an auction is open and ended", || {
		Ended::<Test>::insert(alice(), ended(START));
	});
	breaks("invariant 7: the pool's account is in auction", || {
		open(&pool(), who(9), 0);
		Auctions::<Test>::insert(pool(), Auctions::<Test>::get(alice()).unwrap());
	});
}

#[test]
fn invariant_8_parameters_let_auctions_end() {
	breaks("invariant 8: parameters out of bounds", || {
		Params::<Test>::mutate(|params| params.end_ms = 0);
	});
}

#[test]
fn invariant_8_clocks_are_in_order() {
	let message = "invariant 8: an auction starts in the future";
	breaks(message, || change_auction(|auction| auction.started += 1));
	let message = "invariant 8: a clock ran faster than time";
	breaks(message, || change_auction(|auction| auction.clock.banked_ms += 1));
	breaks(message, || change_auction(|auction| auction.resumed_ms += 1));
	breaks(message, || {
		Clocks::<Test>::mutate(|table| table.groups[0].odometer += 1);
	});
	breaks("invariant 8: an auction ended in the future", || {
		Ended::<Test>::insert(acc(4), ended(START + 6_001));
	});
}

#[test]
fn invariant_8_clocks_mind_every_price() {
	breaks("invariant 8: a clock does not mind an underlying", || {
		Clocks::<Test>::mutate(|table| table.scopes.clear());
	});
	breaks("invariant 8: a clock does not mind an expiry", || Markets::<Test>::remove(BTC));
	breaks("invariant 8: readers of an odometer are miscounted", || {
		Clocks::<Test>::mutate(|table| table.groups[0].auctions += 1);
	});
}

#[test]
fn invariant_2_bounties_are_reserved() {
	breaks("invariant 2: bounties are not reserved", || {
		change_auction(|auction| auction.bounty = 1);
	});
	breaks("invariant 2: a negative bounty", || change_auction(|auction| auction.bounty = -1));
	breaks("invariant 2: a bounty for nobody", || {
		set_pot(Pot::Bounties, 1);
		change_auction(|auction| {
			auction.bounty = 1;
			auction.flagger = None;
		});
	});
}

#[test]
fn invariant_2_deficits_sum_up() {
	breaks("invariant 2: deficits do not sum up", || Deficit::<Test>::put(1));
	breaks("invariant 2: deficits do not sum up", || Deficits::<Test>::insert(acc(4), 1));
	breaks("invariant 2: a deficit of nothing", || Deficits::<Test>::insert(acc(4), 0));
}

#[test]
fn standing_bids_are_sound() {
	let stands = |n: u8, kappa: u32, bond: Cash| Backstop {
		bidder: acc(n),
		kappa_min: Perbill::from_percent(kappa),
		left: usd(1),
		underlyings: vec![BTC].try_into().unwrap(),
		bond,
		number: n.into(),
		rests: 0,
	};
	let put = |all: Vec<Backstop>| Backstops::<Test>::put(BackstopList::truncate_from(all));
	breaks("invariant 2: a negative bond", || put(vec![stands(2, 1, -1)]));
	breaks("invariant 2: bonds are not reserved", || put(vec![stands(2, 1, 1)]));
	breaks("standing bids are not in order", || put(vec![stands(2, 2, 0), stands(3, 1, 0)]));
	breaks("an account stands with two bids", || put(vec![stands(2, 1, 0), stands(2, 2, 0)]));
	breaks("an account in auction stands with a bid", || put(vec![stands(1, 1, 0)]));
}

#[test]
fn sales_of_lots_are_sound() {
	let sold = |account: MarginAccountId, banked_ms| {
		let clock = Liquidation::wind(&[], banked_ms);
		let (started, lots) = (START + 6_000, Default::default());
		let auction = LotAuction { started, clock, state_id: 0, due: 0, lots };
		LotAuctions::<Test>::insert(account, auction);
	};
	let message = "lots alone are sold of an account in auction";
	breaks(message, || sold(alice(), 0));
	breaks("invariant 8: a clock ran faster than time", || sold(bob(), 1));
	breaks("sales of lots are miscounted", || sold(bob(), 0));
}

#[test]
fn what_is_left_of_an_auction_only_falls() {
	let message = "invariant 8: what is left of an auction rose";
	let change = |f: fn(&mut Auction)| {
		breaks(message, || Auctions::<Test>::mutate_extant(alice(), f));
	};
	change(|auction| auction.left += 1);
	change(|auction| auction.left = 0);
	change(|auction| auction.past.try_push(1).unwrap());
	change(|auction| (auction.left, auction.past) = (1, vec![2, 3].try_into().unwrap()));
}
