// SPDX-License-Identifier: GPL-3.0-or-later

// View functions of pallets. Polkadot.js 16 has no door to them, so that query ids, inputs and
// answers are put together here from the V16 metadata.

import { compactToU8a, stringCamelCase, u8aConcat, u8aToHex } from '@polkadot/util';

/** A view function in the metadata, by pallet ("priceOracle") and name ("reading"). */
export function findView(metadata, pallet, name) {
	const names = (list) => list.map((item) => stringCamelCase(item.name.toString()));
	const owner = metadata.pallets.find((p) => stringCamelCase(p.name.toString()) === stringCamelCase(pallet));
	if (!owner) throw new Error(`no pallet ${pallet}; there are ${names(metadata.pallets).join(', ')}`);
	const view = owner.viewFunctions.find((v) => stringCamelCase(v.name.toString()) === stringCamelCase(name));
	if (!view) throw new Error(`no view ${pallet}.${name}; there are ${names(owner.viewFunctions).join(', ') || 'none'}`);
	return view;
}

/** All view functions, as [pallet, view]. */
export const allViews = (metadata) =>
	metadata.pallets.flatMap((pallet) => pallet.viewFunctions.map((view) => [stringCamelCase(pallet.name.toString()), view]));

/** The argument of the runtime API: query id, then the inputs as bytes. */
export function encodeInputs(registry, view, args) {
	if (args.length !== view.inputs.length) {
		throw new Error(`${view.name} takes ${view.inputs.map((i) => i.name).join(', ') || 'nothing'}, not ${args.length} arguments`);
	}
	const inputs = view.inputs.map(({ type }, i) => registry.createType(registry.createLookupType(type), args[i]).toU8a());
	const bytes = u8aConcat(...inputs);
	return u8aToHex(u8aConcat(view.id.toU8a(), compactToU8a(bytes.length), bytes));
}

const DISPATCH_ERRORS = ['NotImplemented', 'NotFound', 'Codec'];

/** The answer, Result<Vec<u8>, ViewFunctionDispatchError>, decoded to the view's output type. */
export function decodeAnswer(registry, view, answer) {
	if (answer[0] !== 0) throw new Error(`view ${view.name}: ${DISPATCH_ERRORS[answer[1]] ?? 'unknown error'}`);
	const bytes = registry.createType('Bytes', answer.subarray(1)).toU8a(true);
	return registry.createType(registry.createLookupType(view.output), bytes);
}
