// SPDX-License-Identifier: GPL-3.0-or-later

//! A published runtime of another chain as a chain of the shuttle: its WebAssembly, run by `straddle-blob-host`.
//!
//! The state stays in the test's process, so that a test looks into it and changes it as if the chain were
//! native; only calls of the runtime go to the host, with the state before them, and what they changed comes
//! back. What people do on such a chain are transactions, signed, and paid there.

use codec::{Compact, Decode, Encode};
use frame_support::{Blake2_128Concat, StorageHasher};
use parachains_common::{AccountId, Hash};

use sp_io::{hashing::blake2_256, TestExternalities};
use sp_keyring::Sr25519Keyring;
use sp_version::RuntimeVersion;
use std::{
	cell::RefCell,
	collections::BTreeMap,
	io::BufReader,
	process::{Child, ChildStdin, ChildStdout, Command, Stdio},
	sync::{Arc, Mutex, PoisonError},
};

#[path = "../host/src/protocol.rs"]
mod protocol;

use protocol::{read, write, Request};

/// A host with a blob in it.
pub struct Host {
	process: Child,
	input: ChildStdin,
	output: BufReader<ChildStdout>,
}

impl Host {
	fn start(program: &str, blob: &str) -> Self {
		let mut process = Command::new(program)
			.arg(blob)
			.stdin(Stdio::piped())
			.stdout(Stdio::piped())
			.spawn()
			.unwrap_or_else(|error| panic!("{program}: {error}"));
		let input = process.stdin.take().expect("it is piped");
		let output = BufReader::new(process.stdout.take().expect("it is piped"));
		Self { process, input, output }
	}

	fn ask<R: Decode>(&mut self, request: Request) -> R {
		write(&mut self.input, &request).expect("the host listens");
		read(&mut self.output).expect("the host answers").expect("the host is there")
	}
}

impl Drop for Host {
	fn drop(&mut self) {
		let _ = self.process.kill();
		let _ = self.process.wait();
	}
}

/// A runtime in a host. Chains of one runtime share it; each block brings its state along.
#[derive(Clone)]
pub struct Hosted {
	host: Arc<Mutex<Host>>,
	/// What a transaction says between its nonce and its call: tip, what it is paid in, no metadata hash.
	extension: &'static [u8],
	spec_version: u32,
	transaction_version: u32,
}

impl Hosted {
	/// The runtime in this file. `extension`: see the field.
	pub fn start(program: &str, blob: &str, extension: &'static [u8]) -> Self {
		let host = Arc::new(Mutex::new(Host::start(program, blob)));
		let mut this = Self { host, extension, spec_version: 0, transaction_version: 0 };
		let version = this.run(&mut TestExternalities::default(), |ask| ask("Core_version", &[]));
		let version = RuntimeVersion::decode(&mut &version.expect("it has a version")[..]);
		let version = version.expect("it says which");
		this.spec_version = version.spec_version;
		this.transaction_version = version.transaction_version;
		this
	}

	/// Calls of the runtime on a state, one after the other. A call of an API that the runtime has not, or
	/// that fails, is answered by nothing; the host has said why.
	pub fn run<R>(
		&self,
		state: &mut TestExternalities,
		calls: impl FnOnce(&dyn Fn(&str, &[u8]) -> Option<Vec<u8>>) -> R,
	) -> R {
		let pairs = state.execute_with(pairs);
		let host = RefCell::new(self.host.lock().unwrap_or_else(PoisonError::into_inner));
		host.borrow_mut().ask::<()>(Request::Load(pairs.into_iter().collect()));
		let result = calls(&|method, input| {
			let request = Request::Call(method.into(), input.to_vec());
			host.borrow_mut().ask::<Result<Vec<u8>, String>>(request).ok()
		});
		let changes: Vec<(Vec<u8>, Option<Vec<u8>>)> = host.borrow_mut().ask(Request::Changes);
		state.execute_with(|| {
			for (key, value) in changes {
				match value {
					Some(value) => sp_io::storage::set(&key, &value),
					None => sp_io::storage::clear(&key),
				}
			}
		});
		result
	}

	/// Somebody's call as a transaction, immortal, the `nth` of his in this block.
	pub fn sign(
		&self,
		state: &mut TestExternalities,
		genesis: Hash,
		who: Sr25519Keyring,
		call: &[u8],
		nth: u32,
	) -> Vec<u8> {
		let nonce = state.execute_with(|| nonce(&who.to_account_id())) + nth;
		let immortal = [0u8];
		let extra = [&immortal[..], &Compact(nonce).encode(), self.extension].concat();
		let implied =
			(self.spec_version, self.transaction_version, genesis, genesis, None::<Hash>).encode();
		let payload = [call, &extra, &implied].concat();
		let signature =
			if payload.len() > 256 { who.sign(&blake2_256(&payload)) } else { who.sign(&payload) };
		let sr25519 = 1u8;
		let signed = (0x84u8, 0u8, who.to_account_id(), sr25519, signature).encode();
		[&signed[..], &extra, call].concat().encode()
	}
}

/// All that lies in the state that is open.
fn pairs() -> BTreeMap<Vec<u8>, Vec<u8>> {
	let mut pairs = BTreeMap::new();
	let mut key = vec![];
	while let Some(next) = sp_io::storage::next_key(&key) {
		key = next;
		pairs.insert(key.clone(), sp_io::storage::get(&key).unwrap_or_default().to_vec());
	}
	pairs
}

fn nonce(who: &AccountId) -> u32 {
	let prefix = frame_support::storage::storage_prefix(b"System", b"Account");
	let key = [&prefix[..], &Blake2_128Concat::hash(who.as_ref())].concat();
	let account = sp_io::storage::get(&key).unwrap_or_default();
	u32::decode(&mut &account[..]).unwrap_or_default()
}

thread_local! {
	static POOL: RefCell<Option<Vec<(Sr25519Keyring, Vec<u8>)>>> = const { RefCell::new(None) };
}

/// In something that a test does inside a hosted chain's block: this call goes into that block as a
/// transaction. `false` if there is none: the chain is native.
pub fn submit(who: Sr25519Keyring, call: &impl Encode) -> bool {
	POOL.with_borrow_mut(|pool| match pool {
		Some(waiting) => {
			waiting.push((who, call.encode()));
			true
		},
		None => false,
	})
}

/// Do something, and what was submitted meanwhile.
pub(crate) fn collect<R>(f: impl FnOnce() -> R) -> (R, Vec<(Sr25519Keyring, Vec<u8>)>) {
	POOL.set(Some(vec![]));
	let result = f();
	(result, POOL.take().unwrap_or_default())
}
