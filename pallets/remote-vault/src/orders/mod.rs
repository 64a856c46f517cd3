// SPDX-License-Identifier: GPL-3.0-or-later

//! Orders on vaults: messages to source chains, and what becomes of them. Owner of `InFlights`, `Queries` and
//! `Traffics`. The states of a slot and what comes after each: `docs/vaults.md`.

mod answers;
mod deadlines;
mod debts;
mod float;
mod programs;
mod replies;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
mod types;

pub use types::*;

use crate::{pallet::*, types::VaultPurpose, weights::WeightInfo};
use frame_support::{dispatch::DispatchResult, ensure, storage::with_storage_layer};
use programs::{asset, Frame};
use sp_runtime::{AccountId32, DispatchError};
use straddle_primitives::*;
use straddle_traits::{OrderCash, OrderPurpose, RemoteLots, Rule, VaultMessages};
use xcm::latest::Xcm;

/// What an answer may weigh when it comes, in times what its call weighs when it is asked for.
const WEIGHT_MARGIN: u64 = 4;

impl<T: Config> Pallet<T> {
	/// An owner's order: his own collateral goes to an account of the source chain, or to his margin
	/// account's address here.
	///
	/// # Errors
	/// He is not the owner, or the ledger does not let it go; and as [`Self::place`].
	pub(crate) fn do_release(
		who: &AccountId32,
		account: MarginAccountId,
		kind: CollateralId,
		amount: u128,
		to: Destination,
	) -> DispatchResult {
		T::Cash::ensure_may_withdraw(&account, who)?;
		Self::order_out(account, kind, amount, to)
	}

	/// What is the account's own goes out, as far as the ledger lets it; it pays.
	///
	/// # Errors
	/// As [`Self::place`], and those of the ledger.
	fn order_out(
		account: MarginAccountId,
		kind: CollateralId,
		amount: u128,
		to: Destination,
	) -> DispatchResult {
		let (source, _) = Self::remote_kind(kind)?;
		let terms = Terms::<T>::get(source).ok_or(Error::<T>::NoTerms)?;
		ensure!(amount >= terms.minimum(kind), Error::<T>::BelowMinimum);
		// What this chain does not take would be lost on the way.
		let taken = to != Destination::Here || T::Lots::is_taken_here(kind);
		ensure!(taken, Error::<T>::NotTakenHere);
		T::Cash::charge(&account, terms.charge, Rule::Withdraw)?;
		Self::uncredit(&account, kind, amount)?;
		Self::place(&account, kind, OrderPurpose::Release, amount, to)?;
		Self::ensure_reserve(source, &terms)
	}

	/// Deliver what was seized from a vault to an account of the source chain: the receiver's own vault. The
	/// ledger moved it before; it counts as ordered out from now on. Whoever lost it pays, as far as his account
	/// has cash; the rest the float has paid. Returns the order's id. Whole or not at all.
	///
	/// # Errors
	/// As [`Self::place`].
	pub fn order_delivery(
		from: &MarginAccountId,
		kind: CollateralId,
		to: &AccountId32,
		amount: u128,
	) -> Result<u64, DispatchError> {
		with_storage_layer(|| {
			let to = Destination::There(to.clone());
			let id = Self::place(from, kind, OrderPurpose::Seizure, amount, to)?;
			let (source, _) = Self::remote_kind(kind)?;
			let charge = Terms::<T>::get(source).map_or(0, |terms| terms.charge);
			let _ = with_storage_layer(|| T::Cash::charge_at_most(from, charge));
			Ok(id)
		})
	}

	/// Deliver what nobody seized to the vault of its holder, who pays all of it. As an owner's order it leaves the
	/// reserve in the float, and half of the places to what was seized. Returns the order's id. The caller undoes what
	/// was done so far.
	///
	/// # Errors
	/// He cannot pay; as [`Self::place`].
	pub(crate) fn order_paid_delivery(
		from: &MarginAccountId,
		kind: CollateralId,
		(holder, there): (&MarginAccountId, AccountId32),
		amount: u128,
	) -> Result<u64, DispatchError> {
		let (source, _) = Self::remote_kind(kind)?;
		let terms = Terms::<T>::get(source).ok_or(Error::<T>::NoTerms)?;
		let room = terms.seizures.div_ceil(2);
		ensure!(Traffics::<T>::get(source).seizures < room, Error::<T>::TooManyOrders);
		T::Cash::charge(holder, terms.charge, Rule::Withdraw)?;
		let to = Destination::There(there);
		let id = Self::place(from, kind, OrderPurpose::Seizure, amount, to)?;
		Self::ensure_reserve(source, &terms)?;
		Ok(id)
	}

	/// That what was paid so far leaves in the float what is needed for seizures.
	fn ensure_reserve(source: SourceId, terms: &OrderTerms) -> DispatchResult {
		let left = T::Messages::float(&Self::float_account(source));
		ensure!(left >= terms.reserve, Error::<T>::FloatReserved);
		Ok(())
	}

	/// Order something out of a vault and send the message.
	///
	/// # Errors
	/// The kind is unknown or its source has no terms; the vault refuses; too many orders are on their
	/// way; the message cannot be made, paid or sent. The caller undoes what was done so far.
	pub(crate) fn place(
		account: &MarginAccountId,
		kind: CollateralId,
		purpose: OrderPurpose,
		amount: u128,
		to: Destination,
	) -> Result<u64, DispatchError> {
		let (source, remote) = Self::remote_kind(kind)?;
		let terms = Terms::<T>::get(source).ok_or(Error::<T>::NoTerms)?;
		let slot = (account.clone(), kind, purpose);
		let mut vault = Vaults::<T>::get(account, kind).unwrap_or_default();
		let id = vault.order(purpose, amount, remote.deposit).map_err(Error::<T>::Vault)?;
		Traffics::<T>::try_mutate(source, |all| {
			let count = all.count(purpose);
			ensure!(*count < terms.room(purpose), Error::<T>::TooManyOrders);
			*count = count.saturating_add(1);
			all.spent = all.spent.saturating_add(terms.fee);
			Ok::<_, DispatchError>(())
		})?;

		let (frame, query) = Self::frame(source, account, terms.fee)?;
		let asset = asset(&remote, amount).ok_or(Error::<T>::BadLocation)?;
		let program = match &to {
			Destination::There(to) => frame.transfer(asset, to),
			Destination::Here => {
				let claimer = T::Cash::owner(account);
				let claimer = claimer.as_ref().unwrap_or(account.address());
				Self::pull_program(&frame, asset, account.address(), claimer)?
			},
		};
		let message = Self::send(&frame, program)?;

		Vaults::<T>::insert(account, kind, vault);
		let deadline = terms.deadline(T::Messages::now(), 0);
		Self::set_deadline(&slot, deadline);
		let order = InFlight {
			id,
			source,
			fences: 0,
			queries: alloc::vec![query].try_into().unwrap_or_default(),
			spent: terms.fee,
			deadline: Some(deadline),
		};
		InFlights::<T>::insert(&slot, order);
		Queries::<T>::insert(query, Query { slot: slot.clone(), id, fence: false });
		Self::deposit_event(Event::Ordered { slot, id, amount, to, message });
		Ok(id)
	}

	/// A pull, if this chain takes from that one what comes: else it would be lost on the way.
	fn pull_program(
		frame: &Frame,
		asset: xcm::latest::Asset,
		to: &AccountId32,
		claimer: &AccountId32,
	) -> Result<Xcm<()>, DispatchError> {
		let came = frame.seen_as_it_comes(&asset).ok_or(Error::<T>::BadLocation)?;
		ensure!(T::Messages::takes(frame.there, &came), Error::<T>::NotTakenHere);
		Ok(frame.pull(asset, to, claimer).ok_or(Error::<T>::BadLocation)?)
	}

	/// A frame for a program that acts as an account's vault and answers.
	fn frame(
		source: SourceId,
		account: &MarginAccountId,
		fee: u128,
	) -> Result<(Frame, u64), DispatchError> {
		let vault = Self::vault_id(account.clone(), VaultPurpose::Collateral);
		let mut frame = Self::frame_of(source, vault, fee)?;
		let query = T::Messages::new_query(frame.there, &frame.vault);
		// An answer whose call weighs more than was said is lost, and an upgrade may come before it.
		let weight = T::WeightInfo::take_reply().saturating_mul(WEIGHT_MARGIN);
		frame.answer = Some((query, weight));
		Ok((frame, query))
	}

	fn send(frame: &Frame, program: Xcm<()>) -> Result<[u8; 32], DispatchError> {
		let sent = T::Messages::send(frame.there, &frame.float, frame.fee, program);
		Ok(sent.map_err(Error::<T>::Message)?)
	}

	/// The order in a slot ended: nothing about it is awaited any more. A late answer finds nothing.
	pub(crate) fn forget(slot: &Slot) {
		let Some(order) = InFlights::<T>::take(slot) else { return };
		Self::clear_deadline(slot, order.deadline);
		for query in &order.queries {
			Queries::<T>::remove(query);
		}
		Traffics::<T>::mutate(order.source, |all| {
			let count = all.count(slot.2);
			*count = count.saturating_sub(1);
			all.spent = all.spent.saturating_sub(order.spent);
		});
	}
}
