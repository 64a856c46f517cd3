// SPDX-License-Identifier: GPL-3.0-or-later

// Writes the genesis files of both chains to out/chopsticks: Straddle's from its node, and the sibling's, parachain 1000:
// $SIBLING_SPEC, a raw spec of a chain that builds on the relay chain's tip; if that is not set, a copy of Straddle's with that number.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bnToHex, u8aConcat, u8aToHex } from '@polkadot/util';
import { xxhashAsU8a } from '@polkadot/util-crypto';
import { nodePath } from '../lib/node.mjs';

const OUT = fileURLToPath(new URL('../../out/chopsticks/', import.meta.url));
const SIBLING = 1000;
const SLOT_MS = 6_000;
const NOW = Math.floor(Date.now() / SLOT_MS) * SLOT_MS;

const key = (pallet, item) => u8aToHex(u8aConcat(xxhashAsU8a(pallet, 128), xxhashAsU8a(item, 128)));

/** The spec with these entries of storage. */
const withStorage = (spec, entries) => {
	const { raw } = spec.genesis;
	return { ...spec, genesis: { raw: { ...raw, top: { ...raw.top, ...entries } } } };
};

/** The same chain under another number. */
const copyOf = (spec) => withStorage({ ...spec, id: 'sibling', name: 'Sibling', para_id: SIBLING }, {
	[key('ParachainInfo', 'ParachainId')]: bnToHex(SIBLING, { bitLength: 32, isLe: true }),
});

/**
 * What chopsticks looks for and a genesis does not have: a clock and its slot, which it else takes from two looks at the
 * wall's; a map of channels, empty, without which it opens none.
 */
const prepared = (spec) => withStorage(spec, {
	[key('Timestamp', 'Now')]: bnToHex(NOW, { bitLength: 64, isLe: true }),
	[key('Aura', 'CurrentSlot')]: bnToHex(NOW / SLOT_MS, { bitLength: 64, isLe: true }),
	[key('ParachainSystem', 'LastHrmpMqcHeads')]: '0x00',
});

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const write = (name, spec) => writeFileSync(`${OUT}${name}.json`, JSON.stringify(prepared(spec)));

mkdirSync(OUT, { recursive: true });
execFileSync(nodePath(), ['export-chain-spec', '--chain', 'dev', '--raw', '--output', `${OUT}straddle.json`], { stdio: ['ignore', 'ignore', 'inherit'] });
const straddle = read(`${OUT}straddle.json`);
write('sibling', process.env.SIBLING_SPEC ? read(process.env.SIBLING_SPEC) : copyOf(straddle));
write('straddle', straddle);
console.log(`genesis files are in ${OUT}`);
