"""The head of a page: the lines between ``---`` that say what it is called and what it needs.

Not here: what MkDocs does with them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import yaml

from macros.issue import Issue, nearest
from macros.render.kop import OMSCHRIJVING, TITEL
from macros.source.nodes import Document, parse

_STREEP = re.compile(r"(?:---|\.\.\.)[ \t]*")
_VELD = re.compile(r"\s*[\w-]+ ?: ")
_VERPLICHT = ("title", "description")
_PLAATS = {"title": TITEL, "description": OMSCHRIJVING}
_JA_NEE = ("true", "false")
_SCRIPTS = Path("theme/assets/js")

VORMEN: dict[str, tuple[Callable[[str], object], str]] = {
    "title": (str.strip, "een titel"),
    "description": (str.strip, "één zin over de pagina"),
    "gebied": (str.strip, "een gebied of soort, zoals monitor"),
    "render_macros": (_JA_NEE.__contains__, "true of false"),
    "zoekpagina": (_JA_NEE.__contains__, "true of false"),
    "zoekgewicht": (re.compile(r"\d+(\.\d+)?").fullmatch, "een getal, zoals 2"),
    "vertaald_uit": (re.compile(r"[0-9a-f]{12}").fullmatch, "wat make vertaald er neerzet"),
    "bewerk_pad": (str.strip, "een pad, zoals docs/nl/over.md"),
}
"""Each field with one value: what is right, and how that is called."""

_VELDEN = {*VORMEN, "scripts"}


def einde(tekst: str) -> int:
    """Where the page itself begins: behind the head, or at 0 when there is none that ends."""
    lines = tekst.splitlines(keepends=True)
    if not lines or lines[0].rstrip() != "---":
        return 0
    for number, line in enumerate(lines[1:], 2):
        if _STREEP.fullmatch(line.rstrip("\n")):
            return sum(map(len, lines[:number]))
    return 0


def waarden(tekst: str) -> Document | None:
    """What the head says, when it can be read."""
    return _gelezen(tekst, "")[0] if einde(tekst) else None


def _gelezen(tekst: str, naam: str) -> tuple[Document | None, list[Issue]]:
    head = tekst[: einde(tekst)].rstrip().rpartition("\n")[0]
    document, issues = parse(head.partition("\n")[2] + "\n", naam)
    return document, [replace(one, line=one.line + 1) for one in issues]


def gebreken(tekst: str, naam: str, docs: Path) -> Iterator[Issue]:
    """What is wrong with the head of the page ``naam``."""
    if not einde(tekst):
        yield _zonder(tekst, naam)
        return
    document, issues = _gelezen(tekst, naam)
    yield from issues
    if document is None:
        return
    fields = document.value
    if not isinstance(fields, dict):
        message = "In de kop van een pagina horen velden, zoals title en description."
        yield Issue(naam, 2, 1, "kop-waarde", message, "Schrijf op elke regel: veld: waarde")
        return
    meant = " ".join(nearest(field, _VELDEN) for field in fields if field not in _VELDEN)
    for field, value in fields.items():
        line, column = document.where_key((field,))
        if field not in _VELDEN:
            message = f"Een pagina heeft geen veld '{field}'."
            yield Issue(naam, line + 1, column, "onbekend-veld", message, nearest(field, _VELDEN))
        elif field == "scripts":
            yield from _scripts(document, naam, docs / _SCRIPTS)
        else:
            fits, form = VORMEN[field]
            if not isinstance(value, str) or not fits(value):
                message = f"Bij '{field}' hoort {form}."
                yield Issue(naam, line + 1, column, "kop-waarde", message, f"Schrijf: {field}: …")
    for field, room in _PLAATS.items():
        value = fields.get(field)
        said = " ".join(value.split()) if isinstance(value, str) else ""
        if len(said) > room:
            line, column = document.where((field,))
            message = f"Bij '{field}' staan {len(said)} tekens, en er is plaats voor {room}."
            tip = "Maak het korter: een zoekmachine laat de rest niet zien."
            yield Issue(naam, line + 1, column, "te-lang", message, tip)
    for field in () if issues else _geen_tekst(tekst):
        line, column = document.where((field,))
        message = "YAML leest dit niet als tekst."
        tip = f'Zet het tussen aanhalingstekens: {field}: "{fields[field]}"'
        yield Issue(naam, line + 1, column, "kop-waarde", message, tip)
    for field in _VERPLICHT:
        if field not in fields and f"'{field}'" not in meant:
            tip = f"Zet het tussen de regels met ---: {field}: …"
            yield Issue(naam, 1, 1, "kop-onvolledig", f"In de kop ontbreekt '{field}'.", tip)


def _geen_tekst(tekst: str) -> Iterator[str]:
    """The fields that MkDocs would not get as words: ``title: no``, ``title: 2021``."""
    with suppress(yaml.YAMLError):
        read = yaml.safe_load(tekst[4 : einde(tekst)].rstrip().rpartition("\n")[0])
        for field in _VERPLICHT:
            text = re.search(rf"^{field}:[ \t]*\S", tekst, re.MULTILINE)
            if text and not isinstance(read.get(field, ""), str):
                yield field


def _zonder(tekst: str, naam: str) -> Issue:
    lines = tekst.splitlines()
    if lines and lines[0].rstrip() == "---":
        last = 1
        while last < len(lines) and (_VELD.match(lines[last]) or lines[last][:1] in (" ", "-")):
            last += 1
        message = "De kop van deze pagina houdt niet op: er is geen tweede regel met ---."
        return Issue(
            naam, 1, 1, "kop-open", message, f"Zet --- op een eigen regel na regel {last}."
        )
    at = next((n for n, line in enumerate(lines, 1) if line.strip() == "---"), 1)
    first = next((n for n, line in enumerate(lines, 1) if line.strip()), 1)
    message = "Deze pagina begint niet met een kop: regels met title en description tussen ---."
    tip = "Zet op de eerste regel --- en niets anders."
    return Issue(naam, min(at, first), 1, "kop-ontbreekt", message, tip)


def _scripts(document: Document, naam: str, folder: Path) -> Iterator[Issue]:
    value = document.value
    found = value["scripts"] if isinstance(value, dict) else None
    if not isinstance(found, list):
        line, column = document.where_key(("scripts",))
        message, tip = (
            "Bij 'scripts' hoort een lijst.",
            "Zet onder scripts: een regel '  - naam.js'.",
        )
        yield Issue(naam, line + 1, column, "kop-waarde", message, tip)
        return
    known = {one.name for one in folder.glob("*.js")}
    for index, script in enumerate(found):
        if known and script not in known:
            line, column = document.where(("scripts", index))
            message = f"Er is geen script '{script}'."
            tip = nearest(str(script), known)
            yield Issue(naam, line + 1, column, "kop-waarde", message, tip)
