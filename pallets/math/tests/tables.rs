// SPDX-License-Identifier: Apache-2.0

//! That the tables in the crate are those of their generator, which needs nothing but Python 3.

use std::process::Command;

#[test]
fn the_tables_are_what_their_generator_writes() {
	// Where the crate is now, not where it was built.
	let crate_dir = std::env::var("CARGO_MANIFEST_DIR").expect("cargo runs this");
	let script = format!("{crate_dir}/vectors/tables.py");
	let output = Command::new("python3").args([&script, "--check"]).output();
	let output = output.expect("python3 is needed to check the tables");
	assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
