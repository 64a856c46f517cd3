// SPDX-License-Identifier: GPL-3.0-or-later

// One block of the chain, to be asked by names: all answers are of the same block.

import { errorName } from '../../../e2e/lib/errors.mjs';
import { decodeAnswer, encodeInputs, findView } from '../../../e2e/lib/views.mjs';
import { plain } from './plain.mjs';

/** Most entries that are read of a map that grows with use. */
export const MOST = 200;
/** Entries of one question where a map is read whole; a node gives a thousand keys at most. */
export const PAGE = 500;

/** How many there are of what was read up to `MOST`, in words. */
export const atLeast = (count) => (count >= MOST ? `${count} or more` : count);

/** A view that answered with an error: `errorName` is "liquidation.NotInAuction". */
export class ViewError extends Error {
	constructor(view, { errorName: name, docs }) {
		super(`${view}: ${name}${docs ? ` (${docs})` : ''}`);
		Object.assign(this, { name: 'ViewError', errorName: name, docs });
	}
}

const entry = ([{ args: keys }, value]) => [keys.length === 1 ? plain(keys[0]) : keys.map(plain), plain(value)];

export class Reader {
	constructor(api, at, hash) {
		Object.assign(this, { api, at, hash });
	}

	/** A reader of a block; of the newest if no hash is given. */
	static async of(api, hash) {
		const block = hash ?? (await api.rpc.chain.getBlockHash());
		return new Reader(api, await api.at(block), block);
	}

	/** Ask a view function. Of a Result the content comes back, or a ViewError is thrown. */
	async view(pallet, name, ...args) {
		const { registry } = this.api;
		const view = findView(registry.metadata, pallet, name);
		const input = encodeInputs(registry, view, args);
		const answer = await this.api.rpc.state.call('RuntimeViewFunction_execute_view_function', input, this.hash);
		const value = decodeAnswer(registry, view, answer.toU8a(true));
		if (typeof value.isErr !== 'boolean') return plain(value);
		if (value.isErr) throw new ViewError(`${pallet}.${name}`, errorName(registry, value.asErr));
		return plain(value.asOk);
	}

	/** The same, or undefined where the view answers with an error. */
	async viewOr(...args) {
		try {
			return await this.view(...args);
		} catch (error) {
			if (error instanceof ViewError) return undefined;
			throw error;
		}
	}

	/** A storage item. */
	async value(pallet, item, ...keys) {
		return plain(await this.at.query[pallet][item](...keys));
	}

	/** A map's entries as Polkadot.js has them, at most `most`. */
	raw(pallet, item, { most = MOST, args = [] } = {}) {
		return this.at.query[pallet][item].entriesPaged({ args, pageSize: most });
	}

	/** A map as [key, value] in the order of its keys' hashes, at most `most` entries; several keys are an array. */
	async entries(pallet, item, options) {
		return (await this.raw(pallet, item, options)).map(entry);
	}

	/**
	 * A whole map, page by page, each like `entries`: no more than one is held here. `goOn` is called before each
	 * page, and may throw to end it.
	 */
	async *pages(pallet, item, { size = PAGE, args = [], goOn = () => {} } = {}) {
		let startKey;
		for (;;) {
			goOn();
			const page = await this.at.query[pallet][item].entriesPaged({ args, pageSize: size, startKey });
			yield page.map(entry);
			if (page.length < size) return;
			startKey = page.at(-1)[0].toHex();
		}
	}

	/** A whole map, as `entries`: of one that stays small. */
	async all(pallet, item) {
		const all = [];
		for await (const page of this.pages(pallet, item)) all.push(...page);
		return all;
	}

	/** How many entries a map has. */
	async count(pallet, item, { size = PAGE } = {}) {
		let startKey;
		for (let count = 0; ; ) {
			const page = await this.at.query[pallet][item].keysPaged({ args: [], pageSize: size, startKey });
			count += page.length;
			if (page.length < size) return count;
			startKey = page.at(-1).toHex();
		}
	}

	/** The keys of a map, likewise. */
	async keys(pallet, item, { most = MOST, args = [] } = {}) {
		const page = await this.at.query[pallet][item].keysPaged({ args, pageSize: most });
		return page.map(({ args: keys }) => (keys.length === 1 ? plain(keys[0]) : keys.map(plain)));
	}
}
