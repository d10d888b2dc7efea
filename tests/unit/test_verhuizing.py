"""A folder of data from before an agenda was a record: what is told, and how it is moved."""

from __future__ import annotations

import pytest

from macros.issue import Level
from scripts.check import main as check
from tests.unit.mini import DATA_MINI, Mini

NU = "agendas/plan-2021-2023.yml"
DELEN = ("speerpunten", "principes", "mijlpalen")


@pytest.fixture
def oud(mini: Mini) -> Mini:
    """The invented region as it was written before."""
    text = mini.lees(NU)
    mini.schrijf("agenda.yml", text.replace("id: plan-2021-2023\n", ""))
    (mini.map / NU).unlink()
    (mini.map / "agendas").rmdir()
    for part in DELEN:
        for file in (mini.map / part).glob("*.yml"):
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace("agenda: plan-2021-2023\n", ""), encoding="utf-8")
    return mini


def test_an_older_folder_is_told_once_what_to_do(oud: Mini) -> None:
    assert [(oud.waar(one), one.message, one.tip) for one in oud.issues(level=Level.FOUT)] == [
        (
            "agenda.yml:1:1",
            "Dit hoort in een eigen map: agendas/, met één bestand per agenda.",
            "Draai make fix: dat zet het daar, en zegt overal bij welke agenda het hoort.",
        )
    ]


def test_fix_moves_it_and_all_that_was_of_it(oud: Mini, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(["--data", str(oud.map), "--fix"]) == 0
    assert f"verhuisd: {oud.map}/agenda.yml\n" in capsys.readouterr().err
    assert not (oud.map / "agenda.yml").exists()
    assert [one.name for one in (oud.map / "agendas").iterdir()] == ["plan-co-2021-2023.yml"]
    for folder in ("agendas", *DELEN):
        for file in (oud.map / folder).glob("*.yml"):
            name = file.name.replace("plan-co-", "plan-")
            now = file.read_text(encoding="utf-8").replace("plan-co-", "plan-")
            assert now == (DATA_MINI / folder / name).read_text(encoding="utf-8")
    assert check(["--data", str(oud.map), "--fix"]) == 0
    assert "verhuisd" not in capsys.readouterr().err


def test_the_id_is_the_name_with_its_years_once(oud: Mini) -> None:
    oud.vervang("agenda.yml", "korte_naam: Plan & co\n", "")
    check(["--data", str(oud.map), "--fix"])
    assert (oud.map / "agendas" / "agenda-van-mini-2021-2023.yml").is_file()


def test_what_cannot_be_read_stays_where_it_is_and_is_told(oud: Mini) -> None:
    oud.vervang("agenda.yml", "motto: Klein", "motto: 'Klein")
    check(["--data", str(oud.map), "--fix"])
    assert (oud.map / "agenda.yml").is_file()
    assert not (oud.map / "agendas").exists()
    assert {one.code for one in oud.issues(level=Level.FOUT)} >= {"verhuisd", "yaml"}


@pytest.mark.parametrize(
    ("pad", "goed", "fout"),
    [
        ("agenda.yml", "motto: ", "motto: '"),
        ("speerpunten/veel-onbekend.yml", "titel: ", "titel: '"),
        ("principes/samen-doen.yml", "titel: ", "# Later\ntitel: "),
        ("uitzonderingen.yml", "uitzonderingen:", "uitzonderingen: ["),
    ],
)
def test_with_one_file_that_cannot_be_read_nothing_moves_and_it_is_told(
    pad: str, goed: str, fout: str, oud: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is mended later would never be said to be of that agenda any more."""
    oud.vervang("agenda.yml", "motto: ", "motto: 06-12345678 ")
    oud.schrijf("uitzonderingen.yml", UITZONDERING)
    right = oud.lees(pad)
    oud.vervang(pad, goed, fout)
    wrong = oud.lees(pad)
    assert check(["--data", str(oud.map), "--fix"]) == 1
    said = capsys.readouterr().err
    assert f"nog niet verhuisd, herstel dit eerst: {oud.map}/{pad}\n" in said
    assert (oud.map / "agenda.yml").is_file()
    assert oud.lees(pad) == wrong
    assert not (oud.map / "agendas").exists()
    oud.schrijf(pad, right)
    assert check(["--data", str(oud.map), "--fix"]) == 0


UITZONDERING = """uitzonderingen:
  - waar: agenda.yml
    code: telefoonnummer
    woorden: 06-12345678
    reden: Het nummer is verzonnen.
"""


def test_an_exception_for_it_moves_along(oud: Mini) -> None:
    oud.vervang("agenda.yml", "motto: ", "motto: 06-12345678 ")
    oud.schrijf("uitzonderingen.yml", UITZONDERING)
    assert check(["--data", str(oud.map), "--fix"]) == 0
    assert oud.lees("uitzonderingen.yml") == UITZONDERING.replace(
        "agenda.yml", "agendas/plan-co-2021-2023.yml"
    )


@pytest.mark.parametrize("beside", ["", ".gitkeep", "._plan.yml", "~$plan.yml"])
def test_an_empty_folder_is_not_in_the_way(beside: str, oud: Mini) -> None:
    (oud.map / "agendas").mkdir()
    if beside:
        (oud.map / "agendas" / beside).write_bytes(b"\0")
    tips = [one.tip for one in oud.issues("verhuisd")]
    assert tips == ["Draai make fix: dat zet het daar, en zegt overal bij welke agenda het hoort."]
    check(["--data", str(oud.map), "--fix"])
    assert (oud.map / "agendas/plan-co-2021-2023.yml").is_file()
    assert not oud.issues("verhuisd")


def test_beside_the_folder_that_came_in_its_place_nothing_is_moved(mini: Mini) -> None:
    mini.schrijf("agenda.yml", mini.lees(NU).replace("id: plan-2021-2023\n", ""))
    check(["--data", str(mini.map), "--fix"])
    [found] = mini.issues(level=Level.FOUT)
    assert found.tip == "De map agendas is er al: zet het daar, of verwijder dit."
    assert mini.lees(NU) == (DATA_MINI / NU).read_text(encoding="utf-8")
