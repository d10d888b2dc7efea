"""How long each kind of page may be on a phone, and what to say of a page that is longer.

A page that grows does so with its data: it is told, and stops nothing. Not here: measuring, which
takes a browser (``scripts.hoogte``).
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

BREEDTE = 360
"""The phone on which is measured, px."""
MIDDEN = 4_500
"""Half of all pages are at most this high, px."""
OVERIG = 15_000
"""The most for a page of no kind below, px."""


@dataclass(frozen=True, slots=True)
class Maat:
    """A kind of page: its addresses (a pattern, without language and outer slashes), and how high
    it may be, px."""

    soort: str
    adres: str
    px: int


MATEN = (
    Maat("start", "", 2_400),
    Maat("voor ouders", "ouders", 3_200),
    Maat("wegwijzer", "samenwerking/wegwijzer", 1_200),
    Maat("uitkomst van de wegwijzer", "samenwerking/wegwijzer/.+", 2_200),
    Maat("het model", "samenwerking", 3_200),
    Maat("onderdeel van het model", r"samenwerking/\d[a-z]-.+", 4_000),
    Maat("agenda", "agenda", 3_200),
    Maat("acties", "agenda/acties", 4_500),
    Maat("speerpunt", "agenda/.+", 3_600),
    Maat("stand van zaken", "stand-van-zaken", 2_600),
    Maat("gemeente", "gemeente/.+", 4_200),
    Maat("cijfers", "monitor", 2_800),
    Maat("alle cijfers van een gemeente", "monitor/gemeente/.+", 5_000),
    Maat("cijfer", "monitor/.+", 4_500),
    Maat("besluiten", "overleg/besluiten", 1_800),
    Maat("kalender", "overleg/kalender", 2_000),
    Maat("overleg", "overleg/.+", 2_800),
    Maat("arrangementen", "arrangementen", 2_800),
    Maat("wat is er nieuw", "nieuw", 5_000),
    Maat("begrippen", "begrippen", 9_000),
    Maat("bronnen", "bronnen", 3_000),
    Maat("open data", "open-data", 6_000),
    Maat("velden van de open data", "open-data/velden", 5_000),
)
"""The first that fits is the kind of a page."""


def maat_van(pad: str, talen: Collection[str]) -> Maat | None:
    """The kind of the page at ``pad`` (``en/agenda/``); nothing for a page of no kind.

    ``talen``: the codes of the languages that have a folder of their own.
    """
    eerste, _, rest = pad.partition("/")
    adres = (rest if eerste in talen else pad).strip("/")
    return next((maat for maat in MATEN if re.fullmatch(maat.adres, adres)), None)


def te_hoog(hoogten: Mapping[str, int], talen: Collection[str]) -> Iterator[str]:
    """Every page that is higher than it may be, in words, what is most over first; then the middle
    of all. ``hoogten``: px by address."""
    over: list[tuple[float, str]] = []
    for pad, hoog in hoogten.items():
        maat = maat_van(pad, talen)
        most, soort = (maat.px, f" ({maat.soort})") if maat else (OVERIG, "")
        if hoog > most:
            over.append((hoog / most, f"/{pad}{soort}: {hoog} px, het streven is {most}"))
    yield from (said for _, said in sorted(over, key=lambda one: (-one[0], one[1])))
    if hoogten and (midden := round(statistics.median(hoogten.values()))) > MIDDEN:
        yield f"De helft van de pagina's is hoger dan {midden} px; het streven is {MIDDEN}"
