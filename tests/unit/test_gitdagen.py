"""The history out of git: repositories made for it, with what can be wrong in one.

Not here: our own history, and what a page makes of it.
"""

from __future__ import annotations

import datetime
import itertools
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from macros import kast
from macros.bescherming.historie import opslag
from macros.load import Loaded
from macros.model.geheel import Regio
from macros.wijziging import gitdagen
from macros.wijziging.geschiedenis import NIETS, Geschiedenis, Gewicht, Recordwijziging
from macros.wijziging.gitdagen import geschiedenis, meldingen
from tests.gitrepo import BERICHT, NAAM, POST, Staat, git, leg_vast

VANDAAG = datetime.date(2026, 11, 30)
BEGIN = {"data/regio.yml": "naam: Regio\n"}
A = "data/speerpunten/a.yml"
HOOFDLETTERS = (
    "Anders Bel Beter Bij De Doe Dorp Drie Een Geen Geteld Herschreven Het Hulp In Je Kijk Mail Na "
    "Nee Netjes Nieuw Nog Over Regio Samen Te Terug Tussendoor Twee Vastgelegd Voorstel We Weer "
    "Wijkteam"
)
GEWOON = {"id": "a", "titel": "Samen leren", "samen": "We leren samen, elke dag."} | {
    "voor_ouders": "Je kind leert.",
    "opdracht": "Doe het.",
}


def yml(**velden: str) -> str:
    """A speerpunt of these fields."""
    return "".join(f"{name}: {value}\n" for name, value in {**GEWOON, **velden}.items())


@pytest.fixture(autouse=True)
def eigen_kast(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kast, "MAP", tmp_path.with_name(f"{tmp_path.name}-kast"))
    monkeypatch.setattr(gitdagen, "_LAATST", {})


@pytest.fixture(scope="session")
def regio(geladen: Loaded) -> Regio:
    """The region of data_mini with a speerpunt ``a``, and with the words that the states here begin
    with a capital.
    """
    assert geladen.regio is not None
    points = geladen.regio.speerpunten
    one = next(iter(points.values())).model_copy(update={"id": "a", "samen": HOOFDLETTERS})
    return replace(geladen.regio, speerpunten={**points, "a": one})


@pytest.fixture
def vertel(tmp_path: Path, regio: Regio) -> Callable[..., Geschiedenis]:
    """What the history of these states is, in the folder ``data``."""

    def vertel(*staten: Staat, data: str = "data") -> Geschiedenis:
        leg_vast(tmp_path, staten)
        (tmp_path / data).mkdir(parents=True, exist_ok=True)
        return geschiedenis(tmp_path / data, regio, VANDAAG)

    return vertel


Vertel = Callable[..., Geschiedenis]


def dagen(found: Geschiedenis) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each day with what happened to which record."""
    return [
        (dag.datum.isoformat(), [(one.pad, one.gebeurtenis.value) for one in dag.records])
        for dag in found.dagen
    ]


def waarden(one: Recordwijziging) -> list[tuple[Any, ...]]:
    """Each field with its values; three dots where these are not shown."""
    return [
        (field.loc, *(["..."] if field.verborgen else [field.oud, field.nieuw]))
        for field in one.velden
    ]


def op_dag(dag: int, inhoud: dict[str, Any], **rest: str) -> Staat:
    return Staat(f"2026-11-{dag:02}T12:00+01:00", inhoud, **rest)


# ---------------------------------------------------------------- days


def test_the_first_state_is_the_begin_and_each_day_tells_its_last_state(vertel: Vertel) -> None:
    found = vertel(
        op_dag(1, {**BEGIN, A: yml()}),
        op_dag(1, {A: yml(titel="Nog op de eerste dag")}),
        Staat("2026-11-03T09:00+01:00", {A: yml(titel="Tussendoor"), "data/hulp/x.yml": "id: x\n"}),
        Staat("2026-11-03T17:00+01:00", {A: yml(titel="Nieuw"), "data/hulp/x.yml": None}),
        op_dag(4, {"README.md": "Over iets anders"}),
        op_dag(
            5, {"data/speerpunten/b.yml": yml(id="b", titel="Anders", samen="Nee.", opdracht="x")}
        ),
        op_dag(6, {A: None}),
    )
    assert found.begin == datetime.date(2026, 11, 1)
    assert dagen(found) == [
        ("2026-11-06", [("speerpunten/a.yml", "vervallen")]),
        ("2026-11-05", [("speerpunten/b.yml", "nieuw")]),
        ("2026-11-03", [("speerpunten/a.yml", "gewijzigd")]),
    ]
    [one] = found.dagen[2].records
    assert (one.titel, waarden(one)) == ("Nieuw", [(("titel",), "Nog op de eerste dag", "Nieuw")])
    assert [*meldingen(found, "data")] == []


def test_a_day_is_one_of_the_region_whatever_the_clock_of_who_made_the_state(
    vertel: Vertel,
) -> None:
    found = vertel(
        op_dag(1, {**BEGIN, A: yml()}),
        Staat("2026-11-03T23:30+00:00", {A: yml(titel="Na middernacht hier")}),
        Staat("2026-11-05T08:00+14:00", {A: yml(titel="De dag ervoor hier")}),
        Staat("2026-07-05T08:00+14:00", {A: yml(titel="Te vroeg")}),
    )
    assert [one for one, _ in dagen(found)] == ["2026-11-04"]
    assert found.vreemde_data == 0


def test_a_day_never_runs_back(vertel: Vertel) -> None:
    found = vertel(
        op_dag(10, {**BEGIN, A: yml()}),
        op_dag(12, {A: yml(titel="Een")}),
        op_dag(3, {A: yml(titel="Twee")}),
        op_dag(14, {A: yml(titel="Drie")}),
    )
    assert [one for one, _ in dagen(found)] == ["2026-11-14", "2026-11-12"]
    assert waarden(found.dagen[1].records[0]) == [(("titel",), "Samen leren", "Twee")]


@pytest.mark.parametrize("wanneer", ["2099-01-01T00:00+00:00", "1970-01-02T00:00+00:00"])
def test_a_date_that_cannot_be_counts_on_the_day_before_it(vertel: Vertel, wanneer: str) -> None:
    found = vertel(
        Staat(wanneer, {**BEGIN, A: yml()}),
        op_dag(10, {A: yml(titel="Een")}),
        Staat(wanneer, {A: yml(titel="Twee")}),
        op_dag(12, {A: yml(titel="Drie")}),
    )
    assert found.begin == datetime.date(2026, 11, 10)
    assert [one for one, _ in dagen(found)] == ["2026-11-12"]
    [told] = meldingen(found, "data")
    assert told.message == (
        "In git 2 keer klopt de datum van een wijziging niet: ver terug, of in de toekomst."
    )


def test_a_merge_counts_on_its_own_day(vertel: Vertel) -> None:
    found = vertel(
        op_dag(1, {**BEGIN, A: yml()}),
        op_dag(2, {A: yml(titel="Voorstel")}, tak="voorstel"),
        op_dag(3, {A: yml(titel="Beter voorstel")}, tak="voorstel"),
        op_dag(4, {"data/hulp/x.yml": "id: x\nnaam: Hulp\n"}),
        op_dag(8, {A: yml(titel="Beter voorstel")}, met="voorstel"),
    )
    assert dagen(found) == [
        ("2026-11-08", [("speerpunten/a.yml", "gewijzigd")]),
        ("2026-11-04", [("hulp/x.yml", "nieuw")]),
    ]


# ---------------------------------------------------------------- records


def test_a_record_is_retired_comes_back_and_gets_another_name(vertel: Vertel) -> None:
    b = "data/speerpunten/b.yml"
    found = vertel(
        op_dag(1, {**BEGIN, A: yml()}),
        op_dag(2, {A: yml(status="gearchiveerd")}),
        op_dag(3, {A: yml(status="actief")}),
        op_dag(4, {A: None, b: yml(id="b")}),
        op_dag(5, {b: yml(id="b", titel="Anders")}),
        op_dag(6, {b: None, "data/speerpunten/c.yml": yml(id="c", titel="Weer anders")}),
    )
    rows = [(one.pad[-5], one.was, one.gebeurtenis.value) for d in found.dagen for one in d.records]
    assert rows == [
        ("c", "speerpunten/b.yml", "gewijzigd"),
        ("b", None, "gewijzigd"),
        ("b", "speerpunten/a.yml", "hernoemd"),
        ("a", None, "terug"),
        ("a", None, "vervallen"),
    ]
    assert [one.gewicht for d in found.dagen for one in d.records].count(Gewicht.KLEIN) == 1
    assert len(found.van("speerpunten/c.yml")) == 5
    assert found.van("speerpunten/a.yml") == ()


def test_a_note_that_came_is_the_headline(vertel: Vertel) -> None:
    found = vertel(
        op_dag(1, {**BEGIN, A: yml()}),
        op_dag(2, {A: yml(nummer="2", wijzigingen="\n  - datum: 2026-11-02\n    wat: De kop.")}),
        op_dag(3, {A: yml(nummer="2", wijzigingen="\n  - datum: 2026-11-02\n    wat: De kop!")}),
    )
    after, first = (d.records[0] for d in found.dagen)
    assert (first.toelichting, first.gewicht) == (("De kop.",), Gewicht.BETEKENIS)
    assert waarden(first) == [(("nummer",), NIETS, "2")]
    assert (after.toelichting, after.gewicht) == ((), Gewicht.KLEIN)


def test_an_item_of_a_list_has_its_id_and_its_name(vertel: Vertel) -> None:
    acties = "\n  - id: doe\n    wat: Doe dit\n    stand: {}"
    found = vertel(
        op_dag(1, {**BEGIN, A: yml(acties=acties.format("onbekend"))}),
        op_dag(2, {A: yml(acties=acties.format("loopt"))}),
    )
    [field] = found.dagen[0].records[0].velden
    assert field.loc == ("acties", 0, "stand")
    assert dict(field.namen) == {1: ("doe", "wat", "Doe dit")}


def test_what_a_record_is_called_after_is_read_on_its_day(vertel: Vertel) -> None:
    found = vertel(
        op_dag(1, {**BEGIN, "data/gemeenten/gemeente-dorp.yml": "naam: Dorp\n"}),
        op_dag(2, {"data/monitor/dpia/dorp.yml": "gemeente: gemeente-dorp\n"}),
        op_dag(3, {"data/gemeenten/gemeente-dorp.yml": "naam: Het Dorp\n"}),
        op_dag(4, {"data/monitor/dpia/dorp.yml": "gemeente: gemeente-dorp\nstand: onbekend\n"}),
    )
    assert [one.titel for dag in found.dagen for one in dag.records] == ["Het Dorp"] * 2 + ["Dorp"]


FIGUREN = "indicator;gebied;periode;uitsplitsing;waarde;status;opgehaald;bron;zekerheid\n"
RIJ = "hulp;gemeente-dorp;{};{};{};definitief;2026-11;bron;bevestigd\n"


def test_of_figures_it_is_told_that_there_are_and_never_which(vertel: Vertel) -> None:
    pad = "data/monitor/waarnemingen/bron.csv"
    old = FIGUREN + RIJ.format("2023", "totaal", "4321")
    found = vertel(
        op_dag(1, {**BEGIN, pad: old}),
        op_dag(2, {pad: old + RIJ.format("2024", "totaal", "98765") + RIJ.format("2024", "a", 5)}),
        op_dag(3, {pad: FIGUREN + RIJ.format("2024", "totaal", "x") + RIJ.format("2024", "a", 5)}),
        op_dag(4, {pad: FIGUREN + RIJ.format("2024", "a", 5).replace("2026-11", "2026-12")}),
    )
    assert [one for one, _ in dagen(found)] == ["2026-11-04", "2026-11-02"]  # hidden is no news
    rows = [one for dag in found.dagen for one in dag.records]
    assert [[one.namen[1].sleutel for one in row.velden] for row in rows] == [
        ["hulp/gemeente-dorp/2024"]
    ] * 2
    assert [row.gewicht.value for row in rows] == ["klein", "betekenis"]
    assert {waarde for row in rows for _, waarde in waarden(row)} == {"..."}
    assert not any(number in repr(found) for number in ("4321", "98765"))


def test_a_release_of_our_own_counts_is_new_figures_of_its_indicator(
    vertel: Vertel, regio: Regio
) -> None:
    [(key, domain)] = [
        (key, one.uitgave.domein) for key, one in regio.indicatoren.items() if one.uitgave
    ][:1]
    pad = f"data/monitor/indicatoren/{key}.yml"
    release = "data/monitor/uitgaven/002"
    found = vertel(
        op_dag(1, {**BEGIN, pad: f"id: {key}\ntitel: {regio.indicatoren[key].titel}\n"}),
        op_dag(2, {f"{release}/definitie.yml": f"id: {domain}\n", f"{release}/p.csv": "a;777\n"}),
    )
    [one] = found.dagen[0].records
    titel = regio.indicatoren[key].titel
    assert (one.pad, one.titel, one.gewicht) == (pad[5:], titel, Gewicht.BETEKENIS)
    assert waarden(one) == [(("uitgave",), "...")]


# ---------------------------------------------------------------- where the data lie


def test_a_folder_of_another_name_is_the_same_data(vertel: Vertel) -> None:
    inside = {"regio.yml": "naam: Regio\n", "speerpunten/a.yml": yml(), "hulp/x.yml": "id: x\n"}
    moved: dict[str, Any] = dict.fromkeys(inside)
    found = vertel(
        op_dag(1, inside),
        op_dag(2, {"speerpunten/a.yml": yml(titel="In de hoofdmap")}),
        op_dag(
            3,
            moved
            | {f"gegevens/nu/{name}": text for name, text in inside.items()}
            | {"gegevens/nu/speerpunten/a.yml": yml(titel="Bij de verhuizing")},
        ),
        op_dag(4, {f"gegevens/nu/{name}": None for name in inside}),
        op_dag(5, {f"data/{name}": text for name, text in inside.items()}),
        op_dag(6, {A: yml(titel="Na de verhuizing")}),
    )
    assert dagen(found) == [("2026-11-06", [("speerpunten/a.yml", "gewijzigd")])]
    found = vertel(
        op_dag(
            7,
            {f"data/{name}": None for name in inside} | {f"weg/{n}": t for n, t in inside.items()},
        ),
        data="weg",
    )
    assert [one for one, _ in dagen(found)] == ["2026-11-07", "2026-11-06"]


def test_data_may_lie_anywhere_in_a_repository(tmp_path: Path, regio: Regio) -> None:
    for folder in ("", "regios/vallei"):
        here = tmp_path / (folder.replace("/", "-") or "top")
        begin = f"{folder}/" if folder else ""
        leg_vast(
            here,
            [
                op_dag(1, {f"{begin}regio.yml": "naam: Regio\n", "speerpunten/z.yml": yml(id="z")}),
                op_dag(2, {f"{begin}speerpunten/a.yml": yml(), "elders/x.yml": "id: x\n"}),
            ],
        )
        (here / folder).mkdir(parents=True, exist_ok=True)
        found = geschiedenis(here / folder, regio, VANDAAG)
        assert dagen(found) == [("2026-11-02", [("speerpunten/a.yml", "nieuw")])]


def test_data_that_are_away_for_a_day_were_never_away(vertel: Vertel) -> None:
    found = vertel(
        op_dag(1, {**BEGIN, A: yml()}),
        op_dag(2, {"data/regio.yml": None, A: None}),
        op_dag(3, {**BEGIN, A: yml(titel="Terug")}),
    )
    assert dagen(found) == [("2026-11-03", [("speerpunten/a.yml", "gewijzigd")])]


def test_what_is_not_committed_is_no_history(vertel: Vertel, tmp_path: Path, regio: Regio) -> None:
    before = vertel(op_dag(1, {**BEGIN, A: yml()}), op_dag(2, {A: yml(titel="Vastgelegd")}))
    (tmp_path / "data/speerpunten").mkdir()
    (tmp_path / A).write_text(yml(titel="Nog niet vastgelegd"), encoding="utf-8")
    assert geschiedenis(tmp_path / "data", regio, VANDAAG) == before


# ---------------------------------------------------------------- no history


def test_without_history_it_says_why(
    tmp_path: Path, regio: Regio, monkeypatch: pytest.MonkeyPatch
) -> None:
    def waarom(folder: Path) -> str:
        found = geschiedenis(folder, regio, VANDAAG)
        assert found == Geschiedenis(waarom_niet=found.waarom_niet)
        [told] = meldingen(found, "data")
        assert told.message == f"De site toont niet wat er veranderde: {found.waarom_niet}"
        return found.waarom_niet

    data = tmp_path / "data"
    data.mkdir()
    assert waarom(data) == "deze map heeft geen git-geschiedenis (gedownload als archief?)."
    assert waarom(tmp_path / "bestaat niet").startswith("deze map heeft geen git-geschiedenis")
    (tmp_path / ".git").write_text("gitdir: /nergens/te/vinden\n")
    assert waarom(data) == "git kan de geschiedenis hier niet lezen."
    (tmp_path / ".git").unlink()
    git(leg_vast(tmp_path, []), "config", "core.bare", "false")
    assert waarom(data) == "deze gegevens zijn nog niet vastgelegd in git."
    leg_vast(tmp_path, [op_dag(1, {"README.md": "Nog geen gegevens"})])
    assert waarom(data) == "deze gegevens zijn nog niet vastgelegd in git."
    leg_vast(tmp_path, [op_dag(2, {"data": "een bestand", "README.md": None})])
    assert waarom(data) == "deze gegevens zijn nog niet vastgelegd in git."
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert waarom(data) == "het programma git is niet geïnstalleerd."


def test_a_worktree_and_a_clone_of_the_newest_states_only(
    vertel: Vertel, tmp_path: Path, regio: Regio
) -> None:
    whole = vertel(
        op_dag(1, {**BEGIN, A: yml()}),
        op_dag(2, {A: yml(titel="Een")}),
        op_dag(3, {A: yml(titel="Twee")}),
    )
    beside, shallow = tmp_path / "ernaast", tmp_path / "ondiep"
    git(tmp_path, "worktree", "add", "--quiet", "--detach", str(beside), "main")
    assert (beside / ".git").is_file()
    assert geschiedenis(beside / "data", regio, VANDAAG) == whole
    url = (tmp_path / ".git").as_uri()
    command = ["git", "clone", "--quiet", "--depth", "2", url, str(shallow)]
    subprocess.run(command, check=True, capture_output=True)
    found = geschiedenis(shallow / "data", regio, VANDAAG)
    assert (found.begin, dagen(found)) == (datetime.date(2026, 11, 2), dagen(whole)[:1])
    [told] = meldingen(found, "data")
    assert told.message.startswith("De geschiedenis is hier niet volledig")


# ---------------------------------------------------------------- what cannot be read

ONLEESBAAR: dict[str, tuple[str | bytes, str]] = {
    "broken YAML": ("titel: [\n", "100644"),
    "a conflict": ("<<<<<<< HEAD\ntitel: a\n=======\ntitel: b\n>>>>>>> x\n", "100644"),
    "no fields": ("- een\n- lijst\n", "100644"),
    "nothing": ("", "100644"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0", "100644"),
    "another encoding": ("titel: één\n".encode("latin-1"), "100644"),
    "two bytes a sign": ("titel: a\n".encode("utf-16"), "100644"),
    "far too much": ("titel: a\n" + "# x\n" * 100_000, "100644"),
    "very deep": ("titel: " + "[" * 5000, "100644"),
    "a link": ("../elders.yml", "120000"),
    "a repository": ("", "160000"),
}


@pytest.mark.parametrize("naam", ONLEESBAAR)
def test_a_file_that_could_not_be_read_on_its_day_is_what_it_was(vertel: Vertel, naam: str) -> None:
    raw, mode = ONLEESBAAR[naam]
    found = vertel(
        op_dag(1, {**BEGIN, A: yml()}),
        op_dag(2, {A: raw}, soort=mode),
        op_dag(3, {"data/hulp/x.yml": "id: x\n"}),
        op_dag(4, {A: yml(titel="Weer te lezen")}),
    )
    assert dagen(found) == [
        ("2026-11-04", [("speerpunten/a.yml", "gewijzigd")]),
        ("2026-11-03", [("hulp/x.yml", "nieuw")]),
    ]
    [one] = found.dagen[0].records
    assert waarden(one) == [(("titel",), "Samen leren", "Weer te lezen")]
    assert found.overgeslagen == {"speerpunten/a.yml": 1}
    [told] = meldingen(found, "data")
    assert told.message == (
        "De geschiedenis slaat 1 oude versie over die niet te lezen zijn, van speerpunten/a.yml."
    )


def test_a_file_that_is_a_folder_elsewhere_or_has_no_name_for_a_record(vertel: Vertel) -> None:
    found = vertel(
        op_dag(1, {**BEGIN, A: yml()}),
        op_dag(2, {A: None, f"{A}/diep.yml": yml(titel="Te diep")}),
        op_dag(3, {f"{A}/diep.yml": None, A: yml(titel="Weer een bestand")}),
        op_dag(4, {"data/speerpunten/Geen Id.yml": yml(), "data/los.yml": yml()}),
        op_dag(5, {"data/speerpunten/caf\\351.yml": yml()}),
    )
    assert dagen(found) == [
        ("2026-11-03", [("speerpunten/a.yml", "nieuw")]),
        ("2026-11-02", [("speerpunten/a.yml", "vervallen")]),
    ]


def test_a_file_that_cannot_be_read_from_the_first_state_on_tells_nothing(vertel: Vertel) -> None:
    found = vertel(op_dag(1, {**BEGIN, A: "titel: [\n"}), op_dag(2, {A: yml()}))
    assert (found.dagen, found.overgeslagen) == ((), {"speerpunten/a.yml": 1})


def test_a_file_that_could_never_be_read_before_it_went_was_never_there(vertel: Vertel) -> None:
    found = vertel(
        op_dag(1, {**BEGIN}),
        op_dag(2, {A: "titel: [\n"}),
        op_dag(3, {A: None}),
    )
    assert found.dagen == ()


# ---------------------------------------------------------------- what may be shown

GEHEIM = {
    "the name of somebody": "Bel met mevrouw Jansen van de gemeente.",
    "somebody's address": "Mail naar j.jansen@voorbeeld.test voor meer.",
    "a number to call": "Bel 06-12345678 voor meer.",
    "a small count": "Het gaat om 3 kinderen in het dorp.",
    "a tracking address": "Kijk op https://voorbeeld.test/?utm_source=brief",
    "a conflict of git": "'<<<<<<< HEAD'",
}
_VRIJ = itertools.count()


@pytest.mark.parametrize("naam", GEHEIM)
def test_what_todays_rules_refuse_is_never_shown_again(vertel: Vertel, naam: str) -> None:
    text = GEHEIM[naam]
    acties = f"\n  - id: doe\n    wat: {text}\n    stand: {{}}"
    found = vertel(
        op_dag(1, {**BEGIN, A: yml(samen=text, acties=acties.format("loopt"))}),
        op_dag(2, {A: yml(samen="Netjes", acties=acties.format("afgerond"), titel=text)}),
        op_dag(3, {A: yml(wijzigingen=f"\n  - datum: 2026-11-03\n    wat: {text}")}),
        op_dag(4, {A: yml(samen=text, onbekend_veld=text)}),
        op_dag(5, {A: yml(titel=text)}),
        op_dag(6, {A: None}),
    )
    secret = text.strip("'")
    assert [one for one, _ in dagen(found)] == [f"2026-11-0{n}" for n in (6, 5, 4, 3, 2)]
    assert secret not in repr(found)
    assert "onbekend_veld" not in repr(found)
    first = found.dagen[-1].records[0]
    assert (first.titel, waarden(first)[0]) == ("", (("titel",), "..."))
    assert {one.loc: dict(one.namen) for one in first.velden}[("acties", 0, "stand")] == {
        1: ("doe", "", None)
    }
    assert not _bewaard(secret)


def _bewaard(*geheim: str) -> list[Path]:
    """What is kept on disk with any of these words in it."""
    files = [file for file in kast.MAP.rglob("*") if file.is_file()]
    assert files
    return [file for file in files if any(one in file.read_text() for one in geheim)]


def test_nobody_is_told_who_made_a_state_or_what_was_said_of_it(vertel: Vertel) -> None:
    found = vertel(op_dag(1, {**BEGIN, A: yml()}), op_dag(2, {A: yml(titel="Nieuw")}))
    assert found.dagen
    assert not any(one in repr(found) for one in (NAAM, POST, BERICHT))
    assert not _bewaard(NAAM, POST, BERICHT)


def test_a_number_to_call_is_never_shown(vertel: Vertel) -> None:
    pad = "data/hulp/x.yml"
    text = "id: x\nnaam: Hulp\ntelefoon: {}\ntijden: {}\n"
    found = vertel(
        op_dag(1, {**BEGIN, pad: text.format("088-000 00 01", "elke dag")}),
        op_dag(2, {pad: text.format("14 020", "elke week")}),
        op_dag(3, {pad: text.format("onbekend", "bel 0318-12 34 56 voor de tijden")}),
        op_dag(4, {pad: text.format("112", "bel 0318-12 34 56 voor de tijden")}),
    )
    last, after, first = (waarden(dag.records[0]) for dag in found.dagen)
    assert first == [(("telefoon",), "..."), (("tijden",), "elke dag", "elke week")]
    assert after == [(("telefoon",), "..."), (("tijden",), "...")]
    assert last == [(("telefoon",), "...")]
    assert {one.gewicht for dag in found.dagen for one in dag.records} == {Gewicht.BETEKENIS}


def test_a_value_that_has_no_form_of_today_is_not_shown(vertel: Vertel) -> None:
    found = vertel(
        op_dag(1, {**BEGIN, A: yml(nummer="eerste", acties="veel")}),
        op_dag(2, {A: yml(nummer="1", acties="\n  - id: doe\n    wat: Doe dit")}),
    )
    assert waarden(found.dagen[0].records[0]) == [(("nummer",), "..."), (("acties",), "...")]


def test_the_name_of_a_file_is_read_as_well(vertel: Vertel) -> None:
    hidden = "data/partijen/bel-06-12345678.yml"
    found = vertel(
        op_dag(1, {**BEGIN, hidden: "id: bel-06-12345678\nnaam: Wijkteam\nuitleg: Het team."}),
        op_dag(2, {hidden: "id: bel-06-12345678\nnaam: Wijkteam\nuitleg: Een ander team nu."}),
        op_dag(
            3,
            {
                hidden: None,
                "data/partijen/wijkteam.yml": "id: wijkteam\nnaam: Wijkteam\nuitleg: Een ander team nu.",
            },
        ),
        op_dag(
            4, {"data/partijen/06-12345679.yml": "[", A: yml(bestuurlijk_trekker="bel-06-12345678")}
        ),
    )
    assert dagen(found) == [
        ("2026-11-04", [("speerpunten/a.yml", "nieuw")]),
        ("2026-11-03", [("partijen/wijkteam.yml", "hernoemd")]),
    ]
    assert found.dagen[1].records[0].was is None
    assert "1234567" not in repr(found)
    assert not _bewaard("1234567")


@pytest.mark.parametrize("weg", ["Het waren er 417.", "Het waren er zeventien.", "Nog in 1987."])
def test_a_text_of_the_monitor_is_shown_when_it_stands_there_now(
    vertel: Vertel, regio: Regio, weg: str
) -> None:
    key, one = next(iter(regio.indicatoren.items()))
    pad, now = f"data/monitor/indicatoren/{key}.yml", " ".join(str(one.leeswijzer).split())
    found = vertel(
        op_dag(1, {**BEGIN, pad: f"id: {key}\n"}),
        op_dag(2, {pad: f"id: {key}\nleeswijzer: {weg}\n"}),
        op_dag(3, {pad: f"id: {key}\n"}),
        op_dag(4, {pad: f"id: {key}\nleeswijzer: >-\n  {now}\n"}),
    )
    assert [waarden(dag.records[0]) for dag in found.dagen] == [
        [(("leeswijzer",), NIETS, now)],
        [(("leeswijzer",), "...")],
        [(("leeswijzer",), "...")],
    ]


def test_a_name_that_stands_nowhere_now_is_never_shown_again(vertel: Vertel) -> None:
    """No rule knows it from any other words."""
    found = vertel(
        op_dag(1, {**BEGIN, A: yml()}),
        op_dag(2, {A: yml(samen="Vraag naar Marieke Tulpenveldt van het team.")}),
        op_dag(3, {A: yml(titel="Marieke leert samen")}),
        op_dag(4, {A: yml(), "data/hulp/x.yml": "id: x\nnaam: Zombie Grafdelver\n"}),
        op_dag(5, {"data/hulp/x.yml": None}),
    )
    assert [one for one, _ in dagen(found)] == [f"2026-11-0{n}" for n in (4, 3, 2)]
    assert not any(name in repr(found) for name in ("Marieke", "Tulpenveldt", "Zombie", "hulp/x"))
    assert not _bewaard("Tulpenveldt", "Grafdelver")


# ---------------------------------------------------------------- what is kept


def _koud(folder: Path, regio: Regio, monkeypatch: pytest.MonkeyPatch) -> Geschiedenis:
    with monkeypatch.context() as patch:
        patch.setattr(kast, "MAP", folder / f"koud-{next(_VRIJ)}")
        patch.setattr(gitdagen, "_LAATST", {})
        return geschiedenis(folder / "data", regio, VANDAAG)


def test_what_is_kept_is_what_would_be_worked_out(
    vertel: Vertel, tmp_path: Path, regio: Regio, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when a file is broken for some days, and when the history is written anew."""
    found = vertel(op_dag(1, {**BEGIN, A: yml()}))
    for number, text in enumerate(
        ["titel: [\n", "titel: ]\n", None, yml(), yml(titel="Anders")], 2
    ):
        found = vertel(
            op_dag(number, {A: text, "data/hulp/x.yml": f"id: x\nnaam: hulp {number}\n"})
        )
        gitdagen._LAATST.clear()
        assert geschiedenis(tmp_path / "data", regio, VANDAAG) == found
        assert _koud(tmp_path, regio, monkeypatch) == found
    assert len(found.dagen) == 5
    git(tmp_path, "update-ref", "refs/heads/main", "main~2")
    found = vertel(op_dag(9, {A: yml(titel="Herschreven")}))
    assert next(one for one, _ in dagen(found)) == "2026-11-09"
    assert _koud(tmp_path, regio, monkeypatch) == found


def test_what_was_kept_is_not_read_from_git_again(
    vertel: Vertel, tmp_path: Path, regio: Regio, monkeypatch: pytest.MonkeyPatch
) -> None:
    vertel(op_dag(1, {**BEGIN, A: yml()}), op_dag(2, {A: yml(titel="Een")}))
    gitdagen._LAATST.clear()
    asked: list[str] = []
    ask = opslag.Opslag._git

    def volg(self: opslag.Opslag, *arguments: str, stdin: bytes = b"") -> bytes:
        asked.append(arguments[0])
        return ask(self, *arguments, stdin=stdin)

    monkeypatch.setattr(opslag.Opslag, "_git", volg)
    found = geschiedenis(tmp_path / "data", regio, VANDAAG)
    assert len(found.dagen) == 1
    assert {*asked} == {"rev-parse"}
