// SPDX-License-Identifier: GPL-3.0-or-later

//! The views as a runtime API, for clients that have no door to view functions: in Polkadot.js
//! `api.call.marginApi.health(account)`.

use crate::{AccountSummary, CashDue, CashMarket, Health, WhatIf};
use alloc::vec::Vec;
use sp_runtime::AccountId32;
use straddle_primitives::*;

sp_api::decl_runtime_apis! {
	/// What the ledger tells of accounts and of the cash market: each as the view function of its name.
	pub trait MarginApi {
		/// An account's standing with its reasons; `None` if it does not exist or a price is missing.
		fn health(account: MarginAccountId) -> Option<Health>;

		/// The effect of buying (negative: selling) so many millionths of a contract at `price` cash
		/// units per contract, before it is sent. Fees are not in it.
		fn what_if(
			account: MarginAccountId,
			series: Series,
			quantity: Quantity,
			price: Money,
		) -> Option<WhatIf>;

		/// The most cash that can be withdrawn now, in smallest units.
		fn max_withdrawal(account: MarginAccountId) -> Cash;

		/// An owner's accounts, as they stand.
		fn accounts_of(owner: AccountId32) -> Vec<AccountSummary>;

		/// Totals, utilisation and rates of the cash market.
		fn cash_market() -> Option<CashMarket>;

		/// What an account has to repay of the cash call that is open; `None` while none is.
		fn cash_due(account: MarginAccountId) -> Option<CashDue>;
	}
}
