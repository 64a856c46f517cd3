// SPDX-License-Identifier: GPL-3.0-or-later

//! `make simulate`: all bad days, or those named, with a table and plots.
//!
//! `STRADDLE_SIMULATE`: `all`, or names of paths; without it nothing is done. `STRADDLE_TRADERS`,
//! `STRADDLE_SEED`: how many portfolios, and the seed. `STRADDLE_CAPITAL`, `STRADDLE_POOL`: cash of all liquidators
//! and of the global pool, for each portfolio. `STRADDLE_PLOTS`: the folder for the plots.

#![allow(clippy::arithmetic_side_effects)]

use std::env;
use straddle_simulator::{day::*, market::paths, plot, report, world};

fn number(name: &str, default: u64) -> u64 {
	let value = env::var(name).ok();
	value.map_or(default, |value| value.parse().expect("it is a number"))
}

fn main() {
	let Ok(wanted) = env::var("STRADDLE_SIMULATE") else {
		println!("simulator: `make simulate` runs it");
		return;
	};
	let traders = number("STRADDLE_TRADERS", 1_000);
	let mut setup = Setup::of(traders as usize, number("STRADDLE_SEED", 7));
	setup.capital = (traders * number("STRADDLE_CAPITAL", CAPITAL)) as f64;
	setup.pool = (traders * number("STRADDLE_POOL", POOL)) as f64;
	let chosen = |name: &str| wanted == "all" || wanted.split([' ', ',']).any(|one| one == name);
	let begin = std::time::Instant::now();
	let mut state = world::chain();
	let eve = state.execute_with(|| Eve::make(setup));
	// What is written is looked through whenever something is cleared: a day begins with nothing.
	state.commit_all().expect("nothing is in the way");
	eprintln!("{} portfolios after {} s", setup.traders, begin.elapsed().as_secs());
	let outcomes = state.execute_with(|| {
		let days = paths().into_iter().filter(|path| chosen(path.name)).map(|path| {
			eprintln!("{}: {}", path.name, path.what);
			let outcome = eve.live(&path, |sample| {
				if sample.minute % 10.0 == 0.0 {
					eprintln!("  {sample:?}");
				}
			});
			eprintln!("  after {} s", begin.elapsed().as_secs());
			if let Ok(folder) = env::var("STRADDLE_PLOTS") {
				let file = format!("{folder}/{}.svg", path.name);
				std::fs::write(file, plot::svg(&outcome, path.what)).expect("the folder is there");
			}
			outcome
		});
		days.collect::<Vec<_>>()
	});
	let table = report::table(&setup, &outcomes);
	println!("{table}");
}
