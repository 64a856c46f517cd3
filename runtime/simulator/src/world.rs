// SPDX-License-Identifier: GPL-3.0-or-later

//! The chain: the local test network's preset with four feeders, three underlyings and four kinds of
//! collateral, and blocks as the executive makes them.
//!
//! Prices come the way of a live chain: each of four feeders reports each round, and the next block's hook
//! finishes the round. What is left out: signatures, fees and nonces of transactions, the inherent of the
//! relay chain's data, and the state root.

use crate::market::{Market, Spot};
use codec::Encode;
use frame_support::{
	dispatch::{extract_actual_weight, DispatchClass, GetDispatchInfo},
	traits::{fungibles::Mutate, OnIdle, OnInitialize, OnPoll},
	weights::{Weight, WeightMeter},
};
use frame_system::RawOrigin;
use pallet_collateral::{Ages, Curves, Listing, ProofMethod};
use pallet_options::{Calendar, Market as Rules, StrikeStep};
use pallet_price_oracle::{
	crypto::AuthoritySignature, Averages, Batch, Parameters, SliceReport, SurfaceBatch,
	UnderlyingInfo, VolatilityPolicy, REALISED_MEMORY_MS,
};
use sp_core::{sr25519, H256};
use sp_genesis_builder::runtime_decl_for_genesis_builder::GenesisBuilder;
use sp_io::TestExternalities;
use sp_keyring::Sr25519Keyring;
use sp_runtime::{
	traits::Dispatchable, AccountId32, Digest, DigestItem, DispatchError, FixedU128, Permill,
};
use straddle_math::{binary::Q56, svi::Slice};
use straddle_primitives::*;
use straddle_runtime::{
	genesis_presets::*,
	market::{simulated, ClearingAccount},
	xcm::{TreasuryAccount, UsdtLocation},
	AllPalletsWithSystem, Authorship, Collateral, ForeignAssets, Margin, Options, Runtime,
	RuntimeCall, RuntimeOrigin, SessionKeys, System, Timestamp,
};
use straddle_traits::{ChainAge, Journal, Ledger, Rule};
use xcm::latest::{Junction, Location};

/// Milliseconds of a block.
pub const BLOCK_MS: Moment = 6_000;
/// The first block's time: midnight, and 32 hours before the first expiry.
const START: Moment = 1_700_006_400_000;
/// DOT as an underlying: its volatility is bitcoin's, half as high again.
pub const DOTS: UnderlyingId = UnderlyingId(2);
/// Ether and bitcoin that came over another chain.
pub const WETH: CollateralId = CollateralId(2);
/// See [`WETH`].
pub const WBTC: CollateralId = CollateralId(3);
/// What is listed besides cash.
pub const LOTS: [CollateralId; 3] = [DOT, WETH, WBTC];
/// The chain that has the reserves of [`WETH`] and [`WBTC`].
pub const BRIDGE: SourceId = SourceId(2);
/// Smallest units of a USDT.
pub const USDT: f64 = 1_000_000.0;
/// How many feeders there are.
const FEEDERS: u16 = 4;
/// Feeds with a price, in the order of [`Spot`].
const FEEDS: [FeedId; 4] = [USDT_FEED, BTC_FEED, ETH_FEED, DOT_FEED];
/// The venue's expiries, in days from the beginning.
const VENUE_DAYS: [u64; 7] = [1, 4, 10, 20, 45, 100, 200];

/// How source chains' ages count here: what lies on a chain counts less from a quarter of an hour on,
/// nothing after three hours, and so does what has its reserve there. A live chain is ten times slower.
const CURVES: Curves = Curves {
	initial: Ages { soft: 10, hard: 100 },
	maintenance: Ages { soft: 150, hard: 1_800 },
	reserve_initial: Ages { soft: 10, hard: 100 },
	reserve_maintenance: Ages { soft: 150, hard: 1_800 },
	omission: Ages { soft: 10, hard: 600 },
};

/// Why a call was not done.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Refusal {
	/// The block had no room for it.
	NoRoom,
	/// It failed.
	Failed(DispatchError),
}

/// The chain from outside.
#[derive(Clone)]
pub struct World {
	/// Chain time.
	pub now: Moment,
	/// The most that a block weighed: time and proof, each the worst of all.
	pub heaviest: Weight,
	/// The same of hooks alone.
	pub heaviest_hooks: Weight,
	/// Calls that found no room.
	pub no_room: u32,
	parent: H256,
}

/// Whose key it is.
pub fn key(name: &str, n: usize) -> AccountId32 {
	AccountId32::new(sp_io::hashing::blake2_256(&(name, n as u32).encode()))
}

/// A price or volatility as the oracle has it: to a millionth.
pub fn fixed(number: f64) -> FixedU128 {
	FixedU128::from_inner((number * 1e6) as u128 * 1_000_000_000_000)
}

/// Whole cash units as smallest units.
pub fn cash(units: f64) -> Cash {
	(units * USDT) as Cash
}

/// Money as a number, for figures alone.
pub fn number(money: Money) -> f64 {
	money.into_inner() as f64 / 1e18
}

/// Decimals of a kind.
pub fn decimals(kind: CollateralId) -> i32 {
	match kind {
		CASH => 6,
		DOT => 10,
		WETH => 18,
		_ => 8,
	}
}

fn token(index: u128) -> Location {
	Location::new(1, [Junction::Parachain(1_000), Junction::GeneralIndex(index)])
}

fn asset(kind: CollateralId) -> Location {
	pallet_collateral::Kinds::<Runtime>::get(kind).expect("it is listed").asset
}

/// The preset with four collators, so that prices may be `Valid` by the rules of a public chain.
fn genesis() -> Vec<u8> {
	let read = |id: Option<&str>| -> serde_json::Value {
		let json = Runtime::get_preset(&id.map(Into::into)).expect("there is such a preset");
		serde_json::from_slice(&json).expect("a preset is JSON")
	};
	let mut json = read(None);
	merge(&mut json, read(Some("local_testnet")));
	use Sr25519Keyring::{Alice, Bob, Charlie, Dave};
	let collators = [Alice, Bob, Charlie, Dave];
	let keys = collators.map(|one| {
		let keys = SessionKeys { aura: one.public().into(), oracle: one.public().into() };
		(one.to_account_id(), one.to_account_id(), keys)
	});
	let patch = serde_json::json!({
		"session": { "keys": keys },
		"collatorSelection": { "invulnerables": collators.map(|one| one.to_account_id()) },
		"priceOracle": { "params": { "smallNetwork": false } },
		"collateral": { "sources": [(HUB, CURVES), (BRIDGE, CURVES)] },
	});
	merge(&mut json, patch);
	serde_json::to_vec(&json).expect("it serialises")
}

/// The state of the first block's parent.
pub fn chain() -> TestExternalities {
	let mut state = TestExternalities::default();
	state.execute_with(|| Runtime::build_state(genesis()).expect("a preset builds state"));
	state
}

impl World {
	/// The chain with its markets, once prices are `Valid` and series are listed.
	pub fn begin(market: &Market) -> Self {
		let mut world = Self {
			now: START,
			heaviest: Weight::zero(),
			heaviest_hooks: Weight::zero(),
			no_room: 0,
			parent: H256::repeat_byte(1),
		};
		world.open(market);
		list_tokens();
		list_markets();
		world.close();
		// Three surfaces, and one visit of the calendar a block.
		for _ in 0..80 {
			world.open(market);
			world.close();
		}
		remember();
		for underlying in [BTC, ETH, DOTS] {
			assert!(Options::series_of(underlying).len() > 60, "{underlying:?} is not listed");
		}
		(world.heaviest, world.heaviest_hooks) = Default::default();
		world
	}

	/// Begin a block: hooks, inherents, prices.
	pub fn open(&mut self, market: &Market) {
		let number = System::block_number() + 1;
		self.now += BLOCK_MS;
		self.parent = sp_io::hashing::blake2_256(self.parent.as_bytes()).into();
		let slot = sp_consensus_aura::Slot::from(self.now / BLOCK_MS);
		let engine = sp_consensus_aura::AURA_ENGINE_ID;
		let digest = Digest { logs: vec![DigestItem::PreRuntime(engine, slot.encode())] };
		System::reset_events();
		System::initialize(&number, &self.parent, &digest);
		let limits = <Runtime as frame_system::Config>::BlockWeights::get();
		let used = AllPalletsWithSystem::on_initialize(number).saturating_add(limits.base_block);
		mandatory(used);
		let set = pallet_timestamp::Call::<Runtime>::set { now: self.now };
		RuntimeCall::from(set).dispatch(RawOrigin::None.into()).expect("time goes on");
		for (source, age) in &market.ages {
			let age = ChainAge { staleness: *age, omission: 0 };
			simulated::set_age(*source, Some(age));
		}
		let mut meter = WeightMeter::with_limit(room());
		<AllPalletsWithSystem as OnPoll<_>>::on_poll(number, &mut meter);
		mandatory(meter.consumed());
		let hooks = System::block_weight().total();
		if !self.begins_session() {
			self.heaviest_hooks = self.heaviest_hooks.max(hooks);
		}
		if market.answers {
			self.report(market);
		}
	}

	/// End the block.
	pub fn close(&mut self) {
		let number = System::block_number();
		let room = room();
		if room.all_gt(Weight::zero()) {
			mandatory(<AllPalletsWithSystem as OnIdle<_>>::on_idle(number, room));
		}
		use frame_support::traits::OnFinalize;
		<Timestamp as OnFinalize<_>>::on_finalize(number);
		// Or the first block's author would be every block's.
		<Authorship as OnFinalize<_>>::on_finalize(number);
		if !self.begins_session() {
			self.heaviest = self.heaviest.max(System::block_weight().total());
		}
	}

	/// Whether the session pallet's hook asked for the whole block.
	fn begins_session(&self) -> bool {
		let limits = <Runtime as frame_system::Config>::BlockWeights::get();
		!System::block_weight().get(DispatchClass::Mandatory).all_lt(limits.max_block)
	}

	/// What the feeders say.
	fn report(&mut self, market: &Market) {
		let params = Parameters::<Runtime>::get();
		let genesis = System::block_hash(0);
		let at_block = System::block_number();
		let signature = || AuthoritySignature::from(sr25519::Signature::from_raw([0; 64]));
		for feeder in 0..FEEDERS {
			// They see nearly the same: up to .02 % apart.
			let apart = 1.0 + (f64::from(feeder) - 1.5) / 10_000.0;
			let prices = FEEDS.into_iter().zip(market.spot.all());
			let prices = prices.map(|(feed, price)| (feed, fixed(price * apart)));
			let prices = prices.collect::<Vec<_>>().try_into().expect("four");
			let round = params.round(self.now);
			let batch = Batch { feeder, genesis, round, at_block, prices };
			let call = pallet_price_oracle::Call::report { batch, signature: signature() };
			self.say(call);
		}
		let round = params.surface_round(self.now);
		let began = params.surface_began(round);
		if self.now >= began + BLOCK_MS {
			return;
		}
		for (feed, volatility) in
			[(BTC_SMILE_FEED, market.volatility[0]), (ETH_SMILE_FEED, market.volatility[1])]
		{
			let slices =
				VENUE_DAYS.iter().map(|days| slice(START + days * DAY_MS, began, volatility));
			let slices = slices.collect::<Vec<_>>();
			for feeder in 0..FEEDERS {
				let slices = slices.clone().try_into().expect("seven");
				let batch = SurfaceBatch { feeder, genesis, feed, round, at_block, slices };
				let call =
					pallet_price_oracle::Call::report_surface { batch, signature: signature() };
				self.say(call);
			}
		}
	}

	/// What a feeder says is taken, if there is room: in the first block of a session there is none for
	/// anything.
	fn say(&mut self, call: pallet_price_oracle::Call<Runtime>) {
		let said = self.send(RawOrigin::Authorized.into(), call.into());
		assert!(matches!(said, Ok(()) | Err(Refusal::NoRoom)), "{said:?}");
	}

	/// Send a call as its signer, if the block has room for what it may weigh; what it did not use is given
	/// back.
	pub fn call(&mut self, who: &AccountId32, call: impl Into<RuntimeCall>) -> Result<(), Refusal> {
		self.send(RuntimeOrigin::signed(who.clone()), call.into())
	}

	fn send(&mut self, origin: RuntimeOrigin, call: RuntimeCall) -> Result<(), Refusal> {
		let info = call.get_dispatch_info();
		let limits = <Runtime as frame_system::Config>::BlockWeights::get();
		let class = limits.get(info.class);
		let weight = info.total_weight().saturating_add(class.base_extrinsic);
		let used = System::block_weight();
		let of_class = used.get(info.class).saturating_add(weight);
		let fits = class.max_total.is_none_or(|most| of_class.all_lte(most))
			&& used.total().saturating_add(weight).all_lte(limits.max_block);
		if !fits {
			self.no_room += 1;
			return Err(Refusal::NoRoom);
		}
		System::register_extra_weight_unchecked(weight, info.class);
		let result = call.dispatch(origin);
		let actual = extract_actual_weight(&result, &info);
		let unused = info.total_weight().saturating_sub(actual);
		frame_system::BlockWeight::<Runtime>::mutate(|used| used.reduce(unused, info.class));
		result.map(|_| ()).map_err(|refused| Refusal::Failed(refused.error))
	}

	/// Fill what ordinary transactions may use of this block: their class's part, and no more than is left.
	pub fn spam(&mut self) {
		let limits = <Runtime as frame_system::Config>::BlockWeights::get();
		let most = limits.get(DispatchClass::Normal).max_total.expect("it is limited");
		let used = *System::block_weight().get(DispatchClass::Normal);
		let rest = most.saturating_sub(used).min(room());
		System::register_extra_weight_unchecked(rest, DispatchClass::Normal);
	}
}

/// What is left of this block.
fn room() -> Weight {
	let limits = <Runtime as frame_system::Config>::BlockWeights::get();
	limits.max_block.saturating_sub(System::block_weight().total())
}

fn mandatory(weight: Weight) {
	System::register_extra_weight_unchecked(weight, DispatchClass::Mandatory);
}

/// A skewed smile; at the money about `volatility`.
fn slice(expiry: Moment, began: Moment, volatility: f64) -> SliceReport {
	let years = (expiry - began) as f64 / (365.0 * DAY_MS as f64);
	let root = years.sqrt();
	let q56 = |number: f64| Q56::from_bits((number * (1u64 << 56) as f64) as i64);
	let slice = Slice {
		a: q56(0.8 * volatility * volatility * years),
		b: q56(0.25 * volatility * root),
		rho: q56(-0.3),
		m: q56(0.0),
		sigma: q56(0.8 * volatility * root),
	};
	SliceReport::new(expiry, FixedU128::from_u32(1), &slice, Permill::one())
}

fn root(call: impl Into<RuntimeCall>) {
	let call = call.into();
	let done = call.clone().dispatch(RuntimeOrigin::root());
	assert!(done.is_ok(), "{call:?}: {done:?}");
}

/// Ether and bitcoin that came over another chain.
fn list_tokens() {
	for (kind, index, feed, weights, usd) in
		[(WETH, 5, ETH_FEED, (80, 88), 3_000), (WBTC, 6, BTC_FEED, (85, 92), 60_000)]
	{
		let least = 10_000;
		let admin = TreasuryAccount::get();
		let origin = RuntimeOrigin::root();
		ForeignAssets::force_create(origin, token(index), admin.into(), true, least)
			.expect("it is new");
		ForeignAssets::mint_into(token(index), &ClearingAccount::get(), least).expect("it exists");
		let listing = Listing {
			source: SourceId::LOCAL,
			reserve: BRIDGE,
			method: ProofMethod::Held,
			reference: FixedU128::from_u32(usd),
			decimals: decimals(kind) as u8,
			feed,
			initial: Permill::from_percent(weights.0),
			maintenance: Permill::from_percent(weights.1),
			cap: 10u128.pow(decimals(kind) as u32 + 7),
			min_deposit: least,
		};
		root(pallet_collateral::Call::list_asset { kind, asset: token(index), listing });
	}
}

/// Weekly expiries, strikes up to some 40 % away, and DOT besides bitcoin and ether.
fn list_markets() {
	let volatility =
		VolatilityPolicy::Proxy { feed: BTC_SMILE_FEED, beta: FixedU128::from_rational(3, 2) };
	let info = UnderlyingInfo { spot: DOT_FEED, volatility };
	root(pallet_price_oracle::Call::set_underlying { underlying: DOTS, info });
	let known = pallet_options::Markets::<Runtime>::get(BTC).expect("it is in the preset");
	for (underlying, tick, lot) in
		[(BTC, 100_000, 10_000), (ETH, 10_000, 10_000), (DOTS, 100, 1_000_000)]
	{
		let market = Rules {
			calendar: Calendar { period_ms: 7 * DAY_MS, offset_ms: 8 * HOUR_MS, count: 4 },
			strike_step: StrikeStep::Share(Permill::from_percent(5)),
			strikes_each_side: 8,
			tick,
			lot,
			minimum: lot,
			open_interest_cap: u64::MAX / 4,
			..known
		};
		root(pallet_options::Call::set_market { underlying, market });
	}
}

/// Feeds remember a calm day: until they have seen enough a proxy's volatility has no floor, and then it
/// would get one in a single step.
fn remember() {
	for feed in FEEDS {
		Averages::<Runtime>::mutate(feed, |history| {
			history.realised.variance = FixedU128::from_rational(1, 4);
			history.realised.seen_ms = REALISED_MEMORY_MS;
		});
	}
}

/// Open the account number `index` of an owner.
pub fn open_account(owner: &AccountId32, index: u32, mode: MarginMode) -> MarginAccountId {
	let origin = || RuntimeOrigin::signed(owner.clone());
	Margin::create_account(origin(), index).expect("it is new");
	let account = Margin::account_id(owner.clone(), index);
	if mode != MarginMode::Standard {
		Margin::set_mode(origin(), account.clone(), mode).expect("it is empty");
	}
	account
}

/// Let an owner have so many whole tokens, and deposit them.
pub fn deposit(owner: &AccountId32, account: &MarginAccountId, kind: CollateralId, whole: f64) {
	let unit = 10f64.powi(decimals(kind));
	let amount = (whole * unit) as u128;
	let amount = amount.max(if kind == DOT { 10_000_000_000 } else { 1_000_000 });
	// Something stays in the wallet.
	let minted = amount + 1_000_000_000;
	ForeignAssets::mint_into(asset(kind), owner, minted).expect("it exists");
	let origin = RuntimeOrigin::signed(owner.clone());
	let done = Collateral::deposit(origin, account.clone(), kind, amount);
	assert!(done.is_ok(), "{kind:?} {amount}: {done:?}");
}

/// Give the global pool so much cash, out of an account of a sponsor.
pub fn fund_pool(units: f64) {
	let sponsor = key("sponsor", 0);
	let account = open_account(&sponsor, 0, MarginMode::Standard);
	deposit(&sponsor, &account, CASH, units);
	let amount = Margin::cash(&account);
	let entry = straddle_traits::Entry::new(account, Rule::Forced).cash(-amount);
	Margin::book(Journal::of(vec![entry]).pot(Pot::GlobalPool, amount)).expect("it balances");
}

/// The market as it is at the beginning.
pub fn calm() -> Market {
	Market {
		spot: Spot { usdt: 1.0, btc: 60_000.0, eth: 3_000.0, dot: 5.0 },
		volatility: [0.6, 0.7],
		answers: true,
		ages: vec![(HUB, 0), (BRIDGE, 0)],
	}
}

/// The stablecoin's asset id.
pub fn stablecoin() -> Location {
	UsdtLocation::get()
}
