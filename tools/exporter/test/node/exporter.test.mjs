// SPDX-License-Identifier: GPL-3.0-or-later

// The exporter beside a development node: its figures are the chain's, and a lost node is said.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sleep } from '../../../../e2e/lib/node.mjs';
import { lineTo, populate, startChain } from '../../../page/test/browser/scene.mjs';
import { startExporter } from '../../lib/serve.mjs';

const skip = process.env.STRADDLE_NO_NODE === '1' ? 'STRADDLE_NO_NODE=1: nothing is tried on a node' : false;
const timeout = 900_000;
let scene;
let line;
let exporter;

before(
	async () => {
		if (skip) return;
		scene = await startChain();
		await populate(scene);
		line = await lineTo(scene.node.wsUrl);
		exporter = await startExporter({ node: line.url });
	},
	{ timeout: 1_200_000 },
);

after(async () => {
	await exporter?.stop();
	await line?.cut();
	await scene?.stop();
});

/** Metrics as a map of "name{labels}" to number. */
async function metrics() {
	const answer = await fetch(exporter.url);
	assert.equal(answer.status, 200);
	assert.match(answer.headers.get('content-type'), /version=0\.0\.4/);
	const lines = (await answer.text()).split('\n').filter((line) => line && !line.startsWith('#'));
	return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]));
}

async function until(what, probe) {
	for (let tries = 0; tries < 240; tries++) {
		const found = await metrics();
		if (probe(found)) return found;
		await sleep(500);
	}
	throw new Error(`${what} was never exported`);
}

test('figures of the chain', { skip, timeout }, async () => {
	const found = await until('the node', (m) => m.get('straddle_up') === 1);
	const { chain } = scene;
	assert.ok(Math.abs(found.get('straddle_block_number') - chain.head) <= 3);
	assert.ok(Math.abs(found.get('straddle_feed_price{feed="1",name="BTC"}') - 60_000) < 600);
	assert.equal(found.get('straddle_feed_state{feed="1",name="BTC",state="Valid"}'), 1);
	assert.equal(found.get('straddle_quorum'), 1);
	assert.equal(found.get('straddle_open_interest_contracts{market="BTC"}'), 1);
	assert.equal(found.get('straddle_cash_held_usdt'), 505_300);
	assert.equal(found.get('straddle_collateral_credited{kind="1",symbol="DOT"}'), 1_000);
	assert.ok(found.get('straddle_pot_usdt{pot="GlobalPool"}') > 0);
	assert.ok(found.get('straddle_ladder_room_ratio{driver="Forward",id="0"}') > 0);
	assert.equal(found.get('straddle_house_level'), 0);
	assert.ok([...found.keys()].some((key) => key.startsWith('straddle_feeder_accepted')));
});

test('no prices: ages grow, states change', { skip, timeout }, async () => {
	await scene.prices.down();
	const found = await until('a stale feed', (m) => m.get('straddle_feed_state{feed="1",name="BTC",state="Stale"}') === 1);
	assert.ok(found.get('straddle_feed_age_seconds{feed="1",name="BTC"}') > found.get('straddle_round_stale_after_seconds') - 1);
	await scene.prices.up();
	await until('prices again', (m) => m.get('straddle_feed_state{feed="1",name="BTC",state="Valid"}') === 1);
});

test('a node that goes is said, one that comes back is read again', { skip, timeout }, async () => {
	const health = () => fetch(exporter.url.replace('metrics', 'health')).then(({ status }) => status);
	assert.equal(await health(), 200);
	await line.cut();
	const gone = await until('the loss', (m) => m.get('straddle_up') === 0);
	assert.equal(gone.size, 1, 'no old figures');
	assert.equal(await health(), 503);
	await line.mend();
	await until('its return', (m) => m.get('straddle_up') === 1);
});
