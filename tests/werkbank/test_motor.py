"""The page's side of the engine: what it does when the worker answers, breaks, hangs or never comes.

The cases stand in ``motor.mjs``, which Node runs with workers of its own making.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.werkbank.wasm import node


def test_the_page_holds_on_whatever_becomes_of_its_worker() -> None:
    program = Path(__file__).with_name("motor.mjs")
    done = subprocess.run([node(), str(program)], capture_output=True, text=True, check=True)
    found: dict[str, str] = json.loads(done.stdout)
    assert len(found) > 15
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
