// SPDX-License-Identifier: GPL-3.0-or-later

//! Benchmark of the call.

#![allow(clippy::arithmetic_side_effects)]

use super::*;
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::{traits::EnsureOrigin, BoundedVec};
use sp_core::H256;
use straddle_primitives::*;

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn set_source(c: Linear<0, MAX_CODES>, d: Linear<0, MAX_REMOTE_KINDS>) {
		let codes: Vec<_> = (0..c).map(|n| H256::repeat_byte(n as u8)).collect();
		let location = BoundedVec::truncate_from(alloc::vec![0; MAX_LOCATION as usize]);
		let remote = RemoteKind { holding: Holding::Foreign(location), deposit: u128::MAX };
		let kinds: Vec<_> = (0..d).map(|n| (CollateralId(n as u16), remote.clone())).collect();
		let (codes, kinds) = (BoundedVec::truncate_from(codes), BoundedVec::truncate_from(kinds));
		let info = SourceInfo { para_id: 1_000, codes, kinds };
		let source = SourceId(60_000);
		Sources::<T>::insert(source, &info);
		let origin = T::RiskOrigin::try_successful_origin().expect("someone may name sources");
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, source, info.clone());
		assert_eq!(Sources::<T>::get(source), Some(info));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::build(), crate::mock::Test);
}
