"""The previous publication of a domain, by cell: to change no more than must change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.bescherming.disclosure.definitie import Definitie
from macros.bescherming.disclosure.invoer import lees_rijen
from macros.bescherming.disclosure.tellingen import Codes
from macros.issue import Issue


@dataclass(frozen=True, slots=True)
class Vorige:
    """``aantal``: what was published of each cell; None: it was hidden."""

    aantal: Mapping[Codes, int | None]


def lees_vorige(file: Path, definitie: Definitie) -> tuple[Vorige | None, list[Issue]]:
    """The file that an earlier run wrote. Cells that no longer exist do no harm."""
    columns = [*(one.id for one in definitie.dimensies), "tabel", "aantal"]
    if definitie.noemers:
        columns += ["percentage"] if definitie.noemers.decimalen is not None else []
        columns += ["noemer"]
    sheet, issues = lees_rijen(file, [*columns, *definitie.bedragen])
    if sheet is None:
        return None, issues
    found: dict[Codes, int | None] = {}
    for row in sheet.rijen:
        text = row.velden["aantal"].tekst
        if text and not (text.isascii() and text.isdigit()):
            message = f"'{text}' is geen aantal dat hier gepubliceerd kan zijn."
            issues.append(sheet.fout(row, "aantal", "geen-getal", message))
            continue
        key = tuple(row.velden[one.id].tekst for one in definitie.dimensies)
        found[key] = int(text) if text else None
    return (None, issues) if issues else (Vorige(found), [])
