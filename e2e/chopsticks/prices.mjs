// SPDX-License-Identifier: GPL-3.0-or-later

// Gives Straddle's development chain on chopsticks prices: chopsticks' off-chain workers have no HTTP, so the reports of its
// only feeder, Alice, are made and signed here. The chain checks them as it does a collator's.
//
// `npm run prices` while `npx chopsticks xcm …` runs gives it PRICES, four rounds of them: a price is valid from the third on, and
// old after five more blocks.

import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { compactAddLength, stringToU8a, u8aConcat, u8aToHex } from '@polkadot/util';
import { units } from '../lib/amounts.mjs';
import { connect } from '../lib/chain.mjs';
import { FEEDS, reading } from '../lib/market.mjs';

/** USD of each. */
export const PRICES = { USDT: '1', BTC: '60000', ETH: '3000', DOT: '5' };
const TAG = 'straddle/price-oracle/batch/v1';
/** A transaction of version 5 whose origin its extensions say, and the version of those. */
const GENERAL = new Uint8Array([0x45, 0]);

/** A call as a transaction that nobody signs: all extensions at their defaults, as a collator's worker makes it. */
function unsigned({ registry }, call) {
	const extensions = registry.metadata.extrinsic.transactionExtensions
		.map(({ type }) => registry.createType(registry.createLookupType(type)).toU8a());
	return u8aToHex(compactAddLength(u8aConcat(GENERAL, ...extensions, call.method.toU8a())));
}

/** One feeder's report for the round of the newest block; a block is made with it. */
async function report(chain, prices, feeder) {
	const { api } = chain;
	const [params, now, header] = await Promise.all([api.query.priceOracle.parameters(), chain.now(), api.rpc.chain.getHeader()]);
	const list = Object.entries(prices).map(([name, price]) => [FEEDS[name], units(price, 18)]).sort(([a], [b]) => a - b);
	const [batchType] = api.tx.priceOracle.report.meta.args;
	const batch = api.registry.createType(batchType.type.toString(), {
		feeder: 0,
		genesis: api.genesisHash,
		round: now / BigInt(params.roundMs.toString()),
		atBlock: header.number.toNumber(),
		prices: list,
	});
	const payload = u8aConcat(compactAddLength(stringToU8a(TAG)), batch.toU8a());
	const call = api.tx.priceOracle.report(batch, chain.pair(feeder).sign(payload));
	// Not by the pool: chopsticks' asks each transaction who signed it.
	await chain.rpc('dev_newBlock', [{ transactions: [unsigned(api, call)] }]);
}

/** Have prices reported in so many rounds, a block each. */
export async function givePrices(chain, prices = PRICES, { rounds = 4, feeder = 'Alice' } = {}) {
	for (let i = 0; i < rounds; i++) {
		await report(chain, prices, feeder);
		// What was reported in a block counts from the next one on.
		await chain.rpc('dev_newBlock', [{ count: 1 }]);
	}
	return Promise.all(Object.keys(prices).map(async (name) => ({ name, ...(await reading(chain, FEEDS[name])) })));
}

if (argv[1] === fileURLToPath(import.meta.url)) {
	const chain = await connect(argv[2] ?? 'ws://127.0.0.1:8100', { timeoutMs: 300_000 });
	for (const { name, price, state } of await givePrices(chain)) console.log(`${name}: ${Number(price / 10n ** 14n) / 1e4} (${state})`);
	await chain.disconnect();
	process.exit();
}
