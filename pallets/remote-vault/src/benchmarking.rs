// SPDX-License-Identifier: GPL-3.0-or-later

//! Benchmarks of calls and of steps of block work.

#![allow(clippy::arithmetic_side_effects)]

use super::*;
use alloc::vec::Vec;
use codec::Encode;
use frame_benchmarking::v2::*;
use frame_support::{traits::EnsureOrigin, weights::WeightMeter, BoundedVec};
use frame_system::RawOrigin;
use sp_core::H256;
use sp_runtime::AccountId32;
use straddle_primitives::*;
use straddle_traits::{OrderCash, OrderPurpose, VaultMessages};
use xcm::latest::{
	Junction::{GeneralKey, GlobalConsensus, Parachain},
	Location, NetworkId, Parent, Response,
};

const PARA: u32 = 1_000;
const SOURCE: SourceId = SourceId(60_000);
const KIND: CollateralId = CollateralId(60_000);

fn terms() -> OrderTerms {
	OrderTerms {
		fee: 10,
		fence_fee: 1_000,
		reserve: 0,
		charge: 1,
		timeout: 20,
		releases: 10,
		seizures: 10,
		minimum: BoundedVec::new(),
	}
}

/// A source with terms, and a vault there.
struct World<T: Config> {
	owner: AccountId32,
	account: MarginAccountId,
	config: core::marker::PhantomData<T>,
}

impl<T: Config> World<T> {
	fn new() -> Self {
		let location: Location = (Parent, Parent, GlobalConsensus(NetworkId::Polkadot)).into();
		let location = location.appended_with(GeneralKey { length: 32, data: [1; 32] });
		let bytes = location.expect("there is room").encode();
		let holding = Holding::Foreign(BoundedVec::truncate_from(bytes));
		let kinds =
			BoundedVec::truncate_from(alloc::vec![(KIND, RemoteKind { holding, deposit: 1 })]);
		let info = SourceInfo { para_id: PARA, codes: BoundedVec::new(), kinds };
		Sources::<T>::insert(SOURCE, info);
		SourceOf::<T>::insert(KIND, SOURCE);
		Terms::<T>::insert(SOURCE, terms());
		T::Messages::prepare_for_benchmark(PARA, &Pallet::<T>::float_account(SOURCE));
		let account = T::Cash::open_for_benchmark(&frame_benchmarking::account("owner", 0, 0));
		let owner = T::Cash::owner(&account).expect("it is open");
		Vaults::<T>::insert(&account, KIND, Vault { proven: 1_000, ..Vault::default() });
		Self { owner, account, config: Default::default() }
	}

	fn slot(&self, purpose: OrderPurpose) -> Slot {
		(self.account.clone(), KIND, purpose)
	}

	fn order(&self, purpose: OrderPurpose) -> Slot {
		let slot = self.slot(purpose);
		let to = Destination::There(AccountId32::new([9; 32]));
		Pallet::<T>::place(&slot.0, KIND, purpose, 100, to).expect("it can be ordered");
		slot
	}

	/// Its answer is late now.
	fn make_late(&self, slot: &Slot) {
		let now = T::Messages::now();
		InFlights::<T>::mutate(slot, |order| {
			let order = order.as_mut().expect("it is on its way");
			Pallet::<T>::clear_deadline(slot, order.deadline);
			Pallet::<T>::set_deadline(slot, now);
			order.deadline = Some(now);
		});
	}
}

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

	#[benchmark]
	fn release() {
		let world = World::<T>::new();
		let to = AccountId32::new([9; 32]);
		let origin = RawOrigin::Signed(world.owner.clone());
		#[extrinsic_call]
		_(origin, world.account.clone(), KIND, 500, to);
		assert!(InFlights::<T>::contains_key(world.slot(OrderPurpose::Release)));
	}

	#[benchmark]
	fn pull() {
		let world = World::<T>::new();
		let origin = RawOrigin::Signed(world.owner.clone());
		#[extrinsic_call]
		_(origin, world.account.clone(), KIND, 500);
		assert!(InFlights::<T>::contains_key(world.slot(OrderPurpose::Release)));
	}

	#[benchmark]
	fn take_reply() {
		let world = World::<T>::new();
		let slot = world.order(OrderPurpose::Seizure);
		for _ in 0..MAX_QUERIES {
			world.make_late(&slot);
			Pallet::<T>::do_fence(slot.0.clone(), KIND).expect("it is late");
		}
		let query = InFlights::<T>::get(&slot).and_then(|order| order.queries.first().copied());
		let query = query.expect("its own answer is awaited");
		let response = Response::ExecutionResult(None);
		let responder = Location::new(1, [Parachain(PARA)]);
		#[block]
		{
			Pallet::<T>::do_take_reply(&responder, query, &response).expect("it was asked");
		}
		assert!(!InFlights::<T>::contains_key(&slot));
	}

	#[benchmark]
	fn fence() {
		let world = World::<T>::new();
		for purpose in [OrderPurpose::Release, OrderPurpose::Seizure] {
			let slot = world.order(purpose);
			world.make_late(&slot);
		}
		let anyone = RawOrigin::Signed(AccountId32::new([9; 32]));
		#[extrinsic_call]
		_(anyone, world.account.clone(), KIND);
		let order = InFlights::<T>::get(world.slot(OrderPurpose::Seizure));
		assert_eq!(order.map(|order| order.fences), Some(1));
	}

	#[benchmark]
	fn set_terms(m: Linear<0, MAX_REMOTE_KINDS>) {
		World::<T>::new();
		let minimum: Vec<_> = (0..m).map(|n| (CollateralId(n as u16), 1)).collect();
		let terms = OrderTerms { minimum: BoundedVec::truncate_from(minimum), ..terms() };
		let origin = T::RiskOrigin::try_successful_origin().expect("someone may set terms");
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, SOURCE, terms.clone());
		assert_eq!(Terms::<T>::get(SOURCE), Some(terms));
	}

	#[benchmark]
	fn collect_refunds() {
		World::<T>::new();
		let before = T::Messages::float(&Pallet::<T>::float_account(SOURCE));
		let origin = T::RiskOrigin::try_successful_origin().expect("someone may collect");
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, SOURCE, 5);
		assert!(T::Messages::float(&Pallet::<T>::float_account(SOURCE)) < before);
	}

	#[benchmark]
	fn due_base() {
		#[block]
		{
			Pallet::<T>::send_due_fences(&mut WeightMeter::new());
		}
	}

	/// One relay block at which nothing is late.
	#[benchmark]
	fn due_block() {
		let world = World::<T>::new();
		world.order(OrderPurpose::Seizure);
		let now = T::Messages::now();
		DueClock::<T>::mutate(|clock| clock.next = now);
		#[block]
		{
			Pallet::<T>::send_due_fences(&mut WeightMeter::new());
		}
		assert_eq!(DueClock::<T>::get().next, now.saturating_add(1));
	}

	/// One fence.
	#[benchmark]
	fn due_step() {
		let world = World::<T>::new();
		let slot = world.order(OrderPurpose::Seizure);
		world.make_late(&slot);
		#[block]
		{
			Pallet::<T>::send_due_fences(&mut WeightMeter::new());
		}
		assert_eq!(InFlights::<T>::get(&slot).map(|order| order.fences), Some(1));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::build(), crate::mock::Test);
}
