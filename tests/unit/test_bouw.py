"""Where the build may write: never over something that is not a site."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.engine.taalbouw import laad
from scripts.build import main
from tests.unit.mini import DATA_MINI


def test_a_folder_with_other_things_is_never_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "werk"
    out.mkdir()
    (out / "belangrijk.txt").write_text("bewaar mij", encoding="utf-8")
    assert main(["--data", str(DATA_MINI), "--out", str(out)]) == 1
    assert (out / "belangrijk.txt").read_text(encoding="utf-8") == "bewaar mij"
    assert "is geen eerder gebouwde site" in capsys.readouterr().err


def test_a_page_of_prose_that_is_no_translation_stops_the_build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scripts.build.DOCS", tmp_path / "docs")
    (tmp_path / "docs" / "en").mkdir(parents=True)
    (tmp_path / "docs" / "en" / "over.md").write_text("# About\n", encoding="utf-8")
    assert main(["--data", str(DATA_MINI), "--out", str(tmp_path / "site")]) == 1
    said = "docs/en/over.md:1:1: fout: Deze pagina zegt niet van welke Nederlandse tekst"
    assert said in capsys.readouterr().err
    assert not (tmp_path / "site").exists()


def test_settings_that_were_copied_from_another_language_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    settings = "site_name: x\ntheme:\n  name: material\n  language: en\n"
    (tmp_path / "mkdocs.gv.yml").write_text(settings, encoding="utf-8")
    said = r"gv: mkdocs\.gv\.yml noemt de taal en\. Schrijf onder theme: language: gv"
    with pytest.raises(SystemExit, match=said):
        laad("gv", tmp_path / "site")


def test_a_file_is_never_replaced_by_a_site(tmp_path: Path) -> None:
    out = tmp_path / "brief.txt"
    out.write_text("bewaar mij", encoding="utf-8")
    assert main(["--data", str(DATA_MINI), "--out", str(out)]) == 1
    assert out.read_text(encoding="utf-8") == "bewaar mij"
