// SPDX-License-Identifier: GPL-3.0-or-later

//! The state machine against a simulated source chain: whatever the order in which deposits, orders,
//! executions, replies, fences and proofs come, the credit is never above what is there.

use crate::*;
use proptest::prelude::*;
use straddle_traits::OrderPurpose::{self, Release, Seizure};

#[derive(Clone, Debug)]
enum Step {
	/// Somebody sends something to the vault.
	Deposit(u128),
	/// We order out a share (in hundredths) of the credit.
	Order(OrderPurpose, u128),
	/// The order runs there, is refused there, or is lost on the way there.
	Run(OrderPurpose, Fate),
	/// The answer arrives.
	Reply(OrderPurpose),
	/// A fence is sent, run and answered: the order ran or was dropped before.
	Fence(OrderPurpose),
	/// A proof of the state so many steps ago is submitted.
	Prove(usize),
	/// The source chain itself takes a share (in hundredths).
	Theft(u128),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Fate {
	Done,
	Refused,
	Dropped,
}

#[derive(Clone, Copy, Debug)]
struct Flight {
	purpose: OrderPurpose,
	id: u64,
	amount: u128,
	fate: Option<Fate>,
}

/// The source chain, the messages between us, and what we know.
struct World {
	vault: Vault,
	deposit: u128,
	held: u128,
	/// What the vault held after each step: a block of the source chain and a relay block each.
	history: Vec<u128>,
	/// Orders that were sent and whose answer did not arrive. It may come late or never.
	flights: Vec<Flight>,
	stolen: bool,
}

impl World {
	fn new(deposit: u128) -> Self {
		let vault = Vault::default();
		Self { vault, deposit, held: 0, history: vec![0], flights: vec![], stolen: false }
	}

	fn now(&self) -> u32 {
		self.history.len() as u32
	}

	fn run(&mut self, purpose: OrderPurpose, fate: Fate) {
		let held = self.held;
		let mut open = self.flights.iter_mut().filter(|flight| flight.fate.is_none());
		let Some(flight) = open.find(|flight| flight.purpose == purpose) else { return };
		let amount = flight.amount;
		// The chain refuses what is not there.
		let fate = if fate == Fate::Done && amount > held { Fate::Refused } else { fate };
		flight.fate = Some(fate);
		if fate == Fate::Done {
			self.held -= amount;
		}
	}

	fn take(&mut self, step: &Step) {
		match *step {
			Step::Deposit(amount) => self.held += amount,
			Step::Order(purpose, share) => {
				let amount = self.vault.credit(self.deposit) * share / 100;
				if let Ok(id) = self.vault.order(purpose, amount, self.deposit) {
					self.flights.push(Flight { purpose, id, amount, fate: None });
				}
			},
			Step::Run(purpose, fate) => self.run(purpose, fate),
			Step::Reply(purpose) => {
				let now = self.now();
				let Some(index) = self.flights.iter().position(|flight| {
					flight.purpose == purpose
						&& matches!(flight.fate, Some(Fate::Done | Fate::Refused))
				}) else {
					return;
				};
				let flight = self.flights.remove(index);
				// An error means that a fence and a proof settled it before.
				let _ = match flight.fate {
					Some(Fate::Done) => self.vault.reply_ok(purpose, flight.id, now),
					_ => self.vault.reply_err(purpose, flight.id, now),
				};
			},
			Step::Fence(purpose) => {
				// Messages arrive in order: before the fence runs, the order ran or was dropped.
				self.run(purpose, Fate::Dropped);
				let now = self.now();
				let slot = match purpose {
					Release => self.vault.release,
					Seizure => self.vault.seizure,
				};
				if let Some(order) = slot {
					self.vault.reply_fence(purpose, order.id, now).unwrap();
				}
			},
			Step::Prove(age) => self.prove(age),
			Step::Theft(share) => {
				let taken = self.held * share / 100;
				self.stolen |= taken > 0;
				self.held -= taken;
			},
		}
		self.history.push(self.held);
	}

	fn prove(&mut self, age: usize) {
		let block = self.history.len().saturating_sub(1 + age);
		let shown = self.history[block];
		let (anchor, number) = (block as u32 + 1, block as u32 + 1);
		let before = self.vault;
		if self.vault.observe(shown, anchor, number).is_err() {
			assert_eq!(self.vault, before, "a refusal changes nothing");
		}
	}

	/// What orders that have not run may still take.
	fn not_run(&self) -> u128 {
		let open = self.flights.iter().filter(|flight| flight.fate.is_none());
		open.map(|flight| flight.amount).sum()
	}

	fn check(&self) {
		assert!(self.vault.is_sound(), "{:?}", self.vault);
		assert!(self.vault.initial_credit(self.deposit) <= self.vault.credit(self.deposit));
		if !self.stolen {
			let credit = self.vault.credit(self.deposit);
			assert!(credit <= self.held - self.not_run(), "{} held, {:?}", self.held, self.vault);
			assert_eq!(self.vault.breach, None, "false alarm");
		}
	}

	/// All messages arrive or are fenced, then a proof of today is brought.
	fn come_to_rest(&mut self) {
		for purpose in [Release, Seizure] {
			self.take(&Step::Run(purpose, Fate::Done));
			self.take(&Step::Reply(purpose));
			self.take(&Step::Fence(purpose));
		}
		self.take(&Step::Prove(0));
	}
}

fn purposes() -> impl Strategy<Value = OrderPurpose> {
	prop::sample::select(vec![Release, Seizure])
}

fn fates() -> impl Strategy<Value = Fate> {
	prop::sample::select(vec![Fate::Done, Fate::Done, Fate::Refused, Fate::Dropped])
}

fn honest() -> impl Strategy<Value = Step> {
	prop_oneof![
		3 => (1..1_000u128).prop_map(Step::Deposit),
		4 => (purposes(), 1..=100u128).prop_map(|(purpose, share)| Step::Order(purpose, share)),
		4 => (purposes(), fates()).prop_map(|(purpose, fate)| Step::Run(purpose, fate)),
		4 => purposes().prop_map(Step::Reply),
		2 => purposes().prop_map(Step::Fence),
		5 => (0..6usize).prop_map(Step::Prove),
	]
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(1_000))]

	#[test]
	fn credit_is_never_above_what_is_there(
		plan in prop::collection::vec(honest(), 1..60), deposit in 0..20u128,
	) {
		let mut world = World::new(deposit);
		for step in &plan {
			world.take(step);
			world.check();
		}
		world.come_to_rest();
		world.check();
		// And in the end nothing is forgotten.
		prop_assert_eq!(world.vault.outstanding(), 0);
		prop_assert_eq!(world.vault.credit(0), world.held);
	}

	#[test]
	fn a_theft_is_seen_at_the_latest_when_all_orders_are_settled(
		plan in prop::collection::vec(prop_oneof![
			9 => honest(),
			1 => (1..=100u128).prop_map(Step::Theft),
		], 1..60),
	) {
		let mut world = World::new(0);
		for step in &plan {
			world.take(step);
			world.check();
		}
		world.come_to_rest();
		prop_assert_eq!(world.vault.outstanding(), 0);
		prop_assert_eq!(world.vault.credit(0), world.held);
		let claimed = world.vault.credit(0);
		if claimed > 0 {
			world.take(&Step::Theft(100));
			world.take(&Step::Prove(0));
			prop_assert!(world.vault.breach.is_some());
			prop_assert_eq!(world.vault.initial_credit(0), 0);
			prop_assert_eq!(world.vault.credit(0), 0);
		}
	}
}
