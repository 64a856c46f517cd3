// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contracts, strike, usd } from '../lib/amounts.mjs';
import { nearestPut, paid, priceForEquity, putIntoAuction, saidBy, takeOver, whereDebtWent } from '../lib/liquidation.mjs';
import { Story } from '../lib/steps.mjs';

test('the price at which a short put leaves so much equity', () => {
	// 66,000 − (11,100 + 1,200).
	assert.equal(priceForEquity(strike('66000'), contracts('1'), usd('11100'), usd('-1200')), usd('53700'));
	// Half a contract loses half as fast.
	assert.equal(priceForEquity(strike('66000'), contracts('0.5'), usd('5000'), usd('0')), usd('56000'));
	// Nothing is left at the price that takes it all.
	const price = priceForEquity(strike('1000'), contracts('2'), usd('300'), usd('0'));
	assert.equal((usd('1000') - price) * 2n, usd('300'));
});

test('the put nearest to a price, of the latest expiry', () => {
	const one = (expiry, kind, at) => ({ expiry, kind, strike: strike(at) });
	const list = [one(1n, 'Put', '66000'), one(2n, 'Call', '66000'), one(2n, 'Put', '64000'), one(2n, 'Put', '67000')];
	assert.deepEqual(nearestPut(list, usd('66000')), one(2n, 'Put', '67000'));
	assert.deepEqual(nearestPut(list, usd('65000')), one(2n, 'Put', '64000'));
	assert.equal(nearestPut([one(3n, 'Call', '1')], usd('1')), undefined);
	assert.equal(nearestPut([], usd('1')), undefined);
	// A quarter's is no daily one.
	const days = (n) => BigInt(n) * 86_400_000n;
	const dated = [1, 2, 4, 9, 90].map((n) => one(days(n), 'Put', '66000'));
	assert.equal(nearestPut(dated, usd('66000')).expiry, days(4));
});

test('who pays whom', () => {
	assert.equal(paid(1_500_000n), 'pays 1.50');
	assert.equal(paid(-1_500_000n), 'gets 1.50');
	assert.equal(paid(0n), 'pays 0.00');
});

const flagger = { name: 'the flagger', address: '5F' };
const none = { isNone: true };
const some = (value) => ({ isNone: false, unwrap: () => value });

test('whose word it was', () => {
	assert.equal(saidBy(none, flagger), 'the chain itself');
	assert.equal(saidBy(some('5F'), flagger), 'the flagger');
	assert.equal(saidBy(some('5C'), flagger), "a collator's worker");
});

/** A chain that has these events by block, and whose head moves by one with each look. */
function chainOf(events, { flaggable = false, params, view } = {}) {
	const chain = {
		head: 10,
		api: {
			tx: { liquidation: { flag: (...args) => ['flag', ...args], takeOver: (...args) => ['takeOver', ...args] } },
			query: { liquidation: { params: async () => params } },
		},
		eventsOf: async (number) => events[number] ?? [],
		view: async (pallet, name) => {
			if (name === 'auction') return view(chain.head);
			if (flaggable) return [];
			throw new Error('not flaggable');
		},
		until: async (what, probe, { blocks = 60 } = {}) => {
			for (let left = blocks; left >= 0; left--, chain.head++) {
				const value = await probe();
				if (value) return value;
			}
			throw new Error(`${what}: not within ${blocks} blocks`);
		},
	};
	return chain;
}

const whom = { name: 'somebody', account: '5W' };
const start = (account, who) => ({ name: 'liquidation.AuctionStarted', data: { account, flagger: who } });

test('the chain or a worker may be faster than the flagger', async () => {
	const sent = [];
	const sender = { ...flagger, send: async (call) => (sent.push(call), { block: { number: 99 } }) };
	// Events of others, and of before, are not his.
	const chain = chainOf({ 9: [start('5W', none)], 12: [start('5X', none)], 13: [start('5W', some('5C'))] });
	const found = await putIntoAuction(chain, sender, whom);
	assert.deepEqual(found, { block: { number: 13 }, by: "a collator's worker" });
	assert.deepEqual(sent, []);
	const own = await putIntoAuction(chainOf({}, { flaggable: true }), sender, whom);
	assert.deepEqual(own, { block: { number: 99 }, by: 'the flagger' });
	assert.equal(sent.length, 1);
});

test('a flag that comes too late finds the other one, and any other failure is one', async () => {
	const failing = (errorName) => ({ ...flagger, send: async () => { throw Object.assign(new Error(errorName), { errorName }); } });
	const chain = () => chainOf({ 12: [start('5W', none)] }, { flaggable: true });
	const found = await putIntoAuction(chain(), failing('liquidation.AlreadyInAuction'), whom);
	assert.deepEqual(found, { block: { number: 12 }, by: 'the chain itself' });
	// A view of a block without hooks knows nothing of grace blocks.
	const early = await putIntoAuction(chain(), failing('liquidation.GracePeriod'), whom);
	assert.equal(early.block.number, 12);
	await assert.rejects(putIntoAuction(chain(), failing('liquidation.Paused'), whom), { errorName: 'liquidation.Paused' });
	await assert.rejects(putIntoAuction(chainOf({}), failing(''), whom, { blocks: 3 }), /not within 3 blocks/);
});

test('the pool takes over when the path has ended, and not before', async () => {
	const quote = (biddableMs) => ({
		kappa: '1', share: '1', payment: '0', stateId: '0', biddableMs: String(biddableMs), equity: '0', requirement: '0', running: { isTrue: true },
	});
	const debt = { name: 'liquidation.DebtCovered', data: { account: '5W', paid: 1_200_000_000n, deficit: 0n } };
	const chain = chainOf({ 16: [debt] }, { params: { endMs: '60', takeOverMs: '20' }, view: (head) => quote(head * 5) });
	const data = { equity: usd('-1200'), payment: -12_200_000_000n, funded: 0n, poolAccount: '5P' };
	let at;
	const sender = { ...flagger, send: async () => ((at = chain.head), { events: [{ name: 'liquidation.TakenOver', data }] }) };
	const put = { expiry: 2n, strike: strike('66000'), name: 'BTC-PUT' };
	// 16 m + z stands for m · 10^z, of an amount twice that, and one more below zero.
	const series = [{ strike: put.strike << 4n, kind: 'Put', amount: ((1n << 4n) | 6n) << 1n | 1n }];
	const positions = [{ underlying: 0, expiry: put.expiry << 4n, series }];
	chain.api.query.margin = { accounts: async () => ({ unwrap: () => ({ positions }) }) };
	const auctionView = chain.view;
	chain.view = async (pallet, name, ...args) => {
		if (pallet !== 'margin') return auctionView(pallet, name, ...args);
		const assessment = { cash: usd('12200'), options: usd('-12200'), lots: { full: 0n } };
		return { unwrap: () => ({ assessment }) };
	};
	const seller = { ...whom, health: async () => ({ inAuction: false }), positions: async () => [], cash: async () => 0n };
	const lines = [];
	const story = new Story('test', { out: (line) => lines.push(line) });
	await takeOver(story, chain, { seller, flagger: sender, put, from: 5 });
	assert.equal(at, 16, '80 ms are over at block 16');
	assert.equal(story.failed, 0);
	assert.match(lines[0], /worth -1,200\.00, and gets 12,200\.00; the pool gives 0\.00/);
	assert.match(lines[1], /a debt of 1,200\.00: the pool pays 1,200\.00, the deficit is 0\.00/);
	assert.match(lines[3], /12,200\.00 of cash and -1\.00 BTC-PUT, together 0\.00/);
});

test('where a debt went that the pool could not pay', async () => {
	const covered = (account, paid, deficit) => ({ name: 'liquidation.DebtCovered', data: { account, paid: paid * 1_000_000n, deficit: deficit * 1_000_000n } });
	const gains = { type: 'Gains', toString: () => '{"gains":0}' };
	const borne = (loss, bearer) => ({
		name: 'liquidation.LossBorne',
		data: { loss, bearer, amount: 900_000_000n, collected: 700_000_000n, fromPool: 0n, scaled: 200_000_000n, uncovered: 0n },
	});
	const chain = chainOf({
		11: [covered('5X', 7n, 7n), covered('5W', 300n, 900n)],
		// A loss of before is not his.
		12: [borne(1, gains), covered('5W', 0n, 900n), { name: 'liquidation.WrittenOff', data: { account: '5W', parts: [[gains, 900_000_000n]] } }],
		13: [borne(2, { type: 'Cash', toString: () => 'Cash' })],
		15: [borne(3, gains)],
	});
	const lines = await whereDebtWent(chain, '5W', { from: 11 });
	assert.deepEqual(lines, [
		'he is left with a debt of 1,200.00: the pool pays 300.00, the deficit is 900.00',
		'loss 3, of gains in that underlying: of 900.00 gains bear 700.00, the pool 0.00, all cash 200.00',
	]);
	assert.equal(chain.head, 15);
});
