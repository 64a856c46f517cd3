// SPDX-License-Identifier: GPL-3.0-or-later

// Addresses that the chain derives.

import { bnToU8a, compactAddLength, stringToU8a, u8aConcat } from '@polkadot/util';
import { blake2AsU8a, decodeAddress, encodeAddress, xxhashAsHex } from '@polkadot/util-crypto';

const MARGIN_ACCOUNT = 'straddle/margin-account/v1';

/** The address of an owner's margin account number `index`, before or after it exists. */
export function marginAccountId(genesisHash, owner, index = 0) {
	const preimage = u8aConcat(
		compactAddLength(stringToU8a(MARGIN_ACCOUNT)),
		genesisHash,
		decodeAddress(owner),
		bnToU8a(index, { bitLength: 32, isLe: true }),
	);
	return encodeAddress(blake2AsU8a(preimage, 256), 42);
}

/** Where a runtime keeps a `pub storage` parameter. */
export const parameterKey = (name) => xxhashAsHex(`:${name}:`, 128);
