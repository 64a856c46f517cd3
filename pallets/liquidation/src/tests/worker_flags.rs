// SPDX-License-Identifier: GPL-3.0-or-later

//! The worker flags: who, when, how often, and how much it looks at.

use super::node::*;
use crate::{
	mock::{worker::*, *},
	offchain::{
		flags::{Walk, MAX_FLAGS, WAIT_KEY, WALK_KEY},
		settings::REWARD_KEY,
		waiting::{Wait, MAX_WAITING},
		LOCK_KEY,
	},
	*,
};
use codec::{Decode, Encode};
use frame_support::assert_ok;
use sp_core::offchain::StorageKind;
use sp_runtime::transaction_validity::TransactionSource;
use straddle_primitives::*;

fn everybody() -> Vec<u16> {
	(0..FEEDERS).collect()
}

fn local<R: Decode + Default>(chain: &mut Chain, node: &Node, key: &[u8]) -> R {
	chain.on(node, || {
		let bytes = sp_io::offchain::local_storage_get(StorageKind::PERSISTENT, key);
		bytes.map(|bytes| R::decode(&mut &bytes[..]).unwrap()).unwrap_or_default()
	})
}

/// When a node looks at Alice's account again, if she waits.
fn waits(chain: &mut Chain, node: &Node) -> Option<Wait> {
	let list = local::<Vec<(MarginAccountId, Wait)>>(chain, node, WAIT_KEY);
	list.into_iter().find(|(account, _)| *account == alice()).map(|(_, wait)| wait)
}

/// Which feeder's turn Alice's account is in a block: 1 + 256 + 256² + 256³ is 1 more than a multiple of 7.
fn leader(block: u64) -> u16 {
	((1 + block) % u64::from(FEEDERS)) as u16
}

/// Another account that fails as Alice's does.
fn also_failing(chain: &mut Chain, n: u8) {
	chain.run(|| {
		open(&acc(n), who(n), 200 * UNIT);
		hold(&acc(n), call(), 10 * CONTRACT);
	});
}

#[test]
fn a_flag_goes_from_the_worker_into_the_chain() {
	let mut chain = Chain::new(ExtBuilder::default());
	let node = Node::new(&everybody());
	chain.work(&node);
	let notices = chain.notices();
	let expected =
		Notice { feeder: leader(1), slot: MAX_FLAGS as u8, ..chain.run(|| notice(0, &alice())) };
	assert_eq!(notices, [expected]);
	let bytes = chain.waiting().remove(0);
	for source in [TransactionSource::External, TransactionSource::Local] {
		assert!(chain.run(|| validate(&bytes, source)).is_ok());
	}
	assert_eq!(chain.block(), [Ok(())]);
	chain.run(|| assert!(Auctions::<Test>::contains_key(alice())));
	// Then there is nothing more to say of her.
	chain.work(&node);
	assert_eq!((chain.offered(), waits(&mut chain, &node)), (1, None));
}

#[test]
fn a_node_without_a_feeders_key_looks_at_nothing() {
	let mut chain = Chain::new(ExtBuilder::default());
	valued();
	chain.work(&Node::new(&[]));
	assert_eq!((chain.offered(), valued()), (0, 0));
}

/// Of all nodes that see the account fail one sends; the next block another one would, whether or not the
/// first is there.
#[test]
fn row_27_one_node_flags_and_the_turn_goes_round() {
	let mut chain = Chain::new(ExtBuilder::default());
	let nodes: Vec<_> = everybody().into_iter().map(|place| Node::new(&[place])).collect();
	for node in &nodes {
		chain.work(node);
	}
	assert_eq!(chain.notices().iter().map(|n| n.feeder).collect::<Vec<_>>(), [leader(1)]);
	assert_eq!(chain.offered(), 1);
	chain.block();
	nodes.iter().for_each(|node| chain.work(node));
	assert_eq!(chain.offered(), 1, "in auction: nobody repeats it");

	let mut chain = Chain::new(ExtBuilder::default());
	let alive: Vec<_> = nodes.iter().filter(|node| node.places != [leader(1)]).collect();
	let alive: Vec<_> = alive.into_iter().map(|node| Node::new(&node.places)).collect();
	alive.iter().for_each(|node| chain.work(node));
	assert_eq!(chain.offered(), 0, "whose turn it was is away");
	chain.block();
	alive.iter().for_each(|node| chain.work(node));
	assert_eq!(chain.notices().iter().map(|n| n.feeder).collect::<Vec<_>>(), [leader(2)]);
	assert_eq!(chain.offered(), 1);
}

#[test]
fn a_node_that_is_alone_waits_three_blocks_at_most() {
	let mut chain = Chain::new(ExtBuilder::default());
	// Its turn would be in block 6.
	let node = Node::new(&[0]);
	for block in 1..4 {
		chain.work(&node);
		assert_eq!(chain.offered(), 0, "block {block}");
		chain.block();
	}
	chain.work(&node);
	assert_eq!(chain.notices()[0].feeder, 0);
}

/// What would fail in a block is not sent, however often: orders that cannot be cancelled undo the flag.
#[test]
fn row_27_a_flag_that_would_fail_is_tried_and_not_sent() {
	let mut chain = Chain::new(ExtBuilder::default());
	let node = Node::new(&everybody());
	STUCK.with_borrow_mut(|stuck| stuck.push(alice()));
	let mut tried = vec![];
	for block in 1..=64u32 {
		let due = waits(&mut chain, &node).is_none_or(|wait| wait.due <= block);
		chain.work(&node);
		if due {
			tried.push(block);
		}
		chain.block();
	}
	assert_eq!(chain.offered(), 0);
	// After 1, 2, 4, 8, and then every 16 blocks.
	assert_eq!(tried, [1, 2, 4, 8, 16, 32, 48, 64]);
	// Once they can be, it is flagged.
	STUCK.with_borrow_mut(Vec::clear);
	for _ in 0..16 {
		chain.work(&node);
		chain.block();
	}
	chain.run(|| assert!(Auctions::<Test>::contains_key(alice())));
}

/// Doubling pauses after the four blocks in which the first may still be included.
#[test]
fn a_flag_that_no_block_takes_is_repeated_ever_more_rarely() {
	let mut chain = Chain::new(ExtBuilder::default());
	let node = Node::new(&everybody());
	chain.close(true);
	let mut sent = vec![];
	for block in 1..=64 {
		let before = chain.offered();
		chain.work(&node);
		if chain.offered() > before {
			sent.push(block);
		}
		chain.block();
	}
	assert_eq!(sent, [1, 5, 13, 29, 61]);
}

#[test]
fn a_wick_is_looked_at_in_every_block() {
	let mut chain = Chain::new(ExtBuilder::default());
	let node = Node::new(&everybody());
	chain.run(|| mark_median(call(), 100));
	for _ in 0..3 {
		chain.work(&node);
		chain.block();
	}
	assert_eq!(chain.offered(), 0);
	assert_eq!(waits(&mut chain, &node).unwrap().since, 1);
	chain.run(|| mark_median(call(), 70));
	chain.work(&node);
	assert_eq!(chain.offered(), 1);
	// One that passes is forgotten.
	let mut chain = Chain::new(ExtBuilder::default());
	let node = Node::new(&everybody());
	chain.run(|| mark_median(call(), 100));
	chain.work(&node);
	chain.run(|| mark(call(), 100, 100));
	chain.block();
	chain.work(&node);
	assert_eq!((chain.offered(), waits(&mut chain, &node)), (0, None));
}

/// Each look at the clock takes half a second of the second and a half: three accounts a block, round and
/// round, and the last of them all is found.
#[test]
fn a_block_has_so_much_time_and_the_next_goes_on() {
	let mut chain = Chain::new(ExtBuilder::default());
	let node = Node::new(&everybody());
	node.tick(500);
	chain.run(|| {
		set_cash(&alice(), 1_000 * UNIT);
		for n in 100..110 {
			open(&acc(n), who(n), UNIT);
		}
	});
	also_failing(&mut chain, 250);
	let mut blocks = 0;
	while chain.offered() == 0 {
		valued();
		chain.work(&node);
		// Ten calls of whoever fails are valued through both lenses, and in the attempt.
		assert!(valued() <= 3 + 6);
		chain.block();
		blocks += 1;
	}
	// Fourteen accounts, the failing one last.
	assert_eq!(blocks, 5);
}

#[test]
fn the_same_prices_are_walked_for_once() {
	let mut chain = Chain::new(ExtBuilder::default());
	let node = Node::new(&everybody());
	chain.run(|| set_cash(&alice(), 1_000 * UNIT));
	valued();
	chain.work(&node);
	assert_eq!(valued(), 3);
	chain.work(&node);
	assert_eq!(valued(), 0);
	chain.block();
	chain.work(&node);
	assert_eq!(valued(), 3);
	let walk: Walk = local(&mut chain, &node, WALK_KEY);
	assert_eq!((walk.prices_at, walk.after, walk.rounds), (START + 6_000, None, 0));
}

#[test]
fn a_markets_prices_start_a_walk_and_time_alone_does_not() {
	let builder = ExtBuilder::default().markets(&[BTC]).params(|params| params.fresh_rounds = 0);
	let mut chain = Chain::new(builder);
	let node = Node::new(&everybody());
	chain.run(|| set_cash(&alice(), 1_000 * UNIT));
	chain.work(&node);
	valued();
	chain.run(|| block_after(6_000));
	chain.work(&node);
	assert_eq!(valued(), 0);
	chain.run(|| round(BTC, PriceState::Valid));
	chain.work(&node);
	// All but Alice, who holds what waits some blocks after its first round.
	assert_eq!(valued(), 2);
}

#[test]
fn two_workers_of_a_node_are_not_at_it_at_once() {
	let mut chain = Chain::new(ExtBuilder::default());
	let node = Node::new(&everybody());
	let key = core::str::from_utf8(LOCK_KEY).unwrap();
	// Held until later than now, and then by nobody.
	chain.set(&node, key, &sp_core::offchain::Timestamp::from_unix_millis(1_005_000).encode());
	chain.work(&node);
	assert_eq!(chain.offered(), 0);
	chain.set(&node, key, &sp_core::offchain::Timestamp::from_unix_millis(999_000).encode());
	chain.work(&node);
	assert_eq!(chain.offered(), 1);
}

#[test]
fn the_bounty_goes_where_the_operator_says_if_it_can() {
	let reward = |bytes: &[u8]| {
		let mut chain = Chain::new(ExtBuilder::default());
		let node = Node::new(&everybody());
		chain.set(&node, REWARD_KEY, bytes);
		chain.work(&node);
		chain.notices()[0].reward_to.clone()
	};
	assert_eq!(reward(&carol().encode()), Some(carol()));
	// Nonsense, an account that there is not, and the flagged one itself: the treasury's.
	for bytes in [&b"carol"[..], &acc(99).encode(), &alice().encode()] {
		assert_eq!(reward(bytes), None);
	}
}

/// Of those that no block takes, no two have the same slot while both may live.
#[test]
fn slots_are_free_again_when_their_notices_are_dead() {
	let mut chain = Chain::new(ExtBuilder::default());
	let node = Node::new(&everybody());
	for n in 10..106 {
		also_failing(&mut chain, n);
	}
	let mut slots = vec![];
	for _ in 0..4 {
		chain.work(&node);
		slots.extend(chain.notices().iter().map(|notice| notice.slot));
		chain.drop_waiting();
		chain.block();
	}
	assert_eq!(slots.len(), usize::from(NOTICE_SLOTS));
	slots.sort();
	slots.dedup();
	assert_eq!(slots.len(), usize::from(NOTICE_SLOTS));
}

#[test]
fn nothing_is_flagged_while_liquidation_stands_still() {
	let mut chain = Chain::new(ExtBuilder::default());
	let node = Node::new(&everybody());
	chain.run(|| Liquidation::pause(RuntimeOrigin::signed(who(102)))).unwrap();
	valued();
	chain.work(&node);
	assert_eq!((chain.offered(), valued()), (0, 0));
}

#[test]
fn what_is_stored_may_be_anything() {
	let mut chain = Chain::new(ExtBuilder::default());
	let node = Node::new(&everybody());
	for key in [WALK_KEY, WAIT_KEY] {
		chain.set(&node, core::str::from_utf8(key).unwrap(), b"\xff\xff\xff\xff");
	}
	// Another chain's, which was further on.
	let old = Wait { since: 900, tries: 3, due: 1_000, state_id: 0 };
	let wait = core::str::from_utf8(WAIT_KEY).unwrap();
	chain.set(&node, wait, &vec![(alice(), old)].encode());
	chain.work(&node);
	assert_eq!(chain.offered(), 1);
}

#[test]
fn a_crash_is_flagged_in_portions_and_the_list_is_bounded() {
	let mut chain = Chain::new(ExtBuilder::default());
	let node = Node::new(&everybody());
	for n in 10..106 {
		also_failing(&mut chain, n);
	}
	let mut left = 97;
	while left > 0 {
		chain.work(&node);
		assert_eq!(chain.notices().len() as u32, left.min(MAX_FLAGS));
		assert!(chain.block().iter().all(Result::is_ok));
		left -= left.min(MAX_FLAGS);
	}
	chain.run(|| assert_eq!(AuctionCount::<Test>::get(), 97));
	const { assert!(NOTICE_SLOTS as usize <= MAX_WAITING) };
}

/// The flag of an account is in the block after the prices by which it fails, and the auction of RISK.md 8
/// runs from then on: who sees it pays 142.857187, the flagger has a twentieth of the penalty.
#[test]
fn row_26_the_block_after_the_prices_has_the_flag() {
	let mut chain = Chain::new(ExtBuilder::default());
	let node = Node::new(&everybody());
	chain.set(&node, REWARD_KEY, &carol().encode());
	chain.run(|| mark(call(), 90, 100));
	chain.block();
	chain.work(&node);
	assert_eq!(chain.offered(), 0, "E is 1,100 against 1,000");
	chain.run(|| mark(call(), 70, 100));
	chain.block();
	chain.work(&node);
	assert_eq!(chain.block(), [Ok(())]);
	chain.run(|| {
		let auction = Auctions::<Test>::get(alice()).unwrap();
		assert_eq!(auction.started, START + 3 * 6_000);
		assert_eq!(Liquidation::biddable_ms(alice()), Some(0));
		assert_ok!(bid(&alice(), ALL, Cash::MAX));
		assert_eq!(holder(&alice()).cash, 200 * UNIT + 142_857_187);
		assert_eq!(holder(&bob()).cash, 1_000_000 * UNIT - 142_857_187 - 1_190_476);
		assert_eq!(holder(&carol()).cash, 1_190_476);
		assert_eq!((pot(Pot::GlobalPool), pot(Pot::Treasury)), (1_000 * UNIT, 0));
	});
}

/// Nobody does anything to any account: prices alone move, and whoever fails by them is flagged, no other.
/// Nothing of anybody's changes by that.
#[test]
fn row_42_a_price_alone_has_every_failing_account_flagged() {
	let mut chain = Chain::new(ExtBuilder::default());
	let node = Node::new(&everybody());
	// Ten calls each and 100 to 139 beside them: E = cash + 10 marks against 1,000.
	chain.run(|| {
		mark(call(), 90, 100);
		for n in 100..140u8 {
			open(&acc(n), who(n), Cash::from(n) * UNIT);
			hold(&acc(n), call(), 10 * CONTRACT);
		}
	});
	chain.work(&node);
	assert_eq!(chain.offered(), 0);
	let before = chain.run(book);
	// 880 and less than 120 of cash, and Alice has 200.
	chain.run(|| mark(call(), 88, 100));
	chain.block();
	chain.work(&node);
	assert_eq!(chain.block().len(), 16);
	chain.work(&node);
	assert_eq!(chain.block().len(), 4);
	chain.run(|| {
		let failing: Vec<_> = (100..120).map(acc).collect();
		let mut flagged: Vec<_> = Auctions::<Test>::iter_keys().collect();
		flagged.sort();
		assert_eq!(flagged, failing);
		assert_eq!(book().accounts, before.accounts);
		assert_eq!(book().totals(), before.totals());
	});
}
