// SPDX-License-Identifier: GPL-3.0-or-later

// What events say that trades did, held against the ledger to the last unit. Only BigInt.

import { nameOf } from './market.mjs';

const MILLION = 1_000_000n;
const big = (value) => BigInt(value.toString());

const floor = (a, b) => (a >= 0n ? a / b : -((-a + b - 1n) / b));
const ceil = (a, b) => -floor(-a, b);

/** Changes of accounts: `of(account)` has cash in smallest units and positions by the series' names. */
export class Changes {
	#accounts = new Map();

	of(account) {
		const key = account.toString();
		if (!this.#accounts.has(key)) this.#accounts.set(key, { cash: 0n, positions: new Map() });
		return this.#accounts.get(key);
	}

	pays(account, amount) {
		this.of(account).cash -= amount;
		return this;
	}

	gets(account, series, quantity) {
		const { positions } = this.of(account);
		const name = nameOf(series);
		positions.set(name, (positions.get(name) ?? 0n) + quantity);
		return this;
	}

	/** Add what `options.Traded` events tell: the buyer pays rounded up, the seller receives rounded down. */
	trades(list) {
		for (const { series, price, quantity, taker, maker, takerSide, takerFee, makerFee } of list) {
			const [amount, worth] = [big(quantity), big(price) * big(quantity)];
			const buys = takerSide.toString() === 'Buy';
			const [buyer, seller] = buys ? [taker, maker] : [maker, taker];
			this.pays(buyer, ceil(worth, MILLION)).gets(buyer, series, amount);
			this.pays(seller, -floor(worth, MILLION)).gets(seller, series, -amount);
			this.pays(taker, big(takerFee)).pays(maker, big(makerFee));
		}
		return this;
	}
}

/** What parties have, to be compared later. */
export class Tally {
	static async of(...parties) {
		const tally = new Tally();
		tally.parties = parties;
		tally.before = await Promise.all(parties.map(holdings));
		return tally;
	}

	/** An Error that lists every figure that is not as it was and as these changes say. */
	async expect(changes) {
		const after = await Promise.all(this.parties.map(holdings));
		const wrong = this.parties.flatMap((party, i) => differences(party.name, this.before[i], changes.of(party.account), after[i]));
		if (wrong.length > 0) throw new Error(wrong.join('; '));
	}
}

async function holdings(party) {
	const [cash, positions] = await Promise.all([party.cash(), party.positions()]);
	return { cash, positions: new Map(positions) };
}

/** Where `after` is not `before` and the changes: a list of texts. */
export function differences(name, before, changes, after) {
	const wrong = [];
	const expect = (what, was, by, is) => {
		if (was + by !== is) wrong.push(`${name} has ${is} of ${what}, not ${was} and ${by}`);
	};
	expect('cash', before.cash, changes.cash, after.cash);
	for (const series of new Set([...before.positions.keys(), ...changes.positions.keys(), ...after.positions.keys()])) {
		expect(series, before.positions.get(series) ?? 0n, changes.positions.get(series) ?? 0n, after.positions.get(series) ?? 0n);
	}
	return wrong;
}
