"""The check of the built site: silent about a good one, and precise about each defect."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.site.controle import controleer

CSP = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
PAGINA = """<!doctype html>
<html lang="{taal}"><head><title>Titel</title>{csp}
<link rel="stylesheet" href="{wortel}assets/stijl.css">
<link rel="canonical" href="https://voorbeeld.test/x/"></head>
<body><h1 id="kop">Kop</h1>
<a href="{wortel}">thuis</a> <a href="{wortel}agenda/#kop">agenda</a> <a href="#kop">hier</a>
<a href="https://voorbeeld.test/">elders</a> <a href="{wortel}assets/lijst.csv">lijst</a>
<img src="{wortel}assets/b%20c.svg" alt=""><script src="{wortel}assets/a.js"></script>
<script type="application/json">{{}}</script>
<svg role="img"><title>Figuur</title><a href="#kop"></a></svg></body></html>
"""
PAGINAS = {
    "index.html": "",
    "agenda/index.html": "../",
    "en/index.html": "",
    "en/agenda/index.html": "../",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A good site of two pages in two languages."""
    for pad, wortel in PAGINAS.items():
        file = tmp_path / pad
        file.parent.mkdir(parents=True, exist_ok=True)
        taal = "en" if pad.startswith("en/") else "nl"
        file.write_text(PAGINA.format(taal=taal, csp=CSP, wortel=wortel or "./"), encoding="utf-8")
    for taal in ("", "en/"):
        folder = tmp_path / taal / "assets"
        folder.mkdir()
        for name in ("stijl.css", "lijst.csv", "b c.svg", "a.js"):
            (folder / name).write_text("x", encoding="utf-8")
    return tmp_path


def test_a_good_site_has_no_defects(site: Path) -> None:
    assert controleer(site) == []


#: name, what to replace, by what, the message ("" for any)
DEFECTS = [
    ("broken-link", "<h1", '<a href="../weg/">x</a><h1', "deze verwijzing leidt nergens heen: ../weg/"),
    ("folder-without-slash", "<h1", '<a href="../weg">x</a><h1', "deze verwijzing leidt nergens heen: ../weg"),
    ("above-the-root", "<h1", '<a href="../../agenda/">x</a><h1', "deze verwijzing leidt nergens heen: ../../agenda/"),
    ("from-the-root", "<h1", '<a href="/agenda/">x</a><h1', ""),
    ("missing-file", "a.js", "b.js", "deze verwijzing leidt nergens heen: ../assets/b.js"),
    ("missing-anchor", "<h1", '<a href="../#weg">x</a><h1', "dit anker bestaat niet: ../#weg"),
    ("missing-anchor-here", "<h1", '<a href="#weg">x</a><h1', "dit anker bestaat niet: #weg"),
    ("two-h1", "</body>", "<h1>Nog een</h1></body>", "er zijn 2 koppen h1, en één hoort er te zijn"),
    ("no-h1", "h1", "h2", "er zijn 0 koppen h1, en één hoort er te zijn"),
    ("no-title", "<title>Titel</title>", "<title> </title>", "de titel ontbreekt"),
    ("no-title-but-a-figure-with-one", "<title>Titel</title>", "", "de titel ontbreekt"),
    ("wrong-lang", 'lang="nl"', 'lang="en"', "de taal is 'en', en 'nl' wordt verwacht"),
    ("no-lang", ' lang="nl"', "", "de taal is 'None', en 'nl' wordt verwacht"),
    ("inline-script", "</body>", "<script>x()</script></body>", "er staat een script in de pagina zelf"),
    ("style-attribute", "<h1 ", '<h1 style="color:red" ', "er staat opmaak in de pagina zelf (style)"),
    ("style-element", "</head>", "<style>a{}</style></head>", "er staat opmaak in de pagina zelf (style)"),
    ("event-handler", "<h1 ", '<h1 onclick="x()" ', "er staat een script in het kenmerk onclick"),
    ("script-address", 'href="#kop"', 'href="javascript:x()"', ""),
    ("foreign-script", 'src="../assets/a.js"', 'src="https://cdn.example/a.js"', "<script> haalt iets van elders: https://cdn.example/a.js"),
    ("foreign-image", 'src="../assets/b%20c.svg"', 'src="//cdn.example/b.svg"', "<img> haalt iets van elders: //cdn.example/b.svg"),
    ("foreign-srcset", 'alt=""', 'alt="" srcset="../assets/b%20c.svg 1x, https://cdn.example/b.svg 2x"', ""),
    ("foreign-form", "</body>", '<form action="https://cdn.example/"></form></body>', "<form> haalt iets van elders: https://cdn.example/"),
    ("no-policy", CSP, "", "de Content-Security-Policy ontbreekt"),
    ("double-id", "</body>", '<p id="kop"></p></body>', "de id 'kop' staat er twee keer"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "what"), [case[1:] for case in DEFECTS], ids=[case[0] for case in DEFECTS]
)
def test_a_defect_is_found_on_its_page(site: Path, old: str, new: str, what: str) -> None:
    file = site / "agenda" / "index.html"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    found = [gebrek for gebrek in controleer(site) if "#kop" not in gebrek.wat]
    assert [gebrek.pagina for gebrek in found] == ["agenda/index.html"]
    assert what in ("", found[0].wat)


def test_an_english_page_in_dutch_is_found(site: Path) -> None:
    file = site / "en" / "index.html"
    file.write_text(file.read_text(encoding="utf-8").replace('"en"', '"nl"'), encoding="utf-8")
    assert list(map(str, controleer(site))) == [
        "en/index.html: de taal is 'nl', en 'en' wordt verwacht"
    ]


def test_the_page_for_lost_visitors_may_use_addresses_from_the_root(site: Path) -> None:
    """It is shown at any address, so it cannot be relative."""
    text = PAGINA.format(taal="nl", csp=CSP, wortel="/pad/")
    (site / "404.html").write_text(text, encoding="utf-8")
    assert controleer(site) == []


def test_defects_are_sorted_by_page(site: Path) -> None:
    for pad in PAGINAS:
        file = site / pad
        file.write_text(file.read_text(encoding="utf-8").replace(CSP, ""), encoding="utf-8")
    assert [gebrek.pagina for gebrek in controleer(site)] == sorted(PAGINAS)
