// SPDX-License-Identifier: GPL-3.0-or-later

// What operators of a test network would fill in, with keys of nobody.

import { encodeAddress, randomAsU8a } from '@polkadot/util-crypto';

export function operators({ collators = 4, council = 3 } = {}) {
	const address = () => encodeAddress(randomAsU8a(32), 42);
	const list = (count, make) => Array.from({ length: count }, make);
	return {
		paraId: 4242,
		faucet: address(),
		collators: list(collators, () => ({ account: address(), aura: address(), oracle: address() })),
		council: list(council, address),
		bootNodes: [`/dns/boot.example.org/tcp/30333/p2p/12D3KooW${'E'.repeat(44)}`],
	};
}
