// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { test } from 'node:test';
import { keepSession } from '../lib/session.mjs';

const tick = (ms = 5) => new Promise((done) => setTimeout(done, ms));

/** A node that comes and goes: `makeApi` gives connections to it while it is up. */
function fakeNode() {
	const node = { up: true, made: 0, closed: 0, open: new Set() };
	node.makeApi = () => {
		node.made += 1;
		const provider = new EventEmitter();
		// As the provider's: no throw for an error that nobody hears.
		provider.on('error', () => {});
		const api = {
			isReadyOrError: node.up ? Promise.resolve() : new Promise(() => {}),
			rpc: { chain: { subscribeNewHeads: async (each) => { node.head = each; } } },
			disconnect: async () => { node.closed += 1; node.open.delete(provider); },
		};
		if (node.up) node.open.add(provider);
		else setTimeout(() => provider.emit('error'), 1);
		return { api, provider };
	};
	node.down = () => {
		node.up = false;
		for (const provider of node.open) provider.emit('disconnected');
	};
	return node;
}

test('a lost node is asked again until it is back, each time by a new connection', async () => {
	const node = fakeNode();
	const told = [];
	const session = keepSession('ws://x', {
		makeApi: node.makeApi,
		onOpen: async () => told.push('open'),
		onHead: (header) => told.push(header),
		onClosed: (reason) => told.push(reason),
		tryMs: 10,
	});
	await tick(20);
	node.head('#1');
	node.down();
	await tick(40);
	node.up = true;
	await tick(60);
	node.head('#2');
	await session.stop();
	assert.equal(told[0], 'open');
	assert.equal(told[1], '#1');
	assert.equal(told[2], 'the connection was lost');
	assert.ok(told.includes('nobody answers'));
	assert.deepEqual(told.slice(-2), ['open', '#2']);
	assert.equal(node.closed >= node.made - 1, true);
});

test('who answers nothing is given up after a while', async () => {
	const node = fakeNode();
	const told = [];
	const session = keepSession('ws://x', {
		makeApi: () => {
			const made = node.makeApi();
			made.api.isReadyOrError = new Promise(() => {});
			return made;
		},
		onOpen: async () => told.push('open'),
		onHead: () => {},
		onClosed: (reason) => told.push(reason),
		tryMs: 500,
		patienceMs: 20,
	});
	await tick(60);
	await session.stop();
	assert.deepEqual(told, ['no answer within 0.02 s']);
});

test('after stop nothing is told', async () => {
	const node = fakeNode();
	const told = [];
	const session = keepSession('ws://x', { makeApi: node.makeApi, onOpen: async () => {}, onHead: () => {}, onClosed: () => told.push('closed'), tryMs: 5 });
	await tick(10);
	await session.stop();
	node.down();
	await tick(20);
	assert.deepEqual(told, []);
});
