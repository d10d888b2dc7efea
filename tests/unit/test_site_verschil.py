"""Two built sites beside each other, and a site that opens from its folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.site.los import los
from macros.site.verschil import Paginaverschil, vergeleken

PAGINA = """<!doctype html><html lang="{taal}"><head><title>T</title><link href="{stijl}"></head>
<body><header>{kop}</header><main><h1>{naam}</h1>
<p class="{klasse}">{tekst} <a href="{naar}">hier</a></p></main>
<footer data-bestand="data/x.yml"></footer></body></html>"""
GEWOON = {
    "taal": "nl",
    "stijl": "a.css",
    "kop": "Kop",
    "naam": "Een  <em>pagina</em>",
    "klasse": "x",
    "tekst": "Dit staat er.",
    "naar": "../",
}


def schrijf(site: Path, pad: str, **anders: str) -> None:
    (site / pad).parent.mkdir(parents=True, exist_ok=True)
    (site / pad).write_text(PAGINA.format(**{**GEWOON, **anders}), encoding="utf-8")


@pytest.fixture
def sites(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "oud", tmp_path / "nieuw"
    for site in (old, new):
        schrijf(site, "index.html")
        schrijf(site, "a/index.html")
        (site / "a.csv").write_text("1")
    return old, new


@pytest.mark.parametrize(
    ("anders", "telt"),
    [
        ({"tekst": "Dit staat er nu."}, True),
        ({"naar": "../b/"}, True),
        ({"naam": "Een pagina"}, False),  # the same words
        ({"tekst": "Dit  staat\ner."}, False),
        ({"klasse": "y"}, False),
        ({"stijl": "b.css"}, False),
        ({"kop": "Andere kop"}, False),
    ],
)
def test_a_page_is_another_when_a_reader_gets_something_else(
    anders: dict[str, str], telt: bool, sites: tuple[Path, Path]
) -> None:
    schrijf(sites[1], "a/index.html", **anders)
    found = vergeleken(*sites)
    name = "Een pagina"
    page = Paginaverschil("a/", "nl", name, "anders", "data/x.yml")
    assert found.paginas == ((page,) if telt else ())
    assert (found.alle, found.bestanden) == (2, 0)


def test_pages_that_come_and_go_and_files_are_told(sites: tuple[Path, Path]) -> None:
    old, new = sites
    schrijf(new, "en/b/index.html", taal="en")
    schrijf(old, "weg.html")
    (new / "a.csv").write_text("2")
    (new / "nieuw.ics").write_text("3")
    for beside in ("pagefind/x.json", "assets/x.js", "beheer/index.html", "404.html"):
        schrijf(new, beside)
    found = vergeleken(old, new)
    assert [(one.adres, one.taal, one.wat) for one in found.paginas] == [
        ("en/b/", "en", "nieuw"),
        ("weg.html", "nl", "weg"),
    ]
    assert (found.alle, found.bestanden) == (3, 2)


@pytest.mark.parametrize(
    ("naar", "wordt"),
    [
        ("../", "../index.html"),
        ("./", "./index.html"),
        ("../a/b/#c", "../a/b/index.html#c"),
        ("a/?x=1", "a/index.html?x=1"),
        ("#c", "#c"),
        ("a.csv", "a.csv"),
        ("https://x.nl/", "https://x.nl/"),
        ("//x.nl/", "//x.nl/"),
        ("/a/", "/a/"),
        ("tel:112", "tel:112"),
    ],
)
def test_a_site_to_open_from_its_folder_names_the_file_of_each_page(
    naar: str, wordt: str, tmp_path: Path
) -> None:
    file = tmp_path / "index.html"
    text = '<a class="x" href="{0}">x</a><svg><a href="{0}"/></svg><form action="{0}"></form>'
    file.write_text(f'<link rel="canonical" href="../">{text.format(naar)}')
    los(tmp_path)
    assert file.read_text() == f'<link rel="canonical" href="../">{text.format(wordt)}'


def test_a_file_that_another_site_shares_stays_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "oud").mkdir()
    (tmp_path / "site").mkdir()
    old, new = tmp_path / "oud" / "index.html", tmp_path / "site" / "index.html"
    old.write_text('<a href="../">x</a>')
    new.hardlink_to(old)
    los(tmp_path / "site")
    assert old.read_text() == '<a href="../">x</a>'
    assert new.read_text() == '<a href="../index.html">x</a>'
