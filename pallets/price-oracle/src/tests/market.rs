// SPDX-License-Identifier: GPL-3.0-or-later

//! An option market, and feeders who describe it.

use crate::{crypto::AuthoritySignature, mock::*, *};
use frame_support::assert_ok;
use proptest::prelude::*;
use sp_core::Pair;
use sp_runtime::Permill;
use straddle_math::{binary::Q56, black76::YEAR_MS, svi::Slice};

pub(super) const SMILE: FeedId = FeedId(5);
pub(super) const WEEK: Moment = 7 * DAY_MS;

pub(super) fn q(x: f64) -> Q56 {
	Q56::from_bits((x * (1u64 << 56) as f64) as i64)
}

pub(super) fn years(ms: Moment) -> f64 {
	ms as f64 / YEAR_MS as f64
}

pub(super) fn price(x: f64) -> Price {
	Price::from_inner((x * 1e18) as u128)
}

/// A slice as a list of numbers: a, b, rho, m, sigma.
pub(super) fn report_of(expiry: Moment, carry: f64, parts: [f64; 5]) -> SliceReport {
	let [a, b, rho, m, sigma] = parts.map(q);
	let slice = Slice { a, b, rho, m, sigma };
	SliceReport::new(expiry, price(carry), &slice, Permill::one())
}

/// The same volatility at every strike.
pub(super) fn flat(expiry: Moment, volatility: f64) -> SliceReport {
	let variance = volatility * volatility * years(expiry - began());
	report_of(expiry, 1.0, [variance, 0.0, 0.0, 0.0, 0.1])
}

/// A skewed smile of about 60 % over so much time.
pub(super) fn skewed(expiry: Moment, level: f64) -> SliceReport {
	let t = years(expiry - began());
	let root = t.sqrt();
	report_of(
		expiry,
		1.0 + 0.05 * t,
		[0.25 * level * level * t, 0.12 * root, -0.3, 0.02 * root, 0.4 * root],
	)
}

pub(super) fn params() -> Params {
	Parameters::<Test>::get()
}

pub(super) fn round() -> u64 {
	params().surface_round(now())
}

pub(super) fn began() -> Moment {
	params().surface_began(round())
}

/// The feed of the market, and Bitcoin priced by it.
pub(super) fn list() {
	let info = FeedInfo {
		kind: FeedKind::Surface,
		min: milli(50),
		max: usd(5),
		sources: vec![source(Venue::DeribitOptions, "BTC")].try_into().unwrap(),
		..feed_info()
	};
	assert_ok!(Oracle::do_set_feed(SMILE, info));
	// Round numbers serve better here.
	let cheap = Feeds::<Test>::get(BTC).map(|info| FeedInfo { min: milli(1), ..info }).unwrap();
	assert_ok!(Oracle::do_set_feed(BTC, cheap));
	let volatility = VolatilityPolicy::External(SMILE);
	assert_ok!(Oracle::do_set_underlying(BITCOIN, UnderlyingInfo { spot: BTC, volatility }));
}

/// To the beginning of the next surface round; a price is quoted on the way.
pub(super) fn next_round() {
	let next = params().surface_began(round() + 1);
	quote(&[(BTC, usd(100)), (ETH, usd(100))]);
	advance(next - now());
}

pub(super) fn surface_batch(n: u8, slices: &[SliceReport]) -> SurfaceBatchOf<Test> {
	SurfaceBatch {
		feeder: n.into(),
		genesis: GENESIS,
		feed: SMILE,
		round: round(),
		at_block: System::block_number(),
		slices: slices.to_vec().try_into().unwrap(),
	}
}

pub(super) fn dispatch_surface(batch: SurfaceBatchOf<Test>) -> DispatchResult {
	let signature = AuthoritySignature::from(sp_core::sr25519::Signature::from_raw([0; 64]));
	Oracle::report_surface(frame_system::RawOrigin::Authorized.into(), batch, signature)
}

/// Each feeder says its own, and the next block makes a surface of it. Prices are quoted so that the spot is
/// fresh.
pub(super) fn say_each(slices: &[Vec<SliceReport>]) {
	for (n, slices) in slices.iter().enumerate() {
		assert_ok!(dispatch_surface(surface_batch(n as u8, slices)));
	}
	quote(&[(BTC, usd(100)), (ETH, usd(100))]);
}

pub(super) fn say(slices: &[SliceReport]) {
	say_each(&vec![slices.to_vec(); Feeders::<Test>::get().len()]);
}

pub(super) fn row(expiry: Moment) -> Row {
	let rows = Surfaces::<Test>::get(SMILE).rows;
	rows.into_iter().find(|row| row.expiry == expiry).expect("there is a row")
}

pub(super) fn series(expiry: Moment, strike: u64, kind: Kind) -> Series {
	Series { underlying: BITCOIN, expiry, strike: Strike::usd(strike), kind }
}

pub(super) fn volatility(expiry: Moment, strike: u64) -> Reading {
	Oracle::volatility(series(expiry, strike, Kind::Call), Lens::Latest)
}

pub(super) fn near(reading: Reading, wanted: f64, room: f64) {
	let is = reading.price.into_inner() as f64 / 1e18;
	assert!((is - wanted).abs() <= room, "{is}, not {wanted}");
}

pub(super) fn test(then: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		list();
		next_round();
		System::reset_events();
		then();
	});
}

pub(super) fn sign_surface(n: u8, batch: &SurfaceBatchOf<Test>) -> AuthoritySignature {
	pair(n).sign(&batch.payload())
}

/// Slices that keep their rules, of about a month.
pub(super) fn any_slice() -> impl Strategy<Value = [f64; 5]> {
	(0.002..0.1, 0.0..0.5, -0.95..0.95, -0.3..0.3, 0.01..0.6)
		.prop_map(|(a, b, rho, m, sigma)| [a, b, rho, m, sigma])
}
