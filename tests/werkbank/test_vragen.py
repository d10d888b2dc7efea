"""What the page asks of the browser's Python is answered there: forms, checks, pages, workbooks.

Not here: whether an answer is right, which is tested without a browser (``tests/unit``).
"""

from __future__ import annotations

import base64
import json
from typing import Any

from macros.model.geheel import SOORTEN
from macros.werkbank.deur import Deur
from tests.langzaam import traag
from tests.unit.mini import DAG, DATA_MINI
from tests.werkbank.wasm import Wasm

SPEERPUNT = "speerpunten/alles-bekend.yml"

ALLE_MODULES = """
import importlib, json
from pathlib import Path

def alle(_):
    other = []
    for file in sorted(Path("macros").rglob("*.py")):
        name = ".".join(file.with_suffix("").parts).removesuffix(".__init__")
        try:
            importlib.import_module(name)
        except ModuleNotFoundError as error:
            if error.name.partition(".")[0] not in ("numpy", "scipy", "xlsxwriter"):
                other.append(f"{name}: {error}")
    return json.dumps(other)

alle
"""


def test_the_next_visit_goes_on_on_its_own_day_and_says_what_is_said_here(wasm: Wasm) -> None:
    here = Deur(DATA_MINI, str(DAG))
    asked: list[tuple[str, dict[str, Any]]] = [
        ("begin", {}),
        ("controleer", {}),
        ("record", {"pad": SPEERPUNT}),
        *(("formulier", {"soort": soort.naam}) for soort in SOORTEN),
    ]
    for naam, argumenten in asked:
        said = json.loads(here.vraag(naam, json.dumps(argumenten)))["antwoord"]
        there = wasm.vraag(naam, **argumenten)["antwoord"]
        for one in (said, there) if naam == "controleer" else ():
            told = one["meldingen"]  # who audits the ledger is here alone
            one["meldingen"] = [each for each in told if each["code"] != "niet-nagerekend"]
            del one["let_ops"]
        assert there == said


def test_what_was_kept_with_another_place_in_it_is_refused(wasm: Wasm) -> None:
    assert "kept with 1 1" in wasm.elders()["fout"]


def test_a_change_is_told_and_taken_back(wasm: Wasm) -> None:
    waarde = wasm.vraag("record", pad=SPEERPUNT)["antwoord"]["waarde"]
    wasm.vraag("zet", pad=SPEERPUNT, waarde={**waarde, "titel": ""})
    found = wasm.vraag("controleer")["antwoord"]
    assert {one["pad"] for one in found["meldingen"] if one["level"] == "fout"} == {SPEERPUNT}
    assert list(wasm.vraag("bestanden")["antwoord"]) == [f"data/{SPEERPUNT}"]
    wasm.vraag("zet", pad=SPEERPUNT, waarde=None)
    assert wasm.vraag("controleer")["antwoord"]["fouten"] == 0
    assert wasm.vraag("bestanden") == {"antwoord": {}}


def test_what_is_no_file_of_the_data_is_refused_in_dutch(wasm: Wasm) -> None:
    said = wasm.vraag("record", pad="../macros/load.py")
    assert said == {"afgewezen": "'../macros/load.py' is geen bestand van de gegevens."}


def test_a_fault_of_ours_leaves_python_alive(wasm: Wasm) -> None:
    said = wasm.vraag("bestaat-niet")
    assert "KeyError" in said["fout"]
    assert not said["fataal"]
    assert "antwoord" in wasm.vraag("begin")


@traag
def test_five_megabytes_in_a_field_are_told_and_taken_back(wasm: Wasm) -> None:
    waarde = wasm.vraag("record", pad=SPEERPUNT)["antwoord"]["waarde"]
    wasm.vraag("zet", pad=SPEERPUNT, waarde={**waarde, "titel": "woord " * 800_000})
    [first, *_] = wasm.vraag("controleer")["antwoord"]["meldingen"]
    assert (first["pad"], first["level"]) == (SPEERPUNT, "fout")
    wasm.vraag("zet", pad=SPEERPUNT, waarde=None)
    assert wasm.vraag("controleer")["antwoord"]["fouten"] == 0


def test_a_page_has_its_drawing(wasm: Wasm) -> None:
    found = wasm.vraag("pagina", adres="overleg/", taal="en")["antwoord"]
    assert '<figure class="figuur tekening' in found["html"] or "<svg" in found["html"]
    assert found["gemist"] == []


def test_a_workbook_is_written(wasm: Wasm) -> None:
    found = wasm.vraag("blad", soort="speerpunt")["antwoord"]
    [book] = [one for one in found.values() if len(one) > 1000]
    assert base64.b64decode(book).startswith(b"PK")


def test_every_module_that_goes_along_can_be_imported(wasm: Wasm) -> None:
    wasm.vraag("pagina", adres="", taal="nl")  # what only some questions take comes with them
    wasm.vraag("blad", soort="bron")
    assert wasm.roep(ALLE_MODULES, {}) == []
