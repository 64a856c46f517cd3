// SPDX-License-Identifier: GPL-3.0-or-later

//! Intents, their accounts and a full board, for benchmarks. Owners' keys are in the keystore.

#![allow(clippy::arithmetic_side_effects)]

use super::*;
use crate::benchmarking::{file, fill_with, mark_of, set_up, starve, RICH, U};
use frame_benchmarking::account;
use sp_runtime::app_crypto::{sr25519, RuntimeAppPublic};

mod app {
	use sp_runtime::app_crypto::{app_crypto, sr25519, KeyTypeId};
	app_crypto!(sr25519, KeyTypeId(*b"intn"));
}

/// A new key, and the account of its owner.
fn key_and_account<T: Config>() -> (app::Public, AccountId32, MarginAccountId) {
	let key = app::Public::generate_pair(None);
	let raw: [u8; 32] = sr25519::Public::from(key.clone()).0;
	let owner = AccountId32::new(raw);
	let account = T::Ledger::open_for_benchmark(&owner, 0, RICH);
	(key, owner, account)
}

fn signed<T: Config>(key: &app::Public, owner: AccountId32, intent: Intent) -> IntentFill {
	let (message, _) = Pallet::<T>::intent_message(intent.clone());
	let wrapped = [b"<Bytes>".as_slice(), &message, b"</Bytes>"].concat();
	let signature = key.sign(&wrapped).expect("the key is in the keystore");
	let signature = MultiSignature::Sr25519(signature.into());
	IntentFill { intent, size: 1, authority: Authority::Signature { signer: owner, signature } }
}

/// So many signed intents of so many legs, by accounts with so many positions and orders besides: the first
/// buys back from all others what it is short of. Accounts without any have nothing at all but cash, open
/// what they trade, and are filed where that files them.
pub(crate) fn parties<T: Config>(intents: u32, legs: u32, size: u32) -> IntentSet {
	let expiry = set_up::<T>().expiry;
	let listing = Listings::<T>::get((U, expiry)).unwrap();
	let calls = listing.series(U, expiry).filter(|series| series.kind == Kind::Call);
	let calls = calls.skip(16).take(legs as usize).collect::<Vec<_>>();
	let marks = calls.iter().map(mark_of::<T>).sum::<Cash>();
	let people = (0..intents).map(|_| key_and_account::<T>()).collect::<Vec<_>>();
	let others = Quantity::from(intents - 1);
	let mut entries = Vec::new();
	for (n, (_, _, account)) in people.iter().enumerate() {
		if size == 0 {
			T::Ledger::turn_for_benchmark(account);
			continue;
		}
		// So that a sale lowers the sellers' margins, and a purchase the buyer's.
		fill_with::<T>(account, n as u32, size, n > 0);
		let held = if n == 0 { -others } else { 1 } * CONTRACT;
		let mut entry = Entry::new(account.clone(), Rule::Forced);
		entry.positions = calls.iter().map(|series| (*series, held)).collect();
		entries.push(entry);
	}
	T::Ledger::book(Journal::of(entries)).unwrap();
	let intent = |n: usize, account: &MarginAccountId| {
		let by = if n == 0 { others } else { -1 };
		let leg = |series: &Series| Leg::Contracts { series: *series, quantity: by * CONTRACT };
		let band = |n: u16| PriceBand {
			underlying: UnderlyingId(n),
			low: Price::from_inner(1),
			high: Price::from_inner(u128::MAX),
		};
		Intent {
			account: account.clone(),
			legs: calls.iter().map(leg).collect::<Vec<_>>().try_into().unwrap(),
			limit: marks * Cash::from(by),
			bands: vec![band(U.0)].try_into().unwrap(),
			max_age_ms: Moment::MAX,
			min_size: 1,
			max_size: 2,
			nonce: 500,
			deadline: Moment::MAX,
			taker: None,
			fee_cap: RICH,
		}
	};
	let mut set = Vec::new();
	for (n, (key, owner, account)) in people.into_iter().enumerate() {
		Pallet::<T>::do_set_tier(account.clone(), 3).unwrap();
		if size > 0 {
			starve::<T>(&account);
		}
		set.push(signed::<T>(&key, owner, intent(n, &account)));
	}
	let set = IntentSet::try_from(set).unwrap();
	if size == 0 {
		let accounts = set.iter().map(|fill| fill.intent.account.clone()).collect::<Vec<_>>();
		file::<T>(&accounts, || {
			let mut met = Met::default();
			Pallet::<T>::do_settle_intents(account("submitter", 0, 0), &set, &mut met).unwrap();
			met.work.beyond(&costs::set_work(intents, met.legs))
		});
	}
	set
}

/// Let an account trade whatever it wants.
pub(crate) fn feed<T: Config>(account: &MarginAccountId) {
	let entry = Entry::new(account.clone(), Rule::Forced).cash(RICH);
	T::Ledger::book(Journal::of(vec![entry]).pot(Pot::GlobalPool, -RICH)).unwrap();
}

/// Who signed a fill, and its account.
pub(crate) fn owner_of<T: Config>(fill: &IntentFill) -> (AccountId32, MarginAccountId) {
	let account = fill.intent.account.clone();
	(T::Ledger::owner(&account).unwrap(), account)
}

/// Nonces of an account of which a part is filled.
pub(crate) fn partly_filled<T: Config>(account: &MarginAccountId, n: u32) -> NonceList {
	let nonces = (0..u64::from(n)).map(|nonce| nonce * 7).collect::<Vec<_>>();
	for nonce in &nonces {
		let deadline = T::Time::now() + 1;
		let partial = PartialFill { id: Default::default(), filled: 1, deadline };
		PartialFills::<T>::insert(account, nonce, partial);
	}
	nonces.try_into().unwrap()
}

/// Worse quotes of others.
pub(crate) fn other_quotes(n: u32) -> BoundedVec<QuoteRef, ConstU32<MAX_ANSWERS>> {
	let quote = |n| {
		let maker = MarginAccountId(account("maker", n, 0));
		let (id, limit) = (Default::default(), Cash::MIN);
		QuoteRef { maker, id, limit, nonce: 0, max_size: 1 }
	};
	(0..n).map(quote).collect::<Vec<_>>().try_into().unwrap()
}

/// A board without room, on which as many requests are over as one that comes takes off.
pub(crate) fn crowd_board<T: Config>() {
	let_time_pass::<T>();
	let now = T::Time::now();
	let legs = Leg::Contracts { series: set_up::<T>(), quantity: CONTRACT };
	let mut lines = Vec::new();
	for n in 0..MAX_REQUESTS {
		let account = MarginAccountId(account("others", n, 0));
		// Those that are over lie last.
		let over = n + board::MAX_SWEPT as u32 >= MAX_REQUESTS;
		let deadline = if over { now - 1 } else { now + 1 };
		let request = Request {
			account: account.clone(),
			legs: vec![legs].try_into().unwrap(),
			size: 1,
			deadline,
			maker: None,
			quotes: other_quotes(MAX_ANSWERS),
		};
		Requests::<T>::insert(RequestId::from(n), request);
		lines.push(BoardLine { id: n.into(), account, deadline });
	}
	let open = lines.try_into().unwrap();
	OpenRequests::<T>::put(Board { next: MAX_REQUESTS.into(), open });
}

/// The clock of a benchmark stands at zero, before which nothing can have been over.
fn let_time_pass<T: Config>() {
	if T::Time::now() == 0 {
		let key = frame_support::storage::storage_prefix(b"Timestamp", b"Now");
		frame_support::storage::unhashed::put(&key, &Moment::from(1_000u32));
	}
}

/// A request of the first of two parties for the legs of its intent, on a board that is full with it.
pub(crate) fn asked<T: Config>(legs: u32, size: u32) -> (RequestId, IntentSet) {
	let_time_pass::<T>();
	let set = parties::<T>(2, legs, size);
	crowd_board::<T>();
	let (id, deadline) = (RequestId::from(MAX_REQUESTS - 1), T::Time::now() + 1);
	let account = set[0].intent.account.clone();
	Requests::<T>::mutate_extant(id, |asked| {
		(asked.account, asked.deadline) = (account.clone(), deadline);
		asked.legs = set[0].intent.legs.clone();
		asked.quotes = Default::default();
	});
	OpenRequests::<T>::mutate(|board| {
		if let Some(line) = board.open.last_mut() {
			(line.account, line.deadline) = (account, deadline);
		}
	});
	(id, set)
}
