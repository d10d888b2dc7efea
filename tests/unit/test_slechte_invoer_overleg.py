"""Broken meetings, decisions and routes: one clear error in Dutch at its place, nothing published."""

from __future__ import annotations

import pytest

from tests.unit.gevallen import (
    NIET_GEBOUWD,
    Slecht,
    een_fout,
    fouten,
    gebouwd,
    gecontroleerd,
)
from tests.unit.mini import Breek, Mini, bewerk, samen

REGIO = "regio.yml"
RAAD = "overleg/overleggen/raad.yml"
TWEEDE = "overleg/vergaderingen/raad-2022.yml"
LAATSTE = "overleg/vergaderingen/raad-2090.yml"
LIJST = "overleg/besluiten/lijst-maken.yml"
LIJSTEN = "overleg/besluiten/twee-lijsten.yml"
IDEE = "overleg/routes/idee-uit-de-buurt.yml"
NIEUWS = "overleg/routes/nieuws-van-de-raad.yml"

NAAR_BESLUIT = "    daarna:\n      - besluit\n"
BESLUIT = "  - id: besluit\n    overleggen:\n      - raad\n    taak: besluiten\n"
NAAR_HOREN = "    daarna:\n      - horen\n"
HOREN = "  - id: horen\n    overleggen:\n      - buurt-dorp\n      - kring\n    taak: informeren\n"


def tijdzone(nieuw: str) -> Breek:
    return bewerk(REGIO, "tijdzone: Europe/Amsterdam\n", nieuw)


def vervangt(wat: str) -> Breek:
    """The first decision replaces another."""
    return bewerk(LIJST, "herkomst:\n", f"vervangt:\n  - {wat}\nherkomst:\n")


SLECHT: dict[str, Slecht] = {
    # ------------------------------------------------------------ meetings
    "meeting-on-30-february": Slecht(
        bewerk(TWEEDE, "datum: 2022-03-10", "datum: ‸2022-02-30"),
        "De datum '2022-02-30' bestaat niet.",
        "Deze maand heeft 28 dagen.",
    ),
    "begin-at-25-hours": Slecht(
        bewerk(LAATSTE, "begin: 19:30", "begin: ‸25:00"),
        "'25:00' is geen tijd.",
        "Schrijf uren en minuten, zoals 09:30.",
    ),
    "agenda-item-without-purpose": Slecht(
        bewerk(LAATSTE, "    doel: ter-vaststelling\n", "", ("- id: verder", "- ‸id: verder")),
        "Het veld 'doel' ontbreekt.",
        "Met welk doel het wordt besproken. Onbekend mag, tot de vergadering gepland is.",
    ),
    "unknown-party-on-an-agenda": Slecht(
        bewerk(LAATSTE, "- schoolbestuur-mini", "- ‸schoolbestuur"),
        "Er is geen partij of gemeente met de id 'schoolbestuur'.",
        "Bedoel je 'schoolbestuur-mini'?",
    ),
    "no-time-zone": Slecht(
        samen(tijdzone(""), bewerk(REGIO, "id: mini", "‸id: mini")),
        "Het veld 'tijdzone' ontbreekt.",
        "De tijdzone van de tijden in de kalender, zoals Europe/Amsterdam.",
    ),
    "unknown-time-zone": Slecht(
        tijdzone("tijdzone: ‸Europe/Amsterdm\n"),
        "'Europe/Amsterdm' is geen tijdzone.",
        "Bedoel je 'Europe/Amsterdam'?",
    ),
    # ------------------------------------------------------------ decisions
    "decision-of-a-body-that-may-not-decide": Slecht(
        samen(
            bewerk(TWEEDE, "overleg: raad", "overleg: kring"),
            bewerk(LIJSTEN, "vergadering: ", "vergadering: ‸"),
        ),
        "Bij het overleg 'kring' staat niet dat het mag beslissen.",
        "Kies een andere vergadering, of zet 'beslist' erbij in kring.yml.",
    ),
    "decision-of-a-gathering": Slecht(
        bewerk(LIJSTEN, "vergadering: raad-2022", "vergadering: ‸feest"),
        "'feest' is niet van een overleg. Daar valt dus geen besluit.",
        "Kies de vergadering waarin het besluit viel.",
    ),
    "decision-that-replaces-itself": Slecht(
        vervangt("‸lijst-maken"),
        "Dit verwijst naar zichzelf.",
        "Haal deze regel weg, of kies een andere.",
    ),
    # ------------------------------------------------------------ routes
    "cycle-in-a-route": Slecht(
        bewerk(IDEE, HOREN, f"{HOREN}    daarna:\n      - ‸idee\n"),
        "Zo komt het voorstel weer bij 'idee': een rondje.",
        "Haal deze regel weg, of kies een latere stap.",
    ),
    "route-that-ends-nowhere": Slecht(
        bewerk(
            IDEE, NAAR_BESLUIT + BESLUIT + NAAR_HOREN + HOREN, "", ("id: advies", "id: ‸advies")
        ),
        "De route eindigt bij 'advies', en daar wordt niet besloten.",
        "Zet bij 'daarna' de stap die volgt, tot en met het overleg dat beslist.",
    ),
    "slip-in-the-last-step": Slecht(
        bewerk(IDEE, NAAR_HOREN, "    daarna:\n      - ‸hore\n"),
        "Deze route heeft geen stap 'hore'.",
        "Bedoel je 'horen'?",
    ),
    "step-that-nothing-leads-to": Slecht(
        bewerk(IDEE, NAAR_BESLUIT, "", ("- id: besluit", "- id: ‸besluit")),
        "Geen stap leidt naar 'besluit'.",
        "Zet deze id bij 'daarna' van de stap ervoor, of haal de stap weg.",
    ),
    "copied-step": Slecht(
        bewerk(IDEE, "- id: besluit", "- id: ‸advies"),
        "De id 'advies' staat twee keer in deze route.",
        "Geef een van de twee een andere id.",
    ),
    "step-called-like-the-one-before": Slecht(
        bewerk(IDEE, "- horen\n", "- besluit\n", ("- id: horen", "- id: ‸besluit")),
        "De id 'besluit' staat twee keer in deze route.",
        "Geef een van de twee een andere id.",
    ),
    "two-decisions-in-a-route": Slecht(
        bewerk(IDEE, HOREN, BESLUIT.replace("besluit\n", "horen\n").replace("taak: ", "taak: ‸")),
        "Bij de stap 'besluit' wordt al besloten.",
        "Laat één stap besluiten. Kies hier een andere taak.",
    ),
    "body-that-decides-twice": Slecht(
        bewerk(IDEE, "- raad\n", "- raad\n      - ‸raad\n"),
        "'raad' staat er twee keer.",
        "Haal er één weg.",
    ),
    "decision-in-a-route-for-news": Slecht(
        bewerk(
            NIEUWS,
            "- buurt-dorp\n    taak: informeren",
            "- buurt-dorp\n      - kring\n    taak: ‸besluiten",
        ),
        "De taak 'besluiten' past niet in een route voor nieuws.",
        "Kies 'informeren', of maak de soort van de route 'besluit'.",
    ),
    "body-that-cannot-be-read": Slecht(
        bewerk(RAAD, "sinds: 2020-09", "sinds: ‸ooit"),
        "'ooit' is geen datum.",
        "Schrijf 2021, 2021-07 of 2021-07-01.",
    ),
}


@pytest.mark.parametrize("name", SLECHT)
def test_broken_input_gives_one_clear_error_at_its_place_and_publishes_nothing(
    name: str, mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    case = SLECHT[name]
    case.breek(mini)
    said = gecontroleerd(mini, capsys)
    assert said == een_fout(mini, case)
    done = gebouwd(mini, capsys)
    assert (done.code, done.out, done.onaangeroerd) == (1, "", True)
    assert fouten(done.err, mini.map) == said[2]
    assert done.err.endswith(NIET_GEBOUWD)


def test_two_decisions_that_replace_each_other_are_each_told_once(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    """Their dates differ as well; that the one is later helps nobody who has to choose."""
    places = {}
    vervangt("‸twee-lijsten")(mini)
    places[mini.plaats] = "'twee-lijsten' vervangt zelf 'lijst-maken'"
    mini.vervang(LIJSTEN, "  - lijst-maken\n", "  - ‸lijst-maken\n")
    places[mini.plaats] = "'lijst-maken' vervangt zelf 'twee-lijsten'"
    told = [
        f"{place}: fout: {what}, al dan niet via een omweg. | Haal een van de twee weg."
        for place, what in places.items()
    ]
    assert gecontroleerd(mini, capsys) == (1, "", told)
    done = gebouwd(mini, capsys)
    assert (done.code, done.out, done.onaangeroerd) == (1, "", True)
    assert fouten(done.err, mini.map) == told
    assert done.err.endswith(NIET_GEBOUWD)
