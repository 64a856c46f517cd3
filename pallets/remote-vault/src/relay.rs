// SPDX-License-Identifier: GPL-3.0-or-later

//! What the relay chain's state says of a source chain: under which keys, and how it is read. Pure.

use alloc::vec::Vec;
use codec::DecodeAll;
use frame_support::{storage::storage_prefix, StorageHasher, Twox64Concat};
use sp_core::H256;
use sp_runtime::{generic, traits::BlakeTwo256};

/// The proof of the relay chain's state that a block carries does not say what lies under a key.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Withheld;

/// The relay chain's state, as far as a block proves it.
pub trait RelayState {
	/// What lies under a key; `None` if nothing does.
	///
	/// # Errors
	/// The proof does not say.
	fn read(&self, key: &[u8]) -> Result<Option<Vec<u8>>, Withheld>;
}

/// Where the relay chain keeps what is asked for of a parachain: its head, the hash of the code that it
/// runs, and the hash of the one that it is about to run.
pub fn keys(para_id: u32) -> [Vec<u8>; 3] {
	let key = |item: &[u8]| {
		let prefix = storage_prefix(b"Paras", item);
		[&prefix[..], &Twox64Concat::hash(&para_id.to_le_bytes())].concat()
	};
	[key(b"Heads"), key(b"CurrentCodeHash"), key(b"FutureCodeHash")]
}

/// A header, as far as it counts.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Head {
	pub number: u32,
	pub state_root: H256,
}

/// Why there is no head.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum NoHead {
	/// There is none, or no code that made it.
	Absent,
	/// What there is is no header, or no hash.
	Unreadable,
}

/// What is found of a source chain. Code hashes are as on the relay chain; none where there is none or
/// what lies there is no hash.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Found {
	pub head: Result<Head, NoHead>,
	pub code: Option<H256>,
	pub future: Option<H256>,
}

/// Read all three keys of a parachain.
///
/// # Errors
/// One of them is withheld: then nothing can be said. A head without the code that made it is as good as
/// none.
pub(crate) fn look(state: &impl RelayState, para_id: u32) -> Result<Found, Withheld> {
	let [head, code, future] = keys(para_id);
	let (head, code, future) = (state.read(&head)?, state.read(&code)?, state.read(&future)?);
	let hash =
		|bytes: Option<&Vec<u8>>| bytes.and_then(|bytes| H256::decode_all(&mut &bytes[..]).ok());
	let found = match (&head, &code) {
		(Some(head), Some(code)) => match (header(head), hash(Some(code))) {
			(Some(head), Some(_)) => Ok(head),
			_ => Err(NoHead::Unreadable),
		},
		_ => Err(NoHead::Absent),
	};
	Ok(Found { head: found, code: hash(code.as_ref()), future: hash(future.as_ref()) })
}

/// Head data is a byte string that holds a header, and nothing behind either.
fn header(bytes: &[u8]) -> Option<Head> {
	let data = Vec::<u8>::decode_all(&mut &bytes[..]).ok()?;
	let header = generic::Header::<u32, BlakeTwo256>::decode_all(&mut &data[..]).ok()?;
	Some(Head { number: header.number, state_root: header.state_root })
}
