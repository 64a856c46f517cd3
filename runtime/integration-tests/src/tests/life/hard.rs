// SPDX-License-Identifier: GPL-3.0-or-later

//! A seizure while something goes wrong: answers and orders are lost, the source chain stands still or takes what is
//! in the vault, nobody bids.

use super::*;

impl Life {
	/// Rounds until a fence of the delivery out of Dave's vault was answered.
	fn until_fenced(&mut self) {
		let dave = self.dave.clone();
		self.until(|life| life.figures(&dave).vault.is_fenced());
	}

	/// Nothing is on its way; what is known of all vaults is what is there.
	fn at_rest(&mut self) {
		for party in [self.dave.clone(), self.eve.clone(), self.pool.clone()] {
			if self.net.look(|| ours::Margin::owner(&party.account).is_none()) {
				continue;
			}
			let Figures { there, vault, cover, .. } = self.figures(&party);
			assert_eq!((vault.outstanding(), cover.inbound, cover.delivery), (0, 0, None));
			assert_eq!(vault.proven, there, "{}", party.name);
		}
	}
}

#[test]
fn a_delivery_whose_answer_is_lost_counts_once() {
	let mut life = Life::begin();
	let (dave, eve) = (life.dave.clone(), life.eve.clone());
	life.open();
	life.fail();
	life.net.shuttle.channel(HUB, OURS).lose = 1;
	let (taken, left, _) = life.bid();
	life.rounds(4);
	let [his, hers] = [&dave, &eve].map(|party| life.figures(party));
	assert_eq!((hers.there, hers.lot, hers.cover.held), (taken, taken, taken), "it ran");
	assert_eq!((his.lot, his.vault.outstanding(), hers.cover.inbound), (left, taken, taken));
	// Her vault shows it, and that is no more than she has a right to already.
	assert!(life.prove(&eve).is_ok());
	let shown = life.figures(&eve);
	assert_eq!((shown.lot, shown.vault.proven), (taken, 0));
	life.until_fenced();
	assert_eq!(life.figures(&eve).cover.held, taken);
	assert_eq!(life.prove(&dave), Ok(Pays::No));
	assert_eq!(life.until_delivered(), (eve.account.clone(), taken, true));
	let [his, hers] = [&dave, &eve].map(|party| life.figures(party));
	assert_eq!((his.lot, hers.lot, hers.cover.own), (left, taken - DEPOSIT, taken - DEPOSIT));
	life.at_rest();
}

#[test]
fn a_delivery_whose_order_is_lost_is_ordered_again_once_that_is_known() {
	let mut life = Life::begin();
	let (dave, eve) = (life.dave.clone(), life.eve.clone());
	life.open();
	life.fail();
	life.net.shuttle.channel(OURS, HUB).lose = 1;
	let (taken, left, _) = life.bid();
	life.until_fenced();
	assert_eq!(life.figures(&eve).there, 0, "nothing ran");
	life.told();
	assert_eq!(life.prove(&dave), Ok(Pays::No));
	assert_eq!(life.until_delivered(), (eve.account.clone(), taken, false));
	assert_eq!(life.until_delivered(), (eve.account.clone(), taken, true));
	let [his, hers] = [&dave, &eve].map(|party| life.figures(party));
	assert_eq!((his.lot, hers.lot, hers.there), (left, taken - DEPOSIT, taken));
	life.at_rest();
}

#[test]
fn a_delivery_waits_for_a_chain_that_stands_still() {
	let mut life = Life::begin();
	let (dave, eve) = (life.dave.clone(), life.eve.clone());
	life.open();
	life.fail();
	life.net.shuttle.halt(HUB);
	let (taken, left, _) = life.bid();
	life.rounds(40);
	let [his, hers] = [&dave, &eve].map(|party| life.figures(party));
	assert_eq!((his.lot, hers.lot, hers.there), (left, taken, 0));
	// What she has a right to is as old as the chain.
	let fresh = hers.is.lots.full * Money::from_rational(65, 100);
	assert!(hers.is.lots.initial < fresh);
	life.btc = 60_000;
	life.rounds(1);
	life.net.shuttle.resume(HUB);
	assert_eq!(life.until_delivered(), (eve.account.clone(), taken, true));
	assert_eq!(life.figures(&eve).lot, taken - DEPOSIT);
	life.at_rest();
}

#[test]
fn what_nobody_bids_for_is_delivered_to_the_pools_vault() {
	let mut life = Life::begin();
	let (dave, pool) = (life.dave.clone(), life.pool.clone());
	let (series, _) = life.open();
	life.fail();
	for _ in 0..240 {
		if life.position(&pool.account, &series) != 0 {
			break;
		}
		life.rounds(1);
	}
	assert_eq!(life.position(&pool.account, &series), -QUANTITY);
	let all = 4_000 * DOT;
	let [his, its] = [&dave, &pool].map(|party| life.figures(party));
	assert_eq!((his.lot, its.lot, its.cover.held), (0, all, all));
	assert_eq!(life.until_delivered(), (pool.account.clone(), all, true));
	let its = life.figures(&pool);
	assert_eq!((its.there, its.lot, its.cover.own), (all, all - DEPOSIT, all - DEPOSIT));
	life.at_rest();
}

#[test]
fn what_the_source_chain_takes_is_seen_shared_and_made_good() {
	let mut life = Life::begin();
	let (dave, eve) = (life.dave.clone(), life.eve.clone());
	life.open();
	life.fail();
	// It takes all but 300 before the order comes. Nobody here knows.
	let kept = 300 * DOT;
	let force =
		pallet_balances::Call::force_set_balance { who: dave.vault.clone().into(), new_free: kept };
	life.robbed = life.came - kept;
	let taking = source::RuntimeCall::from(force);
	let taken_there = life.net.hub(|| taking.dispatch(source::RuntimeOrigin::root()).is_ok());
	assert!(taken_there);
	let (taken, ..) = life.bid();
	assert!(taken > kept);
	// The order cannot run there.
	assert_eq!(life.until_delivered(), (eve.account.clone(), taken, false));
	assert_eq!(life.figures(&eve).cover.held, taken);
	// Nor is it asked again for nothing.
	life.btc = 60_000;
	life.rounds(5);
	assert_eq!(life.told(), []);
	let (account, holder) = (dave.account.clone(), eve.account.clone());
	let again = pallet_remote_vault::Call::deliver { account, kind: VAULT_DOT, holder };
	let awaits = pallet_remote_vault::Error::<Runtime>::Vault(VaultError::AwaitsProof);
	assert_eq!(life.ours(|| call_ours(Bob, again)), Err(awaits.into()));
	assert_eq!(life.prove(&dave), Ok(Pays::No));
	// His own part bears it first, and she has the right to more than is there.
	let [his, hers] = [&dave, &eve].map(|party| life.figures(party));
	assert!(his.vault.breach.is_some());
	assert_eq!((his.lot, hers.lot), (0, taken));
	// The pool of the chain is empty: it owes what is missing, and nothing of hers counts for opening.
	let owes = |life: &mut Life| life.net.look(|| Owed::<Runtime>::iter().count());
	life.until(|life| owes(life) == 1);
	assert_eq!(life.figures(&eve).is.lots.initial, Money::from_u32(0));
	let (account, pot) = (life.bob.clone(), Pot::ChainPool(SOURCE));
	let fund = pallet_margin::Call::fund_pool { account, pot, amount: 10_000 * USDT };
	let cash = |life: &mut Life| life.net.look(|| ours::Margin::cash(&eve.account));
	let before = cash(&mut life);
	assert_eq!(life.ours(|| call_ours(Bob, fund)), Ok(()));
	// Blocks pay as soon as it has enough.
	life.until(|life| owes(life) == 0);
	// At 5 USD each, rounded down.
	let missing = taken - kept;
	assert_eq!(cash(&mut life) - before, (missing * 5 / 10_000) as Cash);
	assert_eq!(life.figures(&eve).lot, kept);
	// What is left is delivered but for the deposit.
	assert_eq!(life.until_delivered(), (eve.account.clone(), kept - DEPOSIT, true));
	let [his, hers] = [&dave, &eve].map(|party| life.figures(party));
	assert_eq!((his.there, hers.there), (DEPOSIT, kept - DEPOSIT));
	assert_eq!((hers.cover.own, hers.cover.held), (kept - 2 * DEPOSIT, DEPOSIT));
}

#[test]
fn a_seizure_on_a_fork_that_is_reverted_leaves_nothing_behind() {
	let mut life = Life::begin();
	let (dave, eve) = (life.dave.clone(), life.eve.clone());
	let (series, _) = life.open();
	life.fail();
	let before = life.net.clone();
	let (taken, ..) = life.bid();
	assert_eq!(life.until_delivered(), (eve.account.clone(), taken, true));
	// Both chains go back, and there nobody bids: the market does.
	life.net = before;
	life.btc = 60_000;
	life.until(|life| {
		life.rounds(1);
		!life.net.look(|| Auctions::<Runtime>::contains_key(&dave.account))
	});
	life.trade(&dave, Side::Buy, series);
	assert_eq!(life.prove(&dave), Ok(Pays::Yes), "no news: it lies there as before");
	// He owes fees.
	let all = life.release(&dave, 4_000 * DOT);
	assert_eq!(all, Err(pallet_margin::Error::<Runtime>::WithdrawalTooLarge.into()));
	assert_eq!(life.release(&dave, 3_900 * DOT), Ok(()));
	life.until(|life| life.figures(&dave).vault.release.is_none());
	assert_eq!(life.balance_there(&dave.purse), 3_900 * DOT);
	assert_eq!((life.figures(&eve).there, life.net.credited(VAULT_DOT)), (0, 100 * DOT));
	life.at_rest();
}
