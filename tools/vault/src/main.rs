// SPDX-License-Identifier: GPL-3.0-or-later

#![doc = include_str!("../README.md")]

mod balance;
mod house;
mod proof;
mod source;

use clap::{Args, Parser, Subcommand};
use house::{bytes, nodes, House, Kind};
use source::Source;
use std::time::Duration;
use subxt::{dynamic::Value, utils::AccountId32};
use subxt_signer::{sr25519::Keypair, SecretUri};

#[derive(Parser)]
#[command(name = "straddle-vault", version, about, long_about = None)]
struct Cli {
	/// A node of Straddle.
	#[arg(long, global = true, default_value = "ws://127.0.0.1:9944")]
	node: String,
	#[command(subcommand)]
	task: Task,
}

#[derive(Subcommand)]
enum Task {
	/// Where to send collateral: the vault's address on its source chain.
	Address {
		#[command(flatten)]
		whose: Whose,
		/// On which source chain, by its number here.
		#[arg(long, default_value_t = 1)]
		source: u16,
	},
	/// What lies in a vault, what of it is proven and what is on its way.
	Watch {
		#[command(flatten)]
		vault: At,
		/// Look once and go.
		#[arg(long)]
		once: bool,
		/// Prove it whenever more lies there than is proven; the key pays the fees.
		#[arg(long, value_name = "KEY")]
		prove: Option<String>,
	},
	/// Prove what lies in a vault.
	Prove {
		#[command(flatten)]
		vault: At,
		/// Who pays the fee.
		#[command(flatten)]
		signer: Signer,
	},
	/// Take collateral out of a vault.
	Release {
		#[command(flatten)]
		whose: Whose,
		/// Of which kind.
		#[arg(long)]
		kind: u16,
		/// How much, in whole tokens.
		#[arg(long)]
		amount: String,
		/// To which account on the source chain.
		#[arg(long)]
		to: AccountId32,
		/// The account's owner.
		#[command(flatten)]
		signer: Signer,
	},
}

#[derive(Args)]
struct Whose {
	/// The margin account.
	#[arg(long, conflicts_with = "owner")]
	account: Option<AccountId32>,
	/// Its owner instead.
	#[arg(long, required_unless_present = "account")]
	owner: Option<AccountId32>,
	/// Which of the owner's accounts.
	#[arg(long, default_value_t = 0)]
	index: u32,
}

#[derive(Args)]
struct At {
	#[command(flatten)]
	whose: Whose,
	/// Of which kind.
	#[arg(long)]
	kind: u16,
	/// A node of the source chain.
	#[arg(long)]
	source: String,
}

#[derive(Args)]
struct Signer {
	/// A key: a phrase, a seed or a path like //Alice. Better in STRADDLE_KEY than on a command line.
	#[arg(long)]
	key: Option<String>,
}

type Told<T> = Result<T, String>;

impl Whose {
	async fn account(&self, house: &House) -> Told<AccountId32> {
		match (&self.account, &self.owner) {
			(Some(account), _) => Ok(*account),
			(None, Some(owner)) => house.margin_account(owner, self.index).await,
			(None, None) => Err("neither an account nor an owner".into()),
		}
	}
}

impl Signer {
	fn pair(self) -> Told<Keypair> {
		let given = self.key.or_else(|| std::env::var("STRADDLE_KEY").ok());
		pair(&given.ok_or("no key: set STRADDLE_KEY or give --key")?)
	}
}

fn pair(secret: &str) -> Told<Keypair> {
	let secret: SecretUri = secret.parse().map_err(|error| format!("the key: {error}"))?;
	Keypair::from_uri(&secret).map_err(|error| format!("the key: {error}"))
}

/// A vault at hand.
struct Vault {
	house: House,
	source: Source,
	account: AccountId32,
	number: u16,
	kind: Kind,
	address: AccountId32,
}

impl Vault {
	async fn open(node: &str, at: At) -> Told<Self> {
		let house = House::at(node).await?;
		let account = at.whose.account(&house).await?;
		let kind = house.kind(at.kind).await?;
		let address = house.vault_address(&account).await?;
		let source = Source::at(&at.source).await?;
		Ok(Self { house, source, account, number: at.kind, kind, address })
	}

	/// Tell how it stands; whether more lies there than is proven.
	async fn look(&self) -> Told<bool> {
		let held = self.source.held(&self.kind.holding, &self.address.0).await?;
		let vault = self.house.vault(&self.account, self.number).await?;
		println!("{}", line(held, &vault, self.kind.decimals));
		Ok(held > vault.proven)
	}

	/// Prove it against the newest head that the house knows.
	async fn prove(&self, key: &Keypair) -> Told<()> {
		let head = self.house.newest_head(self.kind.source).await?;
		let holding = &self.kind.holding;
		let proof = self.source.proof(holding, &self.address.0, head.number).await?;
		let proof = proof::compact(&head.state_root, proof)?;
		let size: usize = proof.iter().map(|node| node.bytes.len()).sum();
		println!("proof of block {}: {} nodes, {size} bytes", head.number, proof.len());
		let call = vec![
			("account", bytes(&self.account.0)),
			("kind", Value::u128(self.number.into())),
			("relay_block", Value::u128(head.relay_block.into())),
			("nodes", nodes(&proof)),
		];
		let block = self.house.submit("prove", call, key).await?;
		println!("proven in {block}");
		Ok(())
	}
}

/// How a vault stands in which `held` lies. What counts is what the ledger says, not what is left of the other
/// figures: a breach, rights that were sold and caps take from it.
fn line(held: u128, vault: &house::Vault, decimals: u8) -> String {
	let show = |amount| tokens(amount, decimals);
	let sold = match vault.sold {
		0 => String::new(),
		sold => format!(", sold and still in it {}", show(sold)),
	};
	let alarm = match vault.breached {
		true => ", BREACHED: for maintenance alone, and less with every block",
		false => "",
	};
	format!(
		"holds {}, proven {} in block {}, ordered out {}{sold}, counts {}{alarm}",
		show(held),
		show(vault.proven),
		vault.number,
		show(vault.ordered),
		show(vault.own),
	)
}

/// Smallest units as whole tokens.
fn tokens(amount: u128, decimals: u8) -> String {
	let digits = format!("{amount:0>width$}", width = usize::from(decimals).saturating_add(1));
	let (whole, part) = digits.split_at(digits.len().saturating_sub(decimals.into()));
	match part.trim_end_matches('0') {
		"" => whole.to_owned(),
		part => format!("{whole}.{part}"),
	}
}

/// Whole tokens as smallest units.
///
/// # Errors
/// It is no such number, or it has more places than the token.
fn units(text: &str, decimals: u8) -> Told<u128> {
	let wrong = || format!("{text} is no amount with at most {decimals} places");
	let (whole, part) = text.split_once('.').unwrap_or((text, ""));
	let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
	if !digits(whole) || !digits(part) || part.len() > decimals.into() || whole.is_empty() {
		return Err(wrong());
	}
	format!("{whole}{part:0<width$}", width = decimals.into()).parse().map_err(|_| wrong())
}

async fn run(Cli { node, task }: Cli) -> Told<()> {
	match task {
		Task::Address { whose, source } => {
			let house = House::at(&node).await?;
			let account = whose.account(&house).await?;
			println!("margin account  {account}");
			println!("vault address   {}", house.written_address(source, &account).await?);
		},
		Task::Watch { vault, once, prove } => {
			let key = prove.as_deref().map(pair).transpose()?;
			let vault = Vault::open(&node, vault).await?;
			loop {
				let grown = vault.look().await?;
				if let (true, Some(key)) = (grown, &key) {
					// A head may be too old for the node or too young for the proof: later again.
					if let Err(error) = vault.prove(key).await {
						eprintln!("not proven: {error}");
					}
				}
				if once {
					return Ok(());
				}
				tokio::time::sleep(Duration::from_secs(6)).await;
			}
		},
		Task::Prove { vault, signer } => {
			let key = signer.pair()?;
			Vault::open(&node, vault).await?.prove(&key).await?;
		},
		Task::Release { whose, kind, amount, to, signer } => {
			let key = signer.pair()?;
			let house = House::at(&node).await?;
			let account = whose.account(&house).await?;
			let amount = units(&amount, house.kind(kind).await?.decimals)?;
			let call = vec![
				("account", bytes(&account.0)),
				("kind", Value::u128(kind.into())),
				("amount", Value::u128(amount)),
				("to", bytes(&to.0)),
			];
			let block = house.submit("release", call, &key).await?;
			println!("ordered in {block}; the source chain's answer takes some blocks");
		},
	}
	Ok(())
}

#[tokio::main]
async fn main() -> std::process::ExitCode {
	match run(Cli::parse()).await {
		Ok(()) => std::process::ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("straddle-vault: {error}");
			std::process::ExitCode::FAILURE
		},
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;

	#[test]
	fn the_command_line_makes_sense() {
		Cli::command().debug_assert();
	}

	#[test]
	fn what_counts_is_what_the_ledger_says() {
		let mut vault = house::Vault {
			proven: 45_001,
			ordered: 5_000,
			own: 40_000,
			number: 104,
			..Default::default()
		};
		let whole = "holds 4500.1, proven 4500.1 in block 104, ordered out 500, counts 4000";
		assert_eq!(line(45_001, &vault, 1), whole);
		(vault.ordered, vault.own, vault.sold) = (9_600, 30_400, 9_600);
		let sold = "holds 4500.1, proven 4500.1 in block 104, ordered out 960, sold and still in it 960, counts 3040";
		assert_eq!(line(45_001, &vault, 1), sold);
		// Of a breached one P − X is not what counts.
		(vault.ordered, vault.own, vault.breached) = (0, 100, true);
		let told = line(10_000, &vault, 1);
		assert!(told.ends_with(
			"sold and still in it 960, counts 10, BREACHED: for maintenance alone, and less with every block"
		));
	}

	#[test]
	fn amounts_are_read_as_they_are_shown() {
		for (amount, decimals, text) in
			[(0, 6, "0"), (1, 6, "0.000001"), (1_500_000, 6, "1.5"), (12, 0, "12"), (10, 1, "1")]
		{
			assert_eq!(tokens(amount, decimals), text);
			assert_eq!(units(text, decimals), Ok(amount));
		}
		for wrong in ["", ".5", "1.", "-1", "1e3", "0.0000001", "1.2.3", "x", &"9".repeat(50)] {
			assert_eq!(units(wrong, 6).is_ok(), wrong == "1.", "{wrong}");
		}
	}
}
