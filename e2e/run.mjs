// SPDX-License-Identifier: GPL-3.0-or-later

// `make run`: a development node with the price server beside it, until you stop them.

import { startNode } from './lib/node.mjs';
import { startPrices } from './lib/prices.mjs';

const prices = await startPrices({ port: 18080, seed: Number(process.env.SEED ?? 1) });
const node = await startNode({ blockTimeMs: Number(process.env.BLOCK_MS ?? 3000), rpcPort: 9944 });
console.log(`price server: ${prices.url} (control API under /control)`);
console.log(`node:         ${node.wsUrl}, log ${node.logFile}`);
console.log(`Polkadot.js Apps: https://polkadot.js.org/apps/?rpc=${encodeURIComponent(node.wsUrl)}#/explorer`);
console.log('Ctrl-C ends both.');
console.log(`the node stopped: ${await node.exited}`);
await prices.stop();
