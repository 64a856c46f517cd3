// SPDX-License-Identifier: GPL-3.0-or-later

// The page in a headless Chromium, on a development node: what it says is what the chain says.
// PICTURES=1 writes docs/screens/ anew.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { NO_BROWSER, findBrowser, startBrowser } from '../../../../e2e/lib/browser.mjs';
import { BTC, quote } from '../../../../e2e/lib/market.mjs';
import { putIntoAuction } from '../../../../e2e/lib/liquidation.mjs';
import { cash } from '../../lib/text.mjs';
import { startPage } from '../../server.mjs';
import { lineTo, populate, startChain } from './scene.mjs';
import { vaults } from './vaults.mjs';

const SCREENS = fileURLToPath(new URL('../../../../docs/screens/', import.meta.url));
const PICTURES = process.env.PICTURES === '1';
const timeout = 900_000;
let scene;
let line;
let site;
let browser;
let page;
let people;

const picture = async (name) => PICTURES && page.picture(`${SCREENS}${name}.webp`);
const go = (place) => page.evaluate(`location.hash = '#/${place}'`);
const content = (pattern) => `${pattern}.test(document.getElementById('content').innerText)`;
const click = (key) => page.evaluate(`document.querySelector('[data-key="${key}"]').click()`);
/** The tile of this name. */
const tile = (name) => `[...document.querySelectorAll('.tile')].find((one) => one.querySelector('.name').textContent === '${name}')?.querySelector('.value').textContent`;

before(
	async () => {
		if (!findBrowser()) throw new Error(NO_BROWSER);
		if (PICTURES) mkdirSync(SCREENS, { recursive: true });
		scene = await startChain();
		people = await populate(scene);
		line = await lineTo(scene.node.wsUrl);
		site = await startPage({ node: line.url });
		browser = await startBrowser();
		page = await browser.open(`${site.url}?theme=light`);
	},
	{ timeout: 1_200_000 },
);

after(async () => {
	await browser?.stop();
	await site?.stop();
	await line?.cut();
	await scene?.stop();
});

test('prices: feeds, rounds, surfaces', { timeout }, async () => {
	await page.until('the feeds', content('/BTC in USD[^]*60,0\\d\\d\\.\\d\\d[^]*Valid/'));
	assert.equal(await page.evaluate(tile('Feeds that are valid')), '6 of 6');
	assert.equal(await page.evaluate(tile('Quorum')), '1 of 1 feeders');
	assert.ok(await page.evaluate("document.querySelectorAll('svg path.line').length >= 6"), 'lines of a surface');
	// It goes on by itself, and the lines grow.
	const block = "Number(document.getElementById('block').textContent.replace(/\\D/g, ''))";
	const first = await page.evaluate(block);
	await page.until('three more blocks', `${block} >= ${first + 3} && document.querySelectorAll('.spark path').length >= 6`);
	await picture('prices');
});

test('market: quotes, greeks, the levels of a series', { timeout }, async () => {
	await go('market');
	await page.until('the chain of options', content('/BTC options[^]*60,000/'));
	const { call } = people;
	await click(`e${call.expiry}`);
	await page.until('the expiry', `document.querySelector('[data-key="s${call.strike}Call"]')`);
	await click(`s${call.strike}Call`);
	const { bid, ask } = await quote(scene.chain, call);
	await page.until('its book', `document.querySelectorAll('.ladder tr.bid').length === 2 && document.querySelectorAll('.ladder tr.ask').length === 2`);
	const ladder = await page.evaluate("document.querySelector('.ladder').innerText");
	for (const price of [bid, ask]) assert.ok(ladder.includes(cash(price)), `${cash(price)} in ${ladder}`);
	assert.match(await page.text(), /Delta\s+0\.[3-7]\d/);
	await picture('market');
	await click(`s${call.strike}Put`);
	await page.until('the put', content(`/60000-P\\n[^]*Nothing rests in this series/`));
	await click('u1');
	await page.until('the other market', content('/ETH options/'));
	await click(`u${BTC}`);
});

test('accounts: a list, an owner, margin with its reasons', { timeout }, async () => {
	const { trader, maker } = people;
	await go('account');
	await page.until('the list', `document.querySelector('[data-key="${trader.account}"]')`);
	await page.evaluate(`document.getElementById('address').value = '${trader.address}'; document.querySelector('#controls form').requestSubmit()`);
	await page.until("the owner's accounts", content('/Accounts of /'));
	await click(trader.account);
	await page.until('the account', content('/To be left alone/'));
	// At one block: what the page says may leave is what the chain says.
	await page.until('the same as the chain', `(${tile('Can withdraw')}) !== undefined`);
	const most = BigInt((await scene.chain.view('margin', 'maxWithdrawal', trader.account)).toString());
	const shown = Number((await page.evaluate(tile('Can withdraw'))).replace(/[^\d.]/g, ''));
	assert.ok(Math.abs(shown - Number(most) / 1e6) < 60, `${shown} against ${most}`);
	const text = await page.text();
	assert.match(text, /Sound/);
	assert.match(text, /Lot of DOT/);
	assert.match(text, /✓|It is not in auction/);
	await page.until('two blocks of its course', content('/Equity and margin, block by block/') + " && !/Two blocks are needed/.test(document.getElementById('content').innerText)");
	await go(`account/${maker.account}`);
	await page.until('the portfolio rule', content('/the worst loss of each underlying[^]*Resting orders, if they fill/'));
	await page.until('two blocks of that', "!/Two blocks are needed/.test(document.getElementById('content').innerText)");
	await picture('account-portfolio');
	await go('account/5C4hrfjw9DjXZTzV3MwzrrAr9P1MJhSrvWGWqi1eSuyUpnhM');
	await page.until('nobody', content('/is no margin account and owns none/'));
	await go('account/nonsense');
	await page.until('what is wrong', content('/is no address/'));
});

test('pools and vaults', { timeout }, async () => {
	await go('pools');
	await page.until('the pots', content('/Treasury[^]*Together/'));
	assert.match(await page.evaluate(tile('Cash held')), /505,300\.00 USDT/);
	await page.until('two blocks of the pool', "!/Two blocks are needed/.test(document.getElementById('content').innerText)");
	assert.match(await page.text(), /0 USDT\s+this chain/);
	await picture('pools');
	await go('vaults');
	await page.until('the sources', content('/Not named: nothing lies there/'));
	// A development node has no source chain: what the page makes of two is tried on figures of our own.
	await page.evaluate(`import('/tools/page/tabs/vaults.mjs').then(({ default: tab }) => {
		const content = document.getElementById('content');
		content.id = 'kept';
		content.after(Object.assign(document.createElement('div'), { id: 'content' }));
		content.hidden = true;
		document.getElementById('content').replaceChildren(...tab.render(${vaults}, { act() {} }).flat(9));
		document.getElementById('content').id = 'shown';
	})`);
	const shown = await page.evaluate("document.getElementById('shown').innerText");
	for (const word of ['parachain 1000', '9,412,002', 'Live', 'Absent', '50 % / 100 %', 'Not known: no proofs', 'Breached', '12,050.00', '2,000.00', 'Release']) {
		assert.ok(shown.includes(word), `${word} in ${shown}`);
	}
	await picture('vaults');
	await page.evaluate("document.getElementById('shown').remove(); Object.assign(document.getElementById('kept'), { id: 'content', hidden: false })");
});

test('an auction, in dark', { timeout }, async () => {
	const { trader, maker } = people;
	const from = scene.chain.head + 1;
	await scene.prices.price('BTC', '66500', 4);
	await putIntoAuction(scene.chain, maker, trader, { from });
	await page.evaluate("document.getElementById('theme').click()");
	await go('auctions');
	await page.until('the auction', `document.querySelector('#content [data-key="${trader.account}"]') && document.querySelector('svg .spot')`);
	assert.equal(await page.evaluate("document.querySelector('[data-tab=auctions]').dataset.count"), '1');
	assert.equal(await page.evaluate(tile('Accounts in auction')), '1');
	await picture('liquidation-dark');
	await go(`account/${trader.account}`);
	await page.until('no way out', content('/In auction[^]*every way out is shut/'));
	assert.match(await page.evaluate(tile('Can withdraw')), /^0\.00/);
	await picture('account-in-auction-dark');
});

test('nothing is cut off on a narrow screen', { timeout }, async () => {
	await page.size(390, 844);
	for (const tab of ['feeds', 'market', 'account', 'auctions', 'vaults', 'pools']) {
		await go(tab);
		await page.until(tab, "!/^(Reading|Waiting)/.test(document.getElementById('content').innerText)");
		const [wide, screen] = await page.evaluate('[document.documentElement.scrollWidth, innerWidth]');
		assert.ok(wide <= screen, `${tab} is ${wide} wide on ${screen}`);
	}
	await go('feeds');
	await page.until('prices', content('/BTC in USD/'));
	await picture('narrow-dark');
	await page.size(1280, 900);
});

test('no prices: it says so', { timeout }, async () => {
	await scene.prices.down();
	await page.until('stale', content('/BTC in USD[^]*Stale/'));
	await page.until('the line above all', "/No price round has finished for/.test(document.getElementById('house').textContent)");
	await scene.prices.up();
	await page.until('prices again', "document.getElementById('house').hidden", { timeoutMs: 90_000 });
});

test('nothing went wrong in the page', () => assert.deepEqual(page.errors, []));

test('the node goes and comes back', { timeout }, async () => {
	await line.cut();
	await page.until('the banner', "/^No node answers at/.test(document.getElementById('banner').textContent)");
	assert.equal(await page.evaluate("document.getElementById('pill').textContent"), 'No node');
	assert.match(await page.text(), /What is below is of block/);
	await line.mend();
	await page.until('it is live again', "document.getElementById('pill').textContent === 'Live' && document.getElementById('banner').hidden", { timeoutMs: 90_000 });
	const block = await page.evaluate("document.getElementById('block').textContent");
	await page.until('and goes on', `document.getElementById('block').textContent !== '${block}' && ${content('/BTC in USD/')}`);
});
