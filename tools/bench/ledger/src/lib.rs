// SPDX-License-Identifier: GPL-3.0-or-later

//! Proofs of the ledger's calls on the real runtime, with many margin accounts in the trie. `make bench`
//! runs it with 100,000, `make test` with a few to see that it runs.

#![allow(clippy::arithmetic_side_effects)]

pub mod block;
pub mod crash;
pub mod expiry;
pub mod market;
pub mod proof;
pub mod state;
pub mod storage;
