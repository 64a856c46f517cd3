// SPDX-License-Identifier: GPL-3.0-or-later

//! The smallest chain that has the pallet.

use crate as pallet_remote_vault;
use crate::*;
use frame_support::derive_impl;
use frame_system::EnsureRoot;
use sp_io::TestExternalities;

pub mod lots;
use sp_runtime::{traits::IdentityLookup, AccountId32, BuildStorage};
use straddle_test_kit::MockOffences;

pub mod worker;
use worker::Block;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type RemoteVault = pallet_remote_vault;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountId = AccountId32;
	type Lookup = IdentityLookup<AccountId32>;
}

impl Config for Test {
	type ParaId = frame_support::traits::ConstU32<4321>;
	type RiskOrigin = EnsureRoot<AccountId32>;
	type Author = Author;
	type Offences = MockOffences;
	type Feeders = worker::MockFeeders;
	type Messages = crate::tests::doors::Wire;
	type Cash = crate::tests::doors::Purse;
	type ResponseOrigin =
		frame_system::EnsureRootWithSuccess<AccountId32, crate::tests::doors::Responder>;
	type Lots = lots::MockLots;
	type Pools = lots::MockPools;
	type PoolOwner = lots::PoolOwner;
	type WeightInfo = ();
}

frame_support::parameter_types! {
	pub static Author: Option<AccountId32> = None;
}

pub fn build() -> TestExternalities {
	let storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	let mut ext = TestExternalities::new(storage);
	ext.execute_with(|| System::set_block_number(1));
	MockOffences::reset();
	Author::set(None);
	ext
}

/// Run a test that leaves all invariants standing.
pub fn build_and_execute<R>(test: impl FnOnce() -> R) -> R {
	build().execute_with(|| {
		let result = test();
		RemoteVault::do_try_state().expect("invariants hold");
		result
	})
}
