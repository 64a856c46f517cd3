// SPDX-License-Identifier: GPL-3.0-or-later

//! Prices, and who reports them.

use super::xcm::TreasuryAccount;
use crate::{governance::*, *};
use frame_support::{
	parameter_types,
	traits::{tokens::imbalance::ResolveTo, ConstU32},
	PalletId,
};

parameter_types! {
	/// The pot that feeders are paid from.
	pub const FeederPotId: PalletId = PalletId(*b"strd/fee");
}

impl pallet_price_oracle::Config for Runtime {
	type Time = Timestamp;
	type Currency = Balances;
	// Not the pot: feeders would gain by each other's faults.
	type Slashed = ResolveTo<TreasuryAccount, Balances>;
	type PotId = FeederPotId;
	// The fewest whose prices can be `Valid`, and of whom one may fail.
	type MinSeats = ConstU32<4>;
	type RiskOrigin = EnsureRiskUpOrRoot;
	type RestrictOrigin = EnsureRestrictOrRoot;
	type Ladder = Liquidation;
	type Restrictions = Liquidation;
	type WeightInfo = pallet_price_oracle::weights::SubstrateWeight<Runtime>;
}
