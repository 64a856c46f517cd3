// SPDX-License-Identifier: GPL-3.0-or-later

//! Writes the blob to the file that is named, compressed as the relay chain wants it.

use sp_maybe_compressed_blob::{compress_strongly, CODE_BLOB_BOMB_LIMIT};

fn main() -> Result<(), Box<dyn std::error::Error>> {
	let file = std::env::args().nth(1).ok_or("name the file to write")?;
	let blob = straddle_runtime_next::WASM_BINARY.ok_or("built with SKIP_WASM_BUILD")?;
	let code = compress_strongly(blob, CODE_BLOB_BOMB_LIMIT).ok_or("the blob is too large")?;
	Ok(std::fs::write(file, code)?)
}
