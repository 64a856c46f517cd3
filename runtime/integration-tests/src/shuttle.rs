// SPDX-License-Identifier: GPL-3.0-or-later

//! Several chains in one process, and a relay chain that is as much of one as they can see.
//!
//! A [`Shuttle`] goes in rounds. In each, every chain builds one block on the same relay parent, by
//! the runtime APIs that a collator calls; then the relay chain includes the blocks: heads move, and
//! messages get into the channels, where the next round's blocks find them. A chain sees of the relay
//! chain what it sees on a live one: a state root and a proof with slot, heads, channels and the heads
//! of the message queues. What the messages say is none of the shuttle's business.
//!
//! Time is relay time: one slot of six seconds a round.

use crate::hosted::{collect, Hosted};
use codec::{Decode, Encode};
use cumulus_primitives_core::{
	relay_chain::{well_known_keys, AsyncBackingParams, HrmpChannelId, MAX_POV_SIZE},
	AbridgedHostConfiguration, AbridgedHrmpChannel, CollationInfo, InboundDownwardMessage,
	InboundHrmpMessage, ParaId, PersistedValidationData,
};
use cumulus_primitives_parachain_inherent::{
	MessageQueueChain, ParachainInherentData, INHERENT_IDENTIFIER,
};
use cumulus_test_relay_sproof_builder::RelayStateSproofBuilder;
use frame_support::{storage::storage_prefix, StorageHasher, Twox64Concat};
use parachains_common::{Hash, Header};
use sp_consensus_aura::AURA_ENGINE_ID;
use sp_inherents::InherentData;
use sp_io::TestExternalities;
use sp_runtime::{
	traits::{BlakeTwo256, Header as _},
	ApplyExtrinsicResult, Digest, DigestItem, ExtrinsicInclusionMode, OpaqueExtrinsic,
};
use sp_state_machine::{prove_read, Backend, StorageProof, TrieBackendBuilder};
use std::collections::{BTreeMap, VecDeque};
use straddle_runtime::genesis_presets::merge;

/// A runtime's native entry: `impl_runtime_apis!` makes one, named `api::dispatch`.
pub type Api = fn(&str, &[u8]) -> Option<Vec<u8>>;

/// What runs a chain's runtime.
#[derive(Clone)]
pub enum Machine {
	Native(Api),
	Hosted(Hosted),
}

impl Machine {
	/// Calls of the runtime on a state, one after the other.
	fn run<R>(
		&self,
		state: &mut TestExternalities,
		calls: impl FnOnce(&dyn Fn(&str, &[u8]) -> Option<Vec<u8>>) -> R,
	) -> R {
		match self {
			Self::Native(api) => state.execute_with(|| calls(api)),
			Self::Hosted(hosted) => hosted.run(state, calls),
		}
	}
}

impl From<Api> for Machine {
	fn from(api: Api) -> Self {
		Self::Native(api)
	}
}

impl From<Hosted> for Machine {
	fn from(hosted: Hosted) -> Self {
		Self::Hosted(hosted)
	}
}

/// Milliseconds of a slot of the relay chain.
pub const SLOT_MS: u64 = 6_000;
/// When the first round is, in milliseconds.
pub const START_MS: u64 = 1_700_000_004_000 / SLOT_MS * SLOT_MS;

/// What a channel is opened with (the default of a live relay chain, but for the capacity).
const CAPACITY: u32 = 8;
const MAX_MESSAGE_SIZE: u32 = 102_400;

/// One chain: its runtime, its state and its last block.
pub struct Chain {
	machine: Machine,
	state: TestExternalities,
	head: Header,
	genesis: Hash,
	slot_ms: u64,
	offset: u64,
}

impl Clone for Chain {
	fn clone(&self) -> Self {
		let mut state = TestExternalities::default();
		state.backend = self.state.backend.clone();
		let (machine, head) = (self.machine.clone(), self.head.clone());
		Self { machine, state, head, ..*self }
	}
}

impl Chain {
	/// A chain in its genesis state.
	pub fn new(machine: impl Into<Machine>, mut state: TestExternalities) -> Self {
		let machine = machine.into();
		state.commit_all().expect("no transaction is open");
		let head = Header::new(
			0,
			Hash::default(),
			*state.backend.root(),
			Hash::default(),
			Digest::default(),
		);
		// A chain without this question has slots of the relay chain's length, or builds on its tip.
		let mut ask = |what| machine.run(&mut state, |ask| ask(what, &[]));
		let slot = ask("AuraApi_slot_duration").map(|bytes| decoded(&bytes));
		let offset = ask("RelayParentOffsetApi_relay_parent_offset").map(|bytes| decoded(&bytes));
		let offset: u32 = offset.unwrap_or_default();
		let (genesis, slot_ms) = (head.hash(), slot.unwrap_or(SLOT_MS));
		Self { machine, state, head, genesis, slot_ms, offset: offset.into() }
	}

	/// A chain from one of its runtime's genesis presets.
	pub fn from_preset(machine: impl Into<Machine>, preset: &str) -> Self {
		Self::from_genesis(machine, |ask| preset_of(ask, Some(preset)))
	}

	/// A chain from its runtime's defaults with this genesis laid over them.
	pub fn from_config(machine: impl Into<Machine>, config: serde_json::Value) -> Self {
		Self::from_genesis(machine, |_| config)
	}

	fn from_genesis(
		machine: impl Into<Machine>,
		patch: impl FnOnce(&dyn Fn(&str, &[u8]) -> Option<Vec<u8>>) -> serde_json::Value,
	) -> Self {
		let machine = machine.into();
		let mut state = TestExternalities::default();
		machine.run(&mut state, |ask| {
			let mut config = preset_of(ask, None);
			merge(&mut config, patch(ask));
			let json = serde_json::to_vec(&config).expect("serialises");
			let built = ask("GenesisBuilder_build_state", &json.encode()).expect("builds it");
			decoded::<Result<(), String>>(&built).expect("a preset builds state");
		});
		Self::new(machine, state)
	}

	/// The last block's header.
	pub fn head(&self) -> &Header {
		&self.head
	}

	/// Look at the state after the last block, or change it behind the chain's back: what is changed
	/// is part of the next block's state root.
	pub fn execute<R>(&mut self, f: impl FnOnce() -> R) -> R {
		let result = self.state.execute_with(f);
		self.state.commit_all().expect("no transaction is open");
		result
	}

	/// A proof of what lies under these keys, against the last block's state root.
	pub fn prove(&mut self, keys: &[Vec<u8>]) -> (Hash, StorageProof) {
		let backend = self.state.as_backend();
		assert_eq!(backend.root(), self.head.state_root(), "changed since the last block");
		let proof = prove_read(backend, keys).expect("the keys are in the trie or not");
		(*self.head.state_root(), proof)
	}

	/// Ask the runtime something about the state after the last block; what that changes is forgotten.
	pub fn ask<R: Decode>(&self, method: &str, input: &impl Encode) -> R {
		let Self { machine, mut state, .. } = self.clone();
		machine.run(&mut state, |ask| called(ask, method, input))
	}

	/// Build a block as a collator does; `inside` runs after its inherents. On a hosted chain it runs before
	/// the block, and what it submitted is in the block.
	fn build<R>(
		&mut self,
		time: u64,
		inherent: ParachainInherentData,
		inside: impl FnOnce() -> R,
	) -> (CollationInfo, R) {
		let slot = time / self.slot_ms;
		let digest = DigestItem::PreRuntime(AURA_ENGINE_ID, slot.encode());
		let header = Header::new(
			self.head.number() + 1,
			Hash::default(),
			Hash::default(),
			self.head.hash(),
			Digest { logs: vec![digest] },
		);
		let mut inherents = InherentData::new();
		inherents.put_data(*b"timstap0", &time).expect("put once");
		inherents.put_data(INHERENT_IDENTIFIER, &inherent).expect("put once");

		let mut state = std::mem::take(&mut self.state);
		let (mut inside, mut early, mut signed) = (Some(inside), None, vec![]);
		if let Machine::Hosted(hosted) = &self.machine {
			let inside = inside.take().expect("it has not run");
			let (result, submitted) = collect(|| state.execute_with(inside));
			state.commit_all().expect("no transaction is open");
			early = Some(result);
			for (index, (who, call)) in submitted.iter().enumerate() {
				let nth = submitted[..index].iter().filter(|(other, _)| other == who).count();
				let nth = u32::try_from(nth).expect("a few");
				signed.push(hosted.sign(&mut state, self.genesis, *who, call, nth));
			}
		}
		let (head, info, result) = self.machine.run(&mut state, |ask| {
			let _: ExtrinsicInclusionMode = called(ask, "Core_initialize_block", &header);
			let extrinsics: Vec<OpaqueExtrinsic> =
				called(ask, "BlockBuilder_inherent_extrinsics", &inherents);
			for extrinsic in extrinsics.iter().map(Encode::encode).chain(signed) {
				let applied = ask("BlockBuilder_apply_extrinsic", &extrinsic);
				let applied: ApplyExtrinsicResult = decoded(&applied.expect("it can be applied"));
				assert_eq!(applied, Ok(Ok(())), "it is applied");
			}
			let result = inside.take().map(|inside| inside()).or(early.take());
			let head: Header = called(ask, "BlockBuilder_finalize_block", &());
			let info: CollationInfo =
				called(ask, "CollectCollationInfo_collect_collation_info", &head);
			(head, info, result.expect("it ran"))
		});
		state.commit_all().expect("no transaction is open");
		assert_eq!(state.backend.root(), head.state_root(), "the block says what state it leaves");
		self.state = state;
		self.head = head;
		(info, result)
	}
}

/// A way for messages from one chain to another. What a test does to it is up to the test.
#[derive(Clone, Default)]
pub struct Channel {
	/// Sent and included, not read yet.
	waiting: VecDeque<InboundHrmpMessage>,
	/// The hash chain over all that ever got in.
	mqc: MessageQueueChain,
	/// On the way: from which relay block on it may get in, and what it is.
	transit: VecDeque<(u32, Vec<u8>)>,
	/// Rounds that a message is under way longer than it must.
	pub delay: u32,
	/// How many of the next messages are lost. A relay chain loses none; this stands for what does: a
	/// channel that is closed with messages in it, a receiver's queue that is reset by governance.
	pub lose: u32,
	/// How many were.
	pub lost: u32,
}

impl Channel {
	/// How many messages are in it, or on the way.
	pub fn len(&self) -> usize {
		self.waiting.len().saturating_add(self.transit.len())
	}

	/// Whether nothing is under way.
	pub fn is_empty(&self) -> bool {
		self.len() == 0
	}

	fn seen(&self) -> AbridgedHrmpChannel {
		let size = |message: &InboundHrmpMessage| message.data.len();
		let head = self.mqc.head();
		AbridgedHrmpChannel {
			max_capacity: CAPACITY,
			max_total_size: CAPACITY * MAX_MESSAGE_SIZE,
			max_message_size: MAX_MESSAGE_SIZE,
			msg_count: self.waiting.len().try_into().unwrap_or(u32::MAX),
			total_size: self.waiting.iter().map(size).sum::<usize>().try_into().unwrap_or(u32::MAX),
			mqc_head: (head != Hash::default()).then_some(head),
		}
	}
}

/// Messages from the relay chain to one para.
#[derive(Clone, Default)]
struct Downward {
	waiting: VecDeque<InboundDownwardMessage>,
	mqc: MessageQueueChain,
}

/// The chains and what is between them. A clone of it is a fork.
#[derive(Clone)]
pub struct Shuttle {
	chains: BTreeMap<u32, Chain>,
	/// The relay block on which the next round builds.
	relay_number: u32,
	channels: BTreeMap<HrmpChannelId, Channel>,
	downward: BTreeMap<u32, Downward>,
	/// Paras that build no blocks now.
	halted: Vec<u32>,
	/// Hashes of the codes that the relay chain has: the running one, and the one that is announced.
	pub codes: BTreeMap<u32, (Hash, Option<Hash>)>,
	/// What the relay chain's state has for one para besides, or instead of the heads of the others.
	pub relay_keys: BTreeMap<u32, Vec<(Vec<u8>, Vec<u8>)>>,
	/// What collators of one para leave out of the proof though the relay chain has it.
	pub withheld: BTreeMap<u32, Vec<Vec<u8>>>,
	/// What paras sent to the relay chain.
	pub upward: Vec<(u32, Vec<u8>)>,
}

impl Shuttle {
	/// These chains by their ids, with open channels between all of them.
	pub fn new(chains: impl IntoIterator<Item = (u32, Chain)>) -> Self {
		let chains = BTreeMap::from_iter(chains);
		let ids: Vec<u32> = chains.keys().copied().collect();
		let codes = ids.iter().map(|id| (*id, (Hash::from_low_u64_be((*id).into()), None)));
		let mut this = Self {
			codes: codes.collect(),
			chains,
			relay_number: 1,
			channels: Default::default(),
			downward: Default::default(),
			halted: vec![],
			relay_keys: Default::default(),
			withheld: Default::default(),
			upward: vec![],
		};
		for from in &ids {
			for to in ids.iter().filter(|to| *to != from) {
				this.open(*from, *to);
			}
		}
		this
	}

	/// The chain with this id.
	pub fn chain(&mut self, para: u32) -> &mut Chain {
		self.chains.get_mut(&para).expect("there is such a chain")
	}

	/// The relay block on which the next round builds.
	pub fn relay_number(&self) -> u32 {
		self.relay_number
	}

	/// Milliseconds that the next round's blocks say.
	pub fn now(&self) -> u64 {
		START_MS + u64::from(self.relay_number) * SLOT_MS
	}

	fn id(from: u32, to: u32) -> HrmpChannelId {
		HrmpChannelId { sender: from.into(), recipient: to.into() }
	}

	/// The channel between two chains.
	pub fn channel(&mut self, from: u32, to: u32) -> &mut Channel {
		self.channels.get_mut(&Self::id(from, to)).expect("the channel is open")
	}

	/// Open a channel in one direction.
	pub fn open(&mut self, from: u32, to: u32) {
		self.channels.insert(Self::id(from, to), Channel::default());
	}

	/// Close a channel; what is in it is gone.
	pub fn close(&mut self, from: u32, to: u32) {
		self.channels.remove(&Self::id(from, to));
	}

	/// From the next round on the chain builds no blocks. Others' messages fill its channels.
	pub fn halt(&mut self, para: u32) {
		self.halted.push(para);
	}

	/// It builds blocks again.
	pub fn resume(&mut self, para: u32) {
		self.halted.retain(|one| *one != para);
	}

	/// Put a message into a channel as if the sender's block had sent it: whatever a chain that means
	/// no good may send.
	pub fn inject(&mut self, from: u32, to: u32, data: Vec<u8>) {
		let due = self.relay_number.saturating_add(1);
		self.channel(from, to).transit.push_back((due, data));
	}

	/// Send a message from the relay chain.
	pub fn send_down(&mut self, to: u32, msg: Vec<u8>) {
		let message = InboundDownwardMessage { sent_at: self.relay_number, msg };
		let queue = self.downward.entry(to).or_default();
		queue.mqc.extend_downward(&message);
		queue.waiting.push_back(message);
	}

	/// So many relay blocks in which none of the chains gets a block.
	pub fn skip(&mut self, relay_blocks: u32) {
		self.relay_number += relay_blocks;
	}

	/// One block of every chain.
	pub fn round(&mut self) {
		let any = *self.chains.keys().next().expect("there are chains");
		self.build_all(any, || ());
	}

	/// One block of every chain; `inside` runs in `para`'s, after the inherents.
	pub fn round_in<R>(&mut self, para: u32, inside: impl FnOnce() -> R) -> R {
		assert!(!self.halted.contains(&para), "{para} builds no blocks");
		self.build_all(para, inside).expect("it ran")
	}

	/// So many rounds.
	pub fn rounds(&mut self, count: u32) {
		for _ in 0..count {
			self.round();
		}
	}

	fn build_all<R>(&mut self, para: u32, inside: impl FnOnce() -> R) -> Option<R> {
		let mut inside = Some(inside);
		let mut result = None;
		let mut built = vec![];
		let now = self.now();
		// All of them see the relay chain before any of these blocks.
		let building = self.chains.keys().copied().filter(|id| !self.halted.contains(id));
		let building: Vec<_> = building.collect();
		let inherents: Vec<_> = building.iter().map(|id| self.inherent(*id)).collect();
		for (id, inherent) in building.into_iter().zip(inherents) {
			let inside = inside.take_if(|_| id == para);
			let (info, ran) = self.chain(id).build(now, inherent, || inside.map(|f| f()));
			result = result.or(ran);
			built.push((id, info));
		}
		self.include(built);
		result
	}

	/// What a collator of `para` hands to its runtime about the relay chain.
	fn inherent(&mut self, para: u32) -> ParachainInherentData {
		let mut sproof = RelayStateSproofBuilder {
			para_id: para.into(),
			host_config: AbridgedHostConfiguration {
				max_code_size: 3 * 1024 * 1024,
				max_head_data_size: 32 * 1024,
				max_upward_queue_count: 174_762,
				max_upward_queue_size: 1024 * 1024,
				max_upward_message_size: 65_531,
				max_upward_message_num_per_candidate: 16,
				hrmp_max_message_num_per_candidate: 10,
				validation_upgrade_cooldown: 14_400,
				validation_upgrade_delay: 600,
				async_backing_params: AsyncBackingParams {
					max_candidate_depth: 3,
					allowed_ancestry_len: 2,
				},
			},
			current_slot: (self.now() / SLOT_MS).into(),
			..Default::default()
		};
		let downward = self.downward.entry(para).or_default();
		sproof.dmq_mqc_head = Some(downward.mqc.head());
		let downward_messages = downward.waiting.iter().cloned().collect();

		let mut horizontal_messages = BTreeMap::<ParaId, Vec<InboundHrmpMessage>>::new();
		for (id, channel) in &self.channels {
			if u32::from(id.recipient) == para {
				*sproof.upsert_inbound_channel(id.sender) = channel.seen();
				let waiting = channel.waiting.iter().cloned().collect();
				horizontal_messages.insert(id.sender, waiting);
			}
			if u32::from(id.sender) == para {
				*sproof.upsert_outbound_channel(id.recipient) = channel.seen();
			}
		}

		// Not the para's own: that is the included head.
		let others = self.chains.iter().filter(|(id, _)| **id != para);
		let heads = others.map(|(id, chain)| {
			(well_known_keys::para_head((*id).into()), head_data(&chain.head).encode())
		});
		let codes = self.codes.iter().flat_map(|(id, (code, future))| {
			let running = Some((para_key("CurrentCodeHash", *id), code.encode()));
			let announced = future.map(|code| (para_key("FutureCodeHash", *id), code.encode()));
			running.into_iter().chain(announced)
		});
		let more = self.relay_keys.get(&para).into_iter().flatten().cloned();
		let keys: BTreeMap<_, _> = heads.chain(codes).chain(more).collect();
		sproof.additional_key_values = keys.into_iter().collect();

		let withheld = self.withheld.get(&para).cloned().unwrap_or_default();
		let chain = self.chain(para);
		let (offset, parent_head) = (chain.offset, head_data(&chain.head));
		sproof.included_para_head = Some(parent_head.clone());
		let (root, full, relay_parent_descendants) =
			sproof.into_state_root_proof_and_descendants(offset);
		let relay_chain_state =
			if withheld.is_empty() { full } else { without(full, root, &withheld) };
		ParachainInherentData {
			validation_data: PersistedValidationData {
				parent_head,
				relay_parent_number: self.relay_number,
				relay_parent_storage_root: root,
				max_pov_size: MAX_POV_SIZE,
			},
			relay_chain_state,
			downward_messages,
			horizontal_messages,
			relay_parent_descendants: if offset == 0 { vec![] } else { relay_parent_descendants },
			collator_peer_id: None,
		}
	}

	/// The relay chain's next block: what was built is included.
	fn include(&mut self, built: Vec<(u32, CollationInfo)>) {
		self.relay_number += 1;
		let now = self.relay_number;
		for (para, info) in built {
			let read = |message: &InboundHrmpMessage| message.sent_at <= info.hrmp_watermark;
			for (_, channel) in
				self.channels.iter_mut().filter(|(id, _)| id.recipient == para.into())
			{
				while channel.waiting.front().is_some_and(read) {
					channel.waiting.pop_front();
				}
			}
			let read = usize::try_from(info.processed_downward_messages).expect("a few");
			self.downward.entry(para).or_default().waiting.drain(..read);
			self.upward.extend(info.upward_messages.iter().map(|message| (para, message.clone())));
			for message in info.horizontal_messages {
				let id = HrmpChannelId { sender: para.into(), recipient: message.recipient };
				let Some(channel) = self.channels.get_mut(&id) else { continue };
				if channel.lose > 0 {
					channel.lose -= 1;
					channel.lost += 1;
				} else {
					channel.transit.push_back((now.saturating_add(channel.delay), message.data));
				}
			}
		}
		// A channel takes one message from a block.
		for channel in self.channels.values_mut() {
			let due = |(at, _): &mut (u32, _)| *at <= now;
			if let Some((_, data)) = channel.transit.pop_front_if(due) {
				let message = InboundHrmpMessage { sent_at: now, data };
				channel.mqc.extend_hrmp(&message);
				channel.waiting.push_back(message);
			}
		}
	}
}

fn head_data(header: &Header) -> cumulus_primitives_core::relay_chain::HeadData {
	header.encode().into()
}

/// Where the relay chain keeps something of a para.
pub fn para_key(item: &str, para: u32) -> Vec<u8> {
	let prefix = storage_prefix(b"Paras", item.as_bytes());
	[&prefix[..], &Twox64Concat::hash(&para.encode())].concat()
}

/// A proof of all that `full` proves but these keys.
fn without(full: StorageProof, root: Hash, withheld: &[Vec<u8>]) -> StorageProof {
	let db = full.into_memory_db::<BlakeTwo256>();
	let backend = TrieBackendBuilder::new(db, root).build();
	let keys = backend.keys(Default::default()).expect("it is in memory");
	let keys: Vec<_> = keys.map(|key| key.expect("all of it")).collect();
	prove_read(backend, keys.into_iter().filter(|key| !withheld.contains(key)))
		.expect("the keys are in the trie")
}

/// What a runtime answers.
fn called<R: Decode>(
	ask: &dyn Fn(&str, &[u8]) -> Option<Vec<u8>>,
	method: &str,
	input: &impl Encode,
) -> R {
	decoded(&ask(method, &input.encode()).unwrap_or_else(|| panic!("no answer to {method}")))
}

/// A preset of a runtime, or its defaults.
fn preset_of(
	ask: &dyn Fn(&str, &[u8]) -> Option<Vec<u8>>,
	preset: Option<&str>,
) -> serde_json::Value {
	let bytes = ask("GenesisBuilder_get_preset", &preset.encode()).expect("builds its genesis");
	let json: Option<Vec<u8>> = decoded(&bytes);
	serde_json::from_slice(&json.expect("there is such a preset")).expect("it is JSON")
}

fn decoded<T: Decode>(mut bytes: &[u8]) -> T {
	T::decode(&mut bytes).expect("the runtime answers in its own types")
}
