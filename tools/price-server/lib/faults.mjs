// SPDX-License-Identifier: GPL-3.0-or-later

// What can go wrong at a venue. Faults of the wire change the answer; faults of the value change
// each number in it; those of the book change the option book alone; the rest change which question is
// answered.

import { ONE } from './decimal.mjs';

const VALUE = {
	zero: () => 0n,
	negative: (value) => -value,
	huge: () => 10n ** 30n * ONE,
	spike10x: (value) => value * 10n,
	null: () => null,
};
const WIRE = ['hang', 'http500', 'http429', 'truncated', 'garbage'];
const OTHER = ['wrong_pair', 'stale'];
const BOOK = ['book_thin', 'book_crossed', 'book_bent', 'book_stale'];

export const KINDS = [...WIRE, ...OTHER, ...BOOK, ...Object.keys(VALUE), 'off'];

/** Faults with which something keeps showing what it shows when they are set. */
export const FREEZES = ['stale', 'book_stale'];

/** The value as a venue with this fault shows it. */
export const distort = (fault, value) => (VALUE[fault] ? VALUE[fault](value) : value);

const SWAP = { BTC: 'ETH', ETH: 'BTC', DOT: 'BTC', USDT: 'BTC' };

/** The asset that a venue with this fault answers about. */
export const swap = (fault, asset) => (fault === 'wrong_pair' ? SWAP[asset] : asset);

/**
 * The answer as it goes out: {status, type, text, headers}, or null for none at all.
 */
export function wire(fault, { status, body }) {
	const text = JSON.stringify(body);
	const type = 'application/json';
	switch (fault) {
		case 'hang':
			return null;
		case 'http500':
			return { status: 500, type: 'text/html', text: '<html><h1>500 Internal Server Error</h1></html>' };
		case 'http429':
			return { status: 429, type, text: '{"error":"Too Many Requests"}', headers: { 'retry-after': '60' } };
		case 'truncated':
			return { status, type, text: text.slice(0, Math.floor(text.length / 2)) };
		case 'garbage':
			return { status: 200, type: 'text/html', text: '<!DOCTYPE html>\u0000\ufffd }{"price": NaN,,' };
		default:
			return { status, type, text };
	}
}
