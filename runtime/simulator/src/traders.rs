// SPDX-License-Identifier: GPL-3.0-or-later

//! Who is there before the bad day: makers, and traders with random portfolios by both rules.
//!
//! Each leg is a trade at the mark in the order book between a trader and a maker. Then the trader takes out
//! cash, on credit where his tokens allow it, until he uses as much of his initial margin as he is meant to.

use crate::{market::Market, rng::Rng, world::*};
use pallet_options::TimeInForce;
use sp_runtime::AccountId32;
use std::collections::BTreeMap;
use straddle_primitives::*;
use straddle_runtime::{genesis_presets::*, Collateral, Margin, Options, RuntimeOrigin};
use straddle_traits::Risk;

/// Traders for each maker.
const PER_MAKER: usize = 20;

/// What a trader does.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Style {
	/// Sells a call and a put away from the money.
	Strangle,
	/// Sells calls on what he holds.
	CoveredCall,
	/// Sells puts.
	NakedPut,
	/// Buys futures on little margin.
	Future,
	/// Borrows cash against tokens and takes it out.
	Borrower,
	/// Holds tokens and futures, long puts, short calls.
	Hedger,
	/// Buys and sells further away.
	Condor,
	/// Anything.
	Random,
}

const STYLES: [Style; 8] = [
	Style::Strangle,
	Style::CoveredCall,
	Style::NakedPut,
	Style::Future,
	Style::Borrower,
	Style::Hedger,
	Style::Condor,
	Style::Random,
];

/// A trader.
#[derive(Clone, Debug)]
pub struct Trader {
	/// Whose key it is.
	pub owner: AccountId32,
	/// His account.
	pub account: MarginAccountId,
	/// What he does.
	pub style: Style,
}

/// Listed series of an underlying, for whoever looks for one.
struct Shelf {
	expiries: Vec<Moment>,
	series: Vec<Series>,
	spot: f64,
	lot: Quantity,
}

impl Shelf {
	fn of(underlying: UnderlyingId, market: &Market) -> Self {
		let series = Options::series_of(underlying);
		let mut expiries = series.iter().map(|one| one.expiry).collect::<Vec<_>>();
		expiries.sort_unstable();
		expiries.dedup();
		let lot = Options::market(underlying).expect("it is there").lot;
		Self { expiries, series, spot: market.spot.of(underlying), lot }
	}

	/// The series of this kind and expiry nearest to so much of the spot price.
	fn find(&self, kind: Kind, expiry: Moment, moneyness: f64) -> Series {
		let wanted = (self.spot * moneyness * Strike::PER_USD as f64) as u64;
		let fits = self.series.iter().filter(|one| one.kind == kind && one.expiry == expiry);
		*fits.min_by_key(|one| one.strike.0.abs_diff(wanted)).expect("each expiry has each kind")
	}

	/// So many contracts in whole lots, at least one.
	fn quantity(&self, contracts: f64) -> Quantity {
		let lots = (contracts.abs() * CONTRACT as f64 / self.lot as f64) as Quantity;
		lots.max(1) * self.lot * if contracts < 0.0 { -1 } else { 1 }
	}
}

/// Trade a leg at its mark through the order book: the maker's order first.
pub fn trade(
	trader: (&AccountId32, &MarginAccountId),
	maker: (&AccountId32, &MarginAccountId),
	leg: (Series, Quantity),
) {
	let (series, quantity) = leg;
	let (mark, _) = Margin::mark(&series, Lens::Latest).expect("it has a mark");
	let tick = Options::market(series.underlying).expect("it is there").tick;
	let least = if series.kind == Kind::Future { Cash::MIN } else { 1 };
	let limit_price = (mark.into_inner() / 1_000_000_000_000).div_euclid(tick).max(least) * tick;
	let side = if quantity > 0 { Side::Buy } else { Side::Sell };
	let orders =
		[(maker, side.opposite(), TimeInForce::PostOnly), (trader, side, TimeInForce::FillOrKill)];
	for ((owner, account), side, time_in_force) in orders {
		let done = Options::place_order(
			RuntimeOrigin::signed(owner.clone()),
			account.clone(),
			series,
			side,
			quantity.abs(),
			limit_price,
			time_in_force,
			false,
		);
		assert!(done.is_ok(), "{series:?} {quantity} at {limit_price}: {done:?}");
	}
}

/// Everybody who may have positions.
pub struct Crowd {
	/// Traders.
	pub traders: Vec<Trader>,
	/// Makers and their accounts.
	pub makers: Vec<(AccountId32, MarginAccountId)>,
}

impl Crowd {
	/// Makers, and so many traders.
	pub fn gather(count: usize, market: &Market, rng: &mut Rng) -> Self {
		let shelves = [BTC, ETH, DOTS].map(|one| (one, Shelf::of(one, market)));
		let shelves = BTreeMap::from(shelves);
		let makers = (0..count.div_ceil(PER_MAKER)).map(|n| {
			let owner = key("maker", n);
			let account = open_account(&owner, 0, MarginMode::Portfolio);
			deposit(&owner, &account, CASH, 10e6);
			(owner, account)
		});
		let makers = makers.collect::<Vec<_>>();
		let mut crowd = Self { traders: Vec::new(), makers };
		for n in 0..count {
			let trader = crowd.open(n, &shelves, market, &mut rng.fork());
			crowd.traders.push(trader);
		}
		crowd
	}

	fn open(
		&self,
		n: usize,
		shelves: &BTreeMap<UnderlyingId, Shelf>,
		market: &Market,
		rng: &mut Rng,
	) -> Trader {
		let style = STYLES[n % STYLES.len()];
		let mode = match (n / STYLES.len()) % 2 {
			0 => MarginMode::Standard,
			_ => MarginMode::Portfolio,
		};
		let owner = key("trader", n);
		let account = open_account(&owner, 0, mode);
		let underlying = *rng.pick(&[BTC, BTC, BTC, ETH, ETH, DOTS]);
		let shelf = &shelves[&underlying];
		// From 5,000 to 640,000 USD.
		let notional = 5_000.0 * f64::from(1u32 << rng.below(7)) * rng.between(1.0, 2.0);
		let size = notional / shelf.spot;
		let legs = legs(style, shelf, shelves, size, rng);
		let lot = match underlying {
			BTC => WBTC,
			ETH => WETH,
			_ => DOT,
		};
		if matches!(style, Style::CoveredCall | Style::Hedger | Style::Borrower) {
			deposit(&owner, &account, lot, size * 1.05);
		}
		// Enough for any trade, also where a naked call counts at six times the spot price because the pool
		// is small; what is not needed goes back.
		deposit(&owner, &account, CASH, 8.0 * notional + 5e6);
		let kind = *rng.pick(&LOTS);
		let price = match kind {
			DOT => market.spot.dot,
			WETH => market.spot.eth,
			_ => market.spot.btc,
		};
		deposit(&owner, &account, kind, notional * rng.between(0.0, 0.4) / price);
		let (maker, theirs) = &self.makers[rng.below(self.makers.len())];
		for leg in legs {
			trade((&owner, &account), (maker, theirs), leg);
		}
		Self::take_back(&owner, &account, rng.between(0.45, 0.97));
		Trader { owner, account, style }
	}

	/// Take out cash, also on credit, until so much of the initial margin is used.
	fn take_back(owner: &AccountId32, account: &MarginAccountId, used: f64) {
		let is = Margin::assess(account, Lens::Latest).expect("it can be valued");
		// Of tokens alone nothing is used but by a debt.
		let margin = number(is.initial).max(0.0);
		let lots = number(is.lots.initial);
		let spare = number(is.equity_initial()) - margin / used - lots * (1.0 - used);
		let most = Margin::max_withdrawal(account.clone());
		let amount = cash(spare).min((most as f64 * 0.999) as Cash);
		if amount > 0 {
			let (origin, to) = (RuntimeOrigin::signed(owner.clone()), owner.clone());
			let amount = amount.unsigned_abs();
			let done = Collateral::withdraw(origin, account.clone(), CASH, amount, to);
			assert!(done.is_ok(), "{amount} of {most}: {done:?}");
		}
	}
}

/// What a trader holds.
fn legs(
	style: Style,
	shelf: &Shelf,
	shelves: &BTreeMap<UnderlyingId, Shelf>,
	size: f64,
	rng: &mut Rng,
) -> Vec<(Series, Quantity)> {
	let mut all = BTreeMap::<Series, Quantity>::new();
	let mut add = |shelf: &Shelf, kind, expiry, moneyness, contracts: f64| {
		let series = shelf.find(kind, expiry, moneyness);
		*all.entry(series).or_default() += shelf.quantity(contracts);
	};
	let expiry = *rng.pick(&shelf.expiries);
	match style {
		Style::Strangle => {
			for _ in 0..1 + rng.below(3) {
				let expiry = *rng.pick(&shelf.expiries);
				add(shelf, Kind::Call, expiry, rng.between(1.05, 1.35), -size / 2.0);
				add(shelf, Kind::Put, expiry, rng.between(0.65, 0.95), -size / 2.0);
			}
		},
		Style::CoveredCall => add(shelf, Kind::Call, expiry, rng.between(1.0, 1.3), -size),
		Style::NakedPut => {
			for _ in 0..1 + rng.below(3) {
				let expiry = *rng.pick(&shelf.expiries);
				add(shelf, Kind::Put, expiry, rng.between(0.7, 1.0), -size / 2.0);
			}
		},
		Style::Future => add(shelf, Kind::Future, expiry, 1.0, size),
		Style::Borrower => {},
		Style::Hedger => {
			add(shelf, Kind::Future, expiry, 1.0, size * rng.between(0.2, 1.0));
			add(shelf, Kind::Put, expiry, rng.between(0.75, 0.95), size);
			add(shelf, Kind::Call, expiry, rng.between(1.05, 1.3), -size);
		},
		Style::Condor => {
			let near = rng.between(0.85, 0.95);
			add(shelf, Kind::Put, expiry, near, -size);
			add(shelf, Kind::Put, expiry, near - 0.2, size);
			add(shelf, Kind::Call, expiry, 2.0 - near, -size);
			add(shelf, Kind::Call, expiry, 2.2 - near, size);
		},
		Style::Random => {
			for _ in 0..4 + rng.below(9) {
				let shelf = &shelves[rng.pick(&[BTC, ETH, DOTS])];
				let expiry = *rng.pick(&shelf.expiries);
				let kind = *rng.pick(&[Kind::Call, Kind::Put, Kind::Put, Kind::Future]);
				let sign = if rng.below(5) < 2 { 1.0 } else { -1.0 };
				let contracts = sign * 20_000.0 * rng.between(0.1, 3.0) / shelf.spot;
				add(shelf, kind, expiry, rng.between(0.7, 1.3), contracts);
			}
		},
	}
	all.into_iter().filter(|(_, quantity)| *quantity != 0).collect()
}
