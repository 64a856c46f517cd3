// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { runStory, Story } from '../lib/steps.mjs';

/** Run a story with its lines caught and the exit code of this process left alone. */
async function told(body, block = () => 57) {
	const lines = [];
	const before = process.exitCode;
	await runStory('tale', body, { block, out: (line) => lines.push(line) });
	const code = process.exitCode;
	process.exitCode = before;
	return { lines, code };
}

test('a story that goes well', async () => {
	const { lines, code } = await told(async (story) => {
		assert.equal(await story.step('maker-1 rests 2.000000', async () => 7), 7);
		await story.step((n) => `and got ${n}`, () => 8);
		await story.check('sums agree', true);
		story.note('a note');
	});
	assert.deepEqual(lines, [
		'#1   block 57   maker-1 rests 2.000000',
		'#2   block 57   and got 8',
		'#3   block 57   sums agree',
		'     a note',
		'tale: 3 steps, 0 failed',
	]);
	assert.equal(code, undefined);
});

test('a failed step stops the story, a failed check does not', async () => {
	let reached = false;
	const { lines, code } = await told(async (story) => {
		await story.check('two is three', () => false);
		await story.step('breaks', async () => {
			throw new Error('no such account');
		});
		reached = true;
	});
	assert.equal(reached, false);
	assert.deepEqual(lines, [
		'#1   block 57   FAILED two is three: it does not hold',
		'#2   block 57   FAILED breaks: no such account',
		'tale: 2 steps, 2 failed',
	]);
	assert.equal(code, 1);
});

test('a call that must be refused: by the right name, by another, not at all', async () => {
	const failing = (errorName) => async () => {
		throw Object.assign(new Error(`${errorName} happened`), { errorName });
	};
	const { lines, code } = await told(async (story) => {
		await story.refused('too dear', 'options.PriceTooFar', failing('options.PriceTooFar'));
		await story.refused('too dear', 'options.PriceTooFar', failing('margin.NoAccount'));
		await story.refused('too dear', 'options.PriceTooFar', async () => ({ block: { number: 9 } }));
	});
	assert.deepEqual(lines, [
		'#1   block 57   too dear',
		'#2   block 57   FAILED too dear: expected options.PriceTooFar, got margin.NoAccount',
		'#3   block 57   FAILED too dear: expected options.PriceTooFar, but it went through in block 9',
		'tale: 3 steps, 2 failed',
	]);
	assert.equal(code, 1);
});

test('a story without steps, or broken outside of one, has failed', async () => {
	assert.equal((await told(async () => {})).code, 1);
	const { lines, code } = await told(async (story) => {
		await story.step('fine');
		null.field; // eslint-disable-line
	});
	assert.equal(code, 1);
	assert.match(lines[1], /^FAILED outside of a step: TypeError/);
	assert.equal(lines.at(-1), 'tale: 1 steps, 1 failed');
});

test('no chain yet: no block number', async () => {
	const { lines } = await told((story) => story.step('start'), () => undefined);
	assert.equal(lines[0], '#1   block -    start');
	const story = new Story('x', { out: () => {} });
	story.follow({ head: 3 });
	assert.equal(story.block(), 3);
});

test('the process exits with 1 when a step failed, with 0 otherwise', () => {
	const script = (body) => `import { runStory } from '${new URL('../lib/steps.mjs', import.meta.url)}'; await runStory('t', (s) => s.check('c', ${body}));`;
	const run = (body) => spawnSync(process.execPath, ['--input-type=module', '-e', script(body)], { encoding: 'utf8' });
	assert.equal(run('false').status, 1);
	assert.equal(run('true').status, 0);
	assert.match(execFileSync(process.execPath, ['--input-type=module', '-e', script('true')], { encoding: 'utf8' }), /t: 1 steps, 0 failed\n$/);
});
