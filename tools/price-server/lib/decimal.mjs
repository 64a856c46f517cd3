// SPDX-License-Identifier: GPL-3.0-or-later

// Decimals as BigInt with 18 places: the same bits on every machine.

export const ONE = 10n ** 18n;

/** Read a plain decimal ("61250.5" or a JSON number). Throws on anything else. */
export function parse(text) {
	const match = /^(-?)(\d{1,40})(?:\.(\d{1,18}))?$/.exec(String(text));
	if (!match) throw new RangeError(`not a decimal: ${text}`);
	const [, sign, whole, part = ''] = match;
	const value = BigInt(whole) * ONE + BigInt(part.padEnd(18, '0'));
	return sign ? -value : value;
}

/** Write with so many places, rounded half away from zero. */
export function format(value, places) {
	const unit = 10n ** BigInt(18 - places);
	const size = ((value < 0n ? -value : value) + unit / 2n) / unit;
	const digits = size.toString().padStart(places + 1, '0');
	const cut = digits.length - places;
	const sign = value < 0n && size > 0n ? '-' : '';
	return sign + digits.slice(0, cut) + (places ? `.${digits.slice(cut)}` : '');
}

/** Write with so many real places, padded with zeros to `width` places. */
export const padded = (value, places, width) => format(value, places) + '0'.repeat(width - places);

/** a × b, rounded down. */
export const mul = (a, b) => (a * b) / ONE;

/** a ÷ b, rounded down. */
export const div = (a, b) => (a * ONE) / b;

/** Whole square root of a BigInt. */
export function isqrt(n) {
	if (n < 2n) return n;
	let x = 1n << BigInt((n.toString(2).length + 1) >> 1);
	for (;;) {
		const next = (x + n / x) >> 1n;
		if (next >= x) return x;
		x = next;
	}
}
