// SPDX-License-Identifier: GPL-3.0-or-later

// Against vectors that the pallet's own tests write (`UPDATE_VECTORS=1 cargo test -p pallet-options`).

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { Keyring } from '@polkadot/keyring';
import { TypeRegistry } from '@polkadot/types';
import { hexToU8a, u8aEq, u8aToHex, u8aWrapBytes } from '@polkadot/util';
import { cryptoWaitReady, signatureVerify } from '@polkadot/util-crypto';
import * as intents from '../lib/intents.mjs';

const file = JSON.parse(readFileSync(new URL('intents.json', import.meta.url)));
const { specName, genesis: genesisHash, vectors } = file;
let domain;

before(async () => {
	await cryptoWaitReady();
	const registry = new TypeRegistry();
	registry.setLookup(registry.createType('PortableRegistry', file.types));
	domain = { registry, types: intents.intentTypes(registry, file.set), specName, genesisHash };
});

test('an intent is the bytes that the pallet decodes, in whatever order its legs are given', () => {
	assert.ok(vectors.length >= 3);
	for (const { intent, scale, message, id } of vectors) {
		for (const legs of [intent.legs, intent.legs.toReversed()]) {
			const bands = intent.bands.toReversed();
			const built = intents.buildIntent(domain, { ...intent, legs, bands });
			assert.equal(built.toHex(), scale);
			assert.equal(u8aToHex(intents.intentMessage(domain, built)), message);
			assert.equal(intents.intentId(domain, built), id);
		}
	}
});

test('the opposite of legs is the other side of each', () => {
	for (const { intent } of vectors) {
		const twice = intents.opposite(intents.opposite(intent.legs));
		assert.deepEqual(twice, intent.legs);
		const other = intents.buildIntent(domain, { ...intent, legs: intents.opposite(intent.legs) });
		assert.notEqual(other.toHex(), intents.buildIntent(domain, intent).toHex());
	}
});

test('each scheme signs the message and names itself and its signer', () => {
	const intent = intents.buildIntent(domain, vectors[1].intent);
	const message = intents.intentMessage(domain, intent);
	for (const [type, scheme] of [['sr25519', 'Sr25519'], ['ed25519', 'Ed25519'], ['ecdsa', 'Ecdsa'], ['ethereum', 'Eth']]) {
		const pair = new Keyring({ type }).addFromSeed(new Uint8Array(32).fill(7), {}, type);
		const fill = intents.signIntent(domain, pair, intent, 5);
		const { signer, signature } = fill.authority.asSignature;
		assert.equal(signature.type, scheme);
		const bare = signature.inner.toU8a();
		assert.ok(signatureVerify(message, bare, pair.type === 'ethereum' ? pair.addressRaw : pair.publicKey).isValid, type);
		assert.ok(u8aEq(signer.toU8a().subarray(0, 20), pair.addressRaw.subarray(0, 20)));
		// Encoding and decoding lose nothing.
		const again = domain.registry.createType(domain.types.fill, fill.toU8a());
		assert.ok(u8aEq(again.toU8a(), fill.toU8a()));
		// Polkadot.js calls the field size_; what counts is that it lies behind the intent.
		assert.equal(fill.toU8a()[intent.encodedLength], 5);
	}
});

test('a wallet signs the same bytes between its marks', async () => {
	const pair = new Keyring({ type: 'sr25519' }).addFromUri('//Alice');
	const intent = intents.buildIntent(domain, vectors[0].intent);
	// As the extension does it.
	const signer = { signRaw: async ({ data }) => ({ signature: u8aToHex(pair.sign(u8aWrapBytes(hexToU8a(data)))) }) };
	const fill = await intents.signIntentRaw(domain, signer, pair.address, intent, 1);
	const wrapped = u8aWrapBytes(intents.intentMessage(domain, intent));
	const signature = fill.authority.asSignature.signature.asSr25519.toU8a();
	assert.ok(pair.verify(wrapped, signature, pair.publicKey));
	assert.ok(intents.ownIntent(domain, intent, 1).authority.isSubmitter);
	const other = { ...pair, type: 'unknown' };
	assert.throws(() => intents.signIntent(domain, other, intent, 1), /no signature/);
});
