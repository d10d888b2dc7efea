"""One Python of the workbench for all tests of a worker."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from tests.unit.conftest import eigen_kast, vandaag
from tests.unit.mini import DATA_MINI
from tests.werkbank.wasm import Wasm, gestart

__all__ = ["eigen_kast", "vandaag"]


@pytest.fixture(scope="session")
def wasm(
    tmp_path_factory: pytest.TempPathFactory, eigen_kast: None, vandaag: None
) -> Iterator[Wasm]:
    """Started with the smallest region."""
    with gestart(DATA_MINI, tmp_path_factory.mktemp("beheer")) as found:
        yield found


@pytest.fixture
def zonder_oplosser(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a browser: who reads the ledger says that it was not audited."""
    for name in [one for one in sys.modules if one.startswith("macros.bescherming.audit.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "scipy.optimize", None)
