// SPDX-License-Identifier: GPL-3.0-or-later

mod arrivals;
mod credit;
mod deposits;
mod drivers;
mod genesis;
mod groups;
mod haircuts;
mod home;
mod levels;
mod properties;
mod queue;
mod registry;
mod remote;
mod sources;
mod try_state;
mod withdrawals;
