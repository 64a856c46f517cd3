// SPDX-License-Identifier: GPL-3.0-or-later

//! An expiry that everybody holds: how many blocks its settlement takes, and how much of each.

use crate::{crash::whole_block, proof::build_next, state::*};
use frame_support::{
	traits::Hooks,
	weights::{Weight, WeightMeter},
};
use pallet_margin::Holders;
use pallet_options::{Phase, Settling};
use pallet_price_oracle::{FeedKind, Settlement, Settlements};
use sp_io::TestExternalities;
use sp_runtime::FixedU128;
use std::time::Duration;
use straddle_primitives::*;
use straddle_runtime::{genesis_presets::*, Options, PriceOracle, Runtime, System, Timestamp};
use straddle_traits::Prices;

/// A chain on which a series of everybody has just expired.
pub struct Expired {
	/// The chain.
	pub state: TestExternalities,
	/// How many accounts hold it.
	pub holders: usize,
	at: Moment,
}

/// One block's part of the settlement.
pub struct Step {
	/// What `on_poll` and `on_idle` of the market were charged.
	pub charged: Weight,
	/// How long both took here.
	pub took: Duration,
	/// How long both took on nothing but the proof.
	pub again: Duration,
	/// Bytes of its proof.
	pub bytes: usize,
}

impl Expired {
	/// As many accounts, each long of one call and short of another, as many on either side.
	pub fn build(accounts: u32) -> Self {
		// Each series is as often held long as short.
		let both = 2 * TRADED as u32;
		let (mut state, opener) = open_usual(accounts / both * both);
		let (at, holders) = state.execute_with(|| {
			opener.close();
			let at = traded()[0].expiry;
			let spot = FixedU128::from_u32(60_000);
			let fixed = Settlement::Fixed { price: spot, at, complete: true };
			Settlements::<Runtime>::insert(BTC, at, fixed);
			pallet_timestamp::Now::<Runtime>::put(at + HOUR_MS);
			PriceOracle::set_for_benchmark(BTC, spot, FixedU128::from_rational(6, 10));
			PriceOracle::quote_for_benchmark(USDT_FEED, FeedKind::Price, FixedU128::from_u32(1));
			(at, Holders::<Runtime>::iter_key_prefix((BTC, at)).count())
		});
		state.commit_all().expect("no open transaction");
		Self { state, holders, at }
	}

	/// The next block, and whether all is settled by it.
	pub fn step(&mut self) -> (Step, bool) {
		let key = (BTC, self.at);
		let block = || {
			let number = System::block_number() + 1;
			System::set_block_number(number);
			System::reset_events();
			let mut meter = WeightMeter::with_limit(whole_block());
			Options::on_poll(number, &mut meter);
			let idle = Options::on_idle(number, meter.remaining());
			meter.consumed().saturating_add(idle)
		};
		let built = build_next(&mut self.state, block);
		let over = self.state.execute_with(|| {
			System::reset_events();
			let now = Timestamp::get() + 6_000;
			pallet_timestamp::Now::<Runtime>::put(now);
			!pallet_options::Listings::<Runtime>::contains_key(key)
		});
		self.state.commit_all().expect("no open transaction");
		let (charged, took) = (built.result, built.took);
		(Step { charged, took, bytes: built.bytes(), again: built.again }, over)
	}

	/// While its first pass is under way, that over debtors: how many accounts it has looked at, and how many of
	/// these it has settled.
	pub fn passed(&mut self) -> Option<(usize, usize)> {
		let key = (BTC, self.at);
		self.state.execute_with(|| {
			let sweep = Settling::<Runtime>::get(key)?;
			let (cursor, settled) = (sweep.cursor?, sweep.settled as usize);
			// They lie in the order of their ids.
			let holders = Holders::<Runtime>::iter_key_prefix(key);
			let left = holders.take_while(|one| *one <= cursor).count();
			(sweep.phase == Phase::Debtors).then_some((left + settled, settled))
		})
	}

	/// How many hold it still.
	pub fn left(&mut self) -> usize {
		let key = (BTC, self.at);
		self.state.execute_with(|| Holders::<Runtime>::iter_key_prefix(key).count())
	}
}
