// SPDX-License-Identifier: GPL-3.0-or-later

// The few RPC methods that Polkadot.js needs to connect, over the static metadata.

import { WebSocketServer } from 'ws';
import { bnToHex } from '@polkadot/util';
import { blake2AsHex } from '@polkadot/util-crypto';
import hex from '@polkadot/types-support/metadata/v16/substrate-hex';
import { GENESIS } from './static.mjs';

const ZERO = `0x${'00'.repeat(32)}`;
const header = (number) => ({ parentHash: ZERO, number: bnToHex(number), stateRoot: ZERO, extrinsicsRoot: ZERO, digest: { logs: [] } });

/** Resolves to {url, calls, head(number), close()}; `stateCall(name, input)` answers runtime calls. */
export async function startFakeRpc(stateCall = () => '0x') {
	const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
	await new Promise((done) => server.once('listening', done));
	const calls = [];
	const followers = [];
	const methods = {
		rpc_methods: () => ({ methods: [...Object.keys(methods), 'chain_subscribeNewHeads', 'state_subscribeRuntimeVersion'] }),
		system_chain: () => 'Fake',
		system_name: () => 'fake-node',
		system_version: () => '1',
		system_properties: () => ({ ss58Format: 42, tokenDecimals: 12, tokenSymbol: 'STRD' }),
		system_chainType: () => 'Development',
		chain_getBlockHash: () => GENESIS,
		chain_getHeader: () => header(7),
		state_getRuntimeVersion: () => ({ specName: 'fake', implName: 'fake', authoringVersion: 1, specVersion: 1, implVersion: 0, apis: [[blake2AsHex('Metadata', 64), 2]], transactionVersion: 1, stateVersion: 1 }),
		state_getMetadata: () => {
			throw new Error('old metadata was asked for');
		},
		state_call: (name, input) => {
			calls.push([name, input]);
			if (name === 'Metadata_metadata_versions') return '0x0c0e0000000f00000010000000';
			if (name === 'Metadata_metadata_at_version') return hex;
			return stateCall(name, input);
		},
	};
	server.on('connection', (socket) => {
		socket.on('message', (data) => {
			const { id, method, params } = JSON.parse(data.toString());
			const answer = (rest) => socket.send(JSON.stringify({ jsonrpc: '2.0', id, ...rest }));
			if (/subscribe/i.test(method)) {
				answer({ result: `sub-${id}` });
				if (method === 'chain_subscribeNewHead' || method === 'chain_subscribeNewHeads') {
					const follow = (number) =>
						socket.send(JSON.stringify({ jsonrpc: '2.0', method: 'chain_newHead', params: { subscription: `sub-${id}`, result: header(number) } }));
					followers.push(follow);
					follow(7);
				}
				return;
			}
			try {
				if (!methods[method]) throw new Error(`no method ${method}`);
				answer({ result: methods[method](...params) });
			} catch (error) {
				answer({ error: { code: -32000, message: error.message } });
			}
		});
	});
	return {
		url: `ws://127.0.0.1:${server.address().port}`,
		calls,
		head: (number) => followers.forEach((follow) => follow(number)),
		close: () => {
			for (const client of server.clients) client.terminate();
			return new Promise((done) => server.close(done));
		},
	};
}
