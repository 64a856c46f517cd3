// SPDX-License-Identifier: GPL-3.0-or-later

// What a client built on Polkadot.js can read of the chain.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clearingAccount } from '../../lib/invariants.mjs';
import { marginAccountId } from '../../lib/ids.mjs';
import * as check from '../../lib/metadata.mjs';
import { allViews } from '../../lib/views.mjs';
import { PALLETS, skip, withNode } from './common.mjs';

const held = withNode();

test('the client speaks metadata V16 and transactions of version 4', { skip }, () => {
	const { api, metadata } = held;
	assert.equal(api.runtimeMetadata.version, 16);
	assert.equal(Number(metadata.extrinsic.versions[0]), 4);
});

test('the client does not know two extensions, and both are empty', { skip }, () => {
	const { registry, metadata } = held;
	const unknown = check.unknownExtensions(registry);
	assert.deepEqual(unknown, ['AuthorizeCall', 'StorageWeightReclaim']);
	assert.deepEqual(check.notEmpty(registry, metadata, unknown), []);
});

test('token, decimals and address format', { skip }, () => {
	const { registry } = held;
	assert.deepEqual(registry.chainTokens, ['STRD']);
	assert.deepEqual(registry.chainDecimals, [12]);
	assert.equal(registry.chainSS58, 42);
});

test('every type resolves and its default survives encoding', { skip }, () => {
	const { api, registry, metadata } = held;
	api.runtimeMetadata.getUniqTypes(true);
	assert.deepEqual(check.brokenTypes(registry, metadata), []);
	assert.deepEqual(check.brokenApis(registry, metadata), []);
});

test('our pallets are all there', { skip }, () => {
	const { api } = held;
	for (const pallet of PALLETS) {
		assert.ok(api.query[pallet] || api.tx[pallet], `no pallet ${pallet}`);
		for (const [name, error] of Object.entries(api.errors[pallet] ?? {})) {
			assert.ok(error.meta.docs.join('').trim().length > 0, `${pallet}.${name} says nothing`);
		}
	}
});

test('every call of our pallets is built, signed and read back', { skip }, () => {
	const { api, chain, registry, metadata } = held;
	const options = {
		genesisHash: api.genesisHash.toHex(),
		specVersion: api.runtimeVersion.specVersion.toNumber(),
		transactionVersion: api.runtimeVersion.transactionVersion.toNumber(),
	};
	const pallets = PALLETS.filter((pallet) => api.tx[pallet]);
	for (const pallet of PALLETS.filter((name) => name !== 'remoteVault')) {
		assert.ok(check.callsOf(registry, metadata, pallet).length > 0, `${pallet} has no calls`);
	}
	assert.deepEqual(check.brokenCalls(registry, metadata, api.tx, pallets, chain.pair('Alice'), options), []);
});

test('a fee can name a foreign asset', { skip }, async () => {
	const { api, chain, registry, metadata } = held;
	const type = check.assetIdType(metadata, registry);
	assert.ok(type, 'no ChargeAssetTxPayment');
	const asset = { parents: 1, interior: { X3: [{ Parachain: 1000 }, { PalletInstance: 50 }, { GeneralIndex: 1984 }] } };
	const bytes = registry.createType(type, asset).toHex().slice(2);
	const signed = check.signAndDecode(registry, api.tx.system.remark('0x'), chain.pair('Alice'), {
		genesisHash: api.genesisHash.toHex(),
		assetId: asset,
	});
	assert.ok(signed.toHex().includes(bytes), 'the location is not in the transaction');
});

test('all storage of our pallets can be read', { skip }, async () => {
	const { api } = held;
	for (const pallet of PALLETS.filter((name) => api.query[name])) {
		for (const [name, entry] of Object.entries(api.query[pallet])) {
			if (!entry.creator) continue;
			const { type } = entry.creator.meta;
			await assert.doesNotReject(
				type.isPlain ? entry() : entry.entriesPaged({ args: [], pageSize: 5 }),
				`${pallet}.${name}`,
			);
		}
	}
});

test('every view function answers: none is missing in the runtime', { skip }, async () => {
	const { chain, registry, metadata } = held;
	const views = allViews(metadata).filter(([pallet]) => PALLETS.includes(pallet));
	assert.ok(views.length > 0);
	for (const [pallet, view] of views) {
		const args = view.inputs.map(({ type }) => registry.createType(registry.createLookupType(type)));
		try {
			await chain.view(pallet, view.name.toString(), ...args);
		} catch (error) {
			// An answer with an error is an answer; "not found" or "codec" is not.
			assert.equal(error.name, 'CallError', `${pallet}.${view.name}: ${error.message}`);
		}
	}
});

test('addresses derived here are those that the chain derives', { skip }, async () => {
	const { api, chain } = held;
	const { address } = chain.pair('Alice');
	for (const index of [0, 1, 4_294_967_295]) {
		const there = await chain.view('margin', 'accountId', address, index);
		assert.equal(there.toString(), marginAccountId(api.genesisHash.toU8a(), address, index));
	}
	assert.equal((await chain.view('collateral', 'clearingAccount')).toHex(), clearingAccount(api));
});
