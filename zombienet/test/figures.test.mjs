// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aura, pace, proofSizes, sumAndCount } from '../lib/figures.mjs';

const LOG = `
2026-11-25 03:00:00 [Parachain] PoV size header_kb=0.2197265625 extrinsics_kb=3.49 storage_proof_kb=13.5
2026-11-25 03:00:00 [Parachain] Compressed PoV size: 11.25kb
2026-11-25 03:00:06 [Parachain] PoV size header_kb=0.2197265625 extrinsics_kb=3.49 storage_proof_kb=14.5
2026-11-25 03:00:12 [Parachain] Compressed PoV size: 12.5kb
2026-11-25 03:00:12 [Parachain] Compressed PoV size: 99kb
`;

test('proof sizes are read in pairs, and a size without its pair is left out', () => {
	assert.deepEqual(proofSizes(LOG), [
		{ proof: 13.5, compressed: 11.25 },
		{ proof: 14.5, compressed: 12.5 },
	]);
	assert.deepEqual(proofSizes('nothing'), []);
});

test('a histogram is summed over its labels, and no other metric is', () => {
	const metrics = [
		['time_sum{kind="a"}', 1.5],
		['time_sum{kind="b"}', 0.5],
		['time_count{kind="a"}', 3],
		['time_count', 1],
		['time_summary', 100],
	];
	assert.deepEqual(sumAndCount(metrics, 'time'), { sum: 2, count: 4 });
});

test('the pace of blocks is their mean distance and the longest', () => {
	assert.deepEqual(pace([0, 6000, 12000, 24000]), { mean: '8.0', longest: '12.0' });
});

test('the slot of a header is a little-endian number, and a header without one is an error', () => {
	const item = (engine, bytes) => ({ isPreRuntime: true, asPreRuntime: [{ toUtf8: () => engine }, { toU8a: () => Uint8Array.from(bytes) }] });
	const seal = { isPreRuntime: false };
	const header = { digest: { logs: [seal, item('CMLS', [1]), item('aura', [1, 2, 0, 0, 0, 0, 0, 0])] } };
	assert.equal(aura(header), 513n);
	assert.throws(() => aura({ digest: { logs: [seal] } }), /no aura slot/);
});
