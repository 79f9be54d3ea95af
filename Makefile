# Every target sets up what it needs first; the second time that takes a moment.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON := .venv/bin/python
LOCKS := packaging/requirements
COMPILE := .venv/bin/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header \
	--no-emit-options --no-emit-index-url --no-emit-find-links --no-emit-trusted-host

# The requirements are read here and not by pip-compile, which would lock the project itself, with its path.
define REQUIREMENTS
import sys, tomllib
with open("pyproject.toml", "rb") as file:
    tree = tomllib.load(file)
project = tree["project"]
groups = {"build": [*tree["build-system"]["requires"], "editables"], "base": project["dependencies"]}
groups |= project["optional-dependencies"]
groups["server"] = [r for r in groups["base"] if not r.startswith("PySide6")]
for group in sys.argv[1:]:
    print(*(r for r in groups[group] if not r.startswith(project["name"])), sep="\n")
endef
export REQUIREMENTS

# Some images of Python set it; the tests start many programs, and each would compile all of its modules anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run test check check-types check-rest format translations screens pages pictures bench faults mutations lock deb check-deb vm clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo "Arguments are passed on with ARGS, for example: make test ARGS='-k visits -x'"

run: ## Set up and run the demo: a hub, a tablet, sign-in printed
	@packaging/setup.sh run
	@.venv/bin/kiosk demo $(ARGS)

test: ## Set up and run every test
	@packaging/setup.sh test
	@$(PYTHON) -m pytest --numprocesses 3 --dist worksteal $(ARGS)

check: ## Lint, format, types, import rules and QML, changing nothing
	@packaging/setup.sh test
	@$(MAKE) --no-print-directory --jobs 2 --output-sync=target check-types check-rest

check-types:
	$(PYTHON) -m mypy

check-rest:
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/lint-imports --no-cache
	packaging/check-qml.sh
	packaging/translations.sh --check

format: ## Rewrite Python and QML in the house format
	@packaging/setup.sh test
	.venv/bin/ruff check --fix --exit-zero --quiet .
	.venv/bin/ruff format .
	packaging/check-qml.sh --fix

translations: ## Collect the texts of the screens into assets/translations
	@packaging/setup.sh run
	@packaging/translations.sh

screens: ## Draw every screen into build/screens
	@packaging/setup.sh test
	@$(PYTHON) -m tests.screens build/screens $(ARGS)

pages: ## Draw every page of the hub into build/pages
	@packaging/setup.sh test
	@$(PYTHON) -m tests.pages build/pages $(ARGS)

pictures: ## Draw the stored pictures again that the tests compare with
	@packaging/setup.sh test
	@$(PYTHON) -m tests.pictures

bench: ## Run the benchmarks, and only them
	@packaging/setup.sh test
	@$(PYTHON) -m pytest tests/benchmarks -o timeout=1800 $(ARGS)

faults: ## Kill tablets and hubs for a long time, and print what was lost: nothing (ARGS='--seed 1' repeats a run)
	@packaging/setup.sh test
	@$(PYTHON) -m tests.faults $(ARGS)
	@KIOSK_STATEFUL=100 $(PYTHON) -m pytest -q tests/faults/test_stateful.py -o timeout=0
	@KIOSK_CARDS=200000 $(PYTHON) -m pytest -q tests/hub/report/test_databases.py

mutations: ## Break what keeps facts and names safe, one thing at a time, and see that the tests notice
	@packaging/setup.sh test
	@$(PYTHON) -m tests.faults.mutations

lock: ## Pin the dependencies again (ARGS=--upgrade for newer ones)
	@packaging/setup.sh test
	@$(PYTHON) -c "$$REQUIREMENTS" base hub encrypted dev | $(COMPILE) $(ARGS) -o $(LOCKS)/dev.txt -
	@$(PYTHON) -c "$$REQUIREMENTS" base hub encrypted | $(COMPILE) $(ARGS) -c $(LOCKS)/dev.txt -o $(LOCKS)/run.txt -
	@$(PYTHON) -c "$$REQUIREMENTS" base encrypted | $(COMPILE) $(ARGS) -c $(LOCKS)/run.txt -o $(LOCKS)/tablet.txt -
	@$(PYTHON) -c "$$REQUIREMENTS" server hub | $(COMPILE) $(ARGS) -c $(LOCKS)/run.txt -o $(LOCKS)/hub.txt -
	@$(PYTHON) -c "$$REQUIREMENTS" build | $(COMPILE) $(ARGS) -c $(LOCKS)/dev.txt -o $(LOCKS)/build.txt -

deb: ## Build the Debian packages into build/deb (ARGS=--twice: the same bytes both times)
	@packaging/deb.sh $(ARGS)

check-deb: ## Follow the guide for IT in Debians of their own; install, upgrade and purge the packages of build/deb
	@packaging/check-deb.sh

vm: ## Boot a virtual tablet with the package and use it; pictures and log in build/vm (ARGS: single steps)
	@packaging/setup.sh test
	@packaging/vm.sh $(ARGS)

clean: ## Remove what was built, and the virtual environment
	rm -rf build dist .venv .hypothesis
	find . -name __pycache__ -not -path './.git/*' -prune -exec rm -rf {} +
