"""What must hold of what a page says, whoever wrote it: headings, lists, tables, pictures, words.

Data and prose can break each of these; what only the code can break is left to its tests. Not here:
links, language and policy (``controle``), or hidden figures (``lekken``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.lezing.nummer import belbaar, geschreven
from macros.lezing.persoon import heeft_emailadres, heeft_telefoonnummer, kan_telefoonnummer

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<(/?[a-z][a-z0-9]*)(?=[\s>/])[^<>]*+(?<!/)>")
"""Opens or closes something: an element that does both at once (``<path/>``) does not count."""
_NEVER_CLOSED = frozenset(
    {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"}
)
_SAYS = "p:not([role=status], [data-zoek]), li, td, th, dd, summary, caption, legend, a[href]"
"""What is empty if it holds no words; a script fills the two others."""

_SIGNS = ("{{", "{%", "{#")
_UNFINISHED = ("TODO", "FIXME", "Lorem ipsum")


def gebreken(text: str, tree: LexborHTMLParser) -> Iterator[str]:
    """Everything that is wrong with the content of a page, given its HTML and its tree."""
    yield from _unclosed(text)
    main = tree.css_first("main")
    if main is None:
        return
    yield from _headings(main)
    yield from _empty(main)
    if "<table" in text:
        yield from _tables(main)
    yield from _pictures(main)
    yield from _words(text, main)


def _unclosed(text: str) -> Iterator[str]:
    """Every element that is opened is closed; a parser would mend it in silence, somewhere else."""
    count = Counter(_TAG.findall(_COMMENT.sub("", text)))
    for name in sorted({name.lstrip("/") for name in count} - _NEVER_CLOSED):
        opened, closed = count[name], count[f"/{name}"]
        if opened != closed:
            yield (
                f"<{name}> wordt {opened} keer geopend en {closed} keer gesloten: "
                f"zet bij elke <{name}> ook een </{name}>"
            )


def _headings(main: LexborNode) -> Iterator[str]:
    before = 0 if main.css_first("h1") else 1  # that it is missing, is told already
    for node in main.css("h1, h2, h3, h4, h5, h6"):
        level, said = int((node.tag or "h0")[1]), node.text(strip=True)
        if not said:
            yield f"er staat een lege kop (h{level}): zet er woorden in of haal haar weg"
        elif level > before + 1:
            yield (
                f"de kop '{said}' slaat een niveau over (h{level} na h{before}): "
                f"maak er een h{before + 1} van"
            )
        before = level


def _empty(main: LexborNode) -> Iterator[str]:
    """Nothing is left blank: what is not known, is said."""
    for node in main.css(_SAYS):
        if node.text(strip=True) or node.css_first("img, svg") is not None:
            continue  # whether a picture says something, is told of the picture
        if node.tag != "a":
            yield f"er staat een lege <{node.tag}>: zet er woorden in of haal haar weg"
        elif not node.attributes.get("aria-label"):
            link = node.attributes["href"] or ""
            yield (
                f"de verwijzing naar '{link}' heeft geen woorden: "
                f"zet ze tussen de haken, [zo]({link})"
            )


def _tables(main: LexborNode) -> Iterator[str]:
    """A name, of its own or of what scrolls around it; and heads that say of what they are."""
    for table in main.css("table"):
        around = table.parent.attributes if table.parent else {}
        named = "aria-label" in around or "aria-labelledby" in around
        heads = table.css("thead th")
        if not (named or table.css_first("caption")) or not heads:
            yield (
                "een tabel heeft geen naam of geen koppen, en is dan niet voor iedereen te lezen: "
                "maak er een lijst van"
            )
        elif any(not head.attributes.get("scope") for head in table.css("th")):
            yield (
                "bij een kop van een tabel staat niet of zij bij een rij of een kolom hoort: "
                "maak van de tabel een lijst"
            )


def _pictures(main: LexborNode) -> Iterator[str]:
    """In the content a picture says something, so it says it in words too."""
    for node in main.css("img:not([alt]), article img[alt='']"):
        source = node.attributes.get("src") or ""
        yield (
            f"de afbeelding '{source}' zegt niet wat erop staat: "
            f"schrijf dat tussen de haken, ![zo]({source})"
        )


def _words(text: str, main: LexborNode) -> Iterator[str]:
    """Nothing that was meant for the machine, is not finished, or belongs to a person."""
    if heeft_emailadres(text):
        yield "hier staat een e-mailadres: noem een functie of een organisatie"
    if "file://" in text:
        yield "hier staat een verwijzing naar een bestand op één computer (file://): haal die weg"
    if not any(sign in text for sign in (*_SIGNS, *_UNFINISHED)):
        return
    for said in _pieces(main):
        for word in _UNFINISHED:
            if word in said:
                yield f"hier staat nog '{word}': maak de tekst af"
        for sign in _SIGNS:
            if sign in said:
                yield (
                    f"hier staat '{sign}' als gewone tekst: "
                    "zet bovenaan de pagina 'render_macros: true', of haal de accolades weg"
                )


def _pieces(main: LexborNode, behalve: Sequence[LexborNode] = ()) -> Iterator[str]:
    """Each piece of text that is no code and does not stand in one of these elements."""
    left_out = {node.mem_id for node in behalve}
    for node in main.traverse(include_text=True):
        around = node.parent
        if node.tag == "-text" and not (
            around and (around.tag in ("code", "pre") or around.mem_id in left_out)
        ):
            yield node.text(deep=False)


_GEEN_GETAL = "x"
"""Between two pieces of text, so that no number goes on from one into the other."""


def nummers(path: str, text: str, tree: LexborHTMLParser) -> Iterator[str]:
    """A check of a page: no telephone number, in any form in which the data may not hold one.

    One of an organisation stands in a link that calls it, as it is written here, and nowhere else.
    """
    main = tree.css_first("main")
    if main is None:
        return
    calls = tree.css('a[href^="tel:" i]') if "tel:" in text.lower() else []
    for call in calls:
        said, dials = call.text(strip=True), (call.attributes["href"] or "")[4:]
        if not said or geschreven(said) != said or belbaar(said) != dials:
            yield (
                "hier staat een telefoonnummer dat niet uit de gegevens komt, of dat iets anders "
                "belt dan er staat: zet het in het veld telefoon van een bestand met hulp"
            )
    maybe = kan_telefoonnummer(main.text(separator=_GEEN_GETAL))
    pieces = _pieces(main, behalve=calls) if maybe else ()
    if any(map(heeft_telefoonnummer, pieces)):
        yield "hier staat een telefoonnummer: noem een functie of een organisatie"
