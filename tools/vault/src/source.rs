// SPDX-License-Identifier: GPL-3.0-or-later

//! The chain on which a vault lies, by its RPC.

use crate::balance::{self, Holding};
use subxt_rpcs::{rpc_params, RpcClient};

/// A node of a source chain.
pub struct Source(RpcClient);

impl Source {
	/// Connect to one.
	///
	/// # Errors
	/// Nobody answers.
	pub async fn at(url: &str) -> Result<Self, String> {
		Ok(Self(crate::house::connect(url).await?))
	}

	/// What of a kind lies at an address in the newest block, in smallest units, as far as it can be moved.
	///
	/// # Errors
	/// The node does not answer, or its state is laid out otherwise.
	pub async fn held(&self, holding: &Holding, address: &[u8; 32]) -> Result<u128, String> {
		let key = balance::key(holding, address);
		let answer = self.0.request("state_getStorage", rpc_params![hex(&key)]).await;
		let value: Option<String> = answer.map_err(|error| format!("state_getStorage: {error}"))?;
		value.map_or(Ok(0), |value| balance::decode(holding, &bytes(&value)?))
	}

	/// The proof of that balance in block `number`.
	///
	/// # Errors
	/// The node has no such block (any more), or does not answer.
	pub async fn proof(
		&self,
		holding: &Holding,
		address: &[u8; 32],
		number: u32,
	) -> Result<Vec<Vec<u8>>, String> {
		let answer = self.0.request("chain_getBlockHash", rpc_params![number]).await;
		let hash: Option<String> =
			answer.map_err(|error| format!("chain_getBlockHash: {error}"))?;
		let hash = hash.ok_or(format!("the source chain's node has no block {number}"))?;
		let key = balance::key(holding, address);
		let asked = self.0.request("state_getReadProof", rpc_params![vec![hex(&key)], hash]);
		let proof: Proof = asked.await.map_err(|error| format!("state_getReadProof: {error}"))?;
		proof.proof.iter().map(|node| bytes(node)).collect()
	}
}

#[derive(serde::Deserialize)]
struct Proof {
	proof: Vec<String>,
}

fn hex(bytes: &[u8]) -> String {
	format!("0x{}", hex::encode(bytes))
}

fn bytes(text: &str) -> Result<Vec<u8>, String> {
	let digits = text.strip_prefix("0x").unwrap_or(text);
	hex::decode(digits).map_err(|error| format!("not hexadecimal: {error}"))
}
