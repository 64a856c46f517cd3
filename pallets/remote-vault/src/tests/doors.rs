// SPDX-License-Identifier: GPL-3.0-or-later

//! The doors that orders go through, for tests. All they know lies in storage, so that it is rolled back with
//! what a call did.

use crate::{
	mock::{lots::Books, *},
	*,
};
use codec::{Decode, Encode};
use frame_support::{
	dispatch::DispatchResult, storage::unhashed, traits::TypedGet, weights::WeightMeter,
};
use sp_runtime::{AccountId32, DispatchError};
use straddle_primitives::*;
use straddle_traits::{MessageError, OrderCash, Rule, VaultMessages};
use xcm::latest::{Instruction::ReserveAssetDeposited, Junction::Parachain, Location, Xcm};

/// The source chain's id.
pub const HUB_PARA: u32 = 1_000;

/// What the way to source chains is like, and what went it.
#[derive(Clone, Debug, Decode, Encode, PartialEq)]
pub struct WireState {
	pub now: u32,
	pub open: bool,
	pub float: u128,
	pub sent: Vec<Xcm<()>>,
	pub queries: u64,
	/// Cash that was charged.
	pub charged: Cash,
	/// The account that may not be charged.
	pub shut: Option<MarginAccountId>,
	/// Who answers.
	pub responder: u32,
	/// What this chain does not take, as it names it.
	pub strange: Vec<Location>,
}

impl Default for WireState {
	fn default() -> Self {
		Self {
			now: 10,
			open: true,
			float: 1_000_000,
			sent: vec![],
			queries: 0,
			charged: 0,
			shut: None,
			responder: HUB_PARA,
			strange: vec![],
		}
	}
}

const KEY: &[u8] = b"wire";

/// Blocks of ours until block work has come as far as the relay chain: after a long pause it takes several.
pub fn catch_up() {
	for _ in 0..100 {
		RemoteVault::work(&mut WeightMeter::new());
		let clock = DueClock::<Test>::get();
		if clock.waiting == 0 || clock.next > wire().now {
			return;
		}
	}
	panic!("block work never comes as far as the relay chain");
}

pub fn wire() -> WireState {
	unhashed::get_or_default(KEY)
}

pub fn set_wire(change: impl FnOnce(&mut WireState)) {
	let mut state = wire();
	change(&mut state);
	unhashed::put(KEY, &state);
}

pub struct Wire;

impl VaultMessages<AccountId32, Xcm<()>> for Wire {
	fn now() -> u32 {
		wire().now
	}

	fn new_query(_: u32, _: &AccountId32) -> u64 {
		let id = wire().queries;
		set_wire(|wire| wire.queries += 1);
		id
	}

	fn takes(_: u32, program: &Xcm<()>) -> bool {
		let mut all = program.0.iter();
		all.all(|what| match what {
			ReserveAssetDeposited(assets) => {
				assets.inner().iter().all(|asset| !wire().strange.contains(&asset.id.0))
			},
			_ => false,
		})
	}

	fn float(_: &AccountId32) -> u128 {
		wire().float
	}

	fn send(
		_: u32,
		_: &AccountId32,
		fee: u128,
		program: Xcm<()>,
	) -> Result<[u8; 32], MessageError> {
		let state = wire();
		if !state.open {
			return Err(MessageError::NoChannel);
		}
		let float = state.float.checked_sub(fee).ok_or(MessageError::FloatTooSmall)?;
		set_wire(|wire| {
			wire.float = float;
			wire.sent.push(program);
		});
		Ok([state.sent.len() as u8; 32])
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn prepare_for_benchmark(_: u32, _: &AccountId32) {
		set_wire(|wire| wire.float = u128::MAX / 2);
	}
}

pub struct Purse;

/// Whose all accounts are.
pub fn owner() -> AccountId32 {
	AccountId32::new([77; 32])
}

impl OrderCash<AccountId32> for Purse {
	fn ensure_may_withdraw(account: &MarginAccountId, who: &AccountId32) -> DispatchResult {
		let books = Books::get();
		let there = !books.cash_counts || books.owners.contains_key(account);
		(there && *who == owner()).then_some(()).ok_or(DispatchError::Other("not his"))
	}

	fn owner(_: &MarginAccountId) -> Option<AccountId32> {
		Some(owner())
	}

	fn charge(account: &MarginAccountId, fee: Cash, rule: Rule) -> DispatchResult {
		if wire().shut.as_ref() == Some(account) {
			return Err(DispatchError::Other("shut"));
		}
		let taken = Books::charge(account, fee, rule == Rule::Forced)?;
		set_wire(|wire| wire.charged += taken);
		Ok(())
	}

	fn charge_at_most(account: &MarginAccountId, fee: Cash) -> DispatchResult {
		Self::charge(account, fee, Rule::Forced)
	}

	fn is_closed() -> bool {
		crate::mock::lots::Books::get().closed
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn open_for_benchmark(_: &AccountId32) -> MarginAccountId {
		MarginAccountId(AccountId32::new([1; 32]))
	}
}

/// Where an answer comes from whose origin is root.
pub struct Responder;

impl TypedGet for Responder {
	type Type = Location;

	fn get() -> Location {
		Location::new(1, [Parachain(wire().responder)])
	}
}
