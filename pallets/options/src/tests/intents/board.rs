// SPDX-License-Identifier: GPL-3.0-or-later

//! The request board.

use super::*;
use sp_runtime::traits::Verify;

const SOON: Moment = START + 60_000;

#[track_caller]
fn fails(result: DispatchResult, error: impl Into<DispatchError>) {
	assert_eq!(result, Err(error.into()));
}

/// A call and a put, bought by whoever asks.
fn legs() -> Vec<Leg> {
	vec![contracts(call(1_000), 1), contracts(put(1_000), 1)]
}

fn ask(n: u8, legs: &[Leg], size: u64, deadline: Moment, maker: Option<u8>) -> DispatchResult {
	let (legs, maker) = (legs.to_vec().try_into().unwrap(), maker.map(account));
	let origin = RuntimeOrigin::signed(signer(n));
	with_storage_layer(|| Options::open_request(origin, account(n), legs, size, deadline, maker))
}

/// The other side of it, for at least so many cents.
fn sells(n: u8, cents: i128) -> Intent {
	let legs = legs().iter().map(|leg| leg.opposite().unwrap()).collect::<Vec<_>>();
	intent(n, &legs, -cents * USD / 100)
}

fn quote(request: RequestId, intent: Intent) -> DispatchResult {
	let origin = RuntimeOrigin::signed(Bank::owner(&intent.account).unwrap());
	let IntentFill { intent, authority, .. } = signed(intent, 0);
	with_storage_layer(|| {
		Options::quote_request(origin, request, intent, authority).map_err(|failed| failed.error)
	})?;
	Ok(())
}

fn accept(n: u8, request: RequestId, taker: Intent, maker: Intent, size: u64) -> DispatchResult {
	let origin = RuntimeOrigin::signed(signer(n));
	with_storage_layer(|| {
		Options::accept_quote(origin, request, own(taker, size), signed(maker, size))
			.map_err(|failed| failed.error)
	})?;
	Ok(())
}

fn close(n: u8, request: RequestId) -> DispatchResult {
	with_storage_layer(|| Options::close_request(RuntimeOrigin::signed(signer(n)), request))
}

#[test]
fn a_request_is_answered_and_taken_in_two_parts() {
	execute(|| {
		assert_ok!(ask(1, &legs(), 10, SOON, None));
		for (n, cents) in [(2, 205), (3, 200), (4, 210)] {
			assert_ok!(quote(0, sells(n, cents)));
		}
		let [(0, request)] = &Options::open_requests()[..] else { panic!("one") };
		let makers = request.quotes.iter().map(|quote| quote.maker.clone()).collect::<Vec<_>>();
		assert_eq!(makers, [3, 2, 4].map(account));
		// The intent is in the event, with its signature.
		let quoted = events().into_iter().find_map(|event| match event {
			Event::RequestQuoted { request: 0, intent, authority, .. } => Some((intent, authority)),
			_ => None,
		});
		let (intent_2, authority) = quoted.expect("it is told");
		assert_eq!(intent_2, sells(2, 205));
		let Authority::Signature { signature, .. } = authority else { panic!("it is signed") };
		assert!(signature.verify(&Options::intent_message(intent_2).0[..], &signer(2)));
		let takes = |limit: i128| intent(1, &legs(), limit * USD / 100);
		assert_ok!(accept(1, 0, takes(200), sells(3, 200), 4));
		assert_eq!(Bank::position(&account(1), &put(1_000)), 4 * CONTRACT / 10);
		assert_eq!(Options::open_requests()[0].1.size, 6);
		// The maker's rate for who answered, the taker's for who asked: two legs of 40 and 120 ten thousandths.
		let fees = fills().into_iter().map(|(_, _, fee)| fee).collect::<Vec<_>>();
		assert_eq!(fees, [24 * USD / 100, 8 * USD / 100]);
		fails(accept(1, 0, takes(200), sells(3, 200), 7), Error::<Test>::FillTooLarge);
		let next = Intent { nonce: 1, ..takes(205) };
		assert_ok!(accept(1, 0, next, sells(2, 205), 6));
		assert!(Options::open_requests().is_empty());
		assert!(matches!(events().last(), Some(Event::RequestClosed { id: 0 })));
		// A request and three quotes.
		assert!(Bank::pot(Pot::Treasury) >= USD / 20 + 3 * USD / 100);
	});
}

#[test]
fn who_may_ask_answer_and_take() {
	execute(|| {
		let takes = intent(1, &legs(), 3 * USD);
		let bad = DispatchError::BadOrigin;
		let origin = RuntimeOrigin::signed(signer(2));
		let all = legs().try_into().unwrap();
		fails(Options::open_request(origin, account(1), all, 1, SOON, None), bad);
		assert_ok!(ask(1, &legs(), 10, SOON, Some(2)));
		fails(quote(0, sells(3, 200)), Error::<Test>::NotTheMaker);
		fails(quote(1, sells(2, 200)), Error::<Test>::RequestNotFound);
		let other = |change: fn(&mut Intent)| {
			let mut one = sells(2, 200);
			change(&mut one);
			one
		};
		fails(quote(0, other(|one| one.taker = Some(account(3)))), Error::<Test>::NotTheTaker);
		let legs_error = Error::<Test>::OtherLegs;
		fails(quote(0, other(|one| one.legs = legs().try_into().unwrap())), legs_error);
		fails(quote(0, other(|one| one.deadline = 0)), Error::<Test>::IntentExpired);
		fails(quote(0, other(|one| one.nonce = 512)), Error::<Test>::NonceTooFar);
		// Who takes no part in it makes nobody pay for a quote.
		let IntentFill { intent: one, authority, .. } = signed(sells(2, 200), 1);
		let origin = RuntimeOrigin::signed(owner(99));
		let answer = |origin, authority| {
			let answered = Options::quote_request(origin, 0, one.clone(), authority);
			answered.map(|_| ()).map_err(|failed| failed.error)
		};
		fails(answer(origin, authority), bad);
		let by_call = answer(RuntimeOrigin::signed(signer(2)), Authority::Submitter);
		fails(by_call, Error::<Test>::BadSignature);
		fails(accept(1, 0, takes.clone(), sells(2, 200), 1), Error::<Test>::QuoteNotFound);
		assert_ok!(quote(0, sells(2, 200)));
		fails(accept(2, 0, takes.clone(), sells(2, 200), 1), bad);
		fails(accept(1, 0, takes.clone(), sells(2, 201), 1), Error::<Test>::QuoteNotFound);
		let twice = intent(1, &[contracts(call(1_000), 2)], 3 * USD);
		fails(accept(1, 0, twice, sells(2, 200), 1), Error::<Test>::OtherLegs);
		fails(
			accept(3, 0, intent(3, &legs(), 0), sells(2, 200), 1),
			Error::<Test>::NotTheRequester,
		);
		// A worse limit than the quote's.
		let low = Intent { limit: 199 * USD / 100, ..takes.clone() };
		fails(accept(1, 0, low, sells(2, 200), 1), Error::<Test>::LimitsDoNotMeet);
		fails(close(3, 0), bad);
		set_now(SOON + 1);
		fails(accept(1, 0, takes, sells(2, 200), 1), Error::<Test>::RequestExpired);
		fails(quote(0, sells(2, 200)), Error::<Test>::RequestExpired);
		assert!(Options::open_requests().is_empty());
		assert_ok!(close(3, 0));
		fails(close(3, 0), Error::<Test>::RequestNotFound);
	});
}

#[test]
fn requests_make_sense() {
	execute(|| {
		let fault = Error::<Test>::InvalidIntent;
		fails(ask(1, &[], 1, SOON, None), fault(IntentFault::NoLegs));
		fails(ask(1, &legs(), 0, SOON, None), fault(IntentFault::Sizes));
		let cash = Leg::Cash { amount: 1 };
		fails(ask(1, &[cash], 1, SOON, None), fault(IntentFault::CashLeg));
		let late = START + HOUR_MS + 1;
		for deadline in [START - 1, late] {
			fails(ask(1, &legs(), 1, deadline, None), Error::<Test>::RequestDeadline);
		}
		fails(ask(1, &[contracts(call(1_050), 1)], 1, SOON, None), Error::<Test>::NotListed);
		let far = Leg::Lot { kind: CollateralId(10), amount: 1 };
		fails(ask(1, &[far], 1, SOON, None), Error::<Test>::KindNotTradable);
		Bank::set_failing(&account(1), true);
		fails(ask(1, &legs(), 1, SOON, None), SHORT);
		Bank::set_failing(&account(1), false);
		straddle_test_kit::MockAuctions::set(&account(1), true);
		fails(ask(1, &legs(), 1, SOON, None), Error::<Test>::InAuction);
		straddle_test_kit::MockAuctions::set(&account(1), false);
	});
}

#[test]
fn a_full_board_makes_room_for_the_next_as_requests_end() {
	execute(|| {
		for _ in 0..4 {
			assert_ok!(ask(1, &legs(), 1, SOON, None));
		}
		fails(ask(1, &legs(), 1, SOON, None), Error::<Test>::TooManyRequests);
		let mut next = 4;
		for n in 10..41 {
			Bank::open(&account(n), &signer(n), 0);
			for _ in 0..4 {
				assert_ok!(ask(n, &legs(), 1, SOON + 1, None));
				next += 1;
			}
		}
		assert_eq!(next, 128);
		fails(ask(2, &legs(), 1, SOON, None), Error::<Test>::BoardFull);
		// Sixteen at a twentieth of a dollar, and as many at twice as much, seven times: 204 dollars.
		assert_eq!(Bank::pot(Pot::Treasury), 16 * 255 * USD / 20);
		set_now(SOON + 1);
		// Four are over.
		assert_eq!(Options::request_fee(), Some(128 * USD / 20));
		assert_ok!(ask(2, &legs(), 1, SOON + 1, None));
		assert_eq!(Bank::pot(Pot::Treasury), (16 * 255 + 128) * USD / 20);
		assert_eq!(Requests::<Test>::iter().count(), 125);
		let origin = RuntimeOrigin::signed(signer(1));
		assert_ok!(Options::close_request(origin.clone(), 4).or_else(|_| {
			set_now(SOON + 2);
			Options::close_request(origin, 4)
		}));
		assert_eq!(Requests::<Test>::iter().count(), 124);
	});
}

#[test]
fn a_better_quote_drives_out_the_worst_and_replaces_its_makers_own() {
	execute(|| {
		assert_ok!(ask(1, &legs(), 1, SOON, None));
		for n in 10..18 {
			Bank::open(&account(n), &signer(n), 0);
			assert_ok!(quote(0, sells(n, 200 + i128::from(n))));
		}
		fails(quote(0, sells(2, 217)), Error::<Test>::QuoteNotBetter);
		assert_ok!(quote(0, sells(2, 216)));
		assert_ok!(quote(0, sells(3, 1)));
		// Its own is replaced, also by a worse one.
		assert_ok!(quote(0, sells(3, 500)));
		let quotes = Options::open_requests()[0].1.quotes.clone();
		let limits = quotes.iter().map(|quote| -quote.limit * 100 / USD).collect::<Vec<_>>();
		assert_eq!(limits, [210, 211, 212, 213, 214, 215, 216, 500]);
		assert_eq!(quotes[6].maker, account(16));
	});
}

#[test]
fn a_quote_that_its_maker_could_not_settle_makes_room() {
	execute(|| {
		assert_eq!(Options::request_fee(), Some(USD / 20));
		assert_ok!(ask(1, &legs(), 1, SOON, None));
		for n in 10..18 {
			Bank::open(&account(n), &signer(n), 0);
			assert_ok!(quote(0, sells(n, i128::from(n))));
		}
		let charged = |intent: Intent, fine: bool| {
			let origin = RuntimeOrigin::signed(Bank::owner(&intent.account).unwrap());
			let IntentFill { intent, authority, .. } = signed(intent, 0);
			let result = Options::quote_request(origin, 0, intent, authority);
			assert_eq!(result.is_ok(), fine);
			match result {
				Ok(info) => info.actual_weight,
				Err(failed) => failed.post_info.actual_weight,
			}
		};
		let none = costs::quote_weight::<Test>(&[]);
		// The eighth could be settled: it stays, and so does everything.
		let before = (Bank::get().encode(), Options::open_requests());
		fails(quote(0, sells(2, 200)), Error::<Test>::QuoteNotBetter);
		assert_eq!((Bank::get().encode(), Options::open_requests()), before);
		assert_eq!(charged(sells(3, 12), true), Some(none));
		let makers = || {
			let quotes = Options::open_requests()[0].1.quotes.clone();
			quotes.iter().map(|quote| quote.maker.clone()).collect::<Vec<_>>()
		};
		assert_eq!(makers(), [10, 11, 12, 3, 13, 14, 15, 16].map(account));
		// All that stand before it cannot be settled: it comes in at once.
		(10..18).for_each(|n| Bank::set_failing(&account(n), true));
		let tried = charged(sells(2, 200), true).unwrap();
		assert!(tried.all_lte(costs::most_quote_weight::<Test>()));
		assert_eq!(tried, costs::quote_weight::<Test>(&[Default::default(), Default::default()]));
		assert_eq!(makers(), [10, 11, 12, 3, 13, 14, 15, 2].map(account));
		fails(quote(0, sells(4, 201)), Error::<Test>::QuoteNotBetter);
		// So it is with one whose nonce is used up, or that is in auction.
		let nonces = vec![0].try_into().unwrap();
		assert_ok!(Options::cancel_intents(RuntimeOrigin::signed(signer(2)), account(2), nonces));
		assert_ok!(quote(0, sells(4, 201)));
		assert_eq!(makers().last(), Some(&account(4)));
		straddle_test_kit::MockAuctions::set(&account(4), true);
		assert_ok!(quote(0, Intent { nonce: 1, ..sells(2, 202) }));
		straddle_test_kit::MockAuctions::set(&account(4), false);
		assert_eq!(makers().last(), Some(&account(2)));
		(10..18).for_each(|n| Bank::set_failing(&account(n), false));
	});
}

#[test]
fn what_is_left_of_a_quote_is_tried_and_not_whether_who_asks_can_pay() {
	execute(|| {
		assert_ok!(ask(1, &legs(), 10, SOON, None));
		let seven = Intent { max_size: 7, ..sells(2, 200) };
		let takes = intent(1, &legs(), 200 * USD / 100);
		assert_ok!(quote(0, seven.clone()));
		assert_ok!(accept(1, 0, takes.clone(), seven.clone(), 5));
		for n in 10..17 {
			Bank::open(&account(n), &signer(n), 0);
			assert_ok!(quote(0, sells(n, i128::from(n))));
		}
		let tries = |fine: bool| {
			let before = booked().len();
			assert_eq!(quote(0, sells(3, 201)).is_ok(), fine);
			booked().split_off(before)
		};
		// Who asked is the one who fails: the quote stands.
		Bank::mutate(|vaults| vaults.stuck.insert(account(1)));
		assert_eq!(tries(false), []);
		Bank::mutate(|vaults| vaults.stuck.remove(&account(1)));
		// Two of seven, at two dollars each.
		let [tried] = &tries(false)[..] else { panic!("one is tried") };
		let [maker, asks] = &tried.entries[..] else { panic!("two entries") };
		assert_eq!((maker.cash, asks.cash), (4 * USD, -4 * USD));
		assert_eq!(maker.positions, [call(1_000), put(1_000)].map(|one| (one, -2 * CONTRACT / 10)));
		assert_eq!(Bank::position(&account(2), &call(1_000)), -5 * CONTRACT / 10);
		// Filled whole it is no more than a name on the board.
		assert_ok!(accept(1, 0, Intent { nonce: 0, ..takes }, seven, 2));
		// The one that comes is tried, and pays.
		assert_eq!(tries(true).len(), 2);
	});
}

/// While prices let nobody trade, or the new one's maker could not settle it either, nobody goes.
#[test]
fn who_replaces_the_worst_of_eight_could_settle_his_own() {
	execute(|| {
		assert_ok!(ask(1, &legs(), 1, SOON, None));
		for n in 10..18 {
			Bank::open(&account(n), &signer(n), 0);
			assert_ok!(quote(0, sells(n, i128::from(n))));
			Bank::set_failing(&account(n), true);
		}
		let before = Options::open_requests();
		// All that is asked of an account with nothing is to pay the fee.
		for n in 20..28 {
			Bank::open(&account(n), &signer(n), 0);
			Bank::mutate(|bank| bank.full.insert(account(n)));
			let junk = intent(n, &sells(n, 0).legs, -1_000_000_000_000_000_000);
			fails(quote(0, junk), Error::<Test>::QuoteNotBetter);
		}
		assert_eq!(Options::open_requests(), before);
		assert_ok!(quote(0, sells(2, 300)));
		let quotes = Options::open_requests()[0].1.quotes.clone();
		assert_eq!(quotes.last().map(|quote| quote.maker.clone()), Some(account(2)));
	});
}

/// Below initial margin an account may reduce near the marks: what it could settle stands.
#[test]
fn a_quote_is_tried_as_near_the_marks_as_it_is() {
	execute(|| {
		for (cents, near) in [(200, true), (1, false)] {
			assert_ok!(ask(1, &legs(), 1, SOON, None));
			let id = OpenRequests::<Test>::get().next - 1;
			let last = Intent { nonce: id, ..sells(2, cents) };
			assert_ok!(quote(id, last));
			for n in 30..37 {
				if id == 0 {
					Bank::open(&account(n), &signer(n), 0);
				}
				assert_ok!(quote(id, Intent { nonce: id, ..sells(n, 0) }));
			}
			let before = booked().len();
			fails(
				quote(id, Intent { nonce: id, ..sells(3, cents + 1) }),
				Error::<Test>::QuoteNotBetter,
			);
			let [tried] = &booked()[before..] else { panic!("one is tried") };
			assert_eq!(tried.entries[0].account, account(2));
			assert_eq!(tried.entries[0].rule, Rule::Trade { near_mark: near });
		}
	});
}
