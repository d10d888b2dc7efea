"""What somebody does in a workbook of a kind: what becomes of it, and what is told at which cell."""

from __future__ import annotations

import copy
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.formula import ArrayFormula

from macros.invoer.blad.gelezen import Gelezen
from macros.invoer.blad.herkennen import herken, herken_koppen
from macros.issue import Level
from macros.model.geheel import SOORT
from macros.source.nodes import Value
from macros.source.werkmap import TOEN, blad_van_csv, open_werkmap
from tests.unit.werkbladen import (
    Bewerking,
    bewerkt,
    gelezen,
    gemaakt,
    gezegd,
    kolom,
    rij,
    voeg_toe,
    waarden,
    zet,
)

PUNT = "alles-bekend"


def doe(*stappen: Bewerking, soort: str = "speerpunt", nu: Any = None) -> Gelezen:
    """What is read after these steps; ``nu`` is what the data became meanwhile."""
    raw = gemaakt(soort)
    if stappen:
        raw = bewerkt(raw, lambda book: [one(book) for one in stappen])
    return gelezen(raw, soort, nu)


def goed(*stappen: Bewerking, soort: str = "speerpunt", nu: Any = None) -> dict[str, Value]:
    """The records that are otherwise after these steps, which give no problem."""
    found = doe(*stappen, soort=soort, nu=nu)
    assert gezegd(found) == []
    before = waarden(soort) if nu is None else nu
    return {key: one for key, one in found.waarden.items() if one != before.get(key)}


def anders(**velden: Any) -> dict[str, Any]:
    """The first speerpunt with these fields otherwise; None is away."""
    value: Any = copy.deepcopy(waarden("speerpunt")[PUNT])
    for name, one in velden.items():
        value[name] = one
        if one is None:
            del value[name]
    return value  # type: ignore[no-any-return]


def acties(*volgorde: int, **velden: Any) -> list[Any]:
    """The actions of the first speerpunt in this order, the first of them with these fields."""
    value: Any = copy.deepcopy(waarden("speerpunt")[PUNT])
    found = [value["acties"][at] for at in volgorde]
    found[0] |= velden
    return found


def weg(blad: str, text: str, kop: str = "") -> Bewerking:
    def haal(book: openpyxl.Workbook) -> None:
        book[blad].delete_rows(rij(book[blad], text, kop))

    return haal


def zonder_kolom(blad: str, *koppen: str) -> Bewerking:
    def haal(book: openpyxl.Workbook) -> None:
        for kop in koppen:
            book[blad].delete_cols(kolom(book[blad], kop))

    return haal


ID = "Korte naam (id)"
STAND = zet("Acties", "lijst-delen", "Stand", "Afgerond.", bij=ID)


# ------------------------------------------------------------ what is meant is done


def test_a_cell_changes_its_value_and_no_other() -> None:
    assert goed(STAND) == {PUNT: anders(acties=[*acties(0), *acties(1, stand="afgerond")])}


def test_a_name_becomes_the_id_however_it_is_typed() -> None:
    assert goed(
        zet("Speerpunten", PUNT, "Ambtelijk trekker", "samenwerkingsverband\u00a0MINI.")
    ) == {PUNT: anders(ambtelijk_trekker="swv-mini")}


def test_several_values_stand_with_a_semicolon_between_them() -> None:
    step = zet("Acties", "lijst-maken", "Wanneer het gepland is", "maart 2022;2023", bij=ID)
    assert goed(step) == {PUNT: anders(acties=acties(0, 1, wanneer=["2022-03", "2023"]))}


def test_an_empty_cell_takes_its_value_away_or_makes_it_unknown() -> None:
    found = goed(
        zet("Speerpunten", PUNT, "Herkomst: Vindplaats", None),
        zet("Speerpunten", PUNT, "Conclusie", None),
    )
    origin = {**anders()["herkomst"]}
    del origin["vindplaats"]
    assert found == {PUNT: anders(herkomst=origin, conclusie="onbekend")}


def test_a_new_row_is_a_new_record_with_the_id_of_its_title() -> None:
    found = goed(
        voeg_toe("Speerpunten", Titel="Nieuw & mooi", Nummer="3", Voor_ouders="Dit is nieuw."),
        voeg_toe("Acties", id="nieuw & mooi", Wat_er_gebeurt="Beginnen", Stand="loopt"),
    )
    [(key, made)] = found.items()
    assert key == "nieuw-mooi"
    value: Any = made
    assert {one: value[one] for one in ("id", "titel", "nummer", "ambtelijk_trekker")} == {
        "id": "nieuw-mooi",
        "titel": "Nieuw & mooi",
        "nummer": "3",
        "ambtelijk_trekker": "onbekend",
    }
    [actie] = value["acties"]
    assert actie["wat"] == "Beginnen"


def test_what_is_known_by_another_record_has_the_id_of_that() -> None:
    step = voeg_toe("Functies", Partij="Samenwerkingsverband Mini", Nummer="2")
    found = doe(step, soort="functie")
    assert found.nieuw == {"swv-mini"}
    again = voeg_toe("Functies", Partij="Regisseur", Nummer="2")
    [said] = gezegd(doe(again, soort="functie"))
    assert "Er is al een functie die zo heet ('regisseur')." in said


def test_what_has_no_name_is_new_by_its_id() -> None:
    assert goed(voeg_toe("Waarnemingen", id="nieuwe-bron"), soort="waarnemingen") == {
        "nieuwe-bron": {"id": "nieuwe-bron"}
    }
    [said] = gezegd(doe(voeg_toe("Waarnemingen", id="Nieuwe bron"), soort="waarnemingen"))
    assert "Er is geen waarnemingen met de id 'Nieuwe bron'." in said


def test_a_column_or_a_sheet_that_is_gone_changes_nothing() -> None:
    away = zonder_kolom("Acties", "Resultaat", "Bewijs", "Herkomst: Bron", "Herkomst: Peildatum")

    def bladen(book: openpyxl.Workbook) -> None:
        del book["Planning"], book["Wijzigingen"]

    assert goed(away, bladen, STAND) == goed(STAND)


def test_a_record_without_a_row_stays() -> None:
    found = doe(weg("Speerpunten", PUNT))
    assert gezegd(found) == []
    assert found.waarden == waarden("speerpunt")


def test_a_row_that_is_gone_from_another_sheet_goes_out_of_its_list() -> None:
    assert goed(weg("Acties", "lijst-maken", ID)) == {PUNT: anders(acties=acties(1))}


def test_a_list_of_which_every_row_is_gone_is_empty() -> None:
    assert goed(weg("Wijzigingen", PUNT)) == {PUNT: anders(wijzigingen=[])}
    gone = (weg("Wijzigingen", PUNT), zet("Speerpunten", PUNT, "Wijzigingen", None))
    assert goed(*gone) == {PUNT: anders(wijzigingen=None)}


def _omgekeerd(book: openpyxl.Workbook) -> None:
    sheet = book["Acties"]
    rows = [[cell.value for cell in sheet[row]] for row in (2, 3)]
    for row, values in zip((3, 2), rows, strict=True):
        for column, value in enumerate(values, 1):
            sheet.cell(row, column).value = value
            sheet.cell(row, column).data_type = "s"


def test_an_item_that_moved_is_the_same_item_also_without_all_columns() -> None:
    away = zonder_kolom("Acties", "Resultaat", "Bewijs", "Stand")
    assert goed(_omgekeerd, away) == {PUNT: anders(acties=acties(1, 0))}


def test_an_item_without_an_id_keeps_what_its_columns_do_not_say() -> None:
    """The row above it is gone: it is not that row."""
    found = goed(
        weg("Antwoorden", "Op school", "Tekst"),
        zonder_kolom("Antwoorden", "Volgende vraag"),
        soort="wegwijzer",
    )
    before: Any = copy.deepcopy(waarden("wegwijzer")[""])
    del before["vragen"][0]["antwoorden"][0]
    assert found == {"": before}


def test_a_column_may_stand_elsewhere_and_a_title_above_the_headings() -> None:
    def schuif(book: openpyxl.Workbook) -> None:
        sheet = book["Acties"]
        sheet.move_range(f"B1:B{sheet.max_row}", cols=30)
        sheet.insert_rows(1)
        sheet["A1"] = "Stand van zaken"

    found = doe(STAND, schuif)
    assert gezegd(found) == []
    assert found.waarden[PUNT] == goed(STAND)[PUNT]
    assert found.niet_gelezen == ["Rij 1, boven de koppen (blad Acties)"]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("'s Avonds samen", "'s Avonds samen"),
        ("=SOM(A1:A3)", "=SOM(A1:A3)"),
        ("0344", "0344"),
        ("NO", "NO"),
        ("Cafe\u0301", "Café"),
        ("\u00a0Samen \u200b", "Samen"),
        ("een; twee", "een; twee"),
        ('Zeg "ja"', 'Zeg "ja"'),
        (344, "344"),
    ],
)
def test_a_text_is_what_was_typed(typed: Any, value: str) -> None:
    def typ(book: openpyxl.Workbook) -> None:
        cell = book["Speerpunten"].cell(2, kolom(book["Speerpunten"], "Titel"))
        cell.value = typed
        cell.data_type = "s" if isinstance(typed, str) else "n"

    assert rij_van_punt() == 2
    assert goed(typ) == {PUNT: anders(titel=value)}


def rij_van_punt() -> int:
    book, _ = open_werkmap(gemaakt("speerpunt"), "x.xlsx")
    assert book is not None
    sheet, _ = book.lees("Speerpunten")
    assert sheet is not None
    return next(row for row, cells in sheet.rijen.items() if cells[1].waarde == PUNT)


def test_texts_of_a_list_stand_on_lines_of_their_own() -> None:
    step = zet(
        "Bronnen", "plan", "Wat er mist in het exemplaar dat wij hebben", "Een; twee\n\nDrie"
    )
    [value] = goed(step, soort="bron").values()
    assert isinstance(value, dict)
    assert value["ontbreekt"] == ["Een; twee", "Drie"]


# ------------------------------------------------------------ what is wrong is told at its cell


def formule(book: openpyxl.Workbook) -> None:
    book["Speerpunten"]["E2"] = ArrayFormula("E2:E2", "=1+1")


def foutwaarde(book: openpyxl.Workbook) -> None:
    book["Speerpunten"]["E2"] = "#N/A"
    book["Speerpunten"]["E2"].data_type = "e"


def samengevoegd(book: openpyxl.Workbook) -> None:
    book["Acties"].merge_cells("A2:A3")


def verborgen_rij(book: openpyxl.Workbook) -> None:
    book["Acties"].row_dimensions[3].hidden = True


def verborgen_blad(book: openpyxl.Workbook) -> None:
    book["Acties"].sheet_state = "hidden"


def geen_kop(book: openpyxl.Workbook) -> None:
    book["Planning"]["H2"] = "los"


def dubbele_kop(book: openpyxl.Workbook) -> None:
    book["Planning"]["E1"] = "Jaar"


def vreemde_kop(book: openpyxl.Workbook) -> None:
    book["Planning"]["B1"] = "Jaren"


FOUT: list[tuple[Bewerking, str]] = [
    (
        zet("Speerpunten", PUNT, "id", "alles-bekent"),
        "blad Speerpunten, rij 2, kolom A (id): Er is geen speerpunt met de id 'alles-bekent'. "
        "Bedoel je 'alles-bekend'?",
    ),
    (
        zet("Acties", "lijst-maken", "id", "alles-bekent", bij=ID),
        "blad Acties, rij 2, kolom A (id): Er is geen speerpunt 'alles-bekent'. "
        "Bedoel je 'alles-bekend'?",
    ),
    (
        zet("Acties", "lijst-maken", "id", None, bij=ID),
        "blad Acties, rij 2, kolom A (id): Hier staat niet waar dit bij hoort. "
        "Vul in de eerste kolom de id in.",
    ),
    (
        voeg_toe("Speerpunten", id=PUNT, Titel="Nog eens"),
        "kolom A (id): 'alles-bekend' staat er twee keer in. Houd één rij over.",
    ),
    (
        voeg_toe("Speerpunten", Titel="Een punt van vroeger", Nummer="4"),
        "Er is al een speerpunt die zo heet",
    ),
    (
        lambda book: [voeg_toe("Speerpunten", Titel="Zelfde", Nummer=n)(book) for n in "34"],
        "Een rij hierboven heet ook zo ('zelfde'). Geef elk een eigen naam.",
    ),
    (voeg_toe("Speerpunten", Nummer="4"), "Van deze rij kan geen id worden gemaakt"),
    (
        zet("Acties", "lijst-delen", "Wie het doen", "swv-mini; onbekend", bij=ID),
        "blad Acties, rij 3, kolom E (Wie het doen): 'onbekend' kan niet naast andere waarden "
        "staan. Laat alleen staan wat bekend is.",
    ),
    (
        zet("Speerpunten", PUNT, "Acties", "onbekend"),
        "blad Speerpunten, rij 2, kolom L (Acties): Hier staat 'onbekend', en toch is er iets "
        "ingevuld (blad Acties, rij 2). Zet hier 'ingevuld', of haal dat weg.",
    ),
    (
        zet("Acties", "lijst-delen", "Wie het doen", "SWV mimi", bij=ID),
        "blad Acties, rij 3, kolom E (Wie het doen): Er is geen",
    ),
    (
        formule,
        "blad Speerpunten, rij 2, kolom E (Titel): Hier staat een formule (=1+1). "
        "Typ de tekst zelf, of plak haar als waarde.",
    ),
    (foutwaarde, "blad Speerpunten, rij 2, kolom E (Titel): Hier staat een fout van het rekenblad"),
    (
        samengevoegd,
        "blad Acties, rij 2, kolom A (id): De cellen A2 tot en met A3 zijn samengevoegd.",
    ),
    (verborgen_rij, "blad Acties, rij 3: Deze rij is verborgen en er staat iets in."),
    (verborgen_blad, "Het blad 'Acties' is verborgen. Maak het zichtbaar."),
    (geen_kop, "blad Planning, rij 2, kolom H: Boven deze cel staat geen kop."),
    (dubbele_kop, "blad Planning, rij 1, kolom E (Jaar): De kolom 'Jaar' staat er twee keer."),
    (
        vreemde_kop,
        "blad Planning, rij 1, kolom B (Jaren): De kolom 'Jaren' hoort niet in het blad 'Planning'. "
        "Bedoel je 'Jaar'?",
    ),
]


@pytest.mark.parametrize(("stap", "melding"), FOUT, ids=[melding[:60] for _, melding in FOUT])
def test_a_problem_is_told_at_its_cell(stap: Bewerking, melding: str) -> None:
    found = doe(stap)
    assert not found.ok
    assert any(melding in one for one in gezegd(found)), gezegd(found)


def test_every_problem_is_told_at_once() -> None:
    found = doe(*(stap for stap, _ in (*FOUT[6:9], FOUT[10])))
    assert len([one for one in found.issues if one.level is Level.FOUT]) == 5


def test_a_number_that_stands_twice_is_refused_and_a_row_below_nothing_too() -> None:
    def beide(book: openpyxl.Workbook) -> None:
        routes, steps = book["Routes"], book["Stappen"]
        routes.append([cell.value for cell in routes[2]])
        steps.cell(2, 2).value = "9"

    said = gezegd(doe(beide, soort="onderdeel"))
    assert any("Het nummer 1 staat er twee keer." in one for one in said)
    assert any("blad Stappen, rij 2, kolom B (Routes)" in one and "geen '9'" in one for one in said)


def test_other_sheets_are_named_and_our_own_are_not() -> None:
    def blad(book: openpyxl.Workbook) -> None:
        book.create_sheet("Kladblok")["A1"] = "los"

    assert doe(blad).niet_gelezen == ["Het blad 'Kladblok'"]


# ------------------------------------------------------------ what changed meanwhile


def intussen(**velden: Any) -> dict[str, Value]:
    return {**waarden("speerpunt"), PUNT: anders(**velden)}


def test_an_old_workbook_puts_no_old_value_back() -> None:
    nu = intussen(titel="Nieuwe titel", acties=[*acties(1, stand="afgerond")])
    assert goed(nu=nu) == {}
    found = goed(zet("Speerpunten", PUNT, "Conclusie", "Anders."), nu=nu)
    assert found == {PUNT: {**intussen()[PUNT], **nu[PUNT], "conclusie": "Anders."}}  # type: ignore[dict-item]


def test_changes_of_different_items_come_together_and_keep_their_cells() -> None:
    extra = {**acties(0)[0], "id": "eerst-dit"}
    nu = intussen(acties=[extra, *acties(0, 1, wat="Intussen anders")])
    found = doe(STAND, nu=nu)
    assert gezegd(found) == []
    value: Any = found.waarden[PUNT]
    first, second, third = value["acties"]
    assert (first["id"], second["wat"], third["stand"]) == (
        "eerst-dit",
        "Intussen anders",
        "afgerond",
    )
    assert found.plek(PUNT, ("acties", 2, "stand")) == ("blad Acties", 3, 8)
    assert found.plek(PUNT, ("acties", 0, "stand")) == ("blad Speerpunten", 2, 12)


def test_the_same_value_changed_twice_is_told_with_both() -> None:
    found = doe(STAND, nu=intussen(acties=[*acties(0), *acties(1, stand="niet-gestart")]))
    [issue] = found.issues
    assert issue.level is Level.LET_OP
    assert gezegd(found) == [
        "blad Acties, rij 3, kolom H (Stand): Dit is gewijzigd sinds deze werkmap is gemaakt. "
        "Nu staat er: niet-gestart. Kies welke van de twee het moet zijn."
    ]


def test_a_record_that_vanished_meanwhile_does_not_come_back() -> None:
    nu = waarden("speerpunt")
    del nu[PUNT]
    [first, *_] = gezegd(doe(nu=nu))
    assert "'alles-bekend' is er niet meer" in first


def test_a_workbook_that_remembers_nothing_says_so_when_it_changes_something() -> None:
    def vergeet(book: openpyxl.Workbook) -> None:
        del book[TOEN]

    assert gezegd(doe(vergeet)) == []
    [issue] = doe(vergeet, STAND).issues
    assert (issue.code, issue.level) == ("geen-toen", Level.LET_OP)


@pytest.mark.parametrize("onzin", ["x", "AAAA", None, "=1+1"])
def test_what_a_workbook_remembers_may_be_broken(onzin: str | None) -> None:
    def breek(book: openpyxl.Workbook) -> None:
        book[TOEN]["A2"] = onzin

    assert doe(breek).waarden == waarden("speerpunt")


# ------------------------------------------------------------ of which kind it is


def test_a_workbook_is_known_by_its_sheets_when_it_remembers_nothing() -> None:
    for soort in SOORT:
        raw = bewerkt(gemaakt(soort), lambda book: book.remove(book[TOEN]))
        book, _ = open_werkmap(raw, "x.xlsx")
        assert book is not None
        assert herken(book) == soort


@pytest.mark.parametrize(
    ("kop", "gevonden"),
    [
        ("id;Korte naam (id);Stand;Bewijs", ("speerpunt", "Acties")),
        ("id,Term,Voluit,Uitleg", ("begrip", "Begrippen")),
        ("id;Datum;Wat er is gewijzigd", ("", "")),
        ("van alles;en nog wat", ("", "")),
    ],
)
def test_a_csv_is_known_by_its_headings(kop: str, gevonden: tuple[str, str]) -> None:
    blad, _ = blad_van_csv(f"{kop}\n1;2;3;4\n".encode(), "x.csv")
    assert blad is not None
    assert herken_koppen(blad, SOORT) == gevonden


def test_what_is_filled_in_was_not_looked_for_in_vain_any_longer() -> None:
    def actie(found: dict[str, Value]) -> Any:
        record: Any = found["veel-onbekend"]
        return record["acties"][0]

    def cel(kop: str, value: str) -> Bewerking:
        return zet("Acties", "uitzoeken", kop, value, bij=ID)

    known = actie(goed(cel("Stand", "loopt")))
    assert (known["stand"], known["gezocht_op"]) == ("loopt", {"bewijs": "2022-03"})
    date = actie(goed(cel("Gezocht op: Stand", "maart 2022")))
    assert date["gezocht_op"] == {"stand": "2022-03", "bewijs": "2022-03"}
    more = actie(goed(cel("Gezocht op: Wie het doen", "2021")))
    assert more["gezocht_op"] == {"stand": "2022-02", "bewijs": "2022-03", "door": "2021"}
    none = goed(zet("Speerpunten", "veel-onbekend", "Gezocht op: Bestuurlijk trekker", ""))
    assert "gezocht_op" not in none["veel-onbekend"]  # type: ignore[operator]


def test_a_new_record_known_by_another_is_of_one_that_is_there() -> None:
    found = doe(voeg_toe("DPIA's", Gemeente="Woudenberg", Stand="onbekend"), soort="dpia")
    said = [one for one in gezegd(found) if "Woudenberg" in one]
    assert said
    assert found.nieuw == set()
