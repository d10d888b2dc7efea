"""Invented figures and a map of the monitor, small enough to know by heart; for unit and browser tests."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from macros.taal.vertaler import Tekst
from macros.views.monitor.figuur import (
    Baan,
    Figuur,
    Kaart,
    Kaartvak,
    Lijn,
    Punt,
    Soort,
    Vorm,
)


def getal(waarde: str, *, voorlopig: bool = False) -> Punt:
    """A cell with a number, written as the CBS does."""
    text = waarde.replace(".", ",")
    return Punt(Soort.GETAL, Decimal(waarde), f"{text}%", text, voorlopig)


AFGESCHERMD = Punt(Soort.AFGESCHERMD, None, "afgeschermd", "x", False)
ONBEKEND = Punt(Soort.ONBEKEND, None, "onbekend of geheim", ".", False)


def baan(key: str, *punten: Punt, omvang: int | None = None) -> Baan:
    return Baan(key, Tekst(key.capitalize(), "nl"), punten, f"monitor/gemeente/{key}/", omvang)


BALKEN = Figuur(
    id="zorg-gemeenten",
    indicator="zorg",
    pad="monitor/zorg/#zorg-gemeenten",
    titel="Zorg per gemeente",
    zin="In Ede het meest.",
    vorm=Vorm.BALKEN,
    eenheid="%",
    rijkop="Gemeente",
    reeksen=("2022",),
    banen=(
        baan("ede", getal("12.5", voorlopig=True), omvang=300),
        baan("renswoude", AFGESCHERMD, omvang=100),
        baan("rhenen", getal("5"), omvang=200),
    ),
    lijnen=(
        Lijn("nederland", Tekst("Nederland", "nl"), getal("10.7")),
        Lijn("utrecht", Tekst("Utrecht", "nl"), ONBEKEND),
    ),
    einde=Decimal(20),
    herkomst=("Bron: het CBS.", "Zelf opgeteld."),
)
PUNTEN = replace(
    BALKEN,
    id="zorg-verandering",
    titel="Zorg in twee jaren",
    vorm=Vorm.PUNTEN,
    reeksen=("2021", "2022"),
    banen=(
        baan("ede", getal("15"), getal("12.5", voorlopig=True)),
        baan("renswoude", AFGESCHERMD, getal("5")),
        baan("rhenen", ONBEKEND, AFGESCHERMD),
    ),
    lijnen=(),
)


def vak(key: str, rij: int, kolom: int, trede: int, punt: Punt) -> Kaartvak:
    pad = f"monitor/gemeente/{key}/"
    return Kaartvak(key, key.capitalize(), key[:3], rij, kolom, trede, punt, pad)


KAART = Kaart(
    "zorg-kaart",
    "De vakken liggen ongeveer zoals de gemeenten.",
    (
        vak("rhenen", 2, 2, 0, AFGESCHERMD),
        vak("ede", 1, 3, 5, getal("12.5", voorlopig=True)),
        vak("nijkerk", 1, 1, 1, getal("2")),
    ),
    ((1, "tot 5%"), (5, "12% of meer")),
)
