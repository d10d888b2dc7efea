"""Open data of the model, the law around it, the wegwijzer and a child at home."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.model.basis.datum import Datum
from macros.model.basis.record import Status
from macros.model.geheel import Regio
from macros.taal.vertaler import Vertaler
from macros.views.blik import Blik
from tests.unit.mini import met
from tests.unit.opendata import rijen


def gezien(regio: Regio) -> Blik:
    return Blik(regio, Vertaler("nl"), Datum(2022, 9, 15))


@pytest.fixture(scope="module")
def blik(regio: Regio) -> Blik:
    return gezien(regio)


def test_every_onderdeel_has_a_row_also_when_only_its_code_is_known(blik: Blik) -> None:
    rows = rijen(blik, "onderdelen")
    assert list(rows) == ["1a-hulp-in-de-klas", "1b-hulp-thuis", "2a", "2b-vroeger"]
    bare = rows["2a"]
    assert (bare["code"], bare["thema"], bare["titel"], bare["pagina"]) == (
        "2a",
        "thema-2",
        None,
        None,
    )
    assert {"titel", "toestand", "eerste_stap_wie", "wet"} <= set(bare["onbekend"])  # type: ignore[arg-type]
    assert rows["2b-vroeger"]["status"] == "gearchiveerd"


def test_a_code_that_an_archived_onderdeel_has_too_is_not_the_key(regio: Regio) -> None:
    old = regio.onderdelen["2b-vroeger"]
    new = old.model_copy(update={"id": "2b-nu", "status": Status.ACTIEF})
    rows = rijen(gezien(met(regio, "onderdelen", new)), "onderdelen")
    assert [key for key, row in rows.items() if row["code"] == "2b"] == ["2b-nu", "2b-vroeger"]


def test_a_code_that_an_onderdeel_is_called_by_is_that_onderdeel(regio: Regio) -> None:
    old = regio.onderdelen["2b-vroeger"].model_copy(update={"id": "2a", "code": "2a"})
    row = rijen(gezien(met(regio, "onderdelen", old)), "onderdelen")["2a"]
    assert (row["titel"], row["status"]) == ("Hulp van vroeger", "gearchiveerd")


def test_the_first_step_says_who_begins_and_by_which_source(blik: Blik) -> None:
    row = rijen(blik, "onderdelen")["1a-hulp-in-de-klas"]
    assert (row["eerste_stap_wie"], row["eerste_stap_wat"]) == ("De leraar", "praat met de ouders")
    assert (row["eerste_stap_bron"], row["eerste_stap_peildatum"]) == ("plan", "2021-06-15")
    unknown = rijen(blik, "onderdelen")["1b-hulp-thuis"]
    assert unknown["eerste_stap_bron"] is None
    assert {"eerste_stap_wie", "eerste_stap_wat"} <= set(unknown["onbekend"])  # type: ignore[arg-type]
    assert "eerste_stap_bron" not in unknown["onbekend"]  # type: ignore[operator]


def test_the_matrix_has_a_row_for_every_onderdeel_and_column(blik: Blik) -> None:
    rows = rijen(blik, "vakken")
    parts, columns = rijen(blik, "onderdelen"), rijen(blik, "kolommen")
    assert set(rows) == {f"{part}/{column}" for part in parts for column in columns}
    assert len(rows) == 8


def test_a_square_is_filled_empty_or_unknown_and_only_the_first_two_have_a_source(
    blik: Blik,
) -> None:
    rows = rijen(blik, "vakken")
    filled, empty = rows["1a-hulp-in-de-klas/school"], rows["1a-hulp-in-de-klas/zorgwet"]
    assert (filled["waarde"], filled["sectoren"], filled["zekerheid"]) == (
        "ja",
        ("PO",),
        "bevestigd",
    )
    assert (empty["waarde"], empty["bron"], empty["zekerheid"]) == ("leeg", "plan", "afgeleid")
    for key in ("2a/school", "2b-vroeger/school"):
        unknown = rows[key]
        assert [unknown[name] for name in ("waarde", "bron", "peildatum", "zekerheid")] == [
            None
        ] * 4
        assert {"waarde", "zekerheid"} <= set(unknown["onbekend"])  # type: ignore[arg-type]
        assert "bron" not in unknown["onbekend"]  # type: ignore[operator]


def test_each_step_follows_the_one_it_names_or_else_the_one_above(blik: Blik) -> None:
    rows = rijen(blik, "onderdeelstappen")
    assert rows["1a-hulp-in-de-klas/po-sbo/praten"]["na"] is None
    assert rows["1a-hulp-in-de-klas/po-sbo/plan"]["na"] == "1a-hulp-in-de-klas/po-sbo/praten"
    assert rows["1a-hulp-in-de-klas/po-sbo/plan"]["bron"] == "verslag"
    city = [one for one in rows.values() if one["voor"] == "gemeente"]
    assert city
    assert {one["sectoren"] for one in city} == {()}


def test_two_routes_for_the_same_sectors_keep_their_steps_apart(regio: Regio) -> None:
    one = regio.onderdelen["1a-hulp-in-de-klas"]
    assert isinstance(one.routes, tuple)
    twice = one.model_copy(update={"routes": (*one.routes, *one.routes)})
    rows = rijen(gezien(met(regio, "onderdelen", twice)), "onderdeelstappen")
    part = rijen(gezien(met(regio, "onderdelen", twice)), "onderdelen")["1a-hulp-in-de-klas"]
    assert (part["routes"], part["gemeenteroute"]) == (("po-sbo", "po-sbo/2"), True)
    assert "1a-hulp-in-de-klas/po-sbo/2/plan" in rows
    assert rows["1a-hulp-in-de-klas/po-sbo/2/plan"]["na"] == "1a-hulp-in-de-klas/po-sbo/2/praten"


def test_who_pays_by_a_column_has_a_source_of_its_own(blik: Blik) -> None:
    rows = rijen(blik, "kolommen")
    assert list(rows) == ["zorgwet", "school"]
    assert (rows["zorgwet"]["wie_betaalt"], rows["zorgwet"]["betaling_vindplaats"]) == (
        "de gemeente & co",
        "blz. 8",
    )
    assert [rows["school"][f"betaling{end}"] for end in ("", "_bron", "_zekerheid")] == [None] * 3


def test_a_ruling_has_consequences_for_an_onderdeel_or_for_a_frame(blik: Blik) -> None:
    rows = rijen(blik, "uitspraakgevolgen")
    for row in rows.values():
        assert (row["onderdeel"] is None) != (row["kader"] is None)
        assert row["voor"]
    assert rows["crvb-2022-1/vervoer"]["kader"] == "vervoer"


def test_every_answer_leads_to_a_question_or_an_outcome_that_is_there(blik: Blik) -> None:
    questions, outcomes = rijen(blik, "wegwijzervragen"), rijen(blik, "wegwijzeruitkomsten")
    assert [key for key, one in questions.items() if one["begin"]] == ["waar"]
    for row in rijen(blik, "wegwijzerantwoorden").values():
        assert row["vraag"] in questions
        assert (row["naar_vraag"] in questions) != (row["naar_uitkomst"] in outcomes)


def test_an_outcome_without_a_source_has_that_of_the_wegwijzer(regio: Regio) -> None:
    assert regio.wegwijzer is not None
    first, *others = regio.wegwijzer.uitkomsten
    own = first.model_copy(update={"herkomst": regio.besluiten["twee-lijsten"].herkomst})
    rest = [one.model_copy(update={"herkomst": None}) for one in others]
    told = regio.wegwijzer.model_copy(update={"uitkomsten": (own, *rest)})
    rows = rijen(gezien(replace(regio, wegwijzer=told)), "wegwijzeruitkomsten")
    assert [row["bron"] for row in rows.values()] == ["verslag", *["plan"] * len(rest)]


def test_steps_at_home_are_of_parents_or_of_young_people(blik: Blik) -> None:
    rows = rijen(blik, "thuisstappen")
    assert {key: row["wanneer"] for key, row in rows.items()} == {
        "ouders/school": "Vandaag",
        "jongeren/praten": None,
    }


def test_a_region_without_a_model_has_no_row_of_it(regio: Regio) -> None:
    bare = gezien(
        replace(regio, samenwerking=None, wegwijzer=None, thuis=None, onderdelen={}, themas={})
    )
    for name in ("samenwerking", "kolommen", "oude_woorden", "vakken", "wegwijzervragen"):
        assert rijen(bare, name) == {}
    for name in ("wegwijzerantwoorden", "wegwijzeruitkomsten", "thuisstappen", "termijnen"):
        assert rijen(bare, name) == {}
