// SPDX-License-Identifier: GPL-3.0-or-later

//! What the README and the weights say of sizes.

use crate::*;

#[test]
fn items_are_as_long_as_the_readme_says() {
	assert_eq!(Params::max_encoded_len(), 24);
	assert_eq!(Market::max_encoded_len(), 80);
	assert_eq!(ExpiryList::max_encoded_len(), 513);
	assert_eq!(Listing::max_encoded_len(), 1_042);
	assert_eq!(Book::max_encoded_len(), 6_404);
	assert_eq!(Queue::max_encoded_len(), 1_569);
	assert_eq!(Sweep::max_encoded_len(), 77);
	assert_eq!((Nonces::max_encoded_len(), PartialFill::max_encoded_len()), (73, 48));
	assert_eq!((Board::max_encoded_len(), Request::max_encoded_len()), (6_154, 947));
	assert_eq!((Level::max_encoded_len(), Order::max_encoded_len()), (25, 49));
}
