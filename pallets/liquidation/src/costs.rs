// SPDX-License-Identifier: GPL-3.0-or-later

//! What the steps of a liquidation weigh, and what of a block they may use.
//!
//! A step's weight has two parts (ADR 26). What it does with the account itself follows from the account's
//! [`Size`]. What it reads of prices, kinds and parameters is the same for all accounts of a block: the work
//! of a hook knows what of it was charged already ([`Charged`]) and charges the rest, a call charges all that its
//! accounts touch.

use crate::{
	backstops::{Standing, ASKED},
	*,
};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::{dispatch::DispatchClass, traits::Get, weights::Weight};
use sp_runtime::AccountId32;
use straddle_primitives::*;
use straddle_traits::{Filed, Holdings, MAX_DRIVERS};

/// Most underlyings that may be listed.
pub const MAX_UNDERLYINGS: u32 = 64;

/// How large an account is.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Size {
	/// Underlyings of its positions and orders.
	pub underlyings: u32,
	pub positions: u32,
	/// Series with resting orders.
	pub ordered: u32,
	pub lots: u32,
	pub orders: u32,
}

impl Size {
	/// The largest account there may be.
	pub const MOST: Self = Self {
		underlyings: MAX_UNDERLYINGS,
		positions: MAX_POSITIONS,
		ordered: MAX_ORDERS,
		lots: MAX_LOTS,
		orders: MAX_ORDERS,
	};

	pub fn of(held: &Holdings<AccountId32>) -> Self {
		let count = |length: usize, most: u32| u32::try_from(length).unwrap_or(most);
		let ordered = held.ordered.iter().map(|series| series.underlying);
		let underlyings: BTreeSet<_> =
			expiries(held).map(|(underlying, _)| underlying).chain(ordered).collect();
		Self {
			underlyings: count(underlyings.len(), MAX_UNDERLYINGS),
			positions: count(held.positions.len(), MAX_POSITIONS),
			ordered: count(held.ordered.len(), MAX_ORDERS),
			lots: count(held.lots.len(), MAX_LOTS),
			orders: held.orders,
		}
	}

	/// An account that took all of another's, or a part, if it gets no smaller by that.
	pub fn of_both(held: &Holdings<AccountId32>, taken: &Holdings<AccountId32>) -> Self {
		fn distinct<K: Ord, V>(a: &[(K, V)], b: &[(K, V)]) -> usize {
			let new = |key: &K| a.binary_search_by(|(known, _)| known.cmp(key)).is_err();
			a.len().saturating_add(b.iter().filter(|(key, _)| new(key)).count())
		}
		let count = |length: usize, most: u32| u32::try_from(length).map_or(most, |n| n.min(most));
		Self {
			positions: count(distinct(&held.positions, &taken.positions), MAX_POSITIONS),
			lots: count(distinct(&held.lots, &taken.lots), MAX_LOTS),
			..Self::of(held).max(Self::of(taken))
		}
	}

	/// What valuing it looks at by series.
	pub fn series(&self) -> u32 {
		self.positions.saturating_add(self.ordered)
	}

	/// One as large as either in each respect.
	pub fn max(self, other: Self) -> Self {
		Self {
			underlyings: self.underlyings.max(other.underlyings),
			positions: self.positions.max(other.positions),
			ordered: self.ordered.max(other.ordered),
			lots: self.lots.max(other.lots),
			orders: self.orders.max(other.orders),
		}
	}
}

/// What was charged of all that the accounts of a block share. It lives as long as a session.
#[derive(Default)]
pub(crate) struct Charged {
	begun: bool,
	underlyings: BTreeSet<UnderlyingId>,
	series: BTreeSet<Series>,
	kinds: BTreeSet<CollateralId>,
	/// Standing bids' accounts of which all was charged that a turn of theirs reads of prices. What they buy in
	/// this hook was charged with its seller.
	bidders: BTreeSet<MarginAccountId>,
	/// Those that took.
	takers: BTreeSet<MarginAccountId>,
	books: BTreeSet<Series>,
}

/// What an account needs that nobody needed before.
pub(crate) struct New<'a> {
	first: bool,
	underlyings: BTreeSet<UnderlyingId>,
	series: BTreeSet<&'a Series>,
	kinds: BTreeSet<CollateralId>,
}

impl Charged {
	/// What of these was not charged yet.
	pub fn new_of<'a>(&self, held: impl IntoIterator<Item = &'a Holdings<AccountId32>>) -> New<'a> {
		let (mut series, mut kinds) = (BTreeSet::<&Series>::new(), BTreeSet::new());
		for one in held {
			let held = one.positions.iter().map(|(series, _)| series);
			series.extend(held.chain(&one.ordered).filter(|one| !self.series.contains(*one)));
			let lots = one.lots.iter().map(|(kind, _)| *kind);
			kinds.extend(lots.filter(|kind| !self.kinds.contains(kind)));
		}
		let underlyings = series.iter().map(|series| series.underlying);
		let underlyings = underlyings.filter(|one| !self.underlyings.contains(one)).collect();
		New { first: !self.begun, underlyings, series, kinds }
	}

	/// What of these bidders' accounts was not charged yet.
	pub fn new_of_bidders<'a>(&self, standing: &'a [Standing]) -> New<'a> {
		let unknown = standing.iter().filter(|one| !self.bidders.contains(&one.bid.bidder));
		self.new_of(unknown.filter_map(|one| one.held.as_ref()))
	}

	/// They are charged.
	pub fn note_bidders(&mut self, standing: &[Standing], new: New) {
		self.note(new);
		self.bidders.extend(standing.iter().map(|one| one.bid.bidder.clone()));
	}

	/// Whether nothing was charged yet of what this bidder's account writes of its own.
	pub fn is_first_of(&mut self, bidder: MarginAccountId) -> bool {
		self.takers.insert(bidder)
	}

	/// How many of these books no order was taken from yet.
	pub fn new_books(&self, ordered: &[Series]) -> u64 {
		let new = ordered.iter().filter(|series| !self.books.contains(series)).count();
		u64::try_from(new).unwrap_or(u64::MAX)
	}

	/// Orders were taken from these books.
	pub fn note_books(&mut self, ordered: Vec<Series>) {
		self.books.extend(ordered);
	}

	/// They are charged.
	pub fn note(&mut self, new: New) {
		self.begun = true;
		self.underlyings.extend(new.underlyings);
		self.series.extend(new.series);
		self.kinds.extend(new.kinds);
	}
}

impl New<'_> {
	/// What they weigh.
	pub fn weight<T: Config>(&self) -> Weight {
		let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
		let [underlyings, series, kinds] =
			[self.underlyings.len(), self.series.len(), self.kinds.len()].map(count);
		let base = match self.first {
			true => T::WeightInfo::visit_base(),
			false => Weight::zero(),
		};
		base.saturating_add(T::WeightInfo::prices(underlyings, series, kinds))
	}
}

/// The expiries of an account's positions, each once.
pub(crate) fn expiries(
	held: &Holdings<AccountId32>,
) -> impl Iterator<Item = (UnderlyingId, Moment)> + use<'_> {
	let of = |(series, _): &(Series, Quantity)| (series.underlying, series.expiry);
	// Positions are sorted by these first.
	let groups = held.positions.chunk_by(move |a, b| of(a) == of(b));
	groups.filter_map(move |group| group.first().map(of))
}

/// Whether an account has a position in this expiry.
fn holds(held: &Holdings<AccountId32>, expiry: &(UnderlyingId, Moment)) -> bool {
	let of = |(series, _): &(Series, Quantity)| (series.underlying, series.expiry);
	held.positions.binary_search_by_key(expiry, of).is_ok()
}

/// On how many rails an account may be filed, or is: its drivers and time.
pub(crate) fn rails(size: Size, filed: &Filed) -> u32 {
	// Two of each underlying, and of each lot its price and its chain; the stablecoin.
	let most = size.underlyings.saturating_add(size.lots);
	let most = most.saturating_mul(2).saturating_add(1).min(MAX_DRIVERS);
	let dues = u32::try_from(filed.dues.len()).unwrap_or(MAX_DRIVERS);
	most.max(dues).saturating_add(1)
}

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
		straddle_traits::within_proof(left, T::BlockWeights::get().max_block)
	}

	/// All that these accounts read of prices, kinds and parameters, where nothing was read yet.
	pub(crate) fn prices_of<'a>(
		held: impl IntoIterator<Item = &'a Holdings<AccountId32>>,
	) -> Weight {
		Charged::default().new_of(held).weight::<T>()
	}

	/// The most that so many accounts read of them.
	pub(crate) fn most_prices(accounts: u32) -> Weight {
		let series = MAX_POSITIONS.saturating_add(MAX_ORDERS).saturating_mul(accounts);
		T::WeightInfo::visit_base().saturating_add(T::WeightInfo::prices(
			MAX_UNDERLYINGS,
			series,
			MAX_LOTS,
		))
	}

	/// Valuing an account, which the prices are known of.
	pub(crate) fn look_weight(size: Size) -> Weight {
		T::WeightInfo::ladder_look(size.series(), size.lots)
	}

	/// What starting the auction of an account weighs by `weigh`; twice more valued where chains stand still. What
	/// standing bids do comes besides, and the end, if it ends at once.
	pub(crate) fn start_weight(size: Size, weigh: impl FnOnce(u32, u32, u32) -> Weight) -> Weight {
		weigh(size.positions, size.lots, size.orders)
			.saturating_add(Self::chains_weight(2, size))
			.saturating_add(Self::loan_weight(size))
	}

	/// The most of it, with an end.
	pub(crate) fn most_start_weight() -> Weight {
		T::WeightInfo::flag(MAX_POSITIONS, MAX_LOTS, MAX_ORDERS)
			.saturating_add(Self::end_weight())
			.saturating_add(Self::unaged_weight(Size::MOST).saturating_mul(2))
			.saturating_add(Self::lend_weight(Size::MOST))
	}

	/// Valuing an account as if no chain had aged: it knows nothing of prices, but has read them before. What is read
	/// again comes out of the block's own memory: half of the time is for that and for what follows from it.
	pub(crate) fn unaged_weight(size: Size) -> Weight {
		T::WeightInfo::prices(size.underlyings, size.series(), size.lots)
			.saturating_div(2)
			.saturating_add(Self::look_weight(size))
			.set_proof_size(0)
	}

	/// What it weighs that these have their turn at an account and one of them took a part of it, or all.
	pub(crate) fn standing_weights(
		held: &Holdings<AccountId32>,
		standing: &[Standing],
	) -> [Weight; 2] {
		let part = Self::standing_weight(held, standing);
		if standing.is_empty() {
			return [part; 2];
		}
		let gone = u64::try_from(expiries(held).count()).unwrap_or(u64::MAX);
		[part, part.saturating_add(Self::entries_weight(gone))]
	}

	fn standing_weight(held: &Holdings<AccountId32>, standing: &[Standing]) -> Weight {
		let bidders = standing.iter().filter_map(|one| one.held.as_ref());
		let turn = |bidder| Self::sold_weight(held, bidder, false, T::WeightInfo::backstop);
		match (standing.is_empty(), bidders.map(turn).reduce(|a, b| a.max(b))) {
			(true, _) => Weight::zero(),
			(false, turn) => turn.unwrap_or_else(|| T::WeightInfo::backstop(0, 0, 0)),
		}
	}

	/// What a sale weighs by what both accounts hold before it, by `weigh` and by who holds which expiry from now
	/// on. The auction's end comes besides.
	pub(crate) fn sold_weight(
		seller: &Holdings<AccountId32>,
		buyer: &Holdings<AccountId32>,
		whole: bool,
		weigh: impl FnOnce(u32, u32, u32) -> Weight,
	) -> Weight {
		let gone = if whole { expiries(seller).count() } else { 0 };
		let new = expiries(seller).filter(|expiry| !holds(buyer, expiry)).count();
		let changed = u64::try_from(gone.saturating_add(new)).unwrap_or(u64::MAX);
		let size = Size::of_both(buyer, seller);
		let own = weigh(size.series(), size.lots, Size::of(seller).positions);
		own.saturating_add(Self::entries_weight(changed))
			.saturating_add(Self::chains_weight(1, Size::of(seller)))
	}

	/// The end of an auction that may have a bounty.
	pub(crate) fn end_weight() -> Weight {
		T::WeightInfo::end().max(T::WeightInfo::touch(0, 0))
	}

	/// What the account of a standing bid writes of its own, once in a hook however often it takes: itself, that it is
	/// looked at in the next round, and the list of standing bids.
	pub(crate) fn bidder_weight() -> Weight {
		Self::entries_weight(3)
	}

	/// So many books read and written from which orders are taken, once in a hook however many accounts have some there.
	pub(crate) fn books_weight(new: u64) -> Weight {
		let each = Weight::from_parts(20_000_000, 3_500);
		each.saturating_mul(new).saturating_add(T::DbWeight::get().reads_writes(new, new))
	}

	/// So many entries written, whose keys are all that there is of them.
	fn entries_weight(changed: u64) -> Weight {
		let each = Weight::from_parts(10_000_000, 700);
		each.saturating_mul(changed).saturating_add(T::DbWeight::get().writes(changed))
	}

	/// The most that a sale weighs, with the auction's end.
	pub(crate) fn most_sold_weight(weigh: impl FnOnce(u32, u32, u32) -> Weight) -> Weight {
		let changed = MAX_POSITIONS.saturating_mul(2);
		weigh(Size::MOST.series(), MAX_LOTS, MAX_POSITIONS)
			.saturating_add(Self::entries_weight(changed.into()))
			.saturating_add(Self::end_weight())
			.saturating_add(Self::unaged_weight(Size::MOST))
	}

	/// That defaults are within bounds, and that whatever has to fit into a block or a hook's part of it does.
	pub(crate) fn check_weights() {
		assert_eq!(AuctionParams::default().validate(), Ok(()));
		assert_eq!(LevelParams::default().validate(), Ok(()));
		let blocks = T::BlockWeights::get();
		let users = blocks.get(DispatchClass::Normal).max_total.unwrap_or_default();
		let kept = blocks.max_block.saturating_sub(users);
		let calls = [
			Self::most_flag_weight(),
			Self::most_bid_weight(),
			Self::most_take_over_weight(),
			Self::most_notice_weight().saturating_add(Self::most_authorize_weight()),
		];
		for weight in calls {
			assert!(
				weight.all_lte(kept),
				"a call needs more than users leave of a block: {weight} of {kept}"
			);
		}
		let taken =
			T::WeightInfo::take_over(MAX_POSITIONS, MAX_LOTS).saturating_add(Self::most_prices(1));
		let sold = Self::most_sold_weight(T::WeightInfo::backstop)
			.saturating_add(Self::bidder_weight())
			.saturating_add(Self::most_prices(ASKED));
		let visit = T::WeightInfo::visit(Size::MOST.series(), MAX_LOTS)
			.saturating_add(taken.max(sold).max(Self::most_touch_weight()));
		let poll = Self::poll_share();
		assert!(visit.all_lte(poll), "no auction would ever be taken over");
		let step = Self::most_prices(1).saturating_add(T::WeightInfo::charge_gain(MAX_POSITIONS));
		assert!(step.all_lte(poll), "no gain would ever be charged");
		let smiles =
			T::WeightInfo::ladder_smile(MAX_SMILE_STRIKES).saturating_mul(MAX_SMILES.into());
		let odometers = T::WeightInfo::ladder_odometers(MAX_ODOMETERS).saturating_add(smiles);
		let most = odometers.saturating_add(Self::most_of_a_look());
		assert!(most.all_lte(Self::ladder_part(poll)), "no account would be looked at");
	}
}
