// SPDX-License-Identifier: GPL-3.0-or-later

//! A chain with nodes on it, each with local storage and keys of its own, and one pool that keeps the
//! first flag of each account, as pools do with what provides the same.

use crate::{
	crypto::{account, BidderId, KEY_TYPE},
	mock::{worker::*, *},
	*,
};
use codec::{Decode, Encode};
use frame_support::{
	dispatch::GetDispatchInfo,
	storage::{with_transaction, TransactionOutcome},
	traits::Hooks,
};
use sp_core::{
	offchain::{
		testing::TestOffchainExt, Externalities, HttpError, HttpRequestId, HttpRequestStatus,
		OffchainDbExt, OffchainWorkerExt, OpaqueNetworkState, StorageKind, Timestamp,
		TransactionPool, TransactionPoolExt,
	},
	OpaquePeerId,
};
use sp_io::TestExternalities;
use sp_keystore::{testing::MemoryKeystore, Keystore, KeystoreExt};
use sp_runtime::{
	traits::{Applyable, Checkable},
	transaction_validity::{TransactionSource, TransactionValidity, TransactionValidityError},
	AccountId32, DispatchError,
};
use std::sync::{Arc, Mutex};
use straddle_primitives::*;

/// The node's clock, which goes on by so much whenever it is asked.
#[derive(Clone, Default)]
pub struct Watch(Arc<Mutex<(u64, u64)>>);

impl Externalities for Watch {
	fn is_validator(&self) -> bool {
		true
	}
	fn network_state(&self) -> Result<OpaqueNetworkState, ()> {
		Err(())
	}
	fn timestamp(&mut self) -> Timestamp {
		let mut clock = self.0.lock().unwrap();
		clock.0 += clock.1;
		Timestamp::from_unix_millis(clock.0)
	}
	fn sleep_until(&mut self, _: Timestamp) {}
	fn random_seed(&mut self) -> [u8; 32] {
		[0; 32]
	}
	fn http_request_start(&mut self, _: &str, _: &str, _: &[u8]) -> Result<HttpRequestId, ()> {
		unimplemented!("the worker asks nobody")
	}
	fn http_request_add_header(&mut self, _: HttpRequestId, _: &str, _: &str) -> Result<(), ()> {
		unimplemented!("the worker asks nobody")
	}
	fn http_request_write_body(
		&mut self,
		_: HttpRequestId,
		_: &[u8],
		_: Option<Timestamp>,
	) -> Result<(), HttpError> {
		unimplemented!("the worker asks nobody")
	}
	fn http_response_wait(
		&mut self,
		_: &[HttpRequestId],
		_: Option<Timestamp>,
	) -> Vec<HttpRequestStatus> {
		unimplemented!("the worker asks nobody")
	}
	fn http_response_headers(&mut self, _: HttpRequestId) -> Vec<(Vec<u8>, Vec<u8>)> {
		unimplemented!("the worker asks nobody")
	}
	fn http_response_read_body(
		&mut self,
		_: HttpRequestId,
		_: &mut [u8],
		_: Option<Timestamp>,
	) -> Result<usize, HttpError> {
		unimplemented!("the worker asks nobody")
	}
	fn set_authorized_nodes(&mut self, _: Vec<OpaquePeerId>, _: bool) {}
}

/// What nodes sent and no block holds.
#[derive(Clone, Default)]
pub struct Pool {
	waiting: Arc<Mutex<Vec<Vec<u8>>>>,
	/// All that was ever offered, taken or not.
	offered: Arc<Mutex<u32>>,
	closed: Arc<Mutex<bool>>,
}

impl TransactionPool for Pool {
	fn submit_transaction(&mut self, transaction: Vec<u8>) -> Result<(), ()> {
		*self.offered.lock().unwrap() += 1;
		let same = |known: &Vec<u8>| match (flagged_by(known), flagged_by(&transaction)) {
			(Some(known), Some(new)) => {
				known.account == new.account || (known.feeder, known.slot) == (new.feeder, new.slot)
			},
			_ => false,
		};
		let mut waiting = self.waiting.lock().unwrap();
		if *self.closed.lock().unwrap() || waiting.iter().any(same) {
			return Err(());
		}
		waiting.push(transaction);
		Ok(())
	}
}

pub fn call_of(bytes: &[u8]) -> Call<Test> {
	match decode(bytes).function {
		RuntimeCall::Liquidation(call) => call,
		other => panic!("not liquidation's: {other:?}"),
	}
}

/// The notice in a transaction, if it is one.
pub fn flagged_by(bytes: &[u8]) -> Option<NoticeOf<Test>> {
	match call_of(bytes) {
		Call::flag_as_feeder { notice, .. } => Some(notice),
		_ => None,
	}
}

pub fn decode(bytes: &[u8]) -> UncheckedExtrinsic {
	UncheckedExtrinsic::decode(&mut &bytes[..]).unwrap()
}

pub fn validate(bytes: &[u8], source: TransactionSource) -> TransactionValidity {
	let transaction = decode(bytes);
	let info = transaction.get_dispatch_info();
	let checked = transaction.check(&frame_system::ChainContext::<Test>::default()).unwrap();
	let ask = || {
		let answer = checked.validate::<Test>(source, &info, bytes.len());
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(answer))
	};
	with_transaction(ask).unwrap()
}

pub fn apply(bytes: &[u8]) -> Result<Result<(), DispatchError>, TransactionValidityError> {
	let transaction = decode(bytes);
	let info = transaction.get_dispatch_info();
	let checked = transaction.check(&frame_system::ChainContext::<Test>::default())?;
	let result = checked.apply::<Test>(&info, bytes.len())?;
	Ok(result.map(|_| ()).map_err(|error| error.error))
}

/// A node.
#[derive(Clone)]
pub struct Node {
	/// Places of feeders whose keys it holds.
	pub places: Vec<u16>,
	db: TestOffchainExt,
	keys: Arc<MemoryKeystore>,
	clock: Watch,
}

impl Node {
	pub fn new(places: &[u16]) -> Self {
		Self {
			places: places.to_vec(),
			db: TestOffchainExt::new().0,
			keys: Arc::new(MemoryKeystore::new()),
			clock: Watch(Arc::new(Mutex::new((1_000_000, 1)))),
		}
	}

	/// With a key to bid with.
	pub fn bidder(seed: &str) -> (Self, AccountId32) {
		let node = Self::new(&[]);
		let who = node.insert_key(seed);
		(node, who)
	}

	pub fn insert_key(&self, seed: &str) -> AccountId32 {
		let key = self.keys.sr25519_generate_new(KEY_TYPE, Some(seed)).unwrap();
		account(BidderId::from(key))
	}

	/// Let each look at the clock take so long.
	pub fn tick(&self, ms: u64) {
		self.clock.0.lock().unwrap().1 = ms;
	}
}

/// A chain, and what waits for its next block.
pub struct Chain {
	pub state: TestExternalities,
	pub pool: Pool,
}

impl Chain {
	pub fn new(builder: ExtBuilder) -> Self {
		Self { state: builder.build(), pool: Pool::default() }
	}

	/// Do something on the chain with this node's own things at hand.
	pub fn on<R>(&mut self, node: &Node, body: impl FnOnce() -> R) -> R {
		self.state.register_extension(KeystoreExt(node.keys.clone()));
		self.state.register_extension(OffchainDbExt::new(node.db.clone()));
		self.state.register_extension(OffchainWorkerExt::new(node.clock.clone()));
		self.state.register_extension(TransactionPoolExt::new(self.pool.clone()));
		MockFeeders::hold(&node.places);
		self.state.execute_with(body)
	}

	pub fn set(&mut self, node: &Node, key: &str, value: &[u8]) {
		self.on(node, || {
			let kind = StorageKind::PERSISTENT;
			sp_io::offchain::local_storage_set(kind, key.as_bytes(), value);
		});
	}

	/// The node's worker runs; what it does to the state is dropped.
	pub fn work(&mut self, node: &Node) {
		self.on(node, || {
			let run = || {
				Liquidation::offchain_worker(System::block_number());
				TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
			};
			with_transaction(run).unwrap();
		});
	}

	/// A block six seconds later, with what waits and is valid. Returns the results of what is in it.
	pub fn block(&mut self) -> Vec<Result<(), DispatchError>> {
		let waiting = std::mem::take(&mut *self.pool.waiting.lock().unwrap());
		self.state.execute_with(|| {
			for underlying in [BTC, ETH] {
				round(underlying, PriceState::Valid);
			}
			block_after(6_000);
			let results = waiting.iter().filter_map(|bytes| apply(bytes).ok()).collect();
			Liquidation::do_try_state().unwrap();
			results
		})
	}

	pub fn run<R>(&mut self, body: impl FnOnce() -> R) -> R {
		self.state.execute_with(body)
	}

	/// The notices that wait.
	pub fn notices(&self) -> Vec<NoticeOf<Test>> {
		self.waiting().iter().filter_map(|bytes| flagged_by(bytes)).collect()
	}

	/// The bids that wait: account, state, share, most.
	pub fn bids(&self) -> Vec<(MarginAccountId, u32, sp_runtime::Perbill, Cash)> {
		let bid = |bytes: &Vec<u8>| match call_of(bytes) {
			Call::bid { auctioned, state_id, max_share, max_payment, .. } => {
				Some((auctioned, state_id, max_share, max_payment))
			},
			_ => None,
		};
		self.waiting().iter().filter_map(bid).collect()
	}

	pub fn waiting(&self) -> Vec<Vec<u8>> {
		self.pool.waiting.lock().unwrap().clone()
	}

	/// Everything is forgotten that waited.
	pub fn drop_waiting(&self) {
		self.pool.waiting.lock().unwrap().clear();
	}

	pub fn offered(&self) -> u32 {
		*self.pool.offered.lock().unwrap()
	}

	pub fn close(&self, closed: bool) {
		*self.pool.closed.lock().unwrap() = closed;
	}
}

/// A notice of a feeder as bytes.
pub fn notice_bytes(notice: NoticeOf<Test>, signature: [u8; 32]) -> Vec<u8> {
	use frame_system::offchain::CreateAuthorizedTransaction;
	let call = Call::<Test>::flag_as_feeder { notice, signature };
	<Test as CreateAuthorizedTransaction<Call<Test>>>::create_authorized_transaction(call.into())
		.encode()
}

/// The same, signed by whose place it names.
pub fn signed_notice(notice: NoticeOf<Test>) -> Vec<u8> {
	let signature = MockFeeders::signature(notice.feeder, &notice.payload());
	notice_bytes(notice, signature)
}

/// What feeder `feeder` says of `account` now.
pub fn notice(feeder: u16, account: &MarginAccountId) -> NoticeOf<Test> {
	Notice {
		feeder,
		slot: 0,
		genesis: System::block_hash(0),
		at_block: System::block_number(),
		account: account.clone(),
		reward_to: None,
	}
}
