// SPDX-License-Identifier: GPL-3.0-or-later

// Command line of the price server; see README.md.

import { parseArgs } from 'node:util';
import { startPriceServer } from './lib/http.mjs';

const USAGE = `usage: server.mjs [--port 18080] [--seed 1 | --path file.json] [--step-ms 1000]
                  [--market-ms 6000] [--noise-bps 3] [--volatility-unit percent|fraction]`;

function options() {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '18080' },
			seed: { type: 'string' },
			path: { type: 'string' },
			'step-ms': { type: 'string', default: '1000' },
			'market-ms': { type: 'string', default: '6000' },
			'noise-bps': { type: 'string', default: '3' },
			'volatility-unit': { type: 'string', default: 'percent' },
			help: { type: 'boolean' },
		},
	});
	if (values.help) {
		console.log(USAGE);
		process.exit(0);
	}
	if (values.path && values.seed) throw new RangeError('give either --seed or --path');
	if (!['percent', 'fraction'].includes(values['volatility-unit'])) throw new RangeError('bad --volatility-unit');
	return {
		port: whole(values, 'port', 0, 65_535),
		seed: values.seed === undefined ? 1 : whole(values, 'seed', 0, Number.MAX_SAFE_INTEGER),
		path: values.path,
		stepMs: whole(values, 'step-ms', 1, 86_400_000),
		marketMs: whole(values, 'market-ms', 1, 86_400_000),
		noiseBps: whole(values, 'noise-bps', 0, 1000),
		volatilityUnit: values['volatility-unit'],
	};
}

function whole(values, name, low, high) {
	const value = Number(values[name]);
	if (!Number.isSafeInteger(value) || value < low || value > high) throw new RangeError(`bad --${name}: ${values[name]}`);
	return value;
}

const log = (line) => console.log(`${new Date().toISOString()} ${line}`);
try {
	const server = await startPriceServer({ ...options(), log });
	log(`price server on ${server.url} (${server.market.kind})`);
	for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.close());
} catch (error) {
	console.error(`${error.message}\n${USAGE}`);
	process.exit(1);
}
