// SPDX-License-Identifier: GPL-3.0-or-later

// `make stability`: many accounts trade for some minutes against a development node. Exit code 0 only if no
// block is lost, the node's memory is stable, nothing sent is lost and the ledger's sums hold afterwards.
//
// What the database writes stays in the node's memory until 64 MiB of it are there, and is let go then: memory goes up and
// down, at the usual rate once in some three and a half minutes. It is stable if it comes no higher in the second half of what follows the
// warm-up than in the first; what of it is mapped files the kernel takes back when it needs it, so that does not count.
//
// SEED, ACCOUNTS, SECONDS, RATE (calls a second), BLOCK_MS change the run. The chance in it is the seed's; which
// block a call gets into is not.

import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { connect } from './lib/chain.mjs';
import { Crowd } from './lib/crowd.mjs';
import { blockFigures, heights } from './lib/figures.mjs';
import { assertInvariants } from './lib/invariants.mjs';
import { startNode } from './lib/node.mjs';
import { startPrices } from './lib/prices.mjs';
import { runStory } from './lib/steps.mjs';

const setting = (name, otherwise) => Number(process.env[name] || otherwise);
const SEED = setting('SEED', Math.floor(Math.random() * 2 ** 32));
const ACCOUNTS = setting('ACCOUNTS', 200);
const SECONDS = setting('SECONDS', 780);
const RATE = setting('RATE', 80);
const BLOCK_MS = setting('BLOCK_MS', 1000);
/** The node's caches, and the 256 states that it keeps, fill in this time. */
const WARM_UP = setting('WARM_UP', Math.ceil((256 * BLOCK_MS) / 1000) + 44);
/** So many calls fill the database's log, as seen at 80 a second. */
const SWING_CALLS = 17_000;
const OUT = fileURLToPath(new URL('../out/', import.meta.url));
const GROWTH = 0.05;
const MIB = 2 ** 20;

const half = (SECONDS - WARM_UP) / 2;
if (half * RATE < SWING_CALLS) {
	const needed = WARM_UP + Math.ceil((2 * SWING_CALLS) / RATE);
	console.error(`memory goes up and down once in some ${Math.ceil(SWING_CALLS / RATE)} s: SECONDS=${needed} at least, or a higher RATE`);
	process.exit(1);
}
mkdirSync(OUT, { recursive: true });
const prices = await startPrices({ port: 18080, seed: SEED, stepMs: BLOCK_MS });
// The cache of the trie may have a GiB; this is full before the warm-up ends, so that growth can be told from it.
const node = await startNode({ blockTimeMs: BLOCK_MS, extra: ['--trie-cache-size=33554432'], logFile: `${OUT}stability-node.log` });
const chain = await connect(node.wsUrl);
const { api } = chain;
const story = await runStory('stability', (told) => run(told));
await chain.disconnect().catch(() => {});
await node.stop();
await prices.stop();
if (story.failed) console.log(node.lastLines());
process.exit(process.exitCode ?? 0);

async function run(told) {
	told.follow(chain);
	told.note(`SEED=${SEED} ACCOUNTS=${ACCOUNTS} SECONDS=${SECONDS} RATE=${RATE} BLOCK_MS=${BLOCK_MS}`);
	const crowd = await Crowd.of(chain, { accounts: ACCOUNTS, seed: SEED, rate: RATE });
	const { load } = crowd;

	await told.step('prices are valid', () => crowd.prices());
	await told.step(`${ACCOUNTS} accounts open and deposit`, () => crowd.open());
	await told.step('prices of the series near the money', () => crowd.marks());

	const started = Date.now();
	node.sampleMemory(1000);
	await told.step(({ sent }) => `they trade for ${SECONDS} s: ${sent} calls sent`, () => crowd.trade(SECONDS));
	const blocks = blockFigures(load.blocks.slice(crowd.from.block), BLOCK_MS);
	const memory = node.memory.map(({ at, resident, files }) => [at, resident - files]);

	await told.check('every call that the pool took is in a block', () => load.drained());
	await told.step('the ledger’s sums hold', () => assertInvariants(api), { goOn: true });
	await load.stop();

	const figures = report({ crowd, blocks, memory, started });
	writeFileSync(`${OUT}stability.json`, `${JSON.stringify(figures, null, '\t')}\n`);
	for (const [what, figure] of figures.rows) told.note(`| ${what} | ${figure} |`);
	await told.check('all blocks were followed', !load.failure);
	await told.check(`no block is lost: ${blocks.blocks} came, ${blocks.due} were due, ${blocks.unordered} gaps in their numbers`,
		blocks.blocks >= blocks.due - 1 && blocks.unordered === 0);
	await told.check(`the most memory after the warm-up grew by ${percent(figures.memory.growth)} from the first half to the second, at most ${percent(GROWTH)}`, figures.memory.growth <= GROWTH);
	await told.check('orders, quotes, cancels, intents and requests came through, and trades of all of them', crowd.didAll);
	await told.check('the pool refused nothing', load.pool.total === 0);
}

function percent(share) {
	return `${(share * 100).toFixed(1)} %`;
}

function mib(bytes) {
	return `${Math.round(bytes / MIB)} MiB`;
}

/** Figures as an object and as rows of a table. */
function report({ crowd, blocks, memory, started }) {
	const grown = heights(memory, started + WARM_UP * 1000);
	const rows = [
		['blocks', `${blocks.blocks} of ${blocks.due} due, one every ${Math.round(blocks.meanMs)} ms (asked: ${BLOCK_MS}); 99 % within ${blocks.p99Ms} ms, the longest ${blocks.longestMs} ms`],
		...crowd.rows(),
		['memory of the node, but for mapped files', `after ${WARM_UP} s ${mib(grown.first)} at most in the first half, ${mib(grown.last)} in the second: ${percent(grown.growth)}`],
	];
	return { seed: SEED, accounts: ACCOUNTS, seconds: SECONDS, rate: RATE, blockMs: BLOCK_MS, blocks, memory: grown, samples: memory, rows };
}
