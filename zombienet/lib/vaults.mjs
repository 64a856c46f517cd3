// SPDX-License-Identifier: GPL-3.0-or-later

// Vaults on network (b)'s sibling: what all parts of its story know of them.

import { show } from '../../e2e/lib/amounts.mjs';
import { anchorFrom, includedIn, proofCall } from '../../e2e/lib/siblings.mjs';
import { big, isGeneral, putLocal } from './harness.mjs';

export const PARA = 2000;
export const SIBLING_PARA = 1000;
/** The relay chain's token as Straddle's presets count it: ten decimals. (Westend's has twelve.) */
export const DOT = 10n ** 10n;
export const showDot = (amount) => show(amount, 10, 2);
/** The source as the preset's registry has it, and the kind of what lies in vaults there. */
export const SOURCE = 1;
export const VAULT_DOT = 7;
/** What keeps an account alive there. */
export const DEPOSIT = DOT / 10n;
/** Relay blocks from the one that includes a head of the source to the credit of what it shows, at most (DESIGN.md 13). */
export const MOST_RELAY_BLOCKS = 3;

/** What an account has of a kind. */
export async function lotOf(chain, party, kind) {
	const { lots } = (await chain.api.query.margin.accounts(party.account)).unwrap();
	const lot = [...lots].find(([id]) => Number(id) === kind);
	return lot ? big(lot[1]) : 0n;
}

/** Have a collator prove vaults by itself: of the source's node at `url`, also those of accounts (in hex) that have none yet. */
export async function haveProven(chain, url, accounts) {
	await putLocal(chain, `straddle::remote-vault::url::${SOURCE}`, url);
	await putLocal(chain, 'straddle::remote-vault::watch', accounts.join(','));
}

/**
 * Wait until a collator's worker proves an account's vault as of the sibling's block `number` or later. Resolves to the
 * block, and the relay blocks to it from the one that includes the sibling's.
 */
export async function provenByWorker({ chain, relay }, account, { number, from, blocks = 60 }) {
	const seen = await chain.waitForEvent('remoteVault.Observed', {
		where: (data) => data.account.toString() === account && Number(data.kind) === VAULT_DOT && data.anchor[1].toNumber() >= number,
		from,
		blocks,
	});
	const hash = await chain.api.rpc.chain.getBlockHash(seen.block.number);
	const { block } = await chain.rpc('chain_getBlock', [hash.toHex()]);
	if (!isGeneral(block.extrinsics[seen.phase.asApplyExtrinsic.toNumber()])) throw new Error('somebody signed the proof');
	const included = await includedIn(relay, SIBLING_PARA, number, seen.data.anchor[0].toNumber());
	const { relayParentNumber } = (await (await chain.api.at(hash)).query.parachainSystem.validationData()).unwrap();
	return { block: seen.block, relayBlocks: relayParentNumber.toNumber() - included };
}

/** Prove a vault by a call that its helper signs, as of a block of the sibling or later. */
export async function prove(chain, sibling, { owner, address, helper }, number, tries = 3) {
	const anchor = await chain.until('a head of it', () => anchorFrom(chain, SOURCE, number));
	const call = await proofCall(chain, sibling, { account: owner.account, kind: VAULT_DOT, address, anchor });
	const sent = await helper.send(call).catch((error) => {
		// A head is forgotten with the block that read it, if another one takes that block's place.
		if (tries === 1 || !/UnknownHead/.test(error.message)) throw error;
	});
	return sent ?? prove(chain, sibling, { owner, address, helper }, number, tries - 1);
}
