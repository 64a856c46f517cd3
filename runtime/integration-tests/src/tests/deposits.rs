// SPDX-License-Identifier: GPL-3.0-or-later

//! From the source chain to a margin account and back, and what becomes of the money when a message
//! or a channel fails.

use super::net::*;
use crate::source::{self, DOT, USDC_ID, USDT, USDT_ID};
use cumulus_primitives_core::{AggregateMessageOrigin, ParaId};
use frame_support::{
	traits::tokens::{Fortitude::Polite, Precision::Exact, Preservation::Expendable},
	weights::Weight,
};
use parachains_common::Balance;
use sp_keyring::Sr25519Keyring::{Bob, Charlie, Dave};
use sp_runtime::DispatchError;
use straddle_primitives::CASH;
use straddle_runtime::{self as ours, genesis_presets::DOT as DOT_KIND};
use xcm::prelude::*;

const FROM_HUB: AggregateMessageOrigin = AggregateMessageOrigin::Sibling(ParaId::new(HUB));

/// What somebody has on the source chain of the relay chain's token and of USDT.
fn on_hub(net: &mut Net, who: sp_keyring::Sr25519Keyring) -> (Balance, Balance) {
	let who = who.to_account_id();
	net.look_hub(|| (source::Balances::free_balance(&who), source::Assets::balance(USDT_ID, &who)))
}

#[test]
fn an_ordinary_transfer_from_the_source_chain_is_credited_by_itself() {
	let mut net = Net::new();
	let account = net.margin_account(Dave);
	let before = (net.credited(CASH), net.credited(DOT_KIND));

	net.transfer_to_us(Dave, hub_stable(USDT_ID, 1_000 * USDT), account.address());
	assert_eq!(net.surplus(usdt()), 1_000 * USDT, "under way");
	net.rounds(4);
	assert_eq!(net.surplus(usdt()), 0);
	let cash = net.credited(CASH) - before.0;
	// The message's execution was paid from what came.
	assert!((999 * USDT..1_000 * USDT).contains(&cash), "{cash}");
	assert_eq!(net.balance(usdt(), account.address()), 0);

	net.transfer_to_us(Dave, hub_dot(20 * DOT), account.address());
	net.rounds(4);
	let lot = net.credited(DOT_KIND) - before.1;
	assert!((19 * DOT..20 * DOT).contains(&lot), "{lot}");
	assert_eq!(net.surplus(dot()), 0);
	net.check();
}

#[test]
fn what_was_withdrawn_goes_back_by_an_ordinary_transfer() {
	let mut net = Net::new();
	let account = net.margin_account(Dave);
	net.transfer_to_us(Dave, hub_stable(USDT_ID, 1_000 * USDT), account.address());
	net.settle();
	net.price();

	let own = Dave.to_account_id();
	let withdraw = pallet_collateral::Call::withdraw {
		account: account.clone(),
		kind: CASH,
		amount: 500 * USDT,
		to: own.clone(),
	};
	assert_eq!(net.ours(|| call_ours(Dave, withdraw)), Ok(()));
	let before = on_hub(&mut net, Dave).1;
	let issued = net.look(|| ours::ForeignAssets::total_supply(usdt()));
	let token = asset(usdt(), 500 * USDT);
	assert_eq!(net.transfer_to_hub(Dave, token, &own), Ok(()));
	assert_eq!(net.surplus(usdt()), 500 * USDT, "burnt here, not paid out there yet");
	net.settle();
	let came = on_hub(&mut net, Dave).1 - before;
	assert!((499 * USDT..500 * USDT).contains(&came), "{came}");
	assert_eq!(net.surplus(usdt()), 0);
	assert_eq!(net.look(|| ours::ForeignAssets::total_supply(usdt())), issued - 500 * USDT);
	net.check();
}

#[test]
fn the_relay_chains_token_goes_both_ways() {
	let mut net = Net::new();
	let own = Dave.to_account_id();
	let issued = net.look(|| ours::ForeignAssets::total_supply(dot()));
	let before = on_hub(&mut net, Dave).0;
	assert_eq!(net.transfer_to_hub(Dave, asset(dot(), 50 * DOT), &own), Ok(()));
	net.settle();
	let came = on_hub(&mut net, Dave).0 - before;
	assert!((49 * DOT..50 * DOT).contains(&came), "{came}");
	assert_eq!(net.look(|| ours::ForeignAssets::total_supply(dot())), issued - 50 * DOT);
	assert_eq!(net.surplus(dot()), 0);
	net.check();
}

#[test]
fn a_fee_that_is_too_small_loses_nothing_for_good() {
	let mut net = Net::new();
	let account = net.margin_account(Dave);
	let credited = net.credited(CASH);
	net.events();
	net.transfer_to_us(Dave, hub_stable(USDT_ID, 10), account.address());
	net.settle();
	let events = net.events();
	let trapped = events.iter().any(|event| {
		matches!(event, ours::RuntimeEvent::PolkadotXcm(pallet_xcm::Event::AssetsTrapped { .. }))
	});
	assert!(trapped, "it waits for its owner");
	assert_eq!(net.credited(CASH), credited);
	// What is trapped is still issued.
	assert_eq!(net.surplus(usdt()), 0);
	net.check();
}

#[test]
fn a_token_that_we_do_not_know_stays_behind() {
	let mut net = Net::new();
	let account = net.margin_account(Dave);
	let before = net.money();
	net.events();
	net.transfer_to_us(Dave, hub_stable(USDC_ID, 1_000 * USDT), account.address());
	net.settle();
	assert_eq!(net.processed(FROM_HUB).1, 1);
	assert_eq!(net.money(), before);
	let sovereign = source::sovereign(OURS);
	let there = net.look_hub(|| source::Assets::balance(USDC_ID, &sovereign));
	assert_eq!(there, 1_000 * USDT);
}

#[test]
fn a_lost_message_leaves_more_behind_us_than_we_issued() {
	let mut net = Net::new();
	let account = net.margin_account(Dave);
	let before = net.money();
	net.shuttle.channel(HUB, OURS).lose = 1;
	net.transfer_to_us(Dave, hub_stable(USDT_ID, 1_000 * USDT), account.address());
	net.settle();
	assert_eq!(net.shuttle.channel(HUB, OURS).lost, 1);
	assert_eq!(net.surplus(usdt()), 1_000 * USDT);
	assert_eq!(net.money(), before);

	// On the way back what is lost was burnt here and not paid there.
	let paid = on_hub(&mut net, Dave);
	net.shuttle.channel(OURS, HUB).lose = 1;
	let own = Dave.to_account_id();
	assert_eq!(net.transfer_to_hub(Dave, asset(usdt(), 500 * USDT), &own), Ok(()));
	net.settle();
	assert_eq!(net.shuttle.channel(OURS, HUB).lost, 1);
	assert_eq!(net.surplus(usdt()), 1_500 * USDT);
	assert_eq!(on_hub(&mut net, Dave), paid);
	net.check();
}

#[test]
fn a_message_that_is_late_arrives_whole() {
	let mut net = Net::new();
	let account = net.margin_account(Dave);
	let before = net.credited(CASH);
	net.shuttle.channel(HUB, OURS).delay = 7;
	for _ in 0..3 {
		net.transfer_to_us(Dave, hub_stable(USDT_ID, 100 * USDT), account.address());
	}
	net.rounds(4);
	assert_eq!(net.credited(CASH), before);
	assert_eq!(net.surplus(usdt()), 300 * USDT);
	net.rounds(8);
	assert!((299 * USDT..300 * USDT).contains(&(net.credited(CASH) - before)));
	assert_eq!(net.surplus(usdt()), 0);
	net.check();
}

#[test]
fn without_a_channel_nothing_leaves() {
	let mut net = Net::new();
	net.shuttle.close(OURS, HUB);
	net.rounds(1);
	let before = net.money();
	let own = Dave.to_account_id();
	let refused = net.transfer_to_hub(Dave, asset(usdt(), 500 * USDT), &own);
	assert!(refused.is_err());
	assert_eq!(net.money(), before);

	// A channel that is opened again carries again.
	net.shuttle.open(OURS, HUB);
	net.rounds(1);
	assert_eq!(net.transfer_to_hub(Dave, asset(usdt(), 500 * USDT), &own), Ok(()));
	net.settle();
	assert_eq!(net.surplus(usdt()), 0);
	net.check();
}

#[test]
fn a_full_channel_keeps_messages_in_order_until_there_is_room() {
	let mut net = Net::new();
	let before = on_hub(&mut net, Charlie).1;
	let own = Charlie.to_account_id();
	net.shuttle.halt(HUB);
	let sent: Balance = (1..=14)
		.map(|number: Balance| {
			let amount = (10 + number) * USDT;
			assert_eq!(net.transfer_to_hub(Charlie, asset(usdt(), amount), &own), Ok(()));
			amount
		})
		.sum();
	net.rounds(3);
	assert_eq!(net.shuttle.channel(OURS, HUB).len(), 8, "it is full");
	assert_eq!(net.surplus(usdt()), sent, "all of it is under way");
	assert_eq!(on_hub(&mut net, Charlie).1, before);

	net.shuttle.resume(HUB);
	net.rounds(16);
	let came = on_hub(&mut net, Charlie).1 - before;
	assert!((sent - 14 * USDT..sent).contains(&came), "{came} of {sent}");
	assert_eq!(net.surplus(usdt()), 0);
	net.check();
}

#[test]
fn a_message_that_is_too_heavy_for_a_block_waits_until_somebody_runs_it() {
	let mut net = Net::new();
	let to = Bob.to_account_id();
	let before = net.balance(dot(), &to);
	let came = asset(dot(), 10 * DOT);
	let mut program = vec![
		ReserveAssetDeposited(came.clone().into()),
		BuyExecution { fees: came, weight_limit: Unlimited },
	];
	// Harmless and many.
	program.extend((0..60).map(|_| ClearError));
	program.push(DepositAsset { assets: Wild(AllCounted(1)), beneficiary: local(&to) });
	// What the source chain says it took for us.
	net.look_hub(|| {
		use frame_support::traits::fungible::Mutate;
		source::Balances::mint_into(&source::sovereign(OURS), 10 * DOT).map(drop)
	})
	.expect("it is minted");
	net.events();
	net.send(HUB, program);
	net.settle();
	let overweight = net.events().into_iter().find_map(|event| match event {
		ours::RuntimeEvent::MessageQueue(pallet_message_queue::Event::OverweightEnqueued {
			origin,
			page_index,
			message_index,
			..
		}) => Some((origin, page_index, message_index)),
		_ => None,
	});
	let (message_origin, page, index) = overweight.expect("it is too heavy");
	assert_eq!(message_origin, FROM_HUB);
	assert_eq!(net.balance(dot(), &to), before);
	assert_eq!(net.surplus(dot()), 10 * DOT);

	// It blocks nobody.
	let account = net.margin_account(Dave);
	let credited = net.credited(CASH);
	net.transfer_to_us(Dave, hub_stable(USDT_ID, 100 * USDT), account.address());
	net.settle();
	assert!(net.credited(CASH) > credited);

	// Anybody may run it.
	let run = pallet_message_queue::Call::execute_overweight {
		message_origin,
		page,
		index,
		weight_limit: Weight::from_parts(100_000_000_000, 100 * 64 * 1024),
	};
	assert_eq!(net.ours(|| call_ours(Charlie, run.clone())), Ok(()));
	let came = net.balance(dot(), &to) - before;
	assert!((9 * DOT..10 * DOT).contains(&came), "{came}");
	assert_eq!(net.surplus(dot()), 0);
	// But not twice.
	let twice = net.ours(|| call_ours(Charlie, run));
	assert!(matches!(twice, Err(DispatchError::Module(_))), "{twice:?}");
	net.check();
}

#[test]
fn a_fork_knows_nothing_of_the_other() {
	let mut net = Net::new();
	let account = net.margin_account(Dave);
	let before = net.credited(CASH);
	net.transfer_to_us(Dave, hub_stable(USDT_ID, 100 * USDT), account.address());
	let mut fork = net.clone();
	net.settle();
	let came = net.credited(CASH) - before;
	assert!(came > 0);
	fork.shuttle.close(HUB, OURS);
	fork.settle();
	assert_eq!(fork.credited(CASH), before);
	assert_eq!(fork.surplus(usdt()), 100 * USDT);
	assert_ne!(net.shuttle.chain(OURS).head(), fork.shuttle.chain(OURS).head());
}

/// Money goes both ways for a while, one unit of it in every message; messages are lost, late, and a
/// chain stops now and then.
#[test]
fn whatever_happens_on_the_way_every_unit_is_explained() {
	const UNIT: Balance = 100 * USDT;
	let mut net = Net::new();
	let account = net.margin_account(Dave);
	let own = Dave.to_account_id();
	let mut random = 1u64;
	let mut chance = |of: u64| {
		// Knuth's MMIX.
		random = random.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
		(random >> 33) % of
	};
	let back = |net: &mut Net| {
		assert_eq!(net.transfer_to_hub(Dave, asset(usdt(), UNIT), &own), Ok(()));
	};
	// First both chains talk about versions; that may not be lost for money.
	net.transfer_to_us(Dave, hub_stable(USDT_ID, UNIT), account.address());
	back(&mut net);
	net.rounds(8);
	assert_eq!(net.surplus(usdt()), 0);

	let mut halted = None;
	for _ in 0..60 {
		match chance(8) {
			0 => net.shuttle.channel(HUB, OURS).lose += 1,
			1 => net.shuttle.channel(OURS, HUB).lose += 1,
			2 => net.shuttle.channel(HUB, OURS).delay = chance(4) as u32,
			3 => net.shuttle.channel(OURS, HUB).delay = chance(4) as u32,
			4 if halted.is_none() => {
				halted = Some(if chance(2) == 0 { OURS } else { HUB });
				net.shuttle.halt(halted.expect("just now"));
			},
			_ => {
				if let Some(para) = halted.take() {
					net.shuttle.resume(para);
				}
			},
		}
		match chance(3) {
			0 if halted != Some(HUB) => {
				net.transfer_to_us(Dave, hub_stable(USDT_ID, UNIT), account.address())
			},
			1 if halted != Some(OURS) => back(&mut net),
			_ => net.rounds(1),
		}
	}
	if let Some(para) = halted {
		net.shuttle.resume(para);
	}
	net.rounds(20);
	let lost = net.shuttle.channel(HUB, OURS).lost + net.shuttle.channel(OURS, HUB).lost;
	assert!(lost > 3, "{lost}: something happened");
	assert_eq!(net.surplus(usdt()), Balance::from(lost) * UNIT);
	net.check();
}

#[test]
fn the_way_back_by_the_sdks_own_call_costs_strd() {
	use frame_support::traits::fungible::Mutate;
	let mut net = Net::new();
	let own = Bob.to_account_id();
	// Bob has tokens and no STRD. The call would burn them and send a message that he cannot pay for.
	net.look(|| {
		let all = ours::Balances::free_balance(&own);
		ours::Balances::burn_from(&own, all, Expendable, Exact, Polite).map(drop)
	})
	.expect("it is burnt");
	net.rounds(1);
	let before = net.money();
	assert!(net.transfer_to_hub(Bob, asset(usdt(), 500 * USDT), &own).is_err());
	assert_eq!(net.money(), before);
}

#[test]
fn somebody_without_strd_deposits_and_withdraws() {
	use pallet_collateral::Call::{deposit, withdraw};
	use sp_keyring::Sr25519Keyring::One;
	let mut net = Net::new();
	let own = One.to_account_id();
	net.look_hub(|| {
		use frame_support::traits::{fungible, fungibles};
		<source::Balances as fungible::Mutate<_>>::mint_into(&own, 10 * DOT)?;
		<source::Assets as fungibles::Mutate<_>>::mint_into(USDT_ID, &own, 2_000 * USDT)
	})
	.expect("it is minted");
	net.transfer_to_us(One, hub_stable(USDT_ID, 1_000 * USDT), &own);
	net.settle();

	// Real transactions, each paid in USDT.
	let before = net.credited(CASH);
	net.sign(One, pallet_margin::Call::create_account { index: 0 }, usdt());
	let genesis = net.look(|| ours::System::block_hash(0));
	let account = straddle_primitives::MarginAccountId::derive(&genesis, &own, 0);
	net.transfer_to_us(One, hub_stable(USDT_ID, 500 * USDT), account.address());
	let amount = 200 * USDT;
	net.sign(One, deposit { account: account.clone(), kind: CASH, amount }, usdt());
	net.settle();
	assert!((699 * USDT..700 * USDT).contains(&(net.credited(CASH) - before)));
	let amount = 600 * USDT;
	net.sign(One, withdraw { account, kind: CASH, amount, to: own.clone() }, usdt());
	assert!((99 * USDT..100 * USDT).contains(&(net.credited(CASH) - before)));
	assert!(net.balance(usdt(), &own) > 1_390 * USDT);
	assert_eq!(net.look(|| ours::Balances::free_balance(&own)), 0, "never had any");
	assert_eq!(net.surplus(usdt()), 0);
	net.check();
}

#[test]
fn a_channel_that_closes_takes_what_waits_for_it() {
	let mut net = Net::new();
	let own = Charlie.to_account_id();
	let before = on_hub(&mut net, Charlie).1;
	net.shuttle.halt(HUB);
	for _ in 0..12 {
		assert_eq!(net.transfer_to_hub(Charlie, asset(usdt(), 10 * USDT), &own), Ok(()));
	}
	net.rounds(2);
	net.shuttle.close(OURS, HUB);
	net.rounds(1);
	net.shuttle.resume(HUB);
	net.settle();
	// Neither those that were in it nor those that waited behind it arrived: they are still there, and
	// no longer issued here.
	assert_eq!(on_hub(&mut net, Charlie).1, before);
	assert_eq!(net.surplus(usdt()), 120 * USDT);
	net.check();
}
