// SPDX-License-Identifier: GPL-3.0-or-later

// Figures of whole maps, one page in memory at a time.

import { flightOf } from '../../page/lib/read.mjs';

/** Vaults and how many are breached. `goOn` may throw to end the walk. */
export async function walkVaults(r, goOn) {
	const found = { vaults: 0, breached: 0 };
	for await (const page of r.pages('remoteVault', 'vaults', { goOn })) {
		found.vaults += page.length;
		found.breached += page.filter(([, { breach }]) => breach !== undefined).length;
	}
	return found;
}

/** Orders on their way by purpose, and how many are late at relay block `now`. */
export async function walkOrders(r, now) {
	const found = { Release: 0, Seizure: 0, late: 0 };
	for await (const page of r.pages('remoteVault', 'inFlights')) {
		for (const { purpose, deadline } of page.map(flightOf)) {
			found[purpose] += 1;
			if (deadline !== undefined && deadline < now) found.late += 1;
		}
	}
	return found;
}

/** The most that the clock of an open auction shows, in milliseconds (pallet-liquidation, `scopes.rs`). */
export async function longestClock(r) {
	const { groups } = await r.value('liquidation', 'clocks');
	const odometers = new Map(groups.map(({ scopes, odometer }) => [scopes, odometer]));
	let longest = 0n;
	for await (const page of r.pages('liquidation', 'auctions')) {
		for (const [, { clock }] of page) {
			const since = clock.follows ? (odometers.get(clock.scopes) ?? 0n) - clock.reading : 0n;
			const shows = clock.bankedMs + (since > 0n ? since : 0n);
			if (shows > longest) longest = shows;
		}
	}
	return longest;
}
