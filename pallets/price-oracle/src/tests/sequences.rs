// SPDX-License-Identifier: GPL-3.0-or-later

//! Whatever is called in whatever order, the invariants hold.

use crate::{mock::*, *};
use proptest::prelude::*;
use sp_core::Pair;
use std::collections::BTreeMap;
use straddle_traits::Prices;

#[derive(Clone, Debug)]
enum Step {
	Report { feeder: u8, late: u64, prices: Vec<(u16, u32)> },
	Everybody { feed: u16, price: u32 },
	Block { ms: u64 },
	Session { first: u8, count: u8 },
	Halt(u16),
	Resume(u16),
	SetFeed { feed: u16, volatility: bool, quote: Option<u16> },
	RemoveFeed(u16),
	SetUnderlying { underlying: u16, spot: u16, volatility: u16 },
	SetParams { stale: u32, late: u32, small: bool, window: u64 },
	Watch { underlying: u16, after: u64 },
}

fn step() -> impl Strategy<Value = Step> {
	let feed = || 0u16..8;
	prop_oneof![
		4 => (0u8..6, 0u64..4, prop::collection::vec((feed(), any::<u32>()), 0..5))
			.prop_map(|(feeder, late, prices)| Step::Report { feeder, late, prices }),
		8 => (feed(), 1u32..20_000).prop_map(|(feed, price)| Step::Everybody { feed, price }),
		6 => prop_oneof![Just(6_000u64), 1..60_000u64, Just(400_000u64)].prop_map(|ms| Step::Block { ms }),
		1 => (0u8..6, 0u8..6).prop_map(|(first, count)| Step::Session { first, count }),
		1 => feed().prop_map(Step::Halt),
		1 => feed().prop_map(Step::Resume),
		1 => (feed(), any::<bool>(), prop::option::of(feed()))
			.prop_map(|(feed, volatility, quote)| Step::SetFeed { feed, volatility, quote }),
		1 => feed().prop_map(Step::RemoveFeed),
		1 => (0u16..4, feed(), feed())
			.prop_map(|(underlying, spot, volatility)| Step::SetUnderlying { underlying, spot, volatility }),
		1 => (1u32..5, 1u32..4, any::<bool>(), 18u64..120).prop_map(|(stale, late, small, window)| {
			Step::SetParams { stale, late, small, window }
		}),
		2 => (0u16..4, 0u64..200_000).prop_map(|(underlying, after)| Step::Watch { underlying, after }),
	]
}

/// Errors are answers too: here only what they leave behind matters.
fn act(step: Step) {
	let root = RuntimeOrigin::root;
	let _ = match step {
		Step::Report { feeder, late, prices } => {
			let prices = prices.into_iter().map(|(feed, price)| (FeedId(feed), usd(price)));
			let mut batch = batch(feeder, &prices.collect::<Vec<_>>());
			batch.round -= late;
			dispatch(batch)
		},
		Step::Everybody { feed, price } => {
			for n in 0..Feeders::<Test>::get().len() as u8 {
				let _ = dispatch(batch(n, &[(FeedId(feed), usd(price))]));
			}
			tick();
			Ok(())
		},
		Step::Block { ms } => {
			advance(ms);
			Ok(())
		},
		Step::Session { first, count } => {
			Oracle::set_feeders((first..first + count).map(|n| pair(n).public()));
			Ok(())
		},
		Step::Halt(feed) => Oracle::halt_feed(RuntimeOrigin::signed(Guard::get()), FeedId(feed)),
		Step::Resume(feed) => Oracle::resume_feed(root(), FeedId(feed)),
		Step::SetFeed { feed, volatility, quote } => {
			let mut info = FeedInfo { quote: quote.map(FeedId), ..feed_info() };
			if volatility {
				info.kind = FeedKind::Volatility;
				info.sources = vec![source(Venue::DeribitVolatility, "X")].try_into().unwrap();
			}
			Oracle::set_feed(root(), FeedId(feed), info)
		},
		Step::RemoveFeed(feed) => Oracle::remove_feed(root(), FeedId(feed)),
		Step::SetUnderlying { underlying, spot, volatility } => {
			let volatility = VolatilityPolicy::External(FeedId(volatility));
			let info = UnderlyingInfo { spot: FeedId(spot), volatility };
			Oracle::set_underlying(root(), UnderlyingId(underlying), info)
		},
		Step::SetParams { stale, late, small, window } => {
			let params = Params {
				stale_rounds: stale,
				late_rounds: late,
				small_network: small,
				settlement_window_ms: window * 3_000,
				sample_max_ms: 6_000.max(window * 500),
				settlement_cap_ms: 400_000,
				..Params::default()
			};
			Oracle::set_params(root(), params)
		},
		Step::Watch { underlying, after } => {
			<Oracle as Prices>::watch_settlement(UnderlyingId(underlying), now() + after)
		},
	};
}

fn fixed() -> BTreeMap<(UnderlyingId, Moment), Price> {
	let all = Settlements::<Test>::iter();
	all.filter_map(|(underlying, expiry, settlement)| match settlement {
		Settlement::Fixed { price, .. } => Some(((underlying, expiry), price)),
		Settlement::Watching(_) => None,
	})
	.collect()
}

fn holds(steps: Vec<Step>) -> Result<(), TestCaseError> {
	let (mut last, mut settled) = (Finished { round: 0, at: 0 }, BTreeMap::new());
	for step in steps {
		act(step.clone());
		prop_assert_eq!(Oracle::do_try_state(), Ok(()), "{:?}", step);
		let finished = LastFinished::<Test>::get().unwrap_or(last);
		prop_assert!(finished.round >= last.round && finished.at >= last.at, "{:?}", step);
		let fixed = fixed();
		for (expiry, price) in &settled {
			prop_assert_eq!(fixed.get(expiry), Some(price), "{:?}", step);
		}
		for feed in (0..8).map(FeedId) {
			for reading in [Oracle::price(feed), Oracle::median(feed)] {
				prop_assert!(reading.at <= now());
				let usable = reading.state.allows(PriceUse::Bid);
				prop_assert!(!usable || reading.price > usd(0), "{:?}", reading);
			}
		}
		(last, settled) = (finished, fixed);
	}
	rounds_were_in_order()
}

/// Rounds are finished in their order, each with a price; what is dropped is newer than they.
fn rounds_were_in_order() -> Result<(), TestCaseError> {
	let mut last = None;
	for event in oracle_events() {
		match event {
			Event::RoundFinished { round, feeds, .. } => {
				prop_assert!(Some(round) > last && !feeds.is_empty());
				last = Some(round);
			},
			Event::RoundDropped { round, .. } => prop_assert!(Some(round) > last),
			_ => (),
		}
	}
	Ok(())
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(24))]

	#[test]
	fn no_sequence_of_calls_breaks_an_invariant(steps in prop::collection::vec(step(), 1..120)) {
		let mut result = Ok(());
		ExtBuilder::default().build_and_execute(|| result = holds(steps));
		result?;
	}
}
