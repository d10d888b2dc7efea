"""Every page of prose, read for all that can be wrong with it.

Not here: the kinds of mistakes, which have a file each.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from macros.issue import Issue, nearest
from macros.model.geheel import SOORTEN, Regio
from macros.proza import aanroep, kop, vorm
from macros.proza.vorm import Gebrek, wis
from macros.source.bytes import read_text
from macros.source.nodes import place
from macros.taal import proza
from macros.taal.talen import BRONTAAL
from macros.views.aanwezig import heeft

_VERWIJZING = re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]+<?([^()\s<>#?:]+\.md)\b", re.MULTILINE)
_LINK = re.compile(r"\]\(<?([^()\s<>#?:]+\.md)(?:#[^()\s]*)?>?(?:\s+\"[^\"]*\")?\)")


def gebreken(docs: Path, talen: Sequence[str], regio: Regio | None = None) -> list[Issue]:
    """Everything that is wrong with the form of the pages below ``docs``, translations included.

    Without a region not which records they name.
    """
    found: list[Issue] = []
    pages = {
        taal: {file.relative_to(docs / taal).as_posix(): file for file in _bestanden(docs / taal)}
        for taal in talen
    }
    dutch = pages.get(BRONTAAL, {})
    for taal in talen:
        for path, file in pages[taal].items():
            name = file.as_posix()
            read = read_text(file, name)
            if read.text is None:
                found += read.issues
                continue
            known = {*dutch, *pages[taal]}
            found += _pagina(read.text, name, path, docs, known, regio)
            if taal != BRONTAAL and path not in dutch:
                message = "Bij deze pagina hoort geen Nederlandse pagina."
                tip = f"Maak die eerst: {(docs / BRONTAAL / path).as_posix()}"
                found.append(Issue(name, 1, 1, "proza-zonder-nederlands", message, tip))
    return [*found, *proza.gebreken(docs, talen)] if not _onleesbaar(found) else found


def _bestanden(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.md"))


def _onleesbaar(found: list[Issue]) -> bool:
    return any(one.code in ("geen-utf8", "bestand-te-groot") for one in found)


def _pagina(
    tekst: str, naam: str, pad: str, docs: Path, bekend: set[str], regio: Regio | None
) -> Iterator[Issue]:
    yield from kop.gebreken(tekst, naam, docs)
    document = kop.waarden(tekst)
    head = document.value if document and isinstance(document.value, dict) else {}
    if document and regio and isinstance(about := head.get("gebied"), str):
        try:
            heeft(regio, *re.split(r", *", about))
        except ValueError as error:
            line, column = document.where(("gebied",))
            yield Issue(naam, line + 1, column, "onbekend-gebied", str(error))
    body = wis(tekst, 0, kop.einde(tekst))
    yield from (_issue(one, tekst, naam) for one in _lijf(body, pad, head, bekend, regio))


def _lijf(
    body: str, pad: str, head: Mapping[str, object], bekend: set[str], regio: Regio | None
) -> Iterator[Gebrek]:
    if head.get("render_macros") == "true":
        yield from aanroep.gebreken(body, regio)
        body = aanroep.zonder(body)
    elif (at := aanroep.heeft_aanroep(vorm.zonder_code(body)[0])) >= 0:
        message = "Deze pagina heeft aanroepen, en die komen nu letterlijk op de site."
        tip = "Zet in de kop: render_macros: true"
        yield Gebrek(at, "aanroep", message, tip)
        body = aanroep.zonder(body)
    yield from vorm.gebreken(body)
    body, _ = vorm.zonder_code(body)
    for match in (*_LINK.finditer(body), *_VERWIJZING.finditer(body)):
        target = posixpath.normpath(posixpath.join(posixpath.dirname(pad), match[1]))
        if target not in bekend and not (regio and target in _recordpaden(regio)):
            message = f"Er is geen pagina '{match[1]}'."
            options = [posixpath.relpath(one, posixpath.dirname(pad) or ".") for one in bekend]
            tip = nearest(match[1], options) or "Kijk in de map docs hoe de pagina heet."
            yield Gebrek(match.start(1), "link", message, tip)


def _recordpaden(regio: Regio) -> set[str]:
    """The pages that are made from data, as a link in Markdown names them."""
    return {
        f"{soort.op(soort.adres, one.id).rstrip('/')}.md"
        for soort in SOORTEN
        if soort.eigen_pagina
        for one in getattr(regio, soort.veld).values()
    }


def _issue(one: Gebrek, tekst: str, naam: str) -> Issue:
    return Issue(naam, *place(tekst, one.plaats), one.code, one.message, one.tip)
