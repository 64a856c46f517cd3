// SPDX-License-Identifier: GPL-3.0-or-later

//! How a world ends: all comes to rest, nothing is forgotten, and every owner takes out what is his.

use super::world::*;
use crate::{
	mock::{lots::*, *},
	Owed,
};
use straddle_traits::OrderPurpose::{Release, Seizure};

impl World {
	/// All messages arrive or are fenced, proofs of today are brought, all rights are delivered.
	pub fn come_to_rest(&mut self) {
		let accounts = self.accounts.clone();
		Books::edit(|books| {
			(books.takes_new, books.cap, books.closed) = (true, u128::MAX, false);
			books.pool = RICH;
			books.stuck.clear();
			books.delisted.clear();
			books.owed.clear();
			for account in accounts {
				books.owners.insert(account.clone(), account.0.clone());
				books.cash.insert(account, 100);
			}
		});
		for _ in 0..30 {
			for flight in self.flights(|flight| flight.fate.is_none()) {
				self.run(flight, Fate::Done);
				self.pass();
			}
			for flight in self.flights(Flight::may_be_answered) {
				self.reply(flight);
				self.pass();
			}
			let mut sent = false;
			for k in 0..KINDS.len() {
				for n in 0..4 {
					for purpose in [Release, Seizure] {
						self.fence(k, n, purpose);
					}
				}
				self.pass();
				// Vaults that receive wait for those that send.
				for n in (0..4).chain(0..4) {
					self.prove_now(k, n);
					self.pass();
				}
				self.check(k);
				for (holder, account) in self.rights(k) {
					self.tend(k);
					self.make_good(k, &account, &holder);
				}
				for n in 0..4 {
					self.write_off(k, n);
					self.clear_breach(k, n);
				}
				for (holder, account) in self.rights(k) {
					sent |= self.deliver(k, &account, &holder, true);
				}
				self.pass();
				self.check(k);
			}
			RemoteVault::do_try_state().unwrap();
			if !sent {
				return;
			}
		}
		panic!("it never comes to rest");
	}

	/// Every owner takes out what is his.
	pub fn all_goes_home(&mut self, k: usize) {
		for n in 0..4 {
			let (vault, cover) = (self.vault(k, n), self.cover(k, n));
			let all = cover.most(&vault, KINDS[k].2);
			if all == 0 {
				continue;
			}
			assert!(self.release(k, n, all), "it is his");
			let last = self.flights.len() - 1;
			self.run(last, Fate::Done);
			self.reply(last);
			self.pass();
			let left = self.chains[k].held[n];
			assert!(left <= KINDS[k].2 + cover.entitled, "lost to both sides: {left} in {n}");
		}
		self.check(k);
	}

	/// Nothing is forgotten: what is there is its owner's or somebody has a right to it, and nobody's right is
	/// left but what has to stay for the vault to live.
	pub fn check_rest(&self, k: usize) {
		let deposit = KINDS[k].2;
		// What is back came back to the pool that had paid for it, but for what keeps vaults alive.
		let chain = &self.chains[k];
		let (_, cuts) = Self::paid(k);
		let lost = chain.stolen - chain.thawed + chain.misjudged + cuts + 4 * deposit;
		assert!(chain.written_off <= lost, "{} given up of {lost}", chain.written_off);
		assert_eq!(Owed::<Test>::iter().count(), 0, "the pool could pay");
		for n in 0..4 {
			let (vault, cover) = (self.vault(k, n), self.cover(k, n));
			let held = self.chains[k].held[n];
			assert_eq!((vault.outstanding(), cover.inbound, vault.breach), (0, 0, None));
			assert_eq!((cover.doubts, cover.paid_for), (0, 0), "{n}: {cover:?}");
			assert_eq!(vault.proven, held);
			let own = held.saturating_sub(deposit + cover.entitled);
			assert_eq!(cover.own, own, "{n}: {vault:?} {cover:?}");
			// What is left besides does not keep an empty vault alive.
			assert!(cover.entitled <= 2 * deposit, "{n}: {cover:?}");
		}
	}
}
