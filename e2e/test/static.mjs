// SPDX-License-Identifier: GPL-3.0-or-later

// Metadata of real chains as Polkadot.js ships it, on which the client library is tried without a
// node: the SDK's kitchen sink (V16) and Asset Hub (V15, fees named by XCM location).

import { expandMetadata, Metadata, TypeRegistry } from '@polkadot/types';
import assetHub from '@polkadot/types-support/metadata/v15/asset-hub-polkadot-hex';
import kitchenSink from '@polkadot/types-support/metadata/v16/substrate-hex';

export const GENESIS = `0x${'11'.repeat(32)}`;

export const KITCHEN_SINK = kitchenSink;
export const ASSET_HUB = assetHub;

export function staticChain(hex = KITCHEN_SINK) {
	const registry = new TypeRegistry();
	// Some files hold Option<OpaqueMetadata>; the metadata begins with its magic number.
	const metadata = new Metadata(registry, `0x${hex.slice(hex.indexOf('6d657461'))}`);
	registry.setMetadata(metadata, undefined, undefined, true);
	return { registry, versioned: metadata, metadata: registry.metadata, ...expandMetadata(registry, metadata) };
}
