"""What is told of a folder with other files in it; the same text runs here and in the browser's Python.

Not here: which files, or whether what is told is right.
"""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

from macros.load import Geheugen, load
from macros.model.basis.datum import Datum


class Lezer:
    """A folder that is put back after each time."""

    def __init__(self, folder: Path, vandaag: tuple[int, int, int]) -> None:
        self.folder = folder
        self.vandaag = Datum(*vandaag)
        self.geheugen = Geheugen()

    def lees(self, bestanden: dict[str, str | None]) -> list[list[Any]]:
        """Every problem when this stands in these files, in base64; None is no file."""
        before = {pad: self._nu(pad) for pad in bestanden}
        for pad, raw in bestanden.items():
            self._zet(pad, raw)
        try:
            issues = load(self.folder, self.vandaag, self.geheugen).issues
        finally:
            for pad, raw in before.items():
                self._zet(pad, raw)
        own = self.folder.as_posix()
        return [
            [
                *(text.replace(own, "data") for text in (one.path, one.message, one.tip)),
                *(one.line, one.column, one.code, one.level.value),
            ]
            for one in issues
        ]

    def _nu(self, pad: str) -> str | None:
        file = self.folder / pad
        return base64.b64encode(file.read_bytes()).decode() if file.is_file() else None

    def _zet(self, pad: str, raw: str | None) -> None:
        file = self.folder / pad
        if raw is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(base64.b64decode(raw))
            return
        file.unlink(missing_ok=True)
        if file.parent.is_dir() and not any(file.parent.iterdir()):
            file.parent.rmdir()
