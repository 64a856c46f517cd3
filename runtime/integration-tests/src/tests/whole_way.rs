// SPDX-License-Identifier: GPL-3.0-or-later

//! All that a trader does, from the source chain to an option and back, and what is left afterwards.

use super::net::*;
use crate::source::{self, DOT, USDT, USDT_ID};
use sp_keyring::Sr25519Keyring::{self, Bob, Charlie};
use sp_runtime::FixedU128;
use straddle_primitives::*;
use straddle_runtime::{
	self as ours,
	genesis_presets::{BTC, DOT as DOT_KIND},
};
use straddle_traits::{Ledger, Prices, Risk};

/// So many are traded.
const QUANTITY: Quantity = CONTRACT / 2;

/// Bitcoin's price, its smile, and what else has a price.
fn price(net: &mut Net) {
	net.ours(|| {
		let volatility = FixedU128::from_rational(6, 10);
		ours::PriceOracle::set_for_benchmark(BTC, FixedU128::from_u32(60_000), volatility);
	});
	net.price();
}

/// The call next to the forward, of the second expiry.
pub(super) fn next_call(net: &mut Net) -> Series {
	let listed = net.look(|| ours::Options::series_of(BTC));
	let is_call = |one: &&Series| one.kind == Kind::Call && one.strike == Strike::usd(60_000);
	let expiry = listed.iter().map(|one| one.expiry).max().expect("series are listed");
	let found = listed.iter().filter(is_call).find(|one| one.expiry == expiry);
	*found.expect("the strikes go round the forward")
}

/// The mark of a series for a contract, in smallest units on the tick.
pub(super) fn mark(net: &mut Net, series: &Series) -> Cash {
	net.look(|| {
		let (mark, _) = ours::Margin::mark(series, Lens::Latest).expect("it can be valued");
		let rules = pallet_options::Markets::<ours::Runtime>::get(BTC).expect("it is open");
		let units = mark.into_inner() / 1_000_000_000_000;
		units - units % rules.tick
	})
}

fn order(
	net: &mut Net,
	(who, account): (Sr25519Keyring, &MarginAccountId),
	series: Series,
	side: Side,
	limit_price: Cash,
) {
	let call = pallet_options::Call::place_order {
		account: account.clone(),
		series,
		side,
		quantity: QUANTITY,
		limit_price,
		time_in_force: pallet_options::TimeInForce::GoodTilCancelled,
		reduce_only: false,
	};
	assert_eq!(net.ours(|| call_ours(who, call)), Ok(()));
}

/// The maker's order rests at the mark, and the taker meets it.
fn trade(
	net: &mut Net,
	(maker, side): ((Sr25519Keyring, &MarginAccountId), Side),
	taker: (Sr25519Keyring, &MarginAccountId),
	series: Series,
) -> Cash {
	price(net);
	let at = mark(net, &series);
	let other = if side == Side::Buy { Side::Sell } else { Side::Buy };
	order(net, maker, series, side, at);
	order(net, taker, series, other, at);
	at * Cash::from(QUANTITY) / Cash::from(CONTRACT)
}

fn cash(net: &mut Net, account: &MarginAccountId) -> Cash {
	net.look(|| ours::Margin::cash(account))
}

/// Send all that an account has of a kind home.
fn go_home(net: &mut Net, who: Sr25519Keyring, account: &MarginAccountId, kind: CollateralId) {
	net.price();
	// In the same block, so that no interest comes between the question and the call.
	let sent = net.ours(|| {
		let amount = if kind == CASH {
			ours::Margin::max_withdrawal(account.clone()).unsigned_abs()
		} else {
			let lots = ours::Margin::lots(account);
			lots.into_iter().find(|(one, _)| *one == kind).expect("it has a lot").1
		};
		let fees = ours::Collateral::home_fees(kind, amount).expect("the way is open");
		let call = pallet_collateral::Call::withdraw_home {
			account: account.clone(),
			kind,
			amount,
			to: who.to_account_id(),
			max_delivery: fees.delivery,
		};
		call_ours(who, call)
	});
	assert_eq!(sent, Ok(()));
}

#[test]
fn deposit_trade_on_credit_pay_interest_go_home_and_nothing_is_left() {
	let mut net = Net::new();
	let (lender, trader) = (net.margin_account(Bob), net.margin_account(Charlie));
	let clearing = net.look(ours::Collateral::clearing_account);
	let tokens = |net: &mut Net| (net.balance(usdt(), &clearing), net.balance(dot(), &clearing));
	let begin = tokens(&mut net);
	// All USDT of both, wherever it is, but for margin accounts.
	let purses = |net: &mut Net| {
		let both = [Bob, Charlie].map(|who| who.to_account_id());
		let here: u128 = both.iter().map(|who| net.balance(usdt(), who)).sum();
		let there = |who| source::Assets::balance(USDT_ID, who);
		here + net.look_hub(|| both.iter().map(there).sum::<u128>())
	};
	let before_all = purses(&mut net);

	net.transfer_to_us(Bob, hub_stable(USDT_ID, 50_000 * USDT), lender.address());
	net.transfer_to_us(Charlie, hub_dot(2_000 * DOT), trader.address());
	net.settle();
	assert!(cash(&mut net, &lender) > Cash::try_from(49_999 * USDT).unwrap());
	assert_eq!(cash(&mut net, &trader), 0, "he has DOT alone");

	// He buys a call with cash that he does not have: the lender's.
	price(&mut net);
	net.rounds(2);
	let series = next_call(&mut net);
	let premium = trade(&mut net, ((Bob, &lender), Side::Sell), (Charlie, &trader), series);
	let debt = -cash(&mut net, &trader);
	assert!(premium > 0 && debt >= premium, "{premium} {debt}");
	assert_eq!(net.look(|| ours::Margin::position(&trader, &series).0), QUANTITY);
	// And takes out some more of it.
	price(&mut net);
	let withdraw = pallet_collateral::Call::withdraw {
		account: trader.clone(),
		kind: CASH,
		amount: 4_000 * USDT,
		to: Charlie.to_account_id(),
	};
	assert_eq!(net.ours(|| call_ours(Charlie, withdraw)), Ok(()));
	let debt = -cash(&mut net, &trader);

	// The debt grows as the borrowers' index does.
	let index = |net: &mut Net| net.look(|| pallet_margin::Interest::<ours::Runtime>::get().borrow);
	let before = index(&mut net);
	net.rounds(200);
	let grown = index(&mut net) - before;
	let owed = -cash(&mut net, &trader);
	let exact = debt + (debt.unsigned_abs() * grown / 10u128.pow(18)) as Cash;
	assert!(owed > debt && (owed - exact).abs() <= 2, "{owed} {exact}");

	// He sells it back, pays what is left of his debt from the source chain, and both go home.
	trade(&mut net, ((Bob, &lender), Side::Buy), (Charlie, &trader), series);
	net.transfer_to_us(Charlie, hub_stable(USDT_ID, 5_000 * USDT), trader.address());
	net.settle();
	assert!(cash(&mut net, &trader) > 0);
	go_home(&mut net, Charlie, &trader, DOT_KIND);
	go_home(&mut net, Charlie, &trader, CASH);
	go_home(&mut net, Bob, &lender, CASH);
	net.settle();
	assert_eq!((net.surplus(usdt()), net.surplus(dot())), (0, 0));

	for (who, account) in [(Bob, &lender), (Charlie, &trader)] {
		let close = pallet_margin::Call::close_account { account: account.clone() };
		assert_eq!(net.ours(|| call_ours(who, close)), Ok(()));
	}
	// What is left is the pots': what rounding left, and fees.
	let pots: Cash = net.look(|| pallet_margin::Pots::<ours::Runtime>::iter_values().sum::<Cash>());
	let end = tokens(&mut net);
	assert_eq!((end.0 - begin.0, end.1 - begin.1), (pots.unsigned_abs(), 0));
	// The rest of what both spent are messages on both chains.
	let messages = before_all - purses(&mut net) - pots.unsigned_abs();
	assert!((1..3 * USDT).contains(&messages), "{messages}");
	let credited = (net.credited(CASH), net.credited(DOT_KIND));
	assert_eq!(credited, (pots.unsigned_abs(), 0));
	net.check();
}
