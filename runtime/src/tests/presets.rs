// SPDX-License-Identifier: GPL-3.0-or-later

use super::*;
use crate::*;
use sp_core::crypto::key_types;

#[test]
fn every_preset_builds_a_state_in_which_all_invariants_hold() {
	let names = genesis_presets::preset_names();
	assert_eq!(names.len(), 2);
	for name in names {
		built(&name).execute_with(assert_try_state);
	}
}

#[test]
fn an_unknown_preset_is_none() {
	assert!(genesis_presets::get_preset(&"mainnet".into()).is_none());
}

#[test]
fn a_small_network_is_a_matter_of_these_presets_alone() {
	let flag = |json: &serde_json::Value| {
		json.pointer("/priceOracle/params/smallNetwork").and_then(serde_json::Value::as_bool)
	};
	let default = serde_json::to_value(RuntimeGenesisConfig::default()).expect("serialises");
	assert_eq!(flag(&default), Some(false), "a chain spec without the flag is a large network");
	for id in [DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET] {
		assert_eq!(flag(&preset(id)), Some(true));
	}
}

#[test]
fn local_has_two_collators_with_both_keys_and_development_one() {
	for (mut state, collators) in [(development(), 1), (local(), 2)] {
		state.execute_with(|| {
			assert_eq!(pallet_session::Validators::<Runtime>::get().len(), collators);
			assert_eq!(pallet_aura::Authorities::<Runtime>::get().len(), collators);
			assert_eq!(pallet_price_oracle::Feeders::<Runtime>::get().len(), collators);
		});
	}
}

#[test]
fn session_keys_are_one_for_blocks_and_one_for_prices() {
	use sp_runtime::traits::OpaqueKeys;
	assert_eq!(SessionKeys::key_ids(), &[key_types::AURA, sp_core::crypto::KeyTypeId(*b"orac")]);
}

#[test]
fn there_is_no_sudo_without_the_feature_dev() {
	use frame_support::traits::PalletsInfoAccess;
	let has_sudo = AllPalletsWithSystem::infos().iter().any(|info| info.name == "Sudo");
	assert_eq!(has_sudo, cfg!(feature = "dev"));
}

#[test]
fn consensus_is_as_a_relay_chain_needs_it() {
	use configs::consensus::*;
	// An offset above 0 builds no block under lookahead authoring, and development mode hides it.
	assert_eq!(RELAY_PARENT_OFFSET, 0);
	assert_eq!(BLOCK_PROCESSING_VELOCITY, 1);
	assert_eq!(UNINCLUDED_SEGMENT_CAPACITY, 3);
}

#[test]
fn a_session_lasts_an_hour_unless_the_genesis_storage_says_otherwise() {
	use configs::consensus::{SessionPeriod, HOURS};
	use frame_support::traits::Get;
	local().execute_with(|| {
		assert_eq!(<SessionPeriod as Get<BlockNumber>>::get(), HOURS);
		// Where the network test writes it (`zombienet/lib/specs.mjs`).
		let key = sp_core::bytes::from_hex("0xbcaa06fe04f08327486358af0fd636b8").expect("is hex");
		assert_eq!(SessionPeriod::key().to_vec(), key);
		sp_io::storage::set(&key, &codec::Encode::encode(&10u32));
		assert_eq!(<SessionPeriod as Get<BlockNumber>>::get(), 10);
	});
}

#[test]
fn the_written_specs_are_the_presets() {
	for (id, written) in [
		(DEV_RUNTIME_PRESET, include_str!("../../../chain-specs/straddle-dev.json")),
		(LOCAL_TESTNET_RUNTIME_PRESET, include_str!("../../../chain-specs/straddle-local.json")),
	] {
		let spec: serde_json::Value = serde_json::from_str(written).expect("is JSON");
		let patch = &spec["genesis"]["runtimeGenesis"]["patch"];
		for (pallet, genesis) in preset(id).as_object().expect("is a map") {
			assert_eq!(&patch[pallet], genesis, "{pallet} of {id}: `make chain-specs`");
		}
	}
}

#[test]
fn local_lists_days_weeks_months_and_quarters() {
	use frame_support::{traits::Hooks, weights::WeightMeter};
	use house::{priced, NOW};
	use straddle_primitives::{DAY_MS, HOUR_MS};
	local().execute_with(|| {
		priced();
		assert_eq!(NOW / DAY_MS, 19_675, "14 November 2023");
		for block in 2..16 {
			Options::on_poll(block, &mut WeightMeter::new());
		}
		let expiries = pallet_options::Expiries::<Runtime>::get(genesis_presets::BTC);
		let found = expiries.into_iter().map(|expiry| expiry.at).collect::<Vec<_>>();
		// 15 to 18 November, the third of which is a Friday; 24 November; 1 and 29 December; 26 January, 29 March, 28 June,
		// 27 September.
		let days = [676, 677, 678, 679, 685, 692, 720, 748, 811, 902, 993];
		assert_eq!(found, days.map(|day| (19_000 + day) * DAY_MS + 8 * HOUR_MS));
	});
}
