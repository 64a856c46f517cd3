// SPDX-License-Identifier: GPL-3.0-or-later

// The risk page: one connection, one tab at a time, read anew at each block.

import { h } from './lib/dom.mjs';
import { Reader } from './lib/reader.mjs';
import { feedName, readHead } from './lib/read.mjs';
import { keepSession } from './lib/session.mjs';
import { count, fullMoment, span, words } from './lib/text.mjs';
import account from './tabs/account.mjs';
import auctions from './tabs/auctions.mjs';
import feeds from './tabs/feeds.mjs';
import market from './tabs/market.mjs';
import pools from './tabs/pools.mjs';
import vaults from './tabs/vaults.mjs';

const { ApiPromise, WsProvider } = globalThis.polkadotApi;
const TABS = [feeds, market, account, auctions, vaults, pools];
/** Blocks that lines show. */
const KEPT = 240;
/** Without a block for so long the chain is said to stand. */
const STANDS_MS = 60_000;

const element = (id) => document.getElementById(id);
const state = { tab: 'feeds', account: undefined, underlying: undefined, expiry: undefined, series: undefined };
const history = { blocks: [] };
const page = { api: undefined, names: new Map(), head: undefined, session: undefined, url: undefined, seen: 0, reading: false, wanted: undefined, trouble: undefined };

function fromHash() {
	const [tab, argument] = decodeURIComponent(location.hash).replace(/^#\/?/, '').split('/');
	state.tab = TABS.some(({ id }) => id === tab) ? tab : 'feeds';
	if (state.tab === 'account') state.account = argument || undefined;
}

/** Take a choice of the user: it is in the address where it is a place, and read at once. */
function act(change) {
	Object.assign(state, change);
	const place = `#/${state.tab}${state.tab === 'account' && state.account ? `/${state.account}` : ''}`;
	if (location.hash !== place) location.hash = place;
	else openTab();
}

function openTab() {
	const tab = TABS.find(({ id }) => id === state.tab);
	for (const link of element('tabs').children) link.toggleAttribute('aria-current', link.dataset.tab === state.tab);
	document.title = `${tab.title} · Straddle`;
	element('controls').replaceChildren(...(tab.controls ? [tab.controls({ state, act })] : []));
	element('content').replaceChildren(h('p', { class: 'empty' }, page.api ? 'Reading…' : 'Waiting for a node…'));
	refresh();
}

/** Read the newest block, unless that is under way: then once more after it. */
async function refresh(hash) {
	page.wanted = hash ?? page.head?.hash;
	if (page.reading || !page.api) return;
	page.reading = true;
	try {
		while (page.wanted !== undefined || page.head === undefined) {
			const wanted = page.wanted;
			page.wanted = undefined;
			await read(wanted);
			if (!page.api) return;
		}
	} finally {
		page.reading = false;
	}
}

async function read(hash) {
	const { api } = page;
	const tab = TABS.find(({ id }) => id === state.tab);
	const shown = JSON.stringify([state.tab, state.account]);
	try {
		const reader = await Reader.of(api, hash);
		const [head, data] = await Promise.all([readHead(reader), tab.read(reader, state)]);
		if (page.api !== api) return;
		page.head = head;
		if (JSON.stringify([state.tab, state.account]) !== shown) return;
		keep(head.number, tab.keep?.(data) ?? {});
		const context = { state, act, head, history, names: page.names };
		swap(element('content'), tab.render(data, context));
		page.trouble = undefined;
	} catch (error) {
		if (page.api !== api) return;
		page.trouble = `Block ${page.head?.number ?? ''} could not be read: ${error.message}`;
		console.error(error);
		page.head ??= { number: 0, hash };
	}
	status();
}

/** Add figures of a block to the lines; each block once, and gaps where a tab was not open. */
function keep(block, figures) {
	if (history.blocks.at(-1) !== block) {
		history.blocks.push(block);
		for (const [name, values] of Object.entries(history)) if (name !== 'blocks' && Array.isArray(values)) values.push(NaN);
	}
	for (const [name, value] of Object.entries(figures)) {
		history[name] ??= Array(history.blocks.length).fill(NaN);
		history[name][history.blocks.length - 1] = value;
	}
	if (history.blocks.length > KEPT) for (const values of Object.values(history)) if (Array.isArray(values)) values.shift();
}

function forget() {
	for (const name of Object.keys(history)) delete history[name];
	history.blocks = [];
}

/** New content, with the focus and what was scrolled sideways where they were. */
function swap(into, content) {
	const focus = document.activeElement?.dataset?.key;
	const sideways = [...into.querySelectorAll('.scroll')].map(({ scrollLeft }) => scrollLeft);
	into.replaceChildren(...[content].flat(9).filter(Boolean));
	into.querySelectorAll('.scroll').forEach((one, i) => { one.scrollLeft = sideways[i] ?? 0; });
	if (focus) into.querySelector(`[data-key="${CSS.escape(focus)}"]`)?.focus({ preventScroll: true });
}

function status() {
	const { head } = page;
	const quiet = page.seen > 0 ? Date.now() - page.seen : 0;
	const closed = page.closed !== undefined;
	const stands = !closed && page.api && quiet > STANDS_MS;
	const level = closed ? 'bad' : stands || page.trouble ? 'warn' : 'ok';
	element('pill').className = `badge ${page.api || closed ? level : 'plain'}`;
	element('pill').textContent = closed ? 'No node' : stands ? 'Chain stands' : page.trouble ? 'Cannot read' : page.api ? 'Live' : 'Connecting';
	element('block').textContent = head?.number ? `Block ${count(head.number)}` : '';
	element('time').textContent = head?.time ? fullMoment(head.time) : '';
	const banner = element('banner');
	let text;
	if (closed) {
		text = `No node answers at ${page.url} (${page.closed.reason}, for ${span(page.closed.ms)}). It is tried again every two seconds. ${head?.number ? `What is below is of block ${count(head.number)}.` : 'Is it running, and does it let this page in (--rpc-cors)?'}`;
	} else if (stands) text = `No new block for ${span(quiet)}: the chain stands still, or the node has no peers.`;
	else if (page.trouble) text = page.trouble;
	banner.hidden = !text;
	banner.className = `banner ${level}`;
	if (banner.textContent !== (text ?? '')) banner.textContent = text ?? '';
	document.body.classList.toggle('old', closed);
	const house = [];
	if (head?.time && !closed) {
		if (head.late) house.push(head.roundAgeMs === undefined ? 'No price round has finished yet.' : `No price round has finished for ${span(head.roundAgeMs)}.`);
		if (head.house !== 'Open') house.push(`The house is at level ${words(head.house)}.`);
		if (head.halt.paused) house.push('Liquidation is paused.');
		if (head.windDown > 0n) house.push('The house is winding down.');
	}
	element('house').hidden = house.length === 0;
	element('house').textContent = house.join(' ');
	const auctionTab = element('tabs').querySelector('[data-tab=auctions]');
	auctionTab.dataset.count = head?.auctions > 0 ? head.auctions : '';
}

function connect(url) {
	page.session?.stop();
	Object.assign(page, { url, api: undefined, head: undefined, closed: undefined, genesis: undefined, seen: 0, trouble: undefined });
	forget();
	element('node').value = url;
	page.session = keepSession(url, {
		makeApi(address) {
			const provider = new WsProvider(address, false);
			provider.connect().catch(() => {});
			return { provider, api: new ApiPromise({ provider, noInitWarn: true }) };
		},
		async onOpen(api) {
			const genesis = api.genesisHash.toHex();
			if (page.genesis !== genesis) {
				forget();
				page.head = undefined;
			}
			page.genesis = genesis;
			const chain = (await api.rpc.system.chain()).toString();
			const reader = await Reader.of(api);
			const [spots, described] = await Promise.all([reader.entries('priceOracle', 'underlyings'), reader.entries('priceOracle', 'feeds')]);
			const texts = new Map(described.map(([id, { description }]) => [id, description]));
			page.names = new Map(spots.map(([id, { spot }]) => [id, feedName(texts.get(spot) ?? `U${id}`)]));
			element('chain').textContent = chain;
			Object.assign(page, { api, closed: undefined, seen: Date.now() });
			status();
			openTab();
		},
		onHead(header) {
			page.seen = Date.now();
			refresh(header.hash.toHex());
		},
		onClosed(reason, ms) {
			Object.assign(page, { api: undefined, closed: { reason, ms } });
			status();
		},
	});
	status();
}

async function start() {
	fromHash();
	element('tabs').replaceChildren(...TABS.map(({ id, title }) => h('a', { href: `#/${id}`, 'data-tab': id }, title)));
	window.addEventListener('hashchange', () => {
		fromHash();
		openTab();
	});
	element('where').addEventListener('submit', (event) => {
		event.preventDefault();
		const url = element('node').value.trim();
		const query = new URLSearchParams(location.search);
		query.set('node', url);
		window.history.replaceState(null, '', `?${query}${location.hash}`);
		connect(url);
	});
	element('theme').addEventListener('click', () => theme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'));
	theme(new URLSearchParams(location.search).get('theme') ?? localStorage.getItem('theme') ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'), false);
	const asked = new URLSearchParams(location.search).get('node');
	connect(asked ?? (await fetch('/config.json').then((r) => r.json()).then(({ node }) => node).catch(() => undefined)) ?? 'ws://127.0.0.1:9944');
	setInterval(status, 1000);
}

function theme(name, remember = true) {
	document.documentElement.dataset.theme = name;
	element('theme').textContent = name === 'dark' ? 'Light' : 'Dark';
	if (remember) localStorage.setItem('theme', name);
}

start();
