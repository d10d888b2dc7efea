"""What can be referred to, and where a record is referred to: before it is archived.

Read from the files as they stand, so that one with a mistake in it counts too. Not here: whether a
reference is right (``rules``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

from macros.model.geheel import SOORT, SOORTEN, adres_van
from macros.source.nodes import Value
from macros.werkbank.formulier import Veld, formulier
from macros.werkbank.overzicht import deelrecords, soortrij
from macros.werkbank.werkbank import Werkbank, soort_op
from macros.wijziging.woorden import ingekort


def keuzes(bank: Werkbank, soorten: Iterable[str]) -> list[dict[str, Any]]:
    """The records of these kinds, or the parts in lists that are called so: of each ``{waarde,
    label, soort, gearchiveerd}``.
    """
    return [
        {
            "waarde": one["id"],
            "label": one["titel"],
            "soort": soort,
            "gearchiveerd": one["gearchiveerd"],
        }
        for soort in soorten
        for one in (
            soortrij(bank, SOORT[soort])["records"] if soort in SOORT else deelrecords(bank, soort)
        )
    ]


def gebruikt(bank: Werkbank, pad: str) -> list[dict[str, str]]:
    """Where a record is named: ``{pad, titel, veld, adres}``, ``veld`` in words."""
    kind, key = soort_op(pad), PurePosixPath(pad).stem
    found: dict[tuple[str, str], dict[str, str]] = {}
    for soort in SOORTEN if kind.is_map else ():
        for other in bank.paden(soort):
            named = _verwijzingen(formulier(soort.naam), bank.waarde(other), ())
            for words, kinds, value in named if other != pad else ():
                if value == key and kind.naam in kinds:
                    veld = ": ".join(words)
                    found[other, veld] = {
                        "pad": other,
                        "titel": bank.titel(other),
                        "veld": veld,
                        "adres": adres_van(soort.type, PurePosixPath(other).stem),
                    }
    return list(found.values())


Woorden = tuple[str, ...]


def _verwijzingen(
    veld: Veld, value: Value, words: Woorden
) -> Iterator[tuple[Woorden, list[str], str]]:
    """Each id in a value: the way to it in words, the kinds it can be of, and what it is."""
    if "velden" in veld and isinstance(value, dict):
        for one in veld["velden"]:
            yield from _verwijzingen(one, value.get(one["naam"]), (*words, one["label"]))
    elif "item" in veld and isinstance(value, list):
        for one in value:
            name = one.get(veld["item"].get("titel", "")) if isinstance(one, dict) else None
            below = (*words, ingekort(name)) if isinstance(name, str) else words
            yield from _verwijzingen(veld["item"], one, below)
    elif "soorten" in veld and isinstance(value, str):
        yield words, veld["soorten"], value
