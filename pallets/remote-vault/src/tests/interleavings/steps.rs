// SPDX-License-Identifier: GPL-3.0-or-later

//! What is drawn: what happens next, and to whom.

use super::world::*;
use crate::{
	mock::{lots::*, *},
	tests::kit::head,
};
use frame_support::storage::with_storage_layer;
use straddle_primitives::{Cash, MarginAccountId};
use straddle_traits::{
	OrderPurpose::{Release, Seizure},
	RemoteLots,
};

/// SplitMix64.
pub struct Dice(pub u64);

impl Dice {
	fn roll(&mut self, sides: u64) -> u64 {
		self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
		let mut z = self.0;
		z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
		z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
		(z ^ (z >> 31)) % sides
	}

	fn coin(&mut self) -> bool {
		self.roll(2) == 0
	}

	fn up_to(&mut self, most: u128) -> u128 {
		u128::from(self.roll(most as u64 + 1))
	}

	fn of<X: Clone>(&mut self, list: &[X]) -> Option<X> {
		match list.len() as u64 {
			0 => None,
			len => list.get(self.roll(len) as usize).cloned(),
		}
	}
}

/// The last few.
fn last<X>(list: &[X]) -> &[X] {
	&list[list.len().saturating_sub(6)..]
}

impl World {
	/// Most vaults have something to begin with, and most pools.
	pub fn begin(&mut self, thefts: bool) {
		for n in 0..3 {
			let amount = self.dice.up_to(1_000);
			self.send(0, n, amount);
			self.pass();
			self.prove_now(0, n);
		}
		if self.dice.roll(3) == 0 {
			let accounts = self.accounts.clone();
			Books::edit(|books| books.owed.extend(accounts.into_iter().map(|who| (who, 50))));
		}
		let poor = self.dice.roll(3) == 0;
		let theft = thefts && self.dice.coin();
		if poor || theft && self.dice.coin() {
			Books::edit(|books| books.pool = 0);
		}
		if theft {
			self.begin_with_a_theft();
		}
	}

	/// Something is on its way from one vault to another, and nearly all that is there, or has come, is stolen before
	/// anybody says so. Chance alone seldom comes by this with so much left that can happen then.
	fn begin_with_a_theft(&mut self) {
		let n = self.dice.roll(3) as usize;
		let m = (n + 1 + self.dice.roll(2) as usize) % 3;
		self.about = [0, n, m];
		let amount = self.dice.up_to(Books::lot(&self.id(n), KINDS[0].0));
		self.give(0, n, m, amount, true);
		let (from, to) = (self.id(n), self.id(m));
		self.deliver(0, &from, &to, true);
		self.pass();
		if self.dice.roll(4) > 0 {
			for flight in self.flights(|flight| flight.fate.is_none()) {
				self.run(flight, Fate::Done);
			}
			self.pass();
		}
		self.steal(0, m);
		self.pass();
		self.prove_now(0, m);
		self.pass();
		if self.dice.coin() {
			for flight in self.flights(Flight::may_be_answered) {
				self.reply(flight);
			}
			self.pass();
			if self.dice.roll(3) > 0 {
				self.prove_now(0, m);
			}
			self.head_passes(0);
			self.pass();
		}
	}

	/// For what fades.
	fn head_passes(&mut self, k: usize) {
		let later = [0, 5_000, 10_000, 60_000];
		self.head += 1 + self.dice.of(&later).unwrap();
		RemoteVault::note_head(HUB, head(self.head.max(self.now())));
		self.tend(k);
	}

	/// A kind and two vaults.
	fn anything(&mut self) -> [usize; 3] {
		let kind = usize::from(self.dice.roll(4) == 0);
		[kind, self.dice.roll(4) as usize, self.dice.roll(4) as usize]
	}

	/// One random thing, of one kind. For a while most are about the same two vaults, or long ways through their
	/// states were rare.
	pub fn step(&mut self, thefts: bool) -> usize {
		if self.dice.roll(4) == 0 {
			self.book();
		}
		if self.dice.roll(24) == 0 {
			self.about = self.anything();
		}
		let [k, n, m] = if self.dice.roll(3) == 0 { self.anything() } else { self.about };
		let (n, m) = if self.dice.coin() { (n, m) } else { (m, n) };
		match self.dice.roll(if thefts { 121 } else { 100 }) {
			0..9 => {
				// What was stolen may be brought back.
				let missing = self.missing(k, n);
				let back = if missing > 0 && self.dice.coin() { missing } else { 0 };
				let amount = back + self.dice.up_to(500);
				self.send(k, n, amount);
			},
			9..32 => self.prove_any(k, n),
			32..43 => {
				let most = Books::lot(&self.id(n), KINDS[k].0);
				let amount = if self.dice.roll(3) == 0 { most } else { self.dice.up_to(most) };
				let forced = self.dice.roll(3) > 0;
				self.give(k, n, m, amount, forced);
			},
			43..53 => {
				let rights = self.rights(k);
				if let Some((holder, account)) = self.dice.of(&rights) {
					let asked = self.dice.roll(3) > 0;
					self.deliver(k, &account, &holder, asked);
				}
			},
			53..60 => {
				let amount = self.dice.up_to(self.cover(k, n).own + 20);
				self.release(k, n, amount);
			},
			60..74 => {
				let open = self.flights(|flight| flight.fate.is_none());
				if let Some(flight) = self.dice.of(&open) {
					let fates = [Fate::Done, Fate::Done, Fate::Refused, Fate::Dropped];
					let fate = self.dice.of(&fates).unwrap();
					self.run(flight, fate);
				}
			},
			74..84 => {
				let done =
					self.flights(|flight| flight.noted.is_none() && flight.may_be_answered());
				if let Some(flight) = self.dice.of(&done) {
					self.flights[flight].noted = Some(self.now());
					self.say(k, "an answer comes".into());
				}
			},
			84 => {
				let doubled = self.flights(|flight| flight.answered);
				if let Some(flight) = self.dice.of(&doubled) {
					self.reply(flight);
				}
			},
			85..90 => {
				let slots: Vec<_> = (0..4)
					.map(|n| (n, self.vault(k, n)))
					.flat_map(|(n, vault)| {
						let taken = [(vault.release, Release), (vault.seizure, Seizure)];
						taken
							.into_iter()
							.filter(|slot| slot.0.is_some())
							.map(move |slot| (n, slot.1))
					})
					.collect();
				if let Some((n, purpose)) = self.dice.of(&slots) {
					self.fence(k, n, purpose);
				}
			},
			90..96 => self.change_books(k, n),
			97 => {
				let _ = with_storage_layer(|| RemoteVault::keep(&self.id(n), KINDS[k].0));
			},
			98..103 => {
				let rights = self.rights(k);
				let short =
					|(_, account): &(_, MarginAccountId)| self.missing(k, self.index(account)) > 0;
				let short: Vec<_> = rights.iter().filter(|right| short(right)).cloned().collect();
				let one = self.dice.of(&short).filter(|_| self.dice.roll(4) > 0);
				if let Some((holder, account)) = one.or_else(|| self.dice.of(&rights)) {
					self.make_good(k, &account, &holder);
				}
			},
			96 | 103..106 => self.head_passes(k),
			106..110 => {
				let breached = (0..4).filter(|n| self.vault(k, *n).breach.is_some());
				let breached: Vec<_> = breached.collect();
				let faded =
					|n: &&usize| Self::claims(k, Some((&self.id(**n), &self.id(**n)))).1 > 0;
				let faded: Vec<_> = breached.iter().filter(faded).copied().collect();
				let one = self.dice.of(&faded).filter(|_| self.dice.roll(4) > 0);
				let n = one.or_else(|| self.dice.of(&breached)).unwrap_or(n);
				// Often what was stolen is back, and mostly somebody looks; caps may leave no room for what had left
				// the ledger, or for a part.
				let credited = MockLots::credited(KINDS[k].0);
				let cap = match self.dice.roll(4) {
					0 => credited,
					1 => Books::get().cap,
					_ => credited + self.dice.up_to(60),
				};
				let before = Books::edit(|books| std::mem::replace(&mut books.cap, cap));
				let missing = self.missing(k, n);
				if missing > 0 && self.dice.coin() {
					self.send(k, n, missing);
					self.pass();
				}
				if self.dice.roll(4) > 0 {
					self.prove_now(k, n);
				}
				self.ask_to_write_off(k, n);
				self.clear_breach(k, n);
				Books::edit(|books| books.cap = before);
			},
			115.. => {
				let gone = self.chains[k].gone;
				let taken: Vec<_> = (0..4).filter(|n| gone[*n] > 0).collect();
				// Mostly all of it, and mostly somebody looks.
				if let Some(n) = self.dice.of(&taken) {
					let all = self.dice.roll(3) > 0;
					let amount = if all { gone[n] } else { self.dice.up_to(gone[n]) };
					self.thaw(k, n, amount);
					self.pass();
					if self.dice.roll(3) > 0 {
						self.prove_now(k, n);
					}
				}
			},
			_ => {
				let out = self.flights(|flight| flight.kind == k && flight.to.is_some());
				let flight = self.dice.of(last(&out)).filter(|_| self.dice.coin());
				let ends = flight.map(|flight| &self.flights[flight]);
				let ends = ends.map(|flight| [flight.from, flight.to.unwrap_or(flight.from)]);
				let n = ends.and_then(|ends| self.dice.of(&ends)).unwrap_or(n);
				self.steal(k, n);
				self.about = [k, n, m];
			},
		}
		self.pass();
		k
	}

	/// Mostly nearly all.
	fn steal(&mut self, k: usize, n: usize) {
		let held = self.chains[k].held[n];
		let most = if self.dice.roll(3) > 0 { held.min(60) } else { held };
		let left = self.dice.up_to(most);
		self.take(k, n, held - left);
	}

	/// A proof: mostly of late, or of any age, or of about when an order ran that touches the vault.
	fn prove_any(&mut self, k: usize, n: usize) {
		let newest = self.chains[k].history.len() - 1;
		let ran = self.flights(|flight| flight.kind == k && flight.ran.is_some());
		let flight = self.dice.of(last(&ran)).filter(|_| self.dice.roll(4) == 0);
		let (n, block) = match flight.map(|flight| &self.flights[flight]) {
			Some(&Flight { from, to, ran: Some(ran), .. }) => {
				let ends = [from, to.unwrap_or(from)];
				(self.dice.of(&ends).unwrap(), ran + self.dice.roll(3) as usize - 1)
			},
			_ => {
				let oldest = if self.dice.roll(8) == 0 { 40 } else { 6 };
				(n, newest.saturating_sub(self.dice.roll(oldest) as usize))
			},
		};
		self.prove(k, n, block.min(newest));
	}

	/// The ledger changes its mind.
	fn change_books(&mut self, k: usize, n: usize) {
		let (account, kind) = (self.id(n), KINDS[k].0);
		let (coin, amount) = (self.dice.coin(), self.dice.up_to(150));
		let what = self.dice.roll(12);
		Books::edit(|books| match what {
			0 => (books.takes_new, books.cap) = (coin, u128::MAX),
			1 => books.cap = if coin { 1_000 } else { u128::MAX },
			// Accounts that cannot be booked, for a time.
			2 if coin => drop(books.stuck.insert(account)),
			2 => books.stuck.clear(),
			3 if coin && MockLots::credited(kind) == 0 => drop(books.delisted.insert(kind)),
			3 => books.delisted.clear(),
			4 => books.closed = coin && !books.closed,
			5 => drop(books.cash.insert(account, amount as Cash - 50)),
			6 => drop(books.stuck.insert(account)),
			7 => drop(books.cash.insert(account, 100)),
			9 => books.pool = if coin { 0 } else { RICH },
			10.. => drop(books.owed.insert(account, if coin { amount } else { 0 })),
			// Who has nothing may go, and come back.
			_ if !coin => drop(books.owners.insert(account.clone(), account.0)),
			_ => {
				if KINDS
					.iter()
					.all(|(kind, ..)| !books.lots.contains_key(&(account.clone(), *kind)))
				{
					books.owners.remove(&account);
					books.impaired.retain(|(who, _)| *who != account);
				}
			},
		});
		self.say(k, format!("books of {n}: {what} {coin}"));
	}
}
