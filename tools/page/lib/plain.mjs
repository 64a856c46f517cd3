// SPDX-License-Identifier: GPL-3.0-or-later

// Answers of the chain as plain values, so that what reads them can be tried without a chain.

/**
 * A codec of Polkadot.js as a plain value: whole numbers of at most 32 bits as numbers and all others as
 * BigInt, options as their content or undefined, structs as objects, lists and tuples as arrays, maps as
 * arrays of pairs, addresses and hashes as text, bytes as UTF-8 text. An enum's variant without content
 * is its name, another one {type, value}.
 */
export function plain(codec) {
	if (codec === null || codec === undefined) return undefined;
	if (typeof codec.isSome === 'boolean') return codec.isSome ? plain(codec.unwrap()) : undefined;
	if (codec.defIndexes) {
		const empty = codec.inner === null || codec.inner === undefined || codec.inner.toRawType?.() === 'Null';
		return empty ? codec.type : { type: codec.type, value: plain(codec.inner) };
	}
	if (typeof codec.isTrue === 'boolean') return codec.isTrue;
	if (typeof codec.toBigInt === 'function') {
		const value = codec.toBigInt();
		const bits = (codec.unwrap?.() ?? codec).bitLength?.();
		return bits <= 32 ? Number(value) : value;
	}
	if (codec instanceof Map) {
		const pairs = [...codec.entries()];
		return codec.defKeys
			? Object.fromEntries(pairs.map(([key, value]) => [key, plain(value)]))
			: pairs.map(([key, value]) => [plain(key), plain(value)]);
	}
	if (codec instanceof Set) return [...codec].map(plain);
	if (Array.isArray(codec)) return Array.from(codec, plain);
	if (codec.toRawType?.() === 'Bytes') return new TextDecoder().decode(codec.toU8a(true));
	return codec.toString();
}

/** The name of an enum's variant, with content or without. */
export const variant = (value) => (typeof value === 'string' ? value : value?.type);
