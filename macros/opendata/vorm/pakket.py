"""A spreadsheet is a package of files (ZIP): to the byte the same for the same content.

Much is the same in every package. ``zipfile`` would pack it each time; here it is packed once, and
a file is made of pieces. Not here: what the files hold (``ods``, ``xlsx``).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from functools import cache

_VERSION = struct.pack("<H", 20)
_FIRST_DAY = struct.pack("<HH", 0, 1 << 5 | 1)
"""The moment of every file: the first that this form knows, in 1980."""
_UTF8 = 1 << 11
_STORED, _DEFLATED = 0, 8
_LAST = zlib.compressobj(wbits=-zlib.MAX_WBITS).flush()
"""What ends pieces that are packed."""

Stuk = tuple[bytes, bytes]
"""A piece of a file, and the same packed, so that another can follow."""
Deel = tuple[bytes, bytes, bytes]
"""A file in a package: its name, what is said of it in two places, its content."""


def stuk(tekst: str) -> Stuk:
    """A piece of a file."""
    raw = tekst.encode()
    packer = zlib.compressobj(_LEVEL, wbits=-zlib.MAX_WBITS)
    return raw, packer.compress(raw) + packer.flush(zlib.Z_FULL_FLUSH)


_LEVEL = 3
vast = cache(stuk)
"""The same of a piece that is in many packages."""


def deel(naam: str, *stukken: Stuk) -> Deel:
    """A file that is packed."""
    packed = b"".join((*(one for _, one in stukken), _LAST))
    return _deel(naam, b"".join(raw for raw, _ in stukken), packed, _DEFLATED)


def open_deel(naam: str, tekst: str) -> Deel:
    """A file that can be read as it is."""
    return _deel(naam, tekst.encode(), tekst.encode(), _STORED)


def _deel(naam: str, raw: bytes, content: bytes, how: int) -> Deel:
    name = naam.encode()
    sizes = struct.pack("<IIIHH", zlib.crc32(raw), len(content), len(raw), len(name), 0)
    return name, _VERSION + struct.pack("<HH", _UTF8, how) + _FIRST_DAY + sizes, content


def pakket(delen: Iterable[Deel]) -> bytes:
    """The files in their order, and behind them where each is."""
    files, places, size = [], [], 0
    for name, said, content in delen:
        files.append(b"PK\3\4" + said + name + content)
        places.append(b"PK\1\2" + _VERSION + said + bytes(10) + struct.pack("<I", size) + name)
        size += len(files[-1])
    where = b"".join(places)
    end = struct.pack("<HHHHIIH", 0, 0, len(files), len(files), len(where), size, 0)
    return b"".join((*files, where, b"PK\5\6", end))
