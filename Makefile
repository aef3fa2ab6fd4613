# Alle Befehle laufen in einer eigenen Umgebung (.venv). Sie entsteht beim ersten Aufruf
# von selbst und wird nur erneuert, wenn sich die Liste der Pakete ändert.

# Eine fertige Umgebung bleibt, auch wenn im Suchpfad ein anderes Python vorn steht.
ifeq ($(origin PYTHON),undefined)
PYTHON := $(shell ls .venv/python-* >/dev/null 2>&1 && .venv/bin/python -c '' 2>/dev/null \
	&& echo .venv/bin/python || echo python3)
endif
VERSION := $(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)
VENV := .venv/bin/python
SITE_READY := .venv/website-$(VERSION)
TEST_READY := .venv/tests-$(VERSION)
LOCK_READY := .venv/lock-$(VERSION)
PIP := $(VENV) -m pip install --quiet --quiet --quiet --log .venv/pip.log --disable-pip-version-check --require-hashes
LOCK_OPTIONS := $(VENV) -m uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-config --no-emit-index-url --custom-compile-command "make lock"
LOCK := $(LOCK_OPTIONS) pyproject.toml

export NO_MKDOCS_2_WARNING := 1
export PYTHONUTF8 := 1
unexport PYTHONPATH PYTHONHOME VIRTUAL_ENV

# Ordner einer Kommune: make site KOMMUNE=../unsere-kommune
# Was von außen kommt, gelangt nur über die Umgebung in die Befehle, nie in deren Text:
# So darf ein Ordner jedes Zeichen im Namen tragen.
override KOMMUNE := $(value KOMMUNE)
# Adresse einer Website: make pruefe ADRESSE=https://www.kommune.example/
override ADRESSE := $(value ADRESSE)
# Ein Vorschlag aus dem Formular: make uebernehmen DATEI=vorschlag.eml
override DATEI := $(value DATEI)
# Der Stand, mit dem „make vergleich“ den jetzigen vergleicht: make vergleich VORHER=main
VORHER ?= HEAD
override VORHER := $(value VORHER)
# Wohin „make zip“ schreibt.
ZIEL ?= dist
override ZIEL := $(value ZIEL)
# Wo „make serve“ antwortet.
PORT ?= 8000
override PORT := $(value PORT)
export KOMMUNE ADRESSE DATEI VORHER ZIEL PORT
KOMMUNE_OPTION := $${KOMMUNE:+--kommune="$$KOMMUNE"}
ADRESSE_OPTION := $${ADRESSE:+--adresse="$$ADRESSE"}
RELEASE := PYTHONPATH=hooks $(VENV) -m release

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: uebernehmen vergleich help serve site check test lint bench fuzz lock schema zip pruefe

help: ## zeigt diese Liste
	@echo "Befehle:"
	@sed -n 's/^\([a-z]*\):.*## /\1 /p' Makefile | \
		while read -r name text; do printf '  make %-8s %s\n' "$$name" "$$text"; done

serve: $(SITE_READY) ## zeigt die Website und lädt bei Änderungen neu; PORT=8001 nimmt einen anderen Anschluss
	@PYTHONPATH=hooks $(VENV) -m catalog serve --port="$$PORT"

site: $(SITE_READY) ## baut die Website in den Ordner site
	@$(RELEASE) site $(KOMMUNE_OPTION)

check: $(SITE_READY) ## prüft nur catalog.yml, ohne zu bauen; mit LINKS=1 auch fremde Adressen
	@PYTHONPATH=hooks $(VENV) -m catalog check $(KOMMUNE_OPTION) $(if $(LINKS),--links)

# Files of tests run at the same time, the tests of one file after each other: they share what is slow to make.
# The longest walks come first and apart, so that no process waits for another at the end.
test: $(TEST_READY) ## führt die Tests aus, auch die im Browser; mit ALL=1 auch, was lange dauert: Webserver, viele Bauten
	@$(VENV) tests/support/browser_setup.py
	$(VENV) -m pytest --numprocesses=auto --dist=loadgroup --no-loadscope-reorder $(if $(ALL),--cov=hooks,-m "not long")

# Only its type checker is used; it keeps its files inside the environment and asks nobody for updates.
DENO := DENO_DIR=.venv/deno DENO_NO_UPDATE_CHECK=1 $(VENV) -m deno

fuzz: $(TEST_READY) ## verändert Katalog, Ordner, Seiten, gesicherte Kurz-Checks und Links zufällig und sucht Fehler im Programm, bis Sie Strg+C drücken
	$(VENV) tests/fuzz.py

lint: $(TEST_READY) ## prüft Stil und Typen des Programmtexts: Python, JavaScript, CSS
	$(VENV) -m ruff check hooks tests
	$(VENV) -m ruff format --check hooks tests
	$(VENV) -m mypy
	.venv/bin/biome check --error-on-warnings overrides
	$(DENO) check --quiet --config tsconfig.json overrides/assets/javascripts

.PHONY: format
format: $(TEST_READY) ## bringt den Programmtext in die einheitliche Form
	$(VENV) -m ruff check --select I --fix hooks tests
	$(VENV) -m ruff format hooks tests
	.venv/bin/biome format --write overrides

bench: $(TEST_READY) site ## misst Bauzeit, Speicher und Suche im Vergleich zu Material, dazu den Kurz-Check; mit ALL=1 auch 10.000 Einträge
	@rm -f .venv/bench.json
	BENCH_FIGURES=$(abspath .venv/bench.json) $(VENV) tests/bench/build.py $(if $(ALL),--all)
	@$(VENV) tests/support/browser_setup.py
	BENCH_FIGURES=$(abspath .venv/bench.json) $(VENV) tests/bench/search.py
	BENCH_FIGURES=$(abspath .venv/bench.json) $(VENV) tests/bench/kurzcheck.py
	$(VENV) tests/bench/urteile.py
	BENCH_FIGURES=$(abspath .venv/bench.json) $(VENV) tests/bench/lighthouse.py
	@BENCH_FIGURES=$(abspath .venv/bench.json) $(VENV) tests/bench/aims.py

uebernehmen: $(SITE_READY) ## setzt einen Vorschlag an seine Stelle im Katalog: make uebernehmen DATEI=vorschlag.eml
	@PYTHONPATH=hooks $(VENV) -m catalog uebernehmen -- "$$DATEI"

# The former state is built by its own program, from a copy: nothing in this folder changes.
vergleich: $(SITE_READY) ## zeigt im Ordner vergleich jede geänderte Seite vorher und nachher; VORHER=main nimmt einen anderen Stand als den letzten Commit
	@git rev-parse --git-dir >/dev/null 2>&1 || { \
		echo "git kann diesen Ordner nicht lesen. Holen Sie das Produkt mit „git clone“, unter Ihrem eigenen Konto." >&2; exit 1; }
	@git rev-parse --verify --quiet "$$VORHER^{commit}" >/dev/null || { \
		echo "Den Stand „$$VORHER“ gibt es in diesem Ordner nicht." >&2; exit 1; }
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && mkdir "$$folder/stand" && \
	git archive "$$VORHER" | tar -x -C "$$folder/stand" && \
	PYTHONPATH="$$folder/stand/hooks" $(VENV) -m release site --offline $(KOMMUNE_OPTION) --ziel="$$folder/vorher" >/dev/null && \
	$(RELEASE) site --offline $(KOMMUNE_OPTION) --ziel="$$folder/nachher" >/dev/null && \
	PYTHONPATH=hooks $(VENV) -m review "$$folder/vorher" "$$folder/nachher" vergleich

schema: $(SITE_READY) ## schreibt das Schema für die Hilfe im Texteditor neu
	@PYTHONPATH=hooks $(VENV) -m catalog schema

lock: $(LOCK_READY) ## legt die Fassungen aller Pakete neu fest
	$(LOCK) --output-file requirements.txt
	$(LOCK) --group test --constraint requirements.txt --output-file requirements-test.txt
	$(LOCK_OPTIONS) --group pyproject.toml:lock --output-file requirements-lock.txt

$(SITE_READY): requirements.txt
	@$(call create_venv)
	@echo "Pakete der Website werden eingerichtet …"
	@$(PIP) --requirement requirements.txt || $(no_packages)
	@touch $@

$(TEST_READY): requirements-test.txt $(SITE_READY)
	@echo "Pakete für die Tests werden eingerichtet …"
	@$(PIP) --requirement requirements-test.txt || $(no_packages)
	@touch $@

$(LOCK_READY): requirements-lock.txt $(SITE_READY)
	@$(PIP) --requirement requirements-lock.txt || $(no_packages)
	@touch $@

define no_packages
{ \
	echo "Die Pakete ließen sich nicht einrichten. Meist fehlt die Verbindung ins Netz." >&2; \
	echo "Hinter einem Proxy:       export HTTPS_PROXY=http://NAME:PORT" >&2; \
	echo "Mit internem Spiegel:     export PIP_INDEX_URL=https://NAME/simple" >&2; \
	echo "Was genau geschah, steht in der Datei .venv/pip.log." >&2; \
	exit 1; }
endef

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
	@$(RELEASE) zip $(KOMMUNE_OPTION) $(ADRESSE_OPTION) --ziel="$$ZIEL"

pruefe: $(SITE_READY) ## prüft eine Website auf ihrem Server: make pruefe ADRESSE=https://…
	@$(RELEASE) pruefe --adresse="$$ADRESSE"
