// SPDX-License-Identifier: GPL-3.0-or-later

//! Sets that must change nothing, each with its error.

use super::*;
use sp_runtime::ArithmeticError::Overflow;
use straddle_test_kit::{MockAuctions, MockPrices, MockRestrictions};
use straddle_traits::{Level as Emergency, Scope};

/// A pair of which one intent is changed before it is signed.
#[track_caller]
fn changed(error: impl Into<DispatchError>, change: impl FnOnce(&mut Intent)) {
	let [mut buys, sells] = pair(100, 100);
	change(&mut buys);
	refuse(vec![signed_by(1, buys, 1), signed(sells, 1)], error);
}

/// A pair of which one intent is changed after it was signed.
#[track_caller]
fn forged(change: impl FnOnce(&mut Intent)) {
	let mut set = signed_pair(100, 100, 1);
	change(&mut set[0].intent);
	refuse(set, Error::<Test>::BadSignature);
}

#[test]
fn what_makes_no_sense_is_named() {
	use IntentFault::*;
	let fault = Error::<Test>::InvalidIntent;
	execute(|| {
		changed(fault(NoLegs), |one| one.legs.clear());
		changed(fault(ZeroLeg), |one| {
			one.legs = vec![contracts(call(1_000), 0)].try_into().unwrap()
		});
		for legs in [
			vec![contracts(call(1_100), 1), contracts(call(1_000), 1)],
			vec![contracts(call(1_000), 1), contracts(call(1_000), 2)],
			vec![lot(1), contracts(call(1_000), 1)],
			vec![lot(1), lot(2)],
			vec![Leg::Cash { amount: 1 }, Leg::Cash { amount: 1 }],
			vec![Leg::Cash { amount: 1 }, lot(1)],
		] {
			changed(fault(LegOrder), |one| one.legs = legs.try_into().unwrap());
		}
		let band =
			PriceBand { underlying: U, low: Price::from_u32(1), high: Price::from_u32(2_000) };
		changed(fault(BandOrder), |one| one.bands = vec![band, band].try_into().unwrap());
		changed(fault(Sizes), |one| one.min_size = 0);
		changed(fault(Sizes), |one| one.min_size = one.max_size + 1);
		changed(fault(FeeCap), |one| one.fee_cap = -1);
	});
}

#[test]
fn a_signature_is_for_one_intent_chain_and_account() {
	execute(|| {
		forged(|one| one.account = account(3));
		forged(|one| one.limit += 1);
		forged(|one| one.legs = vec![contracts(call(1_000), 2)].try_into().unwrap());
		forged(|one| one.nonce = 1);
		forged(|one| one.deadline += 1);
		forged(|one| one.max_size += 1);
		forged(|one| one.min_size += 1);
		forged(|one| one.max_age_ms -= 1);
		forged(|one| one.fee_cap += 1);
		forged(|one| one.taker = Some(account(2)));
		// Another chain's name, or first block.
		let [buys, sells] = pair(100, 100);
		let (name, genesis) = ("", System::block_hash(0));
		let bytes = |name: &str, genesis, prefix: &[u8]| {
			let mut message = prefix.to_vec();
			(name.as_bytes(), genesis, &buys).encode_to(&mut message);
			message
		};
		let sign = |message: &[u8]| {
			let signature = MultiSignature::Sr25519(key(1).sign(message));
			let authority = Authority::Signature { signer: signer(1), signature };
			vec![IntentFill { intent: buys.clone(), size: 1, authority }, signed(sells.clone(), 1)]
		};
		for message in [
			bytes("straddle", genesis, INTENT_PREFIX),
			bytes(name, [7; 32].into(), INTENT_PREFIX),
			bytes(name, genesis, b"Straddle intent v0"),
			bytes(name, genesis, b""),
		] {
			refuse(sign(&message), Error::<Test>::BadSignature);
		}
		// The mock's name is empty: so it is signed right.
		assert_ok!(submit(sign(&bytes(name, genesis, INTENT_PREFIX))));
	});
}

#[test]
fn legs_reordered_after_signing_are_refused_before_the_signature_is_asked() {
	execute(|| {
		let legs = [contracts(call(1_000), 1), contracts(put(1_000), 1)];
		let mut set = vec![signed(intent(1, &legs, 100), 1)];
		let reversed = legs.into_iter().rev().collect::<Vec<_>>();
		set[0].intent.legs = reversed.try_into().unwrap();
		refuse(set, Error::<Test>::InvalidIntent(IntentFault::LegOrder));
	});
}

#[test]
fn only_who_may_trade_signs_and_only_the_owner_lets_tokens_go() {
	execute(|| {
		let [buys, sells] = pair(100, 100);
		let bad = DispatchError::BadOrigin;
		refuse(vec![signed_by(3, buys.clone(), 1), signed(sells.clone(), 1)], bad);
		refuse(vec![own(buys.clone(), 1), signed(sells.clone(), 1)], bad);
		// A signature under another's name.
		let mut stolen = signed_by(3, buys.clone(), 1);
		if let Authority::Signature { signer: name, .. } = &mut stolen.authority {
			*name = signer(1);
		}
		refuse(vec![stolen, signed(sells.clone(), 1)], Error::<Test>::BadSignature);
		// A delegate trades contracts until he is revoked.
		let set = vec![signed_by(3, buys.clone(), 1), signed(sells, 1)];
		Bank::mutate(|vaults| vaults.delegates.insert((account(1), signer(3))));
		assert_ok!(submit(set.clone()));
		for legs in [
			vec![lot(-1)],
			vec![lot(1)],
			vec![contracts(call(1_000), 1), lot(-1)],
			vec![Leg::Cash { amount: -1 }],
		] {
			let one = Intent { nonce: 1, ..intent(1, &legs, 0) };
			let other = legs.iter().map(|leg| leg.opposite().unwrap()).collect::<Vec<_>>();
			let other = Intent { nonce: 1, ..intent(2, &other, 0) };
			refuse(vec![signed_by(3, one, 1), signed(other, 1)], bad);
		}
		Bank::mutate(|vaults| vaults.delegates.clear());
		refuse(set, bad);
	});
}

#[test]
fn sets_that_do_not_net_are_refused() {
	execute(|| {
		let [buys, sells] = pair(100, 100);
		refuse(
			vec![signed(buys.clone(), 2), signed(sells.clone(), 1)],
			Error::<Test>::ContractsDoNotNet,
		);
		refuse(vec![signed(buys.clone(), 1)], Error::<Test>::ContractsDoNotNet);
		let other = intent(2, &[contracts(put(1_000), -1)], 0);
		refuse(vec![signed(buys.clone(), 1), signed(other, 1)], Error::<Test>::ContractsDoNotNet);
		let (gives, gets) = (intent(1, &[lot(-2)], 0), intent(2, &[lot(1)], 0));
		refuse(
			vec![signed(gives.clone(), 1), signed(gets.clone(), 1)],
			Error::<Test>::LotsDoNotNet,
		);
		refuse(signed_pair(100, 101, 1), Error::<Test>::LimitsDoNotMeet);
		// Cash out of nothing.
		let rich = intent(1, &[Leg::Cash { amount: 1 }], 0);
		refuse(vec![signed(rich, 1)], Error::<Test>::LimitsDoNotMeet);
		refuse(vec![], Error::<Test>::EmptySet);
		let far = Leg::Lot { kind: CollateralId(10), amount: 1 };
		let set = [(1, far), (2, far.opposite().unwrap())];
		let set = set.map(|(n, leg)| signed(intent(n, &[leg], 0), 1)).to_vec();
		refuse(set, Error::<Test>::KindNotTradable);
	});
}

#[test]
fn doubled_intents_and_accounts_are_refused() {
	execute(|| {
		let [buys, sells] = pair(100, 100);
		let set = vec![signed(buys.clone(), 1), signed(buys.clone(), 1), signed(sells.clone(), 2)];
		refuse(set, Error::<Test>::IntentTwice);
		let next = Intent { nonce: 1, ..buys.clone() };
		let set = vec![signed(buys.clone(), 1), signed(next, 1), signed(sells, 2)];
		refuse(set, Error::<Test>::AccountTwice);
		// Nor does anyone trade with himself.
		let itself = Intent { nonce: 1, ..intent(1, &[contracts(call(1_000), -1)], 0) };
		refuse(vec![signed(buys, 1), signed(itself, 1)], Error::<Test>::AccountTwice);
	});
}

#[test]
fn an_intent_is_filled_within_its_sizes_and_once() {
	execute(|| {
		let [buys, sells] = pair(100, 100);
		let buys = Intent { min_size: 3, max_size: 10, ..buys };
		let set = |size| vec![signed(buys.clone(), size), signed(sells.clone(), size)];
		refuse(set(0), Error::<Test>::FillTooSmall);
		refuse(set(2), Error::<Test>::FillTooSmall);
		refuse(set(11), Error::<Test>::FillTooLarge);
		refuse(set(u64::MAX), Error::<Test>::FillTooLarge);
		assert_ok!(submit(set(6)));
		refuse(set(5), Error::<Test>::FillTooLarge);
		assert_ok!(submit(set(4)));
		for size in [3, 10] {
			refuse(set(size), Error::<Test>::IntentSpent);
		}
		assert_eq!(Bank::position(&account(1), &call(1_000)), CONTRACT);
	});
}

#[test]
fn numbers_that_do_not_fit_are_refused() {
	execute(|| {
		changed(Overflow, |one| one.limit = Cash::MIN);
		let huge = |one: &mut Intent| one.max_size = u64::MAX;
		let [mut buys, mut sells] = pair(100, 100);
		huge(&mut buys);
		huge(&mut sells);
		for size in [u64::MAX, u64::MAX / 100_000, 1 << 62] {
			refuse(vec![signed(buys.clone(), size), signed(sells.clone(), size)], Overflow);
		}
		let legs = [i128::MAX, i128::MAX / 2 + 1];
		for amount in legs {
			changed(Overflow, |one| {
				(one.legs, one.limit) =
					(vec![Leg::Cash { amount }].try_into().unwrap(), Cash::MIN / 2)
			});
		}
		let whole = Leg::Contracts { series: call(1_000), quantity: Quantity::MIN };
		changed(Overflow, |one| one.legs = vec![whole].try_into().unwrap());
	});
}

#[test]
fn deadlines_takers_auctions_and_ledgers_stop_it() {
	execute(|| {
		changed(Error::<Test>::IntentExpired, |one| one.deadline = START - 1);
		changed(Error::<Test>::NotTheTaker, |one| one.taker = Some(account(3)));
		changed(Error::<Test>::NonceTooFar, |one| one.nonce = 512);
		// A third account beside the taker.
		let [mut buys, mut sells] = pair(100, 100);
		buys.taker = Some(account(2));
		sells.legs = vec![contracts(call(1_000), -1)].try_into().unwrap();
		let third = intent(3, &[contracts(call(1_000), -1)], 0);
		let set = vec![signed(buys.clone(), 2), signed(sells.clone(), 1), signed(third, 1)];
		refuse(set, Error::<Test>::NotTheTaker);
		for n in [1, 2] {
			MockAuctions::set(&account(n), true);
			refuse(signed_pair(100, 100, 1), Error::<Test>::InAuction);
			MockAuctions::set(&account(n), false);
			Bank::set_failing(&account(n), true);
			refuse(signed_pair(100, 100, 1), SHORT);
			Bank::set_failing(&account(n), false);
		}
		assert_ok!(submit(vec![signed(buys, 1), signed(sells, 1)]));
	});
}

#[test]
fn markets_stop_intents_as_they_stop_orders() {
	execute(|| {
		let state =
			|state| Markets::<Test>::mutate(U, |market| market.as_mut().unwrap().state = state);
		state(MarketState::Halted);
		refuse(signed_pair(100, 100, 1), Error::<Test>::MarketHalted);
		state(MarketState::ReduceOnly);
		refuse(signed_pair(100, 100, 1), Error::<Test>::MarketReduceOnly);
		state(MarketState::Open);
		for (level, error) in [
			(Emergency::ReduceOnly, Error::<Test>::MarketReduceOnly),
			(Emergency::Frozen, Error::<Test>::MarketHalted),
		] {
			MockRestrictions::set(Scope::Market(U), level);
			refuse(signed_pair(100, 100, 1), error);
		}
		MockRestrictions::set(Scope::Market(U), Emergency::Open);
		assert_ok!(submit(signed_pair(100, 100, 2)));
		// Both reduce: allowed, as far as there is something to reduce.
		state(MarketState::ReduceOnly);
		let back = |size| {
			let legs = [-1, 1].map(|sign| contracts(call(1_000), sign));
			let one = |n, leg| signed(Intent { nonce: 1, ..intent(n, &[leg], 0) }, size);
			vec![one(1, legs[0]), one(2, legs[1])]
		};
		refuse(back(3), Error::<Test>::MarketReduceOnly);
		assert_ok!(submit(back(2)));
		state(MarketState::Open);
		let series = |change: fn(&mut Series)| {
			let mut one = call(1_000);
			change(&mut one);
			[1, -1].map(|sign| contracts(one, sign))
		};
		let both = |legs: [Leg; 2]| {
			let [a, b] = legs;
			vec![
				signed(Intent { nonce: 2, ..intent(1, &[a], 0) }, 1),
				signed(Intent { nonce: 2, ..intent(2, &[b], 0) }, 1),
			]
		};
		MockPrices::set_spot(UnderlyingId(9), Price::from_u32(5));
		refuse(both(series(|one| one.underlying = UnderlyingId(9))), Error::<Test>::UnknownMarket);
		refuse(both(series(|one| one.strike = Strike::usd(1_050))), Error::<Test>::NotListed);
		refuse(both(series(|one| one.expiry += 1)), Error::<Test>::NotListed);
		let small = [1, -1]
			.map(|sign| Leg::Contracts { series: call(1_000), quantity: sign * CONTRACT / 20 });
		refuse(both(small), Error::<Test>::BelowMinimum);
		let odd = [1, -1].map(|sign| Leg::Contracts {
			series: call(1_000),
			quantity: sign * (CONTRACT / 5 + 1),
		});
		refuse(both(odd), Error::<Test>::NotWholeLots);
		let late = |one: Intent| Intent { deadline: u64::MAX, ..one };
		set_now(EXPIRY);
		let set = pair(100, 100).map(|one| signed(Intent { nonce: 3, ..late(one) }, 1)).to_vec();
		refuse(set, Error::<Test>::Expired);
	});
}
