"""All figures by indicator, area, period and part; also those that follow from others.

What follows is computed from published figures alone: a share or a sum of which one part is hidden
is hidden as well. Not here: wording.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import product

from macros.model.basis.datum import Datum
from macros.model.basis.record import Zekerheid, actief
from macros.model.monitor import cijfer
from macros.model.monitor.cijfer import Cijfer, Cijferstatus, Getal, Periode, afronding
from macros.model.monitor.indicator import TOTAAL, Cijferdeel, Eenheid, Indicator, Waarneming
from macros.views.blik import Blik, eenmaal

KLEINSTE_NOEMER = 100
"""No share of a smaller group; nor one that leaves less than the threshold without."""

_DECIMALEN = Decimal("0.1")
_Sleutel = tuple[str, str, Periode, str]


@dataclass(frozen=True, slots=True)
class Herkomstdeel:
    """Where a published figure comes from: source, when it was read, how final, how sure."""

    bron: str
    opgehaald: Datum
    status: Cijferstatus
    zekerheid: Zekerheid


@dataclass(frozen=True, slots=True)
class Vondst:
    """A figure, with the origins of the published figures that it is or follows from."""

    cijfer: Cijfer
    status: Cijferstatus
    herkomst: tuple[Herkomstdeel, ...]
    afgeleid: bool


_ZWAARSTE = (
    Cijferstatus.VOORLOPIG,
    Cijferstatus.NADER_VOORLOPIG,
    Cijferstatus.ONBEKEND,
    Cijferstatus.DEFINITIEF,
)
"""A sum is as provisional as its most provisional part."""


class Cijferboek:
    """Look-up of figures; ``gebied`` is the id of the area of the whole region, ``andere`` are
    the areas with figures that are no municipality: schools, boards and so on.

    What it works out is kept with the look, which knows what was read for it.
    """

    def __init__(self, blik: Blik) -> None:
        self.blik = blik
        self.regio = regio = blik.regio
        self.gebied = regio.gebied
        self.gemeenten = tuple(one.id for one in actief(regio.gemeenten))
        self._rijen: dict[_Sleutel, Waarneming] = {
            (row.indicator, row.gebied, row.periode, row.uitsplitsing): row for row in regio.cijfers
        }
        self._perioden = sorted({key[2] for key in self._rijen})
        rows = {key[1] for key in self._rijen}
        self.andere = tuple(
            key
            for key, one in regio.cijfergebieden.items()
            if one.soort is not None and one.telt and key in rows
        )

    def vind(
        self, indicator: Indicator, gebied: str, periode: Periode, deel: str = TOTAAL
    ) -> Vondst | None:
        """The figure, published or derived; None when there is nothing to say."""
        return self._reeks(indicator, gebied, deel).get(periode)

    def _reeks(self, indicator: Indicator, gebied: str, deel: str) -> dict[Periode, Vondst]:
        """What there is in each period: worked out once, as it is asked for many times."""

        def zoek() -> dict[Periode, Vondst]:
            found = ((one, self._zoek(indicator, gebied, one, deel)) for one in self._perioden)
            return {one: vondst for one, vondst in found if vondst is not None}

        return self.blik.eens(("reeks", indicator.id, gebied, deel), zoek)

    def _zoek(
        self, indicator: Indicator, gebied: str, periode: Periode, deel: str
    ) -> Vondst | None:
        row = self._rijen.get((indicator.id, gebied, periode, deel))
        if row is not None:
            origin = Herkomstdeel(row.bron, row.opgehaald, row.status, row.zekerheid)
            return Vondst(row.waarde, row.status, (origin,), afgeleid=False)
        if indicator.afleiding is not None:
            return self._aandeel(indicator, gebied, periode) if deel == TOTAAL else None
        if gebied == self.gebied and indicator.eenheid is Eenheid.AANTAL:
            parts = [self.vind(indicator, key, periode, deel) for key in self.regio.leden]
            return _som(parts)
        return None

    def marge(
        self, indicator: Indicator, gebied: str, periode: Periode, deel: str = TOTAAL
    ) -> Decimal:
        """How far the figure may be from what it was before it was rounded, at most."""
        found = self.vind(indicator, gebied, periode, deel)
        if found is None or not isinstance(found.cijfer, Getal):
            return Decimal(0)
        own = afronding(found.cijfer.waarde)
        if indicator.afleiding is None:
            return own
        below = self._optelling(indicator.afleiding.noemer, gebied, periode)
        assert below is not None
        assert isinstance(below.cijfer, Getal)
        above = sum(
            self.marge(self.regio.indicatoren[one.indicator], gebied, periode, one.uitsplitsing)
            for one in indicator.afleiding.teller
        )
        return own + 100 * above / below.cijfer.waarde

    def _aandeel(self, indicator: Indicator, gebied: str, periode: Periode) -> Vondst | None:
        assert indicator.afleiding is not None
        boven = self._optelling(indicator.afleiding.teller, gebied, periode)
        onder = self._optelling(indicator.afleiding.noemer, gebied, periode)
        found = _som([boven, onder])
        if found is None or boven is None or onder is None or not isinstance(found.cijfer, Getal):
            return found
        assert isinstance(boven.cijfer, Getal)
        assert isinstance(onder.cijfer, Getal)
        rest = onder.cijfer.waarde - boven.cijfer.waarde
        if onder.cijfer.waarde < KLEINSTE_NOEMER or rest < self.regio.instellingen.drempel:
            return replace(found, cijfer=cijfer.Afgeschermd())
        rate = (100 * boven.cijfer.waarde / onder.cijfer.waarde).quantize(
            _DECIMALEN, rounding=ROUND_HALF_UP
        )
        return replace(found, cijfer=Getal(rate))

    def _optelling(
        self, parts: Iterable[Cijferdeel], gebied: str, periode: Periode
    ) -> Vondst | None:
        return _som(
            [
                self.vind(self.regio.indicatoren[one.indicator], gebied, periode, one.uitsplitsing)
                for one in parts
            ]
        )

    def heeft(self, indicator: Indicator, gebied: str) -> bool:
        """Whether there is anything to say of a figure in an area."""
        parts = (TOTAAL, *(deel.id for deel in indicator.delen()))
        return any(self._reeks(indicator, gebied, part) for part in parts)

    def perioden(
        self, indicator: Indicator, gebieden: Iterable[str], deel: str = TOTAAL
    ) -> tuple[Periode, ...]:
        """The periods in which at least one of the areas has a figure, oldest first."""
        areas = tuple(gebieden)

        def zoek() -> tuple[Periode, ...]:
            found = [self._reeks(indicator, area, deel) for area in areas]
            return tuple(one for one in self._perioden if any(one in reeks for reeks in found))

        return self.blik.eens(("perioden", indicator.id, areas, deel), zoek)

    def gevuld(
        self,
        indicator: Indicator,
        gebieden: Iterable[str],
        delen: Iterable[str] = (TOTAAL,),
        minstens: int = 1,
    ) -> tuple[Periode, ...]:
        """The periods with so many numbers in these cells, oldest first; without any, every period.

        Who wants the newest period asks here: one without figures displaces none that has them.
        """
        cells = tuple(product(gebieden, delen))

        def zoek() -> tuple[Periode, ...]:
            found = [self._reeks(indicator, area, part) for area, part in cells]
            numbers = Counter(
                period
                for reeks in found
                for period, one in reeks.items()
                if isinstance(one.cijfer, Getal)
            )
            enough = [one for one, count in numbers.items() if count >= minstens]
            return tuple(sorted(enough or {period for reeks in found for period in reeks}))

        return self.blik.eens(("gevuld", indicator.id, cells, minstens), zoek)

    def delen(self, indicator: Indicator) -> tuple[str, ...]:
        """The parts to draw a figure of: the whole, or every part when there is no whole."""
        areas = (*self.gemeenten, *self.andere, *self.regio.referentiegebieden)
        if self.perioden(indicator, areas):
            return (TOTAAL,)
        return tuple(deel.id for deel in indicator.delen())


@eenmaal
def cijferboek(blik: Blik) -> Cijferboek:
    """The figures of the region that ``blik`` looks at."""
    return Cijferboek(blik)


def _som(parts: list[Vondst | None]) -> Vondst | None:
    """The sum; when one part has no number, why not; None when one part is missing."""
    known = [one for one in parts if one is not None]
    if len(known) < len(parts) or not known:
        return None
    status = next(one for one in _ZWAARSTE if any(part.status is one for part in known))
    origins = tuple(dict.fromkeys(one for part in known for one in part.herkomst))
    for reason in (cijfer.Afgeschermd, cijfer.Onbekend, cijfer.NietVanToepassing):
        if any(isinstance(part.cijfer, reason) for part in known):
            return Vondst(reason(), status, origins, afgeleid=True)
    total = sum((part.cijfer.waarde for part in known if isinstance(part.cijfer, Getal)), Decimal())
    return Vondst(Getal(total), status, origins, afgeleid=True)
