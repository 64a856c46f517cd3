// SPDX-License-Identifier: GPL-3.0-or-later

// DOT is sent from its reserve, parachain 1000, to a margin account, between two chains on chopsticks: real messages
// between real runtimes, no relay chain and no network. At first there are no prices, so that DOT cannot pay for its message, and
// what has to happen is that nothing is lost: the DOT wait as trapped assets. Then prices are reported, and the next ones
// come to be collateral. `npm run genesis` first.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { show, showUsd, units } from '../lib/amounts.mjs';
import { connect } from '../lib/chain.mjs';
import { DOT, DOT_ASSET, Party } from '../lib/market.mjs';
import { byLine, sleep } from '../lib/node.mjs';
import { runStory } from '../lib/steps.mjs';
import { givePrices } from './prices.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const AMOUNT = units('100', 10);
const dot = (amount) => show(amount, 10, 4);
const big = (value) => BigInt(value.toString());

const CLI = join(HERE, 'node_modules/@acala-network/chopsticks/chopsticks.cjs');
const child = spawn(process.execPath, [CLI, 'xcm', '-p', 'straddle.yml', '-p', 'sibling.yml'], {
	cwd: HERE,
	stdio: ['ignore', 'pipe', 'pipe'],
});
const lines = [];
for (const stream of [child.stdout, child.stderr]) byLine(stream, (line) => lines.push(line));
process.on('exit', () => child.kill('SIGKILL'));

const story = await runStory('chopsticks', tell);
if (story.failed) console.log(lines.slice(-30).join('\n'));
process.exit(process.exitCode ?? 0);

async function tell(told) {
	for (const name of ['straddle', 'sibling']) {
		if (!existsSync(join(HERE, `../../out/chopsticks/${name}.json`))) throw new Error('no genesis files: npm run genesis');
	}
	const [home, hub] = await told.step('both chains answer', async () => {
		for (;;) {
			const ready = lines.filter((line) => /RPC listening/.test(line)).length;
			if (ready >= 2) break;
			if (child.exitCode !== null) throw new Error(`chopsticks stopped: ${lines.at(-1)}`);
			await sleep(200);
		}
		const chains = await Promise.all([8100, 8101].map((port) => connect(`ws://127.0.0.1:${port}`, { timeoutMs: 300_000 })));
		// Only a first block writes the genesis hash down, which signatures are over.
		for (const chain of chains) await chain.rpc('dev_newBlock', [{ count: 1 }]);
		return chains;
	});
	told.follow(home);
	const alice = new Party(home, 'Alice', 'Alice');
	const onHub = async (who = alice.address) => {
		const account = await hub.api.query.foreignAssets.account(DOT_ASSET, who);
		return account.isSome ? big(account.unwrap().balance) : 0n;
	};
	await told.step('Alice opens a margin account on Straddle', () => alice.open());
	const V5 = (content) => ({ V5: content });
	// "sibl", the number, zeros.
	const sovereign = hub.api.createType('AccountId', `0x7369626cd0070000${'00'.repeat(24)}`).toString();
	const sendDot = async () => {
		const [before, there] = await Promise.all([onHub(), onHub(sovereign)]);
		const beneficiary = { parents: 0, interior: { X1: [{ AccountId32: { network: null, id: home.api.createType('AccountId', alice.account).toHex() } }] } };
		const deposit = { DepositAsset: { assets: { Wild: { AllCounted: 1 } }, beneficiary } };
		await hub.send(hub.api.tx.polkadotXcm.transferAssetsUsingTypeAndThen(
			V5({ parents: 1, interior: { X1: [{ Parachain: 2000 }] } }),
			V5([{ id: DOT_ASSET, fun: { Fungible: AMOUNT } }]),
			'LocalReserve',
			V5(DOT_ASSET),
			'LocalReserve',
			V5([deposit]),
			'Unlimited',
		), 'Alice');
		if (before - (await onHub()) !== AMOUNT) throw new Error(`she has ${await onHub()} left`);
		if ((await onHub(sovereign)) - there !== AMOUNT) throw new Error("Straddle's account on the sibling does not hold them");
	};
	await told.step(`she sends ${dot(AMOUNT)} DOT from the sibling to its address`, sendDot);
	const events = await told.step(
		() => 'Straddle takes the message up: without a price of DOT it is too expensive, and the DOT wait for her',
		() => soon(home, async () => {
			const seen = (await Promise.all(Array.from({ length: 4 }, (_, i) => home.head - i).filter((n) => n > 0).map((n) => home.eventsOf(n)))).flat();
			return seen.some(({ name }) => name === 'messageQueue.Processed') && seen;
		}),
	);
	await told.check('the reason is told, and all that came is trapped', () => {
		const data = (name) => events.find((event) => event.name === name)?.data;
		const trapped = JSON.stringify(data('polkadotXcm.AssetsTrapped') ?? '');
		return /tooExpensive/.test(JSON.stringify(data('polkadotXcm.ProcessXcmError') ?? '')) && trapped.includes(`"fungible":${AMOUNT}`);
	});
	await told.step((prices) => `Alice, the only feeder, reports prices: ${prices.map(({ name, price, state }) => `${name} ${showUsd(price)} (${state})`).join(', ')}`, async () => {
		const prices = await givePrices(home);
		if (prices.some(({ state }) => state !== 'Valid')) throw new Error(prices.map(({ name, state }) => `${name} ${state}`).join(', '));
		return prices;
	});
	await told.step(`she sends ${dot(AMOUNT)} DOT again`, sendDot);
	await told.step(
		(came) => `they pay for their message, and ${dot(came)} DOT are collateral in her margin account`,
		() => soon(home, async () => {
			const lots = [...(await home.api.query.margin.accounts(alice.account)).unwrap().lots];
			const lot = lots.find(([kind]) => Number(kind) === DOT);
			return lot && big(lot[1]) > (AMOUNT * 99n) / 100n && big(lot[1]);
		}),
	);
	await Promise.all([home.disconnect(), hub.disconnect()]);
}

/** Have blocks made until there is something. */
async function soon(chain, probe, blocks = 8) {
	for (let i = 0; i < blocks; i++) {
		const value = await probe();
		if (value) return value;
		await chain.rpc('dev_newBlock', [{ count: 1 }]);
	}
	throw new Error(`nothing came in ${blocks} blocks`);
}
