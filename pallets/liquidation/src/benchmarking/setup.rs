// SPDX-License-Identifier: GPL-3.0-or-later

//! Accounts, auctions and bids for benchmarks.

use super::*;

/// The chain whose pool lends.
pub(crate) const LENDER: SourceId = SourceId(60_000);

pub(crate) fn key(n: u8) -> AccountId32 {
	AccountId32::new([n; 32])
}

pub(crate) fn unit<T: Config>() -> Cash {
	T::Ledger::cash_unit() as Cash
}

/// An account of this size, with nine tenths of the equity that it needs, so that it is sold in
/// part and each mark is asked for.
pub(crate) fn failing<T: Config>(
	owner: u8,
	[p, l, o]: [u32; 3],
) -> Result<MarginAccountId, BenchmarkError> {
	let account = T::Ledger::open_for_benchmark(&key(owner), 0, 0);
	T::Ledger::fill_for_benchmark(&account, owner.into(), p, false);
	T::OnAuction::fill_for_benchmark(&account, o);
	leave_lots::<T>(&account, l)?;
	let is = T::Ledger::assess(&account, Lens::Latest).map_err(|_| "the account has no value")?;
	let missing = is.requirement().into_inner() / 10 * 9 - is.equity().into_inner();
	let cash = Pallet::<T>::to_cash(missing, Rounding::Down)?;
	let pay = |account, by| Entry::new(account, Rule::Forced).cash(by);
	T::Ledger::book(Journal::of(vec![pay(account.clone(), cash), pay(rich::<T>(96), -cash)]))?;
	Ok(account)
}

/// Take all lots of an account but so many.
pub(crate) fn leave_lots<T: Config>(
	account: &MarginAccountId,
	l: u32,
) -> Result<(), BenchmarkError> {
	let drop = |(kind, amount): &(CollateralId, u128)| (*kind, -(*amount as i128));
	let gone: Vec<_> = T::Ledger::lots(account).iter().skip(l as usize).map(drop).collect();
	let mut entry = Entry::new(account.clone(), Rule::Forced);
	entry.lots.clone_from(&gone);
	T::Ledger::book(Journal { lots_in: gone, ..Journal::of(vec![entry]) })?;
	Ok(())
}

/// A rich bidder with `p` series and `l` lots, who holds of each expiry of an account in auction already.
pub(crate) fn bidder<T: Config>(
	account: &MarginAccountId,
	p: u32,
	l: u32,
) -> Result<MarginAccountId, BenchmarkError> {
	let bidder = rich::<T>(2);
	let held = T::Ledger::positions(account);
	let own = p.saturating_sub(held.len() as u32);
	T::Ledger::fill_for_benchmark(&bidder, 2, own, true);
	leave_lots::<T>(&bidder, l)?;
	let give = |account, by| {
		let mut entry = Entry::new(account, Rule::Forced);
		entry.positions = held.iter().map(|(series, _)| (*series, by)).collect();
		entry
	};
	let journal = vec![give(bidder.clone(), 1), give(rich::<T>(95), -1)];
	T::Ledger::book(Journal::of(journal)).map_err(|_| "the ledger refuses positions")?;
	Ok(bidder)
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
	let params = AuctionParams {
		cutoff: Money::from_u32(0),
		watched: Default::default(),
		..Default::default()
	};
	Params::<T>::put(params);
	Halt::<T>::kill();
	Quorums::<T>::kill();
}

pub(crate) fn auctioned<T: Config>(
	owner: u8,
	p: u32,
	l: u32,
) -> Result<MarginAccountId, BenchmarkError> {
	let account = failing::<T>(owner, [p, l, 0])?;
	let reward_to = rich::<T>(97);
	Pallet::<T>::flag(RawOrigin::Signed(key(3)).into(), account.clone(), reward_to)
		.map_err(|_| "the account cannot be flagged")?;
	Ok(account)
}

/// An account that owes one unit and holds nothing, recorded, and an empty pool.
pub(crate) fn indebted<T: Config>(owner: u8) -> Result<MarginAccountId, BenchmarkError> {
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

/// A full account with lots that owes ten cash units, all due, and a kind of its lots.
pub(crate) fn debtor<T: Config>() -> Result<(MarginAccountId, CollateralId), BenchmarkError> {
	let account = T::Ledger::open_for_benchmark(&key(1), 0, 0);
	T::Ledger::fill_for_benchmark(&account, 1, MAX_POSITIONS, true);
	let kinds = T::Collateral::kinds_for_benchmark();
	let kind = *kinds.iter().find(|kind| **kind != CASH).ok_or("no kind is listed")?;
	let lot = 1_000_000_000_000;
	let mut gift = Journal::of(vec![Entry::new(account.clone(), Rule::Credit).lot(kind, lot)]);
	gift.lots_in = vec![(kind, lot)];
	T::Ledger::book(gift).map_err(|_| "the ledger refuses a lot")?;
	let cash = unit::<T>() * -10 - T::Ledger::cash(&account);
	let pay = |account, by| Entry::new(account, Rule::Forced).cash(by);
	T::Ledger::book(Journal::of(vec![pay(account.clone(), cash), pay(rich::<T>(96), -cash)]))
		.map_err(|_| "the ledger refuses a debt")?;
	T::Overdue::call_for_benchmark();
	Ok((account, kind))
}

/// An account with `l` lots that owes ten cash units, and a chain's pool that can lend.
pub(crate) fn stranded<T: Config>(
	l: u32,
) -> Result<(MarginAccountId, Vec<(CollateralId, u128)>), BenchmarkError> {
	let account = T::Ledger::open_for_benchmark(&key(1), 0, 0);
	// The last of them: those that the genesis lists need not have a price.
	let kinds = T::Collateral::kinds_for_benchmark().into_iter().filter(|kind| *kind != CASH).rev();
	let mut lots: Vec<_> = kinds.take(l as usize).map(|kind| (kind, 1_000_000_000_000)).collect();
	lots.sort();
	let mut gift = Entry::new(account.clone(), Rule::Credit);
	gift.lots = lots.iter().map(|(kind, amount)| (*kind, *amount as i128)).collect();
	let lots_in = gift.lots.clone();
	T::Ledger::book(Journal { lots_in, ..Journal::of(vec![gift]) })
		.map_err(|_| "the ledger refuses lots")?;
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

/// So many standing bids with bonds; the first, of owner 100, is returned.
pub(crate) fn stand<T: Config>(count: u32) -> Result<MarginAccountId, BenchmarkError> {
	let bond = unit::<T>() * 1_000;
	let first = rich::<T>(100);
	let all: Vec<_> = (0..count)
		.map(|n| Backstop {
			bidder: if n == 0 { first.clone() } else { MarginAccountId(key(n as u8)) },
			kappa_min: Perbill::from_percent(2),
			left: Money::from_u32(1_000_000_000),
			underlyings: (0..MAX_WATCHED as u16)
				.map(UnderlyingId)
				.collect::<Vec<_>>()
				.try_into()
				.unwrap_or_default(),
			bond,
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
		account: failing::<T>(1, [1, 0, 0])?,
		reward_to: Some(rich::<T>(2)),
	};
	let signature = T::Feeders::sign(feeder, &notice.payload()).ok_or("the key is not held")?;
	Ok((notice, signature))
}
