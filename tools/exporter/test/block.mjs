// SPDX-License-Identifier: GPL-3.0-or-later

// A block as `read` gives it, with something of everything.

const WAD = 10n ** 18n;
const score = { rounds: 100, accepted: 97, silent: 2, dropped: 1, deviated: 0, offences: 0, points: 580 };
const curves = { initial: { soft: 10, hard: 100 }, maintenance: { soft: 600, hard: 7_200 }, reserveInitial: { soft: 100, hard: 1_200 }, reserveMaintenance: { soft: 14_400, hard: 43_200 }, omission: { soft: 10, hard: 600 } };

export const block = () => ({
	finalized: 97,
	specVersion: 1,
	head: { number: 100, hash: '0x00', time: 1_000_000n, house: 'ReduceOnly', levels: [
			{ scope: 'House', set: 'ReduceOnly', setUntil: undefined, raised: 'Open', raisedUntil: 0n, renewed: 0 },
			{ scope: { type: 'Market', value: 0 }, set: 'Open', setUntil: undefined, raised: 'NoNew', raisedUntil: 999_999n, renewed: 1 },
			{ scope: { type: 'Source', value: 1 }, set: 'Frozen', setUntil: 1_000_001n, raised: 'NoNew', raisedUntil: 1_000_001n, renewed: 0 },
			{ scope: { type: 'Kind', value: 1 }, set: 'Frozen', setUntil: 1_000_000n, raised: 'ReduceOnly', raisedUntil: 1_000_001n, renewed: 0 },
		], halt: { paused: true, until: 1_030_000n }, windDown: 0n },
	feeds: {
		feeds: [
			{ id: 1, description: 'BTC in USD', kind: 'Price', state: 'Stale', ageMs: 24_000n, price: 60_000n * WAD, confidence: 2n * WAD, feeders: ['0x01', '0x02'] },
			{ id: 11, description: 'BTC volatility a year', kind: 'Volatility', state: 'Valid', ageMs: 6_000n, price: (6n * WAD) / 10n, confidence: 0n, feeders: ['0x01'] },
			{ id: 21, description: 'BTC smiles', kind: 'Surface', ageMs: 30_000n, rows: [{ confidence: 999_500 }, { confidence: 900_000 }] },
			{ id: 22, description: 'ETH smiles', kind: 'Surface', ageMs: undefined, rows: [] },
		],
		feeders: [{ account: 'A' }, { account: 'B' }, { account: 'C' }, { account: 'D' }],
		quorum: 3,
		rounds: [{ round: 1n, reports: 4, finished: true }, { round: 2n, reports: 2, finished: false }],
		last: { round: 1n, at: 976_000n, ageMs: 24_000n },
		params: { roundMs: 6_000n, staleRounds: 3 },
	},
	records: [{ account: 'A', record: { score, surfaces: { ...score, silent: 5 }, strikes: 1, excluded: undefined } }, { account: 'B', record: undefined }],
	markets: [{ id: 0, name: 'BTC', level: 'Open', market: { state: 'Open', openInterestCap: 10_000_000_000n }, expiries: [{ at: 1n, openInterest: 1_500_000n }, { at: 2n, openInterest: 1_000_000n }] }],
	auctions: {
		count: 2,
		lotCount: 1,
		backstops: [{}],
		clockMs: 90_000n,
		auctions: [{ account: 'A', offer: { biddableMs: 90_000n, running: true } }, { account: 'B', offer: undefined }],
		params: { endMs: 4_500_000n, takeOverMs: 900_000n },
		losses: { recorded: 1_000_000n, unborne: [['Cash', 2_500_000n]] },
	},
	ladder: { ageMs: 6_000n, refiled: false, hot: 3, drivers: [{ kind: 'Forward', id: 0, moved: 0.1, room: 0.05 }, { kind: 'Chain', id: 1, moved: 0, room: undefined }] },
	sources: {
		now: 1_000,
		sources: [
			{ id: 1, named: true, head: { number: 9_412_002, standing: 'Live' }, ages: { staleness: 2, omission: 1 }, curves, factors: { initial: 1, maintenance: 1, reserveInitial: 1, reserveMaintenance: 1 }, codeKnown: false },
			{ id: 2, named: false, head: undefined, ages: undefined, curves, factors: { initial: 0, maintenance: 0, reserveInitial: 1, reserveMaintenance: 1 }, codeKnown: undefined },
		],
		orders: { Release: 2, Seizure: 1, late: 1 },
		breached: 0,
		omissions: [{ collator: 'C', blocks: 3, reported: 1 }],
	},
	cash: {
		market: { totals: { held: 5_000_000n, positive: 6_000_000n, negative: 1_500_000n }, utilisation: WAD / 4n, borrowRate: WAD / 50n, lendRate: WAD / 200n },
		pots: [{ pot: 'GlobalPool', amount: 7_250_000n }, { pot: 'Insolvency', amount: -500_000n }, { pot: 'Suspense 0 17', amount: -1_000_000n }, { pot: 'Suspense 1 17', amount: 3_000_000n }],
		queue: { waiting: 4_000_000n, free: 1_000_000n },
		call: undefined,
		kinds: [{ id: 1, symbol: 'DOT', credited: 25_000_000_000n, decimals: 10, cap: 100_000_000_000n }],
	},
});

/** What surveys found, as `Survey.take` gives it. */
export const surveys = () => ({
	vaults: { ageMs: 30_000, found: { vaults: 2, breached: 1 } },
	pools: { ageMs: 240_000, found: { global: 7_250_000n, chains: [], insolvency: 500_000n, needs: [{ underlying: 0, needed: 9n * WAD }] } },
});
