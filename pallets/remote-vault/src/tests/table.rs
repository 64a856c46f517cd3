// SPDX-License-Identifier: GPL-3.0-or-later

//! The pallet against the table in `docs/vaults.md`: random sequences of its events on a small model of the
//! source chain and of two channels that keep their order and lose what they like.

mod cells;

use super::{
	doors::*,
	kit::{call_off, send_off},
	orders::*,
};
use crate::{
	mock::{lots::Books, *},
	*,
};
use frame_support::{
	assert_noop, assert_ok, hypothetically, storage::transactional::with_storage_layer,
	weights::WeightMeter,
};
use proptest::prelude::*;
use sp_runtime::AccountId32;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use straddle_primitives::MarginAccountId;
use straddle_traits::{
	Anchor,
	OrderPurpose::{self, Release, Seizure},
};
use xcm::latest::{prelude::*, Error as XcmError, Response};

const DEPOSIT: u128 = 10;
const PURPOSES: [OrderPurpose; 2] = [Release, Seizure];

#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum State {
	Free,
	Waiting,
	Late,
	Fenced,
}

use State::*;

const STATES: [State; 4] = [Free, Waiting, Late, Fenced];

#[derive(Clone, Copy, Debug, PartialEq)]
enum Cell {
	Next(State),
	Same,
	Refused,
	Never,
}

/// Cells of the table: event and state.
type Cells = BTreeSet<(String, State)>;

/// The table: event and state to what comes next.
struct Table(BTreeMap<(String, State), Cell>);

impl Table {
	fn read() -> Self {
		let text = include_str!("../../../../docs/vaults.md");
		let mut cells = BTreeMap::new();
		let mut rows = text.lines().skip_while(|line| !line.starts_with("| event | free"));
		assert_eq!(rows.next(), Some("| event | free | waiting | late | fenced |"));
		for row in rows.skip(1).take_while(|line| line.starts_with('|')) {
			let parts: Vec<_> = row.trim_matches('|').split('|').map(str::trim).collect();
			assert_eq!(parts.len(), 5, "{row}");
			for (state, cell) in STATES.into_iter().zip(&parts[1..]) {
				let next = match *cell {
					"=" => Cell::Same,
					"!" => Cell::Refused,
					"." => Cell::Never,
					"free" => Cell::Next(Free),
					"waiting" => Cell::Next(Waiting),
					"late" => Cell::Next(Late),
					"fenced" => Cell::Next(Fenced),
					other => panic!("{other}"),
				};
				cells.insert((parts[0].to_string(), state), next);
			}
		}
		Self(cells)
	}

	fn cell(&self, event: &str, state: State) -> Cell {
		*self.0.get(&(event.to_string(), state)).unwrap_or_else(|| panic!("no row: {event}"))
	}
}

#[derive(Clone, Debug)]
enum Step {
	/// Somebody sends something to the vault.
	Deposit(u128),
	/// We order out a share (in hundredths) of the credit, or try to order out more.
	Order(OrderPurpose, u128),
	/// The source chain takes the next message.
	Run(Fate),
	/// We take its next answer, or it is lost.
	Answer { lost: bool },
	/// It is too heavy for our queue and laid aside.
	LayAside,
	/// Somebody runs one of those.
	TakeUp(usize),
	/// An answer that we had comes again.
	Again(usize),
	/// So many relay blocks pass.
	Time(u32),
	/// Anyone asks for fences.
	Fence,
	/// Block work.
	Work,
	/// A proof of the state so many blocks ago.
	Prove(usize),
	/// The same of the vault that deliveries go to.
	ProveReceiver(usize),
	/// The channel to the source chain closes, with what is in it, or opens.
	Channel(bool),
	/// The source chain stands still, or goes on.
	Halt(bool),
	/// The source chain itself takes a share (in hundredths).
	Theft(u128),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Fate {
	/// As programs run.
	Runs,
	/// The move is refused and that is answered.
	Refuses,
	/// The barrier turns it away.
	Barred,
}

/// The source chain and the channels.
#[derive(Clone)]
struct World {
	held: u128,
	/// What came into the vault that deliveries go to.
	came: u128,
	/// What either held after each of its blocks, and the relay block that it is in.
	history: Vec<(u128, u128, u32)>,
	/// Messages on their way there.
	there: VecDeque<Xcm<()>>,
	/// Answers on their way back.
	back: VecDeque<(u64, Response)>,
	/// Answers that were laid aside.
	aside: Vec<(u64, Response)>,
	/// Answers that came.
	answers: Vec<(u64, Response)>,
	/// Of what each question ever was.
	asked: BTreeMap<u64, Query>,
	/// Orders of which a fence was answered.
	fenced: BTreeSet<u64>,
	/// It builds no blocks.
	halted: bool,
	/// From which relay block on proofs count: that of the last answer that ended an order, or was the first
	/// one of a fence.
	floor: u32,
	/// The source chain's block of the last proof.
	number: u32,
	stolen: bool,
	/// What was stolen looked like a delivery that ran (ADR 31).
	mistaken: bool,
}

fn now() -> u32 {
	wire().now
}

fn vault() -> Vault {
	Vaults::<Test>::get(account(), KIND).unwrap()
}

/// To which all deliveries go.
fn receiver() -> MarginAccountId {
	MarginAccountId(AccountId32::new([2; 32]))
}

fn received() -> Vault {
	Vaults::<Test>::get(receiver(), KIND).unwrap_or_default()
}

fn order(purpose: OrderPurpose) -> Option<Order> {
	match purpose {
		Release => vault().release,
		Seizure => vault().seizure,
	}
}

fn state(purpose: OrderPurpose) -> State {
	let Some(order) = order(purpose) else { return Free };
	let flight = InFlights::<Test>::get((account(), KIND, purpose)).unwrap();
	match flight.deadline {
		None => {
			assert!(order.fenced);
			Fenced
		},
		Some(deadline) if deadline <= now() => Late,
		Some(_) => Waiting,
	}
}

/// What a program moves out of the vault, and whether into the receiver's; which question it answers.
fn read(program: &Xcm<()>) -> (Option<(u128, bool)>, u64) {
	let query = program.0.iter().find_map(|instruction| match instruction {
		SetAppendix(appendix) => match appendix.0.first() {
			Some(ReportError(info)) => Some(info.query_id),
			_ => None,
		},
		_ => None,
	});
	let there = RemoteVault::vault_address(receiver(), VaultPurpose::Collateral);
	let there = Junction::AccountId32 { network: None, id: there.into() };
	let moved = program.0.iter().find_map(|instruction| match instruction {
		TransferAsset { assets, beneficiary } if beneficiary.parents == 0 => {
			Some((assets.get(0)?, beneficiary.interior.first() == Some(&there)))
		},
		TransferReserveAsset { assets, .. } => Some((assets.get(0)?, false)),
		_ => None,
	});
	let moved = moved.map(|(asset, delivered)| match asset.fun {
		Fungible(amount) => (amount, delivered),
		NonFungible(_) => panic!("not one of ours"),
	});
	(moved, query.expect("every program answers"))
}

impl World {
	fn new() -> Self {
		let (there, back, aside, answers) = Default::default();
		let (asked, fenced, halted) = Default::default();
		let (floor, number) = (vault().floor, vault().number);
		let (held, came, history) = (1_000, 0, vec![(1_000, 0, now())]);
		let (stolen, mistaken) = (false, false);
		Self {
			held,
			came,
			history,
			there,
			back,
			aside,
			answers,
			asked,
			fenced,
			halted,
			floor,
			number,
			stolen,
			mistaken,
		}
	}

	/// What was sent gets into the channel.
	fn carry(&mut self) {
		set_wire(|wire| self.there.extend(std::mem::take(&mut wire.sent)));
		self.asked.extend(Queries::<Test>::iter());
	}

	/// So many relay blocks pass.
	fn pass(&mut self, blocks: u32) {
		for _ in 0..blocks {
			set_wire(|wire| wire.now += 1);
			if !self.halted {
				self.history.push((self.held, self.came, now()));
			}
		}
	}

	/// The row of whatever a question was about.
	fn of(&self, query: u64, event: &'static str) -> Vec<(OrderPurpose, &'static str)> {
		vec![(self.asked[&query].slot.2, event)]
	}

	/// Returns the question of a message that is lost.
	fn run(&mut self, fate: Fate) -> Option<u64> {
		if self.halted {
			return None;
		}
		let (moved, query) = read(&self.there.pop_front()?);
		if fate == Fate::Barred {
			return Some(query);
		}
		let done = match moved {
			Some((amount, delivered)) => {
				let done = fate == Fate::Runs && amount <= self.held;
				self.held -= if done { amount } else { 0 };
				self.came += if done && delivered { amount } else { 0 };
				done
			},
			None => fate == Fate::Runs,
		};
		let error = (!done).then_some((5, XcmError::FailedToTransactAsset("")));
		self.back.push_back((query, Response::ExecutionResult(error)));
		None
	}

	/// What orders that have not run may still take.
	fn not_run(&self) -> u128 {
		self.there.iter().filter_map(|program| read(program).0).map(|(amount, _)| amount).sum()
	}

	fn anchor(&self, block: usize) -> Anchor {
		Anchor {
			relay_block: self.history[block].2,
			number: block as u32 + 1,
			state_root: Default::default(),
			code_hash: Default::default(),
		}
	}

	/// Take a step. The rows of the table that it is, by slot; where a slot is not named nothing happens
	/// to it.
	fn take(&mut self, step: &Step) -> Vec<(OrderPurpose, &'static str)> {
		let both = |event| PURPOSES.map(|purpose| (purpose, event)).to_vec();
		let rows = match *step {
			Step::Deposit(amount) => {
				self.held += if self.halted { 0 } else { amount };
				vec![]
			},
			Step::Order(purpose, share) => {
				let credit = vault().credit(DEPOSIT);
				let amount = credit * share / 100;
				let (open, free) = (wire().open, order(purpose).is_none());
				let fenced = vault().is_fenced();
				let other = if purpose == Release { Seizure } else { Release };
				let beside = order(other).is_some_and(|order| order.fenced);
				let ordered = match purpose {
					Seizure => send_off(&account(), amount),
					Release => with_storage_layer(|| {
						let to = Destination::There(AccountId32::new([2; 32]));
						RemoteVault::place(&account(), KIND, purpose, amount, to)
					}),
				};
				if (1..=credit).contains(&amount) && open {
					assert_eq!(ordered.is_ok(), free && !fenced);
					vec![(
						purpose,
						if beside { "ordered beside a fenced order" } else { "ordered" },
					)]
				} else {
					assert!(ordered.is_err());
					vec![(purpose, "not sent")]
				}
			},
			Step::Run(fate) => {
				let lost = self.run(fate);
				lost.map_or(vec![], |query| self.of(query, "message or answer lost"))
			},
			Step::Answer { lost } => match self.back.pop_front() {
				Some((query, _)) if lost => self.of(query, "message or answer lost"),
				Some((query, response)) => self.answer(query, response),
				None => vec![],
			},
			Step::LayAside => {
				self.aside.extend(self.back.pop_front());
				vec![]
			},
			Step::TakeUp(_) if self.aside.is_empty() => vec![],
			Step::TakeUp(which) => {
				let (query, response) = self.aside.remove(which % self.aside.len());
				self.answer(query, response)
			},
			Step::Again(which) => {
				match self.answers.get(which % self.answers.len().max(1)).cloned() {
					Some((query, response)) => {
						self.answer(query, response);
						self.of(query, "answer doubled")
					},
					None => vec![],
				}
			},
			Step::Time(blocks) => {
				let due = |purpose: OrderPurpose| {
					let flight = InFlights::<Test>::get((account(), KIND, purpose));
					flight.and_then(|flight| flight.deadline)
				};
				let before = now();
				self.pass(blocks);
				let passed = |purpose: &OrderPurpose| {
					due(*purpose).is_some_and(|at| before < at && at <= now())
				};
				let passed = PURPOSES.into_iter().filter(passed);
				passed.map(|purpose| (purpose, "deadline passes")).collect()
			},
			Step::Fence => {
				let late: Vec<_> =
					PURPOSES.into_iter().filter(|purpose| state(*purpose) == Late).collect();
				let who = RuntimeOrigin::signed(AccountId32::new([2; 32]));
				let call = || RemoteVault::fence(who, account(), KIND);
				if late.is_empty() || !wire().open {
					assert!(with_storage_layer(call).is_err());
					let row = if wire().open { "fence sent" } else { "fence not sent, by call" };
					both(row)
				} else {
					assert_ok!(call());
					late.into_iter().map(|purpose| (purpose, "fence sent")).collect()
				}
			},
			Step::Work => {
				let late: Vec<_> =
					PURPOSES.into_iter().filter(|purpose| state(*purpose) == Late).collect();
				catch_up();
				if wire().open {
					late.into_iter().map(|purpose| (purpose, "fence sent")).collect()
				} else {
					both("fence not sent, by block work")
				}
			},
			Step::Prove(age) => {
				let block = self.history.len().saturating_sub(1 + age);
				let (anchor, (held, _, _), before) =
					(self.anchor(block), self.history[block], vault());
				let note = || RemoteVault::note_balance(&account(), KIND, held, &anchor);
				if anchor.relay_block < self.floor {
					assert_noop!(note(), Error::<Test>::Vault(VaultError::BelowFloor));
					both("proof below the floor")
				} else if anchor.number <= self.number {
					assert_noop!(note(), Error::<Test>::Vault(VaultError::NotNewer));
					both("proof not newer")
				} else {
					assert_ok!(note());
					self.number = anchor.number;
					// Of a breach nothing follows for a delivery; else less is there, as if it had run.
					let released = before.release.map_or(0, |order| order.amount);
					let unless_run = before.proven.saturating_sub(released);
					let fits = self.stolen && (before.certain()..unless_run).contains(&held);
					self.mistaken |= fits && received().proven > self.came;
					let row = |purpose| {
						let other =
							if purpose == Release { before.seizure } else { before.release };
						let beside = other.is_some_and(|order| !order.fenced);
						let event = match held < before.certain() {
							_ if beside => "proof beside something on its way",
							true => "proof of a breach",
							false => "proof",
						};
						(purpose, event)
					};
					PURPOSES.map(row).to_vec()
				}
			},
			Step::ProveReceiver(age) => {
				let block = self.history.len().saturating_sub(1 + age);
				let (anchor, (_, came, _)) = (self.anchor(block), self.history[block]);
				if !self.mistaken {
					let note = || RemoteVault::note_balance(&receiver(), KIND, came, &anchor);
					let refused = with_storage_layer(note).err();
					let known = [VaultError::BelowFloor, VaultError::NotNewer]
						.map(|why| Error::<Test>::Vault(why).into());
					assert!(refused.is_none_or(|error| known.contains(&error)));
				}
				vec![]
			},
			Step::Channel(open) => {
				set_wire(|wire| wire.open = open);
				if open {
					vec![]
				} else {
					self.there.clear();
					both("channel closed")
				}
			},
			Step::Halt(halt) => {
				self.halted = halt;
				if halt {
					both("source halted")
				} else {
					vec![]
				}
			},
			Step::Theft(share) if !self.halted => {
				let taken = self.held * share / 100;
				self.stolen |= taken > 0;
				self.held -= taken;
				vec![]
			},
			Step::Theft(_) => vec![],
		};
		self.carry();
		call_off(&account());
		// Each step is a block of either chain, and of the relay chain.
		self.pass(1);
		rows
	}

	/// We take an answer; what row it is. What it is about is known of what was asked, whatever the pallet knows.
	fn answer(&mut self, query: u64, response: Response) -> Vec<(OrderPurpose, &'static str)> {
		let Query { slot: (_, _, purpose), id, fence } = self.asked[&query].clone();
		// An order keeps the questions of its last fences.
		let later =
			self.asked.range(query + 1..).filter(|(_, other)| other.fence && other.id == id);
		let forgotten = fence && later.count() >= MAX_QUERIES as usize - 1;
		let there = order(purpose);
		let its = there.filter(|order| order.id == id && !forgotten);
		if its.is_some_and(|order| !fence || !order.fenced) {
			self.floor = now();
		}
		let done = matches!(response, Response::ExecutionResult(None));
		self.answers.push((query, response.clone()));
		assert_ok!(RemoteVault::take_reply(RuntimeOrigin::root(), query, response));
		RemoteVault::book_answers(&mut WeightMeter::new());
		let event = match (fence, its) {
			(_, None) if there.is_some() => "answer to another order",
			(true, _) if self.fenced.insert(id) => "fence answered",
			(true, _) => "fence answered again",
			_ if done => "answer: done",
			_ => "answer: refused",
		};
		vec![(purpose, event)]
	}

	/// (b): P − X is there, whatever orders on their way still take, and in the receiver's vault what counts came. A
	/// proof counts from where it should.
	fn check(&self) {
		assert_ok!(RemoteVault::do_try_state());
		assert_eq!((vault().floor, vault().number), (self.floor, self.number));
		if !self.stolen {
			let certain = vault().certain();
			assert!(certain + self.not_run() <= self.held, "{} held, {:?}", self.held, vault());
			assert_eq!(vault().breach, None, "false alarm");
		}
		if !self.mistaken {
			assert!(received().proven <= self.came, "{} came, {:?}", self.came, received());
			assert_eq!(received().breach, None, "false alarm");
		}
	}

	/// (c): with the channel open, whatever the state, a fence and a proof settle all.
	fn comes_to_rest(&self) {
		hypothetically!({
			let mut world = self.clone();
			world.take(&Step::Channel(true));
			world.take(&Step::Halt(false));
			while !world.there.is_empty() {
				world.take(&Step::Run(Fate::Runs));
			}
			// Every answer so far is lost.
			world.back.clear();
			world.aside.clear();
			world.take(&Step::Time(40 << MAX_PATIENCE));
			world.take(&Step::Work);
			while !world.there.is_empty() {
				world.take(&Step::Run(Fate::Runs));
			}
			while !world.back.is_empty() {
				world.take(&Step::Answer { lost: false });
			}
			world.take(&Step::Time(1));
			world.take(&Step::Prove(0));
			world.take(&Step::ProveReceiver(0));
			world.check();
			assert!(world.mistaken || received().proven == world.came);
			assert_eq!(PURPOSES.map(state), [Free, Free]);
			assert_eq!(vault().credit(0), world.held, "nothing is forgotten");
			assert_eq!(InFlights::<Test>::iter().count() + Queries::<Test>::iter().count(), 0);
		});
	}
}

/// Take a step and hold it against the table: (a). Notes which of its cells that was.
fn follow(table: &Table, world: &mut World, step: &Step, walked: &mut Cells) {
	let before = PURPOSES.map(state);
	let sound = vault();
	let rows = world.take(step);
	// The step itself took a relay block; that may have been the last one before a deadline.
	let after = PURPOSES.map(|purpose| {
		set_wire(|wire| wire.now -= 1);
		let state = state(purpose);
		set_wire(|wire| wire.now += 1);
		state
	});
	for (index, purpose) in PURPOSES.into_iter().enumerate() {
		let row = rows.iter().find(|(named, _)| *named == purpose);
		let cell = row.map_or(Cell::Same, |(_, event)| table.cell(event, before[index]));
		let wanted = match cell {
			Cell::Next(state) => state,
			Cell::Same | Cell::Refused => before[index],
			Cell::Never => panic!("{step:?} of {purpose:?}: {row:?} in {:?}", before[index]),
		};
		walked.extend(row.map(|(_, event)| (event.to_string(), before[index])));
		assert_eq!(after[index], wanted, "{step:?} of {purpose:?}: {row:?} in {:?}", before[index]);
	}
	if !rows.is_empty()
		&& rows
			.iter()
			.all(|(purpose, event)| table.cell(event, before[*purpose as usize]) == Cell::Refused)
	{
		assert_eq!(vault(), sound, "a refusal changes nothing");
	}
}

fn purposes() -> impl Strategy<Value = OrderPurpose> {
	prop::sample::select(PURPOSES.to_vec())
}

fn fates() -> impl Strategy<Value = Fate> {
	prop::sample::select(vec![Fate::Runs, Fate::Runs, Fate::Runs, Fate::Refuses, Fate::Barred])
}

fn honest() -> impl Strategy<Value = Step> {
	prop_oneof![
		2 => (1..1_000u128).prop_map(Step::Deposit),
		5 => (purposes(), 0..=110u128).prop_map(|(purpose, share)| Step::Order(purpose, share)),
		6 => fates().prop_map(Step::Run),
		5 => prop::bool::weighted(0.3).prop_map(|lost| Step::Answer { lost }),
		1 => any::<usize>().prop_map(Step::Again),
		3 => (1..60u32).prop_map(Step::Time),
		2 => Just(Step::Fence),
		2 => Just(Step::Work),
		4 => (0..8usize).prop_map(Step::Prove),
		3 => (0..150usize).prop_map(Step::Prove),
		1 => (0..8usize).prop_map(Step::ProveReceiver),
		1 => (0..60usize).prop_map(Step::ProveReceiver),
		1 => any::<bool>().prop_map(Step::Channel),
	]
}

fn thieves() -> impl Strategy<Value = Step> {
	prop_oneof![12 => honest(), 1 => (1..=100u128).prop_map(Step::Theft)]
}

/// The same, and what else the table speaks of: answers that are run later, a source that stands still.
fn all() -> impl Strategy<Value = Step> {
	prop_oneof![
		24 => thieves(),
		2 => Just(Step::LayAside),
		2 => any::<usize>().prop_map(Step::TakeUp),
		1 => any::<bool>().prop_map(Step::Halt),
	]
}

/// Take these steps. If all is brought to rest now and then, that is dear.
fn explore(plan: &[Step], to_rest: bool) -> Cells {
	let table = Table::read();
	let mut walked = Cells::new();
	build().execute_with(|| {
		let terms = OrderTerms { releases: 9, seizures: 9, ..terms() };
		set_up(terms, DEPOSIT);
		set_wire(|wire| wire.float = u128::MAX / 2);
		assert_eq!(Books::open(2), receiver());
		let mut world = World::new();
		for step in plan {
			follow(&table, &mut world, step, &mut walked);
			world.check();
			// Each step is the last one of some sequence.
			if to_rest && wire().now.is_multiple_of(4) {
				world.comes_to_rest();
			}
		}
		if to_rest {
			world.comes_to_rest();
		}
	});
	walked
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(100))]

	#[test]
	fn the_code_does_what_the_table_says(plan in prop::collection::vec(honest(), 1..50)) {
		explore(&plan, true);
	}

	#[test]
	fn and_where_answers_are_run_late_and_the_source_chain_stands_still(
		plan in prop::collection::vec(all(), 1..50),
	) {
		explore(&plan, true);
	}

	#[test]
	fn and_where_the_source_chain_itself_takes_something(
		plan in prop::collection::vec(thieves(), 1..50),
	) {
		explore(&plan, true);
	}
}
