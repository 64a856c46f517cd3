// SPDX-License-Identifier: GPL-3.0-or-later

//! Series by rule.

use crate::{mock::*, *};
use frame_support::assert_ok;
use straddle_test_kit::{next_block, MockPrices};

fn expiries() -> Vec<Moment> {
	Expiries::<Test>::get(U).iter().map(|expiry| expiry.at).collect()
}

fn strikes(expiry: Moment) -> Vec<u64> {
	let listing = Listings::<Test>::get((U, expiry)).unwrap();
	listing.strikes.iter().map(|strike| strike.0 / Strike::PER_USD).collect()
}

fn set_spot(price: u32) {
	MockPrices::set_spot(U, Price::from_u32(price));
}

#[test]
fn the_calendar_is_kept_listed_with_strikes_around_the_forward() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(expiries(), [EXPIRY, EXPIRY + DAY_MS]);
		assert_eq!(strikes(EXPIRY), [800, 900, 1_000, 1_100, 1_200]);
		assert!(MockPrices::is_watched(U, EXPIRY) && MockPrices::is_watched(U, EXPIRY + DAY_MS));
		let strikes = [800, 900, 1_000, 1_100, 1_200].map(Strike::usd).to_vec();
		let listed = Event::SeriesListed {
			underlying: U,
			expiry: EXPIRY,
			future: Some(Strike::usd(1_000)),
			strikes: strikes.try_into().unwrap(),
		};
		assert!(events().contains(&listed));
	});
}

#[test]
fn strikes_follow_the_forward_and_none_is_taken_away() {
	ExtBuilder::default().build_and_execute(|| {
		set_spot(1_249);
		run_block(START);
		run_block(START);
		assert_eq!(strikes(EXPIRY), [800, 900, 1_000, 1_100, 1_200, 1_300, 1_400]);
		set_spot(1_250);
		run_block(START);
		run_block(START);
		assert_eq!(*strikes(EXPIRY).last().unwrap(), 1_500);
		set_spot(120);
		run_block(START);
		run_block(START);
		// No strike at zero or below, and a gap stays a gap.
		let all = [100, 200, 300, 800, 900, 1_000, 1_100, 1_200, 1_300, 1_400, 1_500];
		assert_eq!(strikes(EXPIRY), all);
		// The future's reference stays.
		assert_eq!(Listings::<Test>::get((U, EXPIRY)).unwrap().future, Strike::usd(1_000));
	});
}

#[test]
fn the_futures_reference_is_the_forward_rounded_to_the_tick() {
	ExtBuilder::default().build_and_execute(|| {
		MockPrices::set_spot(U, Price::from_rational(1_234_567, 1_000));
		let calendar = Calendar { count: 3, ..market().calendar };
		let market = Market { calendar, ..market() };
		assert_ok!(Options::set_market(RuntimeOrigin::root(), U, market));
		run_block(START);
		let listing = Listings::<Test>::get((U, EXPIRY + 2 * DAY_MS)).unwrap();
		assert_eq!(listing.future, Strike(123_457 * Strike::PER_USD / 100));
	});
}

#[test]
fn a_step_as_a_share_is_a_round_number_fixed_at_listing() {
	let share = |market: &mut Market| {
		market.strike_step = StrikeStep::Share(Permill::from_percent(3));
	};
	ExtBuilder::default().market(share).build_and_execute(|| {
		// 3 % of 1,000 USD is 30; the nice number below is 20.
		assert_eq!(strikes(EXPIRY), [960, 980, 1_000, 1_020, 1_040]);
		// At 10,000 USD it would be 200, but this grid is made.
		set_spot(10_000);
		run_block(START);
		run_block(START);
		assert_eq!(strikes(EXPIRY).split_off(5), [9_960, 9_980, 10_000, 10_020, 10_040]);
	});
}

#[test]
fn a_new_expiry_comes_when_one_goes() {
	ExtBuilder::default().build_and_execute(|| {
		run_block(EXPIRY - 1);
		assert_eq!(expiries(), [EXPIRY, EXPIRY + DAY_MS]);
		run_block(EXPIRY);
		// The expired one stays until it is settled.
		assert_eq!(expiries(), [EXPIRY, EXPIRY + DAY_MS, EXPIRY + 2 * DAY_MS]);
	});
}

#[test]
fn nothing_is_listed_shortly_before_it_expires() {
	ExtBuilder::default().build_and_execute(|| {
		let lead = Params::default().listing_lead_ms;
		// No strikes are added.
		set_spot(2_000);
		run_block(EXPIRY - lead + 1);
		run_block(EXPIRY - lead + 1);
		assert_eq!(strikes(EXPIRY).len(), 5);
		assert_eq!(strikes(EXPIRY + DAY_MS).len(), 10);
		// Nor a new expiry.
		let set_offset = |hours| {
			let calendar = Calendar { period_ms: DAY_MS, offset_ms: hours * HOUR_MS, count: 1 };
			let market = Market { calendar, ..market() };
			assert_ok!(Options::set_market(RuntimeOrigin::root(), U, market));
		};
		set_offset(9);
		run_block(START + 9 * HOUR_MS - lead + 1);
		assert_eq!(expiries(), [EXPIRY, EXPIRY + DAY_MS]);
		set_offset(10);
		run_block(START + 10 * HOUR_MS - lead);
		assert_eq!(expiries(), [EXPIRY, START + 10 * HOUR_MS, EXPIRY + DAY_MS]);
	});
}

#[test]
fn without_a_valid_price_or_an_open_market_nothing_is_listed() {
	ExtBuilder::default().build_and_execute(|| {
		set_spot(1_300);
		for state in [PriceState::Uncertain, PriceState::NoQuorum, PriceState::NonPositive] {
			MockPrices::set_state(U, state);
			run_block(EXPIRY);
			assert_eq!(expiries().len(), 2, "{state:?}");
		}
		assert_eq!(strikes(EXPIRY + DAY_MS).len(), 5);
		set_spot(1_300);
		let guardian = RuntimeOrigin::signed(Guardian::get());
		assert_ok!(Options::restrict_market(guardian, U, MarketState::ReduceOnly));
		run_block(EXPIRY);
		assert_eq!(expiries().len(), 2);
		assert_ok!(Options::relax_market(RuntimeOrigin::root(), U, MarketState::Open));
		run_block(EXPIRY);
		assert_eq!(expiries().len(), 3);
	});
}

#[test]
fn a_full_grid_and_a_full_calendar_stay_as_they_are() {
	let wide = |market: &mut Market| {
		market.strikes_each_side = 20;
		market.strike_step = StrikeStep::Fixed(Strike::usd(1));
	};
	ExtBuilder::default().market(wide).build_and_execute(|| {
		for spot in [1_100, 1_200, 1_300, 1_400] {
			set_spot(spot);
			run_block(START);
			run_block(START);
		}
		assert_eq!(strikes(EXPIRY).len(), MAX_STRIKES as usize);
		// Expiries that wait for their price fill the calendar.
		for day in 0..40 {
			run_block(EXPIRY + day * DAY_MS);
			run_block(EXPIRY + day * DAY_MS);
		}
		assert_eq!(expiries().len(), MAX_EXPIRIES as usize);
	});
}

#[test]
fn what_cannot_be_listed_keeps_nothing_else_from_it() {
	ExtBuilder::default().build_and_execute(|| {
		let [third, fourth, fifth] = [2, 3, 4].map(|days| EXPIRY + days * DAY_MS);
		let set_count = |count| {
			let calendar = Calendar { count, ..market().calendar };
			let market = Market { calendar, ..market() };
			assert_ok!(Options::set_market(RuntimeOrigin::root(), U, market));
		};
		// The next one has no forward.
		MockPrices::set_forward(U, third, Price::from_u32(0));
		set_count(4);
		set_spot(1_249);
		(0..6).for_each(|_| run_block(START));
		assert_eq!(expiries(), [EXPIRY, EXPIRY + DAY_MS, fourth]);
		assert_eq!(strikes(EXPIRY).len(), 7);
		// There is no room for another settlement price.
		MockPrices::watch_no_more();
		set_count(5);
		set_spot(1_449);
		(0..6).for_each(|_| run_block(START));
		assert_eq!(expiries(), [EXPIRY, EXPIRY + DAY_MS, fourth]);
		assert!(!MockPrices::is_watched(U, fifth));
		assert_eq!(*strikes(EXPIRY).last().unwrap(), 1_600);
		assert_eq!(*strikes(fourth).last().unwrap(), 1_600);
	});
}

/// Two expiries that cannot be listed are tried before strikes are added: all three are charged.
#[test]
fn what_is_tried_in_vain_is_charged() {
	ExtBuilder::default().build_and_execute(|| {
		let calendar = Calendar { count: 4, ..market().calendar };
		assert_ok!(Options::set_market(RuntimeOrigin::root(), U, Market { calendar, ..market() }));
		for days in [2, 3] {
			MockPrices::set_forward(U, EXPIRY + days * DAY_MS, Price::from_u32(0));
		}
		set_spot(1_149);
		let consumed = |turn| {
			let mut meter = WeightMeter::new();
			tick::poll::<Test>(turn, &mut meter);
			meter.consumed()
		};
		let idle = consumed(0);
		assert_eq!(strikes(EXPIRY).len(), 6);
		// In an odd turn the second one that is missing is tried, too.
		let both = consumed(1);
		assert_eq!(strikes(EXPIRY + DAY_MS).len(), 6);
		let none = <()>::list_strikes(0);
		assert_eq!(both, idle.saturating_add(none));
		let one = <()>::list_strikes(1).saturating_add(none);
		assert!(idle.all_gte(one));
		// And with nothing to add.
		assert_eq!(consumed(1), both.saturating_sub(<()>::list_strikes(1)).saturating_add(none));
	});
}

#[test]
fn fridays_and_last_ones_are_listed_beside_the_calendar() {
	let long = |market: &mut Market| {
		market.long_dates = LongDates { weeklies: 2, monthlies: 2, quarterlies: 2 };
	};
	ExtBuilder::default().market(long).build_and_execute(|| {
		(0..9).for_each(|_| run_block(START));
		// 4 October 2024 is a Friday: today's and the next, 25 October, 29 November, 27 December, 28 March.
		let days = [0, 1, 7, 21, 56, 84, 175];
		let all = days.map(|day| EXPIRY + day * DAY_MS);
		assert_eq!(expiries(), all);
		for expiry in all {
			assert!(MockPrices::is_watched(U, expiry));
			assert_eq!(strikes(expiry), [800, 900, 1_000, 1_100, 1_200]);
			let series = Series { expiry, ..call(1_000) };
			assert_ok!(place_as(
				1,
				series,
				Side::Buy,
				10,
				100,
				TimeInForce::GoodTilCancelled,
				false
			));
		}
	});
}

#[test]
fn block_work_keeps_within_its_meter_and_goes_on_where_it_stopped() {
	ExtBuilder::default().build_and_execute(|| {
		for n in 1..4 {
			let set = Options::set_market(RuntimeOrigin::root(), UnderlyingId(n), market());
			assert_ok!(set);
			MockPrices::set_spot(UnderlyingId(n), Price::from_u32(1_000));
		}
		let look = <()>::visit_market();
		let one = look.saturating_add(look).saturating_add(<()>::list_strikes(5));
		let one = one.saturating_add(<()>::list_strikes(0).saturating_mul(2));
		let listed =
			|| (0..4).map(|n| Expiries::<Test>::get(UnderlyingId(n)).len()).collect::<Vec<_>>();
		// No weight, no work.
		let mut meter = WeightMeter::with_limit(Weight::zero());
		Options::on_poll(1, &mut meter);
		assert_eq!(meter.consumed(), Weight::zero());
		let poll = || {
			let mut meter = WeightMeter::with_limit(one);
			Options::on_poll(1, &mut meter);
			assert!(meter.consumed().all_lte(one));
		};
		let mut blocks = 0;
		while listed() != [2, 2, 2, 2] {
			poll();
			blocks += 1;
			assert!(blocks < 16, "{:?}", listed());
		}
		// Its share of a block is a tenth, whatever the block has left.
		let mut meter = WeightMeter::with_limit(Weight::MAX);
		Options::on_poll(1, &mut meter);
		let block = frame_system::limits::BlockWeights::default().max_block;
		assert!(meter.consumed().all_lte(block / 10));
		next_block::<Test, AllPalletsWithSystem>(Weight::zero(), |_| ());
	});
}
