# Everything a developer does, from a fresh clone: each target brings what it needs into .venv by itself.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: run postgres cluster test test-quick lint types contracts i18n screenshots bundle lock clean

# The whole lock is installed without resolving: every package and hash stands in it.
$(VENV)/run.stamp: requirements/run.txt
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) --no-deps --require-hashes -r requirements/run.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/test.stamp: $(VENV)/run.stamp requirements/test.txt
	$(INSTALL) --no-deps --require-hashes -r requirements/test.txt
	touch $@

# Opens the window; without a display it says so and leaves a workbook and pictures in out/.
run: $(VENV)/run.stamp
	$(BIN)/maeditor

# The driver for projects on a PostgreSQL server.
postgres: $(VENV)/run.stamp
	$(INSTALL) --no-deps --require-hashes -r requirements/postgres.txt

# What reading on a Dask cluster takes, here and on the cluster.
cluster: $(VENV)/run.stamp
	$(INSTALL) --no-deps --require-hashes -r requirements/cluster.txt

# What CI runs: style, types, then every test, with the branch coverage of domain/ and store/ held at 100 %.
test: lint types $(VENV)/test.stamp
	$(BIN)/python -m pytest -n 2 --dist loadgroup --max-worker-restart 0 --ignore tests/domain --ignore tests/store tests
	$(BIN)/python -m pytest tests/domain --cov=maeditor.domain --cov-branch --cov-report=term-missing:skip-covered --cov-fail-under=100
	$(BIN)/python -m pytest tests/store --cov=maeditor.store --cov-branch --cov-report=term-missing:skip-covered --cov-fail-under=100

# Under three minutes: leaves out what kills, loads and fills disks, LibreOffice and the server.
test-quick: $(VENV)/test.stamp
	$(BIN)/python -m pytest -n 2 --dist loadgroup --max-worker-restart 0 -m "not slow and not reliability and not office and not postgres" tests

lint: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/test.stamp
	$(BIN)/mypy

contracts: $(VENV)/test.stamp
	$(BIN)/python -m pytest tests/architecture

# Every sentence in both languages, none unused, typographically right.
i18n: $(VENV)/test.stamp
	$(BIN)/python -m pytest tests/architecture/test_translations.py

screenshots: $(VENV)/run.stamp
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m maeditor.ui.pictures out/screenshots
	QT_QPA_PLATFORM=offscreen QT_SCALE_FACTOR=2 $(BIN)/python -m maeditor.ui.pictures out/screenshots

bundle: $(VENV)/run.stamp
	$(INSTALL) --no-deps --require-hashes -r requirements/bundle.txt
	$(BIN)/pyinstaller --noconfirm --clean build_spec/maeditor.spec

# Renews the hash-locked requirements; needs uv. No index host ever stands in them.
lock:
	uv pip compile -q pyproject.toml requirements/build.in --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --upgrade -o requirements/run.txt
	uv pip compile -q pyproject.toml requirements/build.in --extra test --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --upgrade -c requirements/run.txt -o requirements/test.txt
	uv pip compile -q pyproject.toml requirements/build.in --extra postgres --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -c requirements/run.txt -o requirements/postgres.txt
	uv pip compile -q pyproject.toml requirements/build.in --extra cluster --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -c requirements/run.txt -o requirements/cluster.txt
	uv pip compile -q requirements/bundle.in --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --upgrade -o requirements/bundle.txt

clean:
	rm -rf $(VENV) build dist out .mypy_cache .ruff_cache .hypothesis
