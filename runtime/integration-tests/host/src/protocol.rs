// SPDX-License-Identifier: GPL-3.0-or-later

//! What a test and a host say to each other, each message SCALE-encoded behind its length (u32, little-endian).
//! The tests' crate includes this file: it could not depend on the host without building wasmtime.

use codec::{Decode, Encode};
use std::io::{self, Read, Write};

/// A key with its value.
pub type Pair = (Vec<u8>, Vec<u8>);

#[derive(Decode, Encode)]
pub enum Request {
	/// Forget every state; this one, complete, is it. Answer: `()`.
	Load(Vec<Pair>),
	/// Call a runtime API with its encoded arguments on the state. Answer: `Result<Vec<u8>, String>`; after
	/// an error the state is good for nothing.
	Call(String, Vec<u8>),
	/// What differs now from what was loaded; no value: it is gone. Answer: `Vec<(Vec<u8>, Option<Vec<u8>>)>`.
	Changes,
}

/// Send one message.
pub fn write(to: &mut impl Write, message: &impl Encode) -> io::Result<()> {
	let bytes = message.encode();
	let length = u32::try_from(bytes.len()).map_err(io::Error::other)?;
	to.write_all(&length.to_le_bytes())?;
	to.write_all(&bytes)?;
	to.flush()
}

/// Receive one; `None` if there is no more.
pub fn read<T: Decode>(from: &mut impl Read) -> io::Result<Option<T>> {
	let mut length = [0; 4];
	match from.read_exact(&mut length) {
		Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
		other => other?,
	}
	let length = usize::try_from(u32::from_le_bytes(length)).map_err(io::Error::other)?;
	let mut bytes = vec![0; length];
	from.read_exact(&mut bytes)?;
	T::decode(&mut &bytes[..]).map(Some).map_err(io::Error::other)
}
