// SPDX-License-Identifier: GPL-3.0-or-later

// From what the risk page's reading code gives to samples. `read` asks a node, `samplesOf` is pure.

import { feedName, readCash, readFeeds, readHead, readLadder, readMarkets, readOffers, readSources, variantName } from '../../page/lib/read.mjs';
import { longestClock, walkOrders, walkVaults } from './walk.mjs';

export const STATES = ['Valid', 'Uncertain', 'TooVolatile', 'Stale', 'NoQuorum', 'NonPositive'];
const LEVELS = ['Open', 'NoNew', 'ReduceOnly', 'Frozen'];
const seconds = (ms) => (ms === undefined ? undefined : Number(ms) / 1000);
const wad = (value) => Number(value) / 1e18;
const usdt = (value) => Number(value) / 1e6;
const flag = (value) => (value ? 1 : 0);
const ratio = (part, whole) => (Number(whole) > 0 ? Number(part) / Number(whole) : undefined);

/** What is read beside the scrapes, how often, and by what: the node looks at all accounts, we at all vaults. */
export const SURVEYS = {
	vaults: { everyMs: 60_000, read: (r, goOn) => walkVaults(r, goOn) },
	pools: { everyMs: 300_000, read: (r) => r.view('margin', 'lossPools') },
};

/** What is read of each block. */
export async function read(reader) {
	const [head, feeds, markets, auctions, ladder, sources, cash, clockMs, hot, breached] = await Promise.all([
		...[readHead, readFeeds, readMarkets, readOffers, readLadder, readSources, readCash, longestClock].map((each) => each(reader)),
		reader.count('liquidation', 'hot'),
		// Not all that were breached, but those of the last days are: they need no walk over all vaults.
		reader.count('remoteVault', 'breachedVaults'),
	]);
	const orders = await walkOrders(reader, sources.now);
	const records = await Promise.all(feeds.feeders.map(async ({ account }) => ({ account, record: await reader.view('priceOracle', 'record', account) })));
	const finalized = await reader.api.rpc.chain.getHeader(await reader.api.rpc.chain.getFinalizedHead());
	return {
		head,
		feeds,
		markets,
		auctions: { ...auctions, clockMs },
		ladder: { ...ladder, hot },
		sources: { ...sources, orders, breached },
		cash,
		records,
		finalized: finalized.number.toNumber(),
		specVersion: reader.at.runtimeVersion.specVersion.toNumber(),
	};
}

/**
 * The samples of a block; `surveys` has what `Survey.take` gives by the names of `SURVEYS`, `now` is the exporter's
 * clock in milliseconds.
 */
export function samplesOf({ head, feeds, markets, auctions, ladder, sources, cash, records = [], finalized, specVersion }, surveys, now = Date.now()) {
	return [
		['straddle_block_number', head.number],
		['straddle_block_timestamp_seconds', seconds(head.time)],
		['straddle_block_age_seconds', (now - Number(head.time)) / 1000],
		['straddle_finalized_number', finalized],
		['straddle_spec_version', specVersion],
		...Object.entries(surveys).map(([of, { ageMs }]) => ['straddle_survey_age_seconds', ageMs / 1000, { of }]),
		...prices(feeds, records),
		...chains(sources, surveys.vaults.found),
		...liquidation(head, auctions, ladder),
		...money(cash, surveys.pools.found),
		...markets.flatMap(({ name, market, expiries, level }) => {
			const open = expiries.reduce((sum, one) => sum + one.openInterest, 0n);
			return [
				['straddle_open_interest_contracts', Number(open) / 1e6, { market: name }],
				['straddle_open_interest_cap_used_ratio', ratio(open, market.openInterestCap), { market: name }],
				['straddle_market_open', flag(market.state === 'Open' && level === 'Open'), { market: name }],
			];
		}),
	];
}

function prices({ feeds, feeders, quorum, rounds, last, params }, records) {
	const decided = rounds.at(-1);
	return [
		['straddle_round_age_seconds', seconds(last?.ageMs)],
		['straddle_round_stale_after_seconds', (Number(params.roundMs) * params.staleRounds) / 1000],
		['straddle_round_reports', decided?.reports],
		['straddle_round_finished', decided && flag(decided.finished)],
		['straddle_rounds_unfinished', rounds.filter(({ finished }) => !finished).length],
		['straddle_feeders', feeders.length],
		['straddle_quorum', quorum],
		...feeds.flatMap((feed) => {
			const labels = { feed: feed.id, name: feed.kind === 'Price' ? feedName(feed.description) : feed.description };
			if (feed.kind === 'Surface') {
				const confidence = feed.rows.map((row) => Number(row.confidence) / 1e6);
				return [
					['straddle_surface_age_seconds', seconds(feed.ageMs), labels],
					['straddle_surface_expiries', feed.rows.length, labels],
					['straddle_surface_confidence_ratio', confidence.length > 0 ? Math.min(...confidence) : undefined, labels],
				];
			}
			return [
				// Before its first round there is no price, and zero is none.
				['straddle_feed_price', feed.ageMs === undefined ? undefined : wad(feed.price), labels],
				['straddle_feed_confidence', feed.ageMs === undefined ? undefined : wad(feed.confidence), labels],
				['straddle_feed_age_seconds', seconds(feed.ageMs), labels],
				['straddle_feed_reporters', feed.feeders.length, labels],
				...STATES.map((state) => ['straddle_feed_state', flag(feed.state === state), { ...labels, state }]),
			];
		}),
		...records
			.filter(({ record }) => record)
			.flatMap(({ account, record }) => [
				...[['prices', record.score], ['surfaces', record.surfaces]].flatMap(([of, score]) =>
					['rounds', 'accepted', 'silent', 'dropped', 'deviated'].map((what) => [`straddle_feeder_${what}`, score[what], { feeder: account, of }]),
				),
				['straddle_feeder_strikes', record.strikes, { feeder: account }],
				['straddle_feeder_excluded', flag(record.excluded !== undefined), { feeder: account }],
			]),
	];
}

function chains({ sources: list, orders, breached, omissions }, all) {
	return [
		...list.flatMap(({ id, head, ages, named, codeKnown, factors }) => {
			const labels = { source: id };
			const factor = (counts, part) => ['straddle_chain_factor', factors[part], { ...labels, counts }];
			return [
				['straddle_head_live', head && flag(head.standing === 'Live'), labels],
				['straddle_head_number', head?.number, labels],
				['straddle_head_staleness_blocks', ages?.staleness, labels],
				['straddle_head_omission_blocks', ages?.omission, labels],
				['straddle_head_code_known', codeKnown === undefined ? undefined : flag(codeKnown), labels],
				...(named ? [factor('opening', 'initial'), factor('maintenance', 'maintenance')] : []),
				factor('opening_here', 'reserveInitial'),
				factor('maintenance_here', 'reserveMaintenance'),
			];
		}),
		...omissions.map(({ collator, blocks }) => ['straddle_key_omissions', blocks, { collator }]),
		['straddle_vaults', all?.vaults],
		['straddle_vaults_breached', Math.max(breached, all?.breached ?? 0)],
		...['Release', 'Seizure'].map((purpose) => ['straddle_vault_orders', orders[purpose], { purpose }]),
		['straddle_vault_orders_late', orders.late],
	];
}

function liquidation(head, { auctions, clockMs, count, lotCount, backstops, params, losses }, ladder) {
	const grace = Number(head.halt.until - head.time) / 1000;
	return [
		['straddle_auctions', count],
		['straddle_auctions_standing', auctions.filter(({ offer }) => !offer?.running).length],
		['straddle_auction_longest_biddable_seconds', seconds(clockMs)],
		['straddle_auction_take_over_seconds', seconds(params.endMs + params.takeOverMs)],
		['straddle_lot_auctions', lotCount],
		['straddle_backstops', backstops.length],
		['straddle_liquidation_paused', flag(head.halt.paused)],
		['straddle_liquidation_grace_seconds', Math.max(0, grace)],
		['straddle_house_level', LEVELS.indexOf(head.house)],
		['straddle_restrictions', head.levels.length],
		// The house and liquidation have figures of their own.
		...head.levels.filter(({ scope }) => typeof scope !== 'string').map((one) => ['straddle_scope_level', levelNow(one, head.time), { scope: variantName(one.scope) }]),
		['straddle_winding_down', flag(head.windDown > 0n)],
		['straddle_ladder_age_seconds', seconds(ladder.ageMs)],
		['straddle_ladder_refiled', flag(ladder.refiled)],
		['straddle_ladder_hot', ladder.hot],
		...ladder.drivers.map(({ kind, id, room }) => ['straddle_ladder_room_ratio', room, { driver: kind, id }]),
		['straddle_losses_unborne_usdt', usdt(losses.recorded + losses.unborne.reduce((sum, [, value]) => sum + value, 0n))],
	];
}

/** The level in force, of what two roles set (pallet-liquidation, `levels.rs`). */
function levelNow({ set, setUntil, raised, raisedUntil }, now) {
	const ofSet = setUntil === undefined || now < setUntil ? LEVELS.indexOf(set) : 0;
	return Math.max(ofSet, now < raisedUntil ? LEVELS.indexOf(raised) : 0);
}

/** Pots by name; of the many suspense accounts the sum. A pool that is empty is no entry, and yet a figure. */
function money({ market, pots, queue, call, kinds }, pools) {
	const sums = new Map([['GlobalPool', 0n], ['Insolvency', 0n]]);
	for (const { pot, amount } of pots) {
		const name = pot.startsWith('Suspense') ? 'Suspense' : pot;
		sums.set(name, (sums.get(name) ?? 0n) + amount);
	}
	const totals = market?.totals;
	return [
		...[...sums].map(([pot, amount]) => ['straddle_pot_usdt', usdt(amount), { pot }]),
		...(pools?.needs ?? []).map(({ underlying, needed }) => ['straddle_pool_needed_usd', wad(needed), { underlying }]),
		['straddle_insolvency_usdt', usdt(-sums.get('Insolvency'))],
		['straddle_cash_held_usdt', totals && usdt(totals.held)],
		['straddle_cash_positive_usdt', totals && usdt(totals.positive)],
		['straddle_cash_owed_usdt', totals && usdt(totals.negative)],
		['straddle_utilisation_ratio', market && wad(market.utilisation)],
		['straddle_borrow_rate_ratio', market && wad(market.borrowRate)],
		['straddle_lend_rate_ratio', market && wad(market.lendRate)],
		['straddle_cash_call_open', flag(call)],
		['straddle_withdrawals_waiting_usdt', usdt(queue.waiting)],
		['straddle_withdrawals_free_usdt', usdt(queue.free)],
		...kinds.flatMap(({ id, symbol, credited, decimals, cap }) => [
			['straddle_collateral_credited', Number(credited) / 10 ** decimals, { kind: id, symbol }],
			['straddle_collateral_cap_used_ratio', ratio(credited, cap), { kind: id, symbol }],
		]),
	];
}
