"""What goes along with the site for the workbench, beside what the built site shows of it."""

from __future__ import annotations

import json
from pathlib import Path

from macros.load import load
from macros.werkbank.bundel import Plek, bundel
from tests.unit.mini import DAG, DATA_MINI


def test_the_terms_of_each_package_go_where_it_goes() -> None:
    bare: set[str] = set()
    texts: dict[str, str] = {}
    for pad, inhoud in bundel(load(DATA_MINI, DAG), Plek()).items():
        if not pad.startswith(("pakketten-", "opmaak-", "bladen-")):
            continue
        packed = json.loads(inhoud.read_bytes() if isinstance(inhoud, Path) else inhoud)
        texts |= packed["tekst"]
        for one in (*packed["tekst"], packed["gecompileerd"]):
            folder = one.partition("/")[0]
            if "/" in one and not folder.endswith(".dist-info"):
                bare.add(folder.casefold().replace("_", ""))
    names = {"yaml": "pyyaml", "typingextensions.py": "typingextensions"}
    licensed = {
        one.partition("-")[0].casefold().replace("_", "") for one in texts if "/licenses/" in one
    }
    assert {names.get(one, one) for one in bare} - licensed == set()
    said = texts["licenties.txt"].splitlines()
    assert [line.partition(" ")[0] for line in said] == ["pyodide", "@viz-js/viz"]
    assert all("https://" in line and line.split(": ")[1][0] != ";" for line in said)
