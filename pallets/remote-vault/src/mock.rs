// SPDX-License-Identifier: GPL-3.0-or-later

//! The smallest chain that has the pallet.

use crate as pallet_remote_vault;
use crate::*;
use frame_support::derive_impl;
use frame_system::EnsureRoot;
use sp_io::TestExternalities;

pub mod lots;
use sp_runtime::{traits::IdentityLookup, AccountId32, BuildStorage};

type Block = frame_system::mocking::MockBlock<Test>;

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
	type Lots = lots::MockLots;
	type Pools = lots::MockPools;
	type PoolOwner = lots::PoolOwner;
	type WeightInfo = ();
}

pub fn build() -> TestExternalities {
	let storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	let mut ext = TestExternalities::new(storage);
	ext.execute_with(|| System::set_block_number(1));
	ext
}

/// Run a test that leaves all invariants standing.
pub fn build_and_execute(test: impl FnOnce()) {
	build().execute_with(|| {
		test();
		RemoteVault::do_try_state().expect("invariants hold");
	});
}
