"""``python -m scripts.schema``: write the JSON Schemas that editors use, into ``.cache/schema``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from macros.model.geheel import SOORTEN
from macros.model.schema import MAP, naam, schema

OUT = Path(MAP)
DATA = Path("data")
"""The ids in it are only offered: one that is made later is not refused."""


def main() -> int:
    """Write one schema per kind of file; editors check YAML, not tables."""
    OUT.mkdir(parents=True, exist_ok=True)
    ids = {
        soort.naam: [file.stem for file in (DATA / soort.pad).glob(f"*{soort.uitgang}")]
        for soort in SOORTEN
        if soort.is_map
    }
    for soort in SOORTEN:
        if soort.tabellen:
            continue
        text = json.dumps(schema(soort, ids), ensure_ascii=False, indent=2)
        (OUT / naam(soort)).write_text(text + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
