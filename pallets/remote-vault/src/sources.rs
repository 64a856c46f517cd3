// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Sources` and `SourceOf`: which chains there are and which kinds lie there.

use crate::{pallet::*, types::*};
use frame_support::{dispatch::DispatchResult, ensure, traits::Get};
use sp_runtime::DispatchError;
use straddle_primitives::*;
use straddle_traits::RemoteLots;

impl<T: Config> Pallet<T> {
	/// Name a source or change what is known of it. A kind that was named stays.
	pub(crate) fn do_set_source(source: SourceId, info: SourceInfo) -> DispatchResult {
		ensure!(source != SourceId::LOCAL, Error::<T>::LocalSource);
		let other = info.para_id != 0 && info.para_id != T::ParaId::get();
		ensure!(other, Error::<T>::BadParaId);
		ensure!(info.has_prefix(), Error::<T>::BadPrefix);
		ensure!(info.is_sorted(), Error::<T>::Unsorted);
		ensure!(info.has_holdings_once(), Error::<T>::SameHolding);
		if let Some(known) = Sources::<T>::get(source) {
			ensure!(known.para_id == info.para_id, Error::<T>::OtherParachain);
			let kept = known.kinds.iter().all(|(kind, remote)| {
				info.kind(*kind).is_some_and(|now| now.holding == remote.holding)
			});
			ensure!(kept, Error::<T>::KindDropped);
		}
		for (kind, _) in &info.kinds {
			let elsewhere = SourceOf::<T>::get(kind).is_some_and(|named| named != source);
			ensure!(!elsewhere, Error::<T>::KindElsewhere);
			// A lot that lies here has no cover: it could not be sold any more.
			let listed = T::Lots::source_of(*kind).is_none_or(|named| named == source);
			ensure!(listed, Error::<T>::KindElsewhere);
		}
		Self::watch(source, info.para_id)?;
		for (kind, _) in &info.kinds {
			SourceOf::<T>::insert(kind, source);
		}
		Sources::<T>::insert(source, &info);
		Self::deposit_event(Event::SourceSet { source, info });
		Ok(())
	}

	/// Where a kind lies, and how it is kept there.
	///
	/// # Errors
	/// `UnknownKind`.
	pub fn remote_kind(kind: CollateralId) -> Result<(SourceId, RemoteKind), DispatchError> {
		let source = SourceOf::<T>::get(kind).ok_or(Error::<T>::UnknownKind)?;
		let info = Sources::<T>::get(source).ok_or(Error::<T>::UnknownKind)?;
		let remote = info.kind(kind).ok_or(Error::<T>::UnknownKind)?;
		Ok((source, remote.clone()))
	}
}
