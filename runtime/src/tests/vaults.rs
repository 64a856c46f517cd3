// SPDX-License-Identifier: GPL-3.0-or-later

//! Collateral in a vault on another chain, on the ledger as it is: proven, traded on, liquidated.

use super::{house::*, *};
use crate::{configs::market::simulated, genesis_presets::*, *};
use frame_support::{assert_noop, assert_ok, traits::Hooks, weights::WeightMeter, BoundedVec};
use pallet_collateral::{Credited, Groups, Kinds, Listing, ProofMethod};
use pallet_liquidation::{Auctions, LotAuctions};
use pallet_options::TimeInForce;
use pallet_remote_vault::{Covers, Holding, OrderTerms, RemoteKind, Rights, SourceInfo};
use sp_keyring::Sr25519Keyring::{self, Bob, Dave, Eve};
use sp_runtime::{FixedU128, Perbill, Permill};
use straddle_primitives::*;
use straddle_traits::{Anchor, ChainAge, Ledger, LotCovers, OverdueCash, Risk, VaultMessages};

pub(super) const DOTS: u128 = 10_000_000_000;
/// DOT in vaults on Asset Hub.
pub(super) const VAULT_DOT: CollateralId = CollateralId(7);
/// What keeps a vault alive.
pub(super) const DEPOSIT: u128 = DOTS / 100;

/// DOT in vaults is listed, and Asset Hub is read in every block.
pub(super) fn connected() {
	priced();
	simulated::set_age(HUB, Some(ChainAge::default()));
	let dot = Kinds::<Runtime>::get(DOT).expect("DOT is listed").asset;
	let listing = Listing {
		source: HUB,
		reserve: SourceId::LOCAL,
		method: ProofMethod::RelayProof,
		reference: FixedU128::from_u32(5),
		decimals: 10,
		feed: DOT_FEED,
		initial: Permill::from_percent(65),
		maintenance: Permill::from_percent(75),
		cap: 1_000_000 * DOTS,
		min_deposit: DOTS,
	};
	assert_ok!(Collateral::list_asset(RuntimeOrigin::root(), VAULT_DOT, dot, listing));
	let kinds = vec![(VAULT_DOT, RemoteKind { holding: Holding::Native, deposit: DEPOSIT })];
	let kinds = BoundedVec::truncate_from(kinds);
	let info = SourceInfo { para_id: 1_000, ss58_prefix: 42, codes: BoundedVec::new(), kinds };
	assert_ok!(RemoteVault::set_source(RuntimeOrigin::root(), HUB, info));
}

/// The way to Asset Hub is open and paid for.
pub(super) fn orderable() {
	let terms = OrderTerms {
		fee: 1,
		fence_fee: 1,
		reserve: 0,
		charge: 0,
		timeout: 100,
		releases: 10,
		seizures: 10,
		minimum: BoundedVec::new(),
	};
	assert_ok!(RemoteVault::set_terms(RuntimeOrigin::root(), HUB, terms));
	let (float, _) = RemoteVault::float(HUB);
	<configs::vault_messages::ToSource as VaultMessages<_, _>>::prepare_for_benchmark(
		1_000, &float,
	);
}

/// Asset Hub's block shows that so much lies in an account's vault.
pub(super) fn prove(account: &MarginAccountId, held: u128, block: u32) {
	let hash = Default::default();
	let head = Anchor { relay_block: block, number: block, state_root: hash, code_hash: hash };
	assert_ok!(RemoteVault::observe_for_benchmark(account, VAULT_DOT, held, &head));
}

/// A margin account without anything in it.
pub(super) fn empty(who: Sr25519Keyring) -> MarginAccountId {
	assert_ok!(Margin::create_account(signed(who), 0));
	account(who)
}

pub(super) fn lot(account: &MarginAccountId) -> u128 {
	let lots = Margin::lots(account);
	lots.into_iter().find(|(kind, _)| *kind == VAULT_DOT).map_or(0, |(_, amount)| amount)
}

pub(super) fn right(holder: &MarginAccountId, vault: &MarginAccountId) -> u128 {
	Rights::<Runtime>::get((holder, VAULT_DOT, vault)).map_or(0, |right| right.amount)
}

/// A second margin account of Dave's.
pub(super) fn open_second() -> MarginAccountId {
	assert_ok!(Margin::create_account(signed(Dave), 1));
	MarginAccountId::derive(&System::block_hash(0), &Dave.to_account_id(), 1)
}

/// Dave moves a part of his lot between his accounts.
pub(super) fn give(from: &MarginAccountId, to: &MarginAccountId, amount: u128) {
	let lots: BoundedVec<_, _> = vec![(VAULT_DOT, amount)].try_into().expect("one");
	let (from, to) = (from.clone(), to.clone());
	let moved = Margin::move_assets(signed(Dave), from, to, 0, lots, Default::default(), false);
	assert_ok!(moved.map_err(|failed| failed.error));
}

/// As [`assert_agreement`], and of what lies in vaults.
pub(super) fn assert_all() {
	let counted = Credited::<Runtime>::get(VAULT_DOT);
	assert_eq!(counted, pallet_margin::LotTotals::<Runtime>::get(VAULT_DOT));
	assert_agreement();
}

/// All feeds answer as they did.
pub(super) fn quoted(now: Moment, btc: u32) {
	PriceOracle::quote_for_benchmark(
		DOT_FEED,
		pallet_price_oracle::FeedKind::Price,
		FixedU128::from_u32(5),
	);
	auctions_at(now, btc);
}

#[test]
fn a_vault_is_proven_traded_on_and_liquidated() {
	development().execute_with(|| {
		connected();
		let (maker, bidder, trader) = (open(Bob, 100_000), open(Eve, 100_000), empty(Dave));
		prove(&trader, 4_000 * DOTS + DEPOSIT, 100);
		assert_eq!(lot(&trader), 4_000 * DOTS);
		let group = |group| Groups::<Runtime>::get(group).total;
		assert_eq!(
			group(pallet_collateral::Group::Method(ProofMethod::RelayProof)),
			FixedU128::from_u32(20_000)
		);
		assert!(RemoteVault::covers(VAULT_DOT) && !RemoteVault::covers(DOT));
		assert_all();

		// It carries a short, as local collateral would.
		Options::on_poll(1, &mut WeightMeter::new());
		let listed = Options::series_of(BTC);
		let calls = listed.iter().filter(|one| one.kind == Kind::Call);
		let series = *calls.max_by_key(|one| one.expiry).expect("a call is listed");
		let place = |who, id: &MarginAccountId, side, how| {
			let (id, price) = (id.clone(), 5_000 * USDT as Cash);
			Options::place_order(signed(who), id, series, side, CONTRACT, price, how, false)
		};
		assert_ok!(place(Bob, &maker, Side::Buy, TimeInForce::PostOnly));
		assert_ok!(place(Dave, &trader, Side::Sell, TimeInForce::FillOrKill));
		assert_eq!(Margin::position(&trader, &series).0, -CONTRACT);
		assert_all();

		// Up until it fails.
		let params = pallet_liquidation::Params::<Runtime>::get();
		let fails = (1u64..60).find(|n| {
			let now = NOW + n * params.max_step_ms;
			quoted(now, 65_000 + *n as u32 * 500);
			let flagged = Liquidation::flag(signed(Bob), trader.clone(), maker.clone());
			flagged.is_ok() || Auctions::<Runtime>::contains_key(&trader)
		});
		let n = fails.expect("it never failed");
		// It cannot be carried away.
		let out = Margin::move_assets(
			signed(Dave),
			trader.clone(),
			trader.clone(),
			0,
			vec![(VAULT_DOT, 1)].try_into().expect("one"),
			Default::default(),
			false,
		);
		assert!(out.is_err());
		let (had, contracts) = (lot(&trader), Margin::position(&trader, &series).0);
		let state_id = Auctions::<Runtime>::get(&trader).expect("in auction").state_id;
		quoted(NOW + (n + 1) * params.max_step_ms, 65_000 + n as u32 * 500);
		assert_ok!(Liquidation::bid(
			signed(Eve),
			trader.clone(),
			bidder.clone(),
			state_id,
			Perbill::one(),
			Cash::MAX
		));
		// The bidder has the lot and the right to it; the vault was not asked.
		let taken = lot(&bidder);
		assert!(taken > 0 && taken + lot(&trader) == had, "{taken} of {had}");
		assert_eq!(right(&bidder, &trader), taken);
		let cover = Covers::<Runtime>::get(&trader, VAULT_DOT).expect("there is a vault");
		assert_eq!((cover.own, cover.entitled), (had - taken, taken));
		let bought = Margin::position(&bidder, &series).0;
		assert_eq!(Margin::position(&trader, &series).0 + bought, contracts);
		let is = Margin::assess(&bidder, Lens::Latest).expect("it can be valued");
		assert!(is.lots.initial > Money::from_u32(0));
		assert_all();

		// The proof after it takes nothing back from the bidder.
		prove(&trader, 4_000 * DOTS + DEPOSIT, 101);
		assert_eq!((lot(&trader), lot(&bidder)), (had - taken, taken));
		assert_all();
	});
}

#[test]
fn lots_in_a_vault_are_sold_for_who_does_not_repay_in_time() {
	development().execute_with(|| {
		connected();
		let (lender, debtor) = (open(Bob, 100_000), open(Dave, 100));
		prove(&debtor, 1_000 * DOTS + DEPOSIT, 100);
		let (to, amount) = (Dave.to_account_id(), 1_100 * USDT);
		assert_ok!(Collateral::withdraw(signed(Dave), debtor.clone(), CASH, amount, to));
		Margin::call_for_benchmark();
		assert_ok!(Margin::enforce_cash_call(signed(Eve), debtor.clone()));
		let state_id = LotAuctions::<Runtime>::get(&debtor).expect("for sale").state_id;
		let most = 4_950 * USDT as Cash + 10_000;
		let (account, bidder) = (debtor.clone(), lender.clone());
		let amount = 1_000 * DOTS;
		let bid =
			Liquidation::bid_lots(signed(Bob), account, bidder, state_id, VAULT_DOT, amount, most);
		assert_ok!(bid);
		// 1,000 at 4.95 are 202.0202… tokens.
		let sold = lot(&lender);
		assert!((202 * DOTS..203 * DOTS).contains(&sold), "{sold}");
		assert_eq!((right(&lender, &debtor), lot(&debtor)), (sold, 1_000 * DOTS - sold));
		assert!((0..=10).contains(&Margin::cash(&debtor)));
		assert_all();
		// Delivery is an order that anyone may cause; until it is answered nothing changes in the ledger.
		orderable();
		let deliver =
			|| RemoteVault::deliver(signed(Eve), debtor.clone(), VAULT_DOT, lender.clone());
		assert_ok!(deliver());
		assert!(deliver().is_err());
		assert_eq!((lot(&lender), lot(&debtor)), (sold, 1_000 * DOTS - sold));
		assert_all();
	});
}

#[test]
fn what_is_gone_from_a_vault_is_paid_by_its_chains_pool() {
	development().execute_with(|| {
		connected();
		let (funder, debtor, own) = (open(Bob, 100_000), empty(Dave), empty(Eve));
		prove(&debtor, 1_000 * DOTS + DEPOSIT, 100);
		let second = open_second();
		give(&debtor, &second, 600 * DOTS);
		assert_eq!(right(&second, &debtor), 600 * DOTS);
		assert_all();
		let counts = || Margin::assess(&second, Lens::Latest).expect("it has a value").lots;
		let before = counts();
		assert!(before.initial > Money::default());
		// 700 are missing: the owner's own 400 first, then half of what others have rights to.
		prove(&debtor, 300 * DOTS, 101);
		assert_eq!((lot(&debtor), lot(&second)), (0, 600 * DOTS));
		// In the same block, before anybody looked at it: for opening nothing of it counts, for being left alone all of
		// it, and no cash leaves on it.
		let after = counts();
		assert_eq!((after.initial, after.maintenance), (Money::default(), before.maintenance));
		let to = Dave.to_account_id();
		assert_noop!(
			Collateral::withdraw(signed(Dave), second.clone(), CASH, 100 * USDT, to),
			pallet_margin::Error::<Runtime>::WithdrawalTooLarge
		);
		assert_all();
		let make_good =
			|| RemoteVault::make_good(signed(Eve), debtor.clone(), VAULT_DOT, second.clone());
		// The pool is empty and owes it.
		assert_ok!(make_good());
		assert_eq!(counts(), after);
		assert_noop!(make_good(), pallet_remote_vault::Error::<Runtime>::PoolShort);
		assert_all();
		let pool = Pot::ChainPool(HUB);
		assert_ok!(Margin::fund_pool(signed(Bob), funder, pool, 2_000 * USDT).map_err(|e| e.error));
		assert_ok!(make_good());
		// 300 at 5 USD.
		assert_eq!((lot(&second), Margin::cash(&second)), (300 * DOTS, 1_500 * USDT as Cash));
		assert_eq!(Margin::pot(pool), 500 * USDT as Cash);
		assert!(counts().initial > Money::default());
		assert_eq!(lot(&own), 0);
		assert_all();
		// It comes back, and is the house's that paid for it: its account is opened for that.
		prove(&debtor, 600 * DOTS, 102);
		let owner = configs::market::PoolOwner::get();
		let house = MarginAccountId::derive(&System::block_hash(0), &owner, 0);
		let back = 300 * DOTS - DEPOSIT;
		assert_eq!((lot(&house), right(&house, &debtor)), (back, back));
		assert_eq!((lot(&debtor), lot(&second)), (0, 300 * DOTS));
		orderable();
		let to = Dave.to_account_id();
		let release = RemoteVault::release(signed(Dave), debtor, VAULT_DOT, 1, to);
		assert_noop!(release, pallet_remote_vault::Error::<Runtime>::NotOwnPart);
		assert_all();
		// It is tended as an account that took over: the books wait until it is sold.
		assert_ok!(Liquidation::wind_down(RuntimeOrigin::root()));
		let left = pallet_margin::Error::<Runtime>::DebtsLeft;
		assert_noop!(Margin::close_books(signed(Eve)), left);
	});
}

/// A right of 100 DOT has faded, and 200 are owed with nothing left: the global pool does not pay what the chain's pool
/// pays later.
#[test]
fn what_a_chains_pool_owes_meets_the_debt_of_its_holder_first() {
	development().execute_with(|| {
		connected();
		let (funder, owner) = (open(Bob, 100_000), empty(Dave));
		prove(&owner, 1_000 * DOTS + DEPOSIT, 100);
		let holder = open_second();
		give(&owner, &holder, 100 * DOTS);
		let to = Dave.to_account_id();
		assert_ok!(Collateral::withdraw(signed(Dave), holder.clone(), CASH, 200 * USDT, to));
		let fund = |pot, usdt: u128| {
			let funded = Margin::fund_pool(signed(Bob), funder.clone(), pot, usdt * USDT);
			assert_ok!(funded.map_err(|failed| failed.error));
		};
		fund(Pot::GlobalPool, 1_000);
		let head = |block| {
			let hash = Default::default();
			let head =
				Anchor { relay_block: block, number: block, state_root: hash, code_hash: hash };
			assert!(RemoteVault::note_head(HUB, head));
		};
		let make_good =
			|| RemoteVault::make_good(signed(Eve), owner.clone(), VAULT_DOT, holder.clone());
		prove(&owner, 0, 101);
		head(102);
		assert_ok!(make_good());
		head(102 + pallet_remote_vault::BREACH_RAMP);
		assert_ok!(make_good());
		assert_eq!((lot(&holder), right(&holder, &owner)), (0, 100 * DOTS));
		let params = pallet_liquidation::Params::<Runtime>::get();
		let recorded = || pallet_liquidation::Deficits::<Runtime>::get(&holder);
		let fails = (1u64..20).find(|n| {
			quoted(NOW + n * params.max_step_ms, 60_000);
			let flagged = Liquidation::flag(signed(Bob), holder.clone(), funder.clone());
			flagged.is_ok() || recorded().is_some()
		});
		assert!(fails.is_some() && !Auctions::<Runtime>::contains_key(&holder));
		let close = |is: Cash, usdt: Cash| is.abs_diff(usdt * USDT as Cash) < USDT / 10;
		assert!(close(Margin::cash(&holder), -200), "{}", Margin::cash(&holder));
		assert!(recorded().is_some_and(|deficit| close(deficit, 200)));
		for _ in 0..3 {
			System::set_block_number(System::block_number() + 1);
			Liquidation::on_poll(System::block_number(), &mut WeightMeter::new());
		}
		assert_eq!(Margin::pot(Pot::GlobalPool), 1_000 * USDT as Cash);
		assert!(close(Margin::cash(&holder), -200));
		assert_all();
		// 500 for it, of which he has what he does not owe.
		fund(Pot::ChainPool(HUB), 500);
		assert_ok!(RemoteVault::pay_owed(signed(Eve), HUB));
		assert!(close(Margin::cash(&holder), 300), "{}", Margin::cash(&holder));
		assert_ok!(Liquidation::touch(signed(Eve), holder.clone()).map_err(|failed| failed.error));
		assert_eq!((recorded(), Margin::pot(Pot::GlobalPool)), (None, 1_000 * USDT as Cash));
		assert_all();
	});
}

#[test]
fn what_an_owner_moves_between_his_accounts_is_delivered_at_his_cost() {
	development().execute_with(|| {
		connected();
		orderable();
		let charge = USDT / 10;
		let terms = pallet_remote_vault::Terms::<Runtime>::get(HUB).expect("they are set");
		let terms = OrderTerms { charge: charge as Cash, ..terms };
		assert_ok!(RemoteVault::set_terms(RuntimeOrigin::root(), HUB, terms));
		let (giver, _) = (open(Dave, 100), open(Eve, 100));
		prove(&giver, 1_000 * DOTS + DEPOSIT, 100);
		let taker = open_second();
		give(&giver, &taker, 600 * DOTS);
		let (float, _) = RemoteVault::float(HUB);
		let left = || <configs::vault_messages::ToSource as VaultMessages<_, _>>::float(&float);
		let before = left();
		let deliver =
			|who| RemoteVault::deliver(signed(who), giver.clone(), VAULT_DOT, taker.clone());
		assert_noop!(deliver(Eve), pallet_remote_vault::Error::<Runtime>::HolderMustAsk);
		let ample = frame_support::weights::Weight::from_parts(1 << 42, 1 << 24);
		RemoteVault::on_idle(1, ample);
		assert_eq!(left(), before);
		let (has, treasury) = (Margin::cash(&giver), Margin::pot(Pot::Treasury));
		assert_ok!(deliver(Dave));
		// On the credit of what he has.
		assert_eq!((left(), Margin::cash(&taker)), (before - 1, -(charge as Cash)));
		let got = Margin::pot(Pot::Treasury) - treasury;
		assert_eq!((Margin::cash(&giver), got), (has, charge as Cash));
		assert_all();
	});
}

#[test]
fn nothing_is_pulled_that_this_chain_does_not_take_of_that_one() {
	use ::xcm::latest::prelude::*;
	development().execute_with(|| {
		let takes = |para, location: Location| {
			let came = Xcm(vec![ReserveAssetDeposited((AssetId(location), 1u128).into())]);
			<configs::vault_messages::ToSource as VaultMessages<_, _>>::takes(para, &came)
		};
		let [dot, usdt] = [DOT, CASH].map(|kind| {
			let info = Kinds::<Runtime>::get(kind).expect("it is listed");
			info.asset
		});
		assert!(takes(1_000, dot.clone()) && takes(1_000, usdt.clone()));
		// Another chain is no reserve of it.
		assert!(!takes(1_004, dot) && !takes(1_004, usdt.clone()));
		// What came over a bridge, also if it is known here; and what nobody made here.
		let bridged = Location::new(2, [GlobalConsensus(NetworkId::Ethereum { chain_id: 1 })]);
		let owner = Dave.to_account_id();
		let made = ForeignAssets::force_create(
			RuntimeOrigin::root(),
			bridged.clone(),
			owner.into(),
			true,
			1,
		);
		assert_ok!(made);
		assert!(!takes(1_000, bridged));
		let other = Location::new(1, [Parachain(1_000), PalletInstance(50), GeneralIndex(4_711)]);
		assert!(!takes(1_000, other));
	});
}

#[test]
fn what_is_left_in_a_breached_vault_carries_no_new_debt() {
	development().execute_with(|| {
		connected();
		let (_, trader) = (open(Bob, 100_000), empty(Dave));
		prove(&trader, 1_000 * DOTS + DEPOSIT, 100);
		let borrow = || {
			let to = Dave.to_account_id();
			Collateral::withdraw(signed(Dave), trader.clone(), CASH, 100 * USDT, to)
		};
		assert_ok!(borrow());
		prove(&trader, 900 * DOTS + DEPOSIT, 101);
		assert_eq!(lot(&trader), 900 * DOTS);
		assert_noop!(borrow(), pallet_margin::Error::<Runtime>::WithdrawalTooLarge);
		let is = Margin::assess(&trader, Lens::Latest).expect("it can be valued");
		assert_eq!(is.lots.initial, Money::from_u32(0));
		// It is not liquidated for that.
		assert!(
			is.lots.maintenance > Money::from_u32(0) && is.maintenance_excess() > is.lots.initial
		);
		assert_all();
		let root = RuntimeOrigin::root();
		assert_ok!(RemoteVault::clear_breach(root, trader.clone(), VAULT_DOT));
		assert_ok!(borrow());
		assert_all();
	});
}
