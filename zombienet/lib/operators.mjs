// SPDX-License-Identifier: GPL-3.0-or-later

// What operators and the risk page see of a chain that has a source and vaults.

import { startExporter } from '../../tools/exporter/lib/serve.mjs';
import { Reader } from '../../tools/page/lib/reader.mjs';
import { readVaults } from '../../tools/page/lib/read.mjs';
import { MINUTE, eventually } from './harness.mjs';
import { SIBLING_PARA, SOURCE, VAULT_DOT } from './vaults.mjs';

/** Metrics as a map of "name{labels}" to number. */
export function parseMetrics(text) {
	const lines = text.split('\n').filter((line) => line && !line.startsWith('#'));
	return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]));
}

/** What the exporter says of a node. */
export async function exported(node) {
	const exporter = await startExporter({ node, timeoutMs: MINUTE });
	try {
		return await eventually('figures of the exporter', 2 * MINUTE, async () => {
			const metrics = parseMetrics(await (await fetch(exporter.url)).text());
			return metrics.get('straddle_up') === 1 && metrics;
		});
	} finally {
		await exporter.stop();
	}
}

/** What is wrong of figures, as text: [what, found, wanted] each. */
export const differences = (list) => list.filter(([, found, wanted]) => found !== wanted).map(([what, found, wanted]) => `${what} is ${found}, not ${wanted}`).join(', ');

/**
 * Both reads once: the exporter's of `node`, and the page's of `chain`. `vaults` are {account, proven, own} each, in smallest
 * units; `releases` the accounts whose order is out. Resolves to a few words.
 */
export async function readByOperators({ chain, node, vaults, releases = [] }) {
	const [metrics, found] = await Promise.all([exported(node), Reader.of(chain.api).then(readVaults)]);
	const named = (name, labels) => metrics.get(labels ? `${name}{${labels}}` : name);
	const source = found.sources.find(({ id }) => id === SOURCE);
	const flights = found.flights.filter(({ purpose }) => purpose === 'Release').map(({ account }) => account);
	const wrong = differences([
		['straddle_vaults', named('straddle_vaults'), vaults.length],
		['straddle_vaults_breached', named('straddle_vaults_breached'), 0],
		['straddle_vault_orders of releases', named('straddle_vault_orders', 'purpose="Release"'), releases.length],
		['straddle_vault_orders_late', named('straddle_vault_orders_late'), 0],
		['straddle_head_live', named('straddle_head_live', `source="${SOURCE}"`), 1],
		['straddle_head_code_known', named('straddle_head_code_known', `source="${SOURCE}"`), 1],
		['straddle_head_number above 0', named('straddle_head_number', `source="${SOURCE}"`) > 0, true],
		['straddle_chain_factor above 0.9', named('straddle_chain_factor', `source="${SOURCE}",counts="opening"`) > 0.9, true],
		['the source\'s chain', source?.paraId, SIBLING_PARA],
		['its standing', source?.head?.standing, 'Live'],
		['its code known', source?.codeKnown, true],
		['how many vaults are read', found.vaults.length, vaults.length],
		['releases', flights.join(), releases.join()],
		...vaults.flatMap(({ account, proven, own }) => {
			const read = found.vaults.find((one) => one.account === account && one.kind === VAULT_DOT);
			return [
				[`P of ${account.slice(0, 8)}…`, read?.proven, proven],
				[`what counts of it`, read?.cover?.own, own],
				[`its breach`, read?.breach, undefined],
			];
		}),
	]);
	if (wrong) throw new Error(wrong);
	return `vaults ${vaults.length}, orders ${releases.length}`;
}
