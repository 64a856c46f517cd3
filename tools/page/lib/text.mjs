// SPDX-License-Identifier: GPL-3.0-or-later

// Figures as people read them.

import { show, showCash, showContracts, showStrike, showUsd, seriesName } from '../../../e2e/lib/amounts.mjs';

export { showCash, showContracts, showStrike, showUsd, seriesName };

const NONE = '–';
const minus = (text) => text.replace(/^-/, '−');

/** 18 decimals with as many places as its size needs. */
export function price(value) {
	if (value === undefined) return NONE;
	if (value === 0n) return '0';
	const size = value < 0n ? -value : value;
	const places = size >= 10n ** 21n ? 2 : size >= 10n ** 18n ? 4 : 6;
	return minus(show(value, 18, places));
}

export const usd = (value, places = 2) => (value === undefined ? NONE : minus(showUsd(value, places)));
export const cash = (value, places = 2) => (value === undefined ? NONE : minus(showCash(value, places)));
export const contracts = (value, places = 2) => (value === undefined ? NONE : minus(showContracts(value, places)));
export const amount = (value, decimals, places = 2) => (value === undefined ? NONE : minus(show(value, decimals, places)));
/** A share with 18 decimals in per cent. */
export const percent = (value, places = 1) => (value === undefined ? NONE : `${minus(show(value * 100n, 18, places))} %`);
/** A number of 1 in per cent. */
export const share = (value, places = 1) => (value === undefined ? NONE : `${minus((value * 100).toFixed(places))} %`);
export const count = (value) => (value === undefined ? NONE : value.toLocaleString('en-US'));

/** A number with 18 decimals as a float, for plots only. */
export const float = (value, decimals = 18) => Number(value) / 10 ** decimals;

/** A float with so many digits that matter. */
export function number(value, places = 2) {
	if (value === undefined || !Number.isFinite(value)) return NONE;
	const text = value.toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places });
	return minus(text.replace(/^-(?=[0.,]*$)/, ''));
}

/** A length of time in words: "12 s", "3 min 20 s", "2 h 5 min", "3 d 4 h". */
export function span(ms) {
	if (ms === undefined) return NONE;
	const seconds = Math.round(Number(ms) / 1000);
	const sign = seconds < 0 ? '−' : '';
	const all = Math.abs(seconds);
	const units = [[86_400, 'd'], [3_600, 'h'], [60, 'min'], [1, 's']];
	const from = units.findIndex(([size]) => all >= size);
	if (from === -1) return '0 s';
	const [[size, unit], next] = [units[from], units[from + 1]];
	const rest = next ? Math.floor((all % size) / next[0]) : 0;
	return `${sign}${Math.floor(all / size)} ${unit}${rest > 0 ? ` ${rest} ${next[1]}` : ''}`;
}

/** "26 Nov 20:15" of chain time, in UTC. */
export function moment(ms) {
	const at = new Date(Number(ms));
	const month = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][at.getUTCMonth()];
	const two = (n) => String(n).padStart(2, '0');
	return `${at.getUTCDate()} ${month} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

/** "26 Nov 2026, 20:15:06 UTC". */
export function fullMoment(ms) {
	const iso = new Date(Number(ms)).toISOString();
	return `${moment(ms).split(' ').slice(0, 2).join(' ')} ${iso.slice(0, 4)}, ${iso.slice(11, 19)} UTC`;
}

/** The middle of an address left out. */
export const short = (address) => (address.length > 16 ? `${address.slice(0, 6)}…${address.slice(-5)}` : address);

/** Words of a camel-cased name: "NoQuorum" → "No quorum". */
export const words = (name) => name.replace(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`);
