// SPDX-License-Identifier: GPL-3.0-or-later

// Coinbase: GET /v2/prices/BTC-USD/spot.

import { format } from '../decimal.mjs';

const PLACES = { BTC: 2, ETH: 2, DOT: 4, USDT: 6 };

export function coinbase({ path }, desk) {
	const match = /^\/v2\/prices\/([A-Za-z0-9]+)-([A-Za-z0-9]+)\/spot$/.exec(path);
	if (!match) return fail(404, 'not_found', 'Not found');
	const [base, quote] = match.slice(1).map((name) => name.toUpperCase());
	if (!PLACES[base]) return fail(404, 'not_found', 'Invalid base currency');
	if (quote !== 'USD') return fail(400, 'invalid_request', 'Currency is invalid');
	const asset = desk.asset(base);
	const price = desk.price(asset);
	const amount = price === null ? null : format(price, PLACES[asset]);
	return { status: 200, body: { data: { amount, base: asset, currency: 'USD' } } };
}

const fail = (status, id, message) => ({ status, body: { errors: [{ id, message }] } });
