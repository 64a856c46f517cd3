// SPDX-License-Identifier: GPL-3.0-or-later

// Other parachains as seen from outside: whose accounts are there, and where they keep them.

import { Keyring } from '@polkadot/api';
import { bnToU8a, compactFromU8a, compactToU8a, hexToU8a, stringToU8a, u8aConcat, u8aToHex } from '@polkadot/util';
import { blake2AsHex, blake2AsU8a, cryptoWaitReady, decodeAddress, encodeAddress, xxhashAsU8a } from '@polkadot/util-crypto';

const u32 = (value) => bnToU8a(value, { bitLength: 32, isLe: true });

/** The address of a development key ("Alice"), before any chain is there. */
export async function wellKnown(name) {
	await cryptoWaitReady();
	return new Keyring({ type: 'sr25519', ss58Format: 42 }).addFromUri(`//${name}`).address;
}

/** The account that a parachain itself has on a sibling. */
export const sovereign = (paraId) => encodeAddress(u8aConcat(stringToU8a('sibl'), u32(paraId), new Uint8Array(24)), 42);

/** The account that an account of a parachain has on a sibling: the converter `HashedDescription` of the SDK. */
export function accountOf(paraId, id) {
	// The length of "AccountId32" with what follows it, compact.
	const tail = u8aConcat(stringToU8a('AccountId32'), decodeAddress(id));
	const described = u8aConcat(stringToU8a('SiblingChain'), compactToU8a(paraId), compactToU8a(tail.length), tail);
	return encodeAddress(blake2AsU8a(described, 256), 42);
}

/** Where a chain keeps the native balance of an account. */
export function accountKey(address) {
	const who = decodeAddress(address);
	return u8aToHex(u8aConcat(xxhashAsU8a('System', 128), xxhashAsU8a('Account', 128), blake2AsU8a(who, 128), who));
}

/** Free and reserved balance of an account, in smallest units. */
export async function balanceOf({ api }, address) {
	const { data } = await api.query.system.account(address);
	return BigInt(data.free.toString()) + BigInt(data.reserved.toString());
}

/**
 * A reserve transfer of a chain's relay token to an address on a sibling, as a program: chains that are no reserve for
 * wallets shut the pallet's own call.
 */
export function reserveTransfer(api, paraId, beneficiary, amount) {
	const token = { id: { parents: 1, interior: 'Here' }, fun: { Fungible: amount } };
	const account = { AccountId32: { network: null, id: u8aToHex(decodeAddress(beneficiary)) } };
	const program = [
		{ SetFeesMode: { jitWithdraw: true } },
		{
			TransferReserveAsset: {
				assets: [token],
				dest: { parents: 1, interior: { X1: [{ Parachain: paraId }] } },
				xcm: [
					{ BuyExecution: { fees: token, weightLimit: 'Unlimited' } },
					{ DepositAsset: { assets: { Wild: { AllCounted: 1 } }, beneficiary: { parents: 0, interior: { X1: [account] } } } },
				],
			},
		},
	];
	return api.tx.polkadotXcm.execute({ V5: program }, { refTime: 10_000_000_000n, proofSize: 1_000_000n });
}

/** Open channels between two parachains, both ways, as the relay chain's root; `sizes` as its configuration allows. */
export function openChannels(api, [a, b], { capacity, messageSize }) {
	const { hrmp, sudo, utility } = api.tx;
	const open = (from, to) => hrmp.forceOpenHrmpChannel(from, to, capacity, messageSize);
	return sudo.sudo(utility.batchAll([open(a, b), open(b, a)]));
}

/**
 * The newest head of a source that Straddle knows, at or above a block of it: {relayBlock, number, stateRoot}, or
 * undefined.
 */
export async function anchorFrom(chain, source, number) {
	const anchors = await chain.view('remoteVault', 'anchors', source);
	const known = anchors.map((one) => ({
		relayBlock: one.relayBlock.toNumber(),
		number: one.number.toNumber(),
		stateRoot: one.stateRoot.toHex(),
	}));
	return known.filter((one) => one.number >= number).pop();
}

/** The number of a head as the relay chain keeps it, in hex: a header, its parent's hash first. */
export const headNumber = (head) => compactFromU8a(hexToU8a(head).subarray(32))[1].toNumber();

/** The first relay block that includes a parachain's block `number` or a later one; relay block `known` does. */
export async function includedIn({ api }, paraId, number, known) {
	const includes = async (block) => {
		const head = await (await api.at(await api.rpc.chain.getBlockHash(block))).query.paras.heads(paraId);
		return head.isSome && headNumber(head.unwrap().toHex()) >= number;
	};
	if (!(await includes(known))) throw new Error(`relay block ${known} does not include block ${number}`);
	let first = known;
	while (first > 1 && (await includes(first - 1))) first--;
	return first;
}

/**
 * A proof as `remoteVault.prove` takes it, of the nodes that `state_getReadProof` answers for one key: from the lowest up
 * to the root, each but the first without the hash of the one before it, which was `at` there.
 */
export function compactProof(root, answer) {
	let rest = answer.map((node) => ({ node: u8aToHex(node).slice(2), hash: blake2AsHex(node, 256).slice(2) }));
	const place = (node, hash) => {
		let at = node.indexOf(hash);
		while (at % 2 > 0) at = node.indexOf(hash, at + 1);
		return at;
	};
	const nodes = [];
	let above;
	while (rest.length > 0) {
		const next = rest.find(({ hash }) => rest.every(({ node }) => place(node, hash) < 0));
		const at = above === undefined ? 0 : place(above, next?.hash ?? '');
		if (next === undefined || at < 0 || (above === undefined && `0x${next.hash}` !== root)) throw new Error('the proof is no path from the root');
		if (above !== undefined) nodes.push({ at: at / 2, bytes: `0x${above.slice(0, at)}${above.slice(at + 64)}` });
		above = next.node;
		rest = rest.filter((one) => one !== next);
	}
	return [...nodes, { at: 0, bytes: `0x${above}` }].reverse();
}

/** The call that proves what lies at an address of the source in an anchor's block. */
export async function proofCall({ api }, sibling, { account, kind, address, anchor }) {
	const hash = await sibling.api.rpc.chain.getBlockHash(anchor.number);
	const { proof } = await sibling.api.rpc.state.getReadProof([accountKey(address)], hash);
	return api.tx.remoteVault.prove(account, kind, anchor.relayBlock, compactProof(anchor.stateRoot, proof.map((node) => node.toU8a(true))));
}
