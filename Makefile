# Alle Befehle laufen in einer eigenen Umgebung (.venv). Sie entsteht beim ersten Aufruf
# von selbst und wird nur erneuert, wenn sich die Liste der Pakete ändert.

PYTHON ?= python3
VERSION := $(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)
VENV := .venv/bin/python
SITE_READY := .venv/website-$(VERSION)
TEST_READY := .venv/tests-$(VERSION)
PIP := $(VENV) -m pip install --quiet --disable-pip-version-check --require-hashes
LOCK := $(VENV) -m uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-config --no-emit-index-url --custom-compile-command "make lock"

export NO_MKDOCS_2_WARNING := 1
export PYTHONUTF8 := 1
unexport PYTHONPATH PYTHONHOME VIRTUAL_ENV

# Ordner einer Kommune: make site KOMMUNE=../unsere-kommune
KOMMUNE ?=
KOMMUNE_OPTION = $(if $(KOMMUNE),--kommune "$(KOMMUNE)")
export KOMMUNE
# Wohin „make zip“ schreibt.
ZIEL ?= dist

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help serve site check test lint bench lock schema zip

help: ## zeigt diese Liste
	@echo "Befehle:"
	@sed -n 's/^\([a-z]*\):.*## /\1 /p' Makefile | \
		while read -r name text; do printf '  make %-8s %s\n' "$$name" "$$text"; done

serve: $(SITE_READY) ## zeigt die Website unter http://localhost:8000 und lädt bei Änderungen neu
	$(VENV) -m mkdocs serve --strict

site: $(SITE_READY) ## baut die Website in den Ordner site
	@rm -rf site.neu
	$(VENV) -m mkdocs build --strict --quiet --site-dir site.neu
	@rm -rf site
	@mv site.neu site
	@echo "Fertig. Die Website liegt im Ordner site."

check: $(SITE_READY) ## prüft nur catalog.yml, ohne zu bauen; mit LINKS=1 auch fremde Adressen
	@PYTHONPATH=hooks $(VENV) -m catalog check $(KOMMUNE_OPTION) $(if $(LINKS),--links)

test: $(TEST_READY) ## führt alle Tests aus, auch die im Browser
	@$(VENV) tests/support/browser_setup.py
	$(VENV) -m pytest

lint: $(TEST_READY) ## prüft den Stil und die Typen des Programmtexts
	$(VENV) -m ruff check hooks tests
	$(VENV) -m ruff format --check hooks tests
	$(VENV) -m mypy

bench: $(TEST_READY) site ## misst Bauzeit, Speicher und Suche im Vergleich zu Material, dazu den Kurz-Check; mit ALL=1 auch 10.000 Einträge
	@rm -f .venv/bench.json
	BENCH_FIGURES=$(abspath .venv/bench.json) $(VENV) tests/bench/build.py $(if $(ALL),--all)
	@$(VENV) tests/support/browser_setup.py
	BENCH_FIGURES=$(abspath .venv/bench.json) $(VENV) tests/bench/search.py
	$(VENV) tests/bench/kurzcheck.py
	@BENCH_FIGURES=$(abspath .venv/bench.json) $(VENV) tests/bench/aims.py

schema: $(SITE_READY) ## schreibt das Schema für die Hilfe im Texteditor neu
	@PYTHONPATH=hooks $(VENV) -m catalog schema

lock: $(SITE_READY) ## legt die Fassungen aller Pakete neu fest
	$(VENV) -m pip install --quiet --disable-pip-version-check uv
	$(LOCK) --output-file requirements.txt
	$(LOCK) --group test --constraint requirements.txt --output-file requirements-test.txt

$(SITE_READY): requirements.txt
	@$(call create_venv)
	@echo "Pakete der Website werden eingerichtet …"
	@$(PIP) --requirement requirements.txt
	@touch $@

$(TEST_READY): requirements-test.txt $(SITE_READY)
	@echo "Pakete für die Tests werden eingerichtet …"
	@$(PIP) --requirement requirements-test.txt
	@touch $@

# The stamps carry Python's version: a .venv of another version is made anew.
define create_venv
	command -v $(PYTHON) >/dev/null || { \
		echo "Python fehlt. Installieren Sie Python 3.11 oder neuer." >&2; exit 1; }; \
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python $(VERSION) ist zu alt, nötig ist 3.11 oder neuer." >&2; \
		echo "Ein anderes Python geben Sie so an: make PYTHON=python3.12" >&2; exit 1; }; \
	$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "Zu diesem Python fehlt das Modul venv." >&2; \
		echo "Unter Debian und Ubuntu: apt-get install python3-venv" >&2; exit 1; }; \
	test -x $(VENV) -a -e .venv/python-$(VERSION) || { \
		$(PYTHON) -m venv --clear .venv && touch .venv/python-$(VERSION); }
endef

zip: $(SITE_READY) ## schreibt fertige Pakete für Webserver und zum Öffnen ohne Server in den Ordner dist
	@PYTHONPATH=hooks $(VENV) -m release zip $(KOMMUNE_OPTION) $(if $(ADRESSE),--adresse "$(ADRESSE)") --ziel "$(ZIEL)"
