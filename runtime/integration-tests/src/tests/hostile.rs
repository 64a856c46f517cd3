// SPDX-License-Identifier: GPL-3.0-or-later

//! Messages by those who mean no good, through the real queue. Each is refused, and moves nothing
//! but the fee of whoever paid one. An empty list of errors says that the barrier or the decoder turned
//! it away, before anything was run.
//!
//! What cannot be seen here: with `runtime-benchmarks`, which all tests share, the executor leaves out
//! its checks of `InitiateReserveWithdraw` and `InitiateTeleport`. Both are outward; our users run no
//! programs, and a stranger's can only take from the stranger.

use super::net::*;
use codec::Encode;
use cumulus_primitives_core::AggregateMessageOrigin;
use frame_support::traits::{fungible::Mutate, fungibles};
use parachains_common::{AccountId, Balance};
use sp_keyring::Sr25519Keyring::{Alice, Bob, Charlie, Dave, Eve};
use straddle_runtime::{self as ours, RuntimeCall, UNIT};
use straddle_traits::Ledger as _;
use xcm::{
	latest::{Error::*, WESTEND_GENESIS_HASH},
	prelude::*,
	VersionedXcm,
};

const STRD: Balance = UNIT;
const DOT: Balance = crate::source::DOT;

fn here() -> Location {
	Location::here()
}

fn stranger() -> Location {
	Location::new(1, [Parachain(STRANGER)])
}

fn hub() -> Location {
	Location::new(1, [Parachain(HUB)])
}

fn strd(amount: Balance) -> Asset {
	asset(here(), amount)
}

fn to(who: &AccountId) -> Instruction<()> {
	DepositAsset { assets: Wild(AllCounted(8)), beneficiary: local(who) }
}

fn paid(fees: Asset) -> Instruction<()> {
	BuyExecution { fees, weight_limit: Unlimited }
}

fn unpaid() -> Instruction<()> {
	UnpaidExecution { weight_limit: Unlimited, check_origin: None }
}

fn bytes(who: &AccountId) -> [u8; 32] {
	who.clone().into()
}

/// The network; the stranger, one user of its and one of the source chain have STRD and DOT on our
/// chain, so that they can pay.
fn net() -> Net {
	let mut net = Net::new();
	// Somebody has something in the books.
	let account = net.margin_account(Charlie);
	let deposit = pallet_collateral::Call::deposit {
		account,
		kind: straddle_primitives::CASH,
		amount: 1_000_000_000,
	};
	assert_eq!(net.ours(|| call_ours(Charlie, deposit)), Ok(()));
	let rich = [account_of(&stranger()), account_of(&of(STRANGER, &eve())), account_of(&hub())];
	net.look(|| {
		for who in rich.into_iter().chain([account_of(&of(HUB, &eve()))]) {
			ours::Balances::mint_into(&who, 100_000 * STRD).expect("it is minted");
		}
	});
	net
}

fn eve() -> AccountId {
	Eve.to_account_id()
}

/// A program that a sibling (or a user of it) pays for, as it has to look to be run.
fn by_payer(user: Option<AccountId>, then: Vec<Instruction<()>>) -> Vec<Instruction<()>> {
	let descend = user.map(|who| child(&who));
	let fees = strd(100 * STRD);
	let head = [WithdrawAsset(fees.clone().into()), paid(fees)];
	descend.into_iter().chain(head).chain(then).collect()
}

/// From here on the sender is this account of its.
fn child(who: &AccountId) -> Instruction<()> {
	DescendOrigin([Junction::AccountId32 { network: None, id: bytes(who) }].into())
}

fn transact(kind: OriginKind, call: Vec<u8>) -> Instruction<()> {
	Transact { origin_kind: kind, fallback_max_weight: None, call: call.into() }
}

// Assets.

/// `id` out of nothing, in the form in which a reserve says that it came.
fn minted(id: Location) -> Vec<Instruction<()>> {
	let came = asset(id, 1_000 * DOT);
	vec![ReserveAssetDeposited(came.clone().into()), ClearOrigin, paid(came), to(&eve())]
}

#[test]
fn nobody_but_the_source_chain_brings_its_assets() {
	let ethereum = Location::new(2, [GlobalConsensus(NetworkId::Ethereum { chain_id: 1 })]);
	let of_hub = Location::new(1, [Parachain(HUB), PalletInstance(50), GeneralIndex(1337)]);
	let ids = [usdt(), dot(), here(), stranger(), ethereum, of_hub];
	net().refused(Some(STRANGER), ids.map(minted).into(), &[], &[UntrustedReserveLocation; 6]);
}

#[test]
fn the_relay_chain_is_no_reserve_of_ours() {
	let ids = [dot(), usdt(), here()];
	let free = ids.clone().map(|id| {
		let came = asset(id, 1_000 * DOT);
		vec![unpaid(), ReserveAssetDeposited(came.into()), to(&eve())]
	});
	net().refused(None, [ids.map(minted), free].concat(), &[], &[UntrustedReserveLocation; 6]);
}

#[test]
fn nothing_is_teleported_in() {
	let mut net = net();
	let programs: Vec<_> = [here(), usdt(), dot()]
		.into_iter()
		.map(|id| {
			let came = asset(id, 1_000 * DOT);
			vec![ReceiveTeleportedAsset(came.clone().into()), ClearOrigin, paid(came), to(&eve())]
		})
		.collect();
	for from in [Some(STRANGER), Some(HUB), None] {
		net.refused(from, programs.clone(), &[], &[UntrustedTeleportLocation; 3]);
	}
}

#[test]
fn the_source_chain_vouches_for_its_own_assets_alone() {
	let ours_from_outside = Location::new(1, [Parachain(OURS)]);
	let foreign_there = Location::new(1, [Parachain(HUB), PalletInstance(53)]);
	let mut programs: Vec<_> =
		[here(), stranger(), ours_from_outside, foreign_there].map(minted).into();
	// Nor is one of a kind money.
	let one: Asset = (AssetId(usdt()), AssetInstance::Index(1)).into();
	programs.push(vec![ReserveAssetDeposited(one.clone().into()), paid(one), to(&eve())]);
	net().refused(Some(HUB), programs, &[], &[UntrustedReserveLocation; 5]);
}

#[test]
fn nobody_takes_what_another_has() {
	let mut net = net();
	let nothing_there = FailedToTransactAsset("");
	let all = asset(usdt(), DOT);
	let take = vec![WithdrawAsset(all.clone().into()), paid(all), to(&eve())];
	let assets = asset(dot(), DOT).into();
	let move_it = by_payer(None, vec![TransferAsset { assets, beneficiary: local(&eve()) }]);
	let payers = [account_of(&stranger())];
	net.refused(Some(STRANGER), vec![take.clone(), move_it], &payers, &[nothing_there; 2]);
	// The source chain has no money of its own here either: what is issued is its users'.
	net.refused(Some(HUB), vec![take], &[], &[nothing_there]);
}

// Calls.

#[test]
fn a_message_cannot_make_a_call_that_is_not_safe() {
	let mut net = net();
	let account = net.margin_account(Bob);
	let kind = straddle_primitives::CASH;
	let to = eve();
	let safe = || RuntimeCall::from(pallet_margin::Call::create_account { index: 0 });
	let strd = xcm::VersionedAssets::from(Assets::from(strd(STRD)));
	let calls: Vec<RuntimeCall> = vec![
		frame_system::Call::remark { remark: vec![] }.into(),
		frame_system::Call::set_storage { items: vec![(b"key".to_vec(), b"value".to_vec())] }
			.into(),
		pallet_balances::Call::transfer_allow_death { dest: to.clone().into(), value: STRD }.into(),
		pallet_assets::Call::<_, ours::assets::ForeignAssetsInstance>::transfer {
			id: usdt(),
			target: to.clone().into(),
			amount: 1,
		}
		.into(),
		pallet_collateral::Call::withdraw { account, kind, amount: 1, to: to.clone() }.into(),
		// What carries another call.
		pallet_utility::Call::batch { calls: vec![safe()] }.into(),
		pallet_utility::Call::force_batch { calls: vec![safe()] }.into(),
		pallet_utility::Call::as_derivative { index: 0, call: Box::new(safe()) }.into(),
		pallet_proxy::Call::proxy {
			real: Bob.to_account_id().into(),
			force_proxy_type: None,
			call: Box::new(safe()),
		}
		.into(),
		pallet_multisig::Call::as_multi_threshold_1 {
			other_signatories: vec![to.clone()],
			call: Box::new(safe()),
		}
		.into(),
		pallet_scheduler::Call::schedule {
			when: 100,
			maybe_periodic: None,
			priority: 0,
			call: Box::new(safe()),
		}
		.into(),
		// Messages out of messages.
		pallet_xcm::Call::force_default_xcm_version { maybe_xcm_version: None }.into(),
		pallet_xcm::Call::add_authorized_alias {
			aliaser: Box::new(stranger().into()),
			expires: None,
		}
		.into(),
		pallet_xcm::Call::claim_assets {
			assets: Box::new(strd),
			beneficiary: Box::new(local(&to).into()),
		}
		.into(),
	];
	use OriginKind::{Native, SovereignAccount, Superuser};
	let payers = [account_of(&stranger()), account_of(&of(STRANGER, &eve()))];
	let origins = [
		(None, SovereignAccount),
		(None, Superuser),
		(None, Native),
		(Some(eve()), SovereignAccount),
	];
	for (user, kind) in origins {
		let programs =
			calls.iter().map(|call| by_payer(user.clone(), vec![transact(kind, call.encode())]));
		let why = vec![NoPermission; calls.len()];
		net.refused(Some(STRANGER), programs.collect(), &payers, &why);
	}
}

#[test]
fn a_safe_call_is_made_by_the_senders_own_account_and_no_other() {
	let mut net = net();
	let victim = net.margin_account(Bob);
	let by_eve = |kind, call: RuntimeCall| {
		let works = ExpectTransactStatus(MaybeErrorCode::Success);
		by_payer(Some(eve()), vec![transact(kind, call.encode()), works])
	};
	let open = || RuntimeCall::from(pallet_margin::Call::create_account { index: 0 });
	let sender = account_of(&of(STRANGER, &eve()));

	// Not as root, nor as a signed account of ours, nor as something of a message's own, nor for
	// what is another's.
	let cancel = pallet_options::Call::cancel_all { account: victim, underlying: None };
	let mut programs: Vec<_> = [OriginKind::Superuser, OriginKind::Native, OriginKind::Xcm]
		.map(|kind| by_eve(kind, open()))
		.into();
	programs.push(by_eve(OriginKind::SovereignAccount, cancel.into()));
	let why = [BadOrigin, BadOrigin, ExpectationFalse, ExpectationFalse];
	net.refused(Some(STRANGER), programs, std::slice::from_ref(&sender), &why);

	// As the account that it has here it is, and the margin account that it opens is its own.
	net.events();
	net.send(STRANGER, by_eve(OriginKind::SovereignAccount, open()));
	net.settle();
	assert_eq!(net.processed(AggregateMessageOrigin::Sibling(STRANGER.into())), (1, 0));
	let genesis = net.look(|| ours::System::block_hash(0));
	let id = straddle_primitives::MarginAccountId::derive(&genesis, &sender, 0);
	assert_eq!(net.look(|| ours::Margin::owner(&id)), Some(sender));
}

// Origins.

#[test]
fn nobody_becomes_somebody_else() {
	let mut net = net();
	let bob = Bob.to_account_id();
	let id = bytes(&bob);
	let network = Some(NetworkId::ByGenesis(WESTEND_GENESIS_HASH));
	let payers = [account_of(&stranger()), account_of(&of(STRANGER, &eve()))];
	let targets = [
		here(),
		Location::parent(),
		hub(),
		of(HUB, &bob),
		local(&bob),
		Location::new(0, [Junction::AccountId32 { network, id }]),
		Location::new(0, [PalletInstance(61)]),
		Location::new(1, [Parachain(OURS)]),
		of(OURS, &bob),
	];
	let mut programs = vec![];
	for target in targets {
		let take = WithdrawAsset(asset(usdt(), 1_000_000).into());
		let alias = AliasOrigin(target);
		for user in [None, Some(eve())] {
			let then = vec![alias.clone(), take.clone(), to(&eve())];
			programs.push(by_payer(user, then));
		}
		// Before anything is paid, or instead.
		let paying = by_payer(None, vec![to(&eve())]);
		programs.push([vec![alias.clone()], paying].concat());
		programs.push(vec![alias, unpaid(), take, to(&eve())]);
	}
	// From a child there is no way up.
	programs.push(vec![
		child(&eve()),
		WithdrawAsset(strd(STRD).into()),
		paid(strd(STRD)),
		AliasOrigin(stranger()),
		WithdrawAsset(strd(STRD).into()),
		to(&eve()),
	]);
	// Two of the four for each target, and the last, came as far as the alias.
	net.refused(Some(STRANGER), programs, &payers, &[NoPermission; 19]);
	// Nor is the source chain one of our users, nor a sibling's.
	let alias = |target| {
		let take = WithdrawAsset(asset(dot(), DOT).into());
		by_payer(None, vec![AliasOrigin(target), take, to(&eve())])
	};
	let mut programs: Vec<_> =
		[local(&bob), here(), stranger(), of(STRANGER, &eve())].map(alias).into();
	programs.push(vec![AliasOrigin(local(&bob)), unpaid(), to(&eve())]);
	net.refused(Some(HUB), programs, &[account_of(&hub())], &[NoPermission; 4]);
}

#[test]
fn nobody_comes_from_another_world() {
	let mut programs = vec![];
	// The first of these would make the sender the relay chain in the barrier's eyes.
	for world in [
		NetworkId::ByGenesis(WESTEND_GENESIS_HASH),
		NetworkId::Ethereum { chain_id: 1 },
		NetworkId::Kusama,
	] {
		let from = UniversalOrigin(GlobalConsensus(world));
		let take = WithdrawAsset(strd(STRD).into());
		programs.push(vec![from.clone(), unpaid(), take.clone(), to(&eve())]);
		programs.push(vec![from, take, paid(strd(STRD)), to(&eve())]);
	}
	let nobody = vec![ClearOrigin, WithdrawAsset(strd(STRD).into()), to(&eve())];
	programs.push(by_payer(None, nobody));
	// The barrier stops two of those who do not pay; the executor everybody else.
	let why = [InvalidLocation, InvalidLocation, InvalidLocation, InvalidLocation, BadOrigin];
	net().refused(Some(STRANGER), programs, &[account_of(&stranger())], &why);
}

#[test]
fn the_relay_chain_is_none_of_our_users() {
	// Its governance can be anybody below it: that much is trusted (DESIGN.md 8, 7). Nobody here is.
	let take = |target| {
		let take = WithdrawAsset(strd(STRD).into());
		vec![unpaid(), AliasOrigin(target), take, to(&eve())]
	};
	let remark = RuntimeCall::from(frame_system::Call::remark { remark: vec![] });
	let unsafe_call = vec![unpaid(), transact(OriginKind::Superuser, remark.encode())];
	let open = RuntimeCall::from(pallet_margin::Call::create_account { index: 0 });
	let root = vec![unpaid(), transact(OriginKind::Superuser, open.encode())];
	let alice = local(&Alice.to_account_id());
	let programs = vec![take(alice), take(here()), unsafe_call, root];
	let why = [NoPermission, NoPermission, NoPermission, BadOrigin];
	net().refused(None, programs, &[], &why);
}

#[test]
fn an_alias_is_for_whom_it_was_given_to_and_until_it_is_taken_back() {
	let mut net = net();
	let bob = Bob.to_account_id();
	let take = |from: Location| {
		let fees = strd(100 * STRD);
		let Some(Junction::AccountId32 { id, .. }) = from.last() else { unreachable!("a user") };
		vec![
			child(&AccountId::new(*id)),
			WithdrawAsset(fees.clone().into()),
			paid(fees),
			AliasOrigin(local(&bob)),
			WithdrawAsset(asset(dot(), DOT).into()),
			to(&eve()),
		]
	};
	let (theirs, strangers) = (of(HUB, &eve()), of(STRANGER, &eve()));
	let payers = [account_of(&theirs), account_of(&strangers), account_of(&of(HUB, &bob))];

	let aliaser = Box::new(xcm::VersionedLocation::from(theirs.clone()));
	let give = pallet_xcm::Call::add_authorized_alias { aliaser: aliaser.clone(), expires: None };
	assert_eq!(net.ours(|| call_ours(Bob, give)), Ok(()));
	net.refused(Some(STRANGER), vec![take(strangers)], &payers, &[NoPermission]);
	let before = net.balance(dot(), &bob);
	net.events();
	net.send(HUB, take(theirs.clone()));
	net.settle();
	assert_eq!(net.processed(AggregateMessageOrigin::Sibling(HUB.into())), (1, 0));
	assert_eq!(before - net.balance(dot(), &bob), DOT);

	let back = pallet_xcm::Call::remove_authorized_alias { aliaser };
	assert_eq!(net.ours(|| call_ours(Bob, back)), Ok(()));
	net.refused(Some(HUB), vec![take(theirs)], &payers, &[NoPermission]);
}

// Traps and answers.

#[test]
fn what_is_trapped_is_its_owners_alone() {
	let mut net = net();
	let dave = Dave.to_account_id();
	let trapped = asset(dot(), 5 * DOT);
	// The source chain takes five DOT for us and does not say for whom.
	net.look_hub(|| {
		crate::source::Balances::mint_into(&crate::source::sovereign(OURS), 5 * DOT).map(drop)
	})
	.expect("it is minted");
	let fees = strd(100 * STRD);
	net.events();
	net.send(
		HUB,
		vec![
			WithdrawAsset(fees.clone().into()),
			paid(fees),
			ReserveAssetDeposited(trapped.clone().into()),
			RefundSurplus,
			DepositAsset {
				assets: Wild(AllOf { id: AssetId(here()), fun: WildFungibility::Fungible }),
				beneficiary: hub(),
			},
		],
	);
	net.settle();
	let is_trap = |event: &ours::RuntimeEvent| {
		matches!(event, ours::RuntimeEvent::PolkadotXcm(pallet_xcm::Event::AssetsTrapped { .. }))
	};
	assert!(net.events().iter().any(is_trap));

	let claim = ClaimAsset { assets: trapped.clone().into(), ticket: here() };
	let claims = |who: &AccountId| vec![claim.clone(), paid(trapped.clone()), to(who)];
	let payers = [account_of(&stranger()), account_of(&of(STRANGER, &eve()))];
	let by = |user| by_payer(user, vec![claim.clone(), to(&eve())]);
	let programs = vec![by(None), by(Some(eve())), claims(&eve())];
	net.refused(Some(STRANGER), programs, &payers, &[UnknownClaim; 3]);
	net.refused(None, vec![claims(&eve())], &[], &[UnknownClaim]);
	// A user of the source chain is not the source chain.
	let by_user = [vec![child(&eve())], claims(&eve())].concat();
	net.refused(Some(HUB), vec![by_user], &[], &[UnknownClaim]);
	// Our own users claim by a call of their own.
	let by_call = pallet_xcm::Call::claim_assets {
		assets: Box::new(xcm::VersionedAssets::from(Assets::from(trapped.clone()))),
		beneficiary: Box::new(local(&eve()).into()),
	};
	assert!(net.ours(|| call_ours(Eve, by_call)).is_err());

	// The owner gets them, once.
	let before = net.balance(dot(), &dave);
	net.send(HUB, claims(&dave));
	net.settle();
	let came = net.balance(dot(), &dave) - before;
	assert!((4 * DOT..5 * DOT).contains(&came), "{came}");
	net.refused(Some(HUB), vec![claims(&dave)], &[], &[UnknownClaim]);
}

#[test]
fn an_answer_counts_from_whom_it_was_asked_and_to_whom_it_is_given() {
	use xcm_executor::traits::{QueryHandler, QueryResponseStatus};
	let mut net = net();
	let vault = local(&Dave.to_account_id());
	let asked = vault.clone();
	let query_id = net.ours(|| <ours::PolkadotXcm as QueryHandler>::new_query(hub(), 1_000, asked));
	let answer = |query_id, querier: Option<Location>| {
		let response = Response::ExecutionResult(None);
		vec![QueryResponse { query_id, response, max_weight: Default::default(), querier }]
	};
	let status =
		|net: &mut Net| net.look(|| <ours::PolkadotXcm as QueryHandler>::take_response(query_id));
	let right = answer(query_id, Some(vault.clone()));

	// The wrong one answers.
	net.refused(Some(STRANGER), vec![right.clone()], &[], &[]);
	net.refused(None, vec![right.clone()], &[], &[]);
	let spoofs = vec![
		[vec![child(&eve())], right.clone()].concat(),
		// The right one answers nobody, or somebody else.
		answer(query_id, None),
		answer(query_id, Some(here())),
		answer(query_id, Some(local(&eve()))),
		// Nobody asked this.
		answer(query_id + 1, Some(vault)),
		// More than an answer.
		[right.clone(), vec![ClearOrigin]].concat(),
	];
	net.refused(Some(HUB), spoofs, &[], &[]);
	assert!(matches!(status(&mut net), QueryResponseStatus::Pending { .. }));

	net.events();
	net.send(HUB, right.clone());
	net.settle();
	assert_eq!(net.processed(AggregateMessageOrigin::Sibling(HUB.into())), (1, 0));
	let response = Response::ExecutionResult(None);
	let ready = status(&mut net);
	assert!(matches!(ready, QueryResponseStatus::Ready { response: is, .. } if is == response));
	// An answer counts once.
	net.refused(Some(HUB), vec![right], &[], &[]);
}

// Form and size.

#[test]
fn only_the_relay_chain_is_run_for_nothing() {
	let mut net = net();
	let one = strd(1);
	let programs = vec![
		vec![unpaid(), ClearOrigin],
		vec![ClearOrigin],
		// Paid with nothing, with less than it costs, and before there is anything.
		vec![WithdrawAsset(vec![].into()), paid(one.clone())],
		vec![WithdrawAsset(one.clone().into()), paid(one.clone())],
		vec![paid(one.clone()), WithdrawAsset(one.into())],
		vec![HrmpNewChannelOpenRequest {
			sender: STRANGER,
			max_message_size: 1_024,
			max_capacity: 8,
		}],
		vec![HrmpChannelClosing { initiator: HUB, sender: HUB, recipient: OURS }],
	];
	// The unit of the fourth is trapped.
	let why = [NotHoldingFees, TooExpensive];
	net.refused(Some(STRANGER), programs.clone(), &[account_of(&stranger())], &why);
	net.refused(Some(HUB), programs, &[account_of(&hub())], &why);
	net.events();
	net.send_down(vec![unpaid(), ClearOrigin]);
	net.settle();
	assert_eq!(net.processed(AggregateMessageOrigin::Parent), (1, 0));
}

#[test]
fn nothing_is_sent_on_to_the_relay_chain_as_a_reserve() {
	let relay = Location::parent();
	let all = || Wild(AllCounted(1));
	let xcm = || Xcm(vec![]);
	let ways = [
		DepositReserveAsset { assets: all(), dest: relay.clone(), xcm: xcm() },
		InitiateReserveWithdraw { assets: all(), reserve: relay.clone(), xcm: xcm() },
		TransferReserveAsset { assets: asset(dot(), DOT).into(), dest: relay, xcm: xcm() },
	];
	let hidden = |way: Instruction<()>| {
		[
			vec![way.clone()],
			vec![SetAppendix(Xcm(vec![way.clone()]))],
			vec![SetErrorHandler(Xcm(vec![SetAppendix(Xcm(vec![way.clone()]))]))],
			vec![ExecuteWithOrigin { descendant_origin: None, xcm: Xcm(vec![way]) }],
		]
	};
	let programs = ways.into_iter().flat_map(hidden).map(|then| by_payer(None, then));
	// Not even a fee is taken: the barrier sees it.
	net().refused(Some(STRANGER), programs.collect(), &[], &[]);
}

#[test]
fn a_message_that_is_too_long_or_makes_no_sense_is_thrown_away() {
	let mut net = net();
	let origin = AggregateMessageOrigin::Sibling(STRANGER.into());
	// A hundred instructions are the most, wherever they are.
	let many = || (0..99).map(|_| ClearError).collect::<Vec<_>>();
	let nested = vec![SetAppendix(Xcm(many()))];
	let programs = vec![by_payer(None, many()), by_payer(None, nested)];
	net.refused(Some(STRANGER), programs, &[], &[]);
	// Too many different things.
	let assets: Vec<Asset> =
		(0..65).map(|id| asset(Location::new(1, [Parachain(HUB), GeneralIndex(id)]), 1)).collect();
	net.refused(Some(HUB), vec![vec![ReserveAssetDeposited(assets.into())]], &[], &[]);

	// More nesting than a decoder bears, and bytes that are no message, up to the most that a channel
	// carries. (A page that cannot even be taken apart is dropped; where debug assertions are on, the
	// queue's code panics, so that is not for here.)
	let mut deep = Xcm(vec![ClearError]);
	for _ in 0..12 {
		deep = Xcm(vec![SetAppendix(deep)]);
	}
	let deep = VersionedXcm::from(Xcm::<()>(by_payer(None, deep.0)));
	for message in [deep.encode(), vec![0xff; 100], vec![0; 102_000], vec![5; 102_000], vec![]] {
		let before = net.money();
		net.events();
		net.send_bytes(STRANGER, vec![message]);
		net.rounds(3);
		assert_eq!(net.processed(origin.clone()), (0, 1));
		assert_eq!(net.money(), before);
	}

	// The queue is open all the same.
	let fees = strd(100 * STRD);
	net.send(STRANGER, vec![WithdrawAsset(fees.clone().into()), paid(fees), to(&eve())]);
	net.settle();
	assert_eq!(net.processed(origin), (1, 0));
	net.check();
}

#[test]
fn a_sibling_may_ask_for_our_version_for_itself_and_once() {
	let mut net = net();
	let ask = || vec![SubscribeVersion { query_id: 7, max_response_weight: Default::default() }];
	net.refused(Some(STRANGER), vec![[vec![child(&eve())], ask()].concat()], &[], &[]);
	let asked = |net: &mut Net| net.look(|| under("PolkadotXcm", "VersionNotifyTargets").len());
	let before = asked(&mut net);
	net.send(STRANGER, ask());
	net.settle();
	assert_eq!(asked(&mut net), before + 1);
	net.refused(Some(STRANGER), vec![ask(), ask(), ask()], &[], &[InvalidLocation; 3]);
	assert_eq!(asked(&mut net), before + 1);
}

#[test]
fn the_look_at_the_money_sees_a_single_unit() {
	let mut net = net();
	let before = net.money();
	assert!(before.is_of_a_house_with_accounts());
	net.look(|| {
		<ours::ForeignAssets as fungibles::Mutate<_>>::mint_into(usdt(), &Bob.to_account_id(), 1)
			.map(drop)
	})
	.expect("it is minted");
	assert_ne!(net.money(), before);
}
