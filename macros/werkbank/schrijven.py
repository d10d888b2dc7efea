"""The text of a file for a new value, with as few changed lines as can be.

A file in the canonical form stays in it. In any other only the fields that changed are written
anew, so that comments, order, quotes and line ends of the rest stay what somebody made of them. No
text is handed out that does not read as exactly the value. Not here: the canonical form
(``format``), and what may be in a value (``model``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from macros.format import vaste_vorm
from macros.issue import Issue
from macros.model.geheel import kolommen
from macros.model.soort import Soort
from macros.source.bytes import MAX_BYTES, gewone_regels
from macros.source.nodes import MAX_DIEP, Document, Loc, Value, commentaar, parse, samengesteld
from macros.source.tabel import RIJEN, SCHEIDING, als_tabel, parse_tabel
from macros.source.writer import woordelijk
from macros.werkbank.ingreep import Wissel, geordend, gewisseld, ingreep
from macros.wijziging.paren import binnen, inhoud, paren
from macros.wijziging.woorden import ingekort

_BOM = "\ufeff"
_NIET_IN_DE_WAARDE = frozenset({"conflict", "dubbel-veld", "sleutel"})
"""What somebody typed and is not read: who writes the value would take it away."""


@dataclass(frozen=True, slots=True)
class Geschreven:
    """The text, or None with what stands in its way, each at its place in the value.

    ``kwijt`` are the comments that stood in what was replaced and could not be kept.
    """

    tekst: str | None
    bezwaren: tuple[tuple[Loc, Issue], ...] = ()
    kwijt: tuple[str, ...] = ()


def geschreven(oud: str | None, waarde: Value, soort: Soort, pad: str) -> Geschreven:
    """What the file at ``pad``, that reads ``oud`` (None: it is not there), must read to say
    ``waarde``. Cells of a table are without spaces around them.
    """
    if wrong := [*_onmogelijk(waarde, ())] or [*_te_groot(waarde)]:
        return Geschreven(None, tuple((loc, _bezwaar(pad, *said)) for loc, said in wrong))
    schrijf = _tabel if soort.tabellen else _yaml
    return schrijf(oud or "", waarde, soort, pad)


def _te_groot(value: Value) -> Iterator[tuple[Loc, tuple[str, str]]]:
    """Whether its texts alone are more than a file may be: writing those would take long."""
    texts = list(_teksten(value, ()))
    if sum(len(text) for _, text in texts) > MAX_BYTES:
        loc, text = max(texts, key=lambda one: len(one[1]))
        message = f"Dit is te veel tekst: {MAX_BYTES // 1024} kB is het meeste voor één onderwerp."
        tip = f"De langste begint met '{ingekort(text)}'. Is die hier per ongeluk geplakt?"
        yield loc, (message, tip)


def _teksten(value: object, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _teksten(one, (*loc, name))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from _teksten(one, (*loc, index))


def _onmogelijk(value: object, loc: Loc) -> Iterator[tuple[Loc, tuple[str, str]]]:
    """What no file can hold, though a browser lets it through."""
    if len(loc) > MAX_DIEP:
        yield loc, ("Hier zitten te veel lijsten of groepen in elkaar.", "Maak het eenvoudiger.")
    elif isinstance(value, str):
        if re.search("[\ud800-\udfff]", value):
            message = "Hier staat een half teken, en dat kan niet worden bewaard."
            yield loc, (message, "Haal het weg en typ het opnieuw.")
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _onmogelijk(name, (*loc, name))
            yield from _onmogelijk(one, (*loc, name))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from _onmogelijk(one, (*loc, index))
    elif value is not None:
        yield loc, ("Dit is geen tekst.", "Zet het tussen aanhalingstekens.")


def _bezwaar(pad: str, message: str, tip: str) -> Issue:
    return Issue(pad, 1, 1, "schrijven", message, tip)


def _onbegrepen(pad: str) -> Geschreven:
    message = "Dit kan niet in een bestand staan."
    return Geschreven(None, (((), _bezwaar(pad, message, "Vergelijk met een ander bestand.")),))


def _kaal(tekst: str) -> str:
    """The text as it is read."""
    return gewone_regels(tekst.removeprefix(_BOM))


def _belet(document: Document | None, issues: Iterable[Issue]) -> Geschreven | None:
    """What must be mended by hand first."""
    wrong = [one for one in issues if document is None or one.code in _NIET_IN_DE_WAARDE]
    return Geschreven(None, tuple(((), one) for one in wrong)) if wrong else None


# ---------------------------------------------------------------- YAML


def _yaml(oud: str, waarde: Value, soort: Soort, pad: str) -> Geschreven:
    plain = _kaal(oud)
    document = None
    if plain.strip():
        document, issues = parse(plain, pad)
        if refused := _belet(document, issues):
            return refused
    if document and document.value == waarde:
        return Geschreven(oud)
    for text in _kansen(oud, document, waarde, soort):
        found = parse(_kaal(text), pad)[0] if text else None
        if text and found and found.value == waarde:
            return Geschreven(text, (), _kwijt(plain, _kaal(text)))
    return _onbegrepen(pad)


def _kansen(
    oud: str, document: Document | None, waarde: Value, soort: Soort
) -> Iterator[str | None]:
    """What may say it, the best first. The canonical form leaves out what no type knows."""
    whole = vaste_vorm(waarde, soort) if isinstance(waarde, dict) else None
    if document:
        if _kaal(oud) == vaste_vorm(document.value, soort):
            yield whole
        yield _ter_plaatse(oud, document, waarde, soort)
    yield whole
    yield woordelijk(geordend(waarde, soort.type))


def _kwijt(oud: str, nieuw: str) -> tuple[str, ...]:
    gone = Counter(said for _, said in commentaar(oud))
    gone.subtract(Counter(said for _, said in commentaar(nieuw)))
    return tuple((+gone).elements())


def _ter_plaatse(oud: str, document: Document, waarde: Value, soort: Soort) -> str | None:
    """The text with only what changed written anew; None when that cannot be."""
    plain = _kaal(oud)
    text, root, _ = samengesteld(plain, document.path)
    end = "" if text.endswith("\n") else "\n"
    edits = ingreep(text + end, root, document.value, waarde, soort.type)
    if edits is None:
        return None
    if text != plain:  # mended: of the same lines, but not at the same places
        oud = _met_regeleinde(text, oud)
    return _in_het_bestand(oud, edits, end)


_EINDE = re.compile("\r\n|\r|\n")


def _regeleinde(tekst: str) -> str:
    """How most of its lines end."""
    return max(("\n", "\r\n", "\r"), key=Counter(_EINDE.findall(tekst)).__getitem__)


def _met_regeleinde(tekst: str, oud: str) -> str:
    mark = _BOM if oud.startswith(_BOM) else ""
    return mark + tekst.replace("\n", _regeleinde(oud))


def _in_het_bestand(oud: str, edits: Iterable[Wissel], end: str) -> str:
    """Changes at places in the text as it is read, in the file as it is: with its own line ends."""
    how = _regeleinde(oud)
    shift = int(oud.startswith(_BOM))
    raw = oud + (how if end else "")
    wide = [found.start() - shift - index for index, found in enumerate(re.finditer("\r\n", raw))]

    def plaats(at: int) -> int:
        return at + bisect_left(wide, at) + shift

    changed = [
        (plaats(start), plaats(stop), text.replace("\n", how)) for start, stop, text in edits
    ]
    text = gewisseld(raw, changed)
    return text.removesuffix(how) if end else text


# ---------------------------------------------------------------- tables

Rij = dict[str, Any]
"""The cells of a row by their columns; each is a text."""


def _tabel(oud: str, waarde: Value, soort: Soort, pad: str) -> Geschreven:
    columns = kolommen(soort)
    rows, wrong = _rijen(waarde, columns, pad)
    if wrong:
        return Geschreven(None, tuple(wrong))
    plain = _kaal(oud)
    if not plain.strip():
        return Geschreven(als_tabel(rows, columns))
    document, issues = parse_tabel(plain, pad, "", columns)
    if refused := _belet(document, issues):
        return refused
    assert document is not None
    assert isinstance(document.value, dict)
    before: Any = document.value[RIJEN]
    if _zelfde_rijen(before, rows):
        return Geschreven(oud)
    text = als_tabel(rows, columns)
    if plain != als_tabel(before, columns):
        text = _regels(oud, document, rows, paren(before, rows, binnen(soort.type, RIJEN)), columns)
    found, _ = parse_tabel(_kaal(text), pad, "", columns)
    if found is None or not _zelfde_rijen(found.op((RIJEN,)), rows):
        return _onbegrepen(pad)
    return Geschreven(text)


def _rijen(
    waarde: Value, columns: Sequence[str], pad: str
) -> tuple[list[Rij], list[tuple[Loc, Issue]]]:
    """The rows without spaces around their cells, and what no cell can hold."""
    rows: list[Rij] = []
    wrong: list[tuple[Loc, Issue]] = []
    given: Any = waarde.get(RIJEN) if isinstance(waarde, dict) else None
    for index, row in enumerate(given if isinstance(given, list) else ()):
        cells = {name: row.get(name) or "" for name in columns} if isinstance(row, dict) else {}
        strange = not cells or not row.keys() <= {*columns}
        if strange or not all(isinstance(cell, str) for cell in cells.values()):
            message = f"Dit is geen rij met de kolommen {', '.join(columns)}."
            wrong.append(((RIJEN, index), _bezwaar(pad, message, "Haal deze rij weg.")))
            continue
        cells = {name: cell.strip() for name, cell in cells.items()}
        if any(cells.values()):
            rows.append(cells)
        for name, cell in cells.items():
            if sign := _GEEN_CEL.search(cell):
                shown = "een regeleinde" if sign[0] in "\r\n" else f"het teken {sign[0]}"
                message = f"In een tabel kan {shown} niet staan."
                wrong.append(((RIJEN, index, name), _bezwaar(pad, message, "Haal het weg.")))
        if cells[columns[0]].startswith("#"):
            message = "Een rij van een tabel kan niet met # beginnen."
            wrong.append(((RIJEN, index, columns[0]), _bezwaar(pad, message, "Haal het weg.")))
    return rows, wrong


_GEEN_CEL = re.compile(rf'[{SCHEIDING}"\r\n]')


def _zelfde_rijen(een: Any, ander: Any) -> bool:
    """Whether a table says the same: the order of its rows means nothing."""
    return Counter(map(inhoud, een)) == Counter(map(inhoud, ander))


def _regels(
    oud: str,
    document: Document,
    rows: Sequence[Rij],
    pairs: Mapping[int, int],
    columns: Sequence[str],
) -> str:
    """The lines of a table, each as it was unless its row changed; a new row comes behind the one
    that it stands behind.
    """
    how = _regeleinde(oud)
    lines = re.findall("[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", oud)
    open_end = not lines[-1].endswith(("\r", "\n"))
    lines[-1] += how if open_end else ""
    head = next(at for at, line in enumerate(lines) if line.strip(f"{_BOM} \t\r\n"))
    before: Any = document.op((RIJEN,))
    where = {index: document.positions[RIJEN, index][0] - 1 for index in range(len(before))}
    behind: dict[int, list[str]] = defaultdict(list)
    origin = {after: index for index, after in pairs.items()}
    last = head
    for after, row in enumerate(rows):
        text = SCHEIDING.join(row[name] for name in columns)
        if after not in origin:
            behind[last].append(text + how)
            continue
        last = where[origin[after]]
        if before[origin[after]] != row:
            lines[last] = text + _EINDE.findall(lines[last])[-1]
    for index, at in where.items():
        if index not in pairs:
            lines[at] = ""
    text = "".join(chain.from_iterable([line, *behind[at]] for at, line in enumerate(lines)))
    return text.removesuffix(how) if open_end else text
