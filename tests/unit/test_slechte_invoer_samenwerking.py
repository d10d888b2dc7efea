"""Broken files of the model of cooperation: one clear error in Dutch at its place, nothing published."""

from __future__ import annotations

import re
import shutil

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from macros.issue import Level
from macros.model.samenwerking.recht import INSTANTIES, Ecli, ecli_delen
from tests.langzaam import voorbeelden
from tests.unit.gevallen import (
    NIET_GEBOUWD,
    TODAY,
    Slecht,
    een_fout,
    fouten,
    gebouwd,
    gecontroleerd,
)
from tests.unit.mini import Breek, Mini, bewerk

KLAS = "samenwerking/onderdelen/1a-hulp-in-de-klas.yml"
THUIS = "samenwerking/onderdelen/1b-hulp-thuis.yml"
MODEL = "samenwerking/model.yml"
WEGWIJZER = "samenwerking/wegwijzer.yml"
THEMA = "samenwerking/themas/thema-2.yml"
WET = "samenwerking/wetten/zorgwet.yml"
CRVB = "samenwerking/uitspraken/crvb-2022-1.yml"

SCHOOL = "waarde: ja\n    sectoren:\n      - PO\n"
VREEMD = "Dit wordt door de site niet gelezen."
GEWOON = "Schrijf gewone tekst. De site maakt de opmaak."
SECTOREN = "Kies uit: MBO, PO, SBO, SO, VO, VSO."
ECLITIP = "Schrijf ECLI:NL:, de rechter, het jaar en het nummer, zoals ECLI:NL:CRVB:2018:3454."
BWBTIP = "Schrijf BWBR en zeven cijfers; het staat in het adres op wetten.overheid.nl."
CODETIP = "Schrijf het nummer van het thema en een kleine letter, zoals 1a."
VERZONNEN = "Staat er altijd bij. Een echt kind beschrijf je hier nooit."


def zonder(pad: str) -> Breek:
    def doe(mini: Mini) -> None:
        (mini.map / pad).unlink()
        mini.plaats = f"{pad}:1:1"

    return doe


def verhuisd(oud: str, nieuw: str) -> Breek:
    """A file or folder under another name, where nobody reads it."""

    def doe(mini: Mini) -> None:
        (mini.map / nieuw).parent.mkdir(exist_ok=True)
        shutil.copy(mini.map / oud, mini.map / nieuw)
        mini.plaats = f"{nieuw}:1:1"

    return doe


def extra_map(pad: str) -> Breek:
    def doe(mini: Mini) -> None:
        shutil.copytree(mini.map / "samenwerking" / "wetten", mini.map / pad)
        mini.plaats = f"{pad}:1:1"

    return doe


def ecli(nieuw: str, melding: str, tip: str) -> Slecht:
    return Slecht(bewerk(CRVB, "ecli: ECLI:NL:CRVB:2022:1", f"ecli: ‸{nieuw}"), melding, tip)


SLECHT: dict[str, Slecht] = {
    # ------------------------------------------------------------ wegwijzer
    "loop": Slecht(
        bewerk(WEGWIJZER, "iets anders\n        naar: anders", "iets anders\n        naar: ‸waar"),
        "De vraag 'waar' wordt al gesteld na het begin. Zo kan iemand in een rondje lopen.",
        "Laat het antwoord naar een andere vraag of naar een uitkomst gaan.",
    ),
    "dead-end": Slecht(
        bewerk(WEGWIJZER, "naar: leren", "naar: ‸lerne"),
        "Dit antwoord loopt dood: er is geen vraag of uitkomst 'lerne'.",
        "Bedoel je 'leren'?",
    ),
    "several-choices-behind-one-dash": Slecht(
        bewerk("partijen/swv-mini.yml", "  - PO\n  - VO\n", "  - ‸PO, VO\n"),
        "'PO, VO' kan hier niet.",
        "Dit zijn er meer. Is het een lijst? Zet elke waarde op een eigen regel, met '- ' ervoor.",
    ),
    "no-first-question": Slecht(
        bewerk(WEGWIJZER, "begin: waar", "begin: ‸wanneer"),
        "Er is geen vraag met de id 'wanneer'.",
        "Kies uit: school, waar.",
    ),
    "no-way-to-an-outcome": Slecht(
        bewerk(WEGWIJZER, "naar: thuis", "naar: anders", ("- id: thuis", "- id: ‸thuis")),
        "Vanaf de eerste vraag kom je nooit bij 'thuis'.",
        "Laat een antwoord naar 'thuis' gaan, of haal het weg.",
    ),
    "unknown-kind-of-help": Slecht(
        bewerk(WEGWIJZER, "- steunpunt\n    gesprek", "- ‸steunpnt\n    gesprek"),
        "'steunpnt' kan hier niet.",
        "Bedoel je 'steunpunt'?",
    ),
    "outcome-without-words-for-professionals": Slecht(
        bewerk(
            WEGWIJZER,
            "    voor_professionals: Vraag de ouders op gesprek.\n",
            "",
            ("- id: leren\n    titel", "- ‸id: leren\n    titel"),
        ),
        "Het veld 'voor_professionals' ontbreekt.",
        "Wat iemand dan doet die op school, bij de gemeente of in de zorg werkt. "
        "De eerste zin is het eerste; na elke witregel begint een volgende stap.",
    ),
    "step-at-home-without-source": Slecht(
        bewerk(
            "samenwerking/thuis.yml",
            "    hulp:\n      - steunpunt\n    herkomst:\n      bron: plan\n"
            "      peildatum: 2021\n      zekerheid: voorbeeld\n",
            "",
            ("- id: school", "- ‸id: school"),
        ),
        "Het veld 'herkomst' ontbreekt.",
        "Bron van deze stap.",
    ),
    "outcome-without-ground": Slecht(
        bewerk(
            WEGWIJZER,
            "soort: alleen-wet",
            "soort: ‸alleen-wet",
            (
                "aanvraag.\n    kaders:\n      - vervoer\n  - id: anders",
                "aanvraag.\n  - id: anders",
            ),
        ),
        "De soort is 'alleen-wet', maar wat eronder staat past bij 'geen-afspraak'.",
        "Noem onderdelen bij 'afspraak', alleen kaders bij 'alleen-wet', anders niets.",
    ),
    "question-with-one-answer": Slecht(
        bewerk(
            WEGWIJZER,
            "    antwoorden:\n      - tekst: Ja\n        naar: leren\n"
            "      - tekst: 'Nee: over \"vervoer\" & zo'\n        naar: vervoer\n      - tekst: Nee, ",
            "    antwoorden:\n      ‸- tekst: Nee, ",
        ),
        "Deze lijst is te kort: 2 is het minste.",
        "Vul haar aan.",
    ),
    # ------------------------------------------------------------ rulings and law
    "ecli-form": ecli("ECLI:NL:CRVB:2022-1", "'ECLI:NL:CRVB:2022-1' is geen ECLI.", ECLITIP),
    "ecli-lower-case": ecli("ecli:nl:crvb:2022:1", "'ecli:nl:crvb:2022:1' is geen ECLI.", ECLITIP),
    "ecli-letter-o-in-year": ecli(
        "ECLI:NL:CRVB:2O22:1", "'ECLI:NL:CRVB:2O22:1' is geen ECLI.", ECLITIP
    ),
    "ecli-court": ecli(
        "ECLI:NL:CVRB:2022:1",
        "De rechter 'CVRB' in deze ECLI kennen we niet.",
        "Bedoel je 'CRVB'?",
    ),
    "ecli-foreign-court": ecli(
        "ECLI:NL:XX:2022:1",
        "De rechter 'XX' in deze ECLI kennen we niet.",
        "Klopt de code toch? Maak dan een melding: de rechter moet worden toegevoegd.",
    ),
    "ecli-other-year": ecli(
        "ECLI:NL:CRVB:2012:1",
        "Het jaar in de ECLI (2012) is een ander dan dat van de uitspraak (2022).",
        "Kijk beide na.",
    ),
    "ruling-in-the-future": Slecht(
        bewerk(
            CRVB,
            "ecli: ECLI:NL:CRVB:2022:1",
            "ecli: ECLI:NL:CRVB:2099:1",
            ("uitgesproken_op: 2022-04-01", "uitgesproken_op: ‸2099-04-01"),
        ),
        "De datum 2099-04-01 ligt in de toekomst.",
        f"Vandaag is het {TODAY}.",
    ),
    "ruling-overtaken-by-itself": Slecht(
        bewerk(CRVB, "herkomst:", "achterhaald_door: ‸crvb-2022-1\nherkomst:"),
        "Dit verwijst naar zichzelf.",
        "Haal deze regel weg, of kies een andere.",
    ),
    "law-number": Slecht(
        bewerk(WET, "bwb: BWBR0000001", "bwb: ‸BWBR001"),
        "'BWBR001' is geen nummer van een wet.",
        BWBTIP,
    ),
    "unknown-article": Slecht(
        bewerk(KLAS, "artikelen:\n  - zorgwet-1", "artikelen:\n  - ‸zorgwet"),
        "Er is geen artikel met de id 'zorgwet'.",
        "Bedoel je 'zorgwet-1' of 'zorgwet-2'?",
    ),
    # ------------------------------------------------------------ onderdelen
    "unknown-sector": Slecht(
        bewerk(KLAS, SCHOOL, f"{SCHOOL}      - ‸HAVO\n"),
        "'HAVO' kan hier niet.",
        SECTOREN,
    ),
    "unknown-sector-of-an-onderdeel": Slecht(
        bewerk(THUIS, "sectoren: onbekend", "sectoren:\n  - ‸vmbo"),
        "'vmbo' kan hier niet.",
        SECTOREN,
    ),
    "value-without-certainty": Slecht(
        bewerk(THUIS, "waarde: onbekend", "waarde: ‸ja"),
        "Dit vak heeft een waarde ('ja'), maar geen zekerheid.",
        "Vul bij 'herkomst' de bron, peildatum en zekerheid in, of maak de waarde onbekend.",
    ),
    "square-that-says-no": Slecht(
        bewerk(KLAS, "waarde: leeg", "waarde: ‸nee"),
        "'nee' kan hier niet.",
        "Kies uit: ja, leeg, onbekend.",
    ),
    "square-left-out": Slecht(
        bewerk(
            THUIS,
            "  - kolom: zorgwet",
            "  ‸- kolom: zorgwet",
            ("  - kolom: school\n    waarde: onbekend\n", ""),
        ),
        "Het vak voor de kolom 'school' ontbreekt.",
        "Voeg het toe. Weet niemand het? Schrijf dan: waarde: onbekend",
    ),
    "unknown-column": Slecht(
        bewerk(KLAS, "cellen:\n", "cellen:\n  - kolom: ‸jeugdwet\n    waarde: onbekend\n"),
        "De kolom 'jeugdwet' bestaat niet.",
        "Kies uit: school, zorgwet.",
    ),
    "refers-to-itself": Slecht(
        bewerk(KLAS, "verwant:\n  - 1b-hulp-thuis", "verwant:\n  - ‸1a-hulp-in-de-klas"),
        "Dit verwijst naar zichzelf.",
        "Haal deze regel weg, of kies een andere.",
    ),
    "html-in-a-step": Slecht(
        bewerk(KLAS, "wat: denkt mee", "wat: denkt ‸<b>mee</b>"),
        "In deze tekst staat HTML ('<b>'). Dat kan niet.",
        GEWOON,
    ),
    "script-in-a-condition": Slecht(
        bewerk(KLAS, "als: Is er thuis", "als: ‸<script>x()</script> Is er thuis"),
        "In deze tekst staat HTML ('<script>'). Dat kan niet.",
        GEWOON,
    ),
    "entity-in-an-answer": Slecht(
        bewerk(WEGWIJZER, "tekst: Op school", "tekst: Op‸&nbsp;school"),
        "In deze tekst staat HTML ('&nbsp;'). Dat kan niet.",
        GEWOON,
    ),
    "person-in-a-step": Slecht(
        bewerk(KLAS, "wat: denkt mee", "wat: belt ‸06-12345678"),
        "Hier staat een telefoonnummer. Nummers van personen horen niet op de site.",
        "Noem de functie of de organisatie.",
    ),
    "example-without-mark": Slecht(
        bewerk(KLAS, "  - verzonnen: ja\n    tekst", "  - ‸tekst"),
        "Het veld 'verzonnen' ontbreekt.",
        VERZONNEN,
    ),
    "example-that-is-real": Slecht(
        bewerk(KLAS, "verzonnen: ja", "verzonnen: ‸nee"),
        "'nee' kan hier niet.",
        "Kies uit: ja.",
    ),
    "code-form": Slecht(
        bewerk(THEMA, "- 2a\n", "- ‸2A\n"), "'2A' is geen code van een onderdeel.", CODETIP
    ),
    "code-the-other-way-round": Slecht(
        bewerk(THUIS, "code: 1b", "code: ‸b1"), "'b1' is geen code van een onderdeel.", CODETIP
    ),
    # ------------------------------------------------------------ files
    "no-model": Slecht(
        zonder(MODEL),
        "Dit bestand ontbreekt.",
        "Het hoort te bevatten: de kolommen van de matrix, en wat het model is.",
    ),
    "unknown-folder": Slecht(extra_map("samenwerking/wet"), VREEMD, "Bedoel je 'wetten'?"),
    "file-beside-its-folder": Slecht(
        verhuisd(THUIS, "samenwerking/1c-hulp.yml"),
        "Dit lijkt een onderdeel, maar het staat niet in samenwerking/onderdelen/.",
        "Zet het in samenwerking/onderdelen/.",
    ),
    "folder-one-too-high": Slecht(
        extra_map("wetten"),
        VREEMD,
        "Verwijder het, of zet het in de goede map.",
    ),
    "other-file-in-folder": Slecht(
        verhuisd(THUIS, "samenwerking/onderdelen/1b.txt"),
        "In deze map horen alleen bestanden die op .yml eindigen.",
        "Hernoem of verwijder dit.",
    ),
}


@pytest.mark.parametrize("name", SLECHT)
def test_broken_input_gives_one_clear_error_at_its_place(
    name: str, mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    case = SLECHT[name]
    case.breek(mini)
    assert not mini.load().ok
    assert gecontroleerd(mini, capsys) == een_fout(mini, case)


@pytest.mark.parametrize(
    "name",
    [
        "loop",
        "dead-end",
        "ecli-form",
        "ecli-court",
        "ruling-in-the-future",
        "unknown-sector",
        "value-without-certainty",
        "refers-to-itself",
        "html-in-a-step",
        "example-without-mark",
        "no-model",
    ],
)
def test_a_build_of_broken_data_publishes_nothing(
    name: str, mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    case = SLECHT[name]
    case.breek(mini)
    done = gebouwd(mini, capsys)
    assert (done.code, done.out, done.onaangeroerd) == (1, "", True)
    assert fouten(done.err, mini.map)[0].startswith(f"{mini.plaats}: fout: {case.melding}")
    assert done.err.endswith(NIET_GEBOUWD)


@pytest.mark.parametrize(
    "tekst",
    ["I <3 school & thuis", "2 < 3 > 1", '\'t "plan" {stap}', "🎒 – ‘zo’", "50% (of meer)"],
)
def test_ordinary_signs_may_stand_in_a_step(tekst: str, mini: Mini) -> None:
    typed = tekst.replace("'", "''")
    mini.vervang(KLAS, "wat: denkt mee", f"wat: '{typed}'")
    loaded = mini.load()
    assert [issue for issue in loaded.issues if issue.level is Level.FOUT] == []
    assert loaded.regio is not None
    gemeente = loaded.regio.onderdelen["1a-hulp-in-de-klas"].gemeente
    assert [stap.wat for stap in getattr(gemeente, "stappen", ())] == [tekst]


def test_a_missing_model_does_not_hide_what_is_wrong_elsewhere(mini: Mini) -> None:
    (mini.map / MODEL).unlink()
    mini.vervang(WET, "BWBR0000001", "BWBR1")
    wrong = [issue for issue in mini.issues() if issue.level is Level.FOUT]
    assert [(issue.code, mini.waar(issue)) for issue in wrong] == [
        ("geen-bestand", f"{MODEL}:1:1"),
        ("bwb-id", f"{WET}:4:6"),
    ]


# ---------------------------------------------------------------- any ECLI

GOED = "ECLI:NL:CRVB:2018:3454"
TEKENS = "ECLINLCRVBHRS0123456789:.-/ abc٣\n"


@st.composite
def eclis(draw: st.DrawFn) -> str:
    """A good ECLI with a few characters put in, left out or changed."""
    text = GOED
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(text)))
        text = (
            text[:at] + draw(st.sampled_from(["", *TEKENS])) + text[at + draw(st.integers(0, 1)) :]
        )
    return text


def is_ecli(text: str) -> bool:
    """Written out, without the pattern of the model."""
    parts = text.split(":")
    return (
        len(parts) == 5
        and parts[:2] == ["ECLI", "NL"]
        and parts[2] in INSTANTIES
        and len(parts[3]) == 4
        and set(parts[3]) <= set("0123456789")
        and 1 <= len(parts[4]) <= 25
        and set(parts[4]) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.")
    )


@voorbeelden(150)
@given(eclis())
@example(GOED)
@example("ECLI:NL:HR:2018:3454")
@example("ECLI:NL:CRVB:٢٠١٨:3454")
@example(GOED + "\n")
@example("ECLI:NL:CRVB:2018:" + "1" * 26)
@example("ECLI:EU:C:2018:3454")
def test_an_ecli_is_accepted_only_and_always_when_it_has_the_form(text: str) -> None:
    try:
        value = TypeAdapter(Ecli).validate_python(text)
    except ValidationError as error:
        [problem] = error.errors()
        assert problem["type"] in ("ecli-vorm", "ecli-rechter")
        assert not is_ecli(text)
    else:
        assert is_ecli(text)
        assert value == text
        assert ecli_delen(value) == (text.split(":")[2], int(text.split(":")[3]))


def test_every_court_has_a_code_that_an_ecli_can_hold_and_a_name_of_its_own() -> None:
    assert all(re.fullmatch("[A-Z]{2,7}", code) for code in INSTANTIES)
    assert len(set(INSTANTIES.values())) == len(INSTANTIES)
