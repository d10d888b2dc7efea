"""Importing from StatLine: what is new is told and written, what is not right is refused whole."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.invoer.statline import overnemen, perioden
from macros.invoer.statline.client import Client, GeenVerbinding
from macros.issue import Level
from macros.model.monitor.statline import Periodesoort
from macros.source.writer import replace_file
from scripts.importeer_cbs import importeer, main
from tests.statline.dienst import (
    CIJFERS,
    DIENST,
    KOPPELING,
    PAD,
    Tabel,
    server,
    stuur,
)
from tests.unit.gevallen import foto
from tests.unit.mini import Mini

pytestmark = pytest.mark.usefixtures("eind_2023")


Uitvoer = pytest.CaptureFixture[str]


def neem_over(mini: Mini, tabel: Tabel, *, schrijven: bool = True, vorm: str = "text") -> int:
    return importeer(mini.map, [], tabel.haal, DIENST, schrijven=schrijven, vorm=vorm)


def geweigerd(mini: Mini, tabel: Tabel, capsys: Uitvoer) -> list[str]:
    """The problems, without the folder; nothing may have been written."""
    before = foto(mini.map)
    assert neem_over(mini, tabel) == 1
    assert foto(mini.map) == before
    lines = capsys.readouterr().err.splitlines()
    assert lines[-1].endswith("Er is niets geschreven.")
    folder = f"{mini.map.as_posix()}/"
    return [line.removeprefix(folder).strip() for line in lines[:-2]]


def nieuws(mini: Mini, tabel: Tabel, capsys: Uitvoer) -> list[str]:
    """What is told, below the heading of the table."""
    assert neem_over(mini, tabel) == 0
    heading, *lines = capsys.readouterr().out.splitlines()
    assert heading == "9001NED: Hulp; gemeenten. Door het CBS gewijzigd op 1 november 2022."
    return [line.strip() for line in lines]


# ------------------------------------------------------------ news


def test_nothing_is_written_when_there_is_no_news(mini: Mini, cbs: Tabel, capsys: Uitvoer) -> None:
    before = foto(mini.map)
    assert nieuws(mini, cbs, capsys) == ["Geen nieuws: 32 cijfers nagekeken."]
    assert foto(mini.map) == before


def test_a_revised_figure_is_told_from_what_to_what(
    mini: Mini, cbs: Tabel, capsys: Uitvoer
) -> None:
    cbs.zet("GM9002", "2022JJ00", "KinderenMetHulp_1", "1215")
    before = mini.lees(CIJFERS)
    assert nieuws(mini, cbs, capsys) == [
        "Bijgesteld: 1",
        "Kinderen met hulp, 's-Stad, 2022: van 1.210 naar 1.215 (voorlopig)",
    ]
    assert mini.lees(CIJFERS) == before.replace(
        "hulp;gemeente-stad;2022;totaal;1210;voorlopig;2022-11-01;verslag;voorbeeld",
        "hulp;gemeente-stad;2022;totaal;1215;voorlopig;2023-11-14;verslag;bevestigd",
    )
    assert mini.issues(level=Level.FOUT) == []


def test_a_new_year_is_new_for_every_area(mini: Mini, cbs: Tabel, capsys: Uitvoer) -> None:
    cbs.delen["Perioden"].append({"Key": "2023JJ00", "Title": "2023", "Status": "Voorlopig"})
    for area in ("GM9001", "GM9002", "GM9003", "NL01"):
        row = {**cbs.rij(area, "2022JJ00"), "Perioden": "2023JJ00"}
        cbs.delen["UntypedDataSet"].append(row)
    told = nieuws(mini, cbs, capsys)
    assert told[0] == "Nieuw: 16"
    assert (
        "Kinderen met hulp, tot 8 jaar, Eiland & Wad, 2023: onbekend of geheim (.) (voorlopig)"
        in (told)
    )
    assert "hulp;gemeente-dorp;2023;totaal;60;voorlopig;2023-11-14;verslag;bevestigd\n" in (
        mini.lees(CIJFERS)
    )
    assert nieuws(mini, cbs, capsys) == ["Geen nieuws: 48 cijfers nagekeken."]


WIJK = (
    "id: markt\nnaam: Markt\ncbs_code: WK900201\ngemeente: gemeente-stad\nherkomst:\n"
    "  bron: plan\n  peildatum: 2021\n  zekerheid: voorbeeld\n"
)


def test_figures_of_a_wijk_come_along_where_the_indicator_has_them(
    mini: Mini, cbs: Tabel, capsys: Uitvoer
) -> None:
    """An indicator that says nothing of wijken has none; a wijk that is not in the table is told."""
    mini.schrijf("monitor/wijken/markt.yml", WIJK)
    counts = {"KinderenMetHulp_1": "95", "Tot8Jaar_2": "40", "k_8Tot18Jaar_3": "55"}
    row = {**cbs.rij("GM9002", "2022JJ00"), "RegioS": "WK900201", **counts}
    cbs.delen["UntypedDataSet"].append(row)
    assert nieuws(mini, cbs, capsys) == ["Geen nieuws: 32 cijfers nagekeken."]
    mini.vervang("monitor/indicatoren/hulp.yml", "brontabel:", "ook_per:\n  - wijk\nbrontabel:")
    mini.schrijf(
        "monitor/wijken/haven.yml",
        WIJK.replace("markt", "haven").replace("Markt", "Haven").replace("0201", "0202"),
    )
    told = nieuws(mini, cbs, capsys)
    assert "Kinderen met hulp, Markt, 2022: 95 (voorlopig)" in told
    assert any("WK900202 (Haven) staat niet in de tabel 9001NED." in one for one in told)
    assert "hulp;markt;2022;totaal;95;voorlopig;2023-11-14;verslag;bevestigd\n" in (
        mini.lees(CIJFERS)
    )
    assert ";haven;" not in mini.lees(CIJFERS)
    assert mini.issues(level=Level.FOUT) == []


def test_provisional_figures_become_final(mini: Mini, cbs: Tabel, capsys: Uitvoer) -> None:
    cbs.periode("2022JJ00")["Status"] = "Definitief"
    told = nieuws(mini, cbs, capsys)
    assert told[0] == "Andere status: 16"
    assert (
        told[1]
        == "Kinderen met hulp, 8 tot 18 jaar, Dorp, 2022: 35 (van voorlopig naar definitief)"
    )
    assert "hulp;gemeente-dorp;2022;groot;35;definitief;2023-11-14;" in mini.lees(CIJFERS)


def test_a_sign_that_becomes_a_number_is_told_apart(
    mini: Mini, cbs: Tabel, capsys: Uitvoer
) -> None:
    cbs.zet("GM9003", "2021JJ00", "KinderenMetHulp_1", "25")
    cbs.zet("GM9003", "2021JJ00", "Tot8Jaar_2", "10")
    assert nieuws(mini, cbs, capsys) == [
        "Was verborgen, is nu een getal: 2",
        "Kinderen met hulp, tot 8 jaar, Eiland & Wad, 2021: van afgeschermd (x) naar 10 (definitief)",
        "Kinderen met hulp, Eiland & Wad, 2021: van afgeschermd (x) naar 25 (definitief)",
    ]


@pytest.mark.parametrize(
    ("text", "written", "told"),
    [
        (".", ".", "van 60 naar onbekend of geheim (.)"),
        ("x", "x", "van 60 naar afgeschermd (x)"),
        ("", "", "van 60 naar leeg: kan niet voorkomen"),
        (None, "", "van 60 naar leeg: kan niet voorkomen"),
    ],
)
def test_a_number_that_becomes_a_sign_is_told_apart(
    mini: Mini, cbs: Tabel, capsys: Uitvoer, text: str | None, written: str, told: str
) -> None:
    cbs.zet("GM9001", "2022JJ00", "KinderenMetHulp_1", text)
    assert nieuws(mini, cbs, capsys) == [
        "Was een getal, is nu verborgen: 1",
        f"Kinderen met hulp, Dorp, 2022: {told} (voorlopig)",
    ]
    assert f"hulp;gemeente-dorp;2022;totaal;{written};voorlopig;2023-11-14;" in mini.lees(CIJFERS)


def test_none_is_not_less_than_half_a_unit(mini: Mini, cbs: Tabel, capsys: Uitvoer) -> None:
    cbs.zet("GM9003", "2022JJ00", "AantalInwoners_4", "-")
    assert nieuws(mini, cbs, capsys)[1] == (
        "Inwoners, Eiland & Wad, 2022: van 910 naar nihil (-) (voorlopig)"
    )
    assert "inwoners;gemeente-eiland;2022;totaal;-;voorlopig" in mini.lees(CIJFERS)
    cbs.zet("GM9003", "2022JJ00", "AantalInwoners_4", "0")
    assert nieuws(mini, cbs, capsys)[1] == (
        "Inwoners, Eiland & Wad, 2022: van nihil (-) naar 0 (voorlopig)"
    )


def test_a_figure_that_the_source_stopped_giving_stays_and_is_told(
    mini: Mini, cbs: Tabel, capsys: Uitvoer
) -> None:
    cbs.delen["UntypedDataSet"].remove(cbs.rij("GM9003", "2021JJ00"))
    before = mini.lees(CIJFERS)
    assert nieuws(mini, cbs, capsys) == [
        "Let op: Over 2021 geeft de tabel niets voor Eiland & Wad.",
        "Niet meer in de tabel; de regel blijft staan: 4",
        "Kinderen met hulp, 8 tot 18 jaar, Eiland & Wad, 2021: was 15",
        "Kinderen met hulp, tot 8 jaar, Eiland & Wad, 2021: was afgeschermd (x)",
        "Kinderen met hulp, Eiland & Wad, 2021: was afgeschermd (x)",
        "Inwoners, Eiland & Wad, 2021: was 900",
    ]
    assert mini.lees(CIJFERS) == before


def test_a_row_stays_when_others_of_the_file_change(mini: Mini, cbs: Tabel) -> None:
    gone = [line for line in mini.lees(CIJFERS).splitlines() if ";gemeente-eiland;2021;" in line]
    cbs.delen["UntypedDataSet"].remove(cbs.rij("GM9003", "2021JJ00"))
    cbs.zet("GM9002", "2022JJ00", "KinderenMetHulp_1", "1215")
    assert neem_over(mini, cbs) == 0
    written = mini.lees(CIJFERS).splitlines()
    assert "hulp;gemeente-stad;2022;totaal;1215;voorlopig;2023-11-14;verslag;bevestigd" in written
    assert len(gone) == 4
    assert set(gone) < set(written)


def test_what_the_table_was_not_asked_for_is_left_alone(
    mini: Mini, cbs: Tabel, capsys: Uitvoer
) -> None:
    start = KOPPELING.index("  - kolom: Tot8Jaar_2")
    end = KOPPELING.index("  - kolom: AantalInwoners_4")
    mini.schrijf(PAD, (KOPPELING[:start] + KOPPELING[end:]).replace("vanaf: 2021", "vanaf: 2022"))
    before = foto(mini.map)
    assert nieuws(mini, cbs, capsys) == ["Geen nieuws: 8 cijfers nagekeken."]
    assert foto(mini.map) == before


def test_what_was_read_elsewhere_is_confirmed_when_the_table_says_the_same(
    mini: Mini, cbs: Tabel, capsys: Uitvoer
) -> None:
    row = "inwoners;land;2022;totaal;1510000;voorlopig;2022-11-01;verslag;"
    mini.vervang(CIJFERS, f"{row}voorbeeld", f"{row}afgeleid")
    assert nieuws(mini, cbs, capsys) == [
        "Nu bevestigd door het CBS zelf: 1",
        "Inwoners, Het hele land, 2022: 1.510.000 (voorlopig)",
    ]
    assert f"{row}bevestigd".replace("2022-11-01", "2023-11-14") in mini.lees(CIJFERS)


def test_without_being_told_to_nothing_is_written(mini: Mini, cbs: Tabel, capsys: Uitvoer) -> None:
    cbs.zet("GM9002", "2022JJ00", "KinderenMetHulp_1", "1215")
    before = foto(mini.map)
    assert neem_over(mini, cbs, schrijven=False) == 0
    assert foto(mini.map) == before
    assert capsys.readouterr().err == "Bijgesteld: 1.\nEr is niets geschreven.\n"


def test_a_column_that_is_still_empty_is_not_taken_over(
    mini: Mini, cbs: Tabel, capsys: Uitvoer
) -> None:
    mini.schrijf(
        CIJFERS,
        "".join(
            line
            for line in mini.lees(CIJFERS).splitlines(keepends=True)
            if ";2022;groot;" not in line
        ),
    )
    for area in ("GM9001", "GM9002", "GM9003", "NL01"):
        cbs.zet(area, "2022JJ00", "k_8Tot18Jaar_3", None)
    assert nieuws(mini, cbs, capsys) == [
        "Let op: De kolom 'k_8Tot18Jaar_3' is in 2022 nog leeg: niet overgenomen.",
        "Geen nieuws: 28 cijfers nagekeken.",
    ]


def test_a_table_that_the_source_ended_is_told(mini: Mini, cbs: Tabel, capsys: Uitvoer) -> None:
    cbs.delen["TableInfos"][0]["OutputStatus"] = "Gediscontinueerd"
    assert nieuws(mini, cbs, capsys)[0] == (
        "Let op: Het CBS vult deze tabel niet meer aan (Gediscontinueerd)."
    )


def test_a_table_without_our_periods_brings_no_figures(
    mini: Mini, cbs: Tabel, capsys: Uitvoer
) -> None:
    mini.vervang(PAD, "vanaf: 2021", "vanaf: 2030")
    assert nieuws(mini, cbs, capsys) == [
        "Let op: De tabel heeft geen perioden vanaf 2030.",
        "Geen nieuws: 0 cijfers nagekeken.",
    ]


def test_only_our_areas_periods_and_columns_are_asked_for(mini: Mini, cbs: Tabel) -> None:
    assert neem_over(mini, cbs) == 0
    asked = cbs.vraag("UntypedDataSet")
    assert asked == {
        "$format": "json",
        "$filter": "(startswith(RegioS,'GM9001') or startswith(RegioS,'GM9003') or "
        "startswith(RegioS,'GM9002') or startswith(RegioS,'NL01')) and "
        "(Perioden eq '2021JJ00' or Perioden eq '2022JJ00')",
        "$select": "RegioS,Perioden,KinderenMetHulp_1,Tot8Jaar_2,k_8Tot18Jaar_3,AantalInwoners_4",
    }
    assert not any("TypedDataSet" in url.replace("Untyped", "") for url in cbs.gevraagd)


def test_another_dimension_is_asked_for_with_the_key_of_the_table_and_looked_at(
    mini: Mini, cbs: Tabel, capsys: Uitvoer
) -> None:
    cbs.delen["DataProperties"].append(
        {"Type": "Dimension", "Key": "Geslacht", "Title": "Geslacht"}
    )
    cbs.delen["Geslacht"] = [
        {"Key": "T001038 ", "Title": "Totaal"},
        {"Key": "3000    ", "Title": "m"},
    ]
    for row in list(cbs.delen["UntypedDataSet"]):
        row["Geslacht"] = "T001038 "
        cbs.delen["UntypedDataSet"].append(
            {**row, "Geslacht": "3000    ", "AantalInwoners_4": "11"}
        )
    chosen = "filters:\n  - dimensie: Geslacht\n    waarde: T001038\nkolommen:\n"
    mini.vervang(PAD, "kolommen:\n", chosen)
    assert nieuws(mini, cbs, capsys) == ["Geen nieuws: 32 cijfers nagekeken."]
    assert cbs.vraag("UntypedDataSet")["$filter"].endswith(" and Geslacht eq 'T001038 '")


def test_a_municipality_that_is_archived_is_not_asked_for(mini: Mini, cbs: Tabel) -> None:
    mini.vervang(
        "gemeenten/gemeente-dorp.yml",
        "id: gemeente-dorp\n",
        "id: gemeente-dorp\nstatus: gearchiveerd\n",
    )
    mini.vervang("monitor/dpia/gemeente-dorp.yml", "gemeente:", "status: gearchiveerd\ngemeente:")
    assert neem_over(mini, cbs) == 0
    assert "GM9001" not in cbs.vraag("UntypedDataSet")["$filter"]


@pytest.mark.parametrize(
    ("sleutel", "periode", "soort"),
    [
        ("2022JJ00", "2022", Periodesoort.JAAR),
        ("2022HJ01", "2022-h1", Periodesoort.HALFJAAR),
        ("2022HJ02", "2022-h2", Periodesoort.HALFJAAR),
        ("2022SJ00", "2022-2023", Periodesoort.SCHOOLJAAR),
    ],
)
def test_the_key_of_a_period_tells_what_period_it_is(
    sleutel: str, periode: str, soort: Periodesoort
) -> None:
    found = perioden.periode(sleutel)
    assert found is not None
    assert (str(found[0]), found[1], perioden.soort_van(found[0])) == (periode, soort, soort)


@pytest.mark.parametrize("sleutel", ["2022MM04", "2022KW01", "2022HJ00", "2022JJ01", "2022", ""])
def test_a_month_or_a_quarter_is_no_period_of_the_monitor(sleutel: str) -> None:
    assert perioden.periode(sleutel) is None


# ------------------------------------------------------------ a table about one year


def een_jaar(mini: Mini, tabel: Tabel) -> None:
    """The same table, without a time dimension and about 2022."""
    start, end = KOPPELING.index("perioden:"), KOPPELING.index("kolommen:")
    mini.schrijf(PAD, KOPPELING[:start] + "periode: 2022\n" + KOPPELING[end:])
    tabel.delen["DataProperties"].remove(tabel.onderwerp("Perioden"))
    tabel.delen["UntypedDataSet"] = [
        row for row in tabel.delen["UntypedDataSet"] if row["Perioden"] == "2022JJ00"
    ]
    del tabel.delen["Perioden"]


@pytest.mark.parametrize(
    ("tabeltekst", "onderwerp", "status"),
    [
        (
            "Definitief, tenzij in de toelichting\r\nbij het onderwerp anders staat.",
            None,
            "definitief",
        ),
        (
            "Definitief, tenzij in de toelichting bij het onderwerp",
            "Het betreft voorlopige cijfers.\r\n",
            "voorlopig",
        ),
        (
            "Definitief, tenzij in de toelichting bij het onderwerp",
            "Het betreft nader voorlopige cijfers.",
            "nader-voorlopig",
        ),
        ("Over de cijfers.", None, "onbekend"),
        ("Over de cijfers.", "Het betreft voorlopige cijfers.", "onbekend"),
    ],
)
def test_a_table_about_one_year_says_in_words_what_is_provisional(
    mini: Mini, cbs: Tabel, tabeltekst: str, onderwerp: str | None, status: str
) -> None:
    een_jaar(mini, cbs)
    cbs.delen["TableInfos"][0]["Description"] = tabeltekst
    cbs.onderwerp("AantalInwoners_4")["Description"] = onderwerp
    cbs.zet("GM9001", "2022JJ00", "AantalInwoners_4", "4105")
    assert neem_over(mini, cbs) == 0
    assert f"inwoners;gemeente-dorp;2022;totaal;4105;{status};2023-11-14;" in mini.lees(CIJFERS)


# ------------------------------------------------------------ refusals

Wijzig = Callable[[Mini, Tabel], None]


def kolom(naam: str, **anders: object) -> Wijzig:
    def doe(mini: Mini, tabel: Tabel) -> None:
        tabel.onderwerp(naam).update(anders)

    return doe


def waarde(tekst: str, plek: str = "KinderenMetHulp_1", gebied: str = "GM9001") -> Wijzig:
    def doe(mini: Mini, tabel: Tabel) -> None:
        tabel.zet(gebied, "2022JJ00", plek, tekst)

    return doe


def koppeling(oud: str, nieuw: str) -> Wijzig:
    def doe(mini: Mini, tabel: Tabel) -> None:
        mini.vervang(PAD, oud, nieuw)

    return doe


def duizendtallen(mini: Mini, tabel: Tabel) -> None:
    tabel.onderwerp("AantalInwoners_4")["Unit"] = "x 1 000"
    unit = "indicator: inwoners\n    eenheid: x 1 000\n"
    mini.vervang(PAD, "indicator: inwoners\n", unit)


def hernummerd(mini: Mini, tabel: Tabel) -> None:
    tabel.delen["DataProperties"].append({**tabel.onderwerp("Tot8Jaar_2"), "Key": "Tot9Jaar_2"})
    tabel.onderwerp("Tot8Jaar_2")["Key"] = "Tot8Jaar_77"


def andere_dimensie(mini: Mini, tabel: Tabel) -> None:
    record = {"Type": "Dimension", "Key": "Geslacht", "Title": "Geslacht"}
    tabel.delen["DataProperties"].append(record)


def dubbel(mini: Mini, tabel: Tabel) -> None:
    other = {**tabel.rij("GM9001", "2022JJ00"), "AantalInwoners_4": "    4200"}
    tabel.delen["UntypedDataSet"].append(other)


def heringedeeld(mini: Mini, tabel: Tabel) -> None:
    for row in [*tabel.delen["UntypedDataSet"], *tabel.delen["RegioS"]]:
        for key in ("RegioS", "Key"):
            if row.get(key) == "GM9001  ":
                row[key] = "GM9077  "


def weg(mini: Mini, tabel: Tabel) -> None:
    tabel.delen.clear()


def half(mini: Mini, tabel: Tabel) -> None:
    tabel.delen["UntypedDataSet"][0].pop("AantalInwoners_4")


def filter_fout(mini: Mini, tabel: Tabel) -> None:
    andere_dimensie(mini, tabel)
    tabel.delen["Geslacht"] = [{"Key": "T001038", "Title": "Totaal"}]
    chosen = "filters:\n  - dimensie: Geslacht\n    waarde: T00103\nkolommen:\n"
    mini.vervang(PAD, "kolommen:\n", chosen)


def elders(mini: Mini, tabel: Tabel) -> None:
    mini.vervang(PAD, "bron: verslag\ngebieden", "bron: plan\ngebieden")


def verraden(mini: Mini, tabel: Tabel) -> None:
    for column, text in zip(
        ("KinderenMetHulp_1", "Tot8Jaar_2", "k_8Tot18Jaar_3"), ("41", ".", "34"), strict=True
    ):
        tabel.zet("GM9001", "2022JJ00", column, text)


GEWEIGERD = (
    "monitor/statline/9001ned.yml:14:12: fout: Kolom 'KinderenMetHulp_1' kan niet worden "
    "overgenomen. Dorp, 2022: "
)
TIP_GEWEIGERD = "Kijk het na in StatLine. Klopt het daar, haal de kolom dan hier weg."
ELDERS = "Haal die regels daar weg als het CBS ze nu geeft, of haal deze kolom hier weg."
BESTAND = "monitor/waarnemingen/verslag.csv:1:1: fout: "


def afgewezen(reden: str) -> list[str]:
    return [f"{GEWEIGERD}{reden}.", TIP_GEWEIGERD]


GEVALLEN: dict[str, tuple[Wijzig, list[str]]] = {
    "a table that is gone": (
        weg,
        [
            "monitor/statline/9001ned.yml:2:8: fout: De tabel 9001NED bestaat niet (meer) bij het CBS.",
            "Is er op opendata.cbs.nl een opvolger? Maak daarvoor een nieuw bestand en zet dit op 'status: gearchiveerd'. Is het een tabel van een ander, zoals de politie of het RIVM (dataderden.cbs.nl)? Die lezen we niet in: zet het bestand op gearchiveerd, en de cijfers zelf in monitor/waarnemingen.",
        ],
    ),
    "a column with another number": (
        hernummerd,
        [
            "monitor/statline/9001ned.yml:17:12: fout: De tabel 9001NED heeft geen kolom 'Tot8Jaar_2'.",
            "Heet zij nu 'Tot8Jaar_77' (tot 8 jaar)? Kijk of het hetzelfde cijfer is, en pas haar dan hier aan.",
        ],
    ),
    "a column with another name": (
        kolom("AantalInwoners_4", Key="Inwoners_4"),
        [
            "monitor/statline/9001ned.yml:23:12: fout: De tabel 9001NED heeft geen kolom 'AantalInwoners_4'.",
            "Heet zij nu 'Inwoners_4' (Inwoners)? Kijk of het hetzelfde cijfer is, en pas haar dan hier aan.",
        ],
    ),
    "a column that is no longer there": (
        kolom("AantalInwoners_4", Key="Q"),
        [
            "monitor/statline/9001ned.yml:23:12: fout: De tabel 9001NED heeft geen kolom 'AantalInwoners_4'.",
            "Kijk in de tabel hoe zij nu heet.",
        ],
    ),
    "another unit": (
        kolom("AantalInwoners_4", Unit="x 1 000"),
        [
            "monitor/statline/9001ned.yml:23:12: fout: De kolom 'AantalInwoners_4' (Inwoners) is bij het CBS in 'x 1 000'; de indicator 'inwoners' verwacht 'aantal'.",
            "Dat is een ander getal. Neem een kolom in 'aantal', of haal deze weg.",
        ],
    ),
    "a unit that cannot be this indicator's": (
        duizendtallen,
        [
            "monitor/statline/9001ned.yml:25:14: fout: 'x 1 000' past niet bij de indicator 'inwoners': 'aantal'.",
            "Neem een kolom met gewone aantallen of percentages.",
        ],
    ),
    "one figure from two columns": (
        koppeling("uitsplitsing: klein", "uitsplitsing: groot"),
        [
            "monitor/statline/9001ned.yml:20:12: fout: 'hulp', groot, staat hier twee keer.",
            "Houd één kolom over.",
        ],
    ),
    "a column of text": (
        kolom("AantalInwoners_4", Datatype="String"),
        [
            "monitor/statline/9001ned.yml:23:12: fout: De kolom 'AantalInwoners_4' (Inwoners) is bij het CBS in 'tekst'; de indicator 'inwoners' verwacht 'aantal'.",
            "Dat is een ander getal. Neem een kolom in 'aantal', of haal deze weg.",
        ],
    ),
    "a municipality that was merged": (
        heringedeeld,
        [
            "monitor/statline/9001ned.yml:4:11: fout: GM9001 (Dorp) staat niet in de tabel 9001NED.",
            "De tabel heeft wel GM9077 (Dorp). Is de gemeente heringedeeld? Zet dan bij 'cbs_code' in gemeenten/gemeente-dorp.yml de code die nu geldt.",
        ],
    ),
    "a dimension that nobody chose a value of": (
        andere_dimensie,
        [
            "monitor/statline/9001ned.yml:1:1: fout: De tabel 9001NED is ook gesplitst naar 'Geslacht' (Geslacht).",
            "Zeg bij 'filters' welke waarde je overneemt.",
        ],
    ),
    "a value that the dimension does not have": (
        filter_fout,
        [
            "monitor/statline/9001ned.yml:15:13: fout: De dimensie 'Geslacht' heeft geen code 'T00103'.",
            "Kies uit: T001038.",
        ],
    ),
    "a dimension that is called otherwise": (
        koppeling("gebieden: RegioS", "gebieden: Regios"),
        [
            "monitor/statline/9001ned.yml:4:11: fout: De tabel 9001NED heeft geen dimensie 'Regios'.",
            "Bedoel je 'RegioS'?",
        ],
    ),
    "periods twice": (
        koppeling("kolommen:\n", "periode: 2022\nkolommen:\n"),
        [
            "monitor/statline/9001ned.yml:1:1: fout: Vul 'perioden' in als de tabel een tijddimensie heeft, en anders 'periode'.",
            "Eén van de twee.",
        ],
    ),
    "two rows for one cell": (
        dubbel,
        [
            "monitor/statline/9001ned.yml:1:1: fout: De tabel 9001NED geeft GM9001 twee keer voor dezelfde periode, met verschillende cijfers.",
            "Probeer het later nog eens. Blijft het zo? Vraag het CBS welke regel geldt.",
        ],
    ),
    "an area without a code": (
        koppeling("    code: NL01\n", ""),
        [
            "monitor/statline/9001ned.yml:6:13: fout: Van 'land' is de code van het CBS niet bekend.",
            "Vul 'cbs_code' in bij dat gebied, of 'code' hier, zoals NL01 of PV25.",
        ],
    ),
    "an answer of another shape": (
        half,
        [
            "monitor/statline/9001ned.yml:2:8: fout: Het antwoord op UntypedDataSet heeft een andere vorm dan beschreven (veld 'AantalInwoners_4'). De dienst van het CBS is veranderd.",
            "Vraag wie de code onderhoudt om te kijken.",
        ],
    ),
    "half a child": (waarde("60.5"), afgewezen("60.5 heeft meer decimalen dan de tabel zegt (0)")),
    "less than none": (waarde("-5"), afgewezen("'-5' is geen getal en geen bekend teken")),
    "a word": (waarde("veel"), afgewezen("'veel' is geen getal en geen bekend teken")),
    "a bound": (waarde("<5"), afgewezen("'<5' is geen getal en geen bekend teken")),
    "a decimal comma": (waarde("60,5"), afgewezen("'60,5' is geen getal en geen bekend teken")),
    "too large": (
        waarde("12345678901"),
        afgewezen("'12345678901' is geen getal en geen bekend teken"),
    ),
    "a small count": (
        waarde("7", "AantalInwoners_4", "GM9003"),
        [
            "monitor/statline/9001ned.yml:23:12: fout: inwoners, gemeente-eiland, 2022, totaal: Dit aantal is kleiner dan 10 en kan naar een kind wijzen.",
            "Zo geeft het CBS het. Haal de kolommen van 'inwoners' hier weg.",
        ],
    ),
    "figures that stand elsewhere already": (
        elders,
        [
            line
            for at, part, number in (
                ("14:12", "totaal", 4),
                ("17:12", "klein", 3),
                ("20:12", "groot", 2),
            )
            for line in (
                f"monitor/statline/9001ned.yml:{at}: fout: hulp, gemeente-dorp, 2021, {part} (en nog 7): dit cijfer staat al in monitor/waarnemingen/verslag.csv, regel {number}.",
                ELDERS,
            )
        ]
        + [
            "monitor/statline/9001ned.yml:23:12: fout: inwoners, gemeente-dorp, 2021, totaal (en nog 7): dit cijfer staat al in monitor/waarnemingen/verslag.csv, regel 26.",
            ELDERS,
        ],
    ),
    "a hidden part that follows": (
        verraden,
        [
            "monitor/statline/9001ned.yml:17:12: fout: hulp, gemeente-dorp, 2022, klein: Een verborgen cijfer volgt uit het totaal en de andere delen.",
            "Zo geeft het CBS het. Haal de kolommen van 'hulp' hier weg.",
        ],
    ),
}


@pytest.mark.parametrize("geval", GEVALLEN)
def test_what_is_not_right_is_refused_with_its_place(
    geval: str, mini: Mini, cbs: Tabel, capsys: Uitvoer
) -> None:
    wijzig, said = GEVALLEN[geval]
    wijzig(mini, cbs)
    found = geweigerd(mini, cbs, capsys)
    assert [line.rstrip(".") for line in found] == [line.rstrip(".") for line in said]


def test_a_refusal_tells_no_figure_at_all(mini: Mini, cbs: Tabel, capsys: Uitvoer) -> None:
    cbs.zet("GM9003", "2022JJ00", "AantalInwoners_4", "7")
    assert neem_over(mini, cbs) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "7" not in said.err.replace(mini.map.as_posix(), "")


def test_every_problem_is_told_at_once(mini: Mini, cbs: Tabel, capsys: Uitvoer) -> None:
    hernummerd(mini, cbs)
    kolom("AantalInwoners_4", Unit="x 1 000")(mini, cbs)
    andere_dimensie(mini, cbs)
    assert sum("fout:" in line for line in geweigerd(mini, cbs, capsys)) == 3


def test_rounded_parts_do_not_tell_what_is_hidden(mini: Mini, cbs: Tabel, capsys: Uitvoer) -> None:
    for column, text in (
        ("KinderenMetHulp_1", "40"),
        ("Tot8Jaar_2", "."),
        ("k_8Tot18Jaar_3", "35"),
    ):
        cbs.zet("GM9001", "2022JJ00", column, text)
    assert neem_over(mini, cbs) == 0


def test_a_hidden_total_of_parts_that_are_shown_is_left_to_the_source(
    mini: Mini, cbs: Tabel, capsys: Uitvoer
) -> None:
    cbs.zet("GM9003", "2022JJ00", "Tot8Jaar_2", "16")
    assert nieuws(mini, cbs, capsys)[0] == "Was verborgen, is nu een getal: 1"


def test_another_table_that_is_wrong_stops_all_of_them(
    mini: Mini, cbs: Tabel, capsys: Uitvoer
) -> None:
    mini.schrijf(
        "monitor/statline/9002ned.yml", KOPPELING.replace("9001", "9002").replace("_4", "_9")
    )
    cbs.zet("GM9002", "2022JJ00", "KinderenMetHulp_1", "1215")
    assert geweigerd(mini, cbs, capsys)[0] == (
        "monitor/statline/9002ned.yml:23:12: fout: De tabel 9002NED heeft geen kolom 'AantalInwoners_9'."
    )


def test_two_tables_can_fill_one_file(mini: Mini, cbs: Tabel, capsys: Uitvoer) -> None:
    hulp, inwoners = KOPPELING.index("  - kolom: Kind"), KOPPELING.index("  - kolom: AantalInw")
    end = KOPPELING.index("gezien:")
    mini.schrijf(PAD, KOPPELING[:inwoners] + KOPPELING[end:])
    second = KOPPELING[:hulp] + KOPPELING[inwoners:]
    mini.schrijf("monitor/statline/9002ned.yml", second.replace("9001", "9002"))
    cbs.zet("GM9002", "2022JJ00", "KinderenMetHulp_1", "1215")
    cbs.zet("GM9002", "2022JJ00", "AantalInwoners_4", "20200")
    assert neem_over(mini, cbs) == 0
    written = mini.lees(CIJFERS)
    assert ";2022;totaal;1215;" in written
    assert ";2022;totaal;20200;" in written


def test_without_a_network_nothing_is_written(mini: Mini, cbs: Tabel, capsys: Uitvoer) -> None:
    def stuk(url: str) -> bytes:
        raise GeenVerbinding("Er is geen verbinding met het CBS.")

    before = foto(mini.map)
    assert importeer(mini.map, [], stuk, DIENST, schrijven=True) == 1
    assert foto(mini.map) == before
    assert capsys.readouterr().err == "Er is geen verbinding met het CBS. Er is niets geschreven.\n"


def test_data_that_is_not_right_comes_first(mini: Mini, cbs: Tabel, capsys: Uitvoer) -> None:
    mini.vervang(PAD, "indicator: inwoners", "indicator: inwoner")
    assert neem_over(mini, cbs) == 1
    said = capsys.readouterr()
    assert "Bedoel je 'inwoners'?" in said.out
    assert said.err.startswith("Herstel eerst de gegevens")
    assert cbs.gevraagd == []


# ------------------------------------------------------------ the command


def test_a_table_can_be_named_by_its_code(mini: Mini, cbs: Tabel, capsys: Uitvoer) -> None:
    assert importeer(mini.map, ["9001NED", "9001ned"], cbs.haal, DIENST, schrijven=False) == 0
    assert sum("/TableInfos?" in url for url in cbs.gevraagd) == 1
    assert importeer(mini.map, ["9001NE"], cbs.haal, DIENST, schrijven=False) == 1
    assert capsys.readouterr().err.endswith(
        "De tabel '9001NE' is niet gekoppeld. Bedoel je '9001ned'? Er is niets geschreven.\n"
    )


def test_the_command_asks_the_service_and_keeps_its_answers(
    mini: Mini, cbs: Tabel, capsys: Uitvoer, tmp_path: Path
) -> None:
    cbs.zet("GM9002", "2022JJ00", "KinderenMetHulp_1", "1215")
    parts = ("TableInfos", "DataProperties", "Perioden", "UntypedDataSet")
    answers = {part: json.dumps({"value": cbs.delen[part]}).encode() for part in parts}
    options = ["9001ned", "--data", str(mini.map), "--schrijf", "--opname", str(tmp_path / "op")]
    with server(stuur(b"", 500), *map(stuur, answers.values())) as found:
        assert main(options, Client(found.adres, slaap=lambda seconds: None)) == 0
    assert capsys.readouterr().err == (
        "Bijgesteld: 1.\nGeschreven: monitor/waarnemingen/verslag.csv.\n"
    )
    kept = {file.stem: file.read_bytes() for file in (tmp_path / "op" / "9001ned").iterdir()}
    assert kept == answers


def test_the_command_says_that_there_is_no_network(mini: Mini, cbs: Tabel, capsys: Uitvoer) -> None:
    nowhere = Client("http://127.0.0.1:1/odata", slaap=lambda seconds: None)
    assert main(["--data", str(mini.map)], nowhere) == 1
    assert capsys.readouterr().err.startswith("Er is geen verbinding met het CBS (127.0.0.1): ")


def test_a_trial_and_writing_cannot_both_be_asked_for(capsys: Uitvoer) -> None:
    with pytest.raises(SystemExit):
        main(["--proef", "--schrijf"])
    assert "not allowed with" in capsys.readouterr().err


def test_a_file_does_not_grow_beyond_what_can_be_read(
    mini: Mini, cbs: Tabel, capsys: Uitvoer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overnemen, "MAX_BYTES", 1024)
    cbs.zet("GM9002", "2022JJ00", "KinderenMetHulp_1", "1215")
    assert geweigerd(mini, cbs, capsys) == [
        f"{BESTAND}Dit bestand wordt groter dan 1 kilobyte.",
        "Neem minder perioden over.",
    ]


def test_a_warning_about_something_else_stops_nothing(
    mini: Mini, cbs: Tabel, capsys: Uitvoer
) -> None:
    mini.vervang("monitor/monitor.yml", "voor_ouders: ", f"voor_ouders: {'Veel woorden ' * 20}")
    assert len(mini.issues("lange-zin", Level.LET_OP)) == 1
    cbs.zet("GM9002", "2022JJ00", "KinderenMetHulp_1", "1215")
    assert nieuws(mini, cbs, capsys)[0] == "Bijgesteld: 1"


def test_a_link_that_is_archived_is_left_out(mini: Mini, cbs: Tabel, capsys: Uitvoer) -> None:
    mini.vervang(PAD, "id: 9001ned\n", "id: 9001ned\nstatus: gearchiveerd\n")
    assert neem_over(mini, cbs) == 1
    assert capsys.readouterr().err.startswith("Er is geen enkele tabel gekoppeld")
    assert cbs.gevraagd == []


def test_all_files_are_written_or_none(mini: Mini, monkeypatch: pytest.MonkeyPatch) -> None:
    before = foto(mini.map)
    write = replace_file

    def vol(file: Path, text: str) -> None:
        if file.name == "tweede.csv":
            raise OSError("vol")
        write(file, text)

    monkeypatch.setattr(overnemen, "replace_file", vol)
    folder = "monitor/waarnemingen"
    texts = {CIJFERS: "a\n", f"{folder}/eerste.csv": "b\n", f"{folder}/tweede.csv": "c\n"}
    with pytest.raises(OSError, match="vol"):
        overnemen.schrijf(mini.map, texts)
    assert foto(mini.map) == before


def test_a_pull_request_says_the_same_and_holds_no_markup_of_others(
    mini: Mini, cbs: Tabel, capsys: Uitvoer
) -> None:
    cbs.delen["TableInfos"][0]["Title"] = "Hulp <b>@iemand</b> [x](y)\u202e"
    cbs.zet("GM9002", "2022JJ00", "KinderenMetHulp_1", "1215")
    assert neem_over(mini, cbs, vorm="markdown") == 0
    assert capsys.readouterr().out == (
        "### 9001NED: Hulp &lt;b&gt;&#64;iemand&lt;/b&gt; \\[x\\](y). Door het CBS gewijzigd op 1 "
        "november 2022.\n\n**Bijgesteld: 1**\n\n"
        "- Kinderen met hulp, 's\\-Stad, 2022: van 1.210 naar 1.215 (voorlopig)\n\n"
    )


def test_what_does_not_fit_in_a_pull_request_is_counted(
    mini: Mini, cbs: Tabel, capsys: Uitvoer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("macros.invoer.statline.melden._MEEST", 300)
    cbs.periode("2022JJ00")["Status"] = "Definitief"
    assert neem_over(mini, cbs, vorm="markdown") == 0
    told = capsys.readouterr().out
    assert len(told) < 400
    assert told.endswith("\nEn nog 15 regels: kijk in de bestanden zelf.\n")
