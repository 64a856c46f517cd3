// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as a from '../lib/amounts.mjs';

test('text to units is exact or refused', () => {
	assert.equal(a.usd('1250.5'), 1_250_500_000_000_000_000_000n);
	assert.equal(a.cash('1,250.50'), 1_250_500_000n);
	assert.equal(a.cash('-0.000001'), -1n);
	assert.equal(a.contracts('2'), 2_000_000n);
	assert.equal(a.strike('60000'), 6_000_000_000_000n);
	assert.equal(a.strd('1'), 1_000_000_000_000n);
	assert.equal(a.cash('1.10000000'), 1_100_000n);
	assert.equal(a.cash('90071992547409.930001'), 90_071_992_547_409_930_001n);
	for (const bad of ['0.0000001', '1e6', '', 'x', '1.', '.5', '1.2.3', '--1', null, undefined]) {
		assert.throws(() => a.cash(bad), RangeError, String(bad));
	}
});

test('units to text, with commas, rounded half away from zero', () => {
	assert.equal(a.showCash(1_250_000_000n), '1,250.00');
	assert.equal(a.showCash(-1n, 6), '-0.000001');
	assert.equal(a.showCash(-1n), '0.00');
	assert.equal(a.showCash(5_000n), '0.01');
	assert.equal(a.showCash(4_999n), '0.00');
	assert.equal(a.showCash(-5_000n), '-0.01');
	assert.equal(a.showUsd(64_000n * 10n ** 18n, 0), '64,000');
	assert.equal(a.showContracts(2_000_000n), '2.000000');
	assert.equal(a.showContracts(1_234_567_890_123n), '1,234,567.890123');
	assert.equal(a.showPercent(50_000_000_000_000_000n), '5.00 %');
	assert.equal(a.show(7n, 0), '7');
	assert.equal(a.show(123n, 2, 4), '1.2300');
	// Beyond 2^53, where a float would lie.
	assert.equal(a.showCash(9_007_199_254_740_993_000_001n, 6), '9,007,199,254,740,993.000001');
});

test('reading what was shown gives the same number', () => {
	for (const value of [0n, 1n, -1n, 999_999n, -1_000_000n, 123_456_789_012_345_678n]) {
		assert.equal(a.cash(a.showCash(value, 6)), value);
		assert.equal(a.usd(a.showUsd(value, 18)), value);
	}
});

test('series by name', () => {
	const series = { underlying: 0, expiry: Date.UTC(2026, 11, 25, 8), strike: a.strike('60000'), kind: 'Call' };
	assert.equal(a.seriesName(series), 'BTC-25DEC26-60000-C');
	assert.equal(a.seriesName({ ...series, kind: 'Put', underlying: '1', strike: a.strike('0.5') }), 'ETH-25DEC26-0.5-P');
	assert.equal(a.seriesName({ ...series, kind: 'Future', underlying: 7, expiry: BigInt(Date.UTC(2026, 0, 2, 14, 5)) }), 'U7-2JAN26T1405-60000-F');
});
