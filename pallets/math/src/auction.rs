// SPDX-License-Identifier: Apache-2.0

//! The auction of a failing account (RISK.md 8): which price is asked at which time, and how much
//! of the account is for sale.
//!
//! E is the account's equity at marked prices, R its whole requirement, C its signed cash, e = E/R.
//! A bidder who takes the share φ gets that share of everything but cash, and its requirement.

use crate::{
	fixed::{add, mul, mul_div, sub, Rounding, Wad, WAD},
	MathError, Result,
};

/// How the price falls: κ is the part of the requirement by which an account is sold below its
/// equity. It rises in two straight lines from `start` to `at_knee` to 1 and stays there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Path {
	/// κ when the auction starts.
	pub start: Wad,
	/// κ at the knee.
	pub at_knee: Wad,
	/// Biddable time until the knee.
	pub knee_ms: u64,
	/// Biddable time until κ is 1.
	pub end_ms: u64,
}

impl Default for Path {
	fn default() -> Self {
		Self { start: WAD / 50, at_knee: WAD / 10 * 3, knee_ms: 900_000, end_ms: 4_500_000 }
	}
}

impl Path {
	/// That κ never falls and reaches 1.
	///
	/// # Errors
	/// `InvalidPath` unless `0 ≤ start ≤ at_knee ≤ 1` and `0 < knee_ms < end_ms`.
	pub fn validate(&self) -> Result<()> {
		let rising = 0 <= self.start && self.start <= self.at_knee && self.at_knee <= WAD;
		if rising && 0 < self.knee_ms && self.knee_ms < self.end_ms {
			Ok(())
		} else {
			Err(MathError::InvalidPath)
		}
	}

	/// κ after so much biddable time, rounded down (for the account), never above 1. On a valid
	/// path it never falls.
	///
	/// # Errors
	/// On a path that is not valid: `Overflow`.
	pub fn kappa(&self, biddable_ms: u64) -> Result<Wad> {
		if biddable_ms >= self.end_ms {
			return Ok(WAD);
		}
		let line = |from: Wad, to: Wad, elapsed: u64, length: u64| {
			let part = mul_div(sub(to, from)?, elapsed.into(), length.into(), Rounding::Down)?;
			Ok(add(from, part)?.min(WAD))
		};
		match biddable_ms.checked_sub(self.knee_ms) {
			None => line(self.start, self.at_knee, biddable_ms, self.knee_ms),
			Some(late) => line(self.at_knee, WAD, late, self.end_ms.saturating_sub(self.knee_ms)),
		}
	}
}

/// A failing account. All in USD.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Account {
	/// E: cash, lots at full price and marked positions.
	pub equity: Wad,
	/// R: E − (equity_MM − MM), the whole requirement with haircuts inside.
	pub requirement: Wad,
	/// C: signed; part of E, never sold.
	pub cash: Wad,
}

/// What is asked for a share of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
	/// κ at which it was made.
	pub kappa: Wad,
	/// P = E − κR: what the whole account sells for, cash included; rounded up.
	pub price: Wad,
	/// φ: the largest share that may be taken, 0 to 1; rounded up, so that taking it heals.
	pub share: Wad,
	/// φ(P − C): what the bidder pays for it, rounded up. If negative he receives it.
	pub payment: Wad,
}

/// The offer at `kappa`: the share after which e = `target`, or all of it.
///
/// φ = min(1, (target − e)/(target − κ)); 1 if e ≤ κ or E < `cutoff`; 0 if the account is healed.
/// Without a requirement (R ≤ 0) nothing is divided: P = E, and φ = 1 if E < 0. Then −E is the
/// deficit at once.
///
/// # Errors
/// `Overflow` if a figure does not fit.
pub fn offer(account: &Account, kappa: Wad, target: Wad, cutoff: Wad) -> Result<Offer> {
	let Account { equity, requirement, cash } = *account;
	let discount = mul(kappa, requirement.max(0), Rounding::Down)?;
	let price = sub(equity, discount)?;
	let share = if is_healed(account, target) {
		0
	} else if requirement <= 0 || price <= 0 || equity < cutoff || kappa >= target {
		WAD
	} else {
		// (target·R − E)/(R·(target − κ)), each rounding making the share larger.
		let missing = sub(mul(target, requirement, Rounding::Up)?, equity)?;
		let healed_by_all = mul(requirement, sub(target, kappa)?, Rounding::Down)?;
		if missing >= healed_by_all {
			WAD
		} else {
			mul_div(missing, WAD, healed_by_all, Rounding::Up)?.clamp(0, WAD)
		}
	};
	Ok(Offer { kappa, price, share, payment: payment(price, cash, share)? })
}

/// φ(P − C), rounded up: what a bidder pays for the share that he takes in the end, after
/// quantities were rounded. If negative he receives it.
///
/// # Errors
/// `Overflow` if it does not fit.
pub fn payment(price: Wad, cash: Wad, share_taken: Wad) -> Result<Wad> {
	mul(sub(price, cash)?, share_taken, Rounding::Up)
}

/// Whether an auction has done its work: e ≥ target; without a requirement, E ≥ 0.
pub fn is_healed(account: &Account, target: Wad) -> bool {
	if account.requirement <= 0 {
		return account.equity >= 0;
	}
	match mul(target, account.requirement, Rounding::Up) {
		Ok(needed) => account.equity >= needed,
		// Too large to be reached, or below anything.
		Err(_) => target < 0,
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	const MINUTE_MS: u64 = 60_000;
	const TARGET: Wad = WAD / 100 * 115;

	fn account(equity: i128, requirement: i128, cash: i128) -> Account {
		Account { equity: equity * WAD, requirement: requirement * WAD, cash: cash * WAD }
	}

	/// The account after the whole of an offer was taken and paid.
	fn after(account: &Account, offer: &Offer) -> Account {
		let sold = mul(account.equity - account.cash, offer.share, Rounding::Up).unwrap();
		let freed = mul(account.requirement, offer.share, Rounding::Down).unwrap();
		Account {
			equity: account.equity - sold + offer.payment,
			requirement: account.requirement - freed,
			cash: account.cash + offer.payment,
		}
	}

	#[test]
	fn the_path_of_the_default() {
		let path = Path::default();
		assert_eq!(path.validate(), Ok(()));
		assert_eq!(path.kappa(0), Ok(WAD / 100 * 2));
		assert_eq!(path.kappa(15 * MINUTE_MS / 2), Ok(WAD / 100 * 16));
		assert_eq!(path.kappa(15 * MINUTE_MS), Ok(WAD / 100 * 30));
		assert_eq!(path.kappa(45 * MINUTE_MS), Ok(WAD / 100 * 65));
		assert_eq!(path.kappa(75 * MINUTE_MS - 1).map(|k| k < WAD), Ok(true));
		assert_eq!(path.kappa(75 * MINUTE_MS), Ok(WAD));
		assert_eq!(path.kappa(u64::MAX), Ok(WAD));
	}

	#[test]
	fn a_path_out_of_order_is_refused() {
		let good = Path::default();
		for bad in [
			Path { start: -1, ..good },
			Path { start: good.at_knee + 1, ..good },
			Path { at_knee: WAD + 1, ..good },
			Path { knee_ms: 0, ..good },
			Path { end_ms: good.knee_ms, ..good },
		] {
			assert_eq!(bad.validate(), Err(MathError::InvalidPath), "{bad:?}");
		}
	}

	#[test]
	fn the_example_of_the_risk_rules() {
		let failing = account(900, 1_000, 200);
		let offer = offer(&failing, WAD / 10, TARGET, 0).unwrap();
		assert_eq!(offer.price, 800 * WAD);
		// 0.25/1.05, rounded up.
		assert_eq!(offer.share, 238_095_238_095_238_096);
		assert_eq!(offer.payment, 142_857_142_857_142_857_600);
		let healed = after(&failing, &offer);
		assert_eq!(healed.equity / (WAD / 100), 87_619);
		assert_eq!(healed.requirement / (WAD / 100), 76_190);
		assert!(is_healed(&healed, TARGET));
	}

	#[test]
	fn all_of_it_when_equity_is_within_the_discount_or_dust() {
		// e = κ: the price is zero.
		let offer_of = |a: &Account, cutoff| offer(a, WAD / 10, TARGET, cutoff).unwrap();
		let at_kappa = offer_of(&account(100, 1_000, 0), 0);
		assert_eq!((at_kappa.share, at_kappa.price, at_kappa.payment), (WAD, 0, 0));
		// Below: the bidder is paid, here to take over a debt of cash as well.
		let insolvent = offer_of(&account(-50, 1_000, 30), 0);
		assert_eq!((insolvent.share, insolvent.payment), (WAD, -180 * WAD));
		let dust = offer_of(&account(900, 1_000, 200), 901 * WAD);
		assert_eq!((dust.share, dust.payment), (WAD, 600 * WAD));
		assert!(offer_of(&account(900, 1_000, 200), 900 * WAD).share < WAD);
		// A discount beyond the target can only take all.
		assert_eq!(offer(&account(900, 1_000, 0), TARGET, TARGET, 0).unwrap().share, WAD);
	}

	#[test]
	fn a_healed_account_offers_nothing() {
		let healthy = offer(&account(1_150, 1_000, 0), WAD / 10, TARGET, 9_999 * WAD).unwrap();
		assert_eq!((healthy.share, healthy.payment), (0, 0));
		assert!(is_healed(&account(1_150, 1_000, 0), TARGET));
		assert!(!is_healed(&Account { equity: 1_150 * WAD - 1, ..account(0, 1_000, 0) }, TARGET));
		assert!(!is_healed(&account(i128::MAX / WAD, i128::MAX / WAD, 0), TARGET));
	}

	#[test]
	fn without_a_requirement_nothing_is_divided() {
		let bare_debt = account(-70, 0, -100);
		let offered = offer(&bare_debt, WAD / 2, TARGET, 0).unwrap();
		assert_eq!((offered.share, offered.price, offered.payment), (WAD, -70 * WAD, 30 * WAD));
		assert_eq!(offer(&account(-70, -5, -70), WAD, TARGET, 0).unwrap().price, -70 * WAD);
		assert!(!is_healed(&bare_debt, TARGET));
		assert!(is_healed(&account(0, 0, 0), TARGET));
		assert_eq!(offer(&account(5, 0, 0), WAD, TARGET, 100 * WAD).unwrap().share, 0);
	}

	#[test]
	fn fractions_of_a_unit_go_to_the_account() {
		// κR is 1.5.
		let tiny = Account { equity: 3, requirement: 3, cash: 0 };
		assert_eq!(offer(&tiny, WAD / 2, TARGET, 0).unwrap().price, 2);
		assert_eq!(payment(3, 0, WAD / 2), Ok(2));
		assert_eq!(payment(0, 3, WAD / 2), Ok(-1));
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(2_000))]

		#[test]
		fn kappa_never_falls_and_keeps_its_bounds(
			start in 0..WAD, rise in 0..WAD, knee in 1..u64::MAX / 2, more in 1..u64::MAX / 2,
			a in any::<u64>(), b in any::<u64>(), cut in 0..64_u32,
		) {
			let at_knee = (start + rise).min(WAD);
			let path = Path { start, at_knee, knee_ms: knee, end_ms: knee + more };
			prop_assert_eq!(path.validate(), Ok(()));
			let (a, b) = (a >> cut, b >> cut);
			prop_assert!(path.kappa(a.min(b))? <= path.kappa(a.max(b))?);
			prop_assert!((start..=WAD).contains(&path.kappa(a)?));
		}

		#[test]
		fn taking_the_share_heals_exactly(
			requirement in WAD..1_000_000_000 * WAD, ratio in 0..TARGET, kappa in WAD / 50..WAD,
			cash in -1_000_000_000 * WAD..1_000_000_000 * WAD,
		) {
			let equity = mul(ratio, requirement, Rounding::Down)?;
			let failing = Account { equity, requirement, cash };
			let offer = offer(&failing, kappa, TARGET, 0)?;
			prop_assert!(0 < offer.share && offer.share <= WAD);
			let healed = after(&failing, &offer);
			if offer.share < WAD {
				// A unit of share is 10^-18 of all that is sold.
				let room = (failing.equity.abs() + cash.abs() + 2 * requirement) / WAD + 4;
				let needed = mul(TARGET, healed.requirement, Rounding::Up)?;
				prop_assert!((healed.equity - needed).abs() <= 2 * room, "{:?}", healed);
			} else {
				prop_assert!(ratio <= kappa + 1);
				prop_assert_eq!(healed.requirement, 0);
				// What the bidder is owed comes out of the account to the unit.
				prop_assert_eq!(healed.equity, offer.price);
			}
		}

		#[test]
		fn a_bidder_gains_his_discount_and_no_more(
			requirement in WAD..1_000_000_000 * WAD, ratio in 0..TARGET, kappa in WAD / 50..WAD,
			cash in -1_000_000_000 * WAD..1_000_000_000 * WAD,
		) {
			let equity = mul(ratio, requirement, Rounding::Down)?;
			let offer = offer(&Account { equity, requirement, cash }, kappa, TARGET, 0)?;
			let bought = mul(equity - cash, offer.share, Rounding::Down)?;
			let gain = mul(mul(kappa, requirement, Rounding::Up)?, offer.share, Rounding::Up)?;
			prop_assert!(bought - offer.payment <= gain);
		}

		#[test]
		fn waiting_never_makes_it_dearer(
			requirement in WAD..1_000_000_000 * WAD, ratio in 0..TARGET,
			a in WAD / 50..WAD, b in WAD / 50..WAD,
		) {
			let equity = mul(ratio, requirement, Rounding::Down)?;
			let failing = Account { equity, requirement, cash: 0 };
			let (early, late) = (a.min(b), a.max(b));
			let (early, late) =
				(offer(&failing, early, TARGET, 0)?, offer(&failing, late, TARGET, 0)?);
			prop_assert!(late.price <= early.price && late.share >= early.share);
		}

		#[test]
		fn nothing_panics(
			equity in any::<i128>(), requirement in any::<i128>(), cash in any::<i128>(),
			kappa in any::<i128>(), target in any::<i128>(), cutoff in any::<i128>(),
			start in any::<i128>(), at_knee in any::<i128>(), knee_ms in any::<u64>(),
			end_ms in any::<u64>(), t in any::<u64>(), cut in 0..127_u32,
		) {
			let (equity, requirement) = (equity >> cut, requirement >> (cut / 2));
			let (kappa, target) = (kappa >> cut, target >> (cut / 2));
			let account = Account { equity, requirement, cash };
			if let Ok(offer) = offer(&account, kappa, target, cutoff) {
				prop_assert!((0..=WAD).contains(&offer.share));
			}
			let _ = is_healed(&account, target);
			let _ = payment(equity, cash, kappa);
			let _ = Path { start, at_knee, knee_ms, end_ms }.kappa(t);
		}
	}
}
