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

.PHONY: demo test docs templates catalogues reference clean

demo: $(VENV)/installed
	$(BIN)/ttdn-draft demo --out demo --force

test: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest --cov

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
