"""What the monitor is, and its lists: indicators, municipalities, sources.

Not here: a figure (``dashboard``) or a page (``pagina``).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from macros.model.agenda import Speerpunt
from macros.model.basis.record import actief
from macros.model.geheel import bijpagina_van
from macros.model.monitor.cijfer import Getal
from macros.model.monitor.indicator import Eenheid, Groep, Indicator
from macros.model.regio import Bron, Gemeente
from macros.taal.vertaler import Tekst
from macros.views.basis import HerkomstRij, Link, herkomst
from macros.views.blik import Blik
from macros.views.monitor.antwoord import Nieuwste, nieuwste
from macros.views.monitor.basis import GROEP, periodenaam
from macros.views.naam import naar


@dataclass(frozen=True, slots=True)
class Inleiding:
    """What the monitor is."""

    samen: Tekst
    voor_ouders: Tekst
    speerpunten: tuple[Link, ...]
    herkomst: HerkomstRij


def inleiding(blik: Blik) -> Inleiding | None:
    """What the monitor is, and which priorities ask for it."""
    one = blik.regio.monitor
    if one is None:
        return None
    return Inleiding(
        blik.v.tekst(one.samen),
        blik.v.tekst(one.voor_ouders),
        tuple(naar(blik, Speerpunt, key) for key in one.speerpunten),
        herkomst(blik, one.herkomst),
    )


@dataclass(frozen=True, slots=True)
class IndicatorRij:
    """An indicator in the list, with its newest figure: one, or one for each part.

    ``los``: a figure above it in the list that this one must not be laid beside. It then says so
    in place of its own figure, which is on its page.
    """

    indicator: Link
    perioden: str
    nieuwste: tuple[Nieuwste, ...]
    is_aandeel: bool
    los: Link | None


def indicatoren(blik: Blik) -> tuple[tuple[str, tuple[IndicatorRij, ...]], ...]:
    """Every indicator by subject: (heading, rows)."""
    every = sorted(actief(blik.regio.indicatoren), key=lambda one: one.nummer)
    shown: list[str] = []
    found: dict[Groep, list[IndicatorRij]] = {groep: [] for groep in Groep}
    for groep in Groep:
        for one in (one for one in every if one.groep is groep):
            pairs = ((key, frozenset({key, one.id})) for key in shown)
            apart = next((key for key, pair in pairs if pair in blik.regio.niet_naast), None)
            found[groep].append(_rij(blik, one, apart))
            if apart is None:
                shown.append(one.id)
    return tuple((blik.v.ui(GROEP[groep]), tuple(rows)) for groep, rows in found.items() if rows)


def _rij(blik: Blik, one: Indicator, apart: str | None) -> IndicatorRij:
    newest = nieuwste(blik, one.id)
    return IndicatorRij(
        naar(blik, Indicator, one.id),
        blik.v.opsomming(tuple(dict.fromkeys(periodenaam(blik.v, r.periode) for r in newest))),
        () if apart else newest,
        one.eenheid is Eenheid.PROCENT,
        naar(blik, Indicator, apart) if apart else None,
    )


def gemeenten(blik: Blik) -> tuple[Link, ...]:
    """The pages of the municipalities, by name."""
    every = sorted(actief(blik.regio.gemeenten), key=lambda one: one.naam)
    return tuple(Link(blik.v.naam(one.naam), bijpagina_van(Gemeente, one.id)) for one in every)


@dataclass(frozen=True, slots=True)
class Cijferbronnen:
    """Whose figures there are, and how many counts are the region's own.

    ``bronnen``: (source, how many cells, how many of them without a number).
    """

    bronnen: tuple[tuple[Link, int, int], ...]
    eigen: int


def cijferbronnen(blik: Blik) -> Cijferbronnen:
    """Where the figures on the site come from."""
    rows = [row for bestand in actief(blik.regio.waarnemingen) for row in bestand.rijen]
    every = Counter(row.bron for row in rows)
    empty = Counter(row.bron for row in rows if not isinstance(row.waarde, Getal))
    return Cijferbronnen(
        tuple((naar(blik, Bron, key), n, empty[key]) for key, n in every.items()),
        len(blik.regio.uitgaven),
    )
