// SPDX-License-Identifier: GPL-3.0-or-later

//! What a lot counts for.

use crate::{credit::Lot, mock::*, *};
use frame_support::{assert_noop, assert_ok};
use proptest::prelude::*;
use sp_runtime::FixedU128;
use straddle_math::WAD;
use straddle_primitives::*;
use straddle_test_kit::MockPrices;
use straddle_traits::CollateralCredit;
use PriceState::*;

fn credit(kind: CollateralId, amount: u128) -> LotCredit {
	Collateral::credit(kind, amount, Lens::Latest).unwrap()
}

fn ten_dots() -> LotCredit {
	credit(DOTS, 10 * ONE_DOT)
}

fn counts(full: i128, initial: i128, maintenance: i128, state: PriceState) -> LotCredit {
	let (full, initial, maintenance) = (cents(full), cents(initial), cents(maintenance));
	LotCredit { full, initial, maintenance, state }
}

#[test]
fn a_lot_counts_its_amount_times_price_times_weight() {
	ExtBuilder.build_and_execute(|| {
		assert_eq!(ten_dots(), counts(5_000, 4_000, 4_500, Valid));
		assert_eq!(credit(ETHER, ONE_ETH / 4), counts(50_000, 45_000, 47_500, Valid));
		assert_eq!(credit(ETHER, 0), counts(0, 0, 0, Valid));
		let median = Collateral::credit(DOTS, 10 * ONE_DOT, Lens::MedianOfThree);
		assert_eq!(median, Ok(ten_dots()));
		assert_eq!(Collateral::credit_of(DOTS, 10 * ONE_DOT), Some(ten_dots()));
		assert_eq!(Collateral::credit_of(CollateralId(77), 1), None);
	});
}

#[test]
fn a_lot_is_units_of_what_its_feed_prices() {
	ExtBuilder.build_and_execute(|| {
		let units = |kind, amount| {
			Collateral::units_in(&mut Default::default(), kind, amount, Lens::Latest)
		};
		let percent = |n| FixedU128::from_rational(n, 100);
		let dots = LotUnits {
			feed: DOT_FEED,
			units_initial: FixedU128::from_u32(10),
			units_maintenance: FixedU128::from_u32(10),
			weight_initial: percent(80),
			weight_maintenance: percent(90),
		};
		assert_eq!(units(DOTS, 10 * ONE_DOT), Ok(Some(dots)));
		// The same value as the credit, since the weights are the same.
		let value = dots.units_initial.into_inner() / 100 * 80 * 5;
		assert_eq!(ten_dots().initial.into_inner().unsigned_abs(), value);
		// The chain factor of a chain whose heads nobody reads is zero.
		let remote = units(REMOTE, ONE_DOT).unwrap().unwrap();
		assert_eq!((remote.units_initial, remote.units_maintenance), (percent(0), percent(0)));
		// What limits a kind limits what can be paired: half of it above a cap, none in a pause.
		let lot = |initial, concentration, state| Lot {
			amount: ONE_DOT,
			decimals: 10,
			price: Reading {
				price: percent(500),
				confidence: percent(10),
				state,
				..Default::default()
			},
			initial,
			maintenance: WAD / 100 * 90,
			chain: ChainFactor::FULL,
			concentration,
			peg: Reading::default(),
			now: 0,
			grace: 0,
		};
		let counted = |lot: Lot| {
			let units = lot.units(DOT_FEED).unwrap();
			(units.units_initial, units.units_maintenance)
		};
		let weight = WAD / 100 * 80;
		assert_eq!(counted(lot(weight, WAD / 2, Valid)), (percent(50), percent(100)));
		assert_eq!(counted(lot(0, WAD, Valid)), (percent(0), percent(100)));
		// In the account's favour as far as the price is uncertain, and for being left alone only.
		assert_eq!(counted(lot(weight, WAD, Uncertain)), (percent(100), percent(110)));
		// Cash follows nothing, and what has no usable price moves with nothing.
		assert_eq!(units(CASH, 5), Ok(None));
		for state in [TooVolatile, Stale, NoQuorum, NonPositive] {
			let price = FixedU128::from_u32(5);
			MockPrices::set_feed_reading(DOT_FEED, Reading { price, state, ..Default::default() });
			assert_eq!(units(DOTS, ONE_DOT), Ok(None));
		}
		assert_eq!(units(CollateralId(77), 1), Err(Error::<Test>::NotListed.into()));
	});
}

#[test]
fn a_session_credits_the_same_and_reads_a_kind_once() {
	ExtBuilder.build_and_execute(|| {
		let mut known = Default::default();
		let mut there = |kind, amount, lens| Collateral::credit_in(&mut known, kind, amount, lens);
		for amount in [0, 1, 10 * ONE_DOT, 3 * ONE_ETH + 7] {
			for kind in [CASH, DOTS, ETHER, REMOTE, CollateralId(77)] {
				for lens in [Lens::Latest, Lens::MedianOfThree] {
					assert_eq!(there(kind, amount, lens), Collateral::credit(kind, amount, lens));
				}
			}
		}
		let before = ten_dots();
		MockPrices::set_feed(DOT_FEED, FixedU128::from_u32(6));
		assert_eq!(there(DOTS, 10 * ONE_DOT, Lens::Latest), Ok(before));
		assert_ne!(ten_dots(), before);
	});
}

#[test]
fn fractions_of_a_unit_are_rounded_down() {
	ExtBuilder.build_and_execute(|| {
		// A third of a USD, at weights of 80 % and 90 %.
		MockPrices::set_feed(DOT_FEED, FixedU128::from_rational(1, 3));
		let lot = credit(DOTS, ONE_DOT);
		assert_eq!(lot.full.into_inner(), 333_333_333_333_333_333);
		assert_eq!(lot.initial.into_inner(), 266_666_666_666_666_666);
		assert_eq!(lot.maintenance.into_inner(), 299_999_999_999_999_999);
	});
}

#[test]
fn a_lot_is_counted_in_stablecoins_not_in_dollars() {
	ExtBuilder.build_and_execute(|| {
		MockPrices::set_feed(STABLE_FEED, FixedU128::from_rational(125, 100));
		assert_eq!(ten_dots(), counts(4_000, 3_200, 3_600, Uncertain));
		MockPrices::set_feed(STABLE_FEED, FixedU128::from_rational(80, 100));
		assert_eq!(ten_dots(), counts(6_250, 5_000, 5_625, Uncertain));
	});
}

#[test]
fn a_peg_more_than_one_percent_off_is_uncertain_at_best() {
	ExtBuilder.build_and_execute(|| {
		for (price, state) in [(99, Valid), (101, Valid), (100, Valid)] {
			MockPrices::set_feed(STABLE_FEED, usd(price));
			assert_eq!(Collateral::peg().state, state, "{price}");
		}
		let just_off = [990_000_000_000_000_000 - 1, 1_010_000_000_000_000_000 + 1];
		for price in just_off {
			MockPrices::set_feed(STABLE_FEED, FixedU128::from_inner(price));
			assert_eq!(Collateral::peg().state, Uncertain);
			assert_eq!(Collateral::peg().price.into_inner(), price);
			assert_eq!(ten_dots().state, Uncertain);
		}
		set_price(STABLE_FEED, usd(50), Stale, START);
		assert_eq!(Collateral::peg().state, Stale);
		assert_eq!(ten_dots().state, Stale);
	});
}

#[test]
fn without_a_price_of_the_unit_nothing_counts() {
	ExtBuilder.build_and_execute(|| {
		MockPrices::set_feed_reading(STABLE_FEED, Reading::default());
		assert_eq!(ten_dots(), counts(0, 0, 0, NonPositive));
		MockPrices::set_feed(STABLE_FEED, usd(100));
		Kinds::<Test>::remove(CASH);
		assert_eq!(Collateral::peg(), Reading::default());
		assert_eq!(Collateral::cash_unit(), 1);
		assert_eq!(ten_dots(), counts(0, 0, 0, NonPositive));
		let cash = genesis().kinds.remove(0);
		Kinds::<Test>::insert(CASH, cash.2.into_info(cash.1));
	});
}

#[test]
fn an_uncertain_price_favours_the_account_in_maintenance() {
	ExtBuilder.build_and_execute(|| {
		// The mock's confidence is 2 %: 50 × 1.02 × 0.9.
		set_price(DOT_FEED, usd(500), Uncertain, START);
		assert_eq!(ten_dots(), counts(5_000, 4_000, 4_590, Uncertain));
	});
}

#[test]
fn an_unusable_price_counts_half_for_an_hour_and_blocks_nothing() {
	ExtBuilder.build_and_execute(|| {
		for state in [TooVolatile, Stale, NoQuorum] {
			set_price(DOT_FEED, usd(500), state, START);
			for age in [0, HOUR_MS - 1] {
				Now::set(START + age);
				assert_eq!(ten_dots(), counts(5_000, 0, 2_250, Valid), "{state:?}");
			}
			Now::set(START + HOUR_MS);
			assert_eq!(ten_dots(), counts(5_000, 0, 0, Valid), "{state:?}");
		}
		MockPrices::set_feed_reading(DOT_FEED, Reading::default());
		assert_eq!(ten_dots(), counts(0, 0, 0, Valid));
	});
}

#[test]
fn above_the_cap_only_opening_counts_less() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(deposit(alice(), &account, DOTS, 1_000 * ONE_DOT));
		assert_ok!(as_root(Call::set_cap { kind: DOTS, cap: 250 * ONE_DOT }));
		Now::set(START + 20 * HOUR_MS);
		// Whoever holds it: 250 / 1000 of 40.
		assert_eq!(ten_dots(), counts(5_000, 1_000, 4_500, Valid));
		assert_ok!(as_root(Call::set_cap { kind: DOTS, cap: 0 }));
		Now::set(START + 40 * HOUR_MS);
		assert_eq!(ten_dots(), counts(5_000, 0, 4_500, Valid));
	});
}

#[test]
fn a_pause_takes_the_credit_for_opening_only() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(pause(DOTS));
		assert_eq!(ten_dots(), counts(5_000, 0, 4_500, Valid));
	});
}

#[test]
fn a_chain_whose_heads_nobody_reads_counts_nothing() {
	ExtBuilder.build_and_execute(|| {
		assert_eq!(credit(REMOTE, 10 * ONE_DOT), counts(5_000, 0, 0, Valid));
	});
}

#[test]
fn cash_counts_at_par_whatever_its_price() {
	ExtBuilder.build_and_execute(|| {
		MockPrices::set_feed(STABLE_FEED, usd(50));
		assert_eq!(credit(CASH, 1_250_000), counts(125, 125, 125, Valid));
		assert_eq!(Collateral::cash_unit(), USD);
	});
}

#[test]
fn what_cannot_be_valued_is_an_error() {
	ExtBuilder.build_and_execute(|| {
		let unknown = Collateral::credit(CollateralId(77), 1, Lens::Latest);
		assert_noop!(unknown, Error::<Test>::NotListed);
		let huge = Collateral::credit(DOTS, u128::MAX, Lens::Latest);
		assert_noop!(huge, Error::<Test>::ValueOverflow);
		MockPrices::set_feed(DOT_FEED, FixedU128::from_inner(u128::MAX));
		let priceless = Collateral::credit(DOTS, 1, Lens::Latest);
		assert_noop!(priceless, Error::<Test>::ValueOverflow);
	});
}

fn states() -> impl Strategy<Value = PriceState> {
	prop::sample::select(vec![Valid, Uncertain, TooVolatile, Stale, NoQuorum, NonPositive])
}

fn readings(low: u128, high: u128) -> impl Strategy<Value = Reading> {
	(low..high, 0..WAD as u128, states(), 0..10_000_000u64).prop_map(
		|(price, confidence, state, at)| Reading {
			price: FixedU128::from_inner(price),
			confidence: FixedU128::from_inner(confidence),
			state,
			at,
		},
	)
}

prop_compose! {
	fn lots()(
		amount in 0..10u128.pow(30),
		decimals in 0..=MAX_DECIMALS,
		price in readings(0, 10u128.pow(24)),
		maintenance in 0..=WAD,
		ratio in 0..=WAD,
		chain in (0..=WAD, 0..=WAD),
		concentration in 0..=WAD,
		peg in readings(1, 2 * WAD as u128),
		now in 0..20_000_000u64,
	) -> Lot {
		let initial = maintenance.min(ratio);
		let grace = HOUR_MS;
		let chain = ChainFactor { initial: chain.0.min(chain.1), maintenance: chain.1 };
		Lot { amount, decimals, price, initial, maintenance, chain, concentration, peg, now, grace }
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(2_000))]

	/// Invariant 11, this pallet's half; and no lot keeps its account from being liquidated.
	#[test]
	fn opening_never_counts_more_than_being_left_alone(lot in lots()) {
		let Ok(credit) = lot.credit() else { return Ok(()) };
		prop_assert!(Money::default() <= credit.initial);
		prop_assert!(credit.initial <= credit.maintenance);
		prop_assert!(credit.initial <= credit.full);
		if lot.price.state != Uncertain {
			prop_assert!(credit.maintenance <= credit.full);
		}
		let usable = matches!(lot.price.state, Valid | Uncertain);
		let own = if usable { lot.price.state } else { Valid };
		prop_assert_eq!(credit.state, own.max(lot.peg.state));
		prop_assert!(usable || credit.initial == Money::default());
	}

	/// Splitting a lot over accounts gains nothing.
	#[test]
	fn two_parts_never_count_more_than_the_whole(lot in lots(), share in 0..=100u128) {
		let first = lot.amount / 100 * share;
		let part = |amount| Lot { amount, ..lot.clone() }.credit();
		let whole = part(lot.amount);
		let (Ok(whole), Ok(a), Ok(b)) = (whole, part(first), part(lot.amount - first)) else {
			return Ok(());
		};
		prop_assert!(a.initial + b.initial <= whole.initial);
		prop_assert!(a.maintenance + b.maintenance <= whole.maintenance);
		prop_assert!(a.full + b.full <= whole.full);
	}
}
