// SPDX-License-Identifier: GPL-3.0-or-later

//! Blocks full of trades: how many fit into one, by what they are charged in the end and by their proof.
//!
//! Transactions are signed and go through all extensions, so that what they did not use of their weight is given
//! back as on a chain. A block is filled until the runtime takes no more, then executed again on its proof.

use crate::{
	block::{fill, Candidate, Full},
	crash::look_at_all,
	proof::Built,
	state::*,
};
use codec::Encode;
use frame_support::traits::fungible::Mutate;
use pallet_options::{Authority, Intent, IntentFill, Leg, MakerQuote, Rate, TimeInForce};
use sp_core::{sr25519, Pair};
use sp_io::TestExternalities;
use sp_runtime::{
	generic::{Era, SignedPayload},
	MultiSignature,
};
use straddle_primitives::*;
use straddle_runtime::{
	genesis_presets::BTC, tx_extension, Balances, Margin, Options, Runtime, RuntimeCall, System,
	UncheckedExtrinsic,
};
use straddle_traits::Risk;

/// How many resting orders one order meets, if it meets many.
pub const SWEPT: usize = 16;
/// Quotes of one call.
pub const QUOTES: usize = 50;
/// Most orders at a price that are used here, of 32.
const QUEUE: usize = 30;
/// Native tokens for fees.
const FEES: u128 = 1_000_000_000_000_000;

/// What a block is filled with.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
	/// Orders that meet one resting order each.
	Match,
	/// Orders that meet as many as one may.
	Sweep,
	/// Calls that replace fifty quotes.
	Quotes,
	/// Two intents of so many legs, one of them signed by the submitter.
	Intents(usize),
}

impl Kind {
	/// All that is measured.
	pub const ALL: [Self; 5] =
		[Self::Match, Self::Sweep, Self::Quotes, Self::Intents(2), Self::Intents(8)];

	/// What one transaction does.
	pub fn name(&self) -> String {
		match self {
			Self::Match => "an order that meets one".into(),
			Self::Sweep => format!("an order that meets {SWEPT}"),
			Self::Quotes => format!("{QUOTES} quotes replaced"),
			Self::Intents(legs) => format!("two intents of {legs} legs"),
		}
	}

	/// Fills of a transaction, each of two accounts in one series.
	pub fn fills(&self) -> usize {
		match self {
			Self::Match => 1,
			Self::Sweep => SWEPT,
			Self::Quotes => 0,
			Self::Intents(legs) => *legs,
		}
	}
}

/// Who can sign.
struct Signer {
	pair: sr25519::Pair,
	who: Who,
}

impl Signer {
	fn new(name: &str, n: usize) -> Self {
		let pair =
			sr25519::Pair::from_seed(&sp_io::hashing::blake2_256(&(name, n as u32).encode()));
		let who = Who::of(pair.public().into());
		Self { pair, who }
	}

	/// A transaction that is valid until it is sent.
	fn sign(&self, call: impl Into<RuntimeCall>) -> UncheckedExtrinsic {
		let nonce = System::account_nonce(&self.who.owner);
		let payload = SignedPayload::new(call.into(), tx_extension(nonce, Era::Immortal));
		let payload = payload.expect("what is implicit is known");
		let signature = payload.using_encoded(|bytes| self.pair.sign(bytes));
		let (call, extension, _) = payload.deconstruct();
		let address = self.who.owner.clone().into();
		UncheckedExtrinsic::new_signed(call, address, signature.into(), extension)
	}
}

/// A chain with transactions that wait.
pub struct Market {
	/// The chain.
	pub state: TestExternalities,
	/// Of each kind.
	waiting: Vec<(Kind, Vec<UncheckedExtrinsic>)>,
}

impl Market {
	/// `accounts` of which none can sign, and besides as many traders as one block can possibly hold of each kind.
	///
	/// # Panics
	/// If something is refused.
	pub fn build(accounts: u32, each: usize) -> Self {
		let (mut state, mut opener) = open_usual(accounts);
		let traders = state.execute_with(|| {
			let series = traded();
			let people = |name: &str, count: usize| {
				(0..count).map(|n| Signer::new(name, n)).collect::<Vec<_>>()
			};
			let [takers, quoters] = [people("taker", each), people("quoter", each.min(110))];
			let [givers, receivers] = [people("giver", each), people("receiver", each)];
			for signer in takers.iter().chain(&quoters).chain(&givers).chain(&receivers) {
				opener.open(&signer.who, positions(&[series[0], series[1]], USUAL));
				Balances::mint_into(&signer.who.owner, FEES).expect("it fits");
			}
			opener.close();
			[takers, quoters, givers, receivers]
		});
		state.commit_all().expect("no open transaction");
		look_at_all(&mut state, 2);
		let waiting = state.execute_with(|| {
			let [takers, quoters, givers, receivers] = traders;
			let makers = each.min(TRADED * 4 * QUEUE);
			rest_asks(makers);
			let orders = |count: usize, meets: usize| {
				let signed = takers.iter().take(count).enumerate();
				signed.map(|(n, one)| one.sign(buy(&one.who, n % TRADED, meets))).collect()
			};
			let mut waiting = vec![
				(Kind::Match, orders(makers, 1)),
				(Kind::Sweep, orders(makers / SWEPT / TRADED * TRADED, SWEPT)),
				(Kind::Quotes, quotes_of(&quoters)),
			];
			let series = traded();
			for legs in [2, 8] {
				let pairs = givers.iter().zip(&receivers);
				let signed = pairs.map(|(a, b)| settle(a, b, &series, legs)).collect();
				waiting.push((Kind::Intents(legs), signed));
			}
			System::reset_events();
			waiting
		});
		state.commit_all().expect("no open transaction");
		Self { state, waiting }
	}

	/// A block without transactions: what others have besides theirs.
	pub fn empty(&self) -> Candidate {
		fill(&self.state, "nothing", &[]).1
	}

	/// Fill a block with one kind. Nothing of it is kept.
	///
	/// # Panics
	/// If a transaction fails, or the block comes to something else on its proof.
	pub fn fill(&self, kind: Kind) -> (Built<Full>, Candidate, usize) {
		let waiting = self.waiting.iter().find(|(of, _)| *of == kind);
		let waiting = waiting.map_or(&[][..], |(_, all)| all);
		let (built, candidate) = fill(&self.state, &kind.name(), waiting);
		let bytes = waiting[..built.result.taken].iter().map(|one| one.encoded_size()).sum();
		(built, candidate, bytes)
	}
}

/// Resting orders of usual accounts, as many in each traded series, near the mark.
fn rest_asks(count: usize) {
	for n in 0..count {
		let who = Who::new("usual", n as u32);
		let away = 1 + (n / TRADED / QUEUE) as Cash;
		who.call(order(&who, n % TRADED, Side::Sell, away, TimeInForce::PostOnly));
	}
}

/// An order that meets so many of them.
fn buy(who: &Who, n: usize, meets: usize) -> pallet_options::Call<Runtime> {
	let mut call = order(who, n, Side::Buy, 10, TimeInForce::FillOrKill);
	if let pallet_options::Call::place_order { quantity, .. } = &mut call {
		*quantity *= meets as Quantity;
	}
	call
}

/// Both sides of as many series, away from each other's; once for good, then signed again a tick further away.
fn quotes_of(quoters: &[Signer]) -> Vec<UncheckedExtrinsic> {
	let tick = pallet_options::Markets::<Runtime>::get(BTC).expect("it is there").tick;
	let traded = traded();
	let series = Options::series_of(BTC)
		.into_iter()
		.filter(|one| one.kind != straddle_primitives::Kind::Future && !traded.contains(one));
	let marked = series.filter_map(|one| {
		let (mark, _) = Margin::mark(&one, Lens::Latest).ok()?;
		let ticks = mark.into_inner() / 1_000_000_000_000 / tick;
		(ticks > 60).then_some((one, ticks))
	});
	let marked = marked.take(QUOTES / 2).collect::<Vec<_>>();
	assert_eq!(marked.len(), QUOTES / 2, "too few series have a mark");
	let call = |n: usize, further: Cash| {
		let away = 20 + 2 * (n / QUEUE) as Cash + further;
		let quote = |(series, ticks): &(Series, Cash)| {
			[(Side::Buy, -away), (Side::Sell, away)].map(|(side, by)| MakerQuote {
				series: *series,
				side,
				quantity: CONTRACT / 100,
				rate: Rate::Price((ticks + by) * tick),
			})
		};
		let quotes = marked.iter().flat_map(quote).collect::<Vec<_>>();
		let quotes = quotes.try_into().expect("not more than there may be");
		let account = quoters[n].who.account.clone();
		pallet_options::Call::<Runtime>::mass_quote { account, underlying: BTC, quotes }
	};
	for (n, quoter) in quoters.iter().enumerate() {
		quoter.who.call(call(n, 0));
	}
	quoters.iter().enumerate().map(|(n, quoter)| quoter.sign(call(n, 1))).collect()
}

/// `giver` sends in what both agreed to: he buys of the other one in so many series.
fn settle(giver: &Signer, receiver: &Signer, series: &[Series], legs: usize) -> UncheckedExtrinsic {
	let mut series = series[..legs].to_vec();
	series.sort();
	let worth = |one: &Series| {
		let (mark, _) = Margin::mark(one, Lens::Latest).expect("it has a mark");
		mark.into_inner() / 1_000_000_000_000 / 100
	};
	let price: Cash = series.iter().map(worth).sum();
	let intent = |who: &Who, by: Quantity| {
		let leg = |one: &Series| Leg::Contracts { series: *one, quantity: by * CONTRACT / 100 };
		Intent {
			account: who.account.clone(),
			legs: series.iter().map(leg).collect::<Vec<_>>().try_into().expect("they fit"),
			limit: price * Cash::from(by),
			bands: Default::default(),
			max_age_ms: Moment::MAX,
			min_size: 1,
			max_size: 1,
			nonce: legs as u64,
			deadline: Moment::MAX,
			taker: None,
			fee_cap: 1_000 * USDT,
		}
	};
	let (mine, other) = (intent(&giver.who, 1), intent(&receiver.who, -1));
	let (message, _) = Options::intent_message(other.clone());
	let signature = MultiSignature::Sr25519(receiver.pair.sign(&message));
	let signer = receiver.who.owner.clone();
	let set = vec![
		IntentFill { intent: mine, size: 1, authority: Authority::Submitter },
		IntentFill {
			intent: other,
			size: 1,
			authority: Authority::Signature { signer, signature },
		},
	];
	let set = set.try_into().expect("two fit");
	giver.sign(pallet_options::Call::<Runtime>::settle_intents { set })
}
