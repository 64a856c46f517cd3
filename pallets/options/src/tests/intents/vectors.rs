// SPDX-License-Identifier: GPL-3.0-or-later

//! What a client must sign, for the client's own tests.

use super::*;
use serde_json::{json, Value};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../e2e/test/intents.json");

fn hex(bytes: &[u8]) -> String {
	bytes.iter().fold(String::from("0x"), |text, byte| format!("{text}{byte:02x}"))
}

/// As Polkadot.js takes it: numbers that may be large as text.
fn leg_json(leg: &Leg) -> Value {
	match leg {
		Leg::Contracts { series, quantity } => json!({ "contracts": {
			"series": {
				"underlying": series.underlying.0,
				"expiry": series.expiry.to_string(),
				"strike": series.strike.0.to_string(),
				"kind": format!("{:?}", series.kind),
			},
			"quantity": quantity.to_string(),
		} }),
		Leg::Lot { kind, amount } => {
			json!({ "lot": { "kind": kind.0, "amount": amount.to_string() } })
		},
		Leg::Cash { amount } => json!({ "cash": { "amount": amount.to_string() } }),
	}
}

fn intent_json(one: &Intent) -> Value {
	let hex_of = |id: &MarginAccountId| hex(id.0.as_ref());
	let bands = one.bands.iter().map(|band| {
		json!({
			"underlying": band.underlying.0,
			"low": band.low.into_inner().to_string(),
			"high": band.high.into_inner().to_string(),
		})
	});
	json!({
		"account": hex_of(&one.account),
		"legs": one.legs.iter().map(leg_json).collect::<Vec<_>>(),
		"limit": one.limit.to_string(),
		"bands": bands.collect::<Vec<_>>(),
		"maxAgeMs": one.max_age_ms.to_string(),
		"minSize": one.min_size.to_string(),
		"maxSize": one.max_size.to_string(),
		"nonce": one.nonce.to_string(),
		"deadline": one.deadline.to_string(),
		"taker": one.taker.as_ref().map(hex_of),
		"feeCap": one.fee_cap.to_string(),
	})
}

fn examples() -> Vec<Intent> {
	let band = |n: u16| PriceBand {
		underlying: UnderlyingId(n),
		low: Price::from_rational(59_999, 2),
		high: Price::from_u32(60_000),
	};
	let four = [
		Leg::Contracts { series: put(900), quantity: -CONTRACT },
		Leg::Contracts { series: future(), quantity: 10_000 },
		Leg::Contracts { series: call(1_000), quantity: CONTRACT },
		Leg::Contracts {
			series: Series { underlying: UnderlyingId(7), ..call(1_000) },
			quantity: -1,
		},
	];
	let mixed = [contracts(call(1_000), -3), lot(i128::MAX), Leg::Cash { amount: -1 }];
	vec![
		intent(1, &[contracts(call(1_000), 1)], USD),
		Intent {
			bands: vec![band(0), band(7)].try_into().unwrap(),
			max_age_ms: 12_000,
			min_size: 5,
			max_size: u64::MAX,
			nonce: NONCE_ERA + 3,
			taker: Some(account(2)),
			..intent(200, &four, -12_345_678)
		},
		intent(3, &mixed, i128::MIN),
	]
}

/// `UPDATE_VECTORS=1` writes the file anew.
#[test]
fn the_clients_vectors_are_what_the_pallet_decodes() {
	execute(|| {
		let vector = |one: Intent| {
			one.validate().unwrap();
			let (message, id) = Options::intent_message(one.clone());
			let scale = one.encode();
			assert_eq!(Intent::decode(&mut &scale[..]), Ok(one.clone()));
			assert!(message.ends_with(&scale));
			json!({
				"intent": intent_json(&one),
				"scale": hex(&scale),
				"message": hex(&message),
				"id": hex(id.as_bytes()),
			})
		};
		// What metadata says of the call's argument, so that the client needs no node.
		let mut registry = scale_info::Registry::new();
		let set = registry.register_type(&scale_info::meta_type::<IntentSet>()).id;
		let types = scale_info::PortableRegistry::from(registry).encode();
		let vectors = json!({
			"types": hex(&types),
			"set": set,
			"specName": "",
			"genesis": hex(System::block_hash(0).as_bytes()),
			"vectors": examples().into_iter().map(vector).collect::<Vec<_>>(),
		});
		let mut text = serde_json::to_string_pretty(&vectors).unwrap();
		text.push('\n');
		if std::env::var_os("UPDATE_VECTORS").is_some() {
			std::fs::write(PATH, &text).unwrap();
		}
		let known = std::fs::read_to_string(PATH).unwrap_or_default();
		assert!(known == text, "run it once with UPDATE_VECTORS=1");
	});
}
