# make run and make test do all the set-up; see README.md.
PYTHON ?= python3
WORKERS ?= 2
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes

.DEFAULT_GOAL := run
.PHONY: run test check format bench screenshots translations lock wheel clean

run: $(VENV)/run.stamp
	$(PY) main.py $(ARGS)

# After a crashed worker has been replaced, --dist loadfile may wait for ever. Many tests start the
# program anew: without its bytecode kept, each would compile it anew.
test: $(VENV)/dev.stamp
	env -u PYTHONDONTWRITEBYTECODE $(PY) -m pytest -n $(WORKERS) --dist loadfile --max-worker-restart 0 $(TESTS)

check: $(VENV)/dev.stamp
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports --no-cache
	$(PY) -m pytest -q tests/test_translations.py tests/test_repository.py

format: $(VENV)/dev.stamp
	$(VENV)/bin/ruff format .
	$(VENV)/bin/ruff check --fix .

bench: $(VENV)/bench.stamp
	$(PY) -m benchmarks $(ARGS)

screenshots: $(VENV)/dev.stamp
	$(PY) docs/make_screenshots.py

translations: $(VENV)/dev.stamp
	$(PY) resources/translations/update.py

# The lock files are made by uv for all platforms; run this after changing dependencies.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header \
		pyproject.toml -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header \
		--extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header \
		--extra dev --extra bench -c requirements-dev.lock pyproject.toml -o requirements-bench.lock

wheel: $(VENV)/dev.stamp
	$(PY) -m pip wheel --quiet --no-deps --wheel-dir dist .

clean:
	rm -rf $(VENV) out build dist .mypy_cache .ruff_cache .pytest_cache

# Debian's python3 may come without ensurepip: then the pip outside fills the environment.
$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Newsroom needs Python 3.11 or newer; try make PYTHON=python3.12"; exit 1; }
	@echo "Creating the virtual environment in $(VENV) …"
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { \
		$(PYTHON) -m venv --clear --without-pip $(VENV) && \
		$(PYTHON) -m pip --python $(PY) install --quiet --disable-pip-version-check pip; }

$(VENV)/run.stamp: requirements.lock | $(PY)
	@echo "Installing the packages of $< …"
	@$(PIP) -r $<
	@$(PY) -m newsroom.system_libraries
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock | $(PY)
	@echo "Installing the packages of $< …"
	@$(PIP) -r $<
	@$(PY) -m newsroom.system_libraries
	@touch $@ $(VENV)/run.stamp

$(VENV)/bench.stamp: requirements-bench.lock | $(PY)
	@$(PIP) -r $<
	@$(PY) -m newsroom.system_libraries
	@touch $@ $(VENV)/dev.stamp $(VENV)/run.stamp
