// SPDX-License-Identifier: GPL-3.0-or-later

//! How much a property test tries.

/// As many cases as `PROPTEST_CASES` says; else the usual ones.
pub fn cases(usual: u32) -> u32 {
	asked().unwrap_or(usual)
}

/// How many `PROPTEST_CASES` asks for, if it does.
pub fn asked() -> Option<u32> {
	std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok())
}
