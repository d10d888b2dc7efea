"""A file of the site is written, unless the site before it has the very same: then it is that file.

Most of a site stays as it was from one build to the next, and to a disk a second name of a file is
far less work than a new file. Not here: which files there are.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_VORIGE: dict[Path, Path] = {}
"""The folder that is built, and that of the site before it."""


def volgt_op(nieuw: Path, oud: Path) -> None:
    """What is written below ``nieuw`` from now on may be taken from ``oud``."""
    _VORIGE[nieuw] = oud


def schrijf(file: Path, content: bytes) -> None:
    """Write a file, in a folder that is there; never into the file of another site."""
    file.unlink(missing_ok=True)
    for nieuw, oud in _VORIGE.items():
        with suppress(OSError, ValueError):  # it is new, it is elsewhere, or the disk cannot do it
            before = oud / file.relative_to(nieuw)
            if before.read_bytes() == content:
                os.link(before, file)
                return
    file.write_bytes(content)
