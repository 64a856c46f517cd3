// SPDX-License-Identifier: GPL-3.0-or-later

// The chain spec of a public test network: that of `local`, changed by the operations of
// chain-specs/testnet.json, with places that only its operators can fill.

import { Keyring } from '@polkadot/keyring';
import { u8aToHex } from '@polkadot/util';
import { cryptoWaitReady, decodeAddress } from '@polkadot/util-crypto';

const MARK = '\u0000int:';
/** Fewer feeders never make a price better than `Uncertain` on a chain that is no small network. */
const LEAST_COLLATORS = 4;
const LEAST_COUNCIL = 3;

/** JSON with whole numbers of 16 digits and more kept to the last digit. */
export function parse(text) {
	return JSON.parse(text.replace(/(?<=[:[,]\s*)-?\d{16,}(?=\s*[,\]}])/g, (digits) => `"\\u0000int:${digits}"`));
}

export const print = (value) => `${JSON.stringify(value, null, 2).replace(/"\\u0000int:(-?\d+)"/g, '$1')}\n`;

/** A whole number that is kept, as a BigInt. */
export const integer = (value) => BigInt(typeof value === 'string' ? value.replace(MARK, '') : value);

/** Apply `replace` operations of JSON Patch (RFC 6902); each must find something to replace. */
export function patched(document, operations) {
	const result = structuredClone(document);
	for (const { op, path, value } of operations) {
		if (op !== 'replace') throw new Error(`${path}: ${op} is no operation that is known here`);
		const keys = path.split('/').slice(1).map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
		const last = keys.pop();
		const owner = keys.reduce((at, key) => at?.[key], result);
		if (owner === null || typeof owner !== 'object' || !(last in owner)) throw new Error(`${path}: there is nothing to replace`);
		owner[last] = structuredClone(value);
	}
	return result;
}

/** Repeat the elements of lists that speak of "<who N…>" for each number from 1 to counts[who]. */
function expanded(value, counts) {
	if (Array.isArray(value)) {
		return value.flatMap((item) => {
			const who = /<([a-z ]+) N[:>]/.exec(JSON.stringify(item))?.[1];
			if (who === undefined) return [expanded(item, counts)];
			const text = JSON.stringify(item);
			return Array.from({ length: counts[who] }, (_, i) => JSON.parse(text.replaceAll(`<${who} N`, `<${who} ${i + 1}`)));
		});
	}
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, expanded(item, counts)]));
}

/** The template: all places are open. */
export function template(local, { operations }, counts = { collator: LEAST_COLLATORS, councillor: LEAST_COUNCIL, 'boot node': 1 }) {
	return expanded(patched(local, operations), counts);
}

/** Every place of a spec that is still open. */
export function open(value) {
	if (typeof value === 'string') return /^<.*>$/.test(value) ? [value] : [];
	if (value === null || typeof value !== 'object') return [];
	return [...new Set(Object.values(value).flatMap(open))];
}

function replaced(value, places) {
	if (typeof value === 'string') return places.get(value) ?? value;
	if (value === null || typeof value !== 'object') return value;
	if (Array.isArray(value)) return value.map((item) => replaced(item, places));
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item, places)]));
}

/**
 * A spec with what the operators know: {paraId, faucet, collators: [{account, aura, oracle}], council: [],
 * bootNodes: []}. Throws one Error that lists all that is missing or unsafe.
 */
export async function fill(local, choices, operators) {
	await cryptoWaitReady();
	const { paraId, faucet, collators = [], council = [], bootNodes = [] } = operators;
	const wrong = [];
	const left = open(operators);
	if (left.length > 0) wrong.push(`not filled in: ${left.join(', ')}`);
	if (!Number.isInteger(paraId) || paraId < 2000) wrong.push(`paraId ${paraId}: a registered id is 2000 or more`);
	if (collators.length < LEAST_COLLATORS) wrong.push(`${collators.length} collators: with fewer than ${LEAST_COLLATORS} no price is ever Valid`);
	const { desiredCandidates } = patched(local, choices.operations).genesis.runtimeGenesis.patch.collatorSelection;
	if (2 * desiredCandidates > Math.max(0, collators.length - 1)) wrong.push(`${desiredCandidates} seats for candidates: beside ${collators.length} founding collators they could keep a price back (ADR 56)`);
	if (council.length < LEAST_COUNCIL) wrong.push(`${council.length} councillors: at least ${LEAST_COUNCIL}`);
	if (bootNodes.length === 0) wrong.push('no boot node: nobody would find the chain');
	for (const node of bootNodes) {
		if (!/^\/(ip4|ip6|dns|dns4|dns6)\/[^/]+\/tcp\/\d+(\/\w+)*\/p2p\/12D3KooW\w{44}$/.test(node)) wrong.push(`boot node ${node}: not like /dns/boot.example.org/tcp/30333/p2p/12D3KooW…`);
	}
	const pairs = [
		['faucet', faucet],
		...collators.flatMap(({ account, aura, oracle }, i) => [[`collator ${i + 1}: account`, account], [`collator ${i + 1}: aura`, aura], [`collator ${i + 1}: oracle`, oracle]]),
		...council.map((who, i) => [`councillor ${i + 1}`, who]),
	];
	const owner = new Map();
	for (const [name, address] of pairs) {
		if (typeof address === 'string' && /^<.*>$/.test(address)) continue;
		const key = keyOf(address);
		if (!key) wrong.push(`${name}: ${address} is no address`);
		else if (wellKnown().has(key)) wrong.push(`${name}: ${address} is ${wellKnown().get(key)}'s, whose key everybody has`);
		else if (owner.has(key)) wrong.push(`${name} is the same key as ${owner.get(key)}`);
		else owner.set(key, name);
	}
	if (wrong.length > 0) throw new Error(`refused:\n  ${wrong.join('\n  ')}`);
	const places = new Map([['<para id>', paraId], ...pairs.map(([name, address]) => [`<${name}>`, address]), ...bootNodes.map((node, i) => [`<boot node ${i + 1}>`, node])]);
	const spec = replaced(template(local, choices, { collator: collators.length, councillor: council.length, 'boot node': bootNodes.length }), places);
	const rest = open(spec);
	if (rest.length > 0) throw new Error(`refused: the spec has places that no operator's file fills: ${rest.join(', ')}`);
	return spec;
}

function keyOf(address) {
	try {
		const key = decodeAddress(address);
		return key.length === 32 ? u8aToHex(key) : undefined;
	} catch {
		return undefined;
	}
}

let known;
/** Keys of the development accounts, by their names. */
function wellKnown() {
	const keyring = new Keyring({ type: 'sr25519' });
	const names = ['Alice', 'Bob', 'Charlie', 'Dave', 'Eve', 'Ferdie', 'One', 'Two'];
	known ??= new Map(names.flatMap((name) => [`//${name}`, `//${name}//stash`]).map((uri) => [u8aToHex(keyring.addFromUri(uri).publicKey), uri]));
	return known;
}
