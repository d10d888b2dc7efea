"""What somebody takes along of a figure: its files, its address, how to cite it, and the code that
shows it in a page of others.

Not here: what is in the files (``macros.opendata``, ``plaat``), or the page that is shown there
(``insluiten``).
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import escape

from macros.opendata.adres import FIGUURMAP, FIGUURVORMEN
from macros.opendata.contract import MAP as DATA
from macros.render.weergave import Pagina
from macros.taal.vertaler import Vertaler
from macros.views.monitor.citaat import Citaat, citaat
from macros.views.monitor.figuur import Figuur, Vorm

MAP = "figuur"
"""The folder of the pages of figures alone, below that of a language."""
FIGUURSCRIPTS = ("figuur.js", "kopieer.js")
"""What a page with figures loads; the same list stands in the front matter of prose pages."""


@dataclass(frozen=True, slots=True)
class Gebruik:
    """``bestand`` is the site path of its files without their end; ``vormen`` which there are.
    ``insluiting`` is empty while nobody knows the address of the site.
    """

    bestand: str
    vormen: tuple[str, ...]
    adres: str
    citaat: Citaat
    vandaag: str
    insluiting: str


def gebruik(p: Pagina, figuur: Figuur) -> Gebruik:
    """All of it, in the language of the figure, with the addresses of page ``p``."""
    blik = p.blik
    v = Vertaler(figuur.terugval) if figuur.terugval else blik.v
    return Gebruik(
        bestand=f"{DATA}{FIGUURMAP}/{figuur.id}",
        vormen=tuple(FIGUURVORMEN),
        adres=p.weergave.voluit(figuur.pad),
        citaat=citaat(blik, figuur),
        vandaag=v.datum(blik.vandaag),
        insluiting=_code(p.weergave.voluit(figuurpad(figuur)), figuur),
    )


def adres_van_figuur(figuur: Figuur) -> str:
    """The page of a figure alone."""
    return f"{MAP}/{figuur.id}/"


def figuurpad(figuur: Figuur) -> str:
    """The same, with the state of its cells now: the page says when that is another."""
    return f"{adres_van_figuur(figuur)}#stand-{figuur.stand}"


def _code(adres: str, figuur: Figuur) -> str:
    if not adres:
        return ""
    return (
        f'<iframe src="{escape(adres)}" title="{escape(figuur.titel)}" width="100%" '
        f'height="{_hoogte(figuur)}" loading="lazy"></iframe>'
    )


_KOP, _ZIN, _BRON, _NAAM = (20, 34), (34, 26), (42, 24), (24, 22)
"""How many signs are on a line of a small phone, and how high that is."""


def _hoogte(figuur: Figuur) -> int:
    """So high that all of it is in sight on a phone, while its folds are closed."""
    lane = 12 if figuur.vorm is Vorm.BALKEN else 68
    texts = [(_KOP, figuur.titel), (_ZIN, figuur.zin), *((_BRON, one) for one in figuur.herkomst)]
    texts += [(_NAAM, str(baan.naam)) for baan in figuur.banen]
    lines = sum(-(-len(text) // signs) * high for (signs, high), text in texts)
    return 430 + lines + lane * len(figuur.banen)
