// SPDX-License-Identifier: GPL-3.0-or-later

// What a network is made of: binaries, blobs, and the specs of both chains.

import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parameterKey } from '../../e2e/lib/ids.mjs';
import { startNode } from '../../e2e/lib/node.mjs';

const SPEC_BYTES = 512 * 2 ** 20;

/** What the network's chain has otherwise than the preset: a test cannot wait for days or hours. */
export const TIMELOCK_BLOCKS = 5;
export const SESSION_BLOCKS = 6;

/** Files of the cache that a network needs; throws with what to do if one is missing. */
export function artefacts(env = process.env) {
	const target = env.CARGO_TARGET_DIR ?? '';
	const cache = env.STRADDLE_CACHE ?? '';
	const files = {
		straddleNode: env.STRADDLE_NODE ?? join(target, 'debug/straddle-node'),
		relayNode: join(target, 'debug/polkadot'),
		prepareWorker: join(target, 'debug/polkadot-prepare-worker'),
		executeWorker: join(target, 'debug/polkadot-execute-worker'),
		relayBlob: join(cache, 'relay/westend.wasm'),
		nextBlob: join(cache, 'relay/straddle-next.wasm'),
	};
	const missing = Object.values(files).filter((file) => !existsSync(file));
	if (missing.length > 0) throw new Error(`not built: ${missing.join(', ')}; make relay builds them`);
	return files;
}

/**
 * A plain spec with the preset's timelock replaced. It is text, not JSON, that is changed: balances
 * do not fit in JavaScript's numbers.
 */
export function withTimelock(plain, blocks) {
	const pattern = /("timelock": )\d+/g;
	const found = plain.match(pattern)?.length ?? 0;
	if (found !== 1) throw new Error(`the spec has ${found} timelocks, not one`);
	return plain.replace(pattern, `$1${blocks}`);
}

/** A raw spec with sessions of so many blocks. */
export function withSessions(raw, blocks) {
	const spec = JSON.parse(raw);
	const value = Buffer.alloc(4);
	value.writeUInt32LE(blocks);
	spec.genesis.raw.top[parameterKey('SessionPeriod')] = `0x${value.toString('hex')}`;
	return JSON.stringify(spec);
}

/**
 * A genesis header, encoded: no parent, number 0, no digest. `export-genesis-head` would print it, but
 * it insists on RocksDB, which our node is built without.
 */
export function genesisHead({ parentHash, number, stateRoot, extrinsicsRoot, digest }) {
	if (Number(number) !== 0 || digest.logs.length > 0) throw new Error('that is no genesis header');
	return `0x${[parentHash, '0x00', stateRoot, extrinsicsRoot, '0x00'].map((part) => part.slice(2)).join('')}`;
}

/** What a node that is started for it says of its chain's first block. */
async function askGenesis(binary, chain, dir) {
	const node = await startNode({ binary, blockTimeMs: 600_000, extra: ['--chain', chain], logFile: join(dir, 'genesis.log') });
	try {
		return await node.rpc('chain_getHeader', [await node.rpc('chain_getBlockHash', [0])]);
	} finally {
		await node.stop();
	}
}

/** Write both chains' specs into `dir`, and what the relay chain must know of ours. */
export async function writeSpecs(dir, { straddleNode, relayBlob }) {
	const run = (...args) => execFileSync(straddleNode, args, { maxBuffer: SPEC_BYTES, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
	const [relay, plain, raw] = ['relay.json', 'straddle-plain.json', 'straddle.json'].map((name) => join(dir, name));
	run('chain-spec-builder', '-c', relay, 'create', '-n', 'Westend Local', '-i', 'westend_local',
		'-t', 'local', '-r', relayBlob, 'named-preset', 'local_testnet');
	writeFileSync(plain, withTimelock(run('export-chain-spec', '--chain', 'local'), TIMELOCK_BLOCKS));
	writeFileSync(raw, withSessions(run('export-chain-spec', '--chain', plain, '--raw'), SESSION_BLOCKS));
	const [head, code] = ['genesis-head', 'genesis-code'].map((name) => join(dir, name));
	writeFileSync(head, genesisHead(await askGenesis(straddleNode, raw, dir)));
	writeFileSync(code, run('export-genesis-wasm', '--chain', raw));
	return { relay, straddle: raw, head, code };
}
