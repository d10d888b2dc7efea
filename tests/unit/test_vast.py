"""The copy that many tests share: whatever a test did to it, the next one finds it as it was made."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.unit.gevallen import foto
from tests.unit.mini import DATA_MINI, Vast


@pytest.fixture
def vast(tmp_path: Path) -> Vast:
    return Vast(DATA_MINI, tmp_path)


def bederf(data: Path) -> None:
    """One of everything that can happen to a file or a folder."""
    regio = data / "regio.yml"
    regio.write_bytes(regio.read_bytes().swapcase())  # as long as it was
    os.replace(data / "agendas/plan-2021-2023.yml", data / "anders.yml")
    shutil.copy(data / "bronnen" / "plan.yml", data / "bronnen" / "verslag.yml")
    (data / "partijen" / "regisseur.yml").unlink()
    (data / "partijen" / "regisseur.yml").mkdir()
    shutil.rmtree(data / "mijlpalen")
    (data / "mijlpalen").write_text("begin", encoding="utf-8")
    shutil.rmtree(data / "samenwerking")
    (data / "gemeenten" / "gemeente-dorp.yml").chmod(0o400)
    (data / "nieuw" / "diep").mkdir(parents=True)
    (data / "nieuw" / "diep" / "a.yml").write_text("id: a\n", encoding="utf-8")
    (data / "koppeling.yml").symlink_to("regio.yml")
    (data.parent / "ernaast.xlsx").write_bytes(b"x")


def test_whatever_a_test_did_is_undone_also_the_second_time(vast: Vast) -> None:
    before = foto(vast.folder)
    for _ in range(2):
        bederf(vast.map)
        assert foto(vast.folder) != before
        vast.herstel()
        assert foto(vast.folder) == before
        assert not (vast.map / "koppeling.yml").is_symlink()
        assert (vast.map / "gemeenten" / "gemeente-dorp.yml").stat().st_mode & 0o200


def test_what_was_left_alone_is_not_made_anew(vast: Vast) -> None:
    before = {path: path.stat().st_ino for path in vast.folder.rglob("*")}
    (vast.map / "regio.yml").unlink()
    vast.herstel()
    changed = {path for path, number in before.items() if path.stat().st_ino != number}
    assert changed <= {vast.map / "regio.yml"}
