"""No test can read the data of the real region unseen, so no edit of them can turn a test red."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from macros.load import load
from tests.unit.mini import DAG, DATA_MINI, ROOT

REAL = ROOT / "data"
Gelezen = Callable[[], list[str]]


@pytest.mark.parametrize(
    "read",
    [
        lambda folder: (REAL / "regio.yml").read_text(encoding="utf-8"),
        lambda folder: os.close(os.open(str(REAL / "regio.yml"), os.O_RDONLY)),
        lambda folder: list(REAL.glob("*.yml")),
        lambda folder: os.listdir(REAL),
        lambda folder: load(REAL, DAG),
        lambda folder: load(Path(os.path.relpath(REAL)), DAG),
        lambda folder: shutil.copytree(REAL / "gemeenten", folder / "kopie"),
    ],
    ids=["text", "descriptor", "glob", "list", "load", "relative", "copy"],
)
def test_reading_the_real_data_is_seen(
    read: Callable[[Path], object], geen_echte_data: Gelezen, tmp_path: Path
) -> None:
    assert geen_echte_data() == []
    with suppress(OSError):  # what another region does not have is looked for all the same
        read(tmp_path)
    assert geen_echte_data()


def test_reading_an_invented_region_is_no_reading_of_the_real_one(
    geen_echte_data: Gelezen, tmp_path: Path
) -> None:
    shutil.copytree(DATA_MINI, tmp_path / "data")
    assert load(tmp_path / "data", DAG).regio is not None
    assert load(DATA_MINI, DAG).regio is not None
    assert geen_echte_data() == []
