// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apart, path, range, ticks } from '../lib/plot.mjs';
import { agesOf, factorsOf, variantName, quorumOf, ramp } from '../lib/read.mjs';
import { cash, contracts, moment, number, percent, price, short, span, words } from '../lib/text.mjs';
import { atLeast } from '../lib/reader.mjs';
import { lotsDue } from '../tabs/auctions.mjs';
import { lossLines, weight } from '../tabs/pools.mjs';

test('amounts and times as people read them', () => {
	assert.equal(price(60_004_625_000_000_000_000_000n), '60,004.63');
	assert.equal(price(999_900_000_000_000_000n), '0.999900');
	assert.equal(price(undefined), '–');
	assert.equal(price(0n), '0');
	assert.equal(number(-0.001, 2), '0.00');
	assert.equal(number(-0.01, 2), '−0.01');
	assert.equal(cash(-1_431_948_260n), '−1,431.95');
	assert.equal(contracts(-400_000n), '−0.40');
	assert.equal(percent(570_511_967_000_000_000n), '57.1 %');
	assert.equal(span(0n), '0 s');
	assert.equal(span(61_000n), '1 min 1 s');
	assert.equal(span(3_600_000), '1 h');
	assert.equal(span(100_000_000), '1 d 3 h');
	assert.equal(moment(1_795_724_100_000n), '26 Nov 20:15');
	assert.equal(words('NoQuorum'), 'No quorum');
	assert.equal(short('5GsEhDcGFqaBUDVK4kFXYaxpJrJaMXGTY5ua9nvK5bwuous7'), '5GsEhD…uous7');
});

test('what a sale of lots has to bring', () => {
	assert.equal(lotsDue(1_431_948_260n), '1,431.95');
	assert.equal(lotsDue(170141183460469231731687303715884105727n), 'all');
	assert.equal(lotsDue(undefined), '–');
});

test('quorum as the chain counts it', () => {
	assert.deepEqual([1, 2, 3, 4, 6, 9].map((n) => quorumOf(n, true)), [1, 2, 3, 3, 5, 7]);
	assert.deepEqual([1, 2, 3, 4, 6, 9].map((n) => quorumOf(n, false)), [3, 3, 3, 3, 5, 7]);
});

test('ages of heads and what they leave', () => {
	const curves = {
		initial: { soft: 10, hard: 100 },
		maintenance: { soft: 600, hard: 7_200 },
		reserveInitial: { soft: 100, hard: 1_200 },
		reserveMaintenance: { soft: 14_400, hard: 43_200 },
		omission: { soft: 10, hard: 600 },
	};
	assert.equal(ramp(curves.initial, 10), 1);
	assert.equal(ramp(curves.initial, 55), 0.5);
	assert.equal(ramp(curves.initial, 100), 0);
	assert.equal(agesOf(undefined, 5), undefined);
	assert.equal(agesOf({ read: 9, changed: undefined }, 9), undefined);
	const ages = agesOf({ read: 1_000, changed: 945 }, 1_305);
	assert.deepEqual(ages, { staleness: 55, omission: 305 });
	assert.deepEqual(factorsOf(curves, ages), { initial: 0.5, maintenance: 0.5, reserveInitial: 1, reserveMaintenance: 1 });
	assert.deepEqual(factorsOf(curves, undefined), { initial: 0, maintenance: 0, reserveInitial: 1, reserveMaintenance: 1 });
});

test('a weight on its way', () => {
	assert.equal(weight({ from: 650_000, to: 650_000, started: 0n, length: 0n }, 5n), '65.0 %');
	assert.equal(weight({ from: 800_000, to: 600_000, started: 100n, length: 100n }, 150n), '70.0 % → 60.0 %');
	assert.equal(weight({ from: 800_000, to: 600_000, started: 100n, length: 100n }, 900n), '60.0 %');
});

test('a debt that nobody bore is shown as what it is', () => {
	const losses = { recorded: 3_250_000n, sharing: { collected: 1_000_000n, amount: 2_000_000n } };
	assert.deepEqual(lossLines({ pools: { insolvency: 5_000_000n }, losses }), [
		['Insolvency, booked and not charged', '5.00 USDT'],
		['Losses recorded', '3.25 USDT'],
		['Being shared out', '1.00 of 2.00 USDT'],
	]);
	assert.equal(lossLines({ pools: { insolvency: 0n }, losses: { recorded: 0n } })[2], undefined);
});

test('a list that was cut says so', () => {
	assert.deepEqual([0, 199, 200].map(atLeast), [0, 199, '200 or more']);
});

test('pots by name', () => {
	assert.equal(variantName('GlobalPool'), 'GlobalPool');
	assert.equal(variantName({ type: 'ChainPool', value: 1 }), 'ChainPool 1');
	assert.equal(variantName({ type: 'Suspense', value: [0, 17n] }), 'Suspense 0 17');
});

test('ticks are round and inside', () => {
	assert.deepEqual(ticks(0, 10, 5), [0, 2, 4, 6, 8, 10]);
	assert.deepEqual(ticks(59_870, 60_130, 4), [59_900, 60_000, 60_100]);
	assert.deepEqual(ticks(5, 5), [5]);
});

test('a range is never empty and takes what it must include', () => {
	assert.deepEqual(range([]), [0, 1]);
	const [low, high] = range([5, 5]);
	assert.ok(low < 5 && high > 5);
	assert.ok(range([10, 20], { include: [0] })[0] <= 0);
	assert.deepEqual(range([NaN, 1, 2], { room: 0 }), [1, 2]);
});

test('a line breaks where a value is missing', () => {
	const same = (v) => v;
	assert.equal(path([[0, 1], [1, NaN], [2, 3], [3, 4]], same, same), 'M0.0 1.0M2.0 3.0L3.0 4.0');
});

test('labels are moved apart and stay inside', () => {
	assert.deepEqual(apart([10, 12, 50], 14, 0, 100), [10, 24, 50]);
	const tight = apart([98, 99, 100], 14, 0, 100);
	assert.deepEqual(tight, [72, 86, 100]);
});
