// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Equivocations`: offences that others see or prove. Both doors count or punish each offence
//! once, whoever brings it and however often.

use crate::{crypto::*, types::*, *};
use frame_support::{
	ensure,
	storage::bounded_btree_set::BoundedBTreeSet,
	traits::{
		fungible::{Balanced, Credit},
		Time,
	},
};
use sp_application_crypto::RuntimeAppPublic;
use straddle_traits::{FeederOffences, FeederPot, Offence};

/// What is wrong with a proof of equivocation.
#[derive(
	Clone,
	Copy,
	Debug,
	codec::Decode,
	codec::DecodeWithMemTracking,
	codec::Encode,
	Eq,
	frame_support::PalletError,
	PartialEq,
	scale_info::TypeInfo,
)]
pub enum EvidenceFault {
	/// A batch is for another chain.
	OtherChain,
	/// The batches are for different rounds.
	RoundsDiffer,
	/// The batches say the same.
	SamePrices,
	/// The round has not begun.
	RoundAhead,
	/// The round is older than bonds are held.
	TooOld,
	/// This key was punished for this round.
	Known,
	/// The key is no feeder's, nor was it lately.
	UnknownKey,
	/// A signature is not by this key.
	BadSignature,
	/// As many are remembered as can be; the oldest make room as they grow too old.
	Full,
	/// The batches are for different surfaces.
	FeedsDiffer,
}

impl<T: Config> Pallet<T> {
	/// Two batches with different prices, signed by one key for one round of this chain. Which of them
	/// counts would be the choice of whoever passes them on.
	pub(crate) fn do_report_equivocation(
		key: AuthorityId,
		first: &BatchOf<T>,
		first_signature: &AuthoritySignature,
		second: &BatchOf<T>,
		second_signature: &AuthoritySignature,
	) -> DispatchResult {
		let fault = Error::<T>::Evidence;
		Self::check_chain(&first.genesis, &second.genesis)?;
		ensure!(first.round == second.round, fault(EvidenceFault::RoundsDiffer));
		ensure!(first.prices != second.prices, fault(EvidenceFault::SamePrices));
		Self::convict(key, None, first.round, first.round, |key| {
			key.verify(&first.payload(), first_signature)
				&& key.verify(&second.payload(), second_signature)
		})
	}

	/// The same of two batches with different slices of one surface.
	pub(crate) fn do_report_surface_equivocation(
		key: AuthorityId,
		first: &SurfaceBatchOf<T>,
		first_signature: &AuthoritySignature,
		second: &SurfaceBatchOf<T>,
		second_signature: &AuthoritySignature,
	) -> DispatchResult {
		let fault = Error::<T>::Evidence;
		Self::check_chain(&first.genesis, &second.genesis)?;
		ensure!(first.feed == second.feed, fault(EvidenceFault::FeedsDiffer));
		ensure!(first.round == second.round, fault(EvidenceFault::RoundsDiffer));
		ensure!(first.slices != second.slices, fault(EvidenceFault::SamePrices));
		let params = Parameters::<T>::get();
		let began = params.round(params.surface_began(first.round));
		Self::convict(key, Some(first.feed), first.round, began, |key| {
			key.verify(&first.payload(), first_signature)
				&& key.verify(&second.payload(), second_signature)
		})
	}

	fn check_chain(first: &T::Hash, second: &T::Hash) -> DispatchResult {
		let here = Self::genesis_hash();
		let fault = Error::<T>::Evidence(EvidenceFault::OtherChain);
		ensure!(*first == here && *second == here, fault);
		Ok(())
	}

	/// Punish the owner of a key for two batches that `signed` says are the key's, once for each key, feed
	/// and round. They are of a surface, or of prices if `feed` is none; `began` is the price round in which
	/// theirs began.
	fn convict(
		key: AuthorityId,
		feed: Option<FeedId>,
		round: u64,
		began: u64,
		signed: impl FnOnce(&AuthorityId) -> bool,
	) -> DispatchResult {
		let fault = Error::<T>::Evidence;
		let (now, params) = (T::Time::now(), Parameters::<T>::get());
		let incentives = Incentives::<T>::get();
		ensure!(began <= params.round(now), fault(EvidenceFault::RoundAhead));
		let oldest = params.round(now.saturating_sub(incentives.unbonding_ms));
		ensure!(began >= oldest, fault(EvidenceFault::TooOld));
		let offence = (began, feed, key.clone());
		let known = Equivocations::<T>::get();
		ensure!(!known.contains(&offence), fault(EvidenceFault::Known));
		let who = Self::owner_of(&key).ok_or(fault(EvidenceFault::UnknownKey))?;
		ensure!(signed(&key), fault(EvidenceFault::BadSignature));
		let mut young = known.into_inner();
		young.retain(|(began, ..)| *began >= oldest);
		young.insert(offence);
		let young = young.try_into().map_err(|_| fault(EvidenceFault::Full))?;
		Equivocations::<T>::put::<BoundedBTreeSet<_, _>>(young);
		Self::deposit_event(Event::Equivocation { account: who.clone(), key, feed, round });
		let share = incentives.equivocation_share;
		Records::<T>::mutate(|records| match records.get_mut(&who) {
			Some(record) => Self::punish(&who, record, share, &incentives, now),
			// He left so long ago that his record made room for another.
			None => {
				Self::slash(&who, share);
			},
		});
		Ok(())
	}
}

impl<T: Config> FeederOffences<AccountId32> for Pallet<T> {
	/// Relay blocks only rise, so an omission of one that is not newer than the last is known. A collator
	/// makes one block in as many as there are collators, and could not leave out more than that: it counts
	/// for as many rounds, so that who always does it is at fault in all of them.
	fn report(who: &AccountId32, offence: Offence) {
		let Offence::Omission { relay_block } = offence;
		Records::<T>::mutate(|records| {
			let record = records.get_mut(who);
			if let Some(record) = record.filter(|record| relay_block > record.omission) {
				record.omission = relay_block;
				let feeders = Feeders::<T>::get();
				let turns = feeders.iter().filter(|feeder| feeder.seat == Seat::Collator).count();
				let turns = u32::try_from(turns).unwrap_or(u32::MAX).max(1);
				record.score.offences = record.score.offences.saturating_add(turns);
			}
		});
	}
}

impl<T: Config> FeederPot<Credit<AccountId32, T::Currency>> for Pallet<T> {
	fn deposit(
		credit: Credit<AccountId32, T::Currency>,
	) -> Result<(), Credit<AccountId32, T::Currency>> {
		T::Currency::resolve(&Self::pot(), credit)
	}
}
