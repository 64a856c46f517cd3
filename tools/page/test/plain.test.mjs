// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { staticChain } from '../../../e2e/test/static.mjs';
import { plain, variant } from '../lib/plain.mjs';

const { registry } = staticChain();
const of = (type, value) => plain(registry.createType(type, value));

test('numbers of 32 bits are numbers, larger ones BigInt', () => {
	assert.equal(of('u8', 7), 7);
	assert.equal(of('u32', 2 ** 32 - 1), 2 ** 32 - 1);
	assert.equal(of('i32', -5), -5);
	assert.equal(of('u64', 7), 7n);
	assert.equal(of('i128', '-170141183460469231731687303715884105728'), -(2n ** 127n));
	assert.equal(of('Perbill', 20_000_000), 20_000_000);
	assert.equal(of('Compact<u128>', 45), 45n);
	assert.equal(of('Compact<u32>', 45), 45);
});

test('options, structs, lists, tuples and maps', () => {
	assert.equal(of('Option<u32>', null), undefined);
	assert.equal(of('Option<u64>', 3), 3n);
	assert.equal(of('bool', true), true);
	assert.deepEqual(of('Vec<(u16, u64)>', [[1, 2]]), [[1, 2n]]);
	assert.deepEqual(of('[u8; 2]', [1, 2]), '0x0102');
	assert.deepEqual(of('{"ageMs":"Option<u64>","feed":"u16"}', { ageMs: 9, feed: 1 }), { ageMs: 9n, feed: 1 });
	assert.deepEqual(of('BTreeMap<u16, u64>', new Map([[3, 4]])), [[3, 4n]]);
	assert.deepEqual(of('BTreeSet<u16>', [3]), [3]);
});

test('variants are names, or a type with a value', () => {
	const pot = '{"_enum":{"Treasury":"Null","ChainPool":"u16","Suspense":"(u16,u64)"}}';
	assert.equal(of(pot, 'Treasury'), 'Treasury');
	assert.deepEqual(of(pot, { ChainPool: 0 }), { type: 'ChainPool', value: 0 });
	assert.deepEqual(of(pot, { Suspense: [1, 2] }), { type: 'Suspense', value: [1, 2n] });
	assert.equal(of('{"_enum":["Valid","Stale"]}', 'Stale'), 'Stale');
	assert.equal(variant('Valid'), 'Valid');
	assert.equal(variant({ type: 'ChainPool', value: 0 }), 'ChainPool');
});

test('addresses, hashes and texts', () => {
	const alice = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY';
	assert.equal(of('AccountId32', alice), alice);
	assert.equal(of('H256', `0x${'11'.repeat(32)}`), `0x${'11'.repeat(32)}`);
	assert.equal(of('Bytes', '0x425443'), 'BTC');
	assert.equal(of('Text', 'BTC'), 'BTC');
});
