// SPDX-License-Identifier: GPL-3.0-or-later

// Many accounts' transactions at once: signed here with nonces counted here, followed by looking into every block. One
// subscription for all, where `chain.send` has one for each.

import { errorName, innerError } from './errors.mjs';
import { Counts } from './figures.mjs';

/** More blocks than ever give way at once. */
const DEEPEST = 100;

export class Load {
	/** Calls that came through, by kind; refusals by error; what the pool said. */
	done = new Counts();
	refused = new Counts();
	pool = new Counts();
	events = new Counts();
	/** Hashes of all that the pool took. */
	taken = new Set();
	/** [ms, blocks] from being sent until being seen in a block. */
	latencies = [];
	/** [number, when it was seen] of every block. */
	blocks = [];
	/** Our transactions in each block. */
	sizes = [];
	/** Blocks that others took the place of after they were read. */
	replaced = 0;
	#waiting = new Map();
	/** The last blocks that were read, as {number, hash, names}: names of their events. */
	#known = [];
	#listeners = [];
	#next;
	#loop;
	#going = true;
	#failure;
	#stopHeads;

	constructor(chain) {
		this.chain = chain;
	}

	/** Transactions that are in no block yet. */
	get waiting() {
		return this.#waiting.size;
	}

	/** Why blocks are not followed any more, if so. */
	get failure() {
		return this.#failure;
	}

	/** Have every block's events told: `hear(events, block)` with events as {name, data}. */
	listen(hear) {
		this.#listeners.push(hear);
	}

	async follow() {
		this.#next = (await this.chain.wait(1)) + 1;
		this.#stopHeads = await this.chain.api.rpc.chain.subscribeNewHeads((header) => {
			this.blocks.push([header.number.toNumber(), Date.now()]);
		});
		this.#loop = this.#run().catch((error) => {
			this.#failure = error;
		});
	}

	async stop() {
		this.#going = false;
		this.#stopHeads();
		await this.#loop;
	}

	async #run() {
		while (this.#going) {
			await this.chain.reach(this.#next);
			await this.#goBack();
			for (; this.#next <= this.chain.head; this.#next++) await this.#read(this.#next);
		}
	}

	/** A parachain's newest blocks may give way to others: forget those, so that the others are read. */
	async #goBack() {
		for (let last = this.#known.at(-1); last; last = this.#known.at(-1)) {
			const hash = await this.chain.api.rpc.chain.getBlockHash(last.number);
			if (hash.toHex() === last.hash) return;
			this.#known.pop();
			this.sizes.pop();
			for (const name of last.names) this.events.add(name, -1);
			this.#next = last.number;
			this.replaced += 1;
		}
	}

	/**
	 * Send a call for an account {pair, nonce, assetId, busy}; one at a time. Resolves to true once the pool has it. What
	 * becomes of it is counted under `kind`.
	 */
	async send(sender, kind, call) {
		sender.busy = true;
		const { pair, nonce, assetId } = sender;
		let hash;
		try {
			// Immortal, and with its nonce: nothing is asked of the node.
			const signed = await call.signAsync(pair, { nonce, assetId, era: 0 });
			hash = signed.hash.toHex();
			this.#waiting.set(hash, { sender, kind, at: Date.now(), head: this.chain.head });
			await this.chain.api.rpc.author.submitExtrinsic(signed);
			sender.nonce += 1;
			this.taken.add(hash);
			return true;
		} catch (error) {
			this.#waiting.delete(hash);
			this.pool.add(String(error.message).slice(0, 80));
			const next = await this.chain.api.rpc.system.accountNextIndex(pair.address).catch(() => nonce);
			sender.nonce = Number(next);
			sender.busy = false;
			return false;
		}
	}

	/** Resolves when nothing waits any more, or to false after so many blocks. */
	async drained(blocks = 30) {
		const last = this.chain.head + blocks;
		while (this.#waiting.size > 0 && this.chain.head < last) await this.chain.wait(1);
		return this.#waiting.size === 0;
	}

	async #read(number) {
		const { api } = this.chain;
		const blockHash = await api.rpc.chain.getBlockHash(number);
		const [{ block }, at] = await Promise.all([api.rpc.chain.getBlock(blockHash), api.at(blockHash)]);
		const records = await at.query.system.events();
		const now = Date.now();
		const byExtrinsic = new Map();
		for (const { phase, event } of records) {
			const name = `${event.section}.${event.method}`;
			this.events.add(name);
			const index = phase.isApplyExtrinsic ? phase.asApplyExtrinsic.toNumber() : -1;
			if (!byExtrinsic.has(index)) byExtrinsic.set(index, []);
			byExtrinsic.get(index).push({ name, data: event.data });
		}
		let ours = 0;
		for (const [index, extrinsic] of block.extrinsics.entries()) {
			const events = byExtrinsic.get(index) ?? [];
			const sent = extrinsic.isSigned ? this.#waiting.get(extrinsic.hash.toHex()) : undefined;
			if (!sent) continue;
			ours += 1;
			this.#waiting.delete(extrinsic.hash.toHex());
			this.latencies.push([now - sent.at, number - sent.head]);
			this.#settle(sent, events);
		}
		this.sizes.push(ours);
		const all = [...byExtrinsic.values()].flat();
		this.#known.push({ number, hash: blockHash.toHex(), names: all.map(({ name }) => name) });
		if (this.#known.length > DEEPEST) this.#known.shift();
		for (const hear of this.#listeners) hear(all, { number, hash: blockHash });
	}

	#settle({ sender, kind }, events) {
		sender.busy = false;
		const failed = events.find(({ name }) => name === 'system.ExtrinsicFailed')?.data.dispatchError ?? innerError(events);
		if (!failed) {
			this.done.add(kind);
			sender.done = (sender.done ?? 0) + 1;
			return;
		}
		this.refused.add(`${kind}: ${errorName(this.chain.api.registry, failed).errorName}`);
	}
}
