"""The form of a page in Markdown: code, comments, HTML, headings and links that end.

Whatever does not end takes the rest of the page with it, and nobody sees that it is gone. Not here:
the head (``kop``), calls (``aanroep``), whether the page of a link exists (``pagina``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from macros.lezing.woorden import woorden


def _namen(words: str) -> frozenset[str]:
    return frozenset(words.split())


LEEG = _namen("area base br col embed hr img input link meta param source track wbr")
"""Elements that have no end."""
_GEVAARLIJK = _namen("script style iframe object embed link meta base frame applet")
_BEKEND = frozenset(woorden("tag") + woorden("tag_op_pagina"))
_TAG = re.compile(
    r"""<(?P<sluit>/?)(?P<naam>[a-zA-Z][\w-]*)(?P<rest>(?:"[^"]*"|'[^']*'|[^<>"'])*)(?P<eind>>?)"""
)
_HEK = re.compile(r" {0,3}(?P<hek>`{3,}|~{3,})(?P<taal>[^`\n]*)$")
_LIJST = re.compile(r" {0,3}(?:[-*+]|\d+\.) ")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_KOP = re.compile(r"^ {0,3}(#{1,6})(?=[^#\s])", re.MULTILINE)
_LINK_OPEN = re.compile(r"\]\((?!\s)[^()\n]*$", re.MULTILINE)
_LINK_LOS = re.compile(r"\[[^\[\]\n]+\] \((?=[^\s()]+\.md(?:#[^\s()]*)?\))")
_UITVOER = re.compile(r"""\son\w+\s*=|\sstyle\s*=""", re.IGNORECASE)
_ADRES = re.compile(r"""(?:=\s*["']?|\]\(<?)\s*(?:javascript|vbscript|data):""", re.IGNORECASE)
_VAN_ELDERS = re.compile(r"""\s(?:src|srcset|poster)\s*=\s*["']?(?:https?:)?//""", re.IGNORECASE)
_BEELD = re.compile(r"!\[[^\]]*\]\(<?(?:https?:)?//", re.IGNORECASE)


class Gebrek(NamedTuple):
    """A mistake at an offset in a page; the rest as in an Issue."""

    plaats: int
    code: str
    message: str
    tip: str


def wis(tekst: str, begin: int, eind: int) -> str:
    """``tekst`` with spaces for this part; every line stays where it is."""
    return tekst[:begin] + re.sub(r"[^\n]", " ", tekst[begin:eind]) + tekst[eind:]


def gebreken(tekst: str) -> Iterator[Gebrek]:
    """What is wrong with the body of a page, from which head and calls were blanked out."""
    tekst, found = zonder_code(tekst)
    yield from found
    tekst, found = _zonder_opmerking(tekst)
    yield from found
    yield from _html(tekst)
    for match in _KOP.finditer(tekst):
        tip = f"Zet er een spatie tussen: {match[1]} Kop. Is het geen kop, schrijf dan \\#."
        yield Gebrek(match.start(1), "kop-spatie", "Na # staat geen spatie.", tip)
    for match in _LINK_OPEN.finditer(tekst):
        tip = "Zet een haakje sluiten achter het adres: [tekst](pagina.md)."
        yield Gebrek(match.start(), "link-open", "Deze link wordt niet afgesloten.", tip)
    for match in _LINK_LOS.finditer(tekst):
        message = "Tussen de tekst en het adres van deze link staat een spatie."
        yield Gebrek(match.start(), "link-open", message, "Haal haar weg: [tekst](pagina.md).")
    for match in _ADRES.finditer(tekst):
        message = "Een adres dat iets uitvoert, mag niet op een pagina."
        tip = "Link naar een pagina of naar een gewoon adres (https)."
        yield Gebrek(match.start(), "gevaarlijke-html", message, tip)
    for match in _BEELD.finditer(tekst):
        yield _van_elders(match.start())


def zonder_code(tekst: str) -> tuple[str, list[Gebrek]]:
    """The text without blocks and pieces of code, and blocks that never end."""
    found: list[Gebrek] = []
    offset, opened = 0, None
    spans: list[tuple[int, int]] = []
    for line in tekst.splitlines(keepends=True):
        match = _HEK.match(line.rstrip("\n"))
        if opened is None and match:
            opened = (offset, match["hek"])
        elif opened and match and not match["taal"].strip():
            begin, fence = opened
            if match["hek"][0] == fence[0] and len(match["hek"]) >= len(fence):
                spans.append((begin, offset + len(line)))
                opened = None
        offset += len(line)
    if opened:
        message = f"Dit blok code houdt niet op: {opened[1]} staat er maar één keer."
        tip = f"Zet {opened[1]} op een eigen regel onder het blok."
        found.append(Gebrek(opened[0], "code-open", message, tip))
        spans.append((opened[0], len(tekst)))
    for begin, end in (*spans, *_ingesprongen(tekst)):
        tekst = wis(tekst, begin, end)
    for match in _CODE.finditer(tekst):
        if "\n\n" not in match[0]:
            tekst = wis(tekst, match.start(), match.end())
    return tekst, found


def _ingesprongen(tekst: str) -> Iterator[tuple[int, int]]:
    """Lines of code by their indentation, which in a list is no code."""
    offset, before, in_list, in_code = 0, True, False, False
    for line in tekst.splitlines(keepends=True):
        blank = not line.strip()
        deep = line.startswith(("    ", "\t"))
        in_code = deep and not in_list and (before or in_code)
        if not blank and not deep:
            in_list = _LIJST.match(line) is not None
        if in_code and not blank:
            yield offset, offset + len(line)
        before = blank
        offset += len(line)


def _zonder_opmerking(tekst: str) -> tuple[str, list[Gebrek]]:
    found: list[Gebrek] = []
    begin = tekst.find("<!--")
    while begin >= 0:
        end = tekst.find("-->", begin)
        tip = "Haal het weg, of zet het tussen {# en #}: dan komt het niet op de site."
        if end < 0:
            message = "Deze opmerking houdt niet op: de rest van de pagina verdwijnt."
            found.append(Gebrek(begin, "opmerking-open", message, f"Sluit af met -->. {tip}"))
            return wis(tekst, begin, len(tekst)), found
        message = "Deze opmerking (<!-- -->) komt in de bron van de pagina op de site."
        found.append(Gebrek(begin, "opmerking", message, tip))
        tekst = wis(tekst, begin, end + 3)
        begin = tekst.find("<!--")
    return tekst, found


def _html(tekst: str) -> Iterator[Gebrek]:
    opened: list[tuple[str, int]] = []
    for match in _TAG.finditer(tekst):
        name, at = match["naam"].lower(), match.start()
        if match["rest"].startswith((":", "@")) or "@" in match["rest"].split(" ")[0]:
            continue
        if name in _GEVAARLIJK:
            message = f"<{name}> mag niet op een pagina."
            tip = "Haal het weg. Wat een pagina nodig heeft, staat in docs/theme."
            yield Gebrek(at, "gevaarlijke-html", message, tip)
            continue
        if name not in _BEKEND:
            message = f"<{match['naam']} is geen HTML: op de pagina valt dit weg."
            tip = "Schrijf &lt; voor een kleiner-dan-teken, of zeg het in woorden."
            yield Gebrek(at, "html", message, tip)
            continue
        if not match["eind"]:
            message = f"Achter <{match['sluit']}{name} ontbreekt het teken >."
            tip = "Sluit de tag af met >. Is het geen HTML, schrijf dan &lt;."
            yield Gebrek(at, "html-open", message, tip)
            return  # what follows is inside it
        if _UITVOER.search(match["rest"]):
            message = "Een opdracht (onclick, style en zulke) mag niet in HTML op een pagina."
            yield Gebrek(at, "gevaarlijke-html", message, "Haal dat deel van de tag weg.")
        if _VAN_ELDERS.search(match["rest"]):
            yield _van_elders(at)
        if name in LEEG or match["rest"].rstrip().endswith("/"):
            continue
        if not match["sluit"]:
            opened.append((name, at))
        elif name in (one for one, _ in opened):
            while opened[-1][0] != name:
                yield _open(*opened.pop())
            opened.pop()
        else:
            message = f"</{name}> sluit iets af dat niet begon."
            tip = f"Haal het weg, of zet <{name}> ervoor."
            yield Gebrek(at, "html-open", message, tip)
    for name, at in opened:
        yield _open(name, at)


def _open(name: str, at: int) -> Gebrek:
    message = f"<{name}> houdt niet op: </{name}> ontbreekt, of staat op de verkeerde plek."
    return Gebrek(at, "html-open", message, f"Zet </{name}> waar het moet ophouden.")


def _van_elders(at: int) -> Gebrek:
    message = "Dit beeld of bestand komt van een andere site: die ziet dan wie deze pagina leest."
    tip = "Zet het bestand zelf op de site, of link ernaar."
    return Gebrek(at, "van-elders", message, tip)
