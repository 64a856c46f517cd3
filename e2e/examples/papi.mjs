// SPDX-License-Identifier: GPL-3.0-or-later

// Straddle with PAPI 2. docs/clients/papi.md shows this file part by part, and test/node/clients.test.mjs runs it. It
// does without generated descriptors: types come from the chain's metadata when it runs.

import { Enum } from 'polkadot-api';
import { getPolkadotSigner } from 'polkadot-api/signer';
import { createWsClient } from 'polkadot-api/ws';
import { Keyring } from '@polkadot/keyring';
import { decodeAddress, encodeAddress } from '@polkadot/util-crypto';
import { u8aToHex } from '@polkadot/util';
import { WebSocket } from 'ws';

export function open(url) {
	// Node has a WebSocket of its own from version 22 on.
	const client = createWsClient(url, { websocketClass: globalThis.WebSocket ?? WebSocket });
	return Object.assign(client.getUnsafeApi(), { close: () => client.destroy() });
}

export const close = (api) => api.close();

export function key(uri) {
	const pair = new Keyring({ type: 'sr25519', ss58Format: 42 }).addFromUri(uri);
	const sign = (bytes) => pair.sign(bytes);
	return { address: pair.address, sign, signer: getPolkadotSigner(pair.publicKey, 'Sr25519', sign) };
}

/** Sign, submit, wait until it is final. Resolves to the events; an error has the chain's own name. */
export async function send(owner, call, options = {}) {
	const { ok, events, dispatchError } = await call.signAndSubmit(owner.signer, options);
	if (ok) return events;
	const { type, value } = dispatchError;
	throw new Error(type === 'Module' ? `${value.type}.${value.value.type}` : type);
}

/** What events of one kind say. */
const said = (events, pallet, name) =>
	events.filter(({ type, value }) => type === pallet && value.type === name).map(({ value }) => value.value);

export async function openAccount(api, owner) {
	const events = await send(owner, api.tx.Margin.create_account({ index: 0 }));
	const [{ account }] = said(events, 'Margin', 'AccountCreated');
	return account;
}

/** `amount` in smallest units: 1 USDT is 1,000,000. Kind 0 is USDT. */
export const deposit = (api, owner, account, amount) => send(owner, api.tx.Collateral.deposit({ account, kind: 0, amount }));

/** Listed series of BTC, which is market 0. */
export async function series(api) {
	const list = await api.view.Options.series_of(0);
	return list.map((one) => ({ ...one, kind: one.kind.type }));
}

/** A series as calls and views take it. */
const typed = (one) => ({ ...one, kind: Enum(one.kind) });

/** What a series is valued at, in USDT's smallest units per contract; undefined while a price is missing. */
export async function mark(api, one) {
	const quote = await api.view.Options.quote(typed(one));
	return quote.mark;
}

/** `quantity` in millionths of a contract, `price` per contract. Resolves to what was filled at once. */
export async function order(api, owner, account, one, side, quantity, price, how = 'GoodTilCancelled', options = {}) {
	const call = api.tx.Options.place_order({
		account,
		series: typed(one),
		side: Enum(side),
		quantity,
		limit_price: price,
		time_in_force: Enum(how),
		reduce_only: false,
	});
	return said(await send(owner, call, options), 'Options', 'Traded');
}

/** Let another key trade for an account, and do nothing else. */
export const allow = (api, owner, account, address) => send(owner, api.tx.Margin.set_delegate({ account, delegate: address }));

/**
 * Options of a trading call whose fee comes out of its account's margin cash: its key needs no token. (PAPI has no lists
 * of one: X1 holds the junction itself.)
 */
export const FROM_MARGIN_CASH = { asset: { parents: 0, interior: Enum('X1', Enum('PalletInstance', 61)) } };

/** Replace quotes in one call: both sides of each option, `spread` away from `volatility` (millionths a year). */
export async function quoteInVolatility(api, owner, account, options, quantity, volatility, spread) {
	const quotes = options.flatMap((one) => [
		{ series: typed(one), side: Enum('Buy'), quantity, rate: Enum('Pegged', volatility - spread) },
		{ series: typed(one), side: Enum('Sell'), quantity, rate: Enum('Pegged', volatility + spread) },
	]);
	const events = await send(owner, api.tx.Options.mass_quote({ account, underlying: 0, quotes }));
	const [{ rested }] = said(events, 'Options', 'Quoted');
	return rested.length;
}

/** `legs` for one unit of size: [series, quantity] in the order of expiry, strike and kind. */
export async function request(api, owner, account, legs, size) {
	const deadline = (await api.query.Timestamp.Now.getValue()) + 600_000n;
	const wanted = legs.map(([one, quantity]) => Enum('Contracts', { series: typed(one), quantity }));
	const call = api.tx.Options.open_request({ account, legs: wanted, size: BigInt(size), deadline, maker: undefined });
	const [{ id }] = said(await send(owner, call), 'Options', 'Requested');
	return { id, account, legs, size: BigInt(size), deadline };
}

/** An intent: `sign` is 1 for who asked and -1 for the other side; `limit` is the most paid for a unit. */
function intent({ legs, size, deadline }, account, sign, limit, taker, nonce) {
	return {
		account,
		legs: legs.map(([one, quantity]) => Enum('Contracts', { series: typed(one), quantity: quantity * sign })),
		limit,
		bands: [],
		max_age_ms: 120_000n,
		min_size: 1n,
		max_size: size,
		nonce,
		deadline,
		taker,
		fee_cap: 1_000_000n,
	};
}

/** Answer a request with a signed intent; resolves to the fill that whoever asked may accept. */
export async function answer(api, owner, account, asked, limit, nonce = 0n) {
	const other = intent(asked, account, -1n, limit, asked.account, nonce);
	// What is signed is what the chain says: a wallet may put <Bytes> around it.
	const [message] = await api.view.Options.intent_message(other);
	const signature = Enum('Sr25519', u8aToHex(owner.sign(message)));
	const authority = Enum('Signature', { signer: owner.address, signature });
	await send(owner, api.tx.Options.quote_request({ request: asked.id, intent: other, authority }));
	return { intent: other, size: asked.size, authority };
}

/** Accept an answer whole; the account's own intent needs no signature besides the transaction's. */
export async function accept(api, owner, asked, fill, nonce = 0n) {
	const own = intent(asked, asked.account, 1n, -fill.intent.limit, fill.intent.account, nonce);
	const taker = { intent: own, size: asked.size, authority: Enum('Submitter') };
	await send(owner, api.tx.Options.accept_quote({ request: asked.id, taker, maker: fill }));
}

export const withdraw = (api, owner, account, amount) =>
	send(owner, api.tx.Collateral.withdraw({ account, kind: 0, amount, to: owner.address }));

/** Where to send collateral on a source chain; `prefix` is that of its addresses (0 for Polkadot and Asset Hub). */
export async function vault(api, account, prefix = 0) {
	const address = await api.view.RemoteVault.vault_address(account, Enum('Collateral'));
	return encodeAddress(decodeAddress(address), prefix);
}

/** Take collateral back out of the vault, to an address of the source chain. */
export const release = (api, owner, account, kind, amount, to) =>
	send(owner, api.tx.RemoteVault.release({ account, kind, amount, to }));
