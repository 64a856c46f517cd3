// SPDX-License-Identifier: GPL-3.0-or-later

//! The way home of tokens: a message of this chain's own to the chain that holds their reserve, for an
//! account there. What is sent pays, so nobody needs STRD for it.

use super::{assets::AtOraclePrice, xcm::*};
use crate::*;
use ::xcm::latest::prelude::*;
use cumulus_primitives_core::{ChannelStatus, GetChannelInfo};
use frame_support::{
	parameter_types,
	traits::{fungibles::Mutate, tokens::ConversionToAssetBalance, ContainsPair},
	BoundedVec,
};
use sp_runtime::FixedU128;
use straddle_traits::{Home, HomeError, HomeFees, Parcel};

parameter_types! {
	/// What Asset Hub takes for running such a message, in smallest units of the relay chain's token, from
	/// above. What it does not take arrives. Governance moves this number by `set_storage`.
	pub storage ExecutionInRelayToken: Balance = 200_000_000;
	/// The most that is declared for it where another token pays, in USD. Governance moves it likewise.
	pub storage MostExecutionInUsd: FixedU128 = FixedU128::from_u32(2);
}

/// Sends tokens back to Asset Hub, out of this chain's sovereign account there.
pub struct ToReserve;

impl ToReserve {
	/// The chain that holds the reserve of all of a parcel.
	fn reserve(parcel: &Parcel<Location>) -> Result<Location, HomeError> {
		let hub = AssetHubLocation::get();
		let there = |(token, amount): &(Location, u128)| {
			AssetHubReserves::contains(&(token.clone(), *amount).into(), &hub)
		};
		let all = there(&parcel.pays) && parcel.more.as_ref().is_none_or(there);
		all.then_some(hub).ok_or(HomeError::NoReserve)
	}

	/// What the reserve chain is to do. What it cannot put down the beneficiary can claim there.
	fn program(
		reserve: &Location,
		parcel: Parcel<Location>,
		to: &AccountId,
	) -> Result<Xcm<()>, HomeError> {
		let reanchored = |part: (Location, u128)| {
			let asset: Asset = part.into();
			asset.reanchored(reserve, &UniversalLocation::get()).map_err(|_| HomeError::NoReserve)
		};
		let account = |network| AccountId32 { network, id: to.clone().into() }.into();
		let fees = reanchored(parcel.pays)?;
		let more = parcel.more.map(reanchored).transpose()?;
		let assets: alloc::vec::Vec<_> = core::iter::once(fees.clone()).chain(more).collect();
		let claimer = AssetClaimer { location: account(RelayNetwork::get()) };
		Ok(Xcm(alloc::vec![
			WithdrawAsset(assets.into()),
			ClearOrigin,
			SetHints { hints: BoundedVec::truncate_from(alloc::vec![claimer]) },
			BuyExecution { fees, weight_limit: Unlimited },
			DepositAsset { assets: AllCounted(2).into(), beneficiary: account(None) },
		]))
	}

	/// What Asset Hub takes for running a message, in smallest units of `token`, from above (ADR 47). It asks for
	/// so much of its own token; of another one that is as much as the oracle's prices of both say.
	fn execution(token: &Location) -> Option<Balance> {
		let (own, amount) = (RelayLocation::get(), ExecutionInRelayToken::get());
		if *token == own {
			return Some(amount);
		}
		// Who sends it names a fee by which too little is refused here: a wild price, or none, must not shut the
		// way home of stablecoin, so there is a most.
		let most = MostExecutionInUsd::get();
		let usd = AtOraclePrice::to_usd(amount, &own).map_or(most, |usd| usd.min(most));
		AtOraclePrice::from_usd(usd, token)
	}

	/// The fees of a message to `reserve` that `token` pays.
	fn fees_of(
		reserve: &Location,
		token: &Location,
		program: Xcm<()>,
	) -> Result<HomeFees, HomeError> {
		let (1, [Parachain(id)]) = reserve.unpack() else { return Err(HomeError::NoReserve) };
		if matches!(ParachainSystem::get_channel_status((*id).into()), ChannelStatus::Closed) {
			return Err(HomeError::NoChannel);
		}
		let (_, price) =
			validate_send::<XcmRouter>(reserve.clone(), program).map_err(|_| HomeError::NotSent)?;
		let strd = price.inner().iter().fold(0u128, |sum, asset| match asset.fun {
			Fungible(amount) => sum.saturating_add(amount),
			NonFungible(_) => sum,
		});
		let delivery = AtOraclePrice::to_asset_balance(strd, token.clone());
		Ok(HomeFees {
			delivery: delivery.map_err(|()| HomeError::NoPrice)?,
			execution: Self::execution(token).ok_or(HomeError::NoPrice)?,
		})
	}
}

impl Home<AccountId, Location> for ToReserve {
	fn fees(parcel: &Parcel<Location>) -> Result<HomeFees, HomeError> {
		let reserve = Self::reserve(parcel)?;
		let program = Self::program(&reserve, parcel.clone(), &[0; 32].into())?;
		Self::fees_of(&reserve, &parcel.pays.0, program)
	}

	fn send(
		mut parcel: Parcel<Location>,
		to: &AccountId,
	) -> Result<(HomeFees, [u8; 32]), HomeError> {
		let fees = Self::fees(&parcel)?;
		let left = parcel.pays.1.checked_sub(fees.delivery);
		let left = left.filter(|left| *left > fees.execution).ok_or(HomeError::TooLittle)?;
		parcel.pays.1 = left;
		let reserve = Self::reserve(&parcel)?;
		let paid_in = parcel.pays.0.clone();
		let program = Self::program(&reserve, parcel, to)?;
		let (ticket, _) =
			validate_send::<XcmRouter>(reserve, program).map_err(|_| HomeError::NotSent)?;
		let message = XcmRouter::deliver(ticket).map_err(|_| HomeError::NotSent)?;
		// What the treasury cannot hold is nobody's: the reserve has it.
		let _ = ForeignAssets::mint_into(paid_in, &TreasuryAccount::get(), fees.delivery);
		Ok((fees, message))
	}
}
