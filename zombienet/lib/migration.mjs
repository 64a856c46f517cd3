// SPDX-License-Identifier: GPL-3.0-or-later

// An upgrade with a migration over several blocks, under a trading load, and what liquidation does after it.

import { cash, showUsd } from '../../e2e/lib/amounts.mjs';
import { Crowd } from '../../e2e/lib/crowd.mjs';
import { putIntoAuction } from '../../e2e/lib/liquidation.mjs';
import { FEEDS, Party, USDT } from '../../e2e/lib/market.mjs';
import { pace } from './figures.mjs';
import { MINUTE, askCouncil, eventually, finalised, upgraded } from './harness.mjs';
import { priced, sellPut } from './puts.mjs';

/** The runtime that `runtime/next` builds: its version, and the least blocks that its migration takes. */
const [VERSION, BLOCKS] = [2, 10];
/** What liquidation waits for after a halt; the presets' 50 blocks would take as long as all the rest. */
const GRACE = { ms: 60_000, blocks: 12 };
/** Two crowds: one trades until the upgrade, the other one's calls are signed for the new version. */
const CROWD = { accounts: 20, rate: 1.5, seed: 7 };
const ONE_USD = 10n ** 18n;

/**
 * The council upgrades the chain while a crowd trades. Bitcoin falls while the migration runs, by more than Bob's short put
 * bears; he is in auction only when the grace time, its blocks and fresh rounds are over.
 *
 * `reconnect` resolves to connections that know the new version; `topUp(chain)` sends something to a vault, and resolves to
 * what proves it here. Resolves to the new connections.
 */
export async function migrate(told, { chains, prices, code, feeders, reconnect, topUp }) {
	let [chain] = chains;
	let { api } = chain;
	const first = await Crowd.of(chain, CROWD);
	const second = await Crowd.of(chain, { ...CROWD, first: CROWD.accounts });
	await told.step(`${2 * CROWD.accounts} more accounts open and deposit`, async () => {
		await first.open();
		await second.open();
		await second.load.stop();
	});
	const { bob, price } = await told.step(({ line }) => line, () => sellTooMuch(chain));

	let going = true;
	await told.step('prices of the series near the money', () => first.marks());
	// What the first crowd sees of them as the version changes under its connection may be anything.
	const { series } = first.scene;
	const trading = first.trade(3600, () => !going);
	trading.catch(() => {});
	await told.step(`while half of them trade, the council asks for an upgrade, and for ${GRACE.blocks} blocks and ${GRACE.ms / 1000} s of grace`, async () => {
		const [auctions, levels] = await Promise.all([api.query.liquidation.params(), api.query.liquidation.levelRules()]);
		await askCouncil(chain, api.tx.utility.batchAll([
			api.tx.liquidation.setParams({ ...Object.fromEntries(auctions), graceMs: GRACE.ms }),
			api.tx.liquidation.setLevelParams({ ...Object.fromEntries(levels), graceBlocks: GRACE.blocks }),
			api.tx.system.authorizeUpgrade(api.registry.hash(code).toHex()),
		]));
		await eventually('authorised upgrade', 5 * MINUTE, async () => (await api.query.system.authorizedUpgrade()).isSome);
	});
	const last = await told.step((number) => `the code is applied: block ${number} is the last of version 1`, async () => {
		const from = chain.head + 1;
		await chain.send(api.tx.system.applyAuthorizedUpgrade(`0x${code.toString('hex')}`), 'Alice', { timeoutMs: 2 * MINUTE });
		return upgraded(chain, VERSION, { from, timeoutMs: 12 * MINUTE });
	});

	// What follows has ten blocks' time.
	const target = (price * 86n) / 100n / ONE_USD;
	await prices.price('BTC', target.toString(), 40);
	going = false;
	const before = first.load;
	// Its connection ends now: what it waits for does not come.
	before.stop().catch(() => {});
	chains = await reconnect();
	[chain] = chains;
	({ api } = chain);
	told.follow(chain);
	const crowd = await Crowd.of(chain, { ...CROWD, seed: CROWD.seed + 1, first: CROWD.accounts });
	const { load } = crowd;
	crowd.scene.series = series;
	const seen = new Map();
	load.listen((events, { number }) => seen.set(number, load.sizes.at(-1)));
	await crowd.resume();
	// Fees in dollars need a price that is not old.
	const callers = crowd.traders.filter(({ assetId }) => assetId === undefined);
	const deposits = Math.floor(callers.length / 2);
	await told.step(({ taken }) => `in the migration the pool takes ${taken} calls of version ${VERSION}, deposits and orders`, async () => {
		await ensureMigrating(chain);
		await Promise.all(callers.map((trader, i) => (i % 2 === 0
			? load.send(trader, 'order', trader.order(crowd.scene, crowd.chance))
			: load.send(trader, 'deposit', api.tx.collateral.deposit(trader.account, USDT, cash('10'))))));
		await ensureMigrating(chain);
		if (load.pool.total > 0) throw new Error(JSON.stringify(load.pool.sorted()));
		return { taken: load.taken.size };
	});
	const paid = topUp(chain);
	paid.catch(() => {});

	const end = await told.step((number) => `block ${number} ends the migration`, async () =>
		(await chain.waitForEvent('migrations.UpgradeCompleted', { from: last + 1, blocks: 60 })).block.number);
	await told.step(
		({ mean, longest }) => `it took ${end - last} blocks, one every ${mean} s, the longest gap ${longest} s; they hold inherents alone, no round of prices and no auction`,
		async () => {
			if (end - last < BLOCKS) throw new Error(`it took ${end - last} blocks`);
			const times = [];
			for (let number = last; number <= end; number++) {
				const hash = await api.rpc.chain.getBlockHash(number);
				times.push(Number(await (await api.at(hash)).query.timestamp.now()));
				if (number === last) continue;
				const [{ block }, events] = [await api.rpc.chain.getBlock(hash), await chain.eventsOf(number)];
				const others = block.extrinsics.filter(({ isSigned, method }) => isSigned || method.section === 'priceOracle');
				if (others.length > 0) throw new Error(`block ${number} holds ${others.map(({ method }) => `${method.section}.${method.method}`)}`);
				const wrong = events.filter(({ name }) => /^(priceOracle\.Round|liquidation\.)/.test(name));
				if (wrong.length > 0) throw new Error(`block ${number} says ${wrong.map(({ name }) => name)}`);
			}
			return pace(times);
		},
	);
	await told.check(`no call waited for less: none of the crowd's is in a block up to ${end}`, () =>
		[...seen].every(([number, ours]) => number > end || ours === 0));
	await told.step((state) => `a price of before it is not passed off as new: at its end bitcoin is ${state}`, async () => {
		const hash = await api.rpc.chain.getBlockHash(end);
		const state = (await chain.viewAt(hash, 'priceOracle', 'price', FEEDS.BTC)).state.toString();
		if (!['Stale', 'NoQuorum'].includes(state)) throw new Error(`it is ${state}`);
		return state;
	});
	await told.check('the calls that waited are in blocks after it', () => load.drained());
	await told.check(`the deposits came through: ${load.done.of('deposit')} of ${deposits}`, () => load.done.of('deposit') === deposits);
	told.note(`orders: ${load.done.of('order')} came through, ${load.refused.total} were refused: ${load.refused.sorted().map(([name, count]) => `${name} ${count}`).join(', ') || 'none'}`);
	told.note(`version 1: ${before.done.total} calls came through, ${before.waiting} were in no block when the version changed, and are void`);

	// Additions first.
	const [seller, helper] = [new Party(chain, bob.name, bob.who), new Party(chain, 'Ferdie', 'Ferdie')];
	await told.refused('nobody may be flagged', 'liquidation.GracePeriod', () => chain.view('liquidation', 'flaggable', seller.account));
	await told.step('Bob may deposit', () => seller.deposit(USDT, cash('1')));
	await told.step((reports) => `prices go on, with ${reports} of ${feeders} reports`, async () =>
		Number((await chain.waitForEvent('priceOracle.RoundFinished', { where: ({ feeds }) => feeds.length > 0, blocks: 60 })).data.reports));
	await told.step((h) => `he fails: equity ${showUsd(h.equity)}, maintenance ${showUsd(h.maintenance)}`, () =>
		chain.until('it', async () => {
			const now = await seller.health().catch(() => undefined);
			return now && now.maintenanceExcess < 0n && now;
		}, { blocks: 40 }));
	await told.step((text) => text, async () => (await paid)(), { goOn: true });
	const started = await told.step(
		({ block, by }) => `he is in auction since block ${block.number}, on the word of ${by}`,
		() => putIntoAuction(chain, helper, seller, { from: end + 1, blocks: 100 }),
	);
	await told.step(
		({ blocks, seconds, rounds }) => `that is ${blocks} blocks, ${seconds} s and ${rounds} rounds after the migration; before it there was no other`,
		async () => {
			const at = async (number) => Number(await (await api.at(await api.rpc.chain.getBlockHash(number))).query.timestamp.now());
			const seconds = ((await at(started.block.number)) - (await at(end))) / 1000;
			const waited = { blocks: started.block.number - end, seconds: Math.round(seconds), rounds: 0 };
			const { freshRounds } = await api.query.liquidation.params();
			for (let number = end + 1; number <= started.block.number; number++) {
				const names = (await chain.eventsOf(number)).map(({ name }) => name);
				waited.rounds += names.filter((name) => name === 'priceOracle.RoundFinished').length;
				const early = number - end <= GRACE.blocks && names.includes('liquidation.AuctionStarted');
				if (early) throw new Error(`block ${number} starts one`);
			}
			if (waited.blocks <= GRACE.blocks || seconds < GRACE.ms / 1000) throw new Error(`${waited.blocks} blocks, ${seconds} s`);
			if (waited.rounds < Number(freshRounds)) throw new Error(`${waited.rounds} rounds, ${freshRounds} are asked for`);
			return waited;
		},
	);

	// And on.
	await told.step('prices of the series near the money', () => crowd.marks());
	await told.step(({ sent, fills }) => `the crowd trades with version ${VERSION}: ${sent} calls, ${fills} fills`, async () => {
		const filled = () => load.events.of('options.Traded') + load.events.of('options.IntentFilled');
		const had = filled();
		const { sent } = await crowd.trade(60);
		if (!(await load.drained())) throw new Error(`${load.waiting} wait still`);
		if (filled() === had) throw new Error('there were no fills');
		return { sent, fills: filled() - had };
	});
	await load.stop();
	await told.step('its blocks are finalised', () => {
		const { head } = chain;
		return eventually('finality', 3 * MINUTE, async () => (await finalised(chain)) >= head);
	});
	return chains;
}

/** Bob sells a put on so little that a fall by an eighth is too much. Resolves to him, bitcoin's price, and a line. */
async function sellTooMuch(chain) {
	const [bob, maker] = [new Party(chain, 'Bob', 'Bob'), new Party(chain, 'Ferdie', 'Ferdie')];
	const { price } = await priced(chain);
	await bob.open();
	await bob.deposit(USDT, cash(((price * 2n) / 11n / ONE_USD).toString()));
	await sellPut(chain, bob, maker, price);
	return { bob, price, line: await bob.line() };
}

/** That blocks take no calls of users now. */
async function ensureMigrating({ api }) {
	if ((await api.query.migrations.cursor()).isNone) throw new Error('the migration is over, or has not begun');
}
