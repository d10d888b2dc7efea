"""The built site and its style sheets: no rule that can match nothing, and what a visitor loads first."""

from __future__ import annotations

import enum
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

import macros.model
import macros.views
from macros.render.figuur.pagina import MEESTE_TEGELS
from macros.views.monitor.figuren import TREDEN
from tests.gebouwd import ROOT, Bestand
from tests.site.test_gewicht import first_load

OP_DE_KAART = {f".tegel--{step}" for step in (0, *TREDEN)} | {
    f".tegelkaart__{side}-{n + 1}" for side in ("rij", "kolom") for n in range(MEESTE_TEGELS)
}

MARKDOWN = {"blockquote", "pre", "hr", "figure", "h4", "img", "table", "ol", "small"}
"""Elements that an editor may write tomorrow."""


def selectors(css: str) -> Iterator[str]:
    """Each selector; not those of a face, a page or a condition."""
    for head in re.findall(r"([^{};]+)\{", css):
        if not head.strip().startswith("@"):
            yield from re.split(r",(?![^()]*\))", head.strip())


def tokens(selector: str) -> Iterator[str]:
    """What must exist for it to match: classes, ids and elements."""
    plain = re.sub(r":not\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\]", " ", selector)
    plain = re.sub(r":(?:is|where|has)\(", " (", plain)
    plain = re.sub(r"::?[\w-]+(?:\([^()]*\))?", " ", plain)
    yield from re.findall(r"[.#]?[A-Za-z][\w-]*", plain)


def made(pages: list[Bestand], scripts: list[Path]) -> set[str]:
    """Every class, id and element of the site, and each word of its scripts."""
    found: set[str] = set()
    for page in pages:
        for node in LexborHTMLParser(page.tekst).css("*"):
            attributes = node.attributes
            found.add(node.tag or "")
            found.update(f".{one}" for one in (attributes.get("class") or "").split())
            found.add(f"#{attributes.get('id')}")
    sources = [*(ROOT / "docs/theme").rglob("*.html"), *(ROOT / "macros").rglob("*.*")]
    for source in sources:
        if source.suffix in (".html", ".py"):
            for names in re.findall(r'class="([^"{]*)"', source.read_text(encoding="utf-8")):
                found.update(f".{one}" for one in names.split())
    for script in scripts:
        text = script.read_text(encoding="utf-8")
        found.update(f".{word}" for word in re.findall(r"[\w-]+", text))
        found.update(re.findall(r"[\w-]+", text))
    return found


def by_value() -> tuple[set[str], set[str]]:
    """Beginnings of classes that templates end with a value, and the values there are."""
    templates = [*(ROOT / "macros").rglob("*.html"), *(ROOT / "macros").rglob("*.py")]
    text = "\n".join(file.read_text(encoding="utf-8") for file in templates)
    begins = set(re.findall(r"([a-z_]+(?:-[a-z_]+)*--?)\{", text))
    values = {
        str(member.value)
        for package in (macros.model, macros.views)
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
        for one in vars(importlib.import_module(module.name)).values()
        if isinstance(one, type) and issubclass(one, enum.Enum)
        for member in one
    }
    words = set(re.findall(r"[\"']([a-z]+(?:-[a-z]+)*)[\"']", text))
    return begins, values | words


def test_no_rule_of_the_style_sheets_is_for_nothing(site: Path, alle: list[Bestand]) -> None:
    """A class is made by a page or a script, or by a template that ends it with a value of the data."""
    known = made(alle, sorted((site / "assets/js").glob("*.js"))) | MARKDOWN | OP_DE_KAART
    begins, values = by_value()

    def exists(token: str) -> bool:
        if token in known:
            return True
        split = re.fullmatch(r"\.(.*--?)([^-]+(?:-[^-]+)*?)", token)
        return split is not None and any(
            token[1:].startswith(begin) and token[1:].removeprefix(begin) in values
            for begin in begins
        )

    for name in ("site.css", "druk.css"):
        css = (site / "assets/css" / name).read_text(encoding="utf-8")
        dead = [one for one in selectors(css) if not all(map(exists, tokens(one)))]
        assert dead == [], (name, dead)


def test_every_page_links_one_sheet_for_each_medium(alle: list[Bestand]) -> None:
    for page in alle:
        sheets = page.boom.css("link[rel=stylesheet]")
        media = [node.attributes.get("media") for node in sheets]
        assert media == [None, "print"], page.pad


def test_weight_of_a_page_includes_the_face(alle: list[Bestand]) -> None:
    for page in alle:
        faces = {file.name for file in first_load(page) if file.suffix == ".woff2"}
        assert faces == {"400.woff2", "700.woff2"}, page.pad


def test_face_is_asked_for_before_the_styles(alle: list[Bestand]) -> None:
    for page in alle:
        preloads = page.boom.css('link[rel=preload][as=font][type="font/woff2"][crossorigin]')
        assert len(preloads) == 2, page.pad
        assert page.tekst.index('rel="preload"') < page.tekst.index('rel="stylesheet"')


def test_only_fields_that_take_text_say_what_may_be_filled_in(alle: list[Bestand]) -> None:
    wrong = 'input:is([type="checkbox"], [type="radio"])[autocomplete]'
    assert [page.pad for page in alle if page.boom.css(wrong)] == []


def test_every_section_has_a_heading(alle: list[Bestand]) -> None:
    for page in alle:
        without = [
            node.attributes.get("class")
            for node in page.boom.css("section")
            if node.css_first("h1, h2, h3, h4, h5, h6") is None
        ]
        assert without == [], page.pad
