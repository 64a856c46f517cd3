// SPDX-License-Identifier: GPL-3.0-or-later

//! The source chain, the messages between us, and what happens.

use crate::{
	mock::{lots::*, *},
	tests::{
		doors::{owner, set_wire},
		kit::head,
	},
	*,
};
use frame_support::{assert_ok, storage::with_storage_layer, weights::WeightMeter, BoundedVec};
use sp_runtime::{AccountId32, DispatchError};
use straddle_primitives::*;
use straddle_traits::{
	OrderOutcome,
	OrderPurpose::{self, Release, Seizure},
	RemoteLots,
};

const HUB: SourceId = SourceId(1);
/// Accounts 1, 2, 3 and the pool's.
const ACCOUNTS: [u8; 4] = [1, 2, 3, 99];
/// What lies there, and what keeps a vault of it alive.
pub const KINDS: [(CollateralId, Holding, u128); 2] =
	[(CollateralId(3), Holding::Native, 10), (CollateralId(4), Holding::Asset(1984), 0)];

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

	fn of<X: Clone>(&mut self, list: &[X]) -> Option<X> {
		match list.len() as u64 {
			0 => None,
			len => list.get(self.roll(len) as usize).cloned(),
		}
	}
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fate {
	Done,
	Refused,
	Dropped,
}

/// An order that was sent. Its answer may come, late or twice, or never.
#[derive(Clone, Debug)]
pub struct Flight {
	pub kind: usize,
	pub from: usize,
	/// Into which vault; none: out to its owner.
	to: Option<usize>,
	pub purpose: OrderPurpose,
	pub id: u64,
	pub amount: u128,
	pub fate: Option<Fate>,
	/// When its answer came, if no block had room to book it yet.
	noted: Option<u32>,
	/// Its answer was booked.
	answered: bool,
}

/// What happened how often.
#[derive(Clone, Debug, Default)]
pub struct Seen {
	pub proofs: u64,
	pub settled: u64,
	pub delivered: u64,
	pub released: u64,
	pub late: u64,
	/// The books refused.
	pub stuck: u64,
	pub breaches: u64,
	/// What was stolen looked like a delivery that had run.
	pub mistaken: u64,
	pub made_good: u64,
}

impl Seen {
	fn counts(&mut self) -> [&mut u64; 9] {
		let Self { proofs, settled, delivered, released, late, stuck, .. } = self;
		let Self { breaches, mistaken, made_good, .. } = self;
		[proofs, settled, delivered, released, late, stuck, breaches, mistaken, made_good]
	}

	pub fn add(&mut self, other: &Self) {
		let mut other = other.clone();
		for (sum, count) in self.counts().into_iter().zip(other.counts()) {
			*sum += *count;
		}
	}

	/// Whether all of it happened; without thefts the last three do not.
	pub fn all(&self, thefts: bool) -> bool {
		let mut seen = self.clone();
		let counts = seen.counts().map(|count| *count > 0);
		counts[..6].iter().all(|seen| *seen) && counts[6..].iter().all(|seen| *seen == thefts)
	}
}

/// One kind on the source chain.
#[derive(Default)]
pub struct Chain {
	/// What lies in each vault.
	pub held: [u128; 4],
	/// The same after each step: a block of the source chain and a relay block each.
	history: Vec<[u128; 4]>,
	/// What was taken from each vault since the block whose proof told what is there: when, and how much.
	pub thefts: [Vec<(usize, u128)>; 4],
	pub stolen: u128,
	pub deposited: u128,
	pub released: u128,
	/// What the pool made good, and in how many cuts.
	pub made_good: u128,
	pub cuts: u128,
	/// Lost deliveries of which a proof beside a theft or a deposit told the wrong thing (ADR 31): whoever gains
	/// by that, the pool may have to pay for it.
	pub misjudged: u128,
}

/// What we know is in the pallet.
pub struct World {
	dice: Dice,
	pub accounts: Vec<MarginAccountId>,
	pub chains: [Chain; KINDS.len()],
	pub flights: Vec<Flight>,
	pub seen: Seen,
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

/// One source with all kinds. An order costs something.
pub fn name_kinds() {
	let kinds = KINDS.map(|(kind, holding, deposit)| (kind, RemoteKind { holding, deposit }));
	let (codes, kinds) = (BoundedVec::new(), BoundedVec::truncate_from(kinds.to_vec()));
	let info = SourceInfo { para_id: 1_000, ss58_prefix: 42, codes, kinds };
	assert_ok!(RemoteVault::set_source(RuntimeOrigin::root(), HUB, info));
	let terms = OrderTerms {
		fee: 1,
		fence_fee: 1,
		reserve: 0,
		charge: 1,
		timeout: 20,
		releases: 1_000,
		seizures: 1_000,
		minimum: BoundedVec::new(),
	};
	assert_ok!(RemoteVault::set_terms(RuntimeOrigin::root(), HUB, terms));
	Books::edit(|books| (books.pool, books.cash_counts) = (1_000_000_000, true));
	for n in ACCOUNTS {
		let account = Books::open(n);
		Books::edit(|books| books.cash.insert(account, 100));
	}
}

impl World {
	pub fn new(seed: u64) -> Self {
		let mut chains = [Chain::default(), Chain::default()];
		for chain in &mut chains {
			chain.history.push([0; 4]);
		}
		Self {
			dice: Dice(seed),
			accounts: ACCOUNTS.map(|n| MarginAccountId(AccountId32::new([n; 32]))).to_vec(),
			chains,
			flights: vec![],
			seen: Seen::default(),
			log: vec![format!("SEED={seed} INTERLEAVINGS=2")],
		}
	}

	/// Most vaults have something to begin with.
	pub fn begin(&mut self) {
		for n in 0..3 {
			let amount = self.dice.up_to(1_000);
			self.chains[0].held[n] += amount;
			self.chains[0].deposited += amount;
			self.say(0, format!("{amount} sent to {n}"));
			self.pass();
			self.prove(0, n, 0);
		}
	}

	fn now(&self) -> u32 {
		self.chains[0].history.len() as u32
	}

	pub fn id(&self, n: usize) -> MarginAccountId {
		self.accounts[n].clone()
	}

	fn index(&self, account: &MarginAccountId) -> usize {
		self.accounts.iter().position(|known| known == account).unwrap()
	}

	pub fn vault(&self, k: usize, n: usize) -> Vault {
		Vaults::<Test>::get(&self.accounts[n], KINDS[k].0).unwrap_or_default()
	}

	pub fn cover(&self, k: usize, n: usize) -> Cover {
		Covers::<Test>::get(&self.accounts[n], KINDS[k].0).unwrap_or_default()
	}

	fn say(&mut self, k: usize, line: String) {
		self.log.push(format!("{:3}: [{k}] {line}; held {:?}", self.now(), self.chains[k].held));
	}

	/// A block of either chain.
	pub fn pass(&mut self) {
		for chain in &mut self.chains {
			chain.history.push(chain.held);
		}
		// Whatever is on its way is in `flights`.
		set_wire(|wire| wire.sent.clear());
	}

	/// One random thing, of one kind.
	pub fn step(&mut self, thefts: bool) -> usize {
		if self.dice.roll(4) == 0 {
			self.book();
		}
		let k = usize::from(self.dice.roll(4) == 0);
		let (n, m) = (self.dice.roll(4) as usize, self.dice.roll(4) as usize);
		match self.dice.roll(if thefts { 104 } else { 100 }) {
			0..9 => {
				let amount = self.dice.up_to(500);
				self.chains[k].held[n] += amount;
				self.chains[k].deposited += amount;
				self.say(k, format!("{amount} sent to {n}"));
			},
			9..32 => {
				let age = self.dice.roll(6) as usize;
				self.prove(k, n, age);
			},
			32..43 => self.give(k, n, m),
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
			96 => {
				// A head passes, for what fades.
				let later = self.now() + 1_000_000 * u32::from(self.dice.roll(4) == 0);
				RemoteVault::note_head(HUB, head(later));
				self.tend(k);
			},
			97 => {
				let _ = with_storage_layer(|| RemoteVault::keep(&self.id(n), KINDS[k].0));
			},
			98..100 => {
				let rights = self.rights(k);
				if let Some((holder, account)) = self.dice.of(&rights) {
					self.make_good(k, &account, &holder);
				}
			},
			100 => {
				// Caps may leave no room for what had left the ledger.
				let cap = if self.dice.roll(2) == 0 { 0 } else { Books::get().cap };
				let before = Books::edit(|books| std::mem::replace(&mut books.cap, cap));
				self.clear_breach(k, n);
				Books::edit(|books| books.cap = before);
			},
			_ => {
				let taken = self.dice.up_to(self.chains[k].held[n]);
				let now = self.now() as usize;
				let chain = &mut self.chains[k];
				chain.held[n] -= taken;
				chain.stolen += taken;
				chain.thefts[n].push((now, taken));
				self.say(k, format!("{taken} stolen from {n}"));
			},
		}
		self.pass();
		k
	}

	/// The ledger changes its mind.
	fn change_books(&mut self, k: usize, n: usize) {
		let (account, kind) = (self.id(n), KINDS[k].0);
		let (coin, amount) = (self.dice.roll(2) == 0, self.dice.up_to(150));
		let what = self.dice.roll(10);
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
			9 => books.pool = if coin { 0 } else { 1_000_000_000 },
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

	pub fn rights(&self, k: usize) -> Vec<(MarginAccountId, MarginAccountId)> {
		let all = Rights::<Test>::iter_keys().filter(|(_, kind, _)| *kind == KINDS[k].0);
		all.map(|(holder, _, account)| (holder, account)).collect()
	}

	pub fn flights(&self, which: impl Fn(&Flight) -> bool) -> Vec<usize> {
		(0..self.flights.len()).filter(|flight| which(&self.flights[*flight])).collect()
	}

	fn give(&mut self, k: usize, n: usize, m: usize) {
		let (from, to) = (self.id(n), self.id(m));
		let most = Books::lot(&from, KINDS[k].0);
		let amount = if self.dice.roll(3) == 0 { most } else { self.dice.up_to(most) };
		let forced = self.dice.roll(3) > 0;
		let before = (self.cover(k, n).own, self.vault(k, n).breach.is_some());
		let result = Books::transfer(KINDS[k].0, &from, &to, amount, forced);
		if result.is_ok() && before.1 && !forced {
			assert_eq!(self.cover(k, n).own, before.0, "of a breached part nothing is given away");
		}
		self.say(k, format!("{n} gives {amount} to {m}, forced {forced}: {result:?}"));
	}

	pub fn release(&mut self, k: usize, n: usize, amount: u128) -> bool {
		let to = Destination::There(AccountId32::new([2; 32]));
		let account = self.id(n);
		let ordered = with_storage_layer(|| {
			RemoteVault::do_release(&owner(), account, KINDS[k].0, amount, to)
		});
		if ordered.is_ok() {
			let id = self.vault(k, n).release.unwrap().id;
			self.sent(Flight { id, amount, ..Flight::new(k, n, None) });
		}
		self.say(k, format!("{n} orders out {amount}: {ordered:?}"));
		ordered.is_ok()
	}

	fn sent(&mut self, flight: Flight) {
		self.flights.push(flight);
	}

	/// Block work has it delivered, or the holder's owner.
	pub fn deliver(
		&mut self,
		k: usize,
		account: &MarginAccountId,
		holder: &MarginAccountId,
		asked: bool,
	) -> bool {
		let (from, to) = (self.index(account), self.index(holder));
		let waited = self.cover(k, to).entitled > 0 && ACCOUNTS[to] != 99;
		let served = self.is_served_whole(k, from, holder);
		let who = Some(&holder.0).filter(|_| asked);
		let result = with_storage_layer(|| {
			RemoteVault::do_deliver(who, account.clone(), KINDS[k].0, holder.clone())
		});
		if result.is_err() {
			return false;
		}
		assert!(asked || !waited, "others wait for what {to} did not ask for");
		assert!(served, "{to} is served before others share what is missing");
		let order = self.vault(k, from).seizure.unwrap();
		let (id, amount) = (order.id, order.amount);
		self.sent(Flight { id, amount, ..Flight::new(k, from, Some(to)) });
		self.say(k, format!("{amount} of {from} are to be delivered to {to}"));
		true
	}

	pub fn make_good(&mut self, k: usize, account: &MarginAccountId, holder: &MarginAccountId) {
		let right = || {
			let right = Rights::<Test>::get((holder, KINDS[k].0, account));
			right.map_or(0, |right| right.amount)
		};
		let (before, unknown) = (right(), self.unknown());
		let result = with_storage_layer(|| {
			RemoteVault::do_make_good(account.clone(), KINDS[k].0, holder.clone())
		});
		self.check_unknown(&unknown);
		if result.is_ok() {
			self.seen.made_good += u64::from(right() < before);
			self.chains[k].made_good += before - right();
			self.chains[k].cuts += 1;
		}
		let (n, m) = (self.index(account), self.index(holder));
		self.say(
			k,
			format!("{m}'s right of {before} in {n} is made good: {result:?}, {}", right()),
		);
	}

	/// Block work pays and lets fade what the pool owes.
	pub fn tend(&mut self, k: usize) {
		let all = || {
			Rights::<Test>::iter().fold([0; 2], |mut sums: [u128; 2], ((_, kind, _), right)| {
				let k = KINDS.iter().position(|known| known.0 == kind).unwrap();
				sums[k] += right.amount;
				sums
			})
		};
		let (before, unknown) = (all(), self.unknown());
		RemoteVault::sweep_breached(&mut WeightMeter::new());
		RemoteVault::tend_owed(&mut WeightMeter::new());
		self.check_unknown(&unknown);
		for (chain, (before, after)) in self.chains.iter_mut().zip(before.into_iter().zip(all())) {
			chain.made_good += before - after;
			chain.cuts += 4 * u128::from(after < before);
		}
		self.say(k, format!("the pool tends, {} are owed", Owed::<Test>::iter().count()));
	}

	/// Governance looked into it.
	pub fn clear_breach(&mut self, k: usize, n: usize) {
		let account = self.id(n);
		let result = with_storage_layer(|| RemoteVault::do_clear_breach(account, KINDS[k].0));
		self.say(k, format!("{n} is trusted again: {result:?}"));
	}

	pub fn run(&mut self, flight: usize, fate: Fate) {
		let Flight { kind: k, from, to, amount, .. } = self.flights[flight];
		let chain = &mut self.chains[k];
		// The chain refuses what is not there, and what would not live where it goes.
		let lives = to.is_none_or(|to| chain.held[to] + amount >= KINDS[k].2);
		let possible = amount <= chain.held[from] && lives;
		let fate = if fate == Fate::Done && !possible { Fate::Refused } else { fate };
		self.flights[flight].fate = Some(fate);
		if fate == Fate::Done {
			chain.held[from] -= amount;
			match to {
				Some(to) => chain.held[to] += amount,
				None => chain.released += amount,
			}
		}
		self.say(k, format!("{amount} out of {from} into {to:?}: {fate:?}"));
	}

	/// A block has room for all answers that came, in their order.
	fn book(&mut self) {
		let mut came = self.flights(|flight| flight.noted.is_some() && flight.may_be_answered());
		came.sort_by_key(|flight| self.flights[*flight].noted);
		for flight in came {
			self.reply(flight);
		}
	}

	pub fn reply(&mut self, flight: usize) {
		let Flight { kind: k, from, to, purpose, id, fate, noted, .. } = self.flights[flight];
		let outcome = match fate {
			Some(Fate::Done) => OrderOutcome::Done,
			_ => OrderOutcome::Refused,
		};
		let now = self.now();
		set_wire(|wire| wire.now = now);
		let before = (self.vault(k, from), self.cover(k, from));
		let slot = (self.id(from), KINDS[k].0, purpose);
		let result = RemoteVault::note_end(&slot, id, outcome, noted.unwrap_or(now));
		self.flights[flight].answered = true;
		match result {
			Ok(()) => match to {
				Some(_) => self.seen.delivered += 1,
				None => self.seen.released += 1,
			},
			// A fence and a proof settled it before, or the books refuse: then these end it.
			Err(error) => {
				let late = error == Error::<Test>::Vault(VaultError::NoSuchOrder).into();
				assert!(late || error == STUCK, "{error:?}");
				*if late { &mut self.seen.late } else { &mut self.seen.stuck } += 1;
				assert_eq!(before, (self.vault(k, from), self.cover(k, from)));
			},
		}
		self.say(k, format!("reply for {from} {purpose:?}: {outcome:?} {result:?}"));
	}

	/// Messages arrive in order: before the fence is answered the order ran or was dropped.
	pub fn fence(&mut self, k: usize, n: usize, purpose: OrderPurpose) {
		self.book();
		let known = self.vault(k, n);
		let slot = if purpose == Release { known.release } else { known.seizure };
		let Some(order) = slot else { return };
		let flight = self.flights(|flight| {
			(flight.kind, flight.from, flight.purpose, flight.id) == (k, n, purpose, order.id)
		});
		let flight = flight.first().copied().expect("it was sent");
		if self.flights[flight].fate.is_none() {
			self.run(flight, Fate::Dropped);
		}
		let now = self.now();
		set_wire(|wire| wire.now = now);
		let slot = (self.id(n), KINDS[k].0, purpose);
		assert_ok!(RemoteVault::note_fence(&Query { slot, id: order.id, fence: true }, now));
		self.say(k, format!("fence of {n} {purpose:?} answered"));
	}

	pub fn prove(&mut self, k: usize, n: usize, age: usize) {
		let block = self.chains[k].history.len().saturating_sub(1 + age);
		let shown = self.chains[k].history[block][n];
		let before = (self.vault(k, n), self.cover(k, n));
		let proven = [0, 1, 2, 3].map(|n| self.vault(k, n).proven);
		let account = self.id(n);
		let at = block as u32 + 1;
		let result = with_storage_layer(|| {
			RemoteVault::note_balance(&account, KINDS[k].0, shown, &head(at))
		});
		match result {
			Ok(()) => self.saw(k, n, (block, shown), &before, proven),
			Err(error) => {
				let refused: [DispatchError; 2] = [VaultError::BelowFloor, VaultError::NotNewer]
					.map(|why| Error::<Test>::Vault(why).into());
				assert!(refused.contains(&error) || error == STUCK || self.is_gone(&account));
				assert_eq!(before, (self.vault(k, n), self.cover(k, n)));
			},
		}
		self.say(k, format!("proof of {n} at {at}: {shown}: {result:?}"));
	}

	fn is_gone(&self, account: &MarginAccountId) -> bool {
		!Books::get().owners.contains_key(account)
	}

	/// What a proof of a block told of thefts. Where P becomes what it shows, whatever was taken before is
	/// known; and what was stolen looks like a delivery that ran if that is lost at the same time.
	fn saw(
		&mut self,
		k: usize,
		n: usize,
		(block, shown): (usize, u128),
		(vault, cover): &(Vault, Cover),
		proven: [u128; 4],
	) {
		let out = || vault.release.iter().chain(&vault.seizure);
		let breached = shown < vault.certain();
		let all_fenced = vault.is_fenced() && out().all(|order| order.fenced);
		let settled = cover.inbound == 0 && all_fenced;
		let raised = shown.saturating_sub(cover.inbound) > vault.proven;
		self.seen.proofs += 1;
		self.seen.settled += u64::from(settled);
		self.seen.breaches += u64::from(breached);
		if raised || breached || settled {
			self.chains[k].thefts[n].retain(|(at, _)| *at > block);
		}
		let Some(delivery) = &cover.delivery else { return };
		if self.cover(k, n).delivery.is_some() {
			return;
		}
		let to = self.index(&delivery.to);
		let deemed = self.vault(k, to).proven > proven[to];
		let ran = self.flights.iter().any(|flight| {
			(flight.kind, flight.from, flight.id) == (k, n, delivery.order)
				&& flight.fate == Some(Fate::Done)
		});
		if ran != deemed {
			self.chains[k].misjudged += delivery.amount;
		}
		if deemed && !ran {
			self.seen.mistaken += 1;
			self.chains[k].thefts[to].push((0, delivery.amount));
		}
	}
}

impl Flight {
	fn new(kind: usize, from: usize, to: Option<usize>) -> Self {
		let purpose = if to.is_some() { Seizure } else { Release };
		let (id, amount, fate, noted, answered) = (0, 0, None, None, false);
		Self { kind, from, to, purpose, id, amount, fate, noted, answered }
	}

	/// It ran or was refused, and no answer was booked.
	pub fn may_be_answered(&self) -> bool {
		!self.answered && matches!(self.fate, Some(Fate::Done | Fate::Refused))
	}
}
