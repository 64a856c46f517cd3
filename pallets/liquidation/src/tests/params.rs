// SPDX-License-Identifier: GPL-3.0-or-later

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{BuildStorage, DispatchError, Perbill};
use straddle_primitives::*;

type E = Error<Test>;

fn set(params: AuctionParams) -> sp_runtime::DispatchResult {
	Liquidation::set_params(RuntimeOrigin::signed(who(101)), params)
}

#[test]
fn the_risk_origin_sets_parameters() {
	ExtBuilder::default().build_and_execute(|| {
		let new = AuctionParams { knee_ms: MINUTE_MS, end_ms: 2 * MINUTE_MS, ..params() };
		for other in [RuntimeOrigin::signed(who(102)), RuntimeOrigin::none()] {
			assert_noop!(Liquidation::set_params(other, new.clone()), DispatchError::BadOrigin);
		}
		assert_ok!(set(new.clone()));
		assert_eq!(Params::<Test>::get(), new);
		assert_eq!(last_event(), Event::ParamsSet { params: new });
	});
}

#[test]
fn each_parameter_has_its_bounds() {
	use ParamsError::*;
	type Change = fn(&mut AuctionParams);
	let broken: [(Change, ParamsError); 22] = [
		(|p| p.kappa_start = Perbill::from_percent(31), Path),
		(|p| p.knee_ms = 0, Path),
		(|p| p.end_ms = p.knee_ms, Path),
		(|p| p.target = FixedU128::from_u32(1), Target),
		(|p| p.target = FixedU128::from_rational(201, 100), Target),
		(|p| p.cutoff = usd(-1), Cutoff),
		(|p| p.min_part = Perbill::from_percent(51), Part),
		(|p| p.bounty_share = Perbill::from_percent(51), Bounty),
		(|p| p.max_bounty = usd(-1), Bounty),
		(|p| p.resume_ms = DAY_MS + 1, Times),
		(|p| p.grace_ms = DAY_MS + 1, Times),
		(|p| p.take_over_ms = DAY_MS + 1, Times),
		(|p| p.max_step_ms = 0, Step),
		(|p| p.max_step_ms = p.halt_gap_ms + 1, Step),
		(|p| p.fresh_rounds = 101, Rounds),
		(|p| p.max_auctions = 0, Auctions),
		(|p| p.kappa_knee = Perbill::from_percent(9), Path),
		(|p| p.backstop_fee = usd(-1), Backstop),
		(|p| p.backstop_fee = usd(1_001), Backstop),
		(|p| p.lot_discount_start = Perbill::from_percent(11), Lots),
		(|p| p.lot_discount_end = Perbill::from_percent(51), Lots),
		(|p| p.lot_end_ms = 0, Lots),
	];
	ExtBuilder::default().build_and_execute(|| {
		flagged();
		for (change, error) in broken {
			let mut new = params();
			change(&mut new);
			assert_noop!(set(new), E::InvalidParams(error));
		}
		assert_ok!(set(params()));
	});
}

#[test]
fn money_becomes_cash_in_the_ledgers_unit() {
	use straddle_math::fixed::{Rounding, WAD};
	let cash = |money, rounding| Liquidation::to_cash(money, rounding);
	assert_eq!(cash(WAD, Rounding::Up), Ok(UNIT));
	assert_eq!(cash(1, Rounding::Up), Ok(1));
	assert_eq!(cash(1, Rounding::Down), Ok(0));
	assert_eq!(cash(-1, Rounding::Up), Ok(0));
}

/// As it stands in the README.
const SAMPLE: &str = r#"{
  "params": {
    "kappaStart": 20000000, "kappaKnee": 300000000, "kneeMs": 60000, "endMs": 300000,
    "takeOverMs": 60000, "target": "1150000000000000000", "cutoff": "1000000000000000000000",
    "minPart": 10000000, "bountyShare": 50000000, "maxBounty": "1000000000000000000000",
    "resumeMs": 240000, "graceMs": 18000, "haltGapMs": 60000, "maxStepMs": 12000,
    "freshRounds": 3, "maxAuctions": 100000
  }
}"#;

#[test]
fn the_genesis_sample_of_the_readme_is_read() {
	assert!(include_str!("../../README.md").contains(SAMPLE));
	let genesis: GenesisConfig<Test> = serde_json::from_str(SAMPLE).unwrap();
	assert_eq!(genesis.params.validate(), Ok(()));
	assert_eq!(genesis.params.end_ms, 5 * MINUTE_MS);
	let genesis: GenesisConfig<Test> = serde_json::from_str(r#"{"params": {}}"#).unwrap();
	assert_eq!(genesis.params, AuctionParams::default());
	assert!(serde_json::from_str::<GenesisConfig<Test>>(r#"{"params": {"kappa": 1}}"#).is_err());
	let written = serde_json::to_string(&genesis).unwrap();
	let read: GenesisConfig<Test> = serde_json::from_str(&written).unwrap();
	assert_eq!(read.params, AuctionParams::default());
}

#[test]
#[should_panic(expected = "liquidation: parameters out of bounds")]
fn genesis_refuses_parameters_out_of_bounds() {
	let params = AuctionParams { max_step_ms: 0, ..params() };
	let _ = GenesisConfig::<Test> { params, ..Default::default() }.build_storage();
}
