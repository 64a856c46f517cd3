// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TypeRegistry } from '@polkadot/types';
import { nameOf } from '../lib/market.mjs';
import { positionsOf } from '../lib/packed.mjs';

const registry = new TypeRegistry();
registry.register({
	SeriesKind: { _enum: ['Future', 'Call', 'Put'] },
	PackedSeries: { strike: 'Compact<u128>', kind: 'SeriesKind', amount: 'Compact<u128>' },
	PackedExpiry: { underlying: 'u16', expiry: 'Compact<u128>', series: 'Vec<PackedSeries>' },
	MarginAccount: { positions: 'Vec<PackedExpiry>' },
});
const read = (hex) => positionsOf(registry.createType('MarginAccount', hex)).map(([s, q]) => [nameOf(s), q]);

test('positions are read from the bytes that the ledger stores', () => {
	// What pallets/margin/src/tests/packed.rs stores.
	const put = '0x0400001668984404699702ad0c';
	assert.deepEqual(read(put), [['BTC-25DEC26-60500-P', -2_500_000n]]);
	assert.deepEqual(read('0x00'), []);
});

test('large and uneven numbers are exact', () => {
	const value = (number) => BigInt(number) << 4n;
	const series = [
		{ strike: value(6_012_345_678_901n), kind: 'Future', amount: value(12_345_678) << 1n },
		{ strike: (1n << 4n) | 15n, kind: 'Call', amount: ((2n ** 63n) << 5n) | 1n },
	];
	const account = registry.createType('MarginAccount', {
		positions: [{ underlying: 1, expiry: value(Date.UTC(2026, 11, 25, 8)), series }],
	});
	const [[future, held], [call, short]] = positionsOf(account);
	assert.deepEqual([future.strike, held, call.strike, short], [6_012_345_678_901n, 12_345_678n, 10n ** 15n, -(2n ** 63n)]);
	assert.equal(future.expiry, BigInt(Date.UTC(2026, 11, 25, 8)));
});
