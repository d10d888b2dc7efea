"""The newest figure of an indicator in a few words: in the list, and as the answer on its page.

Not here: figures by municipality to draw (``figuren``), their sentences (``zin``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from macros.model.monitor.cijfer import Periode
from macros.model.monitor.indicator import TOTAAL, Eenheid, Indicator
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.views.blik import Blik, eenmaal
from macros.views.monitor.basis import in_periode, waardetekst
from macros.views.monitor.cijfers import cijferboek
from macros.views.monitor.figuren import Tekenaar
from macros.views.monitor.figuur import Figuur, Lijn, Punt
from macros.views.naam import gebiednaam


@dataclass(frozen=True, slots=True)
class Nieuwste:
    """Of the region; else from the lowest municipality to the highest; else of a larger area.

    ``deel`` names the part, when there is no whole; ``waar`` the area, None by municipality.
    ``figuur`` has every municipality in the same period, ``naast`` what is larger.
    """

    deel: str | None
    waar: Tekst | None
    periode: Periode
    waarde: str
    voorlopig: bool
    figuur: Figuur | None = None
    naast: tuple[Lijn, ...] = ()


@eenmaal
def nieuwste(blik: Blik, key: str) -> tuple[Nieuwste, ...]:
    """The newest figure of the whole, or of every part where there is no whole."""
    one = blik.regio.indicatoren[key]
    tekenaar = Tekenaar(cijferboek(blik), blik).voor(one)
    found = (_nieuwste(tekenaar, one, part) for part in tekenaar.boek.delen(one))
    return tuple(row for row in found if row is not None)


def _nieuwste(tekenaar: Tekenaar, one: Indicator, part: str) -> Nieuwste | None:
    v, own = tekenaar.blik.v, tekenaar.boek.gebied
    names = {deel.id: str(v.tekst(deel.naam)) for deel in one.delen()}
    name = names[part] if part != TOTAAL else None
    figure, period = tekenaar.per_gemeente(one, part), tekenaar.laatste(one, part)
    if figure is not None and period is not None:
        wider = tuple(line for line in figure.lijnen if line.id != own)
        region = tekenaar.punt(one, own, period, part)
        inside = [baan.punten[0] for baan in figure.banen if baan.punten[0].waarde is not None]
        unsure = any(point.voorlopig for point in inside)
        if region.waarde is not None:
            where = gebiednaam(tekenaar.blik, own)
            return Nieuwste(name, where, period, region.tekst, unsure, figure, wider)
        if inside:
            span = _bereik(v, one, inside)
            return Nieuwste(name, None, period, span, unsure, figure, wider)
    for area in reversed(tekenaar.grotere()):
        for newest in tekenaar.boek.gevuld(one, [area], (part,))[-1:]:
            found = tekenaar.punt(one, area, newest, part)
            if found.waarde is not None:
                where = gebiednaam(tekenaar.blik, area)
                return Nieuwste(name, where, newest, found.tekst, found.voorlopig)
    return None


def _bereik(v: Vertaler, one: Indicator, points: Iterable[Punt]) -> str:
    """From the lowest to the highest; of one value that value."""
    values = [point.waarde for point in points if point.waarde is not None]
    low, high = (waardetekst(v, one, value) for value in (min(values), max(values)))
    return low if low == high else v.ui(N_("{laag} tot {hoog}"), laag=low, hoog=high)


@eenmaal
def antwoord(blik: Blik, key: str) -> Tekst | None:
    """The answer to the question of an indicator, in words; None without any figure."""
    one = blik.regio.indicatoren[key]
    tekenaar = Tekenaar(cijferboek(blik), blik).voor(one)
    v = tekenaar.blik.v
    unit = str(v.tekst(one.telt)) if one.eenheid is Eenheid.AANTAL else ""
    rows = nieuwste(blik, key)
    if not rows:
        return None
    return Tekst(" ".join(_zinnen(v, rows, unit)), tekenaar.terugval or v.taal)


def _zinnen(v: Vertaler, rows: tuple[Nieuwste, ...], unit: str) -> Iterator[str]:
    """A sentence for each place and period; what is larger beside it, and whether it is final."""
    for (where, period), group in groupby(rows, lambda row: (row.waar, row.periode)):
        some = list(group)
        values = [" ".join(filter(None, (row.deel, row.waarde))) for row in some]
        if unit and len(some) == 1:
            values = [f"{values[0]} {unit}"]
        form = (
            N_("In {gebied}: {waarden} {wanneer}.")
            if where
            else N_("Per gemeente: {waarden} {wanneer}.")
        )
        said = {"waarden": v.opsomming(values), "wanneer": in_periode(v, period)}
        yield v.ui(form, gebied=where, **said)
    if len(rows) == 1:
        for line in rows[0].naast:
            if line.punt.waarde is not None:
                yield v.ui(N_("In {gebied}: {waarde}."), gebied=line.naam, waarde=line.punt.tekst)
    if any(row.voorlopig for row in rows):
        yield v.ui(N_("Voorlopige cijfers."))
