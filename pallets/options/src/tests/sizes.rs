// SPDX-License-Identifier: GPL-3.0-or-later

//! What the README and the weights say of sizes.

use crate::{mock::*, *};

#[test]
fn items_are_as_long_as_the_readme_says() {
	assert_eq!(Params::max_encoded_len(), 43);
	assert_eq!(Market::max_encoded_len(), 80);
	assert_eq!(ExpiryList::max_encoded_len(), 513);
	assert_eq!(Listing::max_encoded_len(), 1_042);
	assert_eq!(Book::max_encoded_len(), 6_404);
	assert_eq!(Queue::max_encoded_len(), 1_569);
	assert_eq!(Places::max_encoded_len(), 2_818);
	assert_eq!(Sweep::max_encoded_len(), 77);
	assert_eq!((Level::max_encoded_len(), Order::max_encoded_len()), (25, 49));
}

#[test]
fn no_call_declares_more_than_a_quarter_of_a_block() {
	// Two seconds and ten MiB.
	let quarter = Weight::from_parts(500_000_000_000, 10 * 1024 * 1024 / 4);
	for weight in [
		tick::place_weight::<Test>(MAX_MATCHES, MAX_SKIPS, true),
		tick::settle_weight::<Test>(MAX_SETTLE),
		<()>::cancel_all(MAX_ORDERS),
	] {
		assert!(weight.all_lte(quarter), "{weight:?}");
	}
	// Block work fits into its tenth.
	let tenth = Weight::from_parts(200_000_000_000, 1024 * 1024);
	for weight in [<()>::settle_account(MAX_SERIES), <()>::list_strikes(41), <()>::settle_order()] {
		let with_visit = weight.saturating_add(<()>::visit_market());
		assert!(with_visit.all_lte(tenth), "{weight:?}");
	}
}
