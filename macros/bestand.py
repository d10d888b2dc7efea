"""A file of the site is written, unless the site before it has the very same: then it is that file.

Most of a site stays as it was from one build to the next, and to a disk a second name of a file is
far less work than a new file. Not here: which files there are.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_VORIGE: dict[str, str] = {}
"""The folder that is built, and that of the site before it; both end with a slash."""
_NIEUW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def volgt_op(nieuw: Path, oud: Path) -> None:
    """What is written below ``nieuw`` from now on may be taken from ``oud``."""
    _VORIGE[os.path.join(nieuw, "")] = os.path.join(oud, "")


def schrijf(file: Path, content: bytes) -> None:
    """Write a file, and make its folder; never into the file of another site."""
    name = os.fspath(file)
    try:
        _zet(name, content)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(name), exist_ok=True)
        _zet(name, content)
    except FileExistsError:
        os.unlink(name)
        _zet(name, content)


def _zet(name: str, content: bytes) -> None:
    """A file that is not there yet, in a folder that is."""
    for nieuw, oud in _VORIGE.items():
        if name.startswith(nieuw):
            before = oud + name[len(nieuw) :]
            with suppress(OSError):  # it is new, or the disk cannot do it
                if os.stat(before).st_size == len(content) and _inhoud(before) == content:
                    return os.link(before, name)
    file = os.open(name, _NIEUW, 0o666)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(file, left) :]
    finally:
        os.close(file)


def _inhoud(name: str) -> bytes:
    with open(name, "rb", buffering=0) as stream:
        return stream.read()
