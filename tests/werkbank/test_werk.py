"""What the scripts of the page do that asks for no page and no engine: under Node."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

from tests.unit.mini import ROOT
from tests.werkbank.wasm import node


def test_the_scripts_do_what_they_do_without_a_page(tmp_path: Path) -> None:
    """Each case and what went wrong in it: see there."""
    app = tmp_path / "app"
    shutil.copytree(ROOT / "docs" / "werkbank", app)
    (app / "package.json").write_text('{"type": "module"}')
    command = [node(), str(Path(__file__).with_name("werk.mjs")), str(app)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    cases = json.loads(done.stdout)
    assert len(cases) > 1
    assert {name: wrong for name, wrong in cases.items() if wrong} == {}


def test_every_script_of_the_page_comes_with_the_page() -> None:
    """A site that is built anew has other names for them, and the old ones are gone."""
    scripts = {file.name: file.read_text() for file in (ROOT / "docs" / "werkbank").glob("*.js")}
    assert "app.js" in scripts
    assert [name for name, text in scripts.items() if re.search(r"""import\(["']\./""", text)] == []
