// SPDX-License-Identifier: GPL-3.0-or-later

// `make stability`: many accounts trade for some minutes against a development node. Exit code 0 only if no
// block is lost, the node's memory is stable, nothing sent is lost and the ledger's sums hold afterwards.
//
// SEED, ACCOUNTS, SECONDS, RATE (calls a second), BLOCK_MS change the run. The chance in it is the seed's; which
// block a call gets into is not.

import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cash, strd } from './lib/amounts.mjs';
import { connect } from './lib/chain.mjs';
import { Chance, blockFigures, growth, median, percentile } from './lib/figures.mjs';
import { intentDomain } from './lib/intents.mjs';
import { assertInvariants } from './lib/invariants.mjs';
import { Load } from './lib/load.mjs';
import { BTC, FEEDS, USDT, USDT_ASSET, reading } from './lib/market.mjs';
import { sleep, startNode } from './lib/node.mjs';
import { startPrices } from './lib/prices.mjs';
import { runStory } from './lib/steps.mjs';
import { Scene, Trader } from './lib/traders.mjs';

const setting = (name, otherwise) => Number(process.env[name] || otherwise);
const SEED = setting('SEED', Math.floor(Math.random() * 2 ** 32));
const ACCOUNTS = setting('ACCOUNTS', 200);
const SECONDS = setting('SECONDS', 300);
const RATE = setting('RATE', 20);
const BLOCK_MS = setting('BLOCK_MS', 1000);
/** The node's caches and the window of states that it keeps fill in this time. */
const WARM_UP = setting('WARM_UP', SECONDS * 0.4);
/** One account in so many is a maker, and one in so many pays fees in USDT. */
const [MAKER, PAYS_IN_USDT] = [10, 4];
const OUT = fileURLToPath(new URL('../out/', import.meta.url));
const GROWTH = 0.05;
const MIB = 2 ** 20;

mkdirSync(OUT, { recursive: true });
const prices = await startPrices({ port: 18080, seed: SEED, stepMs: BLOCK_MS });
const node = await startNode({ blockTimeMs: BLOCK_MS, logFile: `${OUT}stability-node.log` });
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
	const chance = new Chance(SEED);
	const traders = Array.from({ length: ACCOUNTS }, (_, i) =>
		new Trader(chain, i, { maker: i % MAKER === 0, paysInUsdt: i % PAYS_IN_USDT === 1 }));
	const byAccount = new Map(traders.map((trader) => [trader.account, trader]));
	const load = new Load(chain);
	const tick = BigInt((await chain.view('options', 'market', BTC)).unwrap().tick.toString());
	const scene = new Scene(chain, await intentDomain(api), tick);
	load.listen((events) => scene.hear(events, byAccount));
	const traded = new Set();
	load.listen((events) => {
		for (const { name, data } of events) {
			const accounts = name === 'options.Traded' ? [data.taker, data.maker] : name === 'options.IntentFilled' ? [data.account] : [];
			for (const account of accounts.map(String)) if (byAccount.has(account)) traded.add(account);
		}
	});

	await told.step('prices are valid', () => chain.until('prices', async () => {
		const states = await Promise.all([FEEDS.BTC, FEEDS.USDT].map(async (feed) => (await reading(chain, feed)).state));
		return states.every((state) => state === 'Valid');
	}));
	await told.step(`${ACCOUNTS} accounts open and deposit`, async () => {
		await fund(traders);
		await load.follow();
		await Promise.all(traders.map((trader) => load.send(trader, 'open', api.tx.utility.batchAll([
			api.tx.margin.createAccount(0),
			api.tx.collateral.deposit(trader.account, USDT, cash(String(trader.maker ? 100_000 : chance.whole(3_000, 30_000)))),
		]))));
		if (!(await load.drained())) throw new Error(`${load.waiting} wait still`);
		if (load.done.of('open') !== ACCOUNTS) throw new Error(`${load.done.of('open')} came through: ${JSON.stringify(load.refused.sorted())}`);
	});
	await told.step('prices of the series near the money', () => chain.until('marks', async () => {
		await scene.refresh();
		return scene.series.length >= 5;
	}));

	const from = { block: load.blocks.length, size: load.sizes.length, latency: load.latencies.length };
	const started = Date.now();
	node.sampleMemory(1000);
	await told.step(
		({ sent }) => `they trade for ${SECONDS} s: ${sent} calls sent`,
		() => trade({ traders, scene, load, chance, until: started + SECONDS * 1000 }),
	);
	const blocks = blockFigures(load.blocks.slice(from.block), BLOCK_MS);
	const memory = node.memory.map(({ at, resident }) => [at, resident]);

	await told.check('every call that the pool took is in a block', () => load.drained());
	await told.step('the ledger’s sums hold', () => assertInvariants(api), { goOn: true });
	await load.stop();

	const figures = report({ load, blocks, memory, started, from, traded, traders });
	writeFileSync(`${OUT}stability.json`, `${JSON.stringify(figures, null, '\t')}\n`);
	for (const [what, figure] of figures.rows) told.note(`| ${what} | ${figure} |`);
	await told.check('all blocks were followed', !load.failure);
	await told.check(`no block is lost: ${blocks.blocks} came, ${blocks.due} were due, ${blocks.unordered} gaps in their numbers`,
		blocks.blocks >= blocks.due - 1 && blocks.unordered === 0);
	await told.check(`the node's memory grew by ${percent(figures.memory.growth)} after warm-up, at most ${percent(GROWTH)}`, figures.memory.growth <= GROWTH);
	await told.check('orders, quotes, cancels, intents and requests came through, and trades of all of them', () =>
		['order', 'massQuote', 'cancel', 'cancelAll', 'intents', 'request', 'quoteRequest', 'accept'].every((kind) => load.done.of(kind) > 0)
		&& load.events.of('options.Traded') > 0 && load.events.of('options.QuoteAccepted') > 0);
	await told.check('the pool refused nothing', load.pool.total === 0);
}

/** Alice gives each what it needs. */
async function fund(traders) {
	const size = 40;
	for (let i = 0; i < traders.length; i += size) {
		const calls = traders.slice(i, i + size).flatMap(({ pair, maker }) => [
			api.tx.balances.transferKeepAlive(pair.address, strd('1000')),
			api.tx.foreignAssets.transfer(USDT_ASSET, pair.address, cash(maker ? '110000' : '32000')),
		]);
		await chain.send(api.tx.utility.batchAll(calls), 'Alice');
	}
}

/** Send calls at an even rate, each account's turn in another order each round. */
async function trade({ traders, scene, load, chance, until }) {
	let sent = 0;
	let turns = [];
	let watching = true;
	const watch = (async () => {
		while (watching) {
			await scene.refresh().catch(() => {});
			await chain.wait(2).catch(() => {});
		}
	})();
	const begun = Date.now();
	while (Date.now() < until && !load.failure) {
		// As many as are due by now, so that a slow moment does not make the run smaller.
		const due = Math.floor(((Date.now() - begun) / 1000) * RATE) - sent;
		for (let i = 0; i < Math.min(due, traders.length); i++) {
			if (turns.length === 0) turns = chance.shuffled(traders);
			const trader = turns.pop();
			if (trader.busy) continue;
			const act = trader.next(scene, chance, traders);
			if (!act) continue;
			sent += 1;
			load.send(trader, act.kind, act.call);
		}
		await sleep(20);
	}
	watching = false;
	await watch;
	return { sent };
}

function percent(share) {
	return `${(share * 100).toFixed(1)} %`;
}

function mib(bytes) {
	return `${Math.round(bytes / MIB)} MiB`;
}

/** Figures as an object and as rows of a table. */
function report({ load, blocks, memory, started, from, traded, traders }) {
	const latencies = load.latencies.slice(from.latency);
	const [ms, inBlocks] = [0, 1].map((i) => latencies.map((one) => one[i]));
	const sizes = load.sizes.slice(from.size);
	const grown = growth(memory, started + WARM_UP * 1000);
	const { events, done, refused, pool } = load;
	const fills = { book: events.of('options.Traded'), intents: events.of('options.IntentFilled'), requests: events.of('options.QuoteAccepted') };
	const list = (counts) => counts.sorted().map(([name, count]) => `${name} ${count}`).join(', ');
	const rows = [
		['blocks', `${blocks.blocks} of ${blocks.due} due, one every ${Math.round(blocks.meanMs)} ms (asked: ${BLOCK_MS}); 99 % within ${blocks.p99Ms} ms, the longest ${blocks.longestMs} ms`],
		['our calls in a block', `${median(sizes)} in the median, ${Math.max(...sizes)} at most`],
		['calls that came through', `${done.total}: ${list(done)}`],
		['calls refused', `${refused.total}: ${list(refused)}`],
		['refused by the pool', pool.total ? list(pool) : 'none'],
		['fills', `${fills.book} in the book, ${fills.intents} of intents, ${fills.requests} requests settled`],
		['accounts that traded', `${traded.size} of ${traders.length}; ${traders.filter((trader) => trader.done > 1).length} had calls that came through`],
		['settled, liquidated', `${events.of('options.ExpirySettled')} expiries, ${events.of('liquidation.AuctionStarted')} auctions`],
		['latency until a block is seen', `median ${percentile(ms, 0.5)} ms, 95 % ${percentile(ms, 0.95)} ms, 99 % ${percentile(ms, 0.99)} ms, most ${Math.max(...ms)} ms`],
		['the same in blocks', `median ${percentile(inBlocks, 0.5)}, 99 % ${percentile(inBlocks, 0.99)}, most ${Math.max(...inBlocks)}`],
		['memory of the node', `${mib(grown.first)} after ${WARM_UP} s, ${mib(grown.last)} at the end: ${percent(grown.growth)}; most ${mib(Math.max(...memory.map(([, m]) => m)))}`],
	];
	return { seed: SEED, accounts: ACCOUNTS, seconds: SECONDS, rate: RATE, blockMs: BLOCK_MS, blocks, fills, memory: grown, samples: memory, rows };
}
