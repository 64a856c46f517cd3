// SPDX-License-Identifier: GPL-3.0-or-later

// Kraken: GET /0/public/Ticker?pair=XBTUSD. The key of the result is not the name asked for.

import { mul, padded, parse } from '../decimal.mjs';

/** Asked names → asset; then the key under which it answers and its decimals. */
const NAMES = {
	XBTUSD: 'BTC', XXBTZUSD: 'BTC', BTCUSD: 'BTC',
	ETHUSD: 'ETH', XETHZUSD: 'ETH',
	DOTUSD: 'DOT',
	USDTUSD: 'USDT', USDTZUSD: 'USDT',
};
const PAIRS = {
	BTC: { key: 'XXBTZUSD', real: 1, places: 5, tick: '0.1' },
	ETH: { key: 'XETHZUSD', real: 2, places: 5, tick: '0.01' },
	DOT: { key: 'DOTUSD', real: 4, places: 5, tick: '0.0001' },
	USDT: { key: 'USDTZUSD', real: 4, places: 8, tick: '0.0001' },
};

export function kraken({ path, query }, desk) {
	if (path !== '/0/public/Ticker') return fail('EGeneral:Unknown method');
	const asked = query.get('pair');
	const assets = asked === null
		? Object.keys(PAIRS)
		: asked.split(',').map((name) => NAMES[name.toUpperCase()]);
	if (assets.includes(undefined)) return fail('EQuery:Unknown asset pair');
	const result = {};
	for (const asset of assets.map(desk.asset)) result[PAIRS[asset].key] = ticker(PAIRS[asset], desk.price(asset));
	return { status: 200, body: { error: [], result } };
}

function ticker({ real, places, tick }, last) {
	const text = (value) => (value === null ? null : padded(value, real, places));
	const off = (percent) => (last === null ? null : text(mul(last, parse(percent))));
	const [bid, ask] = last === null || last <= 0n ? [last, last] : [last - parse(tick), last + parse(tick)];
	return {
		a: [text(ask), '1', '1.000'],
		b: [text(bid), '1', '1.000'],
		c: [text(last), '0.00067643'],
		v: ['4083.67001100', '4412.73601799'],
		p: [off('1.001'), off('1.0005')],
		t: [34619, 38907],
		l: [off('0.985'), off('0.985')],
		h: [off('1.015'), off('1.015')],
		o: off('0.998'),
	};
}

const fail = (message) => ({ status: 200, body: { error: [message] } });
