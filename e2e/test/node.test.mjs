// SPDX-License-Identifier: GPL-3.0-or-later

// The node's runner, tried on a program that only behaves like a node.

import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { nodeArgs, parseStatus, rpcAddress, startNode } from '../lib/node.mjs';
import { Prices, startPrices } from '../lib/prices.mjs';

const dir = mkdtempSync(join(tmpdir(), 'straddle-fake-'));
after(() => rmSync(dir, { recursive: true, force: true }));

function fakeNode(name, body) {
	const file = join(dir, name);
	writeFileSync(file, `#!${process.execPath}\n${body}`);
	chmodSync(file, 0o755);
	return file;
}

const SERVES = `
const server = require('http').createServer((request, response) => {
	request.resume().on('end', () => response.end(JSON.stringify({ jsonrpc: '2.0', id: 1, result: 'Fake Chain' })));
});
console.error('args ' + process.argv.slice(2).join(' '));
server.listen(0, '127.0.0.1', () => console.error('INFO Running JSON-RPC server: addr=127.0.0.1:' + server.address().port + ',[::1]:1'));
`;
const options = (more) => ({ logFile: join(dir, 'node.log'), timeoutMs: 10_000, ...more });

test('starts, answers, is measured, stops and cleans up', async () => {
	const node = await startNode(options({ binary: fakeNode('serves', SERVES), blockTimeMs: 250, log: 'info', extra: ['--pruning-test'] }));
	assert.equal(node.chainName, 'Fake Chain');
	assert.match(node.wsUrl, /^ws:\/\/127\.0\.0\.1:\d+$/);
	assert.equal(node.running, true);
	const samples = node.sampleMemory(10);
	assert.ok(samples[0].resident > 1e6 && samples[0].peak >= samples[0].resident);
	assert.ok(existsSync(node.basePath));
	assert.match(node.lastLines(), /--dev --dev-block-time 250 --base-path .* --log info --pruning-test/);
	await node.stop();
	assert.equal(node.running, false);
	assert.equal(existsSync(node.basePath), false);
	assert.match(readFileSync(node.logFile, 'utf8'), /Running JSON-RPC server/);
	assert.equal(node.memoryNow(), undefined);
});

test('stops and starts again on the same database', async () => {
	const node = await startNode(options({ binary: fakeNode('again', SERVES) }));
	const { pid, basePath } = node;
	await node.stop({ keep: true });
	assert.ok(existsSync(basePath));
	await node.start();
	assert.notEqual(node.pid, pid);
	assert.equal(node.chainName, 'Fake Chain');
	await node.stop();
	assert.equal(existsSync(basePath), false);
});

test('a node that dies shows its last lines', async () => {
	const binary = fakeNode('dies', "console.error('Error: no such preset'); process.exit(3);");
	await assert.rejects(startNode(options({ binary })), /the node stopped: code 3\nlast lines of .*\n(.*\n)*.*no such preset/);
});

test('a node that never opens its RPC is given up, even if it will not stop', async () => {
	const binary = fakeNode('hangs', "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('thinking');");
	const started = Date.now();
	const node = startNode(options({ binary, timeoutMs: 300, patienceMs: 200 }));
	await assert.rejects(node, /did not open its RPC within 300 ms\n(.*\n)*.*thinking/);
	assert.ok(Date.now() - started < 10_000);
});

test('no binary', async () => {
	await assert.rejects(startNode({ binary: join(dir, 'nope') }), /no node at .*STRADDLE_NODE/);
});

test('reads the RPC address out of the log, loopback only', () => {
	const line = '2026-11-23 12:00:00 Running JSON-RPC server: addr=';
	assert.equal(rpcAddress(`${line}127.0.0.1:9944,[::1]:9944`), '127.0.0.1:9944');
	assert.equal(rpcAddress(`${line}[::1]:40001,127.0.0.1:40000`), '127.0.0.1:40000');
	assert.equal(rpcAddress(`${line}[::1]:40001, 127.0.0.1:40000`), '127.0.0.1:40000');
	assert.equal(rpcAddress(`${line}127.0.0.1:9944,`), '127.0.0.1:9944');
	assert.equal(rpcAddress('Prometheus exporter started at 127.0.0.1:9615'), undefined);
});

test('arguments and memory', () => {
	const args = nodeArgs({ basePath: '/b', blockTimeMs: 500 });
	assert.deepEqual(args.slice(0, 5), ['--dev', '--dev-block-time', '500', '--base-path', '/b']);
	assert.ok(args.includes('--listen-addr') && !args.includes('--log'));
	assert.deepEqual(parseStatus('Name:\tx\nVmHWM:\t  2048 kB\nVmRSS:\t  1024 kB\nRssFile:\t  512 kB\n'), { resident: 1_048_576, peak: 2_097_152, files: 524_288 });
});

test('the price server is started, moved and stopped', async () => {
	const prices = await startPrices({ seed: 3, noiseBps: 0 });
	try {
		await prices.price('BTC', '61250');
		await prices.volatility('BTC', '0.8', 0);
		const answer = await (await fetch(`${prices.url}/coinbase/v2/prices/BTC-USD/spot`)).json();
		assert.equal(answer.data.amount, '61250.00');
		await prices.fault('all', 'http500');
		assert.equal((await fetch(`${prices.url}/coinbase/v2/prices/BTC-USD/spot`)).status, 500);
		await prices.volatilityUnit('fraction');
		assert.equal((await prices.state()).volatility_unit, 'fraction');
		assert.equal((await prices.stats()).coinbase.requests, 2);
		await prices.down();
		await prices.up();
		assert.equal((await prices.reset()).pinned.length, 0);
		await assert.rejects(prices.price('XRP', '1'), /unknown asset: XRP/);
		assert.ok(prices.lines.some((line) => line.includes('control: price of BTC to 61250')));
	} finally {
		await prices.stop();
	}
	await assert.rejects(prices.state());
	await assert.rejects(startPrices({ port: 70000 }), /bad --port/);
	assert.ok(new Prices('http://127.0.0.1:1') instanceof Prices);
});
