"""Arrangements into the texts of their files, and what that changes.

Not here: whether they may be written (``inlezen``), or writing them (``source.samen``).
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping
from pathlib import Path

from macros.format import vaste_vorm
from macros.invoer.inzending.inlezen import Ingelezen
from macros.model.arrangement import Arrangement
from macros.model.geheel import soort_van


def teksten(ingelezen: Ingelezen) -> dict[str, str]:
    """The files in canonical form, by their path below the data folder."""
    soort = soort_van(Arrangement)
    return {
        path: vaste_vorm(found.value, soort) for path, found in sorted(ingelezen.documenten.items())
    }


def verschil(folder: Path, teksten: Mapping[str, str], nieuw: Collection[str]) -> str:
    """What changes in the files of a data folder, as a unified diff; ``nieuw`` are not there."""
    lines: list[str] = []
    for path, text in teksten.items():
        old = "" if path in nieuw else (folder / path).read_text(encoding="utf-8")
        name = "/dev/null" if path in nieuw else f"a/{path}"
        before, after = (one.splitlines(keepends=True) for one in (old, text))
        lines += difflib.unified_diff(before, after, name, f"b/{path}")
    return "".join(lines)
