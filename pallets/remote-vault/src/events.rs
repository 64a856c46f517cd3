// SPDX-License-Identifier: GPL-3.0-or-later

//! What happened.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A source chain was named or changed.
		SourceSet { source: SourceId, info: SourceInfo },
		/// A proof showed what a vault holds.
		Observed {
			/// Whose vault.
			account: MarginAccountId,
			/// Of what.
			kind: CollateralId,
			/// What lies there, in smallest units.
			held: u128,
			/// The head it was proven by: relay block and the source chain's own.
			anchor: (u32, u32),
			/// What that changed.
			observation: Observation,
		},
		/// Something is new about a source chain.
		SourceChanged { source: SourceId, change: SourceChange },
		/// A collator left out what others had brought.
		KeysOmitted {
			/// Who it was.
			author: AccountId32,
			/// On which relay block he built.
			relay_block: u32,
			/// Of which chains.
			sources: BoundedVec<SourceId, ConstU32<MAX_SOURCES>>,
			/// Whether it was reported as an offence: not in a source's first day.
			punishable: bool,
		},
		/// Something was ordered out of a vault and the message sent.
		Ordered { slot: Slot, id: u64, amount: u128, to: Destination, message: [u8; 32] },
		/// An order ended.
		OrderEnded { slot: Slot, id: u64, end: OrderEnd },
		/// A fence was answered: the order ran before or never will. A proof will show which.
		OrderFenced { slot: Slot, id: u64 },
		/// An answer was late; a fence was sent, the order's so manieth, for so much at most.
		FenceSent { slot: Slot, id: u64, fences: u32, fee: u128 },
		/// An answer was late and no fence could be sent. It is tried again.
		FenceNotSent { slot: Slot, id: u64 },
		/// An answer came that changes nothing: its order ended without it, or it says nothing.
		ReplyIgnored { query_id: u64 },
		/// What orders on a source cost was set.
		TermsSet { source: SourceId, terms: OrderTerms },
		/// What messages had left over is on its way back to the float.
		RefundsCollected { source: SourceId, amount: u128, message: [u8; 32] },
		/// ALARM: less lies in a vault than only our orders could have left.
		Breached {
			/// Whose vault.
			account: MarginAccountId,
			/// Of what.
			kind: CollateralId,
			/// How much less.
			missing: u128,
			/// What lies there.
			held: u128,
		},
		/// Governance trusts a vault again.
		BreachCleared { account: MarginAccountId, kind: CollateralId },
		/// What a holder has a right to was ordered out of a vault into his own.
		DeliveryOrdered {
			/// Whose vault.
			account: MarginAccountId,
			/// Of what.
			kind: CollateralId,
			/// To whom.
			holder: MarginAccountId,
			/// Smallest units.
			amount: u128,
		},
		/// A delivery ended; if it did not run, the rights stay where they were.
		DeliveryEnded {
			/// Whose vault.
			account: MarginAccountId,
			/// Of what.
			kind: CollateralId,
			/// To whose vault.
			to: MarginAccountId,
			/// Smallest units.
			amount: u128,
			/// Whether it ran.
			ran: bool,
		},
		/// A right in a breached vault was cut to its share, and the chain's pool paid for the rest.
		MadeGood {
			/// Whose vault.
			account: MarginAccountId,
			/// Of what.
			kind: CollateralId,
			/// Whose right.
			holder: MarginAccountId,
			/// What was cut, in smallest units.
			missing: u128,
			/// What was paid for it, in smallest units of cash.
			paid: Cash,
		},
		/// Stablecoin of an account that owes cash was ordered here out of its vault.
		DebtPulled {
			/// Who owes, and whose vault.
			account: MarginAccountId,
			/// The stablecoin there.
			kind: CollateralId,
			/// What was ordered, in smallest units.
			amount: u128,
			/// What is owed, in smallest units of cash.
			owed: u128,
		},
		/// The chain's pool cannot make a right in a breached vault good yet, and owes it: it counts nothing for
		/// opening, and fades.
		PoolOwes {
			/// Whose pool.
			source: SourceId,
			/// Its place in the order in which the pool pays.
			number: u64,
			/// Whose vault.
			account: MarginAccountId,
			/// Of what.
			kind: CollateralId,
			/// Whose right.
			holder: MarginAccountId,
		},
		/// So much of a right that the pool owes left the ledger. The pool still owes it.
		Faded {
			/// Whose vault.
			account: MarginAccountId,
			/// Of what.
			kind: CollateralId,
			/// Whose right.
			holder: MarginAccountId,
			/// Smallest units.
			amount: u128,
		},
		/// A vault has enough again: what a pool owed of a right in it counts as before.
		CountsAgain { account: MarginAccountId, kind: CollateralId, holder: MarginAccountId },
		/// There are more rights in a breached vault than there is for them: until this one is made good or there is
		/// enough again it counts nothing for opening.
		Doubted { account: MarginAccountId, kind: CollateralId, holder: MarginAccountId },
		/// So much of what the chain's pool paid for of rights in a vault is there again: the pool's account has a right
		/// to it.
		CameBack { account: MarginAccountId, kind: CollateralId, amount: u128 },
		/// Governance gave up so much of what the chain's pool paid for of rights in a vault.
		WrittenOff { account: MarginAccountId, kind: CollateralId, amount: u128 },
	}
}
