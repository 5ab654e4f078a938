# Every target sets up what it needs by itself: a virtual environment in this folder, which is used again
# until pyproject.toml changes. All it takes is GNU make and Python 3.11 or newer.

VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip --disable-pip-version-check --quiet
ARGS :=

# Material prints a notice about MkDocs 2 for each process.
export NO_MKDOCS_2_WARNING := 1

# An environment whose Python has gone, or that came here with a moved or copied folder, is not up to date.
ifneq ($(shell $(RUN) -c 'print(open("$(VENV)/.project").read().strip())' 2>/dev/null),$(CURDIR))
$(shell rm -f $(VENV)/.project $(VENV)/.group-*)
endif

.PHONY: help
help:
	@echo "make example   serve the example site, and build it again at each change"
	@echo "make test      run all tests; ARGS='-k tags' runs some"
	@echo "make lint      look for mistakes and bad style"
	@echo "make types     check the types"
	@echo "make docs      build the documentation into site/"
	@echo "make coverage  run all tests and tell which lines they miss"
	@echo "make bench     compare the speed with that of other blogs; ARGS='--posts 20 200'"

.PHONY: example
example: $(VENV)/.project
	cd example_site && ../$(RUN) -m mkdocs serve $(ARGS)

.PHONY: example-strict
example-strict: $(VENV)/.project
	cd example_site && ../$(RUN) -m mkdocs build --strict $(ARGS)

.PHONY: test
test: $(VENV)/.group-test
	$(RUN) -m pytest --numprocesses auto --dist loadgroup $(ARGS)

.PHONY: lint
lint: $(VENV)/.group-lint
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check

.PHONY: types
types: $(VENV)/.group-types
	$(RUN) -m mypy

.PHONY: docs
docs: $(VENV)/.group-docs
	$(RUN) -m mkdocs build --strict

.PHONY: coverage
coverage: $(VENV)/.group-coverage
	$(RUN) -m coverage erase
	$(RUN) -m coverage run -m pytest $(ARGS)
	$(RUN) -m coverage combine --quiet
	$(RUN) -m coverage report

.PHONY: bench
bench: $(VENV)/.group-bench
	$(RUN) -m benchmarks.compare --write $(ARGS)

# The project, as it stands in this folder, with what its users need. `make PYTHON=…` takes a Python of your choice.
$(VENV)/.project: pyproject.toml
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
	@echo "Installing mkdocs-blogposts and what it needs into $(VENV)"
	@$(PIP) install --upgrade 'pip>=25.1'
	@$(PIP) install --editable .
	@echo '$(CURDIR)' > $@

NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))

# What a group of developers' tools needs besides; see [dependency-groups] in pyproject.toml.
$(VENV)/.group-%: $(VENV)/.project
	@echo "Installing the tools to $*"
	@$(PIP) install --group $*
	@touch $@
