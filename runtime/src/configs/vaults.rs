// SPDX-License-Identifier: GPL-3.0-or-later

//! Remote vaults: which chains are read, proven and ordered.

use crate::{governance::*, *};
use frame_support::traits::Get;

/// This chain's id on the relay chain.
pub struct ParaId;

impl Get<u32> for ParaId {
	fn get() -> u32 {
		ParachainInfo::parachain_id().into()
	}
}

impl pallet_remote_vault::Config for Runtime {
	type ParaId = ParaId;
	type RiskOrigin = EnsureRiskUpOrRoot;
	type Lots = Collateral;
	type Pools = Liquidation;
	type PoolOwner = configs::market::PoolOwner;
	type WeightInfo = pallet_remote_vault::weights::SubstrateWeight<Runtime>;
}
