// SPDX-License-Identifier: GPL-3.0-or-later

//! Who acts on a bad day: keepers who flag, liquidators who bid, makers who quote, griefers, and an owner who deals
//! with himself.
//!
//! They know what the state after the last block says, as anybody does, and send ordinary calls.

use crate::{
	makers::{unload, Makers},
	market::{Market, Spot},
	rng::Rng,
	world::*,
};
use frame_support::storage::{with_transaction, TransactionOutcome};
use pallet_liquidation::{Auctions, Backstops, Call, Deficits};
use sp_runtime::{
	traits::{Dispatchable, Zero},
	AccountId32, DispatchError, FixedPointNumber, Perbill,
};
use std::collections::{BTreeMap, BTreeSet};
use straddle_primitives::*;
use straddle_runtime::{
	genesis_presets::{BTC, ETH},
	Liquidation, Margin, Runtime, RuntimeCall, RuntimeOrigin,
};
use straddle_traits::Risk;

/// Blocks after which each liquidator sells to makers.
const UNLOADS: u64 = 5;
/// Each account is looked at in one of so many blocks at least.
const ROUNDS: u64 = 25;
/// Of so many liquidators one stands with a bid and sends none.
const STANDS: usize = 3;
/// Blocks after which one whose bid is gone stands again.
const STANDS_AGAIN: u64 = 10;

/// How an account stood when it was last looked at.
#[derive(Clone, Copy)]
struct Look {
	block: u64,
	spot: Spot,
	volatility: f64,
	/// How far any price may move before it can fail.
	slack: f64,
}

/// Who looks for failing accounts. He knows from an account's headroom how far prices may move before it is
/// worth another look, and looks at each every 25 blocks whatever they do.
pub struct Watcher {
	looks: BTreeMap<MarginAccountId, Look>,
	/// Accounts that failed at the last look and are not in auction.
	pub failing: BTreeSet<MarginAccountId>,
	/// Looks so far.
	pub looked: u64,
}

impl Watcher {
	/// Of these accounts.
	pub fn new(accounts: &[MarginAccountId]) -> Self {
		let spot = Spot { usdt: 0.0, btc: 0.0, eth: 0.0, dot: 0.0 };
		let never = Look { block: 0, spot, volatility: 0.0, slack: 0.0 };
		let looks = accounts.iter().map(|account| (account.clone(), never)).collect();
		Self { looks, failing: BTreeSet::new(), looked: 0 }
	}

	/// Look at whoever is due, or at everybody.
	pub fn look(&mut self, block: u64, market: &Market, all: bool) {
		let mut session = Margin::session();
		let moved = |was: &Look| {
			let pairs = was.spot.all().into_iter().zip(market.spot.all());
			let prices = pairs.map(|(a, b)| (a - b).abs() / a.max(1e-9)).fold(0.0, f64::max);
			let volatility =
				(market.volatility[0] - was.volatility).abs() / was.volatility.max(1e-9);
			prices.max(volatility / 4.0)
		};
		for (nth, (account, look)) in self.looks.iter_mut().enumerate() {
			let turn = block % ROUNDS == nth as u64 % ROUNDS;
			if !(all || turn || look.block == 0 || moved(look) > look.slack) {
				continue;
			}
			self.looked += 1;
			let Ok(is) = Margin::assess_in(&mut session, account, Lens::Latest) else { continue };
			let excess = number(is.maintenance_excess());
			let slack = 0.08 * excess / number(is.requirement()).max(1.0);
			let volatility = market.volatility[0];
			*look = Look { block, spot: market.spot, volatility, slack };
			let open = Auctions::<Runtime>::contains_key(account);
			// Of bare debt that the pool could not pay nothing is left to be done.
			let booked = Deficits::<Runtime>::contains_key(account);
			let fails = excess < 0.0 && is.state.allows(PriceUse::Flag);
			match fails && !open && !booked {
				true => self.failing.insert(account.clone()),
				false => self.failing.remove(account),
			};
		}
	}
}

/// Somebody with capital who buys what is cheap enough.
pub struct Liquidator {
	owner: AccountId32,
	/// His account.
	pub account: MarginAccountId,
	/// The discount from which he buys, as a share of the requirement.
	kappa: f64,
	/// Blocks between seeing an auction and his first bid.
	latency: u64,
	/// Until this block he has no margin to spare.
	rests: u64,
	/// Requirement that he stands for, if he does.
	stands_for: Option<f64>,
	rng: Rng,
}

impl Liquidator {
	/// Number `n`, with so much cash.
	pub fn new(n: usize, capital: f64, rng: &mut Rng) -> Self {
		let owner = key("liquidator", n);
		let account = open_account(&owner, 0, MarginMode::Portfolio);
		deposit(&owner, &account, CASH, capital);
		let mut rng = rng.fork();
		let kappa = rng.between(0.02, 0.25);
		let latency = 1 + rng.below(6) as u64;
		let stands_for = n.is_multiple_of(STANDS).then_some(capital / 2.0);
		let all = Self { owner, account, kappa, latency, rests: 0, stands_for, rng };
		if let Some(call) = all.standing_bid() {
			let stands = call.dispatch(RuntimeOrigin::signed(all.owner.clone()));
			assert!(stands.is_ok(), "{stands:?}");
		}
		all
	}

	/// The bid that he stands with, if he does.
	fn standing_bid(&self) -> Option<RuntimeCall> {
		let call = Call::place_backstop {
			bidder: self.account.clone(),
			kappa_min: Perbill::from_float(self.kappa),
			max_requirement: Money::saturating_from_integer(self.stands_for? as i64),
			underlyings: vec![BTC, ETH, DOTS].try_into().expect("three"),
		};
		Some(call.into())
	}

	/// Stand again, some time after what he stood with was taken or could not pay.
	fn stand(&self, world: &mut World) {
		let stands = Backstops::<Runtime>::get().iter().any(|one| one.bidder == self.account);
		if let Some(call) = self.standing_bid().filter(|_| !stands) {
			let _ = world.call(&self.owner, call);
		}
	}

	/// Bid for one of the auctions that he has seen, if one of a few that he looks at is cheap enough.
	fn act(&mut self, world: &mut World, block: u64, seen: &Seen) {
		if block < self.rests || self.stands_for.is_some() {
			return;
		}
		let ready = seen.open.iter().filter(|(_, at)| **at + self.latency <= block);
		let ready = ready.map(|(account, _)| account).collect::<Vec<_>>();
		for _ in 0..ready.len().min(4) {
			let account = (*self.rng.pick(&ready)).clone();
			let Ok(quote) = Liquidation::auction(account.clone()) else { continue };
			if quote.share.is_zero() {
				let _ = world.call(&self.owner, Call::touch { account });
				continue;
			}
			if account == self.account || quote.kappa < fixed(self.kappa) {
				continue;
			}
			// The state that he saw before this block began: others may have bought since.
			let Some(state_id) = seen.states.get(&account).copied() else { continue };
			let whole = Perbill::from_rational(quote.share.into_inner(), 10u128.pow(18));
			let bid = |divisor: u32, state_id| Call::bid {
				auctioned: account.clone(),
				bidder: self.account.clone(),
				state_id,
				max_share: Perbill::from_parts(whole.deconstruct() / divisor + 1),
				max_payment: Cash::MAX,
			};
			// He tries it at home first: a bid that fails costs him what the largest account's would.
			let fits = |divisor: &u32| would(&self.owner, bid(*divisor, quote.state_id));
			match [1, 3, 10].into_iter().find(fits) {
				Some(divisor) => {
					let _ = world.call(&self.owner, bid(divisor, state_id));
					return;
				},
				// No margin to spare, most likely.
				None => self.rests = block + 5,
			}
		}
	}
}

/// Whether a call would be done, tried and undone.
fn would(who: &AccountId32, call: impl Into<RuntimeCall>) -> bool {
	let call = call.into();
	let origin = RuntimeOrigin::signed(who.clone());
	let tried =
		|| TransactionOutcome::Rollback(Ok::<_, DispatchError>(call.dispatch(origin).is_ok()));
	with_transaction(tried).unwrap_or(false)
}

/// An owner who flags, bids for and rewards himself, as late and as cheap as he can.
pub struct Greedy {
	owner: AccountId32,
	/// The account that fails, and the one that buys.
	pub accounts: [MarginAccountId; 2],
	/// What his own calls gained him, at the prices of their blocks, all together; and the most by one.
	pub gained: f64,
	/// See `gained`.
	pub most: f64,
	/// Calls of his that were done.
	pub done: u32,
}

impl Greedy {
	/// He buys with an account that has this much cash.
	pub fn new(owner: AccountId32, failing: MarginAccountId, capital: f64) -> Self {
		let buyer = open_account(&owner, 1, MarginMode::Portfolio);
		deposit(&owner, &buyer, CASH, capital);
		Self { owner, accounts: [failing, buyer], gained: 0.0, most: 0.0, done: 0 }
	}

	fn worth(&self) -> Option<f64> {
		let equity = |account| Margin::assess(account, Lens::Latest).ok().map(|is| is.equity());
		Some(number(equity(&self.accounts[0])?) + number(equity(&self.accounts[1])?))
	}

	fn act(&mut self, world: &mut World, block: u64) {
		let [failing, buyer] = self.accounts.clone();
		let call = match Auctions::<Runtime>::get(&failing) {
			None => {
				// Not in each block: he asks for his standing first.
				let fails = Liquidation::flaggable(failing.clone()).is_ok();
				fails.then_some(Call::flag { account: failing, reward_to: buyer })
			},
			Some(auction) => {
				// A tenth each time, every other block, once it is cheap.
				let cheap = Liquidation::auction(failing.clone())
					.is_ok_and(|quote| quote.kappa > fixed(0.1) && !quote.share.is_zero());
				(cheap && block.is_multiple_of(2)).then(|| Call::bid {
					auctioned: failing,
					bidder: buyer,
					state_id: auction.state_id,
					max_share: Perbill::from_percent(10),
					max_payment: Cash::MAX,
				})
			},
		};
		let (Some(call), Some(before)) = (call, self.worth()) else { return };
		if world.call(&self.owner, call).is_ok() {
			let gain = self.worth().map_or(0.0, |after| after - before);
			self.gained += gain;
			self.most = self.most.max(gain);
			self.done += 1;
		}
	}
}

/// What everybody saw after the last block.
#[derive(Default)]
struct Seen {
	/// Auctions, and the blocks in which they were first seen.
	open: BTreeMap<MarginAccountId, u64>,
	states: BTreeMap<MarginAccountId, u32>,
}

/// Everybody who acts. Transactions come in the order of a pool: liquidations, makers' quotes, all others.
pub struct Agents {
	keeper: (AccountId32, MarginAccountId),
	/// Who looks.
	pub watcher: Watcher,
	/// Who buys.
	pub liquidators: Vec<Liquidator>,
	/// Who quotes.
	pub makers: Makers,
	griefer: Option<(AccountId32, MarginAccountId)>,
	/// Who deals with himself.
	pub greedy: Greedy,
	seen: Seen,
}

impl Agents {
	/// Of these accounts some may fail; liquidators have so much capital together.
	pub fn gather(
		accounts: &[MarginAccountId],
		greedy: (AccountId32, MarginAccountId),
		liquidators: usize,
		capital: f64,
		griefs: bool,
		rng: &mut Rng,
	) -> Self {
		let keeper = key("keeper", 0);
		let account = open_account(&keeper, 0, MarginMode::Standard);
		// Unequal: the largest has five times as much as the smallest.
		let parts = (0..liquidators).map(|_| rng.between(0.3, 1.5)).collect::<Vec<_>>();
		let sum = parts.iter().sum::<f64>();
		let liquidators = parts.iter().enumerate();
		let liquidators =
			liquidators.map(|(n, part)| Liquidator::new(n, capital * part / sum, rng));
		let liquidators = liquidators.collect::<Vec<_>>();
		let griefer = griefs.then(|| {
			let owner = key("griefer", 0);
			let account = open_account(&owner, 0, MarginMode::Portfolio);
			deposit(&owner, &account, CASH, capital / 4.0);
			(owner, account)
		});
		let greedy = Greedy::new(greedy.0, greedy.1, capital / 20.0);
		let mut watched = accounts.to_vec();
		watched.extend(liquidators.iter().map(|one| one.account.clone()));
		watched.extend(griefer.iter().map(|one| one.1.clone()));
		watched.push(greedy.accounts[1].clone());
		let watcher = Watcher::new(&watched);
		let (seen, makers) = Default::default();
		Self { keeper: (keeper, account), watcher, liquidators, makers, griefer, greedy, seen }
	}

	/// Look at the state that the last block left.
	pub fn observe(&mut self, block: u64) {
		let states = Auctions::<Runtime>::iter().map(|(account, is)| (account, is.state_id));
		self.seen.states = states.collect();
		self.seen.open.retain(|account, _| self.seen.states.contains_key(account));
		for account in self.seen.states.keys() {
			self.seen.open.entry(account.clone()).or_insert(block);
		}
	}

	/// What of liquidations they send in a block. The greedy and the griefer tip most.
	pub fn liquidate(&mut self, world: &mut World, block: u64, market: &Market) {
		self.greedy.act(world, block);
		self.watcher.look(block, market, false);
		self.flag(world);
		self.take_over(world);
		self.grief(world);
		for liquidator in &mut self.liquidators {
			liquidator.act(world, block, &self.seen);
		}
	}

	/// What liquidators send as any user does: some stand with bids, and each in his turn sells something of what he took
	/// to who quotes for it.
	pub fn trade(&mut self, world: &mut World, block: u64) {
		for (nth, liquidator) in self.liquidators.iter_mut().enumerate() {
			let turn = block + nth as u64;
			if turn.is_multiple_of(STANDS_AGAIN) {
				liquidator.stand(world);
			}
			if turn.is_multiple_of(UNLOADS) {
				unload(world, &liquidator.owner, &liquidator.account, &mut liquidator.rng);
			}
		}
	}

	/// Flag whoever fails. One that others flagged, or the chain itself, is none of ours.
	fn flag(&mut self, world: &mut World) {
		let reward_to = self.keeper.1.clone();
		for account in self.watcher.failing.clone() {
			// Who flags what cannot be flagged pays for a whole account's look.
			if Liquidation::flaggable(account.clone()).is_ok() {
				let call = Call::flag { account, reward_to: reward_to.clone() };
				if world.call(&self.keeper.0, call) == Err(Refusal::NoRoom) {
					break;
				}
			}
		}
		self.watcher.failing.retain(|account| {
			!Auctions::<Runtime>::contains_key(account)
				&& !Deficits::<Runtime>::contains_key(account)
		});
	}

	/// Let the pool have what nobody wanted to the end.
	fn take_over(&mut self, world: &mut World) {
		let due = pallet_liquidation::Params::<Runtime>::get().take_over_at();
		for account in self.seen.states.keys() {
			let clock = Liquidation::biddable_ms(account.clone());
			if clock.is_some_and(|biddable_ms| biddable_ms >= due) {
				let call = Call::take_over { account: account.clone() };
				if world.call(&self.keeper.0, call) == Err(Refusal::NoRoom) {
					break;
				}
			}
		}
	}

	/// Take the smallest part that may be taken of every auction.
	fn grief(&mut self, world: &mut World) {
		let Some((owner, bidder)) = self.griefer.clone() else { return };
		let least = pallet_liquidation::Params::<Runtime>::get().min_part;
		for (account, state_id) in &self.seen.states {
			if *account == bidder {
				continue;
			}
			let Ok(quote) = Liquidation::auction(account.clone()) else { continue };
			let whole = Perbill::from_rational(quote.share.into_inner(), 10u128.pow(18));
			let parts = (least * whole).deconstruct() + 2;
			let bid = Call::bid {
				auctioned: account.clone(),
				bidder: bidder.clone(),
				state_id: *state_id,
				max_share: Perbill::from_parts(parts),
				max_payment: Cash::MAX,
			};
			if world.call(&owner, bid) == Err(Refusal::NoRoom) {
				break;
			}
		}
	}
}
