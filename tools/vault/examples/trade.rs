// SPDX-License-Identifier: GPL-3.0-or-later

//! Straddle with subxt 0.50.3, without generated types: `docs/clients/subxt.md` shows this file part by part.
//!
//! ```text
//! trade ws://127.0.0.1:9944 //Maker //Taker
//! ```
//!
//! Both keys need STRD for fees and 20,000 USDT each on this chain.

use codec::{Decode, Encode};
use std::{error::Error, str::FromStr, sync::Arc};
use subxt::{
	backend::LegacyBackend,
	dynamic::{self, Value},
	ext::scale_value::Composite,
	extrinsics::ExtrinsicEvents,
	OnlineClient, PolkadotConfig,
};
use subxt_rpcs::RpcClient;
use subxt_signer::{sr25519::Keypair, SecretUri};

type Told<T> = Result<T, Box<dyn Error>>;
type Api = OnlineClient<PolkadotConfig>;
type Events = ExtrinsicEvents<PolkadotConfig>;

/// Smallest units of a USDT, and millionths of a contract.
const USDT: u128 = 1_000_000;
const CONTRACT: i128 = 1_000_000;

/// A series: underlying, expiry, strike, and 0 a future, 1 a call, 2 a put.
#[derive(Clone, Copy, Debug, Decode)]
struct Series(u16, u64, u64, u8);

impl Series {
	fn value(self) -> Value {
		let kind = ["Future", "Call", "Put"].get(usize::from(self.3)).copied().unwrap_or("Future");
		named([
			("underlying", Value::u128(self.0.into())),
			("expiry", Value::u128(self.1.into())),
			("strike", Value::u128(self.2.into())),
			("kind", variant(kind)),
		])
	}
}

fn named<const N: usize>(fields: [(&str, Value); N]) -> Value {
	Value::named_composite(fields)
}

fn variant(name: &str) -> Value {
	Value::unnamed_variant(name, [])
}

async fn open(url: &str) -> Told<Api> {
	// A development node answers some of the newer methods never.
	let backend = LegacyBackend::builder().build(RpcClient::from_insecure_url(url).await?);
	Ok(Api::from_backend(Arc::new(backend)).await?)
}

/// Sign a call, wait until it is in a final block. An error has the chain's own name.
async fn send<const N: usize>(
	api: &Api,
	key: &Keypair,
	pallet: &str,
	call: &str,
	fields: [(&str, Value); N],
) -> Told<Events> {
	let fields = fields.map(|(name, value)| (name.to_owned(), value));
	let call = dynamic::transaction(pallet, call, Composite::named(fields));
	let mut transactions = api.transactions().await?;
	let sent = transactions.sign_and_submit_then_watch_default(&call, key).await?;
	Ok(sent.wait_for_finalized().await?.wait_for_success().await?)
}

/// How many events of this name a call caused.
fn count(events: &Events, pallet: &str, name: &str) -> usize {
	let matches = |pair: (&str, &str)| pair == (pallet, name);
	events.iter().flatten().filter(|e| matches((e.pallet_name(), e.event_name()))).count()
}

/// Ask a view function. The runtime takes its arguments as one string of bytes and answers with one.
async fn view<Answer: Decode>(
	api: &Api,
	pallet: &str,
	name: &str,
	arguments: Vec<Value>,
) -> Told<Answer> {
	let at = api.at_current_block().await?;
	let views = at.view_functions();
	let call = dynamic::view_function_call::<_, Value>(pallet, name, arguments);
	let bytes = views.encode_args(call)?;
	let (id, arguments) = bytes.split_at_checked(32).ok_or("no query id")?;
	let call = [id, &arguments.to_vec().encode()].concat();
	let answer = views.call_raw(Some(&call)).await?;
	let bytes = Result::<Vec<u8>, u8>::decode(&mut &answer[..])?;
	let bytes = bytes.map_err(|error| format!("{name}: error {error}"))?;
	Ok(Answer::decode(&mut &bytes[..])?)
}

/// Open margin account 0 of a key and deposit. Resolves to the account's id.
async fn account(api: &Api, key: &Keypair, amount: u128) -> Told<Value> {
	let owner = Value::from_bytes(key.public_key().0);
	let id: [u8; 32] = view(api, "Margin", "account_id", vec![owner, Value::u128(0)]).await?;
	let id = Value::from_bytes(id);
	send(api, key, "Margin", "create_account", [("index", Value::u128(0))]).await?;
	let deposit =
		[("account", id.clone()), ("kind", Value::u128(0)), ("amount", Value::u128(amount))];
	send(api, key, "Collateral", "deposit", deposit).await?;
	Ok(id)
}

/// Quote both sides of options in volatility, `spread` millionths away from `middle`. Resolves to the events.
async fn quote(
	api: &Api,
	key: &Keypair,
	account: &Value,
	options: &[Series],
	middle: u128,
	spread: u128,
) -> Told<Events> {
	let side = |series: &Series, side, volatility| {
		named([
			("series", series.value()),
			("side", variant(side)),
			("quantity", Value::i128(CONTRACT)),
			("rate", Value::unnamed_variant("Pegged", [Value::u128(volatility)])),
		])
	};
	let both = |series| {
		let (bid, ask) = (middle.saturating_sub(spread), middle.saturating_add(spread));
		[side(series, "Buy", bid), side(series, "Sell", ask)]
	};
	let quotes = Value::unnamed_composite(options.iter().flat_map(both));
	let fields = [("account", account.clone()), ("underlying", Value::u128(0)), ("quotes", quotes)];
	send(api, key, "Options", "mass_quote", fields).await
}

async fn order(
	api: &Api,
	key: &Keypair,
	account: &Value,
	series: Series,
	quantity: i128,
	price: i128,
) -> Told<Events> {
	let fields = [
		("account", account.clone()),
		("series", series.value()),
		("side", variant("Buy")),
		("quantity", Value::i128(quantity)),
		("limit_price", Value::i128(price)),
		("time_in_force", variant("ImmediateOrCancel")),
		("reduce_only", Value::bool(false)),
	];
	send(api, key, "Options", "place_order", fields).await
}

/// Legs of a request: `sign` turns them round for the other side.
fn legs(legs: &[(Series, i128)], sign: i128) -> Value {
	let leg = |(series, quantity): &(Series, i128)| {
		let quantity = Value::i128(quantity.saturating_mul(sign));
		Value::named_variant("Contracts", [("series", series.value()), ("quantity", quantity)])
	};
	Value::unnamed_composite(legs.iter().map(leg))
}

/// An intent for one unit of size, good until `deadline`, for `taker` alone.
fn intent(account: &Value, legs: Value, limit: i128, deadline: u64, taker: &Value) -> Value {
	named([
		("account", account.clone()),
		("legs", legs),
		("limit", Value::i128(limit)),
		("bands", Value::unnamed_composite([])),
		("max_age_ms", Value::u128(120_000)),
		("min_size", Value::u128(1)),
		("max_size", Value::u128(1)),
		("nonce", Value::u128(0)),
		("deadline", Value::u128(deadline.into())),
		("taker", Value::unnamed_variant("Some", [taker.clone()])),
		("fee_cap", Value::u128(100 * USDT)),
	])
}

fn fill(intent: &Value, authority: &Value) -> Value {
	named([("intent", intent.clone()), ("size", Value::u128(1)), ("authority", authority.clone())])
}

#[tokio::main]
async fn main() -> Told<()> {
	let arguments: Vec<String> = std::env::args().skip(1).collect();
	let [url, maker, taker] = arguments.as_slice() else {
		return Err("usage: trade URL MAKER-KEY TAKER-KEY".into());
	};
	let api = open(url).await?;
	let maker = Keypair::from_uri(&SecretUri::from_str(maker)?)?;
	let taker = Keypair::from_uri(&SecretUri::from_str(taker)?)?;

	let sells = account(&api, &maker, 20_000 * USDT).await?;
	let buys = account(&api, &taker, 20_000 * USDT).await?;
	println!("two margin accounts, 20,000 USDT in each");

	// The options at the money of the last listed expiry: those whose call and put are worth most alike.
	let listed: Vec<Series> = view(&api, "Options", "series_of", vec![Value::u128(0)]).await?;
	let expiry = listed.iter().map(|series| series.1).max().ok_or("nothing is listed")?;
	let mut nearest: Option<(i128, i128, [Series; 2])> = None;
	for call in listed.iter().filter(|series| series.1 == expiry && series.3 == 1) {
		let put = Series(call.0, call.1, call.2, 2);
		let mark = |series: Series| {
			view::<Option<Option<i128>>>(&api, "Options", "quote", vec![series.value()])
		};
		let (Some(Some(c)), Some(Some(p))) = (mark(*call).await?, mark(put).await?) else {
			continue;
		};
		let apart = c.saturating_sub(p).saturating_abs();
		if nearest.as_ref().is_none_or(|(least, ..)| apart < *least) {
			nearest = Some((apart, c.saturating_add(p), [*call, put]));
		}
	}
	let (_, straddle, [call, put]) = nearest.ok_or("no mark")?;
	println!("{call:?} and its put are worth {straddle}");

	let quoted = quote(&api, &maker, &sells, &[call, put], 600_000, 100_000).await?;
	println!("quoted: {} refused", count(&quoted, "Options", "QuoteRefused"));
	let limit = straddle.saturating_mul(2) / 100_000 * 100_000;
	let filled = order(&api, &taker, &buys, call, CONTRACT / 10, limit).await?;
	println!("order: {} trades", count(&filled, "Options", "Traded"));

	// A straddle of a tenth of a contract by request: one unit of size, two legs.
	let wanted = [(call, CONTRACT / 10), (put, CONTRACT / 10)];
	let deadline = now(&api).await?.saturating_add(600_000);
	let request = [
		("account", buys.clone()),
		("legs", legs(&wanted, 1)),
		("size", Value::u128(1)),
		("deadline", Value::u128(deadline.into())),
		("maker", variant("None")),
	];
	send(&api, &taker, "Options", "open_request", request).await?;
	// The number before the next one is ours, if nobody else asked meanwhile.
	let (id, price) = (last_request(&api).await?, straddle / 10);

	let answer = intent(&sells, legs(&wanted, -1), -price, deadline, &buys);
	let (message, _): (Vec<u8>, [u8; 32]) =
		view(&api, "Options", "intent_message", vec![answer.clone()]).await?;
	let signature = Value::from_bytes(maker.sign(&message).0);
	let signed = Value::named_variant(
		"Signature",
		[
			("signer", Value::from_bytes(maker.public_key().0)),
			("signature", Value::unnamed_variant("Sr25519", [signature])),
		],
	);
	let fields =
		[("request", Value::u128(id)), ("intent", answer.clone()), ("authority", signed.clone())];
	send(&api, &maker, "Options", "quote_request", fields).await?;
	let own = intent(&buys, legs(&wanted, 1), price, deadline, &sells);
	let fields = [
		("request", Value::u128(id)),
		("taker", fill(&own, &variant("Submitter"))),
		("maker", fill(&answer, &signed)),
	];
	let settled = send(&api, &taker, "Options", "accept_quote", fields).await?;
	println!("request {id}: {} intents filled", count(&settled, "Options", "IntentFilled"));

	let home = Value::from_bytes(taker.public_key().0);
	let fields = [
		("account", buys.clone()),
		("kind", Value::u128(0)),
		("amount", Value::u128(100 * USDT)),
		("to", home),
	];
	send(&api, &taker, "Collateral", "withdraw", fields).await?;
	println!("100 USDT withdrawn");
	let vault: [u8; 32] =
		view(&api, "RemoteVault", "vault_address", vec![buys, variant("Collateral")]).await?;
	println!("vault 0x{}", hex::encode(vault));
	Ok(())
}

/// Chain time in milliseconds.
async fn now(api: &Api) -> Told<u64> {
	let at = api.at_current_block().await?;
	Ok(at.storage().fetch(dynamic::storage::<(), u64>("Timestamp", "Now"), ()).await?.decode()?)
}

/// The newest request of the board.
async fn last_request(api: &Api) -> Told<u128> {
	let at = api.at_current_block().await?;
	let address = dynamic::storage::<(), Value>("Options", "OpenRequests");
	let board = at.storage().fetch(address, ()).await?.decode()?;
	let next = dynamic::At::at(&board, "next").and_then(Value::as_u128).ok_or("no board")?;
	Ok(next.saturating_sub(1))
}
