// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Keyring } from '@polkadot/keyring';
import { u8aToHex } from '@polkadot/util';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { CallError, errorName, innerError } from '../lib/errors.mjs';
import * as check from '../lib/metadata.mjs';
import { allViews, decodeAnswer, encodeInputs, findView } from '../lib/views.mjs';
import { ASSET_HUB, GENESIS, staticChain } from './static.mjs';

let chain;
let alice;
before(async () => {
	await cryptoWaitReady();
	chain = staticChain();
	alice = new Keyring({ type: 'sr25519' }).addFromUri('//Alice');
});

test('unknown extensions are found, and whether they are empty', () => {
	const { registry, metadata } = chain;
	assert.deepEqual(check.unknownExtensions(registry), ['AuthorizeCall']);
	assert.deepEqual(check.notEmpty(registry, metadata, ['AuthorizeCall', 'WeightReclaim', 'CheckNonce']), ['CheckNonce']);
});

test('the type of a fee asset comes from the metadata', () => {
	const { registry, metadata } = chain;
	const type = check.assetIdType(metadata, registry);
	assert.equal(u8aToHex(registry.createType(type, { WithId: 7 }).toU8a()), '0x010107000000');
	// Signed with that type, the extension's bytes are the chain's: tip, then the asset.
	registry.register({ TAssetConversion: type });
	const decoded = check.signAndDecode(registry, chain.tx.system.remark('0x'), alice, { genesisHash: GENESIS, assetId: { WithId: 7 } });
	assert.ok(decoded.toHex().includes('0001010700000000000000'), decoded.toHex());
});

test('all types of a healthy chain resolve, and a broken one is seen', () => {
	const { registry, versioned, metadata } = chain;
	versioned.getUniqTypes(true);
	assert.deepEqual(check.brokenTypes(registry, metadata), []);
	assert.deepEqual(check.brokenApis(registry, metadata), []);
	const missing = { lookup: { types: [{ id: 999_999, type: { path: ['pallet', 'Missing'] } }] } };
	assert.equal(check.brokenTypes(registry, missing).length, 1);
});

test('a chain with XCM types and fees named by location passes all checks', () => {
	const { registry, versioned, metadata, tx } = staticChain(ASSET_HUB);
	versioned.getUniqTypes(true);
	assert.deepEqual(check.brokenTypes(registry, metadata), []);
	const pallets = ['polkadotXcm', 'foreignAssets', 'multisig', 'proxy', 'utility', 'session'];
	assert.deepEqual(check.brokenCalls(registry, metadata, tx, pallets, alice, { genesisHash: GENESIS }), []);
	const type = check.assetIdType(metadata, registry);
	registry.register({ TAssetConversion: type });
	const assetId = { parents: 1, interior: { X3: [{ Parachain: 1000 }, { PalletInstance: 50 }, { GeneralIndex: 1984 }] } };
	const signed = check.signAndDecode(registry, tx.system.remark('0x'), alice, { genesisHash: GENESIS, assetId });
	assert.ok(signed.toHex().includes('0001010300a10f043205011f'), signed.toHex());
});

test('calls are built, signed and read back; a call that cannot be is named', () => {
	const { registry, metadata, tx } = chain;
	const pallets = ['system', 'balances', 'assets', 'utility', 'proxy', 'multisig', 'session', 'staking', 'scheduler', 'identity', 'sudo'];
	assert.deepEqual(check.brokenCalls(registry, metadata, tx, pallets, alice, { genesisHash: GENESIS }), []);
	assert.ok(check.callsOf(registry, metadata, 'balances').some(([name]) => name === 'transferKeepAlive'));
	const crippled = { system: { ...tx.system, remark: () => tx.system.setHeapPages(1).toU8a().subarray(0, 3) } };
	const broken = check.brokenCalls(registry, metadata, crippled, ['system'], alice, { genesisHash: GENESIS });
	assert.ok(broken.length > 0 && broken[0].startsWith('system.remark'), broken.join());
});

test('filled lists hold one element', () => {
	const { registry, metadata, tx } = chain;
	const [, fields] = check.callsOf(registry, metadata, 'utility').find(([name]) => name === 'batch');
	const [calls] = check.plainArgs(registry, fields, { full: true });
	assert.equal(calls.length, 1);
	const [, remark] = check.callsOf(registry, metadata, 'system').find(([name]) => name === 'remark');
	const call = tx.system.remark(...check.plainArgs(registry, remark, { full: true }));
	assert.equal(call.args[0].toHex(), '0x00');
});

test('errors by name', () => {
	const { registry } = chain;
	const error = (value) => registry.createType('SpRuntimeDispatchError', value);
	const index = registry.metadata.pallets.find((p) => p.name.toString() === 'Balances').index.toNumber();
	const module = error({ Module: { index, error: '0x02000000' } });
	const named = errorName(registry, module);
	assert.equal(named.errorName, 'balances.InsufficientBalance');
	assert.match(named.docs, /too low/);
	assert.equal(errorName(registry, error('BadOrigin')).errorName, 'badOrigin');
	assert.equal(errorName(registry, error({ Token: 'FundsUnavailable' })).errorName, 'token.FundsUnavailable');
	assert.equal(errorName(registry, error({ Arithmetic: 'Overflow' })).errorName, 'arithmetic.Overflow');
	const thrown = new CallError(named, { call: 'balances.transfer', block: { number: 7 } });
	assert.match(thrown.message, /^balances.transfer failed: balances.InsufficientBalance in block 7 \(Balance too low/);
	assert.equal(thrown.errorName, 'balances.InsufficientBalance');
});

test('the error of a call inside another is found in the events', () => {
	const { registry } = chain;
	const error = { Module: { index: 6, error: '0x02000000' } };
	const result = registry.createType('Result<Null, DispatchError>', { Err: error });
	const fine = registry.createType('Result<Null, DispatchError>', { Ok: null });
	const plain = registry.createType('DispatchError', error);
	const found = (name, data) => innerError([{ name: 'system.ExtrinsicSuccess', data: [] }, { name, data }]);
	assert.ok(found('sudo.Sudid', [result]).isModule);
	assert.equal(found('sudo.Sudid', [fine]), undefined);
	assert.ok(found('proxy.ProxyExecuted', [result]).isModule);
	assert.ok(found('utility.BatchInterrupted', [registry.createType('u32', 1), plain]).isModule);
	assert.ok(found('utility.ItemFailed', [plain]).isModule);
	assert.equal(found('options.Filled', [result]), undefined);
});

test('view functions: id, inputs and answers', () => {
	const { registry, metadata } = chain;
	assert.ok(allViews(metadata).some(([pallet, view]) => pallet === 'proxy' && view.name.toString() === 'is_superset'));
	const view = findView(metadata, 'proxy', 'isSuperset');
	// twox128("Proxy") comes first.
	assert.match(view.id.toHex(), /^0x1809d78346727a0ef58c0fa03bafa323/);
	const input = encodeInputs(registry, view, ['Any', 'NonTransfer']);
	assert.equal(input, `${view.id.toHex()}080001`);
	assert.equal(decodeAnswer(registry, view, new Uint8Array([0, 4, 1])).isTrue, true);
	assert.equal(decodeAnswer(registry, view, new Uint8Array([0, 4, 0])).isTrue, false);
	assert.throws(() => decodeAnswer(registry, view, new Uint8Array([1, 2])), /is_superset: Codec/);
	assert.throws(() => encodeInputs(registry, view, ['Any']), /takes to_check, against, not 1/);
	assert.throws(() => findView(metadata, 'proxy', 'nope'), /there are checkPermissions, isSuperset/);
	assert.throws(() => findView(metadata, 'nope', 'x'), /no pallet nope/);
});
