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
