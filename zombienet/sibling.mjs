// SPDX-License-Identifier: GPL-3.0-or-later

// `make zombienet NET=b`: Straddle beside a real sibling, with four feeders in three processes, and vaults between
// the two. One line for each assertion; exit code 0 only if all held. KEEP=1 leaves the network up.
//
// ONLY=migration leaves out what a release, a seizure and a halt of the sibling need, ONLY=loss all but the start and the end, in which
// collators are killed.
//
// The sibling is the published runtime of Westend's People chain, under Asset Hub's id: here it is the reserve of
// the relay chain's token, and the vaults' source.

import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cash, showUsd } from '../e2e/lib/amounts.mjs';
import { auction, bid, putIntoAuction } from '../e2e/lib/liquidation.mjs';
import { FEEDS, Party, DOT as HELD_DOT, DOT_ASSET, USDT, tradeText } from '../e2e/lib/market.mjs';
import { startPrices } from '../e2e/lib/prices.mjs';
import { accountOf, anchorFrom, balanceOf, openChannels, reserveTransfer, sovereign, wellKnown } from '../e2e/lib/siblings.mjs';
import { runStory } from '../e2e/lib/steps.mjs';
import { MINUTE, askCouncil, authorsOf, big, connectTo, eventually, finalised, giveKeys, roundOf, sums } from './lib/harness.mjs';
import { lose } from './lib/loss.mjs';
import { migrate } from './lib/migration.mjs';
import { startNetwork } from './lib/network.mjs';
import { readByOperators } from './lib/operators.mjs';
import { priced, sellPut } from './lib/puts.mjs';
import { artefacts, siblingGenesis } from './lib/specs.mjs';
import { byTool } from './lib/tool.mjs';
import { DEPOSIT, DOT, MOST_RELAY_BLOCKS, PARA, SIBLING_PARA, SOURCE, VAULT_DOT, haveProven, lotOf, prove, provenByWorker, showDot } from './lib/vaults.mjs';

const SIBLING = 'people-westend';
const COLLATORS = ['straddle-1', 'straddle-2', 'straddle-3'];
/** Whose keys each collator has: four feeders, three of whom are enough. */
const OWNERS = [['Alice'], ['Bob'], ['Charlie', 'Dave']];
const FEEDERS = OWNERS.flat().length;
const DIR = process.env.NETWORK_DIR ?? join(tmpdir(), 'straddle-network-b');

/** What an order, and at first a fence, may pay there: a hundredth of Westend's token and more for the answer alone. */
const TERMS = { fee: 100n * DOT, fenceFee: 400n * DOT, reserve: 500n * DOT, charge: cash('0.1'), timeout: 60, releases: 10, seizures: 10, minimum: [[VAULT_DOT, DOT]] };

for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]]) {
	process.on(signal, () => process.exit(code));
}

const began = Date.now();
const seconds = () => Math.round((Date.now() - began) / 1000);
let network;
let prices;
let relay;
let chains = [];
let sibling;

const story = await runStory('network b', tell);
if (process.env.KEEP && network) {
	console.log(`the network stays up; Ctrl-C ends it. ${[...COLLATORS, 'sibling'].map((name) => `${name}: ${network.url(name)}`).join(', ')}`);
	await new Promise(() => {});
}
await Promise.all([relay, sibling, ...chains].map((chain) => chain?.disconnect().catch(() => {})));
await network?.stop();
await prices?.stop();
console.log(`network b: ${seconds()} s in all; logs in ${DIR}`);
process.exit(story.failed > 0 ? 1 : 0);

async function tell(told) {
	const files = artefacts(process.env, SIBLING);
	const names = [...OWNERS.flat(), 'Eve', 'Ferdie'];
	const keys = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await wellKnown(name)])));
	prices = await startPrices({ port: 18080, seed: 7 });
	await prices.price('BTC', '60000');
	await prices.price('DOT', '5');

	await told.step(() => `two validators, three collators and a sibling are started (${seconds()} s)`, async () => {
		network = await startNetwork(DIR, files, {
			toml: 'sibling.toml',
			nodes: [...COLLATORS, 'sibling'],
			owners: OWNERS.flat().map((who) => keys[who]),
			sibling: { paraId: SIBLING_PARA, genesis: siblingGenesis(SIBLING_PARA, keys.Alice, Object.values(keys), 1_000_000_000n * DOT) },
		});
	});
	await told.step('all of them answer', async () => {
		[relay] = await connectTo(network, ['alice', 'bob']);
		chains = await connectTo(network, COLLATORS);
		[sibling] = await connectTo(network, ['sibling']);
	});
	const [chain] = chains;
	told.follow(chain);
	await told.step(`the collators are given their keys: ${OWNERS.map((names) => names.join(' and ')).join(', ')}`, async () => {
		for (const [i, names] of OWNERS.entries()) for (const name of names) await giveKeys(chains[i], name);
		await giveKeys(sibling, 'Alice', ['aura']);
	});
	await told.step((height) => `the relay chain is finalised: block ${height}`, () => eventually('finality', 3 * MINUTE, () => finalised(relay)));
	await told.step(() => `both parachains have three blocks (${seconds()} s)`, () =>
		Promise.all([chain, sibling].map((one) => one.reach(3, { timeoutMs: 8 * MINUTE }))));
	const only = process.env.ONLY;
	if (only !== 'loss') await told.step(() => `channels are open both ways (${seconds()} s)`, openBoth);

	// Four feeders.
	await told.step((authors) => `all four keys author: ${authors.join(' ')}`, async () => {
		await chain.reach(12, { timeoutMs: 4 * MINUTE });
		return eventually('block by each', 4 * MINUTE, async () => {
			const authors = await authorsOf(chain, chain.head - 11, chain.head);
			return new Set(authors).size === FEEDERS && authors;
		});
	});
	await told.step(({ reports }) => `a round of prices has the reports of all: ${reports} of ${FEEDERS}`, () => roundOf(chain, FEEDERS, { blocks: 60 }));
	await told.check('the network is not small: a price needs three', async () =>
		(await chain.api.query.priceOracle.parameters()).smallNetwork.isFalse);

	const people = await open(told, chain);
	if (only === 'loss') {
		await told.step('Dave sells Ferdie a put', async () => sellPut(chain, people.bidder, people.maker, (await priced(chain)).price));
		return end(told);
	}
	await begin(told, chain);
	await deposit(told, chain, people);
	const vault = await fill(told, chain, people);
	if (only !== 'migration') {
		await release(told, chain, vault);
		await take(told, chain, people, vault, files.vaultTool);
		const taken = await seize(told, chain, people, vault);
		await halt(told, chain, taken);
	}
	chains = await migrate(told, {
		chains,
		prices,
		code: readFileSync(files.nextBlob),
		feeders: FEEDERS,
		reconnect: async () => {
			await Promise.all(chains.map((one) => one.disconnect().catch(() => {})));
			return (chains = await connectTo(network, COLLATORS));
		},
		topUp: (chain) => topUp(chain, vault),
	});
	await sums(told, chains[0], 'after the migration');
	if (only !== 'migration') await end(told);
}

async function end(told) {
	const collators = COLLATORS.map((name, i) => ({ name, owners: OWNERS[i] }));
	chains = await lose(told, { network, chains, collators });
	await sums(told, chains[0], 'at the end');
}

async function openBoth() {
	const { api } = relay;
	const { hrmpChannelMaxCapacity, hrmpChannelMaxMessageSize } = await api.query.configuration.activeConfig();
	const sizes = { capacity: hrmpChannelMaxCapacity.toNumber(), messageSize: hrmpChannelMaxMessageSize.toNumber() };
	await relay.send(openChannels(api, [PARA, SIBLING_PARA], sizes), 'Alice', { timeoutMs: 2 * MINUTE });
	await eventually('channels', 8 * MINUTE, async () => {
		const ways = [[PARA, SIBLING_PARA], [SIBLING_PARA, PARA]];
		const found = await Promise.all(ways.map(([sender, recipient]) => api.query.hrmp.hrmpChannels({ sender, recipient })));
		return found.every((channel) => channel.isSome);
	});
}

/** The people of the story. */
async function open(told, chain) {
	const [eve, bidder, maker] = [['Eve', 'Eve'], ['Dave', 'Dave'], ['Ferdie', 'Ferdie']].map(([name, who]) => new Party(chain, name, who));
	await told.step('Eve, Dave and Ferdie open margin accounts and deposit 1,000, 200,000 and 200,000 USDT', async () => {
		for (const [party, amount] of [[eve, '1000'], [bidder, '200000'], [maker, '200000']]) {
			await party.open();
			await party.deposit(USDT, cash(amount));
		}
	});
	return { eve, bidder, maker };
}

/** The vaults' kind is listed by the council, and the source named. */
async function begin(told, chain) {
	const { api } = chain;
	await told.step('the council lists the relay chain\'s token in vaults there, with the code that the relay chain has of the sibling', async () => {
		const code = (await relay.api.query.paras.currentCodeHash(SIBLING_PARA)).unwrap().toHex();
		const listing = {
			source: SOURCE, reserve: 0, method: 'RelayProof', reference: 5n * 10n ** 18n, decimals: 10, feed: FEEDS.DOT,
			initial: 650_000, maintenance: 750_000, cap: 1_000_000n * DOT, minDeposit: DOT,
		};
		const info = { paraId: SIBLING_PARA, ss58Prefix: 42, codes: [code], kinds: [[VAULT_DOT, { holding: 'Native', deposit: DEPOSIT }]] };
		await askCouncil(chain, api.tx.utility.batchAll([
			api.tx.collateral.listAsset(VAULT_DOT, DOT_ASSET, listing),
			api.tx.remoteVault.setSource(SOURCE, info),
			api.tx.remoteVault.setTerms(SOURCE, TERMS),
		]));
		await eventually('source', 3 * MINUTE, async () => (await api.query.remoteVault.sources(SOURCE)).isSome);
	});
	await told.step(({ relayBlock, number }) => `its heads are read: block ${number} at relay block ${relayBlock}`, () =>
		chain.until('a head', () => anchorFrom(chain, SOURCE, 1)));
}

/** A deposit into a margin account by a reserve transfer; a float for orders by another. */
async function deposit(told, chain, { eve }) {
	const { api } = chain;
	const [float, there] = [...(await chain.view('remoteVault', 'float', SOURCE))].map(String);
	const ours = sovereign(PARA);
	const issued = async () => big((await api.query.foreignAssets.asset(DOT_ASSET)).unwrap().supply);
	const before = await issued();
	await told.step(
		({ came, fee }) => `Eve sends 100 DOT from the sibling to her margin account and 5,000 to the float: ${showDot(came)} are collateral, all but the message's fee of ${fee} units`,
		async () => {
			const from = chain.head + 1;
			await sibling.send(reserveTransfer(sibling.api, PARA, eve.account, 100n * DOT), 'Eve', { timeoutMs: 2 * MINUTE });
			await sibling.send(reserveTransfer(sibling.api, PARA, float, 5_000n * DOT), 'Eve', { timeoutMs: 2 * MINUTE });
			await sibling.send(sibling.api.tx.balances.transferKeepAlive(there, DOT), 'Eve', { timeoutMs: 2 * MINUTE });
			const came = await chain.until('the deposit', () => lotOf(chain, eve, HELD_DOT));
			await chain.until('the float', async () => (await api.query.foreignAssets.account(DOT_ASSET, float)).isSome);
			const fees = await feesFrom(chain, from);
			const fee = fees.find((fee) => came + fee === 100n * DOT);
			if (fee === undefined) throw new Error(`${came} came, the fee is ${fees.join(' or ')}`);
			return { came, fee };
		},
	);
	await told.check(`what lies there for Straddle is what it has issued: ${showDot(5_100n * DOT)}`, async () =>
		(await balanceOf(sibling, ours)) === 5_100n * DOT && (await issued()) - before === 5_100n * DOT);
}

/**
 * What a message from the sibling pays in its token, in smallest units: at the prices before and after the first block from
 * `from` on that runs one, since a round of prices may have been finished in it.
 */
async function feesFrom(chain, from) {
	const { block, data } = await chain.waitForEvent('messageQueue.Processed', { where: ({ origin }) => origin.isSibling, from, blocks: 60 });
	if (data.success.isFalse) throw new Error('the message failed');
	return Promise.all([block.number - 1, block.number].map(async (number) => {
		const at = await chain.api.at(await chain.api.rpc.chain.getBlockHash(number));
		const fee = await at.call.xcmPaymentApi.queryWeightToAssetFee(data.weightUsed, { V5: DOT_ASSET });
		if (fee.isErr) throw new Error(`no fee in DOT: ${fee.asErr.type}`);
		return big(fee.asOk);
	}));
}

/** A vault: its address as the sibling has it, an ordinary transfer, a proof by the collator, a credit. */
async function fill(told, chain, { eve, maker }) {
	const address = (await chain.view('remoteVault', 'vaultAddress', eve.account, 'Collateral')).toString();
	await told.check(`Eve's vault is ${address.slice(0, 8)}…, as the sibling itself converts it`, async () => {
		const id = (await chain.view('remoteVault', 'vaultId', eve.account, 'Collateral')).toString();
		const location = { V5: { parents: 1, interior: { X2: [{ Parachain: PARA }, { AccountId32: { network: null, id: chain.api.registry.createType('AccountId', id).toHex() } }] } } };
		const answer = await sibling.api.call.locationToAccountApi.convertLocation(location);
		return answer.isOk && answer.asOk.toString() === address && accountOf(PARA, id) === address;
	});
	await told.step('collator 1 is told of a node of the sibling\'s, and to look after Eve\'s vault', () => {
		const id = chain.api.registry.createType('AccountId', eve.account).toHex();
		return haveProven(chain, network.url('sibling').replace(/^ws/, 'http'), [id]);
	});
	const amount = 4_500n * DOT + DEPOSIT;
	const from = chain.head + 1;
	const sent = await told.step(
		({ block }) => `she sends 4,500.10 DOT to it by a plain transfer, in the sibling's block ${block.number}`,
		async () => ({ ...(await sibling.send(sibling.api.tx.balances.transferKeepAlive(address, amount), 'Eve', { timeoutMs: 2 * MINUTE })), at: Date.now() }),
	);
	const vault = { owner: eve, address, helper: maker };
	const seen = await told.step(
		({ block, relayBlocks, after }) => `nobody calls prove: the collator does in block ${block.number}, ${relayBlocks === 1 ? 'one relay block' : `${relayBlocks} relay blocks`} after the one that includes hers, ${after} s after they were sent; 4,500.00 are credited`,
		async () => {
			const seen = await provenByWorker({ chain, relay }, eve.account, { number: sent.block.number, from });
			const after = Math.round((Date.now() - sent.at) / 1000);
			const lot = await lotOf(chain, eve, VAULT_DOT);
			if (lot !== 4_500n * DOT) throw new Error(`${showDot(lot)} are`);
			if (seen.relayBlocks > MOST_RELAY_BLOCKS) throw new Error(`${seen.relayBlocks} relay blocks after, not ${MOST_RELAY_BLOCKS} at most`);
			return { ...seen, after };
		},
		{ goOn: true },
	);
	// What comes later needs it, and says so by itself.
	if (!seen) await prove(chain, sibling, vault, sent.block.number);
	return vault;
}

/** More for the vault, by a transfer there now, which nobody proves by hand. Resolves to what waits for its credit here, and says so in a line. */
async function topUp(chain, { owner, address }) {
	const party = new Party(chain, owner.name, owner.who);
	const before = await lotOf(chain, party, VAULT_DOT);
	await sibling.send(sibling.api.tx.balances.transferKeepAlive(address, 10n * DOT), 'Eve', { timeoutMs: 2 * MINUTE });
	return async () => {
		const came = await chain.until('the credit', async () => (await lotOf(chain, party, VAULT_DOT)) - before);
		if (came !== 10n * DOT) throw new Error(`${showDot(came)} are credited`);
		return '10.00 DOT that went to Eve\'s vault meanwhile are credited, proven by the collator';
	};
}

/** A release to an address of her own there. */
async function release(told, chain, { owner, address }) {
	const purse = await wellKnown('Purse');
	const from = chain.head + 1;
	await told.step('she orders 500 DOT to an account of hers there', () =>
		owner.send(chain.api.tx.remoteVault.release(owner.account, VAULT_DOT, 500n * DOT, purse)));
	await told.step((text) => `the exporter and the page read what there is: ${text}`, () => readByOperators({
		chain,
		node: network.url('straddle-1'),
		vaults: [{ account: owner.account, proven: 4_500n * DOT + DEPOSIT, own: 4_000n * DOT }],
		releases: [owner.account],
	}), { goOn: true });
	await told.step(() => `it is answered (${seconds()} s)`, async () => {
		const { data } = await chain.waitForEvent('remoteVault.OrderEnded', { from, blocks: 80 });
		if (data.end.type !== 'Done') throw new Error(`it ended as ${data.end.type}`);
	});
	await told.check('500.00 lie there, 4,000.10 in the vault, 4,000.00 are credited', async () => {
		const figures = await Promise.all([balanceOf(sibling, purse), balanceOf(sibling, address), lotOf(chain, owner, VAULT_DOT)]);
		return figures.join() === [500n * DOT, 4_000n * DOT + DEPOSIT, 4_000n * DOT].join();
	});
}

/** Ferdie has a vault too, by the command line alone; then operators look again. */
async function take(told, chain, { eve, maker }, vault, binary) {
	const node = network.url('straddle-1');
	await byTool(told, { chain, sibling, urls: { node, source: network.url('sibling') }, binary, owner: maker });
	await told.step((text) => `the exporter and the page read what there is: ${text}`, () => readByOperators({
		chain,
		node,
		vaults: [
			{ account: eve.account, proven: 4_000n * DOT + DEPOSIT, own: 4_000n * DOT },
			{ account: maker.account, proven: 15n * DOT + DEPOSIT, own: 15n * DOT },
		],
	}), { goOn: true });
}

/** She sells a put, bitcoin falls, Dave takes a part of her account, and her vault delivers it to his. */
async function seize(told, chain, { eve, bidder, maker }, vault) {
	const { api } = chain;
	await told.step(
		({ name, trades }) => `Eve sells a put, ${name}, on what lies in her vault: ${trades.map(tradeText).join(', ')}`,
		async () => {
			const { price } = await priced(chain);
			const { series, trades } = await sellPut(chain, eve, maker, price);
			return { ...series, trades };
		},
	);
	await told.step((line) => line, () => eve.line());
	const started = await told.step(
		({ by, btc }) => `bitcoin falls to ${btc}, and she is in auction on the word of ${by}`,
		async () => {
			const from = chain.head + 1;
			let btc = 60_000;
			const falling = setInterval(() => {
				if (btc > 42_000) prices.price('BTC', String((btc -= 500))).catch(() => {});
			}, 6_000);
			try {
				const found = await putIntoAuction(chain, maker, eve, { from, blocks: 150 });
				return { ...found, btc };
			} finally {
				clearInterval(falling);
			}
		},
	);
	const his = (await chain.view('remoteVault', 'vaultAddress', bidder.account, 'Collateral')).toString();
	const part = await told.step(
		({ taken, left }) => `Dave bids: the right to ${showDot(taken)} DOT in her vault is his at once, ${showDot(left)} stay hers`,
		async () => {
			const offer = await chain.until('an offer', async () => {
				const now = await auction(chain, eve).catch(() => undefined);
				return now?.running && now.share > 0n && now;
			});
			const { block } = await bid(chain, bidder, eve, offer.stateId);
			// Its block may give way to another one, where the share on offer has grown.
			const { head } = chain;
			await eventually('finality of the bid', 3 * MINUTE, async () => (await finalised(chain)) >= head);
			const [taken, left] = await Promise.all([lotOf(chain, bidder, VAULT_DOT), lotOf(chain, eve, VAULT_DOT)]);
			if (taken === 0n || taken + left !== 4_000n * DOT) throw new Error(`${showDot(taken)} and ${showDot(left)}`);
			return { taken, left, from: block.number };
		},
	);
	await told.step((amount) => `her vault delivers ${showDot(amount)} DOT to his, and it is answered (${seconds()} s)`, async () => {
		const { data } = await chain.waitForEvent('remoteVault.DeliveryEnded', { from: Math.max(started.block.number, part.from), blocks: 100 });
		if (data.ran.isFalse) throw new Error('it did not run');
		return big(data.amount);
	});
	await told.check('the two vaults there hold what the two lots here say, and what keeps them alive', async () => {
		const [hers, own] = await Promise.all([balanceOf(sibling, vault.address), balanceOf(sibling, his)]);
		return own === part.taken && hers === part.left + DEPOSIT;
	});
	await told.check('a proof of his vault by Ferdie changes nothing', async () => {
		const before = await lotOf(chain, bidder, VAULT_DOT);
		await prove(chain, sibling, { owner: bidder, address: his, helper: maker }, sibling.head - 2);
		const { proven } = (await api.query.remoteVault.vaults(bidder.account, VAULT_DOT)).unwrap();
		return (await lotOf(chain, bidder, VAULT_DOT)) === before && big(proven) === part.taken;
	});
	return bidder;
}

/** The sibling stands still: what lies there counts less for opening, and as before once it goes on. */
async function halt(told, chain, party) {
	const counted = async () => {
		const { assessment } = await party.standing();
		return Number(big(assessment.lots.initial)) / Number(big(assessment.lots.full));
	};
	const before = await counted();
	network.pause('sibling');
	try {
		await told.step((now) => `the sibling stands still: Dave's part counts ${now.toFixed(3)} of its value for opening, before ${before.toFixed(3)}`, () =>
			eventually('haircut', 5 * MINUTE, async () => {
				const now = await counted();
				return now < before * 0.95 && now;
			}));
		await told.step((now) => `and less from block to block: ${now.toFixed(3)}`, async () => {
			const first = await counted();
			return eventually('ramp', 3 * MINUTE, async () => {
				const now = await counted();
				return now < first && now;
			});
		});
	} finally {
		network.resume('sibling');
	}
	await told.step((now) => `it builds blocks again, and the part counts as before: ${now.toFixed(3)}`, () =>
		eventually('return', 6 * MINUTE, async () => {
			const now = await counted();
			return Math.abs(now - before) < 0.001 && now;
		}));
}
