"""JSON Schemas of the data files, for editors: what may be typed, before it is converted."""

from __future__ import annotations

import json
from typing import Any

from macros.model.geheel import SOORTEN
from macros.model.soort import Soort

MAP = ".cache/schema"
"""Where the schemas are, below the folder of the project."""
EDITOR = ".vscode/settings.json"
_SCHEMAS = "yaml.schemas"


def schema(soort: Soort) -> dict[str, Any]:
    """The schema of one kind of file; descriptions are those of the fields."""
    found = soort.type.model_json_schema()
    found["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    found["title"] = soort.naam
    found["description"] = soort.uitleg
    return found


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
