"""For the working group: how much of the model is known, and what must be looked at again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.model.basis.record import Deel, Zekerheid, actief
from macros.model.geheel import Regio
from macros.model.regio import Sector
from macros.model.samenwerking.onderdeel import Onderdeel, OudWoord, Thema
from macros.model.samenwerking.recht import Wet
from macros.model.walk import gelopen
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.views.basis import HerkomstRij, Link, herkomst
from macros.views.blik import Blik
from macros.views.naam import naar, themanaam
from macros.views.samenwerking.basis import celsectoren
from macros.views.samenwerking.herziening import oude_tekst, te_herzien
from macros.views.samenwerking.onderdeel import SpanningRij, spanningen

_FREE = {"synoniemen", "wijzigingen", "vragen", "vindplaats"}
"""Fields in which an old word does no harm."""

_SURE = (Zekerheid.BEVESTIGD, Zekerheid.AFGELEID, Zekerheid.ONBEKEND, Zekerheid.VOORBEELD)


@dataclass(frozen=True, slots=True)
class DekkingRij:
    """How many squares are confirmed, derived, unknown and (in an example region) invented."""

    naam: Tekst
    bevestigd: int
    afgeleid: int
    onbekend: int
    voorbeeld: int
    totaal: int


@dataclass(frozen=True, slots=True)
class Herziening:
    """Why to look again, and at which onderdelen: those with the same reasons stand together."""

    redenen: tuple[str, ...]
    onderdelen: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SpanningBij:
    """A tension and the onderdeel it is in."""

    onderdeel: Link
    spanning: SpanningRij


@dataclass(frozen=True, slots=True)
class OudWoordRij:
    """An old word and where the model still uses it."""

    woord: str
    nieuw: str
    sinds: str
    uitleg: Tekst
    waar: tuple[Link, ...]
    herkomst: HerkomstRij


@dataclass(frozen=True, slots=True)
class Werkgroep:
    """Everything on the page for the working group."""

    onderdelen: int
    alleen_code: int
    totaal: DekkingRij
    per_thema: tuple[DekkingRij, ...]
    per_sector: tuple[DekkingRij, ...]
    herzien: tuple[Herziening, ...]
    oude_wetten: tuple[Link, ...]
    spanningen: tuple[SpanningBij, ...]
    oude_woorden: tuple[OudWoordRij, ...]
    vragen: tuple[tuple[Link, tuple[Tekst, ...]], ...]

    @property
    def alle(self) -> int:
        """Every onderdeel that the model is known to have."""
        return self.onderdelen + self.alleen_code


def werkgroep(blik: Blik) -> Werkgroep:
    """The state of the model."""
    squares = list(_vakken(blik.regio))
    links = {one.id: naar(blik, Onderdeel, one.id) for one in blik.regio.actieve_onderdelen}
    return Werkgroep(
        onderdelen=len(links),
        alleen_code=sum(len(thema.onbekende_onderdelen) for thema in blik.regio.actieve_themas),
        totaal=_dekking(
            blik.v.naam(blik.v.ui(N_("Alle vakken"))), [sure for _, _, sure in squares]
        ),
        per_thema=tuple(
            _dekking(
                themanaam(blik.v, one), [sure for thema, _, sure in squares if thema == one.id]
            )
            for one in blik.regio.actieve_themas
        ),
        per_sector=tuple(_per_sector(blik.v, squares)),
        herzien=tuple(_herzien(blik, links)),
        oude_wetten=tuple(
            naar(blik, Wet, wet.id) for wet in actief(blik.regio.wetten) if oude_tekst(wet)
        ),
        spanningen=tuple(
            SpanningBij(links[one.id], item)
            for one in blik.regio.actieve_onderdelen
            for item in spanningen(blik, one)
        ),
        oude_woorden=tuple(_oud_woord(blik, one) for one in blik.regio.oude_woorden),
        vragen=tuple(
            (links[one.id], tuple(blik.v.tekst(text) for text in one.vragen))
            for one in blik.regio.actieve_onderdelen
            if one.vragen
        ),
    )


def _herzien(blik: Blik, links: Mapping[str, Link]) -> Iterator[Herziening]:
    found: dict[tuple[str, ...], list[Link]] = {}
    for one in blik.regio.actieve_onderdelen:
        found.setdefault(te_herzien(blik, one), []).append(links[one.id])
    return (Herziening(why, tuple(which)) for why, which in found.items() if why)


def _vakken(regio: Regio) -> Iterator[tuple[str, tuple[str, ...] | None, Zekerheid]]:
    """Every square: its theme, its sectors (None is unknown), how sure it is."""
    for one in regio.actieve_onderdelen:
        for cel in one.cellen:
            yield one.thema, celsectoren(one, cel), cel.zekerheid
    columns = len(regio.kolommen)
    for thema in regio.actieve_themas:
        for _ in range(columns * len(thema.onbekende_onderdelen)):
            yield thema.id, None, Zekerheid.ONBEKEND


def _dekking(naam: Tekst, found: list[Zekerheid]) -> DekkingRij:
    counted = Counter(found)
    sure = (counted[one] for one in _SURE)
    bevestigd, afgeleid, onbekend, voorbeeld = sure
    return DekkingRij(naam, bevestigd, afgeleid, onbekend, voorbeeld, len(found))


def _per_sector(
    v: Vertaler, squares: list[tuple[str, tuple[str, ...] | None, Zekerheid]]
) -> Iterator[DekkingRij]:
    for sector in Sector:
        found = [sure for _, sectoren, sure in squares if sectoren and sector in sectoren]
        yield _dekking(v.naam(str(sector)), found)
    unknown = [sure for _, sectoren, sure in squares if sectoren is None]
    yield _dekking(v.naam(v.ui(N_("sector onbekend"))), unknown)


def _oud_woord(blik: Blik, one: OudWoord) -> OudWoordRij:
    word = re.compile(rf"\b{re.escape(one.woord)}\b")
    waar = [
        naar(blik, Thema, thema.id) for thema in blik.regio.actieve_themas if _uses(word, thema)
    ]
    waar += [
        naar(blik, Onderdeel, onderdeel.id)
        for onderdeel in blik.regio.actieve_onderdelen
        if _uses(word, onderdeel)
    ]
    return OudWoordRij(
        woord=one.woord,
        nieuw=one.nieuw,
        sinds=blik.v.datum(one.sinds),
        uitleg=blik.v.tekst(one.uitleg),
        waar=tuple(waar),
        herkomst=herkomst(blik, one.herkomst),
    )


def _uses(word: re.Pattern[str], record: Deel) -> bool:
    """Whether a text has the word; people search with old words, and changes tell of them."""
    return any(
        word.search(leaf.value)
        for leaf in gelopen(record)
        if leaf.tekst and isinstance(leaf.value, str) and not _FREE & {*leaf.loc}
    )
