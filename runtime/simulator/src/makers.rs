// SPDX-License-Identifier: GPL-3.0-or-later

//! Makers who quote through the day, and liquidators who sell to them what they took.
//!
//! A maker has both sides of some series near the money, replaces them in turn, and pulls all of it in the block in
//! which he sees a price that is not `Valid`.

use crate::{market::Market, rng::Rng, world::*};
use pallet_options::{Call, TimeInForce};
use sp_runtime::AccountId32;
use straddle_primitives::*;
use straddle_runtime::{genesis_presets::*, Margin, Options};
use straddle_traits::{Ledger, Risk};

/// Makers who quote, at most.
const QUOTERS: usize = 12;
/// Blocks after which each replaces his quotes.
const REFRESH: u64 = 10;
/// USD of the underlying on each side of a quote.
const SIZE: f64 = 20_000.0;

/// A maker with the series that he quotes.
struct Quoter {
	owner: AccountId32,
	account: MarginAccountId,
	series: Vec<Series>,
	/// Whether something of his may rest.
	quotes: bool,
}

/// All of them, and what came of it.
#[derive(Default)]
pub struct Makers {
	quoters: Vec<Quoter>,
	/// Orders that rested.
	pub placed: u32,
	/// Orders that the chain refused: no margin to spare, or none could open.
	pub refused: u32,
	/// Blocks in which nobody had a quote.
	pub dark: u64,
}

impl Makers {
	/// The first of these makers, each with two series of the first expiries.
	pub fn new(makers: &[(AccountId32, MarginAccountId)], market: &Market, rng: &mut Rng) -> Self {
		let near = |one: &Series| {
			let away =
				one.strike.price().into_inner() as f64 / 1e18 / market.spot.of(one.underlying);
			one.kind == Kind::Future || (0.9..1.1).contains(&away)
		};
		let listed = [BTC, ETH, DOTS].map(|underlying| {
			let mut all = Options::series_of(underlying);
			all.retain(near);
			all.sort_by_key(|one| (one.expiry, one.strike, one.kind as u8));
			all.truncate(24);
			all
		});
		let mut quoter = |(owner, account): &(AccountId32, MarginAccountId)| {
			let series = [rng.below(3), rng.below(3)].map(|of| *rng.pick(&listed[of]));
			let (owner, account) = (owner.clone(), account.clone());
			Quoter { owner, account, series: series.to_vec(), quotes: false }
		};
		let quoters = makers.iter().take(QUOTERS).map(&mut quoter).collect();
		Self { quoters, ..Default::default() }
	}

	/// What they do in a block.
	pub fn act(&mut self, world: &mut World, block: u64, market: &Market) {
		let mut session = Margin::session();
		for (nth, quoter) in self.quoters.iter_mut().enumerate() {
			let marks = quoter.series.iter().map(|one| {
				let mark = Margin::mark_in(&mut session, one, Lens::Latest);
				mark.ok().filter(|(_, state)| *state == PriceState::Valid).map(|(mark, _)| mark)
			});
			let marks = marks.collect::<Option<Vec<_>>>();
			let turn = (block + nth as u64).is_multiple_of(REFRESH);
			if quoter.quotes && (turn || marks.is_none()) {
				let all = Call::cancel_all { account: quoter.account.clone(), underlying: None };
				quoter.quotes = world.call(&quoter.owner, all) == Err(Refusal::NoRoom);
			}
			let Some(marks) = marks.filter(|_| turn && !quoter.quotes) else { continue };
			for (series, mark) in quoter.series.clone().into_iter().zip(marks) {
				for side in [Side::Buy, Side::Sell] {
					let call = quoter.order(series, side, number(mark), market);
					match world.call(&quoter.owner, call) {
						Ok(()) => {
							self.placed += 1;
							quoter.quotes = true;
						},
						Err(_) => self.refused += 1,
					}
				}
			}
		}
		if self.quoters.iter().all(|quoter| !quoter.quotes) {
			self.dark += 1;
		}
	}
}

impl Quoter {
	/// An order 2 % of the mark and .1 % of the spot price away from the mark.
	fn order(
		&self,
		series: Series,
		side: Side,
		mark: f64,
		market: &Market,
	) -> Call<straddle_runtime::Runtime> {
		let rules = Options::market(series.underlying).expect("it is there");
		let spot = market.spot.of(series.underlying);
		let away = 0.02 * mark.abs() + 0.001 * spot;
		let price = cash(if side == Side::Buy { mark - away } else { mark + away });
		let least = if series.kind == Kind::Future { Cash::MIN } else { rules.tick };
		let limit_price = (price.div_euclid(rules.tick) * rules.tick).max(least);
		let lots = (SIZE / spot * CONTRACT as f64 / rules.lot as f64) as Quantity;
		Call::place_order {
			account: self.account.clone(),
			series,
			side,
			quantity: lots.max(1) * rules.lot,
			limit_price,
			time_in_force: TimeInForce::PostOnly,
			reduce_only: false,
		}
	}
}

/// Sell one of an account's positions, or buy it back, from whoever quotes for it. Returns whether something was
/// quoted.
pub fn unload(
	world: &mut World,
	owner: &AccountId32,
	account: &MarginAccountId,
	rng: &mut Rng,
) -> bool {
	let held = Margin::positions(account);
	if held.is_empty() {
		return false;
	}
	let (series, quantity) = *rng.pick(&held);
	let side = if quantity > 0 { Side::Sell } else { Side::Buy };
	let quote = Options::quote(series);
	let best = quote.and_then(|quote| if quantity > 0 { quote.bid } else { quote.ask });
	let Some(best) = best else { return false };
	let call = Call::place_order {
		account: account.clone(),
		series,
		side,
		quantity: quantity.abs().min(best.total),
		limit_price: best.price,
		time_in_force: TimeInForce::ImmediateOrCancel,
		reduce_only: true,
	};
	let _ = world.call(owner, call);
	true
}
