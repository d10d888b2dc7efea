"""A figure of the monitor: where everything is drawn, and that a hidden cell has no number anywhere."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.engine.hooks import plotly
from macros.model.basis.datum import Datum
from macros.model.geheel import Regio
from macros.opendata.adres import FIGUURVORMEN
from macros.opendata.contract import VERSIE
from macros.opendata.figuur import figuurkop
from macros.render.figuur.bestand import grafiek
from macros.render.figuur.maat import MERKEN, STREPEN, meet
from macros.render.figuur.pagina import teken, teken_kaart, tekenuitleg
from macros.render.figuur.plaat import plaat
from macros.render.figuur.plotly import als_plotly
from macros.render.weergave import Pagina, Weergave
from macros.taal.vertaler import Tekst, Vertaler
from macros.views.blik import Blik
from macros.views.monitor.figuur import Baan, Figuur, Lijn, Punt, Soort, Vorm
from tests.langzaam import voorbeelden
from tests.unit.mini import ROOT
from tests.unit.opendata import WORTEL
from tests.voorbeeldfiguren import BALKEN, KAART, ONBEKEND, PUNTEN, baan, getal, vak

NL = Vertaler("nl")


@pytest.fixture(scope="module")
def weergave(regio: Regio) -> Weergave:
    return Weergave(Blik(regio, NL, Datum(2026, 11, 2)))


@pytest.fixture(scope="module")
def pagina(weergave: Weergave) -> Pagina:
    return weergave.pagina("monitor/zorg/")


def boom(pagina: Pagina, figuur: Figuur) -> LexborHTMLParser:
    return LexborHTMLParser(str(teken(pagina, figuur)))


def woorden(node: LexborNode) -> str:
    return " ".join(node.text().split())


def een(node: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    [found] = node.css(selector)
    return found


# --- the drawing ----------------------------------------------------------------------------


def test_a_bar_is_as_long_as_its_part_of_the_axis() -> None:
    tekening = meet(BALKEN)
    assert [strook.merken[0].x for strook in tekening.stroken] == ["62.50%", None, "25.00%"]
    assert [(one.vorm, one.x) for one in tekening.strepen] == [("vol", "53.50%"), ("streep", None)]


def test_dots_of_a_lane_are_joined_from_the_lowest_to_the_highest() -> None:
    tekening = meet(PUNTEN)
    assert [(one.van, one.tot) for one in tekening.stroken] == [
        ("62.50%", "75.00%"),
        (None, None),
        (None, None),
    ]
    assert [merk.vorm for merk in tekening.stroken[0].merken] == ["rond", "vierkant"]


@pytest.mark.parametrize(
    ("einde", "ticks"),
    [
        ("15", [0, 5, 10, 15]),
        ("20", [0, 5, 10, 15, 20]),
        ("12", [0, 3, 6, 9, 12]),
        ("3000", [0, 1000, 2000, 3000]),
        ("50", [0, 25, 50]),
        ("1", [0, 0.25, 0.5, 0.75, 1]),
        ("0.3", [0, 0.1, 0.2, 0.3]),
        ("14", [0, 4, 8, 12]),
    ],
)
def test_axis_has_a_few_round_numbers(einde: str, ticks: list[float]) -> None:
    low = (baan("ede", ONBEKEND),)
    tekening = meet(replace(BALKEN, banen=low, lijnen=(), einde=Decimal(einde)))
    assert [tick for _, tick in tekening.as_] == ticks


def test_ticks_are_written_in_the_language_of_the_page(regio: Regio) -> None:
    big = replace(BALKEN, einde=Decimal(5000))
    for taal, number in (("nl", "2.500"), ("en", "2,500")):
        page = Weergave(Blik(regio, Vertaler(taal), Datum(2026, 11, 2))).pagina("monitor/zorg/")
        texts = [node.text() for node in boom(page, big).css(".cf-as text")]
        assert texts[1] == number
        assert als_plotly(Vertaler(taal), big)["layout"]["xaxis"]["ticktext"][1] == number


@pytest.mark.parametrize(
    ("anders", "wat"),
    [
        ({"reeksen": ()}, "geen reeks"),
        ({"reeksen": ("2021", "2022")}, "balken van meer dan één reeks"),
        ({"vorm": Vorm.PUNTEN, "reeksen": ("2021", "2022")}, "lijnen bij meer dan één reeks"),
        ({"vorm": Vorm.PUNTEN, "reeksen": tuple("12345")}, "meer dan 4 reeksen"),
        ({"banen": (baan("ede"),)}, "een baan met gaten"),
        ({"einde": Decimal(0)}, "een as zonder einde"),
        ({"einde": Decimal(12)}, "een waarde naast de as"),
        ({"banen": (baan("ede", getal("-1")),)}, "een waarde naast de as"),
        ({"lijnen": BALKEN.lijnen * 3}, "meer dan 4 lijnen"),
    ],
)
def test_figure_that_contradicts_itself_is_refused(anders: dict[str, Any], wat: str) -> None:
    wrong = replace(BALKEN, **anders)
    for made in (meet, lambda one: als_plotly(NL, one), lambda one: grafiek(NL, one)):
        with pytest.raises(ValueError, match=rf"^Figuur zorg-gemeenten: {wat}\.$"):
            made(wrong)


def test_a_screen_reader_hears_the_sentence_once_and_then_the_table(pagina: Pagina) -> None:
    tree = boom(pagina, BALKEN)
    assert str(teken(pagina, BALKEN)).count("In Ede het meest.") == 1
    assert een(tree, "figcaption").text() == "In Ede het meest."
    figure = een(tree, "figure")
    assert figure.attributes["aria-label"] == "Zorg per gemeente"
    drawing = een(tree, ".cf-tekening")
    assert drawing.attributes["aria-hidden"] == "true"
    assert tree.css("[aria-labelledby], [role=img]") == []
    assert drawing.css("a, button, [tabindex]") == []
    assert all(svg.attributes.get("viewbox") is None for svg in tree.css("svg"))


def test_cell_without_a_number_has_its_word_and_a_dotted_lane_and_no_bar(pagina: Pagina) -> None:
    ede, renswoude, _ = boom(pagina, BALKEN).css(".cf-baan")
    assert woorden(een(renswoude, ".cf-tekst")) == "Renswoude afgeschermd"
    assert renswoude.css("rect") == []
    assert len(renswoude.css(".cf-leeg")) == 1
    assert een(ede, "rect").attributes["width"] == "62.50%"
    assert ede.css(".cf-leeg") == []


def test_provisional_value_has_a_sign_and_another_shape(pagina: Pagina) -> None:
    tree = boom(pagina, BALKEN)
    ede, _, rhenen = tree.css(".cf-baan")
    assert woorden(een(ede, ".cf-tekst")) == "Ede 12,5%*"
    assert een(ede, "rect").attributes["fill"] == "url(#zorg-gemeenten-arcering)"
    assert len(tree.css("pattern#zorg-gemeenten-arcering")) == 1
    assert een(rhenen, "rect").attributes.get("fill") is None
    said = "* voorlopig: de bron kan het cijfer later bijstellen"
    assert said in woorden(een(tree, ".legenda"))
    dots = boom(pagina, PUNTEN).css(".cf-baan")[0].css(".cf-spoor > .cf-merk")
    assert ["cf-merk--voorlopig" in (one.attributes["class"] or "") for one in dots] == [
        False,
        True,
    ]


def test_nothing_is_said_of_provisional_when_all_is_final(pagina: Pagina) -> None:
    final = replace(BALKEN, banen=BALKEN.banen[1:])
    assert "voorlopig" not in str(teken(pagina, final)).replace("cf-arcering", "")
    assert boom(pagina, final).css("pattern") == []


def test_legend_names_lines_series_and_words(pagina: Pagina) -> None:
    parts = [woorden(node) for node in boom(pagina, BALKEN).css(".legenda__deel")]
    assert parts[:2] == ["Nederland: 10,7%", "Utrecht: onbekend of geheim"]
    assert [one.split(" weggelaten")[0] for one in parts[3:]] == [
        "afgeschermd",
        "onbekend of geheim onbekend, niet betrouwbaar genoeg of geheim; welke van de drie zegt de bron niet",
    ]
    assert [woorden(node) for node in boom(pagina, PUNTEN).css(".legenda__deel")][:2] == [
        "2021",
        "2022*",
    ]
    used = {one.attributes["class"] for one in boom(pagina, BALKEN).css(".cf-raster .cf-streep")}
    assert used == {"cf-streep cf-streep--vol"}


def test_table_says_every_cell_and_line_and_names_its_row(pagina: Pagina) -> None:
    table = een(boom(pagina, BALKEN), "table.gegevens")
    assert [woorden(row) for row in table.css("tr")] == [
        "Gemeente 2022",
        "Ede 12,5%* (voorlopig)",
        "Renswoude afgeschermd",
        "Rhenen 5%",
        "Nederland 10,7%",
        "Utrecht onbekend of geheim",
    ]
    assert [th.attributes["scope"] for th in table.css("th")] == ["col"] * 2 + ["row"] * 5
    assert een(table.css("tbody tr")[0], "a").attributes["href"] == "../../monitor/gemeente/ede/"


def test_size_orders_the_rows_and_is_itself_not_told(pagina: Pagina) -> None:
    tree = boom(pagina, BALKEN)
    for rows in (tree.css(".cf-baan"), tree.css("tbody tr")):
        assert [row.attributes["data-omvang"] for row in rows] == ["0", "2", "1"]
    other = tuple(replace(one, omvang=7 * (one.omvang or 0) + 3) for one in BALKEN.banen)
    assert teken(pagina, BALKEN) == teken(pagina, replace(BALKEN, banen=other))
    assert len(tree.css("form[data-volgorde][hidden]")) == 1


@pytest.mark.parametrize("kept", [0, 1, 2])
def test_rows_without_a_size_keep_their_order(pagina: Pagina, kept: int) -> None:
    banen = tuple(
        replace(one, omvang=None) if n == kept else one for n, one in enumerate(BALKEN.banen)
    )
    html = str(teken(pagina, replace(BALKEN, banen=banen)))
    assert "data-omvang" not in html
    assert "data-volgorde" not in html


def test_short_form_has_the_drawing_and_says_where_the_rest_is(pagina: Pagina) -> None:
    tree = LexborHTMLParser(str(teken(pagina, BALKEN, "monitor/zorg/")))
    assert len(tree.css(".cf-tekening:not([aria-hidden]) .cf-baan")) == 3
    assert tree.css("details, table, .herkomst, button, form, [data-scherm]") == []
    links = [one.attributes["href"] for one in tree.css(".cf-meer a")]
    assert links == ["../../monitor/zorg/", f"../../figuur/zorg-gemeenten/#stand-{BALKEN.stand}"]
    elsewhere = LexborHTMLParser(str(teken(pagina.weergave.pagina("monitor/"), BALKEN, "x/")))
    assert [one.attributes["href"] for one in elsewhere.css(".cf-meer a")] == ["../x/"]


def test_in_a_fold_the_table_has_no_fold_of_its_own(pagina: Pagina) -> None:
    tree = LexborHTMLParser(str(teken(pagina, BALKEN, in_vouw=True)))
    assert tree.css("details.cf-tabel") == []
    assert len(tree.css(".cf-tabel tbody tr")) == 3


def test_signs_of_several_figures_are_told_once(pagina: Pagina) -> None:
    alone = [
        LexborHTMLParser(str(teken(pagina, one, met_tekens=False))) for one in (BALKEN, PUNTEN)
    ]
    told = LexborHTMLParser(str(tekenuitleg(pagina, (BALKEN, PUNTEN)))).css(".legenda__deel")
    assert [woorden(one).split()[0] for one in told] == ["*", "afgeschermd", "onbekend"]
    assert not any("bijstellen" in one.text() for tree in alone for one in tree.css(".legenda"))
    assert str(tekenuitleg(pagina, ())) == ""


def test_names_cannot_break_the_page(pagina: Pagina) -> None:
    nasty = '<b onclick="x">&"\''
    one = replace(BALKEN.banen[0], naam=Tekst(nasty, "nl"))
    figuur = replace(BALKEN, banen=(one,), zin=nasty, titel=nasty, herkomst=(nasty,))
    tree = boom(pagina, figuur)
    assert tree.css("[onclick]") == []
    assert een(tree, ".cf-naam").text() == nasty
    assert als_plotly(NL, figuur)["data"][0]["hovertext"] == [
        '&lt;b onclick="x"&gt;&amp;"\': 12,5%*'
    ]


# --- what can be downloaded -----------------------------------------------------------------


def kop(weergave: Weergave, figuur: Figuur) -> dict[str, Any]:
    """What the JSON of a figure says before its rows."""
    return figuurkop(weergave.blik, figuur, "2026-11-02", WORTEL)


def test_json_has_what_its_description_says(weergave: Weergave) -> None:
    assert kop(weergave, BALKEN) == {
        "id": "zorg-gemeenten",
        "indicator": "zorg",
        "contract": VERSIE,
        "taal": "nl",
        "stand": "2026-11-02",
        "adres": f"{WORTEL}monitor/zorg/#zorg-gemeenten",
        "onvertaald": [],
        "titel": "Zorg per gemeente",
        "zin": "In Ede het meest.",
        "eenheid": "%",
        "reeksen": ["2022"],
        "rijen": [
            {
                "id": "ede",
                "naam": "Ede",
                "waarden": [{"waarde": 12.5, "soort": "getal", "teken": "12,5", "voorlopig": True}],
            },
            {
                "id": "renswoude",
                "naam": "Renswoude",
                "waarden": [
                    {"waarde": None, "soort": "afgeschermd", "teken": "x", "voorlopig": False}
                ],
            },
            {
                "id": "rhenen",
                "naam": "Rhenen",
                "waarden": [{"waarde": 5, "soort": "getal", "teken": "5", "voorlopig": False}],
            },
        ],
        "lijnen": [
            {
                "id": "nederland",
                "naam": "Nederland",
                "waarde": 10.7,
                "soort": "getal",
                "teken": "10,7",
                "voorlopig": False,
            },
            {
                "id": "utrecht",
                "naam": "Utrecht",
                "waarde": None,
                "soort": "onbekend",
                "teken": ".",
                "voorlopig": False,
            },
        ],
        "herkomst": ["Bron: het CBS.", "Zelf opgeteld."],
    }


def test_chart_shows_a_bar_for_each_number_and_words_for_what_has_none() -> None:
    made = als_plotly(NL, BALKEN)
    [bars] = made["data"]
    assert bars["y"] == ["ede", "renswoude", "rhenen"]
    assert bars["x"] == [12.5, None, 5]
    assert bars["hovertext"] == ["Ede: 12,5%*", "Renswoude: afgeschermd", "Rhenen: 5%"]
    assert bars["marker"]["pattern"]["shape"] == ["/", "", ""]
    assert [(one["y"], one["text"]) for one in made["layout"]["annotations"]] == [
        ("renswoude", "afgeschermd")
    ]
    assert [(one["x0"], one["x1"], one["line"]["dash"]) for one in made["layout"]["shapes"]] == [
        (10.7, 10.7, "solid")
    ]
    assert made["layout"]["xaxis"]["range"] == [0, 20]


def test_chart_joins_the_dots_of_a_lane_and_opens_what_is_provisional() -> None:
    joined, first, second = als_plotly(NL, PUNTEN)["data"]
    assert joined["x"] == [15, 12.5, None, 5, None, None]
    assert joined["y"] == ["ede", "ede", None, "renswoude", None, None]
    assert first["x"] == [15, None, None]
    assert second["x"] == [12.5, 5, None]
    assert second["marker"]["symbol"] == ["square-open", "square", "square"]
    assert first["hovertext"][1] == "Renswoude, 2021: afgeschermd"
    notes = als_plotly(NL, PUNTEN)["layout"]["annotations"]
    assert [one["text"] for one in notes] == [
        "2021: afgeschermd",
        "2021: onbekend of geheim<br>2022: afgeschermd",
    ]


def test_chart_asks_nothing_of_another_site_and_shows_no_mark() -> None:
    config = als_plotly(NL, BALKEN)["config"]
    assert config["displaylogo"] is config["displayModeBar"] is config["showLink"] is False
    assert "http" not in json.dumps(als_plotly(NL, BALKEN))


def test_files_stand_where_the_page_looks_for_them(weergave: Weergave, pagina: Pagina) -> None:
    file, chart = grafiek(weergave.blik.v, BALKEN)
    assert json.loads(chart) == als_plotly(NL, BALKEN)
    tree = boom(pagina, BALKEN)
    asked = een(tree, "[data-interactief]").attributes["data-interactief"] or ""
    links = [node.attributes["href"] or "" for node in tree.css(".cf-bestanden a")]
    here = f"{WORTEL}monitor/zorg/"
    assert urljoin(here, asked) == urljoin(WORTEL, file)
    stem = f"{WORTEL}data/v1/monitor/zorg-gemeenten"
    assert {urljoin(here, link) for link in links} <= {f"{stem}.{kind}" for kind in FIGUURVORMEN}
    assert len(links) == len(set(links)) > 3


def test_figure_that_fell_back_is_in_one_language_in_every_form(regio: Regio) -> None:
    english = Weergave(Blik(regio, Vertaler("en", {"Bron": "Source"}), Datum(2026, 11, 2)))
    dutch = replace(BALKEN, einde=Decimal(5000), terugval="nl")
    english_one = replace(dutch, terugval=None)
    tree = boom(english.pagina("monitor/zorg/"), dutch)
    assert een(tree, "figure").attributes["lang"] == "nl"
    assert "2.500" in woorden(een(tree, ".cf-as"))
    for figuur, dutch_words, number in ((dutch, True, "2.500"), (english_one, False, "2,500")):
        chart = json.loads(grafiek(english.blik.v, figuur)[1])
        assert chart["layout"]["xaxis"]["ticktext"][1] == number
        said = kop(english, figuur)
        assert said["taal"] == "en"
        assert ("titel" in said["onvertaald"]) is dutch_words


def test_script_of_the_chart_is_published_with_its_licence() -> None:
    script = plotly(ROOT / "node_modules")
    licence, code = script.split("*/\n", 1)
    assert "MIT License" in licence
    assert "THE SOFTWARE IS PROVIDED" in licence
    source = ROOT / "node_modules/plotly.js-basic-dist-min/plotly-basic.min.js"
    assert code == source.read_text(encoding="utf-8")


# --- any figure -----------------------------------------------------------------------------

_EINDE = 4096
_ZONDER = [Soort.AFGESCHERMD, Soort.ONBEKEND, Soort.NIET_VAN_TOEPASSING, Soort.GEEN]
_WOORD = {
    Soort.AFGESCHERMD: ("afgeschermd", "x"),
    Soort.ONBEKEND: ("onbekend of geheim", "."),
    Soort.NIET_VAN_TOEPASSING: ("kan niet voorkomen", ""),
    Soort.GEEN: ("geen cijfer", "geen cijfer"),
}


@st.composite
def cellen(draw: st.DrawFn) -> Punt:
    """A cell; one without a number holds a number all the same, as a mistake elsewhere might."""
    if draw(st.booleans()):
        value = draw(st.decimals(0, _EINDE, places=1))
        text = str(value).replace(".", ",")
        return Punt(Soort.GETAL, value, text, text, draw(st.booleans()))
    soort = draw(st.sampled_from(_ZONDER))
    secret = draw(st.decimals(0, _EINDE, places=2))
    return Punt(soort, secret, *_WOORD[soort], False)


@st.composite
def figuren(draw: st.DrawFn) -> Figuur:
    """A figure of either form, with hidden cells that hold a number."""
    vorm = draw(st.sampled_from(list(Vorm)))
    series = 1 if vorm is Vorm.BALKEN else draw(st.integers(1, len(MERKEN)))
    names = draw(st.lists(st.text("abcdefgh <&", min_size=1, max_size=30), min_size=1, max_size=6))
    sizes = draw(st.booleans())
    banen = tuple(
        Baan(
            f"rij-{n}",
            Tekst(name, "nl"),
            tuple(draw(cellen()) for _ in range(series)),
            omvang=draw(st.integers(0, 9)) if sizes else None,
        )
        for n, name in enumerate(names)
    )
    lines = draw(st.lists(cellen(), max_size=len(STREPEN))) if series == 1 else []
    return replace(
        BALKEN,
        vorm=vorm,
        reeksen=tuple(f"reeks {n}" for n in range(series)),
        banen=banen,
        lijnen=tuple(Lijn(f"l-{n}", Tekst(f"lijn {n}", "nl"), one) for n, one in enumerate(lines)),
        einde=Decimal(_EINDE),
    )


def gewist(figuur: Figuur) -> Figuur:
    """The same figure, in which a cell without a number really has none."""

    def punt(one: Punt) -> Punt:
        return one if one.soort is Soort.GETAL else replace(one, waarde=None)

    return replace(
        figuur,
        banen=tuple(replace(baan, punten=tuple(map(punt, baan.punten))) for baan in figuur.banen),
        lijnen=tuple(replace(lijn, punt=punt(lijn.punt)) for lijn in figuur.lijnen),
    )


def alles(weergave: Weergave, pagina: Pagina, figuur: Figuur) -> list[str | bytes]:
    """Everything that is made of a figure; its rows are those of another table."""
    return [
        str(teken(pagina, figuur)),
        json.dumps(kop(weergave, figuur)),
        grafiek(NL, figuur)[1],
        plaat(weergave, figuur, WORTEL),
    ]


@pytest.fixture(scope="module")
def eigen_pagina(weergave: Weergave) -> Pagina:
    return weergave.pagina("monitor/zorg/")


@voorbeelden(60)
@given(data=st.data())
def test_number_in_a_hidden_cell_changes_no_byte_of_anything(
    weergave: Weergave, eigen_pagina: Pagina, data: st.DataObject
) -> None:
    figuur = data.draw(figuren())
    made = alles(weergave, eigen_pagina, figuur)
    assert made == alles(weergave, eigen_pagina, gewist(figuur))


@voorbeelden(60)
@given(data=st.data())
def test_drawing_json_and_chart_say_the_same(
    weergave: Weergave, eigen_pagina: Pagina, data: st.DataObject
) -> None:
    figuur = data.draw(figuren())
    cells = [punt for one in figuur.banen for punt in one.punten]
    numbers = [punt.waarde for punt in cells if punt.soort is Soort.GETAL]
    tree = boom(eigen_pagina, figuur)
    drawn = tree.css(".cf-spoor rect, .cf-spoor > .cf-merk")
    assert len(drawn) == len(numbers)
    words = len(tree.css(".cf-tekst .niet-in-bron"))
    assert words == (len(cells) - len(numbers) if numbers else 0)  # nothing to draw is not drawn
    shown = [woorden(node).split("*")[0] for node in tree.css("tbody td")]
    assert shown == [punt.tekst for punt in cells]
    said = kop(weergave, figuur)["rijen"]
    in_json = [cell["waarde"] for row in said for cell in row["waarden"]]
    assert [Decimal(str(one)) for one in in_json if one is not None] == numbers
    traces = [one for one in als_plotly(NL, figuur)["data"] if one.get("mode") != "lines"]
    assert [x for row in zip(*(one["x"] for one in traces), strict=True) for x in row] == in_json
    signs = [cell["teken"] for row in said for cell in row["waarden"]]
    assert signs == [punt.teken for punt in cells]


# --- the map --------------------------------------------------------------------------------


def test_tiles_are_links_with_name_and_value_in_reading_order(pagina: Pagina) -> None:
    tree = LexborHTMLParser(str(teken_kaart(pagina, KAART)))
    tiles = tree.css("a.tegel")
    assert [woorden(one) for one in tiles] == [
        "Nijkerk nij 2%",
        "Ede ede 12,5%* (voorlopig)",
        "Rhenen rhe afgeschermd",
    ]
    assert [one.attributes["href"] for one in tiles] == [
        f"../../monitor/gemeente/{key}/" for key in ("nijkerk", "ede", "rhenen")
    ]
    assert [one.attributes["class"] for one in tiles] == [
        "tegel tegel--1",
        "tegel tegel--5",
        "tegel tegel--0",
    ]
    place = tree.css("li")[2].attributes["class"] or ""
    assert {"tegelkaart__rij-2", "tegelkaart__kolom-2"} <= set(place.split())
    assert all(one.attributes["aria-hidden"] for one in tree.css(".tegel__kort"))
    assert woorden(een(tree, ".legenda")) == (
        "tot 5% 12% of meer * voorlopig: de bron kan het cijfer later bijstellen"
    )


def test_every_place_on_the_map_has_a_rule_in_the_sheet(pagina: Pagina) -> None:
    sheet = (ROOT / "docs/theme/assets/css/cijfers.css").read_text(encoding="utf-8")
    corner = replace(KAART, vakken=(vak("ede", 8, 8, 5, getal("1")),))
    for name in (
        een(LexborHTMLParser(str(teken_kaart(pagina, corner))), "li").attributes["class"] or ""
    ).split():
        assert f".{name} " in sheet


@pytest.mark.parametrize(("rij", "kolom"), [(0, 1), (1, 0), (9, 1), (1, 9)])
def test_tile_off_the_map_is_refused(pagina: Pagina, rij: int, kolom: int) -> None:
    wrong = replace(KAART, vakken=(vak("ede", rij, kolom, 1, getal("1")),))
    with pytest.raises(ValueError, match=r"^Kaart zorg-kaart: ede ligt buiten de kaart\.$"):
        teken_kaart(pagina, wrong)


def test_the_state_of_a_figure_is_that_of_its_cells_and_not_of_its_words() -> None:
    """Else a page of others would say that figures changed when only a word did."""
    lane, *rest = BALKEN.banen
    point = lane.punten[0]

    def met(**anders: Any) -> Figuur:
        changed = replace(lane, punten=(replace(point, **anders), *lane.punten[1:]))
        return replace(BALKEN, banen=(changed, *rest))

    words = replace(met(tekst="anders"), titel="Anders", eenheid="x", reeksen=("het jaar 2022",))
    assert words.stand == BALKEN.stand
    for other in (met(waarde=Decimal(99)), met(voorlopig=not point.voorlopig), met(teken="-")):
        assert other.stand != BALKEN.stand
