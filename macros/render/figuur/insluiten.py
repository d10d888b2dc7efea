"""The page of a figure alone, with an address of its own, to show in a page of others.

It needs no script. The address that others are given names the state of the figure's cells
(``#stand-...``): the page has a place of that name for its present state and no other, so a style
sheet alone can tell that the figure changed. Not here: what it may be taken along as (``gebruik``).
"""

from __future__ import annotations

from dataclasses import replace

from macros.model.regio import SoortRegio
from macros.render.figuur.gebruik import FIGUURSCRIPTS, adres_van_figuur
from macros.render.figuur.pagina import teken
from macros.render.kop import BELEID, OMSCHRIJVING, ingekort, paginatitel
from macros.render.richting import met_richting
from macros.render.weergave import Weergave
from macros.taal.talen import richting
from macros.taal.vertaler import Vertaler
from macros.views.monitor.citaat import citaat
from macros.views.monitor.figuur import Figuur


def paginabestand(figuur: Figuur) -> str:
    """The file of the page, below the folder of a language."""
    return f"{adres_van_figuur(figuur)}index.html"


def figuurpagina(weergave: Weergave, figuur: Figuur, wortel: str, *, beleid: bool = True) -> str:
    """The whole page; the site in the language of ``weergave`` is at ``wortel``."""
    blik = weergave.blik
    settings, v = blik.regio.instellingen, blik.v
    page = weergave.pagina(adres_van_figuur(figuur))
    site = str(v.tekst(settings.titel))
    said = Vertaler(figuur.terugval) if figuur.terugval else v
    html = weergave.omgeving.get_template("monitor/figuurpagina.html").render(
        f=figuur,
        figuur=teken(page, replace(figuur, zin=figuur.zin_onder_titel), los=True),
        taal=v.taal,
        woordtaal=said.taal,
        ui=said.ui,
        richting=richting(v.taal),
        link=page.link,
        site=site,
        scripts=FIGUURSCRIPTS,
        titel=paginatitel(figuur.titel, site),
        omschrijving=ingekort(figuur.zin, OMSCHRIJVING),
        adres=f"{wortel}{figuur.pad.partition('#')[0]}",
        stand=citaat(blik, figuur).stand,
        beleid=BELEID if beleid else "",
        is_voorbeeld=settings.soort is SoortRegio.VOORBEELD,
    )
    ways = {richting(one) for one in settings.talen}
    return met_richting(html, richting) if len(ways) > 1 else html
