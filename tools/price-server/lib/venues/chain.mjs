// SPDX-License-Identifier: GPL-3.0-or-later

// The options that Deribit would list: expiries at 08:00 UTC, forwards above the spot, strikes out to
// four and a half deviations, marks from a skewed smile. Floats are fine here: this is what a venue prints,
// rounded.

const DAY = 86_400_000;
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
/** What forwards gain on the spot in a year. */
const CARRY = 0.05;
/** The step in which options are quoted, in units of the underlying. */
const TICK = 0.0001;
/** How much a bent strike's volatility is too high. */
const BENT = 5;
/** Strikes of a thin book. */
const THIN = 3;

/**
 * All listed options: {name, date, forward, price, bid, ask (in the underlying), iv, volume, interest}; no bid is
 * null. `fault` is one of the book's (see ../faults.mjs), or undefined.
 */
export function chain(asset, spot, volatility, now, fault) {
	const rows = [];
	for (const expiry of expiries(now)) {
		const years = (expiry - now) / (365 * DAY);
		const forward = spot * Math.exp(CARRY * years);
		const all = strikes(forward, volatility * Math.sqrt(years));
		const middle = all.findIndex((strike) => strike >= forward);
		const listed = fault === 'book_thin' ? all.slice(middle - 1, middle - 1 + THIN) : all;
		for (const strike of listed) {
			const bent = fault === 'book_bent' && strike === all[middle] ? BENT : 1;
			const iv = bent * smile(volatility, forward, strike, years);
			for (const kind of ['C', 'P']) {
				const date = day(expiry);
				const price = mark(kind, forward, strike, iv, years) / forward;
				const [bid, ask] = quotes(price);
				rows.push({
					name: `${asset}-${date}-${strike}-${kind}`,
					date,
					forward,
					iv,
					price,
					...(fault === 'book_crossed' ? { bid: ask, ask: bid ?? 0 } : { bid, ask }),
					volume: 12.5,
					interest: 340.2,
				});
			}
		}
	}
	return rows;
}

/** Bid and ask on the ticks outside of 2 % around a mark; what is bid less than a tick for has no bid. */
function quotes(price) {
	const bid = Math.floor((price * 0.98) / TICK) * TICK;
	const ask = (Math.floor((price * 1.02) / TICK) + 1) * TICK;
	return [bid > 0 ? bid : null, ask];
}

/** The next two days, the next three Fridays, the last Fridays of the next three months and of the two quarters after. */
export function expiries(now) {
	const at8 = (ms) => Math.floor(ms / DAY) * DAY + DAY / 3;
	const first = at8(now) > now ? at8(now) : at8(now) + DAY;
	const set = new Set([first, first + DAY]);
	let friday = first;
	while (new Date(friday).getUTCDay() !== 5) friday += DAY;
	for (let i = 0; i < 3; i++) set.add(friday + i * 7 * DAY);
	let [months, quarters] = [0, 0];
	for (let f = friday; quarters < 2; f += 7 * DAY) {
		const month = new Date(f).getUTCMonth();
		if (month === new Date(f + 7 * DAY).getUTCMonth()) continue;
		if (months++ < 3) set.add(f);
		else if (month % 3 === 2) {
			set.add(f);
			quarters++;
		}
	}
	return [...set].sort((a, b) => a - b);
}

/** About eight strikes a deviation, on round numbers, and half as many above twice the forward. */
function strikes(forward, deviation) {
	const rough = Math.max(1, (forward * deviation) / 8);
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = power * [1, 2, 5, 10].find((n) => n * power >= rough);
	const [low, high] = [forward * Math.exp(-4 * deviation), forward * Math.exp(4.5 * deviation)];
	const all = [];
	for (let strike = Math.max(step, Math.ceil(low / step) * step); strike <= high;) {
		all.push(strike);
		strike += strike < 2 * forward ? step : 2 * step;
	}
	return all;
}

/**
 * Gatheral's raw SVI on total variance, w = a + b(ρ(k − m) + √((k − m)² + σ²)): skewed to the puts, its wings well
 * below Lee's 2. At the money 95 % of the volatility today, rising to 105 %.
 */
export function smile(volatility, forward, strike, years) {
	const atTheMoney = volatility * (1.05 - 0.1 * Math.exp(-4 * years));
	const level = atTheMoney * atTheMoney * years;
	const sigma = Math.sqrt(level);
	const b = (0.4 * level) / sigma;
	const [rho, m] = [-0.3, 0.1 * sigma];
	const shape = (k) => b * (rho * (k - m) + Math.hypot(k - m, sigma));
	return Math.sqrt((level + shape(Math.log(strike / forward)) - shape(0)) / years);
}

/** Undiscounted Black price. */
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
