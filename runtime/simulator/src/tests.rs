// SPDX-License-Identifier: GPL-3.0-or-later

//! A small crash, twice.

mod lessons;

use crate::{day::*, market::*, world::*};
use pallet_liquidation::Params;
use straddle_runtime::Runtime;

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
	assert!(first.started > 5, "hardly anybody failed: {first:?}");
	assert!(first.bids > 5);
	assert_eq!(first.left, [0, 0], "something is left: {first:?}");
	assert!(first.greedy.2 < 0.01, "the self-dealer gained: {:?}", first.greedy);
	assert_eq!(live("crash", setup), first);
}

/// With bids that are spoilt, with prices that stop, with nobody who bids, every auction ends; with full blocks
/// too no invariant breaks.
#[test]
fn every_trouble_comes_to_an_end() {
	chain().execute_with(|| {
		let eve = Eve::make(Setup { capital: 6e6, ..Setup::of(24, 3) });
		// Minutes instead of quarters of an hour, or nobody waits for the end.
		Params::<Runtime>::mutate(|params| {
			(params.knee_ms, params.end_ms, params.take_over_ms) = (120_000, 240_000, 60_000);
			assert_eq!(params.validate(), Ok(()));
		});
		for name in ["griefers", "silence", "no-bidders", "spam"] {
			let mut path = paths().into_iter().find(|one| one.name == name).expect("it is known");
			path.horizon = 40.0;
			let came = eve.live(&path, |_| ());
			assert!(came.started > 3, "{name}: hardly anybody failed");
			assert_eq!(came.left, [0, 0], "{name}: something is left: {came:?}");
			assert!(came.greedy.2 < 0.01, "{name}: the self-dealer gained");
			let nobody = name == "no-bidders";
			assert!(came.taken_over > 0 || !nobody, "{name}");
			// The self-dealer buys even then.
			assert!((came.bids > came.greedy.0) != nobody, "{name}");
			// Neither full blocks nor a griefer's small parts keep others from buying.
			let hindered = ["griefers", "spam"].contains(&name);
			assert!(!hindered || came.taken_over < came.started / 4, "{name}: {came:?}");
			// No auction starts at a price that is too old.
			if let Trouble::Silence(from, to) = path.trouble {
				let known =
					|at: f64| came.samples.iter().find(|one| one.minute >= at).expect("there");
				assert!(known(to).auctions <= known(from + 1.0).auctions);
			}
		}
	});
}
