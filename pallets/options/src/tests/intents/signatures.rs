// SPDX-License-Identifier: GPL-3.0-or-later

//! Who can sign, and that nothing can be changed afterwards.

use super::*;
use sp_runtime::{
	app_crypto::sp_core::{ecdsa, ed25519},
	traits::IdentifyAccount,
	MultiSigner,
};

/// Each scheme's signer and signature.
fn schemes(message: &[u8]) -> Vec<(MultiSigner, MultiSignature)> {
	let seed = [7; 32];
	let sr = sr25519::Pair::from_seed(&seed);
	let ed = ed25519::Pair::from_seed(&seed);
	let ec = ecdsa::Pair::from_seed(&seed);
	let eth = ecdsa::KeccakPair::from_seed(&seed);
	vec![
		(sr.public().into(), sr.sign(message).into()),
		(ed.public().into(), ed.sign(message).into()),
		(ec.public().into(), ec.sign(message).into()),
		(MultiSigner::Eth(eth.public()), MultiSignature::Eth(eth.sign(message))),
	]
}

#[test]
fn every_scheme_signs_the_bytes_bare_or_as_wallets_wrap_them() {
	let [buys, sells] = pair(100, 100);
	for nth in 0..4 {
		for wrapped in [false, true] {
			execute(|| {
				let (mut message, _) = Options::intent_message(buys.clone());
				if wrapped {
					message = [b"<Bytes>".as_slice(), &message, b"</Bytes>"].concat();
				}
				let (who, signature) = schemes(&message).swap_remove(nth);
				let who = who.into_account();
				Bank::open(&account(1), &who, 0);
				let authority = Authority::Signature { signer: who, signature };
				let fill = IntentFill { intent: buys.clone(), size: 1, authority };
				assert_ok!(submit(vec![fill.clone(), signed(sells.clone(), 1)]));
				// Anybody else's name is wrong.
				Bank::open(&account(1), &signer(1), 0);
				let mut stolen = fill;
				if let Authority::Signature { signer: name, .. } = &mut stolen.authority {
					*name = signer(1);
				}
				refuse(vec![stolen, signed(sells.clone(), 1)], Error::<Test>::BadSignature);
			});
		}
	}
}

#[test]
fn half_a_wrapping_is_none() {
	execute(|| {
		let [buys, sells] = pair(100, 100);
		let (message, _) = Options::intent_message(buys.clone());
		for message in [
			[b"<Bytes>".as_slice(), &message].concat(),
			[message.as_slice(), b"</Bytes>"].concat(),
			[b"<Bytes><Bytes>".as_slice(), &message, b"</Bytes></Bytes>"].concat(),
		] {
			let signature = key(1).sign(&message).into();
			let authority = Authority::Signature { signer: signer(1), signature };
			let fill = IntentFill { intent: buys.clone(), size: 1, authority };
			refuse(vec![fill, signed(sells.clone(), 1)], Error::<Test>::BadSignature);
		}
	});
}

#[test]
fn no_byte_of_a_signed_intent_can_be_changed() {
	execute(|| {
		let legs = |sign: i64| {
			[contracts(call(1_000), sign), contracts(put(1_000), sign), lot(sign.into())]
		};
		let band =
			PriceBand { underlying: U, low: Price::from_u32(1), high: Price::from_u32(2_000) };
		let full = Intent {
			bands: vec![band].try_into().unwrap(),
			taker: Some(account(2)),
			..intent(1, &legs(1), 100)
		};
		let mut one = signed(full, 1);
		let other = signed(intent(2, &legs(-1), 0), 1);
		// The size of the fill is who submits it to choose; all else is signed.
		one.size = 1;
		let encoded = one.encode();
		let size_at = one.intent.encode().len();
		let sealed = size_at + 8;
		let mut decoded = 0;
		for nth in (0..size_at).chain(sealed..encoded.len()) {
			for flip in [0x01, 0x10, 0x80, 0xff] {
				let mut bytes = encoded.clone();
				bytes[nth] ^= flip;
				let Ok(changed) = IntentFill::decode(&mut &bytes[..]) else { continue };
				if changed == one {
					panic!("two encodings of one intent at byte {nth}");
				}
				decoded += 1;
				assert!(submit(vec![changed, other.clone()]).is_err(), "byte {nth} by {flip:#x}");
			}
		}
		assert!(decoded > 400, "{decoded}");
		assert_eq!(booked().len(), 0);
		assert_ok!(submit(vec![one, other]));
	});
}
