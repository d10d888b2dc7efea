"""Every block as HTML, and the file with actions, in both languages: equal to what was accepted.

``pytest --bless`` writes ``tests/golden`` anew. Read the diff before you commit it: it is what visitors
get. The region is ``tests/data_mini``.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

from macros.load import Loaded
from macros.model.basis.datum import Datum
from macros.opendata.overzicht import gevulde
from macros.opendata.vorm.csv import als_csv
from macros.render.blokken import all_blokken
from macros.render.recordpaginas import recordpaginas
from macros.render.weergave import Weergave
from macros.taal.proza import Prozapagina, Toestand
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from tests.unit.mini import ROOT
from tests.unit.opendata import WORTEL
from tests.unit.veranderd import geschiedenis

GOLDEN = ROOT / "tests" / "golden"
TALEN = ("nl", "en")
VANDAAG = Datum(2022, 9, 15)
PROZA = (
    Prozapagina("agenda/index.md", "Agenda & <plan>", Toestand.ACTUEEL),
    Prozapagina("over.md", "Over", Toestand.VEROUDERD, "About & <us>"),
    Prozapagina("ouders.md", "Ouders", Toestand.ONTBREEKT),
)
AANROEPEN: dict[str, list[tuple[Any, ...]]] = {
    "editie": [("plan-2021-2023",)],
    "editie_acties": [("plan-2021-2023",)],
    "editie_koers": [("plan-2021-2023",)],
    "editie_mijlpalen": [("plan-2021-2023",)],
    "speerpunt": [("alles-bekend",), ("veel-onbekend",), ("oud-punt",)],
    "begrip": [("swv", "samenwerkingsverband"), ("niet-hier", "<woord>")],
    "bron": [
        ("plan", 'het "plan"'),
        ("niet-hier", "<bron>"),
        ("plan", "<plan>", "Zie <hier> {bron}!"),
        ("niet-hier", "weg", "Zie {bron}."),
    ],
    "onderdeel": [("1a-hulp-in-de-klas",), ("1b-hulp-thuis",)],
    "vraag": [("school",)],
    "uitkomst": [("leren",), ("thuis",), ("vervoer",), ("anders",)],
    "overleg": [("raad",), ("kring",), ("ambtenaren",), ("tafel",), ("buurt-dorp",), ("vroeger",)],
    "nieuws": [("buurt-dorp",)],
    "besluit": [("twee-lijsten",), ("lijst-maken",)],
    "arrangement": [("klas-en-kliniek",), ("ergens-iets",), ("oude-zorgklas",), ("proef-stad",)],
    "indicator": [("hulp",), ("hulp-per-honderd",), ("eigen-telling",), ("inwoners",)],
    "gebiedcijfers": [("gemeente-dorp",), ("gemeente-eiland",)],
    "inleiding": [("overleg",), ("bronnen",)],
    "vastlopen": [('1a. Hulp "in" de klas',)],
}
"""What a block gets besides the page; that of a record page its records, any other nothing."""
IN_HET_CONTRACT = {"opendata_velden"}
"""Shows the contract whole, which is held to what was accepted by itself
(``test_opendata_contract``)."""
MET_GOLDEN = [block for block in all_blokken() if block.__name__ not in IN_HET_CONTRACT]
GEMAAKT: dict[tuple[str, str], str] = {}


@pytest.fixture(scope="module")
def weergaven(geladen: Loaded) -> dict[str, Weergave]:
    """data_mini in each language."""
    assert geladen.regio is not None
    english = geladen.catalogi["en"]
    history = geschiedenis(geladen)
    issues = "https://voorbeeld.test/meldingen"
    return {
        "nl": Weergave(Blik(geladen.regio, Vertaler("nl"), VANDAAG, history)),
        "en": Weergave(
            Blik(geladen.regio, english.vertaler(), VANDAAG, history),
            english.verouderd,
            {one.pad: one for one in PROZA},
            issues,
        ),
    }


def rendered(block: Callable[..., Markup], weergave: Weergave) -> str:
    """Each call of a block on a fresh page, one below the other; made once."""
    key = block.__name__, weergave.blik.v.taal
    if key not in GEMAAKT:
        GEMAAKT[key] = _rendered(block, weergave)
    return GEMAAKT[key]


def van_records(block: str, weergave: Weergave) -> list[tuple[str, ...]]:
    """The calls of a block on the record pages that it fills."""
    call = re.compile(rf'{{{{ {block}\(page, "(.+)"\) }}}}')
    found = (call.search(page.markdown) for page in recordpaginas(weergave.blik))
    return [(match[1],) for match in found if match]


def _rendered(block: Callable[..., Markup], weergave: Weergave) -> str:
    parts = []
    for arguments in AANROEPEN.get(block.__name__) or van_records(block.__name__, weergave) or [()]:
        call = f"{block.__name__}({', '.join(['page', *map(repr, arguments)])})"
        parts += [f"<!-- {call} -->", str(block(weergave.pagina("agenda/"), *arguments))]
    return "\n".join(parts) + "\n"


def compare(file: Path, text: str, config: pytest.Config) -> None:
    if config.getoption("--bless"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
    assert file.is_file(), f"{file.relative_to(ROOT)} is er niet; maak het met: pytest --bless"
    assert text == file.read_bytes().decode("utf-8")


@pytest.mark.parametrize("taal", TALEN)
@pytest.mark.parametrize("block", MET_GOLDEN, ids=lambda block: block.__name__)
def test_a_block_renders_what_was_accepted(
    block: Callable[..., Markup],
    taal: str,
    weergaven: dict[str, Weergave],
    pytestconfig: pytest.Config,
) -> None:
    text = rendered(block, weergaven[taal])
    compare(GOLDEN / taal / f"{block.__name__}.html", text, pytestconfig)


def acties(weergave: Weergave) -> str:
    """The CSV with actions, without the mark it begins with."""
    table = gevulde(weergave.blik, "acties", WORTEL)
    return als_csv(table, weergave.blik.v.decimaalteken).decode("utf-8-sig")


@pytest.mark.parametrize("taal", TALEN)
def test_the_file_with_actions_is_what_was_accepted(
    taal: str, weergaven: dict[str, Weergave], pytestconfig: pytest.Config
) -> None:
    compare(GOLDEN / taal / "acties.csv", acties(weergaven[taal]), pytestconfig)


def test_no_golden_file_is_left_behind(pytestconfig: pytest.Config) -> None:
    names = {f"{block.__name__}.html" for block in MET_GOLDEN} | {"acties.csv"}
    wanted = {GOLDEN / taal / name for taal in TALEN for name in names}
    stray = {file for file in GOLDEN.rglob("*") if file.is_file()} - wanted
    if pytestconfig.getoption("--bless"):
        for file in stray:
            file.unlink()
        stray = set()
    assert stray == set()


def test_the_cases_are_of_blocks_that_exist() -> None:
    assert set(AANROEPEN) <= {block.__name__ for block in all_blokken()}


@pytest.fixture(scope="module", params=TALEN)
def alles(request: pytest.FixtureRequest, weergaven: dict[str, Weergave]) -> LexborHTMLParser:
    """Every block of one language in one tree, without the comments between them."""
    html = "".join(rendered(block, weergaven[request.param]) for block in all_blokken())
    return LexborHTMLParser(re.sub("<!-- .* -->", "", html))


def test_no_text_of_the_data_became_markup(alles: LexborHTMLParser) -> None:
    """What a person typed is text wherever it is shown: elements and attributes are only our own."""
    allowed = {
        *("a", "article", "aside", "b", "blockquote", "body", "br", "button", "caption", "circle", "code", "dd", "del"),
        *("defs", "details", "div", "dl", "dt", "figcaption", "figure", "fieldset", "form", "g", "h1", "h2", "h3", "h4", "head", "html"),
        *("input", "ins", "label", "legend", "li", "line", "nav", "ol", "option", "p", "path", "pattern", "polygon", "pre", "rect", "section"),
        *("select", "small", "span", "strong", "summary", "svg", "table", "tbody", "td", "text", "tfoot", "th"),
        *("thead", "title", "tr", "tspan", "ul"),
    }  # fmt: skip
    assert {node.tag for node in alles.css("*")} <= allowed


def test_no_block_breaks_the_content_security_policy(alles: LexborHTMLParser) -> None:
    names = {name for node in alles.css("*") for name in node.attributes}
    assert not [name for name in names if name == "style" or name.startswith("on")]
    assert not alles.css("script, style, iframe, object, embed")


def test_every_nasty_text_of_the_data_can_be_read(alles: LexborHTMLParser) -> None:
    text = alles.body.text(separator=" ") if alles.body else ""
    for nasty in (
        'Plan van Mini: "samen" <3',
        "'s-Stad",
        "Eiland & Wad",
        "🎒",
        "C:\\map\\",
        "{te}",
        "{genoeg}",
        'bijles: "1 op 1" & <3',
        "1 < 2 & 3 > 2",
    ):
        assert nasty in text


def test_between_two_sentences_stands_a_space(alles: LexborHTMLParser) -> None:
    texts = [part.text() for part in alles.css("p, figcaption, small")]
    assert [one for one in texts if re.search(r"[\w)][.!?:][A-Z][a-z]", one)] == []


def test_every_link_and_anchor_of_a_page_is_relative(alles: LexborHTMLParser) -> None:
    for node in alles.css("a[href]"):
        href = node.attributes["href"] or ""
        assert href.startswith(("../", "#", "https://", "tel:"))


def test_a_text_that_is_still_dutch_is_marked_as_dutch(weergaven: dict[str, Weergave]) -> None:
    [block] = [block for block in all_blokken() if block.__name__ == "speerpunt"]
    html = str(block(weergaven["en"].pagina("agenda/veel-onbekend/"), "veel-onbekend"))
    for text in ("Zoek het uit.", "Er is weinig bekend."):
        assert f'<span lang="nl">{text}</span> <span class="alleen-nl">' in html
    assert html.count('class="alleen-nl"') == 2


def test_both_files_of_actions_have_the_same_cells(weergaven: dict[str, Weergave]) -> None:
    tables = [
        list(csv.reader(io.StringIO(acties(one)), delimiter=mark))
        for one, mark in zip(weergaven.values(), ";,", strict=True)
    ]
    assert [len(row) for row in tables[0]] == [len(row) for row in tables[1]]
    assert (
        [row[0] for row in tables[0][1:]]
        == [row[0] for row in tables[1][1:]]
        == [
            "alles-bekend/lijst-maken",
            "alles-bekend/lijst-delen",
            "veel-onbekend/uitzoeken",
            "veel-onbekend/opschrijven",
            "oud-punt/afronden",
        ]
    )
