// SPDX-License-Identifier: GPL-3.0-or-later

// What docs/operating.md tells people to type does what it says, as far as that needs no machine of theirs.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { promisify } from 'node:util';

const guide = readFileSync(new URL('../../../docs/operating.md', import.meta.url), 'utf8');

/** Run `script` after the guide's own functions, against a node that writes down what it is asked. */
async function typed(script) {
	const asked = [];
	const server = createServer(async (request, response) => {
		let body = '';
		for await (const part of request) body += part;
		asked.push(JSON.parse(body));
		response.end('{"jsonrpc":"2.0","id":1,"result":null}');
	});
	await new Promise((done) => server.listen(0, '127.0.0.1', done));
	try {
		const functions = [...guide.matchAll(/^(put\w*\(\) \{[\s\S]*?^\})$/gm)].map(([text]) => text.replaceAll(':9944', `:${server.address().port}`));
		assert.equal(functions.length, 2);
		await promisify(execFile)('bash', ['-euc', [...functions, script].join('\n')]);
	} finally {
		server.close();
	}
	return asked.map(({ method, params: [kind, ...hex] }) => [method, kind, ...hex.map((each) => Buffer.from(each.slice(2), 'hex'))]);
}

test('`put` writes text, however long, and `put_bytes` what is written in hex', async () => {
	const account = `0x${'07ff'.repeat(16)}`;
	const long = `https://mirror.example.org/${'a'.repeat(90)}`;
	const [text, bytes] = await typed(`put straddle::oracle::url::kraken ${long}\nput_bytes straddle::liquidation::reward_to ${account}`);
	assert.deepEqual(text, ['offchain_localStorageSet', 'PERSISTENT', Buffer.from('straddle::oracle::url::kraken'), Buffer.from(long)]);
	assert.deepEqual(bytes.slice(0, 3), ['offchain_localStorageSet', 'PERSISTENT', Buffer.from('straddle::liquidation::reward_to')]);
	// The worker takes 32 bytes and nothing else.
	assert.equal(bytes[3].length, 32);
	assert.equal(`0x${bytes[3].toString('hex')}`, account);
});

test('every key that a worker takes from its operator is in the guide, accounts as bytes', () => {
	const settings = readFileSync(new URL('../../../pallets/liquidation/src/offchain/settings.rs', import.meta.url), 'utf8');
	const keys = [...settings.matchAll(/pub const \w+_KEY: &str = "([^"]+)"/g)].map(([, key]) => key);
	assert.equal(keys.length, 5);
	const accounts = ['straddle::liquidation::reward_to', 'straddle::liquidation::bidder'];
	for (const key of keys) assert.match(guide, new RegExp(`^${accounts.includes(key) ? 'put_bytes' : 'put'} ${key} `, 'm'));
});

test('the home of the service is there before a key is put into it', () => {
	const at = (text) => {
		const found = guide.indexOf(text);
		assert.ok(found >= 0, text);
		return found;
	};
	assert.ok(at('sudo useradd --system') < at('sudo install -d -o straddle -g straddle -m 700 /var/lib/straddle'));
	assert.ok(at('sudo install -d -o straddle') < at('sudo -u straddle straddle-node key generate-node-key'));
});
