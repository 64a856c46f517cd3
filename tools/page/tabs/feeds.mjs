// SPDX-License-Identifier: GPL-3.0-or-later

// Prices: feeds, rounds, volatility surfaces, feeders.

import { badge, h, meter, panel, table, tile } from '../lib/dom.mjs';
import { lines, sparkline } from '../lib/plot.mjs';
import { PLACES, readFeeds } from '../lib/read.mjs';
import { amount, float, moment, number, percent, price, short, span, words } from '../lib/text.mjs';

/** How bad a price's state is. */
export const stateLevel = (state) => ({ Valid: 'ok', Uncertain: 'warn', TooVolatile: 'warn', Stale: 'warn' })[state] ?? 'bad';
export const stateBadge = (state) => badge(words(state), stateLevel(state));

/** Most expiries of a surface in a plot. */
const MOST_LINES = 6;

export default {
	id: 'feeds',
	title: 'Prices',
	read: readFeeds,
	keep: ({ feeds }) => Object.fromEntries(feeds.filter((feed) => feed.price).map((feed) => [`feed ${feed.id}`, float(feed.price)])),
	render(data, { history }) {
		const prices = data.feeds.filter(({ kind }) => kind !== 'Surface');
		const bad = prices.filter(({ state }) => state !== 'Valid').length;
		const limit = Number(data.params.roundMs) * data.params.staleRounds;
		const lastRound = data.rounds.at(-1);
		return [
			h(
				'div',
				{ class: 'tiles' },
				tile('Feeds that are valid', `${prices.length - bad} of ${prices.length}`, { level: bad > 0 ? 'bad' : 'ok' }),
				tile('Last finished round', data.last ? `${span(data.last.ageMs)} ago` : 'None yet', { level: !data.last || Number(data.last.ageMs) > limit ? 'bad' : 'ok', note: `stale above ${span(limit)}` }),
				tile('Quorum', `${data.quorum} of ${data.feeders.length} feeders`, { note: data.params.smallNetwork ? 'rule of small networks' : 'at least three, and two thirds' }),
				tile('Reports in the last round', lastRound ? `${lastRound.reports} of ${data.feeders.length}` : '–', { level: lastRound && !lastRound.finished ? 'bad' : undefined, note: lastRound && !lastRound.finished ? 'it did not finish' : undefined }),
			),
			panel(
				'Feeds',
				'As the chain values with them now. Age is chain time since the round that the price is from.',
				table(
					[
						{ head: 'Feed', text: true, cell: ({ id, description }) => [h('span', { class: 'dim' }, `${id} `), description] },
						{ head: 'Price', cell: (f) => figure(f, f.price) },
						{ head: 'Confidence', hint: 'half of how far the middle of the reports is apart', cell: (f) => figure(f, f.confidence) },
						{ head: 'State', text: true, cell: (f) => stateBadge(f.state) },
						{ head: 'Age', cell: (f) => span(f.ageMs) },
						{ head: 'Reporters', hint: 'who gave it a value in its last round, against what a round needs', cell: (f) => [`${f.feeders.length} of ${data.quorum} needed `, meter(f.feeders.length / Math.max(1, data.feeders.length), f.feeders.length < data.quorum ? 'bad' : 'ok')] },
						{ head: 'Sources', cell: (f) => f.sources },
						{ head: 'Seen here', text: true, cell: (f) => sparkline(history[`feed ${f.id}`] ?? []) },
					],
					prices,
				),
			),
			h('div', { class: 'columns' }, data.feeds.filter(({ kind }) => kind === 'Surface').map(surface)),
			h(
				'div',
				{ class: 'columns' },
				panel(
					'Rounds',
					'The last that were decided, newest first.',
					table(
						[
							{ head: 'Round', cell: ({ round }) => round.toLocaleString('en-US') },
							{ head: 'Reports', cell: ({ reports }) => [`${reports} of ${data.feeders.length} `, meter(reports / Math.max(1, data.feeders.length), reports < data.quorum ? 'bad' : 'ok')] },
							{ head: '', text: true, cell: ({ finished }) => badge(finished ? 'Finished' : 'Not finished', finished ? 'ok' : 'bad') },
						],
						[...data.rounds].reverse(),
						{ empty: 'No round was decided yet.' },
					),
				),
				panel(
					'Feeders',
					'Who reports in this session.',
					table(
						[
							{ head: 'Account', text: true, cell: ({ account }) => h('code', { title: account }, short(account)) },
							{ head: 'Seat', text: true, cell: ({ seat }) => words(seat) },
							{ head: 'Key', text: true, cell: ({ key }) => h('code', { title: key }, short(key)) },
							{ head: 'Bond, STRD', cell: ({ bond }) => amount(bond, 12, 2) },
						],
						data.feeders,
						{ empty: 'Nobody has a key in this session.' },
					),
				),
			),
		];
	},
};

/** A price, or a volatility in per cent. */
const figure = ({ kind }, value) => (kind === 'Volatility' && value > 0n ? percent(value, 2) : price(value));

function surface({ description, rows, ageMs }) {
	if (rows.length === 0) return panel(description, undefined, h('p', { class: 'empty' }, 'No surface yet: no round of it has finished.'));
	const shown = rows.slice(0, MOST_LINES);
	const least = Math.min(...shown.map((row) => Number(row.confidence) / 1e4));
	return panel(
		`${description}: volatility by expiry`,
		`${rows.length} expiries, ${span(ageMs)} old at most; least confidence ${number(least, 1)} %.`,
		lines({
			title: `${description}: implied volatility by strike`,
			series: shown.map((row) => ({ label: moment(row.expiry).slice(0, -6), points: row.vols.map((vol, i) => [100 * Math.exp((PLACES[i] * row.width) / 1e6), vol / 1e4]) })),
			xRange: [75, 130],
			marks: [{ x: 100 }],
			xText: (x) => `${x} %`,
			yText: (vol) => `${Math.round(vol)} %`,
			xLabel: 'strike, in per cent of the forward',
			yLabel: 'volatility a year',
			height: 240,
		}),
	);
}
