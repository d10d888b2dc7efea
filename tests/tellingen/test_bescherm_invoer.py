"""What cannot be right is refused: every problem at once, in Dutch, where it stands.

Through the command, as CSV and as a workbook; and then nothing is written.
"""

from __future__ import annotations

import contextlib
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import openpyxl
import pytest

from macros.bescherming.disclosure.domein import lees_domein
from macros.bescherming.disclosure.lezen import lees_definitie
from scripts.bescherm import main

DEFINITIE = """\
id: jeugdhulp
naam: Jongeren met jeugdhulp
aantal: jongeren
dimensies:
  - id: gebied
    totaal: regio
    boom: {regio: [GM0203, GM0228]}
  - id: leeftijd
    totaal: totaal
    boom: {totaal: [0-11, 12-22]}
  - id: jaar
    apart: ja
tabellen:
  - [gebied, leeftijd, jaar]
noemers:
  bestand: bevolking.csv
  percentage: 1
nullen: tonen
"""
KOP = ("gebied", "leeftijd", "jaar", "jongeren")
GOED = (
    ("GM0203", "0-11", "2024", 12),
    ("GM0203", "12-22", "2024", 40),
    ("GM0228", "0-11", "2024", 3),
    ("GM0228", "12-22", "2024", 1234),
)
BEVOLKING = "gebied;leeftijd;jaar;aantal\n" + "".join(
    f"{gebied};{leeftijd};{jaar};2000\n" for gebied, leeftijd, jaar, _ in GOED
)


Rijen = Iterable[Sequence[object]]
Schrijf = Callable[[Path, Rijen], Path]


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    (tmp_path / "def.yml").write_text(DEFINITIE, encoding="utf-8")
    (tmp_path / "bevolking.csv").write_text(BEVOLKING, encoding="utf-8")
    return tmp_path


def als_csv(folder: Path, rows: Rijen) -> Path:
    lines = [";".join(map(str, row)) for row in (KOP, *rows)]
    file = folder / "invoer.csv"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def als_werkmap(folder: Path, rows: Rijen) -> Path:
    book = openpyxl.Workbook()
    book.active.title = "Aantallen"
    for row in (KOP, *rows):
        book.active.append(row)
    file = folder / "invoer.xlsx"
    book.save(file)
    return file


def problemen(folder: Path, file: Path) -> list[tuple[str, int, int, str]]:
    """What the command says: file (and sheet), row, column and message of each problem."""
    out = folder / "uit"
    out.mkdir(exist_ok=True)
    said = io.StringIO()
    with contextlib.redirect_stderr(said):
        refused = main(
            [str(file), "--definitie", str(folder / "def.yml"), "--uit", str(out / "kort.csv")]
        )
    found = re.findall(r"^(.+?):(\d+):(\d+): fout: (.+)$", said.getvalue(), flags=re.MULTILINE)
    assert bool(refused) == bool(found) == ("Er is niets geschreven." in said.getvalue())
    assert bool(refused) == (not list(out.iterdir()))
    return [(path, int(line), int(column), message) for path, line, column, message in found]


@pytest.fixture(params=[als_csv, als_werkmap], ids=["csv", "xlsx"])
def schrijf(request: pytest.FixtureRequest) -> Schrijf:
    """Writes rows as a file with counts, and gives its path."""
    found: Schrijf = request.param
    return found


def plek(file: Path, row: int, column: int, message: str) -> tuple[str, int, int, str]:
    """A problem in one cell, as both kinds of file name it."""
    if file.suffix == ".csv":
        where = f"Rij {row}, kolom {KOP[column - 1]}"
        return file.name, row, column, f"{where}: {message}"
    where = f"Rij {row}, kolom {KOP[column - 1]}, {'ABCD'[column - 1]}"
    return f"{file.name}, blad 'Aantallen'", row, column, f"{where}: {message}"


def zonder_plek(file: Path, message: str) -> tuple[str, int, int, str]:
    """A problem of the whole file."""
    return plek(file, 0, 1, "")[0], 0, 0, message


def test_good_input_is_read_with_and_without_totals(map_: Path, schrijf: Schrijf) -> None:
    totals = [
        (gebied, "totaal", "2024", sum(row[3] for row in GOED if row[0] == gebied))
        for gebied in ("GM0203", "GM0228")
    ]
    assert problemen(map_, schrijf(map_, GOED)) == []
    assert problemen(map_, schrijf(map_, [*totals, *GOED])) == []


@pytest.mark.parametrize(
    ("waarde", "melding"),
    [
        (3.5, "'3.5' is geen heel aantal."),
        ("3,5", "'3,5' is geen heel aantal."),
        (-4, "'-4' is kleiner dan nul."),
        ("1.234", "In '1.234' staan tekens tussen de duizendtallen."),
        ("1 234", "In '1 234' staan tekens tussen de duizendtallen."),
        ("1\u00a0234\u202f567", "In '1\u00a0234\u202f567' staan tekens tussen de duizendtallen."),
        ("<5", "'<5' is geen getal."),
        ("x", "'x' is geen getal."),
        ("3,2%", "'3,2%' is geen getal."),
        ("", "Hier ontbreekt het aantal."),
        (2001, "2001 op een bevolking van 2000 is meer dan 100 procent."),
    ],
)
def test_a_value_that_is_no_count_is_refused_at_its_place(
    map_: Path, schrijf: Schrijf, waarde: object, melding: str
) -> None:
    file = schrijf(map_, [*GOED[:2], (*GOED[2][:3], waarde), GOED[3]])
    assert problemen(map_, file) == [plek(file, 4, 4, melding)]


@pytest.mark.parametrize(
    ("waarde", "melding"),
    [("=1+2", "Hier staat een formule (=1+2)."), (True, "Hier staat WAAR of ONWAAR.")],
)
def test_a_cell_of_a_kind_that_is_no_count_is_refused_at_its_place(
    map_: Path, waarde: object, melding: str
) -> None:
    file = als_werkmap(map_, [*GOED[:2], (*GOED[2][:3], waarde), GOED[3]])
    assert problemen(map_, file) == [plek(file, 4, 4, melding)]


def test_all_problems_are_told_at_once(map_: Path, schrijf: Schrijf) -> None:
    west, oost, _, groot = GOED
    totaal = ("GM0228", "totaal", "2024", 1290)
    file = schrijf(map_, [(*west[:3], "<5"), (*oost[:3], 2001), oost, groot, totaal])
    assert problemen(map_, file) == [
        zonder_plek(file, "De cel ontbreekt: gebied GM0228, leeftijd 0-11, jaar 2024."),
        zonder_plek(file, "Het totaal ontbreekt: gebied GM0203, leeftijd totaal, jaar 2024."),
        plek(file, 2, 4, "'<5' is geen getal."),
        plek(file, 3, 4, "2001 op een bevolking van 2000 is meer dan 100 procent."),
        plek(file, 4, 4, "Deze cel staat ook al in rij 3."),
    ]


def test_totals_that_cannot_be_checked_are_not_told_as_well(map_: Path, schrijf: Schrijf) -> None:
    """Where a part is wrong, or stands there twice, its total may be right."""
    rows = [*GOED, ("GM0203", "totaal", "2024", 52), ("GM0228", "totaal", "2024", 1290)]
    file = schrijf(map_, [(*GOED[0][:3], "x"), *rows[1:]])
    wrong = plek(file, 7, 4, "Hier staat 1290, maar de delen tellen op tot 1237.")
    assert problemen(map_, file) == [plek(file, 2, 4, "'x' is geen getal."), wrong]
    file = schrijf(map_, [*rows, GOED[3]])
    assert problemen(map_, file) == [plek(file, 8, 4, "Deze cel staat ook al in rij 5.")]


def test_a_municipality_with_another_code_is_told(map_: Path, schrijf: Schrijf) -> None:
    file = schrijf(map_, [("GM0204", *GOED[0][1:]), *GOED[1:]])
    assert problemen(map_, file) == [
        plek(file, 2, 1, "De code 'GM0204' staat niet in de definitie.")
    ]


def test_the_code_that_was_meant_and_a_change_of_municipalities_are_named(
    map_: Path, schrijf: Schrijf
) -> None:
    file = schrijf(map_, [("GM0204", *GOED[0][1:]), *GOED[1:]])
    _, (one,) = lees_domein(map_ / "def.yml", file)
    assert one.tip == (
        "Kies uit: GM0203, GM0228, regio. "
        "Kreeg een gemeente een andere code? Pas dan eerst de definitie aan."
    )


def test_a_year_that_only_the_population_has_is_told(map_: Path, schrijf: Schrijf) -> None:
    more = BEVOLKING + BEVOLKING.split("\n")[1].replace("2024", "2025") + "\n"
    (map_ / "bevolking.csv").write_text(more, encoding="utf-8")
    message = "Rij 6, kolom jaar: '2025' komt bij de aantallen niet voor."
    assert problemen(map_, schrijf(map_, GOED)) == [("bevolking.csv", 6, 3, message)]


def test_two_rows_for_one_cell_are_refused(map_: Path, schrijf: Schrijf) -> None:
    file = schrijf(map_, [*GOED, GOED[0]])
    assert problemen(map_, file) == [plek(file, 6, 4, "Deze cel staat ook al in rij 2.")]


def test_a_cell_that_is_missing_is_told(map_: Path, schrijf: Schrijf) -> None:
    file = schrijf(map_, GOED[:3])
    message = "De cel ontbreekt: gebied GM0228, leeftijd 12-22, jaar 2024."
    assert problemen(map_, file) == [zonder_plek(file, message)]


def test_a_total_that_is_missing_is_told(map_: Path, schrijf: Schrijf) -> None:
    file = schrijf(map_, [*GOED, ("GM0203", "totaal", "2024", 52)])
    message = "Het totaal ontbreekt: gebied GM0228, leeftijd totaal, jaar 2024."
    assert problemen(map_, file) == [zonder_plek(file, message)]


def test_a_total_that_does_not_add_up_is_told(map_: Path, schrijf: Schrijf) -> None:
    file = schrijf(map_, [*GOED, ("regio", "totaal", "2024", 1290)])
    message = "Hier staat 1290, maar de delen tellen op tot 1289."
    assert problemen(map_, file) == [plek(file, 6, 4, message)]


def test_a_column_too_many_or_too_few_is_told(map_: Path) -> None:
    file = map_ / "invoer.csv"
    file.write_text("gebied;leeftijd;jaar;jongere;naam\na;b;c;d;e\n", encoding="utf-8")
    assert [message for *_, message in problemen(map_, file)] == [
        "De kolom 'jongeren' ontbreekt.",
        "De kolom 'jongere' hoort niet bij deze definitie.",
        "De kolom 'naam' hoort niet bij deze definitie.",
    ]


def test_a_code_that_excel_made_a_date_of_is_told(map_: Path) -> None:
    import datetime

    rows = [(GOED[0][0], datetime.datetime(2026, 11, 4), *GOED[0][2:]), *GOED[1:]]
    found = problemen(map_, als_werkmap(map_, rows))
    assert found[0][1:] == (
        2,
        2,
        "Rij 2, kolom leeftijd, B: Excel heeft hier een datum van gemaakt (2026-11-04).",
    )


@pytest.mark.parametrize("stand", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_refused(map_: Path, stand: str) -> None:
    file = als_werkmap(map_, GOED)
    book = openpyxl.load_workbook(file)
    book.create_sheet("Ruw").append(["naam", "geboren"])
    book["Ruw"].sheet_state = stand
    book.save(file)
    message = "In deze werkmap zit een verborgen blad: 'Ruw'."
    assert problemen(map_, file) == [("invoer.xlsx", 0, 0, message)]


def test_the_rows_behind_a_pivot_table_are_refused(map_: Path) -> None:
    file = als_werkmap(map_, GOED)
    with zipfile.ZipFile(file, "a") as parts:
        parts.writestr("xl/pivotCache/pivotCacheRecords1.xml", "<pivotCacheRecords/>")
    message = "In deze werkmap zit een draaitabel, met de rijen waaruit zij gemaakt is."
    assert problemen(map_, file) == [("invoer.xlsx", 0, 0, message)]


def test_more_sheets_and_hidden_rows_are_refused(map_: Path) -> None:
    file = als_werkmap(map_, GOED)
    book = openpyxl.load_workbook(file)
    book["Aantallen"].row_dimensions[3].hidden = True
    book.save(file)
    name = "invoer.xlsx, blad 'Aantallen'"
    assert problemen(map_, file) == [(name, 3, 0, "Deze rij is verborgen en er staat iets in.")]
    book.create_sheet("Nog een")
    book.save(file)
    message = "Deze werkmap heeft meer bladen: Aantallen, Nog een."
    assert problemen(map_, file) == [("invoer.xlsx", 0, 0, message)]


BESCHADIGD = "Dit bestand is beschadigd en kan niet worden gelezen."


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (b"", "Dit bestand is leeg."),
        (b"PK", BESCHADIGD),
        (b"PK\x03\x04" + bytes(50), BESCHADIGD),
        (b"geen werkmap", "Dit is geen Excel-werkmap (.xlsx), maar bijvoorbeeld een csv-bestand."),
        (bytes(50), "Dit is geen Excel-werkmap (.xlsx)."),
    ],
)
def test_what_is_no_workbook_is_refused(map_: Path, inhoud: bytes, melding: str) -> None:
    file = map_ / "invoer.xlsx"
    file.write_bytes(inhoud)
    assert [message for *_, message in problemen(map_, file)] == [melding]


def test_a_workbook_of_which_a_part_is_damaged_is_refused(map_: Path) -> None:
    """The command ended in a traceback of zlib."""
    file = als_werkmap(map_, GOED)
    raw = file.read_bytes()
    with zipfile.ZipFile(file) as parts:
        name = "xl/worksheets/sheet1.xml"
        begin = parts.getinfo(name).header_offset + 30 + len(name)
    file.write_bytes(raw[:begin] + b"\xff\xff\xff\xff" + raw[begin + 4 :])
    assert [message for *_, message in problemen(map_, file)] == [BESCHADIGD]


def test_a_workbook_with_an_entity_is_not_read(map_: Path) -> None:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as parts:
        parts.writestr("xl/workbook.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    (map_ / "invoer.xlsx").write_bytes(raw.getvalue())
    assert problemen(map_, map_ / "invoer.xlsx")[0][3] == BESCHADIGD


VORMEN: dict[str, Callable[[str], bytes]] = {
    "the line ends of an old Mac": lambda text: text.replace("\n", "\r").encode(),
    "a first line that names the separator": lambda text: f"sep=;\r\n{text}".encode(),
    "a quoted first line that does": lambda text: (
        f'\ufeff"SEP=|"\n{text.replace(";", "|")}'.encode()
    ),
    "commas": lambda text: text.replace(";", ",").encode(),
    "tabs": lambda text: text.replace(";", "\t").encode(),
    "UTF-16": lambda text: text.replace("\n", "\r\n").encode("utf-16"),
    "quotes": lambda text: re.sub(r"[^;\n]+", r'"\g<0>"', text).encode(),
}


@pytest.mark.parametrize("vorm", VORMEN)
def test_csv_is_read_as_any_program_writes_it(map_: Path, vorm: str) -> None:
    file = als_csv(map_, GOED)
    text = file.read_text(encoding="utf-8")
    file.write_bytes(VORMEN[vorm](text.replace("1234", "1.234")))
    line = 5 + ("separator" in vorm or "first line" in vorm)
    [(_, row, column, message)] = problemen(map_, file)
    assert (row, column) == (line, 4)
    assert message.endswith("In '1.234' staan tekens tussen de duizendtallen.")
    file.write_bytes(VORMEN[vorm](text))
    assert problemen(map_, file) == []


def test_a_workbook_that_is_called_csv_is_read_as_the_workbook_it_is(map_: Path) -> None:
    file = als_werkmap(map_, GOED)
    assert problemen(map_, file.rename(map_ / "invoer.csv")) == []


def test_csv_that_cannot_be_read_is_refused(map_: Path) -> None:
    file = map_ / "invoer.csv"
    file.write_bytes("gebied;leeftijd;jaar;jongeren\nné".encode("cp1252"))
    assert problemen(map_, file)[0][3] == "Dit bestand is niet in UTF-8 opgeslagen."
    file.write_text('gebied;leeftijd;jaar;jongeren\n"a"b;1;2;3\n', encoding="utf-8")
    assert problemen(map_, file)[0][1:3] == (2, 1)
    assert problemen(map_, map_ / "weg.csv")[0][3] == "Dit bestand kan niet worden gelezen."


def test_denominators_that_are_wrong_are_refused(map_: Path) -> None:
    (map_ / "bevolking.csv").write_text(BEVOLKING.replace("2000", "-1", 1), encoding="utf-8")
    found = problemen(map_, als_csv(map_, GOED))
    assert found == [("bevolking.csv", 2, 4, "Rij 2, kolom aantal: '-1' is kleiner dan nul.")]


@pytest.mark.parametrize(
    ("oud", "nieuw", "regel", "melding"),
    [
        ("aantal: jongeren", "aantl: jongeren", 3, "Het veld 'aantl' bestaat hier niet."),
        ("nullen: tonen", "nullen: soms", 18, "'soms' kan hier niet."),
        ("GM0228]", "GM0203]", 7, "'GM0203' staat er twee keer."),
        ("    totaal: regio\n", "    totaal: land\n", 7, "Niet alles telt op tot 'land': bovenaan staat regio."),
        ("    apart: ja", "    apart: ja\n    totaal: t", 13, "Een dimensie die apart staat, wordt niet opgeteld: geen 'totaal'."),
        ("leeftijd, jaar]", "leeftijd]", 14, "Dimensie 'jaar' heeft geen totaal en moet in elke tabel staan."),
        ("leeftijd, jaar]", "leeftijden, jaar]", 14, "Er is geen dimensie 'leeftijden'."),
        ("percentage: 1", "percentage: 3", 17, "'3' kan hier niet."),
        ("{regio: [GM0203, GM0228]}", "{regio: [a], a: [regio]}", 7, "De boom gaat in een kring rond."),
        ("- id: leeftijd", "- id: tabel", 1, "De kolomnaam 'tabel' is al in gebruik."),
        ("nullen: tonen", "bedragen: [euro]\nmethode: afronden\nnullen: tonen", 18, "Een bedrag verraadt het afgeronde aantal ernaast."),
    ],
)  # fmt: skip
def test_a_definition_that_is_wrong_is_told_at_its_line(
    map_: Path, oud: str, nieuw: str, regel: int, melding: str
) -> None:
    text = DEFINITIE.replace(oud, nieuw, 1)
    assert text != DEFINITIE
    (map_ / "def.yml").write_text(text, encoding="utf-8")
    found, issues = lees_definitie(map_ / "def.yml")
    assert found is None
    assert (regel, melding) in [(one.line, one.message) for one in issues]


def test_groups_that_are_wrong_are_told_at_their_line(map_: Path) -> None:
    groups = """\
groepen:
  - {dimensie: gebied, id: dubbel, van: [regio, GM0203]}
  - {dimensie: gebied, id: regio, van: [GM0203]}
  - {dimensie: jaar, id: alle, van: ["2024"]}
  - {dimensie: gebied, id: swv, van: [GM0229]}
"""
    (map_ / "def.yml").write_text(DEFINITIE + groups, encoding="utf-8")
    _, issues = lees_definitie(map_ / "def.yml")
    assert [(one.line, one.message) for one in issues] == [
        (20, "'GM0203' zit al in deze groep."),
        (21, "De code 'regio' bestaat al."),
        (22, "Er is geen dimensie 'jaar' die optelt."),
        (23, "De code 'GM0229' staat niet in dimensie 'gebied'."),
    ]


def test_a_table_that_is_too_large_is_refused_before_it_is_worked_out(map_: Path) -> None:
    ages, areas = (", ".join(f"{sign}{one}" for one in range(400)) for sign in "lg")
    found = DEFINITIE.replace("0-11, 12-22", ages).replace("GM0203, GM0228", areas)
    (map_ / "def.yml").write_text(found, encoding="utf-8")
    file = als_csv(map_, [("g1", "l1", "2024", 12)])
    assert [message for *_, message in problemen(map_, file)] == [
        "Deze dimensies geven samen 160.000 cellen: 100.000 is het meeste."
    ]


@pytest.mark.parametrize("in_de_definitie", ["Súdwest", "Su\u0301dwest"])
@pytest.mark.parametrize("in_de_invoer", ["Súdwest", "Su\u0301dwest\u00a0", "Súd\u00adwest\ufeff"])
def test_a_code_with_an_accent_is_the_same_in_either_form(
    map_: Path, schrijf: Schrijf, in_de_definitie: str, in_de_invoer: str
) -> None:
    text = DEFINITIE.replace("GM0203", in_de_definitie)
    (map_ / "def.yml").write_text(text, encoding="utf-8")
    (map_ / "bevolking.csv").write_text(BEVOLKING.replace("GM0203", in_de_invoer), encoding="utf-8")
    rows = [[in_de_invoer if one == "GM0203" else one for one in row] for row in GOED]
    assert problemen(map_, schrijf(map_, rows)) == []
