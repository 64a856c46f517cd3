// SPDX-License-Identifier: GPL-3.0-or-later

//! Random sequences of calls: tokens are neither made nor lost, a failing call changes nothing.

use crate::{mock::*, *};
use frame_support::{
	traits::Hooks,
	weights::{Weight, WeightMeter},
};
use proptest::prelude::*;
use sp_runtime::{AccountId32, FixedU128, StateVersion};
use std::cell::RefCell;
use straddle_primitives::*;
use straddle_test_kit::MockAuctions;

#[derive(Clone, Debug)]
enum Step {
	Deposit { who: usize, account: usize, kind: usize, amount: u128 },
	Withdraw { who: usize, account: usize, kind: usize, amount: u128, to: usize },
	Home { who: usize, account: usize, kind: usize, amount: u128 },
	RecoverHome { account: usize, asset: usize, cash: u128 },
	Send { who: usize, account: usize, asset: usize, amount: u128 },
	Park { account: usize, asset: usize, amount: u128 },
	Reopen { account: usize },
	Sweep { account: usize, kind: usize },
	Recover { account: usize, asset: usize, to: usize },
	Idle { steps: u64 },
	Price { kind: usize, price: u32, state: usize },
	Debt { from: usize, to: usize, amount: i128 },
	Weights { kind: usize, initial: u32, maintenance: u32, days: u64 },
	Cap { kind: usize, amount: u128, guardian: bool },
	GroupCap { group: usize, cap: Option<u32>, guardian: bool },
	Reference { kind: usize, price: u32 },
	Curves { later: u32 },
	Age { staleness: u32, omission: u32 },
	Times { hours: u64 },
	Relist { kind: usize },
	Pause { kind: usize },
	Resume { kind: usize },
	Auction { account: usize, on: bool },
	Wait { hours: u64 },
	Request { who: usize, account: usize, amount: u128 },
	Cancel { account: usize },
	Poll { steps: u64 },
}

const KINDS: [CollateralId; 4] = [CASH, DOTS, ETHER, REMOTE];
const ASSETS: [u32; 4] = [STABLE, DOT, ETH, JUNK];
const FEEDS: [FeedId; 3] = [STABLE_FEED, DOT_FEED, ETH_FEED];
const STATES: [PriceState; 4] =
	[PriceState::Valid, PriceState::Valid, PriceState::Uncertain, PriceState::Stale];

/// Amounts around everything that matters: the minima, the caps, all of a purse, nonsense.
fn amounts() -> impl Strategy<Value = u128> {
	prop_oneof![
		0..3u128,
		(0..50u128).prop_map(|n| n * DOT_MINIMUM / 2),
		(0..3_000u128).prop_map(|n| n * ONE_DOT + n),
		(0..12_000u128).prop_map(|n| n * USD),
		(0..3_000u128).prop_map(|n| n * ONE_ETH - n),
		Just(PURSE * ONE_DOT),
		Just(PURSE * ONE_DOT - 1),
		Just(u128::MAX),
	]
}

fn steps() -> impl Strategy<Value = Step> {
	let (who, account, kind) = (0..3usize, 0..4usize, 0..4usize);
	prop_oneof![
		4 => (who.clone(), account.clone(), kind.clone(), amounts())
			.prop_map(|(who, account, kind, amount)| Step::Deposit { who, account, kind, amount }),
		4 => (who.clone(), account.clone(), kind.clone(), amounts(), 0..5usize).prop_map(
			|(who, account, kind, amount, to)| Step::Withdraw { who, account, kind, amount, to }
		),
		2 => (who.clone(), account.clone(), kind.clone(), amounts())
			.prop_map(|(who, account, kind, amount)| Step::Home { who, account, kind, amount }),
		1 => (account.clone(), kind.clone(), 0..2 * USD)
			.prop_map(|(account, asset, cash)| Step::RecoverHome { account, asset, cash }),
		3 => (who.clone(), account.clone(), kind.clone(), amounts())
			.prop_map(|(who, account, asset, amount)| Step::Send { who, account, asset, amount }),
		2 => (account.clone(), kind.clone(), 0..2 * ONE_DOT)
			.prop_map(|(account, asset, amount)| Step::Park { account, asset, amount }),
		1 => (0..3usize).prop_map(|account| Step::Reopen { account }),
		3 => (account.clone(), kind.clone()).prop_map(|(account, kind)| Step::Sweep { account, kind }),
		1 => (account.clone(), kind.clone(), 0..5usize)
			.prop_map(|(account, asset, to)| Step::Recover { account, asset, to }),
		2 => (0..8u64).prop_map(|steps| Step::Idle { steps }),
		2 => (0..3usize, 1..400u32, 0..4usize)
			.prop_map(|(kind, price, state)| Step::Price { kind, price, state }),
		2 => (who.clone(), who, 0..5_000i128)
			.prop_map(|(from, to, n)| Step::Debt { from, to, amount: n * USD as i128 }),
		1 => (kind.clone(), 0..=100u32, 0..=100u32, 0..6u64).prop_map(
			|(kind, initial, maintenance, days)| Step::Weights { kind, initial, maintenance, days }
		),
		1 => (kind.clone(), amounts(), any::<bool>())
			.prop_map(|(kind, amount, guardian)| Step::Cap { kind, amount, guardian }),
		1 => (0..4usize, prop::option::of(0..20_000u32), any::<bool>())
			.prop_map(|(group, cap, guardian)| Step::GroupCap { group, cap, guardian }),
		1 => (kind.clone(), 0..3_000u32).prop_map(|(kind, price)| Step::Reference { kind, price }),
		1 => (0..3u32).prop_map(|later| Step::Curves { later }),
		1 => (0..3_000u32, 0..3u32)
			.prop_map(|(staleness, omission)| Step::Age { staleness, omission }),
		1 => (0..100u64).prop_map(|hours| Step::Times { hours }),
		1 => kind.clone().prop_map(|kind| Step::Relist { kind }),
		1 => kind.clone().prop_map(|kind| Step::Pause { kind }),
		1 => kind.prop_map(|kind| Step::Resume { kind }),
		1 => (account, any::<bool>()).prop_map(|(account, on)| Step::Auction { account, on }),
		2 => (0..30u64).prop_map(|hours| Step::Wait { hours }),
		4 => (0..3usize, 0..4usize, 0..9_000u128).prop_map(|(who, account, usd)| Step::Request {
			who,
			account,
			amount: usd * USD + usd,
		}),
		1 => (0..4usize).prop_map(|account| Step::Cancel { account }),
		4 => (0..8u64).prop_map(|steps| Step::Poll { steps }),
	]
}

struct World {
	people: [AccountId32; 3],
	/// The last one does not exist.
	accounts: [MarginAccountId; 4],
	/// What came from elsewhere of each token.
	brought: RefCell<[u128; 4]>,
	/// What owners gave the clearing account of each token, by recovering it there.
	given: RefCell<[u128; 4]>,
}

impl World {
	fn new() -> Self {
		let people = [alice(), bob(), carol()];
		let mut accounts = people.clone().map(|who| MockLedger::open(&who, 0)).to_vec();
		accounts.push(MarginAccountId(AccountId32::new([44; 32])));
		let brought = RefCell::default();
		let given = RefCell::default();
		Self { people, accounts: accounts.try_into().unwrap(), brought, given }
	}

	/// A person, a margin account's address, or the clearing account.
	fn target(&self, to: usize) -> AccountId32 {
		match to {
			0..=2 => self.people[to].clone(),
			3 => self.accounts[0].0.clone(),
			_ => Collateral::clearing_account(),
		}
	}

	fn take(&self, step: &Step) {
		let root = || sp_io::storage::root(StateVersion::V1);
		let before = root();
		let counted = counted();
		let result = match step.clone() {
			Step::Deposit { who, account, kind, amount } => {
				deposit(self.people[who].clone(), &self.accounts[account], KINDS[kind], amount)
			},
			Step::Withdraw { who, account, kind, amount, to } => {
				let (account, to) = (&self.accounts[account], self.target(to));
				withdraw(self.people[who].clone(), account, KINDS[kind], amount, to)
			},
			Step::Home { who, account, kind, amount } => {
				let (who, max) = (self.people[who].clone(), HOME_FEES.delivery);
				withdraw_home(who, &self.accounts[account], KINDS[kind], amount, max)
			},
			Step::RecoverHome { account, asset, cash } => {
				let who = self.people[account.min(2)].clone();
				recover_home(who, &self.accounts[account], ASSETS[asset], cash)
			},
			Step::Park { account, asset, amount } => {
				let account = self.accounts[account].clone();
				// One smallest unit at least: nothing does not come.
				let amount = amount + 1;
				let parked = Collateral::park(account, ASSETS[asset], amount);
				if parked.is_ok() {
					self.brought.borrow_mut()[asset] += amount;
				}
				parked
			},
			Step::Reopen { account } => {
				let book = &MockLedger::books()[&self.accounts[account]];
				if book.cash == 0 && book.lots.is_empty() {
					MockLedger::close(&self.accounts[account]);
					MockLedger::open(&self.people[account], 0);
				}
				Ok(())
			},
			Step::Sweep { account, kind } => sweep(&self.accounts[account], KINDS[kind]),
			Step::Recover { account, asset, to } => {
				let who = self.people[account.min(2)].clone();
				let held = || balance(ASSETS[asset], &Collateral::clearing_account());
				let before = held();
				let to = self.target(to);
				let recovered = recover(who, &self.accounts[account], ASSETS[asset], to);
				self.given.borrow_mut()[asset] += held() - before;
				recovered
			},
			Step::Weights { kind, initial, maintenance, days } => {
				set_weights(KINDS[kind], (initial, maintenance), days * DAY_MS)
			},
			Step::Cap { kind, amount, guardian } => {
				by(guardian, Call::set_cap { kind: KINDS[kind], cap: amount })
			},
			Step::GroupCap { group, cap, guardian } => {
				let group = [
					Group::Chain(SourceId::LOCAL),
					Group::Chain(ASSET_HUB),
					Group::Method(ProofMethod::Held),
					Group::Method(ProofMethod::RelayProof),
				][group];
				by(guardian, Call::set_group_cap { group, cap: cap.map(FixedU128::from_u32) })
			},
			Step::Reference { kind, price } => {
				let price = FixedU128::from_rational(price.into(), 7);
				as_root(Call::set_reference { kind: KINDS[kind], price })
			},
			Step::Curves { later } => {
				let later = |ages: Ages| Ages { hard: ages.hard + 500 * later, ..ages };
				let curves = Curves { maintenance: later(curves().maintenance), ..curves() };
				as_root(Call::set_source { source: ASSET_HUB, curves })
			},
			Step::Age { staleness, omission } => {
				MockChains::set(ASSET_HUB, staleness, omission);
				Ok(())
			},
			Step::Times { hours } => {
				let times = Times { minimum_ramp: hours * HOUR_MS, ..Times::default() };
				as_root(Call::set_times { times })
			},
			Step::Relist { kind } => {
				let gone = as_root(Call::delist { kind: KINDS[kind] });
				if gone.is_ok() {
					let (kind, asset, listing) = genesis().kinds.swap_remove(kind);
					assert_eq!(as_root(Call::list_asset { kind, asset, listing }), Ok(()));
				}
				gone
			},
			Step::Pause { kind } => pause(KINDS[kind]),
			Step::Resume { kind } => as_root(Call::resume { kind: KINDS[kind] }),
			Step::Send { who, account, asset, amount } => {
				let (id, target) = (ASSETS[asset], self.accounts[account].0.clone());
				let call = pallet_assets::Call::transfer_keep_alive { id, target, amount };
				let origin = RuntimeOrigin::signed(self.people[who].clone());
				use sp_runtime::traits::Dispatchable;
				RuntimeCall::Assets(call).dispatch(origin).map(|_| ()).map_err(|e| e.error)
			},
			Step::Idle { steps } => {
				let base = <() as WeightInfo>::pending_base();
				let room = (base + <() as WeightInfo>::pending_step() * steps) * 4;
				let spent = Collateral::on_idle(System::block_number(), room);
				assert!(spent.all_lte(room), "more spent than was there");
				Ok(())
			},
			Step::Price { kind, price, state } => {
				let price = FixedU128::from_rational(price.into(), if kind == 0 { 200 } else { 1 });
				set_price(FEEDS[kind], price, STATES[state], Now::get());
				Ok(())
			},
			Step::Debt { from, to, amount } => {
				MockLedger::edit(&self.accounts[from], |account| account.cash -= amount);
				MockLedger::edit(&self.accounts[to], |account| account.cash += amount);
				Ok(())
			},
			Step::Auction { account, on } => {
				MockAuctions::set(&self.accounts[account], on);
				Ok(())
			},
			Step::Wait { hours } => {
				Now::set(Now::get() + hours * HOUR_MS);
				Ok(())
			},
			Step::Request { who, account, amount } => {
				let (account, to) = (self.accounts[account].clone(), self.people[who].clone());
				let call = Call::request_withdrawal { account, amount, to };
				dispatch(RuntimeOrigin::signed(self.people[who].clone()), call)
			},
			Step::Cancel { account } => {
				let who = RuntimeOrigin::signed(self.people[account.min(2)].clone());
				dispatch(who, Call::cancel_withdrawal { account: self.accounts[account].clone() })
			},
			Step::Poll { steps } => {
				let step = <() as WeightInfo>::queue_step() + <() as WeightInfo>::queue_value(0);
				let room = <() as WeightInfo>::queue_base() + step * steps;
				let mut meter = WeightMeter::with_limit(room);
				Collateral::on_poll(System::block_number(), &mut meter);
				assert!(meter.consumed().all_lte(room), "more spent than was there");
				Ok(())
			},
		};
		if result.is_err() {
			assert_eq!(root(), before, "a failing call left something behind");
		}
		slowly(step, &counted);
	}

	fn check(&self) {
		Collateral::do_try_state().expect("invariants hold");
		assert_totals();
		let clearing = Collateral::clearing_account();
		for (n, (asset, unit, treasury_at_first)) in
			[(STABLE, USD, 1), (DOT, ONE_DOT, DOT_MINIMUM), (ETH, ONE_ETH, 1), (JUNK, 1, 1)]
				.into_iter()
				.enumerate()
		{
			let parked: u128 =
				self.accounts.iter().map(|account| Parked::<Test>::get(account, asset)).sum();
			let brought = treasury_at_first + self.brought.borrow()[n];
			let supply = unit * PURSE * 3 + brought - parked - MockHome::arrived(asset);
			assert_eq!(Assets::total_supply(asset), supply, "made or burnt");
			let holders = self.people.iter().chain(self.accounts.iter().map(|account| &account.0));
			let others = [&clearing, &treasury()];
			let sum: u128 = holders.chain(others).map(|who| balance(asset, who)).sum();
			assert_eq!(sum, supply, "gone astray");
		}
		// Besides what it was given, the clearing account holds what is booked, to the unit.
		for (n, (asset, kind)) in [(STABLE, CASH), (DOT, DOTS), (ETH, ETHER)].iter().enumerate() {
			let booked = Credited::<Test>::get(kind) + self.given.borrow()[n];
			assert_eq!(balance(*asset, &clearing), booked);
		}
		for account in &self.accounts[..3] {
			for (kind, amount) in &MockLedger::books()[account].lots {
				let credit = Collateral::credit_of(*kind, *amount).expect("can be valued");
				assert!(credit.initial <= credit.maintenance);
			}
		}
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(24))]

	#[test]
	fn tokens_are_conserved_and_failing_calls_change_nothing(
		plan in prop::collection::vec(steps(), 1..60)
	) {
		ExtBuilder.build().execute_with(|| {
			let world = World::new();
			for step in &plan {
				world.take(step);
				world.check();
			}
			// However it went: when all is calm again, everybody gets everything out.
			world.calm();
			for (who, account) in world.people.iter().zip(&world.accounts) {
				for (kind, amount) in MockLedger::books()[account].lots.clone() {
					let paid = withdraw(who.clone(), account, kind, amount, who.clone());
					if account_owes(account) {
						continue;
					}
					// The last units may be below the token's minimum balance; then a deposit more
					// brings them out.
					let inexact: sp_runtime::DispatchError = Error::<Test>::InexactTransfer.into();
					assert!(paid.is_ok() || paid == Err(inexact), "{paid:?}");
				}
			}
			world.check();
			let _ = Collateral::on_idle(1, Weight::MAX);
			world.check();
		});
	}
}

fn account_owes(account: &MarginAccountId) -> bool {
	MockLedger::books()[account].cash < 0
}

impl World {
	fn calm(&self) {
		for account in &self.accounts {
			MockAuctions::set(account, false);
		}
		for (feed, price) in FEEDS.into_iter().zip([1u128, 5, 2_000]) {
			set_price(feed, usd(price * 100), PriceState::Valid, Now::get());
		}
	}
}

/// By the guardian, or by whoever may do all.
fn by(guardian: bool, call: Call<Test>) -> sp_runtime::DispatchResult {
	let origin = match guardian {
		true => RuntimeOrigin::signed(Guardian::get()),
		false => RuntimeOrigin::root(),
	};
	dispatch(origin, call)
}

/// Of each kind of lot: its maintenance credit, and its concentration factor in millionths.
fn counted() -> Vec<(i128, i128)> {
	let of = |kind: CollateralId| {
		let info = Kinds::<Test>::get(kind).expect("is listed");
		let lot = 10u128.pow(info.decimals.into()) * 1_000;
		let credit = Collateral::credit_of(kind, lot).expect("can be valued");
		let own = info.concentration(Credited::<Test>::get(kind), Now::get()).expect("fits");
		let group = crate::groups::concentration::<Test>(&info, Now::get());
		let factor = own.min(group.unwrap_or_default());
		(credit.maintenance.into_inner(), factor / 1_000_000_000_000)
	};
	KINDS[1..].iter().copied().map(of).collect()
}

/// No call takes maintenance credit at once, and the concentration factor falls by 5 % of one an hour
/// at most.
fn slowly(step: &Step, before: &[(i128, i128)]) {
	let hours = if let Step::Wait { hours } = step { *hours as i128 } else { 0 };
	let moved = matches!(
		step,
		Step::Wait { .. } | Step::Price { .. } | Step::Age { .. } | Step::Relist { .. }
	);
	for ((was, factor_was), (is, factor_is)) in before.iter().zip(counted()) {
		assert!(moved || is >= *was, "{step:?} took maintenance credit at once");
		assert!(factor_is >= factor_was - 50_000 * hours - 1, "{step:?}: {factor_was} {factor_is}");
	}
}
