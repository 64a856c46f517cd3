// SPDX-License-Identifier: GPL-3.0-or-later

//! What went wrong elsewhere, tried here: rows of `research/derivatives-venues.md`, section 3, by their
//! numbers, on the whole runtime with the ledger that is expected.

use crate::{checks, market::Market, traders::trade, world::*};
use frame_support::{assert_noop, assert_ok, traits::fungibles::Mutate};
use pallet_liquidation::{Auctions, Error, Params, Sale};
use pallet_options::TimeInForce;
use sp_runtime::{AccountId32, DispatchError, FixedPointNumber, FixedU128, Perbill, Permill};
use straddle_math::{curve, WAD};
use straddle_primitives::*;
use straddle_runtime::{
	genesis_presets::*, Collateral, ForeignAssets, Liquidation, Margin, Options, PriceOracle,
	Runtime, RuntimeOrigin, System,
};
use straddle_traits::{Ledger, Prices, Risk, LAST_RESORT_MS};

/// A person with one account.
struct Who {
	owner: AccountId32,
	account: MarginAccountId,
}

impl Who {
	fn new(name: &str, mode: MarginMode, dollars: f64) -> Self {
		let owner = key(name, 0);
		let account = open_account(&owner, 0, mode);
		deposit(&owner, &account, CASH, dollars);
		Self { owner, account }
	}

	fn origin(&self) -> RuntimeOrigin {
		RuntimeOrigin::signed(self.owner.clone())
	}

	fn trades(&self, with: &Self, series: Series, quantity: Quantity) {
		trade((&self.owner, &self.account), (&with.owner, &with.account), (series, quantity));
	}

	fn cash(&self) -> Cash {
		Margin::cash(&self.account)
	}

	fn takes_out(&self, amount: u128) -> Result<(), DispatchError> {
		let (account, to) = (self.account.clone(), self.owner.clone());
		Collateral::withdraw(self.origin(), account, CASH, amount, to)
	}
}

/// The chain and its outside.
struct Scene {
	world: World,
	market: Market,
}

impl Scene {
	fn blocks(&mut self, count: usize) {
		for _ in 0..count {
			self.world.open(&self.market);
			self.world.close();
		}
	}
}

/// Run a lesson; invariants hold at its end.
fn lesson(run: impl FnOnce(&mut Scene)) {
	chain().execute_with(|| {
		let market = calm();
		let world = World::begin(&market);
		let mut scene = Scene { world, market };
		run(&mut scene);
		checks::check();
	});
}

/// The daily series of a kind that expires last, nearest to this strike.
fn series(underlying: UnderlyingId, kind: Kind, strike: f64) -> Series {
	let until = straddle_runtime::Timestamp::get() + 5 * DAY_MS;
	let daily = |one: &Series| one.kind == kind && one.expiry < until;
	let listed = Options::series_of(underlying).into_iter().filter(daily);
	let wanted = (strike * Strike::PER_USD as f64) as u64;
	let nearest = |one: &Series| (u64::MAX - one.expiry, one.strike.0.abs_diff(wanted));
	listed.min_by_key(nearest).expect("something is listed")
}

fn state(feed: FeedId) -> PriceState {
	PriceOracle::feed_state(feed)
}

/// That an account is in auction: the chain itself was first, or somebody flags it now.
fn fails(who: &Who, flagger: &Who) -> Result<(), DispatchError> {
	match Auctions::<Runtime>::contains_key(&who.account) {
		true => Ok(()),
		false => flag(who, flagger),
	}
}

fn flag(who: &Who, by: &Who) -> Result<(), DispatchError> {
	let (account, reward_to) = (who.account.clone(), by.account.clone());
	let flagged = Liquidation::flag(by.origin(), account, reward_to);
	flagged.map(|_| ()).map_err(|refused| refused.error)
}

fn bid(who: &Who, by: &Who, share: Perbill) -> Result<(), DispatchError> {
	let state_id = Auctions::<Runtime>::get(&who.account).map_or(0, |auction| auction.state_id);
	let (auctioned, bidder) = (who.account.clone(), by.account.clone());
	let taken = Liquidation::bid(by.origin(), auctioned, bidder, state_id, share, Cash::MAX);
	taken.map(|_| ()).map_err(|refused| refused.error)
}

/// A maker, and somebody short of puts on bitcoin who fails when it falls to .7 of its price.
fn short_of_puts(scene: &mut Scene, contracts: i64) -> (Who, Who) {
	let maker = Who::new("maker", MarginMode::Standard, 1e6);
	let seller = Who::new("seller", MarginMode::Standard, 14_500.0 * contracts as f64);
	seller.trades(&maker, series(BTC, Kind::Put, 57_000.0), -contracts * CONTRACT);
	scene.blocks(1);
	(maker, seller)
}

/// Row 8: a good manager and a malicious asset. What is not listed counts nothing, whoever sends it; who lists
/// is governance; and its owner has it back.
#[test]
fn row_08_what_is_not_listed_counts_nothing() {
	lesson(|scene| {
		let who = Who::new("owner", MarginMode::Standard, 1_000.0);
		let fake = xcm::latest::Location::new(1, [xcm::latest::Junction::Parachain(666)]);
		let (root, admin) = (RuntimeOrigin::root(), who.owner.clone());
		assert_ok!(ForeignAssets::force_create(root, fake.clone(), admin.into(), true, 1));
		assert_ok!(ForeignAssets::mint_into(fake.clone(), &who.account.0, 10u128.pow(30)));
		scene.blocks(3);
		let is = Margin::assess(&who.account, Lens::Latest).expect("it can be valued");
		let nothing = LotCredit { state: PriceState::Valid, ..Default::default() };
		assert_eq!((is.equity(), is.lots), (Money::from_u32(1_000), nothing));
		assert_eq!((who.cash(), Margin::lots(&who.account)), (1_000_000_000, vec![]));
		// Its maker cannot list it.
		let listing = pallet_collateral::Listing {
			source: SourceId::LOCAL,
			reserve: SourceId::LOCAL,
			method: pallet_collateral::ProofMethod::Held,
			reference: FixedU128::from_u32(1),
			decimals: 6,
			feed: USDT_FEED,
			initial: Permill::one(),
			maintenance: Permill::one(),
			cap: 10u128.pow(30),
			min_deposit: 1,
		};
		let kind = CollateralId(9);
		assert_noop!(
			Collateral::list_asset(who.origin(), kind, fake.clone(), listing),
			DispatchError::BadOrigin
		);
		assert_noop!(
			Collateral::deposit(who.origin(), who.account.clone(), kind, 1),
			pallet_collateral::Error::<Runtime>::NotListed
		);
		let (account, to) = (who.account.clone(), who.owner.clone());
		assert_ok!(Collateral::recover(who.origin(), account, fake.clone(), to));
		assert_eq!(ForeignAssets::balance(fake.clone(), &who.owner), 10u128.pow(30));
		assert_eq!(who.cash(), 1_000_000_000);
	});
}

/// Row 10: a thin price pumped from .038 to .91 within ten minutes, and its gain taken out as collateral. Here
/// such a price opens nothing and lets nothing out, and a gain never pays for what leaves.
#[test]
fn row_10_a_pumped_price_lets_nothing_out() {
	lesson(|scene| {
		let long = Who::new("long", MarginMode::Standard, 50_000.0);
		let short = Who::new("short", MarginMode::Standard, 50_000.0);
		let future = series(DOTS, Kind::Future, 5.0);
		long.trades(&short, future, 20_000 * CONTRACT);
		scene.blocks(2);
		let held = long.cash();
		// A tenth within an hour is a market: still `Valid`, and the gain of 10,000 is there to be seen.
		for step in 0..600 {
			scene.market.spot.dot = 5.0 + 0.5 * f64::from(step) / 599.0;
			scene.blocks(1);
		}
		scene.blocks(2);
		assert_eq!(state(DOT_FEED), PriceState::Valid);
		let is = Margin::assess(&long.account, Lens::Latest).expect("it can be valued");
		assert_eq!(number(is.options).round(), 10_000.0);
		// All but the margin of the position can be taken, and nothing of the gain.
		let most = Margin::max_withdrawal(long.account.clone());
		assert!(most <= held - (number(is.initial) * USDT) as Cash + 1, "{most} of {held}");
		let all = most.unsigned_abs();
		assert_noop!(long.takes_out(all + 2), pallet_margin::Error::<Runtime>::WithdrawalTooLarge);
		// Twenty-four times as much in ten minutes.
		for step in 1..=100 {
			scene.market.spot.dot = 5.5 * (1.0 + 23.0 * f64::from(step) / 100.0);
			scene.blocks(1);
		}
		scene.blocks(1);
		assert!(state(DOT_FEED) > PriceState::Valid);
		assert_noop!(long.takes_out(1_000_000), pallet_margin::Error::<Runtime>::PriceUnusable);
		assert_eq!(
			(long.cash(), Margin::position(&long.account, &future).0),
			(held, 20_000 * CONTRACT)
		);
	});
}

/// Row 11: open interest raised from .8 to 67 million over a hundred wallets, each within its own limit. Here the
/// limit is the market's, however many owners there are.
#[test]
fn row_11_a_hundred_wallets_share_one_limit() {
	lesson(|scene| {
		pallet_options::Markets::<Runtime>::mutate_extant(BTC, |market| {
			market.open_interest_cap = 10 * CONTRACT.unsigned_abs();
		});
		let maker = Who::new("maker", MarginMode::Standard, 3e6);
		let future = series(BTC, Kind::Future, 60_000.0);
		let wallets = (0..100).map(|n| Who::new(&format!("wallet {n}"), MarginMode::Standard, 3e4));
		let wallets = wallets.collect::<Vec<_>>();
		for wallet in &wallets[..10] {
			wallet.trades(&maker, future, CONTRACT);
		}
		let order = |who: &Who, side, kind| {
			let (mark, _) = Margin::mark(&future, Lens::Latest).expect("it has a mark");
			let tick = Options::market(BTC).expect("it is there").tick;
			let price = (mark.into_inner() / 1_000_000_000_000).div_euclid(tick) * tick;
			let account = who.account.clone();
			Options::place_order(who.origin(), account, future, side, CONTRACT, price, kind, false)
				.map(|_| ())
				.map_err(|refused| refused.error)
		};
		assert_ok!(order(&maker, Side::Sell, TimeInForce::PostOnly));
		let before = wallets.iter().map(Who::cash).collect::<Vec<_>>();
		for wallet in &wallets[10..] {
			let refused = pallet_options::Error::<Runtime>::OpenInterestCap;
			assert_noop!(order(wallet, Side::Buy, TimeInForce::ImmediateOrCancel), refused);
		}
		assert_eq!(wallets.iter().map(Who::cash).collect::<Vec<_>>(), before);
		assert_eq!(Margin::position(&maker.account, &future).0, -10 * CONTRACT);
		let open = pallet_margin::OpenInterest::<Runtime>::get(future);
		assert_eq!((open.longs, open.shorts), (10_000_000, 10_000_000));
		scene.blocks(1);
	});
}

/// Row 13: liquidations cut to twenty a block so that blocks stay short. Here weight is the limit: the chain
/// itself starts as many auctions as find room, the others later, and prices have room all the while.
#[test]
fn row_13_what_finds_no_room_waits_and_prices_go_on() {
	const SELLERS: usize = 600;
	lesson(|scene| {
		let maker = Who::new("maker", MarginMode::Standard, 5e7);
		let put = series(BTC, Kind::Put, 57_000.0);
		let sellers = (0..SELLERS).map(|n| {
			let seller = Who::new(&format!("seller {n}"), MarginMode::Standard, 12_500.0);
			seller.trades(&maker, put, -CONTRACT);
			seller
		});
		let sellers = sellers.collect::<Vec<_>>();
		let total = pallet_margin::Totals::<Runtime>::get().held;
		scene.market.spot.btc *= 0.7;
		let (mut blocks, mut started) = (0, Vec::new());
		while started.last() != Some(&sellers.len()) {
			// Ordinary transactions take all that they may: only the hooks' own part is left.
			scene.world.open(&scene.market);
			scene.world.spam();
			scene.world.close();
			blocks += 1;
			let open = Auctions::<Runtime>::iter().count();
			if open > 0 && started.last() != Some(&open) {
				started.push(open);
			}
			// The round of the block before.
			let reading = PriceOracle::reading(BTC_FEED, Lens::Latest);
			assert_eq!(reading.at, scene.world.now);
			assert!(reading.state.allows(PriceUse::Flag));
			assert!(blocks < 60, "nobody finds room");
		}
		assert!(started.len() > 1, "all found room in one block, which shows nothing");
		assert_eq!(Auctions::<Runtime>::iter().count(), SELLERS);
		assert_eq!(pallet_margin::Totals::<Runtime>::get().held, total);
		assert_eq!(Margin::position(&maker.account, &put).0, SELLERS as i64 * CONTRACT);
	});
}

/// Row 18: interest of the whole downtime booked at once. Here a gap above an hour accrues one hour.
#[test]
fn row_18_a_day_without_blocks_accrues_one_hour() {
	lesson(|scene| {
		let lender = Who::new("lender", MarginMode::Standard, 100_000.0);
		let debtor = Who::new("debtor", MarginMode::Standard, 1_000.0);
		deposit(&debtor.owner, &debtor.account, DOT, 20_000.0);
		assert_ok!(debtor.takes_out(31_000_000_000));
		assert_eq!(debtor.cash(), -30_000_000_000);
		let market = Margin::cash_market().expect("it is there");
		let rate = i128::try_from(market.borrow_rate.into_inner()).expect("it is small");
		scene.world.now += DAY_MS;
		scene.world.open(&scene.market);
		let hour = curve::growth(rate, HOUR_MS).expect("it fits");
		let interest = (30_000_000_000 * hour + WAD - 1) / WAD;
		assert_eq!(debtor.cash(), -30_000_000_000 - interest);
		// 2 % a year and more: 24 hours would be 24 times as much.
		assert!(interest > 60_000, "{interest}");
		let earned = lender.cash() - 100_000_000_000;
		assert!((0..=interest).contains(&earned), "{earned} of {interest}");
		scene.world.close();
	});
}

/// Row 19: a liquidator picks the pair with the richest fee. Here every lot and every position goes in the same
/// share, and cash in none.
#[test]
fn row_19_a_bid_takes_the_same_share_of_everything() {
	lesson(|scene| {
		let (maker, seller) = short_of_puts(scene, 5);
		deposit(&seller.owner, &seller.account, WETH, 0.2);
		deposit(&seller.owner, &seller.account, DOT, 10.0);
		let call = series(ETH, Kind::Call, 3_300.0);
		seller.trades(&maker, call, CONTRACT);
		let bidder = Who::new("bidder", MarginMode::Standard, 500_000.0);
		scene.market.spot.btc *= 0.7;
		scene.blocks(4);
		assert_ok!(fails(&seller, &maker));
		let put = Margin::positions(&seller.account)[0].0;
		let lots = Margin::lots(&seller.account);
		let cash = seller.cash();
		let quote = Liquidation::auction(seller.account.clone()).expect("it is in auction");
		let share = quote.share.into_inner() / 2;
		assert!(share > 0);
		let before = bidder.cash();
		assert_ok!(bid(&seller, &bidder, Perbill::from_parts((share / 10u128.pow(9)) as u32)));
		// Parts per billion, as the call says them.
		let share = share / 10u128.pow(9);
		let part = |amount: u128| amount * share / 10u128.pow(9);
		let ceil = |amount: u128| (amount * share).div_ceil(10u128.pow(9)) as Quantity;
		let taken = lots.iter().map(|(kind, amount)| (*kind, part(*amount))).collect::<Vec<_>>();
		assert_eq!(Margin::lots(&bidder.account), taken);
		let (short, long) = (ceil(5_000_000), ceil(1_000_000));
		assert_eq!(Margin::position(&bidder.account, &put).0, -short);
		assert_eq!(Margin::position(&bidder.account, &call).0, long);
		assert_eq!(Margin::position(&seller.account, &put).0, -5 * CONTRACT + short);
		assert_eq!(Margin::position(&seller.account, &call).0, CONTRACT - long);
		// What one paid the other received, but for the flagger's bounty.
		let bounty = Margin::pot(Pot::Bounties);
		assert_eq!(before - bidder.cash(), seller.cash() - cash + bounty);
	});
}

/// Row 24: with too few fresh reports the last value was kept, silently. Here a missing quorum is a state that
/// everybody reads.
#[test]
fn row_24_a_price_without_a_quorum_says_so() {
	lesson(|scene| {
		let who = Who::new("owner", MarginMode::Standard, 1_000.0);
		deposit(&who.owner, &who.account, DOT, 100.0);
		let read = || PriceOracle::reading(DOT_FEED, Lens::Latest);
		let (valid, began) = (read(), scene.world.now);
		assert_eq!(valid.state, PriceState::Valid);
		scene.market.answers = false;
		scene.market.spot.dot = 1.0;
		let mut states = vec![];
		for _ in 0..55 {
			scene.blocks(1);
			let is = read();
			if states.last().is_none_or(|(_, last)| *last != is.state) {
				states.push((scene.world.now - began, is.state));
			}
			// One round was under way; the number stays, and nobody may open or take out by it once it is old.
			assert_eq!(is.price, valid.price);
			if is.state != PriceState::Valid {
				assert_noop!(who.takes_out(1), pallet_margin::Error::<Runtime>::PriceUnusable);
			}
		}
		// The last report was of the block before: finished in the next one, three rounds of 6 s, five minutes.
		let expected = [
			(6_000, PriceState::Valid),
			(30_000, PriceState::Stale),
			(312_000, PriceState::NoQuorum),
		];
		assert_eq!(states, expected);
		assert_eq!(who.cash(), 1_000_000_000);
		// Collateral can be added and debt repaid all the same.
		deposit(&who.owner, &who.account, CASH, 1_000.0);
		assert_eq!(who.cash(), 2_000_000_000);
	});
}

/// Row 31: a stale price blocks liquidation as well. Here nobody is flagged by one, but an auction that is open
/// goes on at the price that is known, while its clock stands.
#[test]
fn row_31_a_stale_price_still_takes_bids() {
	lesson(|scene| {
		let (maker, seller) = short_of_puts(scene, 1);
		let bidder = Who::new("bidder", MarginMode::Standard, 200_000.0);
		scene.market.spot.btc *= 0.7;
		scene.blocks(4);
		assert_ok!(fails(&seller, &maker));
		scene.market.answers = false;
		scene.blocks(5);
		assert_eq!(state(BTC_FEED), PriceState::Stale);
		assert_eq!(flag(&maker, &bidder), Err(Error::<Runtime>::PricesUnusable.into()));
		let quote = Liquidation::auction(seller.account.clone()).expect("it is in auction");
		let kappa = quote.kappa;
		assert!(!quote.running);
		scene.blocks(3);
		let quote = Liquidation::auction(seller.account.clone()).expect("it is in auction");
		assert_eq!(quote.kappa, kappa);
		let (paid, got) = (bidder.cash(), seller.cash());
		assert_ok!(bid(&seller, &bidder, Perbill::one()));
		assert_eq!(bidder.cash(), paid - quote.payment);
		assert_eq!(seller.cash(), got + quote.payment - quote.bounty);
		assert_eq!(Auctions::<Runtime>::iter().count(), 0, "healed");
		// Without a quorum nothing is sold either.
		scene.blocks(50);
		assert_eq!(state(BTC_FEED), PriceState::NoQuorum);
		assert_eq!(flag(&maker, &bidder), Err(Error::<Runtime>::AwaitingQuorum.into()));
	});
}

/// Row 35: a signed price goes back in time, and one age stands for all feeds. Here a finished round takes no
/// report, and each feed has its own age.
#[test]
fn row_35_times_never_go_back_and_each_feed_has_its_own() {
	use pallet_price_oracle::*;
	lesson(|scene| {
		let ether = Who::new("ether", MarginMode::Standard, 50_000.0);
		let other = Who::new("other", MarginMode::Standard, 50_000.0);
		let report = |scene: &Scene, round, feeds: &[(FeedId, u32)]| {
			for feeder in 0..4 {
				let prices = feeds.iter().map(|(feed, usd)| (*feed, FixedU128::from_u32(*usd)));
				let prices = prices.collect::<Vec<_>>().try_into().expect("few");
				let (genesis, at_block) = (System::block_hash(0), System::block_number());
				let batch = Batch { feeder, genesis, round, at_block, prices };
				let signature = sp_core::sr25519::Signature::from_raw([0; 64]).into();
				let origin = frame_system::RawOrigin::Authorized.into();
				let done = PriceOracle::report(origin, batch, signature);
				if round < Parameters::<Runtime>::get().round(scene.world.now) {
					let fault = Error::<Runtime>::Batch(BatchFault::RoundClosed);
					assert_eq!(done, Err(fault.into()));
				} else {
					assert_ok!(done);
				}
			}
		};
		let mut at = 0;
		scene.market.answers = false;
		for _ in 0..10 {
			scene.world.open(&scene.market);
			let round = Parameters::<Runtime>::get().round(scene.world.now);
			// All but bitcoin's, and again for a round that is finished, at a price that would suit somebody.
			report(scene, round, &[(USDT_FEED, 1), (ETH_FEED, 3_000), (DOT_FEED, 5)]);
			report(scene, round - 2, &[(BTC_FEED, 1_000)]);
			scene.world.close();
			let is = PriceOracle::reading(ETH_FEED, Lens::Latest);
			assert!(is.at >= at, "time went back");
			at = is.at;
		}
		assert_eq!((state(BTC_FEED), state(ETH_FEED)), (PriceState::Stale, PriceState::Valid));
		assert_eq!(
			PriceOracle::reading(BTC_FEED, Lens::Latest).price.into_inner() / 10u128.pow(18),
			60_000
		);
		// Who holds ether is not held up by bitcoin.
		let future = series(ETH, Kind::Future, 3_000.0);
		ether.trades(&other, future, CONTRACT);
		assert_eq!(Margin::position(&ether.account, &future).0, CONTRACT);
		assert_eq!(Margin::position(&other.account, &future).0, -CONTRACT);
	});
}

/// Row 37: the lower of two prices, and debt without assets. Here an account fails only if it does on the latest
/// price and on the median of three; and what an empty account owes is the pool's at once, to the unit.
#[test]
fn row_37_a_wick_flags_nobody_and_bare_debt_is_the_pools() {
	lesson(|scene| {
		fund_pool(1_000_000.0);
		let (maker, seller) = short_of_puts(scene, 1);
		let debtor = Who::new("debtor", MarginMode::Standard, 1_000.0);
		deposit(&debtor.owner, &debtor.account, DOT, 10_000.0);
		deposit(&maker.owner, &maker.account, CASH, 100_000.0);
		assert_ok!(debtor.takes_out(30_000_000_000));
		let cash = seller.cash();
		// One round, and the price is back.
		scene.market.spot.btc *= 0.7;
		scene.blocks(1);
		scene.market.spot.btc = 60_000.0;
		scene.world.open(&scene.market);
		assert!(Margin::assess(&seller.account, Lens::Latest)
			.is_ok_and(|is| is.maintenance_excess() < Money::from_inner(0)));
		assert_eq!(flag(&seller, &maker), Err(Error::<Runtime>::WickOnly.into()));
		scene.world.close();
		scene.blocks(1);
		assert_eq!(flag(&seller, &maker), Err(Error::<Runtime>::NotBelowMaintenance.into()));
		assert_eq!((seller.cash(), Auctions::<Runtime>::iter().count()), (cash, 0));
		// The debtor's tokens fall to half of his debt of 29,000: nobody can be paid but by the pool.
		scene.market.spot.dot = 1.5;
		scene.blocks(4);
		Params::<Runtime>::mutate(|params| params.bounty_share = Perbill::zero());
		assert_ok!(fails(&debtor, &seller));
		let bidder = Who::new("bidder", MarginMode::Standard, 100_000.0);
		let (pool, paid, debt) = (Margin::pot(Pot::GlobalPool), bidder.cash(), debtor.cash());
		let quote = Liquidation::auction(debtor.account.clone()).expect("it is in auction");
		assert!(quote.price < Money::from_inner(0) && quote.share == FixedU128::from_u32(1));
		assert_ok!(bid(&debtor, &bidder, Perbill::one()));
		assert_eq!(Margin::lots(&bidder.account), vec![(DOT, 10_000 * 10_000_000_000)]);
		assert_eq!(bidder.cash(), paid - quote.payment);
		assert_eq!((debtor.cash(), Margin::lots(&debtor.account)), (0, vec![]));
		assert_eq!(Margin::pot(Pot::GlobalPool), pool + debt + quote.payment);
		assert_eq!(Auctions::<Runtime>::iter().count(), 0);
	});
}

/// Row 30: a source chain stands still. Whose futures are hedged by coins there has the futures sold, all at once,
/// since a part would leave bare coins; and keeps the coins.
#[test]
fn row_30_the_hedge_of_coins_out_of_reach_is_sold_and_the_coins_stay() {
	lesson(|scene| {
		// Tails are the pool's, or they would count in initial margin.
		fund_pool(20e6);
		let pool = Margin::pot(Pot::GlobalPool);
		let maker = Who::new("maker", MarginMode::Standard, 1e6);
		let hedger = Who::new("hedger", MarginMode::Portfolio, 1_000.0);
		deposit(&hedger.owner, &hedger.account, WBTC, 1.0);
		let future = series(BTC, Kind::Future, 60_000.0);
		hedger.trades(&maker, future, -CONTRACT);
		let bidder = Who::new("bidder", MarginMode::Standard, 500_000.0);
		scene.blocks(1);
		let lots = Margin::lots(&hedger.account);
		let is = |lens| Margin::assess(&hedger.account, lens).expect("it can be valued");
		let hedged = is(Lens::Latest);
		scene.market.ages.iter_mut().filter(|age| age.0 == BRIDGE).for_each(|age| age.1 = 1_700);
		scene.blocks(5);
		assert_ok!(fails(&hedger, &maker));
		let bare = is(Lens::Latest);
		assert!(bare.maintenance > hedged.maintenance, "nothing was hedged");
		let quote = Liquidation::auction(hedger.account.clone()).expect("it is in auction");
		assert_eq!((quote.sale, quote.share), (Sale::Positions, FixedU128::from_u32(1)));
		assert_eq!(quote.requirement, bare.maintenance);
		let (had, cash) = (bidder.cash(), hedger.cash());
		assert_ok!(bid(&hedger, &bidder, Perbill::one()));
		assert_eq!(Margin::position(&bidder.account, &future).0, -CONTRACT);
		assert_eq!(Margin::positions(&hedger.account), []);
		assert_eq!(Margin::lots(&hedger.account), lots);
		assert!(Margin::lots(&bidder.account).is_empty());
		assert!(!Auctions::<Runtime>::contains_key(&hedger.account));
		// What he paid she received; the chain found her, so there is no bounty.
		assert_eq!(bidder.cash() - had, cash - hedger.cash());
		// The pool paid nothing; it has a part of fees and interest.
		assert!(Margin::pot(Pot::GlobalPool) >= pool);
		// The chain is back: nothing happened to her coins, and she may go on.
		scene.market.ages.iter_mut().for_each(|age| age.1 = 0);
		scene.blocks(3);
		assert!(!is(Lens::Latest).maintenance_excess().is_negative());
		assert!(!Auctions::<Runtime>::contains_key(&hedger.account));
	});
}

/// A house that winds down while no feeder ever says anything again: after a week the last prices settle what is
/// left, the books close, and everybody leaves with all his cash and lots (ADR 27).
#[test]
fn everybody_leaves_a_house_whose_oracle_is_dead() {
	lesson(|scene| {
		let maker = Who::new("maker", MarginMode::Standard, 1e6);
		let trader = Who::new("trader", MarginMode::Standard, 1e6);
		deposit(&trader.owner, &trader.account, DOT, 1_000.0);
		let future = series(BTC, Kind::Future, 60_000.0);
		trader.trades(&maker, future, CONTRACT);
		scene.blocks(1);
		scene.market.answers = false;
		scene.blocks(1);
		assert_ok!(Liquidation::wind_down(RuntimeOrigin::root()));
		let settle = || {
			let root = RuntimeOrigin::root();
			PriceOracle::settle_by_last_price(root, BTC, future.expiry).map_err(|error| {
				let early = pallet_price_oracle::Error::<Runtime>::NotLastResort;
				assert_eq!(error, DispatchError::from(early));
			})
		};
		let left = || DispatchError::from(pallet_margin::Error::<Runtime>::PositionsLeft);
		for after in [0, 2 * DAY_MS, LAST_RESORT_MS - 2 * BLOCK_MS] {
			scene.world.now = future.expiry + after;
			scene.blocks(1);
			assert_eq!(settle(), Err(()));
			assert_noop!(Margin::close_books(trader.origin()), left());
		}
		scene.world.now = future.expiry + LAST_RESORT_MS;
		scene.blocks(1);
		assert_eq!(PriceOracle::settlement(BTC, future.expiry), None);
		assert_eq!(settle(), Ok(()));
		let price = PriceOracle::settlement(BTC, future.expiry).expect("it is fixed");
		assert!(price > FixedU128::from_u32(59_900) && price < FixedU128::from_u32(60_100));
		// The stablecoin's last price counts too: the sweep goes through.
		scene.blocks(4);
		for who in [&maker, &trader] {
			assert_eq!(Margin::positions(&who.account), []);
		}
		assert_ok!(Margin::close_books(trader.origin()));
		for who in [&maker, &trader] {
			let wallet = || ForeignAssets::balance(stablecoin(), who.owner.clone());
			let (had, cash) = (wallet(), who.cash());
			assert!(cash > 990_000_000_000, "{cash}");
			let out = Collateral::leave(maker.origin(), who.account.clone());
			assert_ok!(out.map_err(|refused| refused.error));
			assert_eq!(Cash::try_from(wallet() - had), Ok(cash));
			assert_eq!((who.cash(), Margin::lots(&who.account)), (0, vec![]));
		}
	});
}
