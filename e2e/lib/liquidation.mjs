// SPDX-License-Identifier: GPL-3.0-or-later

// Liquidations as a bidder's desk sees them, and the story of an account that a jump leaves insolvent.

import { cash, contracts, showCash, showContracts, showUsd } from './amounts.mjs';
import { event } from './chain.mjs';
import { positionsOf } from './packed.mjs';
import { BTC, FEEDS, USDT, daily, listed, onTick, quote, reading, tradeText, volatility } from './market.mjs';

const big = (value) => BigInt(value.toString());
/** Why a flag may be refused although the view a block before allowed it. */
const RACES = ['AlreadyInAuction', 'NotBelowMaintenance', 'WickOnly', 'GracePeriod'].map((name) => `liquidation.${name}`);
const ONE_USD = 10n ** 18n;
/** A strike has 8 decimals, a price 18. */
const STRIKE_UNIT = 10n ** 10n;

/** What a bidder pays, or gets for taking a debt over. */
export function paid(payment) {
	return payment < 0n ? `gets ${showCash(-payment)}` : `pays ${showCash(payment)}`;
}

/** Flag an account for the flagger's own reward. */
export function flag(chain, flagger, whom) {
	return flagger.send(chain.api.tx.liquidation.flag(whom.account, flagger.account));
}

/** Bid on all that is for sale of an account in auction, by which all of it would cost `most`. */
export function bid(chain, bidder, whom, stateId, most = cash('1000000')) {
	return bidder.send(chain.api.tx.liquidation.bid(whom.account, bidder.account, stateId, 1_000_000_000, most));
}

/** An auction as its view tells it: BigInt figures; `payment` in smallest units, the others with 18 decimals. */
export async function auction(chain, whom) {
	const q = await chain.view('liquidation', 'auction', whom.account);
	return {
		kappa: big(q.kappa),
		share: big(q.share),
		payment: big(q.payment),
		stateId: big(q.stateId),
		biddableMs: big(q.biddableMs),
		equity: big(q.equity),
		requirement: big(q.requirement),
		running: q.running.isTrue,
	};
}

/** The pool's pot in smallest units. */
export async function poolHolds(chain) {
	return big(await chain.api.query.margin.pots('GlobalPool'));
}

/**
 * Have a failing account in auction: flag it as soon as that can be done, unless the chain's ladder or a
 * collator's worker is faster. Resolves to {block, by}, where `by` says whose word it was.
 */
export async function putIntoAuction(chain, flagger, whom, { from = chain.head + 1, blocks = 60 } = {}) {
	const name = 'liquidation.AuctionStarted';
	let next = from;
	const started = async () => {
		for (; next <= chain.head; next++) {
			const found = (await chain.eventsOf(next)).find((e) => e.name === name && e.data.account.toString() === whom.account);
			if (found) return { block: { number: next }, by: saidBy(found.data.flagger, flagger) };
		}
		return undefined;
	};
	return chain.until(`an auction of ${whom.name}`, async () => {
		const known = await started();
		if (known) return known;
		const can = await chain.view('liquidation', 'flaggable', whom.account).then(() => true, () => false);
		if (!can) return undefined;
		try {
			const { block } = await flag(chain, flagger, whom);
			return { block, by: flagger.name };
		} catch (error) {
			// Somebody's was in the same block, the prices are better again, or the view was of a session's first block, whose hooks did not
			// run: it knows nothing of the grace blocks that are left.
			if (!RACES.includes(error.errorName)) throw error;
			return started();
		}
	}, { blocks });
}

/** Who started an auction, in words. */
export function saidBy(who, flagger) {
	if (who.isNone) return 'the chain itself';
	return who.unwrap().toString() === flagger.address ? flagger.name : "a collator's worker";
}

/**
 * The price at which an account that is short `short` puts (in contracts' units) of one strike (8 decimals)
 * and has `own` USD (18 decimals) besides is worth `equity` (18 decimals), deep in the money.
 */
export function priceForEquity(strike, short, own, equity) {
	const loss = ((own - equity) * 10n ** 6n) / short;
	return strike * STRIKE_UNIT - loss;
}

/** The put whose strike is nearest to a price, of the latest expiry among the daily ones: of a later one time is worth too much. */
export function nearestPut(list, price) {
	const near = daily(list);
	const latest = near.reduce((most, one) => (one.expiry > most ? one.expiry : most), 0n);
	const puts = near.filter((one) => one.expiry === latest && one.kind === 'Put');
	const away = ({ strike }) => {
		const difference = strike * STRIKE_UNIT - price;
		return difference < 0n ? -difference : difference;
	};
	return puts.reduce((best, one) => (!best || away(one) < away(best) ? one : best), undefined);
}

/** `seller` sells `buyer` a contract at a price at which nobody else buys. Resolves to the one trade. */
export async function sellOne(seller, buyer, series, price) {
	await buyer.order(series, 'Buy', contracts('1'), price, { how: 'PostOnly' });
	const { trades } = await seller.order(series, 'Sell', contracts('1'), price, { how: 'FillOrKill' });
	if (trades.length !== 1) throw new Error(`${trades.length} trades`);
	return trades;
}

/**
 * First half: a seller of one put, and a fall that takes more than all he has. Nobody can bid, since who takes
 * him over would have to be paid more than he and the pool hold. Resolves to what the second half
 * wants to know.
 */
export async function insolvency(told, chain, { seller, buyer, bidder, flagger, prices, tick }) {
	const { api } = chain;
	await told.step(`${seller.name} opens margin account ${seller.account.slice(0, 8)}… with 11,000 USDT`, async () => {
		await seller.open();
		await seller.deposit(USDT, cash('11000'));
	});
	const put = await told.step(
		(one) => `he sells 1.00 ${one.name} to ${buyer.name} for ${one.trades.map(tradeText).join(', ')}`,
		async () => {
			const { price } = await reading(chain, FEEDS.BTC);
			const one = nearestPut(await listed(chain, BTC), price);
			if (!one) throw new Error('no put is listed');
			await chain.until('a volatility of it', async () => (await volatility(chain, one)).state === 'Valid');
			const { mark } = await quote(chain, one);
			return { ...one, trades: await sellOne(seller, buyer, one, onTick(mark, 97, tick)) };
		},
	);
	await told.step((line) => line, () => seller.line());
	const from = chain.head + 1;
	await told.step(
		(target) => `BTC falls to ${showUsd(target, 0)} at once, further than all that he has reaches`,
		async () => {
			const { equity, options } = await seller.health();
			const exact = priceForEquity(put.strike, contracts('1'), equity - options, -1_200n * ONE_USD);
			const target = (exact / ONE_USD) * ONE_USD;
			await prices.price('BTC', (target / ONE_USD).toString());
			await chain.until('the fall', async () => (await reading(chain, FEEDS.BTC)).price < (target * 101n) / 100n, { blocks: 20 });
			return target;
		},
	);
	await told.step(
		({ equity, maintenance }) => `he is insolvent: equity ${showUsd(equity)} against a maintenance margin of ${showUsd(maintenance)}`,
		() => chain.until('it', async () => {
			const health = await seller.health();
			return health.equity < 0n && health;
		}, { blocks: 20 }),
	);
	const started = await told.step(
		({ by, block }) => `he is in auction since block ${block.number}, on the word of ${by}`,
		() => putIntoAuction(chain, flagger, seller, { from }),
	);
	const offer = await told.step(
		(o) => `κ is ${showUsd(o.kappa, 4)}, all of it is for sale, and who takes it ${paid(o.payment)}: his ${showCash(o.cash)} and ${showCash(o.needed)} more`,
		async () => {
			const o = await chain.until('an offer', async () => {
				const now = await auction(chain, seller).catch(() => undefined);
				return now?.running && now.share > 0n && now;
			});
			const own = await seller.cash();
			if (o.share !== ONE_USD) throw new Error(`a share of ${showUsd(o.share, 4)} is for sale`);
			if (o.payment >= 0n) throw new Error(`it costs ${showCash(o.payment)}`);
			return { ...o, cash: own, needed: -o.payment - own };
		},
	);
	const pool = await poolHolds(chain);
	if (pool < offer.needed) {
		await told.refused(`nobody can take it: the pool holds ${showCash(pool)}`, 'liquidation.PoolEmpty', () =>
			bid(chain, bidder, seller, offer.stateId));
	} else {
		told.note(`the pool holds ${showCash(pool)} and could pay; nobody bids`);
	}
	await told.refused('nor may the pool take over before the path has ended', 'liquidation.TooEarly', () =>
		flagger.send(api.tx.liquidation.takeOver(seller.account)));
	return { put, from: started.block.number };
}

/** Who bears a loss, in words. */
function bearerOf(bearer) {
	const kind = variant(bearer);
	return { Cash: 'all cash', Pool: 'the pool' }[kind] ?? 'gains in that underlying';
}

/** The name of an enum's value, as the API or a test has it. */
const variant = (value) => value.type ?? value.toString();

/**
 * Where what an empty account owed went: what the pool paid, and who bore the rest. `from` is the block of the
 * take-over. Resolves to lines to tell.
 */
export async function whereDebtWent(chain, account, { from, blocks = 60 }) {
	const seen = [];
	let next = from;
	const look = async () => {
		for (; next <= chain.head; next++) seen.push(...(await chain.eventsOf(next)));
		const mine = (name) => seen.filter((e) => e.name === `liquidation.${name}` && e.data.account.toString() === account);
		const covered = mine('DebtCovered');
		const last = covered.at(-1);
		if (!last) return undefined;
		const paid = covered.reduce((sum, { data }) => sum + big(data.paid), 0n);
		const lines = [`he is left with a debt of ${showCash(paid + big(last.data.deficit))}: the pool pays ${showCash(paid)}, the deficit is ${showCash(big(last.data.deficit))}`];
		if (big(last.data.deficit) === 0n) return lines;
		const written = mine('WrittenOff')[0];
		if (!written) return undefined;
		const parts = [...written.data.parts];
		const after = seen.slice(seen.indexOf(written));
		const borne = after.filter((e) => e.name === 'liquidation.LossBorne' && parts.some(([bearer]) => bearer.toString() === e.data.bearer.toString()));
		if (borne.length < parts.length) return undefined;
		for (const { data } of borne) {
			const rest = big(data.uncovered) > 0n ? `, ${showCash(big(data.uncovered))} waits for the pool` : '';
			lines.push(`loss ${data.loss}, of ${bearerOf(data.bearer)}: of ${showCash(big(data.amount))} gains bear ${showCash(big(data.collected))}, the pool ${showCash(big(data.fromPool))}, all cash ${showCash(big(data.scaled))}${rest}`);
		}
		return lines;
	};
	return chain.until('the deficit borne', look, { blocks });
}

/**
 * Second half: κ has come to 1 and nobody bid. The pool's account takes the position, all that is left of the
 * seller's cash with it, and as much more as the position is short of; what he owes for that is the loss, which the
 * pool pays as far as it goes, and others bear. `from` is the block in which the auction started.
 */
export async function takeOver(told, chain, { seller, flagger, put, from, blocks = 400 }) {
	const { api } = chain;
	const { endMs, takeOverMs } = await api.query.liquidation.params();
	const due = big(endMs) + big(takeOverMs);
	let next = from;
	// The block's own work may do it, too.
	const done = async () => {
		for (; next <= chain.head; next++) {
			const found = (await chain.eventsOf(next)).find((e) => e.name === 'liquidation.TakenOver' && e.data.account.toString() === seller.account);
			if (found) return found;
		}
		return undefined;
	};
	const taken = await told.step(
		({ data }) => `κ came to 1 and nobody bid: the pool's account takes the whole, worth ${showUsd(big(data.equity))}, and ${paid(big(data.payment))}; the pool gives ${showCash(big(data.funded))}`,
		() => chain.until('the take-over', async () => {
			const known = await done();
			if (known) return known;
			const now = await auction(chain, seller).catch(() => undefined);
			if (!now || now.biddableMs < due) return undefined;
			try {
				const result = await flagger.send(api.tx.liquidation.takeOver(seller.account));
				return { data: event(result, 'liquidation.TakenOver') };
			} catch (error) {
				if (error.errorName !== 'liquidation.NotInAuction') throw error;
				return done();
			}
		}, { blocks }),
	);
	if (big(taken.data.equity) < 0n) {
		await told.step((lines) => lines.join('; '), () => whereDebtWent(chain, seller.account, { from }));
	}
	await told.step(`${seller.name} has nothing left and owes nothing`, async () => {
		const [health, positions, own] = [await seller.health(), await seller.positions(), await seller.cash()];
		if (health.inAuction || positions.length > 0 || own !== 0n) {
			throw new Error(`in auction: ${health.inAuction}, ${positions.length} positions, ${showCash(own)} of cash`);
		}
	});
	await told.step(
		(text) => text,
		async () => {
			const id = taken.data.poolAccount.toString();
			const account = (await api.query.margin.accounts(id)).unwrap();
			const short = positionsOf(account).find(([series]) => series.expiry === put.expiry && series.strike === put.strike);
			if (!short) throw new Error(`the pool's account does not hold ${put.name}`);
			const { assessment } = (await chain.view('margin', 'health', id)).unwrap();
			const worth = big(assessment.cash) + big(assessment.options) + big(assessment.lots.full);
			return `the pool's account has ${showUsd(big(assessment.cash))} of cash and ${showContracts(short[1], 2)} ${put.name}, together ${showUsd(worth)}`;
		},
	);
}
