// SPDX-License-Identifier: GPL-3.0-or-later

// Amounts as the chain counts them, and as people read them. Only BigInt: money never becomes a
// float. Names without "show" read text and give chain units.

/** Decimals of each kind of number on the chain (DESIGN.md, 2). */
const FIXED = 18;
const CONTRACT = 6;
const STRIKE = 8;
const CASH = 6;
const STRD = 12;

/** Text ("1,250.5", "-3") to a whole number of units with so many decimals. Exact or a RangeError. */
export function units(text, decimals) {
	const match = /^([-−]?)(\d+)(?:\.(\d+))?$/.exec(String(text).replaceAll(',', ''));
	if (!match) throw new RangeError(`not a decimal: ${text}`);
	const [, sign, whole, part = ''] = match;
	const kept = part.padEnd(decimals, '0');
	if (/[1-9]/.test(kept.slice(decimals))) throw new RangeError(`more than ${decimals} decimals: ${text}`);
	const value = BigInt(whole) * 10n ** BigInt(decimals) + BigInt(kept.slice(0, decimals) || 0);
	return sign ? -value : value;
}

/**
 * Units to text with thousands commas and `places` decimals. Rounds half away from zero where
 * places are fewer than decimals.
 */
export function show(value, decimals, places = decimals) {
	let size = BigInt(value);
	const negative = size < 0n;
	if (negative) size = -size;
	if (places < decimals) {
		const unit = 10n ** BigInt(decimals - places);
		size = (size + unit / 2n) / unit;
	} else {
		size *= 10n ** BigInt(places - decimals);
	}
	const digits = size.toString().padStart(places + 1, '0');
	const whole = digits.slice(0, digits.length - places).replace(/\B(?=(\d{3})+$)/g, ',');
	const part = places > 0 ? `.${digits.slice(-places)}` : '';
	return (negative && size > 0n ? '-' : '') + whole + part;
}

/** USD or a price → inner units of FixedU128 or FixedI128. */
export const usd = (text) => units(text, FIXED);
/** Stablecoin → its smallest units. */
export const cash = (text) => units(text, CASH);
/** Contracts → millionths. */
export const contracts = (text) => units(text, CONTRACT);
/** A strike in USD → hundred-millionths. */
export const strike = (text) => units(text, STRIKE);
/** STRD → planck. */
export const strd = (text) => units(text, STRD);

export const showUsd = (value, places = 2) => show(value, FIXED, places);
export const showCash = (value, places = 2) => show(value, CASH, places);
export const showContracts = (value, places = CONTRACT) => show(value, CONTRACT, places);
export const showStrd = (value, places = 4) => show(value, STRD, places);
/** A share (0.05 as FixedU128) in percent. */
export const showPercent = (value, places = 2) => `${show(BigInt(value) * 100n, FIXED, places)} %`;

/** A strike without needless zeros: 60000, 0.5. */
export const showStrike = (value) => show(value, STRIKE).replaceAll(',', '').replace(/\.?0+$/, '');

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/**
 * A series by its name in the market: BTC-25DEC26-60000-C, BTC-25DEC26-60000-F for a future. An
 * expiry that is not at 08:00 UTC carries its time: BTC-25DEC26T1430-60000-C.
 */
export function seriesName({ underlying, expiry, strike: level, kind }, names = UNDERLYINGS) {
	const at = new Date(Number(expiry));
	const two = (n) => String(n).padStart(2, '0');
	const time = two(at.getUTCHours()) + two(at.getUTCMinutes());
	const day = `${at.getUTCDate()}${MONTHS[at.getUTCMonth()]}${two(at.getUTCFullYear() % 100)}`;
	const name = names[Number(underlying)] ?? `U${underlying}`;
	return `${name}-${day}${time === '0800' ? '' : `T${time}`}-${showStrike(level)}-${String(kind)[0].toUpperCase()}`;
}

/** Names by UnderlyingId, as the development preset lists them. */
export const UNDERLYINGS = ['BTC', 'ETH'];
