// SPDX-License-Identifier: GPL-3.0-or-later

// Sending, waiting and looking for events, over an api that only behaves like one.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { Chain, event } from '../lib/chain.mjs';
import { marginAccountId } from '../lib/ids.mjs';
import { GENESIS, staticChain } from './static.mjs';

before(() => cryptoWaitReady());

const record = (name, data = {}) => {
	const [section, method] = name.split('.');
	return { phase: {}, event: { section, method, data } };
};

/** A chain whose heads the test moves, with the events that each block is given. */
async function fakeChain(blocks = {}, hashes = {}) {
	let onHead;
	const { registry } = staticChain();
	const api = {
		registry,
		rpc: {
			chain: {
				subscribeNewHeads: async (each) => {
					onHead = each;
					return () => {};
				},
				getHeader: async () => ({ number: { toNumber: () => 42 } }),
				getBlockHash: async (number) => hashes[number] ?? number,
			},
			// A pool that never sees what it took: nonces must count on by themselves.
			system: { accountNextIndex: async () => ({ toNumber: () => 3 }) },
		},
		at: async (number) => ({ query: { system: { events: async () => (blocks[number] ?? []).map((name) => record(name)) } } }),
	};
	const chain = new Chain(api);
	await chain.start();
	return { chain, head: (number) => onHead({ number: { toNumber: () => number } }) };
}

/** A call whose submission does what the test says. */
const call = (signAndSend) => ({ method: { section: 'options', method: 'place' }, signAndSend });

const inBlock = (events, extra = {}) => ({
	status: { isInBlock: true, isFinalized: false, asInBlock: { toHex: () => '0xabc' } },
	isError: false,
	events,
	txIndex: 2,
	...extra,
});

test('send resolves with block, events and fee, once', async () => {
	const { chain } = await fakeChain();
	let stopped = 0;
	const signed = [];
	const paid = record('transactionPayment.TransactionFeePaid', { actualFee: { toString: () => '1234' } });
	const result = await chain.send(
		call(async (pair, options, watch) => {
			signed.push([pair.meta, options]);
			watch({ status: { isInBlock: false, isFinalized: false }, isError: false });
			watch(inBlock([record('options.Placed', { id: 7 }), paid]));
			watch({ status: { isInBlock: false, isFinalized: true }, isError: false });
			return () => stopped++;
		}),
		'Alice',
		{ tip: 5 },
	);
	assert.deepEqual(result.block, { number: 42, hash: '0xabc' });
	assert.deepEqual([result.index, result.fee], [2, 1234n]);
	assert.equal(event(result, 'options.Placed').id, 7);
	assert.throws(() => event(result, 'options.Filled'), /no options.Filled among options.Placed, transactionPayment/);
	assert.deepEqual(signed[0][1], { nonce: 3, tip: 5 });
	await new Promise(setImmediate);
	assert.equal(stopped, 1);
});

test('a failed call throws its error by name, with the block', async () => {
	const { chain } = await fakeChain();
	const { registry } = chain.api;
	const index = registry.metadata.pallets.find((p) => p.name.toString() === 'Balances').index.toNumber();
	const error = registry.createType('SpRuntimeDispatchError', { Module: { index, error: '0x02000000' } });
	const failing = call(async (_pair, _options, watch) => {
		watch(inBlock([], { dispatchError: error }));
		return () => {};
	});
	await assert.rejects(chain.send(failing, 'Alice'), (thrown) => {
		assert.equal(thrown.errorName, 'balances.InsufficientBalance');
		assert.equal(thrown.block.number, 42);
		assert.match(thrown.message, /^options.place failed: balances.InsufficientBalance in block 42/);
		return true;
	});
	// Inside a batch the outer call succeeds; it must not pass for a success here.
	const batched = call(async (_pair, _options, watch) => {
		watch(inBlock([record('utility.BatchInterrupted', [registry.createType('u32', 0), error])]));
		return () => {};
	});
	await assert.rejects(chain.send(batched, 'Alice'), { errorName: 'balances.InsufficientBalance' });
});

test('refused by the pool, dropped, or in no block', async () => {
	const { chain } = await fakeChain();
	const refused = call(async () => {
		throw new Error('1010: Invalid Transaction: Inability to pay some fees');
	});
	await assert.rejects(chain.send(refused, 'Alice'), /1010: Invalid Transaction/);
	const dropped = call(async (_pair, _options, watch) => {
		watch({ status: { isInBlock: false, isFinalized: false, type: 'Dropped' }, isError: true });
		return () => {};
	});
	await assert.rejects(chain.send(dropped, 'Alice'), /options.place: Dropped/);
	const silent = call(async () => () => {});
	await assert.rejects(chain.send(silent, 'Alice', { timeoutMs: 30 }), /options.place is in no block after 30 ms/);
});

test('one account sends one after the other, two accounts side by side', async () => {
	const { chain } = await fakeChain();
	const log = [];
	const nonces = [];
	const slow = (name) =>
		call(async (_pair, { nonce }, watch) => {
			nonces.push(`${name} ${nonce}`);
			log.push(`${name} in`);
			await new Promise((done) => setTimeout(done, 20));
			log.push(`${name} out`);
			watch(inBlock([]));
			return () => {};
		});
	await chain.sendAll([[slow('a1'), 'Alice'], [slow('a2'), 'Alice'], [slow('b'), 'Bob']]);
	assert.ok(log.indexOf('a2 in') > log.indexOf('a1 out'));
	assert.ok(log.indexOf('b in') < log.indexOf('a1 out'));
	// A failure does not block the next.
	await assert.rejects(chain.send(call(async () => Promise.reject(new Error('no'))), 'Alice'), /no/);
	await chain.send(slow('a3'), 'Alice');
	// The pool lags and says 3 each time; after a failure it is believed again.
	assert.deepEqual(nonces.sort(), ['a1 3', 'a2 4', 'a3 3', 'b 3']);
});

test('an event in a block that took the place of one without it is found', async () => {
	const hashes = {};
	const { chain, head } = await fakeChain({ 5: [], 50: ['liquidation.Started'] }, hashes);
	const found = chain.waitForEvent('liquidation.Started', { from: 4, blocks: 5 });
	for (const number of [4, 5]) head(number);
	for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
	hashes[5] = 50;
	head(6);
	assert.deepEqual((await found).block, { number: 5 });
});

test('waiting for blocks and events', async () => {
	const { chain, head } = await fakeChain({ 4: ['margin.Tick'], 5: ['liquidation.Started', 'x.Y'] });
	head(3);
	const reached = chain.wait(2);
	head(4);
	head(5);
	assert.equal(await reached, 5);
	const late = chain.reach(9, { timeoutMs: 20 });
	await assert.rejects(late, /no block 9 within 20 ms/);
	// Even when heads were skipped, the event in block 5 is found.
	head(8);
	const found = await chain.waitForEvent('liquidation.Started', { from: 4 });
	assert.deepEqual(found.block, { number: 5 });
	await assert.rejects(chain.waitForEvent('liquidation.Started', { from: 6, blocks: 3 }), /in blocks 6 to 8/);
	let asked = 0;
	const third = chain.until('third time', async () => (++asked === 3 ? 'yes' : undefined));
	for (let number = 9; number < 12; number++) {
		await new Promise(setImmediate);
		head(number);
	}
	assert.equal(await third, 'yes');
	const never = chain.until('never', async () => false, { blocks: 1 });
	await new Promise(setImmediate);
	head(12);
	await assert.rejects(never, /never: not within 1 blocks/);
});

test('pairs by name, path or themselves', async () => {
	const { chain } = await fakeChain();
	assert.equal(chain.pair('Alice').address, '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY');
	assert.equal(chain.pair('//Alice'), chain.pair('Alice'));
	const pair = chain.pair('//Maker//1');
	assert.equal(chain.pair(pair), pair);
});

test('margin account ids depend on chain, owner and index', async () => {
	const { chain } = await fakeChain();
	const [alice, bob] = ['Alice', 'Bob'].map((name) => chain.pair(name).address);
	const ids = [
		marginAccountId(GENESIS, alice, 0),
		marginAccountId(GENESIS, alice, 1),
		marginAccountId(GENESIS, bob, 0),
		marginAccountId(`0x${'22'.repeat(32)}`, alice, 0),
	];
	assert.equal(new Set(ids).size, 4);
	assert.equal(marginAccountId(GENESIS, alice), ids[0]);
});
