// SPDX-License-Identifier: GPL-3.0-or-later

//! The source chain, the messages between us, and what is done with them.

use super::{check::backing, seen::Seen, steps::Dice};
use crate::{
	mock::{lots::*, *},
	tests::{
		doors::{owner, set_wire, wire},
		kit::head,
	},
	*,
};
use frame_support::{
	assert_ok,
	storage::{with_storage_layer, with_transaction},
	weights::WeightMeter,
	BoundedVec,
};
use sp_runtime::{AccountId32, DispatchError, TransactionOutcome};
use std::collections::BTreeSet;
use straddle_primitives::*;
use straddle_traits::{
	OrderOutcome,
	OrderPurpose::{self, Release, Seizure},
	RemoteLots,
};

pub const HUB: SourceId = SourceId(1);
/// Accounts 1, 2, 3 and the pool's.
const ACCOUNTS: [u8; 4] = [1, 2, 3, 99];
/// What lies there, and what keeps a vault of it alive.
pub const KINDS: [(CollateralId, Holding, u128); 2] =
	[(CollateralId(3), Holding::Native, 10), (CollateralId(4), Holding::Asset(1984), 0)];

/// What a pool has that can pay whatever comes.
pub const RICH: Cash = 1_000_000_000;

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
	pub to: Option<usize>,
	pub purpose: OrderPurpose,
	pub id: u64,
	pub amount: u128,
	pub fate: Option<Fate>,
	/// The first block that shows what became of it.
	pub ran: Option<usize>,
	/// When its answer came, if no block had room to book it yet.
	pub noted: Option<u32>,
	/// Its answer was booked.
	pub answered: bool,
}

/// One kind on the source chain.
#[derive(Default)]
pub struct Chain {
	/// What lies in each vault.
	pub held: [u128; 4],
	/// The same after each step: a block of the source chain and a relay block each.
	pub history: Vec<[u128; 4]>,
	/// What was taken from each vault since the block whose proof told what is there: when, and how much.
	pub thefts: [Vec<(usize, u128)>; 4],
	pub stolen: u128,
	/// What was taken from each vault and is not back.
	pub gone: [u128; 4],
	/// What the source chain gave back.
	pub thawed: u128,
	/// What the pool paid for and was given up in the end.
	pub written_off: u128,
	pub deposited: u128,
	pub released: u128,
	/// Lost deliveries of which a proof beside a theft or a deposit told the wrong thing (ADR 31), but for those of
	/// which it must tell nothing: whoever gains by that, the pool may have to pay for it.
	pub misjudged: u128,
}

/// What we know is in the pallet.
pub struct World {
	pub dice: Dice,
	pub accounts: Vec<MarginAccountId>,
	pub chains: [Chain; KINDS.len()],
	pub flights: Vec<Flight>,
	pub seen: Seen,
	/// The kind and the vaults that most is about for a while.
	pub about: [usize; 3],
	/// The relay block of the newest head.
	pub head: u32,
	/// Rights that grew by force last, or were cut: kind, holder, vault.
	by_force: BTreeSet<(usize, usize, usize)>,
	/// Those that the source chain refused to deliver since.
	refused: BTreeSet<(usize, usize, usize)>,
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
	Books::edit(|books| (books.pool, books.cash_counts) = (RICH, true));
	// Who owes cash pays for a delivery without asking.
	Books::edit(|books| books.stable.extend(KINDS.map(|(kind, ..)| kind)));
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
			about: [0, 0, 1],
			head: 0,
			by_force: BTreeSet::new(),
			refused: BTreeSet::new(),
			log: vec![format!("SEED={seed} INTERLEAVINGS=2")],
		}
	}

	pub fn now(&self) -> u32 {
		self.chains[0].history.len() as u32
	}

	pub fn id(&self, n: usize) -> MarginAccountId {
		self.accounts[n].clone()
	}

	pub fn index(&self, account: &MarginAccountId) -> usize {
		self.accounts.iter().position(|known| known == account).unwrap()
	}

	pub fn vault(&self, k: usize, n: usize) -> Vault {
		Vaults::<Test>::get(&self.accounts[n], KINDS[k].0).unwrap_or_default()
	}

	pub fn cover(&self, k: usize, n: usize) -> Cover {
		Covers::<Test>::get(&self.accounts[n], KINDS[k].0).unwrap_or_default()
	}

	/// Each step ends by this.
	pub fn say(&mut self, k: usize, line: String) {
		self.forget_gone();
		self.log.push(format!("{:3}: [{k}] {line}; held {:?}", self.now(), self.chains[k].held));
	}

	/// A right that is gone was not refused, if it is made again.
	fn forget_gone(&mut self) {
		let there = |(k, m, n): &(usize, usize, usize)| {
			Rights::<Test>::contains_key((&self.accounts[*m], KINDS[*k].0, &self.accounts[*n]))
				&& !self.by_force.contains(&(*k, *m, *n))
		};
		let refused = self.refused.iter().filter(|right| there(right)).copied().collect();
		self.refused = refused;
	}

	/// A block of either chain.
	pub fn pass(&mut self) {
		for chain in &mut self.chains {
			chain.history.push(chain.held);
		}
		// Whatever is on its way is in `flights`.
		set_wire(|wire| wire.sent.clear());
	}

	pub fn rights(&self, k: usize) -> Vec<(MarginAccountId, MarginAccountId)> {
		let all = Rights::<Test>::iter_keys().filter(|(_, kind, _)| *kind == KINDS[k].0);
		all.map(|(holder, _, account)| (holder, account)).collect()
	}

	pub fn flights(&self, which: impl Fn(&Flight) -> bool) -> Vec<usize> {
		(0..self.flights.len()).filter(|flight| which(&self.flights[*flight])).collect()
	}

	/// Somebody sends something to a vault.
	pub fn send(&mut self, k: usize, n: usize, amount: u128) {
		self.chains[k].held[n] += amount;
		self.chains[k].deposited += amount;
		self.say(k, format!("{amount} sent to {n}"));
	}

	/// The source chain itself takes something.
	pub fn take(&mut self, k: usize, n: usize, taken: u128) {
		let now = self.now() as usize;
		let chain = &mut self.chains[k];
		chain.held[n] -= taken;
		chain.stolen += taken;
		chain.gone[n] += taken;
		chain.thefts[n].push((now, taken));
		self.say(k, format!("{taken} stolen from {n}"));
	}

	/// It gives something back, as if a freeze had ended.
	pub fn thaw(&mut self, k: usize, n: usize, amount: u128) {
		let chain = &mut self.chains[k];
		chain.held[n] += amount;
		chain.gone[n] -= amount;
		chain.thawed += amount;
		self.seen.note("thawed", amount > 0);
		self.say(k, format!("{amount} is back in {n}"));
	}

	/// What somebody's rights of a kind are, by vault.
	fn rights_of(&self, k: usize, m: usize) -> [u128; 4] {
		[0, 1, 2, 3].map(|n| Self::claims(k, Some((&self.id(m), &self.id(n)))).0)
	}

	pub fn give(&mut self, k: usize, n: usize, m: usize, amount: u128, forced: bool) {
		let (from, to) = (self.id(n), self.id(m));
		let before = (self.cover(k, n).own, self.vault(k, n).breach.is_some());
		let rights = self.rights_of(k, m);
		let result = Books::transfer(KINDS[k].0, &from, &to, amount, forced);
		for (v, after) in self.rights_of(k, m).into_iter().enumerate() {
			if after > rights[v] {
				match forced {
					true => self.by_force.insert((k, m, v)),
					false => self.by_force.remove(&(k, m, v)),
				};
			}
		}
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
		let (books, charged, float) = (Books::get(), wire().charged, wire().float);
		let result = with_storage_layer(|| {
			RemoteVault::do_deliver(who, account.clone(), KINDS[k].0, holder.clone())
		});
		if result.is_err() {
			return false;
		}
		assert!(asked || !waited, "others wait for what {to} did not ask for");
		let free = self.by_force.contains(&(k, to, from)) || ACCOUNTS[to] == 99;
		let again = self.refused.contains(&(k, to, from));
		assert!(asked || free || !again, "{to} pays again for what was refused");
		self.seen.note("paid by a debtor", !asked && !free);
		assert!(served, "{to} is served before others share what is missing");
		self.check_paid(k, (from, to), &books, (wire().charged - charged, float - wire().float));
		let order = self.vault(k, from).seizure.unwrap();
		let (id, amount) = (order.id, order.amount);
		self.sent(Flight { id, amount, ..Flight::new(k, from, Some(to)) });
		self.say(k, format!("{amount} of {from} are to be delivered to {to}"));
		true
	}

	/// The float paid for a delivery: whoever moved it himself was charged as much, else whoever lost it, as far as he
	/// had cash.
	fn check_paid(
		&mut self,
		k: usize,
		(from, to): (usize, usize),
		books: &Books,
		(charged, float): (Cash, u128),
	) {
		assert_eq!(float, 1, "one message");
		let (loser, holder) = (self.id(from), self.id(to));
		let cash = |books: &Books, who| books.cash.get(who).copied().unwrap_or_default();
		let took = |who| cash(books, who) - cash(&Books::get(), who);
		let free = self.by_force.contains(&(k, to, from)) || ACCOUNTS[to] == 99;
		let open = !books.closed && books.owners.contains_key(&loser);
		let able = if open && !books.stuck.contains(&loser) { cash(books, &loser) } else { 0 };
		let (payer, wanted) = match free {
			true => (&loser, able.clamp(0, 1)),
			false => (&holder, Cash::from(!books.closed)),
		};
		assert_eq!((took(payer), charged), (wanted, wanted), "{free}: {from} to {to}");
		self.seen.note("paid by its holder", !free);
		self.seen.note("unasked", free);
	}

	/// What the rights of a kind, or one of them, sum to, and how much of that has left the ledger.
	pub fn claims(k: usize, only: Option<(&MarginAccountId, &MarginAccountId)>) -> (u128, u128) {
		let all = Rights::<Test>::iter().filter(|((holder, kind, account), _)| {
			*kind == KINDS[k].0 && only.is_none_or(|only| only == (holder, account))
		});
		all.fold((0, 0), |sum, (_, right)| (sum.0 + right.amount, sum.1 + right.gone))
	}

	pub fn make_good(&mut self, k: usize, account: &MarginAccountId, holder: &MarginAccountId) {
		let right = || Self::claims(k, Some((holder, account)));
		let (before, unknown) = (right(), self.unknown());
		let bill = self.bill(k);
		let result = with_storage_layer(|| {
			RemoteVault::do_make_good(account.clone(), KINDS[k].0, holder.clone())
		});
		self.check_unknown(&unknown);
		self.check_bill(k, &bill);
		if result.is_ok() {
			self.fell(before, right());
		}
		let (n, m) = (self.index(account), self.index(holder));
		self.say(k, format!("{m}'s {before:?} in {n} is made good: {result:?}, {:?}", right()));
	}

	/// Rights became less, or some of them left the ledger.
	fn fell(&mut self, before: (u128, u128), after: (u128, u128)) {
		let paid = after.0 < before.0;
		self.seen.note("made good", paid);
		self.seen.note("paid after it had faded", paid && before.1 > 0);
		self.seen.note("faded", after.1 > before.1);
		let again = paid && after.0 - after.1 > before.0 - before.1;
		self.seen.note("counted before it was paid", again);
	}

	/// How much of a kind pools paid for, and in how many cuts.
	pub fn paid(k: usize) -> (u128, u128) {
		Books::get().paid.get(&KINDS[k].0).copied().unwrap_or_default()
	}

	/// What can be paid of a kind: what is missing in its vaults, and if caps leave no room for all that has faded
	/// that, too.
	fn bill(&self, k: usize) -> Bill {
		let missing = [0, 1, 2, 3].map(|n| self.missing(k, n));
		let books = Books::get();
		let room = books.cap.saturating_sub(MockLots::credited(KINDS[k].0));
		let open = !books.delisted.contains(&KINDS[k].0);
		let fits = open && room >= Self::claims(k, None).1;
		let rights = Rights::<Test>::iter().filter(|((_, kind, _), _)| *kind == KINDS[k].0);
		let cut = rights.map(|((holder, _, account), right)| {
			(self.index(&holder), self.index(&account), right.amount, right.cut)
		});
		Bill { missing, fits, cut: cut.collect(), paid: Self::paid(k) }
	}

	/// No more was paid for.
	fn check_bill(&mut self, k: usize, bill: &Bill) {
		let (paid, cuts) = Self::paid(k);
		let (paid, cuts) = (paid - bill.paid.0, cuts - bill.paid.1);
		let missing: u128 = bill.missing.iter().sum();
		assert!(!bill.fits || paid <= missing + cuts, "{paid} paid for {missing}");
		for ((holder, kind, account), right) in Rights::<Test>::iter() {
			let (m, n) = (self.index(&holder), self.index(&account));
			let cut = kind == KINDS[k].0 && right.cut > 0;
			if cut && !bill.cut.contains(&(m, n, right.amount, right.cut)) {
				self.by_force.insert((k, m, n));
			}
		}
	}

	/// Block work pays and lets fade what the pool owes.
	pub fn tend(&mut self, k: usize) {
		let all = || [0, 1].map(|k| Self::claims(k, None));
		let (before, unknown) = (all(), self.unknown());
		let bills = [0, 1].map(|k| self.bill(k));
		let waits = unknown.iter().any(|(_, right)| right.owed.is_some());
		self.seen.note("waited", waits);
		RemoteVault::sweep_breached(&mut WeightMeter::new());
		RemoteVault::tend_owed(&mut WeightMeter::new());
		self.check_unknown(&unknown);
		for (k, (before, after)) in before.into_iter().zip(all()).enumerate() {
			self.fell(before, after);
			self.check_bill(k, &bills[k]);
		}
		self.say(k, format!("the pool tends, {} are owed", Owed::<Test>::iter().count()));
	}

	/// Governance looked into it.
	pub fn clear_breach(&mut self, k: usize, n: usize) {
		let account = self.id(n);
		let result = with_storage_layer(|| RemoteVault::do_clear_breach(account, KINDS[k].0));
		let no_room = Err(Error::<Test>::NoRoomUnderCaps.into());
		self.seen.note("no room", result == no_room);
		self.say(k, format!("{n} is trusted again: {result:?}"));
	}

	/// Governance gives up what the pool paid for, once all that is there is known: there is nothing of it.
	pub fn write_off(&mut self, k: usize, n: usize) {
		let (vault, cover) = (self.vault(k, n), self.cover(k, n));
		let held = self.chains[k].held[n];
		let known = vault.outstanding() == 0 && cover.inbound == 0 && vault.proven == held;
		if cover.paid_for == 0 || !known {
			return;
		}
		assert!(held <= KINDS[k].2 + cover.entitled, "the pool paid for it: {held}, {cover:?}");
		let account = self.id(n);
		assert_ok!(RemoteVault::do_write_off(account, KINDS[k].0));
		self.chains[k].written_off += cover.paid_for;
		self.seen.note("written off", true);
		self.say(k, format!("{} of {n} is written off", cover.paid_for));
	}

	/// It may not give up what is there already, whatever keeps that from being the pool's. Here it only asks.
	pub fn ask_to_write_off(&mut self, k: usize, n: usize) {
		let before = self.cover(k, n).paid_for;
		if before == 0 {
			return;
		}
		let (account, pool) = (self.id(n), self.id(3));
		let of_pool = || Self::claims(k, Some((&pool, &account))).0;
		let had = of_pool();
		let asked = with_transaction(|| {
			let result = RemoteVault::do_write_off(account.clone(), KINDS[k].0);
			let given_up = before - (of_pool() - had);
			let owners = self.cover(k, n).most(&self.vault(k, n), KINDS[k].2);
			TransactionOutcome::Rollback(Ok::<_, DispatchError>((result, given_up, owners)))
		});
		let (result, given_up, owners) = asked.unwrap();
		let kept = Err(Error::<Test>::NotBookedYet.into());
		assert!(result.is_ok() || result == kept, "{result:?}");
		let whole = result.is_err() || given_up == 0 || owners == 0;
		assert!(whole, "{owners} of the pool's would be the owner's, {given_up} is given up");
		self.seen.note("not given up", result == kept);
	}

	pub fn run(&mut self, flight: usize, fate: Fate) {
		let Flight { kind: k, from, to, amount, .. } = self.flights[flight];
		let chain = &mut self.chains[k];
		// The chain refuses what is not there, and what would not live where it goes.
		let lives = to.is_none_or(|to| chain.held[to] + amount >= KINDS[k].2);
		let possible = amount <= chain.held[from] && lives;
		let fate = if fate == Fate::Done && !possible { Fate::Refused } else { fate };
		let ran = Some(chain.history.len());
		(self.flights[flight].fate, self.flights[flight].ran) = (Some(fate), ran);
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
	pub fn book(&mut self) {
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
		let lost = [0, 1, 2, 3].map(|n| self.vault(k, n).lost);
		let slot = (self.id(from), KINDS[k].0, purpose);
		let flying = before.1.delivery.clone().filter(|_| to.is_some());
		let result = RemoteVault::note_end(&slot, id, outcome, noted.unwrap_or(now));
		self.flights[flight].answered = true;
		match result {
			Ok(()) => {
				let what = if to.is_some() { "delivered" } else { "released" };
				self.seen.note(what, true);
				let lost = to.is_some_and(|to| lost[to] > self.vault(k, to).lost);
				self.seen.note("came and gone", lost);
				match (flying, outcome) {
					(Some(delivery), OrderOutcome::Done) => self.came(k, from, &delivery),
					(Some(_), _) => {
						let right = (k, to.unwrap(), from);
						self.by_force.remove(&right);
						self.refused.insert(right);
					},
					_ => {},
				}
			},
			// A fence and a proof settled it before, or the books refuse: then these end it.
			Err(error) => {
				let late = error == Error::<Test>::Vault(VaultError::NoSuchOrder).into();
				assert!(late || error == STUCK, "{error:?}");
				self.seen.note(if late { "late" } else { "stuck" }, true);
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

	/// A proof of the newest block.
	pub fn prove_now(&mut self, k: usize, n: usize) {
		self.prove(k, n, self.chains[k].history.len() - 1);
	}

	pub fn prove(&mut self, k: usize, n: usize, block: usize) {
		let shown = self.chains[k].history[block][n];
		let before = (self.vault(k, n), self.cover(k, n));
		let vaults = [0, 1, 2, 3].map(|n| self.vault(k, n));
		let account = self.id(n);
		let at = block as u32 + 1;
		let paid_for = || (0..4).map(|n| self.cover(k, n).paid_for).sum::<u128>();
		let pool = (Books::lot(&self.id(3), KINDS[k].0), paid_for());
		let result = with_storage_layer(|| {
			RemoteVault::note_balance(&account, KINDS[k].0, shown, &head(at))
		});
		match result {
			Ok(()) => {
				self.saw(k, n, (block, shown), &before, &vaults);
				let left: u128 = (0..4).map(|n| self.cover(k, n).paid_for).sum();
				let back = pool.1 - left;
				self.seen.note("came back", back > 0);
				let to = before.1.delivery.as_ref().map(|delivery| self.index(&delivery.to));
				if n != 3 && to != Some(3) {
					assert_eq!(Books::lot(&self.id(3), KINDS[k].0) - pool.0, back);
				}
			},
			Err(error) => {
				let [below, older]: [DispatchError; 2] =
					[VaultError::BelowFloor, VaultError::NotNewer]
						.map(|why| Error::<Test>::Vault(why).into());
				let refused = error == below || error == older;
				assert!(refused || error == STUCK || self.is_gone(&account));
				self.seen.note("below the floor", error == below);
				assert_eq!(before, (self.vault(k, n), self.cover(k, n)));
			},
		}
		self.say(k, format!("proof of {n} at {at}: {shown}: {result:?}"));
	}

	/// Whoever has a right to a part of a delivery has it where it went.
	fn came(&mut self, k: usize, from: usize, delivery: &Delivery) {
		let to = self.index(&delivery.to);
		for (who, _) in &delivery.claims {
			let who = self.index(who);
			match self.by_force.contains(&(k, who, from)) {
				true => self.by_force.insert((k, who, to)),
				false => self.by_force.remove(&(k, who, to)),
			};
		}
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
		vaults: &[Vault; 4],
	) {
		let out = || vault.release.iter().chain(&vault.seizure);
		let breached = shown < vault.certain();
		let all_fenced = vault.is_fenced() && out().all(|order| order.fenced);
		let settled = cover.inbound == 0 && all_fenced;
		let raised = shown.saturating_sub(cover.inbound) > vault.proven;
		self.seen.note("proofs", true);
		self.seen.note("settled", settled);
		self.seen.note("breaches", breached);
		let thefts = &mut self.chains[k].thefts[n];
		let stolen: u128 = thefts.iter().filter(|(at, _)| *at <= block).map(|(_, sum)| sum).sum();
		let missing = vault.certain().saturating_sub(shown);
		assert!(missing <= stolen, "false alarm at {n}: {missing} of {stolen} stolen: {vault:?}");
		if raised || breached || settled {
			thefts.retain(|(at, _)| *at > block);
		}
		let Some(delivery) = &cover.delivery else { return };
		if self.cover(k, n).delivery.is_some() {
			return;
		}
		let to = self.index(&delivery.to);
		let deemed = self.vault(k, to) != vaults[to];
		if deemed {
			self.came(k, n, delivery);
		}
		let ran = self.flights.iter().any(|flight| {
			(flight.kind, flight.from, flight.id) == (k, n, delivery.order)
				&& flight.fate == Some(Fate::Done)
		});
		self.seen.note("lost in a breach", breached && !ran);
		if ran == deemed {
			return;
		}
		let missing = backing(vault, delivery.amount).saturating_sub(shown);
		assert!(deemed || breached || missing == 0, "it ran, and {missing} less tell it");
		assert!(!deemed || !breached, "more is missing than it, and what did not come counts");
		self.chains[k].misjudged += delivery.amount;
		if deemed {
			let told = (1..=stolen).contains(&missing);
			assert!(told, "it did not run, and {missing} of {stolen} stolen are missing");
			self.seen.note("mistaken", true);
			self.chains[k].thefts[to].push((0, delivery.amount));
		}
	}
}

/// What of a kind can be paid for, see [`World::bill`].
struct Bill {
	missing: [u128; 4],
	fits: bool,
	/// Holder, vault, how much, and after which breach it was cut.
	cut: Vec<(usize, usize, u128, u32)>,
	paid: (u128, u128),
}

impl Flight {
	fn new(kind: usize, from: usize, to: Option<usize>) -> Self {
		let purpose = if to.is_some() { Seizure } else { Release };
		let (id, amount, fate, ran, noted, answered) = (0, 0, None, None, None, false);
		Self { kind, from, to, purpose, id, amount, fate, ran, noted, answered }
	}

	/// It ran or was refused, and no answer was booked.
	pub fn may_be_answered(&self) -> bool {
		!self.answered && matches!(self.fate, Some(Fate::Done | Fate::Refused))
	}
}
