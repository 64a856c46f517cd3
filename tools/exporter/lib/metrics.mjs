// SPDX-License-Identifier: GPL-3.0-or-later

// A chain's figures as Prometheus takes them. Every metric is named and explained here, once; a sample
// of another name is an error.

/** Name → help. All are gauges: they are read of a block, not counted here. */
export const METRICS = {
	straddle_up: 'Whether the node answered',
	straddle_scrape_seconds: 'How long reading the block took',
	straddle_block_number: 'Number of the newest block',
	straddle_block_timestamp_seconds: 'Chain time of the newest block, Unix seconds',
	straddle_block_age_seconds: 'Clock of the exporter less chain time of the newest block',
	straddle_finalized_number: 'Number of the newest finalised block',
	straddle_spec_version: 'Version of the runtime',
	straddle_survey_age_seconds: 'Age of what is not read at every scrape, or for how long there was nothing of it: vaults (read every minute), pools (every five)',

	straddle_round_age_seconds: 'Chain time since the last finished price round',
	straddle_round_stale_after_seconds: 'From what age of a round prices are stale',
	straddle_round_reports: 'Reports in the last decided round',
	straddle_round_finished: 'Whether the last decided round finished',
	straddle_rounds_unfinished: 'How many of the last decided rounds did not finish',
	straddle_feeders: 'Feeders of this session',
	straddle_quorum: 'Reports that a price needs',
	straddle_feed_price: 'Price of a feed, USD, or a volatility a year',
	straddle_feed_confidence: 'Half of how far the middle of the reports is apart',
	straddle_feed_age_seconds: 'Chain time since the round that the price is from',
	straddle_feed_state: 'State of a feed: 1 for the one that it has, 0 for all others',
	straddle_feed_reporters: 'Who gave the feed a value in its last round',
	straddle_surface_age_seconds: 'Age of the oldest expiry of a volatility surface',
	straddle_surface_expiries: 'Expiries of a volatility surface',
	straddle_surface_confidence_ratio: 'Least confidence among the expiries of a surface',
	straddle_feeder_rounds: 'Rounds of this period in which a feeder could report, of prices or of surfaces',
	straddle_feeder_accepted: 'Those in which he said something that counted',
	straddle_feeder_silent: 'Those that others finished without him',
	straddle_feeder_dropped: 'Those that found no quorum, without him',
	straddle_feeder_deviated: 'Those in which he was far from what a quorum agreed on',
	straddle_feeder_strikes: 'Strikes that a feeder has',
	straddle_feeder_excluded: 'Whether a feeder has lost his seat for a time',

	straddle_head_live: 'Whether the last head read of a source chain was live',
	straddle_head_number: 'Highest head number of a source chain',
	straddle_head_staleness_blocks: 'Last relay block read less the one in which the head last rose',
	straddle_head_omission_blocks: 'Relay blocks since the head was last read',
	straddle_head_code_known: 'Whether proofs under the code of the source chain are read',
	straddle_chain_factor: 'What the age of a head leaves of collateral',
	straddle_key_omissions: 'Blocks of a collator without keys that others had brought, in this period',
	straddle_vaults: 'Vaults, counted every minute',
	straddle_vaults_breached: 'Breached vaults, counted every minute; those that still cover a lot of their own account, at every scrape',
	straddle_vault_orders: 'Orders of vaults on their way, by purpose',
	straddle_vault_orders_late: 'Orders of vaults whose answer is late',

	straddle_auctions: 'Accounts in auction',
	straddle_auctions_standing: 'Auctions whose clock stands, of the first 200 by their keys',
	straddle_auction_longest_biddable_seconds: 'The most that the clock of any open auction shows',
	straddle_auction_take_over_seconds: 'What a clock shows when the pool takes over',
	straddle_lot_auctions: 'Sales of lots',
	straddle_backstops: 'Standing bids',
	straddle_liquidation_paused: 'Whether liquidation is paused',
	straddle_liquidation_grace_seconds: 'What is left of the grace time after a halt',
	straddle_house_level: 'Emergency level of the house: 0 open, 1 no new, 2 reduce only, 3 frozen',
	straddle_restrictions: 'Scopes with a level of their own or a rest',
	straddle_scope_level: 'Emergency level of a market, a kind or a source that has one or rests: 0 open, 1 no new, 2 reduce only, 3 frozen',
	straddle_winding_down: 'Whether the house is winding down',
	straddle_ladder_age_seconds: 'Chain time since the odometers were brought up to date',
	straddle_ladder_refiled: 'Whether no account waits to be looked at after an upgrade or new parameters',
	straddle_ladder_hot: 'Accounts that are looked at every round',
	straddle_ladder_room_ratio: 'How far a driver may move before the nearest filed account is looked at',

	straddle_pot_usdt: 'What a pot holds',
	straddle_pool_needed_usd: 'Tails of the two largest owners of an underlying, asked for every five minutes: the node looks at every account',
	straddle_losses_unborne_usdt: 'Losses that nobody bore yet',
	straddle_insolvency_usdt: 'Debt that was written off and that nobody bore yet',
	straddle_cash_held_usdt: 'Stablecoin of the ledger',
	straddle_cash_positive_usdt: 'Sum of all positive cash',
	straddle_cash_owed_usdt: 'Sum of all debts',
	straddle_utilisation_ratio: 'Which part of the cash is lent',
	straddle_borrow_rate_ratio: 'What debtors pay a year',
	straddle_lend_rate_ratio: 'What creditors earn a year',
	straddle_cash_call_open: 'Whether a cash call is open',
	straddle_withdrawals_waiting_usdt: 'Claims of the queue of withdrawals',
	straddle_withdrawals_free_usdt: 'What can leave at once beyond them',
	straddle_collateral_credited: 'Whole units of a kind of collateral that are credited',
	straddle_collateral_cap_used_ratio: 'Which part of its cap is used',

	straddle_open_interest_contracts: 'Open contracts of a market',
	straddle_open_interest_cap_used_ratio: 'Which part of the cap on open contracts is used',
	straddle_market_open: 'Whether a market takes new orders',
};

const escape = (text) => String(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

/** Samples [name, value, labels] as text, version 0.0.4 of Prometheus' format. Values that are none are left out. */
export function render(samples) {
	const groups = new Map();
	for (const [name, value, labels = {}] of samples) {
		if (!(name in METRICS)) throw new Error(`no metric ${name}`);
		if (value === undefined || Number.isNaN(value)) continue;
		const own = Object.entries(labels).map(([key, text]) => `${key}="${escape(text)}"`);
		if (!groups.has(name)) groups.set(name, []);
		groups.get(name).push(`${name}${own.length > 0 ? `{${own.join(',')}}` : ''} ${Number(value)}`);
	}
	return `${[...groups].flatMap(([name, lines]) => [`# HELP ${name} ${METRICS[name]}`, `# TYPE ${name} gauge`, ...lines]).join('\n')}\n`;
}
