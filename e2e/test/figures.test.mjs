// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Chance, Counts, blockFigures, growth, heights, median, percentile } from '../lib/figures.mjs';

test('the same seed gives the same chance, another one another', () => {
	const stream = (seed) => {
		const chance = new Chance(seed);
		return Array.from({ length: 20 }, () => chance.whole(0, 1_000_000));
	};
	assert.deepEqual(stream(7), stream(7));
	assert.notDeepEqual(stream(7), stream(8));
	const chance = new Chance(1);
	const seen = Array.from({ length: 2_000 }, () => chance.whole(3, 5));
	assert.deepEqual([...new Set(seen)].sort(), [3, 4, 5]);
});

test('weights are shares, and what weighs nothing never comes', () => {
	const chance = new Chance(5);
	const counts = new Counts();
	for (let i = 0; i < 10_000; i++) counts.add(chance.weighed({ a: 3, b: 1, c: 0 }));
	assert.ok(Math.abs(counts.of('a') - 7_500) < 300, `${counts.of('a')}`);
	assert.equal(counts.of('c'), 0);
	assert.equal(counts.total, 10_000);
	assert.deepEqual(counts.sorted().map(([name]) => name), ['a', 'b']);
});

test('another order has the same things', () => {
	const list = [1, 2, 3, 4, 5, 6, 7, 8];
	const other = new Chance(2).shuffled(list);
	assert.notDeepEqual(other, list);
	assert.deepEqual([...other].sort(), list);
});

test('percentiles', () => {
	assert.equal(median([3, 1, 2]), 2);
	assert.equal(percentile([1, 2, 3, 4], 0.99), 4);
	assert.ok(Number.isNaN(median([])));
});

test('growth compares the first with the last fifth after the warm-up', () => {
	const samples = Array.from({ length: 20 }, (_, i) => [i, i < 10 ? 1 : 100 + (i - 10)]);
	assert.deepEqual(growth(samples, 10), { first: 101, last: 109, growth: 109 / 101 - 1 });
	assert.throws(() => growth(samples, 18), RangeError);
});

test('what swings grew if it comes higher in the second half than in the first', () => {
	const swing = (n, by = 0) => Array.from({ length: n }, (_, i) => [i, 100 + (i % 5) + by * i]);
	assert.deepEqual(heights(swing(20), 0), { first: 104, last: 104, growth: 0 });
	const grows = heights(swing(20, 1), 0);
	assert.deepEqual([grows.first, grows.last], [113, 123]);
	assert.ok(grows.growth > 0.08);
	// What came before counts nothing.
	assert.equal(heights([[0, 1_000], ...swing(20).map(([at, value]) => [at + 1, value])], 1).growth, 0);
	assert.throws(() => heights(swing(20), 19), RangeError);
});

test('lost blocks show: late ones by their count, gaps by their numbers', () => {
	const even = [[1, 0], [2, 1000], [3, 2000], [4, 3000]];
	assert.deepEqual(blockFigures(even, 1000), { blocks: 3, due: 3, unordered: 0, meanMs: 1000, p99Ms: 1000, longestMs: 1000 });
	const late = blockFigures([[1, 0], [2, 1000], [3, 5000]], 1000);
	assert.deepEqual([late.blocks, late.due, late.longestMs], [2, 5, 4000]);
	assert.equal(blockFigures([[1, 0], [3, 1000]], 1000).unordered, 1);
	assert.equal(blockFigures([[1, 0], [2, 1000], [2, 1100]], 1000).unordered, 1);
});
