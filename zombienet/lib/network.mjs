// SPDX-License-Identifier: GPL-3.0-or-later

// A relay chain with Straddle on it, as processes on this machine.

import { spawn } from 'node:child_process';
import { appendFileSync, createWriteStream, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { writeSpecs } from './specs.mjs';

const RELAY_NODES = ['alice', 'bob'];

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

/**
 * Start everything in `dir`, which is emptied first. `toml` names the file beside this folder that says which nodes
 * there are, `nodes` the parachains' ones; the rest is `writeSpecs`'s.
 */
export async function startNetwork(dir, files, { toml, nodes, ...chains }) {
	rmSync(dir, { recursive: true, force: true });
	mkdirSync(join(dir, 'specs'), { recursive: true });
	const { relay, ...paras } = await writeSpecs(join(dir, 'specs'), files, chains);
	Object.assign(process.env, { RELAY_SPEC: relay, RELAY_NODE: files.relayNode, STRADDLE_NODE: files.straddleNode });
	for (const [name, { spec, head, code }] of Object.entries(paras)) {
		const of = name.toUpperCase();
		Object.assign(process.env, { [`${of}_SPEC`]: spec, [`${of}_HEAD`]: head, [`${of}_CODE`]: code });
	}
	const network = await quietly(dir, async () => {
		// Brings an older @polkadot/api of its own, which warns of ours.
		const [{ default: orchestrator }, { default: utils }] = await Promise.all([
			import('@zombienet/orchestrator'),
			import('@zombienet/utils'),
		]);
		const options = { dir: join(dir, 'net'), force: true, spawnConcurrency: 1 };
		return orchestrator.start('', utils.readNetworkConfig(fileURLToPath(new URL(`../${toml}`, import.meta.url))), options);
	});
	return new Network(network, dir, [...RELAY_NODES, ...nodes]);
}

export class Network {
	#network;
	#nodes;

	constructor(network, dir, nodes) {
		this.#network = network;
		this.#nodes = nodes;
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

	/** Process id of a node. */
	pid(name) {
		const { pid } = this.#network.client.processMap[name] ?? {};
		if (!pid) throw new Error(`there is no process of ${name}`);
		return pid;
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
		await quietly(this.dir, () => Promise.all(this.#nodes.map((name) => this.#network.getNodeByName(name).restart(2))));
	}

	/** Hold a node where it is: it answers nobody and does nothing until it may go on. */
	pause(name) {
		this.#signal(name, 'SIGSTOP');
	}

	resume(name) {
		this.#signal(name, 'SIGCONT');
	}

	/** Kill one node; it is gone until somebody starts it. */
	kill(name) {
		this.#signal(name, 'SIGKILL');
		// Or the tool, when it ends the others, would stumble over it.
		this.#network.client.processMap[name].pid = undefined;
	}

	/** Start a node that was killed again, on its database. Whoever asks it something waits until it answers. */
	start(name) {
		const { client } = this.#network;
		const known = client.processMap[name];
		if (known.pid) throw new Error(`${name} runs`);
		const node = spawn(client.command, ['-c', ...known.cmd]);
		const log = createWriteStream(known.logs, { flags: 'a' });
		for (const stream of [node.stdout, node.stderr]) stream.pipe(log, { end: false });
		known.pid = node.pid;
	}

	#signal(name, signal) {
		process.kill(this.pid(name), signal);
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
