// SPDX-License-Identifier: GPL-3.0-or-later

// Liquidation: auctions, sales of lots, standing bids, the risk ladder, losses, emergency levels.

import { badge, h, meter, panel, table, tile } from '../lib/dom.mjs';
import { lines } from '../lib/plot.mjs';
import { readAuctions, readLadder } from '../lib/read.mjs';
import { atLeast } from '../lib/reader.mjs';
import { cash, float, moment, percent, share, short, span, usd, words } from '../lib/text.mjs';
import { stateBadge } from './feeds.mjs';

const PERBILL = 1e9;
/** What is due of a pool's own account that sells all of its lots. */
const ALL_LOTS = 2n ** 127n - 1n;

/** What a sale of lots still has to bring. */
export const lotsDue = (due) => (due === ALL_LOTS ? 'all' : cash(due));

export default {
	id: 'auctions',
	title: 'Liquidation',
	async read(r) {
		const [auctions, ladder] = await Promise.all([readAuctions(r), readLadder(r)]);
		return { ...auctions, ladder };
	},
	render(data, { act, head, names }) {
		const { params, ladder, losses } = data;
		const unborne = losses.unborne.reduce((sum, [, value]) => sum + value, 0n) + losses.recorded;
		const underlying = (id) => names.get(id) ?? id;
		const who = (account) => h('button', { class: 'link', 'data-key': account, title: account, onclick: () => act({ account, tab: 'account' }) }, h('code', null, short(account)));
		return [
			h(
				'div',
				{ class: 'tiles' },
				tile('Accounts in auction', data.count, { level: data.count > 0 ? 'warn' : 'ok' }),
				tile('Sales of lots', data.lotCount, { level: data.lotCount > 0 ? 'warn' : 'ok' }),
				tile('Liquidation', head.halt.paused ? 'Paused' : head.halt.until > head.time ? 'Grace time' : 'Runs', { level: head.halt.paused || head.halt.until > head.time ? 'warn' : 'ok', note: head.halt.until > head.time ? `${span(head.halt.until - head.time)} left` : undefined }),
				tile('Watched every round', atLeast(ladder.hot), { note: ladder.refiled ? 'the hot list' : 'all accounts are being looked at again' }),
				tile('Losses that nobody bore yet', `${cash(unborne)} USDT`, { level: unborne > 0n ? 'bad' : 'ok' }),
			),
			panel(
				'Auctions',
				'Who bids pays the price of the share; below zero he receives. The clock runs only while all that is for sale can be priced.',
				table(
					[
						{ head: 'Account', text: true, cell: ({ account }) => who(account) },
						{ head: 'Sale', text: true, cell: ({ sale }) => (sale === 'Whole' ? 'All' : 'Positions alone') },
						{ head: 'Since', text: true, cell: ({ started }) => moment(started) },
						{ head: 'Clock', cell: ({ offer }) => (offer ? [span(offer.biddableMs), ' ', badge(offer.running ? 'runs' : 'stands', offer.running ? 'ok' : 'warn')] : '–') },
						{ head: 'κ', hint: 'the discount, as a share of the requirement', cell: ({ offer }) => percent(offer?.kappa, 2) },
						{ head: 'For sale', cell: ({ offer }) => percent(offer?.share) },
						{ head: 'Bidder pays, USDT', cell: ({ offer }) => cash(offer?.payment) },
						{ head: 'Equity', cell: ({ offer }) => usd(offer?.equity) },
						{ head: 'Requirement', cell: ({ offer }) => usd(offer?.requirement) },
						{ head: 'Prices', text: true, cell: ({ offer }) => (offer ? stateBadge(offer.state) : badge('No price', 'bad')) },
						{ head: 'Bids', cell: ({ bids }) => bids },
					],
					data.auctions,
					{ empty: 'Nobody is in auction.' },
				),
				h('h3', null, 'The path of κ'),
				kappa(params, data.auctions),
			),
			h(
				'div',
				{ class: 'columns' },
				panel(
					'Risk ladder',
					'What each driver may still move before the nearest filed account is looked at.',
					table(
						[
							{ head: 'Driver', text: true, cell: ({ kind, id }) => driver(kind, id, underlying) },
							{ head: 'Moved so far', cell: ({ moved }) => share(moved, 2) },
							{ head: 'To the nearest account', cell: ({ room, reach }) => (room === undefined ? 'nobody is filed' : [share(Math.max(0, room), 2), ' ', meter(room / reach, room < reach / 50 ? 'warn' : 'ok')]) },
						],
						ladder.drivers,
						{ empty: 'Nobody needs watching.' },
					),
				),
				panel(
					'Standing bids',
					'Tried first, the least κ before all others.',
					table(
						[
							{ head: 'Bidder', text: true, cell: ({ bidder }) => who(bidder) },
							{ head: 'Least κ', cell: ({ kappaMin }) => share(kappaMin / PERBILL) },
							{ head: 'Takes still', hint: 'requirement', cell: ({ left }) => usd(left) },
							{ head: 'Markets', text: true, cell: ({ underlyings }) => underlyings.map(underlying).join(', ') },
						],
						data.backstops,
						{ empty: 'Nobody stands.' },
					),
				),
			),
			h(
				'div',
				{ class: 'columns' },
				panel(
					'Sales of lots',
					'Of debtors who did not meet a cash call, out of pledges, and of what the pool took over.',
					table(
						[
							{ head: 'Account', text: true, cell: ({ account }) => who(account) },
							{ head: 'Due, USDT', cell: ({ offer }) => lotsDue(offer?.due) },
							{ head: 'Below the price', cell: ({ offer }) => percent(offer?.discount) },
							{ head: 'Clock', cell: ({ offer }) => span(offer?.biddableMs) },
						],
						data.lots,
						{ empty: 'No lots are for sale.' },
					),
				),
				panel(
					'Ended lately',
					undefined,
					table(
						[
							{ head: 'Account', text: true, cell: ({ account }) => who(account) },
							{ head: 'Ended', text: true, cell: ({ endedAt }) => moment(endedAt) },
							{ head: 'Clock then', cell: ({ biddableMs }) => span(biddableMs) },
						],
						data.ended,
						{ empty: 'None.' },
					),
				),
			),
			panel(
				'Emergency levels',
				undefined,
				table(
					[
						{ head: 'Scope', text: true, cell: ({ scope }) => (typeof scope === 'string' ? scope : `${scope.type} ${scope.type === 'Market' ? underlying(scope.value) : scope.value}`) },
						{ head: 'Set', text: true, cell: ({ set, setUntil }) => [badge(words(set), set === 'Open' ? 'ok' : 'warn'), setUntil === undefined ? '' : ` until ${moment(setUntil)}`] },
						{ head: 'Raised', text: true, cell: ({ raised, raisedUntil }) => [badge(words(raised), raised === 'Open' ? 'ok' : 'warn'), raised === 'Open' ? '' : ` until ${moment(raisedUntil)}`] },
						{ head: 'Renewed', cell: ({ renewed }) => renewed },
					],
					head.levels,
					{ empty: 'Nothing is restricted.' },
				),
			),
		];
	},
};

function driver(kind, id, underlying) {
	const text = { Forward: 'Forwards of', Deviation: 'Volatility of', Price: 'Price of feed', Stable: 'Stablecoin, feed', Chain: 'Chain factor of source' }[kind];
	return `${text} ${kind === 'Forward' || kind === 'Deviation' ? underlying(id) : id}`;
}

/** κ over biddable time, with each open auction on it. */
function kappa({ kappaStart, kappaKnee, kneeMs, endMs, takeOverMs }, auctions) {
	const minutes = (ms) => Number(ms) / 60_000;
	const [knee, end] = [minutes(kneeMs), minutes(endMs)];
	const take = end + minutes(takeOverMs);
	const spots = auctions.filter(({ offer }) => offer).map(({ account, offer }) => ({ x: minutes(offer.biddableMs), y: float(offer.kappa), label: short(account), level: offer.running ? 'warn' : '' }));
	return lines({
		title: 'κ by biddable minutes',
		series: [{ label: '', points: [[0, kappaStart / PERBILL], [knee, kappaKnee / PERBILL], [end, 1], [take, 1]] }],
		marks: [{ x: take, label: 'the pool takes over' }],
		spots,
		xRange: [0, take * 1.04],
		yRange: [0, 1.3],
		width: 1140,
		height: 200,
		xText: (value) => `${value} min`,
		yText: (value) => value.toFixed(1),
		xLabel: 'biddable time',
		yLabel: 'κ',
		xTicks: 8,
	});
}
