"""The blocks of the monitor: the indicators, each area, and what the figures say.

Not here: how a figure is drawn (``render.figuur``).
"""

from __future__ import annotations

from markupsafe import Markup

from macros.render.blokken.registry import blok
from macros.render.figuur.pagina import teken, teken_kaart
from macros.render.weergave import Pagina
from macros.views.monitor import dashboard as dashboardviews
from macros.views.monitor import dpia, duiding, gebied, overzicht, pagina


@blok
def monitor_inleiding(p: Pagina) -> Markup:
    """What we do together with the figures. From ``monitor/monitor.yml``."""
    return p.toon("monitor/inleiding.html", m=overzicht.inleiding(p.blik))


@blok
def dashboard(p: Pagina) -> Markup:
    """The few indicators that the data choose. From ``monitor/``."""
    cards = dashboardviews.dashboard(p.blik)
    return p.toon(
        "monitor/dashboard.html",
        kaartjes=[
            (card, [teken(p, one, card.indicator.pad) for one in card.figuren]) for card in cards
        ],
    )


@blok
def indicatoren(p: Pagina) -> Markup:
    """All indicators by subject, with the download of everything. From ``monitor/``."""
    return p.toon("monitor/indicatoren.html", groepen=overzicht.indicatoren(p.blik))


@blok
def monitorgemeenten(p: Pagina) -> Markup:
    """The municipalities, each with a page of figures. From ``gemeenten/``."""
    return p.toon("monitor/gemeenten.html", gemeenten=overzicht.gemeenten(p.blik))


@blok
def vergelijking(p: Pagina) -> Markup:
    """Municipalities side by side, without ranking. From ``monitor/``."""
    parts = dashboardviews.vergelijking(p.blik)
    drawn = [(one, [teken(p, figure) for figure in one.figuren]) for one in parts]
    return p.toon("monitor/vergelijking.html", delen=drawn)


@blok
def indicator(p: Pagina, key: str) -> Markup:
    """The whole page of one indicator. From ``monitor/``."""
    row = pagina.indicatorpagina(p.blik, key)
    blokken = [
        (
            blok.naam,
            teken(p, blok.per_gemeente) if blok.per_gemeente else "",
            teken_kaart(p, blok.kaart) if blok.kaart else "",
            [(teken(p, figuur), text, h) for figuur, text, h in blok.verandering],
            teken(p, blok.referentie) if blok.referentie else "",
        )
        for blok in row.blokken
    ]
    splits = [
        (split.naam, [teken(p, one) for one in split.figuren], split.tabel)
        for split in row.splitsingen
    ]
    return p.toon("monitor/indicator.html", i=row, blokken=blokken, splitsingen=splits)


@blok
def gebiedcijfers(p: Pagina, key: str) -> Markup:
    """All figures of one municipality, school or other area, to print. From ``monitor/``."""
    row = pagina.gebiedcijfers(p.blik, key)
    drawn = [teken(p, one, "#alles") for one in row.figuren]
    area = gebied.gebied(p.blik, key)
    return p.toon("monitor/gebiedcijfers.html", g=row, a=area, figuren=drawn)


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
