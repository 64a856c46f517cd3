// SPDX-License-Identifier: GPL-3.0-or-later

//! Why a call fails.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// Source 0 is this chain.
		LocalSource,
		/// There is no parachain 0, and this chain is no source.
		BadParaId,
		/// A list is not sorted or names something twice.
		Unsorted,
		/// The source is another parachain already: its vaults would change owners.
		OtherParachain,
		/// A kind lies on another source already, or on this chain.
		KindElsewhere,
		/// A kind of this source is not named any more, or elsewhere in its state: vaults may hold it.
		KindDropped,
		/// No source has this kind.
		UnknownKind,
		/// The vault refuses.
		Vault(VaultError),
		/// Source chains are not connected yet: nothing can be proven or moved.
		NotConnected,
		/// There are as many sources as there may be.
		TooManySources,
		/// A prefix of addresses has 14 bits, and 46 and 47 are reserved.
		BadPrefix,
		/// Another source is this parachain: what lies there would count twice.
		SameParachain,
		/// Two kinds are the same of the source chain's state: what lies there would count twice.
		SameHolding,
		/// No head that is remembered was read in this relay block: it is too old, or none was read then.
		UnknownHead,
		/// The source chain ran a code whose state layout is not known: governance has to look at it.
		UnknownCode,
		/// The proof shows nothing of the vault.
		Proof(ProofError),
		/// Nothing is known of the vault and no more lies there than has to stay.
		NothingToCount,
		/// No such source is known.
		UnknownSource,
		/// Nobody set what orders on the source cost.
		NoTerms,
		/// Terms by which no order could be paid for or be late, or a list that is not sorted.
		BadTerms,
		/// The order is for less than an owner may order.
		BelowMinimum,
		/// As many orders as may be are on their way to the source.
		TooManyOrders,
		/// What is left in the float is kept for seizures.
		FloatReserved,
		/// The kind has no location that a message could name.
		BadLocation,
		/// The message does not leave.
		Message(MessageError),
		/// No order of this vault is late.
		NothingLate,
		/// This chain does not take the kind by message: it can go to an account of its own chain alone.
		NotTakenHere,
		/// A vault belongs to a margin account, and there is none.
		NoSuchAccount,
		/// A lot is not covered by what its account has.
		NotCovered,
		/// The account has rights in as many vaults as it may: what it has is delivered first.
		TooManyRights,
		/// There is no such right.
		NoRight,
		/// More than the vault holds for its own account.
		NotOwnPart,
		/// The vault, or the one that a delivery would go to, is breached.
		BreachedVault,
		/// The vault is not breached, or nothing is missing for rights in it.
		NotBreached,
		/// The vault has less than there are rights to: they are cut to their shares first.
		Short,
		/// Nothing of it can be delivered, or has to be.
		NothingToDeliver,
		/// A delivery to or from one of the vaults is on its way.
		Busy,
		/// The chain's pool cannot pay all of it, or owes others for longer.
		PoolShort,
		/// Only the holder's owner may order this: others have rights in his vault, which sends nothing while it
		/// receives; or he did not come by it by force, so he pays; or the source chain refused it before.
		HolderMustAsk,
		/// The chain's pool owes nothing.
		NothingOwed,
		/// What had left the ledger of a right comes back only as far as the caps of its kind leave room, and they
		/// leave none, or not enough for a vault that is to be trusted: first a cap is raised.
		NoRoomUnderCaps,
		/// The chain's pool paid for rights in the vault, and not all of that is back or written off.
		NotReturned,
		/// Nothing that the chain's pool paid for in the vault is missing.
		NothingPaidFor,
		/// A part of what the chain's pool paid for is back, and caps or the books keep it from being the pool's yet:
		/// given up it would be the vault's owner's.
		NotBookedYet,
	}
}
