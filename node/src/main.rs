// SPDX-License-Identifier: GPL-3.0-or-later

//! The Straddle node: `polkadot-omni-node-lib` with Straddle's chain specs. Nothing of the product
//! lives here; what a block means is in the runtime.

mod chain_spec;

use polkadot_omni_node_lib::{run, runtime::DefaultRuntimeResolver, CliConfig as Cli, RunConfig};

/// Not glibc's, which keeps half of what a collator has freed (docs/performance.md).
#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

struct CliConfig;

impl Cli for CliConfig {
	fn impl_version() -> String {
		format!("{}-{}", env!("CARGO_PKG_VERSION"), env!("SUBSTRATE_CLI_COMMIT_HASH"))
	}

	fn author() -> String {
		env!("CARGO_PKG_AUTHORS").into()
	}

	fn support_url() -> String {
		"https://straddle.invalid/issues".into()
	}

	fn copyright_start_year() -> u16 {
		2026
	}
}

fn main() -> color_eyre::eyre::Result<()> {
	color_eyre::install()?;
	Ok(run::<CliConfig>(RunConfig {
		chain_spec_loader: Box::new(chain_spec::Loader),
		runtime_resolver: Box::new(DefaultRuntimeResolver),
	})?)
}
