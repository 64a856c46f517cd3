// SPDX-License-Identifier: GPL-3.0-or-later

//! Remote vaults: which chains are read, proven and ordered.

use crate::{governance::*, *};

impl pallet_remote_vault::Config for Runtime {
	type RiskOrigin = EnsureRiskUpOrRoot;
	type WeightInfo = pallet_remote_vault::weights::SubstrateWeight<Runtime>;
}
