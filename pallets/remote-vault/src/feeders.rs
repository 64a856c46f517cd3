// SPDX-License-Identifier: GPL-3.0-or-later

//! Proofs that collators' workers send, free: what is signed, and the door of the pool (as ADR 25).

use crate::{pallet::*, proof, ProofNodes};
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{
	dispatch::{Pays, PostDispatchInfo},
	ensure,
	pallet_prelude::{TransactionPriority, TransactionSource, TransactionValidityWithRefund},
	storage::{with_transaction, TransactionOutcome},
	weights::Weight,
};
use frame_system::pallet_prelude::BlockNumberFor;
use scale_info::TypeInfo;
use sp_runtime::{
	traits::{BlakeTwo256, Hash as _, Saturating, Zero},
	transaction_validity::{InvalidTransaction, TransactionLongevity, ValidTransaction},
	AccountId32, DispatchError,
};
use straddle_primitives::*;
use straddle_traits::FeederKeys;

/// How many blocks old the block in a notice may be. Until then anyone can send it again.
pub const NOTICE_BLOCKS: u32 = 8;
/// How long a notice may wait in a pool. It must outlive two authors who leave it out.
pub const NOTICE_LONGEVITY: TransactionLongevity = 3;
/// How many notices of one feeder may wait in a pool: each has a slot.
pub const NOTICE_SLOTS: u8 = 32;
/// Above every tip, below every step of a liquidation: in the gap between the runtime's bands.
pub const NOTICE_PRIORITY: TransactionPriority = 15 * (TransactionPriority::MAX / 32);

/// Rejections that have no name of their own among `InvalidTransaction`.
pub mod rejection {
	/// The notice was signed for another chain.
	pub const OTHER_CHAIN: u8 = 1;
	/// The proof is refused, or it is no news: whoever signs [`crate::Call::prove`] hears why.
	pub const NO_NEWS: u8 = 2;
}

/// What a feeder shows of a vault.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq, TypeInfo)]
pub struct Notice<BlockNumber, Hash> {
	/// Place in the list of feeders.
	pub feeder: u16,
	/// Which of his notices in the pool, below [`NOTICE_SLOTS`].
	pub slot: u8,
	/// The chain it is for: nothing else ties an authorized transaction to one.
	pub genesis: Hash,
	/// The block on whose state the feeder looked.
	pub at_block: BlockNumber,
	/// Whose vault.
	pub account: MarginAccountId,
	/// Of what.
	pub kind: CollateralId,
	/// In which the head was read.
	pub relay_block: u32,
	/// The proof.
	pub nodes: ProofNodes,
}

/// A notice of this chain.
pub type NoticeOf<T> = Notice<BlockNumberFor<T>, <T as frame_system::Config>::Hash>;
/// What signs it.
pub type NoticeSignatureOf<T> = <<T as Config>::Feeders as FeederKeys<AccountId32>>::Signature;

impl<BlockNumber: Encode, Hash: Encode> Notice<BlockNumber, Hash> {
	/// Keeps these signatures apart from whatever else the key may sign.
	const TAG: &'static [u8] = b"straddle/remote-vault/notice/v1";

	/// The bytes that are signed: the proof is in them, so that nobody puts another one in its place.
	pub fn payload(&self) -> alloc::vec::Vec<u8> {
		(Self::TAG, BlakeTwo256::hash_of(self)).encode()
	}
}

impl<T: Config> Pallet<T> {
	/// The door of the pool, cheapest first. From outside it is asked whether the vault would take the proof for
	/// news, which costs as much as the signature; here and in a block all that the call does is tried.
	pub(crate) fn authorize_prove_as_feeder(
		source: TransactionSource,
		notice: &NoticeOf<T>,
		signature: &NoticeSignatureOf<T>,
	) -> TransactionValidityWithRefund {
		ensure!(notice.slot < NOTICE_SLOTS, InvalidTransaction::Call);
		let block = frame_system::Pallet::<T>::block_number();
		ensure!(notice.at_block <= block, InvalidTransaction::Future);
		let last = notice.at_block.saturating_add(NOTICE_BLOCKS.into());
		ensure!(last >= block, InvalidTransaction::AncientBirthBlock);
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
		ensure!(notice.genesis == genesis, InvalidTransaction::Custom(rejection::OTHER_CHAIN));
		let signed = T::Feeders::verify(notice.feeder, &notice.payload(), signature);
		ensure!(signed, InvalidTransaction::BadProof);
		let news = match source {
			TransactionSource::External => Self::seems_news(notice).unwrap_or(false),
			_ => Self::would_be_news(notice),
		};
		ensure!(news, InvalidTransaction::Custom(rejection::NO_NEWS));
		// One for a vault, whichever feeder's: the pool keeps the first.
		let validity = ValidTransaction::with_tag_prefix("straddle/remote-vault/notice")
			.priority(NOTICE_PRIORITY)
			.longevity(NOTICE_LONGEVITY)
			.and_provides((&notice.account, notice.kind))
			.and_provides((notice.feeder, notice.slot))
			.propagate(true)
			.build()?;
		Ok((validity, Weight::zero()))
	}

	/// Whether the proof holds and the vault alone would call it news.
	fn seems_news(notice: &NoticeOf<T>) -> Result<bool, DispatchError> {
		let Notice { account, kind, relay_block, nodes, .. } = notice;
		let (source, remote) = Self::remote_kind(*kind)?;
		let anchor = Self::head_at(source, *relay_block).ok_or(Error::<T>::UnknownHead)?;
		let held = Self::read_proof(account, (source, &remote), &anchor, nodes)?;
		Ok(Self::is_news(account, *kind, held, &anchor, remote.deposit))
	}

	/// Do all that the call does, see that it is news, and undo it.
	pub(crate) fn would_be_news(notice: &NoticeOf<T>) -> bool {
		let Notice { account, kind, relay_block, nodes, .. } = notice;
		let tried = with_transaction(|| {
			let result = Self::do_prove(account, *kind, *relay_block, nodes);
			TransactionOutcome::Rollback(Ok::<_, DispatchError>(result))
		});
		matches!(tried, Ok(Ok(PostDispatchInfo { pays_fee: Pays::No, .. })))
	}
}

/// By what the work on a notice is measured.
pub(crate) fn units<A, B>(notice: &Notice<A, B>) -> u32 {
	proof::units(&notice.nodes)
}
