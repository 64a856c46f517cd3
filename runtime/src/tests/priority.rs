// SPDX-License-Identifier: GPL-3.0-or-later

//! Who goes first in the pool, asked as a node asks, with transactions as a client makes them.

use super::*;
use crate::{priority::*, *};
use codec::{Decode, Encode};
use cumulus_pallet_weight_reclaim::StorageWeightReclaim;
use frame_support::{
	assert_ok,
	storage::{with_transaction, TransactionOutcome},
	weights::Weight,
};
use genesis_presets::BTC_FEED;
use pallet_asset_tx_payment::ChargeAssetTxPayment;
use pallet_liquidation::{Auction, Auctions, Call, LotAuction, LotAuctions};
use pallet_price_oracle::{crypto::AuthoritySignature, Batch};
use sp_core::Pair;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Eve};
use sp_runtime::{
	generic::{Era, SignedPayload},
	traits::TransactionExtension,
	transaction_validity::{TransactionPriority, TransactionSource, TransactionValidityError},
	DispatchError, FixedU128, Perbill,
};
use straddle_primitives::{CollateralId, MarginAccountId};
use straddle_traits::{Level, Scope};

/// The extensions as they would be without ranks.
type Unranked = StorageWeightReclaim<
	Runtime,
	(
		frame_system::AuthorizeCall<Runtime>,
		frame_system::CheckNonZeroSender<Runtime>,
		frame_system::CheckSpecVersion<Runtime>,
		frame_system::CheckTxVersion<Runtime>,
		frame_system::CheckGenesis<Runtime>,
		frame_system::CheckEra<Runtime>,
		frame_system::CheckNonce<Runtime>,
		frame_system::CheckWeight<Runtime>,
		ChargeAssetTxPayment<Runtime>,
		frame_metadata_hash_extension::CheckMetadataHash<Runtime>,
	),
>;

/// A transaction with those.
type UnrankedExtrinsic = generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, Unranked>;

/// The state id of the one auction, and of the one sale of lots.
const STATE: u32 = 7;
/// What is left of that, in parts of 10^18: half of what was there before the last sale.
const LEFT: u64 = 400_000_000_000_000_000;
/// What Bob can tip and nobody else.
const RICH: Balance = u128::MAX / 4;

fn account(n: u8) -> MarginAccountId {
	MarginAccountId([n; 32].into())
}

/// The development chain, on which account 1 is in auction and Bob has more than a tip can say.
fn chain() -> TestExternalities {
	let mut state = development();
	state.execute_with(|| {
		System::set_block_number(1);
		let bob = Bob.to_account_id().into();
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), bob, RICH));
		let auction = Auction {
			started: 0,
			started_at: 0,
			clock: Default::default(),
			resumed_ms: 0,
			state_id: STATE,
			flagger: None,
			reward_to: None,
			bounty: 0,
			bids: 0,
			sale: Default::default(),
			passed: None,
			gained: Perbill::zero(),
			left: LEFT,
			past: vec![2 * LEFT].try_into().expect("one"),
		};
		Auctions::<Runtime>::insert(account(1), auction);
		let (clock, lots) = Default::default();
		let sale = LotAuction { started: 0, clock, state_id: STATE, due: 0, lots };
		LotAuctions::<Runtime>::insert(account(4), sale);
	});
	state
}

fn transfer() -> RuntimeCall {
	let dest = Eve.to_account_id().into();
	pallet_balances::Call::transfer_allow_death { dest, value: configs::UNIT }.into()
}

fn flag(n: u8) -> RuntimeCall {
	Call::flag { account: account(n), reward_to: account(3) }.into()
}

fn bid(n: u8, state_id: u32) -> RuntimeCall {
	let max_share = Perbill::from_percent(100);
	let (auctioned, bidder) = (account(n), account(3));
	Call::bid { auctioned, bidder, state_id, max_share, max_payment: 0 }.into()
}

fn take_over(n: u8) -> RuntimeCall {
	Call::take_over { account: account(n) }.into()
}

fn bid_lots(n: u8, state_id: u32) -> RuntimeCall {
	let (auctioned, bidder, kind) = (account(n), account(3), CollateralId(1));
	Call::bid_lots { auctioned, bidder, state_id, kind, amount: 1, max_payment: 0 }.into()
}

/// Each step of a liquidation that may succeed.
fn steps() -> [RuntimeCall; 5] {
	[flag(2), bid(1, STATE), bid(1, STATE - 1), take_over(1), bid_lots(4, STATE)]
}

pub(super) fn signed(who: Sr25519Keyring, call: RuntimeCall, tip: Balance) -> UncheckedExtrinsic {
	let mut extension = tx_extension(System::account_nonce(who.to_account_id()), Era::Immortal);
	extension.0 .8 = Ranked(ChargeAssetTxPayment::from(tip, None));
	let payload = SignedPayload::new(call, extension).expect("what is implicit is known");
	let signature = payload.using_encoded(|bytes| who.sign(bytes));
	let (call, extension, _) = payload.deconstruct();
	UncheckedExtrinsic::new_signed(call, who.to_account_id().into(), signature.into(), extension)
}

/// What a pool would sort a transaction by.
pub(super) fn validated(
	xt: UncheckedExtrinsic,
) -> Result<TransactionPriority, TransactionValidityError> {
	let ask = || {
		let hash = System::block_hash(1);
		let answer = Executive::validate_transaction(TransactionSource::External, xt, hash);
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(answer))
	};
	with_transaction(ask).expect("no error of its own").map(|valid| valid.priority)
}

fn priority(who: Sr25519Keyring, call: RuntimeCall, tip: Balance) -> TransactionPriority {
	validated(signed(who, call, tip)).expect("valid")
}

/// A batch of prices that a feeder signed.
pub(super) fn report() -> UncheckedExtrinsic {
	let batch = Batch {
		feeder: 0,
		genesis: System::block_hash(0),
		round: 0,
		at_block: 1,
		prices: vec![(BTC_FEED, FixedU128::from_u32(60_000))].try_into().expect("one price"),
	};
	let signature = AuthoritySignature::from(Alice.pair().sign(&batch.payload()));
	let call = pallet_price_oracle::Call::report { batch, signature }.into();
	UncheckedExtrinsic::new_transaction(call, tx_extension(0, Era::Immortal))
}

#[test]
fn no_tip_lifts_anything_above_a_liquidation() {
	chain().execute_with(|| {
		let liquidations = steps().map(|step| priority(Eve, step, 0));
		let least = *liquidations.iter().min().expect("some");
		assert!(least >= LIQUIDATION_BASE);
		// All that Alice has but the fee, and more than the number can say.
		let all = Balances::free_balance(Alice.to_account_id()) - configs::UNIT;
		let tips = [(Alice, 0), (Alice, configs::UNIT), (Alice, all), (Bob, RICH - configs::UNIT)];
		let pause: RuntimeCall = Call::pause {}.into();
		for (who, tip) in tips {
			for call in [transfer(), pause.clone()] {
				let ordinary = priority(who, call, tip);
				assert!(ordinary <= USER_MAX, "{ordinary} for a tip of {tip}");
				assert!(ordinary < least);
			}
		}
		// Nothing but payment counts, and the largest tip is cut off where its band ends.
		assert_eq!(priority(Bob, transfer(), RICH - configs::UNIT), USER_MAX);
		assert!(validated(signed(Alice, transfer(), u128::MAX)).is_err());
	});
}

#[test]
fn the_oracle_is_above_the_largest_tip_of_a_liquidation() {
	chain().execute_with(|| {
		let oracle = validated(report()).expect("valid");
		assert_eq!(oracle, ORACLE);
		for step in steps() {
			let largest = priority(Bob, step, RICH - 10 * configs::UNIT);
			assert_eq!(largest, LIQUIDATION_MAX);
			assert!(largest < oracle);
		}
	});
}

#[test]
fn tips_order_liquidations_and_users() {
	chain().execute_with(|| {
		for call in steps().into_iter().chain([transfer()]) {
			let tips = [0, 1, configs::UNIT / 1_000, configs::UNIT, 100 * configs::UNIT];
			let priorities = tips.map(|tip| priority(Alice, call.clone(), tip));
			assert!(priorities.windows(2).all(|pair| pair[0] < pair[1]), "{priorities:?}");
		}
	});
}

#[test]
fn what_cannot_succeed_or_is_wrapped_ranks_with_users() {
	chain().execute_with(|| {
		let real = bid(1, STATE);
		let wrapped: [RuntimeCall; 2] = [
			pallet_utility::Call::batch { calls: vec![real.clone()] }.into(),
			pallet_proxy::Call::proxy {
				real: Eve.to_account_id().into(),
				force_proxy_type: None,
				call: Box::new(real),
			}
			.into(),
		];
		let futile = [
			flag(1),
			bid(1, STATE + 1),
			bid(1, STATE - 2),
			bid(2, STATE),
			take_over(2),
			bid_lots(4, STATE + 1),
			bid_lots(4, STATE - 1),
			bid_lots(1, STATE),
		];
		for call in futile.into_iter().chain(wrapped) {
			for (who, tip) in [(Alice, 0), (Bob, RICH - 10 * configs::UNIT)] {
				assert!(priority(who, call.clone(), tip) <= USER_MAX, "{call:?}");
			}
		}
	});
}

#[test]
fn a_rank_costs_a_read_and_only_a_liquidation_pays_for_it() {
	let payment = || ChargeAssetTxPayment::<Runtime>::from(0, None);
	let own = |call: &RuntimeCall| {
		let inner = TransactionExtension::<RuntimeCall>::weight(&payment(), call);
		Ranked(payment()).weight(call) - inner
	};
	assert_eq!(own(&transfer()), Weight::zero());
	let read = <Runtime as frame_system::Config>::DbWeight::get().reads(1);
	for call in steps() {
		let cost = own(&call);
		assert!(cost.ref_time() == read.ref_time() && cost.proof_size() > 0, "{cost}");
	}
}

/// What metadata says of the extensions `X` and of a transaction with them, as it is sent.
fn described<X: TransactionExtension<RuntimeCall>>() -> (Vec<&'static str>, Vec<u8>) {
	use scale_info::{meta_type, PortableRegistry, Registry};
	let mut registry = Registry::new();
	let described = X::metadata();
	for extension in &described {
		registry.register_type(&extension.ty);
		registry.register_type(&extension.implicit);
	}
	registry.register_type(&meta_type::<X>());
	registry.register_type(&meta_type::<
		generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, X>,
	>());
	let names = described.iter().map(|extension| extension.identifier).collect();
	(names, PortableRegistry::from(registry).encode())
}

#[test]
fn clients_do_not_see_the_ranks() {
	assert!(described::<TxExtension>() == described::<Unranked>());
}

#[test]
fn a_signed_transaction_has_the_same_bytes_as_without_ranks() {
	chain().execute_with(|| {
		let asset = configs::xcm::UsdtLocation::get();
		for fee_asset in [None, Some(asset)] {
			let payment = ChargeAssetTxPayment::<Runtime>::from(77, fee_asset);
			let mut ranked = tx_extension(5, Era::mortal(64, 0));
			ranked.0 .8 = Ranked(payment.clone());
			let unranked = Unranked::decode(&mut &ranked.encode()[..]).expect("the same bytes");
			assert_eq!(unranked.0 .8, payment);
			assert_eq!(unranked.encode(), ranked.encode());
			let to_sign = |bytes: &[u8]| bytes.to_vec();
			let ranked_payload = SignedPayload::new(transfer(), ranked.clone()).expect("known");
			let payload = SignedPayload::new(transfer(), unranked.clone()).expect("known");
			assert_eq!(payload.using_encoded(to_sign), ranked_payload.using_encoded(to_sign));
			let signature = Signature::from(payload.using_encoded(|bytes| Alice.sign(bytes)));
			let from = Address::from(Alice.to_account_id());
			let before = UnrankedExtrinsic::new_signed(
				transfer(),
				from.clone(),
				signature.clone(),
				unranked,
			);
			let now = UncheckedExtrinsic::new_signed(transfer(), from, signature, ranked);
			assert_eq!(now.encode(), before.encode());
		}
	});
}

#[test]
fn payment_and_tip_are_charged_through_the_rank() {
	chain().execute_with(|| {
		let balance = || Balances::free_balance(Alice.to_account_id());
		let before = balance();
		let applied = Executive::apply_extrinsic(signed(Alice, transfer(), 77));
		assert_eq!(applied, Ok(Ok(())));
		let paid = before - balance() - configs::UNIT;
		let event = pallet_transaction_payment::Event::TransactionFeePaid {
			who: Alice.to_account_id(),
			actual_fee: paid,
			tip: 77,
		};
		System::assert_has_event(event.into());
		assert!(paid > 77);
	});
}

/// Calls of pallet-liquidation by rank. A new call has to be put down here: it ranks if a liquidation needs it, anyone
/// may make it, and `is_futile` knows when it cannot succeed.
/// `flag_as_feeder` has a number of its own, and no block holds one that fails.
const RANKED: [&str; 5] = ["flag", "bid", "take_over", "bid_lots", "flag_as_feeder"];
const UNRANKED: [&str; 15] = [
	"touch",
	"pause",
	"resume",
	"set_params",
	"place_backstop",
	"cancel_backstop",
	"restrict",
	"set_level",
	"set_level_params",
	"wind_down",
	"refile_all",
	"file",
	"redeem",
	"set_loan_params",
	"update_loan",
];

#[test]
fn each_call_of_liquidation_has_its_rank_and_class() {
	use frame_support::{
		dispatch::{DispatchClass, GetDispatchInfo},
		traits::GetCallName,
	};
	for name in Call::<Runtime>::get_call_names() {
		assert!(RANKED.contains(name) != UNRANKED.contains(name), "{name} has no rank yet");
	}
	// All that ranks has the room that users' calls leave; so do the prices that it goes by.
	for step in steps() {
		assert_eq!(step.get_dispatch_info().class, DispatchClass::Operational);
	}
	chain().execute_with(|| {
		let UncheckedExtrinsic { function: batch, .. } = report();
		assert_eq!(batch.get_dispatch_info().class, DispatchClass::Operational);
	});
	// And so has whoever restricts.
	for call in [
		Call::restrict { scope: Scope::House, level: Level::Frozen },
		Call::set_level { scope: Scope::House, level: Level::Frozen },
		Call::pause {},
		Call::resume {},
	] {
		let call = RuntimeCall::from(call);
		assert_eq!(call.get_dispatch_info().class, DispatchClass::Operational);
		let wrapped = crate::governance::Call::<Runtime>::restrict { call: Box::new(call) };
		assert_eq!(wrapped.get_dispatch_info().class, DispatchClass::Operational);
	}
}

#[test]
fn a_block_full_of_users_has_room_for_liquidations_and_prices() {
	use frame_support::dispatch::DispatchClass;
	use sp_runtime::transaction_validity::InvalidTransaction::ExhaustsResources;
	// Each in a block of its own: what a step declares and does not use is given back only if it succeeds.
	let transactions: [fn() -> UncheckedExtrinsic; 5] = [
		|| signed(Alice, flag(2), 0),
		|| signed(Alice, bid(1, STATE), 0),
		|| signed(Alice, take_over(1), 0),
		|| signed(Alice, bid_lots(4, STATE), 0),
		report,
	];
	for transaction in transactions {
		chain().execute_with(|| {
			let weights = <Runtime as frame_system::Config>::BlockWeights::get();
			let most = weights.get(DispatchClass::Normal).max_total.expect("users have a limit");
			System::register_extra_weight_unchecked(most, DispatchClass::Normal);
			let full = Err(TransactionValidityError::from(ExhaustsResources));
			assert_eq!(Executive::apply_extrinsic(signed(Bob, transfer(), configs::UNIT)), full);
			// A step fails by itself, since nobody is really in auction; it is in the block.
			let included = Executive::apply_extrinsic(transaction());
			assert!(included.is_ok(), "{included:?}");
		});
	}
}

/// Nothing of an intent is a step of a liquidation: all but cancels rank with users, and by their tips.
#[test]
fn intents_and_requests_rank_with_users() {
	use frame_support::dispatch::{DispatchClass, GetDispatchInfo};
	use pallet_options::Call as Market;
	let calls: [RuntimeCall; 3] = [
		Market::settle_intents { set: Default::default() }.into(),
		Market::prune_intents { account: account(1), nonces: Default::default() }.into(),
		Market::close_request { request: 0 }.into(),
	];
	chain().execute_with(|| {
		for call in calls {
			assert_eq!(call.get_dispatch_info().class, DispatchClass::Normal);
			let (low, high) =
				(priority(Alice, call.clone(), 0), priority(Alice, call.clone(), configs::UNIT));
			assert!(low < high && high <= USER_MAX, "{call:?}");
			assert!(priority(Bob, call, RICH - 10 * configs::UNIT) < LIQUIDATION_BASE);
		}
	});
}
