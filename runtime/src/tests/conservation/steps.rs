// SPDX-License-Identifier: GPL-3.0-or-later

//! What may happen. A new call needs a variant, a line in [`action`], an arm in [`Step::call`], and
//! what may refuse it in [`is_expected`].

use super::{deals::*, world::*, *};
use crate::genesis_presets::*;
use pallet_liquidation::{Auctions, LotAuctions};
use pallet_margin::Accounts;
use pallet_options::TimeInForce;
use proptest::prelude::*;
use sp_keyring::Sr25519Keyring::{Alice, Ferdie};
use sp_runtime::{DispatchError, FixedPointNumber, Perbill};
use straddle_traits::{Imbalance, Ledger, OverdueCash, Risk};

/// One thing that happens. Accounts are places in [`ACCOUNTS`], amounts are shares of what there is or
/// multiples of [`some`], in thousandths.
#[derive(Clone, Debug)]
pub enum Step {
	/// Somebody signs a call.
	Call(By, Action),
	/// So many blocks, so many milliseconds apart; in full ones there is room for the oracle alone.
	Blocks(u8, Moment, bool),
	/// Such blocks until the next expiry is past.
	Expire(bool),
	/// A feed's price moves, and so many blocks see it.
	Price(usize, i32, u8),
	/// All volatilities move, and a block sees it.
	Volatility(i32),
	/// The oracle is silent for so many blocks, so many milliseconds apart.
	Outage(u8, Moment),
}

/// Who signs.
#[derive(Clone, Copy, Debug)]
pub enum By {
	/// The owner of the account that the call is about.
	Owner,
	/// The key that is made a delegate at times.
	Delegate,
	/// Somebody else.
	Stranger,
}

/// What is signed.
#[derive(Clone, Debug)]
pub enum Action {
	Create(usize),
	Close(usize),
	SetDelegate(usize),
	RemoveDelegate(usize),
	TransferCash(usize, usize, u32),
	/// Cash, the first lot and the first positions, each this share, paid or not.
	MoveAssets(usize, usize, [u32; 3], bool),
	OfferOwnership(usize, usize),
	CancelOffer(usize),
	AcceptOwnership(usize),
	Poke(usize),
	SetMode(usize, bool),
	RequestWithdrawal(usize, u32),
	CancelWithdrawal(usize),
	Deposit(usize, usize, u32),
	/// To the account's address; the last kind is not listed.
	Send(usize, usize, u32),
	Sweep(usize, usize),
	Withdraw(usize, usize, u32),
	Recover(usize),
	Place(Order),
	Cancel(usize, usize),
	CancelAll(usize, Option<bool>),
	Settle(bool, usize, u32),
	/// Whom, and who has the reward.
	Flag(usize, usize),
	/// Which auction, and for whom.
	Bid(usize, usize, u32),
	TakeOver(usize),
	Touch(usize),
	Pause(usize, bool),
	/// From which discount in thousandths, and up to which requirement in USD.
	PlaceBackstop(usize, u32, i64),
	CancelBackstop(usize),
	Enforce(usize),
	/// Whose lots, for whom, and how many of them.
	BidLots(usize, usize, u32),
	/// Of the market besides orders.
	Deal(Deal),
}

/// An order near the mark.
#[derive(Clone, Debug)]
pub struct Order {
	pub account: usize,
	/// Bitcoin or ether, the first or the second expiry, and the kind; the strike is the nearest one.
	pub market: (bool, bool, u8),
	pub buys: bool,
	pub lots: i64,
	/// How far from the mark, in parts of .025 % of the spot.
	pub away: i8,
	pub kind: TimeInForce,
	pub reduce_only: bool,
}

/// Any order.
pub fn order() -> impl Strategy<Value = Order> {
	use TimeInForce::*;
	let kind = prop_oneof![
		6 => Just(GoodTilCancelled),
		1 => Just(PostOnly),
		2 => Just(ImmediateOrCancel),
		1 => Just(FillOrKill),
	];
	let market = (prop::bool::weighted(0.3), prop::bool::weighted(0.2), 0..3u8);
	// Who has an even number rather buys, so that positions grow.
	let bools = (prop::bool::weighted(0.75), prop::bool::weighted(0.1));
	(0..ACCOUNTS.len(), market, bools, 1..900i64, -8..9i8, kind).prop_map(
		|(account, market, (usual, reduce_only), lots, away, kind)| {
			let buys = usual == account.is_multiple_of(2);
			Order { account, market, buys, lots, away, kind, reduce_only }
		},
	)
}

/// An order, and another one that trades with it if both may.
fn trade() -> impl Strategy<Value = Vec<Step>> {
	let makes = |order| Step::Call(By::Owner, Action::Place(order));
	(order(), 0..ACCOUNTS.len()).prop_map(move |(order, account)| {
		let kind = TimeInForce::GoodTilCancelled;
		let maker = Order { kind, reduce_only: false, ..order.clone() };
		let taker = Order { account, buys: !order.buys, ..order };
		vec![makes(maker), makes(taker)]
	})
}

fn action() -> impl Strategy<Value = Action> {
	use Action::*;
	let a = || 0..ACCOUNTS.len();
	let kind = || 0..KINDS.len();
	let share = || 1..1_200u32;
	let shares = || prop::array::uniform3(prop_oneof![2 => Just(0), 3 => 1..1_050u32]);
	prop_oneof![
		1 => a().prop_map(Create),
		1 => a().prop_map(Close),
		1 => a().prop_map(SetDelegate),
		1 => a().prop_map(RemoveDelegate),
		3 => (a(), prop_oneof![3 => Just(None), 1 => a().prop_map(Some)], share())
			.prop_map(|(a, b, s)| TransferCash(a, b.unwrap_or(a ^ 1), s)),
		4 => (a(), prop_oneof![4 => Just(None), 1 => a().prop_map(Some)], shares(), any::<bool>())
			.prop_map(|(a, b, s, p)| MoveAssets(a, b.unwrap_or(a ^ 1), s, p)),
		1 => (a(), a()).prop_map(|(a, b)| OfferOwnership(a, b)),
		1 => a().prop_map(CancelOffer),
		2 => a().prop_map(AcceptOwnership),
		1 => a().prop_map(Poke),
		3 => (a(), any::<bool>()).prop_map(|(a, p)| SetMode(a, p)),
		3 => (a(), share()).prop_map(|(a, s)| RequestWithdrawal(a, s)),
		1 => a().prop_map(CancelWithdrawal),
		3 => (a(), kind(), 0..90_000u32).prop_map(|(a, k, s)| Deposit(a, k, s)),
		2 => (a(), 0..=KINDS.len(), 0..90_000u32).prop_map(|(a, k, s)| Send(a, k, s)),
		2 => (a(), kind()).prop_map(|(a, k)| Sweep(a, k)),
		5 => (a(), kind(), share()).prop_map(|(a, k, s)| Withdraw(a, k, s)),
		1 => a().prop_map(Recover),
		24 => order().prop_map(Place),
		2 => (a(), 0..8usize).prop_map(|(a, n)| Cancel(a, n)),
		1 => (a(), any::<Option<bool>>()).prop_map(|(a, m)| CancelAll(a, m)),
		1 => (any::<bool>(), 0..4usize, 0..5u32).prop_map(|(m, e, n)| Settle(m, e, n)),
		4 => (a(), a()).prop_map(|(a, b)| Flag(a, b)),
		4 => any_bid(),
		1 => a().prop_map(TakeOver),
		3 => a().prop_map(Touch),
		1 => (kind(), any::<bool>()).prop_map(|(k, p)| Pause(k, p)),
		2 => (a(), 0..300u32, 500..50_000i64).prop_map(|(a, k, m)| PlaceBackstop(a, k, m)),
		1 => a().prop_map(CancelBackstop),
		1 => a().prop_map(Enforce),
		1 => (a(), a(), share()).prop_map(|(a, b, s)| BidLots(a, b, s)),
	]
}

/// A crash of bitcoin or ether, and what follows it: a flag, time, and who wants it.
fn crash() -> impl Strategy<Value = Vec<Step>> {
	let by = prop_oneof![-450..-100i32, 100..450i32];
	let after = prop::collection::vec(
		prop_oneof![
			1 => (0..ACCOUNTS.len()).prop_map(|n| Step::Call(By::Owner, Action::Touch(n))),
			2 => (4..16u8).prop_map(|blocks| Step::Blocks(blocks, 12_000, false)),
			2 => any_bid().prop_map(|bid| Step::Call(By::Owner, bid)),
			1 => (0..ACCOUNTS.len()).prop_map(|n| Step::Call(By::Owner, Action::TakeOver(n))),
			1 => any_step(),
		],
		0..6,
	);
	let flag = (0..ACCOUNTS.len(), 0..ACCOUNTS.len()).prop_map(|(a, b)| Action::Flag(a, b));
	(1..3usize, by, flag, after).prop_map(|(feed, by, flag, after)| {
		let begin = [Step::Price(feed, by, 4), Step::Call(By::Owner, flag)];
		begin.into_iter().chain(after).collect()
	})
}

/// Tokens come to an address and are swept before a block does it, an expiry is settled by calls, an
/// account is offered, or so much is lent out that who asks for his cash has to wait.
fn by_hand() -> impl Strategy<Value = Vec<Step>> {
	let call = |action| Step::Call(By::Owner, action);
	let arrives = (0..ACCOUNTS.len(), 0..KINDS.len(), 1_000..50_000u32);
	let arrives = arrives.prop_map(move |(a, k, share)| {
		vec![call(Action::Send(a, k, share)), call(Action::Sweep(a, k))]
	});
	// The first ones go through the series; then come accounts.
	let limits = prop::collection::vec(1..5u32, 2..9);
	let settled = (any::<bool>(), limits).prop_map(move |(ether, limits)| {
		let settles = limits.into_iter().map(|limit| Action::Settle(ether, 0, limit));
		core::iter::once(Step::Expire(true)).chain(settles.map(call)).collect()
	});
	let accounts = || (0..ACCOUNTS.len(), 0..ACCOUNTS.len());
	let offered = (accounts(), any::<bool>()).prop_map(move |((a, b), takes)| {
		let end = if takes { Action::AcceptOwnership(a) } else { Action::CancelOffer(a) };
		vec![call(Action::OfferOwnership(a, b)), call(end)]
	});
	let borrowers = prop::collection::vec((0..ACCOUNTS.len(), 1_000..2_400u32), 8..16);
	let squeezed = (borrowers, accounts(), any::<bool>()).prop_map(move |(all, (a, b), waits)| {
		let borrows = all.into_iter().map(|(n, share)| Action::Withdraw(n, 0, share));
		let asks = [a, b].map(|n| Action::RequestWithdrawal(n, 950));
		let end = match waits {
			true => Step::Blocks(70, MINUTE_MS, false),
			false => call(Action::CancelWithdrawal(a)),
		};
		// Until prices are `Valid`.
		let calm = Step::Blocks(12, MINUTE_MS, false);
		core::iter::once(calm).chain(borrows.chain(asks).map(call)).chain([end]).collect()
	});
	// So much is lent out that debtors are called, and who does not repay has his lots sold.
	let borrowers = prop::collection::vec((0..ACCOUNTS.len(), 1_000..2_400u32), 8..16);
	let sales = prop::collection::vec((0..ACCOUNTS.len(), 0..ACCOUNTS.len(), 100..1_000u32), 2..6);
	let called = (borrowers, sales).prop_map(move |(all, sales)| {
		let borrows = all.into_iter().map(|(n, share)| Action::Withdraw(n, 0, share));
		let sold = sales
			.into_iter()
			.flat_map(|(a, b, share)| [Action::Enforce(a), Action::BidLots(a, b, share)].map(call));
		let calm = Step::Blocks(12, MINUTE_MS, false);
		let due = Step::Blocks(8, MINUTE_MS, false);
		let borrows = core::iter::once(calm).chain(borrows.map(call));
		borrows.chain([due]).chain(sold).collect()
	});
	let strange = (0..ACCOUNTS.len(), 1_000..50_000u32).prop_map(move |(a, s)| {
		vec![call(Action::Send(a, KINDS.len(), s)), call(Action::Recover(a))]
	});
	let opened = (0..ACCOUNTS.len()).prop_map(move |a| {
		// What is left to pay out of an account before it can be closed.
		let paid = (0..KINDS.len()).map(|k| Action::Withdraw(a, k, 1_000));
		let all = [Action::Create(a)].into_iter().chain(paid).chain([Action::Close(a)]);
		all.map(call).collect()
	});
	let stands = (0..ACCOUNTS.len(), 0..300u32).prop_map(move |(a, kappa)| {
		vec![call(Action::PlaceBackstop(a, kappa, 5_000)), call(Action::CancelBackstop(a))]
	});
	prop_oneof![arrives, settled, offered, squeezed, called, strange, opened, stands]
}

fn any_bid() -> impl Strategy<Value = Action> {
	let parts = prop_oneof![Just(1_000_000_000), 10_000_000..1_000_000_000u32];
	(0..ACCOUNTS.len(), 0..ACCOUNTS.len(), parts)
		.prop_map(|(n, bidder, parts)| Action::Bid(n, bidder, parts))
}

/// Any steps, in any order.
pub fn any_steps(count: core::ops::Range<usize>) -> impl Strategy<Value = Vec<Step>> {
	let single = any_step().prop_map(|step| vec![step]);
	let some = prop_oneof![24 => single, 8 => trade(), 8 => deals(), 1 => crash(), 3 => by_hand()];
	// In the end a delegate comes and goes, which hardly happens by chance.
	let end = [Action::SetDelegate(0), Action::RemoveDelegate(0)];
	let end = end.map(|action| Step::Call(By::Owner, action));
	prop::collection::vec(some, count)
		.prop_map(move |steps| steps.into_iter().flatten().chain(end.clone()).collect())
}

fn any_step() -> impl Strategy<Value = Step> {
	let by = prop_oneof![
		30 => Just(By::Owner),
		2 => Just(By::Delegate),
		1 => Just(By::Stranger),
	];
	let ms =
		|| prop_oneof![3 => Just(6_000), 3 => Just(12_000), 3 => Just(60_000), 1 => Just(100_000)];
	// Small moves, and now and then a crash.
	let by_permille = || prop_oneof![2 => -60..60i32, 1 => 150..450i32, 1 => -350..-100i32];
	let full = || prop::bool::weighted(0.3);
	let feed = || prop_oneof![1 => Just(0), 4 => Just(1), 3 => Just(2), 1 => Just(3)];
	prop_oneof![
		40 => (by, action()).prop_map(|(by, action)| Step::Call(by, action)),
		5 => (1..16u8, ms(), full()).prop_map(|(n, ms, full)| Step::Blocks(n, ms, full)),
		2 => full().prop_map(Step::Expire),
		6 => (feed(), by_permille(), 1..5u8).prop_map(|(feed, by, n)| Step::Price(feed, by, n)),
		1 => by_permille().prop_map(Step::Volatility),
		1 => (1..8u8, ms()).prop_map(|(n, ms)| Step::Outage(n, ms)),
	]
}

/// `share` thousandths of an amount.
fn part(amount: u128, share: u32) -> u128 {
	amount * u128::from(share) / 1_000
}

fn held(account: &MarginAccountId, kind: CollateralId) -> u128 {
	if kind == CASH {
		return Margin::cash(account).max(0).unsigned_abs();
	}
	let lots = Margin::lots(account);
	lots.into_iter().find(|(other, _)| *other == kind).map_or(0, |(_, amount)| amount)
}

/// The account of this number among those of which it is true, or among all if it is of none.
pub fn one_that(n: usize, is: impl Fn(&MarginAccountId) -> bool) -> usize {
	let all = (0..ACCOUNTS.len()).filter(|a| is(&nth(*a))).collect::<Vec<_>>();
	all.get(n % all.len().max(1)).copied().unwrap_or(n)
}

/// The auction of this number, or else this account.
fn auctioned(n: usize) -> MarginAccountId {
	let mut open = Auctions::<Runtime>::iter_keys().collect::<Vec<_>>();
	open.sort();
	open.get(n % open.len().max(1)).cloned().unwrap_or(nth(n))
}

/// A series near the money.
pub struct Near {
	pub series: Series,
	/// In millionths.
	pub lot: Quantity,
	/// In cash's smallest units.
	pub mark: Cash,
	pub spot: Cash,
	tick: Cash,
}

impl Near {
	/// Of bitcoin or ether, the first or the second expiry, and of this kind.
	pub fn of((ether, later, kind): (bool, bool, u8)) -> Self {
		let (market, feed) = if ether { (ETH, ETH_FEED) } else { (BTC, BTC_FEED) };
		let spot = PriceOracle::reading(feed, Lens::Latest).price;
		let kind = [Kind::Call, Kind::Put, Kind::Future][usize::from(kind)];
		let now = pallet_timestamp::Now::<Runtime>::get();
		let wanted = |one: &Series| one.kind == kind && one.expiry > now;
		let listed = Options::series_of(market).into_iter().filter(wanted);
		let mut listed = listed.collect::<Vec<_>>();
		let away = |one: &Series| one.strike.price().max(spot) - one.strike.price().min(spot);
		listed.sort_by_key(|one| (away(one), one.expiry));
		let fallback = Series { underlying: market, expiry: 0, strike: Strike::usd(1), kind };
		let series = listed.get(usize::from(later)).or(listed.first()).copied();
		let series = series.unwrap_or(fallback);
		let rules = pallet_options::Markets::<Runtime>::get(market).expect("it is there");
		let mark = Margin::mark(&series, Lens::Latest).map_or(0, |(mark, _)| mark.into_inner());
		let spot = Cash::try_from(spot.into_inner()).expect("it is small") / UNIT;
		Self { series, lot: rules.lot, mark: mark / UNIT, spot, tick: rules.tick }
	}

	/// A price on the grid, so many parts of .025 % of the spot from the mark.
	pub fn price(&self, away: i8) -> Cash {
		let price = self.mark + self.spot * Cash::from(away) / 4_000;
		let price = price.div_euclid(self.tick) * self.tick;
		if self.series.kind == Kind::Future {
			price
		} else {
			price.max(self.tick)
		}
	}
}

impl Order {
	fn call(&self) -> pallet_options::Call<Runtime> {
		let near = Near::of(self.market);
		pallet_options::Call::place_order {
			account: nth(self.account),
			series: near.series,
			side: if self.buys { Side::Buy } else { Side::Sell },
			quantity: self.lots * near.lot,
			limit_price: near.price(self.away),
			time_in_force: self.kind,
			reduce_only: self.reduce_only,
		}
	}

	/// With a number of the trader's own.
	pub fn tagged(&self, client_id: u64) -> pallet_options::Call<Runtime> {
		let near = Near::of(self.market);
		let side = if self.buys { Side::Buy } else { Side::Sell };
		pallet_options::Call::place_tagged {
			account: nth(self.account),
			place: Place { series: near.series, side, price: near.price(self.away) },
			quantity: self.lots * near.lot,
			time_in_force: self.kind,
			reduce_only: self.reduce_only,
			client_id,
		}
	}
}

impl Action {
	/// Which account's owner signs, the call, and the accounts that it names.
	pub fn call(&self, signed: &mut Signed) -> (usize, RuntimeCall, Vec<MarginAccountId>) {
		use pallet_collateral::Call as CollateralCall;
		use pallet_liquidation::Call as LiquidationCall;
		use pallet_margin::Call as MarginCall;
		use pallet_options::Call as OptionsCall;
		let one = |a: usize| vec![nth(a)];
		match *self {
			Self::Create(a) => {
				(a, MarginCall::create_account { index: ACCOUNTS[a].1 }.into(), one(a))
			},
			Self::Close(n) => {
				let stored = |a: &_| Accounts::<Runtime>::get(a);
				let a = one_that(n, |a| stored(a).is_some_and(|account| account.is_empty()));
				(a, MarginCall::close_account { account: nth(a) }.into(), one(a))
			},
			Self::SetDelegate(a) => {
				let delegate = Ferdie.to_account_id();
				(a, MarginCall::set_delegate { account: nth(a), delegate }.into(), one(a))
			},
			Self::RemoveDelegate(n) => {
				let stored = |a: &_| Accounts::<Runtime>::get(a);
				let has = |a: &_| stored(a).is_some_and(|account| !account.delegates.is_empty());
				let a = one_that(n, has);
				let delegate = Ferdie.to_account_id();
				(a, MarginCall::remove_delegate { account: nth(a), delegate }.into(), one(a))
			},
			Self::TransferCash(a, b, share) => {
				let amount = part(held(&nth(a), CASH), share);
				let (from, to) = (nth(a), nth(b));
				(a, MarginCall::transfer_cash { from, to, amount }.into(), vec![nth(a), nth(b)])
			},
			Self::MoveAssets(a, b, [cash, lot, contracts], paid) => {
				let (from, to) = (nth(a), nth(b));
				let cash = part(held(&from, CASH), cash);
				let lots = Margin::lots(&from).into_iter().take(1);
				let lots = lots.map(|(kind, amount)| (kind, part(amount, lot)));
				let lots = lots.filter(|(_, amount)| *amount > 0).collect::<Vec<_>>();
				let positions = Accounts::<Runtime>::get(&from).map(|account| account.positions);
				let share = |(series, quantity)| (series, quantity * i64::from(contracts) / 1_000);
				let positions = positions.unwrap_or_default().into_iter().take(3).map(share);
				let positions = positions.filter(|(_, moved)| *moved != 0).collect::<Vec<_>>();
				let (lots, positions) = (lots.try_into(), positions.try_into());
				let (lots, positions) = (lots.expect("one"), positions.expect("three"));
				let call = MarginCall::move_assets { from, to, cash, lots, positions, paid };
				(a, call.into(), vec![nth(a), nth(b)])
			},
			Self::OfferOwnership(a, b) => {
				let to = owner(b).to_account_id();
				(a, MarginCall::offer_ownership { account: nth(a), to }.into(), one(a))
			},
			Self::CancelOffer(n) => {
				let a = one_that(n, |a| Margin::offered_to(a.clone()).is_some());
				(a, MarginCall::cancel_offer { account: nth(a) }.into(), one(a))
			},
			Self::AcceptOwnership(n) => {
				let a = one_that(n, |a| Margin::offered_to(a.clone()).is_some());
				// Signed for an account that is the receiver's still.
				let receiver = Margin::offered_to(nth(a));
				let by = one_that(n, |b| receiver.is_some() && Margin::owner(b) == receiver);
				(by, MarginCall::accept_ownership { account: nth(a) }.into(), one(a))
			},
			Self::Poke(a) => (a, MarginCall::poke { account: nth(a) }.into(), one(a)),
			Self::RequestWithdrawal(a, share) => {
				let (account, to) = (nth(a), owner(a).to_account_id());
				let amount = part(held(&account, CASH), share);
				(a, CollateralCall::request_withdrawal { account, amount, to }.into(), one(a))
			},
			Self::CancelWithdrawal(n) => {
				let waits =
					|a: &MarginAccountId| pallet_collateral::Requests::<Runtime>::contains_key(a);
				let a = one_that(n, waits);
				(a, CollateralCall::cancel_withdrawal { account: nth(a) }.into(), one(a))
			},
			Self::SetMode(a, portfolio) => {
				let mode = if portfolio { MarginMode::Portfolio } else { MarginMode::Standard };
				(a, MarginCall::set_mode { account: nth(a), mode }.into(), one(a))
			},
			Self::Deposit(a, k, share) => {
				let (account, kind) = (nth(a), KINDS[k]);
				let amount = part(some(kind), share);
				(a, CollateralCall::deposit { account, kind, amount }.into(), one(a))
			},
			Self::Send(a, k, share) => {
				let (id, amount) = match KINDS.get(k) {
					Some(kind) => (asset(*kind), part(some(*kind), share)),
					None => (unlisted(), 1_000_000_000 * u128::from(share)),
				};
				let target = nth(a).0.into();
				(a, pallet_assets::Call::transfer { id, target, amount }.into(), one(a))
			},
			Self::Sweep(n, k) => {
				let kind = KINDS[k];
				let lies = |a: &MarginAccountId| ForeignAssets::balance(asset(kind), &a.0) > 0;
				let a = one_that(n, lies);
				let account = nth(a);
				(a, CollateralCall::sweep { account, kind }.into(), one(a))
			},
			Self::Withdraw(a, k, share) => {
				let (account, kind) = (nth(a), KINDS[k]);
				let amount = part(held(&account, kind), share);
				let to = owner(a).to_account_id();
				(a, CollateralCall::withdraw { account, kind, amount, to }.into(), one(a))
			},
			Self::Recover(n) => {
				let lies = |a: &MarginAccountId| ForeignAssets::balance(unlisted(), &a.0) > 0;
				let a = one_that(n, lies);
				let (account, to) = (nth(a), owner(a).to_account_id());
				(a, CollateralCall::recover { account, asset: unlisted(), to }.into(), one(a))
			},
			Self::Deal(ref deal) => deal.call(signed),
			Self::Place(ref order) => (order.account, order.call().into(), one(order.account)),
			Self::Cancel(n, order) => {
				let a = one_that(n, |a| !Options::orders_of(a.clone()).is_empty());
				let orders = Options::orders_of(nth(a));
				let order_id =
					orders.get(order % orders.len().max(1)).map_or(n as u64, |one| one.id);
				(a, OptionsCall::cancel_order { account: nth(a), order_id }.into(), one(a))
			},
			Self::CancelAll(a, market) => {
				let underlying = market.map(|ether| if ether { ETH } else { BTC });
				(a, OptionsCall::cancel_all { account: nth(a), underlying }.into(), one(a))
			},
			Self::Settle(ether, n, limit) => {
				let underlying = if ether { ETH } else { BTC };
				let expiries = pallet_options::Expiries::<Runtime>::get(underlying);
				let expiry = expiries.get(n).map_or(n as Moment, |expiry| expiry.at);
				// It moves money of anybody.
				let all = Accounts::<Runtime>::iter_keys().collect();
				(n, OptionsCall::settle { underlying, expiry, limit: 4 * limit }.into(), all)
			},
			Self::Flag(n, b) => {
				let fails = |a: &MarginAccountId| Liquidation::flaggable(a.clone()).is_ok();
				let (account, reward_to) = (nth(one_that(n, fails)), nth(b));
				let mut named = vec![account.clone(), reward_to.clone()];
				// Who stands may take it at once.
				named.extend(standing());
				(b, LiquidationCall::flag { account, reward_to }.into(), named)
			},
			Self::Bid(n, b, parts) => {
				let (auctioned, bidder) = (auctioned(n), nth(b));
				let auction = Auctions::<Runtime>::get(&auctioned);
				let state_id = auction.as_ref().map_or(0, |auction| auction.state_id);
				let max_share = Perbill::from_parts(parts);
				// Whoever is rewarded when the auction ends.
				let mut named = vec![auctioned.clone(), bidder.clone()];
				named.extend(auction.and_then(|auction| auction.reward_to));
				let max_payment = Cash::MAX;
				let call =
					LiquidationCall::bid { auctioned, bidder, state_id, max_share, max_payment };
				(b, call.into(), named)
			},
			Self::TakeOver(n) => {
				let account = auctioned(n);
				(n, LiquidationCall::take_over { account: account.clone() }.into(), ends(account))
			},
			Self::Touch(n) => {
				let account = auctioned(n);
				(n, LiquidationCall::touch { account: account.clone() }.into(), ends(account))
			},
			Self::Pause(k, pauses) => {
				let kind = KINDS[k];
				let call = match pauses {
					true => CollateralCall::pause { kind },
					false => CollateralCall::resume { kind },
				};
				(k, call.into(), vec![])
			},
			Self::PlaceBackstop(a, kappa, requirement) => {
				let kappa_min = Perbill::from_rational(kappa, 1_000);
				let max_requirement = Money::saturating_from_integer(requirement);
				let underlyings = vec![BTC, ETH].try_into().expect("two");
				let bidder = nth(a);
				let call = LiquidationCall::place_backstop {
					bidder,
					kappa_min,
					max_requirement,
					underlyings,
				};
				(a, call.into(), one(a))
			},
			Self::CancelBackstop(n) => {
				let a = one_that(n, |a| standing().contains(a));
				(a, LiquidationCall::cancel_backstop { bidder: nth(a) }.into(), one(a))
			},
			Self::Enforce(n) => {
				let a = one_that(n, |a| Margin::overdue(a) > 0);
				(a, MarginCall::enforce_cash_call { account: nth(a) }.into(), one(a))
			},
			Self::BidLots(n, b, share) => {
				let sold = |a: &MarginAccountId| LotAuctions::<Runtime>::contains_key(a);
				let (auctioned, bidder) = (nth(one_that(n, sold)), nth(b));
				let lots = Margin::lots(&auctioned);
				let (kind, held) = lots.get(b % lots.len().max(1)).copied().unwrap_or((DOT, 0));
				let state = LotAuctions::<Runtime>::get(&auctioned);
				let named = vec![auctioned.clone(), bidder.clone()];
				let call = LiquidationCall::bid_lots {
					auctioned,
					bidder,
					state_id: state.map_or(0, |state| state.state_id),
					kind,
					amount: part(held, share),
					max_payment: Cash::MAX / 10i128.pow(9),
				};
				(b, call.into(), named)
			},
		}
	}

	/// Whether it is the chain's governance that decides it.
	pub fn is_governance(&self) -> bool {
		matches!(self, Self::Pause(..) | Self::Deal(Deal::SetTier(..)))
	}

	/// Whether it may take something from the auctioned account.
	pub fn sells(&self) -> bool {
		matches!(
			self,
			Self::Bid(..) | Self::TakeOver(_) | Self::Flag(..) | Self::Touch(_) | Self::Settle(..)
		)
	}

	/// Its name, for counting.
	pub fn name(&self) -> String {
		let text = match self {
			Self::Deal(deal) => format!("{deal:?}"),
			action => format!("{action:?}"),
		};
		text.split(['(', ' ']).next().unwrap_or_default().to_string()
	}
}

/// Whose bids stand.
fn standing() -> Vec<MarginAccountId> {
	let list = pallet_liquidation::Backstops::<Runtime>::get();
	list.into_iter().map(|one| one.bidder).collect()
}

/// Whose money may move when this account's auction ends.
fn ends(account: MarginAccountId) -> Vec<MarginAccountId> {
	let auction = Auctions::<Runtime>::get(&account);
	let pool = configs::market::PoolOwner::get();
	let pool = MarginAccountId::derive(&System::block_hash(0), &pool, 0);
	let reward = auction.and_then(|auction| auction.reward_to);
	[account, pool].into_iter().chain(reward).collect()
}

impl By {
	/// The key.
	pub fn key(self, account: usize) -> AccountId {
		match self {
			// Whoever it is by now.
			Self::Owner => Margin::owner(&nth(account)).unwrap_or(owner(account).to_account_id()),
			Self::Delegate => Ferdie.to_account_id(),
			Self::Stranger => Alice.to_account_id(),
		}
	}
}

/// What may refuse a step. Anything else, an overflow or a contradiction above all, is a fault.
pub fn is_expected(error: DispatchError) -> bool {
	use pallet_collateral::Error as C;
	use pallet_liquidation::Error as L;
	use pallet_margin::Error as M;
	use pallet_options::Error as O;
	match RuntimeError::from_dispatch_error(error) {
		Some(RuntimeError::Margin(error)) => {
			matches!(
				error,
				M::AccountExists
					| M::NoAccount | M::NotOwner
					| M::MayNotTrade
					| M::NotSameOwner
					| M::AccountNotEmpty
					| M::ZeroAmount | M::AlreadyDelegate
					| M::NotDelegate
					| M::InAuction | M::Unbalanced(Imbalance::AccountTwice)
					| M::PriceUnusable
					| M::BelowInitialMargin
					| M::UnbackedDebt
					| M::Insolvent | M::SomethingLeaves
					| M::FarFromMark
					| M::NotReducing
					| M::WithdrawalTooLarge
					| M::CashReserve
					| M::LotShort | M::AlreadyOwner
					| M::NotOffered | M::TooFewContracts
					| M::Expired | M::TooManyOrders
					| M::NoCashCall | M::CashCallNotDue
					| M::NothingDue
			)
		},
		Some(RuntimeError::Collateral(error)) => {
			matches!(
				error,
				C::NoSuchAccount
					| C::BelowMinimum
					| C::CapExceeded
					| C::KindPaused | C::NothingToSweep
					| C::InAuction | C::NotHeld
					| C::NothingToRecover
					| C::AlreadyPaused
					| C::NotPaused | C::OthersWait
					| C::AlreadyQueued
					| C::NotInQueue | C::NotOwnCash
			)
		},
		Some(RuntimeError::Options(error)) => {
			matches!(
				error,
				O::NotListed
					| O::Expired | O::InAuction
					| O::WouldTrade | O::NotFilledWhole
					| O::NothingToReduce
					| O::BookFull | O::LevelFull
					| O::OrderNotFound
					| O::NotExpired | O::NoSettlementPrice
					| O::InvalidLimit
					| O::HeartbeatLate
					| O::Protected | O::DepositsShort
					| O::NoPrice | O::ClientIdTaken
					| O::IntentExpired
					| O::IntentSpent
					| O::IntentVoid | O::NonceTooFar
					| O::NonceTaken | O::FillTooLarge
					| O::MarksTooOld
					| O::EmptySet | O::LimitsDoNotMeet
					| O::FeeAboveCap
					| O::KindNotTradable
					| O::LeavesOnCredit
					| O::FloorNotHigher
					| O::NotOver | O::RequestNotFound
					| O::RequestExpired
					| O::TooManyRequests
					| O::OtherLegs | O::QuoteNotFound
					| O::AccountTwice
					| O::ContractsDoNotNet
					| O::LotsDoNotNet
					| O::InvalidIntent(_)
			)
		},
		Some(RuntimeError::Liquidation(error)) => {
			matches!(
				error,
				L::NoSuchAccount
					| L::AlreadyInAuction
					| L::NotInAuction
					| L::NothingToDo
					| L::GracePeriod
					| L::AwaitingQuorum
					| L::PricesUnusable
					| L::NotBelowMaintenance
					| L::WickOnly | L::PoolAccount
					| L::RewardToSelf
					| L::SelfBid | L::BidderInAuction
					| L::Healed | L::NothingToSell
					| L::ShareTooSmall
					| L::LeavesDust | L::PoolEmpty
					| L::OwnerAgainstPool
					| L::TooFewAuthors
					| L::TooEarly | L::NoBackstop
					| L::MarginWorse
			)
		},
		_ => false,
	}
}
