"""The specification of a figure: one set of rows from which the drawing, the table, the downloads
and the interactive chart are all made. Whatever is not in it cannot leak into any of them.

Not here: which figures there are (``cijfers``, ``pagina``) or how they are drawn (``render``).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from macros.taal.vertaler import Tekst


class Soort(StrEnum):
    """What a cell of a figure is: a number, or why there is none."""

    GETAL = "getal"
    AFGESCHERMD = "afgeschermd"
    ONBEKEND = "onbekend"
    NIET_VAN_TOEPASSING = "niet-van-toepassing"
    NIET_TE_BEREKENEN = "niet-te-berekenen"
    """We would compute it, but one of its parts has no number."""
    GEEN = "geen"
    """The source has no row for it."""


@dataclass(frozen=True, slots=True)
class Punt:
    """One cell.

    ``waarde`` is None unless ``soort`` is a number. ``tekst`` is what a reader sees ("1.730",
    "12,5%", "onbekend of geheim"); ``teken`` what a table of the CBS has ("1730", "12,5", ".").
    ``kenmerk``: its row among all figures.
    """

    soort: Soort
    waarde: Decimal | None
    tekst: str
    teken: str
    voorlopig: bool
    kenmerk: str = ""


@dataclass(frozen=True, slots=True)
class Baan:
    """One row of a figure: a municipality, or a part of a split. One cell for each series.

    ``id`` is unique within the figure; ``pad`` is where its name links to; ``omvang`` orders rows
    by size (the number of inhabitants of a municipality), None where rows keep their order.
    """

    id: str
    naam: Tekst
    punten: tuple[Punt, ...]
    pad: str | None = None
    omvang: int | None = None


@dataclass(frozen=True, slots=True)
class Lijn:
    """A reference: the value of the region, a province or the country, of one series."""

    id: str
    naam: Tekst
    punt: Punt


class Vorm(StrEnum):
    """How a figure is drawn."""

    BALKEN = "balken"
    """A bar for each row, for one series."""
    PUNTEN = "punten"
    """A dot for each series on the lane of the row: what changed between periods."""


@dataclass(frozen=True, slots=True)
class Figuur:
    """A figure.

    ``id``: name of its files and anchor. ``indicator``: what it is of. ``pad``: its place on the
    page that shows it whole. ``zin``: the one sentence that says what it shows. ``reeksen``: the
    names of the series (periods), one for each cell of a row; ``einde``: the end of the axis, which
    begins at 0. ``eenheid``: what the axis counts. ``herkomst``: one line with source, period,
    status and date for below the figure (and in each download). ``terugval``: the
    language of all its words, when some have no translation; None is the language of the page.
    ``bronnen``: ids of its sources.
    """

    id: str
    indicator: str
    pad: str
    titel: str
    zin: str
    vorm: Vorm
    eenheid: str
    rijkop: str
    reeksen: tuple[str, ...]
    banen: tuple[Baan, ...]
    lijnen: tuple[Lijn, ...]
    einde: Decimal
    herkomst: tuple[str, ...]
    terugval: str | None = None
    bronnen: tuple[str, ...] = ()

    @property
    def zin_onder_titel(self) -> str:
        """The sentence without what it begins with of the title, for below that title."""
        head, _, rest = self.zin.partition(": ")
        return f"{rest[:1].upper()}{rest[1:]}" if rest and self.titel.startswith(head) else self.zin

    @property
    def stand(self) -> str:
        """A short name for what its cells are now: another when one of them changes, and the same
        in other words or another language.
        """
        cells = [[baan.id, *map(_cel, baan.punten)] for baan in self.banen]
        cells += [[lijn.id, _cel(lijn.punt)] for lijn in self.lijnen]
        said = json.dumps(cells)
        return hashlib.sha256(said.encode()).hexdigest()[:8]

    @property
    def heeft_voorlopig(self) -> bool:
        """Whether the legend must explain provisional figures."""
        return any(punt.voorlopig for baan in self.banen for punt in baan.punten)

    @property
    def soorten(self) -> frozenset[Soort]:
        """What kinds of cells there are, for the legend."""
        return frozenset(punt.soort for baan in self.banen for punt in baan.punten)


def _cel(punt: Punt) -> list[object]:
    number = None if punt.waarde is None else str(punt.waarde)
    return [punt.kenmerk, punt.soort, number, punt.teken == "-", punt.voorlopig]


@dataclass(frozen=True, slots=True)
class Kaartvak:
    """One tile of the schematic map; ``trede`` 1..5 is how dark it is, 0 when there is no number.

    ``rij`` and ``kolom`` from 1.
    """

    id: str
    naam: str
    kort: str
    rij: int
    kolom: int
    trede: int
    punt: Punt
    pad: str


@dataclass(frozen=True, slots=True)
class Kaart:
    """The tiles of one period and what each shade means: (trede, words); ``terugval`` as above."""

    id: str
    zin: str
    vakken: tuple[Kaartvak, ...]
    legenda: tuple[tuple[int, str], ...]
    terugval: str | None = None
