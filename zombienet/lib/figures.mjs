// SPDX-License-Identifier: GPL-3.0-or-later

// Figures out of logs, metrics and headers.

/** The aura slot of a header. */
export function aura(header) {
	for (const item of header.digest.logs) {
		if (!item.isPreRuntime) continue;
		const [engine, data] = item.asPreRuntime;
		if (engine.toUtf8() === 'aura') return Buffer.from(data.toU8a(true)).readBigUInt64LE();
	}
	throw new Error('the header has no aura slot');
}

/** Proof sizes in KB that a collator logged: {proof, compressed} of each block. */
export function proofSizes(log) {
	const sizes = [];
	let proof;
	for (const line of log.split('\n')) {
		const whole = /PoV size.*storage_proof(?:_kb)?[=:]\s*([\d.]+)/.exec(line);
		if (whole) proof = Number(whole[1]);
		const compressed = /Compressed PoV size:\s*([\d.]+)/.exec(line);
		if (compressed && proof !== undefined) {
			sizes.push({ proof, compressed: Number(compressed[1]) });
			proof = undefined;
		}
	}
	return sizes;
}

/** Sum and count of a histogram, over all its labels. */
export function sumAndCount(metrics, name) {
	const total = (suffix) =>
		metrics
			.filter(([key]) => key === `${name}_${suffix}` || key.startsWith(`${name}_${suffix}{`))
			.reduce((sum, [, value]) => sum + value, 0);
	return { sum: total('sum'), count: total('count') };
}

/** Mean and longest distance of times in milliseconds, in seconds. */
export function pace(times) {
	const gaps = times.slice(1).map((time, i) => time - times[i]);
	const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
	return { mean: (mean / 1000).toFixed(1), longest: (Math.max(...gaps) / 1000).toFixed(1) };
}

/**
 * What became of price rounds, from blocks with {time, finished, dropped}: how many were due by the clock from the first block to
 * the last, in how many there was a block at all, and of all due ones how many were finished with the most reports that any
 * had, how many were dropped, of how many nothing was heard. `missed` were not finished although there was a block in them, of `judged`;
 * those that `excused(round)` names are not judged, and `lost` of them were not finished. The rounds of the last blocks, still open
 * then, do not count.
 */
export function roundFigures(blocks, roundMs, excused = () => false) {
	const round = (time) => Math.floor(time / roundMs);
	const finished = new Map(blocks.flatMap((block) => block.finished).map((one) => [one.round, one.reports]));
	const dropped = new Set(blocks.flatMap((block) => block.dropped).map((one) => one.round));
	const decided = [...finished.keys(), ...dropped];
	// Blocks before the first decided round are of rounds that had begun before.
	const [first, last] = [Math.max(round(blocks[0].time), Math.min(...decided)), Math.max(...decided)];
	const rounds = Array.from({ length: last - first + 1 }, (_, i) => first + i);
	const withBlock = new Set(blocks.map(({ time }) => round(time)));
	const most = Math.max(...finished.values());
	const count = (keep) => rounds.filter(keep).length;
	return {
		due: rounds.length,
		withBlock: count((one) => withBlock.has(one)),
		whole: count((one) => finished.get(one) === most),
		finished: count((one) => finished.has(one)),
		dropped: count((one) => dropped.has(one)),
		unheard: count((one) => !finished.has(one) && !dropped.has(one)),
		judged: count((one) => withBlock.has(one) && !excused(one)),
		missed: count((one) => withBlock.has(one) && !finished.has(one) && !excused(one)),
		lost: count((one) => withBlock.has(one) && !finished.has(one) && excused(one)),
	};
}

/**
 * Whether a moment is at the change of a relay chain's session: in its last three slots, whose candidates are dropped if they
 * are not included by its end, or in the first of the next. `sessions` is {genesisSlot, slots, slotMs}.
 */
export function atSessionChange(time, { genesisSlot, slots, slotMs }) {
	const into = (Math.floor(time / slotMs) - genesisSlot) % slots;
	return into === 0 || into >= slots - 3;
}
