// SPDX-License-Identifier: GPL-3.0-or-later

mod arrivals;
mod credit;
mod deposits;
mod genesis;
mod properties;
mod queue;
mod registry;
mod try_state;
mod withdrawals;
