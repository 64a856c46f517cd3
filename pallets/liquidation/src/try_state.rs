// SPDX-License-Identifier: GPL-3.0-or-later

//! This pallet's part of DESIGN.md 12: invariants 7 and 8, and the sums that belong to 2.

use crate::*;
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::{
	ensure,
	traits::{Get, Time},
};
use sp_runtime::TryRuntimeError;
use straddle_math::fixed::{Wad, WAD};
use straddle_primitives::*;
use straddle_traits::{AuctionStatus, Ledger, Level, Scope};

impl<T: Config> Pallet<T> {
	/// All invariants.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::no_account_in_auction_has_a_way_out()?;
		Self::every_auction_can_end()?;
		Self::bounties_are_reserved()?;
		Self::standing_bids_are_bonded()?;
		Self::sales_of_lots_are_sound()?;
		Self::deficits_sum_up()?;
		Self::insolvency_is_what_nobody_bore()?;
		Self::levels_are_in_order()?;
		Self::loans_sum_up()?;
		Self::own_accounts_are_there()?;
		Self::accounts_are_filed()
	}

	/// Levels and waits are sorted, freezes end, and liquidation is paused where its level says so.
	fn levels_are_in_order() -> Result<(), TryRuntimeError> {
		ensure!(LevelRules::<T>::get().validate().is_ok(), "levels: parameters out of bounds");
		let levels = Levels::<T>::get();
		let sorted = levels.is_sorted_by(|a, b| a.scope < b.scope);
		ensure!(sorted, "levels: not in order");
		let mut frozen = false;
		for known in levels {
			let ends = known.set < Level::Frozen || known.set_until.is_some();
			ensure!(
				ends && (known.raised == Level::Open || known.raised_until > 0),
				"levels: no end"
			);
			if known.scope == Scope::Liquidation {
				frozen = known.set.max(known.raised) == Level::Frozen;
			}
		}
		ensure!(Halt::<T>::get().paused == frozen, "levels: a pause is no level");
		let waits = Waits::<T>::get();
		let sorted = waits.blocks.is_sorted_by(|a, b| a.0 < b.0);
		ensure!(sorted && waits.stood_ms <= T::Time::now(), "halts: not in order");
		Ok(())
	}

	/// Invariant 7: the record is the status. Each is of an account that exists, is not also ended
	/// and not the pool's, and all are counted.
	fn no_account_in_auction_has_a_way_out() -> Result<(), TryRuntimeError> {
		let mut count = 0u32;
		for account in Auctions::<T>::iter_keys() {
			count = count.saturating_add(1);
			ensure!(Self::in_auction(&account), "invariant 7: a record is not a status");
			let owner =
				T::Ledger::owner(&account).ok_or("invariant 7: an auction of no account")?;
			ensure!(
				!Ended::<T>::contains_key(&account),
				"invariant 7: an auction is open and ended"
			);
			ensure!(owner != T::PoolOwner::get(), "invariant 7: the pool's account is in auction");
		}
		ensure!(AuctionCount::<T>::get() == count, "invariant 7: auctions are miscounted");
		Ok(())
	}

	/// Invariant 8: κ reaches 1, no clock runs faster than time, and no end lies ahead.
	fn every_auction_can_end() -> Result<(), TryRuntimeError> {
		let params = Params::<T>::get();
		ensure!(params.validate().is_ok(), "invariant 8: parameters out of bounds");
		ensure!(params.kappa(u64::MAX) == Ok(WAD), "invariant 8: κ never reaches 1");
		let (now, table) = (T::Time::now(), Clocks::<T>::get());
		for (account, auction) in Auctions::<T>::iter() {
			ensure!(auction.started <= now, "invariant 8: an auction starts in the future");
			let counted = table.shows(&auction.clock).checked_sub(auction.resumed_ms);
			let passed = now.saturating_sub(auction.started);
			ensure!(
				counted.is_some_and(|counted| counted <= passed),
				"invariant 8: a clock ran faster than time"
			);
			Self::clock_minds_all_prices(&account, &auction.clock)?;
			let falls = auction.past.is_sorted_by(|before, after| before >= after)
				&& auction.past.iter().all(|before| *before >= auction.left);
			ensure!(
				falls && auction.left > 0 && Wad::from(auction.left) <= WAD,
				"invariant 8: what is left of an auction rose"
			);
		}
		Self::odometers_are_counted(&table)?;
		for ended in Ended::<T>::iter_values() {
			ensure!(ended.ended_at <= now, "invariant 8: an auction ended in the future");
		}
		Ok(())
	}

	/// A clock that follows an odometer stands still with each market that its account holds.
	fn clock_minds_all_prices(
		account: &MarginAccountId,
		clock: &AuctionClock,
	) -> Result<(), TryRuntimeError> {
		if !clock.follows {
			return Ok(());
		}
		for (series, _) in T::Ledger::positions(account) {
			let scope = ClockScope::Underlying(series.underlying);
			ensure!(
				Clocks::<T>::get().has(clock.scopes, &scope),
				"invariant 8: a clock does not mind an underlying"
			);
			let markets = Markets::<T>::get(series.underlying);
			ensure!(
				markets.iter().any(|known| scopes::same_market(known, &series)),
				"invariant 8: a clock does not mind an expiry"
			);
		}
		Ok(())
	}

	/// Each odometer is there for the auctions that read it.
	fn odometers_are_counted(table: &ClockTable) -> Result<(), TryRuntimeError> {
		let mut readers = BTreeMap::<u64, u32>::new();
		let clocks = Auctions::<T>::iter_values().map(|auction| auction.clock);
		for clock in clocks.chain(LotAuctions::<T>::iter_values().map(|auction| auction.clock)) {
			let count = readers.entry(clock.scopes).or_default();
			*count = count.saturating_add(1);
		}
		let counted = table.groups.iter().map(|group| (group.scopes, group.auctions));
		ensure!(
			counted.collect::<BTreeMap<_, _>>() == readers && table.groups.len() == readers.len(),
			"invariant 8: readers of an odometer are miscounted"
		);
		Ok(())
	}

	/// Invariant 2, in part: what open auctions reserved for flaggers lies in its pot.
	fn bounties_are_reserved() -> Result<(), TryRuntimeError> {
		let mut reserved: Cash = 0;
		for auction in Auctions::<T>::iter_values() {
			ensure!(auction.bounty >= 0, "invariant 2: a negative bounty");
			ensure!(
				auction.bounty == 0 || auction.flagger.is_some(),
				"invariant 2: a bounty for nobody"
			);
			reserved = reserved.saturating_add(auction.bounty);
		}
		let held = T::Ledger::pot(Pot::Bounties);
		ensure!(held >= reserved, "invariant 2: bounties are not reserved");
		Ok(())
	}

	/// Invariant 2, in part: the bonds of standing bids lie in their pot. And the bids are in order, one for
	/// each account, none of one in auction.
	fn standing_bids_are_bonded() -> Result<(), TryRuntimeError> {
		let list = Backstops::<T>::get();
		let bonds = list.iter().fold(0, |sum: Cash, one| sum.saturating_add(one.bond));
		ensure!(list.iter().all(|one| one.bond >= 0), "invariant 2: a negative bond");
		ensure!(T::Ledger::pot(Pot::Backstops) >= bonds, "invariant 2: bonds are not reserved");
		let sorted = list.windows(2).all(|pair| matches!(pair, [a, b] if a.place() < b.place()));
		ensure!(sorted, "standing bids are not in order");
		let bidders: BTreeSet<_> = list.iter().map(|one| &one.bidder).collect();
		ensure!(bidders.len() == list.len(), "an account stands with two bids");
		let auctioned = list.iter().any(|one| Self::in_auction(&one.bidder));
		ensure!(!auctioned, "an account in auction stands with a bid");
		Ok(())
	}

	/// Sales of lots are counted, none is of an account in auction, and no clock ran faster than time.
	fn sales_of_lots_are_sound() -> Result<(), TryRuntimeError> {
		let (now, table, mut count) = (T::Time::now(), Clocks::<T>::get(), 0u32);
		for (account, auction) in LotAuctions::<T>::iter() {
			count = count.saturating_add(1);
			ensure!(!Self::in_auction(&account), "lots alone are sold of an account in auction");
			let passed = now.checked_sub(auction.started);
			let fast = passed.is_none_or(|passed| table.shows(&auction.clock) > passed);
			ensure!(!fast, "invariant 8: a clock ran faster than time");
		}
		ensure!(LotAuctionCount::<T>::get() == count, "sales of lots are miscounted");
		Ok(())
	}

	/// Invariant 2, in part: the deficit is the sum of its parts, each of them owed.
	fn deficits_sum_up() -> Result<(), TryRuntimeError> {
		let mut sum: Cash = 0;
		for deficit in Deficits::<T>::iter_values() {
			ensure!(deficit > 0, "invariant 2: a deficit of nothing");
			sum = sum.saturating_add(deficit);
		}
		ensure!(Deficit::<T>::get() == sum, "invariant 2: deficits do not sum up");
		Ok(())
	}

	/// Invariant 2, in part: insolvency is what was written off and is not borne yet.
	fn insolvency_is_what_nobody_bore() -> Result<(), TryRuntimeError> {
		let mut sum = Sharing::<T>::get().map_or(0, |loss| loss.left());
		if let Some(loss) = Sharing::<T>::get() {
			let sound = loss.collected >= 0 && loss.from_pool >= 0 && loss.left() >= 0;
			ensure!(sound, "invariant 2: more of a loss is borne than there was");
			ensure!(loss.number == LossCount::<T>::get(), "invariant 2: losses are miscounted");
		}
		for part in Unborne::<T>::iter_values() {
			ensure!(part > 0, "invariant 2: a loss of nothing");
			sum = sum.saturating_add(part);
		}
		let short = T::Ledger::pot(Pot::Insolvency).saturating_neg();
		ensure!(short == sum, "invariant 2: insolvency is not what nobody bore");
		Ok(())
	}
}
