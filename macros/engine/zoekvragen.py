"""The questions of the region, put to the search of the site that was built from it.

What comes first is told when it is not what was meant; an address that is not on the site is an
error. Not here: the asking (``site.zoekproef``), or which addresses the data know (``rules``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from macros.issue import Issue, Level, nearest
from macros.load import Loaded
from macros.model.geheel import Regio, pad_van
from macros.model.regio import Zoekvraag, Zoekvragen, Zoekwoorden
from macros.site.zoekproef import ZoekproefFout, eerste, klopt
from macros.source.nodes import Loc
from macros.taal.talen import BRONTAAL


@dataclass(frozen=True, slots=True)
class Gesteld:
    """A question, and what came first: a site path, or nothing."""

    vraag: Zoekvraag
    gevonden: str

    @property
    def goed(self) -> bool:
        """Whether that is right."""
        return klopt(self.gevonden, self.vraag.naar)


def stel(site: Path, vragen: Sequence[Zoekvraag]) -> list[Gesteld]:
    """Ask the search of a built site. Raises ZoekproefFout."""
    talen = dict.fromkeys(one.taal for one in vragen)
    asked = {taal: [one for one in vragen if one.taal == taal] for taal in talen}
    found = eerste(site, {taal: [one.vraag for one in group] for taal, group in asked.items()})
    return [
        Gesteld(one, first)
        for taal, answers in found.items()
        for one, first in zip(asked[taal], answers, strict=True)
    ]


def gebreken(loaded: Loaded, site: Path) -> list[Issue]:
    """What is wrong with the questions and words of a region, on the site that was built of it."""
    return sorted(_gebreken(loaded, site))


def _gebreken(loaded: Loaded, site: Path) -> Iterator[Issue]:
    regio = loaded.regio
    if regio is None:
        return
    yield from _adressen(loaded, regio, site)
    vragen = regio.zoekvragen.vragen if regio.zoekvragen else ()
    if not vragen:
        return
    try:
        asked = {(one.vraag.taal, one.vraag.vraag): one for one in stel(site, vragen)}
    except ZoekproefFout as error:
        message = f"De zoekvragen zijn niet gesteld: {error}"
        yield _issue(loaded, Zoekvragen, (), "zoekproef", message, "", Level.LET_OP)
        return
    for index, vraag in enumerate(vragen):
        one = asked.get((vraag.taal, vraag.vraag))
        if one is None:
            message = (
                f"'{vraag.vraag}' is niet gevraagd: de site is er niet in de taal '{vraag.taal}'."
            )
            tip = nearest(vraag.taal, map(str, regio.instellingen.talen))
            loc = ("vragen", index, "taal")
            yield _issue(loaded, Zoekvragen, loc, "zoekproef", message, tip, Level.LET_OP)
        elif not one.goed:
            first = f"vindt eerst {one.gevonden}" if one.gevonden else "vindt niets"
            message = f"'{vraag.vraag}' ({vraag.taal}) {first}, en niet {' of '.join(vraag.naar)}."
            tip = f"Zet woorden bij het goede adres in {pad_van(Zoekwoorden)}."
            if one.gevonden:
                tip += " Is wat het vindt ook goed? Zet het dan bij 'naar'."
            loc = ("vragen", index, "vraag")
            yield _issue(loaded, Zoekvragen, loc, "zoekvraag-mist", message, tip, Level.LET_OP)


def _adressen(loaded: Loaded, regio: Regio, site: Path) -> Iterator[Issue]:
    words = regio.zoekwoorden.woorden if regio.zoekwoorden else ()
    asked = regio.zoekvragen.vragen if regio.zoekvragen else ()
    talen = [str(taal) for taal in regio.instellingen.talen]
    places: list[tuple[type, Loc, str, str]] = [
        (Zoekwoorden, ("woorden", index, "naar"), BRONTAAL, row.naar)
        for index, row in enumerate(words)
    ]
    places += [
        (Zoekvragen, ("vragen", index, "naar", at), one.taal, adres)
        for index, one in enumerate(asked)
        if one.taal in talen
        for at, adres in enumerate(one.naar)
    ]

    @cache
    def page(path: str) -> str | None:
        file = site / path / "index.html"
        return file.read_text(encoding="utf-8") if file.is_file() else None

    for kind, loc, taal, adres in places:
        path, _, anchor = adres.partition("#")
        text = page(path if taal == BRONTAAL else f"{taal}/{path}")
        if text is None:
            known = [one.parent.relative_to(site).as_posix() for one in site.rglob("index.html")]
            tip = nearest(path, [f"{one}/" for one in known])
            message = f"Op de site is geen pagina '{path}'."
            yield _issue(loaded, kind, loc, "zoekadres", message, tip, Level.FOUT)
        elif anchor and f'id="{anchor}"' not in text:
            message = f"Op de pagina '{path}' is geen plek '{anchor}'."
            yield _issue(loaded, kind, loc, "zoekadres", message, f"Schrijf: {path}", Level.FOUT)


def _issue(
    loaded: Loaded, kind: type, loc: Loc, code: str, message: str, tip: str, level: Level
) -> Issue:
    path = pad_van(kind)
    line, column = loaded.documents[path].where(loc) if path in loaded.documents else (1, 1)
    return Issue((loaded.folder / path).as_posix(), line, column, code, message, tip, level, loc)
