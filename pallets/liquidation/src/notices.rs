// SPDX-License-Identifier: GPL-3.0-or-later

//! Flags that collators' workers send, free: what is signed, and the door of the pool (ADR 25).

use crate::{
	bids::Session,
	costs::{Size, Step},
	*,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{
	ensure,
	pallet_prelude::{TransactionPriority, TransactionSource, TransactionValidityWithRefund},
};
use frame_system::pallet_prelude::BlockNumberFor;
use scale_info::TypeInfo;
use sp_runtime::{
	traits::{Saturating, Zero},
	transaction_validity::{InvalidTransaction, TransactionLongevity, ValidTransaction},
	DispatchResult,
};
use straddle_primitives::MarginAccountId;
use straddle_traits::{FeederKeys, Ledger, Risk};

/// How many blocks old the block in a notice may be. Until then anyone can send it again.
pub const NOTICE_BLOCKS: u32 = 8;
/// How long a notice may wait in a pool. It must outlive two authors who leave it out.
pub const NOTICE_LONGEVITY: TransactionLongevity = 3;
/// How many notices of one feeder may wait in a pool: each has a slot.
pub const NOTICE_SLOTS: u8 = 64;
/// The highest that a step of a liquidation has: unlike the others no block holds one that fails.
pub const NOTICE_PRIORITY: TransactionPriority = 3 * (TransactionPriority::MAX / 4);

/// Rejections that have no name of their own among `InvalidTransaction`.
pub mod rejection {
	/// The notice was signed for another chain.
	pub const OTHER_CHAIN: u8 = 1;
	/// Liquidation is paused or in its grace time.
	pub const NOT_NOW: u8 = 2;
	/// The reward goes to the flagged account, or to one that there is not.
	pub const BAD_REWARD: u8 = 3;
	/// The account cannot be flagged: the view `flaggable` says why.
	pub const NOT_FLAGGABLE: u8 = 4;
}

/// A feeder's word that an account fails.
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
	/// Who fails.
	pub account: MarginAccountId,
	/// The margin account that gets the bounty; without one the treasury does.
	pub reward_to: Option<MarginAccountId>,
}

/// A notice of this chain.
pub type NoticeOf<T> = Notice<BlockNumberFor<T>, <T as frame_system::Config>::Hash>;
/// What signs it.
pub type NoticeSignatureOf<T> =
	<<T as Config>::Feeders as FeederKeys<sp_runtime::AccountId32>>::Signature;

impl<BlockNumber: Encode, Hash: Encode> Notice<BlockNumber, Hash> {
	/// Keeps these signatures apart from whatever else the key may sign.
	const TAG: &'static [u8] = b"straddle/liquidation/notice/v1";

	/// The bytes that are signed.
	pub fn payload(&self) -> Vec<u8> {
		(Self::TAG, self).encode()
	}
}

impl<T: Config> Pallet<T> {
	/// Hash of the block that names this chain.
	pub(crate) fn genesis_hash() -> T::Hash {
		frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero())
	}

	/// The door of the pool, cheapest first. From outside the account is not valued: whoever caught a notice
	/// could send it again with one nonce after another. What a feeder may have waiting is bounded by slots,
	/// and what does not hold is dropped, unpaid for, by the author who values it.
	pub(crate) fn authorize_flag_as_feeder(
		source: TransactionSource,
		notice: &NoticeOf<T>,
		signature: &NoticeSignatureOf<T>,
	) -> TransactionValidityWithRefund {
		let custom = InvalidTransaction::Custom;
		ensure!(notice.slot < NOTICE_SLOTS, InvalidTransaction::Call);
		let block = frame_system::Pallet::<T>::block_number();
		ensure!(notice.at_block <= block, InvalidTransaction::Future);
		let lifetime = BlockNumberFor::<T>::from(NOTICE_BLOCKS);
		let last = notice.at_block.saturating_add(lifetime);
		ensure!(last >= block, InvalidTransaction::AncientBirthBlock);
		let genesis = Self::genesis_hash();
		ensure!(notice.genesis == genesis, custom(rejection::OTHER_CHAIN));
		let account = &notice.account;
		ensure!(!Auctions::<T>::contains_key(account), InvalidTransaction::Stale);
		let running = Self::ensure_running(&Halt::<T>::get());
		ensure!(running.is_ok(), custom(rejection::NOT_NOW));
		let signed = T::Feeders::verify(notice.feeder, &notice.payload(), signature);
		ensure!(signed, InvalidTransaction::BadProof);
		let fits = notice.reward_to.as_ref().is_none_or(|to| Self::can_reward(account, to));
		ensure!(fits, custom(rejection::BAD_REWARD));
		let session = &mut T::Ledger::session();
		if source != TransactionSource::External {
			Self::ensure_noticeable(session, account)
				.map_err(|_| custom(rejection::NOT_FLAGGABLE))?;
		}
		// One for an account, whichever feeder's: the pool keeps the first.
		let validity = ValidTransaction::with_tag_prefix("straddle/liquidation/notice")
			.priority(NOTICE_PRIORITY)
			.longevity(NOTICE_LONGEVITY)
			.and_provides(account)
			.and_provides((notice.feeder, notice.slot))
			.propagate(true)
			.build()?;
		let held = T::Ledger::holdings(account);
		let size = held.as_ref().map(Size::of).unwrap_or_default();
		let step = Step::new(T::WeightInfo::authorize_flag_as_feeder(), 2, 0)
			.plus(Self::chains_weight(1, size));
		let spent = Self::call_weight(&step, session);
		Ok((validity, Self::most_authorize_weight().saturating_sub(spent)))
	}

	/// That a feeder may flag `account` now. Not a bare debt that the pool could not pay: its auction would
	/// start and end for ever, free.
	pub(crate) fn ensure_noticeable(
		session: &mut Session<T>,
		account: &MarginAccountId,
	) -> DispatchResult {
		let recorded = Deficits::<T>::contains_key(account) && Self::holds_nothing(account);
		ensure!(!recorded, Error::<T>::NothingToDo);
		Self::ensure_flaggable(session, account)
	}

	/// Whether a bounty for flagging `account` may go to `to`.
	pub(crate) fn can_reward(account: &MarginAccountId, to: &MarginAccountId) -> bool {
		to != account && T::Ledger::owner(to).is_some()
	}
}
