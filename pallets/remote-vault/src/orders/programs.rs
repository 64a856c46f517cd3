// SPDX-License-Identifier: GPL-3.0-or-later

//! The programs that a source chain runs for us, in XCM v5 and as that chain sees the world. Pure.
//!
//! All have one frame: the fee comes out of our own account there, the answer and what is left of the fee
//! are an appendix, so that they come after success and after failure, and then the program goes on as
//! the vault, with at most one instruction that moves something.

use crate::types::{Holding, RemoteKind};
use alloc::{vec, vec::Vec};
use codec::DecodeAll;
use frame_support::{weights::Weight, BoundedVec};
use sp_runtime::AccountId32 as Id;
use xcm::latest::prelude::*;

/// The pallet of trust-backed assets on Asset Hub, and on every source chain that keeps some.
const ASSETS: u8 = 50;
/// Moves in a fence: see [`fence`].
const FENCE_MOVES: usize = 4;

/// What all programs for one chain have in common.
pub(crate) struct Frame {
	/// Our parachain id.
	pub us: u32,
	/// The source chain's.
	pub there: u32,
	/// Most that the source chain may take, in smallest units of the relay chain's token.
	pub fee: u128,
	/// The account of ours to which goes what it does not take.
	pub float: Id,
	/// The account of ours that acts.
	pub vault: Id,
	/// The question that is answered when it is done, and what the answer may weigh here.
	pub answer: Option<(u64, Weight)>,
}

/// An account of a chain's own.
fn own(id: &Id) -> Location {
	Location::new(0, [account(id)])
}

fn account(id: &Id) -> Junction {
	AccountId32 { network: None, id: id.clone().into() }
}

/// An asset as the source chain names it; `None` if its stored location is not one.
pub(crate) fn asset(remote: &RemoteKind, amount: u128) -> Option<Asset> {
	let location = match &remote.holding {
		Holding::Native => Location::parent(),
		Holding::Asset(id) => {
			Location::new(0, [PalletInstance(ASSETS), GeneralIndex((*id).into())])
		},
		Holding::Foreign(bytes) => Location::decode_all(&mut bytes.as_slice()).ok()?,
	};
	Some((AssetId(location), amount).into())
}

impl Frame {
	fn us(&self) -> Location {
		Location::new(1, [Parachain(self.us)])
	}

	/// The location, as seen there, of an account of ours that nobody here can sign for.
	fn ours(&self, id: &Id) -> Location {
		Location::new(1, [Parachain(self.us), account(id)])
	}

	fn claimer(location: Location) -> Instruction<()> {
		SetHints { hints: BoundedVec::truncate_from(vec![AssetClaimer { location }]) }
	}

	/// The frame around what the vault does.
	fn around(&self, does: impl IntoIterator<Item = Instruction<()>>) -> Xcm<()> {
		let fee: Asset = (AssetId(Location::parent()), self.fee).into();
		let float = self.ours(&self.float);
		let report = self.answer.map(|(query_id, max_weight)| {
			ReportError(QueryResponseInfo { destination: self.us(), query_id, max_weight })
		});
		let back = DepositAsset { assets: AllCounted(1).into(), beneficiary: float.clone() };
		let appendix: Vec<_> = report.into_iter().chain([RefundSurplus, back]).collect();
		let before = [
			WithdrawAsset(fee.clone().into()),
			Self::claimer(float),
			PayFees { asset: fee },
			SetAppendix(Xcm(appendix)),
			DescendOrigin([account(&self.vault)].into()),
		];
		Xcm(before.into_iter().chain(does).collect())
	}

	/// P1: move something out of the vault to an account of the source chain.
	pub fn transfer(&self, asset: Asset, to: &Id) -> Xcm<()> {
		self.around([TransferAsset { assets: asset.into(), beneficiary: own(to) }])
	}

	/// P2: bring something out of the vault to an account of ours. It pays its own way here; what cannot
	/// be put down here `claimer` can claim.
	///
	/// `None` if the asset is one of our own chain's: it has no reserve there.
	pub fn pull(&self, asset: Asset, to: &Id, claimer: &Id) -> Option<Xcm<()>> {
		let fees = (AssetId(self.seen_here(&asset.id.0)?), asset.fun.clone()).into();
		let here = vec![
			Self::claimer(own(claimer)),
			BuyExecution { fees, weight_limit: Unlimited },
			DepositAsset { assets: AllCounted(1).into(), beneficiary: own(to) },
		];
		let (assets, dest) = (asset.into(), self.us());
		Some(self.around([TransferReserveAsset { assets, dest, xcm: Xcm(here) }]))
	}

	/// How what a pull brings comes in here, as this chain names it; `None` as for [`Self::pull`].
	pub fn seen_as_it_comes(&self, asset: &Asset) -> Option<Xcm<()>> {
		let came: Asset = (AssetId(self.seen_here(&asset.id.0)?), asset.fun.clone()).into();
		Some(Xcm(vec![ReserveAssetDeposited(came.into())]))
	}

	/// P3: move nothing and answer. Messages run in the order in which they were sent, so what was sent
	/// before has run by then or never will.
	///
	/// One message would not: one that is too heavy for the source chain's queue is laid aside, and
	/// anybody may have it run later. So a fence carries moves of `asset` from the vault to itself, four where an
	/// order has one: where a fence is not too heavy, no order is. Two would not do: by Asset Hub's figures of some
	/// releases they weigh less than a pull.
	pub fn fence(&self, asset: Asset) -> Xcm<()> {
		let beneficiary = self.ours(&self.vault);
		let move_to_itself = TransferAsset { assets: asset.into(), beneficiary };
		self.around(core::iter::repeat_n(move_to_itself, FENCE_MOVES))
	}

	/// How we name a location of the source chain's.
	fn seen_here(&self, location: &Location) -> Option<Location> {
		let mut here = location.clone();
		if here.parents == 0 {
			here.interior.push_front(Parachain(self.there)).ok()?;
			here.parents = 1;
			return Some(here);
		}
		let own = here.parents == 1 && here.interior.first() == Some(&Parachain(self.us));
		(!own).then_some(here)
	}
}
