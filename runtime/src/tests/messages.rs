// SPDX-License-Identifier: GPL-3.0-or-later

use super::*;
use crate::{configs::xcm::*, RuntimeCall};
use ::xcm::latest::prelude::*;
use frame_support::traits::{Contains, ContainsPair};

fn asset(location: Location) -> Asset {
	Asset { id: AssetId(location), fun: Fungible(1) }
}

#[test]
fn asset_hub_is_the_reserve_of_dot_and_its_own_assets_only() {
	development().execute_with(|| {
		let hub = AssetHubLocation::get();
		let sibling = Location::new(1, [Parachain(2001)]);
		let trusted = AssetHubReserves::contains;
		assert!(trusted(&asset(RelayLocation::get()), &hub));
		assert!(trusted(&asset(UsdtLocation::get()), &hub));
		// The relay chain holds DOT too, but is not the reserve for ours.
		assert!(!trusted(&asset(RelayLocation::get()), &RelayLocation::get()));
		assert!(!trusted(&asset(UsdtLocation::get()), &sibling));
		assert!(!trusted(&asset(RelayLocation::get()), &sibling));
		// STRD is nobody's to bring, nor is another chain's asset Asset Hub's to vouch for.
		assert!(!trusted(&asset(Location::here()), &hub));
		assert!(!trusted(&asset(sibling.clone()), &hub));
		let nft =
			Asset { id: AssetId(UsdtLocation::get()), fun: NonFungible(AssetInstance::Index(1)) };
		assert!(!trusted(&nft, &hub));
	});
}

#[test]
fn a_message_cannot_carry_a_call_inside_a_call() {
	let remark = RuntimeCall::System(frame_system::Call::remark { remark: vec![] });
	let batch = RuntimeCall::Utility(pallet_utility::Call::batch { calls: vec![remark.clone()] });
	let account = straddle_primitives::MarginAccountId([1; 32].into());
	let sweep = RuntimeCall::Collateral(pallet_collateral::Call::sweep {
		account,
		kind: straddle_primitives::CASH,
	});
	assert!(!SafeCalls::contains(&remark));
	assert!(!SafeCalls::contains(&batch));
	assert!(SafeCalls::contains(&sweep));
}

#[test]
fn a_message_brings_collateral_and_trades_and_takes_nothing() {
	use crate::configs::system::ProxyType;
	use frame_support::traits::InstanceFilter;
	use pallet_collateral::Call;
	use straddle_primitives::{MarginAccountId, CASH};
	let (account, to) = (MarginAccountId([1; 32].into()), [2; 32].into());
	let (kind, amount, order_id) = (CASH, 1, 1);
	let deposit = RuntimeCall::Collateral(Call::deposit { account: account.clone(), kind, amount });
	let withdraw =
		RuntimeCall::Collateral(Call::withdraw { account: account.clone(), kind, amount, to });
	let create = RuntimeCall::Margin(pallet_margin::Call::create_account { index: 1 });
	let cancel = RuntimeCall::Options(pallet_options::Call::cancel_order { account, order_id });
	assert!([&deposit, &create, &cancel].into_iter().all(SafeCalls::contains));
	assert!(!SafeCalls::contains(&withdraw));
	// Whoever has a proxy for trading still brings his collateral himself.
	assert!(ProxyType::Trade.filter(&cancel) && !ProxyType::Trade.filter(&deposit));
}

#[test]
fn only_listed_assets_leave_by_reserve_transfer() {
	development().execute_with(|| {
		let to = Location::new(1, [Parachain(1000)]);
		let listed = asset(UsdtLocation::get());
		let unlisted = asset(Location::new(1, [Parachain(2001)]));
		assert!(OnlyListed::contains(&(to.clone(), vec![listed.clone()])));
		assert!(!OnlyListed::contains(&(to.clone(), vec![listed, unlisted])));
		assert!(!OnlyListed::contains(&(to, vec![asset(Location::here())])));
	});
}
