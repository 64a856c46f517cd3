// SPDX-License-Identifier: GPL-3.0-or-later

//! Remote vaults: which chains are read, proven and ordered.

use crate::{configs::market::Authors, governance::*, *};
use codec::{Decode, Input};
use cumulus_pallet_parachain_system::{
	OnSystemEvent, RelayChainStateProof, RelaychainDataProvider,
};
use cumulus_primitives_core::{PersistedValidationData, RelayProofRequest, RelayStorageKey};
use frame_support::{traits::Get, weights::Weight};
use pallet_remote_vault::{RelayState, Withheld};
use sp_runtime::traits::BlockNumberProvider;

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
	type Author = Authors;
	type Offences = PriceOracle;
	type Feeders = PriceOracle;
	type Messages = vault_messages::ToSource;
	type Cash = straddle_traits::FromLedger<Margin>;
	// This door lets all answers in, whatever filter it has: the pallet knows who was asked.
	type ResponseOrigin = pallet_xcm::EnsureResponse<frame_support::traits::Everything>;
	type Lots = Collateral;
	type Pools = Liquidation;
	type PoolOwner = configs::market::PoolOwner;
	type WeightInfo = pallet_remote_vault::weights::SubstrateWeight<Runtime>;
}

/// What collators are to prove of the relay chain's state besides what every parachain needs.
pub fn keys_to_prove() -> RelayProofRequest {
	let keys = RemoteVault::keys_to_prove().into_iter().map(RelayStorageKey::Top).collect();
	RelayProofRequest { keys }
}

/// Hands each block's proof of the relay chain's state to whoever reads the heads of other chains.
pub struct ReadHeads;

impl OnSystemEvent for ReadHeads {
	fn on_validation_data(_: &PersistedValidationData) {}

	fn on_validation_code_applied() {}

	fn on_relay_state_proof(proof: &RelayChainStateProof) -> Weight {
		let now = RelaychainDataProvider::<Runtime>::current_block_number();
		RemoteVault::read_relay_state(now, &Relay(proof))
	}
}

struct Relay<'a>(&'a RelayChainStateProof);

impl RelayState for Relay<'_> {
	fn read(&self, key: &[u8]) -> Result<Option<Vec<u8>>, Withheld> {
		let bytes = self.0.read_optional_entry::<Bytes>(key);
		bytes.map(|bytes| bytes.map(|bytes| bytes.0)).map_err(|_| Withheld)
	}
}

/// Whatever there is.
struct Bytes(Vec<u8>);

impl Decode for Bytes {
	fn decode<I: Input>(input: &mut I) -> Result<Self, codec::Error> {
		let mut bytes = alloc::vec![0; input.remaining_len()?.unwrap_or_default()];
		input.read(&mut bytes)?;
		Ok(Self(bytes))
	}
}
