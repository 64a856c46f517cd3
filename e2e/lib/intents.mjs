// SPDX-License-Identifier: GPL-3.0-or-later

// Signed intents: built with the types of the call's own metadata, so that what is signed is what the
// pallet decodes.

import { hexToU8a, stringToU8a, u8aConcat, u8aToHex } from '@polkadot/util';
import { blake2AsHex } from '@polkadot/util-crypto';

/** What a wallet shows first; `INTENT_PREFIX` of pallet-options. */
export const INTENT_PREFIX = 'Straddle intent v1: a trade that anyone may settle for you.\n';

const SCHEMES = { sr25519: 'Sr25519', ed25519: 'Ed25519', ecdsa: 'Ecdsa', ethereum: 'Eth' };

/** The client's names of the types of a fill and of its intent, by the metadata of settleIntents' argument. */
export function intentTypes(registry, setTypeId) {
	const def = (id) => registry.lookup.getSiType(id).def;
	// BoundedVec<IntentFill> is a composite of one Vec.
	const set = def(setTypeId);
	const list = set.isComposite ? def(set.asComposite.fields[0].type) : set;
	const fill = list.asSequence.type;
	const intent = def(fill).asComposite.fields.find(({ name }) => name.unwrap().toString() === 'intent');
	return { fill: registry.createLookupType(fill), intent: registry.createLookupType(intent.type) };
}

/** Everything that signing needs of a connection. */
export async function intentDomain(api) {
	const [set] = api.tx.options.settleIntents.meta.fields;
	return {
		registry: api.registry,
		types: intentTypes(api.registry, set.type),
		specName: api.runtimeVersion.specName.toString(),
		genesisHash: api.genesisHash.toHex(),
	};
}

const KINDS = ['future', 'call', 'put'];
const rank = (leg) => {
	const [[name, of]] = Object.entries(leg);
	switch (name.toLowerCase()) {
		case 'contracts': {
			const { underlying, expiry, strike, kind } = of.series;
			return [0, underlying, expiry, strike, KINDS.indexOf(String(kind).toLowerCase())].map(BigInt);
		}
		case 'lot':
			return [1n, BigInt(of.kind)];
		default:
			return [2n];
	}
};

function compare(a, b) {
	for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
		if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1;
	}
	return a.length - b.length;
}

/** Legs in the order that the pallet asks for: contracts by series, lots by kind, cash. */
export const sortLegs = (legs) => [...legs].sort((a, b) => compare(rank(a), rank(b)));

/** The other side of legs. */
export const opposite = (legs) =>
	legs.map((leg) => {
		const [[name, of]] = Object.entries(leg);
		const field = name.toLowerCase() === 'contracts' ? 'quantity' : 'amount';
		return { [name]: { ...of, [field]: (-BigInt(of[field])).toString() } };
	});

/** An intent as the chain's type; `fields` are those of the pallet's `Intent` in camel case. */
export function buildIntent({ registry, types }, fields) {
	const bands = [...(fields.bands ?? [])].sort((a, b) => Number(a.underlying) - Number(b.underlying));
	return registry.createType(types.intent, { taker: null, ...fields, bands, legs: sortLegs(fields.legs) });
}

/** The bytes that are signed. */
export function intentMessage({ registry, specName, genesisHash }, intent) {
	return u8aConcat(
		stringToU8a(INTENT_PREFIX),
		registry.createType('Text', specName).toU8a(),
		hexToU8a(genesisHash),
		intent.toU8a(),
	);
}

/** The intent's name in events and on the request board. */
export const intentId = (domain, intent) => blake2AsHex(intentMessage(domain, intent), 256);

const fillOf = ({ registry, types }, intent, size, authority) => registry.createType(types.fill, { intent, size, authority });

/** A fill of `size` units, signed by a key pair. */
export function signIntent(domain, pair, intent, size) {
	const scheme = SCHEMES[pair.type];
	if (!scheme) throw new Error(`no signature of type ${pair.type}`);
	const signature = { [scheme]: pair.sign(intentMessage(domain, intent)) };
	return fillOf(domain, intent, size, { Signature: { signer: signerOf(pair), signature } });
}

/**
 * The same by a wallet: `signer` is the injected one of a browser's extension, which puts <Bytes> around
 * what it signs; `type` is the key's.
 */
export async function signIntentRaw(domain, signer, address, intent, size, type = 'sr25519') {
	const data = u8aToHex(intentMessage(domain, intent));
	const { signature } = await signer.signRaw({ address, data, type: 'bytes' });
	return fillOf(domain, intent, size, { Signature: { signer: address, signature: { [SCHEMES[type]]: signature } } });
}

/** A fill that needs no signature: who sends the call stands for it. */
export const ownIntent = (domain, intent, size) => fillOf(domain, intent, size, 'Submitter');

/** An Ethereum key's account on the chain: its address, filled up with 0xee. */
const signerOf = (pair) => (pair.type === 'ethereum' ? u8aConcat(pair.addressRaw, new Uint8Array(12).fill(0xee)) : pair.addressRaw);
