// SPDX-License-Identifier: GPL-3.0-or-later

// The options that Deribit would list: expiries at 08:00 UTC, strikes around the spot, marks from
// one volatility with a smile. Floats are fine here: this is what a venue prints, rounded.

const DAY = 86_400_000;
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const STEP = { BTC: 1000, ETH: 50 };

/** All listed options: {name, date, price (in the underlying), iv, volume, interest}. */
export function chain(asset, spot, volatility, now) {
	const rows = [];
	for (const expiry of expiries(now)) {
		const years = (expiry - now) / (365 * DAY);
		for (const strike of strikes(asset, spot)) {
			const iv = smile(volatility, spot, strike, years);
			for (const kind of ['C', 'P']) {
				const date = day(expiry);
				rows.push({
					name: `${asset}-${date}-${strike}-${kind}`,
					date,
					iv,
					price: mark(kind, spot, strike, iv, years) / spot,
					volume: 12.5,
					interest: 340.2,
				});
			}
		}
	}
	return rows;
}

/** The next two days, the next three Fridays, and the last Fridays of the next three months. */
export function expiries(now) {
	const at8 = (ms) => Math.floor(ms / DAY) * DAY + DAY / 3;
	const first = at8(now) > now ? at8(now) : at8(now) + DAY;
	const set = new Set([first, first + DAY]);
	let friday = first;
	while (new Date(friday).getUTCDay() !== 5) friday += DAY;
	for (let i = 0; i < 3; i++) set.add(friday + i * 7 * DAY);
	let months = 0;
	for (let f = friday; months < 3; f += 7 * DAY) {
		if (new Date(f).getUTCMonth() === new Date(f + 7 * DAY).getUTCMonth()) continue;
		set.add(f);
		months++;
	}
	return [...set].sort((a, b) => a - b);
}

function strikes(asset, spot) {
	const step = Math.max(STEP[asset], 10 ** Math.floor(Math.log10(spot)) / 10);
	const middle = Math.max(11, Math.round(spot / step)) * step;
	return Array.from({ length: 21 }, (_, i) => middle + (i - 10) * step);
}

function smile(volatility, spot, strike, years) {
	const x = Math.log(strike / spot) / Math.sqrt(Math.max(years, 1 / 365));
	return volatility * Math.min(3, Math.max(0.5, 1 - 0.04 * x + 0.05 * x * x));
}

/** Undiscounted Black price with forward = spot. */
function mark(kind, forward, strike, iv, years) {
	const deviation = iv * Math.sqrt(years);
	const d1 = Math.log(forward / strike) / deviation + deviation / 2;
	const call = forward * cdf(d1) - strike * cdf(d1 - deviation);
	return Math.max(0, kind === 'C' ? call : call - forward + strike);
}

/** Normal distribution function, error below 1e-7 (Abramowitz and Stegun 26.2.17). */
function cdf(x) {
	const t = 1 / (1 + 0.2316419 * Math.abs(x));
	const poly = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
	const tail = Math.exp((-x * x) / 2) * 0.3989422804014327 * poly;
	return x > 0 ? 1 - tail : tail;
}

function day(ms) {
	const date = new Date(ms);
	return `${date.getUTCDate()}${MONTHS[date.getUTCMonth()]}${String(date.getUTCFullYear()).slice(2)}`;
}
