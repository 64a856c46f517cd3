// SPDX-License-Identifier: GPL-3.0-or-later

//! What the worker looks at again, and when: whatever it tried in vain waits ever longer.

use alloc::{collections::BTreeMap, vec::Vec};
use codec::{Decode, Encode};
use sp_runtime::offchain::storage::StorageValueRef;
use straddle_primitives::MarginAccountId;

/// Most accounts on a list; one that more is found again by the next walk.
pub const MAX_WAITING: usize = 512;
/// A pause is doubled at most so often.
const DOUBLINGS: u32 = 4;

/// One account that waits.
#[derive(Clone, Copy, Debug, Decode, Default, Encode, Eq, PartialEq)]
pub struct Wait {
	/// The block in which it came onto the list.
	pub since: u32,
	/// How often it was tried.
	pub tries: u32,
	/// The first block in which it may be looked at again.
	pub due: u32,
	/// State of its auction, of a list of bids.
	pub state_id: u32,
}

/// Accounts that wait, in local storage.
#[derive(Debug)]
pub struct WaitList {
	key: &'static [u8],
	block: u32,
	list: BTreeMap<MarginAccountId, Wait>,
}

impl WaitList {
	/// The list under a key, without what another chain in this node's storage left.
	pub fn load(key: &'static [u8], block: u32) -> Self {
		let stored = StorageValueRef::persistent(key).get::<Vec<_>>();
		let mut list: BTreeMap<_, Wait> =
			stored.ok().flatten().unwrap_or_default().into_iter().collect();
		list.retain(|_, wait| wait.since <= block);
		Self { key, block, list }
	}

	/// Keep it.
	pub fn store(&self) {
		let list: Vec<_> = self.list.iter().collect();
		StorageValueRef::persistent(self.key).set(&list);
	}

	/// What is known of an account.
	pub fn get(&self, account: &MarginAccountId) -> Option<Wait> {
		self.list.get(account).copied()
	}

	/// Whether an account may be looked at: it does not wait, or its time has come.
	pub fn is_due(&self, account: &MarginAccountId) -> bool {
		self.list.get(account).is_none_or(|wait| wait.due <= self.block)
	}

	/// Those whose time has come, who wait longest first.
	pub fn due(&self) -> Vec<MarginAccountId> {
		let mut due: Vec<_> = self.list.iter().filter(|(_, wait)| wait.due <= self.block).collect();
		due.sort_by_key(|(_, wait)| wait.since);
		due.into_iter().map(|(account, _)| account.clone()).collect()
	}

	/// Look at it again in the next block. Returns since when it has been on the list.
	pub fn watch(&mut self, account: &MarginAccountId) -> u32 {
		let block = self.block;
		self.entry(account).map_or(block, |wait| {
			wait.due = block.saturating_add(1);
			wait.since
		})
	}

	/// It was tried: look at it again after `pause` blocks, twice as many each further time.
	pub fn put_off(&mut self, account: &MarginAccountId, pause: u32, state_id: u32) {
		let block = self.block;
		if let Some(wait) = self.entry(account) {
			if wait.state_id != state_id {
				wait.tries = 0;
			}
			let pause = pause.saturating_mul(1 << wait.tries.min(DOUBLINGS));
			wait.tries = wait.tries.saturating_add(1);
			wait.due = block.saturating_add(pause);
			wait.state_id = state_id;
		}
	}

	/// It need not be looked at any more.
	pub fn forget(&mut self, account: &MarginAccountId) {
		self.list.remove(account);
	}

	/// Keep those only for which `keep` holds.
	pub fn retain(&mut self, keep: impl Fn(&MarginAccountId) -> bool) {
		self.list.retain(|account, _| keep(account));
	}

	fn entry(&mut self, account: &MarginAccountId) -> Option<&mut Wait> {
		if self.list.len() >= MAX_WAITING && !self.list.contains_key(account) {
			return None;
		}
		let new = Wait { since: self.block, ..Default::default() };
		Some(self.list.entry(account.clone()).or_insert(new))
	}
}
