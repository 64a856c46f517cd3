// SPDX-License-Identifier: GPL-3.0-or-later

//! Why a call fails.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// The batch is not one that can be taken now.
		Batch(BatchFault),
		/// The feed does not make sense.
		Feed(FeedFault),
		/// The parameters do not make sense.
		Params(ParamsFault),
		/// The incentives do not make sense.
		Incentives(IncentivesFault),
		/// The proof of equivocation proves nothing that can be punished.
		Evidence(EvidenceFault),
		/// The account is a reporter already.
		AlreadyAdmitted,
		/// The account is neither a reporter nor a feeder, and has no bond.
		NotAdmitted,
		/// No more reporters may be admitted.
		TooManyReporters,
		/// The signature does not show that the account has the key.
		BadProof,
		/// No more bonds can be kept.
		TooManyBonds,
		/// The account has no bond.
		NoBond,
		/// The bond is asked for already.
		AlreadyLeaving,
		/// The bond was not asked for.
		NotLeaving,
		/// The bond is held for a while after it was asked for.
		StillUnbonding,
		/// The account is a feeder until the session ends.
		StillSeated,
		/// Nothing is owed to the account.
		NothingOwed,
		/// The account has neither strikes nor lost its seat.
		NothingToPardon,
		/// There is no such feed.
		UnknownFeed,
		/// There is no such underlying.
		UnknownUnderlying,
		/// No more feeds can be listed.
		TooManyFeeds,
		/// No more underlyings can be listed.
		TooManyUnderlyings,
		/// An underlying or another feed needs this feed.
		FeedInUse,
		/// A feed's kind never changes.
		KindFixed,
		/// The feed gives another kind of number.
		WrongKind,
		/// A quote must be another feed, of a price, that has no quote itself.
		BadQuote,
		/// A proxy's factor must be above 0 and at most [`MAX_BETA`].
		BadBeta,
		/// The lengths of a round and of a surface round are fixed at genesis.
		RoundLengthFixed,
		/// The feed is stopped already.
		AlreadyHalted,
		/// The feed is not stopped.
		NotHalted,
		/// The URL is not plain ASCII, begins with neither `http://` nor `https://`, or ends in `/`.
		BadUrl,
		/// The expiry has passed: its price can no longer be measured.
		ExpiryPassed,
		/// No more settlement prices can be waited for.
		TooManySettlements,
		/// There is no such settlement price to be fixed: it is fixed, or nobody has asked for it.
		NotWatched,
		/// The house does not wind down, or a measurement may still come to its end by itself.
		NotLastResort,
		/// The underlying has a price: the measurement goes on.
		StillPriced,
		/// The feed of the underlying remembers no round.
		NoRound,
	}
}
