// SPDX-License-Identifier: GPL-3.0-or-later

// Figures of a chain of Straddle for Prometheus.
//
//   node tools/exporter/exporter.mjs [--node ws://127.0.0.1:9944] [--port 9955] [--host 127.0.0.1]

import { parseArgs } from 'node:util';
import { startExporter } from './lib/serve.mjs';

const { values } = parseArgs({
	options: {
		node: { type: 'string', default: 'ws://127.0.0.1:9944' },
		port: { type: 'string', default: '9955' },
		host: { type: 'string', default: '127.0.0.1' },
	},
});
const exporter = await startExporter({ ...values, port: Number(values.port), log: (line) => console.log(line) });
console.log(`metrics: ${exporter.url}`);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => exporter.stop().then(() => process.exit(0)));
