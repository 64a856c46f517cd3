// SPDX-License-Identifier: GPL-3.0-or-later

//! Each cell of the table that can be is walked.

use super::*;
use proptest::{strategy::ValueTree, test_runner::TestRunner};

/// Plans in which each of them must have been.
const MOST_PLANS: u32 = 200;

#[test]
fn every_row_has_every_state_and_was_walked() {
	let table = Table::read();
	let rows: BTreeSet<_> = table.0.keys().map(|(event, _)| event.clone()).collect();
	assert_eq!(table.0.len(), rows.len() * STATES.len());
	assert_eq!(rows.len(), 21);
	let can_be = table.0.iter().filter(|(_, next)| **next != Cell::Never);
	let mut left: Cells = can_be.map(|(cell, _)| cell.clone()).collect();
	// The same plans each time, until all of it was walked.
	let mut runner = TestRunner::deterministic();
	let plans = prop::collection::vec(all(), 40..80);
	let drawn = (0..MOST_PLANS).map(|_| plans.new_tree(&mut runner).unwrap().current());
	for plan in seldom().into_iter().chain(drawn) {
		let walked = explore(&plan, false);
		left.retain(|cell| !walked.contains(cell));
		if left.is_empty() {
			return;
		}
	}
	panic!("never walked: {left:?}");
}

/// Ways to cells that are seldom drawn.
fn seldom() -> Vec<Vec<Step>> {
	let order = || Step::Order(Release, 30);
	let answer = || Step::Answer { lost: false };
	let mut plans = vec![];
	for fate in [Fate::Runs, Fate::Refuses] {
		// Its answer is laid aside, a fence is answered: the order is fenced.
		let fenced = [
			order(),
			Step::Run(fate),
			Step::LayAside,
			Step::Time(25),
			Step::Work,
			Step::Run(fate),
			answer(),
		];
		plans.push(fenced.iter().cloned().chain([Step::TakeUp(0)]).collect());
		// A proof ends it, and the answer comes after that,
		let ended = fenced.iter().cloned().chain([Step::Time(1), Step::Prove(0)]);
		plans.push(ended.clone().chain([Step::TakeUp(0)]).collect());
		// when there is another one, which is late,
		let other = ended.chain([order(), Step::Time(25)]);
		plans.push(other.clone().chain([Step::TakeUp(0)]).collect());
		// or fenced.
		let lost = [Step::Run(fate), Step::Answer { lost: true }];
		let fence = [Step::Work, Step::Run(fate), answer()];
		// Its own message is before the fence's.
		plans.push(other.chain(lost).chain(fence).chain([Step::TakeUp(0)]).collect());
	}
	// The second of two fences is lost, when the first was answered.
	let fences = [Step::Time(25), Step::Work, Step::Time(45), Step::Work];
	let run = [Step::Run(Fate::Barred), Step::Run(Fate::Runs), answer(), Step::Run(Fate::Barred)];
	plans.push([order()].into_iter().chain(fences).chain(run).collect());
	plans
}
