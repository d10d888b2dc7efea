"""JSON Schemas of the data files, for editors: what may be typed, before it is converted."""

from __future__ import annotations

from typing import Any

from macros.model.soort import Soort


def schema(soort: Soort) -> dict[str, Any]:
    """The schema of one kind of file; descriptions are those of the fields."""
    found = soort.type.model_json_schema()
    found["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    found["title"] = soort.naam
    found["description"] = soort.uitleg
    return found
