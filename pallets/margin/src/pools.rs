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

/// The largest claims on one source chain.
#[derive(Clone, Debug, Decode, Default, Encode, Eq, PartialEq, TypeInfo)]
pub struct ChainNeed {
	/// Which.
	pub source: SourceId,
	/// The two owners whose lots on it are worth most, and how much at full price, in USD.
	pub owners: Vec<(AccountId32, Money)>,
	/// Both together: what the chain's pool should hold, so that it can pay whoever buys these and is not delivered to.
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
	/// The claims by source chain, the largest need first. Lots without a price are not in it.
	pub chain_needs: Vec<ChainNeed>,
}

/// The two largest figures, and both together.
fn two_largest(owners: BTreeMap<AccountId32, i128>) -> (Vec<(AccountId32, Money)>, Money) {
	let mut owners = owners.into_iter().collect::<Vec<_>>();
	owners.sort_by_key(|(_, figure)| core::cmp::Reverse(*figure));
	owners.truncate(2);
	let sum = owners.iter().fold(0_i128, |sum, (_, figure)| sum.saturating_add(*figure));
	let money = |(owner, figure)| (owner, Money::from_inner(figure));
	(owners.into_iter().map(money).collect(), Money::from_inner(sum))
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
			let (owners, needed) = two_largest(owners);
			PoolNeed { underlying, owners, needed }
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
			chain_needs: Self::chain_needs(),
		}
	}

	/// What owners have on source chains. All accounts are read.
	fn chain_needs() -> Vec<ChainNeed> {
		let mut known = Default::default();
		let mut claims = BTreeMap::<SourceId, BTreeMap<AccountId32, i128>>::new();
		for account in Accounts::<T>::iter_values() {
			for (kind, amount) in &account.lots {
				let of = T::Collateral::drivers_in(&mut known, *kind, 0).ok();
				let Some(source) = of.and_then(|drivers| drivers.chain) else { continue };
				let worth = T::Collateral::credit_in(&mut known, *kind, *amount, Lens::Latest);
				let worth = worth.map_or(0, |credit| credit.full.into_inner());
				let sum = claims.entry(source).or_default();
				let sum = sum.entry(account.owner.clone()).or_default();
				*sum = sum.saturating_add(worth);
			}
		}
		let need = |(source, owners)| {
			let (owners, needed) = two_largest(owners);
			ChainNeed { source, owners, needed }
		};
		let mut needs = claims.into_iter().map(need).collect::<Vec<_>>();
		needs.sort_by_key(|need| core::cmp::Reverse(need.needed));
		needs
	}
}
