"""Bytes to text: what a file must be before anybody looks at the YAML in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from macros.issue import Issue

MAX_BYTES = 256 * 1024
"""A record is a page of text; anything larger was saved in the wrong place."""

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Text:
    """The text of one file, with what was wrong with its bytes.

    ``text`` is None when it cannot be read at all. ``issues`` may be repairable (byte order mark,
    Windows line ends): then ``text`` is there, already without them.
    """

    path: str
    text: str | None
    issues: tuple[Issue, ...]


def read_text(file: Path, path: str) -> Text:
    """Read ``file``; ``path`` is how problems name it."""
    with file.open("rb") as stream:
        raw = stream.read(MAX_BYTES + 1)
    return text_van(raw, path, file.stat().st_size if len(raw) > MAX_BYTES else len(raw))


def text_van(raw: bytes, path: str, size: int) -> Text:
    """The same of the bytes of a file; of one that is too large not all of them need be there."""
    if size > MAX_BYTES:
        message = (
            f"Dit bestand is te groot: {size // 1024} kB, en {MAX_BYTES // 1024} kB is het meeste."
        )
        tip = "Staat hier per ongeluk een ander bestand? Eén bestand is één onderwerp."
        return Text(path, None, (Issue(path, 1, 1, "bestand-te-groot", message, tip),))
    if strange := _other_kind(raw):
        return Text(path, None, (Issue(path, 1, 1, "geen-utf8", *strange),))
    issues: list[Issue] = []
    if raw.startswith(_BOM):
        raw = raw.removeprefix(_BOM)
        message = "Het bestand begint met een onzichtbaar teken (een 'byte order mark')."
        tip = "Sla het op als UTF-8 zonder BOM, of draai: make fix"
        issues.append(Issue(path, 1, 1, "byte-order-mark", message, tip))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _position(raw, error.start)
        likely = raw[error.start : error.start + 1].decode("cp1252", errors="replace")
        message = f"Dit teken is niet in UTF-8 opgeslagen (waarschijnlijk '{likely}' uit Windows)."
        tip = "Sla het bestand op met codering UTF-8."
        return Text(path, None, (*issues, Issue(path, line, column, "geen-utf8", message, tip)))
    if "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        message = "De regels eindigen op Windows-wijze (CRLF)."
        if "\r\n" not in text:
            message = "De regels eindigen op de wijze van een oude Mac (CR)."
        tip = "Kies 'LF' als regeleinde in je editor, of draai: make fix"
        issues.append(Issue(path, line, 1, "regeleinde", message, tip))
        text = gewone_regels(text)
    if not text.strip():
        message = "Dit bestand is leeg."
        tip = "Vul het in, of verwijder het bestand."
        return Text(path, None, (*issues, Issue(path, 1, 1, "leeg-bestand", message, tip)))
    return Text(path, text, tuple(issues))


def gewone_regels(text: str) -> str:
    """The text with the line ends that all the rest reads."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _other_kind(raw: bytes) -> tuple[str, str] | None:
    """(message, tip) for bytes that are no text of ours, whatever the file is called."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff") or raw.count(b"\0") * 4 > len(raw):
        message = "Dit bestand is opgeslagen als UTF-16 (in Windows heet dat 'Unicode')."
        return message, "Sla het bestand op met codering UTF-8."
    if raw.startswith((b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8")):
        message = "Dit is geen tekst, maar een document of een plaatje met een andere naam."
        return message, "Verwijder het. Zet de tekst die erin staat in de velden van een bestand."
    return None


def _position(raw: bytes, offset: int) -> tuple[int, int]:
    before = raw[:offset]
    start = before.rfind(b"\n") + 1
    return before.count(b"\n") + 1, len(before[start:].decode("utf-8")) + 1
