// SPDX-License-Identifier: GPL-3.0-or-later

//! The way of vaults' orders to source chains, and of answers back (ADR 30).

use super::xcm::*;
use crate::*;
use ::xcm::latest::prelude::*;
use cumulus_pallet_parachain_system::RelaychainDataProvider;
use cumulus_primitives_core::{ChannelStatus, GetChannelInfo};
use frame_support::traits::{
	fungibles::{Inspect, Mutate},
	tokens::{Fortitude::Polite, Precision::Exact, Preservation::Expendable},
	ContainsPair,
};
use sp_runtime::traits::BlockNumberProvider;
use straddle_traits::{MessageError, VaultMessages};

/// Sends vaults' orders with this chain's own origin: nobody pays STRD for their delivery.
pub struct ToSource;

impl VaultMessages<AccountId, Xcm<()>> for ToSource {
	fn now() -> u32 {
		// Before a block's inherents it is the last block's: answers that are taken then came before.
		RelaychainDataProvider::<Runtime>::current_block_number()
	}

	fn new_query(para: u32, querier: &AccountId) -> u64 {
		// Which call it is, is all that counts of this.
		let notify = pallet_remote_vault::Call::<Runtime>::take_reply {
			query_id: 0,
			response: Response::Null,
		};
		let querier = AccountId32 { network: None, id: querier.clone().into() };
		// The pallet forgets no question and knows no timeout: the vaults have deadlines of their own.
		PolkadotXcm::new_notify_query(
			Location::new(1, [Parachain(para)]),
			RuntimeCall::from(notify),
			BlockNumber::MAX,
			Location::new(0, [querier]),
		)
	}

	/// What it trusts that chain for, and knows.
	fn takes(para: u32, program: &Xcm<()>) -> bool {
		let from = Location::new(1, [Parachain(para)]);
		program.0.iter().all(|what| match what {
			ReserveAssetDeposited(assets) => assets.inner().iter().all(|asset| {
				AssetHubReserves::contains(asset, &from)
					&& ForeignAssets::asset_exists(asset.id.0.clone())
			}),
			_ => false,
		})
	}

	fn float(payer: &AccountId) -> u128 {
		ForeignAssets::balance(RelayLocation::get(), payer)
	}

	fn send(
		para: u32,
		payer: &AccountId,
		fee: u128,
		program: Xcm<()>,
	) -> Result<[u8; 32], MessageError> {
		if matches!(ParachainSystem::get_channel_status(para.into()), ChannelStatus::Closed) {
			return Err(MessageError::NoChannel);
		}
		ForeignAssets::burn_from(RelayLocation::get(), payer, fee, Expendable, Exact, Polite)
			.map_err(|_| MessageError::FloatTooSmall)?;
		let dest = Location::new(1, [Parachain(para)]);
		send_xcm::<XcmRouter>(dest, program)
			.map(|(message, _)| message)
			.map_err(|_| MessageError::NotSent)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn prepare_for_benchmark(para: u32, payer: &AccountId) {
		use frame_support::{assert_ok, traits::fungibles::Create};
		use straddle_traits::CollateralCredit;
		if let Some(feed) = Collateral::cash_feed() {
			use pallet_price_oracle::FeedKind;
			PriceOracle::quote_for_benchmark(
				feed,
				FeedKind::Price,
				sp_runtime::FixedU128::from_u32(1),
			);
		}
		let token = RelayLocation::get();
		if !ForeignAssets::asset_exists(token.clone()) {
			let owner = TreasuryAccount::get();
			assert_ok!(<ForeignAssets as Create<_>>::create(token.clone(), owner, true, 1));
		}
		assert_ok!(ForeignAssets::mint_into(token, payer, u64::MAX.into()));
		ParachainSystem::open_outbound_hrmp_channel_for_benchmarks_or_tests(para.into());
		let version = Some(::xcm::latest::VERSION);
		assert_ok!(PolkadotXcm::force_default_xcm_version(RuntimeOrigin::root(), version));
	}
}
