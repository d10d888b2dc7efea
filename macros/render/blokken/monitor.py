"""The blocks of the monitor: the indicators, each area, and what the figures say.

Not here: how a figure is drawn (``render.figuur``).
"""

from __future__ import annotations

from markupsafe import Markup

from macros.render.blokken.registry import blok
from macros.render.figuur.maat import Tekening, meet
from macros.render.figuur.pagina import teken, teken_kaart, tekenuitleg
from macros.render.weergave import Pagina
from macros.views.monitor import dashboard as dashboardviews
from macros.views.monitor import dpia, duiding, gebied, overzicht, pagina
from macros.views.monitor.figuur import Figuur
from macros.views.regio.gemeente import tabelnaam


@blok
def monitor_inleiding(p: Pagina) -> Markup:
    """What we do together with the figures. From ``monitor/monitor.yml``."""
    return p.toon("monitor/inleiding.html", m=overzicht.inleiding(p.blik))


@blok
def dashboard(p: Pagina) -> Markup:
    """The few indicators that the data choose. From ``monitor/``."""
    cards = dashboardviews.dashboard(p.blik)
    drawn = [(card, [teken(p, one, card.indicator.pad) for one in card.figuren]) for card in cards]
    return p.toon("monitor/dashboard.html", kaartjes=drawn)


@blok
def indicatoren(p: Pagina) -> Markup:
    """All indicators by subject, with the download of everything. From ``monitor/``."""
    groups = [
        (head, [(row, _spreiding(row)) for row in rows])
        for head, rows in overzicht.indicatoren(p.blik)
    ]
    return p.toon("monitor/indicatoren.html", groepen=groups)


def _spreiding(row: overzicht.IndicatorRij) -> Tekening | None:
    """Where the municipalities lie, of a share: of counts it would show which is larger."""
    figures = [one.figuur for one in row.nieuwste if one.figuur is not None]
    return meet(figures[0]) if row.is_aandeel and len(figures) == len(row.nieuwste) == 1 else None


@blok
def monitorgemeenten(p: Pagina) -> Markup:
    """The municipalities, each with a page of figures. From ``gemeenten/``."""
    return p.toon("monitor/gemeenten.html", gemeenten=overzicht.gemeenten(p.blik))


@blok
def vergelijking(p: Pagina) -> Markup:
    """Municipalities side by side, without ranking. From ``monitor/``."""
    parts = dashboardviews.vergelijking(p.blik)
    drawn: list[tuple[dashboardviews.Vergelijking, list[Markup]]] = []
    for one in parts:
        elsewhere = one.indicator.pad if drawn else None
        drawn.append((one, [teken(p, f, elsewhere, met_tekens=False) for f in one.figuren]))
    every = [figure for one in parts for figure in one.figuren]
    return p.toon("monitor/vergelijking.html", delen=drawn, tekens=tekenuitleg(p, every))


@blok
def indicator(p: Pagina, key: str) -> Markup:
    """The whole page of one indicator. From ``monitor/``."""
    row = pagina.indicatorpagina(p.blik, key)
    first = row.hoofd

    def verder(figuur: Figuur | None) -> Markup | str:
        """A figure in a fold, unless the page began with it."""
        return teken(p, figuur, in_vouw=True) if figuur and figuur is not first else ""

    blokken = [
        {
            "naam": blok.naam,
            "per_gemeente": verder(blok.per_gemeente),
            "kaart": teken_kaart(p, blok.kaart) if blok.kaart else "",
            "veranderingen": [
                (teken(p, figuur, in_vouw=bool(at)) if figuur is not first else "", text, h)
                for figuur, text, h in blok.verandering
            ],
            "referentie": verder(blok.referentie),
        }
        for at, blok in enumerate(row.blokken)
    ]
    splits = [
        (split.naam, [verder(one) for one in split.figuren if one is not first], split.tabel)
        for split in row.splitsingen
    ]
    return p.toon(
        "monitor/indicator.html",
        i=row,
        hoofd=teken(p, first) if first else "",
        hoofdkop=first.titel if first else "",
        hoofd_zegt_het=first is not None and not any(first is b.per_gemeente for b in row.blokken),
        blokken=blokken,
        splitsingen=splits,
    )


@blok
def gebiedcijfers(p: Pagina, key: str) -> Markup:
    """All figures of one municipality, school or other area, to print. From ``monitor/``."""
    row = pagina.gebiedcijfers(p.blik, key)
    subjects = [
        (one, [teken(p, f, f"#{one.tabellen[0].id}", met_tekens=False) for f in one.figuren])
        for one in row.onderwerpen
    ]
    area = gebied.gebied(p.blik, key)
    return p.toon(
        "monitor/gebiedcijfers.html",
        g=row,
        a=area,
        tabel=tabelnaam(key) if area.is_gemeente and not row.leeg else None,
        onderwerpen=subjects,
        tekens=tekenuitleg(p, row.figuren),
    )


@blok
def monitorgebieden(p: Pagina) -> Markup:
    """The schools, boards and other areas with a page of figures. From ``monitor/``."""
    return p.toon("monitor/gebieden.html", soorten=gebied.gebieden(p.blik))


@blok
def cijferstand(p: Pagina) -> Markup:
    """What the chosen figures say in a sentence each, and the latest reading. From ``monitor/``."""
    return p.toon("monitor/stand.html", c=dashboardviews.stand(p.blik))


@blok
def duidingen(p: Pagina) -> Markup:
    """What the data say and what we do about it, by year. From ``monitor/duidingen/``."""
    return p.toon("monitor/duidingen.html", duidingen=duiding.duidingen(p.blik))


@blok
def cijferbronnen(p: Pagina) -> Markup:
    """Whose figures the site shows, and how many are our own. From ``monitor/``."""
    return p.toon("monitor/cijferbronnen.html", c=overzicht.cijferbronnen(p.blik))


@blok
def dpiaregister(p: Pagina) -> Markup:
    """Of which municipality the DPIA is known. From ``monitor/dpia/``."""
    return p.toon("monitor/dpiaregister.html", r=dpia.dpiaregister(p.blik))
