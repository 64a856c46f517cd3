// SPDX-License-Identifier: GPL-3.0-or-later

//! A source chain with a vault on it.

use super::tries::*;
use crate::{
	mock::{lots::Books, *},
	*,
};
use frame_support::{assert_ok, dispatch::DispatchResultWithPostInfo, BoundedVec};
use sp_core::{storage::StateVersion, H256};
use sp_runtime::AccountId32;
use std::collections::BTreeMap;
use straddle_primitives::*;
use straddle_traits::Anchor;

pub const HUB: SourceId = SourceId(1);
pub const DOT: CollateralId = CollateralId(3);
pub const USDT: CollateralId = CollateralId(4);
pub const WETH: CollateralId = CollateralId(5);
pub const CODE: H256 = H256::repeat_byte(1);
pub const DEPOSIT: u128 = 100;

pub fn holding(kind: CollateralId) -> Holding {
	match kind {
		DOT => Holding::Native,
		USDT => Holding::Asset(1984),
		_ => Holding::Foreign(BoundedVec::truncate_from(vec![2, 2, 9, 7])),
	}
}

pub fn account() -> MarginAccountId {
	MarginAccountId(AccountId32::new([1; 32]))
}

/// A source chain on which there are others, and blocks of it.
pub struct Hub {
	pub values: BTreeMap<Vec<u8>, Vec<u8>>,
	pub state: State,
	pub number: u32,
}

impl Hub {
	pub fn new() -> Self {
		Books::open(1);
		let kinds = [DOT, USDT, WETH].map(|kind| {
			let deposit = if kind == USDT { 0 } else { DEPOSIT };
			(kind, RemoteKind { holding: holding(kind), deposit })
		});
		let info = SourceInfo {
			para_id: 1_000,
			ss58_prefix: 42,
			codes: BoundedVec::truncate_from(vec![CODE]),
			kinds: BoundedVec::truncate_from(kinds.to_vec()),
		};
		assert_ok!(RemoteVault::set_source(RuntimeOrigin::root(), HUB, info));
		let others = (0..200u8).map(|n| {
			let other = MarginAccountId(AccountId32::new([n.wrapping_add(50); 32]));
			(vault_key(&other, &holding(DOT)), native(n.into(), 0, 0))
		});
		let values: BTreeMap<_, _> = others.collect();
		let state = State::new(StateVersion::V1, values.clone());
		Self { values, state, number: 0 }
	}

	/// A block in which the vault's entries become these, and its head here. Returns the relay block.
	pub fn block(&mut self, entries: &[(CollateralId, Vec<u8>)]) -> u32 {
		for (kind, entry) in entries {
			self.values.insert(vault_key(&account(), &holding(*kind)), entry.clone());
		}
		self.state = State::new(StateVersion::V1, self.values.clone());
		self.number += 1;
		remember_head(HUB, self.head());
		self.head().relay_block
	}

	pub fn head(&self) -> Anchor {
		Anchor {
			relay_block: 1_000 + self.number,
			number: self.number,
			state_root: self.state.root,
			code_hash: CODE,
		}
	}

	/// What its node answers.
	pub fn answer(&self, kind: CollateralId) -> Vec<Vec<u8>> {
		self.state.prove(&vault_key(&account(), &holding(kind)))
	}

	pub fn proof(&self, kind: CollateralId) -> ProofNodes {
		self.state.sent(&vault_key(&account(), &holding(kind)))
	}

	/// Prove the newest head.
	pub fn prove(&self, kind: CollateralId) -> DispatchResultWithPostInfo {
		prove(kind, self.head().relay_block, self.proof(kind))
	}
}

/// Anyone submits a proof.
pub fn prove(
	kind: CollateralId,
	relay_block: u32,
	nodes: ProofNodes,
) -> DispatchResultWithPostInfo {
	let anyone = RuntimeOrigin::signed(AccountId32::new([9; 32]));
	RemoteVault::prove(anyone, account(), kind, relay_block, nodes)
}
