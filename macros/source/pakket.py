"""A zip with XML in it, unpacked part by part and never further than fits.

What is inside is counted before it is unpacked, and what is unpacked while it is: no file, however
small or damaged, takes more memory than fits, or ends in anything but ``PakketFout``.
Not here: what the parts mean (``werkmap``).
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

MAX_UITGEPAKT = 200 * 1024 * 1024
"""What all parts together may be when unpacked, whatever their names."""
MAX_DEEL = 10 * 1024 * 1024
"""A part that holds no cells: the list of sheets, the styles."""
MAX_DELEN = 5_000
MAX_DIEPTE = 100
"""Elements inside elements: a workbook has about ten."""
_STUK = 1 << 20
_BREEDTE = 2 * _STUK
"""The longest tag: a cell holds 32,767 signs at most."""

TE_GROOT = (
    "Dit bestand is uitgepakt te groot.",
    "Kopieer de ingevulde rijen naar een nieuw bestand.",
)
BESCHADIGD = (
    "Dit bestand is beschadigd en kan niet worden gelezen.",
    "Open het in Excel of LibreOffice en bewaar het opnieuw als Excel-werkmap (.xlsx).",
)
WACHTWOORD = ("Dit bestand heeft een wachtwoord.", "Haal het wachtwoord eraf en bewaar het.")

KAPOT = (
    BadZipFile,
    zlib.error,
    struct.error,
    expat.ExpatError,
    RuntimeError,
    OSError,
    ValueError,
    NotImplementedError,
    EOFError,
    OverflowError,
    LookupError,
)
"""All ways in which a damaged file shows."""


class PakketFout(Exception):
    """Why it cannot be read: a message and a tip, for people."""

    def __init__(self, message: str, tip: str) -> None:
        super().__init__(message)
        self.melding = (message, tip)


class Pakket:
    """The parts of a file by their name, in lower case and with forward slashes."""

    def __init__(self, raw: bytes) -> None:
        try:
            self._zip = ZipFile(BytesIO(raw))
        except KAPOT:
            raise PakketFout(*BESCHADIGD) from None
        parts = self._zip.infolist()
        if len(parts) > MAX_DELEN or sum(one.file_size for one in parts) > MAX_UITGEPAKT:
            raise PakketFout(*TE_GROOT)
        self._delen: dict[str, ZipInfo] = {}
        for one in parts:
            name = deelnaam(one.filename)
            if name in self._delen:  # of two parts of one name nobody knows which is meant
                raise PakketFout(*BESCHADIGD)
            self._delen[name] = one

    def __contains__(self, naam: str) -> bool:
        return deelnaam(naam) in self._delen

    @property
    def namen(self) -> list[str]:
        """Every part, in the order of the file."""
        return list(self._delen)

    def begin(self, naam: str, aantal: int) -> bytes:
        """So many bytes of a part."""
        return next(self._stukken(naam, aantal), b"")[:aantal]

    def _stukken(self, naam: str, groot: int) -> Iterator[bytes]:
        info = self._delen.get(deelnaam(naam))
        if info is None:
            raise PakketFout(*BESCHADIGD)
        if info.flag_bits & 1:
            raise PakketFout(*WACHTWOORD)
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise PakketFout(*BESCHADIGD)
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(groot):
                    yield chunk
        except KAPOT:
            raise PakketFout(*BESCHADIGD) from None

    def lees(
        self,
        naam: str,
        begin: Callable[[str, dict[str, str]], None],
        eind: Callable[[str], None] | None = None,
        tekst: Callable[[str], None] | None = None,
        zeef: Callable[[bytes], bytes] | None = None,
        *,
        wortel: str = "",
        cellen: bool = False,
    ) -> None:
        """Hand on what stands in a part: each element as ``namespace name``.

        ``zeef`` may take out whole elements before they are looked at one by one; ``wortel`` is the
        element that the whole must be. Only a part with ``cellen`` may be large.
        """
        part = self._delen.get(deelnaam(naam))
        if part and part.file_size > MAX_DEEL and not cellen:
            raise PakketFout(*TE_GROOT)
        stream = _Stroom(begin, eind, tekst, wortel)
        try:
            for chunk in _heel(self._stukken(naam, _STUK), zeef):
                stream.voer(chunk)
            stream.sluit()
        except KAPOT:
            raise PakketFout(*BESCHADIGD) from None


def deelnaam(naam: str) -> str:
    """How a part is looked up: to a workbook a capital or a backslash makes no difference."""
    return naam.replace("\\", "/").lstrip("/").lower()


def _heel(chunks: Iterator[bytes], zeef: Callable[[bytes], bytes] | None) -> Iterator[bytes]:
    """The chunks, each up to its last tag, through the sieve.

    Where there may be a part that is no markup (``<![CDATA[``), the sieve would take out text.
    """
    rest = b""
    for chunk in chunks:
        chunk = rest + chunk
        if zeef and b"<!" in chunk:
            zeef = None
        cut = chunk.rfind(b"<") if zeef else 0
        if not zeef or cut <= 0:
            rest = b""
            yield chunk
        else:
            rest = chunk[cut:]
            yield zeef(chunk[:cut])
    yield rest


class _Stroom:
    """An XML parser that refuses what a workbook does not have: own entities, endless tags."""

    def __init__(
        self,
        begin: Callable[[str, dict[str, str]], None],
        eind: Callable[[str], None] | None,
        tekst: Callable[[str], None] | None,
        wortel: str,
    ) -> None:
        self._begin, self._eind, self._wortel = begin, eind, wortel
        self._diepte = 0
        self._gevoerd = 0
        parser: Any = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._weiger
        parser.StartElementHandler = self._open
        parser.EndElementHandler = self._dicht
        if tekst:
            parser.CharacterDataHandler = tekst
        self._parser = parser

    def voer(self, chunk: bytes) -> None:
        self._parser.Parse(chunk, False)
        self._gevoerd += len(chunk)
        if self._gevoerd - self._parser.CurrentByteIndex > _BREEDTE:
            raise PakketFout(*TE_GROOT)

    def sluit(self) -> None:
        self._parser.Parse(b"", True)

    def _weiger(self, *_: object) -> None:
        raise PakketFout(*BESCHADIGD)

    def _open(self, name: str, attributes: dict[str, str]) -> None:
        self._diepte += 1
        strange = self._diepte == 1 and self._wortel not in ("", name)
        if self._diepte > MAX_DIEPTE or strange:
            raise PakketFout(*BESCHADIGD)
        self._begin(name, attributes)

    def _dicht(self, name: str) -> None:
        self._diepte -= 1
        if self._eind:
            self._eind(name)


_ESCAPE = re.compile("(?:_x[0-9A-Fa-f]{4}_)+")


def onverpakt(text: str) -> str:
    """``_x000D_`` and the like as the sign that is meant; a half sign becomes a question mark."""
    return _ESCAPE.sub(_tekens, text) if "_x" in text else text


def _tekens(found: re.Match[str]) -> str:
    units = [int(one, 16) for one in re.findall("_x(....)_", found.group())]
    raw = b"".join(struct.pack("<H", one) for one in units)
    return raw.decode("utf-16-le", errors="replace")
