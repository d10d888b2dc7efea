"""Boxes and arrows: their words, places and links, and the Node process that Graphviz runs in."""

from __future__ import annotations

import gzip
import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros import kast
from macros.model.basis.datum import Datum
from macros.model.geheel import Regio
from macros.render.tekening import graphviz, plaatsing
from macros.render.tekening.basis import Knoop, Pijl, Tekening, TekeningFout
from macros.render.tekening.graphviz import sluit
from macros.render.tekening.maat import LETTER
from macros.render.tekening.teken import TELEFOON, teken
from macros.render.weergave import Pagina, Weergave
from macros.taal.vertaler import Tekst, Vertaler
from macros.views.blik import Blik
from tests.unit.mini import ROOT

ROUTE = Tekening(
    (
        Knoop("hulp", "jeugdhulp, zoals traumabehandeling"),
        Knoop("advies", "advies bij gedrag dat niet bij de leeftijd past", boven="GGD"),
        Knoop("school", "school spreekt met de ouders"),
        Knoop("cjg", "CJG erbij, of melding bij Veilig Thuis"),
    ),
    (
        Pijl("advies", "school"),
        Pijl("school", "cjg", "geen verbetering"),
        Pijl("school", "hulp", "heeft zelf iets meegemaakt"),
    ),
)
DERTIG = Tekening(
    tuple(
        Knoop(
            f"k{i}", f"Bovenschools overleg nummer {i}", "overleg", f"overleg/k{i}/", "2x per jaar"
        )
        for i in range(30)
    ),
    (
        *(
            Pijl(f"k{(i - 1) // 3}", f"k{i}", "adviseert" if i % 5 == 0 else "")
            for i in range(1, 30)
        ),
        Pijl("k29", "k2", "koppelt terug"),
    ),
)


@pytest.fixture(scope="module")
def pagina(regio: Regio) -> Pagina:
    return Weergave(Blik(regio, Vertaler("nl"), Datum(2023, 1, 1))).pagina("agenda/route/")


def boom(pagina: Pagina, what: Tekening, id: str = "route") -> LexborHTMLParser:
    return LexborHTMLParser(str(teken(pagina, what, "De route", id)))


def lines(node: LexborNode) -> list[str]:
    return [line.text() for line in node.css("tspan")]


def words(node: LexborNode) -> str:
    """As a screen reader or the search index joins them."""
    return " ".join(node.text().split())


def boxes(tree: LexborHTMLParser) -> dict[str, tuple[float, float, float, float]]:
    """Left, top, right and bottom of each box, by its words."""
    found = {}
    for node in tree.css(".knoop"):
        x, y = corner(node)
        [rect] = node.css("rect")
        found[words(node)] = (
            x,
            y,
            x + float(rect.attributes["width"] or ""),
            y + float(rect.attributes["height"] or ""),
        )
    return found


def corner(node: LexborNode) -> tuple[float, float]:
    match = re.fullmatch(r"translate\((\S+) (\S+)\)", node.attributes["transform"] or "")
    assert match is not None
    return float(match[1]), float(match[2])


def svg(tree: LexborHTMLParser) -> LexborNode:
    [found] = tree.css("figure.figuur.tekening svg")
    return found


def test_every_box_and_arrow_is_drawn_with_all_its_words(pagina: Pagina) -> None:
    tree = boom(pagina, ROUTE)
    assert sorted(words(node) for node in tree.css(".knoop, .pijl")) == [
        "CJG erbij, of melding bij Veilig Thuis",
        "GGD advies bij gedrag dat niet bij de leeftijd past",
        "geen verbetering",
        "heeft zelf iets meegemaakt",
        "jeugdhulp, zoals traumabehandeling",
        "school spreekt met de ouders",
    ]
    assert len(tree.css("polygon")) == 3
    assert len(tree.css("path")) == 5  # an arrow with words is two lines


def test_lines_fit_a_phone_and_are_about_even(pagina: Pagina) -> None:
    what = Tekening((Knoop("a", "advies van de GGD als het gedrag opvalt"),), ())
    [node] = boom(pagina, what).css(".knoop__tekst")
    assert lines(node) == ["advies van de GGD", "als het gedrag opvalt"]


def test_lines_are_shorter_where_two_boxes_stand_side_by_side(pagina: Pagina) -> None:
    tree = boom(pagina, ROUTE)
    assert float(svg(tree).attributes["width"] or "") <= TELEFOON
    assert not tree.css(".tekening__rol")
    assert lines(tree.css(".knoop")[-1]) in (
        ["jeugdhulp, zoals", "traumabehandeling"],
        ["CJG erbij, of", "melding bij", "Veilig Thuis"],
    )


def test_a_drawing_too_wide_for_a_phone_can_be_moved_with_the_keyboard(pagina: Pagina) -> None:
    tree = boom(pagina, DERTIG)
    assert float(svg(tree).attributes["width"] or "") > TELEFOON
    [region] = tree.css("div.tekening__rol")
    assert region.attributes["tabindex"] == "0"
    assert region.attributes["role"] == "region"
    assert region.attributes["aria-label"] == "De route"


def test_a_word_is_never_broken_and_a_space_that_may_not_break_neither(pagina: Pagina) -> None:
    word = "onderwijszorgarrangementenoverlegcommissie"
    what = Tekening((Knoop("a", f"{word} in groep\u00a03 en in groep\u00a04"),), ())
    [node] = boom(pagina, what).css(".knoop__tekst")
    assert lines(node) == [word, "in groep\u00a03 en in groep\u00a04"]


def test_the_window_of_the_drawing_is_its_natural_size_and_holds_every_box(pagina: Pagina) -> None:
    tree = boom(pagina, ROUTE)
    window = svg(tree).attributes
    left, top, width, height = map(float, (window["viewBox"] or "").split())
    assert (window["width"], window["height"]) == (f"{width:g}", f"{height:g}")
    ring = 2  # half a stroke of the focus ring falls outside the box
    for box in boxes(tree).values():
        assert left + ring <= box[0] < box[2] <= left + width - ring
        assert top + ring <= box[1] < box[3] <= top + height - ring


def test_an_arrow_points_down_and_its_words_stand_half_way(pagina: Pagina) -> None:
    tree = boom(pagina, ROUTE)
    place = boxes(tree)
    school = place["school spreekt met de ouders"]
    for under, what in (
        ("CJG erbij, of melding bij Veilig Thuis", "geen verbetering"),
        ("jeugdhulp, zoals traumabehandeling", "heeft zelf iets meegemaakt"),
    ):
        [spoken] = [node for node in tree.css(".pijl") if words(node) == what]
        assert school[3] < corner(spoken)[1] < place[under][1]
    assert place["GGD advies bij gedrag dat niet bij de leeftijd past"][3] < school[1]


def test_boxes_that_are_as_far_along_stand_as_low_with_words_or_without(pagina: Pagina) -> None:
    what = Tekening(
        (Knoop("a", "eerst"), Knoop("b", "dan dit"), Knoop("c", "of dat")),
        (Pijl("a", "b"), Pijl("a", "c", "als het niet lukt")),
    )
    place = boxes(boom(pagina, what))
    assert place["dan dit"][1] == place["of dat"][1]


def test_the_tip_of_an_arrow_touches_its_box(pagina: Pagina) -> None:
    what = Tekening((Knoop("a", "van"), Knoop("b", "naar")), (Pijl("a", "b"),))
    tree = boom(pagina, what)
    [head] = tree.css("polygon")
    tip, *base = (head.attributes["points"] or "").split()[1::2]
    assert float(tip) == pytest.approx(boxes(tree)["naar"][1], abs=1)
    assert all(float(y) < float(tip) for y in base)


def test_thirty_boxes_do_not_overlap_and_are_light(pagina: Pagina) -> None:
    html = str(teken(pagina, DERTIG, "Overleggen", "overleg"))
    place = boxes(LexborHTMLParser(html))
    assert len(place) == 30
    for one, other in combinations(place.values(), 2):
        aside = one[2] < other[0] or other[2] < one[0]
        assert aside or one[3] < other[1] or other[3] < one[1]
    assert len(gzip.compress(html.encode(), 6)) <= 12_000


def test_a_drawing_without_links_is_one_image_with_a_name(pagina: Pagina) -> None:
    tree = boom(pagina, ROUTE)
    assert svg(tree).attributes["role"] == "img"
    [title] = tree.css("svg > title")
    assert svg(tree).attributes["aria-labelledby"] == title.attributes["id"] == "route-naam"
    assert title.text() == "De route"
    assert not tree.css("a")


def test_boxes_with_a_path_are_links_from_this_page_in_the_order_of_reading(
    pagina: Pagina,
) -> None:
    what = Tekening(
        (
            Knoop("c", "derde", pad="agenda/#c"),
            Knoop("b", "tweede"),
            Knoop("a", "eerste", pad="", boven="GGD"),
        ),
        (Pijl("a", "b"), Pijl("b", "c")),
    )
    tree = boom(pagina, what)
    assert [(words(a), a.attributes["href"]) for a in tree.css("a.knoop")] == [
        ("GGD eerste", "../../"),
        ("derde", "../../agenda/#c"),
    ]
    assert svg(tree).attributes["role"] == "group"
    assert svg(tree).attributes["aria-label"] == "De route"
    assert [words(g) for g in tree.css("g.knoop")] == ["tweede"]


def test_text_of_the_data_stays_text(pagina: Pagina) -> None:
    nasty = '</svg><b>"vet"</b> & {{ 7*7 }} \' -> ]; label="x" \\N'
    what = Tekening(
        (Knoop('"];x', nasty, boven=nasty), Knoop("b", "b")), (Pijl('"];x', "b", nasty),)
    )
    tree = LexborHTMLParser(str(teken(pagina, what, nasty, "route")))
    assert [words(node) for node in tree.css("text")] == [nasty, nasty, nasty, "b"]
    assert [title.text() for title in tree.css("title")] == [nasty]
    assert {node.tag for node in tree.css("figure, figure *")} == {
        *("figure", "svg", "title", "g", "path", "polygon", "rect", "text", "tspan")
    }
    assert not tree.css("[style], [onclick], [fill], [stroke]")


def test_a_text_in_another_language_says_so(regio: Regio) -> None:
    page = Weergave(Blik(regio, Vertaler("en"), Datum(2023, 1, 1))).pagina("")
    what = Tekening(
        (Knoop("a", Tekst("Nederlands", "nl"), boven=Tekst("English", "en")), Knoop("b", "plain")),
        (Pijl("a", "b", Tekst("ook Nederlands", "nl")),),
    )
    found = {words(node): node.attributes.get("lang") for node in boom(page, what).css("text")}
    assert found == {"Nederlands": "nl", "English": None, "plain": None, "ook Nederlands": "nl"}


def test_the_kind_of_a_box_is_a_class(pagina: Pagina) -> None:
    what = Tekening((Knoop("a", "a", "wet"), Knoop("b", "b")), ())
    assert [node.attributes["class"] for node in boom(pagina, what).css(".knoop")] == [
        "knoop knoop--wet",
        "knoop",
    ]


def test_two_drawings_on_a_page_have_no_id_in_common(pagina: Pagina) -> None:
    ids = [
        [node.attributes["id"] for node in boom(pagina, ROUTE, name).css("[id]")]
        for name in ("een", "twee")
    ]
    assert ids == [["een", "een-naam"], ["twee", "twee-naam"]]


@pytest.mark.parametrize(
    ("knopen", "pijlen"),
    [
        ((), ()),
        ((Knoop("a", "een"), Knoop("a", "twee")), ()),
        ((Knoop("a", "een"),), (Pijl("a", "b"),)),
        ((Knoop("a", "een"),), (Pijl("b", "a"),)),
    ],
)
def test_what_cannot_be_drawn_is_refused(
    knopen: tuple[Knoop, ...], pijlen: tuple[Pijl, ...]
) -> None:
    with pytest.raises(ValueError, match="geen tekening"):
        Tekening(knopen, pijlen)


def test_arrows_may_go_round_and_back_to_their_own_box(pagina: Pagina) -> None:
    what = Tekening(
        (Knoop("a", "een"), Knoop("b", "twee")),
        (Pijl("a", "b"), Pijl("b", "a", "opnieuw"), Pijl("b", "b")),
    )
    assert len(boom(pagina, what).css("polygon")) == 3


def test_the_stylesheet_has_letters_of_the_size_that_was_measured() -> None:
    css = ROOT / "docs" / "theme" / "assets" / "css"
    [size] = re.findall(r"font-size: var\((.+?)\);", (css / "tekening.css").read_text("utf-8"))
    assert f"{size}: {LETTER}px;" in (css / "basis.css").read_text(encoding="utf-8")


# ---- the process


def vergeet() -> None:
    """End Node and forget every drawing."""
    sluit()
    plaatsing._gevonden.cache_clear()


@pytest.fixture
def opnieuw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No Node runs and nothing is known of earlier drawings; the same afterwards."""
    monkeypatch.setattr(kast, "MAP", tmp_path / "kast")
    vergeet()
    yield
    vergeet()


@pytest.fixture
def node(opnieuw: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """The only Node there is: none, until the test says what it does (a shell script)."""
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", "")

    def write(script: str) -> None:
        file = tmp_path / "node"
        file.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n", encoding="utf-8")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)

    return write


@pytest.mark.usefixtures("opnieuw")
def test_the_same_drawing_gives_the_same_bytes_from_another_process(pagina: Pagina) -> None:
    first = teken(pagina, DERTIG, "Overleggen", "overleg")
    vergeet()
    assert teken(pagina, DERTIG, "Overleggen", "overleg") == first


@pytest.mark.usefixtures("opnieuw")
def test_node_starts_once_and_a_known_drawing_does_not_ask_it(pagina: Pagina) -> None:
    teken(pagina, ROUTE, "De route", "route")
    [first] = graphviz._processen.values()
    teken(pagina, DERTIG, "Overleggen", "overleg")
    assert list(graphviz._processen.values()) == [first]
    sluit()
    assert first.returncode is not None
    teken(pagina, ROUTE, "Nog eens", "nog-eens")
    assert not graphviz._processen


VORK = """
import os, sys
from macros.render.tekening import graphviz
graphviz._ask("digraph{a}")
before = {pid: one.pid for pid, one in graphviz._processen.items()}
child = os.fork()
if child == 0:
    found = graphviz._ask("digraph{b}")["objects"][0]["name"]
    other = graphviz._processen[os.getpid()].pid
    os._exit(0 if found == "b" and other not in before.values() else 1)
_, status = os.waitpid(child, 0)
found = graphviz._ask("digraph{c}")["objects"][0]["name"]
assert {pid: one.pid for pid, one in graphviz._processen.items()} == before
print(os.waitstatus_to_exitcode(status), found)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="only where processes can fork")
def test_a_fork_has_a_node_of_its_own_and_the_folder_does_not_matter(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", VORK],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("0 c\n", "")


@pytest.mark.usefixtures("node")
def test_without_node_the_message_says_what_to_do(pagina: Pagina) -> None:
    with pytest.raises(TekeningFout, match=r"Node\.js.* is er niet\. Draai eerst: make build"):
        teken(pagina, ROUTE, "De route", "route")


@pytest.mark.parametrize(
    "script",
    [
        "exit 1",
        "echo 'node:internal Error: geen pakket'",
        "read line; echo ''",
        "exec cat /dev/null",
    ],
)
def test_a_broken_answer_is_an_error_and_the_next_drawing_starts_afresh(
    pagina: Pagina, node: Callable[[str], None], script: str
) -> None:
    node(script)
    with pytest.raises(TekeningFout, match="geen bruikbaar antwoord"):
        teken(pagina, ROUTE, "De route", "route")
    assert not graphviz._processen


def test_no_answer_at_all_does_not_keep_the_build_waiting(
    pagina: Pagina, node: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The script stays and so does what it started, which holds the same pipe."""
    afgewacht = tmp_path / "afgewacht"
    node(f"(sleep 30; touch '{afgewacht}') & wait")
    monkeypatch.setattr(graphviz, "TIMEOUT", 0.2)
    with pytest.raises(TekeningFout, match=r"binnen 0\.2 seconden"):
        teken(pagina, ROUTE, "De route", "route")
    assert not afgewacht.exists()
