// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileOf, startPage } from '../server.mjs';

test('serves the page and all that it loads, and nothing else', async () => {
	const page = await startPage({ node: 'ws://here:1' });
	try {
		const get = (path, init) => fetch(new URL(path, page.url), init);
		const index = await get('/');
		assert.equal(index.status, 200);
		const html = await index.text();
		for (const [, path] of html.matchAll(/(?:src|href)="([^"#]+)"/g)) {
			const answer = await get(path);
			assert.equal(answer.status, 200, path);
			assert.ok((await answer.text()).length > 0, path);
		}
		assert.deepEqual(await (await get('/config.json')).json(), { node: 'ws://here:1' });
		for (const path of ['/tools/page/server.mjs', '/tools/page/test/server.test.mjs', '/tools/page/../Makefile', '/tools/page/lib/..%2f..%2fMakefile', '/e2e/lib/node.mjs', '/e2e/package.json', '/vendor/polkadot/keyring/x.js', '/.git/config']) {
			assert.equal((await get(path)).status, 404, path);
		}
		assert.equal((await get('/', { method: 'POST' })).status, 405);
		assert.equal((await get('/', { method: 'HEAD' })).status, 200);
	} finally {
		await page.stop();
	}
});

test('a port that is taken is an error, or another one if that will do', async () => {
	const first = await startPage();
	const port = Number(new URL(first.url).port);
	try {
		await assert.rejects(startPage({ port }), { code: 'EADDRINUSE' });
		const second = await startPage({ port, orAny: true });
		assert.notEqual(second.url, first.url);
		assert.equal((await fetch(second.url)).status, 200);
		await second.stop();
	} finally {
		await first.stop();
	}
});

test('the policy lets the import map run and no other script in the page', async () => {
	const page = await startPage();
	try {
		const policy = (await fetch(page.url)).headers.get('content-security-policy');
		assert.match(policy, /script-src 'self' 'wasm-unsafe-eval' 'sha256-[A-Za-z0-9+/=]+';/);
		assert.doesNotMatch(policy, /script-src[^;]*unsafe-inline/);
	} finally {
		await page.stop();
	}
});

test('every module that a module of the page imports is served', () => {
	const seen = new Set();
	const visit = (path) => {
		if (seen.has(path)) return;
		seen.add(path);
		const file = fileOf(path);
		assert.ok(file, `${path} is not served`);
		const text = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
		for (const [, name] of text.matchAll(/(?:from|import)\s+'(\.[^']+)'/g)) visit(new URL(name, `http://page${path}`).pathname);
		for (const [, name] of text.matchAll(/from\s+'([^'.][^']*)'/g)) assert.equal(name, '@polkadot/util', `${path} imports ${name}`);
	};
	visit('/tools/page/app.mjs');
	for (const folder of ['lib', 'tabs']) {
		for (const file of readdirSync(new URL(`../${folder}`, import.meta.url))) assert.ok(seen.has(`/tools/page/${folder}/${file}`), `${folder}/${file} is not used`);
	}
});

test('what the page takes of @polkadot/util is what the shared library imports', () => {
	const views = readFileSync(new URL('../../../e2e/lib/views.mjs', import.meta.url), 'utf8');
	const [, wanted] = /import \{([^}]+)\} from '@polkadot\/util'/.exec(views);
	const given = readFileSync(new URL('../vendor/util.mjs', import.meta.url), 'utf8');
	for (const name of wanted.split(',')) assert.match(given, new RegExp(`\\b${name.trim()}\\b`));
});
