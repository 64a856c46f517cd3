// SPDX-License-Identifier: GPL-3.0-or-later

//! What a node's operator says, in local storage (PERSISTENT): accounts as their 32 bytes, numbers as
//! plain digits. What is not understood counts as not said, with a warning: nothing is bid by default.

use super::LOG_TARGET;
use crate::{
	crypto::{account as account_of, BidderId},
	Config,
};
use alloc::{format, string::String, vec::Vec};
use sp_application_crypto::RuntimeAppPublic;
use sp_core::offchain::StorageKind;
use sp_runtime::{AccountId32, FixedU128};
use straddle_primitives::*;
use straddle_traits::Ledger;

/// The margin account to which bounties of this node's flags go; without it the treasury has them.
pub const REWARD_KEY: &str = "straddle::liquidation::reward_to";
/// The margin account that bids; without it nothing is bid.
pub const BIDDER_KEY: &str = "straddle::liquidation::bidder";
/// The discount κ, in basis points, from which it bids.
pub const KAPPA_KEY: &str = "straddle::liquidation::bidder::min_kappa_bps";
/// The largest requirement that one bid takes over, in whole cash units.
pub const REQUIREMENT_KEY: &str = "straddle::liquidation::bidder::max_requirement";
/// The numbers of the underlyings that it takes, with commas between.
pub const UNDERLYINGS_KEY: &str = "straddle::liquidation::bidder::underlyings";

/// Who bids, and on what.
#[derive(Clone, Debug)]
pub struct Bidder {
	/// The margin account that takes over.
	pub account: MarginAccountId,
	/// The key, in this node's keystore, that may trade for it.
	pub key: BidderId,
	/// κ from which it bids.
	pub min_kappa: FixedU128,
	/// The largest requirement of what one bid takes, in cash units.
	pub max_requirement: Money,
	/// What it takes.
	pub underlyings: Vec<UnderlyingId>,
}

impl Bidder {
	/// Who signs.
	pub fn signer(&self) -> AccountId32 {
		account_of(self.key.clone())
	}
}

/// The account that gets the bounty of a flag of `flagged`: the operator's, if it may.
pub fn reward_to<T: Config>(flagged: &MarginAccountId) -> Option<MarginAccountId> {
	let to = margin_account(REWARD_KEY)?;
	if to == *flagged {
		return None;
	}
	if T::Ledger::owner(&to).is_none() {
		log::warn!(target: LOG_TARGET, "{REWARD_KEY} names no margin account: the treasury gets the bounty");
		return None;
	}
	Some(to)
}

/// Who bids, if the operator wants it.
pub fn bidder<T: Config>() -> Option<Bidder> {
	// Nothing said is no mistake.
	read(BIDDER_KEY)?;
	let bidder = whole_bidder::<T>();
	if let Err(why) = &bidder {
		log::warn!(target: LOG_TARGET, "nothing is bid: {why}");
	}
	bidder.ok()
}

fn whole_bidder<T: Config>() -> Result<Bidder, String> {
	let account = margin_account(BIDDER_KEY).ok_or("the bidder is not 32 bytes")?;
	let may = |key: &BidderId| T::Ledger::ensure_may_trade(&account, &account_of(key.clone()));
	let key = BidderId::all().into_iter().find(|key| may(key).is_ok());
	let key = key.ok_or("no key of type `bidr` in the keystore may trade for the bidder")?;
	let bps = number(KAPPA_KEY)?;
	if bps > 10_000 {
		return Err(format!("{KAPPA_KEY} is above 10000"));
	}
	let list = text(UNDERLYINGS_KEY)?;
	let underlying = |part: &str| part.trim().parse().map(UnderlyingId).ok();
	let underlyings: Option<Vec<_>> = list.split(',').map(underlying).collect();
	Ok(Bidder {
		account,
		key,
		min_kappa: FixedU128::from_rational(bps.into(), 10_000),
		max_requirement: Money::from_u32(number(REQUIREMENT_KEY)?),
		underlyings: underlyings.ok_or(format!("{UNDERLYINGS_KEY} is no list of numbers"))?,
	})
}

fn read(key: &str) -> Option<Vec<u8>> {
	sp_io::offchain::local_storage_get(StorageKind::PERSISTENT, key.as_bytes())
}

fn margin_account(key: &str) -> Option<MarginAccountId> {
	let bytes: [u8; 32] = read(key)?.try_into().ok()?;
	Some(MarginAccountId(bytes.into()))
}

fn text(key: &str) -> Result<String, String> {
	let bytes = read(key).ok_or(format!("{key} is not set"))?;
	String::from_utf8(bytes).map_err(|_| format!("{key} is no text"))
}

fn number(key: &str) -> Result<u32, String> {
	text(key)?.trim().parse().map_err(|_| format!("{key} is no whole number"))
}
