"""What the pages of the model of cooperation are given: matrix, review, law, counts, the wegwijzer."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from macros.model.basis.datum import Datum
from macros.model.basis.onbekend import ONBEKEND
from macros.model.basis.record import Herkomst, Wijziging, Zekerheid
from macros.model.geheel import Regio
from macros.model.regio import Sector, SoortRegio
from macros.model.samenwerking.onderdeel import Betaling, Cel, Celwaarde, Toestand
from macros.render.blokken import all_blokken
from macros.render.weergave import Weergave
from macros.taal.vertaler import Vertaler
from macros.views.basis import Link
from macros.views.blik import Blik
from macros.views.naam import themanaam
from macros.views.samenwerking import matrix, onderdeel, recht, thuis, wegwijzer
from macros.views.samenwerking.basis import betaalt, cellen, celsectoren
from macros.views.samenwerking.herziening import te_herzien
from macros.views.samenwerking.werkgroep import DekkingRij, Werkgroep, werkgroep
from tests.unit.mini import met

NL = Vertaler("nl")
VANDAAG = Datum(2022, 9, 15)
KLAS, THUIS, VROEGER = "1a-hulp-in-de-klas", "1b-hulp-thuis", "2b-vroeger"


def anders(regio: Regio, veld: str, key: str, **values: Any) -> Regio:
    """The region with other values in one record."""
    return met(regio, veld, getattr(regio, veld)[key].model_copy(update=values))


def herkomst(zekerheid: Zekerheid, vindplaats: str | None = None) -> Herkomst:
    return Herkomst.model_construct(
        bron="plan", vindplaats=vindplaats, peildatum=Datum(2021), zekerheid=zekerheid
    )


def cel(waarde: Any, zekerheid: Zekerheid | None = None, **values: Any) -> Cel:
    found = herkomst(zekerheid) if zekerheid else None
    return Cel.model_construct(kolom="zorgwet", waarde=waarde, herkomst=found, **values)


# ---------------------------------------------------------------- matrix


def codes(regio: Regio) -> list[list[str]]:
    """The codes in the matrix, by theme."""
    return [
        [row.code for row in thema.rijen]
        for thema in matrix.matrix(Blik(regio, NL, VANDAAG)).themas
    ]


def test_onderdelen_of_which_only_the_code_is_known_stand_in_their_place(regio: Regio) -> None:
    known = regio.onderdelen[THUIS].model_copy(
        update={"id": "2c", "code": "2c", "thema": "thema-2"}
    )
    more = anders(
        met(regio, "onderdelen", known), "themas", "thema-2", onbekende_onderdelen=("2d", "2a")
    )
    assert codes(regio) == [["1a", "1b"], ["2a"]]
    assert codes(more) == [["1a", "1b"], ["2a", "2c", "2d"]]


@pytest.mark.parametrize(
    ("codes", "zin"),
    [
        ((), ""),
        (("2a",), "2a"),
        (("2a", "2b"), "2a en 2b"),
        (("4a", "4b", "4c", "4d"), "4a tot en met 4d"),
        (("4b", "4a", "4c", "4e"), "4a tot en met 4c en 4e"),
        (("9z", "10a", "10c", "11c"), "9z, 10a, 10c en 11c"),
    ],
)
def test_codes_in_a_row_are_named_by_the_first_and_the_last(
    regio: Regio, codes: tuple[str, ...], zin: str
) -> None:
    per_thema: dict[str, Any] = {
        key: one.model_copy(update={"onbekende_onderdelen": codes if key == "thema-2" else ()})
        for key, one in regio.themas.items()
    }
    found = matrix.matrix(Blik(replace(regio, themas=per_thema), NL, VANDAAG))
    assert found.alleen_code == zin


def test_a_theme_without_a_name_is_told_once(regio: Regio) -> None:
    for titel, found in ((ONBEKEND, "2"), ("Lezen", "")):
        one = regio.themas["thema-2"].model_copy(update={"titel": titel})
        known = regio.themas["thema-1"].model_copy(update={"titel": "Leren"})
        odd = replace(regio, themas={"thema-1": known, "thema-2": one})
        assert matrix.matrix(Blik(odd, NL, VANDAAG)).naamloos == found


def test_what_is_unknown_of_the_model_is_one_sentence(regio: Regio) -> None:
    assert regio.samenwerking
    found = matrix.model(Blik(regio, NL, VANDAAG))
    assert found
    assert found.onbekend == (
        "Niet bekend: wie het model vaststelde en de procedure waar onderwijs en jeugdhulp elkaar raken."
    )
    every = {"vastgesteld_door": "de raad", "procedure": "Bel elkaar."}
    known = replace(regio, samenwerking=regio.samenwerking.model_copy(update=every))
    whole = matrix.model(Blik(known, NL, VANDAAG))
    assert whole
    assert whole.onbekend == ""


def test_what_is_agreed_is_a_choice_only_when_it_is_known_of_some_onderdeel(regio: Regio) -> None:
    less: dict[str, Any] = {
        key: one.model_copy(update={"toestand": ONBEKEND}) for key, one in regio.onderdelen.items()
    }
    assert matrix.filters(Blik(replace(regio, onderdelen=less), NL, VANDAAG)).toestand == ()


def test_a_code_with_two_digits_comes_after_one_with_one_digit(regio: Regio) -> None:
    thema = regio.themas["thema-2"]
    tien = thema.model_copy(
        update={"id": "thema-10", "nummer": 10, "onbekende_onderdelen": ("10a",)}
    )
    assert codes(met(regio, "themas", tien)) == [["1a", "1b"], ["2a"], ["10a"]]


def test_what_only_has_a_code_says_nothing_more(regio: Regio) -> None:
    [row] = matrix.matrix(Blik(regio, NL, VANDAAG)).themas[1].rijen
    assert (row.titel, row.pad, row.cellen, row.eerste_stap, row.sectoren) == (
        *(None, "", (), None, None),
    )
    assert (row.toestand, row.toestand_label) == ("onbekend", "toestand onbekend")


def test_a_row_links_to_its_page_and_knows_the_outcomes_that_name_it(regio: Regio) -> None:
    first, second = matrix.matrix(Blik(regio, NL, VANDAAG)).themas[0].rijen
    assert [str(first.titel), first.pad, first.vragen] == [
        "1a. Hulp in de klas (HB)",
        f"samenwerking/{KLAS}/",
        ("leren",),
    ]
    assert (second.vragen, second.toestand, second.toestand_label) == (
        ("thuis",),
        "grijs-gebied",
        "grijs gebied",
    )


def test_a_theme_without_a_known_name_still_stands_in_the_matrix(regio: Regio) -> None:
    one, two = matrix.matrix(Blik(regio, NL, VANDAAG)).themas
    assert str(one.titel) == 'Leren "samen"'
    assert two.titel is None
    assert str(themanaam(NL, regio.themas["thema-2"])) == "Thema 2 (naam onbekend)"


def test_every_column_has_a_square_in_the_order_of_the_columns(regio: Regio) -> None:
    backwards = regio.onderdelen[KLAS].cellen[::-1]
    odd = anders(regio, "onderdelen", KLAS, cellen=backwards)
    wanted = [str(kolom.titel) for kolom in matrix.matrix(Blik(odd, NL, VANDAAG)).kolommen]
    assert wanted == ["Zorgwet & zorg", "School"]
    for thema in matrix.matrix(Blik(odd, NL, VANDAAG)).themas:
        for row in thema.rijen:
            assert [str(one.kolom) for one in row.cellen] in (wanted, [])


@pytest.mark.parametrize(
    ("square", "soort", "label", "sure"),
    [
        (cel(ONBEKEND), "onbekend", "onbekend", Zekerheid.ONBEKEND),
        (cel(ONBEKEND, Zekerheid.ONBEKEND), "onbekend", "onbekend", Zekerheid.ONBEKEND),
        (
            cel(Celwaarde.LEEG, Zekerheid.AFGELEID),
            "leeg",
            "staat niet in de bron",
            Zekerheid.AFGELEID,
        ),
        (cel(Celwaarde.JA, Zekerheid.BEVESTIGD), "ja", "ja", Zekerheid.BEVESTIGD),
        (cel(Celwaarde.JA, Zekerheid.AFGELEID, wie="GGD"), "ja", "GGD", Zekerheid.AFGELEID),
        (
            cel(Celwaarde.JA, Zekerheid.BEVESTIGD, sectoren=(Sector.PO, Sector.VO)),
            *("ja", "PO en VO", Zekerheid.BEVESTIGD),
        ),
        (
            cel(Celwaarde.JA, Zekerheid.AFGELEID, wie="GGD", sectoren=(Sector.PO,)),
            *("ja", "GGD (PO)", Zekerheid.AFGELEID),
        ),
    ],
)
def test_a_square_says_what_the_source_says_and_never_no(
    regio: Regio, square: Cel, soort: str, label: str, sure: Zekerheid
) -> None:
    other = regio.onderdelen[KLAS].cellen[1]
    odd = anders(regio, "onderdelen", KLAS, cellen=(square, other))
    first = cellen(Blik(odd, NL, VANDAAG), odd.onderdelen[KLAS])[0]
    assert (first.soort, str(first.label), first.zekerheid) == (soort, label, sure)
    assert "nee" not in str(first.label).casefold()


def test_a_square_that_is_empty_in_the_source_is_found_under_no_law(regio: Regio) -> None:
    """An unknown one is: nobody knows that the law does not apply."""
    assert [one.wet for one in cellen(Blik(regio, NL, VANDAAG), regio.onderdelen[KLAS])] == [
        "",
        "school",
    ]
    assert [one.wet for one in cellen(Blik(regio, NL, VANDAAG), regio.onderdelen[THUIS])] == [
        "zorgwet",
        "school",
    ]


@pytest.mark.parametrize(
    ("own", "of_onderdeel", "found"),
    [
        ((Sector.VO,), (Sector.PO, Sector.VO), ("VO",)),
        ((), (Sector.PO, Sector.VO), ("PO", "VO")),
        ((Sector.VO,), ONBEKEND, ("VO",)),
        ((), ONBEKEND, None),
    ],
)
def test_a_square_is_about_its_own_sectors_or_else_those_of_the_onderdeel(
    regio: Regio, own: Any, of_onderdeel: Any, found: Any
) -> None:
    one = regio.onderdelen[KLAS].model_copy(update={"sectoren": of_onderdeel})
    assert celsectoren(one, cel(Celwaarde.JA, Zekerheid.AFGELEID, sectoren=own)) == found


def test_filters_offer_every_value_there_can_be_and_examples_only_where_they_are(
    regio: Regio,
) -> None:
    echt = regio.instellingen.model_copy(update={"soort": SoortRegio.ECHT})
    keuzen = matrix.filters(Blik(replace(regio, instellingen=echt), NL, VANDAAG))
    values = {naam: [one.waarde for one in getattr(keuzen, naam)] for naam in keuzen.__slots__}
    assert values == {
        "sector": ["PO", "SBO", "SO", "VO", "VSO", "MBO"],
        "wet": ["zorgwet", "school"],
        "thema": ["thema-1", "thema-2"],
        "zekerheid": ["bevestigd", "afgeleid", "onbekend"],
        "toestand": ["vastgesteld", "grijs-gebied", "in-herziening", "onbekend"],
        "vraag": ["leren", "thuis"],
    }
    assert values["toestand"][:-1] == [str(one) for one in Toestand]
    example = [one.waarde for one in matrix.filters(Blik(regio, NL, VANDAAG)).zekerheid]
    assert example == [*values["zekerheid"], "voorbeeld"]


def test_the_legend_explains_each_certainty_that_a_square_can_have(regio: Regio) -> None:
    """Unknown is a value there, with a line of its own."""
    offered = [one.waarde for one in matrix.filters(Blik(regio, NL, VANDAAG)).zekerheid]
    legend = matrix.matrix(Blik(regio, NL, VANDAAG)).zekerheden
    assert [str(one) for one, _, _ in legend] == [one for one in offered if one != "onbekend"]
    assert all(label and uitleg for _, label, uitleg in legend)


def test_every_row_of_the_matrix_can_be_found_with_a_choice_of_each_filter(regio: Regio) -> None:
    keuzen = matrix.filters(Blik(regio, NL, VANDAAG))
    offered = {naam: {one.waarde for one in getattr(keuzen, naam)} for naam in keuzen.__slots__}
    themas = matrix.matrix(Blik(regio, NL, VANDAAG)).themas
    assert {one.id for one in themas} == offered["thema"]
    for row in (row for thema in themas for row in thema.rijen):
        assert row.toestand in offered["toestand"]
        assert set(row.vragen) <= offered["vraag"]
        for one in row.cellen:
            assert one.wet in {*offered["wet"], ""}
            assert str(one.zekerheid) in offered["zekerheid"]
            assert set(one.sectoren or ()) <= offered["sector"]


def test_an_archived_onderdeel_keeps_its_page_and_is_nowhere_else(regio: Regio) -> None:
    assert onderdeel.onderdeel(Blik(regio, NL, VANDAAG), VROEGER).code == "2b"
    assert "2b" not in [code for theme in codes(regio) for code in theme]
    assert werkgroep(Blik(regio, NL, VANDAAG)).onderdelen == 2
    assert onderdeel.onderdeel(Blik(regio, NL, VANDAAG), VROEGER).herzien == ()


def test_a_municipality_of_the_region_that_the_model_does_not_name_is_named(regio: Regio) -> None:
    kop = matrix.model(Blik(regio, NL, VANDAAG))
    assert (kop.gemeenten, kop.niet_genoemd) == ("Dorp", "Eiland & Wad en 's-Stad")
    whole = regio.samenwerking.model_copy(update={"gebied": "heel-mini"})
    assert matrix.model(Blik(replace(regio, samenwerking=whole), NL, VANDAAG)).niet_genoemd == ""


def test_the_model_and_each_part_lead_to_where_they_stand_themselves(regio: Regio) -> None:
    plan = regio.bronnen["plan"]

    def shown(adres: Any) -> tuple[str, str, str]:
        blik = Blik(met(regio, "bronnen", plan.model_copy(update={"adres": adres})), NL, VANDAAG)
        [kaart] = wegwijzer.uitkomst(blik, "leren").onderdelen
        return matrix.model(blik).adres, matrix.model(blik).adres_label, kaart.adres

    site = "https://www.voorbeeld.test/model/"
    assert shown(site) == (site, "voorbeeld.test", site)
    assert shown(ONBEKEND) == ("", "", "")


# ---------------------------------------------------------------- an onderdeel


def test_a_step_follows_the_one_above_it_unless_it_says_otherwise(regio: Regio) -> None:
    route, gemeente = onderdeel.onderdeel(Blik(regio, NL, VANDAAG), KLAS).routes
    assert [(stap.id, stap.na) for stap in route.stappen] == [
        ("praten", None),
        ("plan", "praten"),
        ("gemeente", "praten"),
    ]
    assert [stap.volgt_op for stap in route.stappen] == [None, None, 1]
    assert (route.kop, gemeente.kop) == ("PO en SBO", "De gemeente")
    assert [stap.wie and str(stap.wie) for stap in route.stappen] == [
        *("De leraar", "School & ouders", None)
    ]


def test_a_step_only_says_what_it_follows_when_that_is_not_the_one_above(regio: Regio) -> None:
    routes = regio.onderdelen[KLAS].routes
    assert routes is not ONBEKEND
    first, second, third = routes[0].stappen
    second = second.model_copy(update={"na": first.id})
    route = routes[0].model_copy(update={"stappen": (first, second, third)})
    page = onderdeel.onderdeel(
        Blik(anders(regio, "onderdelen", KLAS, routes=(route,)), NL, VANDAAG), KLAS
    )
    assert [stap.volgt_op for stap in page.routes[0].stappen] == [None, None, 1]


def test_what_is_not_known_is_told_and_the_route_is_not_made_up(regio: Regio) -> None:
    page = onderdeel.onderdeel(Blik(regio, NL, VANDAAG), THUIS)
    assert (page.routes, page.scholen_bekend, page.gemeente_bekend) == ((), False, False)
    assert (page.samen, page.eerste_stap, page.wet, page.sectoren) == (None, None, None, None)
    assert "Het vak 'School'." in page.onbekend
    assert "Wie begint, en hoe." in page.onbekend
    assert len(page.onbekend) == 11


def test_a_grey_area_is_only_what_the_data_call_so(regio: Regio) -> None:
    grey = {
        key: onderdeel.onderdeel(Blik(regio, NL, VANDAAG), key).is_grijs
        for key in (KLAS, THUIS, VROEGER)
    }
    assert grey == {KLAS: False, THUIS: True, VROEGER: False}


def test_rulings_of_an_onderdeel_stand_newest_first_and_say_when_they_were_overtaken(
    regio: Regio,
) -> None:
    found = onderdeel.onderdeel(Blik(regio, NL, VANDAAG), KLAS).uitspraken
    assert [(one.ecli, str(one.wat), one.achterhaald) for one in found] == [
        ("ECLI:NL:CRVB:2022:1", "De school begint altijd.", False),
        ("ECLI:NL:RBGEL:2020:7", "De gemeente begon.", True),
    ]


# ---------------------------------------------------------------- to be reviewed

RUSTIG: dict[str, Any] = {
    "gecontroleerd_op": Datum(2022, 9),
    "geldig_tot": Datum(2023),
}
"""Checked after all that the law and the courts did, and still valid."""


def redenen(regio: Regio, key: str = KLAS, **values: Any) -> tuple[str, ...]:
    one = regio.onderdelen[key].model_copy(update={**RUSTIG, **values})
    return te_herzien(Blik(regio, NL, VANDAAG), one)


def test_an_onderdeel_that_was_checked_after_all_that_happened_need_not_be_reviewed(
    regio: Regio,
) -> None:
    assert redenen(regio) == ()
    quiet = anders(anders(regio, "onderdelen", KLAS, **RUSTIG), "onderdelen", THUIS, **RUSTIG)
    assert werkgroep(Blik(quiet, NL, VANDAAG)).herzien == ()
    assert onderdeel.onderdeel(Blik(quiet, NL, VANDAAG), KLAS).herzien == ()


def test_a_ruling_after_the_check_is_a_reason(regio: Regio) -> None:
    ruling = "Uitspraak ECLI:NL:CRVB:2022:1 (1 april 2022)"
    assert redenen(regio, gecontroleerd_op=Datum(2022, 3, 31)) == (f"{ruling} is nieuwer.",)
    assert redenen(regio, gecontroleerd_op=Datum(2022, 4, 1)) == ()
    vague = redenen(regio, gecontroleerd_op=Datum(2022))
    assert vague[0] == f"{ruling} kan nieuwer zijn."


def test_a_ruling_of_the_last_day_of_the_month_of_the_check_can_be_newer(regio: Regio) -> None:
    def van(day: Datum) -> Regio:
        return anders(regio, "uitspraken", "crvb-2022-1", uitgesproken_op=day)

    [found] = redenen(van(Datum(2022, 3, 31)), gecontroleerd_op=Datum(2022, 3))
    assert found.endswith("(31 maart 2022) kan nieuwer zijn.")
    assert redenen(van(Datum(2022, 3)), gecontroleerd_op=Datum(2022, 3)) == ()


def test_a_ruling_with_more_than_one_consequence_is_one_reason(regio: Regio) -> None:
    ruling = regio.uitspraken["crvb-2022-1"]
    twice = anders(regio, "uitspraken", ruling.id, gevolgen=(ruling.gevolgen[0],) * 2)
    assert len(redenen(twice, gecontroleerd_op=Datum(2022, 3, 31))) == 1


def test_a_law_that_changed_after_the_check_is_a_reason(regio: Regio) -> None:
    later = anders(regio, "wetten", "zorgwet", gewijzigd_op=Datum(2022, 8, 2))
    reason = "De Zorgwet Mini is gewijzigd (2 augustus 2022)."
    assert redenen(later, gecontroleerd_op=Datum(2022, 8, 1)) == (reason,)
    assert redenen(later, gecontroleerd_op=Datum(2022, 8)) == (reason,)
    assert redenen(later, gecontroleerd_op=Datum(2022, 8, 2)) == ()
    assert redenen(later, gecontroleerd_op=Datum(2022, 9)) == ()


def test_a_law_that_is_only_named_where_it_differs_from_the_agreement_counts_too(
    regio: Regio,
) -> None:
    later = anders(regio, "wetten", "zorgwet", gewijzigd_op=Datum(2022, 9, 2))
    checked = Datum(2022, 9, 1)
    assert len(redenen(later, gecontroleerd_op=checked, artikelen=())) == 1
    assert redenen(later, gecontroleerd_op=checked, artikelen=(), spanningen=()) == ()


def test_a_law_of_which_no_change_is_known_is_no_reason(regio: Regio) -> None:
    unknown = anders(regio, "wetten", "zorgwet", gewijzigd_op=ONBEKEND)
    assert redenen(unknown, gecontroleerd_op=Datum(2022, 4, 1)) == ()


@pytest.mark.parametrize(
    ("read", "changed", "old"),
    [
        (Datum(2021), Datum(2022, 3), True),
        (Datum(2022, 2), Datum(2022, 3), True),
        (Datum(2022), Datum(2022, 3), True),
        (Datum(2022, 3, 1), Datum(2022, 3, 1), False),
        (Datum(2022, 4), Datum(2022, 3), False),
        (Datum(2021), ONBEKEND, False),
    ],
)
def test_a_law_that_was_changed_after_the_text_we_read_is_told(
    regio: Regio, read: Datum, changed: Any, old: bool
) -> None:
    odd = anders(regio, "wetten", "zorgwet", tekst_van=read, gewijzigd_op=changed)
    assert recht.wetten(Blik(odd, NL, VANDAAG))[0].oude_tekst is old
    told = [one.pad for one in werkgroep(Blik(odd, NL, VANDAAG)).oude_wetten]
    assert told == (["samenwerking/wetten/#zorgwet"] if old else [])


@pytest.mark.parametrize(
    ("until", "past"),
    [
        (Datum(2022, 9, 14), True),
        (Datum(2022, 9, 15), False),
        (Datum(2022, 8), True),
        (Datum(2022, 9), False),
        (Datum(2021), True),
        (Datum(2022), False),
        (ONBEKEND, False),
    ],
)
def test_an_agreement_that_has_ended_is_a_reason(regio: Regio, until: Any, past: bool) -> None:
    assert redenen(regio, geldig_tot=until) == (
        (f"De afspraak gold tot {NL.datum(until)}.",) if past else ()
    )


def test_when_nobody_knows_of_a_check_what_is_newer_than_the_source_is_a_reason(
    regio: Regio,
) -> None:
    unknown = (
        "Niet bekend is wanneer dit voor het laatst is nagekeken; de bron is van 15 juni 2021."
    )
    found = redenen(regio, gecontroleerd_op=ONBEKEND)
    assert found[0] == unknown
    assert [one.split()[1] for one in found[1:]] == ["ECLI:NL:CRVB:2022:1", "Zorgwet"]
    young = herkomst(Zekerheid.AFGELEID).model_copy(update={"peildatum": Datum(2022, 5)})
    assert len(redenen(regio, gecontroleerd_op=ONBEKEND, herkomst=young)) == 1


def test_an_archived_ruling_is_no_reason(regio: Regio) -> None:
    gone = anders(regio, "uitspraken", "crvb-2022-1", status="gearchiveerd")
    assert redenen(gone, gecontroleerd_op=Datum(2022, 3, 31)) == ()


# ---------------------------------------------------------------- for the working group


@pytest.fixture
def zeker(regio: Regio) -> Regio:
    """The region with a certainty for every square, as a real one has."""
    squares = {
        key: tuple(
            one.model_copy(update={"herkomst": herkomst(Zekerheid.AFGELEID)})
            if one.herkomst and one.herkomst.zekerheid is Zekerheid.VOORBEELD
            else one
            for one in record.cellen
        )
        for key, record in regio.onderdelen.items()
    }
    for key, found in squares.items():
        regio = anders(regio, "onderdelen", key, cellen=found)
    return regio


def getallen(rows: tuple[DekkingRij, ...]) -> dict[str, tuple[int, int, int]]:
    assert all(row.voorbeeld == 0 for row in rows)
    return {str(row.naam): (row.bevestigd, row.afgeleid, row.onbekend) for row in rows}


def test_the_squares_are_counted_by_certainty_for_each_theme(zeker: Regio) -> None:
    found = werkgroep(Blik(zeker, NL, VANDAAG))
    assert getallen((found.totaal, *found.per_thema)) == {
        "Alle vakken": (1, 2, 3),
        '1. Leren "samen"': (1, 2, 1),
        "Thema 2 (naam onbekend)": (0, 0, 2),
    }


@pytest.mark.parametrize("codes", [("2a",), ("2a", "2c", "2d"), ()])
def test_the_themes_add_up_to_all_squares_and_a_mere_code_counts_for_every_column(
    zeker: Regio, codes: tuple[str, ...]
) -> None:
    found = werkgroep(
        Blik(anders(zeker, "themas", "thema-2", onbekende_onderdelen=codes), NL, VANDAAG)
    )
    columns = len(zeker.samenwerking.kolommen)
    assert found.alleen_code == len(codes)
    assert found.totaal.totaal == columns * (found.onderdelen + found.alleen_code)
    kinds = ("bevestigd", "afgeleid", "onbekend", "voorbeeld")
    for naam in (*kinds, "totaal"):
        assert sum(getattr(row, naam) for row in found.per_thema) == getattr(found.totaal, naam)
    for row in (found.totaal, *found.per_thema, *found.per_sector):
        assert sum(getattr(row, naam) for naam in kinds) == row.totaal


def test_an_invented_square_of_an_example_region_counts_too(regio: Regio) -> None:
    found = werkgroep(Blik(regio, NL, VANDAAG)).totaal
    assert (found.voorbeeld, found.totaal) == (1, 6)


def test_a_square_counts_for_each_of_its_sectors_and_an_unknown_sector_apart(zeker: Regio) -> None:
    assert getallen(werkgroep(Blik(zeker, NL, VANDAAG)).per_sector) == {
        "PO": (1, 1, 0),
        "SBO": (0, 1, 0),
        "SO": (0, 0, 0),
        "VO": (0, 0, 0),
        "VSO": (0, 0, 0),
        "MBO": (0, 0, 0),
        "sector onbekend": (0, 1, 3),
    }


def waar(found: Werkgroep) -> list[str]:
    [word] = found.oude_woorden
    return [one.pad for one in word.waar]


def test_an_old_word_is_found_where_the_agreements_still_use_it(regio: Regio) -> None:
    assert waar(werkgroep(Blik(regio, NL, VANDAAG))) == [f"samenwerking/{KLAS}/"]
    more = anders(regio, "themas", "thema-1", titel="Leren en HB")
    more = anders(more, "onderdelen", THUIS, samen="Wij doen HB.")
    assert waar(werkgroep(Blik(more, NL, VANDAAG))) == [
        "samenwerking/#thema-1",
        f"samenwerking/{KLAS}/",
        f"samenwerking/{THUIS}/",
    ]


@pytest.mark.parametrize(
    "values",
    [
        {"titel": "Hulp", "synoniemen": ("HB",)},
        {"titel": "Hulp met HBO en hb"},
        {"titel": "Hulp", "vragen": ("Heet HB nu BH?",)},
        {"titel": "Hulp", "herkomst": herkomst(Zekerheid.AFGELEID, "HB, blz. 8")},
        {
            "titel": "Hulp",
            "wijzigingen": (Wijziging.model_construct(datum=Datum(2022), wat="HB heet nu BH."),),
        },
    ],
    ids=["synonym", "other word", "question", "source", "change"],
)
def test_an_old_word_is_not_held_against_what_people_search_with_or_what_changed(
    regio: Regio, values: dict[str, Any]
) -> None:
    assert waar(werkgroep(Blik(anders(regio, "onderdelen", KLAS, **values), NL, VANDAAG))) == []


def test_an_old_word_is_looked_for_in_texts_and_not_in_ids(regio: Regio) -> None:
    word = regio.samenwerking.oude_woorden[0].model_copy(update={"woord": "plan"})
    model = regio.samenwerking.model_copy(update={"oude_woorden": (word,)})
    odd = replace(regio, samenwerking=model)
    assert waar(werkgroep(Blik(odd, NL, VANDAAG))) == [f"samenwerking/{KLAS}/"]  # "maken een plan"


def test_tensions_and_questions_of_all_onderdelen_come_together(regio: Regio) -> None:
    found = werkgroep(Blik(regio, NL, VANDAAG))
    assert [(one.onderdeel.pad, str(one.spanning.wet)) for one in found.spanningen] == [
        (f"samenwerking/{KLAS}/", "Je mag ook naar de dokter.")
    ]
    assert [(str(one.titel), [str(text) for text in texts]) for one, texts in found.vragen] == [
        ("1a. Hulp in de klas (HB)", ["Wie vraagt het de gemeente?"])
    ]


# ---------------------------------------------------------------- law


def gebruikt(regio: Regio) -> dict[str, list[str]]:
    return {
        one.id: [link.pad for link in one.gebruikt]
        for wet in recht.wetten(Blik(regio, NL, VANDAAG))
        for one in wet.artikelen
    }


def test_an_article_says_every_place_that_uses_it(regio: Regio) -> None:
    assert gebruikt(regio) == {
        "zorgwet-1": [f"samenwerking/{KLAS}/", "samenwerking/uitspraken/#crvb-2022-1"],
        "zorgwet-2": [f"samenwerking/{KLAS}/", "samenwerking/zonder-afspraak/#vervoer"],
    }
    less = anders(regio, "onderdelen", KLAS, artikelen=(), spanningen=())
    assert gebruikt(less) == {
        "zorgwet-1": ["samenwerking/uitspraken/#crvb-2022-1"],
        "zorgwet-2": ["samenwerking/zonder-afspraak/#vervoer"],
    }
    word = anders(less, "begrippen", "sbo", artikelen=("zorgwet-1",))
    assert gebruikt(word)["zorgwet-1"] == [*gebruikt(less)["zorgwet-1"], "begrippen/#sbo"]


def test_laws_stand_by_name_and_link_to_the_text_in_force(regio: Regio) -> None:
    other = regio.wetten["zorgwet"].model_copy(
        update={"id": "a", "naam": "appelwet", "bwb": "BWBR0000002"}
    )
    rows = recht.wetten(Blik(met(regio, "wetten", other), NL, VANDAAG))
    assert [(str(row.naam), row.adres) for row in rows] == [
        ("appelwet", "https://wetten.overheid.nl/BWBR0000002/"),
        ("Zorgwet Mini", "https://wetten.overheid.nl/BWBR0000001/"),
    ]


def test_rulings_stand_newest_first_and_link_to_the_official_publication(regio: Regio) -> None:
    young = regio.uitspraken["rbgel-2020-7"].model_copy(
        update={"id": "a", "ecli": "ECLI:NL:HR:2022:9", "uitgesproken_op": Datum(2022, 5)}
    )
    rows = recht.uitspraken(Blik(met(regio, "uitspraken", young), NL, VANDAAG))
    assert [row.ecli for row in rows] == [
        "ECLI:NL:HR:2022:9",
        "ECLI:NL:CRVB:2022:1",
        "ECLI:NL:RBGEL:2020:7",
    ]
    assert [str(row.instantie) for row in rows] == [
        *("Hoge Raad", "Centrale Raad van Beroep", "Rechtbank Gelderland"),
    ]
    for row in rows:
        assert row.adres == f"https://deeplink.rechtspraak.nl/uitspraak?id={row.ecli}"


def test_a_ruling_says_where_it_has_consequences_and_what_overtook_it(regio: Regio) -> None:
    newest, oldest = recht.uitspraken(Blik(regio, NL, VANDAAG))
    assert [(one.waar.pad, str(one.wat)) for one in newest.gevolgen] == [
        (f"samenwerking/{KLAS}/", "De school begint altijd."),
        ("samenwerking/zonder-afspraak/#vervoer", "Dit gaat niet over vervoer."),
    ]
    assert newest.achterhaald_door is None
    assert oldest.achterhaald_door is not None
    assert oldest.achterhaald_door.pad == "samenwerking/uitspraken/#crvb-2022-1"


def test_a_legal_frame_names_its_rulings_and_is_kept_apart_from_the_matrix(regio: Regio) -> None:
    [row] = recht.kaders(Blik(regio, NL, VANDAAG))
    assert row.pad == "samenwerking/zonder-afspraak/#vervoer"
    assert [(one.ecli, str(one.instantie), one.datum) for one in row.uitspraken] == [
        ("ECLI:NL:CRVB:2022:1", "Centrale Raad van Beroep", "1 april 2022")
    ]


def test_articles_stand_by_number(regio: Regio) -> None:
    one = regio.artikelen["zorgwet-1"]
    more = [
        one.model_copy(update={"id": f"a{at}", "nummer": number})
        for at, number in enumerate(("18a", "2.10", "2.3 lid 2", "2.3", "8", "1 lid 10"))
    ]
    [wet] = recht.wetten(Blik(met(regio, "artikelen", *more), NL, VANDAAG))
    assert [row.nummer for row in wet.artikelen] == [
        *("1 lid 2", "1 lid 10", "2", "2.3", "2.3 lid 2", "2.10", "8", "18a"),
    ]


# ---------------------------------------------------------------- who pays

BETAALT = Betaling.model_construct(
    wie="de gemeente", zin="De gemeente betaalt.", herkomst=herkomst(Zekerheid.AFGELEID)
)


def betaald(regio: Regio, *squares: Cel, kolommen: dict[str, Any] | None = None) -> Any:
    """Who pays for an onderdeel with these squares; ``kolommen`` has other values by column."""
    model = regio.samenwerking
    columns = tuple(
        one.model_copy(update=(kolommen or {}).get(one.id, {})) for one in model.kolommen
    )
    odd = replace(
        anders(regio, "onderdelen", KLAS, cellen=squares),
        samenwerking=model.model_copy(update={"kolommen": columns}),
    )
    return betaalt(Blik(odd, NL, VANDAAG), odd.onderdelen[KLAS])


def test_who_pays_is_a_sentence_where_the_source_fills_in_a_square(regio: Regio) -> None:
    zorg = cel(Celwaarde.JA, Zekerheid.BEVESTIGD, sectoren=(Sector.PO, Sector.VO))
    found = betaald(
        regio, zorg, regio.onderdelen[KLAS].cellen[1], kolommen={"zorgwet": {"betaalt": BETAALT}}
    )
    first, second = found.zinnen
    assert (str(first.zin), first.sectoren) == ("De gemeente betaalt.", "PO en VO")
    assert first.herkomst.zekerheid is Zekerheid.AFGELEID
    assert str(second.zin) == "School (PO): wie dan betaalt, staat er niet bij."
    assert second.herkomst is None
    assert (found.leeg, found.onbekend) == ("", "")
    assert [str(one) for one in found.kort] == ["de gemeente"]


def test_who_pays_in_two_squares_is_named_once_and_nobody_is_made_up(regio: Regio) -> None:
    zorg = cel(Celwaarde.JA, Zekerheid.BEVESTIGD, sectoren=(Sector.PO,))
    school = zorg.model_copy(update={"kolom": "school"})
    both = {key: {"betaalt": BETAALT} for key in ("zorgwet", "school")}
    assert len(betaald(regio, zorg, school, kolommen=both).kort) == 1
    nobody = {key: {"betaalt": None} for key in ("zorgwet", "school")}
    assert betaald(regio, zorg, school, kolommen=nobody).kort == ()


@pytest.mark.parametrize(
    ("waarde", "zekerheid", "leeg", "onbekend"),
    [
        (Celwaarde.LEEG, Zekerheid.BEVESTIGD, "Zorg", ""),
        (ONBEKEND, None, "", "Zorg"),
    ],
)
def test_a_square_that_says_nothing_is_named_and_pays_for_nobody(
    regio: Regio, waarde: Any, zekerheid: Any, leeg: str, onbekend: str
) -> None:
    other = regio.onderdelen[KLAS].cellen[1]
    found = betaald(regio, cel(waarde, zekerheid), other)
    assert (found.leeg, found.onbekend) == (leeg, onbekend)
    assert ["School" in str(one.zin) for one in found.zinnen] == [True]


@pytest.mark.parametrize("zekerheid", [Zekerheid.BEVESTIGD, Zekerheid.AFGELEID])
def test_a_square_that_we_read_so_is_not_told_as_certain(
    regio: Regio, zekerheid: Zekerheid
) -> None:
    school = cel(ONBEKEND).model_copy(update={"kolom": "school"})
    found = betaald(regio, cel(Celwaarde.JA, zekerheid), school)
    assert found.zeker is (zekerheid is Zekerheid.BEVESTIGD)


# ---------------------------------------------------------------- a child at home


def test_an_outcome_leads_to_the_route_that_names_it(regio: Regio) -> None:
    found = {
        one.id: wegwijzer.uitkomst(Blik(regio, NL, VANDAAG), one.id).route
        for one in regio.uitkomsten
    }
    assert {key for key, link in found.items() if link} == {"thuis"}
    assert found["thuis"] == Link(NL.tekst("Een kind blijft thuis"), "thuis/")
    without = replace(regio, thuis=None)
    assert wegwijzer.uitkomst(Blik(without, NL, VANDAAG), "thuis").route is None
    assert thuis.thuis(Blik(without, NL, VANDAAG)) is None


def test_an_outcome_has_the_rulings_of_what_it_names_and_its_own_once(regio: Regio) -> None:
    ends = regio.wegwijzer.uitkomsten
    named = ends[0].model_copy(update={"uitspraken": ("rbgel-2020-7",)})
    alone = ends[3].model_copy(update={"uitspraken": ("rbgel-2020-7",)})
    whole = regio.wegwijzer.model_copy(update={"uitkomsten": (named, *ends[1:3], alone)})
    blik = Blik(replace(regio, wegwijzer=whole), NL, VANDAAG)
    ruling = "samenwerking/uitspraken/#rbgel-2020-7"
    assert [one.pad for one in wegwijzer.uitkomst(blik, "leren").uitspraken].count(ruling) == 1
    [only] = wegwijzer.uitkomst(blik, "anders").uitspraken
    assert (only.pad, str(only.wat)) == (ruling, "Dit geldt niet meer.")


def test_an_outcome_has_its_own_questions_for_the_talk_before_those_of_all(regio: Regio) -> None:
    blik = Blik(regio, NL, VANDAAG)
    told = [str(one) for one in wegwijzer.uitkomst(blik, "leren").gesprek]
    assert told == ["Wat hielp al?", "Wie belt wie?"]
    assert [str(one) for one in wegwijzer.uitkomst(blik, "vervoer").gesprek] == ["Wie belt wie?"]


def test_an_outcome_has_its_own_source_or_that_of_the_wegwijzer(regio: Regio) -> None:
    blik = Blik(regio, NL, VANDAAG)
    assert str(wegwijzer.uitkomst(blik, "anders").herkomst.vindplaats) == "blz. 3"
    assert wegwijzer.uitkomst(blik, "leren").herkomst.vindplaats is None


def test_the_step_on_an_outcome_is_as_sure_as_its_own_source(regio: Regio) -> None:
    """And not as that of the onderdeel around it."""
    step = regio.onderdelen[KLAS].eerste_stap
    assert not isinstance(step, type(ONBEKEND))
    less = step.model_copy(update={"herkomst": herkomst(Zekerheid.AFGELEID)})
    odd = anders(regio, "onderdelen", KLAS, eerste_stap=less)
    [block] = [one for one in all_blokken() if one.__name__ == "uitkomst"]
    page = block(Weergave(Blik(odd, NL, VANDAAG)).pagina("samenwerking/wegwijzer/leren/"), "leren")
    step_on_page = page.split("Eerste stap:")[1].split("</li>")[0]
    assert "zekerheid--afgeleid" in step_on_page


@pytest.mark.parametrize(
    ("tekst", "eerst", "daarna"),
    [
        ("Bel de school.", "Bel de school.", ()),
        ("Bel de school. Vraag om een plan.", "Bel de school.", ("Vraag om een plan.",)),
        ("Wie begint? De school.\n\nBel dan 112.", "Wie begint?", ("De school.", "Bel dan 112.")),
        ("Bel.\nVraag dit. En dat.\n\n", "Bel.", ("Vraag dit. En dat.",)),
    ],
)
def test_an_outcome_begins_with_what_to_do_first(
    tekst: str, eerst: str, daarna: tuple[str, ...]
) -> None:
    found = wegwijzer.advies(NL.tekst(tekst))
    assert (str(found.eerst), tuple(map(str, found.daarna))) == (eerst, daarna)


# ---------------------------------------------------------------- wegwijzer


def test_a_question_leads_to_pages_and_says_how_the_reader_came_there(regio: Regio) -> None:
    page = wegwijzer.vraag(Blik(regio, NL, VANDAAG), "school")
    assert [(str(one.tekst), one.pad) for one in page.antwoorden] == [
        ("Ja", "samenwerking/wegwijzer/leren/"),
        ('Nee: over "vervoer" & zo', "samenwerking/wegwijzer/vervoer/"),
        ("Nee, over iets anders", "samenwerking/wegwijzer/anders/"),
    ]
    assert [(str(one.vraag), str(one.antwoord), one.pad) for one in page.weg] == [
        ("Waar is hulp nodig?", "Op school", "samenwerking/wegwijzer/")
    ]


@pytest.mark.parametrize(
    ("key", "weg"),
    [
        (
            "leren",
            [("Op school", "samenwerking/wegwijzer/"), ("Ja", "samenwerking/wegwijzer/school/")],
        ),
        ("thuis", [("Thuis", "samenwerking/wegwijzer/")]),
        ("anders", []),
    ],
)
def test_an_outcome_shows_the_way_there_when_there_is_only_one(
    regio: Regio, key: str, weg: list[tuple[str, str]]
) -> None:
    page = wegwijzer.uitkomst(Blik(regio, NL, VANDAAG), key)
    assert [(str(one.antwoord), one.pad) for one in page.weg] == weg


def test_an_outcome_filters_the_matrix_when_the_model_says_something(regio: Regio) -> None:
    found = {
        one.id: wegwijzer.uitkomst(Blik(regio, NL, VANDAAG), one.id)
        for one in regio.wegwijzer.uitkomsten
    }
    assert {key: page.matrix_pad for key, page in found.items()} == {
        "leren": "samenwerking/?vraag=leren#matrix",
        "thuis": "samenwerking/?vraag=thuis#matrix",
        "vervoer": "",
        "anders": "",
    }
    assert [len({page.soort_label for page in found.values()}), found["thuis"].soort] == [
        *(3, "afspraak")
    ]
    assert [kaart.eerste_stap for kaart in found["thuis"].onderdelen] == [None]
    assert [kader.pad for kader in found["thuis"].kaders] == [
        "samenwerking/zonder-afspraak/#vervoer"
    ]


def test_only_an_outcome_without_an_agreement_asks_where_the_reader_got_stuck(
    regio: Regio,
) -> None:
    """In the Dutch words, also on an English page: it goes to the working group."""
    english = Vertaler("en", {"Iets anders": "Something else"})
    told = {
        one.id: wegwijzer.uitkomst(Blik(regio, english, VANDAAG), one.id).melding
        for one in regio.wegwijzer.uitkomsten
    }
    assert told == {"leren": "", "thuis": "", "vervoer": "", "anders": "Iets anders"}


def test_the_start_shows_the_whole_tree(regio: Regio) -> None:
    def paden(takken: tuple[wegwijzer.Tak, ...]) -> list[Any]:
        return [
            (tak.pad.split("/")[2], paden(tak.takken)) if tak.takken else tak.pad.split("/")[2]
            for tak in takken
        ]

    start = wegwijzer.begin(Blik(regio, NL, VANDAAG))
    assert start.eerste.weg == ()
    assert paden(start.takken) == [("school", ["leren", "vervoer", "anders"]), "thuis", "anders"]


def test_where_there_is_nothing_to_look_at_nobody_says_that_nothing_was_found(regio: Regio) -> None:
    [block] = [one for one in all_blokken() if one.__name__ == "werkgroep"]

    def koppen(**anders: Any) -> list[str]:
        weergave = Weergave(Blik(replace(regio, **anders), NL, VANDAAG))
        return re.findall(r'<h2 id="([\w-]+)"', block(weergave.pagina("samenwerking/werkgroep/")))

    every = ["vragen", "herzien", "spanning", "oude-woorden", "dekking"]
    assert koppen() == every
    assert koppen(samenwerking=None) == [one for one in every if one != "oude-woorden"]
    assert koppen(samenwerking=None, onderdelen={}) == ["herzien", "dekking"]  # a law that changed
    assert koppen(samenwerking=None, onderdelen={}, wetten={}) == ["dekking"]
