// SPDX-License-Identifier: GPL-3.0-or-later

//! Which chain is the source: our own small one, or a published runtime.
//!
//! `STRADDLE_HUB` names a blob that `scripts/siblings` built, `STRADDLE_BLOB_HOST` the program that runs it. Then
//! every test of this crate has that chain under Asset Hub's id, and the tests that only it can pass run.

use super::net::{hub_stable, HUB};
use crate::{
	hosted::Hosted,
	shuttle::{Api, Chain},
	source::{self, DOT, USDC_ID, USDT, USDT_ID},
};
use parachains_common::{AccountId, Balance};
use serde_json::json;
use sp_keyring::Sr25519Keyring::Alice;
use std::{path::Path, sync::OnceLock};
use xcm::prelude::Location;

/// How many smallest units its own token has for each of DOT's. A published chain is Westend's, whose token has
/// twelve decimals; what it costs in whole tokens is what it costs on Polkadot.
pub const FINENESS: Balance = 100;
/// The pool where it changes what a message pays in USDT into its own token: five USD for a whole one.
const POOL: (Balance, Balance) = (10_000 * FINENESS * DOT, 50_000 * USDT);

/// A published runtime as the source chain.
pub struct Published {
	runtime: Hosted,
	/// Whether it has Asset Hub's assets besides the relay chain's token.
	pub assets: bool,
}

/// The published runtime that is to be the source chain, if any.
pub fn published() -> Option<&'static Published> {
	static PUBLISHED: OnceLock<Option<Published>> = OnceLock::new();
	let start = || {
		let blob = std::env::var("STRADDLE_HUB").ok()?;
		let host = std::env::var("STRADDLE_BLOB_HOST").expect("STRADDLE_BLOB_HOST names a program");
		let name = Path::new(&blob).file_stem().expect("it names a file").to_str();
		// What follows the nonce: the tip, what it is paid in, no metadata hash.
		let (assets, extension): (_, &[u8]) = match name {
			Some("asset-hub-westend") => (true, &[0, 0, 0]),
			Some("people-westend") => (false, &[0, 0]),
			_ => panic!("{blob} is of no chain that is known here"),
		};
		Some(Published { runtime: Hosted::start(&host, &blob, extension), assets })
	};
	PUBLISHED.get_or_init(start).as_ref()
}

/// Whether the source chain has the stablecoins.
pub fn has_assets() -> bool {
	published().is_none_or(|chain| chain.assets)
}

/// How many times what our own source chain asks for a message a published one may ask.
pub fn dearness() -> Balance {
	if published().is_some() {
		50
	} else {
		1
	}
}

/// The source chain: users with a million DOT and ten million of both stablecoins each, and what lies
/// there for us, in both.
pub fn source_chain(users: &[AccountId], (us, dot, usdt): (u32, Balance, Balance)) -> Chain {
	let Some(Published { runtime, assets }) = published() else {
		let state = source::genesis(HUB, users, &[(us, dot, usdt)]);
		return Chain::new(source::api::dispatch as Api, state);
	};
	let (collator, issuer) = (Alice.to_account_id(), source::TreasuryAccount::get());
	let backing = source::sovereign(us);
	let dots = users.iter().map(|who| (who, 1_000_000 * DOT));
	let dots: Vec<_> = dots.chain([(&issuer, 2 * POOL.0), (&backing, dot)]).collect();
	let mut config = json!({
		"balances": { "balances": dots },
		"parachainInfo": { "parachainId": HUB },
		"collatorSelection": { "invulnerables": [collator] },
		"session": { "keys": [[collator, collator, { "aura": collator }]] },
		"polkadotXcm": { "safeXcmVersion": xcm::latest::VERSION },
	});
	if *assets {
		let stable = |id| users.iter().map(move |who| (id, who, 10_000_000 * USDT));
		let theirs = [(USDT_ID, &backing, usdt), (USDT_ID, &issuer, 2 * POOL.1)];
		let held: Vec<_> = stable(USDT_ID).chain(stable(USDC_ID)).chain(theirs).collect();
		let coins = [USDT_ID, USDC_ID].map(|id| (id, &issuer, true, USDT / 100));
		config["assets"] = json!({ "assets": coins, "accounts": held });
		let (own, usdt) = (Location::parent(), hub_stable(USDT_ID, 1).id.0);
		config["assetConversion"] = json!({ "pools": [(own, usdt, &issuer, POOL.0, POOL.1)] });
	}
	Chain::from_config(runtime.clone(), config)
}
