// SPDX-License-Identifier: GPL-3.0-or-later

// `make run`: a development node with the price server and the risk page beside it, until you stop them.

import { startNode } from './lib/node.mjs';
import { startPrices } from './lib/prices.mjs';
import { startPage } from '../tools/page/server.mjs';

const prices = await startPrices({ port: 18080, seed: Number(process.env.SEED ?? 1) });
const node = await startNode({ blockTimeMs: Number(process.env.BLOCK_MS ?? 3000), rpcPort: 9944 });
const page = await startPage({ port: 9950, orAny: true, node: node.wsUrl });
console.log(`risk page:    ${page.url}`);
console.log(`price server: ${prices.url} (control API under /control)`);
console.log(`node:         ${node.wsUrl}, log ${node.logFile}`);
console.log(`Polkadot.js Apps: https://polkadot.js.org/apps/?rpc=${encodeURIComponent(node.wsUrl)}#/explorer`);
console.log('Ctrl-C ends them.');
console.log(`the node stopped: ${await node.exited}`);
await page.stop();
await prices.stop();
