// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineChart, ticks, tickText } from '../lib/picture.mjs';

const samples = Array.from({ length: 11 }, (_, i) => ({
	block: 100 + i,
	price: BigInt(60_000 - i * 1000) * 10n ** 18n,
	equity: i === 5 ? null : 500 - i * 10,
}));
const options = {
	title: 'A <crash> & more',
	samples,
	series: [
		{ key: 'price', label: 'BTC', axis: 'right', scale: 10n ** 18n },
		{ key: 'equity', label: 'equity' },
	],
	events: [{ block: 104, label: 'flagged' }, { block: 104, label: 'auction' }, { block: 110, label: 'the end of it' }],
	leftLabel: 'USD',
	rightLabel: 'USD per BTC',
};

/** Tags opened and closed in order. */
function wellFormed(svg) {
	const open = [];
	for (const [, slash, name, self] of svg.matchAll(/<(\/?)([a-z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
		if (self) continue;
		if (!slash) open.push(name);
		else assert.equal(open.pop(), name);
	}
	assert.deepEqual(open, []);
}

const pathOf = (svg, key) => new RegExp(`<path d="([^"]*)" data-key="${key}"`).exec(svg)[1];
const points = (d) => [...d.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

test('a chart has its parts and stands alone', () => {
	const svg = lineChart(options);
	wellFormed(svg);
	assert.match(svg, /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="960" height="460"/);
	for (const part of ['A &lt;crash&gt; &amp; more', 'BTC (right)', '>equity<', '>flagged<', '>auction<', '>USD<', '>USD per BTC<', '>block<']) {
		assert.ok(svg.includes(part), part);
	}
	assert.ok(!/NaN|undefined|Infinity|href|script|url\(/.test(svg.replace('http://www.w3.org/2000/svg', '')));
});

test('points lie where their values are', () => {
	const svg = lineChart(options);
	const price = points(pathOf(svg, 'price'));
	assert.equal(price.length, 11);
	// Evenly spaced in x, evenly falling in y.
	const gaps = price.slice(1).map(([x, y], i) => [x - price[i][0], y - price[i][1]]);
	for (const [dx, dy] of gaps) {
		assert.ok(Math.abs(dx - gaps[0][0]) < 0.21 && Math.abs(dy - gaps[0][1]) < 0.21);
		assert.ok(dx > 0 && dy > 0);
	}
	// A gap starts a new stroke.
	assert.equal(pathOf(svg, 'equity').match(/M/g).length, 2);
	for (const [x, y] of price) assert.ok(x >= 84 && x <= 960 - 84 && y >= 0 && y <= 410);
});

test('labels at one block go to different rows, one at the edge turns inwards', () => {
	const svg = lineChart(options);
	const at = (label) => /y="([\d.]+)"[^>]*text-anchor="(\w+)"/.exec(svg.slice(svg.lastIndexOf('<text', svg.indexOf(`>${label}<`))));
	assert.notEqual(at('flagged')[1], at('auction')[1]);
	assert.equal(at('the end of it')[2], 'end');
	assert.equal(at('flagged')[2], 'start');
});

test('steps, one sample, equal values, zero line', () => {
	const step = lineChart({ ...options, series: [{ key: 'equity', step: true }] });
	assert.match(pathOf(step, 'equity'), /^M[\d.]+ [\d.]+H[\d.]+V[\d.]+/);
	wellFormed(lineChart({ samples: [{ block: 1, a: 5 }], series: [{ key: 'a' }] }));
	wellFormed(lineChart({ samples: [{ block: 1, a: 0 }, { block: 2, a: 0 }], series: [{ key: 'a' }] }));
	wellFormed(lineChart({ samples: [{ block: 1, a: -3 }, { block: 2, a: 9n }], series: [{ key: 'a', axis: 'right' }] }));
	wellFormed(lineChart({ samples: [{ block: 1, a: null }], series: [{ key: 'a' }] }));
	assert.throws(() => lineChart({ samples: [], series: [{ key: 'a' }] }), RangeError);
	assert.throws(() => lineChart({ samples: [{ block: 1 }], series: [] }), RangeError);
});

test('ticks are round and cover the range', () => {
	assert.deepEqual(ticks(0, 10, 5), [0, 2, 4, 6, 8, 10]);
	assert.deepEqual(ticks(43_800, 64_100), [40_000, 45_000, 50_000, 55_000, 60_000, 65_000]);
	assert.deepEqual(ticks(-0.3, 0.3), [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]);
	assert.deepEqual(ticks(5, 6, 8, true), [5, 6]);
	for (const [low, high] of [[0, 0], [7, 7], [-1, 3e9], [1e-9, 2e-9]]) {
		const marks = ticks(low, high);
		assert.ok(marks[0] <= low && marks.at(-1) >= high && marks.length >= 2 && marks.length < 14, `${marks}`);
	}
	assert.equal(tickText(1_234_567, 1000), '1,234,567');
	assert.equal(tickText(-0.25, 0.25), '−0.25');
	assert.equal(tickText(2.5, 2.5), '2.5');
	assert.equal(tickText(0.1, 0.1), '0.1');
});
