# `make run` is all a host needs, `make test` all a contributor needs. For GNU make 3.81 or newer; Linux and macOS.
# The recipes only call: setup/ knows how things are installed, and does nothing when all is in place.

MAKEFLAGS += --no-print-directory
.NOTPARALLEL:
.PHONY: help install run test coverage lint audit bench browser faults soak gallery errors tour lock clean

ARGS =

help:
	@echo 'make run      set up what is missing and start Kiraseal (Ctrl-C ends it)'
	@echo 'make test     set up what is missing and run every test (make test ARGS="-k words")'
	@echo 'make install  the set-up alone; after it .venv/bin/kiraseal is there'
	@echo 'make coverage the same, and which lines no test has run'
	@echo 'make lint     style, types and the borders between the rooms'
	@echo 'make audit    the locked packages held against the known vulnerabilities'
	@echo 'make bench    the tables of speeds'
	@echo 'make faults   every fault three times, and the table of what came of it (make faults ARGS="--times 1 --only discord")'
	@echo 'make soak     ten minutes of twenty members and random faults (make soak ARGS="--minutes 2")'
	@echo 'make browser  the playground, driven in a real Chromium'
	@echo 'make gallery  docs/gallery.md and its pictures, drawn anew'
	@echo 'make errors   docs/errors.md, every error sentence in both languages, written anew'
	@echo 'make tour     the pictures of docs/tour.md, out of what make browser kept'
	@echo 'make lock     renew the locks from pyproject.toml and fonts/package.json'
	@echo 'make clean    remove what the set-up and the tests made; never pictures, database or .env'

install:
	@sh setup/python.sh app
	@sh setup/fonts.sh --retry

run:
	@sh setup/python.sh app
	@sh setup/fonts.sh
	@exec .venv/bin/kiraseal start

# A host's .env is no business of the tests: they say themselves what they need.
test:
	@sh setup/python.sh dev
	@sh setup/fonts.sh
	@KIRASEAL_ENV_FILE= exec .venv/bin/python -m pytest $(ARGS)

# Apart from `make test`, for it takes half as long again.
coverage:
	@$(MAKE) test ARGS="--cov --cov-report=term:skip-covered $(ARGS)"

lint:
	@sh setup/python.sh dev
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

audit:
	@sh setup/python.sh dev
	@sh setup/audit.sh

bench:
	@sh setup/python.sh dev
	@sh setup/fonts.sh
	@KIRASEAL_ENV_FILE= exec .venv/bin/python -m tests.bench $(ARGS)

browser:
	@$(MAKE) test ARGS="-m browser $(ARGS)"

faults:
	@sh setup/python.sh dev
	@sh setup/fonts.sh
	@KIRASEAL_ENV_FILE= exec .venv/bin/python -m tests.faults $(ARGS)

soak:
	@sh setup/python.sh dev
	@sh setup/fonts.sh
	@KIRASEAL_ENV_FILE= exec .venv/bin/python -m tests.faults soak $(ARGS)

gallery:
	@sh setup/python.sh dev
	@sh setup/fonts.sh
	@KIRASEAL_ENV_FILE= exec .venv/bin/python -m docs.gallery $(ARGS)

errors:
	@sh setup/python.sh dev
	@exec .venv/bin/python -m docs.errors

tour:
	@sh setup/python.sh dev
	@exec .venv/bin/python -m docs.tour

# Needs uv and npm on the PATH. The locks hold versions and hashes for every platform, and no addresses.
COMPILE = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-annotate --custom-compile-command 'make lock' --upgrade

lock:
	$(COMPILE) pyproject.toml --group build --output-file requirements.lock
	$(COMPILE) pyproject.toml --group build --group dev --constraint requirements.lock \
		--output-file requirements-dev.lock
	$(COMPILE) --group node --output-file requirements-node.lock
	$(COMPILE) --group audit --output-file requirements-audit.lock
	cd fonts && npm install --package-lock-only --no-audit --no-fund
	python3 setup/strip_addresses.py fonts/package-lock.json

clean:
	rm -rf .venv fonts/node_modules .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage htmlcov
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
