"""Fixtures of the unit tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from macros.load import Loaded, load
from macros.model.geheel import Regio
from macros.source.nodes import parse
from macros.taal.catalogus import read
from tests.unit.mini import DATA_MINI, Mini, kopie

_parse = lru_cache(maxsize=None)(parse)
_catalogus = lru_cache(maxsize=None)(read)


@pytest.fixture
def mini(tmp_path: Path) -> Mini:
    """A copy of data_mini, to break."""
    return kopie(tmp_path)


@pytest.fixture(scope="session")
def gedeeld(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy of data_mini for all tests that only break what ``cijfermini`` repairs."""
    return kopie(tmp_path_factory.mktemp("cijfers")).map


@pytest.fixture
def cijfermini(gedeeld: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mini]:
    """A copy of data_mini of which ``monitor`` and ``regio.yml`` may be broken.

    Three times as fast as ``mini``: only these are put back, and a file that is as it was is not
    parsed again. It has one place, and the build remembers what it read at a place: no building.
    """
    monkeypatch.setattr("macros.load.parse", _parse)
    monkeypatch.setattr("macros.load.catalogus_van", _catalogus)
    yield Mini(gedeeld)
    shutil.rmtree(gedeeld / "monitor")
    shutil.copytree(DATA_MINI / "monitor", gedeeld / "monitor", copy_function=shutil.copyfile)
    shutil.copyfile(DATA_MINI / "regio.yml", gedeeld / "regio.yml")


@pytest.fixture(scope="session")
def geladen() -> Loaded:
    """data_mini as it is."""
    return load(DATA_MINI)


@pytest.fixture(scope="session")
def regio(geladen: Loaded) -> Regio:
    """The region of data_mini; frozen, so every test may have the same one."""
    assert geladen.regio is not None
    return geladen.regio
