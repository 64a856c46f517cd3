// SPDX-License-Identifier: GPL-3.0-or-later

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError::BadOrigin;
use straddle_test_kit::MockAuctions;

type Problem = Error<Test>;

#[test]
fn an_account_has_the_address_of_chain_owner_and_index() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(Margin::create_account(origin(ALICE), 3));
		let genesis = System::block_hash(0);
		let account = MarginAccountId::derive(&genesis, &ALICE, 3);
		assert_eq!(Margin::account_id(ALICE, 3), account);
		assert_ne!(Margin::account_id(ALICE, 4), account);
		assert_eq!(Margin::owner(&account), Some(ALICE));
		assert_eq!(Owned::<Test>::get(&ALICE).to_vec(), vec![account.clone()]);
		System::assert_last_event(Event::AccountCreated { account, owner: ALICE, index: 3 }.into());
	});
}

#[test]
fn an_account_is_made_once_and_an_owner_has_64() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(Margin::create_account(RuntimeOrigin::none(), 0), BadOrigin);
		for index in 0..MAX_ACCOUNTS_PER_OWNER {
			assert_ok!(Margin::create_account(origin(ALICE), index));
		}
		assert_noop!(Margin::create_account(origin(ALICE), 5), Problem::AccountExists);
		assert_noop!(Margin::create_account(origin(ALICE), 64), Problem::TooManyAccounts);
		assert_ok!(Margin::create_account(origin(BOB), 64));
		assert_ok!(Margin::close_account(origin(ALICE), id(ALICE, 0)));
		assert_ok!(Margin::create_account(origin(ALICE), 64));
	});
}

#[test]
fn another_pallet_gets_an_account_and_makes_it_if_it_must() {
	ExtBuilder.build_and_execute(|| {
		let account = id(ALICE, 2);
		for _ in 0..2 {
			assert_eq!(Margin::get_or_open(&ALICE, 2), Ok(account.clone()));
			assert_eq!(Margin::owner(&account), Some(ALICE));
			assert_eq!(Owned::<Test>::get(&ALICE).len(), 1);
		}
	});
}

#[test]
fn only_an_empty_account_of_ones_own_is_closed() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 5);
		assert_noop!(Margin::close_account(origin(BOB), account.clone()), Problem::NotOwner);
		assert_noop!(Margin::close_account(origin(BOB), id(BOB, 0)), Problem::NoAccount);
		let not_empty = Problem::AccountNotEmpty;
		assert_noop!(Margin::close_account(origin(ALICE), account.clone()), not_empty);
		assert_ok!(withdraw(&account, 5 * USD));
		MockAuctions::set(&account, true);
		let auctioned = Margin::close_account(origin(ALICE), account.clone());
		assert_eq!(auctioned, Err(Problem::InAuction.into()));
		MockAuctions::set(&account, false);
		assert_ok!(Margin::close_account(origin(ALICE), account.clone()));
		assert!(!Accounts::<Test>::contains_key(&account));
		assert!(!Owned::<Test>::contains_key(&ALICE));
		System::assert_last_event(Event::AccountClosed { account, owner: ALICE }.into());
	});
}

#[test]
fn a_lot_a_position_or_an_order_keeps_an_account_open() {
	ExtBuilder.build_and_execute(|| {
		let (lot, long, order) = (open(ALICE, 0, 0), open(ALICE, 1, 0), open(ALICE, 2, 0));
		let short = open(BOB, 0, 0);
		deposit_lot(&lot, DOT, 1);
		assert_ok!(trade(
			(&long, Rule::Forced),
			(&short, Rule::Forced),
			call(100_000),
			CONTRACT,
			0
		));
		let change = OrderChange { buy: 5, ..Default::default() };
		let resting = Entry::new(order.clone(), Rule::Forced).order(call(1), change);
		assert_ok!(Margin::book(Journal::of(vec![resting])));
		for account in [lot, long, order] {
			let closed = Margin::close_account(origin(ALICE), account);
			assert_eq!(closed, Err(Problem::AccountNotEmpty.into()));
		}
	});
}

#[test]
fn a_delegate_trades_but_does_not_withdraw() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 0);
		assert_noop!(Margin::set_delegate(origin(BOB), account.clone(), BOB), Problem::NotOwner);
		assert_eq!(Margin::ensure_may_trade(&account, &BOB), Err(Problem::MayNotTrade.into()));
		assert_ok!(Margin::set_delegate(origin(ALICE), account.clone(), BOB));
		System::assert_last_event(
			Event::DelegateSet { account: account.clone(), delegate: BOB }.into(),
		);
		assert_ok!(Margin::ensure_may_trade(&account, &BOB));
		assert_ok!(Margin::ensure_may_trade(&account, &ALICE));
		assert_ok!(Margin::ensure_may_withdraw(&account, &ALICE));
		assert_eq!(Margin::ensure_may_withdraw(&account, &BOB), Err(Problem::NotOwner.into()));
		// A delegate makes no delegates.
		assert_noop!(
			Margin::set_delegate(origin(BOB), account.clone(), CHARLIE),
			Problem::NotOwner
		);
		assert_noop!(
			Margin::set_delegate(origin(ALICE), account.clone(), BOB),
			Problem::AlreadyDelegate
		);
		assert_noop!(
			Margin::remove_delegate(origin(ALICE), account.clone(), CHARLIE),
			Problem::NotDelegate
		);
		assert_noop!(Margin::remove_delegate(origin(BOB), account.clone(), BOB), Problem::NotOwner);
		assert_ok!(Margin::remove_delegate(origin(ALICE), account.clone(), BOB));
		assert_eq!(Margin::ensure_may_trade(&account, &BOB), Err(Problem::MayNotTrade.into()));
		System::assert_last_event(Event::DelegateRemoved { account, delegate: BOB }.into());
		let nobody = id(BOB, 9);
		assert_eq!(Margin::ensure_may_trade(&nobody, &BOB), Err(Problem::NoAccount.into()));
		assert_eq!(Margin::ensure_may_withdraw(&nobody, &BOB), Err(Problem::NoAccount.into()));
	});
}

/// Who may sign for an account can sign: the chain knows him without any token.
#[test]
fn keys_of_accounts_exist() {
	ExtBuilder.build_and_execute(|| {
		let known = |who: [&AccountId32; 3]| who.map(System::sufficients);
		let known = || known([&ALICE, &BOB, &CHARLIE]);
		assert_eq!(known(), [0, 0, 0]);
		let account = open(ALICE, 0, 0);
		open(ALICE, 1, 0);
		assert_ok!(Margin::set_delegate(origin(ALICE), account.clone(), BOB));
		assert_ok!(Margin::set_delegate(origin(ALICE), id(ALICE, 1), BOB));
		assert_eq!(known(), [2, 2, 0]);
		assert_ok!(Margin::remove_delegate(origin(ALICE), id(ALICE, 1), BOB));
		assert_eq!(known(), [2, 1, 0]);
		// With the account go its owner and his delegates.
		assert_ok!(Margin::offer_ownership(origin(ALICE), account.clone(), CHARLIE));
		assert_ok!(Margin::accept_ownership(origin(CHARLIE), account.clone()));
		assert_eq!(known(), [1, 0, 1]);
		assert_ok!(Margin::set_delegate(origin(CHARLIE), account.clone(), BOB));
		assert_ok!(Margin::close_account(origin(CHARLIE), account));
		assert_ok!(Margin::close_account(origin(ALICE), id(ALICE, 1)));
		assert_eq!(known(), [0, 0, 0]);
		assert!(!System::account_exists(&ALICE));
	});
}

/// What a key signed cannot be sent again: its nonce outlives what it may sign for.
#[test]
fn keys_that_signed_are_never_forgotten() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 0);
		let signs = |who: &AccountId32| System::inc_account_nonce(who);
		let known = || {
			[&ALICE, &BOB, &CHARLIE]
				.map(|who| (System::account_nonce(who), System::sufficients(who)))
		};
		assert_ok!(Margin::set_delegate(origin(ALICE), account.clone(), BOB));
		assert_ok!(Margin::set_delegate(origin(ALICE), account.clone(), CHARLIE));
		signs(&BOB);
		assert_eq!(known(), [(0, 1), (1, 1), (0, 1)]);
		for bob in 1..4 {
			assert_ok!(Margin::remove_delegate(origin(ALICE), account.clone(), BOB));
			assert_eq!(known(), [(0, 1), (1, bob), (0, 1)]);
			assert_ok!(Margin::set_delegate(origin(ALICE), account.clone(), BOB));
			assert_eq!(known(), [(0, 1), (1, bob + 1), (0, 1)]);
		}
		// Neither is an owner, nor those who go with his account.
		signs(&ALICE);
		assert_ok!(Margin::close_account(origin(ALICE), account.clone()));
		assert_eq!(known(), [(1, 1), (1, 4), (0, 0)]);
		let account = open(ALICE, 0, 0);
		assert_ok!(Margin::set_delegate(origin(ALICE), account.clone(), BOB));
		assert_ok!(Margin::offer_ownership(origin(ALICE), account.clone(), CHARLIE));
		assert_ok!(Margin::accept_ownership(origin(CHARLIE), account.clone()));
		assert_eq!(known(), [(1, 2), (1, 5), (0, 1)]);
		// Who never signed leaves nothing.
		assert_ok!(Margin::close_account(origin(CHARLIE), account));
		assert!(!System::account_exists(&CHARLIE));
	});
}

#[test]
fn an_account_has_eight_delegates() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 0);
		for n in 0..8 {
			let delegate = AccountId32::new([100 + n; 32]);
			assert_ok!(Margin::set_delegate(origin(ALICE), account.clone(), delegate));
		}
		assert_noop!(Margin::set_delegate(origin(ALICE), account, BOB), Problem::TooManyDelegates);
	});
}

#[test]
fn cash_moves_between_accounts_of_one_owner() {
	ExtBuilder.build_and_execute(|| {
		let (from, to, other) = (open(ALICE, 0, 10), open(ALICE, 1, 0), open(BOB, 0, 0));
		let send = |who, from: &MarginAccountId, to: &MarginAccountId, amount| {
			Margin::transfer_cash(origin(who), from.clone(), to.clone(), amount)
				.map(|_| ())
				.map_err(|failed| failed.error)
		};
		assert_eq!(send(BOB, &from, &other, 1), Err(Problem::NotOwner.into()));
		assert_eq!(send(ALICE, &from, &other, 1), Err(Problem::NotSameOwner.into()));
		assert_eq!(send(ALICE, &from, &id(ALICE, 7), 1), Err(Problem::NoAccount.into()));
		assert_eq!(send(ALICE, &from, &to, 0), Err(Problem::ZeroAmount.into()));
		let twice = Problem::Unbalanced(Imbalance::AccountTwice);
		assert_eq!(send(ALICE, &from, &from, 1), Err(twice.into()));
		let too_much = send(ALICE, &from, &to, 10_000_001);
		assert_eq!(too_much, Err(Problem::WithdrawalTooLarge.into()));
		assert_eq!(send(ALICE, &from, &to, u128::MAX), Err(ArithmeticError::Overflow.into()));
		assert_ok!(send(ALICE, &from, &to, 10_000_000));
		assert_eq!((Margin::cash(&from), Margin::cash(&to)), (0, 10 * USD));
		let moved = Event::CashTransferred { from, to, amount: 10 * USD };
		System::assert_last_event(moved.into());
	});
}

#[test]
fn a_transfer_refunds_the_weight_of_positions_that_are_not_there() {
	ExtBuilder.build_and_execute(|| {
		let (from, to) = (open(ALICE, 0, 10), open(ALICE, 1, 0));
		let info = Margin::transfer_cash(origin(ALICE), from, to, 1).expect("a transfer");
		let actual = info.actual_weight.expect("the actual weight is known");
		assert_eq!(actual, <() as WeightInfo>::transfer_cash(0));
		let most = <() as WeightInfo>::transfer_cash(MAX_SERIES);
		assert!(actual.all_lte(most) && actual.ref_time() < most.ref_time());
	});
}

#[test]
fn parameters_are_set_by_the_risk_origin_inside_their_bounds() {
	ExtBuilder.build_and_execute(|| {
		let good = RiskParams::default();
		assert_noop!(Margin::set_params(origin(ALICE), good), BadOrigin);
		let percent = |n| FixedU128::from_rational(n, 100);
		let bad = [
			RiskParams { reserve: percent(51), ..good },
			RiskParams { peg_tolerance: percent(11), ..good },
			RiskParams { near_mark: percent(21), ..good },
			RiskParams { curve: CurveParams { at_full: percent(99), ..good.curve }, ..good },
			RiskParams { curve: CurveParams { at_full: percent(1_001), ..good.curve }, ..good },
			RiskParams {
				standard: StandardParams { maintenance: percent(14), ..good.standard },
				..good
			},
			RiskParams {
				standard: StandardParams {
					initial: FixedU128::from_inner(u128::MAX),
					..good.standard
				},
				..good
			},
		];
		for params in bad {
			assert_noop!(Margin::set_params(RuntimeOrigin::root(), params), Problem::InvalidParams);
		}
		let params = RiskParams { reserve: percent(50), ..good };
		assert_ok!(Margin::set_params(RuntimeOrigin::root(), params));
		assert_eq!(Params::<Test>::get(), params);
		System::assert_last_event(Event::ParamsSet { params }.into());
	});
}

#[test]
#[should_panic(expected = "margin parameters are outside their bounds")]
fn a_genesis_with_bad_parameters_is_refused() {
	let params = RiskParams { reserve: FixedU128::from_u32(1), ..Default::default() };
	sp_io::TestExternalities::default().execute_with(|| {
		use frame_support::traits::BuildGenesisConfig;
		GenesisConfig::<Test> { params, ..Default::default() }.build();
	});
}
