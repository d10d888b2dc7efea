"""The questions about an arrangement, and the form and spreadsheet that are made from them."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest
import yaml
from openpyxl.worksheet.datavalidation import DataValidation
from pydantic import Field
from python_calamine import CalamineWorkbook

from macros.invoer.inzending.formulier import BESTAND, formulier
from macros.invoer.inzending.inlezen import BLAD
from macros.invoer.inzending.invulblad import RIJEN, invulblad
from macros.invoer.inzending.melden import notities
from macros.invoer.inzending.namen import namen
from macros.invoer.inzending.opschonen import Opschoning
from macros.invoer.inzending.vragen import NIET_GEVRAAGD, Antwoord, Vraag, vragen
from macros.model.arrangement import Arrangement
from macros.model.basis.datum import Datum
from macros.model.basis.getal import Nummer
from macros.model.basis.onbekend import OfOnbekend
from macros.model.basis.record import Deel, Zekerheid
from macros.model.basis.tekst import Titel, Vaktekst
from macros.model.basis.verwijzing import GemeenteId
from macros.model.basis.vorm import Lijst
from macros.model.geheel import Regio
from macros.model.regio import Sector
from macros.model.walk import nested
from scripts.check import main as check
from scripts.invulblad import main as maak_invulblad
from tests.unit.invulling import GOED, KOPPEN, als_bytes, gezegd, ingelezen
from tests.unit.mini import ROOT, Mini

IDS = [vraag.loc[-1] for vraag in vragen()]

# ------------------------------------------------------------ questions


def test_every_field_is_asked_once_and_in_its_order() -> None:
    fields: list[tuple[str, ...]] = []
    for name, field in Arrangement.model_fields.items():
        group = nested(field.annotation)
        if name not in NIET_GEVRAAGD:
            inner = group.model_fields if group and name == "herkomst" else None
            fields += [(name, one) for one in inner] if inner else [(name,)]
    assert [vraag.loc for vraag in vragen()] == fields


def test_a_header_means_one_question() -> None:
    assert len({kop.casefold() for kop in KOPPEN}) == len(KOPPEN)


@pytest.mark.parametrize("vraag", vragen(), ids=IDS)
def test_a_question_explains_itself_to_someone_who_knows_no_ids(vraag: Vraag) -> None:
    assert vraag.uitleg.endswith(".")
    assert "Id van" not in vraag.uitleg
    assert "Id's van" not in vraag.uitleg


@pytest.mark.parametrize("vraag", vragen(), ids=IDS)
def test_what_one_can_choose_has_no_sign_that_separates_values(vraag: Vraag) -> None:
    assert not any(sign in one + one.uitleg for one in vraag.opties for sign in ";\n(%")


def test_nobody_is_asked_for_an_invented_fact() -> None:
    assert Zekerheid.VOORBEELD not in vragen()[-1].opties
    assert len(vragen()[-1].opties) == len(Zekerheid) - 1


class Ruimer(Arrangement):
    """What the type may become."""

    doel: OfOnbekend[Vaktekst] = Field(description="Waarvoor het is.")
    soorten: tuple[Sector, ...] = Field(default=(), description="Welke soorten.")
    begint: Datum | None = Field(default=None, description="Wanneer het begint.")
    rang: Nummer = Field(description="Welke rang.")
    plaatsen: OfOnbekend[Lijst[GemeenteId]] = Field(description="Waar het is. Id's van gemeenten.")
    plek: GemeenteId = Field(description="Id van de gemeente.")


def test_a_new_field_takes_part_by_itself() -> None:
    known, new = vragen(Ruimer)[: len(vragen())], vragen(Ruimer)[len(vragen()) :]
    assert known == vragen()
    assert new == (
        Vraag(("doel",), "Doel", "Waarvoor het is.", Antwoord.ALINEAS, False, True, True),
        Vraag(
            *(("soorten",), "Soorten", "Welke soorten.", Antwoord.KEUZE, True, False, False),
            opties=tuple(Sector),
        ),
        Vraag(("begint",), "Begint", "Wanneer het begint.", Antwoord.DATUM, False, False, False),
        Vraag(("rang",), "Rang", "Welke rang.", Antwoord.REGEL, False, True, False),
        Vraag(
            *(("plaatsen",), "Plaatsen", "Waar het is.", Antwoord.VERWIJZING, True, True, True),
            verwijst_naar=("gemeente",),
        ),
        Vraag(
            *(("plek",), "Plek", "De gemeente.", Antwoord.VERWIJZING, False, True, False),
            verwijst_naar=("gemeente",),
        ),
    )


class TweeTeksten(Deel):
    soort: Sector = Field(description="Soort.")
    een: Titel | None = Field(default=None, description="Een.")
    twee: Titel | None = Field(default=None, description="Twee.")


class TeRuim(Arrangement):
    groepen: Lijst[TweeTeksten] = Field(description="Groepen.")


def test_a_group_that_does_not_fit_on_a_line_is_refused_when_it_is_made() -> None:
    with pytest.raises(TypeError, match=r"TweeTeksten\.twee past niet in één regel"):
        vragen(TeRuim)


# ------------------------------------------------------------ the form


@pytest.fixture(scope="module")
def velden() -> list[dict[str, Any]]:
    """The parts of the form, from top to bottom, without the text above."""
    found: list[dict[str, Any]] = yaml.safe_load(formulier())["body"]
    assert found[0]["type"] == "markdown"
    assert "Beschrijf nooit een kind" in found[0]["attributes"]["value"]
    assert "Never describe a child" in found[0]["attributes"]["value"]
    return found[1:]


def test_the_form_is_the_one_that_the_type_gives() -> None:
    assert (ROOT / BESTAND).read_text(encoding="utf-8") == formulier()


def test_fix_rewrites_the_form_that_lies_beside_the_data(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    file = mini.map.parent / BESTAND
    check(["--data", str(mini.map), "--fix"])
    assert not file.exists()
    file.parent.mkdir(parents=True)
    file.write_text("name: oud\n", encoding="utf-8")
    check(["--data", str(mini.map), "--fix"])
    assert file.read_text(encoding="utf-8") == formulier()
    assert f"bijgewerkt: {file}\n" in capsys.readouterr().err


def test_the_form_asks_every_question_and_at_the_end_that_no_child_is_described(
    velden: list[dict[str, Any]],
) -> None:
    assert [one["id"] for one in velden] == [*IDS, "geen-kind"]
    [option] = velden[-1]["attributes"]["options"]
    assert option["required"] is True
    assert "geen kind" in option["label"]
    assert "no child" in option["label"]


@pytest.mark.parametrize("vraag", vragen(), ids=IDS)
def test_a_part_of_the_form_asks_what_the_type_asks(
    vraag: Vraag, velden: list[dict[str, Any]]
) -> None:
    part = next(one for one in velden if one["id"] == vraag.loc[-1])
    attributes = part["attributes"]
    assert attributes["label"] == vraag.label
    assert attributes["description"].startswith(vraag.uitleg)
    assert attributes["description"].endswith(")"), "there is an English label"
    needed = part.get("validations", {}).get("required", False)
    assert needed is (vraag.verplicht and not vraag.mag_onbekend)
    if vraag.antwoord is Antwoord.KEUZE:
        assert part["type"] == "dropdown"
        assert attributes.get("multiple", False) is vraag.meer
        assert attributes["options"] == [f"{one}: {one.uitleg}" for one in vraag.opties]
    else:
        several = vraag.meer or vraag.antwoord is Antwoord.ALINEAS
        assert part["type"] == ("textarea" if several else "input")


# ------------------------------------------------------------ the spreadsheet


@pytest.fixture(scope="module")
def bytes_van_invulblad(regio: Regio) -> bytes:
    return invulblad(regio)


@pytest.fixture(scope="module")
def werkmap(bytes_van_invulblad: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(bytes_van_invulblad))


@pytest.fixture(scope="module")
def controles(werkmap: openpyxl.Workbook) -> dict[str, DataValidation]:
    """The help and drop-down of each column, by its header."""
    sheet = werkmap[BLAD]
    return {
        sheet.cell(1, area.min_col).value: one
        for one in sheet.data_validations.dataValidation
        for area in one.sqref.ranges
        if (area.min_row, area.max_row) == (2, RIJEN + 1)
    }


def test_the_spreadsheet_is_the_same_to_the_byte(regio: Regio, bytes_van_invulblad: bytes) -> None:
    assert invulblad(regio) == bytes_van_invulblad


def test_every_sheet_can_be_seen_and_only_the_headers_are_filled_in(
    werkmap: openpyxl.Workbook,
) -> None:
    assert [(one.title, one.sheet_state) for one in werkmap] == [
        (BLAD, "visible"),
        ("Uitleg", "visible"),
        ("Lijsten", "visible"),
    ]
    assert list(werkmap[BLAD].values) == [tuple(KOPPEN)]
    assert werkmap[BLAD].freeze_panes == "B2"


@pytest.mark.parametrize("vraag", vragen(), ids=IDS)
def test_a_column_takes_text_and_helps_to_fill_it_in(
    vraag: Vraag,
    werkmap: openpyxl.Workbook,
    controles: dict[str, DataValidation],
    regio: Regio,
) -> None:
    column = KOPPEN.index(vraag.label) + 1
    sizes = werkmap[BLAD].column_dimensions.values()
    [size] = [one for one in sizes if one.min <= column <= one.max]
    assert size.number_format == "@"
    found = controles[vraag.label]
    assert found.promptTitle == vraag.label
    assert found.prompt.startswith(vraag.uitleg)
    assert len(found.prompt) <= 255
    if vraag.verwijst_naar:
        wanted = [one.keuze for one in namen(regio, vraag)]
    else:
        wanted = [one.value for one in vraag.opties]
    if not wanted:
        assert found.type is None
        return
    sheet, area = found.formula1.split("!")
    listed = [cell.value for (cell,) in werkmap[sheet][area.replace("$", "")]]
    assert listed == wanted + (["onbekend"] if vraag.mag_onbekend else [])
    assert bool(found.showErrorMessage) is not vraag.meer


def test_references_are_chosen_by_name(regio: Regio) -> None:
    offered = {
        vraag.loc[-1]: [one.keuze for one in namen(regio, vraag)]
        for vraag in vragen()
        if vraag.verwijst_naar
    }
    assert offered["gemeente_locatie"] == ["Dorp", "Eiland & Wad", "'s-Stad"]
    assert offered["samenwerkingsverbanden"] == ["Samenwerkingsverband Mini", 'Verband "Overal"']
    assert offered["bron"] == ['Plan van Mini: "samen" <3', "Verslag van de proef"]


def test_records_of_one_name_are_chosen_by_id(mini: Mini) -> None:
    mini.vervang("gemeenten/gemeente-stad.yml", "naam: '''s-Stad'", "naam: dorp")
    regio = mini.load().regio
    assert regio
    vraag = next(one for one in vragen() if one.loc == ("gemeente_locatie",))
    assert [one.keuze for one in namen(regio, vraag)] == [
        "gemeente-dorp",
        "Eiland & Wad",
        "gemeente-stad",
    ]


def test_the_explanation_has_every_column_every_choice_and_every_rule(
    bytes_van_invulblad: bytes,
) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(bytes_van_invulblad))
    rows = book.get_sheet_by_name("Uitleg").to_python()
    text = "\n".join(str(cell) for row in rows for cell in row)
    assert [row[0] for row in rows if row[0] in KOPPEN] == KOPPEN
    for vraag in vragen():
        assert all(f"{one}: {one.uitleg}" in text for one in vraag.opties)
    assert all(rule.value in text for rule in Opschoning)
    assert "Beschrijf nooit een kind." in text


def test_an_empty_template_holds_no_arrangement(regio: Regio, bytes_van_invulblad: bytes) -> None:
    assert gezegd(bytes_van_invulblad, regio) == [
        "blad Arrangementen: Er staat geen enkel arrangement in. Vul een rij in."
    ]


def test_a_template_that_is_filled_in_is_read_without_a_remark(
    regio: Regio, bytes_van_invulblad: bytes
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(bytes_van_invulblad))
    for kop in KOPPEN:
        book[BLAD].cell(2, KOPPEN.index(kop) + 1).value = GOED.get(kop, "onbekend")
    for kop in ("Afwijkingen", "Speerpunten", "Vindplaats"):
        book[BLAD].cell(2, KOPPEN.index(kop) + 1).value = None
    found = ingelezen(als_bytes(book), regio)
    assert found.issues == ()
    assert list(notities(found)) == []
    assert list(found.documenten) == ["arrangement/arrangementen/klas-aan-zee.yml"]


def test_the_command_writes_the_file(
    mini: Mini, regio: Regio, capsys: pytest.CaptureFixture[str]
) -> None:
    file = mini.map.parent / "invulblad.xlsx"
    assert maak_invulblad(["--data", str(mini.map), "--out", str(file)]) == 0
    assert file.read_bytes() == invulblad(regio)
    assert capsys.readouterr().out == f"Gemaakt: {file}\n"


def test_the_command_refuses_data_that_are_wrong(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    file = mini.map.parent / "invulblad.xlsx"
    mini.vervang("gemeenten/gemeente-dorp.yml", "cbs_code: GM9001", "cbs_code: GM1")
    assert maak_invulblad(["--data", str(mini.map), "--out", str(file)]) == 1
    assert "'GM1' is geen CBS-code van een gemeente." in capsys.readouterr().out
    assert not file.exists()
