"""The command: what it writes, where it refuses to work, and that it leaves nothing behind."""

from __future__ import annotations

import csv
import errno
import hashlib
import io
import json
import os
import subprocess
from pathlib import Path

import openpyxl
import pytest

from scripts.bescherm import main
from tests.unit.mini import kopie

DEFINITIE = """\
id: jeugdhulp
naam: Jongeren met jeugdhulp
aantal: jongeren
dimensies:
  - id: gebied
    totaal: regio
    boom: {regio: [ede, barneveld, nijkerk]}
tabellen:
  - [gebied]
nullen: tonen
"""
GOED = "gebied;jongeren\nede;4\nbarneveld;30\nnijkerk;57\n"


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    (tmp_path / "def.yml").write_text(DEFINITIE, encoding="utf-8")
    (tmp_path / "invoer.csv").write_text(GOED, encoding="utf-8")
    (tmp_path / "uit").mkdir()
    return tmp_path


def draai(folder: Path, *more: str, invoer: str = "invoer.csv", uit: str = "uit/kort.csv") -> int:
    return main(
        [
            str(folder / invoer),
            "--definitie",
            str(folder / "def.yml"),
            "--uit",
            str(folder / uit),
            *more,
        ]
    )


def geschreven(folder: Path) -> list[str]:
    return sorted(one.name for one in (folder / "uit").iterdir())


def test_the_publication_the_report_and_the_manifest_hold_no_more_than_they_may(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(map_.rglob("*"))
    assert draai(map_) == 0
    assert geschreven(map_) == ["kort-rapport.md", "kort.csv", "manifest.json"]
    assert len(sorted(map_.rglob("*"))) == len(before) + 3
    raw = (map_ / "uit" / "kort.csv").read_bytes()
    rows = list(csv.DictReader(io.StringIO(raw.decode()), delimiter=";"))
    assert [list(one.values()) for one in rows] == [
        ["regio", "1", "91"],
        ["ede", "1", ""],
        ["barneveld", "1", ""],
        ["nijkerk", "1", "57"],
    ]
    manifest = json.loads((map_ / "uit" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest == {
        "domein": "jeugdhulp",
        "regelversie": 1,
        "drempel": 10,
        "methode": "onderdrukken",
        "publicatie_sha256": hashlib.sha256(raw).hexdigest(),
        "uitspraak": "beschermd",
    }
    report = (map_ / "uit" / "kort-rapport.md").read_text(encoding="utf-8")
    assert "| 1 | gebied | 4 | 2 | 2 |" in report
    assert not [name for name in ("ede", "barneveld", "primair", "secundair") if name in report]
    assert "Geschreven" in capsys.readouterr().err


def test_a_workbook_gives_the_same_as_csv(map_: Path) -> None:
    book = openpyxl.Workbook()
    for line in GOED.splitlines():
        name, count = line.split(";")
        book.active.append([name, int(count) if count.isdigit() else count])
    book.save(map_ / "invoer.xlsx")
    assert draai(map_) == 0
    text = (map_ / "uit" / "kort.csv").read_bytes()
    assert draai(map_, invoer="invoer.xlsx") == 0
    assert (map_ / "uit" / "kort.csv").read_bytes() == text


def test_a_lower_threshold_hides_less(map_: Path) -> None:
    assert draai(map_, "--drempel", "3") == 0
    assert "ede;1;4" in (map_ / "uit" / "kort.csv").read_text(encoding="utf-8")


def test_the_threshold_is_that_of_the_region_when_one_is_named(
    map_: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    region = kopie(tmp_path / "regio")
    region.vervang("regio.yml", "drempel: 10", "drempel: 12")
    assert draai(map_, "--data", str(region.map)) == 0
    made = json.loads((map_ / "uit" / "manifest.json").read_text(encoding="utf-8"))
    assert made["drempel"] == 12
    (region.map / "regio.yml").unlink()
    assert draai(map_, "--data", str(region.map)) == 1
    assert "regio.yml:1:1: fout: Dit bestand ontbreekt." in capsys.readouterr().err


@pytest.mark.parametrize("naam", ["invoer.csv", "invoer.xlsx"])
@pytest.mark.parametrize("via", ["direct", "link", "werkboom"])
def test_raw_counts_inside_a_git_work_tree_are_refused(
    map_: Path, via: str, naam: str, capsys: pytest.CaptureFixture[str]
) -> None:
    tree = map_ / "project"
    (tree / "data").mkdir(parents=True)
    if via == "werkboom":
        (tree / ".git").write_text("gitdir: elders\n", encoding="utf-8")
    else:
        subprocess.run(["git", "init", "-q", str(tree)], check=True)
    (tree / "data" / naam).write_text(GOED, encoding="utf-8")
    invoer = f"project/data/{naam}"
    if via == "link":
        (map_ / f"link-{naam}").symlink_to(tree / "data" / naam)
        invoer = f"link-{naam}"
    assert draai(map_, invoer=invoer) == 1
    assert geschreven(map_) == []
    assert "De invoer staat in een map die git bijhoudt" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("uit", "melding"),
    [
        ("uit/kort.txt", "De uitvoer moet op .csv eindigen"),
        ("nergens/kort.csv", "De map voor de uitvoer is er niet"),
        ("invoer.csv", "De uitvoer zou over de invoer heen komen."),
    ],
)
def test_an_output_that_cannot_be_written_is_told(
    map_: Path, uit: str, melding: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert draai(map_, uit=uit) == 1
    assert geschreven(map_) == []
    assert (map_ / "invoer.csv").read_text(encoding="utf-8") == GOED
    assert melding in capsys.readouterr().err


def test_after_an_error_the_previous_publication_still_stands(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert draai(map_) == 0
    before = {one: one.read_bytes() for one in (map_ / "uit").iterdir()}
    (map_ / "invoer.csv").write_text(GOED.replace("57", "<5"), encoding="utf-8")
    assert draai(map_) == 1
    assert {one: one.read_bytes() for one in (map_ / "uit").iterdir()} == before
    error = capsys.readouterr().err
    assert "invoer.csv:4:2: fout: Rij 4, kolom jongeren: '<5' is geen getal." in error
    assert "Er is niets geschreven." in error


def test_a_previous_publication_that_is_wrong_is_told(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (map_ / "vorige.csv").write_text("gebied;tabel;aantal\nede;1;klein\n", encoding="utf-8")
    assert draai(map_, "--vorige", str(map_ / "vorige.csv")) == 1
    assert geschreven(map_) == []
    assert "'klein' is geen aantal" in capsys.readouterr().err


def test_a_full_disk_is_said_and_the_previous_publication_still_stands(
    map_: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert draai(map_) == 0
    before = {one: one.read_bytes() for one in (map_ / "uit").iterdir()}
    (map_ / "invoer.csv").write_text(GOED.replace("57", "58"), encoding="utf-8")
    real = os.replace

    def replace(source: Path, target: Path) -> None:
        if Path(target).name == "manifest.json" and not str(source).endswith("-oud"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(target))
        real(source, target)

    capsys.readouterr()
    monkeypatch.setattr(os, "replace", replace)
    assert draai(map_) == 1
    assert {one: one.read_bytes() for one in (map_ / "uit").iterdir()} == before
    assert capsys.readouterr().err == (
        "De schijf is vol. Maak ruimte vrij.\nEr is niets geschreven.\n"
    )
