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
	type Messages = vault_messages::ToSource;
	type Cash = straddle_traits::FromLedger<Margin>;
	// This door lets all answers in, whatever filter it has: the pallet knows who was asked.
	type ResponseOrigin = pallet_xcm::EnsureResponse<frame_support::traits::Everything>;
	type WeightInfo = pallet_remote_vault::weights::SubstrateWeight<Runtime>;
}
