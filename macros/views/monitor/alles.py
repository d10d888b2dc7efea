"""Everything there is, for the files to download: every figure drawn and every figure given.

Not here: the files themselves (``render``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.model.basis.datum import Datum
from macros.model.basis.record import Zekerheid, actief
from macros.model.monitor.cijfer import STATUSTEKEN, Periode
from macros.model.monitor.indicator import TOTAAL, Eenheid
from macros.tekst import N_
from macros.views.basis import ZEKERHEID
from macros.views.blik import Blik
from macros.views.monitor.basis import STATUS, gebiednaam, kenmerk, periodenaam
from macros.views.monitor.cijfers import Vondst, cijferboek
from macros.views.monitor.figuren import Tekenaar
from macros.views.monitor.figuur import Figuur, Punt
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
class Cijferrij:
    """One figure with everything that belongs to it, in words; ``kenmerk`` is its key.

    Of which ``indicator``, area (``plek``) and period (``van``) it is, as the data say it.
    """

    indicator: str
    plek: str
    van: Periode
    kenmerk: str
    titel: str
    gebied: str
    periode: str
    deel: str
    punt: Punt
    eenheid: str
    stand: str
    opgehaald: tuple[Datum, ...]
    bron: str
    zekerheid: str


def alle_cijfers(blik: Blik) -> tuple[Cijferrij, ...]:
    """Every figure, by indicator, area, period and part."""
    boek = cijferboek(blik)
    tekenaar = Tekenaar(boek, blik)
    areas = (*sorted(boek.gemeenten), *boek.andere, boek.gebied, *blik.regio.referentiegebieden)
    rows = []
    for one in sorted(actief(blik.regio.indicatoren), key=lambda one: one.nummer):
        parts = {TOTAAL: blik.v.ui(N_("totaal"))}
        parts |= {deel.id: str(blik.v.tekst(deel.naam)) for deel in one.delen()}
        unit = "%" if one.eenheid is Eenheid.PROCENT else str(blik.v.tekst(one.telt))
        for area in areas:
            for part, name in parts.items():
                for period in boek.perioden(one, [area], part):
                    found = boek.vind(one, area, period, part)
                    assert found is not None
                    rows.append(
                        Cijferrij(
                            one.id,
                            area,
                            period,
                            kenmerk=kenmerk(one.id, area, period, part),
                            titel=str(blik.v.tekst(one.titel)),
                            gebied=str(gebiednaam(blik, area)),
                            periode=f"{periodenaam(blik.v, period)}{STATUSTEKEN[found.status]}",
                            deel=name,
                            punt=tekenaar.punt(one, area, period, part),
                            eenheid=unit,
                            stand=blik.v.ui(STATUS[found.status]),
                            opgehaald=tuple(dict.fromkeys(h.opgehaald for h in found.herkomst)),
                            bron=_uniek(blik.regio.bronnen[h.bron].titel for h in found.herkomst),
                            zekerheid=blik.v.ui(ZEKERHEID[Zekerheid.AFGELEID])
                            if found.afgeleid
                            else _uniek(blik.v.ui(ZEKERHEID[h.zekerheid]) for h in found.herkomst),
                        )
                    )
    return tuple(rows)


def _uniek(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(texts))


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
