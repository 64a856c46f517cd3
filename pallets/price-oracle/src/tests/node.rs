// SPDX-License-Identifier: GPL-3.0-or-later

//! A node with venues that a test scripts.

use crate::{crypto::KEY_TYPE, mock::*, *};
use codec::Decode;
use frame_support::traits::Hooks;
use sp_core::offchain::{
	testing::TestOffchainExt, Externalities, HttpError, HttpRequestId, HttpRequestStatus,
	OffchainDbExt, OffchainWorkerExt, OpaqueNetworkState, StorageKind, Timestamp, TransactionPool,
	TransactionPoolExt,
};
use sp_core::OpaquePeerId;
use sp_keystore::{testing::MemoryKeystore, Keystore, KeystoreExt};
use std::{
	collections::BTreeMap,
	sync::{Arc, Mutex},
};

/// What a venue does when it is asked.
#[derive(Clone, Debug)]
pub enum Reply {
	Says(u16, Vec<u8>),
	/// Never answers.
	Hangs,
	/// Begins to answer and stops.
	Stalls,
	/// Takes the request and drops the connection.
	Breaks,
	/// Does not take the request.
	Refuses,
}

impl Reply {
	pub fn ok(text: impl Into<String>) -> Self {
		Self::Says(200, text.into().into_bytes())
	}
}

#[derive(Default)]
pub struct Script {
	/// Replies by the beginning of the URL.
	pub replies: BTreeMap<String, Reply>,
	pub asked: Vec<String>,
	read: BTreeMap<u16, usize>,
	/// Longest deadline that the worker gave.
	pub deadline: u64,
}

/// The node's clock stands still.
pub const WALL: u64 = START;

/// The network as a worker sees it.
#[derive(Clone, Default)]
pub struct Net(pub Arc<Mutex<Script>>);

impl Net {
	fn reply(&self, id: HttpRequestId) -> Reply {
		let script = self.0.lock().unwrap();
		let url = &script.asked[usize::from(id.0)];
		let fits = script.replies.iter().filter(|(prefix, _)| url.starts_with(prefix.as_str()));
		let reply = fits.max_by_key(|(prefix, _)| prefix.len());
		reply.map(|(_, reply)| reply.clone()).unwrap_or(Reply::Says(404, b"{}".to_vec()))
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
		Timestamp::from_unix_millis(WALL)
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
		assert_eq!(method, "GET");
		let id = {
			let mut script = self.0.lock().unwrap();
			script.asked.push(url.into());
			HttpRequestId(script.asked.len() as u16 - 1)
		};
		match self.reply(id) {
			Reply::Refuses => Err(()),
			_ => Ok(id),
		}
	}
	fn http_request_add_header(&mut self, _: HttpRequestId, _: &str, _: &str) -> Result<(), ()> {
		Ok(())
	}
	fn http_request_write_body(
		&mut self,
		_: HttpRequestId,
		_: &[u8],
		_: Option<Timestamp>,
	) -> Result<(), HttpError> {
		Ok(())
	}
	fn http_response_wait(
		&mut self,
		ids: &[HttpRequestId],
		deadline: Option<Timestamp>,
	) -> Vec<HttpRequestStatus> {
		// A worker that waits for ever would hang the node.
		let deadline = deadline.expect("there is a deadline").unix_millis();
		let mut script = self.0.lock().unwrap();
		script.deadline = script.deadline.max(deadline);
		drop(script);
		let status = |id: &HttpRequestId| match self.reply(*id) {
			Reply::Says(status, _) => HttpRequestStatus::Finished(status),
			Reply::Stalls => HttpRequestStatus::Finished(200),
			Reply::Hangs => HttpRequestStatus::DeadlineReached,
			Reply::Breaks => HttpRequestStatus::IoError,
			Reply::Refuses => HttpRequestStatus::Invalid,
		};
		ids.iter().map(status).collect()
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
		assert!(deadline.is_some(), "there is a deadline");
		let Reply::Says(_, body) = self.reply(id) else { return Err(HttpError::DeadlineReached) };
		let mut script = self.0.lock().unwrap();
		let read = script.read.entry(id.0).or_default();
		let count = buffer.len().min(body.len() - *read);
		buffer[..count].copy_from_slice(&body[*read..*read + count]);
		*read += count;
		Ok(count)
	}
	fn set_authorized_nodes(&mut self, _: Vec<OpaquePeerId>, _: bool) {}
}

/// A pool that keeps what it is given, or refuses everything.
#[derive(Clone, Default)]
pub struct Pool {
	pub taken: Arc<Mutex<Vec<Vec<u8>>>>,
	pub closed: bool,
}

impl TransactionPool for Pool {
	fn submit_transaction(&mut self, transaction: Vec<u8>) -> Result<(), ()> {
		if self.closed {
			return Err(());
		}
		self.taken.lock().unwrap().push(transaction);
		Ok(())
	}
}

/// A node with these feeders' keys.
pub struct Node {
	pub net: Net,
	pub pool: Pool,
	pub keys: Vec<u8>,
	pub builder: ExtBuilder,
}

pub const KRAKEN: &str = "http://127.0.0.1:18080/kraken/0/public/Ticker?pair=";
pub const COINBASE: &str = "http://127.0.0.1:18080/coinbase/v2/prices/";
pub const BINANCE: &str = "http://127.0.0.1:18080/binance/api/v3/ticker/price?symbol=";
pub const DERIBIT: &str = "http://127.0.0.1:18080/deribit/api/v2/public/";

pub fn kraken(name: &str, price: &str) -> Reply {
	Reply::ok(format!(r#"{{"error":[],"result":{{"{name}":{{"c":["{price}","1"]}}}}}}"#))
}

pub fn coinbase(base: &str, price: &str) -> Reply {
	Reply::ok(format!(r#"{{"data":{{"amount":"{price}","base":"{base}","currency":"USD"}}}}"#))
}

pub fn binance(symbol: &str, price: &str) -> Reply {
	Reply::ok(format!(r#"{{"symbol":"{symbol}","price":"{price}"}}"#))
}

pub fn index(price: &str) -> Reply {
	Reply::ok(format!(r#"{{"jsonrpc":"2.0","result":{{"index_price":{price}}}}}"#))
}

pub fn candle(close: &str) -> Reply {
	Reply::ok(format!(r#"{{"result":{{"data":[[1,1.0,1.0,1.0,{close}]],"continuation":null}}}}"#))
}

impl Node {
	pub fn new(keys: &[u8]) -> Self {
		let node = Self {
			net: Net::default(),
			pool: Pool::default(),
			keys: keys.to_vec(),
			builder: ExtBuilder::default(),
		};
		node.reply(&format!("{KRAKEN}XBTUSD"), kraken("XXBTZUSD", "60000.00000"));
		node.reply(&format!("{COINBASE}BTC-USD"), coinbase("BTC", "60010.00"));
		node.reply(&format!("{BINANCE}BTCUSDT"), binance("BTCUSDT", "60030.00000000"));
		node.reply(&format!("{DERIBIT}get_index_price?index_name=btc_usd"), index("60020.5"));
		node.reply(&format!("{KRAKEN}ETHUSD"), kraken("XETHZUSD", "3000.00000"));
		node.reply(&format!("{COINBASE}ETH-USD"), coinbase("ETH", "3001.00"));
		node.reply(&format!("{KRAKEN}USDTUSD"), kraken("USDTZUSD", "0.9990"));
		node.reply(&format!("{COINBASE}USDT-USD"), coinbase("USDT", "1.0010"));
		node.reply(&format!("{DERIBIT}get_volatility_index_data?currency=BTC"), candle("61.5"));
		node
	}

	pub fn reply(&self, url: &str, reply: Reply) {
		self.net.0.lock().unwrap().replies.insert(url.into(), reply);
	}

	pub fn run(self, test: impl FnOnce(&Net, &Pool)) {
		let keystore = MemoryKeystore::new();
		for n in &self.keys {
			keystore.sr25519_generate_new(KEY_TYPE, Some(&seed(*n))).unwrap();
		}
		let mut ext = self.builder.build();
		ext.register_extension(KeystoreExt::new(keystore));
		ext.register_extension(OffchainDbExt::new(TestOffchainExt::new().0));
		ext.register_extension(OffchainWorkerExt::new(self.net.clone()));
		ext.register_extension(TransactionPoolExt::new(self.pool.clone()));
		ext.execute_with(|| {
			test(&self.net, &self.pool);
			Oracle::do_try_state().unwrap();
		});
	}
}

pub fn work() {
	Oracle::offchain_worker(System::block_number());
}

impl Net {
	pub fn asked(&self) -> usize {
		self.0.lock().unwrap().asked.len()
	}

	pub fn was_asked(&self, prefix: &str) -> bool {
		self.0.lock().unwrap().asked.iter().any(|url| url.starts_with(prefix))
	}
}

impl Pool {
	pub fn batches(&self) -> Vec<BatchOf<Test>> {
		self.calls()
			.into_iter()
			.filter_map(|call| match call {
				Call::report { batch, .. } => Some(batch),
				_ => None,
			})
			.collect()
	}

	/// What was said of option markets.
	pub fn surfaces(&self) -> Vec<SurfaceBatchOf<Test>> {
		self.calls()
			.into_iter()
			.filter_map(|call| match call {
				Call::report_surface { batch, .. } => Some(batch),
				_ => None,
			})
			.collect()
	}

	fn calls(&self) -> Vec<Call<Test>> {
		let taken = self.taken.lock().unwrap();
		let call = |bytes: &Vec<u8>| {
			let transaction = UncheckedExtrinsic::decode(&mut &bytes[..]).unwrap();
			match transaction.function {
				RuntimeCall::Oracle(call) => call,
				other => panic!("not the oracle's: {other:?}"),
			}
		};
		taken.iter().map(call).collect()
	}

	/// What the one batch says.
	pub fn prices(&self) -> Vec<(FeedId, Price)> {
		let batches = self.batches();
		assert_eq!(batches.len(), 1);
		batches[0].prices.to_vec()
	}
}

pub fn set_local(key: &str, value: &[u8]) {
	sp_io::offchain::local_storage_set(StorageKind::PERSISTENT, key.as_bytes(), value);
}
