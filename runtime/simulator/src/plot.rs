// SPDX-License-Identifier: GPL-3.0-or-later

//! A day as a picture: prices, accounts, money, one above the other (SVG, no dependency).

use crate::day::{Outcome, Sample};

/// Of a panel, in pixels.
const WIDTH: f64 = 600.0;
const HEIGHT: f64 = 110.0;
const LEFT: f64 = 70.0;
const TOP: f64 = 40.0;
const GAP: f64 = 34.0;
/// Most points of a line.
const POINTS: usize = 120;

/// A line: its name, its colour, and its value of a sample.
type Line = (&'static str, &'static str, fn(&Sample) -> f64);

/// The panels, each with its title and its lines.
const PANELS: [(&str, &[Line]); 3] = [
	(
		"prices, parts of what they were",
		&[
			("BTC", "#d9822b", |s| s.spot[1]),
			("DOT", "#c2185b", |s| s.spot[3]),
			("USDT", "#2e7d32", |s| s.spot[0]),
		],
	),
	(
		"accounts",
		&[
			("in auction", "#1565c0", |s| f64::from(s.auctions)),
			("failing, not in auction", "#c62828", |s| f64::from(s.failing)),
		],
	),
	(
		"thousand USDT",
		&[
			("pool", "#1565c0", |s| s.pool / 1e3),
			("bad debt so far", "#c62828", |s| s.bad_debt / 1e3),
		],
	),
];

/// The next 1, 2 or 5 × 10^k above.
fn ceiling(value: f64) -> f64 {
	let mut step = 1.0;
	loop {
		for factor in [1.0, 1.2, 1.5, 2.0, 3.0, 5.0, 8.0] {
			if value <= step * factor {
				return step * factor;
			}
		}
		step *= 10.0;
	}
}

/// The picture.
pub fn svg(outcome: &Outcome, what: &str) -> String {
	let samples = &outcome.samples;
	let every = samples.len().div_ceil(POINTS).max(1);
	let last = samples.last().map_or(1.0, |sample| sample.minute);
	let height = TOP + PANELS.len() as f64 * (HEIGHT + GAP);
	let mut text = format!(
		"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{height}\" \
		 font-family=\"sans-serif\" font-size=\"11\">\n<rect width=\"100%\" height=\"100%\" \
		 fill=\"white\"/>\n<text x=\"{LEFT}\" y=\"16\" font-size=\"13\">{}: {what}</text>\n",
		LEFT + WIDTH + 20.0,
		outcome.name,
	);
	for (nth, (title, lines)) in PANELS.into_iter().enumerate() {
		let top = TOP + nth as f64 * (HEIGHT + GAP);
		let values = lines.iter().flat_map(|line| samples.iter().map(line.2));
		let most = ceiling(values.fold(0.0, f64::max));
		let bottom = top + HEIGHT;
		text += &format!(
			"<rect x=\"{LEFT}\" y=\"{top}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"none\" \
			 stroke=\"#bbb\"/>\n<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{most}</text>\n<text \
			 x=\"{}\" y=\"{bottom}\" text-anchor=\"end\">0</text>\n<text x=\"{LEFT}\" y=\"{}\" \
			 fill=\"#555\">{title}</text>\n",
			LEFT - 6.0,
			top + 10.0,
			LEFT - 6.0,
			top - 5.0,
		);
		for (place, (name, colour, value)) in lines.iter().enumerate() {
			let point = |sample: &Sample| {
				let x = LEFT + WIDTH * sample.minute / last;
				let y = bottom - HEIGHT * value(sample).max(0.0) / most;
				format!("{x:.1},{y:.1}")
			};
			let points = samples.iter().step_by(every).map(point).collect::<Vec<_>>().join(" ");
			text += &format!(
				"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.5\" \
				 points=\"{points}\"/>\n<text x=\"{}\" y=\"{}\" fill=\"{colour}\">{name}</text>\n",
				LEFT + 260.0 + 115.0 * place as f64,
				top - 5.0,
			);
		}
	}
	text += &format!(
		"<text x=\"{}\" y=\"{}\" text-anchor=\"end\" fill=\"#555\">{last:.0} minutes</text>\n</svg>\n",
		LEFT + WIDTH,
		height - GAP + 14.0,
	);
	text
}
