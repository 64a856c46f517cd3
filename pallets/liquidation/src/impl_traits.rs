// SPDX-License-Identifier: GPL-3.0-or-later

//! The door that this pallet opens.

use crate::*;
use straddle_math::MathError;
use straddle_primitives::MarginAccountId;
use straddle_traits::AuctionStatus;

impl<T: Config> AuctionStatus for Pallet<T> {
	fn in_auction(account: &MarginAccountId) -> bool {
		Auctions::<T>::contains_key(account)
	}
}

impl<T: Config> From<MathError> for Error<T> {
	fn from(_: MathError) -> Self {
		// Parameters are validated and shares lie in 0..=1: only the size of a figure is left.
		Self::Overflow
	}
}
