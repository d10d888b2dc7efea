"""The text face: its files, its letters, and that nothing of our own needs another one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from mkdocs.exceptions import PluginError

from macros.engine import hooks
from macros.render import letter
from macros.render.letter import GEWICHTEN, PAKKET, breedte, letterbestand, letterbreedten
from macros.render.tekening import maat
from macros.render.tekening.basis import TekeningFout
from tests.unit.mini import ROOT

PAKKETTEN = ROOT / "node_modules"
THEMA = ROOT / "docs/theme"
MEEST = 40_000
"""Bytes of the whole face; woff2 is compressed already."""

NODIG = "éëïöüèêîôûúàâáíóçñÉËÏÖÜ‘’“”–…€§·×−°²½‹›"  # noqa: RUF001
"""Beside ASCII: Dutch, Frisian, and the signs that texts of this site use."""


def stylesheet() -> str:
    return (THEMA / "assets/css/letter.css").read_text(encoding="utf-8")


def test_whole_face_is_light_and_brings_its_licence() -> None:
    files = dict(hooks.letter(PAKKETTEN))
    assert set(files) == {"400.woff2", "700.woff2", "LICENSE.txt"}
    fonts = [content for name, content in files.items() if name.endswith(".woff2")]
    assert all(content.startswith(b"wOF2") for content in fonts)
    assert sum(map(len, fonts)) <= MEEST
    assert b"SIL OPEN FONT LICENSE" in files["LICENSE.txt"]


def test_without_the_face_the_build_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(PluginError, match=rf"{PAKKET} staat niet in .*; draai eerst: make build"):
        list(hooks.letter(tmp_path))
    monkeypatch.setattr(letter, "_PAKKETTEN", tmp_path)
    letterbreedten.cache_clear()
    maat._ems.cache_clear()
    with pytest.raises(TekeningFout, match=r"De letter van de site is er niet .* make build"):
        maat._breedste(["een woord"])


@pytest.mark.parametrize("gewicht", GEWICHTEN)
def test_face_has_every_letter_of_dutch_and_frisian(gewicht: int) -> None:
    ascii_ = {chr(code) for code in range(32, 127)}
    assert (ascii_ | set(NODIG)) - letterbreedten(gewicht).keys() == set()


@pytest.mark.parametrize("gewicht", GEWICHTEN)
def test_widths_are_those_of_the_file(gewicht: int) -> None:
    with TTFont(PAKKETTEN / PAKKET / letterbestand(gewicht, "woff")) as font:
        glyphs, names = font.getGlyphSet(), font.getBestCmap()
        em = font["head"].unitsPerEm
        widths = {chr(code): glyphs[name].width / em for code, name in names.items()}
    assert letterbreedten(gewicht) == widths
    assert widths["i"] < widths["n"] < widths["W"]


def test_width_of_a_line_is_that_of_its_letters() -> None:
    widths = letterbreedten(400)
    assert breedte("één") == pytest.approx(2 * widths["é"] + widths["n"])
    assert breedte("één", vet=True) > breedte("één")
    assert breedte("") == 0
    assert breedte("漢🙂") == 2  # a letter of another face: a whole one, which is wide enough


def test_what_the_site_itself_writes_is_in_the_face() -> None:
    """Not what its editors write: a letter that is missing there comes from the visitor's system."""
    known = letterbreedten(400).keys() & letterbreedten(700).keys()
    files = [*THEMA.rglob("*.html"), *(ROOT / "macros/templates").rglob("*.html")]
    texts = {file: re.sub(r"\{#.*?#\}", "", file.read_text(), flags=re.DOTALL) for file in files}
    for file in (THEMA / "assets/css").glob("*.css"):
        texts[file] = " ".join(re.findall(r'content: "([^"]*)"', file.read_text()))
    missing = {
        f"{file.relative_to(ROOT)}: {sign}"
        for file, text in texts.items()
        for sign in set(text) - known - {"\n"}
    }
    assert missing == set()


@pytest.mark.parametrize("gewicht", GEWICHTEN)
def test_face_that_stands_in_is_as_high_as_ours(gewicht: int) -> None:
    with TTFont(PAKKETTEN / PAKKET / letterbestand(gewicht, "woff")) as font:
        em, head = font["head"].unitsPerEm, font["hhea"]
        high, deep, gap = head.ascent / em, -head.descent / em, head.lineGap / em
    rules = re.findall(r"@font-face \{[^}]*local[^}]*\}", stylesheet())
    mine = [rule for rule in rules if f"font-weight: {gewicht}" in rule]
    assert len(mine) == 2
    for rule in mine:
        size, ascent, descent, line = (
            float(value) / 100 for value in re.findall(r"(?:adjust|override): ([\d.]+)%", rule)
        )
        assert size * ascent == pytest.approx(high, abs=0.002)
        assert size * descent == pytest.approx(deep, abs=0.002)
        assert line == gap
