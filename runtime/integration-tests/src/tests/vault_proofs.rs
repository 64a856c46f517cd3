// SPDX-License-Identifier: GPL-3.0-or-later

//! What lies in a vault on the source chain, proven to our runtime by that chain's own state.

use super::{hub::has_assets, net::*};
use crate::source::{self, DOT, USDC_ID, USDT, USDT_ID};
use codec::{Decode, Encode};
use frame_support::{
	assert_ok,
	dispatch::{DispatchErrorWithPostInfo, DispatchResult, DispatchResultWithPostInfo, Pays},
	traits::{
		fungible, fungibles,
		tokens::{Fortitude::Polite, Preservation::Expendable},
		LockableCurrency, ReservableCurrency, WithdrawReasons,
	},
	BoundedVec,
};
use frame_system::offchain::CreateAuthorizedTransaction;
use pallet_assets::{Instance1, Instance2};
use pallet_remote_vault::{
	feeders::rejection,
	proof::{compact, storage_key},
	Error, Holding, Notice, ProofError, ProofNodes, RemoteKind, SourceInfo, Vault, VaultError,
	VaultPurpose,
};
use parachains_common::{AccountId, Balance, Hash};
use sp_keyring::Sr25519Keyring::{self, Bob, Dave};
use sp_runtime::{transaction_validity::InvalidTransaction, ApplyExtrinsicResult};
use straddle_primitives::{CollateralId, MarginAccountId, SourceId};
use straddle_runtime as ours;
use straddle_traits::Anchor;

type Remote = pallet_remote_vault::Pallet<ours::Runtime>;
type Refusal = Error<ours::Runtime>;

const SOURCE: SourceId = SourceId(1);
const CODE: Hash = Hash::repeat_byte(0xc0);
const NATIVE: CollateralId = CollateralId(60);
const STABLE: CollateralId = CollateralId(61);
const FOREIGN: CollateralId = CollateralId(62);

/// What the source chain has of each, in portions that an account can live with.
fn portions() -> Vec<(CollateralId, Balance)> {
	let all = [(NATIVE, 3 * DOT), (STABLE, 500 * USDT), (FOREIGN, 4_000)];
	all.into_iter().take(if has_assets() { 3 } else { 1 }).collect()
}

/// The stablecoin, or its own token where it has none.
fn portion() -> (CollateralId, Balance) {
	portions().into_iter().take(2).next_back().expect("it has a token")
}

fn holding(kind: CollateralId) -> Holding {
	match kind {
		NATIVE => Holding::Native,
		STABLE => Holding::Asset(USDT_ID),
		_ => Holding::Foreign(BoundedVec::truncate_from(foreign().encode())),
	}
}

/// The next block of ours reads the source chain's head as it is now. What is proven by it has to be asked for
/// before: the source chain goes on.
fn remember_head(net: &mut Net) -> Anchor {
	let relay_block = net.shuttle.relay_number();
	let head = net.shuttle.chain(HUB).head().clone();
	net.rounds(1);
	let anchor = net.look(|| Remote::newest_head(SOURCE)).expect("it was read");
	assert_eq!((anchor.relay_block, anchor.number), (relay_block, head.number));
	anchor
}

/// The network, where governance has named the source chain, and somebody's margin account and vault.
struct Vaults {
	net: Net,
	account: MarginAccountId,
	address: AccountId,
}

impl Vaults {
	fn new() -> Self {
		let mut net = Net::new();
		net.shuttle.codes.insert(HUB, (CODE, None));
		let account = net.margin_account(Dave);
		let kinds = [(NATIVE, DOT / 10), (STABLE, 0), (FOREIGN, 1)];
		let kinds =
			kinds.map(|(kind, deposit)| (kind, RemoteKind { holding: holding(kind), deposit }));
		let info = SourceInfo {
			para_id: HUB,
			ss58_prefix: 42,
			codes: BoundedVec::truncate_from(vec![CODE]),
			kinds: BoundedVec::truncate_from(kinds.to_vec()),
		};
		let address = net.ours(|| {
			assert_ok!(Remote::set_source(ours::RuntimeOrigin::root(), SOURCE, info));
			Remote::vault_address(account.clone(), VaultPurpose::Collateral)
		});
		// The first head may be another code's.
		net.rounds(2);
		if has_assets() {
			net.issue_foreign();
		}
		Self { net, account, address }
	}

	/// What a wallet does: a plain transfer on the source chain, to an address.
	fn fund(&mut self, kind: CollateralId, amount: Balance) {
		let to = self.address.clone().into();
		let sent = self.net.hub(|| match kind {
			NATIVE => call_hub(
				Dave,
				pallet_balances::Call::transfer_keep_alive { dest: to, value: amount },
			),
			STABLE => call_hub(
				Dave,
				source::RuntimeCall::Assets(pallet_assets::Call::transfer {
					id: USDT_ID.into(),
					target: to,
					amount,
				}),
			),
			_ => call_hub(
				Dave,
				source::RuntimeCall::ForeignAssets(pallet_assets::Call::transfer {
					id: foreign(),
					target: to,
					amount,
				}),
			),
		});
		assert_ok!(sent);
	}

	/// The issuer's word about the vault's account.
	fn issuer(&mut self, call: impl FnOnce(source::RuntimeOrigin, AccountId) -> DispatchResult) {
		let address = self.address.clone();
		self.net.hub(|| {
			let issuer = source::TreasuryAccount::get();
			assert_ok!(call(source::RuntimeOrigin::signed(issuer), address));
		});
	}

	/// What a node of the chain answers to `state_getReadProof` now, as the call takes it.
	fn proof_on(&mut self, para: u32, holding: &Holding, who: &AccountId) -> ProofNodes {
		let key = storage_key(holding, who);
		let (root, proof) = self.net.shuttle.chain(para).prove(&[key]);
		let nodes: Vec<_> = proof.into_iter_nodes().collect();
		compact(&root, &nodes).expect("it is one path")
	}

	fn proof(&mut self, kind: CollateralId) -> ProofNodes {
		let address = self.address.clone();
		self.proof_on(HUB, &holding(kind), &address)
	}

	fn call(&self, kind: CollateralId, at: &Anchor, nodes: ProofNodes) -> ours::RuntimeCall {
		let (account, relay_block) = (self.account.clone(), at.relay_block);
		pallet_remote_vault::Call::prove { account, kind, relay_block, nodes }.into()
	}

	/// Somebody submits a proof, in a block of ours.
	fn submit(
		&mut self,
		kind: CollateralId,
		at: &Anchor,
		nodes: ProofNodes,
	) -> DispatchResultWithPostInfo {
		use sp_runtime::traits::Dispatchable;
		let call = self.call(kind, at, nodes);
		self.net.ours(|| call.dispatch(ours::RuntimeOrigin::signed(Bob.to_account_id())))
	}

	/// The newest head and a proof by it.
	fn prove(&mut self, kind: CollateralId) -> DispatchResultWithPostInfo {
		let nodes = self.proof(kind);
		let anchor = remember_head(&mut self.net);
		self.submit(kind, &anchor, nodes)
	}

	fn known(&mut self, kind: CollateralId) -> Vault {
		let account = self.account.clone();
		self.net
			.look(|| pallet_remote_vault::Vaults::<ours::Runtime>::get(account, kind))
			.unwrap_or_default()
	}

	/// What the source chain would let our orders take.
	fn movable(&mut self, kind: CollateralId) -> Balance {
		let who = self.address.clone();
		let (all, polite) = (Expendable, Polite);
		self.net.look_hub(|| match kind {
			NATIVE => {
				<source::Balances as fungible::Inspect<_>>::reducible_balance(&who, all, polite)
			},
			STABLE => <source::Assets as fungibles::Inspect<_>>::reducible_balance(
				USDT_ID, &who, all, polite,
			),
			_ => <source::ForeignAssets as fungibles::Inspect<_>>::reducible_balance(
				foreign(),
				&who,
				all,
				polite,
			),
		})
	}
}

fn pays(result: DispatchResultWithPostInfo) -> Pays {
	result.expect("it is accepted").pays_fee
}

#[track_caller]
fn refused(result: DispatchResultWithPostInfo, error: Refusal) {
	let failed = result.map_err(|DispatchErrorWithPostInfo { error, .. }| error);
	assert_eq!(failed, Err(error.into()));
}

#[test]
fn keys_are_those_of_the_pallets() {
	for key in [Sr25519Keyring::Alice, Bob, Dave] {
		let who = key.to_account_id();
		let native = frame_system::Account::<source::Runtime>::hashed_key_for(&who);
		assert_eq!(storage_key(&Holding::Native, &who), native);
		let asset = pallet_assets::Account::<source::Runtime, Instance1>::hashed_key_for;
		assert_eq!(storage_key(&Holding::Asset(USDC_ID), &who), asset(USDC_ID, &who));
		let other = pallet_assets::Account::<source::Runtime, Instance2>::hashed_key_for;
		assert_eq!(storage_key(&holding(FOREIGN), &who), other(foreign(), &who));
	}
}

#[test]
fn a_plain_transfer_is_proven_and_counts() {
	let mut vaults = Vaults::new();
	for (kind, amount) in portions() {
		vaults.fund(kind, amount);
		assert_eq!(pays(vaults.prove(kind)), Pays::No);
		assert_eq!(vaults.known(kind).proven, amount);
		assert_eq!(vaults.movable(kind), amount);
		// And more of it, and the same once more, which is no news.
		vaults.fund(kind, amount);
		assert_eq!(pays(vaults.prove(kind)), Pays::No);
		assert_eq!(vaults.known(kind).proven, 2 * amount);
		vaults.net.rounds(1);
		assert_eq!(pays(vaults.prove(kind)), Pays::Yes);
	}
	vaults.net.check();
}

#[test]
fn what_cannot_be_moved_there_is_not_counted_here() {
	let mut vaults = Vaults::new();
	vaults.fund(NATIVE, 10 * DOT);
	let who = vaults.address.clone();
	vaults.net.hub(|| {
		source::Balances::set_lock(*b"vesting ", &who, 4 * DOT, WithdrawReasons::all());
		assert_ok!(source::Balances::reserve(&who, DOT));
	});
	assert_ok!(vaults.prove(NATIVE));
	// The hold bears a part of the lock there today: that is not relied upon.
	assert_eq!(vaults.known(NATIVE).proven, 5 * DOT);
	assert_eq!(vaults.movable(NATIVE), 6 * DOT);
	let who = vaults.address.clone();
	vaults.net.hub(|| source::Balances::unreserve(&who, DOT));
	assert_ok!(vaults.prove(NATIVE));
	assert_eq!((vaults.known(NATIVE).proven, vaults.movable(NATIVE)), (6 * DOT, 6 * DOT));

	if !has_assets() {
		return; // Nobody freezes its own token.
	}
	for (kind, amount) in [(STABLE, 500 * USDT), (FOREIGN, 4_000)] {
		vaults.fund(kind, amount);
		assert_ok!(vaults.prove(kind));
	}
	let freeze =
		|origin, who: AccountId| source::Assets::freeze(origin, USDT_ID.into(), who.into());
	vaults.issuer(freeze);
	let block =
		|origin, who: AccountId| source::ForeignAssets::block(origin, foreign(), who.into());
	vaults.issuer(block);
	for kind in [STABLE, FOREIGN] {
		assert_eq!(vaults.movable(kind), 0);
		assert_eq!(pays(vaults.prove(kind)), Pays::No);
		let known = vaults.known(kind);
		assert_eq!((known.proven, known.credit(0)), (0, 0));
		assert!(known.breach.is_some());
		vaults.net.rounds(1);
	}
	// Set free again it counts again, but not for opening until somebody has looked into it.
	vaults.issuer(|origin, who| source::Assets::thaw(origin, USDT_ID.into(), who.into()));
	assert_ok!(vaults.prove(STABLE));
	let known = vaults.known(STABLE);
	assert_eq!((known.credit(0), known.initial_credit(0)), (500 * USDT, 0));
	vaults.net.check();
}

#[test]
fn nobody_is_credited_by_another_proof() {
	if !has_assets() {
		return; // It takes two kinds.
	}
	let mut vaults = Vaults::new();
	vaults.fund(NATIVE, 3 * DOT);
	let old_proof = vaults.proof(NATIVE);
	let old = remember_head(&mut vaults.net);
	vaults.fund(STABLE, 500 * USDT);
	let proof = vaults.proof(NATIVE);
	// Another kind's, another account's, another block's, another chain's, and a head that nobody read.
	let other = vaults.proof(STABLE);
	let whale = vaults.proof_on(HUB, &Holding::Native, &Dave.to_account_id());
	let address = vaults.address.clone();
	let stranger = vaults.proof_on(STRANGER, &Holding::Native, &address);
	let new = remember_head(&mut vaults.net);
	let before = vaults.known(NATIVE);

	let proofs = [
		(other, &new, ProofError::NodeMissing),
		(whale, &new, ProofError::NodeMissing),
		(old_proof.clone(), &new, ProofError::RootMissing),
		(proof.clone(), &old, ProofError::RootMissing),
		(stranger, &new, ProofError::RootMissing),
	];
	for (nodes, anchor, error) in proofs {
		refused(vaults.submit(NATIVE, anchor, nodes), Refusal::Proof(error));
	}
	let unread = Anchor { relay_block: new.relay_block + 1_000, ..new.clone() };
	refused(vaults.submit(NATIVE, &unread, proof.clone()), Refusal::UnknownHead);
	refused(vaults.submit(CollateralId(63), &new, proof.clone()), Refusal::UnknownKind);
	assert_eq!(vaults.known(NATIVE), before);

	// Once is enough, and what is older than that is past.
	assert_ok!(vaults.submit(NATIVE, &new, proof.clone()));
	let again = Refusal::Vault(VaultError::NotNewer);
	refused(vaults.submit(NATIVE, &new, proof.clone()), again);
	refused(vaults.submit(NATIVE, &old, old_proof), Refusal::Vault(VaultError::NotNewer));

	// The ring has turned: the head is forgotten.
	vaults.net.rounds(pallet_remote_vault::MAX_HEADS);
	refused(vaults.submit(NATIVE, &new, proof), Refusal::UnknownHead);
	vaults.net.check();
}

#[test]
fn a_new_code_there_stops_proofs_until_it_was_looked_at() {
	let mut vaults = Vaults::new();
	let (kind, amount) = portion();
	vaults.fund(kind, amount);
	let code = |vaults: &mut Vaults, codes: Vec<Hash>| {
		vaults.net.ours(|| {
			let info = pallet_remote_vault::Sources::<ours::Runtime>::get(SOURCE).unwrap();
			let info = SourceInfo { codes: BoundedVec::truncate_from(codes), ..info };
			assert_ok!(Remote::set_source(ours::RuntimeOrigin::root(), SOURCE, info));
		})
	};
	let next = Hash::repeat_byte(0xc1);
	code(&mut vaults, vec![next]);
	refused(vaults.prove(kind), Refusal::UnknownCode);
	code(&mut vaults, vec![CODE, next]);
	vaults.net.rounds(1);
	assert_ok!(vaults.prove(kind));
	assert_eq!(vaults.known(kind).proven, amount);
}

#[test]
fn nothing_of_a_vault_that_is_not_there_is_remembered() {
	let mut vaults = Vaults::new();
	for (kind, _) in portions() {
		refused(vaults.prove(kind), Refusal::NothingToCount);
		assert_eq!(vaults.known(kind), Vault::default());
		vaults.net.rounds(1);
	}
	// As little as has to stay there.
	vaults.fund(NATIVE, DOT / 10);
	refused(vaults.prove(NATIVE), Refusal::NothingToCount);
}

#[test]
fn a_transaction_with_news_costs_nothing() {
	let mut vaults = Vaults::new();
	let (kind, amount) = portion();
	let paid = |vaults: &mut Vaults| {
		let nodes = vaults.proof(kind);
		let anchor = remember_head(&mut vaults.net);
		let call = vaults.call(kind, &anchor, nodes);
		let who = Bob.to_account_id();
		let before = vaults.net.balance(usdt(), &who);
		vaults.net.price();
		vaults.net.sign(Bob, call, usdt());
		before - vaults.net.balance(usdt(), &who)
	};
	vaults.fund(kind, amount);
	assert_eq!(paid(&mut vaults), 0);
	assert_eq!(vaults.known(kind).proven, amount);
	vaults.net.rounds(1);
	assert!(paid(&mut vaults) > 0);
	vaults.net.check();
}

/// What a collator's worker sends, as bytes in a block of the real runtime.
#[test]
fn a_feeders_proof_needs_no_purse() {
	let mut vaults = Vaults::new();
	let (kind, amount) = portion();
	vaults.fund(kind, amount);
	let (account, nodes) = (vaults.account.clone(), vaults.proof(kind));
	let relay_block = remember_head(&mut vaults.net).relay_block;
	let mut send = |slot| -> ApplyExtrinsicResult {
		let (account, nodes) = (account.clone(), nodes.clone());
		vaults.net.ours(|| {
			let notice = Notice {
				feeder: 0,
				slot,
				genesis: ours::System::block_hash(0),
				at_block: ours::System::block_number(),
				account,
				kind,
				relay_block,
				nodes,
			};
			let signature = Sr25519Keyring::Alice.sign(&notice.payload()).into();
			let call = pallet_remote_vault::Call::prove_as_feeder { notice, signature };
			let transaction = <ours::Runtime as CreateAuthorizedTransaction<
				ours::RuntimeCall,
			>>::create_authorized_transaction(call.into());
			let answer = ours::api::dispatch("BlockBuilder_apply_extrinsic", &transaction.encode());
			Decode::decode(&mut &answer.expect("the runtime has this API")[..])
				.expect("the runtime answers in its own types")
		})
	};
	assert_eq!(send(0), Ok(Ok(())));
	let no_news = InvalidTransaction::Custom(rejection::NO_NEWS);
	assert_eq!(send(1), Err(no_news.into()));
	assert_eq!(vaults.known(kind).proven, amount);
	vaults.net.check();
}
