// SPDX-License-Identifier: GPL-3.0-or-later

//! What loss pools are paid and measured by (RISK.md 8).

use super::*;
use alloc::{collections::BTreeMap, vec, vec::Vec};
use sp_runtime::ArithmeticError::Overflow;

/// The largest tails in one underlying.
#[derive(Clone, Debug, Decode, Default, Encode, Eq, PartialEq, TypeInfo)]
pub struct PoolNeed {
	/// Which.
	pub underlying: UnderlyingId,
	/// The two owners with the largest, and what the dampeners leave out of theirs, in USD.
	pub owners: Vec<(AccountId32, Money)>,
	/// Both together: what the global pool should hold.
	pub needed: Money,
}

/// What the view `loss_pools` answers.
#[derive(Clone, Debug, Decode, Default, Encode, Eq, PartialEq, TypeInfo)]
pub struct PoolSizes {
	/// What the global pool holds, in smallest units.
	pub global: Cash,
	/// What the pools of source chains hold.
	pub chains: Vec<(SourceId, Cash)>,
	/// Debt that was written off and that nobody bore yet.
	pub insolvency: Cash,
	/// The tails by underlying, the largest need first. A tail counts in each underlying that the account
	/// holds: too much rather than too little.
	pub needs: Vec<PoolNeed>,
}

/// Whether losses are borne by it.
fn is_pool(pot: &Pot) -> bool {
	matches!(pot, Pot::GlobalPool | Pot::ChainPool(_))
}

impl<T: Config> Pallet<T> {
	/// Returns how many series the account has.
	pub(crate) fn do_fund_pool(
		account: MarginAccountId,
		pot: Pot,
		amount: u128,
	) -> Result<u32, DispatchError> {
		ensure!(is_pool(&pot), Error::<T>::NotAPool);
		let amount = Cash::try_from(amount).map_err(|_| Overflow)?;
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let out = amount.checked_neg().ok_or(Overflow)?;
		let entry = Entry::new(account.clone(), Rule::Withdraw).cash(out);
		Self::book(Journal::of(vec![entry]).pot(pot, amount))?;
		let held = Accounts::<T>::get(&account).map_or(0, |account| account.series());
		Self::deposit_event(Event::PoolFunded { pot, account, amount });
		Ok(held)
	}

	pub(crate) fn do_endow_pool(pot: Pot, amount: u128) -> DispatchResult {
		ensure!(is_pool(&pot), Error::<T>::NotAPool);
		let amount = Cash::try_from(amount).map_err(|_| Overflow)?;
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let out = amount.checked_neg().ok_or(Overflow)?;
		Self::book(Journal::default().pot(Pot::Treasury, out).pot(pot, amount))?;
		Self::deposit_event(Event::PoolEndowed { pot, amount });
		Ok(())
	}

	/// Of accounts that cannot be valued, and whose tails are not known, nothing is in it.
	pub(crate) fn view_loss_pools() -> PoolSizes {
		let mut session = Session::<T>::new();
		let mut tails = BTreeMap::<UnderlyingId, BTreeMap<AccountId32, i128>>::new();
		for (owner, id, tail) in tails::all::<T>() {
			let Ok(account) = Self::settled(&id) else { continue };
			let tail = match tail {
				tails::UNKNOWN => {
					let valuation = session.engine(Lens::Latest).value(&account);
					valuation.map_or(0, |valuation| valuation.tail())
				},
				known => i128::try_from(known).unwrap_or(i128::MAX),
			};
			for positions in
				account.positions.chunk_by(|(a, _), (b, _)| a.underlying == b.underlying)
			{
				let Some((series, _)) = positions.first() else { continue };
				let sum = tails.entry(series.underlying).or_default();
				let sum = sum.entry(owner.clone()).or_default();
				*sum = sum.saturating_add(tail);
			}
		}
		let need = |(underlying, owners): (UnderlyingId, BTreeMap<AccountId32, i128>)| {
			let mut owners = owners.into_iter().collect::<Vec<_>>();
			owners.sort_by_key(|(_, tail)| core::cmp::Reverse(*tail));
			owners.truncate(2);
			let needed = owners.iter().fold(0_i128, |sum, (_, tail)| sum.saturating_add(*tail));
			let money = |(owner, tail)| (owner, Money::from_inner(tail));
			let owners = owners.into_iter().map(money).collect();
			PoolNeed { underlying, owners, needed: Money::from_inner(needed) }
		};
		let mut needs = tails.into_iter().map(need).collect::<Vec<_>>();
		needs.sort_by_key(|need| core::cmp::Reverse(need.needed));
		let chain = |(pot, cash)| match pot {
			Pot::ChainPool(source) => Some((source, cash)),
			_ => None,
		};
		let mut chains = Pots::<T>::iter().filter_map(chain).collect::<Vec<_>>();
		chains.sort_unstable();
		PoolSizes {
			global: Pots::<T>::get(Pot::GlobalPool),
			chains,
			insolvency: Pots::<T>::get(Pot::Insolvency).saturating_neg(),
			needs,
		}
	}
}
