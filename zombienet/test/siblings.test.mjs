// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeAddress, encodeAddress } from '../../e2e/node_modules/@polkadot/util-crypto/index.js';
import { accountKey, accountOf, anchorFrom, sovereign, wellKnown } from '../../e2e/lib/siblings.mjs';

const hex = (address) => Buffer.from(decodeAddress(address)).toString('hex');

test('an account of another chain is what Asset Hub\'s own test says', () => {
	const address = accountOf(1111, encodeAddress(new Uint8Array(32).fill(1)));
	assert.match(address, /^5DGRXLYw.*pfm6bg$/);
	assert.match(hex(address), /^352c320f.*4e6b55$/);
});

test('a parachain\'s own account is its id behind a name', () => {
	assert.equal(hex(sovereign(2000)), `7369626cd0070000${'0'.repeat(48)}`);
});

test('a balance is looked for where the SDK keeps it', async () => {
	const alice = await wellKnown('Alice');
	assert.equal(alice, '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY');
	assert.equal(accountKey(alice), '0x26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371da9de1e86a9a8c739864cf3cc5ec2bea59fd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d');
});

test('the newest head at or above a block is taken, and none below it', async () => {
	const number = (value) => ({ toNumber: () => value });
	const one = (relay, block) => ({ relayBlock: number(relay), number: number(block), stateRoot: { toHex: () => '0x' } });
	const chain = { view: async () => [one(10, 4), one(11, 5), one(12, 5)] };
	assert.deepEqual(await anchorFrom(chain, 1, 5), { relayBlock: 12, number: 5, stateRoot: '0x' });
	assert.equal(await anchorFrom(chain, 1, 6), undefined);
});
