// SPDX-License-Identifier: GPL-3.0-or-later

//! Passes over all accounts, and the calls.

use super::*;
use frame_support::{assert_noop, assert_ok, dispatch::Pays};
use straddle_traits::Filed;

/// As if the ladder had come to a chain with accounts.
fn unfiled(n: u32, headroom: f64) -> MarginAccountId {
	let account = account(n, vec![leg(1.0)], headroom);
	let mut filed = filed(&account);
	Liquidation::unfile(&account, &mut filed);
	MockLedger::set_filed(&account, filed);
	account
}

#[test]
fn accounts_that_were_never_filed_are_found_once() {
	ExtBuilder::default().build_and_execute(|| {
		let market = Market::default();
		market.put();
		let accounts: Vec<_> = (0..100).map(|n| unfiled(n, 10.0)).collect();
		assert!(accounts.iter().all(|account| !filed(account).is_filed()));
		assert!(!AllAccounts::<Test>::get().done);
		for _ in 0..100 {
			block_with(6_000, &market, Weight::zero(), Weight::zero());
			block_with(0, &market, BLOCK, lean(5));
		}
		assert!(AllAccounts::<Test>::get().done);
		assert!(accounts.iter().all(|account| filed(account).dues.len() == 2));
	});
}

#[test]
fn a_change_of_rules_is_seen_by_everybody_riskiest_first() {
	ladder(|market| {
		let count = 200;
		let accounts: Vec<_> =
			(0..count).map(|n| account(n, vec![leg(1.0)], 2.0 + f64::from(n) / 10.0)).collect();
		// By time alone, and not at all.
		trade(&id(900), |model| {
			*model = Model { rate: 1, since: now(), cash: WAD, ..Default::default() }
		});
		looked();
		block(6_000, &market);
		assert_eq!(looked(), []);
		let never = unfiled(901, 10.0);
		assert_noop!(
			Liquidation::refile_all(RuntimeOrigin::signed(who(1))),
			sp_runtime::DispatchError::BadOrigin
		);
		assert_ok!(Liquidation::refile_all(RuntimeOrigin::signed(who(101))));
		assert_eq!(last_event(), Event::AllMarkedDue);
		// Half of the rule's margins double.
		for account in accounts.iter().step_by(2) {
			let model = get(account).unwrap();
			put(account, &Model { cash: model.cash - 3 * WAD, ..model });
		}
		let mut seen = Vec::new();
		let mut blocks = 0;
		while seen.len() < count as usize + 1 {
			block_with(6_000, &market, Weight::zero(), Weight::zero());
			block_with(0, &market, BLOCK / 4, lean(10));
			seen.extend(looked());
			blocks += 1;
			assert!(blocks < 100, "{}", seen.len());
		}
		assert!(blocks > 1);
		while !AllAccounts::<Test>::get().done {
			block(6_000, &market);
		}
		let order: Vec<_> = seen.iter().filter(|account| accounts.contains(account)).collect();
		let mut first = order.clone();
		first.dedup();
		assert!(first.len() >= accounts.len());
		let by_risk = accounts.iter().take(50).filter(|account| seen[..80].contains(account));
		assert!(by_risk.count() >= 45, "the riskiest are among the first");
		assert!(accounts[..10].iter().step_by(2).all(in_auction));
		assert!(filed(&never).is_filed());
		for account in &accounts[20..] {
			assert!(filed(account).dues.len() == 2 || filed(account).hot || in_auction(account));
		}
	});
}

#[test]
fn an_order_during_a_pass_begins_another_and_starves_nobody() {
	ladder(|_| {
		AllAccounts::<Test>::kill();
		for n in 0..10 {
			unfiled(n, 10.0);
		}
		let all = MockLedger::accounts_after(None, 100);
		let mut pass = Relook::default();
		let step = |pass: &mut Relook| Liquidation::next_of_all(pass);
		for account in &all[..4] {
			assert_eq!(step(&mut pass).as_ref(), Some(account));
		}
		assert!(!pass.is_waiting(&all[3]) && pass.is_waiting(&all[4]));
		pass.restart();
		assert!(all.iter().all(|account| pass.is_waiting(account)));
		for account in all[4..].iter().chain(&all[..2]) {
			assert_eq!(step(&mut pass).as_ref(), Some(account));
			assert!(!pass.is_waiting(account));
		}
		pass.restart();
		assert!(all.iter().all(|account| pass.is_waiting(account)));
		for account in all[2..].iter().chain(&all[..2]) {
			assert_eq!(step(&mut pass).as_ref(), Some(account));
		}
		assert_eq!(step(&mut pass), None);
		assert!(pass.done && !pass.is_waiting(&all[0]));
		pass.restart();
		assert_eq!(pass, Relook::default());
	});
}

#[test]
fn anyone_may_file_what_is_not_filed() {
	ladder(|_| {
		let a = unfiled(1, 10.0);
		let file = |account: &MarginAccountId| {
			let call = Liquidation::file(RuntimeOrigin::signed(who(5)), account.clone());
			call.map(|info| info.pays_fee).map_err(|error| error.error)
		};
		assert_eq!(file(&a), Ok(Pays::No));
		assert_eq!(last_event(), Event::AccountFiled { account: a.clone() });
		assert_eq!(filed(&a).dues.len(), 2);
		assert_noop!(file(&a), Error::<Test>::FiledAlready);
		assert_noop!(file(&id(77)), Error::<Test>::NoSuchAccount);
		// Too late: filed, and not for free.
		put(&a, &Model { cash: 5 * WAD, ..get(&a).unwrap() });
		assert_eq!(file(&a), Ok(Pays::Yes));
		// Nothing to watch.
		trade(&id(2), |model| model.cash = WAD);
		assert_noop!(file(&id(2)), Error::<Test>::FiledAlready);
		// What cannot be valued is watched.
		put(&id(2), &Model { broken: true, ..Default::default() });
		assert_eq!(file(&id(2)), Ok(Pays::No));
		assert_eq!(filed(&id(2)), Filed { hot: true, ..Default::default() });
		let (failing, market) =
			(unfiled(3, 10.0), Market { spot: [80.0, 10.0], ..Default::default() });
		market.put();
		assert_ok!(flag(&failing));
		assert_noop!(file(&failing), Error::<Test>::AlreadyInAuction);
	});
}
