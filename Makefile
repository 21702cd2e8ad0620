# The two commands: `make demo` shows the main job on a real Kafka, `make test` passes the tests.
# Both need Python 3.11 to 3.13 (3.13 preferred: spaCy's wheels are fastest there) and nothing else.
# Everything they make stays in .venv and .cache.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help setup demo test test-long lint format schema docs dashboard picture bench lock image-context release clean

help: ## List these targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

setup: $(READY) ## Make the virtual environment in .venv with pinned packages

$(READY): requirements/dev.txt
	@python="$$(sh scripts/find_python.sh)"; \
	echo "==> Using $$python ($$("$$python" -V))"; \
	echo "==> Making $(VENV)"; \
	"$$python" -m venv $(VENV)
	@echo "==> Installing pinned packages, hashes checked (about a minute, some 400 MB)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --only-binary :all: --require-hashes -r requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@# Bytecode once for all, also where PYTHONDONTWRITEBYTECODE is set: without it each process compiles spaCy anew,
	@# for four seconds. It fails on files that packages ship as examples of bad syntax, and they don't matter.
	@$(BIN)/python -m compileall -q -j 0 $(VENV)/lib >/dev/null || true
	@touch $@

demo: $(READY) ## Run the whole service on a real local Kafka with the seed articles
	@$(BIN)/dateline demo

test: $(READY) ## Run every test on a real Kafka (about ten minutes)
	@$(BIN)/python -m pytest

test-long: $(READY) ## The long forms of the fault runs, the soak and the big corpora
	@$(BIN)/python -m pytest --long

lint: $(READY) ## Formatting, lint, types, import contracts
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(READY) ## Format and fix what can be fixed
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

schema: $(READY) ## Write the JSON Schema files of the contracts again
	@$(BIN)/dateline schema export --out schemas/json

bench: $(READY) ## Run every benchmark; each prints ratios
	@$(BIN)/python -m pytest tests/bench --bench -s

lock: $(READY) ## Resolve the pinned requirements again (for maintainers; needs uv on the PATH)
	@sh scripts/lock.sh

clean: ## Delete what these targets made, downloads included
	rm -rf $(VENV) .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis dist

docs: $(READY) ## Build the documentation in site/; a dead link fails it
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict
	@echo "==> site/index.html"

dashboard: $(READY) ## Write the Grafana dashboard and the cluster's copy of the rules again
	@$(BIN)/python deploy/grafana/dashboard.py > deploy/grafana/dashboards/dateline.json
	@$(BIN)/python deploy/k8s/prometheus_rule.py > deploy/k8s/base/prometheus-rule.yaml

picture: $(READY) ## Draw the dashboard from three minutes of a service under load (needs Prometheus on the PATH)
	@DATELINE_PICTURE=docs/images/dashboard.png $(BIN)/python -m pytest tests/integration/test_prometheus.py --timeout 600

release: $(READY) ## Build wheel, source distribution, image context and SBOM of a release into dist/
	@sh scripts/release.sh
