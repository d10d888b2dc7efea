"""What a strict reader says of a feed: RFC 4287, read as it is written, and nothing beside it.

Not here: what a feed should tell. Used on what ``render.feed`` makes, and on the built site.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

_A = "{http://www.w3.org/2005/Atom}"
_X = "{http://www.w3.org/1999/xhtml}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_FEED = {
    **dict.fromkeys(("id", "title", "updated"), (1, 1)),
    **dict.fromkeys(("subtitle", "generator", "icon", "logo", "rights"), (0, 1)),
    **dict.fromkeys(("author", "category", "contributor", "link", "entry"), (0, 10_000)),
}
_ENTRY = {
    **dict.fromkeys(("id", "title", "updated"), (1, 1)),
    **dict.fromkeys(("content", "published", "rights", "source", "summary"), (0, 1)),
    **dict.fromkeys(("author", "category", "contributor", "link"), (0, 10_000)),
}
"""What may stand in each (4.1.1, 4.1.2): how often at least, and at most."""
_TEKST = ("title", "subtitle", "summary", "rights", "content")
_ATTRIBUTEN = {
    **{key: {"type"} for key in _TEKST},
    "link": {"href", "rel", "type", "hreflang", "title", "length"},
    "category": {"term", "scheme", "label"},
}
_RELATIES = {"alternate", "related", "self", "enclosure", "via"}
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)", re.ASCII)
_TAAL = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*", re.ASCII)
_IRI = re.compile(r"[^\s<>\"{}|\\^`\x00-\x20]+")
_UUID = re.compile(r"urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def gebreken(raw: bytes) -> list[str]:
    """Everything that is wrong with a feed; nothing for one that is valid."""
    try:
        root = ET.fromstring(raw)
    except ET.ParseError as error:
        return [f"geen XML: {error}"]
    return [*_tekens(root), *_feed(root)]


def _tekens(root: ET.Element) -> Iterator[str]:
    """Control signs, which XML advises against (2.2 of XML), and languages that cannot be."""
    for node in root.iter():
        if (lang := node.get(_LANG)) is not None and not _TAAL.fullmatch(lang):
            yield f"taal '{lang}' op {_naam(node)}"
        for text in (node.text, node.tail, *node.attrib.values()):
            for sign in text or "":
                if unicodedata.category(sign) == "Cc" and sign not in "\t\n\r":
                    yield f"stuurteken U+{ord(sign):04X} in {_naam(node)}"


def _naam(node: ET.Element) -> str:
    return node.tag.rpartition("}")[2]


def _feed(root: ET.Element) -> Iterator[str]:
    if root.tag != f"{_A}feed":
        yield f"de wortel is {root.tag}"
        return
    if not root.get(_LANG):
        yield "feed zonder xml:lang"
    yield from _kinderen(root, _FEED)
    entries = root.findall(f"{_A}entry")
    if root.find(f"{_A}author") is None and (
        not entries or any(one.find(f"{_A}author") is None for one in entries)
    ):
        yield "feed zonder auteur"  # 4.1.1
    links = [one.get("rel", "alternate") for one in root.findall(f"{_A}link")]
    if links.count("self") != 1:
        yield "feed zonder één adres van zichzelf"
    for entry in entries:
        yield from _kinderen(entry, _ENTRY)
        yield from _entry(entry)
    ids = Counter(node.text for node in root.iter(f"{_A}id"))
    yield from (f"id {key} staat er {n} keer" for key, n in ids.items() if n > 1)


def _entry(entry: ET.Element) -> Iterator[str]:
    alternate = any(one.get("rel", "alternate") == "alternate" for one in entry.iter(f"{_A}link"))
    if entry.find(f"{_A}content") is None and not alternate:
        yield "entry zonder inhoud en zonder adres"
    published, updated = (entry.findtext(f"{_A}{name}") or "" for name in ("published", "updated"))
    if published > updated:
        yield f"entry gewijzigd ({updated}) voor hij er was ({published})"


def _kinderen(node: ET.Element, mogelijk: dict[str, tuple[int, int]]) -> Iterator[str]:
    where = _naam(node)
    if (node.text or "").strip() or any((one.tail or "").strip() for one in node):
        yield f"losse tekst in {where}"
    found = Counter(one.tag for one in node)
    for tag in found.keys() - {f"{_A}{name}" for name in mogelijk}:
        yield f"{tag} hoort niet in {where}"
    for name, (least, most) in mogelijk.items():
        if not least <= found[f"{_A}{name}"] <= most:
            yield f"{found[f'{_A}{name}']} keer {name} in {where}"
    pairs = Counter(
        (one.get("type"), one.get("hreflang"))
        for one in node.findall(f"{_A}link")
        if one.get("rel", "alternate") == "alternate"
    )
    if any(n > 1 for n in pairs.values()):
        yield f"meer dan één alternate in {where}"
    for one in node:
        yield from _een(one)


def _een(node: ET.Element) -> Iterator[str]:
    name = _naam(node)
    strange = node.attrib.keys() - _ATTRIBUTEN.get(name, set()) - {_LANG}
    yield from (f"attribuut {one} op {name}" for one in sorted(strange))
    if name in _TEKST:
        yield from _tekst(node, name)
    elif name in ("updated", "published"):
        yield from _moment(node.text or "")
    elif name == "id":
        if not _UUID.fullmatch(node.text or ""):
            yield f"id '{node.text}'"
    elif name == "link":
        yield from _link(node)
    elif name == "category" and not node.get("term"):
        yield "category zonder term"
    elif name in ("author", "contributor"):
        names = [one for one in node if one.tag == f"{_A}name" and (one.text or "").strip()]
        if len(names) != 1 or len(node) != 1:
            yield f"{name} zonder één naam"


def _moment(text: str) -> Iterator[str]:
    """A moment (3.3): whole, of a day that is there, with its zone."""
    try:
        if not _MOMENT.fullmatch(text):
            raise ValueError
        datetime.datetime.fromisoformat(text)
    except ValueError:
        yield f"moment '{text}'"


def _link(node: ET.Element) -> Iterator[str]:
    href = node.get("href") or ""
    parts = urlsplit(href)
    if not (_IRI.fullmatch(href) and parts.scheme in ("http", "https") and parts.netloc):
        yield f"adres '{href}' is niet heel"
    if node.get("rel", "alternate") not in _RELATIES:
        yield f"relatie '{node.get('rel')}'"
    if len(node):
        yield "link met inhoud"


def _tekst(node: ET.Element, name: str) -> Iterator[str]:
    """A text (3.1): without elements, or as XHTML one ``div``."""
    kind = node.get("type", "text")
    if kind == "text":
        if len(node):
            yield f"elementen in {name}"
        if name == "title" and not (node.text or "").strip():
            yield "titel zonder tekst"
    elif kind == "xhtml":
        loose = (node.text or "").strip() or any((one.tail or "").strip() for one in node)
        if [one.tag for one in node] != [f"{_X}div"] or loose:
            yield f"{name} is niet één div"
        strange = {one.tag for one in node.iter() if one is not node and one.tag[:1] == "{"}
        strange -= {f"{_X}{tag}" for tag in ("div", "p", "span", "ul", "li")}
        yield from (f"{tag} in {name}" for tag in sorted(strange))
        if not "".join(node.itertext()).strip():
            yield f"{name} zonder tekst"
    else:
        yield f"soort '{kind}' van {name}"
