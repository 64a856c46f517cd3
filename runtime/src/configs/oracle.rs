// SPDX-License-Identifier: GPL-3.0-or-later

//! Prices.

use crate::{governance::*, *};

impl pallet_price_oracle::Config for Runtime {
	type Time = Timestamp;
	type RiskOrigin = EnsureRiskUpOrRoot;
	type RestrictOrigin = EnsureRestrictOrRoot;
	type WeightInfo = pallet_price_oracle::weights::SubstrateWeight<Runtime>;
}
