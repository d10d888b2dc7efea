"""The figure and the map as they stand on a page.

Not here: the HTML (``templates/monitor``), the looks (``cijfers.css``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from markupsafe import Markup

from macros.render.figuur.gebruik import figuurpad, gebruik
from macros.render.figuur.maat import meet
from macros.render.weergave import Pagina, Weergave
from macros.taal.vertaler import Vertaler
from macros.tekst import N_
from macros.views.monitor.figuur import Figuur, Kaart, Kaartvak, Soort

MEESTE_TEGELS = 8
"""Rows and columns of the map that ``cijfers.css`` has a place for."""

TEKENS = {
    Soort.AFGESCHERMD: N_(
        "weggelaten om kinderen te beschermen; ook een groot getal kan zijn weggelaten"
    ),
    Soort.ONBEKEND: N_(
        "onbekend, niet betrouwbaar genoeg of geheim; welke van de drie zegt de bron niet"
    ),
    Soort.NIET_VAN_TOEPASSING: N_("dit kan niet voorkomen"),
    Soort.NIET_TE_BEREKENEN: N_("van een van de delen is er geen cijfer"),
    Soort.GEEN: N_("de bron noemt hier geen cijfer"),
}
"""What it means that a cell has no number."""


def teken(
    p: Pagina,
    figuur: Figuur,
    elders: str | None = None,
    *,
    met_tekens: bool = True,
    in_vouw: bool = False,
    los: bool = False,
) -> Markup:
    """The figure as it stands on a page: drawing, table, source and downloads.

    With ``elders``, the site path where these are, only the drawing and a link. Without
    ``met_tekens`` the page explains the signs of its figures once (``tekenuitleg``). ``in_vouw`` is
    for a figure in a fold: no other stands in it, and a link leads to the page of the figure alone,
    which is ``los``. The page needs ``FIGUURSCRIPTS`` among its scripts.
    """
    page = _in_taal(p, figuur.terugval)
    return page.toon(
        "monitor/figuur.html",
        t=meet(figuur),
        f=figuur,
        pad=elders,
        in_vouw=in_vouw,
        tekens=betekenissen(page.blik.v, figuur) if met_tekens else {},
        ui=p.blik.v.ui,
        g=None if elders else gebruik(p, figuur),
        eigen=figuurpad(figuur) if in_vouw or figuur.pad.startswith(f"{p.url}#") else "",
        los=los,
    )


def tekenuitleg(p: Pagina, figuren: Iterable[Figuur]) -> Markup:
    """What the signs in these figures mean, once for all of them."""
    found: dict[str, str] = {}
    for figuur in figuren:
        found |= betekenissen(p.blik.v, figuur)
    return p.toon("monitor/tekens.html", tekens=found)


VOORLOPIG = N_("voorlopig: de bron kan het cijfer later bijstellen")


def betekenissen(v: Vertaler, figuur: Figuur) -> dict[str, str]:
    """What the figure says besides numbers, with what it means."""
    cells = [punt for baan in figuur.banen for punt in baan.punten]
    cells += [lijn.punt for lijn in figuur.lijnen]
    unsure = {"*": v.ui(VOORLOPIG)} if any(punt.voorlopig for punt in cells) else {}
    return unsure | {punt.tekst: v.ui(TEKENS[punt.soort]) for punt in cells if punt.soort in TEKENS}


def _in_taal(p: Pagina, terugval: str | None) -> Pagina:
    """The same page in the language that a figure had to fall back to."""
    return p if terugval is None else Pagina(_anders(p.weergave, terugval), p.url)


def _anders(weergave: Weergave, terugval: str) -> Weergave:
    return replace(weergave, blik=replace(weergave.blik, v=Vertaler(terugval)))


def teken_kaart(p: Pagina, kaart: Kaart) -> Markup:
    """The schematic map, its tiles in reading order. Raises ValueError for a place off the map."""
    for vak in kaart.vakken:
        if not (1 <= vak.rij <= MEESTE_TEGELS and 1 <= vak.kolom <= MEESTE_TEGELS):
            raise ValueError(f"Kaart {kaart.id}: {vak.id} ligt buiten de kaart.")
    return _in_taal(p, kaart.terugval).toon(
        "monitor/kaart.html",
        k=kaart,
        vakken=sorted(kaart.vakken, key=_leesvolgorde),
        voorlopig=p.blik.v.ui(VOORLOPIG) if any(vak.punt.voorlopig for vak in kaart.vakken) else "",
    )


def _leesvolgorde(vak: Kaartvak) -> tuple[int, int]:
    return vak.rij, vak.kolom
