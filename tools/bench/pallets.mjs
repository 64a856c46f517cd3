// SPDX-License-Identifier: GPL-3.0-or-later

// Turns what the bencher measured into rows of bench/figures.tsv, and prints them.
//   node pallets.mjs <json of the bencher>... <figures.tsv>
// Times are the fastest of the repeats, in WebAssembly with the database's cache warm; proofs are what
// was recorded.

import { appendFileSync, readFileSync } from 'node:fs';

const files = process.argv.slice(2);
const figures = files.pop();
if (!figures || files.length === 0) throw new Error('usage: pallets.mjs <json>... <figures.tsv>');

const NAMES = {
	report: (p) => `a batch of ${p} prices is stored`,
	authorize_report: (p) => `a batch of ${p} prices is let in`,
	refuse_stranger: (p) => `a batch of ${p} prices by a stranger is refused`,
	refuse_forgery: (p) => `a batch of ${p} prices with a wrong signature is refused`,
	look_at_round: (r, f) => `a round of ${r} feeders and ${f} feeds is counted`,
	finish_round: (r, f) => `a round of ${r} feeders and ${f} feeds is finished`,
	report_surface: (s) => `${s} slices of a surface are stored`,
	prove: (n) => `a proof of ${n} nodes of a vault is taken`,
	finish_surface: (r, s) => `a surface of ${r} feeders and ${s} expiries is finished`,
};
// The ledger's, on the dearest accounts: every kind of lot, no two positions in one expiry, the portfolio
// rule. Their proofs say nothing of a chain's trie: tools/bench/ledger measures those.
const LEDGER = {
	assess: (s) => `a margin check of ${s} positions`,
	book: (s) => `a trade of two accounts of ${s} positions, each valued twice`,
	deposit: () => 'a deposit of a lot',
	withdraw: () => 'a withdrawal of a lot from a full account',
};

const measured = new Map();
for (const file of files) {
	for (const { benchmark, time_results: results } of JSON.parse(readFileSync(file, 'utf8'))) {
		const name = NAMES[benchmark] ?? LEDGER[benchmark];
		if (!name) continue;
		const first = results[0].components.map(([, value]) => value);
		const same = results.filter(({ components }) => components.every(([, value], n) => value === first[n]));
		const proof = benchmark in LEDGER ? 0 : Math.max(...same.map((result) => result.proof_size));
		measured.set(benchmark in LEDGER ? name(...first) : benchmark, {
			name: name(...first),
			microseconds: Math.min(...same.map((result) => result.extrinsic_time)) / 1000,
			proof,
		});
	}
}

const rows = [];
const row = (name, value, unit, budget = '-', verdict = 'ok') => rows.push([name, value, unit, budget, verdict]);
for (const { name, microseconds, proof } of measured.values()) {
	row(name, microseconds.toFixed(1), 'µs');
	if (proof > 0) row(`proof: ${name}`, (proof / 1024).toFixed(1), 'KiB');
}
// What a good batch costs: let into the pool, let into the block, stored, and its share of the round.
const time = (benchmark) => measured.get(benchmark)?.microseconds ?? NaN;
const share = (time('look_at_round') + time('finish_round')) / 50;
const good = 2 * time('authorize_report') + time('report') + share;
for (const [what, budget] of [['refuse_stranger', 0.1], ['refuse_forgery', 0.4]]) {
	const part = time(what) / good;
	row(`refused through good: ${measured.get(what)?.name}`, part.toFixed(3), 'ratio', budget, part <= budget ? 'ok' : 'over');
}
for (const [name, value, unit, budget, verdict] of rows) {
	console.log(`${name.padEnd(70)} ${value.padStart(10)} ${unit.padEnd(6)} ${budget === '-' ? '' : `${budget} ${verdict}`}`);
}
appendFileSync(figures, rows.map((cells) => `${cells.join('\t')}\n`).join(''));
