// SPDX-License-Identifier: GPL-3.0-or-later

//! What benchmarks begin with. Accounts are full, and so are the books and the queues that they meet.

use super::*;

pub(crate) const U: UnderlyingId = UnderlyingId(0);
pub(crate) const TICK: Cash = 1;
pub(crate) const PRICE: Cash = 10_000_000;
/// What accounts are given, so that they can bear whatever they trade.
pub(crate) const RICH: Cash = 1_000_000_000_000_000;
/// The most that an account is filled with: room is left for one order and one position.
pub(crate) const FULL: u32 = MAX_ACCOUNT_SERIES - 9;

pub(crate) fn market() -> Market {
	Market {
		calendar: Calendar { period_ms: DAY_MS, offset_ms: 8 * HOUR_MS, count: 1 },
		long_dates: LongDates::default(),
		strike_step: StrikeStep::Fixed(Strike::usd(10)),
		strikes_each_side: 20,
		tick: TICK,
		lot: 1,
		bands: Default::default(),
		minimum: 1,
		fees: Fees {
			taker: Permill::from_parts(300),
			maker: Permill::from_parts(100),
			cap: MAX_FEE_CAP,
		},
		open_interest_cap: u64::MAX,
		state: MarketState::Open,
	}
}

/// A market with one expiry among many; returns its call at the money.
pub(crate) fn set_up<T: Config>() -> Series {
	T::Prices::set_for_benchmark(U, Price::from_u32(1_000), FixedU128::from_rational(1, 2));
	Pallet::<T>::do_set_market(U, market()).unwrap();
	Markets::<T>::insert(U, market());
	Expiries::<T>::remove(U);
	listing::upkeep::<T>(U, &market(), 0, &mut 0).unwrap();
	let expiry = Expiries::<T>::get(U)[0].at;
	Expiries::<T>::mutate(U, |expiries| {
		for day in 1.. {
			let later = Expiry { at: expiry + day * DAY_MS, open_interest: 0 };
			if expiries.try_push(later).is_err() {
				break;
			}
		}
	});
	let listing = Listings::<T>::get((U, expiry)).unwrap();
	let strike = listing.strikes[listing.strikes.len() / 2];
	Series { underlying: U, expiry, strike, kind: Kind::Call }
}

pub(crate) fn account_of<T: Config>(n: u32) -> (AccountId32, MarginAccountId) {
	let owner: AccountId32 = account("trader", n, 0);
	let account = T::Ledger::open_for_benchmark(&owner, 0, RICH);
	(owner, account)
}

/// An account with `size` positions, most of them `long`, and series with orders, one in nine an order.
pub(crate) fn filled<T: Config>(n: u32, size: u32, long: bool) -> (AccountId32, MarginAccountId) {
	let (owner, account) = account_of::<T>(n);
	fill_with::<T>(&account, n, size, long);
	(owner, account)
}

/// An account with cash alone, valued by the dearer rule.
pub(crate) fn small<T: Config>(n: u32) -> (AccountId32, MarginAccountId) {
	let (owner, account) = account_of::<T>(n);
	T::Ledger::turn_for_benchmark(&account);
	(owner, account)
}

/// File accounts where it files them that they trade so. `trade` returns what a session works for that beyond what is taken
/// off for it: nothing from then on, or what is measured would be charged once more (ADR 40).
pub(crate) fn file<T: Config>(accounts: &[MarginAccountId], trade: impl Fn() -> Work) {
	T::Ledger::file_for_benchmark(accounts, || {
		trade();
	});
	let work = hypothetically!(trade());
	// This pallet's mock counts trades alone: the runtime's tests see it.
	if cfg!(not(test)) {
		assert_eq!(work, Work::default());
	}
}

/// The same of accounts by whom an order is placed and met.
pub(crate) fn file_for_order<T: Config>(
	accounts: &[MarginAccountId],
	order: impl Fn() -> NewOrder,
) {
	file::<T>(accounts, || {
		let mut met = Met::default();
		let order = order();
		let key = T::Ledger::owner(&order.account).unwrap();
		Pallet::<T>::do_place_order(&key, order, &mut met).unwrap();
		met.work.beyond(&costs::order_work(&met))
	});
}

/// Fill an account that is there, as [`filled`].
pub(crate) fn fill_with<T: Config>(account: &MarginAccountId, n: u32, size: u32, long: bool) {
	let orders = size / 9;
	T::Ledger::fill_for_benchmark(account, n, size - orders, long);
	// Each in an expiry of its own.
	let place = |k: u32| {
		let expiry = T::Time::now() + u64::from(100 + k / 32) * DAY_MS;
		let (underlying, strike) =
			(UnderlyingId((k % 32) as u16), Strike::usd(1_000 + u64::from(n)));
		let series = Series { underlying, expiry, strike, kind: Kind::Call };
		Place { series, side: Buy, price: PRICE }
	};
	put::<T>(account, (0..orders).map(place));
}

pub(crate) fn plain(id: OrderId, account: &MarginAccountId) -> Order {
	Order {
		id,
		account: account.clone(),
		remaining: CONTRACT,
		reduce_only: false,
		terms: Terms::default(),
	}
}

/// Let orders of a contract each rest, without asking for margin.
pub(crate) fn put<T: Config>(account: &MarginAccountId, places: impl Iterator<Item = Place>) {
	let mut entry = Entry::new(account.clone(), Rule::Forced);
	for Place { series, side, price } in places {
		let id = NextOrderId::<T>::mutate(|next| {
			*next += 1;
			*next - 1
		});
		let mut order = plain(id, account);
		let beats = Desks::<T>::get(account).heartbeats;
		order.terms.heartbeat = beats.first().map_or(0, |beat| beat.number);
		let mut book = OpenBook::<T>::open(series);
		book.rest(&Slot::of(side, price), order).unwrap();
		book.store();
		let place = Place { series, side, price };
		entry.orders.push((series, book::change(&place, 0, CONTRACT).unwrap()));
		entry.rests.push((id, place));
	}
	T::Ledger::book(Journal::of(vec![entry])).unwrap();
}

/// Levels of both sides that nobody comes to, as many as leave room for a full queue and one more.
pub(crate) fn crowd<T: Config>(series: Series) {
	let level = |price| Level { price, total: CONTRACT, orders: 1 };
	let levels = (0..Cash::from(MAX_SIDE_ORDERS - MAX_QUEUE - 1)).collect::<Vec<_>>();
	let bids = levels.iter().map(|n| level(TICK + n)).collect::<Vec<_>>();
	let asks = levels.iter().map(|n| level(RICH - n)).collect::<Vec<_>>();
	let shelves = [(Buy, bids), (Sell, asks)];
	let mut book = Book::default();
	for (side, levels) in shelves {
		// The best three near the top, so that the next ones come beside them.
		let deep = levels.len() - 3;
		let top = Levels::truncate_from(levels[deep..].to_vec());
		let depth = Depth::truncate_from(levels[..deep].to_vec());
		let nth = usize::from(side == Sell);
		book.deep[nth] = deep as u16;
		*(if side == Buy { &mut book.bids } else { &mut book.asks }) = top;
		Depths::<T>::insert(series, Shelf { side, pegged: false }, depth);
	}
	Books::<T>::insert(series, book);
}

/// Orders of others behind those at a price, as many as fit but for one.
pub(crate) fn queue_up<T: Config>(place: Place) {
	let account = MarginAccountId(account("others", 0, 0));
	let Place { series, side, price } = place;
	let (id, mut book) = (OrderId::MAX, OpenBook::<T>::open(series));
	while Queues::<T>::decode_len(series, Slot::of(side, price)).unwrap_or(0)
		< MAX_QUEUE as usize - 1
	{
		let order = plain(id, &account);
		book.rest(&Slot::of(side, price), order).unwrap();
	}
	book.store();
}

/// `n` orders of an account, each in another series and in a full queue of a full book.
pub(crate) fn fill<T: Config>(account: &MarginAccountId, n: u32) {
	let expiry = set_up::<T>().expiry;
	let listing = Listings::<T>::get((U, expiry)).unwrap();
	let series = listing.series(U, expiry).take(n as usize);
	let places = series.map(|series| Place { series, side: Buy, price: PRICE });
	let places = places.collect::<Vec<_>>();
	for place in &places {
		crowd::<T>(place.series);
		queue_up::<T>(*place);
	}
	put::<T>(account, places.into_iter());
}

/// The mark of a series in cash's smallest units.
pub(crate) fn mark_of<T: Config>(series: &Series) -> Cash {
	let (mark, _) = T::Ledger::mark(series, Lens::Latest).unwrap();
	matching::mark_in_cash(mark, matching::cash_unit::<T>().unwrap()).unwrap()
}

/// Positions of one contract from one account to another, without asking for margin.
pub(crate) fn give<T: Config>(from: &MarginAccountId, to: &MarginAccountId, series: &[Series]) {
	let mut out = Entry::new(from.clone(), Rule::Forced);
	let mut into = Entry::new(to.clone(), Rule::Forced);
	out.positions = series.iter().map(|series| (*series, -CONTRACT)).collect();
	into.positions = series.iter().map(|series| (*series, CONTRACT)).collect();
	T::Ledger::book(Journal::of(vec![out, into])).unwrap();
}

/// Take cash from an account until it stands between both margins: from then on a trade values it
/// before and after.
pub(crate) fn starve<T: Config>(account: &MarginAccountId) {
	let is = T::Ledger::assess(account, Lens::Latest).unwrap();
	let between = (is.initial.into_inner() - is.maintenance.into_inner()) / 2;
	let spare = is.initial_excess().into_inner() + between;
	let unit = matching::cash_unit::<T>().unwrap();
	let spare = mul_div(spare, unit, WAD, Rounding::Down).unwrap();
	let entry = Entry::new(account.clone(), Rule::Forced).cash(-spare);
	T::Ledger::book(Journal::of(vec![entry]).pot(Pot::GlobalPool, spare)).unwrap();
}

/// A full account with an order in a full queue of a full book.
pub(crate) fn resting<T: Config>() -> (AccountId32, MarginAccountId, Place) {
	let place = Place { series: set_up::<T>(), side: Buy, price: PRICE };
	let (owner, account) = filled::<T>(0, FULL, false);
	crowd::<T>(place.series);
	queue_up::<T>(place);
	put::<T>(&account, core::iter::once(place));
	(owner, account, place)
}

/// An account with quotes in `n` series, each in a full queue of a full book.
pub(crate) fn quoting<T: Config>(n: u32) -> (AccountId32, MarginAccountId, Vec<MakerQuote>) {
	let expiry = set_up::<T>().expiry;
	let (owner, account) = account_of::<T>(0);
	let listing = Listings::<T>::get((U, expiry)).unwrap();
	let series = listing.series(U, expiry).take(n as usize).collect::<Vec<_>>();
	for series in &series {
		crowd::<T>(*series);
		queue_up::<T>(Place { series: *series, side: Buy, price: PRICE });
	}
	let rate = Rate::Price(PRICE);
	let quote = |series| MakerQuote { series, side: Buy, quantity: CONTRACT, rate };
	let quotes = series.into_iter().map(quote).collect::<Vec<_>>();
	Pallet::<T>::do_mass_quote(&owner, account.clone(), U, quotes.clone(), &mut Default::default())
		.unwrap();
	assert_eq!(Desks::<T>::get(&account).stands[0].quotes, n);
	(owner, account, quotes)
}

/// A market whose call is over, in which two accounts with nothing else cross.
pub(crate) fn crossed<T: Config>() -> Series {
	let series = set_up::<T>();
	// Looking at other series is charged for each.
	Expiries::<T>::mutate(U, |expiries| expiries.truncate(1));
	Listings::<T>::mutate_extant((U, series.expiry), |listing| {
		listing.strikes = Strikes::truncate_from(vec![series.strike]);
	});
	let price = mark_of::<T>(&series);
	let accounts = [(0, Buy), (1, Sell)].map(|(n, side)| {
		let (_, account) = small::<T>(n);
		put::<T>(&account, core::iter::once(Place { series, side, price }));
		account
	});
	Markets::<T>::mutate_extant(U, |market| market.state = MarketState::Halted);
	let stage = Stage::Call { until: 0 };
	Reopenings::<T>::insert(U, Reopening { to: MarketState::Open, stage });
	file::<T>(&accounts, || {
		reopening::advance::<T>(U, &mut WeightMeter::new());
		Work::default()
	});
	series
}

/// The number of an account's last order.
pub(crate) fn last_order<T: Config>(account: &MarginAccountId) -> OrderId {
	T::Ledger::orders(account).last().unwrap().0
}

/// Let an account have quotes in every market, and as many heartbeats as it may.
pub(crate) fn fill_desk<T: Config>(account: &MarginAccountId) {
	let stand = |n| Stand { quotes: 1, ..Stand::new(UnderlyingId(n as u16)) };
	let stands = (0..MAX_MARKETS).map(stand).collect::<Vec<_>>();
	let heartbeat = |n| Heartbeat {
		key: frame_benchmarking::account("key", n, 0),
		number: n as u8,
		required: None,
		within: 1,
		until: u32::MAX,
		swept: 0,
	};
	let heartbeats = (1..=MAX_HEARTBEATS).map(heartbeat).collect::<Vec<_>>();
	let heartbeats = BoundedVec::truncate_from(heartbeats);
	let stands = BoundedVec::truncate_from(stands);
	Desks::<T>::insert(account, Desk { tier: 1, heartbeats, stands });
}
