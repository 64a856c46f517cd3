// SPDX-License-Identifier: GPL-3.0-or-later

//! Benchmarks of the calls, the block work, and what other pallets do through the doors.

#![allow(clippy::arithmetic_side_effects)]

use super::*;
use alloc::{vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::{assert_ok, traits::EnsureOrigin};
use frame_system::RawOrigin;
use straddle_traits::Risk;

const UNDERLYING: UnderlyingId = UnderlyingId(0);
/// A contract costs about 10 % of this.
const SPOT: u32 = 1_000;

fn owner(seed: u32) -> AccountId32 {
	account("owner", seed, 0)
}

fn cash<T: Config>(units: i128) -> Cash {
	units.saturating_mul(i128::try_from(T::Collateral::cash_unit()).unwrap_or(i128::MAX))
}

/// Series over four expiries, half calls and half puts.
fn series<T: Config>(n: u32) -> Series {
	let kind = if n.is_multiple_of(2) { Kind::Call } else { Kind::Put };
	let month = u64::from(n % 4) + 1;
	Series {
		underlying: UNDERLYING,
		expiry: T::Time::now() + month * 30 * DAY_MS,
		strike: Strike::usd(500 + u64::from(n)),
		kind,
	}
}

/// Two accounts with much cash and the two sides of `s` series each.
fn pair<T: Config>(s: u32) -> (MarginAccountId, MarginAccountId) {
	let volatility = FixedU128::from_rational(60, 100);
	T::Prices::set_for_benchmark(UNDERLYING, Price::from_u32(SPOT), volatility);
	let long = Pallet::<T>::open_for_benchmark(&owner(0), 0, cash::<T>(1_000_000_000));
	let short = Pallet::<T>::open_for_benchmark(&owner(1), 0, cash::<T>(1_000_000_000));
	let mut entries =
		vec![Entry::new(long.clone(), Rule::Forced), Entry::new(short.clone(), Rule::Forced)];
	for n in 0..s {
		// Longs and shorts take turns, so that both accounts have naked shorts.
		let quantity = if n % 3 == 0 { CONTRACT } else { -CONTRACT };
		for (entry, sign) in entries.iter_mut().zip([1, -1]) {
			entry.positions.push((series::<T>(n), sign * quantity));
		}
	}
	assert_ok!(Pallet::<T>::book(Journal::of(entries)));
	(long, short)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn create_account() {
		let who = owner(0);
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), 7);
		assert!(Accounts::<T>::contains_key(Pallet::<T>::id_of(&who, 7)));
	}

	#[benchmark]
	fn close_account() {
		let who = owner(0);
		let id = Pallet::<T>::open_for_benchmark(&who, 0, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(who), id.clone());
		assert!(!Accounts::<T>::contains_key(id));
	}

	#[benchmark]
	fn set_delegate() {
		let (id, _) = pair::<T>(MAX_POSITIONS);
		for n in 1..MAX_DELEGATES {
			assert_ok!(Pallet::<T>::do_set_delegate(id.clone(), account("delegate", n, 0)));
		}
		#[extrinsic_call]
		_(RawOrigin::Signed(owner(0)), id.clone(), account("delegate", 0, 0));
		let delegates = Accounts::<T>::get(id).map(|account| account.delegates.len());
		assert_eq!(delegates, Some(MAX_DELEGATES as usize));
	}

	#[benchmark]
	fn remove_delegate() {
		let (id, _) = pair::<T>(MAX_POSITIONS);
		for n in 0..MAX_DELEGATES {
			assert_ok!(Pallet::<T>::do_set_delegate(id.clone(), account("delegate", n, 0)));
		}
		#[extrinsic_call]
		_(RawOrigin::Signed(owner(0)), id.clone(), account("delegate", MAX_DELEGATES - 1, 0));
		let delegates = Accounts::<T>::get(id).map(|account| account.delegates.len());
		assert_eq!(delegates, Some(MAX_DELEGATES as usize - 1));
	}

	#[benchmark]
	fn transfer_cash(s: Linear<0, MAX_POSITIONS>) {
		let (from, _) = pair::<T>(s);
		let to = Pallet::<T>::open_for_benchmark(&owner(0), 1, cash::<T>(1));
		#[extrinsic_call]
		_(RawOrigin::Signed(owner(0)), from, to.clone(), 5);
		assert_eq!(Pallet::<T>::cash(&to), cash::<T>(1) + 5);
	}

	#[benchmark]
	fn set_mode() {
		let (id, _) = pair::<T>(MAX_POSITIONS);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner(0)), id, MarginMode::Standard);
	}

	#[benchmark]
	fn set_params() -> Result<(), BenchmarkError> {
		let origin =
			T::RiskOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		let reserve = FixedU128::from_rational(20, 100);
		let params = RiskParams { reserve, ..Default::default() };
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, params);
		assert_eq!(Params::<T>::get(), params);
		Ok(())
	}

	#[benchmark]
	fn accrue() {
		// A debtor, a creditor, and rounding that has to be moved.
		let (debtor, _) = pair::<T>(0);
		let debt = Entry::new(debtor, Rule::Forced).cash(-cash::<T>(1_500_000_000));
		let journal = Journal::of(vec![debt]).pot(Pot::GlobalPool, cash::<T>(1_500_000_000));
		assert_ok!(Pallet::<T>::book(journal));
		// The clock of a benchmark may stand at zero.
		let now = T::Time::now() + HOUR_MS;
		Interest::<T>::mutate(|indexes| indexes.at = now - MINUTE_MS);
		Totals::<T>::mutate(|totals| totals.owed += 7 * cash::SCALE);
		let accrued;
		#[block]
		{
			accrued = CashBook::<T>::open().accrue(now, &Params::<T>::get().curve);
		}
		assert_ok!(accrued);
		assert!(Interest::<T>::get().borrow > 0);
		assert!(Pots::<T>::get(Pot::Rounding) >= 7);
	}

	#[benchmark]
	fn assess(s: Linear<0, 500>) {
		let (id, _) = pair::<T>(s);
		let assessment;
		#[block]
		{
			assessment = Pallet::<T>::assess(&id, Lens::Latest);
		}
		let margin = assessment.map(|assessment| assessment.initial > Money::from_inner(0));
		assert_eq!(margin, Ok(s > 1));
	}

	#[benchmark]
	fn book(s: Linear<0, 500>) {
		let (buyer, seller) = pair::<T>(s);
		let rule = Rule::Trade { near_mark: true };
		let traded = series::<T>(s);
		let journal = Journal::of(vec![
			Entry::new(buyer.clone(), rule).cash(-7).position(traded, CONTRACT),
			Entry::new(seller, rule).cash(7).position(traded, -CONTRACT),
		]);
		let booked;
		#[block]
		{
			booked = Pallet::<T>::book(journal);
		}
		assert_ok!(booked);
		let held: Vec<_> = Pallet::<T>::positions(&buyer);
		assert_eq!(held.len() as u32, s + 1);
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
