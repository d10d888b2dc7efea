"""A figure as a picture (SVG), held against which of its cells have no number.

The picture has one fixed form, so everything in it is looked at: each element, each text, each
mark. Not here: the drawing on a page (``figuurpagina``).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

from macros.bescherming.lekken.figuurbestand import Figuur
from macros.bescherming.lekken.verborgen import heeft_cijfer

_N = r"-?\d+(?:\.\d+)?"
_KLEUR = r"(?:#[0-9a-f]{3,6}|none|url\(#a-ID\))"
_ELEMENT = re.compile(
    "|".join(
        (
            r"/(?:svg|title|desc|metadata|defs|pattern|g|text|circle|path)|metadata|defs",
            'title id="t-ID"',
            r'desc id="d-ID"|circle r="6"|path d="M(?:-5\.5-5\.5h11v11h-11z|0-8 8 0 0 8-8 0z'
            r'|0-7\.5 8 6h-16z)"',
            r'svg xmlns="http://www\.w3\.org/2000/svg" width="\d+" height="\d+"'
            r' viewBox="0 0 \d+ \d+" role="img" aria-labelledby="t-ID d-ID" lang="[a-z-]+"'
            r' xml:lang="[a-z-]+"(?: direction="rtl")? font-family="[^"\d]*"',
            r'pattern id="a-ID" width="7" height="7" patternUnits="userSpaceOnUse"'
            r' patternTransform="rotate\(45\)"',
            rf'rect width="{_N}" height="{_N}" fill="#[0-9a-f]+"/',
            rf'rect x="{_N}" y="{_N}" width="{_N}" height="20" fill="#fff"/',
            rf'rect x="{_N}" y="{_N}" width="{_N}" height="16" fill="{_KLEUR}"'
            ' stroke="#0b5c58" stroke-width="1.5"/',
            rf'path d="M{_N} {_N}[Hv]{_N}" fill="none" stroke="#[0-9a-f]+" stroke-width="{_N}"'
            r'(?: stroke-dasharray="[\d. ]+")?/',
            rf'g transform="translate\({_N} {_N}\)" fill="{_KLEUR}" stroke="#0b5c58"'
            ' stroke-width="2"',
            r'g font-size="\d+" fill="#[0-9a-f]+"(?: font-weight="700")?',
            rf'text x="{_N}" y="{_N}"(?: text-anchor="(?:middle|end)")?(?: direction="ltr")?',
        )
    )
)
"""What may be in the picture; the id of the figure is ``ID`` here."""
_DEEL = re.compile("<([^<>]*)>([^<]*)")
_REGEL = re.compile(rf'text x="({_N})" y="({_N})"')
_BALK = re.compile(rf'rect x="({_N})" y="({_N})" .* stroke=')
_STIP = re.compile(rf'g transform="translate\(({_N}) ({_N})\)"')
_LIJN = re.compile(rf'path d="M({_N}) ({_N})([Hv])({_N})" .* stroke="(#[0-9a-f]+)"')
_TAAL = re.compile(r'<svg [^>]*? lang="([a-z-]+)"')
_RASTER, _VERBINDING = "#d0dad6", "#455654"
_GEEN_CIJFER = re.compile(r"\D+")
_LOS_GETAL = re.compile(r"\d[\d.,]*%?\*?")
"""The number of a line to hold others against, when its name fills the line of text before it."""


@dataclass(frozen=True, slots=True)
class _Regel:
    """A line of text, and in which group of lines it stands."""

    groep: int
    x: float
    y: float
    tekst: str


def voet(svg: str) -> tuple[str, str]:
    """The language of a picture, and what it says of the site and of which day it is."""
    match = _TAAL.search(svg)
    _, _, rest = svg.partition("<metadata>")
    lines = rest.partition("</metadata>")[0].split("\n")
    return match.group(1) if match else "", _plat(lines[-2]) if len(lines) > 1 else ""


def gebreken(figuur: Figuur, svg: str, onder: Collection[str]) -> Iterator[str]:
    """Everything that the picture gives away of a cell without a number; ``onder`` is what the
    pictures say of the site, each in its language.
    """
    parts = _DEEL.findall(svg)
    tags = {tag.replace(f"-{figuur.id}", "-ID") for tag, _ in parts}
    strange = {tag.partition(" ")[0] for tag in tags if not _ELEMENT.fullmatch(tag)}
    if strange or sum(len(tag) + len(text) + 2 for tag, text in parts) != len(svg):
        yield f"in de tekening zit iets wat er niet hoort: {', '.join(sorted(strange)) or 'tekst'}"
        return
    outside = [text for tag, text in parts if text.strip() and not tag.startswith(_MET_TEKST)]
    if outside:
        yield "in de tekening staat tekst buiten haar regels"
    said = {tag[:4]: _plat(text) for tag, text in parts if tag.startswith(("title", "desc"))}
    if said.get("titl") != _plat(figuur.titel):
        yield "de titel van de tekening is een andere dan die van de figuur"
    if any(_beschrijving(figuur, said.get("desc", ""))):
        yield "de beschrijving van de tekening is anders dan verwacht"
    known = {*map(_plat, figuur.herkomst), *onder, figuur.adres.partition("#")[0]}
    for tag, text in parts:
        lines = text.split("\n") if tag == "metadata" else ()
        if any(heeft_cijfer(line) and _plat(line) not in known for line in lines):
            yield "bij de bronnen van de tekening staat iets anders dan die van de figuur"
    yield from _blad(figuur, parts, onder)


_MET_TEKST = ("title ", "desc ", "metadata", "text ")


def _plat(text: str) -> str:
    return " ".join(unescape(text).split())


def _beschrijving(figuur: Figuur, text: str) -> Iterator[str]:
    """What is wrong in the words for who does not see the picture: the sentence, and then each row
    and each line by its name.
    """
    names = [*map(_plat, figuur.namen), *(_plat(name) for name, _ in figuur.lijnen)]
    if not names:
        return
    begin, found, rest = text.partition(f" {names[0]}: ")
    zin = _plat(figuur.zin)
    head = begin.removesuffix(f" ({_plat(figuur.eenheid)})")
    if not found or zin[-len(head) + 1 :] != head[1:]:
        yield "begin"
    for at, name in enumerate(names):
        own = rest
        if at + 1 < len(names):
            own, found, rest = rest.partition(f"; {names[at + 1]}: ")
            if not found:
                yield name
        if at < len(figuur.namen):
            wrong = _te_veel(figuur, at, own.split(", "))
        else:
            value = figuur.lijnen[at - len(figuur.namen)][1]
            wrong = _GEEN_CIJFER.sub("", own) != _GEEN_CIJFER.sub("", value)
        if wrong:
            yield name


def _te_veel(figuur: Figuur, rij: int, teksten: Iterable[str]) -> bool:
    """Whether more of the texts of a row have a number than it has cells with one."""
    numbers = sum(heeft_cijfer(one, figuur.namen[rij], *figuur.reeksen) for one in teksten)
    return numbers > len(figuur.reeksen) - len(figuur.lege_reeksen(rij))


def _blad(
    figuur: Figuur, parts: Sequence[tuple[str, str]], onder: Collection[str]
) -> Iterator[str]:
    """The lanes, and what stands around them."""
    lines = [*_regels(parts)]
    names = _namen(figuur, lines)
    if names is None:
        yield "de rijen staan in de tekening anders dan in haar bestand"
        return
    grid = [one for one in _lijnen(parts) if one[2] == "v" and one[4] == _RASTER]
    tops = [rows[0].y for rows in names]
    above = tops[0] - grid[0][1] if grid and tops else 21.0
    below = grid[0][1] + grid[0][3] if grid else float("inf")
    edges = [*(one - above - 0.5 for one in tops), below + 0.5]
    own = {line for rows in names for line in rows}
    inside: set[_Regel] = set()
    for rij, (top, end) in enumerate(pairwise(edges)):
        here = [one for one in lines if top <= one.y < end and one not in own]
        inside.update(here)
        empty = figuur.lege_reeksen(rij)
        if empty and _te_veel(figuur, rij, (one.tekst for one in here)):
            yield f"{figuur.namen[rij]}: in de tekening hoort een woord, en er staat een getal"
        if empty and _getekend(parts, grid, top, end, len(figuur.reeksen) - len(empty)):
            yield f"{figuur.namen[rij]}: er staat een balk of stip, en er is geen getal"
    around = [one for one in lines if one not in own and one not in inside]
    ticks = {one[0] for one in grid}
    for line in around:
        on_axis = grid and line.x in ticks and grid[0][1] - 30 < line.y < grid[0][1]
        if heeft_cijfer(line.tekst) and not on_axis and not _bekend(figuur, line.tekst, onder):
            yield f"in de tekening staat een getal dat de figuur niet heeft ({line.tekst[:40]})"


def _regels(parts: Iterable[tuple[str, str]]) -> Iterator[_Regel]:
    group = 0
    for tag, text in parts:
        if tag.startswith("g font-size"):
            group += 1
        elif match := _REGEL.match(tag):
            yield _Regel(group, float(match[1]), float(match[2]), _plat(text))


def _lijnen(parts: Iterable[tuple[str, str]]) -> Iterator[tuple[float, float, str, float, str]]:
    for tag, _ in parts:
        if match := _LIJN.match(tag):
            yield float(match[1]), float(match[2]), match[3], float(match[4]), match[5]


def _namen(figuur: Figuur, lines: Iterable[_Regel]) -> list[list[_Regel]] | None:
    """The lines that the name of each row takes; None when no group of lines has just those."""
    wanted = ["".join(name.split()) for name in figuur.namen]
    groups: dict[int, list[_Regel]] = {}
    for line in lines:
        groups.setdefault(line.groep, []).append(line)
    for group in groups.values():
        if "".join(one.tekst for one in group).replace(" ", "") == "".join(wanted):
            found, left = [], iter(group)
            for name in wanted:
                rows: list[_Regel] = []
                while len("".join(one.tekst for one in rows).replace(" ", "")) < len(name):
                    rows.append(next(left))
                found.append(rows)
            return found
    return None if wanted else []


def _getekend(
    parts: Iterable[tuple[str, str]],
    grid: Sequence[tuple[float, float, str, float, str]],
    top: float,
    end: float,
    aantal: int,
) -> bool:
    """Whether a lane has more marks on its axis than it has numbers, or a line as long as one."""
    axis = [one[0] for one in grid]
    marks = 0
    for tag, _ in parts:
        match = _BALK.match(tag) or _STIP.match(tag)
        if match and top <= float(match[2]) + 8 < end:
            on_axis = not axis or min(axis) <= float(match[1]) <= max(axis)
            marks += on_axis
    for x, y, way, to, colour in _lijnen(parts):
        if way == "H" and top <= y < end:
            whole = axis and (x, to) == (min(axis), max(axis))
            if not whole and (colour != _VERBINDING or aantal < 2):
                return True
    return marks > aantal


def _bekend(figuur: Figuur, text: str, onder: Collection[str]) -> bool:
    """Whether a line around the lanes is one of the figure: its words, its source, its page."""
    said = (figuur.titel, figuur.zin, figuur.eenheid, *figuur.reeksen, *figuur.herkomst, *onder)
    said += tuple(f"{name}:" for name, _ in figuur.lijnen)
    if any(f" {text.casefold()} " in f" {_plat(one)} ".casefold() for one in said):
        return True
    if text.rstrip("*") in figuur.reeksen or (len(text) > 8 and text in figuur.adres):
        return True
    for name, value in figuur.lijnen:
        if _LOS_GETAL.fullmatch(text) and _GEEN_CIJFER.sub("", text) == _GEEN_CIJFER.sub("", value):
            return True
        if text.startswith(f"{_plat(name)}: "):
            digits = _GEEN_CIJFER.sub("", text.removeprefix(f"{_plat(name)}: "))
            return digits == _GEEN_CIJFER.sub("", value)
    return False
