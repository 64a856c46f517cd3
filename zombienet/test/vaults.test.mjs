// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { headNumber, includedIn } from '../../e2e/lib/siblings.mjs';
import { isGeneral } from '../lib/harness.mjs';
import { wrongAuthors } from '../lib/loss.mjs';
import { differences, parseMetrics } from '../lib/operators.mjs';
import { straddleVault } from '../lib/tool.mjs';
import { provenByWorker } from '../lib/vaults.mjs';

const number = (value) => ({ toNumber: () => value });
/** A parachain's head as the relay chain has it: parent, compact number, whatever follows. */
const head = (block) => `0x${'11'.repeat(32)}${block < 64 ? (block * 4).toString(16).padStart(2, '0') : Buffer.from([((block & 63) << 2) | 1, block >> 6]).toString('hex')}${'22'.repeat(64)}`;

/** A relay chain whose blocks have these heads of a parachain, from block 1 on. */
const relayOf = (heads) => ({
	api: {
		rpc: { chain: { getBlockHash: async (block) => block } },
		at: async (block) => ({
			query: { paras: { heads: async () => ({ isSome: heads[block - 1] !== undefined, unwrap: () => ({ toHex: () => head(heads[block - 1]) }) }) } },
		}),
	},
});

test('a head\'s number follows its parent\'s hash', () => {
	assert.equal(headNumber(head(5)), 5);
	assert.equal(headNumber(head(104)), 104);
});

test('a block is included where the relay chain first has it or a later one', async () => {
	const relay = relayOf([undefined, 3, 3, 5, 6, 6]);
	assert.equal(await includedIn(relay, 1000, 4, 6), 4);
	assert.equal(await includedIn(relay, 1000, 3, 6), 2);
	assert.equal(await includedIn(relay, 1000, 6, 5), 5);
	await assert.rejects(includedIn(relay, 1000, 6, 4), /does not include block 6/);
});

test('who signs is seen from outside', () => {
	// A version 5 extrinsic whose call authorises it, of each kind of compact length; a signed one; an inherent.
	for (const length of ['10', '1101', '02000100', '0300000001']) assert.ok(isGeneral(`0x${length}45000000`), length);
	assert.ok(!isGeneral('0x1084000000'));
	assert.ok(!isGeneral('0x1005000000'));
	assert.ok(!isGeneral('0x110184000000'));
});

test('a proof by the collator is counted from the inclusion of what it shows', async () => {
	const api = {
		rpc: { chain: { getBlockHash: async (block) => ({ toHex: () => `hash ${block}` }) } },
		at: async () => ({ query: { parachainSystem: { validationData: async () => ({ unwrap: () => ({ relayParentNumber: number(7) }) }) } } }),
	};
	const data = { account: { toString: () => 'eve' }, kind: 7, anchor: [number(6), number(5)] };
	const phase = { asApplyExtrinsic: number(1) };
	const chain = (extrinsic) => ({
		api,
		rpc: async (method, [hash]) => method === 'chain_getBlock' && hash === 'hash 9' && { block: { extrinsics: ['0x', extrinsic] } },
		waitForEvent: async (name, { where }) => {
			assert.equal(name, 'remoteVault.Observed');
			assert.ok(where(data));
			assert.ok(!where({ ...data, account: { toString: () => 'dave' } }));
			assert.ok(!where({ ...data, kind: 6 }));
			assert.ok(!where({ ...data, anchor: [number(6), number(3)] }));
			return { data, phase, block: { number: 9 } };
		},
	});
	const relay = relayOf([1, 2, 3, 5, 5, 5]);
	const asked = { number: 4, from: 1 };
	assert.deepEqual(await provenByWorker({ chain: chain('0x1045000000'), relay }, 'eve', asked), { block: { number: 9 }, relayBlocks: 3 });
	await assert.rejects(provenByWorker({ chain: chain('0x1084000000'), relay }, 'eve', asked), /signed/);
});

test('authors are those who live, and all of them', () => {
	const alive = ['Alice', 'Charlie', 'Dave'];
	assert.equal(wrongAuthors(['Dave', 'Alice', 'Charlie', 'Dave'], alive), '');
	assert.equal(wrongAuthors(['Dave', 'Alice', 'Bob', 'Charlie', 'Bob'], alive), 'Bob authored');
	assert.equal(wrongAuthors(['Dave', 'Alice', 'Dave'], alive), 'Charlie authored none');
});

test('figures that are not as wanted are told', () => {
	assert.equal(differences([['vaults', 2, 2], ['P', 1n, 1n], ['a breach', undefined, undefined]]), '');
	assert.equal(differences([['vaults', undefined, 2], ['P', 1n, 2n], ['live', 1, 1]]), 'vaults is undefined, not 2, P is 1, not 2');
	const metrics = parseMetrics('# HELP a b\na 1\nb{source="1",counts="opening"} 0.5\n\n');
	assert.deepEqual([...metrics], [['a', 1], ['b{source="1",counts="opening"}', 0.5]]);
});

test('the tool\'s lines and its refusals come through', async () => {
	const dir = mkdtempSync(join(tmpdir(), 'straddle-tool-'));
	try {
		const binary = join(dir, 'tool');
		writeFileSync(binary, '#!/bin/sh\nif [ "$1" = fail ]; then echo "straddle-vault: no key" >&2; exit 1; fi\necho "$1 by $STRADDLE_KEY"; echo second\n');
		chmodSync(binary, 0o700);
		assert.deepEqual(await straddleVault(binary, ['prove'], { key: '//Ferdie' }), ['prove by //Ferdie', 'second']);
		await assert.rejects(straddleVault(binary, ['fail']), /^Error: straddle-vault: no key$/);
	} finally {
		rmSync(dir, { recursive: true });
	}
});
