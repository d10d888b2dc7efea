"""A region to make mistakes in, shared by all; each mistake is undone again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.fouten.werk import Werk
from tests.unit.conftest import eigen_kast, vandaag
from tests.unit.mini import DATA_MINI

__all__ = ["eigen_kast", "vandaag", "werk"]


def kopie(folder: Path) -> Werk:
    """A fresh copy of the invented region."""
    shutil.copytree(DATA_MINI, folder / "data", copy_function=shutil.copyfile)
    return Werk(folder / "data")


@pytest.fixture(scope="session")
def werk(tmp_path_factory: pytest.TempPathFactory, eigen_kast: None, vandaag: None) -> Werk:
    return kopie(tmp_path_factory.mktemp("fouten"))
