// SPDX-License-Identifier: GPL-3.0-or-later

// Real transactions on a running chain: success, failure by name, and the sums afterwards.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { event } from '../../lib/chain.mjs';
import { marginAccountId } from '../../lib/ids.mjs';
import { assertInvariants } from '../../lib/invariants.mjs';
import { skip, withNode } from './common.mjs';

const held = withNode();
const timeout = 120_000;
/** Another one in each run, so that a running node can be used again. */
const index = Date.now() % 2 ** 31;

test('blocks come and chain time moves', { skip, timeout }, async () => {
	const { chain } = held;
	await chain.wait(1);
	const before = await chain.now();
	await chain.wait(2);
	assert.ok((await chain.now()) > before);
});

test('a margin account is created, its event decodes, its storage reads', { skip, timeout }, async () => {
	const { api, chain } = held;
	const { address } = chain.pair('Alice');
	const result = await chain.send(api.tx.margin.createAccount(index), 'Alice');
	const created = event(result, 'margin.AccountCreated');
	const id = marginAccountId(api.genesisHash.toU8a(), address, index);
	assert.equal(created.account.toString(), id);
	assert.equal(created.owner.toString(), address);
	assert.ok(result.block.number > 0 && result.fee > 0n);
	const account = (await api.query.margin.accounts(id)).unwrap();
	assert.equal(account.owner.toString(), address);
	assert.equal(account.cash.toString(), '0');
	const health = await chain.view('margin', 'health', id);
	assert.equal(health.isSome, true);
	// The same by the API that wallets find by themselves.
	const { marginApi } = api.call;
	assert.equal((await marginApi.health(id)).toHex(), health.toHex());
	assert.ok((await marginApi.accountsOf(address)).some((one) => one.account.toString() === id));
	assert.equal((await marginApi.maxWithdrawal(id)).toString(), '0');
});

test("a failing call's module error has its name", { skip, timeout }, async () => {
	const { api, chain } = held;
	await assert.rejects(chain.send(api.tx.margin.createAccount(index), 'Alice'), {
		name: 'CallError',
		errorName: 'margin.AccountExists',
	});
	const id = marginAccountId(api.genesisHash.toU8a(), chain.pair('Alice').address, index);
	await assert.rejects(chain.send(api.tx.margin.closeAccount(id), 'Bob'), { errorName: 'margin.NotOwner' });
	await assert.rejects(chain.send(api.tx.collateral.sweep(id, 65_535), 'Bob'), { errorName: 'collateral.NotListed' });
});

test('an error inside a batch, and a wrong origin, have their names', { skip, timeout }, async () => {
	const { api, chain } = held;
	const again = api.tx.margin.createAccount(index);
	await assert.rejects(chain.send(api.tx.utility.batch([again]), 'Alice'), { errorName: 'margin.AccountExists' });
	await assert.rejects(chain.send(api.tx.utility.batchAll([again]), 'Alice'), { errorName: 'margin.AccountExists' });
	await assert.rejects(chain.send(api.tx.liquidation.pause(), 'Bob'), { errorName: 'badOrigin' });
});

test('a call that is free for feeders costs whoever signs it', { skip, timeout }, async () => {
	const { api, chain } = held;
	const id = marginAccountId(api.genesisHash.toU8a(), chain.pair('Bob').address, index);
	const notice = { feeder: 0, genesis: api.genesisHash, atBlock: 1, account: id, rewardTo: null };
	const call = api.tx.liquidation.flagAsFeeder(notice, `0x${'00'.repeat(64)}`);
	const free = async () => BigInt((await api.query.system.account(chain.pair('Bob').address)).data.free.toString());
	const before = await free();
	await assert.rejects(chain.send(call, 'Bob'), { errorName: 'badOrigin' });
	assert.ok((await free()) < before);
});

test('an empty account closes', { skip, timeout }, async () => {
	const { api, chain } = held;
	const id = marginAccountId(api.genesisHash.toU8a(), chain.pair('Alice').address, index);
	const result = await chain.send(api.tx.margin.closeAccount(id), 'Alice');
	assert.equal(event(result, 'margin.AccountClosed').account.toString(), id);
	assert.equal((await api.query.margin.accounts(id)).isNone, true);
});

test('two transactions of one account at once', { skip, timeout }, async () => {
	const { api, chain } = held;
	const results = await chain.sendAll([
		[api.tx.system.remark('0x01'), 'Bob'],
		[api.tx.system.remark('0x02'), 'Bob'],
		[api.tx.system.remark('0x03'), 'Alice'],
	]);
	assert.equal(results.length, 3);
});

test("the ledger's sums hold", { skip, timeout }, async () => {
	await assertInvariants(held.api);
});

test('the node answers on loopback and its memory can be read', { skip: skip || (process.env.STRADDLE_WS && 'not our node') }, () => {
	const { node } = held;
	assert.match(node.wsUrl, /^ws:\/\/127\.0\.0\.1:/);
	const { resident, peak } = node.memoryNow();
	assert.ok(resident > 0 && peak >= resident);
});
