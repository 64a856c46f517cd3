// SPDX-License-Identifier: GPL-3.0-or-later

// What a client must be able to do with the chain's metadata; each check gives a list of what it
// found wrong, empty if all is well.

import { GenericExtrinsic } from '@polkadot/types';
import { findUnknownExtensions } from '@polkadot/types/extrinsic/signedExtensions';
import { stringCamelCase, u8aEq } from '@polkadot/util';
import { decodeAddress } from '@polkadot/util-crypto';

/** Transaction extensions that Polkadot.js does not know, sorted. */
export const unknownExtensions = (registry) => [...findUnknownExtensions(registry.signedExtensions)].sort();

/** Extensions among `names` that are not empty: a client that skips those would sign wrongly. */
export function notEmpty(registry, metadata, names) {
	const width = (type) => registry.createType(registry.createLookupType(type)).toU8a().length;
	return metadata.extrinsic.transactionExtensions
		.filter(({ identifier }) => names.includes(identifier.toString()))
		.filter(({ type, implicit }) => width(type) + width(implicit) > 0)
		.map(({ identifier }) => identifier.toString());
}

/** The client's name for the type of a fee's asset, Option<…>, as the chain has it. */
export function assetIdType(metadata, registry) {
	const extension = metadata.extrinsic.transactionExtensions.find(
		({ identifier }) => identifier.toString() === 'ChargeAssetTxPayment',
	);
	if (!extension) return undefined;
	const { def } = registry.lookup.getSiType(extension.type);
	const field = def.isComposite && def.asComposite.fields.find(({ name }) => name.unwrapOr('').toString() === 'asset_id');
	return field ? registry.createLookupType(field.type) : undefined;
}

/** Types that do not resolve, or whose default value does not survive encoding and decoding. */
export function brokenTypes(registry, metadata) {
	const broken = [];
	for (const { id, type } of metadata.lookup.types) {
		const name = registry.createLookupType(id);
		const label = `${name} ${type.path.map(String).join('::')}`;
		if (isOuter(type)) continue;
		try {
			if (isCompactNothing(registry, type)) continue;
			const bytes = registry.createType(name).toU8a();
			const again = registry.createType(name, bytes);
			if (again.encodedLength !== bytes.length || !u8aEq(again.toU8a(), bytes)) broken.push(`${label}: changed`);
			again.toHuman();
		} catch (error) {
			broken.push(`${label}: ${error.message}`);
		}
	}
	return broken;
}

const last = ({ path }) => String(path.at(-1) ?? '');
const isCall = (type) => last(type) === 'RuntimeCall';
/** The client has types of its own for these, without a default; their parts are checked one by one. */
const isOuter = (type) => ['RuntimeCall', 'RuntimeEvent', 'EventRecord', 'UncheckedExtrinsic'].includes(last(type));

/** Compact<()>, the index in MultiAddress<AccountId, ()>: Polkadot.js cannot make one, nor can anybody use it. */
function isCompactNothing(registry, { def }) {
	if (!def?.isCompact) return false;
	const inner = registry.lookup.getSiType(def.asCompact.type).def;
	return inner.isTuple && inner.asTuple.length === 0;
}

/** Runtime API methods and view functions whose inputs or outputs do not resolve. */
export function brokenApis(registry, metadata) {
	const uses = [
		...metadata.apis.flatMap((api) => api.methods.map((method) => [`${api.name}.${method.name}`, method])),
		...metadata.pallets.flatMap((p) => p.viewFunctions.map((view) => [`${p.name}.${view.name}`, view])),
	];
	const broken = [];
	for (const [label, { inputs, output }] of uses) {
		try {
			for (const { type } of inputs) registry.lookup.getTypeDef(type);
			registry.lookup.getTypeDef(output);
		} catch (error) {
			broken.push(`${label}: ${error.message}`);
		}
	}
	return broken;
}

/** Metadata of the calls of a pallet ("priceOracle"), as [camelCase name, fields]. */
export function callsOf(registry, metadata, pallet) {
	const found = metadata.pallets.find((p) => stringCamelCase(p.name.toString()) === pallet);
	if (!found) throw new Error(`no pallet ${pallet}`);
	if (found.calls.isNone) return [];
	return registry.lookup
		.getSiType(found.calls.unwrap().type)
		.def.asVariant.variants.map(({ name, fields }) => [stringCamelCase(name.toString()), fields]);
}

/**
 * Plain arguments for a call: the default of each field, or with `full` one default element in
 * each list, so that the elements' types are tried too.
 */
export function plainArgs(registry, fields, { full = false } = {}) {
	return fields.map(({ type }) => {
		if (isCall(registry.lookup.getSiType(type))) return registry.createType('Call', someCall(registry));
		const value = registry.createType(registry.createLookupType(type));
		const { def } = registry.lookup.getSiType(inside(registry, type));
		if (!full || !def.isSequence) return value;
		const element = registry.createType(registry.createLookupType(def.asSequence.type));
		return registry.createType(registry.createLookupType(type), [element]);
	});
}

/** The list inside a wrapper with one field, such as BoundedVec, or the type itself. */
function inside(registry, type) {
	const found = registry.lookup.getSiType(type);
	const bounded = /^(Weak)?BoundedVec$/.test(last(found)) && found.def.isComposite;
	return bounded ? found.def.asComposite.fields[0].type : type;
}

/** The lowest call of the chain with its default arguments (on most chains system.remark). */
function someCall(registry) {
	return registry.createType('Call').toU8a();
}

/** The fixed parts of a signature that does not need a chain. */
export function offlineOptions(registry, { genesisHash, specVersion = 1, transactionVersion = 1, nonce = 0, assetId }) {
	return {
		assetId,
		blockHash: genesisHash,
		era: registry.createType('ExtrinsicEra', '0x00'),
		genesisHash,
		nonce,
		runtimeVersion: registry.createType('RuntimeVersionPartial', { specVersion, transactionVersion }),
		signedExtensions: registry.signedExtensions,
		tip: 0,
		version: 4,
	};
}

/** Sign a call and read it back from its bytes. Throws with the reason if anything differs. */
export function signAndDecode(registry, call, pair, options) {
	const signed = new GenericExtrinsic(registry, call, { version: 4 });
	signed.sign(pair, offlineOptions(registry, options));
	const decoded = new GenericExtrinsic(registry, signed.toU8a());
	const name = (x) => `${x.method.section}.${x.method.method}`;
	if (!decoded.isSigned) throw new Error('the signature is gone');
	if (!u8aEq(decodeAddress(decoded.signer.toString()), pair.publicKey)) throw new Error(`another signer: ${decoded.signer}`);
	if (name(decoded) !== name(signed)) throw new Error(`${name(signed)} came back as ${name(decoded)}`);
	if (!u8aEq(decoded.method.toU8a(), signed.method.toU8a())) throw new Error('the arguments changed');
	if (!u8aEq(decoded.toU8a(), signed.toU8a())) throw new Error('the bytes changed');
	decoded.toHuman();
	return decoded;
}

/** Each call of these pallets that cannot be built, signed and read back, with the reason. */
export function brokenCalls(registry, metadata, tx, pallets, pair, options) {
	const broken = [];
	for (const pallet of pallets) {
		for (const [name, fields] of callsOf(registry, metadata, pallet)) {
			for (const full of [false, true]) {
				try {
					const call = tx[pallet][name](...plainArgs(registry, fields, { full }));
					signAndDecode(registry, call, pair, options);
				} catch (error) {
					broken.push(`${pallet}.${name}${full ? ' with filled lists' : ''}: ${error.message}`);
				}
			}
		}
	}
	return broken;
}
