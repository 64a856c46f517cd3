// SPDX-License-Identifier: GPL-3.0-or-later

//! What a node of a source chain is asked, by JSON-RPC over HTTP. It is trusted with nothing: what it says is
//! tried before it is sent.

use alloc::{
	collections::BTreeMap,
	format,
	string::{String, ToString},
	vec::Vec,
};
use serde::{de::DeserializeOwned, Deserialize};
use sp_core::{
	offchain::{Duration, Timestamp},
	H256,
};
use sp_runtime::offchain::http::Request;

/// How long the node has for all that a worker asks in one block.
pub const TIME_MS: u64 = 4_000;
/// The longest answer that is read: 200 keys and values are 110 KB at most, a proof is 33.
pub const MAX_ANSWER: usize = 256 * 1_024;

/// A node.
pub struct Node {
	url: String,
	deadline: Timestamp,
}

#[derive(Deserialize)]
struct Answer<R> {
	result: Option<R>,
}

#[derive(Deserialize)]
struct Changes {
	changes: Vec<(String, Option<String>)>,
}

#[derive(Deserialize)]
struct ReadProof {
	proof: Vec<String>,
}

impl Node {
	pub fn new(url: String) -> Self {
		let deadline = sp_io::offchain::timestamp().add(Duration::from_millis(TIME_MS));
		Self { url, deadline }
	}

	/// The hash of a block of its best chain.
	pub fn block_hash(&self, number: u32) -> Result<H256, String> {
		let hash: String = self.ask("chain_getBlockHash", &format!("[{number}]"))?;
		let bytes: Option<[u8; 32]> = unhex(&hash).and_then(|bytes| bytes.try_into().ok());
		bytes.map(H256).ok_or_else(|| "a block hash is no hash".to_string())
	}

	/// What lies under some keys after a block.
	pub fn values(
		&self,
		keys: &[&[u8]],
		at: &H256,
	) -> Result<BTreeMap<Vec<u8>, Option<Vec<u8>>>, String> {
		let keys: Vec<_> = keys.iter().map(|key| format!("\"{}\"", hex(key))).collect();
		let params = format!("[[{}],\"{}\"]", keys.join(","), hex(&at.0));
		let sets: Vec<Changes> = self.ask("state_queryStorageAt", &params)?;
		let mut values = BTreeMap::new();
		for (key, value) in sets.into_iter().flat_map(|set| set.changes) {
			let bytes = |text: &str| unhex(text).ok_or_else(|| "a value is not hex".to_string());
			values.insert(bytes(&key)?, value.as_deref().map(bytes).transpose()?);
		}
		Ok(values)
	}

	/// A proof of what lies under a key after a block.
	pub fn proof(&self, key: &[u8], at: &H256) -> Result<Vec<Vec<u8>>, String> {
		let params = format!("[[\"{}\"],\"{}\"]", hex(key), hex(&at.0));
		let answer: ReadProof = self.ask("state_getReadProof", &params)?;
		let nodes: Option<Vec<_>> = answer.proof.iter().map(|node| unhex(node)).collect();
		nodes.ok_or_else(|| "a node is not hex".to_string())
	}

	fn ask<R: DeserializeOwned>(&self, method: &str, params: &str) -> Result<R, String> {
		let body = format!(r#"{{"jsonrpc":"2.0","id":1,"method":"{method}","params":{params}}}"#);
		let fail = |why: &str| format!("{method}: {why}");
		let pending = Request::post(&self.url, alloc::vec![body.as_bytes()])
			.add_header("content-type", "application/json")
			.deadline(self.deadline)
			.send()
			.map_err(|_| fail("not sent"))?;
		let response = pending.try_wait(self.deadline).map_err(|_| fail("no answer in time"))?;
		let response = response.map_err(|_| fail("the connection broke"))?;
		if response.code != 200 {
			return Err(fail(&format!("status {}", response.code)));
		}
		let mut reader = response.body();
		reader.deadline(self.deadline);
		let bytes: Vec<_> = reader.by_ref().take(MAX_ANSWER.saturating_add(1)).collect();
		if reader.error().is_some() {
			return Err(fail("the answer broke off"));
		}
		if bytes.len() > MAX_ANSWER {
			return Err(fail("the answer is too long"));
		}
		let answer: Answer<R> =
			serde_json::from_slice(&bytes).map_err(|_| fail("not understood"))?;
		answer.result.ok_or_else(|| fail("it knows nothing of that"))
	}
}

fn hex(bytes: &[u8]) -> String {
	let digits = bytes.iter().map(|byte| format!("{byte:02x}"));
	core::iter::once("0x".to_string()).chain(digits).collect()
}

/// Bytes from hex digits, with or without `0x`.
pub fn unhex(text: &str) -> Option<Vec<u8>> {
	let digits = text.strip_prefix("0x").unwrap_or(text).as_bytes();
	let digit = |of: &u8| char::from(*of).to_digit(16);
	let byte = |pair: &[u8]| match pair {
		[high, low] => digit(high)?.checked_mul(16)?.checked_add(digit(low)?)?.try_into().ok(),
		_ => None,
	};
	digits.chunks(2).map(byte).collect()
}
