// SPDX-License-Identifier: GPL-3.0-or-later

// Collators are killed: first the process with two keys of four, which leaves fewer than a quorum; then, when it is back, one
// with one key.

import { cash, showUsd } from '../../e2e/lib/amounts.mjs';
import { FEEDS, Party, USDT, reading } from '../../e2e/lib/market.mjs';
import { MINUTE, connectTo, eventually, finalised, namesOf, roundOf } from './harness.mjs';
import { priced } from './puts.mjs';

/** So many turns of the keys that are left are looked at. */
const TURNS = 3;

/** What is wrong with who authored some blocks: each of `alive` and nobody else should have. Empty if nothing is. */
export function wrongAuthors(authors, alive) {
	const strangers = [...new Set(authors)].filter((who) => !alive.includes(who));
	const silent = alive.filter((who) => !authors.includes(who));
	return [
		...strangers.map((who) => `${who} authored`),
		...silent.map((who) => `${who} authored none`),
	].join(', ');
}

/** The next blocks are by the owners of the keys that are left, each of them, and by nobody else. Resolves to who they were. */
async function builtBy(chain, all, alive) {
	const from = chain.head + 1;
	const last = chain.head + TURNS * alive.length;
	await chain.reach(last, { timeoutMs: 6 * MINUTE });
	const authors = await namesOf(chain, from, last, all);
	const wrong = wrongAuthors(authors, alive);
	if (wrong) throw new Error(`${wrong}: ${authors.join(' ')}`);
	return authors;
}

/**
 * `collators` are {name, owners} of each process, `chains` connections to them; who asks is the first, which lives. Resolves to
 * the connections that are left.
 */
export async function lose(told, { network, chains, collators }) {
	const [chain] = chains;
	const all = collators.flatMap(({ owners }) => owners);
	const [, one, two] = collators;
	const without = (gone) => all.filter((who) => !gone.owners.includes(who));
	const kill = async ({ name }) => {
		await chains[collators.findIndex((each) => each.name === name)].disconnect();
		network.kill(name);
	};

	await told.step(({ state, rounds }) => `${two.name} is killed, which has two keys: no round is finished with ${without(two).length} of ${all.length}, ${rounds} are dropped, and bitcoin is ${state}`, async () => {
		const from = chain.head + 1;
		await kill(two);
		const state = await eventually('a price that is old', 3 * MINUTE, async () => {
			const now = await reading(chain, FEEDS.BTC);
			return now.state === 'Stale' && now.state;
		});
		const dropped = await chain.waitForEvent('priceOracle.RoundDropped', { from, blocks: 40 });
		const last = chain.head;
		let rounds = 0;
		for (let number = dropped.block.number; number <= last; number++) {
			const names = (await chain.eventsOf(number)).map(({ name }) => name);
			rounds += names.filter((name) => name === 'priceOracle.RoundDropped').length;
			if (names.includes('priceOracle.RoundFinished')) throw new Error(`block ${number} finishes one`);
		}
		return { state, rounds };
	}, { goOn: true });
	const maker = new Party(chain, 'Ferdie', 'Ferdie');
	await told.refused('nothing leaves an account with options', 'margin.PriceUnusable', () => maker.withdraw(USDT, cash('1')));
	await told.check('but something may come to it', () => maker.deposit(USDT, cash('1')));
	await told.step((authors) => `blocks are built by the others alone: ${authors.join(' ')}`, () => builtBy(chain, all, without(two)), { goOn: true });
	await told.check('and bitcoin has no price still', async () => ['Stale', 'NoQuorum'].includes((await reading(chain, FEEDS.BTC)).state));
	await told.step(({ reports }) => `${two.name} is started again, and rounds have the reports of all: ${reports} of ${all.length}`, async () => {
		network.start(two.name);
		[chains[2]] = await connectTo(network, [two.name]);
		return roundOf(chain, all.length, { blocks: 80 });
	});
	await told.step(({ price, state }) => `BTC is ${showUsd(price)} (${state})`, () => priced(chain, 2 * MINUTE));

	await told.step(({ reports }) => `${one.name} is killed, which has one key: rounds go on with ${reports} of ${all.length}`, async () => {
		await kill(one);
		return roundOf(chain, without(one).length, { blocks: 60 });
	});
	await told.step(({ price, state }) => `BTC is ${showUsd(price)} (${state})`, () => priced(chain, 2 * MINUTE));
	await told.step((authors) => `blocks are built by the others alone: ${authors.join(' ')}`, () => builtBy(chain, all, without(one)), { goOn: true });
	await told.step('and finalised', async () => {
		const at = await finalised(chain);
		await eventually('finality', 3 * MINUTE, async () => (await finalised(chain)) > at + 2);
	});
	return chains.filter((_, i) => collators[i].name !== one.name);
}
