// SPDX-License-Identifier: GPL-3.0-or-later

//! Proofs of vaults: what is accepted, what it changes, what it costs, and each way to be refused.

use super::{hub::*, tries::*};
use crate::{mock::*, *};
use frame_support::{
	assert_noop, assert_ok,
	dispatch::{DispatchResultWithPostInfo, Pays},
	BoundedVec,
};
use sp_core::H256;
use sp_runtime::AccountId32;
use straddle_primitives::*;
use straddle_traits::{Anchor, CollateralSource, OrderPurpose};

fn pays(result: DispatchResultWithPostInfo) -> Pays {
	result.expect("it is accepted").pays_fee
}

fn known(kind: CollateralId) -> Vault {
	Vaults::<Test>::get(account(), kind).unwrap()
}

#[test]
fn what_lies_in_a_vault_is_proven_by_anyone_and_free() {
	build_and_execute(|| {
		let mut hub = Hub::new();
		let entries = [(DOT, native(5_000, 7, 1_000)), (USDT, asset(77, 0)), (WETH, asset(300, 0))];
		let relay_block = hub.block(&entries);
		for (kind, held) in [(DOT, 4_000), (USDT, 77), (WETH, 300)] {
			assert_eq!(pays(hub.prove(kind)), Pays::No);
			let observation = Observation::Raised;
			let anchor = (relay_block, 1);
			let account = account();
			System::assert_last_event(
				Event::Observed { account, kind, held, anchor, observation }.into(),
			);
			assert_eq!((known(kind).proven, known(kind).number), (held, 1));
			let verified =
				RemoteVault::verify(&self::account(), kind, &hub.head(), hub.answer(kind));
			assert_eq!(verified, Ok(held));
		}
	});
}

#[test]
fn who_shows_nothing_new_pays() {
	build_and_execute(|| {
		let mut hub = Hub::new();
		hub.block(&[(DOT, native(5_000, 0, 0))]);
		assert_eq!(pays(hub.prove(DOT)), Pays::No);
		// The same again, and dust: less than has to stay in an account.
		hub.block(&[]);
		assert_eq!(pays(hub.prove(DOT)), Pays::Yes);
		hub.block(&[(DOT, native(5_000 + DEPOSIT - 1, 0, 0))]);
		assert_eq!(pays(hub.prove(DOT)), Pays::Yes);
		assert_eq!(known(DOT).proven, 5_000 + DEPOSIT - 1);
		hub.block(&[(DOT, native(5_000 + 2 * DEPOSIT, 0, 0))]);
		assert_eq!(pays(hub.prove(DOT)), Pays::No);
		// Less than only our orders could have left: whoever shows that is thanked.
		hub.block(&[(DOT, native(10, 0, 0))]);
		assert_eq!(pays(hub.prove(DOT)), Pays::No);
		assert!(known(DOT).breach.is_some());
	});
}

#[test]
fn what_settles_an_order_is_free() {
	build_and_execute(|| {
		let mut hub = Hub::new();
		hub.block(&[(DOT, native(5_000, 0, 0))]);
		assert_ok!(hub.prove(DOT));
		let relay_block = hub.block(&[(DOT, native(4_000, 0, 0))]);
		Vaults::<Test>::mutate(account(), DOT, |vault| {
			let vault = vault.as_mut().unwrap();
			let id = vault.order(OrderPurpose::Release, 1_000, DEPOSIT).unwrap();
			vault.reply_fence(OrderPurpose::Release, id, relay_block).unwrap();
		});
		assert_eq!(pays(hub.prove(DOT)), Pays::No);
		assert_eq!((known(DOT).proven, known(DOT).release), (4_000, None));
		assert_eq!(known(DOT).breach, None);
	});
}

#[test]
fn a_vault_that_does_not_exist_holds_nothing_and_is_not_remembered() {
	build_and_execute(|| {
		let mut hub = Hub::new();
		hub.block(&[]);
		for kind in [DOT, USDT, WETH] {
			assert_noop!(hub.prove(kind), Error::<Test>::NothingToCount);
		}
		// Nor one in which no more lies than has to stay there, or nothing that can be moved.
		hub.block(&[(DOT, native(DEPOSIT, 50, 0)), (USDT, asset(77, 1)), (WETH, asset(777, 2))]);
		for kind in [DOT, USDT, WETH] {
			assert_noop!(hub.prove(kind), Error::<Test>::NothingToCount);
		}
		assert_eq!(Vaults::<Test>::iter().count(), 0);
	});
}

#[test]
fn an_account_that_is_frozen_blocked_or_gone_counts_nothing() {
	for (kind, gone) in
		[(USDT, asset(77_000, 1)), (USDT, asset(77_000, 2)), (DOT, native(9_000, 0, 9_000))]
	{
		build_and_execute(|| {
			let mut hub = Hub::new();
			hub.block(&[(USDT, asset(77_000, 0)), (DOT, native(9_000, 0, 0))]);
			assert_ok!(hub.prove(kind));
			assert!(known(kind).credit(DEPOSIT) > 0);
			hub.block(&[(kind, gone.clone())]);
			assert_ok!(hub.prove(kind));
			assert_eq!((known(kind).proven, known(kind).credit(0)), (0, 0));
		});
	}
	build_and_execute(|| {
		let mut hub = Hub::new();
		hub.block(&[(DOT, native(9_000, 0, 0))]);
		assert_ok!(hub.prove(DOT));
		hub.values.remove(&vault_key(&account(), &holding(DOT)));
		hub.block(&[]);
		assert_ok!(hub.prove(DOT));
		assert_eq!(known(DOT).proven, 0);
	});
}

#[test]
fn a_proof_says_what_is_wrong_with_it() {
	build_and_execute(|| {
		let mut hub = Hub::new();
		let first = hub.block(&[(DOT, native(5_000, 0, 0))]);
		let old = hub.proof(DOT);
		let second = hub.block(&[(DOT, native(6_000, 0, 0)), (USDT, asset(9_000, 0))]);
		let good = hub.proof(DOT);
		let refused = |kind, relay_block, nodes, error: Error<Test>| {
			assert_noop!(prove(kind, relay_block, nodes), error);
		};
		let wrong = |error| Error::<Test>::Proof(error);

		refused(CollateralId(9), second, good.clone(), Error::UnknownKind);
		for never in [0, first - 1, second + 1, u32::MAX] {
			refused(DOT, never, good.clone(), Error::UnknownHead);
		}
		// Of another block, of another kind, of nothing.
		refused(DOT, second, old.clone(), wrong(ProofError::RootMissing));
		refused(DOT, first, good.clone(), wrong(ProofError::RootMissing));
		refused(USDT, second, good.clone(), wrong(ProofError::NodeMissing));
		refused(DOT, second, ProofNodes::new(), wrong(ProofError::RootMissing));
		// Without the lowest, without the root, without any but that.
		let without = |place: usize| {
			let mut less = good.clone();
			less.remove(place);
			less[0].at = 0;
			less
		};
		let top = good.len() - 1;
		for place in [0, 1, top] {
			refused(DOT, second, without(place), wrong(ProofError::RootMissing));
		}
		let root = hub.answer(DOT).into_iter();
		let root = root.filter(|node| sp_crypto_hashing::blake2_256(node) == hub.state.root.0);
		let whole = |node: Vec<u8>| ProofNode { at: 0, bytes: node.try_into().unwrap() };
		let root = ProofNodes::truncate_from(root.map(whole).collect());
		refused(DOT, second, root, wrong(ProofError::NodeMissing));
		// The hash somewhere else, in the first one, beyond the end.
		for (place, at, error) in [
			(1, 0, ProofError::RootMissing),
			(0, 1, ProofError::Misplaced),
			(top, u16::MAX, ProofError::Misplaced),
		] {
			let mut moved = good.clone();
			moved[place].at = at;
			refused(DOT, second, moved, wrong(error));
		}
		// Something above the root, or in another order.
		let mut more = good.clone();
		more.try_push(ProofNode { at: 0, bytes: Default::default() }).unwrap();
		refused(DOT, second, more, wrong(ProofError::NodeUnused));
		let mut turned = good.clone().into_inner();
		turned.swap(0, top);
		turned[0].at = 0;
		refused(DOT, second, turned.try_into().unwrap(), wrong(ProofError::RootMissing));
		let large = vec![7; proof::MAX_NODE_BYTES as usize].try_into().unwrap();
		let large = vec![ProofNode { at: 0, bytes: large }; proof::MAX_NODES as usize];
		refused(DOT, second, large.try_into().unwrap(), wrong(ProofError::TooLarge));
		// Another one's vault.
		let anyone = || RuntimeOrigin::signed(AccountId32::new([9; 32]));
		let stranger = MarginAccountId(AccountId32::new([77; 32]));
		let theirs = RemoteVault::prove(anyone(), stranger, DOT, second, good.clone());
		assert!(theirs.is_err());

		// Twice, and an older one afterwards.
		assert_ok!(prove(DOT, second, good.clone()));
		refused(DOT, second, good.clone(), Error::Vault(VaultError::NotNewer));
		refused(DOT, first, old.clone(), Error::Vault(VaultError::NotNewer));
		Vaults::<Test>::mutate(account(), DOT, |vault| vault.as_mut().unwrap().floor = second + 2);
		hub.block(&[]);
		assert_noop!(hub.prove(DOT), Error::<Test>::Vault(VaultError::BelowFloor));
		hub.block(&[]);
		assert_ok!(hub.prove(DOT));

		let root = RuntimeOrigin::root();
		assert_noop!(
			RemoteVault::prove(root, account(), DOT, second, good),
			sp_runtime::DispatchError::BadOrigin
		);
	});
}

#[test]
fn nothing_is_read_under_a_code_that_is_not_known() {
	build_and_execute(|| {
		let mut hub = Hub::new();
		hub.block(&[(DOT, native(5_000, 0, 0))]);
		let mut info = Sources::<Test>::get(HUB).unwrap();
		info.codes = BoundedVec::truncate_from(vec![H256::repeat_byte(2)]);
		assert_ok!(RemoteVault::set_source(RuntimeOrigin::root(), HUB, info.clone()));
		assert_noop!(hub.prove(DOT), Error::<Test>::UnknownCode);
		// Governance has looked at it.
		info.codes = BoundedVec::truncate_from(vec![CODE, H256::repeat_byte(2)]);
		assert_ok!(RemoteVault::set_source(RuntimeOrigin::root(), HUB, info));
		assert_ok!(hub.prove(DOT));
	});
}

#[test]
fn a_value_of_another_layout_is_an_error_and_not_a_figure() {
	build_and_execute(|| {
		let mut hub = Hub::new();
		let mut longer = asset(5_000, 0);
		longer.push(0);
		hub.block(&[(DOT, asset(5_000, 0)), (USDT, longer)]);
		for kind in [DOT, USDT] {
			assert_noop!(hub.prove(kind), Error::<Test>::Proof(ProofError::BadValue));
		}
	});
}

#[test]
fn the_door_takes_only_heads_that_we_read() {
	build_and_execute(|| {
		let mut hub = Hub::new();
		hub.block(&[(DOT, native(5_000, 0, 0))]);
		let nodes = hub.answer(DOT);
		let made_up = Anchor { number: 77, ..hub.head() };
		let unknown = Error::<Test>::UnknownHead;
		assert_noop!(RemoteVault::verify(&account(), DOT, &made_up, nodes.clone()), unknown);
		assert_eq!(RemoteVault::verify(&account(), DOT, &hub.head(), nodes), Ok(5_000));
		assert_eq!(RemoteVault::anchor(HUB), Some(hub.head()));
	});
}
