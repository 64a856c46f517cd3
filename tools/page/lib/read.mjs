// SPDX-License-Identifier: GPL-3.0-or-later

// What the page and the exporter show, read at one block. Amounts stay BigInt as the chain counts them:
// `money` and prices with 18 decimals, cash with 6, contracts with 6, strikes with 8, times in milliseconds.

import { positionsOf } from './positions.mjs';
import { plain, variant } from './plain.mjs';

/** Distances of the 17 places of a smile, in .6·√T from the forward (straddle-math, `svi/lines.rs`). */
export const PLACES = [-6, -3.5, -2.4, -1.7, -1.2, -0.8, -0.5, -0.25, 0, 0.25, 0.5, 0.8, 1.2, 1.7, 2.4, 3.5, 6];
/** Source 0 is this chain. */
const LOCAL = 0;
const PICO = 1e12;
/** How far apart rungs of a driver are (pallet-liquidation, `ladder/types.rs`). */
const RUNG = { Forward: 0.001, Price: 0.001, Deviation: 0.0002, Stable: 0.0002, Chain: 0.001 };
const BAND = { ...RUNG, Chain: 0 };
/** The farthest that an account is filed: 25 steps of its driver (RISK.md 7). */
const REACH = { Forward: 0.25, Price: 0.25, Deviation: 0.05, Stable: 0.025, Chain: 1 };
const NO_RUNG = 2 ** 32 - 1;

/** The block itself, and what holds for the whole house. */
export async function readHead(r) {
	const [number, time, house, levels, halt, windDown, last, params, auctions] = await Promise.all([
		r.value('system', 'number'),
		r.value('timestamp', 'now'),
		r.view('liquidation', 'levelOf', 'House'),
		r.view('liquidation', 'levels'),
		r.value('liquidation', 'halt'),
		r.value('liquidation', 'windDown'),
		r.value('priceOracle', 'lastFinished'),
		r.value('priceOracle', 'parameters'),
		r.value('liquidation', 'auctionCount'),
	]);
	// Before the first round there is none.
	const roundAgeMs = last && time - last.at;
	const late = roundAgeMs === undefined || roundAgeMs > BigInt(params.staleRounds) * params.roundMs;
	return { number, hash: String(r.hash), time, house: house[0], levels, halt, windDown, roundAgeMs, late, auctions };
}

/** Of how many feeders a price needs reports (pallet-price-oracle, `params.rs`). */
export function quorumOf(feeders, smallNetwork) {
	const most = Math.floor((2 * feeders) / 3) + 1;
	return smallNetwork ? most : Math.max(3, most);
}

/** Feeds with their states and ages, feeders, the last rounds, and how far the last finished one is behind. */
export async function readFeeds(r) {
	const [listed, params, feeders, rounds, last, now] = await Promise.all([
		r.entries('priceOracle', 'feeds'),
		r.value('priceOracle', 'parameters'),
		r.view('priceOracle', 'feeders'),
		r.view('priceOracle', 'lastRounds'),
		r.value('priceOracle', 'lastFinished'),
		r.value('timestamp', 'now'),
	]);
	const feeds = await Promise.all(
		listed
			.sort(([a], [b]) => a - b)
			.map(async ([id, { description, kind, sources, quote }]) => {
				const about = { id, description, kind: variant(kind), sources: sources.length, quote };
				if (about.kind !== 'Surface') return { ...about, ...(await r.view('priceOracle', 'feedStatus', id)) };
				const { rows } = await r.view('priceOracle', 'surface', id);
				return { ...about, rows, ageMs: rows.length > 0 ? now - rows.map(({ at }) => at).reduce(least) : undefined };
			}),
	);
	return {
		feeds,
		params,
		feeders: feeders.map(({ feeder, ...rest }) => ({ ...feeder, ...rest })),
		quorum: quorumOf(feeders.length, params.smallNetwork),
		rounds,
		last: last && { ...last, ageMs: now - last.at },
	};
}

/** The name in a feed's description: "BTC" of "BTC in USD". */
export const feedName = (description) => description.split(' ')[0];

/** Markets with their rules and expiries; `names` says what underlyings and kinds are called. */
export async function readMarkets(r) {
	const [ids, spots, feeds] = await Promise.all([
		r.value('options', 'underlyings'),
		r.entries('priceOracle', 'underlyings'),
		r.entries('priceOracle', 'feeds'),
	]);
	const described = new Map(feeds.map(([id, { description }]) => [id, description]));
	const spotOf = new Map(spots.map(([id, { spot }]) => [id, spot]));
	return Promise.all(
		ids.map(async (id) => {
			const spot = spotOf.get(id);
			const [market, expiries, level] = await Promise.all([
				r.view('options', 'market', id),
				r.view('options', 'openInterest', id),
				r.view('liquidation', 'levelOf', { Market: id }),
			]);
			return { id, spot, name: feedName(described.get(spot) ?? `U${id}`), market, expiries, level: level[0] };
		}),
	);
}

/** Every listed series of an expiry with its quote, greeks and open contracts, lowest strike first. */
export async function readExpiry(r, underlying, expiry) {
	const all = await r.view('options', 'seriesOf', underlying);
	const series = all.filter((one) => one.expiry === expiry);
	const lines = await Promise.all(
		series.map(async (one) => {
			const [quote, greeks, open] = await Promise.all([
				r.view('options', 'quote', one),
				r.view('options', 'greeks', one),
				r.value('margin', 'openInterest', one),
			]);
			return { series: one, quote, greeks, open: open?.longs ?? 0n };
		}),
	);
	return lines.sort((a, b) => compare(a.series.strike, b.series.strike));
}

/** The price levels of a series. */
export const readBook = (r, series, depth = 10) => r.view('options', 'orderBook', series, depth);

/** Kinds of collateral with what the registry says of them, in their order. */
export async function readKinds(r) {
	const [kinds, credited] = await Promise.all([r.raw('collateral', 'kinds'), r.entries('collateral', 'credited')]);
	const totals = new Map(credited);
	return Promise.all(
		kinds
			.map(([{ args: [id] }, info]) => [plain(id), info.unwrap()])
			.sort(([a], [b]) => a - b)
			.map(async ([id, info]) => {
				const { symbol } = await r.value('foreignAssets', 'metadata', info.asset);
				return { ...plain(info), id, symbol: symbol || `kind ${id}`, credited: totals.get(id) ?? 0n };
			}),
	);
}

/** Margin accounts: whose they are and how they stood when they were last valued. At most `most`. */
export async function readAccounts(r, most = 50) {
	const entries = await r.entries('margin', 'accounts', { most });
	const rank = { BelowMaintenance: 0, BelowInitial: 1, Sound: 2 };
	return entries
		.map(([id, account]) => ({
			id,
			owner: account.owner,
			index: account.index,
			mode: account.mode,
			standing: account.standing,
			cash: account.cash,
			lots: account.lots.length,
			positions: positionsOf(account).length,
		}))
		.sort((a, b) => rank[a.standing] - rank[b.standing] || b.positions - a.positions || compare(b.cash, a.cash));
}

/** All that the page says of one account; undefined if there is none. */
export async function readAccount(r, id) {
	const account = await r.value('margin', 'accounts', id);
	if (!account) return undefined;
	const [health, most, queue, queued, due, auction, rule, house, orders, kinds, markets] = await Promise.all([
		r.view('margin', 'health', id),
		r.view('margin', 'maxWithdrawal', id),
		r.view('collateral', 'withdrawalQueue'),
		r.view('collateral', 'queuedWithdrawal', id),
		r.view('margin', 'cashDue', id),
		r.viewOr('liquidation', 'auction', id),
		r.value('margin', 'portfolioRule'),
		r.view('liquidation', 'levelOf', 'House'),
		r.view('options', 'ordersOf', id),
		readKinds(r),
		r.value('options', 'underlyings'),
	]);
	const positions = await Promise.all(
		positionsOf(account).map(async ([series, quantity]) => {
			const [quote, greeks] = await Promise.all([r.view('options', 'quote', series), r.view('options', 'greeks', series)]);
			return { series, quantity, mark: quote?.mark, greeks };
		}),
	);
	const shares = await readShares(r, id, positions.map(({ series }) => series.underlying), markets);
	return {
		id,
		owner: account.owner,
		index: account.index,
		standing: account.standing,
		mode: account.mode,
		delegates: account.delegates,
		filed: account.filed,
		health,
		auction,
		positions,
		orders,
		kinds,
		queue,
		queued,
		due,
		maxWithdrawal: most,
		...shares,
		rule: { grid: rule.grid.scenarios, maintenance: rule.rules.maintenance },
		houseLevel: house[0],
	};
}

/**
 * What an account has gained since the daily mark, over all underlyings, and what is held back of it for a loss
 * that is being shared out. That is one sum for the account, which each underlying's answer has in it, also of who
 * closed his positions. Undefined where the chain does not tell: a mark is missing.
 */
export async function readShares(r, id, held, markets) {
	const underlyings = [...new Set([...held, ...markets])];
	const shares = await Promise.all(underlyings.map((underlying) => r.view('margin', 'lossShare', id, underlying)));
	const known = shares.filter((share) => share !== undefined);
	return {
		heldBack: known[0]?.heldBack,
		gain: known.length === shares.length ? known.reduce((sum, { gain }) => sum + gain, 0n) : undefined,
	};
}

/** Accounts in auction with what a bid would be now, standing bids, losses. Of the auctions at most 200. */
export async function readOffers(r) {
	const [params, open, backstops, losses, count, lotCount] = await Promise.all([
		r.value('liquidation', 'params'),
		r.entries('liquidation', 'auctions'),
		r.value('liquidation', 'backstops'),
		r.view('liquidation', 'losses'),
		r.value('liquidation', 'auctionCount'),
		r.value('liquidation', 'lotAuctionCount'),
	]);
	return {
		params,
		count,
		lotCount,
		auctions: await Promise.all(
			open.map(async ([account, record]) => ({ account, ...record, offer: await r.viewOr('liquidation', 'auction', account) })),
		),
		backstops,
		losses,
	};
}

/** The same with the sales of lots, and auctions that ended. */
export async function readAuctions(r) {
	const [offers, lots, ended] = await Promise.all([
		readOffers(r),
		r.keys('liquidation', 'lotAuctions'),
		r.entries('liquidation', 'ended', { most: 20 }),
	]);
	return {
		...offers,
		lots: await Promise.all(lots.map(async (account) => ({ account, offer: await r.view('liquidation', 'lotAuction', account) }))),
		ended: ended.map(([account, record]) => ({ account, ...record })).sort((a, b) => compare(b.endedAt, a.endedAt)),
	};
}

/** The risk ladder: what each driver has moved, how far the nearest filed account is, what waits. */
export async function readLadder(r) {
	const [meters, hot, all, hotOnes, now] = await Promise.all([
		r.value('liquidation', 'odometerList'),
		r.value('liquidation', 'hotAccounts'),
		r.value('liquidation', 'allAccounts'),
		r.keys('liquidation', 'hot'),
		r.value('timestamp', 'now'),
	]);
	return {
		ageMs: now - meters.at,
		refiled: all.done,
		hotOpen: hot.open,
		hot: hotOnes.length,
		drivers: meters.list.map(({ driver, reading, lowest }) => {
			const kind = variant(driver);
			const moved = Number(reading) / PICO;
			const room = lowest === NO_RUNG ? undefined : lowest * RUNG[kind] - moved - BAND[kind];
			return { kind, id: driver.value, moved, room, reach: REACH[kind] };
		}),
	};
}

/** A factor that is 1 up to `soft`, falls, and is 0 from `hard` on. */
export const ramp = ({ soft, hard }, age) => (age <= soft ? 1 : age >= hard ? 0 : (hard - age) / (hard - soft));

/** Ages of a source in relay blocks; undefined before its first head. */
export function agesOf(head, now) {
	if (!head || head.changed === undefined || head.read === undefined) return undefined;
	return { staleness: head.read - head.changed, omission: now - head.read };
}

/** Chain factors as a pair's ages give them: what lies there, and tokens here whose reserve is there. */
export function factorsOf(curves, ages) {
	if (!ages) return { initial: 0, maintenance: 0, reserveInitial: 1, reserveMaintenance: 1 };
	const read = ramp(curves.omission, ages.omission);
	const at = (curve, times = 1) => Math.min(ramp(curve, ages.staleness), times);
	return {
		initial: at(curves.initial, read),
		maintenance: at(curves.maintenance, read),
		reserveInitial: at(curves.reserveInitial),
		reserveMaintenance: at(curves.reserveMaintenance),
	};
}

/** Source chains with the ages of their heads, and who leaves their keys out. */
export async function readSources(r) {
	const [known, sources, chains, omissions, traffics] = await Promise.all([
		r.value('remoteVault', 'known'),
		r.entries('remoteVault', 'sources'),
		r.entries('collateral', 'sources'),
		r.view('remoteVault', 'omissions'),
		r.entries('remoteVault', 'traffics'),
	]);
	const heads = new Map(known.sources);
	const infos = new Map(sources);
	const traffic = new Map(traffics);
	return {
		now: known.now,
		sources: chains
			.filter(([id]) => id !== LOCAL)
			.sort(([a], [b]) => a - b)
			.map(([id, { curves }]) => {
				const head = heads.get(id);
				const ages = agesOf(head, known.now);
				const named = infos.get(id);
				const codeKnown = head?.code === undefined || !named ? undefined : named.codes.includes(head.code);
				return { id, named: named !== undefined, paraId: named?.paraId, head, ages, curves, factors: factorsOf(curves, ages), codeKnown, traffic: traffic.get(id) };
			}),
		omissions: omissions.map(([collator, count]) => ({ collator, ...count })),
	};
}

/** An order on its way, of its entry. */
export const flightOf = ([[account, kind, purpose], flight]) => ({ account, kind, purpose: variant(purpose), ...flight });

/** The same with vaults and what covers them, and orders on their way: at most 200 of each. */
export async function readVaults(r) {
	const [sources, vaults, covers, flights, kinds] = await Promise.all([
		readSources(r),
		r.entries('remoteVault', 'vaults'),
		r.entries('remoteVault', 'covers'),
		r.entries('remoteVault', 'inFlights'),
		readKinds(r),
	]);
	const coverOf = new Map(covers.map(([key, cover]) => [key.join(), cover]));
	return {
		...sources,
		vaults: vaults.map(([[account, kind], vault]) => ({ account, kind, ...vault, cover: coverOf.get([account, kind].join()) })),
		flights: flights.map(flightOf),
		kinds,
	};
}

/** The cash market, pots, the queue of withdrawals, collateral by kind. */
export async function readCash(r) {
	const [market, pots, queue, call, params, kinds, losses] = await Promise.all([
		r.view('margin', 'cashMarket'),
		r.all('margin', 'pots'),
		r.view('collateral', 'withdrawalQueue'),
		r.view('margin', 'cashCall'),
		r.value('margin', 'params'),
		readKinds(r),
		r.view('liquidation', 'losses'),
	]);
	return {
		market,
		pots: pots.map(([pot, amount]) => ({ pot: variantName(pot), amount })).sort((a, b) => (a.pot < b.pot ? -1 : 1)),
		queue,
		call,
		curve: params.curve,
		kinds,
		losses,
	};
}

/** The same with what the pools must bear, for which the node looks at every account. */
export async function readPools(r) {
	const [cash, pools] = await Promise.all([readCash(r), r.view('margin', 'lossPools')]);
	return { ...cash, pools };
}

/** A pot or a scope in words: "GlobalPool", "ChainPool 1", "Suspense 0 1795724100000". */
export const variantName = (pot) => (typeof pot === 'string' ? pot : `${pot.type} ${[pot.value].flat().join(' ')}`);

const least = (a, b) => (a < b ? a : b);
export const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
