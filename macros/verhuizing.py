"""An older folder of data in the form of today: what was one file is a folder of records by now.

Not here: files in another order or spelling (``format``), or what else is wrong with them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from macros.format import vaste_vorm
from macros.load import bestanden_van, staat_er
from macros.model.agenda import Looptijd, agenda_id
from macros.model.geheel import SOORTEN
from macros.model.regio import Uitzonderingen
from macros.model.soort import Soort
from macros.model.walk import verwijzing_in
from macros.source.bytes import read_text
from macros.source.nodes import Value, parse


@dataclass
class Verhuizing:
    """Files to write, by their path below the folder, and those to take away after that.

    ``eerst``: what has to be readable before that; then there is nothing to write or take away.
    """

    schrijf: dict[str, str] = field(default_factory=dict)
    weg: list[str] = field(default_factory=list)
    eerst: list[str] = field(default_factory=list)


def verhuizing(map_: Path) -> Verhuizing:
    """What has to move in a folder of data; nothing in one of today."""
    found = Verhuizing()
    for soort in SOORTEN:
        if not soort.voorheen or not (map_ / soort.voorheen).is_file() or staat_er(map_, soort):
            continue
        beside = {soort.voorheen: soort, **_die_het_noemen(map_, soort)}
        values = {path: _gelezen(map_ / path) for path in beside}
        known = {path: value for path, value in values.items() if value is not None}
        if len(known) < len(values):
            found.eerst += values.keys() - known.keys()
            continue
        value = known.pop(soort.voorheen)
        key = _id(value)
        found.schrijf[soort.bestand(key)] = vaste_vorm({"id": key, **value}, soort)
        for path, one in known.items():
            now = _met_naam(one, beside[path], soort, key)
            if now != one:
                found.schrijf[path] = vaste_vorm(now, beside[path])
        found.weg.append(soort.voorheen)
    return found if not found.eerst else Verhuizing(eerst=sorted(found.eerst))


def _id(value: dict[str, Value]) -> str:
    """What an agenda is called: its short name and its years, as far as it says them."""
    names = [one for veld in ("korte_naam", "titel") if isinstance(one := value.get(veld), str)]
    try:
        years = Looptijd.model_validate(value.get("looptijd"))
    except ValidationError:
        years = None
    return agenda_id(names[0] if names else "", years)


def _die_het_noemen(map_: Path, naar: Soort) -> dict[str, Soort]:
    """Every file that has to name a record of it by now, or may name the file that it was."""
    found: dict[str, Soort] = {}
    for soort in SOORTEN:
        if soort.type is Uitzonderingen and (map_ / soort.pad).is_file():
            found[soort.pad] = soort
        known = naar.naam in soort.type.model_fields
        mark = verwijzing_in(soort.type, naar.naam) if known else None
        if mark is not None and naar.naam in mark.soorten:
            found |= {soort.bestand(file.stem): soort for file in bestanden_van(map_, soort)}
    return found


def _met_naam(value: dict[str, Value], soort: Soort, naar: Soort, key: str) -> dict[str, Value]:
    """The same, and it names what moved as that is called by now."""
    if soort.type is not Uitzonderingen:
        return value if naar.naam in value else {**value, naar.naam: key}
    listed = value.get("uitzonderingen")
    if not isinstance(listed, list):
        return value
    moved: list[Value] = [
        {**one, "waar": naar.bestand(key)}
        if isinstance(one, dict) and one.get("waar") == naar.voorheen
        else one
        for one in listed
    ]
    return {**value, "uitzonderingen": moved}


def _gelezen(file: Path) -> dict[str, Value] | None:
    """What a file says; nothing when it is not there, or cannot be read without guessing."""
    text = read_text(file, file.as_posix()).text if file.is_file() else None
    document, issues = parse(text, file.as_posix()) if text is not None else (None, [])
    value = document.value if document and not issues else None
    return value if isinstance(value, dict) else None
