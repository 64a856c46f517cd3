// SPDX-License-Identifier: GPL-3.0-or-later

// A connection that is made anew, whole, whenever it is lost: a node that starts again may run another
// chain or another runtime, and Polkadot.js would go on with what it knew.

const TRY_MS = 2000;
const PATIENCE_MS = 20_000;

/**
 * Keep a session with a node until `stop` is called. Tells:
 *   onOpen(api), onHead(header, api), onClosed(reason) (again at each failed try, with `since` in ms)
 * `makeApi(url)` gives {api, provider}; the page and the tests bring their own.
 */
export function keepSession(url, { makeApi, onOpen, onHead, onClosed, tryMs = TRY_MS, patienceMs = PATIENCE_MS }) {
	let stopped = false;
	let current;
	let wake = () => {};
	const pause = () => new Promise((done) => { wake = done; setTimeout(done, tryMs); });

	const run = async () => {
		let since = Date.now();
		while (!stopped) {
			let reason = 'the connection was lost';
			try {
				current = makeApi(url);
				const { api, provider } = current;
				const lost = new Promise((_, reject) => {
					provider.on('disconnected', () => reject(new Error('the connection was lost')));
					provider.on('error', () => reject(new Error('nobody answers')));
				});
				lost.catch(() => {});
				const late = new Promise((_, reject) => setTimeout(() => reject(new Error(`no answer within ${patienceMs / 1000} s`)), patienceMs));
				late.catch(() => {});
				await Promise.race([api.isReadyOrError, lost, late]);
				await onOpen(api);
				await Promise.race([api.rpc.chain.subscribeNewHeads((header) => onHead(header, api)), lost, late]);
				since = undefined;
				await lost;
			} catch (error) {
				reason = error?.message ?? reason;
			}
			since ??= Date.now();
			await current?.api.disconnect().catch(() => {});
			if (stopped) return;
			onClosed(reason, Date.now() - since);
			await pause();
		}
	};
	run();
	return {
		/** Do not wait for the next try. */
		now: () => wake(),
		async stop() {
			stopped = true;
			wake();
			await current?.api.disconnect().catch(() => {});
		},
	};
}
