"""What the page does with drafts while its engine is on its way: its scripts, under Node."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path


def test_nothing_that_is_typed_gets_lost_while_the_engine_starts() -> None:
    """Each case and what went wrong in it: see there."""
    script = Path(__file__).parent / "werk.mjs"
    done = subprocess.run(["node", script], capture_output=True, text=True, check=True)
    cases = json.loads(done.stdout)
    assert len(cases) > 1
    assert {name: wrong for name, wrong in cases.items() if wrong} == {}
