// SPDX-License-Identifier: GPL-3.0-or-later

// Collateral on other chains: source chains with the ages of their heads, vaults, orders on their way.

import { badge, h, panel, table, tile } from '../lib/dom.mjs';
import { lines } from '../lib/plot.mjs';
import { ramp, readVaults } from '../lib/read.mjs';
import { MOST, atLeast } from '../lib/reader.mjs';
import { amount, count, share, short, span, words } from '../lib/text.mjs';

/** A relay block, in milliseconds. */
const RELAY_MS = 6000;
const STANDING = { Live: 'ok', Unread: 'plain' };

export default {
	id: 'vaults',
	title: 'Vaults',
	read: readVaults,
	render(data, { act }) {
		const kinds = new Map(data.kinds.map((kind) => [kind.id, kind]));
		const units = (kind, value) => (value === undefined ? '–' : `${amount(value, kinds.get(kind)?.decimals ?? 0, 2)}`);
		const symbol = (kind) => kinds.get(kind)?.symbol ?? kind;
		const who = (account) => h('button', { class: 'link', 'data-key': account, title: account, onclick: () => act({ account, tab: 'account' }) }, h('code', null, short(account)));
		const breached = data.vaults.filter(({ breach }) => breach).length;
		const oldest = Math.max(0, ...data.sources.map(({ ages }) => ages?.staleness ?? 0));
		return [
			h(
				'div',
				{ class: 'tiles' },
				tile('Source chains', data.sources.length, { note: `${data.sources.filter(({ head }) => head?.standing === 'Live').length} with a live head` }),
				tile('Oldest head', oldest > 0 ? span(oldest * RELAY_MS) : '–', { note: 'since it last rose' }),
				tile('Vaults', atLeast(data.vaults.length)),
				tile('Breached', breached, { level: breached > 0 ? 'bad' : 'ok', note: data.vaults.length < MOST ? undefined : 'of those that are shown' }),
				tile('Orders on their way', atLeast(data.flights.length)),
			),
			panel(
				'Source chains',
				'Ages in relay blocks of six seconds. g is what a head’s age leaves of collateral: to open / to be left alone.',
				table(
					[
						{ head: 'Source', text: true, cell: ({ id, paraId }) => `${id}${paraId === undefined ? '' : `, parachain ${paraId}`}` },
						{ head: 'Head', text: true, cell: ({ head, named }) => (head ? badge(words(head.standing), STANDING[head.standing] ?? 'bad') : badge(named ? 'No head yet' : 'Not named: nothing lies there', 'plain')) },
						{ head: 'Number', cell: ({ head }) => count(head?.number) },
						{ head: 'Staleness', hint: 'last relay block read less the one in which the head last rose', cell: ({ ages }) => (ages ? `${count(ages.staleness)} · ${span(ages.staleness * RELAY_MS)}` : '–') },
						{ head: 'Omission', hint: 'now less the last relay block read', cell: ({ ages }) => (ages ? count(ages.omission) : '–') },
						{ head: 'g of what lies there', cell: ({ factors, named }) => (named ? `${share(factors.initial, 0)} / ${share(factors.maintenance, 0)}` : '–') },
						{ head: 'g of its tokens here', cell: ({ factors }) => `${share(factors.reserveInitial, 0)} / ${share(factors.reserveMaintenance, 0)}` },
						{ head: 'Code', text: true, cell: ({ codeKnown }) => (codeKnown === undefined ? '–' : badge(codeKnown ? 'Known' : 'Not known: no proofs', codeKnown ? 'ok' : 'bad')) },
						{ head: 'Orders', hint: 'releases and seizures on their way', cell: ({ traffic }) => (traffic ? `${traffic.releases} / ${traffic.seizures}` : '0 / 0') },
					],
					data.sources,
					{ empty: 'No source chain is listed.' },
				),
				data.sources.map(curves),
			),
			panel(
				'Vaults',
				'Proven: what was shown to lie there. On its way out: ordered and not answered. Own: what of it counts for its account.',
				table(
					[
						{ head: 'Account', text: true, cell: ({ account }) => who(account) },
						{ head: 'Kind', text: true, cell: ({ kind }) => symbol(kind) },
						{ head: 'Proven', cell: ({ kind, proven }) => units(kind, proven) },
						{ head: 'On its way out', cell: ({ kind, release, seizure }) => units(kind, (release?.amount ?? 0n) + (seizure?.amount ?? 0n)) },
						{ head: 'Own', cell: ({ kind, cover }) => units(kind, cover?.own ?? 0n) },
						{ head: 'Others’ rights', cell: ({ kind, cover }) => units(kind, cover?.entitled ?? 0n) },
						{ head: 'Proven at', hint: 'relay block of the last proof', cell: ({ number }) => count(number) },
						{ head: '', text: true, cell: ({ breach }) => (breach ? badge('Breached', 'bad') : badge('Whole', 'ok')) },
					],
					data.vaults,
					{ empty: 'Nothing is proven to lie in a vault.' },
				),
			),
			h(
				'div',
				{ class: 'columns' },
				panel(
					'Orders on their way',
					undefined,
					table(
						[
							{ head: 'Account', text: true, cell: ({ account }) => who(account) },
							{ head: 'Kind', text: true, cell: ({ kind }) => symbol(kind) },
							{ head: 'What', text: true, cell: ({ purpose }) => words(purpose) },
							{ head: 'Fences', cell: ({ fences }) => fences },
							{ head: 'Answer is late from', hint: 'relay block', cell: ({ deadline }) => (deadline === undefined ? 'a fence was answered' : count(deadline)) },
						],
						data.flights,
						{ empty: 'None.' },
					),
				),
				panel(
					'Keys left out',
					'Collators who left out of a block what others had brought, in this period.',
					table(
						[
							{ head: 'Collator', text: true, cell: ({ collator }) => h('code', { title: collator }, short(collator)) },
							{ head: 'Blocks', cell: ({ blocks }) => blocks },
							{ head: 'Reported', cell: ({ reported }) => reported },
						],
						data.omissions,
						{ empty: 'Nobody.' },
					),
				),
			),
		];
	},
};

/** What a head's age leaves of collateral. Ages are on a logarithmic line. */
function curves({ id, curves: own, ages }) {
	const named = [['to open, there', own.initial], ['left alone, there', own.maintenance], ['to open, here', own.reserveInitial], ['left alone, here', own.reserveMaintenance]];
	const last = Math.max(...named.map(([, { hard }]) => hard)) * 2;
	const at = (age) => Math.log10(Math.max(1, age));
	const steps = Array.from({ length: 200 }, (_, i) => (i / 199) * at(last));
	return [
		h('h3', null, `Source ${id}: what a head’s age leaves`),
		lines({
			title: 'chain factor by age',
			series: named.map(([label, curve]) => ({ label, points: steps.map((x) => [x, ramp(curve, 10 ** x)]) })),
			marks: ages ? [{ x: at(ages.staleness), label: 'now', level: 'now' }] : [],
			xRange: [0, at(last)],
			yRange: [0, 1.25],
			width: 1140,
			height: 200,
			xText: (x) => span(10 ** x * RELAY_MS),
			yText: (y) => share(y, 0),
			xLabel: 'since the head last rose, at six seconds a relay block (logarithmic)',
			yLabel: 'chain factor g',
			xTicks: 6,
		}),
	];
}
