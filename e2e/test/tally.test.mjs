// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contracts, strike } from '../lib/amounts.mjs';
import { Parts } from '../lib/desk.mjs';
import { Changes, Tally, differences } from '../lib/tally.mjs';

const series = { underlying: 0, expiry: 1_800_000_000_000n, strike: strike('60000'), kind: 'Call' };
const NAME = 'BTC-15JAN27-60000-C';
const trade = (fields) => ({ series, quantity: contracts('0.01'), price: 150n, taker: 'A', maker: 'B', takerSide: 'Buy', takerFee: 7n, makerFee: -2n, ...fields });

test('the buyer pays rounded up, the seller receives rounded down, each his fee', () => {
	const changes = new Changes().trades([trade()]);
	// 1.5 units: 2 are paid and 1 received.
	assert.deepEqual(changes.of('A'), { cash: -2n - 7n, positions: new Map([[NAME, contracts('0.01')]]) });
	assert.deepEqual(changes.of('B'), { cash: 1n + 2n, positions: new Map([[NAME, -contracts('0.01')]]) });
});

test("a future's premium may be below zero: the same roundings", () => {
	const changes = new Changes().trades([trade({ price: -150n, takerSide: 'Sell', takerFee: 0n, makerFee: 0n })]);
	// The buyer B receives 1.5 and gets 1; the seller A pays 2.
	assert.equal(changes.of('B').cash, 1n);
	assert.equal(changes.of('A').cash, -2n);
});

test('several trades add up and cancel', () => {
	const changes = new Changes().trades([trade(), trade({ takerSide: 'Sell' })]);
	assert.equal(changes.of('A').positions.get(NAME), 0n);
	assert.equal(changes.of('A').cash, -9n + 1n - 7n);
});

test('every difference is told', () => {
	const had = { cash: 10n, positions: new Map([['X', 5n]]) };
	const by = { cash: -1n, positions: new Map([['Y', 2n]]) };
	assert.deepEqual(differences('who', had, by, { cash: 9n, positions: new Map([['X', 5n], ['Y', 2n]]) }), []);
	assert.equal(differences('who', had, by, { cash: 8n, positions: new Map([['Z', 1n]]) }).length, 4);
});

test('a tally compares parties before and after', async () => {
	const party = { name: 'A', account: 'A', cash: async () => now.cash, positions: async () => now.positions };
	let now = { cash: 100n, positions: [] };
	const tally = await Tally.of(party);
	now = { cash: 91n, positions: [[NAME, contracts('0.01')]] };
	await tally.expect(new Changes().trades([trade()]));
	now = { cash: 92n, positions: [[NAME, contracts('0.01')]] };
	await assert.rejects(tally.expect(new Changes().trades([trade()])), /A has 92 of cash, not 100 and -9/);
});

test('gains of parts: their marks less what was paid, and nothing without a mark', async () => {
	const marks = { up: 120_000_000n, down: undefined };
	const some = (value) => ({ isSome: true, unwrap: () => value });
	const none = { isSome: false };
	const chain = {
		view: async (_pallet, _view, one) => some({ mark: marks[one] === undefined ? none : some(marks[one]), bid: none, ask: none, state: 'Valid' }),
	};
	const parts = new Parts();
	assert.deepEqual(await parts.gains(chain), {});
	parts.add('calls', [['up', contracts('2')]], 200_000_000n);
	assert.deepEqual(await parts.gains(chain), { calls: 40_000_000n, together: 40_000_000n });
	parts.add('other', [['down', contracts('1')]], 1n);
	assert.deepEqual(await parts.gains(chain), { calls: 40_000_000n, other: null, together: null });
});
