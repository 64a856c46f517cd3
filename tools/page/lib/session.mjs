// SPDX-License-Identifier: GPL-3.0-or-later

// A connection that is made anew, whole, whenever it is lost or the runtime is upgraded: a node that starts
// again may run another chain, and of a new runtime Polkadot.js would take metadata without views.

const TRY_MS = 2000;
const PATIENCE_MS = 20_000;

/**
 * Keep a session with a node until `stop` is called. Tells:
 *   onOpen(api), onHead(header, api), onClosed(reason, ms since it was lost), again at each try that fails
 * `makeApi(url)` gives {api, provider}; the page and the tests bring their own.
 */
export function keepSession(url, { makeApi, onOpen, onHead, onClosed, tryMs = TRY_MS, patienceMs = PATIENCE_MS }) {
	let stopped = false;
	let current;
	let wake = () => {};
	const pause = () => new Promise((done) => {
		const timer = setTimeout(done, tryMs);
		wake = () => {
			clearTimeout(timer);
			done();
		};
	});

	const run = async () => {
		let since = Date.now();
		while (!stopped) {
			let reason;
			let timer;
			try {
				current = makeApi(url);
				const { api, provider } = current;
				let upgraded;
				const lost = new Promise((_, reject) => {
					upgraded = () => reject(new Error('the runtime was upgraded'));
					provider.on('disconnected', () => reject(new Error('the connection was lost')));
					provider.on('error', () => reject(new Error('nobody answers')));
				});
				lost.catch(() => {});
				const late = new Promise((_, reject) => {
					timer = setTimeout(() => reject(new Error(`no answer within ${patienceMs / 1000} s`)), patienceMs);
				});
				late.catch(() => {});
				await Promise.race([api.isReadyOrError, lost, late]);
				await onOpen(api);
				let version;
				const versions = api.rpc.state.subscribeRuntimeVersion(({ specVersion }) => {
					version ??= String(specVersion);
					if (String(specVersion) !== version) upgraded();
				});
				await Promise.race([Promise.all([versions, api.rpc.chain.subscribeNewHeads((header) => onHead(header, api))]), lost, late]);
				clearTimeout(timer);
				since = undefined;
				await lost;
			} catch (error) {
				reason = error?.message ?? String(error);
			}
			clearTimeout(timer);
			since ??= Date.now();
			await current?.api.disconnect().catch(() => {});
			if (stopped) return;
			onClosed(reason, Date.now() - since);
			await pause();
		}
	};
	run();
	return {
		async stop() {
			stopped = true;
			wake();
			await current?.api.disconnect().catch(() => {});
		},
	};
}
