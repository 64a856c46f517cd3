// SPDX-License-Identifier: GPL-3.0-or-later

// The HTTP side: venues under their names, the control API under /control. Loopback only.

import { createServer } from 'node:http';
import { Controls } from './control.mjs';
import { distort, swap, wire } from './faults.mjs';
import { Market } from './market.mjs';
import { fromFile, walk } from './path.mjs';
import { VENUES } from './venues/index.mjs';

const MAX_BODY = 65_536;

/**
 * Start a server and resolve to {url, port, market, controls, close()}.
 *
 * Options: port (0 = any free), seed, path (a keyframe file), stepMs (wall time of one step),
 * marketMs (market time that one step of the walk stands for), noiseBps, volatilityUnit, log, now.
 */
export async function startPriceServer(options = {}) {
	const { port = 18080, seed = 1, path, stepMs = 1000, marketMs = 6000, noiseBps = 3 } = options;
	const { volatilityUnit = 'percent', log = () => {}, now = Date.now } = options;
	const source = path ? fromFile(path, { stepMs }) : walk({ seed, marketMs });
	const market = new Market({ path: source, seed, stepMs, noiseBps, now });
	const controls = new Controls({ market, volatilityUnit, log });
	const server = createServer((request, response) => {
		answer(request, response, market, controls).catch((error) => {
			log(`error: ${error.stack}`);
			send(response, { status: 500, text: JSON.stringify({ error: 'the price server failed' }) });
		});
	});
	await new Promise((done, failed) => {
		server.once('error', failed);
		server.listen(port, '127.0.0.1', done);
	});
	const bound = server.address().port;
	return {
		url: `http://127.0.0.1:${bound}`,
		port: bound,
		market,
		controls,
		close: () =>
			new Promise((done) => {
				server.close(done);
				server.closeAllConnections();
			}),
	};
}

async function answer(request, response, market, controls) {
	const url = new URL(request.url, 'http://127.0.0.1');
	const [, first = '', ...rest] = url.pathname.split('/');
	if (first === 'control') {
		const body = await readJson(request);
		const reply = body === undefined
			? { status: 400, body: { error: 'the body is not a JSON object' } }
			: controls.handle(request.method, rest.join('/'), body);
		return send(response, { status: reply.status, text: JSON.stringify(reply.body) });
	}
	if (!Object.hasOwn(VENUES, first)) {
		return send(response, { status: 404, text: JSON.stringify({ error: `no such venue: ${first}` }) });
	}
	const stats = controls.stats[first];
	stats.requests++;
	if (controls.down) {
		stats.refused++;
		return request.socket.destroy();
	}
	const fault = controls.faults[first];
	if (fault.kind !== 'off') stats.faulted++;
	const reply = wire(fault.kind, VENUES[first]({ path: `/${rest.join('/')}`, query: url.searchParams }, desk(first, fault, market, controls)));
	if (!reply) return; // It hangs until the client gives up.
	if (reply.status >= 400) stats.errors++;
	send(response, reply);
}

/** What a venue sees of the market at one moment, faults included. */
function desk(venue, { kind, frozen }, market, controls) {
	const present = market.snapshot();
	const view = kind === 'stale' ? frozen : present;
	const bookView = frozen ?? present;
	return {
		now: view.now,
		seed: market.seed,
		volatilityUnit: controls.volatilityUnit,
		asset: (asset) => swap(kind, asset),
		truth: (key) => view.values[key],
		distort: (value) => distort(kind, value),
		/** The market as the option book shows it. */
		book: { now: bookView.now, truth: (key) => bookView.values[key], fault: kind },
		/** The venue's number for a key; `convert` turns USD into the venue's quote. */
		price: (key, convert = (value) => value) => distort(kind, convert(market.noisy(venue, key, view))),
	};
}

async function readJson(request) {
	let text = '';
	request.setEncoding('utf8');
	for await (const chunk of request) {
		text += chunk;
		if (text.length > MAX_BODY) return undefined;
	}
	if (text.trim() === '') return {};
	try {
		const body = JSON.parse(text);
		return body !== null && typeof body === 'object' && !Array.isArray(body) ? body : undefined;
	} catch {
		return undefined;
	}
}

function send(response, { status, text, type = 'application/json', headers = {} }) {
	if (response.headersSent || response.destroyed) return;
	response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text), ...headers });
	response.end(text);
}
