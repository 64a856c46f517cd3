// SPDX-License-Identifier: GPL-3.0-or-later

// A development chain with something on it: prices, a maker, a trader who is short a call and owns DOT.

import { connect as connectTo, createServer } from 'node:net';
import { cash, contracts, units } from '../../../../e2e/lib/amounts.mjs';
import { connect } from '../../../../e2e/lib/chain.mjs';
import { BTC, DOT_ASSET, FEEDS, Party, USDT, listed, onTick, quote, reading, volatility } from '../../../../e2e/lib/market.mjs';
import { Node, nodePath, startNode } from '../../../../e2e/lib/node.mjs';
import { startPrices } from '../../../../e2e/lib/prices.mjs';

const MINUTE = 60_000n;
const hex = (text) => `0x${Buffer.from(text).toString('hex')}`;

/** A port that is free now. */
export const freePort = () =>
	new Promise((resolve, reject) => {
		const server = createServer().once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address();
			server.close(() => resolve(port));
		});
	});

/** A node that runs already: nothing was done on it yet, and it is not stopped. */
const running = (wsUrl) => {
	const node = new Node(nodePath());
	return Object.assign(node, { wsUrl, httpUrl: wsUrl.replace(/^ws/, 'http'), stop: async () => {} });
};

/** A line to a node that can be cut and mended: to who reads the node, it goes away and comes back. */
export async function lineTo(wsUrl) {
	const { hostname, port } = new URL(wsUrl);
	const line = { url: `ws://127.0.0.1:${await freePort()}` };
	const sockets = new Set();
	let server;
	line.mend = () =>
		new Promise((resolve, reject) => {
			server = createServer((near) => {
				const far = connectTo(Number(port), hostname);
				for (const socket of [near, far]) {
					sockets.add(socket);
					socket.on('error', () => {}).once('close', () => sockets.delete(socket));
				}
				near.pipe(far).pipe(near);
			});
			server.once('error', reject).listen(Number(new URL(line.url).port), '127.0.0.1', resolve);
		});
	line.cut = () =>
		new Promise((resolve) => {
			server.close(resolve);
			for (const socket of sockets) socket.destroy();
		});
	await line.mend();
	return line;
}

/** Start node and prices; resolves to {node, prices, chain, stop}. */
export async function startChain({ blockTimeMs = 1000, ...options } = {}) {
	const prices = await startPrices({ port: 0, seed: 7 });
	let node;
	let chain;
	const stop = async () => {
		await chain?.disconnect().catch(() => {});
		await node?.stop();
		await prices.stop();
	};
	try {
		node = process.env.STRADDLE_WS ? running(process.env.STRADDLE_WS) : await startNode({ blockTimeMs, rpcPort: await freePort(), timeoutMs: 900_000, ...options });
		// The price server's own port, so that another's on this machine is not in the way.
		await node.rpc('offchain_localStorageSet', ['PERSISTENT', hex('straddle::oracle::base'), hex(prices.url)]);
		chain = await connect(node.wsUrl);
		return { node, prices, chain, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/** Make the market; resolves to {maker, trader, call, tick}. */
export async function populate({ chain, prices }) {
	await prices.price('BTC', '60000');
	await prices.volatility('BTC', '0.6');
	const maker = new Party(chain, 'maker', 'Bob');
	const trader = new Party(chain, 'trader', 'Dave');
	await Promise.all([maker.open(), trader.open()]);
	await Promise.all([maker.deposit(USDT, cash('500000')), trader.deposit(USDT, cash('5300'))]);
	await chain.send(chain.api.tx.foreignAssets.transfer(DOT_ASSET, { Id: trader.account }, units('1000', 10)), 'Dave');
	await chain.until('a price', async () => (await reading(chain, FEEDS.BTC)).state === 'Valid');
	const strike = units('60000', 8);
	const call = await chain.until('a listed call that lasts', async () => {
		const now = await chain.now();
		const all = await listed(chain, BTC);
		return all.filter((one) => one.kind === 'Call' && one.strike === strike && one.expiry >= now + 12n * MINUTE).sort((a, b) => Number(a.expiry - b.expiry))[0];
	});
	await chain.until('a surface', async () => (await volatility(chain, call)).state === 'Valid');
	const { mark } = await quote(chain, call);
	const tick = 100_000n;
	const at = (percent) => onTick(mark, percent, tick);
	await maker.order(call, 'Buy', contracts('3'), at(97), { how: 'PostOnly' });
	await maker.order(call, 'Buy', contracts('1.5'), at(94), { how: 'PostOnly' });
	await maker.order(call, 'Sell', contracts('2'), at(103), { how: 'PostOnly' });
	await maker.order(call, 'Sell', contracts('4'), at(106), { how: 'PostOnly' });
	await trader.order(call, 'Sell', contracts('1'), at(97));
	await maker.setMode('Portfolio');
	await chain.until('the sweep of the DOT', async () => (await trader.health()).lots > 0n);
	return { maker, trader, call, tick };
}
