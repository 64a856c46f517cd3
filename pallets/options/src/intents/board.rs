// SPDX-License-Identifier: GPL-3.0-or-later

//! The request board. The only place that writes `OpenRequests` and `Requests`.
//!
//! A request costs a twentieth of a cash unit, twice as much for each sixteen that are open, and a quote a hundredth, in
//! margin cash, for the treasury: room on the board is bounded, and a hold of the native token would shut out who has none.

use super::*;
use checks::{times, Reader};
use frame_support::storage::{with_transaction, TransactionOutcome};
use sp_runtime::ArithmeticError::Overflow;
use straddle_traits::Work;

/// A request costs this part of a cash unit.
const REQUEST_FEE: i128 = 20;
/// It costs twice as much for each so many that are open.
const DEARER: usize = 16;
/// A quote costs this part of a cash unit.
const QUOTE_FEE: i128 = 100;
/// Place of the maker's entry where a quote is tried.
const MAKER: usize = 0;
/// Requests that are over and make room for one that comes.
pub(crate) const MAX_SWEPT: usize = 4;

/// What a part of a cash unit is.
fn part<T: Config>(part: i128) -> Result<Cash, DispatchError> {
	Ok(matching::cash_unit::<T>()?.checked_div(part).unwrap_or_default())
}

/// What one more request costs on a board with so many, in cash's smallest units.
pub(crate) fn request_fee<T: Config>(open: usize) -> Result<Cash, DispatchError> {
	let doublings = u32::try_from(open.checked_div(DEARER).unwrap_or_default()).unwrap_or(u32::MAX);
	let times = 1_i128.checked_shl(doublings).ok_or(Overflow)?;
	Ok(part::<T>(REQUEST_FEE)?.checked_mul(times).ok_or(Overflow)?)
}

fn charge<T: Config>(account: &MarginAccountId, fee: Cash) -> DispatchResult {
	let rule = Rule::Trade { near_mark: true };
	let entry = Entry::new(account.clone(), rule).cash(fee.saturating_neg());
	T::Ledger::book(Journal::of(vec![entry]).pot(Pot::Treasury, fee))
}

/// Ask for a price.
pub(crate) fn request<T: Config>(
	who: &AccountId32,
	account: MarginAccountId,
	legs: Legs,
	size: u64,
	deadline: Moment,
	maker: Option<MarginAccountId>,
) -> DispatchResult {
	T::Ledger::ensure_may_trade(&account, who)?;
	ensure!(!T::Auctions::in_auction(&account), Error::<T>::InAuction);
	ensure_legs(&legs).map_err(Error::<T>::InvalidIntent)?;
	let cash = legs.iter().any(|leg| matches!(leg, Leg::Cash { .. }));
	ensure!(!cash, Error::<T>::InvalidIntent(IntentFault::CashLeg));
	ensure!(size > 0, Error::<T>::InvalidIntent(IntentFault::Sizes));
	let mut reader = Reader::<T>::new()?;
	let latest = reader.now.saturating_add(MAX_REQUEST_MS);
	ensure!((reader.now..=latest).contains(&deadline), Error::<T>::RequestDeadline);
	for leg in &legs {
		match leg {
			Leg::Contracts { series, .. } => reader.ensure_listed(series)?,
			Leg::Lot { kind, .. } => {
				ensure!(T::TradableKinds::contains(kind), Error::<T>::KindNotTradable)
			},
			Leg::Cash { .. } => {},
		}
	}
	let (id, fee) = OpenRequests::<T>::try_mutate(|board| {
		for id in sweep(board, reader.now) {
			Requests::<T>::remove(id);
			Pallet::<T>::deposit_event(Event::RequestClosed { id });
		}
		let own = board.open.iter().filter(|line| line.account == account).count();
		ensure!(own < MAX_OWN_REQUESTS as usize, Error::<T>::TooManyRequests);
		let (id, fee) = (board.next, request_fee::<T>(board.open.len())?);
		let line = BoardLine { id, account: account.clone(), deadline };
		board.open.try_push(line).map_err(|_| Error::<T>::BoardFull)?;
		board.next = id.saturating_add(1);
		Ok::<_, DispatchError>((id, fee))
	})?;
	charge::<T>(&account, fee)?;
	let request = Request {
		account: account.clone(),
		legs: legs.clone(),
		size,
		deadline,
		maker: maker.clone(),
		quotes: Default::default(),
	};
	Requests::<T>::insert(id, request);
	Pallet::<T>::deposit_event(Event::Requested { id, account, legs, size, deadline, maker });
	Ok(())
}

/// Take some requests that are over off the board.
pub(crate) fn sweep(board: &mut Board, now: Moment) -> Vec<RequestId> {
	let over = board.open.iter().filter(|line| line.deadline < now);
	let over = over.map(|line| line.id).take(MAX_SWEPT).collect::<Vec<_>>();
	board.open.retain(|line| !over.contains(&line.id));
	over
}

fn open<T: Config>(id: RequestId) -> Result<Request, DispatchError> {
	let request = Requests::<T>::get(id).ok_or(Error::<T>::RequestNotFound)?;
	ensure!(T::Time::now() <= request.deadline, Error::<T>::RequestExpired);
	Ok(request)
}

/// Answer a request with an intent that takes its other side. The intent's whole text is in the event; the
/// board keeps its hash. An account's newer answer replaces its older one; when eight are there, a better one
/// drives out the worst.
///
/// Whether the maker can afford it is not asked, as that is known when it is accepted, but where the worst of eight is in
/// the way of a worse one: it goes if its account could not settle it now, and the new one's could. So where prices let
/// nobody trade nobody goes. What was valued for that is added to `tried`.
pub(crate) fn quote<T: Config>(
	who: &AccountId32,
	request: RequestId,
	intent: Intent,
	authority: Authority,
	tried: &mut Vec<Work>,
) -> DispatchResult {
	let mut asked = open::<T>(request)?;
	intent.validate().map_err(Error::<T>::InvalidIntent)?;
	ensure!(T::Time::now() <= intent.deadline, Error::<T>::IntentExpired);
	let signed = matches!(authority, Authority::Signature { .. });
	// The taker's call brings it: a name in this one says nothing then.
	ensure!(signed, Error::<T>::BadSignature);
	let wanted = |name: &Option<MarginAccountId>, is: &MarginAccountId| {
		name.as_ref().is_none_or(|name| name == is)
	};
	ensure!(wanted(&asked.maker, &intent.account), Error::<T>::NotTheMaker);
	ensure!(wanted(&intent.taker, &asked.account), Error::<T>::NotTheTaker);
	ensure!(intent.account != asked.account, Error::<T>::AccountTwice);
	let other_side = asked.legs.iter().map(Leg::opposite).collect::<Option<Vec<_>>>();
	ensure!(other_side.as_deref() == Some(&intent.legs[..]), Error::<T>::OtherLegs);
	// It costs the maker something, so nobody else brings it.
	T::Ledger::ensure_may_trade(&intent.account, who)?;
	let id = checks::ensure_authority::<T>(who, &intent, &authority)?;
	ensure!(!T::Auctions::in_auction(&intent.account), Error::<T>::InAuction);
	nonces::filled::<T>(&intent, id)?;
	let Intent { limit, nonce, max_size, .. } = intent;
	let maker = intent.account.clone();
	asked.quotes.retain(|quote| quote.maker != maker);
	let place = asked.quotes.iter().position(|other| other.limit < limit);
	let quote = QuoteRef { maker: maker.clone(), id, limit, nonce, max_size };
	if asked.quotes.is_full() {
		let worst = asked.quotes.pop().filter(|_| place.is_none());
		if let Some(worst) = worst {
			// What fails for another reason is not its maker's fault.
			let faulty = fails_at::<T>(&asked, &worst, tried) == Some(Some(MAKER));
			let fine =
				faulty && !matches!(fails_at::<T>(&asked, &quote, tried), Some(None | Some(MAKER)));
			ensure!(fine, Error::<T>::QuoteNotBetter);
		}
	}
	let place = place.unwrap_or(asked.quotes.len());
	asked.quotes.try_insert(place, quote).map_err(|_| Error::<T>::QuoteNotBetter)?;
	charge::<T>(&maker, part::<T>(QUOTE_FEE)?)?;
	Requests::<T>::insert(request, asked);
	Pallet::<T>::deposit_event(Event::RequestQuoted { request, id, intent, authority });
	Ok(())
}

/// Where a quote would fail if it were settled now, if it would: at whose entry, if at one's. It is tried and taken back.
fn fails_at<T: Config>(
	asked: &Request,
	quote: &QuoteRef,
	tried: &mut Vec<Work>,
) -> Option<Option<usize>> {
	let settled = with_transaction(|| {
		let settled = Reader::<T>::new().map_err(Refused::from).and_then(|mut reader| {
			let settled = settle_alone::<T>(&mut reader, asked, quote);
			tried.push(T::Ledger::work(&reader.session));
			settled
		});
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(settled))
	});
	match settled {
		Ok(Ok(())) => None,
		Ok(Err(refused)) => Some(refused.entry),
		Err(_) => Some(None),
	}
}

/// Settle as much of a quote as is wanted still, whether or not who asked can afford it. The maker's entry is the first.
fn settle_alone<T: Config>(
	reader: &mut Reader<T>,
	asked: &Request,
	quote: &QuoteRef,
) -> Result<(), Refused> {
	let QuoteRef { maker, id, limit, nonce, max_size } = quote;
	let by_maker = |error| Refused { error, entry: Some(MAKER) };
	let filled = nonces::filled_of::<T>(maker, *nonce, *id).map_err(by_maker)?;
	ensure!(!T::Auctions::in_auction(maker), by_maker(Error::<T>::InAuction.into()));
	let size = max_size.saturating_sub(filled).min(asked.size);
	let paid = times(*limit, size)?;
	let mut gets = Entry::new(asked.account.clone(), Rule::Forced).cash(paid);
	let out = paid.checked_neg().ok_or(DispatchError::from(Overflow))?;
	let mut gives = Entry::new(maker.clone(), Rule::Trade { near_mark: false }).cash(out);
	for leg in &asked.legs {
		let back = leg.opposite().ok_or(DispatchError::from(Overflow))?;
		for (entry, leg) in [(&mut gets, leg), (&mut gives, &back)] {
			match leg {
				Leg::Contracts { series, quantity } => {
					let by = Quantity::try_from(times((*quantity).into(), size)?);
					let by = by.map_err(|_| DispatchError::from(Overflow))?;
					entry.positions.push((*series, by));
				},
				Leg::Lot { kind, amount } => entry.lots.push((*kind, times(*amount, size)?)),
				Leg::Cash { .. } => {},
			}
		}
	}
	let near_mark = settle::is_near_mark(reader, &gives)?;
	gives.rule = Rule::Trade { near_mark };
	T::Ledger::book_in(&mut reader.session, Journal::of(vec![gives, gets]))
}

/// Take a quote: settle it with an intent of who asked, for which he stands by sending the call.
pub(crate) fn accept<T: Config>(
	who: &AccountId32,
	request: RequestId,
	taker: IntentFill,
	maker: IntentFill,
	met: &mut Met,
) -> DispatchResult {
	let mut asked = open::<T>(request)?;
	ensure!(taker.intent.account == asked.account, Error::<T>::NotTheRequester);
	ensure!(taker.authority == Authority::Submitter, Error::<T>::NotTheRequester);
	ensure!(taker.intent.legs == asked.legs, Error::<T>::OtherLegs);
	let quoted = signing::id(&signing::message::<T>(&maker.intent));
	let known = asked.quotes.iter().any(|quote| quote.id == quoted);
	ensure!(known, Error::<T>::QuoteNotFound);
	asked.size = asked.size.checked_sub(taker.size).ok_or(Error::<T>::FillTooLarge)?;
	let size = taker.size;
	settle::settle::<T>(who, &[taker, maker], met)?;
	Pallet::<T>::deposit_event(Event::QuoteAccepted { request, id: quoted, size });
	if asked.size == 0 {
		remove::<T>(request);
	} else {
		Requests::<T>::insert(request, asked);
	}
	Ok(())
}

/// Take a request off the board: who trades for its account may, and anyone once it is over.
pub(crate) fn close<T: Config>(who: &AccountId32, id: RequestId) -> DispatchResult {
	let request = Requests::<T>::get(id).ok_or(Error::<T>::RequestNotFound)?;
	if T::Time::now() <= request.deadline {
		T::Ledger::ensure_may_trade(&request.account, who)?;
	}
	remove::<T>(id);
	Ok(())
}

fn remove<T: Config>(id: RequestId) {
	Requests::<T>::remove(id);
	OpenRequests::<T>::mutate(|board| board.open.retain(|line| line.id != id));
	Pallet::<T>::deposit_event(Event::RequestClosed { id });
}
