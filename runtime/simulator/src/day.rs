// SPDX-License-Identifier: GPL-3.0-or-later

//! A bad day from its beginning to its end, and what came of it.

use crate::{
	agents::Agents,
	checks,
	makers::Makers,
	market::{Path, Trouble},
	rng::Rng,
	traders::{Crowd, Style, Trader},
	world::*,
};
use frame_support::storage::{with_transaction, TransactionOutcome};
use pallet_liquidation::{Auctions, Event, Sale};
use sp_runtime::{AccountId32, DispatchError};
use std::collections::BTreeMap;
use straddle_primitives::*;
use straddle_runtime::{system::MAXIMUM_BLOCK_WEIGHT, Margin, Runtime, RuntimeEvent, System};
use straddle_traits::{Ledger, Risk};

/// Cash of the global pool, for each trader.
pub const POOL: u64 = 2_000;
/// Cash of all liquidators, for each trader.
pub const CAPITAL: u64 = 60_000;

/// What a run is made with.
#[derive(Clone, Copy, Debug)]
pub struct Setup {
	/// Random portfolios.
	pub traders: usize,
	/// The one seed of everything.
	pub seed: u64,
	/// Cash of the global pool.
	pub pool: f64,
	/// How many liquidators there are.
	pub liquidators: usize,
	/// Their cash together.
	pub capital: f64,
	/// Whether makers quote through the day.
	pub quotes: bool,
}

impl Setup {
	/// So many traders, and a pool and liquidators that grow with them.
	pub fn of(traders: usize, seed: u64) -> Self {
		let size = traders as f64;
		let (pool, capital) = (POOL as f64 * size, CAPITAL as f64 * size);
		Self { traders, seed, pool, liquidators: 12, capital, quotes: true }
	}
}

/// One block of a day, for plots.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sample {
	/// Minutes from the beginning.
	pub minute: f64,
	/// Bitcoin's, ether's and DOT's price as parts of what they were, and the stablecoin's.
	pub spot: [f64; 4],
	/// Accounts that fail and are not in auction.
	pub failing: u32,
	/// Accounts in auction.
	pub auctions: u32,
	/// What the global pool holds.
	pub pool: f64,
	/// What owners lost beyond all that they had, so far.
	pub bad_debt: f64,
}

/// What came of a day. Money in cash units.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
	/// The path's name.
	pub name: String,
	/// Open contracts' notional at the beginning, longs alone.
	pub open_interest: f64,
	/// Blocks that were made.
	pub blocks: u64,
	/// Auctions that were started, those again included.
	pub started: u32,
	/// Those of them that sold positions alone.
	pub positions_alone: u32,
	/// Auctions that ended because something else had to be sold, or nothing any more.
	pub superseded: u32,
	/// Bids that were taken.
	pub bids: u32,
	/// Auctions that ended with a healed account, and with an empty one.
	pub ended: [u32; 2],
	/// Accounts that the pool's own account took over.
	pub taken_over: u32,
	/// What owners lost beyond all that they had: debts of empty accounts, what bidders were paid on top of
	/// an account, and what accounts were worth less than nothing as the pool's own took them over.
	pub bad_debt: f64,
	/// See `bad_debt`: what bidders were paid.
	pub to_bidders: f64,
	/// See `bad_debt`: what was taken over.
	pub to_own: f64,
	/// Of each account with debt alone what the pool paid, what it could not and was written off, and what it could not
	/// and is not yet. What a take-over left of it is not in `bad_debt` as that: of it the pool's own account has the
	/// requirement.
	pub debts: BTreeMap<MarginAccountId, Debts>,
	/// What the pool could not pay: others bore it.
	pub deficit: f64,
	/// What the pool paid: bidders, debts, take-overs.
	pub pool_paid: f64,
	/// Pool at the beginning and at the end.
	pub pool: [f64; 2],
	/// What bidders gained at the marks of their bids: κφR each.
	pub penalties: f64,
	/// What traders lost from the beginning to the end, winners not counted against losers.
	pub losses: f64,
	/// The block after which nobody failed who was not in auction.
	pub all_seen: u64,
	/// The most that failed outside auctions after a block.
	pub most_failing: u32,
	/// The most auctions at a time.
	pub most_auctions: u32,
	/// The block after which there were no auctions.
	pub cleared: u64,
	/// Auctions open, and accounts failing outside them, at the end.
	pub left: [u32; 2],
	/// The heaviest block's time and proof, in parts of what a block may have.
	pub heaviest: [f64; 2],
	/// The same of hooks at the head of blocks.
	pub heaviest_hooks: [f64; 2],
	/// Calls that found no room in their block.
	pub no_room: u32,
	/// Own calls of the owner who deals with himself, what they gained him, and the most by one.
	pub greedy: (u32, f64, f64),
	/// Quotes of makers that rested, and that were refused; blocks in which nobody quoted.
	pub quotes: (u32, u32, u64),
	/// Trades with them, and their notional.
	pub trades: (u32, f64),
	/// A sample a minute.
	pub samples: Vec<Sample>,
}

/// Debts of one account that were all that was left of it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Debts {
	/// The pool paid it.
	pub paid: Cash,
	/// The pool could not.
	pub written_off: Cash,
	/// The pool could not yet.
	pub recorded: Cash,
	/// All of it that take-overs left.
	pub taken_over: Cash,
	/// It was taken over since its last auction began.
	is_taken_over: bool,
}

impl Debts {
	/// What the pool could not pay.
	fn left(&self) -> Cash {
		self.written_off + self.recorded
	}

	/// A debt is covered: what of it is new, if it is the rest of a take-over, is told by that.
	fn cover(&mut self, paid: Cash, deficit: Cash) {
		let before = self.recorded;
		self.paid += paid;
		self.recorded = deficit;
		if self.is_taken_over {
			self.taken_over += paid + deficit - before;
		}
	}

	fn write_off(&mut self, amount: Cash) {
		self.written_off += amount;
		self.recorded -= amount;
	}
}

/// The chain on the evening before: the state that every day begins with.
pub struct Eve {
	setup: Setup,
	world: World,
	crowd: Crowd,
}

impl Eve {
	/// Make it; inside externalities.
	pub fn make(setup: Setup) -> Self {
		let calm = calm();
		let mut world = World::begin(&calm);
		fund_pool(setup.pool);
		let mut rng = Rng::new(setup.seed);
		let crowd = Crowd::gather(setup.traders, &calm, &mut rng);
		for _ in 0..2 {
			world.open(&calm);
			world.close();
		}
		checks::check();
		let mut session = Margin::session();
		for trader in &crowd.traders {
			let is =
				Margin::assess_in(&mut session, &trader.account, Lens::Latest).expect("valued");
			let sound = is.initial_excess() >= Money::from_inner(0);
			assert!(sound && is.state == PriceState::Valid, "{trader:?} begins unsound: {is:?}");
		}
		Self { setup, world, crowd }
	}

	/// Live through a day and forget it: the state is as before.
	pub fn live(&self, path: &Path, mut tell: impl FnMut(&Sample)) -> Outcome {
		let day = || {
			let outcome = self.day(path, &mut tell);
			TransactionOutcome::Rollback(Ok::<_, DispatchError>(outcome))
		};
		with_transaction(day).expect("no error of its own")
	}

	fn day(&self, path: &Path, tell: &mut impl FnMut(&Sample)) -> Outcome {
		let setup = self.setup;
		let mut rng = Rng::new(setup.seed ^ 0xdead_beef);
		let mut world = self.world.clone();
		let calm = calm();
		let mut outcome = Outcome { name: path.name.into(), ..Default::default() };
		let accounts = self.crowd.traders.iter().map(|trader| trader.account.clone());
		let accounts = accounts
			.chain(self.crowd.makers.iter().map(|maker| maker.1.clone()))
			.collect::<Vec<_>>();
		let liquidators = if path.trouble == Trouble::NoBidders { 0 } else { setup.liquidators };
		let griefs = path.trouble == Trouble::Griefers;
		let greedy = self.next_to_fail();
		let mut agents =
			Agents::gather(&accounts, greedy, liquidators, setup.capital, griefs, &mut rng);
		if setup.quotes {
			agents.makers = Makers::new(&self.crowd.makers, &calm, &mut rng.fork());
		}
		outcome.open_interest = open_interest(&calm);
		outcome.pool[0] = pool();
		let before = self.equities();
		let mut noise = rng.fork();
		let last_move = (path.length() * 10.0) as u64;
		let most = (path.horizon * 10.0) as u64;
		for block in 1..=most {
			let minute = block as f64 / 10.0;
			let market = path.at(minute, &calm, &mut noise);
			agents.observe(block);
			world.open(&market);
			// As a pool orders them: prices are there, then liquidations, makers, and all others.
			agents.liquidate(&mut world, block, &market);
			agents.makers.act(&mut world, block, &market);
			if path.trouble == Trouble::Spam {
				world.spam();
			}
			agents.trade(&mut world, block);
			world.close();
			outcome.blocks = block;
			outcome.count_events(&market);
			let auctions = Auctions::<Runtime>::iter_keys().count() as u32;
			let failing = agents.watcher.failing.len() as u32;
			outcome.most_auctions = outcome.most_auctions.max(auctions);
			outcome.most_failing = outcome.most_failing.max(failing);
			if failing > 0 {
				outcome.all_seen = block;
			}
			if auctions > 0 {
				outcome.cleared = block;
			}
			if block.is_multiple_of(10) {
				let was = calm.spot.all();
				let mut spot = market.spot.all();
				spot.iter_mut().zip(was).for_each(|(now, was)| *now /= was);
				let bad_debt = outcome.bad_debt;
				let sample = Sample { minute, spot, failing, auctions, pool: pool(), bad_debt };
				tell(&sample);
				outcome.samples.push(sample);
			}
			if block.is_multiple_of(300) {
				checks::check();
			}
			// A while of nothing after the last move is the end.
			let quiet = outcome.all_seen.max(outcome.cleared).max(last_move) + 50;
			if block > quiet {
				agents.watcher.look(block, &market, true);
				if agents.watcher.failing.is_empty() {
					break;
				}
			}
		}
		checks::check();
		outcome.left =
			[Auctions::<Runtime>::iter_keys().count() as u32, agents.watcher.failing.len() as u32];
		outcome.deficit = outcome.debts.values().map(|debts| debts.left() as f64 / USDT).sum();
		outcome.pool[1] = pool();
		let after = self.equities();
		let losses = before.iter().zip(after).map(|(was, is)| (was - is).max(0.0));
		outcome.losses = losses.sum();
		outcome.heaviest = parts(world.heaviest);
		outcome.heaviest_hooks = parts(world.heaviest_hooks);
		outcome.no_room = world.no_room;
		let greedy = &agents.greedy;
		outcome.greedy = (greedy.done, greedy.gained, greedy.most);
		let makers = &agents.makers;
		outcome.quotes = (makers.placed, makers.refused, makers.dark);
		outcome
	}

	/// Of those who sold, whoever has least to spare: he deals with himself.
	fn next_to_fail(&self) -> (AccountId32, MarginAccountId) {
		let sellers = self.crowd.traders.iter();
		let sellers = sellers.filter(|one| matches!(one.style, Style::NakedPut | Style::Strangle));
		let spare = |one: &&Trader| {
			let is = Margin::assess(&one.account, Lens::Latest).expect("it can be valued");
			(number(is.maintenance_excess()) / number(is.requirement()) * 1e9) as i64
		};
		let next = sellers.min_by_key(spare).expect("there are sellers");
		(next.owner.clone(), next.account.clone())
	}

	fn equities(&self) -> Vec<f64> {
		let mut session = Margin::session();
		let mut equity = |account| {
			let is = Margin::assess_in(&mut session, account, Lens::Latest);
			is.map_or(0.0, |is| number(is.equity()))
		};
		self.crowd.traders.iter().map(|trader| equity(&trader.account)).collect()
	}
}

fn pool() -> f64 {
	Margin::pot(Pot::GlobalPool) as f64 / USDT
}

/// Notional of all long contracts.
fn open_interest(market: &crate::market::Market) -> f64 {
	let all = pallet_margin::OpenInterest::<Runtime>::iter();
	let notional = |(series, open): (Series, pallet_margin::OpenContracts)| {
		open.longs as f64 / CONTRACT as f64 * market.spot.of(series.underlying)
	};
	all.map(notional).sum()
}

fn parts(weight: frame_support::weights::Weight) -> [f64; 2] {
	let most = MAXIMUM_BLOCK_WEIGHT;
	[
		weight.ref_time() as f64 / most.ref_time() as f64,
		weight.proof_size() as f64 / most.proof_size() as f64,
	]
}

impl Outcome {
	fn count_events(&mut self, market: &crate::market::Market) {
		let units = |cash: Cash| cash as f64 / USDT;
		let wad = |ratio: FixedU128| ratio.into_inner() as f64 / 1e18;
		for record in System::read_events_no_consensus() {
			let event = match record.event {
				RuntimeEvent::Liquidation(event) => event,
				RuntimeEvent::Options(pallet_options::Event::Traded {
					series, quantity, ..
				}) => {
					self.trades.0 += 1;
					let spot = market.spot.of(series.underlying);
					self.trades.1 += quantity as f64 / CONTRACT as f64 * spot;
					continue;
				},
				_ => continue,
			};
			match event {
				Event::AuctionStarted { account, sale, .. } => {
					self.started += 1;
					if let Some(debts) = self.debts.get_mut(&account) {
						debts.is_taken_over = false;
					}
					self.positions_alone += u32::from(sale == Sale::Positions);
				},
				Event::BidTaken { share, kappa, requirement, from_pool, .. } => {
					self.bids += 1;
					self.pool_paid += units(from_pool);
					self.to_bidders += units(from_pool);
					self.penalties += wad(share) * wad(kappa) * number(requirement).max(0.0);
				},
				Event::TakenOver { account, equity, funded, .. } => {
					self.taken_over += 1;
					self.pool_paid += units(funded);
					self.to_own += (-number(equity)).max(0.0);
					self.debts.entry(account).or_default().is_taken_over = true;
				},
				Event::DebtCovered { account, paid, deficit } => {
					self.pool_paid += units(paid);
					self.debts.entry(account).or_default().cover(paid, deficit);
				},
				Event::WrittenOff { account, amount, .. } => {
					self.debts.entry(account).or_default().write_off(amount);
				},
				Event::AuctionEnded { reason, .. } => match reason {
					pallet_liquidation::EndReason::Healed => self.ended[0] += 1,
					pallet_liquidation::EndReason::Empty => self.ended[1] += 1,
					pallet_liquidation::EndReason::Superseded => self.superseded += 1,
				},
				_ => {},
			}
		}
		let debts = self.debts.values();
		let bare = debts.map(|debts| units(debts.paid + debts.left() - debts.taken_over));
		self.bad_debt = self.to_bidders + self.to_own + bare.sum::<f64>();
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn what_a_take_over_leaves_of_debt_is_told_apart() {
		let mut debts = Debts::default();
		// A first failure: 30 paid, 70 recorded, looked at again and written off.
		debts.cover(30, 70);
		debts.cover(0, 70);
		debts.write_off(70);
		assert_eq!((debts.paid, debts.left(), debts.taken_over), (30, 70, 0));
		// Taken over the second time.
		debts.is_taken_over = true;
		debts.cover(5, 500);
		debts.cover(100, 400);
		debts.write_off(400);
		assert_eq!((debts.paid, debts.left(), debts.taken_over), (135, 470, 505));
	}
}
