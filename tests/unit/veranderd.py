"""What changed in data_mini before it became what it is: two days of an invented past.

Not here: how a difference is found (``test_wijziging*.py``).
"""

from __future__ import annotations

import copy
import datetime
from typing import Any

from macros.load import Loaded
from macros.wijziging.dag import recordwijzigingen
from macros.wijziging.geschiedenis import Dag, Geschiedenis
from macros.wijziging.poort import Poort

BEGIN = datetime.date(2022, 7, 30)
EERST = datetime.date(2022, 8, 28)
LAATST = datetime.date(2022, 9, 10)
WOORDEN = [f"begrippen/{key}.yml" for key in ("sbo", "so-en-sbo", "swv", "thuiszitter")]

Staat = dict[str, Any]


def staat(geladen: Loaded) -> Staat:
    """The data as they are."""
    return {path: copy.deepcopy(one.value) for path, one in geladen.documents.items()}


def ervoor(nu: Staat) -> Staat:
    """The data before the last day: an action had not begun, a text was shorter, a record counted."""
    found = copy.deepcopy(nu)
    speerpunt = found["speerpunten/alles-bekend.yml"]
    speerpunt["acties"][1]["stand"] = "niet-gestart"
    speerpunt.pop("wijzigingen")
    speerpunt["herkomst"]["peildatum"] = "2021"
    found["overleg/overleggen/vroeger.yml"].pop("status")
    besluit = found["overleg/besluiten/twee-lijsten.yml"]
    besluit["voor_ouders"] = (
        f"Eerst was er een ander plan, over iets heel anders. {besluit['voor_ouders']}"
    )
    found["hulp/steunpunt-dorp.yml"]["telefoon"] = "0900-0000001"
    found["bronnen/plan.yml"]["geraadpleegd"] = "2021-07"
    found["monitor/waarnemingen/verslag.csv"]["rijen"].pop()
    return found


def helemaal_ervoor(later: Staat) -> Staat:
    """Before the first day: four terms were not there, and a party was that is gone."""
    found = {path: copy.deepcopy(one) for path, one in later.items() if path not in WOORDEN}
    found["partijen/verdwenen.yml"] = {
        "id": "verdwenen",
        "naam": "stichting <verdwenen>",
        "soort": "overig",
        "uitleg": "Die is er niet meer.",
        "herkomst": {"bron": "plan", "peildatum": "2021", "zekerheid": "voorbeeld"},
    }
    found["overleg/overleggen/buurt-dorp.yml"]["voorzitter"] = "de burgemeester"
    return found


def geschiedenis(geladen: Loaded) -> Geschiedenis:
    """Both days."""
    assert geladen.regio is not None
    poort = Poort.van(geladen.regio)
    now = staat(geladen)
    before = ervoor(now)
    first = helemaal_ervoor(before)
    return Geschiedenis(
        (
            Dag(LAATST, recordwijzigingen(before, now, poort)),
            Dag(EERST, recordwijzigingen(first, before, poort)),
        ),
        BEGIN,
    )
