"""Fixtures of the unit tests."""

from __future__ import annotations

import datetime
import gc
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from macros import format as vorm
from macros import kast
from macros import load as laden
from macros.bescherming import uitgaven
from macros.engine import bouw
from macros.issue import Issue
from macros.load import Loaded, load
from macros.model.basis.record import Deel
from macros.model.geheel import Regio
from macros.model.soort import Soort
from macros.source.nodes import Document, Value, parse
from macros.taal import catalogus, po
from tests.statline.dienst import CIJFERS, KOPPELING, PAD, Tabel, cijfers, verzonnen
from tests.unit.gevallen import VANDAAG
from tests.unit.mini import DAG, DATA_MINI, Mini, Vast


@pytest.fixture(scope="session", autouse=True)
def vandaag() -> Iterator[None]:
    """No test depends on the clock: all run at noon of one day."""
    noon = datetime.datetime.combine(VANDAAG, datetime.time(12), datetime.UTC)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(noon.timestamp())))
        yield


@pytest.fixture(scope="session", autouse=True)
def eigen_kast(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test finds what an earlier run kept."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kast, "MAP", tmp_path_factory.mktemp("kast"))
        yield


@pytest.fixture(scope="session", autouse=True)
def zelden_opruimen() -> None:
    """What was imported stays, and most of what tests read: looking for garbage finds little."""
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


@pytest.fixture(scope="session")
def onthouden() -> Iterator[None]:
    """What reads as it did before is not parsed, validated, written or audited again.

    Everything is found again by what stands in the files alone. At the end each document must still
    be what a fresh reading gives: nobody has changed what all share.
    """
    read = cache(parse)
    texts: dict[tuple[str, str], Document | None] = {}
    records: dict[Any, tuple[Document | None, Deel | None, list[Issue]]] = {}
    written: dict[tuple[int, str], tuple[Value, str]] = {}
    audited: dict[Any, list[Issue]] = {}

    def _parse(text: str, path: str) -> tuple[Document | None, list[Issue]]:
        found = read(text, path)
        texts[text, path] = found[0]
        return found

    def _record(
        text: str, name: str, path: str, soort: Soort
    ) -> tuple[Document | None, Deel | None, list[Issue]]:
        # Its name says where it lies, and so of which kind it is; a test may read in another way.
        key = text, name, vars(laden)["parse"]
        if key not in records:
            records[key] = record(text, name, path, soort)
        return records[key]

    def _canonical(value: Value, soort: Soort) -> str:
        key = id(value), soort.pad
        if key not in written:
            written[key] = value, as_yaml(value, soort)
        return written[key][1]

    def _gecontroleerd(
        folder: Path, drempel: int, gebieden: uitgaven.Ligging = MappingProxyType({})
    ) -> list[Issue]:
        ledger = tuple(_bestanden(folder / uitgaven.MAP))
        key = folder, drempel, tuple(sorted(gebieden.items())), ledger
        if key not in audited:
            audited[key] = gecontroleerd(folder, drempel, gebieden)
        return audited[key]

    @cache
    def _catalogus(folder: Path, taal: str, content: bytes | None) -> Any:
        return catalogus.read(folder, taal)

    def _catalogus_van(folder: Path, taal: str) -> Any:
        file = catalogus.pad(folder, taal)
        return _catalogus(folder, taal, file.read_bytes() if file.is_file() else None)

    gecontroleerd, as_yaml, record = uitgaven.gecontroleerd, vorm._yaml, laden._record
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("macros.load.parse", _parse)
        patch.setattr(laden, "_record", _record)
        patch.setattr("macros.load.catalogus_van", _catalogus_van)
        patch.setattr("macros.load.interface_van", cache(catalogus.interface))
        patch.setattr(vorm, "_yaml", _canonical)
        patch.setattr(uitgaven, "gecontroleerd", _gecontroleerd)
        patch.setattr(po, "lees", cache(po.lees))
        yield
    assert all(parse(*key)[0] == document for key, document in texts.items())


def _bestanden(folder: Path) -> Iterator[tuple[str, bytes | None]]:
    """Everything below a folder: what a file holds, and that a folder is there."""
    for here, folders, files in os.walk(folder):
        yield from ((f"{here}/{one}", None) for one in folders)
        for one in files:
            with open(f"{here}/{one}", "rb") as stream:
                yield f"{here}/{one}", stream.read()


@pytest.fixture(scope="session")
def vast(tmp_path_factory: pytest.TempPathFactory, onthouden: None) -> Vast:
    return Vast(DATA_MINI, tmp_path_factory.mktemp("mini"))


@pytest.fixture
def mini(vast: Vast) -> Iterator[Mini]:
    """A copy of data_mini, to break; also what lies beside it is the test's own."""
    yield Mini(vast.map)
    vast.herstel()
    bouw.gelezen.cache_clear()
    bouw.weergave.cache_clear()


@pytest.fixture(scope="session")
def geladen() -> Loaded:
    """data_mini as it is."""
    return load(DATA_MINI, DAG)


@pytest.fixture(scope="session")
def regio(geladen: Loaded) -> Regio:
    """The region of data_mini; frozen, so every test may have the same one."""
    assert geladen.regio is not None
    return geladen.regio


@pytest.fixture
def eind_2023(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is 14 November 2023."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@pytest.fixture
def cbs(mini: Mini) -> Tabel:
    """The invented table of StatLine, and a region that is linked to it."""
    mini.schrijf(PAD, KOPPELING)
    mini.schrijf(CIJFERS, cijfers())
    mini.vervang("bronnen/verslag.yml", "geraadpleegd: onbekend", "geraadpleegd: 2022-11-01")
    return verzonnen()
