// SPDX-License-Identifier: GPL-3.0-or-later

//! Straddle's own node.

use crate::{balance::Holding, proof::Node};
use codec::{Decode, Encode};
use subxt::{
	backend::LegacyBackend,
	dynamic::{self, At, Value},
	ext::scale_value::Composite,
	utils::AccountId32,
	OnlineClient, OnlineClientAtBlock, PolkadotConfig,
};
use subxt_rpcs::RpcClient;
use subxt_signer::sr25519::Keypair;

/// A connection.
pub struct House(OnlineClient<PolkadotConfig>);

/// Where a kind lies.
pub struct Kind {
	/// The source's number.
	pub source: u16,
	/// How the source chain keeps it.
	pub holding: Holding,
	/// Decimals.
	pub decimals: u8,
}

/// A head of a source chain.
#[derive(Clone, Copy)]
pub struct Head {
	/// Relay block in which it was read.
	pub relay_block: u32,
	/// The source chain's own block.
	pub number: u32,
	/// The root of its state.
	pub state_root: [u8; 32],
}

/// What is known of a vault, in smallest units.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct Vault {
	/// P.
	pub proven: u128,
	/// X.
	pub ordered: u128,
	/// Σ rights in it: what was sold of it and is not delivered.
	pub sold: u128,
	/// What the ledger counts of it as its own account's.
	pub own: u128,
	/// The source chain's block of the last proof.
	pub number: u32,
	/// More is missing than orders can have taken.
	pub breached: bool,
}

type Told<T> = Result<T, String>;

fn said<E: std::fmt::Display>(what: &'static str) -> impl Fn(E) -> String {
	move |error| format!("{what}: {error}")
}

fn missing(what: &str) -> String {
	format!("the chain tells no {what}: is this tool of another version?")
}

/// A number, also one with a name of its own around it.
fn whole<C>(value: Option<&Value<C>>, what: &str) -> Told<u128> {
	let number = value.and_then(|value| value.as_u128().or_else(|| value.at(0)?.as_u128()));
	number.ok_or_else(|| missing(what))
}

fn small<T: TryFrom<u128>, C>(value: Option<&Value<C>>, what: &str) -> Told<T> {
	T::try_from(whole(value, what)?).map_err(|_| missing(what))
}

/// What a bounded list holds.
fn list<C>(value: Option<&Value<C>>) -> impl Iterator<Item = &Value<C>> {
	let inner = value.and_then(|value| value.at(0));
	(0usize..).map_while(move |index| inner.and_then(|inner| inner.at(index)))
}

/// Connect to a node.
///
/// # Errors
/// The URL cannot be read, or nobody answers.
pub async fn connect(url: &str) -> Told<RpcClient> {
	RpcClient::from_insecure_url(url).await.map_err(|error| format!("{url}: {error}"))
}

impl House {
	/// Connect to a node.
	///
	/// # Errors
	/// Nobody answers.
	pub async fn at(url: &str) -> Told<Self> {
		// By the methods that every node has: of the newer ones a development node answers some never.
		let backend = LegacyBackend::builder().build(connect(url).await?);
		let client = OnlineClient::from_backend(std::sync::Arc::new(backend)).await;
		Ok(Self(client.map_err(said("connecting"))?))
	}

	/// The margin account of an owner.
	///
	/// # Errors
	/// The chain does not answer.
	pub async fn margin_account(&self, owner: &AccountId32, index: u32) -> Told<AccountId32> {
		let arguments = vec![bytes(&owner.0), Value::u128(index.into())];
		Ok(AccountId32(self.view("Margin", "account_id", arguments).await?))
	}

	/// The address of an account's vault, the same on every source chain.
	///
	/// # Errors
	/// The chain does not answer.
	pub async fn vault_address(&self, account: &AccountId32) -> Told<AccountId32> {
		let arguments = vec![bytes(&account.0), Value::unnamed_variant("Collateral", [])];
		Ok(AccountId32(self.view("RemoteVault", "vault_address", arguments).await?))
	}

	/// The same as a source chain writes it.
	///
	/// # Errors
	/// The chain does not answer, or does not know the source.
	pub async fn written_address(&self, source: u16, account: &AccountId32) -> Told<String> {
		let purpose = Value::unnamed_variant("Collateral", []);
		let arguments = vec![Value::u128(source.into()), bytes(&account.0), purpose];
		let written: Option<String> =
			self.view("RemoteVault", "vault_address_on", arguments).await?;
		written.ok_or(format!("the chain knows no source {source}"))
	}

	/// Ask a view function. The runtime takes its arguments as one string of bytes and answers with one; subxt of
	/// this version leaves out the length of the first.
	async fn view<Answer: Decode>(
		&self,
		pallet: &str,
		view: &'static str,
		arguments: Vec<Value>,
	) -> Told<Answer> {
		let at = self.0.at_current_block().await.map_err(said("newest block"))?;
		let views = at.view_functions();
		let call = dynamic::view_function_call::<_, Value>(pallet, view, arguments);
		let bytes = views.encode_args(call).map_err(said(view))?;
		let (id, arguments) = bytes.split_at_checked(32).ok_or_else(|| missing(view))?;
		let call = [id, &arguments.to_vec().encode()].concat();
		let answer = views.call_raw(Some(&call)).await.map_err(said(view))?;
		let answer = match answer.split_first() {
			Some((0, bytes)) => Vec::<u8>::decode(&mut &*bytes).map_err(said(view))?,
			_ => return Err(missing(view)),
		};
		Answer::decode(&mut &answer[..]).map_err(said(view))
	}

	async fn stored(&self, pallet: &str, item: &str, keys: Vec<Value>) -> Told<Option<Value>> {
		let at = self.0.at_current_block().await.map_err(said("newest block"))?;
		stored_at(&at, pallet, item, keys).await
	}

	/// Where a kind lies and how.
	///
	/// # Errors
	/// No source has it.
	pub async fn kind(&self, kind: u16) -> Told<Kind> {
		let number = || Value::u128(kind.into());
		let source = self.stored("RemoteVault", "SourceOf", vec![number()]).await?;
		let source = source.ok_or(format!("kind {kind} is on no source chain"))?;
		let source: u16 = small(Some(&source), "source")?;
		let info = self.stored("RemoteVault", "Sources", vec![Value::u128(source.into())]).await?;
		let info = info.ok_or_else(|| missing("source"))?;
		let mut entries = list(info.at("kinds"));
		let entry = entries.find(|entry| whole(entry.at(0), "kind") == Ok(kind.into()));
		let remote = entry.and_then(|entry| entry.at(1)).ok_or_else(|| missing("kind"))?;
		let listed = self.stored("Collateral", "Kinds", vec![number()]).await?;
		let decimals = listed.as_ref().and_then(|listed| listed.at("decimals"));
		Ok(Kind {
			source,
			holding: holding(remote.at("holding").ok_or_else(|| missing("holding"))?)?,
			decimals: decimals.map_or(Ok(0), |decimals| small(Some(decimals), "decimals"))?,
		})
	}

	/// The newest head of a source chain that proofs may be made against.
	///
	/// # Errors
	/// None is known.
	pub async fn newest_head(&self, source: u16) -> Told<Head> {
		type Anchor = (u32, u32, [u8; 32], [u8; 32]);
		let anchors: Vec<Anchor> =
			self.view("RemoteVault", "anchors", vec![Value::u128(source.into())]).await?;
		let (relay_block, number, state_root, _) =
			*anchors.last().ok_or("no head of the source chain is known yet")?;
		Ok(Head { relay_block, number, state_root })
	}

	/// What is known of a vault; nothing if it was never proven.
	///
	/// # Errors
	/// The chain does not answer.
	pub async fn vault(&self, account: &AccountId32, kind: u16) -> Told<Vault> {
		// Both of one block: what covers lots follows from what was proven.
		let at = self.0.at_current_block().await.map_err(said("newest block"))?;
		let keys = || vec![bytes(&account.0), Value::u128(kind.into())];
		let vault = stored_at(&at, "RemoteVault", "Vaults", keys()).await?;
		let cover = stored_at(&at, "RemoteVault", "Covers", keys()).await?;
		vault.map_or(Ok(Vault::default()), |vault| vault_of(&vault, cover.as_ref()))
	}

	/// Sign a call of the vaults' pallet, wait until it is in a block, and return that block's hash.
	///
	/// # Errors
	/// It is refused; the chain's own words.
	pub async fn submit(
		&self,
		call: &str,
		with: Vec<(&str, Value)>,
		key: &Keypair,
	) -> Told<String> {
		let named = with.into_iter().map(|(name, value)| (name.to_owned(), value));
		let call = dynamic::transaction("RemoteVault", call, Composite::named(named));
		let mut transactions = self.0.transactions().await.map_err(said("newest block"))?;
		let sent = transactions.sign_and_submit_then_watch_default(&call, key).await;
		let done =
			sent.map_err(said("sending"))?.wait_for_finalized().await.map_err(said("waiting"))?;
		done.wait_for_success().await.map_err(said("refused"))?;
		Ok(format!("{:?}", done.block_hash()))
	}
}

async fn stored_at(
	at: &OnlineClientAtBlock<PolkadotConfig>,
	pallet: &str,
	item: &str,
	keys: Vec<Value>,
) -> Told<Option<Value>> {
	let address = dynamic::storage::<Vec<Value>, Value>(pallet, item);
	let found = at.storage().try_fetch(address, keys).await.map_err(said("reading"))?;
	found.map(|value| value.decode().map_err(said("decoding"))).transpose()
}

/// A vault as `RemoteVault.Vaults` and `Covers` have it.
fn vault_of<C>(vault: &Value<C>, cover: Option<&Value<C>>) -> Told<Vault> {
	let ordered = |slot: &str| {
		let slot = vault.at(slot).ok_or_else(|| missing(slot))?;
		slot.at(0).map_or(Ok(0), |order| whole(order.at("amount"), "ordered amount"))
	};
	let covered = |what: &str| cover.map_or(Ok(0), |cover| whole(cover.at(what), what));
	let breach = vault.at("breach").ok_or_else(|| missing("breach"))?;
	Ok(Vault {
		proven: whole(vault.at("proven"), "proven amount")?,
		ordered: ordered("release")?.saturating_add(ordered("seizure")?),
		sold: covered("entitled")?,
		own: covered("own")?,
		number: small(vault.at("number"), "number")?,
		breached: breach.at(0).is_some(),
	})
}

/// Bytes as a call or a key wants them.
pub fn bytes(bytes: &[u8]) -> Value {
	Value::from_bytes(bytes)
}

/// A proof's nodes as the call wants them.
pub fn nodes(proof: &[Node]) -> Value {
	let node = |node: &Node| {
		Value::named_composite([
			("at", Value::u128(node.at as u128)),
			("bytes", bytes(&node.bytes)),
		])
	};
	Value::unnamed_composite(proof.iter().map(node))
}

fn holding<C>(value: &Value<C>) -> Told<Holding> {
	use subxt::ext::scale_value::ValueDef::Variant;
	let Variant(variant) = &value.value else { return Err(missing("holding")) };
	let inner = value.at(0);
	match variant.name.as_str() {
		"Native" => Ok(Holding::Native),
		"Asset" => Ok(Holding::Asset(small(inner, "asset")?)),
		"Foreign" => {
			let bytes = list(inner).map(|byte| small(Some(byte), "byte"));
			Ok(Holding::Foreign(bytes.collect::<Told<Vec<u8>>>()?))
		},
		other => Err(missing(other)),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn order(amount: u128) -> Value {
		let order = [("id", Value::u128(0)), ("amount", Value::u128(amount))];
		Value::unnamed_variant("Some", [Value::named_composite(order)])
	}

	fn none() -> Value {
		Value::unnamed_variant("None", [])
	}

	fn stored(release: Value, seizure: Value, breach: Value) -> Value {
		Value::named_composite([
			("proven", Value::u128(100)),
			("release", release),
			("seizure", seizure),
			("floor", Value::u128(3)),
			("number", Value::u128(7)),
			("breach", breach),
		])
	}

	#[test]
	fn a_vault_is_what_the_chain_keeps_of_it() {
		let expected = Vault { proven: 100, number: 7, ..Vault::default() };
		assert_eq!(vault_of(&stored(none(), none(), none()), None), Ok(expected));
		// 100 proven, 10 released, 20 on delivery, of rights to 50; 25 are credited, the deposit is 5.
		let cover = Value::named_composite([
			("own", Value::u128(25)),
			("entitled", Value::u128(50)),
			("firm", Value::u128(0)),
		]);
		let missing = Value::named_composite([("missing", Value::u128(1))]);
		let vault = stored(order(10), order(20), Value::unnamed_variant("Some", [missing]));
		let expected =
			Vault { proven: 100, ordered: 30, sold: 50, own: 25, number: 7, breached: true };
		assert_eq!(vault_of(&vault, Some(&cover)), Ok(expected));
	}

	#[test]
	fn a_chain_that_keeps_it_otherwise_is_an_error() {
		let bare = Value::named_composite([("proven", Value::u128(1))]);
		assert!(vault_of(&bare, None).is_err());
		let nameless = Value::unnamed_variant("Some", [Value::u128(5)]);
		assert!(vault_of(&stored(nameless, none(), none()), None).is_err());
		let empty = Value::named_composite([("own", none())]);
		assert!(vault_of(&stored(none(), none(), none()), Some(&empty)).is_err());
	}
}
