// SPDX-License-Identifier: GPL-3.0-or-later

//! The worker bids: on what the operator allows, at most so dear, never twice on one state.

use super::node::*;
use crate::{
	mock::{worker::*, *},
	offchain::{
		bids::{BID_BLOCKS, MAX_BIDS},
		settings::*,
	},
	*,
};
use codec::Encode;
use frame_support::{assert_ok, dispatch::GetDispatchInfo};
use sp_runtime::{traits::Checkable, AccountId32, Perbill};
use straddle_primitives::*;

/// The bidder's margin account.
fn desk() -> MarginAccountId {
	acc(50)
}

/// Alice in auction at κ = .1, and a node that bids from 5 % on, up to 10,000, on Bitcoin.
fn ready() -> (Chain, Node, AccountId32) {
	let (node, who) = Node::bidder("//Desk");
	let mut chain = Chain::new(ExtBuilder::default());
	chain.run(|| {
		open(&desk(), who.clone(), 1_000_000 * UNIT);
		System::inc_providers(&who);
		flagged();
	});
	chain.set(&node, BIDDER_KEY, &desk().encode());
	chain.set(&node, KAPPA_KEY, b"500");
	chain.set(&node, REQUIREMENT_KEY, b"10000");
	chain.set(&node, UNDERLYINGS_KEY, b"0, 1");
	(chain, node, who)
}

/// The share for sale is .238 of R = 1,000 for 142.857187 and a bounty, all of it would be 605.000185; at the operator's κ of
/// .05 that would cost 50 more, which is how far prices may move until the bid is included.
#[test]
fn a_bid_goes_from_the_worker_into_the_chain() {
	let (mut chain, node, who) = ready();
	chain.work(&node);
	assert_eq!(chain.bids(), [(alice(), 0, ALL, 605_000_185 + 50_000_000)]);
	// It is signed by the node's key and not in the simulation alone.
	let bytes = chain.waiting().remove(0);
	let transaction = decode(&bytes);
	let info = transaction.get_dispatch_info();
	assert_eq!(info.class, frame_support::dispatch::DispatchClass::Operational);
	chain.run(|| {
		assert!(transaction.check(&frame_system::ChainContext::<Test>::default()).is_ok());
		assert_eq!(holder(&desk()).cash, 1_000_000 * UNIT);
	});
	assert_eq!(chain.block(), [Ok(())]);
	chain.run(|| {
		// Clocks go on by the block's work alone, which was not done: e heals at (1.15 − .9)/(1.15 − .1).
		assert_eq!(holder(&desk()).positions[&call()], 2_380_953);
		assert!(holder(&desk()).cash >= 1_000_000 * UNIT - 155_952_424);
		assert!(!Auctions::<Test>::contains_key(alice()));
		assert_eq!(System::account_nonce(&who), 1);
	});
	// The auction is over: nothing is left to bid on.
	chain.work(&node);
	assert_eq!(chain.bids(), []);
}

/// A tenth goes to somebody else first: the bid is for what is for sale of the rest.
#[test]
fn a_bid_survives_what_others_buy_before_it_is_included() {
	let (mut chain, node, _) = ready();
	chain.work(&node);
	chain.run(|| {
		assert_ok!(bid(&alice(), Perbill::from_percent(10), Cash::MAX));
	});
	assert_eq!(chain.block(), [Ok(())]);
	chain.run(|| {
		assert_eq!(holder(&desk()).positions[&call()], 1_380_953);
		assert!(!Auctions::<Test>::contains_key(alice()));
	});
}

#[test]
fn a_delegate_is_enough_and_a_stranger_is_not() {
	let (mut chain, node, _) = ready();
	chain.run(|| change(|book| book.accounts.get_mut(&desk()).unwrap().owner = who(77)));
	chain.work(&node);
	assert_eq!(chain.offered(), 0);
	// Of several keys the one that may is taken.
	let other = node.insert_key("//Other");
	chain.run(|| {
		System::inc_providers(&other);
		change(|book| book.accounts.get_mut(&desk()).unwrap().owner = other.clone());
	});
	chain.work(&node);
	assert_eq!(chain.block(), [Ok(())]);
	chain.run(|| assert_eq!(System::account_nonce(&other), 1));
}

#[test]
fn it_waits_for_the_operators_discount() {
	let (mut chain, node, _) = ready();
	chain.set(&node, KAPPA_KEY, b"1500");
	chain.work(&node);
	assert_eq!(chain.offered(), 0);
	// κ is .15 after a quarter of the way from .1 to .3, in 225 s.
	chain.run(|| age(&alice(), 224_000));
	chain.work(&node);
	assert_eq!(chain.offered(), 0);
	chain.run(|| age(&alice(), 225_000));
	chain.work(&node);
	// No room: it would pay what it costs at its own κ, and not a unit more. P − C = 550 and a bounty of 7.5, and what .25
	// of it pays for rounding, four times.
	assert_eq!(chain.bids(), [(alice(), 0, ALL, 557_500_000)]);
}

#[test]
fn a_large_account_is_taken_in_part() {
	let (mut chain, node, _) = ready();
	// A tenth of R = 1,000, of which .238 are for sale.
	chain.set(&node, REQUIREMENT_KEY, b"100");
	chain.work(&node);
	let [(_, 0, share, most)] = chain.bids()[..] else { panic!("{:?}", chain.bids()) };
	// 60 and a bounty of .5; five more at the operator's κ; and what the whole share pays for rounding.
	assert_eq!(share, Perbill::from_percent(10));
	assert!((65_500_000..65_500_100).contains(&most), "{most}");
	assert_eq!(chain.block(), [Ok(())]);
	chain.run(|| assert_eq!(holder(&desk()).positions[&call()], CONTRACT));
	// And another part of the new state, at once.
	chain.work(&node);
	assert_eq!(chain.bids().iter().map(|bid| bid.1).collect::<Vec<_>>(), [1]);
}

#[test]
fn what_the_operator_does_not_take_is_left() {
	let (mut chain, node, _) = ready();
	chain.set(&node, UNDERLYINGS_KEY, b"1,2");
	chain.work(&node);
	assert_eq!(chain.offered(), 0);
	chain.set(&node, UNDERLYINGS_KEY, b"2,0");
	chain.work(&node);
	assert_eq!(chain.offered(), 1);
	// Prices at which nobody can bid.
	let (mut chain, node, _) = ready();
	chain.run(|| round(BTC, PriceState::NoQuorum));
	chain.work(&node);
	assert_eq!(chain.offered(), 0);
}

/// While a bid may still be included there is no other, and one that came to nothing is repeated after 16
/// blocks, then after 32.
#[test]
fn row_27_never_two_bids_on_one_state() {
	let (mut chain, node, _) = ready();
	let mut sent = vec![];
	for block in 1..=60 {
		let before = chain.offered();
		chain.work(&node);
		if chain.offered() > before {
			sent.push(block);
		}
		// Each author leaves it out.
		chain.drop_waiting();
		chain.block();
	}
	let pause = u64::from(BID_BLOCKS);
	assert_eq!(sent, [1, 2 + pause, 2 + pause + 2 * pause]);
}

#[test]
fn bids_of_one_block_are_a_chain_of_nonces() {
	let (mut chain, node, who) = ready();
	chain.run(|| {
		for n in 60..80 {
			open(&acc(n), crate::mock::who(n), 200 * UNIT);
			hold(&acc(n), call(), 10 * CONTRACT);
			assert_ok!(flag(&acc(n)));
		}
	});
	chain.work(&node);
	assert_eq!(chain.bids().len() as u32, MAX_BIDS);
	let nonces: Vec<_> = chain
		.waiting()
		.iter()
		.map(|bytes| match decode(bytes).preamble {
			sp_runtime::generic::Preamble::Signed(_, _, (_, nonce)) => nonce.0,
			_ => panic!("it is signed"),
		})
		.collect();
	assert_eq!(nonces, (0..MAX_BIDS).collect::<Vec<_>>());
	// Nothing more while they are under way.
	chain.work(&node);
	assert_eq!(chain.bids().len() as u32, MAX_BIDS);
	assert!(chain.block().iter().all(Result::is_ok));
	chain.run(|| assert_eq!(System::account_nonce(&who), MAX_BIDS));
	// The search goes on where it stopped.
	chain.work(&node);
	assert_eq!(chain.bids().len() as u32, MAX_BIDS);
	assert!(chain.block().iter().all(Result::is_ok));
	chain.work(&node);
	assert_eq!(chain.bids().len() as u32, 21 - 2 * MAX_BIDS);
}

/// Each bid is tried on what the one before it left: margin is spent once.
#[test]
fn margin_for_one_bid_makes_one_bid() {
	let (mut chain, node, _) = ready();
	chain.run(|| {
		open(&acc(60), who(60), 200 * UNIT);
		hold(&acc(60), call(), 10 * CONTRACT);
		assert_ok!(flag(&acc(60)));
		// A share costs 144 and needs 297 of margin, of which its calls' value covers 167: a desk with 300
		// has room for one.
		set_cash(&desk(), 300 * UNIT);
	});
	chain.work(&node);
	assert_eq!(chain.bids().len(), 1);
	assert_eq!(chain.block(), [Ok(())]);
}

#[test]
fn a_bid_that_would_fail_is_tried_and_not_sent() {
	let (mut chain, node, _) = ready();
	chain.run(|| set_cash(&desk(), 10 * UNIT));
	for _ in 0..40 {
		chain.work(&node);
		chain.block();
	}
	assert_eq!(chain.offered(), 0);
	chain.run(|| set_cash(&desk(), 1_000_000 * UNIT));
	for _ in 0..16 {
		chain.work(&node);
		chain.block();
	}
	chain.run(|| assert!(!Auctions::<Test>::contains_key(alice())));
}

#[test]
fn what_is_missing_or_nonsense_means_no_bid() {
	let nonsense: [(&str, &[u8]); 9] = [
		(BIDDER_KEY, b"//Desk"),
		(KAPPA_KEY, b""),
		(KAPPA_KEY, b"5%"),
		(KAPPA_KEY, b"10001"),
		(REQUIREMENT_KEY, b"-1"),
		(REQUIREMENT_KEY, b"\xff"),
		(UNDERLYINGS_KEY, b""),
		(UNDERLYINGS_KEY, b"BTC"),
		(UNDERLYINGS_KEY, b"0,,1"),
	];
	for (key, value) in nonsense {
		let (mut chain, node, _) = ready();
		chain.set(&node, key, value);
		chain.work(&node);
		assert_eq!(chain.offered(), 0, "{key}: {value:?}");
	}
	// Nothing is set but who bids.
	let (mut chain, node, who) = ready();
	let bare = Node::new(&[]);
	bare.insert_key("//Desk");
	chain.set(&bare, BIDDER_KEY, &desk().encode());
	chain.work(&bare);
	assert_eq!(chain.offered(), 0);
	// All is set, but the keystore has no key.
	let keyless = Node::new(&[]);
	for (key, value) in [
		(BIDDER_KEY, desk().encode()),
		(KAPPA_KEY, b"500".to_vec()),
		(REQUIREMENT_KEY, b"10000".to_vec()),
		(UNDERLYINGS_KEY, b"0".to_vec()),
	] {
		chain.set(&keyless, key, &value);
	}
	chain.work(&keyless);
	assert_eq!(chain.offered(), 0);
	chain.work(&node);
	assert_eq!(chain.offered(), 1);
	chain.run(|| assert_eq!(System::account_nonce(&who), 0));
}

#[test]
fn a_pool_that_refuses_is_not_asked_in_every_block() {
	let (mut chain, node, _) = ready();
	chain.close(true);
	for _ in 0..16 {
		chain.work(&node);
		chain.block();
	}
	assert_eq!(chain.offered(), 1);
}

#[test]
fn an_account_of_its_own_in_auction_bids_nothing() {
	let (mut chain, node, _) = ready();
	chain.run(|| {
		hold(&desk(), call(), 10 * CONTRACT);
		set_cash(&desk(), 200 * UNIT);
		assert_ok!(flag(&desk()));
	});
	for _ in 0..4 {
		chain.work(&node);
		chain.block();
	}
	assert_eq!(chain.offered(), 0);
}

/// A node that both flags and bids flags on the state as it is, not as its own bids would leave it.
#[test]
fn flags_come_before_bids() {
	let (mut chain, mut node, _) = ready();
	node.places = (0..FEEDERS).collect();
	chain.run(|| {
		open(&acc(60), who(60), 200 * UNIT);
		hold(&acc(60), call(), 10 * CONTRACT);
	});
	chain.work(&node);
	assert_eq!((chain.notices().len(), chain.bids().len()), (1, 1));
	assert_eq!(chain.block(), [Ok(()), Ok(())]);
}
