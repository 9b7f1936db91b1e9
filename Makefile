# Two commands do all the set-up: make demo, make test. Both need Python 3.11 or newer and the package index.
PYTHON ?= python3
export PYTHONUTF8 := 1
export NO_MKDOCS_2_WARNING := 1
VENV := .venv
PACKS := $(addprefix --editable ./,$(wildcard plugins/*))
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
# On all cores: each has a stretch of the tests, so that what they share is made once; who is done helps the others
PYTEST := $(BIN)/python -m pytest -n auto --dist worksteal

.PHONY: demo test coverage docs templates catalogues reference clean

demo: $(VENV)/installed
	$(BIN)/ttdn-draft demo --out demo --force

test: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PYTEST)

# The tests again, counting the lines that they run, which is slower: one step of CI does it
coverage: $(VENV)/installed-dev
	$(PYTEST) --cov

# The site, into site/: a broken link, or a page that no menu names, fails
docs: $(VENV)/installed-docs
	$(BIN)/mkdocs build --strict --clean

# What is generated, from its source
templates: $(VENV)/installed-dev
	$(BIN)/ttdn-draft templates build $(wildcard templates/*)

catalogues: $(VENV)/installed-dev
	$(BIN)/python scripts/build_catalogues.py

reference: $(VENV)/installed-dev
	$(BIN)/python scripts/build_profile_schema.py
	$(BIN)/python scripts/build_national.py
	$(BIN)/python scripts/build_reference.py
	$(BIN)/python scripts/build_calendar_snapshot.py

$(VENV)/installed: pyproject.toml $(wildcard plugins/*/pyproject.toml)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . $(PACKS)
	$(BIN)/python -c "import pathlib; pathlib.Path('$@').touch()"

$(VENV)/installed-dev: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	$(BIN)/python -c "import pathlib; pathlib.Path('$@').touch()"

$(VENV)/installed-docs: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[docs]"
	$(BIN)/python -c "import pathlib; pathlib.Path('$@').touch()"

clean:
	$(PYTHON) -c "import shutil; [shutil.rmtree(d, True) for d in ('$(VENV)', 'dist', 'demo', 'site')]"
