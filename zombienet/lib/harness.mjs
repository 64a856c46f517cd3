// SPDX-License-Identifier: GPL-3.0-or-later

// What every network's test does with its nodes.

import { connect, event } from '../../e2e/lib/chain.mjs';
import { checkLedger, readLedger } from '../../e2e/lib/invariants.mjs';
import { sleep } from '../../e2e/lib/node.mjs';
import { aura } from './figures.mjs';

export const MINUTE = 60_000;
export const big = (value) => BigInt(value.toString());
const hex = (bytes) => `0x${Buffer.from(bytes).toString('hex')}`;

/** Ask every second until there is an answer. */
export async function eventually(what, timeoutMs, probe) {
	const last = Date.now() + timeoutMs;
	for (;;) {
		const value = await probe();
		if (value) return value;
		if (Date.now() > last) throw new Error(`no ${what} within ${timeoutMs / 1000} s`);
		await sleep(1000);
	}
}

/** Connections to nodes of a network, once they answer. */
export function connectTo(network, names) {
	return Promise.all(names.map(async (name) => {
		const url = network.url(name);
		await eventually(`answer of ${name}`, 4 * MINUTE, () => answers(url));
		return connect(url);
	}));
}

/** Whether anything listens there: Polkadot.js would complain of each try. */
function answers(url) {
	return fetch(url.replace(/^ws/, 'http')).then(() => true, () => false);
}

/**
 * Wait for a version of the runtime; resolves to the last block that the one before it made, from `from` on. Asks by calls that
 * need no metadata: Polkadot.js reads with old metadata when the runtime changes under it, so connect anew afterwards.
 */
export async function upgraded({ api }, version, { from, timeoutMs }) {
	const versionAt = async (...at) => (await api.rpc.state.getRuntimeVersion(...at)).specVersion.toNumber();
	await eventually(`version ${version}`, timeoutMs, async () => (await versionAt()) === version);
	for (let number = from; ; number++) {
		if ((await versionAt(await api.rpc.chain.getBlockHash(number))) === version) return number;
	}
}

/** Number of the newest finalised block. */
export async function finalised({ api }) {
	return (await api.rpc.chain.getHeader(await api.rpc.chain.getFinalizedHead())).number.toNumber();
}

/** Who authored these blocks: {place, key}, the place in the set of authorities from 1, the key in hex. */
async function authors({ api }, from, to) {
	const blocks = Array.from({ length: to - from + 1 }, (_, i) => from + i);
	return Promise.all(blocks.map(async (number) => {
		const hash = await api.rpc.chain.getBlockHash(number);
		const [header, at] = await Promise.all([api.rpc.chain.getHeader(hash), api.at(hash)]);
		const authorities = await at.query.aura.authorities();
		const place = Number(aura(header) % BigInt(authorities.length));
		return { place: place + 1, key: authorities[place].toHex() };
	}));
}

/** Who authored these blocks, by the place in the set of authorities, from 1. */
export const authorsOf = async (chain, from, to) => (await authors(chain, from, to)).map(({ place }) => place);

/** The same by the names of development keys; one that is none of them is told in hex. */
export async function namesOf(chain, from, to, names) {
	const known = new Map(names.map((name) => [hex(chain.pair(name).publicKey), name]));
	return (await authors(chain, from, to)).map(({ key }) => known.get(key) ?? key);
}

/** The next round of prices with so many reports. */
export async function roundOf(chain, reports, { blocks = 30 } = {}) {
	const found = await chain.waitForEvent('priceOracle.RoundFinished', {
		where: (data) => Number(data.reports) === reports && data.feeds.length > 0,
		blocks,
	});
	return { reports: Number(found.data.reports) };
}

/** Put an owner's keys, one for blocks and one for prices, into the keystore of his node. */
export async function giveKeys(chain, owner, types = ['aura', 'orac']) {
	const key = hex(chain.pair(owner).publicKey);
	for (const type of types) await chain.rpc('author_insertKey', [type, `//${owner}`, key]);
}

/** Write a text into the local storage of a node, for its workers. */
export function putLocal(chain, name, text) {
	return chain.rpc('offchain_localStorageSet', ['PERSISTENT', hex(Buffer.from(name)), hex(Buffer.from(text))]);
}

/** Whether an extrinsic, in hex as blocks have it, is one that nobody signed and that its own call authorises. */
export function isGeneral(extrinsic) {
	const bytes = Buffer.from(extrinsic.slice(2), 'hex');
	// After its length, compact.
	const at = [1, 2, 4][bytes[0] & 3] ?? (bytes[0] >> 2) + 5;
	return bytes[at] === 0x45;
}

/** Two of three councillors ask for a call as root; resolves when it waits for the timelock. */
export async function askCouncil(chain, call) {
	const { api } = chain;
	const motion = api.tx.governance.propose(call, true);
	const options = { timeoutMs: 2 * MINUTE };
	const length = motion.method.encodedLength + 4;
	const proposed = event(await chain.send(api.tx.council.propose(2, motion, length), 'Alice', options), 'council.Proposed');
	const { proposalIndex: index, proposalHash } = proposed;
	await Promise.all(['Alice', 'Bob'].map((who) => chain.send(api.tx.council.vote(proposalHash, index, true), who, options)));
	const weight = { refTime: 50_000_000_000n, proofSize: 1_000_000n };
	const closed = await chain.send(api.tx.council.close(proposalHash, index, weight, length), 'Alice', options);
	event(closed, 'governance.Waiting');
}

/** Check the ledger's sums from outside. */
export async function sums(told, chain, when) {
	const results = checkLedger(await readLedger(chain.api));
	const broken = results.filter(({ ok }) => !ok);
	await told.check(`${results.length} sums of the ledger hold ${when}${broken.map((one) => `; ${one.text}`).join('')}`, broken.length === 0);
}
