// SPDX-License-Identifier: GPL-3.0-or-later

// Why an account stands as it does: what makes up its equity and margin, and what keeps it from paying
// out. Works on what `readAccount` gives; amounts are BigInt with 18 decimals.

import { variant } from './plain.mjs';
import { cash as cashText } from './text.mjs';

const UNIT = 10n ** 18n;
/** Smallest units of cash have 6 decimals. */
const CASH_UNIT = 10n ** 12n;
const lower = (a, b) => (a < b ? a : b);

/** What equity is made of: for being worth it, for opening, for being left alone. */
export function equityParts({ health, kinds }) {
	const { cash, options } = health.assessment;
	const symbols = new Map(kinds.map(({ id, symbol }) => [id, symbol]));
	return [
		{ what: 'Cash', full: cash, initial: cash, maintenance: cash },
		...health.lots.map(({ kind, amount, credit }) => ({
			what: `Lot of ${symbols.get(kind) ?? kind}`,
			kind,
			amount,
			...credit,
		})),
		{ what: 'Options and futures at their marks', full: options, initial: options, maintenance: options },
	];
}

/** A scenario of the grid in words: "spot −13.5 %, volatility up". */
export function scenarioText(worst, grid) {
	const name = variant(worst);
	if (name === 'Nothing') return 'no scenario is a loss';
	if (name === 'SlowPrice') return ['at the slow price', 'below the slow price', 'above the slow price'][worst.value] ?? 'at the slow price';
	if (name === 'Basis') return 'forwards move against spot';
	if (name === 'Skew') return 'the smile tilts';
	const scenario = grid[worst.value];
	if (!scenario) return `scenario ${worst.value}`;
	const move = scenario.spot / 1e4 - 100;
	const spot = move === 0 ? 'spot stays' : `spot ${move > 0 ? '+' : '−'}${Number(Math.abs(move).toFixed(1))} %`;
	const vol = { Up: 'volatility up', Down: 'volatility down', None: 'volatility stays' }[variant(scenario.vol)];
	const part = scenario.dampener < 1e6 ? `, ${Number((scenario.dampener / 1e4).toFixed(1))} % of it counts` : '';
	return `${spot}, ${vol}${part}`;
}

const ADD_ONS = {
	NakedShorts: 'naked shorts',
	Orders: 'resting orders',
	Confidence: 'prices that cannot be relied on',
	Concentration: 'a crowded market',
	Peg: 'the stablecoin below its peg',
	ErrorBound: 'the bound of the approximation',
	Tails: "tails that the pool does not cover",
};

/** What IM and MM are made of, largest first. `names` gives underlyings' names. */
export function marginParts({ health, rule }, names = new Map()) {
	const { initial, maintenance } = health.assessment;
	const name = (id) => names.get(id) ?? `underlying ${id}`;
	const parts = [];
	if (health.portfolio) {
		for (const one of health.portfolio.underlyings) {
			parts.push({
				what: `${name(one.underlying)}: ${scenarioText(one.initial[1], rule.grid)}`,
				initial: one.initial[0],
				maintenance: (one.maintenance[0] * rule.maintenance) / UNIT,
			});
		}
		for (const { reason, underlying, initial: i, maintenance: m } of health.portfolio.addOns) {
			parts.push({ what: `Add-on: ${ADD_ONS[reason] ?? reason}${underlying === undefined ? '' : ` (${name(underlying)})`}`, initial: i, maintenance: m });
		}
	} else {
		for (const { underlying, expiry, initial: i, maintenance: m } of health.expiries) {
			parts.push({ what: name(underlying), expiry, initial: i, maintenance: m });
		}
	}
	if (health.orders !== 0n) parts.push({ what: 'Resting orders, if they fill', initial: health.orders, maintenance: 0n });
	const rest = parts.reduce(
		(left, part) => ({ initial: left.initial - part.initial, maintenance: left.maintenance - part.maintenance }),
		{ initial, maintenance },
	);
	const cent = UNIT / 100n;
	const large = (value) => value > cent || value < -cent;
	if (large(rest.initial) || large(rest.maintenance)) parts.push({ what: 'Between groups and underlyings', ...rest });
	return parts.sort((a, b) => (a.initial < b.initial ? 1 : a.initial > b.initial ? -1 : 0));
}

/**
 * What lets an account pay out and what does not: `most` in cash's smallest units, the sum that margin
 * allows, and every condition as {ok, text, binds}: `binds` marks what sets `most`.
 */
export function withdrawal(account) {
	const { health, maxWithdrawal: most, queue, houseLevel, heldBack = 0n } = account;
	const { cash, lots, options, initial, state, orders } = health.assessment;
	const short = lower(0n, options);
	const held = heldBack * CASH_UNIT;
	const covered = cash + lots.initial + short - initial;
	const room = covered - held;
	const sum = [
		['Cash', cash],
		['Lots, as they count for opening', lots.initial],
		['Options, only as far as they are a debt', short],
		['Initial margin', -initial],
	];
	if (heldBack > 0n) sum.push(['Held back: a loss is being shared out', -held]);
	const valid = state === 'Valid' && orders === 'Valid';
	const free = queue.free;
	const checks = [
		{ ok: !health.inAuction, text: health.inAuction ? 'It is in auction: every way out is shut until the auction ends.' : 'It is not in auction.' },
		{ ok: houseLevel !== 'Frozen', text: houseLevel === 'Frozen' ? 'The house is frozen: nothing leaves.' : 'The house lets cash out.' },
		{
			ok: valid,
			text: valid
				? 'All prices that it needs are Valid.'
				: `A price that it needs is ${state === 'Valid' ? `${orders}, for a resting order` : state}: nothing leaves before it is Valid.`,
		},
		{ ok: covered > 0n, text: covered > 0n ? 'What it has covers more than its initial margin.' : 'What it has, without the value of its options, does not cover its initial margin.' },
		{ ok: heldBack === 0n || covered <= 0n || room > 0n, text: heldText(heldBack, room > 0n) },
		{ ok: free > 0n, text: free > 0n ? 'The clearing house holds cash that is free to leave.' : 'The clearing house has no free cash now: ask for it in the queue.' },
	];
	// In the order in which they would be met: the first that fails is why.
	const first = checks.find(({ ok }) => !ok);
	if (first) first.binds = true;
	const paysAll = !first && room > 0n && most < room / CASH_UNIT - 1n;
	return { most, room, sum, checks, limitedByHouse: paysAll, expected: room > 0n ? room / CASH_UNIT : 0n };
}

function heldText(heldBack, left) {
	if (heldBack === 0n) return 'Nothing is held back of it for a loss that is being shared out.';
	const text = `A loss is being shared out: ${cashText(heldBack)} USDT are held back of it until all are counted`;
	return left ? `${text}.` : `${text}, and margin lets no more out than that.`;
}

/** How an account stands, as the worst that is true of it. */
export function standingOf({ health }) {
	if (health.inAuction) return { level: 'bad', text: 'In auction' };
	if (health.equityMaintenance < 0n) return { level: 'bad', text: 'Worth less than nothing' };
	if (health.maintenanceExcess < 0n) return { level: 'bad', text: 'Below maintenance margin: it can be flagged' };
	if (health.initialExcess < 0n) return { level: 'warn', text: 'Below initial margin: it may only reduce' };
	return { level: 'ok', text: 'Sound' };
}
