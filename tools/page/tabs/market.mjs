// SPDX-License-Identifier: GPL-3.0-or-later

// The order book: every series of an expiry with quotes, marks and greeks, and the levels of one of them.

import { badge, facts, h, panel, table, tile } from '../lib/dom.mjs';
import { lines } from '../lib/plot.mjs';
import { compare, readBook, readExpiry, readMarkets } from '../lib/read.mjs';
import { cash, contracts, float, moment, number, percent, seriesName, showStrike, span, usd, words } from '../lib/text.mjs';
import { stateBadge } from './feeds.mjs';

const same = (a, b) => a && b && a.strike === b.strike && a.kind === b.kind;

export default {
	id: 'market',
	title: 'Market',
	async read(r, state) {
		const markets = await readMarkets(r);
		const market = markets.find(({ id }) => id === state.underlying) ?? markets[0];
		if (!market) return { markets };
		const open = market.expiries.map(({ at }) => at);
		// The one with most open contracts, if nobody chose.
		const busiest = [...market.expiries].sort((a, b) => compare(b.openInterest, a.openInterest))[0];
		const expiry = open.includes(state.expiry) ? state.expiry : busiest?.at;
		const all = expiry === undefined ? [] : await readExpiry(r, market.id, expiry);
		const forward = all.find(({ greeks }) => greeks)?.greeks.forward;
		const series = all.find((one) => same(one.series, state.series)) ?? nearest(all, forward);
		const book = series && (await readBook(r, series.series));
		return { markets, market, expiry, lines: all, forward, series, book };
	},
	render(data, { state, act, head, names }) {
		const { markets, market, expiry, forward, series, book } = data;
		if (!market) return panel('Market', undefined, h('p', { class: 'empty' }, 'No market is open.'));
		const choice = (chosen, key, text, change) => h('button', { class: chosen ? 'pill chosen' : 'pill', 'data-key': key, 'aria-pressed': chosen, onclick: () => act(change) }, text);
		const options = data.lines.filter((one) => one.series.kind !== 'Future');
		const futures = data.lines.filter((one) => one.series.kind === 'Future');
		const strikes = [...new Set(options.map((one) => one.series.strike))].sort(compare);
		const find = (strike, kind) => data.lines.find((one) => one.series.strike === strike && one.series.kind === kind);
		const atTheMoney = nearest(data.lines, forward);
		const open = market.expiries.reduce((sum, one) => sum + one.openInterest, 0n);
		return [
			h(
				'div',
				{ class: 'choices' },
				markets.map((one) => choice(one.id === market.id, `u${one.id}`, one.name, { underlying: one.id, expiry: undefined, series: undefined })),
				h('span', { class: 'gap' }),
				market.expiries.map((one) => choice(one.at === expiry, `e${one.at}`, `${moment(one.at)} · ${contracts(one.openInterest, 2)}`, { expiry: one.at, series: undefined })),
			),
			h(
				'div',
				{ class: 'tiles' },
				tile('Market', words(market.market.state), { level: market.market.state === 'Open' && market.level === 'Open' ? 'ok' : 'warn', note: market.level === 'Open' ? undefined : `level ${words(market.level)}` }),
				tile(`Forward of ${expiry ? moment(expiry) : '–'}`, usd(forward)),
				tile('At the money', atTheMoney?.greeks ? percent(atTheMoney.greeks.volatility) : '–', { note: 'volatility a year' }),
				tile('Expires in', expiry ? span(expiry - head.time) : '–'),
				tile('Open contracts', contracts(open, 2), { note: `at most ${contracts(market.market.openInterestCap, 0)}` }),
			),
			panel(
				`${market.name} options${expiry ? `, ${moment(expiry)} UTC` : ''}`,
				'Prices in USDT for one contract. A mark opens its series below.',
				chain(strikes, find, atTheMoney, series, act),
			),
			futures.length > 0 && panel('Futures', 'Their marks are what a contract is worth against its reference price.', futureTable(futures, names, series, act)),
			series &&
				h(
					'div',
					{ class: 'columns' },
					panel(nameOf(series.series, names), undefined, greeks(series), book && ladder(book, series.quote)),
					panel('Marks by strike', 'Lines are marks, dots are the best prices of the book.', marks(options, forward)),
				),
		];
	},
};

/** The call that is nearest to the forward. */
function nearest(list, forward) {
	const calls = list.filter(({ series }) => series.kind === 'Call');
	if (forward === undefined) return calls[0] ?? list[0];
	const away = ({ series }) => Math.abs(float(series.strike, 8) - float(forward));
	return calls.reduce((best, one) => (!best || away(one) < away(best) ? one : best), undefined) ?? list[0];
}

const nameOf = (series, names) => seriesName(series, [...Array(series.underlying).fill(''), names.get(series.underlying)]);

function chain(strikes, find, atTheMoney, chosen, act) {
	const side = (kind) => {
		const of = (strike) => find(strike, kind);
		const open = (one, text) =>
			one && h('button', { class: same(one.series, chosen?.series) ? 'cell chosen' : 'cell', 'data-key': `s${one.series.strike}${kind}`, onclick: () => act({ series: one.series }) }, text);
		return [
			{ head: 'Open', hint: 'open contracts', cell: (strike) => { const one = of(strike); return one && one.open > 0n ? contracts(one.open) : ''; } },
			{ head: 'Bid', class: 'bid', cell: (strike) => of(strike)?.quote?.bid ? cash(of(strike).quote.bid.price) : '' },
			{ head: 'Mark', cell: (strike) => open(of(strike), cash(of(strike)?.quote?.mark)) },
			{ head: 'Ask', class: 'ask', cell: (strike) => of(strike)?.quote?.ask ? cash(of(strike).quote.ask.price) : '' },
			{ head: 'Δ', hint: 'delta', cell: (strike) => { const g = of(strike)?.greeks; return g ? number(float(g.delta), 2) : ''; } },
		];
	};
	return h(
		'div',
		{ class: 'chain' },
		h('div', { class: 'sides', 'aria-hidden': true }, h('span', null, 'Calls'), h('span', null, 'Puts')),
		table(
			[
				...side('Call'),
				{ head: 'Strike', class: 'strike', cell: (strike) => Number(showStrike(strike)).toLocaleString('en-US') },
				{ head: 'Vol', hint: 'volatility a year by which both are valued', class: 'vol', cell: (strike) => { const g = (find(strike, 'Call') ?? find(strike, 'Put'))?.greeks; return g ? percent(g.volatility) : ''; } },
				...side('Put').reverse(),
			],
			strikes,
			{ empty: 'No series of this expiry is listed.', rowClass: (strike) => (strike === atTheMoney?.series.strike ? 'near' : undefined) },
		),
	);
}

function futureTable(futures, names, chosen, act) {
	return table(
		[
			{ head: 'Series', text: true, cell: ({ series }) => h('button', { class: same(series, chosen?.series) ? 'cell chosen' : 'cell', 'data-key': `s${series.strike}Future`, onclick: () => act({ series }) }, nameOf(series, names)) },
			{ head: 'Reference', cell: ({ series }) => Number(showStrike(series.strike)).toLocaleString('en-US') },
			{ head: 'Bid', class: 'bid', cell: ({ quote }) => (quote?.bid ? cash(quote.bid.price) : '') },
			{ head: 'Mark', cell: ({ quote }) => cash(quote?.mark) },
			{ head: 'Ask', class: 'ask', cell: ({ quote }) => (quote?.ask ? cash(quote.ask.price) : '') },
			{ head: 'Open', cell: ({ open }) => contracts(open) },
		],
		futures,
	);
}

function greeks({ quote, greeks: g, open }) {
	return facts(
		['State', quote ? stateBadge(quote.state) : badge('Not listed', 'warn')],
		['Mark', cash(quote?.mark)],
		['Open contracts', contracts(open)],
		g && ['Delta', number(float(g.delta), 4)],
		g && ['Gamma', `${number(float(g.gamma) * 100, 4)} for 100 USD`],
		g && ['Vega', `${number(float(g.vega) / 100, 3)} USD for 1 % of volatility`],
		g && ['Theta', `${number(float(g.theta) / 365 / 24, 2)} USD an hour`],
		g && ['Volatility', percent(g.volatility, 2)],
		g && ['Age of its prices', span(g.ageMs)],
	);
}

/** The levels of both sides, asks above bids, with bars of what lies there. */
function ladder({ bids, asks, peggedBids = [], peggedAsks = [] }, quote) {
	const most = [...bids, ...asks].reduce((all, { total }) => (total > all ? total : all), 1n);
	const level = (side) => ({ price, total, orders }) =>
		h(
			'tr',
			{ class: side },
			h('td', { class: 'text' }, side === 'ask' ? 'Sell' : 'Buy'),
			h('td', { class: 'figure' }, cash(price)),
			h('td', { class: 'figure' }, contracts(total)),
			h('td', { class: 'figure dim' }, orders === 1 ? '1 order' : `${orders} orders`),
			h('td', { class: 'depth' }, h('span', { style: `width:${(Number(total) / Number(most)) * 100}%` })),
		);
	const mid = quote?.mark === undefined ? undefined : h('tr', { class: 'markline' }, h('td', { class: 'text' }, 'Mark'), h('td', { class: 'figure' }, cash(quote.mark)), h('td', { colspan: 3 }));
	const pegged = peggedBids.length + peggedAsks.length;
	return [
		bids.length + asks.length === 0
			? h('p', { class: 'empty' }, 'Nothing rests in this series.')
			: h(
					'table',
					{ class: 'ladder' },
					h('thead', null, h('tr', null, ['Side', 'Price', 'Contracts', '', ''].map((text, i) => h('th', { class: i === 0 ? 'text' : 'figure' }, text)))),
					h('tbody', null, [...asks].reverse().map(level('ask')), mid, bids.map(level('bid'))),
				),
		pegged > 0 && h('p', { class: 'note' }, `${pegged} levels more are in volatility.`),
	];
}

function marks(list, forward) {
	const of = (kind) => list.filter(({ series }) => series.kind === kind);
	const strike = ({ series }) => float(series.strike, 8);
	const line = (kind, colour) => ({ label: `${kind}s`, colour, points: of(kind).map((one) => [strike(one), one.quote?.mark === undefined ? NaN : float(one.quote.mark, 6)]) });
	const best = list.flatMap((one) =>
		['bid', 'ask'].filter((side) => one.quote?.[side]).map((side) => ({ x: strike(one), y: float(one.quote[side].price, 6), level: side, title: `${side} ${cash(one.quote[side].price)}` })),
	);
	if (list.length === 0) return h('p', { class: 'empty' }, 'Nothing is listed.');
	return lines({
		title: 'marks by strike',
		series: [line('Call', 0), line('Put', 1)].filter(({ points }) => points.length > 0),
		spots: best,
		marks: forward === undefined ? [] : [{ x: float(forward), label: 'forward' }],
		include: [0],
		height: 300,
		xText: (x) => x.toLocaleString('en-US'),
		yText: (y) => y.toLocaleString('en-US'),
		yLabel: 'USDT for one contract',
		xLabel: 'strike, USD',
	});
}
