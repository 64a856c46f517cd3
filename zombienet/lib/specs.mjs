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

/** Files of the cache that a network needs, also of a sibling if one is named; throws with what to do if one is missing. */
export function artefacts(env = process.env, sibling = undefined) {
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
	if (sibling) {
		files.siblingBlob = join(cache, `relay/${sibling}.wasm`);
		files.vaultTool = join(target, 'debug/straddle-vault');
	}
	const missing = Object.values(files).filter((file) => !existsSync(file));
	if (missing.length > 0) {
		const how = missing.includes(files.siblingBlob) ? `scripts/siblings ${sibling}, make vault and make relay build` : 'make relay and, beside a sibling, make vault build';
		throw new Error(`not built: ${missing.join(', ')}; ${how} them`);
	}
	return files;
}

/** A text with one place of it replaced; throws if there is not exactly one. */
function withOne(plain, pattern, what, by) {
	const found = plain.match(new RegExp(pattern.source, `g${pattern.flags}`))?.length ?? 0;
	if (found !== 1) throw new Error(`the spec has ${found} ${what}, not one`);
	return plain.replace(pattern, by);
}

/** A plain spec whose collators, with keys for blocks and for prices, are these. */
export function withOwners(plain, owners) {
	const keys = owners.map((one) => [one, one, { aura: one, oracle: one }]);
	const block = (name) => new RegExp(`^(\\s*)"${name}": \\[[\\s\\S]*?^\\1\\]`, 'm');
	const invulnerable = withOne(plain, block('invulnerables'), 'lists of collators', `"invulnerables": ${JSON.stringify(owners)}`);
	return withOne(invulnerable, block('keys'), 'lists of session keys', `"keys": ${JSON.stringify(keys)}`);
}

/** A plain spec of a network that takes prices as a public one does: from three reports at least. */
export function withQuorum(plain) {
	return withOne(plain, /"smallNetwork": true/, 'small networks', '"smallNetwork": false');
}

/**
 * A plain spec with the preset's timelock replaced. It is text, not JSON, that is changed: balances
 * do not fit in JavaScript's numbers.
 */
export function withTimelock(plain, blocks) {
	return withOne(plain, /("timelock": )\d+/, 'timelocks', `$1${blocks}`);
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

/**
 * Genesis of a sibling under this id, laid over its runtime's defaults, as text: one collator, and so much of its
 * token for each of `rich`.
 */
export function siblingGenesis(paraId, collator, rich, amount) {
	const others = JSON.stringify({
		parachainInfo: { parachainId: paraId },
		collatorSelection: { invulnerables: [collator] },
		session: { keys: [[collator, collator, { aura: collator }]] },
		polkadotXcm: { safeXcmVersion: 5 },
	});
	const balances = rich.map((who) => `["${who}",${amount}]`).join(',');
	return `${others.slice(0, -1)},"balances":{"balances":[${balances}]}}`;
}

/**
 * Write the chains' specs into `dir`, and what the relay chain must know of each. `owners` are the addresses of
 * collators where they are not the preset's; `sibling` is {paraId, genesis} of a second parachain.
 */
export async function writeSpecs(dir, { straddleNode, relayBlob, siblingBlob }, { owners, sibling } = {}) {
	const run = (...args) => execFileSync(straddleNode, args, { maxBuffer: SPEC_BYTES, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
	const file = (name) => join(dir, name);
	const genesisOf = async (name, raw) => {
		writeFileSync(file(`${name}-head`), genesisHead(await askGenesis(straddleNode, raw, dir)));
		writeFileSync(file(`${name}-code`), run('export-genesis-wasm', '--chain', raw));
		return { spec: raw, head: file(`${name}-head`), code: file(`${name}-code`) };
	};
	run('chain-spec-builder', '-c', file('relay.json'), 'create', '-n', 'Westend Local', '-i', 'westend_local',
		'-t', 'local', '-r', relayBlob, 'named-preset', 'local_testnet');

	let plain = withTimelock(run('export-chain-spec', '--chain', 'local'), TIMELOCK_BLOCKS);
	if (owners) plain = withQuorum(withOwners(plain, owners));
	writeFileSync(file('straddle-plain.json'), plain);
	writeFileSync(file('straddle.json'), withSessions(run('export-chain-spec', '--chain', file('straddle-plain.json'), '--raw'), SESSION_BLOCKS));
	const specs = { relay: file('relay.json'), straddle: await genesisOf('straddle', file('straddle.json')) };
	if (!sibling) return specs;

	writeFileSync(file('sibling-genesis.json'), sibling.genesis);
	run('chain-spec-builder', '-c', file('sibling-plain.json'), 'create', '-n', 'Sibling', '-i', 'sibling-local', '-t', 'local',
		'--relay-chain', 'westend-local', '--para-id', String(sibling.paraId), '-r', siblingBlob, 'patch', file('sibling-genesis.json'));
	writeFileSync(file('sibling.json'), run('export-chain-spec', '--chain', file('sibling-plain.json'), '--raw'));
	return { ...specs, sibling: await genesisOf('sibling', file('sibling.json')) };
}
