// SPDX-License-Identifier: GPL-3.0-or-later

//! What a transaction carries besides its call, and how off-chain workers make theirs.

use crate::*;
use codec::Encode;
use frame_system::offchain::{
	AppCrypto, CreateAuthorizedTransaction, CreateSignedTransaction, CreateTransaction,
	CreateTransactionBase, SigningTypes,
};
use sp_runtime::{
	generic::{Era, SignedPayload},
	traits::Verify,
	SaturatedConversion,
};

/// The extensions, in the order in which they act. `StorageWeightReclaim` wraps them all.
///
/// None of ours has a payload: Polkadot.js does not know the outer two and treats them as empty,
/// which is what they are. `Ranked` it cannot see at all.
pub type TxExtension = cumulus_pallet_weight_reclaim::StorageWeightReclaim<
	Runtime,
	(
		frame_system::AuthorizeCall<Runtime>,
		frame_system::CheckNonZeroSender<Runtime>,
		frame_system::CheckSpecVersion<Runtime>,
		frame_system::CheckTxVersion<Runtime>,
		frame_system::CheckGenesis<Runtime>,
		frame_system::CheckEra<Runtime>,
		frame_system::CheckNonce<Runtime>,
		frame_system::CheckWeight<Runtime>,
		Ranked<pallet_asset_tx_payment::ChargeAssetTxPayment<Runtime>>,
		frame_metadata_hash_extension::CheckMetadataHash<Runtime>,
	),
>;

/// The extensions of a transaction of account number `nonce`, paid in STRD, valid for `era`.
pub fn tx_extension(nonce: Nonce, era: Era) -> TxExtension {
	(
		frame_system::AuthorizeCall::new(),
		frame_system::CheckNonZeroSender::new(),
		frame_system::CheckSpecVersion::new(),
		frame_system::CheckTxVersion::new(),
		frame_system::CheckGenesis::new(),
		frame_system::CheckEra::from(era),
		frame_system::CheckNonce::from(nonce),
		frame_system::CheckWeight::new(),
		Ranked(pallet_asset_tx_payment::ChargeAssetTxPayment::from(0, None)),
		frame_metadata_hash_extension::CheckMetadataHash::new(false),
	)
		.into()
}

impl<LocalCall> CreateTransactionBase<LocalCall> for Runtime
where
	RuntimeCall: From<LocalCall>,
{
	type RuntimeCall = RuntimeCall;
	type Extrinsic = UncheckedExtrinsic;
}

impl<LocalCall> CreateTransaction<LocalCall> for Runtime
where
	RuntimeCall: From<LocalCall>,
{
	type Extension = TxExtension;

	fn create_transaction(call: RuntimeCall, extension: TxExtension) -> UncheckedExtrinsic {
		UncheckedExtrinsic::new_transaction(call, extension)
	}
}

impl<LocalCall> CreateAuthorizedTransaction<LocalCall> for Runtime
where
	RuntimeCall: From<LocalCall>,
{
	fn create_extension() -> TxExtension {
		tx_extension(0, Era::Immortal)
	}
}

impl SigningTypes for Runtime {
	type Public = <Signature as Verify>::Signer;
	type Signature = Signature;
}

/// How many blocks a worker's signed transaction is valid: no longer than its sender waits for it.
const WORKER_ERA: u64 = pallet_liquidation::offchain::bids::BID_BLOCKS as u64;

impl<LocalCall> CreateSignedTransaction<LocalCall> for Runtime
where
	RuntimeCall: From<LocalCall>,
{
	/// Paid in STRD. It begins with the block before the present one, whose hash is known.
	fn create_signed_transaction<C: AppCrypto<Self::Public, Signature>>(
		call: RuntimeCall,
		public: Self::Public,
		account: AccountId,
		nonce: Nonce,
	) -> Option<UncheckedExtrinsic> {
		let block = System::block_number().saturated_into::<u64>();
		let era = Era::mortal(WORKER_ERA, block.saturating_sub(1));
		let payload = SignedPayload::new(call, tx_extension(nonce, era)).ok()?;
		let signature = payload.using_encoded(|bytes| C::sign(bytes, public))?;
		let (call, extension, _) = payload.deconstruct();
		Some(UncheckedExtrinsic::new_signed(call, account.into(), signature, extension))
	}
}
