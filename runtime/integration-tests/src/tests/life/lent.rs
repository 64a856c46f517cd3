// SPDX-License-Identifier: GPL-3.0-or-later

//! The source chain really stops: heads age, an account fails for that alone, its positions are sold, the chain's pool
//! lends, the chain is back (RISK.md 6, ADR 27 and 35).

use super::*;
use pallet_liquidation::{Event as Liquidated, Loan, LoanParams, Loans, LotAuctions, Sale};
use sp_runtime::FixedPointNumber;
use straddle_traits::SourceStates;

/// Relay blocks that go by without us, so that heads age in fewer blocks; and our blocks until all that had to wait
/// after that is over.
const JUMP: (u32, u32) = (400, 70);

impl Life {
	fn loan(&mut self) -> Option<Loan> {
		let dave = self.dave.account.clone();
		self.net.look(|| Loans::<Runtime>::get(dave, SOURCE))
	}

	fn pool_has(&mut self) -> Cash {
		self.net.look(|| ours::Margin::pot(Pot::ChainPool(SOURCE)))
	}

	fn sale(&mut self) -> Option<Sale> {
		let dave = self.dave.account.clone();
		self.net.look(|| Auctions::<Runtime>::get(dave).map(|auction| auction.sale))
	}

	fn lot_of(&mut self, account: &MarginAccountId) -> u128 {
		self.net.look(|| lot(account))
	}

	fn cash(&mut self, account: &MarginAccountId) -> Cash {
		self.net.look(|| ours::Margin::cash(account))
	}

	/// What liquidation had to say since events were asked for.
	fn liquidated(&mut self) -> Vec<Liquidated<Runtime>> {
		let pick = |event| match event {
			ours::RuntimeEvent::Liquidation(event) => Some(event),
			_ => None,
		};
		self.net.events().into_iter().filter_map(pick).collect()
	}

	/// Dave sells a call on what he has there; the chain stops; Eve buys what is for sale of his positions, until there
	/// are none and the chain's pool, of which half may be lent, has lent what he lacks. Returns how much.
	fn be_stranded(&mut self, pool: u128) -> Cash {
		let dave = self.dave.clone();
		let (series, _) = self.open();
		let (account, pot) = (self.bob.clone(), Pot::ChainPool(SOURCE));
		let fund = pallet_margin::Call::fund_pool { account, pot, amount: pool };
		assert_eq!(self.ours(|| call_ours(Bob, fund)), Ok(()));
		self.net.shuttle.halt(HUB);
		let mut sold = false;
		for _ in 0..40 {
			match self.sale() {
				None if self.loan().is_some() => break,
				None => {
					self.net.shuttle.skip(JUMP.0);
					for _ in 0..JUMP.1 {
						self.rounds(1);
						if self.sale().is_some() || self.loan().is_some() {
							break;
						}
					}
				},
				Some(sale) => {
					assert_eq!(sale, Sale::Positions);
					let had = self.lot_of(&dave.account);
					self.bid();
					// They stay, or are in pledge before the block is over.
					let (has, lent) = (self.lot_of(&dave.account), self.loan().is_some());
					assert!(has == had || lent, "lots stay");
					sold = true;
				},
			}
		}
		assert!(sold && self.net.look(|| ours::Collateral::is_halted(SOURCE)));
		assert_eq!(self.position(&dave.account, &series), 0);
		let loan = self.loan().expect("the pool lends");
		self.tell(
			&dave,
			"the chain stands still, his call was sold, and its pool lends what he lacks",
		);
		// All that he has there is in pledge, and counts for nobody.
		assert_eq!((self.lot_of(&dave.account), self.lot_of(&loan.pledge)), (0, 4_000 * DOT));
		let figures = self.figures(&dave);
		assert_eq!((figures.cover.own, figures.cover.entitled), (0, 4_000 * DOT));
		assert!(!figures.is.maintenance_excess().is_negative());
		assert_eq!(self.pool_has(), pool as Cash - loan.principal);
		assert!(self.cash(&dave.account) >= 0, "he owes nobody else");
		let amount = loan.principal;
		let lent = self.liquidated().into_iter().any(|event| {
			matches!(event, Liquidated::Lent { amount: lent, principal, .. }
				if (lent, principal) == (amount, amount))
		});
		assert!(lent);
		amount
	}

	/// The source chain makes blocks again; rounds until the owner's time begins.
	fn come_back(&mut self) {
		self.net.shuttle.resume(HUB);
		self.until(|life| life.loan().is_some_and(|loan| loan.until.is_some()));
		let halted = self.net.look(|| ours::Collateral::is_halted(SOURCE));
		assert!(!halted);
		// Nobody delivers what is in pledge.
		let figures = self.figures(&self.dave.clone());
		assert_eq!(figures.vault.outstanding(), 0);
	}
}

#[test]
fn a_chain_that_stops_and_an_owner_who_pays_after_it() {
	let mut life = Life::begin();
	let dave = life.dave.clone();
	let lent = life.be_stranded(60_000 * USDT);
	life.come_back();
	let had = life.pool_has();
	let redeem = |account| pallet_liquidation::Call::redeem { account, source: SOURCE };
	let call = redeem(dave.account.clone());
	let stranger = life.ours(|| call_ours(Bob, call.clone()));
	assert_eq!(stranger, Err(pallet_margin::Error::<Runtime>::NotOwner.into()));
	// On the credit of what he gets back.
	let cash = life.cash(&dave.account);
	assert_eq!(life.ours(|| call_ours(Dave, call)), Ok(()));
	let paid = life.pool_has() - had;
	assert!(paid >= lent);
	// He owes it from then on; of a block's interest a unit at most is seen.
	let more = cash - paid - life.cash(&dave.account);
	assert!((0..=1).contains(&more), "{more}");
	let his = life.tell(&dave, "the chain is back: he pays, and what is there is his as before");
	assert_eq!((his.lot, his.cover.own, his.cover.entitled), (4_000 * DOT, 4_000 * DOT, 0));
	assert_eq!(life.loan(), None);
	assert_eq!(life.release(&dave, 100 * DOT), Ok(()));
	life.until(|life| life.figures(&dave).vault.release.is_none());
	assert_eq!(life.balance_there(&dave.purse), 100 * DOT);
}

#[test]
fn a_chain_that_stops_and_an_owner_who_does_not_pay() {
	let mut life = Life::begin();
	let (dave, eve) = (life.dave.clone(), life.eve.clone());
	let params = LoanParams { redeem_ms: HOUR_MS, ..Default::default() };
	life.net.ours(|| {
		assert_ok!(ours::Liquidation::set_loan_params(ours::RuntimeOrigin::root(), params));
	});
	let lent = life.be_stranded(60_000 * USDT);
	let pledge = life.loan().expect("it was lent").pledge;
	life.come_back();
	let had = life.pool_has();
	let mut rounds = 0;
	while !life.net.look(|| LotAuctions::<Runtime>::contains_key(&pledge)) {
		// Some seconds are no halt.
		life.net.shuttle.skip(1);
		life.rounds(1);
		rounds += 1;
		assert!(rounds < 700, "his time ends");
	}
	assert!(rounds >= 100, "{rounds}");
	let bid = pallet_liquidation::Call::bid_lots {
		auctioned: pledge.clone(),
		bidder: eve.account.clone(),
		state_id: life
			.net
			.look(|| ours::Liquidation::lot_auction(pledge.clone()))
			.expect("it is for sale")
			.state_id,
		kind: VAULT_DOT,
		amount: 4_000 * DOT,
		max_payment: Cash::MAX,
	};
	assert_eq!(life.ours(|| call_ours(Eve, bid)), Ok(()));
	// She has what the loan needed, the pool its money and its interest, and he the rest.
	assert_eq!((life.loan(), life.lot_of(&pledge)), (None, 0));
	assert!(life.pool_has() - had >= lent);
	let hers = life.lot_of(&eve.account);
	assert!(hers > 0 && hers < 4_000 * DOT);
	let his = life
		.tell(&dave, "he did not pay in time: Eve bought what the loan needed, the rest is his");
	assert_eq!(
		(his.lot, his.cover.own, his.cover.entitled),
		(4_000 * DOT - hers, 4_000 * DOT - hers, hers)
	);
	// And now it is delivered.
	assert_eq!(life.until_delivered(), (eve.account.clone(), hers, true));
	assert_eq!(life.figures(&eve).there, hers);
}

#[test]
fn a_chain_that_stops_and_a_pool_without_room() {
	let mut life = Life::begin();
	let dave = life.dave.clone();
	life.open();
	life.net.shuttle.halt(HUB);
	let mut unlent = false;
	for _ in 0..60 {
		match life.sale() {
			Some(Sale::Unlent) => {
				unlent = true;
				break;
			},
			Some(_) => drop(life.bid()),
			None => {
				life.net.shuttle.skip(JUMP.0);
				for _ in 0..JUMP.1 {
					life.rounds(1);
					if life.sale().is_some() {
						break;
					}
				}
			},
		}
	}
	assert!(unlent && life.loan().is_none());
	// His lots are for sale while the chain stands still.
	let (hers, his, right) = life.bid();
	assert!(hers > 0 && hers == right && his < 4_000 * DOT);
	life.tell(&dave, "the pool is empty: what he has there is sold while the chain stands still");
}
