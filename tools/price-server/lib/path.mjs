// SPDX-License-Identifier: GPL-3.0-or-later

// Where the true prices come from: a seeded random walk, or a file with keyframes.
// A path answers `at(key, step)`; keys are "BTC", … for prices and "vol:BTC", … for volatility.

import { readFileSync } from 'node:fs';
import { isqrt, mul, ONE, parse } from './decimal.mjs';
import { normal } from './random.mjs';

export const ASSETS = ['BTC', 'ETH', 'DOT', 'USDT'];
export const VOLATILITIES = ['BTC', 'ETH'];
export const KEYS = [...ASSETS, ...VOLATILITIES.map((asset) => `vol:${asset}`)];

const YEAR_MS = 365n * 86_400_000n;

/** Starting values, and the volatility with which each walks. */
const START = {
	BTC: { value: parse('64000'), sigma: parse('0.55') },
	ETH: { value: parse('3200'), sigma: parse('0.7') },
	DOT: { value: parse('6.5'), sigma: parse('0.85') },
	USDT: { value: ONE },
	'vol:BTC': { value: parse('0.55') },
	'vol:ETH': { value: parse('0.7') },
};

const PEG_NOISE = parse('0.00015');
const VOL_OF_VOL = parse('0.8');
const VOL_RANGE = [parse('0.05'), parse('5')];
/** Share of each asset's moves that is the whole market's; 0.8² + 0.6² = 1. */
const COMMON = parse('0.8');
const OWN = parse('0.6');

/**
 * A geometric Brownian walk; volatilities walk around their start. One step stands for
 * `marketMs` of market time. Value n depends on the seed and n alone.
 */
export function walk({ seed, marketMs }) {
	const rootDt = isqrt((BigInt(marketMs) * ONE * ONE) / YEAR_MS);
	const series = new Map(KEYS.map((key) => [key, [START[key].value]]));

	const next = (key, last, step) => {
		const own = normal(`${seed}/${key}/${step}`);
		if (key === 'USDT') return ONE + mul(PEG_NOISE, own);
		if (key.startsWith('vol:')) {
			const pull = (START[key].value - last) / 2000n;
			const moved = last + pull + mul(last, mul(mul(VOL_OF_VOL, rootDt), own));
			return clamp(moved, ...VOL_RANGE);
		}
		const z = mul(COMMON, normal(`${seed}/market/${step}`)) + mul(OWN, own);
		const deviation = mul(START[key].sigma, rootDt);
		const r = mul(deviation, z);
		// e^(r − σ²dt/2) to second order; a step never takes away more than half.
		const factor = ONE + r + mul(r, r) / 2n - mul(deviation, deviation) / 2n;
		return mul(last, clamp(factor, ONE / 2n, 2n * ONE)) || 1n;
	};

	return {
		kind: `walk, seed ${seed}`,
		at(key, step) {
			const values = series.get(key);
			if (!values) throw new RangeError(`no such key: ${key}`);
			while (values.length <= step) {
				values.push(next(key, values[values.length - 1], values.length));
			}
			return values[step];
		},
	};
}

/**
 * Straight lines between keyframes: `{assets: {BTC: [[second, "price"], …]}, volatility: {…}}`.
 * What the file does not name stays at its starting value.
 */
export function keyframes(file, { stepMs }) {
	const frames = new Map();
	const read = (prefix, group = {}, allowed) => {
		for (const [asset, list] of Object.entries(group)) {
			if (!allowed.includes(asset)) throw new RangeError(`unknown asset: ${prefix}${asset}`);
			const points = list.map(([second, value]) => {
				const at = Math.round(second * 1000);
				if (!Number.isSafeInteger(at) || at < 0) throw new RangeError(`bad second: ${second}`);
				return { at: BigInt(at), value: positive(value) };
			});
			if (points.length === 0) throw new RangeError(`no keyframes: ${prefix}${asset}`);
			if (points.some((p, i) => i > 0 && p.at <= points[i - 1].at)) {
				throw new RangeError(`keyframes out of order: ${prefix}${asset}`);
			}
			frames.set(prefix + asset, points);
		}
	};
	read('', file.assets, ASSETS);
	read('vol:', file.volatility, VOLATILITIES);

	return {
		kind: 'keyframes',
		at(key, step) {
			if (!START[key]) throw new RangeError(`no such key: ${key}`);
			const points = frames.get(key);
			if (!points) return START[key].value;
			const now = BigInt(step) * BigInt(stepMs);
			const right = points.findIndex((p) => p.at > now);
			if (right === -1) return points[points.length - 1].value;
			if (right === 0) return points[0].value;
			const [a, b] = [points[right - 1], points[right]];
			return a.value + ((b.value - a.value) * (now - a.at)) / (b.at - a.at);
		},
	};
}

/** Read a keyframe file. */
export const fromFile = (name, options) => keyframes(JSON.parse(readFileSync(name, 'utf8')), options);

function positive(value) {
	const parsed = parse(value);
	if (parsed <= 0n) throw new RangeError(`not above zero: ${value}`);
	return parsed;
}

const clamp = (value, low, high) => (value < low ? low : value > high ? high : value);

export { positive };
