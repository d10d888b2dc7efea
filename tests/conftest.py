"""What all tests share. ``pytest --bless`` accepts what is rendered as what is expected, and
``--browser firefox`` runs the browser tests in another browser. No test reads ``data/``.

The data are the editor's: what they may be is for ``make check`` to say. A program that a test starts
is not watched.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

DATA = f"{Path(__file__).parents[1] / 'data'}{os.sep}"
_READS = ("open", "os.listdir", "os.scandir")
_read: list[str] = []
"""What was read below ``data/`` since a test last asked."""


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _READS and isinstance(arguments[0], str | os.PathLike):
        path = os.fspath(arguments[0])
        if isinstance(path, str) and "data" in path:
            # Who opens a folder reads nothing yet; shutil does so, by a name below another folder.
            whole = os.path.abspath(path) + ("" if event == "open" else os.sep)
            if whole.startswith(DATA):
                _read.append(path)


def pytest_configure(config: pytest.Config) -> None:
    sys.addaudithook(_watch)


def gelezen() -> list[str]:
    """What was read below ``data/`` since the last time this was asked."""
    found, _read[:] = list(dict.fromkeys(_read)), []
    return found


@pytest.fixture(autouse=True)
def geen_echte_data() -> Iterator[Callable[[], list[str]]]:
    """Fails a test that reads the real data, or of which a fixture or the module does."""
    yield gelezen
    found = gelezen()
    assert not found, f"tests read an invented region, in tests/data_*; this one read {found[:3]}"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--bless",
        action="store_true",
        help="write tests/golden and the pictures of the manual from what the code renders now; read the "
        "diff before committing",
    )
    parser.addoption(
        "--browser",
        choices=("chromium", "firefox"),
        default="chromium",
        help="which browser tests/browser uses; in firefox without the tests marked chromium",
    )
