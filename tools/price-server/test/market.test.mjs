// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { format, isqrt, ONE, parse } from '../lib/decimal.mjs';
import { keyframes, KEYS, walk } from '../lib/path.mjs';
import { normal, uniform } from '../lib/random.mjs';
import { BINANCE, COINBASE, DERIBIT, KRAKEN, withServer } from './tools.mjs';

test('decimals read and write exactly', () => {
	assert.equal(parse('61250.5'), 61250_500000000000000000n);
	assert.equal(parse(-3), -3n * ONE);
	assert.equal(format(parse('0.0049'), 2), '0.00');
	assert.equal(format(parse('0.005'), 2), '0.01');
	assert.equal(format(parse('-0.005'), 2), '-0.01');
	assert.equal(format(parse('-0.001'), 2), '0.00');
	assert.equal(format(parse('7'), 0), '7');
	for (const bad of ['', '1e5', '.5', '1.', '0x10', 'NaN', '1,000', ' 1', null, undefined, '1.0000000000000000001']) {
		assert.throws(() => parse(bad), RangeError, String(bad));
	}
	for (const n of [0n, 1n, 15n, 16n, 17n, 10n ** 36n, 10n ** 36n - 1n]) {
		assert.ok(isqrt(n) ** 2n <= n && (isqrt(n) + 1n) ** 2n > n);
	}
});

test('draws have the moments of their distributions', () => {
	const draw = (f) => Array.from({ length: 4000 }, (_, i) => Number(format(f(`test/${i}`), 9)));
	const mean = (list) => list.reduce((a, b) => a + b) / list.length;
	for (const [f, variance] of [[normal, 1], [uniform, 1 / 3]]) {
		const list = draw(f);
		assert.ok(Math.abs(mean(list)) < 0.05);
		assert.ok(Math.abs(mean(list.map((x) => x * x)) / variance - 1) < 0.06);
	}
});

test('the same seed walks the same way, in whatever order it is asked', () => {
	const [a, b, other] = [1, 1, 2].map((seed) => walk({ seed, marketMs: 6000 }));
	for (const key of KEYS) {
		const late = a.at(key, 500);
		for (let step = 0; step <= 500; step += 50) assert.equal(a.at(key, step), b.at(key, step));
		assert.equal(b.at(key, 500), late);
		assert.notEqual(other.at(key, 500), late);
	}
});

test('the walk of seed 1 is this one, on every machine', () => {
	const path = walk({ seed: 1, marketMs: 6000 });
	assert.deepEqual(
		KEYS.map((key) => format(path.at(key, 1000), 12)),
		GOLDEN,
	);
});

test('the walk has the volatility it claims', () => {
	const path = walk({ seed: 3, marketMs: 3_600_000 });
	let sum = 0;
	const steps = 3000;
	for (let n = 1; n <= steps; n++) {
		const r = Math.log(Number(path.at('BTC', n)) / Number(path.at('BTC', n - 1)));
		sum += r * r;
	}
	const yearly = Math.sqrt((sum / steps) * 24 * 365);
	assert.ok(Math.abs(yearly - 0.55) < 0.03, `${yearly}`);
});

test('two servers of one seed give the same answers at the same step', async () => {
	const run = (seed) => {
		let texts;
		return withServer({ seed, noiseBps: 3 }, async ({ get, clock }) => {
			clock.ms += 33_000;
			texts = await Promise.all([KRAKEN, COINBASE, BINANCE].map(async (path) => (await get(path)).text));
		})().then(() => texts);
	};
	const [first, second, other] = [await run(5), await run(5), await run(6)];
	assert.deepEqual(first, second);
	assert.notDeepEqual(first, other);
});

test('venues differ by a few basis points, no more', withServer({ noiseBps: 3 }, async ({ json, post, clock }) => {
	await post('price', { asset: 'BTC', price: '60000' });
	await post('price', { asset: 'USDT', price: '1' });
	const seen = new Set();
	for (let i = 0; i < 20; i++) {
		clock.ms += 1000;
		const prices = [
			Number((await json(KRAKEN)).result.XXBTZUSD.c[0]),
			Number((await json(COINBASE)).data.amount),
			(await json(DERIBIT)).result.index_price,
		];
		for (const price of prices) {
			assert.ok(Math.abs(price / 60000 - 1) <= 0.000302, `${price}`);
			seen.add(price);
		}
	}
	assert.ok(seen.size > 40);
}));

test('a ramp is a straight line, then holds; reset goes back to the path', withServer({}, async ({ json, post, clock }) => {
	const price = async () => (await json(COINBASE)).data.amount;
	await post('price', { asset: 'BTC', price: '60000' });
	await post('price', { asset: 'BTC', price: '40000', ramp_seconds: 10 });
	assert.equal(await price(), '60000.00');
	clock.ms += 2500;
	assert.equal(await price(), '55000.00');
	clock.ms += 5000;
	assert.equal(await price(), '45000.00');
	await post('price', { asset: 'BTC', price: '50000', ramp_seconds: 2 });
	clock.ms += 1000;
	assert.equal(await price(), '47500.00');
	clock.ms += 100_000;
	assert.equal(await price(), '50000.00');
	await post('volatility', { asset: 'ETH', volatility: '1.4', ramp_seconds: 4 });
	clock.ms += 2000;
	assert.ok(Math.abs(Number((await json('/control')).volatility.ETH) - 1.05) < 0.03);
	await post('reset');
	const state = await json('/control');
	assert.deepEqual([state.pinned, state.step, state.prices.BTC], [[], 0, '64000.00000000']);
}));

test('keyframes: straight lines, flat outside', () => {
	const path = keyframes(
		{ assets: { BTC: [[10, '60000'], [20, 40000]] }, volatility: { BTC: [[0, '0.5'], [10, '1.5']] } },
		{ stepMs: 500 },
	);
	const at = (key, step) => format(path.at(key, step), 2);
	assert.deepEqual([0, 20, 30, 40, 400].map((step) => at('BTC', step)), ['60000.00', '60000.00', '50000.00', '40000.00', '40000.00']);
	assert.equal(at('vol:BTC', 5), '0.75');
	assert.equal(at('ETH', 99), '3200.00');
	const bad = [
		{ assets: { XRP: [[0, '1']] } },
		{ assets: { BTC: [] } },
		{ assets: { BTC: [[5, '1'], [5, '2']] } },
		{ assets: { BTC: [[0, '0']] } },
		{ volatility: { DOT: [[0, '1']] } },
	];
	for (const file of bad) assert.throws(() => keyframes(file, { stepMs: 500 }), RangeError);
});

test('a server can follow a file', async () => {
	const dir = mkdtempSync(join(tmpdir(), 'straddle-prices-'));
	const file = join(dir, 'path.json');
	writeFileSync(file, JSON.stringify({ assets: { BTC: [[0, '50000'], [100, '60000']] } }));
	try {
		await withServer({ path: file }, async ({ json, clock }) => {
			clock.ms += 50_000;
			assert.equal((await json(COINBASE)).data.amount, '55000.00');
		})();
	} finally {
		rmSync(dir, { recursive: true });
	}
});

test('control refuses nonsense and changes nothing', withServer({}, async ({ json, post, url, lines }) => {
	const before = await json('/control');
	const bad = [
		['price', { asset: 'XRP', price: '1' }],
		['price', { asset: 'BTC', price: '0' }],
		['price', { asset: 'BTC', price: '-5' }],
		['price', { asset: 'BTC', price: 'much' }],
		['price', { asset: 'BTC', price: '5', ramp_seconds: -1 }],
		['price', {}],
		['volatility', { asset: 'DOT', volatility: '1' }],
		['volatility_unit', { unit: 'bananas' }],
	];
	for (const [name, body] of bad) assert.equal((await post(name, body)).status, 400, JSON.stringify(body));
	assert.equal((await post('nope')).status, 404);
	assert.equal((await fetch(`${url}/control/reset`)).status, 405);
	for (const body of ['[1]', '{', '"x"', `{"a":"${'x'.repeat(70_000)}"}`]) {
		const response = await fetch(`${url}/control/price`, { method: 'POST', body });
		assert.equal(response.status, 400);
	}
	assert.deepEqual(await json('/control'), before);
	assert.deepEqual(lines, []);
	await post('price', { asset: 'BTC', price: '5', ramp_seconds: 3 });
	assert.deepEqual(lines, ['control: price of BTC to 5 over 3 s']);
}));

const GOLDEN = [
	'64226.140262718545',
	'3195.116455101807',
	'6.435382385157',
	'1.000121520382',
	'0.547719032744',
	'0.707108958720',
];
