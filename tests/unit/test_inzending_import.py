"""Importing a filled-in spreadsheet: bad ones are refused in Dutch at their cell, good ones cleaned."""

from __future__ import annotations

import csv
import datetime
import errno
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl.comments import Comment
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from macros.invoer.inzending.inlezen import lees_in
from macros.invoer.inzending.melden import meldingen, notities
from macros.invoer.inzending.opschonen import Opschoning
from macros.model.basis.verwijzing import naar_id
from macros.model.geheel import Regio
from macros.source import werkmap
from scripts.importeer import main as importeer
from tests.unit.gevallen import foto
from tests.unit.invulling import (
    KOPPEN,
    Bewerking,
    boek,
    gezegd,
    goed,
    ingelezen,
    kolom,
    waarden,
)
from tests.unit.mini import DAG, Mini

# ------------------------------------------------------------ the sheet


def zet(cel: str, waarde: Any) -> Bewerking:
    """Put a value in a cell."""

    def doe(sheet: Worksheet) -> None:
        sheet[cel] = waarde

    return doe


def verberg_rij(sheet: Worksheet) -> None:
    sheet.row_dimensions[2].hidden = True


def verberg_kolommen(sheet: Worksheet) -> None:
    sheet.column_dimensions.group("A", "B", hidden=True)


def formule_als_tekst(sheet: Worksheet) -> None:
    sheet["A2"] = "=1+1"
    sheet["A2"].data_type = "s"


def nieuwe_fout(sheet: Worksheet) -> None:
    sheet["A2"] = "#GETTING_DATA"
    sheet["A2"].data_type = "e"


def procent(sheet: Worksheet) -> None:
    sheet["A2"] = 0.4
    sheet["A2"].number_format = "0%"


BLAD: dict[str, tuple[Bewerking, list[str]]] = {
    "merged cells": (
        lambda sheet: sheet.merge_cells("A2:B2"),
        [
            "blad Arrangementen, rij 2, kolom A (Titel): De cellen A2 tot en met B2 zijn "
            "samengevoegd. Splits ze en zet in elke cel wat erin hoort.",
            "blad Arrangementen, rij 2, kolom B (Soort): Het veld 'soort' ontbreekt. "
            "Een arrangement, of een proef die er geen is.",
        ],
    ),
    "a hidden row": (
        verberg_rij,
        [
            "blad Arrangementen, rij 2: Deze rij is verborgen en er staat iets in. "
            "Maak haar zichtbaar (haal ook een filter weg) en kijk of zij erbij hoort."
        ],
    ),
    "hidden columns": (
        verberg_kolommen,
        [
            f"blad Arrangementen, rij 1, kolom {letter} ({kop}): Kolom {letter} is verborgen en er "
            "staat iets in. Maak haar zichtbaar (haal ook een filter weg) en kijk of zij erbij hoort."
            for letter, kop in (("A", "Titel"), ("B", "Soort"))
        ],
    ),
    "a formula": (
        zet("A2", '=A1&"x"'),
        [
            'blad Arrangementen, rij 2, kolom A (Titel): Hier staat een formule (=A1&"x"). '
            "Typ de tekst zelf, of plak haar als waarde."
        ],
    ),
    "HYPERLINK": (
        zet("C2", '=HYPERLINK("http://x.example";"klik")'),
        [
            "blad Arrangementen, rij 2, kolom C (Samen): Hier staat een formule "
            '(=HYPERLINK("http://x.example";"klik")). Typ de tekst zelf, of plak haar als waarde.'
        ],
    ),
    "a formula typed as text": (
        formule_als_tekst,
        [
            "blad Arrangementen, rij 2, kolom A (Titel): Hier staat een formule (=1+1). "
            "Typ de tekst zelf, of plak haar als waarde."
        ],
    ),
    "an array formula": (
        zet("A2", ArrayFormula("A2:A2", "=SOM(B2:C2)")),
        [
            "blad Arrangementen, rij 2, kolom A (Titel): Hier staat een formule (=SOM(B2:C2)). "
            "Typ de tekst zelf, of plak haar als waarde."
        ],
    ),
    "an error value": (
        zet("A2", "#N/A"),
        [
            "blad Arrangementen, rij 2, kolom A (Titel): Hier staat een fout van het rekenblad "
            "(#N/A). Typ wat er moet staan."
        ],
    ),
    "an error value of a newer Excel": (
        nieuwe_fout,
        [
            "blad Arrangementen, rij 2, kolom A (Titel): Hier staat een fout van het rekenblad "
            "(#GETTING_DATA). Typ wat er moet staan."
        ],
    ),
    "an error value of a Dutch Excel, pasted": (
        zet("A2", "#VERW!"),
        [
            "blad Arrangementen, rij 2, kolom A (Titel): Hier staat een fout van het rekenblad "
            "(#VERW!). Typ wat er moet staan."
        ],
    ),
    "a renamed column": (
        zet("A1", "Titels"),
        [
            "blad Arrangementen, rij 1: De kolom 'Titel' ontbreekt. "
            "Neem de koppen van het invulblad over.",
            "blad Arrangementen, rij 1, kolom A (Titels): De kolom 'Titels' hoort niet in het "
            "invulblad. Bedoel je 'Titel'?",
        ],
    ),
    "no headings": (
        lambda sheet: sheet.delete_rows(1),
        [
            "blad Arrangementen, rij 1: De koppen van het invulblad staan hier niet. "
            "Zet ze in één rij boven de antwoorden: kopieer ze uit het invulblad.",
        ],
    ),
    "the headings once more": (
        lambda sheet: sheet.append(KOPPEN),
        [
            "blad Arrangementen, rij 3: Hier staan de koppen nog een keer. "
            "Haal deze rij weg: alle arrangementen horen onder één rij met koppen."
        ],
    ),
    "a total": (
        zet("A4", "Totaal: 1"),
        [
            "blad Arrangementen, rij 4, kolom A (Titel): In deze rij staat alleen 'Totaal: 1'. "
            "Is het een opmerking of een totaal? Haal de rij weg. Zo niet, vul haar verder in."
        ],
    ),
    "a percentage": (
        procent,
        [
            "blad Arrangementen, rij 2, kolom A (Titel): Hier staat een percentage (40%). "
            "Zet de cel op Tekst en typ wat er moet staan."
        ],
    ),
    "a column twice": (
        zet("AF1", "soort"),
        [
            "blad Arrangementen, rij 1, kolom AF (soort): De kolom 'soort' staat er twee keer. "
            "Houd er één over."
        ],
    ),
    "a text outside the columns": (
        zet("AG2", "nog iets"),
        [
            "blad Arrangementen, rij 2, kolom AG: Boven deze cel staat geen kop. "
            "Zet de tekst in een kolom met een kop."
        ],
    ),
    "no rows at all": (
        lambda sheet: sheet.delete_rows(2),
        ["blad Arrangementen: Er staat geen enkel arrangement in. Vul een rij in."],
    ),
    "a hidden sheet": (
        lambda sheet: (sheet.parent.create_sheet("Ander"), setattr(sheet, "sheet_state", "hidden")),
        ["blad.xlsx: Het blad 'Arrangementen' is verborgen. Maak het zichtbaar."],
    ),
    "a sheet of another name": (
        lambda sheet: setattr(sheet, "title", "Arrangement"),
        [
            "blad.xlsx: Het blad 'Arrangementen' ontbreekt. Noem het ingevulde blad zo. "
            "Nu staat er: Arrangement."
        ],
    ),
}


@pytest.mark.parametrize(("blad", "verwacht"), BLAD.values(), ids=BLAD)
def test_a_sheet_with_this_is_refused(blad: Bewerking, verwacht: list[str], regio: Regio) -> None:
    assert gezegd(boek(goed(), blad=blad), regio) == verwacht


def test_columns_may_stand_in_another_order(regio: Regio) -> None:
    backwards = boek(goed(Vorm="collectief"), koppen=KOPPEN[::-1])
    assert waarden(backwards, regio) == waarden(boek(goed(Vorm="collectief")), regio)


def test_headings_are_found_below_a_title_and_however_they_are_typed(regio: Regio) -> None:
    def blad(sheet: Worksheet) -> None:
        sheet["A1"] = "TITEL *"
        sheet["B1"] = " soort: "
        sheet.insert_rows(1, 2)
        sheet["A1"] = "Arrangementen van onze regio"
        sheet["C2"] = "versie 3"

    found = ingelezen(boek(goed(), blad=blad), regio)
    assert found.ok
    assert len(found.documenten) == 1
    assert [one for one in notities(found) if "Niet gelezen" in one] == [
        "Niet gelezen: Rij 1, boven de koppen ('Arrangementen van onze regio').",
        "Niet gelezen: Rij 2, boven de koppen ('versie 3').",
    ]
    wrong = boek(goed(Vorm="kring"), blad=blad)
    assert gezegd(wrong, regio)[0].startswith("blad Arrangementen, rij 4, kolom G (Vorm): 'kring'")


def test_the_sheet_is_found_when_its_name_has_other_capitals(regio: Regio) -> None:
    raw = boek(goed(), blad=lambda sheet: setattr(sheet, "title", "arrangementen "))
    assert gezegd(raw, regio) == []


CSV: dict[str, Callable[[str], bytes]] = {
    "UTF-8 with its mark": lambda text: text.encode("utf-8-sig"),
    "a line that names the separator": lambda text: f"sep=;\r\n{text}".encode(),
    "UTF-16": lambda text: text.encode("utf-16"),
    "the line ends of an old Mac": lambda text: text.replace("\r\n", "\r").encode(),
    "tabs": lambda text: text.replace(";", "\t").encode(),
}


def als_csv(*rijen: dict[str, Any]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=";").writerows(
        [KOPPEN, *([r.get(k) for k in KOPPEN] for r in rijen)]
    )
    return buffer.getvalue()


@pytest.mark.parametrize("vorm", CSV)
def test_csv_is_read_as_the_sheet_it_was(vorm: str, regio: Regio) -> None:
    row = goed(Inhoud='Zij zeggen "ja"', Bron="plan")
    found = lees_in(CSV[vorm](als_csv(row)), "Blad.CSV", regio, DAG, {})
    assert list(meldingen(found)) == []
    same = ingelezen(boek(row), regio)
    assert [one.value for one in found.documenten.values()] == [
        one.value for one in same.documenten.values()
    ]
    found = lees_in(CSV[vorm](als_csv(row | {"Vorm": "kring"})), "blad.csv", regio, DAG, {})
    line = 3 if "names" in vorm else 2
    assert list(meldingen(found)) == [
        f"blad.csv, regel {line}, kolom G (Vorm): 'kring' kan hier niet. "
        "Kies uit: collectief, onderwijs-in-zorg, zorg-op-school, onbekend."
    ]


@pytest.mark.parametrize(
    ("raw", "melding"),
    [
        (
            "Titel;Soort\nCrèche;oza".encode("cp1252"),
            "Dit bestand is niet in UTF-8 opgeslagen. Waarschijnlijk komt het uit Windows "
            "(regel 2: 'è'). Bewaar het als 'CSV UTF-8'.",
        ),
        (
            "Titel;Soort".encode("utf-16-le"),
            "Dit is geen CSV: er staan tekens in die geen tekst zijn. Bewaar het als 'CSV UTF-8'.",
        ),
        (
            b'Titel;Soort\n"Klas;oza\n',
            "Deze regel is geen goede CSV: staat er een los aanhalingsteken? "
            "Zet er een tweede aanhalingsteken naast, of haal het weg.",
        ),
        (b" \n\n", "Dit bestand is leeg. Vraag het opnieuw op."),
    ],
)
def test_csv_that_cannot_be_read_is_called_what_it_is(
    raw: bytes, melding: str, regio: Regio
) -> None:
    found = lees_in(raw, "blad.csv", regio, DAG, {})
    [said] = meldingen(found)
    assert said.partition(": ")[2].startswith(melding)


def test_a_missing_column_does_not_hide_what_is_wrong_in_the_others(regio: Regio) -> None:
    heads = [kop for kop in KOPPEN if kop not in ("Soort", "Vorm")]
    assert gezegd(boek(goed(Peildatum="gisteren"), koppen=heads), regio) == [
        "blad Arrangementen, rij 1: De kolom 'Soort' ontbreekt. "
        "Neem de koppen van het invulblad over.",
        "blad Arrangementen, rij 1: De kolom 'Vorm' ontbreekt. "
        "Neem de koppen van het invulblad over.",
        "blad Arrangementen, rij 2, kolom AB (Peildatum): 'gisteren' is geen datum. "
        "Schrijf 2021, 2021-07 of 2021-07-01.",
    ]


# ------------------------------------------------------------ one cell

NU = datetime.datetime(2021, 7, 1, 9, 30)
CEL: dict[str, tuple[str, Any, str]] = {
    "an unknown choice": (
        "Vorm",
        "zorgopschool",
        "'zorgopschool' kan hier niet. Bedoel je 'zorg-op-school'?",
    ),
    "one wrong choice of several": (
        "Sectoren",
        "PO; BO; VO",
        "'BO' kan hier niet. Kies uit: MBO, PO, SBO, SO, VO, VSO.",
    ),
    "an unknown gemeente": (
        "Gemeente locatie",
        "Dorpp",
        "Er is geen gemeente met de naam of id 'Dorpp'. Bedoel je 'Dorp'?",
    ),
    "choices with commas": (
        "Sectoren",
        "PO, SBO",
        "Hier staan 2 waarden in één: 'PO, SBO'. Zet er een puntkomma tussen: PO; SBO.",
    ),
    "choices with slashes": (
        "Sectoren",
        "po/sbo/vo",
        "Hier staan 3 waarden in één: 'po/sbo/vo'. Zet er een puntkomma tussen: po; sbo; vo.",
    ),
    "choices with words": (
        "Sectoren",
        "VO; PO, SO en SBO",
        "Hier staan 3 waarden in één: 'PO, SO en SBO'. Zet er een puntkomma tussen: PO; SO; SBO.",
    ),
    "names with a comma": (
        "Gemeenten",
        "Dorp, Eiland & Wad",
        "Hier staan 2 waarden in één: 'Dorp, Eiland & Wad'. "
        "Zet er een puntkomma tussen: Dorp; Eiland & Wad.",
    ),
    "streams of money with a plus": (
        "Financiering",
        "swv + jeugdwet 40%",
        "Hier staan 2 waarden in één: 'swv + jeugdwet 40%'. "
        "Zet er een puntkomma tussen: swv; jeugdwet 40%.",
    ),
    "two choices where one is asked": (
        "Toestand",
        "lopend / gestopt",
        "Hier staan 2 waarden in één: 'lopend / gestopt'. Hier past er één. "
        "Kies: lopend of gestopt.",
    ),
    "a date of which the number is left": (
        "Peildatum",
        44378,
        "Hier staat het getal 44378. Zo telt Excel 2021-07-01. "
        "Zet de cel op Tekst en typ de datum.",
    ),
    "an unknown source": (
        "Bron",
        "Verslag van een proef",
        "Er is geen bron met de naam of id 'Verslag van een proef'. "
        "Bedoel je 'Verslag van de proef'?",
    ),
    "a party that is no samenwerkingsverband": (
        "Samenwerkingsverbanden",
        "Regisseur",
        "'regisseur' is geen samenwerkingsverband. "
        "Kies een ander, of zet de organisatie bij 'aanbieders'.",
    ),
    "a stream of money twice": (
        "Financiering",
        "swv; jeugdwet 40%; swv",
        "De geldstroom 'swv' staat er twee keer. Voeg de twee samen.",
    ),
    "a share that is no percentage": (
        "Financiering",
        "swv 140%",
        "'140' is geen percentage. "
        "Schrijf een heel getal van 0 tot en met 100, zonder procentteken.",
    ),
    "an empty cell that must be filled in": (
        "Samen",
        "  ",
        "Het veld 'samen' ontbreekt. Wat onderwijs en zorg hier samen doen, in één zin.",
    ),
    "unknown where it cannot be": (
        "Samen",
        "Onbekend",
        "Dit kan niet onbekend zijn. Wat onderwijs en zorg hier samen doen, in één zin.",
    ),
    "unknown beside what is known": (
        "Aanbieders",
        "De Brug; weet niet",
        "'onbekend' kan niet naast andere waarden staan. Laat alleen staan wat bekend is.",
    ),
    "a date where none is asked": (
        "Capaciteit",
        datetime.datetime(2024, 10, 10),
        "Hier staat een datum (2024-10-10), en deze kolom vraagt er geen. "
        "Excel maakt van tekst soms een datum. Zet de cel op Tekst en typ het opnieuw.",
    ),
    "a date that does not exist": (
        "Peildatum",
        "30-2-2021",
        "De datum '2021-02-30' bestaat niet. Deze maand heeft 28 dagen.",
    ),
    "a date with a time": (
        "Peildatum",
        NU,
        "Hier staat een tijd (2021-07-01 09:30:00). Zet de cel op Tekst en typ wat er moet staan.",
    ),
    "a time": (
        "Contact",
        datetime.time(9, 30),
        "Hier staat een tijd (09:30:00). Zet de cel op Tekst en typ wat er moet staan.",
    ),
    "a broken number in a text": (
        "Locatie",
        0.5,
        "Hier staat een getal met cijfers achter de komma (0.5). "
        "Zet de cel op Tekst en typ wat er moet staan.",
    ),
    "a number that is no choice": (
        "Capaciteit",
        10,
        "'10' kan hier niet. Kies uit: 10-24, 25-49, tot-10, vanaf-50, onbekend.",
    ),
    "true or false": (
        "Experiment",
        True,
        "Hier staat WAAR of ONWAAR. Zet de cel op Tekst en typ wat er moet staan.",
    ),
    "html": (
        "Inhoud",
        "Les <b>buiten</b>",
        "In deze tekst staat HTML ('<b>'). Dat kan niet. "
        "Schrijf gewone tekst. De site maakt de opmaak.",
    ),
    "an e-mail address": (
        "Contact",
        "iemand@school.example",
        "Hier staat een e-mailadres (i…@s…). Adressen van personen horen niet op de site. "
        "Noem de functie of de organisatie.",
    ),
    "a telephone number": (
        "Contact",
        "06-12345678",
        "Hier staat een telefoonnummer. Nummers van personen horen niet op de site. "
        "Noem de functie of de organisatie.",
    ),
    "a telephone number that became a number": (
        "Contact",
        612345678,
        "Hier staat een telefoonnummer; Excel liet de nul weg. "
        "Nummers van personen horen niet op de site. Noem de functie of de organisatie.",
    ),
    "a telephone number with hard spaces and a long dash": (
        "Contact",
        "het zorgteam,\u00a006\u2011\u00a012\u00a034\u201356\u00a078",
        "Hier staat een telefoonnummer. Nummers van personen horen niet op de site. "
        "Noem de functie of de organisatie.",
    ),
    "a telephone number with an invisible sign in it": (
        "Contact",
        "tel:06\u200b12345678",
        "Hier staat een telefoonnummer. Nummers van personen horen niet op de site. "
        "Noem de functie of de organisatie.",
    ),
    "a small number of children": (
        "Doelgroep",
        "Voor vier kinderen.",
        "Hier staat een klein aantal ('vier kinderen'). "
        "Dat kan naar een kind wijzen. Noem geen getal.",
    ),
    "two lines where one is asked": (
        "Locatie",
        "Dorp\nbij de kerk",
        "Dit veld is één regel. Haal de nieuwe regels weg.",
    ),
    "an invisible control character": (
        "Locatie",
        "Dorp\x96school",
        "Hier staat een onzichtbaar stuurteken. Maak de cel leeg en typ de tekst opnieuw.",
    ),
    "a title without letters": (
        "Titel",
        "你好",
        "Van deze naam kan geen id worden gemaakt. Gebruik gewone letters of cijfers in de naam.",
    ),
}


@pytest.mark.parametrize(("kop", "waarde", "melding"), CEL.values(), ids=CEL)
def test_a_cell_with_this_is_refused_at_its_place(
    kop: str, waarde: Any, melding: str, regio: Regio
) -> None:
    place = f"blad Arrangementen, rij 3, kolom {kolom(kop)} ({kop})"
    raw = boek(goed(), goed(Titel="Tweede klas") | {kop: waarde})
    assert gezegd(raw, regio) == [f"{place}: {melding}"]


def test_a_name_that_two_sources_have_is_not_guessed(mini: Mini) -> None:
    mini.vervang("bronnen/plan.yml", "'Plan van Mini: \"samen\" <3'", "Verslag van de proef")
    regio = mini.load().regio
    assert regio
    assert gezegd(boek(goed(Bron="Verslag van de proef")), regio) == [
        "blad Arrangementen, rij 2, kolom AB (Bron): Er is meer dan één 'Verslag van de proef'. "
        "Schrijf de id: plan of verslag."
    ]


@pytest.mark.parametrize(
    ("naam", "id_"),
    [
        ("’s-Stad", "gemeente-stad"),
        ("s-Stad", "gemeente-stad"),
        ("`s-Stad", "gemeente-stad"),
        ("\u00b4s\u2011STAD.", "gemeente-stad"),
        ("Gemeente 's\u2013Stad", "gemeente-stad"),
        ("gemeente\u00a0Dorp", "gemeente-dorp"),
        ("\uff24\uff4f\uff52\uff50", "gemeente-dorp"),
        ("Do\u00adrp", "gemeente-dorp"),
        ("  eiland  &\u202fwad ", "gemeente-eiland"),
    ],
)
def test_a_name_is_found_however_it_is_typed(naam: str, id_: str, regio: Regio) -> None:
    assert waarden(boek(goed(Gemeente_locatie=naam)), regio)["gemeente_locatie"] == id_


@pytest.mark.parametrize("naam", ["Súdwest", "Su\u0301dwest", "SÚDWEST", "su\u0301dwest\u00a0"])
def test_a_name_with_an_accent_is_found_in_either_form(naam: str, mini: Mini) -> None:
    mini.vervang("gemeenten/gemeente-dorp.yml", "naam: Dorp", "naam: Súdwest")
    regio = mini.load().regio
    assert regio
    assert waarden(boek(goed(Gemeente_locatie=naam)), regio)["gemeente_locatie"] == "gemeente-dorp"


def test_two_rows_of_one_name_are_refused(regio: Regio) -> None:
    assert gezegd(boek(goed(), goed(Titel="Klas  aan Zeé!")), regio) == [
        "blad Arrangementen, rij 3, kolom A (Titel): Rij 2 heeft dezelfde naam, en dus dezelfde id "
        "('klas-aan-zee'). Geef elk een eigen naam."
    ]


def test_everything_that_is_wrong_is_said_at_once(regio: Regio) -> None:
    raw = boek(
        goed(Vorm="kring"),
        goed(Titel="Twee", Gemeenten="Durp; Dorp; Staad"),
        goed(Titel="Drie", Doelgroep="Voor drie kinderen.", Afwijkingen="tijd"),
        goed(Titel="Vier"),
        blad=verberg_rij,
    )
    assert [
        one.split(": ")[0].removeprefix("blad Arrangementen, ") for one in gezegd(raw, regio)
    ] == [
        "rij 2",
        "rij 2, kolom G (Vorm)",
        "rij 3, kolom I (Gemeenten)",
        "rij 3, kolom I (Gemeenten)",
        "rij 4, kolom L (Doelgroep)",
        "rij 4, kolom X (Afwijkingen)",
    ]


def test_what_breaks_a_rule_is_said_beside_what_is_wrong_in_another_cell(regio: Regio) -> None:
    """All in one round; and a rule is not said to be broken by an answer that is itself wrong."""
    row = goed(Financiering="swv; swv", Vorm="kring", Samenwerkingsverbanden="Regisseur")
    assert [one.split(": ")[0].rpartition("kolom ")[2] for one in gezegd(boek(row), regio)] == [
        "G (Vorm)",
        "R (Financiering)",
        "T (Samenwerkingsverbanden)",
    ]
    row = goed(Experiment="jaa", Afwijkingen="tijd", Zekerheid="bevestigd", Bron="plaan")
    assert [one.split(": ")[0].rpartition("kolom ")[2] for one in gezegd(boek(row), regio)] == [
        "W (Experiment)",
        "AB (Bron)",
    ]


def test_what_was_wrong_with_other_records_is_not_said_of_the_sheet(mini: Mini) -> None:
    mini.vervang("gemeenten/gemeente-dorp.yml", "peildatum: 2021", "peildatum: 2099")
    regio = mini.load().regio
    assert regio
    assert gezegd(boek(goed()), regio) == []


def test_a_warning_is_said_and_stops_nothing(regio: Regio) -> None:
    long = f"Je kind {'leert en ' * 10}speelt hier."
    found = ingelezen(boek(goed(Voor_ouders=long)), regio)
    assert list(meldingen(found)) == [
        "blad Arrangementen, rij 2, kolom E (Voor ouders): let op: Deze zin heeft 24 woorden: "
        "'Je kind leert en leert en …' Maak er twee zinnen van (hooguit 18 woorden)."
    ]
    assert found.ok


# ------------------------------------------------------------ what is cleaned


def maandcel(sheet: Worksheet) -> None:
    """What typing 'juli 2021' gives: a day that shows only its month."""
    sheet[f"{kolom('Peildatum')}2"] = datetime.datetime(2021, 7, 1)
    sheet[f"{kolom('Peildatum')}2"].number_format = "[$-413]mmm\\-yy;@"


def jaarcel(sheet: Worksheet) -> None:
    sheet[f"{kolom('Peildatum')}2"] = datetime.datetime(2021, 1, 1)
    sheet[f"{kolom('Peildatum')}2"].number_format = "yyyy"


SCHOON: dict[str, tuple[str, Any, Any, Opschoning | None]] = {
    "values between signs": ("expertise", "a ;b\nc;", ["a", "b", "c"], Opschoning.DELEN),
    "spaces around": ("locatie", " \u00a0Dorp\u200b \n", "Dorp", Opschoning.SPATIES),
    "spaces around each line": (
        "inhoud",
        "Een. \n\n\u00a0Twee.",
        "Een.\n\nTwee.",
        Opschoning.SPATIES,
    ),
    "an accent by itself": ("locatie", "Cafe\u0301", "Café", Opschoning.TEKENS),
    "a soft hyphen in a word": ("locatie", "zorg\u00adklas", "zorgklas", Opschoning.TEKENS),
    "line ends of Excel": ("inhoud", "Een._x000D_\nTwee.", "Een.\nTwee.", None),
    "line ends of Word": ("inhoud", "Een.\u2028Twee.", "Een.\nTwee.", None),
    "an empty cell": ("locatie", None, "onbekend", Opschoning.LEEG),
    "only signs between values": ("aanbieders", "; ;", "onbekend", Opschoning.LEEG),
    "the word itself": ("locatie", "onbekend", "onbekend", None),
    "nobody knows": ("locatie", "Weet niet", "onbekend", Opschoning.ONBEKEND),
    "a question mark": ("capaciteit", "?", "onbekend", Opschoning.ONBEKEND),
    "a number in a text": ("locatie", 12, "12", Opschoning.GETAL),
    "a number as a text": ("locatie", "12", "12", None),
    "a choice in capitals": ("vorm", "Collectief", "collectief", Opschoning.KEUZE),
    "a choice by its explanation": (
        "capaciteit",
        "10 tot en met 24 plaatsen",
        "10-24",
        Opschoning.KEUZE,
    ),
    "a choice with a full stop and hard spaces": (
        "vorm",
        "\u00a0zorg\u2011op\u2013school.",
        "zorg-op-school",
        Opschoning.KEUZE,
    ),
    "a choice in wide letters": ("sectoren", "\uff30\uff2f", ["PO"], Opschoning.KEUZE),
    "choices with signs of a list": (
        "sectoren",
        "- PO\n• SBO",
        ["PO", "SBO"],
        Opschoning.DELEN,
    ),
    "a choice as it is": ("capaciteit", "10-24", "10-24", None),
    "one choice where several are asked": (
        "sectoren",
        "middelbare school",
        ["VO"],
        Opschoning.KEUZE,
    ),
    "a name": ("gemeente locatie", "eiland & wad", "gemeente-eiland", Opschoning.NAAM),
    "an id": ("gemeente locatie", "gemeente-eiland", "gemeente-eiland", None),
    "a stream of money": (
        "financiering",
        "JEUGDWET 40 % (hulp (eenmalig))",
        [{"stroom": "jeugdwet", "aandeel": "40", "toelichting": "hulp (eenmalig)"}],
        Opschoning.KEUZE,
    ),
}


SAMEN_MET: dict[Opschoning | None, set[Opschoning]] = {
    Opschoning.KEUZE: {Opschoning.SPATIES},
    Opschoning.DELEN: {Opschoning.KEUZE},
}
"""Rules that may be needed as well."""


@pytest.mark.parametrize(("veld", "waarde", "wordt", "regel"), SCHOON.values(), ids=SCHOON)
def test_a_cell_is_cleaned_by_a_stated_rule(
    veld: str, waarde: Any, wordt: Any, regel: Opschoning | None, regio: Regio
) -> None:
    kop = veld.capitalize()
    filled = dict.fromkeys(KOPPEN, "onbekend") | {"Afwijkingen": None, "Speerpunten": None}
    raw = boek(filled | goed() | {"Vindplaats": "overal", kop: waarde})
    found = ingelezen(raw, regio)
    assert found.issues == ()
    [document] = found.documenten.values()
    assert isinstance(document.value, dict)
    assert document.value[veld.replace(" ", "_")] == wordt
    assert regel is None or found.opgeschoond[regel] == (2,)
    assert set(found.opgeschoond) - SAMEN_MET.get(regel, set()) == {regel} - {None}


def test_an_answer_may_be_several_values(regio: Regio) -> None:
    rij = goed(
        Gemeenten="Dorp; 's-Stad",
        Sectoren="po; VO;speciaal onderwijs",
        Financiering="swv; jeugdwet 40%\noverig (subsidie)",
    )
    found = waarden(boek(rij), regio)
    assert found["gemeenten"] == ["gemeente-dorp", "gemeente-stad"]
    assert found["sectoren"] == ["PO", "VO", "SO"]
    assert found["financiering"] == [
        {"stroom": "swv"},
        {"stroom": "jeugdwet", "aandeel": "40"},
        {"stroom": "overig", "toelichting": "subsidie"},
    ]


DATUMS: dict[str, tuple[Any, str]] = {
    "a date cell": (datetime.datetime(2021, 7, 1), "2021-07-01"),
    "digits": ("1-7-2021", "2021-07-01"),
    "digits with slashes": ("01/07/2021", "2021-07-01"),
    "words": ("1 juli 2021", "2021-07-01"),
    "words with hard spaces": ("1\u00a0juli\u202f2021", "2021-07-01"),
    "words with a day of the week": ("Donderdag 1 juli 2021.", "2021-07-01"),
    "an ordinal": ("1e juli 2021", "2021-07-01"),
    "digits with dashes of Word": ("1\u20117\u20132021", "2021-07-01"),
    "digits with a time of nothing": ("01-07-2021 00:00:00", "2021-07-01"),
    "the year first, short": ("2021/7/1", "2021-07-01"),
    "a month in digits": ("07-2021", "2021-07"),
    "wide digits": ("\uff12\uff10\uff12\uff11", "2021"),
    "a month": ("Juli 2021", "2021-07"),
    "a short month": ("1 mrt. 2021", "2021-03-01"),
    "a year as a number": (2021, "2021"),
    "as it is written here": ("2021-07", "2021-07"),
}


@pytest.mark.parametrize(("waarde", "wordt"), DATUMS.values(), ids=DATUMS)
def test_a_date_may_be_written_in_several_ways(waarde: Any, wordt: str, regio: Regio) -> None:
    herkomst = waarden(boek(goed(Peildatum=waarde)), regio)["herkomst"]
    assert herkomst == {"bron": "plan", "peildatum": wordt, "zekerheid": "afgeleid"}


@pytest.mark.parametrize(("blad", "wordt"), [(maandcel, "2021-07"), (jaarcel, "2021")])
def test_a_date_cell_is_as_precise_as_it_looks(blad: Bewerking, wordt: str, regio: Regio) -> None:
    herkomst = waarden(boek(goed(), blad=blad), regio)["herkomst"]
    assert isinstance(herkomst, dict)
    assert herkomst["peildatum"] == wordt


def test_what_was_cleaned_is_said_rule_by_rule_with_its_rows(regio: Regio) -> None:
    rows = [goed(Titel=f" Klas {number} ", Bron="Verslag van de proef") for number in range(8)]
    filled = dict.fromkeys(KOPPEN, "?") | {"Afwijkingen": None, "Speerpunten": None}
    found = ingelezen(boek(*rows[:7], filled | rows[7] | {"Vindplaats": None}), regio)
    said = list(notities(found))
    assert found.ok
    assert said[0] == (
        "Opgeschoond (8 keer: rij 2, 3, 4, 5, 6 en nog 3). "
        "Spaties voor en achter een tekst gaan weg, ook harde en onzichtbare."
    )
    assert said[1].startswith("Opgeschoond (147 keer: rij 2, 3, 4, 5, 6 en nog 2). Een lege cel")
    assert said[2].startswith("Opgeschoond (21 keer: rij 9). 'Weet niet'")
    assert said[3].startswith("Opgeschoond (8 keer: rij 2, 3, 4, 5, 6 en nog 3). De naam van")
    assert len(said) == 4


def veel_leegte(sheet: Worksheet) -> None:
    for row in range(3, 20_003):
        sheet.cell(row, 1).number_format = "@"


def test_twenty_thousand_empty_rows_are_counted_and_left_alone(regio: Regio) -> None:
    found = ingelezen(boek(goed(Titel="Klas"), blad=veel_leegte), regio)
    assert len(found.documenten) == 1
    assert next(iter(notities(found))) == "Opgeschoond (20.000 keer). Een lege rij telt niet mee."


def test_an_empty_row_between_does_not_stop_the_reading(regio: Regio) -> None:
    found = ingelezen(boek(goed(), {}, {"Locatie": " \u00a0 "}, goed(Titel="Twee")), regio)
    assert list(found.documenten) == [
        "arrangement/arrangementen/klas-aan-zee.yml",
        "arrangement/arrangementen/twee.yml",
    ]
    assert found.opgeschoond[Opschoning.LEGE_RIJ] == (0, 0)


def test_what_is_not_read_is_said(regio: Regio) -> None:
    def blad(sheet: Worksheet) -> None:
        sheet["A2"].comment = Comment("let op", "ik")
        sheet["B2"].hyperlink = "https://voorbeeld.example/"
        other = sheet.parent.create_sheet("Kladblok")
        other["A1"] = "nog drie"
        sheet.parent.create_sheet("Leeg")
        sheet.parent.create_sheet("Uitleg")["A1"] = "van het invulblad zelf"

    found = ingelezen(boek(goed(), blad=blad), regio)
    assert found.ok
    assert [one for one in notities(found) if "Niet gelezen" in one] == [
        "Niet gelezen: Opmerkingen bij cellen.",
        "Niet gelezen: Het blad 'Kladblok'.",
        "Niet gelezen: Koppelingen achter een tekst.",
    ]


@pytest.mark.parametrize(
    ("titel", "verwacht"),
    [
        ("Klas aan Zee", "klas-aan-zee"),
        ("Crèche 't Kofje: één + één", "creche-t-kofje-een-een"),
        ("Straße & Œuvre", "strasse-oeuvre"),
        ("woord " * 30, "-".join(["woord"] * 13)),
        ("a" * 200, "a" * 80),
        ("…", ""),
    ],
)
def test_the_id_comes_from_the_title(titel: str, verwacht: str) -> None:
    assert naar_id(titel) == verwacht


# ------------------------------------------------------------ the file


def zip_met(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/").replace("_", "."), content)
    return buffer.getvalue()


def erbij(raw: bytes, name: str, content: bytes) -> bytes:
    buffer = io.BytesIO(raw)
    with ZipFile(buffer, "a", ZIP_DEFLATED) as file:
        file.writestr(name, content)
    return buffer.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
BEWAAR = "Open het en bewaar het als Excel-werkmap (.xlsx)."
BESCHADIGD = (
    "Dit bestand is beschadigd en kan niet worden gelezen. "
    "Open het in Excel of LibreOffice en bewaar het opnieuw als Excel-werkmap (.xlsx)."
)
BESTAND: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "Dit bestand is leeg. Vraag het opnieuw op."),
    "an old Excel file": (lambda: OLE, f"Dit is een oud Excel-bestand (.xls). {BEWAAR}"),
    "an encrypted file": (
        lambda: OLE + "EncryptedPackage".encode("utf-16-le"),
        "Dit bestand heeft een wachtwoord. Haal het wachtwoord eraf en bewaar het.",
    ),
    "a pdf": (
        lambda: b"%PDF-1.7\n",
        "Dit is een pdf. Vraag om het ingevulde invulblad zelf (.xlsx).",
    ),
    "a csv file": (
        lambda: b"Titel;Soort\nKlas;oza\n",
        f"Dit is geen Excel-werkmap (.xlsx), maar bijvoorbeeld een csv-bestand. {BEWAAR}",
    ),
    "an OpenDocument file": (
        lambda: zip_met(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"),
        f"Dit is een OpenDocument-bestand (.ods). {BEWAAR}",
    ),
    "a file with macros": (
        lambda: erbij(boek(goed()), "xl/vbaProject.bin", b"x"),
        "In dit bestand zitten macro's (.xlsm). Bewaar het als Excel-werkmap (.xlsx).",
    ),
    "a binary file": (
        lambda: zip_met(xl__workbook_bin=b"x"),
        f"Dit is een binaire werkmap (.xlsb). {BEWAAR}",
    ),
    "a text document": (
        lambda: zip_met(word__document_xml=b"<x/>"),
        "Dit is een Word-document. Vraag om het ingevulde invulblad zelf (.xlsx).",
    ),
    "a zip with something else": (
        lambda: zip_met(iets=b"<x/>"),
        f"Dit is geen Excel-werkmap (.xlsx). {BEWAAR}",
    ),
    "a table of a website": (
        lambda: b"\xef\xbb\xbf\n<html><table><tr><td>Titel</td></tr></table></html>",
        f"Dit is een webpagina met de naam van een Excel-bestand. {BEWAAR}",
    ),
    "an Excel file of 2003": (
        lambda: b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
        f"Dit is een Excel-bestand in een oude vorm (XML 2003). {BEWAAR}",
    ),
    "a file of Numbers": (
        lambda: zip_met(Index__Document_iwa=b"x"),
        "Dit is een bestand van Numbers. Kies in Numbers: Exporteer naar Excel (.xlsx).",
    ),
    "a strict file": (
        lambda: zip_met(xl__workbook_xml=b"<workbook xmlns='http://purl.oclc.org/ooxml/x'/>"),
        f"Dit is een werkmap in de vorm 'Strict Open XML'. {BEWAAR}",
    ),
    "half a file": (lambda: boek(goed())[:900], BESCHADIGD),
    "broken parts": (lambda: zip_met(xl__workbook_xml=b"<workbook"), BESCHADIGD),
    "a large file": (
        lambda: bytes(werkmap.MAX_BYTES + 1),
        "Dit bestand is groter dan 20 MB. Haal plaatjes en andere bladen eruit.",
    ),
}


@pytest.mark.parametrize(("maak", "melding"), BESTAND.values(), ids=BESTAND)
def test_a_file_of_another_kind_is_refused(
    maak: Callable[[], bytes], melding: str, regio: Regio
) -> None:
    assert gezegd(maak(), regio) == [f"blad.xlsx: {melding}"]


# ------------------------------------------------------------ the command


def voer_uit(mini: Mini, raw: bytes, *opties: str) -> int:
    file = mini.map.parent / "blad.xlsx"
    file.write_bytes(raw)
    return importeer([str(file), "--data", str(mini.map), *opties])


NIEUW = "arrangement/arrangementen/klas-aan-zee.yml"


def test_good_rows_are_shown_as_a_diff_and_written(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    before = foto(mini.map)
    assert voer_uit(mini, boek(goed(), goed(Titel="Twee"))) == 0
    said = capsys.readouterr()
    written = mini.lees(NIEUW)
    assert said.out.startswith(f"--- /dev/null\n+++ b/{NIEUW}\n")
    assert written.splitlines() == [
        line[1:] for line in said.out.splitlines()[3 : 3 + len(written.splitlines())]
    ]
    assert said.err.endswith(f"Geschreven: 2 arrangementen in {mini.map}.\n")
    after = foto(mini.map)
    new = {NIEUW, "arrangement/arrangementen/twee.yml"}
    assert {path for path in after if after[path] != before.get(path)} - {
        "arrangement/arrangementen"
    } == new
    assert mini.load().ok


def test_a_trial_shows_the_same_and_writes_nothing(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    before = foto(mini.map)
    assert voer_uit(mini, boek(goed()), "--proef") == 0
    said = capsys.readouterr()
    assert said.out.startswith(f"--- /dev/null\n+++ b/{NIEUW}\n")
    assert said.err.endswith("Proef met 1 arrangement. Er is niets geschreven.\n")
    assert foto(mini.map) == before


def test_one_wrong_row_and_nothing_is_written(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    before = foto(mini.map)
    assert voer_uit(mini, boek(goed(), goed(Titel="Twee", Vorm="x"))) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("blad Arrangementen, rij 3, kolom G (Vorm): 'x' kan hier niet.")
    assert said.err.endswith("1 fout. Er is niets geschreven.\n")
    assert foto(mini.map) == before


def test_a_write_that_fails_half_way_leaves_the_folder_as_it_was(
    mini: Mini, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert voer_uit(mini, boek(goed())) == 0
    before = foto(mini.map)
    real = Path.exists
    monkeypatch.setattr(Path, "exists", lambda self: self.name == "twee.yml" or real(self))
    assert voer_uit(mini, boek(goed(Samen="Iets anders."), goed(Titel="Twee"))) == 1
    monkeypatch.undo()
    assert foto(mini.map) == before
    assert "Dit bestand is er intussen al" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("nummer", "melding"),
    [
        (errno.ENOSPC, "De schijf is vol. Maak ruimte vrij."),
        (
            errno.EROFS,
            "Hier mag niet worden geschreven: x. Kies een andere map, of pas de rechten aan.",
        ),
        (errno.EIO, "Schrijven lukt niet; de computer meldt: Input/output error."),
    ],
)
def test_what_cannot_be_written_is_said_and_nothing_is_left(
    mini: Mini,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    nummer: int,
    melding: str,
) -> None:
    before = foto(mini.map)
    real, done = Path.write_bytes, []

    def write(self: Path, data: bytes) -> int:
        if ".schrijven-" in self.as_posix():
            done.append(self)
            if len(done) == 2:
                raise OSError(nummer, os.strerror(nummer), "x/.schrijven-1/2")
        return real(self, data)

    monkeypatch.setattr(Path, "write_bytes", write)
    assert voer_uit(mini, boek(goed(), goed(Titel="Twee"))) == 1
    assert capsys.readouterr().err.endswith(f"{melding} Er is niets geschreven.\n")
    assert foto(mini.map) == before


def test_nothing_is_imported_into_data_that_are_wrong(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    mini.vervang("gemeenten/gemeente-dorp.yml", "cbs_code: GM9001", "cbs_code: GM1")
    assert voer_uit(mini, boek(goed())) == 1
    said = capsys.readouterr()
    assert "'GM1' is geen CBS-code van een gemeente." in said.out
    assert said.err == (f"Herstel eerst de gegevens in {mini.map}. Er is niets geschreven.\n")


def test_a_file_that_is_not_there_is_said(mini: Mini, capsys: pytest.CaptureFixture[str]) -> None:
    assert importeer([str(mini.map / "weg.xlsx"), "--data", str(mini.map)]) == 1
    assert capsys.readouterr().err == (
        f"{mini.map / 'weg.xlsx'}: Dit bestand kan niet worden gelezen. Er is niets geschreven.\n"
    )
