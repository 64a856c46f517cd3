// SPDX-License-Identifier: GPL-3.0-or-later

//! The collator's worker: where its operator names a node of a source chain, it follows the heads that we read,
//! looks whether what lies in vaults has changed, and sends proofs of what is news. It shows nothing that anyone
//! could not show.
//!
//! Which vaults it looks at: all that we know of, in turn, a page in each block; and each time those of the
//! accounts that its operator names, of every kind. The first proof for an account that nobody names is
//! somebody's signed `prove`, for instance its owner's.

pub mod rpc;

use crate::{
	feeders::{Notice, NOTICE_SLOTS},
	proof,
	types::*,
	Call, Config, Pallet, Sources, Vaults,
};
use alloc::{collections::BTreeSet, format, string::String, vec::Vec};
use frame_system::{offchain::SubmitTransaction, pallet_prelude::BlockNumberFor};
use rpc::{unhex, Node};
use sp_core::offchain::{Duration, StorageKind};
use sp_runtime::{
	offchain::{
		storage::StorageValueRef,
		storage_lock::{StorageLock, Time},
	},
	traits::{UniqueSaturatedInto, Zero},
};
use straddle_primitives::*;
use straddle_traits::{Anchor, FeederKeys};

/// The target under which the worker logs.
pub const LOG_TARGET: &str = "remote-vault";
/// Local storage: the URL (HTTP) of a node of a source chain, by the source's number behind it.
pub const URL_KEY: &str = "straddle::remote-vault::url::";
/// Local storage: margin accounts to look at besides those that have vaults, as hex digits with commas between.
pub const WATCH_KEY: &str = "straddle::remote-vault::watch";
/// Local storage: after which vault the walk goes on, by source.
pub const WALK_KEY: &str = "straddle::remote-vault::walk::";
/// Local storage: what was sent a short time ago.
pub const SENT_KEY: &str = "straddle::remote-vault::sent";
/// Local storage: held while a worker is at it.
pub const LOCK_KEY: &[u8] = b"straddle::remote-vault::lock";
/// Vaults that are looked at in one block, besides those that are named.
pub const PAGE: u32 = 1_000;
/// Keys in one question.
pub const KEYS: usize = 200;
/// Most accounts that an operator may name.
pub const MAX_WATCHED: usize = 16;
/// Most proofs that one block's worker sends for a source.
pub const MAX_PROOFS: u32 = 8;
/// So many blocks nothing is sent of a vault of which something was: by then no pool has it any more.
pub const PAUSE: u32 = 4;
/// How long a worker that died keeps the others out.
const LOCK_MS: u64 = 30_000;

/// A vault to look at.
struct Candidate {
	account: MarginAccountId,
	kind: CollateralId,
	remote: RemoteKind,
	/// Where the source chain keeps it.
	key: Vec<u8>,
}

/// Of what was something sent, and the block until which nothing more is.
type Sent = Vec<(MarginAccountId, CollateralId, u32)>;

/// Look at all sources that the operator named a node of, if no other worker of this node is at it.
pub fn run<T: Config>(block: BlockNumberFor<T>) {
	let Some(place) = T::Feeders::held().first().copied() else { return };
	let sources: Vec<_> = Sources::<T>::iter()
		.filter_map(|(source, info)| Some((source, info, url(source)?)))
		.collect();
	if sources.is_empty() {
		return;
	}
	let mut lock = StorageLock::<Time>::with_deadline(LOCK_KEY, Duration::from_millis(LOCK_MS));
	let Ok(_guard) = lock.try_lock() else {
		log::debug!(target: LOG_TARGET, "another worker is at it");
		return;
	};
	let block: u32 = block.unique_saturated_into();
	let memory = StorageValueRef::persistent(SENT_KEY.as_bytes());
	let mut sent: Sent = memory.get().ok().flatten().unwrap_or_default();
	// What another chain in this node's storage left is dropped as well.
	sent.retain(|(_, _, until)| block < *until && *until <= block.saturating_add(PAUSE));
	let mut made = 0;
	for (source, info, url) in sources {
		let mut run = Run { block, place, sent: &mut sent, made: &mut made, source, info };
		if let Err(why) = run.follow::<T>(&Node::new(url)) {
			log::warn!(target: LOG_TARGET, "block {block}: source {}: {why}", source.0);
		}
	}
	memory.set(&sent);
}

/// What one run of the worker knows, for one source.
struct Run<'a> {
	block: u32,
	place: u16,
	sent: &'a mut Sent,
	/// Notices made in this run.
	made: &'a mut u32,
	source: SourceId,
	info: SourceInfo,
}

impl Run<'_> {
	fn follow<T: Config>(&mut self, node: &Node) -> Result<(), String> {
		let Some(head) = Pallet::<T>::newest_head(self.source) else { return Ok(()) };
		if !Pallet::<T>::code_is_known(self.source, &head.code_hash) {
			return Err(format!("its code {:?} is not known", head.code_hash));
		}
		let candidates = self.candidates::<T>();
		if candidates.is_empty() {
			return Ok(());
		}
		let at = node.block_hash(head.number)?;
		let mut left = MAX_PROOFS;
		for part in candidates.chunks(KEYS) {
			let keys: Vec<_> = part.iter().map(|candidate| candidate.key.as_slice()).collect();
			let values = node.values(&keys, &at)?;
			for candidate in part {
				let value = values.get(&candidate.key).and_then(Option::as_ref);
				if left > 0 && self.is_wanted::<T>(candidate, value, &head) {
					left = left.saturating_sub(1);
					let nodes = node.proof(&candidate.key, &at)?;
					if let Err(why) = self.show::<T>(candidate, nodes, &head) {
						let Candidate { account, kind, .. } = candidate;
						log::warn!(target: LOG_TARGET, "{account:?}, kind {}: {why}", kind.0);
					}
				}
			}
		}
		Ok(())
	}

	/// The named accounts' vaults, and the next page of those that we know of.
	fn candidates<T: Config>(&self) -> Vec<Candidate> {
		let mut vaults = BTreeSet::new();
		for account in watched() {
			vaults.extend(self.info.kinds.iter().map(|(kind, _)| (account.clone(), *kind)));
		}
		let walk = format!("{WALK_KEY}{}", self.source.0);
		let memory = StorageValueRef::persistent(walk.as_bytes());
		let after: Option<Vec<u8>> = memory.get().ok().flatten();
		let keys = match after {
			Some(after) => Vaults::<T>::iter_keys_from(after),
			None => Vaults::<T>::iter_keys(),
		};
		let page: Vec<_> = keys.take(PAGE as usize).collect();
		match page.last() {
			Some((account, kind)) if page.len() == PAGE as usize => {
				memory.set(&Vaults::<T>::hashed_key_for(account, kind))
			},
			_ => StorageValueRef::persistent(walk.as_bytes()).clear(),
		}
		vaults.extend(page);
		let candidate = |(account, kind): (MarginAccountId, CollateralId)| {
			let remote = self.info.kind(kind)?.clone();
			let vault = Pallet::<T>::vault_address(account.clone(), VaultPurpose::Collateral);
			let key = proof::storage_key(&remote.holding, &vault);
			Some(Candidate { account, kind, remote, key })
		};
		vaults.into_iter().filter_map(candidate).collect()
	}

	/// Whether what a node says lies in a vault would be news, and none of it is on its way.
	fn is_wanted<T: Config>(
		&self,
		candidate: &Candidate,
		value: Option<&Vec<u8>>,
		head: &Anchor,
	) -> bool {
		let Candidate { account, kind, remote, .. } = candidate;
		if self.sent.iter().any(|(of, what, _)| of == account && what == kind) {
			return false;
		}
		let held = value.map_or(Ok(0), |value| proof::movable(&remote.holding, value));
		match held {
			Ok(held) => Pallet::<T>::is_news(account, *kind, held, head, remote.deposit),
			Err(error) => {
				log::warn!(target: LOG_TARGET, "{account:?}, kind {}: {error:?}", kind.0);
				false
			},
		}
	}

	/// Try a proof and send it.
	fn show<T: Config>(
		&mut self,
		candidate: &Candidate,
		nodes: Vec<Vec<u8>>,
		head: &Anchor,
	) -> Result<(), String> {
		let Candidate { account, kind, .. } = candidate;
		// Whatever becomes of it: not again in the next block.
		self.sent.push((account.clone(), *kind, self.block.saturating_add(PAUSE)));
		let nodes = proof::compact(&head.state_root, &nodes);
		let nodes = nodes.map_err(|error| format!("the node's proof is none: {error:?}"))?;
		let nth = self.block.wrapping_mul(MAX_PROOFS).wrapping_add(*self.made);
		*self.made = self.made.saturating_add(1);
		let slot = nth.checked_rem(NOTICE_SLOTS.into()).unwrap_or(0);
		let notice = Notice {
			feeder: self.place,
			slot: slot.try_into().unwrap_or(0),
			genesis: frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero()),
			at_block: BlockNumberFor::<T>::from(self.block),
			account: account.clone(),
			kind: *kind,
			relay_block: head.relay_block,
			nodes,
		};
		if !Pallet::<T>::would_be_news(&notice) {
			return Err("the proof would be refused, or is no news".into());
		}
		let signature = T::Feeders::sign(self.place, &notice.payload());
		let signature = signature.ok_or("the keystore does not sign")?;
		let call = Call::<T>::prove_as_feeder { notice, signature };
		let transaction = T::create_authorized_transaction(call.into());
		match SubmitTransaction::<T, Call<T>>::submit_transaction(transaction) {
			Ok(()) => log::info!(
				target: LOG_TARGET,
				"block {}: proved {account:?}, kind {}, at block {} of source {}",
				self.block, kind.0, head.number, self.source.0,
			),
			Err(()) => log::debug!(target: LOG_TARGET, "the pool has {account:?} or refuses it"),
		}
		Ok(())
	}
}

fn read(key: &str) -> Option<String> {
	let bytes = sp_io::offchain::local_storage_get(StorageKind::PERSISTENT, key.as_bytes())?;
	String::from_utf8(bytes).ok()
}

/// Where a node of a source chain answers, if the operator says so.
fn url(source: SourceId) -> Option<String> {
	let url = read(&format!("{URL_KEY}{}", source.0))?;
	let is_url = url.starts_with("http://") || url.starts_with("https://");
	if !is_url {
		log::warn!(target: LOG_TARGET, "{URL_KEY}{} is no URL", source.0);
	}
	is_url.then_some(url)
}

/// The margin accounts that the operator names.
fn watched() -> Vec<MarginAccountId> {
	let Some(list) = read(WATCH_KEY) else { return Vec::new() };
	let account = |part: &str| {
		let bytes: Option<[u8; 32]> = unhex(part.trim()).and_then(|bytes| bytes.try_into().ok());
		if bytes.is_none() {
			log::warn!(target: LOG_TARGET, "{WATCH_KEY}: {part} is no account");
		}
		bytes.map(|bytes| MarginAccountId(bytes.into()))
	};
	list.split(',').take(MAX_WATCHED).filter_map(account).collect()
}
