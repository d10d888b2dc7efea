"""The rules of dates that cannot be, and of titles too long for their place."""

from __future__ import annotations

import datetime

import pytest

from macros.issue import Level
from macros.rules.overleg.dag import vrije_dag
from tests.unit.gevallen import Slecht, gemeld, genummerd
from tests.unit.mini import Breek, Mini, bewerk, samen

DORP = "gemeenten/gemeente-dorp.yml"
PLAN = "bronnen/plan.yml"
VERSLAG = "bronnen/verslag.yml"
RAAD = "overleg/vergaderingen/raad-2090.yml"
BESLUIT = "overleg/besluiten/lijst-maken.yml"
TWEE = "overleg/besluiten/twee-lijsten.yml"
PUNT = "speerpunten/veel-onbekend.yml"

KLOPT = "Klopt het? Dan hoef je niets te doen."
ECHT = bewerk("regio.yml", "soort: voorbeeld", "soort: echt")
LANG = "Wat we met alle scholen, gemeenten en ouders van de hele regio nog moeten uitzoeken voordat we beginnen"

KLAS = "samenwerking/onderdelen/1a-hulp-in-de-klas.yml"
NA = "geschreven_na: 2022-01-31"
VAN_VERSLAG = "bron: verslag\n          peildatum: 2022-02"


def dag(datum: str) -> Breek:
    return bewerk(RAAD, "datum: 2090-03-15", f"datum: ‸{datum}")


SLECHT: dict[str, list[Slecht]] = {
    "gelezen-voor-uitgave": [
        Slecht(
            bewerk(PLAN, "geraadpleegd: 2022-05", "geraadpleegd: ‸2021-05"),
            "Gelezen op 2021-05: toen was deze bron van 2021-06-15 er nog niet.",
            "Kijk beide datums na.",
        ),
        Slecht(
            samen(
                bewerk(VERSLAG, "datum: onbekend", "datum: 2023-01"),
                bewerk(
                    "monitor/waarnemingen/verslag.csv",
                    "groot;25;definitief;2022-11-01;",
                    "groot;25;definitief;‸2022-11-01;",
                ),
            ),
            "Opgehaald op 2022-11-01: toen was bron 'verslag' er nog niet (2023-01).",
            "Verbeter deze datum (ook op andere regels), of die in bronnen/verslag.yml.",
        ),
    ],
    "feit-na-het-lezen": [
        Slecht(
            bewerk(DORP, "peildatum: 2021", "peildatum: ‸2024"),
            "Bron 'plan' is gelezen op 2022-05, dus voor deze peildatum.",
            "Verbeter de peildatum, of 'geraadpleegd' in bronnen/plan.yml.",
        ),
    ],
    "feit-voor-het-schrijven": [
        Slecht(
            samen(
                bewerk(VERSLAG, "datum: onbekend", f"datum: onbekend\n{NA}"),
                bewerk(KLAS, VAN_VERSLAG, VAN_VERSLAG.replace("2022-02", "‸2022-01")),
            ),
            "Bron 'verslag' is geschreven na 2022-01-31: deze peildatum is te vroeg.",
            "Neem een latere, of een minder precieze, zoals 2022.",
        ),
    ],
    "bron-met-twee-datums": [
        Slecht(
            bewerk(PLAN, "datum: 2021-06-15", "datum: 2021-06-15\ngeschreven_na: ‸2021-05-01"),
            "De datum van de bron is bekend (2021-06-15).",
            "Haal dit veld weg.",
        ),
    ],
    "jaar-valt-op": [
        Slecht(
            samen(dag("2027-03-15"), ECHT, bewerk(DORP, "peildatum: 2021", "peildatum: ‸1967")),
            "1967 is wel erg lang geleden.",
            f"Kijk het jaar na. {KLOPT}",
        ),
        Slecht(
            samen(ECHT, bewerk(TWEE, "uiterlijk: 2022-06", "uiterlijk: ‸2062-06")),
            "2062-06 is wel erg ver weg.",
            f"Kijk het jaar na. {KLOPT}",
        ),
    ],
    "vergadering-op-vrije-dag": [
        Slecht(dag(datum), f"{datum} is {naam}.", f"Kijk de dag en het jaar na. {KLOPT}")
        for datum, naam in (
            ("2090-03-18", "een zaterdag"),
            ("2027-05-06", "Hemelvaartsdag"),
            ("2027-12-25", "eerste kerstdag"),
        )
    ],
    "besluit-ouder-dan-de-vergadering": [
        Slecht(
            bewerk(BESLUIT, "peildatum: 2021-06-15", "peildatum: ‸2021-02"),
            "De vergadering was op 2021-03-04, na deze peildatum.",
            "Kies een andere vergadering, of verbeter een van de datums.",
        ),
    ],
    "lange-titel": [
        Slecht(
            bewerk(PUNT, "titel: Wat we nog uitzoeken", f"titel: ‸{LANG}"),
            "Dit is lang voor een titel: 103 tekens.",
            "Maak er hooguit 100 van; de rest kan in de tekst.",
        ),
    ],
}

GOED: dict[str, list[Breek]] = {
    "gelezen-voor-uitgave": [bewerk(PLAN, "geraadpleegd: 2022-05", "geraadpleegd: 2021")],
    "feit-voor-het-schrijven": [
        samen(
            bewerk(VERSLAG, "datum: onbekend", f"datum: onbekend\n{NA}"),
            bewerk(KLAS, VAN_VERSLAG, VAN_VERSLAG.replace("2022-02", "2022")),
        )
    ],
    "bron-met-twee-datums": [bewerk(VERSLAG, "datum: onbekend", f"datum: onbekend\n{NA}")],
    "feit-na-het-lezen": [bewerk(DORP, "peildatum: 2021", "peildatum: 2022")],
    "jaar-valt-op": [
        samen(ECHT, bewerk(PLAN, "datum: 2021-06-15", "datum: 1969")),
        bewerk(DORP, "peildatum: 2021", "peildatum: 1967"),
    ],
    "vergadering-op-vrije-dag": [
        dag("2027-05-05"),
        samen(dag("2026-10-31"), bewerk(RAAD, "stand: gepland", "stand: gehouden")),
    ],
    "besluit-ouder-dan-de-vergadering": [
        bewerk(BESLUIT, "peildatum: 2021-06-15", "peildatum: 2021")
    ],
    "lange-titel": [
        bewerk(PUNT, "titel: Wat we nog uitzoeken", f"titel: {LANG[:99]}"),
        bewerk(PLAN, "Plan van Mini", f"{LANG}: Plan van Mini"),  # as it was published
    ],
}

FOUT = {"gelezen-voor-uitgave", "feit-voor-het-schrijven", "bron-met-twee-datums"}
LET_OP = SLECHT.keys() - FOUT


@pytest.mark.parametrize(("code", "case"), genummerd(SLECHT))
def test_a_rule_tells_of_a_date_or_a_title(mini: Mini, code: str, case: Slecht) -> None:
    case.breek(mini)
    told = {
        (place, message, tip)
        for place, message, tip, level in gemeld(mini, code)
        if (level is Level.LET_OP) is (code in LET_OP)
    }
    assert (mini.plaats, case.melding, case.tip) in told
    if code != "jaar-valt-op":  # the invented region meets in 2090
        assert len(told) == 1


@pytest.mark.parametrize(
    ("code", "breek"), [(code, one) for code, some in GOED.items() for one in some]
)
def test_a_rule_lets_a_date_or_a_title_that_can_be_pass(
    mini: Mini, code: str, breek: Breek
) -> None:
    breek(mini)
    assert mini.load().regio is not None
    assert [
        one for one in gemeld(mini, code) if not one[0].startswith("overleg/vergaderingen/")
    ] == []


def test_the_days_off_are_those_of_the_calendar() -> None:
    free = {
        (2024, 3, 31): "eerste paasdag",
        (2025, 4, 21): "tweede paasdag",
        (2025, 4, 26): "Koningsdag",
        (2026, 5, 14): "Hemelvaartsdag",
        (2027, 5, 17): "tweede pinksterdag",
        (2038, 4, 25): "eerste paasdag",
        (2026, 1, 1): "Nieuwjaarsdag",
        (2026, 11, 29): "een zondag",
        (2026, 11, 30): "",
        (2025, 4, 27): "een zondag",
    }
    assert {day: vrije_dag(datetime.date(*day)) for day in free} == free
