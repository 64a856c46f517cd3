// SPDX-License-Identifier: GPL-3.0-or-later

// A relay chain with Straddle on it, as processes on this machine.

import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { writeSpecs } from './specs.mjs';

const TOML = fileURLToPath(new URL('../straddle.toml', import.meta.url));
const NODES = ['alice', 'bob', 'straddle-1', 'straddle-2'];

/**
 * Do something with the tool. What it prints goes to a file, so that the story's lines stand alone; it
 * is shown if the tool ends our process, which is its way to fail.
 */
async function quietly(dir, action) {
	const file = join(dir, 'zombienet.log');
	const names = ['log', 'warn', 'error'];
	const loud = names.map((name) => console[name]);
	const restore = () => names.forEach((name, i) => (console[name] = loud[i]));
	const failed = () => process.stderr.write(readFileSync(file));
	for (const name of names) {
		console[name] = (...words) => appendFileSync(file, `${format(...words)}\n`);
	}
	process.once('exit', failed);
	try {
		return await action();
	} finally {
		process.off('exit', failed);
		restore();
	}
}

/** Start everything in `dir`, which is emptied first. */
export async function startNetwork(dir, files) {
	rmSync(dir, { recursive: true, force: true });
	mkdirSync(join(dir, 'specs'), { recursive: true });
	const specs = await writeSpecs(join(dir, 'specs'), files);
	Object.assign(process.env, {
		RELAY_SPEC: specs.relay,
		RELAY_NODE: files.relayNode,
		STRADDLE_SPEC: specs.straddle,
		STRADDLE_HEAD: specs.head,
		STRADDLE_CODE: specs.code,
		STRADDLE_NODE: files.straddleNode,
	});
	const network = await quietly(dir, async () => {
		// Brings an older @polkadot/api of its own, which warns of ours.
		const [{ default: orchestrator }, { default: utils }] = await Promise.all([
			import('@zombienet/orchestrator'),
			import('@zombienet/utils'),
		]);
		const options = { dir: join(dir, 'net'), force: true, spawnConcurrency: 1 };
		return orchestrator.start('', utils.readNetworkConfig(TOML), options);
	});
	return new Network(network, dir);
}

export class Network {
	#network;

	constructor(network, dir) {
		this.#network = network;
		this.dir = dir;
		process.on('exit', () => this.killNow());
		// The tool ends a node's log with the first of the two pipes that write into it.
		process.on('uncaughtException', (error) => {
			if (error.code !== 'ERR_STREAM_WRITE_AFTER_END') throw error;
		});
	}

	/** WebSocket address of a node's RPC. */
	url(name) {
		return this.#network.getNodeByName(name).wsUri;
	}

	/** The log of a node so far. */
	log(name) {
		return readFileSync(join(this.dir, 'net', `${name}.log`), 'utf8');
	}

	/** All metrics of a node, as [name with labels, value]. */
	async metrics(name) {
		const text = await (await fetch(this.#network.getNodeByName(name).prometheusUri)).text();
		return text
			.split('\n')
			.filter((line) => line && !line.startsWith('#'))
			.map((line) => {
				const space = line.lastIndexOf(' ');
				return [line.slice(0, space), Number(line.slice(space + 1))];
			});
	}

	/** Kill every node, all at once as a power cut would, and start them again on their databases. */
	async restartAll() {
		await quietly(this.dir, () => Promise.all(NODES.map((name) => this.#network.getNodeByName(name).restart(2))));
	}

	async stop() {
		await this.#network.stop();
	}

	/** For the end of our own process, where nothing can be awaited. */
	killNow() {
		for (const { pid } of Object.values(this.#network.client.processMap ?? {})) {
			try {
				process.kill(pid, 'SIGKILL');
			} catch {
				// It is gone.
			}
		}
	}
}
