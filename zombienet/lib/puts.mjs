// SPDX-License-Identifier: GPL-3.0-or-later

// A short put on bitcoin, by which accounts come into auction when it falls.

import { nearestPut, sellOne } from '../../e2e/lib/liquidation.mjs';
import { BTC, FEEDS, listed, onTick, quote, reading, volatility } from '../../e2e/lib/market.mjs';
import { MINUTE, big, eventually } from './harness.mjs';

/** What bitcoin's feed reads, once that is valid. */
export const priced = (chain, timeoutMs = 3 * MINUTE) => eventually('a price', timeoutMs, async () => {
	const now = await reading(chain, FEEDS.BTC);
	return now.state === 'Valid' && now;
});

/** `seller` sells `maker` a contract of the put nearest to `price`. Resolves to the series and the one trade. */
export async function sellPut(chain, seller, maker, price) {
	const series = await eventually('a series', 2 * MINUTE, async () => nearestPut(await listed(chain, BTC), price));
	await eventually('a volatility', 5 * MINUTE, async () => (await volatility(chain, series)).state === 'Valid');
	const tick = big((await chain.view('options', 'market', BTC)).unwrap().tick);
	const { mark } = await eventually('a mark', MINUTE, async () => {
		const now = await quote(chain, series);
		return now.mark && now;
	});
	// Not far from the mark, so that the two meet each other and nobody else.
	return { series, trades: await sellOne(seller, maker, series, onTick(mark, 97, tick)) };
}
