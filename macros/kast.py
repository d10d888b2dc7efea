"""What takes long to work out is kept from one run to the next, to be found by all that it is of.

Who asks gives everything that the outcome depends on, the program that makes it included; so what
is kept is never stale, and all of it may be thrown away. A seal goes before it: what a computer
that stopped left half-written is made anew. Not here: what is worth keeping.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

from macros.source.writer import replace_file

MAP = Path(__file__).parent.parent / ".cache"


@cache
def code(*delen: str) -> bytes:
    """These files and folders of ``macros``, and Python, as what an outcome depends on."""
    found = hashlib.sha256(sys.version.encode())
    for deel in delen:
        folder = Path(__file__).parent / deel
        for file in sorted(folder.rglob("*.py")) if folder.is_dir() else [folder]:
            found.update(file.read_bytes())
    return found.digest()


def sleutel(waarvan: Iterable[bytes]) -> str:
    """One word for all of it, in this order."""
    return hashlib.sha256(b"".join(hashlib.sha256(one).digest() for one in waarvan)).hexdigest()


def bewaard(soort: str, waarvan: Iterable[bytes], maak: Callable[[], str]) -> str:
    """The text that ``maak`` gives for ``waarvan``, now or in an earlier run."""
    key = sleutel(waarvan)
    kept = lees(soort, key)
    if kept is None:
        kept = maak()
        schrijf(soort, key, kept)
    return kept


def lees(soort: str, key: str) -> str | None:
    """The text that was kept under ``key``; None when there is none that is whole."""
    with suppress(OSError):
        seal, _, kept = (MAP / soort / key).read_bytes().partition(b"\n")
        if seal == _zegel(kept):
            return kept.decode()
    return None


def schrijf(soort: str, key: str, text: str) -> None:
    """Keep ``text``; where nothing can be written, it is worked out each time."""
    file = MAP / soort / key
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, f"{_zegel(text.encode()).decode()}\n{text}")


def _zegel(inhoud: bytes) -> bytes:
    return hashlib.sha256(inhoud).hexdigest().encode()
