// SPDX-License-Identifier: GPL-3.0-or-later

// Figures of a run under load: a repeatable source of chance, and what is made of samples. Floats: nothing is
// booked with them.

/** A generator of chance from a seed (mulberry32): the same seed, the same stream. */
export class Chance {
	#state;

	constructor(seed) {
		this.#state = seed >>> 0;
	}

	/** A number from 0 to below 1. */
	next() {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let t = this.#state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	}

	/** A whole number from `low` to `high`, both included. */
	whole(low, high) {
		return low + Math.floor(this.next() * (high - low + 1));
	}

	/** One of a list. */
	one(list) {
		return list[this.whole(0, list.length - 1)];
	}

	/** A key of {key: weight}, as often as its weight says. */
	weighed(weights) {
		const entries = Object.entries(weights);
		let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
		return entries.find(([, weight]) => (left -= weight) < 0)?.[0] ?? entries.at(-1)[0];
	}

	/** The list in another order. */
	shuffled(list) {
		const copy = [...list];
		for (let i = copy.length - 1; i > 0; i -= 1) {
			const j = this.whole(0, i);
			[copy[i], copy[j]] = [copy[j], copy[i]];
		}
		return copy;
	}
}

/** The value below which this share (0 to 1) of the list lies; NaN of none. */
export function percentile(values, share) {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted.length === 0 ? NaN : sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export const median = (values) => percentile(values, 0.5);

/**
 * How much a figure grew: {first, last, growth} with the medians of the first and the last fifth of the samples [time,
 * value] from `from` on; growth is a share of the first.
 */
export function growth(samples, from) {
	const settled = samples.filter(([at]) => at >= from);
	const fifth = Math.floor(settled.length / 5);
	if (fifth < 1) throw new RangeError('too few samples');
	const [first, last] = [settled.slice(0, fifth), settled.slice(-fifth)].map((part) => median(part.map(([, value]) => value)));
	return { first, last, growth: last / first - 1 };
}

/**
 * How much a figure that swings grew: {first, last, growth} with the highest of the first and of the second half of the
 * samples [time, value] from `from` on. Each half has to be longer than a swing.
 */
export function heights(samples, from) {
	const settled = samples.filter(([at]) => at >= from);
	const half = Math.floor(settled.length / 2);
	if (half < 1) throw new RangeError('too few samples');
	const [first, last] = [settled.slice(0, half), settled.slice(half)].map((part) => Math.max(...part.map(([, value]) => value)));
	return { first, last, growth: last / first - 1 };
}

/**
 * What is to be said of blocks seen as [number, time in ms]: how many came, how many should have (one each `everyMs`),
 * gaps in their numbers, time between neighbours.
 */
export function blockFigures(seen, everyMs) {
	const pairs = seen.slice(1).map(([number, at], i) => ({ step: number - seen[i][0], gap: at - seen[i][1] }));
	const span = seen.length > 1 ? seen.at(-1)[1] - seen[0][1] : 0;
	const gaps = pairs.map(({ gap }) => gap);
	const blocks = pairs.reduce((sum, { step }) => sum + step, 0);
	return {
		blocks,
		due: Math.round(span / everyMs),
		unordered: pairs.filter(({ step }) => step !== 1).length,
		meanMs: span / blocks,
		p99Ms: percentile(gaps, 0.99),
		longestMs: Math.max(0, ...gaps),
	};
}

/** Count by name. */
export class Counts {
	#counts = new Map();

	add(name, by = 1) {
		this.#counts.set(name, this.of(name) + by);
	}

	of(name) {
		return this.#counts.get(name) ?? 0;
	}

	get total() {
		return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
	}

	/** [name, count], the most frequent first. */
	sorted() {
		return [...this.#counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
	}
}
