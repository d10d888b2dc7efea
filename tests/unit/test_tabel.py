"""A table of short values: every cell at its place, every wrong file told, one way to write it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from macros.format import canonical_files
from macros.issue import Issue, Level
from macros.source.nodes import Document
from macros.source.tabel import RIJEN, als_tabel, parse_tabel
from scripts.check import main as check
from tests.langzaam import voorbeelden
from tests.unit.mini import HIER, Mini

KOLOMMEN = ("naam", "waarde", "bron")
KOP = "De eerste regel moet zijn: naam;waarde;bron"
WAARDEN = "Zet tussen twee waarden één puntkomma, ook als een waarde leeg is."
VERSLAG = "monitor/waarnemingen/verslag.csv"
EERSTE = "hulp;gemeente-dorp;2021;groot;25;definitief;2022-11-01;verslag;afgeleid"

PROPERTY = voorbeelden(40)
CELLEN = st.text("aë🎒 ,.0-'\u2028\x85\t", max_size=5).map(str.strip)
RIJ = st.tuples(CELLEN.filter(bool), CELLEN, CELLEN).map(
    lambda cells: dict(zip(KOLOMMEN, cells, strict=True))
)
TABELLEN = st.lists(RIJ, min_size=1, max_size=6)


def plaats(text: str) -> tuple[str, int, int]:
    """The text without ``‸``, and the line and column where it stood."""
    before, sign, after = text.partition(HIER)
    assert sign
    return before + after, before.count("\n") + 1, len(before) - before.rfind("\n")


def lees(text: str) -> list[dict[str, str]]:
    """The rows of a table that has no problem."""
    document, issues = parse_tabel(text, "x.csv", "x", KOLOMMEN)
    assert issues == []
    return rijen(document)


def rijen(document: Document | None) -> list[dict[str, str]]:
    assert document is not None
    assert isinstance(document.value, dict)
    return document.value[RIJEN]  # type: ignore[return-value]


# ---------------------------------------------------------------- reading


def test_a_table_is_its_rows_and_its_name() -> None:
    document, issues = parse_tabel("naam;waarde;bron\na;1,5;\n b ;; c\n", "x.csv", "x", KOLOMMEN)
    assert issues == []
    assert document is not None
    assert document.value == {
        "id": "x",
        RIJEN: [
            {"naam": "a", "waarde": "1,5", "bron": ""},
            {"naam": "b", "waarde": "", "bron": "c"},
        ],
    }


def test_a_line_without_anything_is_no_row_and_moves_no_place() -> None:
    text, line, column = plaats("naam;waarde;bron\n\na;1;x\n   \nb;‸2;y")
    document, issues = parse_tabel(text, "x.csv", "x", KOLOMMEN)
    assert issues == []
    assert [row["naam"] for row in rijen(document)] == ["a", "b"]
    assert document is not None
    assert document.where((RIJEN, 1, "waarde")) == (line, column)


@PROPERTY
@given(TABELLEN)
@example([{"naam": "ë🎒", "waarde": "", "bron": "x"}])
def test_every_cell_has_its_place(rows: list[dict[str, str]]) -> None:
    text = "naam;waarde;bron\n" + "".join(f"{';'.join(row.values())}\n" for row in rows)
    document, issues = parse_tabel(text, "x.csv", "x", KOLOMMEN)
    assert issues == []
    assert rijen(document) == rows
    assert document is not None
    lines = text.split("\n")
    for index, row in enumerate(rows):
        for name, cell in row.items():
            line, column = document.where((RIJEN, index, name))
            assert lines[line - 1][column - 1 :].split(";")[0] == cell
            assert line == index + 2


KOPTIP = f"{KOP}. Zet ook in elke rij eronder een puntkomma tussen de waarden."
KOPPEN: dict[str, tuple[str, str, str]] = {
    "unknown": ("naam;‸waarden;bron", "De kolom 'waarden' bestaat niet.", "Bedoel je 'waarde'?"),
    "strange": (
        "naam;waarde;bron;‸q",
        "De kolom 'q' bestaat niet.",
        "De eerste regel moet zijn: naam;waarde;bron",
    ),
    "missing": ("‸naam;bron", "Deze kolommen ontbreken: waarde.", KOP),
    "two-missing": ("‸bron", "Deze kolommen ontbreken: naam, waarde.", KOP),
    "order": ("‸waarde;naam;bron", "De kolommen staan niet in de vaste volgorde.", KOP),
    "commas": (
        "‸naam,waarde,bron",
        "De kolommen zijn gescheiden door komma's, en niet door puntkomma's.",
        KOPTIP,
    ),
    "tabs": (
        "‸naam\twaarde\tbron",
        "De kolommen zijn gescheiden door tabs, en niet door puntkomma's.",
        KOPTIP,
    ),
    "capital": ("‸Naam;waarde;bron", "De kolom 'Naam' bestaat niet.", "Bedoel je 'naam'?"),
}
"""Headers that are wrong in one way; one with an unknown column may miss another as well."""


@pytest.mark.parametrize("name", KOPPEN)
def test_a_wrong_header_is_told_at_its_column_and_no_row_is_read(name: str) -> None:
    kop, message, tip = KOPPEN[name]
    text, line, column = plaats(f"{kop}\na;b\n")
    document, issues = parse_tabel(text, "x.csv", "x", KOLOMMEN)
    assert document is None
    assert Issue("x.csv", line, column, "tabelkop", message, tip) in issues
    meant = [one for one in KOLOMMEN if f"Bedoel je '{one}'?" in tip]
    missing = [one for one in KOLOMMEN if one not in [*text.split("\n")[0].split(";"), *meant]]
    told = [one.message for one in issues]
    separated = ";" in kop or name == "two-missing"
    assert (f"Deze kolommen ontbreken: {', '.join(missing)}." in told) == bool(
        missing and separated
    )


def test_what_a_spreadsheet_leaves_behind_the_last_column_is_told_once() -> None:
    document, issues = parse_tabel("naam;waarde;bron;\na;b;c;\n", "x.csv", "x", KOLOMMEN)
    assert document is None
    message = "Achter de laatste kolom staat nog een puntkomma (uit een rekenblad)."
    tip = "Haal in elke regel weg wat achter de laatste kolom staat."
    assert issues == [Issue("x.csv", 1, 17, "tabelkop", message, tip)]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("a,1,x", "Hier staat 1 waarde; de kop telt 3 kolommen. Zo is het in 3 regels."),
        ("a;1;x;;", "Achter de laatste kolom staat nog een puntkomma. Zo is het in 3 regels."),
    ],
)
def test_rows_that_are_all_wrong_in_one_way_are_told_once(row: str, message: str) -> None:
    document, [issue] = parse_tabel("naam;waarde;bron\n" + 3 * f"{row}\n", "x.csv", "x", KOLOMMEN)
    assert document is None
    assert (issue.line, issue.message) == (2, message)


def test_blank_lines_above_a_header_and_a_line_that_is_no_row_lose_nothing() -> None:
    text = "\n\nnaam;waarde;bron\na;b;c\n# later;x;y\n"
    document, issues = parse_tabel(text, "x.csv", "x", KOLOMMEN)
    assert document is not None
    assert document.value == {"id": "x", RIJEN: [{"naam": "a", "waarde": "b", "bron": "c"}]}
    message = "Een tabel kent geen uitleg met #: deze regel leest de site niet."
    assert issues == [Issue("x.csv", 5, 1, "commentaar", message, "Haal hem weg.")]


def test_a_column_that_is_there_twice_is_told_at_both_places() -> None:
    text = "naam;waarde;bron;naam"
    document, issues = parse_tabel(text, "x.csv", "x", KOLOMMEN)
    assert document is None
    assert [(one.line, one.column, one.message, one.tip) for one in issues] == [
        (1, column, "De kolom 'naam' staat er vaker.", KOP) for column in (1, 18)
    ]


def test_a_header_may_have_spaces() -> None:
    assert lees("naam ; waarde; bron\na;b;c\n") == [{"naam": "a", "waarde": "b", "bron": "c"}]


RIJEN_FOUT: dict[str, tuple[str, str, str]] = {
    "quotes": (
        '‸"a";1;x',
        "Hier staat een aanhalingsteken. In deze tabel zijn ze niet nodig.",
        "Haal de aanhalingstekens weg.",
    ),
    "quote-inside": (
        'a;1‸";x',
        "Hier staat een aanhalingsteken. In deze tabel zijn ze niet nodig.",
        "Haal de aanhalingstekens weg.",
    ),
    "quoted-separator": (
        'a;‸"1;5";x',
        "Hier staat een aanhalingsteken. In deze tabel zijn ze niet nodig.",
        "Haal de aanhalingstekens weg.",
    ),
    "too-many": ("‸a;1;5;x", "Hier staan 4 waarden; de kop telt 3 kolommen.", WAARDEN),
    "too-few": ("‸a;1", "Hier staan 2 waarden; de kop telt 3 kolommen.", WAARDEN),
    "separator-at-the-end": (
        "a;1;x‸;",
        "Achter de laatste kolom staat nog een puntkomma.",
        "Haal weg wat daar staat.",
    ),
    "commas": ("‸a,1,x", "Hier staat 1 waarde; de kop telt 3 kolommen.", WAARDEN),
}


@pytest.mark.parametrize("name", RIJEN_FOUT)
def test_a_wrong_row_is_told_at_its_place_and_the_others_are_read(name: str) -> None:
    row, message, tip = RIJEN_FOUT[name]
    text, line, column = plaats(f"naam;waarde;bron\neerst;1;x\n{row}\nlaatst;2;x\n")
    document, issues = parse_tabel(text, "x.csv", "x", KOLOMMEN)
    assert issues == [Issue("x.csv", line, column, "tabelrij", message, tip)]
    assert [one["naam"] for one in rijen(document)] == ["eerst", "laatst"]
    assert document is not None
    assert document.where((RIJEN, 1, "naam")) == (4, 1)


# ---------------------------------------------------------------- writing


@PROPERTY
@given(TABELLEN.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_what_is_written_reads_back_and_does_not_depend_on_the_order(
    both: tuple[list[dict[str, str]], list[dict[str, str]]],
) -> None:
    rows, shuffled = both
    text = als_tabel(rows, KOLOMMEN)
    assert als_tabel(shuffled, KOLOMMEN) == text
    found = lees(text)
    assert sorted(map(str, found)) == sorted(map(str, rows))
    assert als_tabel(found, KOLOMMEN) == text


def test_rows_stand_in_the_order_of_their_first_columns() -> None:
    rows = [
        {"naam": "b", "waarde": "1", "bron": "x"},
        {"naam": "a", "waarde": "2", "bron": "x"},
        {"naam": "a", "waarde": "10", "bron": "y"},
    ]
    assert als_tabel(rows, KOLOMMEN) == "naam;waarde;bron\na;10;y\na;2;x\nb;1;x\n"


# ---------------------------------------------------------------- as a file of the data


def test_fix_puts_rows_in_order_and_keeps_every_value(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = mini.lees(VERSLAG)
    header, *lines = wanted.splitlines()
    turned = "\n\n".join([header.replace(";", " ; "), *reversed(lines)])
    mini.schrijf(VERSLAG, turned.replace(EERSTE, EERSTE.replace(";", "  ; ")))
    [(file, text)] = canonical_files(mini.load())
    assert (file, text) == (mini.map / VERSLAG, wanted)
    assert check(["--data", str(mini.map), "--fix"]) == 0
    assert mini.lees(VERSLAG) == wanted
    assert "in vaste vorm gezet" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [(EERSTE, f'"{EERSTE}"'), (";25;", ";vijf;")],
    ids=["quotes", "value"],
)
def test_fix_leaves_a_table_with_an_error_as_it_was_typed(mini: Mini, oud: str, nieuw: str) -> None:
    header, first, *others = mini.lees(VERSLAG).splitlines()
    turned = "\n".join([header, *others, first]) + "\n"
    mini.schrijf(VERSLAG, turned.replace(oud, nieuw, 1))
    before = mini.lees(VERSLAG)
    assert check(["--data", str(mini.map), "--fix"]) == 1
    assert mini.lees(VERSLAG) == before


def test_fix_repairs_what_windows_did_to_a_table(mini: Mini) -> None:
    wanted = (mini.map / VERSLAG).read_bytes()
    mini.schrijf(VERSLAG, b"\xef\xbb\xbf" + wanted.replace(b"\n", b"\r\n"))
    codes = [one.code for one in mini.issues(level=Level.FOUT)]
    assert codes == ["byte-order-mark", "regeleinde"]
    assert check(["--data", str(mini.map), "--fix"]) == 0
    assert (mini.map / VERSLAG).read_bytes() == wanted


@pytest.mark.parametrize(
    ("inhoud", "code", "message"),
    [
        (b"", "leeg-bestand", "Dit bestand is leeg."),
        (b"\n \n", "leeg-bestand", "Dit bestand is leeg."),
        ("", "vorm", "Deze lijst is leeg."),
        (b"indicator;gebied\xff", "geen-utf8", None),
    ],
    ids=["empty", "spaces", "header-only", "not-utf-8"],
)
def test_a_table_without_rows_is_told_once(
    mini: Mini, inhoud: bytes | str, code: str, message: str | None
) -> None:
    kop = mini.lees(VERSLAG).split("\n")[0]
    mini.schrijf(VERSLAG, inhoud if isinstance(inhoud, bytes) else f"{kop}\n")
    [issue] = mini.issues(level=Level.FOUT)
    assert (issue.code, issue.line) == (code, 1)
    assert message in (None, issue.message)
    assert issue.path == f"{mini.map}/{VERSLAG}"


def test_a_cell_of_the_data_is_told_at_its_column(mini: Mini) -> None:
    mini.vervang(VERSLAG, EERSTE, EERSTE.replace("definitief", "‸zeker"))
    [issue] = mini.issues(level=Level.FOUT)
    assert (issue.code, mini.waar(issue)) == ("keuze", mini.plaats)
