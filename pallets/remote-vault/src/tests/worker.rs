// SPDX-License-Identifier: GPL-3.0-or-later

//! The collator's worker against a source chain's node that a test scripts, and its notices in the pool.

use super::{hub::*, tries::*};
use crate::{
	feeders::{rejection, NOTICE_PRIORITY, NOTICE_SLOTS},
	mock::{worker::*, *},
	offchain::{rpc::unhex, KEYS, MAX_PROOFS, PAGE, PAUSE, URL_KEY, WATCH_KEY},
	*,
};
use codec::{Decode, Encode};
use frame_support::{
	assert_ok, assert_storage_noop,
	dispatch::GetDispatchInfo,
	storage::{with_transaction, TransactionOutcome},
	traits::Hooks,
};
use frame_system::offchain::CreateAuthorizedTransaction;
use sp_core::{
	offchain::{
		testing::TestOffchainExt, Externalities, HttpError, HttpRequestId, HttpRequestStatus,
		OffchainDbExt, OffchainWorkerExt, OpaqueNetworkState, StorageKind, Timestamp,
		TransactionPool, TransactionPoolExt,
	},
	OpaquePeerId, H256,
};
use sp_io::TestExternalities;
use sp_runtime::{
	traits::{Applyable, Checkable},
	transaction_validity::{
		InvalidTransaction, TransactionSource, TransactionValidity, TransactionValidityError,
	},
	DispatchError,
};
use std::sync::{Arc, Mutex};
use straddle_primitives::*;

const URL: &str = "http://127.0.0.1:9944";

/// What the source chain's node does.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Mood {
	#[default]
	Answers,
	/// Does not take requests.
	Refuses,
	Hangs,
	/// Another status.
	Fails,
	/// Says what is no answer.
	Babbles,
	/// Begins to answer and stops.
	Stalls,
	/// Answers without end.
	Floods,
	/// Knows nothing of what it is asked.
	Forgets,
	/// Has proofs of another state.
	Lies,
}

#[derive(Default)]
struct Script {
	mood: Mood,
	/// Its state, by which it answers.
	hub: Option<Hub>,
	asked: Vec<String>,
	bodies: Vec<Vec<u8>>,
	read: Vec<usize>,
	answers: Vec<Vec<u8>>,
}

#[derive(Clone, Default)]
struct Net(Arc<Mutex<Script>>);

fn hex(bytes: &[u8]) -> String {
	let digits: Vec<_> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
	format!("0x{}", digits.concat())
}

impl Script {
	fn answer(&mut self, id: usize) -> Vec<u8> {
		let question: serde_json::Value = serde_json::from_slice(&self.bodies[id]).unwrap();
		assert_eq!((&question["jsonrpc"], &question["id"]), (&"2.0".into(), &1.into()));
		let method = question["method"].as_str().unwrap().to_string();
		let params = &question["params"];
		self.asked.push(method.clone());
		let hub = self.hub.as_ref().unwrap();
		let at = hex(&[hub.number as u8; 32]);
		let keys = |list: &serde_json::Value| -> Vec<Vec<u8>> {
			list.as_array()
				.unwrap()
				.iter()
				.map(|key| unhex(key.as_str().unwrap()).unwrap())
				.collect()
		};
		let result = match (method.as_str(), self.mood) {
			(_, Mood::Forgets) => serde_json::Value::Null,
			("chain_getBlockHash", _) => {
				assert_eq!(params[0], hub.number, "the newest head's");
				at.into()
			},
			("state_queryStorageAt", _) => {
				assert_eq!(params[1], at);
				let value = |key: &Vec<u8>| hub.state.values.get(key).map(|value| hex(value));
				let changes: Vec<_> =
					keys(&params[0]).iter().map(|key| (hex(key), value(key))).collect();
				assert!(changes.len() <= KEYS);
				serde_json::json!([{ "block": at, "changes": changes }])
			},
			("state_getReadProof", mood) => {
				assert_eq!(params[1], at);
				let key = keys(&params[0]).remove(0);
				let mut proof: Vec<_> =
					hub.state.prove(&key).iter().map(|node| hex(node)).collect();
				if mood == Mood::Lies {
					proof[0] = hex(b"something else");
				}
				serde_json::json!({ "at": at, "proof": proof })
			},
			other => panic!("asked for {other:?}"),
		};
		serde_json::json!({ "jsonrpc": "2.0", "id": 1, "result": result }).to_string().into_bytes()
	}
}

impl Externalities for Net {
	fn is_validator(&self) -> bool {
		true
	}
	fn network_state(&self) -> Result<OpaqueNetworkState, ()> {
		Err(())
	}
	fn timestamp(&mut self) -> Timestamp {
		Timestamp::from_unix_millis(1_700_000_000_000)
	}
	fn sleep_until(&mut self, _: Timestamp) {}
	fn random_seed(&mut self) -> [u8; 32] {
		[0; 32]
	}
	fn http_request_start(
		&mut self,
		method: &str,
		url: &str,
		_: &[u8],
	) -> Result<HttpRequestId, ()> {
		assert_eq!((method, url), ("POST", URL));
		let mut script = self.0.lock().unwrap();
		if script.mood == Mood::Refuses {
			return Err(());
		}
		script.bodies.push(vec![]);
		script.answers.push(vec![]);
		script.read.push(0);
		Ok(HttpRequestId(script.bodies.len() as u16 - 1))
	}
	fn http_request_add_header(
		&mut self,
		_: HttpRequestId,
		name: &str,
		value: &str,
	) -> Result<(), ()> {
		assert_eq!((name, value), ("content-type", "application/json"));
		Ok(())
	}
	fn http_request_write_body(
		&mut self,
		id: HttpRequestId,
		chunk: &[u8],
		_: Option<Timestamp>,
	) -> Result<(), HttpError> {
		self.0.lock().unwrap().bodies[id.0 as usize].extend(chunk);
		Ok(())
	}
	fn http_response_wait(
		&mut self,
		ids: &[HttpRequestId],
		deadline: Option<Timestamp>,
	) -> Vec<HttpRequestStatus> {
		// A worker that waits for ever would hang the node.
		assert!(deadline.is_some());
		let id = ids[0].0 as usize;
		let mut script = self.0.lock().unwrap();
		let answer = match script.mood {
			Mood::Babbles => b"<html>".to_vec(),
			_ => script.answer(id),
		};
		script.answers[id] = answer;
		vec![match script.mood {
			Mood::Hangs => HttpRequestStatus::DeadlineReached,
			Mood::Fails => HttpRequestStatus::Finished(503),
			_ => HttpRequestStatus::Finished(200),
		}]
	}
	fn http_response_headers(&mut self, _: HttpRequestId) -> Vec<(Vec<u8>, Vec<u8>)> {
		vec![]
	}
	fn http_response_read_body(
		&mut self,
		id: HttpRequestId,
		buffer: &mut [u8],
		deadline: Option<Timestamp>,
	) -> Result<usize, HttpError> {
		assert!(deadline.is_some());
		let id = id.0 as usize;
		let mut script = self.0.lock().unwrap();
		match script.mood {
			Mood::Stalls if script.read[id] > 0 => return Err(HttpError::DeadlineReached),
			Mood::Floods => return Ok(buffer.len()),
			_ => (),
		}
		let left = &script.answers[id][script.read[id]..];
		let most = if script.mood == Mood::Stalls { 1 } else { buffer.len() };
		let count = most.min(left.len());
		buffer[..count].copy_from_slice(&left[..count]);
		script.read[id] += count;
		Ok(count)
	}
	fn set_authorized_nodes(&mut self, _: Vec<OpaquePeerId>, _: bool) {}
}

/// A pool that takes one of what provides the same, as pools do.
#[derive(Clone, Default)]
struct Pool(Arc<Mutex<Vec<Vec<u8>>>>);

impl TransactionPool for Pool {
	fn submit_transaction(&mut self, transaction: Vec<u8>) -> Result<(), ()> {
		let new = notice_in(&transaction);
		let mut waiting = self.0.lock().unwrap();
		let same = |known: &Vec<u8>| {
			let known = notice_in(known);
			(known.account, known.kind) == (new.account.clone(), new.kind)
				|| (known.feeder, known.slot) == (new.feeder, new.slot)
		};
		if waiting.iter().any(same) {
			return Err(());
		}
		waiting.push(transaction);
		Ok(())
	}
}

/// A call as nobody's transaction.
fn unsigned(call: RuntimeCall) -> Vec<u8> {
	<Test as CreateAuthorizedTransaction<Call<Test>>>::create_authorized_transaction(call).encode()
}

fn decode(bytes: &[u8]) -> UncheckedExtrinsic {
	UncheckedExtrinsic::decode(&mut &bytes[..]).unwrap()
}

fn notice_in(bytes: &[u8]) -> NoticeOf<Test> {
	match decode(bytes).function {
		RuntimeCall::RemoteVault(Call::prove_as_feeder { notice, .. }) => notice,
		other => panic!("no notice: {other:?}"),
	}
}

fn validate(bytes: &[u8], source: TransactionSource) -> TransactionValidity {
	let transaction = decode(bytes);
	let info = transaction.get_dispatch_info();
	let checked = transaction.check(&frame_system::ChainContext::<Test>::default()).unwrap();
	let ask = || {
		let answer = checked.validate::<Test>(source, &info, bytes.len());
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(answer))
	};
	with_transaction(ask).unwrap()
}

fn apply(bytes: &[u8]) -> Result<Result<(), DispatchError>, TransactionValidityError> {
	let transaction = decode(bytes);
	let info = transaction.get_dispatch_info();
	let checked = transaction.check(&frame_system::ChainContext::<Test>::default())?;
	let result = checked.apply::<Test>(&info, bytes.len())?;
	Ok(result.map(|_| ()).map_err(|error| error.error))
}

/// Our chain, a node of it, and the source chain's node.
struct World {
	state: TestExternalities,
	net: Net,
	pool: Pool,
	db: TestOffchainExt,
	places: Vec<u16>,
}

impl World {
	/// The node holds feeder 3's key and knows where to ask.
	fn new() -> Self {
		let mut world = Self {
			state: build(),
			net: Net::default(),
			pool: Pool::default(),
			db: TestOffchainExt::new().0,
			places: vec![3],
		};
		let hub = world.state.execute_with(Hub::new);
		world.net.0.lock().unwrap().hub = Some(hub);
		world.set(&format!("{URL_KEY}1"), URL);
		world
	}

	fn on<R>(&mut self, body: impl FnOnce() -> R) -> R {
		self.state.register_extension(OffchainDbExt::new(self.db.clone()));
		self.state.register_extension(OffchainWorkerExt::new(self.net.clone()));
		self.state.register_extension(TransactionPoolExt::new(self.pool.clone()));
		MockFeeders::hold(&self.places);
		self.state.execute_with(body)
	}

	fn set(&mut self, key: &str, value: &str) {
		self.on(|| {
			let kind = StorageKind::PERSISTENT;
			sp_io::offchain::local_storage_set(kind, key.as_bytes(), value.as_bytes());
		});
	}

	fn hub<R>(&mut self, body: impl FnOnce(&mut Hub) -> R) -> R {
		let net = self.net.clone();
		self.on(|| body(net.0.lock().unwrap().hub.as_mut().unwrap()))
	}

	fn mood(&self, mood: Mood) {
		self.net.0.lock().unwrap().mood = mood;
	}

	/// What the source chain's node was asked since this was asked last.
	fn asked(&self) -> Vec<String> {
		std::mem::take(&mut self.net.0.lock().unwrap().asked)
	}

	/// The worker runs; what it does to the state is dropped. What is in the pool then.
	fn work(&mut self) -> Vec<Vec<u8>> {
		self.on(|| {
			let run = || {
				RemoteVault::offchain_worker(System::block_number());
				TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
			};
			with_transaction(run).unwrap();
		});
		self.pool.0.lock().unwrap().clone()
	}

	/// The next block, with what waits and is valid.
	fn block(&mut self) -> Vec<Result<(), DispatchError>> {
		let waiting = std::mem::take(&mut *self.pool.0.lock().unwrap());
		self.on(|| {
			System::set_block_number(System::block_number() + 1);
			let results = waiting.iter().filter_map(|bytes| apply(bytes).ok()).collect();
			RemoteVault::do_try_state().unwrap();
			results
		})
	}

	fn proven(&mut self, kind: CollateralId) -> u128 {
		self.on(|| Vaults::<Test>::get(account(), kind).unwrap_or_default().proven)
	}

	/// A vault that we know, with 5,000 DOT in it.
	fn known() -> Self {
		let mut world = Self::new();
		world.hub(|hub| {
			hub.block(&[(DOT, native(5_000, 0, 0))]);
			assert_ok!(hub.prove(DOT));
		});
		world
	}
}

const SOURCES: [TransactionSource; 3] =
	[TransactionSource::External, TransactionSource::Local, TransactionSource::InBlock];

#[test]
fn what_moved_is_proven_by_itself() {
	let mut world = World::known();
	assert!(world.work().is_empty(), "all is known");
	assert_eq!(world.asked(), ["chain_getBlockHash", "state_queryStorageAt"]);
	world.hub(|hub| hub.block(&[(DOT, native(9_000, 0, 0))]));
	let waiting = world.work();
	assert_eq!(world.asked(), ["chain_getBlockHash", "state_queryStorageAt", "state_getReadProof"]);
	let notice = notice_in(&waiting[0]);
	assert_eq!((notice.feeder, notice.account, notice.kind), (3, account(), DOT));
	for source in SOURCES {
		let valid = world.on(|| validate(&waiting[0], source)).unwrap();
		assert_eq!((valid.priority, valid.propagate), (NOTICE_PRIORITY, true));
		assert!(valid.longevity >= 3 && valid.provides.len() == 2 && valid.requires.is_empty());
	}
	assert_eq!(world.block(), [Ok(())]);
	assert_eq!(world.proven(DOT), 9_000);
	// Then there is nothing more to say.
	assert!(world.work().is_empty());
	// What falls is news as well, and dust is not.
	world.hub(|hub| hub.block(&[(DOT, native(9_000 + DEPOSIT - 1, 0, 0))]));
	(0..PAUSE).for_each(|_| assert!(world.block().is_empty()));
	assert!(world.work().is_empty());
	world.hub(|hub| hub.block(&[(DOT, native(10, 0, 0))]));
	assert_eq!(world.work().len(), 1);
	assert_eq!(world.block(), [Ok(())]);
	assert_eq!(world.proven(DOT), 10);
}

#[test]
fn accounts_that_the_operator_names_are_looked_at_before_they_have_vaults() {
	let mut world = World::new();
	world.hub(|hub| hub.block(&[(DOT, native(5_000, 0, 0)), (WETH, asset(DEPOSIT, 0))]));
	assert!(world.work().is_empty(), "nobody knows of it");
	assert!(world.asked().is_empty(), "and nobody is asked");
	let name = hex(account().0.as_ref());
	world.set(WATCH_KEY, &format!("nonsense, {name}"));
	// What has no more than has to stay is left alone.
	let kinds: Vec<_> = world.work().iter().map(|bytes| notice_in(bytes).kind).collect();
	assert_eq!(kinds, [DOT]);
	assert_eq!(world.block(), [Ok(())]);
	assert_eq!(world.proven(DOT), 5_000);
}

#[test]
fn a_node_without_a_key_a_url_or_a_head_asks_nobody() {
	let silent = |mut world: World| {
		assert!(world.work().is_empty());
		assert!(world.asked().is_empty());
	};
	let mut world = World::known();
	world.places.clear();
	silent(world);
	for url in ["", "ftp://127.0.0.1:9944", "127.0.0.1"] {
		let mut world = World::known();
		world.set(&format!("{URL_KEY}1"), url);
		silent(world);
	}
	let mut world = World::known();
	world.on(|| {
		let _ = Heads::<Test>::clear_prefix(HUB, u32::MAX, None);
	});
	silent(world);
	// A new code that nobody has looked at.
	let mut world = World::known();
	world.on(|| {
		Sources::<Test>::mutate(HUB, |info| {
			info.as_mut().unwrap().codes = vec![H256::repeat_byte(9)].try_into().unwrap();
		})
	});
	silent(world);
}

#[test]
fn a_node_that_does_not_answer_or_lies_does_no_harm() {
	use Mood::*;
	for mood in [Refuses, Hangs, Fails, Babbles, Stalls, Floods, Forgets, Lies] {
		let mut world = World::known();
		world.hub(|hub| hub.block(&[(DOT, native(9_000, 0, 0))]));
		world.mood(mood);
		assert!(world.work().is_empty(), "{mood:?}");
		world.mood(Answers);
		(0..PAUSE).for_each(|_| assert!(world.block().is_empty()));
		assert_eq!(world.work().len(), 1, "{mood:?}");
	}
}

#[test]
fn what_was_sent_is_not_sent_again_at_once() {
	let mut world = World::known();
	world.hub(|hub| hub.block(&[(DOT, native(9_000, 0, 0))]));
	assert_eq!(world.work().len(), 1);
	let mut blocks = 0;
	// No author takes it.
	loop {
		world.pool.0.lock().unwrap().clear();
		world.block();
		blocks += 1;
		if !world.work().is_empty() {
			break;
		}
	}
	assert_eq!(blocks, PAUSE);
}

#[test]
fn all_vaults_have_their_turn_and_a_block_has_a_few_proofs() {
	let mut world = World::known();
	let other = |n: u32| {
		let hash = sp_crypto_hashing::blake2_256(&n.to_le_bytes());
		MarginAccountId(sp_runtime::AccountId32::new(hash))
	};
	let others: Vec<_> = (0..2 * PAGE + 9).map(other).collect();
	world.on(|| {
		for other in &others {
			let vault = Vault { proven: 1, ..Vault::default() };
			Vaults::<Test>::insert(other, DOT, vault);
		}
	});
	// In the last of all of them something moved. Of the others there is as much as is known.
	let last = world.on(|| Vaults::<Test>::iter_keys().last().unwrap().0);
	world.hub(|hub| {
		for other in &others {
			hub.values.insert(vault_key(other, &holding(DOT)), native(1, 0, 0));
		}
		hub.values.insert(vault_key(&last, &holding(DOT)), native(7_777, 0, 0));
		hub.block(&[]);
	});
	assert!(world.work().is_empty());
	assert!(world.work().is_empty());
	let waiting = world.work();
	assert_eq!(notice_in(&waiting[0]).account, last);
	// After the end it begins anew. Many move at once.
	assert_eq!(world.block(), [Ok(())]);
	let moved: Vec<_> = others.iter().take(3 * MAX_PROOFS as usize + 1).collect();
	world.hub(|hub| {
		for other in &moved {
			hub.values.insert(vault_key(other, &holding(DOT)), native(9_999, 0, 0));
		}
		hub.block(&[]);
	});
	let mut sum = 0;
	for _ in 0..20 {
		let waiting = world.work().len();
		assert!(waiting <= MAX_PROOFS as usize);
		sum += waiting;
		assert_eq!(world.block().len(), waiting);
	}
	assert_eq!(sum, moved.len(), "none is forgotten");
}

#[test]
fn the_door_of_the_pool_says_what_is_wrong() {
	let mut world = World::known();
	world.hub(|hub| hub.block(&[(DOT, native(9_000, 0, 0))]));
	let good = notice_in(&world.work()[0]);
	let refused = |world: &mut World, notice: NoticeOf<Test>, by: u16, why: InvalidTransaction| {
		let signature = MockFeeders::signature(by, &notice.payload());
		let bytes = unsigned(Call::<Test>::prove_as_feeder { notice, signature }.into());
		world.on(|| {
			for source in SOURCES {
				assert_storage_noop!(assert_eq!(validate(&bytes, source), Err(why.into())));
			}
			assert_storage_noop!(assert_eq!(apply(&bytes), Err(why.into())));
		});
	};
	let custom = InvalidTransaction::Custom;
	let with = |change: &dyn Fn(&mut NoticeOf<Test>)| {
		let mut notice = good.clone();
		change(&mut notice);
		notice
	};
	let slot = with(&|notice| notice.slot = NOTICE_SLOTS);
	refused(&mut world, slot, 3, InvalidTransaction::Call);
	refused(&mut world, with(&|notice| notice.at_block = 99), 3, InvalidTransaction::Future);
	let other = with(&|notice| notice.genesis = H256::repeat_byte(9));
	refused(&mut world, other, 3, custom(rejection::OTHER_CHAIN));
	// Another's signature, and a feeder that there is not.
	refused(&mut world, good.clone(), 4, InvalidTransaction::BadProof);
	refused(&mut world, with(&|notice| notice.feeder = 7), 7, InvalidTransaction::BadProof);
	let no_news = custom(rejection::NO_NEWS);
	let changes: [&dyn Fn(&mut NoticeOf<Test>); 4] = [
		&|notice| notice.kind = USDT,
		&|notice| notice.relay_block += 1,
		&|notice| notice.account = MarginAccountId(sp_runtime::AccountId32::new([5; 32])),
		&|notice| {
			notice.nodes.pop();
		},
	];
	for change in changes {
		refused(&mut world, with(change), 3, no_news);
	}
	// Somebody else was faster.
	world.hub(|hub| hub.prove(DOT)).unwrap();
	refused(&mut world, good.clone(), 3, no_news);
	world.on(|| System::set_block_number(10));
	refused(&mut world, good.clone(), 3, InvalidTransaction::AncientBirthBlock);
	// Nobody else may call it.
	world.on(|| {
		for origin in
			[RuntimeOrigin::root(), RuntimeOrigin::none(), RuntimeOrigin::signed(account().0)]
		{
			let result = RemoteVault::prove_as_feeder(origin, good.clone(), [0; 32]);
			assert_eq!(result.map_err(|error| error.error), Err(DispatchError::BadOrigin));
		}
	});
}

/// A signature is of the whole notice, the proof in it as well.
#[test]
fn nobody_puts_another_proof_into_a_notice() {
	let mut world = World::known();
	world.hub(|hub| hub.block(&[(DOT, native(9_000, 0, 0))]));
	let mut call = decode(&world.work()[0]).function;
	let RuntimeCall::RemoteVault(Call::prove_as_feeder { notice, .. }) = &mut call else {
		panic!("it is one")
	};
	notice.nodes.pop();
	let bytes = unsigned(call);
	let bad = Err(InvalidTransaction::BadProof.into());
	world.on(|| SOURCES.map(|source| assert_eq!(validate(&bytes, source), bad)));
}
