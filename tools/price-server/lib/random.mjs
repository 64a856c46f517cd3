// SPDX-License-Identifier: GPL-3.0-or-later

// Random numbers that are a pure function of a key, in whole numbers only: no state to carry, and
// no Math.log or Math.exp, whose last bit differs between engines.

import { ONE } from './decimal.mjs';

const MASK = (1n << 64n) - 1n;

/** 64 random bits for a key: FNV-1a, then the finaliser of splitmix64. */
export function bits(key) {
	let hash = 0xcbf29ce484222325n;
	for (let i = 0; i < key.length; i++) {
		hash = ((hash ^ BigInt(key.charCodeAt(i))) * 0x100000001b3n) & MASK;
	}
	return mix(hash);
}

function mix(seed) {
	let z = (seed + 0x9e3779b97f4a7c15n) & MASK;
	z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
	z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & MASK;
	return z ^ (z >> 31n);
}

/** Uniform in [−1, 1), 18 places. */
export const uniform = (key) => ((bits(key) * 2n * ONE) >> 64n) - ONE;

/** Normal with mean 0 and variance 1 (the sum of twelve uniforms), 18 places, within ±6. */
export function normal(key) {
	let state = bits(key);
	let sum = 0n;
	for (let i = 0; i < 12; i++) {
		state = mix(state);
		sum += state;
	}
	return ((sum * ONE) >> 64n) - 6n * ONE;
}
