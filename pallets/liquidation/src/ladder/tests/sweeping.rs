// SPDX-License-Identifier: GPL-3.0-or-later

//! What a block looks at.

use super::*;
use frame_support::assert_ok;

fn started() -> Vec<MarginAccountId> {
	let start = |event| match event {
		Event::AuctionStarted { account, flagger: None, .. } => Some(account),
		_ => None,
	};
	events().into_iter().filter_map(start).collect()
}

#[test]
fn only_who_can_have_failed_is_looked_at() {
	ladder(|mut market| {
		let accounts: Vec<_> = (1..=20).map(|n| account(n, vec![leg(1.0)], f64::from(n))).collect();
		looked();
		block(6_000, &market);
		assert_eq!(looked(), []);
		market.spot[0] = 95.0;
		block(6_000, &market);
		// Five per cent down: those with less than five of headroom fail, and no more than one or two besides
		// are looked at.
		assert_eq!(started(), accounts[..4]);
		let seen = looked();
		assert!(seen.len() <= 7, "{}", seen.len());
		assert_eq!(seen[..4], accounts[..4], "lowest first");
		assert!(accounts[4..].iter().all(|account| !in_auction(account)));
		looked();
		block(6_000, &market);
		// What is near is looked at each round.
		assert_eq!(looked(), accounts[4..5]);
	});
}

/// Liquidations in the block of the price that made them, and in the same hook.
#[test]
fn row_26_an_account_is_in_auction_in_the_block_of_the_price() {
	ladder(|mut market| {
		let a = account(1, vec![leg(-2.0)], 10.0);
		market.spot[0] = 105.1;
		block_with(6_000, &market, BLOCK, Weight::zero());
		assert_eq!(get(&a).unwrap().excess().map(|excess| excess < 0), Some(true));
		let auction = Auctions::<Test>::get(&a).unwrap();
		assert_eq!((auction.started, auction.flagger, auction.bounty), (now(), None, 0));
		assert_eq!(MockOrders::cancelled(), std::slice::from_ref(&a));
		// Elsewhere its entries are as before, until they are reached.
		assert_eq!(Rungs::<Test>::iter().count(), 2);
		put(&a, &Model { cash: 1_000 * WAD, ..get(&a).unwrap() });
		assert_ok!(touch(&a));
		assert_eq!(filed(&a), straddle_traits::Filed { hot: true, ..Default::default() });
	});
}

/// Nothing says that they are there any more; the account is filed anew beside them.
#[test]
fn what_an_auction_has_left_is_dropped_when_it_is_reached() {
	ladder(|mut market| {
		let a = account(1, vec![leg(1.0)], 10.0);
		market.spot[0] = 85.0;
		block(6_000, &market);
		assert!(in_auction(&a));
		put(&a, &Model { cash: 100 * WAD, ..get(&a).unwrap() });
		assert_ok!(touch(&a));
		let left: Vec<_> = Rungs::<Test>::iter_keys().collect();
		assert_eq!(left.len(), 2);
		let is_own = |(rail, (rung, _)): &(Rail, RungKey)| {
			let (filed, rung) = (filed(&a), u32::from_be_bytes(*rung));
			match rail {
				Rail::Driver(driver) => filed.dues.contains(&(*driver, rung)),
				Rail::Time => filed.time == rung,
			}
		};
		assert!(!left.iter().any(is_own));
		block(6_000, &market);
		assert!(filed(&a).dues.len() == 2 && !filed(&a).hot);
		assert!(left.iter().all(|(rail, key)| Rungs::<Test>::contains_key(rail, key)));
		// A day later both are reached: of them nothing is left.
		market.peg = 0.5;
		block(DAY_MS, &market);
		let all: Vec<_> = Rungs::<Test>::iter_keys().collect();
		assert!(all.len() == filed(&a).dues.len() + 1 && all.iter().all(is_own));
	});
}

/// It is in auction already, and its entries are no look.
#[test]
fn what_is_left_of_an_account_in_auction_is_dropped_when_it_is_reached() {
	ladder(|mut market| {
		let a = account(1, vec![leg(1.0)], 10.0);
		market.spot[0] = 85.0;
		block(6_000, &market);
		assert!(in_auction(&a));
		assert_eq!(Rungs::<Test>::iter().count(), 2);
		looked();
		// A day later its rung of time is reached, and another price ends the stablecoin's.
		market.peg = 0.5;
		block(DAY_MS, &market);
		assert_eq!(looked(), []);
		assert_eq!(Rungs::<Test>::iter().count(), 0);
		put(&a, &Model { cash: 200 * WAD, ..get(&a).unwrap() });
		assert_ok!(touch(&a));
		block(6_000, &market);
		assert!(filed(&a).dues.len() == 2 && filed(&a).time != 0);
	});
}

/// What one account does moves no odometer, so no account is passed over by it.
#[test]
fn row_42_nothing_but_prices_moves_what_is_due() {
	ladder(|mut market| {
		let accounts: Vec<_> = (1..=10).map(|n| account(n, vec![leg(1.0)], 20.0)).collect();
		let before = OdometerList::<Test>::get();
		for n in 11..40 {
			account(n, vec![leg(0.5)], 30.0);
			trade(&id(n), |model| model.legs[0].delta *= 2);
		}
		let readings = |odometers: &Odometers| {
			odometers.list.iter().map(|o| (o.driver, o.reading, o.anchors)).collect::<Vec<_>>()
		};
		assert_eq!(readings(&OdometerList::<Test>::get()), readings(&before));
		market.spot[0] = 79.9;
		block(6_000, &market);
		assert!(accounts.iter().all(in_auction));
	});
}

#[test]
fn a_wick_stays_hot_until_it_is_none() {
	ladder(|mut market| {
		let a = account(1, vec![leg(1.0)], 10.0);
		trade(&a, |model| model.wick = true);
		market.spot[0] = 85.0;
		block(6_000, &market);
		assert!(filed(&a).hot && !in_auction(&a));
		block(6_000, &market);
		assert!(filed(&a).hot && !in_auction(&a));
		put(&a, &Model { wick: false, ..get(&a).unwrap() });
		block(6_000, &market);
		assert!(in_auction(&a) && !Hot::<Test>::contains_key(&a));
	});
}

#[test]
fn what_cannot_start_now_starts_when_it_can() {
	ladder(|mut market| {
		let a = account(1, vec![leg(1.0)], 10.0);
		let broken = account(2, vec![leg(1.0)], 10.0);
		assert_ok!(Liquidation::pause(RuntimeOrigin::signed(who(102))));
		put(&broken, &Model { broken: true, ..get(&broken).unwrap() });
		market.spot[0] = 85.0;
		block(6_000, &market);
		assert!(filed(&a).hot && !in_auction(&a));
		assert!(filed(&broken).hot);
		assert_ok!(Liquidation::resume(RuntimeOrigin::signed(who(101))));
		for _ in 0..49 {
			block(6_000, &market);
		}
		assert!(!in_auction(&a), "additions go first");
		block(6_000, &market);
		assert!(in_auction(&a));
		put(&broken, &Model { broken: false, ..get(&broken).unwrap() });
		block(6_000, &market);
		assert!(in_auction(&broken));
	});
}

#[test]
fn a_healed_account_is_filed_again() {
	ladder(|mut market| {
		let a = account(1, vec![leg(1.0)], 10.0);
		market.spot[0] = 85.0;
		block(6_000, &market);
		assert!(in_auction(&a));
		// Additions file it.
		put(&a, &Model { cash: 60 * WAD, ..get(&a).unwrap() });
		assert_ok!(touch(&a));
		assert!(!in_auction(&a) && filed(&a).hot);
		block(6_000, &market);
		assert!(!filed(&a).hot && filed(&a).dues.len() == 2);
	});
}

/// Bare debt that the pool cannot pay is not put into auction again and again.
#[test]
fn a_recorded_deficit_is_looked_at_once_an_hour() {
	ladder(|market| {
		set_pot(Pot::GlobalPool, 0);
		put(&id(1), &Model { cash: -100 * WAD, bare: true, since: now(), ..Default::default() });
		assert_ok!(flag(&id(1)));
		assert!(!in_auction(&id(1)) && filed(&id(1)).hot);
		assert_eq!(Deficits::<Test>::get(id(1)), Some(100 * UNIT));
		block(6_000, &market);
		assert!(filed(&id(1)).dues.is_empty() && !filed(&id(1)).hot);
		assert_eq!(filed(&id(1)).time, minute(now() + HOUR_MS));
		looked();
		block(6_000, &market);
		assert_eq!((looked(), started()), (vec![], vec![]));
		block(HOUR_MS, &market);
		assert_eq!((looked(), started()), (vec![id(1)], vec![]));
	});
}

#[test]
fn an_account_that_was_flagged_is_taken_off_when_it_is_reached() {
	ladder(|mut market| {
		let a = account(1, vec![leg(1.0)], 10.0);
		market.spot[0] = 85.0;
		market.put();
		assert_ok!(flag(&a));
		assert!(filed(&a).is_filed());
		block(6_000, &market);
		assert!(in_auction(&a));
		assert_eq!(Rungs::<Test>::iter().count(), 2);
	});
}

/// Auctions per block are capped by weight, and who is worst is first.
#[test]
fn row_13_a_crash_is_worked_off_within_the_weight_riskiest_first() {
	ladder(|mut market| {
		// Many on each rung, and far more than a block looks at.
		let count = 400;
		for n in 0..count {
			account(n, vec![leg(1.0)], 5.0 + f64::from(n % 10));
		}
		market.spot[0] = 40.0;
		let (mut last, mut blocks) = (0.0, 0);
		while AuctionCount::<Test>::get() < count {
			block_with(6_000, &market, Weight::zero(), Weight::zero());
			let poll = <() as WeightInfo>::poll(MAX_WATCHED);
			let room = Weight::from_parts(100_000_000_000, 600_000) + kept();
			block_with(0, &market, poll.saturating_add(room), lean(5));
			let started = started();
			assert!(!started.is_empty() && started.len() < 150, "{}", started.len());
			for account in started {
				let headroom = get(&account).unwrap().cash as f64 / 1e18;
				assert!(headroom >= last - 0.2, "{headroom} after {last}");
				last = headroom;
			}
			blocks += 1;
			assert!(blocks < 200, "{blocks}");
		}
		assert!(blocks > 2, "{blocks}");
		block(6_000, &market);
		assert!(Rungs::<Test>::iter_keys().all(|(_, (_, account))| in_auction(&account)));
	});
}

#[test]
fn a_longer_hot_list_than_a_block_can_look_at_goes_round() {
	ladder(|market| {
		let count = 60;
		for n in 0..count {
			account(n, vec![leg(1.0)], 0.1);
		}
		looked();
		// Each look at a hot account whose prices stand still weighs the same.
		let mut seen = Vec::new();
		let mut blocks = 0;
		while seen.len() < 3 * count as usize {
			block_with(6_000, &market, BLOCK, Weight::zero());
			seen.extend(looked());
			blocks += 1;
		}
		for pass in seen.chunks(count as usize).take(3) {
			let mut pass = pass.to_vec();
			pass.sort_unstable();
			pass.dedup();
			assert_eq!(pass.len(), count as usize, "each once before any twice");
		}
		assert!(blocks >= 3);
		// Without a new round of prices nobody is looked at again within a minute.
		HotAccounts::<Test>::mutate(|pass| pass.priced_at = Moment::MAX);
		while HotAccounts::<Test>::get().open {
			block_with(100, &market, BLOCK, Weight::zero());
		}
		looked();
		block_with(100, &market, BLOCK, BLOCK);
		assert_eq!(looked(), []);
	});
}

#[test]
fn nothing_is_done_without_weight_and_nothing_is_missed() {
	ladder(|mut market| {
		let a = account(1, vec![leg(1.0)], 10.0);
		market.spot[0] = 95.0;
		block_with(6_000, &market, Weight::zero(), Weight::zero());
		// An account that is filed at prices that no odometer has seen.
		trade(&a, |model| model.cash -= WAD);
		let b = account(2, vec![leg(1.0)], 10.0);
		assert!(filed(&a).hot && filed(&b).hot);
		market.spot[0] = 100.0;
		block_with(6_000, &market, Weight::zero(), Weight::zero());
		market.spot[0] = 84.0;
		// Where no proof is recorded a block has room for one start, and what is left of it for others.
		block_with(6_000, &market, BLOCK, BLOCK);
		assert!(in_auction(&a) && in_auction(&b));
	});
}

/// After a halt no liquidation until its grace is over, and then all that is due.
#[test]
fn row_12_after_a_halt_of_days_everybody_is_looked_at_and_additions_go_first() {
	ladder(|mut market| {
		let accounts: Vec<_> =
			(0..200).map(|n| account(n, vec![leg(1.0)], 5.0 + f64::from(n) / 10.0)).collect();
		market.spot[0] = 90.0;
		block(3 * DAY_MS, &market);
		assert_eq!(started(), []);
		// Who adds is safe.
		let (rescued, rest) = accounts[..50].split_at(25);
		for account in rescued {
			put(account, &Model { cash: 60 * WAD, ..get(account).unwrap() });
		}
		while now() < Halt::<Test>::get().until {
			assert_eq!(AuctionCount::<Test>::get(), 0);
			block(6_000, &market);
		}
		for _ in 0..4 {
			block(6_000, &market);
		}
		assert!(rest.iter().all(in_auction));
		assert!(!accounts[51..].iter().chain(rescued).any(in_auction));
		assert!(accounts[60..].iter().all(|account| !filed(account).hot), "filed for another day");
	});
}

#[test]
fn an_outage_costs_little_and_what_it_hid_is_found() {
	ladder(|mut market| {
		let accounts: Vec<_> =
			(0..300).map(|n| account(n, vec![leg(1.0)], 5.0 + f64::from(n) / 10.0)).collect();
		looked();
		market.state = PriceState::NoQuorum;
		for n in 0..100 {
			// What nobody can rely on.
			market.spot[0] = 60.0 + f64::from(n);
			block(6_000, &market);
		}
		assert_eq!(looked(), [], "nobody is looked at while nothing can be done");
		market.state = PriceState::Valid;
		market.spot[0] = 90.0;
		// More than one block can start.
		for _ in 0..4 {
			block(6_000, &market);
		}
		let failing = accounts.iter().filter(|account| in_auction(account)).count();
		assert_eq!(failing, 50);
	});
}

#[test]
fn interest_is_found_by_time() {
	ladder(|market| {
		let a = account(1, vec![leg(1.0)], 20.0);
		trade(&a, |model| model.rate = 8 * WAD / i128::from(DAY_MS));
		assert!(!filed(&a).hot);
		for _ in 0..1_430 {
			block(MINUTE_MS, &market);
		}
		assert!(!in_auction(&a));
		for _ in 0..3_000 {
			if in_auction(&a) {
				break;
			}
			block(MINUTE_MS, &market);
		}
		assert!(in_auction(&a));
		let excess = get(&a).unwrap().excess().unwrap();
		assert!(excess < 0 && excess > -WAD / 10, "{excess}");
	});
}

#[test]
fn steps_are_charged_what_they_recorded() {
	ladder(|mut market| {
		for n in 0..200 {
			account(n, vec![leg(1.0)], 5.0);
		}
		market.spot[0] = 80.0;
		// By what is declared the proof has room for one; each records a kilobyte here.
		set_proof(0);
		block_with(6_000, &market, BLOCK, Weight::zero());
		assert!(started().len() > 2, "{}", started().len());
	});
}
