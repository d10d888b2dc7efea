"""A workbook of any kind, down and up again: no value is lost, and none changes by itself."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.bescherming.historie.tabel import Tabel, persoonskolommen
from macros.invoer.blad.cellen import PUNTKOMMA, zet
from macros.invoer.blad.herkennen import herken
from macros.invoer.blad.indeling import Kolom, Tabblad, indeling
from macros.invoer.blad.lezen import lees_bladen
from macros.invoer.inzending.namen import namen
from macros.invoer.inzending.vragen import Antwoord
from macros.model.geheel import SOORT
from macros.source.nodes import Value
from macros.source.werkmap import Blad, open_werkmap
from tests.langzaam import voorbeelden
from tests.unit.werkbladen import REGIO, gelezen, gemaakt, waarden

SOORTEN = list(SOORT)


def bladen(raw: bytes, soort: str) -> dict[str, Blad]:
    """Every sheet of a workbook, without what it remembers."""
    book, _ = open_werkmap(raw, "blad.xlsx")
    assert book is not None
    read = {one.naam: book.lees(one.naam)[0] for one in indeling(soort)}
    return {name: one for name, one in read.items() if one is not None}


@pytest.mark.parametrize("soort", SOORTEN)
def test_every_kind_goes_down_and_up_without_a_difference(soort: str) -> None:
    nu = waarden(soort)
    raw = gemaakt(soort)
    assert raw == gemaakt(soort)
    book, _ = open_werkmap(raw, "blad.xlsx")
    assert book is not None
    assert herken(book) == soort
    found = gelezen(raw, soort)
    assert (found.waarden, found.issues, found.niet_gelezen) == (nu, [], [])


@pytest.mark.parametrize("soort", SOORTEN)
def test_the_cells_alone_say_all_that_the_records_say(soort: str) -> None:
    nu = waarden(soort)
    niets: dict[str, Value] = {key: {} for key in nu}
    found = lees_bladen(bladen(gemaakt(soort), soort), soort, REGIO, niets)
    assert found.waarden == nu
    assert [one for one in found.issues if one.code != "geen-toen"] == []


@pytest.mark.parametrize("soort", SOORTEN)
def test_no_heading_stands_twice_or_seems_to_be_about_a_person(soort: str) -> None:
    names = [one.naam for one in indeling(soort)]
    assert len({*map(str.casefold, names)}) == len(names)
    for sheet in indeling(soort):
        heads = list(sheet.koppen)
        assert len({*heads}) == len(heads)
        assert list(persoonskolommen(Tabel(((1, heads),)))) == []


# ------------------------------------------------------------ values of the types

STUK = st.sampled_from(
    [
        *("woord", "Één", "🎒", "‘ja’", '"nee"', "'s", "=SOM(A1)", "+1", "-x", "@y", "#N", "50%"),
        *(
            "0344",
            "NO",
            "no",
            "2021-07-01",
            "1-2",
            "15:00",
            "null",
            "onbekend?",
            ";",
            " ; ",
            "_x0041_",
        ),
        *(": ", " #", "<b>", "{{ x }}", "\\", "een\u00a0twee", "lang " * 40),
    ]
)
REGEL = st.lists(STUK, min_size=1, max_size=4).map(lambda parts: " ".join(parts).strip(" ;"))
SCHOON = REGEL.filter(lambda text: text.casefold() not in ("onbekend", "?") and text != "")
ALINEAS = st.lists(SCHOON, min_size=1, max_size=3).map("\n\n".join)
VREEMD = st.sampled_from(
    [
        " spatie",
        "spatie ",
        "e\u0301",
        "zacht\u00adstreepje",
        "a\tb",
        "x\u200by",
        "#N/B",
        "?",
        "=1+1",
    ]
)
"""What is cleaned when somebody types it, and stays when nobody touched it."""


def een(kolom: Kolom) -> st.SearchStrategy[Any]:
    asked = kolom.vraag
    assert asked is not None
    if asked.antwoord is Antwoord.KEUZE:
        return st.sampled_from([one.value for one in asked.opties])
    if asked.antwoord is Antwoord.VERWIJZING:
        ids = [one.id for one in namen(REGIO, asked, alles=True)]
        return st.sampled_from(ids) if ids else st.nothing()
    if asked.antwoord is Antwoord.DATUM:
        return st.sampled_from(["2021", "2021-07", "2021-07-01"])
    return ALINEAS if asked.antwoord is Antwoord.ALINEAS else SCHOON


def veld(kolom: Kolom, *, vreemd: bool) -> st.SearchStrategy[Any]:
    """A value of a column, or None for none."""
    asked = kolom.vraag
    assert asked is not None
    found = een(kolom)
    if vreemd:
        found = st.one_of(found, VREEMD)
    if asked.meer:
        between = asked.antwoord in PUNTKOMMA
        found = st.lists(found, min_size=0 if vreemd else 1, max_size=3, unique=between)
    if asked.mag_onbekend:
        found = st.one_of(found, st.just("onbekend"))
    # a cell that is empty is unknown where it must be filled in and may be unknown
    return found if asked.verplicht and asked.mag_onbekend else st.one_of(st.none(), found)


@st.composite
def onderdeel(draw: st.DrawFn, soort: str, blad: Tabblad, *, vreemd: bool) -> Value:
    """What a row of a sheet holds, with the lists below it."""
    if blad.los:
        return draw(veld(blad.kolommen[0], vreemd=vreemd)) or "woord"
    value: Value = {}
    below = {one.weg[-1]: one for one in indeling(soort) if one.weg[:-1] == blad.weg and one.weg}
    for kolom in blad.kolommen:
        if kolom.vraag is not None:
            zet(value, kolom.loc, draw(veld(kolom, vreemd=vreemd)))
        elif kolom.is_lijst:
            items = draw(
                st.one_of(
                    st.none(),
                    st.just("onbekend") if kolom.mag_onbekend else st.nothing(),
                    st.lists(
                        onderdeel(soort, below[kolom.loc], vreemd=vreemd).filter(bool),
                        max_size=2,
                        unique_by=lambda one: (
                            str(one.get("id")).strip() if isinstance(one, dict) else str(one)
                        ),
                    ),
                )
            )
            zet(value, kolom.loc, items)
        elif kolom.mag_onbekend and draw(st.booleans()):
            zet(value, kolom.loc, "onbekend")
            return value
    return value


def record(soort: str, *, vreemd: bool) -> st.SearchStrategy[Value]:
    found = onderdeel(soort, indeling(soort)[0], vreemd=vreemd).filter(bool)  # else it is no file
    return found.map(lambda value: {**value, "id": "een"} if SOORT[soort].is_map else value)  # type: ignore[dict-item]


PROEF = ("speerpunt", "wegwijzer", "waarnemingen", "onderdeel", "indicator")


@pytest.mark.parametrize("soort", PROEF)
def test_values_of_the_types_can_be_read_from_the_cells_alone(soort: str) -> None:
    @voorbeelden(8)
    @given(record(soort, vreemd=False))
    def probeer(value: Value) -> None:
        key = "een" if SOORT[soort].is_map else ""
        sheets = bladen(gemaakt(soort, {key: value}), soort)
        found = lees_bladen(sheets, soort, REGIO, {key: {}})
        assert found.waarden == {key: value}

    probeer()


@pytest.mark.parametrize("soort", PROEF)
def test_what_nobody_touched_is_what_stands_there_now(soort: str) -> None:
    """Whatever the values are, and whatever they became since the workbook was made."""

    @voorbeelden(8)
    @given(record(soort, vreemd=True), record(soort, vreemd=True))
    def probeer(toen: Value, nu: Value) -> None:
        key = "een" if SOORT[soort].is_map else ""
        raw = gemaakt(soort, {key: toen})
        before = copy.deepcopy((toen, nu))
        assert gelezen(raw, soort, {key: toen}).waarden == {key: toen}
        assert gelezen(raw, soort, {key: nu}).waarden == {key: nu}
        assert (toen, nu) == before

    probeer()
