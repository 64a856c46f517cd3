// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { test } from 'node:test';
import { keepSession } from '../lib/session.mjs';

const tick = (ms) => new Promise((done) => setTimeout(done, ms));

/** Wait for a condition, however busy the machine is. */
async function until(condition) {
	for (let tries = 0; tries < 2000 && !condition(); tries++) await tick(5);
	assert.ok(condition(), String(condition));
}

/** A session with a fake node, and what it told. */
function follow(node, options) {
	const told = [];
	const session = keepSession('ws://x', {
		makeApi: node.makeApi,
		onOpen: async () => told.push('open'),
		onHead: (header) => told.push(header),
		onClosed: (reason) => told.push(reason),
		tryMs: 5,
		...options,
	});
	return { session, told, opened: () => told.filter((what) => what === 'open').length };
}

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
			rpc: {
				chain: { subscribeNewHeads: async (each) => { node.head = each; } },
				state: { subscribeRuntimeVersion: async (each) => { node.version = (specVersion) => each({ specVersion }); each({ specVersion: 1 }); } },
			},
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
	const { session, told, opened } = follow(node);
	await until(() => node.head);
	node.head('#1');
	node.down();
	await until(() => told.filter((what) => what === 'nobody answers').length >= 2);
	node.up = true;
	await until(() => opened() === 2 && node.open.size === 1);
	await until(() => node.made === node.closed + 1);
	node.head('#2');
	await session.stop();
	assert.deepEqual(told.slice(0, 3), ['open', '#1', 'the connection was lost']);
	assert.equal(told.at(-1), '#2');
	assert.equal(node.closed, node.made, 'every connection is closed');
});

test('after an upgrade of the runtime it connects anew', async () => {
	const node = fakeNode();
	const { session, told, opened } = follow(node);
	await until(() => node.version);
	node.version(1);
	node.version(2);
	await until(() => opened() === 2);
	await session.stop();
	assert.deepEqual(told, ['open', 'the runtime was upgraded', 'open']);
});

test('who answers nothing is given up after a while', async () => {
	const node = fakeNode();
	const makeApi = () => {
		const made = node.makeApi();
		made.api.isReadyOrError = new Promise(() => {});
		return made;
	};
	const { session, told } = follow(node, { makeApi, patienceMs: 20, tryMs: 60_000 });
	await until(() => told.length > 0);
	await session.stop();
	assert.deepEqual(told, ['no answer within 0.02 s']);
});

test('after stop nothing is told', async () => {
	const node = fakeNode();
	const { session, told } = follow(node);
	await until(() => node.head);
	await session.stop();
	node.down();
	await tick(30);
	assert.deepEqual(told, ['open']);
});
