// SPDX-License-Identifier: GPL-3.0-or-later

// Many accounts that trade at an even rate: who they are, what they are given, and what is said of it afterwards.

import { cash, strd } from './amounts.mjs';
import { Chance, median, percentile } from './figures.mjs';
import { intentDomain } from './intents.mjs';
import { Load } from './load.mjs';
import { BTC, FEEDS, USDT, USDT_ASSET, reading } from './market.mjs';
import { sleep } from './node.mjs';
import { Scene, Trader } from './traders.mjs';

/** One account in so many is a maker, and one in so many pays fees in USDT. */
const [MAKER, PAYS_IN_USDT] = [10, 4];
/** What each kind of account does, all of which has to come through. */
const KINDS = ['order', 'massQuote', 'cancel', 'cancelAll', 'intents', 'request', 'quoteRequest', 'accept'];

/** `accounts` traders and makers, numbered from `first`, whose chance is the seed's; they send `rate` calls a second. */
export class Crowd {
	/** Who traded. */
	traded = new Set();

	static async of(chain, { accounts, seed, rate, first = 0 }) {
		const crowd = new Crowd();
		const traders = Array.from({ length: accounts }, (_, i) =>
			new Trader(chain, first + i, { maker: i % MAKER === 0, paysInUsdt: i % PAYS_IN_USDT === 1 }));
		const byAccount = new Map(traders.map((trader) => [trader.account, trader]));
		const tick = BigInt((await chain.view('options', 'market', BTC)).unwrap().tick.toString());
		const scene = new Scene(chain, await intentDomain(chain.api), tick);
		Object.assign(crowd, { chain, traders, scene, rate, chance: new Chance(seed), load: new Load(chain) });
		crowd.load.listen((events) => {
			scene.hear(events, byAccount);
			for (const { name, data } of events) {
				const accounts = name === 'options.Traded' ? [data.taker, data.maker] : name === 'options.IntentFilled' ? [data.account] : [];
				for (const account of accounts.map(String)) if (byAccount.has(account)) crowd.traded.add(account);
			}
		});
		return crowd;
	}

	/** Resolves when bitcoin and the dollar, in which some pay fees, have prices. */
	prices() {
		const { chain } = this;
		return chain.until('prices', async () => {
			const states = await Promise.all([FEEDS.BTC, FEEDS.USDT].map(async (feed) => (await reading(chain, feed)).state));
			return states.every((state) => state === 'Valid');
		});
	}

	/** Alice gives each what it needs; then each opens its account and deposits. */
	async open() {
		const { chain, traders, chance, load } = this;
		const { tx } = chain.api;
		const size = 40;
		for (let i = 0; i < traders.length; i += size) {
			const calls = traders.slice(i, i + size).flatMap(({ pair, maker }) => [
				tx.balances.transferKeepAlive(pair.address, strd('1000')),
				tx.foreignAssets.transfer(USDT_ASSET, pair.address, cash(maker ? '110000' : '32000')),
			]);
			await chain.send(tx.utility.batchAll(calls), 'Alice', { timeoutMs: 120_000 });
		}
		await load.follow();
		await Promise.all(traders.map((trader) => load.send(trader, 'open', tx.utility.batchAll([
			tx.margin.createAccount(0),
			tx.collateral.deposit(trader.account, USDT, cash(String(trader.maker ? 100_000 : chance.whole(3_000, 30_000)))),
		]))));
		if (!(await load.drained())) throw new Error(`${load.waiting} wait still`);
		if (load.done.of('open') !== traders.length) throw new Error(`${load.done.of('open')} came through: ${JSON.stringify(load.refused.sorted())}`);
	}

	/** Go on with accounts that another connection's crowd has opened. */
	async resume() {
		const { chain, traders, load } = this;
		await Promise.all(traders.map(async (trader) => {
			trader.nonce = (await chain.api.rpc.system.accountNextIndex(trader.pair.address)).toNumber();
		}));
		await load.follow();
	}

	/** Resolves when series near the money have prices. */
	marks() {
		return this.chain.until('marks', async () => {
			await this.scene.refresh();
			return this.scene.series.length >= 5;
		});
	}

	/** Send calls at an even rate for so many seconds, or until `stop` says so; each account's turn in another order each round. */
	async trade(seconds, stop = () => false) {
		const { chain, traders, scene, load, chance, rate } = this;
		this.from = { block: load.blocks.length, size: load.sizes.length, latency: load.latencies.length };
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
		while (Date.now() < begun + seconds * 1000 && !load.failure && !stop()) {
			// As many as are due by now, so that a slow moment does not make the run smaller.
			const due = Math.floor(((Date.now() - begun) / 1000) * rate) - sent;
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

	/** Whether calls of each kind came through, and trades of them. */
	get didAll() {
		const { done, events } = this.load;
		return KINDS.every((kind) => done.of(kind) > 0) && events.of('options.Traded') > 0 && events.of('options.QuoteAccepted') > 0;
	}

	/** What became of the calls, as rows of a table; latencies and sizes since `trade` began. */
	rows() {
		const { load, traders, traded, from } = this;
		const { events, done, refused, pool } = load;
		const latencies = load.latencies.slice(from.latency);
		const [ms, inBlocks] = [0, 1].map((i) => latencies.map((one) => one[i]));
		const sizes = load.sizes.slice(from.size);
		const list = (counts) => counts.sorted().map(([name, count]) => `${name} ${count}`).join(', ');
		return [
			['our calls in a block', `${median(sizes)} in the median, ${Math.max(...sizes)} at most`],
			['calls that came through', `${done.total}: ${list(done)}`],
			['calls refused', `${refused.total}: ${list(refused)}`],
			['refused by the pool', pool.total ? list(pool) : 'none'],
			['fills', `${events.of('options.Traded')} in the book, ${events.of('options.IntentFilled')} of intents, ${events.of('options.QuoteAccepted')} requests settled`],
			['accounts that traded', `${traded.size} of ${traders.length}; ${traders.filter((trader) => trader.done > 1).length} had calls that came through`],
			['settled, liquidated', `${events.of('options.ExpirySettled')} expiries, ${events.of('liquidation.AuctionStarted')} auctions`],
			['latency until a block is seen', `median ${percentile(ms, 0.5)} ms, 95 % ${percentile(ms, 0.95)} ms, 99 % ${percentile(ms, 0.99)} ms, most ${Math.max(...ms)} ms`],
			['the same in blocks', `median ${percentile(inBlocks, 0.5)}, 99 % ${percentile(inBlocks, 0.99)}, most ${Math.max(...inBlocks)}`],
		];
	}
}
