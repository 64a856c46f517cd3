// SPDX-License-Identifier: GPL-3.0-or-later

//! The doors to other pallets.

use super::*;

impl<T: Config> OnAuction for Pallet<T> {
	/// Cancel all resting orders of the account, void its quotes and all its intents.
	fn on_auction(account: &MarginAccountId) -> Result<u32, DispatchError> {
		let cancelled = Self::do_cancel_all(account, None, CancelReason::Auction)?;
		intents::nonces::void::<T>(account);
		Ok(cancelled.unread)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn fill_for_benchmark(account: &MarginAccountId, orders: u32) {
		benchmarking::fill::<T>(account, orders);
	}
}

impl<T: Config> OnClosed for Pallet<T> {
	fn on_closed(account: &MarginAccountId) {
		desk::close::<T>(account);
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn fill_for_benchmark(account: &MarginAccountId) {
		benchmarking::fill_desk::<T>(account);
	}
}
