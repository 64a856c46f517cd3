// SPDX-License-Identifier: GPL-3.0-or-later

//! `make simulate`: all bad days, or those named, with a table and plots.
//!
//! `STRADDLE_SIMULATE`: `all`, or names of paths; without it nothing is done. `STRADDLE_TRADERS`,
//! `STRADDLE_SEED`: how many portfolios, and the seed. `STRADDLE_PLOTS`: the folder for the table and the plots.

use std::env;
use straddle_simulator::{day::*, market::paths, report, world};

fn number(name: &str, default: u64) -> u64 {
	let value = env::var(name).ok();
	value.map_or(default, |value| value.parse().expect("it is a number"))
}

fn main() {
	let Ok(wanted) = env::var("STRADDLE_SIMULATE") else {
		println!("simulator: `make simulate` runs it");
		return;
	};
	let setup = Setup::of(number("STRADDLE_TRADERS", 1_000) as usize, number("STRADDLE_SEED", 7));
	let chosen = |name: &str| wanted == "all" || wanted.split([' ', ',']).any(|one| one == name);
	let begin = std::time::Instant::now();
	let outcomes = world::chain().execute_with(|| {
		let eve = Eve::make(setup);
		eprintln!("{} portfolios after {} s", setup.traders, begin.elapsed().as_secs());
		let days = paths().into_iter().filter(|path| chosen(path.name)).map(|path| {
			eprintln!("{}: {}", path.name, path.what);
			let outcome = eve.live(&path, |sample| {
				if sample.minute % 10.0 == 0.0 {
					eprintln!("  {sample:?}");
				}
			});
			eprintln!("  after {} s", begin.elapsed().as_secs());
			outcome
		});
		days.collect::<Vec<_>>()
	});
	let table = report::table(&setup, &outcomes);
	println!("{table}");
}
