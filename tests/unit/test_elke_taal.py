"""Any language: its name, its direction, what the site needs for it, and how a page says which is which."""

from __future__ import annotations

from pathlib import Path

import pytest
from markupsafe import Markup

from macros.render.plaats import bewaar, zet_terug
from macros.render.richting import met_richting
from macros.taal.talen import beschikbaar, eigen_naam, nederlandse_naam, ontbreekt, richting
from macros.taal.vertaler import Tekst, Vertaler


@pytest.mark.parametrize(
    ("taal", "zelf", "nederlands", "kant"),
    [
        ("nl", "Nederlands", "Nederlands", "ltr"),
        ("en", "English", "Engels", "ltr"),
        ("de", "Deutsch", "Duits", "ltr"),
        ("ar", "العربية", "Arabisch", "rtl"),
        ("pt-BR", "português (Brasil)", "Portugees (Brazilië)", "ltr"),
    ],
)
def test_a_language_has_its_own_name_and_direction(
    taal: str, zelf: str, nederlands: str, kant: str
) -> None:
    assert (eigen_naam(taal), nederlandse_naam(taal), richting(taal)) == (zelf, nederlands, kant)


def test_numbers_dates_and_lists_are_written_as_the_language_does() -> None:
    v = Vertaler("pt-BR")
    assert (v.getal(1234), v.opsomming(["a", "b", "c"])) == ("1.234", "a, b e c")
    assert Vertaler("en").opsomming(["a", "b", "c"]) == "a, b and c"


def test_what_a_language_still_needs_is_named(tmp_path: Path) -> None:
    (tmp_path / "macros" / "vertaling").mkdir(parents=True)
    for name in ("mkdocs.yml", "mkdocs.de.yml", "macros/vertaling/de.po", "macros/vertaling/fr.po"):
        (tmp_path / name).touch()
    for taal in ("nl", "de"):
        (tmp_path / "docs" / taal).mkdir(parents=True)
    assert ontbreekt(tmp_path, "nl") == ontbreekt(tmp_path, "de") == []
    assert ontbreekt(tmp_path, "fr") == ["mkdocs.fr.yml", "docs/fr"]
    assert beschikbaar(tmp_path) == ["de", "nl"]


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ('<html lang="ar" dir="rtl">', '<html lang="ar" dir="rtl">'),
        ('<span lang="nl">x</span>', '<span lang="nl" dir="ltr">x</span>'),
        ('<a class="b" lang="ar" href="c">', '<a class="b" lang="ar" dir="rtl" href="c">'),
        ('<a hreflang="nl" lang="nl">', '<a hreflang="nl" lang="nl" dir="ltr">'),
        ('<a hreflang="nl">', '<a hreflang="nl">'),
        ('<div lang="nl" dir="ltr">', '<div lang="nl" dir="ltr">'),
        ('<text lang="nl">x</text>', '<text lang="nl">x</text>'),
        ("<p>lang=&#34;nl&#34;</p>", "<p>lang=&#34;nl&#34;</p>"),
    ],
)
def test_what_names_its_language_says_its_direction_once(html: str, wanted: str) -> None:
    assert met_richting(html, richting) == wanted


def test_a_block_in_prose_of_another_language_says_its_own() -> None:
    meta = {"inhoud_taal": "nl"}
    mark = bewaar(meta, Markup("<p>in English</p>"), "en")
    assert zet_terug(meta, mark) == '<div lang="en"><p>in English</p></div>'
    assert bewaar(meta, Markup('<a href="#">a & b</a>'), "en") == (
        '<span lang="en"><a href="#">a & b</a></span>'
    )
    assert bewaar(meta, Markup("Town"), "en") == '<span lang="en">Town</span>'
    assert bewaar(meta, Markup(""), "en") == ""
    assert bewaar(meta, Markup("Dorp"), "nl") == "Dorp"
    assert bewaar({}, Markup("Town"), "en") == "Town"


def test_a_number_is_part_of_the_title_it_counts() -> None:
    assert Tekst("Samen", "nl").met_nummer("1a") == Tekst("1a. Samen", "nl")
