// SPDX-License-Identifier: GPL-3.0-or-later

//! Ways home: one call, paid out of what is sent, all or nothing. Nobody needs STRD.

use super::{
	house::{account, assert_agreement, at, open, priced, signed, NOW, USDT},
	ways::{arrive, dot, other, usdt},
	*,
};
use crate::{
	configs::{
		home::ToReserve,
		xcm::{
			AssetHubLocation, RelayLocation, TreasuryAccount, UsdtLocation, XcmRouter, ASSET_HUB,
		},
	},
	genesis_presets::{BTC, DOT, DOT_FEED},
	*,
};
use ::xcm::latest::prelude::*;
use codec::Encode;
use cumulus_primitives_core::AbridgedHrmpChannel;
use frame_support::{assert_noop, assert_ok, traits::Hooks, weights::WeightMeter};
use pallet_asset_tx_payment::ChargeAssetTxPayment;
use pallet_collateral::{Listing, Parked};
use pallet_options::TimeInForce;
use pallet_price_oracle::FeedKind;
use sp_keyring::Sr25519Keyring::{self, Bob, Dave, Eve, One};
use sp_runtime::{
	generic::{Era, SignedPayload},
	DispatchResult, FixedU128, Permill,
};
use straddle_primitives::*;
use straddle_traits::{Home, Ledger, Parcel};
use xcm_builder::InspectMessageQueues;

type Error = pallet_collateral::Error<Runtime>;

fn channel() {
	ParachainSystem::open_outbound_hrmp_channel_for_benchmarks_or_tests(ASSET_HUB.into());
}

/// The programs that wait to be brought to Asset Hub.
fn outbox() -> Vec<Xcm<()>> {
	let mut all = vec![];
	for (to, programs) in XcmRouter::get_messages() {
		assert_eq!(to, AssetHubLocation::get().into());
		all.extend(programs.into_iter().map(|program| Xcm::<()>::try_from(program).expect("v5")));
	}
	all
}

fn send_home(
	who: Sr25519Keyring,
	id: &MarginAccountId,
	kind: CollateralId,
	amount: u128,
) -> DispatchResult {
	let to = who.to_account_id();
	Collateral::withdraw_home(signed(who), id.clone(), kind, amount, to, amount)
}

/// What a program takes from our account on Asset Hub, checked against the shape it must have.
fn taken(program: &Xcm<()>, to: Sr25519Keyring) -> Vec<Asset> {
	let id = to.public().0;
	let [WithdrawAsset(assets), ClearOrigin, SetHints { hints }, BuyExecution { fees, weight_limit: Unlimited }, DepositAsset { assets: Wild(AllCounted(2)), beneficiary }, SetTopic(_)] =
		&program.0[..]
	else {
		panic!("another program: {program:?}")
	};
	assert!(assets.contains(fees), "what pays is brought");
	assert_eq!(*beneficiary, AccountId32 { network: None, id }.into());
	let network = configs::xcm::RelayNetwork::get();
	let location = AccountId32 { network, id }.into();
	assert_eq!(hints[..], [AssetClaimer { location }]);
	assets.clone().into_inner()
}

/// The asset as Asset Hub calls it.
fn there(token: Location, amount: u128) -> Asset {
	let hub = AssetHubLocation::get();
	let asset: Asset = (token, amount).into();
	asset.reanchored(&hub, &configs::xcm::UniversalLocation::get()).expect("can be")
}

#[test]
fn tokens_go_home_in_one_call() {
	development().execute_with(|| {
		priced();
		channel();
		let id = open(Dave, 1_000);
		assert_ok!(Collateral::deposit(signed(Dave), id.clone(), DOT, 50 * 10_000_000_000));
		for (kind, token, amount) in [
			(CASH, UsdtLocation::get(), 400 * USDT),
			(DOT, RelayLocation::get(), 20 * 10_000_000_000),
		] {
			let fees = Collateral::home_fees(kind, amount).expect("the way is open");
			// .03 STRD and some bytes, at .10 USD a STRD, with 5 % on top. .02 DOT there; in another token
			// with 5 % on either price.
			let (delivery, execution) = match kind {
				CASH => (fees.delivery, 110_250),
				_ => (fees.delivery * 5 / 10_000, 200_000_000),
			};
			assert!((3_150..4_000).contains(&delivery), "{fees:?}");
			assert_eq!(fees.execution, execution);
			let supply = ForeignAssets::total_supply(token.clone());
			let treasury = TreasuryAccount::get();
			let had = ForeignAssets::balance(token.clone(), &treasury);
			assert_ok!(send_home(Dave, &id, kind, amount));
			let program = outbox().pop().expect("was sent");
			let sent = amount - fees.delivery;
			assert_eq!(taken(&program, Dave), [there(token.clone(), sent)]);
			let got = ForeignAssets::balance(token.clone(), &treasury) - had;
			assert_eq!(got, fees.delivery);
			assert_eq!(ForeignAssets::total_supply(token), supply - sent);
			assert_agreement();
		}
		assert_eq!(Margin::cash(&id), 600 * USDT as i128);
		assert_eq!(Margin::lots(&id), [(DOT, 30 * 10_000_000_000)]);
		assert_eq!(outbox().len(), 2);
	});
}

/// A token with ten decimals that is priced as DOT is.
fn listing() -> Listing {
	let half = Permill::from_percent(50);
	Listing {
		source: SourceId::LOCAL,
		reserve: SourceId::LOCAL,
		method: Default::default(),
		reference: FixedU128::from_u32(1),
		decimals: 10,
		feed: DOT_FEED,
		initial: half,
		maintenance: half,
		cap: 1_000_000_000_000_000,
		min_deposit: 10,
	}
}

#[test]
fn what_cannot_go_leaves_everything_as_it_was() {
	development().execute_with(|| {
		priced();
		let id = open(Dave, 1_000);
		let home = |amount| send_home(Dave, &id, CASH, amount);
		assert_noop!(home(400 * USDT), Error::NoChannel);
		assert_eq!(Collateral::home_fees(CASH, 400 * USDT), None);
		channel();
		let fees = Collateral::home_fees(CASH, USDT).expect("the way is open");
		assert_noop!(home(fees.delivery), Error::FeesNotCovered);
		assert_noop!(home(fees.delivery + fees.execution), Error::FeesNotCovered);
		let to = Dave.to_account_id();
		let dear = fees.delivery / 2;
		let limited =
			Collateral::withdraw_home(signed(Dave), id.clone(), CASH, 400 * USDT, to, dear);
		assert_noop!(limited, Error::DeliveryTooDear);
		assert_noop!(
			send_home(Eve, &id, CASH, 400 * USDT),
			pallet_margin::Error::<Runtime>::NotOwner
		);
		let much = home(1_001 * USDT);
		assert!(much.is_err(), "more than there is");

		// A channel for shorter messages, and one that is full: there it waits.
		let channel = |max_message_size, msg_count| {
			let channel = AbridgedHrmpChannel {
				max_capacity: 2,
				max_total_size: 1_000_000,
				max_message_size,
				msg_count,
				total_size: 0,
				mqc_head: None,
			};
			ParachainSystem::open_custom_outbound_hrmp_channel_for_benchmarks_or_tests(
				ASSET_HUB.into(),
				channel,
			);
		};
		channel(16, 0);
		assert_noop!(home(400 * USDT), Error::NotSent);
		channel(1_000, 2);
		assert_ok!(home(400 * USDT));
		assert_eq!(outbox().len(), 1);

		// Another chain's token can be listed, but nobody knows its way home.
		let token = Location::new(1, [Parachain(2_001)]);
		let root = RuntimeOrigin::root;
		let owner = TreasuryAccount::get().into();
		assert_ok!(ForeignAssets::force_create(root(), token.clone(), owner, true, 1));
		let kind = CollateralId(9);
		assert_ok!(Collateral::list_asset(root(), kind, token.clone(), listing()));
		use frame_support::traits::fungibles::Mutate;
		assert_ok!(ForeignAssets::mint_into(token, id.address(), 1_000_000_000_000));
		assert_ok!(Collateral::sweep(signed(Dave), id.clone(), kind));
		assert_noop!(send_home(Dave, &id, kind, 500_000_000_000), Error::NoReserve);
		assert_eq!(outbox().len(), 1);
		assert_agreement();
	});
}

#[test]
fn the_fees_are_refused_where_nothing_has_a_price() {
	development().execute_with(|| {
		channel();
		let parcel = |token, more| Parcel { pays: (token, USDT), more };
		let fees = |parcel| ToReserve::fees(&parcel).map(drop);
		use straddle_traits::HomeError::*;
		assert_eq!(fees(parcel(UsdtLocation::get(), None)), Err(NoPrice));
		assert_eq!(fees(parcel(Location::here(), None)), Err(NoReserve));
		priced();
		assert_eq!(fees(parcel(UsdtLocation::get(), None)), Ok(()));
		assert_eq!(fees(parcel(other(5), None)), Err(NoPrice), "it is not listed");
		let foreign = Some((Location::new(1, [Parachain(2_001)]), 1));
		assert_eq!(fees(parcel(UsdtLocation::get(), foreign)), Err(NoReserve));
	});
}

/// Asset Hub asks for so much of its own token, whatever that is worth (ADR 47).
#[test]
fn what_running_a_message_costs_follows_the_price_of_its_own_token() {
	development().execute_with(|| {
		priced();
		channel();
		let execution = |token| {
			let parcel = Parcel { pays: (token, 100 * USDT), more: None };
			ToReserve::fees(&parcel).map(|fees| fees.execution)
		};
		let usdt = || execution(UsdtLocation::get());
		let quote = |price| {
			PriceOracle::quote_for_benchmark(DOT_FEED, FeedKind::Price, price);
		};
		for (cents, usdt_units) in [(1, 221), (500, 110_250), (700, 154_350), (2_000, 441_000)] {
			quote(FixedU128::from_rational(cents, 100));
			assert_eq!(usdt(), Ok(usdt_units), "{cents}");
			// In itself it has no price.
			assert_eq!(execution(RelayLocation::get()), Ok(200_000_000));
		}
		// No more than two USD, with what USDT's own price may be off.
		quote(FixedU128::from_u32(1_000_000));
		assert_eq!(usdt(), Ok(2_100_000));
		// An old price counts with more on top; USDT's is as old.
		quote(FixedU128::from_u32(7));
		at(NOW + 3_600_000);
		assert_eq!(usdt(), Ok(315_000));
		// And DOT that is not listed, as if it were most dear.
		pallet_collateral::ByAsset::<Runtime>::remove(RelayLocation::get());
		assert_eq!(usdt(), Ok(3_000_000));
	});
}

#[test]
fn a_token_that_nobody_knows_here_goes_home() {
	development().execute_with(|| {
		priced();
		channel();
		let id = open(Dave, 1_000);
		let unknown = other(77);
		arrive(&[usdt(5 * USDT), (unknown.clone(), 123u128).into()], id.address());
		let (to, cash) = (Dave.to_account_id(), 2 * USDT);
		let call = |who| {
			let to = to.clone();
			Collateral::recover_home(signed(who), id.clone(), unknown.clone(), to, cash, USDT)
		};
		assert_noop!(call(Eve), pallet_margin::Error::<Runtime>::NotOwner);
		assert_ok!(call(Dave));
		assert_eq!(Parked::<Runtime>::iter().count(), 0);
		assert_eq!(Margin::cash(&id), 998 * USDT as i128);
		let assets = taken(&outbox()[0], Dave);
		assert_eq!(assets.len(), 2);
		assert!(assets.contains(&there(unknown.clone(), 123)));
		assert_noop!(call(Dave), Error::NothingToRecover);
		assert_agreement();
	});
}

#[test]
fn the_token_of_the_benchmarks_can_go_home() {
	use configs::assets::LocationHelper;
	use pallet_collateral::BenchmarkHelper;
	sp_io::TestExternalities::default().execute_with(|| {
		let token = LocationHelper::make_home_asset(1);
		LocationHelper::make_price(DOT_FEED);
		assert_ok!(Collateral::list_asset(RuntimeOrigin::root(), DOT, token.clone(), listing()));
		assert_ok!(ToReserve::fees(&Parcel { pays: (token, 1), more: None }));
	});
}

/// Have a transaction applied that is signed and pays in USDT.
fn transact(who: Sr25519Keyring, call: impl Into<RuntimeCall>) {
	let before = ForeignAssets::balance(UsdtLocation::get(), who.to_account_id());
	let mut extension = tx_extension(System::account_nonce(who.to_account_id()), Era::Immortal);
	let payment = ChargeAssetTxPayment::from(0, Some(UsdtLocation::get()));
	extension.0 .8 = Ranked(payment);
	let payload = SignedPayload::new(call.into(), extension).expect("what is implicit is known");
	let signature = payload.using_encoded(|bytes| who.sign(bytes));
	let (call, extension, _) = payload.deconstruct();
	let address = who.to_account_id().into();
	let xt = UncheckedExtrinsic::new_signed(call, address, signature.into(), extension);
	assert_eq!(Executive::apply_extrinsic(xt), Ok(Ok(())));
	let after = ForeignAssets::balance(UsdtLocation::get(), who.to_account_id());
	assert_ne!(before, after, "fees were paid");
	assert_eq!(System::account(who.to_account_id()).data, Default::default(), "no STRD");
}

#[test]
fn deposit_trade_and_withdrawals_without_a_single_strd() {
	development().execute_with(|| {
		priced();
		channel();
		// All that One ever has comes from Asset Hub.
		let one = One.to_account_id();
		arrive(&[usdt(20_000 * USDT)], &one);
		arrive(&[dot(100 * 10_000_000_000)], &one);
		let id = account(One);
		transact(One, pallet_margin::Call::create_account { index: 0 });
		let deposit =
			|kind, amount| pallet_collateral::Call::deposit { account: id.clone(), kind, amount };
		transact(One, deposit(CASH, 15_000 * USDT));
		transact(One, deposit(DOT, 90 * 10_000_000_000));

		let maker = open(Bob, 1_000_000);
		Options::on_poll(1, &mut WeightMeter::new());
		let listed = Options::series_of(BTC);
		let series = *listed.iter().find(|one| one.kind == Kind::Call).expect("a call is listed");
		let price = 5_000 * USDT as Cash;
		assert_ok!(Options::place_order(
			signed(Bob),
			maker,
			series,
			Side::Sell,
			CONTRACT,
			price,
			TimeInForce::PostOnly,
			false,
		));
		let order = pallet_options::Call::place_order {
			account: id.clone(),
			series,
			side: Side::Buy,
			quantity: CONTRACT,
			limit_price: price,
			time_in_force: TimeInForce::FillOrKill,
			reduce_only: false,
		};
		transact(One, order);
		assert_eq!(Margin::positions(&id), [(series, CONTRACT)]);

		let amount = 1_000 * USDT;
		let (account, kind, to) = (id.clone(), CASH, one.clone());
		transact(One, pallet_collateral::Call::withdraw { account, kind, amount, to });
		let home = |kind, amount| pallet_collateral::Call::withdraw_home {
			account: id.clone(),
			kind,
			amount,
			to: one.clone(),
			max_delivery: amount / 10,
		};
		transact(One, home(CASH, 1_000 * USDT));
		transact(One, home(DOT, 10 * 10_000_000_000));
		assert_eq!(outbox().len(), 2);
		assert_agreement();
	});
}
