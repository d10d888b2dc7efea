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

from macros.invoer.statline.ingelezen import Ingelezen, plek
from macros.invoer.statline.melden import Nieuws
from macros.invoer.statline.vergelijken import nieuwe_rijen, wijzigingen
from macros.issue import Issue, Level
from macros.load import Loaded
from macros.model.basis.datum import Datum
from macros.model.geheel import Regio, kolommen, soort_van
from macros.model.monitor.indicator import Waarnemingen
from macros.model.validate import validate
from macros.rules.registry import Finding, findings
from macros.source.bytes import MAX_BYTES
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
        file = regio.waarnemingen.get(bron)
        changes = wijzigingen(one, file.rijen if file else ())
        news.append(Nieuws(one, changes))
        if not any(change.nieuw for change in changes):
            continue
        path = _SOORT.bestand(bron)
        document = loaded.documents.get(path)
        value: Any = document.value if document else {RIJEN: []}
        rows = nieuwe_rijen(one, changes, written.get(path, value[RIJEN]), vandaag)
        text = als_tabel(rows, kolommen(_SOORT))
        name = f"{loaded.folder.as_posix()}/{path}"
        after, problems = _met(regio, vandaag, bron, name, text)
        if after is None or problems:
            issues += problems
            continue
        texts[path], written[path], regio = text, rows, after
    return Overname(tuple(news), texts, tuple(sorted(set(issues))))


def _met(
    regio: Regio, vandaag: Datum, bron: str, name: str, text: str
) -> tuple[Regio | None, list[Issue]]:
    """The region with this text as the file of ``bron``, and what is wrong with it."""
    if len(text.encode("utf-8")) > MAX_BYTES:
        message = f"Dit bestand wordt groter dan {MAX_BYTES // 1024} kilobyte."
        return None, [Issue(name, 1, 1, "te-groot", message, "Neem minder perioden over.")]
    document, issues = parse_tabel(text, name, bron, kolommen(_SOORT))
    record, more = validate(document, Waarnemingen) if document else (None, [])
    if record is None or issues or more:
        return None, [*issues, *more]
    files = {**regio.waarnemingen, bron: record}
    after = replace(regio, waarnemingen=MappingProxyType(dict(sorted(files.items()))))
    return after, list(_bezwaren(after, vandaag, name))


def _bezwaren(regio: Regio, vandaag: Datum, name: str) -> Iterator[Issue]:
    """What the rules say of a region that had nothing wrong before; a rule speaks once.

    The line in a file that is not written helps nobody: the figure is named.
    """
    found: dict[str, list[Finding]] = defaultdict(list)
    for one in findings(regio, vandaag):
        if one.level is Level.FOUT:
            found[one.code].append(one)
    for problems in found.values():
        first = problems[0]
        more = f" (en nog {len(problems) - 1})" if len(problems) > 1 else ""
        message = f"{_waar(first, regio)}{more}: {first.message}"
        yield replace(first, message=message).op(name, 1, 1)


def _waar(one: Finding, regio: Regio) -> str:
    """The figure that a rule speaks of, or the file."""
    for key, file in regio.waarnemingen.items():
        if one.pad == _SOORT.bestand(key) and one.loc[:1] == (RIJEN,):
            return ", ".join(map(str, plek(file.rijen[int(one.loc[1])])))
    return one.pad


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
