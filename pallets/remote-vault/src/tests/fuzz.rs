// SPDX-License-Identifier: GPL-3.0-or-later

//! The verifier against spoilt proofs. Real proofs of random states are changed in every way that we could
//! think of; the model is the state itself. Whatever comes: no panic; what is accepted is the model's value; and
//! of a state and a key one proof is accepted and no other.
//!
//! `FUZZ_INPUTS` says how many inputs, `FUZZ_SEED` which. A failure names its input, by which it is made again.

use super::tries::*;
use crate::{
	proof::{self, movable, read},
	Holding, ProofError, ProofNode,
};
use frame_support::BoundedVec;
use sp_core::{storage::StateVersion, H256};
use sp_runtime::{
	traits::{BlakeTwo256, Hash},
	AccountId32,
};
use std::{
	collections::BTreeMap,
	panic::{catch_unwind, resume_unwind, AssertUnwindSafe},
};

/// SplitMix64.
struct Random(u64);

impl Random {
	fn next(&mut self) -> u64 {
		self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
		let mut z = self.0;
		z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
		z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
		z ^ (z >> 31)
	}

	fn below(&mut self, limit: usize) -> usize {
		(self.next() % limit.max(1) as u64) as usize
	}

	fn bytes(&mut self, count: usize) -> Vec<u8> {
		(0..count).map(|_| self.next() as u8).collect()
	}

	fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
		&list[self.below(list.len())]
	}
}

fn account(random: &mut Random) -> AccountId32 {
	let mut bytes = [0; 32];
	bytes.copy_from_slice(&random.bytes(32));
	AccountId32::new(bytes)
}

fn holding(random: &mut Random) -> Holding {
	match random.below(3) {
		0 => Holding::Native,
		1 => Holding::Asset(random.below(40) as u32),
		_ => Holding::Foreign(vec![1, 1, random.below(20) as u8].try_into().unwrap()),
	}
}

/// An entry as accounts have them.
fn entry(random: &mut Random, holding: &Holding) -> Vec<u8> {
	let amount = u128::from(random.next()) << random.below(40);
	match holding {
		Holding::Native => native(amount, amount / 3, amount / 7),
		_ => asset(amount, random.below(3) as u8),
	}
}

/// Few keys, close to one another: one begins as another does, values in branches, nodes within nodes.
fn small(random: &mut Random, version: StateVersion) -> State {
	let mut values = BTreeMap::new();
	for _ in 0..1 + random.below(40) {
		let key: Vec<u8> =
			(0..random.below(6)).map(|_| *random.of(&[0, 1, 0x10, 0x11, 0xff])).collect();
		let length = *random.of(&[0, 1, 5, 31, 32, 33, 80, 300]);
		values.insert(key, random.bytes(length));
	}
	State::new(version, values)
}

/// So many accounts of a chain.
fn large(random: &mut Random, version: StateVersion, count: usize) -> State {
	let mut values = BTreeMap::new();
	while values.len() < count {
		let holding = holding(random);
		let key = proof::storage_key(&holding, &account(random));
		values.insert(key, entry(random, &holding));
	}
	State::new(version, values)
}

struct World {
	states: Vec<State>,
	roots: BTreeMap<H256, usize>,
}

impl World {
	fn new(random: &mut Random, accounts: usize) -> Self {
		use StateVersion::{V0, V1};
		let mut states: Vec<_> = (0..60).map(|n| small(random, [V0, V1][n % 2])).collect();
		states.extend([V0, V1].map(|version| large(random, version, 300)));
		states.extend([V0, V1].map(|version| large(random, version, accounts)));
		let roots = states.iter().enumerate().map(|(n, state)| (state.root, n)).collect();
		Self { states, roots }
	}

	/// One of the small ones in half of the cases.
	fn state(&self, random: &mut Random) -> &State {
		let few = self.states.len() - 4;
		let place = if random.below(2) == 0 { random.below(few) } else { few + random.below(4) };
		&self.states[place]
	}

	fn honest(&self, random: &mut Random) -> Input {
		let state = self.state(random);
		let mut key = random.of(&state.keys).clone();
		match random.below(4) {
			0 => key = spoil(random, key),
			1 => key = proof::storage_key(&holding(random), &account(random)),
			_ => (),
		}
		let nodes = state.sent(&key).into_inner();
		Input { root: state.root, key, nodes }
	}
}

#[derive(Clone, Debug, PartialEq)]
struct Input {
	root: H256,
	key: Vec<u8>,
	nodes: Vec<ProofNode>,
}

/// Change some bytes.
fn spoil(random: &mut Random, mut bytes: Vec<u8>) -> Vec<u8> {
	match random.below(6) {
		0 => bytes.truncate(random.below(bytes.len() + 1)),
		1 => {
			let count = random.below(40);
			bytes.extend(random.bytes(count));
		},
		2 if !bytes.is_empty() => {
			bytes.remove(random.below(bytes.len()));
		},
		3 if !bytes.is_empty() => {
			let place = random.below(bytes.len());
			bytes[place] = random.next() as u8;
		},
		4 => {
			// A length or a header that says more than there is.
			let place = random.below(bytes.len());
			bytes.iter_mut().skip(place).take(5).for_each(|byte| *byte = 0xff);
		},
		_ if !bytes.is_empty() => {
			let place = random.below(bytes.len());
			bytes[place] ^= 1 << random.below(8);
		},
		_ => bytes.push(0),
	}
	bytes
}

fn node(at: usize, bytes: Vec<u8>) -> ProofNode {
	ProofNode { at: at as u16, bytes: BoundedVec::truncate_from(bytes) }
}

fn spoil_node(random: &mut Random, node: &mut ProofNode) {
	let bytes = spoil(random, node.bytes.to_vec());
	node.bytes = BoundedVec::truncate_from(bytes);
}

/// The hashes of all nodes of a proof, as far as they can be put together.
fn hashes(nodes: &[ProofNode]) -> Vec<H256> {
	let mut hashes = vec![];
	for ProofNode { at, bytes } in nodes {
		let (mut whole, at) = (bytes.to_vec(), usize::from(*at));
		if let Some(H256(below)) = hashes.last() {
			if at > whole.len() {
				break;
			}
			whole.splice(at..at, *below);
		}
		hashes.push(BlakeTwo256::hash(&whole));
	}
	hashes
}

/// Change a proof in one way.
fn mutate(random: &mut Random, world: &World, spare: &Input, input: &mut Input) {
	let count = input.nodes.len();
	let place = random.below(count);
	match random.below(14) {
		0 if count > 0 => {
			input.nodes.remove(place);
		},
		1 if count > 0 => {
			let node = input.nodes[place].clone();
			input.nodes.insert(random.below(count), node);
		},
		2 if count > 1 => input.nodes.swap(place, random.below(count)),
		3 => input.nodes.extend(spare.nodes.get(random.below(spare.nodes.len())).cloned()),
		// A part of another proof in place of a part of this one.
		4 if count > 0 && !spare.nodes.is_empty() => {
			input.nodes[place] = random.of(&spare.nodes).clone();
		},
		5 => {
			let length = random.below(60);
			let copies = *random.of(&[1, 1, 1, proof::MAX_NODES as usize]);
			(0..copies)
				.for_each(|_| input.nodes.push(node(random.below(70), random.bytes(length))));
		},
		6 => input.root = world.state(random).root,
		7 => {
			let mut root = input.root.0.to_vec();
			root[random.below(32)] ^= 1 << random.below(8);
			input.root = H256::from_slice(&root);
		},
		8 => input.key = spare.key.clone(),
		9 => input.key = spoil(random, std::mem::take(&mut input.key)),
		// A chain that means ill: whatever it has in its state, by its root. From one of its nodes on, or of one alone.
		10 if count > 0 => {
			spoil_node(random, &mut input.nodes[place]);
			input.root = hashes(&input.nodes).pop().unwrap_or_default();
		},
		11 if count > 0 => {
			let mut alone = input.nodes.swap_remove(place);
			alone.at = 0;
			spoil_node(random, &mut alone);
			input.nodes = vec![alone];
			input.root = hashes(&input.nodes)[0];
		},
		12 if count > 0 => {
			let at = &mut input.nodes[place].at;
			*at = match random.below(4) {
				0 => at.wrapping_add(1),
				1 => at.wrapping_sub(1),
				2 => *random.of(&[0, 32, 33, u16::MAX]),
				_ => random.below(600) as u16,
			};
		},
		_ if count > 0 => spoil_node(random, &mut input.nodes[place]),
		_ => input.nodes.push(node(0, vec![])),
	}
}

/// What came of inputs.
#[derive(Default)]
struct Tally {
	accepted: u64,
	absent: u64,
	refused: BTreeMap<u8, u64>,
	/// Accepted under a root that is no state's.
	hostile: u64,
}

impl Tally {
	fn add(&mut self, other: Self) {
		self.accepted += other.accepted;
		self.absent += other.absent;
		self.hostile += other.hostile;
		for (error, count) in other.refused {
			*self.refused.entry(error).or_default() += count;
		}
	}
}

fn judge(world: &World, honest: &Input, input: &Input, tally: &mut Tally) {
	let Input { root, key, nodes } = input;
	let result = read(root, key, nodes);
	if input == honest {
		assert!(result.is_ok(), "an honest proof is accepted");
	}
	match (&result, world.roots.get(root)) {
		(Ok(value), Some(state)) => {
			let state = &world.states[*state];
			assert_eq!(value.as_ref(), state.values.get(key), "a false value");
			assert_eq!(nodes[..], state.sent(key)[..], "another proof of the same");
			tally.accepted += 1;
			tally.absent += u64::from(value.is_none());
		},
		(Ok(_), None) => {
			assert_eq!(hashes(nodes).last(), Some(root), "its root is another");
			tally.hostile += 1;
		},
		(Err(error), _) => *tally.refused.entry(*error as u8).or_default() += 1,
	}
	if let Ok(Some(value)) = &result {
		decode(value);
	}
}

/// Entries, spoilt or not: what is understood is what the bytes say.
fn decode(value: &[u8]) {
	let number = |at: usize| {
		let bytes = value.get(at..at + 16).map(|bytes| bytes.try_into().unwrap());
		u128::from_le_bytes(bytes.unwrap())
	};
	if let Ok(held) = movable(&Holding::Native, value) {
		assert_eq!((value.len(), number(64)), (80, 1 << 127));
		assert_eq!(held, number(16).saturating_sub(number(48)));
	}
	if let Ok(held) = movable(&Holding::Asset(1), value) {
		let tail = match value[17] {
			0 | 1 | 3 => 0,
			2 => 16,
			4 => 48,
			_ => panic!("no such reason"),
		};
		assert_eq!(value.len(), 18 + tail);
		let all = if value[16] == 0 { number(0) } else { 0 };
		assert!(value[16] <= 2);
		assert_eq!(held, all);
	}
}

/// Inputs of one real proof.
const OF_A_PROOF: u64 = 16;

/// All inputs that come of one real proof.
fn batch(world: &World, seed: u64, number: u64) -> Tally {
	let mut tally = Tally::default();
	let mut random = Random(seed ^ number.wrapping_mul(0xd134_2543_de82_ef95));
	let honest = world.honest(&mut random);
	let spare = world.honest(&mut random);
	for _ in 1..OF_A_PROOF {
		let mut input = honest.clone();
		for _ in 0..random.below(4) {
			mutate(&mut random, world, &spare, &mut input);
		}
		judge(world, &honest, &input, &mut tally);
	}
	let holding = holding(&mut random);
	let entry = entry(&mut random, &holding);
	decode(&entry);
	decode(&spoil(&mut random, entry));
	tally
}

fn fuzz(seed: u64, inputs: u64, accounts: usize) -> Tally {
	let world = World::new(&mut Random(seed), accounts);
	let batches = inputs.div_ceil(OF_A_PROOF);
	let threads = std::thread::available_parallelism().map_or(1, |count| count.get() as u64);
	let work = |thread: u64| {
		let mut tally = Tally::default();
		for number in (thread..batches).step_by(threads as usize) {
			match catch_unwind(AssertUnwindSafe(|| batch(&world, seed, number))) {
				Ok(more) => tally.add(more),
				Err(panic) => {
					eprintln!("FUZZ_SEED={seed}, batch {number}");
					resume_unwind(panic);
				},
			}
		}
		tally
	};
	std::thread::scope(|scope| {
		let workers: Vec<_> =
			(0..threads).map(|thread| scope.spawn(move || work(thread))).collect();
		let mut tally = Tally::default();
		workers.into_iter().for_each(|worker| tally.add(worker.join().unwrap()));
		tally
	})
}

fn number(name: &str) -> Option<u64> {
	std::env::var(name).ok()?.parse().ok()
}

#[test]
fn no_spoilt_proof_is_accepted_and_none_panics() {
	let inputs = number("FUZZ_INPUTS").unwrap_or(40_000);
	let seed = number("FUZZ_SEED").unwrap_or(8);
	let tally = fuzz(seed, inputs, 100_000);
	let Tally { accepted, absent, refused, hostile } = &tally;
	println!(
		"{inputs} inputs, seed {seed}: {accepted} accepted ({absent} absent), {hostile} by roots of no \
		 state, refused {refused:?}"
	);
	if inputs >= 10_000 {
		use ProofError::*;
		for error in [TooLarge, Misplaced, RootMissing, NodeMissing, NodeUnused, BadNode] {
			assert!(refused.contains_key(&(error as u8)), "{error:?} never happens");
		}
		assert!(*absent > 0 && accepted > absent && *hostile > 0);
	}
}
