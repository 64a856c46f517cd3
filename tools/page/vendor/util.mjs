// SPDX-License-Identifier: GPL-3.0-or-later

// What the shared library takes of @polkadot/util, out of its bundle for browsers.

export const { compactToU8a, stringCamelCase, u8aConcat, u8aToHex } = globalThis.polkadotUtil;
