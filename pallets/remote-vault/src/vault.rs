// SPDX-License-Identifier: GPL-3.0-or-later

//! One vault: what was proven of it and what was ordered out of it. Pure.
//!
//! Let `T` be what the source chain really holds now, `E` the orders that ran there and whose end
//! nobody told us yet, `U` those that have not run. The one invariant is
//!
//! > `P ≤ T + E`, and therefore `P − X ≤ T − U`, where `X = E + U`
//!
//! as long as only our orders take something out. Each function says why it keeps it.

use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::PalletError;
use scale_info::TypeInfo;
use straddle_traits::OrderPurpose;

/// An order on its way.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Order {
	/// Unique within its vault: a reply to an older order must not settle this one.
	pub id: u64,
	/// Smallest units.
	pub amount: u128,
	/// A fence sent after it was answered: it ran or was dropped, nobody knows which.
	pub fenced: bool,
}

/// A vault's breach: less was there than only our orders could have left.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Breach {
	/// Relay block of the proof that showed it.
	pub at: u32,
	/// P − X before it: from here the credit for maintenance falls.
	pub claimed: u128,
	/// How much was missing.
	pub missing: u128,
}

/// What we know of one kind in one vault, in smallest units.
#[derive(Clone, Copy, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Vault {
	/// P: proven, less the orders that are known to have run.
	pub proven: u128,
	/// The owner's order.
	pub release: Option<Order>,
	/// The liquidation's order. It has a slot of its own, or a user's dust would block it.
	pub seizure: Option<Order>,
	/// A proof counts from this relay block on: older ones may show what a settled order took.
	pub floor: u32,
	/// The source chain's block of the last proof; the next one must be newer.
	pub number: u32,
	/// Id of the next order.
	pub next_order: u64,
	/// Set by the first breach and not cleared by itself.
	pub breach: Option<Breach>,
	/// How much less was there at the last breach than what was on its way in: if that had come it is gone.
	/// With it what a release took beyond P since then.
	pub lost: u128,
}

/// What a proof changed.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	codec::Encode,
	codec::Decode,
	codec::DecodeWithMemTracking,
	TypeInfo,
)]
pub enum Observation {
	/// More is there than was proven before.
	Raised,
	/// What is there fits what is known: orders may or may not have run.
	Unchanged,
	/// Orders that a fence answered are settled; what was proven is what is there.
	Settled,
	/// Less is there than only our orders could have left.
	Breached,
}

/// Why a vault refuses.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	codec::Encode,
	codec::Decode,
	codec::DecodeWithMemTracking,
	TypeInfo,
	PalletError,
)]
pub enum VaultError {
	/// The proof is anchored below the floor.
	BelowFloor,
	/// The proof is not newer than the last one.
	NotNewer,
	/// The slot is taken by an order on its way.
	SlotTaken,
	/// The order is for nothing.
	ZeroAmount,
	/// The order is for more than the credit.
	AboveCredit,
	/// There is no such order, or not any more.
	NoSuchOrder,
	/// All order ids are used up.
	OutOfIds,
	/// Another order was fenced, the last delivery was refused, or a breach was seen with something on its way:
	/// first a proof tells what is there.
	AwaitsProof,
}

impl Vault {
	/// X: what orders on their way may take.
	pub fn outstanding(&self) -> u128 {
		let amount = |slot: &Option<Order>| slot.map_or(0, |order| order.amount);
		amount(&self.release).saturating_add(amount(&self.seizure))
	}

	/// P − X: what is there whatever becomes of the orders. Zero in a vault so breached that less is
	/// proven than ordered.
	pub fn certain(&self) -> u128 {
		self.proven.saturating_sub(self.outstanding())
	}

	/// What counts: P − X less what must stay there for the account to live.
	pub fn credit(&self, deposit: u128) -> u128 {
		self.certain().saturating_sub(deposit)
	}

	/// What counts for opening: nothing after a breach.
	pub fn initial_credit(&self, deposit: u128) -> u128 {
		if self.breach.is_some() {
			0
		} else {
			self.credit(deposit)
		}
	}

	/// Take note that a proof shows `held`, anchored at relay block `anchor` and the source chain's
	/// block `number`.
	///
	/// Wherever P becomes `held`, P ≤ T + E holds because what was taken since the proof's block was
	/// taken by orders whose end is not known: an order whose end is known raised the floor above
	/// every proof from before it ran, and one that a fence answered ran before the floor or never
	/// will. A lower value than P within the orders changes nothing, so that an order that has run
	/// is not counted twice.
	///
	/// # Errors
	/// `BelowFloor`, `NotNewer`; nothing is changed then.
	pub fn observe(
		&mut self,
		held: u128,
		anchor: u32,
		number: u32,
	) -> Result<Observation, VaultError> {
		self.observe_beside(held, 0, anchor, number)
	}

	/// The same while `inbound` is on its way into this vault from others. It may be in `held` already and
	/// is added to P when its order is known to have run, so P never becomes more than the rest.
	///
	/// # Errors
	/// As [`Self::observe`].
	pub fn observe_beside(
		&mut self,
		held: u128,
		inbound: u128,
		anchor: u32,
		number: u32,
	) -> Result<Observation, VaultError> {
		if anchor < self.floor {
			return Err(VaultError::BelowFloor);
		}
		if number <= self.number {
			return Err(VaultError::NotNewer);
		}
		self.number = number;
		let claimed = self.certain();
		let own = held.saturating_sub(inbound);
		let raised = own > self.proven;
		let breached = held < claimed;
		if breached {
			let missing = claimed.saturating_sub(held);
			self.breach.get_or_insert(Breach { at: anchor, claimed, missing });
		}
		// While anything else is on its way the proof does not tell which of them it shows.
		let settled = inbound == 0 && self.drop_fenced();
		if raised || breached || settled {
			self.proven = own;
			self.lost = inbound.saturating_sub(held);
		}
		if inbound == 0 {
			self.lost = 0;
		}
		Ok(match (breached, settled, raised) {
			(true, _, _) => Observation::Breached,
			(_, true, _) => Observation::Settled,
			(_, _, true) => Observation::Raised,
			_ => Observation::Unchanged,
		})
	}

	/// Order `amount` out and return the order's id. X grows, P does not: T, E stay.
	///
	/// # Errors
	/// `SlotTaken`, `AwaitsProof`, `ZeroAmount`, `AboveCredit`, `OutOfIds`; nothing is changed then.
	pub fn order(
		&mut self,
		purpose: OrderPurpose,
		amount: u128,
		deposit: u128,
	) -> Result<u64, VaultError> {
		if self.slot(purpose).is_some() {
			return Err(VaultError::SlotTaken);
		}
		// Else order after order could keep a proof from telling.
		if self.is_fenced() {
			return Err(VaultError::AwaitsProof);
		}
		if amount == 0 {
			return Err(VaultError::ZeroAmount);
		}
		if amount > self.credit(deposit) {
			return Err(VaultError::AboveCredit);
		}
		let id = self.next_order;
		self.next_order = id.checked_add(1).ok_or(VaultError::OutOfIds)?;
		*self.slot(purpose) = Some(Order { id, amount, fenced: false });
		Ok(id)
	}

	/// The source chain did it: P and E fall by the same. `now` is the relay block that we see, which
	/// is not older than the source chain's block that ran the order.
	///
	/// # Errors
	/// `NoSuchOrder`: it was settled before; nothing is changed.
	pub fn reply_ok(&mut self, purpose: OrderPurpose, id: u64, now: u32) -> Result<(), VaultError> {
		let order = self.take(purpose, id)?;
		// Less than the order only after a breach: the rest may have left with what was on its way in.
		self.lost = self.lost.saturating_add(order.amount.saturating_sub(self.proven));
		self.proven = self.proven.saturating_sub(order.amount);
		self.floor = self.floor.max(now);
		Ok(())
	}

	/// The source chain refused and nothing moved: U falls, P, T and E stay.
	///
	/// # Errors
	/// `NoSuchOrder`: it was settled before; nothing is changed.
	pub fn reply_err(
		&mut self,
		purpose: OrderPurpose,
		id: u64,
		now: u32,
	) -> Result<(), VaultError> {
		self.take(purpose, id)?;
		self.floor = self.floor.max(now);
		Ok(())
	}

	/// A fence that was sent after the order was answered: messages arrive in order, so the order ran
	/// before the floor or never will. It still counts as outstanding until a proof at or above the
	/// floor shows which, with nothing else on its way. Its own late reply settles it just as well. A second
	/// fence says nothing new and does not raise the floor again, or fences could keep every proof away.
	///
	/// # Errors
	/// `NoSuchOrder`: it was settled before; nothing is changed.
	pub fn reply_fence(
		&mut self,
		purpose: OrderPurpose,
		id: u64,
		now: u32,
	) -> Result<(), VaultError> {
		let order = self.slot(purpose).as_mut().filter(|order| order.id == id);
		let fenced = &mut order.ok_or(VaultError::NoSuchOrder)?.fenced;
		if !core::mem::replace(fenced, true) {
			self.floor = self.floor.max(now);
		}
		Ok(())
	}

	/// Invariant 4 as far as one vault goes: the credit is not above P − X, and more is ordered than
	/// proven only after a breach.
	pub fn is_sound(&self) -> bool {
		let ordered = self.outstanding() <= self.proven || self.breach.is_some();
		let known = |slot: &Option<Order>| {
			slot.is_none_or(|order| order.id < self.next_order && order.amount > 0)
		};
		ordered && known(&self.release) && known(&self.seizure)
	}

	fn slot(&mut self, purpose: OrderPurpose) -> &mut Option<Order> {
		match purpose {
			OrderPurpose::Release => &mut self.release,
			OrderPurpose::Seizure => &mut self.seizure,
		}
	}

	fn take(&mut self, purpose: OrderPurpose, id: u64) -> Result<Order, VaultError> {
		self.slot(purpose).take_if(|order| order.id == id).ok_or(VaultError::NoSuchOrder)
	}

	/// Clear the orders that a fence answered, if those are all that are out; whether there were any.
	fn drop_fenced(&mut self) -> bool {
		let out = || self.release.iter().chain(&self.seizure);
		if out().next().is_none() || !out().all(|order| order.fenced) {
			return false;
		}
		(self.release, self.seizure) = (None, None);
		true
	}

	/// Whether an order waits for the proof that tells whether it ran.
	pub fn is_fenced(&self) -> bool {
		self.release.iter().chain(&self.seizure).any(|order| order.fenced)
	}

	/// P grows by what an order out of another vault brought here; `now` as in [`Self::reply_ok`]. Proofs
	/// so far counted without it, see [`Self::observe_beside`]. Where one showed less than all that was on its
	/// way, P was no lower than nothing: so much of it does not count.
	pub(crate) fn arrived(&mut self, amount: u128, now: u32) {
		let gone = self.lost.min(amount);
		self.lost = self.lost.saturating_sub(gone);
		self.proven = self.proven.saturating_add(amount.saturating_sub(gone));
		self.floor = self.floor.max(now);
	}
}
