"""Addresses between pages, record pages, and the file with actions that a spreadsheet opens."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
import yaml
from markupsafe import Markup

from macros.model.basis import Datum
from macros.model.geheel import Regio
from macros.render.export import acties_csv, cel, schrijf_acties
from macros.render.plaats import bewaar, zet_terug
from macros.render.recordpaginas import recordpaginas
from macros.render.weergave import Weergave
from macros.taal.vertaler import Vertaler


@pytest.fixture(scope="module")
def weergave(regio: Regio) -> Weergave:
    return Weergave(regio, Vertaler("nl"), Datum(2023, 1, 1))


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


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=SOM(A1)", "'=SOM(A1)"),
        ("+31", "'+31"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("2 = 2", "2 = 2"),
        ("'=1", "'=1"),
        ("gewoon", "gewoon"),
        ("", ""),
    ],
)
def test_no_cell_can_run_as_a_formula(text: str, cell: str) -> None:
    assert cel(text) == cell


def test_no_cell_of_the_actions_begins_as_a_formula(weergave: Weergave) -> None:
    rows = list(csv.reader(io.StringIO(acties_csv(weergave)), delimiter=";"))
    assert all(not one.startswith(("=", "+", "-", "@")) for row in rows for one in row)
    assert [row[1] for row in rows[1:3]] == [
        '\'=SOM(alle lijsten) van S(B)O & SBO maken; "compleet"',
        "'-Delen met ouders @ school",
    ]


def test_every_cell_of_the_actions_says_something(weergave: Weergave) -> None:
    head, *rows = csv.reader(io.StringIO(acties_csv(weergave)), delimiter=";")
    assert len(rows) == 4
    assert {len(row) for row in rows} == {len(head)}
    assert all(one for row in rows for one in row)
    assert rows[2][head.index("Wie")] == "onbekend"


def test_the_file_opens_in_a_dutch_spreadsheet(weergave: Weergave, tmp_path: Path) -> None:
    schrijf_acties(tmp_path / "data" / "acties.csv", weergave)
    raw = (tmp_path / "data" / "acties.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfNummer;Actie;")
    assert raw.count(b"\r\n") == 5
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert raw.decode("utf-8-sig") == acties_csv(weergave)


def test_each_speerpunt_has_a_page_and_an_archived_one_keeps_it(weergave: Weergave) -> None:
    assert [page.pad for page in recordpaginas(weergave)] == [
        "agenda/alles-bekend.md",
        "agenda/oud-punt.md",
        "agenda/veel-onbekend.md",
    ]


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
    odd = replace(regio, speerpunten=MappingProxyType({"alles-bekend": one}))
    [page] = recordpaginas(Weergave(odd, Vertaler("nl"), Datum(2023)))
    start, head, body = page.markdown.split("---\n", 2)
    assert start == ""
    assert body == '\n{{ speerpunt(page, "alles-bekend") }}\n'
    lines = dict(line.split(": ", 1) for line in head.removesuffix("\n").split("\n"))
    assert json.loads(lines["title"]) == titel
    assert list(yaml.safe_load(head)) == list(lines)


def test_finished_html_is_kept_out_of_markdown_and_put_back() -> None:
    meta: dict[str, object] = {}
    blocks = [Markup("<div>**a** $1 \\1</div>"), Markup("<p>b</p>")]
    marks = [bewaar(meta, html) for html in blocks]
    assert "".join(marks).count("**a**") == 0
    assert zet_terug(meta, f"<p>x</p>{marks[1]}{marks[0]}") == f"<p>x</p>{blocks[1]}{blocks[0]}"


@pytest.mark.parametrize("html", ["<button>a</button>", "<span>a</span>", "gewoon &amp; los"])
def test_html_inside_a_sentence_stays_in_it(html: str) -> None:
    meta: dict[str, object] = {}
    assert bewaar(meta, Markup(html)) == html
    assert zet_terug(meta, html) == html
