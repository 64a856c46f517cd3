// SPDX-License-Identifier: GPL-3.0-or-later

//! Orders, call by call, with a wire that only remembers what was sent.

use super::{doors::*, kit::send_off};
use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, weights::WeightMeter, BoundedVec};
use sp_runtime::{AccountId32, DispatchError, TryRuntimeError};
use straddle_primitives::*;
use straddle_traits::{
	MessageError, OrderOutcome,
	OrderPurpose::{self, Release, Seizure},
};
use xcm::latest::Response;
use xcm::latest::{prelude::*, Error as XcmError};

pub const HUB: SourceId = SourceId(1);
pub const KIND: CollateralId = CollateralId(3);

pub fn account() -> MarginAccountId {
	MarginAccountId(AccountId32::new([1; 32]))
}

fn to() -> AccountId32 {
	AccountId32::new([2; 32])
}

pub fn terms() -> OrderTerms {
	OrderTerms {
		fee: 10,
		fence_fee: 45,
		reserve: 100,
		charge: 7,
		timeout: 20,
		releases: 2,
		seizures: 1,
		minimum: BoundedVec::truncate_from(vec![(KIND, 5)]),
	}
}

/// A source with terms and a vault in which 1,000 are proven.
pub fn set_up(terms: OrderTerms, deposit: u128) {
	let remote = RemoteKind { holding: Holding::Asset(1984), deposit };
	let info = SourceInfo {
		para_id: HUB_PARA,
		ss58_prefix: 42,
		codes: BoundedVec::new(),
		kinds: BoundedVec::truncate_from(vec![(KIND, remote)]),
	};
	assert_ok!(RemoteVault::set_source(RuntimeOrigin::root(), HUB, info));
	assert_ok!(RemoteVault::set_terms(RuntimeOrigin::root(), HUB, terms));
	put(account(), 1_000);
}

fn put(account: MarginAccountId, held: u128) {
	let mut vault = Vault::default();
	vault.observe(held, 1, 1).unwrap();
	Vaults::<Test>::insert(account, KIND, vault);
}

fn world(test: impl FnOnce()) {
	build_and_execute(|| {
		set_up(terms(), 10);
		test();
	});
}

fn release(amount: u128) -> Result<(), DispatchError> {
	RemoteVault::release(RuntimeOrigin::signed(owner()), account(), KIND, amount, to())
}

fn reply(query: u64, response: Response) {
	assert_ok!(RemoteVault::take_reply(RuntimeOrigin::root(), query, response));
	RemoteVault::book_answers(&mut WeightMeter::new());
}

const DONE: Response = Response::ExecutionResult(None);
const REFUSED: Response = Response::ExecutionResult(Some((5, XcmError::FailedToTransactAsset(""))));

fn vault() -> Vault {
	Vaults::<Test>::get(account(), KIND).unwrap()
}

fn slot(purpose: OrderPurpose) -> Slot {
	(account(), KIND, purpose)
}

fn flight(purpose: OrderPurpose) -> Option<InFlight> {
	InFlights::<Test>::get(slot(purpose))
}

/// Time passes and a block has room for all that is due.
fn pass(blocks: u32) {
	set_wire(|wire| wire.now += blocks);
	catch_up();
}

/// Nothing is on its way and nothing is awaited.
fn at_rest() {
	assert_eq!(Traffics::<Test>::get(HUB), Traffic::default());
	assert_eq!(InFlights::<Test>::iter().count(), 0);
	assert_eq!(Queries::<Test>::iter().count(), 0);
	assert_eq!(Due::<Test>::iter().count(), 0);
}

#[test]
fn a_release_leaves_and_is_paid_for() {
	world(|| {
		assert_ok!(release(300));
		let wire = wire();
		assert_eq!((wire.sent.len(), wire.charged, wire.float), (1, 7, 1_000_000 - 10));
		assert_eq!((vault().outstanding(), vault().credit(10)), (300, 690));
		let order = flight(Release).unwrap();
		assert_eq!((order.id, order.deadline, order.spent), (0, Some(30), 10));
		assert_eq!(order.queries.to_vec(), vec![0]);
		let (to, message) = (Destination::There(to()), [0; 32]);
		System::assert_last_event(
			Event::Ordered { slot: slot(Release), id: 0, amount: 300, to, message }.into(),
		);
		reply(0, DONE);
		assert_eq!((vault().proven, vault().outstanding(), vault().floor), (700, 0, 10));
		at_rest();
		// Once more changes nothing.
		reply(0, REFUSED);
		System::assert_last_event(Event::ReplyIgnored { query_id: 0 }.into());
		assert_eq!(vault().proven, 700);
	});
}

#[test]
fn a_refused_order_gives_back() {
	world(|| {
		assert_ok!(release(300));
		reply(0, REFUSED);
		assert_eq!((vault().proven, vault().outstanding()), (1_000, 0));
		at_rest();
	});
}

#[test]
fn an_order_says_what_is_wrong_and_changes_nothing() {
	world(|| {
		let stranger = RuntimeOrigin::signed(to());
		let not_his = RemoteVault::release(stranger, account(), KIND, 300, to());
		assert_noop!(not_his, DispatchError::Other("not his"));
		assert_noop!(release(4), Error::<Test>::BelowMinimum);
		assert_noop!(release(991), Error::<Test>::NotOwnPart);
		set_wire(|wire| wire.open = false);
		assert_noop!(release(300), Error::<Test>::Message(MessageError::NoChannel));
		set_wire(|wire| (wire.open, wire.float) = (true, 9));
		assert_noop!(release(300), Error::<Test>::Message(MessageError::FloatTooSmall));
		set_wire(|wire| wire.float = 109);
		assert_noop!(release(300), Error::<Test>::FloatReserved);
		set_wire(|wire| (wire.float, wire.shut) = (110, Some(account())));
		assert_noop!(release(300), DispatchError::Other("shut"));
		set_wire(|wire| wire.shut = None);
		assert_ok!(release(300));
		assert_noop!(
			release(300),
			DispatchError::from(Error::<Test>::Vault(VaultError::SlotTaken))
		);
		let unknown =
			RemoteVault::pull(RuntimeOrigin::signed(owner()), account(), CollateralId(9), 300);
		assert_noop!(unknown, Error::<Test>::UnknownKind);
		Terms::<Test>::remove(HUB);
		let none = RemoteVault::pull(RuntimeOrigin::signed(owner()), account(), KIND, 300);
		assert_noop!(none, Error::<Test>::NoTerms);
		Terms::<Test>::insert(HUB, terms());
	});
}

#[test]
fn users_orders_are_so_many_and_leave_room_for_seizures() {
	world(|| {
		let other = |n| MarginAccountId(AccountId32::new([n; 32]));
		let release = |n| {
			let who = RuntimeOrigin::signed(owner());
			RemoteVault::release(who, other(n), KIND, 100, to())
		};
		for n in 11..=13 {
			put(other(n), 1_000);
		}
		assert_ok!(release(11));
		assert_ok!(release(12));
		assert_noop!(release(13), Error::<Test>::TooManyOrders);
		// Nor is the float's reserve kept from a delivery, nor the slot by the owner's dust.
		set_wire(|wire| wire.float = 10);
		assert_eq!(send_off(&other(11), 890), Ok(1));
		set_wire(|wire| wire.float = 10);
		assert_noop!(send_off(&other(12), 5), Error::<Test>::TooManyOrders);
		let traffic = Traffic { releases: 2, seizures: 1, spent: 30 };
		assert_eq!(Traffics::<Test>::get(HUB), traffic);
	});
}

#[test]
fn who_cannot_pay_for_a_delivery_does_not_stop_it() {
	world(|| {
		set_wire(|wire| wire.shut = Some(account()));
		assert_ok!(send_off(&account(), 5));
		assert_eq!((wire().charged, wire().sent.len()), (0, 1));
	});
}

#[test]
fn an_order_ends_once_and_no_other_with_it() {
	world(|| {
		let order =
			|purpose| RemoteVault::place(&account(), KIND, purpose, 100, Destination::There(to()));
		let release = order(Release).unwrap();
		let seizure = order(Seizure).unwrap();
		let settle = |(purpose, id)| {
			RemoteVault::note_end(&slot(purpose), id, OrderOutcome::Done, wire().now)
		};
		assert_ok!(settle((Release, release)));
		let gone = Error::<Test>::Vault(VaultError::NoSuchOrder);
		assert_noop!(settle((Release, release)), gone);
		let gone = Error::<Test>::Vault(VaultError::NoSuchOrder);
		assert_noop!(settle((Seizure, release)), gone);
		assert_ok!(settle((Seizure, seizure)));
		assert_eq!(vault().proven, 800);
		at_rest();
	});
}

#[test]
fn only_the_chain_that_was_asked_answers() {
	world(|| {
		assert_ok!(release(300));
		set_wire(|wire| wire.responder = HUB_PARA + 1);
		let wrong = RemoteVault::take_reply(RuntimeOrigin::root(), 0, DONE);
		assert_noop!(wrong, DispatchError::BadOrigin);
		let user = RemoteVault::take_reply(RuntimeOrigin::signed(owner()), 0, DONE);
		assert_noop!(user, DispatchError::BadOrigin);
		set_wire(|wire| wire.responder = HUB_PARA);
		// No answer to what was asked: it is still on its way.
		reply(0, Response::Null);
		assert_eq!(vault().outstanding(), 300);
		reply(0, DONE);
		at_rest();
	});
}

#[test]
fn fences_follow_a_late_order_with_doubled_fees_and_patience() {
	world(|| {
		assert_ok!(release(300));
		let fence = || RemoteVault::fence(RuntimeOrigin::signed(to()), account(), KIND);
		pass(19);
		assert_noop!(fence(), Error::<Test>::NothingLate);
		assert_eq!(wire().sent.len(), 1);
		let mut fees = vec![];
		let mut times = vec![wire().now + 1];
		for _ in 0..7 {
			pass(flight(Release).unwrap().deadline.unwrap() - wire().now);
			times.push(flight(Release).unwrap().deadline.unwrap());
			fees.push(wire().float);
		}
		let spent: Vec<_> = fees.windows(2).map(|pair| pair[0] - pair[1]).collect();
		assert_eq!(spent, [40, 45, 45, 45, 45, 45]);
		let between: Vec<_> = times.windows(2).map(|pair| pair[1] - pair[0]).collect();
		assert_eq!(between, [40, 80, 160, 320, 640, 640, 640]);
		// Of the fences the last ones may still answer, and the order itself.
		let order = flight(Release).unwrap();
		assert_eq!(order.queries.to_vec(), vec![0, 4, 5, 6, 7]);
		assert_eq!((order.fences, wire().sent.len()), (7, 8));
		reply(2, DONE);
		System::assert_last_event(Event::ReplyIgnored { query_id: 2 }.into());
		assert_eq!(flight(Release), Some(order));
		// Whatever a fence's answer says.
		reply(5, REFUSED);
		assert_eq!(flight(Release).unwrap().deadline, None);
		assert_eq!((vault().floor, vault().outstanding()), (wire().now, 300));
		assert_noop!(fence(), Error::<Test>::NothingLate);
		let before = vault();
		set_wire(|wire| wire.now += 9);
		reply(6, DONE);
		assert_eq!(vault(), before, "the floor is not raised again");
		pass(10_000);
		assert_eq!(wire().sent.len(), 8, "no more fences");
	});
}

#[test]
fn anyone_sends_a_fence_when_blocks_have_no_room() {
	world(|| {
		assert_ok!(release(300));
		assert_ok!(send_off(&account(), 5));
		set_wire(|wire| wire.now += 20);
		RemoteVault::work(&mut WeightMeter::with_limit(Default::default()));
		assert_eq!(wire().sent.len(), 2);
		assert_ok!(RemoteVault::fence(RuntimeOrigin::signed(to()), account(), KIND));
		assert_eq!(wire().sent.len(), 4, "after both");
		reply(3, DONE);
		assert!(vault().seizure.unwrap().fenced && !vault().release.unwrap().fenced);
	});
}

#[test]
fn a_fence_that_cannot_be_sent_is_tried_again() {
	world(|| {
		assert_ok!(release(300));
		set_wire(|wire| wire.open = false);
		pass(20);
		System::assert_last_event(Event::FenceNotSent { slot: slot(Release), id: 0 }.into());
		assert_eq!(flight(Release).unwrap().deadline, Some(50));
		set_wire(|wire| wire.open = true);
		pass(20);
		assert_eq!((wire().sent.len(), flight(Release).unwrap().fences), (2, 1));
	});
}

#[test]
fn block_work_goes_on_where_it_stopped() {
	use crate::weights::WeightInfo;
	build_and_execute(|| {
		set_up(OrderTerms { releases: 40, ..terms() }, 10);
		let other = |n| MarginAccountId(AccountId32::new([n; 32]));
		for n in 1..=40 {
			put(other(n), 1_000);
			let who = RuntimeOrigin::signed(owner());
			assert_ok!(RemoteVault::release(who, other(n), KIND, 100, to()));
		}
		set_wire(|wire| wire.now += 25);
		let base = <() as WeightInfo>::due_base() + <() as WeightInfo>::due_block();
		// A look at answers, and one at breached vaults.
		let base = base + <() as WeightInfo>::answer_base() + <() as WeightInfo>::due_base();
		let three = base + <() as WeightInfo>::due_step() * 3;
		RemoteVault::work(&mut WeightMeter::with_limit(three));
		assert_eq!(wire().sent.len(), 43);
		assert_ok!(RemoteVault::do_try_state());
		// A block sends so many at most.
		for sent in [59, 75, 80, 80] {
			RemoteVault::work(&mut WeightMeter::new());
			assert_eq!(wire().sent.len(), sent);
		}
		assert_eq!(DueClock::<Test>::get(), Clock { next: 36, waiting: 40 });
	});
}

#[test]
fn a_proof_ends_what_a_fence_answered() {
	world(|| {
		assert_ok!(release(300));
		pass(20);
		reply(1, DONE);
		let head = |relay_block, number| straddle_traits::Anchor {
			relay_block,
			number,
			state_root: Default::default(),
			code_hash: Default::default(),
		};
		let old = RemoteVault::note_balance(&account(), KIND, 700, &head(29, 8));
		assert_noop!(old, Error::<Test>::Vault(VaultError::BelowFloor));
		assert_ok!(RemoteVault::note_balance(&account(), KIND, 700, &head(30, 8)));
		assert_eq!((vault().proven, vault().outstanding()), (700, 0));
		at_rest();
		// Its own late answer finds nothing.
		reply(0, DONE);
		assert_eq!(vault().proven, 700);
	});
}

#[test]
fn terms_are_sound_and_of_a_known_source() {
	world(|| {
		let set = |source, terms| RemoteVault::set_terms(RuntimeOrigin::root(), source, terms);
		assert_noop!(set(SourceId(2), terms()), Error::<Test>::UnknownSource);
		let twice = BoundedVec::truncate_from(vec![(KIND, 1), (KIND, 2)]);
		for bad in [
			OrderTerms { fee: 0, ..terms() },
			OrderTerms { fence_fee: 9, ..terms() },
			OrderTerms { charge: -1, ..terms() },
			OrderTerms { timeout: 0, ..terms() },
			OrderTerms { minimum: twice, ..terms() },
		] {
			assert_noop!(set(HUB, bad), Error::<Test>::BadTerms);
		}
		let who = RuntimeOrigin::signed(owner());
		assert_noop!(RemoteVault::set_terms(who, HUB, terms()), DispatchError::BadOrigin);
		assert_ok!(set(HUB, OrderTerms { fee: 11, ..terms() }));
		assert_eq!(Terms::<Test>::get(HUB), Some(OrderTerms { fee: 11, ..terms() }));
	});
}

#[test]
fn refunds_come_home_to_the_float() {
	world(|| {
		let collect = |amount| RemoteVault::collect_refunds(RuntimeOrigin::root(), HUB, amount);
		assert_noop!(collect(0), Error::<Test>::Vault(VaultError::ZeroAmount));
		assert_ok!(collect(500));
		let sent = wire().sent;
		let float = RemoteVault::float_account(HUB);
		let descend = DescendOrigin([own(&float)].into());
		assert_eq!(sent[0].0.get(4), Some(&descend));
		assert!(matches!(sent[0].0.last(), Some(TransferReserveAsset { .. })));
		at_rest();
	});
}

fn own(id: &AccountId32) -> Junction {
	Junction::AccountId32 { network: None, id: id.clone().into() }
}

/// The programs to the letter: what another chain reads of us.
#[test]
fn programs_are_what_the_source_chain_expects() {
	world(|| {
		let us = Location::new(1, [Parachain(4321)]);
		let vault = RemoteVault::vault_id(account(), VaultPurpose::Collateral);
		let float = Location::new(1, [Parachain(4321), own(&RemoteVault::float_account(HUB))]);
		let token = Location::new(0, [PalletInstance(50), GeneralIndex(1984)]);
		let frame = |query_id, fee: u128| {
			let fee: Asset = (Location::parent(), fee).into();
			let max_weight = <() as crate::WeightInfo>::take_reply() * 4;
			let destination = us.clone();
			let claimer = AssetClaimer { location: float.clone() };
			vec![
				WithdrawAsset(fee.clone().into()),
				SetHints { hints: BoundedVec::truncate_from(vec![claimer]) },
				PayFees { asset: fee },
				SetAppendix(Xcm(vec![
					ReportError(QueryResponseInfo { destination, query_id, max_weight }),
					RefundSurplus,
					DepositAsset { assets: AllCounted(1).into(), beneficiary: float.clone() },
				])),
				DescendOrigin([own(&vault)].into()),
			]
		};
		assert_ok!(release(300));
		let mut p1 = frame(0, 10);
		p1.push(TransferAsset {
			assets: (token.clone(), 300u128).into(),
			beneficiary: Location::new(0, [own(&to())]),
		});
		assert_eq!(wire().sent[0].0, p1);

		pass(20);
		let mut p3 = frame(1, 20);
		let to_itself = TransferAsset {
			assets: (token.clone(), 1u128).into(),
			beneficiary: Location::new(1, [Parachain(4321), own(&vault)]),
		};
		p3.extend(vec![to_itself; 4]);
		assert_eq!(wire().sent[1].0, p3);
		reply(0, DONE);

		assert_ok!(RemoteVault::pull(RuntimeOrigin::signed(owner()), account(), KIND, 200));
		let mut p2 = frame(2, 10);
		let here = Location::new(1, [Parachain(1000), PalletInstance(50), GeneralIndex(1984)]);
		let claimer = AssetClaimer { location: Location::new(0, [own(&owner())]) };
		let margin = Location::new(0, [own(account().address())]);
		p2.push(TransferReserveAsset {
			assets: (token, 200u128).into(),
			dest: us,
			xcm: Xcm(vec![
				SetHints { hints: BoundedVec::truncate_from(vec![claimer]) },
				BuyExecution { fees: (here, 200u128).into(), weight_limit: Unlimited },
				DepositAsset { assets: AllCounted(1).into(), beneficiary: margin },
			]),
		});
		assert_eq!(wire().sent[2].0, p2);
	});
}

fn broken(edit: impl FnOnce(), wanted: &'static str) {
	build().execute_with(|| {
		set_up(terms(), 10);
		assert_ok!(release(300));
		assert_ok!(send_off(&account(), 5));
		set_wire(|wire| wire.now += 20);
		assert_ok!(RemoteVault::fence(RuntimeOrigin::signed(to()), account(), KIND));
		reply(3, DONE);
		assert_ok!(RemoteVault::do_try_state());
		edit();
		assert_eq!(RemoteVault::do_try_state(), Err(TryRuntimeError::Other(wanted)));
	});
}

#[test]
fn tables_that_do_not_fit_are_found() {
	let edit = |purpose, change: fn(&mut InFlight)| {
		move || InFlights::<Test>::mutate(slot(purpose), |order| change(order.as_mut().unwrap()))
	};
	let taken = "orders: a taken slot without an order on its way";
	broken(|| InFlights::<Test>::remove(slot(Release)), taken);
	broken(edit(Release, |order| order.id = 9), taken);
	broken(
		|| {
			let stray = (MarginAccountId(to()), KIND, Release);
			InFlights::<Test>::insert(stray, flight(Release).unwrap());
		},
		"orders: on its way without a slot",
	);
	let deadline = "orders: a deadline is missing, or one too many";
	broken(edit(Release, |order| order.deadline = None), deadline);
	broken(edit(Seizure, |order| order.deadline = Some(9)), deadline);
	broken(
		edit(Release, |order| order.deadline = Some(9)),
		"orders: a deadline is not in the table",
	);
	broken(|| DueClock::<Test>::mutate(|clock| clock.next = 1_000), "orders: the clock is ahead");
	let count = "orders: deadlines are miscounted";
	broken(|| DueClock::<Test>::mutate(|clock| clock.waiting = 7), count);
	broken(|| Due::<Test>::insert(71, slot(Release), ()), count);
	let query = "orders: a question of no order";
	broken(|| Queries::<Test>::insert(99, Queries::<Test>::get(0).unwrap()), query);
	let missing = "orders: a question is not awaited";
	broken(|| Queries::<Test>::remove(0), missing);
	broken(
		edit(Release, |order| order.queries = Default::default()),
		"orders: an order without its question",
	);
	let traffic = "orders: what is on its way is miscounted";
	broken(|| Traffics::<Test>::mutate(HUB, |all| all.spent += 1), traffic);
	broken(|| Traffics::<Test>::mutate(HUB, |all| all.releases = 0), traffic);
	broken(edit(Release, |order| order.spent += 1), traffic);
}
