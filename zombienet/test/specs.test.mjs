// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { artefacts, genesisHead, siblingGenesis, withOwners, withQuorum, withSessions, withTimelock } from '../lib/specs.mjs';

test('the timelock is replaced and large numbers stay as they are', () => {
	const plain = '{ "governance": { "timelock": 28800 }, "balances": [1000000000000000001] }';
	assert.equal(withTimelock(plain, 5), '{ "governance": { "timelock": 5 }, "balances": [1000000000000000001] }');
});

test('a spec without a timelock, or with two, is refused', () => {
	assert.throws(() => withTimelock('{}', 5), /0 timelocks/);
	assert.throws(() => withTimelock('"timelock": 1, "timelock": 2', 5), /2 timelocks/);
});

test('collators and their keys are replaced, and large numbers stay as they are', () => {
	const plain = [
		'{', '  "collatorSelection": {', '    "candidacyBond": 10000000000000000001,', '    "invulnerables": [', '      "x"', '    ]', '  },',
		'  "session": {', '    "keys": [', '      [', '        "x",', '        "x",', '        {', '          "aura": "x",', '          "oracle": "x"', '        }',
		'      ]', '    ]', '  }', '}',
	].join('\n');
	const changed = withOwners(plain, ['a', 'b']);
	assert.match(changed, /"candidacyBond": 10000000000000000001,/);
	const { collatorSelection, session } = JSON.parse(changed);
	assert.deepEqual(collatorSelection.invulnerables, ['a', 'b']);
	assert.deepEqual(session.keys, [['a', 'a', { aura: 'a', oracle: 'a' }], ['b', 'b', { aura: 'b', oracle: 'b' }]]);
	assert.throws(() => withOwners('{}', ['a']), /0 lists of collators/);
});

test('a network that is small no longer is, and one that is not is refused', () => {
	assert.equal(withQuorum('{ "smallNetwork": true }'), '{ "smallNetwork": false }');
	assert.throws(() => withQuorum('{ "smallNetwork": false }'), /0 small networks/);
});

test('a sibling\'s genesis keeps balances to the last unit', () => {
	const text = siblingGenesis(1000, 'c', ['a', 'b'], 10_000_000_000_000_000_001n);
	assert.match(text, /\["a",10000000000000000001\],\["b",10000000000000000001\]/);
	const genesis = JSON.parse(text);
	assert.equal(genesis.parachainInfo.parachainId, 1000);
	assert.deepEqual(genesis.session.keys, [['c', 'c', { aura: 'c' }]]);
});

test('sessions are written as the runtime reads them', () => {
	const raw = withSessions('{"genesis":{"raw":{"top":{"0x01":"0x02"}}}}', 10);
	const { top } = JSON.parse(raw).genesis.raw;
	// twox_128(":SessionPeriod:"), as parameter_types! keeps a `pub storage` value.
	assert.deepEqual(top, { '0x01': '0x02', '0xbcaa06fe04f08327486358af0fd636b8': '0x0a000000' });
});

test('what is not built is named, with what to do', () => {
	assert.throws(() => artefacts({ CARGO_TARGET_DIR: '/nowhere', STRADDLE_CACHE: '/nowhere' }), /polkadot.*make relay/);
	assert.throws(() => artefacts({ CARGO_TARGET_DIR: '/nowhere', STRADDLE_CACHE: '/nowhere' }, 'people-westend'), /people-westend\.wasm, .*straddle-vault; scripts\/siblings/);
});

test('a genesis header is encoded as the relay chain keeps it, and no other header is', () => {
	const hash = (digit) => `0x${digit.repeat(64)}`;
	const header = { parentHash: hash('0'), number: '0x0', stateRoot: hash('a'), extrinsicsRoot: hash('b'), digest: { logs: [] } };
	assert.equal(genesisHead(header), `0x${'0'.repeat(64)}00${'a'.repeat(64)}${'b'.repeat(64)}00`);
	assert.throws(() => genesisHead({ ...header, number: '0x1' }), /no genesis/);
	assert.throws(() => genesisHead({ ...header, digest: { logs: ['0x'] } }), /no genesis/);
});
