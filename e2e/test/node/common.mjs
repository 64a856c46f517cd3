// SPDX-License-Identifier: GPL-3.0-or-later

// One node for a file of tests. STRADDLE_WS names a running one instead; STRADDLE_NO_NODE=1 is the
// only way to go without, and says so.

import { after, before } from 'node:test';
import { connect } from '../../lib/chain.mjs';
import { startNode } from '../../lib/node.mjs';

export const skip = process.env.STRADDLE_NO_NODE === '1' ? 'STRADDLE_NO_NODE=1: nothing is tried on a node' : false;
if (skip) console.error(`\n*** SKIPPED: ${skip} ***\n`);

/** Our pallets, as the client names them. */
export const PALLETS = ['priceOracle', 'margin', 'collateral', 'remoteVault', 'options', 'liquidation'];

/** Start a node before the file's tests and stop it after them; gives an object that holds it. */
export function withNode(options = {}) {
	const held = {};
	if (skip) return held;
	before(
		async () => {
			if (!process.env.STRADDLE_WS) held.node = await startNode(options);
			held.chain = await connect(process.env.STRADDLE_WS ?? held.node.wsUrl);
			held.api = held.chain.api;
			held.registry = held.api.registry;
			held.metadata = held.api.registry.metadata;
		},
		{ timeout: 600_000 },
	);
	after(async () => {
		await held.chain?.disconnect();
		await held.node?.stop();
	});
	return held;
}
