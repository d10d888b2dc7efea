"""The figures of one area as slides: which area is meant, what is on them, and a PDF whole or not."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.model.basis.datum import Datum
from macros.model.geheel import Regio
from macros.render.figuur import dia as diamodule
from macros.render.figuur.dia import DiaFout, dias, welk_gebied
from macros.render.weergave import Weergave
from macros.taal.vertaler import Tekst, Vertaler
from macros.views.blik import Blik
from macros.views.monitor.figuur import Figuur
from macros.views.monitor.pagina import Gebiedcijfers, Onderwerp, gebiedcijfers
from scripts import dia
from tests.unit.mini import ROOT
from tests.voorbeeldfiguren import BALKEN, PUNTEN, baan, getal

MINI = ROOT / "tests/data_mini"
LANG = 'Zorg "hier" & <daar>\n🧒 = 1; ' * 12
VEEL = replace(BALKEN, id="veel", banen=tuple(baan(f"g{n}", getal("5")) for n in range(40)))


@pytest.fixture(scope="module")
def weergave(regio: Regio) -> Weergave:
    return Weergave(Blik(regio, Vertaler("nl"), Datum(2026, 11, 2)), adres="https://kind.example/")


def gemaakt(
    monkeypatch: pytest.MonkeyPatch, weergave: Weergave, *figuren: Figuur
) -> LexborHTMLParser:
    """The slides of an area with these figures."""
    subject = Onderwerp("Zorg", figuren, (), 1)
    found = Gebiedcijfers(
        "gemeente-stad", Tekst("Stad", "nl"), (), (), (), (subject,), (), heeft_geen_cijfer=False
    )
    monkeypatch.setattr(diamodule, "gebiedcijfers", lambda blik, key: found)
    return LexborHTMLParser(dias(weergave, "gemeente-stad"))


@pytest.mark.parametrize("getypt", ["gemeente-stad", "stad", "Stad", " STAD "])
def test_an_area_is_known_by_id_and_by_name(weergave: Weergave, getypt: str) -> None:
    assert welk_gebied(weergave.blik, getypt) == "gemeente-stad"


def test_who_types_it_wrong_gets_the_nearest(weergave: Weergave) -> None:
    with pytest.raises(DiaFout, match=r"'stadt' is geen gemeente .* Bedoel je 'stad'\?"):
        welk_gebied(weergave.blik, "stadt")


def test_a_slide_has_a_title_and_a_sentence_the_drawing_the_source_and_the_address(
    monkeypatch: pytest.MonkeyPatch, weergave: Weergave
) -> None:
    tree = gemaakt(monkeypatch, weergave, BALKEN, PUNTEN)
    first, *slides = tree.css("section")
    assert first.css_first("h1").text() == "Cijfers van Stad"
    assert "is niet bekend" in first.text()  # which state of the data it is, nobody knows here
    assert "https://kind.example/monitor/gemeente/gemeente-stad/" in first.text()
    assert [one.css_first("h2").text() for one in slides] == [BALKEN.titel, PUNTEN.titel]
    said = [BALKEN.zin_onder_titel, PUNTEN.zin_onder_titel]
    assert [one.css_first(".zin").text() for one in slides] == said
    for slide, figuur in zip(slides, (BALKEN, PUNTEN), strict=True):
        assert slide.css_first("svg[role=img] > title").text() == figuur.titel
        for text in (*figuur.herkomst, "https://kind.example/monitor/zorg/"):
            assert text in slide.css_first("footer").text()
    assert tree.css_first("html").attributes["lang"] == "nl"
    assert tree.css_first("title").text().startswith("Cijfers van Stad")


def test_what_is_too_much_for_a_slide_is_told_on_more(
    monkeypatch: pytest.MonkeyPatch, weergave: Weergave
) -> None:
    tree = gemaakt(monkeypatch, weergave, VEEL, BALKEN)
    heads = [one.text() for one in tree.css("h2")]
    assert heads == [*(f"{VEEL.titel} ({n}/4)" for n in (1, 2, 3, 4)), BALKEN.titel]
    text = tree.css_first("body").text()
    assert all(f"G{n}" in text for n in range(40))
    ids = [one.attributes["id"] for one in tree.css("[id]")]
    assert len(ids) == len(set(ids))


def test_any_title_is_text_and_a_long_one_is_set_smaller(
    monkeypatch: pytest.MonkeyPatch, weergave: Weergave
) -> None:
    tree = gemaakt(monkeypatch, weergave, replace(BALKEN, titel=LANG, zin=LANG))
    assert tree.css_first("h2.lang").text() == LANG
    assert tree.css("daar") == []


def test_the_figures_that_head_the_page_come_first_with_what_stands_beside_them(
    regio: Regio,
) -> None:
    told = regio.bronnen["verslag"].model_copy(update={"uitgever": "Het bureau"})
    known = replace(regio, bronnen=MappingProxyType({**regio.bronnen, "verslag": told}))
    blik = Blik(known, Vertaler("nl"), Datum(2026, 11, 2))
    first = gebiedcijfers(blik, "gemeente-stad").kern
    tree = LexborHTMLParser(dias(Weergave(blik), "gemeente-stad"))
    slide = tree.css("section")[1]
    assert (
        slide.css_first("h2").text() == f"{blik.regio.gemeenten['gemeente-stad'].naam} in het kort"
    )
    rows = slide.css("dl > div")
    assert len(rows) == len(first) > 1
    for row, one in zip(rows, first, strict=True):
        assert row.css_first("dt").text() == str(one.indicator.titel)
        assert row.css_first("strong").text().rstrip("*") == one.punt.tekst
        beside = [span.text().rstrip("*") for span in row.css("span")]
        assert beside == [f"{line.naam}: {line.punt.tekst}" for line in one.naast]
    assert any(one.naast for one in first)
    assert f"Bron: Het bureau: {told.titel}" in slide.css_first("footer").text()
    starred = "*" in slide.css_first("dl").text()
    assert starred == ("voorlopig" in slide.css_first("footer").text())


def test_an_area_without_figures_says_so(
    monkeypatch: pytest.MonkeyPatch, weergave: Weergave
) -> None:
    with pytest.raises(DiaFout, match="Van Stad zijn er geen figuren"):
        gemaakt(monkeypatch, weergave)


# --- the command ----------------------------------------------------------------------------


def programma(folder: Path, doet: str) -> Path:
    """A browser that does this."""
    file = folder / "chromium"
    file.write_text(f"#!{sys.executable}\nimport sys\n{doet}\n")
    file.chmod(0o700)
    return file


DRUKT = """
[pdf] = [one[15:] for one in sys.argv if one.startswith("--print-to-pdf=")]
open(pdf, "wb").write(b"%PDF-1.4 heel")
"""


@pytest.fixture
def proef(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder to work in, where every area has a figure."""
    monkeypatch.setenv("SITE_URL", "https://kind.example/")
    monkeypatch.setattr(dia, "dias", lambda weergave, key: "<h1>dia's</h1>")
    (tmp_path / "bin").mkdir()
    (uit := tmp_path / "uit").mkdir()
    monkeypatch.chdir(ROOT)
    return uit


def draai(monkeypatch: pytest.MonkeyPatch, uit: Path, doet: str, *args: str) -> int:
    monkeypatch.setenv("CHROMIUM", str(programma(uit.parent / "bin", doet)))
    return dia.main(["--data", str(MINI), "--uit", str(uit / "x.pdf"), *(args or ("stad",))])


def test_the_pdf_is_there_and_nothing_else(monkeypatch: pytest.MonkeyPatch, proef: Path) -> None:
    assert draai(monkeypatch, proef, DRUKT) == 0
    assert {one.name: one.read_bytes() for one in proef.iterdir()} == {"x.pdf": b"%PDF-1.4 heel"}


@pytest.mark.parametrize(
    ("doet", "args", "zin"),
    [
        (DRUKT.replace("%PDF-1.4", ""), (), "maakte er geen PDF van."),
        ("sys.exit('kan niet')", (), "maakte er geen PDF van.\nkan niet"),
        (DRUKT, ("stadt",), "Bedoel je 'stad'?"),
        (DRUKT, ("--taal", "fr", "stad"), "De site is er niet in de taal 'fr'. Kies uit: nl, en."),
    ],
)
def test_what_fails_says_why_and_leaves_what_was_there(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    proef: Path,
    doet: str,
    args: tuple[str, ...],
    zin: str,
) -> None:
    (proef / "x.pdf").write_bytes(b"van gisteren")
    assert draai(monkeypatch, proef, doet, *args) == 1
    assert zin in capsys.readouterr().err
    assert {one.name: one.read_bytes() for one in proef.iterdir()} == {"x.pdf": b"van gisteren"}


def test_without_a_browser_it_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], proef: Path
) -> None:
    monkeypatch.setenv("CHROMIUM", str(proef / "niets"))
    assert dia.main(["--data", str(MINI), "--uit", str(proef / "x.pdf"), "stad"]) == 1
    said = capsys.readouterr().err
    assert "Voor een PDF is Chromium of Google Chrome nodig." in said
    assert "wijst niet naar een programma" in said
    assert os.listdir(proef) == []


@pytest.mark.parametrize(
    ("waar", "zin"),
    [
        ("nergens/x.pdf", "De map om in te schrijven is er niet."),
        (".", "Hier is al een map met die naam: "),
    ],
)
def test_a_place_where_no_pdf_can_be_is_told(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    proef: Path,
    waar: str,
    zin: str,
) -> None:
    monkeypatch.setenv("CHROMIUM", str(programma(proef.parent / "bin", DRUKT)))
    assert dia.main(["--data", str(MINI), "--uit", str(proef / waar), "stad"]) == 1
    said = capsys.readouterr().err
    assert zin in said
    assert ".dia-" not in said
    assert os.listdir(proef) == []
