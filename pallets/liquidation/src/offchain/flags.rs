// SPDX-License-Identifier: GPL-3.0-or-later

//! Flags: a walk over all accounts, and who of the collators sends.

use super::{settings, submit, waiting::WaitList, Deadline, LOG_TARGET};
use crate::{bids::Session, *};
use codec::{Decode, Encode};
use frame_support::{
	storage::{with_transaction, TransactionOutcome},
	traits::Time,
	weights::Weight,
};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::{offchain::storage::StorageValueRef, DispatchError, DispatchResult};
use straddle_primitives::*;
use straddle_traits::{FeederKeys, Ledger, Prices, Risk, Watch};

/// Local storage: how far the walk has come.
pub const WALK_KEY: &[u8] = b"straddle::liquidation::walk";
/// Local storage: accounts that fail and are not in auction yet.
pub const WAIT_KEY: &[u8] = b"straddle::liquidation::waiting";
/// Accounts that are listed at once.
pub const PAGE: u32 = 64;
/// Most flags that one block's worker sends: as many slots are free again when the oldest are dead.
pub const MAX_FLAGS: u32 = NOTICE_SLOTS as u32 / PAUSE;
/// After so many blocks in which it fails whoever sees it flags an account, whosever turn it is.
pub const PATIENCE: u32 = 3;
/// The first pause after a flag: by then no pool has it any more.
const PAUSE: u32 = NOTICE_LONGEVITY as u32 + 1;

/// How far the walk over all accounts has come.
#[derive(Clone, Debug, Decode, Default, Encode, Eq, PartialEq)]
pub struct Walk {
	/// When the prices were made for which it walks.
	pub prices_at: Moment,
	/// The last account that was looked at; at the beginning without.
	pub after: Option<MarginAccountId>,
	/// How often it has yet to reach the end until all were looked at.
	pub rounds: u8,
}

impl Walk {
	fn load() -> Self {
		StorageValueRef::persistent(WALK_KEY).get().ok().flatten().unwrap_or_default()
	}

	/// For new prices once round from here.
	fn for_prices(&mut self, prices_at: Moment) {
		if prices_at != self.prices_at {
			self.prices_at = prices_at;
			self.rounds = if self.after.is_none() { 1 } else { 2 };
		}
	}
}

/// What one run of the worker knows.
struct Run<'a, T: Config> {
	block: u32,
	places: &'a [u16],
	session: Session<T>,
	waiting: WaitList,
	looked: u32,
	/// Notices made, whether or not the pool took them.
	made: u32,
	sent: u32,
}

/// Flag what fails: first what is known to, then as much of all as the time allows.
pub fn run<T: Config>(block: u32, places: &[u16], deadline: Deadline) {
	if Pallet::<T>::ensure_running(&Halt::<T>::get()).is_err() {
		log::debug!(target: LOG_TARGET, "block {block}: liquidation stands still");
		return;
	}
	let mut waiting = WaitList::load(WAIT_KEY, block);
	waiting.retain(|account| !Auctions::<T>::contains_key(account));
	let session = T::Ledger::session();
	let mut run = Run::<T> { block, places, session, waiting, looked: 0, made: 0, sent: 0 };
	for account in run.waiting.due() {
		if run.is_over(&deadline) {
			break;
		}
		run.look(&account);
	}
	let mut walk = Walk::load();
	walk.for_prices(newest::<T>());
	run.walk(&mut walk, &deadline);
	StorageValueRef::persistent(WALK_KEY).set(&walk);
	run.waiting.store();
	let Run { looked, sent, .. } = run;
	if sent > 0 {
		log::info!(target: LOG_TARGET, "block {block}: flagged {sent} of {looked} accounts looked at");
	} else {
		let left = if walk.rounds > 0 { "more to come" } else { "all seen" };
		log::debug!(target: LOG_TARGET, "block {block}: {looked} accounts looked at, {left}");
	}
}

/// When the newest of the markets' prices was made. Without a market every block counts as new.
fn newest<T: Config>() -> Moment {
	let mut session = Default::default();
	let at = |quorum: Quorum| T::Prices::spot_in(&mut session, quorum.underlying, Lens::Latest).at;
	Quorums::<T>::get().into_iter().map(at).max().unwrap_or_else(T::Time::now)
}

impl<T: Config> Run<'_, T> {
	fn is_over(&self, deadline: &Deadline) -> bool {
		self.made >= MAX_FLAGS || deadline.is_past()
	}

	fn walk(&mut self, walk: &mut Walk, deadline: &Deadline) {
		while walk.rounds > 0 {
			let page = T::Ledger::accounts_after(walk.after.as_ref(), PAGE);
			if page.is_empty() {
				walk.after = None;
				walk.rounds = walk.rounds.saturating_sub(1);
			}
			for account in page {
				if self.is_over(deadline) {
					return;
				}
				// Those that wait have been looked at, or are not to be.
				if self.waiting.get(&account).is_none() {
					self.look(&account);
				}
				walk.after = Some(account);
			}
		}
	}

	/// Try a flag, and send it if it is this node's turn.
	fn look(&mut self, account: &MarginAccountId) {
		self.looked = self.looked.saturating_add(1);
		match Pallet::<T>::ensure_noticeable(&mut self.session, account) {
			Ok(()) => {
				let since = self.waiting.watch(account);
				let patient = since.saturating_add(PATIENCE) > self.block;
				let leads = self.places.iter().find(|place| self.leads(account, **place));
				let place = if patient { leads } else { leads.or(self.places.first()) };
				match place {
					Some(place) if self.try_flag(account).is_ok() => self.send(account, *place),
					Some(_) => self.waiting.put_off(account, 1, 0),
					None => {
						log::debug!(target: LOG_TARGET, "block {}: {account:?} fails, others' turn", self.block);
					},
				}
			},
			// The median may follow with the next round.
			Err(error) if error == Error::<T>::WickOnly.into() => {
				self.waiting.watch(account);
			},
			Err(_) => self.waiting.forget(account),
		}
	}

	/// All that a flag does, and nothing of it: what would fail in a block is not sent.
	fn try_flag(&mut self, account: &MarginAccountId) -> DispatchResult {
		let result = with_transaction(|| {
			let held = T::Ledger::holdings(account).ok_or(Error::<T>::NoSuchAccount);
			let result = held.map_err(DispatchError::from).and_then(|held| {
				let session = &mut self.session;
				Pallet::<T>::start(session, None, account.clone(), None, held, None, Weight::MAX)
			});
			TransactionOutcome::Rollback(Ok::<_, DispatchError>(result.map(|_| ())))
		});
		let result = result.and_then(|result| result);
		if let Err(error) = &result {
			log::warn!(target: LOG_TARGET, "block {}: {account:?} fails, but its flag would: {error:?}", self.block);
		}
		result
	}

	/// Whether it is the turn of a place. Each account has another one first, and each block the next, so
	/// that a crash is shared and nobody who is away is waited for.
	fn leads(&self, account: &MarginAccountId, place: u16) -> bool {
		let [a, b, c, d, ..] = *AsRef::<[u8; 32]>::as_ref(account.address());
		let turn = u64::from(u32::from_be_bytes([a, b, c, d])).saturating_add(self.block.into());
		turn.checked_rem(T::Feeders::count().into()) == Some(place.into())
	}

	fn send(&mut self, account: &MarginAccountId, feeder: u16) {
		let block = self.block;
		let nth = block.wrapping_mul(MAX_FLAGS).wrapping_add(self.made);
		self.made = self.made.saturating_add(1);
		let slot = nth.checked_rem(NOTICE_SLOTS.into()).unwrap_or(0);
		let notice = Notice {
			feeder,
			slot: slot.try_into().unwrap_or(0),
			genesis: Pallet::<T>::genesis_hash(),
			at_block: BlockNumberFor::<T>::from(block),
			account: account.clone(),
			reward_to: settings::reward_to::<T>(account),
		};
		// Whatever becomes of it: not again in the next block.
		self.waiting.put_off(account, PAUSE, 0);
		let Some(signature) = T::Feeders::sign(feeder, &notice.payload()) else {
			log::warn!(target: LOG_TARGET, "block {block}: the keystore does not sign for feeder {feeder}");
			return;
		};
		let call = Call::<T>::flag_as_feeder { notice, signature };
		match submit::<T>(T::create_authorized_transaction(call.into())) {
			Ok(()) => {
				self.sent = self.sent.saturating_add(1);
				log::info!(target: LOG_TARGET, "block {block}: {account:?} fails, flagged as feeder {feeder}");
			},
			Err(()) => {
				log::debug!(target: LOG_TARGET, "block {block}: {account:?} fails, the pool has a flag or refuses ours");
			},
		}
	}
}
