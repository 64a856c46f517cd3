// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TypeRegistry } from '@polkadot/types';
import { assertInvariants, checkLedger, clearingAccount, readLedger } from '../lib/invariants.mjs';

const CALL = 'BTC-25DEC26-60000-C';

/** A ledger in which everything adds up, with a debtor, a lot, a pot and a position. */
const sound = () => ({
	accounts: [
		{ id: 'a', cash: 700n, lots: [[1, 50n]], positions: [[CALL, 2_000_000n]] },
		{ id: 'b', cash: -200n, lots: [[1, 30n], [2, 5n]], positions: [[CALL, -1_500_000n]] },
	],
	pots: [['Treasury', 90n], ['Suspense', -40n]],
	totals: { held: 553n, positive: 700n, negative: 200n, pots: 50n, interest: 3n, scaled: 0n },
	kinds: [
		{ kind: 0, local: true, held: 553n, credited: 553n, lotTotal: 0n },
		{ kind: 1, local: true, held: 81n, credited: 80n, lotTotal: 80n },
		{ kind: 2, local: false, held: 0n, credited: 5n, lotTotal: 5n },
	],
	openInterest: [[CALL, { longs: 2_000_000n, shorts: 1_500_000n, swept: 500_000n }]],
});

const broken = (change) => {
	const ledger = sound();
	change(ledger);
	return checkLedger(ledger).filter(({ ok }) => !ok);
};

test('a sound ledger passes all checks', () => {
	const results = checkLedger(sound());
	assert.deepEqual(results.filter(({ ok }) => !ok), []);
	assert.deepEqual([...new Set(results.map(({ number }) => number))].sort(), [1, 2, 3, 5]);
});

const BREAKS = [
	[1, 'clearing balance below the lots', (l) => (l.kinds[1].held = 79n)],
	[1, 'a lot of a kind that is not listed', (l) => l.accounts[0].lots.push([9, 1n])],
	[1, 'a lot of cash', (l) => l.accounts[0].lots.push([0, 1n])],
	[5, 'total of the lots', (l) => (l.kinds[2].lotTotal = 6n)],
	[5, 'registry total', (l) => (l.kinds[2].credited = 4n)],
	[2, 'cash out of nothing', (l) => (l.accounts[0].cash += 1n)],
	[2, 'pot out of nothing', (l) => (l.pots[0][1] += 1n)],
	[2, 'stablecoin gone', (l) => (l.kinds[0].held = 552n)],
	[2, 'stablecoin not listed', (l) => l.kinds.shift()],
	[2, 'a pot that may not be short', (l) => l.pots.push(['Feeders', -1n], ['Rounding', 1n])],
	[3, 'a long out of nothing', (l) => l.accounts[0].positions[0][1]++],
	[3, 'a series without open interest', (l) => l.accounts[0].positions.push(['ETH-25DEC26-3000-P', 1n])],
	[3, 'open interest on record', (l) => (l.openInterest[0][1].shorts -= 1n)],
];
for (const [number, what, change] of BREAKS) {
	test(`broken: ${what}`, () => {
		const found = broken(change);
		assert.ok(found.some((result) => result.number === number), JSON.stringify(found.map((f) => f.text)));
	});
}

test('the text says which sums', () => {
	const [first] = broken((l) => (l.kinds[1].held = 79n));
	assert.equal(first.text, "kind 1: clearing account's balance covers the lots: 79 < 80");
});

/** An api over made-up storage, with the field names of the pallets. */
function fakeApi({ cash = 700 } = {}) {
	const registry = new TypeRegistry();
	registry.register({
		Series: { underlying: 'u16', expiry: 'u64', strike: 'u64', kind: 'SeriesKind' },
		SeriesKind: { _enum: ['Future', 'Call', 'Put'] },
		PackedSeries: { strike: 'Compact<u128>', kind: 'SeriesKind', amount: 'Compact<u128>' },
		PackedExpiry: { underlying: 'u16', expiry: 'Compact<u128>', series: 'Vec<PackedSeries>' },
		Pot: { _enum: { Rounding: 'Null', Treasury: 'Null', Suspense: '(u16,u64)' } },
		MarginAccount: { cash: 'i128', lots: 'Vec<(u16,u128)>', positions: 'Vec<PackedExpiry>' },
		CashTotals: { held: 'i128', positive: 'i128', negative: 'i128', pots: 'i128', interest: 'i128', scaled: 'i128' },
		OpenContracts: { longs: 'u64', shorts: 'u64', swept: 'i64' },
		KindInfo: { asset: 'u32', source: 'u16' },
		Holding: { balance: 'u128' },
	});
	const make = (type, value) => registry.createType(type, value);
	const series = { underlying: 0, expiry: Date.UTC(2026, 11, 25, 8), strike: 6_000_000_000_000n, kind: 'Call' };
	// A number n as the ledger packs it, if it has no zeros to leave out: 16 n; a quantity's sign is one bit more.
	const expiry = BigInt(series.expiry) << 4n;
	const strike = BigInt(series.strike) << 4n;
	const holding = (amount) => [{ underlying: 0, expiry, series: [{ strike, kind: 'Call', amount }] }];
	const entries = (keyType, valueType, list) => ({
		entries: async () => list.map(([key, value]) => [{ args: [make(keyType, key)] }, make(valueType, value)]),
	});
	const asked = [];
	const query = {
		margin: {
			accounts: entries('AccountId', 'Option<MarginAccount>', [
				[`0x${'01'.repeat(32)}`, { cash, lots: [[1, 80]], positions: holding(5 << 5) }],
				[`0x${'02'.repeat(32)}`, { cash: -100, lots: [], positions: holding((5 << 5) | 1) }],
			]),
			pots: entries('Pot', 'i128', [['Treasury', 7], [{ Suspense: [0, 1] }, -2]]),
			totals: async () => make('CashTotals', { held: 605, positive: 700, negative: 100, pots: 5, interest: 0, scaled: 0 }),
			lotTotals: entries('u16', 'u128', [[1, 80]]),
			openInterest: entries('Series', 'OpenContracts', [[series, { longs: 5, shorts: 5, swept: 0 }]]),
		},
		collateral: {
			kinds: entries('u16', 'Option<KindInfo>', [[0, { asset: 10, source: 0 }], [1, { asset: 11, source: 0 }]]),
			credited: entries('u16', 'u128', [[0, 605], [1, 80]]),
		},
		foreignAssets: {
			account: async (asset, who) => {
				asked.push([asset.toNumber(), who]);
				return make('Option<Holding>', { balance: asset.toNumber() === 10 ? 605 : 80 });
			},
		},
	};
	return {
		asked,
		at: async () => ({ query }),
		rpc: { chain: { getBlockHash: async () => '0x00' } },
		consts: { collateral: { palletId: make('[u8; 8]', 'strd/clr') } },
	};
}

test('the ledger is read from storage, negative numbers and keys too', async () => {
	const api = fakeApi();
	const ledger = await assertInvariants(api);
	assert.deepEqual(ledger.accounts[1].positions, [[CALL, -5n]]);
	assert.equal(ledger.accounts[1].cash, -100n);
	assert.deepEqual(ledger.pots[1], ['{"suspense":[0,1]}', -2n]);
	assert.deepEqual(api.asked.map(([asset]) => asset), [10, 11]);
	assert.equal(api.asked[0][1], clearingAccount(api));
	assert.equal((await readLedger(api)).kinds[1].held, 80n);
	await assert.rejects(assertInvariants(fakeApi({ cash: 701 })), /broken: invariant 2, accounts less what losses took \+ pots/);
});

test('the clearing account is "modl", the pallet id and zeros', () => {
	const hex = Buffer.from('modlstrd/clr').toString('hex');
	assert.equal(clearingAccount(fakeApi()), `0x${hex.padEnd(64, '0')}`);
});
