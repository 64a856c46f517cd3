// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import test from 'node:test';
import { hexToU8a, u8aConcat, u8aToHex } from '@polkadot/util';
import { blake2AsHex, blake2AsU8a } from '@polkadot/util-crypto';
import { compactProof } from '../lib/siblings.mjs';

const hash = (node) => blake2AsU8a(node, 256);
const value = new Uint8Array(80).fill(7);
const leaf = u8aConcat([1, 2, 3], hash(value));
// It has the leaf's hash twice, and the value's as well.
const root = u8aConcat([9], hash(value), hash(leaf), [4], hash(leaf), [5, 6]);

test('a proof is sent from the lowest node up, without the hashes that follow from it', () => {
	const sent = compactProof(blake2AsHex(root, 256), [leaf, root, value]);
	assert.deepEqual(sent, [
		{ at: 0, bytes: u8aToHex(value) },
		{ at: 3, bytes: '0x010203' },
		{ at: 33, bytes: u8aToHex(u8aConcat([9], hash(value), [4], hash(leaf), [5, 6])) },
	]);
	// And what was cut out goes in again.
	let below;
	for (const { at, bytes } of sent) {
		const [rest, cut] = [hexToU8a(bytes), below ? hash(below) : []];
		below = u8aConcat(rest.subarray(0, at), cut, rest.subarray(at));
	}
	assert.deepEqual(below, root);
});

test('what is no path from the root is refused', () => {
	const no = (of, nodes) => assert.throws(() => compactProof(of, nodes), /no path/);
	no(blake2AsHex(leaf, 256), [leaf, root, value]);
	no(blake2AsHex(root, 256), [root, value, value]);
	no(blake2AsHex(root, 256), [root, leaf, value, new Uint8Array([1])]);
});
