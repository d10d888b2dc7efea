"""A table of short values (CSV with semicolons) to a ``Document`` and back.

Every cell is text at a line and a column, so the checks of the model speak of tables as they do of
YAML. Not here: what a column means, and tables with running text: a cell has no quotes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from macros.issue import Issue, nearest
from macros.source.nodes import Document, Loc, Value
from macros.source.vorm import een_versie

SCHEIDING = ";"
RIJEN = "rijen"
"""The one list of such a document."""


def parse_tabel(
    text: str, path: str, key: str, kolommen: Sequence[str]
) -> tuple[Document | None, list[Issue]]:
    """The rows below a header of exactly ``kolommen``; ``key`` becomes the id of the record.

    None, with the problems, when the rows cannot be told apart from each other.
    """
    text, issues = een_versie(text, path)
    lines = text.split("\n")
    begin = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if wrong := list(_header(lines[begin], begin + 1, path, kolommen)):
        return None, [*issues, *wrong]
    rows: list[Value] = []
    wrong_rows: list[Issue] = []
    positions: dict[Loc, tuple[int, int]] = {(): (1, 1), ("id",): (1, 1), (RIJEN,): (1, 1)}
    for number, line in enumerate(lines[begin + 1 :], begin + 2):
        if not line.strip(f"{SCHEIDING} \t"):
            continue
        problem = _row_problem(line, number, path, len(kolommen))
        if problem:
            wrong_rows.append(problem)
            continue
        row: dict[str, Value] = {}
        loc: Loc = (RIJEN, len(rows))
        positions[loc] = (number, 1)
        column = 1
        for name, cell in zip(kolommen, line.split(SCHEIDING), strict=True):
            positions[(*loc, name)] = (number, column)
            row[name] = cell.strip()
            column += len(cell) + 1
        rows.append(row)
    issues += _samen(wrong_rows)
    if wrong_rows and not rows:
        return None, issues
    return Document(path, {"id": key, RIJEN: rows}, positions, {}), issues


def _header(line: str, number: int, path: str, kolommen: Sequence[str]) -> Iterable[Issue]:
    found = [name.strip() for name in line.split(SCHEIDING)]
    if found == list(kolommen):
        return
    wanted = SCHEIDING.join(kolommen)
    tip = f"De eerste regel moet zijn: {wanted}"
    if line.lower().startswith("sep="):
        message = "Deze regel is voor Excel, en geen kop van een tabel."
        yield Issue(path, number, 1, "tabelkop", message, "Haal deze regel weg.")
        return
    if '"' in line:
        message = "In de kop staan aanhalingstekens. In deze tabel zijn ze niet nodig."
        yield Issue(path, number, line.index('"') + 1, "tabelkop", message, tip)
        return
    if len(found) == 1 and ("," in line or "\t" in line):
        sign = "komma's" if "," in line else "tabs"
        message = f"De kolommen zijn gescheiden door {sign}, en niet door puntkomma's."
        tip += ". Zet ook in elke rij eronder een puntkomma tussen de waarden."
        yield Issue(path, number, 1, "tabelkop", message, tip)
        return
    if found[-1] == "" and [name for name in found if name] == list(kolommen):
        message = "Achter de laatste kolom staat nog een puntkomma (uit een rekenblad)."
        tip = "Haal in elke regel weg wat achter de laatste kolom staat."
        yield Issue(path, number, len(line.rstrip(f"{SCHEIDING} \t")) + 1, "tabelkop", message, tip)
        return
    missing = [name for name in kolommen if name not in found]
    column = 1
    for name in found:
        if name not in kolommen:
            message = f"De kolom '{name}' bestaat niet."
            meant = nearest(name, missing)
            missing = [one for one in missing if meant != f"Bedoel je '{one}'?"]
            yield Issue(path, number, column, "tabelkop", message, meant or tip)
        elif found.count(name) > 1:
            yield Issue(path, number, column, "tabelkop", f"De kolom '{name}' staat er vaker.", tip)
        column += len(name) + 1
    if missing:
        message = f"Deze kolommen ontbreken: {', '.join(missing)}."
        yield Issue(path, number, 1, "tabelkop", message, tip)
    elif sorted(found) == sorted(kolommen):
        yield Issue(
            path, number, 1, "tabelkop", "De kolommen staan niet in de vaste volgorde.", tip
        )


_VAAK = 3
"""As many rows that are wrong in one way have one cause: how the table was saved."""


def _samen(issues: Iterable[Issue]) -> Iterator[Issue]:
    """Each problem of a row; what is wrong with many is told once, at the first."""
    same: dict[str, list[Issue]] = {}
    for issue in issues:
        same.setdefault(issue.message, []).append(issue)
    for found in same.values():
        if len(found) < _VAAK:
            yield from found
        else:
            message = f"{found[0].message} Zo is het in {len(found)} regels."
            yield replace(found[0], message=message)


def _row_problem(line: str, number: int, path: str, width: int) -> Issue | None:
    if '"' in line:
        column = line.index('"') + 1
        message = "Hier staat een aanhalingsteken. In deze tabel zijn ze niet nodig."
        return Issue(path, number, column, "tabelrij", message, "Haal de aanhalingstekens weg.")
    if line.lstrip().startswith("#"):
        message = "Een tabel kent geen uitleg met #: deze regel leest de site niet."
        return Issue(path, number, line.index("#") + 1, "commentaar", message, "Haal hem weg.")
    found = line.count(SCHEIDING) + 1
    if found > width == line.rstrip(f"{SCHEIDING} \t").count(SCHEIDING) + 1:
        column = len(line.rstrip(f"{SCHEIDING} \t")) + 1
        message = "Achter de laatste kolom staat nog een puntkomma."
        return Issue(path, number, column, "tabelrij", message, "Haal weg wat daar staat.")
    if found != width:
        said = "staat 1 waarde" if found == 1 else f"staan {found} waarden"
        message = f"Hier {said}; de kop telt {width} kolommen."
        tip = "Zet tussen twee waarden één puntkomma, ook als een waarde leeg is."
        return Issue(path, number, 1, "tabelrij", message, tip)
    return None


def als_tabel(rows: Iterable[Mapping[str, str]], kolommen: Sequence[str]) -> str:
    """The canonical text: a header, then the rows in the order of their first columns."""
    lines = sorted([row[name] for name in kolommen] for row in rows)
    return "".join(f"{SCHEIDING.join(cells)}\n" for cells in [list(kolommen), *lines])
