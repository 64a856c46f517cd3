// SPDX-License-Identifier: GPL-3.0-or-later

// `straddle-vault` between the two chains, by its owner's hand.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { anchorFrom, balanceOf, wellKnown } from '../../e2e/lib/siblings.mjs';
import { MINUTE, eventually, finalised } from './harness.mjs';
import { DEPOSIT, DOT, SOURCE, VAULT_DOT, lotOf } from './vaults.mjs';

const run = promisify(execFile);

/** One run of the tool; resolves to its lines, or throws with what it says is wrong. */
export async function straddleVault(binary, args, { key, timeoutMs = 4 * MINUTE } = {}) {
	const env = key ? { ...process.env, STRADDLE_KEY: key } : process.env;
	try {
		const { stdout } = await run(binary, args, { env, timeout: timeoutMs });
		return stdout.trimEnd().split('\n');
	} catch (error) {
		throw new Error(error.stderr?.trim() || error.message, { cause: error });
	}
}

/**
 * An owner fills a vault, looks at it, proves it and takes a part of it back, all by the tool. `urls` are the node's and the
 * source's; a key's earlier transactions have to be final, since the tool reads final blocks.
 */
export async function byTool(told, { chain, sibling, urls, binary, owner }) {
	const { api } = chain;
	const tool = (...args) => straddleVault(binary, args, { key: `//${owner.who}` });
	const at = ['--node', urls.node, '--owner', owner.address];
	const look = async () => (await tool('watch', ...at, '--kind', String(VAULT_DOT), '--source', urls.source, '--once')).join('\n');
	const expect = (line, wanted) => {
		if (!(wanted instanceof RegExp ? wanted.test(line) : line === wanted)) throw new Error(`it says: ${line}`);
		return line;
	};
	const address = (await chain.view('remoteVault', 'vaultAddress', owner.account, 'Collateral')).toString();
	await told.check(`straddle-vault tells ${owner.name} his margin account and ${address.slice(0, 8)}…`, async () => {
		const lines = await tool('address', ...at, '--source', String(SOURCE));
		return expect(lines.join('\n'), `margin account  ${owner.account}\nvault address   ${address}`);
	});
	const sent = await told.step('he sends 20.10 DOT there', () =>
		sibling.send(sibling.api.tx.balances.transferKeepAlive(address, 20n * DOT + DEPOSIT), owner.who, { timeoutMs: 2 * MINUTE }));
	await told.check('it sees them, and that none is proven', async () => expect(await look(), 'holds 20.1, proven 0 in block 0, ordered out 0, counts 0'));
	const proven = await told.step(
		({ text, shown }) => `it proves them (${text}), and shows: ${shown}`,
		async () => {
			await eventually('a final block that knows of them', 4 * MINUTE, async () => {
				const hash = await api.rpc.chain.getFinalizedHead();
				return anchorFrom({ view: (...args) => chain.viewAt(hash, ...args) }, SOURCE, sent.block.number);
			});
			const [text, done] = await tool('prove', ...at, '--kind', String(VAULT_DOT), '--source', urls.source);
			expect(text, /^proof of block \d+: \d+ nodes, \d+ bytes$/);
			expect(done, /^proven in 0x[0-9a-f]{64}$/);
			const number = /block (\d+)/.exec(text)[1];
			const lot = await lotOf(chain, owner, VAULT_DOT);
			if (lot !== 20n * DOT) throw new Error(`${lot} are credited`);
			return { text, shown: expect(await look(), `holds 20.1, proven 20.1 in block ${number}, ordered out 0, counts 20`) };
		},
		{ goOn: true },
	);
	if (!proven) return;
	const purse = await wellKnown(`${owner.who}'sPurse`);
	await told.step('it releases 5 of them to an account of his there, and knows of the order', async () => {
		const from = chain.head + 1;
		const [line] = await tool('release', ...at, '--kind', String(VAULT_DOT), '--amount', '5', '--to', purse);
		expect(line, /^ordered in 0x[0-9a-f]{64}; /);
		expect(await look(), /^holds (20|15)\.1, proven 20\.1 in block \d+, ordered out 5, counts 15$/);
		const { data } = await chain.waitForEvent('remoteVault.OrderEnded', {
			where: ({ slot: [account] }) => account.toString() === owner.account,
			from,
			blocks: 100,
		});
		if (data.end.type !== 'Done') throw new Error(`it ended as ${data.end.type}`);
		return line;
	}, { goOn: true });
	await told.check('5.00 lie there, 15.10 in the vault, 15.00 are credited; it shows so once that is final', async () => {
		const found = await Promise.all([balanceOf(sibling, purse), balanceOf(sibling, address), lotOf(chain, owner, VAULT_DOT)]);
		if (found.join() !== [5n * DOT, 15n * DOT + DEPOSIT, 15n * DOT].join()) throw new Error(found.join());
		const { head } = chain;
		await eventually('finality', 4 * MINUTE, async () => (await finalised(chain)) >= head);
		return expect(await look(), /^holds 15\.1, proven 15\.1 in block \d+, ordered out 0, counts 15$/);
	});
}
