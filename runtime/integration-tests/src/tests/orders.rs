// SPDX-License-Identifier: GPL-3.0-or-later

//! Orders on vaults between our chain and the source chain: what they move, and what becomes of them when a
//! message, an answer or a channel fails. What a proof shows is put in by hand.
//!
//! Most are about USDT; on a published chain that has none they are about its own token.

use super::{
	hub::{dearness, has_assets, published},
	net::*,
};
use crate::source::{self, DOT, USDT, USDT_ID};
use codec::Encode;
use frame_support::{
	assert_ok,
	traits::{fungible, LockableCurrency, WithdrawReasons},
	BoundedVec,
};
use pallet_collateral::{Listing, ProofMethod};
use pallet_remote_vault::{
	Event, Holding, InFlights, OrderEnd, OrderTerms, Queries, RemoteKind, Slot, SourceInfo, Vault,
	VaultPurpose, Vaults,
};
use parachains_common::{AccountId, Balance};
use sp_keyring::Sr25519Keyring::{Bob, Dave};
use sp_runtime::{traits::Dispatchable, DispatchError, Permill};
use straddle_primitives::*;
use straddle_runtime::{
	self as ours,
	genesis_presets::{DOT as DOT_KIND, DOT_FEED, USDT_FEED},
	RemoteVault, Runtime,
};
use straddle_traits::{
	Anchor,
	OrderPurpose::{self, Release},
};
use xcm::prelude::*;

/// As the preset's registry of collateral calls it.
const SOURCE: SourceId = SourceId(1);
pub(super) const REMOTE_USDT: CollateralId = CollateralId(701);
const REMOTE_DOT: CollateralId = CollateralId(702);
const REMOTE_FOREIGN: CollateralId = CollateralId(703);
/// Calls of the source chain's trust-backed assets.
pub(super) type HubAssets = pallet_assets::Call<source::Runtime, pallet_assets::Instance1>;
/// Rounds until an answer is late.
pub(super) const TIMEOUT: u32 = 12;

/// And of other chains' assets on it.
type HubForeignAssets = pallet_assets::Call<source::Runtime, pallet_assets::Instance2>;

/// What the vault holds, and most orders are about.
pub(super) fn kind() -> CollateralId {
	if has_assets() {
		REMOTE_USDT
	} else {
		REMOTE_DOT
	}
}

/// So many of it.
pub(super) fn units(count: Balance) -> Balance {
	count * if has_assets() { USDT } else { DOT }
}

/// What lies in the vault at first.
pub(super) fn first() -> Balance {
	units(1_000)
}

/// So much of it, as the source chain calls it.
fn named_there(amount: Balance) -> Asset {
	if has_assets() {
		hub_stable(USDT_ID, amount)
	} else {
		hub_dot(amount)
	}
}

/// As our chain calls it, and what it is as collateral when it lies here.
fn named_here() -> (Location, CollateralId) {
	if has_assets() {
		(usdt(), CASH)
	} else {
		(dot(), DOT_KIND)
	}
}

pub(super) fn terms() -> OrderTerms {
	OrderTerms {
		fee: 2 * DOT * dearness(),
		fence_fee: 8 * DOT * dearness(),
		reserve: 10 * DOT * dearness(),
		charge: (USDT / 10) as Cash,
		timeout: TIMEOUT,
		releases: 10,
		seizures: 10,
		minimum: BoundedVec::truncate_from(vec![(REMOTE_USDT, 1_000)]),
	}
}

/// The chains, Dave's margin account and his vault.
pub(super) struct World {
	pub(super) net: Net,
	pub(super) account: MarginAccountId,
	pub(super) vault_id: AccountId,
	/// The vault's address on the source chain.
	pub(super) vault: AccountId,
	/// The float here, and its address there.
	float: (AccountId, AccountId),
}

impl World {
	pub(super) fn new(terms: OrderTerms) -> Self {
		let mut net = Net::new();
		let account = net.margin_account(Dave);
		let other = Holding::Foreign(BoundedVec::truncate_from(foreign().encode()));
		let kinds = vec![
			(REMOTE_USDT, RemoteKind { holding: Holding::Asset(USDT_ID), deposit: USDT / 100 }),
			(REMOTE_DOT, RemoteKind { holding: Holding::Native, deposit: DOT / 10 }),
			(REMOTE_FOREIGN, RemoteKind { holding: other, deposit: 1 }),
		];
		let info = SourceInfo {
			para_id: HUB,
			ss58_prefix: 42,
			codes: BoundedVec::new(),
			kinds: BoundedVec::truncate_from(kinds),
		};
		let (vault_id, vault, float) = net.ours(|| {
			let root = ours::RuntimeOrigin::root();
			for (kind, asset, decimals, feed) in [
				(REMOTE_USDT, usdt(), 6, USDT_FEED),
				(REMOTE_DOT, Location::parent(), 10, DOT_FEED),
				(REMOTE_FOREIGN, foreign(), 6, USDT_FEED),
			] {
				let listing = Listing {
					source: SOURCE,
					reserve: SourceId::LOCAL,
					method: ProofMethod::RelayProof,
					reference: FixedU128::from_u32(1),
					decimals,
					feed,
					initial: Permill::from_percent(80),
					maintenance: Permill::from_percent(90),
					cap: 1_000_000_000 * DOT,
					min_deposit: 1,
				};
				assert_ok!(ours::Collateral::list_asset(root.clone(), kind, asset, listing));
			}
			assert_ok!(RemoteVault::set_source(root.clone(), SOURCE, info));
			assert_ok!(RemoteVault::set_terms(root, SOURCE, terms));
			let purpose = VaultPurpose::Collateral;
			(
				RemoteVault::vault_id(account.clone(), purpose),
				RemoteVault::vault_address(account.clone(), purpose),
				RemoteVault::float(SOURCE),
			)
		});
		// Cash for fees, a float, and what keeps its address there alive.
		if has_assets() {
			net.transfer_to_us(Dave, hub_stable(USDT_ID, 100 * USDT), account.address());
		} else {
			let (account, amount) = (account.clone(), 100 * USDT);
			let call = pallet_collateral::Call::deposit { account, kind: CASH, amount };
			assert_eq!(net.ours(|| call_ours(Dave, call)), Ok(()));
		}
		net.transfer_to_us(Dave, hub_dot(100 * DOT * dearness()), &float.0);
		let mut this = Self { net, account, vault_id, vault, float };
		let there = this.float.1.clone();
		this.give(hub_dot(DOT), &there);
		// An ordinary transfer fills the vault.
		let vault = this.vault.clone();
		this.give(named_there(first()), &vault);
		this.net.settle();
		this.proven(kind(), first());
		this.net.price();
		this.net.events();
		this
	}

	/// Dave sends something to an account of the source chain, there.
	pub(super) fn give(&mut self, what: Asset, to: &AccountId) {
		let Fungible(amount) = what.fun else { panic!("it is fungible") };
		let target = to.clone().into();
		let call: source::RuntimeCall = if what.id.0 == Location::parent() {
			pallet_balances::Call::transfer_allow_death { dest: target, value: amount }.into()
		} else {
			HubAssets::transfer { id: USDT_ID.into(), target, amount }.into()
		};
		assert_eq!(self.net.hub(|| call_hub(Dave, call)), Ok(()));
	}

	/// So much was proven to lie in the vault before.
	fn proven(&mut self, kind: CollateralId, amount: Balance) {
		let account = self.account.clone();
		self.net.look(|| {
			let mut vault = Vault::default();
			vault.observe(amount, 1, 1).expect("it is the first proof");
			Vaults::<Runtime>::insert(account, kind, vault);
		});
		self.net.rounds(1);
	}

	/// A proof of what lies there in the last block that we can know of.
	pub(super) fn prove(&mut self) -> Result<(), DispatchError> {
		let held = self.held();
		let head = self.net.shuttle.chain(HUB).head().clone();
		let anchor = Anchor {
			relay_block: self.net.shuttle.relay_number(),
			number: head.number,
			state_root: head.state_root,
			code_hash: Default::default(),
		};
		let account = self.account.clone();
		self.net.ours(|| RemoteVault::observe_for_benchmark(&account, kind(), held, &anchor))
	}

	pub(super) fn held(&mut self) -> Balance {
		let vault = self.vault.clone();
		self.there(&vault)
	}

	/// What somebody has there of what the vault holds.
	pub(super) fn there(&mut self, who: &AccountId) -> Balance {
		if has_assets() {
			self.net.look_hub(|| source::Assets::balance(USDT_ID, who))
		} else {
			self.dot_there(who)
		}
	}

	fn dot_there(&mut self, who: &AccountId) -> Balance {
		self.net.look_hub(|| <source::Balances as fungible::Inspect<_>>::balance(who))
	}

	pub(super) fn state(&mut self) -> Vault {
		let account = self.account.clone();
		self.net.look(|| Vaults::<Runtime>::get(account, kind())).expect("it is there")
	}

	fn release(&mut self, kind: CollateralId, amount: Balance, to: &AccountId) {
		self.net.price();
		let (account, to) = (self.account.clone(), to.clone());
		let call = pallet_remote_vault::Call::release { account, kind, amount, to };
		assert_eq!(self.net.ours(|| call_ours(Dave, call)), Ok(()));
	}

	fn slot(&self, purpose: OrderPurpose) -> Slot {
		(self.account.clone(), kind(), purpose)
	}

	/// How orders ended since the last time this was asked.
	pub(super) fn ends(&mut self) -> Vec<OrderEnd> {
		let ended = |event| match event {
			ours::RuntimeEvent::RemoteVault(Event::OrderEnded { end, .. }) => Some(end),
			_ => None,
		};
		self.net.events().into_iter().filter_map(ended).collect()
	}

	/// Nothing is on its way or awaited; what is known is what is there.
	pub(super) fn at_rest(&mut self) {
		let (orders, queries) = self
			.net
			.look(|| (InFlights::<Runtime>::iter().count(), Queries::<Runtime>::iter().count()));
		assert_eq!((orders, queries), (0, 0));
		let (state, held) = (self.state(), self.held());
		assert_eq!((state.certain(), state.breach), (held, None));
		self.net.check();
	}

	/// Rounds until a fence of the order in a slot was answered.
	#[track_caller]
	pub(super) fn until_fenced(&mut self, purpose: OrderPurpose) {
		for _ in 0..20 * TIMEOUT {
			self.net.rounds(1);
			let state = self.state();
			let order = if purpose == Release { state.release } else { state.seizure };
			if order.expect("it is not settled").fenced {
				return;
			}
		}
		panic!("no fence was answered");
	}
}

#[test]
fn a_release_goes_where_its_owner_says() {
	let mut world = World::new(terms());
	let (bob, float) = (Bob.to_account_id(), world.float.clone());
	let before = (world.there(&bob), world.dot_there(&float.1));
	world.release(kind(), units(300), &bob);
	assert_eq!(world.state().credit(0), units(700));
	world.net.settle();
	assert_eq!(world.there(&bob) - before.0, units(300));
	assert_eq!((world.held(), world.state().proven), (units(700), units(700)));
	assert_eq!(world.ends(), [OrderEnd::Done]);
	// The fee was burnt here and taken there; what is left of it lies at the float's address.
	assert_eq!(world.net.surplus(dot()), 0);
	let back = world.dot_there(&float.1) - before.1;
	println!(
		"a release costs {} smallest units of the relay chain's token there",
		terms().fee - back
	);
	assert!((DOT / 10..terms().fee).contains(&back), "{back}");
	world.at_rest();

	// And comes back into the float.
	let here = world.net.balance(dot(), &float.0);
	let collect = move || RemoteVault::collect_refunds(ours::RuntimeOrigin::root(), SOURCE, back);
	assert_eq!(world.net.ours(collect), Ok(()));
	world.net.settle();
	let came = world.net.balance(dot(), &float.0) + terms().fee - here;
	assert!(came > 0 && came < back, "{came} of {back}");
	assert_eq!(world.net.surplus(dot()), 0);
	world.at_rest();
}

#[test]
fn the_source_chains_own_token_is_released_too() {
	if !has_assets() {
		return; // All others are about it.
	}
	let mut world = World::new(terms());
	let (bob, vault) = (Bob.to_account_id(), world.vault.clone());
	world.give(hub_dot(50 * DOT), &vault);
	world.proven(REMOTE_DOT, 50 * DOT);
	let before = world.dot_there(&bob);
	world.release(REMOTE_DOT, 20 * DOT, &bob);
	world.net.settle();
	assert_eq!(world.dot_there(&bob) - before, 20 * DOT);
	assert_eq!(world.dot_there(&vault), 30 * DOT);
	assert_eq!(world.ends(), [OrderEnd::Done]);
	world.at_rest();
}

#[test]
fn a_token_of_a_sibling_is_released_too() {
	if !has_assets() {
		return; // It keeps none of others.
	}
	let mut world = World::new(terms());
	world.net.issue_foreign();
	let (bob, vault) = (Bob.to_account_id(), world.vault.clone());
	let (id, target) = (foreign(), vault.clone().into());
	let call = HubForeignAssets::transfer { id, target, amount: 5_000 };
	assert_eq!(world.net.hub(|| call_hub(Dave, call)), Ok(()));
	world.proven(REMOTE_FOREIGN, 5_000);
	world.release(REMOTE_FOREIGN, 2_000, &bob);
	world.net.settle();
	let there = |who: &AccountId| source::ForeignAssets::balance(foreign(), who);
	let [his, left] = [bob, vault].map(|who| world.net.look_hub(|| there(&who)));
	assert_eq!((his, left), (2_000, 3_000));
	assert_eq!(world.ends(), [OrderEnd::Done]);
	world.at_rest();
}

#[test]
fn a_pull_becomes_collateral_here() {
	let mut world = World::new(terms());
	world.net.price();
	let (token, here) = named_here();
	let before = world.net.credited(here);
	let account = world.account.clone();
	let pull = pallet_remote_vault::Call::pull { account, kind: kind(), amount: units(300) };
	assert_eq!(world.net.ours(|| call_ours(Dave, pull)), Ok(()));
	world.net.settle();
	assert_eq!((world.held(), world.ends()), (units(700), vec![OrderEnd::Done]));
	let came = world.net.credited(here) - before;
	assert!((units(299)..units(300)).contains(&came), "{came}");
	assert_eq!(world.net.surplus(token), 0, "all of it is issued here and lies there");
	world.at_rest();
}

#[test]
fn nobody_but_the_owner_releases_and_not_more_than_there_is() {
	let mut world = World::new(terms());
	world.net.price();
	let account = world.account.clone();
	let call = |amount| pallet_remote_vault::Call::release {
		account: account.clone(),
		kind: kind(),
		amount,
		to: Bob.to_account_id(),
	};
	let before = world.net.money();
	let refused = world.net.ours(|| call_ours(Bob, call(units(1))));
	assert_eq!(refused, Err(pallet_margin::Error::<Runtime>::NotOwner.into()));
	let refused = world.net.ours(|| call_ours(Dave, call(first())));
	assert_eq!(refused, Err(pallet_remote_vault::Error::<Runtime>::NotOwnPart.into()));
	assert_eq!(world.net.money(), before);
	world.at_rest();
}

#[test]
fn what_the_source_chain_refuses_stays_in_the_vault() {
	let mut world = World::new(terms());
	// Less than an account can live with.
	let little = if has_assets() { 1_000 } else { DOT / 200 };
	world.release(kind(), little, &AccountId::new([123; 32]));
	world.net.settle();
	assert_eq!((world.ends(), world.held()), (vec![OrderEnd::Refused], first()));
	world.at_rest();
	// The asset's issuer freezes the vault; the chain's own token can be locked.
	let who = world.vault.clone();
	let frozen = world.net.hub(|| {
		if !has_assets() {
			source::Balances::set_lock(*b"vesting ", &who, first(), WithdrawReasons::all());
			return true;
		}
		let issuer = source::RuntimeOrigin::signed(source::TreasuryAccount::get());
		let call = HubAssets::freeze { id: USDT_ID.into(), who: who.into() };
		source::RuntimeCall::from(call).dispatch(issuer).is_ok()
	});
	assert!(frozen);
	world.release(kind(), units(300), &Bob.to_account_id());
	world.net.settle();
	assert_eq!((world.ends(), world.held()), (vec![OrderEnd::Refused], first()));
	world.at_rest();
}

#[test]
fn too_little_of_its_own_token_for_an_account_is_refused_there() {
	if !has_assets() {
		return; // `what_the_source_chain_refuses_stays_in_the_vault` is about it.
	}
	let mut world = World::new(terms());
	let vault = world.vault.clone();
	world.give(hub_dot(50 * DOT), &vault);
	world.proven(REMOTE_DOT, 50 * DOT);
	let nobody = AccountId::new([123; 32]);
	world.release(REMOTE_DOT, DOT / 200, &nobody);
	world.net.settle();
	assert_eq!(world.ends(), [OrderEnd::Refused]);
	assert_eq!((world.dot_there(&vault), world.dot_there(&nobody)), (50 * DOT, 0));
	world.at_rest();
}

#[test]
fn a_lost_answer_is_found_out_by_a_fence_and_a_proof() {
	let mut world = World::new(terms());
	let bob = Bob.to_account_id();
	let before = world.there(&bob);
	world.net.shuttle.channel(HUB, OURS).lose = 1;
	world.release(kind(), units(300), &bob);
	world.net.settle();
	assert_eq!(world.held(), units(700), "it ran");
	assert_eq!((world.state().credit(0), world.ends()), (units(700), vec![]));
	world.until_fenced(Release);
	assert_eq!(world.state().credit(0), units(700));
	assert_eq!(world.prove(), Ok(()));
	assert_eq!(world.ends(), [OrderEnd::Proven]);
	assert_eq!(world.there(&bob) - before, units(300), "once");
	world.at_rest();
}

#[test]
fn a_lost_order_is_found_out_too_and_not_sent_again() {
	let mut world = World::new(terms());
	let bob = Bob.to_account_id();
	let before = world.there(&bob);
	world.net.shuttle.channel(OURS, HUB).lose = 1;
	world.release(kind(), units(300), &bob);
	world.until_fenced(Release);
	assert_eq!(world.state().credit(0), units(700), "nobody knows yet");
	assert_eq!(world.prove(), Ok(()));
	assert_eq!((world.state().credit(0), world.there(&bob)), (first(), before));
	// Its fee is nobody's, and lies there.
	assert_eq!(world.net.surplus(dot()), terms().fee);
	world.at_rest();
}

#[test]
fn a_lost_fence_is_followed_by_another() {
	let mut world = World::new(terms());
	world.net.shuttle.channel(HUB, OURS).lose = 2;
	world.release(kind(), units(300), &Bob.to_account_id());
	world.until_fenced(Release);
	let slot = world.slot(Release);
	let fences = world.net.look(|| InFlights::<Runtime>::get(slot)).map(|order| order.fences);
	assert_eq!(fences, Some(2));
	assert_eq!(world.prove(), Ok(()));
	world.at_rest();
}

#[test]
fn a_late_answer_settles_its_order_and_later_ones_nothing() {
	let mut world = World::new(terms());
	world.net.shuttle.channel(HUB, OURS).delay = 2 * TIMEOUT;
	world.release(kind(), units(300), &Bob.to_account_id());
	world.net.rounds(5 * TIMEOUT);
	assert_eq!((world.ends(), world.state().proven), (vec![OrderEnd::Done], units(700)));
	world.at_rest();
}

#[test]
fn an_answer_after_the_proof_settles_nothing() {
	let mut world = World::new(terms());
	// The order's answer is held back: by hand, since a channel keeps its order.
	world.net.shuttle.channel(HUB, OURS).lose = 1;
	world.release(kind(), units(300), &Bob.to_account_id());
	let query_id = world.net.look(|| Queries::<Runtime>::iter_keys().min()).expect("it is asked");
	world.until_fenced(Release);
	assert_eq!(world.prove(), Ok(()));
	world.ends();
	let answer = QueryResponse {
		query_id,
		response: Response::ExecutionResult(None),
		max_weight: Weight::MAX,
		querier: Some(local(&world.vault_id)),
	};
	world.net.send(HUB, vec![answer]);
	world.net.settle();
	let ignored = ours::RuntimeEvent::RemoteVault(Event::ReplyIgnored { query_id });
	assert!(world.net.events().contains(&ignored), "pallet-xcm forgets no question");
	world.at_rest();
}

#[test]
fn nobody_answers_for_the_source_chain() {
	let mut world = World::new(terms());
	world.net.shuttle.channel(OURS, HUB).delay = 6;
	world.release(kind(), units(300), &Bob.to_account_id());
	let query_id = world.net.look(|| Queries::<Runtime>::iter_keys().next()).expect("it is asked");
	let answer = |querier| {
		let response = Response::ExecutionResult(None);
		vec![QueryResponse { query_id, response, max_weight: Weight::MAX, querier }]
	};
	let vault = local(&world.vault_id);
	world.net.refused(Some(STRANGER), vec![answer(Some(vault.clone()))], &[], &[]);
	let others = [None, Some(Location::here()), Some(local(&world.vault))];
	world.net.refused(Some(HUB), others.map(answer).to_vec(), &[], &[]);
	world.net.refused(None, vec![answer(Some(vault.clone()))], &[], &[]);
	assert_eq!(world.state().outstanding(), units(300));
	world.net.rounds(8);
	assert_eq!(world.ends(), [OrderEnd::Done]);
	// The same answer again.
	world.net.refused(Some(HUB), vec![answer(Some(vault))], &[], &[]);
	world.at_rest();
	// And a user who calls it himself.
	let call = pallet_remote_vault::Call::take_reply { query_id, response: Response::Null };
	let refused = world.net.ours(|| call_ours(Dave, call));
	assert_eq!(refused, Err(DispatchError::BadOrigin));
}

#[test]
fn a_fee_that_is_too_small_is_silent_and_fences_pay_more() {
	// Less than running it costs. Each fence pays twice as much as the one before, and is waited for twice as long.
	let fee = if has_assets() { DOT / 4 } else { 2 * DOT };
	let mut world = World::new(OrderTerms { fee, ..terms() });
	world.release(kind(), units(300), &Bob.to_account_id());
	world.net.settle();
	assert_eq!((world.held(), world.ends()), (first(), vec![]));
	world.until_fenced(Release);
	assert_eq!(world.prove(), Ok(()));
	assert_eq!(world.ends(), [OrderEnd::Proven]);
	assert_eq!(world.state().credit(0), first());
	world.at_rest();
}

#[test]
fn a_fee_that_pays_for_all_but_the_answer_is_silent_too_and_the_order_ran() {
	let mut world = World::new(terms());
	let (bob, float) = (Bob.to_account_id(), world.float.1.clone());
	let before = (world.there(&bob), world.dot_there(&float));
	world.release(kind(), units(300), &bob);
	world.net.settle();
	assert_eq!(world.ends(), [OrderEnd::Done]);
	// The answer is sent last: a unit less than all of it is too little for that alone.
	let fee = terms().fee - (world.dot_there(&float) - before.1) - 1;
	let cheaper = OrderTerms { fee, ..terms() };
	let root = ours::RuntimeOrigin::root();
	assert_ok!(world.net.ours(|| RemoteVault::set_terms(root, SOURCE, cheaper)));
	world.release(kind(), units(300), &bob);
	world.net.settle();
	assert_eq!((world.held(), world.ends()), (units(400), vec![]));
	assert_eq!(world.state().credit(0), units(400));
	world.until_fenced(Release);
	assert_eq!(world.prove(), Ok(()));
	assert_eq!(world.ends(), [OrderEnd::Proven]);
	assert_eq!(world.there(&bob) - before.0, units(600), "once");
	world.at_rest();
}

#[test]
fn what_the_barrier_turns_away_is_silent() {
	if published().is_some() {
		return; // It has no such switch.
	}
	let mut world = World::new(terms());
	world.net.look_hub(|| source::Shut::set(&true));
	world.release(kind(), units(300), &Bob.to_account_id());
	world.net.rounds(TIMEOUT + 4);
	world.net.look_hub(|| source::Shut::set(&false));
	assert_eq!((world.ends(), world.held()), (vec![], first()));
	world.until_fenced(Release);
	assert_eq!(world.prove(), Ok(()));
	assert_eq!(world.state().credit(0), first());
	world.at_rest();
}

#[test]
fn behind_a_full_channel_an_order_waits_for_its_turn() {
	let mut world = World::new(terms());
	let own = Dave.to_account_id();
	world.net.shuttle.halt(HUB);
	for _ in 0..10 {
		let token = asset(named_here().0, units(10));
		assert_eq!(world.net.transfer_to_hub(Dave, token, &own), Ok(()));
	}
	world.release(kind(), units(300), &Bob.to_account_id());
	world.net.rounds(2 * TIMEOUT);
	assert_eq!((world.held(), world.state().credit(0)), (first(), units(700)));
	world.net.shuttle.resume(HUB);
	world.net.rounds(30);
	assert_eq!((world.ends(), world.held()), (vec![OrderEnd::Done], units(700)));
	world.at_rest();
}

#[test]
fn a_channel_that_closes_takes_the_order_and_no_money() {
	let mut world = World::new(terms());
	world.net.shuttle.halt(HUB);
	world.release(kind(), units(300), &Bob.to_account_id());
	world.net.rounds(2);
	world.net.shuttle.close(OURS, HUB);
	world.net.rounds(TIMEOUT + 2);
	let slot = world.slot(Release);
	let not_sent = Event::FenceNotSent { slot, id: 0 };
	assert!(world.net.events().contains(&ours::RuntimeEvent::RemoteVault(not_sent)));
	world.net.price();
	let account = world.account.clone();
	let call = pallet_remote_vault::Call::pull { account, kind: REMOTE_DOT, amount: DOT };
	assert!(world.net.ours(|| call_ours(Dave, call)).is_err(), "nothing leaves");
	// The source chain sees that it is closed before another one is opened.
	world.net.shuttle.resume(HUB);
	world.net.rounds(1);
	world.net.shuttle.open(OURS, HUB);
	world.until_fenced(Release);
	assert_eq!(world.prove(), Ok(()));
	assert_eq!(world.state().credit(0), first());
	world.at_rest();
}

#[test]
fn a_top_up_does_not_hide_that_an_order_ran() {
	let mut world = World::new(terms());
	let vault = world.vault.clone();
	world.net.shuttle.channel(HUB, OURS).lose = 1;
	world.release(kind(), units(300), &Bob.to_account_id());
	world.net.settle();
	world.give(named_there(units(300)), &vault);
	world.net.rounds(1);
	assert_eq!(world.prove(), Ok(()));
	// It shows 1,000 as before. That may be before the order ran or after.
	assert_eq!(world.state().credit(0), units(700));
	world.until_fenced(Release);
	assert_eq!(world.prove(), Ok(()));
	assert_eq!(world.state().credit(0), first());
	world.at_rest();
}

#[test]
fn a_release_of_dust_does_not_stand_in_a_seizures_way() {
	let mut world = World::new(terms());
	world.net.shuttle.channel(HUB, OURS).lose = 1;
	world.release(kind(), units(1) / 10, &Bob.to_account_id());
	world.net.settle();
	let winner = world.net.margin_account(Bob);
	let account = world.account.clone();
	let (to, ordered) = world.net.ours(|| {
		let to = RemoteVault::vault_address(winner, VaultPurpose::Collateral);
		(to.clone(), RemoteVault::order_delivery(&account, kind(), &to, units(600)))
	});
	assert_ok!(ordered);
	world.net.settle();
	assert_eq!((world.ends(), world.there(&to)), (vec![OrderEnd::Done], units(600)));
	let state = world.state();
	assert_eq!((state.release.is_some(), state.seizure), (true, None));
	world.until_fenced(Release);
	assert_eq!(world.prove(), Ok(()));
	world.at_rest();
}

#[test]
fn a_fork_settles_its_own_orders() {
	let mut world = World::new(terms());
	world.release(kind(), units(300), &Bob.to_account_id());
	let before = world.net.clone();
	world.net.settle();
	assert_eq!(world.ends(), [OrderEnd::Done]);
	// Both chains go back, and there the order is lost.
	world.net = before;
	world.net.shuttle.close(OURS, HUB);
	world.net.rounds(1);
	world.net.shuttle.open(OURS, HUB);
	world.net.events();
	world.until_fenced(Release);
	assert_eq!(world.prove(), Ok(()));
	assert_eq!((world.held(), world.state().credit(0)), (first(), first()));
	world.at_rest();
}
