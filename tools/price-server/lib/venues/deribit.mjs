// SPDX-License-Identifier: GPL-3.0-or-later

// Deribit: JSON-RPC answers over GET. Prices are JSON numbers here, and volatility is in percent
// points unless the server was told to serve fractions.

import { format, mul, ONE, parse } from '../decimal.mjs';
import { uniform } from '../random.mjs';
import { chain } from './chain.mjs';

const INDICES = { btc_usd: 'BTC', eth_usd: 'ETH', usdt_usd: 'USDT', dot_usdc: 'DOT' };
const RESOLUTIONS = { 1: 1, 60: 60, 3600: 3600, 43200: 43200, '1D': 86400 };
const CURRENCIES = ['BTC', 'ETH'];
const MAX_CANDLES = 1000;
const PREFIX = '/api/v2/public/';

export function deribit({ path, query }, desk) {
	const method = path.startsWith(PREFIX) ? METHODS[path.slice(PREFIX.length)] : undefined;
	if (!method) return fail({ message: 'Method not found', code: -32601 });
	try {
		return { status: 200, body: { jsonrpc: '2.0', result: method(query, desk), ...timing() } };
	} catch (error) {
		if (!(error instanceof BadParam)) throw error;
		return fail({ message: 'Invalid params', data: { reason: error.reason, param: error.param }, code: -32602 });
	}
}

const METHODS = {
	get_index_price(query, desk) {
		const asked = INDICES[required(query, 'index_name')];
		if (!asked) throw new BadParam('index_name');
		const asset = desk.asset(asked);
		const places = { BTC: 2, ETH: 2, DOT: 4, USDT: 4 }[asset];
		const price = number(desk.price(asset), places);
		return { index_price: price, estimated_delivery_price: price };
	},

	get_volatility_index_data(query, desk) {
		const asset = desk.asset(currency(query));
		const start = moment(query, 'start_timestamp');
		const end = moment(query, 'end_timestamp');
		const seconds = RESOLUTIONS[required(query, 'resolution')];
		if (!seconds) throw new BadParam('resolution');
		const width = seconds * 1000;
		const all = Math.max(0, Math.floor(end / width) - Math.ceil(start / width) + 1);
		const count = Math.min(all, MAX_CANDLES);
		const last = Math.floor(end / width) * width;
		const data = [];
		for (let i = count - 1; i >= 0; i--) data.push(candle(asset, last - i * width, i === 0, desk));
		return { data, continuation: all > count ? last - count * width : null };
	},

	get_book_summary_by_currency(query, desk) {
		const asset = desk.asset(currency(query));
		const kind = query.get('kind') ?? 'option';
		if (kind !== 'option') throw new BadParam('kind', 'only options are served here');
		const { truth, now, fault } = desk.book;
		const spot = Number(format(truth(asset), 8));
		const volatility = Number(format(truth(`vol:${asset}`), 8));
		const show = (value, places) => (value === null ? null : number(desk.distort(parse(value.toFixed(12))), places));
		return chain(asset, spot, volatility, now, fault).map((o) => ({
			volume: o.volume,
			underlying_price: show(o.forward, 4),
			underlying_index: `SYN.${asset}-${o.date}`,
			quote_currency: asset,
			price_change: 0.0,
			open_interest: o.interest,
			mid_price: show(o.price, 6),
			mark_price: show(o.price, 6),
			mark_iv: show(o.iv * 100, 2),
			low: null,
			last: o.price > 0 ? show(o.price, 4) : null,
			interest_rate: 0.0,
			instrument_name: o.name,
			high: null,
			creation_timestamp: now,
			bid_price: show(o.bid, 4),
			base_currency: asset,
			ask_price: show(o.ask, 4),
			estimated_delivery_price: show(spot, 2),
			volume_usd: Number((o.volume * o.price * spot).toFixed(2)),
		}));
	},
};

/** One candle. The last one of an answer closes at the present volatility, the others lie near it. */
function candle(asset, at, isLast, desk) {
	const key = `vol:${asset}`;
	const near = (name) => mul(ONE / 200n, uniform(`${desk.seed}/candle/${asset}/${at}/${name}`));
	const now = desk.price(key);
	if (now === null) return [at, null, null, null, null];
	const percent = desk.volatilityUnit === 'percent' ? 100n : 1n;
	const value = (off) => mul(now, ONE + off) * percent;
	const [open, close] = [value(near('open')), value(isLast ? 0n : near('close'))];
	const [low, high] = open < close ? [open, close] : [close, open];
	const places = percent === 1n ? 9 : 4;
	return [at, ...[open, high, low, close].map((v) => number(v, places))];
}

const number = (value, places) => (value === null ? null : Number(format(value, places)));

class BadParam extends Error {
	constructor(param, reason = 'wrong format') {
		super(reason);
		Object.assign(this, { param, reason });
	}
}

function required(query, name) {
	const value = query.get(name);
	if (value === null) throw new BadParam(name, 'required');
	return value;
}

function currency(query) {
	const name = required(query, 'currency');
	if (!CURRENCIES.includes(name)) throw new BadParam('currency');
	return name;
}

function moment(query, name) {
	const text = required(query, name);
	if (!/^\d{1,15}$/.test(text)) throw new BadParam(name);
	return Number(text);
}

const fail = (error) => ({ status: 400, body: { jsonrpc: '2.0', error, ...timing() } });

function timing() {
	const usIn = Date.now() * 1000;
	return { usIn, usOut: usIn + 250, usDiff: 250, testnet: false };
}
