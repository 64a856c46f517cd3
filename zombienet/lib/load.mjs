// SPDX-License-Identifier: GPL-3.0-or-later

// A steady trading load on a network, and what it shows of blocks, prices, proofs, memory and finality.

import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Crowd } from '../../e2e/lib/crowd.mjs';
import { growth, median } from '../../e2e/lib/figures.mjs';
import { memoryOf, sleep } from '../../e2e/lib/node.mjs';
import { atSessionChange, aura, pace, proofSizes, roundFigures, sumAndCount } from './figures.mjs';
import { MINUTE, eventually, finalised, sums } from './harness.mjs';

const OUT = fileURLToPath(new URL('../../out/', import.meta.url));
const MIB = 2 ** 20;
const SAMPLE_MS = 5_000;
/** What the nodes' caches take to fill, as a share of the run. */
const WARM_UP = 0.4;
/** Bounds: growth of a collator's memory; of the rounds in which there was a block, away from changes of the relay chain's session, those without prices; an author's share; blocks from the best to the finalised. */
const [GROWTH, MISSED, SHARE, LAG] = [0.05, 0.05, 0.4, 12];
/** A relay chain's slot in seconds, and how much slower than it the parachain may be at the mean. */
const [SLOT, SLOWER] = [6, 1.2];

const percent = (share) => `${(share * 100).toFixed(1)} %`;
const mib = (bytes) => `${Math.round(bytes / MIB)} MiB`;
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Trade for so many minutes on the network, whose parachain's nodes are `collators` with connections `chains`. */
export async function underLoad(told, { network, relay, chains, validators, collators, minutes, accounts, rate, seed }) {
	const [chain] = chains;
	told.note(`LOAD=${minutes} ACCOUNTS=${accounts} RATE=${rate} SEED=${seed}`);
	const crowd = await Crowd.of(chain, { accounts, rate, seed });
	const { load } = crowd;
	const follower = new Follower(chain, load.taken);
	await told.step('prices are valid', () => crowd.prices());
	await told.step(`${accounts} accounts open and deposit`, () => crowd.open());
	await told.step('prices of the series near the money', () => crowd.marks());

	const validated = async () => sumAndCount(await network.metrics(validators[0]), 'polkadot_pvf_execution_time');
	const before = { validated: await validated(), proofs: collators.map((name) => proofSizes(network.log(name)).length) };
	const [from, started] = [chain.head + 1, Date.now()];
	const watch = sample(network, [...validators, ...collators], { relay, chain });
	await told.step(({ sent }) => `they trade for ${minutes} minutes: ${sent} calls sent`, () => crowd.trade(minutes * 60));
	const samples = await watch.stop();
	const to = chain.head;
	await told.check('every call that the pool took is in a block', () => load.drained());
	const end = chain.head;
	await told.step('all of it is finalised at both collators', () => eventually('finality', 5 * MINUTE, async () =>
		(await Promise.all(chains.map(finalised))).every((number) => number >= end)), { goOn: true });
	for (const [i, one] of chains.entries()) await sums(told, one, `at collator ${i + 1}`);
	await load.stop();

	const followed = await told.step(({ length }) => `${length} finalised blocks were read`, () => follower.stop());
	const blocks = followed.filter(({ number }) => number >= from && number <= to);
	mkdirSync(OUT, { recursive: true });
	const keep = (figures) => writeFileSync(`${OUT}network-load.json`, `${JSON.stringify({ minutes, accounts, rate, seed, ...figures, samples, blocks })}\n`);
	keep({});

	const times = blocks.map(({ time }) => time);
	const { mean: every, longest } = pace(times);
	const authors = collators.map((_, i) => blocks.filter(({ author }) => author === i).length / blocks.length);
	const twice = blocks.slice(1).filter(({ author }, i) => author === blocks[i].author).length;
	const params = await chain.api.query.priceOracle.parameters();
	const genesisSlot = Number(await relay.api.query.babe.genesisSlot());
	const sessions = { genesisSlot, slots: Number(relay.api.consts.babe.epochDuration), slotMs: SLOT * 1000 };
	const rounds = roundFigures(blocks, Number(params.roundMs), (round) => atSessionChange(round * Number(params.roundMs), sessions));
	const stale = Number(params.roundMs) * Number(params.staleRounds);
	const old = blocks.filter(({ time, priced }) => time - priced > stale).length;
	const proofs = collators.flatMap((name, i) => proofSizes(network.log(name)).slice(before.proofs[i]));
	const after = await validated();
	const count = after.count - before.validated.count;
	const validateMs = ((after.sum - before.validated.sum) / count) * 1000;
	const warm = started + minutes * MINUTE * WARM_UP;
	const of = (name, key) => samples.map((one) => [one.at, one.memory[name]?.[key]]).filter(([, value]) => value !== undefined);
	const memory = Object.fromEntries([...validators, ...collators].map((name) => {
		const whole = of(name, 'resident');
		const own = whole.map(([at, value], i) => [at, value - of(name, 'files')[i][1]]);
		return [name, { resident: growth(whole, warm), own: growth(own, warm), peak: Math.max(...whole.map(([, value]) => value)) }];
	}));
	const lag = samples.map(({ best, final }) => best - final);
	const relayLag = samples.map(({ relayBest, relayFinal }) => relayBest - relayFinal);

	const sizes = (key) => `${mean(proofs.map((one) => one[key])).toFixed(1)} KB at the mean, ${Math.max(...proofs.map((one) => one[key])).toFixed(1)} at most`;
	const rows = [
		['blocks', `${blocks.length}, one every ${every} s by the chain's clock, the longest gap ${longest} s; the relay chain made ${samples.at(-1).relayBest - samples[0].relayBest} meanwhile`],
		['our calls in a block, thirds of the run', [0, 1, 2].map((third) => {
			const part = blocks.slice(Math.floor((third * blocks.length) / 3), Math.floor(((third + 1) * blocks.length) / 3));
			return mean(part.map(({ ours }) => ours)).toFixed(1);
		}).join(', ')],
		['blocks that gave way to others', load.replaced],
		['authors', `${authors.map(percent).join(' and ')}; ${twice} times the same twice in a row`],
		['price rounds', `${rounds.due} by the clock, ${rounds.withBlock} with a block in them; ${rounds.whole} finished with both reports, ${rounds.dropped} dropped, of ${rounds.unheard} nothing was heard; ${rounds.lost} were lost at changes of the relay chain's session, of the other ${rounds.judged} with a block ${rounds.missed} are missed: ${percent(rounds.missed / rounds.judged)}`],
		['prices older than allowed', `in ${old} blocks of ${blocks.length} (${stale / 1000} s)`],
		['proof of a block', sizes('proof')],
		['the same compressed', sizes('compressed')],
		['validate_block', `${validateMs.toFixed(0)} ms at the mean of ${count}`],
		...Object.entries(memory).map(([name, { resident, own, peak }]) => [`memory of ${name}`,
			`${mib(resident.first)} after warm-up, ${mib(resident.last)} at the end: ${percent(resident.growth)}; without mapped files ${mib(own.first)}, ${mib(own.last)}: ${percent(own.growth)}; most ${mib(peak)}`]),
		['blocks from the best to the finalised', `${median(lag)} in the median, ${Math.max(...lag)} at most; of the relay chain ${median(relayLag)} and ${Math.max(...relayLag)}`],
		...crowd.rows(),
	];
	keep({ rows, rounds, memory });
	for (const [what, figure] of rows) told.note(`| ${what} | ${figure} |`);

	await told.check('all blocks were followed', !load.failure);
	await told.check(`a block every ${every} s, at most ${(SLOT * SLOWER).toFixed(1)}`, Number(every) <= SLOT * SLOWER);
	await told.check(`both author: ${authors.map(percent).join(' and ')}, at least ${percent(SHARE)}`, authors.every((share) => share >= SHARE));
	await told.check(`${rounds.missed} of ${rounds.judged} rounds away from changes of session are missed, at most ${percent(MISSED)}`, rounds.missed <= rounds.judged * MISSED);
	for (const name of collators) {
		const { growth: by } = memory[name].resident;
		await told.check(`memory of ${name} grew by ${percent(by)} after warm-up, at most ${percent(GROWTH)}`, by <= GROWTH);
	}
	await told.check(`finality is ${Math.max(...lag)} blocks behind at most, ${LAG} are allowed`, Math.max(...lag) <= LAG);
	const { held } = follower;
	await told.check(`what the pool took is finalised, each once: ${held.once} of ${load.taken.size}, ${held.twice} twice`, held.once === load.taken.size && held.twice === 0);
	await told.check('orders, quotes, cancels, intents and requests came through, and trades of all of them', crowd.didAll);
	await told.check('the pool refused nothing', load.pool.total === 0);
}

/** Ask every few seconds how much memory each node has, and how far finality is. */
function sample(network, names, { relay, chain }) {
	const samples = [];
	const take = async () => {
		const memory = Object.fromEntries(names.map((name) => [name, memoryOf(network.pid(name))]));
		const [final, relayFinal] = await Promise.all([chain, relay].map(finalised));
		samples.push({ at: Date.now(), memory, best: chain.head, final, relayBest: relay.head, relayFinal });
	};
	let last = take().catch(() => {});
	const timer = setInterval(() => {
		last = take().catch(() => {});
	}, SAMPLE_MS);
	return {
		stop: async () => {
			clearInterval(timer);
			await last;
			return samples;
		},
	};
}

/** Reads blocks as they are finalised: states of old ones are not kept. */
class Follower {
	#blocks = [];
	#going = true;
	#loop;
	#seen = new Map();

	/** `hashes`: transactions to look for. */
	constructor(chain, hashes) {
		this.#loop = this.#run(chain, hashes);
		this.#loop.catch(() => {});
	}

	/** How many of the transactions are in the blocks, and how many of them more than once. */
	get held() {
		return { once: this.#seen.size, twice: [...this.#seen.values()].filter((times) => times > 1).length };
	}

	/** Resolves to what `readBlock` says of each block, once the last finalised one is read. */
	async stop() {
		this.#going = false;
		await this.#loop;
		return this.#blocks;
	}

	async #run(chain, hashes) {
		let next = (await finalised(chain)) + 1;
		for (let last = false; !last; ) {
			last = !this.#going;
			for (const to = await finalised(chain); next <= to; next++) {
				const { extrinsics, ...block } = await readBlock(chain, next);
				const ours = extrinsics.filter((hash) => hashes.has(hash));
				this.#blocks.push({ ...block, ours: ours.length });
				for (const hash of ours) this.#seen.set(hash, (this.#seen.get(hash) ?? 0) + 1);
			}
			await sleep(1000);
		}
	}
}

/** {number, time, author, extrinsics, finished, dropped, priced} of a block: hashes, the rounds it decided, when the last one with prices was finished. */
async function readBlock({ api }, number) {
	const hash = await api.rpc.chain.getBlockHash(number);
	const [{ block }, at] = await Promise.all([api.rpc.chain.getBlock(hash), api.at(hash)]);
	const [time, records, last, authorities] = await Promise.all([
		at.query.timestamp.now(), at.query.system.events(), at.query.priceOracle.lastFinished(), at.query.aura.authorities(),
	]);
	const rounds = (name) => records
		.filter(({ event }) => event.section === 'priceOracle' && event.method === name)
		.map(({ event: { data } }) => ({ round: Number(data.round), reports: Number(data.reports) }));
	return {
		number,
		time: Number(time),
		author: Number(aura(block.header) % BigInt(authorities.length)),
		extrinsics: block.extrinsics.map((extrinsic) => extrinsic.hash.toHex()),
		finished: rounds('RoundFinished'),
		dropped: rounds('RoundDropped'),
		priced: last.isSome ? Number(last.unwrap().at) : 0,
	};
}
