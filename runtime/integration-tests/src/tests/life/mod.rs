// SPDX-License-Identifier: GPL-3.0-or-later

//! Vaults on two chains, all parts of them together. Heads come by the relay chain, balances by proofs of the source
//! chain's state, and orders by messages. Prices alone are set by hand.

mod hard;
mod lent;
mod story;

use super::{hub::dearness, net::*, whole_way::*};
use crate::source::{self, DOT, USDT};
use frame_support::{
	assert_ok,
	dispatch::{DispatchResult, Pays},
	traits::fungible,
	BoundedVec,
};
use pallet_collateral::{Credited, Listing, ProofMethod};
use pallet_liquidation::Auctions;
use pallet_remote_vault::{
	proof::{compact, storage_key},
	Cover, Covers, Event, Holding, OrderEnd, OrderTerms, Owed, ProofNodes, RemoteKind, Rights,
	SourceInfo, Vault, VaultError, VaultPurpose, Vaults,
};
use parachains_common::{AccountId, Balance};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Dave, Eve};
use sp_runtime::{traits::Dispatchable, DispatchError, FixedU128, Perbill, Permill};
use straddle_primitives::{Money, *};
use straddle_runtime::{
	self as ours,
	genesis_presets::{BTC, DOT_FEED, HUB as SOURCE},
	RemoteVault, Runtime,
};
use straddle_traits::{Ledger, Prices, Risk};

/// DOT in vaults on the source chain.
const VAULT_DOT: CollateralId = CollateralId(7);
/// What keeps a vault alive.
const DEPOSIT: Balance = DOT / 10;
/// Rounds until an answer is late.
const TIMEOUT: u32 = 12;
/// Contracts that are traded.
const QUANTITY: Quantity = CONTRACT;

/// Somebody with a margin account here, a vault there, and an account of his own there.
#[derive(Clone)]
struct Party {
	name: &'static str,
	key: Sr25519Keyring,
	account: MarginAccountId,
	/// The vault's address on the source chain.
	vault: AccountId,
	/// Where he has released to. Nothing else comes there.
	purse: AccountId,
}

/// All that is known of a vault on both chains.
struct Figures {
	there: Balance,
	vault: Vault,
	cover: Cover,
	lot: u128,
	is: Assessment,
}

struct Life {
	net: Net,
	/// Bitcoin's price now, in USD.
	btc: u32,
	dave: Party,
	eve: Party,
	/// The global pool, which takes over what nobody bids for.
	pool: Party,
	/// The maker's margin account.
	bob: MarginAccountId,
	/// All that was ever sent to vaults.
	came: Balance,
	/// What the source chain itself took from vaults.
	robbed: Balance,
}

/// With two decimals and commas between thousands.
fn written(hundredths: i128) -> String {
	let whole = (hundredths / 100).unsigned_abs().to_string();
	let mut text = String::new();
	for (index, digit) in whole.chars().enumerate() {
		if index > 0 && (whole.len() - index).is_multiple_of(3) {
			text.push(',');
		}
		text.push(digit);
	}
	let sign = if hundredths < 0 { "-" } else { "" };
	format!("{sign}{text}.{:02}", hundredths.unsigned_abs() % 100)
}

fn dots(amount: Balance) -> String {
	written((amount / (DOT / 100)) as i128)
}

fn usd(amount: Money) -> String {
	written(amount.into_inner() / 10_000_000_000_000_000)
}

fn lot(account: &MarginAccountId) -> u128 {
	let lots = ours::Margin::lots(account);
	lots.into_iter().find(|(kind, _)| *kind == VAULT_DOT).map_or(0, |(_, amount)| amount)
}

fn right(holder: &MarginAccountId, vault: &MarginAccountId) -> u128 {
	Rights::<Runtime>::get((holder, VAULT_DOT, vault)).map_or(0, |right| right.amount)
}

impl Life {
	/// Governance lists DOT in vaults and opens the way; three people have accounts, two of them cash.
	fn begin() -> Self {
		let mut net = Net::new();
		let code = net.shuttle.codes.get(&HUB).expect("it has a code").0;
		let bob = net.margin_account(Bob);
		let (genesis, pool) = net.look(|| {
			(ours::System::block_hash(0), <Runtime as pallet_liquidation::Config>::PoolOwner::get())
		});
		let mut party = |name, key, account: Option<MarginAccountId>, purse| {
			let account = account.unwrap_or_else(|| net.margin_account(key));
			let vault =
				net.look(|| RemoteVault::vault_address(account.clone(), VaultPurpose::Collateral));
			Party { name, key, account, vault, purse: AccountId::new([purse; 32]) }
		};
		let (dave, eve) = (party("Dave", Dave, None, 0xda), party("Eve", Eve, None, 0xe0));
		// Nobody has a key for it.
		let pool = MarginAccountId::derive(&genesis, &pool, 0);
		let pool = party("pool", Alice, Some(pool), 0xaa);
		let kinds = vec![(VAULT_DOT, RemoteKind { holding: Holding::Native, deposit: DEPOSIT })];
		let info = SourceInfo {
			para_id: HUB,
			ss58_prefix: 42,
			codes: BoundedVec::truncate_from(vec![code]),
			kinds: BoundedVec::truncate_from(kinds),
		};
		let listing = Listing {
			source: SOURCE,
			reserve: SourceId::LOCAL,
			method: ProofMethod::RelayProof,
			reference: FixedU128::from_u32(5),
			decimals: 10,
			feed: DOT_FEED,
			initial: Permill::from_percent(65),
			maintenance: Permill::from_percent(75),
			cap: 1_000_000 * DOT,
			min_deposit: DOT,
		};
		let terms = OrderTerms {
			fee: 2 * DOT * dearness(),
			fence_fee: 8 * DOT * dearness(),
			reserve: 10 * DOT * dearness(),
			charge: (USDT / 10) as Cash,
			timeout: TIMEOUT,
			releases: 10,
			seizures: 10,
			minimum: BoundedVec::truncate_from(vec![(VAULT_DOT, DOT)]),
		};
		let float = net.ours(|| {
			let root = ours::RuntimeOrigin::root;
			assert_ok!(ours::Collateral::list_asset(root(), VAULT_DOT, dot(), listing));
			assert_ok!(RemoteVault::set_source(root(), SOURCE, info));
			assert_ok!(RemoteVault::set_terms(root(), SOURCE, terms));
			RemoteVault::float(SOURCE)
		});
		net.transfer_to_us(Dave, hub_dot(100 * DOT * dearness()), &float.0);
		let alive = pallet_balances::Call::transfer_keep_alive { dest: float.1.into(), value: DOT };
		assert_eq!(net.hub(|| call_hub(Dave, alive)), Ok(()));
		for (key, account) in [(Bob, &bob), (Eve, &eve.account)] {
			let (account, amount) = (account.clone(), 100_000 * USDT);
			let call = pallet_collateral::Call::deposit { account, kind: CASH, amount };
			assert_eq!(net.ours(|| call_ours(key, call)), Ok(()));
		}
		let mut this = Self { net, btc: 60_000, dave, eve, pool, bob, came: 0, robbed: 0 };
		this.rounds(4);
		this.net.events();
		println!(
			"relay block, ours, the source chain's; DOT in a vault there, proven, ordered out, and in the lot here; \
			 equity, what counts of it for opening, and initial margin, in USD"
		);
		println!(
			"{:>5} {:>4} {:>4} {:>6} {:>8} {:>8} {:>8} {:>8} {:>10} {:>10} {:>9}",
			"relay",
			"ours",
			"src",
			"vault",
			"there",
			"proven",
			"ordered",
			"lot",
			"equity",
			"opening",
			"IM"
		);
		this
	}

	/// A round in which something happens in our block, on fresh prices.
	fn ours<R>(&mut self, inside: impl FnOnce() -> R) -> R {
		let btc = self.btc;
		let result = self.net.ours(|| {
			let volatility = FixedU128::from_rational(6, 10);
			ours::PriceOracle::set_for_benchmark(BTC, FixedU128::from_u32(btc), volatility);
			quote_dollar_and_dot();
			inside()
		});
		self.agree();
		result
	}

	fn rounds(&mut self, count: u32) {
		for _ in 0..count {
			self.ours(|| ());
		}
	}

	/// Rounds until something is so.
	#[track_caller]
	fn until(&mut self, mut done: impl FnMut(&mut Self) -> bool) {
		for _ in 0..8 * TIMEOUT {
			if done(self) {
				return;
			}
			self.rounds(1);
		}
		panic!("it never came");
	}

	/// What holds after every round: the invariants of all pallets; nothing is lost there; here every lot is what
	/// its vault and its rights cover, and less than what is there.
	fn agree(&mut self) {
		self.net.check();
		let parties = [self.dave.clone(), self.eve.clone(), self.pool.clone()];
		let there: Balance = parties.iter().map(|party| self.balance_there(&party.vault)).sum();
		let left: Balance = parties.iter().map(|party| self.balance_there(&party.purse)).sum();
		let robbed = self.robbed;
		assert_eq!(there + left + robbed, self.came, "in vaults and out of them again");
		self.net.look(|| {
			let [mut lots, mut entitled, mut held] = [0, 0, 0];
			let pledge = pallet_liquidation::pledge_owner(&parties[0].account, SOURCE);
			let pledge = MarginAccountId::derive(&ours::System::block_hash(0), &pledge, 0);
			for account in parties.iter().map(|party| &party.account).chain([&pledge]) {
				let cover = Covers::<Runtime>::get(account, VAULT_DOT).unwrap_or_default();
				assert_eq!(lot(account), cover.own + cover.held);
				lots += lot(account);
				entitled += cover.entitled;
				held += cover.held;
			}
			assert_eq!(entitled, held);
			assert_eq!(lots, Credited::<Runtime>::get(VAULT_DOT));
			assert_eq!(lots, pallet_margin::LotTotals::<Runtime>::get(VAULT_DOT));
			assert!(lots <= there + robbed, "{lots} are credited, {there} are there");
		});
	}

	fn balance_there(&mut self, who: &AccountId) -> Balance {
		self.net.look_hub(|| <source::Balances as fungible::Inspect<_>>::balance(who))
	}

	fn figures(&mut self, of: &Party) -> Figures {
		let there = self.balance_there(&of.vault);
		self.net.look(|| Figures {
			there,
			vault: Vaults::<Runtime>::get(&of.account, VAULT_DOT).unwrap_or_default(),
			cover: Covers::<Runtime>::get(&of.account, VAULT_DOT).unwrap_or_default(),
			lot: lot(&of.account),
			is: ours::Margin::assess(&of.account, Lens::Latest).expect("it can be valued"),
		})
	}

	/// Tell what just happened, with the figures of somebody's vault.
	fn tell(&mut self, of: &Party, what: &str) -> Figures {
		let figures = self.figures(of);
		let Figures { there, vault, lot, is, .. } = &figures;
		let relay = self.net.shuttle.relay_number();
		let [here, source] = [OURS, HUB].map(|para| self.net.shuttle.chain(para).head().number);
		println!(
			"{relay:>5} {here:>4} {source:>4} {:>6} {:>8} {:>8} {:>8} {:>8} {:>10} {:>10} {:>9}  {what}",
			of.name,
			dots(*there),
			dots(vault.proven),
			dots(vault.outstanding()),
			dots(*lot),
			usd(is.equity()),
			usd(is.equity_initial()),
			usd(is.initial),
		);
		figures
	}

	/// What our vaults had to say since this was asked last.
	fn told(&mut self) -> Vec<Event<Runtime>> {
		let ours = |event| match event {
			ours::RuntimeEvent::RemoteVault(event) => Some(event),
			_ => None,
		};
		self.net.events().into_iter().filter_map(ours).collect()
	}

	/// Dave makes a plain transfer on the source chain. Returns the relay block that includes it.
	fn send(&mut self, amount: Balance) -> u32 {
		let dest = self.dave.vault.clone().into();
		let call = pallet_balances::Call::transfer_keep_alive { dest, value: amount };
		assert_eq!(self.net.hub(|| call_hub(Dave, call)), Ok(()));
		self.came += amount;
		self.agree();
		self.net.shuttle.relay_number()
	}

	/// What a node of the source chain answers about a vault now, and the relay block by which it can be proven.
	fn read(&mut self, of: &Party) -> (u32, ProofNodes) {
		let key = storage_key(&Holding::Native, &of.vault);
		let (root, proof) = self.net.shuttle.chain(HUB).prove(&[key]);
		let nodes: Vec<_> = proof.into_iter_nodes().collect();
		(self.net.shuttle.relay_number(), compact(&root, &nodes).expect("it is one path"))
	}

	/// Bob, who has nothing to do with it, submits such a proof.
	fn submit(
		&mut self,
		of: &Party,
		(relay_block, nodes): (u32, ProofNodes),
	) -> Result<Pays, DispatchError> {
		let account = of.account.clone();
		let call =
			pallet_remote_vault::Call::prove { account, kind: VAULT_DOT, relay_block, nodes };
		let call = ours::RuntimeCall::from(call);
		let bob = ours::RuntimeOrigin::signed(Bob.to_account_id());
		let done = self.ours(|| call.dispatch(bob));
		done.map(|post| post.pays_fee).map_err(|failed| failed.error)
	}

	/// One block of ours reads the head, the next one takes the proof.
	fn prove(&mut self, of: &Party) -> Result<Pays, DispatchError> {
		let read = self.read(of);
		self.rounds(1);
		self.submit(of, read)
	}

	/// Somebody orders something out of his vault to his own account there.
	fn release(&mut self, of: &Party, amount: Balance) -> DispatchResult {
		let (account, to) = (of.account.clone(), of.purse.clone());
		let call = pallet_remote_vault::Call::release { account, kind: VAULT_DOT, amount, to };
		self.ours(|| call_ours(of.key, call))
	}

	/// Everything that the account's own vault covers.
	fn release_all(&mut self, of: &Party) -> Balance {
		let own = self.figures(of).cover.own;
		assert_eq!(self.release(of, own), Ok(()));
		own
	}

	/// How orders ended since events were asked for.
	fn ends(&mut self) -> Vec<OrderEnd> {
		let ended = |event| match event {
			Event::OrderEnded { end, .. } => Some(end),
			_ => None,
		};
		self.told().into_iter().filter_map(ended).collect()
	}

	/// Bob's order rests at the mark and the other meets it. Whoever buys back closes all he has, which is no whole
	/// number of lots after an auction. Returns the price of a contract.
	fn trade(&mut self, with: &Party, side: Side, series: Series) -> Cash {
		self.rounds(1);
		let limit_price = mark(&mut self.net, &series).max(USDT as Cash / 10);
		let other = if side == Side::Buy { Side::Sell } else { Side::Buy };
		let bob = self.bob.clone();
		let orders =
			[(Bob, &bob, other, false), (with.key, &with.account, side, side == Side::Buy)];
		for (who, account, side, reduce_only) in orders {
			let call = pallet_options::Call::place_order {
				account: account.clone(),
				series,
				side,
				quantity: QUANTITY,
				limit_price,
				time_in_force: pallet_options::TimeInForce::GoodTilCancelled,
				reduce_only,
			};
			assert_eq!(self.ours(|| call_ours(who, call)), Ok(()));
		}
		let cancel = pallet_options::Call::cancel_all { account: bob, underlying: None };
		assert_eq!(self.ours(|| call_ours(Bob, cancel)), Ok(()));
		limit_price
	}

	fn position(&mut self, of: &MarginAccountId, series: &Series) -> Quantity {
		self.net.look(|| ours::Margin::position(of, series).0)
	}

	/// Dave has a vault that is proven and sells a call on nothing else.
	fn open(&mut self) -> (Series, Cash) {
		let dave = self.dave.clone();
		self.send(4_000 * DOT + DEPOSIT);
		assert_eq!(self.prove(&dave), Ok(Pays::No));
		let series = next_call(&mut self.net);
		(series, self.trade(&dave, Side::Sell, series))
	}

	/// The market rises until the chain finds Dave by itself.
	fn fail(&mut self) {
		let dave = self.dave.clone();
		self.until(|life| {
			life.btc += 250;
			life.rounds(1);
			life.net.look(|| Auctions::<Runtime>::contains_key(&dave.account))
		});
	}

	/// Eve takes all that is for sale of Dave's account. What Eve and Dave have then, and Eve's right, before anything
	/// is sent.
	fn bid(&mut self) -> (u128, u128, u128) {
		let (dave, eve) = (self.dave.account.clone(), self.eve.account.clone());
		let quote = self.net.look(|| ours::Liquidation::auction(dave.clone()));
		let bid = pallet_liquidation::Call::bid {
			auctioned: dave.clone(),
			bidder: eve.clone(),
			state_id: quote.expect("it is for sale").state_id,
			max_share: Perbill::one(),
			max_payment: Cash::MAX,
		};
		self.ours(|| {
			assert_eq!(call_ours(Eve, bid), Ok(()));
			(lot(&eve), lot(&dave), right(&eve, &dave))
		})
	}

	/// Rounds until a delivery out of Dave's vault ended; whose it was, how much, and whether it ran.
	fn until_delivered(&mut self) -> (MarginAccountId, u128, bool) {
		let mut ended = None;
		self.until(|life| {
			ended = life.told().into_iter().find_map(|event| match event {
				Event::DeliveryEnded { to, amount, ran, .. } => Some((to, amount, ran)),
				_ => None,
			});
			ended.is_some()
		});
		ended.expect("it ended")
	}
}
