"""Two languages: each page in both, each pointing at the other, and no Dutch that passes for English."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import zip_longest
from pathlib import Path
from urllib.parse import urljoin

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from selectolax.lexbor import LexborNode

from macros.taal.catalogus import HUIS, pad
from tests.gebouwd import SITE_URL, TALEN, Bestand, bestand, bouw, eenmaal, records
from tests.huis import arabisch, leer_arabisch, verbouw
from tests.site.lezen import text


def test_every_page_is_there_in_every_language(paginas: list[Bestand]) -> None:
    by_language = {taal: {p.eigen_pad for p in paginas if p.taal == taal} for taal in TALEN}
    assert by_language["nl"]
    assert by_language == dict.fromkeys(TALEN, by_language["nl"])


def test_hreflang_is_absolute_and_complete(paginas: list[Bestand]) -> None:
    found = {
        page.pad: {
            link.attributes.get("hreflang"): link.attributes.get("href")
            for link in page.boom.css("link[rel=alternate][hreflang]")
        }
        for page in paginas
    }
    assert found == {
        page.pad: {
            **{taal: f"{SITE_URL}{folder}{page.eigen_pad}" for taal, folder in TALEN.items()},
            "x-default": SITE_URL + page.eigen_pad,
        }
        for page in paginas
    }


def test_language_link_leads_to_the_same_page(paginas: list[Bestand]) -> None:
    for page in paginas:
        [link] = page.boom.css("a.kop__taal")
        [other] = [taal for taal in TALEN if taal != page.taal]
        target = address(page, link.attributes["href"] or "")
        assert target == f"{TALEN[other]}{page.eigen_pad}"
        assert link.attributes.get("hreflang") == link.attributes.get("lang") == other


def address(page: Bestand, href: str) -> str:
    return urljoin(page.url, href).removeprefix(SITE_URL)


def test_page_for_an_unknown_address_speaks_both_languages(alle: list[Bestand]) -> None:
    [page] = [page for page in alle if page.pad == "404.html"]
    [english] = page.boom.css("main [lang=en]")
    by_language: dict[str, list[str]] = {"en": [], "nl": []}
    for link in page.boom.css("main article a"):
        found = address(page, link.attributes["href"] or "")
        by_language[language(link) or ""].append(found)
    assert english.css_first("h2").text(strip=True)
    assert len(by_language["nl"]) >= 3
    assert by_language["en"] == [f"en/{pad}" for pad in by_language["nl"]]


def test_no_piece_of_a_page_is_marked_with_no_language(paginas: list[Bestand]) -> None:
    """An empty ``lang`` tells a screen reader that nobody knows."""
    assert [page.pad for page in paginas if page.boom.css_first('[lang=""]')] == []


# ---------------------------------------------------------------- untranslated text

WHOLE, PART = 3, 6
"""So many words must a Dutch text have to be looked for: as a whole piece of text; inside a longer."""


def language(node: LexborNode) -> str | None:
    """The language a node is marked with, itself or by what it stands in."""
    at: LexborNode | None = node
    while at is not None:
        if lang := at.attributes.get("lang"):
            return lang
        at = at.parent
    return None


def english(page: Bestand) -> tuple[set[str], str]:
    """What a page gives out as English: each piece of text, and all of it in one; the explanations
    that pop up come last, so that they do not stand in the middle of a sentence.
    """
    body = page.boom.body
    assert body is not None
    pieces: set[str] = set()
    sentences: list[str] = []
    explanations: list[str] = []
    for node in body.traverse(include_text=True):
        if node.tag != "-text" or node.parent is None or language(node.parent) == "nl":
            continue
        text = node.text(deep=False)
        pieces.add(plain(text))
        (explanations if inside_popover(node) else sentences).append(text)
    return pieces, f"{plain(''.join(sentences))} {plain(''.join(explanations))}"


def inside_popover(node: LexborNode) -> bool:
    at = node.parent
    while at is not None:
        if "popover" in at.attributes:
            return True
        at = at.parent
    return False


def plain(text: str) -> str:
    return " ".join(text.split())


@cache
def names() -> set[str]:
    """What is called in Dutch in every language: this site, sources, who published them, terms;
    and the code of a ruling.
    """
    found = {bestand("regio")["titel"]} | {one["term"] for one in records("begrippen").values()}
    for source in records("bronnen").values():
        found |= {source["titel"], source["uitgever"]}
    return found | {one["ecli"] for one in records("samenwerking/uitspraken").values()}


def unmarked(pages: list[Bestand], dutch: Iterable[str]) -> list[str]:
    """Where one of these Dutch texts stands as if it were English."""
    count = {text: len(re.findall(r"\w+", text)) for text in set(dutch) - names()}
    found = []
    for page in pages:
        pieces, whole = english(page)
        found += [
            f"{page.pad}: {text}"
            for text, words in sorted(count.items())
            if (words >= WHOLE and text in pieces) or (words >= PART and text in whole)
        ]
    return found


@pytest.fixture(scope="module")
def gegevens(data: Path) -> Catalog:
    """The English of the region."""
    return catalog(data)


@pytest.fixture(scope="module")
def teksten(gegevens: Catalog) -> list[Message]:
    """Every text of the English site: of the region and of the code."""
    return [*gegevens, *catalog(HUIS)]


def catalog(folder: Path) -> Catalog:
    with pad(folder, "en").open("rb") as file:
        return read_po(file, locale="en")


def paragraphs(message: Message) -> Iterator[tuple[str, str]]:
    """The lines of a message with their translation (empty when there is none that counts)."""
    ids = [message.id] if isinstance(message.id, str) else [*message.id]
    string = message.string or ""
    texts = [string] if isinstance(string, str) else [*string]
    for dutch, translated in zip_longest(ids, texts, fillvalue=""):
        done = [] if message.fuzzy else [plain(line) for line in translated.splitlines()]
        for line, other in zip_longest(map(plain, dutch.splitlines()), done, fillvalue=""):
            if line and "{" not in line:
                yield line, other


def test_no_dutch_passes_for_english(paginas: list[Bestand], teksten: list[Message]) -> None:
    """Translated or not; except what the English itself quotes."""
    pairs = [pair for message in teksten for pair in paragraphs(message)]
    all_english = "\n".join(en for _, en in pairs)
    dutch = {nl for nl, _ in pairs if nl not in all_english}
    assert len(dutch) > 100
    assert unmarked([page for page in paginas if page.taal == "en"], dutch) == []


def test_only_what_is_not_translated_says_that_it_is_in_dutch(
    paginas: list[Bestand], teksten: list[Message]
) -> None:
    translated = {nl for message in teksten for nl, en in paragraphs(message) if en}
    wrong, noted = [], 0
    for page in paginas:
        for one, note in fallbacks(page):
            noted += note
            if note and (page.taal == "nl" or one in translated):
                wrong.append(f"{page.pad}: {one}")
    assert wrong == []
    assert noted


def fallbacks(page: Bestand) -> Iterator[tuple[str, bool]]:
    """What a page marks as Dutch, without explanations that pop up; whether it says so to the eye."""
    for found in page.boom.css("main span[lang=nl]"):
        note = found.next
        while note is not None and note.tag == "-text" and not plain(note.text()):
            note = note.next
        noted = note is not None and "alleen-nl" in (note.attributes.get("class") or "")
        yield text(found), noted


@pytest.fixture(scope="module")
def drietalig(tmp_path_factory: pytest.TempPathFactory, data: Path) -> Path:
    """The site of a region without a catalogue of its own, in one language more."""

    def maak(folder: Path) -> None:
        shutil.copytree(data, folder / "data")
        pad(folder / "data", "en").unlink()
        settings = folder / "data" / "regio.yml"
        text = settings.read_text(encoding="utf-8")
        settings.write_text(text.replace("  - en\n", "  - en\n  - ar\n"), encoding="utf-8")
        leer_arabisch(verbouw(folder / "huis"))
        bouw(folder / "data", folder / "site", huis=folder / "huis")

    return eenmaal(tmp_path_factory, "drietalig", maak) / "site"


@pytest.fixture(scope="module")
def onvertaald(drietalig: Path) -> list[Bestand]:
    """Its English pages."""
    return _paginas(drietalig, "en")


@pytest.fixture(scope="module")
def van_rechts(drietalig: Path) -> list[Bestand]:
    """Its pages that are written from right to left."""
    return _paginas(drietalig, "ar")


def _paginas(site: Path, taal: str) -> list[Bestand]:
    """A figure alone leads to no other language."""
    found = (Bestand(site, file) for file in sorted((site / taal).rglob("*.html")))
    return [page for page in found if f"{taal}/figuur/" not in page.pad]


def test_a_language_more_has_every_page_and_each_page_leads_to_it(
    onvertaald: list[Bestand], van_rechts: list[Bestand]
) -> None:
    assert len(van_rechts) == len(onvertaald) > 50
    for page in van_rechts:
        html = page.boom.css_first("html")
        assert (html.attributes["lang"], html.attributes["dir"]) == ("ar", "rtl")
    for page in onvertaald:
        names = {link.attributes["hreflang"]: text(link) for link in page.boom.css("a.kop__taal")}
        assert names == {"nl": "Nederlands", "ar": "العربية"}


def test_the_interface_and_the_prose_are_in_that_language_or_say_that_they_are_dutch(
    van_rechts: list[Bestand],
) -> None:
    [translated] = [page for page in van_rechts if page.pad == "ar/privacy/"]
    assert "lang" not in translated.boom.css_first("article").attributes
    assert translated.boom.css_first("h1").text() == arabisch("privacy")
    [dutch] = [page for page in van_rechts if page.pad == "ar/arrangementen/"]
    article = dutch.boom.css_first("article")
    assert (article.attributes["lang"], article.attributes["dir"]) == ("nl", "ltr")
    menu = dutch.boom.css("nav a[href='../begrippen/']")
    assert menu
    assert {(one.attributes["lang"], one.attributes["dir"]) for one in menu} == {("nl", "ltr")}
    [form] = dutch.boom.css("article form")
    assert language(form) == "ar"
    assert text(form.css("button")[0]) == arabisch("Wis keuze")


def test_what_is_in_another_language_says_in_which_direction_it_is_written(
    van_rechts: list[Bestand],
) -> None:
    directions = {"nl": "ltr", "en": "ltr", "ar": "rtl"}
    marked = [one for page in van_rechts for one in page.boom.css("body [lang]:not(svg *)")]
    assert len(marked) > 1000
    wrong = [one for one in marked if one.attributes.get("dir") != directions[language(one) or ""]]
    assert [one.html for one in wrong[:3]] == []


def test_the_number_of_a_dutch_title_goes_with_the_title(van_rechts: list[Bestand]) -> None:
    key = next(iter(records("speerpunten")))
    [page] = [one for one in van_rechts if one.pad == f"ar/agenda/{key}/"]
    title = page.boom.css_first("h1 > span[lang=nl][dir=ltr]")
    assert re.match(r"\d+\. \w", text(title))


def test_the_page_for_an_unknown_address_speaks_that_language_too(drietalig: Path) -> None:
    page = Bestand(drietalig, drietalig / "404.html").boom
    part = page.css_first("main div[lang=ar][dir=rtl]")
    assert text(part.css_first("h2")) == arabisch("Deze pagina is er niet")
    assert len(part.css("a")) == len(page.css("main div[lang=en] a")) > 2


def test_every_fallback_is_marked_as_dutch(onvertaald: list[Bestand], gegevens: Catalog) -> None:
    dutch = {nl for message in gegevens for nl, _ in paragraphs(message)}
    assert unmarked(onvertaald, dutch - interface()) == []


def interface() -> set[str]:
    """What the code has translated: no text of the data falls back to Dutch for it."""
    return {nl for message in catalog(HUIS) for nl, _ in paragraphs(message)}


def test_every_fallback_says_so_to_the_eye(
    onvertaald: list[Bestand], per_pad: dict[str, Bestand], gegevens: Catalog
) -> None:
    """Except on the list of what is not translated; and the name of a source is no fallback, nor is
    what a page of prose quotes: that stands there when all is translated too.
    """
    texts = [pair for message in gegevens for pair in paragraphs(message)]
    dutch, translated = {nl for nl, _ in texts}, {nl for nl, en in texts if en}
    silent, noted = [], 0
    for page in onvertaald:
        quoted = {one for one, _ in fallbacks(per_pad[page.pad])} & translated
        for one, note in fallbacks(page):
            noted += note
            if not note and page.eigen_pad != "vertaling/" and one in dutch - names() - quoted:
                silent.append(f"{page.pad}: {one[:80]}")
    assert noted > 100
    assert silent == []
