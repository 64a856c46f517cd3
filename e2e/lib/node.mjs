// SPDX-License-Identifier: GPL-3.0-or-later

// Starts a straddle-node in development mode, watches it, and takes it down whatever happens.

import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

const TAIL = 60;
const alive = new Set();
process.on('exit', () => {
	for (const node of alive) node.killNow();
});
for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]]) {
	process.on(signal, () => process.exit(code));
}

/** The binary: $STRADDLE_NODE, or where the build puts it. */
export const nodePath = () =>
	process.env.STRADDLE_NODE ?? join(homedir(), '.cache/straddle/target/debug/straddle-node');

/** Command line of a development node. Spellings: sc-cli 0.63, polkadot-omni-node-lib 0.24. */
export function nodeArgs({ basePath, blockTimeMs, rpcPort = 0, log, extra = [] }) {
	return [
		'--dev',
		...['--dev-block-time', String(blockTimeMs)],
		...['--base-path', basePath],
		...['--database', 'paritydb'],
		...['--rpc-port', String(rpcPort)],
		// Without an address it would listen on all interfaces.
		...['--listen-addr', '/ip4/127.0.0.1/tcp/0'],
		...['--in-peers', '0', '--out-peers', '0'],
		'--no-mdns',
		'--no-prometheus',
		'--no-telemetry',
		'--no-hardware-benchmarks',
		'--disable-log-color',
		...(log ? ['--log', log] : []),
		...extra,
	];
}

/** The RPC address in a line of the node's log, if it is that line. */
export function rpcAddress(line) {
	const match = /Running JSON-RPC server: addr=(.+)$/.exec(line);
	return match?.[1].split(/,\s*/).find((address) => /^127\.0\.0\.1:\d+$/.test(address));
}

/**
 * Start a node and wait until its RPC answers.
 *
 * Options: blockTimeMs (500), rpcPort (0: any free one), log (targets, as `--log`), extra (more
 * arguments), basePath (kept at the end; otherwise a temporary one that goes), logFile, timeoutMs
 * (to start), patienceMs (between asking it to stop and killing it).
 * The node's real port is read from its own log: on a busy port it silently takes another.
 */
export async function startNode(options = {}) {
	const binary = options.binary ?? nodePath();
	if (!existsSync(binary)) throw new Error(`no node at ${binary}: build it or set STRADDLE_NODE`);
	const node = new Node(binary, options);
	try {
		await node.start();
	} catch (error) {
		await node.stop();
		error.message += `\n${node.lastLines()}`;
		throw error;
	}
	return node;
}

export class Node {
	#child;
	#log;
	#lines = [];
	#exit;
	#sampler;

	constructor(binary, options = {}) {
		const { blockTimeMs = 500, rpcPort = 0, log, extra, basePath, logFile } = options;
		const { timeoutMs = 600_000, patienceMs = 15_000 } = options;
		Object.assign(this, { binary, timeoutMs, patienceMs });
		this.ownsBase = basePath === undefined;
		this.basePath = basePath ?? mkdtempSync(join(tmpdir(), 'straddle-node-'));
		this.args = nodeArgs({ basePath: this.basePath, blockTimeMs, rpcPort, log, extra });
		const logDir = process.env.STRADDLE_LOG_DIR ?? join(tmpdir(), 'straddle-logs');
		this.logFile = logFile ?? join(logDir, `node-${process.pid}-${Date.now()}.log`);
		this.memory = [];
	}

	/** Start, or start again after `stop({ keep: true })`. */
	async start() {
		mkdirSync(join(this.logFile, '..'), { recursive: true });
		this.#log = createWriteStream(this.logFile, { flags: 'a' });
		this.#child = spawn(this.binary, this.args, { stdio: ['ignore', 'pipe', 'pipe'] });
		alive.add(this);
		const child = this.#child;
		const ready = new Promise((resolve) => {
			for (const stream of [child.stdout, child.stderr]) {
				byLine(stream, (line) => {
					this.#keep(line);
					const address = rpcAddress(line);
					if (address) resolve(address);
				});
			}
		});
		this.#exit = new Promise((resolve) => {
			child.once('error', (error) => resolve(error.message));
			child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`));
		}).then((why) => {
			alive.delete(this);
			clearInterval(this.#sampler);
			return why;
		});
		const address = await this.#orFail(ready, 'did not open its RPC');
		this.httpUrl = `http://${address}`;
		this.wsUrl = `ws://${address}`;
		this.chainName = await this.#orFail(this.#answers(), 'does not answer');
	}

	/** One JSON-RPC call over HTTP. */
	async rpc(method, params = []) {
		const response = await fetch(this.httpUrl, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
			signal: AbortSignal.timeout(10_000),
		});
		const { result, error } = await response.json();
		if (error) throw new Error(`${method}: ${error.message}`);
		return result;
	}

	async #answers() {
		for (;;) {
			try {
				return await this.rpc('system_chain');
			} catch {
				if (!alive.has(this)) return undefined;
				await sleep(200);
			}
		}
	}

	async #orFail(promise, what) {
		let timer;
		const late = new Promise((_, reject) => {
			timer = setTimeout(() => reject(new Error(`the node ${what} within ${this.timeoutMs} ms`)), this.timeoutMs);
		});
		const gone = this.#exit.then((why) => {
			throw new Error(`the node stopped: ${why}`);
		});
		try {
			return await Promise.race([promise, late, gone]);
		} finally {
			clearTimeout(timer);
			gone.catch(() => {});
		}
	}

	get pid() {
		return this.#child?.pid;
	}

	get running() {
		return alive.has(this);
	}

	/** Resolves with the reason when the process is gone. */
	get exited() {
		return this.#exit;
	}

	/** Resident memory in bytes now and at its highest, or undefined if the node is gone. */
	memoryNow() {
		return memoryOf(this.pid);
	}

	/** Keep a sample {at, resident, peak} in `memory` every so often. */
	sampleMemory(everyMs = 5000) {
		const take = () => {
			const now = this.memoryNow();
			if (now) this.memory.push({ at: Date.now(), ...now });
		};
		take();
		clearInterval(this.#sampler);
		this.#sampler = setInterval(take, everyMs);
		this.#sampler.unref();
		return this.memory;
	}

	/** The end of the node's log, with the name of its file. */
	lastLines(count = 25) {
		return [`last lines of ${this.logFile}:`, ...this.#lines.slice(-count).map((line) => `  ${line}`)].join('\n');
	}

	/** Whether a line of the node's last lines says this. */
	recently(pattern) {
		return this.#lines.some((line) => pattern.test(line));
	}

	/** Ask it to stop, insist after a while, and clean up unless told to keep its database. */
	async stop({ keep = false } = {}) {
		if (this.running) {
			this.#child.kill('SIGTERM');
			const insist = setTimeout(() => this.#child.kill('SIGKILL'), this.patienceMs);
			await this.#exit;
			clearTimeout(insist);
		}
		await new Promise((done) => (this.#log ? this.#log.end(done) : done()));
		if (this.ownsBase && !keep) rmSync(this.basePath, { recursive: true, force: true });
	}

	/** For the end of our own process, where nothing can be awaited. */
	killNow() {
		this.#child?.kill('SIGKILL');
		if (this.ownsBase) rmSync(this.basePath, { recursive: true, force: true });
	}

	#keep(line) {
		this.#log.write(`${line}\n`);
		this.#lines.push(line);
		if (this.#lines.length > TAIL) this.#lines.shift();
	}
}

/** Memory of a process in bytes, or undefined if it is gone. */
export function memoryOf(pid) {
	try {
		return parseStatus(readFileSync(`/proc/${pid}/status`, 'utf8'));
	} catch {
		return undefined;
	}
}

/** VmRSS, VmHWM and RssFile (of VmRSS what is mapped files, as a database is) of a /proc status file, in bytes. */
export function parseStatus(text) {
	const field = (name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1]) * 1024;
	return { resident: field('VmRSS'), peak: field('VmHWM'), files: field('RssFile') };
}

export function byLine(stream, each) {
	let rest = '';
	stream.setEncoding('utf8');
	stream.on('data', (chunk) => {
		const lines = (rest + chunk).split('\n');
		rest = lines.pop();
		lines.forEach(each);
	});
	stream.on('end', () => rest && each(rest));
}

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
