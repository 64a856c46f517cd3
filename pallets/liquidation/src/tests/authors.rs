// SPDX-License-Identifier: GPL-3.0-or-later

//! Leaving out others' bids does not pay.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::Perbill;
use straddle_primitives::*;

type E = Error<Test>;

fn clock() -> u64 {
	Liquidation::biddable_ms(alice()).unwrap()
}

/// As many authors as `order` names, in that order of blocks, again and again. Block 1 is the first.
fn authors(order: &[u8]) {
	let mut order: Vec<_> = order.iter().map(|n| who(*n)).collect();
	order.rotate_right(1);
	MockAuthors::set(order);
}

#[test]
fn authors_who_take_turns_let_clocks_run() {
	for n in 1..=5u8 {
		ExtBuilder::default().build_and_execute(|| {
			authors(&(50..50 + n).collect::<Vec<_>>());
			block_after(6_000);
			flagged();
			run(MINUTE_MS);
			assert_eq!(clock(), MINUTE_MS, "{n} authors");
		});
	}
}

#[test]
fn one_who_makes_many_blocks_counts_once_in_half_of_them() {
	ExtBuilder::default().build_and_execute(|| {
		// Of six he made the last four, so that his blocks 3 and 6 of 6 count.
		authors(&[50, 51, 52, 52, 52, 52]);
		block_after(6_000);
		flagged();
		run(6 * 6_000);
		// Blocks 3 to 8: 52 thrice without and once with an end of his time, then 52, 50 and 51.
		let counted = Authors::<Test>::get();
		let stepped = |n| counted.iter().find(|one| one.author == who(n)).unwrap().stepped;
		assert_eq!((stepped(50), stepped(51), stepped(52)), (Some(7), Some(8), Some(6)));
		assert_eq!(clock(), 4 * 6_000);
	});
}

/// E 350, R 1000, C 300: at κ = .5 the whole is sold, at a gain of half the requirement.
#[test]
fn a_large_gain_needs_three_authors() {
	ExtBuilder::default().build_and_execute(|| {
		authors(&[50, 51, 52, 53]);
		Params::<Test>::mutate(|p| p.kappa_start = Perbill::from_percent(30));
		block_after(6_000);
		flagged_with(300, 5, 100);
		let quote = Liquidation::auction(alice()).unwrap();
		assert_eq!(quote.share, FixedU128::from_rational(941_176_470_588_235_295, 10u128.pow(18)));
		// The author of the start is the first.
		assert_noop!(bid(&alice(), ALL, Cash::MAX), E::TooFewAuthors);
		block_after(6_000);
		assert_noop!(bid(&alice(), ALL, Cash::MAX), E::TooFewAuthors);
		// What gains a quarter at most needs nobody.
		let state = frame_support::storage::with_storage_layer::<(), sp_runtime::DispatchError, _>;
		let _ = state(|| {
			assert_ok!(bid(&alice(), Perbill::from_percent(80), Cash::MAX));
			Err("undo".into())
		});
		block_after(6_000);
		assert_ok!(bid(&alice(), ALL, Cash::MAX));
	});
}

/// κ .3: 80 % gain .24 of R. Of what is left, E 110 and R 200, φ is .705…: another .042.
#[test]
fn a_large_gain_in_parts_needs_them_too() {
	ExtBuilder::default().params(|p| p.cutoff = usd(10)).build_and_execute(|| {
		authors(&[50, 51, 52, 53]);
		Params::<Test>::mutate(|p| p.kappa_start = Perbill::from_percent(30));
		block_after(6_000);
		flagged_with(300, 5, 100);
		assert_ok!(bid(&alice(), Perbill::from_percent(80), Cash::MAX));
		let auction = Auctions::<Test>::get(alice()).unwrap();
		assert_eq!((auction.gained, auction.left), (Perbill::from_percent(24), 2 * 10u64.pow(17)));
		assert_noop!(bid(&alice(), ALL, Cash::MAX), E::TooFewAuthors);
		// .16667 of a fifth gain .01, and not a billionth more.
		let most = Perbill::from_parts(166_666_666);
		assert_noop!(bid(&alice(), Perbill::from_parts(166_666_667), Cash::MAX), E::TooFewAuthors);
		assert_ok!(bid(&alice(), most, Cash::MAX));
		let gained = Auctions::<Test>::get(alice()).unwrap().gained;
		assert_eq!(gained, Perbill::from_percent(25));
		assert_noop!(bid(&alice(), ALL, Cash::MAX), E::TooFewAuthors);
		block_after(6_000);
		assert_noop!(bid(&alice(), ALL, Cash::MAX), E::TooFewAuthors);
		block_after(6_000);
		assert_ok!(bid(&alice(), ALL, Cash::MAX));
	});
}

/// Neither a standing bid that took the first part nor an end makes an author's gains small.
#[test]
fn gains_before_an_auction_was_resumed_count() {
	let again = |after: u64| {
		let mut refused = Ok(());
		ExtBuilder::default().params(|p| p.cutoff = usd(10)).build_and_execute(|| {
			authors(&[50, 51, 52, 53]);
			Params::<Test>::mutate(|p| p.kappa_start = Perbill::from_percent(30));
			block_after(6_000);
			flagged_with(300, 5, 100);
			run(2 * 6_000);
			assert_ok!(bid(&alice(), ALL, Cash::MAX));
			// .3 of all that was for sale, φ .941….
			let gained = Perbill::from_parts(282_352_942);
			assert_eq!(Ended::<Test>::get(alice()).unwrap().gained, gained);
			run(after);
			mark(call(), 5, 400);
			flagged();
			refused = bid(&alice(), Perbill::from_percent(10), Cash::MAX);
			run(2 * 6_000);
			assert_ok!(bid(&alice(), ALL, Cash::MAX));
		});
		refused
	};
	assert_eq!(again(6_000), Err(E::TooFewAuthors.into()));
	// After an hour it is another auction.
	assert_eq!(again(2 * HOUR_MS), Ok(()));
}

#[test]
fn of_two_authors_both_are_needed() {
	ExtBuilder::default().params(|p| p.cutoff = usd(10)).build_and_execute(|| {
		authors(&[50, 51]);
		Params::<Test>::mutate(|p| p.kappa_start = Perbill::from_percent(30));
		block_after(6_000);
		flagged_with(300, 5, 100);
		assert_noop!(bid(&alice(), ALL, Cash::MAX), E::TooFewAuthors);
		block_after(6_000);
		assert_ok!(bid(&alice(), ALL, Cash::MAX));
	});
}

#[test]
fn as_many_authors_as_there_is_room_for_are_remembered() {
	ExtBuilder::default().params(|p| p.cutoff = usd(10)).build_and_execute(|| {
		let many: Vec<_> = (0..200).collect();
		authors(&many);
		run(MINUTE_MS * 20);
		let known = Authors::<Test>::get();
		assert_eq!(known.len(), MAX_AUTHORS as usize);
		// Those of the last blocks.
		let oldest = known.iter().map(|one| one.seen).min().unwrap();
		assert_eq!(oldest, System::block_number() as u32 - MAX_AUTHORS + 1);
	});
}
