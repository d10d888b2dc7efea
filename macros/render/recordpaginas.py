"""Record pages: a page per record, made from data. Markdown with one macro call, so that any engine
that runs the macros (or gets them expanded) can build it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.model.basis.record import Status, actief
from macros.taal.vertaler import Tekst, Vertaler
from macros.tekst import N_
from macros.views.arrangement.basis import ARRANGEMENTEN, arrangement_pad
from macros.views.blik import Blik
from macros.views.monitor.basis import MONITOR, gemeente_pad, indicator_pad
from macros.views.overleg.basis import STRUCTUUR, overleg_pad, overlegnaam
from macros.views.overleg.besluit import nieuws_pad, nieuwsbrengers
from macros.views.samenwerking.basis import (
    MATRIX,
    WEGWIJZER,
    codetitel,
    onderdeel_pad,
    wegwijzer_pad,
)

FIGUURSCRIPTS = ["figuur.js"]
"""What a page with figures loads; the same list stands in the front matter of prose pages."""


@dataclass(frozen=True, slots=True)
class Recordpagina:
    """A page to build: its path below the docs folder, and its Markdown."""

    pad: str
    markdown: str


def recordpaginas(blik: Blik) -> Iterator[Recordpagina]:
    """Every record page; archived records keep theirs."""
    yield from _speerpunten(blik)
    yield from _onderdelen(blik)
    yield from _wegwijzer(blik)
    yield from _overleggen(blik)
    yield from _arrangementen(blik)
    yield from _indicatoren(blik)
    yield from _gemeentecijfers(blik)


def _speerpunten(blik: Blik) -> Iterator[Recordpagina]:
    v = blik.v
    for key, one in blik.regio.speerpunten.items():
        front = _front(
            str(v.tekst(one.titel)),
            str(v.tekst(one.samen)),
            [(v.ui(N_("Focusagenda")), "agenda/")],
            f"data/speerpunten/{key}.yml",
        )
        if one.status is Status.GEARCHIVEERD:
            _archived(v, front, N_("Dit speerpunt is gearchiveerd: het telt niet meer mee."))
        yield _pagina(f"agenda/{key}.md", front, f'speerpunt(page, "{key}")')


def _onderdelen(blik: Blik) -> Iterator[Recordpagina]:
    v = blik.v
    for key, one in blik.regio.onderdelen.items():
        front = _front(
            str(codetitel(v, one)),
            str(v.tekst(one.titel_voor_ouders)),
            [(v.ui(N_("Samenwerken")), MATRIX)],
            f"data/samenwerking/onderdelen/{key}.yml",
        )
        if one.status is Status.GEARCHIVEERD:
            _archived(v, front, N_("Dit onderdeel is gearchiveerd: het telt niet meer mee."))
        yield _pagina(f"{onderdeel_pad(key)[:-1]}.md", front, f'onderdeel(page, "{key}")')


def _wegwijzer(blik: Blik) -> Iterator[Recordpagina]:
    """The first question stands on the page of the wegwijzer itself."""
    v, one = blik.v, blik.regio.wegwijzer
    kruimels = [(v.ui(N_("Wegwijzer")), WEGWIJZER)]
    bestand = "data/samenwerking/wegwijzer.yml"
    for vraag in one.vragen:
        if vraag.id != one.begin:
            antwoorden = " · ".join(str(v.tekst(antwoord.tekst)) for antwoord in vraag.antwoorden)
            front = _front(str(v.tekst(vraag.vraag)), antwoorden, kruimels, bestand)
            front["niet_zoeken"] = True
            pad = f"{wegwijzer_pad(vraag.id)[:-1]}.md"
            yield _pagina(pad, front, f'vraag(page, "{vraag.id}")')
    for uitkomst in one.uitkomsten:
        description = str(v.tekst(uitkomst.tekst))
        front = _front(str(v.tekst(uitkomst.titel)), description, kruimels, bestand)
        pad = f"{wegwijzer_pad(uitkomst.id)[:-1]}.md"
        yield _pagina(pad, front, f'uitkomst(page, "{uitkomst.id}")')


def _overleggen(blik: Blik) -> Iterator[Recordpagina]:
    v = blik.v
    for key, one in blik.regio.overleggen.items():
        naam = str(overlegnaam(v, one))
        front = _front(
            naam,
            str(v.tekst(one.voor_ouders)),
            [(v.ui(N_("Overleg")), STRUCTUUR)],
            f"data/overleg/overleggen/{key}.yml",
        )
        if one.status is Status.GEARCHIVEERD:
            _archived(v, front, N_("Dit overleg is gearchiveerd: het telt niet meer mee."))
        yield _pagina(f"{overleg_pad(key)[:-1]}.md", front, f'overleg(page, "{key}")')
    for one in actief(blik.regio.overleggen):
        if van := nieuwsbrengers(blik.regio, one):
            lokaal = overlegnaam(v, one)
            brengers = v.opsomming([str(overlegnaam(v, other)) for other in van])
            front = _front(
                v.ui(N_("Nieuws voor {overleg}"), overleg=lokaal),
                v.ui(
                    N_("Wat {brengers} besloot en wat er komt, om te bespreken in {overleg}."),
                    brengers=brengers,
                    overleg=lokaal,
                ),
                [(v.ui(N_("Overleg")), STRUCTUUR), (lokaal, overleg_pad(one.id))],
                f"data/overleg/overleggen/{one.id}.yml",
            )
            pad = f"{nieuws_pad(one.id)[:-1]}.md"
            yield _pagina(pad, front, f'nieuws(page, "{one.id}")')


def _arrangementen(blik: Blik) -> Iterator[Recordpagina]:
    v = blik.v
    for key, one in blik.regio.arrangementen.items():
        front = _front(
            str(v.tekst(one.titel)),
            str(v.tekst(one.samen)),
            [(v.ui(N_("Arrangementen")), ARRANGEMENTEN)],
            f"data/arrangement/arrangementen/{key}.yml",
        )
        if one.status is Status.GEARCHIVEERD:
            _archived(v, front, N_("Dit arrangement is gearchiveerd: het telt niet meer mee."))
        yield _pagina(f"{arrangement_pad(key)[:-1]}.md", front, f'arrangement(page, "{key}")')


def _indicatoren(blik: Blik) -> Iterator[Recordpagina]:
    v = blik.v
    for key, one in blik.regio.indicatoren.items():
        front = _front(
            str(v.tekst(one.titel)),
            str(v.tekst(one.vraag)),
            [(v.ui(N_("Cijfers")), MONITOR)],
            f"data/monitor/indicatoren/{key}.yml",
        )
        front["scripts"] = FIGUURSCRIPTS
        if one.status is Status.GEARCHIVEERD:
            _archived(v, front, N_("Dit cijfer is gearchiveerd: het telt niet meer mee."))
        yield _pagina(f"{indicator_pad(key)[:-1]}.md", front, f'indicator(page, "{key}")')


def _gemeentecijfers(blik: Blik) -> Iterator[Recordpagina]:
    v = blik.v
    for one in actief(blik.regio.gemeenten):
        front = _front(
            v.ui(N_("Cijfers van {gemeente}"), gemeente=one.naam),
            v.ui(N_("Jeugdzorg, onderwijs en inwoners van {gemeente}."), gemeente=one.naam),
            [(v.ui(N_("Cijfers")), MONITOR)],
            f"data/gemeenten/{one.id}.yml",
        )
        front["scripts"] = FIGUURSCRIPTS
        pad = f"{gemeente_pad(one.id)[:-1]}.md"
        yield _pagina(pad, front, f'gemeentecijfers(page, "{one.id}")')


def _front(
    title: str, about: str, kruimels: Sequence[tuple[str | Tekst, str]], bewerk_pad: str
) -> dict[str, object]:
    """Two records may be about the same; with its title in it a description is of one page."""
    return {
        "title": title,
        "description": f"{title}{' ' if title[-1] in '.?!' else ': '}{about}",
        "kruimels": [_kruimel(titel, pad) for titel, pad in kruimels],
        "bewerk_pad": bewerk_pad,
        "render_macros": True,
    }


def _kruimel(titel: str | Tekst, pad: str) -> dict[str, str]:
    """A text of the data says in which language it is."""
    taal = {"taal": titel.taal} if isinstance(titel, Tekst) else {}
    return {"titel": str(titel), "pad": pad, **taal}


def _archived(v: Vertaler, front: dict[str, object], melding: str) -> None:
    """Its page says so everywhere: what came in its place may have the same title."""
    front["melding"] = v.ui(melding)
    front["title"] = v.ui(N_("{titel} (gearchiveerd)"), titel=front["title"])
    front["description"] = f"{front['melding']} {front['description']}"
    front["niet_zoeken"] = True


def _pagina(pad: str, front: dict[str, object], aanroep: str) -> Recordpagina:
    return Recordpagina(pad, _front_matter(front) + f"\n{{{{ {aanroep} }}}}\n")


def _front_matter(values: dict[str, object]) -> str:
    """JSON is YAML: no title can break out of it."""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    return "\n".join(["---", *lines, "---", ""])
