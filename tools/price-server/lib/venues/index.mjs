// SPDX-License-Identifier: GPL-3.0-or-later

import { binance } from './binance.mjs';
import { coinbase } from './coinbase.mjs';
import { deribit } from './deribit.mjs';
import { kraken } from './kraken.mjs';

/** Each venue lives under a path of its own name. */
export const VENUES = { kraken, coinbase, binance, deribit };
