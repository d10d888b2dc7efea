"""Checks on the built site, as a visitor gets it: every link and anchor, language, policy, origin,
and on each page its title and its content (``inhoud``).

Not here: how it looks, works and weighs in a browser (the tests).
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from macros.site import inhoud


@dataclass(frozen=True, slots=True, order=True)
class Gebrek:
    """Something wrong on a page; ``pagina`` is its file below the site, ``bron`` what it is made
    from, as far as the page says so.
    """

    pagina: str
    wat: str
    bron: str = ""

    def __str__(self) -> str:
        bron = f" ({self.bron})" if self.bron else ""
        return f"{self.pagina}{bron}: {self.wat}"


TITEL, OMSCHRIJVING = 70, 160
"""So many signs of each a search engine shows."""
_GEGEVENS = ("application/json", "application/ld+json")
"""What a script that is no program holds: no browser runs it, and no policy is about it."""

Paginacontrole = Callable[[str, str, LexborHTMLParser], Iterable[str]]
"""Another check of a page, by its file below the site, its text and its tree: what is wrong."""


@dataclass(frozen=True, slots=True)
class _Page:
    """What the checks across pages need to know of one page. With ``routes`` (``data-routes`` in
    it) a script shows what stands behind ``#/`` in its address.
    """

    path: str
    source: str
    routes: bool = False
    ids: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)


def controleer(
    site: Path, *, beleid: bool = True, ook: Sequence[Paginacontrole] = ()
) -> list[Gebrek]:
    """Everything that is wrong with ``site``, sorted; the preview has no policy (``beleid``).

    ``ook`` are more checks of every page, so that it is read only once.
    """
    problems: list[Gebrek] = []
    pages: dict[str, _Page] = {}
    files = bestanden(site)
    for path in files:
        if not path.endswith(".html"):
            continue
        text = (site / path).read_text(encoding="utf-8")
        tree = LexborHTMLParser(text)
        page = pages[path] = _Page(path, _source(path, tree), bool(tree.css_first("[data-routes]")))
        found = [*_on_page(path, tree), *_in_attributes(tree, page, beleid)]
        found += [*inhoud.gebreken(text, tree), *(_policy(tree) if beleid else ())]
        for check in ook:
            found += check(path, text, tree)
        problems += (Gebrek(path, what, page.source) for what in found)
    problems += _links(pages, set(files))
    return sorted(set(problems))


def bestanden(site: Path) -> list[str]:
    """Every file of ``site``, as a path below it; sorted."""
    found = []
    for folder, _, names in os.walk(site):
        below = Path(folder).relative_to(site).as_posix()
        found += names if below == "." else [f"{below}/{name}" for name in names]
    return sorted(found)


def _source(path: str, tree: LexborHTMLParser) -> str:
    """The file that a page names below it.

    A page that sends to a folder of the data is prose around one macro: both are named.
    """
    footer = tree.css_first("footer[data-bestand]")
    found = (footer.attributes["data-bestand"] or "") if footer else ""
    if not found.endswith("/"):
        return found
    language = _language(path)
    own = path.removeprefix(f"{language}/").removesuffix("/index.html")
    return f"docs/{language}/{own}.md, {found}"


def _on_page(path: str, tree: LexborHTMLParser) -> Iterator[str]:
    html = tree.css_first("html")
    lang = html.attributes.get("lang") if html else None
    if lang != _language(path):
        yield f"de taal is '{lang}', en '{_language(path)}' wordt verwacht"
    headings = tree.css("h1")
    if len(headings) != 1:
        yield (
            f"er zijn {len(headings)} koppen h1, en één hoort er te zijn: "
            "begin een pagina met één # en gebruik daaronder ##"
        )
    title = tree.css_first("head > title")
    if title is None or not title.text(strip=True):
        yield "de titel ontbreekt"
    elif len(said := title.text(strip=True)) > TITEL and path != "404.html":
        yield f"de titel heeft {len(said)} tekens, en er is plaats voor {TITEL}: {said}"
    description = tree.css_first("meta[name=description]")
    said = (description.attributes.get("content") or "").strip() if description else ""
    if not said and path != "404.html":
        yield "de omschrijving (description) ontbreekt"
    if len(said) > OMSCHRIJVING:
        what = f"de omschrijving (description) heeft {len(said)} tekens"
        yield f"{what}, en er is plaats voor {OMSCHRIJVING}: {said}"


def _language(path: str) -> str:
    """Dutch at the root; a folder of two letters is another language."""
    match = re.match(r"([a-z]{2})/", path)
    return match.group(1) if match else "nl"


def _policy(tree: LexborHTMLParser) -> Iterator[str]:
    """The content security policy is there, and there is nothing in the page that it forbids."""
    metas = tree.css('meta[http-equiv="Content-Security-Policy"]')
    if len(metas) != 1:
        yield "de Content-Security-Policy ontbreekt"
    for node in tree.css("script"):
        if not node.attributes.get("src") and node.attributes.get("type") not in _GEGEVENS:
            yield "er staat een script in de pagina zelf"
    if tree.css_first("style, [style]"):
        yield "er staat opmaak in de pagina zelf (style)"


def _in_attributes(tree: LexborHTMLParser, page: _Page, beleid: bool) -> Iterator[str]:
    """What can be wrong with an attribute; on the way ``page`` gets its ids and links.

    One walk for all of it: there are some hundred thousand elements in a site. No id stands twice,
    nothing is loaded from or sent to another place, and with ``beleid`` no attribute is a script.
    """
    for node in tree.css("*"):
        attributes = node.attributes
        if not attributes:
            continue
        for name, value in attributes.items():
            if name == "id":
                if value in page.ids:
                    yield f"de id '{value}' staat er twee keer"
                page.ids.add(value or "")
            elif name in _ADRES:
                yield from _address(node.tag or "", attributes, name, page)
            if beleid and (name[:2] == "on" or (value and ":" in value and _SCRIPT.match(value))):
                yield f"er staat een script in het kenmerk {name}"


_ADRES = frozenset(["src", "href", "data", "action", "srcset"])
_SCRIPT = re.compile(r"\s*javascript:", re.IGNORECASE)

_LOADING = frozenset(
    ["script", "img", "iframe", "source", "video", "audio", "embed", "object", "form"]
)
_LOADING_LINKS = ("stylesheet", "icon", "preload", "preconnect")


def _address(
    tag: str, attributes: Mapping[str, str | None], name: str, page: _Page
) -> Iterator[str]:
    value = attributes[name] or ""
    if name == "src" or (name == "href" and tag in ("a", "link")):
        page.links.add(value)
    if tag in _LOADING or (tag == "link" and attributes.get("rel") in _LOADING_LINKS):
        for address in _addresses(value, name):
            if urlsplit(address).scheme in ("http", "https") or address.startswith("//"):
                yield f"<{tag}> haalt iets van elders: {address}"


def _addresses(value: str, name: str) -> list[str]:
    """The addresses in an attribute; ``srcset`` has several, each with a size."""
    if name != "srcset":
        return [value]
    return [part.split()[0] for part in value.split(",") if part.strip()]


_FROM_ROOT = "/"
"""A link that begins at the root of the host; only 404.html, which has no place, may have these."""


def _links(pages: dict[str, _Page], files: set[str]) -> Iterator[Gebrek]:
    """Every internal link leads to a file, every anchor to a place on that page."""
    known: dict[tuple[str, str], str] = {}
    for page in pages.values():
        folder = os.path.dirname(page.path)
        to_root = "../" * (folder.count("/") + 1) if folder else "-"
        for link in page.links:
            key = (folder, link)
            if link.startswith(to_root):  # as on most pages: then it is the same for all of them
                key = ("", f"./{link[len(to_root) :]}")
            if key not in known:
                known[key] = _target(*key)
            target = known[key]
            if target == _FROM_ROOT and page.path != "404.html":
                what = f"deze verwijzing werkt niet onder een subpad: {link}"
                yield Gebrek(page.path, f"{what} (haal de / vooraan weg)", page.source)
            if target in ("", _FROM_ROOT):
                continue
            path, _, anchor = target.partition("#")
            path = path or page.path
            if path not in files:
                what = f"deze verwijzing leidt nergens heen: {link}"
                yield Gebrek(page.path, what, page.source)
            elif anchor.startswith("/") and path in pages and pages[path].routes:
                continue
            elif anchor and path in pages and anchor not in pages[path].ids:
                yield Gebrek(page.path, f"dit anker bestaat niet: {link}", page.source)


def _target(folder: str, link: str) -> str:
    """The file (and anchor) that a link in ``folder`` means; empty for one out of the site."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return ""
    if link.startswith("/"):
        return _FROM_ROOT
    anchor = f"#{unquote(parts.fragment)}" if parts.fragment else ""
    if not parts.path:
        return anchor
    joined = os.path.normpath(os.path.join(folder, unquote(parts.path)))
    if parts.path.endswith(("/", ".", "..")):
        joined = os.path.normpath(os.path.join(joined, "index.html"))
    return joined + anchor
