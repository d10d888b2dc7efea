"""The real data: facts of the region FoodValley that must not drift by accident.

Each fact stands in a source; a failure names the record. Another region deletes this file, and writes
its own facts down in the same way.
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from macros.format import canonical_files
from macros.issue import Level
from macros.load import load
from macros.model.basis import ONBEKEND, Datum, Status
from macros.model.cijfer import Getal, Periode, teken
from macros.model.samenwerking import Cel, Uitkomstsoort
from macros.taal.vertaler import Vertaler
from macros.views.monitor.cijfers import Cijferboek
from macros.views.monitor.figuren import Tekenaar
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
KOLOMMEN = ("jeugdwet", "overige-wetten", "basis", "extra", "poreus")
LEEG, JA = "leeg, afgeleid", "ja, afgeleid"
ONDERDELEN: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "1a-onderwijsondersteuning": (
        *("1a", "PO VO"),
        (LEEG, LEEG, "PO VO, bevestigd", "PO VO, bevestigd", JA),
    ),
    "1b-versterken-sociale-vaardigheden": (
        *("1b", "PO VO"),
        (LEEG, LEEG, "PO VO, bevestigd", "PO VO, bevestigd", JA),
    ),
    "1c-seksueel-grensoverschrijdend-gedrag": (
        *("1c", "PO SBO SO VO VSO"),
        (JA, "GGD, bevestigd", LEEG, LEEG, LEEG),
    ),
    "1d-diagnose-en-behandeling": (
        *("1d", "PO SBO SO VO VSO"),
        (JA, LEEG, LEEG, LEEG, "onbekend"),
    ),
    "2b-begeleiding-bij-dyslexie": (
        *("2b", "PO SBO SO"),
        ("onbekend", "onbekend", "PO, afgeleid", "onbekend", "onbekend"),
    ),
    "2c-onderzoek-en-behandeling-dyslexie": (
        *("2c", "PO SBO SO"),
        (JA, "onbekend", "onbekend", "onbekend", "onbekend"),
    ),
    "3a-onderzoek-gericht-op-leerproces": (
        *("3a", "PO VO"),
        (LEEG, LEEG, "PO VO, afgeleid", "PO, afgeleid", "onbekend"),
    ),
    "4g-dyscalculie": (
        *("4g", "PO SBO SO VO VSO"),
        (LEEG, "onbekend", "PO VO, bevestigd", LEEG, "onbekend"),
    ),
}
"""Code, sectors, and the squares in the order of the columns: what stands there, and how sure."""

ALLEEN_CODE = {
    "thema-1": (),
    "thema-2": ("2a",),
    "thema-3": (),
    "thema-4": ("4a", "4b", "4c", "4d", "4e", "4f"),
}
UITSPRAKEN = {
    "ECLI:NL:CRVB:2017:1477": "2017-05-01",
    "ECLI:NL:CRVB:2018:3454": "2018-10-24",
    "ECLI:NL:CRVB:2022:1345": "2022-06-22",
    "ECLI:NL:CRVB:2024:1097": "2024-05-29",
    "ECLI:NL:CRVB:2025:1390": "2025-09-18",
    "ECLI:NL:RBDHA:2018:8310": "2018-07-11",
    "ECLI:NL:RBDHA:2020:12416": "2020-12-07",
    "ECLI:NL:RBOVE:2018:1144": "2018-04-05",
    "ECLI:NL:RBOVE:2021:3021": "2021-07-27",
    "ECLI:NL:RBROT:2020:5711": "2020-07-01",
    "ECLI:NL:RVS:2021:1506": "2021",
}
WETTEN = {
    "jeugdwet": "BWBR0034925",
    "leerplichtwet": "BWBR0002628",
    "wec": "BWBR0003549",
    "wpo": "BWBR0003420",
    "wvo": "BWBR0002399",
}
LEAS = {f"lea-{key.removeprefix('gemeente-')}": key for key in GEMEENTEN}
OVERLEGGEN: dict[str, tuple[str, str, str]] = {
    "afstemmingsoverleg-zorglandschap-jeugd": ("ambtelijk", "oud", "onbekend"),
    "ambtelijk-overleg-onderwijs": ("ambtelijk", "oud", "onbekend"),
    "bestuurlijk-regionaal-overleg": ("bestuurlijk", "nieuw", "onbekend"),
    "fat": ("ambtelijk", "oud nieuw", "onbekend"),
    "oogo": ("bestuurlijk", "oud nieuw", "beslist"),
    "povo-beleidsoverleg": ("ambtelijk", "nieuw", "onbekend"),
    "regiegroep-jeugd-onderwijs": ("ambtelijk", "oud", "onbekend"),
    "regionaal-gemeentelijk-overleg": ("ambtelijk", "nieuw", "onbekend"),
    "tafel-monitor-jeugd-onderwijs": ("werkgroep", "oud nieuw", "onbekend"),
    "voorzittersoverleg": ("ambtelijk", "nieuw", "stelt-agenda-vast"),
    "werkgroep-model-passende-samenwerking": ("werkgroep", "oud nieuw", "onbekend"),
    **dict.fromkeys(LEAS, ("lokaal", "oud nieuw", "onbekend")),
}
"""Kind, structures, and what a body may do."""

FUNCTIES = {
    "netwerkregisseur": 1,
    "bestuurlijk-ambassadeur-gemeenten": 2,
    "bestuurlijk-ambassadeur-samenwerkingsverbanden": 3,
}
VERGADERINGEN = {
    "aftrap-2021": ("2021", "aangekondigd", None),
    "focussymposium-2021-04-08": ("2021-04-08", "gehouden", None),
    "oogo-2021-04-21": ("2021-04-21", "aangekondigd", "oogo"),
    "oogo-2021-07-01": ("2021-07-01", "gehouden", "oogo"),
    "werksessie-2021-05-20": ("2021-05-20", "aangekondigd", None),
    "werksessie-2021-05-28": ("2021-05-28", "aangekondigd", None),
}
NIEUWS = [("informeren", set(LEAS))]
BESLUIT = [("agenderen", {"voorzittersoverleg"}), ("besluiten", {"oogo"}), *NIEUWS]
ROUTES = {
    "nieuw-initiatief": BESLUIT,
    "nieuws-van-het-oogo": NIEUWS,
    "voorstel-over-de-monitor": [("voorbereiden", {"tafel-monitor-jeugd-onderwijs"}), *BESLUIT],
    "voorstel-over-het-model": [
        ("voorbereiden", {"werkgroep-model-passende-samenwerking"}),
        *BESLUIT,
    ],
    "voorstel-van-de-gemeenten": [("voorbereiden", {"regionaal-gemeentelijk-overleg"}), *BESLUIT],
}
"""What happens in each step, and where."""
ARRANGEMENTEN: dict[str, tuple[str, str, str, str]] = {
    "de-combi-ede": ("oza", "onbekend", "collectief", "gemeente-ede"),
    "oza-groep-rehobothschool-barneveld": ("oza", "onbekend", "collectief", "gemeente-barneveld"),
    "oza-groep-van-leersumschool-veenendaal": (
        *("oza", "onbekend", "collectief"),
        "gemeente-veenendaal",
    ),
    "puzzelkinderen-po": ("oza", "gepland", "onbekend", "onbekend"),
    "schoolpilots-gespecialiseerd-onderwijs-barneveld": (
        *("pilot", "lopend", "onbekend"),
        "gemeente-barneveld",
    ),
    "schoolpilots-gespecialiseerd-onderwijs-ede": (
        *("pilot", "lopend", "onbekend"),
        "gemeente-ede",
    ),
}
"""Kind, state, form, and the municipality it is in."""

HANDVATTEN: dict[str, tuple[int, int, str, str | None, str | None]] = {
    "drie-vormen": (1, 3, "onderdelen", None, None),
    "vijf-stappen-nji": (2, 5, "stappen", None, None),
    "gesprekskader": (3, 7, "onderdelen", None, None),
    "landelijk-experiment": (4, 4, "onderdelen", "2023-01-01", "2028-01-01"),
    "proeftuinen": (5, 4, "onderdelen", "2021-05-10", "2022-06"),
}
"""Number, how many parts, what they are, and from when until when."""

LEERGROEPEN = {
    "bindende-afspraken": "ja ja ja ja",
    "interprofessioneel-samenwerken": "nee nee nee nee",
    "monitoring": "onbekend",
    "onderwijs-zorgarrangementen": "nee ja nee nee",
    "positief-jeugdbeleid": "ja nee nee",
}
"""Of each meeting whether there is a report."""

BEVINDINGEN = {"hebben": 6, "mist": 4, "anders": 4}
LESSEN = {"2021-06-17": 16, "2021-03-29": 6, "onbekend": 1}
"""How many lessons were written down on which day."""

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


# ---------------------------------------------------------------- Model Passende Samenwerking


def vak(cel: Cel) -> str:
    """What stands in a square and how sure that is; ``onbekend`` alone is both."""
    if cel.waarde is ONBEKEND:
        return "onbekend"
    assert cel.herkomst is not None
    what = cel.wie or " ".join(cel.sectoren) or str(cel.waarde)
    return f"{what}, {cel.herkomst.zekerheid}"


def test_these_are_the_records_of_the_model_of_which_facts_are_kept_here() -> None:
    assert set(REGIO.onderdelen) == set(ONDERDELEN)
    assert set(REGIO.themas) == set(ALLEEN_CODE)
    assert set(REGIO.wetten) == set(WETTEN)
    assert {one.ecli for one in REGIO.uitspraken.values()} == set(UITSPRAKEN)


def test_the_model_holds_where_its_source_says_and_nobody_is_known_to_have_adopted_it() -> None:
    model = REGIO.samenwerking
    assert model.gebied == "model-passende-samenwerking"
    assert [kolom.id for kolom in model.kolommen] == list(KOLOMMEN)
    assert (model.vastgesteld_op, model.vastgesteld_door, model.eigenaar) == (ONBEKEND,) * 3
    assert model.procedure is ONBEKEND


def test_ernstige_enkelvoudige_dyslexie_has_another_name_since_2022() -> None:
    words = {one.woord: (one.nieuw, str(one.sinds)) for one in REGIO.samenwerking.oude_woorden}
    assert words == {
        "EED": ("ED", "2022-01"),
        "Ernstige Enkelvoudige Dyslexie": ("ernstige dyslexie", "2022-01"),
    }


@pytest.mark.parametrize("key", ALLEEN_CODE)
def test_of_some_onderdelen_only_the_code_is_known(key: str) -> None:
    assert REGIO.themas[key].onbekende_onderdelen == ALLEEN_CODE[key]


@pytest.mark.parametrize("key", ["thema-3", "thema-4"])
def test_the_name_of_a_later_theme_is_not_in_the_source(key: str) -> None:
    assert (REGIO.themas[key].titel, REGIO.themas[key].voor_ouders) == (ONBEKEND, ONBEKEND)


@pytest.mark.parametrize("key", ONDERDELEN)
def test_an_onderdeel_has_its_code_sectors_and_squares(key: str) -> None:
    one = REGIO.onderdelen[key]
    assert one.sectoren is not ONBEKEND
    found = (one.code, " ".join(one.sectoren), tuple(map(vak, one.cellen)))
    assert found == ONDERDELEN[key]
    assert [cel.kolom for cel in one.cellen] == list(KOLOMMEN)


@pytest.mark.parametrize("key", ONDERDELEN)
def test_it_is_not_known_when_an_onderdeel_was_adopted_or_checked(key: str) -> None:
    one = REGIO.onderdelen[key]
    assert (one.toestand, one.vastgesteld_op, one.gecontroleerd_op, one.geldig_tot) == (
        *(ONBEKEND,) * 4,
    )


def test_of_1b_no_page_was_found_so_no_step_is_known() -> None:
    one = REGIO.onderdelen["1b-versterken-sociale-vaardigheden"]
    assert (one.eerste_stap, one.routes, one.gemeente, one.samen) == (ONBEKEND,) * 4


def test_the_agreement_of_1d_on_referral_differs_from_the_law() -> None:
    [item] = REGIO.onderdelen["1d-diagnose-en-behandeling"].spanningen
    assert "jeugdwet-2-6-lid-1" in item.artikelen


@pytest.mark.parametrize("key", REGIO.uitspraken)
def test_a_ruling_has_its_date(key: str) -> None:
    one = REGIO.uitspraken[key]
    assert str(one.uitgesproken_op) == UITSPRAKEN[one.ecli]


def test_one_ruling_was_overtaken_by_a_later_one() -> None:
    later = {key: one.achterhaald_door for key, one in REGIO.uitspraken.items()}
    assert {key: found for key, found in later.items() if found} == {
        "rbove-2018-1144": "crvb-2018-3454"
    }


@pytest.mark.parametrize("key", WETTEN)
def test_a_law_has_its_number(key: str) -> None:
    assert REGIO.wetten[key].bwb == WETTEN[key]


@pytest.mark.parametrize("key", [*REGIO.onderdelen, *REGIO.kaders])
def test_the_wegwijzer_leads_to_it(key: str) -> None:
    ends = REGIO.wegwijzer.uitkomsten
    assert any(key in (*end.onderdelen, *end.kaders) for end in ends)


def test_the_wegwijzer_says_so_when_there_is_no_agreement() -> None:
    kinds = {end.soort for end in REGIO.wegwijzer.uitkomsten}
    assert kinds == set(Uitkomstsoort)


# ---------------------------------------------------------------- bodies


def test_these_are_the_bodies_and_roles_of_which_facts_are_kept_here() -> None:
    assert set(REGIO.overleggen) == set(OVERLEGGEN)
    assert len(OVERLEGGEN) == 19
    assert {key: one.nummer for key, one in REGIO.functies.items()} == FUNCTIES


@pytest.mark.parametrize("key", OVERLEGGEN)
def test_a_body_has_its_kind_its_structures_and_what_it_may_do(key: str) -> None:
    one = REGIO.overleggen[key]
    may = "onbekend" if one.bevoegdheden is ONBEKEND else " ".join(one.bevoegdheden)
    assert (one.soort, " ".join(one.structuren), may) == OVERLEGGEN[key]


def test_every_municipality_has_a_local_body_with_news_from_the_oogo() -> None:
    found = {key: one.gemeente for key, one in REGIO.overleggen.items() if one.gemeente}
    assert found == LEAS
    assert {REGIO.overleggen[key].vast_agendapunt for key in LEAS} == {
        "Nieuws van het OOGO (voorstel)"
    }
    tells = [tie for tie in REGIO.overleggen["oogo"].relaties if tie.soort == "koppelt-terug"]
    assert {tie.naar for tie in tells} == set(LEAS)


def test_the_proposal_merges_two_bodies_and_lets_the_regiegroep_lapse() -> None:
    assert {key: one.vervangt for key, one in REGIO.overleggen.items() if one.vervangt} == {
        "regionaal-gemeentelijk-overleg": (
            "afstemmingsoverleg-zorglandschap-jeugd",
            "ambtelijk-overleg-onderwijs",
        ),
        "voorzittersoverleg": ("regiegroep-jeugd-onderwijs",),
    }


def test_the_chairs_of_three_bodies_and_one_role_sit_in_the_voorzittersoverleg() -> None:
    found = REGIO.overleggen["voorzittersoverleg"].deelnemers
    assert found is not ONBEKEND
    assert [one.overleg or one.partij for one in found] == [
        "regionaal-gemeentelijk-overleg",
        "povo-beleidsoverleg",
        "fat",
        "programmaregisseur-vsv-rmc",
    ]


@pytest.mark.parametrize("key", OVERLEGGEN)
def test_who_chairs_a_body_is_not_in_the_source(key: str) -> None:
    assert REGIO.overleggen[key].voorzitter is ONBEKEND


@pytest.mark.parametrize("key", FUNCTIES)
def test_only_of_the_ambassadors_it_is_said_what_they_do_not_do(key: str) -> None:
    one = REGIO.functies[key]
    assert one.partij == key
    assert len(one.doet_niet) == (0 if key == "netwerkregisseur" else 1)


def test_two_municipalities_also_belong_to_a_network_of_their_neighbours() -> None:
    assert {key: one.gemeente for key, one in REGIO.buurnetwerken.items()} == {
        "arnhem-nijmegen": "gemeente-wageningen",
        "noord-veluwe": "gemeente-nijkerk",
    }


@pytest.mark.parametrize(("soort", "aantal"), [("uitgangspunt", 4), ("gedragsregel", 4)])
def test_principles_and_rules_of_conduct_are_those_of_the_source(soort: str, aantal: int) -> None:
    numbers = sorted(one.nummer for one in REGIO.spelregels.values() if one.soort == soort)
    assert numbers == list(range(1, aantal + 1))


# ---------------------------------------------------------------- meetings, decisions and routes


def test_the_sources_name_these_meetings_and_of_two_alone_that_they_were_held() -> None:
    found = {
        key: (str(one.datum), str(one.stand), one.overleg)
        for key, one in REGIO.vergaderingen.items()
    }
    assert found.items() >= VERGADERINGEN.items()


@pytest.mark.parametrize("key", VERGADERINGEN)
def test_no_source_names_a_time_or_a_place(key: str) -> None:
    one = REGIO.vergaderingen[key]
    assert (one.begin, one.einde, one.plaats) == (ONBEKEND,) * 3


def test_the_oogo_took_two_decisions_on_1_july_2021_and_nobody_knows_who_carries_them_out() -> None:
    found = {key for key, one in REGIO.besluiten.items() if one.vergadering == "oogo-2021-07-01"}
    assert found == {"principes-speerpunten-en-actielijnen", "voorstel-beter-besluiten"}
    assert {REGIO.besluiten[key].eigenaar for key in found} == {ONBEKEND}


def test_every_proposal_goes_by_way_of_the_voorzittersoverleg_to_the_oogo_and_then_to_all() -> None:
    assert {
        key: [(str(stap.taak), set(stap.overleggen)) for stap in one.stappen]
        for key, one in REGIO.routes.items()
    } == ROUTES


# ---------------------------------------------------------------- arrangements and lessons


def woord(value: object) -> str:
    return "onbekend" if value is ONBEKEND else str(value)


def test_these_are_the_arrangements_and_pilots_that_the_sources_name() -> None:
    assert {
        key: (str(one.soort), *map(woord, (one.toestand, one.vorm, one.gemeente_locatie)))
        for key, one in REGIO.arrangementen.items()
    } == ARRANGEMENTEN


@pytest.mark.parametrize("key", ARRANGEMENTEN)
@pytest.mark.parametrize(
    "veld", ["gemeenten", "financiering", "experiment", "capaciteit", "inschrijving", "contact"]
)
def test_no_source_says_who_pays_who_may_come_or_how_many(key: str, veld: str) -> None:
    assert getattr(REGIO.arrangementen[key], veld) is ONBEKEND


def test_the_part_time_treatment_is_of_two_partnerships_and_two_organisations() -> None:
    one = REGIO.arrangementen["de-combi-ede"]
    assert (one.samenwerkingsverbanden, one.aanbieders) == (
        ("refsvo", "berseba"),
        ("Eleos", "De Hoop"),
    )


def test_the_inventory_belongs_to_two_speerpunten() -> None:
    assert REGIO.inventaris.speerpunten == ("puzzelkinderen", "onderwijszorgarrangementen")


@pytest.mark.parametrize("key", HANDVATTEN)
def test_a_frame_has_its_parts_and_its_dates(key: str) -> None:
    one = REGIO.handvatten[key]
    dates = [str(date) if date else None for date in (one.begint, one.eindigt)]
    assert (one.nummer, len(one.delen), str(one.delen_zijn), *dates) == HANDVATTEN[key]
    assert len(REGIO.handvatten) == len(HANDVATTEN)


def test_the_experiment_lets_deviate_in_four_ways_and_has_its_limits() -> None:
    one = REGIO.handvatten["landelijk-experiment"]
    assert [deel.split(":")[0] for deel in one.delen] == [
        *("Locatie", "Bekostiging", "Inhoud", "Tijd"),
    ]
    said = " ".join(one.grenzen)
    assert "hooguit 80 initiatieven" in said
    assert "15 december 2022" in said


def test_the_learning_groups_met_as_their_source_says() -> None:
    found = {}
    for key, one in REGIO.leergroepen.items():
        assert one.bijeenkomsten is not ONBEKEND
        found[key] = " ".join(woord(meeting.verslag) for meeting in one.bijeenkomsten)
    assert found == LEERGROEPEN
    assert {one.netwerk for one in REGIO.leergroepen.values()} == {"Met Andere Ogen"}


@pytest.mark.parametrize("soort", BEVINDINGEN)
def test_findings_are_numbered_without_a_gap_and_no_source_says_how_far_they_are(
    soort: str,
) -> None:
    own = [one for one in REGIO.bevindingen.values() if one.soort == soort]
    assert sorted(one.nummer for one in own) == list(range(1, BEVINDINGEN[soort] + 1))
    assert {one.stand for one in own} == {ONBEKEND}


def test_lessons_come_from_two_meetings_and_one_page() -> None:
    assert Counter(woord(one.datum) for one in REGIO.lessen.values()) == LESSEN
    achterhoek = [one for one in REGIO.lessen.values() if one.waar == "Achterhoek"]
    assert {str(one.datum) for one in achterhoek} == {"2021-03-29"}
    assert len(achterhoek) == LESSEN["2021-03-29"]


def test_no_absolute_zero_is_a_lesson() -> None:
    assert REGIO.lessen["geen-absolute-nuldoelen"].thema == "data"


# ---------------------------------------------------------------- figures

CIJFERS: dict[str, tuple[str, str, str]] = {
    "huishoudens-met-kinderen/gemeente-barneveld/2021/totaal": ("9455", "onbekend", "cbs-kwb-2021"),
    "inwoners/gemeente-nijkerk/2021/0-14": ("7907", "onbekend", "cbs-kwb-2021"),
    "inwoners/gemeente-rhenen/2024/totaal": ("20235", "onbekend", "cbs-kwb-2024"),
    "jeugdbescherming-met-verblijf/gemeente-ede/2022/totaal": (
        *("48,0", "voorlopig"),
        "cbs-indicatoren-jeugdzorg-2022",
    ),
    "jeugdbescherming/nederland/2022-h1/totaal": ("1,1", "nader-voorlopig", "cbs-85098ned"),
    "jeugdhulp-in-natura/gemeente-barneveld/2022/totaal": (
        *("10,2", "voorlopig"),
        "cbs-indicatoren-jeugdzorg-2022",
    ),
    "jeugdhulp-met-verblijf/provincie-gelderland/2023/totaal": ("8,2", "voorlopig", "cbs-85098ned"),
    "jeugdzorgtrajecten/gemeente-scherpenzeel/2022/medisch-specialist": (
        *("10", "voorlopig"),
        "cbs-85335ned",
    ),
    "jeugdzorgtrajecten/gemeente-scherpenzeel/2022/onbekende-verwijzer": (
        *(".", "voorlopig"),
        "cbs-85335ned",
    ),
    "jongeren-met-jeugdzorg/gemeente-ede/2022/totaal": ("3115", "voorlopig", "cbs-85335ned"),
    "jongeren-met-jeugdzorg/gemeente-renswoude/2021/0-3": (".", "onbekend", "cbs-85075ned"),
    "jongeren-met-jeugdzorg/gemeente-wageningen/2022/thuis-eenouder": (
        *("245", "voorlopig"),
        "cbs-85335ned",
    ),
    "jongeren-met-jeugdzorg/nederland/2022/totaal": ("461985", "voorlopig", "cbs-85335ned"),
    "leerlingen/gemeente-rhenen/2024/po": ("1780", "voorlopig", "cbs-kwb-2024"),
    "niet-naar-school/nederland/2020-2021/langer-dan-3-maanden": (
        *("4300", "onbekend"),
        "kamervraag-thuiszitters-2022",
    ),
    "speciaal-en-praktijkonderwijs/gemeente-barneveld/2017/sbo": (
        *("0,7", "onbekend"),
        "scp-jeugdhulp-in-de-wijk",
    ),
}
"""Some figures as their source prints them: value, status, and the source."""

AANDELEN = {
    "gemeente-barneveld": ("8.27", "7.81"),
    "gemeente-ede": ("8.32", "8.41"),
    "gemeente-nijkerk": ("9.78", "8.71"),
    "gemeente-renswoude": ("7.08", "6.74"),
    "gemeente-rhenen": ("7.53", "6.69"),
    "gemeente-scherpenzeel": ("8.21", "8.12"),
    "gemeente-veenendaal": ("13.3", "12.28"),
    "gemeente-wageningen": ("6.28", "6.19"),
    "nederland": (None, "9.48"),
}
"""Young people with youth care per hundred up to 25 years, 2021 and 2022, computed elsewhere."""

WAARNEMINGEN = {
    f"{row.indicator}/{row.gebied}/{row.periode}/{row.uitsplitsing}": row
    for bestand in REGIO.waarnemingen.values()
    for row in bestand.rijen
}


@pytest.mark.parametrize("key", CIJFERS)
def test_a_figure_is_as_its_source_prints_it(key: str) -> None:
    row = WAARNEMINGEN[key]
    assert (teken(row.waarde), str(row.status), row.bron) == CIJFERS[key]


def test_every_figure_of_the_sources_is_there_once() -> None:
    assert Counter(row.bron for row in WAARNEMINGEN.values()) == {
        "cbs-85075ned": 137,
        "cbs-85098ned": 30,
        "cbs-85335ned": 153,
        "cbs-indicatoren-jeugdzorg-2022": 45,
        "cbs-kwb-2021": 36,
        "cbs-kwb-2022": 36,
        "cbs-kwb-2024": 78,
        "kamervraag-thuiszitters-2022": 3,
        "scp-jeugdhulp-in-de-wijk": 24,
    }
    assert Counter(type(row.waarde).__name__ for row in WAARNEMINGEN.values()) == {
        "Getal": 490,
        "Onbekend": 44,
        "Afgeschermd": 8,
    }


def test_we_leave_out_the_shares_of_groups_under_a_hundred_though_the_source_has_them() -> None:
    assert {key for key, row in WAARNEMINGEN.items() if teken(row.waarde) == "x"} == {
        "jeugdbescherming-met-verblijf/gemeente-nijkerk/2022/totaal",
        "jeugdbescherming-met-verblijf/gemeente-rhenen/2022/totaal",
        "jeugdbescherming-met-verblijf/gemeente-wageningen/2022/totaal",
        "jeugdreclassering/gemeente-nijkerk/2022/totaal",
        "jeugdreclassering/gemeente-wageningen/2022/totaal",
        *(
            f"speciaal-en-praktijkonderwijs/gemeente-renswoude/2017/{kind}"
            for kind in ("praktijkonderwijs", "sbo", "vso")
        ),
    }


@pytest.mark.parametrize("key", AANDELEN)
def test_the_share_with_youth_care_is_that_which_others_computed(key: str) -> None:
    boek = Cijferboek(REGIO)
    indicator = REGIO.indicatoren["jongeren-met-jeugdzorg-per-honderd"]
    for year, known in zip((2021, 2022), AANDELEN[key], strict=True):
        found = boek.vind(indicator, key, Periode(year))
        if known is not None:
            assert found is not None
            assert isinstance(found.cijfer, Getal)
            assert abs(found.cijfer.waarde - Decimal(known)) <= Decimal("0.055")


def test_counts_of_youth_care_are_rounded_to_five_and_none_is_below_ten() -> None:
    """So says the source; a smaller number here is not from it."""
    for row in WAARNEMINGEN.values():
        if row.bron in ("cbs-85075ned", "cbs-85335ned") and isinstance(row.waarde, Getal):
            assert row.waarde.waarde % 5 == 0
            assert row.waarde.waarde >= 10


def test_only_2021_2022_and_for_inhabitants_2024_may_be_compared() -> None:
    """2017 and 2024 were counted otherwise than the years of youth care."""
    found = {
        key: [[str(one) for one in reeks.perioden] for reeks in indicator.reeksen]
        for key, indicator in REGIO.indicatoren.items()
        if indicator.reeksen
    }
    assert found == {
        "huishoudens-met-kinderen": [["2021", "2022"]],
        "inwoners": [["2021", "2022", "2024"]],
        "jeugdzorgtrajecten": [["2021", "2022"]],
        "jongeren-met-jeugdzorg": [["2021", "2022"]],
        "jongeren-met-jeugdzorg-per-honderd": [["2021", "2022"]],
    }


def test_a_difference_within_the_revision_of_youth_care_says_nothing() -> None:
    """Final figures were four to five percent higher; of trajectories nobody says how much."""
    assert {
        key: [reeks.speling for reeks in REGIO.indicatoren[key].reeksen]
        for key in REGIO.indicatoren
        if REGIO.indicatoren[key].groep == "jeugdzorg" and REGIO.indicatoren[key].reeksen
    } == {
        "jeugdzorgtrajecten": [ONBEKEND],
        "jongeren-met-jeugdzorg": [5],
        "jongeren-met-jeugdzorg-per-honderd": [5],
    }


def test_one_indicator_is_computed_here_and_none_is_counted_by_the_region() -> None:
    assert [key for key, one in REGIO.indicatoren.items() if one.afleiding] == [
        "jongeren-met-jeugdzorg-per-honderd"
    ]
    assert [key for key, one in REGIO.indicatoren.items() if one.uitgave] == []
    assert REGIO.uitgaven == ()


def test_figures_are_held_against_the_country_and_two_provinces() -> None:
    assert {key: str(one.soort) for key, one in REGIO.referentiegebieden.items()} == {
        "nederland": "land",
        "provincie-gelderland": "provincie",
        "provincie-utrecht": "provincie",
    }


def test_no_source_says_how_far_a_municipality_is_with_its_dpia() -> None:
    assert {one.gemeente for one in REGIO.dpias.values()} == set(GEMEENTEN)
    for one in REGIO.dpias.values():
        assert (one.stand, one.datum, one.vindplaats) == (ONBEKEND,) * 3


def test_the_first_reading_is_a_proposal_and_says_what_the_figures_say() -> None:
    [one] = REGIO.duidingen.values()
    assert one.stand == "voorstel"
    said = {item.indicator: item.tekst for item in one.wat_zeggen_de_cijfers}
    tekenaar = Tekenaar(Cijferboek(REGIO), Vertaler("nl"))

    def tekst(key: str, gebied: str, jaar: int, deel: str = "totaal") -> str:
        return tekenaar.punt(REGIO.indicatoren[key], gebied, Periode(jaar), deel).tekst

    for jaar in (2021, 2022):
        assert (
            tekst("jongeren-met-jeugdzorg", "regio-foodvalley", jaar)
            in said["jongeren-met-jeugdzorg"]
        )
    share = "jongeren-met-jeugdzorg-per-honderd"
    shares = sorted(
        (tekst(share, key, 2022) for key in GEMEENTEN),
        key=lambda text: Decimal(text[:-1].replace(",", ".")),
    )
    for text in (
        f"tussen {shares[0]} en {shares[-1]}",
        f"samen is het {tekst(share, 'regio-foodvalley', 2022)}",
        f"Nederland {tekst(share, 'nederland', 2022)}",
    ):
        assert text in " ".join(said[share].split())

    def zonder_verwijzer(gebied: str) -> int:
        part, whole = (
            WAARNEMINGEN[f"jeugdzorgtrajecten/{gebied}/2022/{deel}"].waarde
            for deel in ("geen-verwijzer", "totaal")
        )
        assert isinstance(part, Getal)
        assert isinstance(whole, Getal)
        return round(100 * part.waarde / whole.waarde)

    *low, high = sorted(map(zonder_verwijzer, GEMEENTEN))
    for text in (
        f"in zeven gemeenten {low[0]} tot {low[-1]} procent",
        f"in één gemeente {high} procent",
        f"Voor Nederland is het {zonder_verwijzer('nederland')} procent",
    ):
        assert text in " ".join(said["jeugdzorgtrajecten"].split())
