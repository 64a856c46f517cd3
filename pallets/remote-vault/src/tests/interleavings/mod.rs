// SPDX-License-Identifier: GPL-3.0-or-later

//! Invariant 4 over random interleavings of both chains: deposits, proofs of any age, orders, runs, replies,
//! losses, fences, liquidation, and books that refuse. Never a credit without cover, never an asset lost to
//! both sides, also after the source chain took something itself.
//!
//! `INTERLEAVINGS` says how many (`make test-deep`: 100,000), half of them with thefts, `SEED` which are the
//! first.

mod check;
mod rest;
mod seen;
mod steps;
mod world;

use crate::mock::*;
use frame_support::{__private::BasicExternalities, hypothetically};
use seen::Seen;
use sp_runtime::BuildStorage;
use world::{World, KINDS};

const STEPS: usize = 160;
/// Steps between two looks at everything that must hold.
const LOOKS: usize = 12;

fn from_env(name: &str, otherwise: u64) -> u64 {
	std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(otherwise)
}

fn explore(thefts: bool) {
	let (first, count) = (from_env("SEED", 1), from_env("INTERLEAVINGS", 300).div_ceil(2));
	println!("{count} interleavings from SEED={first}, thefts: {thefts}");
	let mut seen = Seen::default();
	let storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	// A plain map: with a trie beneath it each interleaving takes a third longer.
	BasicExternalities::new(storage).execute_with(|| {
		// Events cost more than what is told by them.
		System::set_block_number(0);
		world::name_kinds();
		for seed in first..first + count {
			hypothetically!({
				let mut world = World::new(seed);
				world.begin(thefts);
				for step in 0..STEPS {
					let kind = world.step(thefts);
					world.check(kind);
					if step % LOOKS == 0 {
						RemoteVault::do_try_state().unwrap();
					}
				}
				world.come_to_rest();
				for kind in 0..KINDS.len() {
					world.check_rest(kind);
					world.all_goes_home(kind);
				}
				seen.add(&world.seen);
			});
		}
	});
	println!("{seen:?}");
	// Else it shows little.
	assert!(count < 100 || seen.all(thefts, count), "{seen:?}");
}

#[test]
fn no_lot_is_without_cover_and_no_asset_is_lost() {
	explore(false);
}

#[test]
fn what_the_source_chain_takes_is_seen_and_what_is_left_is_shared() {
	explore(true);
}
