// SPDX-License-Identifier: GPL-3.0-or-later

//! The chains that this node knows by name: `dev` and `local`, made from the runtime's presets.
//! Everything else is a file.

use polkadot_omni_node_lib::chain_spec::{
	ChainSpec, DiskChainSpecLoader, Extensions, GenericChainSpec, LoadSpec,
};
use sc_chain_spec::ChainType;
use serde_json::json;

/// The para id of the named chains; a public chain brings its own in its file.
const PARA_ID: u32 = 2000;
/// The relay chain that a `local` collator follows when it is given no relay spec.
const RELAY_CHAIN: &str = "westend-local";

/// Finds a chain spec by name or by path.
pub struct Loader;

impl LoadSpec for Loader {
	fn load_spec(&self, id: &str) -> Result<Box<dyn ChainSpec>, String> {
		match id {
			"dev" => {
				named("Straddle Development", "straddle-dev", ChainType::Development, "development")
			},
			"local" => named("Straddle Local", "straddle-local", ChainType::Local, "local_testnet"),
			path => DiskChainSpecLoader.load_spec(path),
		}
	}
}

/// A chain made from a preset of the runtime that this node was built with.
fn named(
	name: &str,
	id: &str,
	chain_type: ChainType,
	preset: &str,
) -> Result<Box<dyn ChainSpec>, String> {
	let code = straddle_runtime_blob::WASM_BINARY
		.ok_or("this node was built with SKIP_WASM_BUILD: it knows no runtime, name a spec file")?;
	let properties = json!({ "ss58Format": 42, "tokenDecimals": 12, "tokenSymbol": "STRD" });
	Ok(Box::new(
		GenericChainSpec::builder(code, Extensions::new(RELAY_CHAIN.into(), PARA_ID))
			.with_name(name)
			.with_id(id)
			.with_protocol_id(id)
			.with_chain_type(chain_type)
			.with_properties(properties.as_object().cloned().unwrap_or_default())
			.with_genesis_config_preset_name(preset)
			.build(),
	))
}
