// SPDX-License-Identifier: GPL-3.0-or-later

//! Invariant 4 as it is meant, by what the source chain of the test really holds: it asks the pallet for
//! credits and rights alone.

use super::world::*;
use crate::{
	mock::{lots::*, Test},
	Cover, Covers, Right, Rights, Vault,
};
use straddle_primitives::{CollateralId, MarginAccountId};
use straddle_traits::OrderPurpose::{Release, Seizure};

/// Holder, kind, vault.
pub type RightKey = (MarginAccountId, CollateralId, MarginAccountId);

impl World {
	/// Whether the delivery out of a vault, as we know it, has run there: how much.
	fn has_run(&self, k: usize, n: usize, cover: &Cover) -> u128 {
		let Some(delivery) = &cover.delivery else { return 0 };
		let ran = self.flights.iter().any(|flight| {
			let same = (flight.kind, flight.from, flight.purpose, flight.id)
				== (k, n, Seizure, delivery.order);
			same && flight.fate == Some(Fate::Done)
		});
		if ran {
			delivery.amount
		} else {
			0
		}
	}

	/// Of each vault: own part and rights are there, besides what orders may still take and what came in and is
	/// not booked yet; if the source chain took something that no proof could show so far, then with that.
	/// Of the kind: what is credited is there, or stolen and not seen, or owed by the pool. Nobody pays for more
	/// than was stolen.
	pub fn check(&self, k: usize) {
		let chain = &self.chains[k];
		let covers = [0, 1, 2, 3].map(|n| self.cover(k, n));
		let ran = [0, 1, 2, 3].map(|n| self.has_run(k, n, &covers[n]));
		let (mut owed, mut tellable) = (0, true);
		for n in 0..4 {
			let (vault, cover) = (self.vault(k, n), &covers[n]);
			assert!(chain.stolen > 0 || vault.breach.is_none(), "false alarm at {n}");
			let out = self.flights.iter().filter(|flight| {
				let same = (flight.kind, flight.from, flight.purpose) == (k, n, Release);
				same && flight.fate.is_none()
			});
			let out: u128 = out.map(|flight| flight.amount).sum();
			let came: u128 = (0..4)
				.filter(|m| covers[*m].delivery.as_ref().is_some_and(|d| d.to == self.id(n)))
				.map(|m| ran[m])
				.sum();
			let unseen: u128 = chain.thefts[n].iter().map(|(_, amount)| amount).sum();
			let backing = backing(&vault, cover.delivery.as_ref().map_or(0, |d| d.amount));
			owed += cover.entitled.saturating_sub(backing);
			let claimed = cover.own + cover.entitled.min(backing);
			if claimed == 0 && vault.breach.is_some() {
				tellable = false;
				continue;
			}
			assert!(
				claimed + out + came <= chain.held[n] + ran[n] + unseen,
				"{n}: {claimed} + {out} + {came}, {} + {unseen}: {vault:?} {cover:?}",
				chain.held[n],
			);
		}
		let books = Books::get();
		let lots = books.lots.iter().filter(|((_, kind), _)| *kind == KINDS[k].0);
		let credited: u128 = lots.map(|(_, lot)| lot).sum();
		let all: u128 = chain.held.iter().sum();
		let unseen: u128 = chain.thefts.iter().flatten().map(|(_, amount)| amount).sum();
		if tellable {
			assert!(
				credited <= all + unseen + owed,
				"{credited} credited, {all} + {unseen} + {owed}"
			);
		}
		let (paid, cuts) = Self::paid(k);
		assert!(
			paid <= chain.stolen + cuts + chain.misjudged,
			"{} were stolen, {paid} made good",
			chain.stolen,
		);
		let gone = chain.stolen - chain.thawed;
		assert_eq!(all + chain.released + gone, chain.deposited, "lost to both sides");
		// What a delivery costs makes no debt: such there is by the dice alone.
		assert!(books.cash.values().all(|cash| *cash >= -50), "{:?}", books.cash);
	}

	/// Rights of which nobody knows what is missing: a delivery is out of their vault, or something was on its way
	/// when its breach was seen.
	pub fn unknown(&self) -> Vec<(RightKey, Right)> {
		let books = Books::get();
		let unknown = |((holder, kind, account), _): &(RightKey, Right)| {
			let cover = Covers::<Test>::get(account, kind).unwrap_or_default();
			(cover.delivery.is_some() || cover.unsure) && books.owners.contains_key(holder)
		};
		Rights::<Test>::iter().filter(unknown).collect()
	}

	/// Meanwhile nothing of these was paid for, and nothing more left the ledger.
	pub fn check_unknown(&self, before: &[(RightKey, Right)]) {
		for ((holder, kind, account), right) in before {
			let now = Rights::<Test>::get((holder, *kind, account)).unwrap_or_default();
			let same = now.amount == right.amount && now.gone <= right.gone;
			assert!(same, "not known what is missing: {right:?}, {now:?}");
		}
	}

	/// How much less a breached vault has than there are rights to.
	pub fn missing(&self, k: usize, n: usize) -> u128 {
		let (vault, cover) = (self.vault(k, n), self.cover(k, n));
		let delivered = cover.delivery.as_ref().map_or(0, |delivery| delivery.amount);
		cover.entitled.saturating_sub(backing(&vault, delivered))
	}

	/// Whether nothing is missing of a right that others would have to bear with its holder: its vault has enough
	/// for all, or it was cut to its share.
	pub fn is_served_whole(&self, k: usize, n: usize, holder: &MarginAccountId) -> bool {
		let right = Rights::<Test>::get((holder, KINDS[k].0, self.id(n))).unwrap_or_default();
		let firm = right.cut > 0 && right.cut == self.cover(k, n).breaches;
		self.missing(k, n) == 0 || firm
	}
}

/// P less what its owner ordered out.
pub fn backing(vault: &Vault, delivered: u128) -> u128 {
	vault.proven.saturating_sub(vault.outstanding() - delivered)
}
