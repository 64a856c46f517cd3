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

/// ADR 56, and what docs/operating.md tells a candidate.
#[test]
fn a_candidate_feeds_two_sessions_later_if_a_seat_is_wanted() {
	use frame_support::{assert_noop, assert_ok};
	use pallet_collator_selection::{CandidateList, Error};
	use sp_keyring::Sr25519Keyring::{Charlie, Dave};
	let feeders = || pallet_price_oracle::Feeders::<Runtime>::get().into_inner();
	let rotate = pallet_session::Pallet::<Runtime>::rotate_session;
	local().execute_with(|| {
		System::set_block_number(1);
		let who = Charlie.to_account_id();
		let register = || {
			let origin = RuntimeOrigin::signed(who.clone());
			CollatorSelection::register_as_candidate(origin).map_err(|error| error.error)
		};
		assert_noop!(register(), Error::<Runtime>::ValidatorNotRegistered);
		let keys = SessionKeys { aura: Charlie.public().into(), oracle: Dave.public().into() };
		pallet_session::NextKeys::<Runtime>::insert(&who, &keys);
		assert_ok!(register());
		let bond = configs::UNIT * 100;
		assert_eq!(Balances::reserved_balance(&who), bond);

		// The preset wants nobody.
		(0..3).for_each(|_| rotate());
		assert_eq!(feeders().len(), 2);
		// The list of one session is made when the one before it begins.
		assert_ok!(CollatorSelection::set_desired_candidates(RuntimeOrigin::root(), 1));
		rotate();
		assert_eq!(feeders().len(), 2);
		rotate();
		let seat = feeders().pop().expect("three feeders");
		assert_eq!((seat.account, seat.key), (who.clone(), keys.oracle));
		assert_eq!(seat.seat, pallet_price_oracle::Seat::Collator);
		assert_eq!((feeders().len(), pallet_aura::Authorities::<Runtime>::get().len()), (3, 3));

		// Who made no block in the hour after his first is dismissed, and has his bond back.
		System::set_block_number(1 + 2 * configs::consensus::HOURS);
		rotate();
		assert!(CandidateList::<Runtime>::get().is_empty());
		assert_eq!(Balances::reserved_balance(&who), 0);
		rotate();
		assert_eq!(feeders().len(), 2);
	});
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
