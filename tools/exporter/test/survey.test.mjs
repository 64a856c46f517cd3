// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SURVEYS } from '../lib/collect.mjs';
import { Survey } from '../lib/survey.mjs';

/** A survey on a clock of its own; its readings end when they are told to. */
function survey(options = {}) {
	const told = { now: 1_000_000, begun: [], logged: [], checks: [] };
	const one = new Survey((reader, goOn) => {
		told.checks.push(goOn);
		return new Promise((resolve, reject) => told.begun.push({ reader, resolve, reject }));
	}, { everyMs: 60_000, now: () => told.now, log: (line) => told.logged.push(line), ...options });
	const end = async (i, found) => {
		if (found instanceof Error) told.begun[i].reject(found);
		else told.begun[i].resolve(found);
		await one.settled();
	};
	return { one, told, end };
}

test('a scrape never waits, and begins a reading only when one is due', async () => {
	const { one, told, end } = survey();
	assert.deepEqual(one.take('a'), { found: undefined, ageMs: 0 });
	told.now += 15_000;
	assert.deepEqual(one.take('b'), { found: undefined, ageMs: 15_000 });
	assert.deepEqual(told.begun.map(({ reader }) => reader), ['a'], 'one at a time');
	await end(0, 'first');
	// Its age counts from the block that was read, the pause from its end.
	assert.deepEqual(one.take('c'), { found: 'first', ageMs: 15_000 });
	told.now += 59_999;
	one.take('d');
	assert.equal(told.begun.length, 1);
	told.now += 1;
	assert.deepEqual(one.take('e'), { found: 'first', ageMs: 75_000 });
	assert.equal(told.begun.length, 2);
	await end(1, 'second');
	assert.deepEqual(one.take('f'), { found: 'second', ageMs: 0 });
});

test('the first scrape waits for a short reading, and not long for a long one', async () => {
	const { one, told, end } = survey();
	const first = one.takeSoon('a', 60_000);
	told.begun[0].resolve('soon');
	assert.deepEqual(await first, { found: 'soon', ageMs: 0 });
	told.now += 60_000;
	// Later nobody waits.
	assert.deepEqual(await one.takeSoon('b', 60_000), { found: 'soon', ageMs: 60_000 });
	assert.equal(told.begun.length, 2);
	await end(1, 'second');
	one.forget();
	assert.deepEqual(await one.takeSoon('c', 5), { found: undefined, ageMs: 0 });
	assert.equal(told.begun.length, 3);
	assert.deepEqual(await one.takeSoon('d', 60_000), { found: undefined, ageMs: 0 });
	await end(2, 'third');
});

test('one that fails is said, tried again, and what was known stays with its age', async () => {
	const { one, told, end } = survey();
	one.take('a');
	await end(0, 'first');
	told.now += 60_000;
	one.take('b');
	await end(1, new Error('no answer'));
	assert.deepEqual(told.logged, ['a survey failed: no answer']);
	assert.deepEqual(one.take('c'), { found: 'first', ageMs: 60_000 });
	told.now += 60_000;
	assert.deepEqual(one.take('d'), { found: 'first', ageMs: 120_000 });
	assert.equal(told.begun.length, 3);
});

test('one that takes too long is given up', async () => {
	const { one, told } = survey({ limitMs: 20 });
	one.take('a');
	assert.doesNotThrow(told.checks[0]);
	await one.settled();
	assert.match(told.logged[0], /more than 20 ms/);
	assert.throws(told.checks[0], /not wanted/);
});

test('nothing of one node is told of the next', async () => {
	const { one, told, end } = survey();
	one.take('a');
	await end(0, 'first');
	told.now += 60_000;
	one.take('a');
	one.forget();
	assert.deepEqual(one.take('b'), { found: undefined, ageMs: 0 });
	assert.equal(told.begun.length, 3);
	assert.throws(told.checks[1], /not wanted/);
	told.begun[1].resolve('of the old one');
	await end(2, 'of the new one');
	assert.equal(one.take('b').found, 'of the new one');
	assert.deepEqual(told.logged, []);
});

test('the walk over all accounts is asked for every five minutes', async () => {
	assert.equal(SURVEYS.pools.everyMs, 300_000);
	const asked = [];
	await SURVEYS.pools.read({ view: async (...view) => asked.push(view) });
	assert.deepEqual(asked, [['margin', 'lossPools']]);
});
