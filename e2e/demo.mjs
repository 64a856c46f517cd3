// SPDX-License-Identifier: GPL-3.0-or-later

// `make demo`: the main job on one machine, from deposit to liquidation and settlement, told as it
// happens. Exit code 0 only if every step and every sum of the ledger held.

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cash, contracts, showCash, showStrd, showUsd, units } from './lib/amounts.mjs';
import { connect, event } from './lib/chain.mjs';
import { Parts, deskStory } from './lib/desk.mjs';
import { marginAccountId } from './lib/ids.mjs';
import { checkLedger, readLedger } from './lib/invariants.mjs';
import { auction, bid, flag, insolvency, paid, putIntoAuction, takeOver } from './lib/liquidation.mjs';
import { BTC, DOT, DOT_ASSET, FEEDS, Party, SMILES, USDT, USDT_ASSET, listed, onTick, quote, reading, surface, tradeText, volatility } from './lib/market.mjs';
import { sleep, startNode } from './lib/node.mjs';
import { writePicture } from './lib/picture.mjs';
import { startPrices } from './lib/prices.mjs';
import { Recorder } from './lib/recorder.mjs';
import { runStory } from './lib/steps.mjs';
import { startPage } from '../tools/page/server.mjs';

const BLOCK_MS = Number(process.env.BLOCK_MS ?? 1200);
const OUT = fileURLToPath(new URL('../out/', import.meta.url));
const MINUTE = 60_000n;
const ONE_USD = 10n ** 18n;
const ONE_USDT = 10n ** 6n;
const big = (value) => BigInt(value.toString());

mkdirSync(OUT, { recursive: true });
const prices = await startPrices({ port: 18080, seed: 7 });
const node = await startNode({ blockTimeMs: BLOCK_MS, rpcPort: 9944, logFile: `${OUT}demo-node.log` });
node.sampleMemory(2000);
const chain = await connect(node.wsUrl);
const { api } = chain;

const story = await runStory('demo', (told) => tell(told));
if (process.env.KEEP && !process.exitCode) {
	const apps = `https://polkadot.js.org/apps/?rpc=${encodeURIComponent(node.wsUrl)}#/explorer`;
	console.log(`the node stays up; Ctrl-C ends it. Polkadot.js Apps: ${apps}`);
	const page = await startPage({ port: 9950, orAny: true, node: node.wsUrl });
	console.log(`risk page: ${page.url}`);
	await node.exited;
	await page.stop();
}
await chain.disconnect().catch(() => {});
await node.stop();
await prices.stop();
if (story.failed) console.log(node.lastLines());
process.exit(process.exitCode ?? 0);

async function tell(told) {
	told.follow(chain);

	// Prices.
	await prices.price('BTC', '60000');
	await prices.volatility('BTC', '0.6');
	await told.step(
		({ price, state }) => `first prices, by HTTP from four venues: BTC ${showUsd(price)} (${state})`,
		() => feedIs('BTC', 'Valid'),
	);
	await told.step('every feed is valid', async () => {
		for (const name of Object.keys(FEEDS)) await feedIs(name, 'Valid');
	});

	// People. Zoe has no STRD at all: she pays fees in USDT.
	const [maker1, maker2] = [new Party(chain, 'maker 1 (Bob)', 'Bob'), new Party(chain, 'maker 2 (Charlie)', 'Charlie')];
	const dave = new Party(chain, 'trader 1 (Dave)', 'Dave');
	const zoe = new Party(chain, 'trader 2 (Zoe)', '//Zoe', USDT_ASSET);
	const flagger = new Party(chain, 'flagger (Ferdie)', 'Ferdie');
	const fay = new Party(chain, 'desk (Fay)', '//Fay', USDT_ASSET);
	// He comes later, so that the first half of the story is about one account.
	const eve = new Party(chain, 'trader 3 (Eve)', 'Eve');
	const parties = [maker1, maker2, dave, zoe, fay, flagger];
	await told.step('Alice sends Zoe 20,000 and Fay 60,000 USDT and no STRD', () =>
		chain.send(api.tx.utility.batchAll([[zoe, '20000'], [fay, '60000']].map(([{ address }, amount]) =>
			api.tx.foreignAssets.transfer(USDT_ASSET, { Id: address }, cash(amount)))), 'Alice'));
	for (const party of parties) {
		await told.step(`${party.name} opens margin account ${party.account.slice(0, 8)}…`, () => party.open());
	}
	for (const [party, amount] of [[maker1, '500000'], [maker2, '500000'], [dave, '5300'], [zoe, '15000'], [fay, '50000']]) {
		await told.step(`${party.name} deposits ${showCash(cash(amount))} USDT`, () => party.deposit(USDT, cash(amount)));
	}
	await told.step('trader 1 sends 1,000 DOT to the address of his margin account, as a transfer from Asset Hub would', () =>
		chain.send(api.tx.foreignAssets.transfer(DOT_ASSET, { Id: dave.account }, units('1000', 10)), 'Dave'));
	await told.step(
		(credit) => `the chain sweeps it in by itself; it is a lot worth ${showUsd(credit)}`,
		() => chain.until('the sweep', async () => {
			const { lots } = await dave.health();
			return lots > 0n && lots;
		}),
	);
	await told.refused('a deposit below the minimum is refused', 'collateral.BelowMinimum', () => dave.deposit(USDT, 1n));
	await told.refused('a stranger cannot withdraw', 'margin.NotOwner', () =>
		chain.send(api.tx.collateral.withdraw(dave.account, USDT, cash('1'), maker1.address), 'Bob'));

	// Series and orders.
	const now = await chain.now();
	const all = await told.step(
		(list) => `${list.length} BTC series are listed by rule, ${new Set(list.map((s) => s.expiry)).size} expiries`,
		async () => {
			const list = await listed(chain, BTC);
			if (list.length === 0) throw new Error('no series is listed');
			return list;
		},
	);
	const late = all.filter((s) => s.expiry >= now + 14n * MINUTE).sort((a, b) => Number(a.expiry - b.expiry));
	const { expiry } = late[0];
	const pick = (kind, strike) => late.find((s) => s.expiry === expiry && s.kind === kind && s.strike === units(strike, 8));
	const call = pick('Call', '60000');
	const put = pick('Put', '60000');
	const tick = big((await chain.view('options', 'market', BTC)).unwrap().tick);
	await told.step(
		({ count, wings }) => `the workers fit a smile to each of ${count} expiries of Deribit's book; ours are valued on it: ${wings}`,
		async () => {
			const at = async (strike) => {
				const series = pick('Call', strike);
				const { volatility: is, state } = await volatility(chain, series);
				return { text: `${strike} at ${(is * 100).toFixed(1)} %`, state };
			};
			const found = await chain.until('a surface', async () => {
				const wings = await Promise.all(['58000', '60000', '62000'].map(at));
				return wings.every(({ state }) => state === 'Valid') && wings;
			});
			const { rows } = await surface(chain, SMILES.BTC);
			return { count: rows.length, wings: found.map(({ text }) => text).join(', ') };
		},
	);
	const { mark } = await quote(chain, call);
	await told.step(`maker 1 bids 3.00 ${call.name} below its mark of ${showCash(mark)} and offers 3.00 above`, async () => {
		await maker1.order(call, 'Buy', contracts('3'), onTick(mark, 97, tick), { how: 'PostOnly' });
		await maker1.order(call, 'Sell', contracts('3'), onTick(mark, 103, tick), { how: 'PostOnly' });
	});
	const putMark = (await quote(chain, put)).mark;
	await told.step(`maker 2 offers 2.00 ${put.name} near its mark of ${showCash(putMark)}`, () =>
		maker2.order(put, 'Sell', contracts('2'), onTick(putMark, 103, tick) + tick, { how: 'PostOnly' }));
	await told.refused('a price off the tick is refused', 'options.PriceOffTick', () =>
		dave.order(call, 'Sell', contracts('1'), onTick(mark, 97, tick) + 1n));
	await told.refused('a series that is not listed is refused', 'options.NotListed', () =>
		dave.order({ ...call, strike: call.strike + 1n }, 'Sell', contracts('1'), tick));
	await told.refused('an order beyond the initial margin is refused whole', 'margin.BelowInitialMargin', () =>
		dave.order(call, 'Sell', contracts('3'), onTick(mark, 97, tick)));

	const parts = new Parts();
	const recorder = new Recorder(chain, async () => {
		const [{ price }, { equity, maintenance }, gains] = await Promise.all([reading(chain, FEEDS.BTC), dave.health(), parts.gains(chain)]);
		return { price, equity, maintenance, ...gains };
	});
	await told.step(
		({ trades }) => `trader 1 sells into the bid: ${trades.map(tradeText).join(', ')} ${call.name}`,
		async () => {
			const result = await dave.order(call, 'Sell', contracts('1'), onTick(mark, 97, tick), { how: 'FillOrKill' });
			if (result.trades.length !== 1) throw new Error(`${result.trades.length} trades`);
			recorder.mark('sells a call', result.block.number);
			return result;
		},
	);
	await told.step(
		({ trades, fee }) => `trader 2 buys a put, paying the fee in USDT: ${trades.map(tradeText).join(', ')} ${put.name}`,
		async () => {
			const result = await zoe.order(put, 'Buy', contracts('0.5'), onTick(putMark, 105, tick) + tick, { how: 'FillOrKill' });
			if (result.trades.length !== 1) throw new Error(`${result.trades.length} trades`);
			return result;
		},
	);
	for (const party of [maker1, dave, zoe]) await told.step((line) => line, () => party.line());
	await told.step(
		({ before, after, worst }) => `maker 1 switches to portfolio margin: initial margin ${showUsd(before)}, now ${showUsd(after)}, worst in ${worst}`,
		async () => {
			const before = (await maker1.health()).initial;
			await maker1.setMode('Portfolio');
			return { before, after: (await maker1.health()).initial, worst: await maker1.worstCase() };
		},
	);
	const second = marginAccountId(api.genesisHash.toU8a(), maker1.address, 1);
	await told.step('maker 1 opens a second account and moves 50,000 USDT and 0.40 of the call there, free', async () => {
		await maker1.send(api.tx.margin.createAccount(1));
		const result = await maker1.send(api.tx.margin.moveAssets(
			maker1.account, second, cash('50000'), [], [[call, contracts('0.4')]], false,
		));
		return event(result, 'margin.AssetsMoved');
	});
	await told.step(
		(text) => `his wallet lists both by the runtime API: ${text}`,
		async () => {
			const accounts = await api.call.marginApi.accountsOf(maker1.address);
			if (accounts.length !== 2) throw new Error(`${accounts.length} accounts`);
			return accounts.map((one) => `${showCash(big(one.cash))} USDT and ${one.positions} series (${one.standing})`).join('; ');
		},
	);
	await told.refused('where no channel to Asset Hub is open nothing is sent home and nothing changes', 'collateral.NoChannel', () =>
		maker1.send(api.tx.collateral.withdrawHome(maker1.account, USDT, cash('1000'), maker1.address, cash('10'))));
	const ofDesk = [];
	await deskStory(told, chain, {
		all, expiry, desk: fay, maker: maker2, other: maker1, parts, tick,
		mark: (label, block) => ofDesk.push({ label, block }),
	});
	await sums(told, 'after the trades');
	await told.refused('an account that is well cannot be flagged', 'liquidation.NotBelowMaintenance', () => flag(chain, flagger, dave));

	// The market moves.
	const rise = chain.head + 1;
	await told.step('BTC rises to 66,500 within a few seconds', async () => {
		await prices.price('BTC', '66500', 8);
		await chain.until('the move', async () => (await reading(chain, FEEDS.BTC)).price > 66_000n * ONE_USD, { blocks: 40 });
		recorder.mark('BTC rises');
	});
	await told.step(
		({ equity, maintenance }) => `trader 1 is below maintenance: equity ${showUsd(equity)} against ${showUsd(maintenance)}`,
		() => chain.until('the shortfall', async () => {
			const health = await dave.health();
			return health.maintenanceExcess < 0n && health;
		}),
	);
	await told.step(
		({ standing }) => `anybody may ask that his account says so: StandingChanged, ${standing}`,
		async () => {
			const { events } = await flagger.send(api.tx.margin.poke(dave.account));
			const changed = events.find(({ name }) => name === 'margin.StandingChanged');
			if (changed) return changed.data;
			if (!(await dave.health()).inAuction) throw new Error('nothing changed');
			return { standing: 'in auction already' };
		},
	);
	await told.step(
		({ by }) => `he is in auction as soon as the median of three rounds agrees, on the word of ${by}`,
		async () => {
			const started = await putIntoAuction(chain, flagger, dave, { from: rise });
			recorder.mark('flagged', started.block.number);
			return started;
		},
	);
	await told.refused('every way out is shut: trader 1 cannot withdraw', 'collateral.InAuction', () => dave.withdraw(USDT, cash('100')));
	await told.refused('nor trade', 'options.InAuction', () => dave.order(call, 'Buy', contracts('0.1'), onTick(mark, 100, tick)));

	// The price server goes away in the middle of the auction.
	await told.step('the price server goes down', async () => {
		await prices.down();
		recorder.mark('no prices');
	});
	await told.step('the feed is stale', () => feedIs('BTC', 'Stale', 20));
	await told.step('five minutes of chain time later it has no quorum', () => feedIs('BTC', 'NoQuorum', 80));
	await told.refused('opening is refused with that reason', 'margin.PriceUnusable', () =>
		zoe.order(call, 'Buy', contracts('0.1'), tick, { how: 'GoodTilCancelled' }));
	await told.step(
		(clock) => `the auction's clock stands still at ${clock} s`,
		async () => {
			const before = (await auction(chain, dave)).biddableMs;
			await chain.wait(5);
			const after = (await auction(chain, dave)).biddableMs;
			if (before !== after) throw new Error(`it went from ${before} to ${after}`);
			return after / 1000n;
		},
	);
	await told.step('the price server comes back, and all recovers with no hand', async () => {
		await prices.up();
		await feedIs('BTC', 'Valid', 30);
		recorder.mark('prices back');
	});

	// The auction.
	const offer = await told.step(
		(o) => `the auction runs on: κ ${showUsd(o.kappa, 4)}, ${showUsd(o.share * 100n, 2)} % of the account heal it; who takes them ${paid(o.payment)}`,
		() => chain.until('bids', async () => {
			const o = await auction(chain, dave).catch(() => undefined);
			return o?.running && o.share > 0n && o;
		}, { blocks: 40 }),
	);
	await told.refused('a bid for a state that is not there yet is refused', 'liquidation.StaleState', () => bid(chain, maker2, dave, offer.stateId + 1n));
	await told.refused('a bid below the price is refused', 'liquidation.PaymentAboveLimit', () => bid(chain, maker2, dave, offer.stateId, -cash('100000000')));
	await told.step(
		({ data }) => `maker 2 takes ${showUsd(big(data.share) * 100n, 2)} % of lots and positions and ${paid(big(data.payment))}`,
		async () => {
			const result = await bid(chain, maker2, dave, offer.stateId);
			recorder.mark('bid', result.block.number);
			return { data: event(result, 'liquidation.BidTaken') };
		},
	);
	await told.step('the auction is over', () => chain.until('its end', async () => !(await dave.health()).inAuction));
	for (const party of [dave, maker2, flagger]) await told.step((line) => line, () => party.line());
	await sums(told, 'after the liquidation');

	// A jump, and an account that cannot pay for it. The first expiry may come before its auction ends.
	const from = chain.head + 1;
	const insolvent = await insolvency(told, chain, {
		seller: eve, buyer: maker1, bidder: maker2, flagger, prices, tick,
	});
	recorder.mark('trader 3 insolvent');

	// The expiry.
	await told.step(
		({ data }) => `${call.name.split('-').slice(0, 2).join('-')} settles at ${showUsd(big(data.price.underlying))}: ${data.accounts} accounts, rounding ${data.rounding}`,
		async () => {
			const settled = await chain.waitForEvent('options.ExpirySettled', {
				where: (data) => Number(data.underlying) === BTC && big(data.expiry) === expiry,
				from,
				blocks: 400,
			});
			recorder.mark('settled', settled.block.number);
			return settled;
		},
	);
	for (const party of [maker1, maker2, dave, zoe]) await told.step((line) => line, () => party.line());
	await told.check('no position of that expiry is left', async () => {
		const names = (await Promise.all(parties.map((p) => p.positions()))).flat().map(([name]) => name);
		return !names.includes(call.name) && !names.includes(put.name);
	});
	await told.step(
		(amount) => `trader 2 withdraws all that is hers, ${showCash(amount)} USDT, having never held STRD`,
		async () => {
			const amount = big(await chain.view('margin', 'maxWithdrawal', zoe.account));
			await zoe.withdraw(USDT, amount);
			const { data } = await api.query.system.account(zoe.address);
			if (!data.free.isZero()) throw new Error(`she holds ${showStrd(data.free)} STRD`);
			return amount;
		},
	);

	// Nobody wanted the insolvent account.
	await takeOver(told, chain, { seller: eve, flagger, ...insolvent });
	await sums(told, 'at the end');
	await recorder.stop();
	await told.step((line) => line, () => fay.line());
	await told.step('a picture of trader 1 is in out/demo.svg, one of the desk in out/demo-desk.svg', () => {
		writePicture(`${OUT}demo.svg`, {
			title: 'A short call, a rising market, a liquidation',
			subtitle: "trader 1 over the blocks of `make demo`; the fall is the end of trader 3",
			samples: recorder.samples,
			series: [
				{ key: 'equity', label: 'equity', scale: ONE_USD },
				{ key: 'maintenance', label: 'maintenance margin', scale: ONE_USD, dashed: true },
				{ key: 'price', label: 'BTC', axis: 'right', scale: ONE_USD },
			],
			events: recorder.events,
			leftLabel: 'USDT',
			rightLabel: 'USD per BTC',
		});
		writePicture(`${OUT}demo-desk.svg`, {
			title: 'A call bought in volatility, its hedge, four legs by request',
			subtitle: 'what the desk has gained with each; nothing where a mark is missing',
			samples: recorder.samples.filter(({ together }) => together !== undefined),
			series: [
				{ key: 'together', label: 'together', scale: ONE_USDT },
				{ key: 'calls', label: 'call', scale: ONE_USDT },
				{ key: 'future', label: 'future', scale: ONE_USDT },
				{ key: 'fly', label: 'iron butterfly', scale: ONE_USDT },
				{ key: 'price', label: 'BTC', axis: 'right', scale: ONE_USD, dashed: true },
			],
			events: [...ofDesk, ...recorder.events.filter(({ label }) => /BTC|price|insolvent/.test(label))],
			leftLabel: 'USDT',
			rightLabel: 'USD per BTC',
		});
	});
	await told.step(
		({ blocks, mean, longest }) => `${blocks} blocks, one every ${mean} ms (asked: ${BLOCK_MS}), the longest gap ${longest} ms`,
		() => {
			const gaps = recorder.gaps();
			return {
				blocks: gaps.length,
				mean: Math.round(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length),
				longest: Math.max(...gaps),
			};
		},
	);
	await told.check(
		`the node used ${Math.round(Math.max(...node.memory.map((m) => m.peak)) / 2 ** 20)} MiB at most, below 1.5 GiB`,
		() => Math.max(...node.memory.map((m) => m.peak)) < 1.5 * 2 ** 30,
	);
}

/** Wait until a feed has this state; resolves to its reading. */
function feedIs(name, state, blocks = 40) {
	return chain.until(`${name} ${state}`, async () => {
		const now = await reading(chain, FEEDS[name]);
		return now.state === state && now;
	}, { blocks });
}

/** Check the ledger's sums from outside, one line for each invariant. */
async function sums(told, when) {
	const results = checkLedger(await readLedger(api));
	for (const number of [1, 2, 3]) {
		const own = results.filter((result) => result.number === number);
		const broken = own.filter(({ ok }) => !ok).map(({ text }) => text);
		await told.step(`invariant ${number} ${when}: ${own.length > 0 ? `${own.length} sums hold` : 'nothing is open'}`, () => {
			if (broken.length > 0) throw new Error(broken.join('; '));
		}, { goOn: true });
	}
	const others = results.filter(({ number, ok }) => number > 3 && !ok);
	if (others.length > 0) await told.check(`other sums ${when}: ${others.map(({ text }) => text).join('; ')}`, false);
}
