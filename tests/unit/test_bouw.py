"""Where the build may write: never over something that is not a site."""

from __future__ import annotations

from pathlib import Path

import pytest

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


def test_a_file_is_never_replaced_by_a_site(tmp_path: Path) -> None:
    out = tmp_path / "brief.txt"
    out.write_text("bewaar mij", encoding="utf-8")
    assert main(["--data", str(DATA_MINI), "--out", str(out)]) == 1
    assert out.read_text(encoding="utf-8") == "bewaar mij"
