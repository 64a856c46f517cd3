// SPDX-License-Identifier: GPL-3.0-or-later

// Starts tools/price-server and moves its market.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { byLine } from './node.mjs';

const SERVER = fileURLToPath(new URL('../../tools/price-server/server.mjs', import.meta.url));
const alive = new Set();
process.on('exit', () => {
	for (const child of alive) child.kill('SIGKILL');
});

/**
 * Start a price server. Options: port (0: any free one; the chain's default feeds look at 18080),
 * seed or path, stepMs, marketMs, noiseBps, volatilityUnit.
 */
export async function startPrices({ port = 0, ...options } = {}) {
	const names = { seed: 'seed', path: 'path', stepMs: 'step-ms', marketMs: 'market-ms', noiseBps: 'noise-bps', volatilityUnit: 'volatility-unit' };
	const args = Object.entries(names)
		.filter(([key]) => options[key] !== undefined)
		.flatMap(([key, flag]) => [`--${flag}`, String(options[key])]);
	const child = spawn(process.execPath, [SERVER, '--port', String(port), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
	alive.add(child);
	const gone = new Promise((resolve) => child.once('exit', resolve)).finally(() => alive.delete(child));
	const lines = [];
	const url = await new Promise((resolve, reject) => {
		for (const stream of [child.stdout, child.stderr]) {
			byLine(stream, (line) => {
				lines.push(line);
				const match = /price server on (http:\S+)/.exec(line);
				if (match) resolve(match[1]);
			});
		}
		gone.then(() => reject(new Error(`the price server stopped:\n${lines.join('\n')}`)));
	});
	return new Prices(url, lines, async () => {
		child.kill('SIGTERM');
		await gone;
	});
}

/** Client of the control API. Prices are decimal text. */
export class Prices {
	constructor(url, lines = [], stop = async () => {}) {
		Object.assign(this, { url, lines, stop });
	}

	/** Pin an asset's price, at once or along a ramp of so many seconds of wall time. */
	price = (asset, price, rampSeconds = 0) => this.#post('price', { asset, price, ramp_seconds: rampSeconds });
	/** Pin a volatility: "0.6" is 60 % a year. */
	volatility = (asset, volatility, rampSeconds = 0) => this.#post('volatility', { asset, volatility, ramp_seconds: rampSeconds });
	volatilityUnit = (unit) => this.#post('volatility_unit', { unit });
	/** Break a venue ("all" for each of them); kinds: price server's README. */
	fault = (venue, kind) => this.#post('fault', { venue, kind });
	reset = () => this.#post('reset');
	down = () => this.#post('down');
	up = () => this.#post('up');
	state = () => this.#ask('');
	stats = () => this.#ask('stats');

	#post(name, body = {}) {
		return this.#ask(name, { method: 'POST', body: JSON.stringify(body) });
	}

	async #ask(name, init = {}) {
		const response = await fetch(`${this.url}/control/${name}`.replace(/\/$/, ''), { ...init, signal: AbortSignal.timeout(5000) });
		const body = await response.json();
		if (!response.ok) throw new Error(`price server: ${body.error}`);
		return body;
	}
}
