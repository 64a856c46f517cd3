// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equityParts, marginParts, scenarioText, standingOf, withdrawal } from '../lib/reasons.mjs';
import { readShares } from '../lib/read.mjs';
import { maker, short } from './accounts.mjs';

const names = new Map([[0, 'BTC']]);
const sum = (list, key) => list.reduce((all, part) => all + part[key], 0n);
const near = (a, b) => a - b < 10n ** 13n && b - a < 10n ** 13n;

test('the parts of equity are the equity, each of the three', () => {
	for (const account of [short(), maker()]) {
		const parts = equityParts(account);
		assert.equal(sum(parts, 'full'), account.health.equity);
		assert.ok(near(sum(parts, 'initial'), account.health.equityInitial));
		assert.ok(near(sum(parts, 'maintenance'), account.health.equityMaintenance));
	}
});

test('the parts of margin are the margin, under both rules', () => {
	for (const account of [short(), maker()]) {
		const parts = marginParts(account, names);
		assert.ok(near(sum(parts, 'initial'), account.health.assessment.initial));
		assert.ok(near(sum(parts, 'maintenance'), account.health.assessment.maintenance));
		assert.ok(parts.every(({ what }) => what !== 'Between groups and underlyings'));
	}
	assert.deepEqual(marginParts(maker(), names).map(({ what }) => what), [
		'Resting orders, if they fill',
		'BTC: below the slow price',
		'Add-on: the bound of the approximation (BTC)',
	]);
	const other = maker();
	other.health.assessment.initial += 10n ** 18n;
	assert.equal(marginParts(other, names).find(({ what }) => what.startsWith('Between')).initial / 10n ** 17n, 9n);
});

test('scenarios in words', () => {
	const { grid } = short().rule;
	const text = (worst) => scenarioText(worst, grid);
	assert.equal(text({ type: 'Scenario', value: 1 }), 'spot −13.5 %, volatility up');
	assert.equal(text({ type: 'Scenario', value: 0 }), 'spot stays, volatility stays');
	assert.equal(text({ type: 'Scenario', value: 2 }), 'spot −66 %, volatility up, 21 % of it counts');
	assert.equal(text({ type: 'Scenario', value: 40 }), 'scenario 40');
	assert.equal(text('Skew'), 'the smile tilts');
});

test('what may leave is what the chain says, and the sum explains it', () => {
	for (const account of [short(), maker()]) {
		const out = withdrawal(account);
		assert.equal(out.room / 10n ** 12n, account.maxWithdrawal);
		assert.equal(out.sum.reduce((all, [, value]) => all + value, 0n), out.room);
		assert.ok(out.checks.every(({ ok }) => ok) && !out.limitedByHouse);
	}
});

test('why nothing can leave: the first condition that fails is named', () => {
	const why = (change) => {
		const account = { ...short(), maxWithdrawal: 0n };
		change(account);
		return withdrawal(account).checks.find(({ binds }) => binds)?.text;
	};
	assert.match(why((a) => { a.health.inAuction = true; }), /^It is in auction/);
	assert.match(why((a) => { a.houseLevel = 'Frozen'; }), /^The house is frozen/);
	assert.match(why((a) => { a.health.assessment.state = 'NoQuorum'; }), /^A price that it needs is NoQuorum:/);
	assert.match(why((a) => { a.health.assessment.orders = 'Stale'; }), /Stale, for a resting order/);
	assert.match(why((a) => { a.health.assessment.cash = 0n; }), /does not cover its initial margin/);
	assert.match(why((a) => { a.queue = { ...a.queue, free: 0n }; }), /no free cash/);
	// Both: auctions first, since nothing else helps before.
	assert.match(why((a) => { a.health.inAuction = true; a.houseLevel = 'Frozen'; }), /^It is in auction/);
});

test('option value never pays for a withdrawal', () => {
	const account = short();
	account.health.assessment.options = 10n ** 24n;
	assert.equal(withdrawal(account).sum[2][1], 0n);
});

test('what the house cannot pay is said apart from what margin allows', () => {
	const account = { ...maker(), maxWithdrawal: 1_000_000n };
	const out = withdrawal(account);
	assert.equal(out.limitedByHouse, true);
	assert.equal(out.expected, 471_795_960_399n);
});

test('what is held back for a loss is taken off what may leave, and no blame of the house', () => {
	const account = { ...short(), heldBack: 450_000_000n, maxWithdrawal: 981_948_260n };
	const out = withdrawal(account);
	assert.equal(out.room, 981_948_260_747_166_969_547n);
	assert.equal(out.sum.reduce((all, [, value]) => all + value, 0n), out.room);
	assert.equal(out.expected, account.maxWithdrawal);
	assert.ok(out.checks.every(({ ok }) => ok) && !out.limitedByHouse);
	assert.ok(out.checks.some(({ text }) => /^A loss is being shared out: 450\.00 USDT are held back/.test(text)));
	// Less of it free in the house is said as before.
	assert.equal(withdrawal({ ...account, maxWithdrawal: 1_000_000n }).limitedByHouse, true);
});

test('all that margin would let out is held back: that is why, and not margin', () => {
	const account = { ...short(), heldBack: 2_000_000_000n, maxWithdrawal: 0n };
	const why = (change = () => {}) => {
		const own = structuredClone(account);
		change(own);
		return withdrawal(own).checks.find(({ binds }) => binds).text;
	};
	assert.match(why(), /^A loss is being shared out: 2,000\.00 USDT are held back/);
	assert.match(why((a) => { a.health.assessment.cash = 0n; }), /does not cover its initial margin/);
	assert.equal(withdrawal(account).expected, 0n);
	assert.equal(withdrawal(account).limitedByHouse, false);
});

test('what is held back is read once, also of who holds nothing', async () => {
	// As the chain answers: each underlying's gain, and in each the same sum for the account.
	const chain = (answers) => ({ view: async (pallet, name, id, underlying) => answers[underlying] });
	const both = chain([{ gain: 700n, heldBack: 450n }, { gain: -20n, heldBack: 450n }]);
	assert.deepEqual(await readShares(both, 'a', [0, 1, 0], [0, 1]), { heldBack: 450n, gain: 680n });
	assert.deepEqual(await readShares(both, 'a', [], [0, 1]), { heldBack: 450n, gain: 680n });
	// A mark of one is missing.
	assert.deepEqual(await readShares(chain([undefined, { gain: 5n, heldBack: 3n }]), 'a', [0], [0, 1]), { heldBack: 3n, gain: undefined });
	assert.deepEqual(await readShares(chain([]), 'a', [0], [0]), { heldBack: undefined, gain: undefined });
});

test('standing: the worst that is true', () => {
	const of = (change) => {
		const account = short();
		Object.assign(account.health, change);
		return standingOf(account);
	};
	assert.deepEqual(of({}), { level: 'ok', text: 'Sound' });
	assert.equal(of({ initialExcess: -1n }).level, 'warn');
	assert.match(of({ initialExcess: -1n, maintenanceExcess: -1n }).text, /can be flagged/);
	assert.match(of({ maintenanceExcess: -1n, inAuction: true }).text, /^In auction/);
	assert.match(of({ equityMaintenance: -1n, maintenanceExcess: -2n }).text, /less than nothing/);
});
