"""Fixtures of the unit tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.load import Loaded, load
from macros.model.geheel import Regio
from tests.unit.mini import DATA_MINI, Mini, kopie


@pytest.fixture
def mini(tmp_path: Path) -> Mini:
    """A copy of data_mini, to break."""
    return kopie(tmp_path)


@pytest.fixture(scope="session")
def geladen() -> Loaded:
    """data_mini as it is."""
    return load(DATA_MINI)


@pytest.fixture(scope="session")
def regio(geladen: Loaded) -> Regio:
    """The region of data_mini; frozen, so every test may have the same one."""
    assert geladen.regio is not None
    return geladen.regio
