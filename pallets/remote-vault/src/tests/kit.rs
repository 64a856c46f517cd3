// SPDX-License-Identifier: GPL-3.0-or-later

//! What tests of covers begin with.

use crate::{
	mock::{lots::Books, *},
	tests::doors::set_wire,
	*,
};
use frame_support::{assert_ok, storage::with_storage_layer, BoundedVec};
use sp_core::H256;
use sp_runtime::{AccountId32, DispatchResult};
use straddle_primitives::*;
use straddle_traits::{Anchor, OrderOutcome, OrderPurpose};

pub const HUB: SourceId = SourceId(1);
pub const KIND: CollateralId = CollateralId(3);
/// What keeps a vault alive.
pub const DEPOSIT: u128 = 10;

/// One source with one kind.
pub fn name_source() {
	let remote = RemoteKind { holding: Holding::Native, deposit: DEPOSIT };
	let kinds = BoundedVec::truncate_from(vec![(KIND, remote)]);
	let info = SourceInfo { para_id: 1_000, ss58_prefix: 42, codes: BoundedVec::new(), kinds };
	assert_ok!(RemoteVault::set_source(RuntimeOrigin::root(), HUB, info));
	let terms = OrderTerms {
		fee: 1,
		fence_fee: 1,
		reserve: 0,
		charge: 0,
		timeout: 20,
		releases: 1_000,
		seizures: 1_000,
		minimum: BoundedVec::new(),
	};
	assert_ok!(RemoteVault::set_terms(RuntimeOrigin::root(), HUB, terms));
}

/// A head whose relay block and number are the same.
pub fn head(block: u32) -> Anchor {
	let hash = H256::zero();
	Anchor { relay_block: block, number: block, state_root: hash, code_hash: hash }
}

pub fn prove(account: &MarginAccountId, held: u128, block: u32) -> DispatchResult {
	with_storage_layer(|| RemoteVault::note_balance(account, KIND, held, &head(block)))
}

/// The holder's owner asks for it.
pub fn deliver(account: &MarginAccountId, holder: &MarginAccountId) -> DispatchResult {
	let owner = Books::get().owners.get(holder).cloned();
	with_storage_layer(|| {
		RemoteVault::do_deliver(owner.as_ref(), account.clone(), KIND, holder.clone())
	})
}

/// A delivery to account 2, of what nothing else is known of, as liquidation and `deliver` make it.
pub fn send_off(from: &MarginAccountId, amount: u128) -> Result<u64, sp_runtime::DispatchError> {
	with_storage_layer(|| {
		let to = Books::open(2);
		let address = RemoteVault::vault_address(to.clone(), VaultPurpose::Collateral);
		let order = RemoteVault::order_delivery(from, KIND, &address, amount)?;
		Books::edit(|books| *books.lots.entry((to.clone(), KIND)).or_default() += amount);
		RemoteVault::grant(&to, KIND, from, amount, None, true)?;
		let claims = BoundedVec::truncate_from(vec![(to.clone(), amount)]);
		let delivery = Delivery { order, to: to.clone(), amount, claims };
		Covers::<Test>::mutate(from, KIND, |cover| {
			cover.get_or_insert_default().delivery = Some(delivery);
		});
		Covers::<Test>::mutate(&to, KIND, |cover| cover.as_mut().unwrap().inbound += amount);
		Ok(order)
	})
}

/// What is not delivered is nobody's right any more.
pub fn call_off(from: &MarginAccountId) {
	let to = Books::open(2);
	let left = right(&to, from);
	if cover(from).delivery.is_none() && left > 0 {
		assert_ok!(RemoteVault::take(&to, KIND, from, left));
		Books::edit(|books| match books.lots.get_mut(&(to.clone(), KIND)) {
			Some(lot) if *lot > left => *lot -= left,
			_ => drop(books.lots.remove(&(to, KIND))),
		});
	}
}

pub fn make_good(account: &MarginAccountId, holder: &MarginAccountId) -> DispatchResult {
	with_storage_layer(|| RemoteVault::do_make_good(account.clone(), KIND, holder.clone()))
}

/// The order in a slot ends.
pub fn reply(
	account: &MarginAccountId,
	purpose: OrderPurpose,
	id: u64,
	outcome: OrderOutcome,
	now: u32,
) -> DispatchResult {
	set_wire(|wire| wire.now = now);
	RemoteVault::note_end(&(account.clone(), KIND, purpose), id, outcome, now)
}

/// As `release` and `pull` do.
pub fn release(account: &MarginAccountId, amount: u128) -> Result<u64, sp_runtime::DispatchError> {
	with_storage_layer(|| {
		RemoteVault::uncredit(account, KIND, amount)?;
		let to = Destination::There(AccountId32::new([2; 32]));
		RemoteVault::place(account, KIND, OrderPurpose::Release, amount, to)
	})
}

/// A fence after the order in a slot is answered.
pub fn fence(account: &MarginAccountId, purpose: OrderPurpose, id: u64, now: u32) {
	set_wire(|wire| wire.now = now);
	let slot = (account.clone(), KIND, purpose);
	assert_ok!(RemoteVault::note_fence(&Query { slot, id, fence: true }, now));
}

pub fn vault(account: &MarginAccountId) -> Vault {
	Vaults::<Test>::get(account, KIND).unwrap_or_default()
}

pub fn cover(account: &MarginAccountId) -> Cover {
	Covers::<Test>::get(account, KIND).unwrap_or_default()
}

pub fn right(holder: &MarginAccountId, account: &MarginAccountId) -> u128 {
	Rights::<Test>::get((holder, KIND, account)).map_or(0, |right| right.amount)
}

pub fn lot(account: &MarginAccountId) -> u128 {
	Books::lot(account, KIND)
}

/// Liquidation takes a lot.
pub fn seize(from: &MarginAccountId, to: &MarginAccountId, amount: u128) -> DispatchResult {
	Books::transfer(KIND, from, to, amount, true)
}
