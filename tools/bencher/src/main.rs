// SPDX-License-Identifier: GPL-3.0-or-later

//! Runs the benchmarks of a runtime blob and writes weights: the SDK's `benchmark pallet` command
//! with the host function that a parachain needs. `scripts/weights` calls it.

use clap::Parser;
use cumulus_primitives_proof_size_hostfunction::storage_proof_size::HostFunctions;
use frame_benchmarking_cli::PalletCmd;
use sp_runtime::traits::BlakeTwo256;

fn main() -> sc_cli::Result<()> {
	// Or it would say that a benchmark failed and not why.
	sc_cli::LoggerBuilder::new("warn").init()?;
	PalletCmd::parse().run_with_spec::<BlakeTwo256, HostFunctions>(None)
}
