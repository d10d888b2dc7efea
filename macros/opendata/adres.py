"""What the files are called and what they are, and what is said of all of them alike.

Not here: how a file is written (``vorm``), or which ones there are (``overzicht``, ``meta``).
"""

from __future__ import annotations

from collections.abc import Mapping

from macros.tekst import N_
from macros.views.blik import Blik
from macros.views.regio.licentie import licentie

TABELVORMEN: Mapping[str, str] = {
    "csv": "text/csv",
    "json": "application/json",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""How a name ends and the media type that it is, of each file of a table."""
FIGUURVORMEN: Mapping[str, str] = {**TABELVORMEN, "svg": "image/svg+xml"}
"""The same of a figure."""
GRAFIEK = "plotly.json"
"""How the name of a chart ends: pages of the site ask for it, and the contract does not know it."""
INDEX = "index.json"
"""Where a program begins, in the folder of the contract."""
OPEN_DATA = "open-data/"
"""The page about all of it; below it the one that explains each field."""
FIGUURMAP = "monitor"
"""The folder of the files of figures, below that of the contract."""
ALIASSEN: Mapping[str, str] = {
    "cijfers.csv": "waarnemingen.csv",
    "cijfers.ods": "waarnemingen.ods",
}
"""Old names that keep answering, and what the file is called now."""


def titel(blik: Blik) -> str:
    """What all of it together is called."""
    settings = blik.regio.instellingen
    return blik.v.ui(N_("Open data van {titel}"), titel=blik.v.tekst(settings.titel))


def uitleg(blik: Blik) -> str:
    """What all of it together is."""
    settings = blik.regio.instellingen
    return blik.v.ui(
        N_("Alle tabellen en cijfers van {titel} ({naam}). {ondertitel}."),
        titel=blik.v.tekst(settings.titel),
        naam=settings.naam,
        ondertitel=str(blik.v.tekst(settings.ondertitel)).rstrip("."),
    )


def veldadres(wortel: str, tabel: str, veld: str = "") -> str:
    """Where a table or a field of it is explained; the site in this language is at ``wortel``."""
    return f"{wortel}{OPEN_DATA}velden/#{tabel}{'.' if veld else ''}{veld}"


def stand(blik: Blik) -> str | None:
    """The day of the newest change in the data; None when nobody knows."""
    return blik.stand.dag.isoformat() if blik.stand.dag else None


def licentiegegeven(blik: Blik) -> dict[str, str | None] | None:
    """Under which terms it may be used, as every JSON file says it; None is unknown."""
    found = licentie(blik)
    return {"naam": str(found.naam), "adres": found.adres} if found else None
