// SPDX-License-Identifier: GPL-3.0-or-later

//! The chain on which random steps are taken: who is there, what is listed, prices, time and blocks.

use super::{deals::Signed, *};
use crate::genesis_presets::*;
use ::xcm::latest::{Junction, Location};
use frame_support::{
	assert_ok,
	traits::{
		fungibles::{Inspect, Mutate},
		Hooks, OnIdle, OnPoll,
	},
	weights::WeightMeter,
};
use pallet_collateral::{Listing, ProofMethod};
use pallet_options::{Expiries, TimeInForce};
use pallet_price_oracle::{FeedKind, Parameters, Quotes, Round, ROUNDS_KEPT};
use sp_keyring::Sr25519Keyring::{self, Bob, Charlie, Dave, Eve};
use sp_runtime::{traits::AccountIdConversion, FixedU128, Permill, Saturating};

/// Ether that arrived from another chain: a lot whose price an underlying has, too.
pub const WETH: CollateralId = CollateralId(2);
/// What is listed.
pub const KINDS: [CollateralId; 3] = [CASH, DOT, WETH];
/// Feeds with a price.
const FEEDS: [FeedId; 4] = [USDT_FEED, BTC_FEED, ETH_FEED, DOT_FEED];
/// What they are at the beginning, in USD.
const BEGIN: [u32; 4] = [1, 60_000, 3_000, 5];
/// Whose margin accounts there may be, and their numbers.
pub const ACCOUNTS: [(Sr25519Keyring, u32); 7] =
	[(Bob, 0), (Bob, 1), (Charlie, 0), (Charlie, 1), (Dave, 0), (Eve, 0), (Eve, 1)];
/// How many of them are open at the beginning.
const OPEN: usize = 6;
/// Just behind an expiry.
const START: Moment = 1_700_000_100_000;

/// What the outside is like.
pub struct World {
	now: Moment,
	/// Of [`FEEDS`], in USD.
	prices: [FixedU128; 4],
	volatility: FixedU128,
	/// Whether the oracle answers.
	answers: bool,
	/// Tokens of each kind that the clearing account held before anything was booked in.
	extra: [u128; 3],
	/// Tokens of each asset, and STRD, that there are.
	issued: Vec<u128>,
	/// How often each event of ours was deposited.
	pub happened: BTreeMap<String, u32>,
	/// What was signed off the chain.
	pub signed: Signed,
}

/// The id of the account of this number in [`ACCOUNTS`].
pub fn nth(account: usize) -> MarginAccountId {
	let (owner, index) = ACCOUNTS[account % ACCOUNTS.len()];
	MarginAccountId::derive(&System::block_hash(0), &owner.to_account_id(), index)
}

/// Who owns it.
pub fn owner(account: usize) -> Sr25519Keyring {
	ACCOUNTS[account % ACCOUNTS.len()].0
}

fn token(index: u128) -> Location {
	Location::new(1, [Junction::Parachain(1_000), Junction::GeneralIndex(index)])
}

/// A token that is not listed.
pub fn unlisted() -> Location {
	token(6)
}

/// A kind's token.
pub fn asset(kind: CollateralId) -> Location {
	pallet_collateral::Kinds::<Runtime>::get(kind).expect("it is listed").asset
}

/// Smallest units of a kind that are worth some hundred USD.
pub fn some(kind: CollateralId) -> u128 {
	match kind {
		CASH => 100_000_000,
		DOT => 20 * 10_000_000_000,
		_ => 30_000_000_000_000_000,
	}
}

/// A factor that changes a price by so many thousandths.
fn by(permille: i32) -> FixedU128 {
	FixedU128::from_rational((1_000 + permille).unsigned_abs().into(), 1_000)
}

fn clearing() -> AccountId {
	configs::market::ClearingPalletId::get().into_account_truncating()
}

impl World {
	/// The development chain, with six accounts of four owners, three kinds, two markets. Auctions are
	/// over after three minutes.
	pub fn begin() -> Self {
		System::set_block_number(1);
		let mut world = Self {
			now: START,
			prices: BEGIN.map(FixedU128::from_u32),
			volatility: FixedU128::from_rational(6, 10),
			answers: true,
			extra: Default::default(),
			issued: Default::default(),
			happened: Default::default(),
			signed: Default::default(),
		};
		world.set_time();
		for (feed, price) in FEEDS.iter().zip(world.prices) {
			PriceOracle::quote_for_benchmark(*feed, FeedKind::Price, price);
		}
		for (index, kind) in [(5, Some(WETH)), (6, None)] {
			Self::make_token(token(index), kind);
		}
		pallet_liquidation::Params::<Runtime>::mutate(|params| {
			(params.knee_ms, params.end_ms, params.take_over_ms) = (30_000, 150_000, 30_000);
			assert_ok!(params.validate());
		});
		// Debtors are called after a minute and have another one; standing bids are bonded with 100.
		let call = pallet_margin::CashCallParams {
			above: FixedU128::from_rational(70, 100),
			hold_ms: MINUTE_MS,
			target: FixedU128::from_rational(40, 100),
			due_ms: MINUTE_MS,
		};
		assert_ok!(Margin::set_cash_call_params(RuntimeOrigin::root(), call));
		pallet_liquidation::Params::<Runtime>::mutate(|params| {
			params.backstop_bond = Money::from_u32(100);
			assert_ok!(params.validate());
		});
		for (nth, kind) in KINDS.into_iter().enumerate() {
			world.extra[nth] = ForeignAssets::balance(asset(kind), clearing());
		}
		for (account, (owner, index)) in ACCOUNTS.into_iter().take(OPEN).enumerate() {
			let origin = || RuntimeOrigin::signed(owner.to_account_id());
			assert_ok!(Margin::create_account(origin(), index));
			for kind in KINDS {
				// From 3,000 to 18,000 USD of each.
				let amount = some(kind) * 30 * (account as u128 + 1);
				assert_ok!(Collateral::deposit(origin(), nth(account), kind, amount));
			}
		}
		world.issued = world.issuance();
		world.block(6_000);
		world.block(6_000);
		for (buyer, market, lots) in [(0, BTC, 50), (2, BTC, 150), (4, ETH, 5_000)] {
			Self::open_future(market, buyer, lots);
		}
		world
	}

	/// A future of the last expiry at its mark, between an account and the next one.
	fn open_future(market: UnderlyingId, buyer: usize, lots: Quantity) {
		let futures = Options::series_of(market).into_iter().filter(|one| one.kind == Kind::Future);
		let series = futures.max_by_key(|one| one.expiry).expect("it is listed");
		for (account, side) in [(buyer, Side::Buy), (buyer + 1, Side::Sell)] {
			let origin = RuntimeOrigin::signed(owner(account).to_account_id());
			let (id, quantity) = (nth(account), lots * CONTRACT / 100);
			let kind = TimeInForce::GoodTilCancelled;
			assert_ok!(Options::place_order(origin, id, series, side, quantity, 0, kind, false));
		}
		assert_eq!(Margin::position(&nth(buyer), &series).0, lots * CONTRACT / 100);
	}

	fn make_token(token: Location, kind: Option<CollateralId>) {
		let (admin, least) = (configs::xcm::TreasuryAccount::get(), 1_000_000_000);
		let origin = RuntimeOrigin::root();
		let admin = admin.into();
		assert_ok!(ForeignAssets::force_create(origin, token.clone(), admin, true, least));
		for key in Sr25519Keyring::well_known() {
			let who = key.to_account_id();
			assert_ok!(ForeignAssets::mint_into(token.clone(), &who, 10u128.pow(24)));
		}
		let Some(kind) = kind else { return };
		assert_ok!(ForeignAssets::mint_into(token.clone(), &clearing(), least));
		let listing = Listing {
			source: SourceId::LOCAL,
			reserve: SourceId::LOCAL,
			method: ProofMethod::Held,
			reference: FixedU128::from_u32(3_000),
			decimals: 18,
			feed: ETH_FEED,
			initial: Permill::from_percent(80),
			maintenance: Permill::from_percent(88),
			cap: 10u128.pow(23),
			min_deposit: 10u128.pow(15),
		};
		assert_ok!(Collateral::list_asset(RuntimeOrigin::root(), kind, token, listing));
	}

	fn set_time(&self) {
		pallet_timestamp::Now::<Runtime>::put(self.now);
		let slot = self.now / configs::consensus::SLOT_DURATION;
		pallet_aura::CurrentSlot::<Runtime>::put(sp_consensus_aura::Slot::from(slot));
	}

	/// A round of every feed, as the oracle would finish it now.
	fn quote(&self) {
		let number = Parameters::<Runtime>::get().round(self.now);
		for (feed, price) in FEEDS.into_iter().zip(self.prices) {
			Quotes::<Runtime>::mutate_extant(feed, |quote| {
				let before = quote.rounds.iter().filter(|round| round.round < number);
				let mut rounds = before.copied().collect::<Vec<_>>();
				if let Some(last) = rounds.first() {
					// The average follows what came before the last round.
					let sum = quote.average.saturating_mul(FixedU128::from_u32(4)) + last.price;
					quote.average = sum / FixedU128::from_u32(5);
				}
				let confidence = FixedU128::default();
				let (at, count, feeders) = (self.now, 4, 4);
				rounds.insert(0, Round { round: number, at, price, confidence, count, feeders });
				rounds.truncate(ROUNDS_KEPT as usize);
				quote.rounds = rounds.try_into().expect("as many as are kept");
			});
		}
		for feed in [BTC_SMILE_FEED, ETH_SMILE_FEED] {
			PriceOracle::surface_for_benchmark(feed, self.volatility);
		}
	}

	/// A block `ms` after the last one, with the work of all pallets.
	pub fn block(&mut self, ms: Moment) {
		self.block_with(ms, false);
	}

	/// The same; in a full one there is no room for any work but the oracle's.
	pub fn block_with(&mut self, ms: Moment, full: bool) {
		let number = System::block_number() + 1;
		System::set_block_number(number);
		self.count_events();
		self.now += ms;
		self.set_time();
		let limit = configs::system::MAXIMUM_BLOCK_WEIGHT;
		// As in the oracle's own work: up to now counts what was quoted so far, then come new rounds.
		<PriceOracle as Hooks<_>>::on_poll(number, &mut WeightMeter::with_limit(limit));
		if self.answers {
			self.quote();
		}
		if full {
			return;
		}
		<AllPalletsWithSystem as OnPoll<_>>::on_poll(number, &mut WeightMeter::with_limit(limit));
		<AllPalletsWithSystem as OnIdle<_>>::on_idle(number, limit);
	}

	/// Blocks until the next expiry is past, and some more for its settlement.
	pub fn expire(&mut self, full: bool) {
		let next = [BTC, ETH]
			.into_iter()
			.filter_map(|market| Expiries::<Runtime>::get(market).first().map(|expiry| expiry.at));
		let until = next.min().unwrap_or(self.now) + 2 * MINUTE_MS;
		while self.now < until {
			self.block_with(MINUTE_MS, full);
		}
	}

	/// Move the price of a feed by so many thousandths, within a third and three times what it was at
	/// the beginning; the stablecoin's within 2 %.
	pub fn move_price(&mut self, feed: usize, permille: i32) {
		// A sweep pays at the stablecoin's price of its start, marks are at that of now.
		let swept = pallet_options::Settling::<Runtime>::iter_values().next().is_some();
		if feed == 0 && swept {
			return;
		}
		let (least, most) = match feed {
			0 => ((98, 100), (102, 100)),
			_ => ((1, 3), (3, 1)),
		};
		let bound = |(n, d)| FixedU128::from_u32(BEGIN[feed]) * FixedU128::from_rational(n, d);
		let moved = self.prices[feed] * by(permille);
		self.prices[feed] = moved.clamp(bound(least), bound(most));
	}

	/// Move the volatility, within 20 % and 200 %.
	pub fn move_volatility(&mut self, permille: i32) {
		let (least, most) = (FixedU128::from_rational(2, 10), FixedU128::from_u32(2));
		self.volatility = (self.volatility * by(permille)).clamp(least, most);
	}

	/// The oracle falls silent for some blocks.
	pub fn outage(&mut self, blocks: u8, ms: Moment) {
		self.answers = false;
		(0..blocks).for_each(|_| self.block(ms));
		self.answers = true;
	}

	/// Count what happened since the last time.
	pub fn count_events(&mut self) {
		for record in System::events() {
			let text = match record.event {
				RuntimeEvent::Options(event) => format!("{event:?}"),
				RuntimeEvent::Liquidation(event) => format!("{event:?}"),
				RuntimeEvent::Margin(event) => format!("{event:?}"),
				RuntimeEvent::Collateral(event) => format!("{event:?}"),
				_ => continue,
			};
			let name = text.trim_start_matches("Event::").split([' ', '(']).next();
			let name = name.unwrap_or_default().to_string();
			*self.happened.entry(name).or_default() += 1;
		}
		System::reset_events();
	}

	/// All tokens that there are.
	fn issuance(&self) -> Vec<u128> {
		let assets = KINDS.map(asset).into_iter().chain([unlisted()]);
		let mut issued = assets.map(ForeignAssets::total_issuance).collect::<Vec<_>>();
		issued.push(Balances::total_issuance());
		issued
	}

	/// No token was made or burnt, and the clearing account holds exactly what was booked in.
	pub fn assert_tokens(&self) {
		assert_eq!(self.issuance(), self.issued, "tokens were made or burnt");
		for (kind, extra) in KINDS.into_iter().zip(self.extra) {
			let held = ForeignAssets::balance(asset(kind), clearing());
			let credited = pallet_collateral::Credited::<Runtime>::get(kind);
			assert_eq!(held, credited + extra, "1, 2: tokens of {kind:?} and what was booked in");
		}
	}
}
