"""Reading an Excel file: what its cells hold, and every way in which a file can be broken or a trap.

The files are written part by part, as Excel, LibreOffice and others do, and as nobody should.
"""

from __future__ import annotations

import io
import tracemalloc
import zlib
from collections.abc import Iterator
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from macros.source import pakket, werkblad
from macros.source.werkmap import Blad, Celsoort, open_werkmap

NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SOORT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
Delen = dict[str, str | bytes]


def delen(cellen: str, **anders: str) -> Delen:
    """The parts of a workbook with one sheet; ``cellen`` is what is in its ``sheetData``."""
    teksten = anders.get("teksten", "")
    return {
        "_rels/.rels": f'<Relationships {RELS}><Relationship Id="r1" '
        f'Type="{SOORT}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {NS} xmlns:r="{SOORT}">{anders.get("boek", "")}<sheets>'
        '<sheet name="Blad" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships {RELS}>"
        f'<Relationship Id="r1" Type="{SOORT}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{SOORT}/sharedStrings" Target="/xl/sharedStrings.xml"/>'
        f'<Relationship Id="r3" Type="{SOORT}/styles" Target="styles.xml"/></Relationships>',
        "xl/sharedStrings.xml": f"<sst {NS}>{teksten}</sst>",
        "xl/styles.xml": f"<styleSheet {NS}>{anders.get('opmaak', '')}</styleSheet>",
        "xl/worksheets/sheet1.xml": f"<worksheet {NS}>{anders.get('voor', '')}"
        f"<sheetData>{cellen}</sheetData>{anders.get('na', '')}</worksheet>",
    }


def ingepakt(parts: Delen, methode: int = ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", methode) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return buffer.getvalue()


def lees(raw: bytes) -> Blad:
    opened, issues = open_werkmap(raw, "map.xlsx")
    assert opened, issues
    sheet, issues = opened.lees("Blad")
    assert sheet, issues
    return sheet


def waarden(cellen: str, **anders: str) -> list[tuple[str, Celsoort]]:
    """The cells of the first row."""
    sheet = lees(ingepakt(delen(f'<row r="1">{cellen}</row>', **anders)))
    return [(one.waarde, one.soort) for _, one in sorted(sheet.rijen.get(1, {}).items())]


def geweigerd(raw: bytes) -> str:
    """What is said of a file of which nothing is read."""
    opened, issues = open_werkmap(raw, "map.xlsx")
    if opened:
        sheet, issues = opened.lees("Blad")
        assert sheet is None
    [issue] = issues
    assert issue.tip
    return issue.message


# ------------------------------------------------------------ what a cell holds

TEKST, GETAL = Celsoort.TEKST, Celsoort.GETAL


def test_a_text_is_read_wherever_it_stands() -> None:
    teksten = (
        "<si><t>gewoon</t></si>"
        "<si><r><rPr><b/></rPr><t>half </t></r><r><t>vet</t></r></si>"
        "<si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></si>"
    )
    cellen = (
        '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>'
        '<c r="D1" t="inlineStr"><is><r><t>in </t></r><r><t>de cel</t></r></is></c>'
        '<c r="E1" t="str"><v>los</v></c><c r="F1" t="inlineStr"><is><t></t></is></c>'
    )
    assert waarden(cellen, teksten=teksten) == [
        ("gewoon", TEKST),
        ("half vet", TEKST),
        ("東京", TEKST),
        ("in de cel", TEKST),
        ("los", TEKST),
    ]


@pytest.mark.parametrize(
    ("geschreven", "gelezen"),
    [
        ("een_x000D_\ntwee", "een\ntwee"),
        ("_x005F_x000D_", "_x000D_"),
        ("_xD83D__xDE00_", "\U0001f600"),
        ("half _xD83D_", "half \ufffd"),
        ("Su\u0301dwest", "Súdwest"),
        ("af\u00adbreken", "afbreken"),
        ("on\u200bzichtbaar\ufeff", "onzichtbaar"),
        ("hard\u00a0en\u202fsmal", "hard\u00a0en\u202fsmal"),
        ("regel\u0085nog een\u2029en", "regel\nnog een\nen"),
    ],
)
def test_a_text_is_what_its_writer_saw(geschreven: str, gelezen: str) -> None:
    cel = f'<c r="A1" t="inlineStr"><is><t xml:space="preserve">{geschreven}</t></is></c>'
    assert waarden(cel) == [(gelezen, TEKST)]


OPMAAK = {
    "": ("43831", "43831", GETAL),
    "General": ("12.5", "12.5", Celsoort.BREUK),
    "0000": ("203", "0203", GETAL),
    "0%": ("1", "100%", Celsoort.PERCENTAGE),
    "0.0%": ("0.032", "3,2%", Celsoort.PERCENTAGE),
    "[$€-413] #,##0.00": ("5", "5", Celsoort.BEDRAG),
    '"€" #,##0': ("7", "7", Celsoort.BEDRAG),
    "#,##0.00": ("1.1", "1.1", Celsoort.BREUK),
    "0": ("1.2345678901234E+17", "123456789012340000", Celsoort.AFGEROND),
    "@": ("5", "5", GETAL),
    "[$-413]d mmmm yyyy;@": ("44378", "2021-07-01", Celsoort.DATUM),
    "mmm\\-yy": ("44378", "2021-07", Celsoort.DATUM),
    "jjjj": ("44197", "2021", Celsoort.DATUM),
    '"dag" 0': ("3", "3", GETAL),
    "dd-mm-yyyy hh:mm": ("44378.395833333336", "2021-07-01 09:30:00", Celsoort.TIJD),
    "hh:mm": ("0.39583333333333331", "09:30:00", Celsoort.TIJD),
    "[h]:mm": ("1.5", "36:00:00", Celsoort.TIJD),
    "d-m-yy": ("1E+300", "1E+300", Celsoort.FOUTWAARDE),
    "dd-m-yy": ("-5", "########", Celsoort.FOUTWAARDE),
    "d-mm-yy": ("NaN", "NaN", Celsoort.FOUTWAARDE),
}


@pytest.mark.parametrize("code", OPMAAK)
def test_a_number_is_what_its_format_shows(code: str) -> None:
    waarde, gelezen, soort = OPMAAK[code]
    shown = code.replace('"', "&quot;")
    opmaak = (
        f'<numFmts><numFmt numFmtId="164" formatCode="{shown}"/></numFmts>'
        '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>'
    )
    assert waarden(f'<c r="A1" s="1"><v>{waarde}</v></c>', opmaak=opmaak) == [(gelezen, soort)]


@pytest.mark.parametrize(
    ("boek", "getal"),
    [
        ("", "44378"),
        ('<workbookPr date1904="1"/>', "42916"),
        ('<workbookPr date1904="0"/>', "44378"),
    ],
)
def test_a_date_counts_from_1900_or_1904(boek: str, getal: str) -> None:
    opmaak = '<cellXfs><xf numFmtId="14"/></cellXfs>'
    cel = f'<c r="A1" s="0"><v>{getal}</v></c>'
    assert waarden(cel, opmaak=opmaak, boek=boek) == [("2021-07-01", Celsoort.DATUM)]


def test_what_is_no_text_and_no_number_says_what_it_is() -> None:
    cellen = (
        '<c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c><c r="C1"><f>1+1</f><v>2</v></c>'
        '<c r="D1"><f t="shared" si="0"/><v>3</v></c><c r="E1" t="d"><v>2021-07-01</v></c>'
        '<c r="F1" t="d"><v>2021-07-01T09:30:00</v></c>'
    )
    assert waarden(cellen) == [
        ("", Celsoort.WAARHEID),
        ("#N/A", Celsoort.FOUTWAARDE),
        ("=1+1", Celsoort.FORMULE),
        ("=…", Celsoort.FORMULE),
        ("2021-07-01", Celsoort.DATUM),
        ("2021-07-01 09:30:00", Celsoort.TIJD),
    ]


def test_cells_without_a_place_stand_after_the_one_before_them() -> None:
    rows = '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="3" s="1"></row><row><c><v>4</v></c></row>'
    sheet = lees(ingepakt(delen(rows)))
    assert {
        row: {at: one.waarde for at, one in cells.items()} for row, cells in sheet.rijen.items()
    } == {
        1: {1: "1", 3: "3"},
        4: {1: "4"},
    }


def test_text_that_looks_like_an_empty_cell_is_text() -> None:
    cel = '<c r="A1" t="str"><v><![CDATA[<c r="B1" s="1"/>]]></v></c>'
    assert waarden(cel) == [('<c r="B1" s="1"/>', TEKST)]


def test_names_of_parts_may_have_other_capitals_and_slashes() -> None:
    parts = delen('<row r="1"><c r="A1"><v>1</v></c></row>')
    raw = ingepakt({name.replace("/", "\\").upper(): content for name, content in parts.items()})
    assert lees(raw).rijen[1][1].waarde == "1"


def test_what_hides_or_joins_cells_is_told() -> None:
    rows = (
        '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row>'
        '<row r="2" ht="0"><c r="B2"><v>1</v></c></row><row r="3" hidden="true"/>'
    )
    voor = '<cols><col min="2" max="16384" width="0"/></cols>'
    na = '<mergeCells><mergeCell ref="$A$1:B1"/></mergeCells>'
    sheet = lees(ingepakt(delen(rows, voor=voor, na=na)))
    assert [(one.line, one.column, one.code) for one in sheet.issues] == [
        (1, 1, "samengevoegd"),
        (1, 0, "verborgen"),
        (2, 0, "verborgen"),
        (1, 2, "verborgen"),
    ]


def test_whatever_else_is_in_the_file_is_told() -> None:
    parts = delen(
        '<row r="1"><c r="A1"><v>1</v></c></row>',
        na='<hyperlinks><hyperlink ref="A1"/></hyperlinks>'
        "<headerFooter><oddHeader>&amp;L&amp;&quot;Arial&quot;&amp;12Concept</oddHeader></headerFooter>",
    )
    book, rels = str(parts["xl/workbook.xml"]), str(parts["xl/_rels/workbook.xml.rels"])
    more = '<sheet name="{0}" sheetId="{1}" {2} r:id="r{1}"/>'
    parts["xl/workbook.xml"] = book.replace(
        "</sheets>",
        more.format("Oud", 8, 'state="veryHidden"') + more.format("Leeg", 9, "") + "</sheets>",
    )
    parts["xl/_rels/workbook.xml.rels"] = rels.replace(
        "</Relationships>",
        f'<Relationship Id="r8" Type="{SOORT}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r9" Type="{SOORT}/worksheet" Target="worksheets/leeg.xml"/></Relationships>',
    )
    parts["xl/worksheets/leeg.xml"] = (
        f'<worksheet {NS}><sheetData><row r="1"><c r="A1" s="0"/></row></sheetData>'
        "<headerFooter><oddFooter>&amp;P / &amp;N</oddFooter></headerFooter></worksheet>"
    )
    for name in ("comments1", "threadedComments/a", "drawings/drawing1", "embeddings/x", "media/y"):
        parts[f"xl/{name}.xml"] = "x"
    assert lees(ingepakt(parts)).niet_gelezen == (
        "Opmerkingen bij cellen",
        "Tekeningen en tekstvakken",
        "Ingesloten bestanden",
        "Afbeeldingen",
        "Het verborgen blad 'Oud'",
        "De kop- of voettekst van het blad",
        "Koppelingen achter een tekst",
    )


# ------------------------------------------------------------ large and empty


@pytest.mark.parametrize(
    "rij",
    ['<row r="{0}" s="1" customFormat="1" ht="15"/>', '<row r="{0}"><c r="A{0}" s="1"/></row>'],
)
def test_a_million_rows_with_only_a_format_are_counted(rij: str) -> None:
    last = 1_048_576
    rows = "".join(rij.format(number) for number in range(last - 20_000, last + 1))
    sheet = lees(ingepakt(delen(f'<row r="1"><c r="A1"><v>1</v></c></row>{rows}')))
    assert list(sheet.rijen) == [1]
    assert sheet.lege_rijen == last - 1


def test_the_last_column_there_can_be_is_read() -> None:
    assert list(lees(ingepakt(delen('<row r="1"><c r="XFD1"><v>1</v></c></row>'))).rijen[1]) == [
        16_384
    ]


@pytest.fixture
def krap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits that a small file can cross."""
    monkeypatch.setattr(pakket, "MAX_UITGEPAKT", 2_000_000)
    monkeypatch.setattr(pakket, "MAX_DEEL", 50_000)
    monkeypatch.setattr(pakket, "_BREEDTE", 100_000)
    monkeypatch.setattr(werkblad, "MAX_TEKSTEN", 1_000)
    monkeypatch.setattr(pakket, "_STUK", 10_000)
    monkeypatch.setattr(werkblad, "MAX_TEKENS", 100_000)
    monkeypatch.setattr(werkblad, "MAX_CELLEN", 1_000)


def bommen() -> Iterator[tuple[str, bytes]]:
    good = delen('<row r="1"><c r="A1"><v>1</v></c></row>')
    sheet, texts = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
    zeros = bytes(3_000_000)
    for name in (
        sheet,
        "xl/media/plaatje.png",
        "x",
        "docProps/app.xml",
        "xl/printerSettings/p.bin",
    ):
        yield name, ingepakt(good | {name: zeros})
    yield "a zip in it", ingepakt(good | {"xl/embeddings/a.zip": bytes(3_000_000)})
    yield "many parts", ingepakt(good | {f"x{number}": bytes(30_000) for number in range(100)})
    yield (
        "very many parts",
        ingepakt(good | {f"x{n}": "" for n in range(pakket.MAX_DELEN)}, ZIP_STORED),
    )
    yield "long texts", ingepakt(good | {texts: f"<sst {NS}><si><t>{'x' * 200_000}</t></si></sst>"})
    yield "many texts", ingepakt(good | {texts: f"<sst {NS}>{'<si/>' * 2_000}</sst>"})
    for name in ("xl/styles.xml", "xl/workbook.xml", "_rels/.rels"):
        yield f"a long {name}", ingepakt(good | {name: f"{good[name]!s}{' ' * 60_000}"})
    wide = f'<worksheet {NS} x="{"x" * 300_000}"/>'
    yield "an endless tag", ingepakt(good | {sheet: wide})
    cell = f'<c r="A1" t="str"><v>{"x" * 200_000}</v></c>'
    yield "a long cell", ingepakt(delen(f'<row r="1">{cell}</row>'))


@pytest.mark.usefixtures("krap")
def test_a_file_that_grows_when_it_is_unpacked_is_refused_before_it_does() -> None:
    for name, raw in bommen():
        tracemalloc.start()
        assert geweigerd(raw) == "Dit bestand is uitgepakt te groot.", name
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 6_000_000, name


@pytest.mark.usefixtures("krap")
def test_a_sheet_with_very_many_cells_is_refused() -> None:
    rows = "".join(f'<row r="{one}"><c r="A{one}"><v>1</v></c></row>' for one in range(1, 1_003))
    assert geweigerd(ingepakt(delen(rows))) == "Op dit blad staan meer dan 1.000 ingevulde cellen."


# ------------------------------------------------------------ broken

BESCHADIGD = "Dit bestand is beschadigd en kan niet worden gelezen."
GOED = delen('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', teksten="<si><t>ja</t></si>")
BLAD = "xl/worksheets/sheet1.xml"


def verbogen(raw: bytes, naam: str, plek: int, waarde: bytes) -> bytes:
    """The file with other bytes in the data of one part."""
    with ZipFile(io.BytesIO(raw)) as parts:
        start = parts.getinfo(naam).header_offset
    begin = start + 30 + len(naam) + plek
    return raw[:begin] + waarde + raw[begin + len(waarde) :]


def vlag(raw: bytes, naam: str, plek: int, waarde: bytes) -> bytes:
    """The file with other bytes in both headers of one part; ``plek`` counts in the local one."""
    with ZipFile(io.BytesIO(raw)) as parts:
        start = parts.getinfo(naam).header_offset
    central = raw.rindex(naam.encode()) - 46
    for begin in (start + plek, central + plek + 2):
        raw = raw[:begin] + waarde + raw[begin + len(waarde) :]
    return raw


def kapot() -> Iterator[tuple[str, bytes]]:
    good = ingepakt(GOED)
    yield "cut off", good[:-40]
    yield "no deflate", verbogen(good, BLAD, 0, b"\xff\xff\xff\xff")
    yield "a wrong checksum", vlag(good, BLAD, 14, b"\1\2\3\4")
    yield "a size that is a lie", vlag(good, BLAD, 22, b"\5\0\0\0")
    yield "another way of packing", ingepakt(GOED, ZIP_BZIP2)
    yield "an unknown way of packing", vlag(good, BLAD, 8, b"\x63\0")
    twice = ingepakt({**GOED, BLAD.upper(): GOED[BLAD]})
    yield "two parts of one name", twice.replace(BLAD.upper().encode(), BLAD.encode())
    yield "two parts of one name but for a slash", ingepakt({**GOED, f"/{BLAD}": "x"})
    for name in ("xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml", BLAD):
        yield f"without {name}", ingepakt({n: c for n, c in GOED.items() if n != name})
        yield f"{name} of another kind", ingepakt(GOED | {name: "<worksheet xmlns='urn:x'/>"})
        entity = f'<!DOCTYPE a [<!ENTITY b "c">]>{GOED[name]!s}'
        yield f"{name} with an entity", ingepakt(GOED | {name: entity})
        yield f"{name} half", ingepakt(GOED | {name: str(GOED[name])[:-9]})
        yield f"{name} no text", ingepakt(GOED | {name: zlib.compress(b"x" * 99)})
    book = str(GOED["xl/workbook.xml"])
    yield "no sheets", ingepakt(GOED | {"xl/workbook.xml": book.replace("<sheet ", "<shoot ")})
    yield (
        "a sheet that points nowhere",
        ingepakt(GOED | {"xl/workbook.xml": book.replace('r:id="r1"', 'r:id="r7"')}),
    )
    for cellen in (
        '<row r="1"><c r="1A"/></row>',
        '<row r="1"><c r="A2"><v>1</v></c></row>',
        '<row r="x"><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
        '<row r="1"><c r="XFE1"><v>1</v></c></row>',
        '<row r="1048577"><c r="A1048577"><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>9</v></c></row>',
        '<row r="1"><c r="A1" s="9"><v>9</v></c></row>',
        '<row r="1"><c r="A1"><v>twee</v></c></row>',
        '<row r="1"><c r="A1" t="d"><v>gisteren</v></c></row>',
        "<x>" * 200 + "</x>" * 200,
    ):
        yield cellen, ingepakt(delen(cellen))


def test_a_damaged_file_is_called_damaged() -> None:
    wrong = [(what, said) for what, raw in kapot() if (said := geweigerd(raw)) != BESCHADIGD]
    assert wrong == []


def test_a_part_with_a_password_is_called_so() -> None:
    raw = vlag(ingepakt(GOED), BLAD, 6, b"\1\0")
    assert geweigerd(raw) == "Dit bestand heeft een wachtwoord."


def test_names_that_lead_elsewhere_harm_nothing() -> None:
    raw = ingepakt({**GOED, "../../weg.xml": "x", "C:\\weg.xml": "x"})
    assert lees(raw).rijen[1][1].waarde == "ja"


def test_a_file_in_the_form_for_very_large_files_is_read() -> None:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as file:
        for name, content in GOED.items():
            with file.open(ZipInfo(name), "w", force_zip64=True) as stream:
                stream.write(str(content).encode())
    assert lees(buffer.getvalue()).rijen[1][1].waarde == "ja"
