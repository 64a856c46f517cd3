// SPDX-License-Identifier: GPL-3.0-or-later

// The chain spec of the public test network: it follows from the local one, and is refused as long as
// anything in it is missing or known to everybody.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fill, integer, open, parse, patched, print, template } from '../lib/testnet-spec.mjs';
import { operators } from './operators.mjs';

const file = (name) => readFileSync(new URL(`../../chain-specs/${name}`, import.meta.url), 'utf8');
const local = parse(file('straddle-local.json'));
const choices = parse(file('testnet.json'));
const patchOf = (spec) => spec.genesis.runtimeGenesis.patch;

test('the file is what follows from the local spec and the choices', () => {
	assert.equal(print(template(local, choices)), file('straddle-testnet.json'));
});

test('large numbers keep every digit', () => {
	const text = '{\n  "a": 123456789012345678901234567890,\n  "b": [\n    -9007199254740993,\n    "1234567890123456789"\n  ]\n}\n';
	assert.equal(print(parse(text)), text);
	assert.equal(integer(parse(text).a), 123456789012345678901234567890n);
	assert.equal(integer(7), 7n);
});

test('a choice that finds nothing to replace is an error', () => {
	const replace = (path) => patched({ a: [{ b: 1 }] }, [{ op: 'replace', path, value: 2 }]);
	assert.deepEqual(replace('/a/0/b'), { a: [{ b: 2 }] });
	for (const path of ['/a/1', '/a/0/c', '/x/y', '/a/0/b/c']) assert.throws(() => replace(path), /nothing to replace/);
	assert.throws(() => patched({}, [{ op: 'add', path: '/a', value: 1 }]), /no operation/);
});

test('every choice says why, and the README has it', () => {
	const readme = file('README.md');
	for (const { path, why } of choices.operations) {
		assert.ok(why.length > 10, path);
		const short = path.replace('/genesis/runtimeGenesis/patch/', '').replace(/^\//, '');
		assert.ok(readme.includes(`\`${short}\``), `${short} is not in chain-specs/README.md`);
	}
});

test('no key that everybody has is in the template', () => {
	const text = print(template(local, choices));
	const addresses = [...text.matchAll(/"(5[A-HJ-NP-Za-km-z1-9]{46,47})"/g)].map(([, address]) => address);
	// The clearing account and the treasury, for which nobody has a key.
	assert.equal(new Set(addresses).size, 2);
	for (const address of addresses) assert.match(address, /^5EYCAe5j/);
});

test('filled in it is whole, on the rule of large networks', async () => {
	const spec = await fill(local, choices, operators({ collators: 5 }));
	assert.deepEqual(open(spec), []);
	assert.equal(spec.para_id, 4242);
	const patch = patchOf(spec);
	assert.equal(patch.parachainInfo.parachainId, 4242);
	assert.equal(patch.collatorSelection.invulnerables.length, 5);
	assert.equal(patch.collatorSelection.desiredCandidates, 1);
	assert.equal(patch.session.keys.length, 5);
	assert.equal(patch.balances.balances.length, 1 + 5 + 3);
	assert.equal(patch.priceOracle.params.smallNetwork, false);
	assert.equal(spec.chainType, 'Live');
	for (const [, url] of patch.priceOracle.urls) assert.match(url, /^https:\/\/[^/]+$/);
	// All that was not chosen otherwise is the local chain's.
	assert.deepEqual(patch.liquidation, patchOf(local).liquidation);
	assert.deepEqual(patch.margin, patchOf(local).margin);
});

test('what is missing or unsafe is refused, all of it at once', async () => {
	const refused = (change, ...patterns) => {
		const file = operators();
		change(file);
		return assert.rejects(fill(local, choices, file), (error) => {
			for (const pattern of patterns) assert.match(error.message, pattern);
			return true;
		});
	};
	const alice = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY';
	await refused((f) => { f.faucet = '<address of the faucet>'; }, /not filled in: <address of the faucet>/);
	await refused((f) => { f.collators[0].aura = alice; }, /collator 1: aura: .* is \/\/Alice's, whose key everybody has/);
	await refused((f) => { f.council[1] = '5GNJqTPyNqANBkUVMN1LPPrxXnFouWXoe2wNSmmEoLctxiZY'; }, /\/\/Alice\/\/stash's/);
	await refused((f) => { f.collators[1].oracle = f.collators[1].aura; }, /collator 2: oracle is the same key as collator 2: aura/);
	await refused((f) => { f.council[0] = f.collators[0].account; }, /councillor 1 is the same key as collator 1: account/);
	await refused((f) => { f.collators.pop(); f.paraId = 7; f.bootNodes = []; }, /3 collators/, /paraId 7/, /no boot node/);
	await refused((f) => { f.council = f.council.slice(1); }, /2 councillors/);
	await refused((f) => { f.collators[3].account = '5Nonsense'; }, /collator 4: account: 5Nonsense is no address/);
	await refused((f) => { f.bootNodes = ['/dns/boot.example.org/tcp/30333']; }, /boot node .*: not like/);
	await refused((f) => { delete f.collators[2].oracle; }, /collator 3: oracle: undefined is no address/);
	await assert.rejects(fill(local, choices, parse(file('testnet-operators.example.json'))), /not filled in/);
});

test('founding collators have a quorum without those whose seats are for anybody', async () => {
	const { collatorSelection, priceOracle } = patchOf(template(local, choices));
	const quorum = (feeders) => Math.max(3, Math.floor((2 * feeders) / 3) + 1);
	assert.equal(priceOracle.params.smallNetwork, false);
	const { length } = collatorSelection.invulnerables;
	assert.ok(collatorSelection.desiredCandidates > 0, 'the path that the guide describes leads to a seat');
	assert.ok(quorum(length + collatorSelection.desiredCandidates) <= length);
	const more = structuredClone(choices);
	more.operations.find(({ path }) => path.endsWith('/desiredCandidates')).value = 2;
	await assert.rejects(fill(local, more, operators()), /2 seats for candidates: beside 4 founding collators/);
	await fill(local, more, operators({ collators: 5 }));
});
