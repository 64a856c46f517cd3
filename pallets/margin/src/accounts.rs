// SPDX-License-Identifier: GPL-3.0-or-later

//! One margin account being changed. The only place that writes `Accounts`, and with them what
//! follows from them: `Owned`, `Holders`, and the changes of `OpenInterest`.

use super::*;
use alloc::{collections::BTreeMap, vec::Vec};
use core::marker::PhantomData;
use risk::Valuation;
use sp_runtime::{traits::Zero, ArithmeticError::Overflow};

/// Change the figure of `key` in a list sorted by key; a figure that comes to nothing leaves it.
pub(crate) fn change<K: Ord + Copy, V: Default + PartialEq>(
	list: &mut Vec<(K, V)>,
	key: K,
	figure: impl FnOnce(V) -> Result<V, DispatchError>,
) -> DispatchResult {
	match list.binary_search_by(|(other, _)| other.cmp(&key)) {
		Ok(place) => {
			let Some((_, value)) = list.get_mut(place) else { return Ok(()) };
			*value = figure(core::mem::take(value))?;
			if *value == V::default() {
				list.remove(place);
			}
		},
		Err(place) => {
			let value = figure(V::default())?;
			if value != V::default() {
				list.insert(place, (key, value));
			}
		},
	}
	Ok(())
}

/// A key may sign for one account more: it is known to the chain without any token of its own, since margin cash
/// can pay its fees (ADR 53).
pub(crate) fn keep_key<T: Config>(key: &AccountId32) {
	frame_system::Pallet::<T>::inc_sufficients(key);
}

/// A key may sign for one account less. One that has signed stays known for good: were it forgotten its nonce would
/// begin anew, and whoever has what it signed could send that again once it is set again (ADR 53).
pub(crate) fn let_key_go<T: Config>(key: &AccountId32) {
	if frame_system::Pallet::<T>::account_nonce(key).is_zero() {
		frame_system::Pallet::<T>::dec_sufficients(key);
	}
}

/// An account is this owner's from now on. Returns whether he has others.
fn own<T: Config>(owner: &AccountId32, id: &MarginAccountId) -> Result<bool, DispatchError> {
	keep_key::<T>(owner);
	Owned::<T>::try_mutate(owner, |owned| {
		let siblings = !owned.is_empty();
		relate::<T>(owned, true)?;
		let place = owned.binary_search(id).unwrap_or_else(|place| place);
		owned.try_insert(place, id.clone()).map_err(|_| Error::<T>::TooManyAccounts)?;
		Ok(siblings)
	})
}

/// An account is no longer this owner's.
fn disown<T: Config>(owner: &AccountId32, id: &MarginAccountId) -> DispatchResult {
	let_key_go::<T>(owner);
	Owned::<T>::try_mutate_exists(owner, |stored| {
		let Some(owned) = stored else { return Ok(()) };
		owned.retain(|other| other != id);
		relate::<T>(owned, false)?;
		if owned.is_empty() {
			*stored = None;
		}
		Ok(())
	})
}

/// Let an account know, if it is the only one of its owner, whether it gets company or is left alone.
fn relate<T: Config>(owned: &[MarginAccountId], siblings: bool) -> DispatchResult {
	let [only] = owned else { return Ok(()) };
	Accounts::<T>::try_mutate(only, |stored| match stored {
		Some(account) => tails::relate::<T>(account, siblings),
		None => Ok(()),
	})
}

/// An account between its reading and its writing.
pub(crate) struct OpenAccount<T> {
	pub id: MarginAccountId,
	pub account: MarginAccount,
	_config: PhantomData<T>,
}

impl<T: Config> OpenAccount<T> {
	/// A new account, not yet stored.
	pub fn create(owner: AccountId32, index: u32) -> Result<Self, DispatchError> {
		let id = Pallet::<T>::id_of(&owner, index);
		ensure!(!Accounts::<T>::contains_key(&id), Error::<T>::AccountExists);
		let siblings = own::<T>(&owner, &id)?;
		let account = MarginAccount { siblings, ..MarginAccount::new(owner, index) };
		Ok(Self { id, account, _config: PhantomData })
	}

	/// Read an account.
	pub fn open(id: &MarginAccountId) -> Result<Self, DispatchError> {
		let account = Accounts::<T>::get(id).ok_or(Error::<T>::NoAccount)?;
		Ok(Self { id: id.clone(), account, _config: PhantomData })
	}

	/// Write it.
	pub fn store(self) {
		Accounts::<T>::insert(self.id, self.account);
	}

	/// Remove it for good; it must be empty.
	pub fn remove(self) -> DispatchResult {
		ensure!(self.account.is_empty(), Error::<T>::AccountNotEmpty);
		disown::<T>(&self.account.owner, &self.id)?;
		self.account.delegates.iter().for_each(let_key_go::<T>);
		Accounts::<T>::remove(self.id);
		Ok(())
	}

	/// Make another its owner; no tails of it may be filed. Nobody else has a say in it afterwards:
	/// delegates and offer are gone. Returns who was the owner.
	pub fn hand_over(&mut self, to: AccountId32) -> Result<AccountId32, DispatchError> {
		let siblings = own::<T>(&to, &self.id)?;
		let account = &mut self.account;
		let from = core::mem::replace(&mut account.owner, to);
		account.siblings = siblings;
		disown::<T>(&from, &self.id)?;
		let founder = account.founder.take().unwrap_or_else(|| from.clone());
		account.founder = (founder != account.owner).then_some(founder);
		account.offered = None;
		core::mem::take(&mut account.delegates).iter().for_each(let_key_go::<T>);
		Ok(from)
	}

	/// Keep what a valuation said: the tails, for the owner's other accounts, and how this one stands.
	/// Prices by which nobody could be flagged say nothing of that.
	pub fn remember(&mut self, valuation: &Valuation) -> DispatchResult {
		if self.account.mode == MarginMode::Portfolio {
			tails::file::<T>(&mut self.account, valuation.tail())?;
		}
		let is = &valuation.assessment;
		let standing = Standing::of(is);
		if !is.state.allows(PriceUse::Flag) || self.account.standing == standing {
			return Ok(());
		}
		self.account.standing = standing;
		Pallet::<T>::deposit_event(Event::StandingChanged {
			account: self.id.clone(),
			standing,
			initial_excess: is.initial_excess(),
			maintenance_excess: is.maintenance_excess(),
		});
		Ok(())
	}

	/// Apply an entry's changes; whether its rule allows them is not asked here.
	pub fn apply(
		&mut self,
		entry: &Entry,
		cash: &mut CashBook<T>,
		contracts: &mut Contracts,
	) -> DispatchResult {
		if entry.cash != 0 {
			cash.change(&mut self.account, entry.cash)?;
		}
		self.apply_lots(&entry.lots)?;
		self.apply_positions(&entry.positions, contracts)?;
		self.apply_orders(entry)
	}

	fn apply_lots(&mut self, changes: &[(CollateralId, i128)]) -> DispatchResult {
		if changes.is_empty() {
			return Ok(());
		}
		let mut lots = core::mem::take(&mut self.account.lots).into_inner();
		for (kind, by) in changes {
			ensure!(*kind != CASH, Error::<T>::CashIsNoLot);
			change(&mut lots, *kind, |amount: u128| {
				let changed = amount.checked_add_signed(*by);
				let short = if *by < 0 { Error::<T>::LotShort.into() } else { Overflow.into() };
				changed.ok_or(short)
			})?;
		}
		self.account.lots = lots.try_into().map_err(|_| Error::<T>::TooManyLots)?;
		Ok(())
	}

	fn apply_positions(
		&mut self,
		changes: &[(Series, Quantity)],
		contracts: &mut Contracts,
	) -> DispatchResult {
		if changes.is_empty() {
			return Ok(());
		}
		let expiries = changes.iter().map(|(s, _)| (s.underlying, s.expiry));
		let held: BTreeMap<_, _> =
			expiries.map(|(u, expiry)| ((u, expiry), self.account.holds(u, expiry))).collect();
		let mut positions = core::mem::take(&mut self.account.positions).into_inner();
		for (series, by) in changes {
			change(&mut positions, *series, |before: Quantity| {
				let after = before.checked_add(*by).ok_or(Overflow)?;
				contracts.count(*series, before, after).ok_or(Overflow)?;
				Ok(after)
			})?;
		}
		self.account.positions = positions.try_into().map_err(|_| Error::<T>::TooManyPositions)?;
		for (expiry, before) in held {
			match (before, self.account.holds(expiry.0, expiry.1)) {
				(false, true) => Holders::<T>::insert(expiry, &self.id, ()),
				(true, false) => Holders::<T>::remove(expiry, &self.id),
				_ => {},
			}
		}
		Ok(())
	}

	fn apply_orders(&mut self, entry: &Entry) -> DispatchResult {
		if entry.orders.is_empty() && entry.rests.is_empty() && entry.gone.is_empty() {
			return Ok(());
		}
		let mut orders = core::mem::take(&mut self.account.orders).into_inner();
		for (series, by) in &entry.orders {
			change(&mut orders, *series, |before: SeriesOrders| {
				let totals = before.totals.changed(by).ok_or(Overflow)?;
				ensure!(totals.is_sound(series.kind), Error::<T>::OrderMismatch);
				Ok(SeriesOrders { totals, ..before })
			})?;
		}
		for (id, place) in &entry.gone {
			let without = |before: SeriesOrders| {
				Ok(before.without(*id, place).ok_or(Error::<T>::OrderMismatch)?)
			};
			change(&mut orders, place.series, without)?;
		}
		for (id, place) in &entry.rests {
			let with = |before: SeriesOrders| {
				Ok(before.with(*id, place).ok_or(Error::<T>::OrderMismatch)?)
			};
			change(&mut orders, place.series, with)?;
		}
		let resting = orders.iter().map(|(_, orders)| orders.resting().count()).sum::<usize>();
		ensure!(resting <= MAX_ORDERS as usize, Error::<T>::TooManyOrders);
		self.account.orders = orders.try_into().map_err(|_| Error::<T>::TooManyOrderSeries)?;
		Ok(())
	}
}

/// Changes of the open interest, gathered over a journal.
#[derive(Default)]
pub(crate) struct Contracts(BTreeMap<Series, Change>);

#[derive(Default)]
struct Change {
	longs: i128,
	shorts: i128,
	swept: Quantity,
	/// As stored, once it was read.
	stored: Option<OpenContracts>,
	/// The mark of the day, once that was asked for.
	marked: Option<DayMark>,
}

impl Contracts {
	/// A position changed.
	fn count(&mut self, series: Series, before: Quantity, after: Quantity) -> Option<()> {
		let (before, after) = (i128::from(before), i128::from(after));
		let change = self.0.entry(series).or_default();
		let longs = after.max(0).checked_sub(before.max(0))?;
		change.longs = change.longs.checked_add(longs)?;
		let shorts = before.min(0).checked_sub(after.min(0))?;
		change.shorts = change.shorts.checked_add(shorts)?;
		Some(())
	}

	/// The daily mark of a series; see [`OpenContracts::mark_of_day`].
	pub fn mark_of_day<T: Config>(
		&mut self,
		series: Series,
		day: u32,
		mark: impl FnOnce() -> Option<Money>,
	) -> Money {
		let change = self.0.entry(series).or_default();
		let mut open = *change.stored.get_or_insert_with(|| OpenInterest::<T>::get(series));
		open.marked = change.marked.or(open.marked);
		let daily = open.mark_of_day(day, mark);
		change.marked = open.marked;
		daily
	}

	/// A settlement sweep takes so many contracts off the books.
	pub fn sweep(&mut self, series: Series, by: Quantity) -> Option<()> {
		let change = self.0.entry(series).or_default();
		change.swept = change.swept.checked_add(by)?;
		Some(())
	}

	/// Write the sums.
	pub fn store<T: Config>(self) -> DispatchResult {
		let mut opened = crowds::Opened::new();
		for (series, change) in self.0 {
			let sum = opened.entry(series.underlying).or_default();
			*sum = sum.checked_add(change.longs).ok_or(Overflow)?;
			let open = change.stored.unwrap_or_else(|| OpenInterest::<T>::get(series));
			let changed = open.changed(change).ok_or(Overflow)?;
			if (changed.longs, changed.shorts, changed.swept) == (0, 0, 0) {
				OpenInterest::<T>::remove(series);
			} else if changed != open {
				OpenInterest::<T>::insert(series, changed);
			}
		}
		crowds::count::<T>(opened)
	}
}

impl OpenContracts {
	fn changed(self, by: Change) -> Option<Self> {
		let sum = |now: u64, by: i128| u64::try_from(i128::from(now).checked_add(by)?).ok();
		Some(Self {
			longs: sum(self.longs, by.longs)?,
			shorts: sum(self.shorts, by.shorts)?,
			swept: self.swept.checked_add(by.swept)?,
			marked: by.marked.or(self.marked),
		})
	}
}
