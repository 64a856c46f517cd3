// SPDX-License-Identifier: GPL-3.0-or-later

// The exporter: a session with a node, and its newest block as metrics whenever somebody asks.

import { createServer } from 'node:http';
import { connectApi } from '../../../e2e/lib/chain.mjs';
import { Reader } from '../../page/lib/reader.mjs';
import { keepSession } from '../../page/lib/session.mjs';
import { SURVEYS, read, samplesOf } from './collect.mjs';
import { render } from './metrics.mjs';
import { Survey } from './survey.mjs';

/** How long the first scrape of a node waits for what is read seldom: on a small chain it is there at once. */
const FIRST_MS = 5_000;

/** Start it; resolves to {url, stop}. `timeoutMs` is the most that reading a block may take. */
export async function startExporter({ node, port = 0, host = '127.0.0.1', timeoutMs = 15_000, log = () => {} }) {
	let api;
	let known;
	const surveys = new Map(Object.entries(SURVEYS).map(([of, { read: one, ...how }]) => [of, new Survey(one, { ...how, log: (line) => log(`${of}: ${line}`) })]));
	const session = keepSession(node, {
		makeApi: connectApi,
		onOpen: (open) => {
			api = open;
			log(`connected to ${node}`);
		},
		onHead: () => {},
		onClosed: (reason, ms) => {
			if (api || ms < 1000) log(`${node}: ${reason}`);
			api = undefined;
			surveys.forEach((survey) => survey.forget());
		},
	});

	/** One reading for all who ask while it runs; at least one for each block. */
	let running;
	const samples = () => {
		running ??= take().finally(() => { running = undefined; });
		return running;
	};
	const take = async () => {
		if (!api) return [['straddle_up', 0]];
		const begin = Date.now();
		let timer;
		const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs); });
		try {
			const own = api;
			const found = await Promise.race([(async () => {
				const reader = await Reader.of(own);
				if (known?.hash !== String(reader.hash) || known.api !== own) known = { hash: String(reader.hash), api: own, block: await read(reader) };
				const surveyed = await Promise.all([...surveys].map(async ([of, survey]) => [of, await survey.takeSoon(reader, FIRST_MS)]));
				return samplesOf(known.block, Object.fromEntries(surveyed));
			})(), late]);
			return [['straddle_up', 1], ['straddle_scrape_seconds', (Date.now() - begin) / 1000], ...found];
		} catch (error) {
			log(`the block could not be read: ${error.message}`);
			return [['straddle_up', 0]];
		} finally {
			clearTimeout(timer);
		}
	};

	const server = createServer(async (request, response) => {
		const { pathname } = new URL(request.url, 'http://exporter');
		const answer = (status, text, type = 'text/plain; charset=utf-8') => {
			response.writeHead(status, { 'content-type': type });
			response.end(request.method === 'HEAD' ? undefined : text);
		};
		if (!['GET', 'HEAD'].includes(request.method)) return answer(405, 'only GET\n');
		if (pathname === '/') return answer(200, 'straddle-exporter: /metrics\n');
		if (pathname === '/health') return answer(api ? 200 : 503, api ? 'ok\n' : 'no node\n');
		if (pathname !== '/metrics') return answer(404, 'not here\n');
		answer(200, render(await samples()), 'text/plain; version=0.0.4; charset=utf-8');
	});
	await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, resolve);
	});
	return {
		url: `http://${host.includes(':') ? `[${host}]` : host}:${server.address().port}/metrics`,
		async stop() {
			await session.stop();
			surveys.forEach((survey) => survey.forget());
			await new Promise((done) => {
				server.close(done);
				server.closeAllConnections();
			});
		},
	};
}
