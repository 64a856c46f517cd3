// SPDX-License-Identifier: GPL-3.0-or-later

//! The queue of withdrawals of cash (RISK.md 3, ADR 16). The only place that writes `Requests` and
//! `Queue`.
//!
//! A request is a standing order, not a debit: its cash stays in the account, earns and backs positions
//! until it is paid. Once an hour a round first counts what each request claims, that is what is left
//! of it but no more than the account may take out of its own cash, and then pays what is there in
//! the same part of every claim.

use crate::{pallet::*, weights::WeightInfo};
use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::{Get, Time},
	weights::{Weight, WeightMeter},
};
use scale_info::TypeInfo;
use sp_runtime::{AccountId32, ArithmeticError, DispatchError, DispatchResult};
use straddle_math::{mul_div, Rounding};
use straddle_primitives::*;
use straddle_traits::{AuctionStatus, Ledger, Risk};

/// Chain time from one round's beginning to the next's.
pub const ROUND_MS: Moment = HOUR_MS;
/// A request has so many times the stablecoin's smallest deposit at least.
pub const MIN_REQUEST: u128 = 10;
/// A round that could pay less than one part in so many of the claims pays nothing: what is there is
/// kept for the next. A rest below one part in so many of a request is paid with what comes before it.
pub const LEAST_PART: u128 = 100;
/// A request that claims nothing is dropped when it is so old.
pub const LAPSE_MS: Moment = 7 * DAY_MS;
/// `on_poll` takes at most this part of a block; the largest account has to fit in it.
const SHARE: u64 = 10;

/// What a margin account waits for. All amounts in the stablecoin's smallest units.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Request {
	/// Who asked. It lapses with the account's owner.
	pub owner: AccountId32,
	/// Who is paid.
	pub to: AccountId32,
	/// What was asked for, without what was paid at once.
	pub asked: u128,
	/// What of it was not paid yet.
	pub rest: u128,
	/// What of the rest the account could take out of its own cash when it was last counted.
	pub claim: u128,
	/// When it was asked for.
	pub since: Moment,
	/// The round that counted the claim last; zero before the first.
	pub round: u32,
}

/// Where the work of a round stands.
#[derive(Clone, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub enum Stage {
	/// Between two rounds.
	#[default]
	Idle,
	/// Claims are counted, in the order of the accounts' ids.
	Counting {
		/// The last account that was looked at.
		after: Option<MarginAccountId>,
		/// Sum of the claims so far.
		claims: u128,
	},
	/// What is there is paid, `paying` for every `claims`.
	Paying {
		/// The last account that was looked at.
		after: Option<MarginAccountId>,
		/// Sum of all claims.
		claims: u128,
		/// What is paid of them; no more than they.
		paying: u128,
	},
}

/// The queue as a whole.
#[derive(Clone, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct QueueState {
	/// Σ claims of all requests: cash that is not for who comes after them.
	pub waiting: u128,
	/// When the next round begins.
	pub next: Moment,
	/// The number of the round that began last.
	pub round: u32,
	/// Where it stands.
	pub stage: Stage,
}

/// What the views say of a request.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct QueuedWithdrawal {
	/// The request. It has no place in a line: all are paid the same part.
	pub request: Request,
	/// What it would be paid if a round were held now.
	pub expected: u128,
	/// When the next round begins; zero while one is under way.
	pub next: Moment,
}

/// What the views say of the queue.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct QueueStatus {
	/// Σ claims.
	pub waiting: u128,
	/// What could be paid of them now.
	pub payable: u128,
	/// What a withdrawal can take at once, beyond all claims.
	pub free: u128,
	/// When the next round begins; zero while one is under way.
	pub next: Moment,
}

/// What the clearing account may pay out now, in all.
fn payable<T: Config>() -> u128 {
	T::Ledger::payable_cash().max(0).unsigned_abs()
}

/// What `claim` gets of `paying` for every `claims`, rounded down; no more than itself.
fn part(claim: u128, paying: u128, claims: u128) -> Option<u128> {
	if paying >= claims {
		return Some(claim);
	}
	let of = |figure: u128| i128::try_from(figure).ok();
	let part = mul_div(of(claim)?, of(paying)?, of(claims)?, Rounding::Down).ok()?;
	u128::try_from(part).ok()
}

impl Request {
	/// What it is paid of `paying` for every `claims`.
	fn share(&self, paying: u128, claims: u128) -> u128 {
		let share = part(self.claim, paying, claims).unwrap_or_default();
		let dust = self.asked.div_ceil(LEAST_PART);
		if self.claim.saturating_sub(share) < dust && share > 0 {
			self.claim
		} else {
			share
		}
	}
}

/// What a round that begins now pays of so many claims: nothing where it is too little to begin.
fn pays<T: Config>(claims: u128) -> u128 {
	let paying = payable::<T>().min(claims);
	if paying < claims.div_ceil(LEAST_PART) {
		0
	} else {
		paying
	}
}

/// The queue being changed: opened, changed, stored.
pub(crate) struct OpenQueue<T> {
	before: QueueState,
	state: QueueState,
	_config: core::marker::PhantomData<T>,
}

impl<T: Config> OpenQueue<T> {
	pub fn open() -> Self {
		let state = Queue::<T>::get();
		Self { before: state.clone(), state, _config: core::marker::PhantomData }
	}

	/// Write what changed.
	pub fn store(self) {
		if self.state != self.before {
			Queue::<T>::put(self.state);
		}
	}

	/// What a withdrawal can take at once, beyond all claims.
	fn free(&self) -> u128 {
		payable::<T>().saturating_sub(self.state.waiting)
	}

	/// A claim changed.
	fn reclaim(&mut self, before: u128, after: u128) {
		let others = self.state.waiting.saturating_sub(before);
		self.state.waiting = others.saturating_add(after);
	}

	fn insert(&mut self, account: &MarginAccountId, request: Request) {
		if Requests::<T>::iter_keys().next().is_none() {
			// Who comes within the hour shares with the first.
			self.state.next = self.state.next.max(T::Time::now().saturating_add(ROUND_MS));
		}
		self.reclaim(0, request.claim);
		Requests::<T>::insert(account, request);
	}

	fn remove(&mut self, account: &MarginAccountId, request: &Request) {
		self.reclaim(request.claim, 0);
		Requests::<T>::remove(account);
	}

	/// The request after one, in the order of the ids.
	fn following(after: Option<&MarginAccountId>) -> Option<(MarginAccountId, Request)> {
		match after {
			Some(last) => Requests::<T>::iter_from_key(last).next(),
			None => Requests::<T>::iter().next(),
		}
	}

	/// Whether the next round is due.
	fn is_due(&self, now: Moment) -> bool {
		now >= self.state.next && Requests::<T>::iter_keys().next().is_some()
	}

	/// Look at the next account.
	fn step(&mut self, session: &mut SessionOf<T>, account: MarginAccountId, request: Request) {
		match self.state.stage.clone() {
			Stage::Idle => {},
			Stage::Counting { claims, .. } => {
				let claims = claims.saturating_add(self.count(session, &account, request));
				self.state.stage = Stage::Counting { after: Some(account), claims };
			},
			Stage::Paying { claims, paying, .. } => {
				self.pay(&account, request, paying, claims);
				self.state.stage = Stage::Paying { after: Some(account), claims, paying };
			},
		}
	}

	/// All accounts were looked at.
	fn end_of_stage(&mut self) {
		let Stage::Counting { claims, .. } = self.state.stage else {
			self.state.stage = Stage::Idle;
			return;
		};
		let (round, paying) = (self.state.round, pays::<T>(claims));
		self.state.stage = match paying {
			0 => Stage::Idle,
			_ => Stage::Paying { after: None, claims, paying },
		};
		Pallet::<T>::deposit_event(Event::QueueCounted { round, claims, paying });
	}

	/// Count what a request claims.
	fn count(
		&mut self,
		session: &mut SessionOf<T>,
		account: &MarginAccountId,
		mut request: Request,
	) -> u128 {
		let mine = T::Ledger::owner(account).as_ref() == Some(&request.owner);
		let own = if mine { T::Ledger::withdrawable_cash_in(session, account) } else { 0 };
		let claim = request.rest.min(own.max(0).unsigned_abs());
		let age = T::Time::now().saturating_sub(request.since);
		if !mine || (claim == 0 && age >= LAPSE_MS) {
			self.remove(account, &request);
			let (account, rest) = (account.clone(), request.rest);
			Pallet::<T>::deposit_event(Event::WithdrawalLapsed { account, rest });
			return 0;
		}
		self.reclaim(request.claim, claim);
		request.claim = claim;
		request.round = self.state.round;
		Requests::<T>::insert(account, request);
		claim
	}

	/// Pay a request its part of this round. What stands in the way keeps it for the next.
	fn pay(&mut self, account: &MarginAccountId, mut request: Request, paying: u128, claims: u128) {
		let own = T::Ledger::cash(account).max(0).unsigned_abs();
		let amount = request.share(paying, claims).min(own).min(payable::<T>());
		// What was asked for after the counting waits for the next round.
		if amount == 0 || request.round != self.state.round {
			return;
		}
		let (to, owner) = (request.to.clone(), request.owner.clone());
		let paid = with_storage_layer(|| {
			ensure!(T::Ledger::owner(account) == Some(owner), Error::<T>::NotInQueue);
			Pallet::<T>::pay_cash(account.clone(), amount, to.clone())
		});
		if paid.is_err() {
			return;
		}
		self.reclaim(amount, 0);
		request.rest = request.rest.saturating_sub(amount);
		request.claim = request.claim.saturating_sub(amount);
		let rest = request.rest;
		if rest == 0 {
			Requests::<T>::remove(account);
		} else {
			Requests::<T>::insert(account, request);
		}
		let account = account.clone();
		Pallet::<T>::deposit_event(Event::QueuedWithdrawalPaid { account, amount, to, rest });
	}
}

type SessionOf<T> = <<T as Config>::Ledger as Risk>::Session;

impl<T: Config> Pallet<T> {
	/// Cash leaves an account, whatever the queue says: tokens, ledger and event.
	fn pay_cash(account: MarginAccountId, amount: u128, to: AccountId32) -> DispatchResult {
		let info = Self::local_kind(CASH)?;
		ensure!(!T::Auctions::in_auction(&account), Error::<T>::InAuction);
		Self::book_out(account.clone(), CASH, &info, amount)?;
		Self::move_exactly(&info.asset, &Self::clearing(), &to, amount)?;
		Self::deposit_event(Event::Withdrawn { account, kind: CASH, amount, to });
		Ok(())
	}

	pub(crate) fn do_request_withdrawal(
		who: AccountId32,
		account: MarginAccountId,
		amount: u128,
		to: AccountId32,
	) -> DispatchResult {
		let info = Self::local_kind(CASH)?;
		T::Ledger::ensure_may_withdraw(&account, &who)?;
		ensure!(!T::Auctions::in_auction(&account), Error::<T>::InAuction);
		ensure!(!Requests::<T>::contains_key(&account), Error::<T>::AlreadyQueued);
		ensure!(to != Self::clearing(), Error::<T>::InexactTransfer);
		let least = info.min_deposit.saturating_mul(MIN_REQUEST);
		ensure!(amount >= least, Error::<T>::BelowMinimum);
		let own = T::Ledger::withdrawable_cash_in(&mut T::Ledger::session(), &account);
		ensure!(amount <= own.max(0).unsigned_abs(), Error::<T>::NotOwnCash);
		let mut queue = OpenQueue::<T>::open();
		let free = if Self::is_frozen(CASH, &info) { 0 } else { queue.free() };
		let paid = amount.min(free);
		if paid > 0 {
			Self::pay_cash(account.clone(), paid, to.clone())?;
		}
		let rest = amount.checked_sub(paid).ok_or(ArithmeticError::Underflow)?;
		if rest > 0 {
			let (owner, since) = (who, T::Time::now());
			let request = Request { owner, to, asked: rest, rest, claim: rest, since, round: 0 };
			queue.insert(&account, request);
			Self::deposit_event(Event::WithdrawalQueued { account, paid, rest });
		}
		queue.store();
		Ok(())
	}

	pub(crate) fn do_cancel_withdrawal(
		who: AccountId32,
		account: MarginAccountId,
	) -> DispatchResult {
		T::Ledger::ensure_may_withdraw(&account, &who)?;
		let request = Requests::<T>::get(&account).ok_or(Error::<T>::NotInQueue)?;
		let mut queue = OpenQueue::<T>::open();
		queue.remove(&account, &request);
		queue.store();
		Self::deposit_event(Event::WithdrawalCancelled { account, rest: request.rest });
		Ok(())
	}

	/// After a payout: that those who wait could all be paid still.
	pub(crate) fn ensure_queue_first() -> Result<(), DispatchError> {
		let waiting = Queue::<T>::get().waiting;
		ensure!(waiting == 0 || payable::<T>() >= waiting, Error::<T>::OthersWait);
		Ok(())
	}

	pub(crate) fn view_queued(account: &MarginAccountId) -> Option<QueuedWithdrawal> {
		let request = Requests::<T>::get(account)?;
		let QueueState { waiting, .. } = Queue::<T>::get();
		let expected = request.share(pays::<T>(waiting), waiting);
		Some(QueuedWithdrawal { request, expected, next: Self::next_round() })
	}

	pub(crate) fn view_queue() -> QueueStatus {
		let queue = OpenQueue::<T>::open();
		QueueStatus {
			waiting: queue.state.waiting,
			payable: payable::<T>(),
			free: queue.free(),
			next: Self::next_round(),
		}
	}

	fn next_round() -> Moment {
		match Queue::<T>::get() {
			QueueState { stage: Stage::Idle, next, .. } => next,
			_ => 0,
		}
	}
}

/// Block work: hold the rounds, from the last account on as far as a tenth of a block goes.
pub(crate) fn poll<T: Config>(meter: &mut WeightMeter) {
	if meter.try_consume(T::WeightInfo::queue_base()).is_err() {
		return;
	}
	let most = <T as frame_system::Config>::BlockWeights::get().max_block;
	let most = most.checked_div(SHARE).unwrap_or_default();
	let mut own = WeightMeter::with_limit(most.min(meter.remaining()));
	let mut queue = OpenQueue::<T>::open();
	hold::<T>(&mut queue, &mut own);
	queue.store();
	meter.consume(own.consumed());
}

/// As far as the meter goes.
pub(crate) fn hold<T: Config>(queue: &mut OpenQueue<T>, meter: &mut WeightMeter) {
	let now = T::Time::now();
	if queue.state.stage == Stage::Idle {
		if !queue.is_due(now) {
			return;
		}
		queue.state.round = queue.state.round.saturating_add(1);
		queue.state.next = now.saturating_add(ROUND_MS);
		queue.state.stage = Stage::Counting { after: None, claims: 0 };
	}
	let mut session = T::Ledger::session();
	while meter.try_consume(T::WeightInfo::queue_step()).is_ok() {
		let (Stage::Counting { after, .. } | Stage::Paying { after, .. }) = &queue.state.stage
		else {
			return;
		};
		let Some((account, request)) = OpenQueue::<T>::following(after.as_ref()) else {
			queue.end_of_stage();
			continue;
		};
		if meter.try_consume(valuing::<T>(&account)).is_err() {
			return;
		}
		queue.step(&mut session, account, request);
	}
}

/// What a step weighs more for what its account has besides cash.
fn valuing<T: Config>(account: &MarginAccountId) -> Weight {
	let any =
		Series { underlying: UnderlyingId(0), expiry: 0, strike: Strike(0), kind: Kind::Future };
	let (_, series) = T::Ledger::position(account, &any);
	if series == 0 && T::Ledger::lots(account).is_empty() {
		Weight::zero()
	} else {
		T::WeightInfo::queue_value(series)
	}
}
