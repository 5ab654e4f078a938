# Every target sets up what it needs by itself: a virtual environment in this folder, with the versions that
# requirements.lock names. It is used again until that file changes. All it takes is GNU make and Python 3.11 or newer;
# `make PYTHON=…` takes a Python of your choice.

VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip --disable-pip-version-check -qq
# What builds packages is locked as well, and there before them.
LOCKED := --no-build-isolation --no-deps --require-hashes
PROJECT := --no-build-isolation --no-deps --editable .
ARGS :=
POSTS := 20000

# What reads our calendars, feeds and schemas beside Python. Without npm, tests that ask it are skipped.
READERS := .ci/readers
READ := $(if $(shell command -v npm),$(VENV)/.readers)

# Material prints a notice about MkDocs 2 for each process.
export NO_MKDOCS_2_WARNING := 1

# An environment whose Python has gone, or that came here with a moved or copied folder, is not up to date.
ifneq ($(shell $(RUN) -c 'print(open("$(VENV)/.project").read().strip())' 2>/dev/null),$(CURDIR))
$(shell rm -f $(VENV)/.project)
endif

.PHONY: help
help:
	@echo "make example      serve the example site, and build it again at each change"
	@echo "make test         run all tests; ARGS='-k tags' runs some"
	@echo "make test-newest  run all tests with the newest versions of what is needed, on each Python that is there"
	@echo "make test-oldest  the same with the oldest versions that pyproject.toml allows"
	@echo "make test-neighbour PACKAGE=mkdocs-glightbox VERSIONS=oldest    build a blog beside that release of a plugin"
	@echo "make lint         look for mistakes and bad style"
	@echo "make types        check the types"
	@echo "make docs         build the documentation into site/"
	@echo "make lighthouse   hold pages of the example site to what Lighthouse wants of them; needs npm and Chromium"
	@echo "make coverage     run all tests and tell which lines they miss"
	@echo "make fuzz         hold many odd posts to what other builders make of them, and odd files to what we promise; POSTS=1000 tries fewer"
	@echo "make mutation     change the code in single places and tell which changes no test notices; ARGS='content --seed 1' picks others"
	@echo "make golden       write down anew what Jekyll makes of our texts; needs Jekyll"
	@echo "make bench        compare the speed with that of other blogs; ARGS='--posts 20 200'"
	@echo "make house        draw which part of the code knows which"
	@echo "make lock         write requirements.lock anew, with the newest versions"

.PHONY: example
example: $(VENV)/.project
	cd example_site && ../$(RUN) -m mkdocs serve $(ARGS)

.PHONY: example-strict
example-strict: $(VENV)/.project
	cd example_site && ../$(RUN) -m mkdocs build --strict $(ARGS)

.PHONY: test
test: $(VENV)/.tools $(VENV)/.materialx $(READ)
	$(if $(ARGS),,@echo "Running all tests: about eight minutes on two cores")
	$(RUN) -m pytest --numprocesses auto --dist loadgroup --durations 10 $(ARGS)

.PHONY: test-newest test-oldest
test-newest test-oldest: test-%: $(VENV)/.tools $(READ)
	PYTHON='$(PYTHON)' .ci/test-versions $* $(ARGS)

.PHONY: test-neighbour
test-neighbour: $(VENV)/.tools
	PYTHON='$(PYTHON)' .ci/test-neighbour $(or $(VERSIONS),newest) $(PACKAGE)

.PHONY: fuzz
fuzz: $(VENV)/.tools
	FUZZ_POSTS=$(POSTS) $(RUN) -m pytest --numprocesses auto tests/fuzz $(ARGS)

.PHONY: mutation
mutation: $(VENV)/.tools
	$(RUN) -m tests.mutation $(or $(ARGS),content frontmatter html output placement published urls)

.PHONY: golden
golden: $(VENV)/.tools
	BLOGPOSTS_GOLDEN=1 $(RUN) -m pytest -k what_is_written_down tests/jekyll $(ARGS)

.PHONY: lint
lint: $(VENV)/.tools
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check

.PHONY: types
types: $(VENV)/.tools
	$(RUN) -m mypy

.PHONY: docs
docs: $(VENV)/.project
	$(RUN) -m mkdocs build --strict

.PHONY: coverage
coverage: $(VENV)/.tools $(VENV)/.materialx $(READ)
	$(RUN) -m coverage erase
	$(RUN) -m coverage run -m pytest --numprocesses auto --dist loadgroup $(ARGS)
	$(RUN) -m coverage combine --quiet
	$(RUN) -m coverage report $(if $(ARGS),--fail-under 0)

# Index, post and talk of the example site, as a phone on a slow network gets them.
LIGHTHOUSE := .ci/lighthouse
PAGES := blog/ blog/2024/08/10/gauge-in-a-bucket/ talks/2026-09-11-euroscipy-least-squares/

.PHONY: lighthouse
lighthouse: $(VENV)/.project $(VENV)/.lighthouse
	cd example_site && ../$(RUN) -m mkdocs build --quiet --strict --site-dir ../$(VENV)/example
	node $(LIGHTHOUSE)/check.mjs $(VENV)/example $(PAGES)

$(VENV)/.lighthouse: $(LIGHTHOUSE)/package-lock.json | $(VENV)/.project
	@echo "Installing Lighthouse: some 30 seconds the first time"
	@cd $(LIGHTHOUSE) && npm ci --no-audit --no-fund --loglevel error
	@touch $@

$(VENV)/.readers: $(READERS)/package-lock.json | $(VENV)/.project
	@cd $(READERS) && npm ci --no-audit --no-fund --loglevel error
	@touch $@

.PHONY: bench
bench: $(VENV)/.bench
	$(RUN) -m benchmarks.compare --write $(ARGS)

.PHONY: house
house: $(VENV)/.project
	@$(RUN) -m tests.house

.PHONY: lock
lock: $(VENV)/.tools
	$(RUN) .ci/lock.py

# The project, as it stands in this folder, with what its users need.
$(VENV)/.project: requirements.lock pyproject.toml
	@if ! $(RUN) -c '$(NEW_ENOUGH)' 2>/dev/null; then \
	  python=; \
	  for name in $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11 python); do \
	    if "$$name" -c '$(NEW_ENOUGH)' 2>/dev/null; then python="$$name"; break; fi; \
	  done; \
	  if [ -z "$$python" ]; then \
	    echo "This needs Python 3.11 or newer; $(or $(PYTHON),python3) is $$($(or $(PYTHON),python3) --version 2>&1)." >&2; \
	    echo "Install one, or name it: make $(MAKECMDGOALS) PYTHON=/path/to/python3" >&2; \
	    exit 1; \
	  fi; \
	  echo "Making $(VENV) with $$($$python --version)"; \
	  if ! "$$python" -m venv --clear $(VENV); then \
	    rm -rf $(VENV); \
	    echo "Python came without its venv module; on Debian and Ubuntu: apt-get install python3-venv" >&2; \
	    exit 1; \
	  fi; \
	fi
	@echo "Installing what the project needs into $(VENV): some 15 seconds the first time"
	@$(call locked,install)
	@$(call locked,project)
	@$(PIP) install $(PROJECT)
	@echo '$(CURDIR)' > $@

NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))

$(VENV)/.tools: $(VENV)/.project
	@echo "Installing what tests and checks need: some 30 seconds the first time"
	@$(call locked,tools)
	@touch $@

$(VENV)/.bench: $(VENV)/.tools
	@echo "Installing the rivals to measure"
	@$(call locked,bench)
	@touch $@

# MaterialX has the package `material` in common with Material: an environment of its own in the other.
$(VENV)/.materialx: $(VENV)/.project
	@echo "Installing MaterialX into $(VENV)/materialx: some 15 seconds the first time"
	@$(RUN) -m venv --clear --without-pip $(VENV)/materialx
	@{ $(call section,install); $(call section,materialx) | sed 's/^#| //'; \
	  $(call section,project) | awk '/^[a-z]/ { theirs = /^mkdocs-material==/ } !theirs'; } > $(VENV)/section.txt
	@$(PIP) --python $(VENV)/materialx/bin/python install $(LOCKED) --requirement $(VENV)/section.txt
	@$(PIP) --python $(VENV)/materialx/bin/python install $(PROJECT)
	@touch $@

# A section of the lock, and the same installed.
section = awk '/^\# == / { on = $$3 == "$(1)" } on' requirements.lock
locked = $(section) > $(VENV)/section.txt && $(PIP) install $(LOCKED) --requirement $(VENV)/section.txt
