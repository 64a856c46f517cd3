// SPDX-License-Identifier: GPL-3.0-or-later

//! A stand-in for `kvdb-rocksdb`: the same names, no database behind them.
//!
//! Straddle's nodes keep their state in ParityDB. The SDK still links RocksDB, 24 core-minutes of
//! C++ that no node of ours calls. This crate takes its place by `[patch.crates-io]` and
//! [`Database::open`] always fails.
//!
//! The text of that failure matters: `sc-client-db`, asked to choose a database by itself, tries
//! RocksDB first and falls through to ParityDB only if the error says that nothing was there to
//! open (it looks for [`NOTHING_THERE`]).

#![forbid(unsafe_code)]

use kvdb::{DBKeyValue, DBTransaction, DBValue, KeyValueDB};
use std::{collections::HashMap, convert::Infallible, io, path::Path};

/// The words by which `sc-client-db` tells "no database here" from "database broken".
pub const NOTHING_THERE: &str = "create_if_missing is false";

/// The settings that the SDK fills in before it opens a database. Nothing reads them.
pub struct DatabaseConfig {
	/// Memory budget of each column, in MiB.
	pub memory_budget: HashMap<u32, usize>,
	/// Number of columns.
	pub columns: u32,
	/// Whether a missing database is to be made.
	pub create_if_missing: bool,
}

impl DatabaseConfig {
	/// Settings for a database of so many columns.
	pub fn with_columns(columns: u32) -> Self {
		Self { memory_budget: HashMap::new(), columns, create_if_missing: true }
	}
}

/// A database that cannot exist: it has no values, so no method of it can be reached.
pub struct Database(Infallible);

impl Database {
	/// Always fails: this node is built without RocksDB.
	pub fn open<P: AsRef<Path>>(_: &DatabaseConfig, path: P) -> io::Result<Self> {
		Err(io::Error::new(
			io::ErrorKind::Unsupported,
			format!(
				"{}: this node is built without RocksDB, use --database paritydb ({NOTHING_THERE})",
				path.as_ref().display(),
			),
		))
	}

	/// An empty transaction, as the real crate makes it without a database's help.
	pub fn transaction(&self) -> DBTransaction {
		DBTransaction::new()
	}

	/// Unreachable.
	pub fn write(&self, _: DBTransaction) -> io::Result<()> {
		match self.0 {}
	}

	/// Unreachable.
	pub fn get(&self, _: u32, _: &[u8]) -> io::Result<Option<DBValue>> {
		match self.0 {}
	}

	/// Unreachable.
	pub fn iter<'a>(
		&'a self,
		_: u32,
	) -> Box<dyn Iterator<Item = io::Result<DBKeyValue>> + 'a> {
		match self.0 {}
	}

	/// Unreachable.
	pub fn add_column(&mut self) -> io::Result<()> {
		match self.0 {}
	}

	/// Unreachable.
	pub fn remove_last_column(&mut self) -> io::Result<()> {
		match self.0 {}
	}

	/// Unreachable.
	pub fn force_compact(&self, _: u32) -> io::Result<()> {
		match self.0 {}
	}

	/// Unreachable.
	pub fn num_columns(&self) -> u32 {
		match self.0 {}
	}
}

impl KeyValueDB for Database {
	fn get(&self, _: u32, _: &[u8]) -> io::Result<Option<DBValue>> {
		match self.0 {}
	}

	fn get_by_prefix(&self, _: u32, _: &[u8]) -> io::Result<Option<DBValue>> {
		match self.0 {}
	}

	fn write(&self, _: DBTransaction) -> io::Result<()> {
		match self.0 {}
	}

	fn iter<'a>(&'a self, _: u32) -> Box<dyn Iterator<Item = io::Result<DBKeyValue>> + 'a> {
		match self.0 {}
	}

	fn iter_with_prefix<'a>(
		&'a self,
		_: u32,
		_: &'a [u8],
	) -> Box<dyn Iterator<Item = io::Result<DBKeyValue>> + 'a> {
		match self.0 {}
	}
}
