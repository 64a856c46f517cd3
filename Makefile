# SPDX-License-Identifier: GPL-3.0-or-later

# Every recipe runs in one shell with the same environment: one toolchain, one target directory.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.SILENT:
.DEFAULT_GOAL := help
ENV := source scripts/env

.PHONY: help setup build release test lint test-rust test-node test-page test-deep demo run stability bench simulate weights chain-specs relay vault zombienet mutants

help: ## this list
	grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 24

setup: ## install what is missing (a second run skips it)
	scripts/setup

build: setup ## build the node with the runtime in it
	$(ENV); phase "build the node" cargo build --locked $$NODE_SET

release: setup ## build what operators run: the node optimised, the blob with the metadata's hash; prints the code's hash
	scripts/release

demo: $(if $(VAULT),setup,build) ## the story: from deposit to liquidation on a development node (KEEP=1 leaves it up; VAULT=1: the life of a vault instead, on two chains in one process)
	if [ -n "$(VAULT)" ]; then
		$(ENV); cargo test --locked $$TEST_SET --lib --quiet tests::life::story -- --nocapture | grep -vE '^$$|^running|: ok\. 0 passed'
	else
		$(ENV); KEEP=$(KEEP) node e2e/demo.mjs
	fi

test: setup ## build and pass every test
	scripts/test

lint: setup ## formats and clippy only
	scripts/test lint

test-rust: setup ## the Rust tests only
	scripts/test rust

test-node: setup ## the client's tests against a development node
	scripts/test node

test-page: setup ## the risk page in a headless Chromium, against a development node (PICTURES=1 writes docs/screens anew)
	scripts/test page

test-deep: build relay ## what takes longer than CI has: property tests at depth, real siblings, chopsticks, the story at 3 s a block
	$(ENV); export PROPTEST_CASES=$${PROPTEST_CASES:-2000} INTERLEAVINGS=$${INTERLEAVINGS:-100000}
	phase "property tests, $$PROPTEST_CASES cases" cargo test --locked $$TEST_SET
	FUZZ_INPUTS=$${FUZZ_INPUTS:-10000000} FUZZ_SEED=$${FUZZ_SEED:-$$(date +%s)} \
		phase "spoilt proofs" cargo test --locked $$TEST_SET --lib spoilt_proof -- --nocapture
	scripts/siblings test
	scripts/chopsticks
	BLOCK_MS=3000 phase "the story, a block every 3 s" node e2e/demo.mjs

mutants: setup ## break the guards of vaults one at a time and say which random test finds it (CASES at most)
	scripts/mutants

run: build ## a development node, the price server and the risk page, until you stop them
	$(ENV); node e2e/run.mjs

stability: build ## many accounts trade for some minutes against a development node (SEED, ACCOUNTS, SECONDS, RATE, BLOCK_MS)
	$(ENV); node e2e/stability.mjs

bench: setup ## measure what docs/performance.md quotes
	scripts/bench

simulate: setup ## bad days on the real runtime (DAYS, TRADERS, SEED and PLOTS: see scripts/simulate)
	scripts/simulate

weights: setup ## measure every pallet's weights into its weights.rs
	scripts/weights

chain-specs: build ## write chain-specs/ anew from the node's presets
	scripts/chain-specs

vault: setup ## build the command line tool for vaults (tools/vault)
	$(ENV); phase "build straddle-vault" command cargo build --locked --manifest-path tools/vault/Cargo.toml
	echo "$$CARGO_TARGET_DIR/debug/straddle-vault"

relay: setup ## build the relay chain's node and runtime (from cold a quarter of an hour after the node)
	scripts/relay

zombienet: relay ## a relay chain, two collators, and the test of them (LOAD=30: so many minutes under a trading load instead; NET=b: beside a real sibling, with vaults, ONLY=migration: of that the upgrade alone; KEEP=1 leaves it up)
	if [ "$(NET)" = b ]; then scripts/siblings people-westend; fi
	KEEP=$(KEEP) NET=$(NET) scripts/zombienet
