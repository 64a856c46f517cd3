// SPDX-License-Identifier: GPL-3.0-or-later

//! Whole blocks as a collator makes them: inherents, transactions until one is refused or there are no more, the hooks; and as
//! validators get them: sealed, with the proof, in what `validate_block` takes.

use crate::proof::{build_and_execute, on_top_of, Built};
use codec::{Decode, Encode};
use cumulus_primitives_core::{
	relay_chain::MAX_POV_SIZE, ParachainBlockData, PersistedValidationData,
};
use cumulus_primitives_parachain_inherent::{ParachainInherentData, INHERENT_IDENTIFIER};
use cumulus_test_relay_sproof_builder::RelayStateSproofBuilder;
use frame_support::weights::Weight;
use sp_block_builder::runtime_decl_for_block_builder::BlockBuilder;
use sp_consensus_aura::AURA_ENGINE_ID;
use sp_core::{Pair, H256};
use sp_inherents::InherentData;
use sp_io::TestExternalities;
use sp_keyring::Sr25519Keyring;
use sp_runtime::{
	traits::Header as _,
	transaction_validity::{InvalidTransaction, TransactionValidityError},
	Digest, DigestItem,
};
use straddle_runtime::{
	consensus::SLOT_DURATION, Block, Executive, Header, ParachainInfo, Runtime, RuntimeEvent,
	System, Timestamp, UncheckedExtrinsic,
};

/// The relay chain's block on which everything is built.
const RELAY_PARENT: u32 = 1_000;

/// What a block begins with.
struct Opening {
	parent: Header,
	header: Header,
	relay_root: H256,
	inherents: Vec<UncheckedExtrinsic>,
}

/// A block without its proof.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Full {
	/// How many transactions it took.
	pub taken: usize,
	/// Whether the block was full, not the queue empty.
	pub is_full: bool,
	/// What was charged before the first of them: initialization, inherents and `on_poll`.
	pub before: Weight,
	/// What they were charged together.
	pub charged: Weight,
	/// What the whole block was charged, with the hooks after them.
	pub total: Weight,
	/// What happened in it.
	pub events: Vec<RuntimeEvent>,
	header: Header,
}

/// A block that waits to be validated by a blob.
#[derive(Clone, Debug, Decode, Encode)]
pub struct Candidate {
	/// What it is full of.
	pub name: String,
	/// How much of that is in it.
	pub count: u32,
	/// What it was charged in all, in picoseconds.
	pub charged: u64,
	/// What `validate_block` takes.
	pub params: Vec<u8>,
	/// The head that it has to come to.
	pub head: Vec<u8>,
}

impl Opening {
	/// Of the next block on a state, at the time that the state has.
	fn on(state: &TestExternalities) -> Self {
		let root = *state.backend.root();
		on_top_of(state, || {
			let number = System::block_number();
			let none = H256::zero();
			let parent = Header::new(number, none, root, none, Digest::default());
			let time = Timestamp::get();
			let slot = DigestItem::PreRuntime(AURA_ENGINE_ID, (time / SLOT_DURATION).encode());
			let digest = Digest { logs: vec![slot] };
			let header = Header::new(number + 1, none, none, parent.hash(), digest);
			let relay = RelayStateSproofBuilder {
				para_id: ParachainInfo::parachain_id(),
				current_slot: (time / SLOT_DURATION).into(),
				included_para_head: Some(parent.encode().into()),
				..Default::default()
			};
			let (relay_root, relay_chain_state) = relay.into_state_root_and_proof();
			let data = ParachainInherentData {
				validation_data: PersistedValidationData {
					parent_head: parent.encode().into(),
					relay_parent_number: RELAY_PARENT,
					relay_parent_storage_root: relay_root,
					max_pov_size: MAX_POV_SIZE,
				},
				relay_chain_state,
				downward_messages: Default::default(),
				horizontal_messages: Default::default(),
				relay_parent_descendants: Default::default(),
				collator_peer_id: None,
			};
			let mut inherents = InherentData::new();
			inherents.put_data(*b"timstap0", &time).expect("put once");
			inherents.put_data(INHERENT_IDENTIFIER, &data).expect("put once");
			let inherents = Runtime::inherent_extrinsics(inherents);
			Self { parent, header, relay_root, inherents }
		})
	}

	/// How many of these it takes. Of the one that is refused a node leaves nothing, in the proof neither: so they are tried
	/// beside the block that is made of them.
	fn room_for(&self, state: &TestExternalities, transactions: &[UncheckedExtrinsic]) -> usize {
		on_top_of(state, || {
			self.begin();
			transactions.iter().take_while(|one| apply(one)).count()
		})
	}

	/// Everything before the transactions.
	fn begin(&self) {
		Executive::initialize_block(&self.header);
		for inherent in &self.inherents {
			assert_eq!(
				Executive::apply_extrinsic(inherent.clone()),
				Ok(Ok(())),
				"an inherent failed"
			);
		}
		// The hooks that run once a block's inherents are in.
		Executive::inherents_applied();
	}

	/// Make the block of these, which it takes.
	fn make(&self, transactions: &[UncheckedExtrinsic], is_full: bool) -> Full {
		self.begin();
		let charged = || System::block_weight().total();
		let before = charged();
		assert!(transactions.iter().all(apply), "what was taken is refused");
		let (taken, after) = (transactions.len(), charged());
		let header = Executive::finalize_block();
		let (charged, total) = (after.saturating_sub(before), System::block_weight().total());
		let events = System::read_events_no_consensus().map(|record| record.event).collect();
		Full { taken, is_full, before, charged, total, events, header }
	}
}

/// A block of as many of these as it takes, on a state of which nothing is changed; and as validators get it.
///
/// # Panics
/// If a transaction fails, or the block comes to something else on its proof.
pub fn fill(
	state: &TestExternalities,
	name: &str,
	transactions: &[UncheckedExtrinsic],
) -> (Built<Full>, Candidate) {
	let opening = Opening::on(state);
	let room = opening.room_for(state, transactions);
	let (taken, is_full) = (&transactions[..room], room < transactions.len());
	let built = build_and_execute(state, || opening.make(taken, is_full));
	let Full { total, header, .. } = &built.result;
	assert!(built.bytes() as u64 <= total.proof_size(), "more travels than was charged");
	let mut header = header.clone();
	let seal = Sr25519Keyring::Alice.pair().sign(header.hash().as_ref());
	header.digest_mut().push(DigestItem::Seal(AURA_ENGINE_ID, seal.encode()));
	let inside = opening.inherents.iter().chain(taken).cloned().collect();
	let head = header.encode();
	let block = ParachainBlockData::V1 {
		blocks: vec![Block { header, extrinsics: inside }],
		proof: built.proof.clone(),
	};
	let params = (opening.parent.encode(), block.encode(), RELAY_PARENT, opening.relay_root);
	let candidate = Candidate {
		name: name.into(),
		count: taken.len() as u32,
		charged: total.ref_time(),
		params: params.encode(),
		head,
	};
	(built, candidate)
}

/// Whether a transaction is taken.
fn apply(transaction: &UncheckedExtrinsic) -> bool {
	match Executive::apply_extrinsic(transaction.clone()) {
		Ok(done) => {
			assert_eq!(done, Ok(()), "a transaction failed");
			true
		},
		Err(TransactionValidityError::Invalid(InvalidTransaction::ExhaustsResources)) => false,
		Err(refused) => panic!("a transaction is not valid: {refused:?}"),
	}
}
