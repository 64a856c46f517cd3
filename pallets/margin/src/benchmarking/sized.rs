// SPDX-License-Identifier: GPL-3.0-or-later

//! Accounts that are large in one respect alone (ADR 40).

use super::*;

/// Of the markets' series that a benchmark's account has.
#[derive(Clone, Copy, Default)]
pub(crate) struct Nth {
	pub underlying: u32,
	pub expiry: u32,
	pub strike: u32,
}

impl Nth {
	fn series<T: Config>(self) -> Series {
		Series {
			underlying: UnderlyingId(self.underlying as u16),
			expiry: T::Time::now() + u64::from(30 + self.expiry) * DAY_MS,
			strike: Strike::usd(u64::from(SPOT / 2 + self.strike)),
			kind: if self.strike.is_multiple_of(2) { Kind::Call } else { Kind::Put },
		}
	}
}

/// An account with much cash, valued by `mode`, and so many positions, of which some are short; its owner has
/// another.
pub(crate) fn with_positions<T: Config>(
	mode: MarginMode,
	count: u32,
	nth: impl Fn(u32) -> Nth,
) -> MarginAccountId {
	let id = Pallet::<T>::open_for_benchmark(&owner(0), 0, cash::<T>(1_000_000_000));
	turn::<T>(&id);
	set_mode::<T>(&id, mode);
	let other = Pallet::<T>::open_for_benchmark(&owner(1), 0, 0);
	let mut own = Entry::new(id.clone(), Rule::Forced);
	let mut others = Entry::new(other, Rule::Forced);
	let (spot, volatility) = (Price::from_u32(SPOT), FixedU128::from_rational(60, 100));
	for n in 0..count {
		let series = nth(n).series::<T>();
		if T::Prices::spot(series.underlying, Lens::Latest).price != spot {
			T::Prices::set_for_benchmark(series.underlying, spot, volatility);
		}
		let quantity = if n % 3 == 1 { CONTRACT } else { -CONTRACT };
		own.positions.push((series, quantity));
		others.positions.push((series, -quantity));
	}
	assert_ok!(Pallet::<T>::book(Journal::of(vec![own, others])));
	id
}

/// One with a position.
fn with_one<T: Config>() -> MarginAccountId {
	with_positions::<T>(MarginMode::Portfolio, 1, |_| Nth::default())
}

/// The same, with so many orders, each in a series of its own.
pub(crate) fn with_orders<T: Config>(orders: u32) -> MarginAccountId {
	let id = with_one::<T>();
	let mut entry = Entry::new(id.clone(), Rule::Forced);
	for n in 0..orders {
		let series = Nth { strike: n, ..Nth::default() }.series::<T>();
		let price = cash::<T>(1);
		let sells = OrderChange { sell: CONTRACT, sell_proceeds: price, ..Default::default() };
		entry =
			entry.order(series, sells).rests(n.into(), Place { series, side: Side::Sell, price });
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

/// Whoever knows all that valuing this account needs of prices. It is filed where it is due.
pub(crate) fn warm<T: Config>(id: &MarginAccountId) -> Session<T> {
	Accounts::<T>::mutate_extant(id, |account| account.filed = Filed::default());
	let mut session = Pallet::<T>::session();
	assert_ok!(value::<T>(&mut session, id));
	session
}

/// What a trade does with an account besides the trade: its state is looked at, it is read, valued, filed and
/// written.
pub(crate) fn value<T: Config>(session: &mut Session<T>, id: &MarginAccountId) -> DispatchResult {
	let _ = (Pallet::<T>::owner(id), Pallet::<T>::position(id, &Nth::default().series::<T>()));
	let mut open = OpenAccount::<T>::open(id)?;
	T::OnDebt::on_debt(id, &open.account.lots);
	let valuation = session.engine(Lens::Latest).value_to_file(&open.account)?;
	open.remember(&valuation)?;
	open.file(session, &valuation);
	open.store();
	Ok(())
}
