// SPDX-License-Identifier: GPL-3.0-or-later

//! How much of a block a settlement takes, by what is recorded of the proof.

use crate::{mock::*, *};
use straddle_test_kit::MockPrices;
use straddle_traits::{within_proof, WRITTEN_PROOF};
use Side::{Buy, Sell};

const PAIRS: u8 = 60;

fn block() -> Weight {
	Weights::get().max_block
}

fn settled() -> usize {
	events().iter().filter(|event| matches!(event, Event::AccountSettled { .. })).count()
}

fn phase() -> Option<Phase> {
	Settling::<Test>::get((U, EXPIRY)).map(|sweep| sweep.phase)
}

fn is_over() -> bool {
	!Listings::<Test>::contains_key((U, EXPIRY))
}

/// Half of so many accounts owe, half receive; orders are gone and the price is fixed.
fn expired(test: impl FnOnce()) {
	ExtBuilder::default().accounts(2 * PAIRS).build_and_execute(|| {
		for n in 1..=PAIRS {
			place(2 * n - 1, call(1_000), Sell, 10, 800);
			place(2 * n, call(1_000), Buy, 10, 800);
		}
		set_now(EXPIRY);
		while phase() != Some(Phase::Price) {
			poll();
		}
		MockPrices::settle(U, EXPIRY, Price::from_u32(1_200));
		test();
		assert!(is_over());
		assert_eq!(settled(), usize::from(2 * PAIRS));
		assert_eq!(Bank::pot(Pot::Suspense(U, EXPIRY)), 0);
	});
}

fn poll() -> Weight {
	let mut meter = WeightMeter::with_limit(block());
	Options::on_poll(1, &mut meter);
	assert!(meter.consumed().all_lte(block().saturating_div(tick::SHARE)));
	assert_sound();
	meter.consumed()
}

/// Poll until all is settled: how many were settled by each block, and what each was charged.
fn polls() -> Vec<(usize, Weight)> {
	let mut blocks = Vec::new();
	while !is_over() {
		let before = settled();
		let charged = poll();
		blocks.push((settled() - before, charged));
		assert!(blocks.len() < 2_000);
	}
	blocks
}

#[test]
fn a_block_settles_more_where_little_is_recorded() {
	let (mut declared, mut recorded) = (Vec::new(), Vec::new());
	expired(|| declared = polls());
	expired(|| {
		set_proof(Some(500));
		recorded = polls();
	});
	assert!(declared.len() > 2 * recorded.len(), "{} {}", declared.len(), recorded.len());
	let share = block().saturating_div(tick::SHARE);
	let fit = share.proof_size() / <()>::settle_account(1).proof_size();
	assert!(declared.iter().all(|(settled, _)| *settled as u64 <= fit));
	// Charged is what was recorded, and what may be written of those that were settled.
	let proof: u64 = recorded.iter().map(|(_, charged)| charged.proof_size()).sum();
	let (looks, accounts) = (u64::from(PAIRS) * 3, u64::from(PAIRS) * 2);
	let least = looks * 500 + accounts * WRITTEN_PROOF * u64::from(settlement::WRITTEN);
	let each = <()>::visit_market().saturating_mul(20).saturating_add(<()>::list_strikes(41));
	let besides = each
		.saturating_mul(recorded.len() as u64)
		.saturating_add(<()>::settle_turn().saturating_mul(3));
	assert!((least..=least + besides.proof_size()).contains(&proof), "{proof} {least}");
	// The time is as declared.
	let time: u64 = recorded.iter().map(|(_, charged)| charged.ref_time()).sum();
	let least = <()>::settle_account(1)
		.saturating_mul(accounts)
		.saturating_add(<()>::settle_account(0).saturating_mul(looks - accounts));
	assert!((least.ref_time()..=least.saturating_add(besides).ref_time()).contains(&time));
	assert!(recorded.len() as u64 <= time / share.ref_time() + 2);
}

#[test]
fn a_block_is_never_overrun_where_much_is_recorded() {
	expired(|| {
		// Each step more than its declared weight, and the last of a block more than is left.
		set_proof(Some(300_000));
		let blocks = polls();
		let share = block().saturating_div(tick::SHARE).proof_size();
		assert!(blocks.iter().any(|(_, charged)| charged.proof_size() == share));
		assert!(blocks.iter().all(|(settled, _)| *settled <= 4));
	});
}

#[test]
fn the_declared_weight_counts_where_the_node_tells_nothing_or_less_than_before() {
	let mut silent = Vec::new();
	expired(|| silent = polls());
	expired(|| {
		set_proof(Some(-1_000));
		assert_eq!(polls(), silent);
	});
}

#[test]
fn there_is_room_for_the_declared_weight_of_an_account_before_it_is_settled() {
	expired(|| {
		set_proof(Some(0));
		let advance = |limit: Weight| {
			let mut meter = WeightMeter::with_limit(limit);
			settlement::advance::<Test>(U, EXPIRY, &mut meter, u32::MAX);
			meter.consumed()
		};
		advance(<()>::settle_turn());
		assert_eq!(phase(), Some(Phase::Debtors));
		// It is seen what the first account holds, and no more.
		let (look, whole) = (<()>::settle_account(0), <()>::settle_account(1));
		assert_eq!(advance(whole - Weight::from_parts(0, 1)), look.set_proof_size(0));
		assert_eq!(settled(), 0);
		let written = WRITTEN_PROOF * u64::from(settlement::WRITTEN);
		assert_eq!(advance(whole), whole.set_proof_size(written));
		assert_eq!(settled(), 1);
		polls();
	});
}

#[test]
fn half_of_what_is_left_of_a_block_is_taken() {
	expired(|| {
		let all = within_proof(block(), block());
		let kept = block().proof_size() - all.proof_size();
		assert_eq!(kept * 20, block().proof_size() * 3);
		// What nobody may use of the proof is left alone.
		let limit = block().set_proof_size(kept);
		assert_eq!(Options::on_idle(1, limit), Weight::zero());
		let five = <()>::settle_account(1).ref_time() * 5;
		let used = Options::on_idle(1, Weight::from_parts(2 * five, block().proof_size()));
		assert!(used.ref_time() <= five && used.ref_time() > five / 2, "{used}");
		assert!((1..5).contains(&settled()));
		// Of an idle block it takes more than it may take of each.
		let used = Options::on_idle(1, block());
		assert!(used.proof_size() > block().proof_size() / tick::SHARE);
		assert!(used.all_lte(all.saturating_div(2)), "{used}");
		polls();
	});
}
