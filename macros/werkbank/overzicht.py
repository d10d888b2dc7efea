"""What there is to change: every kind with its records, and the parts of records that have an id.

Not here: what stands in one of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from macros.model.basis.record import Deel, Status
from macros.model.basis.vorm import Keuze
from macros.model.geheel import SOORTEN, adres_van
from macros.model.label import label
from macros.model.soort import Soort
from macros.model.walk import nested, tekstsoort
from macros.source.nodes import Document
from macros.werkbank.werkbank import Werkbank


def overzicht(bank: Werkbank) -> Iterator[dict[str, Any]]:
    """The kinds in the order of their table; after each its parts, which say ``deel_van``."""
    for soort in SOORTEN:
        yield soortrij(bank, soort)
        for veld, kind in delen(soort.type):
            yield _deelrij(bank, soort, veld, kind)


def soortrij(bank: Werkbank, soort: Soort) -> dict[str, Any]:
    """A kind: ``{naam, kop, uitleg, pad, is_map, tabel, gebied, records}``; of each record ``{pad,
    id, titel, gearchiveerd, adres}``, also of one that cannot be read.
    """
    return {
        "naam": soort.naam,
        "kop": soort.meervoud,
        "uitleg": soort.uitleg,
        "pad": soort.pad,
        "is_map": soort.is_map,
        "tabel": soort.tabellen,
        "gebied": soort.gebied,
        "records": [_kaart(bank, soort, path) for path in bank.paden(soort)],
    }


def _kaart(bank: Werkbank, soort: Soort, pad: str) -> dict[str, Any]:
    key = PurePosixPath(pad).stem if soort.is_map else ""
    return {
        "pad": pad,
        "id": key,
        "titel": bank.titel(pad),
        "gearchiveerd": _gearchiveerd(bank.gelezen.documents.get(pad)),
        "adres": adres_van(soort.type, key) if soort.adres else "",
    }


def _gearchiveerd(document: Document | None) -> bool:
    return document is not None and document.op(("status",)) == Status.GEARCHIVEERD.value


def delen(kind: type[Deel]) -> Iterator[tuple[str, type[Deel]]]:
    """The lists in a record of which each item has an id of its own."""
    for veld, field in kind.model_fields.items():
        part = nested(field.annotation)
        if part is not None and "id" in part.model_fields:
            yield veld, part


def deelrecords(bank: Werkbank, veld: str) -> list[dict[str, Any]]:
    """The parts in the lists that are called so."""
    return [
        one
        for soort in SOORTEN
        for naam, kind in delen(soort.type)
        if naam == veld
        for one in _deelrij(bank, soort, naam, kind)["records"]
    ]


def _deelrij(bank: Werkbank, soort: Soort, veld: str, kind: type[Deel]) -> dict[str, Any]:
    """As of a kind, with ``deel_van``; ``keuze`` is what the first choice in it is called, ``veld``
    its name, ``nu`` of each what was chosen.
    """
    choice = next(
        (one for one, field in kind.model_fields.items() if _keuze(field.annotation)), None
    )
    title = next((one for one in kind.model_fields if tekstsoort(kind, one)), "id")
    records: list[dict[str, Any]] = []
    for path in bank.paden(soort):
        document = bank.gelezen.documents.get(path)
        parts = document.op((veld,)) if document else None
        for index, part in enumerate(parts if isinstance(parts, list) else ()):
            if isinstance(part, dict):
                records.append(
                    {
                        "pad": path,
                        "loc": [veld, index],
                        "id": part.get("id") or "",
                        "titel": part.get(title) or part.get("id") or "",
                        "nu": part.get(choice) or "" if choice else "",
                        "gearchiveerd": _gearchiveerd(document),
                        "adres": adres_van(soort.type, PurePosixPath(path).stem),
                    }
                )
    return {
        "naam": kind.__name__.lower(),
        "kop": label(veld),
        "uitleg": soort.type.model_fields[veld].description or "",
        "deel_van": soort.naam,
        "keuze": label(choice) if choice else "",
        "veld": choice or "",
        "pad": soort.pad,
        "is_map": True,
        "tabel": False,
        "gebied": soort.gebied,
        "records": records,
    }


def _keuze(annotation: Any) -> bool:
    """Whether a field is a choice, or nobody knows which."""
    if isinstance(annotation, type):
        return issubclass(annotation, Keuze)
    return any(_keuze(one) for one in getattr(annotation, "__args__", ()))
