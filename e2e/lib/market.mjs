// SPDX-License-Identifier: GPL-3.0-or-later

// What a trader's desk would know: people with their margin accounts, and the options market in words.

import { seriesName, showCash, showContracts, showUsd } from './amounts.mjs';
import { event } from './chain.mjs';
import { marginAccountId } from './ids.mjs';
import { positionsOf } from './packed.mjs';

/** Kinds of collateral as the presets list them. */
export const USDT = 0;
export const DOT = 1;
/** Feeds as the presets list them. */
export const FEEDS = { USDT: 0, BTC: 1, ETH: 2, DOT: 3, BTC_VOLATILITY: 11, ETH_VOLATILITY: 12 };
/** Option markets as the presets list them. */
export const SMILES = { BTC: 21, ETH: 22 };
export const BTC = 0;

/** Locations of the assets. */
export const USDT_ASSET = {
	parents: 1,
	interior: { X3: [{ Parachain: 1000 }, { PalletInstance: 50 }, { GeneralIndex: 1984 }] },
};
export const DOT_ASSET = { parents: 1, interior: 'Here' };

const big = (value) => BigInt(value.toString());

/** Someone with a margin account. */
export class Party {
	/** `pay` is the asset that fees are paid in; STRD if undefined. */
	constructor(chain, name, who, pay) {
		Object.assign(this, { chain, name, who });
		this.address = chain.pair(who).address;
		this.account = marginAccountId(chain.api.genesisHash.toU8a(), this.address);
		this.options = pay ? { assetId: pay } : {};
	}

	send(call) {
		return this.chain.send(call, this.who, this.options);
	}

	open() {
		return this.send(this.chain.api.tx.margin.createAccount(0));
	}

	deposit(kind, amount) {
		return this.send(this.chain.api.tx.collateral.deposit(this.account, kind, amount));
	}

	withdraw(kind, amount, to = this.address) {
		return this.send(this.chain.api.tx.collateral.withdraw(this.account, kind, amount, to));
	}

	/** Resolves to the result with `trades` and what rests. */
	async order(series, side, quantity, price, { how = 'GoodTilCancelled', reduceOnly = false } = {}) {
		const { tx } = this.chain.api;
		const call = tx.options.placeOrder(this.account, series, side, quantity, price, how, reduceOnly);
		const result = await this.send(call);
		const trades = result.events.filter(({ name }) => name === 'options.Traded').map(({ data }) => data);
		return { ...result, id: big(event(result, 'options.OrderPlaced').id), trades };
	}

	cancelAll() {
		return this.send(this.chain.api.tx.options.cancelAll(this.account, null));
	}

	/** Have the account margined by this rule: 'Standard' or 'Portfolio'. */
	setMode(mode) {
		return this.send(this.chain.api.tx.margin.setMode(this.account, mode));
	}

	/** What the view says of the account now. */
	async standing() {
		const option = await this.chain.view('margin', 'health', this.account);
		if (option.isNone) throw new Error(`${this.name} has no margin account`);
		return option.unwrap();
	}

	/** The worst case of the account's largest underlying under the portfolio rule, as 'Scenario(29)'. */
	async worstCase() {
		const { portfolio } = await this.standing();
		const [, worst] = portfolio.unwrap().underlyings[0].initial;
		return worst.inner?.isEmpty === false ? `${worst.type}(${worst.inner})` : worst.type;
	}

	/** The account valued now: BigInt figures with 18 decimals. */
	async health() {
		const health = await this.standing();
		const { cash, options, initial, maintenance, lots, state } = health.assessment;
		return {
			cash: big(cash),
			lots: big(lots.full),
			options: big(options),
			equity: big(health.equity),
			initial: big(initial),
			maintenance: big(maintenance),
			initialExcess: big(health.initialExcess),
			maintenanceExcess: big(health.maintenanceExcess),
			state: state.toString(),
			inAuction: health.inAuction.isTrue,
		};
	}

	/** Positions as [series name, quantity]. */
	async positions() {
		const account = (await this.chain.api.query.margin.accounts(this.account)).unwrap();
		return positionsOf(account).map(([series, quantity]) => [nameOf(series), quantity]);
	}

	async cash() {
		return big((await this.chain.api.query.margin.accounts(this.account)).unwrap().cash);
	}

	/** One line with the account's figures. */
	async line() {
		const h = await this.health();
		const positions = (await this.positions()).map(([name, q]) => `${showContracts(q, 2)} ${name}`);
		return (
			`${this.name}: equity ${showUsd(h.equity)}, initial margin ${showUsd(h.initial)}, ` +
			`maintenance ${showUsd(h.maintenance)}; cash ${showUsd(h.cash)}` +
			(h.lots > 0n ? `, lots ${showUsd(h.lots)}` : '') +
			(positions.length > 0 ? `; ${positions.join(', ')}` : '')
		);
	}
}

/** A series of the chain by its name in the market. */
export const nameOf = (series) =>
	seriesName({
		underlying: series.underlying.toString(),
		expiry: series.expiry.toString(),
		strike: series.strike.toString(),
		kind: series.kind.toString(),
	});

/** A feed now: price with 18 decimals and state. */
export async function reading(chain, feed) {
	const { price, state, at } = await chain.view('priceOracle', 'price', feed);
	return { price: big(price), state: state.toString(), at: big(at) };
}

/** The volatility by which a series is valued now, as a number, and its state. */
export async function volatility(chain, series) {
	const { price, state } = await chain.view('priceOracle', 'volatility', series, 'Latest');
	return { volatility: Number(price) / 1e18, state: state.toString() };
}

/** What an option market is known to be: its rows, soonest first, volatilities as numbers. */
export async function surface(chain, feed) {
	const { open, rows } = await chain.view('priceOracle', 'surface', feed);
	return {
		open: big(open),
		rows: rows.map(({ expiry, at, vols, confidence, carry }) => ({
			expiry: big(expiry),
			at: big(at),
			vols: vols.map((vol) => Number(vol) / 1e6),
			confidence: Number(confidence) / 1e6,
			carry: big(carry),
		})),
	};
}

/** Listed series of an underlying, as plain objects that calls take. */
export async function listed(chain, underlying) {
	const series = await chain.view('options', 'seriesOf', underlying);
	return series.map((one) => ({
		underlying: Number(one.underlying),
		expiry: big(one.expiry),
		strike: big(one.strike),
		kind: one.kind.toString(),
		name: nameOf(one),
	}));
}

/** Those of a list that expire within three days of the first: without the weeks, months and quarters of a public chain. */
export function daily(list) {
	const first = list.reduce((least, { expiry }) => (least === undefined || expiry < least ? expiry : least), undefined);
	return list.filter(({ expiry }) => expiry <= first + 3n * 86_400_000n);
}

/** Mark, bid and ask of a series in cash's smallest units per contract. */
export async function quote(chain, series) {
	const { mark, bid, ask, state } = (await chain.view('options', 'quote', series)).unwrap();
	const price = (level) => (level.isSome ? big(level.unwrap().price) : undefined);
	return { mark: mark.isSome ? big(mark.unwrap()) : undefined, bid: price(bid), ask: price(ask), state: state.toString() };
}

/** A trade in words. */
export const tradeText = ({ quantity, price }) => `${showContracts(quantity, 2)} at ${showCash(price)}`;

/** A price on the tick, near a share of the mark; at least one tick. */
export function onTick(mark, percent, tick) {
	const wanted = (mark * BigInt(percent)) / 100n;
	const rounded = (wanted / tick) * tick;
	return rounded > 0n ? rounded : tick;
}
