// SPDX-License-Identifier: GPL-3.0-or-later

// What docs/clients shows is what the examples do: each block of code names its file and is in it word for word.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path) => readFileSync(root + path, 'utf8');

for (const page of ['polkadot-js', 'papi', 'subxt', 'chopsticks']) {
	test(`${page}.md shows what is run`, () => {
		const blocks = [...read(`docs/clients/${page}.md`).matchAll(/^```(?:js|rust|yaml|ts) (\S+)\n([^]*?)^```$/gm)];
		assert.ok(blocks.length > 0, 'no block names its file');
		for (const [, file, code] of blocks) assert.ok(read(file).includes(code), `${file} has no such lines:\n${code}`);
	});
}
