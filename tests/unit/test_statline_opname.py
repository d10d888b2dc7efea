"""The answers kept in ``tests/statline`` against the data of the site and its links."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from macros.model.geheel import Regio
from macros.statline.client import DIENST
from scripts.importeer_cbs import importeer
from tests.unit.gevallen import foto
from tests.unit.mini import ROOT

OPNAMEN = ROOT / "tests" / "statline"
TABELLEN = sorted(
    folder.name for folder in OPNAMEN.iterdir() if (folder / "TableInfos.json").is_file()
)


class Afspeler:
    """Gives the kept answers, in the order in which they were kept."""

    def __init__(self) -> None:
        self.keren: Counter[str] = Counter()

    def haal(self, url: str) -> bytes:
        table, part = urlsplit(url).path.split("/")[-2:]
        name = f"{table.lower()}/{part}"
        self.keren[name] += 1
        number = "" if self.keren[name] == 1 else f"-{self.keren[name]}"
        return (OPNAMEN / f"{name}{number}.json").read_bytes()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the data of the site."""
    return Path(shutil.copytree(ROOT / "data", tmp_path / "data"))


@pytest.mark.parametrize("tabel", TABELLEN)
def test_a_kept_table_is_taken_over_and_then_brings_no_news(
    tabel: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert importeer(data, [tabel], Afspeler().haal, DIENST, schrijven=True) == 0
    capsys.readouterr()
    after = foto(data)
    assert importeer(data, [tabel], Afspeler().haal, DIENST, schrijven=True) == 0
    assert capsys.readouterr().err == "Geen nieuws bij het CBS.\nEr is niets geschreven.\n"
    assert foto(data) == after


def test_every_table_that_is_linked_was_kept(echte_regio: Regio) -> None:
    assert sorted({one.tabel.lower() for one in echte_regio.statline.values()}) == TABELLEN


@pytest.fixture(scope="module")
def echte_regio() -> Regio:
    from macros.load import load

    found = load(ROOT / "data").regio
    assert found is not None
    return found
