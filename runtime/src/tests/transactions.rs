// SPDX-License-Identifier: GPL-3.0-or-later

use crate::*;
use sp_runtime::traits::TransactionExtension;

#[test]
fn the_extensions_are_these_in_this_order() {
	let names: Vec<_> =
		TxExtension::metadata().iter().map(|extension| extension.identifier).collect();
	assert_eq!(
		names,
		[
			"AuthorizeCall",
			"CheckNonZeroSender",
			"CheckSpecVersion",
			"CheckTxVersion",
			"CheckGenesis",
			"CheckMortality",
			"CheckNonce",
			"CheckWeight",
			"ChargeAssetTxPayment",
			"CheckMetadataHash",
			"StorageWeightReclaim",
		]
	);
}

#[test]
fn the_extensions_that_clients_do_not_know_are_empty() {
	use scale_info::{MetaType, TypeDef};
	for extension in TxExtension::metadata() {
		if matches!(extension.identifier, "AuthorizeCall" | "StorageWeightReclaim") {
			for ty in [extension.ty, extension.implicit] {
				let empty = match ty.type_info().type_def {
					TypeDef::Tuple(tuple) => tuple.fields.is_empty(),
					TypeDef::Composite(composite) => composite.fields.iter().all(|field| {
						let inner: MetaType = field.ty;
						matches!(inner.type_info().type_def, TypeDef::Tuple(t) if t.fields.is_empty())
					}),
					_ => false,
				};
				assert!(empty, "{} carries a payload", extension.identifier);
			}
		}
	}
}

/// Not as the SDK's default database does, whose read and write take three times as long.
#[test]
fn what_extensions_read_and_write_is_charged_as_our_state_takes() {
	use frame_support::weights::constants::RocksDbWeight;
	use frame_system::ExtensionsWeightInfo;
	let charged = <Runtime as frame_system::Config>::ExtensionsWeightInfo::check_nonce();
	let [ours, theirs] = [configs::system::StateWeight::get(), RocksDbWeight::get()]
		.map(|database| database.reads_writes(1, 1));
	assert!(charged.all_gt(ours.set_proof_size(0)) && charged.ref_time() < theirs.ref_time());
}

#[test]
fn metadata_is_offered_from_14_to_16() {
	let versions = Runtime::metadata_versions();
	for version in [14, 15, 16] {
		assert!(versions.contains(&version), "{versions:?}");
	}
}

#[test]
fn a_full_block_leaves_room_for_prices_and_liquidations() {
	use configs::system::*;
	use frame_support::dispatch::DispatchClass;
	let weights = RuntimeBlockWeights::get();
	let normal = weights.get(DispatchClass::Normal).max_total.expect("limited");
	let operational = weights.get(DispatchClass::Operational).max_total.expect("limited");
	assert!(normal.all_lt(operational));
	assert_eq!(operational, MAXIMUM_BLOCK_WEIGHT);
}
