"""Broken figures: one clear error in Dutch at its place, and nothing published.

What the audit finds in a ledger is tested in ``tests/tellingen``; here: that it stops the site.
"""

from __future__ import annotations

import pytest

from tests.unit.gevallen import NIET_GEBOUWD, Slecht, een_fout, fouten, gebouwd, gecontroleerd
from tests.unit.mini import DATA_MINI, HIER, Breek, Mini, bewerk, nog_een, samen
from tests.unit.test_regels_monitor import (
    DELEN,
    DORP,
    EIGEN,
    EINDE,
    GROOT,
    KLEIN,
    KLEINTIP,
    KOP,
    NATIP,
    STAD,
    TOTAAL,
    VERSLAG,
    naar_school,
    tabel,
    waarde,
)

UITGAVE = "monitor/uitgaven/001/publicatie.csv"
DEFINITIE = "monitor/uitgaven/001/definitie.yml"
NIET_PUBLICEREN = "Publiceer dit niet. Verberg meer cellen en controleer opnieuw."
SIGNS = "Schrijf alleen cijfers met een decimale komma, of een teken: . x - of niets."
TEKST = (DATA_MINI / UITGAVE).read_text(encoding="utf-8")


def geen_cijfer(text: str, tip: str) -> Slecht:
    return Slecht(waarde(KLEIN, "15", f"‸{text}"), "Dit is geen cijfer.", tip)


SLECHT: dict[str, Slecht] = {
    # ------------------------------------------------------------ a value
    "small-count-typed-in": Slecht(
        waarde(KLEIN, "15", "‸3"),
        "Dit aantal is kleiner dan 10 en kan naar een kind wijzen.",
        KLEINTIP,
    ),
    "percentage-over-100": Slecht(
        naar_school("‸101,5"),
        "101,5 procent kan niet: 100 is het hoogste.",
        "Kijk het na in de bron. Is het een aantal?",
    ),
    "half-a-child": Slecht(
        waarde(KLEIN, "15", "‸13,5"),
        "Een aantal is een heel getal.",
        "Kijk het na in de bron. Is het een percentage?",
    ),
    "negative": geen_cijfer(
        "-3", "Een aantal of percentage kan niet onder nul liggen. Kijk het na in de bron."
    ),
    "decimal-point": geen_cijfer("3.5", "Schrijf een decimale komma: 3,5."),
    "bound": geen_cijfer("<5", "Zo'n grens verraadt een klein aantal. Schrijf x: afgeschermd."),
    "percent-sign": geen_cijfer("12,5%", "Laat het procentteken weg: 12,5."),
    "word": geen_cijfer("onbekend", SIGNS),
    "status-stuck-to-it": geen_cijfer(
        "15*",
        "Laat het sterretje weg en schrijf bij de status: voorlopig (** is nader-voorlopig).",
    ),
    "thousands-with-a-point": Slecht(
        waarde(STAD, "1200", "‸1.200"),
        "Dit is geen cijfer.",
        "Schrijf geen teken tussen duizendtallen: 1200.",
    ),
    "thousands-with-a-space": Slecht(
        waarde(STAD, "1200", "‸1 200"),
        "Dit is geen cijfer.",
        "Schrijf geen teken tussen duizendtallen: 1200.",
    ),
    "thousands-with-a-comma": Slecht(
        waarde("inwoners;gemeente-stad;2021;totaal;", "20000", "‸20,000"),
        "Een aantal is een heel getal.",
        "Kijk het na in de bron. Is het een percentage?",
    ),
    # ------------------------------------------------------------ a row
    "two-rows-for-one-cell": Slecht(
        waarde(DORP, f"4000{EINDE}\n", f"4000{EINDE}\n‸{DORP}4001{EINDE}\n", ""),
        "Dit cijfer staat er twee keer: ook op regel 26 van verslag.csv.",
        "Houd de nieuwste over en haal de andere weg.",
    ),
    "two-files-for-one-cell": Slecht(
        tabel(f"‸{DORP}4000{EINDE}"),
        "Dit cijfer staat er twee keer: ook op regel 26 van verslag.csv.",
        "Houd de nieuwste over en haal de andere weg.",
    ),
    "municipality-that-is-no-more": Slecht(
        bewerk(VERSLAG, DORP, "inwoners;‸gemeente-dorp-oud;2021;totaal;"),
        "Er is geen gemeente of referentiegebied of werkingsgebied of partij of school of wijk met de "
        "id 'gemeente-dorp-oud'.",
        "Bedoel je 'gemeente-dorp'?",
    ),
    "no-total": Slecht(
        bewerk(
            VERSLAG,
            f"{TOTAAL}40{EINDE}\n",
            "",
            (GROOT, "hulp;gemeente-dorp;2021;‸groot;"),
        ),
        "Voor gemeente-dorp en 2021 is er geen regel met het totaal.",
        "Voeg die toe. Geeft de bron het niet? Schrijf dan een punt als waarde.",
    ),
    "parts-above-the-total": Slecht(waarde(TOTAAL, "40", "‸25"), DELEN, NATIP),
    "period-of-two-digits": Slecht(
        bewerk(VERSLAG, DORP, "inwoners;gemeente-dorp;‸21;totaal;"),
        "'21' is geen periode.",
        "Schrijf een jaar (2022), een half jaar (2022-h1) of een schooljaar (2020-2021).",
    ),
    "unknown-status": Slecht(
        waarde(DORP, f"4000{EINDE}", "4000;‸voorlopg;2022-11-01;verslag;afgeleid", ""),
        "'voorlopg' kan hier niet.",
        "Bedoel je 'voorlopig'?",
    ),
    "no-date": Slecht(
        waarde(DORP, f"4000{EINDE}", "4000;definitief;‸;verslag;afgeleid", ""),
        "Dit veld is leeg.",
        "Vul het in.",
    ),
    "derived-figure-typed-in": Slecht(
        tabel(f"‸hulp-per-honderd;land;2022;totaal;6,0{EINDE}"),
        "'hulp-per-honderd' rekenen we zelf uit; het kan hier niet staan.",
        "Haal deze regel weg.",
    ),
    # ------------------------------------------------------------ a table
    "commas": Slecht(
        lambda mini: mini.schrijf(VERSLAG, HIER + mini.lees(VERSLAG).replace(";", ",")),
        "De kolommen zijn gescheiden door komma's, en niet door puntkomma's.",
        f"De eerste regel moet zijn: {KOP.strip()}. "
        "Zet ook in elke rij eronder een puntkomma tussen de waarden.",
    ),
    "quotes": Slecht(
        bewerk(
            VERSLAG, "inwoners;land;2021;totaal;1500000", 'inwoners;land;2021;totaal;‸"1500000"'
        ),
        "Hier staat een aanhalingsteken. In deze tabel zijn ze niet nodig.",
        "Haal de aanhalingstekens weg.",
    ),
    "workbook": Slecht(
        lambda mini: mini.schrijf(
            "monitor/waarnemingen/‸cijfers.xlsx".replace(HIER, ""), b"PK\3\4"
        ),
        "In deze map horen alleen bestanden die op .csv eindigen.",
        "Neem het blad over met make neem-over, en verwijder het hier.",
    ),
    # ------------------------------------------------------------ the ledger
    "indicator-without-release": Slecht(
        bewerk(EIGEN, "domein: zorgklas", "domein: ‸zorgklassen"),
        "Er is geen uitgave van het domein 'zorgklassen'.",
        "Bedoel je 'zorgklas'?",
    ),
    "dimension-that-the-release-has-not": Slecht(
        samen(
            bewerk(EIGEN, "periode: jaar", "periode: jaren"),
            bewerk(UITGAVE, "gebied;leeftijd;jaar", "‸gebied;leeftijd;jaar"),
        ),
        "De uitgave heeft geen dimensie 'jaren', die eigen-telling.yml noemt.",
        "Bedoel je 'jaar'?",
    ),
    "period-of-the-ledger": Slecht(
        bewerk(UITGAVE, "gemeente-dorp;jong;2022;1;40", "‸gemeente-dorp;jong;22;1;40"),
        "'22' is geen periode.",
        "Schrijf een jaar (2022), een half jaar (2022-h1) of een schooljaar (2020-2021).",
    ),
    "half-a-child-in-the-ledger": Slecht(
        bewerk(UITGAVE, "dorp;jong;2022;1;40", "dorp;jong;2022;1;3.5"),
        "Kolom 'aantal': '3.5' is geen geheel getal van 0 of meer.",
        "Schrijf alleen cijfers, zonder punt; leeg betekent: verborgen.",
    ),
    "bound-in-the-ledger": Slecht(
        bewerk(UITGAVE, "eiland;jong;2022;1;", "eiland;jong;2022;1;<5"),
        "Kolom 'aantal': '<5' is geen geheel getal van 0 of meer.",
        "Schrijf alleen cijfers, zonder punt; leeg betekent: verborgen.",
    ),
}
KOLOM_AANTAL = {
    "half-a-child-in-the-ledger": f"{UITGAVE}:6:5",
    "bound-in-the-ledger": f"{UITGAVE}:9:5",
}
"""The audit names a column by its number."""
ZONDER_TEKEN = {"workbook": "monitor/waarnemingen/cijfers.xlsx:1:1", **KOLOM_AANTAL}
GEBOUWD = ("small-count-typed-in", "commas", "indicator-without-release")
"""What is also built; the others stop at the same check."""


@pytest.mark.parametrize("name", SLECHT)
def test_broken_input_gives_one_clear_error_at_its_place(
    name: str, mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    case = SLECHT[name]
    case.breek(mini)
    mini.plaats = ZONDER_TEKEN.get(name, mini.plaats)
    assert gecontroleerd(mini, capsys) == een_fout(mini, case)


@pytest.mark.parametrize("name", GEBOUWD)
def test_broken_input_publishes_nothing(
    name: str, mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    SLECHT[name].breek(mini)
    niet_gebouwd(mini, capsys, gecontroleerd(mini, capsys)[2])


def niet_gebouwd(mini: Mini, capsys: pytest.CaptureFixture[str], told: list[str]) -> None:
    """The build says the same and leaves the old site as it was."""
    done = gebouwd(mini, capsys)
    assert (done.code, done.out, done.onaangeroerd) == (1, "", True)
    assert fouten(done.err, mini.map) == told
    assert done.err.endswith(NIET_GEBOUWD)


def test_three_and_a_half_children_are_wrong_in_two_ways(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    waarde(KLEIN, "15", "‸3,5")(mini)
    code, _, told = gecontroleerd(mini, capsys)
    assert code == 1
    assert told == [
        f"{mini.plaats}: fout: Een aantal is een heel getal. | Kijk het na in de bron. Is het een percentage?",
        f"{mini.plaats}: fout: Dit aantal is kleiner dan 10 en kan naar een kind wijzen. | {KLEINTIP}",
    ]


# ---------------------------------------------------------------- a ledger that leaks


def regel(code: str) -> int:
    """The line of a cell in the release, from 1."""
    return TEKST[: TEKST.index(code)].count("\n") + 1


def cel(message: str) -> str:
    """Which table and cell a message names first."""
    return message.split(": fout: ")[1].split(":")[0]


def test_a_cell_that_follows_from_the_others_stops_the_site(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    """One hidden cell is shown: with the totals, three more can be worked out."""
    mini.vervang(UITGAVE, "gemeente-eiland;jong;2022;1;\n", "gemeente-eiland;jong;2022;1;30\n")
    code, _, told = gecontroleerd(mini, capsys)
    assert code == 1
    cells = ["gemeente-eiland;oud", "gemeente-stad;jong", "gemeente-stad;oud"]
    assert [one.split(":")[:3] for one in told] == [
        [UITGAVE, str(regel(one)), "1"] for one in cells
    ]
    assert [cel(one) for one in told] == [
        f"Uitgave 001, tabel 1, {one.replace(';', ' / ')} / 2022" for one in cells
    ]
    assert "door: tabel 1, gemeente-eiland / totaal / 2022" in told[0]
    assert all(one.endswith(NIET_PUBLICEREN) for one in told)
    niet_gebouwd(mini, capsys, told)


def tweede_uitgave(mini: Mini) -> None:
    """The same counts once more, with other cells hidden beside Eiland: Stad instead of Dorp."""
    text = TEKST
    for old, new in (
        ("gemeente-dorp;jong;2022;1;40", "gemeente-dorp;jong;2022;1;"),
        ("gemeente-dorp;oud;2022;1;40", "gemeente-dorp;oud;2022;1;"),
        ("gemeente-stad;jong;2022;1;", "gemeente-stad;jong;2022;1;30"),
        ("gemeente-stad;oud;2022;1;", "gemeente-stad;oud;2022;1;30"),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    mini.schrijf("monitor/uitgaven/002/publicatie.csv", text)
    mini.schrijf("monitor/uitgaven/002/definitie.yml", mini.lees(DEFINITIE))


def test_two_releases_that_are_safe_alone_are_not_safe_together(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first passes in every other test; the second is put in its place, and then beside it."""
    tweede_uitgave(mini)
    second = mini.lees("monitor/uitgaven/002/publicatie.csv")
    mini.schrijf(UITGAVE, second)
    assert gecontroleerd(mini, capsys)[0] == 0
    mini.schrijf(UITGAVE, TEKST)
    code, _, told = gecontroleerd(mini, capsys)
    assert code == 1
    found = {cel(one).split("tabel 1, ")[1] for one in told}
    assert {"gemeente-eiland / jong / 2022", "gemeente-eiland / oud / 2022"} <= found
    niet_gebouwd(mini, capsys, told)


def test_a_small_count_in_the_ledger_stops_the_site(
    mini: Mini, capsys: pytest.CaptureFixture[str]
) -> None:
    text = mini.lees(UITGAVE).replace("dorp;jong;2022;1;40", "dorp;jong;2022;1;4")
    mini.schrijf(UITGAVE, text.replace("dorp;oud;2022;1;40", "dorp;oud;2022;1;76"))
    code, _, told = gecontroleerd(mini, capsys)
    assert code == 1
    assert any(
        one.startswith(f"{UITGAVE}:{regel('gemeente-dorp;jong')}:1: fout: ")
        and cel(one) == "Uitgave 001, tabel 1, gemeente-dorp / jong / 2022"
        for one in told
    )


def hernoemd(oud: str, nieuw: str) -> Breek:
    """Another code in the whole release: its definition and its rows agree."""

    def doe(mini: Mini) -> None:
        for pad in (DEFINITIE, UITGAVE):
            text = mini.lees(pad)
            assert oud in text
            mini.schrijf(pad, text.replace(oud, nieuw))

    return doe


@pytest.mark.parametrize(
    ("oud", "nieuw", "message", "tip", "lines"),
    [
        (
            "gemeente-stad",
            "gemeente-stadt",
            "De site kent geen gebied 'gemeente-stadt'. Is het samengevoegd of hernoemd?",
            "Bedoel je 'gemeente-stad'?",
            (11, 12, 13),
        ),
        (
            "heel-mini",
            "alles",
            "De site kent geen gebied 'alles'. Is het samengevoegd of hernoemd?",
            "Kies uit: gemeente-dorp, gemeente-eiland, gemeente-stad, heel-mini, klein-mini, land, "
            "schoolbestuur-mini, swv-mini, swv-overal.",
            (2, 3, 4),
        ),
        (
            "jong",
            "jongste",
            "De indicator kent geen deel 'jongste'.",
            "Bedoel je 'jong'?",
            (3, 6, 9, 12),
        ),
    ],
    ids=["municipality", "region", "part"],
)
def test_a_code_that_the_site_does_not_know_is_told_in_each_row(
    mini: Mini,
    capsys: pytest.CaptureFixture[str],
    oud: str,
    nieuw: str,
    message: str,
    tip: str,
    lines: tuple[int, ...],
) -> None:
    hernoemd(oud, nieuw)(mini)
    code, _, told = gecontroleerd(mini, capsys)
    assert code == 1
    assert told == [f"{UITGAVE}:{line}:1: fout: {message} | {tip}" for line in lines]


def test_an_indicator_that_counts_the_wrong_things_has_no_figures(mini: Mini) -> None:
    """A ledger with an error is not shown in part."""
    assert mini.load().regio is not None
    nog_een(EIGEN, "eigen-telling", "andere-telling", ("nummer: 4", "nummer: 9"))(mini)
    bewerk("monitor/indicatoren/andere-telling.yml", "domein: zorgklas", "domein: iets")(mini)
    loaded = mini.load()
    assert not loaded.ok
    assert loaded.regio is not None
    assert {one.indicator for one in loaded.regio.uitgaven} == {"eigen-telling"}
    mini.vervang(UITGAVE, "gemeente-eiland;jong;2022;1;\n", "gemeente-eiland;jong;2022;1;30\n")
    leaking = mini.load().regio
    assert leaking is not None
    assert leaking.uitgaven == ()
