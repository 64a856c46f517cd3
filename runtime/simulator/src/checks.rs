// SPDX-License-Identifier: GPL-3.0-or-later

//! What must hold whatever happens (DESIGN.md 12): `try_state` of each pallet of the clearing house, and that
//! no value was made or lost.

use crate::world::*;
use frame_support::traits::{TryState, TryStateSelect};
use pallet_margin::Accounts;
use straddle_primitives::*;
use straddle_runtime::{
	market::ClearingAccount, AllPalletsWithSystem, Collateral, ForeignAssets, Margin, PriceOracle,
	Runtime, System,
};
use straddle_traits::{Ledger, Risk};

/// Our pallets.
const PALLETS: [&str; 6] =
	["PriceOracle", "Margin", "Collateral", "RemoteVault", "Options", "Liquidation"];
/// One smallest unit of cash in Money's.
const UNIT: i128 = 1_000_000_000_000;

/// Check all of it.
///
/// # Panics
/// If something does not hold.
pub fn check() {
	let number = System::block_number();
	for name in PALLETS {
		let only = TryStateSelect::Only(vec![name.as_bytes().to_vec()]);
		assert_eq!(AllPalletsWithSystem::try_state(number, only), Ok(()), "try_state of {name}");
	}
	conserved();
}

/// 2: the stablecoin held is what was booked in. 12: all equity and all pots are worth what the clearing
/// account holds, at the prices of now.
fn conserved() {
	let totals = pallet_margin::Totals::<Runtime>::get();
	let booked = pallet_collateral::Credited::<Runtime>::get(CASH);
	assert_eq!(Cash::try_from(booked), Ok(totals.held), "2: cash booked in and cash held");
	assert!(ForeignAssets::balance(stablecoin(), ClearingAccount::get()) >= booked, "2: tokens");
	let mut session = Margin::session();
	let (mut equity, mut off) = (0i128, 2 * UNIT);
	for id in Accounts::<Runtime>::iter_keys() {
		let Ok(is) = Margin::assess_in(&mut session, &id, Lens::Latest) else { return };
		equity += is.equity().into_inner();
		off += 2 * UNIT;
		for (series, quantity) in Margin::positions(&id) {
			// What an array's mark may be off: 8 forwards · 2^-40 a contract (RISK.md 1).
			let forward = PriceOracle::forward(series.underlying, series.expiry, Lens::Latest);
			let forward = forward.price.into_inner() as i128 >> 37;
			off += i128::from(quantity).abs() * forward / i128::from(CONTRACT) + 1;
		}
	}
	let pots = pallet_margin::Pots::<Runtime>::iter_values().sum::<Cash>();
	let mut there = totals.held * UNIT;
	for kind in LOTS {
		let total = pallet_margin::LotTotals::<Runtime>::get(kind);
		let credit = Collateral::credit_of(kind, total).expect("it can be valued");
		there += credit.full.into_inner();
		// Each holder's lot is rounded down.
		off += 1_000_000;
	}
	let made = equity + pots * UNIT - there;
	assert!(made.abs() <= off, "12: value was made or lost: {made}, at most {off} by rounding");
}
