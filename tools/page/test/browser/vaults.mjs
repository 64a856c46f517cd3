// SPDX-License-Identifier: GPL-3.0-or-later

// What `readVaults` gives of a chain with two sources: a development node has none. Runs in the page.

export const vaults = `(() => {
	const curves = { initial: { soft: 10, hard: 100 }, maintenance: { soft: 600, hard: 7200 }, reserveInitial: { soft: 100, hard: 1200 }, reserveMaintenance: { soft: 14400, hard: 43200 }, omission: { soft: 10, hard: 600 } };
	const head = (number, standing) => ({ number, standing, code: '0x11', read: 1000 });
	const [a, b] = ['5FBtCR44Nk6dqPJXpeV6vRwuq1RQwL2SmjxRZDQJZVQW8gmZ', '5GsEhDcGFqaBUDVK4kFXYaxpJrJaMXGTY5ua9nvK5bwuous7'];
	return {
		now: 1002,
		sources: [
			{ id: 1, named: true, paraId: 1000, head: head(9_412_002, 'Live'), ages: { staleness: 1, omission: 2 }, curves, factors: { initial: 1, maintenance: 1, reserveInitial: 1, reserveMaintenance: 1 }, codeKnown: true, traffic: { releases: 1, seizures: 0 } },
			{ id: 2, named: true, paraId: 2034, head: head(77_120, 'Absent'), ages: { staleness: 55, omission: 2 }, curves, factors: { initial: 0.5, maintenance: 1, reserveInitial: 1, reserveMaintenance: 1 }, codeKnown: false, traffic: undefined },
		],
		vaults: [
			{ account: a, kind: 1, proven: 120_500_000_000_000n, release: { id: 4n, amount: 20_000_000_000_000n, fenced: false }, seizure: undefined, number: 998, cover: { own: 100_400_000_000_000n, entitled: 0n } },
			{ account: b, kind: 1, proven: 7_500_000_000_000n, release: undefined, seizure: undefined, number: 941, breach: { at: 940, claimed: 9_000_000_000_000n, missing: 1_500_000_000_000n }, cover: { own: 7_400_000_000_000n, entitled: 0n } },
		],
		flights: [{ account: a, kind: 1, purpose: 'Release', fences: 0, deadline: 1090 }],
		omissions: [{ collator: a, blocks: 3, reported: 0 }],
		kinds: [{ id: 1, symbol: 'DOT', decimals: 10 }],
	};
})()`;
