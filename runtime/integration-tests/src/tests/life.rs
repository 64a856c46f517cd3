// SPDX-License-Identifier: GPL-3.0-or-later

//! The life of a vault from the first transfer into it to the last one out of it, on two chains, told as it goes:
//! `make demo VAULT=1`. Heads come by the relay chain, balances by proofs of the source chain's state, and orders by
//! messages. Prices alone are set by hand.

use super::{net::*, whole_way::*};
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
	proof::storage_key, Cover, Covers, Event, Holding, OrderEnd, OrderTerms, ProofNodes,
	RemoteKind, Rights, SourceInfo, Vault, VaultPurpose, Vaults,
};
use parachains_common::{AccountId, Balance};
use sp_keyring::Sr25519Keyring::{self, Bob, Dave, Eve};
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
const DEPOSIT: Balance = DOT / 100;
/// Rounds until an answer is late.
const TIMEOUT: u32 = 12;
/// Contracts that are traded.
const QUANTITY: Quantity = CONTRACT;

/// Somebody with a margin account here, a vault there, and an account of his own there.
#[derive(Clone)]
struct Party {
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
	/// The maker's margin account.
	bob: MarginAccountId,
	/// All that was ever sent to vaults.
	came: Balance,
}

/// With two decimals and commas between thousands.
fn written(hundredths: i128) -> String {
	let whole = (hundredths / 100).unsigned_abs().to_string();
	let mut text = String::new();
	for (index, digit) in whole.chars().enumerate() {
		if index > 0 && (whole.len() - index) % 3 == 0 {
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
		let mut party = |key, purse| {
			let account = net.margin_account(key);
			let vault =
				net.look(|| RemoteVault::vault_address(account.clone(), VaultPurpose::Collateral));
			Party { key, account, vault, purse: AccountId::new([purse; 32]) }
		};
		let (dave, eve) = (party(Dave, 0xda), party(Eve, 0xe0));
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
			fee: 2 * DOT,
			fence_fee: 8 * DOT,
			reserve: 10 * DOT,
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
		net.transfer_to_us(Dave, hub_dot(100 * DOT), &float.0);
		let alive = pallet_balances::Call::transfer_keep_alive { dest: float.1.into(), value: DOT };
		assert_eq!(net.hub(|| call_hub(Dave, alive)), Ok(()));
		for (key, account) in [(Bob, &bob), (Eve, &eve.account)] {
			let (account, amount) = (account.clone(), 100_000 * USDT);
			let call = pallet_collateral::Call::deposit { account, kind: CASH, amount };
			assert_eq!(net.ours(|| call_ours(key, call)), Ok(()));
		}
		let mut this = Self { net, btc: 60_000, dave, eve, bob, came: 0 };
		this.rounds(4);
		this.net.events();
		println!(
			"blocks of relay, Straddle and source chain; DOT of whom: in his vault there, proven, ordered out, \
			 his lot here; USD: equity, equity for opening, initial margin"
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
		let parties = [self.dave.clone(), self.eve.clone()];
		let there: Balance = parties.iter().map(|party| self.balance_there(&party.vault)).sum();
		let left: Balance = parties.iter().map(|party| self.balance_there(&party.purse)).sum();
		assert_eq!(there + left, self.came, "in vaults and out of them again");
		self.net.look(|| {
			let [mut lots, mut entitled, mut held] = [0, 0, 0];
			for Party { account, .. } in &parties {
				let cover = Covers::<Runtime>::get(account, VAULT_DOT).unwrap_or_default();
				assert_eq!(lot(account), cover.own + cover.held);
				lots += lot(account);
				entitled += cover.entitled;
				held += cover.held;
			}
			assert_eq!(entitled, held);
			assert_eq!(lots, Credited::<Runtime>::get(VAULT_DOT));
			assert_eq!(lots, pallet_margin::LotTotals::<Runtime>::get(VAULT_DOT));
			assert!(lots <= there, "{lots} are credited, {there} are there");
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
			"relay {relay:>4}, ours {here:>3}, source {source:>3} | {:<4} there {:>8}, proven {:>8}, ordered \
			 {:>8}, lot {:>8} | equity {:>9}, for opening {:>9}, IM {:>9} | {what}",
			format!("{:?}", of.key),
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
		let (_, proof) = self.net.shuttle.chain(HUB).prove(&[key]);
		let nodes: Vec<_> =
			proof.into_iter_nodes().map(|node| node.try_into().expect("it fits")).collect();
		(self.net.shuttle.relay_number(), nodes.try_into().expect("they fit"))
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
}

#[test]
fn from_the_first_transfer_into_a_vault_to_the_last_one_out_of_it() {
	let mut life = Life::begin();
	let (dave, eve) = (life.dave.clone(), life.eve.clone());

	// 1. What a wallet does.
	let included = life.send(4_000 * DOT + DEPOSIT);
	let before = life.tell(&dave, "1 Dave sends 4,000.01 DOT to his vault by a plain transfer");
	assert_eq!((before.lot, before.is.equity()), (0, Money::from_u32(0)));

	// 2. Seen by the head that the relay chain includes, it is proven and counts.
	assert_eq!(life.prove(&dave), Ok(Pays::No));
	let later = life.net.shuttle.relay_number() - 1 - included;
	assert!(later <= 3, "{later}");
	let what =
		format!("2 proven in the block built {later} relay blocks after the head came, and counts");
	let proven = life.tell(&dave, &what);
	assert_eq!((proven.vault.proven, proven.lot), (4_000 * DOT + DEPOSIT, 4_000 * DOT));
	assert_eq!(proven.is.equity(), Money::from_u32(20_000));
	assert_eq!(proven.is.equity_initial(), Money::from_u32(13_000));

	// 3. He has nothing else, and trades on it.
	let series = next_call(&mut life.net);
	let premium = life.trade(&dave, Side::Sell, series);
	assert_eq!(life.position(&dave.account, &series), -QUANTITY);
	let premium = written(premium / 10_000);
	life.tell(&dave, &format!("3 he sells Bob a call on one bitcoin at 60,000 for {premium} USDT"));
	let refused = life.release(&dave, 3_000 * DOT);
	let margin = pallet_margin::Error::<Runtime>::WithdrawalTooLarge;
	assert_eq!(refused, Err(margin.into()));
	life.tell(&dave, "3 a release of 3,000 DOT is refused: his margin needs them");

	// 4. The market goes against him; the chain finds him by itself.
	life.until(|life| {
		life.btc += 250;
		life.rounds(1);
		life.net.look(|| Auctions::<Runtime>::contains_key(&dave.account))
	});
	let what = format!("4 bitcoin is at {}: the chain puts his account up for auction", life.btc);
	let auctioned = life.tell(&dave, &what);
	assert!(auctioned.is.maintenance_excess() < Money::from_u32(0));
	let quote = life.net.look(|| ours::Liquidation::auction(dave.account.clone()));
	let quote = quote.expect("it is for sale");
	let bid = pallet_liquidation::Call::bid {
		auctioned: dave.account.clone(),
		bidder: eve.account.clone(),
		state_id: quote.state_id,
		max_share: Perbill::one(),
		max_payment: Cash::MAX,
	};
	let (taken, left, claim) = life.ours(|| {
		assert_eq!(call_ours(Eve, bid), Ok(()));
		(lot(&eve.account), lot(&dave.account), right(&eve.account, &dave.account))
	});
	// At once in the ledger, before anything is sent.
	assert!(taken > 0 && left > 0);
	assert_eq!((taken + left, claim), (4_000 * DOT, taken));
	life.tell(
		&dave,
		&format!("4 Eve takes a part: the right to {} DOT of it is hers", dots(taken)),
	);
	let bought = -life.position(&eve.account, &series);
	assert_eq!(bought - life.position(&dave.account, &series), QUANTITY);

	// 5. Block work orders the delivery, the source chain runs it, and answers.
	let ordered = Event::DeliveryOrdered {
		account: dave.account.clone(),
		kind: VAULT_DOT,
		holder: eve.account.clone(),
		amount: taken,
	};
	let mut told = vec![];
	life.until(|life| {
		told.extend(life.told());
		told.contains(&ordered)
	});
	let flying = life.tell(&dave, "5 block work orders the delivery");
	assert_eq!(flying.vault.outstanding(), taken);
	let delivered = Event::DeliveryEnded {
		account: dave.account.clone(),
		kind: VAULT_DOT,
		to: eve.account.clone(),
		amount: taken,
		ran: true,
	};
	life.until(|life| {
		told.extend(life.told());
		told.contains(&delivered)
	});
	let [his, hers] = [&dave, &eve].map(|party| life.tell(party, "5 it ran there and is answered"));
	assert_eq!((his.there, hers.there), (4_000 * DOT + DEPOSIT - taken, taken));
	// What keeps her vault alive does not count.
	assert_eq!((his.lot, hers.lot), (left, taken - DEPOSIT));
	assert_eq!((his.cover.own, hers.cover.own), (his.lot, hers.lot));
	assert_ok!(life.prove(&eve));
	let shown = life.tell(&eve, "5 a proof of her vault shows what is known: nothing changes");
	assert_eq!((shown.lot, shown.vault.proven, shown.cover), (hers.lot, taken, hers.cover));

	// 6. The market comes back; she closes her part and takes the DOT home.
	life.btc = 60_000;
	life.trade(&eve, Side::Buy, series);
	assert_eq!(life.position(&eve.account, &series), 0);
	let home = life.release_all(&eve);
	life.tell(&eve, &format!("6 Eve closes and releases {} DOT to her account there", dots(home)));
	life.until(|life| life.figures(&eve).vault.release.is_none());
	assert_eq!(life.ends(), [OrderEnd::Done]);
	assert_eq!(life.balance_there(&eve.purse), taken - DEPOSIT);
	let hers = life.tell(&eve, "6 it is there");
	assert_eq!((hers.there, hers.lot), (DEPOSIT, 0));

	// 7. So does he, as far as it is his.
	life.trade(&dave, Side::Buy, series);
	assert_eq!(life.position(&dave.account, &series), 0);
	life.tell(&dave, "7 Dave closes");
	let not_his = life.release(&dave, left + 1);
	assert_eq!(not_his, Err(pallet_remote_vault::Error::<Runtime>::NotOwnPart.into()));
	life.tell(&dave, "7 more than his own part is refused");
	assert_eq!(life.release(&dave, 1_000 * DOT), Ok(()));
	life.until(|life| life.figures(&dave).vault.release.is_none());
	assert_eq!(life.ends(), [OrderEnd::Done]);
	let his = life.tell(&dave, "7 he released 1,000 DOT to his account there");
	assert_eq!((his.there, his.lot), (left - 1_000 * DOT + DEPOSIT, left - 1_000 * DOT));

	// 8. An answer is lost: nobody knows whether the order ran, so it counts as run until a proof shows it.
	life.net.shuttle.channel(HUB, OURS).lose = 1;
	assert_eq!(life.release(&dave, 500 * DOT), Ok(()));
	life.rounds(4);
	let lost = life.tell(&dave, "8 he releases 500 DOT more; it ran, and the answer is lost");
	assert_eq!(lost.vault.outstanding(), 500 * DOT);
	assert_eq!((lost.there, lost.lot), (his.there - 500 * DOT, his.lot - 500 * DOT));
	life.until(|life| life.figures(&dave).vault.is_fenced());
	life.tell(&dave, "8 the answer is late: block work sent a fence, and that is answered");
	assert_eq!(life.ends(), []);
	assert_eq!(life.prove(&dave), Ok(Pays::No));
	assert_eq!(life.ends(), [OrderEnd::Proven]);
	let settled = life.tell(&dave, "8 a proof after it shows that it ran");
	assert_eq!((settled.vault.outstanding(), settled.vault.proven), (0, settled.there));
	assert_eq!(settled.lot, lost.lot);

	// 9. The source chain stands still just after he sent more.
	life.send(200 * DOT);
	let read = life.read(&dave);
	life.net.shuttle.halt(HUB);
	life.rounds(12);
	let stale = life
		.tell(&dave, "9 he sends 200 DOT more, and the source chain stands still for 12 blocks");
	assert!(!life.net.look(|| ours::Collateral::takes_credit(SOURCE)));
	assert!(stale.is.lots.initial < settled.is.lots.initial);
	assert_eq!(life.submit(&dave, read), Ok(Pays::No));
	let unseen =
		life.tell(&dave, "9 they are proven by its last head, and nothing new is credited");
	assert_eq!((unseen.vault.proven, unseen.lot), (unseen.there, settled.lot));
	life.rounds(28);
	let older = life.tell(&dave, "9 after 40 blocks what he has counts less for opening");
	assert!(older.is.lots.initial < stale.is.lots.initial);
	assert_eq!(older.is.lots.maintenance, settled.is.lots.maintenance);
	life.net.shuttle.skip(2_000);
	life.rounds(1);
	let oldest =
		life.tell(&dave, "9 after 2,000 nothing for opening, and less for being left alone");
	assert_eq!(oldest.is.lots.initial, Money::from_u32(0));
	assert!(oldest.is.lots.maintenance < settled.is.lots.maintenance);
	assert_eq!(oldest.lot, settled.lot);
	life.net.shuttle.resume(HUB);
	life.rounds(2);
	let back = life.tell(&dave, "9 it builds blocks again: all counts as before");
	assert_eq!(back.is.lots, settled.is.lots);
	let account = dave.account.clone();
	let recount = pallet_remote_vault::Call::recount { account, kind: VAULT_DOT };
	assert_eq!(life.ours(|| call_ours(Bob, recount)), Ok(()));
	let counted = life.tell(&dave, "9 and the 200 DOT are counted");
	assert_eq!(counted.lot, settled.lot + 200 * DOT);

	// The end: all of it goes home but what keeps the vaults alive.
	life.release_all(&dave);
	life.until(|life| life.figures(&dave).vault.release.is_none());
	assert_eq!(life.ends(), [OrderEnd::Done]);
	let last = life.tell(&dave, "10 he releases the rest");
	assert_eq!((last.there, last.lot), (DEPOSIT, 0));
	assert_eq!(life.net.credited(VAULT_DOT), 0);
	let [his, hers] = [&dave.purse, &eve.purse].map(|purse| life.balance_there(purse));
	assert_eq!(his + hers + 2 * DEPOSIT, life.came);
	println!(
		"{} DOT came: {} went to Dave, {} to Eve, 0.02 keep two vaults alive; nothing is lost, 0.00 are credited here",
		dots(life.came),
		dots(his),
		dots(hers)
	);
}
