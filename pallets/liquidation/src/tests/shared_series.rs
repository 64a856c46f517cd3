// SPDX-License-Identifier: GPL-3.0-or-later

//! What sales of one hook share: each series is read and written once.

use crate::{
	costs::{each, Charged, Size, Touched},
	mock::*,
	*,
};
use frame_support::{
	assert_ok,
	weights::{Weight, WeightMeter},
};
use sp_runtime::Perbill;
use straddle_primitives::*;
use straddle_traits::{AuctionStatus, Work};

/// Positions of each seller, in one expiry.
const POSITIONS: u32 = 4;

const ALL_NEW: Touched = Touched { new: POSITIONS, again: 0 };
const ALL_AGAIN: Touched = Touched { new: 0, again: POSITIONS };

/// A hook at work.
#[derive(Default)]
struct Hook {
	session: Work,
	charged: Charged,
}

impl Hook {
	/// What a visit of an auction weighs besides what is valued beyond so many valuations of the smallest account.
	fn visit(&mut self, account: &MarginAccountId, measured: u32) -> Weight {
		let (before, mut meter) = (self.session, WeightMeter::with_limit(BLOCK));
		assert!(Liquidation::visit(&mut self.session, &mut self.charged, account, &mut meter));
		let worked = self.session.beyond(&before).beyond(&Size::ONE.valued(measured));
		meter.consumed() - <MockLedger as straddle_traits::Risk>::work_weight(&worked)
	}

	/// Of an auction that ends as a standing bid takes a part.
	fn fill(&mut self, account: &MarginAccountId) -> Weight {
		assert!(Liquidation::in_auction(account));
		let weight = self.visit(account, 3);
		assert!(!Liquidation::in_auction(account));
		weight
	}

	/// Of one that ends as the pool takes all.
	fn take_over(&mut self, account: &MarginAccountId) -> Weight {
		age(account, 90 * MINUTE_MS);
		let weight = self.visit(account, 2);
		assert!(holder(account).positions.is_empty());
		weight
	}
}

/// In auction, short of nothing but margin: E 900, R 1000, C 200, in series from a strike on.
fn auctioned(n: u8, first: u64) -> MarginAccountId {
	let account = acc(n);
	open(&account, who(n), 200 * UNIT);
	for strike in first..first + u64::from(POSITIONS) {
		mark(series(BTC, strike), 70, 100);
		hold(&account, series(BTC, strike), 10 * CONTRACT / Quantity::from(POSITIONS));
	}
	assert_ok!(flag(&account));
	account
}

/// Account n stands for all, and is in the expiry already.
fn stand(n: u8, kappa: u32) {
	mark(series(BTC, 1), 70, 100);
	hold(&acc(n), series(BTC, 1), CONTRACT);
	let btc: Covered = vec![BTC].try_into().unwrap();
	let (origin, kappa) = (RuntimeOrigin::signed(who(n)), Perbill::from_percent(kappa));
	assert_ok!(Liquidation::place_backstop(origin, acc(n), kappa, usd(100_000), btc));
}

/// What these series add to a sale.
fn series_weight(touched: Touched) -> Weight {
	Liquidation::sold_parts(Size::ONE, touched, 0)
}

/// A fill with its visit and its end, but for its series and for what is charged once.
fn own_weight() -> Weight {
	type W = ();
	each(<W as WeightInfo>::visit)
		+ each(<W as WeightInfo>::standing)
		+ each(<W as WeightInfo>::backstop)
		+ Liquidation::end_weight(true)
}

/// What the first fill of a hook is charged besides.
fn once() -> Weight {
	Liquidation::first_weight() + Liquidation::bidder_weight()
}

#[test]
fn the_second_sale_of_a_series_in_a_hook_is_charged_what_it_computes() {
	ExtBuilder::default().build_and_execute(|| {
		let [first, second] = [20, 21].map(|n| auctioned(n, 200));
		let other = auctioned(22, 300);
		// Half of what it has was moved.
		let half = auctioned(23, 298);
		let last = auctioned(24, 200);
		stand(2, 10);
		let (new, again) =
			(series_weight(Touched::new(1)), series_weight(Touched { new: 0, again: 1 }));
		assert_eq!(again, Liquidation::sold_again_weight());
		assert!(again.all_lt(new) && again.ref_time() > 0);
		assert_eq!((new.proof_size(), again.proof_size()), (2_539, 0));
		let mut hook = Hook::default();
		// One of them is in what is measured: new in what all share.
		let charged = hook.fill(&first);
		assert_eq!(charged, once() + own_weight() + new * 3);
		let less = charged - once() - hook.fill(&second);
		assert_eq!(less, (new - again) * 3);
		// To the second one the one that is measured had been moved, so of others all are charged.
		assert_eq!(hook.fill(&other), own_weight() + new * 4);
		assert_eq!(hook.charged.touched(&sold(298)), Touched { new: 2, again: 2 });
		assert_eq!(hook.fill(&half), own_weight() + new * 2 + again);
		// Another hook begins anew.
		assert_eq!(Hook::default().fill(&last), charged);
	});
}

fn sold(first: u64) -> Vec<(Series, Quantity)> {
	(first..first + u64::from(POSITIONS)).map(|strike| (series(BTC, strike), CONTRACT)).collect()
}

#[test]
fn after_a_sale_that_was_rolled_back_the_next_is_charged_in_full() {
	ExtBuilder::default().build_and_execute(|| {
		let [refused, first, second] = [20, 21, 22].map(|n| auctioned(n, 200));
		// He can pay the price and lacks margin for what it buys.
		open(&acc(4), who(4), 2_000 * UNIT);
		stand(4, 2);
		stand(2, 10);
		set_cash(&acc(4), 145 * UNIT);
		let mut hook = Hook::default();
		hook.visit(&refused, 3);
		assert!(Liquidation::in_auction(&refused));
		assert_eq!(Backstops::<Test>::get().len(), 1);
		assert_eq!(hook.charged.touched(&sold(200)), ALL_NEW);
		let bidder = Liquidation::bidder_weight();
		let full = own_weight() + series_weight(ALL_NEW.beyond_new());
		assert_eq!(hook.fill(&first), full + bidder);
		assert_eq!(hook.charged.touched(&sold(200)), ALL_AGAIN);
		assert!(hook.fill(&second).all_lt(full));
	});
}

#[test]
fn a_take_over_moves_series_too() {
	ExtBuilder::default().build_and_execute(|| {
		set_pot(Pot::GlobalPool, 10_000 * UNIT);
		let [first, second, third] = [20, 21, 22].map(|n| auctioned(n, 200));
		let size = Size { positions: POSITIONS, ..Size::ONE };
		let step = |touched| {
			each(<() as WeightInfo>::visit) + Liquidation::take_over_step(size, touched).weight
		};
		let mut hook = Hook::default();
		assert_eq!(hook.take_over(&first), Liquidation::first_weight() + step(ALL_NEW));
		assert_eq!(hook.take_over(&second), step(ALL_AGAIN));
		let less = step(ALL_NEW) - step(ALL_AGAIN);
		assert_eq!(less, (series_weight(ALL_NEW) - series_weight(ALL_AGAIN)) / 4 * 3);
		// To standing bids as well.
		stand(2, 10);
		let again = Touched { new: 0, again: POSITIONS - 1 };
		let bidder = Liquidation::bidder_weight();
		assert_eq!(hook.fill(&third), own_weight() + bidder + series_weight(again));
	});
}

#[test]
fn what_a_turn_may_need_is_no_less_whatever_was_sold_before() {
	ExtBuilder::default().build_and_execute(|| {
		let new = series_weight(Touched::new(1));
		let again = series_weight(Touched { new: 0, again: 1 });
		for moved in 0..=POSITIONS {
			let touched = Touched { new: POSITIONS - moved, again: moved };
			let weight = series_weight(touched);
			assert_eq!(weight, new * u64::from(touched.new) + again * u64::from(moved));
			assert!(weight.all_lte(series_weight(ALL_NEW)));
			let size = Size { positions: POSITIONS, ..Size::ONE };
			let step = Liquidation::take_over_step(size, touched).weight;
			assert!(step.all_lte(Liquidation::most_taken_over_weight(size)));
		}
	});
}
