// SPDX-License-Identifier: GPL-3.0-or-later

// The dashboard and the alarms ask for what is exported, and the guide says what each alarm means.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { STATES } from '../lib/collect.mjs';
import { METRICS } from '../lib/metrics.mjs';

const file = (path) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const dashboard = JSON.parse(file('docs/deploy/grafana.json'));
const alerts = file('docs/deploy/alerts.yml');
/** What the node's own exporter has of the dashboard and the alarms (sc-service 0.64, tried on a node). */
const NODE = ['substrate_block_height', 'substrate_block_verification_and_import_time_bucket', 'substrate_build_info', 'substrate_sub_libp2p_peers_count'];
/** Labels of each metric as a full block exports them. */
const LABELS = /(\w+)\{([^}]*)\}/g;

const expressions = () => [
	...dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)),
	...dashboard.templating.list.map(({ query }) => query),
	...[...alerts.matchAll(/^ *expr: (.+)$/gm)].map(([, expr]) => expr),
];

test('every metric that the dashboard and the alarms name is exported', () => {
	const named = expressions().flatMap((expr) => expr.match(/\b(straddle|substrate)_\w+/g) ?? []);
	assert.ok(named.length > 60);
	assert.deepEqual([...new Set(named)].filter((name) => !(name in METRICS) && !NODE.includes(name)), []);
});

test('labels and states in them are ones that there are', () => {
	const known = ['instance', 'state', 'name', 'pot', 'of'];
	for (const expr of expressions()) {
		for (const [, , labels] of expr.matchAll(LABELS)) {
			for (const [, label, , value] of labels.matchAll(/(\w+)(=~|!=|=)"([^"]*)"/g)) {
				assert.ok(known.includes(label), `${label} in ${expr}`);
				if (label === 'state') value.split('|').forEach((state) => assert.ok(STATES.includes(state), `${state} in ${expr}`));
			}
		}
	}
});

test('panels have a place of their own and an id of their own', () => {
	const ids = dashboard.panels.map(({ id }) => id);
	assert.equal(new Set(ids).size, ids.length);
	const taken = new Set();
	for (const { title, gridPos: { x, y, w, h } } of dashboard.panels) {
		assert.ok(x >= 0 && x + w <= 24, title);
		for (let column = x; column < x + w; column++) {
			for (let line = y; line < y + h; line++) {
				assert.ok(!taken.has(`${column},${line}`), `${title} lies on another panel`);
				taken.add(`${column},${line}`);
			}
		}
	}
});

/** An alarm by its name: expression and severity. */
const alarm = (name) => {
	const [, expr, severity] = new RegExp(`- alert: ${name}\n *expr: (.+)\n(?: *for: .+\n)? *labels: \\{severity: (\\w+)\\}`).exec(alerts);
	return { expr, severity };
};

test('an alarm says the same however many exporters watch a chain', () => {
	for (const [, expr] of alerts.matchAll(/^ *expr: (.+)$/gm)) assert.doesNotMatch(expr, /\b(sum|count)\b/, expr);
	assert.match(alarm('PoolThin').expr, /^max\(straddle_pool_needed_usd\) > on\(\) max\(/);
});

test('what takes credit of accounts that nobody touched wakes somebody', () => {
	for (const name of ['HeadOld', 'HeadOmitted', 'VaultBreached']) assert.equal(alarm(name).severity, 'page', name);
});

test('every emergency level has an alarm, and so has a survey that stands still', () => {
	assert.match(alarm('HouseRestricted').expr, /straddle_house_level > 0 or straddle_liquidation_paused > 0/);
	assert.equal(alarm('ScopeRestricted').expr, 'straddle_scope_level > 0');
	assert.match(alarm('SurveyOld').expr, /^straddle_survey_age_seconds > \d+$/);
});

test('the guide has a line for each alarm', () => {
	const guide = file('docs/operating.md');
	const names = [...alerts.matchAll(/- alert: (\w+)/g)].map(([, name]) => name);
	assert.ok(names.length >= 15 && new Set(names).size === names.length);
	for (const name of names) assert.match(guide, new RegExp(`\`${name}\``), `${name} is not in docs/operating.md`);
});
