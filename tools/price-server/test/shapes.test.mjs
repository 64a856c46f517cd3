// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expiries } from '../lib/venues/chain.mjs';
import { BINANCE, BOOK, COINBASE, DERIBIT, DVOL, KRAKEN, withServer } from './tools.mjs';

const pinned = (body) =>
	withServer({}, async (server) => {
		await server.post('price', { asset: 'BTC', price: '61250.5' });
		await server.post('price', { asset: 'USDT', price: '0.98' });
		await server.post('volatility', { asset: 'BTC', volatility: '0.523' });
		await body(server);
	});

test('kraken answers under another key, all prices are strings', pinned(async ({ json }) => {
	const body = await json(KRAKEN);
	assert.deepEqual(Object.keys(body), ['error', 'result']);
	assert.deepEqual(body.error, []);
	assert.deepEqual(Object.keys(body.result), ['XXBTZUSD']);
	const t = body.result.XXBTZUSD;
	assert.deepEqual(Object.keys(t), ['a', 'b', 'c', 'v', 'p', 't', 'l', 'h', 'o']);
	assert.deepEqual(t.c, ['61250.50000', '0.00067643']);
	assert.deepEqual(t.a, ['61250.60000', '1', '1.000']);
	assert.deepEqual(t.b, ['61250.40000', '1', '1.000']);
	const usdt = await json('/kraken/0/public/Ticker?pair=USDTUSD');
	assert.equal(usdt.result.USDTZUSD.c[0], '0.98000000');
	const both = await json('/kraken/0/public/Ticker?pair=XBTUSD,ETHUSD');
	assert.deepEqual(Object.keys(both.result), ['XXBTZUSD', 'XETHZUSD']);
}));

test('kraken says an unknown pair with status 200 and no result', withServer({}, async ({ get }) => {
	const { status, text } = await get('/kraken/0/public/Ticker?pair=NOPE');
	assert.equal(status, 200);
	assert.equal(text, '{"error":["EQuery:Unknown asset pair"]}');
}));

test('coinbase', pinned(async ({ json, get }) => {
	assert.deepEqual(await json(COINBASE), { data: { amount: '61250.50', base: 'BTC', currency: 'USD' } });
	const unknown = await get('/coinbase/v2/prices/NOPE-USD/spot');
	assert.equal(unknown.status, 404);
	assert.equal(JSON.parse(unknown.text).errors[0].id, 'not_found');
}));

test('binance quotes in USDT', pinned(async ({ json, get }) => {
	assert.deepEqual(await json(BINANCE), { symbol: 'BTCUSDT', price: '62500.51000000' });
	assert.equal((await json('/binance/api/v3/ticker/price')).length, 3);
	const unknown = await get('/binance/api/v3/ticker/price?symbol=NOPE');
	assert.equal(unknown.status, 400);
	assert.equal(unknown.text, '{"code":-1121,"msg":"Invalid symbol."}');
}));

test('deribit index price is a JSON number', pinned(async ({ json, get }) => {
	const body = await json(DERIBIT);
	assert.equal(body.jsonrpc, '2.0');
	assert.deepEqual(body.result, { index_price: 61250.5, estimated_delivery_price: 61250.5 });
	for (const query of ['index_name=nope', '']) {
		const { status, text } = await get(`/deribit/api/v2/public/get_index_price?${query}`);
		const { error, result } = JSON.parse(text);
		assert.equal(status, 400);
		assert.equal(result, undefined);
		assert.deepEqual([error.code, error.message, error.data.param], [-32602, 'Invalid params', 'index_name']);
	}
	const method = await get('/deribit/api/v2/public/nope');
	assert.equal(JSON.parse(method.text).error.code, -32601);
}));

test('deribit volatility: candles of the asked range, newest closes at the present value', pinned(async ({ json, post }) => {
	const { result } = await json(DVOL);
	assert.equal(result.continuation, null);
	assert.deepEqual(result.data.map((c) => c[0]), [1700000040000, 1700000100000, 1700000160000, 1700000220000, 1700000280000]);
	assert.equal(result.data.at(-1)[4], 52.3);
	for (const [, open, high, low, close] of result.data) {
		assert.ok(low <= open && open <= high && low <= close && close <= high);
		assert.ok(Math.abs(open / 52.3 - 1) <= 0.005);
	}
	await post('volatility_unit', { unit: 'fraction' });
	assert.equal((await json(DVOL)).result.data.at(-1)[4], 0.523);
	const long = await json(DVOL.replace('start_timestamp=1700000000000', 'start_timestamp=1690000000000'));
	assert.equal(long.result.data.length, 1000);
	assert.equal(long.result.continuation, long.result.data[0][0] - 60_000);
}));

test('deribit book summary: names, forwards, put-call parity and quotes', pinned(async ({ json, get, clock }) => {
	const { length } = (await get(BOOK)).text;
	assert.ok(length > 200_000 && length < 900_000, `${length}`);
	const { result } = await json(BOOK);
	const byName = new Map(result.map((row) => [row.instrument_name, row]));
	assert.equal(byName.size, result.length);
	const forwards = new Map();
	for (const row of result) {
		const match = /^BTC-(\d{1,2}[A-Z]{3}\d{2})-(\d+)-([CP])$/.exec(row.instrument_name);
		assert.ok(match, row.instrument_name);
		const [, date, strike, kind] = match;
		assert.ok(row.mark_iv > 40 && row.mark_iv < 160, `${row.mark_iv}`);
		assert.equal(row.estimated_delivery_price, 61250.5);
		assert.equal(row.creation_timestamp, clock.ms);
		forwards.set(date, (forwards.get(date) ?? new Set()).add(row.underlying_price));
		assert.ok(row.ask_price > row.mark_price && (row.bid_price === null || (0 < row.bid_price && row.bid_price <= row.mark_price)));
		if (kind !== 'C') continue;
		const put = byName.get(row.instrument_name.replace(/C$/, 'P'));
		assert.equal(put.mark_iv, row.mark_iv);
		const parity = 1 - Number(strike) / row.underlying_price;
		assert.ok(Math.abs(row.mark_price - put.mark_price - parity) < 1e-5);
	}
	// One forward an expiry, each farther above the spot than the last.
	const rising = [61250.5, ...[...forwards.values()].flatMap((all) => [...all])];
	assert.equal(rising.length, expiries(clock.ms).length + 1);
	assert.ok(rising.every((forward, i) => i === 0 || forward > rising[i - 1]));
	for (const at of expiries(clock.ms)) assert.ok(at > clock.ms && at % 86_400_000 === 28_800_000);
}));

test('the smile is skewed, its wings are deep and its middle rises with time', pinned(async ({ json }) => {
	const expiry = new Map();
	for (const row of (await json(BOOK)).result) {
		const [, date, strike, kind] = row.instrument_name.split('-');
		if (kind === 'C') expiry.set(date, [...(expiry.get(date) ?? []), { ...row, strike: Number(strike) }]);
	}
	let before = 0;
	for (const rows of expiry.values()) {
		const forward = rows[0].underlying_price;
		const near = (ratio) => rows.reduce((a, b) => (Math.abs(a.strike - ratio * forward) < Math.abs(b.strike - ratio * forward) ? a : b));
		const middle = near(1).mark_iv;
		assert.ok(Math.abs(middle / 52.3 - 1) < 0.07, `${middle}`);
		assert.ok(middle > before - 0.5);
		before = middle;
		const [low, high] = [rows[0], rows.at(-1)];
		assert.ok(rows.length >= 20, `${rows.length}`);
		assert.ok(low.mark_iv > high.mark_iv && high.mark_iv > middle, `${low.mark_iv} ${middle} ${high.mark_iv}`);
	}
	// Nobody bids for the farthest calls of the next weeks.
	const soon = [...expiry.values()].slice(0, 4);
	assert.ok(soon.every((rows) => rows.at(-1).bid_price === null), JSON.stringify(soon.map((rows) => rows.at(-1).bid_price)));
}));

test('expiries: days, Fridays, last Fridays of months and quarters', () => {
	const days = expiries(Date.UTC(2026, 10, 23, 12)).map((ms) => new Date(ms).toISOString().slice(0, 10));
	assert.deepEqual(days, ['2026-11-24', '2026-11-25', '2026-11-27', '2026-12-04', '2026-12-11', '2026-12-25', '2027-01-29', '2027-03-26', '2027-06-25']);
});

test('what is not a venue is 404', withServer({}, async ({ get }) => {
	assert.equal((await get('/bitfinex/v2/ticker')).status, 404);
	assert.equal((await get('/')).status, 404);
}));
