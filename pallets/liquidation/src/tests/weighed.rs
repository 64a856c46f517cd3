// SPDX-License-Identifier: GPL-3.0-or-later

//! What calls give back of the weight that they declare.

use crate::{
	costs::{Size, Step, Touched},
	mock::*,
	*,
};
use frame_support::{dispatch::DispatchResultWithPostInfo, weights::Weight};
use sp_runtime::Perbill;
use straddle_primitives::*;
use straddle_traits::{Risk, Work};

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

/// What was valued beyond what was measured.
fn beyond(work: Work, measured: u32) -> Weight {
	MockLedger::work_weight(&work.beyond(&Size::ONE.valued(measured)))
}

#[test]
fn a_flag_of_who_is_well_costs_a_valuation_of_his_size() {
	ExtBuilder::default().build_and_execute(|| {
		let looked = <() as WeightInfo>::visit(1);
		hold(&bob(), call(), CONTRACT);
		hold(&bob(), series(ETH, 9), CONTRACT);
		hold_lot(&bob(), WBTC, 1);
		let size = Size { underlyings: 2, expiries: 2, positions: 2, lots: 1, ..Size::default() };
		let own = looked + beyond(size.valued(1), 1);
		assert_eq!(refused(flag_of(bob()), E::NotBelowMaintenance), own);
		assert!(own.ref_time() > looked.ref_time());
		assert!(own.all_lt(Liquidation::most_flag_weight() / 20));
		// What is refused before that costs less.
		flagged();
		assert_eq!(refused(flag_of(alice()), E::AlreadyInAuction), looked);
		assert_eq!(refused(flag_of(acc(77)), E::NoSuchAccount), looked);
	});
}

#[test]
fn a_bid_that_is_refused_costs_what_was_valued() {
	ExtBuilder::default().build_and_execute(|| {
		let looked = <() as WeightInfo>::visit(1);
		assert_eq!(refused(bid_at(0, Cash::MAX), E::NotInAuction), looked);
		hold(&alice(), series(ETH, 9), CONTRACT);
		flagged();
		worker::valued();
		assert_eq!(refused(bid_at(7, Cash::MAX), E::StaleState), looked);
		assert_eq!(worker::valued(), 0);
		// One that was worked out costs one valuation, not a sale.
		let size = Size { underlyings: 2, expiries: 2, positions: 2, ..Size::default() };
		let worked_out = refused(bid_at(0, Cash::MIN), E::PaymentAboveLimit);
		assert_eq!(worked_out, looked + beyond(size.valued(1), 1));
		let taken = bid_at(0, Cash::MAX).unwrap().actual_weight.unwrap();
		assert!(
			taken.all_gte(<() as WeightInfo>::bid()) && taken.ref_time() > worked_out.ref_time()
		);
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
	let parts = |size| {
		let mut weight = Weight::zero();
		ExtBuilder::default().build_and_execute(|| weight = Liquidation::start_parts(size));
		weight
	};
	let two = Size { lots: 2, ..Size::ONE };
	assert_eq!(weight(2, 0) - weight(0, 0), parts(two) + beyond(two.valued(2), 2));
	// It goes on: its end is not charged. With the order it is valued a third time.
	let one = Size { orders: 1, ..Size::ONE };
	let valued = one.valued(2).plus(&Size::ONE.valued(1));
	let orders = parts(one) + Liquidation::books_weight(1) + beyond(valued, 2);
	assert_eq!(weight(0, 1) - weight(0, 0), orders);
}

/// Each part one larger.
fn larger(size: Size) -> [Size; 6] {
	[
		Size { underlyings: size.underlyings + 1, ..size },
		Size { expiries: size.expiries + 1, ..size },
		Size { positions: size.positions + 1, ..size },
		Size { ordered: size.ordered + 1, ..size },
		Size { lots: size.lots + 1, ..size },
		Size { orders: size.orders + 1, ..size },
	]
}

#[test]
fn no_part_makes_a_weight_less() {
	ExtBuilder::default().build_and_execute(|| {
		let some =
			Size { underlyings: 3, expiries: 7, positions: 20, ordered: 4, lots: 2, orders: 9 };
		for size in [Size::default(), Size::ONE, some] {
			let weights = |size: Size| {
				let changed = size.expiries * 2;
				[
					Liquidation::start_parts(size),
					Liquidation::sold_parts(size, Touched::new(size.positions), changed),
					Liquidation::most_start_weight(size),
					Liquidation::most_taken_over_weight(size),
					Liquidation::value_weight(size, 2),
					Liquidation::learn_weight(size, 2),
				]
			};
			let before = weights(size);
			for more in larger(size) {
				for (more, before) in weights(more).into_iter().zip(before) {
					assert!(more.all_gte(before), "{more} {before}");
				}
			}
			// Nor does what was measured with a step, whatever was valued in it.
			let [less, more] = [size.valued(1), size.valued(3)].map(|work| {
				let step = Step::new(<() as WeightInfo>::flag(), 2, 0);
				Liquidation::step_weight(&step, &work)
			});
			assert!(less.all_gte(<() as WeightInfo>::flag()) && more.all_gte(less));
		}
	});
}

#[test]
fn what_is_written_for_an_account_is_charged_by_its_size() {
	ExtBuilder::default().build_and_execute(|| {
		let two = Size { orders: 2, ordered: 2, ..Size::ONE };
		let [less, more] = [Size::ONE, two].map(Liquidation::start_parts);
		assert!(more.ref_time() > less.ref_time());
		let sold = |changed| Liquidation::sold_parts(Size::ONE, Touched::default(), changed);
		let [less, more] = [1, 2].map(sold);
		assert!(more.ref_time() > less.ref_time());
	});
}

#[test]
fn what_both_hold_is_counted_once() {
	ExtBuilder::default().build_and_execute(|| {
		let of = |account| <MockLedger as straddle_traits::Ledger<_>>::holdings(&account).unwrap();
		hold(&bob(), call(), CONTRACT);
		hold(&bob(), series(ETH, 9), CONTRACT);
		hold(&alice(), series(BTC, 5), CONTRACT);
		let both = Size::of_both(&of(bob()), &of(alice()));
		assert_eq!((both.positions, both.lots), (3, 0));
		for n in 0..400 {
			hold(&bob(), series(BTC, 1_000 + n), 1);
			hold(&alice(), series(BTC, 2_000 + n), 1);
		}
		// It would not fit.
		assert_eq!(Size::of_both(&of(bob()), &of(alice())).positions, MAX_POSITIONS);
	});
}
