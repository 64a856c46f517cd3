// SPDX-License-Identifier: GPL-3.0-or-later

// The ledger's sums, checked from outside over the same storage that anyone can query: invariants 1,
// 2, 3 and 5 of DESIGN.md 12. Reading and checking are apart, so that the checks can be tested alone.

import { stringToU8a, u8aConcat, u8aToHex } from '@polkadot/util';
import { seriesName, showContracts } from './amounts.mjs';
import { positionsOf } from './packed.mjs';

/** Kind 0 is the stablecoin, source 0 this chain. */
const CASH = 0;
const LOCAL = 0;

/** Everything that is named as the pallets name it. */
const STORAGE = {
	accounts: (query) => query.margin.accounts,
	pots: (query) => query.margin.pots,
	totals: (query) => query.margin.totals,
	lotTotals: (query) => query.margin.lotTotals,
	openInterest: (query) => query.margin.openInterest,
	kinds: (query) => query.collateral.kinds,
	credited: (query) => query.collateral.credited,
	holding: (query) => query.foreignAssets.account,
	palletId: (consts) => consts.collateral.palletId,
};

/** The account that holds all tokens of the ledger. */
export function clearingAccount(api) {
	const id = STORAGE.palletId(api.consts).toU8a(true);
	return u8aToHex(u8aConcat(stringToU8a('modl'), id, new Uint8Array(28 - id.length)));
}

/** Read the whole ledger as of one block (the newest if no hash is given). */
export async function readLedger(api, hash) {
	const block = hash ?? (await api.rpc.chain.getBlockHash());
	const { query } = await api.at(block);
	const [accounts, pots, totals, lotTotals, interest, kinds, credited] = await Promise.all([
		STORAGE.accounts(query).entries(),
		STORAGE.pots(query).entries(),
		STORAGE.totals(query)(),
		STORAGE.lotTotals(query).entries(),
		STORAGE.openInterest(query).entries(),
		STORAGE.kinds(query).entries(),
		STORAGE.credited(query).entries(),
	]);
	const clearing = clearingAccount(api);
	const lookup = (entries) => new Map(entries.map(([{ args: [key] }, value]) => [Number(key), big(value)]));
	const [lots, credits] = [lookup(lotTotals), lookup(credited)];
	return {
		accounts: accounts.map(([{ args: [id] }, option]) => {
			const account = option.unwrap();
			return {
				id: id.toString(),
				cash: big(account.cash),
				lots: account.lots.map(([kind, amount]) => [Number(kind), big(amount)]),
				positions: positionsOf(account).map(([series, quantity]) => [seriesKey(series), quantity]),
			};
		}),
		pots: pots.map(([{ args: [pot] }, amount]) => [pot.toString(), big(amount)]),
		totals: Object.fromEntries(
			['held', 'positive', 'negative', 'pots', 'interest', 'scaled'].map((field) => [field, big(totals[field])]),
		),
		kinds: await Promise.all(
			kinds.map(async ([{ args: [kind] }, option]) => {
				const info = option.unwrap();
				const local = Number(info.source) === LOCAL;
				const holding = local ? await STORAGE.holding(query)(info.asset, clearing) : undefined;
				return {
					kind: Number(kind),
					local,
					held: holding?.isSome ? big(holding.unwrap().balance) : 0n,
					credited: credits.get(Number(kind)) ?? 0n,
					lotTotal: lots.get(Number(kind)) ?? 0n,
				};
			}),
		),
		openInterest: interest.map(([{ args: [series] }, open]) => [
			seriesKey(series),
			{ longs: big(open.longs), shorts: big(open.shorts), swept: big(open.swept) },
		]),
	};
}

/** Check a ledger: a list of {number, text, ok}. Wrong sums are spelled out in the text. */
export function checkLedger(ledger) {
	const { accounts, pots, totals, kinds, openInterest } = ledger;
	const results = [];
	const expect = (number, what, left, relation, right) => {
		const ok = relation === '=' ? left === right : left >= right;
		results.push({ number, ok, text: `${what}: ${left} ${ok ? relation : relation === '=' ? '≠' : '<'} ${right}` });
	};

	const lots = sums(accounts.flatMap((account) => account.lots));
	const listed = new Map(kinds.map((info) => [info.kind, info]));
	for (const { kind, local, held, credited, lotTotal } of kinds) {
		if (kind === CASH) continue;
		const sum = lots.get(kind) ?? 0n;
		if (local) expect(1, `kind ${kind}: clearing account's balance covers the lots`, held, '≥', sum);
		expect(5, `kind ${kind}: ledger's total of the lots`, lotTotal, '=', sum);
		expect(5, `kind ${kind}: registry's total of the lots`, credited, '=', sum);
	}
	for (const kind of lots.keys()) {
		const fine = kind !== CASH && listed.has(kind);
		if (!fine) results.push({ number: 1, ok: false, text: `a lot of kind ${kind}, which ${kind === CASH ? 'is cash' : 'is not listed'}` });
	}

	const cash = accounts.map((account) => account.cash);
	const potSum = total(pots.map(([, amount]) => amount));
	expect(2, 'accounts less what losses took + pots + interest = stablecoin of the ledger', total(cash) - totals.scaled + potSum + totals.interest, '=', totals.held);
	expect(2, 'sum of the pots', totals.pots, '=', potSum);
	expect(2, 'sum of positive cash', totals.positive, '=', total(cash.filter((c) => c > 0n)));
	expect(2, 'sum of negative cash', totals.negative, '=', -total(cash.filter((c) => c < 0n)));
	const stable = listed.get(CASH);
	if (stable) {
		expect(2, 'clearing account holds the stablecoin of the ledger', stable.held, '≥', totals.held);
		expect(2, "registry's total of the stablecoin", stable.credited, '=', totals.held);
	} else {
		results.push({ number: 2, ok: false, text: 'the stablecoin is not listed' });
	}
	for (const [pot, amount] of pots) {
		if (amount < 0n && !/suspense/i.test(pot)) results.push({ number: 2, ok: false, text: `pot ${pot} is short: ${amount}` });
	}

	const longs = sums(accounts.flatMap((a) => a.positions.filter(([, q]) => q > 0n)));
	const shorts = sums(accounts.flatMap((a) => a.positions.filter(([, q]) => q < 0n)));
	const open = new Map(openInterest);
	for (const key of new Set([...open.keys(), ...longs.keys(), ...shorts.keys()])) {
		const { longs: l, shorts: s, swept } = open.get(key) ?? { longs: 0n, shorts: 0n, swept: 0n };
		const [long, short] = [longs.get(key) ?? 0n, -(shorts.get(key) ?? 0n)];
		expect(3, `${key}: longs = shorts + swept (${showContracts(long)})`, long, '=', short + swept);
		expect(3, `${key}: longs on record`, l, '=', long);
		expect(3, `${key}: shorts on record`, s, '=', short);
	}
	return results;
}

/** Read and check; throws an Error that lists what is broken, resolves to the ledger otherwise. */
export async function assertInvariants(api, hash) {
	const ledger = await readLedger(api, hash);
	const broken = checkLedger(ledger).filter(({ ok }) => !ok);
	if (broken.length > 0) throw new Error(`broken: ${broken.map(({ number, text }) => `invariant ${number}, ${text}`).join('; ')}`);
	return ledger;
}

const big = (codec) => BigInt(codec.toString());
const total = (list) => list.reduce((sum, value) => sum + value, 0n);

const seriesKey = (series) => seriesName({
	underlying: series.underlying.toString(),
	expiry: series.expiry.toString(),
	strike: series.strike.toString(),
	kind: series.kind.toString(),
});

function sums(pairs) {
	const map = new Map();
	for (const [key, value] of pairs) map.set(key, (map.get(key) ?? 0n) + value);
	return map;
}
