// SPDX-License-Identifier: GPL-3.0-or-later

// A headless Chromium, driven by its own protocol: open a page, ask it things, take pictures.

import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import WebSocket from 'ws';
import { byLine, sleep } from './node.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
export const NO_BROWSER = 'no Chromium here: `apt-get install chromium`, or name one in $CHROMIUM';
const alive = new Set();
process.on('exit', () => {
	for (const browser of alive) browser.killNow();
});

/** The path of a browser: $CHROMIUM, or the first that PATH has; undefined if there is none. */
export function findBrowser() {
	if (process.env.CHROMIUM) return process.env.CHROMIUM;
	const runs = (path) => {
		try {
			accessSync(path, constants.X_OK);
			return true;
		} catch {
			return false;
		}
	};
	const folders = (process.env.PATH ?? '').split(delimiter);
	return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(runs);
}

/** Start a browser; `open(url)` gives a page. */
export async function startBrowser({ timeoutMs = 60_000 } = {}) {
	const path = findBrowser();
	if (!path) throw new Error(NO_BROWSER);
	const profile = mkdtempSync(join(tmpdir(), 'straddle-browser-'));
	const args = [
		'--headless=new',
		'--remote-debugging-port=0',
		`--user-data-dir=${profile}`,
		...['--no-first-run', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars', '--mute-audio'],
		// As root its sandbox cannot be made.
		...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
		'about:blank',
	];
	const child = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe'] });
	const gone = new Promise((resolve) => child.once('exit', resolve));
	const killNow = () => {
		child.kill('SIGKILL');
		rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
	};
	const handle = { killNow };
	alive.add(handle);
	const stop = async () => {
		child.kill('SIGKILL');
		await gone;
		alive.delete(handle);
		rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	};
	try {
		const address = await new Promise((resolve, reject) => {
			const lines = [];
			byLine(child.stderr, (line) => {
				lines.push(line);
				const match = /DevTools listening on (ws:\S+)/.exec(line);
				if (match) resolve(match[1]);
			});
			child.once('error', reject);
			gone.then(() => reject(new Error(`the browser stopped:\n${lines.slice(-10).join('\n')}`)));
			setTimeout(() => reject(new Error(`the browser did not start within ${timeoutMs} ms`)), timeoutMs).unref();
		});
		const protocol = await Protocol.connect(address);
		return {
			stop,
			open: async (url, options) => Page.open(protocol, url, options),
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

/** Requests and events of one socket. */
class Protocol {
	#next = 1;
	#waiting = new Map();
	#listeners = new Set();

	static async connect(address) {
		const protocol = new Protocol();
		protocol.socket = new WebSocket(address, { maxPayload: 2 ** 28 });
		await new Promise((resolve, reject) => {
			protocol.socket.once('open', resolve);
			protocol.socket.once('error', reject);
		});
		protocol.socket.on('message', (data) => protocol.#take(JSON.parse(data)));
		return protocol;
	}

	#take(message) {
		const waiting = this.#waiting.get(message.id);
		if (!waiting) return this.#listeners.forEach((listen) => listen(message));
		this.#waiting.delete(message.id);
		if (message.error) waiting.reject(new Error(message.error.message));
		else waiting.resolve(message.result);
	}

	listen(listener) {
		this.#listeners.add(listener);
	}

	send(method, params = {}, sessionId) {
		const id = this.#next++;
		this.socket.send(JSON.stringify({ id, method, params, sessionId }));
		return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
	}
}

class Page {
	/** What went wrong in it: exceptions, errors of the console, requests that a policy refused. */
	errors = [];

	static async open(protocol, url, { width = 1280, height = 900 } = {}) {
		const page = new Page();
		const { targetId } = await protocol.send('Target.createTarget', { url: 'about:blank' });
		const { sessionId } = await protocol.send('Target.attachToTarget', { targetId, flatten: true });
		page.send = (method, params) => protocol.send(method, params, sessionId);
		protocol.listen(({ sessionId: of, method, params }) => {
			if (of !== sessionId) return;
			if (method === 'Runtime.exceptionThrown') page.errors.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
			if (method === 'Runtime.consoleAPICalled' && params.type === 'error') page.errors.push(params.args.map((arg) => arg.description ?? arg.value).join(' '));
			if (method === 'Log.entryAdded' && params.entry.level === 'error') page.errors.push(`${params.entry.text} ${params.entry.url ?? ''}`.trim());
		});
		for (const domain of ['Page', 'Runtime', 'Log']) await page.send(`${domain}.enable`);
		await page.size(width, height);
		await page.send('Page.navigate', { url });
		return page;
	}

	size(width, height) {
		return this.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
	}

	/** The value of an expression; a promise is waited for. */
	async evaluate(expression) {
		const { result, exceptionDetails } = await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
		if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
		return result.value;
	}

	/** Wait until an expression is truthy; resolves to it. */
	async until(what, expression, { timeoutMs = 60_000 } = {}) {
		const end = Date.now() + timeoutMs;
		for (;;) {
			const value = await this.evaluate(expression).catch(() => undefined);
			if (value) return value;
			if (Date.now() > end) throw new Error(`${what}: not within ${timeoutMs} ms\n${await this.text()}\n${this.errors.join('\n')}`);
			await sleep(200);
		}
	}

	text() {
		return this.evaluate('document.body.innerText');
	}

	/** The whole page as a WebP. */
	async picture(file) {
		const { cssContentSize } = await this.send('Page.getLayoutMetrics');
		const clip = { x: 0, y: 0, width: cssContentSize.width, height: cssContentSize.height, scale: 1 };
		const { data } = await this.send('Page.captureScreenshot', { format: 'webp', quality: 84, captureBeyondViewport: true, clip });
		writeFileSync(file, Buffer.from(data, 'base64'));
	}
}
