# Every command of the project; `make` alone lists them.
# Plain sh and GNU make 3.81 or later. Set-up happens by itself: a stamp file stands for each finished
# part, and it is made last, so that a part that broke off half-way is made anew.

PYTHON ?= python3
UV := uv==0.13.9

VENV := .venv
PY := $(VENV)/bin/python
# Not compiled: Python does that with what it imports, and most of what is installed it never does.
# It has to keep what it compiled, though: without that every command compiles 700 modules anew.
unexport PYTHONDONTWRITEBYTECODE
PIP_INSTALL := $(PY) -m pip --disable-pip-version-check --no-input install --quiet --no-compile --no-deps --require-hashes
# A stamp per interpreter: `make PYTHON=python3.12 test` does not reuse what another one made.
VENV_READY := $(VENV)/.ready-$(subst /,-,$(PYTHON))
VENV_MADE := $(VENV_READY)-python
TEST_READY := $(VENV_READY)-test
NODE_READY := $(VENV)/.ready-node
NPM_READY := node_modules/.ready
WASM := $(VENV)/wasm
WASM_READY := $(VENV_READY)-wasm
SCHEMA_READY := .cache/schema/.ready
GEWOON_READY := .cache/gewoon/.ready
SETUP_READY := $(VENV_READY) $(WASM_READY) $(NPM_READY) $(SCHEMA_READY)
SETUP := klaar
SETUP_TEST := klaar-test
# Parts are made side by side: half the time each waits for the network or the disk. No package is in
# two lists, so what puts them into one folder at the same time is not in each other's way.
SIDE_BY_SIDE := $(MAKE) --no-print-directory --silent -j4

# Node.js is wanted for npm alone; a Node from the Python registry sits in the venv.
WITH_NODE := PATH="$(CURDIR)/$(VENV)/bin:$$PATH"
NPM := $(WITH_NODE) npm
# The stamp says that there was a Node; when it is gone, one is fetched after all.
NODE_GONE := $(if $(shell $(WITH_NODE) command -v node),,gone)

NOT_FETCHED = { echo "Niet alles kon worden opgehaald (zie hierboven). Is er internet? Probeer het dan opnieuw." >&2; exit 1; }

DATA_OPTION = $(if $(DATA),--data "$(DATA)")

.DEFAULT_GOAL := help
.PHONY: gone klaar klaar-test help setup serve build check fix nieuwsbrief regio nieuwe-agenda template-oza import-oza blad neem-over import-cbs adressen bescherm dia effect los uitgave versie test test-firefox lint hoogte bench vertaal vertaald canary lock clean

help: ## Toon deze lijst
	@echo "Samen voor het kind: van gegevens naar site. Elke opdracht zet eerst klaar wat er nog niet is."
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo "Gegevens van een andere regio: make check DATA=MAP, make build DATA=MAP OUT=MAP"
	@echo "Een andere Python (3.11 of nieuwer): make test PYTHON=python3.12"

klaar:
	@$(SIDE_BY_SIDE) $(SETUP_READY)

klaar-test:
	@$(SIDE_BY_SIDE) $(SETUP_READY) $(TEST_READY)

setup: $(SETUP) ## Zet klaar wat check, build en serve nodig hebben; daarna is er geen netwerk meer nodig

serve: $(SETUP) ## Bekijk de site op http://127.0.0.1:8000; elke wijziging en elke fout is direct te zien
	@$(PY) -m scripts.serve $(DATA_OPTION)

build: $(SETUP) ## Maak de site in site/, zoals zij gepubliceerd wordt
	@$(PY) -m scripts.build $(DATA_OPTION) $(if $(OUT),--out "$(OUT)")

check: $(VENV_READY) ## Controleer alleen de gegevens in data/, en of er ooit ruwe gegevens zijn vastgelegd
	@$(PY) -m scripts.check $(DATA_OPTION) $(if $(filter /% ../%,$(DATA)),,--historie) $(if $(FORMAT),--format "$(FORMAT)")

fix: $(VENV_READY) ## Zet de gegevensbestanden in de vaste vorm en controleer ze
	@$(PY) -m scripts.check $(DATA_OPTION) --fix

nieuwsbrief: $(VENV_READY) ## Maak de tekst van de maandelijkse mail: SITE_URL=https://adres/ (MAAND=2026-11, UIT=nieuwsbrief.txt)
	@$(PY) -m scripts.nieuwsbrief $(DATA_OPTION) $(if $(MAAND),--maand "$(MAAND)") $(if $(UIT),--uit "$(UIT)")

# The name as it was typed: it may hold any sign.
regio: $(VENV_READY) ## Begin een andere regio: MAP=../achterhoek NAAM="Achterhoek"
	@test -n "$(MAP)" -a -n '$(subst ','\'',$(value NAAM))' || { echo 'Noem de map en de naam: make regio MAP=../achterhoek NAAM="Achterhoek"' >&2; exit 1; }
	@$(PY) -m scripts.regio "$(MAP)" --naam='$(subst ','\'',$(value NAAM))'

nieuwe-agenda: $(VENV_READY) ## Begin de volgende agenda met wat niet af is: NAAM="Agenda 2026-2030" VAN=2026 TOT=2030 BRON=id (PROEF=1 schrijft niets)
	@test -n '$(subst ','\'',$(value NAAM))' -a -n "$(VAN)" -a -n "$(TOT)" || { echo 'Noem de naam en de jaren: make nieuwe-agenda NAAM="Agenda 2026-2030" VAN=2026 TOT=2030 BRON=id-van-de-bron' >&2; exit 1; }
	@$(PY) -m scripts.nieuwe_agenda --naam='$(subst ','\'',$(value NAAM))' --van="$(VAN)" --tot="$(TOT)" --bron="$(BRON)" $(DATA_OPTION) $(if $(PROEF),--proef)

template-oza: $(VENV_READY) ## Maak het invulblad voor arrangementen: oza-invulblad.xlsx
	@$(PY) -m scripts.invulblad $(DATA_OPTION)

import-oza: $(VENV_READY) ## Neem een ingevuld invulblad over: BESTAND=oza-invulblad.xlsx (PROEF=1 schrijft niets)
	@test -n "$(BESTAND)" || { echo "Noem het bestand: make import-oza BESTAND=oza-invulblad.xlsx" >&2; exit 1; }
	@$(PY) -m scripts.importeer "$(BESTAND)" $(DATA_OPTION) $(if $(PROEF),--proef)

blad: $(VENV_READY) ## Maak de werkmap van een soort gegevens, met alles erin: SOORT=actie (UIT=acties.xlsx)
	@test -n "$(SOORT)" || { echo "Noem de soort: make blad SOORT=actie" >&2; exit 1; }
	@$(PY) -m scripts.blad "$(SOORT)" $(DATA_OPTION) $(if $(UIT),--uit "$(UIT)")

neem-over: $(VENV_READY) ## Neem een werkmap, CSV of gemailde cijfers over: BESTAND=acties.xlsx (PROEF=1 schrijft niets)
	@test -n "$(BESTAND)" || { echo "Noem het bestand: make neem-over BESTAND=acties.xlsx" >&2; exit 1; }
	@$(PY) -m scripts.neem_over "$(BESTAND)" $(DATA_OPTION) $(if $(SOORT),--soort "$(SOORT)") $(foreach one,$(ANTWOORDEN),--antwoord "$(one)") $(if $(PROEF),--proef)

import-cbs: $(VENV_READY) ## Vergelijk de cijfers met StatLine van het CBS: TABEL=85984NED (SCHRIJF=1 neemt ze over)
	@$(PY) -m scripts.importeer_cbs $(TABEL) $(DATA_OPTION) $(if $(SCHRIJF),--schrijf) $(if $(FORMAT),--format "$(FORMAT)") $(if $(OPNAME),--opname "$(OPNAME)")

adressen: $(VENV_READY) ## Kijk of de adressen van hulp nog werken, en wat moet worden nagekeken
	@$(PY) -m scripts.adressen $(DATA_OPTION)

effect: $(SETUP) ## Zie wat je wijziging met de site doet, voor je haar vastlegt (BASIS=main: sinds je van main aftakte)
	@$(PY) -m scripts.effect $(DATA_OPTION) $(if $(BASIS),--basis "$(BASIS)") $(if $(SITE),--site "$(SITE)") $(if $(JSON),--json "$(JSON)")

dia: $(SETUP) ## Maak dia's (PDF) van de figuren van een gemeente: GEMEENTE=ede (UIT=ede.pdf, TAAL=en, SITE_URL=https://adres/)
	@test -n '$(subst ','\'',$(value GEMEENTE))' || { echo "Noem de gemeente: make dia GEMEENTE=ede" >&2; exit 1; }
	@$(PY) -m scripts.dia $(DATA_OPTION) $(if $(UIT),--uit "$(UIT)") $(if $(TAAL),--taal "$(TAAL)") -- '$(subst ','\'',$(value GEMEENTE))'

los: $(VENV_READY) ## Maak een gebouwde site te openen vanuit haar map, zonder server: SITE=MAP
	@test -n "$(SITE)" || { echo "Noem de map met de site: make los SITE=MAP" >&2; exit 1; }
	@$(PY) -m scripts.los "$(SITE)"

bescherm: $(VENV_READY) ## Bescherm eigen tellingen: INVOER=ruw.xlsx DEFINITIE=definitie.yml UIT=publicatie.csv (VORIGE=publicatie.csv)
	@test -n "$(INVOER)" -a -n "$(DEFINITIE)" -a -n "$(UIT)" || { echo "Noem de bestanden: make bescherm INVOER=ruw.xlsx DEFINITIE=definitie.yml UIT=publicatie.csv" >&2; exit 1; }
	@$(PY) -m scripts.bescherm "$(INVOER)" --definitie "$(DEFINITIE)" --uit "$(UIT)" --data "$(or $(DATA),data)" $(if $(VORIGE),--vorige "$(VORIGE)")

# The name and the texts as they were typed: they may hold any sign.
uitgave: $(VENV_READY) ## Geef de stand van de gegevens een naam: NAAM=2026-1 TITEL="..." (WAAROM="..."; PROEF=1 verandert niets)
	@test -n '$(subst ','\'',$(value NAAM))' -a -n '$(subst ','\'',$(value TITEL))' || { echo 'Noem de naam en de titel: make uitgave NAAM=2026-1 TITEL="Stand voor de raad"' >&2; exit 1; }
	@$(PY) -m scripts.uitgave --titel='$(subst ','\'',$(value TITEL))' --waarom='$(subst ','\'',$(value WAAROM))' $(DATA_OPTION) $(if $(PROEF),--proef) -- '$(subst ','\'',$(value NAAM))'

versie: $(SETUP) ## Bouw de site van een benoemde stand opnieuw: NAAM=2026-1 OUT=MAP
	@test -n '$(subst ','\'',$(value NAAM))' -a -n "$(OUT)" || { echo 'Noem de naam en de map: make versie NAAM=2026-1 OUT=../site-2026-1' >&2; exit 1; }
	@$(PY) -m scripts.versie --out "$(OUT)" $(DATA_OPTION) -- '$(subst ','\'',$(value NAAM))'

# Who is done takes over half of what the other still has: the tests of one folder take as long as all others.
# The code is looked at meanwhile: that takes one core, and tests in a browser wait now and then.
test: $(SETUP_TEST) ## Draai elke test: code, pagina's en browser (de gegevens: make check)
	@$(PY) -m scripts.browser
	@$(MAKE) --no-print-directory lint & lint=$$!; \
	$(PY) -m pytest -n 2 --dist worksteal $(PYTEST_ARGS); tests=$$?; \
	wait $$lint || { echo "Stijl of typen van de code kloppen niet: make lint zegt welke." >&2; exit 1; }; \
	exit $$tests

test-firefox: $(SETUP_TEST) ## Controleer de pagina's met scripts ook in Firefox
	@$(PY) -m scripts.browser firefox
	@$(PY) -m pytest -n 2 --dist worksteal tests/browser --browser firefox $(PYTEST_ARGS)

lint: $(VENV_READY) $(TEST_READY) ## Controleer stijl en typen van de code, en de werkstromen van GitHub
	@$(PY) -m ruff check
	@$(PY) -m ruff format --check
	@$(PY) -m mypy
	@$(VENV)/bin/actionlint -shellcheck= -pyflakes= .github/workflows/*.yml
	@$(VENV)/bin/zizmor --offline --quiet .github

hoogte: $(SETUP_TEST) ## Meet hoe lang elke pagina van de gebouwde site is op een telefoon (SITE=MAP)
	@$(PY) -m scripts.browser
	@$(PY) -m scripts.hoogte $(if $(SITE),"$(SITE)")

bench: $(SETUP_TEST) $(GEWOON_READY) ## Meet hoe snel alles is: bouwen bij 50, 500 en 2.000 gegevensbestanden, filters, routes, geschiedenis, import, bescherming, voorbeeld
	@$(PY) -m scripts.bench_gewoon $(DATA_OPTION)
	@$(PY) -m scripts.bench $(DATA_OPTION)
	@$(PY) -m scripts.bench_filter $(DATA_OPTION)
	@$(PY) -m scripts.bench_overleg
	@$(PY) -m scripts.bench_historie $(DATA_OPTION)
	@$(PY) -m scripts.bench_import
	@$(PY) -m scripts.bench_bescherm
	@$(PY) -m scripts.bench_audit
	@$(PY) -m scripts.bench_serve
	@$(PY) -m scripts.bench_werkbank $(DATA_OPTION)
	@$(PY) -m scripts.bench_zoek $(DATA_OPTION)

vertaal: $(VENV_READY) ## Werk de vertaalbestanden bij met nieuwe en gewijzigde teksten: data/vertaling/ en macros/vertaling/
	@$(PY) -m scripts.vertaal $(DATA_OPTION)

vertaald: $(VENV_READY) ## Zeg dat een vertaalde pagina bij de Nederlandse van nu past: PAGINA=docs/en/over.md
	@test -n "$(PAGINA)" || { echo "Noem de pagina: make vertaald PAGINA=docs/en/over.md" >&2; exit 1; }
	@$(PY) -m scripts.vertaal --vertaald "$(PAGINA)"

canary: $(SETUP) ## Bouw dezelfde site met Zensical en ProperDocs, de mogelijke opvolgers
	@$(PYTHON) -m venv --clear .cache/canary
	@.cache/canary/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes -r requirements-canary.txt
	@failed=; for engine in $(or $(ENGINE),zensical properdocs); do \
	  $(WITH_NODE) .cache/canary/bin/python -m scripts.canary --engine $$engine $(DATA_OPTION) || failed="$$failed $$engine"; done; \
	test -z "$$failed" || { echo "Niet gelukt met:$$failed" >&2; exit 1; }

lock: ## Leg de versies van alle pakketten opnieuw vast (LOCK_ARGS=--upgrade haalt nieuwe)
	@$(PYTHON) -m venv --clear .cache/lock
	@.cache/lock/bin/python -m pip --disable-pip-version-check install --quiet "$(UV)"
	@for name in requirements requirements-test requirements-node requirements-canary requirements-gewoon requirements-werkbank; do \
	  .cache/lock/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
	    $$(test $$name != requirements-test || sed -n 's/^\([a-z0-9._-]*\)==.*/--no-emit-package \1/p' requirements.txt | sort -u) \
	    $(LOCK_ARGS) $$name.in --output-file $$name.txt || exit 1; done
	@$(MAKE) --no-print-directory $(NODE_READY)
	@$(NPM) install --package-lock-only

clean: ## Ruim alles op wat gemaakt is, ook .venv en node_modules
	@rm -rf $(VENV) node_modules site .site-* .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV_MADE): requirements.txt
	@$(PYTHON) -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Nodig: Python 3.11 of nieuwer, met venv. Gevonden: $$($(PYTHON) --version 2>&1 | head -n 1)" >&2; \
	  echo "  Debian/Ubuntu: sudo apt-get install python3 python3-venv   macOS: brew install python" >&2; \
	  echo "  Is er een nieuwere onder een andere naam? Bijvoorbeeld: make PYTHON=python3.12 test" >&2; \
	  echo "Needed: Python 3.11 or later with venv; install it as above or name another with PYTHON=." >&2; \
	  exit 1; }
	@echo "Python-pakketten klaarzetten (duurt ongeveer een halve minuut) ..."
	@$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV_READY): $(VENV_MADE)
	@$(PIP_INSTALL) -r requirements.txt || $(NOT_FETCHED)
	@touch $@

$(TEST_READY): $(VENV_MADE) requirements-test.txt
	@echo "Wat de tests nodig hebben klaarzetten (duurt ongeveer een halve minuut) ..."
	@$(PIP_INSTALL) -r requirements-test.txt || $(NOT_FETCHED)
	@touch $@

# For the Python of the npm package pyodide, whatever Python there is here.
$(WASM_READY): $(VENV_MADE) requirements-werkbank.txt
	@rm -rf $(WASM)
	@$(PIP_INSTALL) --target $(WASM) --no-deps --only-binary=:all: --python-version 314 \
	  --platform pyemscripten_2026_0_wasm32 -r requirements-werkbank.txt || $(NOT_FETCHED)
	@touch $@

$(NODE_READY): $(VENV_MADE) requirements-node.txt $(NODE_GONE)
	@$(WITH_NODE) sh -c 'node -e "process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)" && npm --version' >/dev/null 2>&1 || { \
	  echo "Node.js klaarzetten ..."; \
	  $(PIP_INSTALL) -r requirements-node.txt || $(NOT_FETCHED); }
	@touch $@

$(NPM_READY): $(NODE_READY) package.json package-lock.json .npmrc
	@echo "Pakketten voor de browser klaarzetten ..."
	@$(NPM) ci --loglevel=error >/dev/null || $(NOT_FETCHED)
	@touch $@

$(GEWOON_READY): requirements-gewoon.txt
	@echo "De gewone stapel klaarzetten, om de bouw mee te vergelijken ..."
	@$(PYTHON) -m venv --clear .cache/gewoon
	@.cache/gewoon/bin/python -m pip --disable-pip-version-check --no-input install --quiet --require-hashes -r requirements-gewoon.txt || $(NOT_FETCHED)
	@touch $@

$(SCHEMA_READY): $(VENV_READY) scripts/schema.py $(wildcard macros/model/*.py macros/model/*/*.py)
	@$(PY) -m scripts.schema
	@touch $@
