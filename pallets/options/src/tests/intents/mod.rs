// SPDX-License-Identifier: GPL-3.0-or-later

//! Signed intents and the request board.

mod board;
mod hostile;
mod large;
mod life;
mod random;
mod settle;
mod signatures;
mod vectors;

use crate::{intents::*, mock::*, *};
use codec::{Decode, Encode};
use frame_support::{assert_ok, storage::with_storage_layer};
use sp_runtime::{
	app_crypto::sp_core::{sr25519, Pair},
	MultiSignature, StateVersion,
};

/// Ether, say.
pub const KIND: CollateralId = CollateralId(3);

pub fn key(n: u8) -> sr25519::Pair {
	sr25519::Pair::from_seed(&[n; 32])
}

pub fn signer(n: u8) -> AccountId32 {
	AccountId32::new(key(n).public().0)
}

/// Four accounts whose owners have keys; tokens for each.
pub fn execute(test: impl FnOnce()) {
	build(ExtBuilder::default(), test);
}

pub fn build(builder: ExtBuilder, test: impl FnOnce()) {
	builder.build_and_execute(|| {
		for n in 1..=4 {
			Bank::open(&account(n), &signer(n), 0);
			Bank::mutate(|vaults| vaults.lots.insert((account(n), KIND), 1_000));
		}
		test();
		let lots = Bank::get().lots.into_iter().filter(|((_, kind), _)| *kind == KIND);
		assert_eq!(lots.map(|(_, amount)| amount).sum::<i128>(), 4_000, "tokens were made or lost");
	});
}

/// So many tenths of a contract.
pub fn contracts(series: Series, tenths: i64) -> Leg {
	Leg::Contracts { series, quantity: tenths * CONTRACT / 10 }
}

pub fn lot(amount: i128) -> Leg {
	Leg::Lot { kind: KIND, amount }
}

/// Any price, up to a hundred units, for an hour.
pub fn intent(n: u8, legs: &[Leg], limit: Cash) -> Intent {
	Intent {
		account: account(n),
		legs: legs.to_vec().try_into().unwrap(),
		limit,
		bands: Default::default(),
		max_age_ms: u64::MAX,
		min_size: 1,
		max_size: 100,
		nonce: 0,
		deadline: START + HOUR_MS,
		taker: None,
		fee_cap: 10 * USD,
	}
}

/// Signed by the key of this number.
pub fn signed_by(n: u8, intent: Intent, size: u64) -> IntentFill {
	let (message, _) = Options::intent_message(intent.clone());
	let signature = MultiSignature::Sr25519(key(n).sign(&message));
	IntentFill { intent, size, authority: Authority::Signature { signer: signer(n), signature } }
}

/// Signed by the owner of its account.
pub fn signed(intent: Intent, size: u64) -> IntentFill {
	let n = AsRef::<[u8]>::as_ref(&intent.account.0)[0];
	signed_by(n, intent, size)
}

/// Of who submits it.
pub fn own(intent: Intent, size: u64) -> IntentFill {
	IntentFill { intent, size, authority: Authority::Submitter }
}

/// A buyer's and a seller's intent of a call, for a tenth of a contract each unit, in cents.
pub fn pair(pays: i128, receives: i128) -> [Intent; 2] {
	let cents = USD / 100;
	[
		intent(1, &[contracts(call(1_000), 1)], pays * cents),
		intent(2, &[contracts(call(1_000), -1)], -receives * cents),
	]
}

/// Both of them, signed.
pub fn signed_pair(pays: i128, receives: i128, size: u64) -> Vec<IntentFill> {
	pair(pays, receives).map(|one| signed(one, size)).to_vec()
}

pub fn submit_as(who: AccountId32, set: Vec<IntentFill>) -> DispatchResult {
	let set = set.try_into().expect("no more than there may be");
	with_storage_layer(|| {
		Options::settle_intents(RuntimeOrigin::signed(who), set).map_err(|failed| failed.error)
	})?;
	Ok(())
}

/// By somebody who has no part in it.
pub fn submit(set: Vec<IntentFill>) -> DispatchResult {
	submit_as(owner(99), set)
}

/// That a set is refused with this error, and nothing changes.
#[track_caller]
pub fn refuse(set: Vec<IntentFill>, error: impl Into<DispatchError>) {
	let root = || sp_io::storage::root(StateVersion::V1);
	let before = root();
	assert_eq!(submit(set), Err(error.into()));
	assert_eq!(root(), before);
}

pub fn cash(n: u8) -> Cash {
	Bank::cash(&account(n)) - 1_000_000 * USD
}

/// What the intents paid or received, and their fees, by account in the order of events.
pub fn fills() -> Vec<(MarginAccountId, Cash, Cash)> {
	events()
		.into_iter()
		.filter_map(|event| match event {
			Event::IntentFilled { account, price, fee, .. } => Some((account, price, fee)),
			_ => None,
		})
		.collect()
}

/// Of the last settlement's journal: whether each entry is near its marks.
pub fn near_marks() -> Vec<bool> {
	let journal = booked().pop().unwrap();
	let near = |entry: Entry| matches!(entry.rule, Rule::Trade { near_mark: true });
	journal.entries.into_iter().map(near).collect()
}
