// SPDX-License-Identifier: GPL-3.0-or-later

// Every fault that the price server knows, one after the other, on a running node: one venue's moves no
// price, all venues' are a state, and prices come back by themselves.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { FEEDS, SMILES, reading, surface } from '../../lib/market.mjs';
import { startPrices } from '../../lib/prices.mjs';
import { skip as noNode, withNode } from './common.mjs';

// The feeds of the presets look at this port.
const skip = noNode || (process.env.STRADDLE_WS && 'the price server is not ours');
const ROUND = 6_000n;
let prices;
if (!skip) {
	before(async () => {
		prices = await startPrices({ port: 18080, seed: 11 });
		await prices.price('BTC', '60000');
		await prices.volatility('BTC', '0.6');
	});
	after(() => prices?.stop());
}
const held = withNode({ blockTimeMs: 700 });
const timeout = 240_000;

const near = (price, wanted, permille) => {
	const off = Math.abs(Number(price) / 1e18 / wanted - 1) * 1000;
	assert.ok(off <= permille, `${Number(price) / 1e18} is ${off} permille from ${wanted}`);
};
const until = (what, check) => held.chain.until(what, check, { blocks: 150 });
const btc = () => reading(held.chain, FEEDS.BTC);
const isValid = async (feed) => (await reading(held.chain, feed)).state === 'Valid';
/** A price that was finished after now. */
async function fresh(feed = FEEDS.BTC) {
	const { at } = await reading(held.chain, feed);
	return until('a new round', async () => {
		const next = await reading(held.chain, feed);
		return next.at > at && next;
	});
}

test('every feed is valid, and the option markets have their expiries', { skip, timeout }, async () => {
	for (const feed of Object.values(FEEDS)) await until(`feed ${feed}`, () => isValid(feed));
	for (const feed of Object.values(SMILES)) {
		const { rows } = await until(`surface ${feed}`, async () => {
			const found = await surface(held.chain, feed);
			return found.rows.length >= 5 && found;
		});
		for (const { vols, confidence } of rows) {
			assert.ok(vols[8] > 0.3 && vols[8] < 1.5 && confidence > 0.5, JSON.stringify({ vols, confidence }));
			// Skewed to the puts.
			assert.ok(vols[4] > vols[8]);
		}
	}
	near((await btc()).price, 60_000, 2);
});

for (const kind of ['hang', 'http500', 'http429', 'truncated', 'garbage', 'wrong_pair', 'zero', 'negative', 'huge', 'spike10x', 'null']) {
	test(`one venue with '${kind}' moves no price`, { skip, timeout }, async () => {
		await prices.fault('coinbase', kind);
		// The first may have been asked for before.
		await fresh();
		const { price, state } = await fresh();
		near(price, 60_000, 2);
		assert.equal(state, 'Valid');
		await prices.fault('coinbase', 'off');
	});
}

test("one venue's stale price is an outlier once the market has moved", { skip, timeout }, async () => {
	await prices.fault('kraken', 'stale');
	await prices.price('BTC', '63000');
	await until('the new price', async () => Number((await btc()).price) / 1e18 > 62_800);
	near((await fresh()).price, 63_000, 2);
	await prices.fault('kraken', 'off');
	await prices.price('BTC', '60000');
	await until('the old price', async () => Number((await btc()).price) / 1e18 < 60_200);
});

for (const kind of ['http500', 'garbage', 'spike10x']) {
	test(`all venues with '${kind}': a state, not a number, and back`, { skip, timeout }, async () => {
		const before = await btc();
		await prices.fault('all', kind);
		const bad = await until('a bad state', async () => {
			const now = await btc();
			return now.state !== 'Valid' && now;
		});
		if (kind === 'spike10x') {
			// Honest feeders who all read the same spike: far from the average of ten minutes.
			assert.equal(bad.state, 'TooVolatile');
		} else {
			assert.equal(bad.state, 'Stale');
			assert.ok((await held.chain.now()) - bad.at > 3n * ROUND);
			near(bad.price, Number(before.price) / 1e18, 1);
		}
		await prices.fault('all', 'off');
		for (const feed of Object.values(FEEDS)) await until(`feed ${feed}`, () => isValid(feed));
		near((await fresh()).price, 60_000, 2);
	});
}

test('venues that do not answer at all, until there is no quorum, and back', { skip, timeout }, async () => {
	await prices.down();
	await until('no quorum', async () => (await btc()).state === 'NoQuorum');
	await prices.up();
	await until('a price', () => isValid(FEEDS.BTC));
	for (const feed of Object.values(FEEDS)) await until(`feed ${feed}`, () => isValid(feed));
});

for (const kind of ['book_thin', 'book_crossed', 'book_bent', 'book_stale']) {
	test(`an option book with '${kind}' bends no smile`, { skip, timeout }, async () => {
		const good = await until('a good surface', async () => {
			const now = await surface(held.chain, SMILES.BTC);
			return now.rows.length >= 5 && now.rows.every(({ confidence }) => confidence > 0.9) && now;
		});
		await prices.fault('deribit', kind);
		const later = await until('two more rounds', async () => {
			const now = await surface(held.chain, SMILES.BTC);
			return now.open >= good.open + 2n && now;
		});
		let compared = 0;
		for (const row of later.rows) {
			const before = good.rows.find(({ expiry }) => expiry === row.expiry);
			if (!before) continue;
			compared++;
			row.vols.forEach((vol, point) => {
				const off = Math.abs(vol / before.vols[point] - 1);
				assert.ok(off < 0.1, `point ${point}: ${before.vols[point]} became ${vol}`);
			});
		}
		assert.ok(compared >= 4);
		await prices.fault('deribit', 'off');
		await until('a fresh surface', async () => {
			const now = await surface(held.chain, SMILES.BTC);
			return now.open > later.open && now.rows.every(({ confidence }) => confidence > 0.9);
		});
	});
}
