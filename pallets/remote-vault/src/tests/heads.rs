// SPDX-License-Identifier: GPL-3.0-or-later

//! What each block's proof of the relay chain's state makes known of source chains (DESIGN.md 8.3).

use crate::{mock::*, *};
use codec::Encode;
use frame_support::{assert_ok, BoundedVec};
use proptest::prelude::*;
use sp_core::H256;
use sp_runtime::{
	generic::{Digest, Header},
	traits::{BlakeTwo256, Header as _},
	AccountId32, TryRuntimeError,
};
use std::collections::{BTreeMap, BTreeSet};
use straddle_primitives::*;
use straddle_test_kit::MockOffences;
use straddle_traits::{Anchor, ChainAge, ChainAges, Offence};

const HUB: SourceId = SourceId(1);
const PEOPLE: SourceId = SourceId(2);
const OLD: H256 = H256::repeat_byte(1);
const NEW: H256 = H256::repeat_byte(2);
/// Some relay block long after the first.
const NOW: u32 = 1_000_000;

fn para(source: SourceId) -> u32 {
	1_000 + u32::from(source.0)
}

fn root(number: u32) -> H256 {
	H256::from_low_u64_be(number.into())
}

fn header(number: u32) -> Vec<u8> {
	let zero = H256::zero();
	let digest = Digest { logs: vec![] };
	Header::<u32, BlakeTwo256>::new(number, zero, root(number), zero, digest).encode()
}

/// The relay chain's state, and what of it a block's proof leaves out.
#[derive(Clone, Debug, Default)]
struct Relay {
	state: BTreeMap<Vec<u8>, Vec<u8>>,
	withheld: BTreeSet<Vec<u8>>,
}

impl RelayState for Relay {
	fn read(&self, key: &[u8]) -> Result<Option<Vec<u8>>, Withheld> {
		if self.withheld.contains(key) {
			return Err(Withheld);
		}
		Ok(self.state.get(key).cloned())
	}
}

impl Relay {
	fn set(mut self, source: SourceId, place: usize, bytes: Option<Vec<u8>>) -> Self {
		let key = relay_keys(para(source))[place].clone();
		match bytes {
			Some(bytes) => self.state.insert(key, bytes),
			None => self.state.remove(&key),
		};
		self
	}

	fn head(self, source: SourceId, number: u32) -> Self {
		self.set(source, 0, Some(header(number).encode()))
	}

	fn code(self, source: SourceId, code: H256) -> Self {
		self.set(source, 1, Some(code.encode()))
	}

	fn future(self, source: SourceId, code: Option<H256>) -> Self {
		self.set(source, 2, code.map(|code| code.encode()))
	}

	fn without(mut self, source: SourceId, place: usize) -> Self {
		self.withheld.insert(relay_keys(para(source))[place].clone());
		self
	}

	/// Nothing is proven.
	fn empty() -> Self {
		[HUB, PEOPLE].iter().fold(Self::default(), |relay, source| {
			(0..3).fold(relay, |relay, place| relay.without(*source, place))
		})
	}
}

/// Both sources, with heads of this number and the old code.
fn both(number: u32) -> Relay {
	[HUB, PEOPLE]
		.into_iter()
		.fold(Relay::default(), |relay, source| relay.head(source, number).code(source, OLD))
}

fn set(source: SourceId, codes: &[H256]) {
	let info = SourceInfo {
		para_id: para(source),
		ss58_prefix: 42,
		codes: BoundedVec::truncate_from(codes.to_vec()),
		kinds: BoundedVec::new(),
	};
	assert_ok!(RemoteVault::set_source(RuntimeOrigin::root(), source, info));
}

fn read(now: u32, relay: Relay) {
	RemoteVault::read_relay_state(now, &relay);
	assert_ok!(RemoteVault::do_try_state());
}

fn age(source: SourceId) -> Option<(u32, u32)> {
	let age = RemoteVault::age(source);
	age.map(|ChainAge { staleness, omission }| (staleness, omission))
}

fn state(source: SourceId) -> HeadState {
	RemoteVault::head_state(source).expect("it is named")
}

fn anchor(relay_block: u32, number: u32, code_hash: H256) -> Option<Anchor> {
	Some(Anchor { relay_block, number, state_root: root(number), code_hash })
}

/// A block with two sources named, and their first heads, numbered 7, read in the relay block before `NOW`.
fn seen(test: impl FnOnce()) {
	build_and_execute(|| {
		set(HUB, &[OLD]);
		set(PEOPLE, &[OLD]);
		read(NOW - 2, both(6));
		read(NOW - 1, both(7));
		System::reset_events();
		test();
	});
}

fn events() -> Vec<Event<Test>> {
	let events = System::read_events_for_pallet::<Event<Test>>();
	System::reset_events();
	events
}

fn changed(source: SourceId, change: SourceChange) -> Event<Test> {
	Event::SourceChanged { source, change }
}

/// As the relay chain's own crates have them (DESIGN.md 8; `research/remote-collateral.md`, C2).
#[test]
fn the_keys_are_the_relay_chains() {
	let hex = |key: &Vec<u8>| key.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
	let paras = "cd710b30bd2eab0352ddcc26417aa194";
	let of = "b6ff6f7d467b87a9e8030000";
	let wanted = [
		"1b3c252fcb29d88eff4f3de5de4476c3",
		"e2d1c22ba0a888147714a3487bd51c63",
		"cad3324113c312669f1ac3d50722524b",
	];
	let wanted = wanted.map(|item| format!("{paras}{item}{of}"));
	assert_eq!(relay_keys(1_000).each_ref().map(hex), wanted);
}

#[test]
fn without_sources_nothing_is_asked_and_nothing_kept() {
	build_and_execute(|| {
		assert_eq!(RemoteVault::keys_to_prove(), Vec::<Vec<u8>>::new());
		read(NOW, both(1));
		assert!(!Known::<Test>::exists());
		assert_eq!(age(HUB), None);
		set(PEOPLE, &[]);
		set(HUB, &[]);
		let keys = [relay_keys(para(HUB)), relay_keys(para(PEOPLE))].concat();
		assert_eq!(RemoteVault::keys_to_prove(), keys);
	});
}

#[test]
fn a_head_is_remembered_once_its_code_was_seen_before() {
	build_and_execute(|| {
		set(HUB, &[OLD]);
		assert_eq!((age(HUB), state(HUB)), (None, HeadState::new(para(HUB))));
		read(NOW, both(7));
		// It may be the block in which the code came in.
		assert_eq!((age(HUB), RemoteVault::newest_head(HUB)), (Some((0, 0)), None));
		read(NOW + 1, both(8));
		assert_eq!(RemoteVault::newest_head(HUB), anchor(NOW + 1, 8, OLD));
		assert_eq!(RemoteVault::head_at(HUB, NOW + 1), anchor(NOW + 1, 8, OLD));
		assert_eq!(RemoteVault::head_at(HUB, NOW), None);
		assert_eq!(RemoteVault::head_at(HUB, NOW + 1 + MAX_HEADS), None);
		assert_eq!(RemoteVault::head_at(PEOPLE, NOW + 1), None);
		let wanted = HeadState {
			para_id: para(HUB),
			asked: Some(NOW),
			read: Some(NOW + 1),
			missed: 0,
			changed: Some(NOW + 1),
			number: 8,
			anchor: Some(NOW + 1),
			valid_from: 0,
			standing: Standing::Live,
			code: Some(OLD),
			future: None,
		};
		assert_eq!(state(HUB), wanted);
	});
}

#[test]
fn a_head_that_stays_ages_and_one_that_is_left_out_does_not() {
	seen(|| {
		assert_eq!(age(HUB), Some((0, 0)));
		read(NOW, both(7));
		read(NOW + 4, both(7));
		assert_eq!(age(HUB), Some((5, 0)));
		read(NOW + 9, Relay::empty());
		assert_eq!((age(HUB), age(PEOPLE)), (Some((5, 5)), Some((5, 5))));
		// One of three keys is enough to say nothing.
		for place in 0..3 {
			read(NOW + 10 + place as u32, both(8).without(HUB, place));
			assert_eq!(
				(age(HUB), age(PEOPLE)),
				(Some((5, 6 + place as u32)), Some((place as u32, 0)))
			);
		}
		read(NOW + 13, both(8));
		assert_eq!((age(HUB), age(PEOPLE)), (Some((0, 0)), Some((3, 0))));
		assert_eq!(RemoteVault::newest_head(HUB), anchor(NOW + 13, 8, OLD));
	});
}

#[test]
fn a_relay_block_counts_once_and_none_goes_back() {
	seen(|| {
		read(NOW, both(8).without(HUB, 0));
		assert_eq!((age(HUB), age(PEOPLE)), (Some((0, 1)), Some((0, 0))));
		// Another block on it brings what is missing, and nothing else.
		read(NOW, both(9));
		assert_eq!((age(HUB), age(PEOPLE)), (Some((0, 0)), Some((0, 0))));
		assert_eq!((state(HUB).number, state(PEOPLE).number), (9, 8));
		let before = Known::<Test>::get();
		read(NOW - 1, both(10));
		read(0, Relay::empty());
		assert_eq!(Known::<Test>::get(), before);
	});
}

#[test]
fn each_thing_that_may_be_there_is_recorded_and_told_once() {
	use Standing::*;
	let garbage = |bytes: &[u8]| Some(bytes.to_vec());
	let long = [header(9), vec![0]].concat().encode();
	let behind = [header(9).encode(), vec![0]].concat();
	let cases: Vec<(Relay, Standing)> = vec![
		(both(7), Live),
		(both(8), Live),
		(both(6), SetBack),
		(both(9).set(HUB, 0, None), Absent),
		(both(9).set(HUB, 1, None), Absent),
		(Relay::default(), Absent),
		(both(9).set(HUB, 0, garbage(&[])), Unreadable),
		(both(9).set(HUB, 0, garbage(&[0xff; 40])), Unreadable),
		(both(9).set(HUB, 0, Some(vec![0u8; 3].encode())), Unreadable),
		(both(9).set(HUB, 0, Some(header(9))), Unreadable),
		(both(9).set(HUB, 0, Some(long)), Unreadable),
		(both(9).set(HUB, 0, Some(behind)), Unreadable),
		(both(9).set(HUB, 1, garbage(&[1; 31])), Unreadable),
		(both(9).set(HUB, 1, garbage(&[1; 33])), Unreadable),
	];
	for (relay, standing) in cases {
		seen(|| {
			read(NOW + 3, relay.clone());
			let newer = standing == Live && relay.state == both(8).state;
			assert_eq!(state(HUB).standing, standing, "{relay:?}");
			// It was read all the same: that it stands still is known.
			assert_eq!(age(HUB), Some((if newer { 0 } else { 4 }, 0)));
			let newest = match standing {
				SetBack => None,
				_ if newer => anchor(NOW + 3, 8, OLD),
				_ => anchor(NOW - 1, 7, OLD),
			};
			assert_eq!(RemoteVault::newest_head(HUB), newest);
			let told = changed(HUB, SourceChange::Standing(standing));
			assert_eq!(events().contains(&told), standing != Live);
			read(NOW + 4, relay.clone());
			assert_eq!(events(), vec![]);
			// The next head is the first of a code where the code was not seen.
			read(NOW + 5, both(10));
			assert_eq!((age(HUB), state(HUB).standing), (Some((0, 0)), Live));
			read(NOW + 6, both(11));
			assert_eq!(RemoteVault::newest_head(HUB), anchor(NOW + 6, 11, OLD));
		});
	}
}

#[test]
fn a_chain_that_comes_later_has_no_age_until_it_has_a_head() {
	build_and_execute(|| {
		set(HUB, &[OLD]);
		read(NOW, Relay::default());
		assert_eq!((age(HUB), state(HUB).standing), (None, Standing::Absent));
		read(NOW + 50, Relay::default().head(HUB, 0));
		assert_eq!((age(HUB), state(HUB).standing), (None, Standing::Absent));
		read(NOW + 60, both(0));
		assert_eq!((age(HUB), RemoteVault::newest_head(HUB)), (Some((0, 0)), None));
		read(NOW + 61, both(1));
		assert_eq!(RemoteVault::newest_head(HUB), anchor(NOW + 61, 1, OLD));
	});
}

#[test]
fn a_chain_that_was_set_back_is_young_again_above_its_old_height() {
	seen(|| {
		for (block, number) in [(0, 3), (1, 4), (2, 6)] {
			read(NOW + block, both(number));
			assert_eq!((age(HUB), state(HUB).standing), (Some((block + 1, 0)), Standing::SetBack));
			// What was proven by its old heads may never have been.
			assert_eq!(RemoteVault::head_at(HUB, NOW - 1), None);
			assert_eq!((RemoteVault::newest_head(HUB), RemoteVault::anchors(HUB)), (None, vec![]));
		}
		read(NOW + 3, both(7));
		assert_eq!((age(HUB), state(HUB).standing), (Some((4, 0)), Standing::Live));
		read(NOW + 4, both(8));
		assert_eq!(age(HUB), Some((0, 0)));
		assert_eq!(RemoteVault::newest_head(HUB), anchor(NOW + 4, 8, OLD));
	});
}

#[test]
fn another_code_is_told_once_and_its_first_head_is_the_old_ones() {
	seen(|| {
		let soon = SourceChange::FutureCode { code: Some(NEW), known: false };
		read(NOW, both(8).future(HUB, Some(NEW)));
		assert_eq!(events(), vec![changed(HUB, soon)]);
		read(NOW + 1, both(9).future(HUB, Some(NEW)));
		assert_eq!(events(), vec![]);
		assert_eq!(RemoteVault::newest_head(HUB), anchor(NOW + 1, 9, OLD));

		read(NOW + 2, both(10).code(HUB, NEW));
		let codes = [
			SourceChange::Code { code: Some(NEW), known: false },
			SourceChange::FutureCode { code: None, known: false },
		];
		assert_eq!(events(), codes.map(|change| changed(HUB, change)));
		assert_eq!((age(HUB), state(HUB).number), (Some((0, 0)), 10));
		assert_eq!(RemoteVault::newest_head(HUB), anchor(NOW + 1, 9, OLD));

		// From the next on they are the new code's, and proofs against them are not read.
		read(NOW + 3, both(11).code(HUB, NEW));
		assert_eq!(events(), vec![]);
		assert_eq!(RemoteVault::newest_head(HUB), anchor(NOW + 3, 11, NEW));
		assert!(!RemoteVault::code_is_known(HUB, &NEW));
		assert!(RemoteVault::code_is_known(HUB, &OLD));
		assert!(!RemoteVault::code_is_known(SourceId(9), &OLD));
		// The other source is not concerned.
		assert_eq!(RemoteVault::newest_head(PEOPLE), anchor(NOW + 3, 11, OLD));

		set(HUB, &[OLD, NEW]);
		assert!(RemoteVault::code_is_known(HUB, &NEW));
		System::reset_events();
		read(NOW + 4, both(12));
		let known = SourceChange::Code { code: Some(OLD), known: true };
		assert_eq!(events(), vec![changed(HUB, known)]);
	});
}

#[test]
fn the_ring_holds_the_last_heads_by_their_relay_blocks() {
	seen(|| {
		for n in 0..3 * MAX_HEADS {
			read(NOW + n, both(8 + n));
		}
		let first = NOW + 2 * MAX_HEADS;
		for n in 0..MAX_HEADS {
			let wanted = anchor(first + n, 8 + 2 * MAX_HEADS + n, OLD);
			assert_eq!(RemoteVault::head_at(HUB, first + n), wanted);
			assert_eq!(RemoteVault::head_at(HUB, first + n - MAX_HEADS), None);
		}
		assert_eq!(RemoteVault::anchors(HUB).len() as u32, MAX_HEADS);
		assert_eq!(Heads::<Test>::iter().count() as u32, 2 * MAX_HEADS);
	});
}

fn author(n: u8) -> AccountId32 {
	AccountId32::new([n; 32])
}

fn counts(n: u8) -> Option<(u32, u32)> {
	let all = RemoteVault::omissions();
	let count = all.into_iter().find(|(who, _)| *who == author(n))?.1;
	Some((count.blocks, count.reported))
}

fn offences(n: u8) -> Vec<u32> {
	let block = |Offence::Omission { relay_block }| relay_block;
	MockOffences::of(&author(n)).into_iter().map(block).collect()
}

/// So late that nobody has an excuse.
const LATE: u32 = NOW - 2 + GRACE;

#[test]
fn who_leaves_out_what_others_brought_is_counted_and_reported() {
	seen(|| {
		Author::set(Some(author(1)));
		read(LATE - 1, both(8));
		assert_eq!(counts(1), None);
		read(LATE, Relay::empty());
		assert_eq!((counts(1), offences(1)), (Some((1, 1)), vec![LATE]));
		let sources = BoundedVec::truncate_from(vec![HUB, PEOPLE]);
		let event =
			Event::KeysOmitted { author: author(1), relay_block: LATE, sources, punishable: true };
		assert_eq!(events(), vec![event]);
		// The same relay block again: his once, another's too.
		read(LATE, both(8).without(HUB, 1));
		Author::set(Some(author(2)));
		read(LATE, both(8).without(HUB, 1));
		assert_eq!((counts(1), counts(2)), (Some((1, 1)), Some((1, 1))));
		assert_eq!(state(HUB).missed, 1);
		// Who follows him has no excuse.
		read(LATE + 1, both(8).without(HUB, 2));
		assert_eq!((counts(2), offences(2)), (Some((2, 2)), vec![LATE, LATE + 1]));
		assert_eq!((state(HUB).missed, state(PEOPLE).missed), (2, 0));
		// A block without an author has nobody to blame.
		Author::set(None);
		read(LATE + 2, Relay::empty());
		assert_eq!((counts(1), counts(2), age(HUB)), (Some((1, 1)), Some((2, 2)), Some((0, 3))));
	});
}

#[test]
fn nobody_is_at_fault_for_what_nobody_can_bring() {
	build_and_execute(|| {
		Author::set(Some(author(1)));
		set(HUB, &[OLD]);
		// It was never there.
		for n in 0..2 * FAULT_WINDOW {
			read(LATE + n, Relay::empty());
		}
		assert_eq!((counts(1), offences(1), age(HUB)), (None, vec![], None));
		assert_eq!(events().len(), 1, "the source was named");
		// In the first day it is counted and not punished.
		let day = LATE + 2 * FAULT_WINDOW;
		read(day, both(7));
		read(day + 1, Relay::empty());
		assert_eq!((counts(1), offences(1)), (Some((1, 0)), vec![]));
		// After it a silence of all lasts so long and no longer.
		let late = LATE + GRACE;
		read(late, both(8));
		for n in 1..=2 * FAULT_WINDOW {
			read(late + n, Relay::empty());
		}
		assert_eq!(offences(1), (late + 1..=late + FAULT_WINDOW).collect::<Vec<_>>());
		assert_eq!(age(HUB), Some((0, 2 * FAULT_WINDOW)));
		// Whoever brings it ends it.
		let back = late + 3 * FAULT_WINDOW;
		read(back, both(9));
		read(back + 1, Relay::empty());
		assert_eq!(offences(1).last(), Some(&(back + 1)));
	});
}

#[test]
fn a_source_that_is_named_later_has_a_first_day_of_its_own() {
	seen(|| {
		Author::set(Some(author(1)));
		let third = SourceId(3);
		set(third, &[OLD]);
		let relay = |number| both(number).head(third, number).code(third, OLD);
		// Old nodes do not bring it; it is nobody's fault.
		read(LATE, both(8).without(third, 0));
		read(LATE + 1, relay(9));
		read(LATE + 2, relay(9).without(third, 0));
		assert_eq!((counts(1), offences(1)), (Some((1, 0)), vec![]));
		read(LATE + 3, relay(9).without(third, 0).without(HUB, 0));
		assert_eq!((counts(1), offences(1)), (Some((2, 1)), vec![LATE + 3]));
		read(LATE + GRACE, relay(9).without(third, 0));
		assert_eq!(offences(1), vec![LATE + 3, LATE + GRACE]);
	});
}

#[test]
fn counting_begins_anew_every_period() {
	seen(|| {
		Author::set(Some(author(1)));
		let begins = (LATE / OMISSION_PERIOD + 2) * OMISSION_PERIOD;
		read(begins - 2, both(8));
		read(begins - 1, Relay::empty());
		assert_eq!(counts(1), Some((1, 1)));
		read(begins, both(9));
		assert_eq!(RemoteVault::omissions(), vec![]);
		Author::set(Some(author(2)));
		read(begins + 1, Relay::empty());
		assert_eq!((counts(1), counts(2)), (None, Some((1, 1))));
		// More than can be counted are reported all the same.
		for n in 0..MAX_AUTHORS {
			let mut bytes = [9; 32];
			bytes[..4].copy_from_slice(&n.to_le_bytes());
			Author::set(Some(AccountId32::new(bytes)));
			read(begins + 1, Relay::empty());
		}
		assert_eq!(RemoteVault::omissions().len() as u32, MAX_AUTHORS);
		Author::set(Some(author(3)));
		read(begins + 1, Relay::empty());
		assert_eq!((counts(3), offences(3)), (None, vec![begins + 1]));
	});
}

// What breaks the invariants.

fn broken(edit: impl FnOnce(), wanted: &'static str) {
	build().execute_with(|| {
		set(HUB, &[OLD]);
		set(PEOPLE, &[OLD]);
		Author::set(Some(author(1)));
		(6..9).for_each(|n| read(NOW + n, both(n)));
		read(NOW + 9, Relay::empty());
		edit();
		assert_eq!(RemoteVault::do_try_state(), Err(TryRuntimeError::Other(wanted)));
	});
}

fn edit(change: impl FnOnce(&mut HeadState)) {
	Known::<Test>::mutate(|known| change(&mut known.sources[0].1));
}

#[test]
fn what_is_known_in_no_possible_order() {
	let order = "heads: read in no possible order";
	broken(|| edit(|state| state.read = None), order);
	broken(|| edit(|state| state.changed = None), order);
	broken(|| edit(|state| state.changed = Some(NOW + 9)), order);
	broken(|| edit(|state| state.anchor = Some(NOW + 9)), order);
	broken(|| edit(|state| state.read = Some(NOW + 10)), order);
	broken(|| edit(|state| state.asked = Some(NOW + 10)), order);
	broken(|| edit(|state| state.standing = Standing::Unread), order);
	broken(|| edit(|state| state.valid_from = NOW + 9), order);
	broken(|| Known::<Test>::mutate(|known| known.now = NOW), order);
	broken(|| edit(|state| state.para_id = 7), "heads: of an unknown source");
	let same = || {
		edit(|state| state.para_id = para(PEOPLE));
		Sources::<Test>::mutate(HUB, |info| info.as_mut().unwrap().para_id = para(PEOPLE));
	};
	broken(same, "heads: two sources are one parachain");
	let unsorted = || Known::<Test>::mutate(|known| known.sources.as_mut().swap(0, 1));
	broken(unsorted, "heads: sources not in order");
	let forget = || {
		Known::<Test>::mutate(|known| known.sources.pop());
	};
	broken(forget, "heads: a source is not watched");
}

#[test]
fn heads_that_do_not_belong_there() {
	let head = |relay_block, number| anchor(relay_block, number, OLD).expect("one");
	let insert =
		|source, slot: u32, head: Anchor| Heads::<Test>::insert(source, slot % MAX_HEADS, head);
	let order = "heads: not in order";
	broken(|| edit(|state| state.anchor = Some(NOW + 7)), order);
	broken(|| edit(|state| state.number = 7), order);
	broken(|| insert(HUB, NOW + 5, head(NOW + 5, 8)), order);
	broken(|| insert(HUB, NOW + 8, head(NOW + 8, 7)), order);
	broken(|| Heads::<Test>::remove(HUB, (NOW + 8) % MAX_HEADS), order);
	broken(|| insert(HUB, NOW, head(NOW + 5, 4)), "heads: not in its place");
	broken(|| insert(SourceId(9), NOW, head(NOW, 4)), "heads: of an unknown source");
}

#[test]
fn omissions_of_no_period() {
	let wrong = "omissions: of another period";
	let count = |change: fn(&mut OmissionCount)| {
		move || {
			Omissions::<Test>::mutate(|period| {
				period.authors.iter_mut().for_each(|(_, count)| change(count))
			})
		}
	};
	broken(|| Omissions::<Test>::mutate(|period| period.number += 1), wrong);
	broken(count(|count| count.blocks = 0), wrong);
	broken(count(|count| count.reported = 2), wrong);
	broken(count(|count| count.last += 1), wrong);
}

// Whatever comes.

#[derive(Clone, Debug)]
struct Block {
	/// Relay blocks since the last one.
	later: u32,
	author: u8,
	/// What lies under each of six keys: nothing, something that is withheld, bytes, a head, a code.
	found: Vec<Thing>,
}

#[derive(Clone, Debug)]
enum Thing {
	Nothing,
	Withheld,
	Bytes(Vec<u8>),
	Head(u32),
	Code(u8),
}

fn things(place: usize) -> impl Strategy<Value = Thing> {
	let usual = match place % 3 {
		0 => (0..40u32).prop_map(Thing::Head).boxed(),
		1 => prop_oneof![9 => Just(Thing::Code(1)), 1 => Just(Thing::Code(2))].boxed(),
		_ => Just(Thing::Nothing).boxed(),
	};
	prop_oneof![
		20 => usual,
		1 => Just(Thing::Nothing),
		2 => Just(Thing::Withheld),
		1 => prop::collection::vec(any::<u8>(), 0..200).prop_map(Thing::Bytes),
		1 => (0..40u32).prop_map(Thing::Head),
		1 => (0..3u8).prop_map(Thing::Code),
	]
}

fn blocks() -> impl Strategy<Value = Vec<Block>> {
	let found = (0..6usize).map(things).collect::<Vec<_>>();
	let block = (0..4u32, 0..4u8, found);
	prop::collection::vec(
		block.prop_map(|(later, author, found)| Block { later, author, found }),
		1..80,
	)
}

proptest! {
	#[test]
	fn no_relay_state_stops_a_block_or_breaks_what_is_known(blocks in blocks()) {
		build_and_execute(|| {
			set(HUB, &[H256::repeat_byte(1)]);
			set(PEOPLE, &[]);
			let mut now = LATE;
			let mut faults = BTreeMap::<u8, BTreeSet<u32>>::new();
			for block in &blocks {
				now += block.later;
				let mut relay = Relay::default();
				for (n, thing) in block.found.iter().enumerate() {
					let (source, place) = ([HUB, PEOPLE][n / 3], n % 3);
					relay = match thing {
						Thing::Nothing => relay,
						Thing::Withheld => relay.without(source, place),
						Thing::Bytes(bytes) => relay.set(source, place, Some(bytes.clone())),
						Thing::Head(number) => relay.head(source, *number),
						Thing::Code(code) => {
							relay.set(source, place, Some(H256::repeat_byte(*code).encode()))
						},
					};
				}
				Author::set(Some(author(block.author)));
				let before = Known::<Test>::get();
				read(now, relay.clone());
				let mut fault = false;
				for source in [HUB, PEOPLE] {
					let (was, is) = (before.of(source).unwrap(), state(source));
					let keys = relay_keys(para(source));
					let proven = keys.iter().all(|key| !relay.withheld.contains(key));
					let again = was.read == Some(now);
					fault |= !proven && !again && was.read.is_some();
					prop_assert_eq!(is.read, if proven { Some(now) } else { was.read });
					// Heads only go up, and what is known of a code is what was there.
					prop_assert!(is.number >= was.number && is.changed >= was.changed);
					if proven && !again {
						let code = relay.state.get(&keys[1]).filter(|bytes| bytes.len() == 32);
						prop_assert_eq!(is.code.map(|code| code.encode()), code.cloned());
					}
					// A head that proofs may be made against was there under the code it says.
					if is.anchor == Some(now) && is.anchor != was.anchor {
						let head = RemoteVault::newest_head(source).unwrap();
						prop_assert_eq!(relay.state.get(&keys[0]), Some(&header(head.number).encode()));
						prop_assert_eq!((Some(head.code_hash), is.code), (was.code, was.code));
						prop_assert!(head.number > was.number || was.changed.is_none());
					}
					prop_assert!(is.anchor.is_none_or(|anchor| anchor >= is.valid_from));
					let back = is.standing == Standing::SetBack && is.read == Some(now);
					prop_assert!(!back || RemoteVault::anchors(source).is_empty());
					// The two ages share what has passed since the head moved.
					if let Some((staleness, omission)) = age(source) {
						prop_assert_eq!(Some(now - staleness - omission), is.changed);
					}
				}
				if fault {
					faults.entry(block.author).or_default().insert(now);
				}
				for (who, at) in &faults {
					prop_assert_eq!(counts(*who).map(|count| count.0), {
						let period = |block: &u32| block / OMISSION_PERIOD == now / OMISSION_PERIOD;
						Some(at.iter().filter(|at| period(at)).count() as u32).filter(|count| *count > 0)
					});
				}
			}
			Ok(())
		})?;
	}
}
