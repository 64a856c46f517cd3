// SPDX-License-Identifier: GPL-3.0-or-later

// Straddle with @polkadot/api 16.5.6. docs/clients/polkadot-js.md shows this file part by part, and
// test/node/clients.test.mjs runs it.

import { ApiPromise, Keyring, WsProvider } from '@polkadot/api';
import { u8aToHex } from '@polkadot/util';
import { decodeAddress, encodeAddress } from '@polkadot/util-crypto';
import { assetIdType } from '../lib/metadata.mjs';
import { decodeAnswer, encodeInputs, findView } from '../lib/views.mjs';

export async function open(url) {
	const api = await ApiPromise.create({ provider: new WsProvider(url), noInitWarn: true });
	// Fees in another asset than STRD: have its type taken from the chain's metadata.
	api.registry.register({ TAssetConversion: assetIdType(api.registry.metadata, api.registry) });
	return api;
}

export const close = (api) => api.disconnect();

export const key = (uri) => new Keyring({ type: 'sr25519', ss58Format: 42 }).addFromUri(uri);

/** Sign, submit, wait for a block. Resolves to the events; an error has the chain's own name. */
export function send(api, pair, call, options = {}) {
	return new Promise((resolve, reject) => {
		const watch = ({ status, events, dispatchError }) => {
			if (dispatchError?.isModule) {
				const { section, name } = api.registry.findMetaError(dispatchError.asModule);
				reject(new Error(`${section}.${name}`));
			} else if (dispatchError) {
				reject(new Error(dispatchError.type));
			} else if (status.isInBlock || status.isFinalized) {
				resolve(events.map(({ event }) => event));
			}
		};
		call.signAndSend(pair, options, watch).catch(reject);
	});
}

/** Ask a view function: @polkadot/api has no door of its own to them. */
export async function view(api, pallet, name, ...args) {
	const found = findView(api.registry.metadata, pallet, name);
	const input = encodeInputs(api.registry, found, args);
	const answer = await api.rpc.state.call('RuntimeViewFunction_execute_view_function', input);
	return decodeAnswer(api.registry, found, answer.toU8a(true));
}

export async function openAccount(api, owner) {
	await send(api, owner, api.tx.margin.createAccount(0));
	const [first] = await api.call.marginApi.accountsOf(owner.address);
	return first.account.toString();
}

/** `amount` in smallest units: 1 USDT is 1,000,000. Kind 0 is USDT. */
export const deposit = (api, owner, account, amount) => send(api, owner, api.tx.collateral.deposit(account, 0, amount));

/** Listed series of BTC, which is market 0. */
export async function series(api) {
	const list = await view(api, 'options', 'seriesOf', 0);
	return list.map((one) => ({
		underlying: one.underlying.toNumber(),
		expiry: one.expiry.toBigInt(),
		strike: one.strike.toBigInt(),
		kind: one.kind.type,
	}));
}

/** What a series is valued at, in USDT's smallest units per contract; undefined while a price is missing. */
export async function mark(api, one) {
	const { mark } = (await view(api, 'options', 'quote', one)).unwrap();
	return mark.isSome ? mark.unwrap().toBigInt() : undefined;
}

/** `quantity` in millionths of a contract, `price` per contract. Resolves to what was filled at once. */
export async function order(api, owner, account, one, side, quantity, price, how = 'GoodTilCancelled', options = {}) {
	const call = api.tx.options.placeOrder(account, one, side, quantity, price, how, false);
	const events = await send(api, owner, call, options);
	return events
		.filter((event) => api.events.options.Traded.is(event))
		.map(({ data }) => ({ quantity: data.quantity.toBigInt(), price: data.price.toBigInt() }));
}

/** Let another key trade for an account, and do nothing else. */
export const allow = (api, owner, account, address) => send(api, owner, api.tx.margin.setDelegate(account, address));

/** Options of a trading call whose fee comes out of its account's margin cash: its key needs no token. */
export const FROM_MARGIN_CASH = { assetId: { parents: 0, interior: { X1: [{ PalletInstance: 61 }] } } };

/** Replace quotes in one call: both sides of each option, `spread` away from `volatility` (millionths a year). */
export async function quoteInVolatility(api, owner, account, options, quantity, volatility, spread) {
	const quotes = options.flatMap((one) => [
		{ series: one, side: 'Buy', quantity, rate: { Pegged: volatility - spread } },
		{ series: one, side: 'Sell', quantity, rate: { Pegged: volatility + spread } },
	]);
	const events = await send(api, owner, api.tx.options.massQuote(account, 0, quotes));
	const [quoted] = events.filter((event) => api.events.options.Quoted.is(event));
	return quoted.data.rested.length;
}

/** `legs` for one unit of size: [series, quantity] in the order of expiry, strike and kind. */
export async function request(api, owner, account, legs, size) {
	const deadline = (await api.query.timestamp.now()).toBigInt() + 600_000n;
	const wanted = legs.map(([one, quantity]) => ({ Contracts: { series: one, quantity } }));
	const events = await send(api, owner, api.tx.options.openRequest(account, wanted, size, deadline, null));
	const [requested] = events.filter((event) => api.events.options.Requested.is(event));
	return { id: requested.data.id.toNumber(), account, legs, size, deadline };
}

/** An intent: `sign` is 1 for who asked and -1 for the other side; `limit` is the most paid for a unit. */
function intent({ legs, size, deadline }, account, sign, limit, taker, nonce) {
	return {
		account,
		legs: legs.map(([one, quantity]) => ({ Contracts: { series: one, quantity: quantity * sign } })),
		limit,
		bands: [],
		maxAgeMs: 120_000,
		minSize: 1,
		maxSize: size,
		nonce,
		deadline,
		taker,
		feeCap: 1_000_000,
	};
}

/** Answer a request with a signed intent; resolves to the fill that whoever asked may accept. */
export async function answer(api, owner, account, asked, limit, nonce = 0) {
	const other = intent(asked, account, -1n, limit, asked.account, nonce);
	// What is signed is what the chain says: a wallet may put <Bytes> around it.
	const [message] = await view(api, 'options', 'intentMessage', other);
	const signature = u8aToHex(owner.sign(message.toU8a(true)));
	const authority = { Signature: { signer: owner.address, signature: { Sr25519: signature } } };
	await send(api, owner, api.tx.options.quoteRequest(asked.id, other, authority));
	return { intent: other, size: asked.size, authority };
}

/** Accept an answer whole; the account's own intent needs no signature besides the transaction's. */
export async function accept(api, owner, asked, fill, nonce = 0) {
	const own = intent(asked, asked.account, 1n, -fill.intent.limit, fill.intent.account, nonce);
	await send(api, owner, api.tx.options.acceptQuote(asked.id, { intent: own, size: asked.size, authority: 'Submitter' }, fill));
}

export const withdraw = (api, owner, account, amount) =>
	send(api, owner, api.tx.collateral.withdraw(account, 0, amount, owner.address));

/** Where to send collateral on a source chain; `prefix` is that of its addresses (0 for Polkadot and Asset Hub). */
export async function vault(api, account, prefix = 0) {
	const address = await view(api, 'remoteVault', 'vaultAddress', account, 'Collateral');
	return encodeAddress(address.toU8a(), prefix);
}

/** Take collateral back out of the vault, to an address of the source chain. */
export const release = (api, owner, account, kind, amount, to) =>
	send(api, owner, api.tx.remoteVault.release(account, kind, amount, decodeAddress(to)));
