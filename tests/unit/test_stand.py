"""Which state of the data the site shows, and what is left of the states that have a name.

Not here: how a state gets its name (``test_uitgave``).
"""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from macros.issue import Level
from macros.model.basis.datum import Datum
from macros.model.basis.record import Status
from macros.model.geheel import Regio
from macros.model.regio import Versie
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from macros.views.regio import versies as views
from macros.wijziging.geschiedenis import (
    GEEN,
    Dag,
    Gebeurtenis,
    Geschiedenis,
    Gewicht,
    Recordwijziging,
)
from macros.wijziging.gitstand import meldingen, stand
from macros.wijziging.stand import Benoemd, Stand, als_tekst, op_volgorde, uit_tekst
from tests.unit.gitmap import git, kleine_regio, leg_vast

met_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is niet geïnstalleerd")

ZONE = "Europe/Amsterdam"
EEN, TWEE = "2026-1", "2026-2"
RECORD = "data/versies/{}.yml"
BRON = "data/bronnen/plan.yml"


@pytest.fixture
def huis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = kleine_regio(tmp_path / "huis")
    monkeypatch.chdir(folder)
    return folder


def noem(map_: Path, key: str) -> str:
    """Give the state as it is a name."""
    commit = leg_vast(map_, {RECORD.format(key): f"id: {key}\n"})
    git(map_, "tag", "-a", "-m", key, f"data/{key}")
    return commit


def nu(map_: Path, *versies: str, data: str = "data") -> Stand:
    return stand(map_ / data, ZONE, versies)


def gemeld(map_: Path, *versies: str) -> list[tuple[str, str]]:
    found = meldingen(Path("data"), versies)
    assert {one.level for one in found} <= {Level.LET_OP}
    return [(one.code, one.path) for one in found]


@met_git
def test_the_day_is_that_of_the_newest_change_of_the_data_where_the_region_is(huis: Path) -> None:
    leg_vast(huis, {BRON: "id: plan\n"}, op="2026-11-04T23:30:00+0000")
    leg_vast(huis, {"README.md": "Iets anders."}, op="2026-11-20T12:00:00+0000")
    found = nu(huis)
    assert (found.dag, found.los, found.waarom_niet) == (datetime.date(2026, 11, 5), False, "")


@met_git
@pytest.mark.parametrize("naam", ["bronnen/nieuw.yml", "regio.yml"])
def test_a_change_that_no_commit_has_is_seen(naam: str, huis: Path) -> None:
    (huis / "data" / naam).parent.mkdir(exist_ok=True)
    (huis / "data" / naam).write_text("id: x\n")
    assert nu(huis).los
    (huis / "los.txt").write_text("niet van de gegevens")
    git(huis, "stash", "--quiet", "--include-untracked")
    assert not nu(huis).los


@met_git
def test_a_named_state_is_what_the_data_are_until_they_change(huis: Path) -> None:
    noem(huis, EEN)
    assert nu(huis, EEN).gelijk == {EEN}
    leg_vast(huis, {"data/README.md": "Uit de typen."})
    assert nu(huis, EEN).gelijk == {EEN}
    leg_vast(huis, {BRON: "id: plan\n"})
    found = nu(huis, EEN)
    assert (found.gelijk, {*found.benoemd}) == (frozenset(), {EEN})
    noem(huis, TWEE)
    assert nu(huis, EEN, TWEE).gelijk == {TWEE}


@met_git
def test_what_a_named_state_holds_is_counted_by_kind_also_in_a_folder_of_another_name(
    huis: Path,
) -> None:
    leg_vast(huis, {BRON: "id: plan\n", "data/bronnen/lees.txt": "geen gegevens"})
    noem(huis, EEN)
    total = len([*(huis / "data").rglob("*.yml")])
    git(huis, "mv", "data", "gegevens")
    leg_vast(huis, {})
    found = nu(huis, EEN, data="gegevens").benoemd[EEN]
    assert (found.map, found.totaal) == ("data", total)
    assert found.aantallen["bronnen"] == found.aantallen["versies"] == 1


@met_git
def test_without_the_whole_of_git_the_state_is_told_as_far_as_it_is_known(
    huis: Path, tmp_path: Path
) -> None:
    noem(huis, EEN)
    leg_vast(huis, {BRON: "id: plan\n"})
    git(tmp_path, "clone", "--quiet", "--no-tags", "--depth=1", huis.as_uri(), "ondiep")
    found = nu(tmp_path / "ondiep", EEN)
    assert (found.dag, found.benoemd) == (datetime.date(2026, 11, 1), {})
    shutil.copytree(huis / "data", tmp_path / "los" / "data")
    assert nu(tmp_path / "los", EEN) == Stand(
        waarom_niet="deze map heeft geen git-geschiedenis (gedownload als archief?)."
    )
    git(huis, "checkout", "--quiet", "--orphan", "leeg")
    assert nu(huis, EEN).waarom_niet == "er is nog niets vastgelegd in git."


def verplaatst(map_: Path) -> None:
    leg_vast(map_, {BRON: "id: plan\n"})
    git(map_, "tag", "--force", f"data/{EEN}", "HEAD")


def naar_wat_er_voor_was(map_: Path) -> None:
    git(map_, "tag", "--force", f"data/{EEN}", "HEAD~1")


def weg(map_: Path) -> None:
    git(map_, "tag", "--delete", f"data/{EEN}")


def hernoemd(map_: Path) -> None:
    git(map_, "tag", "data/eerste", f"data/{EEN}^{{}}")
    weg(map_)


def nog_een(map_: Path) -> None:
    git(map_, "tag", "data/x", "HEAD")


def op_een_andere_tak(map_: Path) -> None:
    git(map_, "checkout", "--quiet", "-b", "ander")
    noem(map_, TWEE)
    git(map_, "checkout", "--quiet", "main")


def herschreven(map_: Path) -> None:
    git(map_, "commit", "--quiet", "--amend", "-m", "Met een betere reden")


def herschreven_en_verder(map_: Path) -> None:
    herschreven(map_)
    leg_vast(map_, {BRON: "id: plan\n"})


def map_hernoemd_en_terug(map_: Path) -> None:
    git(map_, "mv", "data", "gegevens")
    leg_vast(map_, {})
    git(map_, "mv", "gegevens", "data")
    leg_vast(map_, {BRON: "id: plan\n"})


def samengevoegd(map_: Path) -> None:
    """The name was given on a branch, while main went on."""
    git(map_, "checkout", "--quiet", "-b", "tak")
    noem(map_, TWEE)
    git(map_, "checkout", "--quiet", "main")
    leg_vast(map_, {BRON: "id: plan\n"})
    git(map_, "merge", "--quiet", "-m", "Samen", "tak")


@met_git
@pytest.mark.parametrize(
    ("gebeurt", "versies", "zegt"),
    [
        (lambda map_: None, [EEN], []),
        (verplaatst, [EEN], [("tag-verplaatst", RECORD.format(EEN))]),
        (naar_wat_er_voor_was, [EEN], [("tag-verplaatst", RECORD.format(EEN))]),
        (weg, [EEN], [("versie-zonder-tag", RECORD.format(EEN))]),
        (hernoemd, [EEN], [("versie-zonder-tag", RECORD.format(EEN))]),
        (nog_een, [EEN], [("tag-zonder-versie", "data/versies")]),
        (op_een_andere_tak, [EEN], []),
        (herschreven, [EEN], []),
        (herschreven_en_verder, [EEN], []),
        (map_hernoemd_en_terug, [EEN], []),
        (samengevoegd, [EEN, TWEE], []),
    ],
)
def test_a_tag_that_is_not_what_it_was_is_told(
    gebeurt: Callable[[Path], None],
    versies: list[str],
    zegt: list[tuple[str, str]],
    huis: Path,
) -> None:
    noem(huis, EEN)
    gebeurt(huis)
    assert gemeld(huis, *versies) == zegt


@met_git
def test_what_is_told_of_a_tag_brings_it_back(huis: Path) -> None:
    commit = noem(huis, EEN)
    verplaatst(huis)
    for change in (lambda map_: None, weg, hernoemd):
        change(huis)
        [issue, *_] = meldingen(Path("data"), [EEN])
        command = issue.tip[issue.tip.index("git tag") :].split()
        assert command[-1] == commit[:10]
        git(huis, *command[1:])
        assert git(huis, "rev-parse", f"data/{EEN}^{{}}") == commit
        assert gemeld(huis, EEN) == (
            [("tag-zonder-versie", "data/versies")] if change is hernoemd else []
        )


@met_git
def test_a_clone_without_history_tells_only_that_a_tag_is_gone(huis: Path, tmp_path: Path) -> None:
    noem(huis, EEN)
    verplaatst(huis)
    noem(huis, TWEE)
    git(huis, "tag", "--delete", f"data/{TWEE}")
    git(tmp_path, "clone", "--quiet", "--depth=1", huis.as_uri(), "ondiep")
    here = tmp_path / "ondiep"
    git(here, "fetch", "--quiet", "--tags", "--depth=1")
    assert [one.code for one in meldingen(here / "data", [EEN, TWEE])] == ["versie-zonder-tag"]
    assert meldingen(tmp_path / "data", [EEN]) == ()


def test_a_state_goes_to_the_browser_and_comes_out_as_it_was() -> None:
    for one in (Stand(DAG, True, {EEN: HIER}, frozenset({EEN})), Stand(waarom_niet="weg"), Stand()):
        assert uit_tekst(als_tekst(one)) == one
    assert uit_tekst("") == Stand()


# What pages show of it


def een(key: str, dag: str, **more: object) -> Versie:
    return Versie.model_validate({"id": key, "titel": f"Stand {key}", "datum": dag, **more})


def blik(regio: Regio, *some: Versie, stand: Stand, past: Geschiedenis = GEEN) -> Blik:
    known = MappingProxyType({one.id: one for one in some})
    look = Blik(replace(regio, versies=known), Vertaler("nl"), Datum(2026, 11, 30))
    return replace(look, stand=stand, geschiedenis=past)


def test_states_stand_by_day_and_of_one_day_by_number() -> None:
    rows = [een("2026-10", "2026-05-01"), een("begin", "2025-01-01"), een("2026-9", "2026-05-01")]
    assert [one.id for one in op_volgorde(rows)] == ["2026-10", "2026-9", "begin"]


HIER = Benoemd("data", MappingProxyType({"bronnen": 2}), 3)
DAG = datetime.date(2026, 11, 30)


@pytest.mark.parametrize(
    ("stand", "versies", "zegt"),
    [
        (Stand(), (), "Van welke dag de gegevens zijn, is niet bekend."),
        (
            Stand(),
            (EEN,),
            "Van welke dag de gegevens zijn, is niet bekend. Het is versie 2026-1 of later.",
        ),
        (Stand(DAG), (), "Gegevens van 30 november 2026."),
        (Stand(DAG), (EEN,), "Gegevens van 30 november 2026 (versie 2026-1 of later)."),
        (
            Stand(DAG, benoemd={EEN: HIER}),
            (EEN,),
            "Gegevens van 30 november 2026 (versie 2026-1 en wat daarna veranderde).",
        ),
        (
            Stand(DAG, benoemd={EEN: HIER, TWEE: HIER}, gelijk=frozenset({TWEE})),
            (EEN, TWEE),
            "Gegevens van 30 november 2026 (versie 2026-2).",
        ),
        (
            Stand(DAG, los=True),
            (),
            "Gegevens van 30 november 2026. Er zijn wijzigingen bij die nog niet zijn vastgelegd.",
        ),
    ],
)
def test_the_site_says_which_state_it_shows(
    stand: Stand, versies: tuple[str, ...], zegt: str, regio: Regio
) -> None:
    look = blik(regio, *(een(key, "2026-06-01") for key in versies), stand=stand)
    assert " ".join(views.stand(look)) == zegt


def test_a_state_that_was_withdrawn_keeps_its_place_and_names_nothing(regio: Regio) -> None:
    old = een(TWEE, "2026-07-01", status=Status.GEARCHIVEERD)
    look = blik(regio, een(EEN, "2026-06-01"), old, stand=Stand(DAG))
    assert [(row.id, row.ingetrokken) for row in views.versies(look)] == [
        (TWEE, True),
        (EEN, False),
    ]
    assert "2026-1 of later" in views.stand(look)[0]


def test_a_state_shows_what_it_holds_and_where_as_far_as_its_tag_is_here(regio: Regio) -> None:
    look = blik(
        regio, een(EEN, "2026-06-01"), een(TWEE, "2026-07-01"), stand=Stand(benoemd={EEN: HIER})
    )
    there, here = views.versies(look)
    assert (here.map, here.totaal, here.inhoud) == ("data", 3, (("Bronnen", 2),))
    assert (there.map, there.totaal, there.inhoud) == ("", 0, ())
    assert here.citaat == (
        "Mini & Co, Samen in 't klein: Stand 2026-1, versie 2026-1 van de gegevens, 1 juni 2026"
    )


def verleden(begin: str, dagen: Mapping[str, int]) -> Geschiedenis:
    """On each of these days so many changes that mean something, and a small one."""

    def record(gewicht: Gewicht) -> Recordwijziging:
        return Recordwijziging("bronnen/plan.yml", Gebeurtenis.GEWIJZIGD, gewicht, "Plan")

    return Geschiedenis(
        tuple(
            Dag(
                datetime.date.fromisoformat(day),
                (*[record(Gewicht.BETEKENIS)] * number, record(Gewicht.KLEIN)),
            )
            for day, number in dagen.items()
        ),
        datetime.date.fromisoformat(begin),
    )


@pytest.mark.parametrize(
    ("past", "zegt"),
    [
        (
            verleden(
                "2026-01-01", {"2026-07-02": 8, "2026-07-01": 2, "2026-06-02": 1, "2026-06-01": 4}
            ),
            "Sinds versie 2026-1 zijn er 3 wijzigingen die ertoe doen.",
        ),
        (
            verleden("2026-01-01", {"2026-06-20": 1}),
            "Sinds versie 2026-1 is er 1 wijziging die ertoe doet.",
        ),
        (
            verleden("2026-01-01", {"2026-06-20": 0}),
            "Sinds versie 2026-1 veranderde er niets wat ertoe doet.",
        ),
        (verleden("2026-06-15", {"2026-06-20": 1}), ""),
        (GEEN, ""),
    ],
)
def test_what_changed_since_the_state_before_is_counted_where_it_is_known(
    past: Geschiedenis, zegt: str, regio: Regio
) -> None:
    look = blik(regio, een(EEN, "2026-06-01"), een(TWEE, "2026-07-01"), stand=Stand(), past=past)
    assert [row.gewijzigd for row in views.versies(look)] == [zegt, ""]


def test_of_two_states_of_one_day_the_days_cannot_tell_the_difference(regio: Regio) -> None:
    look = blik(regio, een(EEN, "2026-06-01"), een(TWEE, "2026-06-01"), stand=Stand())
    assert views.versies(look)[0].gewijzigd == "Van dezelfde dag als versie 2026-1."
