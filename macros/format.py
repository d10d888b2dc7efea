"""Which files are not in canonical form, and what they should read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from macros import kast
from macros.issue import Issue, Level
from macros.lezing import CODES
from macros.load import Loaded
from macros.model.basis.record import Deel
from macros.model.geheel import SOORTEN, kolommen
from macros.model.soort import Soort
from macros.model.walk import nested
from macros.source.nodes import Value
from macros.source.tabel import RIJEN, als_tabel
from macros.source.writer import canonical


def canonical_files(loaded: Loaded) -> Iterator[tuple[Path, str]]:
    """Every readable file whose bytes differ from the canonical form, with that form.

    A file with a problem in one of its values is left as it is: nothing a person typed is lost.
    """
    for path, soort in _anders(loaded):
        yield loaded.folder / path, vaste_vorm(loaded.documents[path].value, soort)


def _anders(loaded: Loaded) -> list[tuple[str, Soort]]:
    """The paths of those files. What was found is kept, and nothing of what people type: that is in
    their own files only.
    """
    broken = loaded.regio.onleesbaar if loaded.regio else frozenset(loaded.documents)
    prefix = f"{loaded.folder.as_posix()}/"
    broken |= {
        one.path.removeprefix(prefix)
        for one in loaded.issues
        if one.code == "commentaar" or (one.code in CODES and one.level is Level.FOUT)
    }
    code = kast.code("source", "model", "format.py")
    parts = (code, yaml.__version__.encode(), str(loaded.folder.resolve()).encode())
    folder = kast.sleutel(parts)
    known = dict(line.split() for line in (kast.lees("vorm", folder) or "").splitlines())
    now, found = {}, []
    for path, document in loaded.documents.items():
        if path in broken:
            continue
        soort = next(s for s in SOORTEN if path == s.pad or path.startswith(f"{s.pad}/"))
        raw, value = (loaded.folder / path).read_bytes(), document.value
        # With the value that was read before: somebody may have written in the file since.
        key = kast.sleutel([soort.naam.encode(), repr(value).encode(), raw])
        now[key] = known.get(key) or ("ja" if raw == vaste_vorm(value, soort).encode() else "nee")
        if now[key] == "nee":
            found.append((path, soort))
    if now != known:
        kast.schrijf("vorm", folder, "\n".join(map(" ".join, now.items())))
    return found


def vaste_vorm(value: Value, soort: Soort) -> str:
    """The canonical text of a file with these values."""
    return _table(value, soort) if soort.tabellen else _yaml(value, soort)


def form_issues(loaded: Loaded) -> Iterator[Issue]:
    """One warning for all files that are not in canonical form: it never stops anything."""
    files = [path for path, _ in _anders(loaded)]
    if files:
        first, *others = files
        more = f", en {'dit ook' if len(others) == 1 else 'deze ook'}: " if others else ""
        message = f"Dit bestand staat niet in de vaste vorm{more}{', '.join(others)}."
        tip = "Dat mag: op de site zie je er niets van. make fix zet het goed."
        path = f"{loaded.folder.as_posix()}/{first}"
        yield Issue(path, 1, 1, "vaste-vorm", message, tip, Level.LET_OP)


def _yaml(value: Value, soort: Soort) -> str:
    return canonical(_ordered(value, soort.type))


def _table(value: Value, soort: Soort) -> str:
    rows: Any = value[RIJEN] if isinstance(value, dict) else ()
    return als_tabel(rows, kolommen(soort))


def _ordered(value: Value, kind: type[Deel] | None) -> Value:
    """The same values with the keys in the order of the fields of the model."""
    if isinstance(value, list):
        return [_ordered(item, kind) for item in value]
    if isinstance(value, dict) and kind is not None:
        fields: Any = kind.model_fields
        return {
            name: _ordered(value[name], nested(field.annotation))
            for name, field in fields.items()
            if name in value
        }
    return value.strip() if isinstance(value, str) else value
