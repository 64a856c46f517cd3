// SPDX-License-Identifier: GPL-3.0-or-later

//! The properties that README.md promises.

#[cfg(feature = "runtime-benchmarks")]
mod auctions;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarks;
#[cfg(feature = "runtime-benchmarks")]
mod conservation;
#[cfg(feature = "runtime-benchmarks")]
mod crowds;
#[cfg(feature = "runtime-benchmarks")]
mod feeds;
#[cfg(feature = "runtime-benchmarks")]
mod fees;
mod governance;
#[cfg(feature = "runtime-benchmarks")]
mod home;
#[cfg(feature = "runtime-benchmarks")]
mod house;
#[cfg(feature = "runtime-benchmarks")]
mod intents;
#[cfg(feature = "runtime-benchmarks")]
mod loss;
mod makers;
mod messages;
mod next;
#[cfg(feature = "runtime-benchmarks")]
mod notices;
#[cfg(feature = "runtime-benchmarks")]
mod pool;
mod presets;
mod priority;
mod shared;
mod transactions;
#[cfg(feature = "runtime-benchmarks")]
mod vaults;
#[cfg(feature = "runtime-benchmarks")]
mod vaults_closed;
#[cfg(feature = "runtime-benchmarks")]
mod ways;

use crate::{
	genesis_presets::{self, merge},
	Runtime, RuntimeGenesisConfig,
};
use sp_genesis_builder::{DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_io::TestExternalities;

/// A preset as JSON.
fn preset(id: &str) -> serde_json::Value {
	let bytes = genesis_presets::get_preset(&id.into()).expect("the preset exists");
	serde_json::from_slice(&bytes).expect("a preset is JSON")
}

/// The state that a preset builds, through the API that the node uses.
fn built(id: &str) -> TestExternalities {
	let mut config = serde_json::to_value(RuntimeGenesisConfig::default()).expect("serialises");
	merge(&mut config, preset(id));
	let json = serde_json::to_vec(&config).expect("serialises");
	let mut state = TestExternalities::default();
	state.execute_with(|| {
		frame_support::genesis_builder_helper::build_state::<RuntimeGenesisConfig>(json)
			.expect("a preset builds state");
	});
	state
}

/// The development chain after its genesis.
fn development() -> TestExternalities {
	built(DEV_RUNTIME_PRESET)
}

/// The local test network after its genesis.
fn local() -> TestExternalities {
	built(LOCAL_TESTNET_RUNTIME_PRESET)
}

/// That every pallet's invariants hold; a failure names the pallet.
fn assert_try_state() {
	use frame_support::traits::{PalletsInfoAccess, TryState, TryStateSelect};
	let number = frame_system::Pallet::<Runtime>::block_number();
	for info in crate::AllPalletsWithSystem::infos() {
		let only = TryStateSelect::Only(vec![info.name.as_bytes().to_vec()]);
		let result = crate::AllPalletsWithSystem::try_state(number, only);
		assert_eq!(result, Ok(()), "try_state of {}", info.name);
	}
}
