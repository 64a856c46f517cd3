// SPDX-License-Identifier: GPL-3.0-or-later

//! The network that the tests run on: our chain, the source chain, and a sibling that nobody trusts.

use super::hub::{has_assets, source_chain};
use crate::{
	hosted::submit,
	shuttle::{Api, Chain, Shuttle},
	source::{self, USDT_ID},
};
use codec::{Decode, Encode};
use cumulus_primitives_core::AggregateMessageOrigin;
use frame_support::{
	dispatch::DispatchResult, storage::unhashed, traits::PalletsInfoAccess, weights::Weight,
};
use pallet_asset_tx_payment::ChargeAssetTxPayment;
use pallet_price_oracle::FeedKind;
use parachains_common::{AccountId, Balance};
use polkadot_parachain_primitives::primitives::XcmpMessageFormat;
use sp_keyring::Sr25519Keyring;
use sp_runtime::{
	generic::{Era, SignedPayload},
	traits::Dispatchable,
	ApplyExtrinsicResult, FixedU128,
};
use std::collections::{BTreeMap, BTreeSet};
use straddle_primitives::MarginAccountId;
use straddle_runtime::{self as ours, genesis_presets};
use xcm::{prelude::*, VersionedAssetId, VersionedAssets, VersionedLocation, VersionedXcm};
use xcm_executor::traits::TransferType;

/// Our chain.
pub const OURS: u32 = 2000;
/// The source chain.
pub const HUB: u32 = 1000;
/// A chain of the same make as the source chain that we trust with nothing.
pub const STRANGER: u32 = 2001;

/// Tokens of ours: `None` is STRD.
pub type Token = Option<Location>;

/// DOT as our chain calls it.
pub fn dot() -> Location {
	Location::parent()
}

/// USDT as our chain calls it.
pub fn usdt() -> Location {
	ours::xcm::UsdtLocation::get()
}

/// A sibling's asset on the source chain, as that chain calls it.
pub fn foreign() -> Location {
	Location::new(1, [Parachain(STRANGER), GeneralIndex(7)])
}

/// So much of something.
pub fn asset(id: Location, amount: Balance) -> Asset {
	(AssetId(id), amount).into()
}

/// An account of ours as a location.
pub fn local(who: &AccountId) -> Location {
	Location::new(0, [Junction::AccountId32 { network: None, id: who.clone().into() }])
}

/// An account of a sibling as we see it.
pub fn of(para: u32, who: &AccountId) -> Location {
	let user = Junction::AccountId32 { network: None, id: who.clone().into() };
	Location::new(1, [Parachain(para), user])
}

/// The account that a sibling, or an account of its, has here.
pub fn account_of(location: &Location) -> AccountId {
	use xcm_executor::traits::ConvertLocation;
	ours::xcm::LocationToAccountId::convert_location(location).expect("it has an account")
}

/// Everything that a message could have moved.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Money {
	/// Whatever anybody has, but for the STRD of collators.
	balances: BTreeMap<(Token, AccountId), Balance>,
	issuance: BTreeMap<Token, Balance>,
	/// All margin accounts and what the registry counts, as bytes.
	ledger: BTreeMap<Vec<u8>, Vec<u8>>,
}

impl Money {
	fn now() -> Self {
		use frame_support::traits::fungibles::Inspect;
		let strd = frame_system::Account::<ours::Runtime>::iter()
			.map(|(who, info)| ((None, who), info.data.free + info.data.reserved));
		let foreign =
			pallet_assets::Account::<ours::Runtime, ours::assets::ForeignAssetsInstance>::iter()
				.map(|(asset, who, account)| ((Some(asset), who), account.balance));
		let issuance = [dot(), usdt()]
			.map(|asset| (Some(asset.clone()), ours::ForeignAssets::total_issuance(asset)));
		let ledger = [("Margin", "Accounts"), ("Margin", "Owned"), ("Collateral", "Credited")]
			.iter()
			.flat_map(|(pallet, item)| under(pallet, item))
			.collect();
		// The collators' pot pays out to the author block by block.
		let collators =
			[Sr25519Keyring::Alice.to_account_id(), ours::CollatorSelection::account_id()];
		let strd = strd.filter(|((_, who), _)| !collators.contains(who));
		Self {
			balances: strd.chain(foreign).collect(),
			issuance: issuance
				.into_iter()
				.chain([(None, ours::Balances::total_issuance())])
				.collect(),
			ledger,
		}
	}

	/// Whether there is something in the books that could be missed.
	pub fn is_of_a_house_with_accounts(&self) -> bool {
		self.ledger.values().any(|bytes| !bytes.is_empty())
	}

	/// Whose balance of what is another than `before`. Issuance and books must be the same.
	#[track_caller]
	pub fn difference(&self, before: &Self) -> Vec<(Token, AccountId)> {
		assert_eq!(self.issuance, before.issuance);
		assert!(self.ledger == before.ledger, "the books changed");
		let keys: BTreeSet<_> = self.balances.keys().chain(before.balances.keys()).collect();
		let changed =
			keys.into_iter().filter(|key| self.balances.get(key) != before.balances.get(key));
		changed.cloned().collect()
	}
}

/// What lies in a storage item, raw.
pub fn under(pallet: &str, item: &str) -> Vec<(Vec<u8>, Vec<u8>)> {
	let prefix = frame_support::storage::storage_prefix(pallet.as_bytes(), item.as_bytes());
	let mut found = vec![];
	let mut next = prefix.to_vec();
	while let Some(key) = sp_io::storage::next_key(&next).filter(|key| key.starts_with(&prefix)) {
		found.push((key.clone(), unhashed::get_raw(&key).expect("it was found")));
		next = key;
	}
	found
}

/// What became of messages of this queue: how many were executed to the end, and how many were not.
fn processed(events: &[ours::RuntimeEvent], from: AggregateMessageOrigin) -> (usize, usize) {
	use pallet_message_queue::Event::*;
	let done = |event: &ours::RuntimeEvent| match event {
		ours::RuntimeEvent::MessageQueue(Processed { origin, success, .. }) if *origin == from => {
			Some(*success)
		},
		ours::RuntimeEvent::MessageQueue(ProcessingFailed { origin, .. }) if *origin == from => {
			Some(false)
		},
		_ => None,
	};
	let (good, bad): (Vec<_>, Vec<_>) = events.iter().filter_map(done).partition(|good| *good);
	(good.len(), bad.len())
}

/// Make a call as a transaction would: whole or not at all.
pub fn call_ours(who: Sr25519Keyring, call: impl Into<ours::RuntimeCall>) -> DispatchResult {
	let origin = ours::RuntimeOrigin::signed(who.to_account_id());
	call.into().dispatch(origin).map(drop).map_err(|failed| failed.error)
}

/// The same on the source chain. On a published one it is a transaction, and succeeds or fails the test.
pub fn call_hub(who: Sr25519Keyring, call: impl Into<source::RuntimeCall>) -> DispatchResult {
	let call = call.into();
	if submit(who, &call) {
		return Ok(());
	}
	let origin = source::RuntimeOrigin::signed(who.to_account_id());
	call.dispatch(origin).map(drop).map_err(|failed| failed.error)
}

/// In a block of ours: the feeds of collateral answer, now.
pub fn quote_dollar_and_dot() {
	for (feed, price) in [(genesis_presets::USDT_FEED, 1), (genesis_presets::DOT_FEED, 5)] {
		let price = FixedU128::from_u32(price);
		ours::PriceOracle::quote_for_benchmark(feed, FeedKind::Price, price);
	}
}

/// The three chains.
#[derive(Clone)]
pub struct Net {
	pub shuttle: Shuttle,
	/// Events of our last blocks, oldest first, since somebody took them.
	events: Vec<ours::RuntimeEvent>,
}

impl Net {
	/// Three chains with open channels, prices, and blocks behind them. What people hold on our
	/// chain at genesis is on the source chain, too.
	pub fn new() -> Self {
		use frame_support::traits::fungibles::Inspect;
		let mut us = Chain::from_preset(ours::api::dispatch as Api, "development");
		let (dots, usdts) = us.execute(|| {
			(
				ours::ForeignAssets::total_issuance(dot()),
				ours::ForeignAssets::total_issuance(usdt()),
			)
		});
		let users: Vec<_> = Sr25519Keyring::well_known().map(|key| key.to_account_id()).collect();
		let hub = source_chain(&users, (OURS, dots, usdts));
		let native = source::api::dispatch as Api;
		let stranger = Chain::new(native, source::genesis(STRANGER, &users, &[]));
		let shuttle = Shuttle::new([(OURS, us), (HUB, hub), (STRANGER, stranger)]);
		let mut this = Self { shuttle, events: vec![] };
		this.price();
		this.rounds(3);
		this.events.clear();
		this
	}

	/// Every feed answers, now.
	pub fn price(&mut self) {
		self.ours(quote_dollar_and_dot);
	}

	/// A round in which something happens in our block.
	pub fn ours<R>(&mut self, inside: impl FnOnce() -> R) -> R {
		let result = self.shuttle.round_in(OURS, inside);
		self.after();
		result
	}

	/// A round in which something happens in the source chain's block.
	pub fn hub<R>(&mut self, inside: impl FnOnce() -> R) -> R {
		let result = self.shuttle.round_in(HUB, inside);
		self.after();
		result
	}

	/// So many rounds.
	pub fn rounds(&mut self, count: u32) {
		for _ in 0..count {
			self.shuttle.round();
			self.after();
		}
	}

	/// Rounds until nothing is under way and everything had time to be executed.
	pub fn settle(&mut self) {
		self.rounds(6);
	}

	/// Look at our state.
	pub fn look<R>(&mut self, f: impl FnOnce() -> R) -> R {
		self.shuttle.chain(OURS).execute(f)
	}

	/// Look at the source chain's state.
	pub fn look_hub<R>(&mut self, f: impl FnOnce() -> R) -> R {
		self.shuttle.chain(HUB).execute(f)
	}

	/// What holds after every round: all that was ever issued here lies on the source chain.
	fn after(&mut self) {
		let events = self.look(|| {
			ours::System::read_events_no_consensus().map(|record| record.event).collect::<Vec<_>>()
		});
		self.events.extend(events);
		self.surplus(dot());
		if has_assets() {
			self.surplus(usdt());
		}
	}

	/// What lies on the source chain for us beyond what is issued here: what is under way, or lost.
	pub fn surplus(&mut self, token: Location) -> Balance {
		use frame_support::traits::{fungible, fungibles};
		let issued = self
			.look(|| <ours::ForeignAssets as fungibles::Inspect<_>>::total_issuance(token.clone()));
		let who = source::sovereign(OURS);
		let backing = self.look_hub(|| {
			if token == dot() {
				<source::Balances as fungible::Inspect<_>>::balance(&who)
			} else {
				<source::Assets as fungibles::Inspect<_>>::balance(USDT_ID, &who)
			}
		});
		let surplus = backing.checked_sub(issued);
		surplus.unwrap_or_else(|| panic!("{token:?}: {issued} issued, {backing} behind it"))
	}

	/// Our balances, issuances and books.
	pub fn money(&mut self) -> Money {
		self.look(Money::now)
	}

	/// What happened in our blocks since the last time this was asked.
	pub fn events(&mut self) -> Vec<ours::RuntimeEvent> {
		std::mem::take(&mut self.events)
	}

	/// How many messages of this queue were executed to the end, and how many were not, since the last
	/// time that events were asked for.
	pub fn processed(&mut self, from: AggregateMessageOrigin) -> (usize, usize) {
		processed(&self.events(), from)
	}

	/// A sibling sends us messages of its own making, all in one page.
	pub fn send_bytes(&mut self, from: u32, messages: Vec<Vec<u8>>) {
		let format = XcmpMessageFormat::ConcatenatedOpaqueVersionedXcm.encode();
		let messages = messages.iter().flat_map(Encode::encode);
		self.shuttle.inject(from, OURS, format.into_iter().chain(messages).collect());
	}

	/// A sibling sends us a program.
	pub fn send(&mut self, from: u32, program: Vec<Instruction<()>>) {
		self.send_bytes(from, vec![VersionedXcm::from(Xcm(program)).encode()]);
	}

	/// The relay chain does.
	pub fn send_down(&mut self, program: Vec<Instruction<()>>) {
		self.shuttle.send_down(OURS, VersionedXcm::from(Xcm(program)).encode());
	}

	/// That none of these programs, sent by a sibling (or the relay chain: `None`), is executed to its
	/// end, and that they move nothing but what `payers` have. `why` is what the executor said; of what
	/// the barrier or the decoder turned away it says nothing.
	#[track_caller]
	pub fn refused(
		&mut self,
		from: Option<u32>,
		programs: Vec<Vec<Instruction<()>>>,
		payers: &[AccountId],
		why: &[XcmError],
	) {
		let before = self.money();
		self.events.clear();
		let count = programs.len();
		let origin = match from {
			Some(para) => {
				let bytes = |program| VersionedXcm::from(Xcm(program)).encode();
				self.send_bytes(para, programs.into_iter().map(bytes).collect());
				AggregateMessageOrigin::Sibling(para.into())
			},
			None => {
				programs.into_iter().for_each(|program| self.send_down(program));
				AggregateMessageOrigin::Parent
			},
		};
		let mut seen = (0, 0);
		let mut errors = vec![];
		for _ in 0..count.saturating_add(3) {
			self.rounds(1);
			let events = self.events();
			let now = processed(&events, origin.clone());
			seen = (seen.0 + now.0, seen.1 + now.1);
			errors.extend(events.into_iter().filter_map(|event| match event {
				ours::RuntimeEvent::PolkadotXcm(pallet_xcm::Event::ProcessXcmError {
					error,
					..
				}) => Some(error),
				_ => None,
			}));
			if seen.0 + seen.1 >= count {
				break;
			}
		}
		assert_eq!(seen, (0, count), "they came and none was executed");
		assert_eq!(errors, why);
		let difference = self.money().difference(&before);
		let strangers: Vec<_> =
			difference.iter().filter(|(_, who)| !payers.contains(who)).collect();
		assert!(strangers.is_empty(), "{strangers:?}");
		self.check();
	}

	/// That all invariants of our pallets hold.
	pub fn check(&mut self) {
		use frame_support::traits::{TryState, TryStateSelect};
		self.look(|| {
			let number = ours::System::block_number();
			for info in ours::AllPalletsWithSystem::infos() {
				let only = TryStateSelect::Only(vec![info.name.as_bytes().to_vec()]);
				let result = ours::AllPalletsWithSystem::try_state(number, only);
				assert_eq!(result, Ok(()), "try_state of {}", info.name);
			}
		});
	}

	/// A signed transaction in our next block, paid in `fee`; it succeeds.
	#[track_caller]
	pub fn sign(&mut self, who: Sr25519Keyring, call: impl Into<ours::RuntimeCall>, fee: Location) {
		let nonce = self.look(|| ours::System::account_nonce(who.to_account_id()));
		let call = call.into();
		let applied: ApplyExtrinsicResult = self.ours(|| {
			let mut extension = ours::tx_extension(nonce, Era::Immortal);
			extension.0 .8 = ours::Ranked(ChargeAssetTxPayment::from(0, Some(fee)));
			let payload = SignedPayload::new(call, extension).expect("what is implicit is known");
			let signature = payload.using_encoded(|bytes| who.sign(bytes));
			let (call, extension, _) = payload.deconstruct();
			let from = who.to_account_id().into();
			let signed =
				ours::UncheckedExtrinsic::new_signed(call, from, signature.into(), extension);
			let answer = ours::api::dispatch("BlockBuilder_apply_extrinsic", &signed.encode());
			Decode::decode(&mut &answer.expect("the runtime has this API")[..])
				.expect("the runtime answers in its own types")
		});
		assert_eq!(applied, Ok(Ok(())));
	}

	/// `who`'s margin account number 0, open.
	pub fn margin_account(&mut self, who: Sr25519Keyring) -> MarginAccountId {
		let call = pallet_margin::Call::create_account { index: 0 };
		assert_eq!(self.ours(|| call_ours(who, call)), Ok(()));
		let genesis = self.look(|| ours::System::block_hash(0));
		MarginAccountId::derive(&genesis, &who.to_account_id(), 0)
	}

	/// What somebody has of a token of ours.
	pub fn balance(&mut self, token: Location, who: &AccountId) -> Balance {
		self.look(|| ours::ForeignAssets::balance(token, who))
	}

	/// What the registry counts of a kind.
	pub fn credited(&mut self, kind: straddle_primitives::CollateralId) -> u128 {
		self.look(|| pallet_collateral::Credited::<ours::Runtime>::get(kind))
	}

	/// What a wallet does on the source chain: an ordinary reserve transfer to an address of ours.
	/// `token` as the source chain calls it.
	pub fn transfer_to_us(&mut self, who: Sr25519Keyring, token: Asset, to: &AccountId) {
		let dest = Location::new(1, [Parachain(OURS)]);
		let call = if has_assets() {
			transfer(dest, token, to, TransferType::LocalReserve)
		} else {
			reserve_transfer(dest, token, to)
		};
		assert_eq!(self.hub(|| call_hub(who, call)), Ok(()));
	}

	/// The source chain has a sibling's asset, and Dave a million of it.
	pub fn issue_foreign(&mut self) {
		use frame_support::traits::fungibles::{Create, Mutate};
		let issuer = source::TreasuryAccount::get();
		let dave = Sr25519Keyring::Dave.to_account_id();
		self.hub(|| {
			let created = <source::ForeignAssets as Create<_>>::create(foreign(), issuer, true, 1);
			let issued = source::ForeignAssets::mint_into(foreign(), &dave, 1_000_000);
			assert_eq!(created.and(issued), Ok(1_000_000));
		});
	}

	/// The way back, from one's own account on our chain.
	pub fn transfer_to_hub(
		&mut self,
		who: Sr25519Keyring,
		token: Asset,
		to: &AccountId,
	) -> DispatchResult {
		let call = transfer(
			Location::new(1, [Parachain(HUB)]),
			token,
			to,
			TransferType::DestinationReserve,
		);
		self.ours(|| call_ours(who, call))
	}
}

/// `pallet_xcm`'s transfer as wallets make it. The relay chain's token has to say where its reserve is
/// since it moved to Asset Hub.
fn transfer<T: pallet_xcm::Config>(
	dest: Location,
	token: Asset,
	to: &AccountId,
	reserve: TransferType,
) -> pallet_xcm::Call<T> {
	let dest = Box::new(VersionedLocation::from(dest));
	let beneficiary = local(to);
	if token.id.0 != Location::parent() {
		return pallet_xcm::Call::limited_reserve_transfer_assets {
			dest,
			beneficiary: Box::new(VersionedLocation::from(beneficiary)),
			assets: Box::new(VersionedAssets::from(Assets::from(token))),
			fee_asset_item: 0,
			weight_limit: Unlimited,
		};
	}
	let then = vec![DepositAsset { assets: Wild(AllCounted(1)), beneficiary }];
	pallet_xcm::Call::transfer_assets_using_type_and_then {
		dest,
		remote_fees_id: Box::new(VersionedAssetId::from(token.id.clone())),
		assets: Box::new(VersionedAssets::from(Assets::from(token))),
		assets_transfer_type: Box::new(reserve.clone()),
		fees_transfer_type: Box::new(reserve),
		custom_xcm_on_dest: Box::new(VersionedXcm::from(Xcm(then))),
		weight_limit: Unlimited,
	}
}

/// The same as a program, where the pallet's own call is shut.
fn reserve_transfer(
	dest: Location,
	token: Asset,
	to: &AccountId,
) -> pallet_xcm::Call<source::Runtime> {
	// The relay chain's token has the same name on both.
	let fees = token.clone();
	let deposit = DepositAsset { assets: Wild(AllCounted(1)), beneficiary: local(to) };
	let program = vec![
		SetFeesMode { jit_withdraw: true },
		TransferReserveAsset {
			assets: token.into(),
			dest,
			xcm: Xcm(vec![BuyExecution { fees, weight_limit: Unlimited }, deposit]),
		},
	];
	pallet_xcm::Call::execute {
		message: Box::new(VersionedXcm::from(Xcm(program))),
		max_weight: Weight::from_parts(10_000_000_000, 1_000_000),
	}
}

/// DOT as the source chain calls it.
pub fn hub_dot(amount: Balance) -> Asset {
	asset(Location::parent(), amount)
}

/// One of its stablecoins as it calls it.
pub fn hub_stable(id: u32, amount: Balance) -> Asset {
	asset(Location::new(0, [PalletInstance(50), GeneralIndex(id.into())]), amount)
}
