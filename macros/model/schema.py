"""JSON Schemas of the data files, for editors: what may be typed, before it is converted.

An editor reads YAML 1.2: ``2.4`` is a number to it, and ``2021-07-01`` text. Not here: what the
site itself checks, which reads every value as text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from macros.model.basis.verwijzing import SOORTEN as VERWEZEN
from macros.model.geheel import SOORTEN
from macros.model.soort import Soort

MAP = ".cache/schema"
"""Where the schemas are, below the folder of the project."""
EDITOR = ".vscode/settings.json"
_SCHEMAS = "yaml.schemas"


_GETYPT = ["string", "number", "boolean"]
"""What an editor may make of a value that is text to the site."""


def schema(soort: Soort, ids: Mapping[str, Iterable[str]] = MappingProxyType({})) -> dict[str, Any]:
    """The schema of one kind of file; descriptions are those of the fields.

    ``ids`` are those there are, by kind of record: what an editor offers where one is named.
    """
    found: dict[str, Any] = _voor_editors(soort.type.model_json_schema(), ids)
    found["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    found["title"] = soort.naam
    found["description"] = soort.uitleg
    return found


def _voor_editors(part: Any, ids: Mapping[str, Iterable[str]]) -> Any:
    """Every value as an editor may have read it, with the ids that there are as examples."""
    if isinstance(part, list):
        return [_voor_editors(one, ids) for one in part]
    if not isinstance(part, dict):
        return part
    found = {key: _voor_editors(one, ids) for key, one in part.items()}
    if isinstance(found.get("type"), str | list) and "string" in found["type"]:
        found["type"] = _GETYPT
    if "pattern" in found and "errorMessage" in found:
        found["patternErrorMessage"] = found["errorMessage"]
    kinds = found.pop(VERWEZEN, ())
    known = sorted(key for kind in kinds for key in ids.get(kind, ()))
    return {**found, "examples": known} if known else found


def naam(soort: Soort) -> str:
    """The file of the schema of a kind."""
    return f"{soort.naam}.schema.json"


def editor(settings: str) -> str:
    """The settings of an editor, with the schema that each kind of YAML file is checked with.

    Settings in which somebody wrote comments are no JSON and are left as they are.
    """
    try:
        found = json.loads(settings)
    except ValueError:
        return settings
    found[_SCHEMAS] = {
        f"{MAP}/{naam(soort)}": f"data/{soort.patroon}" for soort in SOORTEN if not soort.tabellen
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
