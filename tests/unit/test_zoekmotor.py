"""What the search finds: the script of the search page, asked in Node as the build asks it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from macros import kast, node
from macros.site.zoekindex import bouw_index, schrijf_antwoorden
from macros.site.zoekproef import ZoekproefFout, eerste, klopt
from tests.unit.mini import ROOT

MOTOR = ROOT / "docs/theme/assets/js/zoekmotor.js"
PAGINAS = {
    "": "Welkom. De gemeente Soest ligt in het midden, en iedereen is welkom op school.",
    "soest/": "Soest is een gemeente. In Soest wonen mensen, en Soest heeft een school.",
    "xtc/": "Drugs zoals xtc horen nergens.",
    "ziek/": "Een kind dat lang ziek is, krijgt onderwijs thuis of in het ziekenhuis.",
    "overleg/": "Dit overleg komt vier keer per jaar bij elkaar, en bespreekt de dyslexie.",
}
ANTWOORDEN = {
    "thuis/": ("Niet naar school: wat nu?", ["kind gaat niet naar school", "zit thuis"]),
    "lezen/": ("Moeite met lezen", ["dyslexie", "leesproblemen"]),
    "rekenen/": ("Moeite met rekenen", ["dyscalculie"]),
    "kalender/": ("Kalender", ["wanneer is het volgende overleg"]),
    "begrippen/#so": ("SO (speciaal onderwijs)", ["SO", "speciaal onderwijs"]),
    "begrippen/#ib": ("intern begeleider", ["ib'er", "IB"]),
    "gemeente/dorp/": ("Dorp", ["Gemeente Dorp"]),
    "gemeente/stad/": ("Stad", ["Gemeente Stad"]),
    "gemeente/veld/": ("Veld", ["Gemeente Veld"]),
    "bus/": ("Vervoer naar school", ["leerlingenvervoer", "schoolbus"]),
}
VRAGEN = {
    "kind gaat niet naar school": "thuis/",
    "Mijn dochter wil niet naar school gaan!": "thuis/",
    "wanneer is het volgende overleg?": "kalender/",
    "DYSLEXIE": "lezen/",
    "dislexie": "lezen/",
    "dylsexie": "lezen/",
    "lesproblemen": "lezen/",
    "dyslexietest": "lezen/",
    "so": "begrippen/#so",
    "ib'er": "begrippen/#ib",
    "ib’er": "begrippen/#ib",
    "iber": "begrippen/#ib",
    "ib er": "begrippen/#ib",
    "speciaal  onderwijs": "begrippen/#so",
    "school bus": "bus/",
    "schoolbussen": "bus/",
    "dorp": "gemeente/dorp/",
    "gemeente soest": "soest/",
    "langdurige ziekte": "ziek/",
    '"lang ziek"': "ziek/",
    "xylofoon": "",
    "zzzzzz qqqqqq": "",
    "": "",
    "😀": "",
    "?!": "",
    "'": "",
    "<b>dorp</b>": "gemeente/dorp/",
    "dyslexie " + "en nog wat " * 50: "lezen/",
    "a" * 500: "",
    "constructor": "",
    "__proto__": "",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("zoek")
    for pad, text in PAGINAS.items():
        page = folder / pad / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        body = f"<main data-pagefind-body><h1>{pad or 'start'}</h1><p>{text}</p></main>"
        page.write_text(f'<html lang="nl"><body>{body}</body></html>', encoding="utf-8")
    (folder / "assets/js").mkdir(parents=True)
    shutil.copy(MOTOR, folder / "assets/js")
    schrijf_antwoorden(
        folder,
        "nl",
        antwoorden=[
            {"pad": pad, "titel": titel, "tekst": "", "woorden": [titel, *woorden], "gewicht": 1}
            for pad, (titel, woorden) in ANTWOORDEN.items()
        ],
        groepen=[("SO", "speciaal onderwijs")],
        afkortingen=["ib", "so"],
    )
    bouw_index(folder, ROOT / "node_modules")
    return folder


@pytest.fixture(scope="module")
def gevonden(site: Path) -> dict[str, str]:
    """What comes first for each question: one Node for all of them."""
    return dict(zip(VRAGEN, eerste(site, {"nl": [*VRAGEN]})["nl"], strict=True))


@pytest.mark.parametrize("vraag", VRAGEN, ids=lambda one: one[:40] or "leeg")
def test_a_question_finds_what_is_meant_first(gevonden: dict[str, str], vraag: str) -> None:
    assert gevonden[vraag] == VRAGEN[vraag]


def test_a_language_without_answers_is_not_asked(site: Path) -> None:
    assert eerste(site, {"nl": ["dorp"], "fy": ["doarp"]}) == {"nl": ["gemeente/dorp/"]}


def test_a_site_that_cannot_be_asked_is_told(site: Path, tmp_path: Path) -> None:
    (tmp_path / "pagefind").mkdir()
    (tmp_path / "pagefind/antwoorden.nl.json").write_text(json.dumps({}), encoding="utf-8")
    with pytest.raises(ZoekproefFout, match=r"code 1:\n(?s:.*)zoekmotor\.js"):
        eerste(tmp_path, {"nl": ["dorp"]})


def test_without_node_it_is_told(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kast, "MAP", site / "kast")
    monkeypatch.setattr(node, "programma", lambda: None)
    with pytest.raises(ZoekproefFout, match="make build"):
        eerste(site, {"nl": ["nog niet gevraagd"]})


@pytest.mark.parametrize(
    ("gevonden_adres", "goed", "is_goed"),
    [
        ("hulp/#school", ["hulp/#school"], True),
        ("hulp/#school", ["thuis/", "hulp/"], True),
        ("hulp/", ["hulp/#school"], False),
        ("hulp/#kind", ["hulp/#school"], False),
        ("", ["hulp/"], False),
    ],
)
def test_a_place_on_a_page_is_right_where_the_page_is(
    gevonden_adres: str, goed: list[str], is_goed: bool
) -> None:
    assert klopt(gevonden_adres, goed) == is_goed
