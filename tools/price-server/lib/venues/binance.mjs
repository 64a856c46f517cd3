// SPDX-License-Identifier: GPL-3.0-or-later

// Binance: GET /api/v3/ticker/price?symbol=BTCUSDT. The quote is USDT, not USD.

import { div, padded } from '../decimal.mjs';

const SYMBOLS = { BTCUSDT: 'BTC', ETHUSDT: 'ETH', DOTUSDT: 'DOT' };
const PLACES = { BTC: 2, ETH: 2, DOT: 3 };

export function binance({ path, query }, desk) {
	if (path !== '/api/v3/ticker/price') return { status: 404, body: { code: 0, msg: 'Not Found' } };
	const symbol = query.get('symbol');
	if (symbol === null) return { status: 200, body: Object.values(SYMBOLS).map((asset) => row(asset, desk)) };
	if (!SYMBOLS[symbol]) return { status: 400, body: { code: -1121, msg: 'Invalid symbol.' } };
	return { status: 200, body: row(SYMBOLS[symbol], desk) };
}

function row(asked, desk) {
	const asset = desk.asset(asked);
	const price = desk.price(asset, (value) => div(value, desk.truth('USDT')));
	return { symbol: `${asset}USDT`, price: price === null ? null : padded(price, PLACES[asset], 8) };
}
