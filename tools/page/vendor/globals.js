// SPDX-License-Identifier: GPL-3.0-or-later

// The bundle of @polkadot/api 16.5.6 asks for two modules of @polkadot/types by these names, and the
// bundle of @polkadot/types does not give them: its `extrinsic/constants` and `util`.
globalThis.constants = { LATEST_EXTRINSIC_VERSION: 4 };
globalThis.util$1 = { unwrapStorageSi: (type) => (type.isPlain ? type.asPlain : type.asMap.value) };
