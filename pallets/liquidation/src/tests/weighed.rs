// SPDX-License-Identifier: GPL-3.0-or-later

//! What calls give back of the weight that they declare.

use crate::{costs::Size, mock::*, *};
use frame_support::{dispatch::DispatchResultWithPostInfo, weights::Weight};
use sp_runtime::Perbill;
use straddle_primitives::*;

type E = Error<Test>;

fn refused(call: DispatchResultWithPostInfo, error: E) -> Weight {
	let refused = call.unwrap_err();
	assert_eq!(refused.error, error.into());
	refused.post_info.actual_weight.unwrap()
}

fn flag_of(account: MarginAccountId) -> DispatchResultWithPostInfo {
	Liquidation::flag(RuntimeOrigin::signed(who(3)), account, carol())
}

fn bid_at(state_id: u32, max_payment: Cash) -> DispatchResultWithPostInfo {
	let origin = RuntimeOrigin::signed(who(2));
	Liquidation::bid(origin, alice(), bob(), state_id, Perbill::from_percent(100), max_payment)
}

#[test]
fn a_flag_of_who_is_well_costs_a_valuation_of_his_size() {
	ExtBuilder::default().build_and_execute(|| {
		let base = <() as WeightInfo>::visit_base();
		hold(&bob(), call(), CONTRACT);
		hold(&bob(), series(ETH, 9), CONTRACT);
		hold_lot(&bob(), WBTC, 1);
		let own =
			base + <() as WeightInfo>::prices(2, 2, 1) + <() as WeightInfo>::ladder_look(2, 1) * 2;
		assert_eq!(refused(flag_of(bob()), E::NotBelowMaintenance), own);
		assert!(own.all_lt(Liquidation::most_flag_weight() / 20));
		// What is refused before that costs less.
		flagged();
		let early = refused(flag_of(alice()), E::AlreadyInAuction);
		assert_eq!(early, base + <() as WeightInfo>::ladder_look(1, 0));
		let nobody = refused(flag_of(acc(77)), E::NoSuchAccount);
		assert_eq!(nobody, base + <() as WeightInfo>::ladder_look(0, 0));
	});
}

#[test]
fn a_bid_that_comes_too_late_costs_no_valuation() {
	ExtBuilder::default().build_and_execute(|| {
		let late = <() as WeightInfo>::visit_base() + <() as WeightInfo>::ladder_look(0, 0);
		assert_eq!(refused(bid_at(0, Cash::MAX), E::NotInAuction), late);
		flagged();
		worker::valued();
		assert_eq!(refused(bid_at(7, Cash::MAX), E::StaleState), late);
		assert_eq!(worker::valued(), 0);
		// One that was worked out costs what it would have cost.
		let worked_out = refused(bid_at(0, Cash::MIN), E::PaymentAboveLimit);
		assert_eq!(Some(worked_out), bid_at(0, Cash::MAX).unwrap().actual_weight);
		assert!(worked_out.all_gt(late));
	});
}

#[test]
fn orders_and_lots_make_a_flag_dearer() {
	let weight = |lots: u16, orders: i64| {
		let mut weight = Weight::zero();
		ExtBuilder::default().build_and_execute(|| {
			for kind in 0..lots {
				let kind = CollateralId(20 + kind);
				change(|book| book.lots.insert(kind, (usd(1), Perbill::from_percent(1))));
				hold_lot(&alice(), kind, 1);
			}
			change(|book| book.accounts.get_mut(&alice()).unwrap().orders = usd(orders));
			weight = flag_of(alice()).unwrap().actual_weight.unwrap();
		});
		weight
	};
	let lots = <() as WeightInfo>::flag(1, 2, 0) + <() as WeightInfo>::prices(0, 0, 2);
	assert_eq!(weight(2, 0) - weight(0, 0), lots - <() as WeightInfo>::flag(1, 0, 0));
	// It goes on: its end is not charged.
	let orders = <() as WeightInfo>::flag(1, 0, 1) - <() as WeightInfo>::flag(1, 0, 0);
	assert_eq!(weight(0, 1) - weight(0, 0), orders);
}

#[test]
fn what_both_hold_is_counted_once() {
	ExtBuilder::default().build_and_execute(|| {
		let of = |account| <MockLedger as straddle_traits::Ledger<_>>::holdings(&account).unwrap();
		hold(&bob(), call(), CONTRACT);
		hold(&bob(), series(ETH, 9), CONTRACT);
		hold(&alice(), series(BTC, 5), CONTRACT);
		let both = Size::of_both(&of(bob()), &of(alice()));
		assert_eq!((both.positions, both.lots, both.series()), (3, 0, 3));
		for n in 0..400 {
			hold(&bob(), series(BTC, 1_000 + n), 1);
			hold(&alice(), series(BTC, 2_000 + n), 1);
		}
		// It would not fit.
		assert_eq!(Size::of_both(&of(bob()), &of(alice())).positions, MAX_POSITIONS);
	});
}
