"""The next agenda: what goes along from the one that counts, what does not, and when there is none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.issue import Level
from macros.model.basis.onbekend import ONBEKEND
from scripts import nieuwe_agenda
from scripts.nieuwe_agenda import main
from scripts.regio import maak
from tests.unit.mini import Mini
from tests.unit.werkbladen import werkbank

NAAM = "Agenda van Mini 2027-2030"
AGENDA = "agendas/agenda-van-mini-2027-2030.yml"
OUD = "agendas/plan-2021-2023.yml"
GEVRAAGD = {"naam": NAAM, "van": "2027", "tot": "2030", "bron": "verslag"}


def begin(mini: Mini, *meer: str, **anders: str) -> int:
    asked = [f"--{name}={value}" for name, value in {**GEVRAAGD, **anders}.items()]
    return main([*asked, "--data", str(mini.map), *meer])


def inhoud(map_: Path) -> dict[str, bytes]:
    return {
        str(one.relative_to(map_)): one.read_bytes() for one in map_.rglob("*") if one.is_file()
    }


@pytest.fixture(autouse=True)
def _dag(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793620800")  # 2 November 2026


def test_what_is_not_done_goes_along_under_a_new_id_and_the_rest_is_unknown(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    mini.vervang(OUD, "samen: De", "opvolger: onbekend\nsamen: De")
    mini.vervang(OUD, "herkomst:", "gezocht_op:\n  opvolger: 2022\nherkomst:")
    before = inhoud(mini.map)
    assert begin(mini) == 0
    assert mini.issues(level=Level.FOUT) == []
    after = inhoud(mini.map)
    assert {pad for pad in after if after[pad] != before.get(pad)} == {
        AGENDA,
        OUD,
        "speerpunten/alles-bekend-2027.yml",
        "speerpunten/veel-onbekend-2027.yml",
    }
    assert mini.lees(AGENDA) == (
        "id: agenda-van-mini-2027-2030\n"
        "titel: Agenda van Mini 2027-2030\n"
        "looptijd:\n  van: 2027\n  tot_en_met: 2030\n"
        "vervangt: plan-2021-2023\n"
        "samen: onbekend\nvoor_ouders: onbekend\n"
        "herkomst:\n  bron: verslag\n  peildatum: 2026-11-02\n  zekerheid: afgeleid\n"
    )
    assert "opvolger" not in mini.lees(OUD)
    assert "gezocht_op" not in mini.lees(OUD)
    regio = mini.load().regio
    assert regio is not None
    one = regio.speerpunten["alles-bekend-2027"]
    was = regio.speerpunten["alles-bekend"]
    assert (one.nummer, one.agenda, one.titel) == (1, "agenda-van-mini-2027-2030", was.titel)
    assert (one.samen, one.voor_ouders, one.planning) == (was.samen, was.voor_ouders, ())
    assert {one.conclusie, one.opdracht, one.ambtelijk_trekker} == {ONBEKEND}
    [actie] = one.acties
    assert (actie.id, actie.wanneer) == ("lijst-delen-2027", ONBEKEND)
    assert (actie.stand, actie.bewijs) == (was.acties[1].stand, was.acties[1].bewijs)
    said = capsys.readouterr().out
    assert "Actie '-Delen met ouders @ school': loopt (stand van 2022-06; bewijs: " in said
    mee, _, rest = said.partition("Blijft bij de oude agenda:\n")
    assert '=SOM(alle lijsten) van S(B)O & SBO maken; "compleet"' in rest
    assert "=SOM" not in mee
    assert "- 1 leidend principe.\n- 2 mijlpalen.\n" in rest
    assert "arrangement/inventaris.yml (1 keer), " in rest


def test_a_speerpunt_of_which_all_is_done_stays_behind(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    mini.vervang("speerpunten/alles-bekend.yml", "stand: loopt", "stand: gestopt")
    assert begin(mini) == 0
    regio = mini.load().regio
    assert regio is not None
    made = [key for key, one in regio.speerpunten.items() if one.agenda != "plan-2021-2023"]
    assert made == ["veel-onbekend-2027"]
    assert regio.speerpunten["veel-onbekend-2027"].nummer == 1
    assert "alles is klaar of gestopt" in capsys.readouterr().out


def test_a_trial_shows_the_same_and_writes_nothing(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    before = inhoud(mini.map)
    assert begin(mini, "--proef") == 0
    shown = capsys.readouterr()
    assert shown.err == "Proef met 3 bestanden. Er is niets geschreven.\n"
    assert inhoud(mini.map) == before
    assert begin(mini) == 0
    assert capsys.readouterr().out == shown.out


def test_a_second_time_is_refused(mini: Mini, capsys: pytest.CaptureFixture[str]) -> None:
    begin(mini)
    before = inhoud(mini.map)
    assert begin(mini, naam="Een andere") == 1
    assert capsys.readouterr().err.endswith(
        f"De volgende agenda is er al: '{NAAM}', in {AGENDA}. Vul die verder aan. Er is er één "
        "tegelijk in voorbereiding. Er is niets geschreven.\n"
    )
    assert inhoud(mini.map) == before


BRON = (
    "Een agenda heeft een bron nodig: het stuk waarin zij staat, ook als dat nog een opzet is. Voeg "
    "die bron eerst toe, in de map bronnen of in het beheer, en noem dan haar id."
)
JAREN = "Zeg van welk jaar tot en met welk jaar de nieuwe agenda geldt, zoals 2026 en 2030."
HEET = "Zeg hoe de nieuwe agenda heet, bijvoorbeeld: Agenda 2026-2030."
LATER = "De agenda van nu is voor 2021–2023: de nieuwe begint daarna. Houdt de oude eerder op? Kort"


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"bron": ""}, BRON),
        ({"bron": "verslg"}, "Er is geen bron met de id 'verslg'. Bedoel je 'verslag'?"),
        ({"bron": "plan"}, "'plan' is de bron van de agenda van nu. Noem die van de nieuwe."),
        ({"van": "snel"}, JAREN),
        ({"van": ""}, JAREN),
        ({"tot": "2026"}, "Het laatste jaar (2026) ligt voor 2027."),
        ({"van": "2022"}, LATER),
        ({"van": "2021", "tot": "2023"}, LATER),
        ({"naam": "🎒"}, HEET),
        ({"naam": "onbekend"}, HEET),
        ({"naam": "Veel onbekend", "van": "2027", "tot": "2030"}, ""),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    mini: Mini, capsys: pytest.CaptureFixture[str], anders: dict[str, str], melding: str
) -> None:
    before = inhoud(mini.map)
    assert begin(mini, **anders) == (1 if melding else 0)
    assert capsys.readouterr().err.startswith(melding)
    assert (inhoud(mini.map) == before) is bool(melding)


def test_the_source_that_was_named_as_successor_needs_no_naming(mini: Mini) -> None:
    mini.vervang(OUD, "samen: De", "opvolger: verslag\nsamen: De")
    assert begin(mini, bron="") == 0
    assert "bron: verslag" in mini.lees(AGENDA)
    assert "opvolger" not in mini.lees(OUD)


def test_nothing_half_is_written_when_the_disk_is_full(
    mini: Mini, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = inhoud(mini.map)

    def vol(*_: object) -> None:
        raise OSError(28, "vol")

    monkeypatch.setattr(nieuwe_agenda, "schrijf_samen", vol)
    monkeypatch.setattr(nieuwe_agenda, "bezwaren", lambda *_: [])
    assert begin(mini) == 1
    assert (
        capsys.readouterr().err == "De schijf is vol. Maak ruimte vrij. Er is niets geschreven.\n"
    )
    assert inhoud(mini.map) == before


def test_what_a_check_has_against_it_is_told_at_its_file(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    before = inhoud(mini.map)
    assert begin(mini, naam="Bel Jan de Vries op 06-12345678") == 1
    said = capsys.readouterr().err
    assert f"{mini.map}/agendas/" in said
    assert "Hier staat een telefoonnummer." in said
    assert inhoud(mini.map) == before


def test_data_with_a_mistake_are_mended_first(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    mini.vervang("speerpunten/veel-onbekend.yml", "nummer: 2", "nummer: twee")
    shutil.copytree(mini.map, mini.map.parent / "toen")
    assert begin(mini) == 1
    shown = capsys.readouterr()
    assert f"Herstel eerst de gegevens in {mini.map}." in shown.err
    assert "veel-onbekend.yml" in shown.out
    assert inhoud(mini.map) == inhoud(mini.map.parent / "toen")


def test_a_region_without_an_agenda_has_none_to_follow(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    maak(tmp_path / "leeg", "De Kempen")
    assert begin(Mini(tmp_path / "leeg")) == 1
    assert capsys.readouterr().err == (
        "Er is geen agenda die geldt. Maak er eerst een, in agendas/. Er is niets geschreven.\n"
    )


def test_the_workbench_shows_the_same_and_sets_nothing(mini: Mini) -> None:
    vraag = werkbank(mini.map)
    asked = {"naam": f" {NAAM} ", "van": "2027", "tot": "2030", "bron": "verslag"}
    found = vraag("nieuwe_agenda", **asked)
    assert [one["pad"] for one in found["gewijzigd"]] == [
        AGENDA,
        "speerpunten/alles-bekend-2027.yml",
        "speerpunten/veel-onbekend-2027.yml",
    ]
    assert found["meldingen"] == []
    assert "Blijft bij de oude agenda: 2 mijlpalen." in found["zinnen"]
    assert vraag("bestanden") == {}
    for one in found["gewijzigd"]:
        vraag("zet", **one)
    assert vraag("controleer")["fouten"] == 0
    assert vraag("nieuwe_agenda", **asked).startswith("De volgende agenda is er al: ")
    begin(mini)
    made = vraag("bestanden")
    for pad in (AGENDA, "speerpunten/alles-bekend-2027.yml"):
        assert mini.lees(pad) == made[f"data/{pad}"]


def test_the_workbench_says_what_is_wrong_with_it(mini: Mini) -> None:
    vraag = werkbank(mini.map)
    asked = {"naam": NAAM, "van": "2027", "tot": "2030"}
    assert vraag("nieuwe_agenda", **asked) == BRON
    number = {**asked, "naam": "Bel 06-12345678", "bron": "verslag"}
    told = vraag("nieuwe_agenda", **number)["meldingen"]
    assert "telefoonnummer" in {one["code"] for one in told}
    vraag("zet", pad="principes/samen-doen.yml", waarde={"id": "samen-doen"})
    assert vraag("nieuwe_agenda", **asked, bron="verslag") == (
        "Er staan nog fouten in de gegevens. Herstel die eerst."
    )
