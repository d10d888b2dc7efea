"""The Python of the workbench as a browser runs it, under Node: what it is asked and what it says.

Not here: a browser (``tests/browser``), or how it is started (``docs/werkbank/python.js``).
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from macros.load import load
from macros.werkbank.bundel import Plek, bundel, schrijf
from tests.unit.mini import DAG

PROGRAMMA = Path(__file__).with_name("draai.mjs")


def node() -> str:
    """The program: set-up puts one beside Python where there was none."""
    beside = str(Path(sys.executable).parent)
    found = shutil.which("node", path=os.pathsep.join([beside, os.environ.get("PATH", "")]))
    assert found is not None, "Node.js ontbreekt; draai eerst: make setup"
    return found


class Wasm:
    """One Python that was started; it answers one question after the other."""

    def __init__(self, proces: subprocess.Popen[str]) -> None:
        self.proces = proces
        self.start = self._lees()
        assert "fout" not in self.start, self.start["fout"]

    def _lees(self) -> dict[str, Any]:
        assert self.proces.stdout is not None
        line = self.proces.stdout.readline()
        assert line, "Python in Node stopte"
        found: dict[str, Any] = json.loads(line)
        return found

    def _zeg(self, wat: dict[str, Any]) -> dict[str, Any]:
        assert self.proces.stdin is not None
        print(json.dumps(wat), file=self.proces.stdin, flush=True)
        return self._lees()

    def vraag(self, naam: str, **argumenten: Any) -> dict[str, Any]:
        """The answer as the page gets it: ``{antwoord}`` or ``{afgewezen}``; ``{fout, fataal}``."""
        return self._zeg({"naam": naam, "argumenten": argumenten})

    def roep(self, python: str, argument: Any) -> Any:
        """Call a function of that Python, of JSON to JSON."""
        return self._zeg({"python": python, "argument": json.dumps(argument)})

    def elders(self) -> dict[str, Any]:
        """What is said of a memory that was kept with another place in it."""
        return self._zeg({"elders": True})


@contextmanager
def gestart(data: Path, folder: Path) -> Iterator[Wasm]:
    """Python with a folder of data in it, out of a bundle that is made in ``folder``."""
    schrijf(bundel(load(data, DAG), Plek()), folder)
    with subprocess.Popen(
        [node(), str(PROGRAMMA), str(folder), str(DAG)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as proces:
        try:
            yield Wasm(proces)
        finally:
            proces.kill()
