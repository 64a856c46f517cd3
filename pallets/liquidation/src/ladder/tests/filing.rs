// SPDX-License-Identifier: GPL-3.0-or-later

//! Where accounts are filed.

use super::*;
use straddle_traits::{Exposure, Filed};

fn rungs() -> Vec<(Rail, u32)> {
	let mut all: Vec<_> = Rungs::<Test>::iter_keys()
		.map(|(rail, (rung, _))| (rail, u32::from_be_bytes(rung)))
		.collect();
	all.sort_unstable();
	all
}

/// Of H = 50 and A_F = 100 in a unit of itself: 25 % at most, for ρ is at most 25.
#[test]
fn an_account_is_filed_where_the_theorem_says() {
	ladder(|_| {
		let (a, b) = (account(1, vec![leg(1.0)], 10.0), account(2, vec![leg(1.0)], 50.0));
		// ln 1.1 less two bands of .1 %, in bands; what the peg takes makes it a little less: 10 of cash
		// at .1 % a step against 100 at 1 %.
		let radius: f64 = 10.0 / (1.0 + 0.01);
		let rung = |radius: f64| (((1.0 + radius / 100.0).ln() - 0.002) / 0.001) as u32;
		assert_eq!(filed(&a).dues[0], (F, rung(radius)));
		assert_eq!(filed(&a).dues[0], (F, 92));
		assert_eq!(filed(&b).dues[0], (F, rung(25.0)));
		assert_eq!(filed(&a).time, minute(now() + DAY_MS));
		assert_eq!(rungs().len(), 2 * 3);
		assert_eq!(OdometerList::<Test>::get().get(F).unwrap().lowest, 92);
	});
}

#[test]
fn a_trade_writes_only_if_a_due_gets_earlier() {
	ladder(|_| {
		let a = account(1, vec![leg(1.0)], 10.0);
		let (before, was) = (rungs(), filed(&a));
		assert!(trade(&a, |model| model.cash += 5 * WAD));
		assert_eq!((rungs(), filed(&a)), (before.clone(), was.clone()));
		assert!(trade(&a, |model| model.cash -= 7 * WAD));
		assert_eq!(rungs().len(), before.len(), "the old entry is gone");
		assert!(filed(&a).dues[0].1 < was.dues[0].1);
		assert_eq!(filed(&a).time, was.time);
		// What no longer moves it stays until it is due.
		assert!(trade(&a, |model| model.legs.clear()));
		assert_eq!(rungs().len(), before.len());
	});
}

#[test]
fn who_needs_no_watching_is_not_filed() {
	ladder(|market| {
		trade(&id(1), |model| model.cash = 100 * WAD);
		assert_eq!(filed(&id(1)), Filed::default());
		// One that needs it no longer is forgotten when it is looked at.
		let a = account(2, vec![leg(1.0)], 10.0);
		trade(&a, |model| model.legs.clear());
		assert!(filed(&a).is_filed());
		block(DAY_MS, &market);
		assert_eq!((filed(&a), rungs()), (Filed::default(), vec![]));
	});
}

#[test]
fn too_near_is_hot() {
	ladder(|_| {
		// Of the peg a step is five bands: two of lag, one until it is due, and what rounding takes.
		let near = account(1, vec![leg(1.0)], 0.2);
		let far = account(2, vec![leg(1.0)], 1.0);
		assert_eq!(filed(&near), Filed { hot: true, ..Default::default() });
		assert!(!filed(&far).hot);
		assert_eq!(Hot::<Test>::iter_keys().collect::<Vec<_>>(), [near]);
	});
}

#[test]
fn what_cannot_be_filed_is_hot() {
	ladder(|mut market| {
		let file = |exposure: &Exposure| {
			let mut filed = Filed::default();
			<Liquidation as Ladder>::file(&id(9), Some(exposure), &mut filed);
			Hot::<Test>::remove(id(9));
			filed
		};
		let exposure = Exposure {
			headroom: 50 * WAD,
			sensitivities: vec![(F, 100 * WAD)],
			strikes: vec![],
			horizon_ms: DAY_MS,
			state: PriceState::Valid,
		};
		let hot = Filed { hot: true, ..Default::default() };
		assert!(!file(&exposure).hot);
		let _ = Rungs::<Test>::clear(u32::MAX, None);
		assert_eq!(file(&Exposure { state: PriceState::Uncertain, ..exposure.clone() }), hot);
		assert_eq!(file(&Exposure { horizon_ms: 0, ..exposure.clone() }), hot);
		assert_eq!(file(&Exposure { horizon_ms: 1_000, ..exposure.clone() }), hot);
		assert_eq!(file(&Exposure { headroom: 0, ..exposure.clone() }), hot);
		let negative = vec![(F, -WAD)];
		assert_eq!(file(&Exposure { sensitivities: negative, ..exposure.clone() }), hot);
		// A window that has begun, and a strike without a volatility.
		let strikes = vec![(BTC, now(), Strike::usd(1))];
		assert_eq!(file(&Exposure { strikes, ..exposure.clone() }), hot);
		let strikes = vec![(UnderlyingId(9), now() + DAY_MS, Strike::usd(1))];
		assert_eq!(file(&Exposure { strikes, ..exposure.clone() }), hot);
		// A feed without a price.
		let unknown = vec![(DriverId::Stable(FeedId(55)), WAD)];
		assert_eq!(file(&Exposure { sensitivities: unknown, ..exposure.clone() }), hot);
		// More drivers than one account is filed by.
		let many = (0..65).map(|n| (DriverId::Chain(SourceId(n)), 1)).collect();
		assert_eq!(file(&Exposure { sensitivities: many, ..exposure.clone() }), hot);
		market.spot[0] = 101.0;
		market.put();
		MockTime::set(now() + 1);
		assert_eq!(file(&exposure), hot, "the odometers are of another time");
	});
}

#[test]
fn strikes_expiries_and_odometers_are_bounded() {
	ladder(|_| {
		let at = |expiry, strike| Leg { expiry, strike: Strike(strike), ..leg(0.0001) };
		let expiry = START + 60 * DAY_MS;
		let room = u64::from(MAX_SMILE_STRIKES);
		let a = account(1, (1..=room).map(|n| at(expiry, n)).collect(), 50.0);
		assert!(!filed(&a).hot);
		let late = account(2, vec![at(expiry, room + 1)], 50.0);
		assert!(filed(&late).hot);
		// A strike that is measured already has room.
		assert!(!filed(&account(3, vec![at(expiry, 1)], 50.0)).hot);
		for n in 1..u64::from(MAX_SMILES) {
			let one = account(10 + n as u32, vec![at(expiry + n, 1)], 50.0);
			assert!(!filed(&one).hot);
		}
		assert!(filed(&account(4, vec![at(expiry - 1, 1)], 50.0)).hot);
		let mut odometers = OdometerList::<Test>::get();
		for n in 0..MAX_ODOMETERS as u16 + 1 {
			Liquidation::ensure_odometer(&mut odometers, DriverId::Chain(SourceId(100 + n)));
		}
		assert_eq!(odometers.list.len(), MAX_ODOMETERS as usize);
		assert!(Liquidation::ensure_odometer(&mut odometers, F));
		assert!(!Liquidation::ensure_odometer(&mut odometers, DriverId::Chain(SourceId(999))));
	});
}

#[test]
fn an_account_with_more_drivers_over_time_than_there_is_room_for_is_put_in_order() {
	ladder(|market| {
		let a = account(1, vec![leg(1.0)], 10.0);
		// Left over of before.
		let mut was = filed(&a);
		let mut odometers = OdometerList::<Test>::get();
		for n in 0..62 {
			let driver = DriverId::Chain(SourceId(n + 10));
			assert!(Liquidation::ensure_odometer(&mut odometers, driver));
			*odometers.lowest_mut(Rail::Driver(driver)).unwrap() = 999;
			was.dues.try_push((driver, 999)).unwrap();
			Rungs::<Test>::insert(Rail::Driver(driver), place(999, &a), ());
		}
		was.dues.sort();
		OdometerList::<Test>::put(odometers);
		MockLedger::set_filed(&a, was);
		let moved = trade(&a, |model| {
			model.legs.push(Leg { underlying: ETH, strike: Strike::usd(10), ..leg(0.1) });
			model.cash -= 3 * WAD;
		});
		assert!(moved);
		assert!(filed(&a).hot);
		block(60_000, &market);
		assert!(!filed(&a).hot);
		assert_eq!(filed(&a).dues.len(), 3);
		assert_eq!(Rungs::<Test>::iter().count(), 4);
	});
}

#[test]
fn an_entry_of_an_account_that_is_gone_is_dropped() {
	ladder(|market| {
		let a = account(1, vec![leg(1.0)], 10.0);
		let b = account(2, vec![leg(1.0)], 0.2);
		for gone in [&a, &b] {
			reap(gone);
		}
		assert_eq!(Liquidation::do_try_state(), Ok(()));
		block(DAY_MS, &market);
		Liquidation::do_refile_all();
		block(MINUTE_MS, &market);
		assert_eq!(rungs(), []);
		assert_eq!(Hot::<Test>::iter_keys().count(), 0);
	});
}
