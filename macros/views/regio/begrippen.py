"""The glossary, and the words of it that the search takes for one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.basis.record import actief
from macros.model.geheel import Regio, adres_van
from macros.model.regio import Begrip
from macros.taal.vertaler import Tekst
from macros.views.basis import HerkomstRij, herkomst, mogelijk, zin_en_rest
from macros.views.blik import Blik
from macros.views.samenwerking.basis import ArtikelLink, artikelen


@dataclass(frozen=True, slots=True)
class BegripRij:
    """A term explained. ``voluit`` is None when it is unknown, empty when there is none.

    ``kop`` is what a reader of this language looks for; where that is not the term itself, the term
    stands beside it. ``kort`` and ``meer`` are the plain explanation: its first sentence (with the
    question that it answers), and the rest.
    """

    id: str
    pad: str
    kop: Tekst
    term: str
    voluit: Tekst | None
    is_afkorting: bool
    uitleg: Tekst
    voor_ouders: Tekst
    kort: Tekst
    meer: Tekst | None
    zoekwoorden: tuple[str, ...]
    zie_ook: tuple[tuple[Tekst, str], ...]
    artikelen: tuple[ArtikelLink, ...]
    herkomst: HerkomstRij

    @property
    def is_vertaald(self) -> bool:
        """Whether its heading is a word without the term in it."""
        return self.term not in self.kop.tekst


def begrippen(blik: Blik) -> tuple[BegripRij, ...]:
    """The glossary, in alphabetical order of this language."""
    rows = (begrip(blik, one) for one in actief(blik.regio.begrippen))
    return tuple(sorted(rows, key=lambda row: (_letter(row.kop.tekst), row.kop.tekst.casefold())))


def letters(rows: tuple[BegripRij, ...]) -> tuple[tuple[str, tuple[BegripRij, ...]], ...]:
    """The terms by their first letter."""
    found: dict[str, list[BegripRij]] = {}
    for row in rows:
        found.setdefault(_letter(row.kop.tekst), []).append(row)
    return tuple((letter, tuple(group)) for letter, group in found.items())


def _letter(word: str) -> str:
    """The first letter or digit; a sign before it does not count, as in ``'s-Stad``."""
    return next((sign for sign in word if sign.isalnum()), word[0]).upper()


def begrip(blik: Blik, one: Begrip) -> BegripRij:
    """One term."""
    plain = blik.v.tekst(one.voor_ouders)
    short, more = zin_en_rest(plain)
    return BegripRij(
        id=one.id,
        pad=adres_van(Begrip, one.id),
        kop=kop(blik, one),
        term=one.term,
        voluit=None if one.voluit is None else mogelijk(blik.v, one.voluit),
        is_afkorting=one.voluit is not None,
        uitleg=blik.v.tekst(one.uitleg),
        voor_ouders=plain,
        kort=short,
        meer=more,
        zoekwoorden=(*one.ook_geschreven_als, *one.synoniemen),
        zie_ook=tuple((kop(blik, blik.regio.begrippen[key]), key) for key in one.zie_ook),
        artikelen=artikelen(blik, one.artikelen),
        herkomst=herkomst(blik, one.herkomst),
    )


def kop(blik: Blik, one: Begrip) -> Tekst:
    """The word that a reader of this language looks for; the term itself while nobody has one."""
    word = blik.v.tekst(one.term)
    return word if word.taal == blik.v.taal else blik.v.titel(one.term)


def woordgroepen(regio: Regio) -> Iterator[tuple[str, ...]]:
    """Words that mean the same, for the search: term, full form, spellings, synonyms."""
    for one in actief(regio.begrippen):
        full = (one.voluit,) if isinstance(one.voluit, str) else ()
        words = (one.term, *full, *one.ook_geschreven_als, *one.synoniemen)
        if len(words) > 1:
            yield words
