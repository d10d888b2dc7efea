"""What real answers of StatLine hold that no manual tells, and that each advice of the import helps.

The shapes are those of public recordings; the figures are invented.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from macros.invoer.statline.cijfers import cijfer
from macros.invoer.statline.client import GeenVerbinding, Ophaalfout
from macros.model.monitor.cijfer import Getal, NietVanToepassing, Onbekend
from scripts.check import main as check
from scripts.importeer_cbs import importeer
from tests.statline.dienst import (
    CIJFERS,
    DIENST,
    KOLOMMEN,
    KOPPELING,
    PAD,
    Tabel,
)
from tests.unit.gevallen import foto
from tests.unit.mini import Mini

GEBIEDEN = ("GM9001", "GM9002", "GM9003", "NL01")
Uitvoer = pytest.CaptureFixture[str]
Wijzig = Callable[[Mini, Tabel], None]

pytestmark = pytest.mark.usefixtures("eind_2023")


def neem_over(mini: Mini, tabel: Tabel) -> int:
    return importeer(mini.map, [], tabel.haal, DIENST, schrijven=True)


def let_op(mini: Mini, tabel: Tabel, capsys: Uitvoer) -> list[str]:
    """What an import that goes well remarks."""
    assert neem_over(mini, tabel) == 0
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    return [line.removeprefix("Let op: ") for line in lines if line.startswith("Let op: ")]


def nieuw_jaar(tabel: Tabel, waarde: str | None, gebieden: tuple[str, ...] = GEBIEDEN) -> None:
    """2023, with this in every cell of these areas; others have what they had in 2022."""
    tabel.delen["Perioden"].append({"Key": "2023JJ00", "Title": "2023", "Status": "Voorlopig"})
    cells = dict.fromkeys(KOLOMMEN, waarde if waarde is None else f"{waarde:>8}")
    for area in GEBIEDEN:
        row = {**tabel.rij(area, "2022JJ00"), "Perioden": "2023JJ00"}
        tabel.delen["UntypedDataSet"].append(row | cells if area in gebieden else row)


def opgeheven(tabel: Tabel, woorden: str, *perioden: str, leeg: str = "") -> None:
    """Eiland is in the list of areas with these words, and blank in these periods."""
    area = next(one for one in tabel.delen["RegioS"] if one["Key"].strip() == "GM9003")
    area["Description"] = woorden
    for period in perioden:
        for column in KOLOMMEN:
            tabel.rij("GM9003", period)[column] = leeg


# ------------------------------------------------------------ a column that is not filled yet


@pytest.mark.parametrize("teken", [".", "x"])
def test_a_year_that_is_hidden_everywhere_is_not_filled_yet_and_told_by_name(
    mini: Mini, cbs: Tabel, capsys: Uitvoer, teken: str
) -> None:
    nieuw_jaar(cbs, teken)
    before = foto(mini.map)
    assert let_op(mini, cbs, capsys) == [
        f"De kolom '{one}' heeft over 2023 voor geen enkel gebied een cijfer: nog niet gevuld, "
        "niet overgenomen."
        for one in KOLOMMEN
    ]
    assert foto(mini.map) == before


@pytest.mark.parametrize("leeg", ["", "   ", None])
@pytest.mark.parametrize("standaard", ["Missing", "Impossible", "Zero"])
def test_a_year_that_is_blank_everywhere_is_not_filled_yet_whatever_blank_means(
    mini: Mini, cbs: Tabel, capsys: Uitvoer, leeg: str | None, standaard: str
) -> None:
    nieuw_jaar(cbs, leeg)
    for column in KOLOMMEN:
        cbs.onderwerp(column)["Default"] = standaard
    before = foto(mini.map)
    assert [one for one in let_op(mini, cbs, capsys) if "kolom '" in one] == [
        f"De kolom '{one}' is in 2023 nog leeg: niet overgenomen." for one in KOLOMMEN
    ]
    assert foto(mini.map) == before


def test_municipalities_are_hidden_when_the_country_has_a_figure(
    mini: Mini, cbs: Tabel, capsys: Uitvoer
) -> None:
    nieuw_jaar(cbs, ".", GEBIEDEN[:3])
    told = let_op(mini, cbs, capsys)
    assert told[0] == (
        "De kolom 'KinderenMetHulp_1' heeft over 2023 voor geen van onze gemeenten een cijfer, wel "
        "voor een groter gebied."
    )
    assert "hulp;land;2023;totaal;91000;voorlopig;" in mini.lees(CIJFERS)
    assert "hulp;gemeente-dorp;2023;totaal;.;voorlopig;" in mini.lees(CIJFERS)


def test_figures_that_the_source_hides_afterwards_are_hidden_here_too(
    mini: Mini, cbs: Tabel, capsys: Uitvoer
) -> None:
    for area in GEBIEDEN:
        cbs.zet(area, "2022JJ00", "AantalInwoners_4", "x")
    assert let_op(mini, cbs, capsys) == []
    assert mini.lees(CIJFERS).count(";2022;totaal;x;voorlopig;2023-11-14;") == 4


def test_figures_stay_when_the_source_empties_a_year_that_it_had(
    mini: Mini, cbs: Tabel, capsys: Uitvoer
) -> None:
    for area in GEBIEDEN:
        cbs.zet(area, "2022JJ00", "AantalInwoners_4", ".")
    before = foto(mini.map)
    assert let_op(mini, cbs, capsys) == [
        "De kolom 'AantalInwoners_4' heeft over 2022 voor geen enkel gebied een cijfer: nog niet "
        "gevuld, niet overgenomen."
    ]
    assert foto(mini.map) == before


# ------------------------------------------------------------ blank, and what it means


@pytest.mark.parametrize("leeg", ["", "        ", None])
def test_a_blank_cell_is_what_its_column_says(leeg: str | None) -> None:
    assert cijfer(leeg, 0, "Missing") == Onbekend()
    assert cijfer(leeg, 0, "Impossible") == NietVanToepassing()
    assert cijfer(leeg, 0, "Zero") == Getal(Decimal("0"))
    assert cijfer(leeg, 1, "Zero") == Getal(Decimal("0.0"))
    assert cijfer(leeg, 0) == NietVanToepassing()


@pytest.mark.parametrize(
    ("standaard", "geschreven"), [("Missing", "."), ("Impossible", ""), ("Zero", "0")]
)
def test_a_blank_cell_is_written_as_its_column_means_it(
    mini: Mini, cbs: Tabel, standaard: str, geschreven: str
) -> None:
    cbs.onderwerp("AantalInwoners_4")["Default"] = standaard
    cbs.rij("GM9003", "2022JJ00")["AantalInwoners_4"] = ""
    assert neem_over(mini, cbs) == 0
    assert f"inwoners;gemeente-eiland;2022;totaal;{geschreven};voorlopig;" in mini.lees(CIJFERS)


# ------------------------------------------------------------ municipalities that come and go


def test_a_municipality_that_was_abolished_is_told_by_name_and_cannot_occur_nowhere(
    mini: Mini, cbs: Tabel, capsys: Uitvoer
) -> None:
    opgeheven(cbs, "Opgeheven per 01-01-2022\nNaamswijziging per 01-01-1918", "2022JJ00")
    before = mini.lees(CIJFERS)
    assert let_op(mini, cbs, capsys) == [
        "Eiland & Wad (GM9003) heeft geen cijfers over 2022: niet overgenomen. Volgens het CBS is "
        "zij opgeheven per 1 januari 2022."
    ]
    assert mini.lees(CIJFERS) == before


def test_a_municipality_has_no_figures_from_before_it_began(
    mini: Mini, cbs: Tabel, capsys: Uitvoer
) -> None:
    opgeheven(cbs, "Ontstaan per 01-01-2022", "2021JJ00")
    assert let_op(mini, cbs, capsys) == [
        "Eiland & Wad (GM9003) heeft geen cijfers over 2021: niet overgenomen. Volgens het CBS is "
        "zij ontstaan per 1 januari 2022."
    ]


def test_a_municipality_that_is_there_and_blank_is_what_its_columns_say(
    mini: Mini, cbs: Tabel, capsys: Uitvoer
) -> None:
    opgeheven(cbs, "Begindatum voor 1830", "2022JJ00")
    assert let_op(mini, cbs, capsys) == [
        "Elke kolom is leeg voor Eiland & Wad (GM9003) over 2022. Kijk in StatLine waarom."
    ]
    assert "inwoners;gemeente-eiland;2022;totaal;;voorlopig;" in mini.lees(CIJFERS)


def test_a_municipality_that_the_table_does_not_have_stops_no_other(
    mini: Mini, cbs: Tabel, capsys: Uitvoer
) -> None:
    for part, key in (("UntypedDataSet", "RegioS"), ("RegioS", "Key")):
        cbs.delen[part] = [one for one in cbs.delen[part] if one[key].strip() != "GM9003"]
    cbs.zet("GM9002", "2022JJ00", "KinderenMetHulp_1", "1215")
    assert let_op(mini, cbs, capsys) == [
        "GM9003 (Eiland & Wad) staat niet in de tabel 9001NED. Van deze gemeente komt er niets bij. "
        "Klopt 'cbs_code' in gemeenten/gemeente-eiland.yml?"
    ]
    assert ";2022;totaal;1215;" in mini.lees(CIJFERS)


def test_a_table_without_any_of_our_municipalities_is_the_wrong_one(
    mini: Mini, cbs: Tabel, capsys: Uitvoer
) -> None:
    cbs.delen["RegioS"] = []
    cbs.delen["UntypedDataSet"] = [cbs.rij("NL01", "2022JJ00")]
    assert neem_over(mini, cbs) == 1
    assert "Geen van onze gemeenten staat erin." in capsys.readouterr().err


# ------------------------------------------------------------ forms


def test_keys_may_be_padded_in_any_way(mini: Mini, cbs: Tabel, capsys: Uitvoer) -> None:
    for one in cbs.delen["Perioden"]:
        one["Key"] += "  "
    assert let_op(mini, cbs, capsys) == []
    assert neem_over(mini, cbs) == 0
    assert "Geen nieuws: 32 cijfers nagekeken." in capsys.readouterr().out


def test_a_row_that_comes_twice_the_same_is_one_row(
    mini: Mini, cbs: Tabel, capsys: Uitvoer
) -> None:
    cbs.delen["UntypedDataSet"].append({**cbs.rij("GM9001", "2022JJ00"), "ID": 99})
    assert let_op(mini, cbs, capsys) == []


@pytest.mark.parametrize(
    ("sleutel", "soort"),
    [
        ("2023KW01", "kwartalen (2023KW01)"),
        ("2023MM04", "maanden (2023MM04)"),
        ("2023HJ01", "halve jaren (2023HJ01)"),
        ("2023G400", "andere perioden (2023G400)"),
        ("2023X000", "andere perioden (2023X000)"),
    ],
)
def test_periods_of_another_kind_are_named(
    mini: Mini, cbs: Tabel, capsys: Uitvoer, sleutel: str, soort: str
) -> None:
    mini.vervang(PAD, "vanaf: 2021", "vanaf: 2023")
    cbs.delen["Perioden"].append({"Key": sleutel, "Title": sleutel, "Status": "Voorlopig"})
    assert let_op(mini, cbs, capsys) == [
        f"De tabel heeft geen perioden vanaf 2023 van de soort jaar; wel {soort}."
    ]


@pytest.mark.parametrize(
    ("woord", "status"),
    [
        ("Definitief", "definitief"),
        ("Nader voorlopig", "nader-voorlopig"),
        ("NaderVoorlopig", "nader-voorlopig"),
        ("Herzien", "onbekend"),
    ],
)
def test_a_status_in_other_words_stops_nothing(
    mini: Mini, cbs: Tabel, capsys: Uitvoer, woord: str, status: str
) -> None:
    cbs.periode("2022JJ00")["Status"] = woord
    told = let_op(mini, cbs, capsys)
    assert [one for one in told if "kennen we niet" in one] == (
        [
            "De status 'Herzien' van 2022 kennen we niet. Of deze cijfers definitief zijn, staat er "
            "daarom als onbekend."
        ]
        if status == "onbekend"
        else []
    )
    assert f"inwoners;gemeente-dorp;2022;totaal;4100;{status};" in mini.lees(CIJFERS)


def test_a_table_that_ended_is_told_by_its_frequency_too(
    mini: Mini, cbs: Tabel, capsys: Uitvoer
) -> None:
    cbs.delen["TableInfos"][0]["Frequency"] = "Stopgezet"
    assert let_op(mini, cbs, capsys) == ["Het CBS vult deze tabel niet meer aan (Stopgezet)."]


def test_what_is_written_is_in_canonical_form(mini: Mini, cbs: Tabel, capsys: Uitvoer) -> None:
    nieuw_jaar(cbs, "", ())
    assert neem_over(mini, cbs) == 0
    written = mini.lees(CIJFERS)
    check(["--data", str(mini.map), "--fix"])
    assert mini.lees(CIJFERS) == written


@pytest.mark.parametrize("fout", [GeenVerbinding("Weg."), Ophaalfout("Stuk.")])
def test_nothing_is_written_when_the_second_table_cannot_be_fetched(
    mini: Mini, cbs: Tabel, capsys: Uitvoer, fout: Ophaalfout
) -> None:
    mini.schrijf("monitor/statline/9002ned.yml", KOPPELING.replace("9001", "9002"))
    cbs.zet("GM9002", "2022JJ00", "KinderenMetHulp_1", "1215")

    def haal(url: str) -> bytes:
        if "9002NED/UntypedDataSet" in url:
            raise fout
        return cbs.haal(url)

    before = foto(mini.map)
    assert importeer(mini.map, [], haal, DIENST, schrijven=True) == 1
    said = capsys.readouterr()
    assert (foto(mini.map), said.out) == (before, "")
    assert str(fout) in said.err


def test_a_figure_that_was_typed_from_another_source_is_told_so_when_the_table_replaces_it(
    mini: Mini, cbs: Tabel, capsys: Uitvoer
) -> None:
    row = "inwoners;gemeente-stad;2022;totaal;20100;voorlopig;2022-11-01;"
    mini.vervang(CIJFERS, f"{row}verslag;", f"{row}plan;")
    mini.vervang("bronnen/plan.yml", "geraadpleegd: 2022-05", "geraadpleegd: 2022-11-01")
    cbs.zet("GM9002", "2022JJ00", "AantalInwoners_4", "20200")
    assert neem_over(mini, cbs) == 0, capsys.readouterr().out
    assert (
        "Inwoners, 's-Stad, 2022: van 20.100 naar 20.200 (voorlopig); stond er met bron 'plan'"
        in capsys.readouterr().out
    )


# ------------------------------------------------------------ each advice, followed


def eenheid(woord: str) -> Wijzig:
    def doe(mini: Mini, tabel: Tabel) -> None:
        tabel.onderwerp("AantalInwoners_4")["Unit"] = woord

    return doe


def regel(oud: str, nieuw: str) -> Wijzig:
    def doe(mini: Mini, tabel: Tabel) -> None:
        mini.vervang(PAD, oud, nieuw)

    return doe


def en(*delen: Wijzig) -> Wijzig:
    def doe(mini: Mini, tabel: Tabel) -> None:
        for deel in delen:
            deel(mini, tabel)

    return doe


def hoofdletters(mini: Mini, tabel: Tabel) -> None:
    """The service knows ``37789ksz``, and the file says ``37789KSZ``."""
    mini.vervang(PAD, "tabel: 9001NED", "tabel: 37789KSZ")
    tabel.code = "37789ksz"


def geslacht(mini: Mini, tabel: Tabel) -> None:
    tabel.delen["DataProperties"].append(
        {"Type": "Dimension", "Key": "Geslacht", "Title": "Geslacht"}
    )
    tabel.delen["Geslacht"] = [
        {"Key": "3000   ", "Title": "Mannen"},
        {"Key": "T001038", "Title": "Totaal mannen en vrouwen"},
    ]
    for row in tabel.delen["UntypedDataSet"]:
        row["Geslacht"] = "T001038"


def klein(mini: Mini, tabel: Tabel) -> None:
    tabel.zet("GM9003", "2022JJ00", "AantalInwoners_4", "7")


def elders(mini: Mini, tabel: Tabel) -> None:
    mini.vervang(PAD, "bron: verslag\ngebieden", "bron: plan\ngebieden")


def zonder_inwoners(mini: Mini, tabel: Tabel) -> None:
    text = mini.lees(PAD)
    start, end = text.index("  - kolom: AantalInw"), text.index("gezien:")
    mini.schrijf(PAD, text[:start] + text[end:])


def zonder_verslag(mini: Mini, tabel: Tabel) -> None:
    (mini.map / CIJFERS).unlink()
    (mini.map / "monitor/toelichtingen/dorp-hulp.yml").unlink()  # it is about one of these


INWONERS = "indicator: inwoners\n"
FILTER = "filters:\n  - dimensie: Geslacht\n    waarde: T001038\nkolommen:\n"
RAAD: dict[str, tuple[Wijzig, str, Wijzig]] = {
    "a unit that counts persons": (
        eenheid("personen"),
        "Is het hetzelfde cijfer? Schrijf bij deze kolom: eenheid: 'personen'",
        regel(INWONERS, f"{INWONERS}    eenheid: 'personen'\n"),
    ),
    "a unit that was another": (
        regel(INWONERS, f"{INWONERS}    eenheid: personen\n"),
        "Is het hetzelfde cijfer? Haal 'eenheid' bij deze kolom weg.",
        regel("    eenheid: personen\n", ""),
    ),
    "a unit that multiplies": (
        eenheid("x 1 000"),
        "Dat is een ander getal. Neem een kolom in 'aantal', of haal deze weg.",
        zonder_inwoners,
    ),
    "a code in other letters": (
        hoofdletters,
        "Schrijf bij 'tabel': 37789ksz. Zo heet zij bij het CBS.",
        regel("tabel: 37789KSZ", "tabel: 37789ksz"),
    ),
    "a dimension to choose from": (
        geslacht,
        "Zeg bij 'filters' welke waarde je overneemt. Bijvoorbeeld T001038 (Totaal mannen en "
        "vrouwen), 3000 (Mannen).",
        regel("kolommen:\n", FILTER),
    ),
    "a code that is not like any": (
        en(geslacht, regel("kolommen:\n", FILTER.replace("T001038", "zzz"))),
        "Kies uit: 3000, T001038.",
        regel("waarde: zzz", "waarde: T001038"),
    ),
    "a dimension that is called otherwise": (
        regel("gebieden: RegioS", "gebieden: Regios"),
        "Bedoel je 'RegioS'?",
        regel("gebieden: Regios", "gebieden: RegioS"),
    ),
    "an area that the table does not have": (
        regel("code: NL01", "code: PV99"),
        "Zet bij 'code' de code die dit gebied in de tabel heeft, of haal het hier weg.",
        regel("code: PV99", "code: NL01"),
    ),
    "a count that is too small": (
        klein,
        "Zo geeft het CBS het. Haal de kolommen van 'inwoners' hier weg.",
        zonder_inwoners,
    ),
    "figures that were typed from another source": (
        elders,
        "Haal die regels daar weg als het CBS ze nu geeft, of haal deze kolom hier weg.",
        zonder_verslag,
    ),
}


@pytest.mark.parametrize("geval", RAAD)
def test_who_follows_the_advice_is_done(
    geval: str, mini: Mini, cbs: Tabel, capsys: Uitvoer
) -> None:
    breek, raad, volg = RAAD[geval]
    breek(mini, cbs)
    assert neem_over(mini, cbs) == 1
    assert raad in {line.strip() for line in capsys.readouterr().err.splitlines()}
    volg(mini, cbs)
    assert neem_over(mini, cbs) == 0, capsys.readouterr().err


@pytest.mark.parametrize("woord", ["Aantal", "AANTAL", " aantal "])
def test_a_unit_in_other_letters_is_the_same_unit(
    mini: Mini, cbs: Tabel, capsys: Uitvoer, woord: str
) -> None:
    eenheid(woord)(mini, cbs)
    assert let_op(mini, cbs, capsys) == []


@pytest.mark.parametrize(
    "code", ["37789ksz", "37789KSZ", "80305ned", "7052_95", "60006", "84799NED"]
)
def test_a_table_may_have_a_code_of_any_form(
    mini: Mini, cbs: Tabel, capsys: Uitvoer, code: str
) -> None:
    mini.vervang(PAD, "tabel: 9001NED", f"tabel: {code}")
    assert let_op(mini, cbs, capsys) == []
    assert f"/{code}/UntypedDataSet?" in cbs.gevraagd[-1]
