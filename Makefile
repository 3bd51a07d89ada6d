# Every command a person types. `make` alone lists them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
PORT ?= 8000
# A banner about MkDocs 2, which this project does not use.
export NO_MKDOCS_2_WARNING := 1
# The same commit gives the same bytes.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)

LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --upgrade \
	--custom-compile-command "make lock"

.DEFAULT_GOAL := help
.PHONY: help serve test lint site pdf zip copies check check-links fresh summary zensical bench urls edition figures schema lock clean

help: ## list the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

serve: $(VENV)/.build ## read the site at http://127.0.0.1:8000, reloading as you edit
	$(PY) -m mkdocs serve --dev-addr 127.0.0.1:$(PORT)

test: $(VENV)/.test tests/web/node_modules/.installed $(VENV)/.chromium ## run every test
	$(PY) -m pytest

lint: $(VENV)/.test ## check how the code is written
	$(BIN)/ruff check
	$(BIN)/ruff format --check macros tests docs/assets

site: $(VENV)/.build ## build the site into site/, strictly; an earlier one stays until the new one is whole
	$(PY) -m macros.check
	rm -rf .cache/site
	$(PY) -m mkdocs build --strict --quiet --site-dir .cache/site
	rm -rf .cache/old-site
	if [ -d site ]; then mv site .cache/old-site; fi
	mv .cache/site site
	rm -rf .cache/old-site

pdf: $(VENV)/.pdf site ## build the site, then its PDFs into site/pdf/
	$(PY) -m macros.paper site

zip: $(VENV)/.build site ## build the site and pack it into site/ml-exam-atlas.zip, to read from disk
	$(PY) -m macros.exports.archive site

copies: $(VENV)/.pdf site ## build the site and every page's text as Markdown, with llms.txt
	$(PY) -m macros.exports.llms site

check: $(VENV)/.build ## check data and pages without building
	$(PY) -m macros.check

check-links: $(VENV)/.test site ## follow every link of the built site; EXTERNAL=1 follows links out too
	$(PY) -m tests.links $(if $(EXTERNAL),--external)

fresh: $(VENV)/.test $(if $(EXTERNAL),site) ## list sources not checked for half a year; EXTERNAL=1 follows links out too
	$(PY) -m tests.fresh $(if $(EXTERNAL),--external)

summary: $(VENV)/.test site ## say what the site covers and weighs, as Markdown
	@$(PY) -m tests.summary

zensical: $(VENV)/.test site ## build with Zensical too and name pages and headings that differ
	@$(PY) -m tests.zensical

bench: $(VENV)/.test tests/web/node_modules/.installed $(VENV)/.chromium ## measure build, page weight and search
	$(PY) -m tests.bench

urls: $(VENV)/.test site ## record the addresses of new pages and headings, which are then permanent
	$(PY) -m tests.urls site

edition: $(VENV)/.build ## record today's facts as a new edition; SUMMARY="..." says what it brings
	@$(PY) -m macros.exports.changes "$$SUMMARY"

figures: $(VENV)/.test ## draw plots and diagrams that changed
	$(PY) -m macros.figures

schema: $(VENV)/.build ## write the editors' JSON Schemas from the models
	$(PY) -m macros.editor_schema

lock: $(VENV)/.test ## lock dependencies again, with hashes
	$(LOCK) --output-file requirements.txt requirements.in
	$(LOCK) --output-file requirements-pdf.txt --constraint requirements.txt requirements-pdf.in
	$(LOCK) --output-file requirements-test.txt --constraint requirements-pdf.txt requirements-test.in
	npm --prefix tests/web update --package-lock-only

clean: ## remove everything that commands made
	rm -rf $(VENV) .cache site tests/web/node_modules .pytest_cache .hypothesis

$(VENV)/.venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12 $(MAKECMDGOALS)")'
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.build: requirements.txt | $(VENV)/.venv
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

$(VENV)/.pdf: requirements-pdf.txt $(VENV)/.build
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-pdf.txt
	$(PY) -m macros.paper.pango
	touch $@

$(VENV)/.test: requirements-test.txt $(VENV)/.pdf
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	touch $@

tests/web/node_modules/.installed: tests/web/package-lock.json
	npm --prefix tests/web ci --no-fund --no-audit --loglevel=error
	touch $@

$(VENV)/.chromium: $(VENV)/.test tests/browser/chromium.py
	$(PY) -m tests.browser.chromium > $@.new
	mv $@.new $@
