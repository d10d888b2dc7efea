"""The slides of a municipality, printed by a real browser: sheets, tags, outline, language, words."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from scripts import browser, dia
from tests.gebouwd import ROOT, gedeeld

pytestmark = pytest.mark.chromium


def test_the_pdf_has_a_sheet_for_each_figure_and_can_be_read_aloud(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("SITE_URL", "https://kind.example/")
    program = browser.find()
    assert program is not None
    data = gedeeld(tmp_path_factory).data
    uit = os.path.relpath(tmp_path / "x.pdf")  # as it is typed
    assert dia.main(["--data", str(data), "--uit", uit, "dorp"]) == 0
    pdf = (tmp_path / "x.pdf").read_bytes()
    sheets = re.findall(rb"/Type\s*/Page\b(?!s).*?endobj", pdf, re.DOTALL)
    boxes = set(re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)", b"".join(sheets)))
    assert len(sheets) > 1
    assert [round(float(wide) / float(high), 2) for wide, high in boxes] == [1.78]
    for said in (rb"/MarkInfo", rb"/StructTreeRoot", rb"/Outlines", rb"/Lang (nl)", rb"/S /Figure"):
        assert said in pdf, said
    assert [one.name for one in tmp_path.iterdir()] == ["x.pdf"]
