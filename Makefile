# Politikontakt. `make help` lists what there is; docs/explain/house.md tells how it hangs together.
PORT ?= 8000
PY := .venv/bin/python
POLITIKONTAKT := .venv/bin/politikontakt
RUNS ?= 20000
PLANS ?= 300
SEED ?= 1

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev assets messages run test lint bench simulate compare screenshots wheel clean

help: ## Say what each target does
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: ## Build the environment in .venv, the assets and the texts
	@python3 tools/setup.py run
	@$(PY) tools/assets.py
	@$(PY) tools/messages.py compile

setup-dev: ## The same, with what tests and benchmarks need
	@python3 tools/setup.py dev
	@$(PY) tools/assets.py
	@$(PY) tools/messages.py compile
	@$(PY) tools/browser.py

run: setup ## Start the demo municipality on PORT (8000)
	@POLITIKONTAKT_DEMO=yes $(POLITIKONTAKT) demo --port $(PORT)
	@POLITIKONTAKT_DEMO=yes $(POLITIKONTAKT) serve --port $(PORT)

lint: setup-dev ## Style, types and the directions of imports
	@.venv/bin/ruff check . && .venv/bin/ruff format --check -q .
	@.venv/bin/lint-imports --no-cache
	@.venv/bin/mypy

test: lint ## All checks and all tests, browser included
	@$(PY) -m pytest -n 2 --dist loadgroup

bench: setup-dev ## Speed as ratios, measured side by side in one run
	@$(PY) -m bench

simulate: setup-dev ## Phones that log offline: RUNS=20000 SEED=1, BREAK=key plants a fault
	@$(PY) -m tests.simulator --runs $(RUNS) --seed $(SEED) $(if $(BREAK),--break $(BREAK))

compare: setup-dev ## Engine and planner against naive readings of the contract: RUNS=20000 PLANS=300 SEED=1
	@$(PY) -m tests.oracle --runs $(RUNS) --seed $(SEED)
	@$(PY) -m tests.oracle.planner --runs $(PLANS) --seed $(SEED)

messages: setup-dev ## Collect the texts anew into locale/ (then translate what is missing)
	@$(PY) tools/messages.py collect

screenshots: setup-dev ## Take the pictures of README and docs/use anew
	@SCREENSHOTS=yes $(PY) -m pytest tests/journeys -q

wheel: setup ## Build a wheel in dist/ that runs without this folder (docs/run/installing.md)
	@$(PY) tools/pack.py

clean: ## Remove what was built; the database in var/ stays
	rm -rf .venv build dist politikontakt/static frontend/node_modules .mypy_cache .ruff_cache .pytest_cache
