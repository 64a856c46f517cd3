// SPDX-License-Identifier: GPL-3.0-or-later

//! Makers get out of the way before takers come (RISK.md 9).

use super::{priority::*, *};
use crate::{priority::*, *};
use genesis_presets::BTC;
use pallet_options::{Call, TimeInForce};
use sp_keyring::Sr25519Keyring::{Alice, Eve};
use sp_runtime::transaction_validity::TransactionPriority;
use straddle_primitives::{Kind, MarginAccountId, Place, Series, Side, Strike, CONTRACT};

fn account() -> MarginAccountId {
	MarginAccountId([7; 32].into())
}

fn priority(call: impl Into<RuntimeCall>, tip: Balance) -> TransactionPriority {
	validated(signed(if tip > 0 { Alice } else { Eve }, call.into(), tip)).expect("valid")
}

fn place(time_in_force: TimeInForce) -> [Call<Runtime>; 2] {
	let series = Series { underlying: BTC, expiry: 1, strike: Strike::usd(1), kind: Kind::Call };
	let (account, side, quantity) = (account(), Side::Buy, CONTRACT);
	let place = Place { series, side, price: 1 };
	[
		Call::place_order {
			account: account.clone(),
			series,
			side,
			quantity,
			limit_price: 1,
			time_in_force,
			reduce_only: false,
		},
		Call::place_tagged {
			account,
			place,
			quantity,
			time_in_force,
			reduce_only: false,
			client_id: 1,
		},
	]
}

#[test]
fn cancels_and_orders_that_never_take_go_before_takers() {
	development().execute_with(|| {
		System::set_block_number(1);
		let (account, underlying) = (account(), None);
		let makers = [
			Call::cancel_order { account: account.clone(), order_id: 1 },
			Call::cancel_all { account: account.clone(), underlying },
			Call::cancel_orders { account: account.clone(), order_ids: Default::default() },
			Call::cancel_tagged { account: account.clone(), client_id: 1 },
			Call::cancel_quotes { account: account.clone(), underlying },
			Call::mass_quote {
				account: account.clone(),
				underlying: BTC,
				quotes: Default::default(),
			},
			Call::set_protection { account: account.clone(), underlying: BTC, limits: None },
			Call::heartbeat { account: account.clone(), within: None },
			Call::require_heartbeat {
				account: account.clone(),
				key: Eve.to_account_id(),
				within: None,
			},
			Call::cancel_intents { account: account.clone(), nonces: Default::default() },
			Call::cancel_intents_below { account, floor: None },
		];
		for maker in makers.into_iter().chain(place(TimeInForce::PostOnly)) {
			let without = priority(maker.clone(), 0);
			assert!((MAKER_BASE..=MAKER_MAX).contains(&without), "{maker:?}");
			let tipped = priority(maker, configs::UNIT);
			assert!(without < tipped && tipped < LIQUIDATION_BASE);
		}
		for kind in [
			TimeInForce::GoodTilCancelled,
			TimeInForce::ImmediateOrCancel,
			TimeInForce::FillOrKill,
			TimeInForce::GoodTilTime(9),
		] {
			for taker in place(kind) {
				assert!(priority(taker, configs::UNIT) <= USER_MAX);
			}
		}
		let tier = Call::<Runtime>::set_tier { account: self::account(), tier: 1 };
		assert!(priority(tier, configs::UNIT) <= USER_MAX);
	});
}
