// SPDX-License-Identifier: GPL-3.0-or-later

// `make zombienet`: Straddle on a relay chain, with two collators. One line for each assertion; exit
// code 0 only if all held. KEEP=1 leaves the network up.
//
// With LOAD=30 the rest is another: ACCOUNTS accounts trade for so many minutes, RATE calls a second, by the chance of SEED.

import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cash, contracts, showUsd } from '../e2e/lib/amounts.mjs';
import { readLedger } from '../e2e/lib/invariants.mjs';
import { BTC, FEEDS, Party, USDT, daily, listed, onTick, quote, reading, tradeText, volatility } from '../e2e/lib/market.mjs';
import { startPrices } from '../e2e/lib/prices.mjs';
import { runStory } from '../e2e/lib/steps.mjs';
import { pace, proofSizes, sumAndCount } from './lib/figures.mjs';
import { MINUTE, askCouncil, authorsOf, big, connectTo, eventually, finalised, giveKeys, roundOf, sums, upgraded } from './lib/harness.mjs';
import { underLoad } from './lib/load.mjs';
import { startNetwork } from './lib/network.mjs';
import { SESSION_BLOCKS, TIMELOCK_BLOCKS, artefacts } from './lib/specs.mjs';

const PARA = 2000;
const VALIDATORS = ['alice', 'bob'];
const COLLATORS = ['straddle-1', 'straddle-2'];
/** Whose the collators are, in the preset. */
const OWNERS = ['Alice', 'Bob'];
const DIR = process.env.NETWORK_DIR ?? join(tmpdir(), 'straddle-network');
const setting = (name, otherwise) => Number(process.env[name] || otherwise);
const LOAD = { minutes: setting('LOAD', 0), accounts: setting('ACCOUNTS', 60), rate: setting('RATE', 3), seed: setting('SEED', 7) };
const began = Date.now();
const seconds = () => Math.round((Date.now() - began) / 1000);

for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]]) {
	process.on(signal, () => process.exit(code));
}

let network;
let prices;
let relays;
let chains;

const story = await runStory('network', tell);
if (process.env.KEEP && network) {
	const collators = COLLATORS.map((name) => network.url(name));
	console.log(`the network stays up; Ctrl-C ends it. Collators: ${collators.join(', ')}`);
	await new Promise(() => {});
}
await disconnect();
await network?.stop();
await prices?.stop();
console.log(`network: ${seconds()} s in all; logs in ${DIR}`);
process.exit(story.failed > 0 ? 1 : 0);

async function tell(told) {
	const files = artefacts();
	prices = await startPrices({ port: 18080, seed: LOAD.seed });
	if (!LOAD.minutes) await prices.price('BTC', '60000');
	await told.step(() => `two validators and two collators are started (${seconds()} s)`, async () => {
		network = await startNetwork(DIR, files, { toml: 'straddle.toml', nodes: COLLATORS });
	});
	await told.step('all four answer', connectAll);
	told.follow(chains[0]);

	await told.step('the collators are given their session keys', () =>
		Promise.all(chains.map((chain, i) => giveKeys(chain, OWNERS[i]))));

	// The relay chain.
	await told.step((height) => `the validators finalise: block ${height}`, () =>
		eventually('finality of the relay chain', 3 * MINUTE, async () => {
			const [a, b] = await Promise.all(relays.map(finalised));
			return Math.min(a, b) > 0 && Math.min(a, b);
		}));
	await told.step(`parachain ${PARA} is registered`, async () => {
		const paras = (await relays[0].api.query.paras.parachains()).map(Number);
		if (!paras.includes(PARA)) throw new Error(`there are ${paras}`);
	});

	// The parachain.
	await told.step(() => `the parachain has three blocks (${seconds()} s)`, () => chains[0].reach(3, { timeoutMs: 6 * MINUTE }));
	await told.step((height) => `and is finalised by the relay chain, block ${height} at both collators`, () =>
		eventually('finality of the parachain', 2 * MINUTE, async () => {
			const [a, b] = await Promise.all(chains.map(finalised));
			return Math.min(a, b) > 0 && Math.min(a, b);
		}));
	await told.step((authors) => `the collators alternate: ${authors.join(' ')}`, async () => {
		await chains[0].reach(8, { timeoutMs: 2 * MINUTE });
		const authors = await authorsOf(chains[0], 2, 8);
		if (new Set(authors).size !== 2) throw new Error(`blocks are by ${authors.join(' ')}`);
		return authors;
	});

	// Prices.
	await told.step(({ reports }) => `a round of prices is finished with the reports of both: ${reports} of 2`, () => roundOf(chains[0], 2));
	await told.step(({ price, state }) => `BTC is ${showUsd(price)} (${state})`, () => feedIs('BTC', 'Valid'));

	if (LOAD.minutes) {
		await underLoad(told, { network, relay: relays[0], chains, validators: VALIDATORS, collators: COLLATORS, ...LOAD });
		return;
	}

	// A trade.
	const chain = chains[0];
	const { api } = chain;
	const maker = new Party(chain, 'maker (Charlie)', 'Charlie');
	const taker = new Party(chain, 'taker (Dave)', 'Dave');
	await told.step('two traders open margin accounts', () => Promise.all([maker.open(), taker.open()]));
	await told.step('each deposits 50,000 USDT', () =>
		Promise.all([maker, taker].map((party) => party.deposit(USDT, cash('50000')))));
	const call = await told.step((series) => `${series.name} is listed by rule`, async () => {
		const one = await eventually('a series', 2 * MINUTE, async () => {
			const calls = daily(await listed(chain, BTC)).filter(({ kind }) => kind === 'Call');
			return calls[Math.floor(calls.length / 2)];
		});
		// The block that lists it may give way to another one.
		const { head } = chain;
		await eventually('finality', 2 * MINUTE, async () => (await finalised(chain)) >= head);
		return one;
	});
	await told.step(({ is }) => `both collators' smiles make it worth ${(is * 100).toFixed(1)} % a year`, () =>
		eventually('a surface', 5 * MINUTE, async () => {
			const { volatility: is, state } = await volatility(chain, call);
			return state === 'Valid' && { is };
		}));
	const trade = await told.step(({ trades }) => `they trade: ${trades.map(tradeText).join(', ')}`, async () => {
		const tick = big((await chain.view('options', 'market', BTC)).unwrap().tick);
		const { mark } = await eventually('a mark', MINUTE, async () => {
			const now = await quote(chain, call);
			return now.mark && now;
		});
		await maker.order(call, 'Sell', contracts('1'), onTick(mark, 102, tick), { how: 'PostOnly' });
		const result = await taker.order(call, 'Buy', contracts('0.5'), onTick(mark, 104, tick), { how: 'FillOrKill' });
		if (result.trades.length !== 1) throw new Error(`${result.trades.length} trades`);
		return result;
	});
	await told.step('the trade is finalised', () =>
		eventually('finality', 2 * MINUTE, async () => (await finalised(chain)) >= trade.block.number));
	await sums(told, chains[0], 'after the trade');
	await figures(told);

	// New session keys.
	await told.step(() => `collator 2 takes new session keys, aura and oracle; they are in force after two sessions of ${SESSION_BLOCKS} blocks (${seconds()} s)`, async () => {
		const next = await rotate(chains[1], OWNERS[1]);
		await eventually('new keys', 5 * MINUTE, async () => {
			const now = await keysInForce();
			return [now.aura, now.oracle].every((keys, i) => keys.length === 2 && keys.includes(next[i]));
		});
	});
	await told.step('both author with them', async () => {
		const from = chain.head + 1;
		await chain.reach(from + 3, { timeoutMs: 2 * MINUTE });
		const authors = await authorsOf(chains[0], from, from + 3);
		if (new Set(authors).size !== 2) throw new Error(`blocks are by ${authors.join(' ')}`);
	});
	await told.step(({ reports }) => `and both report with them: ${reports} of 2`, () => roundOf(chains[0], 2));

	// A power cut.
	const before = await told.step(({ height }) => `every node is killed at finalised block ${height} and started again (${seconds()} s)`, async () => {
		const hash = await chain.api.rpc.chain.getFinalizedHead();
		const height = (await chain.api.rpc.chain.getHeader(hash)).number.toNumber();
		const kept = { hash, height, ledger: await readLedger(chain.api, hash) };
		await disconnect();
		await network.restartAll();
		await connectAll();
		return kept;
	});
	told.follow(chains[0]);
	await told.step('the ledger of that block is what it was', async () => {
		const ledger = await readLedger(chains[0].api, before.hash);
		if (text(ledger) !== text(before.ledger)) throw new Error('it differs');
	});
	await told.step('new blocks are built on it and finalised', () =>
		eventually('finality', 5 * MINUTE, async () => (await finalised(chains[0])) > before.height + 2));
	await told.step(({ reports }) => `prices go on: ${reports} of 2`, () => roundOf(chains[0], 2));
	await sums(told, chains[0], 'after the restart');

	// An upgrade, by the council and the timelock.
	const code = readFileSync(files.nextBlob);
	await told.step(() => `the council asks for an upgrade; it waits ${TIMELOCK_BLOCKS} blocks`, () => authorise(code));
	const last = await told.step((number) => `the code is applied, the relay chain lets it through: block ${number} is the last of version 1 (${seconds()} s)`, async () => {
		const from = chains[0].head + 1;
		await chains[0].send(chains[0].api.tx.system.applyAuthorizedUpgrade(`0x${code.toString('hex')}`), 'Alice', { timeoutMs: 2 * MINUTE });
		return upgraded(chains[0], 2, { from, timeoutMs: 8 * MINUTE });
	});
	await disconnect();
	await connectAll();
	told.follow(chains[0]);
	await told.step((number) => `its migration over ten blocks ends with block ${number}`, async () =>
		(await chains[0].waitForEvent('migrations.UpgradeCompleted', { from: last + 1, blocks: 60 })).block.number);
	await told.step('blocks of the new version are finalised, with prices', async () => {
		const at = chains[0].head;
		await eventually('finality', 3 * MINUTE, async () => (await finalised(chains[0])) > at + 2);
		await roundOf(chains[0], 2);
	});
	await sums(told, chains[0], 'after the upgrade');
}

async function connectAll() {
	relays = await connectTo(network, VALIDATORS);
	chains = await connectTo(network, COLLATORS);
}

async function disconnect() {
	await Promise.all([...(relays ?? []), ...(chains ?? [])].map((chain) => chain.disconnect().catch(() => {})));
	relays = chains = undefined;
}

function feedIs(name, state) {
	return eventually(`${name} ${state}`, 3 * MINUTE, async () => {
		const now = await reading(chains[0], FEEDS[name]);
		return now.state === state && now;
	});
}

/** The keys that count now: whose blocks are taken, whose prices. */
async function keysInForce() {
	const { query } = chains[0].api;
	const [aura, oracle] = await Promise.all([query.aura.authorities(), query.priceOracle.feeders()]);
	return { aura: aura.map((key) => key.toHex()), oracle: oracle.map((feeder) => feeder.key.toHex()) };
}

/** New keys made by the collator's own node, and signed for by its owner: the one of `aura`, that of the oracle. */
async function rotate(collator, owner) {
	const { api } = collator;
	const { keys, proof } = await collator.rpc('author_rotateKeysWithOwner', [api.registry.createType('AccountId', collator.pair(owner).address).toHex()]);
	await collator.send(api.tx.session.setKeys(keys, proof), owner, { timeoutMs: 2 * MINUTE });
	return [keys.slice(0, 66), `0x${keys.slice(66)}`];
}

/** The council asks for the upgrade; resolves when the timelock has made it. */
async function authorise(code) {
	const [chain] = chains;
	const { api } = chain;
	await askCouncil(chain, api.tx.system.authorizeUpgrade(api.registry.hash(code).toHex()));
	await eventually('authorised upgrade', 3 * MINUTE, async () => (await api.query.system.authorizedUpgrade()).isSome);
}

/** What a block costs on a relay chain, as measured by its nodes; for docs/performance.md. */
async function figures(told) {
	const proofs = COLLATORS.flatMap((name) => proofSizes(network.log(name)));
	await told.step(
		({ blocks, proof, compressed }) => `proof of ${blocks} blocks: ${proof.mean} KB at the mean, ${proof.most} at most; compressed ${compressed.mean} and ${compressed.most}`,
		() => {
			if (proofs.length === 0) throw new Error('the collators log no proof sizes');
			const of = (key) => {
				const sizes = proofs.map((one) => one[key]);
				return { mean: (sizes.reduce((a, b) => a + b) / sizes.length).toFixed(1), most: Math.max(...sizes).toFixed(1) };
			};
			return { blocks: proofs.length, proof: of('proof'), compressed: of('compressed') };
		},
	);
	await told.step(
		({ mean, count }) => `a validator runs validate_block in ${mean} ms at the mean of ${count}`,
		async () => {
			const { sum, count } = sumAndCount(await network.metrics('alice'), 'polkadot_pvf_execution_time');
			if (count === 0) throw new Error('no validation was timed');
			return { mean: ((sum / count) * 1000).toFixed(0), count };
		},
	);
	await told.step(
		({ mean, longest }) => `a block every ${mean} s by the chain's clock, the longest gap ${longest} s`,
		async () => {
			const { api, head } = chains[0];
			const times = [];
			for (let number = 2; number <= head; number++) {
				const at = await api.at(await api.rpc.chain.getBlockHash(number));
				times.push(Number(await at.query.timestamp.now()));
			}
			return pace(times);
		},
	);
}

function text(ledger) {
	return JSON.stringify(ledger, (_, value) => (typeof value === 'bigint' ? value.toString() : value));
}
