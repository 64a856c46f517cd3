// SPDX-License-Identifier: GPL-3.0-or-later

// The examples of docs/clients on a running node, each through the same day: two accounts, a deposit, quotes in
// volatility, an order that meets one, a request of four legs with its answer, a withdrawal, a vault's address. What
// came of it is read by the library of this folder, not by the example.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { cash, contracts, strd } from '../../lib/amounts.mjs';
import { assertInvariants } from '../../lib/invariants.mjs';
import { BTC, FEEDS, Party, USDT_ASSET, listed, nameOf, reading, volatility } from '../../lib/market.mjs';
import { startPrices } from '../../lib/prices.mjs';
import { skip as noNode, withNode } from './common.mjs';

const skip = noNode || (process.env.STRADDLE_WS && 'the price server is not ours');
let prices;
if (!skip) {
	before(async () => {
		prices = await startPrices({ port: 18080, seed: 21 });
		await prices.price('BTC', '60000');
		await prices.volatility('BTC', '0.6');
	});
	after(() => prices?.stop());
}
const held = withNode({ blockTimeMs: 600 });
const timeout = 300_000;

/** Give a key what it needs; a party that reads what it has. */
async function funded(...uris) {
	const { api, chain } = held;
	const parties = uris.map((uri) => new Party(chain, uri, uri));
	await chain.send(api.tx.utility.batchAll(parties.flatMap(({ address }) => [
		api.tx.balances.transferKeepAlive(address, strd('100')),
		api.tx.foreignAssets.transfer(USDT_ASSET, address, cash('30000')),
	])), 'Alice');
	return parties;
}

const tokens = async ({ address }) => BigInt((await held.api.query.foreignAssets.account(USDT_ASSET, address)).unwrap().balance.toString());

test('prices come', { skip, timeout }, async () => {
	const { chain } = held;
	await chain.until('prices', async () => {
		const feeds = await Promise.all([FEEDS.BTC, FEEDS.USDT].map((feed) => reading(chain, feed)));
		return feeds.every(({ state }) => state === 'Valid');
	}, { blocks: 100 });
	await chain.until('a smile', async () => {
		const [one] = (await listed(chain, BTC)).filter(({ kind }) => kind === 'Call');
		return one && (await volatility(chain, one)).state === 'Valid';
	}, { blocks: 100 });
});

for (const [name, file] of [['@polkadot/api', 'polkadot-js'], ['PAPI', 'papi']]) {
	describe(name, { skip, timeout }, () => {
		let client;
		let api;
		let keys;
		let parties;
		let fly;
		let call;

		before(async () => {
			client = await import(`../../examples/${file}.mjs`);
			api = await client.open(held.node.wsUrl);
			const uris = [`//${file}//maker`, `//${file}//taker`];
			parties = await funded(...uris);
			keys = uris.map((uri) => client.key(uri));
		}, { timeout });
		after(() => client?.close(api));

		test('accounts and deposits', async () => {
			for (const [i, party] of parties.entries()) {
				assert.equal(await client.openAccount(api, keys[i]), party.account);
				await client.deposit(api, keys[i], party.account, cash('20000'));
				assert.equal(await party.cash(), cash('20000'));
			}
		});

		test('quotes in volatility and an order that meets one', async () => {
			const [maker, taker] = parties;
			const list = await client.series(api);
			assert.equal(list.length, (await listed(held.chain, BTC)).length);
			const expiry = list.map((one) => one.expiry).reduce((a, b) => (a > b ? a : b));
			const at = (kind, strike) => list.find((one) => one.expiry === expiry && one.kind === kind && one.strike === strike * 100_000_000n);
			call = at('Call', 60_000n);
			fly = [[at('Put', 59_000n), -10_000n], [at('Call', 60_000n), 10_000n], [at('Put', 60_000n), 10_000n], [at('Call', 61_000n), -10_000n]];
			const { volatility: middle } = await volatility(held.chain, call);
			const rested = await client.quoteInVolatility(api, keys[0], maker.account, [call], contracts('1'), Math.round(middle * 1e6), 20_000);
			assert.equal(rested, 2);
			const mark = await client.mark(api, call);
			assert.ok(mark > cash('20') && mark < cash('1000'), `${mark}`);
			const limit = ((mark * 12n) / 10n / 100_000n) * 100_000n;
			const trades = await client.order(api, keys[1], taker.account, call, 'Buy', contracts('0.1'), limit, 'ImmediateOrCancel');
			assert.equal(trades.length, 1);
			assert.equal(trades[0].quantity, contracts('0.1'));
			assert.deepEqual(await taker.positions(), [[nameOf(call), contracts('0.1')]]);
		});

		test('a delegate without a token trades, the fee out of margin cash', async () => {
			const [, taker] = parties;
			const bot = client.key(`//${file}//bot`);
			await client.allow(api, keys[1], taker.account, bot.address);
			const price = ((await client.mark(api, call)) * 9n / 10n / 100_000n) * 100_000n;
			const buy = (options) =>
				client.order(api, bot, taker.account, call, 'Buy', contracts('0.01'), price, 'GoodTilCancelled', options);
			await assert.rejects(buy({}), /Inability to pay|Payment/);
			const before = await taker.cash();
			assert.deepEqual(await buy(client.FROM_MARGIN_CASH), []);
			const fee = before - (await taker.cash());
			assert.ok(fee > 0n && fee < cash('0.06'), `${fee}`);
			const { nonce, data } = await held.api.query.system.account(bot.address);
			assert.deepEqual([nonce.toNumber(), data.free.toBigInt()], [1, 0n]);
			assert.equal((await held.api.query.foreignAssets.account(USDT_ASSET, bot.address)).isNone, true);
		});

		test('what is refused has its name', async () => {
			await assert.rejects(client.order(api, keys[1], parties[1].account, call, 'Buy', contracts('0.1'), 1n), /PriceOffTick/);
			await assert.rejects(client.openAccount(api, keys[1]), /AccountExists/);
			await assert.rejects(client.release(api, keys[1], parties[1].account, 0, 1n, parties[1].address), /UnknownKind/);
		});

		test('four legs by request', async () => {
			const [maker, taker] = parties;
			const before = await taker.cash();
			const asked = await client.request(api, keys[1], taker.account, fly, 50);
			const fill = await client.answer(api, keys[0], maker.account, asked, -cash('3'));
			await client.accept(api, keys[1], asked, fill);
			const positions = new Map(await taker.positions());
			for (const [one, quantity] of fly) {
				const own = one === call ? contracts('0.1') : 0n;
				assert.equal(positions.get(nameOf(one)), quantity * 50n + own);
			}
			const paid = before - (await taker.cash());
			// 50 units at 3 each, the board's .05, and fees below the caps.
			assert.ok(paid >= cash('150.05') && paid <= cash('200.05'), `${paid}`);
			assert.equal((await held.api.query.options.requests(asked.id)).isNone, true);
		});

		test('a withdrawal, and where the vault is', async () => {
			const [, taker] = parties;
			const before = await tokens(taker);
			await client.withdraw(api, keys[1], taker.account, cash('1000'));
			assert.equal((await tokens(taker)) - before, cash('1000'));
			const view = await held.chain.view('remoteVault', 'vaultAddress', taker.account, 'Collateral');
			const { encodeAddress } = await import('@polkadot/util-crypto');
			assert.equal(await client.vault(api, taker.account), encodeAddress(view.toU8a(), 0));
		});
	});
}

const trade = `${process.env.CARGO_TARGET_DIR ?? ''}/debug/examples/trade`;
const built = existsSync(trade);
if (!built && !skip) console.error(`*** not tried: the subxt example is not built (${trade}) ***`);

test('subxt', { skip: skip || (!built && 'tools/vault/examples/trade.rs is not built'), timeout }, async () => {
	const [, taker] = await funded('//subxt//maker', '//subxt//taker');
	const { stdout } = await promisify(execFile)(trade, [held.node.wsUrl, '//subxt//maker', '//subxt//taker'], { timeout });
	assert.match(stdout, /quoted: 0 refused/);
	assert.match(stdout, /order: 1 trades/);
	assert.match(stdout, /request \d+: 2 intents filled/);
	const positions = await taker.positions();
	assert.equal(positions.length, 2);
	assert.equal(positions.reduce((sum, [, quantity]) => sum + quantity, 0n), contracts('0.3'));
	const view = await held.chain.view('remoteVault', 'vaultAddress', taker.account, 'Collateral');
	assert.ok(stdout.includes(`vault ${view.toHex()}`));
});

test("the ledger's sums hold", { skip, timeout }, () => assertInvariants(held.api));
