// SPDX-License-Identifier: GPL-3.0-or-later

// One margin account: what it has, what it needs and why, and what keeps it from paying out.

import { badge, facts, h, panel, table, tile } from '../lib/dom.mjs';
import { bars, lines } from '../lib/plot.mjs';
import { equityParts, marginParts, standingOf, withdrawal } from '../lib/reasons.mjs';
import { readAccount, readAccounts } from '../lib/read.mjs';
import { amount, cash, contracts, float, moment, number, percent, seriesName, share, short, span, usd, words } from '../lib/text.mjs';
import { stateBadge } from './feeds.mjs';

const STANDING = { Sound: 'ok', BelowInitial: 'warn', BelowMaintenance: 'bad' };

export default {
	id: 'account',
	title: 'Accounts',
	async read(r, { account }) {
		if (!account) return { accounts: await readAccounts(r) };
		if (!isAddress(r, account)) return { wrong: account };
		const one = await readAccount(r, account);
		if (one) return { account: one };
		// An owner's address, perhaps.
		const owned = await r.view('margin', 'accountsOf', account);
		return { owner: account, owned };
	},
	keep: ({ account }) =>
		account?.health
			? {
					[`equity ${account.id}`]: float(account.health.equityMaintenance),
					[`maintenance ${account.id}`]: float(account.health.assessment.maintenance),
					[`initial ${account.id}`]: float(account.health.assessment.initial),
				}
			: {},
	controls({ state, act }) {
		const input = h('input', { id: 'address', type: 'text', size: 52, spellcheck: 'false', autocomplete: 'off', placeholder: 'a margin account or its owner', value: state.account ?? '' });
		return h(
			'form',
			{ class: 'controls', onsubmit: (event) => { event.preventDefault(); act({ account: input.value.trim() || undefined }); } },
			h('label', { for: 'address' }, 'Address'),
			input,
			h('button', { type: 'submit', class: 'pill' }, 'Show'),
			h('button', { type: 'button', class: 'pill', onclick: () => { input.value = ''; act({ account: undefined }); } }, 'All accounts'),
		);
	},
	render(data, context) {
		if (data.accounts) return list(data.accounts, context, 'Margin accounts', '50 at most, as they stood when the chain last valued them, the weakest of these first. Any other by its address.');
		if (data.wrong) return panel('No address', undefined, h('p', { class: 'empty' }, `“${data.wrong}” is no address of an account.`));
		if (!data.account) {
			if (data.owned.length === 0) return panel('No such account', undefined, h('p', { class: 'empty' }, `${data.owner} is no margin account and owns none.`));
			const owned = data.owned.map((one) => ({ ...one, id: one.account, owner: data.owner }));
			return list(owned, context, `Accounts of ${short(data.owner)}`);
		}
		return account(data.account, context);
	},
};

function isAddress({ api }, text) {
	try {
		return Boolean(api.registry.createType('AccountId', text));
	} catch {
		return false;
	}
}

function list(accounts, { act }, title, note) {
	return panel(
		title,
		note,
		table(
			[
				{ head: 'Account', text: true, cell: ({ id }) => h('button', { class: 'link', 'data-key': id, title: id, onclick: () => act({ account: id }) }, h('code', null, short(id))) },
				{ head: 'Owner', text: true, cell: ({ owner, index }) => [h('code', { title: owner }, short(owner)), h('span', { class: 'dim' }, ` / ${index}`)] },
				{ head: 'Standing', text: true, cell: ({ standing, inAuction }) => (inAuction ? badge('In auction', 'bad') : badge(words(standing), STANDING[standing])) },
				{ head: 'Rule', text: true, cell: ({ mode }) => mode },
				{ head: 'Cash, USDT', cell: (one) => cash(one.cash) },
				{ head: 'Lots', cell: ({ lots }) => lots },
				{ head: 'Positions', cell: ({ positions }) => positions },
			],
			accounts,
			{ empty: 'Nobody has opened a margin account.' },
		),
	);
}

function account(one, { history, names }) {
	const { health } = one;
	if (!health) {
		return panel(`Account ${short(one.id)}`, undefined, h('p', { class: 'empty' }, 'It cannot be valued now: a price that it needs was never there.'));
	}
	const standing = standingOf(one);
	const out = withdrawal(one);
	const { initial, maintenance } = health.assessment;
	return [
		h('div', { class: 'titleline' }, h('h2', null, h('code', null, one.id)), badge(standing.text, standing.level)),
		h(
			'div',
			{ class: 'tiles' },
			tile('Equity', usd(health.equity), { note: 'lots at full price' }),
			tile('Initial margin', usd(initial), { level: health.initialExcess < 0n ? 'warn' : 'ok', note: excess(health.initialExcess, 'for opening') }),
			tile('Maintenance margin', usd(maintenance), { level: health.maintenanceExcess < 0n ? 'bad' : 'ok', note: excess(health.maintenanceExcess, 'that counts against it') }),
			tile('Can withdraw', `${cash(out.most)} USDT`, { level: out.most > 0n ? 'ok' : 'warn' }),
			tile('Rule', health.mode, { note: `prices ${words(health.assessment.state)}` }),
		),
		h(
			'div',
			{ class: 'columns' },
			h(
				'div',
				null,
				panel('What it has and what it needs', 'USD. What it has must reach what it needs, each pair by itself.', balance(one, names)),
				panel(
					'What makes up its margin',
					health.portfolio ? 'Portfolio rule: the worst loss of each underlying over the scenarios, and what is added.' : 'Standard rule: each expiry by itself.',
					margin(one, names),
				),
				panel('Positions', undefined, positions(one, names)),
				panel('Resting orders', undefined, orders(one, names)),
			),
			h(
				'div',
				null,
				panel('Withdrawals', undefined, leaving(out)),
				panel('Equity and margin, block by block', 'Since this page was opened.', course(one, history)),
				panel('Lots', 'What collateral counts for.', lots(one)),
				panel('Account', undefined, about(one)),
			),
		),
	];
}

const excess = (value, what) => `equity ${what} is ${usd(value < 0n ? -value : value)} ${value < 0n ? 'below' : 'above'}`;

const about = (one) =>
	facts(
		['Owner', h('code', { title: one.owner }, short(one.owner))],
		['Index', one.index],
		['Delegates', one.delegates.length === 0 ? 'none' : one.delegates.map(short).join(', ')],
		['Last valued as', words(one.standing)],
		['In the risk ladder', one.filed.hot ? 'looked at every round' : one.filed.dues.length > 0 ? `filed under ${one.filed.dues.length} drivers` : 'no: it needs no watching'],
		['Gain since the daily mark', `${cash(one.gain)} USDT`],
		one.due && ['Due by the cash call', `${cash(one.due.due)} USDT until ${moment(one.due.by)}`],
		one.queued && ['Waits for', `${cash(one.queued.request.rest)} USDT, ${cash(one.queued.expected)} if a round were held now`],
		one.auction && ['Auction', `κ ${percent(one.auction.kappa, 2)}, ${percent(one.auction.share)} for sale`],
	);

function balance(one, names) {
	const { health } = one;
	const positive = (list, key) => list.filter((part) => part[key] > 0n).map((part, i) => ({ value: float(part[key]), title: `${part.what}: ${usd(part[key])}`, colour: 1 + (i % 5) }));
	const has = equityParts(one);
	const needs = marginParts(one, names);
	const bar = (label, value, list, key, level) => ({ label, value: float(value), text: usd(value), parts: positive(list, key), level });
	// A debt of options is a smaller bar, not a negative part.
	const whole = (label, value, colour) => ({ label, value: Math.max(0, float(value)), text: usd(value), colour });
	return [
		h('h3', null, 'To open or withdraw'),
		bars([whole('has', health.equityInitial, 0), bar('initial margin', health.assessment.initial, needs, 'initial')]),
		h('h3', null, 'To be left alone'),
		bars([whole('has', health.equityMaintenance, 0), bar('maintenance', health.assessment.maintenance, needs, 'maintenance')]),
		table(
			[
				{ head: 'It has', text: true, cell: ({ what }) => what },
				{ head: 'Full', cell: ({ full }) => usd(full) },
				{ head: 'To open', cell: ({ initial }) => usd(initial) },
				{ head: 'To be left alone', cell: ({ maintenance }) => usd(maintenance) },
			],
			has,
			{ foot: ['Equity', usd(health.equity), usd(health.equityInitial), usd(health.equityMaintenance)] },
		),
	];
}

function leaving(out) {
	const first = out.checks.find(({ binds }) => binds);
	const verdict = first
		? first.text
		: out.limitedByHouse
			? `Margin would allow ${cash(out.expected)} USDT; the clearing house has no more that is free.`
			: `Up to ${cash(out.most)} USDT can leave now. What it may not touch backs its positions and orders.`;
	return [
		h('p', { class: first ? 'verdict warn' : 'verdict ok' }, verdict),
		h('ul', { class: 'checks' }, out.checks.map(({ ok, text, binds }) => h('li', { class: ok ? 'ok' : binds ? 'bad' : 'warn' }, text))),
		table(
			[
				{ head: 'What margin lets out', text: true, cell: ([what]) => what },
				{ head: 'USD', cell: ([, value]) => usd(value) },
			],
			out.sum,
			{ foot: ['Can leave, as far as margin goes', usd(out.room)] },
		),
	];
}

function margin(one, names) {
	const { initial, maintenance } = one.health.assessment;
	return table(
		[
			{ head: 'Because of', text: true, cell: ({ what, expiry }) => (expiry === undefined ? what : `${what}, expiry ${moment(expiry)}`) },
			{ head: 'Initial', cell: (part) => usd(part.initial) },
			{ head: 'Maintenance', cell: (part) => usd(part.maintenance) },
		],
		marginParts(one, names),
		{ empty: 'No positions and no orders: it needs no margin.', foot: ['Margin', usd(initial), usd(maintenance)] },
	);
}

function course(one, history) {
	const of = (what) => (history[`${what} ${one.id}`] ?? []).map((value, i) => [history.blocks[i], value]).filter(([, value]) => Number.isFinite(value));
	const equity = of('equity');
	if (equity.length < 2) return h('p', { class: 'empty' }, 'Two blocks are needed for a line.');
	return lines({
		title: 'equity and margin by block',
		series: [
			{ label: 'equity', points: equity, colour: 0 },
			{ label: 'initial', points: of('initial'), colour: 1, dashed: true },
			{ label: 'maintenance', points: of('maintenance'), colour: 2, dashed: true },
		],
		include: [0],
		height: 250,
		yText: (value) => value.toLocaleString('en-US'),
		xText: (value) => (Number.isInteger(value) ? `#${value}` : ''),
		yLabel: 'USD',
	});
}

function lots(one) {
	const kinds = new Map(one.kinds.map((kind) => [kind.id, kind]));
	return table(
		[
			{ head: 'Kind', text: true, cell: ({ kind }) => kinds.get(kind)?.symbol ?? kind },
			{ head: 'Amount', cell: ({ kind, amount: units }) => amount(units, kinds.get(kind)?.decimals ?? 0, 2) },
			{ head: 'Full', cell: ({ credit }) => usd(credit.full) },
			{ head: 'To open', cell: ({ credit }) => [usd(credit.initial), part(credit.initial, credit.full)] },
			{ head: 'To be left alone', cell: ({ credit }) => [usd(credit.maintenance), part(credit.maintenance, credit.full)] },
			{ head: 'Price', text: true, cell: ({ credit }) => stateBadge(credit.state) },
		],
		one.health.lots,
		{ empty: 'Cash only.' },
	);
}

const part = (counts, full) => full > 0n && h('span', { class: 'dim' }, ` ${share(Number(counts) / Number(full), 0)}`);

const nameOf = (series, names) => seriesName(series, [...Array(series.underlying).fill(''), names.get(series.underlying)]);

function positions(one, names) {
	return table(
		[
			{ head: 'Series', text: true, cell: ({ series }) => nameOf(series, names) },
			{ head: 'Contracts', cell: ({ quantity }) => contracts(quantity) },
			{ head: 'Mark', cell: ({ mark }) => cash(mark) },
			{ head: 'Value', cell: ({ mark, quantity }) => (mark === undefined ? '–' : cash((mark * quantity) / 1_000_000n)) },
			{ head: 'Delta', cell: ({ greeks, quantity }) => (greeks ? number(float(greeks.delta) * float(quantity, 6), 3) : '–') },
			{ head: 'Vega, 1 %', cell: ({ greeks, quantity }) => (greeks ? number((float(greeks.vega) / 100) * float(quantity, 6), 2) : '–') },
		],
		one.positions,
		{ empty: 'No positions.' },
	);
}

function orders(one, names) {
	return table(
		[
			{ head: 'Series', text: true, cell: ({ place }) => nameOf(place.series, names) },
			{ head: 'Side', text: true, cell: ({ place }) => place.side },
			{ head: 'Price', cell: ({ place }) => cash(place.price) },
			{ head: 'Remaining', cell: ({ remaining }) => contracts(remaining) },
			{ head: 'Until', text: true, cell: ({ terms }) => (terms?.until === undefined ? 'cancelled' : moment(terms.until)) },
		],
		one.orders,
		{ empty: 'Nothing rests.' },
	);
}
