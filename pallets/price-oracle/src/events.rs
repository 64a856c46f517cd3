// SPDX-License-Identifier: GPL-3.0-or-later

//! What happened.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A round was finished with so many reports; these feeds had a quorum.
		RoundFinished {
			round: u64,
			reports: u32,
			feeds: BoundedVec<(FeedId, Price, PriceState), ConstU32<MAX_FEEDS>>,
		},
		/// A surface round was finished with so many reports; so many expiries had a quorum.
		SurfaceFinished { feed: FeedId, round: u64, reports: u32, expiries: u32 },
		/// A round's time was over and no feed had a quorum. It closes no other round.
		RoundDropped { round: u64, reports: u32 },
		/// The risk origin lets an account report, once it is bonded.
		ReporterAdmitted { account: AccountId32 },
		/// An account may no longer report, from the next session on.
		ReporterDismissed { account: AccountId32 },
		/// A bond is whole.
		Bonded { account: AccountId32, key: AuthorityId, held: Balance },
		/// A bond is asked for.
		Unbonding { account: AccountId32, until: Moment },
		/// A bond is given back.
		BondWithdrawn { account: AccountId32, amount: Balance },
		/// A reward is owed.
		Rewarded { account: AccountId32, amount: Balance },
		/// A reward was paid.
		Claimed { account: AccountId32, amount: Balance },
		/// A part of a bond is lost.
		Slashed { account: AccountId32, amount: Balance },
		/// A feeder has so many strikes.
		Struck { account: AccountId32, strikes: u32 },
		/// A feeder lost his seat.
		SeatLost { account: AccountId32, until: Moment },
		/// A feeder may have his seat back, without strikes.
		Pardoned { account: AccountId32 },
		/// A key signed two different batches for one round; for one surface round, if `feed` names a surface.
		Equivocation { account: AccountId32, key: AuthorityId, feed: Option<FeedId>, round: u64 },
		/// So many feeders were judged by a period, and so much was booked for them.
		PeriodEnded { feeders: u32, paid: Balance },
		/// The incentives were changed.
		IncentivesSet { incentives: IncentiveParams },
		/// There are new feeders.
		FeedersChanged { count: u32 },
		/// A feed was listed or changed.
		FeedSet { feed: FeedId },
		/// A feed is gone.
		FeedRemoved { feed: FeedId },
		/// A feed was stopped: nothing can be done on its price.
		FeedHalted { feed: FeedId },
		/// A feed runs again. It has no price until a round is finished.
		FeedResumed { feed: FeedId },
		/// An underlying was listed or changed.
		UnderlyingSet { underlying: UnderlyingId, info: UnderlyingInfo },
		/// The parameters were changed.
		ParamsSet { old: Params, new: Params },
		/// The place where workers look for an exchange was changed; `None`: nowhere.
		UrlSet { exchange: Exchange, url: Option<Url> },
		/// A settlement price is going to be measured.
		SettlementWatched { underlying: UnderlyingId, expiry: Moment },
		/// A settlement price is fixed. `complete`: on as much valid time as the rule asks for;
		/// if not, time ran out and it is the average of what there was.
		SettlementFixed { underlying: UnderlyingId, expiry: Moment, price: Price, complete: bool },
	}
}
