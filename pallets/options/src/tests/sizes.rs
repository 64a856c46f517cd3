// SPDX-License-Identifier: GPL-3.0-or-later

//! What the README and the weights say of sizes.

use crate::*;

#[test]
fn items_are_as_long_as_the_readme_says() {
	let sizes = [
		Params::max_encoded_len(),
		Market::max_encoded_len(),
		ExpiryList::max_encoded_len(),
		Listing::max_encoded_len(),
		Book::max_encoded_len(),
		Depth::max_encoded_len(),
		Queue::max_encoded_len(),
		Sweep::max_encoded_len(),
		Desk::max_encoded_len(),
		Quoted::max_encoded_len(),
		Volume::max_encoded_len(),
	];
	assert_eq!(sizes, [121, 163, 513, 1_042, 1_612, 3_202, 2_241, 77, 3_721, 26, 20]);
	assert_eq!((Nonces::max_encoded_len(), PartialFill::max_encoded_len()), (73, 48));
	assert_eq!((Board::max_encoded_len(), Request::max_encoded_len()), (6_154, 1_075));
	assert_eq!((Level::max_encoded_len(), Order::max_encoded_len()), (25, 70));
	// As most are: no end and no number of the trader's.
	let order = Order {
		id: 0,
		account: crate::mock::account(1),
		remaining: 1,
		reduce_only: false,
		terms: Terms::default(),
	};
	assert_eq!(order.encoded_size(), 54);
}
