// SPDX-License-Identifier: GPL-3.0-or-later

// The state of the market: a path, prices pinned over it by the control API, and each venue's noise.

import { ONE } from './decimal.mjs';
import { ASSETS, KEYS, VOLATILITIES, positive } from './path.mjs';
import { uniform } from './random.mjs';

const BASIS_POINT = ONE / 10_000n;

export class Market {
	#path;
	#pins = new Map();
	#start;

	constructor({ path, seed, stepMs, noiseBps, now }) {
		Object.assign(this, { seed, stepMs, noiseBps: BigInt(noiseBps), now });
		this.#path = path;
		this.#start = now();
	}

	/** Forget all pins and begin the path again. */
	reset() {
		this.#pins.clear();
		this.#start = this.now();
	}

	get kind() {
		return this.#path.kind;
	}

	/** Steps since the start. */
	step() {
		return Math.max(0, Math.floor((this.now() - this.#start) / this.stepMs));
	}

	/** The true value of a key, without a venue's noise. */
	value(key) {
		const pin = this.#pins.get(key);
		if (!pin) return this.#path.at(key, this.step());
		const passed = BigInt(Math.max(0, this.now() - pin.at));
		if (passed >= pin.ms) return pin.to;
		return pin.from + ((pin.to - pin.from) * passed) / pin.ms;
	}

	/** Pin an asset's price, at once or along a straight line of so many seconds. */
	setPrice(asset, price, rampSeconds) {
		if (!ASSETS.includes(asset)) throw new RangeError(`unknown asset: ${asset}`);
		this.#pin(asset, positive(price), rampSeconds);
	}

	/** Pin an asset's volatility ("0.6" is 60 % a year). */
	setVolatility(asset, volatility, rampSeconds) {
		if (!VOLATILITIES.includes(asset)) throw new RangeError(`no volatility for: ${asset}`);
		this.#pin(`vol:${asset}`, positive(volatility), rampSeconds);
	}

	#pin(key, to, rampSeconds = 0) {
		const ms = Math.round(Number(rampSeconds) * 1000);
		if (!Number.isSafeInteger(ms) || ms < 0) throw new RangeError(`bad ramp: ${rampSeconds}`);
		this.#pins.set(key, { from: this.value(key), to, at: this.now(), ms: BigInt(ms) });
	}

	/** All true values, the step and the time at this moment: what a stale venue keeps showing. */
	snapshot() {
		const values = Object.fromEntries(KEYS.map((key) => [key, this.value(key)]));
		return { values, step: this.step(), now: this.now() };
	}

	/** A venue's view of a value: a few basis points off, differently in each step. */
	noisy(venue, key, { values, step }) {
		const off = uniform(`${this.seed}/noise/${venue}/${key}/${step}`) * this.noiseBps;
		return (values[key] * (ONE + (off * BASIS_POINT) / ONE)) / ONE;
	}

	pinned() {
		return [...this.#pins.keys()];
	}
}
