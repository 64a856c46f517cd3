// SPDX-License-Identifier: GPL-3.0-or-later

//! What happened, so that a run of worlds in which too little did is no proof.

use std::collections::BTreeMap;

/// What must happen in any run.
const ALWAYS: [&str; 9] = [
	"proofs",
	"settled",
	"delivered",
	"released",
	"late",
	"stuck",
	"below the floor",
	// Whose right was delivered paid for it, or it came by force.
	"paid by its holder",
	"unasked",
];
/// What must where the source chain takes something, and must not elsewhere.
const BY_THEFT: [&str; 13] = [
	"breaches",
	"made good",
	// What was stolen looked like a delivery that had run.
	"mistaken",
	// A proof of a breach ended a delivery that had not run.
	"lost in a breach",
	// What came into a vault was stolen with the rest, and then answered.
	"came and gone",
	// A right was owed of which nobody knew what was missing of it, and a head passed.
	"waited",
	"faded",
	"paid after it had faded",
	// A breach could not be cleared: caps left no room for all that had faded.
	"no room",
	// The source chain gave back what it had taken, and what the pool had paid for of that came back to it.
	"thawed",
	"came back",
	// What never came back was given up.
	"written off",
	// Nor could what was back, while caps kept it from the pool.
	"not given up",
];

/// The same, in a thousand worlds: a part of what had faded had come back by the time the pool paid, and counted
/// again first.
const RARE: &str = "counted before it was paid";
/// May happen anywhere: he owed cash, so block work asked for him.
const BY_DEBT: &str = "paid by a debtor";

/// What happened how often.
#[derive(Clone, Debug, Default)]
pub struct Seen(BTreeMap<&'static str, u64>);

impl Seen {
	pub fn note(&mut self, what: &'static str, happened: bool) {
		let named = ALWAYS.contains(&what) || BY_THEFT.contains(&what);
		debug_assert!(named || what == RARE || what == BY_DEBT);
		if happened {
			*self.0.entry(what).or_default() += 1;
		}
	}

	pub fn add(&mut self, other: &Self) {
		for (what, count) in &other.0 {
			*self.0.entry(what).or_default() += count;
		}
	}

	/// Whether all of it happened that has to in so many worlds.
	pub fn all(&self, thefts: bool, worlds: u64) -> bool {
		let seen = |what: &&str| self.0.contains_key(what);
		let rare = seen(&RARE) == thefts || thefts && worlds < 1_000;
		ALWAYS.iter().all(seen) && BY_THEFT.iter().all(|what| seen(what) == thefts) && rare
	}
}
