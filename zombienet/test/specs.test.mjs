// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { artefacts, withSessions, withTimelock } from '../lib/specs.mjs';

test('the timelock is replaced and large numbers stay as they are', () => {
	const plain = '{ "governance": { "timelock": 28800 }, "balances": [1000000000000000001] }';
	assert.equal(withTimelock(plain, 5), '{ "governance": { "timelock": 5 }, "balances": [1000000000000000001] }');
});

test('a spec without a timelock, or with two, is refused', () => {
	assert.throws(() => withTimelock('{}', 5), /0 timelocks/);
	assert.throws(() => withTimelock('"timelock": 1, "timelock": 2', 5), /2 timelocks/);
});

test('sessions are written as the runtime reads them', () => {
	const raw = withSessions('{"genesis":{"raw":{"top":{"0x01":"0x02"}}}}', 10);
	const { top } = JSON.parse(raw).genesis.raw;
	// twox_128(":SessionPeriod:"), as parameter_types! keeps a `pub storage` value.
	assert.deepEqual(top, { '0x01': '0x02', '0xbcaa06fe04f08327486358af0fd636b8': '0x0a000000' });
});

test('what is not built is named, with what to do', () => {
	assert.throws(() => artefacts({ CARGO_TARGET_DIR: '/nowhere', STRADDLE_CACHE: '/nowhere' }), /polkadot.*make relay/);
});
