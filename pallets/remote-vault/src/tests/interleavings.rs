// SPDX-License-Identifier: GPL-3.0-or-later

//! Invariant 4 over random interleavings of both chains: deposits, proofs of any age, orders, runs, replies,
//! losses, fences, liquidation. Never a lot without cover, never an asset lost to both sides.
//!
//! `INTERLEAVINGS` says how many (`make test-deep`: 100,000), `SEED` which are the first.

use super::kit::*;
use crate::{
	mock::{lots::*, *},
	*,
};
use frame_support::{assert_ok, storage::with_storage_layer, weights::WeightMeter};
use straddle_primitives::*;
use straddle_traits::{
	OrderOutcome,
	OrderPurpose::{self, Release, Seizure},
};

/// Accounts 1, 2, 3 and the pool's.
const ACCOUNTS: [u8; 4] = [1, 2, 3, 99];
const STEPS: u64 = 80;

/// SplitMix64.
struct Dice(u64);

impl Dice {
	fn roll(&mut self, sides: u64) -> u64 {
		self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
		let mut z = self.0;
		z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
		z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
		(z ^ (z >> 31)) % sides
	}

	fn up_to(&mut self, most: u128) -> u128 {
		u128::from(self.roll(most as u64 + 1))
	}

	fn of<'a, X>(&mut self, list: &'a [X]) -> Option<&'a X> {
		match list.len() as u64 {
			0 => None,
			len => list.get(self.roll(len) as usize),
		}
	}
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Fate {
	Done,
	Refused,
	Dropped,
}

/// An order that was sent and whose answer did not arrive. It may come late or never.
#[derive(Clone, Debug)]
struct Flight {
	from: usize,
	/// Into which vault; none: out to its owner.
	to: Option<usize>,
	purpose: OrderPurpose,
	id: u64,
	amount: u128,
	fate: Option<Fate>,
}

/// The source chain and the messages between us. What we know is in the pallet.
struct World {
	dice: Dice,
	accounts: Vec<MarginAccountId>,
	/// What lies in each vault.
	held: [u128; 4],
	/// The same after each step: a block of the source chain and a relay block each.
	history: Vec<[u128; 4]>,
	flights: Vec<Flight>,
	deposited: u128,
	released: u128,
	stolen: bool,
	log: Vec<String>,
}

/// Says which seed it was, and what happened in it.
impl Drop for World {
	fn drop(&mut self) {
		if std::thread::panicking() {
			for line in &self.log {
				eprintln!("{line}");
			}
		}
	}
}

impl World {
	fn new(seed: u64) -> Self {
		name_source();
		let accounts = ACCOUNTS.iter().map(|n| Books::open(*n)).collect();
		Books::edit(|books| books.pool = 1_000_000_000);
		Self {
			dice: Dice(seed),
			accounts,
			held: [0; 4],
			history: vec![[0; 4]],
			flights: vec![],
			deposited: 0,
			released: 0,
			stolen: false,
			log: vec![format!("SEED={seed} INTERLEAVINGS=1")],
		}
	}

	fn now(&self) -> u32 {
		self.history.len() as u32
	}

	fn id(&self, n: usize) -> MarginAccountId {
		self.accounts[n].clone()
	}

	fn index(&self, account: &MarginAccountId) -> usize {
		self.accounts.iter().position(|known| known == account).unwrap()
	}

	fn say(&mut self, line: String) {
		self.log.push(format!("{:3}: {line}; held {:?}", self.now(), self.held));
	}

	/// One random thing.
	fn step(&mut self, thefts: bool) {
		let (n, m) = (self.dice.roll(4) as usize, self.dice.roll(4) as usize);
		match self.dice.roll(if thefts { 101 } else { 100 }) {
			0..10 => {
				let amount = self.dice.up_to(500);
				self.held[n] += amount;
				self.deposited += amount;
				self.say(format!("{amount} sent to {n}"));
			},
			10..35 => {
				let age = self.dice.roll(6) as usize;
				self.prove(n, age);
			},
			35..47 => {
				let most = lot(&self.id(n));
				let amount = match self.dice.roll(3) {
					0 => most,
					_ => self.dice.up_to(most),
				};
				let forced = self.dice.roll(3) > 0;
				let result = Books::transfer(KIND, &self.id(n), &self.id(m), amount, forced);
				self.say(format!("{n} gives {amount} to {m}: {result:?}"));
			},
			47..57 => self.deliver(),
			57..64 => {
				let most = cover(&self.id(n)).own + 20;
				let amount = self.dice.up_to(most);
				if let Ok(id) = release(&self.id(n), amount) {
					let (from, purpose) = (n, Release);
					let flight = Flight { from, to: None, purpose, id, amount, fate: None };
					self.flights.push(flight);
					self.say(format!("{n} orders out {amount}"));
				}
			},
			64..78 => {
				let open: Vec<_> =
					(0..self.flights.len()).filter(|f| self.flights[*f].fate.is_none()).collect();
				if let Some(flight) = self.dice.of(&open).copied() {
					let fates = [Fate::Done, Fate::Done, Fate::Refused, Fate::Dropped];
					let fate = *self.dice.of(&fates).unwrap();
					self.run(flight, fate);
				}
			},
			78..88 => {
				let done: Vec<_> = (0..self.flights.len())
					.filter(|f| matches!(self.flights[*f].fate, Some(Fate::Done | Fate::Refused)))
					.collect();
				if let Some(flight) = self.dice.of(&done).copied() {
					self.reply(flight);
				}
			},
			88..93 => {
				let purpose = *self.dice.of(&[Release, Seizure]).unwrap();
				self.fence(n, purpose);
			},
			93..95 => {
				let open = self.dice.roll(3) > 0;
				let cap = if self.dice.roll(2) == 0 { 1_000 } else { u128::MAX };
				Books::edit(|books| (books.takes_new, books.cap) = (open, cap));
				self.say(format!("new credit: {open}, cap {cap}"));
			},
			95..97 => {
				assert_ok!(RemoteVault::keep(&self.id(n), KIND));
			},
			97..98 => {
				let pool = if self.dice.roll(3) == 0 { 1_000_000_000 } else { 0 };
				Books::edit(|books| books.pool = pool);
				// A head passes, for what fades, and block work has its turn.
				let later = self.now() + 1_000_000 * u32::from(self.dice.roll(4) == 0);
				RemoteVault::note_head(HUB, head(later));
				RemoteVault::tend_owed(&mut WeightMeter::new());
				self.say(format!("the pool has {pool}, {} are owed", Owed::<Test>::iter().count()));
			},
			98..100 => {
				let rights: Vec<_> = Rights::<Test>::iter_keys().collect();
				if let Some((holder, _, account)) = self.dice.of(&rights) {
					let _ = make_good(account, holder);
				}
			},
			_ => {
				let taken = self.dice.up_to(self.held[n]);
				self.stolen |= taken > 0;
				self.held[n] -= taken;
				self.say(format!("{taken} stolen from {n}"));
			},
		}
		self.history.push(self.held);
	}

	fn deliver(&mut self) {
		let rights: Vec<_> = Rights::<Test>::iter_keys().collect();
		let Some((holder, _, account)) = self.dice.of(&rights).cloned() else { return };
		self.try_deliver(&account, &holder);
	}

	fn try_deliver(&mut self, account: &MarginAccountId, holder: &MarginAccountId) -> bool {
		if deliver(account, holder).is_err() {
			return false;
		}
		let order = vault(account).seizure.unwrap();
		let (from, to) = (self.index(account), Some(self.index(holder)));
		let (id, amount, purpose) = (order.id, order.amount, Seizure);
		self.flights.push(Flight { from, to, purpose, id, amount, fate: None });
		self.say(format!("{amount} of {from} are to be delivered to {to:?}"));
		true
	}

	fn run(&mut self, flight: usize, fate: Fate) {
		let Flight { from, to, amount, .. } = self.flights[flight];
		// The chain refuses what is not there, and what would not live where it goes.
		let possible =
			amount <= self.held[from] && to.is_none_or(|to| self.held[to] + amount >= DEPOSIT);
		let fate = if fate == Fate::Done && !possible { Fate::Refused } else { fate };
		self.flights[flight].fate = Some(fate);
		if fate == Fate::Done {
			self.held[from] -= amount;
			match to {
				Some(to) => self.held[to] += amount,
				None => self.released += amount,
			}
		}
		self.say(format!("{amount} out of {from} into {to:?}: {fate:?}"));
	}

	fn reply(&mut self, flight: usize) {
		let Flight { from, purpose, id, fate, .. } = self.flights.remove(flight);
		let outcome = match fate {
			Some(Fate::Done) => OrderOutcome::Done,
			_ => OrderOutcome::Refused,
		};
		// An error means that a fence and a proof settled it before.
		let result = reply(&self.id(from), purpose, id, outcome, self.now());
		let late = Error::<Test>::Vault(VaultError::NoSuchOrder);
		assert!(result.is_ok() || result == Err(late.into()), "{result:?}");
		self.say(format!("reply for {from} {purpose:?}: {outcome:?} {result:?}"));
	}

	/// Messages arrive in order: before the fence is answered the order ran or was dropped.
	fn fence(&mut self, n: usize, purpose: OrderPurpose) {
		let known = vault(&self.id(n));
		let slot = if purpose == Release { known.release } else { known.seizure };
		let Some(order) = slot else { return };
		let flight = self
			.flights
			.iter()
			.position(|flight| (flight.from, flight.purpose, flight.id) == (n, purpose, order.id));
		if let Some(flight) = flight.filter(|flight| self.flights[*flight].fate.is_none()) {
			self.run(flight, Fate::Dropped);
		}
		fence(&self.id(n), purpose, order.id, self.now());
		self.say(format!("fence of {n} {purpose:?} answered"));
	}

	fn prove(&mut self, n: usize, age: usize) {
		let block = self.history.len().saturating_sub(1 + age);
		let shown = self.history[block][n];
		let before = (vault(&self.id(n)), cover(&self.id(n)));
		let account = self.id(n);
		let at = block as u32 + 1;
		let result =
			with_storage_layer(|| RemoteVault::note_balance(&account, KIND, shown, &head(at)));
		match result {
			Ok(()) => {},
			Err(error) => {
				let refused = [VaultError::BelowFloor, VaultError::NotNewer]
					.map(|why| Error::<Test>::Vault(why).into());
				assert!(refused.contains(&error), "{error:?}");
				assert_eq!(before, (vault(&account), cover(&account)));
			},
		}
		self.say(format!("proof of {n} at {at}: {shown}: {result:?}"));
	}

	/// Whether the delivery out of a vault, as we know it, has run there.
	fn has_run(&self, n: usize) -> u128 {
		let Some(delivery) = cover(&self.id(n)).delivery else { return 0 };
		let flight = self.flights.iter().find(|flight| {
			(flight.from, flight.purpose, flight.id) == (n, Seizure, delivery.order)
		});
		let ran = flight.is_some_and(|flight| flight.fate == Some(Fate::Done));
		if ran {
			delivery.amount
		} else {
			0
		}
	}

	fn check(&self) {
		RemoteVault::do_try_state().unwrap();
		if self.stolen {
			return;
		}
		for n in 0..4 {
			let (known, covers) = (vault(&self.id(n)), cover(&self.id(n)));
			assert_eq!(known.breach, None, "false alarm at {n}");
			let out = self.flights.iter().filter(|flight| {
				let open = flight.fate.is_none() && flight.purpose == Release;
				flight.from == n && open
			});
			let out: u128 = out.map(|flight| flight.amount).sum();
			let came = (0..4)
				.filter(|m| {
					let delivery = cover(&self.id(*m)).delivery;
					delivery.is_some_and(|delivery| delivery.to == self.id(n))
				})
				.map(|m| self.has_run(m))
				.sum::<u128>();
			let claimed = covers.own + covers.entitled + came - self.has_run(n);
			assert!(claimed + out <= self.held[n], "{n}: {claimed} + {out}, {known:?} {covers:?}");
		}
		let all: u128 = self.held.iter().sum();
		assert_eq!(all + self.released, self.deposited, "lost to both sides");
	}

	/// All messages arrive or are fenced, proofs of today are brought, all rights are delivered.
	fn come_to_rest(&mut self) {
		Books::edit(|books| {
			(books.takes_new, books.cap, books.pool) = (true, u128::MAX, 1_000_000_000);
		});
		for _ in 0..20 {
			while let Some(open) = self.flights.iter().position(|flight| flight.fate.is_none()) {
				self.run(open, Fate::Done);
				self.history.push(self.held);
			}
			while let Some(done) = self
				.flights
				.iter()
				.position(|flight| matches!(flight.fate, Some(Fate::Done | Fate::Refused)))
			{
				self.reply(done);
				self.history.push(self.held);
			}
			for n in 0..4 {
				for purpose in [Release, Seizure] {
					self.fence(n, purpose);
					self.history.push(self.held);
				}
			}
			// Vaults that receive wait for those that send.
			for n in (0..4).chain(0..4) {
				self.prove(n, 0);
				self.history.push(self.held);
				self.check();
			}
			let rights: Vec<_> = Rights::<Test>::iter_keys().collect();
			let mut sent = false;
			for (holder, _, account) in rights {
				RemoteVault::tend_owed(&mut WeightMeter::new());
				let _ = make_good(&account, &holder);
				sent |= self.try_deliver(&account, &holder);
			}
			self.history.push(self.held);
			self.check();
			if !sent && self.flights.iter().all(|flight| flight.fate == Some(Fate::Dropped)) {
				return;
			}
		}
		panic!("it never comes to rest");
	}

	/// Nothing is forgotten.
	fn check_rest(&self) {
		assert_eq!(Owed::<Test>::iter().count(), 0, "the pool could pay");
		for n in 0..4 {
			let (known, covers) = (vault(&self.id(n)), cover(&self.id(n)));
			assert_eq!((known.outstanding(), covers.inbound), (0, 0));
			assert_eq!(known.proven, self.held[n]);
			assert!(covers.own <= self.held[n]);
			if self.stolen {
				continue;
			}
			let own = self.held[n].saturating_sub(DEPOSIT + covers.entitled);
			assert_eq!(covers.own, own, "{n}: {known:?} {covers:?}");
			// Nobody's right is left but what has to stay for the account to live.
			assert!(covers.entitled <= DEPOSIT, "{n}: {covers:?}");
		}
	}
}

fn from_env(name: &str, otherwise: u64) -> u64 {
	std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(otherwise)
}

fn explore(thefts: bool) {
	let (first, count) = (from_env("SEED", 1), from_env("INTERLEAVINGS", 60));
	println!("{count} interleavings from SEED={first}");
	for seed in first..first + count {
		build().execute_with(|| {
			let mut world = World::new(seed);
			for _ in 0..STEPS {
				world.step(thefts);
				world.check();
			}
			world.come_to_rest();
			world.check_rest();
		});
	}
}

#[test]
fn no_lot_is_without_cover_and_no_asset_is_lost() {
	explore(false);
}

#[test]
fn what_the_source_chain_takes_is_seen_and_what_is_left_is_shared() {
	explore(true);
}
