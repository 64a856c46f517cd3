// SPDX-License-Identifier: GPL-3.0-or-later

//! What a settlement does: limits, surplus, fees, the journal.

use super::*;
use sp_runtime::FixedU128;
use straddle_test_kit::MockPrices;

const CENT: Cash = USD / 100;

#[test]
fn two_limits_meet_in_the_middle_and_the_submitter_gets_nothing() {
	execute(|| {
		// A tenth of a contract for at most 105 cents, at least 98: 101.5 cents.
		assert_ok!(submit(signed_pair(105, 98, 10)));
		assert_eq!(
			[1, 2].map(|n| Bank::position(&account(n), &call(1_000))),
			[CONTRACT, -CONTRACT]
		);
		let prices = fills().into_iter().map(|(who, price, _)| (who, price)).collect::<Vec<_>>();
		assert_eq!(prices, [(account(1), -1_015 * CENT), (account(2), 1_015 * CENT)]);
		// The taker's rate from both: 300 millionths of 1,000 USD.
		let fee = 30 * CENT;
		assert_eq!([cash(1), cash(2)], [-1_015 * CENT - fee, 1_015 * CENT - fee]);
		let fees = 2 * fee;
		let pots = [Pot::Feeders, Pot::GlobalPool, Pot::Treasury].map(Bank::pot);
		assert_eq!(pots, [fees * 3 / 10, fees * 4 / 10, fees * 3 / 10]);
		assert_eq!(Expiries::<Test>::get(U)[0].open_interest, CONTRACT as u64);
		let [entry, _] = &booked().pop().unwrap().entries[..] else { panic!("two entries") };
		assert_eq!(entry.premiums, [(U, -1_015 * CENT)]);
	});
}

#[test]
fn an_odd_unit_goes_to_the_lowest_account_in_whatever_order_they_come() {
	for swapped in [false, true] {
		execute(|| {
			let [mut buys, sells] = pair(100, 100);
			buys.limit += 1;
			let mut set = vec![signed(buys, 1), signed(sells, 1)];
			if swapped {
				set.swap(0, 1);
			}
			assert_ok!(submit(set));
			let mut prices = fills();
			prices.sort();
			assert_eq!([prices[0].1, prices[1].1], [-100 * CENT, 100 * CENT]);
		});
	}
}

#[test]
fn the_surplus_is_shared_by_what_the_contracts_are_on() {
	execute(|| {
		let call = call(1_000);
		// One buys three, two sell one and two; 6 a unit are left over: 3, 1 and 2.
		let set = vec![
			signed(intent(1, &[contracts(call, 3)], 306), 1),
			signed(intent(2, &[contracts(call, -1)], -100), 1),
			signed(intent(3, &[contracts(call, -1)], -100), 2),
		];
		assert_ok!(submit(set));
		let prices = fills().into_iter().map(|(_, price, _)| price).collect::<Vec<_>>();
		assert_eq!(prices, [-303, 101, 202]);
	});
}

#[test]
fn a_combination_of_four_legs_with_cash_and_the_future_is_one_journal() {
	execute(|| {
		let legs = [
			contracts(future(), -10),
			contracts(call(1_000), 10),
			contracts(put(1_000), -10),
			contracts(call(1_100), -10),
			Leg::Cash { amount: -5 * USD },
		];
		let mut legs = legs.to_vec();
		legs.sort_by_key(|leg| match leg {
			Leg::Contracts { series, .. } => Some(*series),
			_ => None,
		});
		legs.rotate_left(1);
		let against = legs.iter().map(|leg| leg.opposite().unwrap()).collect::<Vec<_>>();
		let journals = booked().len();
		let set = vec![signed(intent(1, &legs, 2 * USD), 2), own(intent(2, &against, -2 * USD), 2)];
		assert_ok!(submit_as(signer(2), set));
		assert_eq!(booked().len(), journals + 1);
		// 5 by the leg, 2 by the limit, for each unit.
		let found = fills();
		assert_eq!((found[0].1, found[1].1), (-14 * USD, 14 * USD));
		// Sold: future, put and call, 2 each at 100 millionths of 1,000 USD for the maker. Bought: one call.
		// The other way round for the taker, at 300.
		assert_eq!((found[0].2, found[1].2), (60 * CENT, 180 * CENT));
		assert_eq!(near_marks(), [false, false]);
	});
}

#[test]
fn who_comes_by_the_call_takes_and_the_rest_makes_only_beside_half_of_all() {
	let rates = |own_is: usize, others: usize| {
		let mut fees = Vec::new();
		execute(|| {
			let call = call(1_000);
			let limit = |n: usize| if n == 0 { 100 * USD } else { 0 };
			let mut set = Vec::new();
			for n in 0..=others {
				let tenths = if n == 0 { 10 * others as i64 } else { -10 };
				let one = intent(n as u8 + 1, &[contracts(call, tenths)], limit(n));
				set.push(if n == own_is { own(one, 1) } else { signed(one, 1) });
			}
			assert_ok!(submit_as(signer(own_is as u8 + 1), set));
			fees = fills().into_iter().map(|(_, _, fee)| fee / CENT).collect();
		});
		fees
	};
	assert_eq!(rates(0, 1), [30, 10]);
	assert_eq!(rates(0, 2), [60, 10, 10]);
	assert_eq!(rates(1, 2), [60, 30, 30]);
}

#[test]
fn fees_follow_the_tiers_and_makers_share_what_takers_pay() {
	execute(|| {
		for (n, tier) in [(1, 1), (2, 3), (3, 2)] {
			assert_ok!(Options::set_tier(RuntimeOrigin::root(), account(n), tier));
		}
		let trade = |n: u8, tenths, limit| intent(n, &[contracts(call(1_000), tenths)], limit);
		// 80 % of 300 millionths of 3,000 USD for the taker. Two thirds of that, and of it 15 %, for who sells two and
		// pays nothing; one third, and of it 5 %, for the other, who pays nothing either.
		let set = vec![
			own(trade(1, 30, 300 * USD), 1),
			signed(trade(2, -20, 0), 1),
			signed(trade(3, -10, 0), 1),
		];
		assert_ok!(submit_as(signer(1), set));
		let paid = 72 * CENT;
		let fees = [paid, -paid * 2 / 3 * 15 / 100, -paid / 3 * 5 / 100];
		assert_eq!(fills().into_iter().map(|(_, _, fee)| fee).collect::<Vec<_>>(), fees);
		let pots = [Pot::Feeders, Pot::GlobalPool, Pot::Treasury].map(Bank::pot);
		assert_eq!(pots.iter().sum::<Cash>(), fees.iter().sum::<Cash>());
	});
}

#[test]
fn lots_are_those_of_the_marks() {
	let banded = |market: &mut Market| {
		market.bands[0] = Band { from: 20 * USD, tick: USD, lot: CONTRACT };
	};
	build(ExtBuilder::default().market(banded), || {
		let next = |nonce, tenths: i64| {
			let one = |n, tenths, limit| {
				let one = intent(n, &[contracts(call(1_000), tenths)], limit);
				signed(Intent { nonce, ..one }, 1)
			};
			vec![one(1, tenths, 100 * USD), one(2, -tenths, 0)]
		};
		// A mark of 10, then of 20.
		assert_ok!(submit(next(0, 11)));
		Bank::set_mark(call(1_000), 20.0);
		refuse(next(1, 11), Error::<Test>::NotWholeLots);
		assert_ok!(submit(next(1, 10)));
	});
}

#[test]
fn one_option_pays_at_most_an_eighth_of_its_price_and_the_cap_of_the_signer_holds() {
	execute(|| {
		Bank::set_mark(call(1_000), 0.01);
		// A cent a contract: an eighth of it.
		let cents = |one: &mut Intent, limit: Cash| {
			(one.legs, one.limit) = (
				vec![contracts(call(1_000), if limit > 0 { 10 } else { -10 })].try_into().unwrap(),
				limit,
			)
		};
		let [mut buys, mut sells] = pair(1, 1);
		cents(&mut buys, CENT);
		cents(&mut sells, -CENT);
		let fee = CENT / 8;
		(buys.fee_cap, sells.fee_cap) = (fee, fee - 1);
		refuse(vec![signed(buys.clone(), 1), signed(sells.clone(), 1)], Error::<Test>::FeeAboveCap);
		sells.fee_cap = fee;
		assert_ok!(submit(vec![signed(buys, 1), signed(sells, 1)]));
		assert_eq!(fills().into_iter().map(|(_, _, fee)| fee).collect::<Vec<_>>(), [fee, fee]);
		// And no more counts than a fee of 300 millionths pays for.
		assert_eq!([1, 2].map(|n| Options::fee_tier(account(n)).1), [4_166_666; 2]);
	});
}

#[test]
fn what_is_paid_beside_an_option_saves_no_fee() {
	execute(|| {
		// A contract for nothing, and ten dollars between two others: 300 millionths of 1,000 USD all the same.
		let set = vec![
			signed(intent(1, &[contracts(call(1_000), 10)], 0), 1),
			signed(intent(2, &[contracts(call(1_000), -10)], 0), 1),
			signed(intent(3, &[Leg::Cash { amount: -10 * USD }], 0), 1),
			signed(intent(4, &[Leg::Cash { amount: 10 * USD }], 0), 1),
		];
		assert_ok!(submit(set));
		let fee = 30 * CENT;
		assert_eq!(
			fills().into_iter().map(|(_, _, fee)| fee).collect::<Vec<_>>(),
			[fee, fee, 0, 0]
		);
		let volumes = [1, 2, 3, 4].map(|n| Options::fee_tier(account(n)).1);
		assert_eq!(volumes, [1_000 * USD as u64, 1_000 * USD as u64, 0, 0]);
	});
}

#[test]
fn the_side_that_is_free_adds_no_volume() {
	execute(|| {
		let legs =
			|sign: i64| [contracts(call(1_000), 10 * sign), contracts(put(1_000), -5 * sign)];
		let set = [(1, 1), (2, -1)].map(|(n, sign)| signed(intent(n, &legs(sign), 0), 1));
		assert_ok!(submit(set.to_vec()));
		assert_eq!(fills()[0].2, 30 * CENT);
		assert_eq!([1, 2].map(|n| Options::fee_tier(account(n)).1), [1_000 * USD as u64; 2]);
		// At the mark of a cent a fee is an eighth of it, and half as much is left of the other side.
		Bank::set_mark(call(1_000), 0.01);
		let set = [(1, 1), (2, -1)]
			.map(|(n, sign)| signed(Intent { nonce: 1, ..intent(n, &legs(sign), 0) }, 1));
		assert_ok!(submit(set.to_vec()));
		assert_eq!(fills()[2].2, 15 * CENT);
		assert_eq!([1, 2].map(|n| Options::fee_tier(account(n)).1), [1_500 * USD as u64; 2]);
	});
}

#[test]
fn near_the_marks_is_as_near_as_all_legs_together_may_be() {
	execute(|| {
		// Marks of 10: two legs of a contract may be off by a whole dollar together.
		let legs =
			|sign: i64| [contracts(call(1_000), 10 * sign), contracts(put(1_000), 10 * sign)];
		for (usd, near) in [(21, true), (22, false), (19, true), (18, false)] {
			let set = vec![
				signed(Intent { nonce: usd as u64, ..intent(1, &legs(1), usd * USD) }, 1),
				signed(Intent { nonce: usd as u64, ..intent(2, &legs(-1), -usd * USD) }, 1),
			];
			assert_ok!(submit(set));
			assert_eq!(near_marks(), [near, near], "{usd}");
		}
	});
}

#[test]
fn tokens_are_sold_for_cash_and_never_near_a_mark() {
	execute(|| {
		let set =
			vec![signed(intent(1, &[lot(-5)], -50), 10), signed(intent(2, &[lot(5)], 52), 10)];
		assert_ok!(submit(set));
		let lots = [1, 2].map(|n| Bank::lots(&account(n))[0].1);
		assert_eq!(lots, [950, 1_050]);
		// 20 left over, by the sums at the limits: 500 to 520, the odd unit to the first.
		assert_eq!([cash(1), cash(2)], [510, -510]);
		assert_eq!(near_marks(), [false, false]);
		assert!(booked().pop().unwrap().entries.iter().all(|entry| entry.premiums.is_empty()));
	});
}

#[test]
fn an_order_and_an_intent_share_open_interest_and_its_cap() {
	let capped = ExtBuilder::default().market(|market| market.open_interest_cap = CONTRACT as u64);
	build(capped, || {
		assert_ok!(submit(signed_pair(100, 100, 10)));
		let next = pair(100, 100).map(|one| Intent { nonce: 1, ..one });
		let set = next.clone().map(|one| signed(one, 1)).to_vec();
		refuse(set, Error::<Test>::OpenInterestCap);
		// Who closes makes room, also for who opens in the same set.
		let set = vec![
			signed(Intent { nonce: 1, ..intent(1, &[contracts(call(1_000), -10)], 0) }, 1),
			signed(Intent { nonce: 1, ..intent(3, &[contracts(call(1_000), 10)], 0) }, 1),
		];
		assert_ok!(submit(set));
		assert_eq!(Expiries::<Test>::get(U)[0].open_interest, CONTRACT as u64);
	});
}

#[test]
fn bands_and_ages_are_held_against_the_latest_price() {
	execute(|| {
		let band = |low, high| PriceBand {
			underlying: U,
			low: Price::from_u32(low),
			high: Price::from_u32(high),
		};
		let with = |band: PriceBand| {
			let [mut buys, sells] = pair(100, 100);
			buys.bands = vec![band].try_into().unwrap();
			vec![signed(buys, 1), signed(sells, 1)]
		};
		for (low, high) in [(1_001, 2_000), (0, 999), (1_001, 999)] {
			refuse(with(band(low, high)), Error::<Test>::OutsideBand);
		}
		assert_ok!(submit(with(band(1_000, 1_000))));
		let aged = |nonce, max_age_ms| {
			let [buys, sells] = pair(100, 100);
			vec![signed(Intent { nonce, max_age_ms, ..buys }, 1), signed(sells, 1)]
		};
		let price = Price::from_u32(1_000);
		let at = START - 5_000;
		let reading = Reading { price, state: PriceState::Valid, at, ..Default::default() };
		MockPrices::set_spot_reading(U, reading);
		// The smile is older than the spot: it counts, and where there is none it does not.
		let smile = |at| Reading { price: FixedU128::from_rational(1, 2), at, ..reading };
		MockPrices::set_volatility_reading(U, smile(START - 300_000));
		refuse(aged(1, 299_999), Error::<Test>::MarksTooOld);
		let age = |wanted| {
			events().into_iter().find_map(|event| match event {
				Event::IntentFilled { age_ms, nonce, .. } if nonce == wanted => Some(age_ms),
				_ => None,
			})
		};
		assert_ok!(submit(aged(1, 300_000)));
		assert_eq!(age(1), Some(300_000));
		MockPrices::set_volatility_reading(U, smile(START - 1_000));
		refuse(aged(3, 4_999), Error::<Test>::MarksTooOld);
		assert_ok!(submit(aged(3, 5_000)));
		assert_eq!(age(3), Some(5_000));
		MockPrices::set_volatility_reading(U, Reading::default());
		let futures = [(1, 10, 0), (2, -10, 0)].map(|(n, tenths, limit)| {
			let one = intent(n, &[contracts(future(), tenths)], limit);
			signed(Intent { nonce: 4, max_age_ms: 5_000, ..one }, 1)
		});
		assert_ok!(submit(futures.to_vec()));
		assert_eq!(age(4), Some(5_000));
		// No price is no price.
		MockPrices::set_spot_reading(U, Reading::default());
		refuse(aged(2, u64::MAX), Error::<Test>::NoPrice);
	});
}
