"""A page with figures, held against which cells have no number: drawing, map, tables, key facts.

Not here: the files of a figure (``figuurbestand``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html import unescape
from pathlib import PurePosixPath

from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.bescherming.lekken.figuurbestand import Figuur, in_zin
from macros.bescherming.lekken.verborgen import Verborgen, heeft_cijfer
from macros.model.geheel import adres_van
from macros.model.regio import Gemeente

_OMVANG = "data-omvang"
"""The place of a row by number of inhabitants; ``lekken`` sees that it is the same everywhere."""

_PRATEND = re.compile(r"(data-|aria-).*|class|id|title|alt|name|value|content")
"""Attributes that could say how large something is; places in a drawing are looked at apart."""

_WOORDEN = "figure.cijfers .niet-in-bron, table.gegevens[id] .niet-in-bron, dd .niet-in-bron"
"""Where a word stands in place of a number."""

_ZINNEN = "p, figcaption, summary, caption, li"
"""In a figure: where sentences stand."""

_ROND = re.compile(r'\s(?:content|title|alt|value|aria-[\w-]+|data-[\w-]+)="([^"]*)"|>([^<]+)')
_TUSSEN = " · "
_EINDE = re.compile(f"{_TUSSEN}|$")
"""Where the title of the site may end, in which the same sign may stand."""
_SCHERM = "width=device-width,initial-scale=1"

_LEEG_SPOOR = {"class": "cf-leeg", "x1": "0", "x2": "100%"}


def gebreken(
    pad: str,
    boom: LexborHTMLParser,
    figuren: Mapping[str, Figuur],
    verborgen: Iterable[Verborgen],
) -> Iterator[str]:
    """Everything that a page gives away of a cell without a number."""
    hidden = tuple(verborgen)
    for node in boom.css("figure.cijfers[id]"):
        key = node.attributes["id"] or ""
        if key in figuren:
            yield from _figuur(figuren[key], node)
        elif key.endswith("-kaart"):
            yield from _kaart(figuren.get(f"{key.removesuffix('kaart')}gemeenten"), node)
        else:
            yield f"figuur {key}: haar bestand om te downloaden ontbreekt"
    for node in boom.css("table.gegevens[id]"):
        yield from _tabel(node, hidden)
    yield from _kern(pad, boom, hidden)
    for node in boom.css(_WOORDEN):
        if heeft_cijfer(node.text()):
            yield "bij een woord dat zegt dat er geen cijfer is, staat een getal"


def rijnamen(table: LexborNode) -> list[str]:
    """The rows of a table, in their order."""
    return [_woorden(row, "th") for row in table.css("tbody tr")]


def op_omvang(figure: LexborNode) -> list[str]:
    """The lanes of a drawing in the order that a visitor can ask for."""
    lanes = figure.css(f".cf-baan[{_OMVANG}]")
    lanes.sort(key=lambda lane: (lane.attributes[_OMVANG] or "").zfill(9))
    return [_woorden(lane, ".cf-naam") for lane in lanes]


def _figuur(figuur: Figuur, node: LexborNode) -> Iterator[str]:
    """The drawing, unless nothing is to be drawn, and the table, which a short form has not."""
    lanes, rows = node.css(".cf-baan"), node.css("tbody tr")
    every = len(figuur.rijen)
    nothing = len(figuur.leeg) == every * len(figuur.reeksen)
    if len(lanes) not in (every, 0 if nothing else every) or len(rows) not in (0, every):
        yield f"figuur {figuur.id}: niet alle rijen staan in de tekening en in de tabel"
        return
    names = [" ".join(name.split()) for name in figuur.namen]
    for nodes, head in ((lanes, ".cf-naam"), (rows, "th")):
        if nodes and [_woorden(one, head) for one in nodes] != names:
            yield f"figuur {figuur.id}: de rijen staan anders dan in haar bestand"
            return
    if figuur.leeg:
        for said in node.css(_ZINNEN):
            for name in in_zin(figuur, said.text()):
                yield f"figuur {figuur.id}: bij {name} staat een getal in een zin"
    for rij in range(every):
        empty = figuur.lege_reeksen(rij)
        if not empty:
            continue
        allowed = (figuur.namen[rij], *figuur.reeksen)
        problems = [*_baan(lanes[rij], empty, allowed)] if lanes else []
        if rows:
            problems += _rij(rows[rij], empty, allowed)
        yield from (f"figuur {figuur.id}, {figuur.namen[rij]}: {what}" for what in problems)


def gebreken_rondom(figuur: Figuur, tekst: str, onder: frozenset[str]) -> Iterator[str]:
    """What the page of a figure alone says around it: its title and sentence, and what is said of
    the site below every figure (``onder``).
    """
    before, _, rest = tekst.partition("<figure ")
    _, _, after = rest.rpartition("</figure>")
    page = figuur.adres.partition("#")[0]
    known = {_SCHERM, figuur.adres, page}
    behind, parts = _delen(onder)
    for attribute, text in _ROND.findall(f"{before}>{after}"):
        said = _plat(attribute or text)
        said = said if said in known else said.replace(page, "")
        if said in known or not heeft_cijfer(said):
            continue
        part = said
        for site in behind:
            part = part.removesuffix(site)
        part = part.removesuffix("…").strip()
        pieces = said.removeprefix(_TUSSEN.lstrip()).split(_TUSSEN)
        below = all(one in parts or not heeft_cijfer(one) for one in pieces)
        if not below and not any(_plat(one).startswith(part) for one in (figuur.titel, figuur.zin)):
            yield f"naast figuur {figuur.id} staat een getal dat zij niet heeft ({said[:40]})"


@cache
def _delen(onder: frozenset[str]) -> tuple[list[str], set[str]]:
    """What may stand behind the title of a page, and everything that is said of the site."""
    behind = [f" - {one[: match.start()]}" for one in onder for match in _EINDE.finditer(one)]
    return behind, {part for one in onder for part in one.split(_TUSSEN)}


def _plat(text: str) -> str:
    return " ".join(unescape(text).split())


def _rij(row: LexborNode, empty: list[int], names: tuple[str, ...]) -> Iterator[str]:
    cells = row.css("td")
    for reeks in empty:
        if reeks >= len(cells) or heeft_cijfer(cells[reeks].text()):
            yield "in de tabel hoort een woord, en er staat een getal"
    yield from _kenmerken(row, *names)


def _baan(lane: LexborNode, empty: list[int], names: tuple[str, ...]) -> Iterator[str]:
    """A lane with a cell without a number: a word, no mark, and nothing else that counts."""
    words = lane.css(".cf-waarde")
    has_number = len(words) - len(empty)
    for reeks in empty:
        if reeks >= len(words) or heeft_cijfer(words[reeks].text(), *names):
            yield "in de tekening hoort een woord, en er staat een getal"
    if not has_number and heeft_cijfer(lane.text(), *names):
        yield "op deze baan staat een getal"
    for track in lane.css(".cf-spoor"):
        shapes = [one for one in track.css("*") if one.tag not in ("g", "svg")]
        if track.text(strip=True):
            yield "in de tekening staat tekst"
        if len(track.css("rect, .cf-merk")) > has_number:
            yield "er staat een balk of stip, en er is geen getal"
        elif not has_number and not all(map(_is_leeg, shapes)):
            yield "op deze baan is iets getekend, en er is geen getal"
    yield from _kenmerken(lane, *names)


def _is_leeg(shape: LexborNode) -> bool:
    return shape.tag == "line" and all(
        shape.attributes.get(name) == value for name, value in _LEEG_SPOOR.items()
    )


def _kenmerken(node: LexborNode, *names: str) -> Iterator[str]:
    """Attributes of a row or a cell that hold a digit of no name; the place by size may."""
    for one in node.css("*"):
        for name, value in one.attributes.items():
            talks = name != _OMVANG and _PRATEND.fullmatch(name)
            if talks and heeft_cijfer(f"{name} {value}", *names):
                yield f"het kenmerk {name} van <{one.tag}> heeft een getal"


def _kaart(figuur: Figuur | None, node: LexborNode) -> Iterator[str]:
    empty = {figuur.namen[rij] for rij, _ in figuur.leeg} if figuur else set()
    for tile in node.css(".tegel"):
        name = _woorden(tile, ".tegel__naam")
        value = _woorden(tile, ".tegel__waarde")
        if name not in empty and heeft_cijfer(value):
            continue
        if heeft_cijfer(tile.text(), name):
            yield f"kaart, {name}: hier hoort een woord, en er staat een getal"
        if "tegel--0" not in (tile.attributes.get("class") or "").split():
            yield f"kaart, {name}: dit vak heeft een tint, en er is geen getal"


def _woorden(node: LexborNode, selector: str) -> str:
    """What stands there, without the note that it is not translated."""
    found = node.css_first(selector)
    if found is None:
        return ""
    notes = "".join(note.text() for note in found.css(".alleen-nl"))
    return " ".join(found.text().removesuffix(notes).split())


def _tabel(node: LexborNode, verborgen: Iterable[Verborgen]) -> Iterator[str]:
    """A table without a drawing: rows by area and columns by part, or rows by figure of an area."""
    key = node.attributes["id"] or ""
    here = [one for one in verborgen if key.startswith((f"{one.vak[0]}-", f"{one.vak[1]}-"))]
    title = _woorden(node, "caption")
    heads = [one.text(strip=True) for one in node.css("thead th")]
    whole = ""
    for row in node.css("tbody tr"):
        name = _woorden(row, "th")
        is_part = "deelrij" in (row.attributes.get("class") or "").split()
        whole = whole if is_part else name
        full = f"{whole}, {name}" if is_part else name
        for at, cell in enumerate(row.css("td"), 1):
            column = heads[at] if at < len(heads) else ""
            hidden = any(_is_hier(one, key, title, full, column) for one in here)
            no_number = hidden or cell.css_first(".niet-in-bron") is not None
            if no_number and heeft_cijfer(cell.text()):
                yield f"tabel {key}, {full}, {column}: hier hoort een woord, en er staat een getal"
            if no_number:
                said = _kenmerken(cell, name, column)
                yield from (f"tabel {key}, {full}: {what}" for what in said)


def _is_hier(one: Verborgen, key: str, title: str, row: str, column: str) -> bool:
    """Whether a hidden figure would stand in this cell of a table."""
    indicator, gebied, _, _ = one.vak
    if key.startswith(f"{gebied}-"):
        return (row, column) == (one.kop, one.periode)
    return (
        key.startswith(f"{indicator}-")
        and f"{title}, ".startswith(f"{one.titel}, {one.periode}, ")
        and (row, column) == (one.gebied, one.deel)
    )


def _kern(pad: str, boom: LexborHTMLParser, verborgen: Iterable[Verborgen]) -> Iterator[str]:
    """The few figures that a page of an area begins with; the area is the end of its address."""
    area = PurePosixPath(pad).parent.name
    here = {
        f"{one.kop}, {one.periode}"
        for one in verborgen
        if one.vak[1] == area or pad.endswith(f"{adres_van(Gemeente, one.vak[1])}index.html")
    }
    if not here:
        return
    for item in boom.css("dl.kerncijfers > div"):
        name = _woorden(item, "dt")
        if name in here and heeft_cijfer(_woorden(item, "dd strong")):
            yield f"{name}: hier hoort een woord, en er staat een getal"
