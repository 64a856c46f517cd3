// SPDX-License-Identifier: GPL-3.0-or-later

//! Fixed point as decimal text, for genesis files. `FixedU128` by itself reads `"1000"` as so many units of
//! its eighteenth place.

use crate::offchain::decimal;
use alloc::{format, string::String};
use serde::{de::Error, Deserialize, Deserializer, Serializer};
use straddle_primitives::FixedU128;

pub fn serialize<S: Serializer>(value: &FixedU128, to: S) -> Result<S::Ok, S::Error> {
	let (inner, one) = (value.into_inner(), 10u128.pow(18));
	let whole = inner.checked_div(one).unwrap_or_default();
	let part = inner.checked_rem(one).unwrap_or_default();
	to.collect_str(&format_args!("{whole}.{part:018}"))
}

pub fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<FixedU128, D::Error> {
	let text = String::deserialize(from)?;
	decimal::parse(&text).map_err(|error| D::Error::custom(format!("{text}: {error:?}")))
}
