// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atSessionChange, aura, pace, proofSizes, roundFigures, sumAndCount } from '../lib/figures.mjs';

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

test('price rounds: due by the clock, missed only where there was a block', () => {
	const block = (time, finished = [], dropped = []) => ({
		time,
		finished: finished.map(([round, reports]) => ({ round, reports })),
		dropped: dropped.map((round) => ({ round, reports: 1 })),
	});
	// Round 12 has no block in it, round 13 is dropped, 15 is not decided yet.
	const blocks = [block(10_500), block(11_200, [[10, 2]]), block(13_100, [[11, 2]]), block(14_000, [], [13]), block(15_000, [[14, 1]])];
	assert.deepEqual(roundFigures(blocks, 1000), { due: 5, withBlock: 4, whole: 2, finished: 3, dropped: 1, unheard: 1, judged: 4, missed: 1, lost: 0 });
	const { judged, missed, lost } = roundFigures(blocks, 1000, (round) => round === 13);
	assert.deepEqual([judged, missed, lost], [3, 0, 1]);
});

test('the change of a session is its last three slots and the first of the next', () => {
	const sessions = { genesisSlot: 48, slots: 20, slotMs: 6_000 };
	const at = Array.from({ length: 20 }, (_, i) => atSessionChange((68 + i) * 6_000 + 500, sessions));
	assert.deepEqual(at.flatMap((one, i) => (one ? [i] : [])), [0, 17, 18, 19]);
});
