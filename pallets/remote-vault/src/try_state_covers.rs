// SPDX-License-Identifier: GPL-3.0-or-later

//! Invariant 4 (DESIGN.md 12) beyond one vault's own: what covers lots.

use crate::pallet::*;
use alloc::collections::BTreeMap;
use frame_support::ensure;
use sp_runtime::TryRuntimeError;
use straddle_primitives::*;
use straddle_traits::RemoteLots;

/// Sums by account and kind.
type Sums = BTreeMap<(MarginAccountId, CollateralId), u128>;

fn add(sums: &mut Sums, account: &MarginAccountId, kind: CollateralId, amount: u128) {
	let sum = sums.entry((account.clone(), kind)).or_default();
	*sum = sum.saturating_add(amount);
}

impl<T: Config> Pallet<T> {
	/// 4: own part and rights in a vault are covered by P − X unless it is breached, and what rights were cut to
	/// always; an own part in a breached vault counts nothing for opening; the sums are those of the rights;
	/// each lot in the ledger is its account's own part and rights, and a kind's lots are what is credited of it.
	pub(crate) fn try_state_covers() -> Result<(), TryRuntimeError> {
		Self::try_state_owed()?;
		Self::try_state_returned()?;
		let (mut held, mut entitled, mut firm) = (Sums::new(), Sums::new(), Sums::new());
		let mut counts = BTreeMap::<MarginAccountId, u32>::new();
		let mut of_kind = Sums::new();
		for ((holder, kind, account), right) in Rights::<T>::iter() {
			ensure!(right.amount > 0, "rights: one to nothing");
			add(&mut held, &holder, kind, right.counted());
			add(&mut entitled, &account, kind, right.amount);
			add(&mut of_kind, &holder, kind, 1);
			let cover = Covers::<T>::get(&account, kind).unwrap_or_default();
			if cover.is_firm(&right) {
				add(&mut firm, &account, kind, right.amount);
			}
			let count = counts.entry(holder).or_default();
			*count = count.saturating_add(1);
		}
		for (holder, count) in RightCounts::<T>::iter() {
			ensure!(counts.remove(&holder) == Some(count), "rights: miscounted");
		}
		ensure!(counts.is_empty(), "rights: not counted");

		let (mut inbound, mut totals) = (Sums::new(), BTreeMap::<CollateralId, u128>::new());
		let of = |sums: &mut Sums, account: &MarginAccountId, kind| {
			sums.remove(&(account.clone(), kind)).unwrap_or_default()
		};
		for (account, kind, cover) in Covers::<T>::iter() {
			let vault = Vaults::<T>::get(&account, kind).unwrap_or_default();
			ensure!(cover.is_covered(&vault), "invariant 4: more claimed than certain");
			let sums = [
				(cover.held, of(&mut held, &account, kind)),
				(cover.entitled, of(&mut entitled, &account, kind)),
				(cover.firm, of(&mut firm, &account, kind)),
				(cover.rights.into(), of(&mut of_kind, &account, kind)),
			];
			ensure!(sums.iter().all(|(a, b)| a == b), "invariant 4: not the sum of the rights");
			let backed = cover.firm <= cover.backing(&vault);
			ensure!(backed, "invariant 4: less is there than rights were cut to");
			let lot = cover.own.saturating_add(cover.held);
			let booked = T::Lots::booked(&account, kind);
			ensure!(lot == booked, "invariant 4: a lot is not what covers it");
			let total = totals.entry(kind).or_default();
			*total = total.saturating_add(lot);
			if let Some(delivery) = &cover.delivery {
				let order = vault.seizure.map(|order| (order.id, order.amount));
				let ordered = order == Some((delivery.order, delivery.amount));
				let sum = delivery.claims.iter().fold(0u128, |sum, (_, n)| sum.saturating_add(*n));
				ensure!(ordered && sum == delivery.amount, "deliveries: not as ordered");
				for (who, amount) in &delivery.claims {
					let right = Rights::<T>::get((who, kind, &account)).unwrap_or_default();
					ensure!(right.amount >= *amount, "deliveries: claimed without a right");
				}
				ensure!(cover.inbound == 0, "deliveries: a vault sends and receives");
				add(&mut inbound, &delivery.to, kind, delivery.amount);
			}
		}
		for (account, kind, cover) in Covers::<T>::iter() {
			let falls = cover.own > 0 && Self::is_breached(&account, kind);
			let known = BreachedVaults::<T>::contains_key(&account, kind);
			let gone = T::Lots::owner(&account).is_none();
			ensure!(known || !falls || gone, "breached: a part that does not fall");
			let counts = falls && !gone && !T::Lots::is_impaired(&account, kind);
			ensure!(!counts, "invariant 4: a breached part counts for opening");
		}
		for (account, kind, vault) in Vaults::<T>::iter() {
			let delivered = Covers::<T>::get(&account, kind).is_some_and(|c| c.delivery.is_some());
			ensure!(vault.seizure.is_some() == delivered, "deliveries: an order of none");
		}
		let unknown = held.is_empty() && entitled.is_empty() && firm.is_empty();
		ensure!(unknown, "invariant 4: rights without a cover");
		for (account, kind, cover) in Covers::<T>::iter() {
			let sum = of(&mut inbound, &account, kind);
			ensure!(cover.inbound == sum, "deliveries: not what is on its way");
		}
		ensure!(inbound.is_empty(), "deliveries: to nobody");
		for kind in SourceOf::<T>::iter_keys() {
			let total = totals.remove(&kind).unwrap_or_default();
			ensure!(total == T::Lots::credited(kind), "invariant 4: credited is not the lots");
		}
		ensure!(totals.is_empty(), "invariant 4: a lot of a kind of no source");
		Self::try_state_doubts()
	}
}
