"""What the page about the translation shows."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from macros.taal.catalogus import data_texts
from macros.taal.proza import Prozapagina, Toestand
from macros.taal.talen import BRONTAAL
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.views.agenda.naam import met_namen
from macros.views.blik import Blik

TOESTAND = {
    Toestand.ACTUEEL: N_("vertaald"),
    Toestand.VEROUDERD: N_("het Nederlands is veranderd"),
    Toestand.ONTBREEKT: N_("nog niet vertaald"),
}


@dataclass(frozen=True, slots=True)
class Vertaalstand:
    """How far a translation is: ``open`` has (Dutch text, file, whether the Dutch changed)."""

    vertaald: int
    totaal: int
    open: tuple[tuple[str, str, bool], ...]
    paginas: tuple[tuple[Tekst, str, str], ...]


def vertaalstand(
    blik: Blik, verouderd: Collection[str], proza: Iterable[Prozapagina]
) -> Vertaalstand:
    """Every text of the data once, and every page of prose."""
    dutch = replace(blik, v=Vertaler(BRONTAAL))
    first = {bericht.tekst: bericht.pad for bericht in reversed(list(data_texts(blik.regio)))}
    waiting = {text: pad for text, pad in first.items() if blik.v.vertaling(text) is None}
    return Vertaalstand(
        vertaald=len(first) - len(waiting),
        totaal=len(first),
        open=tuple((text, f"data/{pad}", text in verouderd) for text, pad in waiting.items()),
        paginas=tuple(
            (
                blik.v.titel(met_namen(dutch, page.titel)),
                _address(page.pad),
                blik.v.ui(TOESTAND[page.toestand]),
            )
            for page in proza
        ),
    )


def _address(pad: str) -> str:
    """``agenda/index.md`` is at ``agenda/``, ``over.md`` at ``over/``."""
    stem = pad.removesuffix(".md")
    return stem.removesuffix("index") if stem.endswith("index") else f"{stem}/"
