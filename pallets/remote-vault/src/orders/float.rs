// SPDX-License-Identifier: GPL-3.0-or-later

//! What pays for messages: a float for each source, and the terms by which it is used (ADR 30).
//!
//! A float is an account of ours that nobody can sign for. Here it holds the relay chain's token; a message
//! burns its fee there, so that the same is nobody's in our own account on the source chain, and takes it
//! from that one. What the source chain does not take goes to the float's address there, and
//! [`Pallet::do_collect_refunds`] brings it back.

use super::*;

impl<T: Config> Pallet<T> {
	/// The account whose token pays for messages to a source.
	pub fn float_account(source: SourceId) -> AccountId32 {
		let nobody = MarginAccountId(AccountId32::new([0; 32]));
		Self::vault_id(nobody, VaultPurpose::Float(source))
	}

	/// Set what orders on a source cost and how many there may be. What is on its way is as it was; its
	/// next fence costs what is set now.
	pub(crate) fn do_set_terms(source: SourceId, terms: OrderTerms) -> DispatchResult {
		ensure!(Sources::<T>::contains_key(source), Error::<T>::UnknownSource);
		ensure!(terms.is_sound(), Error::<T>::BadTerms);
		Terms::<T>::insert(source, &terms);
		Self::deposit_event(Event::TermsSet { source, terms });
		Ok(())
	}

	/// Bring back to the float here what lies at its address on the source chain. The program answers
	/// nothing: whether it ran shows in the float.
	pub(crate) fn do_collect_refunds(source: SourceId, amount: u128) -> DispatchResult {
		let terms = Terms::<T>::get(source).ok_or(Error::<T>::NoTerms)?;
		ensure!(amount > 0, Error::<T>::Vault(crate::VaultError::ZeroAmount));
		let float = Self::float_account(source);
		let frame = Self::frame_of(source, float.clone(), terms.fee)?;
		let token = (xcm::latest::Location::parent(), amount).into();
		let program = Self::pull_program(&frame, token, &float, &float)?;
		let message = Self::send(&frame, program)?;
		Self::deposit_event(Event::RefundsCollected { source, amount, message });
		Ok(())
	}

	/// A frame for a program that acts as `vault` and answers nothing yet.
	pub(super) fn frame_of(
		source: SourceId,
		vault: AccountId32,
		fee: u128,
	) -> Result<Frame, DispatchError> {
		use frame_support::traits::Get;
		let info = Sources::<T>::get(source).ok_or(Error::<T>::UnknownSource)?;
		let float = Self::float_account(source);
		Ok(Frame { us: T::ParaId::get(), there: info.para_id, fee, float, vault, answer: None })
	}
}
