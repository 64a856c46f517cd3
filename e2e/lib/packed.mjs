// SPDX-License-Identifier: GPL-3.0-or-later

// Positions of a margin account as the ledger stores them: by expiry, in numbers without their trailing
// zeros (docs/adr/0018).

const big = (codec) => BigInt(codec.toString());

/** A strike or an expiry: 16 m + z stands for m · 10^z. */
export const unpack = (packed) => (packed >> 4n) * 10n ** (packed & 15n);

/** A quantity: twice that of its magnitude, and one more if it is negative. */
export const unpackSigned = (packed) => (packed & 1n ? -unpack(packed >> 1n) : unpack(packed >> 1n));

/** The positions of a `margin.accounts` entry as [series, quantity in millionths]. */
export const positionsOf = (account) =>
	[...account.positions].flatMap(({ underlying, expiry, series }) =>
		[...series].map(({ strike, kind, amount }) => [
			{ underlying, expiry: unpack(big(expiry)), strike: unpack(big(strike)), kind },
			unpackSigned(big(amount)),
		]),
	);
