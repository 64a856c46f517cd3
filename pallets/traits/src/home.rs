// SPDX-License-Identifier: GPL-3.0-or-later

//! The way home of tokens: to the chain that holds their reserve.

use codec::{Decode, Encode};
use scale_info::TypeInfo;

/// Tokens that go home in one message.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
pub struct Parcel<AssetId> {
	/// What pays for the way, in smallest units; what is left of it arrives.
	pub pays: (AssetId, u128),
	/// What comes with it. Its reserve is on the same chain.
	pub more: Option<(AssetId, u128)>,
}

/// What the way costs, in smallest units of what pays.
#[derive(Clone, Copy, Debug, Decode, Default, Encode, Eq, PartialEq, TypeInfo)]
pub struct HomeFees {
	/// Taken here for bringing the message there. Exact.
	pub delivery: u128,
	/// Taken there for running it. An estimate from above.
	pub execution: u128,
}

/// Why a parcel does not go.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum HomeError {
	/// No chain is known that holds the reserve of all of it.
	NoReserve,
	/// No channel to that chain is open.
	NoChannel,
	/// What pays has no price, so the fee is not known.
	NoPrice,
	/// What pays does not cover the fees.
	TooLittle,
	/// The message was not taken: it is too large, or the queue to that chain is.
	NotSent,
}

/// Sends tokens to an account on the chain that holds their reserve.
pub trait Home<AccountId, AssetId> {
	/// What the way costs now.
	///
	/// # Errors
	/// As for [`Self::send`], but for [`HomeError::TooLittle`].
	fn fees(parcel: &Parcel<AssetId>) -> Result<HomeFees, HomeError>;

	/// Send the parcel, less the delivery fee. The caller has burnt all of it here; the door collects
	/// the fee. Returns the fees and the message's id.
	///
	/// # Errors
	/// See [`HomeError`]. The caller undoes what was done so far.
	fn send(parcel: Parcel<AssetId>, to: &AccountId) -> Result<(HomeFees, [u8; 32]), HomeError>;
}
