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
    """How far a translation is: ``open`` has (Dutch text, file, whether the Dutch changed).

    ``paginas`` are those of prose, by their name in this language, with how far each is;
    ``wachten`` those of them that are not done.
    """

    vertaald: int
    totaal: int
    open: tuple[tuple[str, str, bool], ...]
    paginas: tuple[tuple[Tekst, str, str], ...]
    wachten: tuple[tuple[Tekst, str, str], ...]

    @property
    def klaar(self) -> int:
        """How many of those pages are done."""
        return len(self.paginas) - len(self.wachten)


def vertaalstand(
    blik: Blik, verouderd: Collection[str], proza: Iterable[Prozapagina]
) -> Vertaalstand:
    """Every text of the data once, and every page of prose."""
    every = [(page.toestand, _pagina(blik, page)) for page in proza]
    first = {bericht.tekst: bericht.pad for bericht in reversed(list(data_texts(blik.regio)))}
    waiting = {text: pad for text, pad in first.items() if blik.v.vertaling(text) is None}
    return Vertaalstand(
        vertaald=len(first) - len(waiting),
        totaal=len(first),
        open=tuple((text, f"data/{pad}", text in verouderd) for text, pad in waiting.items()),
        paginas=tuple(row for _, row in every),
        wachten=tuple(row for state, row in every if state is not Toestand.ACTUEEL),
    )


def _pagina(blik: Blik, page: Prozapagina) -> tuple[Tekst, str, str]:
    if page.vertaalde_titel:
        name = blik.v.naam(met_namen(blik, page.vertaalde_titel))
    else:
        name = blik.v.titel(met_namen(replace(blik, v=Vertaler(BRONTAAL)), page.titel))
    return name, _address(page.pad), blik.v.ui(TOESTAND[page.toestand])


def _address(pad: str) -> str:
    """``agenda/index.md`` is at ``agenda/``, ``over.md`` at ``over/``."""
    stem = pad.removesuffix(".md")
    return stem.removesuffix("index") if stem.endswith("index") else f"{stem}/"
