"""The audit of a ledger: attacks that combine what was published, and files that are broken."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from macros.bescherming.audit.controle import controleer
from macros.issue import Issue, Level
from scripts.audit import main

DEFINITIE = """id: voorbeeld
naam: Jongeren met jeugdhulp
aantal: jongeren
dimensies:
  - id: gebied
    totaal: regio
    boom:
      regio: [barneveld, ede]
      ede: [ede-west, ede-oost]
  - id: leeftijd
    totaal: totaal
    boom:
      totaal: [0-11, 12-17]
  - id: jaar
    apart: ja
tabellen:
  - [gebied, leeftijd, jaar]
  - [gebied, jaar]
"""
KOP = "gebied;leeftijd;jaar;tabel;aantal"
BLADEN = ("barneveld", "ede-west", "ede-oost")


def uitgave(
    map_: Path,
    naam: str,
    regels: Iterable[str],
    *,
    definitie: str = DEFINITIE,
    kop: str = KOP,
    bevolking: Iterable[str] = (),
) -> None:
    """Write one release. A row is ``gebied;leeftijd;jaar;tabel;aantal`` and what ``kop`` adds."""
    folder = map_ / naam
    folder.mkdir(parents=True)
    (folder / "definitie.yml").write_text(definitie, encoding="utf-8")
    (folder / "publicatie.csv").write_text("\n".join([kop, *regels, ""]), encoding="utf-8")
    if bevolking:
        text = "\n".join(["gebied;leeftijd;jaar;aantal", *bevolking, ""])
        (folder / "bevolking.csv").write_text(text, encoding="utf-8")


def tabel(jaar: int, **aantallen: str) -> list[str]:
    """Table 1 of one year: ``barneveld="60 30 30"`` is its total, 0-11 and 12-17; x is hidden."""
    regels = []
    for naam, waarden in aantallen.items():
        gebied = naam.replace("_", "-")
        leeftijden = ("totaal", "0-11", "12-17")
        for leeftijd, waarde in zip(leeftijden, waarden.split(), strict=True):
            regels.append(f"{gebied};{leeftijd};{jaar};1;{waarde.strip('x')}")
    return regels


def fouten(map_: Path, drempel: int = 10) -> list[Issue]:
    return [one for one in controleer(map_, drempel) if one.level is Level.FOUT]


def codes(issues: Iterable[Issue]) -> list[str]:
    return [one.code for one in issues]


GOED = tabel(
    2023,
    regio="200 100 100",
    barneveld="80 40 40",
    ede="120 60 60",
    ede_west="60 x x",
    ede_oost="60 x x",
)
"""Two by two hidden: each of the four can be 0 to 60."""


def test_a_good_release_leaks_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    uitgave(tmp_path, "001", GOED)
    assert controleer(tmp_path) == []
    assert main([str(tmp_path)]) == 0
    assert capsys.readouterr().out == "Geen fouten gevonden.\n"


def test_total_minus_parts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    regels = [one.replace("ede-west;12-17;2023;1;", "ede-west;12-17;2023;1;56") for one in GOED]
    uitgave(tmp_path, "001", regels)
    assert main([str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert (
        f"{tmp_path}/001/publicatie.csv:12:1: fout: Uitgave 001, tabel 1, ede-west / 0-11 / 2023: "
        "uit de gepubliceerde cijfers volgt precies hoeveel het er zijn, door: "
        "tabel 1, ede-west / totaal / 2023: 60; tabel 1, ede-west / 12-17 / 2023: 56." in out
    )
    # The other two follow from the first; they leak too, all at once.
    assert (
        "ede-oost / 0-11 / 2023: uit de gepubliceerde cijfers volgt precies hoeveel het er zijn"
        in out
    )
    assert "3 fouten." in out


def test_a_narrow_interval_names_both_ends(tmp_path: Path) -> None:
    regels = [one.replace("ede;0-11;2023;1;60", "ede;0-11;2023;1;117") for one in GOED]
    regels = [one.replace("ede;12-17;2023;1;60", "ede;12-17;2023;1;3") for one in regels]
    regels = [one.replace("regio;0-11;2023;1;100", "regio;0-11;2023;1;157") for one in regels]
    regels = [one.replace("regio;12-17;2023;1;100", "regio;12-17;2023;1;43") for one in regels]
    uitgave(tmp_path, "001", regels)
    found = fouten(tmp_path)
    assert codes(found) == ["klein-aantal", "lek", "lek"]
    assert "volgt bijna precies hoeveel het er zijn, door: tabel 1, ede / 12-17 / 2023: 3." in (
        found[1].message
    )


def test_the_difference_of_two_releases(tmp_path: Path) -> None:
    # Each release is good; the second hides other cells of the same counts.
    eerste = tabel(2023, regio="200 100 100", ede="120 x x", barneveld="80 x x")
    tweede = tabel(2023, ede="120 x x", ede_west="64 60 4", ede_oost="56 x x")
    tweede = [one.replace("ede-west;12-17;2023;1;4", "ede-west;12-17;2023;1;") for one in tweede]
    tweede = [one.replace("ede-west;0-11;2023;1;60", "ede-west;0-11;2023;1;") for one in tweede]
    uitgave(tmp_path, "001", eerste)
    uitgave(tmp_path, "002", tweede)
    assert controleer(tmp_path) == []
    uitgave(tmp_path, "003", ["ede-west;0-11;2023;1;60"])
    found = fouten(tmp_path)
    assert found[0].message.startswith(
        "Uitgave 002, tabel 1, ede-west / 12-17 / 2023: uit de gepubliceerde cijfers volgt precies "
        "hoeveel het er zijn, door: tabel 1, ede-west / totaal / 2023: 64; "
        "uitgave 003, tabel 1, ede-west / 0-11 / 2023: 60."
    )


def test_two_years_are_two_things(tmp_path: Path) -> None:
    uitgave(tmp_path, "001", GOED)
    uitgave(tmp_path, "002", [one.replace("2023", "2024") for one in GOED])
    assert controleer(tmp_path) == []


def test_overlapping_areas(tmp_path: Path) -> None:
    # Neither table shows ede-oost; the two regions differ by it alone.
    groepen = (
        "groepen:\n"
        "  - {dimensie: gebied, id: swv, van: [barneveld, ede-west]}\n"
        "  - {dimensie: gebied, id: jeugdhulp, van: [barneveld, ede]}\n"
    )
    definitie = DEFINITIE.replace("tabellen:", groepen + "tabellen:")
    uitgave(
        tmp_path,
        "001",
        ["swv;totaal;2023;2;140", "jeugdhulp;totaal;2023;2;145"],
        definitie=definitie,
    )
    found = fouten(tmp_path)
    assert codes(found) == ["lek", "lek"]  # 0-11 and 12-17 of ede-oost: together no more than 5
    assert found[0].message == (
        "Uitgave 001, in geen tabel, ede-oost / 0-11 / 2023: uit de gepubliceerde cijfers volgt "
        "bijna precies hoeveel het er zijn, door: tabel 2, swv / 2023: 140; tabel 2, jeugdhulp / "
        "2023: 145."
    )


def test_an_area_that_grew_by_one_municipality(tmp_path: Path) -> None:
    # The same code and name; the later release counts ede-oost in. Each release alone is good.
    klein = "groepen: [{dimensie: gebied, id: swv, van: [barneveld, ede-west]}]\ntabellen:"
    groot = "groepen: [{dimensie: gebied, id: swv, van: [barneveld, ede]}]\ntabellen:"
    eerste = ("001", ["swv;totaal;2023;2;140"], DEFINITIE.replace("tabellen:", klein))
    tweede = ("002", ["swv;totaal;2023;2;144"], DEFINITIE.replace("tabellen:", groot))
    for naam, regels, definitie in (eerste, tweede):
        uitgave(tmp_path / naam, naam, regels, definitie=definitie)
        uitgave(tmp_path / "samen", naam, regels, definitie=definitie)
        assert controleer(tmp_path / naam) == []
    found = fouten(tmp_path / "samen")
    assert codes(found) == ["lek", "lek"]
    assert (
        "ede-oost / 0-11 / 2023: uit de gepubliceerde cijfers volgt bijna precies hoeveel het er zijn, "
        "door: uitgave 001, tabel 2, swv / 2023: 140; tabel 2, swv / 2023: 144."
    ) in found[0].message


NOEMERS = "noemers:\n  bestand: bevolking.csv\n  complement: {complement}\n  percentage: 1\n"
BEVOLKING = [
    f"{gebied};{leeftijd};2023;{aantal}"
    for gebied in BLADEN
    for leeftijd, aantal in (("0-11", 500), ("12-17", 400))
]


def met_noemers(complement: str = "nee") -> str:
    return DEFINITIE + NOEMERS.format(complement=complement)


def test_a_rate_times_its_denominator(tmp_path: Path) -> None:
    kop = KOP + ";percentage"
    regels = [f"{one};" for one in GOED]
    uitgave(tmp_path, "001", regels, definitie=met_noemers(), kop=kop, bevolking=BEVOLKING)
    assert controleer(tmp_path) == []
    regels = [f"{one}0,8" if one.startswith("ede-west;0-11") else one for one in regels]
    uitgave(tmp_path, "002", regels, definitie=met_noemers(), kop=kop, bevolking=BEVOLKING)
    found = fouten(tmp_path)
    assert (
        "ede-west / 0-11 / 2023: uit de gepubliceerde cijfers volgt precies hoeveel het er zijn"
        in (found[0].message)
    )
    assert "0,8% van 500" in found[0].message
    assert len(found) == 4


def test_a_rate_of_which_the_denominator_is_printed_or_missing_or_small(tmp_path: Path) -> None:
    definitie = DEFINITIE + "noemers: {bestand: bevolking.csv, percentage: 0}\n"
    kop = KOP + ";percentage;noemer"
    regels = [f"{one};;" for one in GOED]
    regels[0] = regels[0].removesuffix(";;") + ";40;"
    regels[1] = regels[1].removesuffix(";;") + ";50;200"
    regels[3] = regels[3].removesuffix(";;") + ";81;99"
    uitgave(
        tmp_path,
        "001",
        regels,
        definitie=definitie,
        kop=kop,
        bevolking=["barneveld;totaal;2024;900"],
    )
    assert codes(fouten(tmp_path)) == ["zonder-noemer", "kleine-noemer"]


def test_a_small_complement(tmp_path: Path) -> None:
    bevolking = [
        one.replace("ede-west;0-11;2023;500", "ede-west;0-11;2023;63") for one in BEVOLKING
    ]
    regels = [one.replace("ede-west;0-11;2023;1;", "ede-west;0-11;2023;1;60") for one in GOED]
    regels = [one.replace("ede-west;totaal;2023;1;60", "ede-west;totaal;2023;1;") for one in regels]
    regels = [one.replace("ede-oost;totaal;2023;1;60", "ede-oost;totaal;2023;1;") for one in regels]
    regels = [one.replace("ede;0-11;2023;1;60", "ede;0-11;2023;1;") for one in regels]
    regels = [one.replace("ede;12-17;2023;1;60", "ede;12-17;2023;1;") for one in regels]
    for complement, verwacht in (("nee", []), ("ja", ["klein-aantal"])):
        uitgave(
            tmp_path / complement,
            "001",
            [one for one in regels if not one.startswith(("regio", "barneveld"))],
            definitie=met_noemers(complement),
            bevolking=bevolking,
        )
        found = fouten(tmp_path / complement)
        assert codes(found) == verwacht
    assert "uit dit aantal volgt dat het voor minder dan 10 niet geldt" in found[0].message


def test_a_count_cannot_exceed_a_small_population(tmp_path: Path) -> None:
    # Five children live there: everybody knows that there are at most five, and may know no more.
    bevolking = [one.replace("ede-west;0-11;2023;500", "ede-west;0-11;2023;5") for one in BEVOLKING]
    uitgave(tmp_path, "001", GOED, definitie=met_noemers(), bevolking=bevolking)
    found = fouten(tmp_path)
    # 55..60 is certain to be 10 or more, 0..5 of ede-oost 12-17 is not.
    assert [one.line for one in found] == [16]


def test_an_amount_beside_a_hidden_count(tmp_path: Path) -> None:
    definitie = DEFINITIE + "bedragen: [euro]\n"
    regels = [f"{one};{'1000' if not one.endswith(';') else ''}" for one in GOED]
    uitgave(tmp_path, "001", regels, definitie=definitie, kop=KOP + ";euro")
    assert controleer(tmp_path) == []
    regels = [one.replace("2023;1;;", "2023;1;;900") for one in regels]
    uitgave(tmp_path, "002", regels, definitie=definitie, kop=KOP + ";euro")
    assert codes(fouten(tmp_path)) == ["bedrag"] * 4


AFGEROND = DEFINITIE + "methode: afronden\n"


def test_controlled_rounding_leaks_nothing(tmp_path: Path) -> None:
    regels = tabel(2023, ede="15 10 5", ede_west="10 5 5", ede_oost="5 5 0")
    uitgave(tmp_path, "001", regels, definitie=AFGEROND)
    assert controleer(tmp_path) == []


def test_rounding_that_does_not_add_up_is_no_controlled_rounding(tmp_path: Path) -> None:
    regels = tabel(2023, ede="15 10 5", ede_west="10 5 5", ede_oost="10 5 0")
    uitgave(tmp_path, "001", regels, definitie=AFGEROND)
    found = fouten(tmp_path)
    assert codes(found) == ["telt-niet-op"]
    assert "ede-oost / totaal / 2023: afgerond 10" in found[0].message


def test_rounded_parts_beside_an_exact_total(tmp_path: Path) -> None:
    regels = tabel(2023, ede="10 5 5", ede_west="5 5 0", ede_oost="5 0 5")
    uitgave(tmp_path, "001", regels, definitie=AFGEROND)
    assert controleer(tmp_path) == []
    uitgave(tmp_path, "002", ["ede;totaal;2023;2;17"])
    found = fouten(tmp_path)
    assert (
        "ede / 0-11 / 2023: uit de gepubliceerde cijfers volgt bijna precies hoeveel het er zijn"
        in (found[0].message)
    )
    assert "uitgave 002, tabel 2, ede / 2023: 17" in found[0].message


def test_a_count_that_was_rounded_one_way_and_then_the_other(tmp_path: Path) -> None:
    # 5 says 1 to 9 and 10 says 6 to 14: together they say 6 to 9.
    uitgave(tmp_path, "001", ["ede;totaal;2023;2;5"], definitie=AFGEROND)
    assert controleer(tmp_path) == []
    uitgave(tmp_path, "002", ["ede;totaal;2023;2;10"], definitie=AFGEROND)
    found = fouten(tmp_path)
    assert codes(found) == ["lek"]
    assert (
        "Uitgave 002, tabel 2, ede / 2023: uit de gepubliceerde cijfers volgt bijna precies "
        "hoeveel het er zijn, door: uitgave 001, tabel 2, ede / 2023: afgerond 5; tabel 2, ede / 2023: "
        "afgerond 10."
    ) in found[0].message


@pytest.mark.parametrize(("percentage", "verwacht"), [("1.0", []), ("1.4", ["lek"])])
def test_a_rate_of_the_count_before_it_was_rounded(
    tmp_path: Path, percentage: str, verwacht: list[str]
) -> None:
    # 1.0 is what the rounded 5 makes of 500; 1.4 only the 7 behind it.
    definitie = met_noemers() + "methode: afronden\n"
    regels = [f"ede-west;0-11;2023;1;5;{percentage}"]
    kop = KOP + ";percentage"
    uitgave(tmp_path, "001", regels, definitie=definitie, kop=kop, bevolking=BEVOLKING)
    found = fouten(tmp_path)
    assert codes(found) == verwacht
    assert all("volgt precies hoeveel het er zijn" in one.message for one in found)


def test_each_figure_rounded_by_itself_leaks_and_is_the_leak_of_whoever_did_it(
    tmp_path: Path,
) -> None:
    # Others rounded each figure to the nearest five: 0 says 0 to 2, and we add the exact total.
    elders = DEFINITIE + "elders: CBS\nafgerond_op: 5\n"
    regels = tabel(2023, ede="10 5 5", ede_west="5 5 0", ede_oost="5 0 5")
    uitgave(tmp_path, "001", regels, definitie=elders)
    assert controleer(tmp_path, 5) == []
    uitgave(tmp_path, "002", ["ede;totaal;2023;2;8"])
    found = fouten(tmp_path, 5)
    assert [one.message.split(": uit")[0] for one in found] == [
        "Uitgave 002, in geen tabel, ede-oost / 12-17 / 2023",
        "Uitgave 002, in geen tabel, ede-west / 0-11 / 2023",
    ]
    assert "uitgave 001 (CBS), tabel 1" in found[0].message


def test_zeros_may_be_shown_or_not(tmp_path: Path) -> None:
    regels = [one.replace("ede;0-11;2023;1;60", "ede;0-11;2023;1;0") for one in GOED]
    regels = [one.replace("ede;12-17;2023;1;60", "ede;12-17;2023;1;120") for one in regels]
    regels = [one for one in regels if not one.startswith(("regio", "ede-west", "ede-oost"))]
    uitgave(tmp_path / "tonen", "001", regels)
    assert controleer(tmp_path / "tonen") == []
    uitgave(tmp_path / "verbergen", "001", regels, definitie=DEFINITIE + "nullen: verbergen\n")
    assert codes(fouten(tmp_path / "verbergen")) == ["lek", "lek", "klein-aantal"]


def test_a_revised_count_is_told_and_both_releases_are_audited(tmp_path: Path) -> None:
    uitgave(tmp_path, "001", GOED)
    herzien = [
        one.replace(";80", ";81").replace("regio;totaal;2023;1;200", "regio;totaal;2023;1;201")
        for one in GOED
    ]
    herzien = [
        one.replace("barneveld;0-11;2023;1;40", "barneveld;0-11;2023;1;41") for one in herzien
    ]
    herzien = [one.replace("regio;0-11;2023;1;100", "regio;0-11;2023;1;101") for one in herzien]
    uitgave(tmp_path, "002", herzien)
    found = controleer(tmp_path)
    assert [(one.code, one.level) for one in found] == [("herzien", Level.LET_OP)]
    assert "Uitgave 001: 4 cijfers kloppen niet meer" in found[0].message


def test_figures_of_one_release_that_contradict_each_other(tmp_path: Path) -> None:
    regels = [one.replace("barneveld;0-11;2023;1;40", "barneveld;0-11;2023;1;39") for one in GOED]
    uitgave(tmp_path, "001", regels)
    found = fouten(tmp_path)
    assert codes(found) == ["tegenspraak"]
    assert "barneveld / totaal / 2023: 80" in found[0].message


def test_a_code_that_a_later_release_divides(tmp_path: Path) -> None:
    grof = DEFINITIE.replace("      ede: [ede-west, ede-oost]\n", "")
    uitgave(tmp_path, "001", tabel(2023, ede="120 115 5"), definitie=grof)
    uitgave(tmp_path, "002", tabel(2023, ede_west="60 58 x", ede_oost="60 57 x"))
    found = fouten(tmp_path)
    assert codes(found) == ["klein-aantal", "lek", "lek"]
    assert found[1].message.startswith("Uitgave 002, tabel 1, ede-west / 12-17 / 2023")


def test_a_dimension_that_a_later_release_adds(tmp_path: Path) -> None:
    zonder = DEFINITIE.replace(
        "  - id: leeftijd\n    totaal: totaal\n    boom:\n      totaal: [0-11, 12-17]\n", ""
    ).replace("[gebied, leeftijd, jaar]", "[gebied, jaar]")
    uitgave(
        tmp_path, "001", ["ede-west;2023;1;62"], definitie=zonder, kop="gebied;jaar;tabel;aantal"
    )
    uitgave(tmp_path, "002", ["ede-west;0-11;2023;1;58", "ede-west;12-17;2023;1;"])
    found = fouten(tmp_path)
    assert "volgt precies hoeveel het er zijn" in found[0].message
    assert "uitgave 001, tabel 1, ede-west / 2023: 62" in found[0].message


SLECHT = {
    "jongen;0-11;2023;1;40": "'jongen' staat niet in de definitie",
    "ede;0-11;2023;3;40": "'3' is geen tabel: er zijn er 2",
    "ede;0-11;2023;2;40": "de tabel gaat niet over 'leeftijd', dus hier hoort 'totaal'",
    "ede;0-11;2023;1;3.5": "'3.5' is geen geheel getal",
    "ede;0-11;2023;1;-4": "'-4' is geen geheel getal",
    "ede;0-11;2023;1;<5": "'<5' is geen geheel getal",
    "ede;0-11;2023;1;1.250": "'1.250' is geen geheel getal",
    "ede;0-11;;1;40": "hier ontbreekt een code",
    "ede;0-11;2023;1": "Hier staan 4 waarden; de kop telt er 5",
    "barneveld;0-11;2023;1;40": "Deze cel staat ook op regel 6",
    'ede;"0-11;2023;1;40': "geen leesbaar CSV-bestand",
}


@pytest.mark.parametrize("regel", SLECHT)
def test_a_broken_row_is_refused_at_its_line(tmp_path: Path, regel: str) -> None:
    uitgave(tmp_path, "001", [*GOED[:5], regel])
    found = fouten(tmp_path)
    assert [SLECHT[regel] in one.message for one in found] == [True]
    assert found[0].line == (1 if "leesbaar" in SLECHT[regel] else 7)


KOPPEN = {
    "gebied;leeftijd;jaar;tabel": "De kolom 'aantal' ontbreekt",
    "gebied;leeftijd;jaar;tabel;aantal;primair": "De kolom 'primair' kent de controle niet",
    "gebied;leeftijd;jaar;tabel;aantal;aantal": "deze kolom staat er twee keer",
    "": "De kolom 'gebied' ontbreekt",
}


@pytest.mark.parametrize("kop", KOPPEN)
def test_a_broken_header_is_refused(tmp_path: Path, kop: str) -> None:
    uitgave(tmp_path, "001", GOED, kop=kop)
    assert any(KOPPEN[kop] in one.message for one in fouten(tmp_path))


DEFINITIES = {
    ("id: voorbeeld\n", ""): (1, "Het veld 'id' ontbreekt"),
    ("naam: J", "naampje: J"): (2, "Het veld 'naampje' hoort hier niet"),
    ("apart: ja", "apart: misschien"): (15, "'misschien' kan niet bij 'apart'"),
    ("[gebied, jaar]", "[gebied]"): (18, "'jaar' heeft geen totaal"),
    ("[gebied, jaar]", "[gebied, jaren]"): (18, "Geen dimensie: 'jaren'"),
    ("ede: [ede-west", "ede: [barneveld"): (8, "'barneveld' valt onder 'regio' en onder 'ede'"),
    ("ede: [ede-west", "ede: [regio"): (8, "valt onder zichzelf"),
    ("totaal: regio", "totaal: land"): (5, "Het totaal 'land' staat niet in de boom"),
    ("tabellen:", "methode: gokken\ntabellen:"): (16, "'gokken' kan niet bij 'methode'"),
    ("tabellen:", "groepen: [{dimensie: gebied, id: g, van: [ede, ede-west]}]\ntabellen:"): (
        16,
        "De groep 'g' telt iets dubbel",
    ),
    ("tabellen:", "noemers: {bestand: ../ruw.csv}\ntabellen:"): (16, "geen map in de naam"),
    ("tabellen:", "noemers: {bestand: b.csv}\ntabellen:"): (1, "Dit bestand ontbreekt; definitie"),
    ("id: voorbeeld\n", "id: [\n"): (1, ""),
}


@pytest.mark.parametrize("wissel", DEFINITIES)
def test_a_broken_definition_is_refused_at_its_line(
    tmp_path: Path, wissel: tuple[str, str]
) -> None:
    uitgave(tmp_path, "001", GOED, definitie=DEFINITIE.replace(*wissel, 1))
    line, message = DEFINITIES[wissel]
    found = fouten(tmp_path)
    assert any(message in one.message and (not message or one.line == line) for one in found), found


def test_a_broken_population_is_refused(tmp_path: Path) -> None:
    bevolking = [*BEVOLKING, "ede;0-11;2023;", "ede;12-17;2023;9e3"]
    uitgave(tmp_path, "001", GOED, definitie=met_noemers(), bevolking=bevolking)
    found = fouten(tmp_path)
    assert [one.line for one in found] == [8, 9]
    assert "hier hoort een aantal inwoners" in found[0].message


@pytest.mark.parametrize("tekst", ["101", "-3", "drie", "3,2%"])
def test_a_rate_that_cannot_be_is_refused(tmp_path: Path, tekst: str) -> None:
    regels = [f"{GOED[0]};{tekst}"]
    definitie = met_noemers()
    uitgave(
        tmp_path, "001", regels, definitie=definitie, kop=KOP + ";percentage", bevolking=BEVOLKING
    )
    found = fouten(tmp_path)
    assert "is geen percentage van 0 tot en met 100" in found[0].message
    assert (found[0].line, found[0].column) == (2, 6)


def test_a_ledger_that_is_not_there_or_lacks_a_file(tmp_path: Path) -> None:
    assert codes(controleer(tmp_path / "nergens")) == ["uitgaven"]
    assert controleer(tmp_path) == []
    (tmp_path / "001").mkdir()
    assert codes(controleer(tmp_path)) == ["uitgaven", "uitgaven"]


def test_the_threshold_is_a_number(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        main([str(tmp_path), "--drempel", "1"])
    assert "heel getal van 2 tot en met 1000" in capsys.readouterr().err


def test_a_higher_threshold_asks_for_more(tmp_path: Path) -> None:
    uitgave(tmp_path, "001", GOED)
    assert len(fouten(tmp_path, 61)) > len(fouten(tmp_path, 60))


def test_a_table_that_is_too_large_is_refused_before_it_is_worked_out(tmp_path: Path) -> None:
    """810,000 inner cells kept the command busy without end."""
    codes = {name: [f"{name}{one}" for one in range(900)] for name in "ab"}
    tree = "".join(
        f"  - id: {name}\n    totaal: {name}-T\n    boom: {{{name}-T: [{', '.join(found)}]}}\n"
        for name, found in codes.items()
    )
    definitie = f"id: groot\naantal: jongeren\ndimensies:\n{tree}tabellen:\n  - [a, b]\n"
    kop = "a;b;tabel;aantal"
    uitgave(tmp_path, "001", ["a-T;b-T;1;9000"], definitie=definitie, kop=kop)
    [issue] = controleer(tmp_path)
    assert issue.path == str(tmp_path / "001" / "publicatie.csv")
    assert issue.message == ("Deze uitgaven gaan samen over 810.000 cellen: 100.000 is het meeste.")
    assert issue.tip.startswith("Deel de tabel op")


def test_very_many_sums_are_refused_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.bescherming.audit.controle.MEESTE_SOMMEN", 20)
    uitgave(tmp_path, "001", tabel(2024, barneveld="60 30 30", ede="60 30 30", regio="120 60 60"))
    [issue] = controleer(tmp_path)
    assert issue.message == "Deze uitgaven gaan samen over 24 optellingen: 20 is het meeste."


def test_what_takes_too_long_counts_as_a_leak(tmp_path: Path) -> None:
    uitgave(tmp_path, "001", tabel(2024, barneveld="60 x x", ede="60 x x", regio="120 60 60"))
    [issue] = controleer(tmp_path, wacht=0)
    assert issue.message.startswith("Na 0 minuten rekenen is niet bewezen dat")
    assert issue.level is Level.FOUT
    assert controleer(tmp_path) == []


def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("macros.bescherming.audit.publicatie.MEESTE_BYTES", 1 << 20)
    uitgave(tmp_path, "001", ["x" * (1 << 20)])
    [issue] = controleer(tmp_path)
    assert issue.message == "Dit bestand is groter dan 1 MB."


def test_a_line_that_names_the_separator_is_called_so(tmp_path: Path) -> None:
    uitgave(tmp_path, "001", tabel(2024, regio="120 60 60"), kop=f"sep=;\n{KOP}")
    [issue] = controleer(tmp_path)
    assert (issue.line, issue.message) == (1, "De eerste regel noemt het scheidingsteken.")


@pytest.mark.parametrize("inhoud", [b"PK\x03\x04" + bytes(range(256)), b"\0" * 50, b"", b'"'])
def test_a_file_that_is_no_table_is_a_message(tmp_path: Path, inhoud: bytes) -> None:
    uitgave(tmp_path, "001", [])
    (tmp_path / "001" / "publicatie.csv").write_bytes(inhoud)
    assert controleer(tmp_path)
    (tmp_path / "001" / "definitie.yml").write_bytes(inhoud)
    assert controleer(tmp_path)
