// SPDX-License-Identifier: GPL-3.0-or-later

//! What the steps of a liquidation weigh, and what of a block they may use.

use crate::*;
use frame_support::{traits::Get, weights::Weight};
use straddle_primitives::MAX_POSITIONS;
use straddle_traits::Scope;

impl<T: Config> Pallet<T> {
	/// Of a block, what the look at auctions may use: a fifth.
	pub(crate) fn poll_share() -> Weight {
		T::BlockWeights::get().max_block.saturating_div(5)
	}

	/// Of that, what the risk ladder may use before the auctions: three quarters.
	pub(crate) fn ladder_part(share: Weight) -> Weight {
		share.saturating_div(4).saturating_mul(3)
	}

	/// Of what is left of a block what a hook may use: of the proof nothing above 85 % of a block's.
	pub(crate) fn within_proof(left: Weight) -> Weight {
		let most = T::BlockWeights::get().max_block.proof_size();
		let kept = most.saturating_div(20).saturating_mul(3);
		Weight::from_parts(left.ref_time(), left.proof_size().saturating_sub(kept))
	}

	/// Valuing an account once more, as if no chain had aged: by what was read for the first time.
	fn unaged_weight(positions: u32) -> Weight {
		let look = T::WeightInfo::visit_base().saturating_add(T::WeightInfo::visit(positions));
		look.set_proof_size(0)
	}

	/// What a flag weighs that looked at so many positions: once more where chains stand still.
	pub(crate) fn flag_weight(positions: u32) -> Weight {
		let waits = Waits::<T>::get().blocks;
		let weight = T::WeightInfo::flag(positions);
		match waits.iter().any(|(scope, _)| matches!(scope, Scope::Source(_))) {
			true => weight.saturating_add(Self::unaged_weight(positions)),
			false => weight,
		}
	}

	/// The most that a flag weighs, with a standing bid that takes what is for sale.
	pub(crate) fn most_flag_weight() -> Weight {
		T::WeightInfo::flag(MAX_POSITIONS)
			.saturating_add(Self::unaged_weight(MAX_POSITIONS))
			.saturating_add(T::WeightInfo::backstop(MAX_POSITIONS))
	}

	/// What starting the auction of an account with so many positions weighs, a standing bid's turn
	/// included.
	pub(crate) fn start_weight(positions: u32) -> Weight {
		let weight = Self::flag_weight(positions);
		match Backstops::<T>::decode_len() {
			None | Some(0) => weight,
			Some(_) => weight.saturating_add(T::WeightInfo::backstop(positions)),
		}
	}

	/// That defaults are within bounds, and that whatever has to fit into a block or a hook's part of it does.
	pub(crate) fn check_weights() {
		assert_eq!(AuctionParams::default().validate(), Ok(()));
		assert_eq!(LevelParams::default().validate(), Ok(()));
		let block = T::BlockWeights::get().max_block;
		let quarter = block.saturating_div(4);
		let calls = [
			Self::most_flag_weight(),
			T::WeightInfo::bid(MAX_POSITIONS),
			T::WeightInfo::take_over(MAX_POSITIONS),
			T::WeightInfo::flag_as_feeder(MAX_POSITIONS)
				.saturating_add(T::WeightInfo::authorize_flag_as_feeder(MAX_POSITIONS))
				.saturating_add(T::WeightInfo::backstop(MAX_POSITIONS)),
		];
		for weight in calls {
			assert!(weight.all_lte(quarter), "a call needs more than a quarter of a block");
		}
		let visit = T::WeightInfo::visit_base()
			.saturating_add(T::WeightInfo::visit(MAX_POSITIONS))
			.saturating_add(
				T::WeightInfo::take_over(MAX_POSITIONS).max(T::WeightInfo::backstop(MAX_POSITIONS)),
			);
		assert!(visit.all_lte(Self::poll_share()), "no auction would ever be taken over");
		let step =
			T::WeightInfo::charge_gains().saturating_add(T::WeightInfo::charge_gain(MAX_POSITIONS));
		assert!(step.all_lte(Self::poll_share()), "no gain would ever be charged");
		Self::check_ladder_weights();
	}

	/// That whatever has to fit into the ladder's part of a block does.
	pub(crate) fn check_ladder_weights() {
		let smiles =
			T::WeightInfo::ladder_smile(MAX_SMILE_STRIKES).saturating_mul(MAX_SMILES.into());
		let odometers = T::WeightInfo::ladder_odometers(MAX_ODOMETERS).saturating_add(smiles);
		let most = odometers.saturating_add(Self::most_of_a_look());
		assert!(
			most.all_lte(Self::ladder_part(Self::poll_share())),
			"no account would be looked at"
		);
	}
}
