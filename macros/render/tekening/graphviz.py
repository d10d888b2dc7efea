"""Graphviz in Node, one process to each Python process; in the workbench the browser has it.

Not here: what it is asked (``plaatsing``).
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from macros.kast import bewaard
from macros.node import programma
from macros.render.tekening.basis import TekeningFout

PROGRAMMA = Path(__file__).with_name("graphviz.mjs")
"""Node finds its packages from this file upwards, so the current folder does not matter."""

TIMEOUT = 60
"""Seconds to start and answer; thirty boxes take far less than one."""

hier: Callable[[str], str] | None = None
"""Graphviz where there is no Node: from ``dot`` to the JSON that ``graphviz.mjs`` would give."""

_processen: dict[int, subprocess.Popen[str]] = {}
"""Node, by the Python process that started it: a fork inherits the pipe, but may not use it."""


def ask(dot: str) -> dict[str, Any]:
    """What Graphviz makes of ``dot``. Raises TekeningFout."""
    if hier is not None:
        there: dict[str, Any] = json.loads(hier(dot))
        return there
    kept = bewaard("tekening", (*_programma(), dot.encode()), lambda: json.dumps(_ask(dot)))
    found: dict[str, Any] = json.loads(kept)
    return found


@cache
def _programma() -> tuple[bytes, ...]:
    """What an answer depends on, beside the question."""
    package = PROGRAMMA.parents[3] / "node_modules/@viz-js/viz/dist/viz.js"
    return tuple(file.read_bytes() for file in (PROGRAMMA, package) if file.is_file())


def _ask(dot: str) -> dict[str, Any]:
    process = _processen.get(os.getpid()) or _start()
    assert process.stdin is not None
    assert process.stdout is not None
    alarm = threading.Timer(TIMEOUT, _kill, [process])
    alarm.start()
    try:
        process.stdin.write(f"{json.dumps(dot)}\n")
        process.stdin.flush()
        found: dict[str, Any] = json.loads(process.stdout.readline())
    except (OSError, ValueError) as error:
        sluit()
        raise TekeningFout(
            f"Graphviz gaf binnen {TIMEOUT} seconden geen bruikbaar antwoord. Wat Node daarover "
            "zei, staat hierboven. Ontbreekt er een pakket, draai dan eerst: make build"
        ) from error
    finally:
        alarm.cancel()
        alarm.join()
    return found


def _start() -> subprocess.Popen[str]:
    node = programma()
    if node is None:
        raise TekeningFout("Node.js, dat de tekeningen maakt, is er niet. Draai eerst: make build")
    try:
        process = subprocess.Popen(
            [node, str(PROGRAMMA)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )
    except OSError as error:
        raise TekeningFout(f"Node.js kon niet starten: {error}") from error
    _processen[os.getpid()] = process
    return process


@atexit.register
def sluit() -> None:
    """End the Node of this Python process, if it has one; the next drawing starts another."""
    process = _processen.pop(os.getpid(), None)
    if process is not None:
        _kill(process)
        with suppress(OSError), process:
            pass  # closes the pipes and waits


def _kill(process: subprocess.Popen[str]) -> None:
    """With what it started itself: the Node of a virtual environment is a child of a script."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
