"""Many records at once in the workbench: a workbook down and up, a table, and what is pasted in it."""

from __future__ import annotations

import base64
from typing import Any

import openpyxl
import pytest

from macros.model.geheel import SOORTEN
from macros.werkbank.formulier import VELDSOORTEN
from macros.werkbank.plakken import ontleed
from tests.unit.invulling import als_bytes
from tests.unit.mini import Mini
from tests.unit.werkbladen import Vraag, bewerkt, neem_over, voeg_toe, werkbank, zet

PUNT = "speerpunten/alles-bekend.yml"


@pytest.fixture
def vraag(mini: Mini) -> Vraag:
    return werkbank(mini.map)


def werkmap(vraag: Vraag, soort: str) -> bytes:
    return base64.b64decode(vraag("blad", soort=soort)["inhoud"])


# ------------------------------------------------------------ a workbook


def test_a_workbook_that_comes_back_as_it_went_changes_nothing(vraag: Vraag) -> None:
    for soort in SOORTEN:
        found = neem_over(vraag, werkmap(vraag, soort.naam))
        assert found == {
            "gewijzigd": [],
            "meldingen": [],
            "opgeschoond": [],
            "niet_gelezen": [],
            "vragen": [],
        }
    assert vraag("bestanden") == {}


def test_of_a_part_it_is_the_workbook_of_its_kind(vraag: Vraag) -> None:
    assert vraag("blad", soort="actie") == vraag("blad", soort="speerpunt")
    assert vraag("blad", soort="speerpunt")["naam"] == "speerpunten.xlsx"
    assert vraag("blad", soort="onzin") == "'onzin' is geen soort gegevens."


def test_what_it_changes_is_checked_and_told_at_its_cell_and_is_not_set_yet(vraag: Vraag) -> None:
    step = zet("Acties", "lijst-delen", "Stand", "klaar?", bij="Korte naam (id)")
    found = neem_over(vraag, bewerkt(werkmap(vraag, "speerpunt"), step))
    [changed] = found["gewijzigd"]
    assert changed["pad"] == PUNT
    assert vraag("bestanden") == {}
    vraag("zet", **changed)
    [melding] = [one for one in found["meldingen"] if one["level"] == "fout"]
    there = {one: melding[one] for one in ("blad", "rij", "letter", "kop", "pad", "loc")}
    assert there == {
        "blad": "Acties",
        "rij": 3,
        "letter": "H",
        "kop": "Stand",
        "pad": PUNT,
        "loc": ["acties", 1, "stand"],
    }
    [real] = [one for one in vraag("controleer")["meldingen"] if one["level"] == "fout"]
    assert [melding[one] for one in ("code", "message", "tip")] == [
        real[one] for one in ("code", "message", "tip")
    ]


def test_what_was_cleaned_is_told_by_sheet(vraag: Vraag) -> None:
    step = zet("Acties", "lijst-delen", "Stand", "Afgerond.", bij="Korte naam (id)")
    [note] = neem_over(vraag, bewerkt(werkmap(vraag, "speerpunt"), step))["opgeschoond"]
    assert note.startswith("blad Acties: Opgeschoond (1 keer: rij 3). Een keuze met hoofdletters")


def test_new_rows_become_files_with_the_next_numbers(vraag: Vraag) -> None:
    def nieuw(book: openpyxl.Workbook) -> None:
        for titel in ("Nieuw & mooi", "Nog een"):
            voeg_toe("Principes", Titel=titel)(book)

    found = neem_over(vraag, bewerkt(werkmap(vraag, "principe"), nieuw))
    there = [int(one["waarden"]["nummer"]) for one in vraag("tabel", soort="principe")["rijen"]]
    assert [(one["pad"], one["waarde"]["nummer"]) for one in found["gewijzigd"]] == [
        ("principes/nieuw-mooi.yml", str(max(there) + 1)),
        ("principes/nog-een.yml", str(max(there) + 2)),
    ]
    assert {one["kop"] for one in found["meldingen"]} >= {"Uitleg", "Herkomst: Bron"}
    assert "Nummer" not in {one["kop"] for one in found["meldingen"]}
    assert all(one["mee"] for one in found["meldingen"])


def test_all_mistakes_of_all_sheets_are_told_at_once_and_what_is_good_can_go_along(
    vraag: Vraag,
) -> None:
    """A cell that nobody can read, one that the checks refuse, and both in one record."""

    def doe(book: openpyxl.Workbook) -> None:
        zet("Speerpunten", "alles-bekend", "Ambtelijk trekker", "niemand hier")(book)
        zet("Speerpunten", "alles-bekend", "Titel", "Ook anders")(book)
        zet("Acties", "lijst-delen", "Stand", "klaar?", bij="Korte naam (id)")(book)
        zet("Speerpunten", "veel-onbekend", "Titel", "Anders")(book)

    found = neem_over(vraag, bewerkt(werkmap(vraag, "speerpunt"), doe))
    [changed] = found["gewijzigd"]
    assert changed["pad"] == "speerpunten/veel-onbekend.yml"
    assert changed["waarde"]["titel"] == "Anders"
    wrong = [(one["kop"], one["mee"]) for one in found["meldingen"] if one["level"] == "fout"]
    assert sorted(wrong) == [("Ambtelijk trekker", False), ("Stand", False)]
    assert vraag("bestanden") == {}


def test_a_row_of_which_nobody_knows_whose_it_is_leaves_the_others(vraag: Vraag) -> None:
    """A record that misses a row on that sheet may be the one it is of, and waits too."""

    def doe(book: openpyxl.Workbook) -> None:
        zet("Acties", "lijst-delen", "id", "alles-bekent", bij="Korte naam (id)")(book)
        zet("Speerpunten", "alles-bekend", "Titel", "Ook anders")(book)
        zet("Speerpunten", "veel-onbekend", "Titel", "Anders")(book)

    found = neem_over(vraag, bewerkt(werkmap(vraag, "speerpunt"), doe))
    assert [one["pad"] for one in found["gewijzigd"]] == ["speerpunten/veel-onbekend.yml"]
    told = {(one["blad"], one["rij"], one["code"], one["mee"]) for one in found["meldingen"]}
    assert told >= {("Acties", 3, "verwijzing", False), ("Speerpunten", 2, "half", False)}


def test_a_record_of_which_the_own_row_is_lost_waits_with_its_parts(vraag: Vraag) -> None:
    def doe(book: openpyxl.Workbook) -> None:
        zet("Speerpunten", "alles-bekend", "id", "alles-bekent")(book)
        zet("Acties", "lijst-delen", "Stand", "loopt", bij="Korte naam (id)")(book)
        zet("Speerpunten", "veel-onbekend", "Titel", "Anders")(book)

    found = neem_over(vraag, bewerkt(werkmap(vraag, "speerpunt"), doe))
    assert [one["pad"] for one in found["gewijzigd"]] == ["speerpunten/veel-onbekend.yml"]
    told = {(one["code"], one["mee"]) for one in found["meldingen"] if one["level"] == "fout"}
    assert told == {("verwijzing", False), ("half", False)}


def test_a_heading_that_nobody_knows_stops_all_of_it(vraag: Vraag) -> None:
    def doe(book: openpyxl.Workbook) -> None:
        book["Acties"].cell(1, 3).value = "Iets anders"
        zet("Speerpunten", "veel-onbekend", "Titel", "Anders")(book)
        zet("Acties", "lijst-delen", "Stand", "klaar?", bij="Korte naam (id)")(book)

    found = neem_over(vraag, bewerkt(werkmap(vraag, "speerpunt"), doe))
    assert found["gewijzigd"] == []
    assert {one["kop"] for one in found["meldingen"]} >= {"Iets anders", "Stand"}
    assert not any(one["mee"] for one in found["meldingen"] if one["level"] == "fout")


def test_a_record_that_can_be_no_file_is_told_and_the_others_go_along(vraag: Vraag) -> None:
    """A cell of a table cannot hold a semicolon."""
    vraag("zet", pad="monitor/waarnemingen/aa.csv", waarde={"id": "aa", "rijen": []})

    def doe(book: openpyxl.Workbook) -> None:
        sheet = book["Rijen"]
        sheet.append(["aa", *[cell.value for cell in sheet[2]][1:]])
        sheet.cell(3, 5).value = "groot; klein"

    before = vraag("bestanden")
    found = neem_over(vraag, bewerkt(werkmap(vraag, "waarnemingen"), doe))
    assert [one["pad"] for one in found["gewijzigd"]] == ["monitor/waarnemingen/aa.csv"]
    [wrong] = [one for one in found["meldingen"] if not one["mee"]]
    assert "puntkomma" in wrong["message"] or ";" in wrong["message"]
    assert vraag("bestanden") == before


def test_a_csv_with_the_headings_of_a_sheet_is_taken_over_too(vraag: Vraag) -> None:
    raw = "id;Korte naam (id);Stand;Resultaat\nalles-bekend;lijst-delen;Afgerond;=1\n"
    found = neem_over(vraag, raw.encode("utf-8-sig"), "acties.csv")
    [changed] = found["gewijzigd"]
    first, actie = changed["waarde"]["acties"]
    assert first["id"] == "lijst-maken"
    assert (actie["stand"], actie["resultaat"], actie["door"]) == ("afgerond", "=1", ["regisseur"])
    assert [one["code"] for one in found["meldingen"]][:1] == ["geen-toen"]


@pytest.mark.parametrize(
    ("naam", "raw", "zin"),
    [
        ("x.xlsx", b"", "Dit bestand is leeg."),
        ("x.pdf", b"%PDF-1.7", "Dit is een pdf."),
        ("x.csv", "id;Stand\nx\u00e9;1\n".encode("latin-1"), "niet in UTF-8 opgeslagen"),
        ("x.csv", b"van alles;en nog wat\n1;2\n", "is niet te zien aan de koppen"),
        ("x.csv", b"naam;geboortedatum\nJan;2012\n", "Kolom B ('geboortedatum') wijst naar"),
        ("x.csv", b"uitdraai\n\nbsn,stand\n1,2\n", "('bsn') wijst naar één persoon."),
    ],
)
def test_a_file_that_is_none_of_ours_is_refused(
    vraag: Vraag, naam: str, raw: bytes, zin: str
) -> None:
    found = neem_over(vraag, raw, naam)
    said = found if isinstance(found, str) else found["meldingen"][0]["message"]
    assert zin in said
    assert vraag("bestanden") == {}


@pytest.mark.parametrize("verborgen", [False, True])
def test_a_workbook_with_a_sheet_about_children_is_refused(vraag: Vraag, verborgen: bool) -> None:
    def blad(book: openpyxl.Workbook) -> None:
        sheet = book.create_sheet("Uitdraai")
        sheet.append(["Leerlingen van nu"])
        sheet.append(["Voornaam", "Geboortedatum", "Klas"])
        sheet.sheet_state = "hidden" if verborgen else "visible"

    found = neem_over(vraag, bewerkt(werkmap(vraag, "speerpunt"), blad))
    assert found.startswith("Kolom A van het blad 'Uitdraai' ('voornaam') wijst naar één persoon.")


def test_a_column_about_a_person_beside_ours_is_refused(vraag: Vraag) -> None:
    def kolom(book: openpyxl.Workbook) -> None:
        book["Acties"].cell(1, 20).value = "Naam leerling"

    assert "wijst naar één persoon" in neem_over(vraag, bewerkt(werkmap(vraag, "speerpunt"), kolom))


def test_a_workbook_of_nobody_knows_what_asks_for_its_kind(vraag: Vraag) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Kladblok"
    assert neem_over(vraag, als_bytes(book)).startswith("Van welke soort deze werkmap is")
    found = neem_over(vraag, als_bytes(book), soort="speerpunt")
    assert [one["code"] for one in found["meldingen"]] == ["geen-blad"]


def test_what_is_no_base64_is_told(vraag: Vraag) -> None:
    assert vraag("neem_over", naam="x.xlsx", inhoud="€") == (
        "Dit bestand is niet goed doorgekomen. Kies het opnieuw."
    )


# ------------------------------------------------------------ the table


def test_the_state_of_each_action_with_its_date_and_evidence_is_on_one_screen(vraag: Vraag) -> None:
    found = vraag("tabel", soort="actie")
    names = [one["sleutel"] for one in found["kolommen"]]
    assert names[:4] == ["wat", "stand", "stand_peildatum", "bewijs"]
    second = found["rijen"][1]
    assert (second["pad"], second["loc"], second["id"]) == (PUNT, ["acties", 1], "lijst-delen")
    assert second["van"] == 'Samen & sterk: "2 > 1"'
    assert second["waarden"]["bewijs"] == ["plan", "verslag"]
    assert second["waarden"]["herkomst.bron"] == "plan"


@pytest.mark.parametrize("soort", [one.naam for one in SOORTEN])
def test_every_kind_has_a_table_of_fields_that_fit(vraag: Vraag, soort: str) -> None:
    found = vraag("tabel", soort=soort)
    for one in found["kolommen"]:
        kinds = {one["veld"]["soort"], one["veld"].get("item", {}).get("soort", "tekst")}
        assert kinds <= VELDSOORTEN - {"lang", "groep", "herkomst"}
    for row in found["rijen"]:
        value = vraag("record", pad=row["pad"])["waarde"]
        for part in row["loc"]:
            value = value[part]
        for name, said in row["waarden"].items():
            held = value
            for part in name.split("."):
                held = held[part]
            assert held == said


# ------------------------------------------------------------ what is pasted


@pytest.mark.parametrize(
    ("tekst", "rijen"),
    [
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ('"a\nb"\tc', [["a\nb", "c"]]),
        ('"zeg ""ja""\nof nee"\tc', [['zeg "ja"\nof nee', "c"]]),
        ('"ja"\tc', [['"ja"', "c"]]),
        ('"A"-straat\tc\n"x', [['"A"-straat', "c"], ['"x']]),
        ('"\t"', [["\t"]]),
        ("\ufeffa\t\tb", [["a", "", "b"]]),
        ("", [[""]]),
    ],
)
def test_a_paste_is_taken_apart_as_the_program_put_it_together(
    tekst: str, rijen: list[list[str]]
) -> None:
    assert ontleed(tekst) == rijen


def neem_over_in(vraag: Vraag, cellen: list[Any]) -> None:
    """Set cells as the page does: each in the value of its record."""
    for one in cellen:
        held = value = vraag("record", pad=one["pad"])["waarde"]
        *way, last = one["loc"]
        for part in way:
            held = held[part]
        if last == len(held) and isinstance(held, list):
            held.append(one["waarde"])
        else:
            held[last] = one["waarde"]
        vraag("zet", pad=one["pad"], waarde=value)
        vraag("controleer")


def plak(vraag: Vraag, tekst: str, soort: str = "actie", rij: int = 0, **anders: Any) -> Any:
    return vraag("plak", soort=soort, tekst=tekst, rij=rij, **anders)


def test_a_paste_goes_into_the_cells_where_it_begins(vraag: Vraag) -> None:
    found = plak(
        vraag, "Loopt.\t1-7-2022\nafgerond\tjuni 2022", kolommen=["stand", "stand_peildatum"]
    )
    assert [(one["loc"], one["waarde"]) for one in found["cellen"]] == [
        (["acties", 0, "stand"], "loopt"),
        (["acties", 0, "stand_peildatum"], "2022-07-01"),
        (["acties", 1, "stand"], "afgerond"),
    ]
    assert (found["meldingen"], found["koppen"], found["rijen"]) == ([], False, 2)
    assert vraag("bestanden") == {}
    neem_over_in(vraag, found["cellen"])
    assert list(vraag("bestanden")) == [f"data/{PUNT}"]


def test_a_paste_goes_into_the_rows_as_they_are_seen(vraag: Vraag) -> None:
    rows = [
        {"pad": one["pad"], "loc": one["loc"]} for one in vraag("tabel", soort="actie")["rijen"]
    ]
    seen = [rows[-1], {"pad": PUNT, "loc": ["acties", 99]}, rows[0]]
    found = plak(vraag, "gestopt\nloopt", kolommen=["stand"], rijen=seen)
    assert [(one["pad"], one["loc"][:2], one["waarde"]) for one in found["cellen"]] == [
        (rows[-1]["pad"], rows[-1]["loc"], "gestopt"),
        (rows[0]["pad"], rows[0]["loc"], "loopt"),
    ]


def test_with_headings_each_column_and_row_finds_its_place(vraag: Vraag) -> None:
    found = plak(
        vraag,
        "Stand\tKorte naam (id)\tBewijs\nafgerond\tlijst-delen\tverslag\n",
        rij=0,
    )
    assert [(one["loc"], one["waarde"]) for one in found["cellen"]] == [
        (["acties", 1, "stand"], "afgerond"),
        (["acties", 1, "bewijs"], ["verslag"]),
    ]
    assert found["koppen"]


def test_a_row_below_the_last_is_a_new_record(vraag: Vraag) -> None:
    count = len(vraag("tabel", soort="bron")["rijen"])
    found = plak(
        vraag,
        "Een nieuwe bron\twebpagina\nNog een\tboek",
        "bron",
        count,
        kolommen=["titel", "soort"],
    )
    assert [(one["pad"], one["waarde"]) for one in found["nieuw"]] == [
        (
            "bronnen/een-nieuwe-bron.yml",
            {"id": "een-nieuwe-bron", "titel": "Een nieuwe bron", "soort": "webpagina"},
        ),
        ("bronnen/nog-een.yml", {"id": "nog-een", "titel": "Nog een", "soort": "boek"}),
    ]


def test_what_is_there_already_or_twice_is_no_new_record(vraag: Vraag) -> None:
    count = len(vraag("tabel", soort="bron")["rijen"])
    text = 'Plan van Mini: "samen" <3\nZelfde\nzelfde\n'
    found = plak(vraag, text, "bron", count, kolommen=["titel"])
    assert [one["titel"] for one in found["nieuw"]] == ["Zelfde"]
    assert [(one["rij"], one["code"]) for one in found["meldingen"]] == [
        (1, "nieuw"),
        (3, "dubbele-titel"),
    ]


@pytest.mark.parametrize(
    ("soort", "kolom", "tekst", "code", "zin"),
    [
        ("speerpunt", "nummer", "1.234", "dubbelzinnig", "'1.234' kan 1234 zijn, of 1,234."),
        ("speerpunt", "nummer", "3,5%", "eenheid", "Hier staat een percentage (3,5%)."),
        ("speerpunt", "titel", "####", "hekjes", "Hier staan alleen hekjes"),
        (
            "speerpunt",
            "ambtelijk_trekker",
            "niemand",
            "verwijzing",
            "Er is geen partij of gemeente",
        ),
        ("waarnemingen", "waarde", "1.234", "dubbelzinnig", "'1.234' kan 1234 zijn"),
        ("speerpunt", "titel", "#N/B", "celsoort", "Hier staat een fout van het rekenblad"),
    ],
)
def test_a_cell_that_can_mean_two_things_is_asked_about(
    vraag: Vraag, soort: str, kolom: str, tekst: str, code: str, zin: str
) -> None:
    found = plak(vraag, tekst, soort, kolommen=[kolom])
    assert found["cellen"] == []
    [one] = found["meldingen"]
    assert (one["rij"], one["kolom"], one["code"], one["level"]) == (1, 1, code, "fout")
    assert one["tekst"] == tekst
    assert zin in one["message"]


def test_nothing_that_was_pasted_is_left_out_in_silence(vraag: Vraag) -> None:
    text = "Stand\tLocatie\tKorte naam (id)\nloopt\tEde\tlijst-maken\n\nloopt\tEde\tweg\n"
    found = plak(vraag, text)
    assert [(one["rij"], one["code"]) for one in found["meldingen"]] == [
        (1, "vreemde-kolom"),
        (4, "verwijzing"),
        (3, "lege-rij"),
    ]
    [beyond] = plak(vraag, "loopt\tx\n", kolommen=["stand"])["meldingen"]
    assert (beyond["code"], beyond["tekst"], beyond["kolom"]) == ("buiten", "x", 2)


def test_gaps_of_joined_cells_are_told_and_not_filled(vraag: Vraag) -> None:
    found = plak(vraag, "loopt\tplan\n\tverslag\n", kolommen=["stand", "bewijs"])
    assert [(one["loc"], one["waarde"]) for one in found["cellen"]] == [
        (["acties", 0, "stand"], "loopt"),
        (["acties", 0, "bewijs"], ["plan"]),
        (["acties", 1, "bewijs"], ["verslag"]),
    ]
    [one] = found["meldingen"]
    assert (one["code"], one["level"], one["kop"]) == ("leeg", "let op", "Stand")


def test_what_the_checks_refuse_is_told_of_the_pasted_cell_before_it_is_taken_over(
    vraag: Vraag,
) -> None:
    found = plak(vraag, "loopt\nopgestart", kolommen=["stand"])
    [told] = found["meldingen"]
    assert (told["rij"], told["kolom"], told["kop"], told["tekst"]) == (2, 1, "Stand", "opgestart")
    assert (told["level"], told["mee"]) == ("fout", True)
    assert len(found["cellen"]) == 2
    assert vraag("bestanden") == {}
    neem_over_in(vraag, found["cellen"])
    [one] = [one for one in vraag("controleer")["meldingen"] if one["level"] == "fout"]
    assert (one["message"], one["tip"]) == (told["message"], told["tip"])


def test_what_is_pasted_over_an_unknown_was_not_looked_for_in_vain_any_longer(
    vraag: Vraag,
) -> None:
    row = next(
        one
        for one in vraag("tabel", soort="actie")["rijen"]
        if one["waarden"]["stand"] == "onbekend"
    )
    value = vraag("record", pad=row["pad"])["waarde"]
    actie = value["acties"][row["loc"][1]]
    actie["gezocht_op"] = {"stand": "2026-11", "resultaat": "2026-11"}
    vraag("zet", pad=row["pad"], waarde=value)
    vraag("controleer")
    seen = [{"pad": row["pad"], "loc": row["loc"]}]
    found = plak(vraag, "gestopt", kolommen=["stand"], rijen=seen)
    made = found["waarden"][row["pad"]]["acties"][row["loc"][1]]
    assert (made["stand"], made["gezocht_op"]) == ("gestopt", {"resultaat": "2026-11"})
    assert vraag("record", pad=row["pad"])["waarde"] == value


def test_pasted_new_rows_get_the_numbers_that_follow(vraag: Vraag) -> None:
    rows = vraag("tabel", soort="principe")["rijen"]
    last = max(int(one["waarden"]["nummer"]) for one in rows)
    found = plak(vraag, "Een\nTwee", "principe", len(rows), kolommen=["titel"])
    assert [one["waarde"]["nummer"] for one in found["nieuw"]] == [str(last + 1), str(last + 2)]


@pytest.mark.parametrize("boven", ["", "Leerlingen van nu\t\n\n"])
def test_a_pasted_list_of_children_is_refused(vraag: Vraag, boven: str) -> None:
    found = plak(vraag, f"{boven}Achternaam\tGeboortedatum\nx\t2012\n", "bron")
    assert "wijst naar één persoon" in found


def test_what_is_told_of_a_paste_repeats_no_address_of_a_person(vraag: Vraag) -> None:
    [one] = plak(vraag, "jan.jansen@voorbeeld.test", kolommen=["bewijs"])["meldingen"]
    assert one["level"] == "fout"
    assert "jansen" not in one["message"] + one["tip"]


def test_more_rows_than_one_looks_through_are_refused(vraag: Vraag) -> None:
    assert "Neem er minder, of gebruik een werkmap." in plak(vraag, "a\tb\n" * 5_001)


def test_a_new_part_says_what_it_is_part_of_or_that_is_asked(vraag: Vraag) -> None:
    count = len(vraag("tabel", soort="actie")["rijen"])
    [one] = plak(vraag, "Nieuw ding", rij=count, kolommen=["wat"])["meldingen"]
    assert one["code"] == "waarbij"
    count = len(vraag("tabel", soort="waarnemingen")["rijen"])
    row = "hulp\tDorp\t2023\ttotaal\t70\tvoorlopig\t2024-01-01\tverslag\tafgeleid"
    found = plak(vraag, row, "waarnemingen", count)
    assert found["meldingen"] == []
    [cell] = found["cellen"]
    assert cell["loc"] == ["rijen", count]
    assert cell["waarde"]["gebied"] == "gemeente-dorp"
    neem_over_in(vraag, [cell])
    assert "hulp;gemeente-dorp;2023;totaal;70" in vraag("bestanden")[f"data/{cell['pad']}"]


def test_a_figure_of_a_school_is_pasted_by_the_name_of_the_school(mini: Mini) -> None:
    mini.schrijf(
        "monitor/scholen/de-eik.yml",
        "id: de-eik\nnaam: De Eik\nbrin: 01XX\nsector: PO\nbestuur: onbekend\n"
        "gemeente: gemeente-dorp\nsamenwerkingsverband: onbekend\nherkomst:\n  bron: plan\n"
        "  peildatum: 2021\n  zekerheid: voorbeeld\n",
    )
    mini.vervang("monitor/indicatoren/hulp.yml", "brontabel:", "ook_per:\n  - school\nbrontabel:")
    ask = werkbank(mini.map)
    count = len(ask("tabel", soort="waarnemingen")["rijen"])
    row = "hulp\t{}\t2023\ttotaal\t70\tvoorlopig\t2024-01-01\tverslag\tafgeleid"
    found = plak(ask, row.format("De Eik"), "waarnemingen", count)
    assert found["meldingen"] == []
    assert found["cellen"][0]["waarde"]["gebied"] == "de-eik"
    [wrong] = plak(ask, row.format("De Eek"), "waarnemingen", count)["meldingen"]
    assert wrong["tip"] == "Bedoel je 'De Eik'?"
