// SPDX-License-Identifier: GPL-3.0-or-later

// What many traders and makers do at random. Each choice gives one call, or nothing if it makes no sense now; most of
// it is meant to go through, a little is not.

import { cash, contracts, units } from './amounts.mjs';
import { marginAccountId } from './ids.mjs';
import { buildIntent, opposite, ownIntent, signIntent, sortLegs } from './intents.mjs';
import { BTC, USDT, USDT_ASSET, daily, listed, nameOf, onTick, quote, volatility } from './market.mjs';

const TRADES = { order: 48, cancelAll: 7, cancel: 8, intents: 14, request: 4, accept: 8, closeRequest: 1, deposit: 3, withdraw: 3, poke: 2, setMode: 1, flawed: 1 };
const MAKES = { massQuote: 55, quoteRequest: 25, heartbeat: 6, cancelQuotes: 4, setProtection: 4, order: 6 };
/** Of each contract in one unit of an intent. */
const UNIT = contracts('0.01');
const THOUSAND = units('1000', 8);
/** Quotes live so many blocks without a word of their maker. */
const HEARTBEAT = 200;
/** What is agreed on the board or off the chain is good for so long, in milliseconds of chain time. */
const GOOD_FOR = 600_000n;
const big = (value) => BigInt(value.toString());

/** What all of them see: prices and the request board. */
export class Scene {
	/** Series near the money with {mark, volatility}. */
	series = [];
	/** Number → {account, legs, size, deadline, quotes: [{intent, authority}]}. */
	requests = new Map();
	#byName = new Map();

	constructor(chain, domain, tick) {
		Object.assign(this, { chain, domain, tick });
	}

	async refresh() {
		const { chain } = this;
		const all = daily(await listed(chain, BTC));
		this.now = await chain.now();
		const middle = this.middle ?? all.find(({ kind }) => kind === 'Future')?.strike ?? 0n;
		const near = all.filter(({ kind, strike }) => kind === 'Future' || (strike >= middle - THOUSAND && strike <= middle + THOUSAND));
		const seen = await Promise.all(near.map(async (one) => {
			const isFuture = one.kind === 'Future';
			// It may expire between the questions.
			const [level, vol] = await Promise.all([quote(chain, one), isFuture ? undefined : volatility(chain, one)]).catch(() => []);
			return level?.mark === undefined || level.state !== 'Valid' ? [] : [{ ...one, mark: level.mark, volatility: vol?.volatility }];
		}));
		this.series = seen.flat();
		this.#byName = new Map(this.series.map((one) => [one.name, one]));
		// A future's mark is its forward less its reference, in smallest units of cash.
		const future = this.series.find(({ kind }) => kind === 'Future');
		if (future) this.middle = future.strike + future.mark * 100n;
	}

	/** Keep the board and the numbers of orders in mind. `byAccount` finds a trader. */
	hear(events, byAccount) {
		for (const { name, data } of events) {
			if (name === 'options.OrderPlaced') byAccount.get(data.account.toString())?.orders.push(data.id);
			else if (name === 'options.Requested') this.requests.set(Number(data.id), asked(data));
			else if (name === 'options.RequestQuoted') this.requests.get(Number(data.request))?.quotes.push({ intent: data.intent, authority: data.authority });
			else if (name === 'options.RequestClosed') this.requests.delete(Number(data.id));
		}
	}

	/** A price on the tick near a series' mark. */
	near({ kind, mark }, chance) {
		const percent = chance.whole(92, 108);
		if (kind !== 'Future') return onTick(mark, percent, this.tick);
		return ((mark + cash('5') * BigInt(percent - 100)) / this.tick) * this.tick;
	}

	/** What a unit of legs is worth by marks, in smallest units; undefined if one has no mark. */
	worth(legs) {
		let worth = 0n;
		for (const { Contracts: { series, quantity } } of legs) {
			const known = this.#byName.get(nameOf(series));
			if (!known) return undefined;
			worth += known.mark * BigInt(quantity);
		}
		return worth / contracts('1');
	}
}

// The event's data have a `size` of their own: by place.
const asked = ([, account, legs, size, deadline]) => ({
	account: account.toString(),
	legs: [...legs].map((leg) => {
		const { series, quantity } = leg.asContracts;
		return { Contracts: { series: { underlying: Number(series.underlying), expiry: big(series.expiry), strike: big(series.strike), kind: series.kind.toString() }, quantity: big(quantity) } };
	}),
	size: Number(size),
	deadline: big(deadline),
	quotes: [],
});

/** A series as calls take it. */
const plain = ({ underlying, expiry, strike, kind }) => ({ underlying, expiry, strike, kind });

const leg = (series, quantity) => ({ Contracts: { series: plain(series), quantity } });

/** One account and what it would do next. */
export class Trader {
	busy = false;
	/** Its next transaction's and its next intent's nonce. */
	nonce = 0;
	signed = 0;
	orders = [];

	constructor(chain, number, { maker = false, paysInUsdt = false } = {}) {
		this.chain = chain;
		this.pair = chain.pair(`//Stability//${number}`);
		this.account = marginAccountId(chain.api.genesisHash.toU8a(), this.pair.address);
		this.assetId = paysInUsdt ? USDT_ASSET : undefined;
		this.maker = maker;
		this.tx = chain.api.tx;
	}

	/** {kind, call}, or undefined. `others` are all traders. */
	next(scene, chance, others) {
		if (scene.series.length === 0) return undefined;
		const kind = chance.weighed(this.maker ? MAKES : TRADES);
		const call = this[kind](scene, chance, others);
		return call && { kind, call };
	}

	order(scene, chance) {
		const series = chance.one(scene.series);
		const how = chance.weighed({ GoodTilCancelled: 50, ImmediateOrCancel: 25, FillOrKill: 15, PostOnly: 10 });
		const quantity = UNIT * BigInt(chance.whole(1, 30));
		const reduceOnly = chance.next() < 0.05;
		return this.tx.options.placeOrder(this.account, plain(series), chance.one(['Buy', 'Sell']), quantity, scene.near(series, chance), how, reduceOnly);
	}

	/** Refused: a price off the tick. */
	flawed(scene, chance) {
		const series = chance.one(scene.series);
		return this.tx.options.placeOrder(this.account, plain(series), 'Buy', UNIT, scene.near(series, chance) + 1n, 'GoodTilCancelled', false);
	}

	cancelAll() {
		this.orders = [];
		return this.tx.options.cancelAll(this.account, null);
	}

	/** It may be gone by now: then it is refused. */
	cancel() {
		const id = this.orders.pop();
		return id && this.tx.options.cancelOrder(this.account, id);
	}

	#intent(scene, fields) {
		const rest = { maxAgeMs: 120_000, minSize: fields.maxSize, nonce: this.signed++, deadline: scene.now + GOOD_FOR, feeCap: cash('5') };
		return buildIntent(scene.domain, { account: this.account, ...rest, ...fields });
	}

	/** One or two legs agreed off the chain: the other one signed, this one brings both. */
	intents(scene, chance, others) {
		const other = chance.one(others);
		if (other === this) return undefined;
		const count = Math.min(chance.whole(1, 2), scene.series.length);
		const legs = sortLegs(chance.shuffled(scene.series).slice(0, count).map((series) => leg(series, chance.one([UNIT, -UNIT]))));
		const price = scene.worth(legs);
		const maxSize = chance.whole(1, 20);
		const mine = this.#intent(scene, { legs, limit: price, maxSize, taker: other.account });
		const his = other.#intent(scene, { legs: opposite(legs), limit: -price, maxSize, taker: this.account });
		return this.tx.options.settleIntents([signIntent(scene.domain, other.pair, his, maxSize), ownIntent(scene.domain, mine, maxSize)]);
	}

	/** Four legs: a butterfly, or two spreads where strikes are missing. */
	request(scene, chance) {
		const { expiry } = chance.one(scene.series);
		const options = scene.series.filter((one) => one.expiry === expiry && one.kind !== 'Future');
		if (options.length < 4) return undefined;
		const chosen = chance.shuffled(options).slice(0, 4);
		const legs = sortLegs(chosen.map((series, i) => leg(series, i % 2 ? UNIT : -UNIT)));
		return this.tx.options.openRequest(this.account, legs, chance.whole(1, 20), scene.now + GOOD_FOR, null);
	}

	#own(scene) {
		return [...scene.requests].filter(([, { account }]) => account === this.account);
	}

	accept(scene, chance) {
		const answered = this.#own(scene).filter(([, { quotes }]) => quotes.length > 0);
		if (answered.length === 0) return undefined;
		const [id, { legs, size, quotes }] = chance.one(answered);
		const best = quotes.reduce((a, b) => (big(b.intent.limit) > big(a.intent.limit) ? b : a));
		const mine = this.#intent(scene, { legs, limit: -big(best.intent.limit), maxSize: size });
		const fill = scene.domain.registry.createType(scene.domain.types.fill, { ...best, size });
		scene.requests.delete(id);
		return this.tx.options.acceptQuote(id, ownIntent(scene.domain, mine, size), fill);
	}

	closeRequest(scene, chance) {
		const own = this.#own(scene);
		if (own.length === 0) return undefined;
		return this.tx.options.closeRequest(chance.one(own)[0]);
	}

	deposit(_scene, chance) {
		return this.tx.collateral.deposit(this.account, USDT, cash(String(chance.whole(1, 50))));
	}

	withdraw(_scene, chance) {
		return this.tx.collateral.withdraw(this.account, USDT, cash(String(chance.whole(1, 50))), this.pair.address);
	}

	poke() {
		return this.tx.margin.poke(this.account);
	}

	setMode(_scene, chance) {
		return this.tx.margin.setMode(this.account, chance.one(['Standard', 'Portfolio']));
	}

	massQuote(scene, chance) {
		const spread = chance.whole(5_000, 40_000);
		const quantity = UNIT * BigInt(chance.whole(10, 100));
		const quotes = chance.shuffled(scene.series).slice(0, chance.whole(3, 10)).flatMap((series) => {
			const kind = series.kind === 'Future' ? 'Price' : chance.one(['Pegged', 'Pegged', 'Volatility']);
			const middle = kind === 'Price' ? series.mark : BigInt(Math.round(series.volatility * 1e6));
			const away = kind === 'Price' ? cash('5') * BigInt(chance.whole(1, 10)) : BigInt(spread);
			const at = (value) => ({ [kind]: kind === 'Price' ? (value / scene.tick) * scene.tick : value });
			return [['Buy', middle - away], ['Sell', middle + away]].map(([side, value]) => ({ series: plain(series), side, quantity, rate: at(value) }));
		});
		return this.tx.options.massQuote(this.account, BTC, quotes);
	}

	quoteRequest(scene, chance) {
		const open = [...scene.requests].filter(([, { account, deadline, quotes }]) =>
			account !== this.account && deadline > scene.now && !quotes.some(({ intent }) => intent.account.toString() === this.account));
		if (open.length === 0) return undefined;
		const [id, { account, legs, size }] = chance.one(open);
		const worth = scene.worth(legs);
		if (worth === undefined) return undefined;
		const margin = cash('0.01') * BigInt(chance.whole(1, 10));
		const intent = this.#intent(scene, { legs: opposite(legs), limit: -worth - margin, minSize: 1, maxSize: size, taker: account });
		return this.tx.options.quoteRequest(id, intent, signIntent(scene.domain, this.pair, intent, size).authority);
	}

	heartbeat() {
		return this.tx.options.heartbeat(this.account, HEARTBEAT);
	}

	cancelQuotes() {
		return this.tx.options.cancelQuotes(this.account, BTC);
	}

	setProtection(_scene, chance) {
		const limits = { blocks: chance.whole(5, 50), quantity: contracts(String(chance.whole(2, 20))), delta: 0, vega: 0 };
		return this.tx.options.setProtection(this.account, BTC, chance.next() < 0.2 ? null : limits);
	}
}
