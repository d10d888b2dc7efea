"""New arrangements into the data folder: all of the files, or none.

Not here: whether they may be written (``inlezen``).
"""

from __future__ import annotations

import difflib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from macros.invoer.inzending.inlezen import Ingelezen
from macros.source.writer import canonical


def teksten(ingelezen: Ingelezen) -> dict[str, str]:
    """The files in canonical form, by their path below the data folder."""
    return {path: canonical(found.value) for path, found in sorted(ingelezen.documenten.items())}


def verschil(nieuw: Mapping[str, str]) -> str:
    """The new files as a unified diff."""
    return "".join(
        line
        for path, text in nieuw.items()
        for line in difflib.unified_diff(
            [], text.splitlines(keepends=True), "/dev/null", f"b/{path}"
        )
    )


def schrijf(folder: Path, nieuw: Mapping[str, str]) -> None:
    """Write every file, or raise and leave the folder as it was; nothing is written over."""
    placed: list[Path] = []
    made: list[Path] = []
    try:
        with tempfile.TemporaryDirectory(dir=folder, prefix=".inzending-") as scratch:
            ready = {}
            for number, (path, text) in enumerate(nieuw.items()):
                ready[folder / path] = Path(scratch, str(number))
                ready[folder / path].write_text(text, encoding="utf-8", newline="\n")
            for parent in sorted({file.parent for file in ready}):
                missing = [one for one in (parent, *parent.parents) if not one.exists()]
                parent.mkdir(parents=True, exist_ok=True)
                made += missing
            for file, temporary in ready.items():
                if file.exists():
                    raise FileExistsError(file)
                os.replace(temporary, file)
                placed.append(file)
    except BaseException:
        for file in placed:
            file.unlink()
        for directory in made:
            directory.rmdir()
        raise
