// SPDX-License-Identifier: GPL-3.0-or-later

//! `list_asset`, `set_weights`, `set_cap`, `pause` and `resume`.

use crate::{mock::*, types::wad, *};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use sp_runtime::DispatchError;
use straddle_primitives::*;

const NEW: CollateralId = CollateralId(9);
const TOKEN: u32 = 50;

fn list(kind: CollateralId, asset: u32, listing: Listing) -> DispatchResult {
	as_root(Call::list_asset { kind, asset, listing })
}

fn valid() -> Listing {
	Listing { min_deposit: 10, ..listing(3, FeedId(9), (50, 60), 1_000) }
}

fn weights(kind: CollateralId) -> (i128, i128) {
	Kinds::<Test>::get(kind).unwrap().weights(Now::get())
}

fn factor(kind: CollateralId) -> i128 {
	let info = Kinds::<Test>::get(kind).unwrap();
	info.concentration(Credited::<Test>::get(kind), Now::get()).unwrap()
}

#[test]
fn a_listed_token_can_be_deposited() {
	ExtBuilder.build_and_execute(|| {
		make_token(TOKEN, 10);
		assert_ok!(list(NEW, TOKEN, valid()));
		System::assert_last_event(Event::KindListed { kind: NEW, asset: TOKEN }.into());
		assert_eq!(ByAsset::<Test>::get(TOKEN), Some(NEW));
		let info = Kinds::<Test>::get(NEW).unwrap();
		assert_eq!((info.decimals, info.feed, info.paused), (3, FeedId(9), false));
		assert_eq!(weights(NEW), (wad(percent(50)), wad(percent(60))));
		assert_eq!(Listed::<Test>::get().last(), Some(&NEW));
	});
}

#[test]
fn a_listing_names_what_is_wrong_with_it() {
	ExtBuilder.build_and_execute(|| {
		make_token(TOKEN, 10);
		let refused = |listing, error: Error<Test>| {
			assert_noop!(list(NEW, TOKEN, listing), error);
		};
		assert_noop!(list(DOTS, TOKEN, valid()), Error::<Test>::AlreadyListed);
		assert_noop!(list(NEW, DOT, valid()), Error::<Test>::AssetAlreadyListed);
		assert_noop!(list(NEW, 51, valid()), Error::<Test>::NoSuchAsset);
		refused(Listing { source: SourceId(5), ..valid() }, Error::BadSource);
		refused(Listing { reserve: SourceId(5), ..valid() }, Error::BadSource);
		let elsewhere = Listing { source: ASSET_HUB, ..valid() };
		refused(elsewhere.clone(), Error::BadMethod);
		refused(
			Listing { reserve: ASSET_HUB, method: ProofMethod::RelayProof, ..elsewhere },
			Error::BadSource,
		);
		refused(Listing { reference: usd(0), ..valid() }, Error::BadReference);
		refused(Listing { initial: percent(61), ..valid() }, Error::BadWeights);
		refused(Listing { decimals: 25, ..valid() }, Error::BadDecimals);
		frame_support::hypothetically!({
			Kinds::<Test>::remove(CASH);
			let cash = Listing { decimals: 19, ..valid() };
			assert_noop!(list(CASH, TOKEN, cash), Error::<Test>::BadDecimals);
		});
		refused(Listing { cap: MAX_CAP + 1, ..valid() }, Error::BadCap);
		refused(Listing { min_deposit: 9, ..valid() }, Error::BadMinimum);
		let method = ProofMethod::RelayProof;
		let remote = Listing { source: ASSET_HUB, method, min_deposit: 0, ..valid() };
		refused(remote, Error::BadMinimum);
		let call = Call::list_asset { kind: NEW, asset: TOKEN, listing: valid() };
		let signed = RuntimeOrigin::signed(Guardian::get());
		assert_noop!(dispatch(signed, call), DispatchError::BadOrigin);
		assert_ok!(list(NEW, TOKEN, Listing { decimals: 24, cap: MAX_CAP, ..valid() }));
	});
}

#[test]
fn the_registry_has_as_many_places_as_an_account_has_for_lots() {
	ExtBuilder.build_and_execute(|| {
		let taken = Listed::<Test>::get().len() as u32;
		for n in taken..MAX_KINDS {
			make_token(100 + n, 10);
			assert_ok!(list(CollateralId(100 + n as u16), 100 + n, valid()));
		}
		make_token(TOKEN, 10);
		assert_noop!(list(NEW, TOKEN, valid()), Error::<Test>::TooManyKinds);
	});
}

#[test]
fn the_same_token_may_count_here_and_on_its_own_chain() {
	ExtBuilder.build_and_execute(|| {
		let method = ProofMethod::RelayProof;
		assert_ok!(list(NEW, DOT, Listing { source: ASSET_HUB, method, ..valid() }));
		assert_eq!(ByAsset::<Test>::get(DOT), Some(DOTS));
	});
}

#[test]
fn a_raise_is_immediate() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(set_weights(DOTS, (85, 95), 0));
		assert_eq!(weights(DOTS), (wad(percent(85)), wad(percent(95))));
		let event = Event::WeightsSet {
			kind: DOTS,
			initial: percent(85),
			maintenance: percent(95),
			length: 0,
		};
		System::assert_last_event(event.into());
	});
}

#[test]
fn a_cut_of_the_maintenance_weight_takes_three_days() {
	ExtBuilder.build_and_execute(|| {
		let short = set_weights(DOTS, (50, 60), 72 * HOUR_MS - 1);
		assert_noop!(short, Error::<Test>::RampTooShort);
		assert_ok!(set_weights(DOTS, (50, 60), 72 * HOUR_MS));
		assert_eq!(weights(DOTS), (wad(percent(80)), wad(percent(90))));
		Now::set(START + 36 * HOUR_MS);
		assert_eq!(weights(DOTS), (wad(percent(65)), wad(percent(75))));
		Now::set(START + 72 * HOUR_MS);
		assert_eq!(weights(DOTS), (wad(percent(50)), wad(percent(60))));
		Now::set(START + 720 * HOUR_MS);
		assert_eq!(weights(DOTS), (wad(percent(50)), wad(percent(60))));
	});
}

#[test]
fn a_cut_of_the_initial_weight_alone_may_be_sudden() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(set_weights(DOTS, (10, 90), 0));
		assert_eq!(weights(DOTS), (wad(percent(10)), wad(percent(90))));
	});
}

#[test]
fn a_maintenance_weight_that_keeps_its_target_keeps_its_ramp() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(set_weights(DOTS, (50, 60), 72 * HOUR_MS));
		Now::set(START + 36 * HOUR_MS);
		assert_ok!(set_weights(DOTS, (0, 60), 0));
		assert_eq!(weights(DOTS), (0, wad(percent(75))));
		Now::set(START + 72 * HOUR_MS);
		assert_eq!(weights(DOTS), (0, wad(percent(60))));
	});
}

#[test]
fn a_cut_under_way_is_not_cut_short_by_another() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(set_weights(DOTS, (0, 60), 72 * HOUR_MS));
		Now::set(START + 36 * HOUR_MS);
		// Now at 75 %: 70 % is still a cut, 80 % a raise.
		assert_noop!(set_weights(DOTS, (0, 70), 0), Error::<Test>::RampTooShort);
		assert_ok!(set_weights(DOTS, (0, 80), 0));
		assert_eq!(weights(DOTS).1, wad(percent(80)));
	});
}

#[test]
fn initial_never_counts_more_than_maintenance_on_any_pair_of_ramps() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(set_weights(DOTS, (90, 90), 0));
		assert_ok!(set_weights(DOTS, (50, 50), 72 * HOUR_MS));
		Now::set(START + 36 * HOUR_MS);
		// The initial weight now falls far slower than the maintenance weight.
		assert_ok!(set_weights(DOTS, (49, 50), 7_200 * HOUR_MS));
		for hour in 36..100 {
			Now::set(START + hour * HOUR_MS);
			let (initial, maintenance) = weights(DOTS);
			assert!(initial <= maintenance, "hour {hour}");
		}
		assert_eq!(weights(DOTS), (wad(percent(50)), wad(percent(50))));
	});
}

#[test]
fn weights_name_what_is_wrong_with_them() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(set_weights(DOTS, (91, 90), 0), Error::<Test>::BadWeights);
		assert_noop!(set_weights(NEW, (1, 2), 0), Error::<Test>::NotListed);
		let call = Call::set_weights {
			kind: DOTS,
			initial: percent(1),
			maintenance: percent(90),
			length: 0,
		};
		assert_noop!(dispatch(RuntimeOrigin::signed(alice()), call), DispatchError::BadOrigin);
	});
}

#[test]
fn a_cap_can_be_raised_and_cut() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(as_root(Call::set_cap { kind: DOTS, cap: 7 }));
		let event = Event::CapSet { kind: DOTS, old: 5_000 * ONE_DOT, new: 7 };
		System::assert_last_event(event.into());
		assert_eq!(Kinds::<Test>::get(DOTS).unwrap().cap, 7);
		let large = as_root(Call::set_cap { kind: DOTS, cap: MAX_CAP + 1 });
		assert_noop!(large, Error::<Test>::BadCap);
		let unknown = as_root(Call::set_cap { kind: NEW, cap: 7 });
		assert_noop!(unknown, Error::<Test>::NotListed);
		let call = Call::set_cap { kind: DOTS, cap: 7 };
		assert_noop!(dispatch(RuntimeOrigin::signed(alice()), call), DispatchError::BadOrigin);
	});
}

#[test]
fn a_cut_cap_lowers_the_concentration_factor_by_five_percent_an_hour() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(deposit(alice(), &account, DOTS, 1_000 * ONE_DOT));
		assert_eq!(factor(DOTS), wad(percent(100)));
		assert_ok!(as_root(Call::set_cap { kind: DOTS, cap: 400 * ONE_DOT }));
		let after = |hours| {
			Now::set(START + hours * HOUR_MS);
			factor(DOTS)
		};
		assert_eq!(after(0), wad(percent(100)));
		assert_eq!(after(1), wad(percent(95)));
		assert_eq!(after(10), wad(percent(50)));
		assert_eq!(after(12), wad(percent(40)));
		assert_eq!(after(30), wad(percent(40)));
		// A second cut goes on from there.
		assert_ok!(as_root(Call::set_cap { kind: DOTS, cap: 0 }));
		assert_eq!(after(31), wad(percent(35)));
		assert_eq!(after(38), 0);
		// When others leave, what remains counts more.
		assert_ok!(as_root(Call::set_cap { kind: DOTS, cap: 400 * ONE_DOT }));
		assert_ok!(withdraw(alice(), &account, DOTS, 500 * ONE_DOT, alice()));
		assert_eq!(factor(DOTS), wad(percent(80)));
		assert_ok!(withdraw(alice(), &account, DOTS, 100 * ONE_DOT, alice()));
		assert_eq!(factor(DOTS), wad(percent(100)));
	});
}

#[test]
fn a_pause_takes_the_initial_weight_and_leaves_the_other() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(pause(DOTS));
		System::assert_last_event(Event::Paused { kind: DOTS }.into());
		assert_eq!(weights(DOTS), (0, wad(percent(90))));
		assert_noop!(pause(DOTS), Error::<Test>::AlreadyPaused);
		assert_ok!(as_root(Call::resume { kind: DOTS }));
		System::assert_last_event(Event::Resumed { kind: DOTS }.into());
		assert_eq!(weights(DOTS), (wad(percent(80)), wad(percent(90))));
		let again = as_root(Call::resume { kind: DOTS });
		assert_noop!(again, Error::<Test>::NotPaused);
	});
}

#[test]
fn the_guardian_may_pause_but_not_resume() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(pause(NEW), Error::<Test>::NotListed);
		let unknown = as_root(Call::resume { kind: NEW });
		assert_noop!(unknown, Error::<Test>::NotListed);
		let call = Call::pause { kind: DOTS };
		let anyone = dispatch(RuntimeOrigin::signed(alice()), call);
		assert_noop!(anyone, DispatchError::BadOrigin);
		assert_ok!(pause(DOTS));
		let call = Call::resume { kind: DOTS };
		let guardian = dispatch(RuntimeOrigin::signed(Guardian::get()), call);
		assert_noop!(guardian, DispatchError::BadOrigin);
	});
}

fn as_guardian(call: Call<Test>) -> DispatchResult {
	dispatch(RuntimeOrigin::signed(Guardian::get()), call)
}

#[test]
fn the_guardian_may_only_tighten_what_counts_for_opening() {
	ExtBuilder.build_and_execute(|| {
		let weights_to = |initial, maintenance, length| {
			let (initial, maintenance) = (percent(initial), percent(maintenance));
			as_guardian(Call::set_weights { kind: DOTS, initial, maintenance, length })
		};
		assert_noop!(weights_to(81, 90, 0), Error::<Test>::MayOnlyTighten);
		assert_noop!(weights_to(70, 89, 0), Error::<Test>::MayOnlyTighten);
		assert_noop!(weights_to(70, 89, 72 * HOUR_MS), Error::<Test>::MayOnlyTighten);
		assert_noop!(weights_to(70, 91, 0), Error::<Test>::MayOnlyTighten);
		// A longer way down than the one under way is no tightening.
		assert_ok!(set_weights(DOTS, (10, 90), HOUR_MS));
		assert_noop!(weights_to(10, 90, 2 * HOUR_MS), Error::<Test>::MayOnlyTighten);
		assert_ok!(weights_to(10, 90, 0));
		assert_eq!(weights(DOTS), (wad(percent(10)), wad(percent(90))));

		let cap = |cap| as_guardian(Call::set_cap { kind: DOTS, cap });
		assert_noop!(cap(5_001 * ONE_DOT), Error::<Test>::MayOnlyTighten);
		assert_ok!(cap(4_000 * ONE_DOT));
		assert_noop!(cap(4_001 * ONE_DOT), Error::<Test>::MayOnlyTighten);

		let group = Group::Chain(ASSET_HUB);
		let cap = |cap| as_guardian(Call::set_group_cap { group, cap });
		assert_ok!(cap(Some(usd(700))));
		assert_noop!(cap(Some(usd(701))), Error::<Test>::MayOnlyTighten);
		assert_noop!(cap(None), Error::<Test>::MayOnlyTighten);
		assert_ok!(cap(Some(usd(0))));

		let (kind, source, times) = (DOTS, ASSET_HUB, Times::default());
		for call in [
			Call::set_source { source, curves: curves() },
			Call::set_reference { kind, price: usd(1) },
			Call::set_times { times },
			Call::delist { kind },
		] {
			assert_noop!(as_guardian(call), DispatchError::BadOrigin);
		}
		let call = Call::set_group_cap { group, cap: None };
		assert_noop!(dispatch(RuntimeOrigin::signed(alice()), call), DispatchError::BadOrigin);
	});
}

#[test]
fn a_kind_of_which_nothing_is_credited_can_go() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(deposit(alice(), &account, DOTS, ONE_DOT));
		let delist = |kind| as_root(Call::delist { kind });
		assert_noop!(delist(DOTS), Error::<Test>::StillInUse);
		assert_noop!(delist(CASH), Error::<Test>::StillInUse);
		assert_noop!(delist(NEW), Error::<Test>::NotListed);
		// Those that wait to be swept start over: the list is shorter.
		send(ETH, &bob(), account.address(), ONE_ETH);
		Pending::<Test>::mutate(|queue| queue[0].next = 2);
		assert_ok!(withdraw(alice(), &account, DOTS, ONE_DOT, alice()));
		assert_ok!(delist(DOTS));
		System::assert_last_event(Event::Delisted { kind: DOTS, asset: DOT }.into());
		assert_eq!(Pending::<Test>::get()[0].next, 0);
		assert_eq!(Kinds::<Test>::get(DOTS), None);
		assert_eq!(ByAsset::<Test>::get(DOT), None);
		assert!(!Credited::<Test>::contains_key(DOTS));
		assert_ok!(delist(REMOTE));
		// Its token is one like any other now, and may be listed again.
		send(DOT, &bob(), account.address(), ONE_DOT);
		assert_ok!(recover(alice(), &account, DOT, alice()));
		assert_ok!(list(NEW, DOT, Listing { min_deposit: DOT_MINIMUM, ..valid() }));
	});
}

#[test]
fn times_only_get_longer_and_so_do_the_cuts_under_way() {
	ExtBuilder.build_and_execute(|| {
		let times = |hours, grace| {
			let times = Times { minimum_ramp: hours * HOUR_MS, unusable_grace: grace * HOUR_MS };
			as_root(Call::set_times { times })
		};
		assert_noop!(times(71, 1), Error::<Test>::TimesOnlyGrow);
		assert_noop!(times(72, 0), Error::<Test>::TimesOnlyGrow);
		assert_ok!(set_weights(DOTS, (0, 50), 80 * HOUR_MS));
		assert_ok!(set_weights(ETHER, (0, 45), 100 * HOUR_MS));
		Now::set(START + 40 * HOUR_MS);
		assert_eq!(weights(DOTS).1, wad(percent(70)));
		assert_ok!(times(90, 2));
		let times_now = Schedule::<Test>::get();
		System::assert_last_event(Event::TimesSet { times: times_now }.into());
		assert_eq!(weights(DOTS).1, wad(percent(70)), "nothing at once");
		Now::set(START + 85 * HOUR_MS);
		assert_eq!(weights(DOTS).1, wad(percent(60)));
		assert_eq!(weights(ETHER).1, wad(percent(95)) - wad(percent(50)) * 85 / 100);
		Now::set(START + 130 * HOUR_MS);
		assert_eq!(weights(DOTS).1, wad(percent(50)));
		assert_noop!(set_weights(DOTS, (0, 40), 89 * HOUR_MS), Error::<Test>::RampTooShort);
		// One that has arrived stays.
		assert_ok!(times(200, 2));
		assert_eq!(weights(DOTS).1, wad(percent(50)));
	});
}
