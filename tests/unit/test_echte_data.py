"""The real data: facts of the region FoodValley that must not drift by accident.

Each fact stands in a source; a failure names the record. Another region deletes this file, and writes
its own facts down in the same way.
"""

from __future__ import annotations

import pytest

from macros.format import canonical_files
from macros.issue import Level
from macros.load import load
from macros.model.basis import ONBEKEND, Datum, Status
from tests.unit.mini import ROOT

GELADEN = load(ROOT / "data")
assert GELADEN.regio is not None
REGIO = GELADEN.regio

GEMEENTEN = {
    "gemeente-barneveld": ("Barneveld", "GM0203", "Gelderland"),
    "gemeente-ede": ("Ede", "GM0228", "Gelderland"),
    "gemeente-nijkerk": ("Nijkerk", "GM0267", "Gelderland"),
    "gemeente-renswoude": ("Renswoude", "GM0339", "Utrecht"),
    "gemeente-rhenen": ("Rhenen", "GM0340", "Utrecht"),
    "gemeente-scherpenzeel": ("Scherpenzeel", "GM0279", "Gelderland"),
    "gemeente-veenendaal": ("Veenendaal", "GM0345", "Utrecht"),
    "gemeente-wageningen": ("Wageningen", "GM0289", "Gelderland"),
}
GEBIEDEN = {
    "regio-foodvalley": set(GEMEENTEN),
    "jeugdhulpregio-foodvalley": set(GEMEENTEN) - {"gemeente-wageningen"},
    "model-passende-samenwerking": set(GEMEENTEN) - {"gemeente-nijkerk"},
}
SPEERPUNTEN = {
    "gespecialiseerd-onderwijs": 1,
    "model-passende-samenwerking": 2,
    "leren-van-data": 3,
    "puzzelkinderen": 4,
    "onderwijszorgarrangementen": 5,
}
MIJLPALEN = {
    "afspraak-samen-focus-kiezen": "2020",
    "aftrap-met-gebruikers": "2021",
    "focussymposium": "2021-04-08",
    "inbreng-van-partijen": "2021",
    "kopgroep-en-gesprekken": "2021",
    "nieuwsbrief-aanleiding": "2021-03-15",
    "oogo-21-april": "2021-04-21",
    "vaststelling": "2021-07-01",
    "werksessie-governance-20-mei": "2021-05-20",
    "werksessie-governance-28-mei": "2021-05-28",
}
ACTIES = {
    f"{key}/{actie.id}": actie for key, one in REGIO.speerpunten.items() for actie in one.acties
}
ACTIEF = {
    f"{soort.pad}/{record.id}": record
    for soort, _, record in REGIO.records()
    if soort.is_map and record.status is Status.ACTIEF
}


def test_the_data_has_no_errors() -> None:
    assert [issue for issue in GELADEN.issues if issue.level is Level.FOUT] == []


def test_every_file_is_in_canonical_form() -> None:
    assert [file.name for file, _ in canonical_files(GELADEN)] == []


def test_it_is_a_real_region() -> None:
    assert REGIO.instellingen.soort == "echt"
    assert list(REGIO.instellingen.talen) == ["nl", "en"]
    assert REGIO.instellingen.gebied == "regio-foodvalley"


def test_these_are_the_records_of_which_facts_are_kept_here() -> None:
    assert set(REGIO.gemeenten) == set(GEMEENTEN)
    assert set(REGIO.werkingsgebieden) == set(GEBIEDEN)
    assert set(REGIO.speerpunten) == set(SPEERPUNTEN)
    assert set(REGIO.mijlpalen) == set(MIJLPALEN)


@pytest.mark.parametrize("key", GEMEENTEN)
def test_a_municipality_has_its_code_and_province(key: str) -> None:
    one = REGIO.gemeenten[key]
    assert (one.naam, one.cbs_code, one.provincie) == GEMEENTEN[key]


@pytest.mark.parametrize("key", GEBIEDEN)
def test_an_area_has_its_own_members(key: str) -> None:
    assert set(REGIO.werkingsgebieden[key].gemeenten) == GEBIEDEN[key]


def test_the_agenda_was_adopted_on_1_july_2021_for_2021_to_2025() -> None:
    agenda = REGIO.agenda
    assert agenda.vastgesteld_op == Datum(2021, 7, 1)
    assert (agenda.looptijd.van, agenda.looptijd.tot_en_met) == (2021, 2025)


def test_the_principles_and_lines_of_action_are_not_in_the_source() -> None:
    assert REGIO.agenda.leidende_principes is ONBEKEND
    assert REGIO.agenda.actielijnen is ONBEKEND


@pytest.mark.parametrize("key", SPEERPUNTEN)
def test_a_speerpunt_has_its_number(key: str) -> None:
    assert REGIO.speerpunten[key].nummer == SPEERPUNTEN[key]


@pytest.mark.parametrize("key", SPEERPUNTEN)
def test_a_speerpunt_is_planned_for_2021_to_2024_and_nothing_is_filled_in_for_2025(
    key: str,
) -> None:
    assert [jaar.jaar for jaar in REGIO.speerpunten[key].planning] == [2021, 2022, 2023, 2024]


@pytest.mark.parametrize("key", SPEERPUNTEN)
def test_nobody_is_named_as_leading_a_speerpunt(key: str) -> None:
    one = REGIO.speerpunten[key]
    assert (one.bestuurlijk_trekker, one.ambtelijk_trekker) == (ONBEKEND, ONBEKEND)


@pytest.mark.parametrize("key", ACTIES)
def test_the_state_of_an_action_is_unknown_since_the_adoption(key: str) -> None:
    actie = ACTIES[key]
    assert (actie.stand, actie.bewijs) == (ONBEKEND, ONBEKEND)
    assert actie.stand_peildatum == Datum(2021, 7, 1)


@pytest.mark.parametrize("key", ACTIES)
def test_an_action_comes_from_the_agenda_itself(key: str) -> None:
    assert ACTIES[key].herkomst.bron == "focusagenda-2021"
    assert ACTIES[key].herkomst.vindplaats


@pytest.mark.parametrize("key", MIJLPALEN)
def test_a_milestone_has_its_date(key: str) -> None:
    assert str(REGIO.mijlpalen[key].datum) == MIJLPALEN[key]


@pytest.mark.parametrize("key", REGIO.bronnen)
def test_a_source_says_how_it_was_read(key: str) -> None:
    assert len(REGIO.bronnen[key].toelichting.split()) >= 4


@pytest.mark.parametrize("key", ACTIEF)
def test_a_fact_names_a_source_that_is_on_the_page_of_sources(key: str) -> None:
    herkomst = getattr(ACTIEF[key], "herkomst", None)
    if herkomst is not None:
        assert REGIO.bronnen[herkomst.bron].status is Status.ACTIEF
