// SPDX-License-Identifier: GPL-3.0-or-later

// A connection to a Straddle node: send calls, read views and events, wait for blocks.

import { ApiPromise, Keyring, WsProvider } from '@polkadot/api';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { CallError, errorName, innerError } from './errors.mjs';
import { assetIdType } from './metadata.mjs';
import { decodeAnswer, encodeInputs, findView } from './views.mjs';

/**
 * Connect to a node ("ws://127.0.0.1:9944"). Connect again after a runtime upgrade: Polkadot.js then
 * falls back to old metadata, which has no view functions.
 */
export async function connect(url, { timeoutMs = 60_000 } = {}) {
	await cryptoWaitReady();
	const provider = new WsProvider(url, 500, {}, timeoutMs);
	const api = new ApiPromise({ provider, noInitWarn: true });
	let timer;
	const late = new Promise((_, reject) => {
		timer = setTimeout(() => reject(new Error(`no chain at ${url} within ${timeoutMs} ms`)), timeoutMs);
	});
	try {
		await Promise.race([api.isReadyOrError, late]);
		// Polkadot.js takes any asset id of a fee for an old MultiLocation; ours is what the metadata says.
		const asset = assetIdType(api.registry.metadata, api.registry);
		if (asset) api.registry.register({ TAssetConversion: asset });
		const chain = new Chain(api);
		await chain.start();
		return chain;
	} catch (error) {
		await api.disconnect().catch(() => {});
		throw error instanceof Error ? error : new Error(`no chain at ${url}: ${error?.message ?? 'connection refused'}`);
	} finally {
		clearTimeout(timer);
	}
}

/** A connection as the risk page's and the exporter's sessions want it: tried once, its end is theirs to see. */
export function connectApi(url) {
	const provider = new WsProvider(url, false);
	provider.connect().catch(() => {});
	return { provider, api: new ApiPromise({ provider, noInitWarn: true }) };
}

/** How many blocks may give way to others at once. */
const REPLACED = 8;

export class Chain {
	/** Number of the newest block seen. */
	head = 0;
	#keyring = new Keyring({ type: 'sr25519', ss58Format: 42 });
	#pairs = new Map();
	#turns = new Map();
	#nonces = new Map();
	#waiting = new Set();
	#stopHeads;

	constructor(api) {
		this.api = api;
	}

	async start() {
		this.#stopHeads = await this.api.rpc.chain.subscribeNewHeads((header) => {
			this.head = header.number.toNumber();
			for (const wake of [...this.#waiting]) wake();
		});
	}

	async disconnect() {
		this.#stopHeads?.();
		await this.api.disconnect();
	}

	/** A key pair for a name ("Alice"), a derivation path ("//Maker//1") or a pair itself. */
	pair(who) {
		if (typeof who !== 'string') return who;
		const uri = who.startsWith('//') ? who : `//${who}`;
		if (!this.#pairs.has(uri)) this.#pairs.set(uri, this.#keyring.addFromUri(uri));
		return this.#pairs.get(uri);
	}

	/**
	 * Sign, submit and wait until a block holds it. Resolves to {block: {number, hash}, index,
	 * events, fee}; events are {name: "options.Filled", data}. Throws CallError with `errorName`
	 * ("options.PriceTooFar") if the call, or a call inside a batch, proxy or sudo, failed.
	 */
	async send(call, signer, { timeoutMs = 60_000, ...options } = {}) {
		const pair = this.pair(signer);
		// One account's transactions go out one after the other, or two would take the same nonce.
		const turn = this.#turns.get(pair.address) ?? Promise.resolve();
		let submitted;
		this.#turns.set(pair.address, new Promise((resolve) => (submitted = resolve)));
		await turn;
		const nonce = options.nonce ?? (await this.#nonce(pair.address));
		const result = await new Promise((resolve, reject) => {
			let stop;
			let done = false;
			const settle = (finish, value) => {
				if (done) return;
				done = true;
				clearTimeout(timer);
				stop?.();
				finish(value);
			};
			const timer = setTimeout(
				() => settle(reject, new Error(`${describe(call)} is in no block after ${timeoutMs} ms`)),
				timeoutMs,
			);
			const watch = (state) => {
				if (state.internalError) settle(reject, state.internalError);
				else if (state.status.isInBlock || state.status.isFinalized) settle(resolve, state);
				else if (state.isError) settle(reject, new Error(`${describe(call)}: ${state.status.type}`));
			};
			call
				.signAndSend(pair, { ...options, nonce }, watch)
				.then((unsubscribe) => {
					stop = unsubscribe;
					if (done) stop();
				})
				.catch((error) => settle(reject, error))
				.finally(submitted);
		})
			.catch((error) => {
				this.#nonces.delete(pair.address);
				throw error;
			})
			.finally(submitted);
		return this.#included(call, result);
	}

	/** The next nonce. The pool counts a transaction a moment after it took it, so we count too. */
	async #nonce(address) {
		const next = (await this.api.rpc.system.accountNextIndex(address)).toNumber();
		const nonce = Math.max(next, this.#nonces.get(address) ?? 0);
		this.#nonces.set(address, nonce + 1);
		return nonce;
	}

	async #included(call, { status, events, dispatchError, txIndex }) {
		const hash = status.isInBlock ? status.asInBlock : status.asFinalized;
		const header = await this.api.rpc.chain.getHeader(hash);
		const block = { number: header.number.toNumber(), hash: hash.toHex() };
		const list = events.map(named);
		const failure = dispatchError ?? innerError(list);
		if (failure) throw new CallError(errorName(this.api.registry, failure), { call: describe(call), block, events: list });
		const paid = list.find(({ name }) => name === 'transactionPayment.TransactionFeePaid');
		return { block, index: txIndex, events: list, fee: paid ? BigInt(paid.data.actualFee.toString()) : 0n };
	}

	/** Send several at once, each [call, signer]; resolves when all are in blocks. */
	sendAll(list) {
		return Promise.all(list.map(([call, signer]) => this.send(call, signer)));
	}

	/** One raw RPC, for those that Polkadot.js does not know. */
	rpc(method, params = []) {
		return this.api._rpcCore.provider.send(method, params);
	}

	/** Run a call as root through sudo (development chains only). */
	sudo(call, signer = 'Alice') {
		return this.send(this.api.tx.sudo.sudo(call), signer);
	}

	/**
	 * Ask a view function of a pallet: `view('margin', 'assessment', account)`. A Result that is an
	 * error is thrown as CallError, otherwise its content comes back; all else comes as it is.
	 */
	async view(pallet, name, ...args) {
		return this.viewAt(undefined, pallet, name, ...args);
	}

	async viewAt(hash, pallet, name, ...args) {
		const { api } = this;
		const view = findView(api.registry.metadata, pallet, name);
		const input = encodeInputs(api.registry, view, args);
		const at = hash ? [hash] : [];
		const answer = await api.rpc.state.call('RuntimeViewFunction_execute_view_function', input, ...at);
		const value = decodeAnswer(api.registry, view, answer.toU8a(true));
		if (typeof value.isErr !== 'boolean') return value;
		if (value.isErr) throw new CallError(errorName(api.registry, value.asErr), { call: `${pallet}.${name}` });
		return value.asOk;
	}

	/** Chain time in milliseconds. */
	async now() {
		return BigInt((await this.api.query.timestamp.now()).toString());
	}

	/** Wait until the chain has this block. */
	async reach(number, { timeoutMs = 120_000 } = {}) {
		await this.#until(() => this.head >= number, timeoutMs, `no block ${number}`);
		return this.head;
	}

	/** Wait for so many more blocks. */
	wait(blocks = 1, options) {
		return this.reach(this.head + blocks, options);
	}

	/** Ask after each block until `probe` gives something truthy; resolves to that. */
	async until(what, probe, { blocks = 60 } = {}) {
		const last = this.head + blocks;
		for (;;) {
			const value = await probe();
			if (value) return value;
			if (this.head >= last) throw new Error(`${what}: not within ${blocks} blocks`);
			await this.wait(1);
		}
	}

	/** All events of a block, hooks' events too. */
	async eventsOf(number) {
		return this.#eventsAt(await this.api.rpc.chain.getBlockHash(number));
	}

	async #eventsAt(hash) {
		const at = await this.api.at(hash);
		return (await at.query.system.events()).map(named);
	}

	/**
	 * Wait for an event ("liquidation.Started") from block `from` on (the next one if not given).
	 * Looks at every block, so nothing is missed however fast they come, and at those that took another one's place.
	 */
	async waitForEvent(name, { where = () => true, from = this.head + 1, blocks = 60 } = {}) {
		const seen = new Map();
		for (let head = from; head < from + blocks; head++) {
			await this.reach(head);
			for (let number = Math.max(from, head - REPLACED); number <= head; number++) {
				const hash = await this.api.rpc.chain.getBlockHash(number);
				if (seen.get(number) === `${hash}`) continue;
				seen.set(number, `${hash}`);
				const event = (await this.#eventsAt(hash)).find((e) => e.name === name && where(e.data));
				if (event) return { ...event, block: { number } };
			}
		}
		throw new Error(`no ${name} in blocks ${from} to ${from + blocks - 1}`);
	}

	async #until(condition, timeoutMs, what) {
		if (condition()) return;
		await new Promise((resolve, reject) => {
			const finish = (end, value) => {
				clearTimeout(timer);
				this.#waiting.delete(wake);
				end(value);
			};
			const timer = setTimeout(() => finish(reject, new Error(`${what} within ${timeoutMs} ms`)), timeoutMs);
			const wake = () => condition() && finish(resolve);
			this.#waiting.add(wake);
		});
	}
}

/** An event record as {name, data, phase}; fields are data's named properties. */
const named = ({ event, phase }) => ({ name: `${event.section}.${event.method}`, data: event.data, phase });

const describe = (call) => (call.method ? `${call.method.section}.${call.method.method}` : 'the call');

/** The first event of this name among a result's, or an Error that lists what there was. */
export function event(result, name) {
	const found = result.events.find((e) => e.name === name);
	if (!found) throw new Error(`no ${name} among ${result.events.map((e) => e.name).join(', ')}`);
	return found.data;
}
