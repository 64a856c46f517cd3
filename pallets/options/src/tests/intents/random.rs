// SPDX-License-Identifier: GPL-3.0-or-later

//! Random sets either settle with every promise kept, or change nothing.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeMap;
use straddle_test_kit::cases;

/// What is random of one account's intent, but for the legs.
#[derive(Clone, Debug)]
struct Terms {
	edge: i128,
	size: u64,
	fee_cap: Cash,
	max_size: u64,
	nonce: u64,
	is_own: bool,
}

fn terms() -> impl Strategy<Value = Terms> {
	let edge = prop_oneof![4 => 0..1_000_000i128, 1 => -20_000..0i128];
	let size = prop_oneof![6 => Just(1u64), 2 => Just(2), 1 => 0..5u64];
	let fee_cap = prop_oneof![5 => Just(10 * USD), 1 => 0..400_000i128];
	(edge, size, fee_cap, 1..6u64, 0..3u64, prop::bool::weighted(0.2)).prop_map(
		|(edge, size, fee_cap, max_size, nonce, is_own)| Terms {
			edge,
			size,
			fee_cap,
			max_size,
			nonce,
			is_own,
		},
	)
}

/// Flows of each instrument from one account to another.
type Flow = (usize, u8, u8, i64);

#[derive(Clone, Debug)]
struct Step {
	flows: Vec<Flow>,
	terms: Vec<Terms>,
	spoil: Option<(u8, i64)>,
	rotate: usize,
}

fn step() -> impl Strategy<Value = Step> {
	let flow = (0..5usize, 0..4u8, 0..4u8, 1..4i64);
	let spoil = prop::option::weighted(0.15, (0..4u8, 1..3i64));
	(prop::collection::vec(flow, 1..6), prop::collection::vec(terms(), 4), spoil, 0..4usize)
		.prop_map(|(flows, terms, spoil, rotate)| Step { flows, terms, spoil, rotate })
}

fn leg(nth: usize, quantity: i64) -> Leg {
	let series = [call(1_000), call(1_100), put(1_000), future()];
	match series.get(nth) {
		Some(series) => contracts(*series, quantity),
		None => lot(quantity.into()),
	}
}

/// Legs of each account by the flows, and a fair price of them at 10 a contract and a lot.
fn set(step: &Step) -> Vec<IntentFill> {
	let mut legs = BTreeMap::<u8, BTreeMap<usize, i64>>::new();
	for (nth, from, to, quantity) in &step.flows {
		*legs.entry(*from).or_default().entry(*nth).or_default() -= quantity;
		*legs.entry(*to).or_default().entry(*nth).or_default() += quantity;
	}
	if let Some((who, by)) = step.spoil {
		*legs.entry(who).or_default().entry(0).or_default() += by;
	}
	let size = step.terms[0].size;
	let mut set = Vec::new();
	for (n, flows) in legs {
		let Terms { edge, fee_cap, max_size, nonce, is_own, .. } =
			step.terms[usize::from(n)].clone();
		let mut ordered = flows.into_iter().filter(|(_, by)| *by != 0).collect::<Vec<_>>();
		ordered.sort_by_key(|(nth, _)| match leg(*nth, 1) {
			Leg::Contracts { series, .. } => (0, Some(series)),
			_ => (1, None),
		});
		if ordered.is_empty() {
			continue;
		}
		let fair = ordered.iter().map(|(_, by)| i128::from(*by) * USD).sum::<i128>();
		let legs = ordered.into_iter().map(|(nth, by)| leg(nth, by)).collect::<Vec<_>>();
		let one = intent(n + 1, &legs, fair + edge);
		let one = Intent { fee_cap, max_size, nonce, ..one };
		// Only the account 1's owner submits.
		set.push(if is_own && n == 0 { own(one, size) } else { signed(one, size) });
	}
	let count = set.len().max(1);
	set.rotate_left(step.rotate % count);
	set
}

/// What each account is worth at fixed prices, of cash, contracts at ten each and lots at ten each.
fn worth() -> BTreeMap<MarginAccountId, Cash> {
	let vaults = Bank::get();
	let mut worth = vaults.cash.clone();
	for (id, held) in &vaults.positions {
		for quantity in held.values() {
			*worth.entry(id.clone()).or_default() += i128::from(*quantity) * 10 * USD / 1_000_000;
		}
	}
	for ((id, _), amount) in &vaults.lots {
		*worth.entry(id.clone()).or_default() += amount * USD;
	}
	worth
}

proptest! {
	#![proptest_config(ProptestConfig { cases: cases(48), failure_persistence: None, ..Default::default() })]

	#[test]
	fn a_set_settles_whole_or_changes_nothing(
		steps in prop::collection::vec(step(), 1..10),
	) {
		let mut settled = 0;
		execute(|| {
			let mut filled = BTreeMap::<(MarginAccountId, u64), u64>::new();
			for n in 1..=4 {
				assert_ok!(Options::set_tier(RuntimeOrigin::root(), account(n), n - 1));
			}
			for step in &steps {
				let set = set(step);
				let root = sp_io::storage::root(StateVersion::V1);
				let (before, cash) = (worth(), Bank::get().cash);
				let pots = Bank::get().pots.values().sum::<Cash>();
				let submitter = Bank::cash(&account(99));
				let seen = events().len();
				let report = Options::intent_report(signer(1), set.clone().try_into().unwrap());
				assert_eq!(sp_io::storage::root(StateVersion::V1), root);
				let result = submit_as(signer(1), set.clone());
				let faultless =
					report.together.is_none() && report.intents.iter().all(Option::is_none);
				assert_eq!(faultless, result.is_ok(), "{report:?} {result:?}");
				if let Err(error) = result {
					assert_eq!(sp_io::storage::root(StateVersion::V1), root, "{error:?}");
					continue;
				}
				settled += 1;
				assert_sound();
				// Value moves, none is made: the accounts lose what the pots got, which is the fees.
				let sum = |worth: BTreeMap<_, Cash>| worth.into_values().sum::<Cash>();
				let fees = Bank::get().pots.values().sum::<Cash>() - pots;
				assert_eq!(sum(worth()) + fees, sum(before));
				assert_eq!(Bank::cash(&account(99)), submitter);
				let told = events().split_off(seen);
				let mut paid = 0;
				for (fill, cash_change) in set.iter().zip(&report.cash) {
					let Intent { account, limit, fee_cap, max_size, nonce, .. } = &fill.intent;
					let size = i128::from(fill.size);
					let event = told.iter().find_map(|event| match event {
						Event::IntentFilled { account: of, price, fee, .. } if of == account => {
							Some((*price, *fee))
						},
						_ => None,
					});
					let (price, fee) = event.expect("each has its event");
					// Within the limit and the cap, to the unit.
					assert!(price >= -limit * size, "{price} {limit}");
					assert!(fee <= fee_cap * size);
					let change = Bank::cash(account) - cash[account];
					assert_eq!((change, change), (price - fee, *cash_change));
					paid += fee;
					let sum = filled.entry((account.clone(), *nonce)).or_default();
					*sum += fill.size;
					assert!(*sum <= *max_size);
				}
				assert_eq!(paid, fees);
				assert!(fees >= 0, "rebates of {fees}");
			}
		});
		// Counted, so that a generator that never trades is seen when it is looked at.
		prop_assert!(settled <= steps.len());
	}
}

#[test]
fn most_random_sets_that_net_do_settle() {
	use proptest::{strategy::ValueTree, test_runner::TestRunner};
	let mut runner = TestRunner::deterministic();
	let mut settled = 0;
	for _ in 0..60 {
		let step = step().new_tree(&mut runner).unwrap().current();
		execute(|| settled += u32::from(submit_as(signer(1), set(&step)).is_ok()));
	}
	assert!(settled >= 15, "{settled}");
}
