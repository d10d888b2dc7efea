"""The glossary, and the words of it that the search takes for one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.basis.record import actief
from macros.model.geheel import Regio, adres_van
from macros.model.regio import Begrip
from macros.taal.vertaler import Tekst
from macros.views.basis import HerkomstRij, herkomst, mogelijk
from macros.views.blik import Blik
from macros.views.samenwerking.basis import ArtikelLink, artikelen


@dataclass(frozen=True, slots=True)
class BegripRij:
    """A term explained. ``voluit`` is None when it is unknown, empty when there is none."""

    id: str
    pad: str
    term: str
    voluit: Tekst | None
    is_afkorting: bool
    uitleg: Tekst
    voor_ouders: Tekst
    zie_ook: tuple[tuple[str, str], ...]
    artikelen: tuple[ArtikelLink, ...]
    herkomst: HerkomstRij


def begrippen(blik: Blik) -> tuple[BegripRij, ...]:
    """The glossary, in alphabetical order."""
    return tuple(
        begrip(blik, one)
        for one in sorted(actief(blik.regio.begrippen), key=lambda one: one.term.casefold())
    )


def letters(rows: tuple[BegripRij, ...]) -> tuple[tuple[str, str], ...]:
    """Each first letter with the id of its first term."""
    first = {row.term[0].upper(): row.id for row in reversed(rows)}
    return tuple(sorted(first.items()))


def begrip(blik: Blik, one: Begrip) -> BegripRij:
    """One term."""
    return BegripRij(
        id=one.id,
        pad=adres_van(Begrip, one.id),
        term=one.term,
        voluit=None if one.voluit is None else mogelijk(blik.v, one.voluit),
        is_afkorting=one.voluit is not None,
        uitleg=blik.v.tekst(one.uitleg),
        voor_ouders=blik.v.tekst(one.voor_ouders),
        zie_ook=tuple((blik.regio.begrippen[key].term, key) for key in one.zie_ook),
        artikelen=artikelen(blik, one.artikelen),
        herkomst=herkomst(blik, one.herkomst),
    )


def woordgroepen(regio: Regio) -> Iterator[tuple[str, ...]]:
    """Words that mean the same, for the search: term, full form, spellings, synonyms."""
    for one in actief(regio.begrippen):
        full = (one.voluit,) if isinstance(one.voluit, str) else ()
        words = (one.term, *full, *one.ook_geschreven_als, *one.synoniemen)
        if len(words) > 1:
            yield words
