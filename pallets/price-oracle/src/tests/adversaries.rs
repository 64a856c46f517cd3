// SPDX-License-Identifier: GPL-3.0-or-later

//! Liars, pumps, censors and a chain that comes back: what happened to others, and what is to come out.

use crate::{mock::*, *};
use sp_runtime::traits::SaturatedConversion;
use straddle_traits::Prices;

/// Whole numbers that look random, the same every time.
struct Dice(u64);

impl Dice {
	fn below(&mut self, n: u64) -> u64 {
		self.0 =
			self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
		(self.0 >> 33) % n
	}
}

fn cents(cents: u64) -> Price {
	Price::from_inner(u128::from(cents) * 10u128.pow(16))
}

fn dollars(price: Price) -> u64 {
	(price.into_inner() / 10u128.pow(18)).saturated_into()
}

/// A market that walks, honest feeders a few basis points around it, and what `lie` makes of the last
/// `liars` of them. Every round's price lies within what the honest said; the worst states are returned.
fn within_the_honest(
	feeders: u8,
	liars: u8,
	rounds: u32,
	mut lie: impl FnMut(u32, u8, u64, &mut Dice) -> Option<u64>,
) -> PriceState {
	let mut worst = PriceState::Valid;
	ExtBuilder::default().feeders(feeders).build_and_execute(|| {
		let mut dice = Dice(feeders.into());
		let mut market = 6_000_000_u64;
		for number in 0..rounds {
			market = market + dice.below(6_001) - 3_000;
			let honest: Vec<_> =
				(liars..feeders).map(|_| market - 900 + dice.below(1_801)).collect();
			let mut said: Vec<_> = honest.iter().map(|cents| Some(*cents)).collect();
			said.extend((0..liars).map(|liar| lie(number, liar, market, &mut dice)));
			for (n, value) in said.into_iter().enumerate() {
				if let Some(value) = value {
					report(n as u8, &[(BTC, cents(value))]);
				}
			}
			// A liar who is silent holds the round open to its end, no longer.
			let round = current_round();
			for _ in 0..=params().late_rounds + 1 {
				if LastFinished::<Test>::get().is_none_or(|last| last.round < round) {
					tick();
				}
			}
			let reading = Oracle::price(BTC);
			let (low, high) = (honest.iter().min().unwrap(), honest.iter().max().unwrap());
			assert!(
				cents(*low) <= reading.price && reading.price <= cents(*high),
				"round {number}: {:?} outside of {low} to {high}",
				reading.price
			);
			worst = worst.worst(reading.state);
		}
	});
	worst
}

fn params() -> Params {
	Parameters::<Test>::get()
}

#[test]
fn one_liar_in_four_for_a_thousand_rounds() {
	let said = within_the_honest(4, 1, 1_000, |number, _, market, dice| match number % 5 {
		0 => Some(market * 10),
		1 => Some(market / 10),
		2 => Some(market + dice.below(market)),
		3 => None,
		_ => Some(900_000_000),
	});
	assert_eq!(said, PriceState::Valid);
}

/// Fewer than a third move no price, but a quarter or more of the feeders can be seen to disagree: that is what
/// `Uncertain` is for. They can so stop opening, and are paid for it with penalties.
#[test]
fn two_liars_in_seven_together() {
	let said = within_the_honest(7, 2, 200, |_, _, market, _| Some(market * 103 / 100));
	assert_eq!(said, PriceState::Uncertain);
}

#[test]
fn liars_who_drift_slowly_take_nobody_along() {
	// Five basis points a round, together, until they are a tenth away. Within the honest feeders' noise
	// nothing is seen, and nothing moves.
	let drift = |number: u32, market: u64| Some(market + market * u64::from(number) / 2_000);
	let said = within_the_honest(7, 2, 15, |number, _, market, _| drift(number, market));
	assert_eq!(said, PriceState::Valid);
	let said = within_the_honest(7, 2, 200, |number, _, market, _| drift(number, market));
	assert_eq!(said, PriceState::Uncertain);
}

#[test]
fn a_third_of_liars_is_the_limit_and_it_shows() {
	ExtBuilder::default().build_and_execute(|| {
		quote_for(3, BTC, usd(60_000));
		// Two of four say the same lie, 5 % up: the median is halfway, and nothing can be opened on it.
		let say = |dollars| vec![(BTC, usd(dollars))];
		quote_each(&[say(60_000), say(60_000), say(63_000), say(63_000)]);
		let reading = Oracle::price(BTC);
		assert_eq!((reading.price, reading.state), (usd(61_500), PriceState::Uncertain));
		assert!(!reading.state.allows(PriceUse::Open));
		// The median of three rounds, which must fail too before anybody is flagged, has not moved.
		assert_eq!(Oracle::median(BTC).price, usd(60_000));
	});
}

#[test]
fn a_quorum_that_is_lost_stops_opening_within_the_stated_rounds_and_no_other_feed() {
	ExtBuilder::default().build_and_execute(|| {
		let (btc, eth) = ((BTC, usd(60_000)), (ETH, usd(3_000)));
		quote(&[btc, eth]);
		let last = now();
		// Two of four no longer say what Bitcoin is.
		let speak = || {
			quote_each(&[vec![btc, eth], vec![btc, eth], vec![eth], vec![eth]]);
		};
		while now() - last <= params().stale_ms() {
			assert_eq!(Oracle::feed_state(BTC), PriceState::Valid, "{}", now() - last);
			speak();
		}
		assert_eq!(now() - last, params().stale_ms() + ROUND);
		assert_eq!(Oracle::feed_state(BTC), PriceState::Stale);
		assert_eq!(Oracle::feed_state(ETH), PriceState::Valid);
		assert_eq!(Oracle::spot(BITCOIN, Lens::Latest).state, PriceState::Stale);
		while now() - last <= params().no_quorum_ms {
			assert_eq!(Oracle::feed_state(BTC), PriceState::Stale);
			speak();
		}
		assert_eq!(Oracle::feed_state(BTC), PriceState::NoQuorum);
		assert_eq!(Oracle::feed_state(ETH), PriceState::Valid);
		// One round with everybody and it is back.
		quote(&[btc, eth]);
		assert_eq!(Oracle::feed_state(BTC), PriceState::Valid);
	});
}

/// Mango, October 2022: three venues were moved from .038 to .91 in ten minutes, every feeder read it
/// honestly, and paper gains were lent on.
#[test]
fn mangos_pump_opens_nothing_and_lends_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let thin =
			FeedInfo { slow: SlowPrice::Stable, min: milli(1), ..Feeds::<Test>::get(ETH).unwrap() };
		Oracle::do_set_feed(ETH, thin).unwrap();
		let info = UnderlyingInfo { spot: ETH, volatility: VolatilityPolicy::None };
		Oracle::do_set_underlying(ETHER, info).unwrap();
		quote_for(110, ETH, milli(38));
		let mut opened = 0;
		for round in 1..=100_u128 {
			quote(&[(ETH, milli(38 + round * (910 - 38) / 100))]);
			let reading = Oracle::price(ETH);
			if reading.state.allows(PriceUse::Open) {
				opened = round;
				// 20 % above the average of ten minutes, at most.
				assert!(reading.price <= milli(46), "{:?}", reading.price);
			}
		}
		assert!(opened < 3, "{opened}");
		let slow = Oracle::slow_in(&mut Default::default(), ETHER);
		assert!(slow < milli(46), "{slow:?}");
		// It stays up for an hour: the average believes it, the stable price does not.
		quote_for(600, ETH, milli(910));
		assert_eq!(Oracle::price(ETH).state, PriceState::Valid);
		let slow = Oracle::slow_in(&mut Default::default(), ETHER);
		assert!(slow < milli(75), "{slow:?}");
	});
}

/// dYdX, October 2025: the chain stood for eight hours, and came back with prices of before to liquidate on.
#[test]
fn a_chain_that_comes_back_does_nothing_on_what_it_knew() {
	ExtBuilder::default().build_and_execute(|| {
		quote_for(110, BTC, usd(60_000));
		for n in 0..4 {
			report(n, &[(BTC, usd(60_000))]);
		}
		advance(8 * HOUR_MS);
		// What lay there is finished, and as old as it is.
		let reading = Oracle::price(BTC);
		assert_eq!(reading.state, PriceState::NoQuorum);
		for wanted in [PriceUse::Open, PriceUse::Flag, PriceUse::Bid, PriceUse::Withdraw] {
			assert!(!reading.state.allows(wanted));
		}
		// Old batches are refused; the new price is far away and stands by itself.
		let mut old = batch(0, &[(BTC, usd(60_000))]);
		old.round -= u64::from(params().late_rounds) + 1;
		assert!(dispatch(old).is_err());
		quote(&[(BTC, usd(40_000))]);
		assert_eq!(Oracle::price(BTC).price, usd(40_000));
		assert_eq!(Oracle::price(BTC).state, PriceState::Valid);
		// Flagging asks the median of three rounds as well: it takes two new ones before it moves.
		assert_eq!(Oracle::median(BTC).price, usd(60_000));
		quote(&[(BTC, usd(40_000))]);
		assert_eq!(Oracle::median(BTC).price, usd(40_000));
	});
}

/// Authors who leave out the batches of some rounds of a settlement window, those in which the price is
/// against them: the samples before count for a minute at most, and uncovered thirds lengthen the window.
#[test]
fn a_censor_in_the_window_gains_little_and_a_long_one_nothing() {
	let settle = |silent: &dyn Fn(Moment) -> bool| {
		let mut fixed = Price::default();
		ExtBuilder::default().build_and_execute(|| {
			let window = params().settlement_window_ms;
			let expiry = now() + window + 10 * ROUND;
			Oracle::do_watch(BITCOIN, expiry).unwrap();
			// High in the first half of each minute, low in the other.
			let price = |at: Moment| if at % MINUTE_MS < MINUTE_MS / 2 { 61_000 } else { 59_000 };
			while Oracle::settlement(BITCOIN, expiry).is_none() {
				if silent(now()) && now() < expiry {
					tick();
				} else {
					quote(&[(BTC, usd(price(now())))]);
				}
				assert!(now() < expiry + 2 * window);
			}
			fixed = Oracle::settlement(BITCOIN, expiry).unwrap();
		});
		dollars(fixed)
	};
	let fair = settle(&|_| false);
	assert!((59_990..=60_010).contains(&fair), "{fair}");
	// All rounds of a low price left out: the high ones before stand for the silence, so coverage is
	// whole and the average is what the censor wants. It takes the authors of half of all blocks in a row.
	let half = settle(&|at| at % MINUTE_MS >= MINUTE_MS / 2);
	assert!(half > 60_900, "{half}");
	// One author of three gets a third of it.
	let third = settle(&|at| at % MINUTE_MS >= MINUTE_MS / 2 && (at / ROUND).is_multiple_of(3));
	assert!(third < 60_700, "{third}");
	// Ten minutes of silence: a third is not covered, and what is missing is measured after the expiry.
	let long = settle(&|at| at % (30 * MINUTE_MS) < 10 * MINUTE_MS);
	assert!((59_900..=60_100).contains(&long), "{long}");
}

#[test]
fn a_batch_counts_once_whatever_fork_it_was_made_on() {
	ExtBuilder::default().build_and_execute(|| {
		let first = batch(0, &[(BTC, usd(60_000))]);
		// Made on a block of the same height of another fork, with another price: the chain is the same, the
		// round is the same, so the first one in counts.
		let other = batch(0, &[(BTC, usd(70_000))]);
		dispatch(first).unwrap();
		assert_eq!(dispatch(other), Err(Error::<Test>::Batch(BatchFault::Reported).into()));
	});
}
