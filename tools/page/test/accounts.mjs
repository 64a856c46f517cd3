// SPDX-License-Identifier: GPL-3.0-or-later

// Two accounts as a development chain valued them: one under each rule.

const lots = (full, initial, maintenance) => ({ full, initial, maintenance, state: 'Valid' });
const queue = { waiting: 0n, payable: 506_499_999_999n, free: 506_499_999_999n, next: 0n };
const kinds = [{ id: 0, symbol: 'USDT', decimals: 6 }, { id: 1, symbol: 'DOT', decimals: 10 }];
/** The start of the default grid. */
const grid = [
	{ spot: 1_000_000, vol: 'None', dampener: 1_000_000 },
	{ spot: 865_000, vol: 'Up', dampener: 1_000_000 },
	{ spot: 340_000, vol: 'Up', dampener: 210_000 },
];
const rule = { grid, maintenance: 800_000_000_000_000_000n };

/** Short one call, with 1,000 DOT. */
export const short = () => {
	const dot = lots(6_528_352_835_283_528_352_835n, 4_243_429_342_934_293_429_342n, 4_896_264_626_462_646_264_626n);
	return {
		health: {
			assessment: {
				cash: 6_563_962_500_000_000_000_000n,
				lots: dot,
				options: -73_796_542_483_156_062_755n,
				initial: 9_301_647_039_703_970_397_040n,
				maintenance: 5_580_988_223_822_382_238_224n,
				state: 'Valid',
				orders: 'Valid',
			},
			equity: 13_018_518_792_800_372_290_080n,
			equityInitial: 10_733_595_300_451_137_366_587n,
			equityMaintenance: 11_386_430_583_979_490_201_871n,
			initialExcess: 1_431_948_260_747_166_969_547n,
			maintenanceExcess: 5_805_442_360_157_107_963_647n,
			mode: 'Standard',
			orders: 0n,
			expiries: [{ underlying: 0, expiry: 1_795_724_100_000n, value: -73_796_542_483_156_062_755n, initial: 9_301_647_039_703_970_397_040n, maintenance: 5_580_988_223_822_382_238_224n, settled: false, state: 'Valid' }],
			portfolio: undefined,
			lots: [{ kind: 1, amount: 10_000_000_000_000n, credit: dot }],
			inAuction: false,
		},
		maxWithdrawal: 1_431_948_260n,
		houseLevel: 'Open',
		heldBack: 0n,
		queue,
		kinds,
		rule,
	};
};

/** A maker under the portfolio rule, long that call, with orders. */
export const maker = () => ({
	...short(),
	health: {
		assessment: {
			cash: 499_920_898_063_000_000_000_000n,
			lots: lots(0n, 0n, 0n),
			options: 73_796_542_486_872_516_243n,
			initial: 28_124_937_663_824_658_347_845n,
			maintenance: 59_037_236_215_372_653_478n,
			state: 'Valid',
			orders: 'Valid',
		},
		equity: 499_994_694_605_486_872_516_243n,
		equityInitial: 499_994_694_605_486_872_516_243n,
		equityMaintenance: 499_994_694_605_486_872_516_243n,
		initialExcess: 471_869_756_941_662_214_168_398n,
		maintenanceExcess: 499_935_657_369_271_499_862_765n,
		mode: 'Portfolio',
		orders: 28_051_141_119_111_911_191_120n,
		expiries: [],
		portfolio: {
			losses: 73_796_542_486_872_516_244n,
			underlyings: [{ underlying: 0, value: 73_796_542_486_872_516_243n, initial: [73_796_542_486_872_516_244n, { type: 'SlowPrice', value: 1 }], maintenance: [73_796_542_486_872_516_244n, 'Basis'], creditInitial: 0n, creditMaintenance: 0n, paired: 0n }],
			addOns: [{ reason: 'ErrorBound', underlying: 0, initial: 2_225_874_640_483n, maintenance: 2_225_874_640_483n }],
		},
		lots: [],
		inAuction: false,
	},
	maxWithdrawal: 471_795_960_399n,
});
