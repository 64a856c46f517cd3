// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Authors`: who made blocks, so that leaving out others' bids does not pay (RISK.md 8).

use crate::{
	bids::{Lookup, Terms},
	*,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{ensure, pallet_prelude::ConstU32, traits::Get, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::{traits::SaturatedConversion, AccountId32, DispatchResult};
use straddle_math::{fixed::Wad, MathError};

/// Most authors that are remembered. Of more, whoever made no block for longest is forgotten, which
/// makes large gains wait, never come early.
pub const MAX_AUTHORS: u32 = 128;

/// What is known of an author, in block numbers.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct AuthorSeen {
	/// Who.
	pub author: AccountId32,
	/// His last block.
	pub seen: u32,
	/// His last block in which clocks went on.
	pub stepped: Option<u32>,
}

/// Authors of recent blocks.
pub type AuthorList = BoundedVec<AuthorSeen, ConstU32<MAX_AUTHORS>>;

impl<T: Config> Pallet<T> {
	/// This block's number.
	pub(crate) fn block() -> u32 {
		frame_system::Pallet::<T>::block_number().saturated_into()
	}

	/// Note this block's author. Returns whether clocks may go on in it, if they would (`wanted`): at
	/// most once per author in ⌈n/2⌉ blocks. Blocks without a known author are all one author's.
	pub(crate) fn note_author(wanted: bool) -> bool {
		let author = T::Author::get().unwrap_or_else(|| AccountId32::new([0; 32]));
		let (now, apart) = (Self::block(), T::AuthorCount::get().div_ceil(2));
		Authors::<T>::mutate(|authors| {
			let known = authors.iter().position(|one| one.author == author);
			let stepped = known.and_then(|at| authors.get(at)).and_then(|one| one.stepped);
			let may = stepped.is_none_or(|last| now.saturating_sub(last) >= apart);
			let steps = wanted && may;
			let is =
				AuthorSeen { author, seen: now, stepped: if steps { Some(now) } else { stepped } };
			match known.and_then(|at| authors.get_mut(at)) {
				Some(place) => *place = is,
				None => {
					if authors.is_full() {
						let oldest = authors.iter().enumerate().min_by_key(|(_, one)| one.seen);
						if let Some(at) = oldest.map(|(at, _)| at) {
							authors.remove(at);
						}
					}
					// There is room now.
					let _ = authors.try_push(is);
				},
			}
			steps
		})
	}

	/// The most that bids may have gained since the start with the next one, as parts of the requirement that there was
	/// then: beyond that enough different authors must have been able to let in better ones. What bids gained before an
	/// auction was resumed counts, and those of its authors who made blocks since.
	pub(crate) fn most_gain(look: &Lookup, terms: &Terms) -> Wad {
		let needed = look.params.large_gain_authors.min(T::AuthorCount::get());
		// Without a requirement nothing is gained, and who is alone leaves nobody out.
		if look.figures().requirement <= 0 || needed <= 1 {
			return Wad::MAX;
		}
		let most = share_to_wad(look.params.large_gain);
		// Who made blocks is asked for large gains alone.
		if look.gained_with(terms, terms.offer.share).is_ok_and(|all| all <= most) {
			return Wad::MAX;
		}
		let since = look.auction.started_at;
		let seen = Authors::<T>::get().iter().filter(|one| one.seen >= since).count();
		if seen as u32 >= needed {
			Wad::MAX
		} else {
			most
		}
	}

	/// That bids gain no more than that with one for this share.
	pub(crate) fn ensure_uncensored(look: &Lookup, share: Wad) -> DispatchResult {
		let terms = Self::terms(look)?;
		let gained = look.gained_with(&terms, share).map_err(Error::<T>::from)?;
		ensure!(gained <= Self::most_gain(look, &terms), Error::<T>::TooFewAuthors);
		Ok(())
	}
}

impl Lookup {
	/// What bids gained since the start with one for this share.
	pub fn gained_with(&self, terms: &Terms, share: Wad) -> Result<Wad, MathError> {
		let gain = self.auction.since_start(terms.gain(share)?)?;
		Ok(share_to_wad(self.auction.gained).saturating_add(gain))
	}
}
