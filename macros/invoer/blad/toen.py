"""What stood in the data when a workbook was made, on a hidden sheet of it.

By that an old workbook is told from what was changed in it. Not here: putting both changes together
(``lezen``).
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.invoer.blad.cellen import Namen
from macros.source.nodes import Value
from macros.source.werkmap import MAX_BYTES, TOEN, Werkmap

UITLEG = "Laat dit blad staan: hieraan zien wij wat er stond toen deze werkmap werd gemaakt."
_CEL = 30_000
"""Signs in a cell; Excel allows a few more."""


@dataclass(frozen=True, slots=True)
class Toen:
    """The kind, its records by id, and what references were called in the cells."""

    soort: str = ""
    waarden: Mapping[str, Value] = field(default_factory=dict)
    namen: Namen = field(default_factory=dict)


def als_cellen(toen: Toen) -> list[str]:
    """The texts of a column of cells."""
    said = [
        toen.soort,
        dict(toen.waarden),
        [[list(key), dict(one)] for key, one in toen.namen.items()],
    ]
    packed = zlib.compress(json.dumps(said, separators=(",", ":")).encode(), 9)
    text = base64.b64encode(packed).decode().rstrip("=")
    return [UITLEG, *(text[at : at + _CEL] for at in range(0, len(text), _CEL))]


def lees_toen(boek: Werkmap) -> Toen | None:
    """None when it is not there, or somebody changed it."""
    if all(one.titel != TOEN for one in boek.bladen):
        return None
    blad, _ = boek.lees(TOEN, ook_verborgen=True)
    if blad is None:
        return None
    text = "".join(
        cells[1].waarde for row, cells in sorted(blad.rijen.items()) if row > 1 and 1 in cells
    )
    try:
        packed = base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
        said: Any = json.loads(zlib.decompressobj().decompress(packed, MAX_BYTES))
        soort, values, names = said
        return Toen(soort, dict(values), {tuple(key): dict(one) for key, one in names})
    except (ValueError, TypeError, zlib.error):
        return None
