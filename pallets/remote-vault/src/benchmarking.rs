// SPDX-License-Identifier: GPL-3.0-or-later

//! Benchmarks of calls, of steps of block work, and of what is done with each block's proof of the relay chain's state.

#![allow(clippy::arithmetic_side_effects)]

use super::{owed::PASSED_OVER, *};
use alloc::vec::Vec;
use codec::Encode;
use frame_benchmarking::v2::*;
use frame_support::{
	pallet_prelude::TransactionSource,
	traits::{Authorize, EnsureOrigin},
	weights::WeightMeter,
	BoundedVec,
};
use frame_system::{pallet_prelude::BlockNumberFor, RawOrigin};
use sp_core::H256;
use sp_runtime::{
	generic::{Digest, DigestItem, Header},
	traits::{BlakeTwo256, Header as _, Zero},
	AccountId32,
};
use straddle_primitives::*;
use straddle_traits::{
	Anchor, ChainPools, FeederKeys, OrderCash, OrderPurpose, RemoteLots, Rule, VaultMessages,
};
use xcm::latest::{
	Junction::{GeneralKey, GlobalConsensus, Parachain},
	Location, NetworkId, Parent, Response,
};

/// A source with as many kinds as there may be, a full ring of heads, and a proof of what lies in an account's
/// vault by the newest.
fn proven<T: Config>(nodes: u32) -> (MarginAccountId, CollateralId, Anchor, ProofNodes) {
	let native = RemoteKind { holding: Holding::Native, deposit: 100 };
	let source = SourceId(60_000);
	let kind = T::Lots::kind_for_benchmark(source);
	let others = (1..MAX_REMOTE_KINDS).map(|n| (CollateralId(60_000 + n as u16), remote(n)));
	let kinds = core::iter::once((kind, native.clone())).chain(others).collect::<Vec<_>>();
	let codes = (0..MAX_CODES).map(|n| H256::repeat_byte(n as u8)).collect::<Vec<_>>();
	let code_hash = H256::zero();
	let (codes, kinds) = (BoundedVec::truncate_from(codes), BoundedVec::truncate_from(kinds));
	let info = SourceInfo { para_id: 1_000, ss58_prefix: 0, codes, kinds };
	Pallet::<T>::do_set_source(source, info).expect("there is room");
	let account = T::Lots::account_for_benchmark(7);
	let vault = Pallet::<T>::vault_address(account.clone(), VaultPurpose::Collateral);
	let key = proof::storage_key(&native.holding, &vault);
	let value = ([0u32, 1, 1, 0], 5_000u128, 0u128, 0u128, 1u128 << 127).encode();
	let (state_root, nodes) = proof::sample::path(&key, value, nodes);
	let mut head = Anchor { relay_block: 0, number: 0, state_root, code_hash };
	for _ in 0..MAX_HEADS {
		head = Anchor { relay_block: head.relay_block + 1, number: head.number + 1, ..head };
		assert!(Pallet::<T>::note_head(source, head.clone()));
	}
	let nodes = proof::compact(&head.state_root, &nodes).expect("it is a path");
	(account, kind, head, nodes)
}

/// A relay chain that says the same of every parachain, or nothing.
struct Relay {
	head: Option<Vec<u8>>,
	future: H256,
}

impl Relay {
	/// A head as large as the relay chain takes one.
	fn new(number: u32, future: u8) -> Self {
		let digest =
			Digest { logs: alloc::vec![DigestItem::Other(alloc::vec![7; 20 * 1024 - 150])] };
		let (zero, root) = (H256::zero(), H256::repeat_byte(number as u8));
		let header = Header::<u32, BlakeTwo256>::new(number, zero, root, zero, digest);
		Self { head: Some(header.encode().encode()), future: H256::repeat_byte(future) }
	}
}

impl RelayState for Relay {
	fn read(&self, key: &[u8]) -> Result<Option<Vec<u8>>, Withheld> {
		let head = self.head.as_ref().ok_or(Withheld)?;
		let [_, code, future] = relay_keys(0);
		Ok(Some(match key {
			_ if key.starts_with(&code[..32]) => H256::repeat_byte(1).encode(),
			_ if key.starts_with(&future[..32]) => self.future.encode(),
			_ => head.clone(),
		}))
	}
}

/// One of the longest, and as long alike as can be.
fn remote(n: u32) -> RemoteKind {
	let mut location = alloc::vec![0; MAX_LOCATION as usize - 1];
	location.push(n as u8);
	RemoteKind {
		holding: Holding::Foreign(BoundedVec::truncate_from(location)),
		deposit: u128::MAX,
	}
}

/// A kind that no registry has: what a genesis lists lies somewhere else.
fn unlisted(n: u32) -> CollateralId {
	CollateralId(10_000 + n as u16)
}

/// Name so many sources, with as many codes and kinds as there may be.
fn name<T: Config>(count: u32) {
	let codes = (0..MAX_CODES).map(|n| H256::repeat_byte(n as u8 + 1)).collect();
	let kind = |n, k| (unlisted(n * MAX_REMOTE_KINDS + k), remote(k));
	for n in 0..count {
		let kinds = (0..MAX_REMOTE_KINDS).map(|k| kind(n, k)).collect();
		let info = SourceInfo {
			para_id: 1_000 + n,
			ss58_prefix: 0,
			codes: BoundedVec::truncate_from(Vec::clone(&codes)),
			kinds: BoundedVec::truncate_from(kinds),
		};
		Pallet::<T>::do_set_source(SourceId(n as u16 + 1), info).expect("there is room");
	}
}

const PARA: u32 = 1_000;
const SOURCE: SourceId = SourceId(60_000);

fn terms() -> OrderTerms {
	OrderTerms {
		fee: 10,
		fence_fee: 1_000,
		reserve: 0,
		charge: 1,
		timeout: 20,
		releases: 10,
		seizures: 10,
		minimum: BoundedVec::new(),
	}
}

/// A source with terms, and a vault there.
struct World<T: Config> {
	owner: AccountId32,
	account: MarginAccountId,
	kind: CollateralId,
	config: core::marker::PhantomData<T>,
}

impl<T: Config> World<T> {
	fn new() -> Self {
		let location: Location = (Parent, Parent, GlobalConsensus(NetworkId::Polkadot)).into();
		let location = location.appended_with(GeneralKey { length: 32, data: [1; 32] });
		let bytes = location.expect("there is room").encode();
		Self::of(Holding::Foreign(BoundedVec::truncate_from(bytes)))
	}

	fn of(holding: Holding) -> Self {
		let kind = T::Lots::kind_for_benchmark(SOURCE);
		let kinds =
			BoundedVec::truncate_from(alloc::vec![(kind, RemoteKind { holding, deposit: 1 })]);
		let info = SourceInfo { para_id: PARA, ss58_prefix: 0, codes: BoundedVec::new(), kinds };
		Pallet::<T>::do_set_source(SOURCE, info).expect("there is room");
		Terms::<T>::insert(SOURCE, terms());
		T::Messages::prepare_for_benchmark(PARA, &Pallet::<T>::float_account(SOURCE));
		let account = T::Cash::open_for_benchmark(&frame_benchmarking::account("owner", 0, 0));
		let owner = T::Cash::owner(&account).expect("it is open");
		Vaults::<T>::insert(&account, kind, Vault { proven: 1_000, ..Vault::default() });
		Self { owner, account, kind, config: Default::default() }
	}

	fn slot(&self, purpose: OrderPurpose) -> Slot {
		(self.account.clone(), self.kind, purpose)
	}

	fn order(&self, purpose: OrderPurpose) -> Slot {
		let slot = self.slot(purpose);
		let to = Destination::There(AccountId32::new([9; 32]));
		Pallet::<T>::place(&slot.0, self.kind, purpose, 100, to).expect("it can be ordered");
		slot
	}

	/// Its answer is late now.
	fn make_late(&self, slot: &Slot) {
		let now = T::Messages::now();
		InFlights::<T>::mutate(slot, |order| {
			let order = order.as_mut().expect("it is on its way");
			Pallet::<T>::clear_deadline(slot, order.deadline);
			Pallet::<T>::set_deadline(slot, now);
			order.deadline = Some(now);
		});
	}
}

/// What lies in a vault.
const HELD: u128 = 1_000_000_000_000;

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn set_source(c: Linear<0, MAX_CODES>, d: Linear<0, MAX_REMOTE_KINDS>) {
		let codes: Vec<_> = (0..c).map(|n| H256::repeat_byte(n as u8)).collect();
		let kinds = (0..d).map(|n| (unlisted(n), remote(n))).collect();
		let (codes, kinds) = (BoundedVec::truncate_from(codes), BoundedVec::truncate_from(kinds));
		let info = SourceInfo { para_id: 1_000, ss58_prefix: 42, codes, kinds };
		let source = SourceId(60_000);
		Sources::<T>::insert(source, &info);
		let state = |n| (SourceId(n as u16 + 1), HeadState::new(2_001 + n));
		let sources = (0..MAX_SOURCES - 1).map(state);
		let sources = sources.chain([(source, HeadState::new(1_000))]).collect();
		Known::<T>::put(KnownHeads { now: 0, sources: BoundedVec::truncate_from(sources) });
		let origin = T::RiskOrigin::try_successful_origin().expect("someone may name sources");
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, source, info.clone());
		assert_eq!(Sources::<T>::get(source), Some(info));
	}

	/// All at once: a newer head under the same code, another code announced, and a standing that changes.
	#[benchmark]
	fn read_heads(n: Linear<0, MAX_SOURCES>) {
		name::<T>(n);
		let sources = (0..n).map(|n| SourceId(n as u16 + 1));
		Pallet::<T>::read_relay_state(1, &Relay::new(1, 1));
		Known::<T>::mutate(|known| {
			for (_, state) in &mut known.sources {
				state.standing = Standing::SetBack;
			}
		});
		let relay = Relay::new(2, 2);
		#[block]
		{
			Pallet::<T>::read_relay_state(2, &relay);
		}
		for source in sources {
			assert_eq!(Pallet::<T>::newest_head(source).map(|head| head.number), Some(2));
		}
	}

	/// As many collators as are counted, and all sources left out.
	#[benchmark]
	fn omission() {
		let seed = |n: u32| AccountId32::new(sp_crypto_hashing::blake2_256(&n.encode()));
		let count = OmissionCount { blocks: 1, reported: 1, last: 600 };
		let authors = (1..MAX_AUTHORS).map(|n| (seed(n), count));
		let authors = authors.collect::<alloc::collections::BTreeMap<_, _>>();
		let authors = authors.try_into().expect("as many as there may be");
		Omissions::<T>::put(OmissionPeriod { number: 1, authors });
		let sources = (0..MAX_SOURCES).map(|n| SourceId(n as u16 + 1)).collect::<Vec<_>>();
		#[block]
		{
			Pallet::<T>::note_omission_of(seed(0), 601, sources, true);
		}
		assert_eq!(Omissions::<T>::get().authors.len() as u32, MAX_AUTHORS);
	}

	/// A proof of so many nodes, all but the last two of full width: 30 have as many bytes as a proof may.
	#[benchmark]
	fn prove(n: Linear<2, 30>) {
		let (account, kind, head, nodes) = proven::<T>(n);
		let who = frame_benchmarking::whitelisted_caller();
		#[extrinsic_call]
		_(RawOrigin::Signed(who), account.clone(), kind, head.relay_block, nodes);
		assert_eq!(Vaults::<T>::get(account, kind).map(|vault| vault.proven), Some(5_000));
	}

	#[benchmark]
	fn authorize_prove_as_feeder(n: Linear<2, 30>) -> Result<(), BenchmarkError> {
		let (account, kind, head, nodes) = proven::<T>(n);
		let feeder = T::Feeders::seat_for_benchmark();
		let block = BlockNumberFor::<T>::zero();
		let genesis = frame_system::Pallet::<T>::block_hash(block);
		let (at_block, relay_block) = (block, head.relay_block);
		let notice =
			Notice { feeder, slot: 0, genesis, at_block, account, kind, relay_block, nodes };
		let signature = T::Feeders::sign(feeder, &notice.payload()).ok_or("it holds the key")?;
		let call = Call::<T>::prove_as_feeder { notice, signature };
		#[block]
		{
			call.authorize(TransactionSource::InBlock).ok_or("the call can be authorized")??;
		}
		Ok(())
	}

	#[benchmark]
	fn release() {
		let world = World::<T>::new();
		let to = AccountId32::new([9; 32]);
		let origin = RawOrigin::Signed(world.owner.clone());
		#[extrinsic_call]
		_(origin, world.account.clone(), world.kind, 500, to);
		assert!(InFlights::<T>::contains_key(world.slot(OrderPurpose::Release)));
	}

	#[benchmark]
	fn pull() {
		// This chain takes nothing but what lies there as its own.
		let world = World::<T>::of(Holding::Native);
		let origin = RawOrigin::Signed(world.owner.clone());
		#[extrinsic_call]
		_(origin, world.account.clone(), world.kind, 500);
		assert!(InFlights::<T>::contains_key(world.slot(OrderPurpose::Release)));
	}

	#[benchmark]
	fn take_reply() {
		let world = World::<T>::new();
		let slot = world.order(OrderPurpose::Seizure);
		for _ in 0..MAX_QUERIES {
			world.make_late(&slot);
			Pallet::<T>::do_fence(slot.0.clone(), world.kind).expect("it is late");
		}
		let query = InFlights::<T>::get(&slot).and_then(|order| order.queries.first().copied());
		let query = query.expect("its own answer is awaited");
		let response = Response::ExecutionResult(None);
		let responder = Location::new(1, [Parachain(PARA)]);
		#[block]
		{
			Pallet::<T>::do_take_reply(&responder, query, &response).expect("it was asked");
		}
		assert_eq!(AnswerQueue::<T>::get().next, 1);
	}

	#[benchmark]
	fn fence() {
		let world = World::<T>::new();
		for purpose in [OrderPurpose::Release, OrderPurpose::Seizure] {
			let slot = world.order(purpose);
			world.make_late(&slot);
		}
		let anyone = RawOrigin::Signed(AccountId32::new([9; 32]));
		#[extrinsic_call]
		_(anyone, world.account.clone(), world.kind);
		let order = InFlights::<T>::get(world.slot(OrderPurpose::Seizure));
		assert_eq!(order.map(|order| order.fences), Some(1));
	}

	#[benchmark]
	fn set_terms(m: Linear<0, MAX_REMOTE_KINDS>) {
		World::<T>::new();
		let minimum: Vec<_> = (0..m).map(|n| (CollateralId(n as u16), 1)).collect();
		let terms = OrderTerms { minimum: BoundedVec::truncate_from(minimum), ..terms() };
		let origin = T::RiskOrigin::try_successful_origin().expect("someone may set terms");
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, SOURCE, terms.clone());
		assert_eq!(Terms::<T>::get(SOURCE), Some(terms));
	}

	#[benchmark]
	fn collect_refunds() {
		World::<T>::new();
		let before = T::Messages::float(&Pallet::<T>::float_account(SOURCE));
		let origin = T::RiskOrigin::try_successful_origin().expect("someone may collect");
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, SOURCE, 5);
		assert!(T::Messages::float(&Pallet::<T>::float_account(SOURCE)) < before);
	}

	#[benchmark]
	fn due_base() {
		#[block]
		{
			Pallet::<T>::send_due_fences(&mut WeightMeter::new());
		}
	}

	/// One relay block at which nothing is late.
	#[benchmark]
	fn due_block() {
		let world = World::<T>::new();
		world.order(OrderPurpose::Seizure);
		let now = T::Messages::now();
		DueClock::<T>::mutate(|clock| clock.next = now);
		#[block]
		{
			Pallet::<T>::send_due_fences(&mut WeightMeter::new());
		}
		assert_eq!(DueClock::<T>::get().next, now.saturating_add(1));
	}

	/// One fence.
	#[benchmark]
	fn due_step() {
		let world = World::<T>::new();
		let slot = world.order(OrderPurpose::Seizure);
		world.make_late(&slot);
		#[block]
		{
			Pallet::<T>::send_due_fences(&mut WeightMeter::new());
		}
		assert_eq!(InFlights::<T>::get(&slot).map(|order| order.fences), Some(1));
	}

	/// Accounts 0 and 1 with an account's vault of its own, and `held` in the first one's, all of it booked.
	fn vaults<T: Config>(held: u128) -> (CollateralId, [MarginAccountId; 2]) {
		let source = SourceId(60_000);
		let kind = T::Lots::kind_for_benchmark(source);
		let remote = RemoteKind { holding: Holding::Native, deposit: 10 };
		let kinds = BoundedVec::truncate_from(alloc::vec![(kind, remote)]);
		let info = SourceInfo { para_id: PARA, ss58_prefix: 0, codes: BoundedVec::new(), kinds };
		Pallet::<T>::do_set_source(source, info).expect("it is valid");
		Terms::<T>::insert(source, terms());
		T::Messages::prepare_for_benchmark(PARA, &Pallet::<T>::float_account(source));
		let accounts = [0, 1].map(T::Lots::account_for_benchmark);
		put::<T>(&accounts[0], kind, held);
		(kind, accounts)
	}

	fn put<T: Config>(account: &MarginAccountId, kind: CollateralId, held: u128) {
		let vault = Vault { proven: held, ..Default::default() };
		Vaults::<T>::insert(account, kind, vault);
		Pallet::<T>::recredit(account, kind, u128::MAX).expect("there is room");
		assert_eq!(Covers::<T>::get(account, kind).expect("something").own, held - 10);
	}

	/// The giver has so many rights in as many vaults, and the taker none.
	#[benchmark]
	fn move_cover(r: Linear<1, MAX_RIGHTS>) {
		let (kind, [from, to]) = vaults::<T>(HELD);
		for n in 0..r {
			let vault = T::Lots::account_for_benchmark(10 + n);
			put::<T>(&vault, kind, HELD);
			Pallet::<T>::do_move_cover(kind, &vault, &from, 100, true).expect("it has as much");
		}
		let amount = HELD - 10 + 100 * u128::from(r);
		#[block]
		{
			Pallet::<T>::do_move_cover(kind, &from, &to, amount, true).expect("it has as much");
		}
		assert_eq!(RightCounts::<T>::get(to), r + 1);
	}

	/// Somebody has a right in the holder's vault, and what is delivered did not come by force: the holder's owner asks,
	/// and pays.
	#[benchmark]
	fn deliver() {
		let (kind, [account, _]) = vaults::<T>(HELD);
		let holder = T::Cash::open_for_benchmark(&frame_benchmarking::account("holder", 0, 0));
		Pallet::<T>::do_move_cover(kind, &account, &holder, 1_000, false).expect("it has as much");
		put::<T>(&holder, kind, HELD);
		let other = T::Lots::account_for_benchmark(2);
		Pallet::<T>::do_move_cover(kind, &holder, &other, 1_000, true).expect("it has as much");
		let who = RawOrigin::Signed(T::Lots::owner(&holder).expect("it is open"));
		#[extrinsic_call]
		_(who, account.clone(), kind, holder);
		assert!(Vaults::<T>::get(account, kind).expect("it is there").seizure.is_some());
	}

	/// A right to all of a vault of which half is gone.
	fn half_gone<T: Config>() -> (CollateralId, [MarginAccountId; 2]) {
		let (kind, [account, holder]) = vaults::<T>(HELD);
		// Both lots as the ledger would have moved them.
		T::Lots::debit(&account, kind, HELD - 10, Rule::Forced).expect("it is there");
		T::Lots::credit(&holder, kind, HELD - 10, false).expect("there is room");
		Pallet::<T>::do_move_cover(kind, &account, &holder, HELD - 10, true).expect("all of it");
		Vaults::<T>::mutate(&account, kind, |vault| {
			let vault = vault.as_mut().expect("it is there");
			vault.observe(HELD / 2, 1, 1).expect("it is new");
		});
		Covers::<T>::mutate(&account, kind, |cover| {
			cover.as_mut().expect("it is there").breaches = 1;
		});
		(kind, [account, holder])
	}

	/// The same, and the chain's pool owes it and can pay, behind as many as are looked through. Of these nothing is
	/// known but that their holders are gone.
	fn owing<T: Config>() -> (CollateralId, [MarginAccountId; 2]) {
		let (kind, [account, holder]) = half_gone::<T>();
		let source = SourceId(60_000);
		let breached = Vaults::<T>::get(&account, kind).expect("it is there");
		for n in 0..PASSED_OVER as u32 {
			let vault = T::Lots::account_for_benchmark(40 + n);
			Vaults::<T>::insert(&vault, kind, Vault { proven: 0, ..breached });
			Covers::<T>::insert(&vault, kind, Cover { entitled: HELD, ..Default::default() });
			let gone = MarginAccountId(frame_benchmarking::account("gone", n, 0));
			let entry = OwedRight { holder: gone, kind, account: vault, since: 0 };
			Owed::<T>::insert(source, u64::from(n).to_be_bytes(), entry);
		}
		let number = PASSED_OVER as u64;
		NextOwed::<T>::put(number);
		let owe = Pallet::<T>::do_make_good(account.clone(), kind, holder.clone());
		owe.expect("the pool is empty");
		FirstOwed::<T>::insert(source, number);
		T::Pools::fund_for_benchmark(source, 1_000_000_000_000);
		(kind, [account, holder])
	}

	#[benchmark]
	fn make_good() {
		let (kind, [account, holder]) = owing::<T>();
		let who = RawOrigin::Signed(frame_benchmarking::whitelisted_caller());
		#[extrinsic_call]
		_(who, account.clone(), kind, holder);
		assert!(Covers::<T>::get(account, kind).expect("it is there").firm > 0);
	}

	#[benchmark]
	fn pay_owed() {
		let (kind, [account, _]) = owing::<T>();
		let who = RawOrigin::Signed(frame_benchmarking::whitelisted_caller());
		#[extrinsic_call]
		_(who, SourceId(60_000));
		assert!(Covers::<T>::get(account, kind).expect("it is there").firm > 0);
	}

	/// The one that can be paid has its turn, and is found.
	#[benchmark]
	fn tend_owed() {
		owing::<T>();
		let last = PASSED_OVER as u64;
		FirstOwed::<T>::insert(SourceId(60_000), last.saturating_add(1));
		let before = Owed::<T>::hashed_key_for(SourceId(60_000), (last - 1).to_be_bytes());
		OwedCursor::<T>::set(before.try_into().ok());
		#[block]
		{
			let one = WeightMeter::with_limit(T::WeightInfo::tend_owed());
			Pallet::<T>::tend_owed(&mut { one });
		}
		assert_eq!(Owed::<T>::iter().count(), PASSED_OVER);
	}

	/// Half of what was there is gone.
	#[benchmark]
	fn recount() {
		let (kind, [account, _]) = vaults::<T>(HELD);
		Vaults::<T>::mutate(&account, kind, |vault| {
			vault.as_mut().expect("it is there").proven = HELD / 2;
		});
		let who = RawOrigin::Signed(frame_benchmarking::whitelisted_caller());
		#[extrinsic_call]
		_(who, account.clone(), kind);
		let own = Covers::<T>::get(account, kind).expect("it is there").own;
		assert_eq!(own, HELD / 2 - 10);
	}

	/// As many vaults as there may be kinds, none with anything in it.
	#[benchmark]
	fn empty_vaults(n: Linear<0, MAX_REMOTE_KINDS>) {
		name::<T>(1);
		let account = T::Lots::account_for_benchmark(7);
		for k in 0..n {
			Vaults::<T>::insert(&account, unlisted(k), Vault::default());
		}
		#[block]
		{
			assert!(Pallet::<T>::are_empty(&account));
		}
	}

	#[benchmark]
	fn answer_base() {
		#[block]
		{
			Pallet::<T>::book_answers(&mut WeightMeter::new());
		}
	}

	/// The end of a delivery to which so many accounts have rights, with all its fences.
	#[benchmark]
	fn book_answer(c: Linear<1, { MAX_CLAIMS - 1 }>) {
		let (kind, [account, holder]) = vaults::<T>(HELD);
		T::Lots::debit(&account, kind, HELD - 10, Rule::Forced).expect("it is there");
		T::Lots::credit(&holder, kind, HELD - 10, false).expect("there is room");
		Pallet::<T>::do_move_cover(kind, &account, &holder, HELD - 10, true).expect("all of it");
		Pallet::<T>::do_deliver(None, account.clone(), kind, holder.clone()).expect("it can be");
		for n in 1..c {
			let other = T::Lots::account_for_benchmark(10 + n);
			Pallet::<T>::do_move_cover(kind, &holder, &other, 100, true).expect("it has as much");
		}
		let slot = (account.clone(), kind, OrderPurpose::Seizure);
		let query = InFlights::<T>::get(&slot).and_then(|order| order.queries.first().copied());
		let query = query.expect("its own answer is awaited");
		let response = Response::ExecutionResult(None);
		let responder = Location::new(1, [Parachain(PARA)]);
		Pallet::<T>::do_take_reply(&responder, query, &response).expect("it was asked");
		#[block]
		{
			Pallet::<T>::book_answers(&mut WeightMeter::new());
		}
		assert!(!InFlights::<T>::contains_key(&slot));
		assert_eq!(Covers::<T>::get(account, kind).unwrap_or_default().entitled, 0);
	}

	#[benchmark]
	fn note_debt() {
		let world = World::<T>::new();
		T::Lots::owe_for_benchmark(&world.account, world.kind, 100);
		#[block]
		{
			Pallet::<T>::note_filled(&world.account, world.kind);
		}
		assert!(Debts::<T>::contains_key(&world.account, world.kind));
	}

	/// An order of the owner's is on its way: his debt waits.
	#[benchmark]
	fn debt_step() {
		let world = World::<T>::new();
		world.order(OrderPurpose::Release);
		T::Lots::owe_for_benchmark(&world.account, world.kind, 100);
		Debts::<T>::insert(&world.account, world.kind, ());
		#[block]
		{
			Pallet::<T>::pull_for_debtors(&mut WeightMeter::new());
		}
		assert!(Debts::<T>::contains_key(&world.account, world.kind));
	}

	/// A right in a vault that was breached, whose holder was not told yet.
	#[benchmark]
	fn doubt_right() {
		let (kind, [account, holder]) = half_gone::<T>();
		Sweeps::<T>::put(BoundedVec::truncate_from(alloc::vec![Sweep::new(&account, kind)]));
		#[block]
		{
			Pallet::<T>::sweep_breached(&mut WeightMeter::new());
		}
		assert!(T::Lots::is_impaired(&holder, kind));
		assert!(Sweeps::<T>::get().is_empty());
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::build(), crate::mock::Test);
}
