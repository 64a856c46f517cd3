// SPDX-License-Identifier: GPL-3.0-or-later

//! The two chains that the node makes by name.
//!
//! `development`: one collator, minutes instead of days, prices from a server on this machine.
//! `local_testnet`: two collators, the calendar of a live chain, the same price server.
//! Both are small networks: fewer than four feeders make a quorum, which no public chain allows.

use crate::{
	configs::{market::ClearingAccount, xcm::*},
	*,
};
use ::xcm::latest::Location;
use alloc::{string::String, vec, vec::Vec};
use frame_support::build_struct_json_patch;
use pallet_collateral::{Ages, Curves, Listing, ProofMethod, Times};
use pallet_liquidation::{AuctionParams, LevelParams};
use pallet_margin::{DayParams, RiskParams};
use pallet_options::{
	Calendar, Fees, LongDates, Market, MarketState, Params as MarketParams, StrikeStep,
};
use pallet_price_oracle::{
	Exchange, FeedKind, GenesisFeed, Params as OracleParams, SlowPrice, UnderlyingInfo, Venue,
	VolatilityPolicy,
};
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_keyring::Sr25519Keyring;
use sp_runtime::{FixedU128, Permill};
use straddle_primitives::*;

/// What the USDT feed, the price of cash, is called.
pub const USDT_FEED: FeedId = FeedId(0);
/// Bitcoin in USD.
pub const BTC_FEED: FeedId = FeedId(1);
/// Ether in USD.
pub const ETH_FEED: FeedId = FeedId(2);
/// DOT in USD.
pub const DOT_FEED: FeedId = FeedId(3);
/// Bitcoin's volatility index.
pub const BTC_VOL_FEED: FeedId = FeedId(11);
/// Ether's volatility index.
pub const ETH_VOL_FEED: FeedId = FeedId(12);
/// Bitcoin's option market.
pub const BTC_SMILE_FEED: FeedId = FeedId(21);
/// Ether's option market.
pub const ETH_SMILE_FEED: FeedId = FeedId(22);
/// Bitcoin as an underlying.
pub const BTC: UnderlyingId = UnderlyingId(0);
/// Ether as an underlying.
pub const ETH: UnderlyingId = UnderlyingId(1);
/// DOT as collateral.
pub const DOT: CollateralId = CollateralId(1);

/// Asset Hub as a chain on which collateral lies or has its reserve.
pub const HUB: SourceId = SourceId(1);

/// The para id of both chains.
const PARA_ID: u32 = 2000;
/// Smallest units of a whole USDT.
const USDT_UNIT: Cash = 1_000_000;
/// Smallest units of a whole DOT.
const DOT_UNIT: u128 = 10_000_000_000;
/// Where the stand-in for the venues listens (`tools/price-server`).
const PRICE_SERVER: &str = "http://127.0.0.1:18080";

/// How fast the clocks of a chain run: what differs between the two presets.
struct Pace {
	/// Blocks between asking for a change that adds risk and its dispatch.
	timelock: BlockNumber,
	/// Milliseconds between expiries, and from midnight (UTC) to one of them.
	expiries: (Moment, Moment),
	/// How many expiries are listed.
	expiry_count: u8,
	/// How many Fridays, and last Fridays of months and quarters.
	long_dates: LongDates,
	/// Rounds by which a report may be late, and after which a price is stale. A development chain
	/// makes rounds faster than the wall clock while a venue hangs.
	rounds: (u32, u32),
	/// How long a settlement price is measured.
	settlement_window: Moment,
	/// Nothing is listed that expires sooner.
	listing_lead: Moment,
	/// The shortest time in which a margin weight is cut.
	minimum_ramp: Moment,
	/// Unit of the auction's path: a quarter of an hour on a live chain.
	quarter: Moment,
	/// Time for additions after a halt, and for orders before a market that stood still trades again.
	grace: Moment,
	/// When book values are marked.
	day: DayParams,
}

const MINUTES: Pace = Pace {
	timelock: 10,
	expiries: (15 * MINUTE_MS, 0),
	expiry_count: 3,
	long_dates: LongDates { weeklies: 0, monthlies: 0, quarterlies: 0 },
	rounds: (4, 5),
	settlement_window: 3 * MINUTE_MS,
	listing_lead: 4 * MINUTE_MS,
	minimum_ramp: 5 * MINUTE_MS,
	quarter: 3 * MINUTE_MS,
	grace: MINUTE_MS,
	day: DayParams { length_ms: 30 * MINUTE_MS, offset_ms: 0 },
};

const DAYS: Pace = Pace {
	timelock: 2 * 24 * configs::consensus::HOURS,
	expiries: (DAY_MS, 8 * HOUR_MS),
	expiry_count: 4,
	long_dates: LongDates { weeklies: 3, monthlies: 3, quarterlies: 4 },
	rounds: (2, 3),
	settlement_window: 30 * MINUTE_MS,
	listing_lead: HOUR_MS,
	minimum_ramp: 3 * DAY_MS,
	quarter: 15 * MINUTE_MS,
	grace: 5 * MINUTE_MS,
	day: DayParams { length_ms: DAY_MS, offset_ms: 8 * HOUR_MS },
};

/// How Asset Hub's age counts, in relay blocks of six seconds. What lies there counts less for opening
/// from a minute on, and less for being left alone from an hour on; a token here whose reserve is there
/// from ten minutes and from a day on.
const HUB_CURVES: Curves = Curves {
	initial: Ages { soft: 10, hard: 100 },
	maintenance: Ages { soft: 600, hard: 7_200 },
	reserve_initial: Ages { soft: 100, hard: 1_200 },
	reserve_maintenance: Ages { soft: 14_400, hard: 43_200 },
	omission: Ages { soft: 10, hard: 600 },
};

fn price_feed(
	id: FeedId,
	name: &str,
	min: Price,
	max: Price,
	kraken: &str,
	quote: bool,
) -> GenesisFeed {
	let mut sources = vec![
		(Venue::Kraken, String::from(kraken)),
		(Venue::Coinbase, alloc::format!("{name}-USD")),
	];
	let quote = quote.then(|| {
		sources.push((Venue::Binance, alloc::format!("{name}USDT")));
		USDT_FEED
	});
	if matches!(name, "BTC" | "ETH" | "USDT") {
		sources.push((Venue::DeribitIndex, alloc::format!("{}_usd", name.to_ascii_lowercase())));
	}
	let description = alloc::format!("{name} in USD");
	let kind = FeedKind::Price;
	GenesisFeed { id, description, kind, min, max, sources, quote, slow: SlowPrice::Average }
}

/// A volatility index, or the smiles of an option market.
fn volatility_feed(id: FeedId, name: &str, venue: Venue, what: &str) -> GenesisFeed {
	GenesisFeed {
		id,
		description: alloc::format!("{name} {what}"),
		kind: venue.kind(),
		min: FixedU128::from_rational(5, 100),
		max: FixedU128::from_u32(5),
		sources: vec![(venue, String::from(name))],
		quote: None,
		slow: SlowPrice::Average,
	}
}

fn feeds() -> Vec<GenesisFeed> {
	let usd = FixedU128::from_u32;
	let cents = |cents| FixedU128::from_rational(cents, 100);
	vec![
		price_feed(USDT_FEED, "USDT", cents(50), cents(150), "USDTZUSD", false),
		price_feed(BTC_FEED, "BTC", usd(1_000), usd(10_000_000), "XBTUSD", true),
		price_feed(ETH_FEED, "ETH", usd(50), usd(1_000_000), "ETHUSD", true),
		price_feed(DOT_FEED, "DOT", cents(5), usd(10_000), "DOTUSD", true),
		volatility_feed(BTC_VOL_FEED, "BTC", Venue::DeribitVolatility, "volatility a year"),
		volatility_feed(ETH_VOL_FEED, "ETH", Venue::DeribitVolatility, "volatility a year"),
		volatility_feed(BTC_SMILE_FEED, "BTC", Venue::DeribitOptions, "smiles"),
		volatility_feed(ETH_SMILE_FEED, "ETH", Venue::DeribitOptions, "smiles"),
	]
}

/// A market: strikes every `strike_step` USD, prices in multiples of `tick`.
fn market(pace: &Pace, strike_step: u64, tick: Cash, cap: u64) -> Market {
	let (period_ms, offset_ms) = pace.expiries;
	Market {
		calendar: Calendar { period_ms, offset_ms, count: pace.expiry_count },
		long_dates: pace.long_dates,
		strike_step: StrikeStep::Fixed(Strike::usd(strike_step)),
		strikes_each_side: 4,
		tick,
		lot: CONTRACT / 100,
		bands: Default::default(),
		minimum: CONTRACT / 100,
		fees: Fees {
			taker: Permill::from_parts(300),
			maker: Permill::from_parts(100),
			cap: Permill::from_parts(125_000),
		},
		open_interest_cap: cap,
		state: MarketState::Open,
	}
}

fn genesis(
	pace: &Pace,
	collators: &[Sr25519Keyring],
	council: &[Sr25519Keyring],
) -> serde_json::Value {
	let endowed: Vec<AccountId> =
		Sr25519Keyring::well_known().map(|key| key.to_account_id()).collect();
	let owner = TreasuryAccount::get();
	let dot: Location = RelayLocation::get();
	let usdt: Location = UsdtLocation::get();
	let clearing = ClearingAccount::get();
	let own = |asset: &Location, amount: u128| {
		endowed.iter().map(|who| (asset.clone(), who.clone(), amount)).collect::<Vec<_>>()
	};
	let listing = |feed, decimals, initial, maintenance, cap, min_deposit| Listing {
		source: SourceId::LOCAL,
		reserve: HUB,
		method: ProofMethod::Held,
		reference: FixedU128::from_u32(if feed == DOT_FEED { 5 } else { 1 }),
		decimals,
		feed,
		initial: Permill::from_percent(initial),
		maintenance: Permill::from_percent(maintenance),
		cap,
		min_deposit,
	};
	let units = |whole: u128| whole.saturating_mul(USDT_UNIT.unsigned_abs());
	let dots = |whole: u128| whole.saturating_mul(DOT_UNIT);
	build_struct_json_patch!(RuntimeGenesisConfig {
		balances: BalancesConfig {
			balances: endowed
				.iter()
				.map(|who| (who.clone(), 1_000_000u128.saturating_mul(configs::UNIT)))
				.collect::<Vec<_>>(),
		},
		parachain_info: ParachainInfoConfig { parachain_id: PARA_ID.into() },
		collator_selection: CollatorSelectionConfig {
			invulnerables: collators.iter().map(|key| key.to_account_id()).collect::<Vec<_>>(),
			candidacy_bond: 100u128.saturating_mul(configs::UNIT),
		},
		session: SessionConfig {
			keys: collators
				.iter()
				.map(|key| {
					let keys =
						SessionKeys { aura: key.public().into(), oracle: key.public().into() };
					(key.to_account_id(), key.to_account_id(), keys)
				})
				.collect::<Vec<_>>(),
		},
		polkadot_xcm: PolkadotXcmConfig { safe_xcm_version: Some(::xcm::latest::VERSION) },
		foreign_assets: ForeignAssetsConfig {
			assets: vec![
				(usdt.clone(), owner.clone(), true, 10_000),
				(dot.clone(), owner.clone(), true, 100_000_000),
			],
			metadata: vec![
				(usdt.clone(), b"Tether USD".to_vec(), b"USDT".to_vec(), 6),
				(dot.clone(), b"Polkadot".to_vec(), b"DOT".to_vec(), 10),
			],
			accounts: [
				own(&usdt, units(10_000_000)),
				own(&dot, dots(1_000_000)),
				// A transfer burns what it would leave below the minimum: the clearing account never
				// comes down to that. Nor is the treasury too poor to hold a fee.
				vec![
					(usdt.clone(), clearing.clone(), 10_000),
					(dot.clone(), clearing, 100_000_000),
					(usdt.clone(), owner.clone(), 10_000),
					(dot.clone(), owner.clone(), 100_000_000)
				],
			]
			.concat(),
		},
		council: CouncilConfig {
			members: council.iter().map(|key| key.to_account_id()).collect::<Vec<_>>(),
		},
		governance: GovernanceConfig { timelock: pace.timelock },
		price_oracle: PriceOracleConfig {
			feeds: feeds(),
			underlyings: vec![
				(
					BTC,
					UnderlyingInfo {
						spot: BTC_FEED,
						volatility: VolatilityPolicy::External(BTC_SMILE_FEED),
					}
				),
				(
					ETH,
					UnderlyingInfo {
						spot: ETH_FEED,
						volatility: VolatilityPolicy::External(ETH_SMILE_FEED),
					}
				),
			],
			params: OracleParams {
				small_network: true,
				late_rounds: pace.rounds.0,
				stale_rounds: pace.rounds.1,
				settlement_window_ms: pace.settlement_window,
				..Default::default()
			},
			urls: [Exchange::Kraken, Exchange::Coinbase, Exchange::Binance, Exchange::Deribit]
				.map(|exchange| (exchange, alloc::format!("{PRICE_SERVER}/{}", exchange.name())))
				.to_vec(),
		},
		collateral: CollateralConfig {
			sources: vec![(HUB, HUB_CURVES)],
			kinds: vec![
				(CASH, usdt, listing(USDT_FEED, 6, 100, 100, units(1_000_000_000), units(1))),
				(DOT, dot, listing(DOT_FEED, 10, 65, 75, dots(10_000_000), dots(1))),
			],
			times: Times { minimum_ramp: pace.minimum_ramp, ..Default::default() },
		},
		margin: MarginConfig { params: RiskParams { day: pace.day, ..Default::default() } },
		options: OptionsConfig {
			markets: vec![
				(BTC, market(pace, 1_000, USDT_UNIT / 10, 10_000_000_000)),
				(ETH, market(pace, 50, USDT_UNIT / 100, 100_000_000_000)),
			],
			params: MarketParams {
				listing_lead_ms: pace.listing_lead,
				call_ms: pace.grace,
				..Default::default()
			},
		},
		liquidation: LiquidationConfig {
			params: AuctionParams {
				knee_ms: pace.quarter,
				end_ms: pace.quarter.saturating_mul(5),
				take_over_ms: pace.quarter,
				resume_ms: pace.quarter.saturating_mul(4),
				grace_ms: pace.grace,
				watched: vec![BTC, ETH].try_into().unwrap_or_default(),
				..Default::default()
			},
			levels: LevelParams {
				term_ms: pace.quarter.saturating_mul(96),
				rest_ms: pace.quarter.saturating_mul(960),
				freeze_ms: pace.quarter.saturating_mul(672),
				grace_blocks: (pace.grace / configs::consensus::SLOT_DURATION) as u32,
				..Default::default()
			},
		},
	})
}

/// A preset as JSON, or none of that name.
pub fn get_preset(id: &PresetId) -> Option<Vec<u8>> {
	use Sr25519Keyring::{Alice, Bob, Charlie};
	let patch = match id.as_ref() {
		DEV_RUNTIME_PRESET => genesis(&MINUTES, &[Alice], &[Alice, Bob, Charlie]),
		LOCAL_TESTNET_RUNTIME_PRESET => genesis(&DAYS, &[Alice, Bob], &[Alice, Bob, Charlie]),
		_ => return None,
	};
	serde_json::to_vec(&patch).ok()
}

/// The names of all presets.
pub fn preset_names() -> Vec<PresetId> {
	vec![DEV_RUNTIME_PRESET.into(), LOCAL_TESTNET_RUNTIME_PRESET.into()]
}

/// Lays one JSON over another, as the node does with a preset over the defaults.
#[cfg(feature = "std")]
pub fn merge(base: &mut serde_json::Value, patch: serde_json::Value) {
	match (base, patch) {
		(serde_json::Value::Object(base), serde_json::Value::Object(patch)) => {
			for (key, value) in patch {
				merge(base.entry(key).or_insert(serde_json::Value::Null), value);
			}
		},
		(base, patch) => *base = patch,
	}
}
