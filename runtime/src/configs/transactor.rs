// SPDX-License-Identifier: GPL-3.0-or-later

//! How a message moves tokens, and how what it brings finds its margin account.

use super::{assets::ForeignAssetsInstance, xcm::*};
use crate::*;
use ::xcm::latest::prelude::*;
use core::marker::PhantomData;
use frame_support::traits::{fungible::UnionOf, Contains};
use sp_runtime::{traits::Convert, Either};
use straddle_primitives::MarginAccountId;
use xcm_executor::{
	traits::{ConvertLocation, TransactAsset},
	AssetsInHolding,
};

/// Where STRD is told from all other tokens.
pub struct StrdIsHere;

impl Convert<Location, Either<(), Location>> for StrdIsHere {
	fn convert(asset: Location) -> Either<(), Location> {
		if asset.is_here() {
			Either::Left(())
		} else {
			Either::Right(asset)
		}
	}
}

/// Every token that an address here can hold, STRD too.
pub type AllTokens = UnionOf<
	Balances,
	pallet_assets::Pallet<Runtime, ForeignAssetsInstance>,
	StrdIsHere,
	Location,
	AccountId,
>;

/// Moves tokens as `Inner` does. What comes to a margin account's address is looked at when a block
/// has room; what cannot lie there is kept for the account's owner instead of being trapped: the
/// message says no longer whose it is when it fails.
pub struct ToMarginAccounts<Inner>(PhantomData<Inner>);

fn note_arrival(who: &Location) {
	if let Some(address) = LocationToAccountId::convert_location(who) {
		Collateral::note_arrival(&address);
	}
}

/// Keep a token of another chain for a margin account. What was in hand is dropped, which takes it
/// from the token's supply here; the reserve still holds it.
fn park(what: AssetsInHolding, who: &Location) -> Result<(), AssetsInHolding> {
	let kept = || {
		let (AssetId(token), amount) = what.fungible.first_key_value()?;
		let address = LocationToAccountId::convert_location(who)?;
		if what.len() > 1 || !Foreign::contains(token) {
			return None;
		}
		Collateral::park(MarginAccountId(address), token.clone(), amount.amount()).ok()
	};
	kept().ok_or(what)
}

impl<Inner: TransactAsset> TransactAsset for ToMarginAccounts<Inner> {
	fn can_check_in(origin: &Location, what: &Asset, context: &XcmContext) -> XcmResult {
		Inner::can_check_in(origin, what, context)
	}

	fn check_in(origin: &Location, what: &Asset, context: &XcmContext) {
		Inner::check_in(origin, what, context)
	}

	fn can_check_out(dest: &Location, what: &Asset, context: &XcmContext) -> XcmResult {
		Inner::can_check_out(dest, what, context)
	}

	fn check_out(dest: &Location, what: &Asset, context: &XcmContext) {
		Inner::check_out(dest, what, context)
	}

	fn deposit_asset(
		what: AssetsInHolding,
		who: &Location,
		context: Option<&XcmContext>,
	) -> Result<(), (AssetsInHolding, XcmError)> {
		match Inner::deposit_asset(what, who, context) {
			Ok(()) => {
				note_arrival(who);
				Ok(())
			},
			Err((what, error)) => park(what, who).map_err(|what| (what, error)),
		}
	}

	fn withdraw_asset(
		what: &Asset,
		who: &Location,
		context: Option<&XcmContext>,
	) -> Result<AssetsInHolding, XcmError> {
		Inner::withdraw_asset(what, who, context)
	}

	fn internal_transfer_asset(
		asset: &Asset,
		from: &Location,
		to: &Location,
		context: &XcmContext,
	) -> Result<Asset, XcmError> {
		let moved = Inner::internal_transfer_asset(asset, from, to, context)?;
		note_arrival(to);
		Ok(moved)
	}

	fn mint_asset(what: &Asset, context: &XcmContext) -> Result<AssetsInHolding, XcmError> {
		Inner::mint_asset(what, context)
	}
}
