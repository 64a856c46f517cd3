// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { samplesOf } from '../lib/collect.mjs';
import { METRICS, render } from '../lib/metrics.mjs';
import { block, surveys } from './block.mjs';

const lines = render(samplesOf(block(), surveys(), 1_012_000)).split('\n');
const has = (...wanted) => wanted.forEach((line) => assert.ok(lines.includes(line), `${line} is not among\n${lines.filter((own) => own.startsWith(line.split(/[{ ]/)[0])).join('\n')}`));

test('the block and its age', () => {
	has('straddle_block_number 100', 'straddle_finalized_number 97', 'straddle_block_timestamp_seconds 1000', 'straddle_block_age_seconds 12', 'straddle_spec_version 1');
});

test('feeds, rounds, quorum', () => {
	has(
		'straddle_feed_age_seconds{feed="1",name="BTC"} 24',
		'straddle_feed_price{feed="1",name="BTC"} 60000',
		'straddle_feed_reporters{feed="1",name="BTC"} 2',
		'straddle_feed_state{feed="1",name="BTC",state="Stale"} 1',
		'straddle_feed_state{feed="1",name="BTC",state="Valid"} 0',
		'straddle_feed_price{feed="11",name="BTC volatility a year"} 0.6',
		'straddle_surface_age_seconds{feed="21",name="BTC smiles"} 30',
		'straddle_surface_confidence_ratio{feed="21",name="BTC smiles"} 0.9',
		'straddle_surface_expiries{feed="22",name="ETH smiles"} 0',
		'straddle_quorum 3',
		'straddle_feeders 4',
		'straddle_round_reports 2',
		'straddle_round_finished 0',
		'straddle_rounds_unfinished 1',
		'straddle_round_stale_after_seconds 18',
		'straddle_feeder_silent{feeder="A",of="prices"} 2',
		'straddle_feeder_silent{feeder="A",of="surfaces"} 5',
		'straddle_feeder_strikes{feeder="A"} 1',
	);
	assert.ok(!lines.some((line) => line.startsWith('straddle_surface_age_seconds{feed="22"')), 'no age of what is not there');
});

test('heads and vaults', () => {
	has(
		'straddle_head_live{source="1"} 1',
		'straddle_head_staleness_blocks{source="1"} 2',
		'straddle_head_omission_blocks{source="1"} 1',
		'straddle_head_code_known{source="1"} 0',
		'straddle_chain_factor{source="1",counts="opening"} 1',
		'straddle_chain_factor{source="2",counts="opening_here"} 1',
		'straddle_key_omissions{collator="C"} 3',
		'straddle_vaults 2',
		'straddle_vaults_breached 1',
		'straddle_survey_age_seconds{of="vaults"} 30',
		'straddle_vault_orders{purpose="Release"} 2',
		'straddle_vault_orders{purpose="Seizure"} 1',
		'straddle_vault_orders_late 1',
	);
	assert.ok(!lines.some((line) => /straddle_(head_.*|chain_factor\{source="2",counts="opening"\}).*source="2",counts="opening"/.test(line)), 'nothing lies on a chain that is not named');
});

test('liquidation and the ladder', () => {
	has(
		'straddle_auctions 2',
		'straddle_auctions_standing 1',
		'straddle_auction_longest_biddable_seconds 90',
		'straddle_auction_take_over_seconds 5400',
		'straddle_liquidation_paused 1',
		'straddle_liquidation_grace_seconds 30',
		'straddle_house_level 2',
		'straddle_restrictions 4',
		// Raised once and at rest; both levels in force; what was set is over.
		'straddle_scope_level{scope="Market 0"} 0',
		'straddle_scope_level{scope="Source 1"} 3',
		'straddle_scope_level{scope="Kind 1"} 2',
		'straddle_ladder_refiled 0',
		'straddle_ladder_hot 3',
		'straddle_ladder_room_ratio{driver="Forward",id="0"} 0.05',
		'straddle_losses_unborne_usdt 3.5',
	);
	assert.ok(!lines.some((line) => line.startsWith('straddle_ladder_room_ratio{driver="Chain"')), 'nobody is filed there');
});

test('pools, cash, markets', () => {
	has(
		'straddle_pot_usdt{pot="GlobalPool"} 7.25',
		'straddle_pot_usdt{pot="Suspense"} 2',
		'straddle_pool_needed_usd{underlying="0"} 9',
		'straddle_insolvency_usdt 0.5',
		'straddle_utilisation_ratio 0.25',
		'straddle_withdrawals_waiting_usdt 4',
		'straddle_cash_call_open 0',
		'straddle_collateral_credited{kind="1",symbol="DOT"} 2.5',
		'straddle_collateral_cap_used_ratio{kind="1",symbol="DOT"} 0.25',
		'straddle_open_interest_contracts{market="BTC"} 2.5',
		'straddle_open_interest_cap_used_ratio{market="BTC"} 0.00025',
		'straddle_market_open{market="BTC"} 1',
	);
});

test('the house is no scope among the others', () => {
	assert.ok(!lines.some((line) => line.startsWith('straddle_scope_level{scope="House"')));
});

test('an empty pool is zero, or no alarm would compare it', () => {
	const empty = block();
	empty.cash.pots = [];
	const text = render(samplesOf(empty, surveys()));
	assert.match(text, /^straddle_pot_usdt\{pot="GlobalPool"\} 0$/m);
	assert.match(text, /^straddle_insolvency_usdt 0$/m);
});

test('before the first survey its figures are not there, and how long that has been is', () => {
	const none = { vaults: { ageMs: 5_000, found: undefined }, pools: { ageMs: 7_000, found: undefined } };
	const found = block();
	found.sources.breached = 3;
	const text = render(samplesOf(found, none));
	assert.doesNotMatch(text, /straddle_vaults |straddle_pool_needed_usd/);
	assert.match(text, /^straddle_survey_age_seconds\{of="vaults"\} 5$/m);
	assert.match(text, /^straddle_survey_age_seconds\{of="pools"\} 7$/m);
	// A breach is told without it.
	assert.match(text, /^straddle_vaults_breached 3$/m);
});

test('a chain before its first round', () => {
	const first = block();
	Object.assign(first.feeds, { last: undefined, rounds: [] });
	const text = render(samplesOf(first, surveys()));
	assert.doesNotMatch(text, /straddle_round_(age_seconds|reports|finished) /);
	assert.match(text, /straddle_quorum 3/);
});

test('every metric that is explained is exported by a full block', () => {
	const exported = new Set(lines.filter((line) => !line.startsWith('#')).map((line) => line.split(/[{ ]/)[0]));
	const own = ['straddle_up', 'straddle_scrape_seconds'];
	assert.deepEqual(Object.keys(METRICS).filter((name) => !exported.has(name) && !own.includes(name)), []);
});
