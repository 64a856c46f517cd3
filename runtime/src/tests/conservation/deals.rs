// SPDX-License-Identifier: GPL-3.0-or-later

//! What may happen in the market besides orders: signed intents, requests for quotes, quotes, numbers of
//! traders' own, heartbeats, fees.

use super::{steps::*, world::*, *};
use crate::genesis_presets::*;
use pallet_options::{
	Authority, Call, Intent, IntentFill, Leg, Limits, MakerQuote, OpenRequests, PartialFills, Rate,
	Requests, TimeInForce,
};
use proptest::prelude::*;
use sp_keyring::Sr25519Keyring;
use straddle_traits::Risk;

/// A deal. Accounts are places in [`ACCOUNTS`].
#[derive(Clone, Debug)]
pub enum Deal {
	SettleIntents(Bargain),
	/// A set that was brought before once more: which, and how much of each intent.
	Again(usize, u64),
	/// How far above the floor.
	CancelIntents(usize, u64),
	CancelIntentsBelow(usize, Option<u64>),
	PruneIntents(usize),
	OpenRequest(Bargain),
	/// Which request, for whom, and how much more than the marks.
	QuoteRequest(usize, usize, i32),
	AcceptQuote(usize, u64),
	CloseRequest(usize),
	MassQuote(usize, bool, Vec<Wish>),
	CancelQuotes(usize, Option<bool>),
	SetProtection(usize, bool, Option<u64>),
	Heartbeat(usize, Option<u32>),
	PlaceTagged(Order, u64),
	CancelTagged(usize, u64),
	CancelOrders(usize),
	SetTier(usize, u8),
}

/// Some accounts exchange the same legs: the first buys them of the others.
#[derive(Clone, Debug)]
pub struct Bargain {
	parties: Vec<usize>,
	legs: Vec<Piece>,
	/// How much each of the others fills, and may fill in all.
	sizes: (u64, u64),
	/// How far from the marks, in thousandths of what the legs are worth and are on.
	away: i32,
	/// How much the limits leave over, in the same measure.
	slack: i32,
	/// Whether the first one's owner brings it without a signature.
	own: bool,
}

/// One leg.
#[derive(Clone, Debug)]
enum Piece {
	/// Near the money, in lots.
	Contracts((bool, bool, u8), i64),
	/// A kind that is no cash, in thousandths of [`some`].
	Lot(usize, i32),
	/// In thousandths of 100 USD.
	Cash(i32),
}

/// A quote that is asked for.
#[derive(Clone, Debug)]
pub struct Wish {
	later: bool,
	kind: u8,
	buys: bool,
	lots: i64,
	away: i8,
	/// In thousandths a year, instead of a price.
	volatility: Option<u32>,
	pegged: bool,
}

/// What was signed so far, so that it can be brought again.
#[derive(Default)]
pub struct Signed {
	sets: Vec<Vec<IntentFill>>,
	/// Answers, by request.
	answers: Vec<(u64, IntentFill)>,
}

fn side() -> impl Strategy<Value = i64> {
	prop_oneof![Just(1), Just(-1)]
}

fn piece() -> impl Strategy<Value = Piece> {
	let market = (prop::bool::weighted(0.3), prop::bool::weighted(0.2), 0..3u8);
	let contracts = (market, 1..120i64, side());
	let lot = (1..KINDS.len(), 1..20_000i32, side());
	prop_oneof![
		5 => contracts.prop_map(|(market, lots, side)| Piece::Contracts(market, lots * side)),
		2 => lot.prop_map(|(kind, share, side)| Piece::Lot(kind, share * side as i32)),
		1 => (1..20_000i32, side()).prop_map(|(share, side)| Piece::Cash(share * side as i32)),
	]
}

fn bargain() -> impl Strategy<Value = Bargain> {
	// The last one is seldom open.
	let parties = prop::collection::btree_set(0..ACCOUNTS.len() - 1, 2..4);
	let parties = (parties, any::<bool>()).prop_map(|(parties, turned)| {
		let mut parties = parties.into_iter().collect::<Vec<_>>();
		if turned {
			parties.reverse();
		}
		parties
	});
	let sizes = (1..4u64, 0..8u64).prop_map(|(size, more)| (size, size + more));
	let away = prop_oneof![5 => -20..20i32, 1 => -900..900i32];
	let legs = prop::collection::vec(piece(), 1..5);
	(parties, legs, sizes, away, -2..20i32, prop::bool::weighted(0.3)).prop_map(
		|(parties, legs, sizes, away, slack, own)| Bargain {
			parties,
			legs,
			sizes,
			away,
			slack,
			own,
		},
	)
}

fn wish() -> impl Strategy<Value = Wish> {
	let volatility = prop_oneof![2 => Just(None), 1 => (450..800u32).prop_map(Some)];
	let rate = (-8..9i8, volatility, any::<bool>());
	(prop::bool::weighted(0.2), 0..3u8, any::<bool>(), 0..400i64, rate).prop_map(
		|(later, kind, buys, lots, (away, volatility, pegged))| {
			let away = if buys { away.min(0) } else { away.max(0) };
			Wish { later, kind, buys, lots, away, volatility, pegged }
		},
	)
}

/// Any deal by itself.
pub fn deal() -> impl Strategy<Value = Deal> {
	use Deal::*;
	let a = || 0..ACCOUNTS.len();
	let wishes = || prop::collection::vec(wish(), 1..6);
	let market = || prop::bool::weighted(0.3);
	let blocks = prop_oneof![1 => Just(None), 2 => (1..30u32).prop_map(Some)];
	prop_oneof![
		12 => bargain().prop_map(SettleIntents),
		4 => (0..64usize, 1..6u64).prop_map(|(n, size)| Again(n, size)),
		1 => (a(), 0..4u64).prop_map(|(a, n)| CancelIntents(a, n)),
		1 => (a(), prop::option::weighted(0.7, 1..9u64))
			.prop_map(|(a, n)| CancelIntentsBelow(a, n)),
		1 => a().prop_map(PruneIntents),
		3 => bargain().prop_map(OpenRequest),
		3 => (a(), a(), -20..20i32).prop_map(|(n, a, away)| QuoteRequest(n, a, away)),
		3 => (a(), 1..4u64).prop_map(|(n, size)| AcceptQuote(n, size)),
		1 => a().prop_map(CloseRequest),
		8 => (a(), market(), wishes()).prop_map(|(a, ether, all)| MassQuote(a, ether, all)),
		1 => (a(), any::<Option<bool>>()).prop_map(|(a, m)| CancelQuotes(a, m)),
		2 => (a(), market(), prop::option::weighted(0.8, 1..4_000_000u64))
			.prop_map(|(a, m, most)| SetProtection(a, m, most)),
		1 => (a(), blocks).prop_map(|(a, within)| Heartbeat(a, within)),
		4 => (order(), 0..3u64).prop_map(|(order, id)| PlaceTagged(order, id)),
		2 => (a(), 0..3u64).prop_map(|(a, id)| CancelTagged(a, id)),
		1 => a().prop_map(CancelOrders),
		2 => (a(), 0..4u8).prop_map(|(a, tier)| SetTier(a, tier)),
	]
}

/// Deals that follow each other, which hardly happens by chance: a request with its answer, quotes and who takes
/// them, a part of an intent and what is left of it.
pub fn deals() -> impl Strategy<Value = Vec<Step>> {
	let call = |deal| Step::Call(By::Owner, Action::Deal(deal));
	let answers = prop::collection::vec((0..ACCOUNTS.len(), -20..20i32), 1..4);
	let size = prop::option::weighted(0.8, 1..4u64);
	let asked = (bargain(), answers, size).prop_map(move |(wanted, answers, size)| {
		let answers = answers.into_iter().map(|(a, away)| Deal::QuoteRequest(usize::MAX, a, away));
		let begin = [Deal::OpenRequest(wanted)].into_iter();
		let end = match size {
			Some(size) => Deal::AcceptQuote(usize::MAX, size),
			None => Deal::CloseRequest(usize::MAX),
		};
		begin.chain(answers).chain([end]).map(call).collect()
	});
	let quoted = (0..ACCOUNTS.len(), any::<bool>(), prop::collection::vec(wish(), 2..6), order());
	let quoted = quoted.prop_map(move |(a, ether, wishes, taker)| {
		let taker = taker.through(ether);
		let quotes = call(Deal::MassQuote(a, ether, wishes));
		vec![quotes, Step::Call(By::Owner, Action::Place(taker))]
	});
	let parts = (bargain(), 1..6u64, any::<bool>()).prop_map(move |(bargain, size, waits)| {
		let account = bargain.parties.first().copied().unwrap_or_default();
		let mut steps = vec![call(Deal::SettleIntents(Bargain { own: false, ..bargain }))];
		steps.push(call(Deal::Again(usize::MAX, size)));
		if waits {
			steps.push(Step::Blocks(8, MINUTE_MS, false));
			steps.push(call(Deal::PruneIntents(account)));
		}
		steps
	});
	let tagged = (order(), any::<bool>()).prop_map(move |(order, all)| {
		let account = order.account;
		let end = if all { Deal::CancelOrders(account) } else { Deal::CancelTagged(account, 7) };
		vec![call(Deal::PlaceTagged(order.resting(), 7)), call(end)]
	});
	let one = deal().prop_map(move |deal| vec![call(deal)]);
	prop_oneof![4 => one, 2 => asked, 3 => quoted, 4 => parts, 1 => tagged]
}

/// Smallest units of cash that so much of a kind is worth.
fn worth(kind: CollateralId, amount: i128) -> Cash {
	let credit = Collateral::credit_of(kind, amount.unsigned_abs());
	let value = credit.map_or(0, |credit| credit.full.into_inner() / UNIT);
	value * amount.signum()
}

/// Legs in order, each instrument once; what they are worth, and what they are on.
fn legs(pieces: &[Piece]) -> (Vec<Leg>, Cash, Cash) {
	let mut all = BTreeMap::new();
	let mut on = 0;
	for piece in pieces {
		let (key, leg, part) = match *piece {
			Piece::Contracts(market, lots) => {
				let near = Near::of(market);
				let quantity = lots * near.lot;
				let part = near.spot * Cash::from(quantity.abs()) / Cash::from(CONTRACT);
				let leg = Leg::Contracts { series: near.series, quantity };
				((0, Some(near.series), 0), leg, part)
			},
			Piece::Lot(nth, share) => {
				let kind = KINDS[nth];
				let amount = some(kind) as i128 * i128::from(share) / 1_000;
				((1, None, nth), Leg::Lot { kind, amount }, worth(kind, amount).abs())
			},
			Piece::Cash(share) => {
				let amount = 100_000 * Cash::from(share);
				((2, None, 0), Leg::Cash { amount }, 0)
			},
		};
		if all.insert(key, leg).is_none() {
			on += part;
		}
	}
	let legs = all.into_values().collect::<Vec<_>>();
	let value = legs.iter().map(value).sum();
	(legs, value, on)
}

fn against(legs: &[Leg]) -> Vec<Leg> {
	legs.iter().map(|leg| leg.opposite().expect("small")).collect()
}

fn intent(a: usize, legs: Vec<Leg>, limit: Cash, most: u64) -> Intent {
	let account = nth(a);
	Intent {
		nonce: Options::intent_nonces(account.clone()).next.unwrap_or_default(),
		account,
		legs: legs.try_into().expect("a few"),
		limit,
		bands: Default::default(),
		max_age_ms: 3 * MINUTE_MS,
		min_size: 1,
		max_size: most,
		deadline: pallet_timestamp::Now::<Runtime>::get() + 5 * MINUTE_MS,
		taker: None,
		fee_cap: 500_000_000,
	}
}

/// By whoever owns the account now.
fn sign(a: usize, intent: Intent, size: u64) -> IntentFill {
	let signer = By::Owner.key(a);
	let pair = Sr25519Keyring::from_account_id(&signer).expect("one of those known");
	let (message, _) = Options::intent_message(intent.clone());
	let signature = pair.sign(&message).into();
	IntentFill { intent, size, authority: Authority::Signature { signer, signature } }
}

impl Bargain {
	fn set(&self) -> Vec<IntentFill> {
		let (legs, value, on) = legs(&self.legs);
		let measure = value.abs().max(on);
		let price = value + measure * Cash::from(self.away) / 1_000;
		let slack = measure * Cash::from(self.slack) / 1_000;
		let (size, most) = self.sizes;
		let mut parties = self.parties.iter().copied();
		let first = parties.next().unwrap_or_default();
		let others = parties.collect::<Vec<_>>();
		let all = others.len() as u64;
		let buys = intent(first, legs.clone(), price + slack, most * all);
		let mut set = vec![match self.own {
			true => IntentFill { intent: buys, size: size * all, authority: Authority::Submitter },
			false => sign(first, buys, size * all),
		}];
		for other in others {
			let sells = intent(other, against(&legs), slack - price, most);
			set.push(sign(other, sells, size));
		}
		set
	}
}

/// The request of this number among those that are open.
fn request(n: usize) -> u64 {
	let open = OpenRequests::<Runtime>::get().open;
	let nth = n.min(usize::MAX - 1) % open.len().max(1);
	let line = if n == usize::MAX { open.last() } else { open.get(nth) };
	line.map_or(n as u64 % 1_000, |line| line.id)
}

fn parties(set: &[IntentFill]) -> Vec<MarginAccountId> {
	set.iter().map(|fill| fill.intent.account.clone()).collect()
}

/// The place of an account in [`ACCOUNTS`].
fn place(account: &MarginAccountId) -> usize {
	(0..ACCOUNTS.len()).find(|a| nth(*a) == *account).unwrap_or_default()
}

impl Wish {
	fn quote(&self, ether: bool) -> MakerQuote {
		let near = Near::of((ether, self.later, self.kind));
		let rate = match self.volatility.filter(|_| near.series.kind != Kind::Future) {
			Some(volatility) if self.pegged => Rate::Pegged(volatility * 1_000),
			Some(volatility) => Rate::Volatility(volatility * 1_000),
			None => Rate::Price(near.price(self.away)),
		};
		let side = if self.buys { Side::Buy } else { Side::Sell };
		MakerQuote { series: near.series, side, quantity: self.lots * near.lot, rate }
	}
}

impl Deal {
	/// Which account's owner signs, the call, and the accounts that it names.
	pub fn call(&self, signed: &mut Signed) -> (usize, RuntimeCall, Vec<MarginAccountId>) {
		let market = |ether| if ether { ETH } else { BTC };
		let one = |a: usize| vec![nth(a)];
		let (a, call, named): (usize, Call<Runtime>, _) = match *self {
			Self::SettleIntents(ref bargain) => {
				let set = bargain.set();
				signed.sets.push(set.clone());
				let named = parties(&set);
				let set = set.try_into().expect("a few");
				(bargain.parties[0], Call::settle_intents { set }, named)
			},
			Self::Again(n, size) => {
				let last = signed.sets.len().max(1) - 1;
				let set = signed.sets.get(if n == usize::MAX { last } else { n % (last + 1) });
				let mut set = set.cloned().unwrap_or_default();
				let others = set.len().max(2) as u64 - 1;
				for (nth, fill) in set.iter_mut().enumerate() {
					fill.size = if nth == 0 { size * others } else { size };
				}
				let (named, by) = (parties(&set), set.first().map(|fill| &fill.intent.account));
				let by = by.map_or(n % ACCOUNTS.len(), place);
				(by, Call::settle_intents { set: set.try_into().expect("a few") }, named)
			},
			Self::CancelIntents(a, above) => {
				let floor = Options::intent_nonces(nth(a)).floor;
				let nonces = vec![floor + above].try_into().expect("one");
				(a, Call::cancel_intents { account: nth(a), nonces }, one(a))
			},
			Self::CancelIntentsBelow(a, above) => {
				let floor = Options::intent_nonces(nth(a)).floor;
				let floor = above.map(|above| floor + above - 1);
				(a, Call::cancel_intents_below { account: nth(a), floor }, one(a))
			},
			Self::PruneIntents(n) => {
				let part = |a: &MarginAccountId| {
					PartialFills::<Runtime>::iter_key_prefix(a).next().is_some()
				};
				let a = one_that(n, part);
				let nonces = PartialFills::<Runtime>::iter_key_prefix(nth(a)).take(2);
				let nonces = nonces.collect::<Vec<_>>().try_into().expect("two");
				(a, Call::prune_intents { account: nth(a), nonces }, one(a))
			},
			Self::OpenRequest(ref bargain) => {
				let (mut legs, ..) = legs(&bargain.legs);
				legs.retain(|leg| !matches!(leg, Leg::Cash { .. }));
				let a = bargain.parties[0];
				let deadline = pallet_timestamp::Now::<Runtime>::get() + 5 * MINUTE_MS;
				let maker = bargain.own.then(|| nth(bargain.parties[1]));
				let (account, size) = (nth(a), bargain.sizes.1);
				let legs = legs.try_into().expect("a few");
				(a, Call::open_request { account, legs, size, deadline, maker }, one(a))
			},
			Self::QuoteRequest(n, maker, away) => {
				let id = request(n);
				let asked = Requests::<Runtime>::get(id);
				let maker =
					asked.as_ref().and_then(|asked| asked.maker.as_ref()).map_or(maker, place);
				let legs = asked.as_ref().map_or(Vec::new(), |asked| asked.legs.to_vec());
				let size = asked.map_or(1, |asked| asked.size);
				let value = legs.iter().map(value).sum::<Cash>();
				// It sells what is asked for.
				let limit = value.abs() * Cash::from(away) / 1_000 - value;
				let fill = sign(maker, intent(maker, against(&legs), limit, size), 1);
				signed.answers.push((id, fill.clone()));
				let IntentFill { intent, authority, .. } = fill;
				(maker, Call::quote_request { request: id, intent, authority }, one(maker))
			},
			Self::AcceptQuote(n, size) => {
				let id = request(n);
				let asked = Requests::<Runtime>::get(id);
				let answer = signed.answers.iter().rev().find(|(request, _)| *request == id);
				let maker = answer.or(signed.answers.last()).map(|(_, fill)| fill.clone());
				let (Some(asked), Some(mut maker)) = (asked, maker) else {
					// Nothing to accept.
					return (0, Call::close_request { request: u64::MAX }.into(), Vec::new());
				};
				let a = place(&asked.account);
				let size = size.min(asked.size);
				maker.size = size;
				let limit = maker.intent.limit.abs() / 1_000 - maker.intent.limit;
				let intent = intent(a, asked.legs.to_vec(), limit, size);
				let taker = IntentFill { intent, size, authority: Authority::Submitter };
				let named = parties(&[taker.clone(), maker.clone()]);
				(a, Call::accept_quote { request: id, taker, maker }, named)
			},
			Self::CloseRequest(n) => {
				let id = request(n);
				let asked = Requests::<Runtime>::get(id);
				let a = asked.map_or(n, |asked| place(&asked.account));
				(a, Call::close_request { request: id }, Vec::new())
			},
			Self::MassQuote(a, ether, ref wishes) => {
				let mut quotes = wishes.iter().map(|wish| wish.quote(ether)).collect::<Vec<_>>();
				let mut seen = BTreeSet::new();
				quotes.retain(|quote| seen.insert((quote.series, quote.side == Side::Buy)));
				let quotes = quotes.try_into().expect("a few");
				let (account, underlying) = (nth(a), market(ether));
				(a, Call::mass_quote { account, underlying, quotes }, one(a))
			},
			Self::CancelQuotes(a, ether) => {
				let underlying = ether.map(market);
				(a, Call::cancel_quotes { account: nth(a), underlying }, one(a))
			},
			Self::SetProtection(a, ether, most) => {
				let limits = |quantity| Limits { blocks: 5, quantity, delta: quantity, vega: 0 };
				let (account, underlying, limits) = (nth(a), market(ether), most.map(limits));
				(a, Call::set_protection { account, underlying, limits }, one(a))
			},
			Self::Heartbeat(a, within) => (a, Call::heartbeat { account: nth(a), within }, one(a)),
			Self::PlaceTagged(ref order, client_id) => {
				let a = order.account;
				(a, order.tagged(client_id), one(a))
			},
			Self::CancelTagged(a, client_id) => {
				(a, Call::cancel_tagged { account: nth(a), client_id }, one(a))
			},
			Self::CancelOrders(n) => {
				let a = one_that(n, |a| !Options::orders_of(a.clone()).is_empty());
				let orders = Options::orders_of(nth(a));
				let order_ids = orders.into_iter().take(3).map(|order| order.id);
				let order_ids = order_ids.collect::<Vec<_>>().try_into().expect("three");
				(a, Call::cancel_orders { account: nth(a), order_ids }, one(a))
			},
			Self::SetTier(a, tier) => (a, Call::set_tier { account: nth(a), tier }, one(a)),
		};
		(a, call.into(), named)
	}
}

/// What a leg is worth at the marks, in smallest units of cash.
fn value(leg: &Leg) -> Cash {
	match *leg {
		Leg::Contracts { series, quantity } => {
			let mark = Margin::mark(&series, Lens::Latest).map_or(0, |(mark, _)| mark.into_inner());
			mark / UNIT * Cash::from(quantity) / Cash::from(CONTRACT)
		},
		Leg::Lot { kind, amount } => worth(kind, amount),
		Leg::Cash { amount } => amount,
	}
}

impl Order {
	/// The same in bitcoin's market or ether's, at a price that meets whoever quotes near the mark.
	fn through(self, ether: bool) -> Self {
		let mut order = self;
		order.market.0 = ether;
		order.away = if order.buys { 8 } else { -8 };
		order.kind = TimeInForce::ImmediateOrCancel;
		order
	}

	/// The same, as one that rests.
	fn resting(self) -> Self {
		let away = if self.buys { -8 } else { 8 };
		Self { kind: TimeInForce::GoodTilCancelled, reduce_only: false, away, ..self }
	}
}
