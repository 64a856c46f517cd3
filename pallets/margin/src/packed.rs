// SPDX-License-Identifier: GPL-3.0-or-later

//! What an account has by series, and how it is stored: by expiry, in numbers without their trailing
//! zeros (ADR 18). Memory has a plain sorted list, storage some 5 bytes a position instead of 27.

use super::*;
use alloc::{vec, vec::Vec};
use codec::{EncodeLike, Error, Input, Output};
use core::{marker::PhantomData, ops::Deref};
use frame_support::{
	traits::Get, CloneNoBound, DebugNoBound, DefaultNoBound, EqNoBound, PartialEqNoBound,
};
use scale_info::Type;

/// Most zeros that a packed number leaves out.
const MAX_ZEROS: u32 = 15;
/// Most bytes of a packed number of 64 bits, with or without a sign.
pub(crate) const MAX_NUMBER: usize = 10;

/// A number as it is stored: `16 m + z` stands for m · 10^z.
fn pack(number: u64) -> u128 {
	let (mut rest, mut zeros) = (number, 0_u128);
	for (each, power) in [(8, 100_000_000), (4, 10_000), (2, 100), (1, 10_u64)] {
		if rest > 0 && rest.checked_rem(power) == Some(0) {
			rest = rest.checked_div(power).unwrap_or(rest);
			zeros |= each;
		}
	}
	u128::from(rest) << 4 | zeros
}

fn unpack(packed: u128) -> Option<u64> {
	let zeros = (packed & u128::from(MAX_ZEROS)) as u32;
	u64::try_from(packed >> 4).ok()?.checked_mul(10_u64.checked_pow(zeros)?)
}

/// The same of a signed number: twice that of its magnitude, and one more if it is negative.
pub(crate) fn pack_signed(number: i64) -> u128 {
	pack(number.unsigned_abs()) << 1 | u128::from(number < 0)
}

pub(crate) fn unpack_signed(packed: u128) -> Option<i64> {
	let magnitude = unpack(packed >> 1)?;
	match packed & 1 {
		0 => i64::try_from(magnitude).ok(),
		_ => 0_i64.checked_sub_unsigned(magnitude),
	}
}

/// Signed money, small magnitudes first: 0, −1, 1, −2 …
pub(crate) fn fold(money: Cash) -> u128 {
	(money << 1 ^ money >> 127) as u128
}

pub(crate) fn unfold(folded: u128) -> Cash {
	(folded >> 1) as i128 ^ ((folded & 1) as i128).wrapping_neg()
}

/// What an account has of one series.
pub trait Amount: Clone + core::fmt::Debug + Default + Eq {
	/// As it is stored.
	type Packed: Decode + Encode + TypeInfo + 'static;
	/// Most bytes of that, without its parts.
	const MAX_PACKED: usize;
	/// Most parts that a list may have together.
	const MAX_PARTS: usize = 0;
	/// Most bytes of a part.
	const MAX_PART: usize = 0;

	/// How many parts it has.
	fn parts(&self) -> usize {
		0
	}

	/// To be stored.
	fn pack(&self) -> Self::Packed;

	/// As it was, or `None` of what cannot have been stored.
	fn unpack(packed: Self::Packed) -> Option<Self>;
}

impl Amount for Quantity {
	type Packed = Compact<u128>;
	const MAX_PACKED: usize = MAX_NUMBER;

	fn pack(&self) -> Compact<u128> {
		Compact(pack_signed(*self))
	}

	fn unpack(packed: Compact<u128>) -> Option<Self> {
		unpack_signed(packed.0)
	}
}

/// One series of an expiry as it is stored.
///
/// Strike, and so an expiry's time: `16 m + z` stands for m · 10^z. A quantity: twice that of its magnitude,
/// and one more if it is negative.
#[derive(Decode, Encode, TypeInfo)]
pub struct PackedSeries<A> {
	/// The strike.
	pub strike: Compact<u128>,
	/// What it pays.
	pub kind: Kind,
	/// What the account has of it.
	pub amount: A,
}

/// The series of one expiry as they are stored.
#[derive(Decode, Encode, TypeInfo)]
pub struct PackedExpiry<A> {
	/// What they are written on.
	pub underlying: UnderlyingId,
	/// When they are settled.
	pub expiry: Compact<u128>,
	/// The series, sorted by strike and kind.
	pub series: Vec<PackedSeries<A>>,
}

/// What an account has by series: sorted, each series once, nothing that is zero, at most so many.
#[derive(CloneNoBound, DebugNoBound, DefaultNoBound, EqNoBound, PartialEqNoBound)]
pub struct BySeries<A: Amount, S: Get<u32>>(Vec<(Series, A)>, PhantomData<S>);

/// Positions by series, in millionths of a contract.
pub type Positions = BySeries<Quantity, MaxPositions>;
/// Resting orders by series.
pub type Orders = BySeries<SeriesOrders, MaxOrderSeries>;

impl<A: Amount, S: Get<u32>> BySeries<A, S> {
	/// The plain list.
	pub fn into_inner(self) -> Vec<(Series, A)> {
		self.0
	}

	/// Add a series that sorts after all others.
	fn push(&mut self, series: Series, amount: A) -> Result<(), Error> {
		let room = self.0.len() < S::get() as usize;
		if !room || amount == A::default() || self.0.last().is_some_and(|(last, _)| *last >= series)
		{
			return Err("too many series, one of which is nothing, or not sorted".into());
		}
		self.0.push((series, amount));
		Ok(())
	}

	/// That it does not have too many parts.
	fn whole(self) -> Result<Self, Error> {
		let parts = self.0.iter().map(|(_, amount)| amount.parts()).sum::<usize>();
		match parts <= A::MAX_PARTS {
			true => Ok(self),
			false => Err("too many parts of series".into()),
		}
	}
}

impl<A: Amount, S: Get<u32>> TryFrom<Vec<(Series, A)>> for BySeries<A, S> {
	type Error = Error;

	/// # Errors
	/// There are too many, they are not sorted, or one is zero.
	fn try_from(list: Vec<(Series, A)>) -> Result<Self, Error> {
		let mut checked = Self(Vec::with_capacity(list.len()), PhantomData);
		for (series, amount) in list {
			checked.push(series, amount)?;
		}
		checked.whole()
	}
}

impl<A: Amount, S: Get<u32>> Deref for BySeries<A, S> {
	type Target = [(Series, A)];

	fn deref(&self) -> &Self::Target {
		&self.0
	}
}

impl<A: Amount, S: Get<u32>> IntoIterator for BySeries<A, S> {
	type Item = (Series, A);
	type IntoIter = vec::IntoIter<Self::Item>;

	fn into_iter(self) -> Self::IntoIter {
		self.0.into_iter()
	}
}

impl<'a, A: Amount, S: Get<u32>> IntoIterator for &'a BySeries<A, S> {
	type Item = &'a (Series, A);
	type IntoIter = core::slice::Iter<'a, (Series, A)>;

	fn into_iter(self) -> Self::IntoIter {
		self.0.iter()
	}
}

impl<A: Amount, S: Get<u32>> Encode for BySeries<A, S> {
	fn encode_to<O: Output + ?Sized>(&self, to: &mut O) {
		let expiry = |series: &Series| (series.underlying, series.expiry);
		let groups = || self.0.chunk_by(|a, b| expiry(&a.0) == expiry(&b.0));
		Compact(groups().count() as u32).encode_to(to);
		for group in groups() {
			let Some((first, _)) = group.first() else { continue };
			first.underlying.encode_to(to);
			Compact(pack(first.expiry)).encode_to(to);
			Compact(group.len() as u32).encode_to(to);
			for (series, amount) in group {
				Compact(pack(series.strike.0)).encode_to(to);
				series.kind.encode_to(to);
				amount.pack().encode_to(to);
			}
		}
	}
}

impl<A: Amount, S: Get<u32>> EncodeLike for BySeries<A, S> {}

impl<A: Amount, S: Get<u32>> Decode for BySeries<A, S> {
	fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
		const TOO_LARGE: &str = "a number by series does not fit";
		let number =
			|input: &mut I| unpack(Compact::<u128>::decode(input)?.0).ok_or(Error::from(TOO_LARGE));
		let mut list = Self::default();
		let mut last = None;
		for _ in 0..Compact::<u32>::decode(input)?.0 {
			let (underlying, expiry) = (UnderlyingId::decode(input)?, number(input)?);
			let series = Compact::<u32>::decode(input)?.0;
			if series == 0 || last.replace((underlying, expiry)) >= Some((underlying, expiry)) {
				return Err("an expiry without series, or not sorted".into());
			}
			for _ in 0..series {
				let (strike, kind) = (Strike(number(input)?), Kind::decode(input)?);
				let amount = A::unpack(A::Packed::decode(input)?).ok_or(TOO_LARGE)?;
				list.push(Series { underlying, expiry, strike, kind }, amount)?;
			}
		}
		list.whole()
	}
}

impl<A: Amount, S: Get<u32>> MaxEncodedLen for BySeries<A, S> {
	/// With every series in an expiry of its own, and no zeros to leave out.
	fn max_encoded_len() -> usize {
		let series = MAX_NUMBER.saturating_add(1).saturating_add(A::MAX_PACKED);
		let expiry = UnderlyingId::max_encoded_len().saturating_add(MAX_NUMBER).saturating_add(1);
		let each = expiry.saturating_add(series);
		let most = S::get();
		let all = each.saturating_mul(most as usize);
		let parts = A::MAX_PARTS.saturating_mul(A::MAX_PART);
		Compact(most).encoded_size().saturating_add(all).saturating_add(parts)
	}
}

/// What is stored: a list of [`PackedExpiry`].
impl<A: Amount + 'static, S: Get<u32> + 'static> TypeInfo for BySeries<A, S> {
	type Identity = <Vec<PackedExpiry<A::Packed>> as TypeInfo>::Identity;

	fn type_info() -> Type {
		<Vec<PackedExpiry<A::Packed>>>::type_info()
	}
}
