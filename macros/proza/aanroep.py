"""Calls on a page, such as ``{{ kalender(page) }}``: whether MkDocs can run them as they stand.

Read with Jinja's own parser, and not run. Not here: what a block shows (``render.blokken``).
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import PurePosixPath
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.issue import nearest
from macros.model.geheel import SOORTEN, Regio
from macros.model.regio import Inleidingplek
from macros.proza.vorm import Gebrek, wis
from macros.render.blokken import all_blokken
from macros.source.nodes import regelbegin
from macros.views.aanwezig import heeft

_EIND = {"{{": "}}", "{%": "%}", "{#": "#}"}
_TEKEN = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_ENKEL = re.compile(r"(?<![{%#])\{\s*\w+\(page\b[^{}\n]*\}(?!\})")
_OPDRACHT = re.compile(r"\{%[-+]?\s*(\w+)")
_PAREN = ("if", "for", "macro", "call", "filter", "with", "block", "raw", "autoescape")
"""What has an end."""
_GEWOON = ("if", "elif", "else", "endif", "for", "endfor", "set")
_OPDRACHTEN = (
    *_GEWOON, *_PAREN, *(f"end{word}" for word in _PAREN), "endset", "include", "import", "from",
    "extends",
)  # fmt: skip
_KRUL = re.compile("[\u2018-\u201f]")
_VOORBEELD = "{{ kalender(page) }}"
_OMGEVING = Environment()
_VRIJ = frozenset({"page", "config", "now", *_OMGEVING.globals})
"""Names that are there beside the blocks."""
_EERSTE = "page"
_VAN_PAGINA = ("title", "meta", "url", "file", "toc", "is_homepage", "canonical_url")
_LIJST = "Zoek in de gegevens hoe dit bestand heet ({}), zonder .yml."
_ANDERS = "Is het gewone tekst, laat dan de accolades weg."


class _Blok(NamedTuple):
    minst: int
    meest: int


@cache
def _blokken() -> Mapping[str, _Blok]:
    """How many values each block takes, ``page`` not counted."""
    found = {}
    for block in all_blokken():
        given = [*inspect.signature(block).parameters.values()][1:]
        needed = sum(one.default is inspect.Parameter.empty for one in given)
        found[block.__name__] = _Blok(needed, len(given))
    return found


def zonder(tekst: str) -> str:
    """The text with spaces for every call, condition and comment."""
    parts: list[str] = []
    done, begin, opened = 0, 0, ""
    for match in _TEKEN.finditer(tekst):
        sign = match.group()
        if sign in _EIND and opened != "{#":
            opened, begin = sign, match.start()
        elif opened and sign == _EIND[opened]:
            piece = tekst[begin : match.end()]
            parts += [tekst[done:begin], wis(piece, 0, len(piece))]
            done, opened = match.end(), ""
    return "".join((*parts, tekst[done:]))


def heeft_aanroep(tekst: str) -> int:
    """Where the first call stands; -1 when there is none."""
    match = re.search(r"\{\{|\{%|\{#", tekst)
    return match.start() if match else -1


def gebreken(tekst: str, regio: Regio | None) -> list[Gebrek]:
    """What is wrong with the calls of a page; without a region not which records they name."""
    found = [*_tekens(tekst)]
    if not found:
        found = [*_blokparen(tekst)]
    if found:
        return found
    try:
        tree = _OMGEVING.parse(tekst)
    except TemplateSyntaxError as error:
        at = _op_regel(tekst, error.lineno, "{")
        message = f"Deze aanroep is niet goed geschreven ({_oorzaak(str(error.message))})."
        tip = "Gebruik rechte aanhalingstekens. " if _KRUL.search(str(error.message)) else ""
        return [Gebrek(at, "aanroep", message, f"{tip}Zo hoort het: {_VOORBEELD}")]
    return [*_namen(tekst, tree, regio)]


def _tekens(tekst: str) -> Iterator[Gebrek]:
    """Signs that open and never close, or the other way round."""
    opened: tuple[str, int] | None = None
    for match in _TEKEN.finditer(tekst):
        sign, at = match.group(), match.start()
        if opened and opened[0] == "{#" and sign != "#}":
            continue
        if opened and sign == _EIND[opened[0]]:
            opened = None
        elif opened and sign in _EIND:
            yield _niet_gesloten(*opened)
            opened = (sign, at)
        elif opened:
            yield _niet_gesloten(*opened)
            opened = None
        elif sign in _EIND:
            opened = (sign, at)
        else:
            start = next(one for one, end in _EIND.items() if end == sign)
            message = f"Hier staat {sign}, en ervoor ontbreekt {start}."
            yield Gebrek(at, "aanroep", message, f"Zo hoort het: {_VOORBEELD}")
    if opened:
        yield _niet_gesloten(*opened)
    for match in _ENKEL.finditer(tekst):
        message = "Om deze aanroep staan enkele accolades."
        yield Gebrek(match.start(), "aanroep", message, f"Schrijf er twee: {_VOORBEELD}")


def _niet_gesloten(sign: str, at: int) -> Gebrek:
    tip = f"Zet {_EIND[sign]} waar het ophoudt. Zo hoort het: {_VOORBEELD}"
    return Gebrek(at, "aanroep", f"{sign} wordt niet afgesloten met {_EIND[sign]}.", tip)


def _blokparen(tekst: str) -> Iterator[Gebrek]:
    """Conditions that never end, or end twice."""
    opened: list[tuple[str, int]] = []
    for match in _OPDRACHT.finditer(tekst):
        word, at = match[1], match.start()
        if word not in _OPDRACHTEN:
            message = f"'{word}' is geen opdracht."
            yield Gebrek(at, "aanroep", message, nearest(word, _GEWOON))
            return
        elif word in _PAREN:
            opened.append((word, at))
        elif word in ("elif", "else") or word.removeprefix("end") in _PAREN:
            if not opened or (word.startswith("end") and opened[-1][0] != word[3:]):
                start = word[3:] if word.startswith("end") else "if"
                message = (
                    f"Bij {{% {word} %}} hoort een {{% {start} … %}} ervoor, en die is er niet."
                )
                yield Gebrek(at, "aanroep", message, "Haal de regel weg, of zet die ervoor.")
            elif word.startswith("end"):
                opened.pop()
    for word, at in opened:
        message = f"{{% {word} … %}} houdt niet op: {{% end{word} %}} ontbreekt."
        tip = f"Zet {{% end{word} %}} onder het stuk waarover het gaat."
        yield Gebrek(at, "aanroep", message, tip)


def _oorzaak(message: str) -> str:
    """Jinja's cause in Dutch."""
    if match := re.search(r"unexpected '(.+?)'|got '(.+?)'", message):
        return f"hier past '{match[1] or match[2]}' niet"
    if match := re.search(r"unexpected char '(.+?)'", message):
        return f"het teken {match[1]} past hier niet"
    return "er ontbreekt iets, of er staat iets te veel"


def _op_regel(tekst: str, line: int, word: str) -> int:
    """Where ``word`` stands on a line, from 1; else the begin of that line."""
    starts = regelbegin(tekst)
    begin = starts[min(line, len(starts)) - 1]
    end = tekst.find("\n", begin)
    at = tekst.find(word, begin, end if end >= 0 else len(tekst))
    return at if at >= 0 else begin


def _namen(tekst: str, tree: nodes.Template, regio: Regio | None) -> Iterator[Gebrek]:
    known = _blokken()
    own = {one.name for one in tree.find_all(nodes.Name) if one.ctx == "store"}
    called = {id(one.node): one for one in tree.find_all(nodes.Call)}
    for name in tree.find_all(nodes.Name):
        if name.ctx == "store" or name.name in own:
            continue
        at = _op_regel(tekst, name.lineno, name.name)
        call = called.get(id(name))
        if call and (name.name in known or name.name == "heeft"):
            yield from _waarden(at, name.name, call, regio)
        elif name.name in known or name.name == "heeft":
            message = f"Achter '{name.name}' ontbreken de haakjes."
            yield Gebrek(at, "aanroep", message, f"Schrijf: {{{{ {name.name}(page) }}}}")
        elif call or name.name not in _VRIJ:
            what = "blok" if call else "naam"
            message = f"Er is geen {what} '{name.name}'."
            options = {*known, "heeft"} if call else {*known, "heeft", "page"}
            yield Gebrek(at, "aanroep", message, nearest(name.name, options) or _ANDERS)
    yield from _erachter(tekst, tree)


def _erachter(tekst: str, tree: nodes.Template) -> Iterator[Gebrek]:
    """Filters and tests, and what is asked of the page."""
    filters = [(one, _OMGEVING.filters) for one in tree.find_all(nodes.Filter)]
    tests = [(one, _OMGEVING.tests) for one in tree.find_all(nodes.Test)]
    for one, options in (*filters, *tests):
        if one.name not in options:
            at = _op_regel(tekst, one.lineno, one.name)
            message = f"Jinja kent '{one.name}' niet."
            yield Gebrek(at, "aanroep", message, nearest(one.name, options) or _ANDERS)
    for asked in tree.find_all(nodes.Getattr):
        whose, what = asked.node, asked.attr
        is_page = isinstance(whose, nodes.Name) and whose.name == _EERSTE
        if is_page and what not in _VAN_PAGINA:
            at = _op_regel(tekst, asked.lineno, what)
            message = f"Een pagina heeft geen '{what}'."
            yield Gebrek(at, "aanroep", message, nearest(what, _VAN_PAGINA) or _ANDERS)


def _waarden(at: int, name: str, call: nodes.Call, regio: Regio | None) -> Iterator[Gebrek]:
    if call.kwargs or call.dyn_args or call.dyn_kwargs:
        message = f"Bij '{name}' horen waarden zonder naam ervoor."
        yield Gebrek(at, "aanroep", message, "Laat het woord voor het =-teken weg.")
        return
    texts = [one.value if isinstance(one, nodes.Const) else None for one in call.args]
    if name == "heeft":
        yield from _gebied(at, texts, regio)
        return
    first = call.args[0] if call.args else None
    if not isinstance(first, nodes.Name) or first.name != _EERSTE:
        message = f"'{name}' begint met de pagina waarop het staat."
        rest = "" if not call.args else ", …"
        yield Gebrek(at, "aanroep", message, f"Schrijf: {{{{ {name}(page{rest}) }}}}")
        return
    least, most = _blokken()[name]
    given = len(call.args) - 1
    if not least <= given <= most:
        wanted = str(least) if least == most else f"{least} tot {most}"
        message = f"Bij '{name}' horen na page {wanted} waarden; hier staan er {given}."
        if most == 0:
            message = f"Bij '{name}' hoort alleen page; hier staat er nog iets achter."
        yield Gebrek(at, "aanroep", message, f"Kijk hoe '{name}' op een andere pagina staat.")
        return
    key = texts[1] if given else None
    if isinstance(key, str):
        options = _sleutels(name, regio)
        unread = {PurePosixPath(one).stem for one in regio.onleesbaar} if regio else set()
        if options is not None and key not in options and key not in unread:
            message = f"'{name}' kent '{key}' niet."
            yield Gebrek(at, "aanroep", message, nearest(key, options) or _LIJST.format(name))


def _gebied(at: int, texts: Iterable[object], regio: Regio | None) -> Iterator[Gebrek]:
    names = [one for one in texts if isinstance(one, str)]
    if not names:
        message = "Bij 'heeft' hoort een gebied of soort."
        yield Gebrek(at, "aanroep", message, 'Schrijf: heeft("monitor")')
    elif regio:
        try:
            heeft(regio, *names)
        except ValueError as error:
            message, _, tip = str(error).partition(". ")
            yield Gebrek(at, "aanroep", f"{message.rstrip('.')}.", tip)


def _sleutels(name: str, regio: Regio | None) -> Iterable[str] | None:
    """What the first value of a block may be; None is anything."""
    if name == "inleiding":
        return [one.value for one in Inleidingplek]
    soort = next((one for one in SOORTEN if one.naam == name), None)
    records = getattr(regio, soort.veld) if regio and soort else None
    return records if isinstance(records, Mapping) else None
