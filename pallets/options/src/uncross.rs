// SPDX-License-Identifier: GPL-3.0-or-later

//! The one price at which two sides that cross trade most.

use super::types::Level;
use codec::{Decode, Encode};
use scale_info::TypeInfo;
use straddle_primitives::*;

/// At what, and how much, a series would trade if its call ended now.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct Indicative {
	/// In cash's smallest units per contract.
	pub price: Cash,
	/// In millionths.
	pub quantity: u64,
	/// What would be left at that price or better, in millionths: bought if above zero, sold if below.
	pub surplus: i64,
}

/// The price at which the most trades; of several the one that leaves least over, then the one nearest to the
/// mark, then the lowest. It is one at which something rests, or the mark itself where that is on the grid.
/// Nothing if the sides do not cross.
///
/// Levels come with the best first.
pub(crate) fn uncrossing(bids: &[Level], asks: &[Level], mark: Option<Cash>) -> Option<Indicative> {
	let (best_bid, best_ask) = (bids.first()?.price, asks.first()?.price);
	let within = |price: &Cash| (best_ask..=best_bid).contains(price);
	let prices = bids.iter().chain(asks).map(|level| level.price).chain(mark);
	let volume = |levels: &[Level], is_met: &dyn Fn(Cash) -> bool| {
		let met = levels.iter().take_while(|level| is_met(level.price));
		met.fold(0_u64, |sum, level| sum.saturating_add(level.total.unsigned_abs()))
	};
	let at = |price: Cash| {
		let bought = volume(bids, &|bid| bid >= price);
		let sold = volume(asks, &|ask| ask <= price);
		let surplus = i64::try_from(i128::from(bought).saturating_sub(sold.into()));
		Indicative { price, quantity: bought.min(sold), surplus: surplus.unwrap_or_default() }
	};
	let rank = |one: &Indicative| {
		let off = mark.map_or(0, |mark| one.price.abs_diff(mark));
		let most = core::cmp::Reverse(one.quantity);
		(most, one.surplus.unsigned_abs(), off, one.price)
	};
	prices.filter(within).map(at).min_by_key(rank)
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	fn levels(all: &[(Cash, Quantity)]) -> Vec<Level> {
		all.iter().map(|(price, total)| Level { price: *price, total: *total, orders: 1 }).collect()
	}

	fn price(
		bids: &[(Cash, Quantity)],
		asks: &[(Cash, Quantity)],
		mark: Option<Cash>,
	) -> Option<(Cash, u64, i64)> {
		let found = uncrossing(&levels(bids), &levels(asks), mark);
		found.map(|found| (found.price, found.quantity, found.surplus))
	}

	#[test]
	fn most_is_matched_then_least_left_then_nearest_to_the_mark() {
		assert_eq!(price(&[(9, 1)], &[(10, 1)], None), None);
		assert_eq!(price(&[], &[(10, 1)], Some(10)), None);
		// At 10 five trade, elsewhere fewer.
		let (bids, asks) = ([(11, 2), (10, 3), (9, 9)], [(9, 4), (10, 1), (11, 9)]);
		assert_eq!(price(&bids, &asks, Some(11)), Some((10, 5, 0)));
		// Everywhere two, and nothing is left over: the mark decides.
		for (mark, at) in [(Some(14), 14), (Some(25), 20), (Some(3), 10), (None, 10)] {
			assert_eq!(price(&[(20, 2)], &[(10, 2)], mark), Some((at, 2, 0)));
		}
		// Two everywhere, but at 12 fewer are left over than at 10.
		assert_eq!(price(&[(12, 2), (10, 5)], &[(8, 2)], Some(10)), Some((12, 2, 0)));
		assert_eq!(price(&[(12, 2)], &[(8, 5)], Some(9)), Some((9, 2, -3)));
	}

	proptest! {
		#![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

		/// Held against every price there is.
		#[test]
		fn no_price_trades_more(
			bids in prop::collection::btree_map(-20..20i128, 1..9i64, 0..9),
			asks in prop::collection::btree_map(-20..20i128, 1..9i64, 0..9),
			mark in prop::option::of(-25..25i128),
		) {
			let bids = bids.into_iter().rev().collect::<Vec<_>>();
			let asks = asks.into_iter().collect::<Vec<_>>();
			let at = |price: Cash| {
				let bought: i64 = bids.iter().filter(|bid| bid.0 >= price).map(|bid| bid.1).sum();
				let sold: i64 = asks.iter().filter(|ask| ask.0 <= price).map(|ask| ask.1).sum();
				(bought.min(sold), bought - sold)
			};
			let most = (-25..25).map(|price| at(price).0).max().unwrap_or(0);
			match price(&bids, &asks, mark) {
				None => prop_assert_eq!(most, 0),
				Some((found, quantity, surplus)) => {
					prop_assert_eq!((quantity as i64, surplus), at(found));
					prop_assert_eq!(quantity as i64, most);
					let rests = bids.iter().chain(&asks).map(|level| level.0).chain(mark);
					for other in rests.filter(|price| at(*price).0 == most) {
						let rank = |price: Cash| {
							let off = mark.map_or(0, |mark| (price - mark).abs());
							(at(price).1.abs(), off, price)
						};
						prop_assert!(rank(found) <= rank(other), "{} before {}", other, found);
					}
				},
			}
		}
	}
}
