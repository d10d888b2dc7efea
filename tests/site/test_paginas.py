"""What holds for the HTML of every page as far as the code alone can break it; what data and prose can
break as well, every build checks (``macros/site``), that of this site too.
"""

from __future__ import annotations

from collections import Counter
from urllib.parse import urldefrag, urljoin

import html5lib
from html5lib.constants import E

from tests.gebouwd import SITE_URL, TALEN, Bestand, bestand, woord


def test_html_parses_without_an_error(alle: list[Bestand]) -> None:
    errors = []
    for page in alle:
        parser = html5lib.HTMLParser()
        parser.parse(page.tekst)
        errors += [f"{page.pad} {at}: {E[code] % given}" for at, code, given in parser.errors]
    assert errors == []


def test_every_page_has_one_h1_and_says_its_language(alle: list[Bestand]) -> None:
    found = {
        page.pad: (
            [html.attributes.get("lang") for html in page.boom.css("html")],
            [bool(h1.text(strip=True)) for h1 in page.boom.css("h1")],
        )
        for page in alle
    }
    assert found == {page.pad: ([page.taal], [True]) for page in alle}


def test_the_menu_has_six_parts_at_most_and_the_footer_eight_links(alle: list[Bestand]) -> None:
    """What is about the site itself stands in the footer: neither is a map of the site."""
    for page in alle:
        menu, footer = (page.boom.css(one) for one in (".kop__breed a", ".voet nav a"))
        assert 0 < len(menu) <= 6, page.pad
        assert 0 < len(footer) <= 8, page.pad
        assert len(page.boom.css(".kop__smal nav > ul > li")) == len(menu), page.pad


def test_every_page_but_the_start_page_says_where_it_lies(paginas: list[Bestand]) -> None:
    """From the start page down to what it is part of, and never to itself."""
    for page in paginas:
        found = [
            urljoin(page.url, one.attributes["href"] or "") for one in page.boom.css(".kruimels a")
        ]
        start = urljoin(page.url, page.boom.css(".kop__naam")[0].attributes["href"] or "")
        assert found[:1] == ([] if page.url == start else [start]), page.pad
        assert page.url not in found, page.pad


def test_every_page_is_reached_from_the_start_page(paginas: list[Bestand]) -> None:
    """Apart from what was archived: that stays at its address and says so above its heading."""
    by_address = {page.url: page for page in paginas}
    todo = [page.url for page in paginas if page.pad == ""]
    seen = set(todo)
    while todo:
        here = todo.pop()
        for node in by_address[here].boom.css("a[href], form[action]"):
            to = urldefrag(
                urljoin(here, node.attributes.get("href") or node.attributes["action"] or "")
            )[0]
            if to in by_address and to not in seen:
                seen.add(to)
                todo.append(to)
    lost = [by_address[url] for url in sorted(by_address.keys() - seen)]
    assert [page.pad for page in lost if len(page.boom.css(".inhoud > .melding")) < 2] == []


def test_titles_and_descriptions_tell_the_pages_of_a_language_apart(paginas: list[Bestand]) -> None:
    for taal in TALEN:
        nodes = [page.boom for page in paginas if page.taal == taal]
        titles = Counter(one.css("head > title")[0].text(strip=True) for one in nodes)
        said = Counter(one.css("meta[name=description]")[0].attributes["content"] for one in nodes)
        assert [text for text, number in (titles + said).items() if number > 1] == []


def test_site_bears_the_name_of_its_region(alle: list[Bestand]) -> None:
    """In its heading, and at the end of every title; the Dutch page for lost visitors too."""
    name = bestand("regio")["titel"]
    for page in alle:
        if page.taal == "nl":
            [heading] = page.boom.css(".kop__naam")
            assert heading.text(strip=True) == name, page.pad
            assert page.boom.css("head > title")[0].text(strip=True).endswith(name), page.pad


def test_every_page_says_that_the_region_is_invented(alle: list[Bestand]) -> None:
    said = "Dit is een voorbeeld: de regio en alle feiten zijn verzonnen."
    silent = [
        page.pad
        for page in alle
        if woord(page.taal, said) not in [one.text() for one in page.boom.css("p.melding")]
    ]
    assert silent == []


def test_canonical_address_is_the_page_itself(paginas: list[Bestand]) -> None:
    found = {
        page.pad: [link.attributes.get("href") for link in page.boom.css("link[rel=canonical]")]
        for page in paginas
    }
    assert found == {page.pad: [SITE_URL + page.pad] for page in paginas}


def test_tables_have_scoped_heads_and_a_name(alle: list[Bestand]) -> None:
    """The name is the caption, or that of the region that scrolls around the table."""
    wrong, tables = [], 0
    for page in alle:
        ids = {node.attributes["id"] for node in page.boom.css("[id]")}
        for table in page.boom.css("table"):
            tables += 1
            caption = table.css_first("caption")
            around = table.parent.attributes if table.parent else {}
            labelled = around.get("aria-labelledby")
            named = (caption and caption.text(strip=True)) or around.get("aria-label")
            if not named and labelled not in ids:
                wrong.append(f"{page.pad}: tabel zonder naam: {(table.html or '')[:120]}")
            heads = table.css("th")
            if not heads or not table.css("thead th"):
                wrong.append(f"{page.pad}: tabel zonder kop: {(table.html or '')[:120]}")
            wrong += [
                f"{page.pad}: th zonder scope: {head.text(strip=True)}"
                for head in heads
                if head.attributes.get("scope") not in ("col", "row", "rowgroup")
            ]
            columns = {
                sum(int(cell.attributes.get("colspan") or 1) for cell in row.css("th, td"))
                for row in table.css("tr")
            }
            if len(columns) != 1:
                wrong.append(f"{page.pad}: rijen van verschillende lengte: {columns}")
    assert tables
    assert wrong == []


def test_images_say_what_they_are(alle: list[Bestand]) -> None:
    """Or that they are mere decoration. One with links in it is a group: an image hides them."""
    wrong = []
    for page in alle:
        texts = {node.attributes["id"]: node.text(strip=True) for node in page.boom.css("[id]")}
        wrong += [f"{page.pad}: {img.html}" for img in page.boom.css("img:not([alt])")]
        for svg in page.boom.css("svg:not([aria-hidden=true])"):
            names = (svg.attributes.get("aria-labelledby") or "").split()
            named = names and all(texts.get(name) for name in names)
            role = "group" if svg.css("a[href]") else "img"
            if svg.attributes.get("role") != role or not (
                named or svg.attributes.get("aria-label")
            ):
                wrong.append(f"{page.pad}: {(svg.html or '')[:120]}")
    assert wrong == []
