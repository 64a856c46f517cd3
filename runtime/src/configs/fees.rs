// SPDX-License-Identifier: GPL-3.0-or-later

//! Fees of trading calls out of margin cash (ADR 53): who deposited all that he has can trade, and cancel, still.
//!
//! The asset [`MarginCash`] in `ChargeAssetTxPayment` stands for the cash of the account that the call trades for.
//! Tokens leave the clearing account as the ledger books them out, and what the fee is less in the end comes back to
//! both. The rest goes where fees in that token go.

use super::assets::{AtOraclePrice, ForeignAssetsInstance, ToAuthor};
use crate::*;
use ::xcm::latest::{Junction::PalletInstance, Location};
use codec::{Compact, Decode, Encode};
use core::marker::PhantomData;
use frame_support::{
	ensure,
	storage::{with_transaction, TransactionOutcome},
	traits::{
		fungibles::{Balanced, Credit},
		tokens::{
			ConversionToAssetBalance, Fortitude::Polite, Precision::Exact, Preservation::Preserve,
		},
		Get, PalletInfoAccess,
	},
	weights::Weight,
};
use pallet_asset_tx_payment::{
	ChargeAssetTxPayment, FungiblesAdapter, HandleCredit, OnChargeAssetTransaction,
};
use sp_runtime::{
	traits::{DispatchInfoOf, PostDispatchInfoOf},
	transaction_validity::{InvalidTransaction, TransactionValidityError},
	DispatchError,
};
use straddle_primitives::MarginAccountId;
use straddle_traits::Ledger;

type Tokens = pallet_assets::Pallet<Runtime, ForeignAssetsInstance>;
type InTokens = FungiblesAdapter<AtOraclePrice, ToAuthor>;

/// The asset of a fee that stands for margin cash: the ledger, as a place.
pub struct MarginCash;

impl Get<Location> for MarginCash {
	fn get() -> Location {
		Location::new(0, [PalletInstance(Margin::index() as u8)])
	}
}

/// Whose margin cash pays for the transaction that is being dispatched, and what that weighs: the credit in hand does
/// not say it. There is nothing here between transactions.
#[frame_support::storage_alias]
type Payer = StorageValue<MarginFees, (MarginAccountId, Weight)>;

/// The account that a call trades for; of a batch, if all its calls trade for one. No other call is paid by it.
pub fn trades_for(call: &RuntimeCall) -> Option<&MarginAccountId> {
	use pallet_utility::Call::{batch, batch_all, force_batch};
	match call {
		RuntimeCall::Options(call) => account_of(call),
		RuntimeCall::Utility(batch { calls } | batch_all { calls } | force_batch { calls }) => {
			let mut accounts = calls.iter().map(|call| match call {
				RuntimeCall::Options(call) => account_of(call),
				_ => None,
			});
			let first = accounts.next()??;
			accounts.all(|next| next == Some(first)).then_some(first)
		},
		_ => None,
	}
}

fn account_of(call: &pallet_options::Call<Runtime>) -> Option<&MarginAccountId> {
	use pallet_options::{Authority::Submitter, Call};
	match call {
		Call::place_order { account, .. }
		| Call::place_tagged { account, .. }
		| Call::cancel_order { account, .. }
		| Call::cancel_orders { account, .. }
		| Call::cancel_tagged { account, .. }
		| Call::cancel_all { account, .. }
		| Call::mass_quote { account, .. }
		| Call::cancel_quotes { account, .. }
		| Call::set_protection { account, .. }
		| Call::heartbeat { account, .. }
		| Call::require_heartbeat { account, .. }
		| Call::cancel_intents { account, .. }
		| Call::cancel_intents_below { account, .. }
		| Call::open_request { account, .. } => Some(account),
		Call::settle_intents { set } => {
			let own = set.iter().find(|fill| fill.authority == Submitter);
			own.map(|fill| &fill.intent.account)
		},
		Call::quote_request { intent, .. } => Some(&intent.account),
		Call::accept_quote { taker, .. } => Some(&taker.intent.account),
		_ => None,
	}
}

/// Whether what pays for a transaction is margin cash.
pub trait Payment {
	fn is_margin_cash(&self) -> bool;
}

impl Payment for ChargeAssetTxPayment<Runtime> {
	/// Its fields are its own: its bytes are the tip and the asset.
	fn is_margin_cash(&self) -> bool {
		type Fields = (Compact<Balance>, Option<Location>);
		let fields = self.using_encoded(|mut bytes| Fields::decode(&mut bytes));
		fields.is_ok_and(|(_, asset)| asset == Some(MarginCash::get()))
	}
}

/// The most that paying in margin cash weighs beyond paying in a token.
pub fn most_weight() -> Weight {
	Collateral::most_fee_weight()
}

/// What of that was not needed for the fee that was just taken.
pub fn unneeded_weight() -> Weight {
	let needed = Payer::get().map_or_else(most_weight, |(_, weight)| weight);
	most_weight().saturating_sub(needed)
}

fn refused<E>(_: E) -> TransactionValidityError {
	InvalidTransaction::Payment.into()
}

/// Charges fees in margin cash where a transaction says so, and in any other token as `InTokens` does.
pub struct FromMarginOr<Other>(PhantomData<Other>);

/// What pays: [`MarginCash`], or a token by itself.
pub type FromMarginOrTokens = FromMarginOr<InTokens>;

/// A fee in cash's smallest units; never nothing.
fn in_cash(fee: Balance) -> Result<(Location, Balance), TransactionValidityError> {
	let asset = Collateral::cash_asset().ok_or(()).map_err(refused)?;
	let cash = AtOraclePrice::to_asset_balance(fee, asset.clone()).map_err(refused)?;
	let least = Balance::from(fee > 0);
	Ok((asset, cash.max(least)))
}

/// Take a fee out of an account and the clearing account.
fn take(
	who: &AccountId,
	call: &RuntimeCall,
	fee: Balance,
	tip: Balance,
) -> Result<Credit<AccountId, Tokens>, TransactionValidityError> {
	let account = trades_for(call).ok_or(()).map_err(refused)?;
	// Who may only trade may pay for that, but not give cash away.
	let mine = tip == 0 || Margin::owner(account).as_ref() == Some(who);
	ensure!(mine, TransactionValidityError::from(InvalidTransaction::Payment));
	let (asset, cash) = in_cash(fee)?;
	let weight = Collateral::take_fee(who, account, cash).map_err(refused)?;
	let clearing = configs::market::ClearingAccount::get();
	let before = Tokens::balance(asset.clone(), &clearing);
	let credit = Tokens::withdraw(asset.clone(), &clearing, cash, Exact, Preserve, Polite);
	let credit = credit.map_err(refused)?;
	// Nothing of others' is burnt with it.
	let exact = before.checked_sub(Tokens::balance(asset, &clearing)) == Some(cash);
	ensure!(exact, TransactionValidityError::from(InvalidTransaction::Payment));
	Payer::put((account, weight));
	Ok(credit)
}

/// Put what is too much of a fee back into the account and the clearing account. What cannot be put back is part of
/// the fee.
fn put_back(
	account: &MarginAccountId,
	credit: Credit<AccountId, Tokens>,
) -> Option<Credit<AccountId, Tokens>> {
	let amount = credit.peek();
	if amount == 0 {
		return None;
	}
	if Collateral::return_fee(account, amount).is_err() {
		return Some(credit);
	}
	Tokens::resolve(&configs::market::ClearingAccount::get(), credit).err()
}

impl<Other> OnChargeAssetTransaction<Runtime> for FromMarginOr<Other>
where
	Other: OnChargeAssetTransaction<
		Runtime,
		Balance = Balance,
		AssetId = Location,
		LiquidityInfo = Credit<AccountId, Tokens>,
	>,
{
	type Balance = Balance;
	type AssetId = Location;
	type LiquidityInfo = Credit<AccountId, Tokens>;

	fn withdraw_fee(
		who: &AccountId,
		call: &RuntimeCall,
		info: &DispatchInfoOf<RuntimeCall>,
		asset: Location,
		fee: Balance,
		tip: Balance,
	) -> Result<Self::LiquidityInfo, TransactionValidityError> {
		if asset == MarginCash::get() {
			return take(who, call, fee, tip);
		}
		Other::withdraw_fee(who, call, info, asset, fee, tip)
	}

	/// In margin cash it is tried, and undone.
	fn can_withdraw_fee(
		who: &AccountId,
		call: &RuntimeCall,
		info: &DispatchInfoOf<RuntimeCall>,
		asset: Location,
		fee: Balance,
		tip: Balance,
	) -> Result<(), TransactionValidityError> {
		if asset != MarginCash::get() {
			return Other::can_withdraw_fee(who, call, info, asset, fee, tip);
		}
		let tried = with_transaction(|| {
			let taken = take(who, call, fee, tip).map(drop);
			TransactionOutcome::Rollback(Ok::<_, DispatchError>(taken))
		});
		tried.map_err(refused)?
	}

	fn correct_and_deposit_fee(
		who: &AccountId,
		info: &DispatchInfoOf<RuntimeCall>,
		post_info: &PostDispatchInfoOf<RuntimeCall>,
		fee: Balance,
		tip: Balance,
		taken: Self::LiquidityInfo,
	) -> Result<(Balance, Balance), TransactionValidityError> {
		let Some((account, _)) = Payer::take() else {
			return Other::correct_and_deposit_fee(who, info, post_info, fee, tip, taken);
		};
		let (_, cash) = in_cash(fee)?;
		let (_, tip) = in_cash(tip)?;
		let (fee, rest) = taken.split(cash);
		let fee = match put_back(&account, rest) {
			Some(rest) => fee.merge(rest).unwrap_or_else(|(fee, _)| fee),
			None => fee,
		};
		let paid = fee.peek();
		ToAuthor::handle_credit(fee);
		Ok((paid, tip))
	}
}
