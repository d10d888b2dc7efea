"""Open data of bodies, meetings, decisions and proposals, as an analyst reads the rows."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.model.basis.record import Status
from macros.model.geheel import Regio
from macros.model.overleg.structuur import Deelnemer
from macros.model.overleg.vergadering import Afmelding, Haalbaar, Haalbaarheid
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from tests.unit.mini import met
from tests.unit.opendata import rijen


def gezien(regio: Regio) -> Blik:
    return Blik(regio, Vertaler("nl"), Datum(2022, 9, 15))


@pytest.fixture(scope="module")
def blik(regio: Regio) -> Blik:
    return gezien(regio)


def test_a_decision_says_who_decided_and_what_replaces_it(blik: Blik) -> None:
    rows = rijen(blik, "besluiten")
    assert list(rows) == ["lijst-maken", "twee-lijsten"]
    old, new = rows["lijst-maken"], rows["twee-lijsten"]
    assert (old["overleg"], old["datum"]) == ("raad", "2021-03-04")
    assert (old["vervangen_door"], new["vervangt"]) == (("twee-lijsten",), ("lijst-maken",))
    assert (new["eigenaar"], new["eigenaar_naam"]) == ("swv-mini", "Samenwerkingsverband Mini")


def test_what_follows_from_a_decision_is_a_row_each_and_unknown_is_not_none(blik: Blik) -> None:
    rows = rijen(blik, "vervolgstappen")
    assert list(rows) == ["twee-lijsten/1", "twee-lijsten/2"]
    first, second = rows.values()
    assert (first["wie"], first["uiterlijk"], first["stand"]) == ("swv-mini", "2022-06", "loopt")
    assert first["bewijs"] == ("verslag",)
    assert second["onbekend"] == ("wie", "wie_naam", "uiterlijk", "stand")
    decisions = rijen(blik, "besluiten")
    assert decisions["twee-lijsten"]["vervolg"] == (first["wat"], second["wat"])
    assert decisions["lijst-maken"]["vervolg"] is None
    assert "vervolg" in decisions["lijst-maken"]["onbekend"]  # type: ignore[operator]


def test_what_a_party_can_do_is_a_row_with_its_condition(regio: Regio) -> None:
    told = Haalbaarheid(partij="swv-mini", haalbaar=Haalbaar.NEE, wat_wel="Eén lijst.")
    one = regio.besluiten["twee-lijsten"].model_copy(update={"haalbaarheid": (told,)})
    row = rijen(gezien(met(regio, "besluiten", one)), "haalbaarheid")["twee-lijsten/swv-mini"]
    assert (row["haalbaar"], row["wat_wel"], row["bron"]) == ("nee", "Eén lijst.", "verslag")


def test_a_seat_is_of_a_party_or_of_a_body_that_sends_somebody(blik: Blik) -> None:
    rows = rijen(blik, "zetels")
    sent, party = rows["kring/raad"], rows["raad/gemeente-dorp"]
    assert (sent["partij"], sent["afvaardiging_van"]) == (None, "raad")
    assert sent["naam"] == 'Raad van Mini: "samen" & verder (RvM)'
    assert (party["partij"], party["naam"], party["functie"]) == (
        "gemeente-dorp",
        "gemeente Dorp",
        "wethouder",
    )


def test_a_party_with_two_seats_in_a_body_has_two_rows(regio: Regio) -> None:
    twice = tuple(Deelnemer(partij="swv-mini", functie=one) for one in ("bestuur", "advies"))
    body = regio.overleggen["raad"].model_copy(update={"deelnemers": twice})
    rows = rijen(gezien(met(regio, "overleggen", body)), "zetels")
    assert rows["raad/swv-mini"]["functie"] == "bestuur"
    assert rows["raad/swv-mini/2"]["functie"] == "advies"


def test_of_a_body_without_known_members_there_is_no_seat_and_no_name(regio: Regio) -> None:
    body = regio.overleggen["raad"].model_copy(update={"deelnemers": ONBEKEND})
    blik = gezien(met(regio, "overleggen", body))
    assert not [one for one in rijen(blik, "zetels").values() if one["overleg"] == "raad"]
    row = rijen(blik, "overleggen")["raad"]
    assert row["deelnemers"] is None
    assert row["onbekend"] == ("deelnemers",)
    known = rijen(gezien(regio), "overleggen")["raad"]
    assert known["deelnemers"] == ("gemeente Dorp", "Samenwerkingsverband Mini")


def test_a_meeting_has_a_time_as_text_and_the_last_day_for_papers(blik: Blik) -> None:
    rows = rijen(blik, "vergaderingen")
    ours, loose = rows["raad-2090"], rows["feest"]
    assert (ours["begin"], ours["einde"]) == ("19:30", "21:05")
    day = datetime.date.fromisoformat(str(ours["datum"]))
    assert ours["stukken_uiterlijk"] == str(day - datetime.timedelta(days=14))
    assert (loose["overleg"], loose["datum"], loose["stukken_uiterlijk"]) == (None, "2021-09", None)
    assert "stukken_uiterlijk" not in loose["onbekend"]  # type: ignore[operator]


def test_how_early_papers_must_be_in_is_not_known_so_neither_is_the_last_day(regio: Regio) -> None:
    body = regio.overleggen["raad"].model_copy(update={"stukken_vooraf": ONBEKEND})
    row = rijen(gezien(met(regio, "overleggen", body)), "vergaderingen")["raad-2090"]
    assert row["stukken_uiterlijk"] is None
    assert "stukken_uiterlijk" in row["onbekend"]  # type: ignore[operator]


def test_an_item_of_an_agenda_is_for_these_parties_for_everybody_or_unknown(blik: Blik) -> None:
    rows = rijen(blik, "agendapunten")
    assert rows["raad-2021/lijst"]["partijen"] == ("swv-mini", "gemeente-dorp")
    assert rows["raad-2021/lijst"]["doel"] == "oogo-besluit"
    assert rows["raad-2021/rondvraag"]["onbekend"] == ("partijen", "partijen_naam", "doel")
    standing = [one for one in rows.values() if one["doel"] == "vast-punt"]
    assert standing
    assert all(one["partijen"] is None and one["onbekend"] == () for one in standing)


def test_who_said_not_to_come_is_a_row_for_each_time_it_said_so(regio: Regio) -> None:
    told = tuple(
        Afmelding.model_validate(one)
        for one in (
            {"partij": "swv-mini", "agendapunten": ("lijst",), "gemeld_op": "2021-03-01"},
            {"partij": "swv-mini", "agendapunten": ("rondvraag",), "gemeld_op": "onbekend"},
            {
                "partij": "gemeente-dorp",
                "instemming": "ja",
                "vertegenwoordigd_door": "swv-mini",
                "gemeld_op": "2021-03",
            },
        )
    )
    meeting = regio.vergaderingen["raad-2021"].model_copy(update={"afmeldingen": told})
    rows = rijen(gezien(met(regio, "vergaderingen", meeting)), "afmeldingen")
    assert {key: row["agendapunten"] for key, row in rows.items()} == {
        "raad-2021/swv-mini/lijst": ("raad-2021/lijst",),
        "raad-2021/swv-mini/rondvraag": ("raad-2021/rondvraag",),
        "raad-2021/gemeente-dorp": (),
    }
    assert [row["gemeld_op"] for row in rows.values()] == ["2021-03-01", None, "2021-03"]
    assert rows["raad-2021/gemeente-dorp"]["vertegenwoordigd_door"] == "swv-mini"


def test_a_proposal_that_is_done_says_when_and_with_which_decision(blik: Blik) -> None:
    row = rijen(blik, "voorstellen")["lijst-per-sector"]
    assert (row["stand"], row["klaar_op"], row["besluit"]) == (
        "aangenomen",
        "2022-03-10",
        "twee-lijsten",
    )
    assert (row["ligt_bij"], row["volgende_stap_op"], row["onbekend"]) == ((), None, ())
    assert row["besluit_titel"] == rijen(blik, "besluiten")["twee-lijsten"]["titel"]


def test_a_proposal_on_its_way_says_where_it_lies_and_when_it_can_go_on(regio: Regio) -> None:
    whole = regio.voorstellen["lijst-per-sector"]
    still = whole.model_copy(update={"stappen": whole.stappen[:1], "besluit": None})
    row = rijen(gezien(met(regio, "voorstellen", still)), "voorstellen")["lijst-per-sector"]
    assert (row["stand"], row["ligt_bij"], row["klaar_op"]) == ("onderweg", ("kring",), None)
    assert row["volgende_stap_op"] == "2090-02-01"
    empty = replace(regio, vergaderingen={"raad-2022": regio.vergaderingen["raad-2022"]})
    row = rijen(gezien(met(empty, "voorstellen", still)), "voorstellen")["lijst-per-sector"]
    assert row["volgende_stap_op"] is None
    assert row["onbekend"] == ("volgende_stap_op",)


def test_a_step_of_a_proposal_is_a_step_of_its_route_and_took_so_many_days(blik: Blik) -> None:
    steps = rijen(blik, "voorstelstappen")
    assert [(one["routestap"], one["dagen"]) for one in steps.values()] == [
        ("idee-uit-de-buurt/idee", 33),
        ("idee-uit-de-buurt/advies", None),
        ("idee-uit-de-buurt/besluit", None),
    ]
    assert {one["routestap"] for one in steps.values()} <= rijen(blik, "routestappen").keys()


def test_the_last_step_of_a_route_leads_nowhere_and_the_others_to_a_step(blik: Blik) -> None:
    rows = rijen(blik, "routestappen")
    later = {key: one["daarna"] for key, one in rows.items()}
    assert () in later.values()
    assert all(step in rows for steps in later.values() for step in steps)


def test_a_document_is_public_with_an_address_or_neither_or_nobody_knows(regio: Regio) -> None:
    lost = regio.documenten["werkplan"].model_copy(update={"id": "weg", "adres": ONBEKEND})
    rows = rijen(gezien(met(regio, "documenten", lost)), "documenten")
    found = {key: (row["openbaar"], bool(row["adres"])) for key, row in rows.items()}
    assert found == {"oude-kaart": (False, False), "werkplan": (True, True), "weg": (None, False)}
    assert rows["weg"]["onbekend"] == ("openbaar", "adres")


def test_where_a_later_value_comes_from_goes_with_the_rows_made_of_it(regio: Regio) -> None:
    body = regio.overleggen["raad"]
    (later,) = body.later_ingevuld
    moved = later.model_copy(update={"veld": "deelnemers"})
    told = met(regio, "overleggen", body.model_copy(update={"later_ingevuld": (moved,)}))
    assert rijen(gezien(regio), "zetels")["raad/swv-mini"]["bron"] == "plan"
    assert rijen(gezien(told), "zetels")["raad/swv-mini"]["bron"] == "verslag"


def test_what_no_longer_counts_keeps_its_row(regio: Regio) -> None:
    old = regio.onderwerpen["geld"].model_copy(update={"status": Status.GEARCHIVEERD})
    row = rijen(gezien(met(regio, "onderwerpen", old)), "onderwerpen")["geld"]
    assert (row["status"], row["pagina"]) == ("gearchiveerd", None)
