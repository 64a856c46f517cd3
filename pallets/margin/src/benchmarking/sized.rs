// SPDX-License-Identifier: GPL-3.0-or-later

//! Accounts that are large in one respect alone (ADR 40).

use super::*;
use straddle_traits::Work;

/// Of the markets' series that a benchmark's account has.
#[derive(Clone, Copy, Default)]
struct Nth {
	underlying: u32,
	expiry: u32,
	strike: u32,
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
fn with_positions<T: Config>(
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

/// One with so many positions in an expiry.
pub(crate) fn in_expiry<T: Config>(mode: MarginMode, count: u32) -> MarginAccountId {
	with_positions::<T>(mode, count, |strike| Nth { strike, ..Nth::default() })
}

/// One with a position in so many expiries.
pub(crate) fn in_expiries<T: Config>(count: u32) -> MarginAccountId {
	let nth = |expiry| Nth { expiry, ..Nth::default() };
	with_positions::<T>(MarginMode::Portfolio, count, nth)
}

/// One with a position in so many underlyings.
pub(crate) fn in_underlyings<T: Config>(count: u32) -> MarginAccountId {
	let nth = |underlying| Nth { underlying, ..Nth::default() };
	with_positions::<T>(MarginMode::Portfolio, count, nth)
}

/// One with a position.
fn with_one<T: Config>() -> MarginAccountId {
	in_expiry::<T>(MarginMode::Portfolio, 1)
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
	let _ = (Pallet::<T>::owner(id), Pallet::<T>::position(id, &Nth::default().series::<T>()));
	let mut open = OpenAccount::<T>::open(id)?;
	T::OnDebt::on_debt(id, &open.account.lots);
	let valuation = session.engine(Lens::Latest).value_to_file(&open.account)?;
	open.remember(&valuation)?;
	open.file(session, &valuation);
	open.store();
	Ok(())
}
