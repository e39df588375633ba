# Two commands are enough: `make run` and `make test`. Each sets up what it needs itself.
SHELL := /bin/bash
PORT ?= 8501
HOST ?= 127.0.0.1
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
export PYTHONDONTWRITEBYTECODE = 1

.PHONY: help run test check coverage bench clean hostile prove screenshots lock licences sbom
.DELETE_ON_ERROR:

help:
	@sed -n 's/^#: \([a-z]*\): \(.*\)/make \1	\2/p' $(MAKEFILE_LIST) | expand -t 20

#: run: the dashboard on http://127.0.0.1:8501, with its first two editions
run: $(VENV)/.run
	$(PY) -m sdw start --host $(HOST) --port $(PORT)

# What CI runs: rules first (seconds), then the fast tests, then the real browser. A process without work takes over
# tests of another one, in a browser whole files; worlds that many tests read are made once for all processes
# (tests/worlds/shared.py).
ALL_CORES := -n auto --maxprocesses 8
# Share of the lines of sdw that the fast tests must run, in percent.
FLOOR := 96
#: test: everything that CI runs
test: check
	$(PY) -m pytest -m "not browser" $(ALL_CORES) --dist worksteal
	$(PY) -m pytest -m browser $(ALL_CORES) --dist loadfile

#: check: rules alone: ruff, mypy, import-linter
check: $(VENV)/.dev
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports --no-cache

#: coverage: which lines the fast tests do not run, and a floor
coverage: $(VENV)/.dev
	$(PY) -m pytest -m "not browser" $(ALL_CORES) --dist worksteal --cov=sdw --cov-report=term:skip-covered --cov-fail-under=$(FLOOR)

#: bench: what it costs, as a table
bench: $(VENV)/.dev
	$(PY) -m benchmarks

# 5,000 mutated and 300 hostile files through the reader of the page; goes on where it stopped (build/hostile.csv).
#: hostile: files that could hurt, through the reader of the page
hostile: $(VENV)/.dev
	$(PY) -m tests.hostile_run

# The attack over every world in which protection must hold, random ones with it; goes on where it stopped (build/prove.csv).
#: prove: the attack over every world in which protection must hold
prove: $(VENV)/.dev
	$(PY) -m tests.prove_run

#: screenshots: pictures of every page, and those of the README
screenshots: $(VENV)/.dev
	$(PY) -m tests.screenshots

# The exact packages, every one with the digests of all its files: what runs here is what ran there.
LOCK := $(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --no-config
#: lock: the exact packages anew, after a change of what we chose
lock: $(VENV)/.dev
	$(LOCK) --output-file requirements.lock requirements.txt
	$(LOCK) --constraint requirements.lock --output-file requirements-dev.lock requirements-dev.txt

# Read from what is installed: run after `make lock` and `make check`.
licences: $(VENV)/.dev
	$(PY) .ci/inventory.py licences > docs/licences.md

sbom: $(VENV)/.dev
	@mkdir -p build
	$(PY) .ci/inventory.py sbom > build/sbom.cdx.json

#: clean: remove what was installed and made
clean:
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis

# A new machine may lack the venv module: Debian keeps it in a package of its own.
$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed."; exit 1; }
	@$(PYTHON) -m venv $(VENV) 2>/dev/null || { rm -rf $(VENV); .ci/apt python3-venv && $(PYTHON) -m venv $(VENV); }

INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r

$(VENV)/.run: requirements.lock | $(VENV)/bin/python
	$(INSTALL) requirements.lock
	@touch $@

$(VENV)/.dev: requirements.lock requirements-dev.lock | $(VENV)/bin/python
	$(INSTALL) requirements-dev.lock
	@command -v chromium >/dev/null || .ci/apt chromium
	@touch $@ $(VENV)/.run
