// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { METRICS, render } from '../lib/metrics.mjs';

test("the text is Prometheus' format, each name once explained", () => {
	const text = render([
		['straddle_up', 1],
		['straddle_feed_price', 60_004.5, { feed: 1, name: 'B"T\\C\n' }],
		['straddle_block_number', 7],
		['straddle_feed_price', 0.9999, { feed: 0, name: 'USDT' }],
		['straddle_head_number', undefined, { source: 1 }],
		['straddle_utilisation_ratio', NaN],
	]);
	assert.equal(text, [
		'# HELP straddle_up Whether the node answered',
		'# TYPE straddle_up gauge',
		'straddle_up 1',
		'# HELP straddle_feed_price Price of a feed, USD, or a volatility a year',
		'# TYPE straddle_feed_price gauge',
		'straddle_feed_price{feed="1",name="B\\"T\\\\C\\n"} 60004.5',
		'straddle_feed_price{feed="0",name="USDT"} 0.9999',
		'# HELP straddle_block_number Number of the newest block',
		'# TYPE straddle_block_number gauge',
		'straddle_block_number 7',
		'',
	].join('\n'));
});

test('a sample that nobody explained is an error', () => {
	assert.throws(() => render([['straddle_nothing', 1]]), /no metric straddle_nothing/);
});

test('names are of one kind and say their unit', () => {
	for (const [name, help] of Object.entries(METRICS)) {
		assert.match(name, /^straddle_[a-z][a-z0-9_]*[a-z]$/);
		assert.ok(help.length > 10 && !help.endsWith('.'), name);
	}
});
