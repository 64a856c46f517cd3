// SPDX-License-Identifier: GPL-3.0-or-later

//! Prints what deposit, withdrawal, margin check and fill add to a proof, and each item of a fill.
//!
//! `STRADDLE_ACCOUNTS`: how many margin accounts there are. `STRADDLE_FIGURES`: the file to which rows are
//! appended (name, value, unit, budget, ok or over). `STRADDLE_BATCHES`: the file into which batches of
//! accesses to the state are written instead, for the weights of the database.

#![allow(clippy::arithmetic_side_effects)]

use codec::Encode;
use std::{
	env,
	fs::{self, OpenOptions},
	io::Write,
};
use straddle_bench_ledger::{proof::*, state::*, storage};
use straddle_primitives::*;
use straddle_runtime::Margin;
use straddle_traits::Risk;

/// DESIGN.md 13, of a fill of two accounts of 16 positions. It is one of many in its block: alone it pays for
/// prices and parameters that all share.
const BUDGET: usize = 2_867;
/// Fills in one block, of as many different pairs.
const FILLS: u32 = 500;

/// Keys in a batch of accesses to the state: as many as some hundred fills touch.
const BATCH: usize = 1_000;

/// Where rows go. Nothing is printed where only a few accounts show that it runs.
struct Figures {
	loud: bool,
	file: Option<std::fs::File>,
}

impl Figures {
	fn row(&mut self, name: &str, bytes: usize, budget: Option<usize>) {
		let verdict = if budget.is_some_and(|most| bytes > most) { "over" } else { "ok" };
		let budget = budget.map_or("-".into(), |most| most.to_string());
		if self.loud {
			println!("{name:<76} {bytes:>7} B {budget:>7} {verdict}");
		}
		if let Some(file) = &mut self.file {
			let line = format!("proof: {name}\t{bytes}\tB\t{budget}\t{verdict}\n");
			file.write_all(line.as_bytes()).expect("rows can be written");
		}
	}
}

/// The items of a proof, each one's part in one of so many fills.
fn print_items(measured: &Measured, scene: &Scene, fills: usize) {
	println!(
		"{:<48} {:>5} {:>5} {:>7} {:>7} {:>9}",
		"item", "keys", "key", "values", "written", "share"
	);
	let each = |number: usize| match fills {
		1 => number.to_string(),
		_ => format!("{:.1}", number as f64 / fills as f64),
	};
	for Item { name, keys, key, values, written, share } in measured.items(&scene.state) {
		let cells = [keys, values, written, share].map(each);
		let [keys, values, written, share] = cells;
		println!("{name:<48} {keys:>5} {key:>5} {values:>7} {written:>7} {share:>9}");
	}
}

fn one_by_one(scene: &Scene, rule: &str, figures: &mut Figures) {
	for (size, (n, taker, _)) in SIZES.iter().zip(&scene.sized) {
		let account = || taker.account.clone();
		let proof = |work: &dyn Fn()| measure(&scene.state, work).1;
		let sums = |what: &str| format!("{what}, {size} positions, {rule}");
		let kind = CASH;
		let deposit = proof(&|| {
			let amount = 100 * USDT.unsigned_abs();
			taker.call(pallet_collateral::Call::deposit { account: account(), kind, amount });
		});
		figures.row(&sums("a deposit"), deposit.bytes, None);
		let withdrawal = proof(&|| {
			let (amount, to) = (100 * USDT.unsigned_abs(), taker.owner.clone());
			taker.call(pallet_collateral::Call::withdraw { account: account(), kind, amount, to });
		});
		figures.row(&sums("a withdrawal"), withdrawal.bytes, None);
		let check = proof(&|| {
			let is = Margin::assess(&account(), Lens::Latest).expect("it can be valued");
			assert_eq!(is.state, PriceState::Valid);
		});
		figures.row(&sums("a margin check"), check.bytes, None);
		let fill = proof(&|| take(taker, *n));
		figures.row(&sums("a fill, alone in its block"), fill.bytes, None);
		if *size == 16 && figures.loud {
			print_items(&fill, scene, 1);
		}
	}
}

fn in_one_block(scene: &Scene, rule: &str, figures: &mut Figures) {
	let ((), block) = measure(&scene.state, || {
		for (n, taker, _) in &scene.pairs {
			take(taker, *n);
		}
	});
	let fills = scene.pairs.len();
	let name = format!("a fill, one of {fills} of different pairs, {USUAL} positions, {rule}");
	figures.row(&name, block.bytes / fills, Some(BUDGET));
	if figures.loud {
		print_items(&block, scene, fills);
	}
}

fn main() {
	let number =
		|name, usual: u32| env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual);
	let accounts = number("STRADDLE_ACCOUNTS", 400).max(200);
	let fills = FILLS.min((accounts - 100) / 2);
	let open = |path| OpenOptions::new().create(true).append(true).open(path);
	let file = env::var("STRADDLE_FIGURES").ok().map(open);
	let loud = env::var("STRADDLE_ACCOUNTS").is_ok();
	let file = file.map(|file| file.expect("the file can be opened"));
	let mut figures = Figures { loud, file };
	println!("{accounts} margin accounts");
	let mut scene = Scene::build(accounts, fills);
	if let Some(path) = env::var_os("STRADDLE_BATCHES") {
		let (batches, keys) = storage::batches(&scene.state, BATCH);
		println!("{keys} keys in the state");
		fs::write(path, batches.encode()).expect("the file can be written");
		return;
	}
	assert!(!storage::batches(&scene.state, 10).0.is_empty());
	one_by_one(&scene, "standard", &mut figures);
	in_one_block(&scene, "standard", &mut figures);
	scene.switch_to_portfolio();
	one_by_one(&scene, "portfolio", &mut figures);
	in_one_block(&scene, "portfolio", &mut figures);
}
