// SPDX-License-Identifier: GPL-3.0-or-later

//! What tests of covers begin with.

use crate::{
	mock::{lots::Books, *},
	*,
};
use frame_support::{assert_ok, storage::with_storage_layer, BoundedVec};
use sp_core::H256;
use sp_runtime::DispatchResult;
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
	let info = SourceInfo { para_id: 1_000, codes: BoundedVec::new(), kinds };
	assert_ok!(RemoteVault::set_source(RuntimeOrigin::root(), HUB, info));
}

/// A head whose relay block and number are the same.
pub fn head(block: u32) -> Anchor {
	let hash = H256::zero();
	Anchor { relay_block: block, number: block, state_root: hash, code_hash: hash }
}

pub fn prove(account: &MarginAccountId, held: u128, block: u32) -> DispatchResult {
	with_storage_layer(|| RemoteVault::note_balance(account, KIND, held, &head(block)))
}

pub fn deliver(account: &MarginAccountId, holder: &MarginAccountId) -> DispatchResult {
	with_storage_layer(|| RemoteVault::do_deliver(account.clone(), KIND, holder.clone()))
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
	with_storage_layer(|| RemoteVault::note_reply(account, KIND, (purpose, id), outcome, now))
}

/// As `release` and `pull` do.
pub fn release(account: &MarginAccountId, amount: u128) -> Result<u64, sp_runtime::DispatchError> {
	with_storage_layer(|| {
		RemoteVault::uncredit(account, KIND, amount)?;
		let mut vault = vault(account);
		let id = vault.order(OrderPurpose::Release, amount, DEPOSIT);
		let id = id.map_err(Error::<Test>::Vault)?;
		Vaults::<Test>::insert(account, KIND, vault);
		Ok(id)
	})
}

/// A fence after the order in a slot is answered.
pub fn fence(account: &MarginAccountId, purpose: OrderPurpose, id: u64, now: u32) {
	let mut vault = vault(account);
	vault.reply_fence(purpose, id, now).unwrap();
	Vaults::<Test>::insert(account, KIND, vault);
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
