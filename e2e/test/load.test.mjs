// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Load } from '../lib/load.mjs';

/** A chain of one's own: `grow(name, ...hashes)` puts a block with these transactions at `number`, in place of what was there. */
class Fork {
	head = 0;
	#blocks = new Map();
	#waiting = [];

	constructor() {
		const hashOf = (text) => ({ toHex: () => text, toString: () => text });
		const block = (hash) => [...this.#blocks.values()].find((one) => one.name === hash.toHex());
		this.api = {
			rpc: {
				chain: {
					getBlockHash: async (number) => hashOf(this.#blocks.get(number).name),
					getBlock: async (hash) => ({ block: { extrinsics: block(hash).hashes.map((one) => ({ isSigned: true, hash: hashOf(one) })) } }),
					subscribeNewHeads: async () => () => {},
				},
				author: { submitExtrinsic: async () => {} },
			},
			at: async (hash) => ({ query: { system: { events: async () => block(hash).hashes.map((one, i) => ({
				phase: { isApplyExtrinsic: true, asApplyExtrinsic: { toNumber: () => i } },
				event: { section: 'test', method: one, data: {} },
			})) } } }),
		};
		this.hashOf = hashOf;
	}

	grow(number, name, ...hashes) {
		this.#blocks.set(number, { name, hashes });
		this.head = number;
		for (const wake of this.#waiting.splice(0)) wake();
	}

	async reach(number) {
		while (this.head < number) await new Promise((resolve) => this.#waiting.push(resolve));
		return this.head;
	}

	wait = () => this.reach(this.head + 1);
}

test('what is in a block that took the place of another one is found', async () => {
	const fork = new Fork();
	const load = new Load(fork);
	const following = load.follow();
	fork.grow(1, 'a1');
	await following;
	const send = (name) => load.send({ pair: {}, nonce: 0 }, 'call', { signAsync: async () => ({ hash: fork.hashOf(name) }) });
	await Promise.all(['x', 'y'].map(send));
	assert.equal(load.taken.size, 2);
	const seen = () => new Promise((resolve) => setTimeout(resolve, 5));
	fork.grow(2, 'a2', 'x');
	await seen();
	assert.deepEqual([load.waiting, load.events.of('test.x')], [1, 1]);
	// Both are in the block that takes its place, which shows with the next one.
	fork.grow(2, 'b2', 'y', 'x');
	fork.grow(3, 'b3');
	await seen();
	assert.deepEqual([load.waiting, load.replaced, load.done.of('call')], [0, 1, 2]);
	assert.deepEqual([load.events.of('test.x'), load.events.of('test.y')], [1, 1], 'no event counts twice');
	assert.deepEqual(load.sizes, [1, 0]);
	assert.equal(load.failure, undefined);
});
