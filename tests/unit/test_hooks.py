"""What MkDocs calls, as far as it needs no build to be seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from macros.hooks import UIT_MAP, fflate
from macros.model.geheel import SOORTEN
from tests.unit.mini import ROOT


def test_script_of_others_is_published_with_its_licence() -> None:
    script = fflate(ROOT / "node_modules")
    assert script.startswith("/*\nMIT License\n\nCopyright")
    licence, code = script.split("*/\n", 1)
    assert "THE SOFTWARE IS PROVIDED" in licence
    assert code == (ROOT / "node_modules/fflate/esm/browser.js").read_text(encoding="utf-8")


def test_without_the_packages_of_npm_the_build_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(PluginError, match=r"fflate staat niet in .*; draai eerst: make build"):
        fflate(tmp_path)


def test_a_page_of_one_macro_sends_who_improves_it_to_a_folder_of_the_data() -> None:
    folders = {"data/", *(f"data/{soort.pad}/" for soort in SOORTEN if soort.is_map)}
    assert set(UIT_MAP.values()) <= folders
    for page in UIT_MAP:
        assert (ROOT / "docs" / "nl" / page).is_file(), page
