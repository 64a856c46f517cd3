// SPDX-License-Identifier: GPL-3.0-or-later

import { startPriceServer } from '../lib/http.mjs';

/** A server on a free port with a clock of its own that only moves when told. */
export async function start(options = {}) {
	const clock = { ms: Date.UTC(2026, 10, 23, 12) };
	const lines = [];
	const server = await startPriceServer({
		port: 0,
		noiseBps: 0,
		now: () => clock.ms,
		log: (line) => lines.push(line),
		...options,
	});
	const get = async (path, wait = 2000) => {
		const response = await fetch(`${server.url}${path}`, { signal: AbortSignal.timeout(wait) });
		return { status: response.status, headers: response.headers, text: await response.text() };
	};
	return {
		...server,
		clock,
		lines,
		get,
		json: async (path) => JSON.parse((await get(path)).text),
		post: async (name, body) => {
			const response = await fetch(`${server.url}/control/${name}`, { method: 'POST', body: JSON.stringify(body ?? {}) });
			return { status: response.status, body: await response.json() };
		},
	};
}

/** Run a test with a server that is closed whatever happens. */
export const withServer = (options, body) => async () => {
	const server = await start(options);
	try {
		await body(server);
	} finally {
		await server.close();
	}
};

export const KRAKEN = '/kraken/0/public/Ticker?pair=XBTUSD';
export const COINBASE = '/coinbase/v2/prices/BTC-USD/spot';
export const BINANCE = '/binance/api/v3/ticker/price?symbol=BTCUSDT';
export const DERIBIT = '/deribit/api/v2/public/get_index_price?index_name=btc_usd';
export const DVOL = '/deribit/api/v2/public/get_volatility_index_data?currency=BTC&start_timestamp=1700000000000&end_timestamp=1700000300000&resolution=60';
export const BOOK = '/deribit/api/v2/public/get_book_summary_by_currency?currency=BTC&kind=option';
