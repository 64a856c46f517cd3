// SPDX-License-Identifier: GPL-3.0-or-later

//! The life of a vault from the first transfer into it to the last one out of it, told as it goes: `make demo VAULT=1`.

use super::*;

#[test]
fn from_the_first_transfer_into_a_vault_to_the_last_one_out_of_it() {
	let mut life = Life::begin();
	let (dave, eve) = (life.dave.clone(), life.eve.clone());

	// 1. What a wallet does.
	let included = life.send(4_000 * DOT + DEPOSIT);
	let before = life.tell(&dave, "1 Dave sends 4,000.10 DOT to his vault by a plain transfer");
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
	life.fail();
	let what = format!("4 bitcoin is at {}: the chain itself puts him up for auction", life.btc);
	let auctioned = life.tell(&dave, &what);
	assert!(auctioned.is.maintenance_excess() < Money::from_u32(0));
	let (taken, left, claim) = life.bid();
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
	assert!(life.told().contains(&ordered), "in the same block");
	let flying = life.tell(&dave, "5 block work orders its delivery to her vault");
	assert_eq!(flying.vault.outstanding(), taken);
	assert_eq!(life.until_delivered(), (eve.account.clone(), taken, true));
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
		"{} DOT came: {} went to Dave, {} to Eve, 0.20 keep two vaults alive; nothing is lost, 0.00 are credited here",
		dots(life.came),
		dots(his),
		dots(hers)
	);
}
