// SPDX-License-Identifier: Apache-2.0

//! How much more the positions of a market need for opening once many of its contracts are open (docs/adr/0042).

use crate::{
	fixed::{mul_div, sub, Rounding, Wad, WAD},
	MathError, Result,
};
use Rounding::Up;

/// No cap is above this, in USD.
pub const MAX_CAP: Wad = 1_000_000_000_000_000 * WAD;
/// Most that IM grows by, as a multiple of itself.
pub const MAX_GROWTH: Wad = 9 * WAD;

/// Quantity units in one contract.
const CONTRACT: i128 = 1_000_000;

/// Soft caps of a market's open interest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caps {
	/// Up to this notional nothing is added, in USD.
	pub lower: Wad,
	/// From this notional on no more is added, in USD.
	pub upper: Wad,
	/// What IM adds from there on, as a share of itself.
	pub growth: Wad,
}

impl Caps {
	/// That the caps are apart and every figure is of a sane size.
	///
	/// # Errors
	/// `InvalidMarginParams` unless `0 ≤ lower < upper ≤` [`MAX_CAP`] and `0 < growth ≤` [`MAX_GROWTH`].
	pub fn validate(&self) -> Result<()> {
		let apart = 0 <= self.lower && self.lower < self.upper && self.upper <= MAX_CAP;
		if apart && (1..=MAX_GROWTH).contains(&self.growth) {
			Ok(())
		} else {
			Err(MathError::InvalidMarginParams)
		}
	}

	/// What IM adds as a share of itself while so many millionths of contracts are open at this spot
	/// price: nothing up to the lower cap, `growth` from the upper on, along a straight line between, rounded up.
	/// What does not fit is above the upper cap: an account can be valued whatever is open.
	pub fn share(&self, contracts: u128, spot: Wad) -> Wad {
		let above = notional(contracts, spot).and_then(|notional| sub(notional, self.lower));
		let width = sub(self.upper, self.lower);
		let (Ok(above), Ok(width)) = (above, width) else { return self.growth };
		if above <= 0 {
			return 0;
		}
		let share = mul_div(self.growth, above, width, Up);
		share.map_or(self.growth, |share| share.min(self.growth))
	}
}

/// So many millionths of contracts at this spot price, in USD, rounded up.
///
/// # Errors
/// `Overflow` if it does not fit.
pub fn notional(contracts: u128, spot: Wad) -> Result<Wad> {
	let contracts = i128::try_from(contracts).map_err(|_| MathError::Overflow)?;
	mul_div(contracts, spot.max(0), CONTRACT, Up)
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	/// 10 to 30 million USD, up to five times.
	const CAPS: Caps = Caps { lower: 10_000_000 * WAD, upper: 30_000_000 * WAD, growth: 4 * WAD };

	fn contracts(whole: u128) -> u128 {
		whole * CONTRACT as u128
	}

	#[test]
	fn it_grows_along_a_line_between_the_caps() {
		let share = |whole| CAPS.share(contracts(whole), 100_000 * WAD);
		// 100 contracts of 100,000 are ten million.
		assert_eq!((share(0), share(99), share(100)), (0, 0, 0));
		// A tenth, a half and all of the way.
		assert_eq!(share(120), WAD / 10 * 4);
		assert_eq!((share(200), share(300)), (2 * WAD, 4 * WAD));
		assert_eq!((share(301), share(1_000_000)), (4 * WAD, 4 * WAD));
		// A millionth of a contract above is .1 USD of 20 million, four times.
		let above = CAPS.share(contracts(100) + 1, 100_000 * WAD);
		assert_eq!(above, WAD / 50_000_000);
		// The same contracts at half the price are as many USD as half of them.
		assert_eq!(CAPS.share(contracts(240), 50_000 * WAD), share(120));
	}

	#[test]
	fn it_is_rounded_up() {
		// A unit of notional on a way of 3·10^25, four times: below one unit of the share.
		let caps = Caps { lower: 0, ..CAPS };
		assert_eq!(caps.share(1, 1), 1);
		assert_eq!(caps.share(0, 100_000 * WAD), 0);
	}

	#[test]
	fn caps_are_apart_and_sane() {
		assert_eq!(CAPS.validate(), Ok(()));
		let last = Caps { lower: MAX_CAP - 1, upper: MAX_CAP, growth: MAX_GROWTH };
		assert_eq!(last.validate(), Ok(()));
		assert_eq!(Caps { lower: 0, upper: 1, growth: 1 }.validate(), Ok(()));
		for wrong in [
			Caps { lower: -1, ..CAPS },
			Caps { lower: CAPS.upper, ..CAPS },
			Caps { upper: MAX_CAP + 1, ..CAPS },
			Caps { growth: 0, ..CAPS },
			Caps { growth: MAX_GROWTH + 1, ..CAPS },
		] {
			assert_eq!(wrong.validate(), Err(MathError::InvalidMarginParams), "{wrong:?}");
		}
	}

	#[test]
	fn what_does_not_fit_is_above_the_upper_cap() {
		assert_eq!(CAPS.share(u128::MAX, WAD), CAPS.growth);
		assert_eq!(CAPS.share(i128::MAX as u128, i128::MAX), CAPS.growth);
		assert_eq!(CAPS.share(u128::MAX / 2, 0), 0);
	}

	fn caps() -> impl Strategy<Value = Caps> {
		(0..MAX_CAP, 1..MAX_CAP, 1..=MAX_GROWTH).prop_map(|(a, b, growth)| {
			let (lower, upper) = (a.min(b), a.max(b) + i128::from(a == b));
			Caps { lower, upper, growth }
		})
	}

	/// The rule once more, in floats and without a look at the code: growth · clamp((OI − l) / (u − l), 0, 1).
	fn plain(caps: &Caps, contracts: u128, spot: Wad) -> f64 {
		let usd = |wad: Wad| wad as f64 / 1e18;
		let notional = contracts as f64 / 1e6 * usd(spot);
		let way = (notional - usd(caps.lower)) / (usd(caps.upper) - usd(caps.lower));
		usd(caps.growth) * way.clamp(0.0, 1.0)
	}

	proptest! {
		#[test]
		fn it_rises_with_open_interest_and_with_the_price(
			caps in caps(), a in 0..1_u128 << 64, b in 0..1_u128 << 64,
			low in 0..1_000_000 * WAD, high in 0..1_000_000 * WAD,
		) {
			prop_assert_eq!(caps.validate(), Ok(()));
			let (less, more) = (a.min(b), a.max(b));
			let (low, high) = (low.min(high), low.max(high));
			prop_assert!(caps.share(less, low) <= caps.share(more, low));
			prop_assert!(caps.share(less, low) <= caps.share(less, high));
			prop_assert!((0..=caps.growth).contains(&caps.share(more, high)));
		}

		#[test]
		fn it_is_the_plain_rule(
			caps in (0..1_000_000_000 * WAD, WAD..1_000_000_000 * WAD, 1..=MAX_GROWTH),
			contracts in 0..100_000_000_000_u128, spot in 0..200_000 * WAD,
		) {
			let (lower, width, growth) = caps;
			let caps = Caps { lower, upper: lower + width, growth };
			let is = caps.share(contracts, spot) as f64 / 1e18;
			let plain = plain(&caps, contracts, spot);
			// Floats lose 2^-52 of the notional, which is a part of the way of another size.
			let notional = contracts as f64 / 1e6 * (spot as f64 / 1e18) + lower as f64 / 1e18;
			let off = 1e-15 * notional / (width as f64 / 1e18) * 10.0 + 1e-14;
			prop_assert!((is - plain).abs() <= off, "{} {}", is, plain);
		}

		/// A contract more moves it by no more than its part of the way: it has no step.
		#[test]
		fn it_has_no_step(caps in caps(), contracts in 0..1_u128 << 64, spot in 1..1_000_000 * WAD) {
			let [before, after] = [contracts, contracts + 1].map(|open| caps.share(open, spot));
			let part = mul_div(caps.growth, spot / CONTRACT + 1, caps.upper - caps.lower, Up);
			prop_assert!(after - before <= part? + 1);
		}

		#[test]
		fn nothing_panics(
			figures in prop::array::uniform4(any::<i128>()), contracts in any::<u128>(), cut in 0..127_u32,
		) {
			let [lower, upper, growth, spot] = figures.map(|figure| figure >> cut);
			let caps = Caps { lower, upper, growth };
			let _ = caps.validate();
			let _ = caps.share(contracts >> cut, spot);
		}
	}
}
