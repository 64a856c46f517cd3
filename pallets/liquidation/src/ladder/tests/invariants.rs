// SPDX-License-Identifier: GPL-3.0-or-later

//! Invariant 10, broken on purpose.

use super::*;
use sp_runtime::TryRuntimeError;

/// Break a sound ladder and see the check that fires: one account filed by drivers and time, one hot.
fn breaks(message: &'static str, breaking: impl FnOnce(&MarginAccountId, &MarginAccountId)) {
	let mut ext = ExtBuilder::default().build();
	ext.execute_with(|| {
		block(6_000, &Market::default());
		let legs = vec![Leg { vega: WAD, ..leg(1.0) }];
		let (a, b) = (account(1, legs, 10.0), account(2, vec![leg(1.0)], 0.2));
		block(6_000, &Market::default());
		assert!(filed(&a).dues.len() == 3 && filed(&b).hot);
		assert_eq!(Liquidation::do_try_state(), Ok(()));
		breaking(&a, &b);
		assert_eq!(Liquidation::do_try_state(), Err(TryRuntimeError::Other(message)));
	});
}

fn change(account: &MarginAccountId, change: impl FnOnce(&mut straddle_traits::Filed)) {
	let mut filed = filed(account);
	change(&mut filed);
	MockLedger::set_filed(account, filed);
}

#[test]
fn every_account_is_filed() {
	breaks("invariant 10: an account is not filed", |a, _| {
		change(a, |filed| Liquidation::unfile(a, filed));
	});
	breaks("invariant 10: an account is not filed by time", |a, _| {
		let time = filed(a).time;
		Rungs::<Test>::remove(Rail::Time, place(time, a));
		change(a, |filed| filed.time = 0);
	});
	breaks("invariant 10: an account is not filed by what moves it", |a, _| {
		let (driver, rung) = filed(a).dues[1];
		Rungs::<Test>::remove(Rail::Driver(driver), place(rung, a));
		change(a, |filed| {
			filed.dues.remove(1);
		});
	});
}

#[test]
fn entries_are_where_accounts_say() {
	breaks("invariant 10: an entry is missing", |a, _| {
		let (driver, rung) = filed(a).dues[0];
		Rungs::<Test>::remove(Rail::Driver(driver), place(rung, a));
	});
	breaks("invariant 10: an entry is missing", |a, _| change(a, |filed| filed.dues[0].1 += 1));
	breaks("invariant 10: an entry below its rail's bound", |_, _| {
		OdometerList::<Test>::mutate(|odometers| odometers.lowest += 1);
	});
	breaks("invariant 10: a rail without an odometer", |a, _| {
		let (driver, rung) = filed(a).dues[0];
		let other = DriverId::Chain(SourceId(1));
		Rungs::<Test>::remove(Rail::Driver(driver), place(rung, a));
		Rungs::<Test>::insert(Rail::Driver(other), place(rung, a), ());
		change(a, |filed| filed.dues[0] = (other, rung));
	});
}

#[test]
fn the_hot_list_is_what_accounts_say() {
	let message = "invariant 10: the hot list and an account disagree";
	breaks(message, |_, b| Hot::<Test>::remove(b));
	breaks(message, |a, _| Hot::<Test>::insert(a, ()));
	breaks(message, |a, _| change(a, |filed| filed.hot = true));
	breaks(message, |_, _| Hot::<Test>::insert(alice(), ()));
}

#[test]
fn what_accounts_are_filed_by_is_measured() {
	breaks("invariant 10: a strike is not measured", |_, _| {
		Smiles::<Test>::mutate(BTC, leg(1.0).expiry, |smile| {
			smile.as_mut().unwrap().strikes.clear();
		});
	});
	breaks("invariant 10: expiries are not listed", |_, _| Expiries::<Test>::kill());
	breaks("invariant 10: odometers are ahead of time", |_, _| {
		OdometerList::<Test>::mutate(|odometers| odometers.at += 1);
	});
}
