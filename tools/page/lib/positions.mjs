// SPDX-License-Identifier: GPL-3.0-or-later

// Positions of a plain `margin.accounts` entry; e2e's `packed.mjs` says how they are stored.

import { unpack, unpackSigned } from '../../../e2e/lib/packed.mjs';

/** As [series, quantity in millionths]. */
export const positionsOf = ({ positions }) =>
	positions.flatMap(({ underlying, expiry, series }) =>
		series.map(({ strike, kind, amount }) => [
			{ underlying, expiry: unpack(BigInt(expiry)), strike: unpack(BigInt(strike)), kind },
			unpackSigned(BigInt(amount)),
		]),
	);
