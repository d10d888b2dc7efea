"""What a check has against files before they are written.

Not here: writing them, or what they say.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from macros.issue import Issue, Level
from macros.load import load
from macros.model.basis.datum import Datum
from macros.source.samen import schrijf_samen


def bezwaren(data: Path, texts: Mapping[str, str], dag: Datum) -> list[Issue]:
    """The errors there would be in a folder of data with these files, by their path there."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "data"
        shutil.copytree(data, copy, ignore=shutil.ignore_patterns(".git"))
        schrijf_samen(copy, texts)
        found = load(copy, dag).issues
        prefix = copy.as_posix()
    return [
        replace(one, path=f"{data.as_posix()}{one.path.removeprefix(prefix)}")
        for one in found
        if one.level is Level.FOUT
    ]
