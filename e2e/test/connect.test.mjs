// SPDX-License-Identifier: GPL-3.0-or-later

// Connecting with the real client over a real socket, to an RPC that serves static metadata.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect } from '../lib/chain.mjs';
import { unknownExtensions } from '../lib/metadata.mjs';
import { startFakeRpc } from './fake-rpc.mjs';

test('connects with metadata V16, follows heads, asks views', async () => {
	const rpc = await startFakeRpc((_name, input) => (input.endsWith('080001') ? '0x000401' : '0x0102'));
	let chain;
	try {
		chain = await connect(rpc.url, { timeoutMs: 30_000 });
		assert.equal(chain.api.runtimeMetadata.version, 16);
		assert.deepEqual(unknownExtensions(chain.api.registry), ['AuthorizeCall']);
		assert.deepEqual(chain.api.registry.chainTokens, ['STRD']);
		await chain.reach(7, { timeoutMs: 5000 });
		const next = chain.wait(2, { timeoutMs: 5000 });
		rpc.head(8);
		rpc.head(9);
		assert.equal(await next, 9);

		const answer = await chain.view('proxy', 'isSuperset', 'Any', 'NonTransfer');
		assert.equal(answer.isTrue, true);
		const [name, input] = rpc.calls.at(-1);
		assert.equal(name, 'RuntimeViewFunction_execute_view_function');
		assert.match(input, /^0x1809d78346727a0ef58c0fa03bafa323.{32}080001$/);
		await assert.rejects(chain.view('proxy', 'isSuperset', 'NonTransfer', 'Any'), /is_superset: Codec/);

		// The type of a fee's asset is the chain's.
		const { registry } = chain.api;
		assert.equal(registry.createType('TAssetConversion', { WithId: 7 }).unwrap().type, 'WithId');
	} finally {
		await chain?.disconnect();
		await rpc.close();
	}
});

test('nobody there: an error, not an endless wait', async () => {
	const rpc = await startFakeRpc();
	await rpc.close();
	await assert.rejects(connect(rpc.url, { timeoutMs: 1000 }), Error);
});
