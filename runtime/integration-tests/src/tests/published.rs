// SPDX-License-Identifier: GPL-3.0-or-later

//! What only a published runtime can say of itself. All other tests of this crate run on it as well (`hub.rs`).

use super::{
	hub::{has_assets, FINENESS},
	net::*,
};
use crate::{
	hosted::{submit, Hosted},
	shuttle::{Chain, Shuttle, SLOT_MS},
	source::{self, DOT, USDC_ID, USDT, USDT_ID},
};
use codec::Encode;
use frame_support::traits::{fungible, fungibles};
use pallet_remote_vault::VaultPurpose;
use parachains_common::{AccountId, Balance};
use polkadot_parachain_primitives::primitives::XcmpMessageFormat;
use sp_keyring::Sr25519Keyring::{Bob, Dave};
use straddle_primitives::CASH;
use straddle_runtime::{self as ours, genesis_presets::DOT as DOT_KIND, RemoteVault};
use xcm::{prelude::*, VersionedLocation, VersionedXcm};

/// A chain's own answer to whose account a location is there.
fn account_there(net: &mut Net, location: Location) -> Result<AccountId, u8> {
	let location = VersionedLocation::from(location);
	net.shuttle.chain(HUB).ask("LocationToAccountApi_convert_location", &location)
}

/// What somebody has there of a token that our chain calls so.
fn purse(net: &mut Net, token: &Location, who: &AccountId) -> Balance {
	net.look_hub(|| {
		if *token == dot() {
			<source::Balances as fungible::Inspect<_>>::balance(who)
		} else {
			<source::Assets as fungibles::Inspect<_>>::balance(USDT_ID, who)
		}
	})
}

fn as_seen_there(id: &AccountId) -> Location {
	of(OURS, id)
}

#[test]
#[ignore = "needs a published runtime: make test-deep"]
fn the_chain_itself_has_the_vaults_addresses() {
	let mut net = Net::new();
	let account = net.margin_account(Dave);
	let (id, address) = net.look(|| {
		let purpose = VaultPurpose::Collateral;
		let id = RemoteVault::vault_id(account.clone(), purpose);
		(id, RemoteVault::vault_address(account.clone(), purpose))
	});
	assert_eq!(account_there(&mut net, as_seen_there(&id)), Ok(address.clone()));
	// What is ours there, as all messages of ours act.
	let us = Location::new(1, [Parachain(OURS)]);
	assert_eq!(account_there(&mut net, us), Ok(source::sovereign(OURS)));
	// The same id of another chain is another account.
	let strangers = account_there(&mut net, of(STRANGER, &id)).expect("it has one");
	assert_ne!(strangers, address);
}

#[test]
#[ignore = "needs a published runtime: make test-deep"]
fn its_storage_is_where_our_proofs_look_for_it() {
	let mut net = Net::new();
	let dave = Dave.to_account_id();
	let native = frame_system::Account::<source::Runtime>::hashed_key_for(&dave);
	let (root, proof) = net.shuttle.chain(HUB).prove(&[native]);
	assert_eq!(root, net.shuttle.chain(HUB).head().state_root);
	assert!(proof.encoded_size() < 3 * 1024, "{} bytes", proof.encoded_size());
	println!("a proof of one account of {} bytes", proof.encoded_size());
	let (free, stable) = net.look_hub(|| {
		let stable = <source::Assets as fungibles::Inspect<_>>::balance(USDT_ID, &dave);
		(<source::Balances as fungible::Inspect<_>>::balance(&dave), stable)
	});
	assert_eq!(free, 1_000_000 * DOT);
	assert_eq!(stable, if has_assets() { 10_000_000 * USDT } else { 0 });
}

#[test]
#[ignore = "needs a published runtime: make test-deep"]
fn a_deposit_is_an_ordinary_reserve_transfer_and_comes_back() {
	let mut net = Net::new();
	let dave = Dave.to_account_id();
	let mut tokens = vec![(dot(), hub_dot(500 * DOT), 500 * DOT)];
	if has_assets() {
		tokens.push((usdt(), hub_stable(USDT_ID, 500 * USDT), 500 * USDT));
	}
	for (token, there, amount) in tokens {
		let (before, surplus) = (net.balance(token.clone(), &dave), net.surplus(token.clone()));
		net.transfer_to_us(Dave, there, &dave);
		net.settle();
		let came = net.balance(token.clone(), &dave) - before;
		assert!((amount * 9 / 10..=amount).contains(&came), "{came} of {amount}");
		assert_eq!(net.surplus(token.clone()), surplus, "all of it lies there");
		// And back, out of what is his here.
		let before = purse(&mut net, &token, &dave);
		assert_eq!(net.transfer_to_hub(Dave, asset(token.clone(), amount), &dave), Ok(()));
		net.settle();
		let back = purse(&mut net, &token, &dave) - before;
		assert!((amount * 9 / 10..amount).contains(&back), "{back} of {amount}");
		assert_eq!(net.surplus(token), surplus, "nor is more there than is his");
	}
	if has_assets() {
		// One that is not listed here is trapped here, and lies there.
		let sovereign = source::sovereign(OURS);
		net.transfer_to_us(Dave, hub_stable(USDC_ID, 500 * USDT), &dave);
		net.settle();
		let there = net
			.look_hub(|| <source::Assets as fungibles::Inspect<_>>::balance(USDC_ID, &sovereign));
		assert_eq!(there, 500 * USDT);
	}
	net.check();
}

/// What the chain takes for one of our messages that bring something home is not more than we say it may be.
#[test]
#[ignore = "needs a published runtime: make test-deep"]
fn the_way_home_costs_no_more_than_it_is_said_to() {
	let mut net = Net::new();
	let (account, dave) = (net.margin_account(Dave), Dave.to_account_id());
	let mut kinds = vec![(dot(), DOT_KIND, 500 * DOT, FINENESS)];
	if has_assets() {
		kinds.push((usdt(), CASH, 500 * USDT, 1));
	}
	for (token, kind, amount, fineness) in kinds {
		let deposit = pallet_collateral::Call::deposit {
			account: account.clone(),
			kind,
			amount: amount + amount / 10,
		};
		assert_eq!(net.ours(|| call_ours(Dave, deposit)), Ok(()));
		net.price();
		let fees = net.look(|| ours::Collateral::home_fees(kind, amount)).expect("the way is open");
		let before = purse(&mut net, &token, &dave);
		let call = pallet_collateral::Call::withdraw_home {
			account: account.clone(),
			kind,
			amount,
			to: dave.clone(),
			max_delivery: fees.delivery,
		};
		assert_eq!(net.ours(|| call_ours(Dave, call)), Ok(()));
		net.settle();
		let took = amount - fees.delivery - (purse(&mut net, &token, &dave) - before);
		println!("{took} of {token:?} for a message home, {} are said", fees.execution * fineness);
		assert!(took > 0 && took <= fees.execution * fineness, "{took} for {}", fees.execution);
		assert_eq!(net.surplus(token), 0);
	}
	net.check();
}

/// Our own runtime in the host: what comes back from there is the state that its headers say (`Chain::build`).
#[test]
#[ignore = "needs our own blob in STRADDLE_BLOB: scripts/siblings test"]
fn a_hosted_chain_builds_blocks_and_forks_as_a_native_one() {
	let [host, blob] = ["STRADDLE_BLOB_HOST", "STRADDLE_BLOB"]
		.map(|name| std::env::var(name).unwrap_or_else(|_| panic!("{name} names a file")));
	let runtime = Hosted::start(&host, &blob, &[0, 0, 0]);
	let mut shuttle = Shuttle::new([(OURS, Chain::from_preset(runtime, "development"))]);
	let look = |shuttle: &mut Shuttle| {
		shuttle.chain(OURS).execute(|| (ours::System::block_number(), ours::Timestamp::get()))
	};
	shuttle.rounds(2);
	// Two transactions of one account, one of which is long enough to be signed by its hash.
	shuttle.round_in(OURS, || {
		for length in [1, 300] {
			let remark = frame_system::Call::<ours::Runtime>::remark { remark: vec![7; length] };
			assert!(submit(Dave, &ours::RuntimeCall::from(remark)));
		}
	});
	let dave = Dave.to_account_id();
	assert_eq!(shuttle.chain(OURS).execute(|| ours::System::account_nonce(dave)), 2);
	let (number, at) = look(&mut shuttle);
	assert_eq!((number, at), (3, shuttle.now() - SLOT_MS));
	let mut fork = shuttle.clone();
	shuttle.rounds(2);
	fork.skip(5);
	fork.round();
	assert_eq!((look(&mut shuttle).0, look(&mut fork).0), (5, 4));
	assert_ne!(shuttle.chain(OURS).head().state_root, fork.chain(OURS).head().state_root);
}

#[test]
fn another_chain_cannot_move_what_lies_in_a_vault() {
	let mut net = Net::new();
	let account = net.margin_account(Dave);
	let (id, address) = net.look(|| {
		let purpose = VaultPurpose::Collateral;
		let id = RemoteVault::vault_id(account.clone(), purpose);
		(id, RemoteVault::vault_address(account.clone(), purpose))
	});
	let fee: Balance = 1_000 * DOT;
	let give = |to: &AccountId, amount| {
		let dest = to.clone().into();
		pallet_balances::Call::transfer_allow_death::<source::Runtime> { dest, value: amount }
	};
	let theirs = source::sovereign(STRANGER);
	assert_eq!(net.hub(|| call_hub(Dave, give(&address, 100 * DOT))), Ok(()));
	assert_eq!(net.hub(|| call_hub(Dave, give(&theirs, 2 * fee))), Ok(()));
	let bob = Bob.to_account_id();
	let balance = |net: &mut Net, who: &AccountId| {
		net.look_hub(|| <source::Balances as fungible::Inspect<_>>::balance(who))
	};
	let before = balance(&mut net, &bob);
	// As itself the stranger pays, and may send what is its own; as the vault of ours it has nothing.
	let junction = Junction::AccountId32 { network: None, id: id.clone().into() };
	for origin in [DescendOrigin(junction.into()), AliasOrigin(as_seen_there(&id))] {
		let program = vec![
			WithdrawAsset(hub_dot(fee).into()),
			PayFees { asset: hub_dot(fee) },
			origin,
			TransferAsset { assets: hub_dot(10 * DOT).into(), beneficiary: local(&bob) },
		];
		let bytes = VersionedXcm::<()>::from(Xcm(program)).encode();
		let format = XcmpMessageFormat::ConcatenatedVersionedXcm;
		net.shuttle.inject(STRANGER, HUB, [format.encode(), bytes].concat());
		net.settle();
	}
	assert_eq!((balance(&mut net, &address), balance(&mut net, &bob)), (100 * DOT, before));
	let paid = 2 * fee - balance(&mut net, &theirs);
	assert!(paid > 0, "its messages were executed");
}
