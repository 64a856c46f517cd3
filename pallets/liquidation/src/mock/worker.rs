// SPDX-License-Identifier: GPL-3.0-or-later

//! What the worker needs of a chain: transactions, feeders, and a list of accounts.

use super::*;
use codec::Encode;
use frame_system::offchain::{
	AppCrypto, CreateAuthorizedTransaction, CreateSignedTransaction, CreateTransaction,
	CreateTransactionBase, SigningTypes,
};
use sp_runtime::{
	generic::{self, SignedPayload},
	traits::BlakeTwo256,
	MultiSignature, MultiSigner,
};
pub use straddle_test_kit::{MockFeeders, FEEDERS};
use straddle_traits::FeederKeys;

pub type Header = generic::Header<u64, BlakeTwo256>;
pub type TxExtension = (frame_system::AuthorizeCall<Test>, frame_system::CheckNonce<Test>);
pub type UncheckedExtrinsic =
	generic::UncheckedExtrinsic<AccountId32, RuntimeCall, MultiSignature, TxExtension>;
pub type Block = generic::Block<Header, UncheckedExtrinsic>;

fn extension(nonce: u32) -> TxExtension {
	(frame_system::AuthorizeCall::new(), frame_system::CheckNonce::from(nonce))
}

impl<LocalCall> CreateTransactionBase<LocalCall> for Test
where
	RuntimeCall: From<LocalCall>,
{
	type RuntimeCall = RuntimeCall;
	type Extrinsic = UncheckedExtrinsic;
}

impl<LocalCall> CreateTransaction<LocalCall> for Test
where
	RuntimeCall: From<LocalCall>,
{
	type Extension = TxExtension;

	fn create_transaction(call: RuntimeCall, extension: TxExtension) -> UncheckedExtrinsic {
		UncheckedExtrinsic::new_transaction(call, extension)
	}
}

impl<LocalCall> CreateAuthorizedTransaction<LocalCall> for Test
where
	RuntimeCall: From<LocalCall>,
{
	fn create_extension() -> TxExtension {
		extension(0)
	}
}

impl SigningTypes for Test {
	type Public = MultiSigner;
	type Signature = MultiSignature;
}

impl<LocalCall> CreateSignedTransaction<LocalCall> for Test
where
	RuntimeCall: From<LocalCall>,
{
	fn create_signed_transaction<C: AppCrypto<MultiSigner, MultiSignature>>(
		call: RuntimeCall,
		public: MultiSigner,
		account: AccountId32,
		nonce: u32,
	) -> Option<UncheckedExtrinsic> {
		let payload = SignedPayload::new(call, extension(nonce)).ok()?;
		let signature = payload.using_encoded(|bytes| C::sign(bytes, public))?;
		let (call, extension, _) = payload.deconstruct();
		Some(UncheckedExtrinsic::new_signed(call, account, signature, extension))
	}
}

thread_local! {
	static VALUED: RefCell<u32> = const { RefCell::new(0) };
}

/// An account was valued.
pub fn note_valued() {
	VALUED.with_borrow_mut(|count| *count += 1);
}

/// How often accounts were valued since this was asked.
pub fn valued() -> u32 {
	VALUED.with_borrow_mut(std::mem::take)
}

/// The accounts that the worker of a node with feeders' keys walks over; `None` if the node has none.
pub fn walked(after: Option<&MarginAccountId>, limit: u32) -> Option<Vec<MarginAccountId>> {
	if MockFeeders::held().is_empty() {
		return None;
	}
	let accounts = book().accounts.into_keys();
	let later = accounts.filter(|account| after.is_none_or(|after| account > after));
	Some(later.take(limit as usize).collect())
}
