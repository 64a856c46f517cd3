// SPDX-License-Identifier: GPL-3.0-or-later

//! Accounts, auctions and bids for benchmarks.

use super::*;
use crate::{
	backstops::{Bids, CONSIDERED},
	bids::{Lookup, Session},
	costs::Charged,
	lots::LotBid,
};
use codec::{Encode, MaxEncodedLen};
use frame_support::{traits::EnsureOrigin, weights::Weight, BoundedVec};
use sp_runtime::{AccountId32, DispatchResult};
use straddle_math::fixed::Rounding;
use straddle_traits::{
	benchmarking::{open_market, Nth},
	CollateralCredit, DriverId, Entry, Filed, Holdings, Journal, OverdueCash, Prices, Rule,
};

/// The chain whose pool lends.
pub(crate) const LENDER: SourceId = SourceId(60_000);

pub(crate) fn key(n: u8) -> AccountId32 {
	AccountId32::new([n; 32])
}

pub(crate) fn unit<T: Config>() -> Cash {
	T::Ledger::cash_unit() as Cash
}

/// What an account has besides cash, and what is one of its lots.
pub(crate) struct Shape {
	pub positions: Vec<Nth>,
	pub lots: u32,
	pub orders: u32,
}

const LOT: u128 = 1_000_000_000_000;

impl Shape {
	fn of(positions: Vec<Nth>) -> Self {
		Self { positions, lots: 0, orders: 0 }
	}

	/// The smallest that can be sold.
	pub fn one() -> Self {
		Self::strikes(1)
	}

	/// So many positions in one expiry.
	pub fn strikes(count: u32) -> Self {
		Self::of(Nth::strikes(count))
	}

	/// Each in an expiry of its own.
	pub fn expiries(count: u32) -> Self {
		Self::of(Nth::expiries(count))
	}

	/// Each in an underlying of its own.
	pub fn underlyings(count: u32) -> Self {
		Self::of(Nth::underlyings(count))
	}
}

/// Short in crowded markets, valued by the dearer rule, with nine tenths of the equity that it needs: sold in part.
pub(crate) fn failing<T: Config>(
	owner: u8,
	shape: &Shape,
) -> Result<MarginAccountId, BenchmarkError> {
	let account = T::Ledger::open_for_benchmark(&key(owner), 0, 0);
	T::Ledger::turn_for_benchmark(&account);
	hold::<T>(&account, &shape.positions)?;
	T::OnAuction::fill_for_benchmark(&account, shape.orders);
	// It sets its market anew, which then waits for a quorum.
	Quorums::<T>::kill();
	give_lots::<T>(&account, shape.lots)?;
	let is = T::Ledger::assess(&account, Lens::Latest).map_err(|_| "the account has no value")?;
	let missing = is.requirement().into_inner() / 10 * 9 - is.equity().into_inner();
	let cash = Pallet::<T>::to_cash(missing, Rounding::Down)?;
	let pay = |account, by| Entry::new(account, Rule::Forced).cash(by);
	T::Ledger::book(Journal::of(vec![pay(account.clone(), cash), pay(rich::<T>(96), -cash)]))?;
	Ok(account)
}

/// So many of the smallest, of an owner each.
pub(crate) fn all_failing<T: Config>(n: u32) -> Result<Vec<MarginAccountId>, BenchmarkError> {
	prepare::<T>();
	(0..n).map(|n| failing::<T>(10 + n as u8, &Shape::one())).collect()
}

/// Let an account be short a contract of each.
pub(crate) fn hold<T: Config>(
	account: &MarginAccountId,
	positions: &[Nth],
) -> Result<(), BenchmarkError> {
	for market in positions.iter().map(|nth| nth.market()) {
		if open_market::<T::Prices>(market) {
			T::Ledger::crowd_for_benchmark(market);
		}
	}
	let side = |account, by| {
		let mut entry = Entry::new(account, Rule::Forced);
		let now = T::Time::now();
		entry.positions = positions.iter().map(|nth| (nth.series(now), by)).collect();
		entry
	};
	let journal = vec![side(account.clone(), -CONTRACT), side(rich::<T>(95), CONTRACT)];
	T::Ledger::book(Journal::of(journal)).map_err(|_| "the ledger refuses positions")?;
	Ok(())
}

/// Give an account so many lots: the last kinds, since those that the genesis lists need not have a price.
pub(crate) fn give_lots<T: Config>(
	account: &MarginAccountId,
	l: u32,
) -> Result<Vec<(CollateralId, u128)>, BenchmarkError> {
	let kinds = T::Collateral::kinds_for_benchmark().into_iter().filter(|kind| *kind != CASH).rev();
	let mut lots: Vec<_> = kinds.take(l as usize).map(|kind| (kind, LOT)).collect();
	lots.sort();
	let mut gift = Entry::new(account.clone(), Rule::Credit);
	gift.lots = lots.iter().map(|(kind, amount)| (*kind, *amount as i128)).collect();
	let lots_in = gift.lots.clone();
	T::Ledger::book(Journal { lots_in, ..Journal::of(vec![gift]) })
		.map_err(|_| "the ledger refuses lots")?;
	Ok(lots)
}

/// A rich bidder of this owner, valued by the dearer rule.
pub(crate) fn bidder<T: Config>(owner: u8) -> MarginAccountId {
	let bidder = rich::<T>(owner);
	T::Ledger::turn_for_benchmark(&bidder);
	bidder
}

/// What the ladder knows of an account that it starts.
pub(crate) struct Found {
	account: MarginAccountId,
	held: Holdings<AccountId32>,
	latest: Option<Assessment>,
}

/// Start it as the ladder does. Returns whether it is in auction then.
pub(crate) fn start<T: Config>(session: &mut Session<T>, found: Found) -> bool {
	let Found { account, held, latest } = found;
	let (of, spare) = (account.clone(), Weight::zero());
	let started = Pallet::<T>::start(session, None, of, None, held, latest, spare);
	started.is_ok() && Auctions::<T>::contains_key(&account)
}

/// Accounts whose session knows all prices, and what it had worked before.
pub(crate) struct Many<T: Config> {
	pub session: Session<T>,
	pub accounts: Vec<MarginAccountId>,
	pub before: Work,
	/// With how many of them all went well.
	pub done: u32,
}

impl<T: Config> Many<T> {
	pub fn of(accounts: Vec<MarginAccountId>) -> Result<Self, BenchmarkError> {
		let session = warm::<T>(&accounts.iter().collect::<Vec<_>>())?;
		let before = T::Ledger::work(&session);
		Ok(Self { session, accounts, before, done: 0 })
	}

	/// Each valued at the latest prices.
	pub fn found(&mut self) -> Result<Vec<Found>, BenchmarkError> {
		let mut all = Vec::new();
		for account in self.accounts.clone() {
			let held = T::Ledger::holdings(&account).ok_or("it is there")?;
			let latest = T::Ledger::assess_in(&mut self.session, &account, Lens::Latest).ok();
			all.push(Found { account, held, latest });
		}
		self.before = T::Ledger::work(&self.session);
		Ok(all)
	}

	/// Each as it is in auction, with what stands for it.
	pub fn looks(&mut self) -> Result<Vec<(MarginAccountId, Lookup, Bids)>, BenchmarkError> {
		let mut all = Vec::new();
		for account in self.accounts.clone() {
			let look = Pallet::<T>::look_up(&mut self.session, &account)?;
			let bids = Pallet::<T>::turns_of(Pallet::<T>::standing(), &account, &look);
			all.push((account, look, bids));
		}
		self.before = T::Ledger::work(&self.session);
		Ok(all)
	}

	/// That all went well with each of them, and each was valued so often.
	pub fn assert_done(&self, accounts: u32, times: u32) {
		assert_eq!(self.done, accounts);
		let valued = costs::Size::ONE.valued(accounts * times);
		assert_worked::<T>(&self.session, &self.before, valued);
	}
}

/// One of a shape, about to be started by whoever knows all prices.
pub(crate) struct Start<T: Config> {
	all: Many<T>,
	found: Option<Found>,
}

impl<T: Config> Start<T> {
	pub fn of(shape: &Shape) -> Result<Self, BenchmarkError> {
		prepare::<T>();
		let mut all = Many::of(vec![failing::<T>(1, shape)?])?;
		let found = all.found()?.pop();
		Ok(Self { all, found })
	}

	pub fn go(&mut self) {
		let Some(found) = self.found.take() else { return };
		self.all.done = start::<T>(&mut self.all.session, found).into();
	}

	/// That it is in auction without its orders, and was valued so.
	pub fn assert_done(&self, least: Work) {
		assert_eq!(self.all.done, 1);
		assert!(self.all.accounts.iter().all(|account| T::Ledger::orders(account).is_empty()));
		assert_worked::<T>(&self.all.session, &self.all.before, least);
	}
}

/// A seller in auction and his bidder, before one buys of the other, and what the session has worked.
pub(crate) struct Deal<T: Config> {
	session: Session<T>,
	seller: MarginAccountId,
	bidder: MarginAccountId,
	/// Whose it is.
	who: AccountId32,
	held: Holdings<AccountId32>,
	before: Work,
}

impl<T: Config> Deal<T> {
	/// Worst: a day has begun, so whoever moves a series first marks it.
	pub fn over(shape: &Shape) -> Result<Self, BenchmarkError> {
		let deal = Self::between(1, 2, shape)?;
		T::Ledger::turn_day_for_benchmark();
		Ok(deal)
	}

	/// Two over the same series, which nobody else has in common.
	pub fn both(shape: &Shape) -> Result<[Self; 2], BenchmarkError> {
		let both = [Self::between(1, 2, shape)?, Self::between(4, 5, shape)?];
		T::Ledger::turn_day_for_benchmark();
		Ok(both)
	}

	/// Of accounts of these owners.
	fn between(seller: u8, buyer: u8, shape: &Shape) -> Result<Self, BenchmarkError> {
		prepare::<T>();
		fill_pool::<T>()?;
		let (seller, bidder) = (auctioned::<T>(seller, shape)?, bidder::<T>(buyer));
		let session = warm::<T>(&[&seller, &bidder])?;
		let (held, before) =
			(T::Ledger::holdings(&seller).ok_or("it is there")?, T::Ledger::work(&session));
		Ok(Self { session, seller, bidder, who: key(buyer), held, before })
	}

	pub fn bid(&mut self) -> DispatchResult {
		let (who, all) = (self.who.clone(), Perbill::from_percent(100));
		let (seller, bidder) = (self.seller.clone(), self.bidder.clone());
		Pallet::<T>::do_bid(&mut self.session, who, seller, bidder, 0, all, Cash::MAX)
	}

	/// What of it a hook notes for the sales after it. Returns how many of its series it had noted before.
	pub fn note(&self, charged: &mut Charged) -> u32 {
		let again = charged.touched(&self.held.positions).again;
		charged.note_series(&self.held.positions);
		again
	}

	/// That the bidder has a part of all, and that all was valued as often as its weight has it.
	pub fn assert_done(&self) {
		let bought = T::Ledger::holdings(&self.bidder).expect("it is there");
		assert_eq!(bought.positions.len(), self.held.positions.len());
		assert_eq!(bought.lots.len(), self.held.lots.len());
		let left = T::Ledger::holdings(&self.seller).expect("it is there");
		assert_eq!(left.positions.len(), self.held.positions.len(), "sold in part");
		let size = costs::Size::of(&self.held);
		assert_worked::<T>(&self.session, &self.before, size.valued(costs::SOLD));
	}
}

/// That a session has worked at least so much since: what a weight takes for measured was.
pub(crate) fn assert_worked<T: Config>(session: &Session<T>, before: &Work, least: Work) {
	let worked = T::Ledger::work(session).beyond(before);
	assert_eq!(worked.at_most(&least), least, "{worked:?}");
}

pub(crate) fn rich<T: Config>(owner: u8) -> MarginAccountId {
	T::Ledger::open_for_benchmark(&key(owner), 0, unit::<T>() * 1_000_000_000)
}

/// Money for the pool, from a rich account.
pub(crate) fn fill_pool<T: Config>() -> Result<(), BenchmarkError> {
	let amount = unit::<T>() * 100_000_000;
	let giver = Entry::new(rich::<T>(99), Rule::Forced).cash(-amount);
	T::Ledger::book(Journal::of(vec![giver]).pot(Pot::GlobalPool, amount))
		.map_err(|_| "the ledger refuses to fill the pool")?;
	Ok(())
}

/// Parameters under which every auction may start and one may be sold in part.
pub(crate) fn prepare<T: Config>() {
	let params = AuctionParams { cutoff: Money::from_u32(0), ..Default::default() };
	Params::<T>::put(params);
	Halt::<T>::kill();
	Quorums::<T>::kill();
}

/// Flagged, with an account for the bounty of its own. Its record is as large as it gets: as many sales as are
/// remembered are past, of nothing, and all that stood then have had their turn.
pub(crate) fn auctioned<T: Config>(
	owner: u8,
	shape: &Shape,
) -> Result<MarginAccountId, BenchmarkError> {
	let account = failing::<T>(owner, shape)?;
	let reward_to = rich::<T>(owner + 60);
	Pallet::<T>::flag(RawOrigin::Signed(key(3)).into(), account.clone(), reward_to)
		.map_err(|_| "the account cannot be flagged")?;
	Auctions::<T>::mutate_extant(&account, |auction| {
		auction.past = Past::truncate_from(vec![auction.left; MAX_PAST as usize]);
		auction.state_id = MAX_PAST;
		auction.passed = Some((Perbill::from_percent(100), u32::MAX));
		assert_eq!(auction.encoded_size(), Auction::max_encoded_len());
	});
	Ok(account)
}

/// So many of the smallest, of an owner each.
pub(crate) fn all_auctioned<T: Config>(n: u32) -> Result<Vec<MarginAccountId>, BenchmarkError> {
	prepare::<T>();
	(0..n).map(|n| auctioned::<T>(10 + n as u8, &Shape::one())).collect()
}

/// The auctions of so many, over which healed, with a bounty each.
pub(crate) fn ending<T: Config>(
	n: u32,
	bounty: Cash,
) -> Result<Vec<(MarginAccountId, Holdings<AccountId32>, Auction)>, BenchmarkError> {
	prepare::<T>();
	let bounties = bounty * Cash::from(n);
	let giver = Entry::new(rich::<T>(99), Rule::Forced).cash(-bounties);
	T::Ledger::book(Journal::of(vec![giver]).pot(Pot::Bounties, bounties))
		.map_err(|_| "the ledger refuses bounties")?;
	let of = |account: MarginAccountId| {
		Auctions::<T>::mutate_extant(&account, |auction| auction.bounty = bounty);
		let auction = Auctions::<T>::get(&account).ok_or("it is in auction")?;
		let held = T::Ledger::holdings(&account).ok_or("it is there")?;
		Ok((account, held, auction))
	};
	all_auctioned::<T>(n)?.into_iter().map(of).collect()
}

/// An account that owes one unit and holds nothing, recorded, and an empty pool.
pub(crate) fn indebted<T: Config>(owner: u8) -> Result<MarginAccountId, BenchmarkError> {
	prepare::<T>();
	let pool = T::Ledger::pot(Pot::GlobalPool);
	let emptied = Journal::default().pot(Pot::GlobalPool, -pool).pot(Pot::Treasury, pool);
	T::Ledger::book(emptied).map_err(|_| "the ledger refuses to empty the pool")?;
	let account = T::Ledger::open_for_benchmark(&key(owner), 9, 0);
	let debt = Entry::new(account.clone(), Rule::Forced).cash(-unit::<T>());
	T::Ledger::book(Journal::of(vec![debt]).pot(Pot::Treasury, unit::<T>()))
		.map_err(|_| "the ledger refuses the debt")?;
	Pallet::<T>::record_deficit(&account, unit::<T>())?;
	Ok(account)
}

/// It is written off, and the pool pays. As many losses wait as there may be.
pub(crate) fn bear<T: Config>(debtor: &MarginAccountId) -> DispatchResult {
	Pallet::<T>::write_off(debtor)?;
	fill_pool::<T>().map_err(|_| "the pool is empty")?;
	for n in 0..MAX_WATCHED {
		Unborne::<T>::insert(Bearer::Gains(UnderlyingId(1_000 + n as u16)), 1);
	}
	Ok(())
}

/// What is known of prices after these accounts were valued through both lenses.
pub(crate) fn warm<T: Config>(accounts: &[&MarginAccountId]) -> Result<Session<T>, BenchmarkError> {
	let mut session = T::Ledger::session();
	for account in accounts {
		for lens in [Lens::Latest, Lens::MedianOfThree] {
			T::Ledger::assess_in(&mut session, account, lens).map_err(|_| "no value")?;
		}
	}
	Ok(session)
}

/// An account with a lot that owes ten cash units, all due, and the lot's kind.
pub(crate) fn debtor<T: Config>() -> Result<(MarginAccountId, CollateralId), BenchmarkError> {
	prepare::<T>();
	let account = T::Ledger::open_for_benchmark(&key(1), 0, 0);
	T::Ledger::turn_for_benchmark(&account);
	let (kind, _) = give_lots::<T>(&account, 1)?.pop().ok_or("no kind is listed")?;
	let owed = unit::<T>() * 10;
	let pay = |account, by| Entry::new(account, Rule::Forced).cash(by);
	T::Ledger::book(Journal::of(vec![pay(account.clone(), -owed), pay(rich::<T>(96), owed)]))
		.map_err(|_| "the ledger refuses a debt")?;
	T::Overdue::call_for_benchmark();
	Ok((account, kind))
}

/// An account with `l` lots that owes ten cash units, and a chain's pool that can lend.
pub(crate) fn stranded<T: Config>(
	l: u32,
) -> Result<(MarginAccountId, Vec<(CollateralId, u128)>), BenchmarkError> {
	prepare::<T>();
	let account = T::Ledger::open_for_benchmark(&key(1), 0, 0);
	let lots = give_lots::<T>(&account, l)?;
	let (owed, pool) = (unit::<T>() * 10, unit::<T>() * 1_000_000);
	let pay = |account, by| Entry::new(account, Rule::Forced).cash(by);
	let journal = vec![pay(account.clone(), -owed), pay(rich::<T>(96), owed - pool)];
	T::Ledger::book(Journal::of(journal).pot(Pot::ChainPool(LENDER), pool))
		.map_err(|_| "the ledger refuses a debt")?;
	Ok((account, lots))
}

/// The same, and it has lent.
pub(crate) fn lent<T: Config>() -> Result<(MarginAccountId, MarginAccountId), BenchmarkError> {
	let (account, lots) = stranded::<T>(MAX_LOTS)?;
	Pallet::<T>::lend_against(&mut T::Ledger::session(), &account, LENDER, lots)?;
	let loan = Loans::<T>::get(&account, LENDER).ok_or("nothing was lent")?;
	Ok((account, loan.pledge))
}

/// So many standing bids with bonds, of which all but a few near the end are for too little; the first of these, of
/// owner 100, is returned. They are the ones that are considered, and their accounts are there.
pub(crate) fn stand<T: Config>(count: u32) -> Result<MarginAccountId, BenchmarkError> {
	let bond = unit::<T>() * 1_000;
	let first = rich::<T>(100);
	let able = count - CONSIDERED - 1..count - 1;
	let all: Vec<_> = (0..count)
		.map(|number| Backstop {
			bidder: match able.contains(&number) {
				true => rich::<T>(100 + (number - able.start) as u8),
				false => MarginAccountId(key(number as u8)),
			},
			kappa_min: Perbill::from_percent(2),
			left: Money::from_u32(if able.contains(&number) { 1_000_000_000 } else { 0 }),
			underlyings: all_covered(),
			bond,
			number,
			rests: 0,
		})
		.collect();
	let all = BackstopList::try_from(all).map_err(|_| "too many standing bids")?;
	Backstops::<T>::put(all);
	let bonds = bond * Cash::from(count);
	let giver = Entry::new(rich::<T>(99), Rule::Forced).cash(-bonds);
	T::Ledger::book(Journal::of(vec![giver]).pot(Pot::Backstops, bonds))
		.map_err(|_| "the ledger refuses bonds")?;
	Ok(first)
}

/// A feeder's word that an account fails, and who gets the bounty.
pub(crate) fn noticed<T: Config>() -> Result<(NoticeOf<T>, NoticeSignatureOf<T>), BenchmarkError> {
	prepare::<T>();
	let feeder = T::Feeders::seat_for_benchmark();
	let notice = Notice {
		feeder,
		slot: 0,
		genesis: Pallet::<T>::genesis_hash(),
		at_block: frame_system::Pallet::<T>::block_number(),
		account: failing::<T>(1, &Shape::one())?,
		reward_to: Some(rich::<T>(2)),
	};
	let signature = T::Feeders::sign(feeder, &notice.payload()).ok_or("the key is not held")?;
	Ok((notice, signature))
}

/// File these where they are due and on the hot list.
pub(crate) fn due_and_hot<T: Config>(accounts: &[MarginAccountId]) {
	for account in accounts {
		file::<T>(account, &Dues::for_benchmark(0, 1), true);
	}
}

/// File an account there alone, and on the hot list if it is to be there.
pub(crate) fn file<T: Config>(account: &MarginAccountId, dues: &Dues, hot: bool) -> Filed {
	let mut filed = Filed::default();
	Pallet::<T>::file_at(account, &mut filed, dues, true);
	if hot {
		Pallet::<T>::file_hot(account, &mut filed);
	}
	T::Ledger::set_filed(account, filed.clone());
	filed
}

/// An ended auction that is too old.
pub(crate) fn ended<T: Config>() -> MarginAccountId {
	prepare::<T>();
	Params::<T>::mutate(|params| params.resume_ms = 0);
	let account = rich::<T>(2);
	let ended = EndedAuction {
		ended_at: 0,
		biddable_ms: 0,
		state_id: 0,
		sale: Sale::Whole,
		gained: Perbill::zero(),
	};
	Ended::<T>::insert(&account, ended);
	account
}

/// End the auctions of these, which healed.
pub(crate) fn end_all<T: Config>(
	all: &[(MarginAccountId, Holdings<AccountId32>, Auction)],
) -> DispatchResult {
	for (account, held, auction) in all {
		Pallet::<T>::end(account.clone(), held, auction, 0, EndReason::Healed)?;
	}
	Ok(())
}

/// As many underlyings as a standing bid may be for.
pub(crate) fn all_covered() -> Covered {
	let all: Vec<_> = (0..MAX_WATCHED).map(|n| UnderlyingId(n as u16)).collect();
	all.try_into().unwrap_or_default()
}

/// Let a sale of lots have the record of a pool's own account with as many lots as may be.
pub(crate) fn fill_offer<T: Config>(account: &MarginAccountId) {
	LotAuctions::<T>::mutate_extant(account, |auction| {
		let lots = (0..MAX_LOTS).map(|n| (CollateralId(n as u16), LOT)).collect();
		auction.lots = BoundedVec::truncate_from(lots);
		assert_eq!(auction.encoded_size(), LotAuction::max_encoded_len());
	});
}

/// A bid on the lot of a debtor by an account with cash alone.
pub(crate) fn lot_bid<T: Config>() -> Result<LotBid, BenchmarkError> {
	let (account, kind) = debtor::<T>()?;
	<Pallet<T> as CashMeans>::collect(&account, 1).map_err(|_| "the lots cannot be sold")?;
	fill_offer::<T>(&account);
	let state_id = LotAuctions::<T>::get(&account).ok_or("no sale")?.state_id;
	let (bidder, max_payment) = (bidder::<T>(2), Cash::from(u64::MAX));
	Ok(LotBid { account, bidder, state_id, kind, amount: LOT, max_payment })
}

/// In auction with a bounty, and it brought enough.
pub(crate) fn healed<T: Config>() -> Result<MarginAccountId, BenchmarkError> {
	let (account, ..) = ending::<T>(1, unit::<T>())?.pop().ok_or("it is there")?;
	add_cash::<T>(&account, 10_000_000)?;
	Ok(account)
}

/// So many cash units for an account, from a rich one.
pub(crate) fn add_cash<T: Config>(
	account: &MarginAccountId,
	units: Cash,
) -> Result<(), BenchmarkError> {
	let amount = unit::<T>() * units;
	let giver = Entry::new(rich::<T>(99), Rule::Forced).cash(-amount);
	let taker = Entry::new(account.clone(), Rule::Credit).cash(amount);
	T::Ledger::book(Journal::of(vec![giver, taker])).map_err(|_| "the ledger refuses cash")?;
	Ok(())
}

/// Nobody wanted it: the pool may have it.
pub(crate) fn unwanted<T: Config>() -> Result<MarginAccountId, BenchmarkError> {
	prepare::<T>();
	fill_pool::<T>()?;
	let account = auctioned::<T>(1, &Shape::one())?;
	let due = Params::<T>::get().take_over_at();
	Auctions::<T>::mutate_extant(&account, |auction| {
		auction.clock.banked_ms = due;
		auction.resumed_ms = due;
	});
	Ok(account)
}

/// So many odometers, each with a price of its own.
pub(crate) fn watch_drivers<T: Config>(d: u32) {
	let mut odometers = Odometers::default();
	for n in 0..d {
		let driver = match n {
			0..32 => DriverId::Forward(UnderlyingId(n as u16)),
			_ => DriverId::Price(FeedId(n as u16)),
		};
		if let DriverId::Forward(underlying) = driver {
			let one = FixedU128::from_u32(1);
			T::Prices::set_for_benchmark(underlying, Price::from_u32(1_000), one);
		}
		let odometer = Odometer { lowest: 1, ..Odometer::new(driver, [0; 2]) };
		assert!(odometers.insert(odometer));
	}
	OdometerList::<T>::put(odometers);
}

/// An expiry of so many strikes.
pub(crate) fn watch_smile<T: Config>(s: u32) -> Result<(UnderlyingId, Moment), BenchmarkError> {
	let underlying = UnderlyingId(0);
	T::Prices::set_for_benchmark(underlying, Price::from_u32(1_000), FixedU128::from_u32(1));
	let expiry = T::Time::now() + 30 * DAY_MS;
	let strikes: Vec<_> = (1..=s).map(|n| (Strike::usd(500 + u64::from(n)), 0)).collect();
	let strikes = strikes.try_into().map_err(|_| "too many strikes")?;
	Smiles::<T>::insert(underlying, expiry, Smile { forward: 0, strikes });
	Expiries::<T>::put(SmileList::truncate_from(vec![(underlying, expiry)]));
	Ok((underlying, expiry))
}

/// So many underlyings whose rounds are counted.
pub(crate) fn watch<T: Config>(w: u32) -> Result<(), BenchmarkError> {
	prepare::<T>();
	let watched: Vec<_> = (0..w).map(|n| UnderlyingId(n as u16)).collect();
	for underlying in &watched {
		T::Prices::set_for_benchmark(*underlying, Price::from_u32(1_000), FixedU128::from_u32(1));
	}
	Quorums::<T>::kill();
	for underlying in watched {
		Pallet::<T>::watch_market(underlying)?;
	}
	Clock::<T>::put(1);
	Ok(())
}

/// An underlying of which an auction holds so many markets.
pub(crate) fn run_markets<T: Config>(m: u32) -> Result<(), BenchmarkError> {
	prepare::<T>();
	let account = auctioned::<T>(1, &Shape::one())?;
	let (held, _) = *T::Ledger::positions(&account).first().ok_or("no position")?;
	let market = |n: u32| Series { expiry: held.expiry + u64::from(n) * DAY_MS, ..held };
	let markets = (0..m).map(market).collect::<Vec<_>>();
	Markets::<T>::insert(held.underlying, MarketList::truncate_from(markets));
	Auctions::<T>::mutate_extant(&account, |auction| {
		Pallet::<T>::unwind(&auction.clock);
		auction.clock = Pallet::<T>::wind(&[held], 0);
	});
	Ok(())
}

/// So many accounts that gained, and the loss that they bear.
pub(crate) fn gainers<T: Config>(
	n: u32,
) -> Result<(Vec<MarginAccountId>, OpenLoss), BenchmarkError> {
	prepare::<T>();
	let gainer = |n| -> Result<MarginAccountId, BenchmarkError> {
		let account = rich::<T>(10 + n as u8);
		T::Ledger::turn_for_benchmark(&account);
		hold::<T>(&account, &Shape::one().positions)?;
		Ok(account)
	};
	let accounts = (0..n).map(gainer).collect::<Result<Vec<_>, _>>()?;
	let debtor = indebted::<T>(2)?;
	Pallet::<T>::write_off(&debtor)?;
	let loss = OpenLoss { number: 1, amount: unit::<T>(), ..Default::default() };
	Sharing::<T>::put(&loss);
	Ok((accounts, loss))
}

pub(crate) fn origin<E: EnsureOrigin<O>, O>() -> Result<O, BenchmarkError> {
	E::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

/// All levels there may be but one.
pub(crate) fn fill_levels<T: Config>() {
	Pallet::<T>::fill_levels();
	Levels::<T>::mutate(|levels| levels.truncate(MAX_LEVELS as usize - 1));
}
