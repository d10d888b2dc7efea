"""The rules of help: what breaks each, with message and place, and what does not.

That every rule there is has a case is tested in ``test_regels.py``.
"""

from __future__ import annotations

import pytest

from macros.issue import Level
from macros.load import load
from macros.model.basis.datum import Datum
from tests.unit.gevallen import Slecht, een_fout, gecontroleerd, gemeld, genummerd
from tests.unit.mini import Breek, Mini, bewerk

DORP = "hulp/steunpunt-dorp.yml"
VERBAND = "hulp/steunpunt-mini.yml"
SCHOOL = "hulp/school.yml"
CONSULENT = "hulp/consulent.yml"
STAD = "hulp/leerplicht-stad.yml"
IN_DORP = "gemeenten:\n  - gemeente-dorp\n"
NUMMER = "telefoon: 088-000 00 01"
KIES_EEN = "Kies er één. Is het voor allebei anders? Maak er dan twee bestanden van."
VUL_IN = "Vul één van deze velden in: landelijk, samenwerkingsverbanden, gemeenten."
KIES_ANDER = "Kies een ander. Een gemeente hoort bij 'gemeenten'."
NIET_VERGEEFS = "Hulp zonder bron hoort niet op de site: wie nood heeft, belt dan vergeefs."
TOT_DAN = "Bel het nummer na of zoek een bron. Zet de waarde tot dan op onbekend."

SLECHT: dict[str, list[Slecht]] = {
    "hulp-op-een-plek": [
        Slecht(
            bewerk(DORP, IN_DORP, "landelijk: ja\ngemeenten:\n  ‸- gemeente-dorp\n"),
            "Deze hulp is er op twee soorten plekken: 'landelijk' en 'gemeenten'.",
            KIES_EEN,
        ),
        Slecht(
            bewerk(VERBAND, "telefoon:", "gemeenten: ‸onbekend\ntelefoon:"),
            "Deze hulp is er op twee soorten plekken: 'samenwerkingsverbanden' en 'gemeenten'.",
            KIES_EEN,
        ),
        Slecht(
            bewerk(DORP, IN_DORP, "", ("soort: steunpunt", "soort: ‸steunpunt")),
            "Hier staat niet waar deze hulp er is.",
            VUL_IN,
        ),
    ],
    "hulp-van-samenwerkingsverband": [
        Slecht(
            bewerk(VERBAND, "- swv-mini", "- ‸gemeente-dorp"),
            "'gemeente-dorp' is geen samenwerkingsverband.",
            KIES_ANDER,
        ),
        Slecht(
            bewerk(VERBAND, "- swv-mini", "- ‸schoolbestuur-mini"),
            "'schoolbestuur-mini' is geen samenwerkingsverband.",
            KIES_ANDER,
        ),
    ],
    "hulp-onbereikbaar": [
        Slecht(
            bewerk(
                SCHOOL,
                "anders: Het nummer staat in de schoolgids.\n",
                "",
                ("telefoon: onbekend", "telefoon: ‸onbekend"),
            ),
            "Zo kan niemand deze hulp bereiken: nummer en website zijn onbekend.",
            "Schrijf in 'anders' hoe het wel kan, of haal deze hulp weg.",
        ),
    ],
    "hulp-te-onzeker": [
        Slecht(
            bewerk(DORP, "zekerheid: voorbeeld", "zekerheid: ‸onbekend"), NIET_VERGEEFS, TOT_DAN
        ),
        Slecht(
            bewerk(CONSULENT, "      zekerheid: voorbeeld", "      zekerheid: ‸onbekend"),
            NIET_VERGEEFS,
            TOT_DAN,
        ),
    ],
    "hulp-controle-na-gezien": [
        Slecht(
            bewerk(DORP, "controle_op: 2030-01", "controle_op: ‸2021-06"),
            "De volgende controle (2021-06) komt niet na de laatste.",
            "Kies een datum na 2021-06.",
        ),
    ],
    "bellen-zonder-nummer": [
        Slecht(
            bewerk(DORP, NUMMER, "telefoon: onbekend", ("tijden: elke", "tijden: ‸elke")),
            "Hier staan tijden, en er is geen nummer om te bellen.",
            "Vul het nummer in, of haal 'tijden' weg.",
        ),
        Slecht(
            bewerk(STAD, "tijden: onbekend\n", "", ("telefoon: 14 020", "telefoon: ‸14 020")),
            "Hier staat een nummer, en niet wanneer je kunt bellen.",
            "Schrijf: tijden: onbekend",
        ),
    ],
    "hulp-nakijken": [
        Slecht(
            bewerk(DORP, "controle_op: 2030-01", "controle_op: ‸2026-11"),
            "Deze hulp moet worden nagekeken: dat stond voor 2026-11.",
            "Klopt alles nog? Zet 'gezien_op' op vandaag en kies een nieuwe 'controle_op'.",
        ),
    ],
}
LET_OP = {"hulp-nakijken"}

GOED: dict[str, Breek] = {
    "hulp-op-een-plek": bewerk(DORP, IN_DORP, "gemeenten: onbekend\n"),
    "hulp-van-samenwerkingsverband": bewerk(
        VERBAND, "voorwaarde:", "wanneer: Altijd.\nvoorwaarde:"
    ),
    "hulp-onbereikbaar": bewerk(DORP, NUMMER, "telefoon: onbekend", ("tijden: elke ochtend\n", "")),
    "hulp-te-onzeker": bewerk(DORP, NUMMER, "telefoon: onbekend", ("tijden: elke ochtend\n", "")),
    "hulp-controle-na-gezien": bewerk(DORP, "controle_op: 2030-01", "controle_op: 2021-07"),
    "bellen-zonder-nummer": bewerk(DORP, "tijden: elke ochtend", "tijden: onbekend"),
    "hulp-nakijken": bewerk(DORP, "controle_op: 2030-01", "controle_op: 2026-12"),
}


@pytest.mark.parametrize(("code", "case"), genummerd(SLECHT))
def test_a_rule_tells_what_is_wrong_where(mini: Mini, code: str, case: Slecht) -> None:
    case.breek(mini)
    level = Level.LET_OP if code in LET_OP else Level.FOUT
    assert gemeld(mini, code) == [(mini.plaats, case.melding, case.tip, level)]


@pytest.mark.parametrize("code", GOED)
def test_a_rule_says_nothing_of_what_comes_near(mini: Mini, code: str) -> None:
    GOED[code](mini)
    assert gemeld(mini, code) == []


def test_archived_help_need_not_be_looked_at_again(mini: Mini) -> None:
    mini.vervang(DORP, "controle_op: 2030-01", "controle_op: 2026-11")
    mini.vervang(DORP, "soort: steunpunt\n", "status: gearchiveerd\nsoort: steunpunt\n")
    assert gemeld(mini, "hulp-nakijken") == []


@pytest.mark.parametrize(
    ("oud", "nieuw", "melding", "tip"),
    [
        (
            "herkomst:\n  bron: plan\n  peildatum: 2021-06-15\n  zekerheid: voorbeeld\n",
            "",
            "Het veld 'herkomst' ontbreekt.",
            None,
        ),
        (
            "controle_op: 2030-01",
            "controle_op: ‸01-02-2030",
            "'01-02-2030' is geen datum.",
            "Schrijf 2030-02-01: eerst het jaar.",
        ),
        ("gezien_op: 2021-06", "gezien_op: ‸2027", "De datum 2027 ligt in de toekomst.", None),
    ],
)
def test_help_says_where_it_comes_from_and_when(
    mini: Mini, oud: str, nieuw: str, melding: str, tip: str | None
) -> None:
    mini.vervang(DORP, oud, nieuw)
    [issue] = mini.issues(level=Level.FOUT)
    assert issue.message == melding
    assert tip is None or issue.tip.startswith(tip)


def test_an_editor_hears_one_thing_of_a_number_with_a_letter(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    case = Slecht(
        bewerk(DORP, NUMMER, "telefoon: ‸088-000 00 O1"),
        "In dit telefoonnummer staat een letter: 'O'.",
        "Schrijf alleen het nummer: 088-000 00 01",
    )
    case.breek(mini)
    assert gecontroleerd(mini, capsys) == een_fout(mini, case)


def test_no_message_about_a_mobile_number_repeats_it(mini: Mini) -> None:
    mini.vervang(DORP, NUMMER, "telefoon: 06-12345678")
    [issue] = mini.issues(level=Level.FOUT)
    assert issue.code == "mobiel"
    assert "1234" not in f"{issue.message} {issue.tip}"


def test_the_day_decides_whether_help_is_due(mini: Mini) -> None:
    early, late = (load(mini.map, day) for day in (Datum(2029, 12, 31), Datum(2030, 1, 1)))
    assert [one.code for one in early.issues if one.code == "hulp-nakijken"] == []
    assert len([one for one in late.issues if one.code == "hulp-nakijken"]) == 7


@pytest.mark.parametrize(
    ("oud", "nieuw", "codes"),
    [
        (NUMMER, f"\t{NUMMER}", ["tab"]),
        (NUMMER, f" {NUMMER}", ["yaml"]),
        ("- Wat kan de school doen?", "\t- Bel 088-000 00 09.", ["tab", "telefoonnummer", "yaml"]),
    ],
)
def test_in_a_file_that_cannot_be_read_a_number_is_right_in_its_own_field(
    mini: Mini, oud: str, nieuw: str, codes: list[str]
) -> None:
    mini.vervang(DORP, oud, nieuw)
    found = {one.code for one in mini.issues(level=Level.FOUT)}
    assert found == set(codes)


def test_help_whose_file_has_a_mistake_is_not_said_to_be_missing_elsewhere(mini: Mini) -> None:
    mini.vervang("hulp/luisterlijn.yml", "soort: luisterlijn-kind", "soort: luisterlijnkind")
    assert [one.code for one in mini.issues(level=Level.FOUT)] == ["keuze"]
    assert gemeld(mini, "hulp-ontbreekt") == []
