"""The names of the records that an answer may point to, and back from a name to the id.

Not here: whether a reference is right (``rules.elk``).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.invoer.inzending.vragen import Vraag
from macros.issue import APOSTROPHES
from macros.model.basis.record import Record, actief
from macros.model.geheel import SOORT, Regio
from macros.model.regio import Gemeente, Partij, SoortPartij

_ALLEEN = {"samenwerkingsverbanden": SoortPartij.SAMENWERKINGSVERBAND}
"""Questions that offer one kind of party; the rule ``geen-samenwerkingsverband`` wants the same."""


@dataclass(frozen=True, slots=True)
class Naam:
    """A record to choose: ``keuze`` is its name or, when another is called the same, its id."""

    id: str
    keuze: str


def namen(regio: Regio, vraag: Vraag, *, alles: bool = False) -> tuple[Naam, ...]:
    """What the answer to a question may be, in the order of the records; ``alles``: or ever was."""
    records = tuple(
        one
        for soort in vraag.verwijst_naar
        for one in (
            regio.groep(SOORT[soort]).values() if alles else actief(regio.groep(SOORT[soort]))
        )
        if alles or _aangeboden(one, vraag)
    )
    often = Counter(vorm(_naam(one)) for one in records)
    return tuple(
        Naam(one.id, one.id if often[vorm(naam)] > 1 or ";" in naam else naam)
        for one in records
        for naam in (_naam(one),)
    )


def _aangeboden(record: Record, vraag: Vraag) -> bool:
    only = _ALLEEN.get(vraag.loc[-1])
    return only is None or (isinstance(record, Partij) and record.soort is only)


class Wijzer:
    """From what was typed to an id, for one kind of reference."""

    def __init__(self, regio: Regio, soorten: tuple[str, ...]) -> None:
        self.soort = " of ".join(soorten)
        self._ids: dict[str, set[str]] = {}
        self.bekend: list[str] = []
        for one in _alle(regio, soorten):
            for naam in (one.id, _naam(one), *_codes(one)):
                self._ids.setdefault(vorm(naam), set()).add(one.id)
                self.bekend.append(naam)
            if isinstance(one, Gemeente):
                self._ids.setdefault(f"gemeente {vorm(_naam(one))}", set()).add(one.id)

    def ids(self, naam: str) -> list[str]:
        """The ids of the records that are called so; more than one is for the editor to choose."""
        return sorted(self._ids.get(vorm(naam), ()))


def _alle(regio: Regio, soorten: tuple[str, ...]) -> Iterator[Record]:
    for soort in soorten:
        yield from regio.groep(SOORT[soort]).values()


def _naam(record: Any) -> str:
    found = getattr(record, "naam", None) or getattr(record, "titel", None)
    return found if isinstance(found, str) else str(record.id)


def _codes(record: Any) -> Iterator[str]:
    """What a table of an organisation of figures calls an area."""
    for field in ("cbs_code", "brin"):
        found = getattr(record, field, None)
        if isinstance(found, str):
            yield found


_STREEP = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_OPSOMMING = re.compile(r"^[-*\u2022\u00b7\u25aa\u25cf]\s+")


def vorm(naam: str) -> str:
    """What makes two ways of typing a name the same: no capitals, apostrophes or wide letters, one
    kind of dash and of space, no sign of a list before it and no full stop behind it.
    """
    plain = unicodedata.normalize("NFKC", APOSTROPHES.sub("", naam)).casefold()
    plain = APOSTROPHES.sub("", plain.translate(_STREEP))
    return _OPSOMMING.sub("", " ".join(plain.split()), count=1).strip(" .,:;")
