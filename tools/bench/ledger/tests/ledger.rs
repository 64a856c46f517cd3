// SPDX-License-Identifier: GPL-3.0-or-later

//! Prints what deposit, withdrawal, margin check and fill add to a proof, and each item of a fill.
//!
//! `STRADDLE_PART=liquidations`: what liquidations need of a block instead; `fills`: how many trades fit into one, and
//! what a settlement takes; `expiry`: only that. `STRADDLE_ACCOUNTS`: how many margin accounts there are. `STRADDLE_FIGURES`: the file to which rows are
//! appended (name, value, unit, budget, ok or over). `STRADDLE_BATCHES`: the file into which batches of
//! accesses to the state are written instead, for the weights of the database. `STRADDLE_CANDIDATES`: the file into which
//! blocks are written as validators get them, the first of the market's an empty one.

#![allow(clippy::arithmetic_side_effects)]

use codec::Encode;
use frame_support::weights::Weight;
use pallet_options::WeightInfo;
use sp_io::TestExternalities;
use std::{
	env,
	fs::{self, OpenOptions},
	io::Write,
};
use straddle_bench_ledger::{
	block::Candidate,
	crash::*,
	expiry::Expired,
	market::{Kind, Market, QUOTES, SWEPT},
	proof::*,
	state::*,
	storage,
};
use straddle_primitives::*;
use straddle_runtime::{Margin, Runtime};
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

impl Figures {
	/// A row of how much fits into a block, or how many blocks it takes.
	fn fits(&mut self, name: &str, count: usize, budget: Option<usize>) {
		let verdict = if budget.is_some_and(|least| count < least) { "short" } else { "ok" };
		let budget = budget.map_or("-".into(), |least| least.to_string());
		if self.loud {
			println!("{name:<76} {count:>7}   {budget:>7} {verdict}");
		}
		if let Some(file) = &mut self.file {
			let line = format!("market: {name}\t{count}\ta block\t{budget}\t{verdict}\n");
			file.write_all(line.as_bytes()).expect("rows can be written");
		}
	}

	/// A row whose budget is the least that is asked for.
	fn at_least(&mut self, name: &str, count: usize, budget: usize) {
		let verdict = if count < budget { "short" } else { "ok" };
		if self.loud {
			println!("{name:<76} {count:>7}   {budget:>7} {verdict}");
		}
		if let Some(file) = &mut self.file {
			let line = format!("liquidation: {name}\t{count}\ta block\t{budget}\t{verdict}\n");
			file.write_all(line.as_bytes()).expect("rows can be written");
		}
	}
}

/// The items of a proof, each one's part in one of so many fills.
fn print_items(measured: &Measured, state: &TestExternalities, fills: usize) {
	println!(
		"{:<48} {:>5} {:>5} {:>7} {:>7} {:>9}",
		"item", "keys", "key", "values", "written", "share"
	);
	let each = |number: usize| match fills {
		1 => number.to_string(),
		_ => format!("{:.1}", number as f64 / fills as f64),
	};
	for Item { name, keys, key, values, written, share } in measured.items(state) {
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
			print_items(&fill, &scene.state, 1);
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
		print_items(&block, &scene.state, fills);
	}
}

/// DESIGN.md 13: auctions that a block without transactions starts, and parts that standing bids take in it; and
/// what of a block's proof watching so many accounts may take, in per cent.
const STARTS: usize = 3_000;
const FILLS_BY_STANDING: usize = 1_500;
const WATCHED_PART: f64 = 15.0;

/// A block's two resources, of which this weight takes so much, in per cent.
fn parts(weight: Weight) -> [f64; 2] {
	let whole = whole_block();
	[
		weight.ref_time() as f64 * 100.0 / whole.ref_time() as f64,
		weight.proof_size() as f64 * 100.0 / whole.proof_size() as f64,
	]
}

/// What a block did of something: how often, and by what it was limited.
fn print_block(figures: &mut Figures, scene: &TestExternalities, block: &Block, fills: bool) {
	let (name, done, budget) = match fills {
		true => ("parts taken by standing bids", block.fills, FILLS_BY_STANDING),
		false => ("auctions started", block.starts, STARTS),
	};
	figures.at_least(&format!("{name} in an empty block"), done, budget);
	if !figures.loud || done == 0 {
		return;
	}
	let each = |amount: u64| amount as f64 / done as f64;
	let [time, proof] = parts(block.charged);
	let [poll_time, poll_proof] = parts(block.polled);
	// Of the proof hooks leave 15 % alone.
	let limit = if time >= proof / 0.85 { "time" } else { "proof" };
	println!("  {:.2} of the budget; charged {time:.1} % of the time (on_poll {poll_time:.1}), {proof:.1} % of the proof (on_poll {poll_proof:.1}); the limit is {limit}", done as f64 / budget as f64);
	let recorded = block.proof.bytes as f64;
	let most = whole_block().proof_size() as f64 * 0.85;
	println!(
		"  each: charged {:.0} us and {:.0} B; recorded {:.0} B, of which a block holds {:.0}; {:.0} us here",
		each(block.charged.ref_time()) / 1e6,
		each(block.charged.proof_size()),
		recorded / done as f64,
		most / (recorded / done as f64),
		block.took.as_micros() as f64 / done as f64,
	);
	print_items(&block.proof, scene, done);
}

/// What liquidations need of a block. With few accounts it is seen that it runs.
fn liquidations(accounts: u32, figures: &mut Figures) -> Vec<Candidate> {
	let mut candidates = Vec::new();
	let weak = (accounts / 4).min(STARTS as u32 * 2);
	for with_orders in [false, true] {
		println!(
			"{weak} of {accounts} accounts fail, {} orders each",
			if with_orders { WEAK.2 } else { 0 }
		);
		let mut crash = Crash::build(accounts, weak, with_orders);
		crash.move_to(60_060);
		let watched = crash.block();
		assert_eq!(watched.starts, 0, "nobody fails by a tenth of a per cent");
		let part = watched.proof.bytes as f64 * 100.0 / whole_block().proof_size() as f64;
		figures.row(
			"watching all accounts, prices move by .1 %",
			watched.proof.bytes,
			Some((WATCHED_PART / 100.0 * whole_block().proof_size() as f64) as usize),
		);
		if figures.loud {
			println!(
				"  {part:.2} % of a block's proof; charged {:?} % of time and proof",
				parts(watched.charged)
			);
		}
		let (worked, weight, proof) = crash.flag(&crash.weak[0].account.clone());
		assert!(!worked, "it does not fail yet");
		cost(figures, "a flag of who does not fail", weight, &proof);
		crash.live();
		crash.move_to(69_000);
		let (worked, weight, proof) = crash.flag(&crash.weak[0].account.clone());
		assert!(worked, "it fails");
		cost(figures, "a flag", weight, &proof);
		let block = crash.block();
		print_block(figures, &crash.state, &block, false);
		assert!(block.starts > 0, "nothing was started");
		let orders = if with_orders { ", three orders each" } else { "" };
		candidates.push(crash.candidate(&format!("starts{orders}"), false));
		let last = crash.weak.last().expect("somebody fails").account.clone();
		let (worked, weight, proof) = crash.bid(&last);
		if figures.loud && !worked {
			println!("the bid was refused");
		}
		cost(figures, "a bid", weight, &proof);
		crash.move_to(60_000);
		crash.live();
		crash.stand();
		crash.move_to(69_000);
		let block = crash.block();
		print_block(figures, &crash.state, &block, true);
		assert!(block.fills > 0, "no standing bid took anything");
		candidates.push(crash.candidate(&format!("starts with standing fills{orders}"), true));
	}
	candidates
}

/// DESIGN.md 13: fills in one core's block, and the bar on the way there.
const FILLS_A_BLOCK: usize = 3_000;
/// Most transactions of a kind that are tried, and in a test.
const WAITING: usize = 1_100;

/// How many trades fit into a block.
fn trades(accounts: u32, each: usize, figures: &mut Figures) -> Vec<Candidate> {
	let market = Market::build(accounts, each);
	let mut candidates = vec![market.empty()];
	for kind in Kind::ALL {
		let (block, candidate, bytes) = market.fill(kind);
		candidates.push(candidate);
		let full = &block.result;
		assert!(full.taken > 0, "{kind:?}: nothing fits");
		let per = |amount: u64| amount as f64 / full.taken as f64;
		// All that travels: the proof and the transactions.
		let pov = block.bytes() + bytes;
		let [time, proof] = parts(full.charged);
		let [time_before, proof_before] = parts(full.before);
		let recorded = pov as f64 * 100.0 / whole_block().proof_size() as f64;
		// Of a block 85 %, less what its beginning takes: by what is charged, by what travels.
		let fits = |part: f64, before: f64| ((85.0 - before) / part * full.taken as f64) as usize;
		let by = [fits(time, time_before), fits(proof, proof_before), fits(recorded, 0.0)];
		let limits = ["time", "charged proof", "proof"];
		let least = (0..3).min_by_key(|n| by[*n]).unwrap_or(0);
		let (count, budget) = match kind.fills() {
			0 => (by[least] * QUOTES, None),
			fills => (by[least] * fills, Some(FILLS_A_BLOCK)),
		};
		let what = if budget.is_some() { "fills" } else { "quotes" };
		figures.fits(&format!("{what} in 85 % of a block, {}", kind.name()), count, budget);
		if !figures.loud {
			continue;
		}
		println!(
			"  the block took {} transactions{}; {} fit into 85 %, the limit is {}; by time {}, charged proof {}, proof {}",
			full.taken,
			if full.is_full { " and was full" } else { ", all there were" },
			by[least], limits[least], by[0], by[1], by[2],
		);
		println!(
			"  each: charged {:.0} us and {:.0} B; proof {:.0} B, itself {:.0} B; {:.0} us here, {:.0} us executed again",
			per(full.charged.ref_time()) / 1e6,
			per(full.charged.proof_size()),
			per(block.bytes() as u64),
			per(bytes as u64),
			per(block.took.as_micros() as u64),
			per(block.again.as_micros() as u64),
		);
		println!("  before them: {time_before:.1} % of the time, {proof_before:.1} % of the proof");
	}
	candidates
}

type Weights = <Runtime as pallet_options::Config>::WeightInfo;

/// Of a longer settlement so many blocks are looked at.
const SETTLED_BLOCKS: usize = 80;

/// What the settlement of an expiry takes that everybody holds.
fn expiry(accounts: u32, figures: &mut Figures) {
	let mut expired = Expired::build(accounts);
	let holders = expired.holders;
	let (mut blocks, mut longest, mut bytes, mut sum) = (0, [0.0_f64; 2], 0, 0);
	let (mut took, mut again) = (0, 0);
	let needed = loop {
		let (step, over) = expired.step();
		blocks += 1;
		let charged = parts(step.charged);
		longest = [longest[0].max(charged[0]), longest[1].max(charged[1])];
		bytes = bytes.max(step.bytes);
		took = took.max(step.took.as_millis());
		again = again.max(step.again.as_millis());
		assert!(step.charged.all_lte(whole_block()), "{}", step.charged);
		let proof = step.charged.proof_size() as usize;
		assert!(step.bytes < proof, "{proof} B are charged, {} travel", step.bytes);
		sum += proof;
		if over {
			assert_eq!(expired.left(), 0, "somebody was left behind");
			// By what is declared each account is looked at for more than 50,000, most of them twice.
			assert!(sum < 20_000 * holders, "{sum} B for {holders} accounts");
			break blocks;
		}
		let Some((passed, settled)) =
			(blocks == SETTLED_BLOCKS).then(|| expired.passed()).flatten()
		else {
			continue;
		};
		// The limit is time. The second pass settles whoever is left by the first, which only looked at him.
		let time = |legs| Weights::settle_account(legs).ref_time() as f64;
		let left = 1.0 - settled as f64 / passed as f64;
		let second = left * time(2) / (left * time(0) + (1.0 - left) * time(2));
		break (blocks as f64 * holders as f64 / passed as f64 * (1.0 + second)).ceil() as usize;
	};
	figures.fits(&format!("blocks that settle an expiry of {holders} accounts"), needed, None);
	figures.row("most of a block of a settlement", bytes, None);
	if figures.loud {
		println!(
			"  at most {:.1} % of the time and {:.1} % of the proof are charged; {took} ms here, {again} ms executed again",
			longest[0], longest[1]
		);
	}
}

fn cost(figures: &mut Figures, name: &str, weight: Weight, proof: &Measured) {
	figures.row(&format!("{name}, alone in its block"), proof.bytes, None);
	if figures.loud {
		let whole = parts(weight);
		println!(
			"  charged {} us and {} B, {whole:.3?} % of a block",
			weight.ref_time() / 1_000_000,
			weight.proof_size()
		);
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
	let wait = |candidates: Vec<Candidate>| {
		if let Some(path) = env::var_os("STRADDLE_CANDIDATES") {
			fs::write(path, candidates.encode()).expect("the blocks can be written");
		}
	};
	match env::var("STRADDLE_PART").as_deref() {
		Ok("liquidations") => return wait(liquidations(accounts, &mut figures)),
		Ok("fills") => {
			wait(trades(accounts, WAITING, &mut figures));
			return expiry(accounts, &mut figures);
		},
		Ok("expiry") => return expiry(accounts, &mut figures),
		_ => {},
	}
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
	if !loud {
		let crashed = liquidations(800, &mut figures);
		let traded = trades(accounts, 2 * SWEPT * 9, &mut figures);
		assert!(crashed.iter().chain(&traded[1..]).all(|one| one.count > 0), "a block is empty");
		expiry(accounts, &mut figures);
	}
}
