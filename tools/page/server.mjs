// SPDX-License-Identifier: GPL-3.0-or-later

// Serves the risk page: its own files, the parts of the client library that it shares, and the bundles
// that Polkadot.js ships for browsers. Nothing else of the repository can be asked for.
//
//   node tools/page/server.mjs [--port 9950] [--host 127.0.0.1] [--node ws://127.0.0.1:9944]

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = new URL('../../', import.meta.url);
const TYPES = { css: 'text/css', html: 'text/html; charset=utf-8', js: 'text/javascript', json: 'application/json', mjs: 'text/javascript', svg: 'image/svg+xml' };

/** The file behind a path, or undefined. */
export function fileOf(path) {
	if (path === '/' || path === '/index.html') return 'tools/page/index.html';
	if (/^\/tools\/page\/(app\.mjs|style\.css|icon\.svg|(lib|tabs|vendor)\/[\w-]+\.m?js)$/.test(path)) return path.slice(1);
	if (/^\/e2e\/lib\/(amounts|errors|packed|views)\.mjs$/.test(path)) return path.slice(1);
	const bundle = /^\/vendor\/polkadot\/(api|keyring|types|util|util-crypto)\.js$/.exec(path)?.[1];
	return bundle && `e2e/node_modules/@polkadot/${bundle}/bundle-polkadot-${bundle}.js`;
}

/** What the page may do: run its own scripts, and open a WebSocket wherever the user says. */
function policy() {
	const html = readFileSync(new URL('tools/page/index.html', ROOT), 'utf8');
	const map = /<script type="importmap">(.*)<\/script>/.exec(html)[1];
	const hash = createHash('sha256').update(map).digest('base64');
	return [
		"default-src 'self'",
		`script-src 'self' 'wasm-unsafe-eval' 'sha256-${hash}'`,
		"style-src 'self' 'unsafe-inline'",
		"connect-src 'self' ws: wss:",
		"base-uri 'none'",
		"frame-ancestors 'none'",
	].join('; ');
}

/** Start it; resolves to {url, stop}. Port 0 is any free one, and so is one that is taken if `orAny`. */
export async function startPage({ port = 0, orAny = false, host = '127.0.0.1', node = 'ws://127.0.0.1:9944' } = {}) {
	const headers = { 'content-security-policy': policy(), 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-cache' };
	const server = createServer(async (request, response) => {
		const answer = (status, type, body) => {
			response.writeHead(status, { ...headers, 'content-type': type });
			response.end(request.method === 'HEAD' ? undefined : body);
		};
		if (!['GET', 'HEAD'].includes(request.method)) return answer(405, 'text/plain', 'only GET\n');
		const { pathname } = new URL(request.url, 'http://page');
		if (pathname === '/config.json') return answer(200, TYPES.json, JSON.stringify({ node }));
		const file = fileOf(pathname);
		if (!file) return answer(404, 'text/plain', 'not here\n');
		try {
			answer(200, TYPES[file.split('.').pop()], await readFile(new URL(file, ROOT)));
		} catch {
			answer(404, 'text/plain', file.includes('node_modules') ? 'npm packages are missing: npm ci --prefix e2e\n' : 'not here\n');
		}
	});
	const listen = (on) => new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(on, host, resolve);
	});
	await listen(port).catch((error) => {
		if (!orAny || error.code !== 'EADDRINUSE') throw error;
		return listen(0);
	});
	const { address, port: own, family } = server.address();
	return {
		url: `http://${family === 'IPv6' ? `[${address}]` : address}:${own}/`,
		stop: () => new Promise((done) => {
			server.close(done);
			server.closeAllConnections();
		}),
	};
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const { values } = parseArgs({ options: { port: { type: 'string', default: '9950' }, host: { type: 'string' }, node: { type: 'string' } } });
	const { url } = await startPage({ ...values, port: Number(values.port) });
	console.log(`risk page: ${url}`);
}
