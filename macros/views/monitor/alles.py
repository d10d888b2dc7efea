"""Everything there is, for the files to download: every figure drawn and every figure given.

Not here: the files themselves (``render``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.basis.record import actief
from macros.model.monitor.cijfer import Periode
from macros.model.monitor.indicator import TOTAAL
from macros.views.blik import Blik
from macros.views.monitor.basis import kenmerk
from macros.views.monitor.cijfers import Vondst, cijferboek
from macros.views.monitor.figuur import Figuur
from macros.views.monitor.pagina import gebiedcijfers, indicatorpagina


def alle_figuren(blik: Blik) -> dict[str, Figuur]:
    """Every figure of the site by its id, for the files to download."""
    every = [
        figure
        for one in blik.regio.indicatoren.values()
        for figure in indicatorpagina(blik, one.id).figuren
    ]
    for key in (*(one.id for one in actief(blik.regio.gemeenten)), *cijferboek(blik).andere):
        every += gebiedcijfers(blik, key).figuren
    return {figure.id: figure for figure in every}


@dataclass(frozen=True, slots=True)
class Cijfer:
    """One figure, by the ids of the indicator, the area, the period and the part it is of."""

    indicator: str
    gebied: str
    periode: Periode
    deel: str
    vondst: Vondst

    @property
    def kenmerk(self) -> str:
        """Its key."""
        return kenmerk(self.indicator, self.gebied, self.periode, self.deel)


def elk_cijfer(blik: Blik) -> Iterator[Cijfer]:
    """Every figure of the site, by indicator, area, period and part; of an indicator that is
    archived too: it keeps its page.
    """
    boek = cijferboek(blik)
    areas = (*sorted(boek.gemeenten), *boek.andere, boek.gebied, *blik.regio.referentiegebieden)
    for one in sorted(blik.regio.indicatoren.values(), key=lambda one: one.nummer):
        for area in areas:
            for part in (TOTAAL, *(deel.id for deel in one.delen())):
                for period in boek.perioden(one, [area], part):
                    found = boek.vind(one, area, period, part)
                    assert found is not None
                    yield Cijfer(one.id, area, period, part, found)
