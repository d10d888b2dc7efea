"""Figures of schools, boards, samenwerkingsverbanden and wijken, from the raw counts to the page.

On an invented region with forty schools (``tests/scholen.py``): protected, audited, shown. Not here:
the rules of their records (``test_regels_gebied``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.bescherming.audit.controle import controleer
from macros.bescherming.lekken.figuurpagina import gebreken
from macros.bescherming.lekken.vakken import verborgen
from macros.bescherming.lekken.verborgen import Verborgen
from macros.bescherming.uitgaven import ligging
from macros.issue import Issue, has_errors
from macros.load import load
from macros.model.geheel import Regio, adres_van
from macros.model.monitor.cijfer import Periode, teken
from macros.model.monitor.gebied import Gebiedsoort, School, Wijk
from macros.render.blokken import all_blokken
from macros.render.recordpaginas import recordpaginas
from macros.render.weergave import Weergave
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from macros.views.monitor.alles import alle_figuren, elk_cijfer
from macros.views.monitor.basis import cijferadres
from macros.views.monitor.gebied import gebied, gebieden, met_pagina
from macros.views.monitor.pagina import gebiedcijfers, indicatorpagina
from scripts.audit import main as audit
from scripts.bescherm import main as bescherm
from tests import scholen
from tests.scholen import BESTUREN, DELEN, GEMEENTEN, JAREN, SCHOLEN, UITGAVE
from tests.unit.mini import DAG, Mini, Vast

LEDGER = "monitor/uitgaven"
DEFINITIE = f"{UITGAVE}/definitie.yml"
PUBLICATIE = f"{UITGAVE}/publicatie.csv"


@pytest.fixture(scope="module")
def gemaakt(tmp_path_factory: pytest.TempPathFactory, vast: Vast) -> Path:
    """The folder of the region, made once; no test changes it."""
    folder = tmp_path_factory.mktemp("scholen") / "data"
    raw = tmp_path_factory.mktemp("ruw")
    kopie = Mini(folder)
    kopie.map.mkdir()
    for path in vast.bron.rglob("*"):
        if path.is_file():
            new = folder / path.relative_to(vast.bron)
            new.parent.mkdir(parents=True, exist_ok=True)
            new.write_bytes(path.read_bytes())
    scholen.maak(folder, scholen.publicatie(raw))
    return folder


@pytest.fixture(scope="module")
def streek(gemaakt: Path) -> Regio:
    loaded = load(gemaakt, DAG)
    assert not has_errors(loaded.issues), loaded.issues
    assert loaded.regio is not None
    return loaded.regio


@pytest.fixture
def stuk(mini: Mini, gemaakt: Path) -> Mini:
    """A copy of the region to break."""
    for path in gemaakt.rglob("*"):
        if path.is_file():
            new = mini.map / path.relative_to(gemaakt)
            new.parent.mkdir(parents=True, exist_ok=True)
            new.write_bytes(path.read_bytes())
    return mini


@pytest.fixture(scope="module", params=["nl", "en"])
def blik(request: pytest.FixtureRequest, streek: Regio) -> Blik:
    return Blik(streek, Vertaler(request.param), DAG)


def gelezen(mini: Mini, code: str = "") -> list[Issue]:
    return [one for one in mini.issues(code) if one.level.value == "fout"]


# ------------------------------------------------------------------- protection


def test_what_is_published_of_forty_schools_passes_the_audit(gemaakt: Path, streek: Regio) -> None:
    assert controleer(gemaakt / LEDGER, 10, ligging(streek.cijfergebieden)) == []
    assert audit([str(gemaakt / LEDGER), "--data", str(gemaakt)]) == 0
    rows = [one for one in streek.uitgaven if one.indicator == "thuis"]
    areas = 1 + len(BESTUREN) + len(GEMEENTEN) + 2 + len(SCHOLEN)
    assert len(rows) == areas * len(JAREN) * (1 + len(DELEN))


def test_every_small_count_is_hidden_and_every_total_that_shows_is_true(streek: Regio) -> None:
    """Of schools, and of each sum of schools that the region knows."""
    shown = {
        (one.gebied, str(one.periode), one.uitsplitsing): one.waarde for one in streek.uitgaven
    }
    inside = {one: {one} for one in SCHOLEN} | {"heel-mini": {*SCHOLEN}}
    for key in (*BESTUREN, *GEMEENTEN, "swv-mini", "swv-water"):
        inside[key] = {*streek.binnen(key)[Gebiedsoort.SCHOOL]}
    assert sum(map(len, (inside[one] for one in BESTUREN))) == len(SCHOLEN)
    for key, parts in inside.items():
        for jaar in JAREN:
            by = {deel: sum(scholen.telling(one, jaar, deel) for one in parts) for deel in DELEN}
            for deel, count in (by | {"totaal": sum(by.values())}).items():
                said = teken(shown[key, jaar, deel])
                assert said in ("x", str(count)), (key, jaar, deel)
                assert said == "x" or not 0 < count < 10


def test_a_count_that_is_put_back_is_found_by_the_auditor(stuk: Mini) -> None:
    """One hidden count shown again gives away its neighbours: the release is refused."""
    text = stuk.lees(PUBLICATIE)
    school, deel = next(
        (one, deel)
        for one in SCHOLEN
        for deel in DELEN
        if f"\n{one};{deel};2025;1;\n" in text and scholen.telling(one, "2025", deel) >= 10
    )
    count = scholen.telling(school, "2025", deel)
    old = f"\n{school};{deel};2025;1;\n"
    stuk.schrijf(PUBLICATIE, text.replace(old, f"{old[:-1]}{count}\n"))
    told = {one.code for one in gelezen(stuk)}
    assert told & {"lek", "niet-bewezen"}


def zonder_besturen(text: str) -> str:
    """The schools right below the region: what a board is, it does not say."""
    head, _, rest = text.partition("      heel-mini: [")
    body = rest.partition("  - id: duur")[2]
    return f"{head}      heel-mini: [{', '.join(SCHOLEN)}]\n  - id: duur{body}"


def alleen(publicatie: str, *gebieden: str) -> str:
    head, *rows = publicatie.splitlines()
    return "\n".join([head, *(row for row in rows if row.split(";")[0] in gebieden), ""])


@pytest.mark.parametrize("domein", ["thuis", "thuis-bestuur"])
def test_boards_published_apart_from_their_schools_are_refused(stuk: Mini, domein: str) -> None:
    """In a later release of the domain, or as a domain of its own: the sum is seen or refused."""
    whole, definitie = stuk.lees(PUBLICATIE), stuk.lees(DEFINITIE)
    schools = zonder_besturen(definitie)
    stuk.schrijf(DEFINITIE, schools)
    stuk.schrijf(
        PUBLICATIE, alleen(whole, "heel-mini", *GEMEENTEN, "swv-mini", "swv-water", *SCHOLEN)
    )
    assert gelezen(stuk) == []
    boards = re.sub(r"groepen:\n(?:  .*\n)+", "", definitie)
    boards = re.sub(r"      (?:bestuur|schoolbestuur)-\w+: \[.*\n", "", boards)
    boards = boards.replace("id: thuis\n", f"id: {domein}\n", 1)
    stuk.schrijf("monitor/uitgaven/003/definitie.yml", boards)
    stuk.schrijf("monitor/uitgaven/003/publicatie.csv", alleen(whole, "heel-mini", *BESTUREN))
    told = gelezen(stuk, "verband")
    assert told
    assert {one.path.rpartition("/uitgaven/")[2] for one in told} == {"003/definitie.yml"}
    if domein == "thuis":
        assert {re.findall(r"'([\w-]+)'", one.message)[0] for one in told} == {*BESTUREN}
    else:
        [one] = told
        assert "los van elkaar beschermd" in one.message
        stuk.schrijf("monitor/uitgaven/003/definitie.yml", f"{boards}anders_dan: [thuis]\n")
        assert gelezen(stuk, "verband") == []
        stuk.schrijf("monitor/uitgaven/003/definitie.yml", f"{boards}anders_dan: [thus]\n")
        said = {one.message: one.tip for one in gelezen(stuk, "verband")}
        assert said["Er is geen ander domein 'thus' onder de uitgaven."] == "Bedoel je 'thuis'?"


def test_a_release_that_puts_a_school_under_another_board_is_refused(stuk: Mini) -> None:
    text = stuk.lees(DEFINITIE)
    moved = text.replace("[school-21, ", "[").replace("[school-01, ", "[school-21, school-01, ", 1)
    assert moved != text
    stuk.schrijf(DEFINITIE, moved)
    said = [one.message for one in gelezen(stuk, "verband")]
    assert any("'school-21' mee in 'bestuur-noord'" in one for one in said)
    assert any("'bestuur-zuid' is hier geen som waarin 'school-21' meetelt" in one for one in said)


def test_a_release_with_a_school_under_two_boards_is_told_at_its_line(stuk: Mini) -> None:
    text = stuk.lees(DEFINITIE)
    stuk.schrijf(DEFINITIE, text.replace("[school-21, ", "[school-21, school-01, ", 1))
    [one] = gelezen(stuk, "definitie")
    assert one.message == "'school-01' valt onder 'bestuur-noord' en onder 'bestuur-zuid'."


def test_areas_that_hang_together_may_not_stand_in_two_dimensions(stuk: Mini) -> None:
    stuk.schrijf(
        DEFINITIE,
        "id: thuis\nnaam: X\naantal: leerlingen\nnullen: tonen\ndimensies:\n"
        "  - id: gebied\n    totaal: alle\n    boom:\n      alle: [school-01, school-02]\n"
        "  - id: bestuur\n    totaal: samen\n    boom:\n      samen: [bestuur-noord]\n"
        "tabellen:\n  - [gebied]\n",
    )
    stuk.schrijf(PUBLICATIE, "gebied;bestuur;tabel;aantal\nschool-01;samen;1;20\n")
    said = [one.message for one in gelezen(stuk, "verband")]
    assert (
        sum(one.startswith("'school-01', 'school-02' ligt in 'bestuur-noord'") for one in said) == 1
    )


def test_the_protector_asks_for_the_same_sums(
    gemaakt: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It shares no code with the auditor; with the folder of the region it knows what lies where."""
    (tmp_path / "ruw.csv").write_text(scholen.ruw(), encoding="utf-8")
    file = tmp_path / "definitie.yml"
    arguments = [str(tmp_path / "ruw.csv"), "--definitie", str(file)]
    arguments += ["--uit", str(tmp_path / "publicatie.csv"), "--data", str(gemaakt)]
    good = scholen.definitie()
    for bad, message in (
        (
            good.replace("[school-21, ", "[").replace("[school-01, ", "[school-21, school-01, ", 1),
            "'bestuur-zuid' telt 'school-21' niet mee",
        ),
        (
            good.replace("[school-21, ", "[").replace("[school-01, ", "[school-21, school-01, ", 1),
            "'bestuur-noord' telt 'school-21' mee, en dat ligt er volgens de gegevens niet in.",
        ),
        (
            good.replace(
                "  - dimensie: gebied\n    id: gemeente-dorp\n    van: [school-01, ",
                "  - dimensie: gebied\n    id: gemeente-dorp\n    van: [",
            ),
            "'gemeente-dorp' telt 'school-01' niet mee",
        ),
        (
            "id: x\nnaam: X\naantal: leerlingen\nnullen: tonen\ndimensies:\n"
            "  - id: gebied\n    totaal: alle\n    boom:\n      alle: [school-01, school-02]\n"
            "  - id: bestuur\n    totaal: samen\n    boom:\n      samen: [bestuur-noord]\n"
            "tabellen:\n  - [gebied]\n",
            "'school-01', 'school-02' ligt in 'bestuur-noord' en staat in een andere dimensie.",
        ),
    ):
        assert bad != good
        file.write_text(bad, encoding="utf-8")
        assert bescherm(arguments) == 1
        assert message in capsys.readouterr().err
        assert not (tmp_path / "publicatie.csv").exists()
    file.write_text(good, encoding="utf-8")
    assert bescherm(arguments) == 0


# ---------------------------------------------------------------------- the ledger


@pytest.mark.parametrize("code", ["shcool-07", "07XX", "De G07-school"])
def test_a_release_of_unknown_schools_is_told_at_each_line_with_the_nearest(
    stuk: Mini, code: str
) -> None:
    """Typed wrong, by its BRIN or by its name: the release says the id."""
    for file in (DEFINITIE, PUBLICATIE):
        stuk.schrijf(file, stuk.lees(file).replace("school-07", code))
    told = gelezen(stuk, "uitgave-code")
    lines = stuk.lees(PUBLICATIE).splitlines()
    assert [one.line for one in told] == [
        number for number, line in enumerate(lines, 1) if line.startswith(f"{code};")
    ]
    assert {one.message for one in told} == {
        f"De site kent geen gebied '{code}'. Is het samengevoegd of hernoemd?"
    }
    assert {one.tip for one in told} == {"Bedoel je 'school-07'?"}


def test_a_release_of_a_kind_of_area_that_the_indicator_does_not_allow_is_told(stuk: Mini) -> None:
    stuk.vervang("monitor/indicatoren/thuis.yml", "  - school\n", "")
    told = gelezen(stuk, "uitgave-code")
    assert len(told) == len(SCHOLEN) * len(JAREN) * (1 + len(DELEN))
    assert told[0].message == (
        "De indicator 'thuis' heeft geen cijfers per school, en dit is er een: 'school-01'."
    )
    assert told[0].tip == "Mag dat wel? Zet dan bij 'ook_per' van de indicator: school."


def test_a_release_of_an_archived_school_is_worth_a_second_look(stuk: Mini) -> None:
    pad = "monitor/scholen/school-07.yml"
    stuk.vervang(pad, "id: school-07\n", "id: school-07\nstatus: gearchiveerd\n")
    [one] = stuk.issues("uitgave-gebied")
    assert one.message == "'school-07' is gearchiveerd, en hier staan cijfers over 2025."
    assert stuk.lees(PUBLICATIE).splitlines()[one.line - 1].startswith("school-07;")


# ---------------------------------------------------------------------- the pages


def test_each_school_board_and_samenwerkingsverband_has_a_page_of_its_own(blik: Blik) -> None:
    found = {one.pad for one in recordpaginas(blik) if one.rij.blok == "gebiedcijfers"}
    assert found == {
        *(f"monitor/gemeente/{key}.md" for key in GEMEENTEN),
        *(f"monitor/school/{key}.md" for key in SCHOLEN),
        *(f"monitor/schoolbestuur/{key}.md" for key in BESTUREN),
        *(f"monitor/samenwerkingsverband/{key}.md" for key in ("swv-mini", "swv-water")),
        *(f"monitor/wijk/{key}.md" for key in scholen.WIJKEN),
    }
    assert {f"{one[:-3]}/" for one in found} == {cijferadres(blik, key) for key in met_pagina(blik)}
    assert cijferadres(blik, "school-01") == adres_van(School, "school-01")
    assert cijferadres(blik, "wijk-markt") == adres_van(Wijk, "wijk-markt")


def test_a_page_shows_what_the_release_says_and_nothing_else(blik: Blik) -> None:
    hidden = verborgen(blik.regio)
    rows = {
        (one.gebied, str(one.periode), one.uitsplitsing): one.waarde
        for one in blik.regio.uitgaven
        if one.indicator == "thuis"
    }
    names = ("totaal", *DELEN)
    for key in (*SCHOLEN, *BESTUREN, "swv-mini"):
        page = gebiedcijfers(blik, key)
        [thuis] = [table for table in page.tabellen if len(table.kolommen) == len(JAREN)][:1]
        for row, deel in zip(thuis.rijen[:3], names, strict=True):
            for jaar, punt in zip(JAREN, row.punten, strict=True):
                assert punt.teken == teken(rows[key, jaar, deel])
                assert (punt.waarde is None) == (("thuis", key, jaar, deel) in hidden)
        assert not page.leeg


def test_a_share_of_a_school_stands_beside_those_of_the_areas_around_it_and_of_the_country(
    stuk: Mini,
) -> None:
    """In the same year; a count does not: it would only say which is larger."""
    rows = "".join(
        f"leerlingen;{area};2025;totaal;{count};definitief;2025-12-01;verslag;afgeleid\n"
        for area, count in (("heel-mini", 12000), ("schoolbestuur-mini", 1100))
    )
    pad = "monitor/waarnemingen/leerlingen.csv"
    stuk.schrijf(pad, stuk.lees(pad) + rows)
    loaded = stuk.load()
    assert loaded.regio is not None
    assert not has_errors(loaded.issues)
    look = Blik(loaded.regio, Vertaler("nl"), DAG)
    kern = {
        str(one.indicator.titel): {str(line.naam): line.punt.tekst for line in one.naast}
        for one in gebiedcijfers(look, "school-37").kern
    }
    assert kern["Leerlingen, 2025"] == {}
    own = loaded.regio.uitgaven
    shown = {
        one.gebied: one.waarde
        for one in own
        if str(one.periode) == "2025" and one.uitsplitsing == "totaal"
    }
    total = Decimal(teken(shown["schoolbestuur-mini"]))
    share = f"{100 * total / 1100:.1f}".replace(".", ",")
    beside = kern["Aandeel leerlingen dat thuis zat, 2025"]
    assert beside['Stichting "De Brug"'] == f"{share}%"
    assert any("heel mini" in name.lower() for name in beside)


def test_a_share_of_a_hidden_count_is_hidden_too(blik: Blik) -> None:
    one = blik.regio.indicatoren["thuis-per-honderd"]
    [(_, table)] = indicatorpagina(blik, one.id).gebieden
    hidden = verborgen(blik.regio)
    names = {str(scholen.naam_van(key)): key for key in SCHOLEN}
    seen = 0
    for row in table.rijen:
        key = names[str(row.naam)]
        is_hidden = ("thuis", key, "2025", "totaal") in hidden
        assert (row.punten[0].waarde is None) == is_hidden
        assert ("thuis-per-honderd", key, "2025", "totaal") in hidden or not is_hidden
        seen += is_hidden
    assert seen


def _tabellen(blik: Blik) -> Iterator[list[str]]:
    for key in blik.regio.indicatoren:
        yield from ([str(r.naam) for r in t.rijen] for _, t in indicatorpagina(blik, key).gebieden)
    for key in (*BESTUREN, "swv-mini", "swv-water"):
        yield from ([str(row.naam) for row in one.rijen] for one in gebied(blik, key).tabellen)


def test_areas_side_by_side_stand_by_name_and_never_by_value(blik: Blik) -> None:
    tables = list(_tabellen(blik))
    assert len(tables) > 10
    assert all(names == sorted(names, key=str.casefold) for names in tables)
    for _, links in gebieden(blik):
        titles = [str(one.titel) for one in links]
        assert titles == sorted(titles, key=str.casefold)


def test_an_area_says_where_it_lies_and_what_lies_in_it(blik: Blik) -> None:
    here = gebied(blik, "school-21")
    links = [one.pad for _, one in here.feiten if one is not None and not isinstance(one, str)]
    assert links == [
        "monitor/schoolbestuur/bestuur-zuid/",
        "monitor/samenwerkingsverband/swv-water/",
        "monitor/gemeente/gemeente-stad/",
    ]
    for key in ("bestuur-zuid", "gemeente-stad", "swv-water"):
        page = gebied(blik, key)
        inside = [link.pad for _, some in page.binnen for link in some]
        inside += {row.pad for table in page.tabellen for row in table.rijen if row.pad}
        assert len(inside) == len({*inside})
        assert "monitor/school/school-21/" in inside
        assert ("monitor/school/school-01/" in inside) == (key == "bestuur-noord")
    assert "monitor/wijk/wijk-markt/" in {
        link.pad for _, some in gebied(blik, "gemeente-stad").binnen for link in some
    }


def test_of_an_area_that_no_longer_counts_only_the_name_stands_there(stuk: Mini) -> None:
    """It has no page to lead to; an archived school keeps its own, and leaves the lists."""
    for pad in ("partijen/bestuur-zuid.yml", "monitor/scholen/school-22.yml"):
        key = pad.rpartition("/")[2].removesuffix(".yml")
        stuk.vervang(pad, f"id: {key}\n", f"id: {key}\nstatus: gearchiveerd\n")
    loaded = stuk.load()
    assert loaded.regio is not None
    assert not has_errors(loaded.issues)
    look = Blik(loaded.regio, Vertaler("nl"), DAG)
    assert dict(gebied(look, "school-21").feiten)["Schoolbestuur"] == "Stichting Zuid"
    pages = {one.pad: one for one in recordpaginas(look)}
    assert "monitor/schoolbestuur/bestuur-zuid.md" not in pages
    assert "gearchiveerd" in pages["monitor/school/school-22.md"].kop["melding"]
    links = {link.pad for _, some in gebieden(look) for link in some}
    assert "monitor/school/school-21/" in links
    assert not links & {"monitor/school/school-22/", "monitor/schoolbestuur/bestuur-zuid/"}


def test_an_area_without_figures_says_so_and_a_board_without_schools_has_no_page(
    streek: Regio,
) -> None:
    look = Blik(replace(streek, uitgaven=(), waarnemingen={}), Vertaler("nl"), DAG)
    assert gebiedcijfers(look, "school-01").leeg
    assert gebiedcijfers(look, "wijk-markt").leeg
    bare = Blik(replace(streek, scholen={}, uitgaven=(), waarnemingen={}), Vertaler("nl"), DAG)
    assert not {*BESTUREN, "swv-mini"} & met_pagina(bare)


def test_a_hidden_count_is_found_on_each_built_page_where_it_could_stand(streek: Regio) -> None:
    """In the figures of the school, and beside the other schools of its board."""
    look = Blik(streek, Vertaler("nl"), DAG)
    weergave = Weergave(look)
    key = next(
        one
        for name, one, *rest in sorted(verborgen(streek))
        if rest == ["2025", "totaal"]
        if name == "thuis" and one in SCHOLEN
    )
    titel = str(streek.indicatoren["thuis"].titel)
    vak = ("thuis", key, "2025", "totaal")
    hidden = [Verborgen(vak, titel, scholen.naam_van(key), "2025", "totaal")]
    [block] = [one for one in all_blokken() if one.__name__ == "gebiedcijfers"]
    spots = 0
    for page in (key, scholen.bestuur_van(key)):
        adres = cijferadres(look, page)
        html = str(block(weergave.pagina(adres), page))
        tree = LexborHTMLParser(html)
        for figure in tree.css("figure"):
            figure.decompose()

        def said(tree: LexborHTMLParser, adres: str = adres) -> list[str]:
            return list(gebreken(f"{adres}index.html", tree, {}, hidden))

        assert said(tree) == []
        words = [one.start() for one in re.finditer("afgeschermd", tree.html or "")]
        for at in words:
            text = tree.html or ""
            text = f"{text[:at]}12{text[at + len('afgeschermd') :]}".replace("niet-in-bron", "")
            spots += any("hier hoort een woord" in one for one in said(LexborHTMLParser(text)))
    assert spots == 2


def test_every_figure_of_an_area_is_in_the_download(blik: Blik) -> None:
    keys = {tuple(one.kenmerk.split("/")) for one in elk_cijfer(blik)}
    for one in blik.regio.uitgaven:
        assert (one.indicator, one.gebied, str(one.periode), one.uitsplitsing) in keys
    assert {f"thuis-duur-{key}" for key in BESTUREN} <= alle_figuren(blik).keys()
    assert not [one for one in alle_figuren(blik) if "school-0" in one]


def test_the_monitor_leads_to_every_area_by_kind(streek: Regio) -> None:
    """Where there are none the page says what was agreed, which is prose."""
    told = gebieden(Blik(streek, Vertaler("nl"), DAG))
    assert [(kind, len(links)) for kind, links in told] == [
        ("Samenwerkingsverbanden", 2),
        ("Schoolbesturen", 3),
        ("Scholen", 40),
        ("Wijken", 2),
    ]
    bare = replace(streek, scholen={}, wijken={}, uitgaven=(), waarnemingen={})
    assert gebieden(Blik(bare, Vertaler("nl"), DAG)) == ()


def test_the_newest_period_of_an_area_is_its_own(streek: Regio) -> None:
    """A year that only the country has does not empty the page of a school."""
    page = gebiedcijfers(Blik(streek, Vertaler("nl"), DAG), "school-01")
    assert all(str(Periode(2025)) in str(row.indicator.titel) for row in page.kern)
