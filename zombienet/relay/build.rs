// SPDX-License-Identifier: GPL-3.0-or-later

//! Records the commit that the relay chain's binaries are built from.

fn main() {
	substrate_build_script_utils::generate_cargo_keys();
}
