// SPDX-License-Identifier: GPL-3.0-or-later

//! What the steps of a liquidation weigh, and what of a block they may use (ADR 26, 46).
//!
//! A weight is a sum over parts, none of which makes it less. A step is measured with the smallest account that can be
//! sold ([`Size::ONE`]). What it takes more of a larger one is liquidation's own by an account's [`Size`], and what
//! its session worked beyond the valuations that were measured with the step, which the ledger weighs
//! (`Risk::work_weight`, ADR 40). Each part has a benchmark with one component. Where that is a number of accounts, what is
//! fixed is what a hook does once, however many accounts follow.
//!
//! Before a step the most is asked for that it may need. Charged is what it did.

use crate::{
	backstops::{Bids, Turned, CONSIDERED},
	bids::Session,
	*,
};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::{
	dispatch::DispatchClass,
	traits::Get,
	weights::{Weight, WeightMeter},
};
use sp_runtime::AccountId32;
use straddle_primitives::*;
pub(crate) use straddle_traits::{each, fixed};
use straddle_traits::{Filed, Holdings, Ladder, ProofGauge, Risk, Work, MAX_DRIVERS};

/// Most underlyings that may be listed.
pub const MAX_UNDERLYINGS: u32 = 64;

/// How large an account is.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Size {
	/// Underlyings of its positions and orders.
	pub underlyings: u32,
	/// Expiries of an underlying that it has positions in.
	pub expiries: u32,
	pub positions: u32,
	/// Series with resting orders.
	pub ordered: u32,
	pub lots: u32,
	pub orders: u32,
}

impl Size {
	/// The smallest account that can be sold.
	pub const ONE: Self =
		Self { underlyings: 1, expiries: 1, positions: 1, ordered: 0, lots: 0, orders: 0 };

	/// The largest account there may be.
	pub const MOST: Self = Self {
		underlyings: MAX_UNDERLYINGS,
		expiries: MAX_POSITIONS,
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
			expiries: count(expiries(held).count(), MAX_POSITIONS),
			positions: count(held.positions.len(), MAX_POSITIONS),
			ordered: count(held.ordered.len(), MAX_ORDERS),
			lots: count(held.lots.len(), MAX_LOTS),
			orders: held.orders,
		}
	}

	/// The most of an account that took all of another's, or a part, if it gets no smaller by that.
	pub fn of_both(held: &Holdings<AccountId32>, taken: &Holdings<AccountId32>) -> Self {
		fn distinct<K: Ord, V>(a: &[(K, V)], b: &[(K, V)], most: u32) -> u32 {
			let new = |key: &K| a.binary_search_by(|(known, _)| known.cmp(key)).is_err();
			let both = a.len().saturating_add(b.iter().filter(|(key, _)| new(key)).count());
			u32::try_from(both).map_or(most, |both| both.min(most))
		}
		let (of, gets) = (Self::of(held), Self::of(taken));
		Self {
			underlyings: of.underlyings.saturating_add(gets.underlyings).min(MAX_UNDERLYINGS),
			expiries: of.expiries.saturating_add(gets.expiries).min(MAX_POSITIONS),
			positions: distinct(&held.positions, &taken.positions, MAX_POSITIONS),
			lots: distinct(&held.lots, &taken.lots, MAX_LOTS),
			..of
		}
	}

	/// What valuing it so many times is.
	pub fn valued(self, times: u32) -> Work {
		let each = |count: u32| count.saturating_mul(times);
		Work {
			valuations: times,
			underlyings: each(self.underlyings),
			expiries: each(self.expiries),
			positions: each(self.positions),
			orders: each(self.orders),
			lots: each(self.lots),
			..Work::default()
		}
	}

	/// What it has in positions, by which valuations count.
	fn held(self) -> Work {
		Work { valuations: 0, ..self.valued(1) }
	}

	/// The most that is learnt for that through one lens: of each series a mark and a risk array.
	pub fn learnt(self) -> Work {
		Work {
			new_underlyings: self.underlyings,
			new_expiries: self.expiries.saturating_add(self.ordered),
			new_series: self.positions.saturating_add(self.ordered).saturating_mul(2),
			new_kinds: self.lots,
			..Work::default()
		}
	}
}

/// A step that was done.
#[derive(Default)]
pub(crate) struct Step {
	/// What it weighed, as measured with the smallest accounts, and what was larger.
	pub weight: Weight,
	/// How often such an account was valued in that.
	pub valued: u32,
	/// Entries written that were not read before.
	pub written: u32,
}

impl Step {
	pub fn new(weight: Weight, valued: u32, written: u32) -> Self {
		Self { weight, valued, written }
	}

	/// Both.
	pub fn and(self, other: Self) -> Self {
		Self {
			weight: self.weight.saturating_add(other.weight),
			valued: self.valued.saturating_add(other.valued),
			written: self.written.saturating_add(other.written),
		}
	}

	/// With so much more.
	pub fn plus(self, weight: Weight) -> Self {
		Self { weight: self.weight.saturating_add(weight), ..self }
	}
}

/// The series of a sale. What is stored of one is read and written once in a hook, by the first sale that moves it: to
/// those after it it costs computing alone.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Touched {
	/// That no sale of the hook has moved yet.
	pub new: u32,
	/// That one has.
	pub again: u32,
}

impl Touched {
	/// All of so many are new.
	pub fn new(count: u32) -> Self {
		Self { new: count, again: 0 }
	}

	/// Besides one that was new as the step was measured.
	pub fn beyond_new(self) -> Self {
		match self.new {
			0 => self.beyond_again(),
			new => Self { new: new.saturating_sub(1), ..self },
		}
	}

	/// Besides one that had been moved before as the step was measured.
	fn beyond_again(self) -> Self {
		Self { again: self.again.saturating_sub(1), ..self }
	}
}

/// What was charged of all that the accounts of a hook share besides prices. It lives as long as a session.
#[derive(Default)]
pub(crate) struct Charged {
	begun: bool,
	/// Those that took.
	takers: BTreeSet<MarginAccountId>,
	books: BTreeSet<Series>,
	/// That sales moved.
	series: BTreeSet<Series>,
}

impl Charged {
	/// What is shared by all, if nothing was charged yet.
	pub fn first<T: Config>(&self) -> Weight {
		type W<T> = <T as Config>::WeightInfo;
		match self.begun {
			true => Weight::zero(),
			false => fixed(W::<T>::ladder_drop)
				.saturating_add(fixed(W::<T>::start))
				.saturating_add(fixed(W::<T>::visit))
				.saturating_add(fixed(W::<T>::standing))
				.saturating_add(fixed(W::<T>::backstop)),
		}
	}

	/// That is charged.
	pub fn begin(&mut self) {
		self.begun = true;
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

	/// These are for sale.
	pub fn touched(&self, positions: &[(Series, Quantity)]) -> Touched {
		let again = positions.iter().filter(|(series, _)| self.series.contains(series)).count();
		let count = |positions: usize| u32::try_from(positions).unwrap_or(MAX_POSITIONS);
		let again = count(again);
		Touched { new: count(positions.len()).saturating_sub(again), again }
	}

	/// The same besides the one that a turn of standing bids was measured with: to the first that was new, which is in
	/// what all share, to each other it had been moved.
	fn touched_in_turn(&self, positions: &[(Series, Quantity)]) -> Touched {
		let touched = self.touched(positions);
		match self.series.is_empty() {
			true => touched.beyond_new(),
			false => touched.beyond_again(),
		}
	}

	/// These were sold, and that was not taken back.
	pub fn note_series(&mut self, positions: &[(Series, Quantity)]) {
		self.series.extend(positions.iter().map(|(series, _)| *series));
	}
}

fn times(each: Weight, count: u32) -> Weight {
	each.saturating_mul(count.into())
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

	/// Do a step, which gets to know what is left. It is charged what it says and what its session worked; of the
	/// proof what was recorded and may be written, where the node tells.
	pub(crate) fn metered<R>(
		session: &mut Session<T>,
		meter: &mut WeightMeter,
		step: impl FnOnce(&mut Session<T>, Weight) -> (R, Step),
	) -> R {
		let mut gauge = ProofGauge::<T::ProofSize>::begin();
		let (before, room) = (T::Ledger::work(session), meter.remaining());
		let (result, step) = step(session, room);
		let worked = T::Ledger::work(session).beyond(&before);
		// Of what both lenses read the proof has one: where nothing is told there was room for that.
		let weight = gauge.charge(Self::step_weight(&step, &worked), step.written).min(room);
		meter.consume(weight);
		result
	}

	/// What a step weighed in which a session worked so much.
	pub(crate) fn step_weight(step: &Step, worked: &Work) -> Weight {
		let measured = Size::ONE.valued(step.valued);
		step.weight.saturating_add(T::Ledger::work_weight(&worked.beyond(&measured)))
	}

	/// What a call weighed with all that its session worked.
	pub(crate) fn call_weight(step: &Step, session: &Session<T>) -> Weight {
		Self::step_weight(step, &T::Ledger::work(session))
	}

	/// Valuing an account so many times.
	pub(crate) fn value_weight(size: Size, times: u32) -> Weight {
		T::Ledger::work_weight(&size.valued(times))
	}

	/// The most that learning weighs what an account needs of prices, through so many lenses. They read the same.
	pub(crate) fn learn_weight(size: Size, lenses: u32) -> Weight {
		let once = T::Ledger::work_weight(&size.learnt());
		times(once, lenses).set_proof_size(once.proof_size())
	}

	/// Valuing so many lots alone, to see what has come for sale.
	pub(crate) fn renew_weight(lots: u32) -> Weight {
		T::Ledger::work_weight(&Work { lots, new_kinds: lots, ..Work::default() })
	}

	/// What is shared by the accounts of a hook, where nothing was charged yet.
	pub(crate) fn first_weight() -> Weight {
		Charged::default().first::<T>()
	}

	/// An entry of the ladder read and removed, and its account read and written, which is not valued.
	pub(crate) fn drop_weight() -> Weight {
		each(T::WeightInfo::ladder_drop)
	}

	/// A start by the ladder. Books come besides, what its orders left unread, what standing bids do, and the end, if it
	/// ends at once.
	pub(crate) fn start_step(size: Size) -> Step {
		Step::new(each(T::WeightInfo::start), 1, 0)
			.plus(Self::start_parts(size))
			.plus(Self::chains_weight(2, size))
			.plus(Self::loan_weight(size))
	}

	/// So many entries that a start wrote and did not read, which are not measured with it: by which its orders were
	/// found, and by which void quotes are.
	pub(crate) fn unread_step(written: u32) -> Step {
		Step::new(T::DbWeight::get().writes(written.into()), 0, written)
	}

	/// The most of them.
	pub(crate) fn most_unread(size: Size) -> u32 {
		size.orders.saturating_mul(2).saturating_add(1)
	}

	/// What more of an account adds to its start, of its own: by positions in expiries of their own, underlyings of
	/// their own, lots, and orders without their books.
	pub(crate) fn start_parts(size: Size) -> Weight {
		type W<T> = <T as Config>::WeightInfo;
		let [position, underlying] = Self::own(
			1,
			[
				(W::<T>::start_positions, Work { positions: 1, expiries: 1, ..Work::default() }),
				(W::<T>::start_underlyings, Size::ONE.held()),
			],
		);
		let [lot] = Self::own(1, [(W::<T>::start_lots, Work { lots: 1, ..Work::default() })]);
		let [order] = Self::own(1, [(W::<T>::start_orders, Work { orders: 1, ..Work::default() })]);
		let queue = order.saturating_sub(T::DbWeight::get().reads_writes(1, 1));
		times(position, size.positions.saturating_sub(1))
			.saturating_add(times(underlying, size.underlyings.saturating_sub(1)))
			.saturating_add(times(lot, size.lots))
			.saturating_add(times(queue, size.orders))
	}

	/// So many books read and written from which orders are taken, once in a hook however many accounts have some
	/// there: all else of them came with the orders.
	pub(crate) fn books_weight(new: u64) -> Weight {
		T::DbWeight::get().reads_writes(new, new)
	}

	/// What more of a seller adds to a sale, of its own: by positions, whose series are `touched` besides what was measured
	/// with the sale, by entries of who holds which expiry that `changed`, by underlyings of their own, and by lots.
	pub(crate) fn sold_parts(size: Size, touched: Touched, changed: u32) -> Weight {
		type W<T> = <T as Config>::WeightInfo;
		let [position, expiry, underlying] = Self::own(
			SOLD,
			[
				(W::<T>::sold_positions, Work { positions: 1, ..Work::default() }),
				(W::<T>::sold_expiries, Work { positions: 1, expiries: 1, ..Work::default() }),
				(W::<T>::sold_underlyings, Size::ONE.held()),
			],
		);
		let [lot] = Self::own(SOLD, [(W::<T>::sold_lots, Work { lots: 1, ..Work::default() })]);
		times(position, touched.new)
			.saturating_add(times(Self::sold_again_weight().min(position), touched.again))
			.saturating_add(times(expiry, changed.saturating_sub(1)))
			.saturating_add(times(underlying, size.underlyings.saturating_sub(1)))
			.saturating_add(times(lot, size.lots))
	}

	/// What one more position adds to a sale whose series another sale of the hook has moved: what two sales of it take, of
	/// two sellers, beyond what one does.
	pub(crate) fn sold_again_weight() -> Weight {
		type W<T> = <T as Config>::WeightInfo;
		let sold = |positions: u32| Work { positions, ..Work::default() };
		let [_, again] = Self::own(
			SOLD,
			[(W::<T>::sold_positions, sold(1)), (W::<T>::sold_positions_again, sold(2))],
		);
		again
	}

	/// What one more costs by each of these beyond what is valued of it so many times, and, since each comes with one
	/// of those before it, beyond what those cost.
	fn own<const N: usize>(valued: u32, of: [(fn(u32) -> Weight, Work); N]) -> [Weight; N] {
		let mut before = Weight::zero();
		of.map(|(of, work)| {
			let all = (0..valued).fold(Work::default(), |sum, _| sum.plus(&work));
			let slope = each(of).saturating_sub(T::Ledger::work_weight(&all));
			let own = slope.saturating_sub(before);
			before = before.max(slope);
			own
		})
	}

	/// A sale, by what both accounts hold before it, the series that it touches besides what was measured with it, and what
	/// of the seller goes.
	pub(crate) fn sold_weight(
		seller: &Holdings<AccountId32>,
		buyer: &Holdings<AccountId32>,
		touched: Touched,
		whole: bool,
	) -> Weight {
		let gone = if whole { expiries(seller).count() } else { 0 };
		let new = expiries(seller).filter(|expiry| !holds(buyer, expiry)).count();
		let changed = u32::try_from(gone.saturating_add(new)).unwrap_or(u32::MAX);
		let size = Size::of(seller);
		Self::sold_parts(size, touched, changed).saturating_add(Self::chains_weight(1, size))
	}

	/// What the account of a standing bid reads and writes of its own, once in a hook however often it takes: itself,
	/// that it is looked at in the next round, and the list of standing bids.
	pub(crate) fn bidder_weight() -> Weight {
		Weight::from_parts(30_000_000, 2_100).saturating_add(T::DbWeight::get().reads_writes(1, 3))
	}

	/// Reading what stands for an account and what the bidders hold.
	pub(crate) fn standing_weight(read: bool) -> Weight {
		match read {
			true => each(T::WeightInfo::standing),
			false => Weight::zero(),
		}
	}

	/// What the turn of these was at an account that held these, with the end, if it ended, after so much was charged.
	pub(crate) fn turn_step(
		charged: &Charged,
		seller: &Holdings<AccountId32>,
		bids: &Bids,
		turned: &Turned,
		paid: bool,
	) -> Step {
		let read = Step::default().plus(Self::standing_weight(bids.read));
		if !turned.tried {
			return read;
		}
		let failed = times(T::WeightInfo::cancel_backstop(), turned.failed);
		let turn = each(T::WeightInfo::backstop).saturating_add(failed);
		let Some(asked) = &turned.asked else { return read.plus(turn) };
		let buyer = bids.turns.iter().find(|one| one.bid.bidder == asked.bidder);
		let touched = charged.touched_in_turn(&seller.positions);
		let sold = buyer.and_then(|one| {
			Some(Self::sold_weight(seller, one.held.as_ref()?, touched, asked.whole))
		});
		let expiries = u32::try_from(expiries(seller).count()).unwrap_or(MAX_POSITIONS);
		let turn = read.and(Step::new(turn, 2, expiries)).plus(sold.unwrap_or_default());
		match asked.ended {
			true => turn.and(Self::end_step(paid)),
			false => turn,
		}
	}

	/// The same in a hook, with what its bidder's account has of its own. What it has in common with those after it is
	/// charged then.
	pub(crate) fn charge_turn(
		charged: &mut Charged,
		seller: &Holdings<AccountId32>,
		bids: &Bids,
		turned: Turned,
		paid: bool,
	) -> Step {
		let turn = Self::turn_step(charged, seller, bids, &turned, paid);
		let Some(asked) = turned.asked else { return turn };
		if asked.sold {
			charged.note_series(&seller.positions);
		}
		match charged.is_first_of(asked.bidder) {
			true => turn.and(Step::new(Self::bidder_weight(), 0, 1)),
			false => turn,
		}
	}

	/// The end of an auction as a step: that it ended and that its account is hot is written unread.
	pub(crate) fn end_step(paid: bool) -> Step {
		Step::new(Self::end_weight(paid), 0, 2)
	}

	/// The most that a turn of these weighs, with the auction's end, whatever was sold before it.
	pub(crate) fn most_turn_weight(
		seller: &Holdings<AccountId32>,
		bids: &Bids,
		paid: bool,
	) -> Weight {
		if bids.turns.is_empty() {
			return Self::standing_weight(bids.read);
		}
		let bidders = bids.turns.iter().filter_map(|one| one.held.as_ref());
		let size = Size::of(seller);
		let touched = Touched::new(size.positions);
		let sold = bidders.map(|bidder| {
			Self::sold_weight(seller, bidder, touched, true)
				.saturating_add(Self::value_weight(Size::of_both(bidder, seller), BOUGHT))
				.saturating_add(Self::learn_weight(Size::of(bidder), 1))
		});
		let sold = sold.reduce(|a, b| a.max(b)).unwrap_or_default();
		Self::standing_weight(bids.read)
			.saturating_add(each(T::WeightInfo::backstop))
			.saturating_add(times(T::WeightInfo::cancel_backstop(), CONSIDERED))
			.saturating_add(sold)
			.saturating_add(Self::value_weight(size, 1))
			.saturating_add(Self::bidder_weight())
			.saturating_add(<Self as Ladder>::weight(MOVED))
			.saturating_add(Self::end_weight(paid))
	}

	/// The end of an auction, of which nothing is valued; with a bounty or without.
	pub(crate) fn end_weight(paid: bool) -> Weight {
		match paid {
			true => each(T::WeightInfo::end_paid),
			false => each(T::WeightInfo::end),
		}
	}

	/// The most that a sale to the largest account weighs besides `own`, which nothing was valued for yet but the
	/// seller, with the auction's end.
	pub(crate) fn most_sold_weight(own: Weight) -> Weight {
		let learnt = Size { underlyings: 0, lots: 0, ..Size::MOST };
		own.saturating_add(Self::most_sold_parts())
			.saturating_add(Self::value_weight(Size::MOST, BOUGHT.saturating_add(1)))
			.saturating_add(Self::learn_weight(learnt, 1))
			.saturating_add(<Self as Ladder>::weight(MOVED))
			.saturating_add(Self::end_weight(true))
			.saturating_add(Self::unaged_weight(Size::MOST))
	}

	/// The most that the largest account adds to a sale: no series of it was moved before.
	pub(crate) fn most_sold_parts() -> Weight {
		let touched = Touched::new(MAX_POSITIONS);
		Self::sold_parts(Size::MOST, touched, MAX_POSITIONS.saturating_mul(2))
	}

	/// The most that a start weighs, with its end.
	pub(crate) fn most_start_weight(size: Size) -> Weight {
		Self::start_step(size)
			.and(Self::unread_step(Self::most_unread(size)))
			.weight
			.saturating_add(Self::books_weight(size.ordered.into()))
			.saturating_add(Self::end_weight(false))
	}

	/// That defaults are within bounds, and that whatever has to fit into a block or a hook's part of it does.
	pub(crate) fn check_weights() {
		assert_eq!(AuctionParams::default().validate(), Ok(()));
		assert_eq!(LevelParams::default().validate(), Ok(()));
		let blocks = T::BlockWeights::get();
		let users = blocks.get(DispatchClass::Normal).max_total.unwrap_or_default();
		let kept = blocks.max_block.saturating_sub(users);
		let calls = [
			("flag", Self::most_flag_weight()),
			("bid", Self::most_bid_weight()),
			("take_over", Self::most_take_over_weight()),
			("bid_lots", Self::most_bid_lots_weight()),
			(
				"flag_as_feeder",
				Self::most_notice_weight().saturating_add(Self::most_authorize_weight()),
			),
		];
		for (call, weight) in calls {
			assert!(
				weight.all_lte(kept),
				"{call} needs more than users leave of a block: {weight} of {kept}"
			);
		}
		let poll = Self::poll_share();
		let turn = each(T::WeightInfo::standing)
			.saturating_add(each(T::WeightInfo::backstop))
			.saturating_add(times(T::WeightInfo::cancel_backstop(), CONSIDERED))
			.saturating_add(Self::bidder_weight());
		let sold = Self::most_sold_weight(turn);
		let visit = Self::first_weight()
			.saturating_add(each(T::WeightInfo::visit))
			.saturating_add(Self::value_weight(Size::MOST, 1))
			.saturating_add(Self::learn_weight(Size::MOST, 1))
			.saturating_add(Self::unaged_weight(Size::MOST))
			.saturating_add(Self::end_weight(true))
			.saturating_add(sold.max(Self::most_taken_over_weight(Size::MOST)));
		assert!(visit.all_lte(poll), "no auction would ever be taken over: {visit} of {poll}");
		let step = fixed(T::WeightInfo::charge_gain).saturating_add(Self::most_charge_weight());
		assert!(step.all_lte(poll), "no gain would ever be charged: {step} of {poll}");
		let smiles =
			T::WeightInfo::ladder_smile(MAX_SMILE_STRIKES).saturating_mul(MAX_SMILES.into());
		let odometers = T::WeightInfo::ladder_odometers(MAX_ODOMETERS).saturating_add(smiles);
		let most = odometers.saturating_add(Self::most_of_a_look());
		let part = Self::ladder_part(poll);
		assert!(most.all_lte(part), "no account would be looked at: {most} of {part}");
	}
}

/// How often a sale values each position that is sold: with the seller before it, with the bidder, and with the
/// seller after it.
pub(crate) const SOLD: u32 = 3;

/// How often the bidder may be valued: after it, before it if it is unsound then, and to see why it was refused.
const BOUGHT: u32 = 3;

/// Places of the ladder to which a sale moves its accounts: both become hot.
const MOVED: u32 = 2;
