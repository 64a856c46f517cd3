// SPDX-License-Identifier: GPL-3.0-or-later

//! Writes the blob to the file that is named.

fn main() -> Result<(), Box<dyn std::error::Error>> {
	let file = std::env::args().nth(1).ok_or("name the file to write")?;
	let blob = straddle_relay_blob::WASM_BINARY.ok_or("built with SKIP_WASM_BUILD")?;
	Ok(std::fs::write(file, blob)?)
}
