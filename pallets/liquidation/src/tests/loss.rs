// SPDX-License-Identifier: GPL-3.0-or-later

//! Losses beyond the pools, event by event.

use crate::{mock::*, *};
use frame_support::{assert_ok, weights::WeightMeter};
use proptest::prelude::*;
use straddle_primitives::*;
use straddle_test_kit::MockPrices;
use straddle_traits::Ledger;

/// An empty pool, and account 4 with bare debt that is recorded.
fn bare(debt: Cash) -> MarginAccountId {
	set_pot(Pot::GlobalPool, 0);
	open(&acc(4), who(4), -debt * UNIT);
	assert_ok!(flag(&acc(4)));
	assert_eq!(Deficit::<Test>::get(), debt * UNIT);
	acc(4)
}

/// Rich accounts 11, 12, … that gained so much in BTC.
fn gainers(gains: &[Cash]) {
	for (n, gain) in (11..).zip(gains) {
		open(&acc(n), who(n), 10_000 * UNIT);
		set_gain(BTC, &acc(n), *gain);
	}
}

fn cash(n: u8) -> Cash {
	holder(&acc(n)).cash
}

/// The last loss that was borne: collected, from the pool, scaled, uncovered.
fn borne() -> (Cash, Cash, Cash, Cash) {
	let borne = events().into_iter().rev().find_map(|event| match event {
		Event::LossBorne { amount, collected, from_pool, scaled, uncovered, .. } => {
			assert_eq!(amount, collected + from_pool + scaled + uncovered);
			Some((collected, from_pool, scaled, uncovered))
		},
		_ => None,
	});
	borne.expect("a loss is borne")
}

/// The example of the README: 900 of debt, gains of 600 and 400, of which one account has 250 left.
#[test]
fn a_loss_is_written_off_charged_and_scaled_to_the_unit() {
	ExtBuilder::default().build_and_execute(|| {
		let failed = bare(900);
		set_gain(BTC, &failed, -900 * UNIT);
		gainers(&[600 * UNIT, 400 * UNIT]);
		set_cash(&acc(12), 250 * UNIT);
		set_cash(&bob(), 9_340 * UNIT);
		set_cash(&alice(), 0);
		let before = book().totals();
		System::reset_events();
		let debt_covered = |event: &Event<Test>| matches!(event, Event::DebtCovered { .. });
		block_after(6_000);
		assert_eq!(book().totals(), before);
		let gains = Bearer::Gains(BTC);
		let charged = |n, gain, charged, collected| Event::GainCharged {
			loss: 1,
			account: acc(n),
			gain: gain * UNIT,
			charged: charged * UNIT,
			collected: collected * UNIT,
		};
		let parts = vec![(gains, 900 * UNIT)].try_into().unwrap();
		let amount = 900 * UNIT;
		let expected = [
			Event::DeficitChanged { account: acc(4), deficit: 0, total: 0 },
			Event::WrittenOff { account: acc(4), amount, parts },
			Event::LossOpened { loss: 1, bearer: gains, amount },
			Event::GainsCounted { loss: 1, sum: 1_000 * UNIT, accounts: 2 },
			charged(11, 600, 540, 540),
			charged(12, 400, 360, 250),
			Event::LossBorne {
				loss: 1,
				bearer: gains,
				amount,
				collected: 790 * UNIT,
				from_pool: 0,
				scaled: 110 * UNIT,
				uncovered: 0,
			},
		];
		let is = events().into_iter().filter(|event| !debt_covered(event));
		assert_eq!(is.collect::<Vec<_>>(), expected);
		// Of 9460 + 9340 that are left 110 are taken: 11 of 1880 each.
		assert_eq!((cash(4), cash(12), pot(Pot::Insolvency)), (0, 0, 0));
		assert_eq!(cash(11), 9_460 * UNIT - 55_351_064);
		assert_eq!(cash(2), 9_340 * UNIT - 54_648_937);
		assert_eq!(pot(Pot::Rounding), 1);
	});
}

/// Row 41: not one contract is closed, and not one unit more is taken than there is loss.
#[test]
fn row_41_no_position_is_closed_and_no_more_is_taken_than_is_lost() {
	ExtBuilder::default().build_and_execute(|| {
		let failed = bare(90);
		set_gain(BTC, &failed, -90 * UNIT);
		gainers(&[70 * UNIT, 20 * UNIT, 10 * UNIT, -100 * UNIT, 0]);
		hold(&acc(11), call(), CONTRACT);
		let positions = book().totals().2;
		let others = (cash(14), cash(15), cash(2));
		block_after(6_000);
		assert_eq!(borne(), (90 * UNIT, 0, 0, 0));
		assert_eq!([11, 12, 13].map(|n| 10_000 * UNIT - cash(n)), [63 * UNIT, 18 * UNIT, 9 * UNIT]);
		// Who lost, and who did nothing, gives nothing.
		assert_eq!((cash(14), cash(15), cash(2)), others);
		assert_eq!(book().totals().2, positions);
	});
}

#[test]
fn charges_stop_at_an_equity_of_nothing_with_lots_at_their_haircut() {
	ExtBuilder::default().build_and_execute(|| {
		let failed = bare(1_000);
		set_gain(BTC, &failed, -UNIT);
		gainers(&[1_000 * UNIT]);
		// 100 × 80 %, and a short worth −30.
		set_cash(&acc(11), 0);
		hold_lot(&acc(11), WBTC, 1_000_000);
		mark(series(BTC, 7), 30, 5);
		hold(&acc(11), series(BTC, 7), -CONTRACT);
		block_after(6_000);
		let (collected, _, scaled, _) = borne();
		assert_eq!((collected, scaled), (50 * UNIT, 950 * UNIT));
		assert_eq!(cash(11), -50 * UNIT);
		// It can be flagged then, as any other; what it holds is its own still.
		assert_eq!(holder(&acc(11)).lots[&WBTC], 1_000_000);
	});
}

/// Row 25: no value is made, whatever is written off and borne.
#[test]
fn row_25_every_unit_of_a_loss_comes_from_somebody() {
	ExtBuilder::default().build_and_execute(|| {
		let failed = bare(5_000);
		set_gain(BTC, &failed, -2 * UNIT);
		set_gain(ETH, &failed, -UNIT);
		gainers(&[1_000 * UNIT]);
		set_gain(ETH, &acc(11), 200 * UNIT);
		let before = book().totals();
		for _ in 0..3 {
			block_after(6_000);
			assert_eq!(book().totals(), before);
			assert_ok!(Liquidation::do_try_state());
		}
		assert_eq!((LossCount::<Test>::get(), pot(Pot::Insolvency)), (2, 0));
	});
}

/// Row 6: the total of insolvency is recomputed from its parts, and a wrong one is found.
#[test]
fn row_06_wrong_sums_of_insolvency_are_found() {
	let message = "invariant 2: insolvency is not what nobody bore";
	let breaks = |message: &'static str, breaking: fn()| {
		ExtBuilder::default().build().execute_with(|| {
			let failed = bare(900);
			set_gain(BTC, &failed, -UNIT);
			change(|book| book.counting = 9);
			gainers(&[UNIT]);
			block_after(6_000);
			assert_ok!(Liquidation::do_try_state());
			breaking();
			assert_eq!(Liquidation::do_try_state(), Err(message.into()));
		});
	};
	breaks(message, || set_pot(Pot::Insolvency, 0));
	breaks(message, || Unborne::<Test>::insert(Bearer::Cash, 1));
	breaks(message, Sharing::<Test>::kill);
	breaks(message, || Sharing::<Test>::mutate(|loss| loss.as_mut().unwrap().collected += 1));
	breaks("invariant 2: a loss of nothing", || Unborne::<Test>::insert(Bearer::Cash, 0));
	breaks("invariant 2: losses are miscounted", || LossCount::<Test>::put(2));
	breaks("invariant 2: more of a loss is borne than there was", || {
		Sharing::<Test>::mutate(|loss| loss.as_mut().unwrap().from_pool = 901 * UNIT)
	});
}

#[test]
fn losses_in_one_underlying_wait_together_and_underlyings_take_turns() {
	ExtBuilder::default().build_and_execute(|| {
		set_pot(Pot::GlobalPool, 0);
		gainers(&[10_000 * UNIT]);
		set_gain(ETH, &acc(11), 10_000 * UNIT);
		change(|book| book.counting = 2);
		// Twenty accounts fail: more than one block writes off.
		for n in 40..60 {
			open(&acc(n), who(n), -30 * UNIT);
			set_gain(BTC, &acc(n), -2);
			set_gain(ETH, &acc(n), -1);
			assert_ok!(flag(&acc(n)));
		}
		let mut blocks = 0;
		while Deficit::<Test>::get() > 0 || pot(Pot::Insolvency) < 0 {
			block_after(6_000);
			blocks += 1;
			assert_ok!(Liquidation::do_try_state());
		}
		let opened = events().into_iter().filter_map(|event| match event {
			Event::LossOpened { bearer, amount, .. } => Some((bearer, amount)),
			_ => None,
		});
		let sum = |of| opened.clone().filter(|(by, _)| *by == of).map(|(_, n)| n).sum::<Cash>();
		assert_eq!(sum(Bearer::Gains(BTC)), 400 * UNIT);
		assert_eq!(sum(Bearer::Gains(ETH)), 200 * UNIT);
		assert!(opened.count() <= 4 && blocks <= 8);
		assert_eq!(cash(11), 9_400 * UNIT);
	});
}

#[test]
fn the_pool_pays_first_whenever_it_has_money() {
	ExtBuilder::default().build_and_execute(|| {
		let failed = bare(900);
		set_gain(BTC, &failed, -UNIT);
		gainers(&[300 * UNIT]);
		change(|book| book.counting = 1);
		// Before it is written off.
		set_pot(Pot::GlobalPool, 100 * UNIT);
		block_after(6_000);
		assert_eq!((pot(Pot::GlobalPool), pot(Pot::Insolvency)), (0, -800 * UNIT));
		// And before cash is scaled.
		set_pot(Pot::GlobalPool, 450 * UNIT);
		block_after(6_000);
		assert_eq!(borne(), (300 * UNIT, 450 * UNIT, 50 * UNIT, 0));
	});
}

#[test]
fn a_loss_that_no_market_made_is_borne_by_all_cash_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		bare(600);
		gainers(&[9_000 * UNIT]);
		set_cash(&alice(), 0);
		set_cash(&bob(), 20_000 * UNIT);
		block_after(6_000);
		assert_eq!(borne(), (0, 0, 600 * UNIT, 0));
		assert_eq!((cash(2), cash(11)), (19_600 * UNIT, 9_800 * UNIT));
	});
}

#[test]
fn more_than_all_cash_stays_uncovered_and_is_shown() {
	ExtBuilder::default().build_and_execute(|| {
		for n in [1, 2, 3] {
			set_cash(&acc(n), 100 * UNIT);
		}
		bare(1_000);
		block_after(6_000);
		assert_eq!(borne(), (0, 0, 300 * UNIT, 700 * UNIT));
		let status = Liquidation::losses();
		assert_eq!(status.unborne, vec![(Bearer::Pool, 700 * UNIT)]);
		assert_eq!((status.recorded, status.sharing), (0, None));
		// New cash bears no old losses; the pool pays them when it can.
		set_cash(&bob(), 500 * UNIT);
		block_after(6_000);
		assert_eq!((cash(2), LossCount::<Test>::get()), (500 * UNIT, 1));
		set_pot(Pot::GlobalPool, 300 * UNIT);
		block_after(6_000);
		assert_eq!(borne(), (0, 300 * UNIT, 0, 400 * UNIT));
		assert_eq!((cash(2), pot(Pot::Insolvency)), (500 * UNIT, -400 * UNIT));
	});
}

#[test]
fn nothing_begins_without_a_price_or_while_liquidation_stands_still() {
	ExtBuilder::default().build_and_execute(|| {
		let failed = bare(900);
		set_gain(BTC, &failed, -UNIT);
		gainers(&[900 * UNIT]);
		MockPrices::set_state(BTC, PriceState::NoQuorum);
		block_after(6_000);
		assert_eq!(Liquidation::losses().unborne, vec![(Bearer::Gains(BTC), 900 * UNIT)]);
		MockPrices::set_state(BTC, PriceState::Valid);
		assert_ok!(Liquidation::pause(RuntimeOrigin::signed(who(102))));
		block_after(6_000);
		assert_eq!(LossCount::<Test>::get(), 0);
		assert_ok!(Liquidation::resume(RuntimeOrigin::signed(who(101))));
		block_after(5 * MINUTE_MS);
		block_after(5 * MINUTE_MS + 1);
		run(6 * MINUTE_MS);
		assert_eq!(borne(), (900 * UNIT, 0, 0, 0));
	});
}

#[test]
fn an_owner_who_brought_something_keeps_his_debt() {
	ExtBuilder::default().build_and_execute(|| {
		bare(900);
		hold_lot(&acc(4), WBTC, 1);
		block_after(6_000);
		assert_eq!((cash(4), pot(Pot::Insolvency)), (-900 * UNIT, 0));
		assert_eq!(Deficit::<Test>::get(), 900 * UNIT);
	});
}

#[test]
fn no_block_does_more_than_its_share_and_the_next_goes_on() {
	ExtBuilder::default().build_and_execute(|| {
		let failed = bare(900);
		set_gain(BTC, &failed, -UNIT);
		gainers(&[100 * UNIT; 9]);
		block_after(0);
		assert_eq!(borne(), (900 * UNIT, 0, 0, 0));
		// The same with room for two accounts a block.
		open(&acc(5), who(5), -900 * UNIT);
		assert_ok!(flag(&acc(5)));
		set_gain(BTC, &acc(5), -UNIT);
		let two = <() as WeightInfo>::charge_gain(1) + Liquidation::most_charge_weight();
		let begin = <() as WeightInfo>::look_at_losses()
			+ <() as WeightInfo>::write_off().saturating_mul(2)
			+ <() as WeightInfo>::share_next();
		let mut blocks = 0;
		while LossCount::<Test>::get() < 2 || Sharing::<Test>::exists() {
			let room = if blocks == 0 { begin } else { <() as WeightInfo>::look_at_losses() + two };
			let mut meter = WeightMeter::with_limit(room);
			Liquidation::share_losses(&mut meter);
			assert!(meter.consumed().all_lte(room));
			assert_ok!(Liquidation::do_try_state());
			blocks += 1;
			assert!(blocks < 20, "{:?} {:?}", Liquidation::losses(), events());
		}
		assert!(blocks >= 4, "{blocks}");
		assert_eq!(cash(15), 9_800 * UNIT);
	});
}

#[test]
fn a_chains_pool_pays_what_the_chain_did_not_deliver_and_no_more() {
	ExtBuilder::default().build_and_execute(|| {
		let source = SourceId(1);
		set_pot(Pot::ChainPool(source), 70 * UNIT);
		let before = cash(2);
		assert_eq!(Liquidation::pay_undelivered(source, &bob(), 50 * UNIT), Ok(0));
		assert_eq!(Liquidation::pay_undelivered(source, &bob(), 50 * UNIT), Ok(30 * UNIT));
		assert_eq!((cash(2) - before, pot(Pot::ChainPool(source))), (70 * UNIT, 0));
		assert_eq!(pot(Pot::GlobalPool), 1_000 * UNIT);
		let paid =
			Event::UndeliveredPaid { source, account: bob(), paid: 20 * UNIT, owed: 30 * UNIT };
		assert_eq!(last_event(), paid);
	});
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(48))]

	/// Random accounts, gains, pools and failures over several blocks: each loss is borne to the unit, nobody
	/// is charged beyond his gain or below an equity of nothing, and the books balance.
	#[test]
	fn every_loss_is_borne_to_the_unit(
		accounts in proptest::collection::vec(
			(0..2_000_i128, -500..500_i128, -500..500_i128, 0..3_u32), 1..12),
		failures in proptest::collection::vec((1..3_000_i128, 0..3_u8, 0..3_u8, any::<bool>()), 1..8),
		pool in 0..800_i128,
	) {
		let result = ExtBuilder::default().build().execute_with(|| {
			set_pot(Pot::GlobalPool, pool);
			for (n, (cash, btc, eth, held)) in (11..).zip(&accounts) {
				open(&acc(n), who(n), *cash);
				set_gain(BTC, &acc(n), *btc);
				set_gain(ETH, &acc(n), *eth);
				if *held > 0 {
					hold(&acc(n), call(), i64::from(*held));
				}
			}
			let before = book().totals().0;
			let mut debts = 0;
			for (n, (debt, btc, eth, wait)) in (60..).zip(&failures) {
				open(&acc(n), who(n), -debt);
				debts += debt;
				set_gain(BTC, &acc(n), -Cash::from(*btc));
				set_gain(ETH, &acc(n), -Cash::from(*eth));
				let _ = flag(&acc(n));
				if *wait {
					change(|book| book.counting = 1);
					block_after(6_000);
				}
			}
			for _ in 0..12 {
				block_after(6_000);
			}
			prop_assert_eq!(book().totals().0, before - debts);
			prop_assert_eq!(Liquidation::do_try_state(), Ok(()));
			let mut charged = std::collections::BTreeMap::<_, Cash>::new();
			for event in events() {
				match event {
					Event::LossBorne { amount, collected, from_pool, scaled, uncovered, .. } => {
						prop_assert_eq!(amount, collected + from_pool + scaled + uncovered);
						prop_assert!(uncovered == 0);
					},
					Event::GainCharged { loss, gain, charged: part, collected, .. } => {
						prop_assert!(0 <= collected && collected <= part && part <= gain);
						*charged.entry(loss).or_default() += part;
					},
					Event::StepFailed { .. } => prop_assert!(false, "a step failed"),
					_ => {},
				}
			}
			prop_assert_eq!((Deficit::<Test>::get(), pot(Pot::Insolvency)), (0, 0));
			// Nobody who gained is below nothing.
			for (n, _) in (11..).zip(&accounts) {
				let is = MockLedger::positions(&acc(n)).is_empty();
				prop_assert!(!is || cash(n) >= 0);
			}
			Ok(())
		});
		result?;
	}
}
