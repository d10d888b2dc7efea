"""An older folder of data in the form of today: what was one file is a folder of records by now.

Not here: files in another order or spelling (``format``), or what else is wrong with them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from macros.format import vaste_vorm
from macros.model.agenda import Looptijd, agenda_id
from macros.model.geheel import SOORTEN
from macros.model.soort import Soort
from macros.model.walk import verwijzing_in
from macros.source.bytes import read_text
from macros.source.nodes import Value, parse


@dataclass
class Verhuizing:
    """Files to write, by their path below the folder, and those to take away after that."""

    schrijf: dict[str, str] = field(default_factory=dict)
    weg: list[str] = field(default_factory=list)


def verhuizing(map_: Path) -> Verhuizing:
    """What has to move in a folder of data; nothing in one of today."""
    found = Verhuizing()
    for soort in SOORTEN:
        if not soort.voorheen or any((map_ / soort.pad).glob(f"*{soort.uitgang}")):
            continue
        value = _gelezen(map_ / soort.voorheen)
        if value is not None:
            key = _id(value)
            found.schrijf[soort.bestand(key)] = vaste_vorm({"id": key, **value}, soort)
            found.schrijf |= dict(_die_noemen(map_, soort, key))
            found.weg.append(soort.voorheen)
    return found


def _id(value: dict[str, Value]) -> str:
    """What an agenda is called: its short name and its years, as far as it says them."""
    names = [one for veld in ("korte_naam", "titel") if isinstance(one := value.get(veld), str)]
    try:
        years = Looptijd.model_validate(value.get("looptijd"))
    except ValidationError:
        years = None
    return agenda_id(names[0] if names else "", years)


def _die_noemen(map_: Path, naar: Soort, key: str) -> Iterator[tuple[str, str]]:
    """Every record that has to name it by now, and does not."""
    for soort in SOORTEN:
        known = naar.naam in soort.type.model_fields
        mark = verwijzing_in(soort.type, naar.naam) if known else None
        if mark is None or naar.naam not in mark.soorten:
            continue
        for file in sorted((map_ / soort.pad).glob(f"*{soort.uitgang}")):
            value = _gelezen(file)
            if value is not None and naar.naam not in value:
                yield soort.bestand(file.stem), vaste_vorm({**value, naar.naam: key}, soort)


def _gelezen(file: Path) -> dict[str, Value] | None:
    """What a file says; nothing when it is not there, or cannot be read without guessing."""
    text = read_text(file, file.as_posix()).text if file.is_file() else None
    document, issues = parse(text, file.as_posix()) if text is not None else (None, [])
    value = document.value if document and not issues else None
    return value if isinstance(value, dict) else None
