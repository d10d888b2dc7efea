"""Addresses between pages, record pages, and templates that only show."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import pytest
import yaml
from jinja2 import nodes
from markdown import markdown
from markupsafe import Markup, escape
from selectolax.lexbor import LexborHTMLParser

from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.model.geheel import Regio
from macros.render.blokken.arrangement import aanmelden
from macros.render.blokken.regio import melden
from macros.render.blokken.samenwerking import vastlopen
from macros.render.plaats import bewaar, zet_terug
from macros.render.recordpaginas import Recordpagina, recordpaginas
from macros.render.weergave import TEMPLATES, Nummers, Weergave
from macros.taal.vertaler import Tekst, Vertaler
from macros.views.blik import Blik


@dataclass(frozen=True)
class Titelloos:
    """A thing without words of its own."""

    naam: str


@pytest.fixture(scope="module")
def weergave(regio: Regio) -> Weergave:
    return Weergave(Blik(regio, Vertaler("nl"), Datum(2023, 1, 1)))


@pytest.mark.parametrize(
    ("url", "pad", "adres"),
    [
        ("", "", "./"),
        ("", "agenda/", "agenda/"),
        ("", "agenda/x/#y", "agenda/x/#y"),
        ("./", "agenda/", "agenda/"),
        ("agenda/", "", "../"),
        ("agenda/", "agenda/", "../agenda/"),
        ("agenda/", "bronnen/#plan", "../bronnen/#plan"),
        ("agenda/x/", "", "../../"),
        ("agenda/x/", "data/v1/acties.csv", "../../data/v1/acties.csv"),
        ("404.html", "agenda/", "agenda/"),
        ("agenda/x/", "#hier", "#hier"),
        ("", "#hier", "#hier"),
    ],
)
def test_a_link_is_relative_to_the_page_it_stands_on(
    weergave: Weergave, url: str, pad: str, adres: str
) -> None:
    assert weergave.pagina(url).link(pad) == adres


@pytest.mark.parametrize("heel", [ONBEKEND, ("a", "b"), None, Tekst, Titelloos("x")])
def test_a_page_never_shows_how_python_writes_a_thing(weergave: Weergave, heel: object) -> None:
    with pytest.raises(TypeError, match="a page cannot show a "):
        weergave.omgeving.from_string("<p>{{ iets }}</p>").render(iets=heel)


@pytest.mark.parametrize(
    ("iets", "html"),
    [
        (Datum(2022, 2), "2022-02"),
        (Decimal("1.50"), "1.50"),
        (2.5, "2.5"),
        (Markup("<b>a</b>"), "<b>a</b>"),
        (Tekst("a < b", "nl"), "a &lt; b"),
    ],
)
def test_a_page_shows_what_has_words_of_its_own(
    weergave: Weergave, iets: object, html: str
) -> None:
    assert weergave.omgeving.from_string("{{ iets }}").render(iets=iets) == html


def test_each_record_has_its_page_and_an_archived_one_keeps_it(weergave: Weergave) -> None:
    """The first question has none: it stands on the page of the wegwijzer."""
    assert [page.pad for page in recordpaginas(weergave.blik)] == [
        "agenda/plan-2021-2023.md",
        "agenda/alles-bekend.md",
        "agenda/oud-punt.md",
        "agenda/veel-onbekend.md",
        "samenwerking/1a-hulp-in-de-klas.md",
        "samenwerking/1b-hulp-thuis.md",
        "samenwerking/2b-vroeger.md",
        "samenwerking/wegwijzer/school.md",
        "samenwerking/wegwijzer/leren.md",
        "samenwerking/wegwijzer/thuis.md",
        "samenwerking/wegwijzer/vervoer.md",
        "samenwerking/wegwijzer/anders.md",
        "overleg/ambtenaren.md",
        "overleg/buurt-dorp.md",
        "overleg/kring.md",
        "overleg/raad.md",
        "overleg/tafel.md",
        "overleg/vroeger.md",
        "overleg/buurt-dorp/nieuws.md",
        "overleg/besluiten/lijst-maken.md",
        "overleg/besluiten/twee-lijsten.md",
        "overleg/voorstellen/lijst-per-sector.md",
        "overleg/planner.md",
        "arrangementen/ergens-iets.md",
        "arrangementen/klas-en-kliniek.md",
        "arrangementen/oude-zorgklas.md",
        "arrangementen/proef-stad.md",
        "monitor/eigen-telling.md",
        "monitor/hulp-per-honderd.md",
        "monitor/hulp.md",
        "monitor/inwoners.md",
        "monitor/gemeente/gemeente-dorp.md",
        "monitor/gemeente/gemeente-eiland.md",
        "monitor/gemeente/gemeente-stad.md",
        "gemeente/dorp.md",
        "gemeente/eiland.md",
        "gemeente/stad.md",
        "samenwerkingsverband/mini.md",
        "samenwerkingsverband/overal.md",
    ]


def kop(page: Recordpagina) -> dict[str, Any]:
    """The front matter, of which each line is JSON."""
    start, head, _ = page.markdown.split("---\n", 2)
    assert start == ""
    lines = dict(line.split(": ", 1) for line in head.removesuffix("\n").split("\n"))
    assert list(yaml.safe_load(head)) == list(lines)
    return {key: json.loads(value) for key, value in lines.items()}


def test_a_record_page_says_what_it_is_and_which_file_to_edit(weergave: Weergave) -> None:
    heads = {page.pad: kop(page) for page in recordpaginas(weergave.blik)}
    assert heads["samenwerking/1a-hulp-in-de-klas.md"] == {
        "title": "1a. Hulp in de klas (HB)",
        "description": "1a. Hulp in de klas (HB): Hulp bij het leren & spelen",
        "kruimels": [{"titel": "Wie doet wat", "pad": "samenwerking/"}],
        "bewerk_pad": "data/samenwerking/onderdelen/1a-hulp-in-de-klas.yml",
        "render_macros": True,
    }
    for key in ("school", "anders"):
        head = heads[f"samenwerking/wegwijzer/{key}.md"]
        assert head["kruimels"] == [{"titel": "Wegwijzer", "pad": "samenwerking/wegwijzer/"}]
        assert head["bewerk_pad"] == "data/samenwerking/wegwijzer.yml"
    assert heads["overleg/raad.md"] == {
        "title": 'Raad van Mini: "samen" & verder (RvM)',
        "description": 'Raad van Mini: "samen" & verder (RvM): Hier beslissen de gemeenten en de scholen samen.',
        "kruimels": [{"titel": "Overleg", "pad": "overleg/"}],
        "bewerk_pad": "data/overleg/overleggen/raad.yml",
        "render_macros": True,
    }
    assert heads["overleg/buurt-dorp/nieuws.md"] == {
        "title": "Nieuws voor Buurt Dorp",
        "description": 'Nieuws voor Buurt Dorp: Wat Raad van Mini: "samen" & verder (RvM) besloot '
        "en wat er komt, om te bespreken in Buurt Dorp.",
        "kruimels": [
            {"titel": "Overleg", "pad": "overleg/"},
            {"titel": "Buurt Dorp", "pad": "overleg/buurt-dorp/", "taal": "nl"},
        ],
        "bewerk_pad": "data/overleg/overleggen/buurt-dorp.yml",
        "render_macros": True,
    }


def test_the_search_finds_outcomes_but_no_questions_and_nothing_archived(
    weergave: Weergave,
) -> None:
    left_out = [page.pad for page in recordpaginas(weergave.blik) if "niet_zoeken" in kop(page)]
    assert left_out == [
        "agenda/plan-2021-2023.md",
        "agenda/oud-punt.md",
        "samenwerking/2b-vroeger.md",
        "samenwerking/wegwijzer/school.md",
        "overleg/vroeger.md",
    ]
    told = [page.pad for page in recordpaginas(weergave.blik) if "melding" in kop(page)]
    assert told == ["agenda/oud-punt.md", "samenwerking/2b-vroeger.md", "overleg/vroeger.md"]


@pytest.mark.parametrize(
    "titel",
    [
        'Samen & "sterk": 2 > 1',
        "--- \n x: y",
        "{{ config }}",
        "\\ # ' % 🎒 ë \u2028 \u0085 </script>",
        "[a]: b",
    ],
)
def test_no_title_can_break_out_of_the_front_matter(regio: Regio, titel: str) -> None:
    one = regio.speerpunten["alles-bekend"].model_copy(update={"titel": titel})
    two = regio.onderdelen["1a-hulp-in-de-klas"].model_copy(update={"titel": titel})
    raad, buurt = regio.overleggen["raad"], regio.overleggen["buurt-dorp"]
    body = buurt.model_copy(update={"naam": titel})
    klas = regio.arrangementen["klas-en-kliniek"].model_copy(update={"titel": titel})
    hulp = regio.indicatoren["hulp"].model_copy(update={"titel": titel})
    dorp = regio.gemeenten["gemeente-dorp"].model_copy(update={"naam": titel})
    wegwijzer = regio.wegwijzer
    question = wegwijzer.vragen[1].model_copy(update={"vraag": titel})
    outcome = wegwijzer.uitkomsten[0].model_copy(update={"titel": titel})
    odd = replace(
        regio,
        speerpunten=MappingProxyType({one.id: one}),
        onderdelen=MappingProxyType({two.id: two}),
        overleggen=MappingProxyType({body.id: body, raad.id: raad}),
        routes={},
        vergaderingen={},
        arrangementen=MappingProxyType({klas.id: klas}),
        indicatoren=MappingProxyType({hulp.id: hulp}),
        gemeenten=MappingProxyType({dorp.id: dorp}),
        wegwijzer=wegwijzer.model_copy(
            update={"titel": titel, "vragen": (question,), "uitkomsten": (outcome,)}
        ),
    )
    pages = [(kop(one), one) for one in recordpaginas(Blik(odd, Vertaler("nl"), Datum(2023)))]
    assert [
        (head["title"], page.markdown.rpartition("---\n")[2])
        for head, page in pages
        if titel in head["title"]
    ] == [
        (titel, '\n{{ speerpunt(page, "alles-bekend") }}\n'),
        (f"1a. {titel}", '\n{{ onderdeel(page, "1a-hulp-in-de-klas") }}\n'),
        (titel, '\n{{ vraag(page, "school") }}\n'),
        (titel, '\n{{ uitkomst(page, "leren") }}\n'),
        (titel, '\n{{ overleg(page, "buurt-dorp") }}\n'),
        (f"Nieuws voor {titel}", '\n{{ nieuws(page, "buurt-dorp") }}\n'),
        (titel, '\n{{ arrangement(page, "klas-en-kliniek") }}\n'),
        (titel, '\n{{ indicator(page, "hulp") }}\n'),
        (f"Cijfers van {titel}", '\n{{ gebiedcijfers(page, "gemeente-dorp") }}\n'),
        (titel, '\n{{ gemeente(page, "gemeente-dorp") }}\n'),
    ]


def test_finished_html_is_kept_out_of_markdown_and_put_back() -> None:
    meta: dict[str, object] = {}
    blocks = [Markup("<div>**a** $1 \\1</div>"), Markup("<p>b</p>")]
    marks = [bewaar(meta, html, "nl") for html in blocks]
    assert "".join(marks).count("**a**") == 0
    assert zet_terug(meta, f"<p>x</p>{marks[1]}{marks[0]}") == f"<p>x</p>{blocks[1]}{blocks[0]}"


@pytest.mark.parametrize("html", ["<button>a</button>", "<span>a</span>", "gewoon &amp; los"])
def test_html_inside_a_sentence_stays_in_it(html: str) -> None:
    meta: dict[str, object] = {}
    assert bewaar(meta, Markup(html), "nl") == html
    assert zet_terug(meta, html) == html


def test_what_somebody_typed_inside_a_sentence_is_no_markdown() -> None:
    typed = 'Mini [x](javascript:y) *a* _b_ `c` {: onclick="z" } \\'
    text = bewaar({}, escape(typed), "nl")
    html = markdown(f"# {text}\n\nIn {text}", extensions=["toc", "attr_list"])
    tree = LexborHTMLParser(html)
    assert [one.text() for one in tree.css("h1, p")] == [typed, f"In {typed}"]
    assert tree.css("a, em, strong, code, [onclick]") == []
    button = Markup('<button title="a_b_c">{}</button>').format("*d*")
    assert markdown(bewaar({}, button, "nl")) == '<p><button title="a_b_c">*d*</button></p>'


REKENT = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow)
TELT = ("abs", "float", "format", "int", "max", "min", "round", "sum")


def test_a_template_is_handed_its_numbers_and_computes_none(weergave: Weergave) -> None:
    found = []
    for file in sorted(TEMPLATES.rglob("*.html")):
        tree = weergave.omgeving.parse(file.read_text(encoding="utf-8"))
        sums: list[nodes.Expr] = [*tree.find_all(REKENT)]
        sums += [one for one in tree.find_all(nodes.Filter) if one.name in TELT]
        found += [f"{file.relative_to(TEMPLATES)}:{one.lineno}" for one in sums]
    assert found == []


def test_a_number_of_help_in_running_text_calls_and_another_does_not(weergave: Weergave) -> None:
    page = weergave.pagina("thuis/")
    shown = page.uitleg(Tekst("Bel 0800-0000 <nu>, niet 0800-00001 of 112.", "nl"))
    call = '<a href="tel:08000000">0800-0000</a>'
    assert shown == f"Bel {call} &lt;nu&gt;, niet 0800-00001 of 112."


def test_a_short_number_is_called_only_where_the_text_says_so() -> None:
    numbers = Nummers({"112": Markup('<a href="tel:112">112</a>')})
    for text in ("Bel 112.", "Is er gevaar? Bel dan 112", "Call 112 now", "Telefoon: 112"):
        assert 'href="tel:112"' in numbers.in_tekst(text), text
    for text in ("Het waren 112 kinderen.", "Artikel 112.", "Bel de school. In 2020 waren er 112"):
        assert "href" not in numbers.in_tekst(text), text


@pytest.mark.parametrize("contact", [True, False])
def test_github_is_offered_beside_an_address_where_no_account_is_needed(
    regio: Regio, contact: bool
) -> None:
    settings = regio.instellingen
    if not contact:
        settings = settings.model_copy(update={"contact": ONBEKEND})
    blik = Blik(replace(regio, instellingen=settings), Vertaler("nl"), Datum(2023))
    page = Weergave(blik, meldingen="https://voorbeeld.test/issues").pagina("ergens/")
    for said in (vastlopen(page, "Iets"), aanmelden(page), melden(page)):
        assert ("voorbeeld.test/issues" in said) is contact
        assert (str(regio.instellingen.contact).replace("&", "&amp;") in said) is contact
    assert 'id="vastlopen"' in vastlopen(page, "Iets")
