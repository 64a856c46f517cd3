// SPDX-License-Identifier: GPL-3.0-or-later

//! A small crash, twice.

mod lessons;

use crate::{day::*, market::*, world::*};

fn live(path: &str, setup: Setup) -> Outcome {
	chain().execute_with(|| {
		let eve = Eve::make(setup);
		let path = paths().into_iter().find(|one| one.name == path).expect("it is known");
		eve.live(&path, |_| ())
	})
}

#[test]
fn a_crash_is_cleared_without_a_broken_invariant_and_the_same_each_time() {
	// Capital enough that no auction runs to its end.
	let setup = Setup { capital: 6e6, ..Setup::of(32, 7) };
	let first = live("crash", setup);
	println!("{}", crate::report::table(&setup, std::slice::from_ref(&first)));
	assert!(first.started > 5, "hardly anybody failed: {first:?}");
	assert!(first.bids > 5);
	assert_eq!(first.left, [0, 0], "something is left: {first:?}");
	assert!(first.greedy.2 < 0.01, "the self-dealer gained: {:?}", first.greedy);
	assert_eq!(live("crash", setup), first);
}
