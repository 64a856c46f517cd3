// SPDX-License-Identifier: GPL-3.0-or-later

// A desk's day: it buys from a maker who quotes in volatility, hedges with the future, and asks on the request
// board for a price of four legs. Every figure is held against the ledger.

import { cash, contracts, showCash, showContracts, showUsd, units } from './amounts.mjs';
import { event } from './chain.mjs';
import { buildIntent, intentDomain, intentId, opposite, ownIntent, signIntent, sortLegs } from './intents.mjs';
import { BTC, onTick, quote, tradeText, volatility } from './market.mjs';
import { Changes, Tally } from './tally.mjs';

const big = (value) => BigInt(value.toString());
const abs = (value) => (value < 0n ? -value : value);
const ONE = 10n ** 18n;
/** A request is in units of a hundredth of each leg's contract. */
const UNIT = contracts('0.01');
/** What a request and a quote on it cost: parts of a cash unit. */
const REQUEST_FEE = cash('0.05');
const QUOTE_FEE = cash('0.01');

/** How a series' value moves with the forward, with 18 decimals. */
export async function delta(chain, series) {
	return big((await chain.view('options', 'greeks', series)).unwrap().delta);
}

/** What parts of a portfolio have gained since they were bought. */
export class Parts {
	#parts = [];

	/** `legs`: [series, quantity] pairs; `paid` for all of them, in cash's smallest units. */
	add(key, legs, paid) {
		this.#parts.push({ key, legs, paid });
	}

	/** Gains by key and `together`, in cash's smallest units; null where a mark is missing. */
	async gains(chain) {
		const gains = await Promise.all(this.#parts.map(async ({ key, legs, paid }) => {
			const worths = await Promise.all(legs.map(([series, quantity]) => worth(chain, series, quantity)));
			return [key, worths.includes(null) ? null : worths.reduce((sum, one) => sum + one, -paid)];
		}));
		if (gains.length === 0) return {};
		const together = gains.some(([, gain]) => gain === null) ? null : gains.reduce((sum, [, gain]) => sum + gain, 0n);
		return { ...Object.fromEntries(gains), together };
	}
}

async function worth(chain, series, quantity) {
	const { mark } = await quote(chain, series).catch(() => ({}));
	return mark === undefined ? null : (mark * quantity) / 1_000_000n;
}

/** Quotes on both sides of options in volatility, `spread` millionths away from what they are valued at. */
export async function pegged(chain, options, quantity, spread = 20_000) {
	const sides = await Promise.all(options.map(async (series) => {
		const { volatility: is } = await volatility(chain, series);
		const at = Math.round(is * 1e6);
		return [['Buy', at - spread], ['Sell', at + spread]].map(([side, rate]) => ({ series, side, quantity, rate: { Pegged: rate } }));
	}));
	return sides.flat();
}

/** Quotes on both sides of futures, so many smallest units away from their marks. */
export async function aroundMark(chain, futures, quantity, away, tick) {
	const sides = await Promise.all(futures.map(async (series) => {
		const { mark } = await quote(chain, series);
		return [['Buy', mark - away], ['Sell', mark + away]].map(([side, price]) => ({ series, side, quantity, rate: { Price: onGrid(price, tick) } }));
	}));
	return sides.flat();
}

/** A price on the tick; a future's may be below zero. */
const onGrid = (price, tick) => (price / tick) * tick;

/** The nearest multiple of `step`. */
const nearest = (value, step) => ((value + step / 2n) / step) * step;

const pick = (list, expiry, kind, strike) => {
	const found = list.find((s) => s.expiry === expiry && s.kind === kind && (strike === undefined || s.strike === units(strike, 8)));
	if (!found) throw new Error(`no ${kind} ${strike ?? ''} is listed`);
	return found;
};

/**
 * The whole chapter. `all` are the listed series; the market is made in those after `expiry`, and the desk trades the
 * last of them. `mark(label, block)` marks a block in the picture.
 */
export async function deskStory(told, chain, { all, expiry, desk, maker, other, parts, mark, tick }) {
	const { api } = chain;
	const later = [...new Set(all.map((s) => s.expiry))].filter((e) => e > expiry).sort((a, b) => Number(a - b));
	const last = later.at(-1);
	const call = pick(all, last, 'Call', '60000');
	const future = pick(all, last, 'Future');

	await told.step(
		({ quotes, book }) => `${maker.name} quotes ${quotes} sides in one call, options in volatility: ${call.name} ${book}`,
		async () => {
			const options = later.flatMap((e) => [pick(all, e, 'Call', '60000'), pick(all, e, 'Put', '60000')]);
			const futures = later.map((e) => pick(all, e, 'Future'));
			const quotes = [
				...await pegged(chain, options, contracts('2')),
				...await aroundMark(chain, futures, contracts('2'), cash('25'), tick),
			];
			const limits = { blocks: 20, quantity: contracts('6'), delta: 0, vega: 0 };
			const [, result] = await Promise.all([
				maker.send(api.tx.options.setProtection(maker.account, BTC, limits)),
				maker.send(api.tx.options.massQuote(maker.account, BTC, quotes)),
			]);
			const { rested } = event(result, 'options.Quoted');
			if (rested.length !== quotes.length) throw new Error(`${rested.length} of ${quotes.length} rest`);
			const known = await chain.view('options', 'quotesOf', maker.account, BTC);
			if (known.length !== quotes.length) throw new Error(`the chain tells ${known.length} quotes`);
			mark('quotes in volatility', result.block.number);
			const { bid, ask } = await peggedTop(chain, call, result.block.hash);
			return { quotes: quotes.length, book: `${side(bid)} to ${side(ask)}` };
		},
	);

	const bought = await told.step(
		({ trades }) => `${desk.name} lifts his offer: ${trades.map(tradeText).join(', ')} ${call.name}, the price of his volatility at that block's forward`,
		async () => {
			const { mark: fair } = await quote(chain, call);
			const tally = await Tally.of(desk, maker);
			const result = await desk.order(call, 'Buy', contracts('1'), onTick(fair, 115, tick), { how: 'FillOrKill' });
			await tally.expect(new Changes().trades(result.trades));
			if (result.trades.length !== 1) throw new Error(`${result.trades.length} trades`);
			const { ask } = await peggedTop(chain, call, result.block.hash);
			const price = big(result.trades[0].price);
			if (price !== ask.price) throw new Error(`he offers the rest at ${ask.price}, and sold at ${price}`);
			parts.add('calls', [[call, contracts('1')]], price);
			return result;
		},
	);
	mark('desk buys a call', bought.block.number);

	await told.step(
		({ trades, before, after }) => `it hedges: sells ${trades.map(tradeText).join(', ')} ${future.name}; its delta goes from ${showUsd(before, 3)} to ${showUsd(after, 3)} BTC`,
		async () => {
			const net = async () => {
				const held = await desk.positions();
				const of = ({ name }) => held.find(([own]) => own === name)?.[1] ?? 0n;
				const [c, f] = await Promise.all([delta(chain, call), delta(chain, future)]);
				return (of(call) * c + of(future) * f) / contracts('1');
			};
			const before = await net();
			const size = nearest(before / (ONE / contracts('1')), UNIT);
			const { mark: fair } = await quote(chain, future);
			const tally = await Tally.of(desk, maker);
			const result = await desk.order(future, 'Sell', size, onGrid(fair - cash('60'), tick), { how: 'FillOrKill' });
			await tally.expect(new Changes().trades(result.trades));
			const after = await net();
			// The forward has moved since, and with it the delta of the call.
			if (abs(after) > ONE / 8n || abs(after) >= abs(before)) throw new Error(`delta is ${showUsd(after, 4)}`);
			const paid = result.trades.reduce((sum, { price, quantity }) => sum - (big(price) * big(quantity)) / contracts('1'), 0n);
			parts.add('future', [[future, -size]], paid);
			mark('hedges', result.block.number);
			return { ...result, before, after };
		},
	);
	await told.step(
		({ standard, portfolio }) => `by the portfolio rule the hedge counts: its initial margin goes from ${showUsd(standard)} to ${showUsd(portfolio)}`,
		async () => {
			const standard = (await desk.health()).initial;
			await desk.setMode('Portfolio');
			const portfolio = (await desk.health()).initial;
			if (portfolio >= standard) throw new Error(`it goes from ${showUsd(standard)} to ${showUsd(portfolio)}`);
			return { standard, portfolio };
		},
	);
	await fourLegs(told, chain, { all, last, desk, makers: [other, maker], parts, mark });
	await told.step(
		(voided) => `${maker.name} takes away all that he still quotes in one call: ${voided} sides are void at once`,
		async () => {
			const result = await maker.send(api.tx.options.cancelQuotes(maker.account, BTC));
			const left = await chain.view('options', 'quotesOf', maker.account, BTC);
			if (left.length > 0) throw new Error(`${left.length} stand`);
			return Number(event(result, 'options.QuotesVoided').quotes);
		},
	);
	await told.step((line) => line, () => desk.line());
}

/** One request for quote: an iron butterfly, bought. */
async function fourLegs(told, chain, { all, last, desk, makers, parts, mark }) {
	const { api } = chain;
	const domain = await intentDomain(api);
	const size = 100;
	const wings = [['Put', '59000', -1n], ['Put', '60000', 1n], ['Call', '60000', 1n], ['Call', '61000', -1n]];
	const series = wings.map(([kind, strike, sign]) => [pick(all, last, kind, strike), sign]);
	const legs = sortLegs(series.map(([{ name, ...one }, sign]) => ({ Contracts: { series: one, quantity: sign * UNIT } })));

	const request = await told.step(
		({ id, cost }) => `${desk.name} asks on the board for four legs, 1.00 of each: buys puts and calls at 60000, sells the 59000 puts and the 61000 calls (request ${id}, ${showCash(cost)})`,
		async () => {
			const tally = await Tally.of(desk);
			const deadline = (await chain.now()) + 600_000n;
			const result = await desk.send(api.tx.options.openRequest(desk.account, legs, size, deadline, null));
			await tally.expect(new Changes().pays(desk.account, REQUEST_FEE));
			return { id: big(event(result, 'options.Requested').id), deadline, cost: REQUEST_FEE };
		},
	);

	const answer = (maker, limit, nonce) => buildIntent(domain, {
		account: maker.account,
		legs: opposite(legs),
		limit,
		maxAgeMs: 300_000,
		minSize: 1,
		maxSize: size,
		nonce,
		deadline: request.deadline,
		taker: desk.account,
		feeCap: cash('1'),
	});
	const fairOfUnit = async () => {
		const marks = await Promise.all(series.map(async ([one, sign]) => sign * (await quote(chain, one)).mark));
		return marks.reduce((sum, one) => sum + one, 0n) / 100n;
	};
	const quotes = await told.step(
		({ text }) => `two makers answer with signed intents: ${text}`,
		async () => {
			const fair = await fairOfUnit();
			if (fair <= 0n) throw new Error(`the four legs are worth ${fair}`);
			const tally = await Tally.of(...makers);
			const answers = makers.map((maker, i) => {
				const price = (fair * BigInt(108 - 3 * i)) / 100n;
				const intent = answer(maker, -price, i);
				return { maker, price, intent, fill: signIntent(domain, chain.pair(maker.who), intent, size) };
			});
			await Promise.all(answers.map(({ maker, intent, fill }) =>
				maker.send(api.tx.options.quoteRequest(request.id, intent, fill.authority))));
			await tally.expect(makers.reduce((changes, { account }) => changes.pays(account, QUOTE_FEE), new Changes()));
			const board = await chain.view('options', 'openRequests');
			const [, open] = board.find(([id]) => big(id) === request.id) ?? [];
			if (open?.quotes.length !== answers.length) throw new Error(`${open?.quotes.length} quotes are on the board`);
			// The cheaper one comes second and is on top.
			const best = answers.find(({ intent }) => intentId(domain, intent) === open.quotes[0].id.toHex());
			if (best !== answers[1]) throw new Error('the best quote is not on top');
			return { best, text: answers.map(({ maker, price }) => `${maker.name} at ${showCash(price * BigInt(size))}`).join(', ') };
		},
	);
	const { best } = quotes;
	await told.refused('a quote whose price was changed after it was signed is refused', 'options.BadSignature', () => {
		const forged = answer(best.maker, -best.price / 2n, 9);
		return best.maker.send(api.tx.options.quoteRequest(request.id, forged, best.fill.authority));
	});
	const own = buildIntent(domain, {
		account: desk.account,
		legs,
		limit: best.price,
		maxAgeMs: 300_000,
		minSize: size,
		maxSize: size,
		nonce: 0,
		deadline: request.deadline,
		taker: best.maker.account,
		feeCap: cash('1'),
	});
	await told.refused('nobody but the desk can take it', 'options.NotTheRequester', () =>
		best.maker.send(api.tx.options.acceptQuote(request.id, signIntent(domain, chain.pair(best.maker.who), own, size), best.fill)));
	await told.step(
		({ paid, fee }) => `${desk.name} accepts the better one: four legs change hands at once for ${showCash(paid)}, fee ${showCash(fee)}, about as the view foretold`,
		async () => {
			const set = [ownIntent(domain, own, size), best.fill];
			const report = await chain.view('options', 'intentReport', desk.address, set);
			const tally = await Tally.of(desk, ...makers);
			const result = await desk.send(api.tx.options.acceptQuote(request.id, ...set));
			const filled = result.events.filter(({ name }) => name === 'options.IntentFilled').map(({ data }) => data);
			const fee = ({ account }) => big(filled.find((one) => one.account.toString() === account).fee);
			// The ledger has what was agreed, neither more nor less.
			const paid = best.price * BigInt(size);
			const agreed = new Changes().pays(desk.account, paid + fee(desk)).pays(best.maker.account, fee(best.maker) - paid);
			const amounts = series.map(([one, sign]) => [one, sign * UNIT * BigInt(size)]);
			for (const [one, amount] of amounts) agreed.gets(desk.account, one, amount).gets(best.maker.account, one, -amount);
			await tally.expect(agreed);
			// The view was asked a block before: the fee goes with the underlying's price.
			const off = [desk, best.maker].map(({ account }, i) => abs(big(report.cash[i]) - agreed.of(account).cash));
			if (off.some((one) => one > fee(desk) / 50n)) throw new Error(`the view was off by ${off.join(', ')}`);
			if (!(await api.query.options.requests(request.id)).isNone) throw new Error('the request is still open');
			parts.add('fly', amounts, paid);
			mark('four legs by request', result.block.number);
			return { paid, fee: fee(desk) };
		},
	);
}

/** The best quotes in volatility of a series as of a block. */
async function peggedTop(chain, series, hash) {
	const book = await chain.viewAt(hash, 'options', 'orderBook', series, 1);
	const top = ([first]) => {
		if (!first || first.price.isNone) throw new Error(`nobody quotes ${series.name}`);
		return { price: big(first.price.unwrap()), volatility: Number(first.level.price) };
	};
	return { bid: top(book.peggedBids), ask: top(book.peggedAsks) };
}

const side = ({ price, volatility: vol }) => `${showCash(price)} (${(vol / 1e4).toFixed(1)} %)`;
