// SPDX-License-Identifier: GPL-3.0-or-later

//! What came of days, as a table.

use crate::day::{Outcome, Setup};

/// A sum of cash units with its thousands.
fn money(units: f64) -> String {
	let whole = units.round() as i64;
	let digits = whole.unsigned_abs().to_string();
	let mut text = String::new();
	for (nth, digit) in digits.chars().enumerate() {
		if nth > 0 && (digits.len() - nth).is_multiple_of(3) {
			text.push(',');
		}
		text.push(digit);
	}
	if whole < 0 {
		text.insert(0, '-');
	}
	text
}

fn percent(part: f64) -> String {
	format!("{:.1} %", 100.0 * part)
}

fn minutes(block: u64) -> String {
	format!("{block} ({:.1} min)", block as f64 / 10.0)
}

type Cell<'a> = (&'a str, fn(&Outcome) -> String);

/// The rows of the table.
const ROWS: [Cell; 23] = [
	("open interest at the beginning, USD", |o| money(o.open_interest)),
	("blocks", |o| o.blocks.to_string()),
	("auctions started / of positions alone", |o| format!("{} / {}", o.started, o.positions_alone)),
	("bids taken", |o| o.bids.to_string()),
	("auctions that healed / emptied the account", |o| format!("{} / {}", o.ended[0], o.ended[1])),
	("auctions that ended for another reason", |o| o.superseded.to_string()),
	("taken over by the pool", |o| o.taken_over.to_string()),
	("**bad debt** (beyond what owners had), USDT", |o| money(o.bad_debt)),
	("what the pool could not pay, its own accounts' requirement in it", |o| money(o.deficit)),
	("**pool paid** (bidders, debts, take-overs)", |o| money(o.pool_paid)),
	("pool before / after", |o| format!("{} / {}", money(o.pool[0]), money(o.pool[1]))),
	("penalties (bidders' gain at the mark)", |o| money(o.penalties)),
	("owners' losses", |o| money(o.losses)),
	("most accounts failing outside auctions", |o| o.most_failing.to_string()),
	("most auctions at a time", |o| o.most_auctions.to_string()),
	("**last failing account in auction at block**", |o| minutes(o.all_seen)),
	("**last auction ended at block**", |o| minutes(o.cleared)),
	("left at the end: auctions / failing", |o| format!("{} / {}", o.left[0], o.left[1])),
	("heaviest block, time / proof", |o| {
		format!("{} / {}", percent(o.heaviest[0]), percent(o.heaviest[1]))
	}),
	("calls that found no room (in each hour 12 of feeders)", |o| o.no_room.to_string()),
	("makers: quotes / refused / blocks without any", |o| {
		format!("{} / {} / {}", o.quotes.0, o.quotes.1, o.quotes.2)
	}),
	("trades with makers / notional, USD", |o| format!("{} / {}", o.trades.0, money(o.trades.1))),
	("self-dealer: calls / gain by them", |o| format!("{} / {}", o.greedy.0, money(o.greedy.1))),
];

/// The table in Markdown, a column a day.
pub fn table(setup: &Setup, outcomes: &[Outcome]) -> String {
	let mut text = format!(
		"{} portfolios, seed {}, pool {} USDT, {} liquidators with {} USDT\n\n",
		setup.traders,
		setup.seed,
		money(setup.pool),
		setup.liquidators,
		money(setup.capital)
	);
	let names = outcomes.iter().map(|outcome| outcome.name.as_str()).collect::<Vec<_>>();
	text += &format!("| | {} |\n|---|{}\n", names.join(" | "), "---|".repeat(names.len()));
	for (name, cell) in ROWS {
		let cells = outcomes.iter().map(cell).collect::<Vec<_>>();
		text += &format!("| {name} | {} |\n", cells.join(" | "));
	}
	text
}
