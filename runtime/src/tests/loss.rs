// SPDX-License-Identifier: GPL-3.0-or-later

//! A loss beyond the pool, on the ledger as it is.

use super::{
	house::{open, priced, signed, USDT},
	*,
};
use crate::{
	genesis_presets::{BTC, ETH},
	*,
};
use frame_support::{assert_ok, traits::Hooks, weights::WeightMeter};
use pallet_liquidation::{Bearer, Event as Loss};
use sp_keyring::Sr25519Keyring::{Bob, Dave, Eve, Ferdie};
use straddle_primitives::*;
use straddle_traits::{Entry, Journal, Ledger, Rule};

const UNIT: Cash = USDT as Cash;

/// The buyer pays so many USDT for what the seller sells.
fn deal(
	buyer: &MarginAccountId,
	seller: &MarginAccountId,
	of: UnderlyingId,
	usdt: Cash,
	by: Quantity,
) {
	let expiry = Timestamp::get() + 30 * DAY_MS;
	let series = Series { underlying: of, expiry, strike: Strike::usd(60_000), kind: Kind::Future };
	let entry = |account: &MarginAccountId, sign: i64| {
		let cash = -Cash::from(sign) * usdt * UNIT;
		Entry::new(account.clone(), Rule::Forced)
			.cash(cash)
			.premium(of, cash)
			.position(series, sign * by)
	};
	assert_ok!(Margin::book(Journal::of(vec![entry(buyer, 1), entry(seller, -1)])));
}

fn block() {
	Margin::on_poll(System::block_number(), &mut WeightMeter::new());
	Liquidation::on_poll(System::block_number(), &mut WeightMeter::new());
}

fn losses() -> Vec<Loss<Runtime>> {
	let of = |record: Box<frame_system::EventRecord<RuntimeEvent, _>>| match record.event {
		RuntimeEvent::Liquidation(event) => Some(event),
		_ => None,
	};
	System::read_events_no_consensus().filter_map(of).collect()
}

/// Ferdie bought a future for 900 USDT more than he sold it for, and has 100. Bob gained 600 of that, Dave 300,
/// of which he lost all but 50 elsewhere. Nobody funded the pool: 800 are missing.
#[test]
fn a_loss_is_borne_by_gains_and_by_all_cash_to_the_unit() {
	development().execute_with(|| {
		priced();
		block();
		let bob = open(Bob, 10_000);
		let (dave, eve, ferdie) = (open(Dave, 1_000), open(Eve, 5_000), open(Ferdie, 100));
		deal(&ferdie, &bob, BTC, 600, CONTRACT);
		deal(&bob, &ferdie, BTC, 0, CONTRACT);
		deal(&ferdie, &dave, BTC, 300, CONTRACT);
		deal(&dave, &ferdie, BTC, 0, CONTRACT);
		// What Dave loses in another underlying is no loss in this one.
		deal(&dave, &eve, ETH, 1_250, CONTRACT);
		deal(&eve, &dave, ETH, 0, CONTRACT);
		assert_eq!(
			[&bob, &dave, &eve, &ferdie].map(Margin::cash),
			[10_600 * UNIT, 50 * UNIT, 6_250 * UNIT, -800 * UNIT]
		);
		assert_ok!(Liquidation::flag(signed(Eve), ferdie.clone(), eve.clone()).map_err(|e| e.error));
		assert_eq!(pallet_liquidation::Deficit::<Runtime>::get(), 800 * UNIT);
		block();
		// 800 of 900 are charged: 533 and 266 and a part. Dave has 50.
		let gains = losses().into_iter().filter_map(|event| match event {
			Loss::GainCharged { account, charged, collected, .. } => {
				Some((account, charged, collected))
			},
			_ => None,
		});
		let mut gains = gains.collect::<Vec<_>>();
		gains.sort_by_key(|(_, charged, _)| *charged);
		let [(first, small, had), (second, large, paid)] = &gains[..] else { panic!("two gained") };
		assert_eq!((first, *had, second, paid), (&dave, 50 * UNIT, &bob, large));
		// Gains are rounded down by a unit a trade at most.
		assert!((small - 266_666_666).abs() <= 2 && (large - 533_333_333).abs() <= 2);
		let (large, scaled) = (*large, 750 * UNIT - *large);
		let borne = Loss::LossBorne {
			loss: 1,
			bearer: Bearer::Gains(BTC),
			amount: 800 * UNIT,
			collected: 50 * UNIT + large,
			from_pool: 0,
			scaled,
			uncovered: 0,
		};
		assert!(losses().contains(&borne));
		// About 216.67 of the 16316.67 that Bob and Eve have.
		let own = 10_600 * UNIT - large + 6_250 * UNIT;
		let rest = |cash: Cash| cash * (own - scaled) / own;
		let is = [&bob, &dave, &eve, &ferdie].map(Margin::cash);
		assert!((is[0] - rest(10_600 * UNIT - large)).abs() <= 1);
		assert!((is[2] - rest(6_250 * UNIT)).abs() <= 1);
		assert_eq!((is[1], is[3]), (0, 0));
		assert_eq!(Margin::pot(Pot::Insolvency), 0);
		assert_try_state();
		// The failed account owes nothing, and may go.
		assert_ok!(Margin::close_account(signed(Ferdie), ferdie));
		// And the others take out all that they have.
		let free = Margin::max_withdrawal(eve.clone());
		assert_eq!(free, is[2]);
		let out = free.unsigned_abs();
		assert_ok!(Collateral::withdraw(signed(Eve), eve, CASH, out, Eve.to_account_id()));
		block();
		assert_try_state();
	});
}
