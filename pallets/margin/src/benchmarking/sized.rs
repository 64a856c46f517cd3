// SPDX-License-Identifier: GPL-3.0-or-later

//! Accounts that are large in one respect alone (ADR 40).

use super::*;
use straddle_traits::{benchmarking::Nth, Work};

/// An account with much cash, valued by `mode`, and so many positions, of which some are short; its owner has
/// another.
fn with_positions<T: Config>(mode: MarginMode, positions: Vec<Nth>) -> MarginAccountId {
	let id = Pallet::<T>::open_for_benchmark(&owner(0), 0, cash::<T>(1_000_000_000));
	turn::<T>(&id);
	set_mode::<T>(&id, mode);
	let other = Pallet::<T>::open_for_benchmark(&owner(1), 0, 0);
	let mut own = Entry::new(id.clone(), Rule::Forced);
	let mut others = Entry::new(other, Rule::Forced);
	for (n, nth) in positions.into_iter().enumerate() {
		open_market::<T::Prices>(nth.market());
		let series = nth.series(T::Time::now());
		let quantity = if n % 3 == 1 { CONTRACT } else { -CONTRACT };
		own.positions.push((series, quantity));
		others.positions.push((series, -quantity));
	}
	assert_ok!(Pallet::<T>::book(Journal::of(vec![own, others])));
	id
}

/// One with so many positions in an expiry.
pub(crate) fn in_expiry<T: Config>(mode: MarginMode, count: u32) -> MarginAccountId {
	with_positions::<T>(mode, Nth::strikes(count))
}

/// One with a position in so many expiries.
pub(crate) fn in_expiries<T: Config>(count: u32) -> MarginAccountId {
	with_positions::<T>(MarginMode::Portfolio, Nth::expiries(count))
}

/// One with a position in so many underlyings, each valued on another's smiles.
pub(crate) fn in_underlyings<T: Config>(count: u32) -> MarginAccountId {
	let positions = Nth::underlyings(count);
	for market in positions.iter().map(|nth| nth.market()) {
		open_market::<T::Prices>(market);
		T::Prices::proxy_for_benchmark(market);
	}
	with_positions::<T>(MarginMode::Portfolio, positions)
}

/// One with a position.
fn with_one<T: Config>() -> MarginAccountId {
	in_expiry::<T>(MarginMode::Portfolio, 1)
}

/// The same, with so many orders, each in a series of its own.
pub(crate) fn with_orders<T: Config>(orders: u32) -> MarginAccountId {
	let id = with_one::<T>();
	let mut entry = Entry::new(id.clone(), Rule::Forced);
	for (id, nth) in (0..).zip(Nth::strikes(orders)) {
		let series = nth.series(T::Time::now());
		let price = cash::<T>(1);
		let sells = OrderChange { sell: CONTRACT, sell_proceeds: price, ..Default::default() };
		entry = entry.order(series, sells).rests(id, Place { series, side: Side::Sell, price });
	}
	assert_ok!(Pallet::<T>::book(Journal::of(vec![entry])));
	id
}

/// The same, with so many lots.
pub(crate) fn with_lots<T: Config>(lots: u32) -> MarginAccountId {
	let id = with_one::<T>();
	let kinds = T::Collateral::kinds_for_benchmark().into_iter().take(lots as usize);
	let lots: Vec<_> = kinds.map(|kind| (kind, LOT as i128)).collect();
	let mut entry = Entry::new(id.clone(), Rule::Forced);
	entry.lots.clone_from(&lots);
	assert_ok!(Pallet::<T>::book(Journal { lots_in: lots, ..Journal::of(vec![entry]) }));
	id
}

/// A valuation that is measured.
pub(crate) struct Case<T: Config> {
	id: MarginAccountId,
	session: Session<T>,
	/// Whether the session knows all that it needs of prices.
	knows: bool,
	done: DispatchResult,
}

impl<T: Config> Case<T> {
	/// In a trade, by a session that knows the prices. The account is filed where it is due.
	pub(crate) fn known(id: MarginAccountId) -> Self {
		Accounts::<T>::mutate_extant(&id, |account| account.filed = Filed::default());
		let mut case = Self { knows: true, ..Self::unknown(id) };
		case.run();
		case
	}

	/// By a session that knows nothing.
	pub(crate) fn unknown(id: MarginAccountId) -> Self {
		Self { id, session: Pallet::<T>::session(), knows: false, done: Ok(()) }
	}

	pub(crate) fn run(&mut self) {
		let Self { id, session, .. } = self;
		self.done = match self.knows {
			true => value::<T>(session, id),
			false => Pallet::<T>::assess_in(session, id, Lens::Latest).map(|_| ()),
		};
	}

	/// That the session has done so much of this in all.
	pub(crate) fn check(&self, part: fn(&Work) -> u32, done: u32) {
		assert_ok!(self.done);
		assert_eq!(part(&self.session.work()), done);
	}
}

/// What a trade does with an account besides the trade: its state is looked at, it is read, valued, filed and
/// written.
fn value<T: Config>(session: &mut Session<T>, id: &MarginAccountId) -> DispatchResult {
	let series = Nth::default().series(T::Time::now());
	let _ = (Pallet::<T>::owner(id), Pallet::<T>::position(id, &series));
	let mut open = OpenAccount::<T>::open(id)?;
	T::OnDebt::on_debt(id, &open.account.lots);
	let valuation = session.engine(Lens::Latest).value_to_file(&open.account)?;
	open.remember(&valuation)?;
	open.file(session, &valuation);
	open.store();
	Ok(())
}
