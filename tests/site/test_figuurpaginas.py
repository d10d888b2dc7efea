"""The page of a figure alone: to show in a page of others, so whole by itself and nothing more."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.gebouwd import SITE_URL, TALEN, Bestand
from tests.site.test_veiligheid import CSP

SVG = "{http://www.w3.org/2000/svg}"


def test_each_figure_has_one_in_each_language_and_a_picture(
    site: Path, figuurpaginas: list[Bestand]
) -> None:
    files = {
        f"{folder}figuur/{file.stem}/"
        for folder in TALEN.values()
        for file in (site / folder / "data/v1/monitor").glob("*.svg")
    }
    assert {page.pad for page in figuurpaginas} == files
    assert len(files) > 10


def test_it_is_the_figure_with_its_table_source_and_way_to_the_rest(
    figuurpaginas: list[Bestand],
) -> None:
    for page in figuurpaginas:
        [figure] = page.boom.css("main figure.cijfers")
        assert figure.attributes["id"] == page.eigen_pad.split("/")[1], page.pad
        assert figure.css_first("table tbody tr"), page.pad
        assert figure.css_first("figcaption").text(strip=True), page.pad
        assert page.boom.css("figure > .herkomst"), page.pad
        [link] = page.boom.css(".figuurblad__voet a")
        assert (link.attributes["href"] or "").endswith(f"#{figure.attributes['id']}"), page.pad


def test_it_has_the_policy_of_every_page_and_may_be_framed(figuurpaginas: list[Bestand]) -> None:
    for page in figuurpaginas:
        head = page.boom.css_first("head")
        [policy] = head.css("meta[http-equiv]")
        assert policy.attributes["content"] == CSP, page.pad
        assert "frame-ancestors" not in page.tekst, page.pad
        assert not page.boom.css("style, [style], script:not([src]), iframe"), page.pad


def test_no_search_engine_takes_it_for_a_page_of_the_site(
    site: Path, figuurpaginas: list[Bestand], per_pad: dict[str, Bestand]
) -> None:
    maps = [file.read_text(encoding="utf-8") for file in site.rglob("sitemap.xml")]
    assert not any("/figuur/" in one for one in maps)
    for page in figuurpaginas:
        assert page.boom.css_first('meta[name="robots"][content="noindex"]'), page.pad
        assert not page.boom.css("[data-pagefind-body]"), page.pad
        href = page.boom.css_first("link[rel=canonical]").attributes["href"] or ""
        assert href.removeprefix(SITE_URL) in per_pad, page.pad


def test_the_code_to_embed_names_the_state_that_the_page_has(
    alle: list[Bestand], figuurpaginas: list[Bestand]
) -> None:
    state = {page.pad: page.boom.css_first("main").attributes["id"] for page in figuurpaginas}
    seen = 0
    for page in [*alle, *figuurpaginas]:
        for code in page.boom.css("code[id^=code-]"):
            found = re.fullmatch(
                r'<iframe src="([^"#]+)#([^"]+)" title="[^"]+" .*></iframe>', code.text()
            )
            assert found, page.pad
            assert state[found[1].removeprefix(SITE_URL)] == found[2], page.pad
            seen += 1
    assert seen > len(figuurpaginas)


def test_the_picture_says_where_it_is_from(site: Path, per_pad: dict[str, Bestand]) -> None:
    for folder in TALEN.values():
        for file in (site / folder / "data/v1/monitor").glob("*.svg"):
            source = ET.parse(file).getroot().findtext(f"{SVG}metadata") or ""
            *sources, address = source.splitlines()
            assert sources, file
            assert address.removeprefix(SITE_URL) in per_pad, file
