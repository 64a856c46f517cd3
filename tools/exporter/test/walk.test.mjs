// SPDX-License-Identifier: GPL-3.0-or-later

// Maps that are larger than what the page shows, and than one question: nothing at their end is missed.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { staticChain } from '../../../e2e/test/static.mjs';
import { MOST, PAGE, Reader } from '../../page/lib/reader.mjs';
import { longestClock, walkOrders, walkVaults } from '../lib/walk.mjs';

const { registry } = staticChain();
const WHO = '0x0707070707070707070707070707070707070707070707070707070707070707';

/** A reader of maps {pallet: {item: {key, value, entries}}} that gives pages as a node does; `asked` has their sizes. */
function readerOf(pallets, asked = []) {
	const queries = {};
	for (const [pallet, items] of Object.entries(pallets)) {
		queries[pallet] = {};
		for (const [item, { keys, value, entries, single }] of Object.entries(items)) {
			if (single) {
				queries[pallet][item] = async () => registry.createType(value, single);
				continue;
			}
			const key = (i) => ({ args: keys.map((type, n) => registry.createType(type, entries[i][0][n])), toHex: () => `0x${i.toString(16).padStart(8, '0')}` });
			const page = ({ pageSize, startKey }) => {
				assert.ok(pageSize <= 1_000, 'a node gives a thousand at most');
				const from = startKey === undefined ? 0 : parseInt(startKey, 16) + 1;
				const to = Math.min(entries.length, from + pageSize);
				asked.push(to - from);
				return Array.from({ length: to - from }, (_, i) => from + i);
			};
			queries[pallet][item] = {
				keysPaged: async (options) => page(options).map(key),
				entriesPaged: async (options) => page(options).map((i) => [key(i), registry.createType(value, entries[i][1])]),
			};
		}
	}
	return new Reader({ registry }, { query: queries }, '0x00');
}

const many = (count, make) => Array.from({ length: count }, (_, i) => make(i));
const vault = { keys: ['AccountId', 'u16'], value: '{"proven":"u128","breach":"Option<u32>"}' };
const flight = { keys: ['(AccountId, u16, Purpose)'], value: '{"fences":"u8","deadline":"Option<u32>"}' };
registry.register({ Purpose: { _enum: ['Release', 'Seizure'] } });

test('a breach in the last vault of 1,201 is counted', async () => {
	const entries = many(1_201, (i) => [[WHO, i], { proven: i, breach: i === 201 || i === 1_200 ? 7 : null }]);
	const asked = [];
	const found = await walkVaults(readerOf({ remoteVault: { vaults: { ...vault, entries } } }, asked), () => {});
	assert.deepEqual(found, { vaults: 1_201, breached: 2 });
	assert.ok(entries.length > MOST && asked.every((size) => size <= PAGE));
	assert.deepEqual(asked, [PAGE, PAGE, 201]);
});

test('a map that ends with a page, and one that is empty', async () => {
	const walk = (count) => walkVaults(readerOf({ remoteVault: { vaults: { ...vault, entries: many(count, (i) => [[WHO, i], {}]) } } }), () => {});
	assert.deepEqual(await walk(2 * PAGE), { vaults: 2 * PAGE, breached: 0 });
	assert.deepEqual(await walk(0), { vaults: 0, breached: 0 });
});

test('a walk that nobody wants any more ends at the next page', async () => {
	const asked = [];
	const r = readerOf({ remoteVault: { vaults: { ...vault, entries: many(3 * PAGE, (i) => [[WHO, i], {}]) } } }, asked);
	await assert.rejects(walkVaults(r, () => { if (asked.length === 2) throw new Error('enough'); }), /enough/);
	assert.deepEqual(asked, [PAGE, PAGE]);
});

test('the one late order of 533 is found wherever it is', async () => {
	const entries = many(533, (i) => [[[WHO, i, i % 2 === 0 ? 'Release' : 'Seizure']], { fences: 0, deadline: i === 0 ? null : i === 532 ? 999 : 1_000 + i }]);
	const r = readerOf({ remoteVault: { inFlights: { ...flight, entries } } });
	assert.deepEqual(await walkOrders(r, 1_000), { Release: 267, Seizure: 266, late: 1 });
	// At its deadline it is not late yet.
	assert.equal((await walkOrders(r, 999)).late, 0);
});

test('the longest clock of 533 auctions is that of the last, by the odometer of its group', async () => {
	const clocks = { value: '{"groups":"Vec<Group>"}', single: { groups: [{ scopes: 1, odometer: 500_000 }, { scopes: '0xffffffffffffffff', odometer: 90_000 }] } };
	registry.register({ Group: { scopes: 'u64', odometer: 'u64' }, AuctionClock: { bankedMs: 'u64', scopes: 'u64', reading: 'u64', follows: 'bool' } });
	const auctions = (last) => ({
		keys: ['AccountId'],
		value: '{"started":"u64","clock":"AuctionClock"}',
		entries: many(533, (i) => [[WHO], { started: i, clock: i === 532 ? last : { bankedMs: 1_000, scopes: 1, reading: 499_000, follows: true } }]),
	});
	const longest = (last) => longestClock(readerOf({ liquidation: { clocks, auctions: auctions(last) } }));
	assert.equal(await longest({ bankedMs: 700_000, scopes: '0xffffffffffffffff', reading: 60_000, follows: true }), 730_000n);
	// One that does not follow shows what was banked; one whose group is gone, too.
	assert.equal(await longest({ bankedMs: 700_000, scopes: 1, reading: 0, follows: false }), 700_000n);
	assert.equal(await longest({ bankedMs: 700_000, scopes: 2, reading: 60_000, follows: true }), 700_000n);
	// None but the others.
	assert.equal(await longest({ bankedMs: 0, scopes: 1, reading: 500_000, follows: true }), 2_000n);
});

test('entries are counted by their keys', async () => {
	const asked = [];
	const hot = { keys: ['AccountId'], value: 'u8', entries: many(1_533, () => [[WHO], 0]) };
	assert.equal(await readerOf({ liquidation: { hot } }, asked).count('liquidation', 'hot'), 1_533);
	assert.deepEqual(asked, [PAGE, PAGE, PAGE, 33]);
	assert.equal((await readerOf({ liquidation: { hot } }).all('liquidation', 'hot')).length, 1_533);
});
