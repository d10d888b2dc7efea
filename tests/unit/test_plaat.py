"""The picture of a figure: whole by itself, also of what is long, hidden, empty or very large."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from macros.model.basis.datum import Datum
from macros.model.geheel import Regio
from macros.render.figuur.plaat import BREED, RAND, plaat, tekening
from macros.render.letter import breedte
from macros.render.weergave import Weergave
from macros.taal.vertaler import Tekst, Vertaler
from macros.views.blik import Blik
from macros.views.monitor.figuur import Figuur, Lijn
from tests.voorbeeldfiguren import AFGESCHERMD, BALKEN, ONBEKEND, PUNTEN, baan, getal

SVG = "{http://www.w3.org/2000/svg}"
WORTEL = "https://kind.example/"
LANG = "Zorg\nin \"Ede\" <&> 'hier' 🧒 = 1; " * 10
LEEG = replace(
    BALKEN,
    banen=(baan("ede", AFGESCHERMD), baan("rhenen", ONBEKEND)),
    lijnen=(),
)
VEEL = replace(
    BALKEN,
    banen=tuple(
        replace(baan(f"g{n}", getal("5")), naam=Tekst(f"Gemeente met een lange naam {n}", "nl"))
        for n in range(40)
    ),
)
GEVALLEN = {
    "balken": BALKEN,
    "punten": PUNTEN,
    "leeg": LEEG,
    "veel": VEEL,
    "een": replace(BALKEN, banen=BALKEN.banen[:1]),
    "geen": replace(BALKEN, banen=(), lijnen=()),
    "lang": replace(BALKEN, titel=LANG, zin=LANG, herkomst=(LANG,), eenheid=LANG),
    "lange namen": replace(
        PUNTEN,
        reeksen=("2020-2021, eerste en tweede helft", "W" * 120),
        banen=tuple(replace(one, naam=Tekst("W" * 300, "nl")) for one in PUNTEN.banen),
    ),
    "lange lijn": replace(BALKEN, lijnen=(Lijn("x", Tekst(LANG, "nl"), getal("5")),)),
    "grote getallen": replace(
        BALKEN,
        eenheid="kinderen",
        banen=(baan("ede", replace(getal("9"), waarde=Decimal(10**9), tekst="1.000.000.000")),),
        lijnen=(),
        einde=Decimal(10**9),
    ),
}


def kijk(regio: Regio, taal: str = "nl") -> Weergave:
    return Weergave(Blik(regio, Vertaler(taal), Datum(2026, 11, 2)))


@pytest.fixture(scope="module")
def weergave(regio: Regio) -> Weergave:
    return kijk(regio)


def boom(weergave: Weergave, figuur: Figuur) -> ET.Element:
    return ET.fromstring(plaat(weergave, replace(figuur, pad="monitor/zorg/#zorg"), WORTEL))


def regels(svg: ET.Element) -> list[str]:
    return [node.text or "" for node in svg.iter(f"{SVG}text")]


def test_it_says_what_it_is_where_it_is_from_and_where_it_stands(weergave: Weergave) -> None:
    said = regels(boom(weergave, BALKEN))
    titel = str(weergave.blik.regio.instellingen.titel)
    for text in (BALKEN.titel, BALKEN.zin, *BALKEN.herkomst, f"{WORTEL}monitor/zorg/"):
        assert text in said
    assert any(line.startswith(f"{titel} · ") for line in said)
    assert "12,5%*" in said
    assert {"Ede", "Renswoude", "afgeschermd", "Nederland: 10.7%"} <= {
        one.replace("10,7", "10.7") for one in said
    }


@pytest.mark.parametrize(
    ("zin", "onder"),
    [
        ("Zorg per gemeente: in Ede het meest.", "In Ede het meest."),
        ("Zorg: 🧒 in Ede: het meest.", "🧒 in Ede: het meest."),
        ("In Ede: het meest.", "In Ede: het meest."),
        ("Zorg per gemeente", "Zorg per gemeente"),
        ("Zorg: ", "Zorg: "),
    ],
)
def test_a_title_is_not_said_twice(zin: str, onder: str) -> None:
    assert replace(BALKEN, zin=zin).zin_onder_titel == onder


@pytest.mark.parametrize("naam", GEVALLEN)
def test_nothing_runs_out_of_the_picture(weergave: Weergave, naam: str) -> None:
    svg = boom(weergave, GEVALLEN[naam])
    high = float(svg.attrib["height"])
    for group in svg.iter(f"{SVG}g"):
        if "font-size" not in group.attrib:
            continue
        size, bold = float(group.attrib["font-size"]), "font-weight" in group.attrib
        for node in group:
            x, wide = float(node.attrib["x"]), breedte(node.text or "", vet=bold) * size
            left = {"start": 0.0, "middle": wide / 2, "end": wide}[
                node.attrib.get("text-anchor", "start")
            ]
            assert x - left >= RAND - 1, node.text
            assert x - left + wide <= BREED - RAND + 1, node.text
            assert 0 < float(node.attrib["y"]) < high, node.text


@pytest.mark.parametrize("naam", GEVALLEN)
def test_no_word_is_lost(weergave: Weergave, naam: str) -> None:
    figuur = GEVALLEN[naam]
    said = re.sub(r"\s", "", "".join(regels(boom(weergave, figuur))))
    for text in (figuur.titel, figuur.zin, *figuur.herkomst, *(str(b.naam) for b in figuur.banen)):
        assert re.sub(r"\s", "", text) in said


def test_a_figure_without_any_number_has_its_words_and_no_axis(weergave: Weergave) -> None:
    svg = boom(weergave, LEEG)
    assert {"afgeschermd", "onbekend of geheim"} <= set(regels(svg))
    assert [one.attrib["fill"] for one in svg.iter(f"{SVG}rect")].count("#0b5c58") == 0
    assert not any(one.isdecimal() for one in regels(svg))


def test_a_hidden_cell_has_no_bar_no_dot_and_no_number(weergave: Weergave) -> None:
    """As many bars and dots as there are numbers; whatever else the cell holds is nowhere."""
    secret = replace(AFGESCHERMD, waarde=Decimal("7.7"), teken="7,7")
    bars = replace(BALKEN, banen=(baan("ede", secret), baan("rhenen", getal("5"))), lijnen=())
    text = plaat(weergave, bars, WORTEL).decode()
    assert "7,7" not in text
    assert "7.7" not in text
    assert text.count('fill="#0b5c58" stroke') == 1
    dots = plaat(weergave, PUNTEN, WORTEL).decode()
    assert dots.count("<g transform") == 3 + 2 * len(PUNTEN.banen) + len(PUNTEN.reeksen)


def test_who_does_not_see_it_hears_every_cell(weergave: Weergave) -> None:
    svg = boom(weergave, PUNTEN)
    title, desc = svg.findtext(f"{SVG}title"), svg.findtext(f"{SVG}desc")
    assert svg.attrib["role"] == "img"
    assert title == PUNTEN.titel
    assert desc is not None
    assert "Ede: 2021 15%, 2022 12,5% (voorlopig)" in desc
    assert "Renswoude: 2021 afgeschermd, 2022 5%" in desc


def test_it_needs_nothing_from_elsewhere_and_is_light(weergave: Weergave) -> None:
    text = plaat(weergave, BALKEN, WORTEL).decode()
    assert not re.search(r"<(script|style|image|use|foreignObject|link|!--)|href|@import", text)
    assert re.findall(r"url\(([^)]*)\)", text) == ["#a-zorg-gemeenten"]
    assert f'<rect width="{BREED}"' in text


def test_signs_that_xml_cannot_hold_are_shown_as_such(weergave: Weergave) -> None:
    assert "Zorg\ufffd" in regels(boom(weergave, replace(BALKEN, titel="Zorg\ufffe")))


def test_it_speaks_the_language_of_its_words(regio: Regio) -> None:
    english, dutch = (
        boom(kijk(regio, "en"), replace(BALKEN, terugval=taal)) for taal in (None, "nl")
    )
    assert (english.attrib["lang"], dutch.attrib["lang"]) == ("en", "nl")


def test_in_a_language_from_right_to_left_names_stand_at_the_right(regio: Regio) -> None:
    svg = boom(kijk(regio, "ar"), BALKEN)
    assert svg.attrib["direction"] == "rtl"
    place = {node.text: node for node in svg.iter(f"{SVG}text")}
    assert float(place["Ede"].attrib["x"]) == BREED - RAND
    assert place["12,5%*"].attrib["direction"] == "ltr"
    assert float(place["12,5%*"].attrib["x"]) < float(place["Ede"].attrib["x"])
    assert float(place["0"].attrib["x"]) < float(place["20"].attrib["x"])


def test_the_drawing_alone_has_no_title_in_sight(weergave: Weergave) -> None:
    svg = ET.fromstring(tekening(weergave, BALKEN))
    assert BALKEN.titel not in regels(svg)
    assert "Ede" in regels(svg)
