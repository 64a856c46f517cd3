// SPDX-License-Identifier: GPL-3.0-or-later

// What the node makes of the test network's spec: nothing of the template, a chain of a filled one.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { nodePath } from '../../lib/node.mjs';
import { fill, parse, print, template } from '../../lib/testnet-spec.mjs';
import { operators } from '../operators.mjs';
import { skip } from './common.mjs';

const dir = mkdtempSync(join(tmpdir(), 'straddle-spec-'));
after(() => rmSync(dir, { recursive: true, force: true }));

const node = (...args) => execFileSync(nodePath(), args, { encoding: 'utf8', maxBuffer: 2 ** 29, stdio: ['ignore', 'pipe', 'pipe'] });

test('the node builds the state of a filled spec, and refuses the template', { skip, timeout: 1_200_000 }, async () => {
	const file = (name) => parse(readFileSync(new URL(`../../../chain-specs/${name}`, import.meta.url), 'utf8'));
	const local = parse(node('export-chain-spec', '--chain', 'local'));
	const choices = file('testnet.json');
	const write = (name, spec) => {
		writeFileSync(join(dir, name), print(spec));
		return join(dir, name);
	};
	const raw = JSON.parse(node('export-chain-spec', '--raw', '--chain', write('filled.json', await fill(local, choices, operators()))));
	assert.equal(raw.para_id, 4242);
	assert.equal(raw.chainType, 'Live');
	assert.ok(Object.keys(raw.genesis.raw.top).length > 100);
	assert.throws(() => node('export-chain-spec', '--raw', '--chain', write('template.json', template(local, choices))));
});
