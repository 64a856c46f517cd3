// SPDX-License-Identifier: GPL-3.0-or-later

// docs/clients/apps.md: Apps shows pallets, calls and arguments by the names that its library makes of the metadata, so these
// are what the page may name. Apps itself is in no package registry.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { findView } from '../../lib/views.mjs';
import { skip, withNode } from './common.mjs';

const held = withNode();
const page = readFileSync(new URL('../../../docs/clients/apps.md', import.meta.url), 'utf8');

/** {pallet, item, args} of what the page names as `pallet.item`, or as `pallet`, `item(args)`; `args` undefined without parentheses. */
function named(text) {
	const words = String.raw`([a-z_A-Z]+)(?:\(([^)\x60]*)\))?\x60`;
	const found = [new RegExp(String.raw`\x60([a-z_A-Z]+)\.${words}`, 'g'), new RegExp(String.raw`\x60([a-z]+[a-zA-Z]*)\x60, \x60${words}`, 'g')]
		.flatMap((pattern) => [...text.matchAll(pattern)]);
	return found.map(([, pallet, item, args]) => ({ pallet, item, args: args?.split(/,\s*/).filter(Boolean) }));
}

/** Names of the arguments that the chain wants, or undefined if it knows nothing of that name. */
function known({ api, registry }, pallet, item) {
	const names = (list) => list.map(({ name }) => name.toString().replace(/_([a-z])/g, (_, letter) => letter.toUpperCase()));
	const { tx, query, call, events } = api;
	if (tx[pallet]?.[item]) return names(tx[pallet][item].meta.args);
	if (call[pallet]?.[item]) return names(call[pallet][item].meta.params);
	if (query[pallet]?.[item]) return [];
	if (events[pallet]?.[item]) return [];
	try {
		return findView(registry.metadata, pallet, item) && [];
	} catch {
		return undefined;
	}
}

/** Whether the page's arguments are the chain's; a literal ("None", "0", "options.expiries(0)") stands for any. */
const agrees = (args, wanted) => args === undefined || wanted.length === 0
	|| (args.length === wanted.length && args.every((arg, i) => /^(\d|None|[A-Z])/.test(arg) || arg === wanted[i]));

test('what the page of Apps names exists, with the arguments that it says', { skip }, () => {
	const all = named(page);
	assert.ok(all.length > 25, `${all.length} names`);
	const wrong = all.flatMap(({ pallet, item, args }) => {
		const wanted = known(held, pallet, item);
		return wanted && agrees(args, wanted) ? [] : [`${pallet}.${item}(${args ?? ''}): ${wanted ? `wants ${wanted}` : 'unknown'}`];
	});
	assert.deepEqual(wrong, []);
	// Calls named without their pallet, which the section has named before.
	const alone = [...page.matchAll(/`([a-z]+[a-zA-Z]*)\(([^)`]*)\)`/g)].filter(([whole]) => !whole.includes('.'));
	const pallets = ['margin', 'collateral', 'options', 'remoteVault', 'marginApi'];
	for (const [whole, item, args] of alone) {
		const wanted = pallets.map((pallet) => known(held, pallet, item)).find(Boolean);
		assert.ok(wanted && agrees(args.split(/,\s*/).filter(Boolean), wanted), `${whole} wants ${wanted}`);
	}
});
