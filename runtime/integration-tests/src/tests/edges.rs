// SPDX-License-Identifier: GPL-3.0-or-later

//! Orders at the ends of what queues and channels take: an answer that weighs more than was said, a channel that the
//! source chain suspends, messages that are too heavy for its queue; and what our programs weigh there (ADR 30).

use super::{hub::published, net::*, orders::*};
use crate::source;
use codec::{Decode, Encode};
use cumulus_primitives_core::AggregateMessageOrigin;
use frame_support::{assert_ok, dispatch::GetDispatchInfo};
use pallet_message_queue::Event::OverweightEnqueued;
use pallet_remote_vault::{Event, InFlights, OrderEnd, Queries, VaultPurpose};
use parachains_common::Balance;
use polkadot_parachain_primitives::primitives::XcmpMessageFormat;
use sp_keyring::Sr25519Keyring::{Bob, Charlie, Dave};
use sp_runtime::traits::Dispatchable;
use straddle_runtime::{self as ours, RemoteVault, Runtime};
use straddle_traits::OrderPurpose::Release;
use xcm::{prelude::*, VersionedXcm};
use xcm_executor::traits::WeightBounds;

/// In a block of ours: the vaults' programs that wait to leave.
fn leaving() -> Vec<Xcm<()>> {
	let mut programs = vec![];
	for (_, page) in under("XcmpQueue", "OutboundXcmpMessages") {
		let page = Vec::<u8>::decode(&mut &page[..]).expect("it is a page");
		let mut rest = &page[..];
		let format = XcmpMessageFormat::decode(&mut rest).expect("it has a format");
		while !rest.is_empty() {
			let program = match format {
				XcmpMessageFormat::ConcatenatedOpaqueVersionedXcm => {
					let bytes = Vec::<u8>::decode(&mut rest).expect("one after the other");
					VersionedXcm::<()>::decode(&mut &bytes[..])
				},
				_ => VersionedXcm::<()>::decode(&mut rest),
			};
			programs
				.push(Xcm::try_from(program.expect("it is a program")).expect("of our version"));
		}
	}
	programs.retain(|program: &Xcm<()>| program.0.iter().any(|one| matches!(one, SetAppendix(_))));
	programs
}

/// The one that was just sent.
#[track_caller]
fn sent() -> Xcm<()> {
	let mut all = leaving();
	assert_eq!(all.len(), 1);
	all.remove(0)
}

/// What an answer to a program may weigh here.
fn answer_weight(program: &Xcm<()>) -> Weight {
	let said = program.0.iter().find_map(|instruction| match instruction {
		SetAppendix(appendix) => appendix.0.iter().find_map(|instruction| match instruction {
			ReportError(info) => Some(info.max_weight),
			_ => None,
		}),
		_ => None,
	});
	said.expect("it is answered")
}

/// What the answer's call weighs now.
fn call_weight() -> Weight {
	let response = Response::ExecutionResult(None);
	let call = pallet_remote_vault::Call::take_reply { query_id: 0, response };
	ours::RuntimeCall::from(call).get_dispatch_info().call_weight
}

impl World {
	/// Dave releases something to Bob, and what is sent for it.
	fn release_and_look(&mut self, amount: Balance) -> Xcm<()> {
		self.net.price();
		let (account, to) = (self.account.clone(), Bob.to_account_id());
		let call = pallet_remote_vault::Call::release { account, kind: kind(), amount, to };
		self.net.ours(|| {
			assert_eq!(call_ours(Dave, call), Ok(()));
			sent()
		})
	}

	fn of_bob(&mut self) -> Balance {
		self.there(&Bob.to_account_id())
	}

	/// What the source chain's own weigher says of a program.
	fn weigh(&mut self, program: Xcm<()>) -> Weight {
		if published().is_some() {
			let program = VersionedXcm::<()>::from(program);
			let weight: Result<Weight, u8> =
				self.net.shuttle.chain(HUB).ask("XcmPaymentApi_query_xcm_weight", &program);
			return weight.expect("it is weighed");
		}
		let mut program = Xcm::<source::RuntimeCall>::from(program);
		let weight = <<source::XcmConfig as xcm_executor::Config>::Weigher as WeightBounds<
			source::RuntimeCall,
		>>::weight(&mut program, Weight::MAX);
		weight.expect("it is weighed")
	}

	/// From now on the source chain's queue runs no message that is heavier.
	fn take_up_to(&mut self, weight: Weight) {
		self.net.look_hub(|| source::ServiceWeight::set(&weight));
		self.net.rounds(1);
	}

	/// Rounds until the source chain lays a message of ours aside; where it lies.
	#[track_caller]
	fn laid_aside(&mut self) -> (u32, u32) {
		for _ in 0..4 * TIMEOUT {
			let found = self.net.look_hub(|| {
				let all = source::System::read_events_no_consensus();
				let all = all.map(|record| record.event);
				all.filter_map(|event| match event {
					source::RuntimeEvent::MessageQueue(OverweightEnqueued {
						origin,
						page_index,
						message_index,
						..
					}) if origin == AggregateMessageOrigin::Sibling(OURS.into()) => {
						Some((page_index, message_index))
					},
					_ => None,
				})
				.collect::<Vec<_>>()
			});
			self.net.rounds(1);
			if let [one] = found[..] {
				return one;
			}
			assert!(found.is_empty(), "one at a time");
		}
		panic!("nothing was laid aside");
	}

	/// Somebody on the source chain has it run.
	fn run_by_anybody(&mut self, (page, index): (u32, u32)) {
		let message_origin = AggregateMessageOrigin::Sibling(OURS.into());
		let weight_limit = source::MAXIMUM_BLOCK_WEIGHT;
		let call: source::RuntimeCall = pallet_message_queue::Call::execute_overweight {
			message_origin,
			page,
			index,
			weight_limit,
		}
		.into();
		let origin = source::RuntimeOrigin::signed(Charlie.to_account_id());
		assert!(self.net.hub(|| call.dispatch(origin).is_ok()));
	}

	fn is_fenced(&mut self) -> bool {
		self.state().release.is_some_and(|order| order.fenced)
	}
}

/// A release of 300 ran, its answer is lost, and one comes that says of itself that it may weigh so much.
fn answered(max_weight: Weight) -> (World, u64) {
	let mut world = World::new(terms());
	world.net.shuttle.channel(HUB, OURS).lose = 1;
	let program = world.release_and_look(units(300));
	assert_eq!(answer_weight(&program), call_weight().saturating_mul(4), "an upgrade may come");
	world.net.settle();
	assert_eq!((world.held(), world.ends()), (units(700), vec![]));
	let query_id = world.net.look(|| Queries::<Runtime>::iter_keys().next()).expect("it is asked");
	let (response, querier) = (Response::ExecutionResult(None), Some(local(&world.vault_id)));
	world.net.send(HUB, vec![QueryResponse { query_id, response, max_weight, querier }]);
	world.net.rounds(3);
	(world, query_id)
}

#[test]
fn an_answer_that_may_weigh_just_what_it_weighs_is_taken() {
	let (mut world, _) = answered(call_weight());
	assert_eq!((world.ends(), world.state().proven), (vec![OrderEnd::Done], units(700)));
	world.at_rest();
}

#[test]
fn one_that_weighs_more_than_it_may_is_lost_and_a_fence_and_a_proof_end_its_order() {
	let most = call_weight();
	let (time, size) = (Weight::from_parts(1, 0), Weight::from_parts(0, 1));
	for less in [time, size] {
		let (mut world, query_id) = answered(most - less);
		let events = world.net.events();
		let lost = events.iter().find_map(|event| match event {
			ours::RuntimeEvent::PolkadotXcm(pallet_xcm::Event::NotifyOverweight {
				query_id,
				actual_weight,
				max_budgeted_weight,
				..
			}) => Some((*query_id, *actual_weight, *max_budgeted_weight)),
			_ => None,
		});
		assert_eq!(lost, Some((query_id, most, most - less)));
		// It is still on its way, and counts as gone.
		let state = world.state();
		assert_eq!((state.outstanding(), state.proven), (units(300), first()));
		// pallet-xcm has forgotten the question: the same answer with room enough comes too late.
		let (response, querier) = (Response::ExecutionResult(None), Some(local(&world.vault_id)));
		let answer = QueryResponse { query_id, response, max_weight: Weight::MAX, querier };
		world.net.refused(Some(HUB), vec![vec![answer]], &[], &[]);
		assert_eq!(world.state().outstanding(), units(300));
		// A fence asks anew.
		world.until_fenced(Release);
		assert_eq!(world.prove(), Ok(()));
		assert_eq!(world.ends(), [OrderEnd::Proven]);
		assert_eq!(world.state().credit(0), units(700));
		world.at_rest();
	}
}

#[test]
fn a_channel_that_the_source_chain_suspends_keeps_orders_and_fences() {
	let mut world = World::new(terms());
	let before = world.of_bob();
	// It runs nothing of ours, and wants no more than a page.
	world.net.hub(|| {
		let root = source::RuntimeOrigin::root;
		assert_ok!(source::XcmpQueue::update_resume_threshold(root(), 1));
		assert_ok!(source::XcmpQueue::update_suspend_threshold(root(), 2));
		assert_ok!(source::XcmpQueue::suspend_xcm_execution(root()));
	});
	for _ in 0..2 {
		let nonsense = XcmpMessageFormat::ConcatenatedOpaqueVersionedXcm;
		let nonsense = [nonsense.encode(), vec![0xff_u8; 100_000].encode()].concat();
		world.net.shuttle.inject(OURS, HUB, nonsense);
	}
	world.net.rounds(6);
	world.net.events();
	world.release_and_look(units(300));
	world.net.rounds(2 * TIMEOUT);
	// The order and a fence after it wait here; not one of them is in the channel.
	assert!(world.net.shuttle.channel(OURS, HUB).is_empty());
	let waiting = world.net.look(leaving);
	assert!(waiting.len() > 1, "{waiting:?}");
	let fence = |event: &ours::RuntimeEvent| {
		matches!(event, ours::RuntimeEvent::RemoteVault(Event::FenceSent { .. }))
	};
	assert_eq!(world.net.events().iter().filter(|event| fence(event)).count(), waiting.len() - 1);
	assert_eq!((world.held(), world.of_bob()), (first(), before));
	// A proof tells what is there, and not what may still leave.
	assert_eq!(world.prove(), Ok(()));
	assert_eq!((world.state().outstanding(), world.state().credit(0)), (units(300), units(700)));

	world.net.hub(|| {
		assert_ok!(source::XcmpQueue::resume_xcm_execution(source::RuntimeOrigin::root()));
	});
	world.net.rounds(TIMEOUT);
	assert_eq!(world.ends(), [OrderEnd::Done]);
	assert_eq!((world.held(), world.of_bob() - before), (units(700), units(300)), "once");
	assert!(world.net.look(leaving).is_empty());
	world.at_rest();
}

#[test]
fn a_fence_that_is_too_heavy_for_the_source_chain_tells_nothing_before_somebody_runs_it() {
	if published().is_some() {
		return; // What its queue takes cannot be changed.
	}
	let mut world = World::new(terms());
	world.net.shuttle.channel(HUB, OURS).lose = 1;
	let order = world.release_and_look(units(300));
	world.net.settle();
	assert_eq!(world.held(), units(700), "it ran");
	// The order and the queue's own work for it fit; a fence, of three instructions more, and that work do not.
	let order = world.weigh(order);
	world.take_up_to(order + source::UnitWeightCost::get().saturating_mul(3));
	let place = world.laid_aside();
	world.net.rounds(3);
	assert!(!world.is_fenced());
	// A proof shows that it ran, but nobody may conclude it.
	assert_eq!(world.prove(), Ok(()));
	assert_eq!((world.ends(), world.state().outstanding()), (vec![], units(300)));
	assert_eq!(world.state().credit(0), units(700));
	world.run_by_anybody(place);
	world.net.rounds(3);
	assert!(world.is_fenced());
	assert_eq!(world.prove(), Ok(()));
	assert_eq!((world.ends(), world.state().credit(0)), (vec![OrderEnd::Proven], units(700)));
	world.at_rest();
}

/// An order and its fence are too heavy; where both lie.
fn both_laid_aside() -> (World, (u32, u32), (u32, u32)) {
	let mut world = World::new(terms());
	world.take_up_to(source::UnitWeightCost::get().saturating_mul(5));
	world.release_and_look(units(300));
	let order = world.laid_aside();
	let fence = world.laid_aside();
	assert_eq!((world.held(), world.ends()), (first(), vec![]));
	assert_eq!(world.prove(), Ok(()));
	assert_eq!((world.state().outstanding(), world.state().credit(0)), (units(300), units(700)));
	(world, order, fence)
}

#[test]
fn an_order_that_is_too_heavy_stays_counted_and_is_answered_when_somebody_runs_it() {
	if published().is_some() {
		return;
	}
	let (mut world, order, fence) = both_laid_aside();
	let before = world.of_bob();
	world.run_by_anybody(order);
	world.net.rounds(4);
	assert_eq!(world.ends(), [OrderEnd::Done]);
	assert_eq!((world.held(), world.of_bob() - before), (units(700), units(300)));
	world.at_rest();
	// Its fence tells nothing any more, and neither can be run twice.
	world.run_by_anybody(fence);
	world.net.rounds(4);
	assert_eq!(world.state().credit(0), units(700));
	world.at_rest();
}

/// The one way by which an order runs after its end was booked (ADR 30). It takes a queue that takes no order.
#[test]
fn whoever_runs_the_fence_first_is_believed_and_the_order_is_a_breach_then() {
	if published().is_some() {
		return;
	}
	let (mut world, order, fence) = both_laid_aside();
	world.run_by_anybody(fence);
	world.net.rounds(3);
	assert!(world.is_fenced());
	assert_eq!(world.prove(), Ok(()));
	assert_eq!((world.ends(), world.state().credit(0)), (vec![OrderEnd::Proven], first()));
	world.run_by_anybody(order);
	world.net.rounds(3);
	assert_eq!(world.held(), units(700));
	assert_eq!(world.prove(), Ok(()));
	let breach = world.state().breach.map(|breach| breach.missing);
	assert_eq!((breach, world.state().credit(0)), (Some(units(300)), units(700)));
	world.net.check();
}

/// ADR 30 (4): where a fence is not too heavy for the source chain's queue, no order is. By that chain's own weights,
/// whichever chain it is.
#[test]
fn a_fence_weighs_no_less_than_any_order_there() {
	let mut world = World::new(terms());
	let release = world.release_and_look(units(100));
	world.net.settle();
	world.net.price();
	let (account, amount) = (world.account.clone(), units(100));
	let call = pallet_remote_vault::Call::pull { account, kind: kind(), amount };
	let pull = world.net.ours(|| {
		assert_eq!(call_ours(Dave, call), Ok(()));
		sent()
	});
	world.net.settle();
	let winner = world.net.margin_account(Bob);
	let account = world.account.clone();
	let delivery = world.net.ours(|| {
		let to = RemoteVault::vault_address(winner, VaultPurpose::Collateral);
		assert_ok!(RemoteVault::order_delivery(&account, kind(), &to, units(100)));
		sent()
	});
	// Its answer is late at once.
	let who = ours::RuntimeOrigin::signed(Bob.to_account_id());
	let account = world.account.clone();
	let slot = (account.clone(), kind(), straddle_traits::OrderPurpose::Seizure);
	let fence = world.net.ours(|| {
		InFlights::<Runtime>::mutate(&slot, |order| {
			order.as_mut().expect("it is out").deadline = Some(0);
		});
		assert_ok!(RemoteVault::fence(who, account, kind()));
		sent()
	});
	let moves = |program: &Xcm<()>| {
		let moves = |one: &&Instruction<()>| {
			matches!(one, TransferAsset { .. } | TransferReserveAsset { .. })
		};
		program.0.iter().filter(moves).count()
	};
	assert_eq!([&release, &pull, &delivery, &fence].map(moves), [1, 1, 1, 4]);
	let [release, pull, delivery, fence] =
		[release, pull, delivery, fence].map(|program| world.weigh(program));
	println!(
		"weights there: release {release:?}, pull {pull:?}, delivery {delivery:?}, fence {fence:?}"
	);
	for order in [release, pull, delivery] {
		assert!(fence.all_gte(order), "{fence:?} for {order:?}");
	}
	// And none comes near what a queue takes: of Asset Hub's blocks it is 35 % of two seconds.
	let most = match published() {
		Some(_) => Weight::from_parts(700_000_000_000 / 50, u64::MAX),
		None => world.net.look_hub(source::ServiceWeight::get),
	};
	assert!(fence.all_lt(most), "{fence:?} of {most:?}");
}
