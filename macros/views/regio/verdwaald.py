"""What the page for an unknown address says, in one language: the host has one page for all.

Not here: the page (``404.html`` of the theme).
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.agenda import Speerpunt
from macros.model.geheel import pagina_van
from macros.model.regio import Begrip
from macros.taal.talen import richting
from macros.tekst import N_
from macros.views.aanwezig import heeft
from macros.views.blik import Blik

LINKS = (
    ("", N_("Naar de startpagina"), ""),
    (pagina_van(Speerpunt), N_("Bekijk de agenda"), "agenda"),
    ("zoeken/", N_("Zoek op deze site"), ""),
    (pagina_van(Begrip), N_("Zoek een moeilijk woord op"), "begrip"),
)
"""Where to go on: site path, text, and what there must be for that page to be there."""


@dataclass(frozen=True, slots=True)
class Verdwaald:
    """The words of one language; ``links`` has (site path, text)."""

    taal: str
    richting: str
    titel: str
    kop: str
    uitleg: str
    links: tuple[tuple[str, str], ...]


def verdwaald(blik: Blik) -> Verdwaald:
    """In the language of ``blik``."""
    v = blik.v
    return Verdwaald(
        v.taal,
        richting(v.taal),
        v.ui(N_("Pagina niet gevonden")),
        v.ui(N_("Deze pagina is er niet")),
        v.ui(N_("Misschien is de pagina verhuisd, of staat er een typefout in het adres.")),
        tuple(
            (pad, v.ui(text)) for pad, text, what in LINKS if not what or heeft(blik.regio, what)
        ),
    )
