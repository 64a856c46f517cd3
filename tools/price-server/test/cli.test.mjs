// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('../server.mjs', import.meta.url));

test('starts, serves on loopback only, logs one line a control action, stops on SIGTERM', async () => {
	const child = spawn(process.execPath, [SERVER, '--port', '0', '--seed', '9', '--step-ms', '500'], { stdio: ['ignore', 'pipe', 'inherit'] });
	try {
		let out = '';
		child.stdout.setEncoding('utf8').on('data', (chunk) => (out += chunk));
		while (!/price server on/.test(out)) await once(child.stdout, 'data');
		const url = /http:\S+/.exec(out)[0];
		assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/);
		assert.equal((await (await fetch(`${url}/control`)).json()).seed, 9);
		await fetch(`${url}/control/price`, { method: 'POST', body: '{"asset":"ETH","price":"2500"}' });
		await fetch(`${url}/control/fault`, { method: 'POST', body: '{"venue":"kraken","kind":"hang"}' });
		await fetch(`${url}/coinbase/v2/prices/BTC-USD/spot`);
		const others = Object.values(networkInterfaces()).flat().filter((a) => a.family === 'IPv4' && !a.internal);
		for (const { address } of others) {
			const socket = connect(Number(new URL(url).port), address);
			const [reason] = await Promise.race([once(socket, 'error'), once(socket, 'connect').then(() => [{ code: 'open' }])]);
			socket.destroy();
			assert.equal(reason.code, 'ECONNREFUSED', address);
		}
		child.kill('SIGTERM');
		assert.deepEqual(await once(child, 'exit'), [0, null]);
		const lines = out.trim().split('\n').map((line) => line.replace(/^\S+ /, ''));
		assert.deepEqual(lines.slice(1), ['control: price of ETH to 2500', 'control: fault of kraken: hang']);
	} finally {
		child.kill('SIGKILL');
	}
});

test('wrong arguments end it with a reason and the usage', () => {
	const run = (...args) => spawnSync(process.execPath, [SERVER, ...args], { encoding: 'utf8', timeout: 10_000 });
	for (const args of [['--port', 'x'], ['--step-ms', '0'], ['--seed', '1', '--path', 'f.json'], ['--volatility-unit', 'x'], ['--nope'], ['--path', '/nope.json']]) {
		const { status, stderr } = run(...args);
		assert.equal(status, 1, args.join(' '));
		assert.match(stderr, /usage: server.mjs/);
	}
	assert.equal(run('--help').status, 0);
});
