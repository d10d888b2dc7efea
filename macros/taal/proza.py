"""Pages of prose: which Dutch page has a translation, and whether that is of the text of today.

A translated page says in its front matter from which Dutch text it was made
(``vertaald_uit: <fingerprint>``); when the Dutch changes, the fingerprint no longer fits. A page
that does not say so, or that says the same as that of another language, is no translation.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from macros.issue import Issue
from macros.source.bytes import read_text
from macros.taal.talen import BRONTAAL, nederlandse_naam


class Toestand(StrEnum):
    """How a translated page relates to the Dutch one."""

    ACTUEEL = "actueel"
    VEROUDERD = "verouderd"
    ONTBREEKT = "ontbreekt"


@dataclass(frozen=True, slots=True)
class Prozapagina:
    """A Dutch page and the state of its translation. ``pad`` is below the folder of a language,
    ``vertaalde_titel`` empty without a translation.
    """

    pad: str
    titel: str
    toestand: Toestand
    vertaalde_titel: str = ""


_STAMP = "vertaald_uit"
_FRONT = re.compile(r"\A---\n.*?^---$", re.DOTALL | re.MULTILINE)


def in_kop(text: str, naam: str) -> re.Match[str] | None:
    """The line of the front matter of a page that gives ``naam``, its value in group 1."""
    front = _FRONT.match(text)
    line = re.compile(rf"^{naam}: *(.+?) *$", re.MULTILINE)
    return line.search(text, 0, front.end()) if front else None


def vingerafdruk(nederlands: str) -> str:
    """Twelve characters that change when the Dutch text changes."""
    return hashlib.sha256(nederlands.encode()).hexdigest()[:12]


def lees(folder: Path) -> dict[str, str]:
    """The pages of a language with what they say, by their path below ``folder``."""
    return {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(folder.rglob("*.md"))
    }


def paginas(nederlands: Mapping[str, str], vertaald: Mapping[str, str]) -> dict[str, Prozapagina]:
    """Every Dutch page with the state of its translation, by path."""
    found = {}
    for path, text in nederlands.items():
        other = vertaald.get(path)
        found[path] = Prozapagina(
            path, _titel(text) or path, _state(text, other), _titel(other) if other else ""
        )
    return found


def _titel(text: str) -> str:
    title = in_kop(text, "title")
    return title.group(1).strip("\"'") if title else ""


def _state(nederlands: str, vertaald: str | None) -> Toestand:
    if vertaald is None:
        return Toestand.ONTBREEKT
    stamp = in_kop(vertaald, _STAMP)
    current = stamp is not None and stamp.group(1) == vingerafdruk(nederlands)
    return Toestand.ACTUEEL if current else Toestand.VEROUDERD


FEW = 3
"""A heading of so few words can be the same in two languages."""


def gebreken(docs: Path, talen: Sequence[str]) -> Iterator[Issue]:
    """Pages below ``docs`` that cannot be read; or else those that pass for a translation into one
    of ``talen`` and are none.
    """
    if unreadable := [*_onleesbaar(docs, talen)]:
        yield from unreadable
        return
    for number, taal in enumerate(talen):
        for file in sorted((docs / taal).rglob("*.md")) if taal != BRONTAAL else ():
            text = file.read_text(encoding="utf-8")
            if not in_kop(text, _STAMP):
                message = "Deze pagina zegt niet van welke Nederlandse tekst zij de vertaling is."
                tip = f"Kijk haar na en draai: make vertaald PAGINA={file.as_posix()}"
                yield Issue(file.as_posix(), 1, 1, "proza-zonder-bron", message, tip)
            for one in (docs / other / file.relative_to(docs / taal) for other in talen[:number]):
                if _is_copy(text, one):
                    message = f"Hier staat hetzelfde als in {one.as_posix()}"
                    message += f", en niet in het {nederlandse_naam(taal)}."
                    tip = "Vertaal de pagina, of verwijder haar: dan toont de site het Nederlands."
                    yield Issue(file.as_posix(), 1, 1, "proza-kopie", message, tip)


def _onleesbaar(docs: Path, talen: Sequence[str]) -> Iterator[Issue]:
    for taal in talen:
        for file in sorted((docs / taal).rglob("*.md")):
            found = read_text(file, file.as_posix()).issues
            yield from (one for one in found if one.code == "geen-utf8")


def _is_copy(page: str, other: Path) -> bool:
    words = _words(page)
    return (
        len(words) > FEW and other.is_file() and words == _words(other.read_text(encoding="utf-8"))
    )


_NO_PROSE = re.compile(
    _FRONT.pattern + r"|\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL | re.MULTILINE
)


def _words(page: str) -> list[str]:
    """What a reader of the page reads, without what comes from the data."""
    return re.findall(r"\w+", _NO_PROSE.sub("", page))


def stempel(nederlands: str, vertaling: str) -> str:
    """``vertaling`` marked as made from ``nederlands``; its front matter must exist."""
    line = f"{_STAMP}: {vingerafdruk(nederlands)}"
    if old := in_kop(vertaling, _STAMP):
        return f"{vertaling[: old.start()]}{line}{vertaling[old.end() :]}"
    return vertaling.replace("---\n", f"---\n{line}\n", 1)
