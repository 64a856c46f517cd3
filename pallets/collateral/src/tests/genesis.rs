// SPDX-License-Identifier: GPL-3.0-or-later

//! The genesis configuration.

use crate::{mock::*, *};
use sp_runtime::BuildStorage;
use straddle_primitives::*;

fn build(edit: impl FnOnce(&mut GenesisConfig<Test>)) {
	let mut config = genesis();
	edit(&mut config);
	config.build_storage().unwrap();
}

/// As the README shows it.
const SAMPLE: &str = r#"{
	"sources": [[1, {
		"initial": { "soft": 10, "hard": 100 },
		"maintenance": { "soft": 600, "hard": 7200 },
		"reserveInitial": { "soft": 100, "hard": 1200 },
		"reserveMaintenance": { "soft": 14400, "hard": 43200 },
		"omission": { "soft": 10, "hard": 600 }
	}]],
	"kinds": [
		[0, 10, { "source": 0, "decimals": 6, "feed": 0, "initial": 1000000,
			"maintenance": 1000000, "cap": "50000000000000", "minDeposit": 1000000 }],
		[2, 12, { "source": 0, "reserve": 1, "method": "held", "reference": "2000000000000000000000",
			"decimals": 18, "feed": 2, "initial": 900000,
			"maintenance": 950000, "cap": "2000000000000000000000",
			"minDeposit": "10000000000000000" }]
	],
	"times": { "minimumRamp": 259200000, "unusableGrace": 3600000 }
}"#;

#[test]
fn the_sample_builds_and_caps_are_not_limited_to_64_bits() {
	let config: GenesisConfig<Test> = serde_json::from_str(SAMPLE).unwrap();
	assert_eq!(config.kinds[1].2.cap, 2_000 * ONE_ETH);
	assert_eq!(config.kinds[0].2.min_deposit, USD);
	assert_eq!(config.times, Times::default());
	let again: GenesisConfig<Test> =
		serde_json::from_str(&serde_json::to_string(&config).unwrap()).unwrap();
	assert_eq!(again.kinds, config.kinds);
	sp_io::TestExternalities::new(config.build_storage().unwrap()).execute_with(|| {
		Collateral::do_try_state().unwrap();
		assert_eq!(Kinds::<Test>::get(CASH).unwrap().decimals, 6);
		assert_eq!(Schedule::<Test>::get().minimum_ramp, 72 * HOUR_MS);
	});
}

#[test]
fn nothing_is_listed_by_default() {
	sp_io::TestExternalities::new(GenesisConfig::<Test>::default().build_storage().unwrap())
		.execute_with(|| {
			assert!(Listed::<Test>::get().is_empty());
			Collateral::do_try_state().unwrap();
		});
}

#[test]
#[should_panic = "AlreadyListed"]
fn a_kind_is_listed_once() {
	build(|config| config.kinds.push(config.kinds[0].clone()));
}

#[test]
#[should_panic = "BadSource"]
fn a_source_must_be_known() {
	build(|config| config.sources.clear());
}

#[test]
#[should_panic = "BadSource"]
fn the_stablecoin_lies_here() {
	build(|config| config.kinds[0].2.source = ASSET_HUB);
}

#[test]
#[should_panic = "BadWeights"]
fn weights_must_be_in_order() {
	build(|config| config.kinds[1].2.maintenance = percent(1));
}

#[test]
#[should_panic = "this chain is not a source"]
fn this_chain_is_not_a_source() {
	build(|config| config.sources[0].0 = SourceId::LOCAL);
}

#[test]
#[should_panic = "a source twice"]
fn a_source_is_named_once() {
	build(|config| config.sources.push(config.sources[0]));
}

#[test]
#[should_panic = "curves in order"]
fn ages_must_be_in_order() {
	build(|config| config.sources[0].1.initial.soft = 2_000);
}

#[test]
#[should_panic = "BadReference"]
fn a_lot_has_a_reference_price() {
	build(|config| config.kinds[1].2.reference = Default::default());
}

#[test]
#[should_panic = "a cut takes a minute at least"]
fn a_cut_is_never_sudden() {
	build(|config| config.times.minimum_ramp = MINUTE_MS - 1);
}
