// SPDX-License-Identifier: GPL-3.0-or-later

// The control API: what tests use to move the market and to break venues.

import { format } from './decimal.mjs';
import { FREEZES, KINDS } from './faults.mjs';
import { VENUES } from './venues/index.mjs';

const UNITS = ['percent', 'fraction'];

/** State that the control API changes, besides the market. */
export class Controls {
	constructor({ market, volatilityUnit, log }) {
		Object.assign(this, { market, log, firstUnit: volatilityUnit });
		this.#clear();
	}

	#clear() {
		this.faults = Object.fromEntries(Object.keys(VENUES).map((venue) => [venue, { kind: 'off' }]));
		this.stats = Object.fromEntries(
			Object.keys(VENUES).map((venue) => [venue, { requests: 0, errors: 0, faulted: 0, refused: 0 }]),
		);
		this.volatilityUnit = this.firstUnit;
		this.down = false;
	}

	state() {
		const { values, step, now } = this.market.snapshot();
		const show = (prefix) =>
			Object.fromEntries(
				Object.keys(values)
					.filter((key) => key.startsWith('vol:') === (prefix === 'vol:'))
					.map((key) => [key.slice(prefix.length), format(values[key], 8)]),
			);
		return {
			path: this.market.kind,
			seed: this.market.seed,
			step,
			now,
			prices: show(''),
			volatility: show('vol:'),
			volatility_unit: this.volatilityUnit,
			pinned: this.market.pinned(),
			faults: Object.fromEntries(Object.entries(this.faults).map(([venue, { kind }]) => [venue, kind])),
			down: this.down,
		};
	}

	/** Answer a control request: {status, body}. */
	handle(method, name, body) {
		if (method === 'GET' && name === '') return { status: 200, body: this.state() };
		if (method === 'GET' && name === 'stats') return { status: 200, body: this.stats };
		const action = ACTIONS[name];
		if (!action) return { status: 404, body: { error: `no such control: ${name}` } };
		if (method !== 'POST') return { status: 405, body: { error: 'use POST' } };
		try {
			this.log(`control: ${action.call(this, body)}`);
		} catch (error) {
			if (!(error instanceof RangeError)) throw error;
			return { status: 400, body: { error: error.message } };
		}
		return { status: 200, body: this.state() };
	}

	/** Everything as at the start, counters too. */
	reset() {
		this.#clear();
		this.market.reset();
	}
}

const ACTIONS = {
	price({ asset, price, ramp_seconds: ramp = 0 }) {
		this.market.setPrice(asset, price, ramp);
		return `price of ${asset} to ${price}${over(ramp)}`;
	},
	volatility({ asset, volatility, ramp_seconds: ramp = 0 }) {
		this.market.setVolatility(asset, volatility, ramp);
		return `volatility of ${asset} to ${volatility}${over(ramp)}`;
	},
	volatility_unit({ unit }) {
		if (!UNITS.includes(unit)) throw new RangeError(`unit is one of ${UNITS.join(', ')}`);
		this.volatilityUnit = unit;
		return `volatility in ${unit}`;
	},
	fault({ venue, kind }) {
		const venues = venue === 'all' ? Object.keys(VENUES) : [venue];
		if (!venues.every((name) => Object.hasOwn(VENUES, name))) throw new RangeError(`unknown venue: ${venue}`);
		if (!KINDS.includes(kind)) throw new RangeError(`kind is one of ${KINDS.join(', ')}`);
		// What a stale venue keeps showing is what it shows now.
		const frozen = FREEZES.includes(kind) ? this.market.snapshot() : undefined;
		for (const name of venues) this.faults[name] = { kind, frozen };
		return `fault of ${venue}: ${kind}`;
	},
	reset() {
		this.reset();
		return 'reset';
	},
	down() {
		this.down = true;
		return 'down';
	},
	up() {
		this.down = false;
		return 'up';
	},
};

const over = (ramp) => (Number(ramp) > 0 ? ` over ${ramp} s` : '');
