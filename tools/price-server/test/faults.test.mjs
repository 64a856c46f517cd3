// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KINDS } from '../lib/faults.mjs';
import { BINANCE, BOOK, COINBASE, DERIBIT, DVOL, KRAKEN, withServer } from './tools.mjs';

const VENUES = { kraken: KRAKEN, coinbase: COINBASE, binance: BINANCE, deribit: DERIBIT };

/** The price in an answer, as its text. */
const PRICE = {
	kraken: (body) => body.result.XXBTZUSD.c[0],
	coinbase: (body) => body.data.amount,
	binance: (body) => body.price,
	deribit: (body) => body.result.index_price,
};

const pinned = (body) =>
	withServer({}, async (server) => {
		await server.post('price', { asset: 'BTC', price: '60000' });
		await server.post('price', { asset: 'ETH', price: '3000' });
		await server.post('price', { asset: 'USDT', price: '1' });
		await body(server);
	});

const VALUES = {
	zero: { kraken: '0.00000', coinbase: '0.00', binance: '0.00000000', deribit: 0 },
	negative: { kraken: '-60000.00000', coinbase: '-60000.00', binance: '-60000.00000000', deribit: -60000 },
	huge: { kraken: `1${'0'.repeat(30)}.00000`, coinbase: `1${'0'.repeat(30)}.00`, binance: `1${'0'.repeat(30)}.00000000`, deribit: 1e30 },
	spike10x: { kraken: '600000.00000', coinbase: '600000.00', binance: '600000.00000000', deribit: 600000 },
	null: { kraken: null, coinbase: null, binance: null, deribit: null },
};

for (const [kind, expected] of Object.entries(VALUES)) {
	test(`${kind} at each venue, and off again`, pinned(async ({ json, post }) => {
		for (const [venue, path] of Object.entries(VENUES)) {
			await post('fault', { venue, kind });
			assert.equal(PRICE[venue](await json(path)), expected[venue], venue);
			await post('fault', { venue, kind: 'off' });
			assert.equal(Number(PRICE[venue](await json(path))), 60000, venue);
		}
	}));
}

test('a fault of the value reaches candles and option marks', pinned(async ({ json, post }) => {
	await post('fault', { venue: 'deribit', kind: 'null' });
	assert.ok((await json(DVOL)).result.data.every((c) => c.length === 5 && c[4] === null));
	assert.ok((await json(BOOK)).result.every((row) => row.mark_iv === null && row.mark_price === null));
	await post('fault', { venue: 'deribit', kind: 'negative' });
	assert.ok((await json(DVOL)).result.data.every((c) => c[4] < 0));
}));

test('hang never answers, the others do', pinned(async ({ get, post, json }) => {
	await post('fault', { venue: 'kraken', kind: 'hang' });
	await assert.rejects(get(KRAKEN, 200), { name: 'TimeoutError' });
	assert.equal((await json(COINBASE)).data.amount, '60000.00');
}));

test('http500, http429, truncated, garbage at every venue', pinned(async ({ get, post }) => {
	await post('fault', { venue: 'all', kind: 'http500' });
	for (const path of Object.values(VENUES)) assert.equal((await get(path)).status, 500);
	await post('fault', { venue: 'all', kind: 'http429' });
	for (const path of Object.values(VENUES)) {
		const { status, headers } = await get(path);
		assert.deepEqual([status, headers.get('retry-after')], [429, '60']);
	}
	for (const kind of ['truncated', 'garbage']) {
		await post('fault', { venue: 'all', kind });
		for (const path of Object.values(VENUES)) {
			const { status, text } = await get(path);
			assert.equal(status, 200);
			assert.ok(text.length > 10);
			assert.throws(() => JSON.parse(text), SyntaxError);
		}
	}
}));

test('wrong_pair answers about another asset', pinned(async ({ json, post }) => {
	await post('fault', { venue: 'all', kind: 'wrong_pair' });
	assert.deepEqual(Object.keys((await json(KRAKEN)).result), ['XETHZUSD']);
	assert.deepEqual((await json(COINBASE)).data, { amount: '3000.00', base: 'ETH', currency: 'USD' });
	assert.deepEqual(await json(BINANCE), { symbol: 'ETHUSDT', price: '3000.00000000' });
	assert.equal((await json(DERIBIT)).result.index_price, 3000);
	assert.ok((await json(BOOK)).result.every((row) => row.instrument_name.startsWith('ETH-')));
}));

test('stale freezes one venue at the moment it is set', withServer({ seed: 7, noiseBps: 3 }, async ({ json, post, clock }) => {
	const before = { kraken: await json(KRAKEN), coinbase: await json(COINBASE) };
	await post('fault', { venue: 'kraken', kind: 'stale' });
	clock.ms += 60_000;
	await post('price', { asset: 'BTC', price: '1' });
	assert.deepEqual(await json(KRAKEN), before.kraken);
	assert.notDeepEqual(await json(COINBASE), before.coinbase);
	await post('fault', { venue: 'kraken', kind: 'off' });
	assert.equal((await json(KRAKEN)).result.XXBTZUSD.c[0], '1.00000');
}));

/** The calls and puts of a book by name, and its expiries. */
async function book(json) {
	const rows = (await json(BOOK)).result;
	return { rows, byName: new Map(rows.map((row) => [row.instrument_name, row])), dates: new Set(rows.map((row) => row.underlying_index)) };
}

test('book_thin leaves three strikes of each expiry', pinned(async ({ json, post }) => {
	await post('fault', { venue: 'deribit', kind: 'book_thin' });
	const { rows, dates } = await book(json);
	assert.equal(rows.length, dates.size * 3 * 2);
	assert.ok(dates.size >= 7);
	assert.equal((await json(DERIBIT)).result.index_price, 60000);
}));

test('book_crossed bids above what it asks', pinned(async ({ json, post }) => {
	await post('fault', { venue: 'deribit', kind: 'book_crossed' });
	assert.ok((await book(json)).rows.every((row) => row.bid_price > row.ask_price));
}));

test('book_bent raises one strike of each expiry fivefold', pinned(async ({ json, post }) => {
	const straight = await book(json);
	await post('fault', { venue: 'deribit', kind: 'book_bent' });
	const bent = await book(json);
	assert.equal(bent.rows.length, straight.rows.length);
	const apart = bent.rows.filter((row) => row.mark_iv !== straight.byName.get(row.instrument_name).mark_iv);
	assert.equal(apart.length, straight.dates.size * 2);
	for (const row of apart) {
		const before = straight.byName.get(row.instrument_name);
		assert.ok(Math.abs(row.mark_iv / before.mark_iv - 5) < 0.01);
		// Its quotes are as high: they do not give it away.
		assert.ok(row.bid_price > before.ask_price && row.bid_price <= row.mark_price && row.mark_price < row.ask_price);
	}
}));

test('book_stale freezes the book and nothing else', pinned(async ({ json, post, clock }) => {
	const before = await book(json);
	await post('fault', { venue: 'deribit', kind: 'book_stale' });
	clock.ms += 600_000;
	await post('price', { asset: 'BTC', price: '70000' });
	assert.deepEqual((await book(json)).rows, before.rows);
	assert.equal((await json(DERIBIT)).result.index_price, 70000);
	await post('fault', { venue: 'deribit', kind: 'off' });
	assert.equal((await book(json)).rows[0].creation_timestamp, clock.ms);
}));

test('down closes the socket, up serves again, and both are counted', pinned(async ({ get, post, json }) => {
	await post('down');
	for (const path of Object.values(VENUES)) await assert.rejects(get(path), TypeError);
	assert.equal((await json('/control')).down, true);
	await post('up');
	await json(KRAKEN);
	const stats = await json('/control/stats');
	assert.deepEqual(stats.kraken, { requests: 2, errors: 0, faulted: 0, refused: 1 });
	assert.equal(stats.deribit.requests, 1);
}));

test('every kind is accepted, an unknown one is not', pinned(async ({ post }) => {
	for (const kind of KINDS) assert.equal((await post('fault', { venue: 'binance', kind })).status, 200, kind);
	assert.equal((await post('fault', { venue: 'binance', kind: 'nope' })).status, 400);
	assert.equal((await post('fault', { venue: 'nope', kind: 'off' })).status, 400);
	assert.equal((await post('fault', { venue: 'toString', kind: 'off' })).status, 400);
}));
