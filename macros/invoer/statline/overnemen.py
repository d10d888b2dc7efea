"""What was fetched into the files of observations: all of it, or none.

A new file is checked as if it had been read from the data folder, with the rules of the whole
region. Not here: what changed (``vergelijken``), words for it (``melden``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from macros.invoer.statline.ingelezen import Ingelezen, Plek, plek
from macros.invoer.statline.melden import Nieuws
from macros.invoer.statline.vergelijken import Wijziging, nieuwe_rijen, wijzigingen
from macros.issue import Issue, Level
from macros.load import Loaded
from macros.model.basis.datum import Datum
from macros.model.geheel import Regio, kolommen, soort_van
from macros.model.monitor.indicator import Waarnemingen
from macros.model.monitor.statline import Statline
from macros.model.validate import validate
from macros.rules.registry import Finding, findings
from macros.source.bytes import MAX_BYTES
from macros.source.nodes import Document
from macros.source.tabel import RIJEN, als_tabel, parse_tabel
from macros.source.writer import replace_file

_SOORT = soort_van(Waarnemingen)


@dataclass(frozen=True, slots=True)
class Overname:
    """What is new, the text of every file that changes (by its path), and what is wrong."""

    nieuws: tuple[Nieuws, ...]
    teksten: Mapping[str, str]
    issues: tuple[Issue, ...]


def overname(loaded: Loaded, regio: Regio, read: Sequence[Ingelezen], vandaag: Datum) -> Overname:
    """Compare every table that was read with ``regio``, which was loaded from ``loaded.folder``."""
    news: list[Nieuws] = []
    texts: dict[str, str] = {}
    written: dict[str, list[dict[str, str]]] = {}
    issues = [issue for one in read for issue in one.issues]
    for one in read:
        if one.issues:
            continue
        bron = one.koppeling.bron
        link = loaded.documents[soort_van(Statline).bestand(one.koppeling.id)]
        file = regio.waarnemingen.get(bron)
        changes = wijzigingen(one, file.rijen if file else ())
        news.append(Nieuws(one, changes))
        elsewhere = list(_elders(regio, one.koppeling, link, changes))
        if elsewhere:
            issues += elsewhere
            continue
        if not any(change.nieuw for change in changes):
            continue
        path = _SOORT.bestand(bron)
        document = loaded.documents.get(path)
        value: Any = document.value if document else {RIJEN: []}
        rows = nieuwe_rijen(one, changes, written.get(path, value[RIJEN]), vandaag)
        text = als_tabel(rows, kolommen(_SOORT))
        name = f"{loaded.folder.as_posix()}/{path}"
        after, problems = _met(regio, vandaag, one.koppeling, link, name, text)
        if after is None or problems:
            issues += problems
            continue
        texts[path], written[path], regio = text, rows, after
    return Overname(tuple(news), texts, tuple(sorted(set(issues))))


def _met(
    regio: Regio, vandaag: Datum, koppeling: Statline, link: Document, name: str, text: str
) -> tuple[Regio | None, list[Issue]]:
    """The region with this text as the file of ``bron``, and what is wrong with it."""
    if len(text.encode("utf-8")) > MAX_BYTES:
        message = f"Dit bestand wordt groter dan {MAX_BYTES // 1024} kilobyte."
        return None, [Issue(name, 1, 1, "te-groot", message, "Neem minder perioden over.")]
    bron = koppeling.bron
    document, issues = parse_tabel(text, name, bron, kolommen(_SOORT))
    record, more = validate(document, Waarnemingen) if document else (None, [])
    if record is None or issues or more:
        return None, [*issues, *more]
    files = {**regio.waarnemingen, bron: record}
    after = replace(regio, waarnemingen=MappingProxyType(dict(sorted(files.items()))))
    return after, list(_bezwaren(after, vandaag, koppeling, link, name))


def _elders(
    regio: Regio, koppeling: Statline, link: Document, changes: Sequence[Wijziging]
) -> Iterator[Issue]:
    """Figures that stand in the file of another source already, typed before this link."""
    others = {
        plek(row): (_SOORT.bestand(key), number)
        for key, file in regio.waarnemingen.items()
        if key != koppeling.bron
        for number, row in enumerate(file.rijen, start=2)
    }
    found: dict[tuple[str, str], list[Plek]] = defaultdict(list)
    for change in changes:
        if change.nieuw and change.plek in others:
            found[change.plek.indicator, change.plek.uitsplitsing].append(change.plek)
    for which, places in found.items():
        pad, number = others[places[0]]
        more = f" (en nog {len(places) - 1})" if len(places) > 1 else ""
        message = f"{_naam(places[0])}{more}: dit cijfer staat al in {pad}, regel {number}."
        tip = "Haal die regels daar weg als het CBS ze nu geeft, of haal deze kolom hier weg."
        yield Issue(*_kolom(koppeling, link, *which), "cijfer-elders", message, tip)


def _bezwaren(
    regio: Regio, vandaag: Datum, koppeling: Statline, link: Document, name: str
) -> Iterator[Issue]:
    """What the rules say of a region that had nothing wrong before; a rule speaks once.

    The line in a file that is not written helps nobody: told is the figure, at its column in the
    file of the table, which is what somebody can change.
    """
    found: dict[str, list[Finding]] = defaultdict(list)
    for one in findings(regio, vandaag):
        if one.level is Level.FOUT:
            found[one.code].append(one)
    for problems in found.values():
        first = problems[0]
        more = f" (en nog {len(problems) - 1})" if len(problems) > 1 else ""
        where = _plek(first, regio)
        if where is None:
            yield replace(first, message=f"{first.pad}{more}: {first.message}").op(name, 1, 1)
            continue
        message = f"{_naam(where)}{more}: {first.message}"
        tip = f"Zo geeft het CBS het. Haal de kolommen van '{where.indicator}' hier weg."
        if all(one.indicator == where.indicator for one in koppeling.kolommen):
            tip = "Zo geeft het CBS het. Zet dit bestand op 'status: gearchiveerd'."
        at = _kolom(koppeling, link, where.indicator, where.uitsplitsing)
        yield Issue(*at, first.code, message, tip)


def _kolom(koppeling: Statline, link: Document, *which: str) -> tuple[str, int, int]:
    """Where the file of a table has the column of this figure, or the file itself."""
    for index, one in enumerate(koppeling.kolommen):
        if (one.indicator, one.uitsplitsing) == which:
            return (link.path, *link.where(("kolommen", index, "kolom")))
    return link.path, 1, 1


def _plek(one: Finding, regio: Regio) -> Plek | None:
    """The figure that a rule speaks of."""
    for key, file in regio.waarnemingen.items():
        if one.pad == _SOORT.bestand(key) and one.loc[:1] == (RIJEN,):
            return plek(file.rijen[int(one.loc[1])])
    return None


def _naam(where: Plek) -> str:
    return ", ".join(map(str, where))


def schrijf(folder: Path, teksten: Mapping[str, str]) -> None:
    """Write every file, or raise and leave all of them as they were."""
    before = {
        path: (folder / path).read_text(encoding="utf-8") if (folder / path).exists() else None
        for path in teksten
    }
    done: list[str] = []
    try:
        for path, text in teksten.items():
            replace_file(folder / path, text)
            done.append(path)
    except BaseException:
        for path in done:
            old = before[path]
            if old is None:
                (folder / path).unlink()
            else:
                replace_file(folder / path, old)
        raise
