// SPDX-License-Identifier: GPL-3.0-or-later

//! Sets of accounts with many positions.

use super::*;

/// Give an account so many positions of another underlying, and one more account the other side.
fn give(n: u8, positions: u64) {
	let series = |n| Series { underlying: UnderlyingId(1), ..call(n) };
	let held = (1..=positions).map(|nth| (series(nth), CONTRACT));
	Bank::mutate(|vaults| {
		let others = vaults.positions.entry(account(4)).or_default();
		for (series, quantity) in held.clone() {
			*others.entry(series).or_default() -= quantity;
		}
		vaults.positions.insert(account(n), held.collect());
	});
}

#[test]
fn the_accounts_of_a_set_have_so_many_positions_together_and_no_more() {
	let most = u64::from(MAX_SET_SERIES);
	for positions in [most - 10, most - 9] {
		execute(|| {
			give(1, positions);
			give(2, 10);
			let set = signed_pair(100, 100, 1);
			match positions + 10 <= most {
				true => assert_eq!(submit(set), Ok(())),
				false => refuse(set, Error::<Test>::SetTooLarge),
			}
		});
	}
}

#[test]
fn whoever_gives_something_counts_twice() {
	for positions in [0, 1] {
		execute(|| {
			give(1, u64::from(MAX_SET_SERIES / 2) + positions);
			let [sells, buys] = [-1, 1].map(lot);
			let set = [intent(1, &[sells], 0), intent(2, &[buys], 0)].map(|one| signed(one, 1));
			match positions {
				0 => assert_eq!(submit(set.to_vec()), Ok(())),
				_ => refuse(set.to_vec(), Error::<Test>::SetTooLarge),
			}
		});
	}
}
