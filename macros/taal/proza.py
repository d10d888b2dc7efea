"""Pages of prose: which Dutch page has a translation, and whether that is of the text of today.

A translated page says in its front matter from which Dutch text it was made
(``vertaald_uit: <fingerprint>``); when the Dutch changes, the fingerprint no longer fits.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Toestand(StrEnum):
    """How a translated page relates to the Dutch one."""

    ACTUEEL = "actueel"
    VEROUDERD = "verouderd"
    ONTBREEKT = "ontbreekt"


@dataclass(frozen=True, slots=True)
class Prozapagina:
    """A Dutch page and the state of its translation. ``pad`` is below the folder of a language."""

    pad: str
    titel: str
    toestand: Toestand


_STAMP = re.compile(r"^vertaald_uit: *(\S+) *$", re.MULTILINE)
_TITLE = re.compile(r"^title: *(.+?) *$", re.MULTILINE)


def vingerafdruk(nederlands: str) -> str:
    """Twelve characters that change when the Dutch text changes."""
    return hashlib.sha256(nederlands.encode()).hexdigest()[:12]


def paginas(nederlands: Path, vertaling: Path) -> tuple[Prozapagina, ...]:
    """Every Dutch page with the state of its translation, by path."""
    found = []
    for file in sorted(nederlands.rglob("*.md")):
        text = file.read_text(encoding="utf-8")
        path = file.relative_to(nederlands).as_posix()
        title = _TITLE.search(text)
        state = _state(text, vertaling / path)
        found.append(Prozapagina(path, title.group(1).strip("\"'") if title else path, state))
    return tuple(found)


def _state(nederlands: str, vertaling: Path) -> Toestand:
    if not vertaling.is_file():
        return Toestand.ONTBREEKT
    stamp = _STAMP.search(vertaling.read_text(encoding="utf-8"))
    current = stamp is not None and stamp.group(1) == vingerafdruk(nederlands)
    return Toestand.ACTUEEL if current else Toestand.VEROUDERD


def stempel(nederlands: str, vertaling: str) -> str:
    """``vertaling`` marked as made from ``nederlands``; its front matter must exist."""
    line = f"vertaald_uit: {vingerafdruk(nederlands)}"
    if _STAMP.search(vertaling):
        return _STAMP.sub(line, vertaling, count=1)
    return vertaling.replace("---\n", f"---\n{line}\n", 1)
