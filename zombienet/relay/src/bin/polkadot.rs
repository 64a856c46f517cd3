// SPDX-License-Identifier: GPL-3.0-or-later

//! The relay chain's node, without runtimes of its own: it runs what a spec file brings.

fn main() -> color_eyre::eyre::Result<()> {
	color_eyre::install()?;
	Ok(polkadot_cli::run()?)
}
