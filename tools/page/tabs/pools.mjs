// SPDX-License-Identifier: GPL-3.0-or-later

// Money: the cash market, pots and loss pools, the queue of withdrawals, collateral by kind.

import { badge, facts, h, meter, panel, table, tile } from '../lib/dom.mjs';
import { bars, lines, range } from '../lib/plot.mjs';
import { readPools } from '../lib/read.mjs';
import { amount, cash, float, moment, percent, share, short, usd, words } from '../lib/text.mjs';

const PERMILL = 1e6;

export default {
	id: 'pools',
	title: 'Pools',
	read: readPools,
	keep: ({ market, pools }) => ({ utilisation: market ? float(market.utilisation) * 100 : NaN, pool: float(pools.global, 6) }),
	render(data, { history, head, names }) {
		const { market, pots, pools, queue, call, curve } = data;
		const totals = market?.totals;
		return [
			h(
				'div',
				{ class: 'tiles' },
				tile('Cash held', `${cash(totals?.held)} USDT`),
				tile('Utilisation', percent(market?.utilisation), { level: market && float(market.utilisation) > 0.9 ? 'bad' : 'ok', note: call ? `cash call ${call.call} is open, due ${moment(call.by)}` : 'no cash call is open' }),
				tile('Debtors pay', percent(market?.borrowRate, 2), { note: 'a year' }),
				tile('Creditors earn', percent(market?.lendRate, 2), { note: 'a year' }),
				tile('Wait for cash', `${cash(queue.waiting)} USDT`, { level: queue.waiting > 0n ? 'warn' : 'ok', note: `${cash(queue.free)} free to leave` }),
			),
			h(
				'div',
				{ class: 'columns' },
				panel(
					'Pots',
					'Cash that is nobody’s account.',
					table(
						[
							{ head: 'Pot', text: true, cell: ({ pot }) => words(pot) },
							{ head: 'USDT', cell: (pot) => cash(pot.amount, 6) },
						],
						pots,
						{ empty: 'All pots are empty.', foot: ['Together', cash(totals?.pots, 6)] },
					),
				),
				panel(
					'Loss pools',
					'What they hold, against the two owners with the largest tails of each underlying.',
					table(
						[
							{ head: 'Underlying', text: true, cell: ({ underlying }) => names.get(underlying) ?? underlying },
							{ head: 'Owners', text: true, cell: ({ owners }) => owners.map(([owner, tail]) => `${short(owner)} ${usd(tail)}`).join(', ') },
							{ head: 'Needed, USD', cell: ({ needed }) => [usd(needed), ' ', covered(pools.global, needed)] },
						],
						pools.needs,
						{ empty: 'No owner’s tails go beyond his margin.' },
					),
					bars([
						{ label: 'global pool', value: float(pools.global, 6), text: cash(pools.global) },
						...pools.chains.map(([chain, value]) => ({ label: `of source ${chain}`, value: float(value, 6), text: cash(value) })),
					]),
					facts(...lossLines(data)),
				),
			),
			h(
				'div',
				{ class: 'columns' },
				panel(
					'What debtors pay',
					'By how much of the cash is lent.',
					lines({
						title: 'borrowing rate by utilisation',
						series: [{ points: [[0, float(curve.base) * 100], [float(curve.kink) * 100, float(curve.atKink) * 100], [100, float(curve.atFull) * 100]] }],
						spots: market ? [{ x: float(market.utilisation) * 100, y: float(market.borrowRate) * 100, label: 'now', level: 'now' }] : [],
						xRange: [-1, 102],
						xText: (x) => `${x} %`,
						yText: (y) => `${y} %`,
						xLabel: 'utilisation',
						yLabel: 'rate a year',
					}),
				),
				panel('The global pool, block by block', 'Since this page was opened.', course(history)),
			),
			panel(
				'Collateral by kind',
				undefined,
				table(
					[
						{ head: 'Kind', text: true, cell: ({ id, symbol }) => [h('span', { class: 'dim' }, `${id} `), symbol] },
						{ head: 'Lies on', text: true, cell: ({ source }) => (source === 0 ? 'this chain' : `source ${source}`) },
						{ head: 'Credited', cell: ({ credited, decimals }) => amount(credited, decimals) },
						{ head: 'Cap', cell: ({ cap, decimals, credited }) => [amount(cap, decimals, 0), ' ', meter(Number(credited) / Math.max(1, Number(cap)), credited >= cap ? 'bad' : 'ok')] },
						{ head: 'Counts to open', cell: ({ initial }) => weight(initial, head.time) },
						{ head: 'To be left alone', cell: ({ maintenance }) => weight(maintenance, head.time) },
						{ head: '', text: true, cell: ({ paused }) => (paused ? badge('Paused', 'warn') : badge('Open', 'ok')) },
					],
					data.kinds,
				),
			),
		];
	},
};

/** What no pool bore. The view's insolvency is the debt itself: the pot is below zero by it. */
export const lossLines = ({ pools, losses: { recorded, sharing } }) => [
	['Insolvency, booked and not charged', `${cash(pools.insolvency)} USDT`],
	['Losses recorded', `${cash(recorded)} USDT`],
	sharing && ['Being shared out', `${cash(sharing.collected)} of ${cash(sharing.amount)} USDT`],
];

/** How much of what is needed a pool holds. */
function covered(pool, needed) {
	const part = needed > 0n ? float(pool, 6) / float(needed) : 1;
	return meter(part, part < 1 ? 'warn' : 'ok');
}

/** A weight that may be on its way to another one. */
export function weight({ from, to, started, length }, now) {
	const passed = length > 0n ? Math.min(1, Number(now - started) / Number(length)) : 1;
	const value = (from + (to - from) * passed) / PERMILL;
	return passed < 1 ? `${share(value)} → ${share(to / PERMILL)}` : share(value);
}

function course(history) {
	const values = history.pool ?? [];
	if (values.filter(Number.isFinite).length < 2) return h('p', { class: 'empty' }, 'Two blocks are needed for a line.');
	const real = values.filter(Number.isFinite);
	return lines({
		title: 'the global pool by block',
		yRange: range(real, { least: 0.1 * Math.abs(real.at(-1)) }),
		series: [{ points: values.map((value, i) => [history.blocks[i], value]).filter(([, value]) => Number.isFinite(value)) }],
		yText: (value) => value.toLocaleString('en-US', { maximumFractionDigits: 2 }),
		xText: (value) => (Number.isInteger(value) ? `#${value}` : ''),
		yLabel: 'USDT',
	});
}
